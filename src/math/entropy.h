/* SPDX-License-Identifier: PostgreSQL */
/*
 * entropy.h
 *		Entropy and Atkinson indices from sums over rows.
 *
 * x income, w weight, W = Σw, S = Σwx, mean = S/W.  A row adds one term, which
 * depends on the parameter; each term is rounded where it stands, and the sums
 * are exact.  What the difference of two sums cannot resolve is 0: where all
 * incomes are equal, the index is 0 and no rounding error.
 *
 * F. A. Cowell, "Measuring inequality", 3rd ed., 2011; A. B. Atkinson, "On the
 * measurement of inequality", J. of Economic Theory 2 (1970).
 */
#ifndef MATH_ENTROPY_H
#define MATH_ENTROPY_H

#include <float.h>
#include <math.h>
#include <stdbool.h>

/* w ln x for alpha = 0, w x ln x for alpha = 1 (0 for x = 0), otherwise w x^alpha */
static inline double
entropy_term(double x, double w, double alpha)
{
	if (alpha == 0.0)
		return w * log(x);
	if (alpha == 1.0)
		return x == 0.0 ? 0.0 : w * (x * log(x));
	if (alpha == 2.0)
		return w * (x * x);
	return w * pow(x, alpha);
}

/* w ln x for epsilon = 1, otherwise w x^(1 - epsilon) */
static inline double
atkinson_term(double x, double w, double epsilon)
{
	if (epsilon == 1.0)
		return w * log(x);
	if (epsilon == 0.0)
		return w * x;
	return w * pow(x, 1.0 - epsilon);
}

/*
 * A value that is at least 0, to a resolution below which nothing is known of
 * it; NaN, of sums out of range, stays what it is.
 */
static inline double
above_resolution(double value, double resolution)
{
	return value <= resolution && value >= -1e3 * resolution ? 0.0 : value;
}

/* S/W where it can be computed with; NaN where it is too small or too large. */
static inline double
mean_in_range(double weight, double income)
{
	double mean = income / weight;

	return mean >= DBL_MIN && mean <= DBL_MAX ? mean : NAN;
}

/*
 * Generalized entropy: alpha = 0: ln mean - Σw ln x/W; 1: Σwx ln x/S - ln mean;
 * otherwise (Σw x^alpha/(W mean^alpha) - 1)/(alpha^2 - alpha).  W and S above 0.
 */
static inline double
entropy_index(double weight, double income, double terms, double alpha)
{
	double mean = mean_in_range(weight, income);
	double resolution = 8.0 * DBL_EPSILON * (1.0 + fabs(log(mean)));
	double divisor = alpha * alpha - alpha;

	if (alpha == 0.0)
		return above_resolution(log(mean) - terms / weight, resolution);
	if (alpha == 1.0)
		return above_resolution(terms / income - log(mean), resolution);
	return above_resolution((terms / weight / pow(mean, alpha) - 1.0) / divisor,
							8.0 * DBL_EPSILON * (1.0 + fabs(alpha)) / fabs(divisor));
}

/*
 * Atkinson: epsilon = 1: 1 - exp(Σw ln x/W)/mean; otherwise
 * 1 - (Σw x^(1 - epsilon)/W)^(1/(1 - epsilon))/mean.  W and S above 0.
 */
static inline double
atkinson_index_from(double weight, double income, double terms, double epsilon)
{
	double mean = mean_in_range(weight, income);
	double resolution = 8.0 * DBL_EPSILON * (1.0 + fabs(log(mean)));

	if (epsilon == 1.0)
		return above_resolution(-expm1(terms / weight - log(mean)), resolution);
	if (epsilon == 0.0)
		return 0.0;
	return above_resolution(1.0 - pow(terms / weight, 1.0 / (1.0 - epsilon)) / mean,
							resolution / fmin(1.0, fabs(1.0 - epsilon)));
}

/* Between and within groups. */
typedef struct EntropyParts
{
	double total;
	double between;
	double within;
} EntropyParts;

/* What a group adds to the sum from which the part between groups is read. */
static inline double
between_term(double weight, double income, double alpha)
{
	if (alpha == 0.0)
		return weight * log(income / weight);
	if (alpha == 1.0)
		return income * log(income / weight);
	return income * (income / weight);
}

/*
 * The entropy index for alpha = 0, 1 or 2 in two parts: between, the index of a
 * population in which everybody has the mean of their group, and within, the
 * mean of the groups' indices, weighted by W_g, S_g or S_g^2/W_g.  A. F.
 * Shorrocks, "The class of additively decomposable inequality measures",
 * Econometrica 48 (1980).
 */
static inline EntropyParts
entropy_parts(double weight, double income, double terms, double between, double alpha)
{
	EntropyParts parts;

	parts.total = entropy_index(weight, income, terms, alpha);
	parts.between = entropy_index(weight, income, between, alpha);
	parts.within = parts.total - parts.between;
	return parts;
}

#endif /* MATH_ENTROPY_H */
