/* SPDX-License-Identifier: PostgreSQL */
/*
 * survey_key.c
 *		Identities of strata and PSUs, whose codes may be of any type.
 *
 * A code's identity is a string of bytes, the same for codes that are equal:
 * whole numbers of every numeric type by their value, texts by their characters,
 * anything else by its type's binary output.  Nothing is hashed away, so two
 * codes are never taken for one.
 */
#include "survey.h"

#include "catalog/pg_type.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/numeric.h"

/* How identities are made, and their first byte. */
enum
{
	KEY_UNRESOLVED,
	KEY_INT2,
	KEY_INT4,
	KEY_INT8,
	KEY_FLOAT4,
	KEY_FLOAT8,
	KEY_NUMERIC,
	KEY_TEXT,
	KEY_BPCHAR,
	KEY_NAME,
	KEY_UNKNOWN,
	KEY_SENT
};

#define TAG_WHOLE 'i'
#define TAG_DOUBLE 'd'
#define TAG_NUMERIC 'n'
#define TAG_TEXT 't'
#define TAG_OTHER 's'

static void
resolve(FunctionCallInfo fcinfo, int argument, SurveyKeyReader *reader)
{
	Oid type = get_fn_expr_argtype(fcinfo->flinfo, argument);
	Oid send;
	bool is_varlena;

	if (!OidIsValid(type))
		elog(ERROR, "the type of argument %d of an aggregate of room survey is unknown", argument);
	type = getBaseType(type);
	switch (type)
	{
		case INT2OID:
			reader->form = KEY_INT2;
			break;
		case INT4OID:
			reader->form = KEY_INT4;
			break;
		case INT8OID:
			reader->form = KEY_INT8;
			break;
		case FLOAT4OID:
			reader->form = KEY_FLOAT4;
			break;
		case FLOAT8OID:
			reader->form = KEY_FLOAT8;
			break;
		case NUMERICOID:
			reader->form = KEY_NUMERIC;
			break;
		case TEXTOID:
		case VARCHAROID:
			reader->form = KEY_TEXT;
			break;
		case BPCHAROID:
			reader->form = KEY_BPCHAR;
			break;
		case NAMEOID:
			reader->form = KEY_NAME;
			break;
		case UNKNOWNOID:
			reader->form = KEY_UNKNOWN;
			break;
		default:
			getTypeBinaryOutputInfo(type, &send, &is_varlena);
			fmgr_info_cxt(send, &reader->send, fcinfo->flinfo->fn_mcxt);
			reader->form = KEY_SENT;
	}
	reader->type = type;
}

/* Eight bytes, most significant first, so that the order of bytes is that of numbers. */
static SurveyKey
number(char tag, uint64 bits, char *buffer)
{
	buffer[0] = tag;
	for (int i = 8; i > 0; i--, bits >>= 8)
		buffer[i] = (char) (bits & 0xFF);
	return (SurveyKey) { buffer, SURVEY_KEY_SIZE };
}

static SurveyKey
whole_number(int64 value, char *buffer)
{
	return number(TAG_WHOLE, (uint64) value ^ (UINT64CONST(1) << 63), buffer);
}

static SurveyKey
tagged(char tag, const char *bytes, Size length)
{
	char *key = palloc(length + 1);

	key[0] = tag;
	memcpy(key + 1, bytes, length);
	return (SurveyKey) { key, (uint32) (length + 1) };
}

static SurveyKey
from_float(double value, const char *what, char *buffer)
{
	uint64 bits;

	check_finite(value, what);
	if (value == floor(value) && fabs(value) < 9007199254740992.0)
		return whole_number((int64) value, buffer);
	memcpy(&bits, &value, sizeof(bits));
	return number(TAG_DOUBLE, bits, buffer);
}

static SurveyKey
from_numeric(Datum datum, const char *what, char *buffer)
{
	char *text = numeric_normalize(DatumGetNumeric(datum));
	char *end;
	int64 value;

	/* the error says which of them it is */
	if (numeric_is_nan(DatumGetNumeric(datum)) || numeric_is_inf(DatumGetNumeric(datum)))
		check_finite(DatumGetFloat8(DirectFunctionCall1(numeric_float8, datum)), what);
	errno = 0;
	value = (int64) strtoll(text, &end, 10);
	if (*end == '\0' && errno == 0)
		return whole_number(value, buffer);
	return tagged(TAG_NUMERIC, text, strlen(text));
}

static SurveyKey
from_text(Datum datum, bool trim)
{
	text *value = DatumGetTextPP(datum);
	Size length = VARSIZE_ANY_EXHDR(value);

	while (trim && length > 0 && VARDATA_ANY(value)[length - 1] == ' ')
		length--;
	return tagged(TAG_TEXT, VARDATA_ANY(value), length);
}

/*
 * The identity of an argument that is not NULL, in buffer (SURVEY_KEY_SIZE
 * bytes) or in memory of its own in the current context.
 */
SurveyKey
survey_read_key(FunctionCallInfo fcinfo, int argument, const char *what, SurveyKeyReader *reader,
				char *buffer)
{
	Datum datum = PG_GETARG_DATUM(argument);
	bytea *sent;

	if (reader->form == KEY_UNRESOLVED)
		resolve(fcinfo, argument, reader);
	switch (reader->form)
	{
		case KEY_INT2:
			return whole_number(DatumGetInt16(datum), buffer);
		case KEY_INT4:
			return whole_number(DatumGetInt32(datum), buffer);
		case KEY_INT8:
			return whole_number(DatumGetInt64(datum), buffer);
		case KEY_FLOAT4:
			return from_float(DatumGetFloat4(datum), what, buffer);
		case KEY_FLOAT8:
			return from_float(DatumGetFloat8(datum), what, buffer);
		case KEY_NUMERIC:
			return from_numeric(datum, what, buffer);
		case KEY_TEXT:
			return from_text(datum, false);
		case KEY_BPCHAR:
			return from_text(datum, true);
		case KEY_NAME:
			return tagged(TAG_TEXT, NameStr(*DatumGetName(datum)),
						  strlen(NameStr(*DatumGetName(datum))));
		case KEY_UNKNOWN:
			return tagged(TAG_TEXT, DatumGetCString(datum), strlen(DatumGetCString(datum)));
		default:
			sent = SendFunctionCall(&reader->send, datum);
			return tagged(TAG_OTHER, VARDATA(sent), VARSIZE(sent) - VARHDRSZ);
	}
}

/* The eight bytes that number() has written. */
static uint64
number_of(SurveyKey key)
{
	uint64 bits = 0;

	for (int i = 1; i < SURVEY_KEY_SIZE; i++)
		bits = (bits << 8) | (uint8) key.bytes[i];
	return bits;
}

/* Whether an identity is that of a whole number, and its 64 bits, in their order, if so. */
bool
survey_key_is_whole(SurveyKey key, uint64 *id)
{
	if (key.length != SURVEY_KEY_SIZE || key.bytes[0] != TAG_WHOLE)
		return false;
	*id = number_of(key);
	return true;
}

static bool
is_number(SurveyKey key)
{
	char tag = key.bytes[0];

	return tag == TAG_WHOLE || tag == TAG_DOUBLE || tag == TAG_NUMERIC;
}

/* Whether two codes are both numbers, or both texts, or both neither. */
bool
survey_keys_are_alike(SurveyKey a, SurveyKey b)
{
	bool number_a = is_number(a);
	bool number_b = is_number(b);

	return number_a || number_b ? number_a == number_b : a.bytes[0] == b.bytes[0];
}

/* The identity with these bits. */
SurveyKey
survey_whole_key(uint64 id, char *buffer)
{
	return number(TAG_WHOLE, id, buffer);
}

/* An identity as people know it, for messages. */
char *
survey_key_text(SurveyKey key)
{
	StringInfoData text;
	double value;
	uint64 id;

	initStringInfo(&text);
	if (survey_key_is_whole(key, &id))
		appendStringInfo(&text, INT64_FORMAT, (int64) (id ^ (UINT64CONST(1) << 63)));
	else if (key.bytes[0] == TAG_DOUBLE && key.length == SURVEY_KEY_SIZE)
	{
		id = number_of(key);
		memcpy(&value, &id, sizeof(value));
		appendStringInfoString(&text, float8out_internal(value));
	}
	else if (key.bytes[0] == TAG_NUMERIC)
		appendBinaryStringInfo(&text, key.bytes + 1, (int) key.length - 1);
	else if (key.bytes[0] == TAG_TEXT)
		appendStringInfo(&text, "\"%.*s\"", (int) key.length - 1, key.bytes + 1);
	else
	{
		appendStringInfoString(&text, "\\x");
		for (uint32 i = 1; i < key.length; i++)
			appendStringInfo(&text, "%02x", (uint8) key.bytes[i]);
	}
	return text.data;
}
