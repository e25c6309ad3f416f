-- SPDX-License-Identifier: PostgreSQL
-- area: changes of boundaries, ranks within the parent, difference from the parent.
SET datestyle = 'ISO, DMY';

-- Bắc Kạn city, end of 2018: the counts of the synthetic register. On 2025-07-01 its units were merged and codes were
-- reused (source: one public database), and Đôn Phong, 01984, came in from outside the city.
CREATE TABLE result (code text, name text, poor int, households int);
INSERT INTO result VALUES
	('01840', 'Đức Xuân', 19, 1881), ('01834', 'Nguyễn Thị Minh Khai', 20, 1887), ('01846', 'Huyền Tụng', 69, 1243),
	('01837', 'Sông Cầu', 40, 2600), ('01843', 'Phùng Chí Kiên', 22, 1300), ('01855', 'Xuất Hóa', 31, 900),
	('01852', 'Nông Thượng', 30, 860), ('01849', 'Dương Quang', 26, 802);
INSERT INTO area_crosswalk (code, valid, successor, successor_valid, share, source)
SELECT code, '(,2025-07-01)', successor, '[2025-07-01,)', 1, 'thanglequoc/vietnamese-provinces-database'
FROM (VALUES ('01840', '01840'), ('01834', '01840'), ('01846', '01840'), ('01837', '01843'), ('01843', '01843'),
	('01855', '01843'), ('01852', '01843'), ('01849', '01849'), ('01984', '01849')) AS change(code, successor);

-- A code is one unit to the last day before the change and another from that day on.
SELECT on_date, area_valid_range('01840', on_date), array_agg(p.code ORDER BY p.code) AS made_of_in_2018
FROM (VALUES (date '2018-12-31'), ('2025-06-30'), ('2025-07-01'), ('2026-01-01')) AS v(on_date),
	area_predecessors('01840', on_date, date '2018-12-31') AS p
GROUP BY on_date ORDER BY on_date;

-- Restated on the boundaries of 2025: 01840 has 20 + 69 + 19 = 108 poor of 1887 + 1243 + 1881 = 5011, 2.16 %;
-- 01843 has 40 + 22 + 31 + 30 = 123 of 2600 + 1300 + 900 + 860 = 5660, 2.17 %; 01849 has 26 of 802, 3.24 %, of
-- Dương Quang alone, for the city does not know Đôn Phong: not complete.
SELECT s.code, sum(r.poor * s.share) AS poor, sum(r.households * s.share) AS households,
	percent(poverty_rate(r.poor * s.share, r.households * s.share)),
	area_is_complete(s.code, '2025-07-01', '2018-12-31', array_agg(r.code)) AS complete
FROM result AS r, area_successors(r.code, '2018-12-31', '2025-07-01') AS s
GROUP BY s.code ORDER BY s.code;
-- With the district's 01984 it is; on its own boundaries nothing changes.
SELECT area_is_complete('01849', '2025-07-01', '2018-12-31', '{01984,01849}') AS both,
	area_is_complete('01849', '2025-07-01', '2018-12-31', '{01984}') AS one,
	area_is_complete('01849', '2025-07-01', '2018-12-31', '{}') AS neither,
	area_is_complete('01849', '2018-12-31', '2018-12-31', '{01849}') AS own;
SELECT count(*), sum(s.share) FILTER (WHERE s.code = r.code) AS unchanged
FROM result AS r, area_successors(r.code, '2018-12-31', '2025-06-30') AS s;
SELECT count(*) FROM result AS r, area_successors(r.code, '2018-12-31', '2025-07-01') AS s WHERE false;

-- Two changes in a row. 2010: A into B 0.6 and C 0.4. 2020: B into D; C stays what it is.
INSERT INTO area_crosswalk VALUES
	('A', '[2000-01-01,2010-01-01)', 'B', '[2010-01-01,2020-01-01)', 0.6, 's'),
	('A', '[2000-01-01,2010-01-01)', 'C', '[2010-01-01,)', 0.4, 's'),
	('B', '[2010-01-01,2020-01-01)', 'D', '[2020-01-01,)', 1, 's');
-- A is whole to 2009; B 0.6, C 0.4 to 2019; then D 0.6 x 1, C 0.4. The last known boundaries are those of infinity.
SELECT as_of, s.code, s.share
FROM (VALUES (date '2005-06-30'), ('2009-12-31'), ('2010-01-01'), ('2019-12-31'), ('2020-01-01'), ('infinity')) AS v(as_of),
	area_successors('A', '2005-06-30', as_of) AS s
ORDER BY as_of, s.code;
-- Back: D is B's 1 until 2010-01-01, and A's 0.6 before; C is A's 0.4.
SELECT on_date, unit, p.code, p.share
FROM (VALUES (date '2020-01-01'), ('2019-12-31'), ('2010-01-01'), ('2009-12-31'), ('2000-01-01')) AS v(on_date),
	(VALUES ('C'), ('D')) AS u(unit), area_predecessors(unit, '2020-01-01', on_date) AS p
ORDER BY on_date DESC, unit, p.code;
-- D is complete with A, since all of A is accounted for.
SELECT area_is_complete('D', '2020-01-01', '2005-06-30', '{A}') AS a, area_is_complete('D', '2020-01-01', '2005-06-30', '{B}') AS b,
	area_is_complete('D', '2020-01-01', '2015-06-30', '{B}') AS b_later;

-- Ways that meet. 2010: F into G 0.6 and H 0.4. 2020: G into K 0.75 and H 0.25, H into the new H.
-- F: K 0.6 x 0.75 = 0.45, H 0.6 x 0.25 + 0.4 x 1 = 0.55 (in doubles 0.6 * 0.75 would be 0.44999999999999996).
INSERT INTO area_crosswalk VALUES
	('F', '(,2010-01-01)', 'G', '[2010-01-01,)', 0.6, 's'), ('F', '(,2010-01-01)', 'H', '[2010-01-01,)', 0.4, 's'),
	('G', '[2010-01-01,2020-01-01)', 'K', '[2020-01-01,)', 0.75, 's'), ('G', '[2010-01-01,2020-01-01)', 'H', '[2020-01-01,)', 0.25, 's'),
	('H', '[2010-01-01,2020-01-01)', 'H', '[2020-01-01,)', 1, 's');
SELECT s.code, s.share FROM area_successors('F', '2005-06-30', '2020-01-01') AS s ORDER BY s.code;
SELECT on_date, p.code, p.share FROM (VALUES (date '2005-06-30'), ('2015-06-30')) AS v(on_date), area_predecessors('H', '2020-01-01', on_date) AS p
ORDER BY on_date, p.code;
SELECT area_valid_range('H', '2015-06-30'), area_valid_range('H', '2025-06-30');
-- 0.1 and 0.2 of I meet in J: 0.3 (in doubles 0.1 + 0.2 would be 0.30000000000000004).
INSERT INTO area_crosswalk VALUES
	('I', '(,2010-01-01)', 'I1', '[2010-01-01,)', 0.1, 's'), ('I', '(,2010-01-01)', 'I2', '[2010-01-01,)', 0.2, 's'),
	('I1', '[2010-01-01,2020-01-01)', 'J', '[2020-01-01,)', 1, 's'), ('I2', '[2010-01-01,2020-01-01)', 'J', '[2020-01-01,)', 1, 's');
SELECT s.code, s.share FROM area_successors('I', '2005-06-30', '2020-01-01') AS s;

-- Part of I went nowhere known, so what J has of it is not known to be all: never complete. A third three times is.
SELECT area_is_complete('J', '2020-01-01', '2005-06-30', '{I}') AS before_loss, area_is_complete('J', '2020-01-01', '2015-06-30', '{I1,I2}') AS after_loss;
INSERT INTO area_crosswalk SELECT 'N', '(,2010-01-01)', code, '[2010-01-01,)', 1.0 / 3, 's' FROM (VALUES ('N1'), ('N2'), ('N3')) AS n(code);
SELECT sum(share) < 1 AS below_one, area_is_complete('N2', '2010-01-01', '2005-06-30', '{N}') FROM area_crosswalk WHERE code = 'N';
-- Six sixths add up to 1.00000000000000000002, which is rounding and no error.
INSERT INTO area_crosswalk SELECT 'S', '(,2010-01-01)', 'S' || i, '[2010-01-01,)', 1.0 / 6, 's' FROM generate_series(1, 6) AS i;
SELECT sum(share) AS total, (SELECT count(*) FROM area_successors('S', '2005-06-30', '2010-01-01')) AS successors FROM area_crosswalk WHERE code = 'S';

-- A code that stands nowhere in the table is unchanged, in both directions.
SELECT area_valid_range('99999', '2018-12-31'), s.code AS forward, s.share, p.code AS back, p.share,
	area_is_complete('99999', '2025-07-01', '2018-12-31', '{99999}')
FROM area_successors('99999', '2018-12-31', '2025-07-01') AS s, area_predecessors('99999', '2025-07-01', '2018-12-31') AS p;
-- NULLs give no row, or NULL; a NULL among what is present is nothing.
SELECT (SELECT count(*) FROM area_successors(NULL, '2018-12-31', '2025-07-01')) AS s1, (SELECT count(*) FROM area_successors('01840', NULL, '2025-07-01')) AS s2,
	(SELECT count(*) FROM area_successors('01840', '2018-12-31', NULL)) AS s3, (SELECT count(*) FROM area_predecessors(NULL, '2025-07-01', '2018-12-31')) AS p1,
	(SELECT count(*) FROM area_predecessors('01840', NULL, '2018-12-31')) AS p2, (SELECT count(*) FROM area_predecessors('01840', '2025-07-01', NULL)) AS p3,
	(SELECT count(*) FROM area_valid_range(NULL, '2018-12-31')) AS v1, (SELECT count(*) FROM area_valid_range('01840', NULL)) AS v2;
SELECT area_is_complete('D', '2020-01-01', '2005-06-30', NULL) IS NULL AS n1, area_is_complete(NULL, '2020-01-01', '2005-06-30', '{A}') IS NULL AS n2,
	area_is_complete('D', '2020-01-01', '2005-06-30', '{NULL}') AS nothing, area_is_complete('01849', '2025-07-01', '2018-12-31', '{01849,NULL}') AS not_both, area_is_complete('D', '2020-01-01', '2005-06-30', '{A,NULL,Z}') AS enough;

SELECT count(*) FROM area_forward('01840', '2018-12-31', NULL), area_back(NULL, '2025-07-01', '2018-12-31');

-- What cannot be answered is refused. Dates in the wrong order:
SELECT * FROM area_successors('01840', '2025-07-01', '2018-12-31');
\echo :LAST_ERROR_SQLSTATE
SELECT * FROM area_predecessors('01840', '2018-12-31', '2025-07-01');
\echo :LAST_ERROR_SQLSTATE
-- Codes on days on which they meant nothing: B before and after its time, A after its end.
SELECT * FROM area_successors('B', '2005-06-30', '2025-07-01');
\echo :LAST_ERROR_SQLSTATE
SELECT * FROM area_successors('A', '2018-12-31', '2025-07-01');
\echo :LAST_ERROR_SQLSTATE
SET datestyle = 'German';
SELECT * FROM area_predecessors('B', '2020-01-01', '2000-01-01');
\echo :LAST_ERROR_SQLSTATE
SET datestyle = 'ISO, DMY';
-- L went into M, but M existed before and was given no row of its own: then the table does not know the old M,
-- and M's figure of 2005 is not lost without a word. With the row, M is made of both.
INSERT INTO area_crosswalk VALUES ('L', '(,2010-01-01)', 'M', '[2010-01-01,)', 1, 's');
SELECT s.code, s.share FROM (VALUES ('L'), ('M')) AS v(code), area_successors(v.code, '2005-06-30', '2015-06-30') AS s;
\echo :LAST_ERROR_SQLSTATE
INSERT INTO area_crosswalk VALUES ('M', '(,2010-01-01)', 'M', '[2010-01-01,)', 1, 's');
SELECT p.code, p.share FROM area_predecessors('M', '2015-06-30', '2005-06-30') AS p ORDER BY p.code;
-- M, as it has been since 2010, went into M2 in 2020: each M is followed by its own rows.
INSERT INTO area_crosswalk VALUES ('M', '[2010-01-01,2020-01-01)', 'M2', '[2020-01-01,)', 1, 's');
SELECT as_of, s.code, s.share FROM (VALUES (date '2015-06-30'), ('2020-01-01')) AS v(as_of), area_successors('M', '2005-06-30', as_of) AS s ORDER BY as_of;
SELECT p.code, p.share FROM area_predecessors('M2', '2020-01-01', '2005-06-30') AS p ORDER BY p.code;
-- U's successor V ended in 2015, and no row says what became of it.
INSERT INTO area_crosswalk VALUES ('U', '(,2010-01-01)', 'V', '[2010-01-01,2015-01-01)', 1, 's');
SELECT s.code, s.share FROM area_successors('U', '2005-06-30', '2014-12-31') AS s;
SELECT s.code, s.share FROM area_successors('U', '2005-06-30', '2015-01-01') AS s;
\echo :LAST_ERROR_SQLSTATE
SELECT s.code, s.share FROM area_successors('V', '2010-01-01', '2015-01-01') AS s;
\echo :LAST_ERROR_SQLSTATE
-- A second beginning of V, in 2013, ends the first, though its successor_valid says 2015.
INSERT INTO area_crosswalk VALUES ('V0', '(,2013-01-01)', 'V', '[2013-01-01,)', 1, 's');
SELECT s.code, s.share FROM area_successors('U', '2005-06-30', '2014-12-31') AS s;
\echo :LAST_ERROR_SQLSTATE
-- W began in 2010, and no row says what it was made of.
INSERT INTO area_crosswalk VALUES ('W', '[2010-01-01,2020-01-01)', 'X', '[2020-01-01,)', 1, 's');
SELECT p.code, p.share FROM area_predecessors('X', '2020-01-01', '2010-01-01') AS p;
SELECT p.code, p.share FROM area_predecessors('X', '2020-01-01', '2009-12-31') AS p;
\echo :LAST_ERROR_SQLSTATE
SELECT area_is_complete('X', '2020-01-01', '2009-12-31', '{W}');
\echo :LAST_ERROR_SQLSTATE
-- The rows of Y as of 2005 do not say what it was made of when it began again in 2010.
INSERT INTO area_crosswalk VALUES ('Y0', '(,2005-01-01)', 'Y', '[2005-01-01,)', 1, 's'), ('Y', '[2010-01-01,2020-01-01)', 'Y1', '[2020-01-01,)', 1, 's');
SELECT p.code, p.share FROM area_predecessors('Y1', '2020-01-01', '2007-06-30') AS p;
\echo :LAST_ERROR_SQLSTATE
-- Shares of 0.6 and 0.5 are too much, in both directions, and a condition on the result does not hide it; they are not
-- used before the change, nor back to the day of the change.
INSERT INTO area_crosswalk VALUES ('R', '(,2010-01-01)', 'R1', '[2010-01-01,)', 0.6, 's'), ('R', '(,2010-01-01)', 'R2', '[2010-01-01,)', 0.5, 's');
SELECT s.code, s.share FROM area_successors('R', '2005-06-30', '2009-12-31') AS s;
SELECT s.code, s.share FROM area_successors('R', '2005-06-30', '2010-01-01') AS s WHERE s.code = 'R1';
\echo :LAST_ERROR_SQLSTATE
SELECT p.code, p.share FROM area_predecessors('R1', '2015-06-30', '2010-01-01') AS p;
SELECT p.code, p.share FROM area_predecessors('R1', '2010-01-01', '2005-06-30') AS p WHERE p.code = 'none';
\echo :LAST_ERROR_SQLSTATE
SELECT s.code, s.share FROM area_forward('R', '2005-06-30', '2010-01-01') AS s WHERE s.code = 'R1';
\echo :LAST_ERROR_SQLSTATE
SELECT p.code, p.share FROM area_back('R1', '2010-01-01', '2005-06-30') AS p WHERE p.code = 'none';
\echo :LAST_ERROR_SQLSTATE
-- The error alone, and with NULLs: never silent.
SELECT area_refuse('message', 'what to do');
\echo :LAST_ERROR_SQLSTATE
\set VERBOSITY sqlstate
SELECT area_refuse(NULL, NULL);
\set VERBOSITY default
SELECT area_valid_range('H', '2009-12-31');
\echo :LAST_ERROR_SQLSTATE
-- One unit of a way: B ended by as_of, and the table says what became of it; V need not be accounted for yet, nor W's
-- beginning any more.
SELECT area_unit('B', '2015-06-30', '2015-06-30', '2020-01-01') AS b, area_unit('V', '2014-06-30', '2014-06-30', '2014-12-31') AS v,
	area_unit('W', '2015-06-30', '2010-01-01', '2015-06-30') AS w, (SELECT count(*) FROM area_unit(NULL, '2015-06-30', '2015-06-30', '2020-01-01')) AS none;
SELECT area_unit('V', '2014-06-30', '2014-06-30', '2015-01-01');
\echo :LAST_ERROR_SQLSTATE
SELECT area_unit('W', '2015-06-30', '2009-12-31', '2015-06-30');
\echo :LAST_ERROR_SQLSTATE

-- Nothing depends on search_path, nor on a table of that name before it.
CREATE TEMPORARY TABLE area_crosswalk AS SELECT * FROM area_crosswalk WHERE false;
SELECT s.code, s.share FROM area_successors('A', '2005-06-30', '2015-06-30') AS s ORDER BY s.code;
DROP TABLE pg_temp.area_crosswalk;
SET search_path = pg_catalog;
SELECT s.code, s.share, p.code, p.share, public.area_is_complete('D', '2020-01-01', '2005-06-30', '{A}')
FROM public.area_successors('B', '2015-06-30', '2020-01-01') AS s, public.area_predecessors('D', '2020-01-01', '2005-06-30') AS p;
SELECT public.area_successors('A', '2005-06-30', '2015-06-30') ORDER BY 1;
RESET search_path;
-- Prepared, with a generic plan.
PREPARE went(text, date, date) AS SELECT s.code, s.share FROM area_successors($1, $2, $3) AS s ORDER BY s.code;
SET plan_cache_mode = force_generic_plan;
EXECUTE went('A', '2005-06-30', '2015-06-30');
EXECUTE went('99999', '2005-06-30', '2015-06-30');
RESET plan_cache_mode;
DEALLOCATE went;
-- In parallel workers: 1000 codes that did not change, and A, which went into two.
CREATE TABLE code_list AS SELECT 'c' || i AS code FROM generate_series(1, 1000) AS i UNION ALL SELECT 'A';
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET parallel_leader_participation = off;
EXPLAIN (COSTS OFF) SELECT count(*) FROM code_list WHERE area_is_complete(code, '2005-06-30', '2005-06-30', ARRAY[code]);
SELECT count(*) FROM code_list WHERE area_is_complete(code, '2005-06-30', '2005-06-30', ARRAY[code]);
SELECT count(*), sum(s.share) FROM code_list AS c, area_successors(c.code, '2005-06-30', '2010-01-01') AS s;
RESET parallel_setup_cost;
RESET parallel_tuple_cost;
RESET min_parallel_table_scan_size;
RESET parallel_leader_participation;
DROP TABLE code_list;

-- What the table refuses. An overlap of two ranges of one code, however it lies; the same range is the same unit.
\set VERBOSITY terse
INSERT INTO area_crosswalk VALUES ('A', '[2005-01-01,2010-01-01)', 'E', '[2010-01-01,)', 0.1, 's');
\echo :LAST_ERROR_SQLSTATE
INSERT INTO area_crosswalk VALUES ('A', '[2000-01-01,2009-12-31)', 'E', '[2009-12-31,)', 0.1, 's');
\echo :LAST_ERROR_SQLSTATE
INSERT INTO area_crosswalk VALUES ('A', '(,2000-01-02)', 'E', '[2000-01-02,)', 0.1, 's');
\echo :LAST_ERROR_SQLSTATE
INSERT INTO area_crosswalk VALUES ('F', '[0044-03-15 BC,2010-01-01)', 'E', '[2010-01-01,)', 0.1, 's');
\echo :LAST_ERROR_SQLSTATE
INSERT INTO area_crosswalk VALUES ('A', '(,5874897-12-31)', 'E', '[5874897-12-31,)', 0.1, 's');
\echo :LAST_ERROR_SQLSTATE
INSERT INTO area_crosswalk VALUES ('A', '[2000-01-01,2010-01-01)', 'B', '[2010-01-01,)', 0.1, 's');
\echo :LAST_ERROR_SQLSTATE
BEGIN;
INSERT INTO area_crosswalk VALUES ('A', '[2000-01-01,2010-01-01)', 'E', '[2010-01-01,)', 0.1, 's'),
	('A', '[2010-01-01,2020-01-01)', 'E', '[2020-01-01,)', 0.1, 's'), ('A', '(,2000-01-01)', 'E', '[2000-01-01,)', 0.1, 's'),
	('a', '[2005-01-01,2010-01-01)', 'E', '[2010-01-01,)', 0.1, 's'), ('E', '(,5874897-12-31)', 'E', '[5874897-12-31,)', 0.1, 's');
ROLLBACK;
-- A unit that has not ended, never was, or began or ended at infinity.
INSERT INTO area_crosswalk VALUES ('E', '[2000-01-01,)', 'D', '[2010-01-01,)', 1, 's');
\echo :LAST_ERROR_SQLSTATE
INSERT INTO area_crosswalk VALUES ('E', '[2000-01-01,infinity)', 'D', '[infinity,)', 1, 's');
\echo :LAST_ERROR_SQLSTATE
INSERT INTO area_crosswalk VALUES ('E', 'empty', 'D', '[2010-01-01,)', 1, 's');
\echo :LAST_ERROR_SQLSTATE
INSERT INTO area_crosswalk VALUES ('E', '[-infinity,2010-01-01)', 'D', '[2010-01-01,)', 1, 's');
\echo :LAST_ERROR_SQLSTATE
-- A successor that begins before, after, never, at no time, or that lasts to infinity.
INSERT INTO area_crosswalk VALUES ('E', '(,2010-01-01)', 'D', '[2009-12-31,)', 1, 's');
\echo :LAST_ERROR_SQLSTATE
INSERT INTO area_crosswalk VALUES ('E', '(,2010-01-01)', 'D', '[2010-01-02,)', 1, 's');
\echo :LAST_ERROR_SQLSTATE
INSERT INTO area_crosswalk VALUES ('E', '(,2010-01-01)', 'D', 'empty', 1, 's');
\echo :LAST_ERROR_SQLSTATE
INSERT INTO area_crosswalk VALUES ('E', '(,2010-01-01)', 'D', '(,2020-01-01)', 1, 's');
\echo :LAST_ERROR_SQLSTATE
INSERT INTO area_crosswalk VALUES ('E', '(,2010-01-01)', 'D', '[2010-01-01,infinity)', 1, 's');
\echo :LAST_ERROR_SQLSTATE
-- Shares of nothing, of more than all, and of what is no number; codes that are empty; no source.
INSERT INTO area_crosswalk VALUES ('E', '(,2010-01-01)', 'D', '[2010-01-01,)', 0, 's');
\echo :LAST_ERROR_SQLSTATE
INSERT INTO area_crosswalk VALUES ('E', '(,2010-01-01)', 'D', '[2010-01-01,)', 1.1, 's');
\echo :LAST_ERROR_SQLSTATE
INSERT INTO area_crosswalk VALUES ('E', '(,2010-01-01)', 'D', '[2010-01-01,)', 'NaN', 's');
\echo :LAST_ERROR_SQLSTATE
INSERT INTO area_crosswalk VALUES ('', '(,2010-01-01)', 'D', '[2010-01-01,)', 1, 's');
\echo :LAST_ERROR_SQLSTATE
INSERT INTO area_crosswalk VALUES ('E', '(,2010-01-01)', '', '[2010-01-01,)', 1, 's');
\echo :LAST_ERROR_SQLSTATE
INSERT INTO area_crosswalk VALUES ('E', '(,2010-01-01)', 'D', '[2010-01-01,)', 1, '');
\echo :LAST_ERROR_SQLSTATE
INSERT INTO area_crosswalk VALUES ('E', '(,2010-01-01)', 'D', '[2010-01-01,)', 1, NULL);
\echo :LAST_ERROR_SQLSTATE
\set VERBOSITY default
SELECT count(*) FROM area_crosswalk WHERE code = 'E';

-- Anyone reads the table, its owner writes it, and a dump takes all of it.
SELECT has_table_privilege('pg_monitor', 'area_crosswalk', 'SELECT') AS anyone_reads,
	has_table_privilege('pg_monitor', 'area_crosswalk', 'INSERT') AS anyone_writes,
	(SELECT array_agg(condition) FROM pg_extension, unnest(extconfig, extcondition) AS c(oid, condition)
		WHERE extname = 'poverty_ext' AND c.oid = 'area_crosswalk'::regclass) AS dumped_where;

-- Ranks. By rate: a 0.1, b and c 0.2, e 0.4; d has none. Lowest: a 1, b and c 2, e 4; highest: e 1, b and c 2, a 4.
CREATE TABLE area (parent text, code text, poor float8, households float8);
INSERT INTO area VALUES ('P', 'a', 1, 10), ('P', 'b', 2, 10), ('P', 'c', 20, 100), ('P', 'd', NULL, 10), ('P', 'e', 4, 10),
	('Q', 'f', 3, 4), ('R', 'g', NULL, NULL), ('R', 'h', 1, NULL);
SELECT parent, code, poor / households AS rate, area_rank_lowest(poor / households) OVER siblings AS lowest,
	area_rank_highest(poor / households) OVER siblings AS highest
FROM area WINDOW siblings AS (PARTITION BY parent) ORDER BY parent, code;
-- Over all areas: f, 0.75, is the highest of five.
SELECT code, area_rank_lowest(poor / households) OVER () AS lowest, area_rank_highest(poor / households) OVER () AS highest
FROM area WHERE poor IS NOT NULL AND households IS NOT NULL ORDER BY code;

-- Difference from the parent. P without d: (1 + 2 + 20 + 4) / (10 + 10 + 100 + 10) = 27 / 130 = 0.2076923077, so
-- a is 0.1 - 0.2076923077 = -0.1076923077, b and c -0.0076923077, e 0.1923076923; f is its own parent.
SELECT parent, code, round(difference_from_parent(poor, households) OVER (PARTITION BY parent)::numeric, 10) AS difference
FROM area ORDER BY parent, code;
-- A total of 0 has no rate, but is counted with its parent: 1 / 4; a parent of 0 has none either.
SELECT difference_from_parent(poor, total) OVER () FROM (VALUES (1, 4), (0, 0)) AS v(poor, total);
SELECT difference_from_parent(0, 0) OVER (), difference_from_parent(NULL, 1.0) OVER (), difference_from_parent(1, NULL) OVER ();

-- The wards of 2018: the lowest is Đức Xuân, then Nguyễn Thị Minh Khai, the highest Huyền Tụng. In points from the
-- city's 257 / 11473 = 2.24004 %: 1.01010 - 2.24004 = -1.23, 1.05988 - 2.24004 = -1.18, 1.53846: -0.70,
-- 1.69231: -0.55, 3.24190: 1.00, 3.44444: 1.20, 3.48837: 1.25, 5.55109: 3.31.
SELECT name, percent(poor / households::float8) AS percent, area_rank_lowest(poor / households::float8) OVER () AS lowest,
	area_rank_highest(poor / households::float8) OVER () AS highest,
	percent(difference_from_parent(poor, households) OVER ()) AS points
FROM result ORDER BY lowest;

-- The window's order, its frame and what else is computed beside do not matter.
SELECT count(*) AS rows, count(lowest) AS ranked, bool_and(lowest IS NOT DISTINCT FROM l1 AND lowest IS NOT DISTINCT FROM l2 AND lowest IS NOT DISTINCT FROM l3
	AND highest IS NOT DISTINCT FROM h1 AND highest IS NOT DISTINCT FROM h2 AND highest IS NOT DISTINCT FROM h3
	AND difference IS NOT DISTINCT FROM d1 AND difference IS NOT DISTINCT FROM d2 AND difference IS NOT DISTINCT FROM d3) AS equal
FROM (SELECT area_rank_lowest(poor / households) OVER p AS lowest, area_rank_lowest(poor / households) OVER up AS l1,
		area_rank_lowest(poor / households) OVER down AS l2, area_rank_lowest(poor / households) OVER framed AS l3,
		area_rank_highest(poor / households) OVER p AS highest, area_rank_highest(poor / households) OVER up AS h1,
		area_rank_highest(poor / households) OVER down AS h2, area_rank_highest(poor / households) OVER framed AS h3,
		difference_from_parent(poor, households) OVER p AS difference, difference_from_parent(poor, households) OVER up AS d1,
		difference_from_parent(poor, households) OVER down AS d2, difference_from_parent(poor, households) OVER framed AS d3
	FROM area WINDOW p AS (PARTITION BY parent), up AS (PARTITION BY parent ORDER BY code), down AS (PARTITION BY parent ORDER BY code DESC),
		framed AS (PARTITION BY parent ORDER BY poor ROWS CURRENT ROW)) AS v;

-- No row, one row, only NULLs; whole numbers, decimals, literals without a type; -0 is 0; rates below 0 and above 1 rank too.
SELECT area_rank_lowest(poor) OVER (), area_rank_highest(poor) OVER (), difference_from_parent(poor, households) OVER () FROM area WHERE false;
SELECT area_rank_lowest(0.5) OVER (), area_rank_highest(1) OVER (), area_rank_lowest('0.5') OVER (), difference_from_parent(1, '4') OVER ();
SELECT area_rank_lowest(NULL) OVER (), area_rank_highest(NULL) OVER ();
SELECT r, area_rank_lowest(r) OVER (), area_rank_highest(r) OVER () FROM (VALUES ('-0'::float8), (0), (-3), (7), (NULL), (7)) AS v(r);
-- Over groups: of two years, the rates of 2017 are 0.5 and 0.25, those of 2018 0.1 and 0.3.
SELECT year, code, poverty_rate(poor, total) AS rate, area_rank_highest(poverty_rate(poor, total)) OVER (PARTITION BY year, grouping(code)) AS highest,
	round((difference_from_parent(sum(poor), sum(total)) OVER (PARTITION BY year, grouping(code)))::numeric, 10) AS difference
FROM (VALUES (2017, 'a', 2, 4), (2017, 'b', 1, 4), (2018, 'a', 1, 10), (2018, 'b', 3, 10)) AS v(year, code, poor, total)
GROUP BY GROUPING SETS ((year, code), (year)) ORDER BY year, code;

-- Exact: the doubles 0.1, 0.2 and 0.3 add up to what rounds to 0.6; added one by one they give 0.6000000000000001.
SELECT x, difference_from_parent(x, 1) OVER () = x - 0.6::float8 / 3 AS once_rounded FROM (VALUES (0.1::float8), (0.2), (0.3)) AS v(x);
-- The same bits whatever the order of the rows: 1000 rows of 7 parents in two orders. (Sums in double precision of
-- such rows differ between the two orders.)
SELECT count(*) AS rows, count(DISTINCT a.difference) > 900 AS differ, bool_and(a.difference = b.difference) AS equal, bool_and(a.naive = b.naive) AS equal_when_naive
FROM (SELECT i, difference_from_parent(i / 10.0::float8, 100 + i / 3.0::float8) OVER siblings AS difference,
		sum(i / 10.0::float8) OVER (siblings ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS naive
	FROM generate_series(1, 1000) AS i WINDOW siblings AS (PARTITION BY i % 7 ORDER BY i)) AS a
JOIN (SELECT i, difference_from_parent(i / 10.0::float8, 100 + i / 3.0::float8) OVER siblings AS difference,
		sum(i / 10.0::float8) OVER (siblings ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS naive
	FROM generate_series(1, 1000) AS i WINDOW siblings AS (PARTITION BY i % 7 ORDER BY i DESC)) AS b USING (i);

-- Bad rates and counts, wherever they stand in the partition.
SELECT area_rank_lowest(r) OVER () FROM (VALUES (1), ('NaN'::float8)) AS v(r);
\echo :LAST_ERROR_SQLSTATE
SELECT area_rank_highest(r) OVER () FROM (VALUES (1), ('-Infinity'::float8)) AS v(r);
\echo :LAST_ERROR_SQLSTATE
SELECT difference_from_parent(poor, total) OVER () FROM (VALUES (1, 4), (5, 4)) AS v(poor, total);
\echo :LAST_ERROR_SQLSTATE
SELECT difference_from_parent(poor, total) OVER () FROM (VALUES (1, 4), (-1, 4)) AS v(poor, total);
\echo :LAST_ERROR_SQLSTATE
SELECT difference_from_parent(poor, total) OVER () FROM (VALUES (1, 4), (0, -4)) AS v(poor, total);
\echo :LAST_ERROR_SQLSTATE
SELECT difference_from_parent(poor, total) OVER () FROM (VALUES (1, 4), ('NaN'::float8, 4)) AS v(poor, total);
\echo :LAST_ERROR_SQLSTATE
SELECT difference_from_parent(poor, total) OVER () FROM (VALUES (1, 4), (1, 'Infinity'::float8)) AS v(poor, total);
\echo :LAST_ERROR_SQLSTATE
SELECT difference_from_parent(0, total) OVER () FROM (VALUES (1e308), (1e308)) AS v(total);
\echo :LAST_ERROR_SQLSTATE
SELECT area_rank_lowest(0.5);
\echo :LAST_ERROR_SQLSTATE
-- The words of an error: a message must be there, a hint need not.
SELECT area_refuse('a message', 'a hint');
SELECT area_refuse('a message', NULL);
\echo :LAST_ERROR_SQLSTATE
SELECT area_refuse(NULL, NULL);
\echo :LAST_ERROR_SQLSTATE
-- More rates than work_mem holds, at 8 bytes each: 64 kB hold 8192. The difference needs no memory for rows.
SET work_mem = '64kB';
SELECT max(r), count(DISTINCT r) FROM (SELECT area_rank_lowest(i % 4096) OVER () AS r FROM generate_series(1, 8192) AS i) AS v;
SELECT max(r) FROM (SELECT area_rank_lowest(i) OVER () AS r FROM generate_series(1, 8193) AS i) AS v;
\echo :LAST_ERROR_SQLSTATE
SELECT max(r) FROM (SELECT area_rank_highest(i) OVER (PARTITION BY i % 2) AS r FROM generate_series(1, 8193) AS i) AS v;
SELECT max(abs(d)) FROM (SELECT difference_from_parent(1, 2) OVER () AS d FROM generate_series(1, 20000) AS i) AS v;
RESET work_mem;

DELETE FROM area_crosswalk;
DROP TABLE result, area;
RESET datestyle;
