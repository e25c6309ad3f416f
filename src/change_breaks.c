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
	int count;      /* series */
	int room;       /* series that there is memory for */
	int slots;      /* of the hash table: a power of 2, more than count */
	int *slot;      /* number of the series, or -1 */
	text **label;   /* identifier of each series */
	Series *series; /* each in its part of one array of points */
	MemoryContext context;
} SeriesSet;

/* A row while the set is loaded. */
typedef struct LabelledPoint
{
	int label;
	SeriesPoint point;
} LabelledPoint;

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
		set->series[row[i].label].count++;
	for (int k = 0; k < set->count; k++)
	{
		series_set_types(fcinfo, &set->series[k]);
		set->series[k].point = point + start;
		start += set->series[k].count;
		set->series[k].count = 0;
	}
	for (int64 i = 0; i < rows; i++)
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

static void
load_set(FunctionCallInfo fcinfo, SeriesSet *set, int label_arg)
{
	WindowObject window = PG_WINDOW_OBJECT();
	int64 rows = partition_rows(window);
	Series types = { 0 };
	LabelledPoint *row;
	SeriesPoint *point;
	int64 count = 0;
	MemoryContext labels;

	set->context = GetMemoryChunkContext(set);
	/* identifiers that are put together for each row must not pile up */
	labels = AllocSetContextCreate(CurrentMemoryContext, "poverty_ext series identifiers",
								   ALLOCSET_SMALL_SIZES);
	series_set_types(fcinfo, &types);
	row = allocate_for_partition(set->context, rows, sizeof(LabelledPoint) + sizeof(SeriesPoint),
								 "a set of series", "periods");
	/* the second half of the memory is for the points in order */
	point = (SeriesPoint *) (row + Max(rows, 1));
	for (int64 i = 0; i < rows; i++)
	{
		MemoryContext old = MemoryContextSwitchTo(labels);
		bool isnull;
		bool isout;
		Datum label;

		CHECK_FOR_INTERRUPTS();
		label = WinGetFuncArgInPartition(window, label_arg, (int) i, WINDOW_SEEK_HEAD, false,
										 &isnull, &isout);
		if (!isnull)
			row[count].label = number_of(set, DatumGetTextPP(label));
		MemoryContextSwitchTo(old);
		MemoryContextReset(labels);
		if (!isnull && series_read_point(window, &types, i, &row[count].point))
			count++;
	}
	MemoryContextDelete(labels);
	divide_points(fcinfo, set, row, count, point);
	set->loaded = true;
}

static SeriesSet *
set_of_partition(FunctionCallInfo fcinfo, int label_arg)
{
	WindowObject window = PG_WINDOW_OBJECT();
	SeriesSet *set = WinGetPartitionLocalMemory(window, sizeof(SeriesSet));

	if (!set->loaded)
		load_set(fcinfo, set, label_arg);
	/* what is before the current row is not read again */
	WinSetMarkPosition(window, WinGetCurrentPosition(window));
	return set;
}

/* The current row's series in the set; NULL when its identifier is NULL. */
static const Series *
current_of_set(FunctionCallInfo fcinfo, const SeriesSet *set, int label_arg)
{
	bool isnull;
	Datum label = WinGetFuncArgCurrent(PG_WINDOW_OBJECT(), label_arg, &isnull);

	if (isnull)
		return NULL;
	return &set->series[*place_of(set, DatumGetTextPP(label))];
}

/* The series of the current row; NULL when its identifier is NULL. */
const Series *
series_of_current(FunctionCallInfo fcinfo, int label_arg)
{
	return current_of_set(fcinfo, set_of_partition(fcinfo, label_arg), label_arg);
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
	const Series *own = current_of_set(fcinfo, set, label_arg);
	SeriesPoint current;
	Period period;
	text **label;
	Period found = 0;
	int count = 0;

	if (own == NULL || !series_current(fcinfo, own, &current) ||
		!series_argument(fcinfo, own, period_arg, &period) || compared(own, period) != NULL)
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
