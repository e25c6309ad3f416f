-- SPDX-License-Identifier: PostgreSQL
-- change: series that break, linking, restating on other boundaries.

-- The province: two standards in 2021. 2019 and 2021 are published, 2020 and 2022 are made up.
CREATE TABLE rates (area text, year int, standard text, rate float8);
INSERT INTO rates VALUES ('06', 2019, 'VN-2016', 0.1993), ('06', 2020, 'VN-2016', 0.18), ('06', 2021, 'VN-2016', 0.1702), ('06', 2021, 'VN-2022', 0.2693), ('06', 2022, 'VN-2022', 0.25),
	('07', 2017, 'VN-2016', 0.5), ('07', 2020, 'VN-2022', 0.25), ('07', 2021, NULL, 0.2), ('07', 2022, 'VN-2022', NULL), ('07', 2023, 'VN-2022', 0.36);
-- 2021 by VN-2022 has no year before in its own series: NULL, and the break says which series has one. 07: 2020 from 2017 breaks, but not year over year.
SELECT area, year, standard, round(yoy_change(rate, year, standard) OVER w::numeric, 4) AS yoy, round(yoy_relative_change(rate, year, standard) OVER w::numeric, 4) AS relative, yoy_break(rate, year, standard) OVER w AS yoy_break,
	round(annualised_change(rate, year, standard) OVER w::numeric, 4) AS a_year, round(annualised_growth(rate, year, standard) OVER w::numeric, 4) AS growth, annualised_break(rate, year, standard) OVER w AS annualised_break,
	round(change_since(rate, year, 2020, standard) OVER w::numeric, 4) AS since_2020, break_since(rate, year, 2020, standard) OVER w AS break_since
FROM rates WINDOW w AS (PARTITION BY area ORDER BY year) ORDER BY area, year, standard;
-- The same as PARTITION BY the standard, over every type of period, in any order.
SELECT count(*) AS rows, bool_and(a IS NOT DISTINCT FROM b AND a IS NOT DISTINCT FROM c AND a IS NOT DISTINCT FROM d AND a IS NOT DISTINCT FROM e) AS equal FROM (
	SELECT yoy_change(rate, year) OVER (PARTITION BY area, standard ORDER BY year) AS a, yoy_change(rate, year, standard) OVER (PARTITION BY area ORDER BY rate) AS b,
		yoy_change(rate, make_date(year, 12, 31), standard) OVER (PARTITION BY area) AS c, yoy_change(rate, make_date(year, 12, 31)::timestamp, standard) OVER (PARTITION BY area) AS d,
		yoy_change(rate, make_date(year, 12, 31)::timestamptz, standard) OVER (PARTITION BY area) AS e FROM rates WHERE standard IS NOT NULL) v;
SELECT count(*) AS rows, count(a) AS breaks, bool_and(a IS NOT DISTINCT FROM b AND a IS NOT DISTINCT FROM c AND a IS NOT DISTINCT FROM d) AS equal FROM (
	SELECT annualised_break(rate, year, standard) OVER (PARTITION BY area) AS a, annualised_break(rate, make_date(year, 12, 31), standard) OVER (PARTITION BY area) AS b,
		annualised_break(rate, make_date(year, 12, 31)::timestamp, standard) OVER (PARTITION BY area) AS c, annualised_break(rate, make_date(year, 12, 31)::timestamptz, standard) OVER (PARTITION BY area) AS d FROM rates) v;
SELECT count(*) AS rows, count(a) AS breaks, bool_and(a IS NOT DISTINCT FROM b AND a IS NOT DISTINCT FROM c AND a IS NOT DISTINCT FROM d) AS equal FROM (
	SELECT break_since(rate, year, 2019, standard) OVER (PARTITION BY area) AS a, break_since(rate, make_date(year, 12, 31), date '2019-12-31', standard) OVER (PARTITION BY area) AS b,
		break_since(rate, make_date(year, 12, 31)::timestamp, timestamp '2019-12-31', standard) OVER (PARTITION BY area) AS c,
		break_since(rate, make_date(year, 12, 31)::timestamptz, timestamptz '2019-12-31', standard) OVER (PARTITION BY area) AS d FROM rates) v;
SELECT count(*) AS rows, bool_and(a IS NOT DISTINCT FROM b AND c IS NOT DISTINCT FROM d AND e IS NOT DISTINCT FROM f AND g IS NOT DISTINCT FROM h AND i IS NOT DISTINCT FROM j) AS equal FROM (
	SELECT yoy_relative_change(rate, year, standard) OVER w AS a, yoy_relative_change(rate, make_date(year, 6, 30), standard) OVER w AS b,
		annualised_change(rate, year, standard) OVER w AS c, annualised_change(rate, make_date(year, 6, 30)::timestamp, standard) OVER w AS d,
		annualised_growth(rate, year, standard) OVER w AS e, annualised_growth(rate, make_date(year, 6, 30)::timestamptz, standard) OVER w AS f,
		change_since(rate, year, 2020, standard) OVER w AS g, change_since(rate, make_date(year, 6, 30), date '2020-06-30', standard) OVER w AS h,
		yoy_break(rate, year, standard) OVER w AS i, yoy_break(rate, make_date(year, 6, 30)::timestamptz, standard) OVER w AS j
	FROM rates WINDOW w AS (PARTITION BY area)) v;
-- Several series on the other side: in the order of their bytes; only those with the latest period.
SELECT y, s, yoy_break(1, y, s) OVER () AS yoy, annualised_break(1, y, s) OVER () AS annualised FROM (VALUES (2017, 'c'), (2018, 'b'), (2018, 'a'), (2019, 'é'), (2020, 'd'), (2021, ''), (2019, 'a')) v(y, s) ORDER BY y, s COLLATE "C";
-- An identifier that another begins with stands before it; 2018 is later than what c and e have, wherever they stand.
SELECT yoy_break(1, y, s) OVER () AS yoy FROM (VALUES (2018, 'ab'), (2018, 'a'), (2019, 'd')) v(y, s) ORDER BY y, s COLLATE "C";
SELECT s, annualised_break(1, y, s) OVER () AS annualised FROM (VALUES (2016, 'c'), (2018, 'b'), (2017, 'e'), (2016, 'a'), (2020, 'd')) v(y, s) ORDER BY y, s COLLATE "C";
-- A row without a period is in no series.
SELECT v, yoy_change(v, y, 'x') OVER () AS change FROM (VALUES (1, 2018), (2, NULL), (4, 2019)) t(v, y) ORDER BY v;
-- A thousand series of ten years each; one row; none; two rows of a period in one series; a period that is none; memory.
SELECT count(*) AS rows, sum(c) AS changes, count(b) AS breaks FROM (SELECT yoy_change(i, i % 10, (i / 10)::text) OVER () AS c, yoy_break(i, i % 10, (i / 10)::text) OVER () AS b FROM generate_series(0, 9999) i) v;
SELECT yoy_change(1, 2018, 'x') OVER () AS c, yoy_break(1, 2018, 'x') OVER () AS b, break_since(1, 2018, NULL, 'x') OVER () AS no_base;
SELECT yoy_break(rate, year, standard) OVER () FROM rates WHERE false;
SELECT yoy_change(1, 2018, 'x') OVER () FROM rates;
\echo :LAST_ERROR_SQLSTATE
SELECT yoy_break(1, 2018.5, 'x') OVER ();
\echo :LAST_ERROR_SQLSTATE
SELECT yoy_change('Infinity', 2018, 'x') OVER ();
\echo :LAST_ERROR_SQLSTATE
SET work_mem = '64kB';
SELECT count(yoy_change) FROM (SELECT yoy_change(1, i, 'x') OVER () FROM generate_series(1, 1639) i) v;
\echo :LAST_ERROR_SQLSTATE
RESET work_mem;

-- Linking 2019 over 2021: 19.93 * 26.93 / 17.02 = 31.5346...; 19.93 + 26.93 - 17.02 = 29.84.
SELECT percent(link_by_ratio(0.1993, 0.1702, 0.2693)) AS ratio, round(19.93 * 26.93 / 17.02, 2) AS by_hand, percent(link_by_difference(0.1993, 0.1702, 0.2693)) AS difference,
	link_by_ratio(NULL, 1, 1) IS NULL AS unknown, link_by_ratio(0.1702, 0.1702, 0.2693) = 0.2693 AS overlap, link_by_difference(0.25, 0.25, 0.5) AS exact;
SELECT link_by_ratio(1, 0, 1);
\echo :LAST_ERROR_SQLSTATE
SELECT link_by_ratio('NaN', 1, 1);
\echo :LAST_ERROR_SQLSTATE
SELECT link_by_difference(1, 'Infinity', 1);
\echo :LAST_ERROR_SQLSTATE

-- rebase: a and b merge into n; c divides into n (1/4) and m (3/4); e is in m and has no count; d and dd stand nowhere: units that never
-- changed, or mistyped.
INSERT INTO area_crosswalk (code, valid, successor, successor_valid, share, source) VALUES
	('a', '(,2025-07-01)', 'n', '[2025-07-01,)', 1, 'test'), ('b', '(,2025-07-01)', 'n', '[2025-07-01,)', 1, 'test'),
	('c', '(,2025-07-01)', 'n', '[2025-07-01,)', 0.25, 'test'), ('c', '(,2025-07-01)', 'm', '[2025-07-01,)', 0.75, 'test'), ('e', '(,2025-07-01)', 'm', '[2025-07-01,)', 1, 'test');
CREATE TABLE counts (code text, poor float8);
INSERT INTO counts VALUES ('a', 10), ('b', 20), ('c', 8), ('d', 5), ('dd', 2), ('a', 1), (NULL, 7), ('b', NULL);
SELECT r.* FROM (SELECT array_agg(ROW(code, poor)::area_count) AS counts FROM counts) v, rebase(counts, '2018-12-14', '2025-07-01') r;
SELECT r.* FROM (SELECT array_agg(ROW(code, poor)::area_count) AS counts FROM counts) v, rebase(counts, '2018-12-14', '2019-07-01') r;
-- Decimals: 0.1 + 0.2 is 0.3 in any order.
SELECT r.amount FROM rebase(ARRAY[ROW('a', 0.1)::area_count, ROW('b', 0.2)::area_count], '2018-12-14', '2025-07-01') r;
SELECT count(*) AS none FROM rebase('{}', '2018-12-14', '2025-07-01');
SELECT count(*) AS unknown FROM rebase(NULL, '2018-12-14', '2025-07-01');
SELECT rebase(ARRAY[ROW('a', 'NaN')::area_count], '2018-12-14', '2025-07-01');
\echo :LAST_ERROR_SQLSTATE
SELECT rebase(ARRAY[ROW('a', 1)::area_count], '2025-07-01', '2018-12-14');
\echo :LAST_ERROR_SQLSTATE
SELECT rebase(ARRAY[ROW('a', 1)::area_count], '2025-07-01', '2025-07-01');
\echo :LAST_ERROR_SQLSTATE

DELETE FROM area_crosswalk;
DROP TABLE rates, counts;
