-- SPDX-License-Identifier: PostgreSQL
/* ---- inequality: entropy and Atkinson indices, and their parts between and within groups ---- */

CREATE FUNCTION @extschema@.generalized_entropy_final(@extschema@.exact_sums) RETURNS float8
	AS 'MODULE_PATHNAME', 'generalized_entropy_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.atkinson_index_final(@extschema@.exact_sums) RETURNS float8
	AS 'MODULE_PATHNAME', 'atkinson_index_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.theil_index_transition(@extschema@.exact_sums, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'theil_index_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.theil_index_inverse(@extschema@.exact_sums, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'theil_index_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE AGGREGATE @extschema@.theil_index(income float8) (
	SFUNC = @extschema@.theil_index_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 240,
	FINALFUNC = @extschema@.generalized_entropy_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.theil_index_transition,
	MINVFUNC = @extschema@.theil_index_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 240,
	MFINALFUNC = @extschema@.generalized_entropy_final,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.theil_index_transition(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'theil_index_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.theil_index_inverse(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'theil_index_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE AGGREGATE @extschema@.theil_index(income float8, weight float8) (
	SFUNC = @extschema@.theil_index_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 240,
	FINALFUNC = @extschema@.generalized_entropy_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.theil_index_transition,
	MINVFUNC = @extschema@.theil_index_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 240,
	MFINALFUNC = @extschema@.generalized_entropy_final,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.theil_index(distribution @extschema@.income_distribution) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_theil_index' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mean_log_deviation_transition(@extschema@.exact_sums, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'mean_log_deviation_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.mean_log_deviation_inverse(@extschema@.exact_sums, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'mean_log_deviation_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE AGGREGATE @extschema@.mean_log_deviation(income float8) (
	SFUNC = @extschema@.mean_log_deviation_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 240,
	FINALFUNC = @extschema@.generalized_entropy_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.mean_log_deviation_transition,
	MINVFUNC = @extschema@.mean_log_deviation_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 240,
	MFINALFUNC = @extschema@.generalized_entropy_final,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.mean_log_deviation_transition(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'mean_log_deviation_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.mean_log_deviation_inverse(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'mean_log_deviation_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE AGGREGATE @extschema@.mean_log_deviation(income float8, weight float8) (
	SFUNC = @extschema@.mean_log_deviation_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 240,
	FINALFUNC = @extschema@.generalized_entropy_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.mean_log_deviation_transition,
	MINVFUNC = @extschema@.mean_log_deviation_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 240,
	MFINALFUNC = @extschema@.generalized_entropy_final,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.mean_log_deviation(distribution @extschema@.income_distribution) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_mean_log_deviation' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.generalized_entropy_transition(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'generalized_entropy_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.generalized_entropy_inverse(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'generalized_entropy_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE AGGREGATE @extschema@.generalized_entropy(income float8, alpha float8) (
	SFUNC = @extschema@.generalized_entropy_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 240,
	FINALFUNC = @extschema@.generalized_entropy_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.generalized_entropy_transition,
	MINVFUNC = @extschema@.generalized_entropy_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 240,
	MFINALFUNC = @extschema@.generalized_entropy_final,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.generalized_entropy_transition(@extschema@.exact_sums, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'generalized_entropy_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.generalized_entropy_inverse(@extschema@.exact_sums, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'generalized_entropy_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE AGGREGATE @extschema@.generalized_entropy(income float8, alpha float8, weight float8) (
	SFUNC = @extschema@.generalized_entropy_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 240,
	FINALFUNC = @extschema@.generalized_entropy_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.generalized_entropy_transition,
	MINVFUNC = @extschema@.generalized_entropy_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 240,
	MFINALFUNC = @extschema@.generalized_entropy_final,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.generalized_entropy(distribution @extschema@.income_distribution, alpha float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_generalized_entropy' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.atkinson_index_transition(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'atkinson_index_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.atkinson_index_inverse(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'atkinson_index_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE AGGREGATE @extschema@.atkinson_index(income float8, epsilon float8) (
	SFUNC = @extschema@.atkinson_index_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 240,
	FINALFUNC = @extschema@.atkinson_index_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.atkinson_index_transition,
	MINVFUNC = @extschema@.atkinson_index_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 240,
	MFINALFUNC = @extschema@.atkinson_index_final,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.atkinson_index_transition(@extschema@.exact_sums, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'atkinson_index_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.atkinson_index_inverse(@extschema@.exact_sums, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'atkinson_index_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE AGGREGATE @extschema@.atkinson_index(income float8, epsilon float8, weight float8) (
	SFUNC = @extschema@.atkinson_index_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 240,
	FINALFUNC = @extschema@.atkinson_index_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.atkinson_index_transition,
	MINVFUNC = @extschema@.atkinson_index_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 240,
	MFINALFUNC = @extschema@.atkinson_index_final,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.atkinson_index(distribution @extschema@.income_distribution, epsilon float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_atkinson_index' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE @extschema@.inequality_summary;

CREATE FUNCTION @extschema@.inequality_summary_in(cstring) RETURNS @extschema@.inequality_summary
	AS 'MODULE_PATHNAME', 'inequality_summary_in' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.inequality_summary_out(@extschema@.inequality_summary) RETURNS cstring
	AS 'MODULE_PATHNAME', 'exact_sums_out' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.inequality_summary_recv(internal) RETURNS @extschema@.inequality_summary
	AS 'MODULE_PATHNAME', 'inequality_summary_recv' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.inequality_summary_send(@extschema@.inequality_summary) RETURNS bytea
	AS 'MODULE_PATHNAME', 'exact_sums_send' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE @extschema@.inequality_summary (
	INPUT = @extschema@.inequality_summary_in,
	OUTPUT = @extschema@.inequality_summary_out,
	RECEIVE = @extschema@.inequality_summary_recv,
	SEND = @extschema@.inequality_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE FUNCTION @extschema@.inequality_summary_eq(@extschema@.inequality_summary, @extschema@.inequality_summary) RETURNS boolean
	AS 'MODULE_PATHNAME', 'poverty_summary_eq' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.inequality_summary_ne(@extschema@.inequality_summary, @extschema@.inequality_summary) RETURNS boolean
	AS 'MODULE_PATHNAME', 'poverty_summary_ne' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.inequality_summary_lt(@extschema@.inequality_summary, @extschema@.inequality_summary) RETURNS boolean
	AS 'MODULE_PATHNAME', 'poverty_summary_lt' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.inequality_summary_le(@extschema@.inequality_summary, @extschema@.inequality_summary) RETURNS boolean
	AS 'MODULE_PATHNAME', 'poverty_summary_le' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.inequality_summary_gt(@extschema@.inequality_summary, @extschema@.inequality_summary) RETURNS boolean
	AS 'MODULE_PATHNAME', 'poverty_summary_gt' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.inequality_summary_ge(@extschema@.inequality_summary, @extschema@.inequality_summary) RETURNS boolean
	AS 'MODULE_PATHNAME', 'poverty_summary_ge' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.inequality_summary_cmp(@extschema@.inequality_summary, @extschema@.inequality_summary) RETURNS integer
	AS 'MODULE_PATHNAME', 'poverty_summary_cmp' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.inequality_summary_hash(@extschema@.inequality_summary) RETURNS integer
	AS 'MODULE_PATHNAME', 'poverty_summary_hash' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.inequality_summary_hash_extended(@extschema@.inequality_summary, bigint) RETURNS bigint
	AS 'MODULE_PATHNAME', 'poverty_summary_hash_extended' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE OPERATOR @extschema@.= (
	LEFTARG = @extschema@.inequality_summary,
	RIGHTARG = @extschema@.inequality_summary,
	FUNCTION = @extschema@.inequality_summary_eq,
	COMMUTATOR = OPERATOR(@extschema@.=),
	NEGATOR = OPERATOR(@extschema@.<>),
	RESTRICT = pg_catalog.eqsel,
	JOIN = pg_catalog.eqjoinsel,
	HASHES,
	MERGES
);

CREATE OPERATOR @extschema@.<> (
	LEFTARG = @extschema@.inequality_summary,
	RIGHTARG = @extschema@.inequality_summary,
	FUNCTION = @extschema@.inequality_summary_ne,
	COMMUTATOR = OPERATOR(@extschema@.<>),
	NEGATOR = OPERATOR(@extschema@.=),
	RESTRICT = pg_catalog.neqsel,
	JOIN = pg_catalog.neqjoinsel
);

CREATE OPERATOR @extschema@.< (
	LEFTARG = @extschema@.inequality_summary,
	RIGHTARG = @extschema@.inequality_summary,
	FUNCTION = @extschema@.inequality_summary_lt,
	COMMUTATOR = OPERATOR(@extschema@.>),
	NEGATOR = OPERATOR(@extschema@.>=),
	RESTRICT = pg_catalog.scalarltsel,
	JOIN = pg_catalog.scalarltjoinsel
);

CREATE OPERATOR @extschema@.<= (
	LEFTARG = @extschema@.inequality_summary,
	RIGHTARG = @extschema@.inequality_summary,
	FUNCTION = @extschema@.inequality_summary_le,
	COMMUTATOR = OPERATOR(@extschema@.>=),
	NEGATOR = OPERATOR(@extschema@.>),
	RESTRICT = pg_catalog.scalarlesel,
	JOIN = pg_catalog.scalarlejoinsel
);

CREATE OPERATOR @extschema@.> (
	LEFTARG = @extschema@.inequality_summary,
	RIGHTARG = @extschema@.inequality_summary,
	FUNCTION = @extschema@.inequality_summary_gt,
	COMMUTATOR = OPERATOR(@extschema@.<),
	NEGATOR = OPERATOR(@extschema@.<=),
	RESTRICT = pg_catalog.scalargtsel,
	JOIN = pg_catalog.scalargtjoinsel
);

CREATE OPERATOR @extschema@.>= (
	LEFTARG = @extschema@.inequality_summary,
	RIGHTARG = @extschema@.inequality_summary,
	FUNCTION = @extschema@.inequality_summary_ge,
	COMMUTATOR = OPERATOR(@extschema@.<=),
	NEGATOR = OPERATOR(@extschema@.<),
	RESTRICT = pg_catalog.scalargesel,
	JOIN = pg_catalog.scalargejoinsel
);

CREATE OPERATOR CLASS @extschema@.inequality_summary_hash_ops DEFAULT FOR TYPE @extschema@.inequality_summary USING hash AS
	OPERATOR 1 @extschema@.= (@extschema@.inequality_summary, @extschema@.inequality_summary),
	FUNCTION 1 @extschema@.inequality_summary_hash(@extschema@.inequality_summary),
	FUNCTION 2 @extschema@.inequality_summary_hash_extended(@extschema@.inequality_summary, bigint);

CREATE OPERATOR CLASS @extschema@.inequality_summary_ops DEFAULT FOR TYPE @extschema@.inequality_summary USING btree AS
	OPERATOR 1 @extschema@.< (@extschema@.inequality_summary, @extschema@.inequality_summary),
	OPERATOR 2 @extschema@.<= (@extschema@.inequality_summary, @extschema@.inequality_summary),
	OPERATOR 3 @extschema@.= (@extschema@.inequality_summary, @extschema@.inequality_summary),
	OPERATOR 4 @extschema@.>= (@extschema@.inequality_summary, @extschema@.inequality_summary),
	OPERATOR 5 @extschema@.> (@extschema@.inequality_summary, @extschema@.inequality_summary),
	FUNCTION 1 @extschema@.inequality_summary_cmp(@extschema@.inequality_summary, @extschema@.inequality_summary);

CREATE FUNCTION @extschema@.subtract(a @extschema@.inequality_summary, b @extschema@.inequality_summary) RETURNS @extschema@.inequality_summary
	AS 'MODULE_PATHNAME', 'poverty_summary_subtract' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.inequality_summary_to_jsonb(@extschema@.inequality_summary) RETURNS jsonb
	AS 'MODULE_PATHNAME', 'inequality_summary_to_jsonb' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE CAST (@extschema@.inequality_summary AS jsonb) WITH FUNCTION @extschema@.inequality_summary_to_jsonb(@extschema@.inequality_summary);

CREATE FUNCTION @extschema@.inequality_summary_transition(@extschema@.inequality_summary, float8) RETURNS @extschema@.inequality_summary
	AS 'MODULE_PATHNAME', 'inequality_summary_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.inequality_summary_inverse(@extschema@.inequality_summary, float8) RETURNS @extschema@.inequality_summary
	AS 'MODULE_PATHNAME', 'inequality_summary_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.inequality_summary_transition(@extschema@.inequality_summary, float8, float8) RETURNS @extschema@.inequality_summary
	AS 'MODULE_PATHNAME', 'inequality_summary_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.inequality_summary_inverse(@extschema@.inequality_summary, float8, float8) RETURNS @extschema@.inequality_summary
	AS 'MODULE_PATHNAME', 'inequality_summary_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.inequality_summary_add(@extschema@.inequality_summary, @extschema@.inequality_summary) RETURNS @extschema@.inequality_summary
	AS 'MODULE_PATHNAME', 'inequality_summary_add' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.inequality_summary_take_away(@extschema@.inequality_summary, @extschema@.inequality_summary) RETURNS @extschema@.inequality_summary
	AS 'MODULE_PATHNAME', 'inequality_summary_take_away' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.inequality_summary_final(@extschema@.inequality_summary) RETURNS @extschema@.inequality_summary
	AS 'MODULE_PATHNAME', 'inequality_summary_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.inequality_summary(income float8) (
	SFUNC = @extschema@.inequality_summary_transition,
	STYPE = @extschema@.inequality_summary,
	SSPACE = 480,
	FINALFUNC = @extschema@.inequality_summary_final,
	COMBINEFUNC = @extschema@.inequality_summary_add,
	MSFUNC = @extschema@.inequality_summary_transition,
	MINVFUNC = @extschema@.inequality_summary_inverse,
	MSTYPE = @extschema@.inequality_summary,
	MSSPACE = 480,
	MFINALFUNC = @extschema@.inequality_summary_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.inequality_summary(income float8, weight float8) (
	SFUNC = @extschema@.inequality_summary_transition,
	STYPE = @extschema@.inequality_summary,
	SSPACE = 480,
	FINALFUNC = @extschema@.inequality_summary_final,
	COMBINEFUNC = @extschema@.inequality_summary_add,
	MSFUNC = @extschema@.inequality_summary_transition,
	MINVFUNC = @extschema@.inequality_summary_inverse,
	MSTYPE = @extschema@.inequality_summary,
	MSSPACE = 480,
	MFINALFUNC = @extschema@.inequality_summary_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.merge(inequality_summary @extschema@.inequality_summary) (
	SFUNC = @extschema@.inequality_summary_add,
	STYPE = @extschema@.inequality_summary,
	SSPACE = 480,
	FINALFUNC = @extschema@.inequality_summary_final,
	COMBINEFUNC = @extschema@.inequality_summary_add,
	MSFUNC = @extschema@.inequality_summary_add,
	MINVFUNC = @extschema@.inequality_summary_take_away,
	MSTYPE = @extschema@.inequality_summary,
	MSSPACE = 480,
	MFINALFUNC = @extschema@.inequality_summary_final,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.merge(a @extschema@.inequality_summary, b @extschema@.inequality_summary) RETURNS @extschema@.inequality_summary
	AS 'MODULE_PATHNAME', 'poverty_summary_merge' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.inequality_summary(distribution @extschema@.income_distribution) RETURNS @extschema@.inequality_summary
	AS 'MODULE_PATHNAME', 'distribution_inequality_summary' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.theil_index(summary @extschema@.inequality_summary) RETURNS float8
	AS 'MODULE_PATHNAME', 'inequality_summary_theil_index' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mean_log_deviation(summary @extschema@.inequality_summary) RETURNS float8
	AS 'MODULE_PATHNAME', 'inequality_summary_mean_log_deviation' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.generalized_entropy(summary @extschema@.inequality_summary, alpha float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'inequality_summary_generalized_entropy' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.population(summary @extschema@.inequality_summary) RETURNS float8
	AS 'MODULE_PATHNAME', 'inequality_summary_population' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.observations(summary @extschema@.inequality_summary) RETURNS bigint
	AS 'MODULE_PATHNAME', 'inequality_summary_observations' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mean_income(summary @extschema@.inequality_summary) RETURNS float8
	AS 'MODULE_PATHNAME', 'inequality_summary_mean_income' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE @extschema@.entropy_decomposition AS (
	total float8,
	between_groups float8,
	within_groups float8
);

CREATE FUNCTION @extschema@.inequality_decomposition_transition(@extschema@.exact_sums, @extschema@.inequality_summary, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'inequality_decomposition_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.inequality_decomposition_final(@extschema@.exact_sums) RETURNS @extschema@.entropy_decomposition
	AS 'MODULE_PATHNAME', 'inequality_decomposition_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.inequality_decomposition(summary @extschema@.inequality_summary, alpha float8) (
	SFUNC = @extschema@.inequality_decomposition_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 560,
	FINALFUNC = @extschema@.inequality_decomposition_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	PARALLEL = SAFE
);

COMMENT ON FUNCTION @extschema@.generalized_entropy_final(@extschema@.exact_sums) IS
'Final function of generalized_entropy(), theil_index() and mean_log_deviation().';
COMMENT ON FUNCTION @extschema@.atkinson_index_final(@extschema@.exact_sums) IS
'Final function of atkinson_index().';
COMMENT ON FUNCTION @extschema@.theil_index_transition(@extschema@.exact_sums, float8) IS
'Counts a row into a state of theil_index().';
COMMENT ON FUNCTION @extschema@.theil_index_inverse(@extschema@.exact_sums, float8) IS
'Counts a row out of a state of theil_index(), exactly.';
COMMENT ON AGGREGATE @extschema@.theil_index(float8) IS
'Theil index, GE(1): Σw (x/m) ln(x/m)/W, m the mean; an income of 0 adds 0. 0 where all incomes are equal; what rounding hides (some 1e-15) is 0. Source: Theil (1967), Economics and Information Theory. Rows with a NULL argument or weight 0 are left out; NULL without a row, and where all incomes are 0. A negative, NaN or infinite income and a negative, NaN or infinite weight are errors (22023). Each row has weight 1. Unit: none.';
COMMENT ON FUNCTION @extschema@.theil_index_transition(@extschema@.exact_sums, float8, float8) IS
'Counts a row into a state of theil_index().';
COMMENT ON FUNCTION @extschema@.theil_index_inverse(@extschema@.exact_sums, float8, float8) IS
'Counts a row out of a state of theil_index(), exactly.';
COMMENT ON AGGREGATE @extschema@.theil_index(float8, float8) IS
'Theil index, GE(1): Σw (x/m) ln(x/m)/W, m the mean; an income of 0 adds 0. 0 where all incomes are equal; what rounding hides (some 1e-15) is 0. Source: Theil (1967), Economics and Information Theory. Rows with a NULL argument or weight 0 are left out; NULL without a row, and where all incomes are 0. A negative, NaN or infinite income and a negative, NaN or infinite weight are errors (22023). Unit: none.';
COMMENT ON FUNCTION @extschema@.theil_index(@extschema@.income_distribution) IS
'Theil index, GE(1): Σw (x/m) ln(x/m)/W, m the mean; an income of 0 adds 0. 0 where all incomes are equal; what rounding hides (some 1e-15) is 0. Source: Theil (1967), Economics and Information Theory. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. A negative income is an error (22023); NULL where all incomes are 0. NULL gives NULL. Unit: none.';
COMMENT ON FUNCTION @extschema@.mean_log_deviation_transition(@extschema@.exact_sums, float8) IS
'Counts a row into a state of mean_log_deviation().';
COMMENT ON FUNCTION @extschema@.mean_log_deviation_inverse(@extschema@.exact_sums, float8) IS
'Counts a row out of a state of mean_log_deviation(), exactly.';
COMMENT ON AGGREGATE @extschema@.mean_log_deviation(float8) IS
'Mean log deviation, GE(0), Theil''s second: Σw ln(m/x)/W, m the mean. 0 where all incomes are equal; what rounding hides (some 1e-15) is 0. Source: Theil (1967), Economics and Information Theory. Rows with a NULL argument or weight 0 are left out; NULL without a row, and where all incomes are 0. A negative, NaN or infinite income and a negative, NaN or infinite weight are errors (22023). An income of 0 is an error (22023). Each row has weight 1. Unit: none.';
COMMENT ON FUNCTION @extschema@.mean_log_deviation_transition(@extschema@.exact_sums, float8, float8) IS
'Counts a row into a state of mean_log_deviation().';
COMMENT ON FUNCTION @extschema@.mean_log_deviation_inverse(@extschema@.exact_sums, float8, float8) IS
'Counts a row out of a state of mean_log_deviation(), exactly.';
COMMENT ON AGGREGATE @extschema@.mean_log_deviation(float8, float8) IS
'Mean log deviation, GE(0), Theil''s second: Σw ln(m/x)/W, m the mean. 0 where all incomes are equal; what rounding hides (some 1e-15) is 0. Source: Theil (1967), Economics and Information Theory. Rows with a NULL argument or weight 0 are left out; NULL without a row, and where all incomes are 0. A negative, NaN or infinite income and a negative, NaN or infinite weight are errors (22023). An income of 0 is an error (22023). Unit: none.';
COMMENT ON FUNCTION @extschema@.mean_log_deviation(@extschema@.income_distribution) IS
'Mean log deviation, GE(0), Theil''s second: Σw ln(m/x)/W, m the mean. 0 where all incomes are equal; what rounding hides (some 1e-15) is 0. Source: Theil (1967), Economics and Information Theory. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. An income of 0 is an error (22023). So is a negative one; NULL where all incomes are 0. NULL gives NULL. Unit: none.';
COMMENT ON FUNCTION @extschema@.generalized_entropy_transition(@extschema@.exact_sums, float8, float8) IS
'Counts a row into a state of generalized_entropy().';
COMMENT ON FUNCTION @extschema@.generalized_entropy_inverse(@extschema@.exact_sums, float8, float8) IS
'Counts a row out of a state of generalized_entropy(), exactly.';
COMMENT ON AGGREGATE @extschema@.generalized_entropy(float8, float8) IS
'Generalized entropy: (Σw (x/m)^alpha/W - 1)/(alpha^2 - alpha), m the mean; for alpha = 0 the mean log deviation, for alpha = 1 Theil''s index. Beside 0 and 1 the digits lost are those of 1/(alpha^2 - alpha). 0 where all incomes are equal; what rounding hides (some 1e-15) is 0. pow() and log() are the C library''s. Source: Cowell (2011), Measuring Inequality. Rows with a NULL argument or weight 0 are left out; NULL without a row, and where all incomes are 0. A negative, NaN or infinite income and a negative, NaN or infinite weight are errors (22023). An income of 0 is an error where alpha is not above 0; so is an alpha that is not finite or differs within a group (22023). Each row has weight 1. Unit: none.';
COMMENT ON FUNCTION @extschema@.generalized_entropy_transition(@extschema@.exact_sums, float8, float8, float8) IS
'Counts a row into a state of generalized_entropy().';
COMMENT ON FUNCTION @extschema@.generalized_entropy_inverse(@extschema@.exact_sums, float8, float8, float8) IS
'Counts a row out of a state of generalized_entropy(), exactly.';
COMMENT ON AGGREGATE @extschema@.generalized_entropy(float8, float8, float8) IS
'Generalized entropy: (Σw (x/m)^alpha/W - 1)/(alpha^2 - alpha), m the mean; for alpha = 0 the mean log deviation, for alpha = 1 Theil''s index. Beside 0 and 1 the digits lost are those of 1/(alpha^2 - alpha). 0 where all incomes are equal; what rounding hides (some 1e-15) is 0. pow() and log() are the C library''s. Source: Cowell (2011), Measuring Inequality. Rows with a NULL argument or weight 0 are left out; NULL without a row, and where all incomes are 0. A negative, NaN or infinite income and a negative, NaN or infinite weight are errors (22023). An income of 0 is an error where alpha is not above 0; so is an alpha that is not finite or differs within a group (22023). Unit: none.';
COMMENT ON FUNCTION @extschema@.generalized_entropy(@extschema@.income_distribution, float8) IS
'Generalized entropy: (Σw (x/m)^alpha/W - 1)/(alpha^2 - alpha), m the mean; for alpha = 0 the mean log deviation, for alpha = 1 Theil''s index. Beside 0 and 1 the digits lost are those of 1/(alpha^2 - alpha). 0 where all incomes are equal; what rounding hides (some 1e-15) is 0. pow() and log() are the C library''s. Source: Cowell (2011), Measuring Inequality. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. An income of 0 is an error where alpha is not above 0; so is an alpha that is not finite or differs within a group (22023). A negative income is an error (22023); NULL where all incomes are 0. NULL gives NULL. Unit: none.';
COMMENT ON FUNCTION @extschema@.atkinson_index_transition(@extschema@.exact_sums, float8, float8) IS
'Counts a row into a state of atkinson_index().';
COMMENT ON FUNCTION @extschema@.atkinson_index_inverse(@extschema@.exact_sums, float8, float8) IS
'Counts a row out of a state of atkinson_index(), exactly.';
COMMENT ON AGGREGATE @extschema@.atkinson_index(float8, float8) IS
'Atkinson: 1 - (Σw (x/m)^(1 - epsilon)/W)^(1/(1 - epsilon)), m the mean; for epsilon = 1 one minus the geometric over the arithmetic mean. 0 where all incomes are equal; what rounding hides (some 1e-15) is 0. pow() and log() are the C library''s. Source: Atkinson (1970), J. of Economic Theory 2. Rows with a NULL argument or weight 0 are left out; NULL without a row, and where all incomes are 0. A negative, NaN or infinite income and a negative, NaN or infinite weight are errors (22023). An income of 0 is an error where epsilon is 1 or more; so is an epsilon that is negative, not finite or differs within a group (22023). Each row has weight 1. Unit: none.';
COMMENT ON FUNCTION @extschema@.atkinson_index_transition(@extschema@.exact_sums, float8, float8, float8) IS
'Counts a row into a state of atkinson_index().';
COMMENT ON FUNCTION @extschema@.atkinson_index_inverse(@extschema@.exact_sums, float8, float8, float8) IS
'Counts a row out of a state of atkinson_index(), exactly.';
COMMENT ON AGGREGATE @extschema@.atkinson_index(float8, float8, float8) IS
'Atkinson: 1 - (Σw (x/m)^(1 - epsilon)/W)^(1/(1 - epsilon)), m the mean; for epsilon = 1 one minus the geometric over the arithmetic mean. 0 where all incomes are equal; what rounding hides (some 1e-15) is 0. pow() and log() are the C library''s. Source: Atkinson (1970), J. of Economic Theory 2. Rows with a NULL argument or weight 0 are left out; NULL without a row, and where all incomes are 0. A negative, NaN or infinite income and a negative, NaN or infinite weight are errors (22023). An income of 0 is an error where epsilon is 1 or more; so is an epsilon that is negative, not finite or differs within a group (22023). Unit: none.';
COMMENT ON FUNCTION @extschema@.atkinson_index(@extschema@.income_distribution, float8) IS
'Atkinson: 1 - (Σw (x/m)^(1 - epsilon)/W)^(1/(1 - epsilon)), m the mean; for epsilon = 1 one minus the geometric over the arithmetic mean. 0 where all incomes are equal; what rounding hides (some 1e-15) is 0. pow() and log() are the C library''s. Source: Atkinson (1970), J. of Economic Theory 2. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. An income of 0 is an error where epsilon is 1 or more; so is an epsilon that is negative, not finite or differs within a group (22023). A negative income is an error (22023); NULL where all incomes are 0. NULL gives NULL. Unit: none.';
COMMENT ON FUNCTION @extschema@.inequality_summary_in(cstring) IS
'Reads the text form of inequality_summary; malformed text is an error (22P03).';
COMMENT ON FUNCTION @extschema@.inequality_summary_out(@extschema@.inequality_summary) IS
'Writes the text form of inequality_summary: hexadecimal digits of the binary form.';
COMMENT ON FUNCTION @extschema@.inequality_summary_recv(internal) IS
'Reads the binary form of inequality_summary; every byte is checked, and malformed bytes are an error (22P03).';
COMMENT ON FUNCTION @extschema@.inequality_summary_send(@extschema@.inequality_summary) IS
'Writes the binary form of inequality_summary.';
COMMENT ON TYPE @extschema@.inequality_summary IS
'The sums behind the entropy indices with parameter 0, 1 and 2 (Σw, Σwx, Σw ln x, Σwx ln x, Σwx^2), exact: stored per area and year, merged later, and read or decomposed between and within groups. One multiset of rows has one value. Text form: hexadecimal digits of the binary form; both are lossless and begin with a version byte.';
COMMENT ON FUNCTION @extschema@.inequality_summary_eq(@extschema@.inequality_summary, @extschema@.inequality_summary) IS
'Whether two values of inequality_summary hold the same rows: equal bytes.';
COMMENT ON FUNCTION @extschema@.inequality_summary_ne(@extschema@.inequality_summary, @extschema@.inequality_summary) IS
'Whether two values of inequality_summary hold different rows.';
COMMENT ON FUNCTION @extschema@.inequality_summary_lt(@extschema@.inequality_summary, @extschema@.inequality_summary) IS
'Order of inequality_summary by length and bytes; it has no meaning, but serves DISTINCT and ORDER BY.';
COMMENT ON FUNCTION @extschema@.inequality_summary_le(@extschema@.inequality_summary, @extschema@.inequality_summary) IS
'Order of inequality_summary by length and bytes.';
COMMENT ON FUNCTION @extschema@.inequality_summary_gt(@extschema@.inequality_summary, @extschema@.inequality_summary) IS
'Order of inequality_summary by length and bytes.';
COMMENT ON FUNCTION @extschema@.inequality_summary_ge(@extschema@.inequality_summary, @extschema@.inequality_summary) IS
'Order of inequality_summary by length and bytes.';
COMMENT ON FUNCTION @extschema@.inequality_summary_cmp(@extschema@.inequality_summary, @extschema@.inequality_summary) IS
'Order of inequality_summary by length and bytes: below 0, 0 or above 0.';
COMMENT ON FUNCTION @extschema@.inequality_summary_hash(@extschema@.inequality_summary) IS
'Hash of the bytes of inequality_summary, for hash joins, DISTINCT and GROUP BY.';
COMMENT ON FUNCTION @extschema@.inequality_summary_hash_extended(@extschema@.inequality_summary, bigint) IS
'64-bit hash of the bytes of inequality_summary with a seed.';
COMMENT ON OPERATOR @extschema@.=(@extschema@.inequality_summary, @extschema@.inequality_summary) IS
'Whether two values of inequality_summary hold the same rows: equal bytes.';
COMMENT ON OPERATOR @extschema@.<>(@extschema@.inequality_summary, @extschema@.inequality_summary) IS
'Whether two values of inequality_summary hold different rows.';
COMMENT ON OPERATOR @extschema@.<(@extschema@.inequality_summary, @extschema@.inequality_summary) IS
'Order of inequality_summary by length and bytes; it has no meaning, but serves DISTINCT and ORDER BY.';
COMMENT ON OPERATOR @extschema@.<=(@extschema@.inequality_summary, @extschema@.inequality_summary) IS
'Order of inequality_summary by length and bytes.';
COMMENT ON OPERATOR @extschema@.>(@extschema@.inequality_summary, @extschema@.inequality_summary) IS
'Order of inequality_summary by length and bytes.';
COMMENT ON OPERATOR @extschema@.>=(@extschema@.inequality_summary, @extschema@.inequality_summary) IS
'Order of inequality_summary by length and bytes.';
COMMENT ON OPERATOR CLASS @extschema@.inequality_summary_hash_ops USING hash IS
'Equality of bytes, by hashing.';
COMMENT ON OPERATOR FAMILY @extschema@.inequality_summary_hash_ops USING hash IS
'Equality of bytes, by hashing.';
COMMENT ON OPERATOR CLASS @extschema@.inequality_summary_ops USING btree IS
'Order by length and bytes, without a meaning of its own.';
COMMENT ON OPERATOR FAMILY @extschema@.inequality_summary_ops USING btree IS
'Order by length and bytes, without a meaning of its own.';
COMMENT ON FUNCTION @extschema@.subtract(@extschema@.inequality_summary, @extschema@.inequality_summary) IS
'The rows of the first summary that are not in the second, whose rows must all be in the first, exactly; that they are not is an error (22023) as far as the sums show it. NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.inequality_summary_to_jsonb(@extschema@.inequality_summary) IS
'What a summary holds, for people: observations, population, mean_income, theil_index, mean_log_deviation, ge_2 (generalized entropy with alpha 2); null where undefined.';
COMMENT ON CAST (@extschema@.inequality_summary AS jsonb) IS
'What a summary holds, for people: see inequality_summary_to_jsonb.';
COMMENT ON FUNCTION @extschema@.inequality_summary_transition(@extschema@.inequality_summary, float8) IS
'Counts a row into a summary.';
COMMENT ON FUNCTION @extschema@.inequality_summary_inverse(@extschema@.inequality_summary, float8) IS
'Counts a row out of a summary, exactly.';
COMMENT ON FUNCTION @extschema@.inequality_summary_transition(@extschema@.inequality_summary, float8, float8) IS
'Counts a row into a summary.';
COMMENT ON FUNCTION @extschema@.inequality_summary_inverse(@extschema@.inequality_summary, float8, float8) IS
'Counts a row out of a summary, exactly.';
COMMENT ON FUNCTION @extschema@.inequality_summary_add(@extschema@.inequality_summary, @extschema@.inequality_summary) IS
'Adds the second summary to the first, exactly.';
COMMENT ON FUNCTION @extschema@.inequality_summary_take_away(@extschema@.inequality_summary, @extschema@.inequality_summary) IS
'Takes the second summary out of the first, exactly.';
COMMENT ON FUNCTION @extschema@.inequality_summary_final(@extschema@.inequality_summary) IS
'The state as a value.';
COMMENT ON AGGREGATE @extschema@.inequality_summary(float8) IS
'The sums behind the entropy indices over the rows of a group, to be stored, merged and read later. Rows with a NULL argument or weight 0 are left out; NULL without a row, and where all incomes are 0. A negative, NaN or infinite income and a negative, NaN or infinite weight are errors (22023). Each row has weight 1.';
COMMENT ON AGGREGATE @extschema@.inequality_summary(float8, float8) IS
'The sums behind the entropy indices over the rows of a group, to be stored, merged and read later. Rows with a NULL argument or weight 0 are left out; NULL without a row, and where all incomes are 0. A negative, NaN or infinite income and a negative, NaN or infinite weight are errors (22023).';
COMMENT ON AGGREGATE @extschema@.merge(@extschema@.inequality_summary) IS
'All rows of stored summaries as one, exactly: the same bytes as inequality_summary() over the rows themselves. NULL values are left out; NULL without a value.';
COMMENT ON FUNCTION @extschema@.merge(@extschema@.inequality_summary, @extschema@.inequality_summary) IS
'The rows of two summaries as one, exactly. NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.inequality_summary(@extschema@.income_distribution) IS
'The sums of a stored distribution; the same bytes as inequality_summary() over its rows. A negative income is an error (22023). NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.theil_index(@extschema@.inequality_summary) IS
'Theil index, GE(1): Σw (x/m) ln(x/m)/W, m the mean; an income of 0 adds 0. 0 where all incomes are equal; what rounding hides (some 1e-15) is 0. Source: Theil (1967), Economics and Information Theory. The same bits as the aggregate over the rows. NULL where all incomes are 0. NULL gives NULL. Unit: none.';
COMMENT ON FUNCTION @extschema@.mean_log_deviation(@extschema@.inequality_summary) IS
'Mean log deviation, GE(0), Theil''s second: Σw ln(m/x)/W, m the mean. 0 where all incomes are equal; what rounding hides (some 1e-15) is 0. Source: Theil (1967), Economics and Information Theory. The same bits as the aggregate over the rows. An income of 0 is an error (22023). NULL gives NULL. Unit: none.';
COMMENT ON FUNCTION @extschema@.generalized_entropy(@extschema@.inequality_summary, float8) IS
'Generalized entropy with alpha 0, 1 or 2 of a summary; another alpha is an error (22023). The same bits as the aggregate over the rows. NULL gives NULL. Unit: none.';
COMMENT ON FUNCTION @extschema@.population(@extschema@.inequality_summary) IS
'Sum of the weights. NULL gives NULL. Unit: that of the weights.';
COMMENT ON FUNCTION @extschema@.observations(@extschema@.inequality_summary) IS
'Number of rows. NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.mean_income(@extschema@.inequality_summary) IS
'Σwx/W. Unit: that of income. NULL gives NULL.';
COMMENT ON TYPE @extschema@.entropy_decomposition IS
'An entropy index in two parts: total = between_groups + within_groups, to one rounding.';
COMMENT ON COLUMN @extschema@.entropy_decomposition.total IS
'The index of all rows: that of merge() of the summaries, to the bit.';
COMMENT ON COLUMN @extschema@.entropy_decomposition.between_groups IS
'The index of a population in which everybody has the mean income of their group.';
COMMENT ON COLUMN @extschema@.entropy_decomposition.within_groups IS
'The indices of the groups, weighted: total - between_groups, rounded once.';
COMMENT ON FUNCTION @extschema@.inequality_decomposition_transition(@extschema@.exact_sums, @extschema@.inequality_summary, float8) IS
'Adds the summary of a group to a state.';
COMMENT ON FUNCTION @extschema@.inequality_decomposition_final(@extschema@.exact_sums) IS
'Final function of inequality_decomposition().';
COMMENT ON AGGREGATE @extschema@.inequality_decomposition(@extschema@.inequality_summary, float8) IS
'Entropy index with alpha 0, 1 or 2 in its parts between and within groups, each row being the summary of one group. The parts are those of Shorrocks: groups count within by their weight (alpha 0), their income (1), or income^2/weight (2). From stored distributions: inequality_decomposition(inequality_summary(d), alpha). NULL values are left out; NULL without a value, or where all incomes are 0. Another alpha, or one that differs within the group, is an error (22023). Source: Shorrocks (1980), Econometrica 48.';
