-- SPDX-License-Identifier: PostgreSQL
/* ---- sums: the state of the aggregates that add ---- */

CREATE TYPE @extschema@.exact_sums;

CREATE FUNCTION @extschema@.exact_sums_in(cstring) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.exact_sums_out(@extschema@.exact_sums) RETURNS cstring
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.exact_sums_recv(internal) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.exact_sums_send(@extschema@.exact_sums) RETURNS bytea
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE @extschema@.exact_sums (
	INPUT = @extschema@.exact_sums_in,
	OUTPUT = @extschema@.exact_sums_out,
	RECEIVE = @extschema@.exact_sums_recv,
	SEND = @extschema@.exact_sums_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE FUNCTION @extschema@.exact_sums_combine(@extschema@.exact_sums, @extschema@.exact_sums) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON TYPE @extschema@.exact_sums IS
'Partial state of the aggregates that add: exact sums, not rounded yet, and counts of rows. The same rows give the same value whatever their order. Text form: hexadecimal digits of the binary form; both are lossless, begin with a version byte and end with a checksum (CRC-32C). Made and read by aggregates; users meet it only in plans.';
COMMENT ON FUNCTION @extschema@.exact_sums_in(cstring) IS
'Reads the text form of exact_sums; malformed text, a wrong checksum and sums that contradict themselves are errors (22P03).';
COMMENT ON FUNCTION @extschema@.exact_sums_out(@extschema@.exact_sums) IS
'Writes the text form of exact_sums: hexadecimal digits of the binary form.';
COMMENT ON FUNCTION @extschema@.exact_sums_recv(internal) IS
'Reads the binary form of exact_sums; every byte is checked, and malformed bytes, a wrong checksum and sums that contradict themselves are errors (22P03).';
COMMENT ON FUNCTION @extschema@.exact_sums_send(@extschema@.exact_sums) IS
'Writes the binary form of exact_sums.';
COMMENT ON FUNCTION @extschema@.exact_sums_combine(@extschema@.exact_sums, @extschema@.exact_sums) IS
'Adds two partial states of one aggregate, exactly. States of different aggregates are an error (22023).';
