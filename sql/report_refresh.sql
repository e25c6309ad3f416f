-- SPDX-License-Identifier: PostgreSQL
-- report: large registers, by a table of summaries.
\set SHOW_CONTEXT never
CREATE SCHEMA office;
-- 3 years of 4 areas, 240 rows a year; incomes of 60 to 70 values, so that 5 points are fewer and 1000 are all
CREATE TABLE register AS
SELECT 2015 + y AS reviewed, chr(97 + i % 4) AS ward, CASE WHEN (i * 7 + y) % 10 < 2 THEN 'poor' WHEN (i * 7 + y) % 10 < 3 THEN 'near_poor' ELSE 'average' END AS category,
	100 + i * 37 % 251 AS income, 150 AS line, 1 + i % 3 AS members
FROM generate_series(1, 3) AS y, generate_series(1, 240) AS i;
SELECT create_area_summary('office');
SELECT create_area_summary('office');
\echo :LAST_ERROR_SQLSTATE
SELECT create_area_summary('nowhere');
\echo :LAST_ERROR_SQLSTATE
SELECT create_area_summary(NULL);
\echo :LAST_ERROR_SQLSTATE
SELECT create_area_summary('office', NULL);
\echo :LAST_ERROR_SQLSTATE
SELECT count(*) AS columns, count(col_description(attrelid, attnum)) AS described FROM pg_attribute WHERE attrelid = 'office.area_summary'::regclass AND attnum > 0;
\set mapping '{"year": "reviewed", "area_code": "ward", "status": "category", "weight": "members"}'
-- 12 rows, and none the second time.
SELECT refresh_area_summary('office.area_summary', 'register', :'mapping', max_points => 1000) AS first;
SELECT refresh_area_summary('office.area_summary', 'register', :'mapping', max_points => 1000) AS again;
-- Each holds what plain SQL counts, and the summaries are those of the aggregates, to the bit.
SELECT count(*) AS rows, count(*) FILTER (WHERE (s.households, s.poor, s.near_poor, s.summary::text, s.incomes::text)
	IS NOT DISTINCT FROM (r.households, r.poor, r.near_poor, r.summary::text, r.incomes::text)) AS equal
FROM office.area_summary AS s
FULL JOIN (
	SELECT reviewed AS year, ward AS area_code, count(*)::float8 AS households, count(*) FILTER (WHERE category = 'poor')::float8 AS poor, count(*) FILTER (WHERE category = 'near_poor')::float8 AS near_poor,
		poverty_summary(income, line, members) AS summary, income_distribution(income, members, 1000) AS incomes
	FROM register GROUP BY 1, 2
) AS r USING (year, area_code);

-- Rows of 2017 in a and of 2016 in b change: one refresh of those two, and the table is what a refresh of all leaves in an
-- empty one, to the bit. A household more, one less, an income, a category; area d of 2016 goes, area e of 2017 comes.
INSERT INTO register VALUES (2017, 'a', 'poor', 10, 150, 1), (2017, 'e', 'average', 500, 150, 2);
DELETE FROM register WHERE ctid = (SELECT min(ctid) FROM register WHERE reviewed = 2016 AND ward = 'b');
DELETE FROM register WHERE reviewed = 2016 AND ward = 'd';
UPDATE register SET income = income + 1 WHERE ctid = (SELECT max(ctid) FROM register WHERE reviewed = 2017 AND ward = 'a' AND category = 'average');
UPDATE register SET category = 'near_poor' WHERE ctid = (SELECT min(ctid) FROM register WHERE reviewed = 2016 AND ward = 'b' AND category = 'average');
SELECT refresh_area_summary('office.area_summary', 'register', :'mapping', '{2017}', '{a,e}', max_points => 1000) AS written_of_2017;
SELECT refresh_area_summary('office.area_summary', 'register', :'mapping', '{2016}', max_points => 1000) AS written_of_2016;
SELECT create_area_summary('office', 'in full');
SELECT refresh_area_summary('office."in full"', 'register', :'mapping', max_points => 1000) AS in_full;
SELECT count(*) AS rows, count(*) FILTER (WHERE (a.as_of, a.households, a.poor, a.near_poor, a.summary::text, a.incomes::text) IS NOT DISTINCT FROM (b.as_of, b.households, b.poor, b.near_poor, b.summary::text, b.incomes::text)) AS equal
FROM office.area_summary AS a FULL JOIN office."in full" AS b USING (year, area_code, standard, vintage);
-- An unchanged year is not touched; a year that is gone is removed.
UPDATE register SET income = 1 WHERE reviewed = 2018;
SELECT refresh_area_summary('office.area_summary', 'register', :'mapping', '{2016,2017}', max_points => 1000) AS written;
DELETE FROM register WHERE reviewed = 2018;
SELECT refresh_area_summary('office.area_summary', 'register', :'mapping', '{2018}', max_points => 1000) AS removed;

-- What dashboards read: the same rates, measures and curves from the table as from the rows, to the bit.
SELECT publish_area_rate('office', 'office.area_summary', view => 'from_summary');
SELECT publish_area_rate('office', 'register', NULL, '{"year": "reviewed", "area_code": "ward", "status": "category"}', view => 'from_rows');
SELECT count(*) AS rows, count(*) FILTER (WHERE a IS NOT DISTINCT FROM b) AS equal FROM office.from_summary AS a FULL JOIN office.from_rows AS b USING (year, area_code);
SELECT count(*) FILTER (WHERE a IS NOT DISTINCT FROM b) AS equal
FROM lorenz_point('office.area_summary', NULL, '{"income": "incomes"}', groups => 4) AS a
JOIN lorenz_point('register', NULL, '{"year": "reviewed", "area_code": "ward", "weight": "members"}', groups => 4) AS b USING (year, area_code, population_share);
SELECT s.year, s.poverty_gap = r.poverty_gap AS gap, s.gini = r.gini AS gini
FROM (SELECT year, poverty_gap(merge(summary)) AS poverty_gap, gini(merge(incomes)) AS gini FROM office.area_summary GROUP BY year) AS s
JOIN (SELECT reviewed AS year, poverty_gap(income, line, members) AS poverty_gap, gini(income, members) AS gini FROM register GROUP BY 1) AS r USING (year) ORDER BY year;
-- Bounded to 5 points; without income or line, neither summary.
SELECT refresh_area_summary('office.area_summary', 'register', :'mapping', max_points => 5) AS written;
SELECT max((incomes::jsonb ->> 'points')::int) AS points FROM office.area_summary;
SELECT refresh_area_summary('office.area_summary', 'register', :'mapping', max_points => NULL) AS written;
SELECT refresh_area_summary('office.area_summary', 'register', '{"year": "reviewed", "area_code": "ward", "status": "category", "line": null}') AS written;
SELECT count(*) AS rows, count(summary) AS summaries, count(incomes) AS distributions FROM office.area_summary;
SELECT refresh_area_summary('office.area_summary', 'register', '{"year": "reviewed"}');
\echo :LAST_ERROR_SQLSTATE
SELECT refresh_area_summary(NULL, 'register');
\echo :LAST_ERROR_SQLSTATE
-- A table that is no more.
SELECT refresh_area_summary(4294967295::regclass, 'register', :'mapping');
\echo :LAST_ERROR_SQLSTATE
-- No rows.
TRUNCATE register;
SELECT refresh_area_summary('office.area_summary', 'register', :'mapping', max_points => 1000) AS removed;
SELECT count(*) FROM office.from_summary;

SET client_min_messages = warning;
DROP SCHEMA office CASCADE;
DROP TABLE register;
