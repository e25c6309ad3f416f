-- SPDX-License-Identifier: PostgreSQL
-- Room survey: totals, coverage, the Lorenz curve, inequality within and between subgroups. What is not said to be worked
-- out by hand is held against its linearised variable written out in SQL, and against the aggregate without an error.
SET extra_float_digits = 0;

-- Two strata of two PSUs each, W = 8; below 5 are 2 (weight 1) and 4 (weight 2). Total shortfall 3 + 2·1 = 5, PSU totals 3, 2, 0, 0:
-- variance 2·(1/4 + 1/4) = 1. Poor population 3: 1, 2, 0, 0, the same. Population 8: 2, 2, 1, 3, so 2·(1 + 1) = 4.
CREATE TABLE hh (stratum int, psu int, x float8, w float8, covered boolean);
INSERT INTO hh VALUES (1, 1, 2, 1, true), (1, 1, 6, 1, NULL), (1, 2, 4, 2, true), (2, 1, 8, 1, false), (2, 2, 10, 3, true);
SELECT index, estimate(e), std_error(e), df(e), n(e) FROM (SELECT 'total_shortfall' AS index, total_shortfall_estimate(x, 5, w, stratum, psu) AS e FROM hh
	UNION ALL SELECT 'poor_population', poor_population_estimate(x, 5, w, stratum, psu) FROM hh UNION ALL SELECT 'population', population_estimate(x, 5, w, stratum, psu) FROM hh) v ORDER BY index;
-- Coverage of those up to 8: 3 of 5. 5 u w is 0.4, -0.6 (unrecorded), 0.8 and -0.6: PSU totals -0.2, 0.8, -0.6, 0, so 2·(0.5 + 0.18)/25.
SELECT estimate(e), abs(std_error(e) ^ 2 / (2 * (0.5 + 0.18) / 25) - 1) < 1e-14 AS variance, n(e) FROM (SELECT coverage_rate_estimate(covered, x < 9, w, stratum, psu) AS e FROM hh) v;
-- A rate: its intervals are those of rates. Logit: ln(1.5) -+ t·se/0.24, t of 2 degrees of freedom.
SELECT abs(ci_low(e) - 1 / (1 + exp(-(ln(1.5) - 4.30265272974946 * std_error(e) / 0.24)))) < 1e-13 AS low, abs(ci_high(e) - 1 / (1 + exp(-(ln(1.5) + 4.30265272974946 * std_error(e) / 0.24)))) < 1e-13 AS high
FROM (SELECT coverage_rate_estimate(covered, x < 9, w, stratum, psu, survey_options(ci => 'logit')) AS e FROM hh) v;
SELECT coverage_rate_estimate(covered, NULL, w, stratum, psu) IS NULL AS unknown, coverage_rate_estimate(covered, false, w, stratum, psu) IS NULL AS nobody FROM hh;

CREATE FUNCTION draw(id int, what text) RETURNS float8 LANGUAGE sql IMMUTABLE
	RETURN ('x' || substr(md5(id::text || what), 1, 8))::bit(32)::bigint / 4294967296.0::float8;
CREATE TABLE s AS SELECT id, 1 + id % 3 AS stratum, (id / 3) % 7 AS psu, round((exp(2 + 1.5 * draw(id, 'x')))::numeric, 1)::float8 AS x,
	1 + round((9 * draw(id, 'w'))::numeric, 1)::float8 AS w, 15 + id % 2 AS z, round((40 * draw(id, 'r'))::numeric)::float8 AS r, id % 5 AS g,
	draw(id, 'c') < 0.7 AS covered, draw(id, 'e') < 0.4 AS entitled, ARRAY[draw(id, 'a') < 0.4, draw(id, 'b') < 0.3, draw(id, 'c') < 0.5] AS d FROM generate_series(1, 400) id;
CREATE VIEW c AS SELECT *, sum(w) OVER () AS ww, sum(w * x) OVER () AS t, sum(w * x) OVER () / sum(w) OVER () AS mu, sum(w) OVER (ORDER BY x) AS c, sum(w * x) OVER () - sum(w * x) OVER (ORDER BY x) AS above,
	sum(w) OVER (ORDER BY r RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS c1, sum(w) OVER (PARTITION BY r) AS tie, sum(w * x) OVER (PARTITION BY r) AS x_tie,
	sum(w * x) OVER () - sum(w * x) OVER (ORDER BY r) AS x_above, sum(w * x) OVER (PARTITION BY g) / sum(w) OVER (PARTITION BY g) AS nu FROM s;
CREATE FUNCTION quantile(p float8) RETURNS float8 LANGUAGE sql IMMUTABLE RETURN (SELECT min(x) FROM c WHERE c > p * ww);
CREATE FUNCTION density(at float8) RETURNS float8 LANGUAGE sql IMMUTABLE RETURN (WITH h AS (SELECT 0.9 * least(sqrt(sum(w * (x - mu) ^ 2) / sum(w)),
	(quantile(0.75) - quantile(0.25)) / 1.349) * (sum(w) ^ 2 / sum(w ^ 2)) ^ -0.2 AS h FROM c)
	SELECT sum(w * exp(-0.5 * ((at - x) / h) ^ 2)) / (sqrt(2 * pi()) * min(h) * sum(w)) FROM c, h);
CREATE FUNCTION lorenz(p float8) RETURNS float8 LANGUAGE sql IMMUTABLE RETURN (SELECT (sum(w * x) FILTER (WHERE x < q) + (p * sum(w) - sum(w) FILTER (WHERE x < q)) * q) / sum(w * x) FROM s, quantile(p) q GROUP BY q);
CREATE FUNCTION poor_median() RETURNS float8 LANGUAGE sql IMMUTABLE RETURN (SELECT min(x) FROM (SELECT x, sum(w) OVER (ORDER BY x) / sum(w) OVER () AS f FROM s WHERE x < 0.8 * quantile(0.5)) v WHERE f > 0.5);
CREATE TABLE u (index text, stratum int, psu int, w float8, u float8);
INSERT INTO u SELECT v.index, stratum, psu, w, v.u FROM c,
	(SELECT quantile(0.4) AS q4, quantile(0.5) AS med, quantile(0.9) AS q9, lorenz(0.4) AS l4, lorenz(0.5) AS l5, lorenz(0.9) AS l9, 0.8 * quantile(0.5) AS line, poor_median() AS m,
		density(quantile(0.5)) AS at_median, density(0.8 * quantile(0.5)) AS at_line, density(poor_median()) AS at_m) q,
	(SELECT sum(i.w * j.w * abs(i.x - j.x)) / (2 * (SELECT sum(w) * sum(w * x) FROM s)) AS gini FROM s i, s j) g,
	(SELECT sum(w * abs(x - mu)) / (2 * sum(w * x)) AS hoover, sum(w * sign(mu - x)) / sum(w) AS sides, sum(w * x * (2 * c1 - tie - ww)) / (sum(w) * sum(w * x)) AS conc,
		sum(w * ln(mu / nu)) / sum(w) AS mld_between, sum(w * (x / nu) ^ 2 * (nu / mu) ^ 2) / sum(w) AS squares, sum(w * (nu / mu) ^ 2) / sum(w) AS squares_between, sum(w) FILTER (WHERE x < 0.8 * quantile(0.5)) / sum(w) AS rate FROM c) a,
	LATERAL (SELECT (least(x - q4, 0) + 0.4 * q4 - x * l4) / t AS u4, (least(x - med, 0) + 0.5 * med - x * l5) / t AS u5, (least(x - q9, 0) + 0.9 * q9 - x * l9) / t AS u9,
		(2 * (x * c + above) - (gini + 1) * (t + ww * x)) / (ww * t) AS ug, (0.5 - (x <= med)::int) / (ww * at_median) AS um, 2 * (1 - 2 * l5 - gini) * mu / med AS wolfson, x / mu AS r1, nu / mu AS s1) b,
	LATERAL (VALUES ('palma_ratio', -u9 / l4 - (1 - l9) / l4 ^ 2 * u4),
		('hoover_index', (abs(x - mu) + (x - mu) * sides) / (2 * t) - hoover * x / t),
		('wolfson_polarization', wolfson * ((-2 * u5 - ug) / (1 - 2 * l5 - gini) + (x - mu) / t - um / med)),
		('concentration_index', (x * (2 * c1 - tie - ww) + x_tie + 2 * x_above - t - conc * (t + ww * x)) / (ww * t)),
		('poor_median', (0.5 * ((x < line)::int - rate) / ww + 0.5 * at_line * 0.8 * um - ((x <= m)::int - 0.5 * rate) / ww) / at_m),
		('mld between', (ln(mu / nu) - mld_between + x / mu - x / nu) / ww),
		('squares between', (2 * s1 * r1 - s1 ^ 2 + squares_between * (1 - 2 * r1)) / 2 / ww),
		('squares within', (r1 ^ 2 - squares - 2 * squares * (r1 - 1) - (2 * s1 * r1 - s1 ^ 2 + squares_between * (1 - 2 * r1))) / 2 / ww)) v(index, u);
CREATE FUNCTION by_hand(name text) RETURNS float8 LANGUAGE sql IMMUTABLE RETURN (WITH p AS (SELECT stratum, psu, sum(w * u) AS t FROM u WHERE index = name GROUP BY 1, 2)
	SELECT sqrt(sum(v)) FROM (SELECT count(*) * var_pop(t) * count(*) / (count(*) - 1) AS v FROM p GROUP BY stratum) h);
WITH e(index, e, estimate) AS (
	SELECT 'palma_ratio', palma_ratio_estimate(x, w, stratum, psu), palma_ratio(x, w) FROM s
	UNION ALL SELECT 'hoover_index', hoover_index_estimate(x, w, stratum, psu), hoover_index(x, w) FROM s
	UNION ALL SELECT 'wolfson_polarization', wolfson_polarization_estimate(x, w, stratum, psu), wolfson_polarization(x, w) FROM s
	UNION ALL SELECT 'concentration_index', concentration_index_estimate(x, r, w, stratum, psu), concentration_index(x, r, w) FROM s
	UNION ALL SELECT 'poor_median', poor_median_estimate(x, 0.8, w, stratum, psu), poor_median() FROM s
	UNION ALL SELECT 'mld between', entropy_between_estimate(x, 0, g, w, stratum, psu), (SELECT sum(w * ln(mu / nu)) / sum(w) FROM c) FROM s
	UNION ALL SELECT 'squares between', entropy_between_estimate(x, 2, g, w, stratum, psu), (SELECT (sum(w * (nu / mu) ^ 2) / sum(w) - 1) / 2 FROM c) FROM s
	UNION ALL SELECT 'squares within', entropy_within_estimate(x, 2, g, w, stratum, psu), (SELECT sum(w * (x ^ 2 - nu ^ 2) / mu ^ 2) / sum(w) / 2 FROM c) FROM s)
SELECT index, abs(estimate(e) - estimate) < 1e-14 * greatest(1, estimate) AS estimate, abs(std_error(e) / by_hand(index) - 1) < 1e-11 AS std_error, df(e), n(e) FROM e ORDER BY index;
-- Totals and means of what a row adds, and what the aggregates without an error say.
WITH e(index, e, other, estimate) AS (
	SELECT 'total_shortfall', total_shortfall_estimate(x, z, w, stratum, psu), total_estimate(greatest(0, z - x), w, stratum, psu), total_shortfall(x, z, w) FROM s
	UNION ALL SELECT 'poor_population', poor_population_estimate(x, z, w, stratum, psu), total_estimate((x < z)::int, w, stratum, psu), poor_population(x, z, w) FROM s
	UNION ALL SELECT 'population', population_estimate(x, z, w, stratum, psu), total_estimate(1, w, stratum, psu), population(x, z, w) FROM s
	UNION ALL SELECT 'prosperity_gap', prosperity_gap_estimate(x, 28, w, stratum, psu), mean_estimate(28 / x, w, stratum, psu), prosperity_gap(x, 28, w) FROM s
	UNION ALL SELECT 'coverage_rate', coverage_rate_estimate(covered, entitled, w, stratum, psu), ratio_estimate((covered AND entitled)::int, entitled::int, w, stratum, psu), coverage_rate(covered, entitled, w) FROM s
	UNION ALL SELECT 'uncensored', mpi_uncensored_headcount_estimate(d, '{1,2,3}', 0.4, 2, w, stratum, psu), mean_estimate(d[2]::int, w, stratum, psu), (mpi_uncensored_headcounts(mpi_summary(d, '{1,2,3}', 0.4, w)))[2] FROM s
	UNION ALL SELECT 'uncensored, k 1', mpi_uncensored_headcount_estimate(d, '{1,2,3}', 1, 2, w, stratum, psu), mean_estimate(d[2]::int, w, stratum, psu), (mpi_uncensored_headcounts(mpi_summary(d, '{1,2,3}', 1, w)))[2] FROM s)
SELECT index, abs(estimate(e) / estimate - 1) < 1e-14 AS estimate, abs(std_error(e) / std_error(other) - 1) < 1e-14 AS std_error, n(e) FROM e ORDER BY index;
-- Shares up to a tenth: the same Palma as a ratio of two shares with their covariance; concentration by income is Gini.
SELECT abs(std_error(relative_difference(a, b)) / std_error(p) - 1) < 1e-12 AS palma, abs(estimate(relative_difference(a, b)) + 1 - estimate(p)) < 1e-13 AS ratio
FROM (SELECT top_share_estimate(x, 0.1, w, stratum, psu, k) AS a, bottom_share_estimate(x, 0.4, w, stratum, psu, k) AS b, palma_ratio_estimate(x, w, stratum, psu) AS p
	FROM s, (SELECT survey_options(keep_totals => true) AS k) o) v;
SELECT abs(estimate(c) / estimate(g) - 1) < 1e-13 AS gini, abs(std_error(c) / std_error(g) - 1) < 1e-12 AS error FROM (SELECT concentration_index_estimate(x, x, w, stratum, psu) AS c, gini_estimate(x, w, stratum, psu) AS g FROM s) v;
-- The parts add up to the whole, and are those of inequality_decomposition(). Codes of any type are the same subgroups.
SELECT alpha, abs((estimate(a) + estimate(b)) / generalized_entropy - 1) < 1e-13 AS whole, abs(estimate(a) / within_groups - 1) < 1e-12 AS within, abs(estimate(b) / between_groups - 1) < 1e-12 AS between,
	abs(std_error(difference(a, difference(w, b))) / std_error(a)) < 1e-11 AS covariance
FROM (SELECT alpha, entropy_within_estimate(x, alpha, g, w, stratum, psu, k) AS a, entropy_between_estimate(x, alpha, g, w, stratum, psu, k) AS b, generalized_entropy(x, alpha, w),
	generalized_entropy_estimate(x, alpha, w, stratum, psu, k) AS w FROM s, generate_series(0, 2) alpha, (SELECT survey_options(keep_totals => true) AS k) o GROUP BY alpha) v,
	LATERAL (SELECT (d).within_groups, (d).between_groups FROM (SELECT inequality_decomposition(i, alpha) AS d FROM (SELECT inequality_summary(x, w) AS i FROM s GROUP BY g) i) d) d ORDER BY alpha;
SELECT bool_and(e = entropy_between_estimate) AS same FROM (SELECT entropy_between_estimate(x, 1, g, w, stratum, psu) FROM s) v,
	LATERAL (SELECT entropy_between_estimate(x, 1, g::bigint, w, stratum, psu) AS e FROM s UNION ALL SELECT entropy_between_estimate(x, 1, g::numeric, w, stratum, psu) FROM s
	UNION ALL SELECT entropy_between_estimate(x, 1, 'group ' || g, w, stratum, psu) FROM s UNION ALL SELECT entropy_between_estimate(x, 1, (g + 0.5)::float4, w, stratum, psu) FROM s
	UNION ALL SELECT entropy_between_estimate(x, 1, date '2020-01-01' + g, w, stratum, psu) FROM s) o;
-- All in one subgroup: nothing between, exactly; each alone: nothing within.
SELECT estimate(entropy_between_estimate(x, 2, 'all', w, stratum, psu)) AS between, std_error(entropy_between_estimate(x, 2, 'all', w, stratum, psu)) AS error,
	abs(estimate(entropy_within_estimate(x, 1, id, w, stratum, psu))) < 1e-15 AS within FROM s;
-- Replicates: each is the index with the weights of the replicate.
SELECT index, abs(std_error(e) / (abs(a - b) / 2) - 1) < 1e-11 AS same FROM (SELECT replicate_design('brr') AS k) o, LATERAL (
	SELECT 'palma_ratio', palma_ratio_replicates(x, w, ARRAY[w * (id % 2), w * (id % 3)], k), palma_ratio(x, w * (id % 2)), palma_ratio(x, w * (id % 3)) FROM s
	UNION ALL SELECT 'hoover_index', hoover_index_replicates(x, w, ARRAY[w * (id % 2), w * (id % 3)], k), hoover_index(x, w * (id % 2)), hoover_index(x, w * (id % 3)) FROM s
	UNION ALL SELECT 'wolfson_polarization', wolfson_polarization_replicates(x, w, ARRAY[w * (id % 2), w * (id % 3)], k), wolfson_polarization(x, w * (id % 2)), wolfson_polarization(x, w * (id % 3)) FROM s
	UNION ALL SELECT 'concentration_index', concentration_index_replicates(x, r, w, ARRAY[w * (id % 2), w * (id % 3)], k), concentration_index(x, r, w * (id % 2)), concentration_index(x, r, w * (id % 3)) FROM s
	UNION ALL SELECT 'total_shortfall', total_shortfall_replicates(x, z, w, ARRAY[w * (id % 2), w * (id % 3)], k), total_shortfall(x, z, w * (id % 2)), total_shortfall(x, z, w * (id % 3)) FROM s
	UNION ALL SELECT 'poor_population', poor_population_replicates(x, z, w, ARRAY[w * (id % 2), w * (id % 3)], k), poor_population(x, z, w * (id % 2)), poor_population(x, z, w * (id % 3)) FROM s
	UNION ALL SELECT 'population', population_replicates(x, z, w, ARRAY[w * (id % 2), w * (id % 3)], k), population(x, z, w * (id % 2)), population(x, z, w * (id % 3)) FROM s
	UNION ALL SELECT 'prosperity_gap', prosperity_gap_replicates(x, 28, w, ARRAY[w * (id % 2), w * (id % 3)], k), prosperity_gap(x, 28, w * (id % 2)), prosperity_gap(x, 28, w * (id % 3)) FROM s
	UNION ALL SELECT 'coverage_rate', coverage_rate_replicates(covered, entitled, w, ARRAY[w * (id % 2), w * (id % 3)], k), coverage_rate(covered, entitled, w * (id % 2)), coverage_rate(covered, entitled, w * (id % 3)) FROM s
	UNION ALL SELECT 'uncensored', mpi_uncensored_headcount_replicates(d, '{1,2,3}', 0.4, 1, w, ARRAY[w * (id % 2), w * (id % 3)], k), poverty_rate(d[1], w * (id % 2)), poverty_rate(d[1], w * (id % 3)) FROM s
	UNION ALL SELECT 'entropy_between', entropy_between_replicates(x, 1, g, w, ARRAY[w * (id % 2), w * (id % 3)], k), (SELECT theil_index(m, n) FROM (SELECT sum(w * (id % 2) * x) / sum(w * (id % 2)) AS m, sum(w * (id % 2)) AS n FROM s GROUP BY g) v),
		(SELECT theil_index(m, n) FROM (SELECT sum(w * (id % 3) * x) / sum(w * (id % 3)) AS m, sum(w * (id % 3)) AS n FROM s GROUP BY g) v) FROM s
	UNION ALL SELECT 'poor_median', poor_median_replicates(x, 0.8, w, ARRAY[w * (id % 2), w * (id % 3)], k), (SELECT weighted_median(x, w * (id % 2)) FROM s, (SELECT 0.8 * weighted_median(x, w * (id % 2)) AS z FROM s) l WHERE x < l.z),
		(SELECT weighted_median(x, w * (id % 3)) FROM s, (SELECT 0.8 * weighted_median(x, w * (id % 3)) AS z FROM s) l WHERE x < l.z) FROM s) v(index, e, a, b) ORDER BY index;
SELECT abs(estimate(entropy_within_replicates(x, 1, g, w, ARRAY[w], replicate_design('acs'))) / estimate(entropy_within_estimate(x, 1, g, w, stratum, psu)) - 1) < 1e-15 AS within FROM s;

-- NULLs, weights of 0 with whatever beside them, nobody, one row, bad numbers.
SELECT estimate(total_shortfall_estimate(x, 5, w, stratum, psu)), estimate(palma_ratio_estimate(x, w, stratum, psu)) IS NOT NULL AS palma FROM (SELECT stratum, psu, x, w FROM hh UNION ALL VALUES (1, 3, NULL, 9), (1, 3, 1, NULL), (NULL, 3, 1, 1),
	(1, NULL, 1, 1), (7, 7, 'NaN'::float8, 0)) v;
SELECT palma_ratio_estimate(x, w, stratum, psu) IS NULL AS palma, hoover_index_estimate(x, w, stratum, psu) IS NULL AS hoover, wolfson_polarization_estimate(x, w, stratum, psu) IS NULL AS wolfson, concentration_index_estimate(x, x, w, stratum, psu) IS NULL AS concentration,
	poor_median_estimate(x, 0.6, w, stratum, psu) IS NULL AS poor_median, entropy_within_estimate(x, 1, psu, w, stratum, psu) IS NULL AS within, population_estimate(x, 1, w, stratum, psu) IS NULL AS population, coverage_rate_estimate(covered, true, w, stratum, psu) IS NULL AS coverage FROM hh WHERE false;
SELECT palma_ratio_estimate(-x, w, stratum, psu) IS NULL AS palma, hoover_index_estimate(-x, w, stratum, psu) IS NULL AS hoover, wolfson_polarization_estimate(-x, w, stratum, psu) IS NULL AS wolfson, concentration_index_estimate(-x, x, w, stratum, psu) IS NULL AS concentration,
	poor_median_estimate(5, 0.6, w, stratum, psu) IS NULL AS no_poor, entropy_between_estimate(0, 1, psu, w, stratum, psu) IS NULL AS no_income, estimate(entropy_between_estimate(x, 1, NULL::int, w, stratum, psu)) IS NULL AS no_subgroup FROM hh;
-- One income for all, one row: exact zeros; no density, so no error of what needs one.
SELECT estimate(hoover_index_estimate(0.1, w, stratum, psu)) AS hoover, abs(std_error(hoover_index_estimate(0.1, w, stratum, psu))) < 1e-15 AS error, estimate(wolfson_polarization_estimate(0.1, w, stratum, psu)) AS wolfson, std_error(wolfson_polarization_estimate(0.1, w, stratum, psu)) AS no_error FROM hh;
SELECT estimate(zenga_index_estimate(0.1, 0.3, 1, 1, c)) AS zenga, std_error(zenga_index_estimate(0.1, 0.3, 1, 1, c)) AS error, estimate(entropy_between_estimate(0.1, 0, 'a', 0.3, 1, 1, c)) AS between, estimate(total_shortfall_estimate(2, 5, 3, 1, 1, c)) AS shortfall,
	estimate(coverage_rate_estimate(NULL, true, 3, 1, 1, c)) AS unrecorded, estimate(palma_ratio_estimate(2, 3, 1, 1, c)) AS palma FROM survey_options(lonely => 'certainty') c;
SELECT prosperity_gap_estimate(x - 2, 28, w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT prosperity_gap_estimate(x, 0, w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT total_shortfall_estimate(x, -5, w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT population_estimate('infinity', 5, w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT poor_population_estimate(x, 5, -w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT coverage_rate_estimate(covered, true, -w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT concentration_index_estimate(x, 'NaN', w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT concentration_index_estimate('NaN', x, w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT palma_ratio_estimate('NaN', w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT poor_median_estimate(x, 0, w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT entropy_within_estimate(x - 2, 0, psu, w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT entropy_between_estimate(x - 3, 1, psu, w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT entropy_between_estimate(x, psu, psu, w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT entropy_between_estimate(x, 1, 'NaN'::float8, w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT mpi_uncensored_headcount_estimate('{t,f}', '{1,1}', 0.5, 3, w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT estimate(entropy_within_estimate(x - 2, 0.5, psu, w, stratum, psu)) > 0 AS zero_is_fine, estimate(entropy_between_estimate(CASE stratum WHEN 1 THEN 0 ELSE x END, 0.5, stratum, w, stratum, psu)) > 0 AS nothing_in_a_subgroup FROM hh;
-- Codes of subgroups that are one double, 2^53 and more, are different all the same.
SELECT abs(estimate(entropy_within_estimate(x, 1, 9007199254740992 + psu, w, stratum, psu)) / estimate(entropy_within_estimate(x, 1, psu, w, stratum, psu)) - 1) < 1e-15 AS estimate,
	abs(std_error(entropy_within_estimate(x, 1, 9007199254740992 + psu, w, stratum, psu)) / std_error(entropy_within_estimate(x, 1, psu, w, stratum, psu)) - 1) < 1e-13 AS std_error FROM hh;

-- FILTER, grouping sets, windows; a domain with the design of the whole sample: totals of 0 for PSUs without a member.
SELECT stratum, estimate(total_shortfall_estimate(x, 5, w, stratum, psu, d)), std_error(total_shortfall_estimate(x, 5, w, stratum, psu, d)), estimate(population_estimate(x, 5, w, stratum, psu, d) FILTER (WHERE w > 1)) AS heavy
FROM hh, (SELECT survey_design(stratum, psu) AS d FROM hh) v GROUP BY GROUPING SETS ((stratum), ()) ORDER BY stratum;
SELECT x, estimate(population_estimate(x, 1, w, 1, x) OVER (ORDER BY x ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING)) FROM hh ORDER BY x;

SET client_min_messages = warning;
DROP VIEW c CASCADE;
DROP TABLE hh, s, u CASCADE;
DROP FUNCTION draw;
