-- SPDX-License-Identifier: PostgreSQL
/* ---- survey: at a line that is estimated with each replicate weight ---- */

CREATE FUNCTION @extschema@.survey_line_replicates_final(@extschema@.survey_state) RETURNS @extschema@.survey_line
	AS 'MODULE_PATHNAME', 'survey_line_replicates_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_line_replicates_final(@extschema@.survey_state) IS 'The survey_line, with that of each replicate, of the rows of a state. NULL without a row.';

CREATE FUNCTION @extschema@.headcount_ratio_replicates_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, float8[]) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'headcount_ratio_at_line_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.headcount_ratio_replicates_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, float8[]) IS 'Adds a row to the state of headcount_ratio_replicates() at an estimated line.';

CREATE AGGREGATE @extschema@.headcount_ratio_replicates(income float8, estimated_line @extschema@.survey_line, weight float8, replicate_weights float8[]) (
	SFUNC = @extschema@.headcount_ratio_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.headcount_ratio_replicates(float8, @extschema@.survey_line, float8, float8[]) IS 'The headcount ratio, Σw·1(x<z)/W, a fraction, at a line that is estimated from the same replicates, as survey_line_replicates() makes it: each replicate is computed at its own line, so that the line''s error has its part; with its standard error by the replicate_design() and the options of the line. So a region''s index at the national line needs no more than GROUP BY. The number of replicate weights must be that of the line (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Osier (2009).';

CREATE FUNCTION @extschema@.poverty_gap_replicates_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, float8[]) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'poverty_gap_at_line_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.poverty_gap_replicates_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, float8[]) IS 'Adds a row to the state of poverty_gap_replicates() at an estimated line.';

CREATE AGGREGATE @extschema@.poverty_gap_replicates(income float8, estimated_line @extschema@.survey_line, weight float8, replicate_weights float8[]) (
	SFUNC = @extschema@.poverty_gap_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.poverty_gap_replicates(float8, @extschema@.survey_line, float8, float8[]) IS 'The poverty gap, Σw·((z−x)/z)·1(x<z)/W, a fraction of the line, at a line that is estimated from the same replicates, as survey_line_replicates() makes it: each replicate is computed at its own line, so that the line''s error has its part; with its standard error by the replicate_design() and the options of the line. So a region''s index at the national line needs no more than GROUP BY. The number of replicate weights must be that of the line (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Osier (2009).';

CREATE FUNCTION @extschema@.poverty_severity_replicates_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, float8[]) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'poverty_severity_at_line_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.poverty_severity_replicates_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, float8[]) IS 'Adds a row to the state of poverty_severity_replicates() at an estimated line.';

CREATE AGGREGATE @extschema@.poverty_severity_replicates(income float8, estimated_line @extschema@.survey_line, weight float8, replicate_weights float8[]) (
	SFUNC = @extschema@.poverty_severity_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.poverty_severity_replicates(float8, @extschema@.survey_line, float8, float8[]) IS 'Poverty severity, Σw·((z−x)/z)²·1(x<z)/W, at a line that is estimated from the same replicates, as survey_line_replicates() makes it: each replicate is computed at its own line, so that the line''s error has its part; with its standard error by the replicate_design() and the options of the line. So a region''s index at the national line needs no more than GROUP BY. The number of replicate weights must be that of the line (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Osier (2009).';

CREATE FUNCTION @extschema@.fgt_replicates_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, float8, float8[]) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'fgt_at_line_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.fgt_replicates_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, float8, float8[]) IS 'Adds a row to the state of fgt_replicates() at an estimated line.';

CREATE AGGREGATE @extschema@.fgt_replicates(income float8, estimated_line @extschema@.survey_line, alpha float8, weight float8, replicate_weights float8[]) (
	SFUNC = @extschema@.fgt_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.fgt_replicates(float8, @extschema@.survey_line, float8, float8, float8[]) IS 'The FGT index, Σw·((z−x)/z)^alpha·1(x<z)/W, at a line that is estimated from the same replicates, as survey_line_replicates() makes it: each replicate is computed at its own line, so that the line''s error has its part; with its standard error by the replicate_design() and the options of the line. So a region''s index at the national line needs no more than GROUP BY. The number of replicate weights must be that of the line (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Osier (2009).';

CREATE FUNCTION @extschema@.median_poverty_gap_replicates_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, float8[]) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'median_poverty_gap_at_line_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.median_poverty_gap_replicates_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, float8[]) IS 'Adds a row to the state of median_poverty_gap_replicates() at an estimated line.';

CREATE AGGREGATE @extschema@.median_poverty_gap_replicates(income float8, estimated_line @extschema@.survey_line, weight float8, replicate_weights float8[]) (
	SFUNC = @extschema@.median_poverty_gap_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.median_poverty_gap_replicates(float8, @extschema@.survey_line, float8, float8[]) IS '(z−m)/z with m the median of the incomes below z, at a line that is estimated from the same replicates, as survey_line_replicates() makes it: each replicate is computed at its own line, so that the line''s error has its part; with its standard error by the replicate_design() and the options of the line. So a region''s index at the national line needs no more than GROUP BY. The number of replicate weights must be that of the line (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL where nobody is poor. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Osier (2009).';

CREATE FUNCTION @extschema@.watts_index_replicates_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, float8[]) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'watts_index_at_line_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.watts_index_replicates_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, float8[]) IS 'Adds a row to the state of watts_index_replicates() at an estimated line.';

CREATE AGGREGATE @extschema@.watts_index_replicates(income float8, estimated_line @extschema@.survey_line, weight float8, replicate_weights float8[]) (
	SFUNC = @extschema@.watts_index_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.watts_index_replicates(float8, @extschema@.survey_line, float8, float8[]) IS 'The Watts index, Σw·ln(z/x)·1(x<z)/W, at a line that is estimated from the same replicates, as survey_line_replicates() makes it: each replicate is computed at its own line, so that the line''s error has its part; with its standard error by the replicate_design() and the options of the line. So a region''s index at the national line needs no more than GROUP BY. The number of replicate weights must be that of the line (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. A poor income that is not above 0 is an error (22023). Osier (2009).';

CREATE FUNCTION @extschema@.survey_line_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'relative_poverty_line_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_line_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of survey_line_replicates().';

CREATE AGGREGATE @extschema@.survey_line_replicates(income float8, share float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.survey_line_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_line_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.survey_line_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'A relative line, share · the weighted median, in the unit of income, with the line of each replicate: the line of headcount_ratio_replicates(income, line, weight, replicate_weights), fgt_replicates() and their like, by region as a whole. The group is the whole sample. The design is that of replicate_design(), whose options go with it. NULL without a row; a replicate without weight is an error (22023). Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. Osier (2009).';

CREATE FUNCTION @extschema@.survey_line_of_mean_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'survey_line_of_mean_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_line_of_mean_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of survey_line_of_mean_replicates().';

CREATE AGGREGATE @extschema@.survey_line_of_mean_replicates(income float8, share float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.survey_line_of_mean_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_line_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.survey_line_of_mean_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'A relative line, share · the mean, in the unit of income, with the line of each replicate: the line of headcount_ratio_replicates(income, line, weight, replicate_weights), fgt_replicates() and their like, by region as a whole. The group is the whole sample. The design is that of replicate_design(), whose options go with it. NULL without a row; a replicate without weight is an error (22023). Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. Osier (2009).';
