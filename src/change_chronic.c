/* SPDX-License-Identifier: PostgreSQL */
/*
 * change_chronic.c
 *		Room change: chronic and transient poverty over a panel.
 *
 * A row is a household with an array of what it was in each period: incomes, or
 * whether it was poor.  A NULL in the array is a period in which it was not
 * observed, and is left out.
 */
#include "composite.h"
#include "sums.h"
#include "math/chronic.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/lsyscache.h"

/* The sums of the three aggregates. */
enum
{
	CHRONIC_POPULATION,
	CHRONIC_POOR,
	CHRONIC_SHARE,
	CHRONIC_GAP,
	CHRONIC_SEVERITY,
	CHRONIC_SUM_COUNT
};

enum
{
	TRANSIENT_POPULATION,
	TRANSIENT_TOTAL,
	TRANSIENT_CHRONIC,
	TRANSIENT_SUM_COUNT
};

/* Refuses an array of several dimensions. */
static void
check_one_dimension(const ArrayType *array, const char *what)
{
	if (ARR_NDIM(array) > 1)
		ereport(ERROR,
				(errcode(ERRCODE_ARRAY_SUBSCRIPT_ERROR),
				 errmsg("%s must be an array of one dimension, not of %d", what, ARR_NDIM(array)),
				 errhint("Give one value a period, for example array_agg(income ORDER BY year) in groups of one household.")));
}

/* The members of an array that are not NULL; returns how many there are. */
static int
read_members(FunctionCallInfo fcinfo, int n, Oid type, const char *what, Datum **member)
{
	ArrayType *array = PG_GETARG_ARRAYTYPE_P(n);
	bool *isnull;
	int16 length;
	bool by_value;
	char align;
	int all;
	int count = 0;

	check_one_dimension(array, what);
	get_typlenbyvalalign(type, &length, &by_value, &align);
	deconstruct_array(array, type, length, by_value, align, member, &isnull, &all);
	for (int i = 0; i < all; i++)
		if (!isnull[i])
			(*member)[count++] = (*member)[i];
	return count;
}

/* The incomes of a household; returns the number of periods. */
static int
read_incomes(FunctionCallInfo fcinfo, int n, double **income)
{
	Datum *member;
	int periods = read_members(fcinfo, n, FLOAT8OID, "incomes", &member);

	*income = palloc(Max(periods, 1) * sizeof(double));
	for (int i = 0; i < periods; i++)
		(*income)[i] = check_finite(DatumGetFloat8(member[i]), "income");
	return periods;
}

/*
 * A parameter is no part of the row and is checked in any; of a row of weight 0
 * nothing else is looked at.
 */
static bool
any_argument_is_null(FunctionCallInfo fcinfo)
{
	for (int i = 1; i < PG_NARGS(); i++)
		if (PG_ARGISNULL(i))
			return true;
	return false;
}

static double
weight_argument(FunctionCallInfo fcinfo, int n)
{
	return PG_NARGS() > n ? check_not_negative(PG_GETARG_FLOAT8(n), "weight") : 1.0;
}

static double
read_cutoff(FunctionCallInfo fcinfo, int n)
{
	double cutoff = PG_GETARG_FLOAT8(n);

	if (!(cutoff > 0.0 && cutoff <= 1.0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("duration_cutoff must be above 0 and at most 1, not %s",
						float8out_internal(cutoff)),
				 errhint("It is a share of the periods: 0.5 is half of them.")));
	return cutoff;
}

/* Takes a parameter into a state without rows; in one with rows it must be the same. */
static void
set_parameter(ExactSums *sums, double parameter, const char *name)
{
	if (sums->rows == 0)
		sums->parameter = parameter + 0.0;
	else if (sums->parameter != parameter)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s differs between the rows of one group: %s and %s", name,
						float8out_internal(sums->parameter), float8out_internal(parameter)),
				 errhint("Use one call of the aggregate for each of them.")));
}

/* A household's poverty times its weight, which must be finite. */
static double
weighted(double weight, double poverty)
{
	double term = weight * poverty;

	if (unlikely(!isfinite(term)))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("the poverty of a household, %s, times its weight %s is out of range of double precision",
						isfinite(poverty) ? float8out_internal(poverty) : "itself out of range",
						float8out_internal(weight)),
				 errhint("Correct incomes that are far beyond their line, or scale all weights down.")));
	return term;
}

/* Counts a household of weight w that is or is not chronically poor. */
static void
add_household(ExactSums **sums, double weight, bool chronic, const Duration *duration,
			  int direction)
{
	double term[CHRONIC_SUM_COUNT] = { 0.0 };
	int count = (*sums)->nsums;

	term[CHRONIC_POPULATION] = weight;
	term[CHRONIC_POOR] = weight;
	if (duration != NULL && chronic)
	{
		term[CHRONIC_SHARE] = weighted(weight, duration->share);
		term[CHRONIC_GAP] = weighted(weight, duration->gap);
		term[CHRONIC_SEVERITY] = weighted(weight, duration->severity);
	}
	sums_add_row(sums, term, chronic ? count : 1, direction);
	sums_count(*sums, direction, 0);
}

static Datum
chronic_headcount_row(FunctionCallInfo fcinfo, int direction)
{
	ExactSums *sums = sums_state(fcinfo, SUMS_CHRONIC_HEADCOUNT);
	Datum *member;
	double cutoff;
	double weight;
	int periods;
	int poor = 0;

	if (any_argument_is_null(fcinfo))
		PG_RETURN_POINTER(sums);
	cutoff = read_cutoff(fcinfo, 2);
	weight = weight_argument(fcinfo, 3);
	if (weight == 0.0)
		PG_RETURN_POINTER(sums);
	periods = read_members(fcinfo, 1, BOOLOID, "poor", &member);
	if (periods == 0)
		PG_RETURN_POINTER(sums);
	for (int i = 0; i < periods; i++)
		poor += DatumGetBool(member[i]);
	set_parameter(sums, cutoff, "duration_cutoff");
	add_household(&sums, weight, is_chronic(poor, periods, cutoff), NULL, direction);
	PG_RETURN_POINTER(sums);
}

PG_FUNCTION_INFO_V1(chronic_headcount_transition);
Datum
chronic_headcount_transition(PG_FUNCTION_ARGS)
{
	return chronic_headcount_row(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(chronic_headcount_inverse);
Datum
chronic_headcount_inverse(PG_FUNCTION_ARGS)
{
	return chronic_headcount_row(fcinfo, -1);
}

static Datum
chronic_poverty_row(FunctionCallInfo fcinfo, int direction)
{
	ExactSums *sums = sums_state(fcinfo, SUMS_CHRONIC_POVERTY);
	Duration duration;
	double *income;
	double line;
	double cutoff;
	double weight;
	int periods;

	if (any_argument_is_null(fcinfo))
		PG_RETURN_POINTER(sums);
	cutoff = read_cutoff(fcinfo, 3);
	weight = weight_argument(fcinfo, 4);
	if (weight == 0.0)
		PG_RETURN_POINTER(sums);
	line = check_positive(PG_GETARG_FLOAT8(2), "line");
	periods = read_incomes(fcinfo, 1, &income);
	if (periods == 0)
		PG_RETURN_POINTER(sums);
	duration = duration_of(income, periods, line);
	set_parameter(sums, cutoff, "duration_cutoff");
	add_household(&sums, weight,
				  is_chronic(poor_periods_of(income, periods, line), periods, cutoff), &duration,
				  direction);
	PG_RETURN_POINTER(sums);
}

PG_FUNCTION_INFO_V1(chronic_poverty_transition);
Datum
chronic_poverty_transition(PG_FUNCTION_ARGS)
{
	return chronic_poverty_row(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(chronic_poverty_inverse);
Datum
chronic_poverty_inverse(PG_FUNCTION_ARGS)
{
	return chronic_poverty_row(fcinfo, -1);
}

static Datum
transient_poverty_row(FunctionCallInfo fcinfo, int direction)
{
	ExactSums *sums = sums_state(fcinfo, SUMS_TRANSIENT_POVERTY);
	double term[TRANSIENT_SUM_COUNT];
	double *income;
	double line;
	double alpha;
	double weight;
	int periods;

	if (any_argument_is_null(fcinfo))
		PG_RETURN_POINTER(sums);
	alpha = check_not_negative(PG_GETARG_FLOAT8(3), "alpha");
	weight = weight_argument(fcinfo, 4);
	if (weight == 0.0)
		PG_RETURN_POINTER(sums);
	line = check_positive(PG_GETARG_FLOAT8(2), "line");
	periods = read_incomes(fcinfo, 1, &income);
	if (periods == 0)
		PG_RETURN_POINTER(sums);
	set_parameter(sums, alpha, "alpha");
	term[TRANSIENT_POPULATION] = weight;
	term[TRANSIENT_TOTAL] = weighted(weight, mean_poverty(income, periods, line, alpha));
	term[TRANSIENT_CHRONIC] = weighted(weight, poverty_of_mean(income, periods, line, alpha));
	sums_add_row(&sums, term, TRANSIENT_SUM_COUNT, direction);
	sums_count(sums, direction, 0);
	PG_RETURN_POINTER(sums);
}

PG_FUNCTION_INFO_V1(transient_poverty_transition);
Datum
transient_poverty_transition(PG_FUNCTION_ARGS)
{
	return transient_poverty_row(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(transient_poverty_inverse);
Datum
transient_poverty_inverse(PG_FUNCTION_ARGS)
{
	return transient_poverty_row(fcinfo, -1);
}

/* One sum over another, as a column of the result; NULL without a positive denominator. */
static void
set_ratio(const ExactSums *sums, int numerator, int denominator, Datum *value, bool *isnull)
{
	double divisor = sums_value(sums, denominator);

	*value = (Datum) 0;
	*isnull = divisor <= 0.0;
	if (!*isnull)
		*value = Float8GetDatum(check_result(sums_value(sums, numerator) / divisor, "the measure"));
}

PG_FUNCTION_INFO_V1(chronic_headcount_final);
Datum
chronic_headcount_final(PG_FUNCTION_ARGS)
{
	const ExactSums *sums = sums_argument(fcinfo, SUMS_CHRONIC_HEADCOUNT);
	Datum value;
	bool isnull;

	set_ratio(sums, CHRONIC_POOR, CHRONIC_POPULATION, &value, &isnull);
	if (sums->rows == 0 || isnull)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(value);
}

/* Type chronic_poverty: headcount, average duration, and the duration-adjusted FGT 0, 1, 2. */
PG_FUNCTION_INFO_V1(chronic_poverty_final);
Datum
chronic_poverty_final(PG_FUNCTION_ARGS)
{
	static const int ratio[][2] = { { CHRONIC_POOR, CHRONIC_POPULATION },
									{ CHRONIC_SHARE, CHRONIC_POOR },
									{ CHRONIC_SHARE, CHRONIC_POPULATION },
									{ CHRONIC_GAP, CHRONIC_POPULATION },
									{ CHRONIC_SEVERITY, CHRONIC_POPULATION } };
	const ExactSums *sums = sums_argument(fcinfo, SUMS_CHRONIC_POVERTY);
	Datum value[lengthof(ratio)];
	bool isnull[lengthof(ratio)];

	if (sums->rows == 0)
		PG_RETURN_NULL();
	for (int i = 0; i < (int) lengthof(ratio); i++)
		set_ratio(sums, ratio[i][0], ratio[i][1], &value[i], &isnull[i]);
	return composite_result(fcinfo, value, isnull, lengthof(ratio));
}

/* Type transient_poverty: total, chronic, and what the first has beyond the second. */
PG_FUNCTION_INFO_V1(transient_poverty_final);
Datum
transient_poverty_final(PG_FUNCTION_ARGS)
{
	const ExactSums *sums = sums_argument(fcinfo, SUMS_TRANSIENT_POVERTY);
	Datum value[3];
	bool isnull[3];

	if (sums->rows == 0)
		PG_RETURN_NULL();
	set_ratio(sums, TRANSIENT_TOTAL, TRANSIENT_POPULATION, &value[0], &isnull[0]);
	set_ratio(sums, TRANSIENT_CHRONIC, TRANSIENT_POPULATION, &value[1], &isnull[1]);
	isnull[2] = isnull[0];
	value[2] = Float8GetDatum(isnull[2] ? 0.0 :
										  DatumGetFloat8(value[0]) - DatumGetFloat8(value[1]));
	return composite_result(fcinfo, value, isnull, lengthof(value));
}
