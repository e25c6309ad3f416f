/* SPDX-License-Identifier: PostgreSQL */
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
#include "common/int.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/memutils.h"
#include "utils/timestamp.h"

/* Dates less than so many months apart are reviews that follow each other. */
#define FOLLOWING_MONTHS 18

/* A review at most so many days from the day of a year is that year's. */
#define HALF_YEAR_DAYS 182

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

	CHECK_FOR_INTERRUPTS();
	return (left > right) - (left < right);
}

/* Sorts the points and refuses two of one period; whether they were in order already. */
bool
series_sort(Series *series)
{
	bool ascending = true;

	for (int64 i = 1; i < series->count && ascending; i++)
		ascending = series->point[i - 1].period < series->point[i].period;
	if (ascending)
		return true;

	qsort(series->point, series->count, sizeof(SeriesPoint), compare_points);
	for (int64 i = 1; i < series->count; i++)
		if (series->point[i - 1].period == series->point[i].period)
			ereport(ERROR,
					(errcode(ERRCODE_CARDINALITY_VIOLATION),
					 errmsg("two rows of one partition have the period %s",
							period_text(series->period_type, series->point[i].period)),
					 errhint("Add to PARTITION BY what tells the rows apart, such as the area, the standard or the vintage, or aggregate the rows first.")));
	return false;
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

/* The period of a row of the partition, counted from 0; false when it is NULL. */
bool
series_read_period(WindowObject window, const Series *series, int64 row, Period *period)
{
	bool isnull;
	bool isout;
	Datum datum = WinGetFuncArgInPartition(window, SERIES_PERIOD_ARG, (int) row, WINDOW_SEEK_HEAD,
										   false, &isnull, &isout);

	if (!isnull)
		*period = period_from_datum(series->period_type, datum);
	return !isnull;
}

/* The value of a row of the partition, counted from 0; NaN when it is NULL. */
double
series_read_value(WindowObject window, Series *series, int64 row)
{
	bool isnull;
	bool isout;
	Datum datum = WinGetFuncArgInPartition(window, SERIES_VALUE_ARG, (int) row, WINDOW_SEEK_HEAD,
										   false, &isnull, &isout);

	return isnull ? get_float8_nan() : value_from_datum(series, datum);
}

/*
 * One argument is read of all rows before the next one is, on the way back: to
 * read two of one row, the server fetches the row three times.  In between, an
 * infinite value, which none is, stands for a row without a period.
 */
static void
load_points(WindowObject window, Series *series, MemoryContext context)
{
	int64 rows = partition_rows(window);
	SeriesPoint *point = allocate_for_partition(context, rows, sizeof(SeriesPoint), "a series",
												"periods");

	for (int64 i = 0; i < rows; i++)
	{
		CHECK_FOR_INTERRUPTS();
		point[i].value = series_read_period(window, series, i, &point[i].period) ?
			0.0 :
			get_float8_infinity();
	}
	for (int64 i = rows - 1; i >= 0; i--)
	{
		CHECK_FOR_INTERRUPTS();
		if (!isinf(point[i].value))
			point[i].value = series_read_value(window, series, i);
	}
	series->point = point;
	series->count = 0;
	for (int64 i = 0; i < rows; i++)
		if (!isinf(point[i].value))
			point[series->count++] = point[i];
	series->in_row_order = series_sort(series) && series->count == rows;
	series->loaded = true;
	/* no row is read again but the current one */
	WinSetMarkPosition(window, Max(rows - 1, 0));
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

/* The number of the current row's point; false when its period is NULL. */
bool
series_current_number(FunctionCallInfo fcinfo, const Series *series, int64 *number)
{
	Period period;

	if (series->in_row_order)
	{
		*number = WinGetCurrentPosition(PG_WINDOW_OBJECT());
		return true;
	}
	if (!series_argument(fcinfo, series, SERIES_PERIOD_ARG, &period))
		return false;
	*number = series_points_before(series, period);
	return true;
}

/* The current row; false when its period or its value is NULL. */
bool
series_current(FunctionCallInfo fcinfo, const Series *series, SeriesPoint *current)
{
	int64 number;

	if (!series_current_number(fcinfo, series, &number))
		return false;
	*current = series->point[number];
	return !isnan(current->value);
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

/* How far a later period is from an earlier one; the ends of the calendar are farther apart than can be said. */
static Period
distance(Period earlier, Period later)
{
	Period result;

	return pg_sub_s64_overflow(later, earlier, &result) ? PG_INT64_MAX : result;
}

/*
 * Whether no yearly review is missing between two periods: the whole number after
 * it, or a date less than 18 months later.  Reviews are held in a season, not on a
 * day: from 1 September of one year to 14 December of the next are 15 months, and
 * with a year left out it is 20 months at least.
 */
bool
series_follows(const Series *series, Period earlier, Period later)
{
	Oid type = series->period_type;
	Period apart = distance(earlier, later);

	if (type == FLOAT8OID)
		return apart <= 1;
	if (type != DATEOID)
		apart /= USECS_PER_DAY;
	/* 18 months are 546 to 550 days */
	if (apart < 540 || apart > 560)
		return apart < 540;
	return is_before(calendar_time(type, later),
					 months_later(calendar_time(type, earlier), FOLLOWING_MONTHS));
}

/*
 * The review of so many years earlier: the whole number less, or of the dates less
 * than half a year from the same day of that year the nearest, of two as near the
 * later one.  Two years never share a review: their days are 365 days apart.
 */
const SeriesPoint *
series_review_years_earlier(const Series *series, Period period, int years)
{
	const SeriesPoint *exact = series_years_earlier(series, period, years);
	Period half_year = HALF_YEAR_DAYS;
	CalendarTime time;
	Period day;
	int64 after;
	const SeriesPoint *nearest = NULL;

	if (exact != NULL || series->period_type == FLOAT8OID)
		return exact;
	if (series->period_type != DATEOID)
		half_year *= USECS_PER_DAY;
	time = calendar_time(series->period_type, period);
	time.year -= years;
	time.day = Min(time.day, days_in_month(time.year, time.month));
	day = calendar_period(series->period_type, time);
	after = series_points_before(series, day);
	if (after > 0 && distance(series->point[after - 1].period, day) <= half_year)
		nearest = &series->point[after - 1];
	/* the period itself is a point of the series, and later than the day */
	if (distance(day, series->point[after].period) <= half_year &&
		(nearest == NULL ||
		 distance(day, series->point[after].period) <= distance(nearest->period, day)))
		nearest = &series->point[after];
	return unless_null(nearest);
}
