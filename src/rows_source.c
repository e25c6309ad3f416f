/* SPDX-License-Identifier: PostgreSQL */
/*
 * rows_source.c
 *		A state of rows in order, for final functions; type ranked_rows.
 *
 * Binary form, all numbers in network order: version (1 byte), kind (1), words
 * of a row (1), form (1: 2 for a bounded distribution), parameter (8, a double),
 * number of rows (8), then the words of the rows (8 each); or, for a bounded
 * distribution, number of bytes and the bytes of math/bounded.h; at the end a checksum.  The text form is the binary form in hexadecimal digits.
 * Both keep every bit; the order of the rows has no meaning.
 */
#include "checksum.h"
#include "rows.h"

#include "libpq/pqformat.h"

/*
 * The rows of a state, in order.  The rows of an aggregate's own state are
 * sorted where they are, which changes nothing that anybody could see, and is
 * not done again for the next final function.
 */
RankedSource *
rows_source_of(FunctionCallInfo fcinfo, Rows *rows)
{
	ArraySource *array;

	if (rows->large == NULL && rows->head->form == ROWS_UNSORTED &&
		!AggCheckCallContext(fcinfo, NULL))
	{
		FlatRows *copy = palloc(VARSIZE(rows->head));

		memcpy(copy, rows->head, VARSIZE(rows->head));
		rows->head = &copy->head;
		rows->word = copy->word;
	}
	rows_sort_in_place(rows);
	if (rows->large != NULL && rows->large->file != NULL)
		return rows_merge_source(rows->large);
	array = palloc(sizeof(ArraySource));
	array_source_init(array, rows->word, (size_t) rows->head->count, rows->head->width,
					  rows_meaning(rows->head->kind));
	array->source.poll = rows_poll;
	return &array->source;
}

/* The rows of the state in the first argument, in order. */
RankedSource *
rows_source(FunctionCallInfo fcinfo, RowsKind kind, double *parameter)
{
	Rows rows = rows_argument(fcinfo, 0);

	if (rows.head->kind != kind)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a partial state of another aggregate was given"),
				 errhint("Partial states are made and read by aggregates.")));
	if (parameter != NULL)
		*parameter = rows.head->parameter;
	return rows_source_of(fcinfo, &rows);
}

static void
check_bytes(bool good, const char *detail)
{
	if (!good)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid partial state: %s", detail),
				 errhint("Partial states are made by the aggregates of poverty_ext and are read back only as they were written.")));
}

static bool
is_whole_number(double value, int least, int most)
{
	return value >= least && value <= most && value == floor(value) && !signbit(value);
}

static bool
parameter_is_valid(int kind, double parameter)
{
	switch (kind)
	{
		case ROWS_AT_SHARE:
			return parameter >= 0.0 && parameter <= 1.0 && !signbit(parameter);
		case ROWS_AT_LINE_SHARE:
			return parameter > 0.0 && parameter <= DBL_MAX;
		case ROWS_ORDINATES:
			return is_whole_number(parameter, 1, ROWS_ORDINATES_MAX);
		case ROWS_BOUNDED:
		case ROWS_MERGED:
			return is_whole_number(parameter, kind == ROWS_BOUNDED ? 1 : 0, ROWS_POINTS_MAX);
		default:
			return parameter == 0.0 && !signbit(parameter);
	}
}

/* A number that a row can have where the order of doubles is kept. */
static bool
key_is_valid(uint64 key)
{
	double x = double_of_key(key);

	return isfinite(x) && !(x == 0.0 && signbit(x));
}

static bool
row_is_valid(const uint64 *row, int width, int kind)
{
	RankedEntry entry = ranked_entry(row, width, rows_meaning(kind));

	if (!key_is_valid(row[0]) || (kind == ROWS_CONCENTRATION && !key_is_valid(row[1])))
		return false;
	if (kind == ROWS_GAPS && entry.x > 0.0)
		return false;
	return isfinite(entry.w) && entry.w > 0.0 && entry.rows >= 1 && entry.rows <= EXACT_ROWS_MAX;
}

/* The rows of a state that comes from outside. */
static FlatRows *
rows_read_rows(StringInfo buffer, const RowsHead *head)
{
	Size left = (Size) (buffer->len - buffer->cursor) - CHECKSUM_SIZE;
	Size size = offsetof(FlatRows, word) + left;
	FlatRows *flat;
	uint64 total = 0;

	check_bytes(left % (head->width * sizeof(uint64)) == 0 &&
					head->count == left / (head->width * sizeof(uint64)),
				"wrong length");
	flat = palloc(size);
	flat->head = *head;
	SET_VARSIZE(flat, size);
	for (uint64 i = 0; i < head->count; i++)
	{
		uint64 *row = flat->word + i * head->width;

		poll_at(i);
		for (int k = 0; k < head->width; k++)
			row[k] = (uint64) pq_getmsgint64(buffer);
		check_bytes(row_is_valid(row, head->width, head->kind), "a row that no aggregate makes");
		total += head->width == ROW_WIDTH_MAX && head->kind != ROWS_CONCENTRATION ? row[2] : 1;
		check_bytes(total <= (uint64) EXACT_ROWS_MAX, "more rows than can be counted");
	}
	(void) pq_getmsgbytes(buffer, CHECKSUM_SIZE);
	return flat;
}

/* The points of a bounded state that comes from outside. */
static FlatRows *
rows_read_points(StringInfo buffer, const RowsHead *head)
{
	Size left = (Size) (buffer->len - buffer->cursor) - CHECKSUM_SIZE;
	Size size = offsetof(FlatRows, word) + TYPEALIGN(sizeof(uint64), left);
	FlatRows *flat;
	BoundedSet set;

	check_bytes(rows_max_points(head) > 0 && head->width == 1 && head->count == left,
				"wrong length");
	flat = palloc0(size);
	flat->head = *head;
	SET_VARSIZE(flat, size);
	pq_copymsgbytes(buffer, (char *) flat->word, (int) left);
	check_bytes(rows_read_set(flat, &set), "points that no aggregate makes");
	(void) pq_getmsgbytes(buffer, CHECKSUM_SIZE);
	return flat;
}

static FlatRows *
rows_read(StringInfo buffer)
{
	Size length = (Size) (buffer->len - buffer->cursor);
	RowsHead head = { 0 };

	check_bytes(length >= 4 + 2 * sizeof(int64) + CHECKSUM_SIZE, "wrong length");
	check_bytes(checksum_matches(buffer->data + buffer->cursor, length), "the checksum differs");
	check_bytes(pq_getmsgbyte(buffer) == ROWS_VERSION, "unknown version");
	head.version = ROWS_VERSION;
	head.kind = (uint8) pq_getmsgbyte(buffer);
	head.width = (uint8) pq_getmsgbyte(buffer);
	head.form = (uint8) pq_getmsgbyte(buffer);
	head.parameter = pq_getmsgfloat8(buffer);
	head.count = (uint64) pq_getmsgint64(buffer);
	check_bytes(head.kind >= ROWS_DISTRIBUTION && head.kind <= ROWS_MERGED, "unknown kind");
	check_bytes(head.width >= (head.kind == ROWS_CONCENTRATION ? 3 : 1) &&
					head.width <= ROW_WIDTH_MAX,
				"wrong number of words");
	check_bytes(parameter_is_valid(head.kind, head.parameter), "wrong parameter");
	if (head.form == ROWS_ENCODED)
		return rows_read_points(buffer, &head);
	check_bytes(head.form == ROWS_UNSORTED, "unknown form");
	return rows_read_rows(buffer, &head);
}

static void
rows_write(StringInfo buffer, const FlatRows *flat)
{
	int start = buffer->len;

	pq_sendint8(buffer, flat->head.version);
	pq_sendint8(buffer, flat->head.kind);
	pq_sendint8(buffer, flat->head.width);
	pq_sendint8(buffer, flat->head.form == ROWS_ENCODED ? ROWS_ENCODED : ROWS_UNSORTED);
	pq_sendfloat8(buffer, flat->head.parameter);
	pq_sendint64(buffer, flat->head.count);
	if (flat->head.form == ROWS_ENCODED)
		pq_sendbytes(buffer, (const char *) flat->word, (int) flat->head.count);
	else
		for (uint64 i = 0; i < flat->head.count * flat->head.width; i++)
		{
			poll_at(i);
			pq_sendint64(buffer, flat->word[i]);
		}
	checksum_append(buffer, start);
}

PG_FUNCTION_INFO_V1(ranked_rows_send);
Datum
ranked_rows_send(PG_FUNCTION_ARGS)
{
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	rows_write(&buffer, (FlatRows *) PG_GETARG_VARLENA_P(0));
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

PG_FUNCTION_INFO_V1(ranked_rows_recv);
Datum
ranked_rows_recv(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(rows_read((StringInfo) PG_GETARG_POINTER(0)));
}

PG_FUNCTION_INFO_V1(ranked_rows_out);
Datum
ranked_rows_out(PG_FUNCTION_ARGS)
{
	StringInfoData buffer;

	initStringInfo(&buffer);
	rows_write(&buffer, (FlatRows *) PG_GETARG_VARLENA_P(0));
	PG_RETURN_CSTRING(hex_written(&buffer));
}

PG_FUNCTION_INFO_V1(ranked_rows_in);
Datum
ranked_rows_in(PG_FUNCTION_ARGS)
{
	char *text = PG_GETARG_CSTRING(0);
	size_t length = strlen(text);
	StringInfoData buffer;

	initStringInfo(&buffer);
	enlargeStringInfo(&buffer, (int) (length / 2));
	check_bytes(hex_read(text, length, buffer.data), "not an even number of hexadecimal digits");
	buffer.len = (int) (length / 2);
	PG_RETURN_POINTER(rows_read(&buffer));
}
