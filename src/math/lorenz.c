/* SPDX-License-Identifier: PostgreSQL */
/*
 * lorenz.c
 *		Indices of inequality that are read from the Lorenz curve.
 */
#include "lorenz.h"

#include <math.h>

static const DoubleDouble zero = { 0.0, 0.0 };

/* The sums, and whether they are such that shares of income have a meaning. */
static bool
lorenz_defined(RankedSource *source, LorenzSums *sums)
{
	return lorenz_sums(source, sums) && dd_value(sums->income) > 0.0;
}

/* 2 (c - W/2), where c is the middle of a step's weights: c0 + c1 - W */
static inline double
twice_from_middle(const LorenzStep *step, DoubleDouble whole)
{
	return (step->c0.high + step->c1.high - whole.high) + (step->c0.low + step->c1.low - whole.low);
}

/*
 * Gini: Σ(2C - w) w x/(W S) - 1, over steps Σ m x (c0 + c1)/(W S) - 1 with m the
 * step's weight.  Gini (1912); Lerman & Yitzhaki, J. of Econometrics 42 (1989).
 * Gives the sums too.
 */
static bool
gini_and_sums(RankedSource *source, LorenzSums *sums, double *result)
{
	const LorenzStep *step;
	DoubleDouble sum;
	DoubleDouble product;
	LorenzWalk walk;
	double lowest = 0.0;
	int64_t steps;

	sums->weight_scale = 1.0;
	sums->income_scale = 1.0;
	do
	{
		sum = zero;
		steps = 0;
		lorenz_begin(&walk, source, sums);
		while ((step = lorenz_step(&walk)) != NULL)
		{
			double middle = step->c0.high + step->c1.high + (step->c0.low + step->c1.low);

			if (steps++ == 0)
				lowest = step->x;
			add_to(&sum, step->x * step->weight * middle);
		}
		if (walk.top_weight == 0.0)
			return false;
	} while (lorenz_rescale(&walk, sums));
	if (dd_value(sums->income) <= 0.0)
		return false;
	product = dd_multiply(sums->weight, sums->income);
	/*
	 * A mean difference is not negative, and of incomes that are not, no larger
	 * than twice the mean, whatever the terms' rounding leaves.
	 */
	*result = steps == 1 ? 0.0 : fmax(dd_value(dd_subtract(sum, product)) / dd_value(product), 0.0);
	if (lowest >= 0.0)
		*result = fmin(*result, 1.0);
	return true;
}

bool
gini_index(RankedSource *source, double *result)
{
	LorenzSums sums;

	return gini_and_sums(source, &sums, result);
}

/*
 * Concentration of y over the ranks of x: Σ Y (c0 + c1 - W)/(W Σwy), Y being a
 * step's Σwy: twice the covariance of y and the mean fractional rank, over the
 * mean of y.  Kakwani, Wagstaff & van Doorslaer, J. of Econometrics 77 (1997).
 */
bool
concentration_index_of(RankedSource *source, double *result)
{
	DoubleDouble sum = zero;
	const LorenzStep *step;
	LorenzSums sums;
	LorenzWalk walk;
	double total;

	if (!lorenz_sums(source, &sums))
		return false;
	lorenz_begin(&walk, source, &sums);
	while ((step = lorenz_step(&walk)) != NULL)
		add_to(&sum,
			   dd_value(dd_subtract(step->y1, step->y0)) * twice_from_middle(step, sums.weight));
	total = dd_value(dd_multiply(sums.weight, walk.step.y1));
	if (total <= 0.0)
		return false;
	*result = dd_value(sum) / total;
	return true;
}

/* Σwx of the poorest p of the weight, 0 <= p <= 1, within the step that holds it. */
static DoubleDouble
income_up_to(const LorenzStep *step, DoubleDouble weight)
{
	return dd_add(step->s0, dd_times(dd_subtract(weight, step->c0), step->x));
}

/* p W lies at or below the end of the step. */
static bool
step_reaches(const LorenzStep *step, DoubleDouble weight)
{
	DoubleDouble rest = dd_subtract(step->c1, weight);

	return dd_value(rest) >= 0.0;
}

/*
 * Σwx of the poorest p[i] of the weight, p ascending in [0, 1].  p W is rounded,
 * so that 0.9 of 5 is 4.5 although the double 0.9 is a little more.
 */
static void
incomes_below(RankedSource *source, const LorenzSums *sums, const double *p, size_t n,
			  DoubleDouble *income)
{
	double whole = dd_value(sums->weight);
	const LorenzStep *step;
	LorenzWalk walk;
	size_t i = 0;

	lorenz_begin(&walk, source, sums);
	while (i < n && (step = lorenz_step(&walk)) != NULL)
		for (; i < n && p[i] < 1.0; i++)
		{
			DoubleDouble weight = { p[i] * whole, 0.0 };

			if (!step_reaches(step, weight))
				break;
			income[i] = income_up_to(step, weight);
		}
	for (; i < n; i++)
		income[i] = sums->income;
}

/* L(p[i]), p ascending in [0, 1]; `income` is room for as many numbers. */
bool
lorenz_ordinates(RankedSource *source, const double *p, size_t n, double *ordinate,
				 DoubleDouble *income)
{
	LorenzSums sums;

	if (!lorenz_defined(source, &sums))
		return false;
	incomes_below(source, &sums, p, n, income);
	for (size_t i = 0; i < n; i++)
		ordinate[i] = p[i] <= 0.0 ? 0.0 : dd_value(dd_divide(income[i], sums.income));
	return true;
}

/* L(p), the share of the poorest p. */
bool
bottom_share_of(RankedSource *source, double p, double *result)
{
	DoubleDouble income;

	return lorenz_ordinates(source, &p, 1, result, &income);
}

/* Σwx of those who have less than so much weight below them. */
static DoubleDouble
income_below_weight(RankedSource *source, const LorenzSums *sums, DoubleDouble weight)
{
	const LorenzStep *step;
	LorenzWalk walk;

	lorenz_begin(&walk, source, sums);
	while ((step = lorenz_step(&walk)) != NULL)
		if (step_reaches(step, weight))
			return income_up_to(step, weight);
	return sums->income;
}

/* 1 - L(1 - p), the share of the richest p: p W is counted from the top, so that a small p keeps its digits. */
bool
top_share_of(RankedSource *source, double p, double *result)
{
	DoubleDouble income;
	LorenzSums sums;

	if (!lorenz_defined(source, &sums))
		return false;
	income = income_below_weight(source, &sums,
								 dd_add_double(sums.weight, -(p * dd_value(sums.weight))));
	*result = dd_value(dd_divide(dd_subtract(sums.income, income), sums.income));
	if (p <= 0.0 || p >= 1.0)
		*result = p <= 0.0 ? 0.0 : 1.0;
	return true;
}

/*
 * The richest tenth's income over the poorest four tenths': Palma,
 * "Homogeneous middles vs. heterogeneous tails", Development and Change 42 (2011).
 */
bool
palma_ratio_of(RankedSource *source, double *result)
{
	const double p[] = { 0.4, 0.9 };
	DoubleDouble income[2];
	LorenzSums sums;

	if (!lorenz_defined(source, &sums))
		return false;
	incomes_below(source, &sums, p, 2, income);
	if (dd_value(income[0]) <= 0.0)
		return false;
	*result = dd_value(dd_divide(dd_subtract(sums.income, income[1]), income[0]));
	return true;
}

/*
 * S80/S20: Σwx of incomes above the quantile at 0.8 over Σwx of those up to
 * that at 0.2, quantiles with the mean at a tie (Eurostat).
 */
bool
quintile_share_ratio(RankedSource *source, double *result)
{
	RankedTotals totals = ranked_totals(source);
	DoubleDouble bottom = zero;
	DoubleDouble up_to_top = zero;
	const LorenzStep *step;
	LorenzSums sums;
	LorenzWalk walk;
	double low;
	double high;

	if (!lorenz_defined(source, &sums))
		return false;
	low = ranked_quantile(source, &totals, 0.2, QUANTILE_MEAN_AT_TIE) * sums.income_scale;
	high = ranked_quantile(source, &totals, 0.8, QUANTILE_MEAN_AT_TIE) * sums.income_scale;
	lorenz_begin(&walk, source, &sums);
	while ((step = lorenz_step(&walk)) != NULL && step->x <= high)
	{
		up_to_top = step->s1;
		if (step->x <= low)
			bottom = step->s1;
	}
	if (dd_value(bottom) <= 0.0)
		return false;
	*result = dd_value(dd_divide(dd_subtract(sums.income, up_to_top), bottom));
	return true;
}

/*
 * Hoover: Σw|x - mean|/(2 W mean), which is the largest distance between the
 * curve and the diagonal, C/W - L, at the incomes below the mean.  Hoover (1936).
 */
bool
hoover_index_of(RankedSource *source, double *result)
{
	DoubleDouble below = zero;
	DoubleDouble income = zero;
	const LorenzStep *step;
	LorenzSums sums;
	LorenzWalk walk;
	double mean;

	if (!lorenz_defined(source, &sums))
		return false;
	mean = dd_value(dd_divide(sums.income, sums.weight));
	lorenz_begin(&walk, source, &sums);
	while ((step = lorenz_step(&walk)) != NULL && step->x < mean)
	{
		below = step->c1;
		income = step->s1;
	}
	/* at no income the distance is 0: what is less is the mean's own rounding */
	*result = fmax(dd_value(
					   dd_subtract(dd_divide(below, sums.weight), dd_divide(income, sums.income))),
				   0.0);
	return true;
}

/*
 * The integral of L (1 - p)/(p (1 - L)) over one step, where L is straight:
 * L = a + b p, b = x/mean.  In partial fractions the integrand is
 *		1 + (a/(1 - a))/p + r/(1 - L),  r = (b (1 - p1) - (1 - L1))/(1 - a),
 * so that, with the width h = p1 - p0 and t = b h/(1 - L0) = (L1 - L0)/(1 - L0),
 *		h + a/(1 - a) ln(1 + h/p0) + r h/(1 - L0) (-ln(1 - t)/t).
 * The first step has a = 0 and the last r = 0.  What is left above a step may be
 * far below the resolution of 1 - t: then ln((1 - L0)/(1 - L1)) is taken.
 */
static double
zenga_integral(const LorenzStep *step, const LorenzSums *sums)
{
	double p0 = dd_value(dd_divide(step->c0, sums->weight));
	double p1 = dd_value(dd_divide(step->c1, sums->weight));
	double above = dd_value(dd_divide(dd_subtract(sums->weight, step->c1), sums->weight));
	double l0 = dd_value(dd_divide(step->s0, sums->income));
	double rest = dd_value(dd_divide(dd_subtract(sums->income, step->s0), sums->income));
	double left = dd_value(dd_divide(dd_subtract(sums->income, step->s1), sums->income));
	double h = dd_value(dd_divide(dd_subtract(step->c1, step->c0), sums->weight));
	double b = dd_value(dd_divide(dd_times(sums->weight, step->x), sums->income));
	double intercept = l0 - b * p0;
	double integral = h;

	if (p0 > 0.0)
		integral += intercept / (1.0 - intercept) * (h < p0 ? log1p(h / p0) : log(p1) - log(p0));
	if (left > 0.0)
	{
		double residue = (b * above - left) / (1.0 - intercept);
		double t = b * h / rest;
		double fall = t < 0.5 ? -log1p(-t) : log(rest) - log(left);

		integral += residue * h / rest * (t == 0.0 ? 1.0 : fall / t);
	}
	return integral;
}

/*
 * Zenga: 1 - ∫ L (1 - p)/(p (1 - L)) dp, one minus the mean ratio of the lower
 * to the upper mean income.  Zenga, Statistica & Applicazioni 5 (2007).
 */
bool
zenga_index_of(RankedSource *source, double *result)
{
	DoubleDouble sum = zero;
	const LorenzStep *step;
	LorenzSums sums;
	LorenzWalk walk;

	if (!lorenz_defined(source, &sums))
		return false;
	lorenz_begin(&walk, source, &sums);
	while ((step = lorenz_step(&walk)) != NULL)
		if (dd_value(dd_subtract(step->c1, step->c0)) > 0.0)
			add_to(&sum, zenga_integral(step, &sums));
	*result = 1.0 - dd_value(sum);
	return true;
}

/*
 * Wolfson: 2 (2 (0.5 - L(0.5)) - Gini) mean/median.  Wolfson, "When
 * inequalities diverge", American Economic Review 84 (1994).
 */
bool
wolfson_index(RankedSource *source, double *result)
{
	RankedTotals totals = ranked_totals(source);
	const double half = 0.5;
	DoubleDouble income;
	LorenzSums sums;
	double median;
	double mean;
	double gini;
	double share;

	if (!gini_and_sums(source, &sums, &gini))
		return false;
	median = ranked_quantile(source, &totals, half, QUANTILE_MEAN_AT_TIE) * sums.income_scale;
	if (median <= 0.0)
		return false;
	incomes_below(source, &sums, &half, 1, &income);
	share = dd_value(dd_divide(income, sums.income));
	mean = dd_value(dd_divide(sums.income, sums.weight));
	*result = 2.0 * (2.0 * (half - share) - gini) * (mean / median);
	return true;
}

/* Σwx/W. */
bool
mean_of_ranked(RankedSource *source, double *result)
{
	LorenzSums sums;

	if (!lorenz_sums(source, &sums))
		return false;
	*result = dd_value(dd_divide(sums.income, sums.weight)) / sums.income_scale;
	return true;
}
