/* SPDX-License-Identifier: PostgreSQL */
/*
 * survey_difference.c
 *		Room survey: differences of two estimates with their errors.
 *
 * Estimates that keep what their errors came from, deviations by PSU or the
 * replicates themselves, have differences with the covariance of the two.
 */
#include "survey.h"

#include "common/int.h"
#include "miscadmin.h"

/* Adds a_factor times the deviations of one to another's, PSU by PSU of both. */
static SurveySample *
combine_totals(const SurveySample *a, double a_factor, const SurveySample *b, double b_factor)
{
	SurveySample *sum = survey_new(SURVEY_TYPE_STATE, SURVEY_NONE, 0);
	const SurveySample *part[2] = { a, b };
	const double factor[2] = { a_factor, b_factor };

	for (int k = 0; k < 2; k++)
	{
		uint32 h = SURVEY_NO_ENTRY;

		survey_reserve(&sum, part[k]->entries, part[k]->bytes, 0);
		for (uint32 i = 0; i < part[k]->entries; i++)
		{
			bool is_stratum = survey_is_stratum(part[k], i);
			SurveyKey key = survey_key_of(part[k], i);
			uint32 found = survey_find(sum, is_stratum ? SURVEY_NO_ENTRY : h, key);

			CHECK_FOR_INTERRUPTS();
			if (found == SURVEY_NO_ENTRY)
				found = survey_add(&sum, is_stratum ? SURVEY_NO_ENTRY : h, key);
			if (is_stratum)
				h = found;
			else
				sum->entry[found].value += factor[k] * part[k]->entry[i].value;
		}
	}
	sum->options = a->options;
	return sum;
}

/* The sum of the squares of all deviations. */
static double
squares(const SurveySample *totals)
{
	double *value = palloc(Max(totals->entries, 1) * sizeof(double));
	uint32 n = 0;
	double sum;

	for (uint32 i = 0; i < totals->entries; i++)
		if (!survey_is_stratum(totals, i))
			value[n++] = totals->entry[i].value;
	sum = survey_exact_product(value, value, n);
	pfree(value);
	return sum;
}

/* What is computed of two estimates. */
typedef struct Comparison
{
	double value;    /* f(a, b) */
	double a_factor; /* its derivatives */
	double b_factor;
	double (*function)(double a, double b); /* f itself, for replicates */
} Comparison;

/* Independent samples: variances add up, and so do degrees of freedom as Satterthwaite has it. */
static void
compare_independent(const PovertyEstimate *a, const PovertyEstimate *b,
					const Comparison *comparison, PovertyEstimate *result)
{
	double va = comparison->a_factor * a->std_error * (comparison->a_factor * a->std_error);
	double vb = comparison->b_factor * b->std_error * (comparison->b_factor * b->std_error);

	result->std_error = sqrt(va + vb);
	result->df = va + vb > 0.0 ? (va + vb) * (va + vb) / (va * va / a->df + vb * vb / b->df) :
								 fmin(a->df, b->df);
}

/* Whether two estimates have replicates that make a variance in the same way. */
static bool
are_same_replicates(const SurveySample *a, const SurveySample *b)
{
	return a->estimates == b->estimates && a->scale == b->scale && a->scales == b->scales &&
		((a->flags ^ b->flags) & SURVEY_USES_CENTRE) == 0 &&
		memcmp(survey_scales(a), survey_scales(b), a->scales * sizeof(double)) == 0;
}

/* The same replicates: the function is computed with each. */
static void
compare_replicates(const SurveySample *a, const SurveySample *b, const Comparison *comparison,
				   PovertyEstimate *result)
{
	SurveySample *totals = survey_copy(a);
	double variance;

	for (uint32 r = 0; r < totals->estimates; r++)
	{
		double value = comparison->function(survey_estimates(a)[r], survey_estimates(b)[r]);

		/* a ratio to a replicate of 0 leaves no error */
		if (!isfinite(value))
			return;
		survey_estimates(totals)[r] = value;
	}
	totals->estimate = comparison->value;
	variance = survey_variance_by_replicates(totals);
	result->std_error = sqrt(check_result(variance, "the variance"));
	result->totals = totals;
	survey_seal(totals);
}

/* Samples that may overlap: the deviations of the PSUs in both are added before they are squared. */
static void
compare_units(const SurveySample *a, const SurveySample *b, const Comparison *comparison,
			  PovertyEstimate *result)
{
	SurveySample *sum = combine_totals(a, comparison->a_factor, b, comparison->b_factor);

	result->std_error = sqrt(squares(sum));
	result->totals = survey_sorted(sum);
	result->totals->type = SURVEY_TYPE_TOTALS;
	result->totals->estimate = comparison->value;
	survey_seal(result->totals);
}

/* What two estimates keep must be of one kind. */
static void
check_totals(const SurveySample *a, const SurveySample *b)
{
	const char *unlike;

	if (a == NULL || b == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("an estimate that has not kept what its error came from cannot be compared with one of the same or an overlapping sample"),
				 errhint("Make both with survey_options(keep_totals => true, design => ...), where the design may be of replicate weights too, or say that the samples are independent: difference(a, b, true).")));
	if (a->estimates == 0 && b->estimates == 0)
	{
		unlike = survey_unlike_codes(a, b);
		if (unlike == NULL)
			return;
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s is of different types in the samples of the two estimates, which therefore have no sampling unit in common", unlike),
				 errhint("A text is not the number that it spells: cast one of them, or say that the samples are independent: difference(a, b, true).")));
	}
	if (a->estimates == 0 || b->estimates == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("an estimate by replicate weights cannot be compared with one by linearisation"),
				 errhint("Make both by replicate weights or both by linearisation, or say that the samples are independent: difference(a, b, true).")));
	if (!are_same_replicates(a, b))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the replicates of the two estimates are not the same: %u and %u of them, or with other scales or another centre",
						a->estimates, b->estimates),
				 errhint("Make both with the same replicate weights and one replicate_design(), or say that the samples are independent: difference(a, b, true).")));
}

/*
 * f(a, b) with its error.  Where the error of one is not known, nor is that of
 * the difference.
 */
static Datum
compare(FunctionCallInfo fcinfo, const PovertyEstimate *a, const PovertyEstimate *b,
		const Comparison *comparison, bool independent)
{
	double level = PG_ARGISNULL(3) ? 0.95 : PG_GETARG_FLOAT8(3);
	PovertyEstimate result;

	if (!(level > 0.0 && level < 1.0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("level must be between 0 and 1, not %s", float8out_internal(level)),
				 errhint("For intervals of 95 %%, give 0.95.")));
	result.estimate = check_result(comparison->value, "the difference");
	result.std_error = result.ci_low = result.ci_high = result.deff = NAN;
	result.df = fmin(a->df, b->df);
	if (pg_add_s64_overflow(a->n, b->n, &result.n))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("two estimates of " INT64_FORMAT " and " INT64_FORMAT " observations have too many together", a->n, b->n),
				 errhint("Estimates come from the functions of poverty_ext; were these typed?")));
	result.totals = NULL;
	if (isnan(a->std_error) || isnan(b->std_error))
		return survey_estimate_datum(fcinfo, &result);
	if (independent)
		compare_independent(a, b, comparison, &result);
	else
	{
		check_totals(a->totals, b->totals);
		if (a->totals->estimates > 0)
			compare_replicates(a->totals, b->totals, comparison, &result);
		else
			compare_units(a->totals, b->totals, comparison, &result);
	}
	survey_wald(&result, level);
	return survey_estimate_datum(fcinfo, &result);
}

static double
subtract(double a, double b)
{
	return a - b;
}

/* difference(a, b, independent, level): a - b */
PG_FUNCTION_INFO_V1(poverty_estimate_difference);
Datum
poverty_estimate_difference(PG_FUNCTION_ARGS)
{
	Comparison comparison = { 0.0, 1.0, -1.0, subtract };
	PovertyEstimate a;
	PovertyEstimate b;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2))
		PG_RETURN_NULL();
	a = survey_estimate_argument(fcinfo, 0);
	b = survey_estimate_argument(fcinfo, 1);
	if (isnan(a.estimate) || isnan(b.estimate))
		PG_RETURN_NULL();
	comparison.value = subtract(a.estimate, b.estimate);
	return compare(fcinfo, &a, &b, &comparison, PG_GETARG_BOOL(2));
}

static double
relate(double a, double b)
{
	return a / b - 1.0;
}

/* relative_difference(a, b, independent, level): a / b - 1 */
PG_FUNCTION_INFO_V1(poverty_estimate_relative_difference);
Datum
poverty_estimate_relative_difference(PG_FUNCTION_ARGS)
{
	Comparison comparison = { 0.0, 0.0, 0.0, relate };
	PovertyEstimate a;
	PovertyEstimate b;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2))
		PG_RETURN_NULL();
	a = survey_estimate_argument(fcinfo, 0);
	b = survey_estimate_argument(fcinfo, 1);
	if (isnan(a.estimate) || isnan(b.estimate) || b.estimate == 0.0)
		PG_RETURN_NULL();
	comparison.value = relate(a.estimate, b.estimate);
	comparison.a_factor = 1.0 / b.estimate;
	comparison.b_factor = -(a.estimate / b.estimate) / b.estimate;
	return compare(fcinfo, &a, &b, &comparison, PG_GETARG_BOOL(2));
}
