-- SPDX-License-Identifier: PostgreSQL
-- A sample of the synthetic register, as an office without a full review would draw one, and what it tells: rates with
-- error bars, beside the register's own figure, which a real office would not know.
--
-- Strata are the wards and communes; sampling units are groups of 25 households. Of each ward 10 groups are drawn, and of
-- each group 10 households, by a hash of their numbers, so that every run draws the same. Everything here is synthetic.

\encoding UTF8
\pset footer off
\pset null ''
SET search_path = bac_kan, public;

CREATE TABLE household_sample AS
WITH register AS (
	SELECT household_id, unit_code, unit_code || '-' || (row_number() OVER (PARTITION BY unit_code ORDER BY household_id) - 1) / 25 AS cluster
	FROM household_review WHERE review_year = 2018
), clusters AS (
	SELECT unit_code, cluster, count(*) AS households, count(*) OVER (PARTITION BY unit_code) AS clusters,
		row_number() OVER (PARTITION BY unit_code ORDER BY md5('cluster ' || cluster)) AS draw
	FROM register GROUP BY unit_code, cluster HAVING count(*) >= 10
), households AS (
	SELECT r.*, c.households, c.clusters, row_number() OVER (PARTITION BY cluster ORDER BY md5('household ' || household_id)) AS draw
	FROM register AS r JOIN clusters AS c USING (unit_code, cluster) WHERE c.draw <= 10
)
SELECT household_id, unit_code, cluster, 10.0 / clusters AS fraction, clusters / 10.0 * households / 10.0 AS weight
FROM households WHERE draw <= 10;
COMMENT ON TABLE household_sample IS 'A sample of the synthetic register: 10 groups of households of each ward, 10 households of each group; weight is the number of households that one stands for';

CREATE VIEW household_sampled AS
SELECT s.*, r.review_year, r.income, r.category <> 'better_off' AS below_standard
FROM household_sample AS s JOIN household_review AS r USING (household_id, unit_code);
COMMENT ON VIEW household_sampled IS 'The sampled households in the reviews of both years; below_standard: not above the average living standard of QĐ 59/2015';

\echo
\echo '18. The same from a sample (Điều tra mẫu): households not above the average living standard, end of 2018'
SELECT u.name AS "area", n(e) AS "sampled", percent(estimate(e), 1) AS "%", percent(std_error(e), 1) AS "error", percent(ci_low(e), 1) || ' to ' || percent(ci_high(e), 1) AS "95 %",
	rpad(repeat(' ', low) || '|' || repeat('-', at - low - 1) || 'o' || repeat('-', high - at - 1) || '|', 36) AS "0       10      20      30      40 %", percent(register, 1) AS "register, %"
FROM (
	SELECT unit_code, poverty_rate_estimate(below_standard, weight, unit_code, cluster,
		(SELECT survey_options(ci => 'logit', design => survey_design(unit_code, cluster, fraction)) FROM household_sample)) AS e
	FROM household_sampled WHERE review_year = 2018 GROUP BY GROUPING SETS ((unit_code), ())
) AS s
JOIN (
	SELECT unit_code, poverty_rate(category <> 'better_off') AS register FROM household_review WHERE review_year = 2018 GROUP BY GROUPING SETS ((unit_code), ())
) AS r ON r.unit_code IS NOT DISTINCT FROM s.unit_code
CROSS JOIN LATERAL (SELECT round(80 * ci_low(e))::int AS low, round(80 * estimate(e))::int AS at, round(80 * ci_high(e))::int AS high) AS bar
JOIN administrative_unit AS u ON u.code = coalesce(s.unit_code, '058') AND u.valid @> '2018-12-14'::date
ORDER BY s.unit_code IS NOT NULL, estimate(e) DESC;
\echo 'The error is that of the sample alone. Of nine intervals of 95 % one may well miss the register.'

\echo
\echo 'The change since 2017 in the same households, and a line that is an estimate itself (60 % of the median)'
WITH design AS MATERIALIZED (
	SELECT survey_options(keep_totals => true, design => survey_design(unit_code, cluster, fraction)) AS d FROM household_sample
), line AS MATERIALIZED (
	SELECT survey_line(income::float8, 0.6, weight, unit_code, cluster, (SELECT d FROM design)) AS l FROM household_sampled WHERE review_year = 2018
), estimates AS (
	SELECT poverty_rate_estimate(below_standard, weight, unit_code, cluster, (SELECT d FROM design)) FILTER (WHERE review_year = 2017) AS before,
		poverty_rate_estimate(below_standard, weight, unit_code, cluster, (SELECT d FROM design)) FILTER (WHERE review_year = 2018) AS after,
		headcount_ratio_estimate(income::float8, (SELECT l FROM line), weight, unit_code, cluster) FILTER (WHERE review_year = 2018) AS relative,
		mean_estimate(income::float8, weight, unit_code, cluster, (SELECT d FROM design)) FILTER (WHERE review_year = 2018) AS income
	FROM household_sampled
)
SELECT figure, percent(estimate(e), 2) AS "%", percent(std_error(e), 2) AS "error", percent(ci_low(e), 2) || ' to ' || percent(ci_high(e), 2) AS "95 %", round(p_value(e)::numeric, 3) AS "p if 0", percent(register, 2) AS "register, %"
FROM estimates
CROSS JOIN LATERAL (VALUES
	(1, 'not above the standard, 2017', before, (SELECT poverty_rate(category <> 'better_off') FROM household_review WHERE review_year = 2017)),
	(2, 'not above the standard, 2018', after, (SELECT poverty_rate(category <> 'better_off') FROM household_review WHERE review_year = 2018)),
	(3, 'change, the covariance included', difference(after, before), (SELECT poverty_rate(category <> 'better_off') FILTER (WHERE review_year = 2018) - poverty_rate(category <> 'better_off') FILTER (WHERE review_year = 2017) FROM household_review)),
	(4, 'change, were the samples independent', difference(after, before, true), NULL),
	(5, 'below 60 % of the median, 2018', relative, (SELECT headcount_ratio(income, (SELECT 0.6 * percentile_cont(0.5) WITHIN GROUP (ORDER BY income) FROM household_review WHERE review_year = 2018)) FROM household_review WHERE review_year = 2018))
) AS v (number, figure, e, register)
ORDER BY number;
\echo 'Changes in percentage points.'
