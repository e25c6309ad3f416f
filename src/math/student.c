/* SPDX-License-Identifier: PostgreSQL */
/*
 * student.c
 *		Quantiles and probabilities of Student's t and of the beta distribution.
 *
 * Everything rests on the regularised incomplete beta function, computed by its
 * continued fraction (Abramowitz & Stegun 26.5.8) with Lentz's algorithm.
 */
#include "student.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>

#define MOST_TERMS 100000
#define MANY_FREEDOM 1000.0

/* ln Γ(a + b) - ln Γ(a) - ln Γ(b) */
static double
log_beta_inverse(double a, double b)
{
	return lgamma(a + b) - lgamma(a) - lgamma(b);
}

/* A denominator that may have lost all its digits. */
static double
not_zero(double value)
{
	const double tiny = 1e-300;

	return fabs(value) < tiny ? tiny : value;
}

/* The continued fraction for I_x(a, b), good where x < (a + 1) / (a + b + 2). */
static double
beta_fraction(double x, double a, double b)
{
	double c = 1.0;
	double d = 1.0 - (a + b) * x / (a + 1.0);
	double fraction;

	d = 1.0 / not_zero(d);
	fraction = d;
	for (int m = 1; m <= MOST_TERMS; m++)
	{
		double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
		double factor;

		d = 1.0 + even * d;
		c = not_zero(1.0 + even / c);
		d = 1.0 / not_zero(d);
		fraction *= d * c;
		d = 1.0 + odd * d;
		c = not_zero(1.0 + odd / c);
		d = 1.0 / not_zero(d);
		factor = d * c;
		fraction *= factor;
		if (fabs(factor - 1.0) <= DBL_EPSILON)
			break;
	}
	return fraction;
}

/* I_x(a, b), where complement is 1 - x, for what x near 1 loses. */
static double
beta_probability_both(double x, double complement, double a, double b)
{
	double front;

	if (x <= 0.0)
		return 0.0;
	if (complement <= 0.0)
		return 1.0;
	front = exp(log_beta_inverse(a, b) + a * log(x) + b * log(complement));
	if (x < (a + 1.0) / (a + b + 2.0))
		return front * beta_fraction(x, a, b) / a;
	return 1.0 - front * beta_fraction(complement, b, a) / b;
}

/* P(X <= x) for X of the beta distribution with a, b > 0. */
double
beta_probability(double x, double a, double b)
{
	return beta_probability_both(x, 1.0 - x, a, b);
}

/* The x with I_x(a, b) = p: halving the interval until it is as small as can be. */
double
beta_quantile(double p, double a, double b)
{
	double low = 0.0;
	double middle = 0.5;
	double high = 1.0;

	if (p <= 0.0)
		return 0.0;
	if (p >= 1.0)
		return 1.0;
	while (middle > low && middle < high)
	{
		if (beta_probability(middle, a, b) < p)
			low = middle;
		else
			high = middle;
		middle = 0.5 * (low + high);
	}
	return middle;
}

/*
 * P(|T| >= |t|) for many degrees of freedom, where the beta function would be
 * the difference of large numbers: t is turned into the normal deviate with the same
 * probability (Hill 1970, CACM algorithm 395), to 2e-14 of it where abs(t) <= 8.
 */
static double
normal_two_sided(double square, double df)
{
	double a = df - 0.5;
	double b = 48.0 * a * a;
	double y = a * log1p(square / df);
	double z = (((((-0.4 * y - 3.3) * y - 24.0) * y - 85.5) / (0.8 * y * y + 100.0 + b) + y + 3.0) /
					b +
				1.0) *
		sqrt(y);

	return erfc(z * 0.70710678118654752440);
}

/* P(|T| >= |t|) for Student's t with df degrees of freedom. */
double
student_two_sided(double t, double df)
{
	double square = t * t;

	if (isinf(square))
		return 0.0;
	if (df > MANY_FREEDOM)
		return normal_two_sided(square, fmin(df, 1e100));
	return beta_probability_both(df / (df + square), square / (df + square), 0.5 * df, 0.5);
}

/* The t with P(T <= t) = p, for 0.5 <= p < 1; about 1.3e154, the root of the largest double, where it is larger. */
double
student_quantile(double p, double df)
{
	double tail = 2.0 * (1.0 - p);
	double low = 0.0;
	double middle;
	double high = 1.0;

	/* t beyond the root of the largest double has the probability 0, which ends this */
	while (student_two_sided(high, df) > tail)
		high *= 2.0;
	for (middle = 0.5 * high; middle > low && middle < high; middle = 0.5 * (low + high))
		if (student_two_sided(middle, df) > tail)
			low = middle;
		else
			high = middle;
	return middle;
}
