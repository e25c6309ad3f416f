-- SPDX-License-Identifier: PostgreSQL
-- Room survey: lines that are estimated with each replicate weight, and differences from the same replicates.
SET extra_float_digits = 0;

-- Incomes 1, 2, 3, 10 of weight 1, mean 4: at half of it 1 of 4 is poor. A jackknife that leaves out each in turn has means 5, 14/3,
-- 13/3, 2, so lines 2.5, 2.33, 2.17, 1 and rates 1/3 (of 2, 3, 10), 1/3, 2/3, 0: squares from their mean 1/3 add up to 2/9, times
-- 3/4 is 1/6. At a line of 2 that nobody estimated rates would be 0, 1/3, 1/3, 1/3: 1/12 times 3/4. Of 1 and 2 alone, a region,
-- one half is poor; replicates 1, 1, 1, 0 at the moving line: 3/4 times 3/4.
CREATE TABLE r AS SELECT x, x < 3 AS region, 1.0::float8 AS w, ARRAY[(x <> 1)::int, (x <> 2)::int, (x <> 3)::int, (x <> 10)::int]::float8[] AS rw FROM unnest('{1,2,3,10}'::float8[]) x;
CREATE TABLE l AS SELECT survey_line_of_mean_replicates(x, 0.5, w, rw, replicate_design('jk1')) AS line FROM r;
SELECT survey_line_value(line) FROM l;
SELECT region, estimate(e), std_error(e) ^ 2 AS variance, df(e), n(e), deff(e) IS NULL AS no_deff FROM (SELECT region, headcount_ratio_replicates(x, line, w, rw) AS e FROM r, l GROUP BY GROUPING SETS ((region), ())) v WHERE region IS NOT FALSE ORDER BY region;
SELECT estimate(e), std_error(e) ^ 2 AS variance FROM (SELECT headcount_ratio_replicates(x, 2, w, rw, replicate_design('jk1')) AS e FROM r) v;

-- A larger sample: each replicate is the index at the replicate's own line, by the aggregates without an error.
CREATE FUNCTION draw(id int, what text) RETURNS float8 LANGUAGE sql IMMUTABLE
	RETURN ('x' || substr(md5(id::text || what), 1, 8))::bit(32)::bigint / 4294967296.0::float8;
CREATE TABLE s AS SELECT *, ARRAY[w * (id % 2), w * (id % 3), w * (id % 5)] AS rw FROM (SELECT id, round((exp(2 + 1.5 * draw(id, 'x')))::numeric, 1)::float8 AS x,
	1 + round((9 * draw(id, 'w'))::numeric, 1)::float8 AS w, id % 7 < 2 AS member, 15 + id % 2 AS z FROM generate_series(1, 400) id) v;
CREATE TABLE lines AS SELECT survey_line_replicates(x, 0.6, w, rw, d) AS line, survey_line_of_mean_replicates(x, 0.5, w, rw, d) AS mean FROM s, (SELECT survey_options(keep_totals => true, design => replicate_design('brr')) AS d) v GROUP BY d;
CREATE VIEW by_replicate AS SELECT k, s.*, s.rw[k] AS v, 0.6 * weighted_median(x, rw[k]) OVER (PARTITION BY k) AS z_k, 0.5 * sum(rw[k] * x) OVER (PARTITION BY k) / sum(rw[k]) OVER (PARTITION BY k) AS m_k FROM s, generate_series(1, 3) k;
WITH e(index, e, estimate) AS (
	SELECT 'headcount_ratio', headcount_ratio_replicates(x, line, w, rw), headcount_ratio(x, survey_line_value(line), w) FROM s, lines WHERE member
	UNION ALL SELECT 'poverty_gap', poverty_gap_replicates(x, line, w, rw), poverty_gap(x, survey_line_value(line), w) FROM s, lines WHERE member
	UNION ALL SELECT 'poverty_severity', poverty_severity_replicates(x, line, w, rw), poverty_severity(x, survey_line_value(line), w) FROM s, lines WHERE member
	UNION ALL SELECT 'fgt', fgt_replicates(x, line, 1.5, w, rw), fgt(x, survey_line_value(line), 1.5, w) FROM s, lines WHERE member
	UNION ALL SELECT 'median_poverty_gap', median_poverty_gap_replicates(x, line, w, rw), median_poverty_gap(x, survey_line_value(line), w) FROM s, lines WHERE member
	UNION ALL SELECT 'watts_index', watts_index_replicates(x, line, w, rw), watts_index(x, survey_line_value(line), w) FROM s, lines WHERE member
	UNION ALL SELECT 'gap at half the mean', poverty_gap_replicates(x, mean, w, rw), poverty_gap(x, survey_line_value(mean), w) FROM s, lines WHERE member),
k(index, k, value) AS (
	SELECT 'headcount_ratio', k, headcount_ratio(x, z_k, v) FROM by_replicate WHERE member GROUP BY k
	UNION ALL SELECT 'poverty_gap', k, poverty_gap(x, z_k, v) FROM by_replicate WHERE member GROUP BY k
	UNION ALL SELECT 'poverty_severity', k, poverty_severity(x, z_k, v) FROM by_replicate WHERE member GROUP BY k
	UNION ALL SELECT 'fgt', k, fgt(x, z_k, 1.5, v) FROM by_replicate WHERE member GROUP BY k
	UNION ALL SELECT 'median_poverty_gap', k, median_poverty_gap(x, z_k, v) FROM by_replicate WHERE member GROUP BY k
	UNION ALL SELECT 'watts_index', k, watts_index(x, z_k, v) FROM by_replicate WHERE member GROUP BY k
	UNION ALL SELECT 'gap at half the mean', k, poverty_gap(x, m_k, v) FROM by_replicate WHERE member GROUP BY k)
SELECT index, abs(estimate(e) / estimate - 1) < 1e-13 AS estimate, abs(std_error(e) / (SELECT stddev_pop(value) FROM k WHERE k.index = e.index) - 1) < 1e-11 AS std_error, df(e), n(e) FROM e ORDER BY index;
-- With the region of all, the rate at the line of all is the rate at the group's own line; the line is the line's estimate.
SELECT abs(std_error(headcount_ratio_replicates(x, line, w, rw)) / std_error(at_risk_of_poverty_rate_replicates(x, 0.6, w, rw, replicate_design('brr'))) - 1) < 1e-14 AS rate,
	survey_line_value(line) = estimate(relative_poverty_line_replicates(x, 0.6, w, rw, replicate_design('brr'))) AS line FROM s, lines GROUP BY line;

-- Differences from the same replicates: of means, the error of the mean of differences; relative, that of the ratio.
SELECT abs(std_error(difference(a, b)) / std_error(d) - 1) < 1e-12 AS difference, abs(std_error(relative_difference(a, b)) / std_error(q) - 1) < 1e-12 AS relative,
	abs(estimate(relative_difference(a, b)) + 1 - estimate(q)) < 1e-14 AS ratio, df(difference(a, b)), std_error(difference(a, a)) AS itself, std_error(difference(difference(a, b), d)) < 1e-14 AS of_differences,
	abs(std_error(difference(a, b, true)) / sqrt(std_error(a) ^ 2 + std_error(b) ^ 2) - 1) < 1e-15 AS independent, totals(q) IS NULL AS not_kept
FROM (SELECT mean_replicates(x, w, rw, k) AS a, mean_replicates(z, w, rw, k) AS b, mean_replicates(x - z, w, rw, k) AS d, ratio_replicates(x, z, w, rw, replicate_design('fay', 0.3, mse => true)) AS q
	FROM s, (SELECT survey_options(keep_totals => true, design => replicate_design('fay', 0.3, mse => true)) AS k) o) v;
-- By hand: means 5, 4, 3 and 4, 4, 1 of a jackknife of three with scales 1, 2, 0. Differences 1, 0, 2; the mean of those with a scale is 1/2: 1/4 + 2/4.
SELECT std_error(difference(a, b)) ^ 2 AS variance FROM (SELECT mean_replicates(x, 1, v, d) AS a, mean_replicates(y, 1, v, d) AS b
	FROM (VALUES (5, 4, '{1,0,0}'::float8[]), (4, 4, '{0,1,0}'), (3, 1, '{0,0,1}')) v(x, y, v), (SELECT survey_options(keep_totals => true, design => replicate_design('jkn', rscales => '{1,2,0}')) AS d) o) w;
-- Two regions at the national line: whose error is in both, so that their difference has less of it.
SELECT abs(std_error(difference(a, b)) / (SELECT stddev_pop(d) FROM (SELECT headcount_ratio(x, z_k, v) FILTER (WHERE member) - headcount_ratio(x, z_k, v) FILTER (WHERE NOT member) AS d FROM by_replicate GROUP BY k) d) - 1) < 1e-11 AS regions
FROM (SELECT headcount_ratio_replicates(x, line, w, rw) FILTER (WHERE member) AS a, headcount_ratio_replicates(x, line, w, rw) FILTER (WHERE NOT member) AS b FROM s, lines) v;
-- A replicate in which b is 0 leaves the relative difference without an error; an estimate without an error, the difference.
SELECT estimate(relative_difference(a, b)), std_error(relative_difference(a, b)), ci_low(relative_difference(a, b)), std_error(difference(a, b)) IS NOT NULL AS difference
FROM (SELECT headcount_ratio_replicates(x, 20, w, rw, d) AS a, headcount_ratio_replicates(x, 2, w, rw, d) AS b FROM r, (SELECT survey_options(keep_totals => true, design => replicate_design('jk1')) AS d) o) v;
SELECT estimate(difference(a, b)), std_error(difference(a, b)), ci_low(difference(a, b)), std_error(difference(a, b, true)) AS independent, std_error(relative_difference(b, a)) AS relative
FROM (SELECT mean_replicates(x, w, rw, d) AS a, income_gap_ratio_replicates(x, 1.5, w, rw, d) AS b FROM r, (SELECT survey_options(keep_totals => true, design => replicate_design('jk1')) AS d) o) v;
SELECT difference(a, a) FROM (SELECT mean_replicates(x, w, rw, replicate_design('jk1')) AS a FROM r) v;
\echo :LAST_ERROR_SQLSTATE
SELECT difference(a, b) FROM (SELECT mean_replicates(x, w, rw, survey_options(keep_totals => true, design => replicate_design('jk1'))) AS a, mean_replicates(x, w, rw, survey_options(keep_totals => true, design => replicate_design('brr'))) AS b FROM r) v;
\echo :LAST_ERROR_SQLSTATE
SELECT difference(a, b) FROM (SELECT mean_replicates(x, w, rw, d) AS a, mean_replicates(x, w, rw[1:3], d) AS b FROM r, (SELECT survey_options(keep_totals => true, design => replicate_design('acs')) AS d) o) v;
\echo :LAST_ERROR_SQLSTATE
SELECT difference(a, b) FROM (SELECT mean_replicates(x, w, rw, survey_options(keep_totals => true, design => replicate_design('jk1'))) AS a, mean_estimate(x, w, 1, x, survey_options(keep_totals => true)) AS b FROM r) v;
\echo :LAST_ERROR_SQLSTATE

-- Intervals of a rate are those of the option, whichever function gives the rate: logit, ln(p/(1 - p)) -+ t·se/(p(1 - p)), t of 2 degrees of freedom.
SELECT index, abs(ci_low(e) - 1 / (1 + exp(-(ln(estimate(e) / (1 - estimate(e))) - 4.30265272974946 * std_error(e) / (estimate(e) * (1 - estimate(e))))))) < 1e-12 AS logit
FROM (SELECT survey_options(ci => 'logit', keep_totals => true, design => replicate_design('brr')) AS d) o, LATERAL (SELECT survey_line_replicates(x, 0.6, w, rw, d) AS l FROM s) l, LATERAL (
	SELECT 'headcount_ratio', headcount_ratio_replicates(x, 15, w, rw, d) FROM s UNION ALL SELECT 'fgt 0', fgt_replicates(x, 15, 0, w, rw, d) FROM s
	UNION ALL SELECT 'headcount_ratio at line', headcount_ratio_replicates(x, l, w, rw) FROM s UNION ALL SELECT 'fgt 0 at line', fgt_replicates(x, l, 0, w, rw) FROM s
	UNION ALL SELECT 'fgt 1: Wald', fgt_replicates(x, 15, 1, w, rw, d) FROM s) v(index, e) ORDER BY index;

-- Replicate weights below 0 are taken as they are: means of 1, 3 with weights (2, -1) and (-1, 2) are -1 and 5, 2 -+ 3.
SELECT estimate(e), std_error(e) FROM (SELECT mean_replicates(x, 1, v, replicate_design('brr')) AS e FROM (VALUES (1, '{2,-1}'::float8[]), (3, '{-1,2}')) v(x, v)) w;

-- NULLs, nobody, one row, and what does not go together.
SELECT estimate(headcount_ratio_replicates(x, line, w, rw)) FROM (SELECT x, w, rw FROM r UNION ALL VALUES (NULL, 1, '{1,1,1,1}'), (1, NULL, '{1,1,1,1}'), (1, 1, NULL), ('NaN'::float8, 0, '{1,1,1,1}')) v, l;
SELECT headcount_ratio_replicates(x, line, w, rw) IS NULL AS nobody, survey_line_replicates(x, 0.6, w, rw, replicate_design('brr')) IS NULL AS line, survey_line_of_mean_replicates(-x, 0.5, w, rw, replicate_design('brr')) IS NULL AS of_mean FROM r, l WHERE false;
SELECT headcount_ratio_replicates(x, NULL::survey_line, w, rw) IS NULL AS no_line, median_poverty_gap_replicates(100, line, w, rw) IS NULL AS no_poor FROM r, l;
SELECT estimate(headcount_ratio_replicates(1, line, 1, '{1,1,1,1}')), std_error(headcount_ratio_replicates(1, line, 1, '{1,1,1,1}')) AS error, std_error(headcount_ratio_replicates(1, line, 1, '{1,0,1,1}')) AS empty_replicate FROM l;
SELECT survey_line_replicates(x, 0.6, w, rw[1:1] || 0::float8, replicate_design('brr')) FROM r;
\echo :LAST_ERROR_SQLSTATE
SELECT survey_line_replicates(x, 0, w, rw, replicate_design('brr')) FROM r;
\echo :LAST_ERROR_SQLSTATE
SELECT survey_line_replicates('NaN', 0.6, w, rw, replicate_design('brr')) FROM r;
\echo :LAST_ERROR_SQLSTATE
SELECT survey_line_replicates(x, 0.6, -w, rw, replicate_design('brr')) FROM r;
\echo :LAST_ERROR_SQLSTATE
SELECT survey_line_replicates(x, 0.6, w, rw, survey_options()) FROM r;
\echo :LAST_ERROR_SQLSTATE
SELECT headcount_ratio_replicates(x, survey_line_of_mean_replicates, w, rw) FROM r, (SELECT survey_line_of_mean_replicates(x - 10, 0.5, w, rw, replicate_design('brr')) FROM r) v;
\echo :LAST_ERROR_SQLSTATE
SELECT headcount_ratio_replicates(x, line, w, rw || 1::float8) FROM r, l;
\echo :LAST_ERROR_SQLSTATE
SELECT headcount_ratio_replicates(x, survey_line, w, rw) FROM r, (SELECT survey_line(x, 0.6, w, 1, x) FROM r) v;
\echo :LAST_ERROR_SQLSTATE
SELECT headcount_ratio_estimate(x, line, w, 1, x) FROM r, l;
\echo :LAST_ERROR_SQLSTATE
SELECT watts_index_replicates(x - 1, line, w, rw) FROM r, l;
\echo :LAST_ERROR_SQLSTATE
SELECT headcount_ratio_replicates(x, line, w, '{1,1,1,NULL}') FROM r, l;
\echo :LAST_ERROR_SQLSTATE
SELECT headcount_ratio_replicates(x, line, w, '{1,1,1,infinity}') FROM r, l;
\echo :LAST_ERROR_SQLSTATE

-- What is stored is read back as it was; bad bytes are refused.
CREATE FUNCTION refused(type regtype, t text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('SELECT %L::%s', t, type);
	RETURN 'accepted';
EXCEPTION WHEN OTHERS THEN
	RETURN sqlstate;
END $$;
CREATE TABLE stored AS SELECT line, totals(mean_replicates(x, w, rw, survey_options(keep_totals => true, design => replicate_design('jkn', rscales => '{1,1,2,0}')))) AS totals FROM r, l GROUP BY line;
SELECT line::text::survey_line = line AS line, totals::text::survey_totals = totals AS totals, line = line::text::survey_line AND NOT line <> line AS equal FROM stored;
SELECT type, array_agg(DISTINCT refused(type, encode(set_byte(decode(t, 'hex'), i - 1, get_byte(decode(t, 'hex'), i - 1) # 255), 'hex')) || ' ' || refused(type, encode(set_bit(decode(t, 'hex'), 8 * i - 1 - i % 8, 1 - get_bit(decode(t, 'hex'), 8 * i - 1 - i % 8)), 'hex'))) AS changed, array_agg(DISTINCT refused(type, left(t, 2 * i))) AS cut, refused(type, t || '00') AS longer, refused(type, t) AS whole
FROM (SELECT 'survey_line'::regtype AS type, line::text AS t FROM stored UNION ALL SELECT 'survey_totals', totals::text FROM stored
	UNION ALL SELECT 'survey_state', headcount_ratio_replicates_transition(NULL, 1, line, 1, '{1,1,0,2}')::text FROM stored) v, LATERAL generate_series(1, length(t) / 2 - 1) i GROUP BY type, t ORDER BY type;
-- States at one line join; those at another do not.
SELECT survey_replicates_final(survey_state_combine(a, b)) = e AND survey_replicates_final(survey_state_combine(b::text::survey_state, a::text::survey_state)) = e AS same
FROM (SELECT poverty_gap_replicates_transition(NULL, 1, line, 1, '{0,1,1,1}') AS a, poverty_gap_replicates_transition(NULL, 2, line, 1, '{1,0,1,1}') AS b FROM l) v, (SELECT poverty_gap_replicates(x, line, w, rw) AS e FROM r, l WHERE region) e;
SELECT survey_state_combine(fgt_replicates_transition(NULL, 1, a.line, 1, 1, '{1,1,1,1}'), fgt_replicates_transition(NULL, 1, b, 1, 1, '{1,1,1,1}')) FROM l a, (SELECT survey_line_replicates(x, 0.6, w, rw, replicate_design('jk1')) AS b FROM r) v;
\echo :LAST_ERROR_SQLSTATE

SET client_min_messages = warning;
DROP VIEW by_replicate;
DROP TABLE r, l, s, lines, stored;
DROP FUNCTION draw, refused;
