/* SPDX-License-Identifier: PostgreSQL */
/*
 * survey_lorenz.c
 *		The linearised variables of Palma, Hoover, Wolfson and concentration.
 *
 * T is Σ w x, L the Lorenz curve; the rest as in survey.c.
 */
#include "survey.h"

#include <math.h>

/* (1 - L(.9)) / L(.4): u = -(u_.9 + θ u_.4) / L(.4) */
SurveyOutcome
survey_linearize_palma(const SurveyRows *rows, int convention, bool only, double *estimate,
					   double *u)
{
	double *of_bottom = u + rows->n;
	double bottom;
	double below;

	if (survey_linearize_bottom_share(rows, 0.4, convention, only, &bottom, of_bottom) !=
			SURVEY_DEFINED ||
		bottom <= 0.0)
		return SURVEY_UNDEFINED;
	/* defined where the other is */
	(void) survey_linearize_bottom_share(rows, 0.9, convention, only, &below, u);
	*estimate = (1.0 - below) / bottom;
	for (size_t i = 0; !only && survey_has_row(rows, i); i++)
		u[i] = -(u[i] + *estimate * of_bottom[i]) / bottom;
	return SURVEY_DEFINED;
}

/*
 * Σ w |x - μ| / (2 W μ) = F - S / T, F and S the share of the weight and the
 * income of those below the mean.  A small change of μ moves F and S / T alike:
 * u = (1(x < μ) - F) / W - x (1(x < μ) - S / T) / T.
 */
SurveyOutcome
survey_linearize_hoover(const SurveyRows *rows, double *estimate, double *u)
{
	const double *x = rows->value[0];
	double population = survey_exact_sum(rows->weight, rows->n);
	double total = survey_exact_product(rows->weight, x, rows->n);
	double mean = total / population;
	double people;
	double income;

	if (population <= 0.0 || total <= 0.0)
		return SURVEY_UNDEFINED;
	for (size_t i = 0; survey_has_row(rows, i); i++)
		u[i] = x[i] < mean ? 1.0 : 0.0;
	people = survey_exact_product(rows->weight, u, rows->n) / population;
	for (size_t i = 0; survey_has_row(rows, i); i++)
		u[i] = x[i] < mean ? x[i] : 0.0;
	income = survey_exact_product(rows->weight, u, rows->n) / total;
	*estimate = people - income;
	for (size_t i = 0; survey_has_row(rows, i); i++)
	{
		double below = x[i] < mean ? 1.0 : 0.0;

		u[i] = (below - people) / population - x[i] * (below - income) / total;
	}
	/* next to no inequality: what is less is the rounding of the mean */
	if (*estimate < 0.0 && *estimate > -1e-15)
		*estimate = 0.0;
	return SURVEY_DEFINED;
}

/*
 * 2 (1 - 2 L(.5) - G) μ / m, G the Gini coefficient and m the median:
 * u = -2 (2 u_L + u_G) μ / m + θ (u_μ / μ - u_m / m).
 */
SurveyOutcome
survey_linearize_wolfson(const SurveyRows *rows, int convention, bool only, double *estimate,
						 double *u)
{
	const double *x = rows->value[0];
	double population = survey_exact_sum(rows->weight, rows->n);
	double mean = survey_exact_product(rows->weight, x, rows->n) / population;
	double median = survey_quantile(rows, 0.5, convention);
	double *other = u + rows->n;
	double gini;
	double share;

	if (median <= 0.0 || survey_linearize_gini(rows, convention, &gini, u) != SURVEY_DEFINED)
		return SURVEY_UNDEFINED;
	/* defined where the Gini coefficient is */
	(void) survey_linearize_bottom_share(rows, 0.5, convention, only, &share, other);
	*estimate = 2.0 * (2.0 * (0.5 - share) - gini) * (mean / median);
	if (only)
		return SURVEY_DEFINED;
	for (size_t i = 0; survey_has_row(rows, i); i++)
		u[i] = -2.0 * (2.0 * other[i] + u[i]) * (mean / median) +
			*estimate * ((x[i] - mean) / (population * mean));
	if (!survey_quantile_variable(rows, 0.5, median, 1.0, convention, other))
		return SURVEY_NO_VARIANCE;
	for (size_t i = 0; survey_has_row(rows, i); i++)
		u[i] -= *estimate * (other[i] / median);
	return SURVEY_DEFINED;
}

/*
 * Rows hold the variable r that ranks, by which they are sorted, and y.  Over
 * the runs of equal r, from C' to C, with Y a run's Σ w y:
 * θ = Σ Y (C + C' - W) / (W T), T = Σ w y.  The numerator's derivative is
 * D = y (C + C' - W) + Y + 2 (Σ of w y above) - T; u = (D - θ (T + W y)) / (W T).
 */
SurveyOutcome
survey_linearize_concentration(const SurveyRows *rows, double *estimate, double *u)
{
	const double *rank = rows->value[0];
	const double *y = rows->value[1];
	const double *weight = rows->weight;
	double population = survey_exact_sum(weight, rows->n);
	double total = survey_exact_product(weight, y, rows->n);
	SurveySum numerator = { 0.0, 0.0 };
	SurveySum running = { 0.0, 0.0 };
	SurveySum amount = { 0.0, 0.0 };

	if (population <= 0.0 || total <= 0.0)
		return SURVEY_UNDEFINED;
	for (size_t i = 0, end; i < rows->n; i = end)
	{
		double before = survey_sum(running);
		double own;
		double from_middle;
		double above;

		for (end = i + 1; end < rows->n && rank[end] == rank[i];)
			end++;
		survey_add_to(&running, survey_exact_sum(weight + i, end - i));
		own = end == i + 1 ? weight[i] * y[i] : survey_exact_product(weight + i, y + i, end - i);
		survey_add_to(&amount, own);
		from_middle = survey_sum(running) + before - population;
		above = (total - amount.sum) - amount.rest;
		survey_add_to(&numerator, own * from_middle);
		for (size_t k = i; k < end; k++)
		{
			survey_poll_at(rows, k);
			u[k] = y[k] * from_middle + own + 2.0 * above - total;
		}
	}
	*estimate = survey_sum(numerator) / (population * total);
	for (size_t i = 0; survey_has_row(rows, i); i++)
		u[i] = (u[i] - *estimate * (total + population * y[i])) / (population * total);
	return SURVEY_DEFINED;
}
