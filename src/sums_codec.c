/* SPDX-License-Identifier: PostgreSQL */
/*
 * sums_codec.c
 *		The binary and the text form of exact sums; type exact_sums.
 *
 * Both forms are those of the canonical value, so that equal rows give equal
 * bytes.  Binary form, all integers in network order: version (1 byte), kind
 * (1), number of sums (1; 0 where it is the square of the parameter), rows (8),
 * marked rows (8), parameter (8, a double), lowest limb (2), limbs a sum (2);
 * then for each sum a byte 0, or 1 when it is negative, and its limbs as
 * magnitudes (4 bytes each), lowest first; at the end the CRC-32C of all bytes
 * before it (4).  The text form is the binary form in hexadecimal digits.
 *
 * What comes from outside is checked byte by byte; what it claims of itself
 * must not contradict itself.  A digit mistyped or a bit lost in a limb would
 * still be a possible number, and a wrong one: the checksum finds every such
 * error within 32 bits, and others but for one in 2^32.  What a table holds is
 * the state itself, with no checksum; PostgreSQL has its own for pages.
 */
#include "checksum.h"
#include "sums.h"

#include "common/shortest_dec.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"

/* The bytes of the binary form before the sums. */
#define BINARY_HEADER_SIZE (3 + 3 * sizeof(int64) + 2 * sizeof(int16))

/*
 * The number of sums as it is written, one byte: where the parameter says it,
 * it is 0.
 */
static uint8
written_count(int kind)
{
	int nsums = sums_kind_info(kind)->nsums;

	return nsums == SUMS_SQUARE_OF_PARAMETER ? 0 : (uint8) nsums;
}

void
sums_write(StringInfo buffer, const ExactSums *state)
{
	ExactSums *sums = sums_canonical(state);
	int start = buffer->len;

	pq_sendint8(buffer, sums->version);
	pq_sendint8(buffer, sums->kind);
	pq_sendint8(buffer, written_count(sums->kind));
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
	checksum_append(buffer, start);
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

/* Takes version and checksum off what is to be read; the cursor is then at the kind. */
static void
check_frame(StringInfo buffer)
{
	Size length = (Size) (buffer->len - buffer->cursor);
	const char *bytes = buffer->data + buffer->cursor;

	check_bytes(length >= BINARY_HEADER_SIZE + CHECKSUM_SIZE, "wrong length");
	check_bytes(pq_getmsgbyte(buffer) == EXACT_SUMS_VERSION, "unknown version");
	check_bytes(checksum_matches(bytes, length), "the checksum differs");
}

ExactSums *
sums_read(StringInfo buffer, int kind)
{
	ExactSums header;
	ExactSums *sums;
	Size length = (Size) (buffer->len - buffer->cursor);
	int written;
	int nsums;

	check_frame(buffer);
	exact_sums_init(&header, pq_getmsgbyte(buffer), 0);
	check_bytes(sums_kind_info(header.kind) != NULL, "unknown kind of state");
	check_bytes(kind == SUMS_ANY_STATE ? !sums_kind_info(header.kind)->is_value :
										 header.kind == kind,
				"a state of another type");
	written = pq_getmsgbyte(buffer);
	check_bytes(written == written_count(header.kind), "wrong number of sums");
	header.rows = pq_getmsgint64(buffer);
	header.marked = pq_getmsgint64(buffer);
	header.parameter = pq_getmsgfloat8(buffer);
	nsums = sums_count_of(header.kind, header.parameter);
	check_bytes(nsums >= 0, "impossible number of sums");
	header.nsums = (uint16) nsums;
	header.lowest = (int16) pq_getmsgint(buffer, 2);
	header.nlimbs = (int16) pq_getmsgint(buffer, 2);
	check_bytes(header.lowest >= 0 && header.nlimbs >= 0 &&
					header.lowest + header.nlimbs <= EXACT_CANONICAL_MAX,
				"limbs out of range");
	check_bytes(length ==
					BINARY_HEADER_SIZE +
						header.nsums * (1 + sizeof(uint32) * (Size) header.nlimbs) + CHECKSUM_SIZE,
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
	check_bytes(sums_are_plausible(sums), "its counts or sums contradict each other");
	(void) pq_getmsgbytes(buffer, CHECKSUM_SIZE);
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
sums_from_text(const char *text, int kind)
{
	size_t length = strlen(text);
	StringInfoData buffer;

	check_bytes(length % 2 == 0 && strspn(text, "0123456789abcdefABCDEF") == length,
				"not an even number of hexadecimal digits");
	initStringInfo(&buffer);
	enlargeStringInfo(&buffer, length / 2);
	buffer.len = (int) hex_decode(text, length, buffer.data);
	return sums_read(&buffer, kind);
}

/* Appends a member to a jsonb form that has one already. */
void
sums_write_number(StringInfo json, const char *name, double value)
{
	char text[DOUBLE_SHORTEST_DECIMAL_LEN];

	double_to_shortest_decimal_buf(check_result(value, name), text);
	appendStringInfo(json, ", \"%s\": %s", name, text);
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
	PG_RETURN_POINTER(sums_read((StringInfo) PG_GETARG_POINTER(0), SUMS_ANY_STATE));
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
	PG_RETURN_POINTER(sums_from_text(PG_GETARG_CSTRING(0), SUMS_ANY_STATE));
}
