/* SPDX-License-Identifier: PostgreSQL */
/*
 * inequality.c
 *		Room inequality: entropy and Atkinson indices.
 *
 * Each aggregate keeps three exact sums (weights, incomes, terms); the readers
 * of stored distributions add the same terms, and give the same bits.
 */
#include "distribution.h"
#include "sums.h"

#include "math/entropy.h"

enum
{
	WEIGHTS,
	INCOMES,
	TERMS
};

/* An index over terms w f(x) with a parameter. */
typedef struct EntropyKind
{
	SumsKind kind;
	const char *parameter_name;
	double (*term)(double x, double w, double parameter);
	double (*index)(double weight, double income, double terms, double parameter);
} EntropyKind;

static const EntropyKind entropy = { SUMS_ENTROPY, "alpha", entropy_term, entropy_index };
static const EntropyKind atkinson = { SUMS_ATKINSON, "epsilon", atkinson_term,
									  atkinson_index_from };

/* Whether an index is defined where an income is 0. */
static bool
takes_zero(const EntropyKind *of, double parameter)
{
	return of->kind == SUMS_ENTROPY ? parameter > 0.0 : parameter < 1.0;
}

pg_noreturn static pg_noinline void
refuse_income(const EntropyKind *of, double parameter, double income)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("the %s index with %s = %s is undefined for an income of %s",
					of->kind == SUMS_ENTROPY ? "entropy" : "Atkinson", of->parameter_name,
					float8out_internal(parameter), float8out_internal(income)),
			 errhint("Leave such rows out with FILTER (WHERE income > 0), or give them a bottom code of your choice with greatest(income, floor).")));
}

static double
check_income(const EntropyKind *of, double parameter, double income)
{
	check_finite(income, "income");
	if (unlikely(income < 0.0 || (income == 0.0 && !takes_zero(of, parameter))))
		refuse_income(of, parameter, income);
	return income;
}

static double
check_parameter(const EntropyKind *of, double parameter)
{
	if (of->kind == SUMS_ENTROPY)
		return check_finite(parameter, of->parameter_name) + 0.0;
	return check_not_negative(parameter, of->parameter_name) + 0.0;
}

/* Takes the parameter into a state without rows; in one with rows it must be the same. */
static void
set_parameter(const EntropyKind *of, ExactSums *sums, double parameter)
{
	if (sums->rows == 0)
		sums->parameter = parameter;
	else if (sums->parameter != parameter)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s differs between the rows of one group: %s and %s", of->parameter_name,
						float8out_internal(sums->parameter), float8out_internal(parameter)),
				 errhint("It must be the same for all rows of a group; use one call of the aggregate for each value.")));
}

/* A term or product of a row must be finite. */
static double
check_product(double term, double income, double weight)
{
	if (unlikely(!isfinite(term)))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("the term of a row with income %s and weight %s is out of range of double precision",
						float8out_internal(income), float8out_internal(weight)),
				 errhint("Express the amounts in a larger unit, or scale the weights down.")));
	return term;
}

/* Counts a row in (direction 1) or out (-1). */
static Datum
entropy_row(FunctionCallInfo fcinfo, const EntropyKind *of, double parameter, int weight_arg,
			int direction)
{
	ExactSums *sums = sums_state(fcinfo, of->kind);
	double weight = 1.0;
	double income;
	double term[3];

	if (PG_ARGISNULL(1) || (PG_NARGS() > weight_arg && PG_ARGISNULL(weight_arg)))
		PG_RETURN_POINTER(sums);
	if (PG_NARGS() > weight_arg)
		weight = check_not_negative(PG_GETARG_FLOAT8(weight_arg), "weight");
	if (weight == 0.0)
		PG_RETURN_POINTER(sums);
	parameter = check_parameter(of, parameter);
	set_parameter(of, sums, parameter);
	income = check_income(of, parameter, PG_GETARG_FLOAT8(1));
	term[WEIGHTS] = weight;
	term[INCOMES] = check_product(weight * income, income, weight);
	term[TERMS] = check_product(of->term(income, weight, parameter), income, weight);
	sums_add_row(&sums, term, 3, direction);
	sums_count(sums, direction, 0);
	PG_RETURN_POINTER(sums);
}

/* Forms with a parameter in the second argument. */
#define DEFINE_ENTROPY(name, of)                                    \
	PG_FUNCTION_INFO_V1(name##_transition);                         \
	Datum name##_transition(PG_FUNCTION_ARGS)                       \
	{                                                               \
		if (PG_ARGISNULL(2))                                        \
			PG_RETURN_POINTER(sums_state(fcinfo, (of)->kind));      \
		return entropy_row(fcinfo, of, PG_GETARG_FLOAT8(2), 3, 1);  \
	}                                                               \
	PG_FUNCTION_INFO_V1(name##_inverse);                            \
	Datum name##_inverse(PG_FUNCTION_ARGS)                          \
	{                                                               \
		if (PG_ARGISNULL(2))                                        \
			PG_RETURN_POINTER(sums_state(fcinfo, (of)->kind));      \
		return entropy_row(fcinfo, of, PG_GETARG_FLOAT8(2), 3, -1); \
	}

DEFINE_ENTROPY(generalized_entropy, &entropy)
DEFINE_ENTROPY(atkinson_index, &atkinson)

/* Forms whose parameter their name gives. */
#define DEFINE_NAMED_ENTROPY(name, alpha)                   \
	PG_FUNCTION_INFO_V1(name##_transition);                 \
	Datum name##_transition(PG_FUNCTION_ARGS)               \
	{                                                       \
		return entropy_row(fcinfo, &entropy, alpha, 2, 1);  \
	}                                                       \
	PG_FUNCTION_INFO_V1(name##_inverse);                    \
	Datum name##_inverse(PG_FUNCTION_ARGS)                  \
	{                                                       \
		return entropy_row(fcinfo, &entropy, alpha, 2, -1); \
	}

DEFINE_NAMED_ENTROPY(theil_index, 1.0)
DEFINE_NAMED_ENTROPY(mean_log_deviation, 0.0)

/* The index from three sums: NULL where there is no income. */
static Datum
answer_entropy(FunctionCallInfo fcinfo, const EntropyKind *of, double weight, double income,
			   double terms, double parameter)
{
	if (weight <= 0.0 || income <= 0.0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(check_result(of->index(weight, income, terms, parameter), "the index"));
}

static Datum
entropy_final(FunctionCallInfo fcinfo, const EntropyKind *of)
{
	const ExactSums *sums = sums_argument(fcinfo, of->kind);

	if (sums->rows == 0)
		PG_RETURN_NULL();
	return answer_entropy(fcinfo, of, sums_value(sums, WEIGHTS), sums_value(sums, INCOMES),
						  sums_value(sums, TERMS), sums->parameter);
}

PG_FUNCTION_INFO_V1(generalized_entropy_final);
Datum
generalized_entropy_final(PG_FUNCTION_ARGS)
{
	return entropy_final(fcinfo, &entropy);
}

PG_FUNCTION_INFO_V1(atkinson_index_final);
Datum
atkinson_index_final(PG_FUNCTION_ARGS)
{
	return entropy_final(fcinfo, &atkinson);
}

/* The index of a stored distribution. */
static Datum
read_entropy(FunctionCallInfo fcinfo, const EntropyKind *of, double parameter)
{
	RankedSource *source = distribution_argument(fcinfo, 0)->source;
	const RankedEntry *entry;
	ExactTotal total[3];
	RankedWalk walk;

	parameter = check_parameter(of, parameter);
	for (int i = 0; i < 3; i++)
		exact_total_init(&total[i]);
	walk_begin(&walk, source);
	while ((entry = walk_next(&walk)) != NULL)
	{
		double x = check_income(of, parameter, entry->x);
		double income = check_product(entry->w * x, x, entry->w);
		double term = check_product(of->term(x, entry->w, parameter), x, entry->w);

		exact_total_add_times(&total[WEIGHTS], entry->w, entry->rows);
		exact_total_add_times(&total[INCOMES], income, entry->rows);
		exact_total_add_times(&total[TERMS], term, entry->rows);
	}
	return answer_entropy(fcinfo, of, check_result(exact_total_value(&total[WEIGHTS]), "a sum"),
						  check_result(exact_total_value(&total[INCOMES]), "a sum"),
						  check_result(exact_total_value(&total[TERMS]), "a sum"), parameter);
}

PG_FUNCTION_INFO_V1(distribution_theil_index);
Datum
distribution_theil_index(PG_FUNCTION_ARGS)
{
	return read_entropy(fcinfo, &entropy, 1.0);
}

PG_FUNCTION_INFO_V1(distribution_mean_log_deviation);
Datum
distribution_mean_log_deviation(PG_FUNCTION_ARGS)
{
	return read_entropy(fcinfo, &entropy, 0.0);
}

PG_FUNCTION_INFO_V1(distribution_generalized_entropy);
Datum
distribution_generalized_entropy(PG_FUNCTION_ARGS)
{
	return read_entropy(fcinfo, &entropy, PG_GETARG_FLOAT8(1));
}

PG_FUNCTION_INFO_V1(distribution_atkinson_index);
Datum
distribution_atkinson_index(PG_FUNCTION_ARGS)
{
	return read_entropy(fcinfo, &atkinson, PG_GETARG_FLOAT8(1));
}
