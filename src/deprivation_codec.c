/* SPDX-License-Identifier: PostgreSQL */
/*
 * deprivation_codec.c
 *		Type mpi_summary: memory, binary and text form, equality.
 *
 * Values outside an aggregate are canonical, so that equal households have
 * equal bytes.  Binary form, all integers in network order: version (1 byte),
 * indicators (1), whether there are gaps (1), rows (8), k (8, a double), lowest
 * word (2), words a sum (2), the weight of each indicator (8, a double), the
 * words of each sum (8 each), lowest first, and a checksum of all that (4).  The
 * text form is the binary form in hexadecimal digits.
 */
#include "checksum.h"
#include "deprivation.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"

/* The bytes of the binary form before the weights. */
#define BINARY_HEADER_SIZE (3 + 2 * sizeof(int64) + 2 * sizeof(int16))

/* Memory for a summary, in the current memory context; callers keep the words within their maximum. */
MpiSummary *
mpi_allocate(int indicators, bool has_gaps, int nwords)
{
	Size size = mpi_size(indicators, has_gaps, nwords);
	MpiSummary *summary = palloc(size);

	SET_VARSIZE(summary, size);
	return summary;
}

/* A copy with another window, which covers the first. */
MpiSummary *
mpi_resized(const MpiSummary *summary, MpiWindow window)
{
	MpiSummary *copy;

	if (unlikely(window.lowest + window.nwords > MPI_WORDS_MAX))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("the weights of an mpi_summary add up to more than can be counted"),
				 errhint("Scale the weights down.")));
	copy = mpi_allocate(summary->indicators, summary->has_gaps, window.nwords);
	mpi_copy(copy, summary, window);
	return copy;
}

/* A copy in the canonical form. */
MpiSummary *
mpi_canonical(const MpiSummary *summary)
{
	MpiSummary *copy = mpi_resized(summary, (MpiWindow) { summary->lowest, summary->nwords });

	mpi_make_canonical(copy);
	SET_VARSIZE(copy, mpi_size(copy->indicators, copy->has_gaps, copy->nwords));
	return copy;
}

static void
write_summary(StringInfo buffer, const MpiSummary *state)
{
	MpiSummary *summary = mpi_canonical(state);
	int words = mpi_sum_count(summary) * summary->nwords;
	int start = buffer->len;

	pq_sendint8(buffer, summary->version);
	pq_sendint8(buffer, summary->indicators);
	pq_sendint8(buffer, summary->has_gaps);
	pq_sendint64(buffer, summary->rows);
	pq_sendfloat8(buffer, summary->k);
	pq_sendint16(buffer, summary->lowest);
	pq_sendint16(buffer, summary->nwords);
	for (int j = 0; j < summary->indicators; j++)
		pq_sendfloat8(buffer, summary->weight[j]);
	for (int i = 0; i < words; i++)
		pq_sendint64(buffer, mpi_words(summary)[i]);
	checksum_append(buffer, start);
	pfree(summary);
}

static void
check_bytes(bool good, const char *detail)
{
	if (!good)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid mpi_summary: %s", detail),
				 errhint("Summaries are made by the aggregates of poverty_ext and are read back only as they were written.")));
}

/* Reads the parameters behind the header; false when they are none that an aggregate accepts. */
static bool
read_parameters(StringInfo buffer, MpiSummary *summary, const MpiSummary *header)
{
	double weight[MPI_INDICATORS_MAX];
	bool good = header->k > 0.0 && header->k <= 1.0;

	for (int j = 0; j < header->indicators; j++)
	{
		weight[j] = pq_getmsgfloat8(buffer);
		good = good && weight[j] >= 0.0 && weight[j] <= DBL_MAX && !signbit(weight[j]);
	}
	return good &&
		mpi_set_parameters(summary, weight, header->indicators, header->k, header->has_gaps);
}

/* Reads what stands before the checksum, and believes nothing that it says of itself. */
static MpiSummary *
read_content(StringInfo buffer)
{
	MpiSummary header;
	MpiSummary *summary;
	Size left = (Size) (buffer->len - buffer->cursor);
	int words;

	check_bytes(left >= BINARY_HEADER_SIZE, "wrong length");
	check_bytes(pq_getmsgbyte(buffer) == MPI_VERSION, "unknown version");
	mpi_init(&header);
	header.indicators = (uint8) pq_getmsgbyte(buffer);
	header.has_gaps = (uint8) pq_getmsgbyte(buffer);
	header.rows = pq_getmsgint64(buffer);
	header.k = pq_getmsgfloat8(buffer);
	header.lowest = (int16) pq_getmsgint(buffer, 2);
	header.nwords = (int16) pq_getmsgint(buffer, 2);
	check_bytes(header.indicators <= MPI_INDICATORS_MAX && header.has_gaps <= 1,
				"too many indicators");
	check_bytes(header.lowest >= 0 && header.nwords >= 0 &&
					header.lowest + header.nwords <= MPI_WORDS_MAX,
				"words out of range");
	words = mpi_sum_count(&header) * header.nwords;
	check_bytes(left ==
					BINARY_HEADER_SIZE + ((Size) header.indicators + (Size) words) * sizeof(int64) +
						CHECKSUM_SIZE,
				"wrong length");

	summary = mpi_allocate(header.indicators, header.has_gaps, header.nwords);
	if (header.indicators == 0)
	{
		check_bytes(header.rows == 0 && header.k == 0.0 && !signbit(header.k) && !header.has_gaps &&
						header.lowest == 0 && header.nwords == 0,
					"households without indicators");
		mpi_init(summary);
		return summary;
	}
	check_bytes(header.rows > 0, "indicators without households");
	check_bytes(read_parameters(buffer, summary, &header), "impossible weights or k");
	summary->rows = header.rows;
	summary->lowest = header.lowest;
	summary->nwords = header.nwords;
	for (int i = 0; i < words; i++)
		mpi_words(summary)[i] = (uint64_t) pq_getmsgint64(buffer);
	check_bytes(mpi_is_plausible(summary), "its counts contradict each other");
	return summary;
}

/* The checksum comes last: what is wrong beside it says more. */
static MpiSummary *
read_summary(StringInfo buffer)
{
	const char *start = buffer->data + buffer->cursor;
	Size size = (Size) (buffer->len - buffer->cursor);
	MpiSummary *summary = read_content(buffer);

	check_bytes(checksum_matches(start, size), "the checksum differs");
	buffer->cursor = buffer->len;
	return summary;
}

PG_FUNCTION_INFO_V1(mpi_summary_send);
Datum
mpi_summary_send(PG_FUNCTION_ARGS)
{
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	write_summary(&buffer, PG_GETARG_MPI_SUMMARY(0));
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

PG_FUNCTION_INFO_V1(mpi_summary_recv);
Datum
mpi_summary_recv(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(read_summary((StringInfo) PG_GETARG_POINTER(0)));
}

PG_FUNCTION_INFO_V1(mpi_summary_out);
Datum
mpi_summary_out(PG_FUNCTION_ARGS)
{
	StringInfoData buffer;
	char *text;

	initStringInfo(&buffer);
	write_summary(&buffer, PG_GETARG_MPI_SUMMARY(0));
	text = palloc(2 * (Size) buffer.len + 1);
	text[hex_encode(buffer.data, buffer.len, text)] = '\0';
	PG_RETURN_CSTRING(text);
}

PG_FUNCTION_INFO_V1(mpi_summary_in);
Datum
mpi_summary_in(PG_FUNCTION_ARGS)
{
	const char *text = PG_GETARG_CSTRING(0);
	size_t length = strlen(text);
	StringInfoData buffer;

	check_bytes(length % 2 == 0 && strspn(text, "0123456789abcdefABCDEF") == length,
				"not an even number of hexadecimal digits");
	initStringInfo(&buffer);
	enlargeStringInfo(&buffer, (int) (length / 2));
	buffer.len = (int) hex_decode(text, length, buffer.data);
	PG_RETURN_POINTER(read_summary(&buffer));
}

static bool
are_equal(FunctionCallInfo fcinfo)
{
	MpiSummary *a = PG_GETARG_MPI_SUMMARY(0);
	MpiSummary *b = PG_GETARG_MPI_SUMMARY(1);
	bool equal = VARSIZE(a) == VARSIZE(b) &&
		memcmp(VARDATA(a), VARDATA(b), VARSIZE(a) - VARHDRSZ) == 0;

	PG_FREE_IF_COPY(a, 0);
	PG_FREE_IF_COPY(b, 1);
	return equal;
}

PG_FUNCTION_INFO_V1(mpi_summary_eq);
Datum
mpi_summary_eq(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(are_equal(fcinfo));
}

PG_FUNCTION_INFO_V1(mpi_summary_ne);
Datum
mpi_summary_ne(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(!are_equal(fcinfo));
}

/*
 * An order of the bytes, which means nothing, for what sorts: count(DISTINCT),
 * ORDER BY, merge joins, unique indexes.
 */
static int
compare_bytes(FunctionCallInfo fcinfo)
{
	MpiSummary *a = PG_GETARG_MPI_SUMMARY(0);
	MpiSummary *b = PG_GETARG_MPI_SUMMARY(1);
	int order = memcmp(VARDATA(a), VARDATA(b), Min(VARSIZE(a), VARSIZE(b)) - VARHDRSZ);

	if (order == 0)
		order = (VARSIZE(a) > VARSIZE(b)) - (VARSIZE(a) < VARSIZE(b));
	PG_FREE_IF_COPY(a, 0);
	PG_FREE_IF_COPY(b, 1);
	return order;
}

PG_FUNCTION_INFO_V1(mpi_summary_cmp);
Datum
mpi_summary_cmp(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(compare_bytes(fcinfo));
}

PG_FUNCTION_INFO_V1(mpi_summary_lt);
Datum
mpi_summary_lt(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare_bytes(fcinfo) < 0);
}

PG_FUNCTION_INFO_V1(mpi_summary_le);
Datum
mpi_summary_le(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare_bytes(fcinfo) <= 0);
}

PG_FUNCTION_INFO_V1(mpi_summary_gt);
Datum
mpi_summary_gt(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare_bytes(fcinfo) > 0);
}

PG_FUNCTION_INFO_V1(mpi_summary_ge);
Datum
mpi_summary_ge(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare_bytes(fcinfo) >= 0);
}

PG_FUNCTION_INFO_V1(mpi_summary_hash);
Datum
mpi_summary_hash(PG_FUNCTION_ARGS)
{
	MpiSummary *summary = PG_GETARG_MPI_SUMMARY(0);
	Datum hash = hash_any((unsigned char *) VARDATA(summary), (int) (VARSIZE(summary) - VARHDRSZ));

	PG_FREE_IF_COPY(summary, 0);
	return hash;
}

PG_FUNCTION_INFO_V1(mpi_summary_hash_extended);
Datum
mpi_summary_hash_extended(PG_FUNCTION_ARGS)
{
	MpiSummary *summary = PG_GETARG_MPI_SUMMARY(0);
	Datum hash = hash_any_extended((unsigned char *) VARDATA(summary),
								   (int) (VARSIZE(summary) - VARHDRSZ), PG_GETARG_INT64(1));

	PG_FREE_IF_COPY(summary, 0);
	return hash;
}
