-- SPDX-License-Identifier: PostgreSQL
-- exact_sums: the state of the aggregates that add, as a value that travels.

\getenv srcdir PG_ABS_SRCDIR
\i :srcdir/sql/include/sealed.sql
SELECT to_hex(castagnoli('123456789'));

-- Text form: version 01, kind 01 (poverty_rate), 2 sums, 1 row, 0 marked, parameter 0,
-- lowest limb 0x21 = 33, 1 limb a sum; then sign and limb of each sum, and the checksum.
-- 1 = 2^(32 * 33 - 1074) * 2^18, so the limb of 1 is 0x00040000, of 2 0x00080000.
SELECT poverty_rate_transition(NULL, 1, 2);

-- 2^32 + 1 beside 1: two limbs; 2^32 is 0x00040000 of limb 34.
SELECT poverty_rate_transition(NULL, 1, 4294967297);

-- A row that is left out gives a state without rows, and so does one of zeros but for its count.
SELECT poverty_rate_transition(NULL, NULL, 2), poverty_rate_transition(NULL, 0, 0);

-- Negative sums carry a sign (disbursement_rate is kind 03).
SELECT disbursement_rate_transition(NULL, -1, 2);

-- Text and binary forms read back to the same bytes, whatever extra_float_digits is.
CREATE TABLE states (id int, state exact_sums);
INSERT INTO states VALUES
	(1, poverty_rate_transition(NULL, 0.1, 0.3)),
	(2, poverty_rate_transition(poverty_rate_transition(NULL, 1e-300, 1), 0, 1e300)),
	(3, poverty_rate_transition(poverty_rate_transition(NULL, 1, 1), 2e15, 3e15 + 0.1));
SET extra_float_digits = -10;
SELECT id, exact_sums_send(state::text::exact_sums) = exact_sums_send(state) AS text_is_lossless
FROM states ORDER BY id;
RESET extra_float_digits;
SELECT id, upper(state::text)::exact_sums::text = state::text AS either_case FROM states ORDER BY id;

-- Final functions read a state that was stored: (1e-300 + 0) / (1 + 1e300) is below the
-- smallest double; (1 + 2e15) / (1 + 3e15 + 0.1), each sum rounded once.
SELECT id, poverty_rate_final(state) = v.expected AS equal
FROM states
JOIN (VALUES (1, 0.1::float8 / 0.3::float8), (2, 0::float8),
		(3, 2000000000000001::float8 / (3000000000000001::float8 + 0.1::float8))) v(id, expected) USING (id)
ORDER BY id;

-- Combining adds exactly, is the same in either order and leaves a stored state as it was.
SELECT exact_sums_combine(a.state, b.state)::text = exact_sums_combine(b.state, a.state)::text AS commutes,
	poverty_rate_final(exact_sums_combine(a.state, b.state)) =
		(0.1::float8 + 2000000000000001) / (0.3::float8 + 3000000000000001 + 0.1::float8) AS adds
FROM states a, states b WHERE a.id = 1 AND b.id = 3;
SELECT id, poverty_rate_final(exact_sums_combine(state, state)) = poverty_rate_final(state) AS same_rate
FROM states WHERE id <> 2 ORDER BY id;
-- A state without rows is neutral, of whatever kind it is.
SELECT exact_sums_combine(poverty_flow_transition(NULL, NULL), state)::text = state::text AS neutral_left,
	exact_sums_combine(state, poverty_flow_transition(NULL, NULL))::text = state::text AS neutral_right
FROM states WHERE id = 1;
SELECT exact_sums_combine(NULL, state) IS NULL AS strict FROM states WHERE id = 1;

-- States of different aggregates do not add up, nor is one read by another's final function.
SELECT exact_sums_combine(poverty_rate_transition(NULL, 1, 2), disbursement_rate_transition(NULL, 1, 2));
\echo :LAST_ERROR_SQLSTATE
SELECT coverage_rate_final(state) FROM states WHERE id = 1;
\echo :LAST_ERROR_SQLSTATE

-- Nothing is taken out that was not counted in.
SELECT poverty_rate_inverse(NULL, 1, 2);
\echo :LAST_ERROR_SQLSTATE
SELECT coverage_rate_inverse(coverage_rate_transition(NULL, true, true), NULL, true);
\echo :LAST_ERROR_SQLSTATE

-- Every malformed text is an error of class 22P03; good is the text of a row 1 of 2.
CREATE FUNCTION refused(malformed text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	PERFORM malformed::exact_sums;
	RETURN 'accepted';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ' ' || SQLERRM;
END $$;
CREATE TABLE good AS SELECT '010102' || '0000000000000001' || '0000000000000000' || '0000000000000000' || '0021' || '0001'
	|| '00' || '00040000' || '00' || '00080000' AS t;
SELECT poverty_rate_transition(NULL, 1, 2)::text = sealed(t) AS written_so FROM good;
SELECT what, refused(malformed) FROM good, LATERAL (VALUES
	(1, 'good', sealed(t)),
	(2, 'empty', ''),
	(3, 'not hexadecimal', 'xy' || substr(sealed(t), 3)),
	(4, 'half a byte', sealed(t) || '0'),
	(5, 'a byte left over', sealed(t) || '00'),
	(6, 'a byte short', left(sealed(t), -2)),
	(7, 'without a checksum', t),
	(8, 'with the checksum of other bytes', t || right(sealed(overlay(t PLACING '00040001' FROM 65)), 8))
) v(n, what, malformed) ORDER BY n;
-- With the checksum of what they say.
SELECT what, refused(sealed(malformed)) FROM good, LATERAL (VALUES
	(1, 'nothing', ''),
	(2, 'header alone', left(t, 62)),
	(3, 'a byte left over', t || '00'),
	(4, 'a byte short', left(t, -2)),
	(5, 'version 0', '00' || substr(t, 3)),
	(6, 'version 2', '02' || substr(t, 3)),
	(7, 'kind 0', overlay(t PLACING '00' FROM 3)),
	(8, 'kind 255', overlay(t PLACING 'ff' FROM 3)),
	(9, 'kind of another number of sums', overlay(t PLACING '04' FROM 3)),
	(10, 'three sums', overlay(t PLACING '03' FROM 5)),
	(11, 'negative rows', overlay(t PLACING 'ffffffffffffffff' FROM 7)),
	(12, 'negative marked rows', overlay(t PLACING 'ffffffffffffffff' FROM 23)),
	(13, 'more marked than rows', overlay(t PLACING '0000000000000002' FROM 23)),
	(14, 'sums without rows', overlay(t PLACING '0000000000000000' FROM 7)),
	(15, 'lowest limb below 0', overlay(t PLACING 'ffff' FROM 55)),
	(16, 'limbs above the range', overlay(t PLACING '0043' FROM 55)),
	(17, 'more limbs than there can be', overlay(t PLACING '7fff' FROM 59)),
	(18, 'fewer than no limbs', overlay(t PLACING 'ffff' FROM 59)),
	(19, 'sign 2', overlay(t PLACING '02' FROM 63)),
	(20, 'a negative count', overlay(t PLACING '01' FROM 63)),
	(21, 'a window of zeros', overlay(overlay(t PLACING '00000000' FROM 65) PLACING '00000000' FROM 75)),
	(22, 'no limbs, but a place', left(overlay(t PLACING '0000' FROM 59), 62) || '0000'),
	(23, 'a parameter that the kind has not', overlay(t PLACING '3ff0000000000000' FROM 39)),
	(24, 'a summary', overlay(t PLACING '06' FROM 3)),
	(25, 'a kind that is left free', overlay(t PLACING '0f' FROM 3))
) v(n, what, malformed) ORDER BY n;
-- A zero with a sign, of a kind that may be negative.
SELECT refused(sealed('010302' || '0000000000000001' || '0000000000000000' || '0000000000000000' || '0021' || '0001'
	|| '01' || '00000000' || '00' || '00080000'));
-- Any digit in the place of any other is found, in every kind of state.
SELECT count(*) > 5000 AS many, count(DISTINCT substr(t, 3, 2)) AS kinds,
	count(*) FILTER (WHERE refused(overlay(t PLACING d FROM p)) LIKE '22P03 %') = count(*) AS all_refused
FROM (SELECT headcount_transition(NULL, 1, 2)::text AS t UNION ALL SELECT poverty_rate_transition(NULL, 0.1, 1e300)::text
	UNION ALL SELECT disbursement_rate_transition(NULL, -1, 2)::text UNION ALL SELECT fgt_transition(NULL, 1, 2, 0.5)::text) v,
	generate_series(1, length(t)) p, LATERAL (SELECT to_hex(n) AS d FROM generate_series(0, 15) n WHERE to_hex(n) <> substr(t, p, 1)) w;

-- What contradicts itself is refused, whatever its checksum, by the kind.
CREATE FUNCTION state_of(kind text, parameter float8, row_count int, marked int, VARIADIC sums int[]) RETURNS text LANGUAGE sql IMMUTABLE
	RETURN refused(sealed_sums(kind, parameter, row_count, marked, VARIADIC sums));
CREATE FUNCTION state(kind text, row_count int, marked int, VARIADIC sums int[]) RETURNS text LANGUAGE sql IMMUTABLE
	RETURN state_of(kind, 0, row_count, marked, VARIADIC sums);
-- poverty_rate: a part of the whole; areas without anybody are rows; nothing is marked.
SELECT state('01', 1, 0, 2, 2) AS all_poor, state('01', 1, 0, 0, 0) AS nobody, state('01', 1, 0, 2, 1) AS more_than_all, state('01', 1, 1, 1, 2) AS marked;
-- coverage_rate: marked are the unrecorded, who are not covered; every row has a weight above 0.
SELECT state('02', 2, 1, 1, 2) AS good, state('02', 2, 2, 0, 2) AS none_recorded, state('02', 1, 0, 2, 1) AS more_than_all, state('02', 1, 0, 0, 0) AS no_weight,
	state('02', 2, 0, 1, 2) AS all_recorded, state('02', 2, 1, 2, 2) AS all_covered_and_one_unrecorded, state('02', 2, 2, 1, 2) AS covered_and_all_unrecorded;
-- disbursement_rate: anything, nothing marked.
SELECT state('03', 1, 0, 2, 1) AS more_than_planned, state('03', 1, 1, 1, 2) AS marked;
-- poverty_flow of the poor: start 5 - exits 1, 1, 1 + entries 1, 1, 1, 1 = end 6; and of the near-poor, where column 2 enters and column 5 leaves.
SELECT state('04', 9, 0, 5, 1, 1, 1, 1, 1, 1, 1, 6) AS identity, state('04', 9, 0, 5, 1, 1, 1, 1, 1, 1, 1, 7) AS one_more, state('04', 9, 1, 5, 1, 1, 1, 1, 1, 1, 1, 6) AS marked,
	state('05', 9, 0, 5, 2, 1, 1, 1, 1, 1, 1, 7) AS near_poor, state('05', 9, 0, 5, 1, 1, 1, 2, 1, 1, 1, 7) AS near_poor_wrong;
-- headcount_ratio: population, poor; every row has a weight above 0.
SELECT state('07', 1, 0, 1, 1) AS all_poor, state('07', 1, 0, 1, 0) AS none_poor, state('07', 1, 0, 1, 2) AS more_poor, state('07', 1, 0, 0, 0) AS no_weight, state('07', 1, 1, 1, 1) AS marked;
-- poverty_gap, poverty_severity, watts_index, prosperity_gap: population above 0; the sum may be larger.
SELECT kind, state(kind, 1, 0, 1, 2) AS larger, state(kind, 1, 0, 0, 0) AS no_weight, state(kind, 1, 0, 0, 1) AS gap_of_nobody, state(kind, 1, 1, 1, 1) AS marked
FROM unnest(ARRAY['08', '09', '0a', '0e']) kind;
-- income_gap_ratio, mean_shortfall: the poor, who may be none, and their gap.
SELECT kind, state(kind, 1, 0, 1, 2) AS larger, state(kind, 1, 0, 0, 0) AS none_poor, state(kind, 1, 0, 0, 1) AS gap_of_nobody, state(kind, 1, 1, 1, 1) AS marked
FROM unnest(ARRAY['0b', '0c']) kind;
-- fgt, here of alpha 0.
SELECT state('0d', 1, 0, 1, 1) AS all_poor, state('0d', 1, 0, 1, 2) AS more_poor, state('0d', 1, 0, 0, 0) AS no_weight, state('0d', 1, 1, 1, 1) AS marked;
-- arope_summary: 8 cells, of which the last 4 have low work intensity, and the population where that is known; marked are the rows where it is not.
SELECT state('28', 3, 1, 1, 0, 0, 0, 1, 1, 0, 0, 2) AS good, state('28', 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1) AS all_known, state('28', 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0) AS none_known;
SELECT state('28', 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) AS no_weight, state('28', 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2) AS more_known, state('28', 3, 1, 1, 0, 0, 0, 1, 1, 0, 0, 1) AS low_but_unknown,
	state('28', 3, 0, 1, 0, 0, 0, 1, 1, 0, 0, 2) AS unknown_but_none_marked, state('28', 3, 3, 1, 0, 0, 0, 1, 1, 0, 0, 2) AS known_but_all_marked;
-- missing_deprivations: at least one is missing in each marked household.
SELECT state('29', 3, 2, 3) AS good, state('29', 3, 0, 0) AS none, state('29', 3, 2, 1) AS too_few, state('29', 3, 0, 1) AS none_marked;
-- generalized_entropy and atkinson_index: population, income, terms, which may be negative; alpha is any number, epsilon none below 0.
SELECT state_of('14', -1, 1, 0, 1, 2, -3) AS good, state_of('14', 1, 1, 0, 1, 0, 0) AS no_income, state_of('14', 1, 1, 0, 0, 2, 3) AS no_weight, state_of('14', 1, 1, 0, -1, 2, 3) AS negative_weight,
	state_of('14', 1, 1, 0, 1, -2, 3) AS negative_income, state_of('14', 1, 1, 1, 1, 2, 3) AS marked;
SELECT state_of('15', 0.5, 1, 0, 1, 2, -3) AS good, state_of('15', 0, 1, 0, 1, 2, 3) AS zero, state_of('15', -1, 1, 0, 1, 2, 3) AS negative_epsilon, state_of('15', 2, 1, 0, 0, 2, 3) AS no_weight;
-- inequality_decomposition: the sums of a summary and the term between, alpha 0, 1 or 2; marked are incomes of 0, and where all are, there is no income.
SELECT alpha, state_of('17', alpha, 2, 0, 2, 4, -1, -1, 9, 1) AS good, state_of('17', alpha, 2, 1, 2, 4, -1, -1, 9, 1) AS one_zero, state_of('17', alpha, 2, 2, 2, 0, 0, 0, 0, 0) AS all_zero,
	state_of('17', alpha, 2, 2, 2, 4, 0, 0, 9, 0) AS zeros_with_income, state_of('17', alpha, 2, 0, 0, 4, 1, 1, 9, 1) AS no_weight FROM unnest('{0, 1, 2, 3}'::float8[]) alpha;
-- poverty_flows: 5 - 1 - 1 - 1 + 1 + 1 + 1 + 1 = 6 of the poor; of the near-poor 4 + 1 from the poor - 1 to them - 1 - 1 + 1 + 1 + 1 = 5.
SELECT state('32', 9, 0, 5, 1, 1, 1, 1, 1, 1, 1, 6, 4, 1, 1, 1, 1, 1, 5) AS identities, state('32', 9, 0, 5, 1, 1, 1, 1, 1, 1, 1, 7, 4, 1, 1, 1, 1, 1, 5) AS one_poor_more,
	state('32', 9, 0, 5, 1, 1, 1, 1, 1, 1, 1, 6, 4, 1, 1, 1, 1, 1, 4) AS one_near_poor_fewer, state('32', 9, 1, 5, 1, 1, 1, 1, 1, 1, 1, 6, 4, 1, 1, 1, 1, 1, 5) AS marked;
-- chronic_headcount: population, the chronically poor; a cutoff above 0 and at most 1, which only a state without rows need not know.
SELECT state_of('34', 0.5, 2, 0, 2, 1) AS good, state_of('34', 1, 2, 0, 2, 2) AS all_poor, state_of('34', 0.5, 2, 0, 2, 0) AS none_poor, state_of('34', 0.5, 2, 0, 1, 2) AS more_poor, state_of('34', 0.5, 2, 0, 0, 0) AS no_weight;
SELECT state_of('34', 0, 0, 0, 0, 0) AS empty, state_of('34', 0, 2, 0, 2, 1) AS cutoff_0, state_of('34', -1, 0, 0, 0, 0) AS negative_cutoff, state_of('34', 1.5, 2, 0, 2, 1) AS cutoff_above_1, state_of('34', 0.5, 2, 1, 2, 1) AS marked;
-- chronic_poverty: and their shares of the periods, at most 1 each, gaps and squares, which may be larger; none of it without a chronically poor.
SELECT state_of('35', 0.5, 4, 0, 4, 2, 1, 3, 9) AS good, state_of('35', 0.5, 4, 0, 4, 0, 0, 0, 0) AS none_poor, state_of('35', 0.5, 4, 0, 4, 1, 2, 0, 0) AS more_than_all_periods,
	state_of('35', 0.5, 4, 0, 4, 0, 0, 1, 0) AS gap_of_nobody, state_of('35', 0.5, 4, 1, 4, 2, 1, 1, 1) AS marked;
-- transient_poverty: population above 0; alpha from 0 up.
SELECT state_of('36', 2, 1, 0, 1, 2, 1) AS good, state_of('36', 2, 1, 0, 0, 2, 1) AS no_weight, state_of('36', -2, 1, 0, 1, 2, 1) AS negative_alpha, state_of('36', 2, 1, 1, 1, 2, 1) AS marked;
-- ravallion_huppi of summaries, alpha 0, 1 or 2, no sum below 0; and of published figures, which knows no alpha and may have such.
SELECT alpha, state_of('37', alpha, 1, 0, 1, 2, 1, 1, 2, 1) AS good, state_of('37', alpha, 1, 1, 1, 2, 1, 1, 2, 1) AS marked, state_of('37', alpha, 1, 0, 1, 2, 1, 1, 2, -1) AS negative FROM unnest('{0, 1, 2, 0.5}'::float8[]) alpha;
SELECT state('38', 1, 0, 1, 2, 1, 1, 2, -1) AS good, state('38', 1, 1, 1, 2, 1, 1, 2, 1) AS marked, state_of('38', 1, 1, 0, 1, 2, 1, 1, 2, 1) AS parameter;
-- None has sums or marked rows without rows.
SELECT state('07', 0, 0, 1, 0) AS no_rows, state('07', 0, 1, 0, 0) AS marked_without_rows, state('03', 0, 0, 0, 0) AS empty;

-- fgt carries its alpha: -1, NaN and -0 are none; states of different alpha do not add up.
SELECT refused(sealed(t)) AS good, refused(sealed(overlay(t PLACING 'bff0000000000000' FROM 39))) AS negative,
	refused(sealed(overlay(t PLACING '7ff8000000000000' FROM 39))) AS nan, refused(sealed(overlay(t PLACING '8000000000000000' FROM 39))) AS minus_zero
FROM (SELECT left(fgt_transition(NULL, 1, 2, 1.5)::text, -8) AS t) v;
SELECT exact_sums_combine(fgt_transition(NULL, 1, 2, 1.5), fgt_transition(NULL, 1, 2, 3));
\echo :LAST_ERROR_SQLSTATE

-- Rows are counted in checked arithmetic: a state of 2^63 - 1 rows takes no more.
SELECT poverty_rate_transition(sealed(overlay(t PLACING '7fffffffffffffff' FROM 7))::exact_sums, 1, 2) FROM good;
\echo :LAST_ERROR_SQLSTATE

-- So are those of two states, and the marked rows, of which the one taken out was none.
SELECT exact_sums_combine(most, most) FROM (SELECT sealed(overlay(t PLACING '4000000000000000' FROM 7))::exact_sums AS most FROM good) v;
\echo :LAST_ERROR_SQLSTATE
SELECT coverage_rate_transition(coverage_rate_inverse(most, true, true), NULL, true)
FROM (SELECT sealed('010202' || '7fffffffffffffff' || '7fffffffffffffff' || repeat('0', 16) || '00210001' || '0000000000' || '0000080000')::exact_sums AS most) v;
\echo :LAST_ERROR_SQLSTATE

-- The binary form goes through the same checks (COPY BINARY is tried with a file in the TAP tests).
SELECT encode(exact_sums_send(state), 'hex') = state::text AS same_bytes FROM states ORDER BY id;

-- More than double precision holds is an error when it is read, and not before.
SELECT poverty_rate_final(exact_sums_combine(poverty_rate_transition(NULL, 0, 1.7e308),
	poverty_rate_transition(NULL, 0, 1.7e308)));
\echo :LAST_ERROR_SQLSTATE

DROP FUNCTION refused(text), state(text, int, int, int[]), state_of(text, float8, int, int, int[]), sealed_sums(text, float8, int, int, int[]), sealed(text), castagnoli(bytea);
DROP TABLE states, good;
