/*
 * change_series.h
 *		The rows of a window partition as a series that is looked up by period.
 */
#ifndef CHANGE_SERIES_H
#define CHANGE_SERIES_H

#include "poverty_ext.h"

/*
 * A period as one number, by the type of the argument: the whole number itself,
 * the day, or the microsecond; a timestamp with time zone as the local time of
 * the session.
 */
typedef int64 Period;

typedef struct SeriesPoint
{
	Period period;
	double value; /* NaN stands for NULL */
} SeriesPoint;

typedef struct Series
{
	bool loaded;
	Oid period_type;
	SeriesPoint *point; /* ascending by period; NULL periods left out */
	int64 count;
} Series;

/* The arguments of every function over a series. */
enum
{
	SERIES_VALUE_ARG,
	SERIES_PERIOD_ARG,
	SERIES_BASE_ARG
};

extern Series *series_of_partition(FunctionCallInfo fcinfo);
extern bool series_current(FunctionCallInfo fcinfo, const Series *series, SeriesPoint *current);
extern bool series_argument(FunctionCallInfo fcinfo, const Series *series, int argno,
							Period *period);
extern const SeriesPoint *series_find(const Series *series, Period period);
extern const SeriesPoint *series_year_earlier(const Series *series, Period period);
extern const SeriesPoint *series_last_before(const Series *series, Period period);
extern double series_years(Oid period_type, Datum before, Datum after);
extern double series_years_between(const Series *series, Period earlier, Period later);

#endif /* CHANGE_SERIES_H */
