-- SPDX-License-Identifier: PostgreSQL
/* ---- change: a panel of households: flows, transition matrices, spells, chronic poverty ---- */

CREATE TYPE @extschema@.poverty_flows AS (
	poor @extschema@.poverty_flow,
	near_poor @extschema@.poverty_flow
);

CREATE FUNCTION @extschema@.poverty_flows_transition(@extschema@.exact_sums, @extschema@.poverty_status, @extschema@.poverty_status, boolean, boolean) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_flows_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_flows_inverse(@extschema@.exact_sums, @extschema@.poverty_status, @extschema@.poverty_status, boolean, boolean) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_flows_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_flows_transition(@extschema@.exact_sums, @extschema@.poverty_status, @extschema@.poverty_status, boolean, boolean, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_flows_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_flows_inverse(@extschema@.exact_sums, @extschema@.poverty_status, @extschema@.poverty_status, boolean, boolean, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_flows_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_flows_final(@extschema@.exact_sums) RETURNS @extschema@.poverty_flows
	AS 'MODULE_PATHNAME', 'poverty_flows_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.poverty_flows(before @extschema@.poverty_status, after @extschema@.poverty_status, ever_poor_before boolean, ever_near_poor_before boolean) (
	SFUNC = @extschema@.poverty_flows_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 640,
	FINALFUNC = @extschema@.poverty_flows_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.poverty_flows_transition,
	MINVFUNC = @extschema@.poverty_flows_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.poverty_flows_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.poverty_flows(before @extschema@.poverty_status, after @extschema@.poverty_status, ever_poor_before boolean, ever_near_poor_before boolean, weight_before float8, weight_after float8) (
	SFUNC = @extschema@.poverty_flows_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 640,
	FINALFUNC = @extschema@.poverty_flows_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.poverty_flows_transition,
	MINVFUNC = @extschema@.poverty_flows_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.poverty_flows_final,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.flow_forms(flows @extschema@.poverty_flows) RETURNS SETOF @extschema@.poverty_flow
	LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE ROWS 2
BEGIN ATOMIC
	SELECT (flow_forms.flows).poor
	UNION ALL
	SELECT (flow_forms.flows).near_poor;
END;

CREATE TYPE @extschema@.panel_place AS (
	unit text,
	before @extschema@.poverty_status,
	after @extschema@.poverty_status
);

CREATE FUNCTION @extschema@.panel_places(unit_before text, unit_after text, before @extschema@.poverty_status, after @extschema@.poverty_status) RETURNS SETOF @extschema@.panel_place
	LANGUAGE SQL IMMUTABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
	SELECT panel_places.unit_before, panel_places.before, CASE WHEN panel_places.unit_after = panel_places.unit_before THEN panel_places.after END
	WHERE panel_places.unit_before IS NOT NULL
	UNION ALL
	SELECT panel_places.unit_after, NULL, panel_places.after
	WHERE panel_places.unit_after IS NOT NULL AND panel_places.unit_after IS DISTINCT FROM panel_places.unit_before;
END;

CREATE TYPE @extschema@.transition_matrix;

CREATE FUNCTION @extschema@.transition_matrix_in(cstring) RETURNS @extschema@.transition_matrix
	AS 'MODULE_PATHNAME', 'transition_matrix_in' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.transition_matrix_out(@extschema@.transition_matrix) RETURNS cstring
	AS 'MODULE_PATHNAME', 'exact_sums_out' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.transition_matrix_recv(internal) RETURNS @extschema@.transition_matrix
	AS 'MODULE_PATHNAME', 'transition_matrix_recv' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.transition_matrix_send(@extschema@.transition_matrix) RETURNS bytea
	AS 'MODULE_PATHNAME', 'exact_sums_send' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE @extschema@.transition_matrix (
	INPUT = @extschema@.transition_matrix_in,
	OUTPUT = @extschema@.transition_matrix_out,
	RECEIVE = @extschema@.transition_matrix_recv,
	SEND = @extschema@.transition_matrix_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE FUNCTION @extschema@.transition_matrix_eq(@extschema@.transition_matrix, @extschema@.transition_matrix) RETURNS boolean
	AS 'MODULE_PATHNAME', 'poverty_summary_eq' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.transition_matrix_ne(@extschema@.transition_matrix, @extschema@.transition_matrix) RETURNS boolean
	AS 'MODULE_PATHNAME', 'poverty_summary_ne' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.transition_matrix_hash(@extschema@.transition_matrix) RETURNS integer
	AS 'MODULE_PATHNAME', 'poverty_summary_hash' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.transition_matrix_hash_extended(@extschema@.transition_matrix, bigint) RETURNS bigint
	AS 'MODULE_PATHNAME', 'poverty_summary_hash_extended' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE OPERATOR @extschema@.= (
	LEFTARG = @extschema@.transition_matrix,
	RIGHTARG = @extschema@.transition_matrix,
	FUNCTION = @extschema@.transition_matrix_eq,
	COMMUTATOR = OPERATOR(@extschema@.=),
	NEGATOR = OPERATOR(@extschema@.<>),
	RESTRICT = pg_catalog.eqsel,
	JOIN = pg_catalog.eqjoinsel,
	HASHES,
	MERGES
);

CREATE OPERATOR @extschema@.<> (
	LEFTARG = @extschema@.transition_matrix,
	RIGHTARG = @extschema@.transition_matrix,
	FUNCTION = @extschema@.transition_matrix_ne,
	COMMUTATOR = OPERATOR(@extschema@.<>),
	NEGATOR = OPERATOR(@extschema@.=),
	RESTRICT = pg_catalog.neqsel,
	JOIN = pg_catalog.neqjoinsel
);

CREATE OPERATOR CLASS @extschema@.transition_matrix_hash_ops DEFAULT FOR TYPE @extschema@.transition_matrix USING hash AS
	OPERATOR 1 @extschema@.= (@extschema@.transition_matrix, @extschema@.transition_matrix),
	FUNCTION 1 @extschema@.transition_matrix_hash(@extschema@.transition_matrix),
	FUNCTION 2 @extschema@.transition_matrix_hash_extended(@extschema@.transition_matrix, bigint);

CREATE FUNCTION @extschema@.transition_matrix_lt(@extschema@.transition_matrix, @extschema@.transition_matrix) RETURNS boolean
	AS 'MODULE_PATHNAME', 'poverty_summary_lt' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.transition_matrix_le(@extschema@.transition_matrix, @extschema@.transition_matrix) RETURNS boolean
	AS 'MODULE_PATHNAME', 'poverty_summary_le' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.transition_matrix_gt(@extschema@.transition_matrix, @extschema@.transition_matrix) RETURNS boolean
	AS 'MODULE_PATHNAME', 'poverty_summary_gt' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.transition_matrix_ge(@extschema@.transition_matrix, @extschema@.transition_matrix) RETURNS boolean
	AS 'MODULE_PATHNAME', 'poverty_summary_ge' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.transition_matrix_cmp(@extschema@.transition_matrix, @extschema@.transition_matrix) RETURNS integer
	AS 'MODULE_PATHNAME', 'poverty_summary_cmp' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE OPERATOR @extschema@.< (
	LEFTARG = @extschema@.transition_matrix,
	RIGHTARG = @extschema@.transition_matrix,
	FUNCTION = @extschema@.transition_matrix_lt,
	COMMUTATOR = OPERATOR(@extschema@.>),
	NEGATOR = OPERATOR(@extschema@.>=),
	RESTRICT = pg_catalog.scalarltsel,
	JOIN = pg_catalog.scalarltjoinsel
);

CREATE OPERATOR @extschema@.<= (
	LEFTARG = @extschema@.transition_matrix,
	RIGHTARG = @extschema@.transition_matrix,
	FUNCTION = @extschema@.transition_matrix_le,
	COMMUTATOR = OPERATOR(@extschema@.>=),
	NEGATOR = OPERATOR(@extschema@.>),
	RESTRICT = pg_catalog.scalarlesel,
	JOIN = pg_catalog.scalarlejoinsel
);

CREATE OPERATOR @extschema@.> (
	LEFTARG = @extschema@.transition_matrix,
	RIGHTARG = @extschema@.transition_matrix,
	FUNCTION = @extschema@.transition_matrix_gt,
	COMMUTATOR = OPERATOR(@extschema@.<),
	NEGATOR = OPERATOR(@extschema@.<=),
	RESTRICT = pg_catalog.scalargtsel,
	JOIN = pg_catalog.scalargtjoinsel
);

CREATE OPERATOR @extschema@.>= (
	LEFTARG = @extschema@.transition_matrix,
	RIGHTARG = @extschema@.transition_matrix,
	FUNCTION = @extschema@.transition_matrix_ge,
	COMMUTATOR = OPERATOR(@extschema@.<=),
	NEGATOR = OPERATOR(@extschema@.<),
	RESTRICT = pg_catalog.scalargesel,
	JOIN = pg_catalog.scalargejoinsel
);

CREATE OPERATOR CLASS @extschema@.transition_matrix_ops DEFAULT FOR TYPE @extschema@.transition_matrix USING btree AS
	OPERATOR 1 @extschema@.< (@extschema@.transition_matrix, @extschema@.transition_matrix),
	OPERATOR 2 @extschema@.<= (@extschema@.transition_matrix, @extschema@.transition_matrix),
	OPERATOR 3 @extschema@.= (@extschema@.transition_matrix, @extschema@.transition_matrix),
	OPERATOR 4 @extschema@.>= (@extschema@.transition_matrix, @extschema@.transition_matrix),
	OPERATOR 5 @extschema@.> (@extschema@.transition_matrix, @extschema@.transition_matrix),
	FUNCTION 1 @extschema@.transition_matrix_cmp(@extschema@.transition_matrix, @extschema@.transition_matrix);

CREATE FUNCTION @extschema@.transition_matrix_to_jsonb(@extschema@.transition_matrix) RETURNS jsonb
	AS 'MODULE_PATHNAME', 'transition_matrix_to_jsonb' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE CAST (@extschema@.transition_matrix AS jsonb) WITH FUNCTION @extschema@.transition_matrix_to_jsonb(@extschema@.transition_matrix);

CREATE FUNCTION @extschema@.transition_matrix_transition(@extschema@.transition_matrix, float8, float8, float8) RETURNS @extschema@.transition_matrix
	AS 'MODULE_PATHNAME', 'transition_matrix_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.transition_matrix_inverse(@extschema@.transition_matrix, float8, float8, float8) RETURNS @extschema@.transition_matrix
	AS 'MODULE_PATHNAME', 'transition_matrix_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.transition_matrix_transition(@extschema@.transition_matrix, float8, float8, float8, float8) RETURNS @extschema@.transition_matrix
	AS 'MODULE_PATHNAME', 'transition_matrix_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.transition_matrix_inverse(@extschema@.transition_matrix, float8, float8, float8, float8) RETURNS @extschema@.transition_matrix
	AS 'MODULE_PATHNAME', 'transition_matrix_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.transition_matrix_status_transition(@extschema@.transition_matrix, @extschema@.poverty_status, @extschema@.poverty_status) RETURNS @extschema@.transition_matrix
	AS 'MODULE_PATHNAME', 'transition_matrix_status_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.transition_matrix_status_inverse(@extschema@.transition_matrix, @extschema@.poverty_status, @extschema@.poverty_status) RETURNS @extschema@.transition_matrix
	AS 'MODULE_PATHNAME', 'transition_matrix_status_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.transition_matrix_status_transition(@extschema@.transition_matrix, @extschema@.poverty_status, @extschema@.poverty_status, float8) RETURNS @extschema@.transition_matrix
	AS 'MODULE_PATHNAME', 'transition_matrix_status_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.transition_matrix_status_inverse(@extschema@.transition_matrix, @extschema@.poverty_status, @extschema@.poverty_status, float8) RETURNS @extschema@.transition_matrix
	AS 'MODULE_PATHNAME', 'transition_matrix_status_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.transition_matrix_add(@extschema@.transition_matrix, @extschema@.transition_matrix) RETURNS @extschema@.transition_matrix
	AS 'MODULE_PATHNAME', 'transition_matrix_add' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.transition_matrix_take_away(@extschema@.transition_matrix, @extschema@.transition_matrix) RETURNS @extschema@.transition_matrix
	AS 'MODULE_PATHNAME', 'transition_matrix_take_away' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.transition_matrix_final(@extschema@.transition_matrix) RETURNS @extschema@.transition_matrix
	AS 'MODULE_PATHNAME', 'transition_matrix_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.transition_matrix(before_class float8, after_class float8, classes float8) (
	SFUNC = @extschema@.transition_matrix_transition,
	STYPE = @extschema@.transition_matrix,
	SSPACE = 768,
	FINALFUNC = @extschema@.transition_matrix_final,
	COMBINEFUNC = @extschema@.transition_matrix_add,
	MSFUNC = @extschema@.transition_matrix_transition,
	MINVFUNC = @extschema@.transition_matrix_inverse,
	MSTYPE = @extschema@.transition_matrix,
	MSSPACE = 768,
	MFINALFUNC = @extschema@.transition_matrix_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.transition_matrix(before_class float8, after_class float8, classes float8, weight float8) (
	SFUNC = @extschema@.transition_matrix_transition,
	STYPE = @extschema@.transition_matrix,
	SSPACE = 768,
	FINALFUNC = @extschema@.transition_matrix_final,
	COMBINEFUNC = @extschema@.transition_matrix_add,
	MSFUNC = @extschema@.transition_matrix_transition,
	MINVFUNC = @extschema@.transition_matrix_inverse,
	MSTYPE = @extschema@.transition_matrix,
	MSSPACE = 768,
	MFINALFUNC = @extschema@.transition_matrix_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.transition_matrix(before @extschema@.poverty_status, after @extschema@.poverty_status) (
	SFUNC = @extschema@.transition_matrix_status_transition,
	STYPE = @extschema@.transition_matrix,
	SSPACE = 768,
	FINALFUNC = @extschema@.transition_matrix_final,
	COMBINEFUNC = @extschema@.transition_matrix_add,
	MSFUNC = @extschema@.transition_matrix_status_transition,
	MINVFUNC = @extschema@.transition_matrix_status_inverse,
	MSTYPE = @extschema@.transition_matrix,
	MSSPACE = 768,
	MFINALFUNC = @extschema@.transition_matrix_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.transition_matrix(before @extschema@.poverty_status, after @extschema@.poverty_status, weight float8) (
	SFUNC = @extschema@.transition_matrix_status_transition,
	STYPE = @extschema@.transition_matrix,
	SSPACE = 768,
	FINALFUNC = @extschema@.transition_matrix_final,
	COMBINEFUNC = @extschema@.transition_matrix_add,
	MSFUNC = @extschema@.transition_matrix_status_transition,
	MINVFUNC = @extschema@.transition_matrix_status_inverse,
	MSTYPE = @extschema@.transition_matrix,
	MSSPACE = 768,
	MFINALFUNC = @extschema@.transition_matrix_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.merge(matrix @extschema@.transition_matrix) (
	SFUNC = @extschema@.transition_matrix_add,
	STYPE = @extschema@.transition_matrix,
	SSPACE = 768,
	FINALFUNC = @extschema@.transition_matrix_final,
	COMBINEFUNC = @extschema@.transition_matrix_add,
	MSFUNC = @extschema@.transition_matrix_add,
	MINVFUNC = @extschema@.transition_matrix_take_away,
	MSTYPE = @extschema@.transition_matrix,
	MSSPACE = 768,
	MFINALFUNC = @extschema@.transition_matrix_final,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.merge(a @extschema@.transition_matrix, b @extschema@.transition_matrix) RETURNS @extschema@.transition_matrix
	AS 'MODULE_PATHNAME', 'transition_matrix_add' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.subtract(a @extschema@.transition_matrix, b @extschema@.transition_matrix) RETURNS @extschema@.transition_matrix
	AS 'MODULE_PATHNAME', 'transition_matrix_subtract' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.transition_counts(matrix @extschema@.transition_matrix) RETURNS float8[]
	AS 'MODULE_PATHNAME', 'transition_counts' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.transition_probabilities(matrix @extschema@.transition_matrix) RETURNS float8[]
	AS 'MODULE_PATHNAME', 'transition_probabilities' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.shorrocks_mobility(matrix @extschema@.transition_matrix) RETURNS float8
	AS 'MODULE_PATHNAME', 'transition_matrix_mobility' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.staying_share(matrix @extschema@.transition_matrix) RETURNS float8
	AS 'MODULE_PATHNAME', 'transition_matrix_staying' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.upward_share(matrix @extschema@.transition_matrix) RETURNS float8
	AS 'MODULE_PATHNAME', 'transition_matrix_upward' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.downward_share(matrix @extschema@.transition_matrix) RETURNS float8
	AS 'MODULE_PATHNAME', 'transition_matrix_downward' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.transition_classes(matrix @extschema@.transition_matrix) RETURNS integer
	AS 'MODULE_PATHNAME', 'transition_matrix_classes' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.population(matrix @extschema@.transition_matrix) RETURNS float8
	AS 'MODULE_PATHNAME', 'transition_matrix_population' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.observations(matrix @extschema@.transition_matrix) RETURNS bigint
	AS 'MODULE_PATHNAME', 'summary_observations' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE @extschema@.poverty_spell AS (
	start float8,
	latest float8,
	length bigint,
	elapsed bigint,
	left_censored boolean,
	right_censored boolean,
	re_entry boolean
);

CREATE TYPE @extschema@.poverty_spell_of_dates AS (
	start date,
	latest date,
	length bigint,
	elapsed bigint,
	left_censored boolean,
	right_censored boolean,
	re_entry boolean
);

CREATE TYPE @extschema@.poverty_spell_of_timestamps AS (
	start timestamp,
	latest timestamp,
	length bigint,
	elapsed bigint,
	left_censored boolean,
	right_censored boolean,
	re_entry boolean
);

CREATE TYPE @extschema@.poverty_spell_of_instants AS (
	start timestamptz,
	latest timestamptz,
	length bigint,
	elapsed bigint,
	left_censored boolean,
	right_censored boolean,
	re_entry boolean
);

CREATE FUNCTION @extschema@.poverty_spell(is_poor boolean, period float8) RETURNS @extschema@.poverty_spell
	AS 'MODULE_PATHNAME', 'poverty_spell' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_spell(is_poor boolean, period date) RETURNS @extschema@.poverty_spell_of_dates
	AS 'MODULE_PATHNAME', 'poverty_spell' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_spell(is_poor boolean, period timestamp) RETURNS @extschema@.poverty_spell_of_timestamps
	AS 'MODULE_PATHNAME', 'poverty_spell' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_spell(is_poor boolean, period timestamptz) RETURNS @extschema@.poverty_spell_of_instants
	AS 'MODULE_PATHNAME', 'poverty_spell' LANGUAGE C WINDOW STABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_spell(status @extschema@.poverty_status, period float8) RETURNS @extschema@.poverty_spell
	AS 'MODULE_PATHNAME', 'poverty_spell' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_spell(status @extschema@.poverty_status, period date) RETURNS @extschema@.poverty_spell_of_dates
	AS 'MODULE_PATHNAME', 'poverty_spell' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_spell(status @extschema@.poverty_status, period timestamp) RETURNS @extschema@.poverty_spell_of_timestamps
	AS 'MODULE_PATHNAME', 'poverty_spell' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_spell(status @extschema@.poverty_status, period timestamptz) RETURNS @extschema@.poverty_spell_of_instants
	AS 'MODULE_PATHNAME', 'poverty_spell' LANGUAGE C WINDOW STABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.persistent_poor(is_poor boolean, period float8) RETURNS boolean
	AS 'MODULE_PATHNAME', 'persistent_poor' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.persistent_poor(is_poor boolean, period date) RETURNS boolean
	AS 'MODULE_PATHNAME', 'persistent_poor' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.persistent_poor(is_poor boolean, period timestamp) RETURNS boolean
	AS 'MODULE_PATHNAME', 'persistent_poor' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.persistent_poor(is_poor boolean, period timestamptz) RETURNS boolean
	AS 'MODULE_PATHNAME', 'persistent_poor' LANGUAGE C WINDOW STABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.persistent_poor(status @extschema@.poverty_status, period float8) RETURNS boolean
	AS 'MODULE_PATHNAME', 'persistent_poor' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.persistent_poor(status @extschema@.poverty_status, period date) RETURNS boolean
	AS 'MODULE_PATHNAME', 'persistent_poor' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.persistent_poor(status @extschema@.poverty_status, period timestamp) RETURNS boolean
	AS 'MODULE_PATHNAME', 'persistent_poor' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.persistent_poor(status @extschema@.poverty_status, period timestamptz) RETURNS boolean
	AS 'MODULE_PATHNAME', 'persistent_poor' LANGUAGE C WINDOW STABLE PARALLEL SAFE;

CREATE TYPE @extschema@.chronic_poverty AS (
	chronic_headcount float8,
	average_duration float8,
	duration_adjusted_headcount float8,
	duration_adjusted_gap float8,
	duration_adjusted_severity float8
);

CREATE TYPE @extschema@.transient_poverty AS (
	total float8,
	chronic float8,
	transient float8
);

CREATE FUNCTION @extschema@.chronic_headcount_transition(@extschema@.exact_sums, boolean[], float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'chronic_headcount_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.chronic_headcount_inverse(@extschema@.exact_sums, boolean[], float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'chronic_headcount_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.chronic_headcount_transition(@extschema@.exact_sums, boolean[], float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'chronic_headcount_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.chronic_headcount_inverse(@extschema@.exact_sums, boolean[], float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'chronic_headcount_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.chronic_poverty_transition(@extschema@.exact_sums, float8[], float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'chronic_poverty_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.chronic_poverty_inverse(@extschema@.exact_sums, float8[], float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'chronic_poverty_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.chronic_poverty_transition(@extschema@.exact_sums, float8[], float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'chronic_poverty_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.chronic_poverty_inverse(@extschema@.exact_sums, float8[], float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'chronic_poverty_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.transient_poverty_transition(@extschema@.exact_sums, float8[], float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'transient_poverty_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.transient_poverty_inverse(@extschema@.exact_sums, float8[], float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'transient_poverty_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.transient_poverty_transition(@extschema@.exact_sums, float8[], float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'transient_poverty_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.transient_poverty_inverse(@extschema@.exact_sums, float8[], float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'transient_poverty_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.chronic_headcount_final(@extschema@.exact_sums) RETURNS float8
	AS 'MODULE_PATHNAME', 'chronic_headcount_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.chronic_poverty_final(@extschema@.exact_sums) RETURNS @extschema@.chronic_poverty
	AS 'MODULE_PATHNAME', 'chronic_poverty_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.transient_poverty_final(@extschema@.exact_sums) RETURNS @extschema@.transient_poverty
	AS 'MODULE_PATHNAME', 'transient_poverty_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.chronic_headcount(poor boolean[], duration_cutoff float8) (
	SFUNC = @extschema@.chronic_headcount_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 192,
	FINALFUNC = @extschema@.chronic_headcount_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.chronic_headcount_transition,
	MINVFUNC = @extschema@.chronic_headcount_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 192,
	MFINALFUNC = @extschema@.chronic_headcount_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.chronic_headcount(poor boolean[], duration_cutoff float8, weight float8) (
	SFUNC = @extschema@.chronic_headcount_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 192,
	FINALFUNC = @extschema@.chronic_headcount_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.chronic_headcount_transition,
	MINVFUNC = @extschema@.chronic_headcount_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 192,
	MFINALFUNC = @extschema@.chronic_headcount_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.chronic_poverty(incomes float8[], line float8, duration_cutoff float8) (
	SFUNC = @extschema@.chronic_poverty_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 384,
	FINALFUNC = @extschema@.chronic_poverty_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.chronic_poverty_transition,
	MINVFUNC = @extschema@.chronic_poverty_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 384,
	MFINALFUNC = @extschema@.chronic_poverty_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.chronic_poverty(incomes float8[], line float8, duration_cutoff float8, weight float8) (
	SFUNC = @extschema@.chronic_poverty_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 384,
	FINALFUNC = @extschema@.chronic_poverty_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.chronic_poverty_transition,
	MINVFUNC = @extschema@.chronic_poverty_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 384,
	MFINALFUNC = @extschema@.chronic_poverty_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.transient_poverty(incomes float8[], line float8, alpha float8) (
	SFUNC = @extschema@.transient_poverty_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 256,
	FINALFUNC = @extschema@.transient_poverty_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.transient_poverty_transition,
	MINVFUNC = @extschema@.transient_poverty_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 256,
	MFINALFUNC = @extschema@.transient_poverty_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.transient_poverty(incomes float8[], line float8, alpha float8, weight float8) (
	SFUNC = @extschema@.transient_poverty_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 256,
	FINALFUNC = @extschema@.transient_poverty_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.transient_poverty_transition,
	MINVFUNC = @extschema@.transient_poverty_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 256,
	MFINALFUNC = @extschema@.transient_poverty_final,
	PARALLEL = SAFE
);

COMMENT ON TYPE @extschema@.poverty_flows IS
'Both official flow forms of one panel, which agree with each other: what leaves one list for the other is one number, shown in both. Made by the aggregate of this name; flow_forms() gives the two as rows.';
COMMENT ON COLUMN @extschema@.poverty_flows.poor IS
'The form of the poor.';
COMMENT ON COLUMN @extschema@.poverty_flows.near_poor IS
'The form of the near-poor.';
COMMENT ON AGGREGATE @extschema@.poverty_flows(@extschema@.poverty_status, @extschema@.poverty_status, boolean, boolean) IS
'Counts households between two reviews, one row each, into both official flow forms at once. before or after NULL: not in the register then; both NULL: the row is left out. ever_poor_before and ever_near_poor_before: whether the household was on that list at any review before; NULL counts as never. Who counts where: a household that moved from one area to another is a departure in one and an arrival in the other (panel_places()); one that split goes on under one of its parts, and the other parts arrive; one that was merged into another departs, and the other goes on; one that the later review did not reach departs. A household is counted into both forms or into none, so that they agree. No row gives NULL. Exact sums, rounded once: the same rows give the same bits whatever the plan. Both reviews must be of one standard and one set of areas: classify both by one standard, and restate the earlier area with area_successors(), or a new code looks like a move.';
COMMENT ON AGGREGATE @extschema@.poverty_flows(@extschema@.poverty_status, @extschema@.poverty_status, boolean, boolean, float8, float8) IS
'Counts households between two reviews, one row each, into both official flow forms at once. before or after NULL: not in the register then; both NULL: the row is left out. The weights are the members, for a form in persons, or survey weights. A household counts with its weight before where it leaves a list and where it moves between the two, and with its weight after where it enters from outside; the change of a household that ends on a list goes to other_decrease or other_increase. A weight is needed where the household is on a list then: NULL there leaves the row out of both forms; negative, NaN and infinite are errors (22023); the others are not looked at. ever_poor_before and ever_near_poor_before: whether the household was on that list at any review before; NULL counts as never. Who counts where: a household that moved from one area to another is a departure in one and an arrival in the other (panel_places()); one that split goes on under one of its parts, and the other parts arrive; one that was merged into another departs, and the other goes on; one that the later review did not reach departs. A household is counted into both forms or into none, so that they agree. No row gives NULL. Exact sums, rounded once: the same rows give the same bits whatever the plan. Both reviews must be of one standard and one set of areas: classify both by one standard, and restate the earlier area with area_successors(), or a new code looks like a move.';
COMMENT ON FUNCTION @extschema@.poverty_flows_transition(@extschema@.exact_sums, @extschema@.poverty_status, @extschema@.poverty_status, boolean, boolean) IS
'Counts a row into the state of poverty_flows(before, after, ever_poor_before, ever_near_poor_before).';
COMMENT ON FUNCTION @extschema@.poverty_flows_inverse(@extschema@.exact_sums, @extschema@.poverty_status, @extschema@.poverty_status, boolean, boolean) IS
'Counts a row out of the state of poverty_flows(before, after, ever_poor_before, ever_near_poor_before), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.poverty_flows_transition(@extschema@.exact_sums, @extschema@.poverty_status, @extschema@.poverty_status, boolean, boolean, float8, float8) IS
'Counts a row into the state of poverty_flows(before, after, ever_poor_before, ever_near_poor_before, weight_before, weight_after).';
COMMENT ON FUNCTION @extschema@.poverty_flows_inverse(@extschema@.exact_sums, @extschema@.poverty_status, @extschema@.poverty_status, boolean, boolean, float8, float8) IS
'Counts a row out of the state of poverty_flows(before, after, ever_poor_before, ever_near_poor_before, weight_before, weight_after), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.poverty_flows_final(@extschema@.exact_sums) IS
'The result of poverty_flows() from its state; NULL without a row.';
COMMENT ON FUNCTION @extschema@.flow_forms(@extschema@.poverty_flows) IS
'The two forms as rows: that of the poor, then that of the near-poor. NULL gives no row.';
COMMENT ON TYPE @extschema@.panel_place IS
'A household as one area sees it: a row of panel_places().';
COMMENT ON COLUMN @extschema@.panel_place.unit IS
'The area.';
COMMENT ON COLUMN @extschema@.panel_place.before IS
'Status in this area at the earlier review; NULL: it was not in this area''s register then.';
COMMENT ON COLUMN @extschema@.panel_place.after IS
'Status in this area at the later review; NULL: it is not in this area''s register any more.';
COMMENT ON FUNCTION @extschema@.panel_places(text, text, @extschema@.poverty_status, @extschema@.poverty_status) IS
'A household between two reviews as the area, or the two areas, in which it lived see it: one row if it stayed in its area; if it moved, one of the old area with after NULL (a departure there) and one of the new area with before NULL (an arrival). A NULL unit is no area: the household was not in the register then. Use it in LATERAL before poverty_flows() GROUP BY unit; for a city, give the city for both units, and moves within it are none. Both reviews must be of one standard and one set of areas: classify both by one standard, and restate the earlier area with area_successors(), or a new code looks like a move.';
COMMENT ON TYPE @extschema@.transition_matrix IS
'How many moved from each class to each: exact sums, one for each pair of classes, to be stored, merged and read later (transition_counts, shorrocks_mobility and others). One byte form for one multiset of rows. Text form: hexadecimal digits of the binary form; both are lossless, begin with a version byte and end with a checksum (CRC-32C). The order of matrices has no meaning. A cast to jsonb shows it to people.';
COMMENT ON FUNCTION @extschema@.transition_matrix_in(cstring) IS
'Reads the text form of a transition_matrix; malformed text, a wrong checksum and counts that contradict themselves are errors (22P03).';
COMMENT ON FUNCTION @extschema@.transition_matrix_out(@extschema@.transition_matrix) IS
'Writes the text form of a transition_matrix: hexadecimal digits of the binary form.';
COMMENT ON FUNCTION @extschema@.transition_matrix_recv(internal) IS
'Reads the binary form of a transition_matrix; every byte is checked, and malformed bytes, a wrong checksum and counts that contradict themselves are errors (22P03).';
COMMENT ON FUNCTION @extschema@.transition_matrix_send(@extschema@.transition_matrix) IS
'Writes the binary form of a transition_matrix.';
COMMENT ON FUNCTION @extschema@.transition_matrix_eq(@extschema@.transition_matrix, @extschema@.transition_matrix) IS
'Whether two matrices hold the same counts of the same number of rows.';
COMMENT ON FUNCTION @extschema@.transition_matrix_ne(@extschema@.transition_matrix, @extschema@.transition_matrix) IS
'Whether two matrices differ.';
COMMENT ON FUNCTION @extschema@.transition_matrix_hash(@extschema@.transition_matrix) IS
'Hash of a transition_matrix, for GROUP BY, DISTINCT and hash joins.';
COMMENT ON FUNCTION @extschema@.transition_matrix_hash_extended(@extschema@.transition_matrix, bigint) IS
'Hash of a transition_matrix with a seed, for hash partitioning.';
COMMENT ON OPERATOR @extschema@.= (@extschema@.transition_matrix, @extschema@.transition_matrix) IS
'Whether two matrices hold the same counts of the same number of rows.';
COMMENT ON OPERATOR @extschema@.<> (@extschema@.transition_matrix, @extschema@.transition_matrix) IS
'Whether two matrices differ.';
COMMENT ON OPERATOR FAMILY @extschema@.transition_matrix_hash_ops USING hash IS
'Hashing of transition_matrix.';
COMMENT ON OPERATOR CLASS @extschema@.transition_matrix_hash_ops USING hash IS
'Hashing of transition_matrix.';
COMMENT ON FUNCTION @extschema@.transition_matrix_lt(@extschema@.transition_matrix, @extschema@.transition_matrix) IS
'Whether the bytes of the first matrix sort before those of the second: an order without meaning, for sorting.';
COMMENT ON OPERATOR @extschema@.< (@extschema@.transition_matrix, @extschema@.transition_matrix) IS
'The bytes of the first matrix sort before those of the second: an order without meaning, for sorting.';
COMMENT ON FUNCTION @extschema@.transition_matrix_le(@extschema@.transition_matrix, @extschema@.transition_matrix) IS
'Whether the bytes of the first matrix sort before those of the second or are the same: an order without meaning, for sorting.';
COMMENT ON OPERATOR @extschema@.<= (@extschema@.transition_matrix, @extschema@.transition_matrix) IS
'The bytes of the first matrix sort before those of the second or are the same: an order without meaning, for sorting.';
COMMENT ON FUNCTION @extschema@.transition_matrix_gt(@extschema@.transition_matrix, @extschema@.transition_matrix) IS
'Whether the bytes of the first matrix sort after those of the second: an order without meaning, for sorting.';
COMMENT ON OPERATOR @extschema@.> (@extschema@.transition_matrix, @extschema@.transition_matrix) IS
'The bytes of the first matrix sort after those of the second: an order without meaning, for sorting.';
COMMENT ON FUNCTION @extschema@.transition_matrix_ge(@extschema@.transition_matrix, @extschema@.transition_matrix) IS
'Whether the bytes of the first matrix sort after those of the second or are the same: an order without meaning, for sorting.';
COMMENT ON OPERATOR @extschema@.>= (@extschema@.transition_matrix, @extschema@.transition_matrix) IS
'The bytes of the first matrix sort after those of the second or are the same: an order without meaning, for sorting.';
COMMENT ON FUNCTION @extschema@.transition_matrix_cmp(@extschema@.transition_matrix, @extschema@.transition_matrix) IS
'Below, at or above 0 as the bytes of the first matrix sort before, with or after those of the second: an order without meaning, for sorting.';
COMMENT ON OPERATOR CLASS @extschema@.transition_matrix_ops USING btree IS
'An order of the bytes of matrices, which means nothing, for count(DISTINCT), ORDER BY, merge joins and unique indexes.';
COMMENT ON OPERATOR FAMILY @extschema@.transition_matrix_ops USING btree IS
'An order of the bytes of matrices, which means nothing, for count(DISTINCT), ORDER BY, merge joins and unique indexes.';
COMMENT ON CAST (@extschema@.transition_matrix AS jsonb) IS
'A transition_matrix for people to read: numbers of rows and classes, counts, mobility.';
COMMENT ON FUNCTION @extschema@.transition_matrix_to_jsonb(@extschema@.transition_matrix) IS
'A transition_matrix for people to read: {"observations", "classes", "counts": one array for each class before, "shorrocks_mobility" or null}. The numbers are the shortest decimals that are the doubles.';
COMMENT ON FUNCTION @extschema@.transition_matrix_transition(@extschema@.transition_matrix, float8, float8, float8) IS
'Counts a row into the state of transition_matrix(before_class, after_class, classes).';
COMMENT ON FUNCTION @extschema@.transition_matrix_inverse(@extschema@.transition_matrix, float8, float8, float8) IS
'Counts a row out of the state of transition_matrix(before_class, after_class, classes), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.transition_matrix_transition(@extschema@.transition_matrix, float8, float8, float8, float8) IS
'Counts a row into the state of transition_matrix(before_class, after_class, classes, weight).';
COMMENT ON FUNCTION @extschema@.transition_matrix_inverse(@extschema@.transition_matrix, float8, float8, float8, float8) IS
'Counts a row out of the state of transition_matrix(before_class, after_class, classes, weight), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.transition_matrix_status_transition(@extschema@.transition_matrix, @extschema@.poverty_status, @extschema@.poverty_status) IS
'Counts a row into the state of transition_matrix(before, after).';
COMMENT ON FUNCTION @extschema@.transition_matrix_status_inverse(@extschema@.transition_matrix, @extschema@.poverty_status, @extschema@.poverty_status) IS
'Counts a row out of the state of transition_matrix(before, after), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.transition_matrix_status_transition(@extschema@.transition_matrix, @extschema@.poverty_status, @extschema@.poverty_status, float8) IS
'Counts a row into the state of transition_matrix(before, after, weight).';
COMMENT ON FUNCTION @extschema@.transition_matrix_status_inverse(@extschema@.transition_matrix, @extschema@.poverty_status, @extschema@.poverty_status, float8) IS
'Counts a row out of the state of transition_matrix(before, after, weight), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.transition_matrix_add(@extschema@.transition_matrix, @extschema@.transition_matrix) IS
'Adds two matrices, exactly; those of different numbers of classes are an error (22023).';
COMMENT ON FUNCTION @extschema@.transition_matrix_take_away(@extschema@.transition_matrix, @extschema@.transition_matrix) IS
'Takes the second matrix out of the first, exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.transition_matrix_final(@extschema@.transition_matrix) IS
'The result of transition_matrix() and of merge() from the state; NULL without a row.';
COMMENT ON AGGREGATE @extschema@.transition_matrix(float8, float8, float8) IS
'Moves between classes, one row a household: the class before and the class after, whole numbers from 1 to classes, and the number of classes, at most 255 and the same for all rows of a group (22023). Number them from the worst to the best where upward_share() is to be read; quantiles come from ntile(). A row with a NULL is left out, so that the matrix is of those that both reviews hold. No row gives NULL. Exact sums, rounded once: the same rows give the same bits whatever the plan.';
COMMENT ON AGGREGATE @extschema@.transition_matrix(float8, float8, float8, float8) IS
'Moves between classes, one row a household: the class before and the class after, whole numbers from 1 to classes, and the number of classes, at most 255 and the same for all rows of a group (22023). Number them from the worst to the best where upward_share() is to be read; quantiles come from ntile(). Weights: a row of weight 0 is no row, and is left out, like one with a NULL, before its other values are looked at; negative, NaN and infinite are errors (22023). A row with a NULL is left out, so that the matrix is of those that both reviews hold. No row gives NULL. Exact sums, rounded once: the same rows give the same bits whatever the plan.';
COMMENT ON AGGREGATE @extschema@.transition_matrix(@extschema@.poverty_status, @extschema@.poverty_status) IS
'Moves between classes, one row a household: the classes are the statuses, 1 poor, 2 near-poor, 3 average, 4 better off. A row with a NULL is left out, so that the matrix is of those that both reviews hold. No row gives NULL. Exact sums, rounded once: the same rows give the same bits whatever the plan.';
COMMENT ON AGGREGATE @extschema@.transition_matrix(@extschema@.poverty_status, @extschema@.poverty_status, float8) IS
'Moves between classes, one row a household: the classes are the statuses, 1 poor, 2 near-poor, 3 average, 4 better off. Weights: a row of weight 0 is no row, and is left out, like one with a NULL, before its other values are looked at; negative, NaN and infinite are errors (22023). A row with a NULL is left out, so that the matrix is of those that both reviews hold. No row gives NULL. Exact sums, rounded once: the same rows give the same bits whatever the plan.';
COMMENT ON AGGREGATE @extschema@.merge(@extschema@.transition_matrix) IS
'Joins matrices of disjoint rows: the same, to the bit, as one made of all their rows. NULLs are left out; matrices of different numbers of classes are an error (22023).';
COMMENT ON FUNCTION @extschema@.merge(@extschema@.transition_matrix, @extschema@.transition_matrix) IS
'Joins two matrices of disjoint rows, exactly; those of different numbers of classes are an error (22023). NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.subtract(@extschema@.transition_matrix, @extschema@.transition_matrix) IS
'The matrix of the rows of a that are not in b, exactly. b must be of rows that are in a: a count below zero is an error (22023), and so are different numbers of classes. NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.transition_counts(@extschema@.transition_matrix) IS
'The counts: element [i][j] is how many were in class i before and are in class j after, each an exact sum rounded once. NULL without a row. Unit: that of the weights.';
COMMENT ON FUNCTION @extschema@.transition_probabilities(@extschema@.transition_matrix) IS
'The transition probabilities: element [i][j] is the share of those in class i before that are in class j after, a fraction; NULL in the row of a class that was empty before. NULL without a row. Source: Shorrocks (1978), Econometrica 46.';
COMMENT ON FUNCTION @extschema@.shorrocks_mobility(@extschema@.transition_matrix) IS
'Shorrocks mobility index: (n - trace P) / (n - 1), P the transition probabilities, n the number of classes. 0 when nobody changes class, 1 when the class after does not depend on the class before; at most n / (n - 1). NULL for one class, and where a class was empty before. A. F. Shorrocks, The measurement of mobility, Econometrica 46 (1978). Unit: none.';
COMMENT ON FUNCTION @extschema@.staying_share(@extschema@.transition_matrix) IS
'The share of all that are in the same class after as before, a fraction. NULL without a row.';
COMMENT ON FUNCTION @extschema@.upward_share(@extschema@.transition_matrix) IS
'The share of all that are in a class of a higher number after than before, a fraction: better off, when classes are numbered so. NULL without a row.';
COMMENT ON FUNCTION @extschema@.downward_share(@extschema@.transition_matrix) IS
'The share of all that are in a class of a lower number after than before, a fraction. NULL without a row.';
COMMENT ON FUNCTION @extschema@.transition_classes(@extschema@.transition_matrix) IS
'The number of classes of a transition_matrix. NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.population(@extschema@.transition_matrix) IS
'How many a transition_matrix holds: the sum of the weights, or of the rows where it has none. NULL without a row. Unit: that of the weights.';
COMMENT ON FUNCTION @extschema@.observations(@extschema@.transition_matrix) IS
'How many rows a transition_matrix holds. NULL without a row.';
COMMENT ON TYPE @extschema@.poverty_spell IS
'A spell of poverty of one household, as poverty_spell() finds it over periods that are numbers: a run of reviews that found it poor, with none missing between them.';
COMMENT ON COLUMN @extschema@.poverty_spell.start IS
'Period of the first review of the spell.';
COMMENT ON COLUMN @extschema@.poverty_spell.latest IS
'Period of the last review of the spell.';
COMMENT ON COLUMN @extschema@.poverty_spell.length IS
'Reviews in the spell.';
COMMENT ON COLUMN @extschema@.poverty_spell.elapsed IS
'Reviews from its start to this row, this one included: 1 at the start.';
COMMENT ON COLUMN @extschema@.poverty_spell.left_censored IS
'Whether what was before the start is not known (no review, a NULL status, or a gap), so that the spell may have begun earlier.';
COMMENT ON COLUMN @extschema@.poverty_spell.right_censored IS
'Whether what came after the latest review is not known, so that the spell may have gone on.';
COMMENT ON COLUMN @extschema@.poverty_spell.re_entry IS
'Whether the household was poor before, was then found not poor, and is poor again.';
COMMENT ON TYPE @extschema@.poverty_spell_of_dates IS
'A spell of poverty of one household, as poverty_spell() finds it over periods that are dates: a run of reviews that found it poor, with none missing between them.';
COMMENT ON COLUMN @extschema@.poverty_spell_of_dates.start IS
'Period of the first review of the spell.';
COMMENT ON COLUMN @extschema@.poverty_spell_of_dates.latest IS
'Period of the last review of the spell.';
COMMENT ON COLUMN @extschema@.poverty_spell_of_dates.length IS
'Reviews in the spell.';
COMMENT ON COLUMN @extschema@.poverty_spell_of_dates.elapsed IS
'Reviews from its start to this row, this one included: 1 at the start.';
COMMENT ON COLUMN @extschema@.poverty_spell_of_dates.left_censored IS
'Whether what was before the start is not known (no review, a NULL status, or a gap), so that the spell may have begun earlier.';
COMMENT ON COLUMN @extschema@.poverty_spell_of_dates.right_censored IS
'Whether what came after the latest review is not known, so that the spell may have gone on.';
COMMENT ON COLUMN @extschema@.poverty_spell_of_dates.re_entry IS
'Whether the household was poor before, was then found not poor, and is poor again.';
COMMENT ON TYPE @extschema@.poverty_spell_of_timestamps IS
'A spell of poverty of one household, as poverty_spell() finds it over periods that are timestamps: a run of reviews that found it poor, with none missing between them.';
COMMENT ON COLUMN @extschema@.poverty_spell_of_timestamps.start IS
'Period of the first review of the spell.';
COMMENT ON COLUMN @extschema@.poverty_spell_of_timestamps.latest IS
'Period of the last review of the spell.';
COMMENT ON COLUMN @extschema@.poverty_spell_of_timestamps.length IS
'Reviews in the spell.';
COMMENT ON COLUMN @extschema@.poverty_spell_of_timestamps.elapsed IS
'Reviews from its start to this row, this one included: 1 at the start.';
COMMENT ON COLUMN @extschema@.poverty_spell_of_timestamps.left_censored IS
'Whether what was before the start is not known (no review, a NULL status, or a gap), so that the spell may have begun earlier.';
COMMENT ON COLUMN @extschema@.poverty_spell_of_timestamps.right_censored IS
'Whether what came after the latest review is not known, so that the spell may have gone on.';
COMMENT ON COLUMN @extschema@.poverty_spell_of_timestamps.re_entry IS
'Whether the household was poor before, was then found not poor, and is poor again.';
COMMENT ON TYPE @extschema@.poverty_spell_of_instants IS
'A spell of poverty of one household, as poverty_spell() finds it over periods that are timestamps with time zone: a run of reviews that found it poor, with none missing between them.';
COMMENT ON COLUMN @extschema@.poverty_spell_of_instants.start IS
'Period of the first review of the spell.';
COMMENT ON COLUMN @extschema@.poverty_spell_of_instants.latest IS
'Period of the last review of the spell.';
COMMENT ON COLUMN @extschema@.poverty_spell_of_instants.length IS
'Reviews in the spell.';
COMMENT ON COLUMN @extschema@.poverty_spell_of_instants.elapsed IS
'Reviews from its start to this row, this one included: 1 at the start.';
COMMENT ON COLUMN @extschema@.poverty_spell_of_instants.left_censored IS
'Whether what was before the start is not known (no review, a NULL status, or a gap), so that the spell may have begun earlier.';
COMMENT ON COLUMN @extschema@.poverty_spell_of_instants.right_censored IS
'Whether what came after the latest review is not known, so that the spell may have gone on.';
COMMENT ON COLUMN @extschema@.poverty_spell_of_instants.re_entry IS
'Whether the household was poor before, was then found not poor, and is poor again.';
COMMENT ON FUNCTION @extschema@.poverty_spell(boolean, float8) IS
'Window function, OVER (PARTITION BY household ORDER BY period). The spell of poverty that this review belongs to, from is_poor: its start, its latest review, its length in reviews, whether its beginning or its end is not known (censored), whether it is a re-entry. NULL for a review that did not find the household poor, and for a NULL status or period. A whole number that is missing (22023 if not whole) is a review that is missing. A review with a NULL status, or one that is missing, ends what is known: the spell before it is right-censored, the one after it left-censored. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.poverty_spell(boolean, date) IS
'Window function, OVER (PARTITION BY household ORDER BY period). The spell of poverty that this review belongs to, from is_poor: its start, its latest review, its length in reviews, whether its beginning or its end is not known (censored), whether it is a re-entry. NULL for a review that did not find the household poor, and for a NULL status or period. A review less than 18 months after another follows it, so that yearly reviews may be held on other days each year; one that is later misses one between them. Of monthly and quarterly reviews a single one that is missing is not noticed. A review with a NULL status, or one that is missing, ends what is known: the spell before it is right-censored, the one after it left-censored. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000), and so is an infinite period (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.poverty_spell(boolean, timestamp) IS
'Window function, OVER (PARTITION BY household ORDER BY period). The spell of poverty that this review belongs to, from is_poor: its start, its latest review, its length in reviews, whether its beginning or its end is not known (censored), whether it is a re-entry. NULL for a review that did not find the household poor, and for a NULL status or period. A review less than 18 months after another follows it, so that yearly reviews may be held on other days each year; one that is later misses one between them. Of monthly and quarterly reviews a single one that is missing is not noticed. A review with a NULL status, or one that is missing, ends what is known: the spell before it is right-censored, the one after it left-censored. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000), and so is an infinite period (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.poverty_spell(boolean, timestamptz) IS
'Window function, OVER (PARTITION BY household ORDER BY period). The spell of poverty that this review belongs to, from is_poor: its start, its latest review, its length in reviews, whether its beginning or its end is not known (censored), whether it is a re-entry. NULL for a review that did not find the household poor, and for a NULL status or period. A review less than 18 months after another, in the session''s time zone, follows it, so that yearly reviews may be held on other days each year; one that is later misses one between them. Of monthly and quarterly reviews a single one that is missing is not noticed. A review with a NULL status, or one that is missing, ends what is known: the spell before it is right-censored, the one after it left-censored. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000), and so is an infinite period (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.poverty_spell(@extschema@.poverty_status, float8) IS
'Window function, OVER (PARTITION BY household ORDER BY period). The spell of poverty that this review belongs to, from status (poor, or another): its start, its latest review, its length in reviews, whether its beginning or its end is not known (censored), whether it is a re-entry. NULL for a review that did not find the household poor, and for a NULL status or period. A whole number that is missing (22023 if not whole) is a review that is missing. A review with a NULL status, or one that is missing, ends what is known: the spell before it is right-censored, the one after it left-censored. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.poverty_spell(@extschema@.poverty_status, date) IS
'Window function, OVER (PARTITION BY household ORDER BY period). The spell of poverty that this review belongs to, from status (poor, or another): its start, its latest review, its length in reviews, whether its beginning or its end is not known (censored), whether it is a re-entry. NULL for a review that did not find the household poor, and for a NULL status or period. A review less than 18 months after another follows it, so that yearly reviews may be held on other days each year; one that is later misses one between them. Of monthly and quarterly reviews a single one that is missing is not noticed. A review with a NULL status, or one that is missing, ends what is known: the spell before it is right-censored, the one after it left-censored. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000), and so is an infinite period (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.poverty_spell(@extschema@.poverty_status, timestamp) IS
'Window function, OVER (PARTITION BY household ORDER BY period). The spell of poverty that this review belongs to, from status (poor, or another): its start, its latest review, its length in reviews, whether its beginning or its end is not known (censored), whether it is a re-entry. NULL for a review that did not find the household poor, and for a NULL status or period. A review less than 18 months after another follows it, so that yearly reviews may be held on other days each year; one that is later misses one between them. Of monthly and quarterly reviews a single one that is missing is not noticed. A review with a NULL status, or one that is missing, ends what is known: the spell before it is right-censored, the one after it left-censored. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000), and so is an infinite period (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.poverty_spell(@extschema@.poverty_status, timestamptz) IS
'Window function, OVER (PARTITION BY household ORDER BY period). The spell of poverty that this review belongs to, from status (poor, or another): its start, its latest review, its length in reviews, whether its beginning or its end is not known (censored), whether it is a re-entry. NULL for a review that did not find the household poor, and for a NULL status or period. A review less than 18 months after another, in the session''s time zone, follows it, so that yearly reviews may be held on other days each year; one that is later misses one between them. Of monthly and quarterly reviews a single one that is missing is not noticed. A review with a NULL status, or one that is missing, ends what is known: the spell before it is right-censored, the one after it left-censored. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000), and so is an infinite period (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.persistent_poor(boolean, float8) IS
'Window function, OVER (PARTITION BY household ORDER BY period). Whether the household is persistently poor: poor now and in at least two of the three years before (Eurostat, persistent at-risk-of-poverty). true or false when the years that are known decide, whatever the others were; otherwise NULL. The period is a whole number, such as a year (22023 otherwise), and a year is 1: for months and quarters give dates, not numbers such as 201812. An untyped literal is taken for a number. The persistent rate is poverty_rate(persistent, weight) over the rows of one year. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.persistent_poor(boolean, date) IS
'Window function, OVER (PARTITION BY household ORDER BY period). Whether the household is persistently poor: poor now and in at least two of the three years before (Eurostat, persistent at-risk-of-poverty). true or false when the years that are known decide, whatever the others were; otherwise NULL. The review of an earlier year is the one that is nearest to the same day of that year and at most 182 days from it, of two as near the later one; the end of a month goes with the end of that month. So yearly reviews may be held on other days each year. The persistent rate is poverty_rate(persistent, weight) over the rows of one year. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000), and so is an infinite period (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.persistent_poor(boolean, timestamp) IS
'Window function, OVER (PARTITION BY household ORDER BY period). Whether the household is persistently poor: poor now and in at least two of the three years before (Eurostat, persistent at-risk-of-poverty). true or false when the years that are known decide, whatever the others were; otherwise NULL. The review of an earlier year is the one that is nearest to the same day and time of that year and at most 182 days from it, of two as near the later one; the end of a month goes with the end of that month. So yearly reviews may be held on other days each year. The persistent rate is poverty_rate(persistent, weight) over the rows of one year. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000), and so is an infinite period (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.persistent_poor(boolean, timestamptz) IS
'Window function, OVER (PARTITION BY household ORDER BY period). Whether the household is persistently poor: poor now and in at least two of the three years before (Eurostat, persistent at-risk-of-poverty). true or false when the years that are known decide, whatever the others were; otherwise NULL. The review of an earlier year is the one that is nearest to the same day and time of that year, in the session''s time zone (two instants that bear one local time, when clocks go back, are one period) and at most 182 days from it, of two as near the later one; the end of a month goes with the end of that month. So yearly reviews may be held on other days each year. The persistent rate is poverty_rate(persistent, weight) over the rows of one year. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000), and so is an infinite period (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.persistent_poor(@extschema@.poverty_status, float8) IS
'Window function, OVER (PARTITION BY household ORDER BY period). Whether the household is persistently poor: poor now and in at least two of the three years before (Eurostat, persistent at-risk-of-poverty). true or false when the years that are known decide, whatever the others were; otherwise NULL. The period is a whole number, such as a year (22023 otherwise), and a year is 1: for months and quarters give dates, not numbers such as 201812. An untyped literal is taken for a number. The persistent rate is poverty_rate(persistent, weight) over the rows of one year. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.persistent_poor(@extschema@.poverty_status, date) IS
'Window function, OVER (PARTITION BY household ORDER BY period). Whether the household is persistently poor: poor now and in at least two of the three years before (Eurostat, persistent at-risk-of-poverty). true or false when the years that are known decide, whatever the others were; otherwise NULL. The review of an earlier year is the one that is nearest to the same day of that year and at most 182 days from it, of two as near the later one; the end of a month goes with the end of that month. So yearly reviews may be held on other days each year. The persistent rate is poverty_rate(persistent, weight) over the rows of one year. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000), and so is an infinite period (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.persistent_poor(@extschema@.poverty_status, timestamp) IS
'Window function, OVER (PARTITION BY household ORDER BY period). Whether the household is persistently poor: poor now and in at least two of the three years before (Eurostat, persistent at-risk-of-poverty). true or false when the years that are known decide, whatever the others were; otherwise NULL. The review of an earlier year is the one that is nearest to the same day and time of that year and at most 182 days from it, of two as near the later one; the end of a month goes with the end of that month. So yearly reviews may be held on other days each year. The persistent rate is poverty_rate(persistent, weight) over the rows of one year. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000), and so is an infinite period (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.persistent_poor(@extschema@.poverty_status, timestamptz) IS
'Window function, OVER (PARTITION BY household ORDER BY period). Whether the household is persistently poor: poor now and in at least two of the three years before (Eurostat, persistent at-risk-of-poverty). true or false when the years that are known decide, whatever the others were; otherwise NULL. The review of an earlier year is the one that is nearest to the same day and time of that year, in the session''s time zone (two instants that bear one local time, when clocks go back, are one period) and at most 182 days from it, of two as near the later one; the end of a month goes with the end of that month. So yearly reviews may be held on other days each year. The persistent rate is poverty_rate(persistent, weight) over the rows of one year. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000), and so is an infinite period (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON TYPE @extschema@.chronic_poverty IS
'Chronic poverty by duration: the result of the aggregate chronic_poverty(). J. E. Foster, A class of chronic poverty measures, in Addison, Hulme and Kanbur (eds.), Poverty Dynamics (2009).';
COMMENT ON COLUMN @extschema@.chronic_poverty.chronic_headcount IS
'Share of households (or of weight) that are poor in at least duration_cutoff of their periods: H, a fraction.';
COMMENT ON COLUMN @extschema@.chronic_poverty.average_duration IS
'Mean share of periods in poverty among the chronically poor: D, a fraction; NULL when there are none.';
COMMENT ON COLUMN @extschema@.chronic_poverty.duration_adjusted_headcount IS
'K0 = H * D: the mean over households of the share of periods in poverty, counted for the chronically poor only.';
COMMENT ON COLUMN @extschema@.chronic_poverty.duration_adjusted_gap IS
'K1: the mean over households of the mean over periods of (line - income) / line, counted for the chronically poor when they are poor.';
COMMENT ON COLUMN @extschema@.chronic_poverty.duration_adjusted_severity IS
'K2: the same with the square of the gap.';
COMMENT ON TYPE @extschema@.transient_poverty IS
'Total poverty over a panel, divided into chronic and transient: the result of the aggregate transient_poverty().';
COMMENT ON COLUMN @extschema@.transient_poverty.total IS
'FGT alpha averaged over the periods of each household, then over households.';
COMMENT ON COLUMN @extschema@.transient_poverty.chronic IS
'FGT alpha of each household''s mean income over its periods, averaged over households.';
COMMENT ON COLUMN @extschema@.transient_poverty.transient IS
'total - chronic, rounded once; not below 0 for alpha >= 1.';
COMMENT ON AGGREGATE @extschema@.chronic_headcount(boolean[], float8) IS
'Share of households that are chronically poor: poor in at least duration_cutoff of their periods (Foster 2009), a fraction. One row a household, with array_agg(is_poor ORDER BY year). duration_cutoff is a share of the periods, above 0 and at most 1, the same for all rows of a group (22023); 1e-9 is left for how it was rounded, so that 2 of 3 periods reach 0.666666667. A NULL in the array is a period in which the household was not observed, and is left out; a household without a period is left out, and so is a row with a NULL. An array of several dimensions is an error (2202E). No row gives NULL. Exact sums, rounded once: the same rows give the same bits whatever the plan.';
COMMENT ON AGGREGATE @extschema@.chronic_poverty(float8[], float8, float8) IS
'Chronic poverty by duration (Foster 2009): headcount, average duration, and the duration-adjusted FGT for alpha 0, 1 and 2, in one pass. One row a household, with array_agg(income ORDER BY year) in real terms and its line; with lines that change, give incomes divided by them and 1. Poor: income < line. duration_cutoff is a share of the periods, above 0 and at most 1, the same for all rows of a group (22023); 1e-9 is left for how it was rounded, so that 2 of 3 periods reach 0.666666667. A NULL in the array is a period in which the household was not observed, and is left out; a household without a period is left out, and so is a row with a NULL. Incomes: NaN and infinite are errors (22023); line: positive. An array of several dimensions is an error (2202E). No row gives NULL. Exact sums, rounded once: the same rows give the same bits whatever the plan.';
COMMENT ON AGGREGATE @extschema@.transient_poverty(float8[], float8, float8) IS
'Chronic and transient poverty (J. Jalan and M. Ravallion, Transient poverty in postreform rural China, Journal of Comparative Economics 26, 1998; DASP''s dtcpov): chronic is the poverty of the mean income over time, transient what the mean poverty over time has beyond it. FGT alpha, which they take to be 2 (squared gap); the same for all rows of a group (22023). One row a household, with array_agg(income ORDER BY year) in real terms and its line; with lines that change, give incomes divided by them and 1. A NULL in the array is a period in which the household was not observed, and is left out; a household without a period is left out, and so is a row with a NULL. Incomes: NaN and infinite are errors (22023); line: positive; alpha: 0 or more. An array of several dimensions is an error (2202E). No row gives NULL. Exact sums, rounded once: the same rows give the same bits whatever the plan.';
COMMENT ON AGGREGATE @extschema@.chronic_headcount(boolean[], float8, float8) IS
'Share of households that are chronically poor: poor in at least duration_cutoff of their periods (Foster 2009), a fraction. One row a household, with array_agg(is_poor ORDER BY year). duration_cutoff is a share of the periods, above 0 and at most 1, the same for all rows of a group (22023); 1e-9 is left for how it was rounded, so that 2 of 3 periods reach 0.666666667. A NULL in the array is a period in which the household was not observed, and is left out; a household without a period is left out, and so is a row with a NULL. Weights: a row of weight 0 is no row, and is left out, like one with a NULL, before its other values are looked at; negative, NaN and infinite are errors (22023). An array of several dimensions is an error (2202E). No row gives NULL. Exact sums, rounded once: the same rows give the same bits whatever the plan.';
COMMENT ON AGGREGATE @extschema@.chronic_poverty(float8[], float8, float8, float8) IS
'Chronic poverty by duration (Foster 2009): headcount, average duration, and the duration-adjusted FGT for alpha 0, 1 and 2, in one pass. One row a household, with array_agg(income ORDER BY year) in real terms and its line; with lines that change, give incomes divided by them and 1. Poor: income < line. duration_cutoff is a share of the periods, above 0 and at most 1, the same for all rows of a group (22023); 1e-9 is left for how it was rounded, so that 2 of 3 periods reach 0.666666667. A NULL in the array is a period in which the household was not observed, and is left out; a household without a period is left out, and so is a row with a NULL. Incomes: NaN and infinite are errors (22023); line: positive. Weights: a row of weight 0 is no row, and is left out, like one with a NULL, before its other values are looked at; negative, NaN and infinite are errors (22023). An array of several dimensions is an error (2202E). No row gives NULL. Exact sums, rounded once: the same rows give the same bits whatever the plan.';
COMMENT ON AGGREGATE @extschema@.transient_poverty(float8[], float8, float8, float8) IS
'Chronic and transient poverty (J. Jalan and M. Ravallion, Transient poverty in postreform rural China, Journal of Comparative Economics 26, 1998; DASP''s dtcpov): chronic is the poverty of the mean income over time, transient what the mean poverty over time has beyond it. FGT alpha, which they take to be 2 (squared gap); the same for all rows of a group (22023). One row a household, with array_agg(income ORDER BY year) in real terms and its line; with lines that change, give incomes divided by them and 1. A NULL in the array is a period in which the household was not observed, and is left out; a household without a period is left out, and so is a row with a NULL. Incomes: NaN and infinite are errors (22023); line: positive; alpha: 0 or more. Weights: a row of weight 0 is no row, and is left out, like one with a NULL, before its other values are looked at; negative, NaN and infinite are errors (22023). An array of several dimensions is an error (2202E). No row gives NULL. Exact sums, rounded once: the same rows give the same bits whatever the plan.';
COMMENT ON FUNCTION @extschema@.chronic_headcount_transition(@extschema@.exact_sums, boolean[], float8) IS
'Counts a row into the state of chronic_headcount(poor, duration_cutoff).';
COMMENT ON FUNCTION @extschema@.chronic_headcount_inverse(@extschema@.exact_sums, boolean[], float8) IS
'Counts a row out of the state of chronic_headcount(poor, duration_cutoff), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.chronic_headcount_transition(@extschema@.exact_sums, boolean[], float8, float8) IS
'Counts a row into the state of chronic_headcount(poor, duration_cutoff, weight).';
COMMENT ON FUNCTION @extschema@.chronic_headcount_inverse(@extschema@.exact_sums, boolean[], float8, float8) IS
'Counts a row out of the state of chronic_headcount(poor, duration_cutoff, weight), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.chronic_headcount_final(@extschema@.exact_sums) IS
'The result of chronic_headcount() from its state; NULL without a row.';
COMMENT ON FUNCTION @extschema@.chronic_poverty_transition(@extschema@.exact_sums, float8[], float8, float8) IS
'Counts a row into the state of chronic_poverty(incomes, line, duration_cutoff).';
COMMENT ON FUNCTION @extschema@.chronic_poverty_inverse(@extschema@.exact_sums, float8[], float8, float8) IS
'Counts a row out of the state of chronic_poverty(incomes, line, duration_cutoff), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.chronic_poverty_transition(@extschema@.exact_sums, float8[], float8, float8, float8) IS
'Counts a row into the state of chronic_poverty(incomes, line, duration_cutoff, weight).';
COMMENT ON FUNCTION @extschema@.chronic_poverty_inverse(@extschema@.exact_sums, float8[], float8, float8, float8) IS
'Counts a row out of the state of chronic_poverty(incomes, line, duration_cutoff, weight), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.chronic_poverty_final(@extschema@.exact_sums) IS
'The result of chronic_poverty() from its state; NULL without a row.';
COMMENT ON FUNCTION @extschema@.transient_poverty_transition(@extschema@.exact_sums, float8[], float8, float8) IS
'Counts a row into the state of transient_poverty(incomes, line, alpha).';
COMMENT ON FUNCTION @extschema@.transient_poverty_inverse(@extschema@.exact_sums, float8[], float8, float8) IS
'Counts a row out of the state of transient_poverty(incomes, line, alpha), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.transient_poverty_transition(@extschema@.exact_sums, float8[], float8, float8, float8) IS
'Counts a row into the state of transient_poverty(incomes, line, alpha, weight).';
COMMENT ON FUNCTION @extschema@.transient_poverty_inverse(@extschema@.exact_sums, float8[], float8, float8, float8) IS
'Counts a row out of the state of transient_poverty(incomes, line, alpha, weight), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.transient_poverty_final(@extschema@.exact_sums) IS
'The result of transient_poverty() from its state; NULL without a row.';
