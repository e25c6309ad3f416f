/* SPDX-License-Identifier: PostgreSQL */
/*
 * survey_groups.c
 *		The linearised variables of generalised entropy within and between subgroups.
 *
 * Rows hold the subgroup's code, by which they are sorted, and the income x.
 * With μ the mean of all and ν that of the row's subgroup, r = x / μ, s = ν / μ,
 * the parts are those of Shorrocks, "The class of additively decomposable
 * inequality measures", Econometrica 48 (1980):
 *
 *		alpha	between θ		its u W
 *		0		E[-ln s]		-ln s - θ + r - r / s
 *		1		E[s ln s]		r ln s - θ r + 1 - s
 *		a		(B - 1) / d		((1 - a) (s^a - B) + a r (s^(a-1) - B)) / d
 *
 * where B = E[s^a], d = a² - a; and within the rest of the whole:
 *
 *		alpha	within			the whole's u W
 *		0		E[-ln(r / s)]	r - 1 - ln r - all
 *		1		E[r ln(r / s)]	r ln r - all - (r - 1)(1 + all)
 *		a		E[r^a - s^a] / d	(r^a - M - a M (r - 1)) / d, M = E[r^a]
 */
#include "survey.h"

#include <math.h>

/* What all rows of a subgroup share. */
typedef struct Subgroup
{
	double weight; /* Σ w */
	double s;      /* its mean over that of all */
} Subgroup;

/* x ln(y), 0 where x is: the limit where y is 0 with it */
static double
times_log(double x, double y)
{
	return x > 0.0 ? x * log(y) : 0.0;
}

/* E of this is the part between subgroups, but for the constants of alpha. */
static double
between_term(double alpha, double s)
{
	if (alpha == 0.0)
		return -log(s);
	return alpha == 1.0 ? times_log(s, s) : pow(s, alpha);
}

/* Likewise the part within. */
static double
within_term(double alpha, double r, double s)
{
	if (alpha == 0.0)
		return -log(r / s);
	return alpha == 1.0 ? times_log(r, r / s) : pow(r, alpha) - pow(s, alpha);
}

/* W times the linearised variable of the part between; mean is E[between_term]. */
static double
between_variable(double alpha, double mean, double r, double s)
{
	double divisor = alpha * alpha - alpha;

	if (alpha == 0.0)
		return -log(s) - mean + r - r / s;
	if (alpha == 1.0)
		return times_log(r, s) - mean * r + 1.0 - s;
	return ((1.0 - alpha) * (pow(s, alpha) - mean) +
			(r > 0.0 ? alpha * r * (pow(s, alpha - 1.0) - mean) : 0.0)) /
		divisor;
}

/* W times that of the whole; mean is E[-ln r], E[r ln r] or E[r^alpha]. */
static double
whole_variable(double alpha, double mean, double r)
{
	if (alpha == 0.0)
		return r - 1.0 - log(r) - mean;
	if (alpha == 1.0)
		return times_log(r, r) - mean - (r - 1.0) * (1.0 + mean);
	return (pow(r, alpha) - mean - alpha * mean * (r - 1.0)) / (alpha * alpha - alpha);
}

/* The subgroup of the rows from begin on, and where it ends. */
static Subgroup
next_subgroup(const SurveyRows *rows, size_t begin, double mean, size_t *end)
{
	const double *code = rows->value[0];
	Subgroup group;

	for (*end = begin + 1; *end < rows->n && code[*end] == code[begin];)
		++*end;
	group.weight = survey_exact_sum(rows->weight + begin, *end - begin);
	group.s = survey_exact_product(rows->weight + begin, rows->value[1] + begin, *end - begin) /
		group.weight / mean;
	return group;
}

SurveyOutcome
survey_linearize_groups(const SurveyRows *rows, double alpha, bool within, double *estimate,
						double *u)
{
	const double *x = rows->value[1];
	double *s = u + rows->n;
	double population = survey_exact_sum(rows->weight, rows->n);
	double mean = survey_exact_product(rows->weight, x, rows->n) / population;
	bool is_log = alpha == 0.0 || alpha == 1.0;
	double divisor = is_log ? 1.0 : alpha * alpha - alpha;
	double between;
	double inside;

	if (population <= 0.0 || !(mean > 0.0))
		return SURVEY_UNDEFINED;
	for (size_t i = 0, end; i < rows->n; i = end)
	{
		Subgroup group = next_subgroup(rows, i, mean, &end);

		/* with replicate weights a subgroup may have none left */
		if (group.weight <= 0.0 || group.s < 0.0)
			return SURVEY_UNDEFINED;
		/* all in one subgroup: nothing lies between, not even a rounding error */
		for (size_t k = i; k < end; k++)
		{
			survey_poll_at(rows, k);
			s[k] = end - i == rows->n ? 1.0 : group.s;
		}
	}
	for (size_t i = 0; survey_has_row(rows, i); i++)
		u[i] = between_term(alpha, s[i]);
	between = survey_exact_product(rows->weight, u, rows->n) / population;
	for (size_t i = 0; survey_has_row(rows, i); i++)
		u[i] = within_term(alpha, x[i] / mean, s[i]);
	inside = survey_exact_product(rows->weight, u, rows->n) / population;
	*estimate = within ? inside / divisor : is_log ? between : (between - 1.0) / divisor;
	for (size_t i = 0; survey_has_row(rows, i); i++)
	{
		double r = x[i] / mean;
		double of_between = between_variable(alpha, between, r, s[i]);

		u[i] = (within ? whole_variable(alpha, between + inside, r) - of_between : of_between) /
			population;
	}
	return SURVEY_DEFINED;
}
