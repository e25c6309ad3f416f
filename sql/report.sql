-- SPDX-License-Identifier: PostgreSQL
-- report: what may be published of small numbers.
\set VERBOSITY terse

-- A rate that rests on fewer than the minimum is withheld; 0 is fewer too.
SELECT n, disclosable(0.25, n) AS of_3, disclosable(0.25, n, 20) AS of_20, disclosable(0.25, n, 1) AS of_1
FROM (VALUES (0), (1), (2), (3), (19), (20)) AS v(n);
SELECT disclosable(NULL, 5) AS no_rate, disclosable(0.25, NULL) AS no_n, disclosable(0.25, 5, NULL) AS no_minimum;
SELECT disclosable(0.25, -1);
\echo :LAST_ERROR_SQLSTATE
SELECT disclosable(0.25, 'NaN');
\echo :LAST_ERROR_SQLSTATE
SELECT disclosable('NaN', 5);
\echo :LAST_ERROR_SQLSTATE
SELECT disclosable('Infinity', 5);
\echo :LAST_ERROR_SQLSTATE
SELECT disclosable(0.25, 5, 0.5);
\echo :LAST_ERROR_SQLSTATE
SELECT disclosable(0.25, 5, 'NaN');
\echo :LAST_ERROR_SQLSTATE
SELECT disclosable(0.25, 5, 'Infinity');
\echo :LAST_ERROR_SQLSTATE

-- Worked by hand, minimum 3. a: 1 alone would be 15 - 5 - 9, so 5 goes with it. b: 2 and 2 are together 4, which is
-- enough, and not each 1. c: 1 and 1 are 2, less than 3, so 4 goes too. d: 1, 1 and 1 are 3, that is 1 each, so 8 goes
-- too. e: nothing but zeros beside it, so the first 0 goes. f: nothing small. g: of equals the first. h: no cell.
CREATE TABLE cell (list text, area int, n float8);
INSERT INTO cell VALUES
	('a', 1, 1), ('a', 2, 5), ('a', 3, 9),
	('b', 1, 2), ('b', 2, 2), ('b', 3, 9),
	('c', 1, 1), ('c', 2, 9), ('c', 3, 1), ('c', 4, 4),
	('d', 1, 1), ('d', 2, 8), ('d', 3, 1), ('d', 4, 1), ('d', 5, 20),
	('e', 1, 0), ('e', 2, 1), ('e', 3, 0),
	('f', 1, 3), ('f', 2, 0), ('f', 3, 400),
	('g', 1, 7), ('g', 2, 4), ('g', 3, 2), ('g', 4, 4),
	('h', 1, NULL), ('h', 2, 2), ('h', 3, 6),
	('i', 1, 1);
SELECT list, string_agg(coalesce(CASE withheld WHEN true THEN '[' || n || ']' ELSE n::text END, 'NULL'), ' ' ORDER BY area) AS cells
FROM (SELECT *, cell_withheld(n, 3) OVER (PARTITION BY list ORDER BY area) AS withheld FROM cell) AS v GROUP BY list ORDER BY list;
-- With a minimum of 1 nothing is withheld; with one of 10 (a) 1, 5 and 9 all are.
SELECT minimum, count(*) FILTER (WHERE withheld) AS withheld
FROM (VALUES (1), (10)) AS m(minimum), LATERAL (SELECT cell_withheld(n, minimum) OVER () AS withheld FROM cell WHERE list = 'a') AS v GROUP BY minimum ORDER BY minimum;
-- Withheld for a reason of their own: 5 alone, so 6 goes too; NULL is false.
SELECT n, already, cell_withheld(n, 3, already) OVER (ORDER BY n) FROM (VALUES (5, true), (6, NULL), (7, false)) AS v(n, already) ORDER BY n;
-- No row, one row, and a filter that the window does not see.
SELECT cell_withheld(n, 3) OVER () FROM cell WHERE false;
SELECT cell_withheld(n, 3) OVER () FROM cell WHERE list = 'i';

-- Subtraction alone, tried out: of every table of 2 to 4 counts from 0 to 6 whose total is not small, what is withheld adds
-- up to the total less what is shown. It must be two counts at least, and more than 1 each, unless one of them may be 0.
-- The tables that are left are those in which all are 1.
CREATE TABLE tried AS
SELECT cells, id, pos, n, sum(n) OVER (PARTITION BY cells, id) AS total, cell_withheld(n, 3) OVER (PARTITION BY cells, id ORDER BY pos) AS withheld
FROM generate_series(2, 4) AS cells, generate_series(0, (7 ^ cells)::int - 1) AS id, generate_series(1, cells) AS pos, LATERAL (SELECT id / (7 ^ (pos - 1))::int % 7) AS v(n);
SELECT count(DISTINCT (cells, id)) AS tables, count(*) FILTER (WHERE n BETWEEN 1 AND 2 AND NOT withheld) AS small_shown FROM tried;
SELECT string_agg(n::text, ' ' ORDER BY pos) AS given_away
FROM tried WHERE total NOT IN (1, 2)
GROUP BY cells, id
HAVING bool_or(withheld) AND (count(*) FILTER (WHERE withheld) < 2 OR sum(n) FILTER (WHERE withheld) <= count(*) FILTER (WHERE withheld) AND bool_and(n > 0) FILTER (WHERE withheld))
ORDER BY 1;

SELECT cell_withheld(n, 0) OVER () FROM cell;
\echo :LAST_ERROR_SQLSTATE
SELECT cell_withheld(n, 'NaN') OVER () FROM cell;
\echo :LAST_ERROR_SQLSTATE
SELECT cell_withheld(n, NULL) OVER () FROM cell;
\echo :LAST_ERROR_SQLSTATE
SELECT cell_withheld(n, area) OVER () FROM cell;
\echo :LAST_ERROR_SQLSTATE
SELECT cell_withheld(-1, 3) OVER () FROM cell;
\echo :LAST_ERROR_SQLSTATE
SELECT cell_withheld('NaN', 3) OVER () FROM cell;
\echo :LAST_ERROR_SQLSTATE
SELECT cell_withheld('Infinity', 3) OVER () FROM cell;
\echo :LAST_ERROR_SQLSTATE
DROP TABLE cell, tried;
