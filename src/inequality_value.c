/* SPDX-License-Identifier: PostgreSQL */
/*
 * inequality_value.c
 *		Type inequality_summary: the sums behind the entropy indices with parameter
 *		0, 1 and 2, and their parts between and within groups.
 */
#include "composite.h"
#include "distribution.h"
#include "sums.h"

#include "math/entropy.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"

/* The terms of a row; false where the row has no logarithm. */
static bool
row_terms(double income, double weight, double *term)
{
	bool has_logarithm = income > 0.0;

	if (unlikely(income < 0.0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("entropy indices are undefined for an income of %s",
						float8out_internal(income)),
				 errhint("Leave such rows out with FILTER (WHERE income >= 0), or give them a bottom code of your choice with greatest(income, floor).")));
	term[SUM_WEIGHT] = weight;
	term[SUM_INCOME] = weight * income;
	term[SUM_LOG] = has_logarithm ? entropy_term(income, weight, 0.0) : 0.0;
	term[SUM_INCOME_LOG] = entropy_term(income, weight, 1.0);
	term[SUM_SQUARE] = entropy_term(income, weight, 2.0);
	for (int i = 0; i < INEQUALITY_SUM_COUNT; i++)
		if (unlikely(!isfinite(term[i])))
			ereport(ERROR,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
					 errmsg("the terms of a row with income %s and weight %s are out of range of double precision",
							float8out_internal(income), float8out_internal(weight)),
					 errhint("Express the amounts in a larger unit, or scale the weights down.")));
	return has_logarithm;
}

static Datum
summary_row(FunctionCallInfo fcinfo, int direction)
{
	ExactSums *sums = sums_state(fcinfo, SUMS_INEQUALITY_SUMMARY);
	double term[INEQUALITY_SUM_COUNT];
	double weight = 1.0;
	bool has_logarithm;

	if (PG_ARGISNULL(1) || (PG_NARGS() > 2 && PG_ARGISNULL(2)))
		return sums_state_or_value(fcinfo, sums);
	if (PG_NARGS() > 2)
		weight = check_not_negative(PG_GETARG_FLOAT8(2), "weight");
	if (weight == 0.0)
		return sums_state_or_value(fcinfo, sums);
	has_logarithm = row_terms(check_finite(PG_GETARG_FLOAT8(1), "income"), weight, term);
	sums_add_row(&sums, term, INEQUALITY_SUM_COUNT, direction);
	/* marked: incomes of 0 */
	sums_count(sums, direction, has_logarithm ? 0 : direction);
	return sums_state_or_value(fcinfo, sums);
}

PG_FUNCTION_INFO_V1(inequality_summary_transition);
Datum
inequality_summary_transition(PG_FUNCTION_ARGS)
{
	return summary_row(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(inequality_summary_inverse);
Datum
inequality_summary_inverse(PG_FUNCTION_ARGS)
{
	return summary_row(fcinfo, -1);
}

PG_FUNCTION_INFO_V1(inequality_summary_add);
Datum
inequality_summary_add(PG_FUNCTION_ARGS)
{
	ExactSums *sums = sums_state(fcinfo, SUMS_INEQUALITY_SUMMARY);

	sums_merge(&sums, PG_GETARG_EXACT_SUMS(1), 1);
	return sums_state_or_value(fcinfo, sums);
}

PG_FUNCTION_INFO_V1(inequality_summary_take_away);
Datum
inequality_summary_take_away(PG_FUNCTION_ARGS)
{
	ExactSums *sums = sums_state(fcinfo, SUMS_INEQUALITY_SUMMARY);

	sums_merge(&sums, PG_GETARG_EXACT_SUMS(1), -1);
	return sums_state_or_value(fcinfo, sums);
}

PG_FUNCTION_INFO_V1(inequality_summary_final);
Datum
inequality_summary_final(PG_FUNCTION_ARGS)
{
	const ExactSums *sums = sums_argument(fcinfo, SUMS_INEQUALITY_SUMMARY);

	if (sums->rows == 0)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(sums_canonical(sums));
}

PG_FUNCTION_INFO_V1(inequality_summary_in);
Datum
inequality_summary_in(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(sums_from_text(PG_GETARG_CSTRING(0), SUMS_INEQUALITY_SUMMARY));
}

PG_FUNCTION_INFO_V1(inequality_summary_recv);
Datum
inequality_summary_recv(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(sums_read((StringInfo) PG_GETARG_POINTER(0), SUMS_INEQUALITY_SUMMARY));
}

/* inequality_summary(distribution) */
PG_FUNCTION_INFO_V1(distribution_inequality_summary);
Datum
distribution_inequality_summary(PG_FUNCTION_ARGS)
{
	StoredDistribution *stored = distribution_argument(fcinfo, 0);
	ExactSums *sums = sums_new(SUMS_INEQUALITY_SUMMARY);
	ExactTotal total[INEQUALITY_SUM_COUNT];
	const RankedEntry *entry;
	RankedWalk walk;
	int64 zeros = 0;

	memset(total, 0, sizeof(total));
	walk_begin(&walk, stored->source);
	while ((entry = walk_next(&walk)) != NULL)
	{
		double term[INEQUALITY_SUM_COUNT];

		if (!row_terms(entry->x, entry->w, term))
			zeros += entry->rows;
		for (int i = 0; i < INEQUALITY_SUM_COUNT; i++)
			exact_total_add_times(&total[i], term[i], entry->rows);
	}
	sums_grow(&sums, (ExactWindow) { 0, EXACT_LIMBS_MAX });
	for (int i = 0; i < INEQUALITY_SUM_COUNT; i++)
		memcpy(sums->limb + (Size) i * EXACT_LIMBS_MAX, total[i].limb, sizeof(total[i].limb));
	sums_count(sums,
			   stored->header.is_bounded ? (int64) stored->header.entries : stored->header.rows,
			   zeros);
	PG_RETURN_POINTER(sums_canonical(sums));
}

/* What an index needs of the sums, by alpha. */
static int
sum_of_alpha(double alpha)
{
	if (alpha != 0.0 && alpha != 1.0 && alpha != 2.0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("alpha must be 0, 1 or 2 where the index is read from an inequality_summary, not %s",
						float8out_internal(alpha)),
				 errhint("Read other indices from an income_distribution, or compute them with generalized_entropy(income, alpha, weight).")));
	return alpha == 0.0 ? SUM_LOG : alpha == 1.0 ? SUM_INCOME_LOG : SUM_SQUARE;
}

static void
check_no_zeros(const ExactSums *sums)
{
	if (sums->marked > 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the index is undefined for an income of 0, which " INT64_FORMAT " rows have",
						sums->marked),
				 errhint("Leave such rows out with FILTER (WHERE income > 0) when the summary is made, or give them a bottom code of your choice with greatest(income, floor).")));
}

static Datum
read_entropy(FunctionCallInfo fcinfo, double alpha)
{
	const ExactSums *sums = PG_GETARG_EXACT_SUMS(0);
	int terms = sum_of_alpha(alpha);
	double weight = sums_value(sums, SUM_WEIGHT);
	double income = sums_value(sums, SUM_INCOME);

	if (alpha == 0.0)
		check_no_zeros(sums);
	/* nobody, or nobody with an income */
	if (income <= 0.0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(
		check_result(entropy_index(weight, income, sums_value(sums, terms), alpha), "the index"));
}

PG_FUNCTION_INFO_V1(inequality_summary_theil_index);
Datum
inequality_summary_theil_index(PG_FUNCTION_ARGS)
{
	return read_entropy(fcinfo, 1.0);
}

PG_FUNCTION_INFO_V1(inequality_summary_mean_log_deviation);
Datum
inequality_summary_mean_log_deviation(PG_FUNCTION_ARGS)
{
	return read_entropy(fcinfo, 0.0);
}

PG_FUNCTION_INFO_V1(inequality_summary_generalized_entropy);
Datum
inequality_summary_generalized_entropy(PG_FUNCTION_ARGS)
{
	return read_entropy(fcinfo, PG_GETARG_FLOAT8(1));
}

static Datum
read_sum(FunctionCallInfo fcinfo, int which)
{
	const ExactSums *sums = PG_GETARG_EXACT_SUMS(0);

	if (sums->rows == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(sums_value(sums, which));
}

PG_FUNCTION_INFO_V1(inequality_summary_population);
Datum
inequality_summary_population(PG_FUNCTION_ARGS)
{
	return read_sum(fcinfo, SUM_WEIGHT);
}

PG_FUNCTION_INFO_V1(inequality_summary_observations);
Datum
inequality_summary_observations(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(PG_GETARG_EXACT_SUMS(0)->rows);
}

PG_FUNCTION_INFO_V1(inequality_summary_mean_income);
Datum
inequality_summary_mean_income(PG_FUNCTION_ARGS)
{
	const ExactSums *sums = PG_GETARG_EXACT_SUMS(0);

	if (sums->rows == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(
		check_result(sums_value(sums, SUM_INCOME) / sums_value(sums, SUM_WEIGHT), "the mean"));
}

/* A member of the jsonb form: null where the index is undefined. */
static void
write_index(StringInfo json, const char *name, const ExactSums *sums, double alpha)
{
	double weight = sums_value(sums, SUM_WEIGHT);
	double income = sums_value(sums, SUM_INCOME);

	if (income > 0.0 && (alpha > 0.0 || sums->marked == 0))
		sums_write_number(json, name,
						  entropy_index(weight, income, sums_value(sums, sum_of_alpha(alpha)),
										alpha));
	else
		appendStringInfo(json, ", \"%s\": null", name);
}

PG_FUNCTION_INFO_V1(inequality_summary_to_jsonb);
Datum
inequality_summary_to_jsonb(PG_FUNCTION_ARGS)
{
	const ExactSums *sums = PG_GETARG_EXACT_SUMS(0);
	StringInfoData json;

	initStringInfo(&json);
	appendStringInfo(&json, "{\"observations\": " INT64_FORMAT, sums->rows);
	if (sums->rows > 0)
	{
		sums_write_number(&json, "population", sums_value(sums, SUM_WEIGHT));
		sums_write_number(&json, "mean_income",
						  sums_value(sums, SUM_INCOME) / sums_value(sums, SUM_WEIGHT));
	}
	write_index(&json, "theil_index", sums, 1.0);
	write_index(&json, "mean_log_deviation", sums, 0.0);
	write_index(&json, "ge_2", sums, 2.0);
	appendStringInfoChar(&json, '}');
	return DirectFunctionCall1(jsonb_in, CStringGetDatum(json.data));
}

/* A summary as the state of a decomposition: its sums, and the group's own term. */
static ExactSums *
as_decomposition(const ExactSums *summary, double alpha)
{
	ExactSums *sums = sums_allocate(INEQUALITY_DECOMPOSITION_SUM_COUNT, summary->nlimbs);
	Size limbs = (Size) INEQUALITY_SUM_COUNT * (Size) summary->nlimbs;
	double weight = sums_value(summary, SUM_WEIGHT);
	double income = sums_value(summary, SUM_INCOME);

	exact_sums_init(sums, SUMS_INEQUALITY_DECOMPOSITION, INEQUALITY_DECOMPOSITION_SUM_COUNT);
	sums->parameter = alpha;
	sums->rows = summary->rows;
	sums->marked = summary->marked;
	sums->lowest = summary->lowest;
	sums->nlimbs = summary->nlimbs;
	memcpy(sums->limb, summary->limb, limbs * sizeof(int64_t));
	memset(sums->limb + limbs, 0, (Size) summary->nlimbs * sizeof(int64_t));
	/* a group without income is one of equal incomes, whose mean adds nothing unless alpha is 0 */
	if (income > 0.0)
		sums_add(&sums, SUM_BETWEEN, between_term(weight, income, alpha));
	return sums;
}

PG_FUNCTION_INFO_V1(inequality_decomposition_transition);
Datum
inequality_decomposition_transition(PG_FUNCTION_ARGS)
{
	const ExactSums *summary;
	ExactSums *sums;
	double alpha;

	if (PG_ARGISNULL(1) || PG_ARGISNULL(2))
		PG_RETURN_POINTER(sums_state(fcinfo, SUMS_INEQUALITY_DECOMPOSITION));
	summary = PG_GETARG_EXACT_SUMS(1);
	alpha = PG_GETARG_FLOAT8(2) + 0.0;
	(void) sum_of_alpha(alpha);
	if (alpha == 0.0)
		check_no_zeros(summary);
	sums = sums_state(fcinfo, SUMS_INEQUALITY_DECOMPOSITION);
	if (sums->rows == 0)
		sums->parameter = alpha;
	if (summary->rows > 0)
		sums_merge(&sums, as_decomposition(summary, alpha), 1);
	PG_RETURN_POINTER(sums);
}

PG_FUNCTION_INFO_V1(inequality_decomposition_final);
Datum
inequality_decomposition_final(PG_FUNCTION_ARGS)
{
	const ExactSums *sums = sums_argument(fcinfo, SUMS_INEQUALITY_DECOMPOSITION);
	double weight = sums_value(sums, SUM_WEIGHT);
	double income = sums_value(sums, SUM_INCOME);
	EntropyParts parts;
	bool nulls[3] = { false, false, false };
	Datum values[3];

	/* no group, or none with an income */
	if (income <= 0.0)
		PG_RETURN_NULL();
	parts = entropy_parts(weight, income, sums_value(sums, sum_of_alpha(sums->parameter)),
						  sums_value(sums, SUM_BETWEEN), sums->parameter);
	values[0] = Float8GetDatum(check_result(parts.total, "the index"));
	values[1] = Float8GetDatum(check_result(parts.between, "the part between groups"));
	values[2] = Float8GetDatum(check_result(parts.within, "the part within groups"));
	return composite_result(fcinfo, values, nulls, lengthof(values));
}
