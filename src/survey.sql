-- SPDX-License-Identifier: PostgreSQL
/* ---- survey: design-based standard errors ---- */

CREATE TYPE @extschema@.survey_code;

CREATE FUNCTION @extschema@.survey_code_in(cstring) RETURNS @extschema@.survey_code
	AS 'MODULE_PATHNAME', 'survey_code_in' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_code_out(@extschema@.survey_code) RETURNS cstring
	AS 'MODULE_PATHNAME', 'survey_code_out' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_code_recv(internal) RETURNS @extschema@.survey_code
	AS 'MODULE_PATHNAME', 'survey_code_recv' LANGUAGE C STABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_code_send(@extschema@.survey_code) RETURNS bytea
	AS 'MODULE_PATHNAME', 'survey_code_send' LANGUAGE C STABLE STRICT PARALLEL SAFE;

CREATE TYPE @extschema@.survey_code (
	INPUT = @extschema@.survey_code_in,
	OUTPUT = @extschema@.survey_code_out,
	RECEIVE = @extschema@.survey_code_recv,
	SEND = @extschema@.survey_code_send,
	INTERNALLENGTH = VARIABLE,
	STORAGE = extended
);

COMMENT ON TYPE @extschema@.survey_code IS 'What a stratum, a PSU or a subgroup is called: the argument type of the aggregates of room survey. Numbers, texts, boolean, date and uuid become one by themselves; any other value by survey_code(value). Whole numbers of all numeric types are the same codes; a text is not the number that it spells. A type for arguments: it has no operators, so keep codes in columns of their own types.';

COMMENT ON FUNCTION @extschema@.survey_code_in(cstring) IS E'Reads a survey_code: a text as it is, or \\x and hexadecimal digits as survey_code_out() writes them; checks every byte (22P02).';

COMMENT ON FUNCTION @extschema@.survey_code_out(@extschema@.survey_code) IS E'Writes a survey_code without loss: a text as it is, and other codes, as well as a text that begins with a backslash, as \\x and hexadecimal digits.';

COMMENT ON FUNCTION @extschema@.survey_code_recv(internal) IS 'Reads a survey_code from its binary form; checks every byte (22P03).';

COMMENT ON FUNCTION @extschema@.survey_code_send(@extschema@.survey_code) IS 'Writes a survey_code in its binary form, without loss.';

CREATE FUNCTION @extschema@.survey_code(value "any") RETURNS @extschema@.survey_code
	AS 'MODULE_PATHNAME', 'survey_code' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_code("any") IS 'The code of a stratum, a PSU or a subgroup that is a value of any type: whole numbers of every numeric type by their value, texts by their characters (those of character(n) without the blanks at their end), any other value by its binary form. Called by itself for numbers, texts, boolean, date, uuid and poverty_status; to be written for others, such as other enums, arrays and rows, or once and for all: CREATE CAST (kind_of_area AS survey_code) WITH FUNCTION survey_code("any") AS IMPLICIT. NULL for NULL. NaN and infinite numbers are errors (22023).';

CREATE CAST (smallint AS @extschema@.survey_code) WITH FUNCTION @extschema@.survey_code("any") AS IMPLICIT;
CREATE CAST (integer AS @extschema@.survey_code) WITH FUNCTION @extschema@.survey_code("any") AS IMPLICIT;
CREATE CAST (bigint AS @extschema@.survey_code) WITH FUNCTION @extschema@.survey_code("any") AS IMPLICIT;
CREATE CAST (real AS @extschema@.survey_code) WITH FUNCTION @extschema@.survey_code("any") AS IMPLICIT;
CREATE CAST (float8 AS @extschema@.survey_code) WITH FUNCTION @extschema@.survey_code("any") AS IMPLICIT;
CREATE CAST (numeric AS @extschema@.survey_code) WITH FUNCTION @extschema@.survey_code("any") AS IMPLICIT;
CREATE CAST (text AS @extschema@.survey_code) WITH FUNCTION @extschema@.survey_code("any") AS IMPLICIT;
CREATE CAST (varchar AS @extschema@.survey_code) WITH FUNCTION @extschema@.survey_code("any") AS IMPLICIT;
CREATE CAST (bpchar AS @extschema@.survey_code) WITH FUNCTION @extschema@.survey_code("any") AS IMPLICIT;
CREATE CAST (name AS @extschema@.survey_code) WITH FUNCTION @extschema@.survey_code("any") AS IMPLICIT;
CREATE CAST (boolean AS @extschema@.survey_code) WITH FUNCTION @extschema@.survey_code("any") AS IMPLICIT;
CREATE CAST (date AS @extschema@.survey_code) WITH FUNCTION @extschema@.survey_code("any") AS IMPLICIT;
CREATE CAST (uuid AS @extschema@.survey_code) WITH FUNCTION @extschema@.survey_code("any") AS IMPLICIT;
CREATE CAST (@extschema@.poverty_status AS @extschema@.survey_code) WITH FUNCTION @extschema@.survey_code("any") AS IMPLICIT;

COMMENT ON CAST (smallint AS @extschema@.survey_code) IS 'The code of a stratum, a PSU or a subgroup.';
COMMENT ON CAST (integer AS @extschema@.survey_code) IS 'The code of a stratum, a PSU or a subgroup.';
COMMENT ON CAST (bigint AS @extschema@.survey_code) IS 'The code of a stratum, a PSU or a subgroup.';
COMMENT ON CAST (real AS @extschema@.survey_code) IS 'The code of a stratum, a PSU or a subgroup.';
COMMENT ON CAST (float8 AS @extschema@.survey_code) IS 'The code of a stratum, a PSU or a subgroup.';
COMMENT ON CAST (numeric AS @extschema@.survey_code) IS 'The code of a stratum, a PSU or a subgroup.';
COMMENT ON CAST (text AS @extschema@.survey_code) IS 'The code of a stratum, a PSU or a subgroup.';
COMMENT ON CAST (varchar AS @extschema@.survey_code) IS 'The code of a stratum, a PSU or a subgroup.';
COMMENT ON CAST (bpchar AS @extschema@.survey_code) IS 'The code of a stratum, a PSU or a subgroup.';
COMMENT ON CAST (name AS @extschema@.survey_code) IS 'The code of a stratum, a PSU or a subgroup.';
COMMENT ON CAST (boolean AS @extschema@.survey_code) IS 'The code of a stratum, a PSU or a subgroup.';
COMMENT ON CAST (date AS @extschema@.survey_code) IS 'The code of a stratum, a PSU or a subgroup.';
COMMENT ON CAST (uuid AS @extschema@.survey_code) IS 'The code of a stratum, a PSU or a subgroup.';
COMMENT ON CAST (@extschema@.poverty_status AS @extschema@.survey_code) IS 'The code of a stratum, a PSU or a subgroup.';

CREATE TYPE @extschema@.survey_state;

CREATE FUNCTION @extschema@.survey_state_in(cstring) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'survey_state_in' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_state_out(@extschema@.survey_state) RETURNS cstring
	AS 'MODULE_PATHNAME', 'survey_value_out' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_state_recv(internal) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'survey_state_recv' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_state_send(@extschema@.survey_state) RETURNS bytea
	AS 'MODULE_PATHNAME', 'survey_value_send' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE @extschema@.survey_state (
	INPUT = @extschema@.survey_state_in,
	OUTPUT = @extschema@.survey_state_out,
	RECEIVE = @extschema@.survey_state_recv,
	SEND = @extschema@.survey_state_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

COMMENT ON TYPE @extschema@.survey_state IS 'Partial state of the aggregates of room survey: the rows of a group, with the identities of their sampling units.';

COMMENT ON FUNCTION @extschema@.survey_state_in(cstring) IS 'Reads a survey_state from hexadecimal digits; checks every byte (22P03).';

COMMENT ON FUNCTION @extschema@.survey_state_out(@extschema@.survey_state) IS 'Writes a survey_state as hexadecimal digits, without loss.';

COMMENT ON FUNCTION @extschema@.survey_state_recv(internal) IS 'Reads a survey_state from its binary form; checks every byte (22P03).';

COMMENT ON FUNCTION @extschema@.survey_state_send(@extschema@.survey_state) IS 'Writes a survey_state in its binary form, without loss.';

CREATE TYPE @extschema@.survey_design;

CREATE FUNCTION @extschema@.survey_design_in(cstring) RETURNS @extschema@.survey_design
	AS 'MODULE_PATHNAME', 'survey_design_in' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_design_out(@extschema@.survey_design) RETURNS cstring
	AS 'MODULE_PATHNAME', 'survey_value_out' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_design_recv(internal) RETURNS @extschema@.survey_design
	AS 'MODULE_PATHNAME', 'survey_design_recv' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_design_send(@extschema@.survey_design) RETURNS bytea
	AS 'MODULE_PATHNAME', 'survey_value_send' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE @extschema@.survey_design (
	INPUT = @extschema@.survey_design_in,
	OUTPUT = @extschema@.survey_design_out,
	RECEIVE = @extschema@.survey_design_recv,
	SEND = @extschema@.survey_design_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

COMMENT ON TYPE @extschema@.survey_design IS 'The design of a whole sample: its strata and primary sampling units (PSUs), the sampling fraction of each stratum, and options; or how replicate weights make a variance. Made by survey_design(), survey_options(), replicate_design(); merge() joins designs of parts of a sample.';

COMMENT ON FUNCTION @extschema@.survey_design_in(cstring) IS 'Reads a survey_design from hexadecimal digits; checks every byte (22P03).';

COMMENT ON FUNCTION @extschema@.survey_design_out(@extschema@.survey_design) IS 'Writes a survey_design as hexadecimal digits, without loss.';

COMMENT ON FUNCTION @extschema@.survey_design_recv(internal) IS 'Reads a survey_design from its binary form; checks every byte (22P03).';

COMMENT ON FUNCTION @extschema@.survey_design_send(@extschema@.survey_design) IS 'Writes a survey_design in its binary form, without loss.';

CREATE TYPE @extschema@.survey_line;

CREATE FUNCTION @extschema@.survey_line_in(cstring) RETURNS @extschema@.survey_line
	AS 'MODULE_PATHNAME', 'survey_line_in' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_line_out(@extschema@.survey_line) RETURNS cstring
	AS 'MODULE_PATHNAME', 'survey_value_out' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_line_recv(internal) RETURNS @extschema@.survey_line
	AS 'MODULE_PATHNAME', 'survey_line_recv' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_line_send(@extschema@.survey_line) RETURNS bytea
	AS 'MODULE_PATHNAME', 'survey_value_send' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE @extschema@.survey_line (
	INPUT = @extschema@.survey_line_in,
	OUTPUT = @extschema@.survey_line_out,
	RECEIVE = @extschema@.survey_line_recv,
	SEND = @extschema@.survey_line_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended,
	CATEGORY = 'N'
);

COMMENT ON TYPE @extschema@.survey_line IS 'A relative poverty line as an estimate: the line, the design of its sample, and the totals by PSU of its linearised variable, or the line of each replicate. Made by survey_line(), survey_line_of_mean() and, for replicate weights, survey_line_replicates(), survey_line_of_mean_replicates(); read by survey_line_value(); as the line of headcount_ratio_estimate(), headcount_ratio_replicates() and their like it brings its own sampling error.';

COMMENT ON FUNCTION @extschema@.survey_line_in(cstring) IS 'Reads a survey_line from hexadecimal digits; checks every byte (22P03).';

COMMENT ON FUNCTION @extschema@.survey_line_out(@extschema@.survey_line) IS 'Writes a survey_line as hexadecimal digits, without loss.';

COMMENT ON FUNCTION @extschema@.survey_line_recv(internal) IS 'Reads a survey_line from its binary form; checks every byte (22P03).';

COMMENT ON FUNCTION @extschema@.survey_line_send(@extschema@.survey_line) IS 'Writes a survey_line in its binary form, without loss.';

CREATE TYPE @extschema@.survey_totals;

CREATE FUNCTION @extschema@.survey_totals_in(cstring) RETURNS @extschema@.survey_totals
	AS 'MODULE_PATHNAME', 'survey_totals_in' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_totals_out(@extschema@.survey_totals) RETURNS cstring
	AS 'MODULE_PATHNAME', 'survey_value_out' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_totals_recv(internal) RETURNS @extschema@.survey_totals
	AS 'MODULE_PATHNAME', 'survey_totals_recv' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_totals_send(@extschema@.survey_totals) RETURNS bytea
	AS 'MODULE_PATHNAME', 'survey_value_send' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE @extschema@.survey_totals (
	INPUT = @extschema@.survey_totals_in,
	OUTPUT = @extschema@.survey_totals_out,
	RECEIVE = @extschema@.survey_totals_recv,
	SEND = @extschema@.survey_totals_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

COMMENT ON TYPE @extschema@.survey_totals IS 'What the error of an estimate came from: the scaled deviations by PSU, whose squares add up to its variance, or the estimate of each replicate. With it, difference() knows the covariance of estimates from overlapping samples, or from the same replicates.';

COMMENT ON FUNCTION @extschema@.survey_totals_in(cstring) IS 'Reads a survey_totals from hexadecimal digits; checks every byte (22P03).';

COMMENT ON FUNCTION @extschema@.survey_totals_out(@extschema@.survey_totals) IS 'Writes a survey_totals as hexadecimal digits, without loss.';

COMMENT ON FUNCTION @extschema@.survey_totals_recv(internal) IS 'Reads a survey_totals from its binary form; checks every byte (22P03).';

COMMENT ON FUNCTION @extschema@.survey_totals_send(@extschema@.survey_totals) IS 'Writes a survey_totals in its binary form, without loss.';

CREATE FUNCTION @extschema@.survey_design_eq(@extschema@.survey_design, @extschema@.survey_design) RETURNS boolean
	AS 'MODULE_PATHNAME', 'survey_value_eq' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_design_eq(@extschema@.survey_design, @extschema@.survey_design) IS 'Whether two values of survey_design are the same.';

CREATE FUNCTION @extschema@.survey_design_ne(@extschema@.survey_design, @extschema@.survey_design) RETURNS boolean
	AS 'MODULE_PATHNAME', 'survey_value_ne' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_design_ne(@extschema@.survey_design, @extschema@.survey_design) IS 'Whether two values of survey_design differ.';

CREATE FUNCTION @extschema@.survey_design_hash(@extschema@.survey_design) RETURNS integer
	AS 'MODULE_PATHNAME', 'survey_value_hash' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_design_hash(@extschema@.survey_design) IS 'Hash of a survey_design.';

CREATE FUNCTION @extschema@.survey_design_hash_extended(@extschema@.survey_design, bigint) RETURNS bigint
	AS 'MODULE_PATHNAME', 'survey_value_hash_extended' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_design_hash_extended(@extschema@.survey_design, bigint) IS 'Hash of a survey_design, with a seed.';

CREATE OPERATOR @extschema@.= (
	LEFTARG = @extschema@.survey_design,
	RIGHTARG = @extschema@.survey_design,
	FUNCTION = @extschema@.survey_design_eq,
	COMMUTATOR = OPERATOR(@extschema@.=),
	NEGATOR = OPERATOR(@extschema@.<>),
	RESTRICT = pg_catalog.eqsel,
	JOIN = pg_catalog.eqjoinsel,
	HASHES,
	MERGES
);

COMMENT ON OPERATOR @extschema@.= (@extschema@.survey_design, @extschema@.survey_design) IS 'Whether two values of survey_design are the same.';

CREATE OPERATOR @extschema@.<> (
	LEFTARG = @extschema@.survey_design,
	RIGHTARG = @extschema@.survey_design,
	FUNCTION = @extschema@.survey_design_ne,
	COMMUTATOR = OPERATOR(@extschema@.<>),
	NEGATOR = OPERATOR(@extschema@.=),
	RESTRICT = pg_catalog.neqsel,
	JOIN = pg_catalog.neqjoinsel
);

COMMENT ON OPERATOR @extschema@.<> (@extschema@.survey_design, @extschema@.survey_design) IS 'Whether two values of survey_design differ.';

CREATE OPERATOR CLASS @extschema@.survey_design_hash_ops DEFAULT FOR TYPE @extschema@.survey_design USING hash AS
	OPERATOR 1 @extschema@.= (@extschema@.survey_design, @extschema@.survey_design),
	FUNCTION 1 @extschema@.survey_design_hash(@extschema@.survey_design),
	FUNCTION 2 @extschema@.survey_design_hash_extended(@extschema@.survey_design, bigint);

COMMENT ON OPERATOR CLASS @extschema@.survey_design_hash_ops USING hash IS 'Hashing of survey_design, for GROUP BY, DISTINCT and joins.';

COMMENT ON OPERATOR FAMILY @extschema@.survey_design_hash_ops USING hash IS 'Hashing of survey_design, for GROUP BY, DISTINCT and joins.';

CREATE FUNCTION @extschema@.survey_design_lt(@extschema@.survey_design, @extschema@.survey_design) RETURNS boolean
	AS 'MODULE_PATHNAME', 'survey_value_lt' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_design_le(@extschema@.survey_design, @extschema@.survey_design) RETURNS boolean
	AS 'MODULE_PATHNAME', 'survey_value_le' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_design_gt(@extschema@.survey_design, @extschema@.survey_design) RETURNS boolean
	AS 'MODULE_PATHNAME', 'survey_value_gt' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_design_ge(@extschema@.survey_design, @extschema@.survey_design) RETURNS boolean
	AS 'MODULE_PATHNAME', 'survey_value_ge' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_design_cmp(@extschema@.survey_design, @extschema@.survey_design) RETURNS integer
	AS 'MODULE_PATHNAME', 'survey_value_cmp' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE OPERATOR @extschema@.< (
	LEFTARG = @extschema@.survey_design,
	RIGHTARG = @extschema@.survey_design,
	FUNCTION = @extschema@.survey_design_lt,
	COMMUTATOR = OPERATOR(@extschema@.>),
	NEGATOR = OPERATOR(@extschema@.>=),
	RESTRICT = pg_catalog.scalarltsel,
	JOIN = pg_catalog.scalarltjoinsel
);

CREATE OPERATOR @extschema@.<= (
	LEFTARG = @extschema@.survey_design,
	RIGHTARG = @extschema@.survey_design,
	FUNCTION = @extschema@.survey_design_le,
	COMMUTATOR = OPERATOR(@extschema@.>=),
	NEGATOR = OPERATOR(@extschema@.>),
	RESTRICT = pg_catalog.scalarlesel,
	JOIN = pg_catalog.scalarlejoinsel
);

CREATE OPERATOR @extschema@.> (
	LEFTARG = @extschema@.survey_design,
	RIGHTARG = @extschema@.survey_design,
	FUNCTION = @extschema@.survey_design_gt,
	COMMUTATOR = OPERATOR(@extschema@.<),
	NEGATOR = OPERATOR(@extschema@.<=),
	RESTRICT = pg_catalog.scalargtsel,
	JOIN = pg_catalog.scalargtjoinsel
);

CREATE OPERATOR @extschema@.>= (
	LEFTARG = @extschema@.survey_design,
	RIGHTARG = @extschema@.survey_design,
	FUNCTION = @extschema@.survey_design_ge,
	COMMUTATOR = OPERATOR(@extschema@.<=),
	NEGATOR = OPERATOR(@extschema@.<),
	RESTRICT = pg_catalog.scalargesel,
	JOIN = pg_catalog.scalargejoinsel
);

CREATE OPERATOR CLASS @extschema@.survey_design_ops DEFAULT FOR TYPE @extschema@.survey_design USING btree AS
	OPERATOR 1 @extschema@.< (@extschema@.survey_design, @extschema@.survey_design),
	OPERATOR 2 @extschema@.<= (@extschema@.survey_design, @extschema@.survey_design),
	OPERATOR 3 @extschema@.= (@extschema@.survey_design, @extschema@.survey_design),
	OPERATOR 4 @extschema@.>= (@extschema@.survey_design, @extschema@.survey_design),
	OPERATOR 5 @extschema@.> (@extschema@.survey_design, @extschema@.survey_design),
	FUNCTION 1 @extschema@.survey_design_cmp(@extschema@.survey_design, @extschema@.survey_design);

COMMENT ON FUNCTION @extschema@.survey_design_lt(@extschema@.survey_design, @extschema@.survey_design) IS 'Whether the bytes of the first design sort before those of the second: an order without meaning, for sorting.';

COMMENT ON FUNCTION @extschema@.survey_design_le(@extschema@.survey_design, @extschema@.survey_design) IS 'Whether the bytes of the first design sort before those of the second or are the same: an order without meaning, for sorting.';

COMMENT ON FUNCTION @extschema@.survey_design_gt(@extschema@.survey_design, @extschema@.survey_design) IS 'Whether the bytes of the first design sort after those of the second: an order without meaning, for sorting.';

COMMENT ON FUNCTION @extschema@.survey_design_ge(@extschema@.survey_design, @extschema@.survey_design) IS 'Whether the bytes of the first design sort after those of the second or are the same: an order without meaning, for sorting.';

COMMENT ON FUNCTION @extschema@.survey_design_cmp(@extschema@.survey_design, @extschema@.survey_design) IS 'Below, at or above 0 as the bytes of the first design sort before, with or after those of the second: an order without meaning, for sorting.';

COMMENT ON OPERATOR @extschema@.<(@extschema@.survey_design, @extschema@.survey_design) IS 'The bytes of the first design sort before those of the second: an order without meaning, for sorting.';

COMMENT ON OPERATOR @extschema@.<=(@extschema@.survey_design, @extschema@.survey_design) IS 'The bytes of the first design sort before those of the second or are the same: an order without meaning, for sorting.';

COMMENT ON OPERATOR @extschema@.>(@extschema@.survey_design, @extschema@.survey_design) IS 'The bytes of the first design sort after those of the second: an order without meaning, for sorting.';

COMMENT ON OPERATOR @extschema@.>=(@extschema@.survey_design, @extschema@.survey_design) IS 'The bytes of the first design sort after those of the second or are the same: an order without meaning, for sorting.';

COMMENT ON OPERATOR CLASS @extschema@.survey_design_ops USING btree IS 'An order of the bytes of designs, which means nothing, for count(DISTINCT), ORDER BY, merge joins and unique indexes.';

COMMENT ON OPERATOR FAMILY @extschema@.survey_design_ops USING btree IS 'An order of the bytes of designs, which means nothing, for count(DISTINCT), ORDER BY, merge joins and unique indexes.';

CREATE FUNCTION @extschema@.survey_line_eq(@extschema@.survey_line, @extschema@.survey_line) RETURNS boolean
	AS 'MODULE_PATHNAME', 'survey_value_eq' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_line_eq(@extschema@.survey_line, @extschema@.survey_line) IS 'Whether two values of survey_line are the same.';

CREATE FUNCTION @extschema@.survey_line_ne(@extschema@.survey_line, @extschema@.survey_line) RETURNS boolean
	AS 'MODULE_PATHNAME', 'survey_value_ne' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_line_ne(@extschema@.survey_line, @extschema@.survey_line) IS 'Whether two values of survey_line differ.';

CREATE FUNCTION @extschema@.survey_line_hash(@extschema@.survey_line) RETURNS integer
	AS 'MODULE_PATHNAME', 'survey_value_hash' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_line_hash(@extschema@.survey_line) IS 'Hash of a survey_line.';

CREATE FUNCTION @extschema@.survey_line_hash_extended(@extschema@.survey_line, bigint) RETURNS bigint
	AS 'MODULE_PATHNAME', 'survey_value_hash_extended' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_line_hash_extended(@extschema@.survey_line, bigint) IS 'Hash of a survey_line, with a seed.';

CREATE OPERATOR @extschema@.= (
	LEFTARG = @extschema@.survey_line,
	RIGHTARG = @extschema@.survey_line,
	FUNCTION = @extschema@.survey_line_eq,
	COMMUTATOR = OPERATOR(@extschema@.=),
	NEGATOR = OPERATOR(@extschema@.<>),
	RESTRICT = pg_catalog.eqsel,
	JOIN = pg_catalog.eqjoinsel,
	HASHES,
	MERGES
);

COMMENT ON OPERATOR @extschema@.= (@extschema@.survey_line, @extschema@.survey_line) IS 'Whether two values of survey_line are the same.';

CREATE OPERATOR @extschema@.<> (
	LEFTARG = @extschema@.survey_line,
	RIGHTARG = @extschema@.survey_line,
	FUNCTION = @extschema@.survey_line_ne,
	COMMUTATOR = OPERATOR(@extschema@.<>),
	NEGATOR = OPERATOR(@extschema@.=),
	RESTRICT = pg_catalog.neqsel,
	JOIN = pg_catalog.neqjoinsel
);

COMMENT ON OPERATOR @extschema@.<> (@extschema@.survey_line, @extschema@.survey_line) IS 'Whether two values of survey_line differ.';

CREATE OPERATOR CLASS @extschema@.survey_line_hash_ops DEFAULT FOR TYPE @extschema@.survey_line USING hash AS
	OPERATOR 1 @extschema@.= (@extschema@.survey_line, @extschema@.survey_line),
	FUNCTION 1 @extschema@.survey_line_hash(@extschema@.survey_line),
	FUNCTION 2 @extschema@.survey_line_hash_extended(@extschema@.survey_line, bigint);

COMMENT ON OPERATOR CLASS @extschema@.survey_line_hash_ops USING hash IS 'Hashing of survey_line, for GROUP BY, DISTINCT and joins.';

COMMENT ON OPERATOR FAMILY @extschema@.survey_line_hash_ops USING hash IS 'Hashing of survey_line, for GROUP BY, DISTINCT and joins.';

CREATE FUNCTION @extschema@.survey_line_lt(@extschema@.survey_line, @extschema@.survey_line) RETURNS boolean
	AS 'MODULE_PATHNAME', 'survey_value_lt' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_line_le(@extschema@.survey_line, @extschema@.survey_line) RETURNS boolean
	AS 'MODULE_PATHNAME', 'survey_value_le' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_line_gt(@extschema@.survey_line, @extschema@.survey_line) RETURNS boolean
	AS 'MODULE_PATHNAME', 'survey_value_gt' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_line_ge(@extschema@.survey_line, @extschema@.survey_line) RETURNS boolean
	AS 'MODULE_PATHNAME', 'survey_value_ge' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_line_cmp(@extschema@.survey_line, @extschema@.survey_line) RETURNS integer
	AS 'MODULE_PATHNAME', 'survey_value_cmp' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE OPERATOR @extschema@.< (
	LEFTARG = @extschema@.survey_line,
	RIGHTARG = @extschema@.survey_line,
	FUNCTION = @extschema@.survey_line_lt,
	COMMUTATOR = OPERATOR(@extschema@.>),
	NEGATOR = OPERATOR(@extschema@.>=),
	RESTRICT = pg_catalog.scalarltsel,
	JOIN = pg_catalog.scalarltjoinsel
);

CREATE OPERATOR @extschema@.<= (
	LEFTARG = @extschema@.survey_line,
	RIGHTARG = @extschema@.survey_line,
	FUNCTION = @extschema@.survey_line_le,
	COMMUTATOR = OPERATOR(@extschema@.>=),
	NEGATOR = OPERATOR(@extschema@.>),
	RESTRICT = pg_catalog.scalarlesel,
	JOIN = pg_catalog.scalarlejoinsel
);

CREATE OPERATOR @extschema@.> (
	LEFTARG = @extschema@.survey_line,
	RIGHTARG = @extschema@.survey_line,
	FUNCTION = @extschema@.survey_line_gt,
	COMMUTATOR = OPERATOR(@extschema@.<),
	NEGATOR = OPERATOR(@extschema@.<=),
	RESTRICT = pg_catalog.scalargtsel,
	JOIN = pg_catalog.scalargtjoinsel
);

CREATE OPERATOR @extschema@.>= (
	LEFTARG = @extschema@.survey_line,
	RIGHTARG = @extschema@.survey_line,
	FUNCTION = @extschema@.survey_line_ge,
	COMMUTATOR = OPERATOR(@extschema@.<=),
	NEGATOR = OPERATOR(@extschema@.<),
	RESTRICT = pg_catalog.scalargesel,
	JOIN = pg_catalog.scalargejoinsel
);

CREATE OPERATOR CLASS @extschema@.survey_line_ops DEFAULT FOR TYPE @extschema@.survey_line USING btree AS
	OPERATOR 1 @extschema@.< (@extschema@.survey_line, @extschema@.survey_line),
	OPERATOR 2 @extschema@.<= (@extschema@.survey_line, @extschema@.survey_line),
	OPERATOR 3 @extschema@.= (@extschema@.survey_line, @extschema@.survey_line),
	OPERATOR 4 @extschema@.>= (@extschema@.survey_line, @extschema@.survey_line),
	OPERATOR 5 @extschema@.> (@extschema@.survey_line, @extschema@.survey_line),
	FUNCTION 1 @extschema@.survey_line_cmp(@extschema@.survey_line, @extschema@.survey_line);

COMMENT ON FUNCTION @extschema@.survey_line_lt(@extschema@.survey_line, @extschema@.survey_line) IS 'Whether the bytes of the first line sort before those of the second: an order without meaning, for sorting.';

COMMENT ON FUNCTION @extschema@.survey_line_le(@extschema@.survey_line, @extschema@.survey_line) IS 'Whether the bytes of the first line sort before those of the second or are the same: an order without meaning, for sorting.';

COMMENT ON FUNCTION @extschema@.survey_line_gt(@extschema@.survey_line, @extschema@.survey_line) IS 'Whether the bytes of the first line sort after those of the second: an order without meaning, for sorting.';

COMMENT ON FUNCTION @extschema@.survey_line_ge(@extschema@.survey_line, @extschema@.survey_line) IS 'Whether the bytes of the first line sort after those of the second or are the same: an order without meaning, for sorting.';

COMMENT ON FUNCTION @extschema@.survey_line_cmp(@extschema@.survey_line, @extschema@.survey_line) IS 'Below, at or above 0 as the bytes of the first line sort before, with or after those of the second: an order without meaning, for sorting.';

COMMENT ON OPERATOR @extschema@.<(@extschema@.survey_line, @extschema@.survey_line) IS 'The bytes of the first line sort before those of the second: an order without meaning, for sorting.';

COMMENT ON OPERATOR @extschema@.<=(@extschema@.survey_line, @extschema@.survey_line) IS 'The bytes of the first line sort before those of the second or are the same: an order without meaning, for sorting.';

COMMENT ON OPERATOR @extschema@.>(@extschema@.survey_line, @extschema@.survey_line) IS 'The bytes of the first line sort after those of the second: an order without meaning, for sorting.';

COMMENT ON OPERATOR @extschema@.>=(@extschema@.survey_line, @extschema@.survey_line) IS 'The bytes of the first line sort after those of the second or are the same: an order without meaning, for sorting.';

COMMENT ON OPERATOR CLASS @extschema@.survey_line_ops USING btree IS 'An order of the bytes of lines, which means nothing, for count(DISTINCT), ORDER BY, merge joins and unique indexes.';

COMMENT ON OPERATOR FAMILY @extschema@.survey_line_ops USING btree IS 'An order of the bytes of lines, which means nothing, for count(DISTINCT), ORDER BY, merge joins and unique indexes.';

CREATE FUNCTION @extschema@.survey_totals_eq(@extschema@.survey_totals, @extschema@.survey_totals) RETURNS boolean
	AS 'MODULE_PATHNAME', 'survey_value_eq' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_totals_eq(@extschema@.survey_totals, @extschema@.survey_totals) IS 'Whether two values of survey_totals are the same.';

CREATE FUNCTION @extschema@.survey_totals_ne(@extschema@.survey_totals, @extschema@.survey_totals) RETURNS boolean
	AS 'MODULE_PATHNAME', 'survey_value_ne' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_totals_ne(@extschema@.survey_totals, @extschema@.survey_totals) IS 'Whether two values of survey_totals differ.';

CREATE FUNCTION @extschema@.survey_totals_hash(@extschema@.survey_totals) RETURNS integer
	AS 'MODULE_PATHNAME', 'survey_value_hash' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_totals_hash(@extschema@.survey_totals) IS 'Hash of a survey_totals.';

CREATE FUNCTION @extschema@.survey_totals_hash_extended(@extschema@.survey_totals, bigint) RETURNS bigint
	AS 'MODULE_PATHNAME', 'survey_value_hash_extended' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_totals_hash_extended(@extschema@.survey_totals, bigint) IS 'Hash of a survey_totals, with a seed.';

CREATE OPERATOR @extschema@.= (
	LEFTARG = @extschema@.survey_totals,
	RIGHTARG = @extschema@.survey_totals,
	FUNCTION = @extschema@.survey_totals_eq,
	COMMUTATOR = OPERATOR(@extschema@.=),
	NEGATOR = OPERATOR(@extschema@.<>),
	RESTRICT = pg_catalog.eqsel,
	JOIN = pg_catalog.eqjoinsel,
	HASHES,
	MERGES
);

COMMENT ON OPERATOR @extschema@.= (@extschema@.survey_totals, @extschema@.survey_totals) IS 'Whether two values of survey_totals are the same.';

CREATE OPERATOR @extschema@.<> (
	LEFTARG = @extschema@.survey_totals,
	RIGHTARG = @extschema@.survey_totals,
	FUNCTION = @extschema@.survey_totals_ne,
	COMMUTATOR = OPERATOR(@extschema@.<>),
	NEGATOR = OPERATOR(@extschema@.=),
	RESTRICT = pg_catalog.neqsel,
	JOIN = pg_catalog.neqjoinsel
);

COMMENT ON OPERATOR @extschema@.<> (@extschema@.survey_totals, @extschema@.survey_totals) IS 'Whether two values of survey_totals differ.';

CREATE OPERATOR CLASS @extschema@.survey_totals_hash_ops DEFAULT FOR TYPE @extschema@.survey_totals USING hash AS
	OPERATOR 1 @extschema@.= (@extschema@.survey_totals, @extschema@.survey_totals),
	FUNCTION 1 @extschema@.survey_totals_hash(@extschema@.survey_totals),
	FUNCTION 2 @extschema@.survey_totals_hash_extended(@extschema@.survey_totals, bigint);

COMMENT ON OPERATOR CLASS @extschema@.survey_totals_hash_ops USING hash IS 'Hashing of survey_totals, for GROUP BY, DISTINCT and joins.';

COMMENT ON OPERATOR FAMILY @extschema@.survey_totals_hash_ops USING hash IS 'Hashing of survey_totals, for GROUP BY, DISTINCT and joins.';

CREATE FUNCTION @extschema@.survey_totals_lt(@extschema@.survey_totals, @extschema@.survey_totals) RETURNS boolean
	AS 'MODULE_PATHNAME', 'survey_value_lt' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_totals_le(@extschema@.survey_totals, @extschema@.survey_totals) RETURNS boolean
	AS 'MODULE_PATHNAME', 'survey_value_le' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_totals_gt(@extschema@.survey_totals, @extschema@.survey_totals) RETURNS boolean
	AS 'MODULE_PATHNAME', 'survey_value_gt' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_totals_ge(@extschema@.survey_totals, @extschema@.survey_totals) RETURNS boolean
	AS 'MODULE_PATHNAME', 'survey_value_ge' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.survey_totals_cmp(@extschema@.survey_totals, @extschema@.survey_totals) RETURNS integer
	AS 'MODULE_PATHNAME', 'survey_value_cmp' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE OPERATOR @extschema@.< (
	LEFTARG = @extschema@.survey_totals,
	RIGHTARG = @extschema@.survey_totals,
	FUNCTION = @extschema@.survey_totals_lt,
	COMMUTATOR = OPERATOR(@extschema@.>),
	NEGATOR = OPERATOR(@extschema@.>=),
	RESTRICT = pg_catalog.scalarltsel,
	JOIN = pg_catalog.scalarltjoinsel
);

CREATE OPERATOR @extschema@.<= (
	LEFTARG = @extschema@.survey_totals,
	RIGHTARG = @extschema@.survey_totals,
	FUNCTION = @extschema@.survey_totals_le,
	COMMUTATOR = OPERATOR(@extschema@.>=),
	NEGATOR = OPERATOR(@extschema@.>),
	RESTRICT = pg_catalog.scalarlesel,
	JOIN = pg_catalog.scalarlejoinsel
);

CREATE OPERATOR @extschema@.> (
	LEFTARG = @extschema@.survey_totals,
	RIGHTARG = @extschema@.survey_totals,
	FUNCTION = @extschema@.survey_totals_gt,
	COMMUTATOR = OPERATOR(@extschema@.<),
	NEGATOR = OPERATOR(@extschema@.<=),
	RESTRICT = pg_catalog.scalargtsel,
	JOIN = pg_catalog.scalargtjoinsel
);

CREATE OPERATOR @extschema@.>= (
	LEFTARG = @extschema@.survey_totals,
	RIGHTARG = @extschema@.survey_totals,
	FUNCTION = @extschema@.survey_totals_ge,
	COMMUTATOR = OPERATOR(@extschema@.<=),
	NEGATOR = OPERATOR(@extschema@.<),
	RESTRICT = pg_catalog.scalargesel,
	JOIN = pg_catalog.scalargejoinsel
);

CREATE OPERATOR CLASS @extschema@.survey_totals_ops DEFAULT FOR TYPE @extschema@.survey_totals USING btree AS
	OPERATOR 1 @extschema@.< (@extschema@.survey_totals, @extschema@.survey_totals),
	OPERATOR 2 @extschema@.<= (@extschema@.survey_totals, @extschema@.survey_totals),
	OPERATOR 3 @extschema@.= (@extschema@.survey_totals, @extschema@.survey_totals),
	OPERATOR 4 @extschema@.>= (@extschema@.survey_totals, @extschema@.survey_totals),
	OPERATOR 5 @extschema@.> (@extschema@.survey_totals, @extschema@.survey_totals),
	FUNCTION 1 @extschema@.survey_totals_cmp(@extschema@.survey_totals, @extschema@.survey_totals);

COMMENT ON FUNCTION @extschema@.survey_totals_lt(@extschema@.survey_totals, @extschema@.survey_totals) IS 'Whether the bytes of the first value sort before those of the second: an order without meaning, for sorting.';

COMMENT ON FUNCTION @extschema@.survey_totals_le(@extschema@.survey_totals, @extschema@.survey_totals) IS 'Whether the bytes of the first value sort before those of the second or are the same: an order without meaning, for sorting.';

COMMENT ON FUNCTION @extschema@.survey_totals_gt(@extschema@.survey_totals, @extschema@.survey_totals) IS 'Whether the bytes of the first value sort after those of the second: an order without meaning, for sorting.';

COMMENT ON FUNCTION @extschema@.survey_totals_ge(@extschema@.survey_totals, @extschema@.survey_totals) IS 'Whether the bytes of the first value sort after those of the second or are the same: an order without meaning, for sorting.';

COMMENT ON FUNCTION @extschema@.survey_totals_cmp(@extschema@.survey_totals, @extschema@.survey_totals) IS 'Below, at or above 0 as the bytes of the first value sort before, with or after those of the second: an order without meaning, for sorting.';

COMMENT ON OPERATOR @extschema@.<(@extschema@.survey_totals, @extschema@.survey_totals) IS 'The bytes of the first value sort before those of the second: an order without meaning, for sorting.';

COMMENT ON OPERATOR @extschema@.<=(@extschema@.survey_totals, @extschema@.survey_totals) IS 'The bytes of the first value sort before those of the second or are the same: an order without meaning, for sorting.';

COMMENT ON OPERATOR @extschema@.>(@extschema@.survey_totals, @extschema@.survey_totals) IS 'The bytes of the first value sort after those of the second: an order without meaning, for sorting.';

COMMENT ON OPERATOR @extschema@.>=(@extschema@.survey_totals, @extschema@.survey_totals) IS 'The bytes of the first value sort after those of the second or are the same: an order without meaning, for sorting.';

COMMENT ON OPERATOR CLASS @extschema@.survey_totals_ops USING btree IS 'An order of the bytes of values, which means nothing, for count(DISTINCT), ORDER BY, merge joins and unique indexes.';

COMMENT ON OPERATOR FAMILY @extschema@.survey_totals_ops USING btree IS 'An order of the bytes of values, which means nothing, for count(DISTINCT), ORDER BY, merge joins and unique indexes.';

CREATE TYPE @extschema@.poverty_estimate AS (
	estimate float8,
	std_error float8,
	ci_low float8,
	ci_high float8,
	cv float8,
	deff float8,
	df float8,
	n bigint,
	totals @extschema@.survey_totals
);

COMMENT ON TYPE @extschema@.poverty_estimate IS 'An estimate with its design-based error. Read its members as (e).std_error or std_error(e).';

COMMENT ON COLUMN @extschema@.poverty_estimate.estimate IS 'The estimate.';
COMMENT ON COLUMN @extschema@.poverty_estimate.std_error IS 'Standard error: the square root of the variance under the design. NULL where it cannot be told: with quantiles, where the density there is 0.';
COMMENT ON COLUMN @extschema@.poverty_estimate.ci_low IS 'Lower end of the confidence interval: Wald''s with t of df degrees of freedom, or as survey_options() says. NULL without degrees of freedom.';
COMMENT ON COLUMN @extschema@.poverty_estimate.ci_high IS 'Upper end of the confidence interval.';
COMMENT ON COLUMN @extschema@.poverty_estimate.cv IS 'Coefficient of variation, std_error/|estimate|: a fraction. NULL where the estimate is 0.';
COMMENT ON COLUMN @extschema@.poverty_estimate.deff IS 'Design effect: the variance divided by that of as many rows drawn with replacement and equal probabilities, W·(Σwu²−(Σwu)²/W)/(n−1). NULL where that is 0, with replicate weights and at an estimated line.';
COMMENT ON COLUMN @extschema@.poverty_estimate.df IS 'Degrees of freedom: PSUs − strata of the whole design; replicates − 1, or what replicate_design() was given.';
COMMENT ON COLUMN @extschema@.poverty_estimate.n IS 'Rows that count.';
COMMENT ON COLUMN @extschema@.poverty_estimate.totals IS 'Deviations by PSU, for difference() of overlapping samples, or the estimate of each replicate, for difference(): only with survey_options(keep_totals => true).';

CREATE FUNCTION @extschema@.survey_state_combine(@extschema@.survey_state, @extschema@.survey_state) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'survey_state_combine' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_state_combine(@extschema@.survey_state, @extschema@.survey_state) IS 'Joins two states of one aggregate of estimates.';

CREATE FUNCTION @extschema@.survey_design_combine(@extschema@.survey_state, @extschema@.survey_state) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'survey_design_combine' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_design_combine(@extschema@.survey_state, @extschema@.survey_state) IS 'Joins two states of survey_design().';

CREATE FUNCTION @extschema@.survey_design_final(@extschema@.survey_state) RETURNS @extschema@.survey_design
	AS 'MODULE_PATHNAME', 'survey_design_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_design_final(@extschema@.survey_state) IS 'The survey_design that a state holds. NULL without a row.';

CREATE FUNCTION @extschema@.survey_design_transition(@extschema@.survey_state, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'survey_design_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_design_transition(@extschema@.survey_state, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of survey_design().';

CREATE FUNCTION @extschema@.survey_design_transition(@extschema@.survey_state, @extschema@.survey_code, @extschema@.survey_code, float8) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'survey_design_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_design_transition(@extschema@.survey_state, @extschema@.survey_code, @extschema@.survey_code, float8) IS 'Adds a row to the state of survey_design().';

CREATE FUNCTION @extschema@.survey_design_add(@extschema@.survey_state, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'survey_design_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_design_add(@extschema@.survey_state, @extschema@.survey_design) IS 'Adds a design to the state of merge().';

CREATE AGGREGATE @extschema@.survey_design(stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.survey_design_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_design_final,
	COMBINEFUNC = @extschema@.survey_design_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.survey_design(@extschema@.survey_code, @extschema@.survey_code) IS 'The design of a sample: which PSUs each stratum has. Over all rows of the sample, (SELECT survey_design(stratum, psu) FROM ...) as the last argument of an estimate by region makes PSUs without a member of the region count with a total of 0, as they must. A PSU is the pair (stratum, psu); both may be of any type, and whole numbers of all types are the same codes; NaN and infinite ones are errors (22023). Rows with a NULL are left out; NULL without a row.';

CREATE AGGREGATE @extschema@.survey_design(stratum @extschema@.survey_code, psu @extschema@.survey_code, fpc float8) (
	SFUNC = @extschema@.survey_design_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_design_final,
	COMBINEFUNC = @extschema@.survey_design_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.survey_design(@extschema@.survey_code, @extschema@.survey_code, float8) IS 'The design of a sample drawn without replacement: fpc is the share of the stratum''s PSUs that were drawn (0 to 1, one number a stratum, else 22023), and the stratum''s part of variances is multiplied with 1 − fpc. Stratum and psu as in survey_design(stratum, psu). Rows with a NULL are left out; NULL without a row. Source: Cochran (1977), Sampling Techniques.';

CREATE AGGREGATE @extschema@.merge(design @extschema@.survey_design) (
	SFUNC = @extschema@.survey_design_add,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_design_final,
	COMBINEFUNC = @extschema@.survey_design_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.merge(@extschema@.survey_design) IS 'The design of a sample from the designs of its parts. Options, sampling fractions and the types of stratum and psu must agree, where numbers of all types are one, and a design of replicate weights cannot be merged (22023). NULLs are left out; NULL without a design.';

CREATE FUNCTION @extschema@.merge(a @extschema@.survey_design, b @extschema@.survey_design) RETURNS @extschema@.survey_design
	AS 'MODULE_PATHNAME', 'survey_design_merge' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.merge(@extschema@.survey_design, @extschema@.survey_design) IS 'The design of a sample from those of two parts. Options, sampling fractions and the types of stratum and psu must agree, where numbers of all types are one, and a design of replicate weights cannot be merged (22023). NULL gives NULL.';

CREATE FUNCTION @extschema@.survey_options(lonely text DEFAULT NULL, ci text DEFAULT NULL, level float8 DEFAULT NULL, df text DEFAULT NULL, convention text DEFAULT NULL, keep_totals boolean DEFAULT NULL, design @extschema@.survey_design DEFAULT NULL) RETURNS @extschema@.survey_design
	AS 'MODULE_PATHNAME', 'survey_options' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_options(text, text, float8, text, text, boolean, @extschema@.survey_design) IS 'Options of estimates, as a design: the one that is given, or one that takes each group for the whole sample. What is not given stays. lonely, for a stratum of one PSU: fail (default), certainty (no variance), average (that of the other strata), adjust (deviation from 0, the mean of all). ci: wald (default); logit or korn_graubard for rates (other indices keep wald); woodruff for quantiles by linearisation (relative lines, and quantiles by replicate weights, keep wald). level: of the interval, 0.95. df: design (PSUs − strata of the whole design, default) or domain (of those with members). convention: default, or convey: that of R''s convey 1.0 where it differs (the density''s bandwidth sd/W^0.2, quantiles of type 1, income at a relative line is poor, Gini by 2C−1, its forms of Sen, SST and Zenga). keep_totals: estimates carry what difference() of overlapping samples, or of the same replicates, needs. The density at a quantile or a line, on which their errors depend, is by default a Gaussian kernel''s, of bandwidth 0.9·min(sd, IQR/1.349)·(W²/Σw²)^−0.2 (Silverman 1986), which does not change with the scale of the weights. NULL stands for not given; the result is never NULL. Another word than these, and a level that is not between 0 and 1, are errors (22023).';

CREATE FUNCTION @extschema@.replicate_design(method text, rho float8 DEFAULT NULL, scale float8 DEFAULT NULL, rscales float8[] DEFAULT NULL, mse boolean DEFAULT NULL, df float8 DEFAULT NULL) RETURNS @extschema@.survey_design
	AS 'MODULE_PATHNAME', 'replicate_design' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.replicate_design(text, float8, float8, float8[], boolean, float8) IS 'How replicate weights make a variance: scale · Σ rscale·(θr − centre)², R replicates. method: brr (scale 1/R), fay (1/(R(1−rho)²)), jk1 ((R−1)/R), jkn (1, with rscales), bootstrap (1/(R−1)), acs (successive differences: 4/R, centre the estimate), other (scale must be given). scale and rscales replace the preset''s. mse: the centre is the estimate, else the mean of the replicates. df: degrees of freedom, R − 1 if not given (R''s survey takes the rank of the matrix of replicate weights less 1, its degf(), which is less where replicates depend on each other: give that here to have its intervals). Options, keep_totals among them, are given with survey_options(design => replicate_design(...)). NULL where method is NULL. Errors (22023): another method; fay without a rho in [0, 1), or rho with another; jkn without rscales; other without scale; a scale or an element of rscales that is negative, NaN, infinite or NULL; df that is not above 0. Source: Wolter (2007), Introduction to Variance Estimation; Fay and Train (1995) for acs.';

CREATE FUNCTION @extschema@.survey_psus(design @extschema@.survey_design) RETURNS bigint
	AS 'MODULE_PATHNAME', 'survey_design_psus' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_psus(@extschema@.survey_design) IS 'How many PSUs a design has. 0 where it holds none, as one of replicate weights or of options alone does. NULL gives NULL.';

CREATE FUNCTION @extschema@.survey_strata(design @extschema@.survey_design) RETURNS bigint
	AS 'MODULE_PATHNAME', 'survey_design_strata' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_strata(@extschema@.survey_design) IS 'How many strata a design has. 0 where it holds none, as one of replicate weights or of options alone does. NULL gives NULL.';

CREATE FUNCTION @extschema@.survey_estimate_final(@extschema@.survey_state) RETURNS @extschema@.poverty_estimate
	AS 'MODULE_PATHNAME', 'survey_estimate_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_estimate_final(@extschema@.survey_state) IS 'The estimate, with its error, of the rows of a state. NULL without a row.';

CREATE FUNCTION @extschema@.survey_replicates_final(@extschema@.survey_state) RETURNS @extschema@.poverty_estimate
	AS 'MODULE_PATHNAME', 'survey_replicates_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_replicates_final(@extschema@.survey_state) IS 'The estimate, with its error by replicate weights, of the rows of a state. NULL without a row.';

CREATE FUNCTION @extschema@.survey_line_final(@extschema@.survey_state) RETURNS @extschema@.survey_line
	AS 'MODULE_PATHNAME', 'survey_line_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_line_final(@extschema@.survey_state) IS 'The survey_line of the rows of a state. NULL without a row.';

CREATE FUNCTION @extschema@.mean_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mean_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mean_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of mean_estimate().';

CREATE FUNCTION @extschema@.mean_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mean_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mean_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of mean_estimate().';

CREATE FUNCTION @extschema@.mean_replicates_transition(@extschema@.survey_state, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mean_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mean_replicates_transition(@extschema@.survey_state, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of mean_replicates().';

CREATE AGGREGATE @extschema@.mean_estimate(value float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.mean_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mean_estimate(float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The mean, Σwx/W; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as.';

CREATE AGGREGATE @extschema@.mean_estimate(value float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.mean_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mean_estimate(float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The mean, Σwx/W; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as.';

CREATE AGGREGATE @extschema@.mean_replicates(value float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.mean_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mean_replicates(float8, float8, float8[], @extschema@.survey_design) IS 'The mean, Σwx/W; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise.';

CREATE FUNCTION @extschema@.total_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'total_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.total_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of total_estimate().';

CREATE FUNCTION @extschema@.total_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'total_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.total_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of total_estimate().';

CREATE FUNCTION @extschema@.total_replicates_transition(@extschema@.survey_state, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'total_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.total_replicates_transition(@extschema@.survey_state, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of total_replicates().';

CREATE AGGREGATE @extschema@.total_estimate(value float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.total_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.total_estimate(float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The total, Σwx, in the unit of the value; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as.';

CREATE AGGREGATE @extschema@.total_estimate(value float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.total_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.total_estimate(float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The total, Σwx, in the unit of the value; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as.';

CREATE AGGREGATE @extschema@.total_replicates(value float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.total_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.total_replicates(float8, float8, float8[], @extschema@.survey_design) IS 'The total, Σwx, in the unit of the value; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise.';

CREATE FUNCTION @extschema@.ratio_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'ratio_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.ratio_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of ratio_estimate().';

CREATE FUNCTION @extschema@.ratio_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'ratio_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.ratio_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of ratio_estimate().';

CREATE FUNCTION @extschema@.ratio_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'ratio_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.ratio_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of ratio_replicates().';

CREATE AGGREGATE @extschema@.ratio_estimate(numerator float8, denominator float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.ratio_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.ratio_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The ratio of totals, Σwy/Σwd; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL where Σwd is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as.';

CREATE AGGREGATE @extschema@.ratio_estimate(numerator float8, denominator float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.ratio_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.ratio_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The ratio of totals, Σwy/Σwd; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL where Σwd is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as.';

CREATE AGGREGATE @extschema@.ratio_replicates(numerator float8, denominator float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.ratio_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.ratio_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'The ratio of totals, Σwy/Σwd; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL where Σwd is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise.';

CREATE FUNCTION @extschema@.poverty_rate_estimate_transition(@extschema@.survey_state, boolean, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'poverty_rate_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.poverty_rate_estimate_transition(@extschema@.survey_state, boolean, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of poverty_rate_estimate().';

CREATE FUNCTION @extschema@.poverty_rate_estimate_transition(@extschema@.survey_state, boolean, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'poverty_rate_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.poverty_rate_estimate_transition(@extschema@.survey_state, boolean, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of poverty_rate_estimate().';

CREATE FUNCTION @extschema@.poverty_rate_replicates_transition(@extschema@.survey_state, boolean, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'poverty_rate_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.poverty_rate_replicates_transition(@extschema@.survey_state, boolean, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of poverty_rate_replicates().';

CREATE AGGREGATE @extschema@.poverty_rate_estimate(is_poor boolean, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.poverty_rate_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.poverty_rate_estimate(boolean, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The share of the poor, Σw·1(is_poor)/W, a fraction; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as.';

CREATE AGGREGATE @extschema@.poverty_rate_estimate(is_poor boolean, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.poverty_rate_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.poverty_rate_estimate(boolean, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The share of the poor, Σw·1(is_poor)/W, a fraction; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as.';

CREATE AGGREGATE @extschema@.poverty_rate_replicates(is_poor boolean, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.poverty_rate_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.poverty_rate_replicates(boolean, float8, float8[], @extschema@.survey_design) IS 'The share of the poor, Σw·1(is_poor)/W, a fraction; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise.';

CREATE FUNCTION @extschema@.headcount_ratio_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'headcount_ratio_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.headcount_ratio_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of headcount_ratio_estimate().';

CREATE FUNCTION @extschema@.headcount_ratio_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'headcount_ratio_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.headcount_ratio_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of headcount_ratio_estimate().';

CREATE FUNCTION @extschema@.headcount_ratio_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'headcount_ratio_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.headcount_ratio_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of headcount_ratio_replicates().';

CREATE AGGREGATE @extschema@.headcount_ratio_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.headcount_ratio_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.headcount_ratio_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The headcount ratio, Σw·1(x<z)/W, a fraction; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Foster, Greer & Thorbecke (1984).';

CREATE AGGREGATE @extschema@.headcount_ratio_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.headcount_ratio_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.headcount_ratio_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The headcount ratio, Σw·1(x<z)/W, a fraction; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Foster, Greer & Thorbecke (1984).';

CREATE AGGREGATE @extschema@.headcount_ratio_replicates(income float8, line float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.headcount_ratio_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.headcount_ratio_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'The headcount ratio, Σw·1(x<z)/W, a fraction; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Foster, Greer & Thorbecke (1984).';

CREATE FUNCTION @extschema@.poverty_gap_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'poverty_gap_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.poverty_gap_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of poverty_gap_estimate().';

CREATE FUNCTION @extschema@.poverty_gap_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'poverty_gap_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.poverty_gap_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of poverty_gap_estimate().';

CREATE FUNCTION @extschema@.poverty_gap_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'poverty_gap_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.poverty_gap_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of poverty_gap_replicates().';

CREATE AGGREGATE @extschema@.poverty_gap_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.poverty_gap_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.poverty_gap_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The poverty gap, Σw·((z−x)/z)·1(x<z)/W, a fraction of the line; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Foster, Greer & Thorbecke (1984).';

CREATE AGGREGATE @extschema@.poverty_gap_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.poverty_gap_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.poverty_gap_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The poverty gap, Σw·((z−x)/z)·1(x<z)/W, a fraction of the line; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Foster, Greer & Thorbecke (1984).';

CREATE AGGREGATE @extschema@.poverty_gap_replicates(income float8, line float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.poverty_gap_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.poverty_gap_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'The poverty gap, Σw·((z−x)/z)·1(x<z)/W, a fraction of the line; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Foster, Greer & Thorbecke (1984).';

CREATE FUNCTION @extschema@.poverty_severity_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'poverty_severity_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.poverty_severity_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of poverty_severity_estimate().';

CREATE FUNCTION @extschema@.poverty_severity_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'poverty_severity_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.poverty_severity_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of poverty_severity_estimate().';

CREATE FUNCTION @extschema@.poverty_severity_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'poverty_severity_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.poverty_severity_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of poverty_severity_replicates().';

CREATE AGGREGATE @extschema@.poverty_severity_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.poverty_severity_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.poverty_severity_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Poverty severity, Σw·((z−x)/z)²·1(x<z)/W; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Foster, Greer & Thorbecke (1984).';

CREATE AGGREGATE @extschema@.poverty_severity_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.poverty_severity_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.poverty_severity_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Poverty severity, Σw·((z−x)/z)²·1(x<z)/W; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Foster, Greer & Thorbecke (1984).';

CREATE AGGREGATE @extschema@.poverty_severity_replicates(income float8, line float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.poverty_severity_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.poverty_severity_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'Poverty severity, Σw·((z−x)/z)²·1(x<z)/W; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Foster, Greer & Thorbecke (1984).';

CREATE FUNCTION @extschema@.fgt_estimate_transition(@extschema@.survey_state, float8, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'fgt_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.fgt_estimate_transition(@extschema@.survey_state, float8, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of fgt_estimate().';

CREATE FUNCTION @extschema@.fgt_estimate_transition(@extschema@.survey_state, float8, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'fgt_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.fgt_estimate_transition(@extschema@.survey_state, float8, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of fgt_estimate().';

CREATE FUNCTION @extschema@.fgt_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'fgt_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.fgt_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of fgt_replicates().';

CREATE AGGREGATE @extschema@.fgt_estimate(income float8, line float8, alpha float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.fgt_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.fgt_estimate(float8, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The FGT index, Σw·((z−x)/z)^alpha·1(x<z)/W, alpha at least 0; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Foster, Greer & Thorbecke (1984).';

CREATE AGGREGATE @extschema@.fgt_estimate(income float8, line float8, alpha float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.fgt_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.fgt_estimate(float8, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The FGT index, Σw·((z−x)/z)^alpha·1(x<z)/W, alpha at least 0; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Foster, Greer & Thorbecke (1984).';

CREATE AGGREGATE @extschema@.fgt_replicates(income float8, line float8, alpha float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.fgt_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.fgt_replicates(float8, float8, float8, float8, float8[], @extschema@.survey_design) IS 'The FGT index, Σw·((z−x)/z)^alpha·1(x<z)/W, alpha at least 0; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Foster, Greer & Thorbecke (1984).';

CREATE FUNCTION @extschema@.watts_index_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'watts_index_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.watts_index_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of watts_index_estimate().';

CREATE FUNCTION @extschema@.watts_index_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'watts_index_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.watts_index_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of watts_index_estimate().';

CREATE FUNCTION @extschema@.watts_index_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'watts_index_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.watts_index_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of watts_index_replicates().';

CREATE AGGREGATE @extschema@.watts_index_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.watts_index_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.watts_index_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The Watts index, Σw·ln(z/x)·1(x<z)/W; a poor income of 0 or less is an error (22023); with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Watts (1968).';

CREATE AGGREGATE @extschema@.watts_index_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.watts_index_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.watts_index_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The Watts index, Σw·ln(z/x)·1(x<z)/W; a poor income of 0 or less is an error (22023); with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Watts (1968).';

CREATE AGGREGATE @extschema@.watts_index_replicates(income float8, line float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.watts_index_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.watts_index_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'The Watts index, Σw·ln(z/x)·1(x<z)/W; a poor income of 0 or less is an error (22023); with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Watts (1968).';

CREATE FUNCTION @extschema@.income_gap_ratio_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'income_gap_ratio_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.income_gap_ratio_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of income_gap_ratio_estimate().';

CREATE FUNCTION @extschema@.income_gap_ratio_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'income_gap_ratio_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.income_gap_ratio_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of income_gap_ratio_estimate().';

CREATE FUNCTION @extschema@.income_gap_ratio_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'income_gap_ratio_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.income_gap_ratio_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of income_gap_ratio_replicates().';

CREATE AGGREGATE @extschema@.income_gap_ratio_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.income_gap_ratio_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.income_gap_ratio_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The income gap ratio, Σw·((z−x)/z)·1(x<z)/Σw·1(x<z), a fraction of the line; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL without poor. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Source: Sen (1976), Econometrica 44.';

CREATE AGGREGATE @extschema@.income_gap_ratio_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.income_gap_ratio_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.income_gap_ratio_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The income gap ratio, Σw·((z−x)/z)·1(x<z)/Σw·1(x<z), a fraction of the line; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL without poor. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Source: Sen (1976), Econometrica 44.';

CREATE AGGREGATE @extschema@.income_gap_ratio_replicates(income float8, line float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.income_gap_ratio_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.income_gap_ratio_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'The income gap ratio, Σw·((z−x)/z)·1(x<z)/Σw·1(x<z), a fraction of the line; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL without poor. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Source: Sen (1976), Econometrica 44.';

CREATE FUNCTION @extschema@.mean_shortfall_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mean_shortfall_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mean_shortfall_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of mean_shortfall_estimate().';

CREATE FUNCTION @extschema@.mean_shortfall_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mean_shortfall_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mean_shortfall_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of mean_shortfall_estimate().';

CREATE FUNCTION @extschema@.mean_shortfall_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mean_shortfall_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mean_shortfall_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of mean_shortfall_replicates().';

CREATE AGGREGATE @extschema@.mean_shortfall_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.mean_shortfall_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mean_shortfall_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The mean shortfall of the poor, Σw(z−x)1(x<z)/Σw·1(x<z), in the unit of income; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL without poor. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as.';

CREATE AGGREGATE @extschema@.mean_shortfall_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.mean_shortfall_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mean_shortfall_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The mean shortfall of the poor, Σw(z−x)1(x<z)/Σw·1(x<z), in the unit of income; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL without poor. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as.';

CREATE AGGREGATE @extschema@.mean_shortfall_replicates(income float8, line float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.mean_shortfall_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mean_shortfall_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'The mean shortfall of the poor, Σw(z−x)1(x<z)/Σw·1(x<z), in the unit of income; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL without poor. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise.';

CREATE FUNCTION @extschema@.weighted_quantile_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'weighted_quantile_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.weighted_quantile_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of weighted_quantile_estimate().';

CREATE FUNCTION @extschema@.weighted_quantile_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'weighted_quantile_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.weighted_quantile_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of weighted_quantile_estimate().';

CREATE FUNCTION @extschema@.weighted_quantile_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'weighted_quantile_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.weighted_quantile_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of weighted_quantile_replicates().';

CREATE AGGREGATE @extschema@.weighted_quantile_estimate(income float8, p float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.weighted_quantile_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.weighted_quantile_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The quantile of p (0 to 1): the smallest income with C/W above p, or where C/W equals p the mean of that and the next. u = −(1(x≤q)−p)/(W f(q)), or Woodruff''s interval with survey_options(ci => ''woodruff''); with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row. Densities are a Gaussian kernel''s, of bandwidth 0.9·min(sd, IQR/1.349)·(W²/Σw²)^−0.2. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Woodruff (1952); Deville (1999).';

CREATE AGGREGATE @extschema@.weighted_quantile_estimate(income float8, p float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.weighted_quantile_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.weighted_quantile_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The quantile of p (0 to 1): the smallest income with C/W above p, or where C/W equals p the mean of that and the next. u = −(1(x≤q)−p)/(W f(q)), or Woodruff''s interval with survey_options(ci => ''woodruff''); with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row. Densities are a Gaussian kernel''s, of bandwidth 0.9·min(sd, IQR/1.349)·(W²/Σw²)^−0.2. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Woodruff (1952); Deville (1999).';

CREATE AGGREGATE @extschema@.weighted_quantile_replicates(income float8, p float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.weighted_quantile_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.weighted_quantile_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'The quantile of p (0 to 1): the smallest income with C/W above p, or where C/W equals p the mean of that and the next. u = −(1(x≤q)−p)/(W f(q)), or Woodruff''s interval with survey_options(ci => ''woodruff''); with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Woodruff (1952); Deville (1999).';

CREATE FUNCTION @extschema@.weighted_median_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'weighted_median_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.weighted_median_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of weighted_median_estimate().';

CREATE FUNCTION @extschema@.weighted_median_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'weighted_median_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.weighted_median_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of weighted_median_estimate().';

CREATE FUNCTION @extschema@.weighted_median_replicates_transition(@extschema@.survey_state, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'weighted_median_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.weighted_median_replicates_transition(@extschema@.survey_state, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of weighted_median_replicates().';

CREATE AGGREGATE @extschema@.weighted_median_estimate(income float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.weighted_median_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.weighted_median_estimate(float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The median, weighted_quantile_estimate at 0.5; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row. Densities are a Gaussian kernel''s, of bandwidth 0.9·min(sd, IQR/1.349)·(W²/Σw²)^−0.2. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Woodruff (1952); Deville (1999).';

CREATE AGGREGATE @extschema@.weighted_median_estimate(income float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.weighted_median_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.weighted_median_estimate(float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The median, weighted_quantile_estimate at 0.5; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row. Densities are a Gaussian kernel''s, of bandwidth 0.9·min(sd, IQR/1.349)·(W²/Σw²)^−0.2. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Woodruff (1952); Deville (1999).';

CREATE AGGREGATE @extschema@.weighted_median_replicates(income float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.weighted_median_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.weighted_median_replicates(float8, float8, float8[], @extschema@.survey_design) IS 'The median, weighted_quantile_estimate at 0.5; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Woodruff (1952); Deville (1999).';

CREATE FUNCTION @extschema@.relative_poverty_line_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'relative_poverty_line_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.relative_poverty_line_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of relative_poverty_line_estimate().';

CREATE FUNCTION @extschema@.relative_poverty_line_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'relative_poverty_line_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.relative_poverty_line_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of relative_poverty_line_estimate().';

CREATE FUNCTION @extschema@.relative_poverty_line_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'relative_poverty_line_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.relative_poverty_line_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of relative_poverty_line_replicates().';

CREATE AGGREGATE @extschema@.relative_poverty_line_estimate(income float8, share float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.relative_poverty_line_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.relative_poverty_line_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The relative line of the group, share · its weighted median; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row. Densities are a Gaussian kernel''s, of bandwidth 0.9·min(sd, IQR/1.349)·(W²/Σw²)^−0.2. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Osier (2009).';

CREATE AGGREGATE @extschema@.relative_poverty_line_estimate(income float8, share float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.relative_poverty_line_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.relative_poverty_line_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The relative line of the group, share · its weighted median; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row. Densities are a Gaussian kernel''s, of bandwidth 0.9·min(sd, IQR/1.349)·(W²/Σw²)^−0.2. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Osier (2009).';

CREATE AGGREGATE @extschema@.relative_poverty_line_replicates(income float8, share float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.relative_poverty_line_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.relative_poverty_line_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'The relative line of the group, share · its weighted median; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Osier (2009).';

CREATE FUNCTION @extschema@.at_risk_of_poverty_rate_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'at_risk_of_poverty_rate_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.at_risk_of_poverty_rate_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of at_risk_of_poverty_rate_estimate().';

CREATE FUNCTION @extschema@.at_risk_of_poverty_rate_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'at_risk_of_poverty_rate_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.at_risk_of_poverty_rate_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of at_risk_of_poverty_rate_estimate().';

CREATE FUNCTION @extschema@.at_risk_of_poverty_rate_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'at_risk_of_poverty_rate_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.at_risk_of_poverty_rate_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of at_risk_of_poverty_rate_replicates().';

CREATE AGGREGATE @extschema@.at_risk_of_poverty_rate_estimate(income float8, share float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.at_risk_of_poverty_rate_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.at_risk_of_poverty_rate_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The share below share · the median of the same group, a fraction, with the error of that line; for a region at the national line give headcount_ratio_estimate a survey_line; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row. Densities are a Gaussian kernel''s, of bandwidth 0.9·min(sd, IQR/1.349)·(W²/Σw²)^−0.2. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Osier (2009).';

CREATE AGGREGATE @extschema@.at_risk_of_poverty_rate_estimate(income float8, share float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.at_risk_of_poverty_rate_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.at_risk_of_poverty_rate_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The share below share · the median of the same group, a fraction, with the error of that line; for a region at the national line give headcount_ratio_estimate a survey_line; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row. Densities are a Gaussian kernel''s, of bandwidth 0.9·min(sd, IQR/1.349)·(W²/Σw²)^−0.2. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Osier (2009).';

CREATE AGGREGATE @extschema@.at_risk_of_poverty_rate_replicates(income float8, share float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.at_risk_of_poverty_rate_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.at_risk_of_poverty_rate_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'The share below share · the median of the same group, a fraction, with the error of that line; for a region at the national line give headcount_ratio_replicates a line of survey_line_replicates(); with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Osier (2009).';

CREATE FUNCTION @extschema@.relative_median_poverty_gap_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'relative_median_poverty_gap_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.relative_median_poverty_gap_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of relative_median_poverty_gap_estimate().';

CREATE FUNCTION @extschema@.relative_median_poverty_gap_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'relative_median_poverty_gap_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.relative_median_poverty_gap_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of relative_median_poverty_gap_estimate().';

CREATE FUNCTION @extschema@.relative_median_poverty_gap_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'relative_median_poverty_gap_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.relative_median_poverty_gap_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of relative_median_poverty_gap_replicates().';

CREATE AGGREGATE @extschema@.relative_median_poverty_gap_estimate(income float8, share float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.relative_median_poverty_gap_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.relative_median_poverty_gap_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS '(z−m)/z with z = share · the median of the same group and m the median of those below z; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL without poor. Densities are a Gaussian kernel''s, of bandwidth 0.9·min(sd, IQR/1.349)·(W²/Σw²)^−0.2. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Osier (2009).';

CREATE AGGREGATE @extschema@.relative_median_poverty_gap_estimate(income float8, share float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.relative_median_poverty_gap_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.relative_median_poverty_gap_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS '(z−m)/z with z = share · the median of the same group and m the median of those below z; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL without poor. Densities are a Gaussian kernel''s, of bandwidth 0.9·min(sd, IQR/1.349)·(W²/Σw²)^−0.2. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Osier (2009).';

CREATE AGGREGATE @extschema@.relative_median_poverty_gap_replicates(income float8, share float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.relative_median_poverty_gap_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.relative_median_poverty_gap_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS '(z−m)/z with z = share · the median of the same group and m the median of those below z; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL without poor. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Osier (2009).';

CREATE FUNCTION @extschema@.median_poverty_gap_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'median_poverty_gap_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.median_poverty_gap_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of median_poverty_gap_estimate().';

CREATE FUNCTION @extschema@.median_poverty_gap_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'median_poverty_gap_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.median_poverty_gap_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of median_poverty_gap_estimate().';

CREATE FUNCTION @extschema@.median_poverty_gap_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'median_poverty_gap_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.median_poverty_gap_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of median_poverty_gap_replicates().';

CREATE AGGREGATE @extschema@.median_poverty_gap_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.median_poverty_gap_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.median_poverty_gap_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS '(z−m)/z with m the median of the incomes below the line z, one line for the group (else 22023); with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL without poor. Densities are a Gaussian kernel''s, of bandwidth 0.9·min(sd, IQR/1.349)·(W²/Σw²)^−0.2. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Osier (2009).';

CREATE AGGREGATE @extschema@.median_poverty_gap_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.median_poverty_gap_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.median_poverty_gap_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS '(z−m)/z with m the median of the incomes below the line z, one line for the group (else 22023); with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL without poor. Densities are a Gaussian kernel''s, of bandwidth 0.9·min(sd, IQR/1.349)·(W²/Σw²)^−0.2. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Osier (2009).';

CREATE AGGREGATE @extschema@.median_poverty_gap_replicates(income float8, line float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.median_poverty_gap_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.median_poverty_gap_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS '(z−m)/z with m the median of the incomes below the line z, one line for the group (else 22023); with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL without poor. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Osier (2009).';

CREATE FUNCTION @extschema@.quantile_share_ratio_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'quantile_share_ratio_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.quantile_share_ratio_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of quantile_share_ratio_estimate().';

CREATE FUNCTION @extschema@.quantile_share_ratio_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'quantile_share_ratio_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.quantile_share_ratio_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of quantile_share_ratio_estimate().';

CREATE FUNCTION @extschema@.quantile_share_ratio_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'quantile_share_ratio_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.quantile_share_ratio_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of quantile_share_ratio_replicates().';

CREATE AGGREGATE @extschema@.quantile_share_ratio_estimate(income float8, p float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.quantile_share_ratio_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.quantile_share_ratio_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Σwx·1(x>q(1−p))/Σwx·1(x≤q(p)), p strictly between 0 and 0.5; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL where the lower sum is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Langel & Tillé (2011).';

CREATE AGGREGATE @extschema@.quantile_share_ratio_estimate(income float8, p float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.quantile_share_ratio_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.quantile_share_ratio_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Σwx·1(x>q(1−p))/Σwx·1(x≤q(p)), p strictly between 0 and 0.5; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL where the lower sum is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Langel & Tillé (2011).';

CREATE AGGREGATE @extschema@.quantile_share_ratio_replicates(income float8, p float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.quantile_share_ratio_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.quantile_share_ratio_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'Σwx·1(x>q(1−p))/Σwx·1(x≤q(p)), p strictly between 0 and 0.5; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL where the lower sum is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Langel & Tillé (2011).';

CREATE FUNCTION @extschema@.income_quintile_share_ratio_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'income_quintile_share_ratio_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.income_quintile_share_ratio_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of income_quintile_share_ratio_estimate().';

CREATE FUNCTION @extschema@.income_quintile_share_ratio_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'income_quintile_share_ratio_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.income_quintile_share_ratio_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of income_quintile_share_ratio_estimate().';

CREATE FUNCTION @extschema@.income_quintile_share_ratio_replicates_transition(@extschema@.survey_state, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'income_quintile_share_ratio_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.income_quintile_share_ratio_replicates_transition(@extschema@.survey_state, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of income_quintile_share_ratio_replicates().';

CREATE AGGREGATE @extschema@.income_quintile_share_ratio_estimate(income float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.income_quintile_share_ratio_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.income_quintile_share_ratio_estimate(float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The income quintile share ratio S80/S20, Σwx·1(x>q(0.8))/Σwx·1(x≤q(0.2)); with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL where the lower sum is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Langel & Tillé (2011).';

CREATE AGGREGATE @extschema@.income_quintile_share_ratio_estimate(income float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.income_quintile_share_ratio_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.income_quintile_share_ratio_estimate(float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The income quintile share ratio S80/S20, Σwx·1(x>q(0.8))/Σwx·1(x≤q(0.2)); with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL where the lower sum is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Langel & Tillé (2011).';

CREATE AGGREGATE @extschema@.income_quintile_share_ratio_replicates(income float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.income_quintile_share_ratio_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.income_quintile_share_ratio_replicates(float8, float8, float8[], @extschema@.survey_design) IS 'The income quintile share ratio S80/S20, Σwx·1(x>q(0.8))/Σwx·1(x≤q(0.2)); with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL where the lower sum is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Langel & Tillé (2011).';

CREATE FUNCTION @extschema@.gini_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'gini_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.gini_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of gini_estimate().';

CREATE FUNCTION @extschema@.gini_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'gini_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.gini_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of gini_estimate().';

CREATE FUNCTION @extschema@.gini_replicates_transition(@extschema@.survey_state, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'gini_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.gini_replicates_transition(@extschema@.survey_state, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of gini_replicates().';

CREATE AGGREGATE @extschema@.gini_estimate(income float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.gini_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.gini_estimate(float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The Gini coefficient, Σ(2C−w)wx/(W·Σwx) − 1 (trapezoid rule); with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL where Σwx is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Langel & Tillé (2013).';

CREATE AGGREGATE @extschema@.gini_estimate(income float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.gini_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.gini_estimate(float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The Gini coefficient, Σ(2C−w)wx/(W·Σwx) − 1 (trapezoid rule); with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL where Σwx is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Langel & Tillé (2013).';

CREATE AGGREGATE @extschema@.gini_replicates(income float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.gini_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.gini_replicates(float8, float8, float8[], @extschema@.survey_design) IS 'The Gini coefficient, Σ(2C−w)wx/(W·Σwx) − 1 (trapezoid rule); with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL where Σwx is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Langel & Tillé (2013).';

CREATE FUNCTION @extschema@.bottom_share_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'bottom_share_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.bottom_share_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of bottom_share_estimate().';

CREATE FUNCTION @extschema@.bottom_share_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'bottom_share_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.bottom_share_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of bottom_share_estimate().';

CREATE FUNCTION @extschema@.bottom_share_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'bottom_share_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.bottom_share_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of bottom_share_replicates().';

CREATE AGGREGATE @extschema@.bottom_share_estimate(income float8, p float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.bottom_share_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.bottom_share_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'L(p), the share of all income of the poorest p (0 to 1), on the Lorenz curve linear between incomes; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL where Σwx is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Kovačević & Binder (1997).';

CREATE AGGREGATE @extschema@.bottom_share_estimate(income float8, p float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.bottom_share_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.bottom_share_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'L(p), the share of all income of the poorest p (0 to 1), on the Lorenz curve linear between incomes; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL where Σwx is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Kovačević & Binder (1997).';

CREATE AGGREGATE @extschema@.bottom_share_replicates(income float8, p float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.bottom_share_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.bottom_share_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'L(p), the share of all income of the poorest p (0 to 1), on the Lorenz curve linear between incomes; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL where Σwx is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Kovačević & Binder (1997).';

CREATE FUNCTION @extschema@.top_share_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'top_share_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.top_share_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of top_share_estimate().';

CREATE FUNCTION @extschema@.top_share_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'top_share_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.top_share_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of top_share_estimate().';

CREATE FUNCTION @extschema@.top_share_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'top_share_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.top_share_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of top_share_replicates().';

CREATE AGGREGATE @extschema@.top_share_estimate(income float8, p float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.top_share_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.top_share_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS '1 − L(1−p), the share of all income of the richest p (0 to 1); with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL where Σwx is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Kovačević & Binder (1997).';

CREATE AGGREGATE @extschema@.top_share_estimate(income float8, p float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.top_share_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.top_share_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS '1 − L(1−p), the share of all income of the richest p (0 to 1); with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL where Σwx is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Kovačević & Binder (1997).';

CREATE AGGREGATE @extschema@.top_share_replicates(income float8, p float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.top_share_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.top_share_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS '1 − L(1−p), the share of all income of the richest p (0 to 1); with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL where Σwx is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Kovačević & Binder (1997).';

CREATE FUNCTION @extschema@.generalized_entropy_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'generalized_entropy_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.generalized_entropy_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of generalized_entropy_estimate().';

CREATE FUNCTION @extschema@.generalized_entropy_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'generalized_entropy_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.generalized_entropy_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of generalized_entropy_estimate().';

CREATE FUNCTION @extschema@.generalized_entropy_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'generalized_entropy_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.generalized_entropy_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of generalized_entropy_replicates().';

CREATE AGGREGATE @extschema@.generalized_entropy_estimate(income float8, alpha float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.generalized_entropy_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.generalized_entropy_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Generalised entropy: alpha 0, Σw ln(μ/x)/W; 1, Σw(x/μ)ln(x/μ)/W; else (Σw(x/μ)^alpha/W − 1)/(alpha²−alpha). An income below 0, or of 0 where alpha is not above 0, is an error (22023); with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL where the mean is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Biewen & Jenkins (2006).';

CREATE AGGREGATE @extschema@.generalized_entropy_estimate(income float8, alpha float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.generalized_entropy_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.generalized_entropy_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Generalised entropy: alpha 0, Σw ln(μ/x)/W; 1, Σw(x/μ)ln(x/μ)/W; else (Σw(x/μ)^alpha/W − 1)/(alpha²−alpha). An income below 0, or of 0 where alpha is not above 0, is an error (22023); with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL where the mean is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Biewen & Jenkins (2006).';

CREATE AGGREGATE @extschema@.generalized_entropy_replicates(income float8, alpha float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.generalized_entropy_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.generalized_entropy_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'Generalised entropy: alpha 0, Σw ln(μ/x)/W; 1, Σw(x/μ)ln(x/μ)/W; else (Σw(x/μ)^alpha/W − 1)/(alpha²−alpha). An income below 0, or of 0 where alpha is not above 0, is an error (22023); with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL where the mean is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Biewen & Jenkins (2006).';

CREATE FUNCTION @extschema@.theil_index_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'theil_index_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.theil_index_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of theil_index_estimate().';

CREATE FUNCTION @extschema@.theil_index_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'theil_index_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.theil_index_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of theil_index_estimate().';

CREATE FUNCTION @extschema@.theil_index_replicates_transition(@extschema@.survey_state, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'theil_index_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.theil_index_replicates_transition(@extschema@.survey_state, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of theil_index_replicates().';

CREATE AGGREGATE @extschema@.theil_index_estimate(income float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.theil_index_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.theil_index_estimate(float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The Theil index, Σw(x/μ)ln(x/μ)/W; an income below 0 is an error (22023); with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL where the mean is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Biewen & Jenkins (2006).';

CREATE AGGREGATE @extschema@.theil_index_estimate(income float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.theil_index_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.theil_index_estimate(float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The Theil index, Σw(x/μ)ln(x/μ)/W; an income below 0 is an error (22023); with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL where the mean is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Biewen & Jenkins (2006).';

CREATE AGGREGATE @extschema@.theil_index_replicates(income float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.theil_index_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.theil_index_replicates(float8, float8, float8[], @extschema@.survey_design) IS 'The Theil index, Σw(x/μ)ln(x/μ)/W; an income below 0 is an error (22023); with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL where the mean is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Biewen & Jenkins (2006).';

CREATE FUNCTION @extschema@.mean_log_deviation_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mean_log_deviation_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mean_log_deviation_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of mean_log_deviation_estimate().';

CREATE FUNCTION @extschema@.mean_log_deviation_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mean_log_deviation_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mean_log_deviation_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of mean_log_deviation_estimate().';

CREATE FUNCTION @extschema@.mean_log_deviation_replicates_transition(@extschema@.survey_state, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mean_log_deviation_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mean_log_deviation_replicates_transition(@extschema@.survey_state, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of mean_log_deviation_replicates().';

CREATE AGGREGATE @extschema@.mean_log_deviation_estimate(income float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.mean_log_deviation_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mean_log_deviation_estimate(float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The mean log deviation, Σw ln(μ/x)/W; an income of 0 or less is an error (22023); with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL where the mean is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Biewen & Jenkins (2006).';

CREATE AGGREGATE @extschema@.mean_log_deviation_estimate(income float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.mean_log_deviation_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mean_log_deviation_estimate(float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The mean log deviation, Σw ln(μ/x)/W; an income of 0 or less is an error (22023); with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL where the mean is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Biewen & Jenkins (2006).';

CREATE AGGREGATE @extschema@.mean_log_deviation_replicates(income float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.mean_log_deviation_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mean_log_deviation_replicates(float8, float8, float8[], @extschema@.survey_design) IS 'The mean log deviation, Σw ln(μ/x)/W; an income of 0 or less is an error (22023); with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL where the mean is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Biewen & Jenkins (2006).';

CREATE FUNCTION @extschema@.atkinson_index_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'atkinson_index_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.atkinson_index_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of atkinson_index_estimate().';

CREATE FUNCTION @extschema@.atkinson_index_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'atkinson_index_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.atkinson_index_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of atkinson_index_estimate().';

CREATE FUNCTION @extschema@.atkinson_index_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'atkinson_index_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.atkinson_index_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of atkinson_index_replicates().';

CREATE AGGREGATE @extschema@.atkinson_index_estimate(income float8, epsilon float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.atkinson_index_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.atkinson_index_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The Atkinson index: epsilon 1, 1 − exp(Σw ln x/W)/μ; else 1 − (Σw(x/μ)^(1−epsilon)/W)^(1/(1−epsilon)), epsilon above 0. An income below 0, or of 0 where epsilon is at least 1, is an error (22023); with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL where the mean is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Biewen & Jenkins (2006).';

CREATE AGGREGATE @extschema@.atkinson_index_estimate(income float8, epsilon float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.atkinson_index_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.atkinson_index_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The Atkinson index: epsilon 1, 1 − exp(Σw ln x/W)/μ; else 1 − (Σw(x/μ)^(1−epsilon)/W)^(1/(1−epsilon)), epsilon above 0. An income below 0, or of 0 where epsilon is at least 1, is an error (22023); with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL where the mean is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Biewen & Jenkins (2006).';

CREATE AGGREGATE @extschema@.atkinson_index_replicates(income float8, epsilon float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.atkinson_index_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.atkinson_index_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'The Atkinson index: epsilon 1, 1 − exp(Σw ln x/W)/μ; else 1 − (Σw(x/μ)^(1−epsilon)/W)^(1/(1−epsilon)), epsilon above 0. An income below 0, or of 0 where epsilon is at least 1, is an error (22023); with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL where the mean is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Biewen & Jenkins (2006).';

CREATE FUNCTION @extschema@.sen_index_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'sen_index_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.sen_index_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of sen_index_estimate().';

CREATE FUNCTION @extschema@.sen_index_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'sen_index_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.sen_index_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of sen_index_estimate().';

CREATE FUNCTION @extschema@.sen_index_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'sen_index_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.sen_index_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of sen_index_replicates().';

CREATE AGGREGATE @extschema@.sen_index_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.sen_index_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.sen_index_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The Sen index, 2·Σwg(Wp−C+w/2)/(W·Wp) over the poor in the order of x/z, g = (z−x)/z; 0 without poor; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Sen (1976).';

CREATE AGGREGATE @extschema@.sen_index_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.sen_index_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.sen_index_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The Sen index, 2·Σwg(Wp−C+w/2)/(W·Wp) over the poor in the order of x/z, g = (z−x)/z; 0 without poor; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Sen (1976).';

CREATE AGGREGATE @extschema@.sen_index_replicates(income float8, line float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.sen_index_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.sen_index_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'The Sen index, 2·Σwg(Wp−C+w/2)/(W·Wp) over the poor in the order of x/z, g = (z−x)/z; 0 without poor; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Sen (1976).';

CREATE FUNCTION @extschema@.sen_shorrocks_thon_index_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'sen_shorrocks_thon_index_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.sen_shorrocks_thon_index_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of sen_shorrocks_thon_index_estimate().';

CREATE FUNCTION @extschema@.sen_shorrocks_thon_index_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'sen_shorrocks_thon_index_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.sen_shorrocks_thon_index_estimate_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of sen_shorrocks_thon_index_estimate().';

CREATE FUNCTION @extschema@.sen_shorrocks_thon_index_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'sen_shorrocks_thon_index_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.sen_shorrocks_thon_index_replicates_transition(@extschema@.survey_state, float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of sen_shorrocks_thon_index_replicates().';

CREATE AGGREGATE @extschema@.sen_shorrocks_thon_index_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.sen_shorrocks_thon_index_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.sen_shorrocks_thon_index_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The Sen-Shorrocks-Thon index, Σwg(2W−2C+w)/W² over the poor in the order of x/z, g = (z−x)/z; 0 without poor; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Shorrocks (1995).';

CREATE AGGREGATE @extschema@.sen_shorrocks_thon_index_estimate(income float8, line float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.sen_shorrocks_thon_index_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.sen_shorrocks_thon_index_estimate(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The Sen-Shorrocks-Thon index, Σwg(2W−2C+w)/W² over the poor in the order of x/z, g = (z−x)/z; 0 without poor; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Shorrocks (1995).';

CREATE AGGREGATE @extschema@.sen_shorrocks_thon_index_replicates(income float8, line float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.sen_shorrocks_thon_index_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.sen_shorrocks_thon_index_replicates(float8, float8, float8, float8[], @extschema@.survey_design) IS 'The Sen-Shorrocks-Thon index, Σwg(2W−2C+w)/W² over the poor in the order of x/z, g = (z−x)/z; 0 without poor; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Shorrocks (1995).';

CREATE FUNCTION @extschema@.zenga_index_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'zenga_index_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.zenga_index_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of zenga_index_estimate().';

CREATE FUNCTION @extschema@.zenga_index_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'zenga_index_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.zenga_index_estimate_transition(@extschema@.survey_state, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of zenga_index_estimate().';

CREATE FUNCTION @extschema@.zenga_index_replicates_transition(@extschema@.survey_state, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'zenga_index_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.zenga_index_replicates_transition(@extschema@.survey_state, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of zenga_index_replicates().';

CREATE AGGREGATE @extschema@.zenga_index_estimate(income float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.zenga_index_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.zenga_index_estimate(float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The Zenga index, 1 − ∫L(p)(1−p)/(p(1−L(p)))dp on the Lorenz curve linear between incomes; an income below 0 is an error (22023); with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL where Σwx is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Zenga (2007); Langel & Tillé (2012).';

CREATE AGGREGATE @extschema@.zenga_index_estimate(income float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.zenga_index_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.zenga_index_estimate(float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The Zenga index, 1 − ∫L(p)(1−p)/(p(1−L(p)))dp on the Lorenz curve linear between incomes; an income below 0 is an error (22023); with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL where Σwx is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Zenga (2007); Langel & Tillé (2012).';

CREATE AGGREGATE @extschema@.zenga_index_replicates(income float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.zenga_index_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.zenga_index_replicates(float8, float8, float8[], @extschema@.survey_design) IS 'The Zenga index, 1 − ∫L(p)(1−p)/(p(1−L(p)))dp on the Lorenz curve linear between incomes; an income below 0 is an error (22023); with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL where Σwx is not above 0. Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Zenga (2007); Langel & Tillé (2012).';

CREATE FUNCTION @extschema@.mpi_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mpi_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mpi_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of mpi_estimate().';

CREATE FUNCTION @extschema@.mpi_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mpi_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mpi_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of mpi_estimate().';

CREATE FUNCTION @extschema@.mpi_replicates_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mpi_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mpi_replicates_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of mpi_replicates().';

CREATE AGGREGATE @extschema@.mpi_estimate(deprived boolean[], weights float8[], k float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.mpi_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mpi_estimate(boolean[], float8[], float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The multidimensional poverty index M0 = H·A: the mean of the deprivation scores of the poor, 0 for the others; poor: deprivations weigh at least k of all; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row. A NULL indicator, or a NULL weight of one, is an error (22004): coalesce_deprived() says what a NULL indicator means. k outside (0, 1], weights that are negative, not finite or all 0, and not one element for each indicator are errors (22023). Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Alkire & Foster (2011).';

CREATE AGGREGATE @extschema@.mpi_estimate(deprived boolean[], weights float8[], k float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.mpi_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mpi_estimate(boolean[], float8[], float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The multidimensional poverty index M0 = H·A: the mean of the deprivation scores of the poor, 0 for the others; poor: deprivations weigh at least k of all; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row. A NULL indicator, or a NULL weight of one, is an error (22004): coalesce_deprived() says what a NULL indicator means. k outside (0, 1], weights that are negative, not finite or all 0, and not one element for each indicator are errors (22023). Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Alkire & Foster (2011).';

CREATE AGGREGATE @extschema@.mpi_replicates(deprived boolean[], weights float8[], k float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.mpi_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mpi_replicates(boolean[], float8[], float8, float8, float8[], @extschema@.survey_design) IS 'The multidimensional poverty index M0 = H·A: the mean of the deprivation scores of the poor, 0 for the others; poor: deprivations weigh at least k of all; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. A NULL indicator, or a NULL weight of one, is an error (22004): coalesce_deprived() says what a NULL indicator means. k outside (0, 1], weights that are negative, not finite or all 0, and not one element for each indicator are errors (22023). Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Alkire & Foster (2011).';

CREATE FUNCTION @extschema@.mpi_headcount_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mpi_headcount_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mpi_headcount_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of mpi_headcount_estimate().';

CREATE FUNCTION @extschema@.mpi_headcount_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mpi_headcount_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mpi_headcount_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of mpi_headcount_estimate().';

CREATE FUNCTION @extschema@.mpi_headcount_replicates_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mpi_headcount_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mpi_headcount_replicates_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of mpi_headcount_replicates().';

CREATE AGGREGATE @extschema@.mpi_headcount_estimate(deprived boolean[], weights float8[], k float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.mpi_headcount_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mpi_headcount_estimate(boolean[], float8[], float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The multidimensional headcount ratio H, a fraction; poor: deprivations weigh at least k of all; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row. A NULL indicator, or a NULL weight of one, is an error (22004): coalesce_deprived() says what a NULL indicator means. k outside (0, 1], weights that are negative, not finite or all 0, and not one element for each indicator are errors (22023). Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Alkire & Foster (2011).';

CREATE AGGREGATE @extschema@.mpi_headcount_estimate(deprived boolean[], weights float8[], k float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.mpi_headcount_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mpi_headcount_estimate(boolean[], float8[], float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The multidimensional headcount ratio H, a fraction; poor: deprivations weigh at least k of all; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row. A NULL indicator, or a NULL weight of one, is an error (22004): coalesce_deprived() says what a NULL indicator means. k outside (0, 1], weights that are negative, not finite or all 0, and not one element for each indicator are errors (22023). Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Alkire & Foster (2011).';

CREATE AGGREGATE @extschema@.mpi_headcount_replicates(deprived boolean[], weights float8[], k float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.mpi_headcount_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mpi_headcount_replicates(boolean[], float8[], float8, float8, float8[], @extschema@.survey_design) IS 'The multidimensional headcount ratio H, a fraction; poor: deprivations weigh at least k of all; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. A NULL indicator, or a NULL weight of one, is an error (22004): coalesce_deprived() says what a NULL indicator means. k outside (0, 1], weights that are negative, not finite or all 0, and not one element for each indicator are errors (22023). Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Alkire & Foster (2011).';

CREATE FUNCTION @extschema@.mpi_intensity_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mpi_intensity_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mpi_intensity_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of mpi_intensity_estimate().';

CREATE FUNCTION @extschema@.mpi_intensity_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mpi_intensity_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mpi_intensity_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of mpi_intensity_estimate().';

CREATE FUNCTION @extschema@.mpi_intensity_replicates_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mpi_intensity_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mpi_intensity_replicates_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of mpi_intensity_replicates().';

CREATE AGGREGATE @extschema@.mpi_intensity_estimate(deprived boolean[], weights float8[], k float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.mpi_intensity_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mpi_intensity_estimate(boolean[], float8[], float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The intensity A, the mean deprivation score of the poor, a fraction; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL without poor. A NULL indicator, or a NULL weight of one, is an error (22004): coalesce_deprived() says what a NULL indicator means. k outside (0, 1], weights that are negative, not finite or all 0, and not one element for each indicator are errors (22023). Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Alkire & Foster (2011).';

CREATE AGGREGATE @extschema@.mpi_intensity_estimate(deprived boolean[], weights float8[], k float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.mpi_intensity_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mpi_intensity_estimate(boolean[], float8[], float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The intensity A, the mean deprivation score of the poor, a fraction; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL without poor. A NULL indicator, or a NULL weight of one, is an error (22004): coalesce_deprived() says what a NULL indicator means. k outside (0, 1], weights that are negative, not finite or all 0, and not one element for each indicator are errors (22023). Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Alkire & Foster (2011).';

CREATE AGGREGATE @extschema@.mpi_intensity_replicates(deprived boolean[], weights float8[], k float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.mpi_intensity_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mpi_intensity_replicates(boolean[], float8[], float8, float8, float8[], @extschema@.survey_design) IS 'The intensity A, the mean deprivation score of the poor, a fraction; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL without poor. A NULL indicator, or a NULL weight of one, is an error (22004): coalesce_deprived() says what a NULL indicator means. k outside (0, 1], weights that are negative, not finite or all 0, and not one element for each indicator are errors (22023). Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Alkire & Foster (2011).';

CREATE FUNCTION @extschema@.mpi_censored_headcount_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mpi_censored_headcount_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mpi_censored_headcount_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of mpi_censored_headcount_estimate().';

CREATE FUNCTION @extschema@.mpi_censored_headcount_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mpi_censored_headcount_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mpi_censored_headcount_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of mpi_censored_headcount_estimate().';

CREATE FUNCTION @extschema@.mpi_censored_headcount_replicates_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mpi_censored_headcount_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mpi_censored_headcount_replicates_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of mpi_censored_headcount_replicates().';

CREATE AGGREGATE @extschema@.mpi_censored_headcount_estimate(deprived boolean[], weights float8[], k float8, indicator float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.mpi_censored_headcount_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mpi_censored_headcount_estimate(boolean[], float8[], float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The censored headcount of an indicator (1 is the first): the share of people who are poor and deprived in it; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row. A NULL indicator, or a NULL weight of one, is an error (22004): coalesce_deprived() says what a NULL indicator means. k outside (0, 1], weights that are negative, not finite or all 0, and not one element for each indicator are errors (22023). Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Alkire & Foster (2011).';

CREATE AGGREGATE @extschema@.mpi_censored_headcount_estimate(deprived boolean[], weights float8[], k float8, indicator float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.mpi_censored_headcount_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mpi_censored_headcount_estimate(boolean[], float8[], float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'The censored headcount of an indicator (1 is the first): the share of people who are poor and deprived in it; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row. A NULL indicator, or a NULL weight of one, is an error (22004): coalesce_deprived() says what a NULL indicator means. k outside (0, 1], weights that are negative, not finite or all 0, and not one element for each indicator are errors (22023). Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Alkire & Foster (2011).';

CREATE AGGREGATE @extschema@.mpi_censored_headcount_replicates(deprived boolean[], weights float8[], k float8, indicator float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.mpi_censored_headcount_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mpi_censored_headcount_replicates(boolean[], float8[], float8, float8, float8, float8[], @extschema@.survey_design) IS 'The censored headcount of an indicator (1 is the first): the share of people who are poor and deprived in it; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row. A NULL indicator, or a NULL weight of one, is an error (22004): coalesce_deprived() says what a NULL indicator means. k outside (0, 1], weights that are negative, not finite or all 0, and not one element for each indicator are errors (22023). Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Alkire & Foster (2011).';

CREATE FUNCTION @extschema@.mpi_contribution_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mpi_contribution_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mpi_contribution_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of mpi_contribution_estimate().';

CREATE FUNCTION @extschema@.mpi_contribution_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mpi_contribution_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mpi_contribution_estimate_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of mpi_contribution_estimate().';

CREATE FUNCTION @extschema@.mpi_contribution_replicates_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8, float8[], @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'mpi_contribution_replicates_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.mpi_contribution_replicates_transition(@extschema@.survey_state, boolean[], float8[], float8, float8, float8, float8[], @extschema@.survey_design) IS 'Adds a row with its design to the state of mpi_contribution_replicates().';

CREATE AGGREGATE @extschema@.mpi_contribution_estimate(deprived boolean[], weights float8[], k float8, indicator float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.mpi_contribution_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mpi_contribution_estimate(boolean[], float8[], float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'What an indicator (1 is the first) contributes to M0: its weight among all times its censored headcount, divided by M0; with its standard error under strata and PSUs drawn with replacement, by linearisation. The group is taken for the whole sample: for a domain of it, give survey_design() too. NULL without a row; NULL without poor. A NULL indicator, or a NULL weight of one, is an error (22004): coalesce_deprived() says what a NULL indicator means. k outside (0, 1], weights that are negative, not finite or all 0, and not one element for each indicator are errors (22023). Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Alkire & Foster (2011).';

CREATE AGGREGATE @extschema@.mpi_contribution_estimate(deprived boolean[], weights float8[], k float8, indicator float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.mpi_contribution_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mpi_contribution_estimate(boolean[], float8[], float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'What an indicator (1 is the first) contributes to M0: its weight among all times its censored headcount, divided by M0; with its standard error under the design of the whole sample, of which the group may be a domain, or with the options of survey_options(). NULL without a row; NULL without poor. A NULL indicator, or a NULL weight of one, is an error (22004): coalesce_deprived() says what a NULL indicator means. k outside (0, 1], weights that are negative, not finite or all 0, and not one element for each indicator are errors (22023). Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Alkire & Foster (2011).';

CREATE AGGREGATE @extschema@.mpi_contribution_replicates(deprived boolean[], weights float8[], k float8, indicator float8, weight float8, replicate_weights float8[], design @extschema@.survey_design) (
	SFUNC = @extschema@.mpi_contribution_replicates_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_replicates_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.mpi_contribution_replicates(boolean[], float8[], float8, float8, float8, float8[], @extschema@.survey_design) IS 'What an indicator (1 is the first) contributes to M0: its weight among all times its censored headcount, divided by M0; with its standard error by replicate weights, as replicate_design() says. The number of replicate weights is that of the first row (22023). std_error is NULL where the index is undefined with one of them. NULL without a row; NULL without poor. A NULL indicator, or a NULL weight of one, is an error (22004): coalesce_deprived() says what a NULL indicator means. k outside (0, 1], weights that are negative, not finite or all 0, and not one element for each indicator are errors (22023). Rows with a NULL are left out, weights of 0 count for nothing, a negative, NaN or infinite weight is an error (22023); replicate weights must be finite, and negative ones are taken as they are, for some designs make them. deff is NULL, df the replicates − 1 unless replicate_design() says otherwise. Alkire & Foster (2011).';

CREATE FUNCTION @extschema@.headcount_ratio_estimate_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'headcount_ratio_at_line_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.headcount_ratio_estimate_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of headcount_ratio_estimate().';

CREATE AGGREGATE @extschema@.headcount_ratio_estimate(income float8, estimated_line @extschema@.survey_line, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.headcount_ratio_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.headcount_ratio_estimate(float8, @extschema@.survey_line, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The headcount ratio at an estimated line, as survey_line() makes it; with its standard error, in which the line''s own has its part, under the design and options of the line''s sample. So a region''s rate at the national line needs no more than GROUP BY. NULL without a row. Densities are a Gaussian kernel''s, of bandwidth 0.9·min(sd, IQR/1.349)·(W²/Σw²)^−0.2. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Osier (2009).';

CREATE FUNCTION @extschema@.poverty_gap_estimate_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'poverty_gap_at_line_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.poverty_gap_estimate_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of poverty_gap_estimate().';

CREATE AGGREGATE @extschema@.poverty_gap_estimate(income float8, estimated_line @extschema@.survey_line, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.poverty_gap_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.poverty_gap_estimate(float8, @extschema@.survey_line, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The poverty gap at an estimated line, as survey_line() makes it; with its standard error, in which the line''s own has its part, under the design and options of the line''s sample. So a region''s rate at the national line needs no more than GROUP BY. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Osier (2009).';

CREATE FUNCTION @extschema@.poverty_severity_estimate_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'poverty_severity_at_line_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.poverty_severity_estimate_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of poverty_severity_estimate().';

CREATE AGGREGATE @extschema@.poverty_severity_estimate(income float8, estimated_line @extschema@.survey_line, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.poverty_severity_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.poverty_severity_estimate(float8, @extschema@.survey_line, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Poverty severity at an estimated line, as survey_line() makes it; with its standard error, in which the line''s own has its part, under the design and options of the line''s sample. So a region''s rate at the national line needs no more than GROUP BY. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Osier (2009).';

CREATE FUNCTION @extschema@.fgt_estimate_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'fgt_at_line_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.fgt_estimate_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of fgt_estimate().';

CREATE AGGREGATE @extschema@.fgt_estimate(income float8, estimated_line @extschema@.survey_line, alpha float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.fgt_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.fgt_estimate(float8, @extschema@.survey_line, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The FGT index at an estimated line, as survey_line() makes it; with its standard error, in which the line''s own has its part, under the design and options of the line''s sample. So a region''s rate at the national line needs no more than GROUP BY. NULL without a row. Densities are a Gaussian kernel''s, of bandwidth 0.9·min(sd, IQR/1.349)·(W²/Σw²)^−0.2. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Osier (2009).';

CREATE FUNCTION @extschema@.median_poverty_gap_estimate_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'median_poverty_gap_at_line_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.median_poverty_gap_estimate_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of median_poverty_gap_estimate().';

CREATE AGGREGATE @extschema@.median_poverty_gap_estimate(income float8, estimated_line @extschema@.survey_line, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.median_poverty_gap_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.median_poverty_gap_estimate(float8, @extschema@.survey_line, float8, @extschema@.survey_code, @extschema@.survey_code) IS '(z−m)/z with m the median of the incomes below an estimated line z, NULL without poor: a region''s relative median poverty gap at the national line, as survey_line() makes it; with its standard error, in which the line''s own has its part, under the design and options of the line''s sample. So a region''s rate at the national line needs no more than GROUP BY. NULL without a row. Densities are a Gaussian kernel''s, of bandwidth 0.9·min(sd, IQR/1.349)·(W²/Σw²)^−0.2. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Osier (2009).';

CREATE FUNCTION @extschema@.watts_index_estimate_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'watts_index_at_line_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.watts_index_estimate_transition(@extschema@.survey_state, float8, @extschema@.survey_line, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of watts_index_estimate().';

CREATE AGGREGATE @extschema@.watts_index_estimate(income float8, estimated_line @extschema@.survey_line, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.watts_index_estimate_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_estimate_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.watts_index_estimate(float8, @extschema@.survey_line, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'The Watts index at an estimated line, as survey_line() makes it; with its standard error, in which the line''s own has its part, under the design and options of the line''s sample. So a region''s rate at the national line needs no more than GROUP BY. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Osier (2009).';

CREATE FUNCTION @extschema@.survey_line_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'relative_poverty_line_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_line_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of survey_line().';

CREATE AGGREGATE @extschema@.survey_line(income float8, share float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.survey_line_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_line_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.survey_line(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'A relative line, share · the weighted median, with the totals by PSU of its linearised variable: the line of headcount_ratio_estimate(), fgt_estimate() and their like, by region as a whole. The group is the whole sample. NULL without a row. Densities are a Gaussian kernel''s, of bandwidth 0.9·min(sd, IQR/1.349)·(W²/Σw²)^−0.2. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Osier (2009).';

CREATE FUNCTION @extschema@.survey_line_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'relative_poverty_line_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_line_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of survey_line().';

CREATE AGGREGATE @extschema@.survey_line(income float8, share float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.survey_line_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_line_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.survey_line(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'A relative line, share · the weighted median, with the totals by PSU of its linearised variable: the line of headcount_ratio_estimate(), fgt_estimate() and their like, by region as a whole. The design and its options go with it. NULL without a row. Densities are a Gaussian kernel''s, of bandwidth 0.9·min(sd, IQR/1.349)·(W²/Σw²)^−0.2. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Osier (2009).';

CREATE FUNCTION @extschema@.survey_line_of_mean_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'survey_line_of_mean_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_line_of_mean_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'Adds a row to the state of survey_line_of_mean().';

CREATE AGGREGATE @extschema@.survey_line_of_mean(income float8, share float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code) (
	SFUNC = @extschema@.survey_line_of_mean_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_line_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.survey_line_of_mean(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code) IS 'A relative line, share · the mean, with the totals by PSU of its linearised variable: the line of headcount_ratio_estimate(), fgt_estimate() and their like, by region as a whole. The group is the whole sample. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Osier (2009).';

CREATE FUNCTION @extschema@.survey_line_of_mean_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) RETURNS @extschema@.survey_state
	AS 'MODULE_PATHNAME', 'survey_line_of_mean_estimate_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_line_of_mean_transition(@extschema@.survey_state, float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'Adds a row with its design to the state of survey_line_of_mean().';

CREATE AGGREGATE @extschema@.survey_line_of_mean(income float8, share float8, weight float8, stratum @extschema@.survey_code, psu @extschema@.survey_code, design @extschema@.survey_design) (
	SFUNC = @extschema@.survey_line_of_mean_transition,
	STYPE = @extschema@.survey_state,
	SSPACE = 1024,
	FINALFUNC = @extschema@.survey_line_final,
	COMBINEFUNC = @extschema@.survey_state_combine,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE @extschema@.survey_line_of_mean(float8, float8, float8, @extschema@.survey_code, @extschema@.survey_code, @extschema@.survey_design) IS 'A relative line, share · the mean, with the totals by PSU of its linearised variable: the line of headcount_ratio_estimate(), fgt_estimate() and their like, by region as a whole. The design and its options go with it. NULL without a row. Rows with a NULL are left out, weights of 0 count for nothing, negative, NaN and infinite ones are errors (22023), and so is a stratum of one PSU unless survey_options(lonely => ...) says what it counts as. Osier (2009).';

CREATE FUNCTION @extschema@.survey_line_value(line @extschema@.survey_line) RETURNS float8
	AS 'MODULE_PATHNAME', 'survey_line_value' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.survey_line_value(@extschema@.survey_line) IS 'The line of a survey_line, in the unit of income. NULL gives NULL.';

CREATE FUNCTION @extschema@.difference(a @extschema@.poverty_estimate, b @extschema@.poverty_estimate, independent boolean DEFAULT false, level float8 DEFAULT 0.95) RETURNS @extschema@.poverty_estimate
	AS 'MODULE_PATHNAME', 'poverty_estimate_difference' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.difference(@extschema@.poverty_estimate, @extschema@.poverty_estimate, boolean, float8) IS 'a − b with its standard error and interval. independent: variances add up, degrees of freedom as Satterthwaite has it. Otherwise the two may share PSUs (two domains, two years of a panel, a rotating panel): a PSU is the same where stratum and psu are, the deviations of the shared ones are subtracted before they are squared, and both estimates need survey_options(keep_totals => true) (22023); codes that are numbers in one and texts in the other are an error (22023), for none would be shared. Estimates by the same replicate weights need it too: the difference is taken in each replicate, by one replicate_design() (22023). std_error and what depends on it are NULL where one estimate has none. NULL where one of them is. level must be between 0 and 1 (22023), 0.95 if not given. Source: Satterthwaite (1946), Biometrics Bulletin 2.';

CREATE FUNCTION @extschema@.relative_difference(a @extschema@.poverty_estimate, b @extschema@.poverty_estimate, independent boolean DEFAULT false, level float8 DEFAULT 0.95) RETURNS @extschema@.poverty_estimate
	AS 'MODULE_PATHNAME', 'poverty_estimate_relative_difference' LANGUAGE C IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.relative_difference(@extschema@.poverty_estimate, @extschema@.poverty_estimate, boolean, float8) IS 'a/b − 1, a fraction, with its standard error and interval, as difference() has them (by the derivatives of a/b; from replicates by the ratio in each, std_error NULL where one has b = 0). NULL where one of them is, or b is 0. Errors as of difference(): two estimates of one or overlapping samples that have not kept their totals, and a level that is not between 0 and 1 (22023).';

CREATE FUNCTION @extschema@.t_statistic(estimate @extschema@.poverty_estimate) RETURNS float8
	AS 'MODULE_PATHNAME', 'poverty_estimate_t' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.t_statistic(@extschema@.poverty_estimate) IS 'estimate/std_error: the test statistic of no difference. NULL without a standard error above 0. Unit: none.';

CREATE FUNCTION @extschema@.p_value(estimate @extschema@.poverty_estimate) RETURNS float8
	AS 'MODULE_PATHNAME', 'poverty_estimate_p' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.p_value(@extschema@.poverty_estimate) IS 'The two-sided probability of such a t_statistic, Student''s with df degrees of freedom, where the truth is 0. NULL without a standard error above 0 or without degrees of freedom. Unit: a probability, 0 to 1.';

CREATE FUNCTION @extschema@.reliability(estimate @extschema@.poverty_estimate, max_cv float8 DEFAULT 0.2) RETURNS text
	LANGUAGE sql IMMUTABLE PARALLEL SAFE
	RETURN CASE WHEN (estimate).std_error IS NULL THEN NULL WHEN (estimate).n < 20 THEN 'unpublishable'
		WHEN (estimate).n < 50 OR (estimate).cv > max_cv OR ((estimate).cv IS NULL AND max_cv IS NOT NULL) THEN 'unreliable' ELSE 'reliable' END;

COMMENT ON FUNCTION @extschema@.reliability(@extschema@.poverty_estimate, float8) IS 'How far an estimate may be relied on. By its rows as Eurostat publishes EU-SILC: unpublishable under 20, unreliable (its flag u) under 50; and unreliable also where the coefficient of variation is above max_cv, a limit of the publisher''s choice (0.2 if not given; NULL for none), or does not exist, the estimate being 0. Else reliable. NULL without a standard error.';
