-- SPDX-License-Identifier: PostgreSQL
-- summary: poverty measures against a line, in one step and in two.

-- Four households, line 100 (60 for d): a 50 and b 75 are poor, c 100 is not (strictly below), d 30 is.
-- weights 1, 2, 3, 4: W = 10, poor 1 + 2 + 4 = 7.
-- gaps a 0.5, b 0.25, d 0.5: FGT 1 = (1*0.5 + 2*0.25 + 4*0.5)/10 = 0.3; FGT 2 = (0.25 + 2*0.0625 + 4*0.25)/10 = 0.1375
-- income gap ratio 3/7; shortfalls 50, 25, 30: total 50 + 50 + 120 = 220, mean 220/7
-- Watts (ln 2 + 2 ln(4/3) + 4 ln 2)/10; unweighted: 3/4, FGT 1 = 1.25/4, FGT 2 = 0.5625/4
CREATE TABLE hh (id text, area text, x float8, z float8, w float8);
INSERT INTO hh VALUES ('a', 'n', 50, 100, 1), ('b', 'n', 75, 100, 2), ('c', 's', 100, 100, 3), ('d', 's', 30, 60, 4);
SELECT headcount_ratio(x, z, w) = 0.7 AS h, poverty_gap(x, z, w) = 0.3 AS gap, poverty_severity(x, z, w) = 0.1375 AS severity,
	income_gap_ratio(x, z, w) = 3::float8 / 7 AS income_gap, mean_shortfall(x, z, w) = 220::float8 / 7 AS mean,
	total_shortfall(x, z, w) AS total, poor_population(x, z, w) AS poor, population(x, z, w) AS population, observations(x, z, w) AS rows,
	abs(watts_index(x, z, w) - (5 * ln(2::float8) + 2 * ln(4::float8 / 3)) / 10) < 1e-15 AS watts
FROM hh;
SELECT headcount_ratio(x, z), poverty_gap(x, z) = 1.25 / 4 AS gap, poverty_severity(x, z) = 0.5625 / 4 AS severity,
	income_gap_ratio(x, z) = 1.25::float8 / 3 AS income_gap, mean_shortfall(x, z), total_shortfall(x, z), poor_population(x, z),
	population(x, z), observations(x, z), abs(watts_index(x, z) - (2 * ln(2::float8) + ln(4::float8 / 3)) / 4) < 1e-15 AS watts
FROM hh;
-- fgt: 0, 1, 2 are the same bits as their names; alpha 3: (0.125 + 2*0.015625 + 4*0.125)/10; 0.5: (sqrt 0.5 + 2*0.5 + 4*sqrt 0.5)/10
SELECT fgt(x, z, 0, w) = headcount_ratio(x, z, w) AS a0, fgt(x, z, 1, w) = poverty_gap(x, z, w) AS a1, fgt(x, z, 2, w) = poverty_severity(x, z, w) AS a2,
	abs(fgt(x, z, 3, w) - 0.065625) < 1e-17 AS a3, abs(fgt(x, z, 0.5, w) - (5 * sqrt(0.5::float8) + 1) / 10) < 1e-15 AS half,
	abs(fgt(x, z, 3) - (0.125 + 0.015625 + 0.125) / 4) < 1e-17 AS unweighted
FROM hh;
-- at_or_below counts the line itself: c is poor too, with a gap of one step in the last place.
SELECT headcount_ratio(x, at_or_below(z), w) AS h, poverty_gap(x, at_or_below(z), w) - 0.3 < 1e-15 AS gap FROM hh;
-- prosperity gap: standard 60: (60/50 + 2*60/75 + 3*60/100 + 4*60/30)/10 = (1.2 + 1.6 + 1.8 + 8)/10
SELECT round(prosperity_gap(x, 60, w)::numeric, 12) AS weighted, round(prosperity_gap(x, 60)::numeric, 12) AS unweighted FROM hh;

-- Two steps give the same bits as one, whichever way the rows were divided.
CREATE TABLE stored AS SELECT area, poverty_summary(x, z, w) AS s FROM hh GROUP BY area;
SELECT headcount_ratio(m) = h AS h, poverty_gap(m) = gap AS gap, poverty_severity(m) = severity AS severity, watts_index(m) = watts AS watts,
	income_gap_ratio(m) = income_gap AS income_gap, mean_shortfall(m) = mean AS mean, total_shortfall(m) = total AS total,
	poor_population(m) = poor AS poor, population(m) = population AS population, observations(m) = rows AS rows,
	fgt(m, 0) = h AS f0, fgt(m, 1) = gap AS f1, fgt(m, 2) = severity AS f2
FROM (SELECT merge(s) AS m FROM stored) s,
	(SELECT headcount_ratio(x, z, w) AS h, poverty_gap(x, z, w) AS gap, poverty_severity(x, z, w) AS severity, watts_index(x, z, w) AS watts,
		income_gap_ratio(x, z, w) AS income_gap, mean_shortfall(x, z, w) AS mean, total_shortfall(x, z, w) AS total,
		poor_population(x, z, w) AS poor, population(x, z, w) AS population, observations(x, z, w) AS rows FROM hh) r;
-- One byte form for one multiset of rows: =, DISTINCT, UNION, hash join.
SELECT merge(s) = (SELECT poverty_summary(x, z, w) FROM hh) AS equal, merge(s) <> (SELECT poverty_summary(x, z) FROM hh) AS different FROM stored;
SELECT count(*) FROM (SELECT DISTINCT s FROM (SELECT s FROM stored UNION ALL SELECT s FROM stored) u) v;
SELECT count(*) FROM (SELECT s FROM stored UNION SELECT s FROM stored) v;
SET enable_nestloop = off;
SET enable_mergejoin = off;
EXPLAIN (COSTS OFF) SELECT a.area FROM stored a JOIN stored b USING (s);
SELECT a.area, b.area FROM stored a JOIN stored b USING (s) ORDER BY 1;
-- and what sorts: an order of the bytes, without meaning.
SET enable_mergejoin = on;
SET enable_hashjoin = off;
EXPLAIN (COSTS OFF) SELECT a.area FROM stored a JOIN stored b USING (s);
SELECT a.area, b.area FROM stored a JOIN stored b USING (s) ORDER BY 1;
RESET enable_nestloop;
RESET enable_mergejoin;
RESET enable_hashjoin;
SELECT count(DISTINCT s) AS distinct_summaries FROM (SELECT s FROM stored UNION ALL SELECT s FROM stored) u;
SELECT count(*) AS pairs, bool_and((a.s < b.s) = (b.s > a.s) AND (a.s <= b.s) = (NOT a.s > b.s) AND (a.s >= b.s) = (NOT a.s < b.s)
	AND (a.s = b.s) = (a.s <= b.s AND a.s >= b.s) AND sign(poverty_summary_cmp(a.s, b.s)) = -sign(poverty_summary_cmp(b.s, a.s))) AS an_order
FROM (SELECT poverty_summary(x, 10 ^ x) AS s FROM generate_series(-5, 5) x GROUP BY x) a, (SELECT poverty_summary(x, 10 ^ x) AS s FROM generate_series(-5, 5) x GROUP BY x) b;
CREATE UNIQUE INDEX ON stored (s);
\set VERBOSITY terse
INSERT INTO stored SELECT * FROM stored LIMIT 1;
\set VERBOSITY default
\echo :LAST_ERROR_SQLSTATE
-- A value that a function gives outside an aggregate has that form too.
SELECT poverty_summary_transition(poverty_summary_transition(NULL, 3, 4, 5), 1, 2) = poverty_summary_transition(poverty_summary_transition(NULL, 1, 2), 3, 4, 5) AS rows,
	poverty_summary_add(n.s, s.s) = merge(n.s, s.s) AS added, poverty_summary_take_away(merge(n.s, s.s), s.s) = n.s AS taken_away
FROM stored n, stored s WHERE n.area = 'n' AND s.area = 's';
-- Statistics of many distinct summaries, which compares each with a thousand others.
CREATE TABLE distinct_summaries AS SELECT poverty_summary(i, 20000, i) AS s FROM generate_series(1, 30000) i GROUP BY i;
SET statement_timeout = '60s';
ANALYZE distinct_summaries;
RESET statement_timeout;
SELECT n_distinct FROM pg_stats WHERE tablename = 'distinct_summaries';
DROP TABLE distinct_summaries;
-- merge and subtract of two, exactly; what was never in cannot be taken out.
SELECT merge(n.s, s.s) = merge(s.s, n.s) AS commutes, subtract(merge(n.s, s.s), s.s) = n.s AS back, population(subtract(merge(n.s, s.s), s.s)) AS population,
	merge(n.s, NULL) IS NULL AND subtract(NULL, n.s) IS NULL AS strict
FROM stored n, stored s WHERE n.area = 'n' AND s.area = 's';
SELECT subtract(n.s, s.s) FROM stored n, stored s WHERE n.area = 'n' AND s.area = 's';
\echo :LAST_ERROR_SQLSTATE
-- A summary from which all was taken has no rows: every measure of it is NULL.
SELECT headcount_ratio(e), watts_index(e), total_shortfall(e), population(e), observations(e), merge(e, e) = e AS neutral, e::jsonb - 'observations' AS json, e::jsonb -> 'observations' AS json_rows
FROM (SELECT subtract(s, s) AS e FROM stored WHERE area = 'n') v;
-- For people.
SELECT (SELECT poverty_summary(x, z) FROM hh WHERE id < 'c')::jsonb - 'watts_index' AS json;

-- Nobody poor: no mean among the poor. A poor income of -1 at a line of 2 has no logarithm, a gap of 3/2 and a shortfall of 3. Nobody: nothing.
SELECT income_gap_ratio(s), mean_shortfall(s), watts_index(s), s::jsonb FROM (SELECT poverty_summary(20, 10) AS s) v;
SELECT poverty_summary(-1, 2)::jsonb;
SELECT headcount_ratio(e) IS NULL AND watts_index(e) IS NULL AND income_gap_ratio(e) IS NULL AS undefined, e::jsonb - 'observations' = (SELECT jsonb_object_agg(key, NULL) FROM jsonb_each(s::jsonb) WHERE key <> 'observations') AS all_null FROM (SELECT s, subtract(s, s) AS e FROM (SELECT poverty_summary(1, 2) AS s) v) w;

-- Text form: version 01, kind 06, 6 sums, 1 row, 1 marked (a poor income that has no logarithm), parameter 0, lowest limb
-- 33 = 0x21, 1 limb; 1 is 0x00040000; the checksum at the end. Income -1, line 2: population and poor 1, gap 1.5, severity 2.25, no Watts, shortfall 3.
SELECT poverty_summary(-1, 2);
SET extra_float_digits = -10;
SELECT bool_and(s::text::poverty_summary = s AND poverty_summary_send(s::text::poverty_summary) = poverty_summary_send(s)) AS lossless FROM stored;
RESET extra_float_digits;
\getenv srcdir PG_ABS_SRCDIR
\i :srcdir/sql/include/sealed.sql
CREATE FUNCTION refused(malformed text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	PERFORM malformed::poverty_summary;
	RETURN 'accepted';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ' ' || SQLERRM;
END $$;
SELECT refused(''), refused('zz'), refused(headcount_transition(NULL, 1, 2)::text);
SELECT refused(sealed(overlay(t PLACING '02' FROM 1))) AS version, refused(sealed(overlay(t PLACING '01' FROM 3))) AS kind,
	refused(sealed(overlay(t PLACING '05' FROM 5))) AS sums, refused(sealed(overlay(t PLACING '3ff0000000000000' FROM 39))) AS parameter,
	refused(sealed(left(t, -2))) AS short, refused(t) AS unsealed, refused(sealed(t)) AS good
FROM (SELECT left(poverty_summary(1, 2)::text, -8) AS t) v;
-- Any digit in the place of any other is found.
SELECT count(*) AS texts, count(*) FILTER (WHERE refused(overlay(t PLACING d FROM p)) LIKE '22P03 %') AS refused
FROM (SELECT s::text AS t FROM stored WHERE area = 'n') v, generate_series(1, length(t)) p,
	LATERAL (SELECT to_hex(n) AS d FROM generate_series(0, 15) n WHERE to_hex(n) <> substr(t, p, 1)) w;
-- What contradicts itself, whatever its checksum: population, poor, gap, severity, Watts terms and shortfall.
CREATE FUNCTION state(row_count int, marked int, VARIADIC sums int[]) RETURNS text LANGUAGE sql IMMUTABLE
	RETURN refused(sealed_sums('06', 0, row_count, marked, VARIADIC sums));
SELECT what, state(row_count, marked, VARIADIC sums) FROM (VALUES
	(1, 'good', 2, 0, ARRAY[4, 3, 2, 1, 9, 9]),
	(2, 'without poor', 1, 0, ARRAY[1, 0, 0, 0, 0, 0]),
	(3, 'a negative income', 2, 1, ARRAY[3, 1, 2, 4, 0, 2]),
	(4, 'negative incomes alone', 2, 2, ARRAY[3, 3, 6, 9, 0, 9]),
	(5, 'without rows', 0, 0, ARRAY[0, 0, 0, 0, 0, 0]),
	(6, 'rows without population', 1, 0, ARRAY[0, 0, 0, 0, 0, 0]),
	(7, 'population without rows', 0, 0, ARRAY[1, 0, 0, 0, 0, 0]),
	(8, 'more poor than people', 1, 0, ARRAY[1, 2, 1, 1, 1, 1]),
	(9, 'a gap without poor', 1, 0, ARRAY[1, 0, 1, 0, 0, 0]),
	(10, 'severity without poor', 1, 0, ARRAY[1, 0, 0, 1, 0, 0]),
	(11, 'Watts terms without poor', 1, 0, ARRAY[1, 0, 0, 0, 1, 0]),
	(12, 'a shortfall without poor', 1, 0, ARRAY[1, 0, 0, 0, 0, 1]),
	(13, 'marked without poor', 1, 1, ARRAY[1, 0, 0, 0, 0, 0]),
	(14, 'a gap above 1 of positive incomes', 2, 0, ARRAY[3, 1, 2, 1, 1, 1]),
	(15, 'severity above the gap of positive incomes', 2, 0, ARRAY[3, 2, 1, 2, 1, 1]),
	(16, 'a logarithm of negative incomes', 2, 2, ARRAY[3, 3, 6, 9, 1, 9]),
	(17, 'negative incomes alone, some not poor', 2, 2, ARRAY[3, 2, 6, 9, 0, 9]),
	(18, 'more marked than rows', 1, 2, ARRAY[1, 1, 2, 4, 0, 2])
) v(n, what, row_count, marked, sums) ORDER BY n;
-- More poor than people by 2^-26 of 2^32, where the two are equal as doubles: limb 34 counts 2^14, limb 32 2^-50.
SELECT refused(sealed(head || '00010000000000000000040000' || '00010000000000000000040000' || rest)) AS equal,
	refused(sealed(head || '00000000000000000000040000' || '00010000000000000000040000' || rest)) AS more
FROM (SELECT '010606' || '0000000000000001' || repeat('0', 32) || '00200003' AS head, repeat('00' || repeat('0', 24), 4) AS rest) v;

-- What cannot be in a summary cannot be taken out of it, and what is left reads back. 20 of weight 2 is not among 1 of weight 3 and 20 of
-- weight 1; nor 4 in {2, 2}; nor is 2 of weight 1 the poor 1 of weight 1: nobody would be poor, with a gap.
SELECT subtract(a, b) FROM (SELECT poverty_summary(x, 10, w) AS a FROM (VALUES (1, 3.0), (20, 1.0)) v(x, w)) q, (SELECT poverty_summary(20, 10, 2.0) AS b) r;
\echo :LAST_ERROR_SQLSTATE
SELECT subtract(a, b) FROM (SELECT poverty_summary(20, 10, w) AS a FROM (VALUES (2), (2)) v(w)) q, (SELECT poverty_summary(20, 10, 4) AS b) r;
\echo :LAST_ERROR_SQLSTATE
SELECT subtract(a, b) FROM (SELECT poverty_summary(x, 10, 1) AS a FROM (VALUES (1), (20)) v(x)) q, (SELECT poverty_summary(2, 10, 1) AS b) r;
\echo :LAST_ERROR_SQLSTATE
-- Neither by the functions of the aggregates, called alone.
SELECT poverty_summary_take_away(a, b) FROM (SELECT poverty_summary(x, 10, w) AS a FROM (VALUES (1, 3.0), (20, 1.0)) v(x, w)) q, (SELECT poverty_summary(20, 10, 2.0) AS b) r;
\echo :LAST_ERROR_SQLSTATE
SELECT poverty_summary_inverse(a, 20, 10, 2.0) FROM (SELECT poverty_summary(x, 10, w) AS a FROM (VALUES (1, 3.0), (20, 1.0)) v(x, w)) q;
\echo :LAST_ERROR_SQLSTATE
SELECT poverty_summary_inverse(NULL, 20, 10);
\echo :LAST_ERROR_SQLSTATE
-- Of all pairs of summaries of few rows: what subtract() returns reads back, and there is such a thing wherever the second is a part of the first.
CREATE TABLE small_rows AS SELECT row_number() OVER () AS id, x, w FROM unnest(ARRAY[-5, 0, 1, 5, 10, 20]::float8[]) x, unnest(ARRAY[1, 2, 3]::float8[]) w;
CREATE TABLE small_sets AS
SELECT poverty_summary(x, 10, w) AS s, array_agg(id) AS ids
FROM (SELECT a.id AS a, b.id AS b FROM small_rows a, small_rows b WHERE a.id <= b.id) p, LATERAL (SELECT * FROM small_rows WHERE id IN (a, b)) r GROUP BY a, b;
CREATE FUNCTION difference(a poverty_summary, b poverty_summary) RETURNS poverty_summary LANGUAGE plpgsql AS $$
BEGIN
	RETURN subtract(a, b);
EXCEPTION WHEN invalid_parameter_value THEN
	RETURN NULL;
END $$;
SELECT count(*) AS pairs, bool_and(d IS NULL OR refused(d::text) = 'accepted') AS read_back, bool_and(d IS NOT NULL) FILTER (WHERE part) AS parts_are_taken
FROM (SELECT difference(a.s, b.s) AS d, b.ids <@ a.ids AS part FROM small_sets a, small_sets b) v;
DROP TABLE small_rows, small_sets;
DROP FUNCTION difference(poverty_summary, poverty_summary), refused(text), state(int, int, int[]), sealed_sums(text, float8, int, int, int[]), sealed(text), castagnoli(bytea);

-- NULLs, no row, one row, no poor.
SELECT headcount_ratio(x, z, w), poverty_gap(x, z), watts_index(x, z), income_gap_ratio(x, z), mean_shortfall(x, z), total_shortfall(x, z),
	poor_population(x, z), population(x, z), observations(x, z), fgt(x, z, 1), prosperity_gap(x, z), poverty_summary(x, z) FROM hh WHERE false;
SELECT headcount_ratio(x, NULL), poverty_gap(NULL, z), watts_index(x, z, NULL), fgt(x, z, NULL), prosperity_gap(NULL, 1), poverty_summary(NULL, 1),
	observations(x, z, nullif(w, 4)) AS three, merge(NULL::poverty_summary) AS m FROM hh;
SELECT headcount_ratio(1, 2), poverty_gap(1, 2), poverty_severity(1, 2), income_gap_ratio(1, 2), mean_shortfall(1, 2), total_shortfall(1, 2), fgt(1, 2, 1), prosperity_gap(1, 2);
SELECT headcount_ratio(x, 1), poverty_gap(x, 1), watts_index(x, 1), income_gap_ratio(x, 1), mean_shortfall(x, 1), total_shortfall(x, 1), poor_population(x, 1) FROM hh;
-- Weight 0 is no row, like a NULL: nothing else of it is looked at, in one step or in two; a bad weight is looked at where nothing is NULL.
SELECT headcount_ratio('NaN'::float8, 1, 0) AS h, poverty_gap(1, -1, 0) AS gap, watts_index(-1, 1, 0) AS watts, prosperity_gap(0, 28, 0) AS prosperity,
	prosperity_gap(1, 0, 0) AS standard, fgt('Infinity'::float8, -1, 1, 0) AS fgt, poverty_summary('NaN'::float8, -1, 0) AS summary,
	mean_shortfall(x, z, w) AS shortfall, observations(x, z, w) AS rows, headcount_ratio(NULL, 1, -1) AS with_null
FROM (VALUES ('NaN'::float8, -1, 0), (1, 3, 2)) v(x, z, w);
-- alpha is no part of the row: it is checked in any row, and must be the same in those that count.
SELECT fgt(1, 2, -1, 0);
\echo :LAST_ERROR_SQLSTATE
SELECT fgt(NULL, 2, 'NaN');
\echo :LAST_ERROR_SQLSTATE
SELECT fgt(1, 2, a, w) AS half FROM (VALUES (1, 1), (2, 0)) v(a, w);
-- Weight 0 is no row, even where its income is undefined for the measure; negative and zero incomes are data for FGT.
SELECT observations(x, z, w - 1), watts_index(0, 1, 0), headcount_ratio(x, z, 0) FROM hh;
-- Nor is one of NULL; a state of another aggregate is not read.
SELECT total_shortfall(NULL, 1), observations(NULL, 1), population(1, NULL), headcount_ratio(1, 2, NULL);
SELECT measure_ratio_final(poverty_rate_transition(NULL, 1, 2));
\echo :LAST_ERROR_SQLSTATE
SELECT measure_rows_final(theil_index_transition(NULL, 1));
\echo :LAST_ERROR_SQLSTATE
SELECT headcount_ratio(x, 1), poverty_gap(x, 1), poverty_severity(x, 1) FROM (VALUES (0), (-1), (2), (3)) v(x);
-- FILTER, grouping sets, DISTINCT, HAVING.
SELECT area, headcount_ratio(x, z, w), headcount_ratio(x, z, w) FILTER (WHERE id <> 'a') AS without_a FROM hh
GROUP BY GROUPING SETS ((area), ()) HAVING population(x, z, w) > 0 ORDER BY area;
-- Integer, numeric and untyped arguments.
SELECT headcount_ratio(1::int, '2'), poverty_gap('1', 2::numeric), poverty_severity(1::bigint, 2::smallint, '3'), fgt(1, '2', 1, 1), watts_index(1, 2, '1');
PREPARE untyped AS SELECT headcount_ratio(x, $1, $2) FROM hh;
EXECUTE untyped(60, 1);
DEALLOCATE untyped;

-- Bad input, each of its kind.
SELECT headcount_ratio('NaN'::float8, 1);
\echo :LAST_ERROR_SQLSTATE
SELECT poverty_gap('Infinity'::float8, 1);
\echo :LAST_ERROR_SQLSTATE
SELECT poverty_severity(1, 0);
\echo :LAST_ERROR_SQLSTATE
SELECT poverty_severity(1, -1);
\echo :LAST_ERROR_SQLSTATE
SELECT poverty_summary(1, 'Infinity'::float8);
\echo :LAST_ERROR_SQLSTATE
SELECT income_gap_ratio(1, 2, -1);
\echo :LAST_ERROR_SQLSTATE
SELECT mean_shortfall(1, 2, 'NaN');
\echo :LAST_ERROR_SQLSTATE
SELECT watts_index(x, 1) FROM (VALUES (0.5), (0)) v(x);
\echo :LAST_ERROR_SQLSTATE
SELECT watts_index(x, 1) FILTER (WHERE x > 0) = ln(2::float8) AS filtered, round(watts_index(greatest(x, 0.25), 1)::numeric, 10) AS bottom_coded FROM (VALUES (0.5), (0)) v(x);
SELECT watts_index(s) FROM (SELECT poverty_summary(x, 1) AS s FROM (VALUES (0.5), (0), (-2)) v(x)) v;
\echo :LAST_ERROR_SQLSTATE
SELECT prosperity_gap(x, 28) FROM (VALUES (1), (-3)) v(x);
\echo :LAST_ERROR_SQLSTATE
SELECT prosperity_gap(1, 0);
\echo :LAST_ERROR_SQLSTATE
SELECT fgt(1, 2, -1);
\echo :LAST_ERROR_SQLSTATE
SELECT fgt(1, 2, 'NaN');
\echo :LAST_ERROR_SQLSTATE
SELECT fgt(x, 2, x) FROM (VALUES (1), (1.5)) v(x);
\echo :LAST_ERROR_SQLSTATE
SELECT fgt(s, 3) FROM stored LIMIT 1;
\echo :LAST_ERROR_SQLSTATE
-- What overflows says so; what only looks as if it would does not: z / x of the Watts index.
SELECT total_shortfall(-1e308, 1e308);
\echo :LAST_ERROR_SQLSTATE
SELECT poverty_gap(-1e300, 1, 1e300);
\echo :LAST_ERROR_SQLSTATE
SELECT poverty_severity(-1e200, 1);
\echo :LAST_ERROR_SQLSTATE
SELECT population(1, 2, w) FROM (VALUES (1e308), (1e308)) v(w);
\echo :LAST_ERROR_SQLSTATE
SELECT abs(watts_index(1e-300, 1e300) / (600 * ln(10::float8)) - 1) < 1e-15 AS no_overflow;
-- nor a part of a term: w standard / x = 1e300 where standard / x is 1e600; w (z - x) / z = 1e13, and 2 where z - x is 2e308; two rows, so twice 5e307.
SELECT abs(prosperity_gap(x, z, w) / 1e300 - 1) < 1e-15 AS prosperity, abs(poverty_gap(-1e308, 1e308, 1) - 2) < 1e-15 AS gap, total_shortfall(-1e308, 1e308, 0.25) / 5e307 AS shortfall
FROM (VALUES (1e-300, 1e300, 1e-300), (1, 1e-300, 1)) v(x, z, w);
SELECT poverty_gap(s), abs(poverty_severity(s) - 4) < 1e-15 AS severity FROM (SELECT poverty_summary(-1e308, 1e308, 0.25) AS s) v;
-- The measure itself is 1e600, with a term of 1e300 and with one of 1e600.
SELECT prosperity_gap(1e-300, 1e300, 1e-300);
\echo :LAST_ERROR_SQLSTATE
SELECT prosperity_gap(1e-300, 1e300);
\echo :LAST_ERROR_SQLSTATE
SELECT abs(poverty_gap(x, z, w) / 1e13 - 1) < 1e-15 AS gap FROM (VALUES (-1e308, 1e-5, 1e-300), (1, 1, 1)) v(x, z, w);

-- Moving windows: exact, whatever left the frame.
SELECT year, headcount_ratio(x, 100, w) OVER (ORDER BY year ROWS 2 PRECEDING) AS h, poverty_gap(x, 100, w) OVER (ORDER BY year ROWS 2 PRECEDING) AS gap
FROM (VALUES (2016, 50, 1e300), (2017, 150, 1e-5), (2018, 75, 1e-5), (2019, 50, 2e-5), (2020, NULL, 1)) v(year, x, w) ORDER BY year;
SELECT area, population(merge(s) OVER (ORDER BY area ROWS CURRENT ROW)) AS own, population(merge(s) OVER (ORDER BY area)) AS running FROM stored;

-- A parallel plan.
CREATE TABLE many AS SELECT i % 1000 AS x, 1 + i % 7 AS w FROM generate_series(1, 50000) i;
ANALYZE many;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) SELECT headcount_ratio(x, 300, w), poverty_summary(x, 300, w) FROM many;
-- incomes 0 to 299 of 0 to 999, each 50 times: 3/10 unweighted; severity by sums over i of ((300 - i)/300)^2 / 1000
SELECT headcount_ratio(x, 300), poverty_gap(x, 300) = 45150::float8 / 300 / 1000 AS gap,
	abs(poverty_severity(x, 300) - (SELECT sum((300 - i)::numeric ^ 2) / 90000 / 1000 FROM generate_series(0, 299) i)) < 1e-16 AS severity,
	total_shortfall(x, 300) AS total
FROM many;
DROP TABLE hh, stored, many;
