/* SPDX-License-Identifier: PostgreSQL */
/*
 * rate.c
 *		Room rate: ratios of sums over areas and over households.
 *
 * The four aggregates keep two exact sums, a numerator and a denominator, and
 * divide them once, at the end.
 */
#include "sums.h"

#include "utils/builtins.h"
#include "utils/numeric.h"

enum
{
	NUMERATOR,
	DENOMINATOR
};

/* What a transition does to a row: count it in, or count it out of a window. */
typedef enum Direction
{
	ROW_OUT = -1,
	ROW_IN = 1
} Direction;

/*
 * The decimals of a fraction that percent() reads, and those of its result that
 * can mean something.
 */
#define RATE_DECIMALS 15
#define MAX_PERCENT_DIGITS (RATE_DECIMALS - 2)

/* Σpoor and Σtotal, over areas. */
static Datum
poverty_rate_row(FunctionCallInfo fcinfo, Direction direction)
{
	ExactSums *sums = sums_state(fcinfo, SUMS_POVERTY_RATE);
	double poor;
	double total;

	if (PG_ARGISNULL(1) || PG_ARGISNULL(2))
		PG_RETURN_POINTER(sums);
	poor = PG_GETARG_FLOAT8(1);
	total = PG_GETARG_FLOAT8(2);
	check_poor_and_total(poor, total);
	sums_add(&sums, NUMERATOR, direction * poor);
	sums_add(&sums, DENOMINATOR, direction * total);
	sums_count(sums, direction, 0);
	PG_RETURN_POINTER(sums);
}

PG_FUNCTION_INFO_V1(poverty_rate_transition);
Datum
poverty_rate_transition(PG_FUNCTION_ARGS)
{
	return poverty_rate_row(fcinfo, ROW_IN);
}

PG_FUNCTION_INFO_V1(poverty_rate_inverse);
Datum
poverty_rate_inverse(PG_FUNCTION_ARGS)
{
	return poverty_rate_row(fcinfo, ROW_OUT);
}

/* The weight in argument n: 1 when the aggregate's form has none. */
static double
weight_argument(FunctionCallInfo fcinfo, int n)
{
	return PG_NARGS() > n ? check_not_negative(PG_GETARG_FLOAT8(n), "weight") : 1.0;
}

/* Whether argument n is there and is NULL. */
static bool
argument_is_missing(FunctionCallInfo fcinfo, int n)
{
	return PG_NARGS() > n && PG_ARGISNULL(n);
}

/* Σw·1(poor) and Σw, over households. */
static Datum
poverty_rate_household(FunctionCallInfo fcinfo, Direction direction)
{
	ExactSums *sums = sums_state(fcinfo, SUMS_POVERTY_RATE);
	double weight;

	if (PG_ARGISNULL(1) || argument_is_missing(fcinfo, 2))
		PG_RETURN_POINTER(sums);
	weight = weight_argument(fcinfo, 2);
	if (weight == 0.0)
		PG_RETURN_POINTER(sums);
	if (PG_GETARG_BOOL(1))
		sums_add(&sums, NUMERATOR, direction * weight);
	sums_add(&sums, DENOMINATOR, direction * weight);
	sums_count(sums, direction, 0);
	PG_RETURN_POINTER(sums);
}

PG_FUNCTION_INFO_V1(poverty_rate_household_transition);
Datum
poverty_rate_household_transition(PG_FUNCTION_ARGS)
{
	return poverty_rate_household(fcinfo, ROW_IN);
}

PG_FUNCTION_INFO_V1(poverty_rate_household_inverse);
Datum
poverty_rate_household_inverse(PG_FUNCTION_ARGS)
{
	return poverty_rate_household(fcinfo, ROW_OUT);
}

/* Σw·1(covered and entitled) and Σw·1(entitled); unrecorded is not covered. */
static Datum
coverage_rate_row(FunctionCallInfo fcinfo, Direction direction)
{
	ExactSums *sums = sums_state(fcinfo, SUMS_COVERAGE_RATE);
	bool unrecorded = PG_ARGISNULL(1);
	double weight;

	if (PG_ARGISNULL(2) || argument_is_missing(fcinfo, 3))
		PG_RETURN_POINTER(sums);
	weight = weight_argument(fcinfo, 3);
	if (weight == 0.0 || !PG_GETARG_BOOL(2))
		PG_RETURN_POINTER(sums);
	if (!unrecorded && PG_GETARG_BOOL(1))
		sums_add(&sums, NUMERATOR, direction * weight);
	sums_add(&sums, DENOMINATOR, direction * weight);
	sums_count(sums, direction, unrecorded ? direction : 0);
	PG_RETURN_POINTER(sums);
}

PG_FUNCTION_INFO_V1(coverage_rate_transition);
Datum
coverage_rate_transition(PG_FUNCTION_ARGS)
{
	return coverage_rate_row(fcinfo, ROW_IN);
}

PG_FUNCTION_INFO_V1(coverage_rate_inverse);
Datum
coverage_rate_inverse(PG_FUNCTION_ARGS)
{
	return coverage_rate_row(fcinfo, ROW_OUT);
}

/* Σspent and Σplanned; amounts below zero are corrections of others. */
static Datum
disbursement_rate_row(FunctionCallInfo fcinfo, Direction direction)
{
	ExactSums *sums = sums_state(fcinfo, SUMS_DISBURSEMENT_RATE);
	double spent;
	double planned;

	if (PG_ARGISNULL(1) || PG_ARGISNULL(2))
		PG_RETURN_POINTER(sums);
	spent = check_finite(PG_GETARG_FLOAT8(1), "spent");
	planned = check_finite(PG_GETARG_FLOAT8(2), "planned");
	sums_add(&sums, NUMERATOR, direction * spent);
	sums_add(&sums, DENOMINATOR, direction * planned);
	sums_count(sums, direction, 0);
	PG_RETURN_POINTER(sums);
}

PG_FUNCTION_INFO_V1(disbursement_rate_transition);
Datum
disbursement_rate_transition(PG_FUNCTION_ARGS)
{
	return disbursement_rate_row(fcinfo, ROW_IN);
}

PG_FUNCTION_INFO_V1(disbursement_rate_inverse);
Datum
disbursement_rate_inverse(PG_FUNCTION_ARGS)
{
	return disbursement_rate_row(fcinfo, ROW_OUT);
}

/* Numerator over denominator; NULL without a row or without a positive denominator. */
static Datum
ratio_of_sums(FunctionCallInfo fcinfo, SumsKind kind, const char *what)
{
	const ExactSums *sums = sums_argument(fcinfo, kind);
	double denominator = sums_value(sums, DENOMINATOR);

	if (sums->rows == 0 || denominator <= 0.0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(check_result(sums_value(sums, NUMERATOR) / denominator, what));
}

PG_FUNCTION_INFO_V1(poverty_rate_final);
Datum
poverty_rate_final(PG_FUNCTION_ARGS)
{
	return ratio_of_sums(fcinfo, SUMS_POVERTY_RATE, "the poverty rate");
}

PG_FUNCTION_INFO_V1(coverage_rate_final);
Datum
coverage_rate_final(PG_FUNCTION_ARGS)
{
	return ratio_of_sums(fcinfo, SUMS_COVERAGE_RATE, "the coverage rate");
}

PG_FUNCTION_INFO_V1(coverage_unrecorded_final);
Datum
coverage_unrecorded_final(PG_FUNCTION_ARGS)
{
	const ExactSums *sums = sums_argument(fcinfo, SUMS_COVERAGE_RATE);

	if (sums->rows == 0)
		PG_RETURN_NULL();
	PG_RETURN_INT64(sums->marked);
}

PG_FUNCTION_INFO_V1(disbursement_rate_final);
Datum
disbursement_rate_final(PG_FUNCTION_ARGS)
{
	return ratio_of_sums(fcinfo, SUMS_DISBURSEMENT_RATE, "the disbursement rate");
}

/*
 * 100·rate as a decimal, half away from zero.  The rate is read with 15
 * decimals, so that what the machine's rounding left of a rate or of a
 * difference of rates is gone before a person's rounding begins: 0.0202 - 0.02015
 * is 0.00005, and 0.01 points, although the doubles are a little less apart.
 */
PG_FUNCTION_INFO_V1(percent);
Datum
percent(PG_FUNCTION_ARGS)
{
	double rate = check_finite(PG_GETARG_FLOAT8(0), "rate");
	double digits = PG_NARGS() > 1 ? check_whole(PG_GETARG_FLOAT8(1), "digits") : 2.0;
	Datum decimal;

	if (digits < 0.0 || digits > MAX_PERCENT_DIGITS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("digits must be from 0 to %d, not %s", MAX_PERCENT_DIGITS,
						float8out_internal(digits)),
				 errhint("A rate is read with %d decimals.", RATE_DECIMALS)));
	decimal = DirectFunctionCall2(numeric_round,
								  DirectFunctionCall1(float8_numeric, Float8GetDatum(rate)),
								  Int32GetDatum(RATE_DECIMALS));
	decimal = DirectFunctionCall2(numeric_mul, decimal, NumericGetDatum(int64_to_numeric(100)));
	return DirectFunctionCall2(numeric_round, decimal, Int32GetDatum((int32) digits));
}

/* The next double above the line: income < at_or_below(z) is income <= z. */
PG_FUNCTION_INFO_V1(at_or_below);
Datum
at_or_below(PG_FUNCTION_ARGS)
{
	double line = check_positive(PG_GETARG_FLOAT8(0), "line");

	PG_RETURN_FLOAT8(check_result(nextafter(line, INFINITY), "the number above the line"));
}
