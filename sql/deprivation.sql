-- SPDX-License-Identifier: PostgreSQL
-- deprivation: multidimensional poverty (Alkire-Foster), AROPE.

-- What a statement is refused with.
CREATE FUNCTION refusal(statement text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE statement;
	RETURN 'not refused: ' || statement;
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ' ' || SQLERRM;
END $$;

-- The hint of a refusal.
CREATE FUNCTION hint_of(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	hint text;
BEGIN
	EXECUTE statement;
	RETURN 'not refused: ' || statement;
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS hint = PG_EXCEPTION_HINT;
	RETURN hint;
END $$;

-- ---- by hand: the four persons, four achievements and cutoffs (13, 12, 3, 1) that are often used to show the method ----
-- 13.1 14 4 1: not deprived; 15.2 7 5 0: in the 2nd and 4th; 12.5 10 1 0: in all; 20 11 3 1: in the 2nd.
-- Two of four (k = 0.5): 2 and 3 are poor. H = 2/4, A = (2/4 + 4/4)/2 = 3/4, M0 = 3/8. Union (k = 1/4): M0 = (2 + 4 + 1)/16. Intersection: 4/16.
-- Gaps: 2: 5/12, 1; 3: 1/26, 1/6, 2/3, 1 (4's 1/12 is censored). Their sum 5/12 + 1 + 1/26 + 1/6 + 2/3 + 1 = 171/52 over 16: M1 = 171/832.
-- Squares: 25/144 + 1 + 1/676 + 1/36 + 4/9 + 1 = 64425/24336 over 16: M2 = 64425/389376.
-- Headcounts 1 3 1 2 of 4, censored 1 2 1 2 of 4; contributions 1 2 1 2 of 6; by dimension (first two, last two) 3/6 each.
CREATE TABLE person (id int, achievement float8[], deprived boolean[], gap float8[]);
INSERT INTO person
SELECT id, a, array_agg(x < z ORDER BY n), array_agg(greatest(z - x, 0) / z ORDER BY n)
FROM (VALUES (1, '{13.1,14,4,1}'::float8[]), (2, '{15.2,7,5,0}'), (3, '{12.5,10,1,0}'), (4, '{20,11,3,1}')) v(id, a),
	unnest(a, '{13,12,3,1}'::float8[]) WITH ORDINALITY u(x, z, n)
GROUP BY id, a;
SELECT id, deprived, deprivation_score(deprived, '{1,1,1,1}') AS score, deprivation_count(deprived) AS count, mpi_poor(deprived, '{1,1,1,1}', 0.5) AS poor FROM person ORDER BY id;
SELECT mpi(deprived, '{1,1,1,1}', 0.5) AS m0, mpi_headcount(deprived, '{1,1,1,1}', 0.5) AS h, mpi_intensity(deprived, '{1,1,1,1}', 0.5) AS a,
	mpi(deprived, '{1,1,1,1}', 0.25) = 7.0 / 16 AS by_union, mpi(deprived, '{1,1,1,1}', 1) = 4.0 / 16 AS by_intersection
FROM person;
SELECT mpi(gap, '{1,1,1,1}', 0.5) AS m0, abs(mpi_gap(gap, '{1,1,1,1}', 0.5) - 171.0 / 832) < 1e-16 AS m1,
	abs(mpi_severity(gap, '{1,1,1,1}', 0.5) - 64425.0 / 389376) < 1e-16 AS m2
FROM person;
SELECT mpi_uncensored_headcounts(s) AS uncensored, mpi_censored_headcounts(s) AS censored, mpi_contributions(s) AS contributions,
	mpi_deprived_populations(s) AS deprived, observations(s), population(s), poor_population(s) AS poor
FROM (SELECT mpi_summary(deprived, '{1,1,1,1}', 0.5) AS s FROM person) v;
SELECT d.* FROM (SELECT mpi_summary(deprived, '{1,1,1,1}', 0.5) AS s FROM person) v, mpi_dimension_contributions(s, '{means,means,services,services}') d;
-- The parts of groups 1-2, 3 and 4 in all poverty, 6 deprivations of the poor: 2/6, 4/6 and none.
SELECT g, mpi_subgroup_contribution(s, merge(s) OVER ()) AS part FROM (SELECT (id + 1) / 2 + (id = 4)::int AS g, mpi_summary(deprived, '{1,1,1,1}', 0.5) AS s FROM person GROUP BY 1) v ORDER BY g;
SELECT mpi_summary(gap, '{1,1,1,1}', 0.5)::jsonb - '{mpi_gap,mpi_severity}'::text[] AS json FROM person;

-- ---- weights of indicators and of households, by hand ----
-- Weights 4 3 2 1, k = 0.5: a {1,2} 7 poor, b {2,3} 5 poor, c {3,4} 3, d {1,4} 5 poor, e none. Household weights 1 2 3 4 5: W = 15, poor 7.
-- M0 = (1*7 + 2*5 + 4*5)/(10*15) = 37/150; A = 37/70; contributions 4*(1 + 4) = 20, 3*(1 + 2) = 9, 2*2 = 4, 1*4 = 4, of 37.
CREATE TABLE hh (id text, area text, d boolean[], b bit(4), m int, w float8);
INSERT INTO hh VALUES ('a', 'n', '{t,t,f,f}', '1100', 3, 1), ('b', 'n', '{f,t,t,f}', '0110', 6, 2), ('c', 's', '{f,f,t,t}', '0011', 12, 3),
	('d', 's', '{t,f,f,t}', '1001', 9, 4), ('e', 's', '{f,f,f,f}', '0000', 0, 5);
CREATE FUNCTION share_of(part float8[], whole float8) RETURNS float8[] IMMUTABLE LANGUAGE sql RETURN (SELECT array_agg(p / whole ORDER BY n) FROM unnest(part) WITH ORDINALITY u(p, n));
CREATE FUNCTION four() RETURNS float8[] IMMUTABLE LANGUAGE sql RETURN '{4,3,2,1}'::float8[];
SELECT mpi(d, four(), 0.5, w) = 37.0::float8 / 150 AS m0, mpi_headcount(d, four(), 0.5, w) = 7.0::float8 / 15 AS h, mpi_intensity(d, four(), 0.5, w) = 37.0::float8 / 70 AS a,
	mpi(d, four(), 0.5) = 17.0::float8 / 50 AS m0_unweighted, mpi_headcount(d, four(), 0.5) = 0.6 AS h_unweighted, mpi_intensity(d, four(), 0.5) = 17.0::float8 / 30 AS a_unweighted
FROM hh;
SELECT mpi_contributions(s) = share_of('{20,9,4,4}', 37) AS contributions, mpi_uncensored_headcounts(s) = share_of('{5,3,5,7}', 15) AS uncensored,
	mpi_censored_headcounts(s) = share_of('{5,3,2,4}', 15) AS censored, mpi_deprived_populations(s) AS deprived, poor_population(s) AS poor
FROM (SELECT mpi_summary(d, four(), 0.5, w) AS s FROM hh) v;
-- The forms: boolean[], bit(4), varbit, mask (bit 0 is indicator 1): one summary. An array of 0 and 1 is one of gaps.
SELECT count(*) FROM (SELECT mpi_summary(d, four(), 0.5, w) AS s FROM hh UNION SELECT mpi_summary(b, four(), 0.5, w) FROM hh
	UNION SELECT mpi_summary(b::varbit, four(), 0.5, w) FROM hh UNION SELECT mpi_summary(m, four(), 0.5, w) FROM hh) v;
SELECT count(*) FROM (SELECT mpi_summary(d, four(), 0.5) AS s FROM hh UNION SELECT mpi_summary(b, four(), 0.5) FROM hh
	UNION SELECT mpi_summary(m, four(), 0.5) FROM hh UNION SELECT mpi_summary(d, four(), 0.5, 1) FROM hh) v;
SELECT bool_and(deprivation_mask(d) = m AND deprivation_mask(b) = m AND deprivation_array(m, 4) = d AND deprivation_count(d) = deprivation_count(b) AND deprivation_count(b) = deprivation_count(m)
	AND deprivation_score(d, four()) = deprivation_score(b, four()) AND deprivation_score(b, four()) = deprivation_score(m, four())
	AND mpi_poor(d, four(), 0.5) = mpi_poor(b, four(), 0.5) AND mpi_poor(b, four(), 0.5) = mpi_poor(m, four(), 0.5)) AS forms_agree FROM hh;
SELECT mpi(translate(d::text, 'tf', '10')::int[], four(), 0.5, w) = mpi(d, four(), 0.5, w) AS m0, mpi_gap(translate(d::text, 'tf', '10')::int[], four(), 0.5, w) = mpi(d, four(), 0.5, w) AS m1 FROM hh;
-- One-step forms of each measure, weighted and not: the bits of the readers.
SELECT mpi(s) = mpi(b, four(), 0.5, w) AND mpi(s) = mpi(m, four(), 0.5, w) AS m0, mpi_headcount(s) = mpi_headcount(b, four(), 0.5, w) AND mpi_headcount(s) = mpi_headcount(m, four(), 0.5, w) AS h,
	mpi_intensity(s) = mpi_intensity(b, four(), 0.5, w) AND mpi_intensity(s) = mpi_intensity(m, four(), 0.5, w) AS a
FROM (SELECT mpi_summary(d, four(), 0.5, w) AS s FROM hh) v, hh GROUP BY s;
SELECT mpi(b, four(), 0.5) = 0.34 AND mpi(m, four(), 0.5) = 0.34 AS m0, mpi_headcount(b, four(), 0.5) = 0.6 AND mpi_headcount(m, four(), 0.5) = 0.6 AS h,
	mpi_intensity(b, four(), 0.5) = 17.0::float8 / 30 AND mpi_intensity(m, four(), 0.5) = 17.0::float8 / 30 AS a FROM hh;
-- 64 indicators, the last one in the sign bit of the mask; 3 of 64 are 0.046875.
SELECT mpi((-9223372036854775807 - 1), array_fill(1, ARRAY[64]), 1.0 / 64) = 1.0 / 64 AS last, mpi(7::bigint, array_fill(1, ARRAY[64]), 3.0 / 64) AS three,
	deprivation_mask(deprivation_array(-2, 64)) AS mask, mpi(repeat('10', 32)::varbit, array_fill(1, ARRAY[64]), 0.5) AS half,
	mpi_summary(repeat('10', 32)::varbit, array_fill(1, ARRAY[64]), 0.5) = mpi_summary(deprivation_array(6148914691236517205, 64), array_fill(1, ARRAY[64]), 0.5) AS same;
-- An array with another lower bound, a slice, a NULL bitmap without a NULL.
SELECT deprivation_mask('[5:8]={t,f,t,t}'::boolean[]) AS bounds, deprivation_mask((ARRAY[true, true, false, true])[2:4]) AS slice,
	deprivation_mask((ARRAY[true, false, NULL])[1:2]) AS bitmap, deprivation_mask(coalesce_deprived(ARRAY[true, NULL, false], true)) AS coalesced;

-- ---- the tie at k: decimals that are not exact fall on the right side ----
-- All 1,024 patterns of the global MPI against whole eighteenths: poor from 6 on, which is all but (0 of the four) 63 and
-- (1 of the four) 4 * (1 + 6 + 15): 873; exactly 6 have 1 + 4 * 20 + 6 of them. All 4,096 of Việt Nam's 12: poor from 3 on. All 64 of the World Bank's.
SELECT count(*), count(*) FILTER (WHERE mpi_poor(m, array_cat(array_fill(1.0::float8 / 6, ARRAY[4]), array_fill(1.0::float8 / 18, ARRAY[6])), 1.0::float8 / 3) = poor) AS decimal_weights,
	count(*) FILTER (WHERE mpi_poor(m, weights, 1.0::float8 / 3) = poor) AS whole_weights, count(*) FILTER (WHERE mpi_poor(deprivation_array(m, 10), weights, 0.3333333333) = poor) AS ten_threes,
	count(*) FILTER (WHERE poor) AS poor, count(*) FILTER (WHERE score = 6) AS ties
FROM (SELECT m, score, score >= 6 AS poor, deprivation_weights('GLOBAL-MPI') AS weights
	FROM (SELECT m, sum((m >> (j - 1) & 1) * CASE WHEN j <= 4 THEN 3 ELSE 1 END) AS score FROM generate_series(0::bigint, 1023) m, generate_series(1, 10) j GROUP BY m) s) v;
SELECT count(*), count(*) FILTER (WHERE mpi_poor(m, array_fill(1, ARRAY[12]), 0.25) = (deprivation_count(m) >= 3)) AS counts,
	count(*) FILTER (WHERE mpi_poor(m, array_fill(1.0 / 12, ARRAY[12]), 3.0 / 12) = (deprivation_count(m) >= 3)) AS twelfths,
	count(*) FILTER (WHERE mpi_poor(m & 1023, array_fill(0.1, ARRAY[10]), 0.3) = (deprivation_count(m & 1023) >= 3)) AS tenths
FROM generate_series(0::bigint, 4095) m;
SELECT count(*), count(*) FILTER (WHERE mpi_poor(m, ARRAY[1.0 / 3, 1.0 / 6, 1.0 / 6, 1.0 / 9, 1.0 / 9, 1.0 / 9], 1.0 / 3) = (6 * (m & 1) + 3 * (m >> 1 & 1) + 3 * (m >> 2 & 1) + 2 * deprivation_count(m >> 3) >= 6)) AS agree
FROM generate_series(0::bigint, 63) m;
SELECT mpi_poor('{f,t,t,f}'::boolean[], '{0.4,0.3,0.2,0.1}', 0.5) AS half, mpi_poor('{f,t,f,t}'::boolean[], '{0.4,0.3,0.2,0.1}', 0.5) AS less, mpi_poor('{t,t,t,t}'::boolean[], '{0.4,0.3,0.2,0.1}', 1) AS whole;
-- Nobody without deprivations is poor, however small k; with a deprivation of weight 0 neither.
SELECT mpi_poor(0, '{1,0}', 1e-10) AS none, mpi_poor(2, '{1,0}', 1e-10) AS weightless, mpi_poor(1, '{1,0}', 1e-10) AS one, (SELECT mpi_headcount(m, '{1,0}', 1e-10) FROM unnest('{0,1}'::bigint[]) m) AS half;
-- The score of all deprivations is 1 exactly.
SELECT deprivation_score(m, array_cat(array_fill(1.0::float8 / 6, ARRAY[4]), array_fill(1.0::float8 / 18, ARRAY[6]))) FROM (VALUES (1023), (0)) v(m);

-- ---- two steps ----
CREATE TABLE stored AS SELECT area, mpi_summary(d, four(), 0.5, w) AS s FROM hh GROUP BY area;
SELECT merge(s) = (SELECT mpi_summary(d, four(), 0.5, w) FROM hh) AS equal, merge(s) <> (SELECT mpi_summary(d, four(), 0.5) FROM hh) AS different,
	mpi(merge(s)) = (SELECT mpi(d, four(), 0.5, w) FROM hh) AS same_bits FROM stored;
SELECT merge(n.s, s.s) = merge(s.s, n.s) AS commutes, subtract(merge(n.s, s.s), s.s) = n.s AS back, merge(n.s, NULL) IS NULL AND subtract(NULL, n.s) IS NULL AS strict,
	mpi_summary_add(n.s, s.s) = merge(n.s, s.s) AS added, mpi_summary_take_away(merge(n.s, s.s), s.s) = n.s AS taken_away
FROM stored n, stored s WHERE n.area = 'n' AND s.area = 's';
SELECT count(*) FROM (SELECT DISTINCT s FROM (SELECT s FROM stored UNION ALL SELECT s FROM stored) u) v;
SET enable_nestloop = off;
SET enable_mergejoin = off;
EXPLAIN (COSTS OFF) SELECT a.area FROM stored a JOIN stored b USING (s);
SELECT a.area, b.area FROM stored a JOIN stored b USING (s) ORDER BY 1;
RESET enable_nestloop;
RESET enable_mergejoin;
-- A summary from which all was taken has no households and no parameters left: measures are NULL, and it changes nothing.
SELECT e = e2 AS one_form, merge(e, s) = s AND merge(s, e) = s AND subtract(s, e) = s AS neutral, mpi(e), mpi_headcount(e), mpi_intensity(e), mpi_gap(e), mpi_contributions(e), observations(e), population(e),
	poor_population(e), mpi_deprived_populations(e), (SELECT count(*) FROM mpi_dimension_contributions(e, '{}')) AS dimensions, (SELECT count(*) FROM mpi_change(e, s, 1, 2)) AS changes, mpi_subgroup_contribution(e, s) AS part, e
FROM (SELECT s, subtract(s, s) AS e, subtract(g, g) AS e2 FROM (SELECT mpi_summary(d, four(), 0.5, w) AS s, mpi_summary(d, '{1,1,1,1}', 0.25) AS g FROM hh) v) u;
SELECT subtract(mpi_summary(d, four(), 0.5), mpi_summary(d, four(), 0.5))::jsonb FROM hh;
SELECT mpi_subgroup_contribution(s, s) AS whole, (SELECT count(*) FROM mpi_change(s, e, 1, 2)) AS changes, missing_deprivations(NULL::boolean[]) AS nothing, refusal(format('SELECT mpi_subgroup_contribution(%L::mpi_summary, %L)', s, e)) AS part_of_none
FROM (SELECT s, subtract(s, s) AS e FROM (SELECT mpi_summary(1, '{1}', 1) AS s) v) u GROUP BY s, e;
-- At the end of both forms CRC-32C, whose definition is in RFC 3720: of no households 32d049dd, computed by a program of its own. Text form: version 01, 2 indicators, no gaps, 2 rows, k 0.5 = 3fe0…, lowest word 17 = 0x11, 1 word a sum, weights 1 and 2 (3ff0…, 4000…), then
-- population 4, poor 3, uncensored 1 and 3, censored 0 and 3: household {f,t} of weight 3, {t,f} of weight 1 (1 of 3 is below k).
SELECT mpi_summary(d, '{1,2}', 0.5, w) FROM (VALUES ('{f,t}'::boolean[], 3), ('{t,f}', 1)) v(d, w);
SET extra_float_digits = -10;
SELECT bool_and(s::text::mpi_summary = s AND mpi_summary_send(s::text::mpi_summary) = mpi_summary_send(s)) AS lossless FROM stored;
RESET extra_float_digits;
CREATE FUNCTION refused(malformed text) RETURNS text LANGUAGE sql AS $$ SELECT refusal(format('SELECT %L::mpi_summary', malformed)) $$;
SELECT refused(''), refused('zz'), refused(poverty_summary(1, 2)::text);
SELECT refused(overlay(t PLACING '02' FROM 1)) AS version, refused(overlay(t PLACING '41' FROM 3)) AS indicators, refused(overlay(t PLACING '03' FROM 3)) AS fewer, refused(overlay(t PLACING '02' FROM 5)) AS gaps,
	refused(overlay(t PLACING '8' FROM 7)) AS rows, refused(overlay(t PLACING '0000000000000000' FROM 7)) AS no_rows, refused(overlay(t PLACING '7ff8' FROM 23)) AS k_nan, refused(overlay(t PLACING '4000' FROM 23)) AS k_two,
	refused(overlay(t PLACING '0022' FROM 39)) AS lowest, refused(overlay(t PLACING '0002' FROM 43)) AS words
FROM (SELECT mpi_summary('{t,f}'::boolean[], '{1,2}', 0.25)::text AS t) v;
SELECT refused(overlay(t PLACING 'bff0' FROM 47)) AS weight_below_0, refused(overlay(t PLACING '8000000000000000' FROM 47)) AS minus_0, refused(overlay(t PLACING '7ff0' FROM 47)) AS infinite,
	refused(overlay(t PLACING repeat('0', 32) FROM 47)) AS no_weight, refused(overlay(t PLACING '0002' FROM 107)) AS more_poor, refused(overlay(t PLACING '0002' FROM 123)) AS more_deprived,
	refused(overlay(t PLACING '0001' FROM 171)) AS deprived_poor, refused(t || '00') AS longer, refused(left(t, -2)) AS shorter, refused(overlay(t PLACING repeat('0', 96) FROM 79)) AS no_sums
FROM (SELECT mpi_summary('{t,f}'::boolean[], '{1,2}', 0.25)::text AS t) v;
-- A digit mistyped in the checksum, in the weights, or in the sums, where another would be possible too.
SELECT refused(overlay(t PLACING '0' FROM length(t))) AS checksum, refused(overlay(t PLACING '3ff8' FROM 47)) AS weight, refused(overlay(t PLACING '3' FROM 94)) AS population, refused(overlay(t PLACING '3' FROM 22)) AS rows
FROM (SELECT mpi_summary('{t,f}'::boolean[], '{1,2}', 0.25)::text AS t) v;
-- One household of weight 2^-1074 = 0x4000 times 2^-1088, the unit of the lowest word, is one; of weight 2^-1088, which no double is, it is not, though the checksum (computed by a program of its own) is right.
SELECT population(s), mpi(s), refused('01020000000000000000013fe0000000000000000000013ff00000000000003ff0000000000000000000000000000100000000000000010000000000000001000000000000000100000000000000010000000000000001d5955757') AS below FROM (SELECT '01020000000000000000013fe0000000000000000000013ff00000000000003ff0000000000000000000000000400000000000000040000000000000004000000000000000400000000000000040000000000000004000e623836c'::mpi_summary AS s) v;
SELECT count(*) AS digits, count(*) FILTER (WHERE refused(overlay(t PLACING translate(substr(t, i, 1), '0123456789abcdef', '123456789abcdef0') FROM i)) LIKE '22P03 %') AS refused
FROM (SELECT mpi_summary('{t,f}'::boolean[], '{1,2}', 0.25)::text AS t) v, generate_series(1, length(t)) i;
-- With the checksum of what they say: no place and no size below 0, and without indicators nothing else either.
\getenv srcdir PG_ABS_SRCDIR
\i :srcdir/sql/include/sealed.sql
SELECT refused(substr(t, 2)) AS half_a_byte, refused(sealed(overlay(t PLACING 'ffff' FROM 39))) AS lowest, refused(sealed(overlay(t PLACING 'ffff' FROM 43))) AS words
FROM (SELECT left(mpi_summary('{t,f}'::boolean[], '{1,2}', 0.25)::text, -8) AS t) v;
SELECT refused(sealed(t)) AS good, sealed(t)::mpi_summary = subtract(s, s) AS empty, refused(sealed(overlay(t PLACING '1' FROM 22))) AS rows, refused(sealed(overlay(t PLACING '3ff0' FROM 23))) AS k, refused(sealed(overlay(t PLACING '8000' FROM 23))) AS minus_0,
	refused(sealed(overlay(t PLACING '01' FROM 5))) AS gaps, refused(sealed(overlay(t PLACING '0001' FROM 39))) AS lowest, refused(sealed(overlay(t PLACING '0001' FROM 43) || repeat('0', 32))) AS words
FROM (SELECT '01' || repeat('0', 44) AS t, mpi_summary(1, '{1}', 1) AS s) v;
-- 2^62 households twice are too many, and so is twice the most that 34 words hold: 1 indicator, k and its weight 1; population, poor, deprived, deprived poor.
SELECT refusal(format('SELECT merge(%1$L::mpi_summary, %1$L)', sealed('010100' || '4000000000000000' || '3ff0000000000000' || '00110001' || '3ff0000000000000' || repeat('0000000000000001', 4)))) AS rows,
	refusal(format('SELECT merge(%1$L::mpi_summary, %1$L)', sealed('010100' || '0000000000000001' || '3ff0000000000000' || '00210001' || '3ff0000000000000' || repeat('f', 64)))) AS weights;
DROP FUNCTION refused(text), sealed_sums(text, float8, int, int, int[]), sealed(text), castagnoli(bytea);
-- The largest kind, 64 indicators with gaps, is stored compressed or out of line, and is read back as it was.
CREATE TABLE large AS SELECT i % 2 AS part, mpi_summary(ARRAY(SELECT (i * j % 7) / 8.0 FROM generate_series(1, 64) j), array_fill(1, ARRAY[64]), 0.5, i * 1e-9) AS s FROM generate_series(1, 70) i GROUP BY ROLLUP (1);
SELECT count(*) FILTER (WHERE length(s::text) / 2 > 4000) AS large, count(*) FILTER (WHERE s::text::mpi_summary = s) AS lossless,
	(SELECT merge(s) FROM large WHERE part IS NOT NULL) = (SELECT s FROM large WHERE part IS NULL) AS merged FROM large;
DROP TABLE large;
-- State: 12 indicators, unweighted and with weights of two decimals, at most 1 KiB.
SELECT max(pg_column_size(s)) < 1024 AS small, max(pg_column_size(u)) < 512 AS smaller FROM (SELECT mpi_summary(i & 4095, array_fill(1, ARRAY[12]), 0.25, 0.01 * (1 + i % 10007)) AS s,
	mpi_summary(i & 4095, array_fill(1, ARRAY[12]), 0.25) AS u FROM generate_series(1::bigint, 20000) i) v;
-- With gaps two words each at least, three where a square reaches below 2^-64: 48 + 12 * 8 bytes of parameters and (2 + 4 * 12) sums of 8 bytes a word, as the comment of the type says.
SELECT max(pg_column_size(s)) = 48 + 12 * 8 + 50 * 8 * 3 AS gaps FROM (SELECT mpi_summary(ARRAY(SELECT ((i * j * 7919) % 1009) / 1009.0 * (i >> j & 1) FROM generate_series(1, 12) j)::float8[], array_fill(1, ARRAY[12]), 0.25, 0.01 * (1 + i % 10007)) AS s FROM generate_series(1, 20000) i) v;

-- ---- changes over time, by hand ----
-- Before: of 4 households 2 are poor with 1 deprivation of 2 each (k = 0.5): M0 1/4, H 1/2, A 1/2. After: of 10, 2 are poor, one with both: M0 3/20, H 1/5, A 3/4.
-- Four years: M0 -0.1, -40 %, -0.025 a year, 0.6^(1/4) - 1; indicator 1: 1/4 to 1/5; indicator 2: 1/4 to 1/10.
CREATE TABLE round AS SELECT 2014 AS year, mpi_summary(m, '{1,1}', 0.5) AS s FROM unnest('{0,0,1,2}'::bigint[]) m
UNION ALL SELECT 2018, mpi_summary(m, '{1,1}', 0.5) FROM unnest('{0,0,0,0,0,0,0,0,1,3}'::bigint[]) m;
SELECT measure, indicator, value_before AS before, value_after AS after, round(difference::numeric, 12) AS difference, round(relative_change::numeric, 12) AS relative,
	round(annualised_difference::numeric, 12) AS a_year, abs(annualised_growth - ((value_after / value_before) ^ 0.25 - 1)) < 1e-15 AS growth
FROM round a, round b, mpi_change(a.s, b.s, a.year, b.year) WHERE a.year = 2014 AND b.year = 2018;
-- Nobody poor before: intensity and what is relative are unknown. Years may have decimals.
SELECT measure, indicator, value_before, value_after, difference, relative_change, annualised_difference, annualised_growth
FROM mpi_change(mpi_summary_transition(NULL, 0, '{1,1}', 1), mpi_summary_transition(NULL, 3, '{1,1}', 1), 2013.5, 2015.5) WHERE indicator IS DISTINCT FROM 2;
SELECT count(*), string_agg(DISTINCT measure, ' ') FROM mpi_change(mpi_summary_transition(NULL, '{0.5,1}'::float8[], '{1,1}', 1), mpi_summary_transition(NULL, '{0.5,0}'::float8[], '{1,1}', 1), 1, 2);
SELECT count(*) FROM mpi_change(NULL, NULL, 1, 2);
-- Days and moments as in annualised_change(): half a year from the end of February to the end of August; 2014 to 2018 is four years.
SELECT annualised_difference / difference AS a_year FROM mpi_change(mpi_summary_transition(NULL, 0, '{1}', 1), mpi_summary_transition(NULL, 1, '{1}', 1), '2015-02-28'::date, '2015-08-31'::date) WHERE measure = 'mpi';
SELECT count(*) AS rows, count(*) FILTER (WHERE d IS DISTINCT FROM n OR t IS DISTINCT FROM n OR z IS DISTINCT FROM n) AS different
FROM round a, round b, LATERAL ROWS FROM (mpi_change(a.s, b.s, 2014, 2018), mpi_change(a.s, b.s, '2014-06-30'::date, '2018-06-30'::date), mpi_change(a.s, b.s, '2014-06-30 12:00'::timestamp, '2018-06-30 12:00'::timestamp),
	mpi_change(a.s, b.s, '2014-06-30 12:00'::timestamptz, '2018-06-30 12:00'::timestamptz)) AS r(m1, i1, b1, a1, d1, r1, n, g1, m2, i2, b2, a2, d2, r2, d, g2, m3, i3, b3, a3, d3, r3, t, g3, m4, i4, b4, a4, d4, r4, z, g4) WHERE a.year = 2014 AND b.year = 2018;
SELECT refusal($$ SELECT mpi_change(s, s, '2018-01-01'::date, '2018-01-01'::date) FROM round $$) UNION ALL SELECT refusal($$ SELECT mpi_change(s, s, '2018-01-01'::timestamp, 'infinity'::timestamp) FROM round $$)
UNION ALL SELECT refusal($$ SELECT mpi_change(s, s, '2018-01-02 00:00'::timestamp, '2018-01-01 00:00'::timestamp) FROM round $$);

-- ---- NULL indicators: an error, or the caller's choice, and how many it concerns ----
-- Three indicators, k = 2/3: {t,t,f} is poor, {t,NULL,f} if NULL is deprived, {NULL,NULL,t} too; {f,f,f} never.
CREATE TABLE gappy (d boolean[]);
INSERT INTO gappy VALUES ('{t,t,f}'), ('{t,NULL,f}'), ('{NULL,NULL,t}'), ('{f,f,f}'), (NULL);
SELECT refusal('SELECT mpi(d, ''{1,1,1}'', 0.6) FROM gappy');
SELECT mpi_headcount(coalesce_deprived(d, false), '{1,1,1}', 2.0 / 3) AS not_deprived, mpi_headcount(coalesce_deprived(d, true), '{1,1,1}', 2.0 / 3) AS deprived,
	mpi_headcount(coalesce_deprived(d, NULL), '{1,1,1}', 2.0 / 3) AS dropped, observations(mpi_summary(coalesce_deprived(d, NULL), '{1,1,1}', 0.5)) AS counted, missing_deprivations(d) FROM gappy;
SELECT (missing_deprivations(d)).* FROM gappy;
SELECT d, coalesce_deprived(d, false) AS f, coalesce_deprived(d, true) AS t, coalesce_deprived(d, NULL) AS n FROM gappy ORDER BY d;
SELECT missing_deprivations(d) FILTER (WHERE d[1]) AS filtered, missing_deprivations(d) FILTER (WHERE false) AS none FROM gappy;

-- Gaps: {1,0.5} and {1,NULL}, k = 0.8: the second is poor when its NULL is a gap. M1 = (0.75 + 0) / 2, (0.75 + 0.625) / 2, 0.75.
CREATE TABLE gappy_gaps (g float8[]);
INSERT INTO gappy_gaps VALUES ('{1,0.5}'), ('{1,NULL}'), (NULL);
SELECT mpi_gap(coalesce_deprived(g, 0), '{1,1}', 0.8) AS not_deprived, mpi_gap(coalesce_deprived(g, 0.25), '{1,1}', 0.8) AS a_quarter, mpi_gap(coalesce_deprived(g, NULL), '{1,1}', 0.8) AS dropped, missing_deprivations(g) AS missing,
	missing_deprivations(g) FILTER (WHERE false) AS none FROM gappy_gaps;
SELECT i, missing_deprivations(g) OVER (ORDER BY i ROWS 1 PRECEDING) AS moving FROM (VALUES (1, '{NULL,NULL}'::float8[]), (2, '{0,NULL}'), (3, '{0,0}'), (4, NULL)) v(i, g) ORDER BY i;
SELECT g, coalesce_deprived(g, 0) AS none, coalesce_deprived(g, 1) AS whole, coalesce_deprived(g, NULL) AS n FROM gappy_gaps ORDER BY g;
-- The bounds stay, whether something was missing or not.
SELECT coalesce_deprived('[0:1]={t,f}'::boolean[], true) AS b, coalesce_deprived('[0:1]={t,NULL}'::boolean[], true) AS b_null, coalesce_deprived('[5:6]={0.5,0}'::float8[], 1) AS g, coalesce_deprived('[5:6]={0.5,NULL}'::float8[], 1) AS g_null;
SELECT refusal($$ SELECT coalesce_deprived('{0.5}'::float8[], 1.5) $$) UNION ALL SELECT refusal($$ SELECT coalesce_deprived('{0.5}'::float8[], 'NaN') $$) UNION ALL SELECT refusal($$ SELECT coalesce_deprived('{2,NULL}'::float8[], 0) $$)
UNION ALL SELECT refusal($$ SELECT missing_deprivations('{-1,NULL}'::float8[]) $$);
DROP TABLE gappy_gaps;

-- ---- NULLs, no row, one row, no poor, weight 0 ----
SELECT mpi(d, four(), 0.5), mpi_headcount(b, four(), 0.5, w), mpi_intensity(m, four(), 0.5), mpi_summary(d, four(), 0.5), mpi_gap(NULL::float8[], four(), 0.5) FROM hh WHERE false;
SELECT mpi(d, NULL, 0.5), mpi(d, four(), NULL), mpi(d, four(), 0.5, NULL), mpi(NULL::boolean[], four(), 0.5), mpi_severity(NULL::float8[], four(), 0.5), merge(NULL::mpi_summary), mpi_summary(NULL::bigint, four(), 0.5) AS none,
	observations(mpi_summary(d, four(), 0.5, nullif(w, 4))) AS four, mpi(NULL::mpi_summary) FROM hh;
SELECT mpi(3, four(), 0.5), mpi_headcount(3, four(), 0.5), mpi_intensity(3, four(), 0.5), mpi(0, four(), 0.5), mpi_headcount(0, four(), 0.5), mpi_intensity(0, four(), 0.5), mpi_contributions(mpi_summary(0, four(), 0.5)),
	mpi_censored_headcounts(mpi_summary(4, four(), 0.5)) AS censored, mpi_uncensored_headcounts(mpi_summary(4, four(), 0.5)) AS uncensored;
SELECT observations(mpi_summary(d, four(), 0.5, w - 1)) AS four, mpi(ARRAY[NULL::boolean], four(), 0.5, 0) AS nothing FROM hh;
SELECT deprivation_score(NULL::boolean[], four()), deprivation_score(3, NULL), mpi_poor(3, four(), NULL), deprivation_count(NULL::boolean[]), deprivation_mask(NULL::boolean[]), deprivation_array(NULL, 3), severe_deprivation(NULL);
SELECT mpi_subgroup_contribution(s, s) AS no_poor, d.* FROM (SELECT mpi_summary(0, four(), 0.5) AS s) v, mpi_dimension_contributions(s, '{x,y,x,y}') d;
-- An indicator of weight 0 counts for nothing, but has its headcounts.
SELECT mpi(s), mpi_contributions(s), mpi_censored_headcounts(s) FROM (SELECT mpi_summary(3, '{1,0}', 1) AS s) v;
-- FILTER, grouping sets, HAVING.
SELECT area, mpi_headcount(d, four(), 0.5, w) AS h, mpi_headcount(d, four(), 0.5, w) FILTER (WHERE id <> 'a') AS without_a FROM hh
GROUP BY GROUPING SETS ((area), ()) HAVING mpi(d, four(), 0.5) > 0 ORDER BY area;
-- Integer, numeric, unknown and untyped arguments beside deprivations that have a type.
SELECT mpi(3::int, '{4,3,2,1}', '0.5'), mpi(3::smallint, ARRAY[4, 3, 2, 1], 0.5::numeric, 1::bigint), mpi(B'1100', '{4,3,2,1}', 0.5, '2'), mpi('{t,t,f,f}'::boolean[], '{4,3,2,1}', '0.5', 1::smallint);
PREPARE untyped AS SELECT mpi_headcount(d, $1, $2, $3) FROM hh;
EXECUTE untyped('{4,3,2,1}', 0.5, 1);
DEALLOCATE untyped;

-- ---- bad input, each of its kind ----
SELECT refusal($$ SELECT mpi('{t,NULL}'::boolean[], '{1,1}', 0.5) $$) UNION ALL SELECT refusal($$ SELECT mpi('{0.5,NULL}'::float8[], '{1,1}', 0.5) $$)
UNION ALL SELECT refusal($$ SELECT mpi(1, '{1,NULL}', 0.5) $$) UNION ALL SELECT refusal($$ SELECT mpi(1, '{1,-1}', 0.5) $$) UNION ALL SELECT refusal($$ SELECT mpi(1, '{1,NaN}', 0.5) $$)
UNION ALL SELECT refusal($$ SELECT mpi(1, '{1,Infinity}', 0.5) $$) UNION ALL SELECT refusal($$ SELECT mpi(1, '{0,0}', 0.5) $$) UNION ALL SELECT refusal($$ SELECT mpi(1, '{}', 0.5) $$)
UNION ALL SELECT refusal($$ SELECT mpi(1, '{{1,2},{3,4}}', 0.5) $$) UNION ALL SELECT refusal($$ SELECT mpi(1, '{1e308,1e308}', 0.5) $$) UNION ALL SELECT refusal($$ SELECT mpi(1, array_fill(1, ARRAY[65]), 0.5) $$)
UNION ALL SELECT refusal($$ SELECT mpi(1, '{1}', 0) $$) UNION ALL SELECT refusal($$ SELECT mpi(1, '{1}', 1.5) $$) UNION ALL SELECT refusal($$ SELECT mpi(1, '{1}', 'NaN') $$)
UNION ALL SELECT refusal($$ SELECT mpi(1, '{1}', 1, -1) $$) UNION ALL SELECT refusal($$ SELECT mpi(1, '{1}', 1, 'NaN') $$) UNION ALL SELECT refusal($$ SELECT mpi(1, '{1}', 1, 'Infinity') $$)
UNION ALL SELECT refusal($$ SELECT mpi('{t}'::boolean[], '{1,1}', 1) $$) UNION ALL SELECT refusal($$ SELECT mpi('{}'::boolean[], '{1}', 1) $$) UNION ALL SELECT refusal($$ SELECT mpi('{{t},{f}}'::boolean[], '{1}', 1) $$)
UNION ALL SELECT refusal($$ SELECT mpi(B'101', '{1,1}', 1) $$) UNION ALL SELECT refusal($$ SELECT mpi(''::varbit, '{1,1}', 1) $$) UNION ALL SELECT refusal($$ SELECT mpi(4, '{1,1}', 1) $$) UNION ALL SELECT refusal($$ SELECT mpi(-1, '{1,1}', 1) $$)
UNION ALL SELECT refusal($$ SELECT mpi('{1.5}'::float8[], '{1}', 1) $$) UNION ALL SELECT refusal($$ SELECT mpi('{-0.5}'::float8[], '{1}', 1) $$) UNION ALL SELECT refusal($$ SELECT mpi_gap('{NaN}'::float8[], '{1}', 1) $$)
UNION ALL SELECT refusal($$ SELECT mpi_gap('{0.5,1.5}'::float8[], '{1,1}', 1) $$) UNION ALL SELECT refusal($$ SELECT mpi(repeat('1', 65)::varbit, array_fill(1, ARRAY[64]), 1) $$)
UNION ALL SELECT refusal($$ SELECT mpi_gap(mpi_summary(1, '{1}', 1)) $$) UNION ALL SELECT refusal($$ SELECT mpi_severity(mpi_summary(1, '{1}', 1)) $$);
-- Parameters that differ within a group, and between summaries.
SELECT refusal($$ SELECT mpi(d, four(), 0.1 * length(id) + CASE area WHEN 'n' THEN 0.1 ELSE 0.2 END) FROM hh $$) UNION ALL SELECT refusal($$ SELECT mpi(d, CASE area WHEN 'n' THEN four() ELSE '{4,3,2,2}' END, 0.5) FROM hh $$)
UNION ALL SELECT refusal($$ SELECT mpi_summary_transition(mpi_summary_transition(NULL, 1, '{1}', 1), '{0.5}'::float8[], '{1}', 1) $$)
UNION ALL SELECT refusal($$ SELECT merge(mpi_summary_transition(NULL, 1, '{1}', 1), mpi_summary_transition(NULL, 1, '{2}', 1)) $$)
UNION ALL SELECT refusal($$ SELECT merge(s) FROM (VALUES (mpi_summary_transition(NULL, 1, '{1}', 1)), (mpi_summary_transition(NULL, 1, '{1}', 0.5))) v(s) $$)
UNION ALL SELECT refusal($$ SELECT subtract(mpi_summary_transition(NULL, 1, '{1}', 1), mpi_summary_transition(NULL, '{1}'::float8[], '{1}', 1)) $$)
UNION ALL SELECT refusal($$ SELECT subtract(mpi_summary_transition(NULL, 1, '{1,1}', 1, 2), mpi_summary_transition(NULL, 2, '{1,1}', 1, 1)) $$)
UNION ALL SELECT refusal($$ SELECT subtract(mpi_summary_transition(NULL, 1, '{1}', 1, 2), mpi_summary_transition(NULL, 1, '{1}', 1, 1)) $$)
UNION ALL SELECT refusal($$ SELECT mpi_summary_inverse(mpi_summary_transition(NULL, 1, '{1}', 1, 2), 1, '{1}', 1, 3) $$)
UNION ALL SELECT refusal($$ SELECT mpi_summary_inverse(NULL, 1, '{1}', 1) $$)
-- Arrays of weights that take as many bytes: of two dimensions, with a NULL. One more. Gaps in the first, another weight in the second.
UNION ALL SELECT refusal($$ SELECT mpi_summary_transition(mpi_summary_transition(NULL, 1, '{1,1}', 1), 1, '{{1}}', 1) $$) UNION ALL SELECT refusal($$ SELECT mpi_summary_transition(mpi_summary_transition(NULL, 1, '{1,1}', 1), 1, '{1,NULL}', 1) $$)
UNION ALL SELECT refusal($$ SELECT mpi_summary_transition(mpi_summary_transition(NULL, 1, '{1}', 1), 1, '{1,1}', 1) $$) UNION ALL SELECT refusal($$ SELECT merge(mpi_summary_transition(NULL, '{1}'::float8[], '{1}', 1), mpi_summary_transition(NULL, 1, '{1}', 1)) $$)
UNION ALL SELECT refusal($$ SELECT merge(mpi_summary_transition(NULL, 1, '{1,2}', 1), mpi_summary_transition(NULL, 1, '{1,3}', 1)) $$)
-- Two households out of one; one of weight 2^64 out of two of weight 1; a gap of 3/4 out of two of 1/4, and one of 7/8, whose square is more than two of 1/4, out of two of 1/2.
UNION ALL SELECT refusal($$ SELECT subtract(mpi_summary_transition(NULL, 1, '{1}', 1), mpi_summary_transition(mpi_summary_transition(NULL, 1, '{1}', 1), 1, '{1}', 1)) $$)
UNION ALL SELECT refusal($$ SELECT subtract(mpi_summary_transition(mpi_summary_transition(NULL, 1, '{1}', 1), 1, '{1}', 1), mpi_summary_transition(NULL, 1, '{1}', 1, 2.0 ^ 64)) $$)
UNION ALL SELECT refusal($$ SELECT mpi_summary_inverse(mpi_summary_transition(mpi_summary_transition(NULL, '{0.25}'::float8[], '{1}', 1), '{0.25}'::float8[], '{1}', 1), '{0.75}'::float8[], '{1}', 1) $$)
UNION ALL SELECT refusal($$ SELECT mpi_summary_inverse(mpi_summary_transition(mpi_summary_transition(NULL, '{0.5}'::float8[], '{1}', 1), '{0.5}'::float8[], '{1}', 1), '{0.875}'::float8[], '{1}', 1) $$)
-- What would be left is nothing that households can have made: more poor than people, rows without people, people without rows, a gap below its square.
UNION ALL SELECT refusal($$ SELECT mpi_summary_inverse(mpi_summary_transition(mpi_summary_transition(NULL, 1, '{1,1}', 0.5, 2), 0, '{1,1}', 0.5, 1), 0, '{1,1}', 0.5, 2) $$)
UNION ALL SELECT refusal($$ SELECT mpi_summary_inverse(mpi_summary_transition(mpi_summary_transition(NULL, 1, '{1}', 1), 1, '{1}', 1), 1, '{1}', 1, 2) $$)
UNION ALL SELECT refusal($$ SELECT mpi_summary_inverse(mpi_summary_transition(NULL, 1, '{1}', 1, 2), 1, '{1}', 1, 1) $$)
UNION ALL SELECT refusal($$ SELECT mpi_summary_take_away(mpi_summary_transition(mpi_summary_transition(NULL, 1, '{1,1}', 0.5, 2), 0, '{1,1}', 0.5, 1), mpi_summary_transition(NULL, 0, '{1,1}', 0.5, 2)) $$)
UNION ALL SELECT refusal($$ SELECT mpi_summary_take_away(mpi_summary_transition(NULL, 1, '{1}', 1, 2), mpi_summary_transition(NULL, 1, '{1}', 1, 1)) $$)
UNION ALL SELECT refusal($$ SELECT mpi_summary_inverse(mpi_summary_transition(mpi_summary_transition(NULL, '{0.5}'::float8[], '{1}', 1), '{0}'::float8[], '{1}', 1, 2), '{0.25}'::float8[], '{1}', 1) $$)
UNION ALL SELECT refusal($$ SELECT mpi_subgroup_contribution(mpi_summary_transition(NULL, 1, '{1}', 1, 2), mpi_summary_transition(NULL, 1, '{1}', 1, 1)) $$)
UNION ALL SELECT refusal($$ SELECT mpi_subgroup_contribution(mpi_summary_transition(NULL, 1, '{1}', 1), mpi_summary_transition(NULL, 1, '{1}', 0.5)) $$)
UNION ALL SELECT refusal($$ SELECT mpi_change(mpi_summary_transition(NULL, 1, '{1}', 1), mpi_summary_transition(NULL, 1, '{1}', 0.5), 1, 2) $$)
UNION ALL SELECT refusal($$ SELECT mpi_change(s, s, 2, 2) FROM round $$) UNION ALL SELECT refusal($$ SELECT mpi_change(s, s, 'NaN', 2) FROM round $$)
UNION ALL SELECT refusal($$ SELECT mpi_dimension_contributions(s, '{x}') FROM round $$) UNION ALL SELECT refusal($$ SELECT mpi_dimension_contributions(s, '{x,NULL}') FROM round $$)
UNION ALL SELECT refusal($$ SELECT deprivation_array(1, 65) $$) UNION ALL SELECT refusal($$ SELECT deprivation_array(0, 0) $$) UNION ALL SELECT refusal($$ SELECT deprivation_array(4, 2) $$) UNION ALL SELECT refusal($$ SELECT deprivation_array(4, 2.5) $$)
UNION ALL SELECT refusal($$ SELECT deprivation_count('{t,NULL}'::boolean[]) $$) UNION ALL SELECT refusal($$ SELECT deprivation_score(3, '{1}') $$) UNION ALL SELECT refusal($$ SELECT mpi_poor(1, '{1}', 0) $$)
UNION ALL SELECT refusal($$ SELECT missing_deprivations('{{t,f}}'::boolean[]) $$);
-- What the hints say of indicators and of their weights; the dimensions of a dimension; that gaps have their own choices.
SELECT hint_of($$ SELECT mpi(1, '{1,-1}', 0.5) $$) AS hint UNION ALL SELECT hint_of($$ SELECT mpi(1, '{1e308,1e308}', 0.5) $$) UNION ALL SELECT hint_of($$ SELECT mpi('{t,NULL}'::boolean[], '{1,1}', 0.5) $$)
UNION ALL SELECT hint_of($$ SELECT mpi('{0.5,NULL}'::float8[], '{1,1}', 0.5) $$) UNION ALL SELECT refusal($$ SELECT mpi_dimension_contributions(s, '{{x},{y}}') FROM round $$)
UNION ALL SELECT refusal($$ SELECT merge(mpi_summary_transition(NULL, 1, '{1}', 1), mpi_summary_transition(NULL, 1, '{1,1}', 1)) $$);
-- Weights beyond double precision say so, products of the two do not matter; a weight that is minus 0 is 0, and leaves no trace.
SELECT refusal($$ SELECT population(mpi_summary(1, '{1}', 1, w)) FROM (VALUES (1e308), (1e308)) v(w) $$);
SELECT mpi(3, '{1e-200,1e-200}', 0.5, 1e-200) AS tiny, mpi(3, '{1e-320,1e-320}', 0.5) AS subnormal, mpi(1, '{5e-324,5e-324}', 0.5, 5e-324) AS least, mpi(3, '{1,1}', 0.5, 1.7e308) AS large, mpi(1, '{1e200,1e200}', 0.5, 1e200) AS products,
	mpi_intensity(1, '{1e300}', 1, 1e300) AS huge, mpi_contributions(mpi_summary(3, '{1e-200,3e-200}', 0.5, 1e-200)) AS contributions FROM (VALUES (1)) v;
-- What is a share is at most 1, and M0 at most H; who lacks everything has 1 exactly, also where decimals are not.
SELECT mpi_intensity(7, '{0.05,0.05,0.25}', 0.5, 3) AS a, mpi(7, '{0.05,0.05,0.25}', 0.5, 3) AS m0, mpi_headcount(7, '{0.05,0.05,0.25}', 0.5, 3) AS h;
SELECT count(*) AS sets, count(*) FILTER (WHERE mpi(s) <= mpi_headcount(s) AND mpi_intensity(s) <= 1 AND mpi_gap(s) <= mpi_headcount(s) AND mpi_severity(s) <= mpi_headcount(s)) AS at_most, count(*) FILTER (WHERE mpi(whole) = mpi_headcount(whole) AND mpi_intensity(whole) = 1) AS whole
FROM (SELECT merge(lacking, none) AS s, merge(everything, none) AS whole FROM (SELECT mpi_summary_transition(NULL, '{1,0.3,1}'::float8[], w, 0.2, x) AS lacking, mpi_summary_transition(NULL, '{1,1,1}'::float8[], w, 0.2, x) AS everything, mpi_summary_transition(NULL, '{0,0,0}'::float8[], w, 0.2, y) AS none
	FROM (SELECT ARRAY[(i * 7 % 97 + 1) / 100.0, (i * 31 % 89 + 1) / 100.0, (i % 83 + 1) / 100.0]::float8[] AS w, (i * 13 % 79 + 1) / 10.0 AS x, (i * 17 % 71) / 10.0 + 0.1 AS y FROM generate_series(1, 2000) i) u) t) v;
SELECT mpi_summary(d, '{1,-0}', 0.5) = mpi_summary(d, '{1,0}', 0.5) AS no_sign FROM (VALUES ('{t,f}'::boolean[]), ('{t,t}')) v(d);
-- Weights of all sizes add up exactly.
SELECT mpi_headcount(m, '{1}', 1, w) = 1e-300 AS tiny, population(mpi_summary(m, '{1}', 1, w)) = 1 AS one FROM (VALUES (1, 1e-300), (0, 1)) v(m, w);

-- ---- moving windows: exact, whatever left the frame; a frame may be empty, and the parameters may change with it ----
SELECT y, mpi_headcount(m, '{1,1}', 0.5, w) OVER (ORDER BY y ROWS 1 PRECEDING) AS h, mpi(m, '{1,1}', 0.5, w) OVER (ORDER BY y ROWS 1 PRECEDING) AS m0
FROM (VALUES (1, 1, 1e300), (2, 0, 1e-5), (3, 3, 1e-5), (4, NULL, 1), (5, NULL, 1), (6, 2, 3)) v(y, m, w) ORDER BY y;
SELECT y, mpi(m, weights, 0.5) OVER (ORDER BY y ROWS CURRENT ROW) AS m0 FROM (VALUES (1, 1, '{1,3}'::float8[]), (2, 1, '{1,1}'), (3, 1, '{1,0}')) v(y, m, weights) ORDER BY y;
SELECT y, mpi_gap(g, '{1,1}', 0.5) OVER (ORDER BY y ROWS 1 PRECEDING) AS m1 FROM (VALUES (1, '{0.5,0}'::float8[]), (2, '{0.25,0.75}'), (3, '{0,0}'), (4, '{1,1}'), (5, '{0.5,0.5}')) v(y, g) ORDER BY y;
-- Two of weight 1/2 are 1, which has no bit where 1/2 has one; one taken away is the other.
SELECT subtract(mpi_summary_transition(s, 1, '{1}', 1, 0.5), s) = s AS half FROM mpi_summary_transition(NULL, 1, '{1}', 1, 0.5) s;
SELECT area, population(merge(s) OVER (ORDER BY area ROWS CURRENT ROW)) AS own, population(merge(s) OVER (ORDER BY area)) AS running FROM stored ORDER BY area;

-- ---- the standards as data ----
SELECT standard, dimension, dimension_vi, string_agg(name || ' (' || name_vi || ') ' || weight, '; ' ORDER BY "position") AS indicators
FROM deprivation_indicator WHERE shipped AND standard IN ('GLOBAL-MPI', 'WB-MPM') GROUP BY standard, dimension, dimension_vi ORDER BY standard, min("position");
-- How many, and the sum of the weights: 18 eighteenths.
SELECT standard, count(*), sum(weight), count(*) FILTER (WHERE name_vi IS NULL OR dimension_vi IS NULL OR source = '') AS incomplete FROM deprivation_indicator WHERE shipped GROUP BY standard ORDER BY standard;
-- Nutrition and one more of health: 6 of 18, poor; its two dimensions; three of living standards are 3 of 18, not poor.
SELECT mpi_headcount(m, w, 1.0 / 3) AS h, mpi(m, w, 1.0 / 3) = 6.0::float8 / 18 / 2 AS m0, (SELECT string_agg(d::text, ' ') FROM mpi_dimension_contributions(mpi_summary(m, w, 1.0 / 3), dimensions) d) AS dimensions
FROM unnest('{3,112}'::bigint[]) m, (SELECT deprivation_weights('GLOBAL-MPI') AS w, deprivation_dimensions('GLOBAL-MPI') AS dimensions OFFSET 0) s
GROUP BY dimensions;
-- Weights, dimensions and cutoff of a standard; a row of your own wins over the shipped one of its position.
SELECT standard, deprivation_weights(standard) AS weights, deprivation_cutoff(standard) AS k FROM unnest('{VN-2011,VN-2016,VN-2022,VN-2027,GLOBAL-MPI,WB-MPM,NONE}'::text[]) standard;
SELECT deprivation_dimensions('WB-MPM') AS dimensions, deprivation_dimensions('NONE') AS none, deprivation_weights(NULL) AS null_weights, deprivation_cutoff(NULL) AS null_k;
BEGIN;
INSERT INTO deprivation_indicator (standard, position, code, dimension, name, weight, source) VALUES ('VN-2016', 3, 'adults_schooling', 'schooling', 'schooling of adults', 2, 'Our council');
INSERT INTO poverty_standard (standard, name, rule, min_deprivations, deprivation_count, classifies, source) VALUES ('VN-2016', 'Ours', 'income_or_deprivations', 4, 10, true, 'Our council');
SELECT (SELECT count(*) FROM deprivation_indicator WHERE standard = 'VN-2016') AS rows, deprivation_weights('VN-2016') AS weights, deprivation_dimensions('VN-2016') AS dimensions, deprivation_cutoff('VN-2016') AS k;
SELECT mpi(deprived, (SELECT deprivation_weights('VN-2016')), (SELECT deprivation_cutoff('VN-2016'))) = 5.0::float8 / 11 AS m0 FROM (VALUES ('{t,t,t,t,f,f,f,f,f,f}'::boolean[])) v(deprived);
ROLLBACK;
-- A household's category from its deprivations, by the standard of 2016: between the lines, 3 of 10 make it poor.
SELECT classify_household('VN-2016', 'rural', '2018-12-14', 800000, deprivation_count('{t,f,t,f,f,f,f,t,f,f}'::boolean[])) AS three, classify_household('VN-2016', 'rural', '2018-12-14', 800000, deprivation_count(B'1010000000')) AS two;

-- ---- AROPE ----
SELECT r, d, l, arope(r, d, l) FROM (VALUES (true, false, false), (false, true, NULL), (false, false, true), (false, false, false), (false, false, NULL), (true, true, true)) v(r, d, l);
SELECT refusal('SELECT arope(NULL, true, true)') UNION ALL SELECT refusal('SELECT arope(true, NULL, true)') UNION ALL SELECT refusal('SELECT arope_summary(NULL, true, true)')
UNION ALL SELECT refusal('SELECT arope_summary(true, NULL, NULL)') UNION ALL SELECT refusal('SELECT arope_summary(true, true, true, -1)');
-- Each of the 8 cells (risk 1, deprived 2, low work 4) with weight 2^cell, and a ninth person without work intensity, at risk, of weight 1000.
-- Population 255 + 1000, in AROPE all but cell 0: 1254; at risk 2 + 8 + 32 + 128 + 1000; deprived 4 + 8 + 64 + 128; low work 16 + 32 + 64 + 128, of the 255 who have one.
CREATE TABLE person_eu AS SELECT (c & 1) = 1 AS r, (c & 2) = 2 AS d, (c & 4) = 4 AS l, 2.0 ^ c AS w FROM generate_series(0, 7) c UNION ALL SELECT true, false, NULL, 1000;
\x on
SELECT (arope_summary(r, d, l, w)).* FROM person_eu;
\x off
SELECT arope_summary(r, d, l) AS unweighted FROM person_eu;
SELECT arope_summary(r, d, l, w) FILTER (WHERE l IS NULL) AS one, arope_summary(r, d, l) FILTER (WHERE false) AS none, arope_summary(r, d, l, 0) AS weightless, (arope_summary(r, d, l, nullif(w, 1000))).population AS without_null FROM person_eu;
SELECT r, (arope_summary(r, d, l, w)).arope AS arope, (arope_summary(r, d, l, w)).arope_rate = poverty_rate(arope(r, d, l), w) AS rate FROM person_eu GROUP BY ROLLUP (r) ORDER BY r;
SELECT c, (arope_summary(d, d, d) OVER (ORDER BY c ROWS 1 PRECEDING)).all_three AS moving FROM (VALUES (1, true), (2, false), (3, false), (4, true)) v(c, d) ORDER BY c;
-- 7 of 13 items.
SELECT severe_deprivation(array_cat(array_fill(true, ARRAY[7]), array_fill(false, ARRAY[6]))) AS seven, severe_deprivation(array_cat(array_fill(true, ARRAY[6]), array_fill(false, ARRAY[7]))) AS six;
SELECT refusal('SELECT severe_deprivation(array_fill(true, ARRAY[12]))') UNION ALL SELECT refusal('SELECT severe_deprivation(array_fill(NULL::boolean, ARRAY[13]))');

-- ---- a parallel plan ----
CREATE TABLE many AS SELECT (i * 7919 % 4096)::bigint AS m, deprivation_array(i * 7919 % 4096, 12) AS d, 1 + i % 7 AS w, i % 3 = 0 AS r, i % 5 = 0 AS s, i % 7 = 0 AS l FROM generate_series(1, 40960) i;
ANALYZE many;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) SELECT mpi(d, array_fill(1, ARRAY[12]), 0.25, w), mpi_summary(m, array_fill(1, ARRAY[12]), 0.25), arope_summary(r, s, l), missing_deprivations(d) FROM many;
-- Each of the 4,096 patterns ten times. Poor from 3 of 12 on: all but 1 + 12 + 66 patterns, 4017/4096. Deprivations of the poor: 12*2048 - 12 - 132 = 24432 of 12*4096.
SELECT mpi(d, array_fill(1, ARRAY[12]), 0.25) = 24432.0::float8 / 49152 AS m0, mpi_headcount(m, array_fill(1, ARRAY[12]), 0.25) = 4017.0::float8 / 4096 AS h, mpi_intensity(m, array_fill(1, ARRAY[12]), 0.25) = 24432.0::float8 / 12 / 4017 AS a,
	observations(mpi_summary(d, array_fill(1, ARRAY[12]), 0.25)) AS rows, (arope_summary(r, s, l)).all_three AS all_three, missing_deprivations(d) AS missing
FROM many;
RESET ALL;

-- ---- a made-up data set: test/peers/alkire_foster.py computes the same lines in exact fractions, and a test compares them ----
CREATE TABLE made_up AS
SELECT i % 3 AS area, (1 + i % 7) / 4.0 AS w, array_agg((i * i * 31 + i * 17 * j + 7919 * j * j) % 101 < 5 + 4 * j + i % 37 ORDER BY j) AS d
FROM generate_series(1, 600) i, generate_series(1, 10) j GROUP BY i;
CREATE TABLE made_up_result AS SELECT coalesce(area::text, 'all') AS area, mpi_summary(d, array_fill(1, ARRAY[10]), 0.5, w) AS s FROM made_up GROUP BY ROLLUP (area);
SELECT concat_ws(' ', area, measure, coalesce(indicator::text, '-'), value) AS line
FROM made_up_result, LATERAL (
	SELECT 1, 'M0', NULL::bigint, mpi(s) UNION ALL SELECT 2, 'H', NULL, mpi_headcount(s) UNION ALL SELECT 3, 'A', NULL, mpi_intensity(s)
	UNION ALL SELECT 4, 'hd', n, h FROM unnest(mpi_uncensored_headcounts(s)) WITH ORDINALITY u(h, n)
	UNION ALL SELECT 5, 'hdk', n, h FROM unnest(mpi_censored_headcounts(s)) WITH ORDINALITY u(h, n)
	UNION ALL SELECT 6, 'pctb', n, h FROM unnest(mpi_contributions(s)) WITH ORDINALITY u(h, n)) m(kind, measure, indicator, value)
ORDER BY area, coalesce(indicator, 0), kind;
-- Contributions of indicators, and of the areas to the whole, add up to 1 but for rounding.
SELECT bool_and(abs((SELECT sum(c) FROM unnest(mpi_contributions(s)) c) - 1) < 1e-14) AS indicators FROM made_up_result;
SELECT abs(sum(mpi_subgroup_contribution(g.s, w.s)) - 1) < 1e-15 AS areas FROM made_up_result g, made_up_result w WHERE g.area <> 'all' AND w.area = 'all';

DROP TABLE person, hh, stored, round, gappy, person_eu, many, made_up, made_up_result;
DROP FUNCTION refusal(text), hint_of(text), four(), share_of(float8[], float8);
