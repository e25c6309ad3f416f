-- SPDX-License-Identifier: PostgreSQL
-- Room survey: design-based standard errors. Where nothing else is said, the figures beside an estimate are worked out
-- by hand; t, f and q below are Student's t, and the beta quantiles, of R 4.2 (qt, qbeta).
SET extra_float_digits = 0;

-- Two strata of two PSUs each, W = 8. Below 5: weights 1 and 2, so H = 3/8, and 64 u is 5 for the poor, -3 for others:
-- PSU totals are 2 and 10, -3 and -9 (64ths), their variance 2·(16 + 16) + 2·(9 + 9) = 100, so the error is 10/64.
-- By simple sampling: 8·(3·25 + 5·9)/4 = 240, so deff is 100/240. t with 4 - 2 degrees of freedom is 4.30265272974946.
CREATE TABLE hh (stratum int, psu int, x float8, w float8, region text);
INSERT INTO hh VALUES (1, 1, 2, 1, 'north'), (1, 1, 6, 1, 'south'), (1, 2, 4, 2, 'north'), (2, 1, 8, 1, 'north'), (2, 2, 10, 3, 'south');
\x on
SELECT (e).* FROM (SELECT headcount_ratio_estimate(x, 5, w, stratum, psu) AS e FROM hh) v;
\x off
SELECT abs(std_error(e) - 10 / 64.0) < 1e-16 AS error, abs(ci_high(e) - 0.375 - 4.30265272974946 * 10 / 64) < 1e-14 AS interval, abs(deff(e) - 100 / 240.0) < 1e-15 AS deff,
	abs(t_statistic(e) - 2.4) < 1e-14 AS t, round(p_value(e)::numeric, 15) AS "2 P(T > 2.4)", reliability(e), reliability(e, NULL)
FROM (SELECT headcount_ratio_estimate(x, 5, w, stratum, psu) AS e FROM hh) v;

-- Domains. The north has weights 1, 2 (poor) and 1: H = 3/4, 16 u is 1 for the poor and -3 for the other; PSU totals 1, 2
-- and -3, and, with the design, 0 for the PSU without a member: 2·(1/4 + 1/4) + 2·(9/4 + 9/4) = 10. Without it the
-- second stratum has one PSU; that is an error.
SELECT region, estimate(e), std_error(e) * 16 AS error_16, std_error(e) * 16 / sqrt(10) AS by_sqrt_10, df(e), n(e)
FROM (SELECT region, headcount_ratio_estimate(x, 5, w, stratum, psu, (SELECT survey_design(stratum, psu) FROM hh)) AS e FROM hh GROUP BY region) v
WHERE region = 'north';
SELECT headcount_ratio_estimate(x, 5, w, stratum, psu) FROM hh WHERE region = 'north';
\echo :LAST_ERROR_SQLSTATE
-- Lonely PSUs: certain, as variable as the others on average (2·(1/4 + 1/4) = 1, twice), or from 0 (1 + 9).
SELECT lonely, (std_error(e) * 16) ^ 2 AS variance_256, df(e)
FROM (SELECT lonely, headcount_ratio_estimate(x, 5, w, stratum, psu, survey_options(lonely => lonely)) AS e
	FROM hh, unnest(ARRAY['certainty', 'average', 'adjust']) lonely WHERE region = 'north' GROUP BY lonely) v ORDER BY lonely;
-- Drawn without replacement, half the PSUs of stratum 1 and all of stratum 2: of 64 + 36 above, 32 and nothing stay.
SELECT (std_error(e) * 64) ^ 2 AS variance_4096 FROM (SELECT headcount_ratio_estimate(x, 5, w, stratum, psu,
	(SELECT survey_design(stratum, psu, CASE stratum WHEN 1 THEN 0.5 ELSE 1 END) FROM hh)) AS e FROM hh) v;

-- A larger sample, by hash of the row's number; every index beside its linearised variable written out in SQL.
CREATE FUNCTION draw(id int, what text) RETURNS float8 LANGUAGE sql IMMUTABLE
	RETURN ('x' || substr(md5(id::text || what), 1, 8))::bit(32)::bigint / 4294967296.0::float8;
CREATE TABLE s AS SELECT id, 1 + id % 3 AS stratum, (id / 3) % 7 AS psu, round((exp(2 + 1.5 * draw(id, 'x')))::numeric, 1)::float8 AS x,
	1 + round((9 * draw(id, 'w'))::numeric, 1)::float8 AS w, id % 4 = 0 AS member, 15 + id % 2 AS z FROM generate_series(1, 400) id;
-- C, the income above and up to each; the density, with the bandwidth 0.9 min(sd, IQR / 1.349) (W² / Σw²)^-0.2.
CREATE VIEW c AS SELECT *, sum(w) OVER () AS ww, sum(w * x) OVER () / sum(w) OVER () AS mu, sum(w) OVER (ORDER BY x) AS c,
	sum(w * x) OVER () - sum(w * x) OVER (ORDER BY x) AS above, sum(w * x) OVER (ORDER BY x) AS up_to FROM s;
CREATE FUNCTION quantile(p float8) RETURNS float8 LANGUAGE sql IMMUTABLE RETURN (SELECT min(x) FROM c WHERE c > p * ww);
CREATE FUNCTION density(at float8) RETURNS float8 LANGUAGE sql IMMUTABLE RETURN (WITH h AS (SELECT 0.9 * least(sqrt(sum(w * (x - mu) ^ 2) / sum(w)),
	(quantile(0.75) - quantile(0.25)) / 1.349) * (sum(w) ^ 2 / sum(w ^ 2)) ^ -0.2 AS h FROM c)
	SELECT sum(w * exp(-0.5 * ((at - x) / h) ^ 2)) / (sqrt(2 * pi()) * min(h) * sum(w)) FROM c, h);
CREATE TABLE f AS SELECT density(quantile(0.5)) AS at_median, density(0.6 * quantile(0.5)) AS at_line;
CREATE TABLE u (index text, stratum int, psu int, w float8, u float8);
INSERT INTO u SELECT v.index, stratum, psu, w, v.u FROM c, f,
	(SELECT quantile(0.5) AS med, quantile(0.2) AS q2, quantile(0.8) AS q8, quantile(0.3) AS q3, 0.6 * quantile(0.5) AS rl) q,
	LATERAL (SELECT sum(i.w * greatest(0, (i.z - i.x) / i.z)) AS gap, sum(i.w) FILTER (WHERE i.x < i.z) AS poor, sum(i.w) FILTER (WHERE i.x < rl) / sum(i.w) AS rate,
		sum(i.w * i.x) FILTER (WHERE i.x > q8) AS s80, sum(i.w * i.x) FILTER (WHERE i.x <= q2) AS s20, sum(i.w * i.x) FILTER (WHERE i.x < q3) AS s3,
		sum(i.w) FILTER (WHERE i.x < q3) AS w3, sum(i.w * i.x) AS t, sum(i.w * ln(i.x / mu)) / sum(i.w) AS l, sum(i.w * (i.x / mu) * ln(i.x / mu)) / sum(i.w) AS th,
		sum(i.w * (i.x / mu) ^ 2) / sum(i.w) AS m2, sum(i.w * (i.x / mu) ^ 0.5) / sum(i.w) AS m5 FROM c i) a,
	(SELECT sum(i.w * j.w * abs(i.x - j.x)) / (2 * (SELECT sum(w) * sum(w * x) FROM s)) AS g FROM s i, s j) g,
	LATERAL (VALUES
		('mean', (x - mu) / ww), ('total', x), ('ratio', (x - mu * ww / (SELECT sum(w * z) FROM s) * z) / (SELECT sum(w * z) FROM s)),
		('headcount_ratio', ((x < z)::int - poor / ww) / ww), ('poverty_gap', (greatest(0, (z - x) / z) - gap / ww) / ww),
		('income_gap_ratio', (x < z)::int * ((z - x) / z - gap / poor) / poor),
		('weighted_median', (0.5 - (x <= med)::int) / (ww * at_median)),
		('relative_poverty_line', 0.6 * (0.5 - (x <= med)::int) / (ww * at_median)),
		('at_risk_of_poverty_rate', ((x < rl)::int - rate) / ww + at_line * 0.6 * (0.5 - (x <= med)::int) / (ww * at_median)),
		('income_quintile_share_ratio', (x - x * (x <= q8)::int + q8 * ((x <= q8)::int - 0.8) - s80 / s20 * (x * (x <= q2)::int - q2 * ((x <= q2)::int - 0.2))) / s20),
		('gini', (2 * (x * c + above) - (g + 1) * (t + ww * x)) / (ww * t)),
		('bottom_share', (least(x - q3, 0) + 0.3 * q3 - x * (s3 + (0.3 * ww - w3) * q3) / t) / t),
		('theil_index', (x / mu * ln(x / mu) - th - (x / mu - 1) * (1 + th)) / ww), ('mean_log_deviation', (x / mu - 1 - ln(x / mu) + l) / ww),
		('generalized_entropy', ((x / mu) ^ 2 - m2 - 2 * m2 * (x / mu - 1)) / 2 / ww),
		('atkinson_index', -m5 ^ 2 * (((x / mu) ^ 0.5 - m5) / (0.5 * m5) - (x / mu - 1)) / ww)
	) v(index, u);
CREATE FUNCTION by_hand(name text) RETURNS float8 LANGUAGE sql IMMUTABLE RETURN (WITH p AS (SELECT stratum, psu, sum(w * u) AS t FROM u WHERE index = name GROUP BY 1, 2)
	SELECT sqrt(sum(v)) FROM (SELECT count(*) * var_pop(t) * count(*) / (count(*) - 1) AS v FROM p GROUP BY stratum) h);
WITH e(index, e, estimate) AS (
	SELECT 'mean', mean_estimate(x, w, stratum, psu), sum(w * x) / sum(w) FROM s
	UNION ALL SELECT 'total', total_estimate(x, w, stratum, psu), sum(w * x) FROM s
	UNION ALL SELECT 'ratio', ratio_estimate(x, z, w, stratum, psu), sum(w * x) / sum(w * z) FROM s
	UNION ALL SELECT 'headcount_ratio', headcount_ratio_estimate(x, z, w, stratum, psu), headcount_ratio(x, z, w) FROM s
	UNION ALL SELECT 'headcount_ratio', poverty_rate_estimate(x < z, w, stratum, psu), poverty_rate(x < z, w) FROM s
	UNION ALL SELECT 'headcount_ratio', fgt_estimate(x, z, 0, w, stratum, psu), fgt(x, z, 0, w) FROM s
	UNION ALL SELECT 'poverty_gap', poverty_gap_estimate(x, z, w, stratum, psu), poverty_gap(x, z, w) FROM s
	UNION ALL SELECT 'poverty_gap', fgt_estimate(x, z, 1, w, stratum, psu), fgt(x, z, 1, w) FROM s
	UNION ALL SELECT 'income_gap_ratio', income_gap_ratio_estimate(x, z, w, stratum, psu), income_gap_ratio(x, z, w) FROM s
	UNION ALL SELECT 'weighted_median', weighted_median_estimate(x, w, stratum, psu), quantile(0.5) FROM s
	UNION ALL SELECT 'weighted_median', weighted_quantile_estimate(x, 0.5, w, stratum, psu), quantile(0.5) FROM s
	UNION ALL SELECT 'relative_poverty_line', relative_poverty_line_estimate(x, 0.6, w, stratum, psu), 0.6 * quantile(0.5) FROM s
	UNION ALL SELECT 'at_risk_of_poverty_rate', at_risk_of_poverty_rate_estimate(x, 0.6, w, stratum, psu), headcount_ratio(x, 0.6 * quantile(0.5), w) FROM s
	UNION ALL SELECT 'income_quintile_share_ratio', income_quintile_share_ratio_estimate(x, w, stratum, psu),
		sum(w * x) FILTER (WHERE x > quantile(0.8)) / sum(w * x) FILTER (WHERE x <= quantile(0.2)) FROM s
	UNION ALL SELECT 'income_quintile_share_ratio', quantile_share_ratio_estimate(x, 0.2, w, stratum, psu),
		sum(w * x) FILTER (WHERE x > quantile(0.8)) / sum(w * x) FILTER (WHERE x <= quantile(0.2)) FROM s
	UNION ALL SELECT 'gini', gini_estimate(x, w, stratum, psu), (SELECT sum(i.w * j.w * abs(i.x - j.x)) FROM s i, s j) / (2 * sum(w) * sum(w * x)) FROM s
	UNION ALL SELECT 'bottom_share', bottom_share_estimate(x, 0.3, w, stratum, psu), (SELECT (sum(w * x) FILTER (WHERE x < quantile(0.3))
		+ (0.3 * sum(w) - sum(w) FILTER (WHERE x < quantile(0.3))) * quantile(0.3)) / sum(w * x) FROM s) FROM s
	UNION ALL SELECT 'bottom_share', top_share_estimate(x, 0.7, w, stratum, psu), 1 - estimate(bottom_share_estimate(x, 0.3, w, stratum, psu)) FROM s
	UNION ALL SELECT 'theil_index', theil_index_estimate(x, w, stratum, psu), (SELECT sum(w * x / mu * ln(x / mu)) / sum(w) FROM c) FROM s
	UNION ALL SELECT 'mean_log_deviation', mean_log_deviation_estimate(x, w, stratum, psu), (SELECT sum(w * ln(mu / x)) / sum(w) FROM c) FROM s
	UNION ALL SELECT 'generalized_entropy', generalized_entropy_estimate(x, 2, w, stratum, psu), (SELECT (sum(w * (x / mu) ^ 2) / sum(w) - 1) / 2 FROM c) FROM s
	UNION ALL SELECT 'theil_index', generalized_entropy_estimate(x, 1, w, stratum, psu), (SELECT sum(w * x / mu * ln(x / mu)) / sum(w) FROM c) FROM s
	UNION ALL SELECT 'atkinson_index', atkinson_index_estimate(x, 0.5, w, stratum, psu), (SELECT 1 - (sum(w * (x / mu) ^ 0.5) / sum(w)) ^ 2 FROM c) FROM s)
SELECT index, abs(estimate(e) / estimate - 1) < 1e-13 AS estimate, abs(std_error(e) / by_hand(index) - 1) < 1e-11 AS std_error, df(e), n(e) FROM e;

-- The rest of the Gini family is held against slopes in test/unit/test_survey.c and against convey in make peers. Here
-- their estimates: Sen and Sen-Shorrocks-Thon are means of the larger of two gaps, among the poor and among all.
SELECT abs(estimate(sen_shorrocks_thon_index_estimate(x, 15, w, stratum, psu)) /
		(SELECT sum(i.w * j.w * greatest(0, (15 - i.x) / 15, (15 - j.x) / 15)) / sum(i.w * j.w) FROM s i, s j) - 1) < 1e-13 AS sst,
	abs(estimate(sen_index_estimate(x, 15, w, stratum, psu)) / ((SELECT sum(i.w * j.w * greatest((15 - i.x) / 15, (15 - j.x) / 15)) / sum(i.w * j.w)
		FROM s i, s j WHERE i.x < 15 AND j.x < 15) * headcount_ratio(x, 15, w)) - 1) < 1e-13 AS sen,
	estimate(relative_median_poverty_gap_estimate(x, 0.6, w, stratum, psu)) = estimate(median_poverty_gap_estimate(x, 0.6 * quantile(0.5), w, stratum, psu)) AS median_gap,
	estimate(watts_index_estimate(x, z, w, stratum, psu)) = watts_index(x, z, w) AS watts, estimate(poverty_severity_estimate(x, z, w, stratum, psu)) = poverty_severity(x, z, w) AS severity,
	estimate(mean_shortfall_estimate(x, z, w, stratum, psu)) = mean_shortfall(x, z, w) AS shortfall FROM s;
-- And each is what the aggregate without an error gives.
SELECT index, abs(a / b - 1) < 1e-13 AS same FROM (SELECT estimate(gini_estimate(x, w, stratum, psu)), gini(x, w), estimate(zenga_index_estimate(x, w, stratum, psu)), zenga_index(x, w),
	estimate(weighted_quantile_estimate(x, 0.3, w, stratum, psu)), weighted_quantile(x, 0.3, w), estimate(relative_poverty_line_estimate(x, 0.6, w, stratum, psu)), relative_poverty_line(x, 0.6, w),
	estimate(at_risk_of_poverty_rate_estimate(x, 0.6, w, stratum, psu)), at_risk_of_poverty_rate(x, 0.6, w), estimate(relative_median_poverty_gap_estimate(x, 0.6, w, stratum, psu)),
	relative_median_poverty_gap(x, 0.6, w), estimate(income_quintile_share_ratio_estimate(x, w, stratum, psu)), income_quintile_share_ratio(x, w), estimate(bottom_share_estimate(x, 0.4, w, stratum, psu)),
	bottom_share(x, 0.4, w), estimate(top_share_estimate(x, 0.1, w, stratum, psu)), top_share(x, 0.1, w), estimate(sen_index_estimate(x, z, w, stratum, psu)), sen_index(x, z, w),
	estimate(sen_shorrocks_thon_index_estimate(x, z, w, stratum, psu)), sen_shorrocks_thon_index(x, z, w), estimate(theil_index_estimate(x, w, stratum, psu)), theil_index(x, w),
	estimate(mean_log_deviation_estimate(x, w, stratum, psu)), mean_log_deviation(x, w), estimate(generalized_entropy_estimate(x, 2, w, stratum, psu)), generalized_entropy(x, 2, w),
	estimate(atkinson_index_estimate(x, 0.5, w, stratum, psu)), atkinson_index(x, 0.5, w), estimate(median_poverty_gap_estimate(x, 15, w, stratum, psu)), median_poverty_gap(x, 15, w) FROM s)
	AS r(a1, b1, a2, b2, a3, b3, a4, b4, a5, b5, a6, b6, a7, b7, a8, b8, a9, b9, a10, b10, a11, b11, a12, b12, a13, b13, a14, b14, a15, b15, a16, b16),
	LATERAL (VALUES ('gini', a1, b1), ('zenga', a2, b2), ('quantile', a3, b3), ('line', a4, b4), ('at risk', a5, b5), ('median gap', a6, b6), ('quintile ratio', a7, b7), ('bottom', a8, b8),
	('top', a9, b9), ('sen', a10, b10), ('sst', a11, b11), ('theil', a12, b12), ('mld', a13, b13), ('entropy', a14, b14), ('atkinson', a15, b15), ('gap at a line', a16, b16)) v(index, a, b);
-- Equal incomes: no inequality, and no error of it; no density, so no error of the median.
SELECT estimate(gini_estimate(5, w, stratum, psu)), std_error(gini_estimate(5, w, stratum, psu)), estimate(zenga_index_estimate(5, w, stratum, psu)) AS zenga,
	estimate(weighted_median_estimate(5, w, stratum, psu)) AS median, std_error(weighted_median_estimate(5, w, stratum, psu)) AS error FROM hh;

-- A line of the whole sample carries its own error to every region: with the region of all, the rate's error at the
-- line is that of the rate at the group's own line. An amount as line has none.
SELECT survey_line_value(l) = 0.6 * quantile(0.5) AS line,
	abs(std_error(headcount_ratio_estimate(x, l, w, stratum, psu)) / by_hand('at_risk_of_poverty_rate') - 1) < 1e-12 AS rate,
	abs(std_error(fgt_estimate(x, l, 0, w, stratum, psu)) / by_hand('at_risk_of_poverty_rate') - 1) < 1e-12 AS fgt,
	abs(std_error(median_poverty_gap_estimate(x, l, w, stratum, psu)) / std_error(relative_median_poverty_gap_estimate(x, 0.6, w, stratum, psu)) - 1) < 1e-12 AS median_gap,
	estimate(poverty_gap_estimate(x, l, w, stratum, psu)) = poverty_gap(x, survey_line_value(l), w) AS gap,
	estimate(poverty_severity_estimate(x, l, w, stratum, psu)) = poverty_severity(x, survey_line_value(l), w) AS severity,
	abs(estimate(watts_index_estimate(x, l, w, stratum, psu)) / watts_index(x, survey_line_value(l), w) - 1) < 1e-14 AS watts
FROM s, (SELECT survey_line(x, 0.6, w, stratum, psu) AS l FROM s) v GROUP BY l;
-- At half the mean m the gap is E[(1 - 2x/m)+], which moves by 2 E[x 1(x < m/2)] / m² with m: the same error as a ratio.
SELECT abs(std_error(poverty_gap_estimate(x, l, w, stratum, psu)) / (SELECT sqrt(sum(v)) FROM (SELECT count(*) ^ 2 * var_pop(t) / (count(*) - 1) AS v
	FROM (SELECT stratum, psu, sum(w * (greatest(0, 1 - 2 * x / mu) - g + 2 * k / mu ^ 2 * (x - mu)) / ww) AS t FROM c,
		(SELECT sum(w * greatest(0, 1 - 2 * x / mu)) / sum(w) AS g, sum(w * x) FILTER (WHERE x < mu / 2) / sum(w) AS k FROM c) a GROUP BY 1, 2) p GROUP BY stratum) h) - 1) < 1e-11 AS gap
FROM s, (SELECT survey_line_of_mean(x, 0.5, w, stratum, psu) AS l FROM s) v GROUP BY l;
-- One income for all: a line without an error, as an amount.
SELECT survey_line_value(l) AS line, estimate(headcount_ratio_estimate(x, l, w, stratum, psu)) = estimate(headcount_ratio_estimate(x, 3, w, stratum, psu)) AND std_error(headcount_ratio_estimate(x, l, w, stratum, psu)) = std_error(headcount_ratio_estimate(x, 3, w, stratum, psu)) AS as_amount
FROM hh, (SELECT survey_line(5, 0.6, w, stratum, psu) AS l FROM hh) v GROUP BY l;
-- With a design that has more PSUs than the line's rows, and for a domain with its options.
SELECT df(headcount_ratio_estimate(x, l, w, stratum, psu)), ci_low(headcount_ratio_estimate(x, l, w, stratum, psu)) > 0 AS logit
FROM s, (SELECT survey_line(x, 0.6, w, stratum, psu, (SELECT survey_options(ci => 'logit', design => survey_design(stratum, psu)) FROM
	(SELECT stratum, psu FROM s UNION ALL SELECT 9, generate_series(1, 5)) all_psus)) AS l FROM s) v WHERE member GROUP BY l;
SELECT headcount_ratio_estimate(x, l, w, stratum, psu + 100) FROM s, (SELECT survey_line(x, 0.6, w, stratum, psu) AS l FROM s) v;
\echo :LAST_ERROR_SQLSTATE

-- Alkire-Foster. Weights 0.4, 0.3, 0.2, 0.1, k 0.5: 0.3 + 0.2 is poor. Scores 0.5, 1, 0.4 (not poor), 0; W = 5.
CREATE TABLE af (stratum int, psu int, deprived boolean[], w float8);
INSERT INTO af VALUES (1, 1, '{f,t,t,f}', 1), (1, 2, '{t,t,t,t}', 2), (1, 3, '{t,f,f,f}', 1), (1, 4, '{f,f,f,f}', 1);
-- H = 3/5, M0 = (0.5 + 2) / 5, A = 2.5 / 3, censored headcount of the second 3/5, of the first 2/5; contributions 0.3 · 0.6 / 0.5
-- and 0.4 · 0.4 / 0.5. The error of H: 25 u w is 2, 4, -3, -3, so (4/3)(4 + 16 + 9 + 9) = 152/3.
SELECT estimate(mpi_headcount_estimate(deprived, v, 0.5, w, stratum, psu)) AS h, std_error(mpi_headcount_estimate(deprived, v, 0.5, w, stratum, psu)) * 25 / sqrt(152 / 3.0) AS error,
	estimate(mpi_estimate(deprived, v, 0.5, w, stratum, psu)) AS m0, estimate(mpi_intensity_estimate(deprived, v, 0.5, w, stratum, psu)) AS a,
	estimate(mpi_censored_headcount_estimate(deprived, v, 0.5, 2, w, stratum, psu)) AS censored_2, estimate(mpi_censored_headcount_estimate(deprived, v, 0.5, 1, w, stratum, psu)) AS censored_1,
	estimate(mpi_contribution_estimate(deprived, v, 0.5, 2, w, stratum, psu)) AS contribution_2, estimate(mpi_contribution_estimate(deprived, v, 0.5, 1, w, stratum, psu)) AS contribution_1
FROM af, (VALUES (ARRAY[0.4, 0.3, 0.2, 0.1]::float8[])) weights(v);
-- M0 and A as a mean and a ratio of scores.
SELECT std_error(mpi_estimate(deprived, '{4,3,2,1}', 0.5, w, stratum, psu)) - std_error(mean_estimate(score, w, stratum, psu)) AS m0,
	std_error(mpi_intensity_estimate(deprived, '{4,3,2,1}', 0.5, w, stratum, psu)) - std_error(ratio_estimate(score, (score > 0)::int, w, stratum, psu)) AS a
FROM af, LATERAL (SELECT CASE deprived WHEN '{f,t,t,f}' THEN 0.5 WHEN '{t,t,t,t}' THEN 1 ELSE 0 END AS score) v;
SELECT mpi_intensity_estimate(deprived, '{4,3,2,1}', 0.5, w, stratum, psu) FROM af WHERE NOT deprived[2];
SELECT mpi_estimate(deprived, '{4,3,2}', 0.5, w, stratum, psu) FROM af;
\echo :LAST_ERROR_SQLSTATE
SELECT mpi_estimate('{t,NULL}', '{1,1}', 0.5, w, stratum, psu) FROM af;
\echo :LAST_ERROR_SQLSTATE
SELECT mpi_estimate('{t,f}', '{1,-1}', 0.5, w, stratum, psu) FROM af;
\echo :LAST_ERROR_SQLSTATE
SELECT mpi_estimate('{t,f}', '{0,0}', 0.5, w, stratum, psu) FROM af;
\echo :LAST_ERROR_SQLSTATE
SELECT mpi_estimate('{t,f}', '{1,1}', 0, w, stratum, psu) FROM af;
\echo :LAST_ERROR_SQLSTATE
SELECT mpi_contribution_estimate('{t,f}', '{1,1}', 0.5, 3, w, stratum, psu) FROM af;
\echo :LAST_ERROR_SQLSTATE
SELECT mpi_estimate('{t,f}', ARRAY[1, w], 0.5, w, stratum, psu) FROM af;
\echo :LAST_ERROR_SQLSTATE

-- Intervals of a rate of 3/8 with error 10/64 and 2 degrees of freedom: t is 4.30265272974946. Logit: ln(3/5) -+ t · (10/64)/(15/64),
-- turned back. Korn-Graubard: (15/64)/(10/64)² = 9.6 effective rows, times (2.77644510519779 / t)², t of 4; qbeta gives 0.0284303 and 0.8773551.
SELECT ci, round(ci_low(e)::numeric, 12) AS low, round(ci_high(e)::numeric, 12) AS high FROM (SELECT ci, headcount_ratio_estimate(x, 5, w, stratum, psu, survey_options(ci => ci)) AS e
	FROM hh, unnest(ARRAY['wald', 'logit', 'korn_graubard', 'woodruff']) ci GROUP BY ci) v ORDER BY ci;
SELECT round((1 / (1 + exp(-(ln(0.6) - 4.30265272974946 * 2 / 3.0))))::numeric, 12) AS logit_low, round((1 / (1 + exp(-(ln(0.6) + 4.30265272974946 * 2 / 3.0))))::numeric, 12) AS logit_high;
SELECT abs(ci_high(e) - 0.375 - 2.91998558035373 * 10 / 64) < 1e-13 AS level FROM (SELECT headcount_ratio_estimate(x, 5, w, stratum, psu, survey_options(level => 0.9)) AS e FROM hh) v;
-- Nobody poor of 5: logit has no interval; Korn-Graubard's upper end is 1 - 0.025^(1/n), n = 5 (2.776.../4.302...)².
SELECT ci, estimate(e), std_error(e), ci_low(e), round(ci_high(e)::numeric, 10) AS high, round((1 - 0.025 ^ (1 / (5 * (2.77644510519779 / 4.30265272974946) ^ 2)))::numeric, 10) AS upper
FROM (SELECT ci, headcount_ratio_estimate(x, 1, w, stratum, psu, survey_options(ci => ci)) AS e FROM hh, unnest(ARRAY['logit', 'korn_graubard']) ci GROUP BY ci) v ORDER BY ci;
-- Everybody poor: the other way round. One row of a sample of four PSUs has no such interval, and Wald's from 1 to 1 would claim certainty.
SELECT ci, round(ci_low(e)::numeric, 10) AS low, round((0.025 ^ (1 / (5 * (2.77644510519779 / 4.30265272974946) ^ 2)))::numeric, 10) AS lower, ci_high(e)
FROM (SELECT ci, headcount_ratio_estimate(x, 100, w, stratum, psu, survey_options(ci => ci)) AS e FROM hh, unnest(ARRAY['logit', 'korn_graubard']) ci GROUP BY ci) v ORDER BY ci;
SELECT estimate(e), std_error(e), ci_low(e), ci_high(e), df(e), n(e) FROM (SELECT headcount_ratio_estimate(2, 5, 1, 1, 1, survey_options(ci => 'korn_graubard', design => d)) AS e FROM (SELECT survey_design(stratum, psu) AS d FROM hh) v) w;
-- Woodruff: the median is 7 (6 and 8), the share up to it 1/2; the interval of that share, turned back: here beyond 0, not so in s.
SELECT estimate(e), std_error(e), ci_low(e), ci_high(e) FROM (SELECT weighted_median_estimate(x, w, stratum, psu, survey_options(ci => 'woodruff')) AS e FROM hh) v;
SELECT ci_low(e) = quantile(ci_low(p)) AND ci_high(e) = quantile(ci_high(p)) AS ends, abs(std_error(e) / ((ci_high(e) - ci_low(e)) / (2 * 2.10092204024104)) - 1) < 1e-13 AS error
FROM (SELECT weighted_median_estimate(x, w, stratum, psu, survey_options(ci => 'woodruff')) AS e, poverty_rate_estimate(x <= quantile(0.5), w, stratum, psu) AS p FROM s) v;
-- Of the quantile 0.6, which is 8, the share is 5/8 with the error 18/64 (8 w u is 3/8 in all but the last, -15/8 there); t at 0.8 is 1.88561808316413: beyond 1, but not below 0. With no degree
-- of freedom there is no interval, nor an error. The largest income is that of everybody, without an error.
SELECT estimate(e), std_error(e), ci_low(e), 5 / 8.0 - 1.88561808316413 * 18 / 64 > 0 AS not_below_0 FROM (SELECT weighted_quantile_estimate(x, 0.6, w, stratum, psu, survey_options(ci => 'woodruff', level => 0.8)) AS e FROM hh) v;
SELECT estimate(e), std_error(e), ci_low(e), df(e) FROM (SELECT weighted_median_estimate(x, w, psu, psu, survey_options(ci => 'woodruff', lonely => 'certainty')) AS e FROM hh) v;
SELECT estimate(e), std_error(e), ci_low(e), ci_high(e), std_error(difference(e, e)) AS of_difference FROM (SELECT weighted_quantile_estimate(x, 1, w, stratum, psu, survey_options(ci => 'woodruff', keep_totals => true)) AS e FROM hh) v;
-- Degrees of freedom of the design or of the domain.
SELECT df(headcount_ratio_estimate(x, 15, w, stratum, psu, d)), df(headcount_ratio_estimate(x, 15, w, stratum, psu, survey_options(df => 'domain', design => d))) AS domain, survey_psus(d), survey_strata(d)
FROM s, (SELECT survey_design(stratum, psu) AS d FROM s) v WHERE psu < 2 GROUP BY d;

-- Codes of any type, most of them without a word; whole numbers of all types are the same codes, texts are not numbers.
SELECT bool_and(abs(std_error(e) - 10 / 64.0) < 1e-16) FROM (
	SELECT headcount_ratio_estimate(x, 5, w, stratum::smallint, psu::bigint) AS e FROM hh
	UNION ALL SELECT headcount_ratio_estimate(x, 5, w, stratum::text, psu::char(7)) FROM hh
	UNION ALL SELECT headcount_ratio_estimate(x, 5, w, stratum::name, psu::varchar) FROM hh
	UNION ALL SELECT headcount_ratio_estimate(x, 5, w, stratum::numeric, psu::float8) FROM hh
	UNION ALL SELECT headcount_ratio_estimate(x, 5, w, stratum / 3.0, psu::float4 / 4) FROM hh
	UNION ALL SELECT headcount_ratio_estimate(x, 5, w, stratum * 1e300::float8, psu * 1e30::numeric) FROM hh
	UNION ALL SELECT headcount_ratio_estimate(x, 5, w, stratum, repeat('p', psu), (SELECT survey_design(stratum, repeat('p', psu)) FROM hh)) FROM hh
	UNION ALL SELECT headcount_ratio_estimate(x, 5, w, md5(stratum::text)::uuid, date '2020-01-01' + psu) FROM hh
	UNION ALL SELECT headcount_ratio_estimate(x, 5, w, stratum = 1, survey_code(ARRAY[psu])) FROM hh
	UNION ALL SELECT headcount_ratio_estimate(x, 5, w, (stratum::smallint)::numeric, psu, (SELECT survey_design(stratum::bigint, psu::smallint) FROM hh)) FROM hh
	UNION ALL SELECT headcount_ratio_estimate(x, 5, w, 'c' || stratum, 'p' || psu, (SELECT survey_design('c' || stratum, ('p' || psu)::char(9)) FROM hh)) FROM hh
	UNION ALL SELECT headcount_ratio_estimate(x, 5, w, 1.0 * stratum, 1.00 * psu, (SELECT survey_design(1.000 * stratum, psu) FROM hh)) FROM hh) v;
SELECT std_error(mean_estimate(x, w, 'all', x)) FROM hh;
SELECT headcount_ratio_estimate(x, 5, w, stratum, psu::text, (SELECT survey_design(stratum, psu) FROM hh)) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT headcount_ratio_estimate(x, 5, w, stratum, psu + 1, (SELECT survey_design(stratum, psu) FROM hh)) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT mean_estimate(x, w, stratum, 'NaN'::float8) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT mean_estimate(x, w, 'NaN'::numeric, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE

SELECT mean_estimate(x, w, 'Infinity'::numeric, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
-- What the errors call a code: a whole number, a fraction, a text, the bytes of anything else (md5 of 1 is c4ca4238a0b923820dcc509a6f75849b).
CREATE FUNCTION refusal(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	hint text;
BEGIN
	EXECUTE statement;
	RETURN 'not refused: ' || statement;
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS hint = PG_EXCEPTION_HINT;
	RETURN SQLSTATE || ' ' || SQLERRM || '; ' || hint;
END $$;
SELECT refusal(format('SELECT headcount_ratio_estimate(x, 5, w, %s, (SELECT survey_design(stratum, psu) FROM hh)) FROM hh WHERE x = 2', codes)) FROM unnest(ARRAY['stratum + 10, psu', 'stratum, psu + 0.5', 'stratum, psu + 0.5::float8', 'stratum::text, psu', 'stratum, md5(psu::text)::uuid']) codes;
-- Codes that begin alike have an order; of 200,000 in one stratum, and of 100,000 strata of two or three, some have one hash, and are different all the same. 1000 units of one row: the variance of the mean is (n + 1)/12.
SELECT (SELECT survey_design(1, c) FROM unnest(ARRAY['p', 'pp', 'ppp']) c) = (SELECT survey_design(1, c) FROM unnest(ARRAY['ppp', 'p', 'pp']) c) AS one_order, survey_psus(survey_design(1, i::text)) FROM generate_series(1, 200000) i;
SELECT survey_psus(d), survey_strata(d) FROM (SELECT survey_design((i % 100000)::text, i::text) AS d FROM generate_series(1, 250000) i) v;
SELECT estimate(e), abs(std_error(e) ^ 2 / (1001 / 12.0) - 1) < 1e-14 AS variance FROM (SELECT mean_estimate(i, 1, 1, i * i) AS e FROM generate_series(1, 1000) i) v;
-- A design that is stored compressed or out of line is read by its head, row by row.
CREATE TABLE wide AS SELECT 1 AS part, survey_design(i % 100, i) AS d FROM generate_series(1, 1000) i;
SELECT pg_column_size(d) > 2000 AS large, (SELECT mean_estimate(i, 1, i % 100, i, d) FROM generate_series(100, 120) i, wide) = (SELECT mean_estimate(i, 1, i % 100, i, (SELECT survey_design(i % 100, i) FROM generate_series(1, 1000) i)) FROM generate_series(100, 120) i) AS same FROM wide;
DROP TABLE wide;
-- Type survey_code. Forms by hand: a text, or the identity: i and the number with its sign bit inverted; d and the double; n and the digits; t and the text; s and the binary form.
\x on
SELECT survey_code(5) AS "5", survey_code(-1::smallint) AS "-1", survey_code(0.5::float8) AS half, survey_code(-12.50) AS "-12.50", survey_code('a'::text) AS a, survey_code(E'\\a'::text) AS "\a", survey_code(true) AS true,
	survey_code(date '2000-01-02') AS day_1, survey_code('b'::char(4)) AS b, survey_code(survey_code(5)) AS code, survey_code(NULL::int) IS NULL AS null;
\x off
SELECT count(*), bool_and(code::text = '\x698000000000000005') AS "5" FROM (VALUES (survey_code(5::bigint)), (survey_code(5::real)), (survey_code(5::float8)), (survey_code(5.00)), (survey_code(5)), ('\x698000000000000005')) v(code);
-- Written and read again: 12 values, of which -0 and 0 are one.
SELECT count(*), bool_and(survey_code_send(survey_code_in(survey_code_out(code))) = survey_code_send(code)) AS same, count(DISTINCT code::text) AS different
FROM (VALUES (survey_code(9223372036854775807)), (survey_code(9223372036854775808)), (survey_code(9007199254740992::float8)), (survey_code(-0.0::float8)), (survey_code(0)), (survey_code(-1e-30)), (survey_code(''::text)),
	(survey_code(E'\\x69'::text)), (survey_code('Bắc Kạn'::text)), (survey_code(ARRAY[1, 2])), (survey_code(ROW(1, 'a'::text))), (survey_code('\xff'::bytea))) v(code);
-- What is no value's: nothing, another kind, numbers of 7 bytes, doubles 1, -0 and infinity, digits of a whole number, with a 0 too many, without figures, of no number, a text that is none, no form.
CREATE FUNCTION refused_code(written text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN PERFORM survey_code_in(written::cstring); RETURN 'taken'; EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE; END $$;
SELECT refused_code(written), count(*), string_agg(written, ' ') FILTER (WHERE refused_code(written) = 'taken') AS taken FROM unnest(ARRAY['\x', '\x71', '\x6980000000000005', '\x643fe00000000000', '\x643ff0000000000000', '\x648000000000000000', '\x647ff0000000000000',
	'\x6e35', '\x6e302e3530', '\x6e2d', '\x6e', '\x6e2e35', '\x6e312e', '\x6e3165', '\x6e302e350035', '\x74ff', '\x6', '\xzz', '\', '\a', '\X7461']) written GROUP BY 1;
SELECT '\a'::survey_code;
\echo :LAST_ERROR_SQLSTATE
-- A status is one by itself. Another enum is made one, call by call or by a cast of its own.
SELECT std_error(mean_estimate(x, w, (enum_range(NULL::poverty_status))[stratum], psu)) = std_error(mean_estimate(x, w, stratum, psu)) AS same FROM hh;
CREATE TYPE kind AS ENUM ('urban', 'rural');
SELECT mean_estimate(x, w, (enum_range(NULL::kind))[stratum], psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT std_error(mean_estimate(x, w, survey_code((enum_range(NULL::kind))[stratum]), psu)) = std_error(mean_estimate(x, w, stratum, psu)) AS same FROM hh;
CREATE CAST (kind AS survey_code) WITH FUNCTION survey_code("any") AS IMPLICIT;
SELECT std_error(mean_estimate(x, w, (enum_range(NULL::kind))[stratum], psu)) = std_error(mean_estimate(x, w, stratum, psu)) AS same FROM hh;
-- In messages a code is what people know it by: a label, true; the bits of a date, day 6575 = 0x19af of PostgreSQL's count; nothing, a tab and half a letter are bits, too.
SELECT mean_estimate(x, 1, survey_code(kind 'rural'), 1) FROM (VALUES (1.0)) v(x);
SELECT mean_estimate(x, 1, true, 1) FROM (VALUES (1.0)) v(x);
SELECT mean_estimate(x, 1, false, 1) FROM (VALUES (1.0)) v(x);
SELECT mean_estimate(x, 1, date '2018-01-01', 1) FROM (VALUES (1.0)) v(x);
SELECT mean_estimate(x, 1, survey_code(bytea ''), 1) FROM (VALUES (1.0)) v(x);
SELECT mean_estimate(x, 1, survey_code(bytea '\x6109'), 1) FROM (VALUES (1.0)) v(x);
SELECT mean_estimate(x, 1, survey_code(bytea '\x617f'), 1) FROM (VALUES (1.0)) v(x);
SELECT mean_estimate(x, 1, survey_code(bytea '\x61c3'), 1) FROM (VALUES (1.0)) v(x);
SELECT mean_estimate(x, 1, survey_code(bytea '\x02'), 1) FROM (VALUES (1.0)) v(x);
DROP CAST (kind AS survey_code);
DROP TYPE kind;
-- The code of a label, or of another value with a text in it, has the bytes of the database, those of é here c3 a9, whatever the client reads. LATIN1 has no Đ; and is still the client's, also after an error.
CREATE TYPE kind AS ENUM ('é', 'Đ');
SET client_encoding = 'LATIN1';
SELECT survey_code((enum_range(NULL::kind))[1]) AS "s c3 a9", survey_code((enum_range(NULL::kind))[2]) AS "s c4 90", survey_code(to_jsonb(chr(233) || chr(272))) AS "s 1 quote c3 a9 c4 90 quote";
SELECT survey_code(acldefault('r', 10));
SELECT chr(272);
\echo :LAST_ERROR_SQLSTATE
RESET client_encoding;
DROP TYPE kind;
-- Where each row's call is made anew, nothing is remembered, and a PSU is looked up in the design as it is stored.
CREATE FUNCTION row_by_row(codes text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	r record;
	state survey_state;
BEGIN
	FOR r IN SELECT * FROM s WHERE member ORDER BY id LOOP
		EXECUTE format('SELECT headcount_ratio_estimate_transition($1, $2, 15, $3, %s, (SELECT survey_design(%s) FROM s)) FROM (SELECT $4 AS stratum, $5 AS psu) r', codes, codes) INTO state USING state, r.x, r.w, r.stratum, r.psu;
	END LOOP;
	RETURN survey_estimate_final(state);
END $$;
SELECT row_by_row('stratum, psu') = headcount_ratio_estimate(x, 15, w, stratum, psu, (SELECT survey_design(stratum, psu) FROM s))::text AS whole_numbers,
	row_by_row($$'s' || stratum, psu / 2.0$$) = headcount_ratio_estimate(x, 15, w, 's' || stratum, psu / 2.0, (SELECT survey_design('s' || stratum, psu / 2.0) FROM s))::text AS others FROM s WHERE member;
SELECT headcount_ratio_estimate_transition(headcount_ratio_estimate_transition(NULL, 1, 2, 3, 1, 0, d), 1, 2, 3, 1, 7, d) FROM (SELECT survey_design(stratum, psu) AS d FROM s) d;
\echo :LAST_ERROR_SQLSTATE
SELECT headcount_ratio_estimate_transition(headcount_ratio_estimate_transition(NULL, 1, 2, 3, 1, 0, d), 1, 2, 3, 0, 1, d) FROM (SELECT survey_design(stratum, psu) AS d FROM s) d;
\echo :LAST_ERROR_SQLSTATE

-- NULLs, weights of 0, nobody, one row, bad numbers.
SELECT estimate(headcount_ratio_estimate(x, 5, w, stratum, psu)) FROM (SELECT * FROM hh UNION ALL VALUES (1, 3, NULL, 9, ''), (1, 3, 1, NULL, ''), (NULL, 3, 1, 1, ''),
	(1, NULL, 1, 1, ''), (7, 7, 1, 0, '')) v;
SELECT headcount_ratio_estimate(x, 5, w, stratum, psu) IS NULL AS nobody, gini_estimate(x, w, stratum, psu) IS NULL AS gini, survey_design(stratum, psu) IS NULL AS design,
	survey_line(x, 0.6, w, stratum, psu) IS NULL AS line FROM hh WHERE false;
SELECT survey_design(NULL::int, psu) IS NULL AS design, survey_line(NULL, 0.6, w, stratum, psu) IS NULL AS line, mean_estimate(NULL, w, stratum, psu) IS NULL AS mean, merge(NULL::survey_design) IS NULL AS merged FROM hh;
SELECT headcount_ratio_estimate(x, 5, w, stratum, psu, NULL) FROM hh;
SELECT income_gap_ratio_estimate(x, 1, w, stratum, psu) IS NULL AS no_poor, median_poverty_gap_estimate(x, 1, w, stratum, psu) IS NULL AS median_gap,
	estimate(sen_index_estimate(x, 1, w, stratum, psu)) AS sen, gini_estimate(-x, w, stratum, psu) IS NULL AS gini FROM hh;
SELECT headcount_ratio_estimate(2, 5, 1, 1, 1);
\echo :LAST_ERROR_SQLSTATE
SELECT headcount_ratio_estimate(2, 5, 1, 1, 1, survey_options(lonely => 'certainty'));
SELECT headcount_ratio_estimate(2, 5, 1, 1, 1, survey_options(lonely => 'average'));
\echo :LAST_ERROR_SQLSTATE
SELECT mean_estimate(x, -w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT mean_estimate('NaN', w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT headcount_ratio_estimate(x, 0, w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT mean_estimate(1e308 * sign(x - 3), 10 * w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT mean_estimate(1e300 * sign(x - 5), w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT watts_index_estimate(x - 2, 5, w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT mean_log_deviation_estimate(x - 2, w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT atkinson_index_estimate(x - 2, 1, w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT estimate(atkinson_index_estimate(x - 2, 0.5, w, stratum, psu)) > 0 AS zero_is_fine, estimate(theil_index_estimate(x - 2, w, stratum, psu)) > 0 AS theil FROM hh;
SELECT zenga_index_estimate(x - 3, w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT weighted_quantile_estimate(x, 1.5, w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT quantile_share_ratio_estimate(x, 0.5, w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT fgt_estimate(x, 5, -1, w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT atkinson_index_estimate(x, 0, w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT bottom_share_estimate(x, w / 8, w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT median_poverty_gap_estimate(x, 5 + w, w, stratum, psu) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT mean_estimate(x, w, stratum, psu, CASE psu WHEN 1 THEN survey_options() ELSE survey_options(level => 0.9) END) FROM hh;
\echo :LAST_ERROR_SQLSTATE

SELECT refusal('SELECT atkinson_index_estimate(x - 3, 0.5, w, stratum, psu) FROM hh') UNION ALL SELECT refusal('SELECT weighted_quantile_estimate(x, -0.1, w, stratum, psu) FROM hh')
UNION ALL SELECT refusal('SELECT quantile_share_ratio_estimate(x, 0, w, stratum, psu) FROM hh') UNION ALL SELECT refusal($$ SELECT mpi_contribution_estimate('{t,f}', '{1,1}', 0.5, 0, w, stratum, psu) FROM af $$)
UNION ALL SELECT refusal($$ SELECT mpi_contribution_estimate(deprived, '{4,3,2,1}', 0.5, psu, w, stratum, psu) FROM af $$);

-- Options.
SELECT survey_options(lonely => 'ignore');
\echo :LAST_ERROR_SQLSTATE
SELECT survey_options(ci => 'Wald');
\echo :LAST_ERROR_SQLSTATE
SELECT survey_options(level => 95);
\echo :LAST_ERROR_SQLSTATE
SELECT survey_options(df => 'all');
\echo :LAST_ERROR_SQLSTATE
SELECT survey_options(convention => 'laeken');
\echo :LAST_ERROR_SQLSTATE
SELECT survey_design(stratum, psu, 1.5) FROM hh;
\echo :LAST_ERROR_SQLSTATE
SELECT survey_design(stratum, psu, x / 10) FROM hh;
\echo :LAST_ERROR_SQLSTATE
-- A design is one value however it came to be: from parts, twice, in another order, out of a table, through its text and binary form.
CREATE TABLE design AS SELECT survey_design(stratum, psu) AS d FROM s;
SELECT d::text = d2::text AS parts, d::text = merge(d, d2)::text AS twice, d::text::survey_design::text = d::text AS text_form, survey_psus(d), survey_strata(d)
FROM design, (SELECT merge(d) AS d2 FROM (SELECT survey_design(stratum, psu) AS d FROM (SELECT * FROM s ORDER BY x) o GROUP BY id % 5) p) v;
SELECT survey_options(level => 0.9, design => d)::text = survey_options(level => 0.9, design => merge(survey_options(level => 0.9, design => d), survey_options(level => 0.9, design => d)))::text AS options_merge FROM design;
SELECT merge(d, survey_options(level => 0.9, design => d)) FROM design;
\echo :LAST_ERROR_SQLSTATE
-- Each option, and no group of PSUs without its own; a NULL is no part, and a design of no PSU adds none.
SELECT count(*) AS options, count(*) FILTER (WHERE refusal(format('SELECT merge(d, survey_options(%s, design => d)) FROM design', option)) LIKE '22023 designs with different options cannot be merged; %') AS refused
FROM unnest(ARRAY['lonely => ''adjust''', 'ci => ''logit''', 'df => ''domain''', 'convention => ''convey''', 'keep_totals => true', 'level => 0.9']) option;
SELECT refusal('SELECT merge(replicate_design(''brr''), d) FROM design') UNION ALL SELECT refusal('SELECT survey_design(stratum, psu, -0.5) FROM hh') UNION ALL SELECT refusal('SELECT survey_options(level => 0)');
SELECT (SELECT merge(v) FROM (VALUES (d), (NULL), (survey_options())) t(v)) = d AND merge(d, survey_options()) = d AND merge(survey_options(), d) = d AS nothing_more, (SELECT merge(v) FROM (VALUES (survey_options())) t(v)) IS NULL AS nothing FROM design;
-- Parts whose codes are of different types have no unit in common, and would make a stratum of two: 1 and '1'. Numbers of all types may meet.
SELECT merge(d, d2) = d AS numbers FROM design, (SELECT survey_design(stratum::numeric, psu::float8) AS d2 FROM s) v;
SELECT merge(d, d2) FROM design, (SELECT survey_design(stratum::text, psu) AS d2 FROM s) v;
\echo :LAST_ERROR_SQLSTATE
SELECT merge(d) FROM (SELECT survey_design(stratum, psu) AS d FROM s UNION ALL SELECT survey_design(stratum, psu::text) FROM s) v;
\echo :LAST_ERROR_SQLSTATE
SELECT merge(d, d2) = merge(d2, d) AS fractions, survey_psus(merge(d, d2)) - survey_psus(d) AS more FROM design, (SELECT survey_design(stratum, psu + 0.5) AS d2 FROM hh) v;
SELECT refusal('SELECT merge(d, d2) FROM (SELECT survey_design(stratum, psu::text) AS d, survey_design(stratum, md5(psu::text)::uuid) AS d2 FROM hh) v');
SELECT abs(std_error(gini_estimate(x, w, stratum, psu, d)) / by_hand('gini') - 1) < 1e-11 AS stored FROM s, design;

-- FILTER, grouping sets, windows, expressions around the call.
SELECT region, estimate(poverty_rate_estimate(x < 5, w, stratum, psu, d)), estimate(poverty_rate_estimate(x < 5, w, stratum, psu, d) FILTER (WHERE w > 1)) AS heavy,
	n(poverty_rate_estimate(x < 5, w, stratum, psu, d)) FROM hh, (SELECT survey_design(stratum, psu) AS d FROM hh) v GROUP BY GROUPING SETS ((region), ()) ORDER BY region;
SELECT x, n(mean_estimate(x, w, 1, x) OVER (ORDER BY x ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING)) FROM hh ORDER BY x;
PREPARE untyped AS SELECT estimate(headcount_ratio_estimate(x, $1, w, stratum, psu)) FROM hh;
EXECUTE untyped('5');
SELECT estimate(headcount_ratio_estimate(x::numeric, '5', 1, stratum, psu)) FROM hh;

-- Replicate weights: three of a jackknife of rows 2, 4 and 6 of weight 1, mean 4; without each the mean is 5, 4, 3.
-- The squares add up to 2. JK1: 2/3 of it; BRR 1/3; bootstrap 1/2; ACS 4/3; Fay 0.5: 4/3; JKn: 0.5·1 + 0.25·0, about 4.5
-- (a scale of 0 has no part in the mean): 0.5/4 + 0.25/4.
CREATE TABLE r AS SELECT x, 1.0 AS w, ARRAY[(x <> 2)::int, (x <> 4)::int, (x <> 6)::int]::float8[] AS rw FROM generate_series(2, 6, 2) x;
SELECT design, std_error(e) ^ 2 AS variance, df(e), n(e) FROM (SELECT m AS design, mean_replicates(x, w, rw, d) AS e FROM r, (VALUES ('jk1', replicate_design('jk1')), ('brr', replicate_design('brr')),
	('bootstrap', replicate_design('bootstrap')), ('acs', replicate_design('acs')), ('fay', replicate_design('fay', 0.5)), ('jkn', replicate_design('jkn', rscales => '{0.5,0.25,0}')),
	('other', replicate_design('other', scale => 3, mse => true)), ('df', survey_options(level => 0.9, design => replicate_design('acs', df => 80)))) v(m, d) GROUP BY m, d) e ORDER BY 1;
-- Every index of replicates is the index with the weights of each.
SELECT index, abs(std_error(e) ^ 2 / by_replicates - 1) < 1e-12 AS same FROM (
	SELECT 'gini' AS index, gini_replicates(x, w, ARRAY[w * (id % 2), w * (id % 3)], d) AS e, (SELECT sum((g - m) ^ 2) / 2 FROM (SELECT g, avg(g) OVER () AS m FROM (
		SELECT (SELECT sum(i.w * j.w * abs(i.x - j.x)) / (2 * sum(i.w * j.w) * (SELECT sum(w * x * (id % k)) / sum(w * (id % k)) FROM s)) FROM (SELECT x, w * (id % k) AS w FROM s) i, (SELECT x, w * (id % k) AS w FROM s) j) AS g
		FROM generate_series(2, 3) k) v) v) AS by_replicates FROM s, (SELECT replicate_design('brr') AS d) v GROUP BY d
	UNION ALL SELECT 'headcount_ratio', headcount_ratio_replicates(x, 15, w, ARRAY[w * (id % 2), w * (id % 3)], replicate_design('brr')), (headcount_ratio(x, 15, w * (id % 2)) - headcount_ratio(x, 15, w * (id % 3))) ^ 2 / 4 FROM s
	UNION ALL SELECT 'watts_index', watts_index_replicates(x, 15, w, ARRAY[w * (id % 2), w * (id % 3)], replicate_design('brr')), (watts_index(x, 15, w * (id % 2)) - watts_index(x, 15, w * (id % 3))) ^ 2 / 4 FROM s
	UNION ALL SELECT 'income_gap_ratio', income_gap_ratio_replicates(x, 15, w, ARRAY[w * (id % 2), w * (id % 3)], replicate_design('brr')), (income_gap_ratio(x, 15, w * (id % 2)) - income_gap_ratio(x, 15, w * (id % 3))) ^ 2 / 4 FROM s) v;
SELECT mean_replicates(x, w, rw, survey_options()) FROM r;
\echo :LAST_ERROR_SQLSTATE
SELECT mean_replicates(x, w, rw, replicate_design('jkn', rscales => '{1,1}')) FROM r;
\echo :LAST_ERROR_SQLSTATE
SELECT mean_replicates(x, w, CASE x WHEN 2 THEN rw ELSE '{1}' END, replicate_design('brr')) FROM r;
\echo :LAST_ERROR_SQLSTATE
SELECT mean_replicates(x, w, '{1,NULL,1}', replicate_design('brr')) FROM r;
\echo :LAST_ERROR_SQLSTATE
SELECT mean_replicates(x, w, '{}', replicate_design('brr')) FROM r;
\echo :LAST_ERROR_SQLSTATE
SELECT mean_estimate(x, w, 1, x, replicate_design('brr')) FROM r;
\echo :LAST_ERROR_SQLSTATE
SELECT replicate_design('fay');
\echo :LAST_ERROR_SQLSTATE
SELECT replicate_design('fay', 1);
\echo :LAST_ERROR_SQLSTATE
SELECT replicate_design('jkn');
\echo :LAST_ERROR_SQLSTATE
SELECT replicate_design('other');
\echo :LAST_ERROR_SQLSTATE
SELECT replicate_design('brr', 0.5);
\echo :LAST_ERROR_SQLSTATE
SELECT replicate_design('jkn', rscales => '{-1}');
\echo :LAST_ERROR_SQLSTATE
SELECT replicate_design(NULL) IS NULL AS nothing;
SELECT refusal(format('SELECT replicate_design(%s)', arguments)) FROM unnest(ARRAY['''fay'', -0.1', '''other'', scale => ''Infinity''', '''brr'', df => 0', '''brr'', df => ''Infinity''', '''jkn'', rscales => ''{}''', '''jkn'', rscales => ''{{1,2}}''', '''jkn'', rscales => ''{1,NULL}''']) arguments;
-- A row of weight 0 is none; a row that lacks something is left out; arrays in which a NULL was replaced are what they look like.
CREATE TABLE mended AS SELECT x, w, rw, ARRAY[rw[1], NULL, rw[3]] AS new, '{NULL,0.25,0}'::float8[] AS scales FROM r;
UPDATE mended SET new[2] = rw[2], scales[1] = 0.5;
SELECT (SELECT mean_replicates(x, w, rw, replicate_design('jk1')) FROM (SELECT * FROM r UNION ALL VALUES (100, 0, '{1,1,1}'::float8[]), (NULL, 1, '{1,1,1}')) v) = mean_replicates(x, w, rw, replicate_design('jk1')) AS left_out,
	mean_replicates(x, w, new, replicate_design('jk1')) = mean_replicates(x, w, rw, replicate_design('jk1')) AS weights, replicate_design('jkn', rscales => scales) = replicate_design('jkn', rscales => '{0.5,0.25,0}') AS scales FROM mended GROUP BY scales;
SELECT mean_replicates(NULL, w, rw, replicate_design('jk1')) IS NULL AS nobody, survey_line_replicates(NULL, 0.6, w, rw, replicate_design('jk1')) IS NULL AS no_line FROM r;
DROP TABLE mended;
-- A single replicate has no variance where that is divided by R - 1, neither of a mean nor at a line.
SELECT estimate(e), std_error(e), estimate(at_line) AS rate, std_error(at_line) AS error FROM (SELECT mean_replicates(x, w, rw[1:1], d) AS e, headcount_ratio_replicates(x, l, w, rw[1:1]) AS at_line
	FROM r, (SELECT replicate_design('bootstrap') AS d) o, LATERAL (SELECT survey_line_replicates(x, 0.6, w, rw[1:1], d) AS l FROM r) n) v;
-- A replicate of only an income of 0 has the mean 0, which is no line: no standard error.
SELECT estimate(e), std_error(e) FROM (SELECT headcount_ratio_replicates(x, l, w, rw) AS e FROM (VALUES (0, 1, '{1,1}'::float8[]), (4, 1, '{0,1}'), (6, 1, '{0,1}')) v(x, w, rw),
	(SELECT survey_line_of_mean_replicates(x, 0.5, w, rw, replicate_design('brr')) AS l FROM (VALUES (0, 1, '{1,1}'::float8[]), (4, 1, '{0,1}'), (6, 1, '{0,1}')) v(x, w, rw)) n) q;
-- A replicate in which the index is undefined: no error, but no standard error either.
SELECT estimate(e), std_error(e) FROM (SELECT income_gap_ratio_replicates(x, 3, w, rw, replicate_design('jk1')) AS e FROM r) v;

-- Differences. Of totals over the same PSUs: the error of the difference is that of the total of differences; of
-- independent ones, variances add up; degrees of freedom 18 and 18 make (a + b)² / ((a² + b²) / 18).
SELECT estimate(difference(a, b)) = estimate(a) - estimate(b) AS estimate, abs(std_error(difference(a, b)) / std_error(d) - 1) < 1e-12 AS overlapping, df(difference(a, b)),
	abs(std_error(difference(a, b, true)) / sqrt(std_error(a) ^ 2 + std_error(b) ^ 2) - 1) < 1e-15 AS independent,
	abs(df(difference(a, b, true)) / ((std_error(a) ^ 2 + std_error(b) ^ 2) ^ 2 / ((std_error(a) ^ 4 + std_error(b) ^ 4) / 18)) - 1) < 1e-14 AS df,
	abs(std_error(relative_difference(a, b)) / std_error(r) - 1) < 1e-12 AS relative, abs(estimate(relative_difference(a, b)) - estimate(r) + 1) < 1e-14 AS ratio,
	abs((ci_high(difference(a, b, false, 0.9)) - ci_low(difference(a, b, false, 0.9))) / (2 * 1.73406360661754 * std_error(d)) - 1) < 1e-11 AS interval,
	abs(std_error(difference(difference(a, b), difference(b, a))) / (2 * std_error(d)) - 1) < 1e-12 AS of_differences
FROM (SELECT total_estimate(x, w, stratum, psu, k) AS a, total_estimate(z, w, stratum, psu, k) AS b, total_estimate(x - z, w, stratum, psu) AS d, ratio_estimate(x, z, w, stratum, psu) AS r
	FROM s, (SELECT survey_options(keep_totals => true) AS k) o) v;
-- Two domains of one sample: their means differ as the domains' ratios, Σ(a - b) with the whole sample's PSUs.
SELECT abs(std_error(difference(a, b)) / (SELECT sqrt(sum(v)) FROM (SELECT count(*) ^ 2 * var_pop(t) / (count(*) - 1) AS v FROM (SELECT stratum, psu,
	sum(w * CASE WHEN member THEN (x - ma) / wa ELSE -(x - mb) / wb END) AS t FROM s, (SELECT sum(w * x) FILTER (WHERE member) / sum(w) FILTER (WHERE member) AS ma, sum(w) FILTER (WHERE member) AS wa,
	sum(w * x) FILTER (WHERE NOT member) / sum(w) FILTER (WHERE NOT member) AS mb, sum(w) FILTER (WHERE NOT member) AS wb FROM s) m GROUP BY 1, 2) p GROUP BY stratum) h) - 1) < 1e-12 AS domains
FROM (SELECT mean_estimate(x, w, stratum, psu, k) FILTER (WHERE member) AS a, mean_estimate(x, w, stratum, psu, k) FILTER (WHERE NOT member) AS b
	FROM s, (SELECT survey_options(keep_totals => true, design => survey_design(stratum, psu)) AS k FROM s) o) v;
-- A rotating panel: totals of PSUs 1, 2, 3 are 1, 2, 6 (mean 3, deviations times sqrt(3/2) -2, -1, 3), and a year later of 2, 3, 4
-- 2, 7, 3 (mean 4; -2, 3, -1). The shared PSUs' deviations meet: (4 + (-1 + 2)² + 0 + 1) · 3/2 = 9, where all apart would be 42.
SELECT estimate(e), std_error(e) ^ 2 AS variance, t_statistic(e) = estimate(e) / std_error(e) AS t FROM (SELECT difference(
	(SELECT total_estimate(y, 1, 'all', p, survey_options(keep_totals => true)) FROM (VALUES (2, 2), (3, 7), (4, 3)) v(p, y)),
	(SELECT total_estimate(y, 1, 'all', p, survey_options(keep_totals => true)) FROM (VALUES (1, 1), (2, 2), (3, 6)) v(p, y))) AS e) v;
-- The same panel with codes that are numbers in one year and texts in the other: nothing would be shared. As independent samples 42, as above.
SELECT difference(a, b) FROM (SELECT total_estimate(y, 1, 'all', p, survey_options(keep_totals => true)) AS a FROM (VALUES (2, 2), (3, 7), (4, 3)) v(p, y)) one,
	(SELECT total_estimate(y, 1, 'all', p::text, survey_options(keep_totals => true)) AS b FROM (VALUES (1, 1), (2, 2), (3, 6)) v(p, y)) other;
\echo :LAST_ERROR_SQLSTATE
SELECT round((std_error(difference(a, b, true)) ^ 2)::numeric, 9) AS variance FROM (SELECT total_estimate(y, 1, 'all', p, survey_options(keep_totals => true)) AS a FROM (VALUES (2, 2), (3, 7), (4, 3)) v(p, y)) one,
	(SELECT total_estimate(y, 1, 'all', p::text, survey_options(keep_totals => true)) AS b FROM (VALUES (1, 1), (2, 2), (3, 6)) v(p, y)) other;
SELECT difference(a, a) FROM (SELECT mean_estimate(x, w, stratum, psu) AS a FROM hh) v;
\echo :LAST_ERROR_SQLSTATE
SELECT difference(a, a, true, 2) FROM (SELECT mean_estimate(x, w, stratum, psu) AS a FROM hh) v;
\echo :LAST_ERROR_SQLSTATE
-- One income has no error, nor has the difference; what is compared must have been made in one way. The three replicates of r: of another scale, with scales of their own, from the estimate, with other such scales.
SELECT estimate(d), std_error(d), df(d), ci_low(d) FROM (SELECT difference(a, a, true) AS d FROM (SELECT mean_estimate(5, w, stratum, psu) AS a FROM hh) v) w;
CREATE TABLE compared AS SELECT mean_estimate(x, w, 1, x) AS plain, mean_estimate(x, w, 1, x, survey_options(keep_totals => true)) AS kept, mean_replicates(x, w, rw, survey_options(keep_totals => true, design => replicate_design('brr'))) AS brr,
	mean_replicates(x, w, rw, survey_options(keep_totals => true, design => replicate_design('bootstrap'))) AS bootstrap, mean_replicates(x, w, rw, survey_options(keep_totals => true, design => replicate_design('other', scale => 1))) AS one,
	mean_replicates(x, w, rw, survey_options(keep_totals => true, design => replicate_design('other', scale => 1, mse => true))) AS mse, mean_replicates(x, w, rw, survey_options(keep_totals => true, design => replicate_design('jkn', rscales => '{1,1,1}'))) AS jkn,
	mean_replicates(x, w, rw, survey_options(keep_totals => true, design => replicate_design('jkn', rscales => '{1,1,2}'))) AS jkn_2 FROM r;
SELECT pair, refusal(format('SELECT difference(%s) FROM compared', pair)) FROM unnest(ARRAY['kept, plain', 'plain, kept', 'kept, brr', 'brr, kept', 'brr, bootstrap', 'one, jkn', 'one, mse', 'jkn, jkn_2', 'kept, kept, true, 0']) pair;
SELECT n(difference(e, e, true)) AS of_unknown_n, t_statistic(z) IS NULL AND p_value(z) IS NULL AS no_t, p_value(d) IS NULL AS no_df, difference(u, e) IS NULL AND difference(e, u) IS NULL AND relative_difference(u, e) IS NULL AND relative_difference(e, u) IS NULL AND relative_difference(e, z) IS NULL AS unknown,
	difference(NULL, e) IS NULL AND difference(e, e, NULL) IS NULL AND relative_difference(e, NULL) IS NULL AND relative_difference(e, e, NULL) IS NULL AS no_argument
FROM (SELECT ROW(0.5, 0.1, 0.3, 0.7, 0.2, 1, 10, NULL, NULL)::poverty_estimate AS e, ROW(0, 0, 0, 0, NULL, 1, 10, 5, NULL)::poverty_estimate AS z, ROW(0.5, 0.1, 0.3, 0.7, 0.2, 1, NULL, 5, NULL)::poverty_estimate AS d, ROW(NULL, 0.1, 0.3, 0.7, 0.2, 1, 10, 5, NULL)::poverty_estimate AS u) v;
DROP TABLE compared;
SELECT difference(a, NULL) IS NULL AS nothing, relative_difference(NULL, a) IS NULL AS nor_relative FROM (SELECT mean_estimate(x, w, stratum, psu) AS a FROM hh) v;
-- An estimate without an error (a median where the density is 0, Woodruff's interval beyond the sample) leaves the difference without one.
SELECT estimate(difference(a, b)), std_error(difference(a, b)), ci_low(difference(a, b)), df(difference(a, b)), std_error(difference(a, b, true)) AS independent, estimate(relative_difference(b, a)) AS relative, std_error(relative_difference(b, a)) AS error,
	std_error(difference(c, b)) AS woodruff
FROM (SELECT weighted_median_estimate(5, w, stratum, psu, k) AS a, mean_estimate(x, w, stratum, psu, k) AS b, weighted_median_estimate(x, w, stratum, psu, survey_options(ci => 'woodruff', design => k)) AS c FROM hh, (SELECT survey_options(keep_totals => true) AS k) o) v;
-- Woodruff's quantiles keep totals whose squares add up to their own errors: by the shares' deviations, of 2 shares 1 covariance.
SELECT abs(std_error(difference(a, b)) / sqrt(std_error(a) ^ 2 + std_error(b) ^ 2 - 2 * std_error(a) * std_error(b) * correlation) - 1) < 1e-12 AS covariance, std_error(difference(a, a)) AS itself,
	abs(std_error(relative_difference(a, b)) * estimate(b) / sqrt(std_error(a) ^ 2 + (std_error(b) * estimate(a) / estimate(b)) ^ 2 - 2 * std_error(a) * std_error(b) * estimate(a) / estimate(b) * correlation) - 1) < 1e-12 AS relative
FROM (SELECT weighted_quantile_estimate(x, 0.3, w, stratum, psu, k) AS a, weighted_quantile_estimate(x, 0.6, w, stratum, psu, k) AS b, poverty_rate_estimate(x <= quantile(0.3), w, stratum, psu, k) AS p, poverty_rate_estimate(x <= quantile(0.6), w, stratum, psu, k) AS q
	FROM s, (SELECT survey_options(ci => 'woodruff', keep_totals => true) AS k) o) v,
	LATERAL (SELECT (std_error(p) ^ 2 + std_error(q) ^ 2 - std_error(difference(p, q)) ^ 2) / (2 * std_error(p) * std_error(q)) AS correlation) c;
-- One income: Zenga is 0 and its error too, of one row as well.
SELECT estimate(e), std_error(e), ci_low(e), ci_high(e) FROM (SELECT zenga_index_estimate(0.1, 0.3, psu, psu, survey_options(lonely => 'certainty', df => 'domain')) AS e FROM hh WHERE x = 2 UNION ALL SELECT zenga_index_estimate(0.1, w, stratum, psu) FROM hh) v;
-- A rate of 0 has no coefficient of variation: unreliable, unless none is asked for.
SELECT cv(e), reliability(e), reliability(e, NULL) FROM (SELECT headcount_ratio_estimate(x, 0.1, w, stratum, psu) AS e FROM s) v;
SELECT n, reliability(ROW(0.1, 0.03, NULL, NULL, 0.3, NULL, 5, n, NULL)::poverty_estimate), reliability(ROW(0.1, 0.03, NULL, NULL, 0.3, NULL, 5, n, NULL)::poverty_estimate, 0.35) AS up_to_35
FROM unnest(ARRAY[19, 49, 50]) n;

-- States: what is sent can be read, states of different aggregates, parameters or designs do not join, bad bytes are refused.
CREATE FUNCTION refused(type regtype, t text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('SELECT %L::%s', t, type);
	RETURN 'accepted';
EXCEPTION WHEN OTHERS THEN
	RETURN sqlstate;
END $$;
CREATE TABLE states AS SELECT mean_estimate_transition(mean_estimate_transition(NULL, 1, 2, 1, 'a'), 5, 1, 1, 'b') AS state,
	mean_estimate_transition(NULL, 3, 1, 1, 'b') AS other, mean_replicates_transition(NULL, 1, 2, '{1,2}', replicate_design('jkn', rscales => '{1,1}')) AS replicates;
-- The mean of 1 (weight 2), 5 and 3 is 2.5; 4 u w is -3 in PSU a, 2.5 + 0.5 in b, so the variance is 2·(9/16 + 9/16), the error 1.5.
SELECT survey_estimate_final(survey_state_combine(state, other)), survey_estimate_final(survey_state_combine(other, state)) = survey_estimate_final(survey_state_combine(state::text::survey_state, other::text::survey_state)) AS same,
	replicates::text::survey_state::text = replicates::text AS replicates FROM states;
SELECT survey_state_combine(state, gini_estimate_transition(NULL, 1, 2, 1, 'a')) FROM states;
\echo :LAST_ERROR_SQLSTATE
SELECT survey_state_combine(fgt_estimate_transition(NULL, 1, 2, 1, 1, 1, 1), fgt_estimate_transition(NULL, 1, 2, 2, 1, 1, 1));
\echo :LAST_ERROR_SQLSTATE
SELECT survey_state_combine(state, survey_design_transition(NULL, 1, 2)) FROM states;
\echo :LAST_ERROR_SQLSTATE
SELECT survey_design_combine(survey_design_transition(NULL, 1, 2), state) FROM states;
\echo :LAST_ERROR_SQLSTATE
SELECT survey_design_final(state) FROM states;
\echo :LAST_ERROR_SQLSTATE
SELECT gini_estimate_transition(state, 1, 2, 1, 'a') FROM states;
\echo :LAST_ERROR_SQLSTATE
-- States without a row are neutral; rows whose codes are numbers, and those of a sample whose PSUs are all known, join as they would have come one by one.
SELECT survey_state_combine(nobody, state)::text = state::text AND survey_state_combine(state, nobody)::text = state::text AS neutral, survey_estimate_final(nobody) IS NULL AS nothing FROM states, (SELECT mean_estimate_transition(NULL, NULL, 1, 1, 'a') AS nobody) n;
SELECT survey_estimate_final(survey_state_combine(mean_estimate_transition(mean_estimate_transition(NULL, 2, 1, 1, 1), 6, 1, 1, 1), mean_estimate_transition(mean_estimate_transition(mean_estimate_transition(NULL, 4, 2, 1, 2), 8, 1, 2, 1), 10, 3, 2, 2)))
		= (SELECT mean_estimate(x, w, stratum, psu) FROM hh) AS numbers,
	survey_estimate_final(survey_state_combine(mean_estimate_transition(mean_estimate_transition(NULL, 2, 1, 1, 1, d), 6, 1, 1, 1, d), mean_estimate_transition(mean_estimate_transition(mean_estimate_transition(NULL, 4, 2, 1, 2, d), 8, 1, 2, 1, d), 10, 3, 2, 2, d)))
		= (SELECT mean_estimate(x, w, stratum, psu, d) FROM hh) AS whole FROM (SELECT survey_options(keep_totals => true, design => survey_design(stratum, psu)) AS d FROM hh) v;
SELECT survey_design_final(survey_design_combine(survey_design_transition(NULL, 1, 1), survey_design_transition(NULL, 1, 2))) = (SELECT survey_design(1, psu) FROM generate_series(1, 2) psu) AS designs,
	survey_design_combine(survey_design_transition(NULL, NULL::int, 1), a)::text = a::text AS neutral, a::text::survey_state::text = a::text AS lossless, survey_design_final(survey_design_combine(survey_design_add(NULL, d), survey_design_add(NULL, d))) = d AS merged
FROM (SELECT survey_design_transition(NULL, 1, 2) AS a, survey_options(level => 0.9, design => survey_design(1, psu)) AS d FROM generate_series(1, 2) psu) v;
-- States that do not join: another indicator, other weights, a design, another number of replicates, other options of merged designs; and a final function of another aggregate, whose rows have another form.
CREATE FUNCTION mpi_state(v float8[], indicator int) RETURNS survey_state LANGUAGE sql RETURN mpi_contribution_estimate_transition(NULL, '{t,f}', v, 0.5, indicator, 1, 1, 1);
SELECT refusal('SELECT survey_state_combine(mpi_state(''{1,1}'', 1), mpi_state(''{1,1}'', 2))') UNION ALL SELECT refusal('SELECT survey_state_combine(mpi_state(''{1,1}'', 1), mpi_state(''{2,1}'', 1))')
UNION ALL SELECT refusal('SELECT survey_state_combine(state, mean_estimate_transition(NULL, 1, 2, 1, ''a'', (SELECT survey_design(1, ''a''::text)))) FROM states')
UNION ALL SELECT refusal('SELECT survey_state_combine(mean_replicates_transition(NULL, 1, 2, ''{1,2}'', d), mean_replicates_transition(NULL, 1, 2, ''{1,2,3}'', d)) FROM replicate_design(''brr'') d')
UNION ALL SELECT refusal('SELECT survey_design_combine(survey_design_add(NULL, d), survey_design_add(NULL, survey_options(level => 0.9, design => d))) FROM design')
UNION ALL SELECT refusal('SELECT survey_state_combine(survey_design_transition(NULL, 1, 2), state) FROM states') UNION ALL SELECT refusal('SELECT survey_estimate_final(survey_design_transition(NULL, 1, 2))')
UNION ALL SELECT refusal('SELECT survey_estimate_final(replicates) FROM states') UNION ALL SELECT refusal('SELECT survey_replicates_final(state) FROM states') UNION ALL SELECT refusal('SELECT survey_line_final(state) FROM states')
UNION ALL SELECT refusal('SELECT survey_line_final(survey_line_replicates_transition(NULL, 1, 0.6, 1, ''{1,2}'', replicate_design(''brr'')))') UNION ALL SELECT refusal('SELECT survey_line_replicates_final(survey_line_transition(NULL, 1, 0.6, 1, 1, 1))');
DROP FUNCTION mpi_state;
-- Every byte in turn with all its bits changed, and with one, and every value cut short: refused, and with one SQLSTATE.
SELECT type, array_agg(DISTINCT refused(type, encode(set_byte(decode(t, 'hex'), i - 1, get_byte(decode(t, 'hex'), i - 1) # 255), 'hex')) || ' ' || refused(type, encode(set_bit(decode(t, 'hex'), 8 * i - 1 - i % 8, 1 - get_bit(decode(t, 'hex'), 8 * i - 1 - i % 8)), 'hex'))) AS changed, array_agg(DISTINCT refused(type, left(t, 2 * i))) AS cut,
	refused(type, t || '00') AS longer, refused(type, left(t, -1)) AS half, refused(type, 'xy' || substr(t, 3)) AS letters, refused(type, t) AS whole
FROM (SELECT 'survey_state'::regtype AS type, state::text AS t FROM states UNION ALL SELECT 'survey_state', replicates::text FROM states
	UNION ALL SELECT 'survey_design', survey_design(stratum, psu, 0.5)::text FROM hh UNION ALL SELECT 'survey_line', survey_line(x, 0.6, w, stratum, psu)::text FROM hh
	UNION ALL SELECT 'survey_totals', (totals(mean_estimate(x, w, stratum, psu, survey_options(keep_totals => true))))::text FROM hh) v, LATERAL generate_series(1, length(t) / 2 - 1) i
GROUP BY type, t ORDER BY type, length(t);
-- With the checksum of what they say: a state of one row and one PSU, code 7 (of the tag i and 2^63 more) in stratum 1, of a mean (index 1; 2 doubles a row, flag 32: it knows its parameters), and what does not go together with it.
\getenv srcdir PG_ABS_SRCDIR
\i :srcdir/sql/include/sealed.sql
CREATE FUNCTION sample(type int, index int, columns int, flags int, replicates int, digest int, psus int, strata int, entries text[], scales int, estimates int, row_count int, rest text) RETURNS text LANGUAGE sql IMMUTABLE
	RETURN sealed('01' || lpad(to_hex(type), 2, '0') || lpad(to_hex(index), 2, '0') || lpad(to_hex(columns), 2, '0') || lpad(to_hex(flags), 8, '0') || lpad(to_hex(replicates), 8, '0') || '0000000000'
		|| encode(float8send(0.95), 'hex') || repeat('0', 80) || lpad(to_hex(digest), 16, '0') || repeat('0', 16) || lpad(to_hex(psus), 8, '0') || lpad(to_hex(strata), 8, '0') || lpad(to_hex(cardinality(entries)), 8, '0')
		|| lpad(to_hex(scales), 8, '0') || lpad(to_hex(estimates), 8, '0') || lpad(to_hex(row_count), 8, '0') || array_to_string(entries, '') || rest);
CREATE FUNCTION entry(stratum int, psus int, code int) RETURNS text LANGUAGE sql IMMUTABLE RETURN lpad(to_hex(stratum), 8, '0') || lpad(to_hex(psus), 8, '0') || repeat('0', 16) || '00000009' || '6980000000' || lpad(to_hex(code), 8, '0');
CREATE FUNCTION reason(t text, type regtype) RETURNS text LANGUAGE sql RETURN (SELECT CASE WHEN r LIKE 'not refused%' THEN 'accepted' ELSE replace(split_part(r, ';', 1), '22P03 invalid stored survey value: ', '') END FROM refusal(format('SELECT %L::%s', t, type)) r);
SELECT sample(1, 1, 2, 32, 0, 0, 0, 0, ARRAY[entry(0, 0, 1)], 0, 0, 1, '4008000000000000' || '3ff0000000000000' || '00000000' || '8000000000000007') = mean_estimate_transition(NULL, 3, 1, 1, 7)::text AS written_so;
SELECT what, reason(sample(1, 1, 2, flags, 0, CASE WHEN flags & 1 = 1 THEN 7 ELSE 0 END, psus, strata, entries, 0, 0, 1, '4008000000000000' || '3ff0000000000000' || place), 'survey_state') FROM (VALUES
	(1, 'a number as code', 32, 0, 0, ARRAY[entry(0, 0, 1)], '000000008000000000000007'), (2, 'an entry', 32, 0, 0, ARRAY[entry(0, 0, 1), entry(0, 0, 7)], '800000000000000000000001'),
	(3, 'no such entry', 32, 0, 0, ARRAY[entry(0, 0, 1), entry(0, 0, 7)], '800000000000000000000009'), (4, 'the stratum as its PSU', 32, 0, 0, ARRAY[entry(0, 0, 1), entry(0, 0, 7)], '800000000000000000000000'),
	(5, 'the PSU of another stratum', 32, 0, 0, ARRAY[entry(0, 0, 1), entry(1, 0, 2), entry(1, 0, 7)], '800000000000000000000002'), (6, 'no such stratum', 32, 0, 0, ARRAY[entry(0, 0, 1)], '000000098000000000000007'),
	(7, 'a PSU as stratum', 32, 0, 0, ARRAY[entry(0, 0, 1), entry(0, 0, 7)], '000000018000000000000007'), (8, 'parameters unknown', 0, 0, 0, ARRAY[entry(0, 0, 1)], '000000008000000000000007'),
	(9, 'all of a design', 32 + 1 + 8, 1, 1, ARRAY[entry(0, 1, 1), entry(0, 0, 7)], '800000000000000000000001'), (10, 'all of a design, but a code', 32 + 1 + 8, 1, 1, ARRAY[entry(0, 1, 1), entry(0, 0, 7)], '000000008000000000000007'),
	(11, 'not all of a design', 32 + 1 + 8, 2, 1, ARRAY[entry(0, 2, 1), entry(0, 0, 7)], '800000000000000000000001'), (12, 'more PSUs than the design has', 32 + 1, 1, 1, ARRAY[entry(0, 2, 1), entry(0, 0, 7), entry(0, 0, 8)], '800000000000000000000001'),
	(13, 'more strata than the design has', 32 + 1, 9, 1, ARRAY[entry(0, 2, 1), entry(1, 0, 2)], '000000008000000000000007'), (14, 'more PSUs than the stratum has', 32 + 1, 9, 9, ARRAY[entry(0, 0, 1), entry(0, 0, 7)], '800000000000000000000001')
) v(n, what, flags, psus, strata, entries, place) ORDER BY n;
-- A design's state has no rows, nor any of what they are made of; a stored value has no digest of another; a line of replicates has no PSUs, and as many scales as replicates or none; more replicates than 100,000 are none.
SELECT what, reason(sample(type, index, columns, flags, replicates, digest, 0, 0, entries, scales, estimates, row_count, rest), CASE type WHEN 1 THEN 'survey_state' WHEN 2 THEN 'survey_design' WHEN 3 THEN 'survey_line' ELSE 'survey_totals' END::regtype) FROM (VALUES
	(1, 'a design''s state', 1, 0, 0, 0, 0, 0, '{}'::text[], 0, 0, 0, ''), (2, 'with columns', 1, 0, 2, 0, 0, 0, '{}', 0, 0, 0, ''), (3, 'with replicates', 1, 0, 0, 2, 1, 0, '{}', 0, 0, 0, ''), (4, 'with a row', 1, 0, 0, 0, 0, 0, '{}', 0, 0, 1, repeat('0', 24)),
	(5, 'a design of options alone', 2, 0, 0, 0, 0, 0, '{}', 0, 0, 0, ''), (6, 'with columns', 2, 0, 2, 0, 0, 0, '{}', 0, 0, 0, ''), (7, 'with replicates', 2, 0, 0, 0, 1, 0, '{}', 0, 0, 0, ''), (8, 'with a row', 2, 0, 0, 0, 0, 0, '{}', 0, 0, 1, repeat('0', 24)), (9, 'with a digest', 2, 0, 0, 0, 0, 1, '{}', 0, 0, 0, ''),
	(10, 'with estimates', 2, 0, 0, 2, 0, 0, '{}', 0, 1, 0, repeat('0', 16)), (11, 'a line of a replicate', 3, 13, 0, 2, 0, 0, '{}', 0, 1, 0, repeat('0', 16)), (12, 'with a stratum', 3, 13, 0, 2, 0, 0, ARRAY[entry(0, 0, 1)], 0, 1, 0, repeat('0', 16)), (13, 'with a design', 3, 13, 0, 3, 0, 0, '{}', 0, 1, 0, repeat('0', 16)),
	(14, 'with a scale', 3, 13, 0, 2, 0, 0, '{}', 1, 1, 0, repeat('0', 32)), (15, 'with two', 3, 13, 0, 2, 0, 0, '{}', 2, 1, 0, repeat('0', 48)), (16, 'a state of 100,000', 1, 1, 2, 34, 100000, 7, '{}', 0, 0, 0, ''), (17, 'a state of more', 1, 1, 2, 34, 100001, 7, '{}', 0, 0, 0, '')
) v(n, what, type, index, columns, flags, replicates, digest, entries, scales, estimates, row_count, rest) ORDER BY n;
-- What flags, digest, counts and parts do not go together with.
SELECT what, reason(sample(type, index, columns, flags, replicates, digest, 0, 0, entries, scales, estimates, row_count, rest), CASE type WHEN 1 THEN 'survey_state' WHEN 2 THEN 'survey_design' WHEN 3 THEN 'survey_line' ELSE 'survey_totals' END::regtype) FROM (VALUES
	(1, 'a digest of no design', 1, 0, 0, 0, 0, 1, '{}'::text[], 0, 0, 0, ''),
	(2, 'flags of no design', 1, 1, 2, 33, 0, 0, '{}', 0, 0, 0, ''),
	(3, 'a digest and no parameters', 1, 1, 2, 0, 0, 7, '{}', 0, 0, 0, ''),
	(4, 'replicates that no flag names', 1, 1, 2, 32, 1, 7, '{}', 0, 0, 0, ''),
	(5, 'estimates of no replicates', 1, 1, 2, 34, 0, 7, '{}', 0, 1, 0, repeat('0', 16)),
	(6, 'replicates and PSUs', 1, 1, 2, 34, 1, 7, ARRAY[entry(0, 0, 1)], 0, 0, 0, ''),
	(7, 'replicates and a design', 1, 1, 2, 35, 1, 7, '{}', 0, 0, 0, ''),
	(8, 'a design with parameters', 2, 0, 0, 32, 0, 0, '{}', 0, 0, 0, ''),
	(9, 'a design of an index', 2, 1, 0, 0, 0, 0, '{}', 0, 0, 0, ''),
	(10, 'a line without estimates', 3, 13, 0, 2, 0, 0, '{}', 0, 0, 0, ''),
	(11, 'scales without replicates', 2, 0, 0, 0, 0, 0, '{}', 1, 0, 0, repeat('0', 16)),
	(12, 'estimates without replicates', 2, 0, 0, 0, 0, 0, '{}', 0, 1, 0, repeat('0', 16)),
	(13, 'a centre without replicates', 2, 0, 0, 4, 0, 0, '{}', 0, 0, 0, ''),
	(14, 'a line of nothing', 3, 13, 0, 0, 0, 0, '{}', 0, 0, 0, ''),
	(15, 'totals that are a design', 4, 1, 0, 1, 0, 0, ARRAY[entry(0, 0, 1)], 0, 0, 0, ''),
	(16, 'PSUs that are no design', 2, 0, 0, 0, 0, 0, ARRAY[entry(0, 0, 1)], 0, 0, 0, ''),
	(17, 'a line of 100,001', 3, 13, 0, 2, 0, 0, '{}', 0, 100001, 0, repeat('0', 1600016)),
	(18, 'replicates of which there is none yet', 1, 1, 2, 34, 0, 7, '{}', 0, 0, 0, ''),
	(19, 'a stratum without PSUs', 2, 0, 0, 1, 0, 0, ARRAY[entry(0, 0, 1)], 0, 0, 0, '')
) v(n, what, type, index, columns, flags, replicates, digest, entries, scales, estimates, row_count, rest) ORDER BY n;
-- States that say that they are of one design, and have other flags, scales, or PSUs.
CREATE FUNCTION at_design(flags int, scales int, entries text[]) RETURNS text LANGUAGE sql IMMUTABLE RETURN sample(1, 1, 2, 32 + flags, CASE WHEN flags & 2 = 2 THEN 1 ELSE 0 END, 7, cardinality(entries) - 1, 1, entries, scales, 0, 0, repeat('0', 16 * scales));
SELECT what, left(refusal(format('SELECT survey_state_combine(%L::survey_state, %L::survey_state)', a, b)), 48) FROM (VALUES ('the same', at_design(9, 0, ARRAY[entry(0, 1, 1), entry(0, 0, 7)]), at_design(9, 0, ARRAY[entry(0, 1, 1), entry(0, 0, 7)])),
	('flags', at_design(1, 0, ARRAY[entry(0, 1, 1), entry(0, 0, 7)]), at_design(5, 0, ARRAY[entry(0, 1, 1), entry(0, 0, 7)])), ('scales', at_design(2, 0, '{}'), at_design(2, 1, '{}')), ('PSUs', at_design(9, 0, ARRAY[entry(0, 1, 1), entry(0, 0, 7)]), at_design(9, 0, ARRAY[entry(0, 2, 1), entry(0, 0, 7), entry(0, 0, 8)])),
	('more PSUs than there are', sample(1, 1, 2, 33, 0, 7, 2, 1, ARRAY[entry(0, 1, 1), entry(0, 0, 7)], 0, 0, 0, ''), sample(1, 1, 2, 33, 0, 7, 2, 1, ARRAY[entry(0, 1, 1), entry(0, 0, 8)], 0, 0, 0, ''))) v(what, a, b);
-- Strata without a PSU come before one: of what type PSUs are is seen all the same. A code that cannot be a double has its bytes for a name.
SELECT left(refusal(format('SELECT survey_design_combine(survey_design_transition(NULL, 1, ''a''::text), %L::survey_state)', sample(1, 0, 0, 0, 0, 0, 0, 0, ARRAY[entry(0, 0, 1), entry(1, 0, 2), entry(1, 0, 7)], 0, 0, 0, ''))), 80) AS texts,
	survey_psus(survey_design_final(survey_design_combine(survey_design_transition(NULL, 1, 1), sample(1, 0, 0, 0, 0, 0, 0, 0, ARRAY[entry(0, 0, 1), entry(1, 0, 2), entry(1, 0, 7)], 0, 0, 0, '')::survey_state))) AS numbers,
	survey_psus(survey_design_final(survey_design_combine(survey_design_transition(NULL, 1, 1), sample(1, 0, 0, 0, 0, 0, 0, 0, ARRAY[entry(0, 0, 2)], 0, 0, 0, '')::survey_state))) AS none,
	split_part(refusal(format('SELECT survey_estimate_final(%L::survey_state)', sample(1, 1, 2, 32, 0, 0, 0, 0, ARRAY[repeat('0', 32) || '00000003' || '64ff00'], 0, 0, 1, '4008000000000000' || '3ff0000000000000' || '000000008000000000000007'))), ';', 1) AS short_code;
DROP FUNCTION sample, entry, at_design, reason, sealed_sums, sealed, castagnoli;
-- A checksum that is right makes no value: a design with a stratum that says it is one of replicates; a line whose PSUs are no design.
SELECT refused('survey_design', '01022000000000030000000000000000003fee666666666646000001005605f6573eb20000000008003fd33230323836343ff0000000000000012d0000000000000000000000000000546a1aeb1f1fa6f0000000000000000100000001000000000000000000000000000000000000000000000000000000000000000969800000000000000177bcde10') AS design,
	refused('survey_line', '01031000000000000000000000000000003fe000000000000000000000000000003fe00000000000000000000000000000000000000000000000000001000000010000000000000000000000000000000000000001000000010000000200000000000000000000000000000000000000010000000000000000000000096980000000000000010000000000000000fcffffffffffffff00000003747032f9ec0bdb') AS line;
-- Nor does a state help that has a design's digest and none of its sampling units: its rows would have the numbers of units that it has not.
SELECT mean_estimate_transition('01010102000000290000000000000000003fee6666666666660000000000000000000000000000000000000000000000000000000000000000000000000000000048b17334f189033300000000000000000000000000000000000000000000000000000000000000000ae46881', 1, 1, 1, 1,
	(SELECT survey_options(keep_totals => true, design => survey_design(1, p)) FROM generate_series(1, 2) p));
\echo :LAST_ERROR_SQLSTATE
-- A state of survey_design() with a stratum and no PSU would make a design that nobody could read.
SELECT survey_design_final('01010000000000000000000000000000003fee66666666666600000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000010000000000000000000000000000000000000000000000000000000000000009698000000000000001fde06105'::survey_state);
\echo :LAST_ERROR_SQLSTATE
-- A gap of 1e308 over a line of 1e-308 is no number that a state can hold.
SELECT poverty_severity_estimate_transition(NULL, -1e308, 1e-308, 1, 1, 1);
\echo :LAST_ERROR_SQLSTATE
-- Designs of options alone are one of options, which can be read again.
SELECT merge(survey_options(), survey_options()) = survey_options() AS options, refused('survey_design', merge(survey_options(), survey_options())::text) AS text;
-- Estimates that somebody typed: the normal distribution's probability (2·10^-2 at 2.3263 standard errors), and no sum that wraps around.
SELECT round(p_value(ROW(2.3263478740408408, 1, 0, 0, 1, 1, 1e308, 1, NULL)::poverty_estimate)::numeric, 12) AS p, p_value(ROW(0.95, 2022, 1000000, -1, 1e308, 1e308, 1e308, -1, NULL)::poverty_estimate) > 0.999 AS of_next_to_nothing;
SELECT difference(e, e) FROM (SELECT ROW(0.5, 0.1, 0.3, 0.7, 0.2, 1, 10, 9223372036854775807, NULL)::poverty_estimate AS e) v;
\echo :LAST_ERROR_SQLSTATE
SELECT refused('survey_design', l::text) AS line_as_design, refused('survey_line', survey_options()::text) AS design_as_line FROM (SELECT survey_line(x, 0.6, w, stratum, psu) AS l FROM hh) v;

DROP VIEW c CASCADE;
DROP TABLE hh, s, u, f, af, r, design, states CASCADE;
DROP FUNCTION draw, refused, refusal;
