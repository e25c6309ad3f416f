/* SPDX-License-Identifier: PostgreSQL */
/*
 * change_breaks.c
 *		Room change: series that break, and what stands on the other side.
 *
 * A series identifier names what makes figures comparable: the standard, the
 * vintage, the boundaries.  Rows of a partition with one identifier are a series;
 * a figure is compared within its own series only.  Where the period that it
 * would be compared with stands in another series alone, that is a break.
 */
#include "change_breaks.h"
#include "partition.h"

#include "common/hashfn.h"
#include "lib/stringinfo.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

/* The series of a partition by their identifiers, which are compared byte by byte. */
typedef struct SeriesSet
{
	bool loaded;
	int count;                 /* series */
	int room;                  /* series that there is memory for */
	int slots;                 /* of the hash table: a power of 2, more than count */
	int *slot;                 /* number of the series, or -1 */
	text **label;              /* identifier of each series */
	Series *series;            /* each in its part of one array of points */
	struct LabelledPoint *row; /* each row of the partition */
	MemoryContext context;
} SeriesSet;

/* A row of the partition. */
typedef struct LabelledPoint
{
	int label; /* number of its series; NO_SERIES when its identifier or its period is NULL */
	SeriesPoint point;
} LabelledPoint;

#define NO_SERIES (-1)

static bool
is_label(const text *a, const text *b)
{
	return VARSIZE_ANY_EXHDR(a) == VARSIZE_ANY_EXHDR(b) &&
		memcmp(VARDATA_ANY(a), VARDATA_ANY(b), VARSIZE_ANY_EXHDR(a)) == 0;
}

/* The place of an identifier in the hash table: where it stands, or could stand. */
static int *
place_of(const SeriesSet *set, const text *label)
{
	uint32 hash = hash_bytes((const unsigned char *) VARDATA_ANY(label),
							 (int) VARSIZE_ANY_EXHDR(label));
	uint32 mask = (uint32) set->slots - 1;

	for (uint32 i = hash & mask;; i = (i + 1) & mask)
		if (set->slot[i] < 0 || is_label(set->label[set->slot[i]], label))
			return &set->slot[i];
}

/* Memory for twice as many series, and a hash table at most half full. */
static void
grow(SeriesSet *set)
{
	MemoryContext old = MemoryContextSwitchTo(set->context);

	set->room = Max(2 * set->room, 8);
	set->label = set->label == NULL ? palloc(set->room * sizeof(text *)) :
									  repalloc(set->label, set->room * sizeof(text *));
	if (set->slot != NULL)
		pfree(set->slot);
	set->slots = 2 * set->room;
	set->slot = palloc(set->slots * sizeof(int));
	memset(set->slot, -1, set->slots * sizeof(int));
	for (int i = 0; i < set->count; i++)
		*place_of(set, set->label[i]) = i;
	MemoryContextSwitchTo(old);
}

/* The number of the series with this identifier, which is added if it is new. */
static int
number_of(SeriesSet *set, const text *label)
{
	int *place;

	if (set->count == set->room)
		grow(set);
	place = place_of(set, label);
	if (*place < 0)
	{
		Size size = VARSIZE_ANY(label);

		set->label[set->count] = MemoryContextAlloc(set->context, size);
		memcpy(set->label[set->count], label, size);
		*place = set->count++;
	}
	return *place;
}

/* Lays the points out series by series, and sorts each. */
static void
divide_points(FunctionCallInfo fcinfo, SeriesSet *set, const LabelledPoint *row, int64 rows,
			  SeriesPoint *point)
{
	int64 start = 0;

	set->series = MemoryContextAllocZero(set->context, Max(set->count, 1) * sizeof(Series));
	for (int64 i = 0; i < rows; i++)
		if (row[i].label != NO_SERIES)
			set->series[row[i].label].count++;
	for (int k = 0; k < set->count; k++)
	{
		series_set_types(fcinfo, &set->series[k]);
		set->series[k].point = point + start;
		start += set->series[k].count;
		set->series[k].count = 0;
	}
	for (int64 i = 0; i < rows; i++)
		if (row[i].label != NO_SERIES)
		{
			Series *series = &set->series[row[i].label];

			series->point[series->count++] = row[i].point;
		}
	for (int k = 0; k < set->count; k++)
	{
		series_sort(&set->series[k]);
		set->series[k].loaded = true;
	}
}

/* The number of the series of each row, by its identifier. */
static void
load_labels(WindowObject window, SeriesSet *set, LabelledPoint *row, int64 rows, int label_arg)
{
	/* identifiers that are put together for each row must not pile up */
	MemoryContext labels = AllocSetContextCreate(CurrentMemoryContext,
												 "poverty_ext series identifiers",
												 ALLOCSET_SMALL_SIZES);
	MemoryContext old = MemoryContextSwitchTo(labels);
	int last = NO_SERIES;

	for (int64 i = 0; i < rows; i++)
	{
		bool isnull;
		bool isout;
		Datum label;

		CHECK_FOR_INTERRUPTS();
		label = WinGetFuncArgInPartition(window, label_arg, (int) i, WINDOW_SEEK_HEAD, false,
										 &isnull, &isout);
		if (isnull)
			row[i].label = NO_SERIES;
		else
		{
			const text *identifier = DatumGetTextPP(label);

			/* most often that of the row before */
			if (last == NO_SERIES || !is_label(set->label[last], identifier))
				last = number_of(set, identifier);
			row[i].label = last;
		}
		MemoryContextReset(labels);
	}
	MemoryContextSwitchTo(old);
	MemoryContextDelete(labels);
}

/* Arguments are read one by one, forth and back, as in a single series. */
static void
load_set(FunctionCallInfo fcinfo, SeriesSet *set, int label_arg)
{
	WindowObject window = PG_WINDOW_OBJECT();
	int64 rows = partition_rows(window);
	Series types = { 0 };
	LabelledPoint *row;

	set->context = GetMemoryChunkContext(set);
	series_set_types(fcinfo, &types);
	row = allocate_for_partition(set->context, rows, sizeof(LabelledPoint) + sizeof(SeriesPoint),
								 "a set of series", "periods");
	load_labels(window, set, row, rows, label_arg);
	for (int64 i = rows - 1; i >= 0; i--)
	{
		CHECK_FOR_INTERRUPTS();
		if (row[i].label != NO_SERIES &&
			!series_read_period(window, &types, i, &row[i].point.period))
			row[i].label = NO_SERIES;
	}
	for (int64 i = 0; i < rows; i++)
	{
		CHECK_FOR_INTERRUPTS();
		if (row[i].label != NO_SERIES)
			row[i].point.value = series_read_value(window, &types, i);
	}
	set->row = row;
	/* the second half of the memory is for the points in order */
	divide_points(fcinfo, set, row, rows, (SeriesPoint *) (row + Max(rows, 1)));
	set->loaded = true;
	/* no row is read again but the current one */
	WinSetMarkPosition(window, Max(rows - 1, 0));
}

static SeriesSet *
set_of_partition(FunctionCallInfo fcinfo, int label_arg)
{
	SeriesSet *set = WinGetPartitionLocalMemory(PG_WINDOW_OBJECT(), sizeof(SeriesSet));

	if (!set->loaded)
		load_set(fcinfo, set, label_arg);
	return set;
}

/* The current row's series in the set; NULL when its identifier, period or value is NULL. */
static const Series *
current_of_set(FunctionCallInfo fcinfo, const SeriesSet *set, SeriesPoint *current)
{
	const LabelledPoint *row = &set->row[WinGetCurrentPosition(PG_WINDOW_OBJECT())];

	if (row->label == NO_SERIES || isnan(row->point.value))
		return NULL;
	*current = row->point;
	return &set->series[row->label];
}

/* The series of the current row; NULL when its identifier, period or value is NULL. */
const Series *
series_of_current(FunctionCallInfo fcinfo, int label_arg, SeriesPoint *current)
{
	return current_of_set(fcinfo, set_of_partition(fcinfo, label_arg), current);
}

static int
compare_labels(const void *a, const void *b)
{
	const text *left = *(text *const *) a;
	const text *right = *(text *const *) b;
	int left_size = (int) VARSIZE_ANY_EXHDR(left);
	int right_size = (int) VARSIZE_ANY_EXHDR(right);
	int order = memcmp(VARDATA_ANY(left), VARDATA_ANY(right), Min(left_size, right_size));

	return order != 0 ? order : (left_size > right_size) - (left_size < right_size);
}

/* The identifiers that are on the other side of a break, in the order of their bytes. */
static Datum
break_text(text **label, int count)
{
	StringInfoData names;

	initStringInfo(&names);
	qsort(label, count, sizeof(text *), compare_labels);
	for (int i = 0; i < count; i++)
	{
		if (i > 0)
			appendStringInfoString(&names, ", ");
		appendBinaryStringInfo(&names, VARDATA_ANY(label[i]), (int) VARSIZE_ANY_EXHDR(label[i]));
	}
	PG_RETURN_TEXT_P(cstring_to_text_with_len(names.data, names.len));
}

/* The point of a series that a comparison takes, if there is one. */
typedef const SeriesPoint *(*Comparison)(const Series *series, Period period);

/*
 * NULL when the current row has something to be compared with in its own series,
 * or when no series has it; otherwise the series that have it, at the last period
 * of those found.
 */
static Datum
answer_break(FunctionCallInfo fcinfo, int label_arg, Comparison compared, int period_arg)
{
	const SeriesSet *set = set_of_partition(fcinfo, label_arg);
	SeriesPoint current;
	const Series *own = current_of_set(fcinfo, set, &current);
	Period period;
	text **label;
	Period found = 0;
	int count = 0;

	if (own == NULL || !series_argument(fcinfo, own, period_arg, &period) ||
		compared(own, period) != NULL)
		PG_RETURN_NULL();
	label = palloc(set->count * sizeof(text *));
	for (int k = 0; k < set->count; k++)
	{
		const SeriesPoint *point = compared(&set->series[k], period);

		if (point == NULL || (count > 0 && point->period < found))
			continue;
		if (count > 0 && point->period > found)
			count = 0;
		found = point->period;
		label[count++] = set->label[k];
	}
	if (count == 0)
		PG_RETURN_NULL();
	return break_text(label, count);
}

PG_FUNCTION_INFO_V1(yoy_break);
Datum
yoy_break(PG_FUNCTION_ARGS)
{
	return answer_break(fcinfo, SERIES_BASE_ARG, series_year_earlier, SERIES_PERIOD_ARG);
}

PG_FUNCTION_INFO_V1(annualised_break);
Datum
annualised_break(PG_FUNCTION_ARGS)
{
	return answer_break(fcinfo, SERIES_BASE_ARG, series_last_before, SERIES_PERIOD_ARG);
}

PG_FUNCTION_INFO_V1(break_since);
Datum
break_since(PG_FUNCTION_ARGS)
{
	return answer_break(fcinfo, SERIES_BASE_ARG + 1, series_find, SERIES_BASE_ARG);
}
