/* SPDX-License-Identifier: PostgreSQL */
/*
 * change_series.h
 *		The rows of a window partition as a series that is looked up by period.
 */
#ifndef CHANGE_SERIES_H
#define CHANGE_SERIES_H

#include "poverty_ext.h"

#include "windowapi.h"

/*
 * A period as one number, by the type of the argument: the whole number itself,
 * the day, or the microsecond; a timestamp with time zone as the local time of
 * the session.
 */
typedef int64 Period;

typedef struct SeriesPoint
{
	Period period;
	double value; /* NaN stands for NULL; of statuses and booleans, 1 is poor and 0 is not */
} SeriesPoint;

typedef struct Series
{
	bool loaded;
	Oid value_type; /* float8, boolean, or enum poverty_status */
	Oid period_type;
	SeriesPoint *point; /* ascending by period; NULL periods left out */
	int64 count;
	bool in_row_order; /* a point for each row of the partition, in its order */
	EnumCache status;  /* the statuses met, where values are such */
	void *kept;        /* what the function keeps beside the series */
} Series;

/* The arguments of every function over a series. */
enum
{
	SERIES_VALUE_ARG,
	SERIES_PERIOD_ARG,
	SERIES_BASE_ARG
};

extern Series *series_of_partition(FunctionCallInfo fcinfo);
extern void series_set_types(FunctionCallInfo fcinfo, Series *series);
extern bool series_read_period(WindowObject window, const Series *series, int64 row,
							   Period *period);
extern double series_read_value(WindowObject window, Series *series, int64 row);
extern bool series_sort(Series *series);
extern bool series_current_number(FunctionCallInfo fcinfo, const Series *series, int64 *number);
extern bool series_current(FunctionCallInfo fcinfo, const Series *series, SeriesPoint *current);
extern bool series_argument(FunctionCallInfo fcinfo, const Series *series, int argno,
							Period *period);
extern Datum series_period_datum(const Series *series, Period period);
extern int64 series_points_before(const Series *series, Period period);
extern const SeriesPoint *series_point(const Series *series, Period period);
extern const SeriesPoint *series_find(const Series *series, Period period);
extern const SeriesPoint *series_year_earlier(const Series *series, Period period);
extern const SeriesPoint *series_years_earlier(const Series *series, Period period, int years);
extern const SeriesPoint *series_review_years_earlier(const Series *series, Period period,
													  int years);
extern bool series_follows(const Series *series, Period earlier, Period later);
extern const SeriesPoint *series_last_before(const Series *series, Period period);
extern double series_years(Oid period_type, Datum before, Datum after);
extern double series_years_between(const Series *series, Period earlier, Period later);

#endif /* CHANGE_SERIES_H */
