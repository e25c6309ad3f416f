-- SPDX-License-Identifier: PostgreSQL
-- change: why a rate moved. Numbers are worked out by hand in the comments; test/t/060_change.t holds larger data against an independent program.

-- Two sectors: shares 3/4 and 1/4, then 1/2 each; poverty 1/2 and 1/4, then 1/4 and 1/8. Total 3/16 - 7/16; intra 3/4 (-1/4) + 1/4 (-1/8);
-- shift (-1/4) 1/2 + (1/4) 1/4; interaction (-1/4)(-1/4) + (1/4)(-1/8).
CREATE TABLE sector (name text, p0 float8, n0 float8, p1 float8, n1 float8);
INSERT INTO sector VALUES ('rural', 0.5, 30, 0.25, 20), ('urban', 0.25, 10, 0.125, 20);
SELECT (ravallion_huppi(p0, n0, p1, n1)).* FROM sector;
-- The same from summaries of 4 and 4 rows of weights that give these rates: incomes 5 and 20 at a line of 10.
CREATE TABLE kept AS SELECT name,
	(SELECT poverty_summary(x, 10, w) FROM (VALUES (5, n0 * p0), (20, n0 * (1 - p0))) v(x, w)) AS s0, (SELECT poverty_summary(x, 10, w) FROM (VALUES (5, n1 * p1), (20, n1 * (1 - p1))) v(x, w)) AS s1 FROM sector;
SELECT alpha, (r).* FROM (SELECT alpha, ravallion_huppi(s0, s1, alpha) AS r FROM kept, generate_series(0, 2) alpha GROUP BY alpha) v ORDER BY alpha;
-- A group that comes or goes is a shift alone; a NULL measure of nobody is no gap; a NULL measure of somebody, or a NULL population, is left out.
SELECT (ravallion_huppi(p0, n0, p1, n1)).* FROM (VALUES (0.5, 10, 0.5, 10), (NULL, 0, 0.25, 10), (0.75, NULL, 0.1, 5), (NULL, 5, 0.1, 5), (NULL, 0, NULL, 0)) v(p0, n0, p1, n1);
-- So it is with summaries, where one of no row is nobody too. Before 15 of 30 poor, after 5 of 20 beside 10 without poor: 5/30 - 15/30: intra 1/4 - 1/2,
-- shift (2/3 - 1) / 2, interaction (2/3 - 1) (1/4 - 1/2).
SELECT v.what, (ravallion_huppi(v.s0, v.s1, 0)).* FROM kept k, LATERAL (VALUES ('null', NULL), ('no row', subtract(s0, s0))) e(what, none), LATERAL (VALUES (e.what, s0, s1), (e.what, none, (SELECT poverty_summary(20, 10, 10)))) v(what, s0, s1)
WHERE k.name = 'rural' GROUP BY v.what ORDER BY v.what;
SELECT (ravallion_huppi(s0, s1, CASE name WHEN 'rural' THEN 0 END)).total AS rural_alone FROM kept;
-- A NULL measure of somebody after, too.
SELECT (ravallion_huppi(p0, n0, p1, n1)).* FROM (VALUES (0.5, 10, 0.25, 10), (0.5, 10, NULL, 10), (0.5, 10, 0.25, NULL)) v(p0, n0, p1, n1);
SELECT (ravallion_huppi(s0, NULL, 0)) IS NULL AS nobody_after, (ravallion_huppi(NULL::poverty_summary, NULL, 0)) IS NULL AS nothing FROM kept;
SELECT ravallion_huppi(p0, n0, p1, n1) IS NULL AS nothing FROM sector WHERE false;
SELECT (ravallion_huppi(p0, n0, p1, n1)).* FROM sector WHERE name = 'rural';
SELECT name, (ravallion_huppi(p0, n0, p1, n1)).total FROM sector GROUP BY ROLLUP (name) ORDER BY name;
SELECT name, (ravallion_huppi(p0, n0, p1, n1) OVER (ORDER BY name DESC ROWS CURRENT ROW)).intra, (ravallion_huppi(s0, s1, 0) FILTER (WHERE name = 'rural') OVER (ORDER BY name)).total FROM sector JOIN kept USING (name) ORDER BY name;
-- The total is the difference of the merged summaries.
SELECT (ravallion_huppi(s0, s1, 1)).total = poverty_gap(merge(s1)) - poverty_gap(merge(s0)) AS total FROM kept;
SELECT ravallion_huppi(s0, s1, 1.5) FROM kept;
\echo :LAST_ERROR_SQLSTATE
SELECT ravallion_huppi(s0, s1, length(name) - 5) FROM (SELECT name, s0, s1 FROM kept UNION ALL SELECT 'coastal', s0, s1 FROM kept) v;
\echo :LAST_ERROR_SQLSTATE
SELECT ravallion_huppi(p0, -n0, p1, n1) FROM sector;
\echo :LAST_ERROR_SQLSTATE
SELECT ravallion_huppi('NaN', n0, p1, n1) FROM sector;
\echo :LAST_ERROR_SQLSTATE
SELECT ravallion_huppi(1e300, 1e300, p1, n1) FROM sector;
\echo :LAST_ERROR_SQLSTATE

-- shapley_by_group: within 5/8 (-1/4) and 3/8 (-1/8); shift 3/8 (-1/4) and 3/16 (1/4); each adds 1/8 - 3/8 and 1/16 - 1/16.
SELECT c.* FROM (SELECT array_agg(ROW(name, s0, s1)::group_poverty ORDER BY name) AS groups FROM kept) k, shapley_by_group(groups, 0) c;
-- One that comes: poverty before is not known, and all that it adds is a shift; one without rows in either year is there with nothing.
SELECT c.* FROM (SELECT array_agg(ROW(name, CASE WHEN name <> 'urban' THEN s0 END, s1)::group_poverty ORDER BY name) || ROW('none', NULL, NULL)::group_poverty AS groups FROM kept) k, shapley_by_group(groups, 0) c;
SELECT count(*) AS nothing FROM shapley_by_group('{}', 0);
SELECT count(*) AS one_year FROM (SELECT array_agg(ROW(name, s0, NULL)::group_poverty) AS groups FROM kept) k, shapley_by_group(groups, 0) c;
SELECT count(*) AS unknown FROM shapley_by_group(NULL, 0);
SELECT shapley_by_group(array_agg(ROW(name, s0, s1)::group_poverty), 3) FROM kept;
\echo :LAST_ERROR_SQLSTATE

-- growth_elasticity of a summary: incomes 5 at a line of 10: FGT 1 is half of FGT 0, FGT 2 half of FGT 1: -1 and -2.
SELECT growth_elasticity(s0, 1) AS gap, growth_elasticity(s0, 2) AS severity, growth_elasticity(poverty_summary(20, 10), 1) IS NULL AS nobody_poor,
	growth_elasticity(subtract(s0, s0), 1) IS NULL AS nobody FROM kept GROUP BY name, s0;
SELECT growth_elasticity(s0, 0) FROM kept;
\echo :LAST_ERROR_SQLSTATE
SELECT growth_elasticity(s0, -1) FROM kept;
\echo :LAST_ERROR_SQLSTATE

-- mld_change: equal means, so that nothing is between the groups: within (1/2 + 1/4) / 2 * 1/4, population within -1/4 * 5/8 + 1/4 * 1/4.
SELECT (mld_change('{10,10}', '{5,5}', '{0.5,0.25}', '{5,15}', '{7,7}', '{0.75,0.25}')).*;
-- Nothing within: means 1 and 3, shares stay 1/2 each, then means 1 and 7: relative means 1/2 and 3/2, then 1/4 and 7/4; total -ln(7/16)/2 + ln(3/4)/2;
-- income shares 1/4 and 3/4, then 1/8 and 7/8: (3/16 - 1/2) 0 + (13/16 - 1/2) ln(7/3).
SELECT abs(total - (ln(0.75) - ln(7.0 / 16)) / 2) < 1e-15 AS total, abs(relative_means - 5.0 / 16 * ln(7.0 / 3)) < 1e-15 AS relative_means, within, population_within, population_between,
	abs(residual - (total - relative_means)) < 1e-15 AS residual FROM mld_change('{1,1}', '{1,3}', '{0,0}', '{2,2}', '{1,7}', '{0,0}');
SELECT mld_change('{}', '{}', '{}', '{}', '{}', '{}') IS NULL AS nothing, mld_change(NULL, '{1}', '{1}', '{1}', '{1}', '{1}') IS NULL AS unknown;
SELECT mld_change('{1}', '{1,2}', '{1}', '{1}', '{1}', '{1}');
\echo :LAST_ERROR_SQLSTATE
SELECT mld_change('{1}', '{NULL}', '{1}', '{1}', '{1}', '{1}');
\echo :LAST_ERROR_SQLSTATE
SELECT mld_change('{{1}}', '{1}', '{1}', '{1}', '{1}', '{1}');
\echo :LAST_ERROR_SQLSTATE
SELECT mld_change('{0}', '{1}', '{1}', '{1}', '{1}', '{1}');
\echo :LAST_ERROR_SQLSTATE
SELECT mld_change('{1}', '{1}', '{-1}', '{1}', '{1}', '{1}');
\echo :LAST_ERROR_SQLSTATE
SELECT mld_change('{1}', '{1}', '{1}', '{1}', '{Infinity}', '{1}');
\echo :LAST_ERROR_SQLSTATE

-- The same from stored summaries: one income each, so that nothing is within.
SELECT a = b AS same FROM (SELECT mld_change('{1,1}', '{1,3}', '{0,0}', '{1,1}', '{1,7}', '{0,0}') AS a,
	(SELECT mld_change(ARRAY[ROW('poorer', (SELECT inequality_summary(1)), (SELECT inequality_summary(1)))::group_inequality, ROW('richer', (SELECT inequality_summary(3)), (SELECT inequality_summary(7)))::group_inequality])) AS b) v;
SELECT mld_change('{}'::group_inequality[]) IS NULL AS nothing, mld_change(NULL::group_inequality[]) IS NULL AS unknown;
SELECT mld_change(ARRAY[ROW('gone', (SELECT inequality_summary(1)), NULL)::group_inequality]);
\echo :LAST_ERROR_SQLSTATE

-- datt_ravallion. Before 6, 9, 12, 21 (mean 12), after 10, 12, 20, 54 (mean 24): before scaled to the mean after is 12, 18, 24, 42, after scaled to that
-- before is 5, 6, 10, 27. Headcounts at 10: before 1/2, after 0, scaled 0 and 1/2; at 15: 3/4, 1/2, 1/4 and 3/4.
-- Initial and final: growth -1/2, redistribution 0, line 1/2. Shapley: growth (2 (-1/2) - 1/2 - 1/2 + 2 (-1/4)) / 6, redistribution (2 (1/4)) / 6,
-- line (2 (1/4) + 1/4 + 1/4 + 2 (1/2)) / 6.
CREATE TABLE years AS SELECT (SELECT income_distribution(x) FROM (VALUES (6), (9), (12), (21)) v(x)) AS d0, (SELECT income_distribution(x, 3) FROM (VALUES (10), (12), (20), (54)) v(x)) AS d1;
SELECT base, (c).total, (c).growth, (c).redistribution, (c).line, (c).residual FROM (
	SELECT base, datt_ravallion(d0, d1, 10, 15, 0, base) AS c FROM years, (VALUES ('initial'), ('final')) b(base)) v;
SELECT total, round(growth::numeric, 15) AS growth, round(-2.5 / 6, 15) AS by_hand, round(redistribution::numeric, 15) AS redistribution, round(0.5 / 6, 15) AS by_hand,
	round(line::numeric, 15) AS line, round(2.0 / 6, 15) AS by_hand, abs(residual) < 1e-16 AS only_rounding FROM (SELECT (datt_ravallion(d0, d1, 10, 15, 0, 'shapley')).* FROM years) v;
-- Everybody has a tenth more: 700000 is on the line of 700000 before and, scaled, in all other states, whatever was rounded; poor where the line
-- includes it. Headcounts 1/3 and 1/3, or 2/3 and 1/3.
SELECT base, (a).total, (a).growth, (a).redistribution, (a).residual, round((b).total::numeric, 15) AS incl_total, (b).growth = (b).total AS incl_growth, (b).redistribution AS incl_redistribution, (b).residual AS incl_residual FROM (
	SELECT base, datt_ravallion(income_distribution(x), income_distribution(x * 1.1::float8), 700000, 700000, 0, base) AS a, datt_ravallion(income_distribution(x), income_distribution(x * 1.1::float8), at_or_below(700000), at_or_below(700000), 0, base) AS b
	FROM unnest('{400000,700000,900000}'::float8[]) x, (VALUES ('initial'), ('final'), ('shapley')) b(base) GROUP BY base) v ORDER BY base;
-- Nobody has the line's income: 0.56 and 1.04, then 0.6 and 1.4 (means 0.8 and 1). Before, scaled, is 0.7 and 1.3: on the line of 0.7, growth alone
-- lifts the poor one; where the line includes 0.7, it does not. A line of many digits does not include what is just below it.
SELECT (datt_ravallion(d0, d1, 0.7, 0.7, 0, 'initial')).growth AS below, (datt_ravallion(d0, d1, at_or_below(0.7), at_or_below(0.7), 0, 'initial')).growth AS at_or_below,
	(datt_ravallion(t0, t1, 1.0 / 7 * 1.25, 1.0 / 7 * 1.25, 0, 'initial')).growth AS many_digits
FROM (SELECT income_distribution(x) AS d0, income_distribution(y) AS d1, income_distribution(x / 0.56 / 7) AS t0, income_distribution(y / 0.56 / 7) AS t1 FROM (VALUES (0.56::float8, 0.6::float8), (1.04, 1.4)) v(x, y)) d;
-- One line: no part of it, and in the Shapley form the means of both bases. FGT 1.5: the parts add up. The total is that of the readers.
SELECT (a).line AS initial, (s).line AS shapley, abs((s).growth - ((a).growth + (b).growth) / 2) < 1e-15 AS growth, abs((s).redistribution - ((a).redistribution + (b).redistribution) / 2) < 1e-15 AS redistribution,
	(a).total = fgt(d1, 14, 1.5) - fgt(d0, 14, 1.5) AS total, (a).growth + (a).redistribution + (a).residual - (a).total AS nothing
FROM (SELECT d0, d1, datt_ravallion(d0, d1, 14, 14, 1.5, 'initial') AS a, datt_ravallion(d0, d1, 14, 14, 1.5, 'final') AS b, datt_ravallion(d0, d1, 14, 14, 1.5, 'shapley') AS s FROM years) v;
-- A bounded distribution; equal years; a mean that is not positive; NULL.
SELECT (datt_ravallion(income_distribution(x, 1, 64), (SELECT d1 FROM years), 10, 10, 0, 'initial')).growth FROM (VALUES (6), (9), (12), (21)) v(x);
SELECT datt_ravallion(d0, d0, 10, 10, 1, 'shapley') AS nothing_changed, datt_ravallion(d0, NULL, 10, 10, 1, 'final') IS NULL AS unknown,
	datt_ravallion(d0, (SELECT income_distribution(x) FROM (VALUES (-5), (4)) v(x)), 10, 10, 1, 'final') IS NULL AS no_mean FROM years;
SELECT datt_ravallion(d0, d1, 0, 10, 1, 'final') FROM years;
\echo :LAST_ERROR_SQLSTATE
SELECT datt_ravallion(d0, d1, 10, 10, -1, 'final') FROM years;
\echo :LAST_ERROR_SQLSTATE
SELECT datt_ravallion(d0, d1, 10, 10, 1, 'middle') FROM years;
\echo :LAST_ERROR_SQLSTATE

-- rate_of_pro_poor_growth: 6 to 10 and 9 to 12: (2/3 + 1/3) / 2, against a doubled mean. Beside two steps of 10 and 20: (10/6 + 10/9) / 2 - 1 = 7/18.
SELECT round(rate_of_pro_poor_growth(d0, d1, 10)::numeric, 15) AS of_the_poor, mean_income(d1) / mean_income(d0) - 1 AS of_the_mean,
	round(rate_of_pro_poor_growth(d0, (SELECT income_distribution(x) FROM (VALUES (10), (20)) v(x)), 10)::numeric, 15) AS two_steps, round(7.0 / 18, 15) AS by_hand,
	rate_of_pro_poor_growth(d0, d0, 1000) AS nothing_grew, rate_of_pro_poor_growth(d0, d1, 6) IS NULL AS nobody_poor, rate_of_pro_poor_growth(d0, d1, NULL) IS NULL AS unknown FROM years;
-- Everybody poor: the mean growth of all steps: (2/3 + 1/3 + 2/3 + 11/7) / 4 = 68/84; all grow alike: that growth; a weight of three is three rows.
SELECT round(rate_of_pro_poor_growth(d0, d1, 1000)::numeric, 15) AS all_steps, round(68.0 / 84, 15) AS by_hand FROM years;
SELECT rate_of_pro_poor_growth(income_distribution(x, w), income_distribution(x * 1.25, w), 1000) AS alike,
	rate_of_pro_poor_growth(income_distribution(x, w), (SELECT income_distribution(y) FROM (VALUES (2), (4), (4), (4)) t(y)), 1000) AS weighted FROM (VALUES (1, 1), (4, 3)) v(x, w);
SELECT rate_of_pro_poor_growth((SELECT income_distribution(x) FROM (VALUES (0), (5)) v(x)), d1, 10) FROM years;
\echo :LAST_ERROR_SQLSTATE
SELECT rate_of_pro_poor_growth(d0, d1, -1) FROM years;
\echo :LAST_ERROR_SQLSTATE
-- Weights whose sum is beyond double precision have no shares.
SELECT rate_of_pro_poor_growth((SELECT income_distribution(1, 1e308) FROM generate_series(1, 2)), d1, 10) FROM years;
\echo :LAST_ERROR_SQLSTATE
SELECT rate_of_pro_poor_growth(d0, (SELECT income_distribution(1, 1e308) FROM generate_series(1, 2)), 10) FROM years;
\echo :LAST_ERROR_SQLSTATE

-- Elasticities before: FGT 0, 1, 2 at 10 are 1/2, 0.5/4, 0.17/4. Growth (0.125 - 0.5) / 0.125 and 2 (0.0425 - 0.125) / 0.0425; inequality 1 + (2/10) 4 and
-- 2 + 2 (2/10) (0.125 / 0.0425). That of the headcount is a density: test/t/060_change.t.
SELECT round(growth_elasticity(d0, 10, 1)::numeric, 12) AS growth_1, round(growth_elasticity(d0, 10, 2)::numeric, 12) AS growth_2, round(-0.165 / 0.0425, 12) AS by_hand,
	round(inequality_elasticity(d0, 10, 1)::numeric, 12) AS inequality_1, round(inequality_elasticity(d0, 10, 2)::numeric, 12) AS inequality_2, round(2 + 0.05 / 0.0425, 12) AS by_hand,
	growth_elasticity(d0, 10, 0) < 0 AS falls, inequality_elasticity(d0, 10, 0) > 0 AS rises, growth_elasticity(d0, 6, 1) IS NULL AS nobody_poor,
	growth_elasticity(d0, 6, 0) IS NULL AND inequality_elasticity(d0, 6, 0) IS NULL AND inequality_elasticity(d0, 6, 1) IS NULL AS nobody_poor_either FROM years;
SELECT growth_elasticity(income_distribution(5), 10, 0) IS NULL AS one_income, growth_elasticity(income_distribution(5), 10, 1) AS of_the_gap FROM years;
SELECT growth_elasticity(d0, 10, 0.5) FROM years;
\echo :LAST_ERROR_SQLSTATE
SELECT inequality_elasticity(d0, 'Infinity', 1) FROM years;
\echo :LAST_ERROR_SQLSTATE

DROP TABLE sector, kept, years;
