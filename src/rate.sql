-- SPDX-License-Identifier: PostgreSQL
/* ---- rate: ratios of sums over areas and over households ---- */

CREATE FUNCTION @extschema@.percent(rate float8) RETURNS numeric
	AS 'MODULE_PATHNAME', 'percent' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.percent(rate float8, digits float8) RETURNS numeric
	AS 'MODULE_PATHNAME', 'percent' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.at_or_below(line float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'at_or_below' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_rate_transition(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_rate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_rate_inverse(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_rate_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_rate_household_transition(@extschema@.exact_sums, boolean) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_rate_household_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_rate_household_inverse(@extschema@.exact_sums, boolean) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_rate_household_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_rate_household_transition(@extschema@.exact_sums, boolean, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_rate_household_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_rate_household_inverse(@extschema@.exact_sums, boolean, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_rate_household_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_rate_final(@extschema@.exact_sums) RETURNS float8
	AS 'MODULE_PATHNAME', 'poverty_rate_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.poverty_rate(poor float8, total float8) (
	SFUNC = @extschema@.poverty_rate_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 128,
	FINALFUNC = @extschema@.poverty_rate_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.poverty_rate_transition,
	MINVFUNC = @extschema@.poverty_rate_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 128,
	MFINALFUNC = @extschema@.poverty_rate_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.poverty_rate(is_poor boolean) (
	SFUNC = @extschema@.poverty_rate_household_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 128,
	FINALFUNC = @extschema@.poverty_rate_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.poverty_rate_household_transition,
	MINVFUNC = @extschema@.poverty_rate_household_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 128,
	MFINALFUNC = @extschema@.poverty_rate_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.poverty_rate(is_poor boolean, weight float8) (
	SFUNC = @extschema@.poverty_rate_household_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 128,
	FINALFUNC = @extschema@.poverty_rate_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.poverty_rate_household_transition,
	MINVFUNC = @extschema@.poverty_rate_household_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 128,
	MFINALFUNC = @extschema@.poverty_rate_final,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.coverage_rate_transition(@extschema@.exact_sums, boolean, boolean) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'coverage_rate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.coverage_rate_inverse(@extschema@.exact_sums, boolean, boolean) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'coverage_rate_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.coverage_rate_transition(@extschema@.exact_sums, boolean, boolean, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'coverage_rate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.coverage_rate_inverse(@extschema@.exact_sums, boolean, boolean, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'coverage_rate_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.coverage_rate_final(@extschema@.exact_sums) RETURNS float8
	AS 'MODULE_PATHNAME', 'coverage_rate_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.coverage_unrecorded_final(@extschema@.exact_sums) RETURNS bigint
	AS 'MODULE_PATHNAME', 'coverage_unrecorded_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.coverage_rate(covered boolean, entitled boolean) (
	SFUNC = @extschema@.coverage_rate_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 128,
	FINALFUNC = @extschema@.coverage_rate_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.coverage_rate_transition,
	MINVFUNC = @extschema@.coverage_rate_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 128,
	MFINALFUNC = @extschema@.coverage_rate_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.coverage_rate(covered boolean, entitled boolean, weight float8) (
	SFUNC = @extschema@.coverage_rate_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 128,
	FINALFUNC = @extschema@.coverage_rate_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.coverage_rate_transition,
	MINVFUNC = @extschema@.coverage_rate_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 128,
	MFINALFUNC = @extschema@.coverage_rate_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.coverage_unrecorded(covered boolean, entitled boolean) (
	SFUNC = @extschema@.coverage_rate_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 128,
	FINALFUNC = @extschema@.coverage_unrecorded_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.coverage_rate_transition,
	MINVFUNC = @extschema@.coverage_rate_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 128,
	MFINALFUNC = @extschema@.coverage_unrecorded_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.coverage_unrecorded(covered boolean, entitled boolean, weight float8) (
	SFUNC = @extschema@.coverage_rate_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 128,
	FINALFUNC = @extschema@.coverage_unrecorded_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.coverage_rate_transition,
	MINVFUNC = @extschema@.coverage_rate_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 128,
	MFINALFUNC = @extschema@.coverage_unrecorded_final,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.disbursement_rate_transition(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'disbursement_rate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.disbursement_rate_inverse(@extschema@.exact_sums, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'disbursement_rate_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.disbursement_rate_final(@extschema@.exact_sums) RETURNS float8
	AS 'MODULE_PATHNAME', 'disbursement_rate_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.disbursement_rate(spent float8, planned float8) (
	SFUNC = @extschema@.disbursement_rate_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 128,
	FINALFUNC = @extschema@.disbursement_rate_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.disbursement_rate_transition,
	MINVFUNC = @extschema@.disbursement_rate_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 128,
	MFINALFUNC = @extschema@.disbursement_rate_final,
	PARALLEL = SAFE
);

COMMENT ON FUNCTION @extschema@.percent(float8) IS
'A rate, or a difference of rates, as a percentage for people: 100·rate, rounded to 2 decimals, half away from zero (0.0224 is 2.24). The rate is read with 15 significant digits and 15 decimals, so that the rounding of doubles does not show. NULL gives NULL; NaN and infinity are errors (22023). A parser that takes percent for a keyword, as Superset''s does, wants it with its schema, as in public.percent(rate).';
COMMENT ON FUNCTION @extschema@.percent(float8, float8) IS
'A rate, or a difference of rates, as a percentage for people: 100·rate, rounded to that many decimals (a whole number from 0 to 13), half away from zero. The rate is read with 15 significant digits and 15 decimals. NULL gives NULL; NaN, infinity and other numbers of digits are errors (22023).';
COMMENT ON FUNCTION @extschema@.at_or_below(float8) IS
'The next float8 above a line, so that income < at_or_below(line) means income <= line: for laws that say "from … down" and tools that count incomes equal to the line as poor. Same unit as the line, which must be positive and finite (22023). NULL gives NULL.';
COMMENT ON AGGREGATE @extschema@.poverty_rate(float8, float8) IS
'Poverty rate over areas: sum of poor / sum of total, a fraction; a ratio of sums, never a mean of rates. A row with a NULL is left out; no row or a total of 0 gives NULL; a negative, NaN or infinite count and poor > total are errors (22023). Exact sums, rounded once: the same rows give the same bits whatever the plan.';
COMMENT ON AGGREGATE @extschema@.poverty_rate(boolean) IS
'Poverty rate over households or persons: poor rows / rows, a fraction. NULL rows are left out; no row gives NULL. Exact sums, rounded once: the same rows give the same bits whatever the plan.';
COMMENT ON AGGREGATE @extschema@.poverty_rate(boolean, float8) IS
'Poverty rate over households or persons: sum of the weights of the poor / sum of weights, a fraction. A row with a NULL is left out; no row gives NULL. Weights: zero counts for nothing; negative, NaN and infinite are errors (22023). Exact sums, rounded once: the same rows give the same bits whatever the plan.';
COMMENT ON AGGREGATE @extschema@.coverage_rate(boolean, boolean) IS
'Coverage of a policy: covered among the entitled, a fraction. covered NULL (unrecorded) counts as not covered: coverage_unrecorded() tells how many; entitled NULL leaves the row out; nobody entitled gives NULL. Exact sums, rounded once: the same rows give the same bits whatever the plan.';
COMMENT ON AGGREGATE @extschema@.coverage_rate(boolean, boolean, float8) IS
'Coverage of a policy: covered among the entitled, a fraction. covered NULL (unrecorded) counts as not covered: coverage_unrecorded() tells how many; entitled NULL leaves the row out; nobody entitled gives NULL. Each row counts with its weight. Weights: zero counts for nothing; negative, NaN and infinite are errors (22023). Exact sums, rounded once: the same rows give the same bits whatever the plan.';
COMMENT ON AGGREGATE @extschema@.coverage_unrecorded(boolean, boolean) IS
'Rows that are entitled but for which covered is NULL: those that coverage_rate() counts as not covered for want of a record. Nobody entitled gives NULL.';
COMMENT ON AGGREGATE @extschema@.coverage_unrecorded(boolean, boolean, float8) IS
'Rows that are entitled but for which covered is NULL: those that coverage_rate() counts as not covered for want of a record. Nobody entitled gives NULL. Rows of weight 0 or NULL do not count; the count itself is not weighted. Negative, NaN and infinite weights are errors (22023).';
COMMENT ON AGGREGATE @extschema@.disbursement_rate(float8, float8) IS
'Disbursement of a budget: sum of spent / sum of planned, a fraction that may exceed 1. Amounts may be negative (corrections), but not NaN or infinite (22023). A row with a NULL is left out; no row or a plan that adds up to 0 or less gives NULL. Exact sums, rounded once: the same rows give the same bits whatever the plan.';
COMMENT ON FUNCTION @extschema@.poverty_rate_transition(@extschema@.exact_sums, float8, float8) IS
'Counts a row into the state of poverty_rate(poor, total).';
COMMENT ON FUNCTION @extschema@.poverty_rate_inverse(@extschema@.exact_sums, float8, float8) IS
'Counts a row out of the state of poverty_rate(poor, total), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.poverty_rate_household_transition(@extschema@.exact_sums, boolean) IS
'Counts a row into the state of poverty_rate(is_poor).';
COMMENT ON FUNCTION @extschema@.poverty_rate_household_inverse(@extschema@.exact_sums, boolean) IS
'Counts a row out of the state of poverty_rate(is_poor), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.poverty_rate_household_transition(@extschema@.exact_sums, boolean, float8) IS
'Counts a row into the state of poverty_rate(is_poor, weight).';
COMMENT ON FUNCTION @extschema@.poverty_rate_household_inverse(@extschema@.exact_sums, boolean, float8) IS
'Counts a row out of the state of poverty_rate(is_poor, weight), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.coverage_rate_transition(@extschema@.exact_sums, boolean, boolean) IS
'Counts a row into the state of coverage_rate(covered, entitled).';
COMMENT ON FUNCTION @extschema@.coverage_rate_inverse(@extschema@.exact_sums, boolean, boolean) IS
'Counts a row out of the state of coverage_rate(covered, entitled), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.coverage_rate_transition(@extschema@.exact_sums, boolean, boolean, float8) IS
'Counts a row into the state of coverage_rate(covered, entitled, weight).';
COMMENT ON FUNCTION @extschema@.coverage_rate_inverse(@extschema@.exact_sums, boolean, boolean, float8) IS
'Counts a row out of the state of coverage_rate(covered, entitled, weight), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.disbursement_rate_transition(@extschema@.exact_sums, float8, float8) IS
'Counts a row into the state of disbursement_rate(spent, planned).';
COMMENT ON FUNCTION @extschema@.disbursement_rate_inverse(@extschema@.exact_sums, float8, float8) IS
'Counts a row out of the state of disbursement_rate(spent, planned), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.poverty_rate_final(@extschema@.exact_sums) IS
'The result of poverty_rate() from its state; NULL when it is undefined.';
COMMENT ON FUNCTION @extschema@.coverage_rate_final(@extschema@.exact_sums) IS
'The result of coverage_rate() from its state; NULL when it is undefined.';
COMMENT ON FUNCTION @extschema@.coverage_unrecorded_final(@extschema@.exact_sums) IS
'The result of coverage_unrecorded() from its state; NULL when it is undefined.';
COMMENT ON FUNCTION @extschema@.disbursement_rate_final(@extschema@.exact_sums) IS
'The result of disbursement_rate() from its state; NULL when it is undefined.';
