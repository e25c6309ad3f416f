/* SPDX-License-Identifier: PostgreSQL */
/*
 * survey.c
 *		The linearised variables of ratios and of smooth functions of sums.
 *
 * W is the sum of the weights, E[.] a weighted mean, and u the derivative of the
 * estimate with respect to a row's weight.
 */
#include "survey.h"

#include <math.h>

bool
survey_index_is_sorted(SurveyIndex index)
{
	switch (index)
	{
		case SURVEY_FGT_AT_LINE:
		case SURVEY_QUANTILE:
		case SURVEY_LINE_OF_MEDIAN:
		case SURVEY_AT_RISK:
		case SURVEY_MEDIAN_GAP:
		case SURVEY_MEDIAN_GAP_AT_LINE:
		case SURVEY_SHARE_RATIO:
		case SURVEY_GINI:
		case SURVEY_BOTTOM_SHARE:
		case SURVEY_TOP_SHARE:
		case SURVEY_SEN:
		case SURVEY_SST:
		case SURVEY_ZENGA:
		case SURVEY_POOR_MEDIAN:
		case SURVEY_PALMA:
		case SURVEY_WOLFSON:
		case SURVEY_CONCENTRATION:
		case SURVEY_ENTROPY_WITHIN:
		case SURVEY_ENTROPY_BETWEEN:
			return true;
		default:
			return false;
	}
}

/* E[y]: u = (y - E[y]) / W */
static SurveyOutcome
linearize_mean(const SurveyRows *rows, bool estimate_only, double *estimate, double *u)
{
	const double *y = rows->value[0];
	double population = survey_exact_sum(rows->weight, rows->n);

	if (population <= 0.0)
		return SURVEY_UNDEFINED;
	*estimate = survey_exact_product(rows->weight, y, rows->n) / population;
	for (size_t i = 0; !estimate_only && survey_has_row(rows, i); i++)
		u[i] = (y[i] - *estimate) / population;
	return SURVEY_DEFINED;
}

/* Σ w y: u = y */
static SurveyOutcome
linearize_total(const SurveyRows *rows, bool estimate_only, double *estimate, double *u)
{
	const double *y = rows->value[0];

	*estimate = survey_exact_product(rows->weight, y, rows->n);
	for (size_t i = 0; !estimate_only && survey_has_row(rows, i); i++)
		u[i] = y[i];
	return SURVEY_DEFINED;
}

/* Σ w y / Σ w d: u = (y - θ d) / Σ w d */
static SurveyOutcome
linearize_ratio(const SurveyRows *rows, bool estimate_only, double *estimate, double *u)
{
	const double *y = rows->value[0];
	const double *d = rows->value[1];
	double denominator = survey_exact_product(rows->weight, d, rows->n);

	if (denominator <= 0.0)
		return SURVEY_UNDEFINED;
	*estimate = survey_exact_product(rows->weight, y, rows->n) / denominator;
	for (size_t i = 0; !estimate_only && survey_has_row(rows, i); i++)
		u[i] = (y[i] - *estimate * d[i]) / denominator;
	return SURVEY_DEFINED;
}

/* ln(z / x) for z >= x, without overflow of the quotient */
static double
log_ratio(double z, double x)
{
	double ratio = z / x;

	return isinf(ratio) ? log(z) - log(x) : log(ratio);
}

/*
 * The Watts index at a line that is an estimate: besides E[ln(z / x) 1(x < z)]
 * its slope E[1(x < z)] / z.
 */
static SurveyOutcome
linearize_watts_at_line(const SurveyRows *rows, const SurveyParameters *parameters,
						SurveyEstimate *result, double *u)
{
	const double *x = rows->value[0];
	double z = parameters->line;
	bool inclusive = parameters->convention == CONVENTION_CONVEY;
	double population = survey_exact_sum(rows->weight, rows->n);
	double poor = 0.0;
	double sum = 0.0;

	if (population <= 0.0)
		return SURVEY_UNDEFINED;
	for (size_t i = 0; survey_has_row(rows, i); i++)
		u[i] = x[i] < z || (inclusive && x[i] == z) ? 1.0 : 0.0;
	poor = survey_exact_product(rows->weight, u, rows->n);
	for (size_t i = 0; survey_has_row(rows, i); i++)
		u[i] = u[i] > 0.0 ? log_ratio(z, x[i]) : 0.0;
	sum = survey_exact_product(rows->weight, u, rows->n);
	result->estimate = sum / population;
	result->slope = poor / population / z;
	for (size_t i = 0; !parameters->estimate_only && survey_has_row(rows, i); i++)
		u[i] = (u[i] - result->estimate) / population;
	return SURVEY_DEFINED;
}

/* E[x] > 0 for what divides by it; r[i] becomes x / E[x] */
static bool
relative_to_mean(const SurveyRows *rows, double *r, double *population)
{
	const double *x = rows->value[0];
	double mean;

	*population = survey_exact_sum(rows->weight, rows->n);
	if (*population <= 0.0)
		return false;
	mean = survey_exact_product(rows->weight, x, rows->n) / *population;
	if (mean <= 0.0)
		return false;
	for (size_t i = 0; survey_has_row(rows, i); i++)
		r[i] = x[i] / mean;
	return true;
}

/*
 * Generalised entropy.  With r = x / E[x]:
 * 0: E[-ln r];                u W = r - 1 - ln r - θ
 * 1: E[r ln r];               u W = r ln r - θ - (r - 1)(1 + θ)
 * a: (E[r^a] - 1) / (a² - a); u W = (r^a - M - a M (r - 1)) / (a² - a), M = E[r^a]
 * r and term are scratch, of one double a row.
 */
static SurveyOutcome
linearize_entropy(const SurveyRows *rows, double a, double *estimate, double *r, double *term)
{
	double population;
	double mean;

	if (!relative_to_mean(rows, r, &population))
		return SURVEY_UNDEFINED;
	for (size_t i = 0; survey_has_row(rows, i); i++)
		term[i] = a == 0.0 ? -log(r[i]) :
			a != 1.0       ? pow(r[i], a) :
			r[i] > 0.0     ? r[i] * log(r[i]) :
							 0.0;
	mean = survey_exact_product(rows->weight, term, rows->n) / population;
	*estimate = a == 0.0 || a == 1.0 ? mean : (mean - 1.0) / (a * a - a);
	for (size_t i = 0; survey_has_row(rows, i); i++)
	{
		if (a == 0.0)
			r[i] = r[i] - 1.0 + term[i] - mean;
		else if (a == 1.0)
			r[i] = term[i] - mean - (r[i] - 1.0) * (1.0 + mean);
		else
			r[i] = (term[i] - mean - a * mean * (r[i] - 1.0)) / (a * a - a);
		r[i] /= population;
	}
	return SURVEY_DEFINED;
}

/*
 * Atkinson.  With r = x / E[x]:
 * 1: 1 - exp E[ln r];               u W = -(1 - θ)(ln r - E[ln r] - (r - 1))
 * e: 1 - M^(1/b), M = E[r^b], b = 1 - e; u W = -M^(1/b) ((r^b - M) / (b M) - (r - 1))
 */
static SurveyOutcome
linearize_atkinson(const SurveyRows *rows, double epsilon, double *estimate, double *r,
				   double *term)
{
	double b = 1.0 - epsilon;
	double population;
	double mean;
	double level;

	if (!relative_to_mean(rows, r, &population))
		return SURVEY_UNDEFINED;
	for (size_t i = 0; survey_has_row(rows, i); i++)
		term[i] = epsilon == 1.0 ? log(r[i]) : pow(r[i], b);
	mean = survey_exact_product(rows->weight, term, rows->n) / population;
	level = epsilon == 1.0 ? exp(mean) : pow(mean, 1.0 / b);
	*estimate = 1.0 - level;
	for (size_t i = 0; survey_has_row(rows, i); i++)
	{
		double change = epsilon == 1.0 ? term[i] - mean : (term[i] - mean) / (b * mean);

		r[i] = -level * (change - (r[i] - 1.0)) / population;
	}
	return SURVEY_DEFINED;
}

SurveyOutcome
survey_linearize(SurveyIndex index, const SurveyRows *rows, const SurveyParameters *parameters,
				 SurveyEstimate *result, double *u)
{
	bool only = parameters->estimate_only;

	result->estimate = 0.0;
	result->slope = 0.0;
	if (rows->n == 0)
		return SURVEY_UNDEFINED;
	switch (index)
	{
		case SURVEY_MEAN:
		case SURVEY_POVERTY_RATE:
		case SURVEY_HEADCOUNT:
		case SURVEY_GAP:
		case SURVEY_SEVERITY:
		case SURVEY_FGT:
		case SURVEY_WATTS:
		case SURVEY_MPI:
		case SURVEY_MPI_HEADCOUNT:
		case SURVEY_MPI_CENSORED:
		case SURVEY_MPI_UNCENSORED:
		case SURVEY_PROSPERITY_GAP:
			return linearize_mean(rows, only, &result->estimate, u);
		case SURVEY_TOTAL:
		case SURVEY_TOTAL_SHORTFALL:
		case SURVEY_POOR_POPULATION:
		case SURVEY_POPULATION:
			return linearize_total(rows, only, &result->estimate, u);
		case SURVEY_RATIO:
		case SURVEY_INCOME_GAP:
		case SURVEY_SHORTFALL:
		case SURVEY_MPI_INTENSITY:
		case SURVEY_MPI_CONTRIBUTION:
		case SURVEY_COVERAGE:
			return linearize_ratio(rows, only, &result->estimate, u);
		case SURVEY_LINE_OF_MEAN:
		{
			SurveyOutcome outcome = linearize_mean(rows, only, &result->estimate, u);

			result->estimate *= parameters->value;
			for (size_t i = 0; !only && outcome == SURVEY_DEFINED && survey_has_row(rows, i); i++)
				u[i] *= parameters->value;
			return outcome;
		}
		case SURVEY_WATTS_AT_LINE:
			return linearize_watts_at_line(rows, parameters, result, u);
		case SURVEY_HOOVER:
			return survey_linearize_hoover(rows, &result->estimate, u);
		case SURVEY_ENTROPY:
			return linearize_entropy(rows, parameters->value, &result->estimate, u, u + rows->n);
		case SURVEY_ATKINSON:
			return linearize_atkinson(rows, parameters->value, &result->estimate, u, u + rows->n);
		default:
			return survey_linearize_sorted(index, rows, parameters, result, u);
	}
}
