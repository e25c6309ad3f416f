/* SPDX-License-Identifier: PostgreSQL */
/*
 * survey_variance.c
 *		The variance of a total, under a design of strata and PSUs or by replicates.
 *
 * Totals of PSUs and sums over them are exact sums, rounded once, so that they
 * do not depend on the order of rows or of PSUs.
 */
#include "survey.h"

#include "exact_sum.h"

#include <math.h>
#include <string.h>

/* One sum with as many limbs as any can need: it never has to grow. */
typedef union WholeSum
{
	ExactSums sums;
	char bytes[offsetof(ExactSums, limb) + EXACT_LIMBS_MAX * sizeof(int64_t)];
} WholeSum;

static void
whole_sum_init(WholeSum *whole)
{
	exact_sums_init(&whole->sums, 0, 1);
	whole->sums.nlimbs = EXACT_LIMBS_MAX;
	memset(whole->sums.limb, 0, EXACT_LIMBS_MAX * sizeof(int64_t));
}

/* What is not finite cannot be summed exactly; it makes the result not finite. */
static inline void
whole_sum_add(WholeSum *whole, double value, double *not_finite)
{
	if (isfinite(value))
		(void) exact_sums_add(&whole->sums, 0, value);
	else
		*not_finite += value;
}

static double
whole_sum_value(const WholeSum *whole, double not_finite)
{
	return not_finite == 0.0 ? exact_sums_value(&whole->sums, 0) : not_finite;
}

double
survey_exact_sum(const double *value, size_t n)
{
	WholeSum sum;
	double not_finite = 0.0;

	/* one and two numbers have an exact sum without ado */
	if (n <= 2)
		return n == 0 ? 0.0 : n == 1 ? value[0] : value[0] + value[1];
	whole_sum_init(&sum);
	for (size_t i = 0; i < n; i++)
		whole_sum_add(&sum, value[i], &not_finite);
	return whole_sum_value(&sum, not_finite);
}

/* Σ a_i b_i, each product rounded */
double
survey_exact_product(const double *a, const double *b, size_t n)
{
	WholeSum sum;
	double not_finite = 0.0;

	whole_sum_init(&sum);
	for (size_t i = 0; i < n; i++)
		whole_sum_add(&sum, a[i] * b[i], &not_finite);
	return whole_sum_value(&sum, not_finite);
}

/*
 * total[p] = Σ w u over the rows of PSU p.  Scratch: first has psus + 1 items,
 * term one for each row.
 */
void
survey_psu_totals(const SurveyRows *rows, const double *u, uint32_t psus, uint32_t *first,
				  double *term, double *total)
{
	memset(first, 0, ((size_t) psus + 1) * sizeof(uint32_t));
	for (size_t i = 0; survey_has_row(rows, i); i++)
		first[rows->psu[i] + 1]++;
	for (uint32_t p = 0; p < psus; p++)
		first[p + 1] += first[p];
	for (size_t i = 0; survey_has_row(rows, i); i++)
		term[first[rows->psu[i]]++] = rows->weight[i] * u[i];
	/* first[p] is now where PSU p ends */
	for (uint32_t p = 0, begin = 0; p < psus; begin = first[p++])
		total[p] = survey_exact_sum(term + begin, first[p] - begin);
}

/*
 * A stratum's part of the variance, (1 - f) n / (n - 1) Σ (t - mean)², over its
 * n PSUs, of which those that are absent have a total of 0.  The scaled
 * deviations whose squares these are go to deviation, if it is not NULL.
 */
static double
stratum_variance(const SurveyStratum *stratum, const double *total, double *deviation)
{
	double n = stratum->psus;
	double mean = survey_exact_sum(total, stratum->present) / n;
	double scale = sqrt((1.0 - stratum->fraction) * (n / (n - 1.0)));
	double not_finite = 0.0;
	WholeSum sum;

	whole_sum_init(&sum);
	for (uint32_t i = 0; i < stratum->present; i++)
	{
		double d = scale * (total[i] - mean);

		whole_sum_add(&sum, d * d, &not_finite);
		if (deviation != NULL)
			deviation[i] = d;
	}
	whole_sum_add(&sum, (n - stratum->present) * (scale * mean) * (scale * mean), &not_finite);
	return whole_sum_value(&sum, not_finite);
}

/* Whether anything of a stratum can vary, and cannot be seen in one PSU. */
static bool
is_lonely(const SurveyStratum *stratum)
{
	return stratum->psus == 1 && stratum->present == 1 && stratum->fraction < 1.0;
}

/*
 * The variance of the grand total under strata.  Each stratum's totals stand
 * from total[first] on.  False, with the stratum's number, when a stratum has
 * one PSU and the rule is to fail, or when the rule is to take the average of
 * the others and there are none.  deviation (one a total) and absent (one a
 * stratum) may be NULL; the variance is the sum of their squares.
 */
bool
survey_design_variance(const SurveyStratum *stratum, uint32_t strata, const double *total,
					   SurveyLonely lonely, double *deviation, double *variance, uint32_t *failed)
{
	uint32_t seen = 0;
	uint32_t alone = 0;
	double not_finite = 0.0;
	double inflation;
	WholeSum sum;

	whole_sum_init(&sum);
	for (uint32_t h = 0; h < strata; h++)
	{
		const SurveyStratum *s = &stratum[h];
		double *own = deviation == NULL ? NULL : deviation + s->first;
		double part = 0.0;
		double d = 0.0;

		if (s->present > 0)
			seen++;
		if (is_lonely(s))
		{
			*failed = h;
			alone++;
			if (lonely == LONELY_FAIL)
				return false;
			/* the deviation is from the sample's mean total, which is 0 */
			if (lonely == LONELY_ADJUST)
				d = sqrt(1.0 - s->fraction) * total[s->first];
			if (own != NULL)
				own[0] = d;
			part = d * d;
		}
		else if (s->psus > 1 && s->present > 0)
			part = stratum_variance(s, total + s->first, own);
		else if (s->present > 0 && own != NULL)
			own[0] = 0.0;
		whole_sum_add(&sum, part, &not_finite);
	}
	*variance = whole_sum_value(&sum, not_finite);
	if (lonely != LONELY_AVERAGE || alone == 0)
		return true;

	if (seen == alone)
		return false;
	inflation = (double) seen / (double) (seen - alone);
	*variance *= inflation;
	for (uint32_t h = 0; h < strata; h++)
		for (uint32_t i = 0; deviation != NULL && i < stratum[h].present; i++)
			deviation[stratum[h].first + i] *= sqrt(inflation);
	return true;
}

/*
 * The variance of Σ w u had the rows been drawn one by one, with replacement
 * and with equal probabilities: W (Σ w u² - (Σ w u)² / W) / (n - 1).
 */
double
survey_simple_variance(const SurveyRows *rows, const double *u)
{
	double n = (double) rows->n;
	double population = survey_exact_sum(rows->weight, rows->n);
	double mean = survey_exact_product(rows->weight, u, rows->n) / population;
	double not_finite = 0.0;
	WholeSum sum;

	whole_sum_init(&sum);
	for (size_t i = 0; survey_has_row(rows, i); i++)
		whole_sum_add(&sum, rows->weight[i] * ((u[i] - mean) * (u[i] - mean)), &not_finite);
	return population * whole_sum_value(&sum, not_finite) / (n - 1.0);
}

/*
 * scale Σ scales_r (θ_r - centre)², where the centre is what is given or the
 * mean of the replicates, weighted by scales; scales NULL: all 1.
 */
double
survey_replicate_variance(const double *replicate, const double *scales, uint32_t count,
						  double scale, double centre, bool use_centre)
{
	double not_finite = 0.0;
	WholeSum sum;

	if (!use_centre)
	{
		double weights = 0.0;
		double weighted = 0.0;

		for (uint32_t r = 0; r < count; r++)
			if (scales == NULL || scales[r] > 0.0)
			{
				weights += 1.0;
				weighted += replicate[r];
			}
		centre = weighted / weights;
	}
	whole_sum_init(&sum);
	for (uint32_t r = 0; r < count; r++)
	{
		double deviation = replicate[r] - centre;

		whole_sum_add(&sum, (scales == NULL ? 1.0 : scales[r]) * (deviation * deviation),
					  &not_finite);
	}
	return scale * whole_sum_value(&sum, not_finite);
}
