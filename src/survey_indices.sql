-- SPDX-License-Identifier: PostgreSQL
/* ---- survey: totals, coverage, the Lorenz curve, and inequality within and between subgroups ---- */

CREATE FUNCTION @extschema@.total_shortfall_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'total_shortfall_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.total_shortfall_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of total_shortfall_estimate().';

CREATE FUNCTION @extschema@.total_shortfall_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'total_shortfall_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.total_shortfall_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of total_shortfall_estimate().';

CREATE FUNCTION @extschema@.total_shortfall_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'total_shortfall_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.total_shortfall_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of total_shortfall_replicates().';

CREATE AGGREGATE @extschema@.total_shortfall_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.total_shortfall_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.total_shortfall_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The total shortfall, Σw(z−x)·1(x<z), in the unit of income: what lifting everyone to the line costs; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as.';

CREATE AGGREGATE @extschema@.total_shortfall_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.total_shortfall_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.total_shortfall_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The total shortfall, Σw(z−x)·1(x<z), in the unit of income: what lifting everyone to the line costs; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as.';

CREATE AGGREGATE @extschema@.total_shortfall_replicates(income float8, line float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.total_shortfall_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.total_shortfall_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'The total shortfall, Σw(z−x)·1(x<z), in the unit of income: what lifting everyone to the line costs; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise.';

CREATE FUNCTION @extschema@.poor_population_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'poor_population_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.poor_population_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of poor_population_estimate().';

CREATE FUNCTION @extschema@.poor_population_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'poor_population_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.poor_population_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of poor_population_estimate().';

CREATE FUNCTION @extschema@.poor_population_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'poor_population_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.poor_population_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of poor_population_replicates().';

CREATE AGGREGATE @extschema@.poor_population_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.poor_population_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.poor_population_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The population that is poor, Σw·1(x<z), in persons or households, as the weights count them; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as.';

CREATE AGGREGATE @extschema@.poor_population_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.poor_population_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.poor_population_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The population that is poor, Σw·1(x<z), in persons or households, as the weights count them; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as.';

CREATE AGGREGATE @extschema@.poor_population_replicates(income float8, line float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.poor_population_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.poor_population_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'The population that is poor, Σw·1(x<z), in persons or households, as the weights count them; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise.';

CREATE FUNCTION @extschema@.population_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'population_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.population_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of population_estimate().';

CREATE FUNCTION @extschema@.population_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'population_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.population_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of population_estimate().';

CREATE FUNCTION @extschema@.population_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'population_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.population_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of population_replicates().';

CREATE AGGREGATE @extschema@.population_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.population_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.population_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The population, Σw, in persons or households, as the weights count them; the income and the line only say which rows have both; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as.';

CREATE AGGREGATE @extschema@.population_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.population_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.population_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The population, Σw, in persons or households, as the weights count them; the income and the line only say which rows have both; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as.';

CREATE AGGREGATE @extschema@.population_replicates(income float8, line float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.population_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.population_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'The population, Σw, in persons or households, as the weights count them; the income and the line only say which rows have both; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise.';

CREATE FUNCTION @extschema@.prosperity_gap_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'prosperity_gap_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.prosperity_gap_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of prosperity_gap_estimate(). Source: World Bank, Poverty, Prosperity, and Planet Report 2024.';

CREATE FUNCTION @extschema@.prosperity_gap_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'prosperity_gap_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.prosperity_gap_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of prosperity_gap_estimate(). Source: World Bank, Poverty, Prosperity, and Planet Report 2024.';

CREATE FUNCTION @extschema@.prosperity_gap_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'prosperity_gap_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.prosperity_gap_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of prosperity_gap_replicates(). Source: World Bank, Poverty, Prosperity, and Planet Report 2024.';

CREATE AGGREGATE @extschema@.prosperity_gap_estimate(income float8, prosperity_standard float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.prosperity_gap_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.prosperity_gap_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The prosperity gap, Σw·(standard/x)/W, the factor by which incomes fall short of the standard, not floored at 1; an income that is not above 0 is an error (22023); with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. World Bank, Poverty, Prosperity, and Planet Report 2024.';

CREATE AGGREGATE @extschema@.prosperity_gap_estimate(income float8, prosperity_standard float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.prosperity_gap_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.prosperity_gap_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The prosperity gap, Σw·(standard/x)/W, the factor by which incomes fall short of the standard, not floored at 1; an income that is not above 0 is an error (22023); with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. World Bank, Poverty, Prosperity, and Planet Report 2024.';

CREATE AGGREGATE @extschema@.prosperity_gap_replicates(income float8, prosperity_standard float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.prosperity_gap_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.prosperity_gap_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'The prosperity gap, Σw·(standard/x)/W, the factor by which incomes fall short of the standard, not floored at 1; an income that is not above 0 is an error (22023); with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. World Bank, Poverty, Prosperity, and Planet Report 2024.';

CREATE FUNCTION @extschema@.coverage_rate_estimate_transition(@extschema@.survey_state, boolean, boolean, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'coverage_rate_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.coverage_rate_estimate_transition(@extschema@.survey_state, boolean, boolean, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of coverage_rate_estimate().';

CREATE FUNCTION @extschema@.coverage_rate_estimate_transition(@extschema@.survey_state, boolean, boolean, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'coverage_rate_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.coverage_rate_estimate_transition(@extschema@.survey_state, boolean, boolean, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of coverage_rate_estimate().';

CREATE FUNCTION @extschema@.coverage_rate_replicates_transition(@extschema@.survey_state, boolean, boolean, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'coverage_rate_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.coverage_rate_replicates_transition(@extschema@.survey_state, boolean, boolean, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of coverage_rate_replicates().';

CREATE AGGREGATE @extschema@.coverage_rate_estimate(covered boolean, entitled boolean, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.coverage_rate_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.coverage_rate_estimate(boolean, boolean, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The coverage of a policy, covered among the entitled, Σw·1(covered and entitled)/Σw·1(entitled), a fraction; covered NULL counts as not covered, entitled NULL leaves the row out; n counts the entitled; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL where nobody is entitled. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as.';

CREATE AGGREGATE @extschema@.coverage_rate_estimate(covered boolean, entitled boolean, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.coverage_rate_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.coverage_rate_estimate(boolean, boolean, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The coverage of a policy, covered among the entitled, Σw·1(covered and entitled)/Σw·1(entitled), a fraction; covered NULL counts as not covered, entitled NULL leaves the row out; n counts the entitled; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL where nobody is entitled. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as.';

CREATE AGGREGATE @extschema@.coverage_rate_replicates(covered boolean, entitled boolean, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.coverage_rate_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.coverage_rate_replicates(boolean, boolean, float8, float8[], @extschema@.survey_design) IS 'The coverage of a policy, covered among the entitled, Σw·1(covered and entitled)/Σw·1(entitled), a fraction; covered NULL counts as not covered, entitled NULL leaves the row out; n counts the entitled; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL where nobody is entitled. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise.';

CREATE FUNCTION @extschema@.mpi_uncensored_headcount_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mpi_uncensored_headcount_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mpi_uncensored_headcount_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of mpi_uncensored_headcount_estimate().';

CREATE FUNCTION @extschema@.mpi_uncensored_headcount_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mpi_uncensored_headcount_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mpi_uncensored_headcount_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of mpi_uncensored_headcount_estimate().';

CREATE FUNCTION @extschema@.mpi_uncensored_headcount_replicates_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mpi_uncensored_headcount_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mpi_uncensored_headcount_replicates_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of mpi_uncensored_headcount_replicates().';

CREATE AGGREGATE @extschema@.mpi_uncensored_headcount_estimate(deprived boolean[], weights float8[], k float8, indicator float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.mpi_uncensored_headcount_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mpi_uncensored_headcount_estimate(boolean[], float8[], float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The share of the population that is deprived in an indicator (1 is the first), poor or not, Σw·g/W, a fraction; weights and k are those of the other indices, and have no part in it; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row. A NULL indicator, or a NULL weight of one, is an error (22004): coalesce_deprived() says what a NULL indicator means. k outside (0, 1], weights that are negative, not finite or all 0, and not one element for each indicator are errors (22023). Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Alkire & Foster (2011).';

CREATE AGGREGATE @extschema@.mpi_uncensored_headcount_estimate(deprived boolean[], weights float8[], k float8, indicator float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.mpi_uncensored_headcount_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mpi_uncensored_headcount_estimate(boolean[], float8[], float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The share of the population that is deprived in an indicator (1 is the first), poor or not, Σw·g/W, a fraction; weights and k are those of the other indices, and have no part in it; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row. A NULL indicator, or a NULL weight of one, is an error (22004): coalesce_deprived() says what a NULL indicator means. k outside (0, 1], weights that are negative, not finite or all 0, and not one element for each indicator are errors (22023). Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Alkire & Foster (2011).';

CREATE AGGREGATE @extschema@.mpi_uncensored_headcount_replicates(deprived boolean[], weights float8[], k float8, indicator float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.mpi_uncensored_headcount_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mpi_uncensored_headcount_replicates(boolean[], float8[], float8, float8, float8, float8[], @extschema@.survey_design) IS 'The share of the population that is deprived in an indicator (1 is the first), poor or not, Σw·g/W, a fraction; weights and k are those of the other indices, and have no part in it; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. A NULL indicator, or a NULL weight of one, is an error (22004): coalesce_deprived() says what a NULL indicator means. k outside (0, 1], weights that are negative, not finite or all 0, and not one element for each indicator are errors (22023). Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Alkire & Foster (2011).';

CREATE FUNCTION @extschema@.poor_median_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'poor_median_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.poor_median_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of poor_median_estimate().';

CREATE FUNCTION @extschema@.poor_median_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'poor_median_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.poor_median_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of poor_median_estimate().';

CREATE FUNCTION @extschema@.poor_median_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'poor_median_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.poor_median_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of poor_median_replicates().';

CREATE AGGREGATE @extschema@.poor_median_estimate(income float8, share float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.poor_median_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.poor_median_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The median income of the poor, those below share · the median of all, in the unit of income; the error of the line has its part in it; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL where nobody is poor. Densities are a Gaussian kernel''s, of bandwidth 0.9·min(sd, IQR/1.349)·(W²/Σw²)^−0.2. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Osier (2009).';

CREATE AGGREGATE @extschema@.poor_median_estimate(income float8, share float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.poor_median_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.poor_median_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The median income of the poor, those below share · the median of all, in the unit of income; the error of the line has its part in it; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL where nobody is poor. Densities are a Gaussian kernel''s, of bandwidth 0.9·min(sd, IQR/1.349)·(W²/Σw²)^−0.2. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Osier (2009).';

CREATE AGGREGATE @extschema@.poor_median_replicates(income float8, share float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.poor_median_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.poor_median_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'The median income of the poor, those below share · the median of all, in the unit of income; the error of the line has its part in it; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL where nobody is poor. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Osier (2009).';

CREATE FUNCTION @extschema@.palma_ratio_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'palma_ratio_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.palma_ratio_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of palma_ratio_estimate().';

CREATE FUNCTION @extschema@.palma_ratio_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'palma_ratio_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.palma_ratio_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of palma_ratio_estimate().';

CREATE FUNCTION @extschema@.palma_ratio_replicates_transition(@extschema@.survey_state, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'palma_ratio_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.palma_ratio_replicates_transition(@extschema@.survey_state, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of palma_ratio_replicates().';

CREATE AGGREGATE @extschema@.palma_ratio_estimate(income float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.palma_ratio_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.palma_ratio_estimate(float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The Palma ratio, (1−L(0.9))/L(0.4), the income of the richest tenth over that of the poorest four tenths; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL where these have no income. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Palma (2011), Development and Change 42; Kovačević & Binder (1997).';

CREATE AGGREGATE @extschema@.palma_ratio_estimate(income float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.palma_ratio_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.palma_ratio_estimate(float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The Palma ratio, (1−L(0.9))/L(0.4), the income of the richest tenth over that of the poorest four tenths; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL where these have no income. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Palma (2011), Development and Change 42; Kovačević & Binder (1997).';

CREATE AGGREGATE @extschema@.palma_ratio_replicates(income float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.palma_ratio_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.palma_ratio_replicates(float8, float8, float8[], @extschema@.survey_design) IS 'The Palma ratio, (1−L(0.9))/L(0.4), the income of the richest tenth over that of the poorest four tenths; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL where these have no income. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Palma (2011), Development and Change 42; Kovačević & Binder (1997).';

CREATE FUNCTION @extschema@.hoover_index_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'hoover_index_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.hoover_index_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of hoover_index_estimate().';

CREATE FUNCTION @extschema@.hoover_index_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'hoover_index_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.hoover_index_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of hoover_index_estimate().';

CREATE FUNCTION @extschema@.hoover_index_replicates_transition(@extschema@.survey_state, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'hoover_index_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.hoover_index_replicates_transition(@extschema@.survey_state, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of hoover_index_replicates().';

CREATE AGGREGATE @extschema@.hoover_index_estimate(income float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.hoover_index_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.hoover_index_estimate(float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The Hoover index, Σw|x−μ|/(2Wμ), a fraction: the share of income that would have to move for all to be equal; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL where the incomes add up to 0 or less. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Hoover (1936).';

CREATE AGGREGATE @extschema@.hoover_index_estimate(income float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.hoover_index_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.hoover_index_estimate(float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The Hoover index, Σw|x−μ|/(2Wμ), a fraction: the share of income that would have to move for all to be equal; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL where the incomes add up to 0 or less. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Hoover (1936).';

CREATE AGGREGATE @extschema@.hoover_index_replicates(income float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.hoover_index_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.hoover_index_replicates(float8, float8, float8[], @extschema@.survey_design) IS 'The Hoover index, Σw|x−μ|/(2Wμ), a fraction: the share of income that would have to move for all to be equal; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL where the incomes add up to 0 or less. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Hoover (1936).';

CREATE FUNCTION @extschema@.wolfson_polarization_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'wolfson_polarization_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.wolfson_polarization_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of wolfson_polarization_estimate().';

CREATE FUNCTION @extschema@.wolfson_polarization_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'wolfson_polarization_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.wolfson_polarization_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of wolfson_polarization_estimate().';

CREATE FUNCTION @extschema@.wolfson_polarization_replicates_transition(@extschema@.survey_state, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'wolfson_polarization_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.wolfson_polarization_replicates_transition(@extschema@.survey_state, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of wolfson_polarization_replicates().';

CREATE AGGREGATE @extschema@.wolfson_polarization_estimate(income float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.wolfson_polarization_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.wolfson_polarization_estimate(float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Wolfson''s polarization, 2(1−2L(0.5)−Gini)·mean/median; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL where the median or the sum of incomes is not above 0. Densities are a Gaussian kernel''s, of bandwidth 0.9·min(sd, IQR/1.349)·(W²/Σw²)^−0.2. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Wolfson (1994), American Economic Review 84.';

CREATE AGGREGATE @extschema@.wolfson_polarization_estimate(income float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.wolfson_polarization_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.wolfson_polarization_estimate(float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Wolfson''s polarization, 2(1−2L(0.5)−Gini)·mean/median; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL where the median or the sum of incomes is not above 0. Densities are a Gaussian kernel''s, of bandwidth 0.9·min(sd, IQR/1.349)·(W²/Σw²)^−0.2. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Wolfson (1994), American Economic Review 84.';

CREATE AGGREGATE @extschema@.wolfson_polarization_replicates(income float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.wolfson_polarization_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.wolfson_polarization_replicates(float8, float8, float8[], @extschema@.survey_design) IS 'Wolfson''s polarization, 2(1−2L(0.5)−Gini)·mean/median; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL where the median or the sum of incomes is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Wolfson (1994), American Economic Review 84.';

CREATE FUNCTION @extschema@.concentration_index_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'concentration_index_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.concentration_index_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of concentration_index_estimate().';

CREATE FUNCTION @extschema@.concentration_index_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'concentration_index_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.concentration_index_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of concentration_index_estimate().';

CREATE FUNCTION @extschema@.concentration_index_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'concentration_index_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.concentration_index_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of concentration_index_replicates().';

CREATE AGGREGATE @extschema@.concentration_index_estimate(y float8, rank_by float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.concentration_index_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.concentration_index_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The concentration of y over people ranked by another variable, 2·cov(y,r)/mean(y), r the mean fractional rank, from −1 to 1; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL where the sum of y is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Kakwani, Wagstaff & van Doorslaer (1997), J. of Econometrics 77.';

CREATE AGGREGATE @extschema@.concentration_index_estimate(y float8, rank_by float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.concentration_index_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.concentration_index_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The concentration of y over people ranked by another variable, 2·cov(y,r)/mean(y), r the mean fractional rank, from −1 to 1; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL where the sum of y is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Kakwani, Wagstaff & van Doorslaer (1997), J. of Econometrics 77.';

CREATE AGGREGATE @extschema@.concentration_index_replicates(y float8, rank_by float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.concentration_index_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.concentration_index_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'The concentration of y over people ranked by another variable, 2·cov(y,r)/mean(y), r the mean fractional rank, from −1 to 1; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL where the sum of y is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Kakwani, Wagstaff & van Doorslaer (1997), J. of Econometrics 77.';

CREATE FUNCTION @extschema@.entropy_within_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'entropy_within_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.entropy_within_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of entropy_within_estimate().';

CREATE FUNCTION @extschema@.entropy_within_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'entropy_within_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.entropy_within_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of entropy_within_estimate().';

CREATE FUNCTION @extschema@.entropy_within_replicates_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'entropy_within_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.entropy_within_replicates_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of entropy_within_replicates().';

CREATE AGGREGATE @extschema@.entropy_within_estimate(income float8, alpha float8, subgroup @extschema@.survey_code, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.entropy_within_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.entropy_within_estimate(float8, float8, @extschema@.survey_code, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Generalised entropy of alpha within subgroups: 0: Σw·ln(ν/x)/W, 1: Σw·(x/μ)ln(x/ν)/W, else Σw((x/μ)^α−(ν/μ)^α)/W/(α²−α), ν the subgroup''s mean, μ that of all; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL where the incomes add up to 0 or less. The subgroup may be of any type; codes that are not whole numbers are told apart by a digest of 62 bits. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. An income below 0, or of 0 where alpha is 0 or less, is an error (22023). Shorrocks (1980), Econometrica 48.';

CREATE AGGREGATE @extschema@.entropy_within_estimate(income float8, alpha float8, subgroup @extschema@.survey_code, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.entropy_within_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.entropy_within_estimate(float8, float8, @extschema@.survey_code, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Generalised entropy of alpha within subgroups: 0: Σw·ln(ν/x)/W, 1: Σw·(x/μ)ln(x/ν)/W, else Σw((x/μ)^α−(ν/μ)^α)/W/(α²−α), ν the subgroup''s mean, μ that of all; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL where the incomes add up to 0 or less. The subgroup may be of any type; codes that are not whole numbers are told apart by a digest of 62 bits. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. An income below 0, or of 0 where alpha is 0 or less, is an error (22023). Shorrocks (1980), Econometrica 48.';

CREATE AGGREGATE @extschema@.entropy_within_replicates(income float8, alpha float8, subgroup @extschema@.survey_code, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.entropy_within_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.entropy_within_replicates(float8, float8, @extschema@.survey_code, float8, float8[], @extschema@.survey_design) IS 'Generalised entropy of alpha within subgroups: 0: Σw·ln(ν/x)/W, 1: Σw·(x/μ)ln(x/ν)/W, else Σw((x/μ)^α−(ν/μ)^α)/W/(α²−α), ν the subgroup''s mean, μ that of all; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL where the incomes add up to 0 or less. The subgroup may be of any type; codes that are not whole numbers are told apart by a digest of 62 bits. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. An income below 0, or of 0 where alpha is 0 or less, is an error (22023). Shorrocks (1980), Econometrica 48.';

CREATE FUNCTION @extschema@.entropy_between_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'entropy_between_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.entropy_between_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of entropy_between_estimate().';

CREATE FUNCTION @extschema@.entropy_between_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'entropy_between_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.entropy_between_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of entropy_between_estimate().';

CREATE FUNCTION @extschema@.entropy_between_replicates_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'entropy_between_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.entropy_between_replicates_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of entropy_between_replicates().';

CREATE AGGREGATE @extschema@.entropy_between_estimate(income float8, alpha float8, subgroup @extschema@.survey_code, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.entropy_between_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.entropy_between_estimate(float8, float8, @extschema@.survey_code, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Generalised entropy of alpha between subgroups, as if all in one had its mean ν: 0: Σw·ln(μ/ν)/W, 1: Σw·(ν/μ)ln(ν/μ)/W, else (Σw(ν/μ)^α/W−1)/(α²−α), μ the mean of all; with entropy_within() it adds up to generalized_entropy(); with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL where the incomes add up to 0 or less. The subgroup may be of any type; codes that are not whole numbers are told apart by a digest of 62 bits. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. An income below 0, or of 0 where alpha is 0 or less, is an error (22023). Shorrocks (1980), Econometrica 48.';

CREATE AGGREGATE @extschema@.entropy_between_estimate(income float8, alpha float8, subgroup @extschema@.survey_code, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.entropy_between_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.entropy_between_estimate(float8, float8, @extschema@.survey_code, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Generalised entropy of alpha between subgroups, as if all in one had its mean ν: 0: Σw·ln(μ/ν)/W, 1: Σw·(ν/μ)ln(ν/μ)/W, else (Σw(ν/μ)^α/W−1)/(α²−α), μ the mean of all; with entropy_within() it adds up to generalized_entropy(); with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL where the incomes add up to 0 or less. The subgroup may be of any type; codes that are not whole numbers are told apart by a digest of 62 bits. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. An income below 0, or of 0 where alpha is 0 or less, is an error (22023). Shorrocks (1980), Econometrica 48.';

CREATE AGGREGATE @extschema@.entropy_between_replicates(income float8, alpha float8, subgroup @extschema@.survey_code, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.entropy_between_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.entropy_between_replicates(float8, float8, @extschema@.survey_code, float8, float8[], @extschema@.survey_design) IS 'Generalised entropy of alpha between subgroups, as if all in one had its mean ν: 0: Σw·ln(μ/ν)/W, 1: Σw·(ν/μ)ln(ν/μ)/W, else (Σw(ν/μ)^α/W−1)/(α²−α), μ the mean of all; with entropy_within() it adds up to generalized_entropy(); with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL where the incomes add up to 0 or less. The subgroup may be of any type; codes that are not whole numbers are told apart by a digest of 62 bits. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. An income below 0, or of 0 where alpha is 0 or less, is an error (22023). Shorrocks (1980), Econometrica 48.';
