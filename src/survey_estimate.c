/* SPDX-License-Identifier: PostgreSQL */
/*
 * survey_estimate.c
 *		Type poverty_estimate: an estimate with its error, and what is read from it.
 */
#include "composite.h"
#include "survey.h"

#include "math/student.h"

#include "access/htup_details.h"
#include "executor/executor.h"
#include "utils/builtins.h"

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
 * is 0 or 1, which leaves no se, the number of rows.  One row has no t: no interval.
 */
static void
korn_graubard_interval(PovertyEstimate *estimate, double level)
{
	double p = estimate->estimate;
	double tail = 0.5 * (1.0 - level);
	double n = (double) estimate->n;
	double ratio;

	if (n < 2.0)
	{
		estimate->ci_low = estimate->ci_high = NAN;
		return;
	}
	if (estimate->std_error > 0.0)
		n = p * (1.0 - p) / (estimate->std_error * estimate->std_error);
	ratio = student_quantile(1.0 - tail, (double) estimate->n - 1.0) /
		student_quantile(1.0 - tail, estimate->df);
	n *= ratio * ratio;
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
	Datum value[MEMBER_COUNT];
	bool isnull[MEMBER_COUNT] = { false };

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
	return composite_result(fcinfo, value, isnull, MEMBER_COUNT);
}

static double
read_member(HeapTupleHeader tuple, int which)
{
	bool isnull;
	Datum value = GetAttributeByNum(tuple, (AttrNumber) (which + 1), &isnull);

	return isnull ? NAN : DatumGetFloat8(value);
}

/* An argument of type poverty_estimate. */
PovertyEstimate
survey_estimate_argument(FunctionCallInfo fcinfo, int argument)
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
	PovertyEstimate estimate = survey_estimate_argument(fcinfo, 0);
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
	PovertyEstimate estimate = survey_estimate_argument(fcinfo, 0);
	double t = estimate.estimate / estimate.std_error;

	if (!isfinite(t) || !(estimate.df >= 1.0))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(student_two_sided(t, estimate.df));
}
