/* SPDX-License-Identifier: PostgreSQL */
/*
 * survey_code.c
 *		Type survey_code: what strata, PSUs and subgroups are called.
 *
 * A code is taken from a value of any type.  It is a string of bytes, its
 * identity, the same for codes that are equal: whole numbers of every numeric
 * type by their value, texts by their characters, anything else by its type's
 * binary output.  Nothing is hashed away, so two codes are never taken for one.
 *
 * The aggregates take this type, with implicit casts, and not "any": Citus has
 * an aggregate computed in parts only if its arguments have the types that it
 * declares.
 */
#include "survey.h"

#include "catalog/pg_type.h"
#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "port/pg_bswap.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/numeric.h"

/* The first byte of an identity. */
#define TAG_WHOLE 'i'
#define TAG_DOUBLE 'd'
#define TAG_NUMERIC 'n'
#define TAG_TEXT 't'
#define TAG_OTHER 's'

/* Numbers without a fraction have one identity as long as a double tells them apart. */
static bool
is_whole(double value)
{
	return value == floor(value) && fabs(value) < 9007199254740992.0;
}

static inline struct varlena *
new_code(char tag, const char *bytes, Size length)
{
	struct varlena *code = palloc(VARHDRSZ + 1 + length);

	SET_VARSIZE(code, VARHDRSZ + 1 + length);
	VARDATA(code)[0] = tag;
	memcpy(VARDATA(code) + 1, bytes, length);
	return code;
}

/* ---- from values ---- */

/* Eight bytes, most significant first, so that the order of bytes is that of numbers. */
static struct varlena *
from_bits(char tag, uint64 bits)
{
	uint64 ordered = pg_hton64(bits);

	return new_code(tag, (const char *) &ordered, sizeof(ordered));
}

static struct varlena *
from_whole(int64 value)
{
	return from_bits(TAG_WHOLE, (uint64) value ^ (UINT64CONST(1) << 63));
}

static struct varlena *
from_float(double value)
{
	uint64 bits;

	check_finite(value, "the code of a stratum, psu or subgroup");
	if (is_whole(value))
		return from_whole((int64) value);
	memcpy(&bits, &value, sizeof(bits));
	return from_bits(TAG_DOUBLE, bits);
}

/* Whether digits are those of a whole number, and which. */
static bool
read_whole(const char *digits, int64 *value)
{
	char *end;

	errno = 0;
	*value = (int64) strtoll(digits, &end, 10);
	return *end == '\0' && errno == 0;
}

static struct varlena *
from_numeric(Numeric value)
{
	char *digits = numeric_normalize(value);
	int64 whole;

	/* the error says which of them it is */
	if (numeric_is_nan(value) || numeric_is_inf(value))
		check_finite(DatumGetFloat8(DirectFunctionCall1(numeric_float8, NumericGetDatum(value))),
					 "the code of a stratum, psu or subgroup");
	return read_whole(digits, &whole) ? from_whole(whole) :
										new_code(TAG_NUMERIC, digits, strlen(digits));
}

/* Blanks at the end of a char(n) are not part of it. */
static struct varlena *
from_text(Datum datum, bool trim)
{
	text *value = DatumGetTextPP(datum);
	Size length = VARSIZE_ANY_EXHDR(value);

	while (trim && length > 0 && VARDATA_ANY(value)[length - 1] == ' ')
		length--;
	return new_code(TAG_TEXT, VARDATA_ANY(value), length);
}

/* How a call site makes codes of what it is given. */
typedef struct CodeReader
{
	Oid type;      /* of the argument, domains resolved */
	FmgrInfo send; /* its binary output, where that is its identity */
} CodeReader;

/* Looks up how, once a call site. */
static pg_noinline CodeReader *
new_reader(FmgrInfo *function)
{
	CodeReader *reader = MemoryContextAllocZero(function->fn_mcxt, sizeof(CodeReader));
	Oid type = get_fn_expr_argtype(function, 0);
	Oid send;
	bool is_varlena;

	if (!OidIsValid(type))
		elog(ERROR, "the type of the argument of survey_code is unknown");
	reader->type = getBaseType(type);
	getTypeBinaryOutputInfo(reader->type, &send, &is_varlena);
	fmgr_info_cxt(send, &reader->send, function->fn_mcxt);
	function->fn_extra = reader;
	return reader;
}

/*
 * The binary output of a value, with texts in it, such as labels of enums, as the
 * database has them.  Output functions write them in the client's encoding, which
 * differs between sessions, and between a session and its parallel workers.
 */
static bytea *
send_to_ourselves(FmgrInfo *send, Datum datum)
{
	int client = pg_get_client_encoding();
	bytea *volatile sent;

	if (client == GetDatabaseEncoding())
		return SendFunctionCall(send, datum);
	PG_TRY();
	{
		SetClientEncoding(GetDatabaseEncoding());
		sent = SendFunctionCall(send, datum);
	}
	PG_FINALLY();
	{
		SetClientEncoding(client);
	}
	PG_END_TRY();
	return sent;
}

PG_FUNCTION_INFO_V1(survey_code);
Datum
survey_code(PG_FUNCTION_ARGS)
{
	CodeReader *reader = fcinfo->flinfo->fn_extra;
	Datum datum = PG_GETARG_DATUM(0);
	bytea *sent;

	if (reader == NULL)
		reader = new_reader(fcinfo->flinfo);
	switch (reader->type)
	{
		case INT2OID:
			PG_RETURN_POINTER(from_whole(DatumGetInt16(datum)));
		case INT4OID:
			PG_RETURN_POINTER(from_whole(DatumGetInt32(datum)));
		case INT8OID:
			PG_RETURN_POINTER(from_whole(DatumGetInt64(datum)));
		case FLOAT4OID:
			PG_RETURN_POINTER(from_float(DatumGetFloat4(datum)));
		case FLOAT8OID:
			PG_RETURN_POINTER(from_float(DatumGetFloat8(datum)));
		case NUMERICOID:
			PG_RETURN_POINTER(from_numeric(DatumGetNumeric(datum)));
		case TEXTOID:
		case VARCHAROID:
			PG_RETURN_POINTER(from_text(datum, false));
		case BPCHAROID:
			PG_RETURN_POINTER(from_text(datum, true));
		case NAMEOID:
			PG_RETURN_POINTER(new_code(TAG_TEXT, NameStr(*DatumGetName(datum)),
									   strlen(NameStr(*DatumGetName(datum)))));
		default:
			/* not of a survey_code: a call that names a type is a cast, which does nothing to it */
			sent = send_to_ourselves(&reader->send, datum);
			PG_RETURN_POINTER(new_code(TAG_OTHER, VARDATA(sent), VARSIZE(sent) - VARHDRSZ));
	}
}

/* The identity of an argument that is not NULL. */
SurveyKey
survey_key_argument(FunctionCallInfo fcinfo, int argument)
{
	const struct varlena *code = PG_DETOAST_DATUM_PACKED(PG_GETARG_DATUM(argument));

	return (SurveyKey) { VARDATA_ANY(code), (uint32) VARSIZE_ANY_EXHDR(code) };
}

/* ---- input and output ---- */

/* Whether digits are as from_numeric() writes them. */
static bool
is_numeric_identity(const char *bytes, Size length)
{
	static const char figures[] = "0123456789";
	char *digits = pnstrdup(bytes, length);
	const char *start = digits + (digits[0] == '-');
	const char *point = start + strspn(start, figures);
	const char *fraction = point + (*point == '.');
	int64 whole;
	Datum value;

	if (point == start || (Size) (fraction + strspn(fraction, figures) - digits) != length ||
		read_whole(digits, &whole))
		return false;
	value = DirectFunctionCall3(numeric_in, CStringGetDatum(digits), ObjectIdGetDatum(InvalidOid),
								Int32GetDatum(-1));
	return strcmp(numeric_normalize(DatumGetNumeric(value)), digits) == 0;
}

static bool
is_double_identity(const char *bytes)
{
	uint64 ordered;
	uint64 bits;
	double value;

	memcpy(&ordered, bytes, sizeof(ordered));
	bits = pg_ntoh64(ordered);
	memcpy(&value, &bits, sizeof(value));
	return isfinite(value) && !is_whole(value);
}

/* Whether bytes are an identity that some value has, and not another form of one. */
static bool
is_identity(const char *bytes, Size length)
{
	if (length == 0)
		return false;
	switch (bytes[0])
	{
		case TAG_WHOLE:
			return length == SURVEY_KEY_SIZE;
		case TAG_DOUBLE:
			return length == SURVEY_KEY_SIZE && is_double_identity(bytes + 1);
		case TAG_NUMERIC:
			return is_numeric_identity(bytes + 1, length - 1);
		case TAG_TEXT:
			return pg_verifymbstr(bytes + 1, (int) length - 1, true);
		default:
			return bytes[0] == TAG_OTHER;
	}
}

/*
 * A text is written as it is; any other code, and a text that would be taken for
 * one, as \x and its identity in hexadecimal digits.
 */
PG_FUNCTION_INFO_V1(survey_code_in);
Datum
survey_code_in(PG_FUNCTION_ARGS)
{
	const char *written = PG_GETARG_CSTRING(0);
	size_t length = strlen(written);
	char *bytes;

	if (written[0] != '\\')
		PG_RETURN_POINTER(new_code(TAG_TEXT, written, length));
	if (length % 2 == 0 && written[1] == 'x' &&
		strspn(written + 2, "0123456789abcdefABCDEF") == length - 2)
	{
		bytes = palloc(length / 2);
		length = (size_t) hex_decode(written + 2, length - 2, bytes);
		if (is_identity(bytes, length))
			PG_RETURN_POINTER(new_code(bytes[0], bytes + 1, length - 1));
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
			 errmsg("invalid survey_code: \"%s\"", written),
			 errhint("A code that begins with a backslash is read back only as it was written. Cast a text that does to text.")));
}

PG_FUNCTION_INFO_V1(survey_code_out);
Datum
survey_code_out(PG_FUNCTION_ARGS)
{
	SurveyKey key = survey_key_argument(fcinfo, 0);
	char *written;

	if (key.bytes[0] == TAG_TEXT && (key.length == 1 || key.bytes[1] != '\\'))
		PG_RETURN_CSTRING(pnstrdup(key.bytes + 1, key.length - 1));
	written = palloc(2 * (Size) key.length + 3);
	memcpy(written, "\\x", 2);
	written[2 + hex_encode(key.bytes, key.length, written + 2)] = '\0';
	PG_RETURN_CSTRING(written);
}

/* The binary form is the identity, texts in the client's encoding. */
PG_FUNCTION_INFO_V1(survey_code_recv);
Datum
survey_code_recv(PG_FUNCTION_ARGS)
{
	StringInfo buffer = (StringInfo) PG_GETARG_POINTER(0);
	int length = buffer->len - buffer->cursor;
	const char *bytes = buffer->data + buffer->cursor;

	if (length > 0 && bytes[0] == TAG_TEXT)
	{
		buffer->cursor++;
		bytes = pq_getmsgtext(buffer, length - 1, &length);
		PG_RETURN_POINTER(new_code(TAG_TEXT, bytes, (Size) length));
	}
	if (!is_identity(bytes, (Size) length))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION), errmsg("invalid binary form of a survey_code"),
				 errhint("Codes are made by survey_code() and are read back only as they were written.")));
	buffer->cursor = buffer->len;
	PG_RETURN_POINTER(new_code(bytes[0], bytes + 1, (Size) length - 1));
}

PG_FUNCTION_INFO_V1(survey_code_send);
Datum
survey_code_send(PG_FUNCTION_ARGS)
{
	SurveyKey key = survey_key_argument(fcinfo, 0);
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	pq_sendbyte(&buffer, key.bytes[0]);
	if (key.bytes[0] == TAG_TEXT)
		pq_sendtext(&buffer, key.bytes + 1, (int) key.length - 1);
	else
		pq_sendbytes(&buffer, key.bytes + 1, (int) key.length - 1);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

/* ---- of identities ---- */

/* Whether an identity is one of eight bytes and of that tag, and its bits, in their order, if so. */
static bool
has_bits(SurveyKey key, char tag, uint64 *bits)
{
	if (key.length != SURVEY_KEY_SIZE || key.bytes[0] != tag)
		return false;
	memcpy(bits, key.bytes + 1, sizeof(*bits));
	*bits = pg_ntoh64(*bits);
	return true;
}

/* Whether an identity is that of a whole number, and its 64 bits, in their order, if so. */
bool
survey_key_is_whole(SurveyKey key, uint64 *id)
{
	return has_bits(key, TAG_WHOLE, id);
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

/* The identity with these bits, in buffer. */
SurveyKey
survey_whole_key(uint64 id, char *buffer)
{
	uint64 ordered = pg_hton64(id);

	buffer[0] = TAG_WHOLE;
	memcpy(buffer + 1, &ordered, sizeof(ordered));
	return (SurveyKey) { buffer, SURVEY_KEY_SIZE };
}

/* Whether the binary output of a value can be read: labels of enums can, the bits of a date cannot. */
static bool
is_readable(const char *bytes, int length)
{
	if (length == 0 || !pg_verifymbstr(bytes, length, true))
		return false;
	for (int i = 0; i < length; i++)
		if ((uint8) bytes[i] < ' ' || bytes[i] == 0x7f)
			return false;
	return true;
}

/* An identity as people know it, for messages. */
char *
survey_key_text(SurveyKey key)
{
	StringInfoData text;
	double value;
	uint64 bits;

	initStringInfo(&text);
	if (survey_key_is_whole(key, &bits))
		appendStringInfo(&text, INT64_FORMAT, (int64) (bits ^ (UINT64CONST(1) << 63)));
	else if (has_bits(key, TAG_DOUBLE, &bits))
	{
		memcpy(&value, &bits, sizeof(value));
		appendStringInfoString(&text, float8out_internal(value));
	}
	else if (key.bytes[0] == TAG_NUMERIC)
		appendBinaryStringInfo(&text, key.bytes + 1, (int) key.length - 1);
	else if (key.bytes[0] == TAG_TEXT || is_readable(key.bytes + 1, (int) key.length - 1))
		appendStringInfo(&text, "\"%.*s\"", (int) key.length - 1, key.bytes + 1);
	else if (key.length == 2 && (uint8) key.bytes[1] <= 1)
		appendStringInfoString(&text, key.bytes[1] ? "true" : "false");
	else
	{
		appendStringInfoString(&text, "\\x");
		for (uint32 i = 1; i < key.length; i++)
			appendStringInfo(&text, "%02x", (uint8) key.bytes[i]);
	}
	return text.data;
}
