/*
 * survey_estimate.c
 *		Type poverty_estimate: an estimate with its error, and what is read from it.
 */
#include "survey.h"

#include "math/student.h"

#include "access/htup_details.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/typcache.h"

/* The members of poverty_estimate. */
enum
{
	MEMBER_ESTIMATE,
	MEMBER_STD_ERROR,
	MEMBER_CI_LOW,
	MEMBER_CI_HIGH,
	MEMBER_CV,
	MEMBER_DEFF,
	MEMBER_DF,
	MEMBER_N,
	MEMBER_TOTALS,
	MEMBER_COUNT
};

/* estimate -+ t se; none without degrees of freedom. */
void
survey_wald(PovertyEstimate *estimate, double level)
{
	double reach;

	estimate->ci_low = estimate->ci_high = NAN;
	if (isnan(estimate->std_error) || !(estimate->df >= 1.0))
		return;
	reach = student_quantile(0.5 + 0.5 * level, estimate->df) * estimate->std_error;
	estimate->ci_low = estimate->estimate - reach;
	estimate->ci_high = estimate->estimate + reach;
}

/* Wald's interval of ln(p / (1 - p)), turned back; p strictly between 0 and 1. */
static void
logit_interval(PovertyEstimate *estimate, double level)
{
	double p = estimate->estimate;
	double centre = log(p / (1.0 - p));
	double reach = student_quantile(0.5 + 0.5 * level, estimate->df) * estimate->std_error /
		(p * (1.0 - p));

	estimate->ci_low = 1.0 / (1.0 + exp(reach - centre));
	estimate->ci_high = 1.0 / (1.0 + exp(-centre - reach));
}

/*
 * Clopper & Pearson's exact interval with the effective number of rows in place
 * of n: p (1 - p) / se², times the square of the ratio of t with n - 1 to t with
 * df degrees of freedom (Korn & Graubard, Survey Methodology 24, 1998).  Where p
 * is 0 or 1, which leaves no se, the number of rows.
 */
static void
korn_graubard_interval(PovertyEstimate *estimate, double level)
{
	double p = estimate->estimate;
	double tail = 0.5 * (1.0 - level);
	double n = (double) estimate->n;

	if (n < 2.0)
		return;
	if (estimate->std_error > 0.0)
		n = p * (1.0 - p) / (estimate->std_error * estimate->std_error);
	if (estimate->n > 1)
	{
		double ratio = student_quantile(1.0 - tail, (double) estimate->n - 1.0) /
			student_quantile(1.0 - tail, estimate->df);

		n *= ratio * ratio;
	}
	estimate->ci_low = p > 0.0 ? beta_quantile(tail, n * p, n * (1.0 - p) + 1.0) : 0.0;
	estimate->ci_high = p < 1.0 ? beta_quantile(1.0 - tail, n * p + 1.0, n * (1.0 - p)) : 1.0;
}

/* The interval of the options; methods for proportions are for proportions only. */
void
survey_set_interval(PovertyEstimate *estimate, const SurveyOptions *options, bool is_proportion)
{
	double p = estimate->estimate;

	survey_wald(estimate, options->level);
	if (!is_proportion || isnan(estimate->ci_low))
		return;
	if (options->interval == INTERVAL_LOGIT)
	{
		if (p > 0.0 && p < 1.0)
			logit_interval(estimate, options->level);
		else
			estimate->ci_low = estimate->ci_high = NAN;
	}
	else if (options->interval == INTERVAL_KORN_GRAUBARD)
		korn_graubard_interval(estimate, options->level);
}

static Datum
member(double value, bool *isnull)
{
	*isnull = !isfinite(value);
	return Float8GetDatum(*isnull ? 0.0 : value);
}

Datum
survey_estimate_datum(FunctionCallInfo fcinfo, const PovertyEstimate *estimate)
{
	TupleDesc descriptor = lookup_rowtype_tupdesc(get_func_rettype(fcinfo->flinfo->fn_oid), -1);
	Datum value[MEMBER_COUNT];
	bool isnull[MEMBER_COUNT] = { false };
	HeapTuple tuple;

	if (descriptor->natts != MEMBER_COUNT)
		elog(ERROR, "type poverty_estimate has %d columns", descriptor->natts);
	value[MEMBER_ESTIMATE] = member(estimate->estimate, &isnull[MEMBER_ESTIMATE]);
	value[MEMBER_STD_ERROR] = member(estimate->std_error, &isnull[MEMBER_STD_ERROR]);
	value[MEMBER_CI_LOW] = member(estimate->ci_low, &isnull[MEMBER_CI_LOW]);
	value[MEMBER_CI_HIGH] = member(estimate->ci_high, &isnull[MEMBER_CI_HIGH]);
	value[MEMBER_CV] = member(estimate->std_error / fabs(estimate->estimate), &isnull[MEMBER_CV]);
	value[MEMBER_DEFF] = member(estimate->deff, &isnull[MEMBER_DEFF]);
	value[MEMBER_DF] = member(estimate->df, &isnull[MEMBER_DF]);
	value[MEMBER_N] = Int64GetDatum(estimate->n);
	value[MEMBER_TOTALS] = PointerGetDatum(estimate->totals);
	isnull[MEMBER_TOTALS] = estimate->totals == NULL;
	tuple = heap_form_tuple(descriptor, value, isnull);
	ReleaseTupleDesc(descriptor);
	fcinfo->isnull = false;
	return HeapTupleGetDatum(tuple);
}

static double
read_member(HeapTupleHeader tuple, int which)
{
	bool isnull;
	Datum value = GetAttributeByNum(tuple, (AttrNumber) (which + 1), &isnull);

	return isnull ? NAN : DatumGetFloat8(value);
}

/* An argument of type poverty_estimate. */
static PovertyEstimate
estimate_argument(FunctionCallInfo fcinfo, int argument)
{
	HeapTupleHeader tuple = PG_GETARG_HEAPTUPLEHEADER(argument);
	PovertyEstimate estimate;
	Datum value;
	bool isnull;

	estimate.estimate = read_member(tuple, MEMBER_ESTIMATE);
	estimate.std_error = read_member(tuple, MEMBER_STD_ERROR);
	estimate.ci_low = read_member(tuple, MEMBER_CI_LOW);
	estimate.ci_high = read_member(tuple, MEMBER_CI_HIGH);
	estimate.deff = read_member(tuple, MEMBER_DEFF);
	estimate.df = read_member(tuple, MEMBER_DF);
	value = GetAttributeByNum(tuple, MEMBER_N + 1, &isnull);
	estimate.n = isnull ? 0 : DatumGetInt64(value);
	value = GetAttributeByNum(tuple, MEMBER_TOTALS + 1, &isnull);
	estimate.totals = isnull ? NULL : DatumGetSurveySample(value);
	return estimate;
}

/* estimate / std_error */
PG_FUNCTION_INFO_V1(poverty_estimate_t);
Datum
poverty_estimate_t(PG_FUNCTION_ARGS)
{
	PovertyEstimate estimate = estimate_argument(fcinfo, 0);
	double t = estimate.estimate / estimate.std_error;

	if (!isfinite(t))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(t);
}

/* The two-sided probability of such a t where the truth is 0. */
PG_FUNCTION_INFO_V1(poverty_estimate_p);
Datum
poverty_estimate_p(PG_FUNCTION_ARGS)
{
	PovertyEstimate estimate = estimate_argument(fcinfo, 0);
	double t = estimate.estimate / estimate.std_error;

	if (!isfinite(t) || !(estimate.df >= 1.0))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(student_two_sided(t, estimate.df));
}

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

/*
 * An estimate f(a, b) whose derivatives are a_factor and b_factor.  With
 * overlapping samples the deviations of the PSUs in both are added before they
 * are squared, which is the variance with its covariance; with independent ones
 * variances add up, and so do degrees of freedom as Satterthwaite has it.
 */
static Datum
combined(FunctionCallInfo fcinfo, const PovertyEstimate *a, const PovertyEstimate *b, double value,
		 double a_factor, double b_factor, bool independent)
{
	double level = PG_ARGISNULL(3) ? 0.95 : PG_GETARG_FLOAT8(3);
	PovertyEstimate result;

	if (!(level > 0.0 && level < 1.0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("level must be between 0 and 1, not %s", float8out_internal(level)),
				 errhint("For intervals of 95 %%, give 0.95.")));
	result.estimate = check_result(value, "the difference");
	result.std_error = result.ci_low = result.ci_high = result.deff = result.df = NAN;
	result.n = a->n + b->n;
	result.totals = NULL;
	if (independent)
	{
		double va = a_factor * a->std_error * (a_factor * a->std_error);
		double vb = b_factor * b->std_error * (b_factor * b->std_error);

		result.std_error = sqrt(va + vb);
		result.df = va + vb > 0.0 ? (va + vb) * (va + vb) / (va * va / a->df + vb * vb / b->df) :
									fmin(a->df, b->df);
	}
	else
	{
		SurveySample *sum;

		if (a->totals == NULL || b->totals == NULL)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("an estimate without its totals by sampling unit cannot be compared with one of an overlapping sample"),
					 errhint("Make both with survey_options(keep_totals => true), or say that the samples are independent.")));
		sum = combine_totals(a->totals, a_factor, b->totals, b_factor);
		result.std_error = sqrt(squares(sum));
		result.df = fmin(a->df, b->df);
		result.totals = survey_sorted(sum);
		result.totals->type = SURVEY_TYPE_TOTALS;
		result.totals->estimate = value;
		survey_seal(result.totals);
	}
	survey_wald(&result, level);
	return survey_estimate_datum(fcinfo, &result);
}

/* difference(a, b, independent, level): a - b */
PG_FUNCTION_INFO_V1(poverty_estimate_difference);
Datum
poverty_estimate_difference(PG_FUNCTION_ARGS)
{
	PovertyEstimate a;
	PovertyEstimate b;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2))
		PG_RETURN_NULL();
	a = estimate_argument(fcinfo, 0);
	b = estimate_argument(fcinfo, 1);
	if (isnan(a.estimate) || isnan(b.estimate))
		PG_RETURN_NULL();
	return combined(fcinfo, &a, &b, a.estimate - b.estimate, 1.0, -1.0, PG_GETARG_BOOL(2));
}

/* relative_difference(a, b, independent, level): a / b - 1 */
PG_FUNCTION_INFO_V1(poverty_estimate_relative_difference);
Datum
poverty_estimate_relative_difference(PG_FUNCTION_ARGS)
{
	PovertyEstimate a;
	PovertyEstimate b;
	double ratio;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2))
		PG_RETURN_NULL();
	a = estimate_argument(fcinfo, 0);
	b = estimate_argument(fcinfo, 1);
	if (isnan(a.estimate) || isnan(b.estimate) || b.estimate == 0.0)
		PG_RETURN_NULL();
	ratio = a.estimate / b.estimate;
	return combined(fcinfo, &a, &b, ratio - 1.0, 1.0 / b.estimate, -ratio / b.estimate,
					PG_GETARG_BOOL(2));
}
