/* SPDX-License-Identifier: PostgreSQL */
/*
 * summary.c
 *		Room summary: poverty measures against a line, in one step.
 *
 * Each aggregate keeps two exact sums, or those of its sibling, and one final
 * function divides them.  The terms are those of math/poverty.h, which are also
 * those of poverty_summary, so that one step and two give the same bits.
 */
#include "summary.h"

#include "math/poverty.h"

/* The two sums of the measures that are ratios. */
enum
{
	BASE,
	TERM
};

/*
 * Reads income, line and weight; false when the row is to be left out: where
 * one of them is NULL, or the weight is 0.  Of such a row nothing else is looked
 * at, for it is no row.
 */
bool
read_poverty_row(FunctionCallInfo fcinfo, const char *line_name, int weight_arg, PovertyRow *row)
{
	if (PG_ARGISNULL(1) || PG_ARGISNULL(2))
		return false;
	row->weight = 1.0;
	if (PG_NARGS() > weight_arg)
	{
		if (PG_ARGISNULL(weight_arg))
			return false;
		row->weight = check_not_negative(PG_GETARG_FLOAT8(weight_arg), "weight");
	}
	if (row->weight == 0.0)
		return false;
	row->income = check_finite(PG_GETARG_FLOAT8(1), "income");
	row->line = check_positive(PG_GETARG_FLOAT8(2), line_name);
	row->is_poor = row->income < row->line;
	return true;
}

pg_noreturn static pg_noinline void
refuse_term(const PovertyRow *row, const char *line_name, const char *hint)
{
	ereport(ERROR,
			(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
			 errmsg("the term of a row with income %s, %s %s and weight %s is out of range of double precision",
					float8out_internal(row->income), line_name, float8out_internal(row->line),
					float8out_internal(row->weight)),
			 errhint("%s", hint)));
}

/* A term that goes into a sum must be finite; this one has no unit. */
double
check_term(double term, const PovertyRow *row, const char *line_name)
{
	if (unlikely(!isfinite(term)))
		refuse_term(row, line_name, "Correct the row, or scale all weights down.");
	return term;
}

/* The same, of a term in the unit of income. */
double
check_amount(double term, const PovertyRow *row)
{
	if (unlikely(!isfinite(term)))
		refuse_term(row, "line",
					"Express the amounts in a larger unit, or scale all weights down.");
	return term;
}

/* The ratio of two finite sums, which only weights or lines near zero can make infinite. */
double
check_measure(double value)
{
	if (unlikely(!isfinite(value)))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("the measure is out of range of double precision"),
				 errhint("Correct the rows whose income is far beyond their line, or whose weight is near zero.")));
	return value;
}

/* A measure that takes logarithms or reciprocals has none of this income. */
pg_noreturn static pg_noinline void
refuse_income(const char *measure, double income)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s is undefined for an income of %s", measure, float8out_internal(income)),
			 errhint("Leave such rows out with FILTER (WHERE income > 0), or give them a bottom code of your choice with greatest(income, floor).")));
}

/* What a row adds to sum TERM of a kind, given that it is poor. */
static inline double
poor_term(SumsKind kind, const PovertyRow *row)
{
	double x = row->income;
	double z = row->line;
	double w = row->weight;

	switch (kind)
	{
		case SUMS_POVERTY_GAP:
		case SUMS_INCOME_GAP:
			return poverty_gap_term(x, z, w);
		case SUMS_POVERTY_SEVERITY:
			return poverty_severity_term(x, z, w);
		case SUMS_SHORTFALL:
			return shortfall_term(x, z, w);
		case SUMS_WATTS:
			if (x <= 0.0)
				refuse_income("the Watts index", x);
			return watts_term(x, z, w);
		default:
			return w;
	}
}

/*
 * Counts a row in (direction 1) or out (-1): into BASE the population, or the
 * poor for measures among the poor; into TERM the terms of the poor.
 */
static inline Datum
measure_row(FunctionCallInfo fcinfo, SumsKind kind, int direction)
{
	ExactSums *sums = sums_state(fcinfo, kind);
	bool among_poor = kind == SUMS_INCOME_GAP || kind == SUMS_SHORTFALL;
	PovertyRow row;
	double term[2];

	if (!read_poverty_row(fcinfo, "line", 3, &row))
		PG_RETURN_POINTER(sums);
	if (row.is_poor || !among_poor)
	{
		term[BASE] = row.weight;
		if (row.is_poor)
		{
			term[TERM] = poor_term(kind, &row);
			if (kind == SUMS_SHORTFALL)
				check_amount(term[TERM], &row);
			else
				check_term(term[TERM], &row, "line");
		}
		sums_add_row(&sums, term, row.is_poor ? 2 : 1, direction);
	}
	sums_count(sums, direction, 0);
	PG_RETURN_POINTER(sums);
}

/* The transition function of a measure, and its inverse for moving windows. */
#define DEFINE_MEASURE(name, kind)            \
	PG_FUNCTION_INFO_V1(name##_transition);   \
	Datum name##_transition(PG_FUNCTION_ARGS) \
	{                                         \
		return measure_row(fcinfo, kind, 1);  \
	}                                         \
	PG_FUNCTION_INFO_V1(name##_inverse);      \
	Datum name##_inverse(PG_FUNCTION_ARGS)    \
	{                                         \
		return measure_row(fcinfo, kind, -1); \
	}

DEFINE_MEASURE(headcount, SUMS_HEADCOUNT)
DEFINE_MEASURE(poverty_gap, SUMS_POVERTY_GAP)
DEFINE_MEASURE(poverty_severity, SUMS_POVERTY_SEVERITY)
DEFINE_MEASURE(watts, SUMS_WATTS)
DEFINE_MEASURE(income_gap, SUMS_INCOME_GAP)
DEFINE_MEASURE(shortfall, SUMS_SHORTFALL)

/* Takes alpha, which is not negative, into a state without rows; in one with rows it must be the same.
 */
static void
set_alpha(ExactSums *sums, double alpha)
{
	if (sums->rows == 0)
		sums->parameter = alpha + 0.0;
	else if (sums->parameter != alpha)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("alpha differs between the rows of one group: %s and %s",
						float8out_internal(sums->parameter), float8out_internal(alpha)),
				 errhint("Use one call of fgt() for each alpha.")));
}

/* Σw·((z - x)/z)^alpha·1(x < z) and Σw. */
static Datum
fgt_row(FunctionCallInfo fcinfo, int direction)
{
	ExactSums *sums = sums_state(fcinfo, SUMS_FGT);
	PovertyRow row;
	double alpha;
	double term;

	/* a parameter is no part of the row: it is checked whether the row counts or not */
	if (PG_ARGISNULL(3))
		PG_RETURN_POINTER(sums);
	alpha = check_not_negative(PG_GETARG_FLOAT8(3), "alpha");
	if (!read_poverty_row(fcinfo, "line", 4, &row))
		PG_RETURN_POINTER(sums);
	set_alpha(sums, alpha);
	sums_add(&sums, BASE, direction * row.weight);
	if (row.is_poor)
	{
		term = fgt_term(row.income, row.line, row.weight, sums->parameter);
		sums_add(&sums, TERM, direction * check_term(term, &row, "line"));
	}
	sums_count(sums, direction, 0);
	PG_RETURN_POINTER(sums);
}

PG_FUNCTION_INFO_V1(fgt_transition);
Datum
fgt_transition(PG_FUNCTION_ARGS)
{
	return fgt_row(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(fgt_inverse);
Datum
fgt_inverse(PG_FUNCTION_ARGS)
{
	return fgt_row(fcinfo, -1);
}

/* Σw·standard/x and Σw, over all rows. */
static Datum
prosperity_gap_row(FunctionCallInfo fcinfo, int direction)
{
	ExactSums *sums = sums_state(fcinfo, SUMS_PROSPERITY_GAP);
	PovertyRow row;
	double term;

	if (!read_poverty_row(fcinfo, "prosperity_standard", 3, &row))
		PG_RETURN_POINTER(sums);
	if (row.income <= 0.0)
		refuse_income("the prosperity gap", row.income);
	term = prosperity_gap_term(row.income, row.line, row.weight);
	sums_add(&sums, BASE, direction * row.weight);
	sums_add(&sums, TERM, direction * check_term(term, &row, "prosperity_standard"));
	sums_count(sums, direction, 0);
	PG_RETURN_POINTER(sums);
}

PG_FUNCTION_INFO_V1(prosperity_gap_transition);
Datum
prosperity_gap_transition(PG_FUNCTION_ARGS)
{
	return prosperity_gap_row(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(prosperity_gap_inverse);
Datum
prosperity_gap_inverse(PG_FUNCTION_ARGS)
{
	return prosperity_gap_row(fcinfo, -1);
}

/* The state of one of the measures above; anything else is an error. */
static const ExactSums *
measure_argument(FunctionCallInfo fcinfo)
{
	const ExactSums *sums = PG_GETARG_EXACT_SUMS(0);

	if (sums->kind >= SUMS_HEADCOUNT && sums->kind <= SUMS_PROSPERITY_GAP)
		return sums;
	return sums_argument(fcinfo, SUMS_HEADCOUNT);
}

/* TERM / BASE, NULL without a row or without a positive base. */
PG_FUNCTION_INFO_V1(measure_ratio_final);
Datum
measure_ratio_final(PG_FUNCTION_ARGS)
{
	const ExactSums *sums = measure_argument(fcinfo);
	double base = sums_value(sums, BASE);

	if (sums->rows == 0 || base <= 0.0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(check_measure(sums_value(sums, TERM) / base));
}

PG_FUNCTION_INFO_V1(measure_term_final);
Datum
measure_term_final(PG_FUNCTION_ARGS)
{
	const ExactSums *sums = measure_argument(fcinfo);

	if (sums->rows == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(sums_value(sums, TERM));
}

PG_FUNCTION_INFO_V1(measure_base_final);
Datum
measure_base_final(PG_FUNCTION_ARGS)
{
	const ExactSums *sums = measure_argument(fcinfo);

	if (sums->rows == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(sums_value(sums, BASE));
}

PG_FUNCTION_INFO_V1(measure_rows_final);
Datum
measure_rows_final(PG_FUNCTION_ARGS)
{
	const ExactSums *sums = measure_argument(fcinfo);

	if (sums->rows == 0)
		PG_RETURN_NULL();
	PG_RETURN_INT64(sums->rows);
}
