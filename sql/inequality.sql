-- SPDX-License-Identifier: PostgreSQL
-- inequality: entropy and Atkinson indices. Numbers are by hand where a comment shows how, and otherwise those of
-- test/reference/ranked.py, which is written from the definitions in decimals of 60 digits.
CREATE FUNCTION close_to(a float8, b float8) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN abs(a - b) <= 1e-12 * abs(b);

-- 1 and 3 with mean 2: GE(0) = -(ln 1/2 + ln 3/2)/2, GE(1) = (1/2 ln 1/2 + 3/2 ln 3/2)/2, GE(2) = ((1/4 + 9/4)/2 - 1)/2 = 1/8,
-- GE(-1) = ((2 + 2/3)/2 - 1)/2 = 1/6; Atkinson 1: 1 - sqrt(3)/2; 2: 1 - 1/((2 + 2/3)/2) = 1/4; 0.5: 1 - ((sqrt 0.5 + sqrt 1.5)/2)^2
SELECT close_to(mean_log_deviation(x), -(ln(0.5::float8) + ln(1.5::float8)) / 2) AS mld, close_to(theil_index(x), (0.5 * ln(0.5::float8) + 1.5 * ln(1.5::float8)) / 2) AS theil,
	close_to(generalized_entropy(x, 2), 1 / 8.0) AS ge2, close_to(generalized_entropy(x, -1), 1 / 6.0) AS inverse, close_to(atkinson_index(x, 1), 1 - sqrt(3::float8) / 2) AS a1, close_to(atkinson_index(x, 2), 0.25) AS a2,
	close_to(atkinson_index(x, 0.5), 1 - ((sqrt(0.5::float8) + sqrt(1.5::float8)) / 2) ^ 2) AS a05, atkinson_index(x, 0) AS a0
FROM unnest('{1, 3}'::float8[]) x;
SELECT generalized_entropy(x, 0, w) = mean_log_deviation(x, w) AS ge0, generalized_entropy(x, 1, w) = theil_index(x, w) AS ge1, close_to(theil_index(x, w), 0.1885859950956414) AS theil,
	close_to(mean_log_deviation(x, w), 0.21969529867995913) AS mld, close_to(generalized_entropy(x, 1.5, w), 0.18457761101285688) AS ge15, close_to(atkinson_index(x, 0.5, w), 0.09733802768480283) AS a05
FROM (VALUES (1, 1), (2, 2), (5, 3), (9, 1)) v(x, w);
-- Weights are rows; the scale of weights and incomes changes nothing that 1e-12 sees.
SELECT close_to(theil_index(x, w), theil_index(x, 1000 * w)) AS by_1000, close_to(theil_index(x, w), theil_index(1e6 * x, w)) AS in_millions, close_to(atkinson_index(x, 0.5, w), atkinson_index(x, 0.5, 1e-300 * w)) AS tiny,
	close_to(mean_log_deviation(x, w), mean_log_deviation(x, 1e290 * w)) AS huge, close_to(theil_index(x, w), (SELECT theil_index(x) FROM unnest('{1, 2, 2, 5, 5, 5, 9}'::float8[]) x)) AS rows FROM (VALUES (1, 1), (2, 2), (5, 3), (9, 1), (77, 0)) v(x, w);
-- All equal: 0, exactly. One row. All zero: NULL. No row, NULLs: NULL.
SELECT theil_index(x, w), mean_log_deviation(x, w), generalized_entropy(x, 2, w), generalized_entropy(x, -1, w), generalized_entropy(x, 0.3, w), atkinson_index(x, 0.5, w), atkinson_index(x, 1, w), atkinson_index(x, 2, w) FROM (VALUES (0.1, 0.3), (0.1, 7), (0.1, 1e-9)) v(x, w);
SELECT theil_index(7), mean_log_deviation(7), generalized_entropy(7, 2), atkinson_index(7, 0.5), atkinson_index(7, 1);
SELECT theil_index(x), generalized_entropy(x, 2), generalized_entropy(x, 0.5), atkinson_index(x, 0.5), atkinson_index(x, 0) FROM unnest('{0, 0}'::float8[]) x;
SELECT theil_index(x), mean_log_deviation(x, w), generalized_entropy(x, 2), atkinson_index(x, 0.5), inequality_summary(x, w), inequality_decomposition(NULL, 1) FROM (VALUES (1, 1)) v(x, w) WHERE false;
SELECT theil_index(NULL::float8), mean_log_deviation(x, NULL), generalized_entropy(x, NULL), atkinson_index(NULL, 0.5), theil_index(x, 0), inequality_summary(x, 0), inequality_summary(x, NULL) AS unweighed, merge(NULL::inequality_summary) AS merged,
	inequality_decomposition(NULL, 1) AS parts, (SELECT inequality_decomposition(s, NULL) FROM (SELECT inequality_summary(1) AS s) u) AS no_alpha FROM (VALUES (1), (2)) v(x);
-- 0 ln 0 = 0: 0 and 2, mean 1: Theil ln 2; GE(0.5) = (sqrt 2/2 - 1)/-0.25; Atkinson 0.5: 1 - (sqrt 2/2)^2 = 1/2.
SELECT close_to(theil_index(x), ln(2::float8)) AS theil, close_to(generalized_entropy(x, 0.5), (sqrt(2::float8) / 2 - 1) / -0.25) AS ge, close_to(atkinson_index(x, 0.5), 0.5) AS a, close_to(generalized_entropy(x, 2), 0.5) AS ge2 FROM unnest('{0, 2}'::float8[]) x;
-- A parameter that is NULL leaves the row out, in a moving window too.
SELECT i, atkinson_index(x, e) OVER w IS NOT DISTINCT FROM CASE i WHEN 3 THEN 0 END AS atkinson, generalized_entropy(x, e) OVER w IS NOT DISTINCT FROM CASE i WHEN 3 THEN 0 END AS ge
FROM (VALUES (1, 1, NULL::float8), (2, 3, NULL), (3, 3, 2)) v(i, x, e) WINDOW w AS (ORDER BY i ROWS 1 PRECEDING) ORDER BY i;
-- What an index refuses, and the way out.
SELECT mean_log_deviation(x) FROM unnest('{0, 2}'::float8[]) x;
\echo :LAST_ERROR_SQLSTATE
SELECT generalized_entropy(x, -1) FROM unnest('{0, 2}'::float8[]) x;
\echo :LAST_ERROR_SQLSTATE
SELECT atkinson_index(x, 1) FROM unnest('{0, 2}'::float8[]) x;
\echo :LAST_ERROR_SQLSTATE
SELECT theil_index(x) FROM unnest('{-1, 2}'::float8[]) x;
\echo :LAST_ERROR_SQLSTATE
SELECT generalized_entropy(x, 2) FROM unnest('{-1, 2}'::float8[]) x;
\echo :LAST_ERROR_SQLSTATE
SELECT atkinson_index(x, 0.5) FROM unnest('{-1, 2}'::float8[]) x;
\echo :LAST_ERROR_SQLSTATE
SELECT inequality_summary(x) FROM unnest('{-1, 2}'::float8[]) x;
\echo :LAST_ERROR_SQLSTATE
SELECT mean_log_deviation(x) FILTER (WHERE x > 0) AS filtered, close_to(mean_log_deviation(greatest(x, 1)), -(ln(1 / 1.5::float8) + ln(2 / 1.5::float8)) / 2) AS bottom_coded, theil_index(x) FILTER (WHERE false) AS none FROM unnest('{0, 2}'::float8[]) x;
SELECT theil_index('NaN'::float8);
\echo :LAST_ERROR_SQLSTATE
SELECT theil_index('Infinity'::float8);
\echo :LAST_ERROR_SQLSTATE
SELECT mean_log_deviation(1, -1);
\echo :LAST_ERROR_SQLSTATE
SELECT atkinson_index(1, 0.5, 'Infinity');
\echo :LAST_ERROR_SQLSTATE
SELECT generalized_entropy(1, 'NaN');
\echo :LAST_ERROR_SQLSTATE
SELECT generalized_entropy(1, 'Infinity');
\echo :LAST_ERROR_SQLSTATE
SELECT atkinson_index(1, -0.5);
\echo :LAST_ERROR_SQLSTATE
SELECT generalized_entropy(x, x) FROM unnest('{1, 2}'::float8[]) x;
\echo :LAST_ERROR_SQLSTATE
SELECT atkinson_index(x, x) FROM unnest('{1, 2}'::float8[]) x;
\echo :LAST_ERROR_SQLSTATE
-- A mean that no double holds is an error, and no 0.
SELECT theil_index(x, w) FROM (VALUES (0, 1e195), (900, 1e-133)) v(x, w);
\echo :LAST_ERROR_SQLSTATE

-- Two steps. Shorrocks: within counts groups by weight (0), income (1), income^2/weight (2).
CREATE TABLE hh (area text, x float8, w float8);
INSERT INTO hh VALUES ('a', 1, 1), ('a', 2, 2), ('b', 5, 3), ('b', 9, 1), ('b', 4, 2);
CREATE TABLE stored AS SELECT area, inequality_summary(x, w) AS s FROM hh GROUP BY area;
SELECT theil_index(m) = theil AS theil, mean_log_deviation(m) = mld AS mld, generalized_entropy(m, 2) = ge2 AS ge2, generalized_entropy(m, 0) = mld AS ge0, generalized_entropy(m, 1) = theil AS ge1, population(m), observations(m), close_to(mean_income(m), 37 / 9.0) AS mean, m = s AS same
FROM (SELECT merge(s) AS m FROM stored) v, (SELECT theil_index(x, w) AS theil, mean_log_deviation(x, w) AS mld, generalized_entropy(x, 2, w) AS ge2, inequality_summary(x, w) AS s FROM hh) r;
SELECT generalized_entropy(s, 3) FROM stored LIMIT 1;
\echo :LAST_ERROR_SQLSTATE
SELECT merge(a.s, b.s) = merge(b.s, a.s) AS commutes, merge(a.s, b.s) <> a.s AS different, inequality_summary(d) = b.s AS from_distribution, theil_index(d) = theil_index(b.s) AS theil, generalized_entropy(d, 1.5) = ge AS ge, atkinson_index(d, 2) = a2 AS a2
FROM stored a, stored b, (SELECT income_distribution(x, w) AS d, generalized_entropy(x, 1.5, w) AS ge, atkinson_index(x, 2, w) AS a2 FROM hh WHERE area = 'b') v WHERE a.area = 'a' AND b.area = 'b';
WITH g AS (SELECT area, sum(w) AS w, sum(w * x) AS y, mean_log_deviation(x, w) AS e0, theil_index(x, w) AS e1, generalized_entropy(x, 2, w) AS e2 FROM hh GROUP BY area), t AS (SELECT sum(w) AS w, sum(y) AS y FROM g)
SELECT alpha, close_to((p).total, (p).between_groups + (p).within_groups) AS adds_up, close_to((p).within_groups, CASE alpha WHEN 0 THEN (SELECT sum(g.w / t.w * e0) FROM g, t) WHEN 1 THEN (SELECT sum(g.y / t.y * e1) FROM g, t)
		ELSE (SELECT sum(g.w / t.w * (g.y / g.w / (t.y / t.w)) ^ 2 * e2) FROM g, t) END) AS within, (p).total = total AS total
FROM (SELECT alpha, inequality_decomposition(s, alpha) AS p, generalized_entropy(merge(s), alpha) AS total FROM stored, unnest('{0, 1, 2}'::float8[]) alpha GROUP BY alpha) v ORDER BY alpha;
-- One group: nothing between. Equal means: nothing between. Nobody unequal within a group: nothing within.
SELECT area, (inequality_decomposition(s, 1)).between_groups FROM stored GROUP BY area ORDER BY area;
SELECT (inequality_decomposition(s, 0)).between_groups AS between, (inequality_decomposition(t, 2)).within_groups AS within FROM (SELECT inequality_summary(x) AS s, inequality_summary(g) AS t FROM (VALUES (1, 1), (1, 3), (2, 2), (2, 2)) v(g, x) GROUP BY g) g;
SELECT inequality_decomposition(s, 0.5) FROM stored;
\echo :LAST_ERROR_SQLSTATE
SELECT inequality_decomposition(s, CASE area WHEN 'a' THEN 1 ELSE 2 END) FROM stored;
\echo :LAST_ERROR_SQLSTATE
SELECT count(*) FROM (SELECT s FROM stored UNION SELECT s FROM stored) v;
SELECT a.area, b.area FROM stored a JOIN stored b USING (s) ORDER BY 1;
SET extra_float_digits = -10;
SELECT bool_and(s::text::inequality_summary = s AND encode(inequality_summary_send(s), 'hex') = s::text) AS lossless FROM stored;
RESET extra_float_digits;
SELECT '00'::inequality_summary;
\echo :LAST_ERROR_SQLSTATE
SELECT (SELECT poverty_summary(1, 2))::text::inequality_summary;
\echo :LAST_ERROR_SQLSTATE
-- What contradicts itself is refused, whatever its checksum: population, income, terms of alpha 0, 1 and 2, of which those of 0 and 1 may be negative;
-- marked are incomes of 0. Where all are 0 there is no income.
\getenv srcdir PG_ABS_SRCDIR
\i :srcdir/sql/include/sealed.sql
CREATE FUNCTION state(parameter float8, row_count int, marked int, VARIADIC sums int[]) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	PERFORM sealed_sums('16', parameter, row_count, marked, VARIADIC sums)::inequality_summary;
	RETURN 'accepted';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ' ' || SQLERRM;
END $$;
SELECT state(0, 2, 0, 2, 4, -1, -1, 9) AS good, state(0, 2, 1, 2, 4, -1, -1, 9) AS one_zero, state(0, 2, 2, 2, 0, 0, 0, 0) AS all_zero, state(0, 0, 0, 0, 0, 0, 0, 0) AS no_row;
SELECT state(0, 2, 2, 2, 4, 0, 0, 9) AS zeros_with_income, state(0, 2, 0, 0, 4, 1, 1, 9) AS no_weight, state(0, 2, 0, 2, -4, 1, 1, 9) AS negative_income, state(1, 2, 0, 2, 4, 1, 1, 9) AS parameter;
-- A summary of no row, as what is left of one without itself: the readers are NULL; it adds nothing, and takes nothing away. One of zeros: a mean, and no index.
CREATE TABLE special AS SELECT area, subtract(s, s) AS none, s, (SELECT inequality_summary(0, 2) FROM generate_series(1, 3)) AS zeros FROM stored;
SELECT theil_index(none), mean_log_deviation(none), generalized_entropy(none, 2), population(none), observations(none), mean_income(none), none::jsonb, none = sealed_sums('16', 0, 0, 0, 0, 0, 0, 0, 0)::inequality_summary AS written_so,
	merge(none, s) = s AND merge(s, none) = s AND subtract(s, none) = s AS neutral FROM special WHERE area = 'a';
SELECT inequality_summary_final(none) IS NULL AS no_state, (SELECT inequality_decomposition(none, 1) FROM special) AS no_parts, (SELECT inequality_decomposition(v, 1) = (SELECT inequality_decomposition(s, 1) FROM special) FROM (SELECT none AS v FROM special UNION ALL SELECT s FROM special) u) AS same_parts
FROM special LIMIT 1;
SELECT theil_index(zeros), generalized_entropy(zeros, 2), population(zeros), observations(zeros), mean_income(zeros), zeros::jsonb, inequality_decomposition(zeros, 1) AS parts FROM special WHERE area = 'a' GROUP BY zeros;
SELECT mean_log_deviation(zeros) FROM special;
\echo :LAST_ERROR_SQLSTATE
SELECT inequality_decomposition(zeros, 0) FROM special;
\echo :LAST_ERROR_SQLSTATE
-- For people. 1 and 3: mean 2, GE(2) = 1/8. With a 0 there is no GE(0): 0 and 2: mean 1, GE(2) = 1/2.
SELECT j - '{theil_index, mean_log_deviation}'::text[] AS json, close_to((j ->> 'theil_index')::float8, theil_index(s)) AS theil, j -> 'mean_log_deviation' AS mld
FROM (SELECT s, s::jsonb AS j FROM (SELECT inequality_summary(x) AS s FROM unnest('{0, 2}'::float8[]) x) u) v;
SELECT j - '{theil_index, mean_log_deviation}'::text[] AS json, close_to((j ->> 'mean_log_deviation')::float8, -(ln(0.5::float8) + ln(1.5::float8)) / 2) AS mld
FROM (SELECT inequality_summary(x)::jsonb AS j FROM unnest('{1, 3}'::float8[]) x) v;
-- Terms that no double holds: 1e200 squared; and of the one-step aggregate 1e300 times 1e10.
SELECT inequality_summary(1e200);
\echo :LAST_ERROR_SQLSTATE
SELECT theil_index(1e300, 1e10);
\echo :LAST_ERROR_SQLSTATE
-- A distribution with bounds is read by its points, of which it has here as many as rows; a zero among them is marked.
SELECT inequality_summary(bounded) = inequality_summary(exact) AS same, observations(inequality_summary(bounded)) AS points FROM (SELECT income_distribution(x, 1, 100) AS bounded, income_distribution(x, 1) AS exact FROM unnest('{0, 1, 4}'::float8[]) x) v;
-- A state out of which something heavier was taken than it held has no index.
SELECT generalized_entropy_final(theil_index_inverse(theil_index_transition(theil_index_transition(NULL, 1, 1), 2, 1), 3, 5)) IS NULL AS below_zero;
DROP TABLE special;
DROP FUNCTION state(float8, int, int, int[]), sealed_sums(text, float8, int, int, int[]), sealed(text), castagnoli(bytea);

-- Integers, numerics, untyped arguments; FILTER, grouping sets; moving windows.
SELECT theil_index(3::int), theil_index(3::numeric, '2'), atkinson_index('3', 1::bigint), generalized_entropy(3::smallint, '2', 1);
PREPARE untyped AS SELECT atkinson_index(x, $1, $2) = atkinson_index(x, 0.5) AS same FROM hh;
EXECUTE untyped(0.5, 1);
DEALLOCATE untyped;
SELECT area, theil_index(x, w) = theil_index(inequality_summary(x, w)) AS same, observations(inequality_summary(x)) AS rows, theil_index(x, w) FILTER (WHERE w = 1) AS one FROM hh WHERE x <> 9 GROUP BY GROUPING SETS ((area), ()) ORDER BY area;
SELECT i, theil IS NOT DISTINCT FROM (SELECT theil_index(x) FROM unnest(slide) x) AS theil, atkinson IS NOT DISTINCT FROM (SELECT atkinson_index(x, 1) FROM unnest(slide) x) AS atkinson, growing IS NOT DISTINCT FROM (SELECT mean_log_deviation(x) FROM unnest(grow) x) AS growing,
	stored IS NOT DISTINCT FROM (SELECT inequality_summary(x) FROM unnest(slide) x) AS stored
FROM (SELECT i, theil_index(x) OVER w AS theil, atkinson_index(x, 1) OVER w AS atkinson, inequality_summary(x) OVER w AS stored, mean_log_deviation(x) OVER g AS growing, array_agg(x) OVER w AS slide, array_agg(x) OVER g AS grow
	FROM (VALUES (1, 1e10), (2, 0.001), (3, 0.002), (4, 7), (5, NULL), (6, 1)) v(i, x) WINDOW w AS (ORDER BY i ROWS 1 PRECEDING), g AS (ORDER BY i)) v ORDER BY i;

-- A parallel plan: 1..1000, each 50 times.
CREATE TABLE many AS SELECT 1 + i % 1000 AS x, 1 + i % 7 AS w FROM generate_series(1, 50000) i;
ANALYZE many;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) SELECT theil_index(x), mean_log_deviation(x, w), atkinson_index(x, 2), generalized_entropy(x, 3, w), inequality_summary(x) FROM many;
SELECT close_to(theil_index(x), (SELECT theil_index(i) FROM generate_series(1, 1000) i)) AS theil, close_to(atkinson_index(x, 2), (SELECT atkinson_index(i, 2) FROM generate_series(1, 1000) i)) AS atkinson,
	close_to(generalized_entropy(x, 2), (1000 * 1001 * 2001 / 6.0::float8 / 1000 / 500.5 ^ 2 - 1) / 2) AS ge2 FROM many;
DROP TABLE hh, stored, many;
DROP FUNCTION close_to(float8, float8);
