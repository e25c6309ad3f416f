-- SPDX-License-Identifier: PostgreSQL
-- change: year over year, flows of households, targets.

CREATE TABLE series (area text, year int, rate float8);
INSERT INTO series VALUES
	('a', 2016, 0.10), ('a', 2017, 0.08), ('a', 2019, 0.06), ('a', 2020, NULL), ('a', 2021, 0.03),
	('b', 2017, 0.5), ('b', 2018, 0), ('b', 2019, 0.25), ('b', NULL, 0.9);

-- Year over year: 2019 and 2021 have no value a year before; from 0.5 to 0 is -100 %, and nothing is relative to 0.
SELECT area, year, round(yoy_change(rate, year) OVER w::numeric, 10) AS change,
	round(yoy_relative_change(rate, year) OVER w::numeric, 10) AS relative
FROM series WINDOW w AS (PARTITION BY area ORDER BY year) ORDER BY area, year;

-- Annualised: since the last earlier value. a: 2019 from 2017, -0.02 / 2; 2021 from 2019, -0.03 / 2.
-- Growth of a in 2019: sqrt(0.06 / 0.08) - 1 = -0.1339745962; in 2021: sqrt(0.03 / 0.06) - 1 = -0.2928932188.
SELECT area, year, round(annualised_change(rate, year) OVER w::numeric, 10) AS change,
	round(annualised_growth(rate, year) OVER w::numeric, 10) AS growth
FROM series WINDOW w AS (PARTITION BY area ORDER BY year) ORDER BY area, year;

-- Since a base: 2017 is there for both areas, 2018 only for b.
SELECT area, year, round(change_since(rate, year, 2017) OVER w::numeric, 10) AS since_2017,
	round(change_since(rate, year, 2018) OVER w::numeric, 10) AS since_2018,
	change_since(rate, year, NULL) OVER w AS since_null
FROM series WINDOW w AS (PARTITION BY area ORDER BY year) ORDER BY area, year;

-- The window's order, its frame and further columns do not matter, for periods are looked up.
SELECT count(*) AS rows, bool_and(up IS NOT DISTINCT FROM down AND up IS NOT DISTINCT FROM unordered
	AND up IS NOT DISTINCT FROM framed) AS equal
FROM (SELECT yoy_change(rate, year) OVER (PARTITION BY area ORDER BY year) AS up,
		yoy_change(rate, year) OVER (PARTITION BY area ORDER BY year DESC) AS down,
		yoy_change(rate, year) OVER (PARTITION BY area ORDER BY rate) AS unordered,
		yoy_change(rate, year) OVER (PARTITION BY area ORDER BY year ROWS CURRENT ROW) AS framed
	FROM series) v;

-- No row, one row, only NULLs.
SELECT yoy_change(rate, year) OVER () FROM series WHERE false;
SELECT yoy_change(1, 2018) OVER (), annualised_growth(1, 2018) OVER (), change_since(1, 2018, 2018) OVER ();
SELECT yoy_change(NULL, 2018) OVER () AS v, yoy_change(1, NULL::float8) OVER () AS p, change_since(1, 2018, NULL) OVER () AS b;

-- Two rows of one period, whether next to each other or not; PARTITION BY cures it.
SELECT yoy_change(rate, year) OVER (ORDER BY year) FROM series;
\echo :LAST_ERROR_SQLSTATE
SELECT yoy_change(v, p) OVER () FROM (VALUES (1, 2018), (2, 2017), (3, 2018)) t(v, p);
\echo :LAST_ERROR_SQLSTATE
SELECT yoy_change(v, p) OVER () FROM (VALUES (1, date '2018-12-31'), (2, '2018-12-31')) t(v, p);
\echo :LAST_ERROR_SQLSTATE
-- Two rows without a period are none.
SELECT yoy_change(v, p) OVER () FROM (VALUES (1, NULL), (2, NULL), (3, 2018)) t(v, p);

-- Periods of every numeric type; extract() gives numeric; an untyped literal is a number.
SELECT yoy_change(v, p) OVER () AS i, yoy_change(v, p::bigint) OVER () AS b, yoy_change(v, p::numeric) OVER () AS n,
	yoy_change(v::numeric, extract(year FROM make_date(p, 6, 1))) OVER () AS e, change_since(v, p, '2017') OVER () AS u
FROM (VALUES (1, 2017), (4, 2018)) t(v, p);
SELECT yoy_change(v, p) OVER () FROM (VALUES (1, 2017.5)) t(v, p);
\echo :LAST_ERROR_SQLSTATE
SELECT yoy_change(v, p) OVER () FROM (VALUES (1, 'NaN'::float8)) t(v, p);
\echo :LAST_ERROR_SQLSTATE
SELECT yoy_change(v, p) OVER () FROM (VALUES (1, 1e300)) t(v, p);
\echo :LAST_ERROR_SQLSTATE
SELECT yoy_change(v, p) OVER () FROM (VALUES ('Infinity'::float8, 2018)) t(v, p);
\echo :LAST_ERROR_SQLSTATE
SELECT yoy_change(1, date 'infinity') OVER ();
\echo :LAST_ERROR_SQLSTATE
SELECT yoy_change(1, timestamptz '-infinity') OVER ();
\echo :LAST_ERROR_SQLSTATE
SELECT yoy_change(v, p) OVER () FROM (VALUES (-1.5e308, 2017), (1.5e308, 2018)) t(v, p);
\echo :LAST_ERROR_SQLSTATE
SELECT yoy_relative_change(v, p) OVER () FROM (VALUES (1e-308, 2017), (1.5e308, 2018)) t(v, p);
\echo :LAST_ERROR_SQLSTATE

-- Dates: the same day a year before, in quarterly and monthly series; the end of a month goes with the end of
-- that month (28 February 2023, 29 February 2024, 28 February 2025).
SELECT d, yoy_change(v, d) OVER (ORDER BY d) FROM (VALUES
	(date '2023-02-28', 1), ('2023-03-31', 2), ('2023-06-30', 3), ('2024-02-29', 10), ('2024-03-30', 20),
	('2024-06-30', 30), ('2025-02-28', 100)) t(d, v);
-- An end of February that is there without a value is unknown: the day before it is not taken instead.
SELECT d, yoy_change(v, d) OVER (ORDER BY d) FROM (VALUES
	(date '2020-02-28', 2), ('2020-02-29', NULL), ('2021-02-28', 8)) t(d, v);
-- A daily series has both: the end of the month is preferred; where it is missing, the same day is taken.
SELECT d, yoy_change(v, d) OVER (ORDER BY d) FROM (VALUES
	(date '2024-02-28', 1), ('2024-02-29', 2), ('2025-02-28', 10)) t(d, v);
SELECT d, yoy_change(v, d) OVER (ORDER BY d) FROM (VALUES (date '2024-02-28', 1), ('2025-02-28', 10)) t(d, v);
-- Years before 1 and the far ends of the calendar.
SELECT d, yoy_change(v, d) OVER (ORDER BY d) FROM (VALUES
	(date '4713-01-01 BC', 1), ('0002-12-31 BC', 1), ('0001-12-31 BC', 3), ('0001-12-31', 7), ('5874897-12-31', 1)) t(d, v);
-- Annualised over dates: 6 months are half a year: 1 / 0.5 = 2; from 30 June to 31 December likewise;
-- 15 January to 30 April is 3 months and 15 of the 30 days to 15 May: 3.5 / 12 years, 7 / (3.5 / 12) = 24.
SELECT d, round(annualised_change(v, d) OVER (ORDER BY d)::numeric, 10) FROM (VALUES
	(date '2020-06-30', 1), ('2020-12-31', 2), ('2021-06-30', 3)) t(d, v);
SELECT d, round(annualised_change(v, d) OVER (ORDER BY d)::numeric, 10) FROM (VALUES
	(date '2021-01-15', 0), ('2021-04-30', 7)) t(d, v);
-- Every 28 February is a year from the one before, also in a leap year: 2, 3, 4, 5, 6 grows by 1 and by 1/2, 1/3, 1/4, 1/5.
SELECT d, annualised_change(v, d) OVER (ORDER BY d), round(annualised_growth(v, d) OVER (ORDER BY d)::numeric, 10) AS growth FROM (VALUES
	(date '2016-02-28', 2), ('2017-02-28', 3), ('2018-02-28', 4), ('2019-02-28', 5), ('2020-02-28', 6)) t(d, v);
SELECT d, round(annualised_growth(v, d) OVER (ORDER BY d)::numeric, 10) FROM (VALUES
	(date '2019-12-31', 4), ('2021-12-31', 9)) t(d, v);

-- A ratio beyond float8 whose root is not: (1e300 / 1e-300)^(1/4) = 1e150, (1e-300 / 1e300)^(1/100) = 1e-6; over a year the
-- first has no float8 as its growth.
SELECT abs(up / 1e150 - 1) < 1e-12 AS up, abs(down + 0.999999) < 1e-15 AS down FROM (
	SELECT max(g) FILTER (WHERE id = 1) AS up, max(g) FILTER (WHERE id = 2) AS down
	FROM (SELECT id, annualised_growth(v, p) OVER (PARTITION BY id ORDER BY p) AS g
		FROM (VALUES (1, 2014, 1e-300), (1, 2018, 1e300), (2, 1918, 1e300), (2, 2018, 1e-300)) s(id, p, v)) AS growth) AS v;
SELECT annualised_growth(v, p) OVER () FROM (VALUES (1e-300, 2017), (1e300, 2018)) s(v, p);
\echo :LAST_ERROR_SQLSTATE

-- Timestamps keep the time of day; with time zone they are local times of the session:
-- 2018-12-31 17:00 UTC is the first midnight of 2019 in Việt Nam.
SELECT t, yoy_change(v, t) OVER (ORDER BY t) FROM (VALUES
	(timestamp '2018-12-31 12:30', 1), ('2019-12-31 12:30', 3), ('2020-12-31 12:31', 7)) s(t, v);
-- Before 2000 too, where the count of microseconds is negative: the same noon a year before, and 18 months of it.
SELECT t, yoy_change(v, t) OVER (ORDER BY t), round(annualised_change(v, t) OVER (ORDER BY t)::numeric, 10) AS a_year FROM (VALUES
	(timestamp '1995-02-28 12:00', 1), ('1996-02-29 12:00', 3), ('1997-08-29 12:00', 9)) s(t, v);
-- The 15th at noon is a year and half of the 31 days to 15 February from the 15th at midnight: 12 / (12 + 1/62) = 744/745 = 0.9986577181.
SELECT t, round(annualised_change(v, t) OVER (ORDER BY t)::numeric, 10) AS a_year FROM (VALUES
	(timestamp '2018-01-15 00:00', 0), ('2019-01-15 12:00', 1)) s(t, v);
-- 1900 was no leap year, 2000 was one: the end of each February is a year from the one before.
SELECT d, yoy_change(v, d) OVER (ORDER BY d) FROM (VALUES
	(date '1899-02-28', 1), ('1900-02-28', 3), ('1901-02-28', 6), ('1999-02-28', 1), ('2000-02-29', 3), ('2001-02-28', 6)) t(d, v);
-- Both ends of the calendar of timestamps, where the next month has none: 15 to 31 December 294276 is 16 of the 31 days to
-- 15 January, 16/31/12 years, 1 / (16/372) = 23.25; 24 November to 9 December 4714 BC is 15 of 30 days, 1 / (1/24) = 24;
-- 31 December 294275 to 294276 is a year; 2 January to 31 December 294276 is 11 months and 29 of 31 days: 12 / (11 + 29/31) = 1.0054054054.
SELECT t, round(annualised_change(v, t) OVER (ORDER BY t)::numeric, 10), yoy_change(v, t) OVER (ORDER BY t) FROM (VALUES
	(timestamp '294276-12-15 10:00', 1), ('294276-12-31 10:00', 2)) s(t, v);
SELECT t, annualised_change(v, t) OVER (ORDER BY t), yoy_change(v, t) OVER (ORDER BY t) FROM (VALUES
	(timestamp '4714-11-24 00:00 BC', 1), ('4714-12-09 00:00 BC', 2)) s(t, v);
SELECT t, annualised_change(v, t) OVER (ORDER BY t), annualised_growth(v, t) OVER (ORDER BY t), yoy_change(v, t) OVER (ORDER BY t) FROM (VALUES
	(timestamp '294275-12-31 23:59:59.999999', 1), ('294276-12-31 23:59:59.999999', 3)) s(t, v);
SELECT t, round(annualised_change(v, t) OVER (ORDER BY t)::numeric, 10) FROM (VALUES
	(timestamp '294276-01-02 23:59:59.999999', 1), ('294276-12-31 23:59:59.999999', 2)) s(t, v);
SET timezone = 'Asia/Ho_Chi_Minh';
SELECT yoy_change(v, date_trunc('year', t)) OVER (ORDER BY t) FROM (VALUES
	(timestamptz '2018-12-31 17:00+00', 1), ('2019-12-31 17:00+00', 3)) s(t, v);
RESET timezone;
SELECT change_since(v, t, timestamp '2018-01-01') OVER (), change_since(v, t::date, date '2018-01-01') OVER (),
	change_since(v, t::timestamptz, timestamptz '2018-01-01') OVER ()
FROM (VALUES (timestamp '2018-01-01', 1), ('2020-07-01', 3)) s(t, v);

-- More periods than work_mem holds, at 16 bytes each: 64 kB hold 4096.
SET work_mem = '64kB';
SELECT count(c) FROM (SELECT yoy_change(1, i) OVER () AS c FROM generate_series(1, 4096) i) v;
SELECT count(c) FROM (SELECT yoy_change(1, i) OVER () AS c FROM generate_series(1, 4097) i) v;
\echo :LAST_ERROR_SQLSTATE
RESET work_mem;

-- poverty_transition: every pair of statuses, as the form of the poor and that of the near-poor see it;
-- (again): when the household was on the list before.
SELECT coalesce(b, '-') AS before, coalesce(a, '-') AS after,
	poverty_transition(b::poverty_status, a::poverty_status, false) AS poor,
	poverty_transition(b::poverty_status, a::poverty_status, true) AS poor_again,
	poverty_transition(b::poverty_status, a::poverty_status, false, 'near_poor') AS near_poor,
	poverty_transition(b::poverty_status, a::poverty_status, NULL, of_status => 'near_poor') AS near_poor_unknown
FROM (VALUES ('poor', 1), ('near_poor', 2), ('average', 3), ('better_off', 4), (NULL, 5)) b(b, i),
	(VALUES ('poor', 1), ('near_poor', 2), ('average', 3), ('better_off', 4), (NULL, 5)) a(a, j)
ORDER BY i, j;
SELECT poverty_transition('poor', 'poor', false, NULL) IS NULL AS of_status_null;
SELECT poverty_transition('poor', 'poor', false, 'average');
\echo :LAST_ERROR_SQLSTATE

-- poverty_flow. Households of the poor: start 1, 2, 5 (3); out: 2 to near-poor, 5 departed; in: 3 fell back,
-- 4 arrived, 6 from near-poor; end 1, 3, 4, 6 (4). Of the near-poor: start 6; out 6; in 2; end 2.
CREATE TABLE panel (id int, area text, b poverty_status, a poverty_status, ever boolean, wb float8, wa float8);
INSERT INTO panel VALUES
	(1, 'x', 'poor', 'poor', false, 4, 5), (2, 'x', 'poor', 'near_poor', NULL, 4, 3),
	(3, 'x', 'average', 'poor', true, NULL, 3), (4, 'y', NULL, 'poor', true, NULL, 2),
	(5, 'y', 'poor', NULL, true, 3, NULL), (6, 'y', 'near_poor', 'poor', false, 5, 4),
	(7, 'y', 'average', 'average', false, 2, 2), (8, 'y', NULL, NULL, NULL, 1, 1);
\x on
SELECT (f).* FROM (SELECT poverty_flow(poverty_transition(b, a, ever)) AS f FROM panel) v;
SELECT (f).* FROM (SELECT poverty_flow(poverty_transition(b, a, ever, 'near_poor'), 'near_poor') AS f FROM panel) v;
-- Persons of the poor: start 4 + 4 + 3; out 4 to near-poor, other 3 departed and 1 fewer in household 6; in 5 from
-- near-poor, 3 back, other 2 arrived and 1 more in household 1; end 5 + 3 + 2 + 4.
SELECT (f).* FROM (SELECT poverty_flow(poverty_transition(b, a, ever), wb, wa) AS f FROM panel) v;
-- Persons of the near-poor: start 5; out 5 into poor, other 1 fewer in household 2; in 4 from poor; end 3.
SELECT (f).* FROM (SELECT poverty_flow(poverty_transition(b, a, ever, 'near_poor'), wb, wa, 'near_poor') AS f FROM panel) v;
\x off
-- By area they add up; no row, only NULLs, one row; FILTER; a weight that is needed and NULL.
SELECT area, (poverty_flow(poverty_transition(b, a, ever))).* FROM panel GROUP BY ROLLUP (area) ORDER BY area;
SELECT poverty_flow(poverty_transition(b, a, ever)) FROM panel WHERE false;
SELECT poverty_flow(poverty_transition(b, a, ever)) FROM panel WHERE id = 8;
SELECT poverty_flow(poverty_transition(b, a, ever)) FILTER (WHERE id = 3) AS third,
	poverty_flow(poverty_transition(b, a, ever), NULL) AS no_form,
	poverty_flow('stayed'::poverty_transition, NULL, 3) AS no_weight, poverty_flow('stayed'::poverty_transition, 3, NULL) AS no_weight_after,
	poverty_flow('arrived'::poverty_transition, NULL, 3) AS none_needed FROM panel;
SELECT poverty_flow('departed'::poverty_transition, '2', NULL) AS untyped, poverty_flow('fell_new'::poverty_transition, 1::int, 3::numeric) AS typed;
SELECT poverty_flow(poverty_transition(b, a, ever), -wb, wa) FROM panel;
\echo :LAST_ERROR_SQLSTATE
SELECT poverty_flow(poverty_transition(b, a, ever), wb, 'NaN') FROM panel;
\echo :LAST_ERROR_SQLSTATE
SELECT poverty_flow(poverty_transition(b, a, ever), b) FROM panel WHERE id IN (1, 6);
\echo :LAST_ERROR_SQLSTATE
SELECT poverty_flow(poverty_transition(b, a, ever), 'average') FROM panel;
\echo :LAST_ERROR_SQLSTATE
-- A form may begin with rows that are left out, and moves over a window.
SELECT id, poverty_flow(poverty_transition(b, a, ever, 'near_poor'), 'near_poor') OVER (ORDER BY id DESC ROWS 1 PRECEDING)
FROM panel ORDER BY id DESC;

-- The identity is checked on the exact sums: weights that are not whole leave no residual (the rounded columns would).
SELECT (poverty_flow(t, b, a)).residual FROM (VALUES ('stayed'::poverty_transition, 0.1, 0.3), ('fell_new', NULL, 0.7),
	('escaped_above', 0.2, NULL), ('fell_back', 0, 1.1)) v(t, b, a);

-- flow_residual: the city's form of 2018, 282 - 38 - 23 - 0 + 14 + 7 + 15 + 0 = 257; one more at the end; NULL.
SELECT flow_residual(282, 38, 23, 0, 14, 7, 15, 0, 257) AS holds, flow_residual(282, 38, 23, 0, 14, 7, 15, 0, 258) AS one_too_many,
	flow_residual(301, 112, 14, 0, 38, 6, 17, 0, 236) AS near_poor, flow_residual(1, 0, 0, 0, 0, 0, NULL, 0, 1) IS NULL AS unknown;
-- Exact: 2^53 + 1 - 1 is not lost.
SELECT flow_residual(9007199254740992, 0, 0, 1, 0, 0, 0, 1, 9007199254740992), flow_residual(0.6, 0.1, 0.2, 0, 0, 0, 0, 0, 0.3) < 1e-15 AS tiny;
SELECT flow_residual(1, -1, 0, 0, 0, 0, 0, 0, 2);
\echo :LAST_ERROR_SQLSTATE
SELECT flow_residual(1, 0, 0, 0, 0, 0, 0, 0, 'Infinity');
\echo :LAST_ERROR_SQLSTATE

-- Targets: 25 of 31 fewer; 2.46 % to 2.24 % of a fall to 2.2 %: 22 / 26.
SELECT target_attainment(282, 257, 251) = 25::float8 / 31 AS counts, round(target_attainment(0.0246, 0.0224, 0.022)::numeric, 6) AS rates,
	target_attainment(5, 4, 5) IS NULL AS no_target, target_attainment(100, 120, 150) AS rising, target_attainment(1, NULL, 3) IS NULL AS unknown;
SELECT required_annual_change(0.04, 0.01, 3) = -0.03::float8 / 3 AS a_point_a_year, required_annual_change(257, 200, 2) AS fewer;
SELECT round(projected_rate(0.10, -0.02, 3)::numeric, 10) AS falls, projected_rate(0.10, -0.02, 6) AS not_below_0,
	projected_rate(0.9, 0.05, 6) AS not_above_1, projected_rate(0.1, NULL, 1) IS NULL AS unknown;
SELECT target_attainment('NaN', 1, 2);
\echo :LAST_ERROR_SQLSTATE
SELECT required_annual_change(0.04, 0.01, 0);
\echo :LAST_ERROR_SQLSTATE
SELECT required_annual_change('NaN', 0.01, 3);
\echo :LAST_ERROR_SQLSTATE
SELECT required_annual_change(0.04, 'Infinity', 3);
\echo :LAST_ERROR_SQLSTATE
SELECT required_annual_change(0.04, 0.01, 'NaN');
\echo :LAST_ERROR_SQLSTATE
SELECT required_annual_change(0.04, 0.01, 'Infinity');
\echo :LAST_ERROR_SQLSTATE
SELECT required_annual_change(1e308, -1e308, 1);
\echo :LAST_ERROR_SQLSTATE
SELECT projected_rate('NaN', -0.1, 1);
\echo :LAST_ERROR_SQLSTATE
SELECT projected_rate('Infinity', -0.1, 1);
\echo :LAST_ERROR_SQLSTATE
SELECT projected_rate(0.5, 'NaN', 1);
\echo :LAST_ERROR_SQLSTATE
SELECT projected_rate(0.5, '-Infinity', 1);
\echo :LAST_ERROR_SQLSTATE
SELECT projected_rate(0.5, 0.1, 'NaN');
\echo :LAST_ERROR_SQLSTATE
SELECT projected_rate(0.5, 0.1, 'Infinity');
\echo :LAST_ERROR_SQLSTATE
-- A change that takes the projection beyond float8 stays within [0, 1] like any other.
SELECT projected_rate(0.5, 1e308, 1e308) AS up, projected_rate(0.5, -1e308, 1e308) AS down;
SELECT projected_rate(2.24, -0.1, 1);
\echo :LAST_ERROR_SQLSTATE
SELECT projected_rate(0.5, 0.1, -1);
\echo :LAST_ERROR_SQLSTATE
SELECT target_attainment(1e308, -1e308, 0.9e308);
\echo :LAST_ERROR_SQLSTATE

-- A label that somebody changed by hand is an error, whether it comes in or is to go out.
BEGIN;
ALTER TYPE poverty_status RENAME VALUE 'average' TO 'middling';
SELECT poverty_transition('middling', 'poor', false);
\echo :LAST_ERROR_SQLSTATE
ROLLBACK;
BEGIN;
ALTER TYPE poverty_transition RENAME VALUE 'fell_new' TO 'fell';
SELECT poverty_transition('average', 'poor', false);
\echo :LAST_ERROR_SQLSTATE
ROLLBACK;

DROP TABLE series, panel;
