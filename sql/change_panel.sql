-- SPDX-License-Identifier: PostgreSQL
-- change: a panel of households: flows in both forms, transition matrices, spells, chronic poverty.
-- Numbers are worked out by hand in the comments; test/t/060_change.t holds larger data against an independent program.

-- Ten households: 1 stays poor and grows; 2 moves from x to y and is near-poor there; 3 falls back; 4 is new in the
-- register; 5 is lost; 6 falls from near-poor; 7 is on no list; 8 in no register; 9 is near-poor again; 10 moves, poor.
CREATE TABLE panel (id int, unit_b text, unit_a text, b poverty_status, a poverty_status, ep boolean, enp boolean, wb float8, wa float8);
INSERT INTO panel VALUES
	(1, 'x', 'x', 'poor', 'poor', true, false, 4, 5), (2, 'x', 'y', 'poor', 'near_poor', true, NULL, 4, 3),
	(3, 'x', 'x', 'average', 'poor', true, false, NULL, 3), (4, NULL, 'y', NULL, 'poor', false, false, NULL, 2),
	(5, 'y', NULL, 'poor', NULL, true, false, 3, NULL), (6, 'y', 'y', 'near_poor', 'poor', false, true, 5, 4),
	(7, 'y', 'y', 'average', 'average', false, false, 2, 2), (8, NULL, NULL, NULL, NULL, NULL, NULL, 1, 1),
	(9, 'y', 'y', 'better_off', 'near_poor', false, true, 6, 6), (10, 'x', 'y', 'poor', 'poor', true, false, 2, 2);

-- Households. Poor: start 1, 2, 5, 10; out 2 (near), 5 (other); in 6 (near), 3 (back), 4 (other); end 1, 3, 4, 6, 10.
-- Near-poor: start 6; out 6 (poor); in 2 (poor), 9 (back); end 2, 9.
SELECT f.* FROM (SELECT poverty_flows(b, a, ep, enp) AS v FROM panel) s, flow_forms(v) f;
-- Persons. Poor: start 4 + 4 + 3 + 2; out 4, other 3 of 5 and 1 fewer in 6; in 5, 3, other 2 of 4 and 1 more in 1; end 5 + 3 + 2 + 4 + 2.
-- Near-poor: start 5; out 5, other 1 fewer in 2; in 4 and 6; end 3 + 6.
SELECT f.* FROM (SELECT poverty_flows(b, a, ep, enp, wb, wa) AS v FROM panel) s, flow_forms(v) f;
-- By area: 2 and 10 depart from x and arrive in y. For both areas as one place they do not.
SELECT unit, f.* FROM (
	SELECT p.unit, poverty_flows(p.before, p.after, ep, enp) AS v FROM panel, panel_places(unit_b, unit_a, b, a) p GROUP BY p.unit) s, flow_forms(v) f
ORDER BY unit, of_status;
SELECT (SELECT poverty_flows(p.before, p.after, ep, enp) FROM panel, panel_places(left('city', length(unit_b) * 4), left('city', length(unit_a) * 4), b, a) p)
	= (SELECT poverty_flows(b, a, ep, enp) FROM panel) AS city_is_the_whole;
-- The same numbers as from poverty_flow(), form by form.
SELECT (v).poor = single.poor AS poor, (v).near_poor = single.near_poor AS near_poor, (w).poor = single.poor_persons AS poor_persons, (w).near_poor = single.near_poor_persons AS near_poor_persons
FROM (SELECT poverty_flows(b, a, ep, enp) AS v, poverty_flows(b, a, ep, enp, wb, wa) AS w FROM panel) both_forms,
	(SELECT poverty_flow(poverty_transition(b, a, ep)) AS poor, poverty_flow(poverty_transition(b, a, enp, 'near_poor'), 'near_poor') AS near_poor,
		poverty_flow(poverty_transition(b, a, ep), wb, wa) AS poor_persons, poverty_flow(poverty_transition(b, a, enp, 'near_poor'), wb, wa, 'near_poor') AS near_poor_persons FROM panel) single;
-- A household that splits: 21 goes on with 3 of 5 members, its part 22 arrives with 2; 24 is merged into 23: it departs.
SELECT f.* FROM (SELECT poverty_flows(b::poverty_status, a::poverty_status, true, true, wb, wa) AS v FROM (VALUES
	(21, 'poor', 'poor', 5, 3), (22, NULL, 'poor', NULL, 2), (23, 'poor', 'poor', 2, 6), (24, 'poor', NULL, 4, NULL)) s(id, b, a, wb, wa)) s, flow_forms(v) f;
-- A NULL weight that either form needs leaves the row out of both: no disagreement. An unneeded one is not looked at.
SELECT (v).poor.escaped_to_near_poor AS poor_form, (v).near_poor.escaped_to_near_poor AS near_poor_form, (v).poor.start AS start FROM (
	SELECT poverty_flows(b::poverty_status, a::poverty_status, false, false, wb, wa) AS v FROM (VALUES ('poor', 'near_poor', 4, NULL), ('poor', 'average', 2, -1)) s(b, a, wb, wa)) s;
-- Nothing, one row on no list, FILTER, grouping sets, a moving window, errors.
SELECT poverty_flows(b, a, ep, enp) IS NULL AS nothing FROM panel WHERE false;
SELECT poverty_flows(b, a, ep, enp) IS NULL AS in_no_register FROM panel WHERE id = 8;
SELECT (poverty_flows(b, a, ep, enp)).poor AS on_no_list FROM panel WHERE id = 7;
SELECT (poverty_flows(b, a, ep, enp) FILTER (WHERE id = 3)).poor FROM panel;
SELECT unit_a, ((poverty_flows(b, a, ep, enp)).poor)."end" FROM panel GROUP BY ROLLUP (unit_a) ORDER BY unit_a;
SELECT id, ((poverty_flows(b, a, ep, enp) OVER (ORDER BY id ROWS 1 PRECEDING)).poor)."end" FROM panel ORDER BY id;
SELECT poverty_flows(b, a, ep, enp, -wb, wa) FROM panel;
\echo :LAST_ERROR_SQLSTATE
SELECT poverty_flows(b, a, ep, enp, wb, 'Infinity') FROM panel;
\echo :LAST_ERROR_SQLSTATE
SELECT count(*) AS rows FROM flow_forms(NULL);
SELECT * FROM panel_places(NULL, NULL, 'poor', 'poor');
SELECT * FROM panel_places('x', NULL, 'poor', NULL);

-- transition_matrix. Statuses of households 1 to 10 but 4, 5, 8, which a review does not hold: poor to poor 1 and 10, poor to
-- near-poor 2, near-poor to poor 6, average to poor 3, average to average 7, better off to near-poor 9.
-- Mobility: ((1 - 2/3) + 1 + 1/2 + 1) / 3 = 17/18. The same class: 1, 7, 10; up: 6; down: 2, 3, 9, of 7.
SELECT transition_counts(m) AS counts, transition_probabilities(m) AS probabilities, abs(shorrocks_mobility(m) - 17::float8 / 18) < 1e-15 AS mobility,
	staying_share(m) * 7 AS stay, upward_share(m) * 7 AS up, downward_share(m) * 7 AS down, transition_classes(m) AS classes, population(m), observations(m)
FROM (SELECT transition_matrix(b, a) AS m FROM panel) s;
SELECT m::jsonb FROM (SELECT transition_matrix(b, a) AS m FROM panel) s;
-- Weighted, by numbers: class 1 holds 3, of which 1 stays; class 2 holds 4, of which 3 stay: (2/3 + 1/4) / 1.
SELECT m::jsonb, transition_probabilities(m), abs(shorrocks_mobility(m) - 11.0 / 12) < 1e-15 AS mobility, population(m) FROM (
	SELECT transition_matrix(f, t, 2, w) AS m FROM (VALUES (1, 1, 1), (1, 2, 2), (2, 2, 3), (2, 1, 0.5), (2, 1, 0.5), (2, 1, 0), (1, NULL, 9), (1, 1, NULL)) v(f, t, w)) s;
-- Nobody moves: 0. Everybody moves to one class: (3 - 1) / 2 = 1. Each moves to the next: 3 / 2.
SELECT shorrocks_mobility(transition_matrix(i, i, 3)) AS nobody, shorrocks_mobility(transition_matrix(i, 2, 3)) AS to_one, shorrocks_mobility(transition_matrix(i, i % 3 + 1, 3)) AS all_move FROM generate_series(1, 3) i;
-- Undefined: one class, an empty class, no row.
SELECT shorrocks_mobility(transition_matrix(1, 1, 1)) AS one_class, shorrocks_mobility(transition_matrix(1, 1, 2)) AS empty_class, transition_probabilities(transition_matrix(1, 2, 2)) AS p FROM panel;
SELECT transition_matrix(b, a) IS NULL AS nothing, shorrocks_mobility(transition_matrix(b, a)) IS NULL AS no_index FROM panel WHERE false;
-- 255 classes, more than a byte of sums; statuses equal numbers; merging, subtracting, equality, grouping, windows.
SELECT transition_classes(m), observations(m), population(m), (transition_counts(m))[255][1] AS last_to_first FROM (SELECT transition_matrix(i, 256 - i, 255) AS m FROM generate_series(1, 255) i) s;
SELECT transition_matrix(b, a) = transition_matrix(array_position(enum_range(NULL::poverty_status), b), array_position(enum_range(NULL::poverty_status), a), 4) AS same FROM panel;
WITH m AS (SELECT (SELECT transition_matrix(b, a, wb) FROM panel) AS whole, (SELECT transition_matrix(b, a, wb) FROM panel WHERE id < 6) AS first, (SELECT transition_matrix(b, a, wb) FROM panel WHERE id >= 6) AS rest)
SELECT merge(first, rest) = whole AS merged, subtract(whole, first) = rest AS subtracted, whole <> rest AS differ, (SELECT merge(v) FROM (VALUES (m.first), (m.rest), (NULL)) t(v)) = whole AS aggregated,
	whole::text::transition_matrix = whole AS through_text FROM m;
SELECT count(*) AS groups FROM (SELECT transition_matrix(b, a) FROM panel GROUP BY id % 5 UNION SELECT transition_matrix(b, a) FROM panel GROUP BY id % 5) v;
SELECT count(DISTINCT m) AS distinct, bool_and(before < m) AS ascending, bool_and(before <= m AND m > before AND m >= before AND before <> m) AS consistent FROM (
	SELECT m, lag(m) OVER (ORDER BY m) AS before FROM (SELECT DISTINCT transition_matrix(b, a) AS m FROM panel GROUP BY id % 5) g) v;
SELECT unit_b, observations(transition_matrix(b, a)) FROM panel GROUP BY ROLLUP (unit_b) ORDER BY unit_b;
SELECT id, observations(transition_matrix(b, a) OVER (ORDER BY id ROWS 1 PRECEDING)), observations(transition_matrix(b, a) FILTER (WHERE id < 3) OVER (ORDER BY id)) FROM panel ORDER BY id;
SELECT subtract(m, merge(m, m)) FROM (SELECT transition_matrix(b, a) AS m FROM panel) s;
\echo :LAST_ERROR_SQLSTATE
SELECT merge(transition_matrix(1, 1, 2), transition_matrix(1, 1, 3));
\echo :LAST_ERROR_SQLSTATE
SELECT transition_matrix(1, 1, n) FROM generate_series(2, 3) n;
\echo :LAST_ERROR_SQLSTATE
SELECT transition_matrix(3, 1, 2);
\echo :LAST_ERROR_SQLSTATE
SELECT transition_matrix(1, 0, 2);
\echo :LAST_ERROR_SQLSTATE
SELECT transition_matrix(1.5, 1, 2);
\echo :LAST_ERROR_SQLSTATE
SELECT transition_matrix(1, 1, 256);
\echo :LAST_ERROR_SQLSTATE
SELECT transition_matrix(1, 1, 2, -1);
\echo :LAST_ERROR_SQLSTATE
SELECT transition_matrix('poor'::poverty_status, 'poor', 'NaN');
\echo :LAST_ERROR_SQLSTATE
-- A row of weight 0 is no row, whatever else it says; the number of classes is a parameter all the same.
SELECT observations(transition_matrix(f, t, 2, w)) AS one_row FROM (VALUES (1, 2, 1), (7, -1, 0)) v(f, t, w);
SELECT transition_matrix(1, 1, 0, 0);
\echo :LAST_ERROR_SQLSTATE
-- What was not counted in cannot be taken out.
SELECT transition_matrix_take_away(m, (SELECT transition_matrix(2, 2, 2))) FROM (SELECT merge(transition_matrix(1, 1, 2), transition_matrix(1, 2, 2)) AS m) s;
\echo :LAST_ERROR_SQLSTATE
SELECT observations(transition_matrix_inverse(m, 1, 2, 2)) AS one_left FROM (SELECT merge(transition_matrix(1, 1, 2), transition_matrix(1, 2, 2)) AS m) s;
-- Text that was tampered with: a wrong version, a kind of another type, a number of sums, a parameter, cut short; another type's text.
CREATE FUNCTION refused(bytes text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN PERFORM bytes::transition_matrix; RETURN 'taken'; EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE; END $$;
SELECT i, refused(overlay(t PLACING p FROM i)) FROM (SELECT transition_matrix(1, 2, 2)::text AS t) s, (VALUES (1, '02'), (3, '06'), (5, '04'), (39, '4070'), (39, 'C000'), (39, '7FF8'), (7, '8')) v(i, p);
SELECT refused(left(t, -2)) AS cut, refused(t || '00') AS longer, refused('') AS empty, refused('xy') AS letters, refused(t) AS whole, refused(poverty_summary(1, 2)::text) AS summary FROM (SELECT transition_matrix(1, 2, 2)::text AS t) s GROUP BY t;

-- With the checksum of what they say: cells in the order of the class before; classes that none can have; no cell of weight, rows that are marked.
\getenv srcdir PG_ABS_SRCDIR
\i :srcdir/sql/include/sealed.sql
CREATE FUNCTION forged(classes float8, row_count int, marked int, VARIADIC sums int[]) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	PERFORM sealed_sums('33', classes, row_count, marked, VARIADIC sums)::transition_matrix;
	RETURN 'accepted';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ' ' || SQLERRM;
END $$;
SELECT sealed_sums('33', 2, 3, 0, 0, 2, 0, 1)::transition_matrix = transition_matrix(f, t, 2) AS written_so FROM (VALUES (1, 2), (1, 2), (2, 2)) v(f, t);
SELECT classes, forged(classes, 0, 0, VARIADIC '{}') AS empty FROM unnest('{0, 256, 1.5, -1, NaN}'::float8[]) classes;
SELECT forged(0, 1, 0, VARIADIC '{}') AS rows_of_no_class, forged(2, 3, 0, 0, 0, 0, 0) AS no_weight, forged(2, 3, 1, 0, 2, 0, 1) AS marked, forged(2, 3, 0, 0, 2, 0, -1) AS negative, forged(2, 0, 0, 0, 0, 0, 0) AS no_row;
-- A matrix of no row, as what is left of one without itself: the readers are NULL; it adds nothing, and takes nothing away, whatever its number of classes.
CREATE TABLE matrix AS SELECT subtract(m, m) AS none, m, subtract(n, n) AS none_of_3 FROM (SELECT transition_matrix(f, t, 2) AS m, transition_matrix(f, t, 3) AS n FROM (VALUES (1, 2), (1, 2), (2, 2)) v(f, t)) s;
SELECT transition_counts(none) IS NULL AND transition_probabilities(none) IS NULL AND shorrocks_mobility(none) IS NULL AND staying_share(none) IS NULL AND upward_share(none) IS NULL AND downward_share(none) IS NULL AND population(none) IS NULL AS nothing,
	observations(none), transition_classes(none), none::jsonb, transition_matrix_final(none) IS NULL AS no_state FROM matrix;
SELECT merge(none_of_3, m) = m AND merge(m, none_of_3) = m AND subtract(m, none_of_3) = m AND transition_matrix_take_away(m, none_of_3) = m AS neutral, merge(none, none_of_3) = none AS of_two,
	(SELECT merge(v) = matrix.m FROM (SELECT none AS v FROM matrix UNION ALL SELECT m FROM matrix UNION ALL SELECT none_of_3 FROM matrix) u) AS aggregated FROM matrix;
-- For people, one class, of which there is no mobility.
SELECT transition_matrix(1, 1, 1)::jsonb;
DROP TABLE matrix;
DROP FUNCTION forged(float8, int, int, int[]), sealed_sums(text, float8, int, int, int[]), sealed(text), castagnoli(bytea);

-- poverty_spell. 2010-11 begins with the first review: left-censored; 2012 ends it. 2013-14: a re-entry; 2015 is unknown: right-censored.
-- 2016: the status before and the review after are not known. 2018: 2017 is missing; 2019 ends it.
CREATE TABLE reviews (year int, poor boolean);
INSERT INTO reviews VALUES (2010, true), (2011, true), (2012, false), (2013, true), (2014, true), (2015, NULL), (2016, true), (2018, true), (2019, false);
SELECT year, poor, (poverty_spell(poor, year) OVER (ORDER BY year)).*, persistent_poor(poor, year) OVER (ORDER BY year) AS persistent FROM reviews ORDER BY year;
-- From statuses, in another order, over dates and timestamps: the same.
SELECT count(*) AS rows, bool_and(n IS NOT DISTINCT FROM s
	AND (d).start = make_date((n).start::int, 12, 31) AND (d).latest = make_date((n).latest::int, 12, 31)
	AND ((d).length, (d).elapsed, (d).left_censored, (d).right_censored, (d).re_entry) = ((n).length, (n).elapsed, (n).left_censored, (n).right_censored, (n).re_entry)
	AND (t).start = (d).start AND (z).start = (d).start AND (t).right_censored = (d).right_censored AND (z).left_censored = (d).left_censored) AS equal
FROM (SELECT poverty_spell(poor, year) OVER (ORDER BY year DESC) AS n,
	poverty_spell(CASE WHEN poor THEN 'poor' WHEN NOT poor THEN 'average' END::poverty_status, year) OVER (ORDER BY poor) AS s,
	poverty_spell(poor, make_date(year, 12, 31)) OVER () AS d, poverty_spell(poor, make_date(year, 12, 31)::timestamp) OVER () AS t,
	poverty_spell(poor, make_date(year, 12, 31)::timestamptz) OVER () AS z FROM reviews) v
WHERE n IS NOT NULL;
SELECT count(*) AS rows, bool_and(a IS NOT DISTINCT FROM b AND a IS NOT DISTINCT FROM c AND a IS NOT DISTINCT FROM d) AS equal FROM (
	SELECT persistent_poor(poor, year) OVER () AS a, persistent_poor(poor, make_date(year, 2, 28)) OVER () AS b,
		persistent_poor(CASE WHEN poor THEN 'poor' WHEN NOT poor THEN 'near_poor' END::poverty_status, make_date(year, 6, 1)::timestamp) OVER () AS c,
		persistent_poor(poor, make_date(year, 6, 1)::timestamptz) OVER () AS d FROM reviews) v;
-- Monthly reviews, less than 18 months apart, follow each other; 18 months apart (the end of a month and the end of one) miss one between them.
SELECT d, (poverty_spell(true, d) OVER (ORDER BY d)).* FROM (VALUES (date '2018-01-31'), ('2018-02-28'), ('2019-02-28'), ('2020-08-31')) v(d);
SELECT a::text, b::text, (poverty_spell(true, d) OVER (PARTITION BY a, b ORDER BY d)).length FROM (VALUES
	(date '2019-02-28', date '2020-08-30'), ('2018-03-15', '2019-09-14'), ('2018-03-15', '2019-09-15'), ('2018-08-31', '2020-02-29'),
	-- 18 months after the 30th of August are the end of February, which has no 30th; after 5 July 5 January, and after 5 August 5 February
	('2018-08-30', '2020-02-28'), ('2018-08-30', '2020-02-29'), ('2018-07-05', '2019-12-30'), ('2018-07-05', '2020-01-05'), ('2018-08-05', '2020-01-30'), ('2018-08-05', '2020-02-05')) v(a, b), LATERAL (VALUES (a), (b)) t(d) ORDER BY a, b, d;
-- Yearly reviews, held from 1 September to 14 December: 2016 comes 15 months after 2015 and is followed by 2017 (not poor) 9 months later; in 2019, 23
-- months after, 2018 is missing; 2020 comes 15 months later. The same over timestamps.
CREATE TABLE uneven (d date, poor boolean);
INSERT INTO uneven VALUES ('2015-09-01', true), ('2016-12-14', true), ('2017-09-20', false), ('2019-09-01', true), ('2020-12-14', true);
SELECT d::text, poor, ((s).start)::text, ((s).latest)::text, (s).length, (s).left_censored AS left, (s).right_censored AS right, (s).re_entry, (s).start = (t).start AND (s).latest = (t).latest::date AND (s).length = (t).length AS timestamps
FROM (SELECT d, poor, poverty_spell(poor, d) OVER (ORDER BY d) AS s, poverty_spell(poor, d::timestamp) OVER (ORDER BY d) AS t FROM uneven) v ORDER BY v.d;
-- Quarterly: two years of which one quarter is missing are one spell of 7.
SELECT max((s).length) AS longest FROM (SELECT poverty_spell(true, make_date(2018 + q / 4, q % 4 * 3 + 1, 1)) OVER () AS s FROM generate_series(0, 7) q WHERE q <> 2) v;
-- Persistent by the review nearest to the day, 182 days from it at most: 2018-09-05 is poor; 2017-12-14 (100 days from 2017-09-05) not, 2016-09-01 and
-- 2015-12-01 poor: 2 of 3. 2017-12-14: not poor now. 2016-09-01 knows 2015 alone; 2015-12-01 none. 2020-12-14: 2019 is missing, 2018-09-05 poor (100
-- days from 2018-12-14), 2017-12-14 not: not known.
SELECT d::text, poor, persistent_poor(poor, d) OVER () AS persistent, persistent_poor(poor, d::timestamp) OVER () IS NOT DISTINCT FROM persistent_poor(poor, d) OVER () AS timestamps FROM (VALUES
	(date '2015-12-01', true), ('2016-09-01', true), ('2017-12-14', false), ('2018-09-05', true), ('2020-12-14', true)) v(d, poor) ORDER BY v.d;
-- Of two as near to 2017-07-01 the later one, which is not poor; 183 days are too far; quarterly reviews have the very day.
SELECT bool_or(persistent) FILTER (WHERE d = '2018-07-01') AS later_of_two FROM (SELECT d, persistent_poor(poor, d) OVER () AS persistent FROM (VALUES
	(date '2015-07-01', false), ('2016-07-01', true), ('2017-06-21', true), ('2017-07-11', false), ('2018-07-01', true)) v(d, poor)) w;
-- A day later, and the earlier one is nearer: 10 days against 11.
SELECT bool_or(persistent) FILTER (WHERE d = '2018-07-01') AS earlier_of_two FROM (SELECT d, persistent_poor(p, d) OVER () AS persistent FROM (VALUES
	(date '2015-07-01', false), ('2016-07-01', true), ('2017-06-21', true), ('2017-07-12', false), ('2018-07-01', true)) v(d, p)) w;
SELECT count(persistent) FILTER (WHERE d = '2019-07-01') AS near_enough FROM (SELECT d, persistent_poor(true, d) OVER () AS persistent FROM (VALUES (date '2017-07-01'), ('2018-12-30'), ('2019-07-01')) v(d)) w;
SELECT count(persistent) FILTER (WHERE d = '2019-07-01') AS too_far FROM (SELECT d, persistent_poor(true, d) OVER () AS persistent FROM (VALUES (date '2017-07-01'), ('2018-12-31'), ('2019-07-01')) v(d)) w;
SELECT count(*) FILTER (WHERE persistent) AS persistent FROM (SELECT persistent_poor(q % 4 = 1, make_date(2015 + q / 4, q % 4 * 3 + 1, 1)) OVER () AS persistent FROM generate_series(0, 15) q) v;
DROP TABLE uneven;
-- At the ends of the calendar.
SELECT t, (poverty_spell(true, t) OVER (ORDER BY t)).length, persistent_poor(true, t) OVER (ORDER BY t) AS persistent FROM (VALUES
	(timestamp '4714-11-24 BC'), ('294276-01-01'), ('294276-12-31 23:59:59.999999')) v(t) ORDER BY t;
SELECT d, (poverty_spell(true, d) OVER (ORDER BY d)).length FROM (VALUES (date '4714-11-24 BC'), ('4713-11-24 BC'), ('5874897-12-31')) v(d) ORDER BY d;
-- One review, none, NULL periods; two of one period; several households; work_mem.
SELECT poverty_spell(true, 2018) OVER () AS one, poverty_spell(false, 2018) OVER () AS not_poor, poverty_spell(true, NULL::float8) OVER () AS no_period, persistent_poor(true, NULL::float8) OVER () AS no_year, persistent_poor(true, 2018) OVER () AS unknown, persistent_poor(false, 2018) OVER () AS known;
SELECT poverty_spell(true, 2018) OVER () FROM reviews WHERE false;
SELECT poverty_spell(poor, 2018) OVER () FROM reviews;
\echo :LAST_ERROR_SQLSTATE
SELECT poverty_spell(poor, year + 0.5) OVER () FROM reviews;
\echo :LAST_ERROR_SQLSTATE
SELECT persistent_poor(poor, date 'infinity') OVER () FROM reviews;
\echo :LAST_ERROR_SQLSTATE
SELECT persistent_poor(poor, date '-infinity') OVER () FROM reviews;
\echo :LAST_ERROR_SQLSTATE
SELECT persistent_poor(poor, timestamp '-infinity') OVER () FROM reviews;
\echo :LAST_ERROR_SQLSTATE
SELECT h, year, (poverty_spell(poor, year) OVER (PARTITION BY h ORDER BY year)).length FROM (VALUES (1, 2018, true), (2, 2018, true), (2, 2019, true)) v(h, year, poor) ORDER BY h, year;
SELECT max((s).length) AS longest, bool_and((s).start = 1) AS from_the_first FROM (SELECT poverty_spell(true, i) OVER (ORDER BY i) AS s FROM generate_series(1, 20000) i) v;
SET work_mem = '64kB';
SELECT count(poverty_spell) FROM (SELECT poverty_spell(true, i) OVER () FROM generate_series(1, 4097) i) v;
\echo :LAST_ERROR_SQLSTATE
RESET work_mem;

-- chronic_poverty, line 10, cutoff 1/2. {5,12,8}: poor in 2 of 3, gaps 0.5 and 0.2: chronic. {20,20,9}: 1 of 3: not. {5,5,5}: 3 of 3, gaps 0.5.
-- H 2/3, D (2/3 + 1) / 2 = 5/6, K0 5/9, K1 (0.7/3 + 0.5) / 3 = 2.2/9, K2 (0.29/3 + 0.25) / 3 = 1.04/9.
CREATE TABLE incomes (id int, x float8[], w float8);
INSERT INTO incomes VALUES (1, '{5,12,8}', 1), (2, '{20,20,9}', 2), (3, '{5,5,5}', 3);
SELECT round(chronic_headcount::numeric, 12) AS h, round(average_duration::numeric, 12) AS d, round(duration_adjusted_headcount::numeric, 12) AS k0,
	round(duration_adjusted_gap::numeric, 12) AS k1, round(duration_adjusted_severity::numeric, 12) AS k2 FROM (SELECT (chronic_poverty(x, 10, 0.5)).* FROM incomes) v;
-- Weighted: H 4/6, D (2/3 + 3) / 4 = 11/12, K0 11/18, K1 (0.7/3 + 1.5) / 6 = 5.2/18, K2 (0.29/3 + 0.75) / 6 = 2.54/18.
SELECT round(chronic_headcount::numeric, 12) AS h, round(average_duration::numeric, 12) AS d, round(duration_adjusted_headcount::numeric, 12) AS k0,
	round(duration_adjusted_gap::numeric, 12) AS k1, round(duration_adjusted_severity::numeric, 12) AS k2 FROM (SELECT (chronic_poverty(x, 10, 0.5, w)).* FROM incomes) v;
-- Cutoff 1: only the third. A cutoff that nobody reaches: no average duration. chronic_headcount: the same from booleans, 2/3 as a rounded cutoff.
SELECT (chronic_poverty(x, 10, 1)).chronic_headcount * 3 AS all_periods, (chronic_poverty(x, 5, 1)) AS nobody, chronic_headcount(ARRAY[x[1] < 10, x[2] < 10, x[3] < 10], 0.666666667) * 3 AS two_thirds,
	chronic_headcount(ARRAY[x[1] < 10, x[2] < 10, x[3] < 10], 0.67, w) * 6 AS weighted FROM incomes;
-- transient_poverty, alpha 2: means over time 25/3, 49/3, 5; chronic ((5/3/10)^2 + 0 + 0.25) / 3; total K2 of all, with 0.01/3 of the second: (0.29 + 0.01 + 0.75) / 9.
SELECT round(total::numeric, 12) AS total, round((1.05 / 9)::numeric, 12) AS by_hand, round(chronic::numeric, 12) AS chronic, round(((1.0 / 36 + 0.25) / 3)::numeric, 12) AS by_hand, total - chronic = transient AS transient
FROM (SELECT (transient_poverty(x, 10, 2)).* FROM incomes) v;
-- alpha 0: the mean over time decides: total (2/3 + 1/3 + 1) / 3 = 2/3, chronic 2/3.
SELECT round(total::numeric, 12) AS total, round(chronic::numeric, 12) AS chronic FROM (SELECT (transient_poverty(x, 10, 0)).* FROM incomes) v;
-- Periods that are NULL, households without one, NULL arguments, weight 0: left out. Nothing: NULL.
SELECT chronic_headcount(p, 0.5, w) AS two_of_three FROM (VALUES ('{t,NULL,t}'::boolean[], 1), ('{NULL,f}', 1), ('{t}', 1), ('{NULL}', 1), ('{}', 1), (NULL, 1), ('{t}', 0), ('{t}', NULL)) v(p, w);
SELECT chronic_headcount(ARRAY[true], 1) AS h, chronic_poverty('{}', 1, 1) AS c, transient_poverty('{NULL}', 1, 1) AS t FROM incomes WHERE id < 3;
SELECT chronic_headcount(NULL::boolean[], 1) IS NULL AS no_row FROM incomes;
SELECT chronic_headcount(ARRAY[true], 1) IS NULL AS h, chronic_poverty(x, 1, 1) IS NULL AS c, transient_poverty(x, 1, 1) IS NULL AS t FROM incomes WHERE false;
SELECT id, chronic_headcount(ARRAY[id <> 2], 1) OVER (ORDER BY id ROWS 1 PRECEDING), (chronic_poverty(x, 10, 1) FILTER (WHERE id = 3) OVER (ORDER BY id)).chronic_headcount FROM incomes ORDER BY id;
SELECT id, (transient_poverty(x, 10, 2)).chronic > 0 AS chronic FROM incomes GROUP BY ROLLUP (id) ORDER BY id;
SELECT (chronic_poverty(x, z, 0.5, w)).chronic_headcount AS one_row, (transient_poverty(x, z, 2, w)).total AS total FROM (VALUES ('{5}'::float8[], 10, 1), (NULL, 10, 1), ('{20}', NULL, 1), ('{20}', 10, NULL)) v(x, z, w);
-- A state out of which something heavier was taken than it held has no measure.
SELECT chronic_headcount_final(chronic_headcount_inverse(chronic_headcount_transition(chronic_headcount_transition(NULL, '{t}', 1, 1), '{t}', 1, 1), '{t}', 1, 5)) IS NULL AS chronic,
	transient_poverty_final(transient_poverty_inverse(transient_poverty_transition(transient_poverty_transition(NULL, '{5}', 10, 2, 1), '{5}', 10, 2, 1), '{5}', 10, 2, 5)) AS transient;
-- A row of weight 0 is no row, whatever else it says.
SELECT chronic_headcount(p, 0.5, w) AS h FROM (VALUES ('{t}'::boolean[], 1), ('{{t}}', 0)) v(p, w);
SELECT (chronic_poverty(x, z, 0.5, w)).chronic_headcount AS h, (transient_poverty(x, z, 2, w)).total AS total FROM (VALUES ('{5}'::float8[], 10, 1), ('{NaN}', -1, 0)) v(x, z, w);
-- Errors.
SELECT chronic_headcount(ARRAY[true], 0);
\echo :LAST_ERROR_SQLSTATE
SELECT chronic_headcount(ARRAY[true], 1.01);
\echo :LAST_ERROR_SQLSTATE
SELECT chronic_headcount(ARRAY[true], id / 3.0) FROM incomes;
\echo :LAST_ERROR_SQLSTATE
SELECT chronic_headcount('{{t,f},{t,t}}', 0.5);
\echo :LAST_ERROR_SQLSTATE
SELECT chronic_poverty('{1,NaN}', 10, 0.5);
\echo :LAST_ERROR_SQLSTATE
SELECT chronic_poverty('{1}', 0, 0.5);
\echo :LAST_ERROR_SQLSTATE
SELECT transient_poverty('{1}', 10, -1);
\echo :LAST_ERROR_SQLSTATE
SELECT transient_poverty(x, 10, id) FROM incomes;
\echo :LAST_ERROR_SQLSTATE
SELECT transient_poverty(x, 10, 2, -w) FROM incomes;
\echo :LAST_ERROR_SQLSTATE
SELECT transient_poverty('{-1e308,-1e308}', 1e-300, 2);
\echo :LAST_ERROR_SQLSTATE

-- A type that somebody changed by hand.
BEGIN;
ALTER TYPE transient_poverty ADD ATTRIBUTE more float8;
SELECT transient_poverty('{1}', 10, 1);
\echo :LAST_ERROR_SQLSTATE
ROLLBACK;
BEGIN;
ALTER TYPE poverty_spell ADD ATTRIBUTE more float8;
SELECT poverty_spell(true, 2018) OVER ();
\echo :LAST_ERROR_SQLSTATE
ROLLBACK;

DROP FUNCTION refused;
DROP TABLE panel, reviews, incomes;
