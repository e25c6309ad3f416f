/* SPDX-License-Identifier: PostgreSQL */
/*
 * line_convert.c
 *		Room line: conversions of amounts, and equivalence scales.
 */
#include "poverty_ext.h"

#include "math/line.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(societal_poverty_line);
Datum
societal_poverty_line(PG_FUNCTION_ARGS)
{
	double median = check_finite(PG_GETARG_FLOAT8(0), "median");
	double ppp_year = PG_GETARG_FLOAT8(1);
	double line;

	if (!line_societal(median, ppp_year, &line))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("there is no societal poverty line in PPP dollars of %s", float8out_internal(ppp_year)),
				 errhint("The years of purchasing power parities are 2011, 2017 and 2021.")));
	PG_RETURN_FLOAT8(check_result(line, "societal_poverty_line"));
}

PG_FUNCTION_INFO_V1(to_ppp);
Datum
to_ppp(PG_FUNCTION_ARGS)
{
	double amount = check_finite(PG_GETARG_FLOAT8(0), "income");
	double cpi = check_positive(PG_GETARG_FLOAT8(1), "cpi");
	double ppp = check_positive(PG_GETARG_FLOAT8(2), "ppp");
	double days = check_positive(PG_GETARG_FLOAT8(3), "days");

	PG_RETURN_FLOAT8(check_result(line_to_ppp(amount, cpi, ppp, days), "to_ppp"));
}

/* The position of a word in a list of words, or -1. */
static int
position_of(const text *word, const char *const *words, int count)
{
	int length = VARSIZE_ANY_EXHDR(word);

	for (int i = 0; i < count; i++)
		if (length == (int) strlen(words[i]) && memcmp(VARDATA_ANY(word), words[i], length) == 0)
			return i;
	return -1;
}

static LinePeriod
period_argument(const text *word)
{
	static const char *const periods[LINE_PERIOD_COUNT] = {
		[LINE_PERIOD_DAY] = "day",     [LINE_PERIOD_WEEK] = "week",
		[LINE_PERIOD_MONTH] = "month", [LINE_PERIOD_QUARTER] = "quarter",
		[LINE_PERIOD_YEAR] = "year",
	};
	int period = position_of(word, periods, LINE_PERIOD_COUNT);

	if (period < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("period \"%s\" is unknown", text_to_cstring(word)),
				 errhint("Periods: day, week, month, quarter, year.")));
	return (LinePeriod) period;
}

/* Argument 0, an amount per argument 1, as an amount per the other period. */
static Datum
amount_per(FunctionCallInfo fcinfo, LinePeriod to, const char *what)
{
	double amount = check_finite(PG_GETARG_FLOAT8(0), "amount");
	LinePeriod from = period_argument(PG_GETARG_TEXT_PP(1));

	PG_RETURN_FLOAT8(check_result(line_per_period(amount, from, to), what));
}

PG_FUNCTION_INFO_V1(per_day);
Datum
per_day(PG_FUNCTION_ARGS)
{
	return amount_per(fcinfo, LINE_PERIOD_DAY, "per_day");
}

PG_FUNCTION_INFO_V1(per_month);
Datum
per_month(PG_FUNCTION_ARGS)
{
	return amount_per(fcinfo, LINE_PERIOD_MONTH, "per_month");
}

PG_FUNCTION_INFO_V1(per_year);
Datum
per_year(PG_FUNCTION_ARGS)
{
	return amount_per(fcinfo, LINE_PERIOD_YEAR, "per_year");
}

static LineScale
scale_argument(const text *word)
{
	static const char *const scales[LINE_SCALE_COUNT] = {
		[LINE_SCALE_OECD_MODIFIED] = "oecd_modified",
		[LINE_SCALE_OECD_OLD] = "oecd_old",
		[LINE_SCALE_SQUARE_ROOT] = "square_root",
		[LINE_SCALE_PER_CAPITA] = "per_capita",
	};
	int scale = position_of(word, scales, LINE_SCALE_COUNT);

	if (scale < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("equivalence scale \"%s\" is unknown", text_to_cstring(word)),
				 errhint("Scales: oecd_modified, oecd_old, square_root, per_capita.")));
	return (LineScale) scale;
}

static double
members_argument(FunctionCallInfo fcinfo, int n, const char *what)
{
	return check_whole(check_not_negative(PG_GETARG_FLOAT8(n), what), what);
}

PG_FUNCTION_INFO_V1(equivalence_scale);
Datum
equivalence_scale(PG_FUNCTION_ARGS)
{
	double adults = members_argument(fcinfo, 0, "adults");
	double children = members_argument(fcinfo, 1, "children");
	LineScale scale = scale_argument(PG_GETARG_TEXT_PP(2));

	if (adults < 1.0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("adults must be at least 1, not %s", float8out_internal(adults)),
				 errhint("Adults are the members of 14 and over; correct the ages, or leave the household out.")));
	PG_RETURN_FLOAT8(
		check_result(line_equivalence_scale(adults, children, scale), "equivalence_scale"));
}
