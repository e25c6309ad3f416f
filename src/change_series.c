/*
 * change_series.c
 *		The rows of a window partition as a series that is looked up by period.
 *
 * A partition is read once, when its first row is answered, into an array
 * sorted by period: 16 bytes a row within work_mem.  So the answers do not depend on the
 * window's ORDER BY, and a period that stands twice is found wherever it is.
 */
#include "change_series.h"
#include "partition.h"

#include "catalog/pg_type.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/memutils.h"
#include "utils/timestamp.h"

/* A calendar day with the time of day that a timestamp has beside it. */
typedef struct CalendarTime
{
	int year;
	int month;
	int day;
	int64 time_of_day; /* microseconds */
} CalendarTime;

static int
days_in_month(int year, int month)
{
	return day_tab[isleap(year)][month - 1];
}

static CalendarTime
calendar_time(Oid period_type, Period period)
{
	CalendarTime result;
	int64 day = period;

	result.time_of_day = 0;
	if (period_type != DATEOID)
	{
		day = period / USECS_PER_DAY;
		result.time_of_day = period % USECS_PER_DAY;
		if (result.time_of_day < 0)
		{
			result.time_of_day += USECS_PER_DAY;
			day--;
		}
	}
	j2date((int) day + POSTGRES_EPOCH_JDATE, &result.year, &result.month, &result.day);
	return result;
}

static Period
calendar_period(Oid period_type, CalendarTime time)
{
	int64 day = date2j(time.year, time.month, time.day) - POSTGRES_EPOCH_JDATE;

	return period_type == DATEOID ? day : day * USECS_PER_DAY + time.time_of_day;
}

/* How long the days from one time to another at the same time of day are. */
static Period
days_between(Oid period_type, CalendarTime from, CalendarTime to)
{
	int64 count = date2j(to.year, to.month, to.day) - date2j(from.year, from.month, from.day);

	return period_type == DATEOID ? count : count * USECS_PER_DAY;
}

/* A non-NULL argument of the period's type as one number. */
static Period
period_from_datum(Oid period_type, Datum datum)
{
	bool finite = true;
	Timestamp timestamp = 0;

	switch (period_type)
	{
		case FLOAT8OID:
			return (Period) check_whole(DatumGetFloat8(datum), "period");
		case DATEOID:
			if (!DATE_NOT_FINITE(DatumGetDateADT(datum)))
				return DatumGetDateADT(datum);
			finite = false;
			break;
		case TIMESTAMPTZOID:
			datum = DirectFunctionCall1(timestamptz_timestamp, datum);
			/* FALLTHROUGH */
		case TIMESTAMPOID:
			timestamp = DatumGetTimestamp(datum);
			finite = !TIMESTAMP_NOT_FINITE(timestamp);
			break;
		default:
			elog(ERROR, "a period cannot be of type %u", period_type);
	}
	if (!finite)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("period must not be infinite"),
				 errhint("Use NULL for a period that is not known.")));
	return timestamp;
}

/* A period as a value of the type of the argument. */
Datum
series_period_datum(const Series *series, Period period)
{
	switch (series->period_type)
	{
		case FLOAT8OID:
			return Float8GetDatum((double) period);
		case DATEOID:
			return DateADTGetDatum((DateADT) period);
		case TIMESTAMPTZOID:
			return DirectFunctionCall1(timestamp_timestamptz, TimestampGetDatum(period));
		default:
			return TimestampGetDatum(period);
	}
}

/* For messages. */
static char *
period_text(Oid period_type, Period period)
{
	switch (period_type)
	{
		case FLOAT8OID:
			return psprintf(INT64_FORMAT, period);
		case DATEOID:
			return DatumGetCString(
				DirectFunctionCall1(date_out, DateADTGetDatum((DateADT) period)));
		default:
			return DatumGetCString(DirectFunctionCall1(timestamp_out, TimestampGetDatum(period)));
	}
}

static int
compare_points(const void *a, const void *b)
{
	Period left = ((const SeriesPoint *) a)->period;
	Period right = ((const SeriesPoint *) b)->period;

	return (left > right) - (left < right);
}

/* Sorts the points where they are not in order yet, and refuses two of one period. */
void
series_sort(Series *series)
{
	bool ascending = true;

	for (int64 i = 1; i < series->count && ascending; i++)
		ascending = series->point[i - 1].period < series->point[i].period;
	if (ascending)
		return;

	qsort(series->point, series->count, sizeof(SeriesPoint), compare_points);
	for (int64 i = 1; i < series->count; i++)
		if (series->point[i - 1].period == series->point[i].period)
			ereport(ERROR,
					(errcode(ERRCODE_CARDINALITY_VIOLATION),
					 errmsg("two rows of one partition have the period %s",
							period_text(series->period_type, series->point[i].period)),
					 errhint("Add to PARTITION BY what tells the rows apart, such as the area, the standard or the vintage, or aggregate the rows first.")));
}

/* A non-NULL value as a number: a status or a boolean says whether the row is poor. */
static double
value_from_datum(Series *series, Datum datum)
{
	switch (series->value_type)
	{
		case FLOAT8OID:
			return check_finite(DatumGetFloat8(datum), "value");
		case BOOLOID:
			return DatumGetBool(datum) ? 1.0 : 0.0;
		default:
			return enum_position(&series->status, DatumGetObjectId(datum), poverty_status_labels,
								 POVERTY_STATUS_COUNT) == STATUS_POOR ?
				1.0 :
				0.0;
	}
}

/* A row of the partition, counted from 0, as a point; false when its period is NULL. */
bool
series_read_point(WindowObject window, Series *series, int64 row, SeriesPoint *point)
{
	bool isnull;
	bool isout;
	Datum datum = WinGetFuncArgInPartition(window, SERIES_PERIOD_ARG, (int) row, WINDOW_SEEK_HEAD,
										   false, &isnull, &isout);

	if (isnull)
		return false;
	point->period = period_from_datum(series->period_type, datum);
	datum = WinGetFuncArgInPartition(window, SERIES_VALUE_ARG, (int) row, WINDOW_SEEK_HEAD, false,
									 &isnull, &isout);
	point->value = isnull ? get_float8_nan() : value_from_datum(series, datum);
	return true;
}

static void
load_points(WindowObject window, Series *series, MemoryContext context)
{
	int64 rows = partition_rows(window);

	series->point = allocate_for_partition(context, rows, sizeof(SeriesPoint), "a series",
										   "periods");
	series->count = 0;
	for (int64 i = 0; i < rows; i++)
	{
		CHECK_FOR_INTERRUPTS();
		if (series_read_point(window, series, i, &series->point[series->count]))
			series->count++;
	}
	series_sort(series);
	series->loaded = true;
}

/* Takes the types of value and period from the call. */
void
series_set_types(FunctionCallInfo fcinfo, Series *series)
{
	series->value_type = get_fn_expr_argtype(fcinfo->flinfo, SERIES_VALUE_ARG);
	series->period_type = get_fn_expr_argtype(fcinfo->flinfo, SERIES_PERIOD_ARG);
}

/* The series of the partition that the current row is in. */
Series *
series_of_partition(FunctionCallInfo fcinfo)
{
	WindowObject window = PG_WINDOW_OBJECT();
	Series *series = WinGetPartitionLocalMemory(window, sizeof(Series));

	if (!series->loaded)
	{
		series_set_types(fcinfo, series);
		load_points(window, series, GetMemoryChunkContext(series));
	}
	/* what is before the current row is not read again */
	WinSetMarkPosition(window, WinGetCurrentPosition(window));
	return series;
}

/* A period argument of the current row; false when it is NULL. */
bool
series_argument(FunctionCallInfo fcinfo, const Series *series, int argno, Period *period)
{
	bool isnull;
	Datum datum = WinGetFuncArgCurrent(PG_WINDOW_OBJECT(), argno, &isnull);

	if (!isnull)
		*period = period_from_datum(series->period_type, datum);
	return !isnull;
}

/* The current row; false when its period or its value is NULL. */
bool
series_current(FunctionCallInfo fcinfo, const Series *series, SeriesPoint *current)
{
	bool isnull;
	Datum datum = WinGetFuncArgCurrent(PG_WINDOW_OBJECT(), SERIES_VALUE_ARG, &isnull);

	if (isnull)
		return false;
	current->value = DatumGetFloat8(datum);
	return series_argument(fcinfo, series, SERIES_PERIOD_ARG, &current->period);
}

/* How many points are before the period. */
int64
series_points_before(const Series *series, Period period)
{
	int64 low = 0;
	int64 high = series->count;

	while (low < high)
	{
		int64 middle = low + (high - low) / 2;

		if (series->point[middle].period < period)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The point of a period, if there is one; its value may be NULL. */
const SeriesPoint *
series_point(const Series *series, Period period)
{
	int64 i = series_points_before(series, period);

	if (i == series->count || series->point[i].period != period)
		return NULL;
	return &series->point[i];
}

/* The point, unless its value is NULL. */
static const SeriesPoint *
unless_null(const SeriesPoint *point)
{
	return point == NULL || isnan(point->value) ? NULL : point;
}

/* The point of a period, if there is one whose value is not NULL. */
const SeriesPoint *
series_find(const Series *series, Period period)
{
	return unless_null(series_point(series, period));
}

/*
 * The point so many years earlier: the whole number less, or the same day of
 * that year.  The end of a month is matched by the end of that month; where
 * there is none in the series (it may go by days of the month), by the same day.
 */
const SeriesPoint *
series_years_earlier(const Series *series, Period period, int years)
{
	CalendarTime time;
	const SeriesPoint *point;
	bool month_end;
	int same_day;

	if (series->period_type == FLOAT8OID)
		return series_find(series, period - years);

	time = calendar_time(series->period_type, period);
	month_end = time.day == days_in_month(time.year, time.month);
	same_day = time.day;
	time.year -= years;
	if (month_end)
		time.day = days_in_month(time.year, time.month);
	point = series_point(series, calendar_period(series->period_type, time));
	if (point == NULL && same_day < time.day)
	{
		time.day = same_day;
		point = series_point(series, calendar_period(series->period_type, time));
	}
	return unless_null(point);
}

const SeriesPoint *
series_year_earlier(const Series *series, Period period)
{
	return series_years_earlier(series, period, 1);
}

/* The last point before the period whose value is not NULL. */
const SeriesPoint *
series_last_before(const Series *series, Period period)
{
	for (int64 i = series_points_before(series, period) - 1; i >= 0; i--)
		if (!isnan(series->point[i].value))
			return &series->point[i];
	return NULL;
}

/*
 * So many whole months later; the end of a month stays one.  A month after the
 * last one of the calendar is no period any more.
 */
static CalendarTime
months_later(CalendarTime from, int count)
{
	bool month_end = from.day == days_in_month(from.year, from.month);
	int month = from.month - 1 + count;
	int last;

	from.year += month / 12;
	from.month = month % 12 + 1;
	last = days_in_month(from.year, from.month);
	if (month_end || from.day > last)
		from.day = last;
	return from;
}

/*
 * Years from one period to a later one.  Dates count whole months as twelfths
 * (from a day to the same day of another month, and from the end of a month to
 * the end of another), and what is left over as a part of the month it falls in.
 */
double
series_years_between(const Series *series, Period earlier, Period later)
{
	CalendarTime from;
	CalendarTime to;
	CalendarTime reached;
	CalendarTime next;
	Oid type = series->period_type;
	int whole_months;
	double part;

	if (type == FLOAT8OID)
		return (double) later - (double) earlier;

	from = calendar_time(type, earlier);
	to = calendar_time(type, later);
	whole_months = (to.year - from.year) * 12 + (to.month - from.month);
	if (from.day == to.day && from.time_of_day == to.time_of_day)
		return whole_months / 12.0;
	if (whole_months > 0 && calendar_period(type, months_later(from, whole_months)) > later)
		whole_months--;
	reached = months_later(from, whole_months);
	next = months_later(from, whole_months + 1);
	part = (double) (later - calendar_period(type, reached)) /
		(double) days_between(type, reached, next);
	return (whole_months + part) / 12.0;
}

/* Years from one date or timestamp to a later one, as in a series. */
double
series_years(Oid period_type, Datum before, Datum after)
{
	Series series = { .period_type = period_type };
	Period earlier = period_from_datum(period_type, before);
	Period later = period_from_datum(period_type, after);

	if (later <= earlier)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the second period (%s) must be later than the first (%s)",
						period_text(period_type, later), period_text(period_type, earlier)),
				 errhint("Give the earlier one first.")));
	return series_years_between(&series, earlier, later);
}

/* Whether one point of the calendar is before another. */
static bool
is_before(CalendarTime a, CalendarTime b)
{
	if (a.year != b.year)
		return a.year < b.year;
	if (a.month != b.month)
		return a.month < b.month;
	if (a.day != b.day)
		return a.day < b.day;
	return a.time_of_day < b.time_of_day;
}

/* Whether a later period is at most a year after an earlier one. */
bool
series_within_a_year(const Series *series, Period earlier, Period later)
{
	Oid type = series->period_type;

	if (type == FLOAT8OID)
		return later - earlier <= 1;
	return !is_before(months_later(calendar_time(type, earlier), 12), calendar_time(type, later));
}
