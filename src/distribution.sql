-- SPDX-License-Identifier: PostgreSQL
/* ---- distribution: rows in order, quantiles, relative lines and every index that needs ranks ---- */

CREATE TYPE @extschema@.ranked_rows;

CREATE FUNCTION @extschema@.ranked_rows_in(cstring) RETURNS @extschema@.ranked_rows
	AS 'MODULE_PATHNAME', 'ranked_rows_in' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.ranked_rows_out(@extschema@.ranked_rows) RETURNS cstring
	AS 'MODULE_PATHNAME', 'ranked_rows_out' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.ranked_rows_recv(internal) RETURNS @extschema@.ranked_rows
	AS 'MODULE_PATHNAME', 'ranked_rows_recv' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.ranked_rows_send(@extschema@.ranked_rows) RETURNS bytea
	AS 'MODULE_PATHNAME', 'ranked_rows_send' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE @extschema@.ranked_rows (
	INPUT = @extschema@.ranked_rows_in,
	OUTPUT = @extschema@.ranked_rows_out,
	RECEIVE = @extschema@.ranked_rows_recv,
	SEND = @extschema@.ranked_rows_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE FUNCTION @extschema@.ranked_rows_combine(@extschema@.ranked_rows, @extschema@.ranked_rows) RETURNS @extschema@.ranked_rows
	AS 'MODULE_PATHNAME', 'ranked_rows_combine' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE TYPE @extschema@.income_distribution;

CREATE FUNCTION @extschema@.income_distribution_in(cstring) RETURNS @extschema@.income_distribution
	AS 'MODULE_PATHNAME', 'income_distribution_in' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.income_distribution_out(@extschema@.income_distribution) RETURNS cstring
	AS 'MODULE_PATHNAME', 'income_distribution_out' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.income_distribution_recv(internal) RETURNS @extschema@.income_distribution
	AS 'MODULE_PATHNAME', 'income_distribution_recv' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.income_distribution_send(@extschema@.income_distribution) RETURNS bytea
	AS 'MODULE_PATHNAME', 'income_distribution_send' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE @extschema@.income_distribution (
	INPUT = @extschema@.income_distribution_in,
	OUTPUT = @extschema@.income_distribution_out,
	RECEIVE = @extschema@.income_distribution_recv,
	SEND = @extschema@.income_distribution_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = int4,
	STORAGE = external
);

CREATE FUNCTION @extschema@.income_distribution_eq(@extschema@.income_distribution, @extschema@.income_distribution) RETURNS boolean
	AS 'MODULE_PATHNAME', 'income_distribution_eq' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.income_distribution_ne(@extschema@.income_distribution, @extschema@.income_distribution) RETURNS boolean
	AS 'MODULE_PATHNAME', 'income_distribution_ne' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.income_distribution_lt(@extschema@.income_distribution, @extschema@.income_distribution) RETURNS boolean
	AS 'MODULE_PATHNAME', 'income_distribution_lt' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.income_distribution_le(@extschema@.income_distribution, @extschema@.income_distribution) RETURNS boolean
	AS 'MODULE_PATHNAME', 'income_distribution_le' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.income_distribution_gt(@extschema@.income_distribution, @extschema@.income_distribution) RETURNS boolean
	AS 'MODULE_PATHNAME', 'income_distribution_gt' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.income_distribution_ge(@extschema@.income_distribution, @extschema@.income_distribution) RETURNS boolean
	AS 'MODULE_PATHNAME', 'income_distribution_ge' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.income_distribution_cmp(@extschema@.income_distribution, @extschema@.income_distribution) RETURNS integer
	AS 'MODULE_PATHNAME', 'income_distribution_cmp' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.income_distribution_hash(@extschema@.income_distribution) RETURNS integer
	AS 'MODULE_PATHNAME', 'income_distribution_hash' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.income_distribution_hash_extended(@extschema@.income_distribution, bigint) RETURNS bigint
	AS 'MODULE_PATHNAME', 'income_distribution_hash_extended' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE OPERATOR @extschema@.= (
	LEFTARG = @extschema@.income_distribution,
	RIGHTARG = @extschema@.income_distribution,
	FUNCTION = @extschema@.income_distribution_eq,
	COMMUTATOR = OPERATOR(@extschema@.=),
	NEGATOR = OPERATOR(@extschema@.<>),
	RESTRICT = pg_catalog.eqsel,
	JOIN = pg_catalog.eqjoinsel,
	HASHES,
	MERGES
);

CREATE OPERATOR @extschema@.<> (
	LEFTARG = @extschema@.income_distribution,
	RIGHTARG = @extschema@.income_distribution,
	FUNCTION = @extschema@.income_distribution_ne,
	COMMUTATOR = OPERATOR(@extschema@.<>),
	NEGATOR = OPERATOR(@extschema@.=),
	RESTRICT = pg_catalog.neqsel,
	JOIN = pg_catalog.neqjoinsel
);

CREATE OPERATOR @extschema@.< (
	LEFTARG = @extschema@.income_distribution,
	RIGHTARG = @extschema@.income_distribution,
	FUNCTION = @extschema@.income_distribution_lt,
	COMMUTATOR = OPERATOR(@extschema@.>),
	NEGATOR = OPERATOR(@extschema@.>=),
	RESTRICT = pg_catalog.scalarltsel,
	JOIN = pg_catalog.scalarltjoinsel
);

CREATE OPERATOR @extschema@.<= (
	LEFTARG = @extschema@.income_distribution,
	RIGHTARG = @extschema@.income_distribution,
	FUNCTION = @extschema@.income_distribution_le,
	COMMUTATOR = OPERATOR(@extschema@.>=),
	NEGATOR = OPERATOR(@extschema@.>),
	RESTRICT = pg_catalog.scalarlesel,
	JOIN = pg_catalog.scalarlejoinsel
);

CREATE OPERATOR @extschema@.> (
	LEFTARG = @extschema@.income_distribution,
	RIGHTARG = @extschema@.income_distribution,
	FUNCTION = @extschema@.income_distribution_gt,
	COMMUTATOR = OPERATOR(@extschema@.<),
	NEGATOR = OPERATOR(@extschema@.<=),
	RESTRICT = pg_catalog.scalargtsel,
	JOIN = pg_catalog.scalargtjoinsel
);

CREATE OPERATOR @extschema@.>= (
	LEFTARG = @extschema@.income_distribution,
	RIGHTARG = @extschema@.income_distribution,
	FUNCTION = @extschema@.income_distribution_ge,
	COMMUTATOR = OPERATOR(@extschema@.<=),
	NEGATOR = OPERATOR(@extschema@.<),
	RESTRICT = pg_catalog.scalargesel,
	JOIN = pg_catalog.scalargejoinsel
);

CREATE OPERATOR CLASS @extschema@.income_distribution_hash_ops DEFAULT FOR TYPE @extschema@.income_distribution USING hash AS
	OPERATOR 1 @extschema@.= (@extschema@.income_distribution, @extschema@.income_distribution),
	FUNCTION 1 @extschema@.income_distribution_hash(@extschema@.income_distribution),
	FUNCTION 2 @extschema@.income_distribution_hash_extended(@extschema@.income_distribution, bigint);

CREATE OPERATOR CLASS @extschema@.income_distribution_ops DEFAULT FOR TYPE @extschema@.income_distribution USING btree AS
	OPERATOR 1 @extschema@.< (@extschema@.income_distribution, @extschema@.income_distribution),
	OPERATOR 2 @extschema@.<= (@extschema@.income_distribution, @extschema@.income_distribution),
	OPERATOR 3 @extschema@.= (@extschema@.income_distribution, @extschema@.income_distribution),
	OPERATOR 4 @extschema@.>= (@extschema@.income_distribution, @extschema@.income_distribution),
	OPERATOR 5 @extschema@.> (@extschema@.income_distribution, @extschema@.income_distribution),
	FUNCTION 1 @extschema@.income_distribution_cmp(@extschema@.income_distribution, @extschema@.income_distribution);

CREATE FUNCTION @extschema@.income_distribution_to_jsonb(@extschema@.income_distribution) RETURNS jsonb
	AS 'MODULE_PATHNAME', 'income_distribution_to_jsonb' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE CAST (@extschema@.income_distribution AS jsonb) WITH FUNCTION @extschema@.income_distribution_to_jsonb(@extschema@.income_distribution);

CREATE TYPE @extschema@.indicator_bounds AS (
	lower float8,
	upper float8
);

CREATE FUNCTION @extschema@.distribution_transition(@extschema@.ranked_rows, float8) RETURNS @extschema@.ranked_rows
	AS 'MODULE_PATHNAME', 'distribution_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.distribution_transition(@extschema@.ranked_rows, float8, float8) RETURNS @extschema@.ranked_rows
	AS 'MODULE_PATHNAME', 'distribution_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.distribution_at_share_transition(@extschema@.ranked_rows, float8, float8) RETURNS @extschema@.ranked_rows
	AS 'MODULE_PATHNAME', 'distribution_at_share_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.distribution_at_share_transition(@extschema@.ranked_rows, float8, float8, float8) RETURNS @extschema@.ranked_rows
	AS 'MODULE_PATHNAME', 'distribution_at_share_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.distribution_line_share_transition(@extschema@.ranked_rows, float8, float8) RETURNS @extschema@.ranked_rows
	AS 'MODULE_PATHNAME', 'distribution_line_share_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.distribution_line_share_transition(@extschema@.ranked_rows, float8, float8, float8) RETURNS @extschema@.ranked_rows
	AS 'MODULE_PATHNAME', 'distribution_line_share_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.distribution_ordinates_transition(@extschema@.ranked_rows, float8, float8) RETURNS @extschema@.ranked_rows
	AS 'MODULE_PATHNAME', 'distribution_ordinates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.distribution_ordinates_transition(@extschema@.ranked_rows, float8, float8, float8) RETURNS @extschema@.ranked_rows
	AS 'MODULE_PATHNAME', 'distribution_ordinates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.distribution_gaps_transition(@extschema@.ranked_rows, float8, float8) RETURNS @extschema@.ranked_rows
	AS 'MODULE_PATHNAME', 'distribution_gaps_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.distribution_gaps_transition(@extschema@.ranked_rows, float8, float8, float8) RETURNS @extschema@.ranked_rows
	AS 'MODULE_PATHNAME', 'distribution_gaps_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.distribution_concentration_transition(@extschema@.ranked_rows, float8, float8) RETURNS @extschema@.ranked_rows
	AS 'MODULE_PATHNAME', 'distribution_concentration_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.distribution_concentration_transition(@extschema@.ranked_rows, float8, float8, float8) RETURNS @extschema@.ranked_rows
	AS 'MODULE_PATHNAME', 'distribution_concentration_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.distribution_bounded_transition(@extschema@.ranked_rows, float8, float8, float8) RETURNS @extschema@.ranked_rows
	AS 'MODULE_PATHNAME', 'distribution_bounded_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.distribution_merge_transition(@extschema@.ranked_rows, @extschema@.income_distribution) RETURNS @extschema@.ranked_rows
	AS 'MODULE_PATHNAME', 'distribution_merge_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.income_distribution_final(@extschema@.ranked_rows) RETURNS @extschema@.income_distribution
	AS 'MODULE_PATHNAME', 'income_distribution_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.weighted_quantile_final(@extschema@.ranked_rows) RETURNS float8
	AS 'MODULE_PATHNAME', 'weighted_quantile_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.weighted_quantile(income float8, p float8) (
	SFUNC = @extschema@.distribution_at_share_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.weighted_quantile_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.weighted_quantile(income float8, p float8, weight float8) (
	SFUNC = @extschema@.distribution_at_share_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.weighted_quantile_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.weighted_quantile(distribution @extschema@.income_distribution, p float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_weighted_quantile' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.weighted_quantile_low_final(@extschema@.ranked_rows) RETURNS float8
	AS 'MODULE_PATHNAME', 'weighted_quantile_low_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.weighted_quantile_low(income float8, p float8) (
	SFUNC = @extschema@.distribution_at_share_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.weighted_quantile_low_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.weighted_quantile_low(income float8, p float8, weight float8) (
	SFUNC = @extschema@.distribution_at_share_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.weighted_quantile_low_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.weighted_quantile_low(distribution @extschema@.income_distribution, p float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_weighted_quantile_low' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.weighted_quantile_cont_final(@extschema@.ranked_rows) RETURNS float8
	AS 'MODULE_PATHNAME', 'weighted_quantile_cont_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.weighted_quantile_cont(income float8, p float8) (
	SFUNC = @extschema@.distribution_at_share_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.weighted_quantile_cont_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.weighted_quantile_cont(income float8, p float8, weight float8) (
	SFUNC = @extschema@.distribution_at_share_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.weighted_quantile_cont_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.weighted_quantile_cont(distribution @extschema@.income_distribution, p float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_weighted_quantile_cont' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.weighted_median_final(@extschema@.ranked_rows) RETURNS float8
	AS 'MODULE_PATHNAME', 'weighted_median_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.weighted_median(income float8) (
	SFUNC = @extschema@.distribution_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.weighted_median_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.weighted_median(income float8, weight float8) (
	SFUNC = @extschema@.distribution_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.weighted_median_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.weighted_median(distribution @extschema@.income_distribution) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_weighted_median' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.relative_poverty_line_final(@extschema@.ranked_rows) RETURNS float8
	AS 'MODULE_PATHNAME', 'relative_poverty_line_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.relative_poverty_line(income float8, share float8) (
	SFUNC = @extschema@.distribution_line_share_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.relative_poverty_line_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.relative_poverty_line(income float8, share float8, weight float8) (
	SFUNC = @extschema@.distribution_line_share_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.relative_poverty_line_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.relative_poverty_line(distribution @extschema@.income_distribution, share float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_relative_poverty_line' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.at_risk_of_poverty_rate_final(@extschema@.ranked_rows) RETURNS float8
	AS 'MODULE_PATHNAME', 'at_risk_of_poverty_rate_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.at_risk_of_poverty_rate(income float8, share float8) (
	SFUNC = @extschema@.distribution_line_share_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.at_risk_of_poverty_rate_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.at_risk_of_poverty_rate(income float8, share float8, weight float8) (
	SFUNC = @extschema@.distribution_line_share_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.at_risk_of_poverty_rate_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.at_risk_of_poverty_rate(distribution @extschema@.income_distribution, share float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_at_risk_of_poverty_rate' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.relative_median_poverty_gap_final(@extschema@.ranked_rows) RETURNS float8
	AS 'MODULE_PATHNAME', 'relative_median_poverty_gap_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.relative_median_poverty_gap(income float8, share float8) (
	SFUNC = @extschema@.distribution_line_share_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.relative_median_poverty_gap_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.relative_median_poverty_gap(income float8, share float8, weight float8) (
	SFUNC = @extschema@.distribution_line_share_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.relative_median_poverty_gap_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.relative_median_poverty_gap(distribution @extschema@.income_distribution, share float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_relative_median_poverty_gap' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.median_poverty_gap_final(@extschema@.ranked_rows) RETURNS float8
	AS 'MODULE_PATHNAME', 'median_poverty_gap_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.median_poverty_gap(income float8, line float8) (
	SFUNC = @extschema@.distribution_gaps_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.median_poverty_gap_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.median_poverty_gap(income float8, line float8, weight float8) (
	SFUNC = @extschema@.distribution_gaps_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.median_poverty_gap_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.median_poverty_gap(distribution @extschema@.income_distribution, line float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_median_poverty_gap' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.sen_index_final(@extschema@.ranked_rows) RETURNS float8
	AS 'MODULE_PATHNAME', 'sen_index_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.sen_index(income float8, line float8) (
	SFUNC = @extschema@.distribution_gaps_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.sen_index_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.sen_index(income float8, line float8, weight float8) (
	SFUNC = @extschema@.distribution_gaps_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.sen_index_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.sen_index(distribution @extschema@.income_distribution, line float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_sen_index' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.sen_shorrocks_thon_index_final(@extschema@.ranked_rows) RETURNS float8
	AS 'MODULE_PATHNAME', 'sen_shorrocks_thon_index_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.sen_shorrocks_thon_index(income float8, line float8) (
	SFUNC = @extschema@.distribution_gaps_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.sen_shorrocks_thon_index_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.sen_shorrocks_thon_index(income float8, line float8, weight float8) (
	SFUNC = @extschema@.distribution_gaps_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.sen_shorrocks_thon_index_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.sen_shorrocks_thon_index(distribution @extschema@.income_distribution, line float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_sen_shorrocks_thon_index' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.gini_final(@extschema@.ranked_rows) RETURNS float8
	AS 'MODULE_PATHNAME', 'gini_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.gini(income float8) (
	SFUNC = @extschema@.distribution_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.gini_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.gini(income float8, weight float8) (
	SFUNC = @extschema@.distribution_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.gini_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.gini(distribution @extschema@.income_distribution) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_gini' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.income_quintile_share_ratio_final(@extschema@.ranked_rows) RETURNS float8
	AS 'MODULE_PATHNAME', 'income_quintile_share_ratio_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.income_quintile_share_ratio(income float8) (
	SFUNC = @extschema@.distribution_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.income_quintile_share_ratio_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.income_quintile_share_ratio(income float8, weight float8) (
	SFUNC = @extschema@.distribution_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.income_quintile_share_ratio_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.income_quintile_share_ratio(distribution @extschema@.income_distribution) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_income_quintile_share_ratio' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.palma_ratio_final(@extschema@.ranked_rows) RETURNS float8
	AS 'MODULE_PATHNAME', 'palma_ratio_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.palma_ratio(income float8) (
	SFUNC = @extschema@.distribution_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.palma_ratio_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.palma_ratio(income float8, weight float8) (
	SFUNC = @extschema@.distribution_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.palma_ratio_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.palma_ratio(distribution @extschema@.income_distribution) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_palma_ratio' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.bottom_share_final(@extschema@.ranked_rows) RETURNS float8
	AS 'MODULE_PATHNAME', 'bottom_share_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.bottom_share(income float8, p float8) (
	SFUNC = @extschema@.distribution_at_share_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.bottom_share_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.bottom_share(income float8, p float8, weight float8) (
	SFUNC = @extschema@.distribution_at_share_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.bottom_share_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.bottom_share(distribution @extschema@.income_distribution, p float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_bottom_share' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.top_share_final(@extschema@.ranked_rows) RETURNS float8
	AS 'MODULE_PATHNAME', 'top_share_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.top_share(income float8, p float8) (
	SFUNC = @extschema@.distribution_at_share_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.top_share_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.top_share(income float8, p float8, weight float8) (
	SFUNC = @extschema@.distribution_at_share_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.top_share_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.top_share(distribution @extschema@.income_distribution, p float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_top_share' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.lorenz_curve_final(@extschema@.ranked_rows) RETURNS float8[]
	AS 'MODULE_PATHNAME', 'lorenz_curve_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.lorenz_curve(income float8, n float8) (
	SFUNC = @extschema@.distribution_ordinates_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.lorenz_curve_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.lorenz_curve(income float8, n float8, weight float8) (
	SFUNC = @extschema@.distribution_ordinates_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.lorenz_curve_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.lorenz_curve(distribution @extschema@.income_distribution, n float8) RETURNS float8[]
	AS 'MODULE_PATHNAME', 'distribution_lorenz_curve' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.zenga_index_final(@extschema@.ranked_rows) RETURNS float8
	AS 'MODULE_PATHNAME', 'zenga_index_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.zenga_index(income float8) (
	SFUNC = @extschema@.distribution_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.zenga_index_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.zenga_index(income float8, weight float8) (
	SFUNC = @extschema@.distribution_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.zenga_index_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.zenga_index(distribution @extschema@.income_distribution) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_zenga_index' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.wolfson_polarization_final(@extschema@.ranked_rows) RETURNS float8
	AS 'MODULE_PATHNAME', 'wolfson_polarization_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.wolfson_polarization(income float8) (
	SFUNC = @extschema@.distribution_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.wolfson_polarization_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.wolfson_polarization(income float8, weight float8) (
	SFUNC = @extschema@.distribution_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.wolfson_polarization_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.wolfson_polarization(distribution @extschema@.income_distribution) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_wolfson_polarization' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.hoover_index_final(@extschema@.ranked_rows) RETURNS float8
	AS 'MODULE_PATHNAME', 'hoover_index_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.hoover_index(income float8) (
	SFUNC = @extschema@.distribution_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.hoover_index_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.hoover_index(income float8, weight float8) (
	SFUNC = @extschema@.distribution_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.hoover_index_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.hoover_index(distribution @extschema@.income_distribution) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_hoover_index' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.concentration_index_final(@extschema@.ranked_rows) RETURNS float8
	AS 'MODULE_PATHNAME', 'concentration_index_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.concentration_index(y float8, rank_by float8) (
	SFUNC = @extschema@.distribution_concentration_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.concentration_index_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.concentration_index(y float8, rank_by float8, weight float8) (
	SFUNC = @extschema@.distribution_concentration_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.concentration_index_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.income_distribution(income float8) (
	SFUNC = @extschema@.distribution_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.income_distribution_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.income_distribution(income float8, weight float8) (
	SFUNC = @extschema@.distribution_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.income_distribution_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.income_distribution(income float8, weight float8, max_points float8) (
	SFUNC = @extschema@.distribution_bounded_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 4096,
	FINALFUNC = @extschema@.income_distribution_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.merge(distribution @extschema@.income_distribution) (
	SFUNC = @extschema@.distribution_merge_transition,
	STYPE = @extschema@.ranked_rows,
	SSPACE = 320,
	FINALFUNC = @extschema@.income_distribution_final,
	COMBINEFUNC = @extschema@.ranked_rows_combine,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.merge(a @extschema@.income_distribution, b @extschema@.income_distribution) RETURNS @extschema@.income_distribution
	AS 'MODULE_PATHNAME', 'income_distribution_merge' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.headcount_ratio(distribution @extschema@.income_distribution, line float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_headcount_ratio' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.poor_population(distribution @extschema@.income_distribution, line float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_poor_population' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.cdf(distribution @extschema@.income_distribution, x float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_cdf' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.population(distribution @extschema@.income_distribution) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_population' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.observations(distribution @extschema@.income_distribution) RETURNS bigint
	AS 'MODULE_PATHNAME', 'distribution_observations' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mean_income(distribution @extschema@.income_distribution) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_mean_income' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_gap(distribution @extschema@.income_distribution, line float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_poverty_gap' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_severity(distribution @extschema@.income_distribution, line float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_poverty_severity' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.watts_index(distribution @extschema@.income_distribution, line float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_watts_index' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.income_gap_ratio(distribution @extschema@.income_distribution, line float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_income_gap_ratio' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.mean_shortfall(distribution @extschema@.income_distribution, line float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_mean_shortfall' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.total_shortfall(distribution @extschema@.income_distribution, line float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_total_shortfall' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.fgt(distribution @extschema@.income_distribution, line float8, alpha float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_fgt' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.prosperity_gap(distribution @extschema@.income_distribution, prosperity_standard float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_prosperity_gap' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.growth_incidence(before @extschema@.income_distribution, after @extschema@.income_distribution, n float8) RETURNS float8[]
	AS 'MODULE_PATHNAME', 'distribution_growth_incidence' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.rank_error(distribution @extschema@.income_distribution) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_rank_error' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.headcount_ratio_bounds(distribution @extschema@.income_distribution, line float8) RETURNS @extschema@.indicator_bounds
	AS 'MODULE_PATHNAME', 'distribution_headcount_ratio_bounds' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.weighted_quantile_bounds(distribution @extschema@.income_distribution, p float8) RETURNS @extschema@.indicator_bounds
	AS 'MODULE_PATHNAME', 'distribution_weighted_quantile_bounds' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.gini_bounds(distribution @extschema@.income_distribution) RETURNS @extschema@.indicator_bounds
	AS 'MODULE_PATHNAME', 'distribution_gini_bounds' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.ranked_rows_in(cstring) IS
'Reads the text form of ranked_rows; malformed text is an error (22P03).';
COMMENT ON FUNCTION @extschema@.ranked_rows_out(@extschema@.ranked_rows) IS
'Writes the text form of ranked_rows: hexadecimal digits of the binary form.';
COMMENT ON FUNCTION @extschema@.ranked_rows_recv(internal) IS
'Reads the binary form of ranked_rows; every byte is checked, and malformed bytes are an error (22P03).';
COMMENT ON FUNCTION @extschema@.ranked_rows_send(@extschema@.ranked_rows) IS
'Writes the binary form of ranked_rows.';
COMMENT ON TYPE @extschema@.ranked_rows IS
'Partial state of the aggregates that need rows in order: 8 bytes a row, 16 with weights, 24 with counts. Text form: hexadecimal digits of the binary form; both are lossless and begin with a version byte. Made and read by aggregates; users meet it only in plans.';
COMMENT ON FUNCTION @extschema@.ranked_rows_combine(@extschema@.ranked_rows, @extschema@.ranked_rows) IS
'Joins the rows of two partial states of one aggregate. States of different aggregates, or with different parameters, are an error (22023).';
COMMENT ON FUNCTION @extschema@.income_distribution_in(cstring) IS
'Reads the text form of income_distribution; malformed text is an error (22P03).';
COMMENT ON FUNCTION @extschema@.income_distribution_out(@extschema@.income_distribution) IS
'Writes the text form of income_distribution: hexadecimal digits of the binary form.';
COMMENT ON FUNCTION @extschema@.income_distribution_recv(internal) IS
'Reads the binary form of income_distribution; every byte is checked, and malformed bytes are an error (22P03).';
COMMENT ON FUNCTION @extschema@.income_distribution_send(@extschema@.income_distribution) IS
'Writes the binary form of income_distribution.';
COMMENT ON TYPE @extschema@.income_distribution IS
'The distribution of an income (any welfare measure) over weighted rows, stored in order: any index at any line is read from it later, without the rows. Exact form: each different pair of income and weight with its number of rows, delta-coded in blocks behind an index. Bounded form: at most max_points points, with a known rank error. One multiset of rows has one value; equality compares bytes. Text form: hexadecimal digits of the binary form, which is lossless, begins with a version byte and does not depend on the machine.';
COMMENT ON FUNCTION @extschema@.income_distribution_eq(@extschema@.income_distribution, @extschema@.income_distribution) IS
'Whether two values of income_distribution hold the same rows: equal bytes.';
COMMENT ON FUNCTION @extschema@.income_distribution_ne(@extschema@.income_distribution, @extschema@.income_distribution) IS
'Whether two values of income_distribution hold different rows.';
COMMENT ON FUNCTION @extschema@.income_distribution_lt(@extschema@.income_distribution, @extschema@.income_distribution) IS
'Order of income_distribution by length and bytes; it has no meaning, but serves DISTINCT and ORDER BY.';
COMMENT ON FUNCTION @extschema@.income_distribution_le(@extschema@.income_distribution, @extschema@.income_distribution) IS
'Order of income_distribution by length and bytes.';
COMMENT ON FUNCTION @extschema@.income_distribution_gt(@extschema@.income_distribution, @extschema@.income_distribution) IS
'Order of income_distribution by length and bytes.';
COMMENT ON FUNCTION @extschema@.income_distribution_ge(@extschema@.income_distribution, @extschema@.income_distribution) IS
'Order of income_distribution by length and bytes.';
COMMENT ON FUNCTION @extschema@.income_distribution_cmp(@extschema@.income_distribution, @extschema@.income_distribution) IS
'Order of income_distribution by length and bytes: below 0, 0 or above 0.';
COMMENT ON FUNCTION @extschema@.income_distribution_hash(@extschema@.income_distribution) IS
'Hash of the bytes of income_distribution, for hash joins, DISTINCT and GROUP BY.';
COMMENT ON FUNCTION @extschema@.income_distribution_hash_extended(@extschema@.income_distribution, bigint) IS
'64-bit hash of the bytes of income_distribution with a seed.';
COMMENT ON OPERATOR @extschema@.=(@extschema@.income_distribution, @extschema@.income_distribution) IS
'Whether two values of income_distribution hold the same rows: equal bytes.';
COMMENT ON OPERATOR @extschema@.<>(@extschema@.income_distribution, @extschema@.income_distribution) IS
'Whether two values of income_distribution hold different rows.';
COMMENT ON OPERATOR @extschema@.<(@extschema@.income_distribution, @extschema@.income_distribution) IS
'Order of income_distribution by length and bytes; it has no meaning, but serves DISTINCT and ORDER BY.';
COMMENT ON OPERATOR @extschema@.<=(@extschema@.income_distribution, @extschema@.income_distribution) IS
'Order of income_distribution by length and bytes.';
COMMENT ON OPERATOR @extschema@.>(@extschema@.income_distribution, @extschema@.income_distribution) IS
'Order of income_distribution by length and bytes.';
COMMENT ON OPERATOR @extschema@.>=(@extschema@.income_distribution, @extschema@.income_distribution) IS
'Order of income_distribution by length and bytes.';
COMMENT ON OPERATOR CLASS @extschema@.income_distribution_hash_ops USING hash IS
'Equality of bytes, by hashing.';
COMMENT ON OPERATOR FAMILY @extschema@.income_distribution_hash_ops USING hash IS
'Equality of bytes, by hashing.';
COMMENT ON OPERATOR CLASS @extschema@.income_distribution_ops USING btree IS
'Order by length and bytes, without a meaning of its own.';
COMMENT ON OPERATOR FAMILY @extschema@.income_distribution_ops USING btree IS
'Order by length and bytes, without a meaning of its own.';
COMMENT ON FUNCTION @extschema@.income_distribution_to_jsonb(@extschema@.income_distribution) IS
'What a distribution holds, for people: observations, points, population, lowest, median, highest, mean, rank_error.';
COMMENT ON CAST (@extschema@.income_distribution AS jsonb) IS
'What a distribution holds, for people: see income_distribution_to_jsonb.';
COMMENT ON TYPE @extschema@.indicator_bounds IS
'The numbers between which a figure lies that was read from a bounded distribution; both are the figure in the exact form.';
COMMENT ON COLUMN @extschema@.indicator_bounds.lower IS
'The figure is at least this; NULL where nothing can be said.';
COMMENT ON COLUMN @extschema@.indicator_bounds.upper IS
'The figure is at most this; NULL where nothing can be said.';
COMMENT ON FUNCTION @extschema@.distribution_transition(@extschema@.ranked_rows, float8) IS
'Adds a row of income and weight to a state. Without weights.';
COMMENT ON FUNCTION @extschema@.distribution_transition(@extschema@.ranked_rows, float8, float8) IS
'Adds a row of income and weight to a state.';
COMMENT ON FUNCTION @extschema@.distribution_at_share_transition(@extschema@.ranked_rows, float8, float8) IS
'Adds a row of income and weight to a state with a share p of the weight, from 0 to 1 and the same for all rows (else 22023). Without weights.';
COMMENT ON FUNCTION @extschema@.distribution_at_share_transition(@extschema@.ranked_rows, float8, float8, float8) IS
'Adds a row of income and weight to a state with a share p of the weight, from 0 to 1 and the same for all rows (else 22023).';
COMMENT ON FUNCTION @extschema@.distribution_line_share_transition(@extschema@.ranked_rows, float8, float8) IS
'Adds a row of income and weight to a state with a share of the median above 0, the same for all rows (else 22023). Without weights.';
COMMENT ON FUNCTION @extschema@.distribution_line_share_transition(@extschema@.ranked_rows, float8, float8, float8) IS
'Adds a row of income and weight to a state with a share of the median above 0, the same for all rows (else 22023).';
COMMENT ON FUNCTION @extschema@.distribution_ordinates_transition(@extschema@.ranked_rows, float8, float8) IS
'Adds a row of income and weight to a state with a number of ordinates, the same for all rows (else 22023). Without weights.';
COMMENT ON FUNCTION @extschema@.distribution_ordinates_transition(@extschema@.ranked_rows, float8, float8, float8) IS
'Adds a row of income and weight to a state with a number of ordinates, the same for all rows (else 22023).';
COMMENT ON FUNCTION @extschema@.distribution_gaps_transition(@extschema@.ranked_rows, float8, float8) IS
'Adds the relative gap of a row of income, line and weight to a state. Without weights.';
COMMENT ON FUNCTION @extschema@.distribution_gaps_transition(@extschema@.ranked_rows, float8, float8, float8) IS
'Adds the relative gap of a row of income, line and weight to a state.';
COMMENT ON FUNCTION @extschema@.distribution_concentration_transition(@extschema@.ranked_rows, float8, float8) IS
'Adds a row of y, what it is ranked by, and weight to a state. Without weights.';
COMMENT ON FUNCTION @extschema@.distribution_concentration_transition(@extschema@.ranked_rows, float8, float8, float8) IS
'Adds a row of y, what it is ranked by, and weight to a state.';
COMMENT ON FUNCTION @extschema@.distribution_bounded_transition(@extschema@.ranked_rows, float8, float8, float8) IS
'Adds a row of income and weight to a state of at most max_points points; max_points is a whole number from 1 to 1,000,000, the same for all rows (else 22023).';
COMMENT ON FUNCTION @extschema@.distribution_merge_transition(@extschema@.ranked_rows, @extschema@.income_distribution) IS
'Adds a stored distribution to a state.';
COMMENT ON FUNCTION @extschema@.income_distribution_final(@extschema@.ranked_rows) IS
'The state as a value; an error where it is larger than a value may be (54000).';
COMMENT ON FUNCTION @extschema@.weighted_quantile_final(@extschema@.ranked_rows) IS
'Final function of weighted_quantile().';
COMMENT ON AGGREGATE @extschema@.weighted_quantile(float8, float8) IS
'The smallest income with C/W > p, or, where some C/W equals p, the mean of that income and the next; C is the running sum of weights over incomes ascending, W their sum, C/W the exact ratio rounded once. p = 0: the minimum; p = 1: the maximum. Unit: that of income. The rule of Eurostat and SAS, survey''s "school". Source: Hyndman & Fan (1996), The American Statistician 50. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). p outside 0 to 1, or different within a group, is an error (22023). Each row has weight 1.';
COMMENT ON AGGREGATE @extschema@.weighted_quantile(float8, float8, float8) IS
'The smallest income with C/W > p, or, where some C/W equals p, the mean of that income and the next; C is the running sum of weights over incomes ascending, W their sum, C/W the exact ratio rounded once. p = 0: the minimum; p = 1: the maximum. Unit: that of income. The rule of Eurostat and SAS, survey''s "school". Source: Hyndman & Fan (1996), The American Statistician 50. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). p outside 0 to 1, or different within a group, is an error (22023).';
COMMENT ON FUNCTION @extschema@.weighted_quantile(@extschema@.income_distribution, float8) IS
'The smallest income with C/W > p, or, where some C/W equals p, the mean of that income and the next; C is the running sum of weights over incomes ascending, W their sum, C/W the exact ratio rounded once. p = 0: the minimum; p = 1: the maximum. Unit: that of income. The rule of Eurostat and SAS, survey''s "school". Source: Hyndman & Fan (1996), The American Statistician 50. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. p outside 0 to 1 is an error (22023). NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.weighted_quantile_low_final(@extschema@.ranked_rows) IS
'Final function of weighted_quantile_low().';
COMMENT ON AGGREGATE @extschema@.weighted_quantile_low(float8, float8) IS
'The smallest income with C/W >= p (type 1); C is the running sum of weights over incomes ascending, W their sum, C/W the exact ratio rounded once. Unit: that of income. The rule of convey, and the default of R''s survey. Source: Hyndman & Fan (1996), The American Statistician 50. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). p outside 0 to 1, or different within a group, is an error (22023). Each row has weight 1.';
COMMENT ON AGGREGATE @extschema@.weighted_quantile_low(float8, float8, float8) IS
'The smallest income with C/W >= p (type 1); C is the running sum of weights over incomes ascending, W their sum, C/W the exact ratio rounded once. Unit: that of income. The rule of convey, and the default of R''s survey. Source: Hyndman & Fan (1996), The American Statistician 50. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). p outside 0 to 1, or different within a group, is an error (22023).';
COMMENT ON FUNCTION @extschema@.weighted_quantile_low(@extschema@.income_distribution, float8) IS
'The smallest income with C/W >= p (type 1); C is the running sum of weights over incomes ascending, W their sum, C/W the exact ratio rounded once. Unit: that of income. The rule of convey, and the default of R''s survey. Source: Hyndman & Fan (1996), The American Statistician 50. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. p outside 0 to 1 is an error (22023). NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.weighted_quantile_cont_final(@extschema@.ranked_rows) IS
'Final function of weighted_quantile_cont().';
COMMENT ON AGGREGATE @extschema@.weighted_quantile_cont(float8, float8) IS
'The quantile by linear interpolation between rows at the knots C(k-1)/C(n-1), C the running sum of weights over the n rows ascending by income and weight. At equal weights it equals percentile_cont (type 7). Unit: that of income. The rule hf7 of R''s survey. Source: Hyndman & Fan (1996), The American Statistician 50. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). p outside 0 to 1, or different within a group, is an error (22023). Each row has weight 1.';
COMMENT ON AGGREGATE @extschema@.weighted_quantile_cont(float8, float8, float8) IS
'The quantile by linear interpolation between rows at the knots C(k-1)/C(n-1), C the running sum of weights over the n rows ascending by income and weight. At equal weights it equals percentile_cont (type 7). Unit: that of income. The rule hf7 of R''s survey. Source: Hyndman & Fan (1996), The American Statistician 50. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). p outside 0 to 1, or different within a group, is an error (22023).';
COMMENT ON FUNCTION @extschema@.weighted_quantile_cont(@extschema@.income_distribution, float8) IS
'The quantile by linear interpolation between rows at the knots C(k-1)/C(n-1), C the running sum of weights over the n rows ascending by income and weight. At equal weights it equals percentile_cont (type 7). Unit: that of income. The rule hf7 of R''s survey. Source: Hyndman & Fan (1996), The American Statistician 50. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. p outside 0 to 1 is an error (22023). NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.weighted_median_final(@extschema@.ranked_rows) IS
'Final function of weighted_median().';
COMMENT ON AGGREGATE @extschema@.weighted_median(float8) IS
'weighted_quantile at 0.5. Unit: that of income. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). Each row has weight 1. Source: Hyndman & Fan (1996), The American Statistician 50.';
COMMENT ON AGGREGATE @extschema@.weighted_median(float8, float8) IS
'weighted_quantile at 0.5. Unit: that of income. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). Source: Hyndman & Fan (1996), The American Statistician 50.';
COMMENT ON FUNCTION @extschema@.weighted_median(@extschema@.income_distribution) IS
'weighted_quantile at 0.5. Unit: that of income. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. NULL gives NULL. Source: Hyndman & Fan (1996), The American Statistician 50.';
COMMENT ON FUNCTION @extschema@.relative_poverty_line_final(@extschema@.ranked_rows) IS
'Final function of relative_poverty_line().';
COMMENT ON AGGREGATE @extschema@.relative_poverty_line(float8, float8) IS
'share times the weighted median, for example 0.6 of it (Eurostat''s at-risk-of-poverty threshold). Under GROUP BY each group has its own median. Unit: that of income. Source: Eurostat, EU-SILC. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). A share that is not above 0, or different within a group, is an error (22023). Each row has weight 1.';
COMMENT ON AGGREGATE @extschema@.relative_poverty_line(float8, float8, float8) IS
'share times the weighted median, for example 0.6 of it (Eurostat''s at-risk-of-poverty threshold). Under GROUP BY each group has its own median. Unit: that of income. Source: Eurostat, EU-SILC. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). A share that is not above 0, or different within a group, is an error (22023).';
COMMENT ON FUNCTION @extschema@.relative_poverty_line(@extschema@.income_distribution, float8) IS
'share times the weighted median, for example 0.6 of it (Eurostat''s at-risk-of-poverty threshold). Under GROUP BY each group has its own median. Unit: that of income. Source: Eurostat, EU-SILC. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. A share that is not above 0 and finite is an error (22023). NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.at_risk_of_poverty_rate_final(@extschema@.ranked_rows) IS
'Final function of at_risk_of_poverty_rate().';
COMMENT ON AGGREGATE @extschema@.at_risk_of_poverty_rate(float8, float8) IS
'Share of the weight with an income below share times the weighted median of the same group: under GROUP BY each group has its own line. For Eurostat''s regional rate at the national line use headcount_ratio(income, national_line, weight). Unit: a fraction. NULL where the line is not above 0. Source: Eurostat, EU-SILC. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). A share that is not above 0, or different within a group, is an error (22023). Each row has weight 1.';
COMMENT ON AGGREGATE @extschema@.at_risk_of_poverty_rate(float8, float8, float8) IS
'Share of the weight with an income below share times the weighted median of the same group: under GROUP BY each group has its own line. For Eurostat''s regional rate at the national line use headcount_ratio(income, national_line, weight). Unit: a fraction. NULL where the line is not above 0. Source: Eurostat, EU-SILC. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). A share that is not above 0, or different within a group, is an error (22023).';
COMMENT ON FUNCTION @extschema@.at_risk_of_poverty_rate(@extschema@.income_distribution, float8) IS
'Share of the weight with an income below share times the weighted median of the same group: under GROUP BY each group has its own line. For Eurostat''s regional rate at the national line use headcount_ratio(income, national_line, weight). Unit: a fraction. NULL where the line is not above 0. Source: Eurostat, EU-SILC. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. A share that is not above 0 and finite is an error (22023). NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.relative_median_poverty_gap_final(@extschema@.ranked_rows) IS
'Final function of relative_median_poverty_gap().';
COMMENT ON AGGREGATE @extschema@.relative_median_poverty_gap(float8, float8) IS
'(z - m)/z at the line z = share times the weighted median of the same group, m the weighted median income of those below it. For a region at the national line use median_poverty_gap(income, national_line, weight). Unit: a fraction. NULL where nobody is below the line, or the line is not above 0. Source: Eurostat, EU-SILC. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). A share that is not above 0, or different within a group, is an error (22023). Each row has weight 1.';
COMMENT ON AGGREGATE @extschema@.relative_median_poverty_gap(float8, float8, float8) IS
'(z - m)/z at the line z = share times the weighted median of the same group, m the weighted median income of those below it. For a region at the national line use median_poverty_gap(income, national_line, weight). Unit: a fraction. NULL where nobody is below the line, or the line is not above 0. Source: Eurostat, EU-SILC. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). A share that is not above 0, or different within a group, is an error (22023).';
COMMENT ON FUNCTION @extschema@.relative_median_poverty_gap(@extschema@.income_distribution, float8) IS
'(z - m)/z at the line z = share times the weighted median of the same group, m the weighted median income of those below it. For a region at the national line use median_poverty_gap(income, national_line, weight). Unit: a fraction. NULL where nobody is below the line, or the line is not above 0. Source: Eurostat, EU-SILC. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. A share that is not above 0 and finite is an error (22023). NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.median_poverty_gap_final(@extschema@.ranked_rows) IS
'Final function of median_poverty_gap().';
COMMENT ON AGGREGATE @extschema@.median_poverty_gap(float8, float8) IS
'Weighted median, among the poor (income < line), of the relative gap (line - income)/line; with one line z it is (z - median income of the poor)/z. Unit: a fraction. NULL without poor. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). The line must be positive and finite (else 22023); it may differ from row to row. Each row has weight 1. Source: Eurostat, EU-SILC, where the line is the national one.';
COMMENT ON AGGREGATE @extschema@.median_poverty_gap(float8, float8, float8) IS
'Weighted median, among the poor (income < line), of the relative gap (line - income)/line; with one line z it is (z - median income of the poor)/z. Unit: a fraction. NULL without poor. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). The line must be positive and finite (else 22023); it may differ from row to row. Source: Eurostat, EU-SILC, where the line is the national one.';
COMMENT ON FUNCTION @extschema@.median_poverty_gap(@extschema@.income_distribution, float8) IS
'Weighted median, among the poor (income < line), of the relative gap (line - income)/line; with one line z it is (z - median income of the poor)/z. Unit: a fraction. NULL without poor. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. The line must be positive and finite (22023). NULL gives NULL. Source: Eurostat, EU-SILC, where the line is the national one.';
COMMENT ON FUNCTION @extschema@.sen_index_final(@extschema@.ranked_rows) IS
'Final function of sen_index().';
COMMENT ON AGGREGATE @extschema@.sen_index(float8, float8) IS
'Sen: 2 Σw g (Wp - C + w/2)/(W Wp) over the poor (income < line), g = (line - income)/line, in the order of income/line, C the running sum of weights, Wp the weight of the poor, W of all: headcount ratio times Gini of the poor plus poverty gap times (1 - Gini of the poor). Without poor 0. Source: Sen (1976), Econometrica 44. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). The line must be positive and finite (else 22023); it may differ from row to row. Each row has weight 1. Unit: none.';
COMMENT ON AGGREGATE @extschema@.sen_index(float8, float8, float8) IS
'Sen: 2 Σw g (Wp - C + w/2)/(W Wp) over the poor (income < line), g = (line - income)/line, in the order of income/line, C the running sum of weights, Wp the weight of the poor, W of all: headcount ratio times Gini of the poor plus poverty gap times (1 - Gini of the poor). Without poor 0. Source: Sen (1976), Econometrica 44. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). The line must be positive and finite (else 22023); it may differ from row to row. Unit: none.';
COMMENT ON FUNCTION @extschema@.sen_index(@extschema@.income_distribution, float8) IS
'Sen: 2 Σw g (Wp - C + w/2)/(W Wp) over the poor (income < line), g = (line - income)/line, in the order of income/line, C the running sum of weights, Wp the weight of the poor, W of all: headcount ratio times Gini of the poor plus poverty gap times (1 - Gini of the poor). Without poor 0. Source: Sen (1976), Econometrica 44. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. The line must be positive and finite (22023). NULL gives NULL. Unit: none.';
COMMENT ON FUNCTION @extschema@.sen_shorrocks_thon_index_final(@extschema@.ranked_rows) IS
'Final function of sen_shorrocks_thon_index().';
COMMENT ON AGGREGATE @extschema@.sen_shorrocks_thon_index(float8, float8) IS
'Sen-Shorrocks-Thon: Σw g (2W - 2C + w)/W^2 over the poor (income < line), g = (line - income)/line, in the order of income/line, C the running sum of weights, W the weight of all. Without poor 0. Source: Shorrocks (1995), Econometrica 63. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). The line must be positive and finite (else 22023); it may differ from row to row. Each row has weight 1. Unit: none.';
COMMENT ON AGGREGATE @extschema@.sen_shorrocks_thon_index(float8, float8, float8) IS
'Sen-Shorrocks-Thon: Σw g (2W - 2C + w)/W^2 over the poor (income < line), g = (line - income)/line, in the order of income/line, C the running sum of weights, W the weight of all. Without poor 0. Source: Shorrocks (1995), Econometrica 63. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). The line must be positive and finite (else 22023); it may differ from row to row. Unit: none.';
COMMENT ON FUNCTION @extschema@.sen_shorrocks_thon_index(@extschema@.income_distribution, float8) IS
'Sen-Shorrocks-Thon: Σw g (2W - 2C + w)/W^2 over the poor (income < line), g = (line - income)/line, in the order of income/line, C the running sum of weights, W the weight of all. Without poor 0. Source: Shorrocks (1995), Econometrica 63. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. The line must be positive and finite (22023). NULL gives NULL. Unit: none.';
COMMENT ON FUNCTION @extschema@.gini_final(@extschema@.ranked_rows) IS
'Final function of gini().';
COMMENT ON AGGREGATE @extschema@.gini(float8) IS
'Gini coefficient by the trapezoid rule: Σ(2C - w) w x/(W Σwx) - 1, equal incomes joined; it does not change with the scale of the weights, but for rounding. Negative incomes are data, and may lead beyond 1. NULL where the sum of incomes is not above 0. Source: Lerman & Yitzhaki (1989), J. of Econometrics 42; laeken. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). Each row has weight 1. Unit: none.';
COMMENT ON AGGREGATE @extschema@.gini(float8, float8) IS
'Gini coefficient by the trapezoid rule: Σ(2C - w) w x/(W Σwx) - 1, equal incomes joined; it does not change with the scale of the weights, but for rounding. Negative incomes are data, and may lead beyond 1. NULL where the sum of incomes is not above 0. Source: Lerman & Yitzhaki (1989), J. of Econometrics 42; laeken. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). Unit: none.';
COMMENT ON FUNCTION @extschema@.gini(@extschema@.income_distribution) IS
'Gini coefficient by the trapezoid rule: Σ(2C - w) w x/(W Σwx) - 1, equal incomes joined; it does not change with the scale of the weights, but for rounding. Negative incomes are data, and may lead beyond 1. NULL where the sum of incomes is not above 0. Source: Lerman & Yitzhaki (1989), J. of Econometrics 42; laeken. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. NULL gives NULL. Unit: none.';
COMMENT ON FUNCTION @extschema@.income_quintile_share_ratio_final(@extschema@.ranked_rows) IS
'Final function of income_quintile_share_ratio().';
COMMENT ON AGGREGATE @extschema@.income_quintile_share_ratio(float8) IS
'S80/S20: Σwx of incomes above the weighted quantile at 0.8 over Σwx of those up to the quantile at 0.2; 0 where nobody is above (all incomes equal). NULL where the sum of all incomes, or of the lowest, is not above 0. Source: Eurostat; laeken. (top_share(income, 0.2) / bottom_share(income, 0.2) divides the quintiles exactly, and differs slightly.) Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). Each row has weight 1. Unit: none.';
COMMENT ON AGGREGATE @extschema@.income_quintile_share_ratio(float8, float8) IS
'S80/S20: Σwx of incomes above the weighted quantile at 0.8 over Σwx of those up to the quantile at 0.2; 0 where nobody is above (all incomes equal). NULL where the sum of all incomes, or of the lowest, is not above 0. Source: Eurostat; laeken. (top_share(income, 0.2) / bottom_share(income, 0.2) divides the quintiles exactly, and differs slightly.) Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). Unit: none.';
COMMENT ON FUNCTION @extschema@.income_quintile_share_ratio(@extschema@.income_distribution) IS
'S80/S20: Σwx of incomes above the weighted quantile at 0.8 over Σwx of those up to the quantile at 0.2; 0 where nobody is above (all incomes equal). NULL where the sum of all incomes, or of the lowest, is not above 0. Source: Eurostat; laeken. (top_share(income, 0.2) / bottom_share(income, 0.2) divides the quintiles exactly, and differs slightly.) The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. NULL gives NULL. Unit: none.';
COMMENT ON FUNCTION @extschema@.palma_ratio_final(@extschema@.ranked_rows) IS
'Final function of palma_ratio().';
COMMENT ON AGGREGATE @extschema@.palma_ratio(float8) IS
'Income of the richest 10 % over that of the poorest 40 %: (1 - L(0.9))/L(0.4), L the piecewise linear Lorenz curve. NULL where a sum is not above 0. Source: Palma (2011), Development and Change 42. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). Each row has weight 1. Unit: none.';
COMMENT ON AGGREGATE @extschema@.palma_ratio(float8, float8) IS
'Income of the richest 10 % over that of the poorest 40 %: (1 - L(0.9))/L(0.4), L the piecewise linear Lorenz curve. NULL where a sum is not above 0. Source: Palma (2011), Development and Change 42. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). Unit: none.';
COMMENT ON FUNCTION @extschema@.palma_ratio(@extschema@.income_distribution) IS
'Income of the richest 10 % over that of the poorest 40 %: (1 - L(0.9))/L(0.4), L the piecewise linear Lorenz curve. NULL where a sum is not above 0. Source: Palma (2011), Development and Change 42. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. NULL gives NULL. Unit: none.';
COMMENT ON FUNCTION @extschema@.bottom_share_final(@extschema@.ranked_rows) IS
'Final function of bottom_share().';
COMMENT ON AGGREGATE @extschema@.bottom_share(float8, float8) IS
'Share of income of the poorest p: L(p), L the piecewise linear Lorenz curve. Unit: a fraction. NULL where the sum of incomes is not above 0. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). p outside 0 to 1, or different within a group, is an error (22023). Each row has weight 1. Source: Lorenz (1905).';
COMMENT ON AGGREGATE @extschema@.bottom_share(float8, float8, float8) IS
'Share of income of the poorest p: L(p), L the piecewise linear Lorenz curve. Unit: a fraction. NULL where the sum of incomes is not above 0. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). p outside 0 to 1, or different within a group, is an error (22023). Source: Lorenz (1905).';
COMMENT ON FUNCTION @extschema@.bottom_share(@extschema@.income_distribution, float8) IS
'Share of income of the poorest p: L(p), L the piecewise linear Lorenz curve. Unit: a fraction. NULL where the sum of incomes is not above 0. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. p outside 0 to 1 is an error (22023). NULL gives NULL. Source: Lorenz (1905).';
COMMENT ON FUNCTION @extschema@.top_share_final(@extschema@.ranked_rows) IS
'Final function of top_share().';
COMMENT ON AGGREGATE @extschema@.top_share(float8, float8) IS
'Share of income of the richest p: 1 - L(1 - p), L the piecewise linear Lorenz curve. Unit: a fraction. NULL where the sum of incomes is not above 0. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). p outside 0 to 1, or different within a group, is an error (22023). Each row has weight 1. Source: Lorenz (1905).';
COMMENT ON AGGREGATE @extschema@.top_share(float8, float8, float8) IS
'Share of income of the richest p: 1 - L(1 - p), L the piecewise linear Lorenz curve. Unit: a fraction. NULL where the sum of incomes is not above 0. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). p outside 0 to 1, or different within a group, is an error (22023). Source: Lorenz (1905).';
COMMENT ON FUNCTION @extschema@.top_share(@extschema@.income_distribution, float8) IS
'Share of income of the richest p: 1 - L(1 - p), L the piecewise linear Lorenz curve. Unit: a fraction. NULL where the sum of incomes is not above 0. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. p outside 0 to 1 is an error (22023). NULL gives NULL. Source: Lorenz (1905).';
COMMENT ON FUNCTION @extschema@.lorenz_curve_final(@extschema@.ranked_rows) IS
'Final function of lorenz_curve().';
COMMENT ON AGGREGATE @extschema@.lorenz_curve(float8, float8) IS
'The Lorenz curve at 0, 1/n, 2/n, … 1: n + 1 shares of income of the poorest, in order. Unit: a fraction. NULL where the sum of incomes is not above 0. Source: Lorenz (1905). Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). n is a whole number from 1 to 1,000,000, the same for all rows (else 22023). Each row has weight 1.';
COMMENT ON AGGREGATE @extschema@.lorenz_curve(float8, float8, float8) IS
'The Lorenz curve at 0, 1/n, 2/n, … 1: n + 1 shares of income of the poorest, in order. Unit: a fraction. NULL where the sum of incomes is not above 0. Source: Lorenz (1905). Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). n is a whole number from 1 to 1,000,000, the same for all rows (else 22023).';
COMMENT ON FUNCTION @extschema@.lorenz_curve(@extschema@.income_distribution, float8) IS
'The Lorenz curve at 0, 1/n, 2/n, … 1: n + 1 shares of income of the poorest, in order. Unit: a fraction. NULL where the sum of incomes is not above 0. Source: Lorenz (1905). The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. n is a whole number from 1 to 1,000,000 (22023). NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.zenga_index_final(@extschema@.ranked_rows) IS
'Final function of zenga_index().';
COMMENT ON AGGREGATE @extschema@.zenga_index(float8) IS
'Zenga: 1 - ∫ L(p)(1 - p)/(p (1 - L(p))) dp over the piecewise linear Lorenz curve, exactly; it does not change when every row is repeated (convey''s row by row form does). NULL where the sum of incomes is not above 0. Source: Zenga (2007), Statistica & Applicazioni 5. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). Each row has weight 1. Unit: none.';
COMMENT ON AGGREGATE @extschema@.zenga_index(float8, float8) IS
'Zenga: 1 - ∫ L(p)(1 - p)/(p (1 - L(p))) dp over the piecewise linear Lorenz curve, exactly; it does not change when every row is repeated (convey''s row by row form does). NULL where the sum of incomes is not above 0. Source: Zenga (2007), Statistica & Applicazioni 5. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). Unit: none.';
COMMENT ON FUNCTION @extschema@.zenga_index(@extschema@.income_distribution) IS
'Zenga: 1 - ∫ L(p)(1 - p)/(p (1 - L(p))) dp over the piecewise linear Lorenz curve, exactly; it does not change when every row is repeated (convey''s row by row form does). NULL where the sum of incomes is not above 0. Source: Zenga (2007), Statistica & Applicazioni 5. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. NULL gives NULL. Unit: none.';
COMMENT ON FUNCTION @extschema@.wolfson_polarization_final(@extschema@.ranked_rows) IS
'Final function of wolfson_polarization().';
COMMENT ON AGGREGATE @extschema@.wolfson_polarization(float8) IS
'Wolfson: 2 (2 (0.5 - L(0.5)) - Gini) mean/median. NULL where the median or the sum of incomes is not above 0. Source: Wolfson (1994), American Economic Review 84. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). Each row has weight 1. Unit: none.';
COMMENT ON AGGREGATE @extschema@.wolfson_polarization(float8, float8) IS
'Wolfson: 2 (2 (0.5 - L(0.5)) - Gini) mean/median. NULL where the median or the sum of incomes is not above 0. Source: Wolfson (1994), American Economic Review 84. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). Unit: none.';
COMMENT ON FUNCTION @extschema@.wolfson_polarization(@extschema@.income_distribution) IS
'Wolfson: 2 (2 (0.5 - L(0.5)) - Gini) mean/median. NULL where the median or the sum of incomes is not above 0. Source: Wolfson (1994), American Economic Review 84. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. NULL gives NULL. Unit: none.';
COMMENT ON FUNCTION @extschema@.hoover_index_final(@extschema@.ranked_rows) IS
'Final function of hoover_index().';
COMMENT ON AGGREGATE @extschema@.hoover_index(float8) IS
'Hoover (Robin Hood): Σw |x - mean|/(2 W mean), the share of income that would have to move for all to be equal. Unit: a fraction. NULL where the sum of incomes is not above 0. Source: Hoover (1936). Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). Each row has weight 1.';
COMMENT ON AGGREGATE @extschema@.hoover_index(float8, float8) IS
'Hoover (Robin Hood): Σw |x - mean|/(2 W mean), the share of income that would have to move for all to be equal. Unit: a fraction. NULL where the sum of incomes is not above 0. Source: Hoover (1936). Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023).';
COMMENT ON FUNCTION @extschema@.hoover_index(@extschema@.income_distribution) IS
'Hoover (Robin Hood): Σw |x - mean|/(2 W mean), the share of income that would have to move for all to be equal. Unit: a fraction. NULL where the sum of incomes is not above 0. Source: Hoover (1936). The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.concentration_index_final(@extschema@.ranked_rows) IS
'Final function of concentration_index().';
COMMENT ON AGGREGATE @extschema@.concentration_index(float8, float8) IS
'Concentration of y (a benefit, a tax, an illness) over people ranked by another variable: 2 cov(y, r)/mean(y), r the mean fractional rank, so that ties share one rank; from -1 (all with the poorest) to 1. With rank_by = y it is the Gini coefficient. NULL where the sum of y is not above 0. Source: Kakwani, Wagstaff & van Doorslaer (1997), J. of Econometrics 77. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). y and rank_by must be finite. Each row has weight 1.';
COMMENT ON AGGREGATE @extschema@.concentration_index(float8, float8, float8) IS
'Concentration of y (a benefit, a tax, an illness) over people ranked by another variable: 2 cov(y, r)/mean(y), r the mean fractional rank, so that ties share one rank; from -1 (all with the poorest) to 1. With rank_by = y it is the Gini coefficient. NULL where the sum of y is not above 0. Source: Kakwani, Wagstaff & van Doorslaer (1997), J. of Econometrics 77. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). y and rank_by must be finite.';
COMMENT ON AGGREGATE @extschema@.income_distribution(float8) IS
'The distribution of incomes over the rows of a group, exact: the value of type income_distribution from which any index is read later. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). One that is larger than a value may be (1 GB) is an error that names the bounded form (54000). Each row has weight 1.';
COMMENT ON AGGREGATE @extschema@.income_distribution(float8, float8) IS
'The distribution of incomes over the rows of a group, exact: the value of type income_distribution from which any index is read later. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). One that is larger than a value may be (1 GB) is an error that names the bounded form (54000).';
COMMENT ON AGGREGATE @extschema@.income_distribution(float8, float8, float8) IS
'The distribution of incomes over the rows of a group in at most max_points points: the low bits of incomes are dropped, to a level that depends on the rows alone; weights of points are exact. rank_error() tells what is lost; up to max_points different incomes nothing is. Rows with a NULL argument or weight 0 are left out; NULL without a row. A NaN or infinite income and a negative, NaN or infinite weight are errors (22023). max_points is a whole number from 1 to 1,000,000, the same for all rows (else 22023).';
COMMENT ON AGGREGATE @extschema@.merge(@extschema@.income_distribution) IS
'All rows of stored distributions as one: the same bytes as income_distribution() over the rows themselves, in any order. With a bounded one among them the result is bounded, by the smallest max_points. NULL values are left out; NULL without a value.';
COMMENT ON FUNCTION @extschema@.merge(@extschema@.income_distribution, @extschema@.income_distribution) IS
'The rows of two distributions as one; bounded when one of them is, by the smaller max_points. NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.headcount_ratio(@extschema@.income_distribution, float8) IS
'Share of the weight with an income below the line (FGT 0). Unit: a fraction. A binary search in the index of the value and a look at one block. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. The line must be positive and finite (22023). NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.poor_population(@extschema@.income_distribution, float8) IS
'Weight with an income below the line. The same bits as the aggregate over the rows that the distribution holds. The line must be positive and finite (22023). NULL gives NULL. Unit: that of the weights.';
COMMENT ON FUNCTION @extschema@.cdf(@extschema@.income_distribution, float8) IS
'Share of the weight with an income of at most x. Unit: a fraction. A NaN or infinite x is an error (22023). NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.population(@extschema@.income_distribution) IS
'Sum of the weights. The same bits as the aggregate over the rows that the distribution holds. NULL gives NULL. Unit: that of the weights.';
COMMENT ON FUNCTION @extschema@.observations(@extschema@.income_distribution) IS
'Number of rows. The same bits as the aggregate over the rows that the distribution holds. NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.mean_income(@extschema@.income_distribution) IS
'Σwx/W. Unit: that of income. NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.poverty_gap(@extschema@.income_distribution, float8) IS
'Poverty gap (FGT 1) at a line: Σw (z - x)/z over x < z, by W. Unit: a fraction. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. The line must be positive and finite (22023). NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.poverty_severity(@extschema@.income_distribution, float8) IS
'Poverty severity (FGT 2) at a line: Σw ((z - x)/z)^2 over x < z, by W. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. The line must be positive and finite (22023). NULL gives NULL. Unit: none.';
COMMENT ON FUNCTION @extschema@.watts_index(@extschema@.income_distribution, float8) IS
'Watts index at a line: Σw ln(z/x) over x < z, by W. An income below the line that is not above 0 is an error (22023). The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. The line must be positive and finite (22023). NULL gives NULL. Unit: none.';
COMMENT ON FUNCTION @extschema@.income_gap_ratio(@extschema@.income_distribution, float8) IS
'Mean relative gap of the poor at a line: FGT 1/FGT 0. Unit: a fraction. NULL without poor. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. The line must be positive and finite (22023). NULL gives NULL. Source: Sen (1976), Econometrica 44.';
COMMENT ON FUNCTION @extschema@.mean_shortfall(@extschema@.income_distribution, float8) IS
'Mean shortfall of the poor at a line: Σw (z - x)/Σw over x < z. Unit: that of income. NULL without poor. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. The line must be positive and finite (22023). NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.total_shortfall(@extschema@.income_distribution, float8) IS
'Σw (z - x) over x < z: what lifting everybody to the line would cost. Unit: that of income. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. The line must be positive and finite (22023). NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.fgt(@extschema@.income_distribution, float8, float8) IS
'Foster-Greer-Thorbecke index at a line: Σw ((z - x)/z)^alpha over x < z, by W; 0^0 = 1. The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. The line must be positive and finite (22023). alpha must be at least 0 and finite (22023). NULL gives NULL. Unit: none.';
COMMENT ON FUNCTION @extschema@.prosperity_gap(@extschema@.income_distribution, float8) IS
'World Bank prosperity gap: Σw (standard/x)/W. An income that is not above 0 is an error (22023). The same bits as the aggregate over the rows that the distribution holds. Of a bounded distribution the figure of the points. NULL gives NULL. Unit: none.';
COMMENT ON FUNCTION @extschema@.growth_incidence(@extschema@.income_distribution, @extschema@.income_distribution, float8) IS
'Growth incidence curve: for i = 1 … n the growth of the weighted quantile at (i - 0.5)/n, after/before - 1. Unit: a fraction. An element is NULL where the quantile before is not above 0. n is a whole number from 1 to 1,000,000 (22023). Source: Ravallion & Chen (2003), Economics Letters 78. NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.rank_error(@extschema@.income_distribution) IS
'The largest share of the weight whose order is not known, because a point of a bounded distribution joins different incomes; 0 in the exact form. A quantile at p read from it is the exact quantile at some p'' with |p'' - p| at most this, to the width of the point. What one row that lies in the same point as a line adds to a rate is another matter: headcount_ratio_bounds() tells. Unit: a fraction. NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.headcount_ratio_bounds(@extschema@.income_distribution, float8) IS
'Between which numbers headcount_ratio(distribution, line) lies, whatever the incomes within the points were. The line must be positive and finite (22023). NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.weighted_quantile_bounds(@extschema@.income_distribution, float8) IS
'Between which incomes weighted_quantile(distribution, p) lies, whatever the incomes within the points were. p outside 0 to 1 is an error (22023). NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.gini_bounds(@extschema@.income_distribution) IS
'Between which numbers the Gini coefficient lies, whatever the incomes within the points were: when incomes change by D = Σw |change| together, numerator and denominator of Gini change by at most D each. NULL where Gini is; a bound is NULL where nothing can be said, for the points are too wide. NULL gives NULL.';
