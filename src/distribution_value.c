/* SPDX-License-Identifier: PostgreSQL */
/*
 * distribution_value.c
 *		Type income_distribution: rows in order, to be stored, merged and read later.
 *
 * A value is the bytes of math/distribution_code.h or math/bounded.h behind a
 * varlena header; they do not depend on the machine, so that the binary form is
 * the same bytes and a checksum, and the text form its hexadecimal digits.  One multiset of
 * rows has one value, and equality compares bytes.
 */
#include "checksum.h"
#include "distribution.h"
#include "sums.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"
#include "utils/memutils.h"

static void
check_bytes(bool good, const char *detail)
{
	if (!good)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid income_distribution: %s", detail),
				 errhint("Distributions are made by income_distribution() and merge(), and are read back only as they were written.")));
}

/* Opens a value; what is not in the form of one is an error. */
StoredDistribution *
distribution_opened(struct varlena *value)
{
	StoredDistribution *stored = palloc0(sizeof(StoredDistribution));
	const uint8 *start = (const uint8 *) VARDATA_ANY(value);
	Size size = VARSIZE_ANY_EXHDR(value);

	check_bytes(distribution_header(start, size, &stored->header), "wrong header");
	if (!stored->header.is_bounded)
	{
		check_bytes(distribution_open(start, size, &stored->bytes), "wrong length");
		stored_source_init(&stored->stored, &stored->bytes);
		stored->source = &stored->stored.source;
	}
	else
	{
		check_bytes(stored->header.entries <= size, "wrong length");
		bounded_set_allocate(&stored->set, (Size) stored->header.entries, stored->header.digits);
		check_bytes(bounded_read(start, size, &stored->header, &stored->set), "wrong length");
		bounded_source_init(&stored->bounded, &stored->set);
		stored->source = &stored->bounded.source;
	}
	stored->source->poll = rows_poll;
	return stored;
}

StoredDistribution *
distribution_argument(FunctionCallInfo fcinfo, int argno)
{
	return distribution_opened(PG_GETARG_VARLENA_PP(argno));
}

static struct varlena *
allocate_value(Size size, uint64 entries)
{
	struct varlena *value;

	if (size > MaxAllocSize / 16 * 15)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a distribution of " UINT64_FORMAT " different rows takes %zu MB, more than a value may have",
						entries, size / (1024 * 1024)),
				 errhint("Use the bounded form, income_distribution(income, weight, max_points), or several smaller groups.")));
	value = palloc(VARHDRSZ + size);
	SET_VARSIZE(value, VARHDRSZ + size);
	return value;
}

/* The value of a source; NULL of one without rows. */
struct varlena *
distribution_of(RankedSource *source)
{
	DistributionShape shape = distribution_shape(source);
	struct varlena *value;

	if (shape.header.entries == 0)
		return NULL;
	if (shape.header.rows > EXACT_ROWS_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("a distribution of more rows than can be counted, which is 2^43"),
				 errhint("No table has so many: make the distributions again from their rows.")));
	value = allocate_value(shape.size, shape.header.entries);
	distribution_write(source, &shape, (uint8 *) VARDATA(value));
	return value;
}

struct varlena *
distribution_of_set(const BoundedSet *set)
{
	struct varlena *value;

	if (set->count == 0)
		return NULL;
	value = allocate_value(bounded_size(set), set->count);
	bounded_write(set, (uint8 *) VARDATA(value));
	return value;
}

/* A bounded value is what its own points give. */
static bool
bounded_is_canonical(const StoredDistribution *stored, const uint8 *start, Size size)
{
	uint8 *again;

	if (bounded_size(&stored->set) != size || !bounded_is_valid(&stored->set, stored->header.rows))
		return false;
	again = palloc(size);
	bounded_write(&stored->set, again);
	return memcmp(again, start, size) == 0;
}

/* Bytes from outside as a value, when every one of them is right. */
static struct varlena *
value_of_bytes(const char *bytes, Size size)
{
	struct varlena *value;
	StoredDistribution *stored;
	const char *wrong = NULL;

	check_bytes(checksum_matches(bytes, size), "the checksum differs");
	size -= CHECKSUM_SIZE;
	value = palloc(VARHDRSZ + size);
	SET_VARSIZE(value, VARHDRSZ + size);
	memcpy(VARDATA(value), bytes, size);
	stored = distribution_opened(value);
	if (!stored->header.is_bounded)
		wrong = distribution_check(&stored->bytes, rows_poll);
	else if (!bounded_is_canonical(stored, (const uint8 *) bytes, size))
		wrong = "it is not in the canonical form";
	check_bytes(wrong == NULL, wrong);
	return value;
}

PG_FUNCTION_INFO_V1(income_distribution_in);
Datum
income_distribution_in(PG_FUNCTION_ARGS)
{
	char *text = PG_GETARG_CSTRING(0);
	size_t length = strlen(text);
	char *bytes;

	bytes = palloc(length / 2 + 1);
	check_bytes(hex_read(text, length, bytes), "not an even number of hexadecimal digits");
	PG_RETURN_POINTER(value_of_bytes(bytes, length / 2));
}

static void
write_value(StringInfo buffer, struct varlena *value)
{
	int start = buffer->len;

	pq_sendbytes(buffer, VARDATA_ANY(value), (int) VARSIZE_ANY_EXHDR(value));
	checksum_append(buffer, start);
}

PG_FUNCTION_INFO_V1(income_distribution_out);
Datum
income_distribution_out(PG_FUNCTION_ARGS)
{
	struct varlena *value = PG_GETARG_VARLENA_PP(0);
	StringInfoData buffer;

	initStringInfo(&buffer);
	write_value(&buffer, value);
	PG_RETURN_CSTRING(hex_written(&buffer));
}

PG_FUNCTION_INFO_V1(income_distribution_recv);
Datum
income_distribution_recv(PG_FUNCTION_ARGS)
{
	StringInfo buffer = (StringInfo) PG_GETARG_POINTER(0);
	int left = buffer->len - buffer->cursor;

	PG_RETURN_POINTER(value_of_bytes(pq_getmsgbytes(buffer, left), (Size) left));
}

PG_FUNCTION_INFO_V1(income_distribution_send);
Datum
income_distribution_send(PG_FUNCTION_ARGS)
{
	struct varlena *value = PG_GETARG_VARLENA_PP(0);
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	write_value(&buffer, value);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

/* Order by length and bytes; it has no meaning but serves DISTINCT and joins. */
static int
compare_bytes(FunctionCallInfo fcinfo)
{
	struct varlena *a = PG_GETARG_VARLENA_PP(0);
	struct varlena *b = PG_GETARG_VARLENA_PP(1);
	Size length_a = VARSIZE_ANY_EXHDR(a);
	Size length_b = VARSIZE_ANY_EXHDR(b);
	int order;

	if (length_a != length_b)
		order = length_a < length_b ? -1 : 1;
	else
		order = memcmp(VARDATA_ANY(a), VARDATA_ANY(b), length_a);
	PG_FREE_IF_COPY(a, 0);
	PG_FREE_IF_COPY(b, 1);
	return order;
}

#define DEFINE_COMPARISON(name, relation)                 \
	PG_FUNCTION_INFO_V1(income_distribution_##name);      \
	Datum income_distribution_##name(PG_FUNCTION_ARGS)    \
	{                                                     \
		PG_RETURN_BOOL(compare_bytes(fcinfo) relation 0); \
	}

DEFINE_COMPARISON(eq, ==)
DEFINE_COMPARISON(ne, !=)
DEFINE_COMPARISON(lt, <)
DEFINE_COMPARISON(le, <=)
DEFINE_COMPARISON(gt, >)
DEFINE_COMPARISON(ge, >=)

PG_FUNCTION_INFO_V1(income_distribution_cmp);
Datum
income_distribution_cmp(PG_FUNCTION_ARGS)
{
	int order = compare_bytes(fcinfo);

	PG_RETURN_INT32((order > 0) - (order < 0));
}

PG_FUNCTION_INFO_V1(income_distribution_hash);
Datum
income_distribution_hash(PG_FUNCTION_ARGS)
{
	struct varlena *value = PG_GETARG_VARLENA_PP(0);
	Datum hash = hash_any((unsigned char *) VARDATA_ANY(value), (int) VARSIZE_ANY_EXHDR(value));

	PG_FREE_IF_COPY(value, 0);
	return hash;
}

PG_FUNCTION_INFO_V1(income_distribution_hash_extended);
Datum
income_distribution_hash_extended(PG_FUNCTION_ARGS)
{
	struct varlena *value = PG_GETARG_VARLENA_PP(0);
	Datum hash = hash_any_extended((unsigned char *) VARDATA_ANY(value),
								   (int) VARSIZE_ANY_EXHDR(value), PG_GETARG_INT64(1));

	PG_FREE_IF_COPY(value, 0);
	return hash;
}

PG_FUNCTION_INFO_V1(income_distribution_to_jsonb);
Datum
income_distribution_to_jsonb(PG_FUNCTION_ARGS)
{
	StoredDistribution *stored = distribution_argument(fcinfo, 0);
	RankedTotals totals = ranked_totals(stored->source);
	StringInfoData json;
	double mean;

	initStringInfo(&json);
	appendStringInfo(&json, "{\"observations\": " INT64_FORMAT ", \"points\": " UINT64_FORMAT,
					 stored->header.rows, stored->header.entries);
	sums_write_number(&json, "population", totals.weight_value);
	sums_write_number(&json, "lowest", totals.lowest);
	sums_write_number(&json, "median",
					  ranked_quantile(stored->source, &totals, 0.5, QUANTILE_MEAN_AT_TIE));
	sums_write_number(&json, "highest", totals.highest);
	if (mean_of_ranked(stored->source, &mean))
		sums_write_number(&json, "mean", mean);
	sums_write_number(&json, "rank_error",
					  stored->header.is_bounded ? bounded_rank_error(&stored->set) : 0.0);
	appendStringInfoChar(&json, '}');
	PG_RETURN_DATUM(DirectFunctionCall1(jsonb_in, CStringGetDatum(json.data)));
}

/* The state of income_distribution() and of merge(), as a value. */
PG_FUNCTION_INFO_V1(income_distribution_final);
Datum
income_distribution_final(PG_FUNCTION_ARGS)
{
	Rows rows = rows_argument(fcinfo, 0);
	struct varlena *value;

	if (rows.head->kind != ROWS_DISTRIBUTION && rows.head->kind != ROWS_BOUNDED &&
		rows.head->kind != ROWS_MERGED)
		(void) rows_source(fcinfo, ROWS_DISTRIBUTION, NULL);
	if (rows_max_points(rows.head) > 0)
	{
		BoundedSet set = rows_as_set(fcinfo, &rows);

		value = distribution_of_set(&set);
	}
	else
		value = distribution_of(rows_source_of(fcinfo, &rows));
	if (value == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(value);
}
