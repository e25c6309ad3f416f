-- SPDX-License-Identifier: PostgreSQL
/* ---- deprivation: multidimensional poverty (Alkire-Foster), AROPE ---- */

CREATE TYPE @extschema@.mpi_summary;

CREATE FUNCTION @extschema@.mpi_summary_in(cstring) RETURNS @extschema@.mpi_summary
	AS 'MODULE_PATHNAME', 'mpi_summary_in' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_out(@extschema@.mpi_summary) RETURNS cstring
	AS 'MODULE_PATHNAME', 'mpi_summary_out' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_recv(internal) RETURNS @extschema@.mpi_summary
	AS 'MODULE_PATHNAME', 'mpi_summary_recv' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_send(@extschema@.mpi_summary) RETURNS bytea
	AS 'MODULE_PATHNAME', 'mpi_summary_send' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE @extschema@.mpi_summary (
	INPUT = @extschema@.mpi_summary_in,
	OUTPUT = @extschema@.mpi_summary_out,
	RECEIVE = @extschema@.mpi_summary_recv,
	SEND = @extschema@.mpi_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE FUNCTION @extschema@.mpi_summary_eq(@extschema@.mpi_summary, @extschema@.mpi_summary) RETURNS boolean
	AS 'MODULE_PATHNAME', 'mpi_summary_eq' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_ne(@extschema@.mpi_summary, @extschema@.mpi_summary) RETURNS boolean
	AS 'MODULE_PATHNAME', 'mpi_summary_ne' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_hash(@extschema@.mpi_summary) RETURNS integer
	AS 'MODULE_PATHNAME', 'mpi_summary_hash' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_hash_extended(@extschema@.mpi_summary, bigint) RETURNS bigint
	AS 'MODULE_PATHNAME', 'mpi_summary_hash_extended' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE OPERATOR @extschema@.= (
	LEFTARG = @extschema@.mpi_summary,
	RIGHTARG = @extschema@.mpi_summary,
	FUNCTION = @extschema@.mpi_summary_eq,
	COMMUTATOR = OPERATOR(@extschema@.=),
	NEGATOR = OPERATOR(@extschema@.<>),
	RESTRICT = pg_catalog.eqsel,
	JOIN = pg_catalog.eqjoinsel,
	HASHES,
	MERGES
);

CREATE OPERATOR @extschema@.<> (
	LEFTARG = @extschema@.mpi_summary,
	RIGHTARG = @extschema@.mpi_summary,
	FUNCTION = @extschema@.mpi_summary_ne,
	COMMUTATOR = OPERATOR(@extschema@.<>),
	NEGATOR = OPERATOR(@extschema@.=),
	RESTRICT = pg_catalog.neqsel,
	JOIN = pg_catalog.neqjoinsel
);

CREATE OPERATOR CLASS @extschema@.mpi_summary_hash_ops DEFAULT FOR TYPE @extschema@.mpi_summary USING hash AS
	OPERATOR 1 @extschema@.= (@extschema@.mpi_summary, @extschema@.mpi_summary),
	FUNCTION 1 @extschema@.mpi_summary_hash(@extschema@.mpi_summary),
	FUNCTION 2 @extschema@.mpi_summary_hash_extended(@extschema@.mpi_summary, bigint);

CREATE FUNCTION @extschema@.mpi_summary_lt(@extschema@.mpi_summary, @extschema@.mpi_summary) RETURNS boolean
	AS 'MODULE_PATHNAME', 'mpi_summary_lt' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_le(@extschema@.mpi_summary, @extschema@.mpi_summary) RETURNS boolean
	AS 'MODULE_PATHNAME', 'mpi_summary_le' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_gt(@extschema@.mpi_summary, @extschema@.mpi_summary) RETURNS boolean
	AS 'MODULE_PATHNAME', 'mpi_summary_gt' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_ge(@extschema@.mpi_summary, @extschema@.mpi_summary) RETURNS boolean
	AS 'MODULE_PATHNAME', 'mpi_summary_ge' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_cmp(@extschema@.mpi_summary, @extschema@.mpi_summary) RETURNS integer
	AS 'MODULE_PATHNAME', 'mpi_summary_cmp' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE OPERATOR @extschema@.< (
	LEFTARG = @extschema@.mpi_summary,
	RIGHTARG = @extschema@.mpi_summary,
	FUNCTION = @extschema@.mpi_summary_lt,
	COMMUTATOR = OPERATOR(@extschema@.>),
	NEGATOR = OPERATOR(@extschema@.>=),
	RESTRICT = pg_catalog.scalarltsel,
	JOIN = pg_catalog.scalarltjoinsel
);

CREATE OPERATOR @extschema@.<= (
	LEFTARG = @extschema@.mpi_summary,
	RIGHTARG = @extschema@.mpi_summary,
	FUNCTION = @extschema@.mpi_summary_le,
	COMMUTATOR = OPERATOR(@extschema@.>=),
	NEGATOR = OPERATOR(@extschema@.>),
	RESTRICT = pg_catalog.scalarlesel,
	JOIN = pg_catalog.scalarlejoinsel
);

CREATE OPERATOR @extschema@.> (
	LEFTARG = @extschema@.mpi_summary,
	RIGHTARG = @extschema@.mpi_summary,
	FUNCTION = @extschema@.mpi_summary_gt,
	COMMUTATOR = OPERATOR(@extschema@.<),
	NEGATOR = OPERATOR(@extschema@.<=),
	RESTRICT = pg_catalog.scalargtsel,
	JOIN = pg_catalog.scalargtjoinsel
);

CREATE OPERATOR @extschema@.>= (
	LEFTARG = @extschema@.mpi_summary,
	RIGHTARG = @extschema@.mpi_summary,
	FUNCTION = @extschema@.mpi_summary_ge,
	COMMUTATOR = OPERATOR(@extschema@.<=),
	NEGATOR = OPERATOR(@extschema@.<),
	RESTRICT = pg_catalog.scalargesel,
	JOIN = pg_catalog.scalargejoinsel
);

CREATE OPERATOR CLASS @extschema@.mpi_summary_ops DEFAULT FOR TYPE @extschema@.mpi_summary USING btree AS
	OPERATOR 1 @extschema@.< (@extschema@.mpi_summary, @extschema@.mpi_summary),
	OPERATOR 2 @extschema@.<= (@extschema@.mpi_summary, @extschema@.mpi_summary),
	OPERATOR 3 @extschema@.= (@extschema@.mpi_summary, @extschema@.mpi_summary),
	OPERATOR 4 @extschema@.>= (@extschema@.mpi_summary, @extschema@.mpi_summary),
	OPERATOR 5 @extschema@.> (@extschema@.mpi_summary, @extschema@.mpi_summary),
	FUNCTION 1 @extschema@.mpi_summary_cmp(@extschema@.mpi_summary, @extschema@.mpi_summary);

CREATE FUNCTION @extschema@.mpi_summary_to_jsonb(@extschema@.mpi_summary) RETURNS jsonb
	AS 'MODULE_PATHNAME', 'mpi_summary_to_jsonb' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE CAST (@extschema@.mpi_summary AS jsonb) WITH FUNCTION @extschema@.mpi_summary_to_jsonb(@extschema@.mpi_summary);

CREATE FUNCTION @extschema@.merge(a @extschema@.mpi_summary, b @extschema@.mpi_summary) RETURNS @extschema@.mpi_summary
	AS 'MODULE_PATHNAME', 'mpi_summary_merge' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.subtract(a @extschema@.mpi_summary, b @extschema@.mpi_summary) RETURNS @extschema@.mpi_summary
	AS 'MODULE_PATHNAME', 'mpi_summary_subtract' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_add(@extschema@.mpi_summary, @extschema@.mpi_summary) RETURNS @extschema@.mpi_summary
	AS 'MODULE_PATHNAME', 'mpi_summary_add' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_take_away(@extschema@.mpi_summary, @extschema@.mpi_summary) RETURNS @extschema@.mpi_summary
	AS 'MODULE_PATHNAME', 'mpi_summary_take_away' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_final(@extschema@.mpi_summary) RETURNS @extschema@.mpi_summary
	AS 'MODULE_PATHNAME', 'mpi_summary_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_transition(@extschema@.mpi_summary, boolean[], float8[], float8) RETURNS @extschema@.mpi_summary
	AS 'MODULE_PATHNAME', 'mpi_summary_booleans_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_inverse(@extschema@.mpi_summary, boolean[], float8[], float8) RETURNS @extschema@.mpi_summary
	AS 'MODULE_PATHNAME', 'mpi_summary_booleans_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_transition(@extschema@.mpi_summary, boolean[], float8[], float8, float8) RETURNS @extschema@.mpi_summary
	AS 'MODULE_PATHNAME', 'mpi_summary_booleans_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_inverse(@extschema@.mpi_summary, boolean[], float8[], float8, float8) RETURNS @extschema@.mpi_summary
	AS 'MODULE_PATHNAME', 'mpi_summary_booleans_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_transition(@extschema@.mpi_summary, bit varying, float8[], float8) RETURNS @extschema@.mpi_summary
	AS 'MODULE_PATHNAME', 'mpi_summary_bits_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_inverse(@extschema@.mpi_summary, bit varying, float8[], float8) RETURNS @extschema@.mpi_summary
	AS 'MODULE_PATHNAME', 'mpi_summary_bits_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_transition(@extschema@.mpi_summary, bit varying, float8[], float8, float8) RETURNS @extschema@.mpi_summary
	AS 'MODULE_PATHNAME', 'mpi_summary_bits_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_inverse(@extschema@.mpi_summary, bit varying, float8[], float8, float8) RETURNS @extschema@.mpi_summary
	AS 'MODULE_PATHNAME', 'mpi_summary_bits_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_transition(@extschema@.mpi_summary, bigint, float8[], float8) RETURNS @extschema@.mpi_summary
	AS 'MODULE_PATHNAME', 'mpi_summary_mask_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_inverse(@extschema@.mpi_summary, bigint, float8[], float8) RETURNS @extschema@.mpi_summary
	AS 'MODULE_PATHNAME', 'mpi_summary_mask_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_transition(@extschema@.mpi_summary, bigint, float8[], float8, float8) RETURNS @extschema@.mpi_summary
	AS 'MODULE_PATHNAME', 'mpi_summary_mask_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_inverse(@extschema@.mpi_summary, bigint, float8[], float8, float8) RETURNS @extschema@.mpi_summary
	AS 'MODULE_PATHNAME', 'mpi_summary_mask_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_transition(@extschema@.mpi_summary, float8[], float8[], float8) RETURNS @extschema@.mpi_summary
	AS 'MODULE_PATHNAME', 'mpi_summary_gaps_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_inverse(@extschema@.mpi_summary, float8[], float8[], float8) RETURNS @extschema@.mpi_summary
	AS 'MODULE_PATHNAME', 'mpi_summary_gaps_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_transition(@extschema@.mpi_summary, float8[], float8[], float8, float8) RETURNS @extschema@.mpi_summary
	AS 'MODULE_PATHNAME', 'mpi_summary_gaps_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_summary_inverse(@extschema@.mpi_summary, float8[], float8[], float8, float8) RETURNS @extschema@.mpi_summary
	AS 'MODULE_PATHNAME', 'mpi_summary_gaps_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi(summary @extschema@.mpi_summary) RETURNS float8
	AS 'MODULE_PATHNAME', 'mpi_read_m0' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_headcount(summary @extschema@.mpi_summary) RETURNS float8
	AS 'MODULE_PATHNAME', 'mpi_read_headcount' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_intensity(summary @extschema@.mpi_summary) RETURNS float8
	AS 'MODULE_PATHNAME', 'mpi_read_intensity' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_gap(summary @extschema@.mpi_summary) RETURNS float8
	AS 'MODULE_PATHNAME', 'mpi_read_gap' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_severity(summary @extschema@.mpi_summary) RETURNS float8
	AS 'MODULE_PATHNAME', 'mpi_read_severity' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.observations(summary @extschema@.mpi_summary) RETURNS bigint
	AS 'MODULE_PATHNAME', 'mpi_read_observations' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.population(summary @extschema@.mpi_summary) RETURNS float8
	AS 'MODULE_PATHNAME', 'mpi_read_population' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.poor_population(summary @extschema@.mpi_summary) RETURNS float8
	AS 'MODULE_PATHNAME', 'mpi_read_poor_population' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_uncensored_headcounts(summary @extschema@.mpi_summary) RETURNS float8[]
	AS 'MODULE_PATHNAME', 'mpi_read_uncensored' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_censored_headcounts(summary @extschema@.mpi_summary) RETURNS float8[]
	AS 'MODULE_PATHNAME', 'mpi_read_censored' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_deprived_populations(summary @extschema@.mpi_summary) RETURNS float8[]
	AS 'MODULE_PATHNAME', 'mpi_read_deprived' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_contributions(summary @extschema@.mpi_summary) RETURNS float8[]
	AS 'MODULE_PATHNAME', 'mpi_read_contributions' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE @extschema@.mpi_dimension_contribution AS (
	dimension text,
	contribution float8
);

CREATE FUNCTION @extschema@.mpi_dimension_contributions(summary @extschema@.mpi_summary, dimension text[]) RETURNS SETOF @extschema@.mpi_dimension_contribution
	AS 'MODULE_PATHNAME', 'mpi_dimension_contributions' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 4;

CREATE FUNCTION @extschema@.mpi_subgroup_contribution(subgroup @extschema@.mpi_summary, whole @extschema@.mpi_summary) RETURNS float8
	AS 'MODULE_PATHNAME', 'mpi_subgroup_contribution' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE @extschema@.mpi_change AS (
	measure text,
	indicator integer,
	value_before float8,
	value_after float8,
	difference float8,
	relative_change float8,
	annualised_difference float8,
	annualised_growth float8
);

CREATE FUNCTION @extschema@.mpi_change(before @extschema@.mpi_summary, after @extschema@.mpi_summary, year_before float8, year_after float8) RETURNS SETOF @extschema@.mpi_change
	AS 'MODULE_PATHNAME', 'mpi_change' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 27;

CREATE FUNCTION @extschema@.mpi_change(before @extschema@.mpi_summary, after @extschema@.mpi_summary, period_before date, period_after date) RETURNS SETOF @extschema@.mpi_change
	AS 'MODULE_PATHNAME', 'mpi_change_date' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 27;

CREATE FUNCTION @extschema@.mpi_change(before @extschema@.mpi_summary, after @extschema@.mpi_summary, period_before timestamp, period_after timestamp) RETURNS SETOF @extschema@.mpi_change
	AS 'MODULE_PATHNAME', 'mpi_change_timestamp' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 27;

CREATE FUNCTION @extschema@.mpi_change(before @extschema@.mpi_summary, after @extschema@.mpi_summary, period_before timestamptz, period_after timestamptz) RETURNS SETOF @extschema@.mpi_change
	AS 'MODULE_PATHNAME', 'mpi_change_timestamptz' LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 27;

CREATE AGGREGATE @extschema@.mpi_summary(deprived boolean[], weights float8[], k float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_summary_final,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_summary_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_summary(deprived boolean[], weights float8[], k float8, weight float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_summary_final,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_summary_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_summary(bits bit varying, weights float8[], k float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_summary_final,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_summary_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_summary(bits bit varying, weights float8[], k float8, weight float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_summary_final,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_summary_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_summary(mask bigint, weights float8[], k float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_summary_final,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_summary_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_summary(mask bigint, weights float8[], k float8, weight float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_summary_final,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_summary_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_summary(gaps float8[], weights float8[], k float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_summary_final,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_summary_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_summary(gaps float8[], weights float8[], k float8, weight float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_summary_final,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_summary_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi(deprived boolean[], weights float8[], k float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi(deprived boolean[], weights float8[], k float8, weight float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi(bits bit varying, weights float8[], k float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi(bits bit varying, weights float8[], k float8, weight float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi(mask bigint, weights float8[], k float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi(mask bigint, weights float8[], k float8, weight float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi(gaps float8[], weights float8[], k float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi(gaps float8[], weights float8[], k float8, weight float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_headcount(deprived boolean[], weights float8[], k float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_headcount,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_headcount,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_headcount(deprived boolean[], weights float8[], k float8, weight float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_headcount,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_headcount,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_headcount(bits bit varying, weights float8[], k float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_headcount,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_headcount,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_headcount(bits bit varying, weights float8[], k float8, weight float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_headcount,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_headcount,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_headcount(mask bigint, weights float8[], k float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_headcount,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_headcount,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_headcount(mask bigint, weights float8[], k float8, weight float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_headcount,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_headcount,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_headcount(gaps float8[], weights float8[], k float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_headcount,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_headcount,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_headcount(gaps float8[], weights float8[], k float8, weight float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_headcount,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_headcount,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_intensity(deprived boolean[], weights float8[], k float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_intensity,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_intensity,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_intensity(deprived boolean[], weights float8[], k float8, weight float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_intensity,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_intensity,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_intensity(bits bit varying, weights float8[], k float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_intensity,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_intensity,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_intensity(bits bit varying, weights float8[], k float8, weight float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_intensity,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_intensity,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_intensity(mask bigint, weights float8[], k float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_intensity,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_intensity,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_intensity(mask bigint, weights float8[], k float8, weight float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_intensity,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_intensity,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_intensity(gaps float8[], weights float8[], k float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_intensity,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_intensity,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_intensity(gaps float8[], weights float8[], k float8, weight float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_intensity,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_intensity,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_gap(gaps float8[], weights float8[], k float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_gap,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_gap,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_gap(gaps float8[], weights float8[], k float8, weight float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_gap,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_gap,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_severity(gaps float8[], weights float8[], k float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_severity,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_severity,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mpi_severity(gaps float8[], weights float8[], k float8, weight float8) (
	SFUNC = @extschema@.mpi_summary_transition,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_severity,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_transition,
	MINVFUNC = @extschema@.mpi_summary_inverse,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_severity,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.merge(mpi_summary @extschema@.mpi_summary) (
	SFUNC = @extschema@.mpi_summary_add,
	STYPE = @extschema@.mpi_summary,
	SSPACE = 640,
	FINALFUNC = @extschema@.mpi_summary_final,
	COMBINEFUNC = @extschema@.mpi_summary_add,
	MSFUNC = @extschema@.mpi_summary_add,
	MINVFUNC = @extschema@.mpi_summary_take_away,
	MSTYPE = @extschema@.mpi_summary,
	MSSPACE = 640,
	MFINALFUNC = @extschema@.mpi_summary_final,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.deprivation_score(deprived boolean[], weights float8[]) RETURNS float8
	AS 'MODULE_PATHNAME', 'deprivation_score_booleans' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.deprivation_score(bits bit varying, weights float8[]) RETURNS float8
	AS 'MODULE_PATHNAME', 'deprivation_score_bits' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.deprivation_score(mask bigint, weights float8[]) RETURNS float8
	AS 'MODULE_PATHNAME', 'deprivation_score_mask' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_poor(deprived boolean[], weights float8[], k float8) RETURNS boolean
	AS 'MODULE_PATHNAME', 'mpi_poor_booleans' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_poor(bits bit varying, weights float8[], k float8) RETURNS boolean
	AS 'MODULE_PATHNAME', 'mpi_poor_bits' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mpi_poor(mask bigint, weights float8[], k float8) RETURNS boolean
	AS 'MODULE_PATHNAME', 'mpi_poor_mask' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.deprivation_count(deprived boolean[]) RETURNS integer
	AS 'MODULE_PATHNAME', 'deprivation_count_booleans' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.deprivation_count(bits bit varying) RETURNS integer
	AS 'MODULE_PATHNAME', 'deprivation_count_bits' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.deprivation_count(mask bigint) RETURNS integer
	AS 'MODULE_PATHNAME', 'deprivation_count_mask' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.deprivation_mask(deprived boolean[]) RETURNS bigint
	AS 'MODULE_PATHNAME', 'deprivation_mask_booleans' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.deprivation_mask(bits bit varying) RETURNS bigint
	AS 'MODULE_PATHNAME', 'deprivation_mask_bits' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.deprivation_array(mask bigint, indicators float8) RETURNS boolean[]
	AS 'MODULE_PATHNAME', 'deprivation_array' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.coalesce_deprived(deprived boolean[], when_missing boolean) RETURNS boolean[]
	AS 'MODULE_PATHNAME', 'coalesce_deprived' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.coalesce_deprived(gaps float8[], when_missing float8) RETURNS float8[]
	AS 'MODULE_PATHNAME', 'coalesce_deprived_gaps' LANGUAGE C IMMUTABLE PARALLEL SAFE;

-- Your own row of a standard wins over the shipped one of the same position.
CREATE FUNCTION @extschema@.deprivation_weights(standard text) RETURNS float8[]
	LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
	SELECT pg_catalog.array_agg(w.weight::pg_catalog.float8 ORDER BY w."position")
	FROM (
		SELECT DISTINCT ON (i."position") i."position", i.weight
		FROM @extschema@.deprivation_indicator AS i
		WHERE i.standard OPERATOR(pg_catalog.=) deprivation_weights.standard
		ORDER BY i."position", i.shipped
	) AS w;
END;

CREATE FUNCTION @extschema@.deprivation_dimensions(standard text) RETURNS text[]
	LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
	SELECT pg_catalog.array_agg(d.dimension ORDER BY d."position")
	FROM (
		SELECT DISTINCT ON (i."position") i."position", i.dimension
		FROM @extschema@.deprivation_indicator AS i
		WHERE i.standard OPERATOR(pg_catalog.=) deprivation_dimensions.standard
		ORDER BY i."position", i.shipped
	) AS d;
END;

-- The two international standards have no row in poverty_standard, for they have no line.
CREATE FUNCTION @extschema@.deprivation_cutoff(standard text) RETURNS float8
	LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
	SELECT coalesce(
		(SELECT s.min_deprivations::pg_catalog.float8 OPERATOR(pg_catalog./) s.deprivation_count::pg_catalog.float8
			FROM @extschema@.poverty_standard AS s
			WHERE s.standard OPERATOR(pg_catalog.=) deprivation_cutoff.standard
			ORDER BY s.shipped LIMIT 1),
		CASE WHEN deprivation_cutoff.standard IN ('GLOBAL-MPI', 'WB-MPM')
			THEN 1.0::pg_catalog.float8 OPERATOR(pg_catalog./) 3.0::pg_catalog.float8 END);
END;

CREATE FUNCTION @extschema@.severe_deprivation(lacking boolean[]) RETURNS boolean
	AS 'MODULE_PATHNAME', 'severe_deprivation' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.arope(at_risk boolean, deprived boolean, low_work boolean) RETURNS boolean
	AS 'MODULE_PATHNAME', 'arope' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE TYPE @extschema@.arope_summary AS (
	observations bigint,
	without_low_work bigint,
	population float8,
	arope float8,
	at_risk float8,
	deprived float8,
	low_work float8,
	only_at_risk float8,
	only_deprived float8,
	only_low_work float8,
	at_risk_and_deprived float8,
	at_risk_and_low_work float8,
	deprived_and_low_work float8,
	all_three float8,
	arope_rate float8,
	at_risk_rate float8,
	deprived_rate float8,
	low_work_rate float8
);

CREATE FUNCTION @extschema@.arope_transition(@extschema@.exact_sums, boolean, boolean, boolean) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'arope_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.arope_inverse(@extschema@.exact_sums, boolean, boolean, boolean) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'arope_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.arope_transition(@extschema@.exact_sums, boolean, boolean, boolean, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'arope_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.arope_inverse(@extschema@.exact_sums, boolean, boolean, boolean, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'arope_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.arope_final(@extschema@.exact_sums) RETURNS @extschema@.arope_summary
	AS 'MODULE_PATHNAME', 'arope_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.arope_summary(at_risk boolean, deprived boolean, low_work boolean) (
	SFUNC = @extschema@.arope_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 512,
	FINALFUNC = @extschema@.arope_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.arope_transition,
	MINVFUNC = @extschema@.arope_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 512,
	MFINALFUNC = @extschema@.arope_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.arope_summary(at_risk boolean, deprived boolean, low_work boolean, weight float8) (
	SFUNC = @extschema@.arope_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 512,
	FINALFUNC = @extschema@.arope_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.arope_transition,
	MINVFUNC = @extschema@.arope_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 512,
	MFINALFUNC = @extschema@.arope_final,
	PARALLEL = SAFE
);

CREATE TYPE @extschema@.missing_deprivations AS (
	households bigint,
	with_missing bigint,
	missing_indicators bigint
);

CREATE FUNCTION @extschema@.missing_deprivations_transition(@extschema@.exact_sums, boolean[]) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'missing_deprivations_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.missing_deprivations_inverse(@extschema@.exact_sums, boolean[]) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'missing_deprivations_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.missing_deprivations_transition(@extschema@.exact_sums, float8[]) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'missing_deprivations_gaps_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.missing_deprivations_inverse(@extschema@.exact_sums, float8[]) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'missing_deprivations_gaps_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.missing_deprivations_final(@extschema@.exact_sums) RETURNS @extschema@.missing_deprivations
	AS 'MODULE_PATHNAME', 'missing_deprivations_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.missing_deprivations(deprived boolean[]) (
	SFUNC = @extschema@.missing_deprivations_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.missing_deprivations_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.missing_deprivations_transition,
	MINVFUNC = @extschema@.missing_deprivations_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.missing_deprivations_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.missing_deprivations(gaps float8[]) (
	SFUNC = @extschema@.missing_deprivations_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.missing_deprivations_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.missing_deprivations_transition,
	MINVFUNC = @extschema@.missing_deprivations_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.missing_deprivations_final,
	PARALLEL = SAFE
);

COMMENT ON FUNCTION @extschema@.mpi_summary_in(cstring) IS
'Reads the text form of mpi_summary; malformed text, also one with a digit mistyped, is an error (22P03).';
COMMENT ON FUNCTION @extschema@.mpi_summary_out(@extschema@.mpi_summary) IS
'Writes the text form of mpi_summary: hexadecimal digits of the binary form.';
COMMENT ON FUNCTION @extschema@.mpi_summary_recv(internal) IS
'Reads the binary form of mpi_summary; every byte and the checksum are checked, and malformed bytes are an error (22P03).';
COMMENT ON FUNCTION @extschema@.mpi_summary_send(@extschema@.mpi_summary) IS
'Writes the binary form of mpi_summary, with a checksum (CRC-32C) at its end.';
COMMENT ON TYPE @extschema@.mpi_summary IS
'What the measures of multidimensional poverty need of a group of households: population, poor, for each indicator the deprived and the deprived poor (with gaps also their gaps and squared gaps), as exact sums; the number of households; and the parameters: weights of the indicators and k. Made by mpi_summary(deprived, weights, k [, weight]), stored, merged and read later by mpi() and its family; the same bits as in one step. One byte form for one multiset of households, so = and DISTINCT work. Up to 64 indicators; with 12, unweighted or with ordinary weights, well under 1 KiB; with gaps at most 1,344 bytes where weights and gaps are ordinary, for a squared gap reaches further below the point than a weight. Summaries with different parameters cannot be joined (22023). Text form: hexadecimal digits of the binary form; cast to jsonb to look at it.';
COMMENT ON FUNCTION @extschema@.mpi_summary_eq(@extschema@.mpi_summary, @extschema@.mpi_summary) IS
'Whether two summaries hold the same parameters, sums and counts, bit for bit.';
COMMENT ON FUNCTION @extschema@.mpi_summary_ne(@extschema@.mpi_summary, @extschema@.mpi_summary) IS
'Whether two summaries differ in a parameter, a sum or a count.';
COMMENT ON FUNCTION @extschema@.mpi_summary_hash(@extschema@.mpi_summary) IS
'Hash of a summary, of its canonical bytes.';
COMMENT ON FUNCTION @extschema@.mpi_summary_hash_extended(@extschema@.mpi_summary, bigint) IS
'Hash of a summary with a seed, of its canonical bytes.';
COMMENT ON OPERATOR @extschema@.=(@extschema@.mpi_summary, @extschema@.mpi_summary) IS
'The same parameters, sums and counts, bit for bit.';
COMMENT ON OPERATOR @extschema@.<>(@extschema@.mpi_summary, @extschema@.mpi_summary) IS
'A parameter, a sum or a count differs.';
COMMENT ON OPERATOR CLASS @extschema@.mpi_summary_hash_ops USING hash IS
'Equality of summaries, for DISTINCT, GROUP BY and hash joins.';
COMMENT ON OPERATOR FAMILY @extschema@.mpi_summary_hash_ops USING hash IS
'Equality of summaries, for DISTINCT, GROUP BY and hash joins.';
COMMENT ON FUNCTION @extschema@.mpi_summary_lt(@extschema@.mpi_summary, @extschema@.mpi_summary) IS
'Whether the bytes of the first summary sort before those of the second: an order without meaning, for sorting.';
COMMENT ON FUNCTION @extschema@.mpi_summary_le(@extschema@.mpi_summary, @extschema@.mpi_summary) IS
'Whether the bytes of the first summary sort before those of the second or are the same: an order without meaning, for sorting.';
COMMENT ON FUNCTION @extschema@.mpi_summary_gt(@extschema@.mpi_summary, @extschema@.mpi_summary) IS
'Whether the bytes of the first summary sort after those of the second: an order without meaning, for sorting.';
COMMENT ON FUNCTION @extschema@.mpi_summary_ge(@extschema@.mpi_summary, @extschema@.mpi_summary) IS
'Whether the bytes of the first summary sort after those of the second or are the same: an order without meaning, for sorting.';
COMMENT ON FUNCTION @extschema@.mpi_summary_cmp(@extschema@.mpi_summary, @extschema@.mpi_summary) IS
'Below, at or above 0 as the bytes of the first summary sort before, with or after those of the second: an order without meaning, for sorting.';
COMMENT ON OPERATOR @extschema@.<(@extschema@.mpi_summary, @extschema@.mpi_summary) IS
'The bytes of the first summary sort before those of the second: an order without meaning, for sorting.';
COMMENT ON OPERATOR @extschema@.<=(@extschema@.mpi_summary, @extschema@.mpi_summary) IS
'The bytes of the first summary sort before those of the second or are the same: an order without meaning, for sorting.';
COMMENT ON OPERATOR @extschema@.>(@extschema@.mpi_summary, @extschema@.mpi_summary) IS
'The bytes of the first summary sort after those of the second: an order without meaning, for sorting.';
COMMENT ON OPERATOR @extschema@.>=(@extschema@.mpi_summary, @extschema@.mpi_summary) IS
'The bytes of the first summary sort after those of the second or are the same: an order without meaning, for sorting.';
COMMENT ON OPERATOR CLASS @extschema@.mpi_summary_ops USING btree IS
'An order of the bytes of summaries, which means nothing, for count(DISTINCT), ORDER BY, merge joins and unique indexes. Which of two groups is poorer is told by their measures.';
COMMENT ON OPERATOR FAMILY @extschema@.mpi_summary_ops USING btree IS
'An order of the bytes of summaries, which means nothing, for count(DISTINCT), ORDER BY, merge joins and unique indexes. Which of two groups is poorer is told by their measures.';
COMMENT ON FUNCTION @extschema@.mpi_summary_to_jsonb(@extschema@.mpi_summary) IS
'Parameters, counts and measures of a summary as a JSON object, for people; a measure that is undefined is null.';
COMMENT ON CAST (@extschema@.mpi_summary AS jsonb) IS
'Parameters, counts and measures of a summary as a JSON object, for people.';
COMMENT ON FUNCTION @extschema@.merge(@extschema@.mpi_summary, @extschema@.mpi_summary) IS
'The summary of the households of both, exact and in any order. Summaries whose indicator weights, k or having gaps differ are an error (22023). NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.subtract(@extschema@.mpi_summary, @extschema@.mpi_summary) IS
'The summary of the households of a without those of b, exact: subtract(merge(a, b), b) = a. A b that holds households which a does not, and other parameters, are an error (22023). NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.mpi_summary_add(@extschema@.mpi_summary, @extschema@.mpi_summary) IS
'Adds a summary to a state, exactly: combine function of the aggregates over deprivations, and transition function of merge(). Different parameters are an error (22023).';
COMMENT ON FUNCTION @extschema@.mpi_summary_take_away(@extschema@.mpi_summary, @extschema@.mpi_summary) IS
'Takes a summary out of a state again, exactly: merge() over moving windows. What the state does not hold is an error (22023).';
COMMENT ON FUNCTION @extschema@.mpi_summary_final(@extschema@.mpi_summary) IS
'The state as a summary in its canonical form; NULL without a household.';
COMMENT ON FUNCTION @extschema@.mpi_summary_transition(@extschema@.mpi_summary, boolean[], float8[], float8) IS
'Counts a household into a state: transition function of mpi_summary(boolean[]), mpi() and their family.';
COMMENT ON FUNCTION @extschema@.mpi_summary_inverse(@extschema@.mpi_summary, boolean[], float8[], float8) IS
'Counts a household out of a state again, for moving windows, exactly. A household that was not counted in is an error (22023).';
COMMENT ON FUNCTION @extschema@.mpi_summary_transition(@extschema@.mpi_summary, boolean[], float8[], float8, float8) IS
'Counts a household into a state: transition function of mpi_summary(boolean[], weighted), mpi() and their family.';
COMMENT ON FUNCTION @extschema@.mpi_summary_inverse(@extschema@.mpi_summary, boolean[], float8[], float8, float8) IS
'Counts a household out of a state again, for moving windows, exactly. A household that was not counted in is an error (22023).';
COMMENT ON FUNCTION @extschema@.mpi_summary_transition(@extschema@.mpi_summary, bit varying, float8[], float8) IS
'Counts a household into a state: transition function of mpi_summary(bit varying), mpi() and their family.';
COMMENT ON FUNCTION @extschema@.mpi_summary_inverse(@extschema@.mpi_summary, bit varying, float8[], float8) IS
'Counts a household out of a state again, for moving windows, exactly. A household that was not counted in is an error (22023).';
COMMENT ON FUNCTION @extschema@.mpi_summary_transition(@extschema@.mpi_summary, bit varying, float8[], float8, float8) IS
'Counts a household into a state: transition function of mpi_summary(bit varying, weighted), mpi() and their family.';
COMMENT ON FUNCTION @extschema@.mpi_summary_inverse(@extschema@.mpi_summary, bit varying, float8[], float8, float8) IS
'Counts a household out of a state again, for moving windows, exactly. A household that was not counted in is an error (22023).';
COMMENT ON FUNCTION @extschema@.mpi_summary_transition(@extschema@.mpi_summary, bigint, float8[], float8) IS
'Counts a household into a state: transition function of mpi_summary(bigint), mpi() and their family.';
COMMENT ON FUNCTION @extschema@.mpi_summary_inverse(@extschema@.mpi_summary, bigint, float8[], float8) IS
'Counts a household out of a state again, for moving windows, exactly. A household that was not counted in is an error (22023).';
COMMENT ON FUNCTION @extschema@.mpi_summary_transition(@extschema@.mpi_summary, bigint, float8[], float8, float8) IS
'Counts a household into a state: transition function of mpi_summary(bigint, weighted), mpi() and their family.';
COMMENT ON FUNCTION @extschema@.mpi_summary_inverse(@extschema@.mpi_summary, bigint, float8[], float8, float8) IS
'Counts a household out of a state again, for moving windows, exactly. A household that was not counted in is an error (22023).';
COMMENT ON FUNCTION @extschema@.mpi_summary_transition(@extschema@.mpi_summary, float8[], float8[], float8) IS
'Counts a household into a state: transition function of mpi_summary(float8[]), mpi() and their family.';
COMMENT ON FUNCTION @extschema@.mpi_summary_inverse(@extschema@.mpi_summary, float8[], float8[], float8) IS
'Counts a household out of a state again, for moving windows, exactly. A household that was not counted in is an error (22023).';
COMMENT ON FUNCTION @extschema@.mpi_summary_transition(@extschema@.mpi_summary, float8[], float8[], float8, float8) IS
'Counts a household into a state: transition function of mpi_summary(float8[], weighted), mpi() and their family.';
COMMENT ON FUNCTION @extschema@.mpi_summary_inverse(@extschema@.mpi_summary, float8[], float8[], float8, float8) IS
'Counts a household out of a state again, for moving windows, exactly. A household that was not counted in is an error (22023).';
COMMENT ON FUNCTION @extschema@.mpi(@extschema@.mpi_summary) IS
'Adjusted headcount ratio M0 = H·A: sum over the poor of w · weighted share of deprivations / sum of w, a fraction. Of a summary: the same bits as in one step. NULL, and a summary without households, give NULL. Alkire & Foster (2011).';
COMMENT ON FUNCTION @extschema@.mpi_headcount(@extschema@.mpi_summary) IS
'Multidimensional headcount ratio H: sum of w over the poor / sum of w, a fraction. Of a summary: the same bits as in one step. NULL, and a summary without households, give NULL. Alkire & Foster (2011).';
COMMENT ON FUNCTION @extschema@.mpi_intensity(@extschema@.mpi_summary) IS
'Intensity A: mean weighted share of deprivations among the poor, a fraction; NULL without poor. Of a summary: the same bits as in one step. NULL, and a summary without households, give NULL. Alkire & Foster (2011).';
COMMENT ON FUNCTION @extschema@.mpi_gap(@extschema@.mpi_summary) IS
'Adjusted poverty gap M1: sum over the poor of w · weighted mean of the normalised gaps / sum of w, a fraction. Of a summary: the same bits as in one step. NULL, and a summary without households, give NULL. Of a summary of plain deprivations it is an error (22023). Alkire & Foster (2011).';
COMMENT ON FUNCTION @extschema@.mpi_severity(@extschema@.mpi_summary) IS
'Adjusted severity M2: sum over the poor of w · weighted mean of the squared normalised gaps / sum of w, a fraction. Of a summary: the same bits as in one step. NULL, and a summary without households, give NULL. Of a summary of plain deprivations it is an error (22023). Alkire & Foster (2011).';
COMMENT ON FUNCTION @extschema@.observations(@extschema@.mpi_summary) IS
'How many households an mpi_summary counts (those of weight 0 and those left out for a NULL do not). NULL, and a summary without households, give NULL.';
COMMENT ON FUNCTION @extschema@.population(@extschema@.mpi_summary) IS
'Sum of the weights of an mpi_summary: households or persons, as the weights count them. NULL, and a summary without households, give NULL.';
COMMENT ON FUNCTION @extschema@.poor_population(@extschema@.mpi_summary) IS
'Sum of the weights of the multidimensionally poor of an mpi_summary: households or persons, as the weights count them. NULL, and a summary without households, give NULL.';
COMMENT ON FUNCTION @extschema@.mpi_uncensored_headcounts(@extschema@.mpi_summary) IS
'For each indicator the share of the population that is deprived in it, poor or not: sum of w·g / sum of w, fractions in the order of the indicators. NULL, and a summary without households, give NULL. Alkire & Foster (2011).';
COMMENT ON FUNCTION @extschema@.mpi_censored_headcounts(@extschema@.mpi_summary) IS
'For each indicator the share of the population that is poor and deprived in it: sum of w·g over the poor / sum of w, fractions in the order of the indicators; their weighted mean is mpi(). NULL, and a summary without households, give NULL. Alkire & Foster (2011).';
COMMENT ON FUNCTION @extschema@.mpi_deprived_populations(@extschema@.mpi_summary) IS
'For each indicator the population that is deprived in it, poor or not: sum of w·g, in households or persons as the weights count them, in the order of the indicators. The official tables of deprivations are made of this. NULL, and a summary without households, give NULL. Alkire & Foster (2011).';
COMMENT ON FUNCTION @extschema@.mpi_contributions(@extschema@.mpi_summary) IS
'For each indicator its part in mpi(): (weight / all weights) · censored headcount / M0, fractions in the order of the indicators. Each is rounded by itself, so that their sum misses 1 by less than 1e-14. NULL without poor, and for NULL. Alkire & Foster (2011).';
COMMENT ON TYPE @extschema@.mpi_dimension_contribution IS
'A row of mpi_dimension_contributions(): a dimension and its part in mpi().';
COMMENT ON COLUMN @extschema@.mpi_dimension_contribution.dimension IS
'Name of the dimension, as it was given.';
COMMENT ON COLUMN @extschema@.mpi_dimension_contribution.contribution IS
'Part of its indicators in mpi(), a fraction; NULL without poor.';
COMMENT ON FUNCTION @extschema@.mpi_dimension_contributions(@extschema@.mpi_summary, text[]) IS
'A row for each dimension, in the order of its first indicator: the part of its indicators in mpi(), a fraction. dimension names the dimension of each indicator, in their order (of numbers: dimension::text[]); column dimension of deprivation_indicator is made for it. NULL, and a summary without households, give no row. A NULL name is an error (22004), another number of names than of indicators too (22023). Alkire & Foster (2011).';
COMMENT ON FUNCTION @extschema@.mpi_subgroup_contribution(@extschema@.mpi_summary, @extschema@.mpi_summary) IS
'The part of a group in the poverty of the whole: (population · M0) of the group / (population · M0) of the whole, a fraction. Over all groups of the whole they add up to 1, but for rounding: each is off by less than 1e-15 of itself, so that the sum misses 1 by less than 1e-15 and its own rounding. NULL for NULL and where nobody in the whole is poor. Errors (22023): other parameters; a group that is no part of the whole. Alkire & Foster (2011).';
COMMENT ON TYPE @extschema@.mpi_change IS
'A row of mpi_change(): a measure at two points in time, and its change.';
COMMENT ON COLUMN @extschema@.mpi_change.measure IS
'mpi, headcount, intensity; with gaps also gap and severity; uncensored_headcount and censored_headcount of each indicator.';
COMMENT ON COLUMN @extschema@.mpi_change.indicator IS
'Number of the indicator, from 1; NULL for the measures of the whole.';
COMMENT ON COLUMN @extschema@.mpi_change.value_before IS
'The measure before, a fraction.';
COMMENT ON COLUMN @extschema@.mpi_change.value_after IS
'The measure after, a fraction.';
COMMENT ON COLUMN @extschema@.mpi_change.difference IS
'after - before, a fraction: 0.01 is one percentage point.';
COMMENT ON COLUMN @extschema@.mpi_change.relative_change IS
'(after - before) / before, a fraction; NULL where before is 0.';
COMMENT ON COLUMN @extschema@.mpi_change.annualised_difference IS
'difference / years, a fraction a year.';
COMMENT ON COLUMN @extschema@.mpi_change.annualised_growth IS
'(after / before)^(1 / years) - 1, a fraction a year; NULL where before is 0. pow() of the C library may differ in the last bit between its versions.';
COMMENT ON FUNCTION @extschema@.mpi_change(@extschema@.mpi_summary, @extschema@.mpi_summary, float8, float8) IS
'Changes between two summaries with the same parameters: a row for M0, H, A (with gaps also M1, M2) and for the uncensored and the censored headcount of each indicator, with difference, relative change, and both by year. Years are numbers and may have decimals (2013.5 for 2013/14); year_after must be later than year_before. NULL, and a summary without households, give no row; a change to or from an undefined intensity is NULL. Errors (22023): other parameters; years out of order or not finite. Alkire, Roche & Vaz (2017) use these forms.';
COMMENT ON FUNCTION @extschema@.mpi_change(@extschema@.mpi_summary, @extschema@.mpi_summary, date, date) IS
'Changes between two summaries with the same parameters: a row for M0, H, A (with gaps also M1, M2) and for the uncensored and the censored headcount of each indicator, with difference, relative change, and both by year. Years between dates are counted as in annualised_change(): whole months are twelfths, from a day to the same day or from the end of a month to the end of another, and what is left over is a part of its month. NULL, and a summary without households, give no row; a change to or from an undefined intensity is NULL. Errors (22023): other parameters; period_after not later than period_before; an infinite one. Alkire, Roche & Vaz (2017) use these forms.';
COMMENT ON FUNCTION @extschema@.mpi_change(@extschema@.mpi_summary, @extschema@.mpi_summary, timestamp, timestamp) IS
'Changes between two summaries with the same parameters: a row for M0, H, A (with gaps also M1, M2) and for the uncensored and the censored headcount of each indicator, with difference, relative change, and both by year. Years between timestamps are counted as in annualised_change(): whole months are twelfths, from a day to the same day or from the end of a month to the end of another, and what is left over is a part of its month. NULL, and a summary without households, give no row; a change to or from an undefined intensity is NULL. Errors (22023): other parameters; period_after not later than period_before; an infinite one. Alkire, Roche & Vaz (2017) use these forms.';
COMMENT ON FUNCTION @extschema@.mpi_change(@extschema@.mpi_summary, @extschema@.mpi_summary, timestamptz, timestamptz) IS
'Changes between two summaries with the same parameters: a row for M0, H, A (with gaps also M1, M2) and for the uncensored and the censored headcount of each indicator, with difference, relative change, and both by year. Years between timestamps are counted as in annualised_change(): whole months are twelfths, from a day to the same day or from the end of a month to the end of another, and what is left over is a part of its month, in local time of the session. NULL, and a summary without households, give no row; a change to or from an undefined intensity is NULL. Errors (22023): other parameters; period_after not later than period_before; an infinite one. Alkire, Roche & Vaz (2017) use these forms.';
COMMENT ON AGGREGATE @extschema@.mpi_summary(boolean[], float8[], float8) IS
'A group of households as an mpi_summary, to be stored, merged and read by mpi(), mpi_headcount(), mpi_intensity() and the readers of indicators. Deprived: one boolean for each indicator, true for deprived. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL indicator is an error (22004): coalesce_deprived() says what it means. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_summary(boolean[], float8[], float8, float8) IS
'A group of households as an mpi_summary, to be stored, merged and read by mpi(), mpi_headcount(), mpi_intensity() and the readers of indicators. Deprived: one boolean for each indicator, true for deprived. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL indicator is an error (22004): coalesce_deprived() says what it means. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Weight: zero counts for nothing; negative, NaN and infinite are errors (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_summary(bit varying, float8[], float8) IS
'A group of households as an mpi_summary, to be stored, merged and read by mpi(), mpi_headcount(), mpi_intensity() and the readers of indicators. Bits: one for each indicator, the leftmost for the first; bit(n) will do. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_summary(bit varying, float8[], float8, float8) IS
'A group of households as an mpi_summary, to be stored, merged and read by mpi(), mpi_headcount(), mpi_intensity() and the readers of indicators. Bits: one for each indicator, the leftmost for the first; bit(n) will do. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Weight: zero counts for nothing; negative, NaN and infinite are errors (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_summary(bigint, float8[], float8) IS
'A group of households as an mpi_summary, to be stored, merged and read by mpi(), mpi_headcount(), mpi_intensity() and the readers of indicators. Mask: bit 0 (value 1) for the first indicator, bit 1 (value 2) for the second; deprivation_mask() makes it. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_summary(bigint, float8[], float8, float8) IS
'A group of households as an mpi_summary, to be stored, merged and read by mpi(), mpi_headcount(), mpi_intensity() and the readers of indicators. Mask: bit 0 (value 1) for the first indicator, bit 1 (value 2) for the second; deprivation_mask() makes it. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Weight: zero counts for nothing; negative, NaN and infinite are errors (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_summary(float8[], float8[], float8) IS
'A group of households as an mpi_summary, to be stored, merged and read by mpi(), mpi_headcount(), mpi_intensity() and the readers of indicators. Gaps: one normalised gap for each indicator, from 0 (not deprived) to 1, deprived where above 0; 0 and 1 of any numeric type will do. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL gap is an error (22004): coalesce_deprived() says what it means. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. A gap outside [0, 1] or NaN is an error (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_summary(float8[], float8[], float8, float8) IS
'A group of households as an mpi_summary, to be stored, merged and read by mpi(), mpi_headcount(), mpi_intensity() and the readers of indicators. Gaps: one normalised gap for each indicator, from 0 (not deprived) to 1, deprived where above 0; 0 and 1 of any numeric type will do. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL gap is an error (22004): coalesce_deprived() says what it means. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. A gap outside [0, 1] or NaN is an error (22023). Weight: zero counts for nothing; negative, NaN and infinite are errors (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi(boolean[], float8[], float8) IS
'Adjusted headcount ratio M0 = H·A: sum over the poor of w · weighted share of deprivations / sum of w, a fraction. Deprived: one boolean for each indicator, true for deprived. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL indicator is an error (22004): coalesce_deprived() says what it means. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi(boolean[], float8[], float8, float8) IS
'Adjusted headcount ratio M0 = H·A: sum over the poor of w · weighted share of deprivations / sum of w, a fraction. Deprived: one boolean for each indicator, true for deprived. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL indicator is an error (22004): coalesce_deprived() says what it means. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Weight: zero counts for nothing; negative, NaN and infinite are errors (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi(bit varying, float8[], float8) IS
'Adjusted headcount ratio M0 = H·A: sum over the poor of w · weighted share of deprivations / sum of w, a fraction. Bits: one for each indicator, the leftmost for the first; bit(n) will do. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi(bit varying, float8[], float8, float8) IS
'Adjusted headcount ratio M0 = H·A: sum over the poor of w · weighted share of deprivations / sum of w, a fraction. Bits: one for each indicator, the leftmost for the first; bit(n) will do. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Weight: zero counts for nothing; negative, NaN and infinite are errors (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi(bigint, float8[], float8) IS
'Adjusted headcount ratio M0 = H·A: sum over the poor of w · weighted share of deprivations / sum of w, a fraction. Mask: bit 0 (value 1) for the first indicator, bit 1 (value 2) for the second; deprivation_mask() makes it. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi(bigint, float8[], float8, float8) IS
'Adjusted headcount ratio M0 = H·A: sum over the poor of w · weighted share of deprivations / sum of w, a fraction. Mask: bit 0 (value 1) for the first indicator, bit 1 (value 2) for the second; deprivation_mask() makes it. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Weight: zero counts for nothing; negative, NaN and infinite are errors (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi(float8[], float8[], float8) IS
'Adjusted headcount ratio M0 = H·A: sum over the poor of w · weighted share of deprivations / sum of w, a fraction. Gaps: one normalised gap for each indicator, from 0 (not deprived) to 1, deprived where above 0; 0 and 1 of any numeric type will do. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL gap is an error (22004): coalesce_deprived() says what it means. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. A gap outside [0, 1] or NaN is an error (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi(float8[], float8[], float8, float8) IS
'Adjusted headcount ratio M0 = H·A: sum over the poor of w · weighted share of deprivations / sum of w, a fraction. Gaps: one normalised gap for each indicator, from 0 (not deprived) to 1, deprived where above 0; 0 and 1 of any numeric type will do. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL gap is an error (22004): coalesce_deprived() says what it means. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. A gap outside [0, 1] or NaN is an error (22023). Weight: zero counts for nothing; negative, NaN and infinite are errors (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_headcount(boolean[], float8[], float8) IS
'Multidimensional headcount ratio H: sum of w over the poor / sum of w, a fraction. Deprived: one boolean for each indicator, true for deprived. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL indicator is an error (22004): coalesce_deprived() says what it means. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_headcount(boolean[], float8[], float8, float8) IS
'Multidimensional headcount ratio H: sum of w over the poor / sum of w, a fraction. Deprived: one boolean for each indicator, true for deprived. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL indicator is an error (22004): coalesce_deprived() says what it means. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Weight: zero counts for nothing; negative, NaN and infinite are errors (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_headcount(bit varying, float8[], float8) IS
'Multidimensional headcount ratio H: sum of w over the poor / sum of w, a fraction. Bits: one for each indicator, the leftmost for the first; bit(n) will do. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_headcount(bit varying, float8[], float8, float8) IS
'Multidimensional headcount ratio H: sum of w over the poor / sum of w, a fraction. Bits: one for each indicator, the leftmost for the first; bit(n) will do. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Weight: zero counts for nothing; negative, NaN and infinite are errors (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_headcount(bigint, float8[], float8) IS
'Multidimensional headcount ratio H: sum of w over the poor / sum of w, a fraction. Mask: bit 0 (value 1) for the first indicator, bit 1 (value 2) for the second; deprivation_mask() makes it. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_headcount(bigint, float8[], float8, float8) IS
'Multidimensional headcount ratio H: sum of w over the poor / sum of w, a fraction. Mask: bit 0 (value 1) for the first indicator, bit 1 (value 2) for the second; deprivation_mask() makes it. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Weight: zero counts for nothing; negative, NaN and infinite are errors (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_headcount(float8[], float8[], float8) IS
'Multidimensional headcount ratio H: sum of w over the poor / sum of w, a fraction. Gaps: one normalised gap for each indicator, from 0 (not deprived) to 1, deprived where above 0; 0 and 1 of any numeric type will do. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL gap is an error (22004): coalesce_deprived() says what it means. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. A gap outside [0, 1] or NaN is an error (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_headcount(float8[], float8[], float8, float8) IS
'Multidimensional headcount ratio H: sum of w over the poor / sum of w, a fraction. Gaps: one normalised gap for each indicator, from 0 (not deprived) to 1, deprived where above 0; 0 and 1 of any numeric type will do. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL gap is an error (22004): coalesce_deprived() says what it means. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. A gap outside [0, 1] or NaN is an error (22023). Weight: zero counts for nothing; negative, NaN and infinite are errors (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_intensity(boolean[], float8[], float8) IS
'Intensity A: mean weighted share of deprivations among the poor, a fraction; NULL without poor. Deprived: one boolean for each indicator, true for deprived. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL indicator is an error (22004): coalesce_deprived() says what it means. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_intensity(boolean[], float8[], float8, float8) IS
'Intensity A: mean weighted share of deprivations among the poor, a fraction; NULL without poor. Deprived: one boolean for each indicator, true for deprived. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL indicator is an error (22004): coalesce_deprived() says what it means. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Weight: zero counts for nothing; negative, NaN and infinite are errors (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_intensity(bit varying, float8[], float8) IS
'Intensity A: mean weighted share of deprivations among the poor, a fraction; NULL without poor. Bits: one for each indicator, the leftmost for the first; bit(n) will do. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_intensity(bit varying, float8[], float8, float8) IS
'Intensity A: mean weighted share of deprivations among the poor, a fraction; NULL without poor. Bits: one for each indicator, the leftmost for the first; bit(n) will do. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Weight: zero counts for nothing; negative, NaN and infinite are errors (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_intensity(bigint, float8[], float8) IS
'Intensity A: mean weighted share of deprivations among the poor, a fraction; NULL without poor. Mask: bit 0 (value 1) for the first indicator, bit 1 (value 2) for the second; deprivation_mask() makes it. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_intensity(bigint, float8[], float8, float8) IS
'Intensity A: mean weighted share of deprivations among the poor, a fraction; NULL without poor. Mask: bit 0 (value 1) for the first indicator, bit 1 (value 2) for the second; deprivation_mask() makes it. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. Weight: zero counts for nothing; negative, NaN and infinite are errors (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_intensity(float8[], float8[], float8) IS
'Intensity A: mean weighted share of deprivations among the poor, a fraction; NULL without poor. Gaps: one normalised gap for each indicator, from 0 (not deprived) to 1, deprived where above 0; 0 and 1 of any numeric type will do. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL gap is an error (22004): coalesce_deprived() says what it means. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. A gap outside [0, 1] or NaN is an error (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_intensity(float8[], float8[], float8, float8) IS
'Intensity A: mean weighted share of deprivations among the poor, a fraction; NULL without poor. Gaps: one normalised gap for each indicator, from 0 (not deprived) to 1, deprived where above 0; 0 and 1 of any numeric type will do. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL gap is an error (22004): coalesce_deprived() says what it means. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. A gap outside [0, 1] or NaN is an error (22023). Weight: zero counts for nothing; negative, NaN and infinite are errors (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_gap(float8[], float8[], float8) IS
'Adjusted poverty gap M1: sum over the poor of w · weighted mean of the normalised gaps / sum of w, a fraction. Gaps: one normalised gap for each indicator, from 0 (not deprived) to 1, deprived where above 0; 0 and 1 of any numeric type will do. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL gap is an error (22004): coalesce_deprived() says what it means. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. A gap outside [0, 1] or NaN is an error (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_gap(float8[], float8[], float8, float8) IS
'Adjusted poverty gap M1: sum over the poor of w · weighted mean of the normalised gaps / sum of w, a fraction. Gaps: one normalised gap for each indicator, from 0 (not deprived) to 1, deprived where above 0; 0 and 1 of any numeric type will do. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL gap is an error (22004): coalesce_deprived() says what it means. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. A gap outside [0, 1] or NaN is an error (22023). Weight: zero counts for nothing; negative, NaN and infinite are errors (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_severity(float8[], float8[], float8) IS
'Adjusted severity M2: sum over the poor of w · weighted mean of the squared normalised gaps / sum of w, a fraction. Gaps: one normalised gap for each indicator, from 0 (not deprived) to 1, deprived where above 0; 0 and 1 of any numeric type will do. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL gap is an error (22004): coalesce_deprived() says what it means. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. A gap outside [0, 1] or NaN is an error (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.mpi_severity(float8[], float8[], float8, float8) IS
'Adjusted severity M2: sum over the poor of w · weighted mean of the squared normalised gaps / sum of w, a fraction. Gaps: one normalised gap for each indicator, from 0 (not deprived) to 1, deprived where above 0; 0 and 1 of any numeric type will do. weights: one for each indicator, >= 0, at least one > 0; they need not sum to 1. Poor: the sum of the weights of the deprivations reaches (k - 1e-9) of all weights, so that thirds made of sixths and eighteenths count, and weighs more than nothing: k of at most 1e-9 makes nobody without deprivations poor; k in (0, 1]. weights and k must be the same for all households of a group. A household with a NULL argument is left out; no household gives NULL. A NULL gap is an error (22004): coalesce_deprived() says what it means. A NULL weight of an indicator is an error (22004). Errors (22023): weights that are negative, not finite or all 0; k outside (0, 1]; parameters that differ within a group; not one element for each indicator. A gap outside [0, 1] or NaN is an error (22023). Weight: zero counts for nothing; negative, NaN and infinite are errors (22023). Exact sums, rounded once: the same households give the same bits whatever the plan, in one step and from an mpi_summary. Alkire & Foster (2011).';
COMMENT ON AGGREGATE @extschema@.merge(@extschema@.mpi_summary) IS
'The summary of the households of all summaries, exact and in any order: mpi(merge(s)) over stored summaries is mpi() over the rows, to the bit. NULLs are left out; no summary gives NULL. Summaries whose indicator weights, k or having gaps differ are an error (22023).';
COMMENT ON FUNCTION @extschema@.deprivation_score(boolean[], float8[]) IS
'Weighted share of deprivations of a household: sum of the weights of its deprivations / sum of all weights, a fraction. Deprived: one boolean for each indicator, true for deprived. NULL gives NULL; a NULL indicator is an error (22004). A NULL weight of an indicator is an error (22004). Errors (22023): weights negative, not finite or all 0; not one element for each indicator. To tell the poor use mpi_poor(), which knows when a decimal score only just misses k. Alkire & Foster (2011).';
COMMENT ON FUNCTION @extschema@.deprivation_score(bit varying, float8[]) IS
'Weighted share of deprivations of a household: sum of the weights of its deprivations / sum of all weights, a fraction. Bits: one for each indicator, the leftmost for the first; bit(n) will do. NULL gives NULL. A NULL weight of an indicator is an error (22004). Errors (22023): weights negative, not finite or all 0; not one element for each indicator. To tell the poor use mpi_poor(), which knows when a decimal score only just misses k. Alkire & Foster (2011).';
COMMENT ON FUNCTION @extschema@.deprivation_score(bigint, float8[]) IS
'Weighted share of deprivations of a household: sum of the weights of its deprivations / sum of all weights, a fraction. Mask: bit 0 (value 1) for the first indicator, bit 1 (value 2) for the second; deprivation_mask() makes it. NULL gives NULL. A NULL weight of an indicator is an error (22004). Errors (22023): weights negative, not finite or all 0; not one element for each indicator. To tell the poor use mpi_poor(), which knows when a decimal score only just misses k. Alkire & Foster (2011).';
COMMENT ON FUNCTION @extschema@.mpi_poor(boolean[], float8[], float8) IS
'Whether a household is multidimensionally poor: the sum of the weights of its deprivations reaches (k - 1e-9) of all weights, so that 1/3 made of sixths and eighteenths is poor at k = 1/3, and 0.3 + 0.2 of 0.4, 0.3, 0.2, 0.1 at k = 0.5; nobody whose deprivations weigh nothing is poor, however small k. Deprived: one boolean for each indicator, true for deprived. NULL gives NULL; a NULL indicator is an error (22004). A NULL weight of an indicator is an error (22004). Errors (22023): weights negative, not finite or all 0; k outside (0, 1]; not one element for each indicator. Alkire & Foster (2011).';
COMMENT ON FUNCTION @extschema@.mpi_poor(bit varying, float8[], float8) IS
'Whether a household is multidimensionally poor: the sum of the weights of its deprivations reaches (k - 1e-9) of all weights, so that 1/3 made of sixths and eighteenths is poor at k = 1/3, and 0.3 + 0.2 of 0.4, 0.3, 0.2, 0.1 at k = 0.5; nobody whose deprivations weigh nothing is poor, however small k. Bits: one for each indicator, the leftmost for the first; bit(n) will do. NULL gives NULL. A NULL weight of an indicator is an error (22004). Errors (22023): weights negative, not finite or all 0; k outside (0, 1]; not one element for each indicator. Alkire & Foster (2011).';
COMMENT ON FUNCTION @extschema@.mpi_poor(bigint, float8[], float8) IS
'Whether a household is multidimensionally poor: the sum of the weights of its deprivations reaches (k - 1e-9) of all weights, so that 1/3 made of sixths and eighteenths is poor at k = 1/3, and 0.3 + 0.2 of 0.4, 0.3, 0.2, 0.1 at k = 0.5; nobody whose deprivations weigh nothing is poor, however small k. Mask: bit 0 (value 1) for the first indicator, bit 1 (value 2) for the second; deprivation_mask() makes it. NULL gives NULL. A NULL weight of an indicator is an error (22004). Errors (22023): weights negative, not finite or all 0; k outside (0, 1]; not one element for each indicator. Alkire & Foster (2011).';
COMMENT ON FUNCTION @extschema@.deprivation_count(boolean[]) IS
'How many indicators a household lacks, as classify_household() takes it. Deprived: one boolean for each indicator, true for deprived. NULL gives NULL; a NULL indicator is an error (22004). None, more than 64, or more than one dimension are an error (22023).';
COMMENT ON FUNCTION @extschema@.deprivation_count(bit varying) IS
'How many indicators a household lacks, as classify_household() takes it. Bits: one for each indicator, the leftmost for the first; bit(n) will do. NULL gives NULL. None, or more than 64, are an error (22023).';
COMMENT ON FUNCTION @extschema@.deprivation_count(bigint) IS
'How many indicators a household lacks, as classify_household() takes it. Mask: bit 0 (value 1) for the first indicator, bit 1 (value 2) for the second; deprivation_mask() makes it. NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.deprivation_mask(boolean[]) IS
'The deprivations as a mask, bit 0 (value 1) for the first indicator, bit 1 (value 2) for the second: the form that is cheapest to store and to count. NULL gives NULL; a NULL indicator is an error (22004), no indicator or more than 64 too (22023). A cast of bit(n) to bigint has the opposite order.';
COMMENT ON FUNCTION @extschema@.deprivation_mask(bit varying) IS
'The deprivations as a mask, bit 0 (value 1) for the first indicator, bit 1 (value 2) for the second: the form that is cheapest to store and to count. NULL gives NULL; no bit or more than 64 are an error (22023). A cast of bit(n) to bigint has the opposite order.';
COMMENT ON FUNCTION @extschema@.deprivation_array(bigint, float8) IS
'The array of booleans that deprivation_mask() made a mask of. NULL gives NULL; a mask with a bit beyond the indicators, and a number of indicators outside 1 to 64, are errors (22023).';
COMMENT ON FUNCTION @extschema@.coalesce_deprived(boolean[], boolean) IS
'What a NULL indicator is to mean: when_missing = false: not deprived; true: deprived; NULL: the result is NULL for a household with a NULL indicator, so that aggregates leave it out. Deprivations without a NULL come back as they are. NULL deprived gives NULL. missing_deprivations() counts how many households and indicators this concerns. Deprivations of no element, of more than 64 or in more than one dimension are an error (22023).';
COMMENT ON FUNCTION @extschema@.coalesce_deprived(float8[], float8) IS
'What a NULL gap is to mean: when_missing is the gap it stands for, 0 for not deprived to 1 for wholly deprived; NULL: the result is NULL for a household with a NULL gap, so that aggregates leave it out. Gaps without a NULL come back as they are. NULL gaps give NULL. A gap, or when_missing, outside [0, 1] or NaN is an error (22023). missing_deprivations() counts how many households and indicators this concerns. Unit: none.';
COMMENT ON FUNCTION @extschema@.deprivation_weights(text) IS
'The weights of the indicators of a standard, in their order, as mpi() takes them: from deprivation_indicator, where a row of your own wins over the shipped one of the same position. NULL for a standard without indicators. Write (SELECT deprivation_weights(…)), which is looked up once a query and not for each household. Unit: none.';
COMMENT ON FUNCTION @extschema@.deprivation_dimensions(text) IS
'The dimension of each indicator of a standard, in their order, as mpi_dimension_contributions() takes them: from deprivation_indicator, where a row of your own wins over the shipped one of the same position. NULL for a standard without indicators.';
COMMENT ON FUNCTION @extschema@.deprivation_cutoff(text) IS
'The poverty cutoff k of a standard, a share of all weights: min_deprivations / deprivation_count of poverty_standard, where your own row wins (3 of 10 for VN-2016, 3 of 12 for VN-2022), 1/3 for GLOBAL-MPI and WB-MPM. NULL where none is known. Sources: as in the tables; OPHI and UNDP; World Bank.';
COMMENT ON FUNCTION @extschema@.severe_deprivation(boolean[]) IS
'Severe material and social deprivation of a person: at least 7 of 13 items are lacking. NULL gives NULL; a NULL item is an error (22004), another number of items than 13 too (22023). Source: Eurostat, severe material and social deprivation (SMSD).';
COMMENT ON FUNCTION @extschema@.arope(boolean, boolean, boolean) IS
'At risk of poverty or social exclusion: at risk of poverty, or severely materially and socially deprived, or in a household of very low work intensity. low_work NULL counts as false: it is defined for ages 0 to 64 only. NULL at_risk or deprived is an error (22004). Source: Eurostat, AROPE.';
COMMENT ON TYPE @extschema@.arope_summary IS
'At risk of poverty or social exclusion: the population in it, its three parts, the seven cells of their Venn diagram (only_at_risk to all_three, which add up to arope), and rates.';
COMMENT ON COLUMN @extschema@.arope_summary.observations IS
'Persons that were counted.';
COMMENT ON COLUMN @extschema@.arope_summary.without_low_work IS
'Of them those whose low_work is NULL, because it is not defined at their age.';
COMMENT ON COLUMN @extschema@.arope_summary.population IS
'Sum of the weights.';
COMMENT ON COLUMN @extschema@.arope_summary.arope IS
'Population in at least one of the three parts.';
COMMENT ON COLUMN @extschema@.arope_summary.at_risk IS
'Population at risk of poverty.';
COMMENT ON COLUMN @extschema@.arope_summary.deprived IS
'Population severely materially and socially deprived.';
COMMENT ON COLUMN @extschema@.arope_summary.low_work IS
'Population in households of very low work intensity.';
COMMENT ON COLUMN @extschema@.arope_summary.only_at_risk IS
'Population at risk of poverty, and in no other part.';
COMMENT ON COLUMN @extschema@.arope_summary.only_deprived IS
'Population deprived, and in no other part.';
COMMENT ON COLUMN @extschema@.arope_summary.only_low_work IS
'Population with low work intensity, and in no other part.';
COMMENT ON COLUMN @extschema@.arope_summary.at_risk_and_deprived IS
'Population in these two parts and not in the third.';
COMMENT ON COLUMN @extschema@.arope_summary.at_risk_and_low_work IS
'Population in these two parts and not in the third.';
COMMENT ON COLUMN @extschema@.arope_summary.deprived_and_low_work IS
'Population in these two parts and not in the third.';
COMMENT ON COLUMN @extschema@.arope_summary.all_three IS
'Population in all three parts.';
COMMENT ON COLUMN @extschema@.arope_summary.arope_rate IS
'arope / population, a fraction.';
COMMENT ON COLUMN @extschema@.arope_summary.at_risk_rate IS
'at_risk / population, a fraction.';
COMMENT ON COLUMN @extschema@.arope_summary.deprived_rate IS
'deprived / population, a fraction.';
COMMENT ON COLUMN @extschema@.arope_summary.low_work_rate IS
'low_work / population whose low_work is not NULL, a fraction; NULL where there is none.';
COMMENT ON FUNCTION @extschema@.arope_transition(@extschema@.exact_sums, boolean, boolean, boolean) IS
'Counts a person into the cells of arope_summary().';
COMMENT ON FUNCTION @extschema@.arope_inverse(@extschema@.exact_sums, boolean, boolean, boolean) IS
'Counts a person out of the cells of arope_summary() again, for moving windows, exactly.';
COMMENT ON FUNCTION @extschema@.arope_transition(@extschema@.exact_sums, boolean, boolean, boolean, float8) IS
'Counts a person into the cells of arope_summary().';
COMMENT ON FUNCTION @extschema@.arope_inverse(@extschema@.exact_sums, boolean, boolean, boolean, float8) IS
'Counts a person out of the cells of arope_summary() again, for moving windows, exactly.';
COMMENT ON FUNCTION @extschema@.arope_final(@extschema@.exact_sums) IS
'The row of arope_summary(): cells, and their sums each rounded once.';
COMMENT ON AGGREGATE @extschema@.arope_summary(boolean, boolean, boolean) IS
'At risk of poverty or social exclusion as one row: population, its three parts and the seven cells of their Venn diagram, in persons, and rates (fractions). low_work NULL counts as false: it is defined for ages 0 to 64 only. NULL at_risk or deprived is an error (22004); no row gives NULL. Exact sums, each rounded once: the same rows give the same bits whatever the plan. Source: Eurostat, AROPE.';
COMMENT ON AGGREGATE @extschema@.arope_summary(boolean, boolean, boolean, float8) IS
'At risk of poverty or social exclusion as one row: population, its three parts and the seven cells of their Venn diagram, in weights, and rates (fractions). low_work NULL counts as false: it is defined for ages 0 to 64 only. NULL at_risk or deprived is an error (22004); a row with a NULL weight is left out; no row gives NULL. Weight: zero counts for nothing; negative, NaN and infinite are errors (22023). Exact sums, each rounded once: the same rows give the same bits whatever the plan. Source: Eurostat, AROPE.';
COMMENT ON TYPE @extschema@.missing_deprivations IS
'How many indicators are NULL: what coalesce_deprived() replaced, or left out.';
COMMENT ON COLUMN @extschema@.missing_deprivations.households IS
'Households with deprivations.';
COMMENT ON COLUMN @extschema@.missing_deprivations.with_missing IS
'Of them those with a NULL indicator: coalesce_deprived(deprived, NULL) leaves these out.';
COMMENT ON COLUMN @extschema@.missing_deprivations.missing_indicators IS
'NULL indicators: coalesce_deprived(deprived, false) or (deprived, true) replaces these.';
COMMENT ON FUNCTION @extschema@.missing_deprivations_transition(@extschema@.exact_sums, boolean[]) IS
'Counts a household and its NULL indicators into a state of missing_deprivations().';
COMMENT ON FUNCTION @extschema@.missing_deprivations_inverse(@extschema@.exact_sums, boolean[]) IS
'Counts a household out of a state of missing_deprivations() again, for moving windows.';
COMMENT ON FUNCTION @extschema@.missing_deprivations_transition(@extschema@.exact_sums, float8[]) IS
'Counts a household and its NULL gaps into a state of missing_deprivations().';
COMMENT ON FUNCTION @extschema@.missing_deprivations_inverse(@extschema@.exact_sums, float8[]) IS
'Counts a household out of a state of missing_deprivations() again, for moving windows.';
COMMENT ON FUNCTION @extschema@.missing_deprivations_final(@extschema@.exact_sums) IS
'The row of missing_deprivations().';
COMMENT ON AGGREGATE @extschema@.missing_deprivations(boolean[]) IS
'How many households have a NULL indicator, and how many indicators are NULL, as they are stored: what coalesce_deprived() concerns, to be reported beside mpi(coalesce_deprived(deprived, …), weights, k). Households whose whole array is NULL are left out; no household gives NULL. An array of more than one dimension, or of more than 64 elements, is an error (22023).';
COMMENT ON AGGREGATE @extschema@.missing_deprivations(float8[]) IS
'How many households have a NULL gap, and how many gaps are NULL, as they are stored: what coalesce_deprived() concerns, to be reported beside mpi(coalesce_deprived(gaps, …), weights, k). Households whose whole array is NULL are left out; no household gives NULL. An array of more than one dimension, or of more than 64 elements, and a gap outside [0, 1] are errors (22023).';
