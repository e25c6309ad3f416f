-- SPDX-License-Identifier: PostgreSQL
-- rate: ratios of sums over areas and over households.

-- percent: two decimals, half away from zero.
SELECT percent(0.0224), percent(0.01115), percent(-0.01115), percent(0.125, 0), percent(1, 0), percent(0.2, 3);
-- Differences of rates: 404 less 403 of 20000 is 0.005 points, a tie; 0.1 - 0.125 is -2.5.
SELECT percent(404.0::float8 / 20000 - 403.0::float8 / 20000) AS tie, percent(403.0::float8 / 20000 - 406.0::float8 / 20000) AS below,
	percent(0.1::float8 - 0.125::float8, 13) AS thirteen;
SELECT count(*) AS ties, count(*) FILTER (WHERE percent((n + 1)::float8 / 20000 - n::float8 / 20000) = 0.01) AS rounded_up FROM generate_series(0, 19998) n;
SELECT percent(0.0224, 1::bigint), percent(0.0224, 1.0), percent(0.0224, '1');
SELECT percent(0.5, 1.5);
\echo :LAST_ERROR_SQLSTATE
SELECT percent(NULL) IS NULL AS n1, percent(0.1, NULL) IS NULL AS n2;
SELECT percent(1/3::float8, 13), pg_typeof(percent(1));
SELECT percent('NaN');
\echo :LAST_ERROR_SQLSTATE
SELECT percent('-Infinity');
\echo :LAST_ERROR_SQLSTATE
SELECT percent(0.5, -1);
\echo :LAST_ERROR_SQLSTATE
SELECT percent(0.5, 14);
\echo :LAST_ERROR_SQLSTATE

-- at_or_below: the next double, so < counts the line itself; 900000 has steps of 2^-33.
SELECT at_or_below(900000) - 900000 = 2 ^ -33 AS one_step,
	900000 < at_or_below(900000) AS line_is_below, 900000 + 2 ^ -33 < at_or_below(900000) AS above_is_not;
SELECT at_or_below(NULL) IS NULL AS null_is_null;
SELECT at_or_below(0);
\echo :LAST_ERROR_SQLSTATE
SELECT at_or_below(-5);
\echo :LAST_ERROR_SQLSTATE
SELECT at_or_below('NaN');
\echo :LAST_ERROR_SQLSTATE
SELECT at_or_below('Infinity');
\echo :LAST_ERROR_SQLSTATE
SELECT at_or_below(1.7976931348623157e308);
\echo :LAST_ERROR_SQLSTATE

-- poverty_rate over areas is a ratio of sums: (19 + 69) / (1881 + 1243) = 88 / 3124 = 0.02816..,
-- not the mean of 1.01 % and 5.55 %, which is 3.28 %.
CREATE TABLE ward (name text, year int, poor int, households bigint);
INSERT INTO ward VALUES
	('Đức Xuân', 2018, 19, 1881), ('Huyền Tụng', 2018, 69, 1243),
	('Đức Xuân', 2017, 22, 1881), ('Huyền Tụng', 2017, 77, NULL);
SELECT year, poverty_rate(poor, households) AS rate, percent(poverty_rate(poor, households))
FROM ward GROUP BY year ORDER BY year;
SELECT poverty_rate(poor, households) = 88::float8 / 3124 AS ratio_of_sums FROM ward WHERE year = 2018;

-- No row, only NULLs, one row, a total of zero.
SELECT poverty_rate(poor, households) FROM ward WHERE false;
SELECT poverty_rate(poor, households) FROM ward WHERE year = 2017 AND name = 'Huyền Tụng';
SELECT poverty_rate(NULL, 1.0), poverty_rate(1, NULL), poverty_rate(0, 0), poverty_rate(1, 4), poverty_rate(7.5, 10);
-- Integer, bigint, numeric and float arguments, and literals that have no type.
SELECT poverty_rate(1::smallint, 4::bigint), poverty_rate(1.0::numeric, '4'), poverty_rate('1', 4), poverty_rate(1::real, 4);
PREPARE untyped AS SELECT poverty_rate($1, households) FROM ward WHERE year = 2018;
EXECUTE untyped(19);
DEALLOCATE untyped;

-- Bad counts.
SELECT poverty_rate(5, 3);
\echo :LAST_ERROR_SQLSTATE
SELECT poverty_rate(-1, 3);
\echo :LAST_ERROR_SQLSTATE
SELECT poverty_rate(0, -3);
\echo :LAST_ERROR_SQLSTATE
SELECT poverty_rate('NaN'::float8, 3);
\echo :LAST_ERROR_SQLSTATE
SELECT poverty_rate(1, 'Infinity'::float8);
\echo :LAST_ERROR_SQLSTATE
-- One bad row among good ones, and the session goes on.
SELECT poverty_rate(poor, households - 1230) FROM ward WHERE year = 2018;
\echo :LAST_ERROR_SQLSTATE

-- Over households: 3 of 5 that are known; weighted 3 / (3 + 1 + 4), for a weight of 0 is no row.
CREATE TABLE household (area text, poor boolean, weight float8, deleted boolean);
INSERT INTO household VALUES ('a', true, 3, false), ('a', false, 1, false), ('b', false, 4, false),
	('b', true, 0, false), ('b', NULL, 5, false), ('b', true, NULL, true);
SELECT poverty_rate(poor), poverty_rate(poor, weight), poverty_rate(poor, 1) FROM household;
SELECT poverty_rate(poor, weight) FROM household WHERE weight = 0;
SELECT poverty_rate(poor) FROM household WHERE poor IS NULL;
SELECT poverty_rate(poor, -1) FROM household;
\echo :LAST_ERROR_SQLSTATE
SELECT poverty_rate(poor, 'NaN') FROM household;
\echo :LAST_ERROR_SQLSTATE

-- Grouping sets and FILTER. By rows a: 1/2, b: 2/3, b that is kept: 1/2, all: 3/5; by weight a: 3/4, b: 0/4.
SELECT area, poverty_rate(poor), poverty_rate(poor, weight), poverty_rate(poor) FILTER (WHERE NOT deleted) AS kept,
	poverty_rate(poor) FILTER (WHERE false) AS none
FROM household GROUP BY GROUPING SETS ((area), ()) ORDER BY area;
SELECT area, percent(poverty_rate(poor), 1) FROM household GROUP BY ROLLUP (area) ORDER BY area;
SELECT poverty_rate(DISTINCT poor) FROM household;

-- Exact: the doubles 0.1, 0.2 and 0.3 add up to what rounds to 0.6 (added one by one they give
-- 0.6000000000000001); in a moving window 1e300 leaves nothing behind.
SELECT poverty_rate(x, 1) = 0.6::float8 / 3 AS once_rounded, 0.1::float8 + 0.2::float8 + 0.3::float8 = 0.6 AS one_by_one
FROM (VALUES (0.1), (0.2), (0.3)) v(x);
SELECT i, poverty_rate(true, w) OVER rows3 AS rate, poverty_rate(i = 3, w) OVER rows3 AS third
FROM (VALUES (1, 1e300), (2, 1), (3, 1e-5), (4, 1e-5), (5, 2e-5)) v(i, w)
WINDOW rows3 AS (ORDER BY i ROWS 2 PRECEDING) ORDER BY i;
SELECT i, poverty_rate(poor, total) OVER (ORDER BY i ROWS 1 PRECEDING)
FROM (VALUES (1, 1, 4), (2, NULL, 4), (3, NULL, 4), (4, 3, 4), (5, 1, 4)) v(i, poor, total);

-- coverage_rate: a has 4 entitled, of whom 2 are covered, 1 is unrecorded and 1 is not: 2/4, by weight
-- (1 + 2) / (1 + 2 + 3 + 4); entitled NULL is left out, so b has nobody.
CREATE TABLE card (area text, covered boolean, entitled boolean, weight float8);
INSERT INTO card VALUES ('a', true, true, 1), ('a', true, true, 2), ('a', NULL, true, 3), ('a', false, true, 4),
	('b', true, false, 1), ('b', true, NULL, 1), ('c', NULL, true, 0), ('c', true, true, NULL);
SELECT area, coverage_rate(covered, entitled), coverage_rate(covered, entitled, weight) AS weighted,
	coverage_unrecorded(covered, entitled) AS unrecorded, coverage_unrecorded(covered, entitled, weight) AS unrecorded_weighted
FROM card GROUP BY ROLLUP (area) ORDER BY area;
SELECT coverage_rate(covered, entitled), coverage_unrecorded(covered, entitled) FROM card WHERE false;
SELECT coverage_rate(true, true), coverage_rate(NULL, true), coverage_rate('yes', 'on');
SELECT coverage_rate(covered, entitled, -weight) FROM card;
\echo :LAST_ERROR_SQLSTATE
SELECT coverage_rate(covered, entitled, 'Infinity') FROM card;
\echo :LAST_ERROR_SQLSTATE
SELECT area, coverage_rate(covered, entitled) OVER (ORDER BY area, weight ROWS 1 PRECEDING) AS rate,
	coverage_unrecorded(covered, entitled) OVER (ORDER BY area, weight ROWS 1 PRECEDING) AS unrecorded
FROM card WHERE area = 'a';

-- disbursement_rate: 300 / 290 exceeds 1; a correction of -10 counts; a plan of nothing is NULL.
SELECT disbursement_rate(spent, planned) = 300::float8 / 290 AS exceeds_one FROM (VALUES (300, 290)) v(spent, planned);
SELECT disbursement_rate(spent, planned) FROM (VALUES (100, 200), (-10, 0), (NULL, 1000), (5, NULL)) v(spent, planned);
SELECT disbursement_rate(1, 0), disbursement_rate(1, -1), disbursement_rate(NULL, 1.0);
SELECT disbursement_rate('Infinity'::float8, 1);
\echo :LAST_ERROR_SQLSTATE
SELECT disbursement_rate(1, 'NaN'::float8);
\echo :LAST_ERROR_SQLSTATE
SELECT disbursement_rate(1e308, 1e-308);
\echo :LAST_ERROR_SQLSTATE

DROP TABLE ward, household, card;
