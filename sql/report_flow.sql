-- SPDX-License-Identifier: PostgreSQL
-- report: flows by area and year. Every number is worked out by hand.
CREATE SCHEMA office;
CREATE TABLE area (area_code text, area_name text, level text, parent_code text);
INSERT INTO area VALUES ('P', 'Province', 'province', NULL), ('a', 'An', 'commune', 'P'), ('b', 'Ba', 'commune', 'P');

-- kind: how many households, where and what they were in 2017 and are in 2018, on which list before, members then and now
CREATE TABLE kind (kind int, households int, area_before text, area_after text, before poverty_status, after poverty_status, ever_poor boolean, ever_near_poor boolean, members_before int, members_after int);
INSERT INTO kind VALUES
	( 1, 10, 'a', 'a', 'poor', 'poor', true, false, 4, 4),
	( 2,  1, 'a', 'a', 'poor', 'poor', true, false, 4, 5),
	( 3,  4, 'a', 'a', 'poor', 'near_poor', true, false, 3, 3),
	( 4,  3, 'a', 'a', 'poor', 'average', true, false, 2, 2),
	( 5,  5, 'a', 'a', 'near_poor', 'poor', false, true, 2, 2),
	( 6,  3, 'a', 'a', 'average', 'poor', true, false, 1, 1),
	( 7,  6, 'a', 'a', 'average', 'poor', NULL, false, 1, 1),
	( 8,  1, 'a', 'b', 'poor', 'poor', true, false, 3, 3),
	( 9,  4, 'b', 'b', 'poor', 'poor', true, false, 5, 5),
	(10,  3, NULL, 'b', NULL, 'poor', false, false, NULL, 2),
	(11,  2, 'b', NULL, 'poor', NULL, true, false, 6, NULL),
	(12, 20, 'a', 'b', 'average', 'better_off', false, false, 3, 4);
CREATE TABLE review AS
SELECT kind * 100 + i AS household_id, y.year, y.area_code, y.status, y.members, k.ever_poor AS ever_poor_before, k.ever_near_poor AS ever_near_poor_before
FROM kind AS k, generate_series(1, households) AS i, LATERAL (VALUES (2017, area_before, before, members_before), (2018, area_after, after, members_after)) AS y(year, area_code, status, members)
WHERE y.area_code IS NOT NULL;
-- a review with none a year before or after, and rows that are left out
INSERT INTO review VALUES (101, 2020, 'a', 'poor', 4, true, false), (NULL, 2018, 'a', 'poor', 4, true, false), (9001, 2018, NULL, 'poor', 4, true, false), (9002, NULL, 'a', 'poor', 4, true, false), (9003, 2018, 'a', NULL, 4, true, false);

-- Households of a: 10 + 1 + 4 + 3 + 1 = 19 at the start; 4 to near-poor, 3 above, 1 moved to b; 5 from near-poor, 3 again,
-- 6 new; 10 + 1 + 5 + 3 + 6 = 25. b: 4 + 2 = 6; 2 left the register; 1 moved in and 3 are new in it; 8. The province: 25,
-- 33, and the move is neither. Persons of a: 40 + 4 + 12 + 6 + 3 = 65; 12, 6, 3; 10, 3, 6 and 1 born; 64. b: 20 + 12 = 32,
-- 12, 3 + 6 = 9, 29. The province: 97; 12, 6, 12; 10, 3, 6, 1 + 6 = 7; 93.
SELECT publish_area_flow_wide('office', 'review', 'area', minimum => 1);
SELECT year, area_code, counted_in, of_status, start_count AS start, escaped_to_near_poor AS near, escaped_above AS above, other_decrease AS out, fell_from_near_poor AS from_near, fell_back AS back, fell_new AS new,
	other_increase AS "in", end_count AS "end", gross_exit AS exit, gross_entry AS entry, net_change AS net, residual
FROM office.area_flow_wide ORDER BY of_status, counted_in, area_code COLLATE "C";

-- Fewer than 3 withheld: the exits of b are 2, so b's exits and entries go, and a's with them; the steps of the province have
-- a 2, and those of the near-poor go with them, for two are the same. The near-poor of a are 5, 5 out, 4 in, 4; b has none.
-- In persons the same are withheld, whatever their number.
SELECT publish_area_flow_wide('office', 'review', 'area');
SELECT area_code, counted_in, of_status, start_count AS start, escaped_to_near_poor AS near, escaped_above AS above, other_decrease AS out, fell_from_near_poor AS from_near, fell_back AS back, fell_new AS new,
	other_increase AS "in", end_count AS "end", gross_exit AS exit, gross_entry AS entry, net_change AS net, residual
FROM office.area_flow_wide ORDER BY of_status, counted_in, area_code COLLATE "C";
-- Fewer than 2: the steps of a, for it has a 1, and so b's; the province's are shown.
SELECT area_code, other_decrease AS out, fell_new AS new, gross_exit AS exit, gross_entry AS entry
FROM area_flow_wide('review', 'area', minimum => 2) WHERE of_status = 'poor' AND counted_in = 'households' ORDER BY area_code COLLATE "C";
-- A start of 2 (and so the other area's) takes the whole row along, for the rest would give it away.
SELECT area_code, start_count AS start, end_count AS "end", gross_exit AS exit, gross_entry AS entry, net_change AS net
FROM area_flow_wide('review', 'area', minimum => 7) WHERE of_status = 'poor' AND counted_in = 'households' ORDER BY area_code COLLATE "C";

-- In long form, columns 1 to 8 with their signs add up to column 9, for each form.
SELECT publish_area_flow('office', 'review', 'area', minimum => 1);
SELECT of_status, step, step_name, step_name_vi, amount, is_total FROM office.area_flow WHERE area_code = 'P' AND counted_in = 'households' ORDER BY of_status, step;
SELECT count(*) AS forms, count(*) FILTER (WHERE up_to_8 = column_9) AS balanced
FROM (SELECT sum(amount) FILTER (WHERE step < 9) AS up_to_8, sum(amount) FILTER (WHERE step = 9) AS column_9 FROM office.area_flow GROUP BY year, area_code, counted_in, of_status) AS v;
SELECT count(*) AS rows FROM (SELECT * FROM area_flow('review', 'area', minimum => 1) INTERSECT SELECT * FROM office.area_flow) AS v;

-- The same bits from a plan with workers; forms in households alone where no members are mapped; no rows.
CREATE TABLE serial AS SELECT * FROM area_flow_wide('review', 'area', minimum => 1);
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SELECT count(*) AS rows FROM (SELECT * FROM area_flow_wide('review', 'area', minimum => 1) INTERSECT SELECT * FROM serial) AS v;
RESET parallel_setup_cost;
RESET parallel_tuple_cost;
RESET min_parallel_table_scan_size;
SELECT DISTINCT counted_in FROM area_flow_wide('review', 'area', '{"members": null}');
CREATE TABLE no_review (LIKE review);
SELECT count(*) FROM area_flow_wide('no_review', 'area');
-- Another standard in 2018: no flow from one to the other.
ALTER TABLE review ADD standard text DEFAULT 'VN-2016';
UPDATE review SET standard = 'VN-2022' WHERE year = 2018;
SELECT count(*) FROM area_flow_wide('review', 'area');

-- Two steps stand in both lists: what one withholds the other must not show. Of the moves from poor to near-poor A has 1,
-- B 4, D 5, all of C 10. Beside A the list of the poor alone would withhold B (whose smallest step is 4, D's is 5), that
-- of the near-poor D (where 3 rose above near-poor): with B's 4 in the one and D's 5 in the other 10 - 4 - 5 would be A's.
CREATE TABLE moved (household_id serial, area_code text, before poverty_status, after poverty_status);
INSERT INTO moved (area_code, before, after)
SELECT m.area_code, m.before::poverty_status, m.after::poverty_status
FROM (VALUES ('A', 'poor', 'near_poor', 1), ('A', 'poor', 'average', 5), ('A', 'average', 'near_poor', 5),
	('B', 'poor', 'near_poor', 4), ('B', 'poor', 'average', 5), ('B', 'average', 'near_poor', 5),
	('D', 'poor', 'near_poor', 5), ('D', 'poor', 'average', 6), ('D', 'average', 'near_poor', 5), ('D', 'near_poor', 'average', 3)) AS m(area_code, before, after, households),
	generate_series(1, m.households);
INSERT INTO moved (area_code, before, after) SELECT a, s::poverty_status, s::poverty_status FROM unnest('{A,B,D}'::text[]) AS a, unnest('{poor,near_poor}'::text[]) AS s, generate_series(1, 10);
CREATE VIEW two_reviews AS
SELECT household_id, 2020 AS year, area_code, before AS status FROM moved UNION ALL SELECT household_id, 2021, area_code, after FROM moved;
CREATE TABLE ward_of (area_code text, parent_code text);
INSERT INTO ward_of VALUES ('A', 'C'), ('B', 'C'), ('D', 'C'), ('C', NULL);
SELECT of_status, area_code, start_count AS start, escaped_to_near_poor AS near, escaped_above AS above, fell_new AS new, end_count AS "end", gross_exit AS exit, gross_entry AS entry
FROM area_flow_wide('two_reviews', 'ward_of') ORDER BY of_status, area_code COLLATE "C";

-- Exits and entries are each protected in their own column. 2 of E are new on the list, 6 of D; the 3 of f all left, so it
-- is known without any figure of them that none came. Were f withheld beside E for its 3 exits, 8 - 6 - 0 would be E's 2.
CREATE TABLE gone (household_id serial, area_code text, before poverty_status, after poverty_status);
INSERT INTO gone (area_code, before, after)
SELECT m.area_code, m.before::poverty_status, m.after::poverty_status
FROM (VALUES ('D', 'poor', 'poor', 10), ('D', 'average', 'poor', 6), ('E', 'poor', 'poor', 10), ('E', 'average', 'poor', 2), ('f', 'poor', 'average', 3)) AS m(area_code, before, after, households),
	generate_series(1, m.households);
CREATE VIEW gone_reviews AS
SELECT household_id, 2020 AS year, area_code, before AS status FROM gone UNION ALL SELECT household_id, 2021, area_code, after FROM gone;
CREATE TABLE part_of (area_code text, parent_code text);
INSERT INTO part_of VALUES ('D', 'P'), ('E', 'P'), ('f', 'P'), ('P', NULL);
SELECT area_code, start_count AS start, end_count AS "end", gross_exit AS exit, gross_entry AS entry FROM area_flow_wide('gone_reviews', 'part_of') WHERE of_status = 'poor' ORDER BY area_code COLLATE "C";

-- The planner must not take the few rows of a view for millions, or it would compile it (JIT) for seconds.
CREATE TABLE large AS SELECT h AS household_id, y AS year, (h % 8)::text AS area_code, CASE h % 40 WHEN 0 THEN 'poor' ELSE 'average' END AS status FROM generate_series(1, 11000) AS h, generate_series(2017, 2018) AS y;
ANALYZE large;
CREATE FUNCTION cost_of(query text) RETURNS float8 LANGUAGE plpgsql AS $$
DECLARE
	plan json;
BEGIN
	EXECUTE 'EXPLAIN (FORMAT JSON) ' || query INTO plan;
	RETURN plan -> 0 -> 'Plan' ->> 'Total Cost';
END;
$$;
SELECT cost_of(area_flow_query('large', 'ward_of')) < current_setting('jit_above_cost')::float8 AS "not compiled";

-- Two standards in the same years: two forms, told apart.
CREATE VIEW two_standards AS SELECT t.*, 'VN-2016' AS standard FROM two_reviews AS t UNION ALL SELECT t.*, 'VN-2022' FROM two_reviews AS t WHERE status = 'poor';
SELECT standard, vintage, start_count AS start FROM area_flow_wide('two_standards') WHERE of_status = 'poor' AND area_code = 'A' ORDER BY standard;
SELECT standard, vintage, amount FROM area_flow('two_standards') WHERE of_status = 'poor' AND area_code = 'A' AND step = 9 ORDER BY standard;

-- Whose members are not known at a review that put him on the list is in neither form of persons; who left it is, for the
-- members now are not asked for: the 5 of c are known, and escaped.
CREATE TABLE unknown_members (household_id text, year int, area_code text, status poverty_status, members int);
INSERT INTO unknown_members VALUES ('a', 2017, 'A', 'poor', 3), ('a', 2018, 'A', 'poor', NULL), ('b', 2017, 'A', 'poor', NULL), ('b', 2018, 'A', 'poor', 4), ('c', 2017, 'A', 'poor', 5), ('c', 2018, 'A', 'average', NULL);
SELECT counted_in, start_count AS start, escaped_above AS above, other_increase AS "in", end_count AS "end", residual FROM area_flow_wide('unknown_members', minimum => 1) WHERE of_status = 'poor' ORDER BY counted_in;

-- B was merged into A, which kept its code: no flow leads from the A of one year to that of the other, nor out of B. That
-- of the city does, and of D, which stayed as it was.
CREATE TABLE merged_unit (area_code text, parent_code text, year int, boundaries text);
INSERT INTO merged_unit VALUES ('A', 'C', 2017, 'to 2017'), ('B', 'C', 2017, 'to 2017'), ('D', 'C', 2017, NULL), ('C', NULL, 2017, NULL), ('A', 'C', 2018, 'from 2018'), ('D', 'C', 2018, NULL), ('C', NULL, 2018, NULL);
CREATE VIEW merged_reviews AS
SELECT y.year, h AS household_id, CASE WHEN h > 9 THEN 'D' WHEN h > 5 AND y.year = 2017 THEN 'B' ELSE 'A' END AS area_code, 'poor' AS status FROM generate_series(1, 16) AS h, generate_series(2017, 2018) AS y(year);
SELECT area_code, start_count AS start, other_decrease AS out, other_increase AS "in", end_count AS "end" FROM area_flow_wide('merged_reviews', 'merged_unit', minimum => 1) WHERE of_status = 'poor' ORDER BY area_code COLLATE "C";
SELECT DISTINCT area_code FROM area_flow('merged_reviews', 'merged_unit', minimum => 1) ORDER BY area_code;

-- a went from district D to E between the reviews, nobody else did anything. Of 2017 D had 16, a's 2, b's 5 and c's 9: so a
-- and b are withheld at the start, as area_rate does; at the end a and d, for E now has 2, 6 and 8. D and E are not what
-- they were. With starts and ends go exits and entries, and those of c and e beside them, which are the only other ones.
CREATE TABLE regrouped_unit (year int, area_code text, parent_code text);
INSERT INTO regrouped_unit SELECT y, u.code, CASE WHEN u.code = 'a' AND y = 2018 THEN 'E' ELSE u.parent END
FROM generate_series(2017, 2018) AS y, (VALUES ('P', NULL), ('D', 'P'), ('E', 'P'), ('a', 'D'), ('b', 'D'), ('c', 'D'), ('d', 'E'), ('e', 'E')) AS u(code, parent);
CREATE TABLE regrouped AS
SELECT y AS year, w.code || i AS household_id, w.code AS area_code, 'poor'::poverty_status AS status
FROM generate_series(2017, 2018) AS y, (VALUES ('a', 2), ('b', 5), ('c', 9), ('d', 6), ('e', 8)) AS w(code, poor), generate_series(1, w.poor) AS i;
SELECT area_code, parent_code, poor FROM area_rate('regrouped', 'regrouped_unit') WHERE year = 2017 AND parent_code = 'D' OR area_code = 'D' ORDER BY year, area_code COLLATE "C";
SELECT area_code, start_count AS start, end_count AS "end", net_change AS net, gross_exit AS exit, gross_entry AS entry FROM area_flow_wide('regrouped', 'regrouped_unit') WHERE of_status = 'poor' ORDER BY area_code COLLATE "C";
-- d went to D: of the 10, 9 and 8 poor of a, d and e 5, 4 and 1 escaped, 10 of all. D and E have no flow, but e is all that
-- is in E now, and 10 less 5 less 4 would be its 1: in what is not what it was, exits and entries are withheld.
UPDATE regrouped_unit SET parent_code = CASE WHEN area_code = 'a' OR area_code = 'd' AND year = 2018 THEN 'D' ELSE 'E' END WHERE area_code IN ('a', 'd', 'e');
TRUNCATE regrouped;
INSERT INTO regrouped
SELECT y, w.code || i, w.code, CASE WHEN y = 2018 AND i <= w.escaped THEN 'average' ELSE 'poor' END::poverty_status
FROM generate_series(2017, 2018) AS y, (VALUES ('a', 10, 5), ('d', 9, 4), ('e', 8, 1)) AS w(code, poor, escaped), generate_series(1, w.poor) AS i;
SELECT area_code, start_count AS start, end_count AS "end", gross_exit AS exit, gross_entry AS entry FROM area_flow_wide('regrouped', 'regrouped_unit') WHERE of_status = 'poor' ORDER BY area_code COLLATE "C";
-- B is in A now, and in the table of 2017 alone: it has no flow. Then the city had 16, A's 2, B's 5 and D's 9: A's start is
-- withheld, though 7 at the end are not, and with it are A's exits and entries, and D's beside them.
CREATE TABLE gone_unit AS SELECT y AS year, u.code AS area_code, u.parent AS parent_code FROM generate_series(2017, 2018) AS y, (VALUES ('A', 'C'), ('B', 'C'), ('D', 'C'), ('C', NULL)) AS u(code, parent) WHERE y = 2017 OR u.code <> 'B';
TRUNCATE regrouped;
INSERT INTO regrouped
SELECT y, w.code || i, CASE WHEN w.code = 'B' AND y = 2018 THEN 'A' ELSE w.code END, 'poor' FROM generate_series(2017, 2018) AS y, (VALUES ('A', 2), ('B', 5), ('D', 9)) AS w(code, poor), generate_series(1, w.poor) AS i;
SELECT area_code, start_count AS start, end_count AS "end", gross_exit AS exit, gross_entry AS entry FROM area_flow_wide('regrouped', 'gone_unit') WHERE of_status = 'poor' ORDER BY area_code COLLATE "C";

-- A table has the name; a schema of somebody else.
CREATE TABLE office.taken (i int);
CREATE ROLE regress_report_clerk;
GRANT USAGE ON SCHEMA office TO regress_report_clerk;
\set SHOW_CONTEXT never
SELECT publish_area_flow('office', 'review', 'area', view => 'taken');
\echo :LAST_ERROR_SQLSTATE
SET ROLE regress_report_clerk;
SELECT publish_area_flow('office', 'review', 'area');
\echo :LAST_ERROR_SQLSTATE
RESET ROLE;
REVOKE ALL ON SCHEMA office FROM regress_report_clerk;
DROP ROLE regress_report_clerk;

\set SHOW_CONTEXT never
SELECT publish_area_flow('office', 'review', 'area', '{"household_id": "id"}');
\echo :LAST_ERROR_SQLSTATE

SET client_min_messages = warning;
DROP SCHEMA office CASCADE;
DROP VIEW two_standards, two_reviews, gone_reviews, merged_reviews;
DROP TABLE area, kind, review, no_review, serial, moved, ward_of, gone, part_of, large, unknown_members, merged_unit, regrouped_unit, regrouped, gone_unit;
DROP FUNCTION cost_of;
