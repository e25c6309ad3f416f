-- exact_sums: the state of the aggregates that add, as a value that travels.

-- Text form: version 01, kind 01 (poverty_rate), 2 sums, 1 row, 0 marked, parameter 0,
-- lowest limb 0x21 = 33, 1 limb a sum; then sign and limb of each sum.
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
WITH good(t) AS (VALUES ('010102' || '0000000000000001' || '0000000000000000' || '0000000000000000' || '0021' || '0001'
	|| '00' || '00040000' || '00' || '00080000'))
SELECT what, refused(malformed) FROM good, LATERAL (VALUES
	(1, 'good', t),
	(2, 'empty', ''),
	(3, 'not hexadecimal', 'xy' || substr(t, 3)),
	(4, 'half a byte', t || '0'),
	(5, 'a byte left over', t || '00'),
	(6, 'a byte short', left(t, -2)),
	(7, 'header alone', left(t, 62)),
	(8, 'version 0', '00' || substr(t, 3)),
	(9, 'version 2', '02' || substr(t, 3)),
	(10, 'kind 0', overlay(t PLACING '00' FROM 3)),
	(11, 'kind 255', overlay(t PLACING 'ff' FROM 3)),
	(12, 'kind of another number of sums', overlay(t PLACING '04' FROM 3)),
	(13, 'three sums', overlay(t PLACING '03' FROM 5)),
	(14, 'negative rows', overlay(t PLACING 'ffffffffffffffff' FROM 7)),
	(15, 'more marked than rows', overlay(t PLACING '0000000000000002' FROM 23)),
	(16, 'sums without rows', overlay(t PLACING '0000000000000000' FROM 7)),
	(17, 'lowest limb below 0', overlay(t PLACING 'ffff' FROM 55)),
	(18, 'limbs above the range', overlay(t PLACING '0042' FROM 55)),
	(19, 'more limbs than there can be', overlay(t PLACING '7fff' FROM 59)),
	(20, 'fewer than no limbs', overlay(t PLACING 'ffff' FROM 59)),
	(21, 'sign 2', overlay(t PLACING '02' FROM 63)),
	(22, 'a negative count', overlay(t PLACING '01' FROM 63)),
	(23, 'a window of zeros', overlay(overlay(t PLACING '00000000' FROM 65) PLACING '00000000' FROM 75)),
	(24, 'no limbs, but a place', left(overlay(t PLACING '0000' FROM 59), 62) || '0000'),
	(25, 'a parameter that the kind has not', overlay(t PLACING '3ff0000000000000' FROM 39)),
	(26, 'a summary', overlay(t PLACING '06' FROM 3))
) v(n, what, malformed) ORDER BY n;
-- A zero with a sign, of a kind that may be negative.
SELECT refused('010302' || '0000000000000001' || '0000000000000000' || '0000000000000000' || '0021' || '0001'
	|| '01' || '00000000' || '00' || '00080000');

-- fgt carries its alpha: -1, NaN and -0 are none; states of different alpha do not add up.
WITH good(t) AS (SELECT fgt_transition(NULL, 1, 2, 1.5)::text)
SELECT refused(t) AS good, refused(overlay(t PLACING 'bff0000000000000' FROM 39)) AS negative,
	refused(overlay(t PLACING '7ff8000000000000' FROM 39)) AS nan, refused(overlay(t PLACING '8000000000000000' FROM 39)) AS minus_zero FROM good;
SELECT exact_sums_combine(fgt_transition(NULL, 1, 2, 1.5), fgt_transition(NULL, 1, 2, 3));
\echo :LAST_ERROR_SQLSTATE

-- The binary form goes through the same checks (COPY BINARY is tried with a file in the TAP tests).
SELECT encode(exact_sums_send(state), 'hex') = state::text AS same_bytes FROM states ORDER BY id;

-- More than double precision holds is an error when it is read, and not before.
SELECT poverty_rate_final(exact_sums_combine(poverty_rate_transition(NULL, 0, 1.7e308),
	poverty_rate_transition(NULL, 0, 1.7e308)));
\echo :LAST_ERROR_SQLSTATE

DROP FUNCTION refused(text);
DROP TABLE states;
