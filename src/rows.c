/* SPDX-License-Identifier: PostgreSQL */
/*
 * rows.c
 *		Rows kept by aggregates that need them in order.
 *
 * Rows are appended as they come and sorted when somebody reads them.  When a
 * large state reaches the memory that a hash table may have (half of it, for
 * sorting takes as much again), equal rows are joined; where that does not
 * help, the rows go to a temporary file as a sorted run.
 */
#include "rows.h"

#include "miscadmin.h"
#include "utils/memutils.h"

#define FIRST_CAPACITY 16

/* However little memory is allowed, so many rows are kept in it. */
#define LEAST_CAPACITY 4096

/* Above this many bytes, memory grows by half and not to the double. */
#define DOUBLE_UP_TO (32 * 1024 * 1024)

static Size
row_bytes(Size count, int width)
{
	return mul_size(mul_size(count, (Size) width), sizeof(uint64));
}

static Size
flat_size(Size count, int width)
{
	return add_size(offsetof(FlatRows, word), row_bytes(count, width));
}

void
rows_poll(void)
{
	CHECK_FOR_INTERRUPTS();
}

RowMeaning
rows_meaning(int kind)
{
	return kind == ROWS_CONCENTRATION ? ROWS_TO_CONCENTRATE : ROWS_OF_INCOME;
}

/* The words that rows of a kind are sorted by. */
int
rows_key_count(int kind, int width)
{
	if (kind == ROWS_CONCENTRATION)
		return 3;
	return width > 2 ? 2 : width;
}

static FlatRows *
flat_new(int kind, int width, double parameter, Size capacity)
{
	Size size = flat_size(capacity, width);
	FlatRows *flat = palloc0(size);

	SET_VARSIZE(flat, size);
	flat->head.version = ROWS_VERSION;
	flat->head.kind = (uint8) kind;
	flat->head.width = (uint8) width;
	flat->head.parameter = parameter;
	return flat;
}

static Rows
flat_view(FlatRows *flat)
{
	Rows rows = { &flat->head, flat->word,
				  (VARSIZE(flat) - offsetof(FlatRows, word)) / (flat->head.width * sizeof(uint64)),
				  NULL };

	return rows;
}

static Rows
large_view(LargeRows *large)
{
	Rows rows = { &large->head, large->word, large->capacity, large };

	return rows;
}

/*
 * The flat form, for tuples that travel or are stored: what is in memory is put
 * in order first, so that whoever combines such parts only merges them.
 */
static Size
large_get_flat_size(ExpandedObjectHeader *header)
{
	LargeRows *large = (LargeRows *) header;
	Size size;

	if (rows_max_points(&large->head) > 0)
	{
		rows_make_points(large);
		return flat_size((bounded_size(&large->set) + sizeof(uint64) - 1) / sizeof(uint64), 1);
	}
	size = flat_size((Size) (large->head.count + large->spilled), large->head.width);
	if (size > MaxAllocSize / 16 * 15)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a partial result of " UINT64_FORMAT " rows is too large to be sent to another process",
						large->head.count + large->spilled),
				 errhint("Set max_parallel_workers_per_gather to 0 for this query, or to a larger number, or use the bounded form income_distribution(income, weight, max_points).")));
	return size;
}

static void
large_flatten_into(ExpandedObjectHeader *header, void *result, Size allocated_size)
{
	LargeRows *large = (LargeRows *) header;
	int width = large->head.width;
	Rows rows = large_view(large);
	FlatRows *flat = result;

	flat->head = large->head;
	SET_VARSIZE(flat, allocated_size);
	if (rows_max_points(&large->head) > 0)
	{
		memset(flat->word, 0, allocated_size - offsetof(FlatRows, word));
		bounded_write(&large->set, (uint8 *) flat->word);
		flat->head.width = 1;
		flat->head.form = ROWS_ENCODED;
		flat->head.count = bounded_size(&large->set);
		return;
	}
	if (large->file == NULL)
	{
		/* the caller's context may be one that frees nothing */
		MemoryContext old = MemoryContextSwitchTo(header->eoh_context);

		rows_sort_in_place(&rows);
		MemoryContextSwitchTo(old);
	}
	flat->head.count = large->head.count + large->spilled;
	flat->head.form = large->file == NULL ? ROWS_SORTED : ROWS_UNSORTED;
	memcpy(flat->word, large->word, row_bytes((Size) large->head.count, width));
	if (large->file != NULL)
		rows_read_spilled(large, flat->word + large->head.count * (uint64) width, width);
}

static const ExpandedObjectMethods large_methods = { large_get_flat_size, large_flatten_into };

/* A large state with the rows of a flat one, in a context below the given one. */
static LargeRows *
large_new(MemoryContext parent, const Rows *rows, Size capacity)
{
	MemoryContext context = AllocSetContextCreate(parent, "poverty_ext rows",
												  ALLOCSET_START_SMALL_SIZES);
	LargeRows *large = MemoryContextAllocZero(context, sizeof(LargeRows));

	EOH_init_header(&large->header, &large_methods, context);
	large->head = *rows->head;
	large->capacity = Max(capacity, (Size) rows->head->count);
	large->word = MemoryContextAllocHuge(context, row_bytes(large->capacity, rows->head->width));
	memcpy(large->word, rows->word, row_bytes((Size) rows->head->count, rows->head->width));
	return large;
}

/* Rows of one or two words as rows of three, with a count of 1. */
void
rows_copy_wider(const uint64 *from, Size count, int width, uint64 *to)
{
	for (Size i = 0; i < count; i++)
	{
		RankedEntry entry = ranked_entry(from + i * (Size) width, width, ROWS_OF_INCOME);

		poll_at(i);
		ranked_row(&entry, to + i * ROW_WIDTH_MAX);
	}
}

/* A state must be of the kind and have the parameter that the caller has. */
static void
check_same(const Rows *rows, int kind, double parameter)
{
	static const char *const parameter_name[] = { [ROWS_AT_SHARE] = "p",
												  [ROWS_AT_LINE_SHARE] = "share",
												  [ROWS_ORDINATES] = "n",
												  [ROWS_BOUNDED] = "max_points" };

	if (unlikely(rows->head->kind != kind))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a partial state of another aggregate was given"),
				 errhint("Combine only partial states that the same aggregate, with the same parameters, has made.")));
	if (unlikely(rows->head->parameter != parameter) && kind != ROWS_MERGED)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s differs between the rows of one group: %s and %s", parameter_name[kind],
						float8out_internal(rows->head->parameter), float8out_internal(parameter)),
				 errhint("It must be the same for all rows of a group; use one call of the aggregate for each value.")));
}

/*
 * A state in an argument, to be read: the rows stay where they are.  What is not
 * an expanded object may be anything that a tuple can hold.
 */
Rows
rows_argument(FunctionCallInfo fcinfo, int argno)
{
	Datum datum = PG_GETARG_DATUM(argno);

	if (VARATT_IS_EXTERNAL_EXPANDED(DatumGetPointer(datum)))
		return large_view((LargeRows *) DatumGetEOHP(datum));
	return flat_view((FlatRows *) PG_DETOAST_DATUM(datum));
}

/* Makes a state that came as the bytes of points one that rows and points can be added to. */
static void
rows_open_points(FunctionCallInfo fcinfo, Rows *rows)
{
	const RowsHead *head = rows->head;
	BoundedSet set;

	if (rows->large != NULL || head->form != ROWS_ENCODED)
		return;
	if (!rows_read_set((const FlatRows *) head, &set))
		elog(ERROR, "malformed partial state");
	*rows = flat_view(flat_new(head->kind, head->kind == ROWS_BOUNDED ? 2 : ROW_WIDTH_MAX,
							   head->parameter, FIRST_CAPACITY));
	rows_add_set(fcinfo, rows, &set);
}

/*
 * The state in the first argument of a transition function, to be changed: in
 * place within an aggregate, a copy otherwise, and a new one in place of NULL.
 */
Rows
rows_state(FunctionCallInfo fcinfo, RowsKind kind, int width, double parameter)
{
	Rows rows;

	if (PG_ARGISNULL(0))
		return flat_view(flat_new(kind, width, parameter, FIRST_CAPACITY));
	if (unlikely(!AggCheckCallContext(fcinfo, NULL)))
		rows = flat_view((FlatRows *) PG_DETOAST_DATUM_COPY(PG_GETARG_DATUM(0)));
	else
		rows = rows_argument(fcinfo, 0);
	check_same(&rows, kind, parameter);
	rows_open_points(fcinfo, &rows);
	return rows;
}

/* Rows that a state may keep in memory. */
static Size
capacity_limit(const RowsHead *head)
{
	uint32 max_points = rows_max_points(head);

	if (max_points > 0)
		return Max(LEAST_CAPACITY, 4 * (Size) max_points);
	return Max(LEAST_CAPACITY, get_hash_memory_limit() / (2 * (Size) head->width * sizeof(uint64)));
}

/*
 * Makes room in a large state that may not grow: makes points of a bounded
 * one's rows, joins equal rows, or writes them out.
 */
static void
make_room(FunctionCallInfo fcinfo, Rows *rows)
{
	LargeRows *large = rows->large;
	Size words = large->capacity * large->head.width;

	if (rows_max_points(&large->head) > 0)
	{
		rows_make_points(large);
		return;
	}
	rows_sort_in_place(rows);
	if (rows_meaning(large->head.kind) == ROWS_OF_INCOME)
	{
		Size joined = rows_join(large->word, (Size) large->head.count, large->head.width, NULL,
								rows_poll);

		if (joined * ROW_WIDTH_MAX <= words / 2)
		{
			uint64 *place = palloc_extended(row_bytes(joined, ROW_WIDTH_MAX), MCXT_ALLOC_HUGE);

			(void) rows_join(large->word, (Size) large->head.count, large->head.width, place,
							 rows_poll);
			memcpy(large->word, place, row_bytes(joined, ROW_WIDTH_MAX));
			pfree(place);
			large->head.width = ROW_WIDTH_MAX;
			large->head.count = joined;
			large->capacity = words / ROW_WIDTH_MAX;
			return;
		}
	}
	rows_spill(fcinfo, large);
}

/* Makes a flat state within an aggregate a large one. */
void
rows_enlarge(FunctionCallInfo fcinfo, Rows *rows)
{
	MemoryContext context;

	if (rows->large != NULL)
		return;
	if (!AggCheckCallContext(fcinfo, &context))
		context = CurrentMemoryContext;
	*rows = large_view(large_new(context, rows, rows->capacity));
}

/* Gives a state room for at least one more row. */
void
rows_grow(FunctionCallInfo fcinfo, Rows *rows)
{
	RowsHead *head = rows->head;
	Size capacity = Max(FIRST_CAPACITY, mul_size(rows->capacity, 2));
	MemoryContext context;

	if (rows->large == NULL)
	{
		if (flat_size(capacity, head->width) <= ROWS_FLAT_MAX ||
			!AggCheckCallContext(fcinfo, &context))
		{
			FlatRows *larger = flat_new(head->kind, head->width, head->parameter, capacity);

			larger->head.form = head->form;
			larger->head.count = head->count;
			memcpy(larger->word, rows->word, row_bytes((Size) head->count, head->width));
			*rows = flat_view(larger);
			return;
		}
		*rows = large_view(large_new(context, rows, Min(capacity, capacity_limit(head))));
		/* with little memory a large state may have no more than a flat one had */
		if (rows->head->count < rows->capacity)
			return;
		head = rows->head;
	}

	if (rows->capacity >= capacity_limit(head))
		make_room(fcinfo, rows);
	else
	{
		LargeRows *large = rows->large;

		if (row_bytes(rows->capacity, head->width) > DOUBLE_UP_TO)
			capacity = add_size(rows->capacity, rows->capacity / 2);
		capacity = Min(capacity, capacity_limit(head));
		large->word = repalloc_huge(large->word, row_bytes(capacity, head->width));
		large->capacity = capacity;
	}
	*rows = large_view(rows->large);
	CHECK_FOR_INTERRUPTS();
}

/* Makes a state's rows rows of three words, with a count. */
static void
rows_widen(FunctionCallInfo fcinfo, Rows *rows)
{
	RowsHead *head = rows->head;
	LargeRows *large = rows->large;
	uint64 *wide;

	if (head->width == ROW_WIDTH_MAX)
		return;
	if (large == NULL)
	{
		FlatRows *wider = flat_new(head->kind, ROW_WIDTH_MAX, head->parameter, rows->capacity);

		wider->head.form = head->form;
		wider->head.count = head->count;
		rows_copy_wider(rows->word, (Size) head->count, head->width, wider->word);
		*rows = flat_view(wider);
		return;
	}
	wide = MemoryContextAllocHuge(large->header.eoh_context,
								  row_bytes(large->capacity, ROW_WIDTH_MAX));
	rows_copy_wider(large->word, (Size) head->count, head->width, wide);
	pfree(large->word);
	large->word = wide;
	head->width = ROW_WIDTH_MAX;
	*rows = large_view(large);
}

/*
 * Appends rows of another state.  Two parts that are sorted, and large enough
 * for it to matter, are merged at once.
 */
void
rows_append_many(FunctionCallInfo fcinfo, Rows *rows, const uint64 *word, Size count, int width,
				 bool is_sorted)
{
	Size before;
	bool merge;

	if (width != rows->head->width)
		rows_widen(fcinfo, rows);
	before = (Size) rows->head->count;
	merge = is_sorted && (rows->head->form == ROWS_SORTED || before == 0);
	for (Size i = 0; i < count; i++)
	{
		const uint64 *from = word + i * (Size) width;
		uint64 row[ROW_WIDTH_MAX];

		poll_at(i);
		if (rows->head->count >= rows->capacity)
		{
			/* what stood before may have gone to the file */
			merge = merge && rows->capacity < capacity_limit(rows->head);
			rows_grow(fcinfo, rows);
		}
		/* growing may have joined rows, which makes them wider */
		if (width != rows->head->width)
		{
			rows_copy_wider(from, 1, width, row);
			from = row;
		}
		rows_append(fcinfo, rows, from);
	}
	if (merge && before > 0)
	{
		int nkeys = rows_key_count(rows->head->kind, rows->head->width);
		uint64 *scratch = palloc_extended(row_bytes(before, rows->head->width), MCXT_ALLOC_HUGE);

		row_merge(rows->word, scratch, before, (Size) rows->head->count, rows->head->width, nkeys,
				  rows_poll);
		pfree(scratch);
	}
	rows->head->form = merge ? ROWS_SORTED : ROWS_UNSORTED;
}

/* Sorts the rows in memory. */
void
rows_sort_in_place(Rows *rows)
{
	RowsHead *head = rows->head;
	uint64 *scratch;

	if (head->form != ROWS_UNSORTED || head->count == 0)
		return;
	if (head->count > ROW_COUNT_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("more than %u rows of one group are in memory", ROW_COUNT_MAX),
				 errhint("Lower work_mem, so that they are sorted in parts.")));
	scratch = palloc_extended(row_bytes((Size) head->count, head->width), MCXT_ALLOC_HUGE);
	row_sort(rows->word, scratch, (Size) head->count, head->width,
			 rows_key_count(head->kind, head->width), rows_poll);
	pfree(scratch);
	head->form = ROWS_SORTED;
}

Datum
rows_datum(const Rows *rows)
{
	if (rows->large != NULL)
		return EOHPGetRWDatum(&rows->large->header);
	return PointerGetDatum(rows->head);
}

/*
 * Adds all that a large state has, where it is still in this process: a plan may
 * combine partial states without sending them anywhere.
 */
static void
append_large(FunctionCallInfo fcinfo, Rows *rows, LargeRows *large)
{
	if (large->set.point != NULL)
		rows_add_set(fcinfo, rows, &large->set);
	if (large->file != NULL)
	{
		int width = large->head.width;
		uint64 *spilled = palloc_extended(row_bytes((Size) large->spilled, width), MCXT_ALLOC_HUGE);

		rows_read_spilled(large, spilled, width);
		rows_append_many(fcinfo, rows, spilled, (Size) large->spilled, width, false);
		pfree(spilled);
	}
	rows_append_many(fcinfo, rows, large->word, (Size) large->head.count, large->head.width,
					 large->file == NULL && large->head.form == ROWS_SORTED);
}

/* Adds the rows of a second partial state to the first. */
PG_FUNCTION_INFO_V1(ranked_rows_combine);
Datum
ranked_rows_combine(PG_FUNCTION_ARGS)
{
	Rows rows;
	Rows other;

	if (PG_ARGISNULL(1))
	{
		if (PG_ARGISNULL(0))
			PG_RETURN_NULL();
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	}
	other = rows_argument(fcinfo, 1);
	rows = rows_state(fcinfo, other.head->kind, other.head->width, other.head->parameter);
	if (other.large != NULL)
		append_large(fcinfo, &rows, other.large);
	else if (other.head->form == ROWS_ENCODED)
	{
		BoundedSet set;

		if (!rows_read_set((const FlatRows *) other.head, &set))
			elog(ERROR, "malformed partial state");
		rows_add_set(fcinfo, &rows, &set);
	}
	else
		rows_append_many(fcinfo, &rows, other.word, (Size) other.head->count, other.head->width,
						 other.head->form == ROWS_SORTED);
	return rows_datum(&rows);
}
