-- SPDX-License-Identifier: PostgreSQL
-- report: rates by area and year. Every number is worked out by hand.
CREATE SCHEMA office;
CREATE TABLE area (area_code text, area_name text, level text, parent_code text);
INSERT INTO area VALUES ('P', 'Province', 'province', NULL), ('D1', 'First', 'district', 'P'), ('D2', 'Second', 'district', 'P'),
	('a', 'An', 'commune', 'D1'), ('b', 'Ba', 'commune', 'D1'), ('c', 'Ca', 'commune', 'D1'), ('d', 'Da', 'commune', 'D2'), ('e', 'E', 'commune', 'D2');
CREATE TABLE form (year int, area_code text, households int, poor int, near_poor int, signed_on date);
INSERT INTO form VALUES
	(2017, 'a', 100, 4, 10, '2017-12-01'), (2017, 'b', 100, 6, 10, '2017-12-02'), (2017, 'c', 200, 10, 10, '2017-12-03'), (2017, 'd', 50, 8, 10, '2017-12-04'), (2017, 'e', 50, 21, 10, '2017-12-05'),
	(2018, 'a', 100, 1, 10, '2018-12-01'), (2018, 'b', 100, 5, 10, '2018-12-02'), (2018, 'c', 200, 9, 10, '2018-12-03'), (2018, 'd', 50, 7, 10, '2018-12-04'), (2018, 'e', 50, 20, 10, '2018-12-05');

-- 2017: First 20 of 400 = 5 %, Second 29 of 100 = 29 %, the province 49 of 500 = 9.8 %. 2018: 15 of 400 = 3.75 %, 27 of
-- 100 = 27 %, 42 of 500 = 8.4 %. In 2018 a has 1 poor household, so a is withheld, and b with it: 15 - 9 - 5 would be 1.
-- c is 4.5 %, 0.75 points above First, and 0.5 points or a tenth less than the 5 % of 2017.
SELECT publish_area_rate('office', 'form', 'area', '{"as_of": "signed_on"}');
SELECT as_of, year, level, area_code, area_name, parent_name, households, poor, near_poor, poverty_rate, poor_in_100 FROM office.area_rate ORDER BY year, level DESC, area_code;
SELECT year, area_code, parent_rate, difference_from_parent_points AS from_parent, change_points AS points, round(relative_change::numeric, 6) AS relative, series_break, break_reason, rank_lowest, rank_highest
FROM office.area_rate ORDER BY year, level DESC, area_code;
-- The ratio of sums is not the mean of the rates: 9.8 %, and 16.4 %.
SELECT poverty_rate, (SELECT round(avg(poverty_rate)::numeric, 6) FROM office.area_rate WHERE level = 'commune' AND year = 2017) AS mean_of_rates FROM office.area_rate WHERE level = 'province' AND year = 2017;

-- Rows of households give the same, whatever the plan; so does the function, which makes no view.
CREATE TABLE household AS
SELECT f.year, f.area_code, CASE WHEN i <= f.poor THEN 'poor' WHEN i <= f.poor + f.near_poor THEN 'near_poor' ELSE 'average' END::poverty_status AS status, f.signed_on
FROM form AS f, generate_series(1, f.households) AS i;
SELECT publish_area_rate('office', 'household', 'area', '{"as_of": "signed_on"}', view => 'by_household');
SELECT count(*) AS rows, count(*) FILTER (WHERE a IS NOT DISTINCT FROM b) AS equal FROM office.area_rate AS a FULL JOIN office.by_household AS b USING (year, area_code);
SELECT count(*) AS rows FROM (SELECT * FROM area_rate('household', 'area', '{"as_of": "signed_on"}') INTERSECT SELECT * FROM office.area_rate) AS v;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
CREATE FUNCTION plan_of(query text) RETURNS SETOF text LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY EXECUTE 'EXPLAIN (COSTS OFF) ' || query; END $$;
SELECT trim(line) AS line FROM plan_of('SELECT * FROM office.by_household') AS line WHERE line ~ 'Partial|on household';
SELECT count(*) FILTER (WHERE a IS NOT DISTINCT FROM b) AS equal FROM office.area_rate AS a FULL JOIN office.by_household AS b USING (year, area_code);
RESET parallel_setup_cost;
RESET parallel_tuple_cost;
RESET min_parallel_table_scan_size;

-- Nothing withheld: a fell from 4 % to 1 %, 3 points or three quarters; b from 6 % to 5 %.
SELECT area_code, poor, poverty_rate, change_points, round(relative_change::numeric, 6) AS relative, rank_lowest, rank_highest FROM area_rate('form', 'area', '{"as_of": "signed_on"}', minimum => 1) WHERE year = 2018 AND parent_code = 'D1' ORDER BY area_code;

-- A figure withheld to protect another takes what is in it along. D1 has 2 (a), so D2 with 6 goes too, and with it e, whose 6
-- are all of D2's. D3 with 20 is shown, and so are its 8 and 12.
CREATE TABLE nested (year int, area_code text, households int, poor int);
INSERT INTO nested VALUES (2018, 'a', 100, 2), (2018, 'b', 100, 0), (2018, 'd', 100, 0), (2018, 'e', 100, 6), (2018, 'f', 100, 0), (2018, 'g', 100, 8), (2018, 'h', 100, 12);
CREATE TABLE place (code text, "in" text);
INSERT INTO place VALUES ('P', NULL), ('D1', 'P'), ('D2', 'P'), ('D3', 'P'), ('a', 'D1'), ('b', 'D1'), ('d', 'D2'), ('e', 'D2'), ('f', 'D2'), ('g', 'D3'), ('h', 'D3');
SELECT area_code, parent_code, households, poor, poverty_rate FROM area_rate('nested', 'place', area_columns => '{"area_code": "code", "parent_code": "in"}') ORDER BY parent_code NULLS FIRST, area_code;

-- Weights: rates by weight, cells by rows. Area a: 2 poor rows of weight 50, so 100 of 400, in a cell of 2; with b's 3 rows of
-- 10, 130 of 730 = 17.8 %. Weight 0 and NULL count for nothing; the row without a status is left out.
CREATE TABLE sample (year int, area_code text, status text, weight numeric);
INSERT INTO sample SELECT 2018, 'a', CASE WHEN i <= 2 THEN 'poor' ELSE 'average' END, 50 FROM generate_series(1, 8) AS i;
INSERT INTO sample SELECT 2018, 'b', CASE WHEN i <= 3 THEN 'poor' ELSE 'average' END, 10 FROM generate_series(1, 33) AS i;
INSERT INTO sample VALUES (2018, 'a', 'poor', 0), (2018, 'a', 'poor', NULL), (2018, 'a', NULL, 50), (NULL, 'a', 'poor', 50), (2018, NULL, 'poor', 50);
SELECT area_code, households, poor, poverty_rate FROM area_rate('sample', minimum => 1) ORDER BY area_code;
SELECT area_code, households, poor, poverty_rate FROM area_rate('sample') ORDER BY area_code;

-- Series: 2021 by two standards, so 2022 goes on from the second, and 2021 by the second is a break. 10, 8, 12 and 11 of 100.
-- A code reused: x of 2025 is another unit, whose 2024 is a break too. 2026 after a gap: no change and no break.
CREATE TABLE series (year int, area_code text, standard text, vintage text, households int, poor int);
INSERT INTO series VALUES (2020, 'x', 'VN-2016', 'official', 100, 10), (2021, 'x', 'VN-2016', 'official', 100, 8), (2021, 'x', 'VN-2022', 'official', 100, 12), (2022, 'x', 'VN-2022', 'official', 100, 11),
	(2022, 'x', 'VN-2022', 'preliminary', 100, 9), (2024, 'x', 'VN-2022', 'official', 100, 7), (2025, 'x', 'VN-2022', 'official', 200, 20), (2027, 'x', 'VN-2022', 'official', 200, 18);
CREATE TABLE unit AS SELECT y AS year, 'x' AS area_code, CASE WHEN y < 2025 THEN '(,2025-07-01)' ELSE '[2025-07-01,)' END::daterange AS boundaries FROM generate_series(2020, 2027) AS y;
SELECT year, standard, vintage, poor, change_points AS points, round(relative_change::numeric, 6) AS relative, series_break AS break, break_reason FROM area_rate('series', 'unit') ORDER BY year, standard, vintage;

-- Households that stand in a district and in none of its communes: 2 of them are poor, so 6 are withheld beside them, or 16
-- less 6 less 8 would tell. Of the near-poor the district has 4, which are withheld for nobody.
CREATE TABLE own (year int, area_code text, households int, poor int, near_poor int);
INSERT INTO own VALUES (2018, 'D1', 10, 2, 4), (2018, 'a', 100, 6, 5), (2018, 'b', 100, 8, 7);
SELECT area_code, parent_code, households, poor, near_poor, rank_lowest FROM area_rate('own', 'area') ORDER BY parent_code NULLS FIRST, area_code;
-- Nobody knows the near-poor of b, nor then those of what b is in.
UPDATE own SET near_poor = NULL WHERE area_code = 'b';
SELECT area_code, households, near_poor, near_poor_rate FROM area_rate('own', 'area') ORDER BY area_code;

-- No rows; one row; an area that the table of areas does not have, which counts in no other; parents in a circle.
SELECT * FROM area_rate('form', 'area', '{"as_of": "signed_on", "poor": "near_poor"}') WHERE false;
INSERT INTO nested VALUES (2018, 'z', 10, 5);
SELECT area_code, parent_code, households, poor FROM area_rate('nested', 'place', area_columns => '{"area_code": "code", "parent_code": "in"}') WHERE area_code IN ('P', 'z') ORDER BY area_code;
UPDATE place SET "in" = 'a' WHERE code = 'P';
SELECT count(*) FROM area_rate('nested', 'place', area_columns => '{"area_code": "code", "parent_code": "in"}');
-- Poor above households, a negative count, and an area that is there twice.
\set SHOW_CONTEXT never
INSERT INTO series VALUES (2030, 'x', 'VN-2022', 'official', 10, 20);
SELECT * FROM area_rate('series');
\echo :LAST_ERROR_SQLSTATE
UPDATE series SET poor = -1 WHERE year = 2030;
SELECT * FROM area_rate('series');
\echo :LAST_ERROR_SQLSTATE
INSERT INTO area VALUES ('a', 'An again', 'commune', 'D2');
SELECT * FROM area_rate('form', 'area');
\echo :LAST_ERROR_SQLSTATE
-- d alone has no year, so it would be in no Second of 2018, whose total would lack its 7
DELETE FROM area WHERE area_name = 'An again';
ALTER TABLE area ADD year int DEFAULT 2018;
UPDATE area SET year = NULL WHERE area_code = 'd';
SELECT * FROM area_rate('form', 'area') WHERE year = 2018;
\echo :LAST_ERROR_SQLSTATE
SELECT area_code, poor FROM area_rate('form', 'area', area_columns => '{"year": null}') WHERE year = 2018 AND parent_code = 'P' ORDER BY area_code;
UPDATE area SET year = 2018;
-- rows without a code are no areas
UPDATE area SET area_code = NULL WHERE area_code IN ('a', 'e');
SELECT area_code, poor FROM area_rate('form', 'area') WHERE year = 2018 AND parent_code IS NULL ORDER BY area_code;

SET client_min_messages = warning;
DROP SCHEMA office CASCADE;
DROP TABLE area, form, household, nested, own, place, sample, series, unit;
DROP FUNCTION plan_of;
