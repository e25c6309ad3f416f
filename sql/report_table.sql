-- SPDX-License-Identifier: PostgreSQL
-- report: thresholds, coverage, money, deprivations, Lorenz curves. Every number is worked out by hand.
\set SHOW_CONTEXT never
CREATE SCHEMA office;
CREATE TABLE area (area_code text, area_name text, level text, parent_code text);
INSERT INTO area VALUES ('P', 'Province', 'province', NULL), ('a', 'An', 'commune', 'P'), ('b', 'Ba', 'commune', 'P'), ('c', 'Ca', 'commune', 'P');

-- Thresholds: the lines of the law at the end of each year; a row of one's own goes before the shipped one. Hà Nội's
-- 1,100,000 of 2016 is in the table of nobody: an example of one's own.
SELECT publish_threshold('office', '{VN-2011,VN-2016,VN-2022}', 2015, 2022);
SELECT year, area_type, standard, line, near_poor_line FROM office.threshold ORDER BY area_type, year;
INSERT INTO poverty_line (standard, area_type, valid, line, near_poor_line, line_is_poor, period, currency, source) VALUES ('VN-2016', 'urban', '[2016-01-01,2018-01-01)', 1100000, 1500000, true, 'month', 'VND', 'a test');
SELECT as_of, year, line, currency, period, source FROM office.threshold WHERE area_type = 'urban' AND year IN (2017, 2018) ORDER BY year;
DELETE FROM poverty_line WHERE NOT shipped;
SELECT min(year), max(year) = extract(year FROM current_date) AS to_this_year FROM threshold(NULL, 2018);
SELECT count(DISTINCT standard) AS all_of_2018 FROM threshold(NULL, 2018, 2018);
SELECT count(*) FROM threshold('{none}', 2018, 2018);
SELECT threshold_query(NULL, 2018, 2017);
\echo :LAST_ERROR_SQLSTATE
SELECT threshold_query(NULL, NULL);
\echo :LAST_ERROR_SQLSTATE

-- Coverage, cells of 3 and more. Card: a 10 of 10; b 4 of 5, the fifth unrecorded; c 7 of 8 entitled, the ninth served but not entitled; the
-- province 21 of 23. Loan: a 2 of 6, so withheld, and with it the smallest other, c's 3 of 3; b's 5 of 6; 10 of 15.
CREATE TABLE served (year int, area_code text, policy text, entitled boolean, covered boolean, households int);
INSERT INTO served VALUES (2018, 'a', 'card', true, true, 10), (2018, 'b', 'card', true, true, 4), (2018, 'b', 'card', true, NULL, 1), (2018, 'c', 'card', true, true, 7), (2018, 'c', 'card', true, false, 1), (2018, 'c', 'card', false, true, 1),
	(2018, 'a', 'loan', true, true, 2), (2018, 'a', 'loan', true, false, 4), (2018, 'b', 'loan', true, true, 5), (2018, 'b', 'loan', true, false, 1), (2018, 'c', 'loan', true, true, 3),
	(2018, 'a', 'none', false, NULL, 5), (NULL, 'a', 'card', true, true, 5), (2018, NULL, 'card', true, true, 5), (2018, 'a', NULL, true, true, 5);
CREATE TABLE service AS SELECT s.* FROM served AS s, generate_series(1, s.households);
SELECT publish_programme_coverage('office', 'service', 'area');
SELECT as_of, year, area_code, area_name, policy, entitled, covered, coverage_rate, covered_in_100 FROM office.programme_coverage ORDER BY policy, area_code COLLATE "C";
SELECT area_code, policy, entitled, covered, round(coverage_rate::numeric, 6) AS rate FROM programme_coverage('service', 'area', minimum => 1) WHERE policy = 'loan' ORDER BY area_code COLLATE "C";
-- Without a column for it, every row is entitled: 8 of 9 of c.
SELECT policy, entitled, covered FROM programme_coverage('service', NULL, '{"entitled": null}') WHERE area_code = 'c' AND policy = 'card';
SELECT publish_programme_coverage('office', 'service', 'area', '{"covered": "households"}');
\echo :LAST_ERROR_SQLSTATE

-- Who is entitled, by status: of a 1 poor and 9 near-poor, of b 4 and 6, of c 20 and 10. Where both lists are entitled, all
-- less the near-poor, who are entitled to something else, are the poor: the 10 of a are withheld for its 1, and those of b,
-- which has the fewest other poor. All are served, so covered goes with entitled. Where no status is known, all is shown.
CREATE TABLE listed AS
SELECT 2018 AS year, w.area_code, w.status, p.policy, true AS covered
FROM (VALUES ('a', 'poor', 1), ('a', 'near_poor', 9), ('b', 'poor', 4), ('b', 'near_poor', 6), ('c', 'poor', 20), ('c', 'near_poor', 10)) AS w(area_code, status, households)
JOIN (VALUES ('card', '{poor,near_poor}'::text[]), ('loan', '{near_poor}')) AS p(policy, lists) ON w.status = ANY (p.lists), generate_series(1, w.households);
SELECT known.policy, area_code, known.entitled, known.covered, unknown.entitled AS entitled_unknown, unknown.covered AS covered_unknown
FROM programme_coverage('listed', 'area') AS known JOIN programme_coverage('listed', 'area', '{"status": null}') AS unknown USING (policy, area_code) ORDER BY policy, area_code COLLATE "C";
-- Of the 9, 6 and 10 near-poor 2, 5 and 8 are served: the 2 are withheld, and the 5 beside them.
UPDATE listed SET covered = false WHERE policy = 'loan';
UPDATE listed SET covered = true WHERE ctid IN (SELECT ctid FROM (SELECT ctid, area_code, row_number() OVER (PARTITION BY area_code) AS n FROM listed WHERE policy = 'loan') AS l WHERE n <= CASE area_code WHEN 'a' THEN 2 WHEN 'b' THEN 5 ELSE 8 END);
SELECT area_code, entitled, covered FROM programme_coverage('listed', 'area') WHERE policy = 'loan' ORDER BY area_code COLLATE "C";

-- Money: 300 of 400 central, in two rows; nothing planned; more spent than planned; nothing spent yet.
CREATE TABLE budget (year int, programme text, source text, planned numeric, spent numeric);
INSERT INTO budget VALUES (2018, '135', 'central', 100, 100), (2018, '135', 'central', 300, 200), (2018, '135', 'local', 0, 0), (2018, '135', NULL, 10, 12), (2019, '135', 'central', 50, NULL), (NULL, '135', 'local', 1, 1);
SELECT publish_programme_money('office', 'budget', '{"funding_source": "source"}');
SELECT as_of, year, programme, funding_source, planned, spent, disbursement_rate FROM office.programme_money ORDER BY year, funding_source;
SELECT count(*) FROM (SELECT * FROM programme_money('budget', '{"funding_source": "source"}') INTERSECT SELECT * FROM office.programme_money) AS v;
-- What was paid back is below 0: 300 - 60 of 400. NaN is an error when the view is read.
INSERT INTO budget VALUES (2018, '135', 'central', 0, -60);
SELECT planned, spent, disbursement_rate FROM office.programme_money WHERE year = 2018 AND funding_source = 'central';
UPDATE budget SET spent = 'NaN' WHERE spent = -60;
SELECT * FROM office.programme_money;
\echo :LAST_ERROR_SQLSTATE

-- Deprivations, 2 indicators. a: 6 poor (4 lack the first, 5 the second), 4 near-poor (3, 0); b: 5 poor (5, 1), 3 near-poor
-- (0, 0); c: 10 poor (7, 6), 8 near-poor (4, 5). All: a 10 (7, 5), b 8 (5, 1), c 18 (11, 11). The province: 21 poor (16, 12),
-- 15 near-poor (7, 5), 36 (23, 17). The 1 of b (second, poor) is withheld, and with it a's 5, the smallest other; so are
-- b's 1 and a's 5 of both lists, which would give them away.
CREATE TABLE lacking (area_code text, status text, households int, deprived boolean[]);
INSERT INTO lacking VALUES ('a', 'poor', 4, '{t,t}'), ('a', 'poor', 1, '{f,t}'), ('a', 'poor', 1, '{f,f}'), ('a', 'near_poor', 3, '{t,f}'), ('a', 'near_poor', 1, '{f,f}'),
	('b', 'poor', 4, '{t,f}'), ('b', 'poor', 1, '{t,t}'), ('b', 'near_poor', 3, '{f,f}'),
	('c', 'poor', 6, '{t,t}'), ('c', 'poor', 1, '{t,f}'), ('c', 'poor', 3, '{f,f}'), ('c', 'near_poor', 4, '{t,t}'), ('c', 'near_poor', 1, '{f,t}'), ('c', 'near_poor', 3, '{f,f}'),
	('c', 'average', 50, '{t,t}'), ('c', 'poor', 7, NULL), ('c', NULL, 7, '{t,t}'), (NULL, 'poor', 7, '{t,t}');
CREATE TABLE deprivation AS SELECT 2018 AS year, l.area_code, l.status, l.deprived FROM lacking AS l, generate_series(1, l.households);
SELECT publish_deprivation_rate('office', 'deprivation', 'area');
SELECT status, indicator, area_code, households, deprived, round(deprivation_rate::numeric, 6) AS rate, round(deprived_in_100::numeric, 4) AS in_100 FROM office.deprivation_rate ORDER BY indicator_position, status DESC, area_code COLLATE "C";
SELECT count(*) AS rows, count(deprived) AS shown FROM deprivation_rate('deprivation', 'area', minimum => 1);
-- 1 poor household of a, 5 of b, 40 of c: a is withheld, and b beside it. All of b and c and none of a lack the first
-- indicator, so were that shown, 46 less 40 less the 5 who lack it would be a's.
CREATE TABLE all_lack AS SELECT 2018 AS year, w.area_code, 'poor' AS status, ARRAY[w.area_code <> 'a', i % 2 = 0] AS deprived FROM (VALUES ('a', 1), ('b', 5), ('c', 40)) AS w(area_code, households), generate_series(1, w.households) AS i;
SELECT area_code, households, deprived FROM deprivation_rate('all_lack', 'area') WHERE status = 'poor' AND indicator = '1' ORDER BY area_code COLLATE "C";
-- The day of a figure is the latest of its households, and so that of the one household of a on 3 June, unless it is withheld
-- too: then it is the latest of the year, which c's have. A household that is not entitled has no part in it.
CREATE TABLE dated AS
SELECT 2018 AS year, w.area_code, 'poor' AS status, '{t}'::boolean[] AS deprived, 'card' AS policy, true AS entitled, true AS covered, 100 AS income, make_date(2018, 6, w.first_day + i) AS as_of
FROM (VALUES ('a', 1, 2), ('b', 5, 5), ('c', 20, 10)) AS w(area_code, households, first_day), generate_series(1, w.households) AS i;
INSERT INTO dated VALUES (2018, 'a', 'average', '{f}', 'none', false, true, 100, '2018-12-01');
SELECT 'deprivation' AS of, area_code COLLATE "C" AS area_code, as_of, households FROM deprivation_rate('dated', 'area') WHERE status = 'poor'
UNION ALL SELECT policy, area_code, as_of, entitled FROM programme_coverage('dated', 'area', '{"status": null}') ORDER BY 1, 2;
-- of 2 groups of 3 households a Lorenz curve needs 6: a has 2, b 5
SELECT area_code, as_of, gini FROM lorenz_point('dated', 'area', groups => 2) WHERE population_share = 1 ORDER BY area_code COLLATE "C";
-- An area that is there twice would have its households twice, or seem to be two that protect each other.
INSERT INTO area VALUES ('a', 'An again', 'commune', 'P');
SELECT area_code, households FROM deprivation_rate('dated', 'area');
\echo :LAST_ERROR_SQLSTATE
SELECT area_code, entitled FROM programme_coverage('dated', 'area');
\echo :LAST_ERROR_SQLSTATE
SELECT area_code, gini FROM lorenz_point('dated', 'area');
\echo :LAST_ERROR_SQLSTATE
DELETE FROM area WHERE area_name = 'An again';
-- Names of the indicators come from the standard.
ALTER TABLE deprivation ADD standard text DEFAULT 'VN-2016';
SELECT DISTINCT indicator, indicator_name, indicator_name_vi, indicator_position FROM deprivation_rate('deprivation', 'area') ORDER BY indicator_position;
-- Measured by two standards in one year: two sets of rows, told apart though some indicators have one name.
CREATE TABLE measured AS SELECT 2021 AS year, 'a' AS area_code, 'poor' AS status, v.standard, v.deprived::boolean[] FROM (VALUES ('VN-2016', '{f,f,t,f,f,f,f,f,f,f}'), ('VN-2022', '{f,f,f,t,t,f,f,f,f,f,f,f}')) AS v(standard, deprived), generate_series(1, 5);
SELECT standard, indicator, indicator_position, deprived FROM deprivation_rate('measured') WHERE status = 'poor' AND (deprived > 0 OR indicator = 'health_insurance') ORDER BY standard, indicator_position;
UPDATE deprivation SET deprived = '{t,NULL}' WHERE status = 'near_poor';
SELECT * FROM deprivation_rate('deprivation');
\echo :LAST_ERROR_SQLSTATE

-- Lorenz: c has incomes 1 to 4 six times each: half the people have 3 of 10, the Gini is 0.25. b has 11 households, too few
-- for 4 groups of 3; a, with 12 the fewest of the others, is withheld beside it. Of a (1 to 4 three times), b (11 times 2.5)
-- and c, 2 groups: 47 households; the 23 and a half poorest have 9 + 18 + 5.5 · 2.5.
CREATE TABLE income (year int, area_code text, income numeric, weight int);
INSERT INTO income SELECT 2018, 'a', 1 + i % 4, 1 FROM generate_series(1, 12) AS i;
INSERT INTO income SELECT 2018, 'b', 2.5, 1 FROM generate_series(1, 11) AS i;
INSERT INTO income SELECT 2018, 'c', 1 + i % 4, 1 FROM generate_series(1, 24) AS i;
SELECT publish_lorenz_point('office', 'income', 'area', groups => 4);
SELECT as_of, year, area_code, population_share, round(income_share::numeric, 6) AS income_share, round(gini::numeric, 6) AS gini FROM office.lorenz_point WHERE area_code IN ('a', 'b', 'c') ORDER BY area_code COLLATE "C", population_share;
SELECT population_share, round(income_share::numeric, 6) AS income_share, round((9 + 18 + 5.5 * 2.5) / (30 + 27.5 + 60), 6) AS by_hand FROM lorenz_point('income', 'area', groups => 2) WHERE area_code = 'P' AND population_share = 0.5;
-- Stored distributions give the same bits.
CREATE TABLE stored AS SELECT year, area_code, income_distribution(income, weight) AS incomes FROM income GROUP BY year, area_code;
SELECT count(*) AS points, count(*) FILTER (WHERE a.income_share IS NOT DISTINCT FROM b.income_share AND a.gini IS NOT DISTINCT FROM b.gini) AS equal
FROM office.lorenz_point AS a FULL JOIN lorenz_point('stored', 'area', '{"income": "incomes"}', groups => 4) AS b USING (area_code, population_share);
SELECT lorenz_point_query('income', groups => 1);
\echo :LAST_ERROR_SQLSTATE
SELECT lorenz_point_query('income', groups => 101);
\echo :LAST_ERROR_SQLSTATE
ALTER TABLE stored ADD weight int;
SELECT lorenz_point_query('stored', NULL, '{"income": "incomes"}');
\echo :LAST_ERROR_SQLSTATE
-- No rows.
TRUNCATE service, budget, deprivation, income;
SELECT (SELECT count(*) FROM office.programme_coverage) AS coverage, (SELECT count(*) FROM office.programme_money) AS money, (SELECT count(*) FROM office.deprivation_rate) AS deprivations, (SELECT count(*) FROM office.lorenz_point) AS points;

SET client_min_messages = warning;
DROP SCHEMA office CASCADE;
DROP TABLE area, served, service, listed, budget, lacking, all_lack, deprivation, dated, measured, income, stored;
