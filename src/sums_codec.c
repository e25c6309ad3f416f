/*
 * sums_codec.c
 *		The binary and the text form of exact sums; type exact_sums.
 *
 * Both forms are those of the canonical value, so that equal rows give equal
 * bytes.  Binary form, all integers in network order: version (1 byte), kind
 * (1), number of sums (1), rows (8), marked rows (8), parameter (8, a double),
 * lowest limb (2), limbs a sum (2); then for each sum a byte 0, or 1 when it is
 * negative, and its limbs as magnitudes (4 bytes each), lowest first.  The text
 * form is the binary form in hexadecimal digits.
 *
 * What comes from outside is checked byte by byte; what it claims of itself
 * must not contradict itself.
 */
#include "sums.h"

#include "libpq/pqformat.h"
#include "utils/builtins.h"

/* The bytes of the binary form before the sums. */
#define BINARY_HEADER_SIZE (3 + 3 * sizeof(int64) + 2 * sizeof(int16))

void
sums_write(StringInfo buffer, const ExactSums *state)
{
	ExactSums *sums = sums_canonical(state);

	pq_sendint8(buffer, sums->version);
	pq_sendint8(buffer, sums->kind);
	pq_sendint8(buffer, sums->nsums);
	pq_sendint64(buffer, sums->rows);
	pq_sendint64(buffer, sums->marked);
	pq_sendfloat8(buffer, sums->parameter);
	pq_sendint16(buffer, sums->lowest);
	pq_sendint16(buffer, sums->nlimbs);
	for (int k = 0; k < sums->nsums; k++)
	{
		const int64_t *limb = sums->limb + (size_t) k * (size_t) sums->nlimbs;
		bool negative = false;

		for (int i = 0; i < sums->nlimbs; i++)
			negative |= limb[i] < 0;
		pq_sendint8(buffer, negative);
		for (int i = 0; i < sums->nlimbs; i++)
			pq_sendint32(buffer, (uint32) (negative ? -limb[i] : limb[i]));
	}
	pfree(sums);
}

static void
check_bytes(bool good, const char *detail)
{
	if (!good)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid stored sums: %s", detail),
				 errhint("Summaries and partial states are made by the aggregates of poverty_ext and are read back only as they were written.")));
}

/* Whether counts, parameter and sums are such as the kind's aggregate makes. */
static bool
is_plausible(const ExactSums *sums)
{
	bool counts_poor = sums->kind == SUMS_POVERTY_SUMMARY || sums->kind == SUMS_HEADCOUNT;

	if (sums->kind == SUMS_FGT ? !(sums->parameter >= 0.0 && sums->parameter <= DBL_MAX) :
								 sums->parameter != 0.0)
		return false;
	if (signbit(sums->parameter))
		return false;
	if (counts_poor && exact_sums_value(sums, SUM_POOR) > exact_sums_value(sums, SUM_POPULATION))
		return false;
	if (sums->rows < 0 || sums->marked < 0 || sums->marked > sums->rows)
		return false;
	if (sums->rows == 0 && sums->nlimbs > 0)
		return false;
	for (int k = 0; k < sums->nsums; k++)
		if (!sums_kind_info(sums->kind)->can_be_negative && exact_sums_sign(sums, k) < 0)
			return false;
	return true;
}

ExactSums *
sums_read(StringInfo buffer, bool summary)
{
	ExactSums header;
	ExactSums *sums;
	Size left = (Size) (buffer->len - buffer->cursor);

	check_bytes(left >= BINARY_HEADER_SIZE, "wrong length");
	check_bytes(pq_getmsgbyte(buffer) == EXACT_SUMS_VERSION, "unknown version");
	exact_sums_init(&header, pq_getmsgbyte(buffer), 0);
	check_bytes(sums_kind_info(header.kind) != NULL, "unknown kind of state");
	check_bytes((header.kind == SUMS_POVERTY_SUMMARY) == summary, "a state of another type");
	header.nsums = (uint8) pq_getmsgbyte(buffer);
	check_bytes(header.nsums == sums_kind_info(header.kind)->nsums, "wrong number of sums");
	header.rows = pq_getmsgint64(buffer);
	header.marked = pq_getmsgint64(buffer);
	header.parameter = pq_getmsgfloat8(buffer);
	header.lowest = (int16) pq_getmsgint(buffer, 2);
	header.nlimbs = (int16) pq_getmsgint(buffer, 2);
	check_bytes(header.lowest >= 0 && header.nlimbs >= 0 &&
					header.lowest + header.nlimbs <= EXACT_CANONICAL_MAX,
				"limbs out of range");
	check_bytes(left ==
					BINARY_HEADER_SIZE + header.nsums * (1 + sizeof(uint32) * (Size) header.nlimbs),
				"wrong length");

	sums = sums_allocate(header.nsums, header.nlimbs);
	memcpy((char *) sums + VARHDRSZ, (char *) &header + VARHDRSZ,
		   offsetof(ExactSums, limb) - VARHDRSZ);
	for (int k = 0; k < sums->nsums; k++)
	{
		int64_t *limb = sums->limb + (size_t) k * (size_t) sums->nlimbs;
		int negative = pq_getmsgbyte(buffer);

		check_bytes(negative == 0 || negative == 1, "a sign is neither 0 nor 1");
		for (int i = 0; i < sums->nlimbs; i++)
			limb[i] = (negative ? -1 : 1) * (int64_t) (uint32) pq_getmsgint(buffer, 4);
		check_bytes(!negative || exact_sums_sign(sums, k) < 0, "a zero with a sign");
	}
	check_bytes(exact_sums_is_canonical(sums), "limbs are not in the canonical form");
	check_bytes(is_plausible(sums), "its counts or signs contradict each other");
	return sums;
}

char *
sums_to_text(const ExactSums *sums)
{
	StringInfoData buffer;
	char *text;

	initStringInfo(&buffer);
	sums_write(&buffer, sums);
	text = palloc(2 * (Size) buffer.len + 1);
	text[hex_encode(buffer.data, buffer.len, text)] = '\0';
	return text;
}

ExactSums *
sums_from_text(const char *text, bool summary)
{
	size_t length = strlen(text);
	StringInfoData buffer;

	check_bytes(length % 2 == 0 && strspn(text, "0123456789abcdefABCDEF") == length,
				"not an even number of hexadecimal digits");
	initStringInfo(&buffer);
	enlargeStringInfo(&buffer, length / 2);
	buffer.len = (int) hex_decode(text, length, buffer.data);
	return sums_read(&buffer, summary);
}

PG_FUNCTION_INFO_V1(exact_sums_send);
Datum
exact_sums_send(PG_FUNCTION_ARGS)
{
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	sums_write(&buffer, PG_GETARG_EXACT_SUMS(0));
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

PG_FUNCTION_INFO_V1(exact_sums_recv);
Datum
exact_sums_recv(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(sums_read((StringInfo) PG_GETARG_POINTER(0), false));
}

PG_FUNCTION_INFO_V1(exact_sums_out);
Datum
exact_sums_out(PG_FUNCTION_ARGS)
{
	PG_RETURN_CSTRING(sums_to_text(PG_GETARG_EXACT_SUMS(0)));
}

PG_FUNCTION_INFO_V1(exact_sums_in);
Datum
exact_sums_in(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(sums_from_text(PG_GETARG_CSTRING(0), false));
}
