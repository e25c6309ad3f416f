/* SPDX-License-Identifier: PostgreSQL */
/*
 * survey_gini.c
 *		The linearised variables of Gini, Sen and Sen-Shorrocks-Thon.
 *
 * Rows are sorted; C is the running sum of the weights, inclusive.  Equal values
 * are walked together, so that rows with equal values get the same bits.
 */
#include "survey.h"

#include <math.h>

/* The first row after the one at i whose value differs. */
static size_t
end_of_tie(const double *x, size_t n, size_t i)
{
	size_t end = i + 1;

	while (end < n && x[end] == x[i])
		end++;
	return end;
}

/*
 * G = Σ (2 C - w) w x / (W T) - 1 with T = Σ w x.  The numerator's derivative is
 * D = 2 (x C + Σ of w x above x), and u = (D - (G + 1) (T + W x)) / (W T).
 * convey's numerator is Σ (2 C - 1) w x, which adds Σ (w - 1) w x; it takes the
 * derivative of Σ C w x as Σ of w x from the row on, and x C.
 */
SurveyOutcome
survey_linearize_gini(const SurveyRows *rows, int convention, double *estimate, double *u)
{
	const double *x = rows->value[0];
	const double *weight = rows->weight;
	size_t n = rows->n;
	double population = survey_exact_sum(weight, n);
	double total = survey_exact_product(weight, x, n);
	bool convey = convention == CONVENTION_CONVEY;
	SurveySum numerator = { 0.0, 0.0 };
	SurveySum running = { 0.0, 0.0 };
	SurveySum amount = { 0.0, 0.0 };

	if (population <= 0.0 || total <= 0.0)
		return SURVEY_UNDEFINED;
	for (size_t i = 0, end; i < n; i = end)
	{
		double before = survey_sum(running);
		SurveySum own = { 0.0, 0.0 };
		double squares = 0.0;
		double reached;
		double above;

		end = end_of_tie(x, n, i);
		for (size_t k = i; k < end; k++)
		{
			survey_poll_at(rows, k);
			survey_add_to(&running, weight[k]);
			survey_add_to(&own, weight[k]);
			squares += weight[k] * weight[k];
		}
		survey_add_to(&amount, survey_sum(own) * x[i]);
		reached = survey_sum(running);
		above = (total - amount.sum) - amount.rest;
		/* over a tie, Σ (2 C - w) w = C² - C'², with C' before it; the W of G + 1 is taken off here */
		survey_add_to(&numerator, x[i] * ((reached + before - population) * survey_sum(own)));
		if (convey)
			survey_add_to(&numerator, x[i] * (squares - survey_sum(own)));
		for (size_t k = i; k < end; k++)
		{
			survey_poll_at(rows, k);
			u[k] = 2.0 * (x[i] * reached + above) - (convey ? x[i] : 0.0);
		}
	}
	*estimate = survey_sum(numerator) / (population * total);
	for (size_t i = 0; survey_has_row(rows, i); i++)
	{
		/* in convey, the row's own w x is counted as above it and as within it */
		double extra = convey ? 2.0 * weight[i] * x[i] : 0.0;

		u[i] = (u[i] + extra - (*estimate + 1.0) * (total + population * x[i])) /
			(population * total);
	}
	return SURVEY_DEFINED;
}

/*
 * Sen's indices depend on the gaps g = (z - x) / z alone, which are what their
 * rows hold, 0 for those who are not poor, sorted from the largest down: so
 * incomes may stand for themselves as 1 - g, for the Gini coefficient does not
 * change with their unit.
 */
static double
gap_of(const SurveyRows *rows, size_t i)
{
	return rows->value[0][i];
}

/* How many of the rows are poor, and their Σ w and Σ w g. */
static size_t
sum_poor(const SurveyRows *rows, double *poor_weight, double *gaps)
{
	size_t poor = 0;

	*poor_weight = 0.0;
	*gaps = 0.0;
	for (; poor < rows->n && gap_of(rows, poor) > 0.0; poor++)
	{
		*poor_weight += rows->weight[poor];
		*gaps += rows->weight[poor] * gap_of(rows, poor);
	}
	return poor;
}

/* The end of a run of equal gaps. */
static size_t
end_of_gap(const SurveyRows *rows, size_t poor, size_t i)
{
	double gap = gap_of(rows, i);
	size_t end = i + 1;

	while (end < poor && gap_of(rows, end) == gap)
		end++;
	return end;
}

/*
 * convey's: S = H Gp + P (1 - Gp), H the rate, P the gap, Gp the Gini of the poor,
 * with the linearised variables of the three.
 */
static SurveyOutcome
linearize_sen_convey(const SurveyRows *rows, size_t poor, double poor_weight, double gaps,
					 double *estimate, double *u)
{
	double population = survey_exact_sum(rows->weight, rows->n);
	double rate = poor_weight / population;
	double gap = gaps / population;
	SurveyRows incomes = *rows;
	double gini;

	incomes.n = poor;
	incomes.value[0] = u + rows->n;
	for (size_t i = 0; survey_has_row(&incomes, i); i++)
		incomes.value[0][i] = 1.0 - gap_of(rows, i);
	if (survey_linearize_gini(&incomes, CONVENTION_CONVEY, &gini, u) != SURVEY_DEFINED)
		return SURVEY_UNDEFINED;
	*estimate = rate * gini + gap * (1.0 - gini);
	for (size_t i = 0; survey_has_row(rows, i); i++)
	{
		double is_poor = i < poor ? 1.0 : 0.0;
		double of_rate = (is_poor - rate) / population;
		double of_gap = ((i < poor ? gap_of(rows, i) : 0.0) - gap) / population;
		double of_gini = i < poor ? u[i] : 0.0;

		u[i] = of_rate * gini + of_gap * (1.0 - gini) + of_gini * (rate - gap);
	}
	return SURVEY_DEFINED;
}

/*
 * Sen: θ = 2 A / (W Wp), A = Σ w g (Wp - C + w / 2) over the poor, whose weights
 * add up to Wp.  dA = g (Wp - C) + Σ of w g up to the row; u = 2 dA / (W Wp)
 * - θ / W - θ / Wp for the poor, and -θ / W for the others.
 */
SurveyOutcome
survey_linearize_sen(const SurveyRows *rows, int convention, double *estimate, double *u)
{
	double population = survey_exact_sum(rows->weight, rows->n);
	double poor_weight;
	double gaps;
	size_t poor = sum_poor(rows, &poor_weight, &gaps);
	double running = 0.0;
	double sum = 0.0;
	double numerator = 0.0;

	if (convention == CONVENTION_CONVEY && poor > 0)
		return linearize_sen_convey(rows, poor, poor_weight, gaps, estimate, u);
	if (population <= 0.0)
		return SURVEY_UNDEFINED;
	*estimate = 0.0;
	for (size_t i = 0, end; i < poor; i = end)
	{
		double gap = gap_of(rows, i);
		double before = running;

		end = end_of_gap(rows, poor, i);
		for (size_t k = i; k < end; k++)
			running += rows->weight[k];
		sum += gap * (running - before);
		/* over a tie, Σ w (Wp - C + w / 2) = (C - C') (Wp - (C + C') / 2) */
		numerator += gap * ((running - before) * (poor_weight - 0.5 * (running + before)));
		for (size_t k = i; k < end; k++)
		{
			survey_poll_at(rows, k);
			u[k] = gap * (poor_weight - running) + sum;
		}
	}
	if (poor > 0)
		*estimate = 2.0 * numerator / (population * poor_weight);
	for (size_t i = 0; survey_has_row(rows, i); i++)
		u[i] = (i < poor ? (2.0 * u[i] / population - *estimate) / poor_weight : 0.0) -
			*estimate / population;
	return SURVEY_DEFINED;
}

/*
 * convey's: S = H P (1 + G), H the rate, P the mean gap of the poor, G the Gini of
 * the shortfalls of all, zero for those who are not poor.
 */
static SurveyOutcome
linearize_sst_convey(const SurveyRows *rows, size_t poor, double poor_weight, double gaps,
					 double *estimate, double *u)
{
	double population = survey_exact_sum(rows->weight, rows->n);
	double rate = poor_weight / population;
	double gap = gaps / poor_weight;
	double total = 0.0;
	double numerator = 0.0;
	double above = 0.0;
	double running = population - poor_weight;
	double gini;

	/* from the smallest gap up, which is from the last of the poor down */
	for (size_t i = poor; i-- > 0;)
		total += rows->weight[i] * gap_of(rows, i);
	if (total <= 0.0)
		return SURVEY_UNDEFINED;
	above = total;
	for (size_t end = poor, i; end > 0; end = i)
	{
		double shortfall = gap_of(rows, end - 1);

		for (i = end; i > 0 && gap_of(rows, i - 1) == shortfall; i--)
		{
			running += rows->weight[i - 1];
			numerator += (2.0 * running - 1.0) * (rows->weight[i - 1] * shortfall);
			above -= rows->weight[i - 1] * shortfall;
		}
		/* derivative of Σ C w y: what is from the row on, and y C */
		for (size_t k = i; k < end; k++)
		{
			survey_poll_at(rows, k);
			u[k] = above + rows->weight[k] * shortfall + shortfall * running;
		}
	}
	gini = numerator / (population * total) - 1.0;
	*estimate = rate * gap * (1.0 + gini);
	for (size_t i = 0; survey_has_row(rows, i); i++)
	{
		double shortfall = i < poor ? gap_of(rows, i) : 0.0;
		double change = 2.0 * (i < poor ? u[i] : total) - shortfall;
		double of_gini = (change - (gini + 1.0) * (total + population * shortfall)) /
			(population * total);
		double of_rate = ((i < poor ? 1.0 : 0.0) - rate) / population;
		double of_gap = i < poor ? (gap_of(rows, i) - gap) / poor_weight : 0.0;

		u[i] = (of_rate * gap + rate * of_gap) * (1.0 + gini) + rate * gap * of_gini;
	}
	return SURVEY_DEFINED;
}

/*
 * Sen-Shorrocks-Thon: θ = B / W², B = Σ w g (2 W - 2 C + w) over the poor.
 * dB = 2 g (W - C) + 2 Σ of w g up to the row; u = dB / W² - 2 θ / W.
 */
SurveyOutcome
survey_linearize_sst(const SurveyRows *rows, int convention, double *estimate, double *u)
{
	double population = survey_exact_sum(rows->weight, rows->n);
	double poor_weight;
	double gaps;
	size_t poor = sum_poor(rows, &poor_weight, &gaps);
	double running = 0.0;
	double sum = 0.0;
	double numerator = 0.0;

	if (convention == CONVENTION_CONVEY && poor > 0)
		return linearize_sst_convey(rows, poor, poor_weight, gaps, estimate, u);
	if (population <= 0.0)
		return SURVEY_UNDEFINED;
	for (size_t i = 0, end; i < poor; i = end)
	{
		double gap = gap_of(rows, i);
		double before = running;

		end = end_of_gap(rows, poor, i);
		for (size_t k = i; k < end; k++)
			running += rows->weight[k];
		sum += gap * (running - before);
		numerator += gap * ((running - before) * (2.0 * population - (running + before)));
		for (size_t k = i; k < end; k++)
		{
			survey_poll_at(rows, k);
			u[k] = 2.0 * (gap * (population - running) + sum);
		}
	}
	*estimate = numerator / (population * population);
	for (size_t i = 0; survey_has_row(rows, i); i++)
		u[i] = (i < poor ? u[i] : 2.0 * sum) / (population * population) -
			2.0 * *estimate / population;
	return SURVEY_DEFINED;
}
