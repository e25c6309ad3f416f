-- SPDX-License-Identifier: PostgreSQL
-- distribution: quantiles, relative lines, and every index that needs ranks. Numbers are by hand where a comment shows how,
-- and otherwise those of test/reference/ranked.py, which is written from the definitions in exact rationals.
CREATE FUNCTION close_to(a float8, b float8) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN abs(a - b) <= 1e-12 * abs(b);

-- Quantiles at ties: the mean of both. 1..4 at 0.5: 2.5; 1..5 at 0.2: 1.5; 1..10 at 0.1, 0.3, 0.6, 0.9: 1.5, 3.5, 6.5, 9.5.
SELECT weighted_quantile(x, 0.5) AS of_4, weighted_median(x) AS median FROM generate_series(1, 4) x;
SELECT weighted_quantile(x, 0.2) AS of_5, weighted_quantile_low(x, 0.2) AS low, weighted_quantile_cont(x, 0.2) AS cont FROM generate_series(1, 5) x;
SELECT p, weighted_quantile(x, p) AS mean_at_tie, weighted_quantile_low(x, p) AS low, weighted_quantile_cont(x, p) = percentile_cont(p) WITHIN GROUP (ORDER BY x) AS cont_is_percentile_cont
FROM generate_series(1, 10) x, unnest('{0, 0.1, 0.15, 0.3, 0.6, 0.9, 1}'::float8[]) p GROUP BY p ORDER BY p;
-- The continuous rule counts rows: 1, 2, 2, 3 at 0.5 is 2; a weight is no number of rows. By hf7, knots 0, 1/4, 1: at 0.5 2 + 1/3.
SELECT weighted_quantile_cont(x, 0.5) AS rows FROM unnest('{1, 2, 2, 3}'::float8[]) x;
SELECT weighted_quantile_cont(x, 0.5, w) = 2 + 1 / 3.0::float8 AS knots FROM (VALUES (1, 1), (2, 3), (3, 9)) v(x, w);
-- Weights: C/W 0.1, 0.3, 0.6, 1: a tie at 0.3 and at 0.6 although 0.1 + 0.2 of doubles is not 0.3.
SELECT p, weighted_quantile(x, p, w) AS mean_at_tie, weighted_quantile_low(x, p, w) AS low
FROM (VALUES (10, 1), (20, 2), (30, 3), (40, 4)) v(x, w), unnest('{0, 0.1, 0.3, 0.5, 0.6, 0.61, 1}'::float8[]) p GROUP BY p ORDER BY p;
-- Weights 1e-300 and 1e300: the smallest row is there for 0 and 1 only. Equal tiny or huge weights are as good as 1.
SELECT weighted_quantile(x, 0, w) AS p0, weighted_median(x, w) AS median, weighted_quantile(x, 1, w) AS p1 FROM (VALUES (1, 1e-300), (2, 1e300), (3, 1e-300)) v(x, w);
SELECT w, weighted_median(x, w), close_to(gini(x, w), gini(x)) AS gini, close_to(zenga_index(x, w), zenga_index(x)) AS zenga, close_to(palma_ratio(x, w), palma_ratio(x)) AS palma, gini(x, 1000 * w) = gini(x, w) OR w > 1e299 AS by_1000
FROM unnest('{1, 2, 3, 4, 8}'::float8[]) x, unnest('{1e-300, 1000, 1e300}'::float8[]) w GROUP BY w ORDER BY w;

-- Five people: 1, 2, 3, 4, 8; W = 5, Σx = 18, mean 3.6. Gini = Σ(2i - 1)x/(5·18) - 1 = (1 + 6 + 15 + 28 + 72)/90 - 1 = 32/90.
-- Hoover = (2.6 + 1.6 + 0.6 + 0.4 + 4.4)/(2·18) = 9.6/36. L: 1/18, 3/18, 6/18, 10/18, 1 at fifths. S80/S20: q.8 is the mean of 4 and
-- 8, q.2 the mean of 1 and 2: 8/1. Palma: L(.4) = 3/18, L(.9) = 10/18 + 4/18: (4/18)/(3/18). Wolfson: L(.5) = 4.5/18, median 3.
SELECT close_to(gini(x), 32 / 90.0) AS gini, close_to(hoover_index(x), 9.6 / 36) AS hoover, income_quintile_share_ratio(x) AS s80s20, close_to(palma_ratio(x), 4 / 3.0) AS palma,
	close_to(bottom_share(x, 0.4), 3 / 18.0) AS bottom, close_to(top_share(x, 0.1), 4 / 18.0) AS top, close_to(wolfson_polarization(x), 2 * (2 * (0.5 - 0.25) - 32 / 90.0) * 1.2) AS wolfson,
	close_to(zenga_index(x), 0.6817105396177087) AS zenga, (SELECT bool_and(close_to(a, b / 18.0)) FROM unnest(lorenz_curve(x, 5), '{0, 1, 3, 6, 10, 18}'::float8[]) c(a, b)) AS lorenz
FROM unnest('{1, 2, 3, 4, 8}'::float8[]) x;
SELECT bottom_share(x, 0) AS b0, bottom_share(x, 1) AS b1, top_share(x, 0) AS t0, top_share(x, 1) AS t1 FROM unnest('{1, 2, 3, 4, 8}'::float8[]) x;
-- Nearly all weight with one income: Gini is about 5.7e-28, never below 0. All income with a share of 1e-100 of the weight: the top has it all,
-- but for p = 0; Zenga is 1 to 16 digits.
SELECT gini(x, w) >= 0 AND gini(x, w) < 1e-15 AS gini FROM (VALUES (0.1, 1e29 / 3), (1.7, 1.1), (0.3, 0.7)) v(x, w);
SELECT top_share(x, 0, w) AS t0, top_share(x, 0.1, w) AS top, bottom_share(x, 0.9, w) AS bottom, close_to(zenga_index(x, w), 1) AS zenga FROM (VALUES (0, 1e50), (5, 1e-50)) v(x, w);
-- A row of weight 2 is two rows; of weight 0, none.
SELECT gini(x, w) = (SELECT gini(x) FROM unnest('{1, 1, 4}'::float8[]) x) AS gini, zenga_index(x, w) = (SELECT zenga_index(x) FROM unnest('{1, 1, 4}'::float8[]) x) AS zenga,
	weighted_median(x, w) AS median, observations(income_distribution(x, w)) AS rows FROM (VALUES (1, 2), (4, 1), (100, 0)) v(x, w);
-- Negative incomes are data: -2, 0, 2, 5: Σx = 5; Gini = (1·-2 + 3·0 + 5·2 + 7·5)/(4·5) - 1 = 43/20 - 1.
SELECT close_to(gini(x), 23 / 20.0) AS gini, bottom_share(x, 0.25) AS bottom, weighted_median(x) AS median, palma_ratio(x), income_quintile_share_ratio(x) FROM unnest('{-2, 0, 2, 5}'::float8[]) x;
-- A total that is not above 0: NULL. All zero. All equal: 0, exactly. One row.
SELECT gini(x), hoover_index(x), zenga_index(x), wolfson_polarization(x), palma_ratio(x), income_quintile_share_ratio(x), bottom_share(x, 0.5), top_share(x, 0.5), lorenz_curve(x, 2), weighted_median(x) AS median
FROM unnest('{-3, 1, 2}'::float8[]) x;
SELECT gini(x), hoover_index(x), zenga_index(x), wolfson_polarization(x), palma_ratio(x), income_quintile_share_ratio(x), bottom_share(x, 0.5), lorenz_curve(x, 2), weighted_median(x) AS median,
	relative_poverty_line(x, 0.6) AS line, at_risk_of_poverty_rate(x, 0.6) AS rate, relative_median_poverty_gap(x, 0.6) AS gap, concentration_index(x, x) FROM unnest('{0, 0, 0}'::float8[]) x;
SELECT gini(x, w), hoover_index(x, w), zenga_index(x, w), wolfson_polarization(x, w), close_to(palma_ratio(x, w), 0.25) AS palma, concentration_index(x, x, w), at_risk_of_poverty_rate(x, 0.6, w) AS rate
FROM (VALUES (0.1, 0.3), (0.1, 7), (0.1, 1e-9)) v(x, w);
SELECT gini(x), hoover_index(x), zenga_index(x), wolfson_polarization(x), bottom_share(x, 0.25), top_share(x, 0.25), weighted_quantile(x, 0.3), weighted_quantile_cont(x, 0.3), sen_index(x, 8), sen_shorrocks_thon_index(x, 8), median_poverty_gap(x, 8)
FROM (VALUES (4)) v(x);

-- Relative lines: 1..4 and 10: median 3, line 1.8; 1 is below: 1/5; its gap 0.8/1.8. Under GROUP BY each group has its own median.
SELECT close_to(relative_poverty_line(x, 0.6), 1.8) AS line, at_risk_of_poverty_rate(x, 0.6) = 0.2::float8 AS rate, close_to(relative_median_poverty_gap(x, 0.6), 0.8 / 1.8) AS gap FROM unnest('{1, 2, 3, 4, 10}'::float8[]) x;
SELECT g, relative_poverty_line(x * g, 0.5) AS line, at_risk_of_poverty_rate(x * g, 0.5) AS own, headcount_ratio(x * g, 1.5) AS national FROM unnest('{1, 2, 3, 4, 10}'::float8[]) x, generate_series(1, 2) g GROUP BY g ORDER BY g;
-- Poverty by ranks, line 10: poor 2, 5, 8 of 5; gaps .8, .5, .2. Sen = 2(.8·2.5 + .5·1.5 + .2·.5)/(5·3) = 5.7/15;
-- SST = (.8·9 + .5·7 + .2·5)/25 = 11.7/25; median gap .5. At lines of their own (x/z): the same gaps in another order of incomes.
SELECT close_to(sen_index(x, 10), 5.7 / 15) AS sen, close_to(sen_shorrocks_thon_index(x, 10), 11.7 / 25) AS sst, median_poverty_gap(x, 10) AS gap FROM unnest('{12, 5, 2, 8, 10}'::float8[]) x;
SELECT close_to(sen_index(x, z), 5.7 / 15) AS sen, close_to(sen_shorrocks_thon_index(x, z), 11.7 / 25) AS sst, median_poverty_gap(x, z) AS gap FROM (VALUES (12, 10), (50, 100), (2, 10), (1.6, 2), (3, 3)) v(x, z);
-- All poor incomes 0: Sen stays defined, H·G + FGT1·(1 - G) with G = 0: FGT1. Nobody poor: 0, and no gap.
SELECT sen_index(x, 1), sen_shorrocks_thon_index(x, 1), median_poverty_gap(x, 1) FROM unnest('{0, 0, 5, 5}'::float8[]) x;
SELECT sen_index(x, 1), sen_shorrocks_thon_index(x, 1), median_poverty_gap(x, 1), relative_median_poverty_gap(x, 0.1) FROM unnest('{4, 5}'::float8[]) x;
-- Concentration: y 1, 2, 3 over ranks 3, 2, 1: -2/9; ties share one rank: 0; ranked by itself: Gini.
SELECT close_to(concentration_index(y, 4 - y), -2 / 9.0) AS by_rank, concentration_index(y, 7) AS tied, close_to(concentration_index(y, y), gini(y)) AS itself FROM unnest('{1, 2, 3}'::float8[]) y;

-- Stored distributions: every reader gives the bits of the aggregate, whichever way the rows were divided.
CREATE TABLE hh (area text, x float8, w float8);
INSERT INTO hh SELECT chr(97 + i % 3), (i * 7919 % 1000) / 8.0 - 3, 1 + i % 4 FROM generate_series(1, 600) i;
CREATE TABLE stored AS SELECT area, income_distribution(x, w) AS d FROM hh GROUP BY area;
SELECT gini(d) = gini AS gini, hoover_index(d) = hoover AS hoover, zenga_index(d) = zenga AS zenga, wolfson_polarization(d) = wolfson AS wolfson, palma_ratio(d) = palma AS palma,
	income_quintile_share_ratio(d) = s80 AS s80, bottom_share(d, 0.4) = bottom AS bottom, top_share(d, 0.1) = top AS top, lorenz_curve(d, 4) = lorenz AS lorenz
FROM (SELECT merge(d) AS d FROM stored) m, (SELECT gini(x, w), hoover_index(x, w) AS hoover, zenga_index(x, w) AS zenga, wolfson_polarization(x, w) AS wolfson, palma_ratio(x, w) AS palma,
	income_quintile_share_ratio(x, w) AS s80, bottom_share(x, 0.4, w) AS bottom, top_share(x, 0.1, w) AS top, lorenz_curve(x, 4, w) AS lorenz FROM hh) r;
SELECT weighted_quantile(d, 0.3) = q AS q, weighted_quantile_low(d, 0.3) = low AS low, weighted_quantile_cont(d, 0.3) = cont AS cont, weighted_median(d) = median AS median, relative_poverty_line(d, 0.6) = line AS line,
	at_risk_of_poverty_rate(d, 0.6) = rate AS rate, relative_median_poverty_gap(d, 0.6) = gap AS gap, sen_index(d, 20) = sen AS sen, sen_shorrocks_thon_index(d, 20) = sst AS sst, median_poverty_gap(d, 20) = median_gap AS median_gap
FROM (SELECT merge(d) AS d FROM stored) m, (SELECT weighted_quantile(x, 0.3, w) AS q, weighted_quantile_low(x, 0.3, w) AS low, weighted_quantile_cont(x, 0.3, w) AS cont, weighted_median(x, w) AS median,
	relative_poverty_line(x, 0.6, w) AS line, at_risk_of_poverty_rate(x, 0.6, w) AS rate, relative_median_poverty_gap(x, 0.6, w) AS gap, sen_index(x, 20, w) AS sen, sen_shorrocks_thon_index(x, 20, w) AS sst,
	median_poverty_gap(x, 20, w) AS median_gap FROM hh) r;
SELECT headcount_ratio(d, 20) = h AS h, poor_population(d, 20) = poor AS poor, population(d) = population AS population, observations(d) = rows AS rows, poverty_gap(d, 20) = gap AS gap, poverty_severity(d, 20) = severity AS severity,
	income_gap_ratio(d, 20) = income_gap AS income_gap, mean_shortfall(d, 20) = mean AS mean, total_shortfall(d, 20) = total AS total, fgt(d, 20, 1.5) = fgt AS fgt, cdf(d, 20) = up_to AS cdf
FROM (SELECT merge(d) AS d FROM stored) m, (SELECT headcount_ratio(x, 20, w) AS h, poor_population(x, 20, w) AS poor, population(x, 20, w), observations(x, 20, w) AS rows, poverty_gap(x, 20, w) AS gap, poverty_severity(x, 20, w) AS severity,
	income_gap_ratio(x, 20, w) AS income_gap, mean_shortfall(x, 20, w) AS mean, total_shortfall(x, 20, w) AS total, fgt(x, 20, 1.5, w), headcount_ratio(x, at_or_below(20), w) AS up_to FROM hh) r;
SELECT watts_index(d, 20) = watts AS watts, prosperity_gap(d, 28) = prosperity AS prosperity, close_to(mean_income(d), mean) AS mean
FROM (SELECT income_distribution(x, w) AS d, watts_index(x, 20, w) AS watts, prosperity_gap(x, 28, w) AS prosperity, (sum(x * w) / sum(w)) AS mean FROM hh WHERE x > 0) v;
-- growth of quantiles at (i - 0.5)/n: 1, 2, 3, 4 to 2, 3, 6, 8; where the quantile before is not above 0: NULL.
SELECT growth_incidence(income_distribution(x), income_distribution(y), 4), growth_incidence(income_distribution(x - 2), income_distribution(y), 4) AS from_zero FROM (VALUES (1, 2), (2, 3), (3, 6), (4, 8)) v(x, y);
-- The order of the bytes has no meaning, but is one: of any two values each is before, equal to, or after the other.
SELECT count(*) FILTER (WHERE a.d < b.d) AS before, count(*) FILTER (WHERE a.d <= b.d) AS up_to, count(*) FILTER (WHERE a.d > b.d) AS after, count(*) FILTER (WHERE a.d >= b.d) AS from_on, count(*) FILTER (WHERE a.d <> b.d) AS different, count(*) FILTER (WHERE a.d = b.d) AS same FROM stored a, stored b;
-- Many rows in no order, of which a quantile is searched for: its ends, between knots, from rows without weights; a line that is not above 0.
SELECT weighted_quantile(x, 0) AS first, weighted_quantile(x, 1) AS last, weighted_quantile_low(x, 0) AS low, weighted_quantile_cont(x, 0.25) AS cont, relative_poverty_line(x, 0.6) AS line, at_risk_of_poverty_rate(x, 0.6) AS below_300_3,
	at_risk_of_poverty_rate(-x, 0.6) IS NULL AS no_line, relative_median_poverty_gap(x, 0.6) = (300.3 - 150.5) / 300.3::float8 AS gap FROM generate_series(1, 1000) x;
-- One value for one multiset of rows: =, order, DISTINCT, GROUP BY, hash and merge joins, a unique index.
SELECT merge(d) = (SELECT income_distribution(x, w ORDER BY x DESC) FROM hh) AS equal, merge(d) <> (SELECT income_distribution(x) FROM hh) AS different FROM stored;
SELECT merge(a.d, b.d) = merge(b.d, a.d) AS commutes, merge(a.d, b.d) > a.d AND a.d < merge(a.d, b.d) OR merge(a.d, b.d) < a.d AND a.d >= merge(a.d, b.d) AS ordered, a.d <= a.d AS reflexive, merge(a.d, NULL) IS NULL AS strict FROM stored a, stored b WHERE a.area = 'a' AND b.area = 'b';
SELECT count(*) AS groups, sum(n) AS rows FROM (SELECT d, count(*) AS n FROM (TABLE stored UNION ALL TABLE stored) u GROUP BY d) v;
SELECT count(DISTINCT d), bool_and(d >= previous) AS sorted FROM (SELECT d, coalesce(lag(d) OVER (ORDER BY d), d) AS previous FROM stored) v;
CREATE UNIQUE INDEX ON stored (d);
SET enable_seqscan = off;
SELECT income_distribution(x, w) AS b FROM hh WHERE area = 'b' \gset
EXPLAIN (COSTS OFF) SELECT area FROM stored WHERE d = :'b';
SELECT area FROM stored WHERE d = (SELECT income_distribution(x, w) FROM hh WHERE area = 'b');
RESET enable_seqscan;
SET enable_nestloop = off;
SET enable_mergejoin = off;
CREATE TEMP TABLE again AS TABLE stored;
EXPLAIN (COSTS OFF) SELECT a.area FROM stored a JOIN again b USING (d);
SELECT a.area, b.area FROM stored a JOIN stored b USING (d) ORDER BY 1;
SET enable_mergejoin = on;
SET enable_hashjoin = off;
SELECT a.area, b.area FROM stored a JOIN stored b USING (d) ORDER BY 1;
RESET enable_nestloop;
RESET enable_hashjoin;
RESET enable_mergejoin;
SELECT income_distribution(x, w)::jsonb FROM (VALUES (1, 2), (1, 2), (4, 1)) v(x, w);
-- The binary form is the text form's digits; neither looks at extra_float_digits.
SET extra_float_digits = -10;
SELECT bool_and(d::text::income_distribution = d AND encode(income_distribution_send(d), 'hex') = d::text) AS lossless FROM stored;
SELECT s::text::ranked_rows::text = s::text AS lossless, gini_final(s::text::ranked_rows) = gini_final(s) AS same FROM (SELECT distribution_transition(distribution_transition(NULL, 0.1, 0.3), 1 / 3.0, 7)) v(s);
RESET extra_float_digits;
-- Outside an aggregate, and states that were written out and read again, whichever comes first.
CREATE TABLE states AS SELECT distribution_merge_transition(NULL, income_distribution(x, 1, 10)) AS points, distribution_merge_transition(NULL, income_distribution(x)) AS rows FROM generate_series(1, 2000) x;
SELECT income_distribution_final(ranked_rows_combine(points, points)) = b2 AS points, income_distribution_final(ranked_rows_combine(points, rows)) = b2 AS points_rows, income_distribution_final(ranked_rows_combine(rows, points)) = b2 AS rows_points,
	income_distribution_final(distribution_merge_transition(points, d)) = b2 AS points_value, income_distribution_final(ranked_rows_combine(rows, NULL)) = d AS rows, income_distribution_final(ranked_rows_combine(NULL, rows)) = d AS new
FROM states, (SELECT merge(income_distribution(x, 1, 10), income_distribution(x, 1, 10)) AS b2, income_distribution(x) AS d FROM generate_series(1, 2000) x) v;
-- Points that are still in the process; larger than 64 kB, and no aggregate; nothing and nothing.
SELECT income_distribution_final(ranked_rows_combine(rows, distribution_merge_transition(NULL, b))) = merge(b, d) AS in_process, observations(income_distribution_final(ranked_rows_combine(ranked_rows_combine(rows, rows), rows))) AS three_times, ranked_rows_combine(NULL, NULL) IS NULL AS nothing
FROM states, (SELECT income_distribution(x, 1, 10) AS b, income_distribution(x) AS d FROM generate_series(1, 2000) x) v;
SELECT ranked_rows_combine(distribution_transition(NULL, 1), distribution_gaps_transition(NULL, 1, 2));
\echo :LAST_ERROR_SQLSTATE
SELECT gini_final(points) FROM states;
\echo :LAST_ERROR_SQLSTATE
DROP TABLE states;

-- The bounded form: 1, 2, 3, 4 of weight 1 in at most 2 points. Keys of 2 and 3 have the same exponent; 1 and 4 have others: with the bits
-- below 2^52 dropped there are three keys; one bit more joins 1 (exponent 1023) with none of 1024, 1025: 1024 and 1025 join. So 1 | 2, 3, 4.
SELECT b::jsonb ->> 'points' AS points, rank_error(b), observations(b), population(b), headcount_ratio_bounds(b, 3), headcount_ratio_bounds(b, 1.5) AS at_1_5, (weighted_quantile_bounds(b, 1)).upper >= 4 AS highest
FROM (SELECT income_distribution(x, 1, 2) AS b FROM generate_series(1, 4) x) v;
SELECT b::text::income_distribution = b AS lossless, gini(b) = gini(d) AS gini, gini_bounds(b), gini_bounds(d), headcount_ratio_bounds(d, 3), weighted_quantile_bounds(b, 0.5), weighted_quantile_bounds(d, 0.5), rank_error(b), rank_error(d), b = d AS same_value
FROM (SELECT income_distribution(x, 1, 4) AS b, income_distribution(x) AS d FROM generate_series(1, 4) x) v;
-- Of parts, in any order, with exact ones: the bytes of all rows at once.
SELECT merge(b) = all_rows AS parts, merge(b ORDER BY part DESC) = all_rows AS reversed, merge(CASE part WHEN 1 THEN b ELSE d END) = all_rows AS mixed FROM (SELECT part, income_distribution(x, w, 20) AS b, income_distribution(x, w) AS d
	FROM (SELECT *, x::int % 5 AS part FROM hh) p GROUP BY part) v, (SELECT income_distribution(x, w, 20) AS all_rows FROM hh) a GROUP BY all_rows;
SELECT (b::jsonb ->> 'points')::int <= 20 AS points, rank_error(b) BETWEEN 0.01 AND 0.5 AS error, gini(d) BETWEEN (gini_bounds(b)).lower AND (gini_bounds(b)).upper AS gini,
	(SELECT bool_and(headcount_ratio(d, z) BETWEEN (headcount_ratio_bounds(b, z)).lower AND (headcount_ratio_bounds(b, z)).upper) FROM generate_series(1, 130) z) AS headcount,
	(SELECT bool_and(weighted_quantile(d, p / 50.0) BETWEEN (weighted_quantile_bounds(b, p / 50.0)).lower AND (weighted_quantile_bounds(b, p / 50.0)).upper) FROM generate_series(0, 50) p) AS quantiles
FROM (SELECT income_distribution(x, w, 20) AS b, income_distribution(x, w) AS d FROM hh) v;

-- NULLs, no row, weight 0.
SELECT weighted_quantile(x, 0.5), weighted_quantile_low(x, 0.5, w), weighted_quantile_cont(x, 0.5), weighted_median(x), relative_poverty_line(x, 0.6), at_risk_of_poverty_rate(x, 0.6), relative_median_poverty_gap(x, 0.6), median_poverty_gap(x, 1), sen_index(x, 1),
	sen_shorrocks_thon_index(x, 1), gini(x), income_quintile_share_ratio(x), palma_ratio(x), bottom_share(x, 0.5), top_share(x, 0.5), lorenz_curve(x, 5), zenga_index(x), wolfson_polarization(x), hoover_index(x), concentration_index(x, x),
	income_distribution(x), income_distribution(x, w), income_distribution(x, w, 5), merge(NULL::income_distribution) FROM hh WHERE false;
SELECT weighted_quantile(x, NULL), weighted_quantile_low(NULL, 0.5, w), weighted_median(x, NULL), relative_poverty_line(x, 0.6, 0), at_risk_of_poverty_rate(x, NULL, w), median_poverty_gap(x, NULL), sen_index(NULL, 1), gini(x, 0), bottom_share(NULL, 0.5), lorenz_curve(x, 5, NULL),
	concentration_index(x, NULL), concentration_index(x, w, 0), income_distribution(x, NULL), income_distribution(x, 0, 5), merge(NULL::income_distribution), gini(x, nullif(w, 4)) = (SELECT gini(x, w) FROM hh WHERE w < 4) AS three FROM hh;
SELECT gini(NULL::float8), income_distribution(NULL, 1, 5), income_distribution(1, NULL, 5), income_distribution(1, 1, NULL), (SELECT observations(merge(v)) FROM (SELECT income_distribution(1) AS v UNION ALL SELECT NULL) t) AS one;
-- FILTER, grouping sets, DISTINCT, HAVING, integers, numerics, untyped arguments.
SELECT area, gini(x, w) = gini(d) AS same, weighted_median(x, w) FILTER (WHERE x > 100) AS filtered FROM hh JOIN stored USING (area) GROUP BY area, d HAVING gini(x, w) > 0 ORDER BY area;
SELECT area, count(*), observations(income_distribution(x)) AS rows FROM hh GROUP BY GROUPING SETS ((area), ()) ORDER BY area;
SELECT weighted_median(DISTINCT x) FROM unnest('{1, 1, 1, 5, 9}'::float8[]) x;
SELECT weighted_quantile(1::int, '0.5'), gini('1', 2::numeric), weighted_median(1::bigint), lorenz_curve(1::numeric, '2'), bottom_share(1::smallint, 0.5, '1'), income_distribution(1, '1', 5)::jsonb ->> 'mean' AS mean, sen_index(1, '2', 1::bigint);
PREPARE untyped AS SELECT weighted_quantile(x, $1, $2) FROM generate_series(1, 4) x;
EXECUTE untyped(0.5, 1);
DEALLOCATE untyped;

-- Bad input, each of its kind.
CREATE FUNCTION refusal(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	hint text;
BEGIN
	EXECUTE 'SELECT ' || statement;
	RETURN 'accepted';
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS hint = PG_EXCEPTION_HINT;
	RETURN SQLSTATE || ' ' || SQLERRM || CASE WHEN hint = '' THEN ' (no hint)' ELSE '' END;
END $$;
SELECT s AS statement, refusal(s) FROM unnest(ARRAY['gini(''NaN''::float8)', 'gini(''Infinity''::float8, 1)', 'gini(1, -1)', 'gini(1, ''NaN'')', 'gini(1, ''Infinity'')', 'weighted_median(1, -1e-300)', 'weighted_quantile(1, 1.1)', 'weighted_quantile(1, -0.1)', 'weighted_quantile(1, ''NaN'')',
	'weighted_quantile_low(1, 2, 1)', 'weighted_quantile_cont(1, -1)', 'bottom_share(1, 1.5)', 'top_share(1, ''NaN'', 1)', 'relative_poverty_line(1, 0)', 'at_risk_of_poverty_rate(1, -0.6)', 'relative_median_poverty_gap(1, ''Infinity'')',
	'median_poverty_gap(1, 0)', 'sen_index(1, -1)', 'sen_shorrocks_thon_index(1, ''Infinity'', 1)', 'sen_index(''NaN''::float8, 1)', 'lorenz_curve(1, 0)', 'lorenz_curve(1, 1.5)', 'lorenz_curve(1, 1000001)', 'lorenz_curve(1, ''NaN'')',
	'concentration_index(''NaN''::float8, 1)', 'concentration_index(1, ''-Infinity'')', 'concentration_index(1, 1, -1)', 'income_distribution(''NaN''::float8)', 'income_distribution(1, -1)', 'income_distribution(1, 1, 0)', 'income_distribution(1, 1, 1.5)',
	'income_distribution(1, 1, 1000001)', 'income_distribution(1, 1, ''NaN'')', 'weighted_quantile(x, x) FROM unnest(''{0.1, 0.2}''::float8[]) x', 'relative_poverty_line(x, x) FROM unnest(''{0.1, 0.2}''::float8[]) x', 'lorenz_curve(x, x) FROM unnest(''{1, 2}''::float8[]) x',
	'income_distribution(x, 1, x) FROM unnest(''{1, 2}''::float8[]) x', 'gini(1e308, w) FROM unnest(''{1e308, 1e308}''::float8[]) w', 'weighted_median(1, w) FROM unnest(''{1e308, 1e308}''::float8[]) w', 'sen_index(-1e308, 1e-10)']) s;
SELECT s AS statement, refusal(s || ' FROM (SELECT income_distribution(x) FROM unnest(''{-1, 0, 2}''::float8[]) x) v(d)') FROM unnest(ARRAY['headcount_ratio(d, 0)', 'headcount_ratio(d, ''NaN'')', 'poverty_gap(d, -1)', 'weighted_quantile(d, 2)', 'weighted_quantile_low(d, ''NaN'')',
	'weighted_quantile_cont(d, -1)', 'bottom_share(d, 2)', 'top_share(d, 2)', 'lorenz_curve(d, 0)', 'relative_poverty_line(d, 0)', 'at_risk_of_poverty_rate(d, ''Infinity'')', 'median_poverty_gap(d, 0)', 'sen_index(d, 0)', 'fgt(d, 1, -1)', 'watts_index(d, 1)', 'prosperity_gap(d, 1)', 'cdf(d, ''NaN'')',
	'growth_incidence(d, d, 0)', 'headcount_ratio_bounds(d, 0)', 'weighted_quantile_bounds(d, 2)', 'theil_index(d)', 'mean_log_deviation(d)', 'inequality_summary(d)']) s;
DROP FUNCTION refusal(text);
-- More rows than can be counted: each merge with itself doubles them.
DO $$
DECLARE
	d income_distribution;
BEGIN
	FOR max_points IN 2..3 LOOP
		SELECT CASE max_points WHEN 2 THEN income_distribution(x, 1, 2) ELSE income_distribution(x) END INTO d FROM generate_series(1, 3) x;
		FOR i IN 1..41 LOOP
			d := merge(d, d);
		END LOOP;
		RAISE NOTICE '% rows', observations(d);
		BEGIN
			d := merge(d, d);
		EXCEPTION WHEN numeric_value_out_of_range THEN
			RAISE NOTICE '%', SQLERRM;
		END;
		BEGIN
			SELECT merge(v) INTO d FROM (VALUES (d), (d)) x(v);
		EXCEPTION WHEN numeric_value_out_of_range THEN
			RAISE NOTICE '%', SQLERRM;
		END;
	END LOOP;
END $$;

-- Two points where at most 1 may be, or more than anybody can ask for (1,000,001 and 2^32 - 1), with checksums that are right (computed by a program of its own); 2 and 1,000,000 are well.
SELECT '01010001210000000100000000000000020000000000000002000000000000000000080001340000000000000000f0bf0100000400000004000000000000000000b748e39a'::income_distribution;
SELECT '010100012100000041420f0000000000020000000000000002000000000000000000080001340000000000000000f0bf01000004000000040000000000000000005be83722'::income_distribution;
SELECT '0101000121000000ffffffff00000000020000000000000002000000000000000000080001340000000000000000f0bf01000004000000040000000000000000005d2636a9'::income_distribution;
SELECT weighted_median(d) FROM (VALUES ('01010001210000000200000000000000020000000000000002000000000000000000080001340000000000000000f0bf01000004000000040000000000000000003c336433'::income_distribution), ('010100012100000040420f0000000000020000000000000002000000000000000000080001340000000000000000f0bf010000040000000400000000000000000022c14a45')) v(d);

-- With the checksum of what they say. Words of a row: an income in the order of doubles (1 is bff0…, -1 400f…, -0 7fff…), a weight, a count. Kinds: 1 distribution, 2 at a share, 3 at a share of the median, 4 ordinates, 5 gaps, 6 rank and amount, 7 bounded, 8 merged.
\getenv srcdir PG_ABS_SRCDIR
\i :srcdir/sql/include/sealed.sql
CREATE FUNCTION state(kind int, width int, parameter float8, row_count bigint, VARIADIC words text[]) RETURNS text LANGUAGE sql IMMUTABLE
	RETURN sealed('01' || lpad(to_hex(kind), 2, '0') || lpad(to_hex(width), 2, '0') || '00' || encode(float8send(parameter), 'hex') || lpad(to_hex(row_count), 16, '0') || array_to_string(words, ''));
CREATE FUNCTION reason(t text, type regtype DEFAULT 'ranked_rows') RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('SELECT %L::%s', t, type);
	RETURN 'accepted';
EXCEPTION WHEN invalid_binary_representation THEN
	RETURN substr(SQLERRM, strpos(SQLERRM, ': ') + 2);
END $$;
SELECT state(1, 2, 0, 1, 'bff0000000000000', '4000000000000000') = distribution_transition(NULL, 1, 2)::text AS written_so;
SELECT what, reason(state(kind, width, parameter, row_count, VARIADIC words)) FROM (VALUES
	(1, 'an income', 1, 1, 0.0::float8, 1, '{bff0000000000000}'::text[]), (2, 'an infinite one', 1, 1, 0, 1, '{fff0000000000000}'), (3, 'none', 1, 1, 0, 1, '{ffffffffffffffff}'), (4, 'minus 0', 1, 1, 0, 1, '{7fffffffffffffff}'), (5, 'kind 0', 0, 1, 0, 1, '{bff0000000000000}'), (42, 'zero', 1, 1, 0, 1, '{8000000000000000}'),
	(6, 'kind 9', 9, 1, 0, 1, '{bff0000000000000}'), (7, 'no words', 1, 0, 0, 1, '{bff0000000000000}'), (8, 'four words', 1, 4, 0, 1, '{bff0000000000000}'), (9, 'two rows, one there', 1, 1, 0, 2, '{bff0000000000000}'), (10, 'half a row', 1, 2, 0, 1, '{bff0000000000000,3ff0000000000000,00000000}'),
	(11, 'weight 0', 1, 2, 0, 1, '{bff0000000000000,0000000000000000}'), (12, 'weight -1', 1, 2, 0, 1, '{bff0000000000000,bff0000000000000}'), (13, 'an infinite weight', 1, 2, 0, 1, '{bff0000000000000,7ff0000000000000}'), (14, 'a count', 1, 3, 0, 1, '{bff0000000000000,3ff0000000000000,0000080000000000}'),
	(15, 'a count of 0', 1, 3, 0, 1, '{bff0000000000000,3ff0000000000000,0000000000000000}'), (16, 'a count above 2^43', 1, 3, 0, 1, '{bff0000000000000,3ff0000000000000,0000080000000001}'), (17, 'counts above 2^43', 1, 3, 0, 2, '{bff0000000000000,3ff0000000000000,0000080000000000,bff0000000000000,3ff0000000000000,0000080000000000}'),
	(18, 'a parameter', 1, 1, 1, 1, '{bff0000000000000}'), (19, 'parameter -0', 1, 1, '-0', 1, '{bff0000000000000}'), (20, 'a share', 2, 1, 0.5, 1, '{bff0000000000000}'), (21, 'share -0', 2, 1, '-0', 1, '{bff0000000000000}'), (22, 'share -1', 2, 1, -1, 1, '{bff0000000000000}'), (23, 'share 2', 2, 1, 2, 1, '{bff0000000000000}'),
	(24, 'a share of the median', 3, 1, 2, 1, '{bff0000000000000}'), (25, 'none of it', 3, 1, 0, 1, '{bff0000000000000}'), (26, 'all beyond it', 3, 1, 'Infinity', 1, '{bff0000000000000}'), (27, 'ordinates', 4, 1, 5, 1, '{bff0000000000000}'), (28, 'none', 4, 1, 0, 1, '{bff0000000000000}'),
	(29, 'a half', 4, 1, 0.5, 1, '{bff0000000000000}'), (30, 'one and a half', 4, 1, 1.5, 1, '{bff0000000000000}'), (31, 'too many', 4, 1, 1000001, 1, '{bff0000000000000}'), (32, 'a gap', 5, 1, 0, 1, '{400fffffffffffff}'), (33, 'a surplus', 5, 1, 0, 1, '{bff0000000000000}'),
	(34, 'a rank and an amount', 6, 3, 0, 1, '{bff0000000000000,bff0000000000000,3ff0000000000000}'), (35, 'a rank alone', 6, 2, 0, 1, '{bff0000000000000,3ff0000000000000}'), (36, 'no rank', 6, 3, 0, 1, '{fff0000000000000,bff0000000000000,3ff0000000000000}'), (37, 'no amount', 6, 3, 0, 1, '{bff0000000000000,fff0000000000000,3ff0000000000000}'),
	(38, 'bounded', 7, 2, 5, 1, '{bff0000000000000,3ff0000000000000}'), (39, 'by nothing', 7, 2, 0, 1, '{bff0000000000000,3ff0000000000000}'), (40, 'merged', 8, 3, 0, 1, '{bff0000000000000,3ff0000000000000,0000000000000001}'), (41, 'with -0 points', 8, 3, '-0', 1, '{bff0000000000000,3ff0000000000000,0000000000000001}')
) v(n, what, kind, width, parameter, row_count, words) ORDER BY n;
-- Of no row: NULL, by sorting, by searching and by points. Counts that are too many together, where they are counted.
SELECT gini_final(state(1, 2, 0, 0, VARIADIC '{}')::ranked_rows) IS NULL AS gini, weighted_median_final(state(1, 2, 0, 0, VARIADIC '{}')::ranked_rows) IS NULL AS median, relative_poverty_line_final(state(3, 2, 0.6, 0, VARIADIC '{}')::ranked_rows) IS NULL AS line, income_distribution_final(state(1, 2, 0, 0, VARIADIC '{}')::ranked_rows) IS NULL AS exact,
	income_distribution_final(state(7, 2, 5, 0, VARIADIC '{}')::ranked_rows) IS NULL AS bounded;
SELECT observations(income_distribution_final(ranked_rows_combine(distribution_transition(NULL, 1), state(1, 3, 0, 1, 'bff0000000000000', '3ff0000000000000', '0000000000000002')::ranked_rows))) AS one_and_two;
SELECT income_distribution_final(ranked_rows_combine(s, s)) FROM (SELECT state(1, 3, 0, 1, 'bff0000000000000', '3ff0000000000000', '0000080000000000')::ranked_rows AS s) v;
\echo :LAST_ERROR_SQLSTATE
-- Points on their way: 1, 2, 3, 4 in at most 2, as in the bounded form; a bounded state takes rows and points, as a merged one does. Bytes that are none: of an exact distribution; of more entries than bytes, of another bound (3), rows (5), level (63); cut; with one behind; with a byte
-- for each count less 1 (0 and 2), where a bit is enough.
CREATE FUNCTION points(kind text, parameter float8, bytes text) RETURNS text LANGUAGE sql IMMUTABLE RETURN sealed('01' || kind || '0102' || encode(float8send(parameter), 'hex') || lpad(to_hex(length(bytes) / 2), 16, '0') || bytes);
CREATE TABLE bytes AS SELECT left(income_distribution(x, 1, 2)::text, -8) AS b, left(income_distribution(x, 1, 2)::text, 76) || '0800' || substr(income_distribution(x, 1, 2)::text, 81, 18) || '0002' || substr(left(income_distribution(x, 1, 2)::text, -8), 101) AS wider, left(income_distribution(x)::text, -8) AS d, income_distribution(x, 1, 2) AS value FROM generate_series(1, 4) x;
SELECT points('08', 2, b) = distribution_merge_transition(NULL, value)::text AS written_so, income_distribution_final(points('07', 2, b)::ranked_rows) = value AS same,
	income_distribution_final(distribution_bounded_transition(points('07', 2, b)::ranked_rows, 3, 1, 2)) = merge(value, (SELECT income_distribution(3, 1, 2))) AS and_a_row, income_distribution_final(ranked_rows_combine(points('07', 2, b)::ranked_rows, points('07', 2, b)::ranked_rows)) = merge(value, value) AS twice FROM bytes;
SELECT reason(points('08', 0, d)) AS no_bound, reason(points('08', 2, d)) AS exact, reason(points('08', 2, overlay(b PLACING 'ff' FROM 35))) AS entries, reason(points('08', 3, b)) AS bound, reason(points('08', 2, overlay(b PLACING '05' FROM 49))) AS rows, reason(points('08', 2, overlay(b PLACING '3f' FROM 5))) AS level,
	reason(points('08', 2, left(b, -2))) AS cut, reason(points('08', 2, b || '00')) AS longer, reason(points('08', 2, left(b, 20))) AS header, reason(points('08', 2, wider)) AS wider, reason(replace(points('08', 2, b), '0801', '0802')) AS unsealed, reason(sealed(overlay(left(points('08', 2, b), -8) PLACING '02' FROM 5))) AS two_words,
	reason(sealed(overlay(left(points('08', 2, b), -8) PLACING '00' FROM 39))) AS other_length, reason(sealed(overlay(left(points('08', 2, b), -8) PLACING '01' FROM 7))) AS form FROM bytes;
-- So it is with values: of another size than they have, of other rows; and with texts that are no bytes.
SELECT reason(sealed(b), 'income_distribution') AS good, reason(sealed(b || '00'), 'income_distribution') AS longer, reason(sealed(wider), 'income_distribution') AS wider, reason(sealed(overlay(b PLACING '05' FROM 49)), 'income_distribution') AS rows, reason('010', 'income_distribution') AS half_a_byte, reason('0x', 'income_distribution') AS letters, reason('010') AS half_a_byte_of_state, reason('xy') AS letters_of_state FROM bytes;
DROP TABLE bytes;
DROP FUNCTION state, reason, points, sealed_sums, sealed, castagnoli;

-- Malformed text: an error (22P03), or a value whose text reads back to itself and that every reader takes.
CREATE FUNCTION mutated(t text, seed int) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
	h text := md5(seed::text || 'x');
	at int := 1 + ('x' || substr(h, 1, 7))::bit(28)::int % length(t);
BEGIN
	RETURN CASE seed % 6
		WHEN 0 THEN overlay(t PLACING substr(h, 9, 1) FROM at)
		WHEN 1 THEN overlay(t PLACING substr(h, 9, 2) FROM at / 2 * 2 + 1)
		WHEN 2 THEN overlay(t PLACING substr(h, 9, 16) FROM at / 2 * 2 + 1)
		WHEN 3 THEN overlay(t PLACING (ARRAY['00', 'ff', '7f', '80'])[1 + ('x' || substr(h, 9, 1))::bit(4)::int % 4] FROM 1 + 2 * (at % least(48, length(t) / 2)))
		WHEN 4 THEN left(t, at / 2 * 2)
		ELSE left(t, at / 2 * 2) || substr(h, 9, 2) || right(t, -(at / 2 * 2)) END;
END $$;
-- What was made of mutations: how many were refused or read, and the first that was anything else.
CREATE FUNCTION fuzz_distribution(t text, seeds int) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	m text;
	d income_distribution;
	known int := 0;
BEGIN
	FOR i IN 1..seeds LOOP
		m := mutated(t, i);
		BEGIN
			d := m::income_distribution;
			IF d::text <> lower(m) THEN
				RETURN 'reads as another: ' || m;
			END IF;
			PERFORM gini(d), weighted_median(d), weighted_quantile_cont(d, 0.4), headcount_ratio(d, 3), zenga_index(d), rank_error(d), gini_bounds(d), weighted_quantile_bounds(d, 0.4), d::jsonb, sen_index(d, 5), lorenz_curve(d, 3), merge(d, d), growth_incidence(d, d, 3);
			known := known + 1;
		EXCEPTION WHEN invalid_binary_representation OR numeric_value_out_of_range THEN
			known := known + 1;
		END;
	END LOOP;
	RETURN known || ' of ' || seeds;
END $$;
SELECT fuzz_distribution(income_distribution(x, w)::text, 1500) AS exact, fuzz_distribution(income_distribution(x, w, 3)::text, 1500) AS bounded FROM (VALUES (1, 2), (1, 2), (3, 4), (-5, 0.3), (7, 1e10)) v(x, w);
SELECT fuzz_distribution(income_distribution(x % 300 * 1.5, x % 7 + 1)::text, 500) AS blocks, fuzz_distribution(income_distribution(x, 1, 20)::text, 500) AS points FROM generate_series(1, 3000) x;
CREATE FUNCTION fuzz_rows(t text, seeds int) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	m text;
	r ranked_rows;
	known int := 0;
BEGIN
	FOR i IN 1..seeds LOOP
		m := mutated(t, i);
		BEGIN
			r := m::ranked_rows;
			IF r::text <> lower(m) THEN
				RETURN 'reads as another: ' || m;
			END IF;
			FOR k IN 1..8 LOOP
				BEGIN
					PERFORM CASE k WHEN 1 THEN gini_final(r)::text WHEN 2 THEN weighted_quantile_final(r)::text WHEN 3 THEN sen_index_final(r)::text WHEN 4 THEN concentration_index_final(r)::text WHEN 5 THEN income_distribution_final(r)::text
						WHEN 6 THEN ranked_rows_combine(r, r)::text WHEN 7 THEN ranked_rows_combine(t::ranked_rows, r)::text ELSE income_distribution_final(ranked_rows_combine(r, t::ranked_rows))::text END;
				EXCEPTION WHEN invalid_parameter_value OR numeric_value_out_of_range THEN NULL;
				END;
			END LOOP;
			known := known + 1;
		EXCEPTION WHEN invalid_binary_representation THEN
			known := known + 1;
		END;
	END LOOP;
	RETURN known || ' of ' || seeds;
END $$;
SELECT fuzz_rows(distribution_transition(distribution_transition(NULL, 3, 2), 5, 7)::text, 700) AS weighted, fuzz_rows(distribution_at_share_transition(distribution_at_share_transition(NULL, 3, 0.3), 5, 0.3)::text, 700) AS at_share,
	fuzz_rows(distribution_gaps_transition(NULL, 3, 5, 2)::text, 700) AS gaps, fuzz_rows(distribution_concentration_transition(NULL, 3, 5, 2)::text, 700) AS concentration,
	fuzz_rows(distribution_bounded_transition(NULL, 3, 2, 5)::text, 700) AS bounded, fuzz_rows(distribution_merge_transition(NULL, d)::text, 700) AS merged, fuzz_rows(distribution_merge_transition(NULL, b)::text, 700) AS points
FROM (SELECT income_distribution(x) AS d, income_distribution(x, 1, 10) AS b FROM generate_series(1, 50) x) v;
DROP FUNCTION fuzz_rows(text, int);
DROP FUNCTION fuzz_distribution(text, int);
DROP FUNCTION mutated(text, int);

-- Windows: no row is taken out of a state, so a frame that slides is computed afresh; one that grows is read at every row.
SELECT bool_and(sliding IS NOT DISTINCT FROM (SELECT gini(x) FROM unnest(slide) x)) AS sliding, bool_and(growing IS NOT DISTINCT FROM (SELECT weighted_median(x) FROM unnest(grow) x)) AS growing,
	bool_and(stored = (SELECT income_distribution(x) FROM unnest(grow) x)) AS stored, bool_and(bounded = (SELECT income_distribution(x, 1, 3) FROM unnest(grow) x)) AS bounded
FROM (SELECT gini(x) OVER s AS sliding, array_agg(x) OVER s AS slide, weighted_median(x) OVER g AS growing, income_distribution(x) OVER g AS stored, income_distribution(x, 1, 3) OVER g AS bounded, array_agg(x) OVER g AS grow
	FROM (SELECT x, row_number() OVER () AS i FROM hh LIMIT 200) v WINDOW s AS (ORDER BY i ROWS 5 PRECEDING), g AS (ORDER BY i)) v;

-- A parallel plan: 0..999, each 50 times: median 499.5, Gini (1000^2 - 1)/(3·1000·999).
CREATE TABLE many AS SELECT i % 1000 AS x, 1 + i % 7 AS w FROM generate_series(1, 50000) i;
ANALYZE many;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) SELECT gini(x), weighted_median(x, w), concentration_index(x, w), income_distribution(x, w, 10) FROM many;
SELECT weighted_median(x) AS median, close_to(gini(x), 999999 / (3000.0 * 999)) AS gini, observations(income_distribution(x, w)) AS rows, income_distribution(x, 1, 2000)::jsonb ->> 'points' AS points, close_to(concentration_index(x, x), 999999 / (3000.0 * 999)) AS concentration FROM many;
-- Partial states that stay in the process, past work_mem and of points: all that they have is combined.
CREATE TABLE whole AS SELECT i % 3 AS part, exp(i % 977 / 100.0 + i * 1e-9) AS x, 1 + i % 7 + i * 1e-7 AS w, i % 131 AS y FROM generate_series(1, 30000) i;
CREATE TABLE parted (LIKE whole) PARTITION BY LIST (part);
CREATE TABLE parted_0 PARTITION OF parted FOR VALUES IN (0);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES IN (1);
CREATE TABLE parted_2 PARTITION OF parted FOR VALUES IN (2);
INSERT INTO parted SELECT * FROM whole;
ANALYZE whole, parted;
SET enable_partitionwise_aggregate = on;
SET max_parallel_workers_per_gather = 0;
SET work_mem = '64kB';
EXPLAIN (COSTS OFF) SELECT gini(x, w) FROM parted;
SELECT gini(p.x, p.w) = (SELECT gini(x, w) FROM whole) AS gini, concentration_index(p.y, p.x, p.w) = (SELECT concentration_index(y, x, w) FROM whole) AS concentration,
	income_distribution(p.x, p.w) = (SELECT income_distribution(x, w) FROM whole) AS exact, income_distribution(p.x, p.w, 100) = (SELECT income_distribution(x, w, 100) FROM whole) AS bounded
FROM parted p;
-- Parts of which one joins its rows (20 incomes, each 1000 times) and the other (5000, all different) does not; a part whose first rows went to the file before later ones were joined; rows without weights, equal ones in several runs.
CREATE TABLE joined AS SELECT 0 AS part, i + 0.5 AS x, 1.0 AS w FROM generate_series(1, 5000) i UNION ALL SELECT 1, i % 20, 2 FROM generate_series(1, 20000) i UNION ALL SELECT 2, i, 1 FROM generate_series(1, 5000) i UNION ALL SELECT 2, i % 20, 3 FROM generate_series(1, 40000) i;
TRUNCATE parted;
INSERT INTO parted (part, x, w) SELECT part, x, w FROM joined WHERE part < 2;
INSERT INTO parted (part, x, w) SELECT part, x, w FROM joined WHERE part = 2 ORDER BY w;
ANALYZE parted;
EXPLAIN (COSTS OFF) SELECT income_distribution(x, w) FROM parted;
SELECT income_distribution(p.x, p.w) = (SELECT income_distribution(x, w ORDER BY x) FROM joined) AS exact, income_distribution(p.x) = (SELECT income_distribution(x ORDER BY x DESC) FROM joined) AS unweighted,
	income_distribution(p.x, p.w, 50) = (SELECT income_distribution(x, w, 50 ORDER BY w) FROM joined) AS bounded, gini(p.x, p.w) = (SELECT gini(income_distribution(x, w)) FROM joined) AS gini FROM parted p;
-- Twice 1 to 10000 in runs of 4096: median 5000.5, Gini 9999/30000.
SELECT weighted_median(x) AS median, close_to(gini(x), 9999 / 30000.0) AS gini, close_to(concentration_index(x, x), 9999 / 30000.0) AS concentration FROM generate_series(1, 2) k, generate_series(1, 10000) x;
DROP TABLE joined;
RESET work_mem;
RESET enable_partitionwise_aggregate;
RESET max_parallel_workers_per_gather;
DROP TABLE whole, parted;
DROP TABLE hh, stored, many;
DROP FUNCTION close_to(float8, float8);
