/* SPDX-License-Identifier: PostgreSQL */
/*
 * survey_rank.c
 *		The linearised variables of quantiles, relative lines, and shares.
 *
 * Rows are sorted by value, then by weight, and sums run in that order: the same
 * rows then give the same bits.  C is the running sum of the weights.
 */
#include "survey.h"

#include <math.h>

/* Σ w */
static double
population_of(const SurveyRows *rows)
{
	return survey_exact_sum(rows->weight, rows->n);
}

/* The row at which C / W first reaches p, or with strictly exceeds it; the last if none does. */
static size_t
row_at(const SurveyRows *rows, double p, double population, bool exceeds, bool *ties)
{
	SurveySum running = { 0.0, 0.0 };

	*ties = false;
	for (size_t i = 0; survey_has_row(rows, i); i++)
	{
		double reached;

		survey_add_to(&running, rows->weight[i]);
		reached = survey_sum(running) / population;
		if (reached > p || (!exceeds && reached >= p))
			return i;
		if (reached == p)
			*ties = true;
	}
	*ties = false;
	return rows->n - 1;
}

/*
 * The smallest x with C / W > p, or, where C / W equals p, the mean of that x and
 * the next; by convey's convention the smallest x with C / W >= p.
 */
double
survey_quantile(const SurveyRows *rows, double p, int convention)
{
	const double *x = rows->value[0];
	double population = population_of(rows);
	bool ties;
	size_t upper;
	size_t lower;

	if (convention == CONVENTION_CONVEY)
		return x[row_at(rows, p, population, false, &ties)];
	if (p <= 0.0)
		return x[0];
	if (p >= 1.0)
		return x[rows->n - 1];
	upper = row_at(rows, p, population, true, &ties);
	if (!ties)
		return x[upper];
	lower = row_at(rows, p, population, false, &ties);
	return x[lower] + 0.5 * (x[upper] - x[lower]);
}

/* The standard deviation of the values, with divisor W. */
static double
standard_deviation(const SurveyRows *rows, double population)
{
	const double *x = rows->value[0];
	double mean = survey_exact_product(rows->weight, x, rows->n) / population;
	double squares = 0.0;

	for (size_t i = 0; survey_has_row(rows, i); i++)
		squares += rows->weight[i] * ((x[i] - mean) * (x[i] - mean));
	return sqrt(squares / population);
}

/*
 * The bandwidth: 0.9 min(sd, IQR / 1.349) n_eff^(-1/5) with n_eff = W² / Σ w²
 * (Silverman, "Density Estimation", 1986, 3.31), which does not change with the
 * scale of the weights; convey's is sd / W^(1/5).
 */
static double
bandwidth(const SurveyRows *rows, double population, int convention)
{
	double spread = standard_deviation(rows, population);
	double quartiles;

	if (convention == CONVENTION_CONVEY)
		return spread / exp(0.2 * log(population));
	quartiles = (survey_quantile(rows, 0.75, convention) -
				 survey_quantile(rows, 0.25, convention)) /
		1.349;
	if (quartiles > 0.0 && quartiles < spread)
		spread = quartiles;
	return 0.9 * spread *
		pow(population * population / survey_exact_product(rows->weight, rows->weight, rows->n),
			-0.2);
}

/* Σ w K((at - x) / h) / h, of values or (times_x) of amounts, with K Gaussian; 0 where h is 0. */
static double
kernel_sum(const SurveyRows *rows, double at, double h, bool times_x)
{
	const double *x = rows->value[0];
	double sum = 0.0;

	if (!(h > 0.0))
		return 0.0;
	for (size_t i = 0; survey_has_row(rows, i); i++)
	{
		double distance = (at - x[i]) / h;

		sum += rows->weight[i] * (times_x ? x[i] : 1.0) * exp(-0.5 * (distance * distance));
	}
	return sum / h / 2.50662827463100050242; /* sqrt(2 pi) */
}

/* The density of the values at a point. */
double
survey_density(const SurveyRows *rows, double at, int convention)
{
	double population = population_of(rows);

	return kernel_sum(rows, at, bandwidth(rows, population, convention), false) / population;
}

/* A quantile: u = -(1(x <= q) - p) / (W f(q)); false where the density is 0. */
bool
survey_quantile_variable(const SurveyRows *rows, double p, double q, double factor, int convention,
						 double *u)
{
	double scale = population_of(rows) * survey_density(rows, q, convention);

	if (!(scale > 0.0))
		return false;
	for (size_t i = 0; survey_has_row(rows, i); i++)
		u[i] = factor * (p - (rows->value[0][i] <= q ? 1.0 : 0.0)) / scale;
	return true;
}

static SurveyOutcome
linearize_quantile(const SurveyRows *rows, double p, double factor, int convention, bool only,
				   double *estimate, double *u)
{
	double q = survey_quantile(rows, p, convention);

	*estimate = factor * q;
	if (only)
		return SURVEY_DEFINED;
	return p > 0.0 && p < 1.0 && survey_quantile_variable(rows, p, q, factor, convention, u) ?
		SURVEY_DEFINED :
		SURVEY_NO_VARIANCE;
}

/* How many of the sorted rows are poor: x < z, by convey's convention x <= z. */
static size_t
count_poor(const SurveyRows *rows, double z, int convention)
{
	const double *x = rows->value[0];
	size_t poor = 0;

	while (poor < rows->n && (x[poor] < z || (convention == CONVENTION_CONVEY && x[poor] <= z)))
		poor++;
	return poor;
}

/* The share below share · median: u = (1(poor) - θ) / W + f(z) u_z, u_z that of the line */
static SurveyOutcome
linearize_at_risk(const SurveyRows *rows, double share, int convention, bool only, double *estimate,
				  double *u)
{
	double population = population_of(rows);
	double median = survey_quantile(rows, 0.5, convention);
	double z = share * median;
	size_t poor = count_poor(rows, z, convention);
	double density;

	*estimate = survey_exact_sum(rows->weight, poor) / population;
	if (only)
		return SURVEY_DEFINED;
	if (!survey_quantile_variable(rows, 0.5, median, share, convention, u))
		return SURVEY_NO_VARIANCE;
	density = survey_density(rows, z, convention);
	for (size_t i = 0; survey_has_row(rows, i); i++)
		u[i] = ((i < poor ? 1.0 : 0.0) - *estimate) / population + density * u[i];
	return SURVEY_DEFINED;
}

/*
 * (z - m) / z with m the median of the poor, which is where F(m) = F(z) / 2:
 * u_m = ((1(poor) - F(z)) / 2 - (1(x <= m) - F(z) / 2)) / (W f(m)), and the slope
 * is m / z² - f(z) / (2 f(m) z).
 */
static SurveyOutcome
linearize_median_gap_at_line(const SurveyRows *rows, double z, int convention, bool only,
							 SurveyEstimate *result, double *u)
{
	double population = population_of(rows);
	SurveyRows poor = *rows;
	double rate;
	double m;
	double density;

	poor.n = count_poor(rows, z, convention);
	if (poor.n == 0 || z <= 0.0)
		return SURVEY_UNDEFINED;
	m = survey_quantile(&poor, 0.5, convention);
	result->estimate = (z - m) / z;
	if (only)
		return SURVEY_DEFINED;
	density = survey_density(rows, m, convention);
	if (!(density > 0.0))
		return SURVEY_NO_VARIANCE;
	rate = survey_exact_sum(rows->weight, poor.n) / population;
	for (size_t i = 0; survey_has_row(rows, i); i++)
	{
		double of_rate = 0.5 * ((i < poor.n ? 1.0 : 0.0) - rate);
		double below = (rows->value[0][i] <= m ? 1.0 : 0.0) - 0.5 * rate;

		u[i] = -(of_rate - below) / (population * density * z);
	}
	result->slope = m / (z * z) - 0.5 * survey_density(rows, z, convention) / (density * z);
	return SURVEY_DEFINED;
}

/* The same at z = share · median, with the line's own variable times the slope. */
static SurveyOutcome
linearize_median_gap(const SurveyRows *rows, double share, int convention, bool only,
					 SurveyEstimate *result, double *u)
{
	double median = survey_quantile(rows, 0.5, convention);
	double *line = u + rows->n;
	SurveyOutcome outcome = linearize_median_gap_at_line(rows, share * median, convention, only,
														 result, u);

	if (only || outcome != SURVEY_DEFINED)
		return outcome;
	if (!survey_quantile_variable(rows, 0.5, median, share, convention, line))
		return SURVEY_NO_VARIANCE;
	for (size_t i = 0; survey_has_row(rows, i); i++)
		u[i] += result->slope * line[i];
	return SURVEY_DEFINED;
}

/*
 * The median m of those who are poor by z = share · median, in the unit of
 * income.  F(m) = F(z) / 2, so f(m) u_m = u_F(z) / 2 - (1(x <= m) - F(z) / 2) / W,
 * u_F(z) = (1(poor) - F(z)) / W + f(z) u_z.
 */
static SurveyOutcome
linearize_poor_median(const SurveyRows *rows, double share, int convention, bool only,
					  double *estimate, double *u)
{
	double population = population_of(rows);
	double median = survey_quantile(rows, 0.5, convention);
	double z = share * median;
	SurveyRows poor = *rows;
	double density;
	double density_at_line;
	double rate;

	poor.n = count_poor(rows, z, convention);
	if (poor.n == 0)
		return SURVEY_UNDEFINED;
	*estimate = survey_quantile(&poor, 0.5, convention);
	if (only)
		return SURVEY_DEFINED;
	density = survey_density(rows, *estimate, convention);
	if (!(density > 0.0) || !survey_quantile_variable(rows, 0.5, median, share, convention, u))
		return SURVEY_NO_VARIANCE;
	density_at_line = survey_density(rows, z, convention);
	rate = survey_exact_sum(rows->weight, poor.n) / population;
	for (size_t i = 0; survey_has_row(rows, i); i++)
	{
		double of_rate = ((i < poor.n ? 1.0 : 0.0) - rate) / population + density_at_line * u[i];
		double below = ((rows->value[0][i] <= *estimate ? 1.0 : 0.0) - 0.5 * rate) / population;

		u[i] = (0.5 * of_rate - below) / density;
	}
	return SURVEY_DEFINED;
}

/*
 * The income below the quantile q of p, Σ w x 1(x <= q): with the density f of
 * the population and that of incomes at q, the derivative with respect to q is
 * W q f(q), so that u = x 1(x <= q) - q (1(x <= q) - p), with no density left
 * (Langel & Tillé, 2011).  convey estimates both densities.
 */
static bool
add_partial_sum(const SurveyRows *rows, double p, double q, int convention, double factor,
				double *u)
{
	double ratio = q;

	if (convention == CONVENTION_CONVEY)
	{
		double h = bandwidth(rows, population_of(rows), convention);
		double people = kernel_sum(rows, q, h, false);

		if (!(people > 0.0))
			return false;
		ratio = kernel_sum(rows, q, h, true) / people;
	}
	for (size_t i = 0; survey_has_row(rows, i); i++)
	{
		double x = rows->value[0][i];
		double below = x <= q ? 1.0 : 0.0;

		u[i] += factor * (x * below - ratio * (below - p));
	}
	return true;
}

/* Σ w x 1(x > q') / Σ w x 1(x <= q), the quantiles of 1 - p and p */
static SurveyOutcome
linearize_share_ratio(const SurveyRows *rows, double p, int convention, bool only, double *estimate,
					  double *u)
{
	const double *x = rows->value[0];
	double low = survey_quantile(rows, p, convention);
	double high = survey_quantile(rows, 1.0 - p, convention);
	size_t end = 0;
	size_t begin;
	double bottom;

	while (end < rows->n && x[end] <= low)
		end++;
	for (begin = end; begin < rows->n && x[begin] <= high;)
		begin++;
	bottom = survey_exact_product(rows->weight, x, end);
	if (bottom <= 0.0)
		return SURVEY_UNDEFINED;
	*estimate = survey_exact_product(rows->weight + begin, x + begin, rows->n - begin) / bottom;
	if (only)
		return SURVEY_DEFINED;
	for (size_t i = 0; survey_has_row(rows, i); i++)
		u[i] = x[i];
	if (!add_partial_sum(rows, 1.0 - p, high, convention, -1.0, u) ||
		!add_partial_sum(rows, p, low, convention, -*estimate, u))
		return SURVEY_NO_VARIANCE;
	for (size_t i = 0; survey_has_row(rows, i); i++)
		u[i] /= bottom;
	return SURVEY_DEFINED;
}

/*
 * The Lorenz curve at p, linear between rows: with q the income there,
 * u = ((x - q) 1(x <= q) + p q - x L(p)) / Σ w x (Kovačević & Binder, 1997).
 * convey interpolates q too.
 */
SurveyOutcome
survey_linearize_bottom_share(const SurveyRows *rows, double p, int convention, bool only,
							  double *estimate, double *u)
{
	const double *x = rows->value[0];
	double total = survey_exact_product(rows->weight, x, rows->n);
	double wanted = p * population_of(rows);
	SurveySum below = { 0.0, 0.0 };
	SurveySum amount = { 0.0, 0.0 };
	double rest;
	double q;
	size_t k = 0;

	if (total <= 0.0)
		return SURVEY_UNDEFINED;
	while (k + 1 < rows->n && survey_sum(below) + rows->weight[k] < wanted)
	{
		survey_add_to(&below, rows->weight[k]);
		survey_add_to(&amount, rows->weight[k] * x[k]);
		k++;
	}
	q = x[k];
	rest = (wanted - below.sum) - below.rest;
	*estimate = p >= 1.0 ? 1.0 : (survey_sum(amount) + rest * q) / total;
	if (convention == CONVENTION_CONVEY && k > 0)
		q = x[k - 1] + (x[k] - x[k - 1]) * (rest / rows->weight[k]);
	for (size_t i = 0; !only && survey_has_row(rows, i); i++)
		u[i] = p <= 0.0 || p >= 1.0 ?
			0.0 :
			((x[i] <= q ? x[i] - q : 0.0) + p * q - x[i] * *estimate) / total;
	return SURVEY_DEFINED;
}

/* 1 - L(1 - p) */
static SurveyOutcome
linearize_top_share(const SurveyRows *rows, double p, int convention, bool only, double *estimate,
					double *u)
{
	SurveyOutcome outcome = survey_linearize_bottom_share(rows, 1.0 - p, convention, only, estimate,
														  u);

	*estimate = 1.0 - *estimate;
	for (size_t i = 0; !only && survey_has_row(rows, i); i++)
		u[i] = -u[i];
	return outcome;
}

/*
 * FGT at a line z that is an estimate: besides E[((z - x) / z)^alpha 1(x < z)]
 * its slope, E[alpha ((z - x) / z)^(alpha - 1) x / z² 1(x < z)], which for
 * alpha 0 is the density at z.
 */
static SurveyOutcome
linearize_fgt_at_line(const SurveyRows *rows, const SurveyParameters *parameters,
					  SurveyEstimate *result, double *u)
{
	const double *x = rows->value[0];
	double z = parameters->line;
	double alpha = parameters->value;
	size_t poor = count_poor(rows, z, parameters->convention);
	double population = population_of(rows);

	for (size_t i = 0; i < poor; i++)
	{
		double gap = (z - x[i]) / z;

		u[i] = alpha == 0.0 ? 1.0 : alpha == 1.0 ? gap : alpha == 2.0 ? gap * gap : pow(gap, alpha);
	}
	result->estimate = survey_exact_product(rows->weight, u, poor) / population;
	if (parameters->estimate_only)
		return SURVEY_DEFINED;
	if (alpha == 0.0)
		result->slope = survey_density(rows, z, parameters->convention);
	else
	{
		double slope = 0.0;

		for (size_t i = 0; i < poor && x[i] < z; i++)
			slope += rows->weight[i] * alpha * pow((z - x[i]) / z, alpha - 1.0) * (x[i] / z / z);
		result->slope = slope / population;
	}
	for (size_t i = 0; survey_has_row(rows, i); i++)
		u[i] = ((i < poor ? u[i] : 0.0) - result->estimate) / population;
	return SURVEY_DEFINED;
}

/* The indices of rows that are sorted. */
SurveyOutcome
survey_linearize_sorted(SurveyIndex index, const SurveyRows *rows,
						const SurveyParameters *parameters, SurveyEstimate *result, double *u)
{
	double value = parameters->value;
	int convention = parameters->convention;
	bool only = parameters->estimate_only;
	double *estimate = &result->estimate;

	switch (index)
	{
		case SURVEY_QUANTILE:
			return linearize_quantile(rows, value, 1.0, convention, only, estimate, u);
		case SURVEY_LINE_OF_MEDIAN:
			return linearize_quantile(rows, 0.5, value, convention, only, estimate, u);
		case SURVEY_AT_RISK:
			return linearize_at_risk(rows, value, convention, only, estimate, u);
		case SURVEY_MEDIAN_GAP:
			return linearize_median_gap(rows, value, convention, only, result, u);
		case SURVEY_MEDIAN_GAP_AT_LINE:
			return linearize_median_gap_at_line(rows, parameters->line, convention, only, result,
												u);
		case SURVEY_SHARE_RATIO:
			return linearize_share_ratio(rows, value, convention, only, estimate, u);
		case SURVEY_BOTTOM_SHARE:
			return survey_linearize_bottom_share(rows, value, convention, only, estimate, u);
		case SURVEY_TOP_SHARE:
			return linearize_top_share(rows, value, convention, only, estimate, u);
		case SURVEY_POOR_MEDIAN:
			return linearize_poor_median(rows, value, convention, only, estimate, u);
		case SURVEY_PALMA:
			return survey_linearize_palma(rows, convention, only, estimate, u);
		case SURVEY_WOLFSON:
			return survey_linearize_wolfson(rows, convention, only, estimate, u);
		case SURVEY_CONCENTRATION:
			return survey_linearize_concentration(rows, estimate, u);
		case SURVEY_ENTROPY_WITHIN:
		case SURVEY_ENTROPY_BETWEEN:
			return survey_linearize_groups(rows, value, index == SURVEY_ENTROPY_WITHIN, estimate,
										   u);
		case SURVEY_FGT_AT_LINE:
			return linearize_fgt_at_line(rows, parameters, result, u);
		case SURVEY_GINI:
			return survey_linearize_gini(rows, convention, estimate, u);
		case SURVEY_SEN:
			return survey_linearize_sen(rows, convention, estimate, u);
		case SURVEY_SST:
			return survey_linearize_sst(rows, convention, estimate, u);
		case SURVEY_ZENGA:
			return survey_linearize_zenga(rows, convention, estimate, u);
		default:
			return SURVEY_UNDEFINED;
	}
}
