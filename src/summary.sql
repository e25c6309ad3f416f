-- SPDX-License-Identifier: PostgreSQL
/* ---- summary: poverty measures against a line, in one step and in two ---- */

CREATE TYPE @extschema@.poverty_summary;

CREATE FUNCTION @extschema@.poverty_summary_in(cstring) RETURNS @extschema@.poverty_summary
	AS 'MODULE_PATHNAME', 'poverty_summary_in' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_summary_out(@extschema@.poverty_summary) RETURNS cstring
	AS 'MODULE_PATHNAME', 'exact_sums_out' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_summary_recv(internal) RETURNS @extschema@.poverty_summary
	AS 'MODULE_PATHNAME', 'poverty_summary_recv' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_summary_send(@extschema@.poverty_summary) RETURNS bytea
	AS 'MODULE_PATHNAME', 'exact_sums_send' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE @extschema@.poverty_summary (
	INPUT = @extschema@.poverty_summary_in,
	OUTPUT = @extschema@.poverty_summary_out,
	RECEIVE = @extschema@.poverty_summary_recv,
	SEND = @extschema@.poverty_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE FUNCTION @extschema@.poverty_summary_eq(@extschema@.poverty_summary, @extschema@.poverty_summary) RETURNS boolean
	AS 'MODULE_PATHNAME', 'poverty_summary_eq' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_summary_ne(@extschema@.poverty_summary, @extschema@.poverty_summary) RETURNS boolean
	AS 'MODULE_PATHNAME', 'poverty_summary_ne' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_summary_hash(@extschema@.poverty_summary) RETURNS integer
	AS 'MODULE_PATHNAME', 'poverty_summary_hash' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_summary_hash_extended(@extschema@.poverty_summary, bigint) RETURNS bigint
	AS 'MODULE_PATHNAME', 'poverty_summary_hash_extended' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE OPERATOR @extschema@.= (
	LEFTARG = @extschema@.poverty_summary,
	RIGHTARG = @extschema@.poverty_summary,
	FUNCTION = @extschema@.poverty_summary_eq,
	COMMUTATOR = OPERATOR(@extschema@.=),
	NEGATOR = OPERATOR(@extschema@.<>),
	RESTRICT = pg_catalog.eqsel,
	JOIN = pg_catalog.eqjoinsel,
	HASHES,
	MERGES
);

CREATE OPERATOR @extschema@.<> (
	LEFTARG = @extschema@.poverty_summary,
	RIGHTARG = @extschema@.poverty_summary,
	FUNCTION = @extschema@.poverty_summary_ne,
	COMMUTATOR = OPERATOR(@extschema@.<>),
	NEGATOR = OPERATOR(@extschema@.=),
	RESTRICT = pg_catalog.neqsel,
	JOIN = pg_catalog.neqjoinsel
);

CREATE OPERATOR CLASS @extschema@.poverty_summary_hash_ops DEFAULT FOR TYPE @extschema@.poverty_summary USING hash AS
	OPERATOR 1 @extschema@.= (@extschema@.poverty_summary, @extschema@.poverty_summary),
	FUNCTION 1 @extschema@.poverty_summary_hash(@extschema@.poverty_summary),
	FUNCTION 2 @extschema@.poverty_summary_hash_extended(@extschema@.poverty_summary, bigint);

CREATE FUNCTION @extschema@.poverty_summary_lt(@extschema@.poverty_summary, @extschema@.poverty_summary) RETURNS boolean
	AS 'MODULE_PATHNAME', 'poverty_summary_lt' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_summary_le(@extschema@.poverty_summary, @extschema@.poverty_summary) RETURNS boolean
	AS 'MODULE_PATHNAME', 'poverty_summary_le' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_summary_gt(@extschema@.poverty_summary, @extschema@.poverty_summary) RETURNS boolean
	AS 'MODULE_PATHNAME', 'poverty_summary_gt' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_summary_ge(@extschema@.poverty_summary, @extschema@.poverty_summary) RETURNS boolean
	AS 'MODULE_PATHNAME', 'poverty_summary_ge' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_summary_cmp(@extschema@.poverty_summary, @extschema@.poverty_summary) RETURNS integer
	AS 'MODULE_PATHNAME', 'poverty_summary_cmp' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE OPERATOR @extschema@.< (
	LEFTARG = @extschema@.poverty_summary,
	RIGHTARG = @extschema@.poverty_summary,
	FUNCTION = @extschema@.poverty_summary_lt,
	COMMUTATOR = OPERATOR(@extschema@.>),
	NEGATOR = OPERATOR(@extschema@.>=),
	RESTRICT = pg_catalog.scalarltsel,
	JOIN = pg_catalog.scalarltjoinsel
);

CREATE OPERATOR @extschema@.<= (
	LEFTARG = @extschema@.poverty_summary,
	RIGHTARG = @extschema@.poverty_summary,
	FUNCTION = @extschema@.poverty_summary_le,
	COMMUTATOR = OPERATOR(@extschema@.>=),
	NEGATOR = OPERATOR(@extschema@.>),
	RESTRICT = pg_catalog.scalarlesel,
	JOIN = pg_catalog.scalarlejoinsel
);

CREATE OPERATOR @extschema@.> (
	LEFTARG = @extschema@.poverty_summary,
	RIGHTARG = @extschema@.poverty_summary,
	FUNCTION = @extschema@.poverty_summary_gt,
	COMMUTATOR = OPERATOR(@extschema@.<),
	NEGATOR = OPERATOR(@extschema@.<=),
	RESTRICT = pg_catalog.scalargtsel,
	JOIN = pg_catalog.scalargtjoinsel
);

CREATE OPERATOR @extschema@.>= (
	LEFTARG = @extschema@.poverty_summary,
	RIGHTARG = @extschema@.poverty_summary,
	FUNCTION = @extschema@.poverty_summary_ge,
	COMMUTATOR = OPERATOR(@extschema@.<=),
	NEGATOR = OPERATOR(@extschema@.<),
	RESTRICT = pg_catalog.scalargesel,
	JOIN = pg_catalog.scalargejoinsel
);

CREATE OPERATOR CLASS @extschema@.poverty_summary_ops DEFAULT FOR TYPE @extschema@.poverty_summary USING btree AS
	OPERATOR 1 @extschema@.< (@extschema@.poverty_summary, @extschema@.poverty_summary),
	OPERATOR 2 @extschema@.<= (@extschema@.poverty_summary, @extschema@.poverty_summary),
	OPERATOR 3 @extschema@.= (@extschema@.poverty_summary, @extschema@.poverty_summary),
	OPERATOR 4 @extschema@.>= (@extschema@.poverty_summary, @extschema@.poverty_summary),
	OPERATOR 5 @extschema@.> (@extschema@.poverty_summary, @extschema@.poverty_summary),
	FUNCTION 1 @extschema@.poverty_summary_cmp(@extschema@.poverty_summary, @extschema@.poverty_summary);

CREATE FUNCTION @extschema@.poverty_summary_to_jsonb(@extschema@.poverty_summary) RETURNS jsonb
	AS 'MODULE_PATHNAME', 'poverty_summary_to_jsonb' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE CAST (@extschema@.poverty_summary AS jsonb) WITH FUNCTION @extschema@.poverty_summary_to_jsonb(@extschema@.poverty_summary);

CREATE FUNCTION @extschema@.merge(a @extschema@.poverty_summary, b @extschema@.poverty_summary) RETURNS @extschema@.poverty_summary
	AS 'MODULE_PATHNAME', 'poverty_summary_merge' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.subtract(a @extschema@.poverty_summary, b @extschema@.poverty_summary) RETURNS @extschema@.poverty_summary
	AS 'MODULE_PATHNAME', 'poverty_summary_subtract' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_summary_add(@extschema@.poverty_summary, @extschema@.poverty_summary) RETURNS @extschema@.poverty_summary
	AS 'MODULE_PATHNAME', 'poverty_summary_add' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_summary_take_away(@extschema@.poverty_summary, @extschema@.poverty_summary) RETURNS @extschema@.poverty_summary
	AS 'MODULE_PATHNAME', 'poverty_summary_take_away' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_summary_final(@extschema@.poverty_summary) RETURNS @extschema@.poverty_summary
	AS 'MODULE_PATHNAME', 'poverty_summary_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_summary_transition(@extschema@.poverty_summary, float8, float8) RETURNS @extschema@.poverty_summary
	AS 'MODULE_PATHNAME', 'poverty_summary_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_summary_inverse(@extschema@.poverty_summary, float8, float8) RETURNS @extschema@.poverty_summary
	AS 'MODULE_PATHNAME', 'poverty_summary_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_summary_transition(@extschema@.poverty_summary, float8, float8, float8) RETURNS @extschema@.poverty_summary
	AS 'MODULE_PATHNAME', 'poverty_summary_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_summary_inverse(@extschema@.poverty_summary, float8, float8, float8) RETURNS @extschema@.poverty_summary
	AS 'MODULE_PATHNAME', 'poverty_summary_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE AGGREGATE @extschema@.poverty_summary(income float8, line float8) (
	SFUNC = @extschema@.poverty_summary_transition,
	STYPE = @extschema@.poverty_summary,
	SSPACE = 512,
	FINALFUNC = @extschema@.poverty_summary_final,
	COMBINEFUNC = @extschema@.poverty_summary_add,
	MSFUNC = @extschema@.poverty_summary_transition,
	MINVFUNC = @extschema@.poverty_summary_inverse,
	MSTYPE = @extschema@.poverty_summary,
	MSSPACE = 512,
	MFINALFUNC = @extschema@.poverty_summary_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.poverty_summary(income float8, line float8, weight float8) (
	SFUNC = @extschema@.poverty_summary_transition,
	STYPE = @extschema@.poverty_summary,
	SSPACE = 512,
	FINALFUNC = @extschema@.poverty_summary_final,
	COMBINEFUNC = @extschema@.poverty_summary_add,
	MSFUNC = @extschema@.poverty_summary_transition,
	MINVFUNC = @extschema@.poverty_summary_inverse,
	MSTYPE = @extschema@.poverty_summary,
	MSSPACE = 512,
	MFINALFUNC = @extschema@.poverty_summary_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.merge(summary @extschema@.poverty_summary) (
	SFUNC = @extschema@.poverty_summary_add,
	STYPE = @extschema@.poverty_summary,
	SSPACE = 512,
	FINALFUNC = @extschema@.poverty_summary_final,
	COMBINEFUNC = @extschema@.poverty_summary_add,
	MSFUNC = @extschema@.poverty_summary_add,
	MINVFUNC = @extschema@.poverty_summary_take_away,
	MSTYPE = @extschema@.poverty_summary,
	MSSPACE = 512,
	MFINALFUNC = @extschema@.poverty_summary_final,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.headcount_ratio(summary @extschema@.poverty_summary) RETURNS float8
	AS 'MODULE_PATHNAME', 'summary_headcount_ratio' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_gap(summary @extschema@.poverty_summary) RETURNS float8
	AS 'MODULE_PATHNAME', 'summary_poverty_gap' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_severity(summary @extschema@.poverty_summary) RETURNS float8
	AS 'MODULE_PATHNAME', 'summary_poverty_severity' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.watts_index(summary @extschema@.poverty_summary) RETURNS float8
	AS 'MODULE_PATHNAME', 'summary_watts_index' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.income_gap_ratio(summary @extschema@.poverty_summary) RETURNS float8
	AS 'MODULE_PATHNAME', 'summary_income_gap_ratio' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mean_shortfall(summary @extschema@.poverty_summary) RETURNS float8
	AS 'MODULE_PATHNAME', 'summary_mean_shortfall' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.total_shortfall(summary @extschema@.poverty_summary) RETURNS float8
	AS 'MODULE_PATHNAME', 'summary_total_shortfall' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.poor_population(summary @extschema@.poverty_summary) RETURNS float8
	AS 'MODULE_PATHNAME', 'summary_poor_population' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.population(summary @extschema@.poverty_summary) RETURNS float8
	AS 'MODULE_PATHNAME', 'summary_population' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.observations(summary @extschema@.poverty_summary) RETURNS bigint
	AS 'MODULE_PATHNAME', 'summary_observations' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.fgt(summary @extschema@.poverty_summary, alpha float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'summary_fgt' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.headcount_transition(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'headcount_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.headcount_inverse(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'headcount_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.headcount_transition(@extschema@.exact_sums, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'headcount_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.headcount_inverse(@extschema@.exact_sums, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'headcount_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_gap_transition(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_gap_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_gap_inverse(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_gap_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_gap_transition(@extschema@.exact_sums, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_gap_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_gap_inverse(@extschema@.exact_sums, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_gap_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_severity_transition(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_severity_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_severity_inverse(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_severity_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_severity_transition(@extschema@.exact_sums, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_severity_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_severity_inverse(@extschema@.exact_sums, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_severity_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.watts_transition(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'watts_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.watts_inverse(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'watts_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.watts_transition(@extschema@.exact_sums, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'watts_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.watts_inverse(@extschema@.exact_sums, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'watts_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.income_gap_transition(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'income_gap_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.income_gap_inverse(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'income_gap_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.income_gap_transition(@extschema@.exact_sums, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'income_gap_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.income_gap_inverse(@extschema@.exact_sums, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'income_gap_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.shortfall_transition(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'shortfall_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.shortfall_inverse(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'shortfall_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.shortfall_transition(@extschema@.exact_sums, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'shortfall_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.shortfall_inverse(@extschema@.exact_sums, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'shortfall_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.prosperity_gap_transition(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'prosperity_gap_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.prosperity_gap_inverse(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'prosperity_gap_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.prosperity_gap_transition(@extschema@.exact_sums, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'prosperity_gap_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.prosperity_gap_inverse(@extschema@.exact_sums, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'prosperity_gap_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.fgt_transition(@extschema@.exact_sums, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'fgt_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.fgt_inverse(@extschema@.exact_sums, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'fgt_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.fgt_transition(@extschema@.exact_sums, float8, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'fgt_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.fgt_inverse(@extschema@.exact_sums, float8, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'fgt_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.measure_ratio_final(@extschema@.exact_sums) RETURNS float8
	AS 'MODULE_PATHNAME', 'measure_ratio_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.measure_term_final(@extschema@.exact_sums) RETURNS float8
	AS 'MODULE_PATHNAME', 'measure_term_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.measure_base_final(@extschema@.exact_sums) RETURNS float8
	AS 'MODULE_PATHNAME', 'measure_base_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.measure_rows_final(@extschema@.exact_sums) RETURNS bigint
	AS 'MODULE_PATHNAME', 'measure_rows_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.headcount_ratio(income float8, line float8) (
	SFUNC = @extschema@.headcount_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_ratio_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.headcount_transition,
	MINVFUNC = @extschema@.headcount_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_ratio_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.headcount_ratio(income float8, line float8, weight float8) (
	SFUNC = @extschema@.headcount_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_ratio_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.headcount_transition,
	MINVFUNC = @extschema@.headcount_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_ratio_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.poor_population(income float8, line float8) (
	SFUNC = @extschema@.headcount_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_term_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.headcount_transition,
	MINVFUNC = @extschema@.headcount_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_term_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.poor_population(income float8, line float8, weight float8) (
	SFUNC = @extschema@.headcount_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_term_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.headcount_transition,
	MINVFUNC = @extschema@.headcount_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_term_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.population(income float8, line float8) (
	SFUNC = @extschema@.headcount_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_base_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.headcount_transition,
	MINVFUNC = @extschema@.headcount_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_base_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.population(income float8, line float8, weight float8) (
	SFUNC = @extschema@.headcount_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_base_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.headcount_transition,
	MINVFUNC = @extschema@.headcount_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_base_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.observations(income float8, line float8) (
	SFUNC = @extschema@.headcount_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_rows_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.headcount_transition,
	MINVFUNC = @extschema@.headcount_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_rows_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.observations(income float8, line float8, weight float8) (
	SFUNC = @extschema@.headcount_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_rows_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.headcount_transition,
	MINVFUNC = @extschema@.headcount_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_rows_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.poverty_gap(income float8, line float8) (
	SFUNC = @extschema@.poverty_gap_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_ratio_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.poverty_gap_transition,
	MINVFUNC = @extschema@.poverty_gap_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_ratio_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.poverty_gap(income float8, line float8, weight float8) (
	SFUNC = @extschema@.poverty_gap_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_ratio_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.poverty_gap_transition,
	MINVFUNC = @extschema@.poverty_gap_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_ratio_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.poverty_severity(income float8, line float8) (
	SFUNC = @extschema@.poverty_severity_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_ratio_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.poverty_severity_transition,
	MINVFUNC = @extschema@.poverty_severity_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_ratio_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.poverty_severity(income float8, line float8, weight float8) (
	SFUNC = @extschema@.poverty_severity_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_ratio_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.poverty_severity_transition,
	MINVFUNC = @extschema@.poverty_severity_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_ratio_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.watts_index(income float8, line float8) (
	SFUNC = @extschema@.watts_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_ratio_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.watts_transition,
	MINVFUNC = @extschema@.watts_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_ratio_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.watts_index(income float8, line float8, weight float8) (
	SFUNC = @extschema@.watts_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_ratio_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.watts_transition,
	MINVFUNC = @extschema@.watts_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_ratio_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.income_gap_ratio(income float8, line float8) (
	SFUNC = @extschema@.income_gap_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_ratio_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.income_gap_transition,
	MINVFUNC = @extschema@.income_gap_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_ratio_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.income_gap_ratio(income float8, line float8, weight float8) (
	SFUNC = @extschema@.income_gap_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_ratio_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.income_gap_transition,
	MINVFUNC = @extschema@.income_gap_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_ratio_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mean_shortfall(income float8, line float8) (
	SFUNC = @extschema@.shortfall_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_ratio_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.shortfall_transition,
	MINVFUNC = @extschema@.shortfall_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_ratio_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.mean_shortfall(income float8, line float8, weight float8) (
	SFUNC = @extschema@.shortfall_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_ratio_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.shortfall_transition,
	MINVFUNC = @extschema@.shortfall_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_ratio_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.total_shortfall(income float8, line float8) (
	SFUNC = @extschema@.shortfall_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_term_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.shortfall_transition,
	MINVFUNC = @extschema@.shortfall_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_term_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.total_shortfall(income float8, line float8, weight float8) (
	SFUNC = @extschema@.shortfall_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_term_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.shortfall_transition,
	MINVFUNC = @extschema@.shortfall_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_term_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.fgt(income float8, line float8, alpha float8) (
	SFUNC = @extschema@.fgt_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_ratio_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.fgt_transition,
	MINVFUNC = @extschema@.fgt_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_ratio_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.fgt(income float8, line float8, alpha float8, weight float8) (
	SFUNC = @extschema@.fgt_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_ratio_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.fgt_transition,
	MINVFUNC = @extschema@.fgt_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_ratio_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.prosperity_gap(income float8, prosperity_standard float8) (
	SFUNC = @extschema@.prosperity_gap_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_ratio_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.prosperity_gap_transition,
	MINVFUNC = @extschema@.prosperity_gap_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_ratio_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.prosperity_gap(income float8, prosperity_standard float8, weight float8) (
	SFUNC = @extschema@.prosperity_gap_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 160,
	FINALFUNC = @extschema@.measure_ratio_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.prosperity_gap_transition,
	MINVFUNC = @extschema@.prosperity_gap_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 160,
	MFINALFUNC = @extschema@.measure_ratio_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.headcount_ratio(float8, float8) IS
'Headcount ratio, FGT 0: sum of w over the poor / sum of w, a fraction. Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary. Foster, Greer & Thorbecke (1984).';
COMMENT ON AGGREGATE @extschema@.headcount_ratio(float8, float8, float8) IS
'Headcount ratio, FGT 0: sum of w over the poor / sum of w, a fraction. Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Weights: a row of weight 0 is no row, and is left out, like one with a NULL, before its other values are looked at; negative, NaN and infinite are errors (22023). Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary. Foster, Greer & Thorbecke (1984).';
COMMENT ON FUNCTION @extschema@.headcount_ratio(@extschema@.poverty_summary) IS
'Reads from a summary: Headcount ratio, FGT 0: sum of w over the poor / sum of w, a fraction. NULL without rows.';
COMMENT ON AGGREGATE @extschema@.poor_population(float8, float8) IS
'Sum of the weights of the poor: persons or households, as the weights count them. Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary.';
COMMENT ON AGGREGATE @extschema@.poor_population(float8, float8, float8) IS
'Sum of the weights of the poor: persons or households, as the weights count them. Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Weights: a row of weight 0 is no row, and is left out, like one with a NULL, before its other values are looked at; negative, NaN and infinite are errors (22023). Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary.';
COMMENT ON FUNCTION @extschema@.poor_population(@extschema@.poverty_summary) IS
'Reads from a summary: Sum of the weights of the poor: persons or households, as the weights count them. NULL without rows.';
COMMENT ON AGGREGATE @extschema@.population(float8, float8) IS
'Sum of weights: persons or households, as the weights count them. Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary.';
COMMENT ON AGGREGATE @extschema@.population(float8, float8, float8) IS
'Sum of weights: persons or households, as the weights count them. Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Weights: a row of weight 0 is no row, and is left out, like one with a NULL, before its other values are looked at; negative, NaN and infinite are errors (22023). Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary.';
COMMENT ON FUNCTION @extschema@.population(@extschema@.poverty_summary) IS
'Reads from a summary: Sum of weights: persons or households, as the weights count them. NULL without rows.';
COMMENT ON AGGREGATE @extschema@.observations(float8, float8) IS
'Rows that count: those with no NULL argument and a weight above 0. Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary.';
COMMENT ON AGGREGATE @extschema@.observations(float8, float8, float8) IS
'Rows that count: those with no NULL argument and a weight above 0. Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Weights: a row of weight 0 is no row, and is left out, like one with a NULL, before its other values are looked at; negative, NaN and infinite are errors (22023). Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary.';
COMMENT ON FUNCTION @extschema@.observations(@extschema@.poverty_summary) IS
'Reads from a summary: Rows that count: those with no NULL argument and a weight above 0. NULL without rows.';
COMMENT ON AGGREGATE @extschema@.poverty_gap(float8, float8) IS
'Poverty gap, FGT 1: sum of w (z - x)/z over the poor / sum of w, a fraction of the line (above 1 is possible with negative incomes). Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary. Foster, Greer & Thorbecke (1984).';
COMMENT ON AGGREGATE @extschema@.poverty_gap(float8, float8, float8) IS
'Poverty gap, FGT 1: sum of w (z - x)/z over the poor / sum of w, a fraction of the line (above 1 is possible with negative incomes). Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Weights: a row of weight 0 is no row, and is left out, like one with a NULL, before its other values are looked at; negative, NaN and infinite are errors (22023). Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary. Foster, Greer & Thorbecke (1984).';
COMMENT ON FUNCTION @extschema@.poverty_gap(@extschema@.poverty_summary) IS
'Reads from a summary: Poverty gap, FGT 1: sum of w (z - x)/z over the poor / sum of w, a fraction of the line (above 1 is possible with negative incomes). NULL without rows.';
COMMENT ON AGGREGATE @extschema@.poverty_severity(float8, float8) IS
'Poverty severity, FGT 2: sum of w ((z - x)/z)^2 over the poor / sum of w. Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary. Foster, Greer & Thorbecke (1984). Unit: none.';
COMMENT ON AGGREGATE @extschema@.poverty_severity(float8, float8, float8) IS
'Poverty severity, FGT 2: sum of w ((z - x)/z)^2 over the poor / sum of w. Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Weights: a row of weight 0 is no row, and is left out, like one with a NULL, before its other values are looked at; negative, NaN and infinite are errors (22023). Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary. Foster, Greer & Thorbecke (1984). Unit: none.';
COMMENT ON FUNCTION @extschema@.poverty_severity(@extschema@.poverty_summary) IS
'Reads from a summary: Poverty severity, FGT 2: sum of w ((z - x)/z)^2 over the poor / sum of w. NULL without rows. Unit: none.';
COMMENT ON AGGREGATE @extschema@.watts_index(float8, float8) IS
'Watts index: sum of w ln(z/x) over the poor / sum of w. A poor income <= 0 is an error (22023). Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary. Watts (1968). Unit: none.';
COMMENT ON AGGREGATE @extschema@.watts_index(float8, float8, float8) IS
'Watts index: sum of w ln(z/x) over the poor / sum of w. A poor income <= 0 is an error (22023). Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Weights: a row of weight 0 is no row, and is left out, like one with a NULL, before its other values are looked at; negative, NaN and infinite are errors (22023). Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary. Watts (1968). Unit: none.';
COMMENT ON FUNCTION @extschema@.watts_index(@extschema@.poverty_summary) IS
'Reads from a summary: Watts index: sum of w ln(z/x) over the poor / sum of w. A summary that counted a poor income <= 0 is an error (22023) here, not for the other readers. NULL without rows. Unit: none.';
COMMENT ON AGGREGATE @extschema@.income_gap_ratio(float8, float8) IS
'Income gap ratio: sum of w (z - x)/z over the poor / sum of w over the poor, FGT 1 / FGT 0. No poor: NULL. Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary. Unit: none. Source: Sen (1976), Econometrica 44.';
COMMENT ON AGGREGATE @extschema@.income_gap_ratio(float8, float8, float8) IS
'Income gap ratio: sum of w (z - x)/z over the poor / sum of w over the poor, FGT 1 / FGT 0. No poor: NULL. Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Weights: a row of weight 0 is no row, and is left out, like one with a NULL, before its other values are looked at; negative, NaN and infinite are errors (22023). Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary. Unit: none. Source: Sen (1976), Econometrica 44.';
COMMENT ON FUNCTION @extschema@.income_gap_ratio(@extschema@.poverty_summary) IS
'Reads from a summary: Income gap ratio: sum of w (z - x)/z over the poor / sum of w over the poor, FGT 1 / FGT 0. No poor: NULL. NULL without rows. Unit: none. Source: Sen (1976), Econometrica 44.';
COMMENT ON AGGREGATE @extschema@.mean_shortfall(float8, float8) IS
'Mean shortfall of the poor: sum of w (z - x) over the poor / sum of w over the poor, in the unit of income. No poor: NULL. Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary.';
COMMENT ON AGGREGATE @extschema@.mean_shortfall(float8, float8, float8) IS
'Mean shortfall of the poor: sum of w (z - x) over the poor / sum of w over the poor, in the unit of income. No poor: NULL. Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Weights: a row of weight 0 is no row, and is left out, like one with a NULL, before its other values are looked at; negative, NaN and infinite are errors (22023). Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary.';
COMMENT ON FUNCTION @extschema@.mean_shortfall(@extschema@.poverty_summary) IS
'Reads from a summary: Mean shortfall of the poor: sum of w (z - x) over the poor / sum of w over the poor, in the unit of income. No poor: NULL. NULL without rows.';
COMMENT ON AGGREGATE @extschema@.total_shortfall(float8, float8) IS
'Total shortfall: sum of w (z - x) over the poor, in the unit of income: what lifts everyone to the line. No poor: 0. Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary.';
COMMENT ON AGGREGATE @extschema@.total_shortfall(float8, float8, float8) IS
'Total shortfall: sum of w (z - x) over the poor, in the unit of income: what lifts everyone to the line. No poor: 0. Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Weights: a row of weight 0 is no row, and is left out, like one with a NULL, before its other values are looked at; negative, NaN and infinite are errors (22023). Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary.';
COMMENT ON FUNCTION @extschema@.total_shortfall(@extschema@.poverty_summary) IS
'Reads from a summary: Total shortfall: sum of w (z - x) over the poor, in the unit of income: what lifts everyone to the line. No poor: 0. NULL without rows.';
COMMENT ON AGGREGATE @extschema@.fgt(float8, float8, float8) IS
'Foster-Greer-Thorbecke measure: sum of w ((z - x)/z)^alpha over the poor / sum of w; 0^0 = 1 for the poor. alpha >= 0 is the same for all rows of a group that count (22023 otherwise; a negative, NaN or infinite alpha is an error in any row). Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary. Powers other than 0, 1 and 2 are those of the C library. Foster, Greer & Thorbecke (1984). Unit: none.';
COMMENT ON AGGREGATE @extschema@.fgt(float8, float8, float8, float8) IS
'Foster-Greer-Thorbecke measure: sum of w ((z - x)/z)^alpha over the poor / sum of w; 0^0 = 1 for the poor. alpha >= 0 is the same for all rows of a group that count (22023 otherwise; a negative, NaN or infinite alpha is an error in any row). Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Weights: a row of weight 0 is no row, and is left out, like one with a NULL, before its other values are looked at; negative, NaN and infinite are errors (22023). Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary. Powers other than 0, 1 and 2 are those of the C library. Foster, Greer & Thorbecke (1984). Unit: none.';
COMMENT ON FUNCTION @extschema@.fgt(@extschema@.poverty_summary, float8) IS
'Reads the Foster-Greer-Thorbecke measure for alpha 0, 1 or 2 from a summary; another alpha is an error (22023), since a summary does not hold it. NULL without rows. Unit: none.';
COMMENT ON AGGREGATE @extschema@.prosperity_gap(float8, float8) IS
'Prosperity gap: sum of w (standard / x) / sum of w, the factor by which incomes fall short of the prosperity standard, over everybody and not floored at 1; income and standard in the same period and unit (World Bank: 28 a day in 2021 PPP dollars). An income <= 0 is an error (22023). A row with a NULL is left out; no row gives NULL. Exact sums of terms rounded row by row, rounded once. Source: World Bank, Poverty, Prosperity, and Planet Report 2024.';
COMMENT ON AGGREGATE @extschema@.prosperity_gap(float8, float8, float8) IS
'Prosperity gap: sum of w (standard / x) / sum of w, the factor by which incomes fall short of the prosperity standard, over everybody and not floored at 1; income and standard in the same period and unit (World Bank: 28 a day in 2021 PPP dollars). An income <= 0 is an error (22023). A row with a NULL is left out; no row gives NULL. Weights: a row of weight 0 is no row, and is left out, like one with a NULL, before its other values are looked at; negative, NaN and infinite are errors (22023). Exact sums of terms rounded row by row, rounded once. Source: World Bank, Poverty, Prosperity, and Planet Report 2024.';
COMMENT ON TYPE @extschema@.poverty_summary IS
'The exact sums behind the poverty measures of a group of rows: population, poor, gaps, squared gaps, Watts terms, shortfalls, and how many rows. Made by poverty_summary(income, line [, weight]), stored, merged and read later by headcount_ratio() and its family; the same bits as in one step. One byte form for one multiset of rows, so =, DISTINCT and GROUP BY work; the order of summaries has no meaning. Text form: hexadecimal digits of the binary form, which begins with a version byte and ends with a checksum (CRC-32C); cast to jsonb to look at it.';
COMMENT ON FUNCTION @extschema@.poverty_summary_in(cstring) IS
'Reads the text form of poverty_summary; malformed text, a wrong checksum and sums that contradict themselves are errors (22P03).';
COMMENT ON FUNCTION @extschema@.poverty_summary_out(@extschema@.poverty_summary) IS
'Writes the text form of poverty_summary: hexadecimal digits of the binary form.';
COMMENT ON FUNCTION @extschema@.poverty_summary_recv(internal) IS
'Reads the binary form of poverty_summary; every byte is checked, and malformed bytes, a wrong checksum and sums that contradict themselves are errors (22P03).';
COMMENT ON FUNCTION @extschema@.poverty_summary_send(@extschema@.poverty_summary) IS
'Writes the binary form of poverty_summary.';
COMMENT ON FUNCTION @extschema@.poverty_summary_eq(@extschema@.poverty_summary, @extschema@.poverty_summary) IS
'Whether two summaries hold the same sums and counts, bit for bit.';
COMMENT ON FUNCTION @extschema@.poverty_summary_ne(@extschema@.poverty_summary, @extschema@.poverty_summary) IS
'Whether two summaries differ in a sum or a count.';
COMMENT ON FUNCTION @extschema@.poverty_summary_hash(@extschema@.poverty_summary) IS
'Hash of a summary, of its canonical bytes.';
COMMENT ON FUNCTION @extschema@.poverty_summary_hash_extended(@extschema@.poverty_summary, bigint) IS
'Hash of a summary with a seed, of its canonical bytes.';
COMMENT ON OPERATOR @extschema@.=(@extschema@.poverty_summary, @extschema@.poverty_summary) IS
'The same sums and counts, bit for bit.';
COMMENT ON OPERATOR @extschema@.<>(@extschema@.poverty_summary, @extschema@.poverty_summary) IS
'A sum or a count differs.';
COMMENT ON OPERATOR CLASS @extschema@.poverty_summary_hash_ops USING hash IS
'Equality of summaries, for DISTINCT, GROUP BY and hash joins.';
COMMENT ON OPERATOR FAMILY @extschema@.poverty_summary_hash_ops USING hash IS
'Equality of summaries, for DISTINCT, GROUP BY and hash joins.';
COMMENT ON FUNCTION @extschema@.poverty_summary_lt(@extschema@.poverty_summary, @extschema@.poverty_summary) IS
'Whether the bytes of the first summary sort before those of the second: an order without meaning, for sorting.';
COMMENT ON FUNCTION @extschema@.poverty_summary_le(@extschema@.poverty_summary, @extschema@.poverty_summary) IS
'Whether the bytes of the first summary sort before those of the second or are the same: an order without meaning, for sorting.';
COMMENT ON FUNCTION @extschema@.poverty_summary_gt(@extschema@.poverty_summary, @extschema@.poverty_summary) IS
'Whether the bytes of the first summary sort after those of the second: an order without meaning, for sorting.';
COMMENT ON FUNCTION @extschema@.poverty_summary_ge(@extschema@.poverty_summary, @extschema@.poverty_summary) IS
'Whether the bytes of the first summary sort after those of the second or are the same: an order without meaning, for sorting.';
COMMENT ON FUNCTION @extschema@.poverty_summary_cmp(@extschema@.poverty_summary, @extschema@.poverty_summary) IS
'Below, at or above 0 as the bytes of the first summary sort before, with or after those of the second: an order without meaning, for sorting.';
COMMENT ON OPERATOR @extschema@.<(@extschema@.poverty_summary, @extschema@.poverty_summary) IS
'The bytes of the first summary sort before those of the second: an order without meaning, for sorting.';
COMMENT ON OPERATOR @extschema@.<=(@extschema@.poverty_summary, @extschema@.poverty_summary) IS
'The bytes of the first summary sort before those of the second or are the same: an order without meaning, for sorting.';
COMMENT ON OPERATOR @extschema@.>(@extschema@.poverty_summary, @extschema@.poverty_summary) IS
'The bytes of the first summary sort after those of the second: an order without meaning, for sorting.';
COMMENT ON OPERATOR @extschema@.>=(@extschema@.poverty_summary, @extschema@.poverty_summary) IS
'The bytes of the first summary sort after those of the second or are the same: an order without meaning, for sorting.';
COMMENT ON OPERATOR CLASS @extschema@.poverty_summary_ops USING btree IS
'An order of the bytes of summaries, which means nothing, for count(DISTINCT), ORDER BY, merge joins and unique indexes. Which of two groups is poorer is told by their measures.';
COMMENT ON OPERATOR FAMILY @extschema@.poverty_summary_ops USING btree IS
'An order of the bytes of summaries, which means nothing, for count(DISTINCT), ORDER BY, merge joins and unique indexes. Which of two groups is poorer is told by their measures.';
COMMENT ON FUNCTION @extschema@.poverty_summary_to_jsonb(@extschema@.poverty_summary) IS
'The measures of a summary as a JSON object, for people; a measure that is undefined is null, and all are without rows.';
COMMENT ON CAST (@extschema@.poverty_summary AS jsonb) IS
'The measures of a summary as a JSON object, for people.';
COMMENT ON FUNCTION @extschema@.merge(@extschema@.poverty_summary, @extschema@.poverty_summary) IS
'The summary of the rows of both, exactly. NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.subtract(@extschema@.poverty_summary, @extschema@.poverty_summary) IS
'The summary of the rows of the first without those of the second, exactly: for upkeep under UPDATE and DELETE. The second must hold rows of the first (22023 otherwise, as far as the sums show it; what is returned never contradicts itself). NULL gives NULL.';
COMMENT ON AGGREGATE @extschema@.merge(@extschema@.poverty_summary) IS
'The summary of all rows behind the summaries of a group, exactly; NULLs are left out; no summary gives NULL. In moving windows too.';
COMMENT ON FUNCTION @extschema@.poverty_summary_add(@extschema@.poverty_summary, @extschema@.poverty_summary) IS
'Adds a summary to the state of an aggregate.';
COMMENT ON FUNCTION @extschema@.poverty_summary_take_away(@extschema@.poverty_summary, @extschema@.poverty_summary) IS
'Takes a summary out of the state of merge(), for moving windows.';
COMMENT ON FUNCTION @extschema@.poverty_summary_final(@extschema@.poverty_summary) IS
'The summary from the state of its aggregate, in its canonical form; NULL without rows.';
COMMENT ON AGGREGATE @extschema@.poverty_summary(float8, float8) IS
'Summary of a group of rows, to store and read later with headcount_ratio(), poverty_gap(), poverty_severity(), fgt(), watts_index(), income_gap_ratio(), mean_shortfall(), total_shortfall(), poor_population(), population() and observations(), and to merge(). Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Poor incomes <= 0 are counted, and only reading the Watts index from the summary is then an error. Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary.';
COMMENT ON FUNCTION @extschema@.poverty_summary_transition(@extschema@.poverty_summary, float8, float8) IS
'Counts a row into the state of poverty_summary(income, line).';
COMMENT ON FUNCTION @extschema@.poverty_summary_inverse(@extschema@.poverty_summary, float8, float8) IS
'Counts a row out of the state of poverty_summary(income, line), exactly, for moving windows.';
COMMENT ON AGGREGATE @extschema@.poverty_summary(float8, float8, float8) IS
'Summary of a group of rows, to store and read later with headcount_ratio(), poverty_gap(), poverty_severity(), fgt(), watts_index(), income_gap_ratio(), mean_shortfall(), total_shortfall(), poor_population(), population() and observations(), and to merge(). Poor: income < line (at_or_below(line) counts the line itself); the line is an argument of each row. A row with a NULL is left out; no row gives NULL; NaN and infinite incomes and a line that is not positive and finite are errors (22023), sums beyond double precision too (22003). Weights: a row of weight 0 is no row, and is left out, like one with a NULL, before its other values are looked at; negative, NaN and infinite are errors (22023). Poor incomes <= 0 are counted, and only reading the Watts index from the summary is then an error. Exact sums of terms rounded row by row, rounded once: the same rows give the same bits whatever the plan, in one step and from a poverty_summary.';
COMMENT ON FUNCTION @extschema@.poverty_summary_transition(@extschema@.poverty_summary, float8, float8, float8) IS
'Counts a row into the state of poverty_summary(income, line, weight).';
COMMENT ON FUNCTION @extschema@.poverty_summary_inverse(@extschema@.poverty_summary, float8, float8, float8) IS
'Counts a row out of the state of poverty_summary(income, line, weight), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.headcount_transition(@extschema@.exact_sums, float8, float8) IS
'Counts a row into the state of headcount_ratio(), poor_population(), population() and observations().';
COMMENT ON FUNCTION @extschema@.headcount_inverse(@extschema@.exact_sums, float8, float8) IS
'Counts a row out of the state of headcount_ratio(), poor_population(), population() and observations(), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.headcount_transition(@extschema@.exact_sums, float8, float8, float8) IS
'Counts a row with a weight into the state of headcount_ratio(), poor_population(), population() and observations().';
COMMENT ON FUNCTION @extschema@.headcount_inverse(@extschema@.exact_sums, float8, float8, float8) IS
'Counts a row with a weight out of the state of headcount_ratio(), poor_population(), population() and observations(), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.poverty_gap_transition(@extschema@.exact_sums, float8, float8) IS
'Counts a row into the state of poverty_gap().';
COMMENT ON FUNCTION @extschema@.poverty_gap_inverse(@extschema@.exact_sums, float8, float8) IS
'Counts a row out of the state of poverty_gap(), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.poverty_gap_transition(@extschema@.exact_sums, float8, float8, float8) IS
'Counts a row with a weight into the state of poverty_gap().';
COMMENT ON FUNCTION @extschema@.poverty_gap_inverse(@extschema@.exact_sums, float8, float8, float8) IS
'Counts a row with a weight out of the state of poverty_gap(), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.poverty_severity_transition(@extschema@.exact_sums, float8, float8) IS
'Counts a row into the state of poverty_severity().';
COMMENT ON FUNCTION @extschema@.poverty_severity_inverse(@extschema@.exact_sums, float8, float8) IS
'Counts a row out of the state of poverty_severity(), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.poverty_severity_transition(@extschema@.exact_sums, float8, float8, float8) IS
'Counts a row with a weight into the state of poverty_severity().';
COMMENT ON FUNCTION @extschema@.poverty_severity_inverse(@extschema@.exact_sums, float8, float8, float8) IS
'Counts a row with a weight out of the state of poverty_severity(), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.watts_transition(@extschema@.exact_sums, float8, float8) IS
'Counts a row into the state of watts_index().';
COMMENT ON FUNCTION @extschema@.watts_inverse(@extschema@.exact_sums, float8, float8) IS
'Counts a row out of the state of watts_index(), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.watts_transition(@extschema@.exact_sums, float8, float8, float8) IS
'Counts a row with a weight into the state of watts_index().';
COMMENT ON FUNCTION @extschema@.watts_inverse(@extschema@.exact_sums, float8, float8, float8) IS
'Counts a row with a weight out of the state of watts_index(), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.income_gap_transition(@extschema@.exact_sums, float8, float8) IS
'Counts a row into the state of income_gap_ratio().';
COMMENT ON FUNCTION @extschema@.income_gap_inverse(@extschema@.exact_sums, float8, float8) IS
'Counts a row out of the state of income_gap_ratio(), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.income_gap_transition(@extschema@.exact_sums, float8, float8, float8) IS
'Counts a row with a weight into the state of income_gap_ratio().';
COMMENT ON FUNCTION @extschema@.income_gap_inverse(@extschema@.exact_sums, float8, float8, float8) IS
'Counts a row with a weight out of the state of income_gap_ratio(), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.shortfall_transition(@extschema@.exact_sums, float8, float8) IS
'Counts a row into the state of mean_shortfall() and total_shortfall().';
COMMENT ON FUNCTION @extschema@.shortfall_inverse(@extschema@.exact_sums, float8, float8) IS
'Counts a row out of the state of mean_shortfall() and total_shortfall(), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.shortfall_transition(@extschema@.exact_sums, float8, float8, float8) IS
'Counts a row with a weight into the state of mean_shortfall() and total_shortfall().';
COMMENT ON FUNCTION @extschema@.shortfall_inverse(@extschema@.exact_sums, float8, float8, float8) IS
'Counts a row with a weight out of the state of mean_shortfall() and total_shortfall(), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.prosperity_gap_transition(@extschema@.exact_sums, float8, float8) IS
'Counts a row into the state of prosperity_gap(). Source: World Bank, Poverty, Prosperity, and Planet Report 2024.';
COMMENT ON FUNCTION @extschema@.prosperity_gap_inverse(@extschema@.exact_sums, float8, float8) IS
'Counts a row out of the state of prosperity_gap(), exactly, for moving windows. Source: World Bank, Poverty, Prosperity, and Planet Report 2024.';
COMMENT ON FUNCTION @extschema@.prosperity_gap_transition(@extschema@.exact_sums, float8, float8, float8) IS
'Counts a row with a weight into the state of prosperity_gap(). Source: World Bank, Poverty, Prosperity, and Planet Report 2024.';
COMMENT ON FUNCTION @extschema@.prosperity_gap_inverse(@extschema@.exact_sums, float8, float8, float8) IS
'Counts a row with a weight out of the state of prosperity_gap(), exactly, for moving windows. Source: World Bank, Poverty, Prosperity, and Planet Report 2024.';
COMMENT ON FUNCTION @extschema@.fgt_transition(@extschema@.exact_sums, float8, float8, float8) IS
'Counts a row into the state of fgt().';
COMMENT ON FUNCTION @extschema@.fgt_inverse(@extschema@.exact_sums, float8, float8, float8) IS
'Counts a row out of the state of fgt(), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.fgt_transition(@extschema@.exact_sums, float8, float8, float8, float8) IS
'Counts a row with a weight into the state of fgt().';
COMMENT ON FUNCTION @extschema@.fgt_inverse(@extschema@.exact_sums, float8, float8, float8, float8) IS
'Counts a row with a weight out of the state of fgt(), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.measure_ratio_final(@extschema@.exact_sums) IS
'The result of the measures that are ratios from their state; NULL when it is undefined.';
COMMENT ON FUNCTION @extschema@.measure_term_final(@extschema@.exact_sums) IS
'The result of poor_population() and total_shortfall() from their state; NULL without rows.';
COMMENT ON FUNCTION @extschema@.measure_base_final(@extschema@.exact_sums) IS
'The result of population() from its state; NULL without rows.';
COMMENT ON FUNCTION @extschema@.measure_rows_final(@extschema@.exact_sums) IS
'The result of observations() from its state; NULL without rows.';
