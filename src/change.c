/* SPDX-License-Identifier: PostgreSQL */
/*
 * change.c
 *		Room change: year over year, and targets.
 *
 * The window functions look periods up in the series of their partition; a
 * period that is missing gives NULL, never the row before it.
 */
#include "change_breaks.h"
#include "math/change.h"

/* v - v0, where v0 is the value of the given point. */
static Datum
difference_from(FunctionCallInfo fcinfo, const SeriesPoint *current, const SeriesPoint *earlier)
{
	if (earlier == NULL)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(check_result(current->value - earlier->value, "the change"));
}

/* The change on the year before, within a series. */
static Datum
answer_yoy_change(FunctionCallInfo fcinfo, const Series *series, const SeriesPoint *current)
{
	return difference_from(fcinfo, current, series_year_earlier(series, current->period));
}

static Datum
answer_yoy_relative_change(FunctionCallInfo fcinfo, const Series *series,
						   const SeriesPoint *current)
{
	const SeriesPoint *earlier = series_year_earlier(series, current->period);
	double result;

	if (earlier == NULL || !relative_change(current->value, earlier->value, &result))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(check_result(result, "the relative change"));
}

static Datum
answer_annualised_change(FunctionCallInfo fcinfo, const Series *series, const SeriesPoint *current)
{
	const SeriesPoint *earlier = series_last_before(series, current->period);
	double years;

	if (earlier == NULL)
		PG_RETURN_NULL();
	years = series_years_between(series, earlier->period, current->period);
	PG_RETURN_FLOAT8(
		check_result((current->value - earlier->value) / years, "the annualised change"));
}

static Datum
answer_annualised_growth(FunctionCallInfo fcinfo, const Series *series, const SeriesPoint *current)
{
	const SeriesPoint *earlier = series_last_before(series, current->period);
	double years;
	double result;

	if (earlier == NULL)
		PG_RETURN_NULL();
	years = series_years_between(series, earlier->period, current->period);
	if (!compound_growth(current->value, earlier->value, years, &result))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(check_result(result, "the annualised growth"));
}

static Datum
answer_change_since(FunctionCallInfo fcinfo, const Series *series, const SeriesPoint *current)
{
	Period base;

	if (!series_argument(fcinfo, series, SERIES_BASE_ARG, &base))
		PG_RETURN_NULL();
	return difference_from(fcinfo, current, series_find(series, base));
}

/*
 * Each function over the whole partition as one series, and over the part of it
 * that has the current row's series identifier, its last argument.
 */
#define DEFINE_CHANGE(name, series_arg)                                         \
	PG_FUNCTION_INFO_V1(name);                                                  \
	Datum name(PG_FUNCTION_ARGS)                                                \
	{                                                                           \
		const Series *series = series_of_partition(fcinfo);                     \
		SeriesPoint current;                                                    \
		if (!series_current(fcinfo, series, &current))                          \
			PG_RETURN_NULL();                                                   \
		return answer_##name(fcinfo, series, &current);                         \
	}                                                                           \
	PG_FUNCTION_INFO_V1(name##_in_series);                                      \
	Datum name##_in_series(PG_FUNCTION_ARGS)                                    \
	{                                                                           \
		SeriesPoint current;                                                    \
		const Series *series = series_of_current(fcinfo, series_arg, &current); \
		if (series == NULL)                                                     \
			PG_RETURN_NULL();                                                   \
		return answer_##name(fcinfo, series, &current);                         \
	}

DEFINE_CHANGE(yoy_change, SERIES_BASE_ARG)
DEFINE_CHANGE(yoy_relative_change, SERIES_BASE_ARG)
DEFINE_CHANGE(annualised_change, SERIES_BASE_ARG)
DEFINE_CHANGE(annualised_growth, SERIES_BASE_ARG)
DEFINE_CHANGE(change_since, SERIES_BASE_ARG + 1)

PG_FUNCTION_INFO_V1(target_attainment);
Datum
target_attainment(PG_FUNCTION_ARGS)
{
	double start = check_finite(PG_GETARG_FLOAT8(0), "start");
	double actual = check_finite(PG_GETARG_FLOAT8(1), "actual");
	double target = check_finite(PG_GETARG_FLOAT8(2), "target");
	double result;

	if (!attainment(start, actual, target, &result))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(check_result(result, "the attainment"));
}

/* (target - actual) / years. */
PG_FUNCTION_INFO_V1(required_annual_change);
Datum
required_annual_change(PG_FUNCTION_ARGS)
{
	double actual = check_finite(PG_GETARG_FLOAT8(0), "actual");
	double target = check_finite(PG_GETARG_FLOAT8(1), "target");
	double years = check_positive(PG_GETARG_FLOAT8(2), "years");

	PG_RETURN_FLOAT8(check_result((target - actual) / years, "the required change"));
}

PG_FUNCTION_INFO_V1(projected_rate);
Datum
projected_rate(PG_FUNCTION_ARGS)
{
	double rate = PG_GETARG_FLOAT8(0);
	double change = check_finite(PG_GETARG_FLOAT8(1), "annual_change");
	double years = check_not_negative(PG_GETARG_FLOAT8(2), "years");

	if (!(rate >= 0.0 && rate <= 1.0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("rate must be from 0 to 1, not %s", float8out_internal(rate)),
				 errhint("Rates are fractions: divide a percentage by 100.")));
	PG_RETURN_FLOAT8(projected_share(rate, change, years));
}
