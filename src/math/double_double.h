/* SPDX-License-Identifier: PostgreSQL */
/*
 * double_double.h
 *		Numbers as unevaluated sums of two doubles, about 106 bits.
 *
 * For running sums in an order that is fixed anyway, where they are as good as
 * exact: the relative error of a sum of n positive terms is below n 2^-104.
 * T. J. Dekker, "A floating-point technique for extending the available
 * precision", Numerische Mathematik 18 (1971).  Products expect factors below
 * 2^990 in magnitude.  Wants -ffp-contract=off.
 */
#ifndef DOUBLE_DOUBLE_H
#define DOUBLE_DOUBLE_H

typedef struct DoubleDouble
{
	double high;
	double low; /* at most half a unit in the last place of high */
} DoubleDouble;

/* a + b, exactly */
static inline DoubleDouble
dd_sum(double a, double b)
{
	double high = a + b;
	double part = high - a;
	DoubleDouble sum = { high, (a - (high - part)) + (b - part) };

	return sum;
}

/* high + low for |high| >= |low| */
static inline DoubleDouble
dd_normal(double high, double low)
{
	double sum = high + low;
	DoubleDouble result = { sum, low - (sum - high) };

	return result;
}

static inline DoubleDouble
dd_add(DoubleDouble a, DoubleDouble b)
{
	DoubleDouble high = dd_sum(a.high, b.high);
	DoubleDouble low = dd_sum(a.low, b.low);

	high = dd_normal(high.high, high.low + low.high);
	return dd_normal(high.high, high.low + low.low);
}

static inline DoubleDouble
dd_add_double(DoubleDouble a, double b)
{
	DoubleDouble sum = dd_sum(a.high, b);

	return dd_normal(sum.high, sum.low + a.low);
}

static inline DoubleDouble
dd_negative(DoubleDouble a)
{
	DoubleDouble result = { -a.high, -a.low };

	return result;
}

static inline DoubleDouble
dd_subtract(DoubleDouble a, DoubleDouble b)
{
	return dd_add(a, dd_negative(b));
}

/* a b, exactly, but for underflow */
static inline DoubleDouble
dd_product(double a, double b)
{
	const double splitter = 134217729.0; /* 2^27 + 1 */
	double high = a * b;
	double t = splitter * a;
	double a1 = t - (t - a);
	double a2 = a - a1;
	double b1;
	double b2;
	DoubleDouble product;

	t = splitter * b;
	b1 = t - (t - b);
	b2 = b - b1;
	product.high = high;
	product.low = ((a1 * b1 - high) + a1 * b2 + a2 * b1) + a2 * b2;
	return product;
}

static inline DoubleDouble
dd_times(DoubleDouble a, double b)
{
	DoubleDouble product = dd_product(a.high, b);

	return dd_normal(product.high, product.low + a.low * b);
}

static inline DoubleDouble
dd_multiply(DoubleDouble a, DoubleDouble b)
{
	DoubleDouble product = dd_product(a.high, b.high);

	return dd_normal(product.high, product.low + (a.high * b.low + a.low * b.high));
}

static inline DoubleDouble
dd_divide(DoubleDouble a, DoubleDouble b)
{
	double first = a.high / b.high;
	DoubleDouble rest = dd_subtract(a, dd_times(b, first));
	double second = rest.high / b.high;

	rest = dd_subtract(rest, dd_times(b, second));
	return dd_add_double(dd_normal(first, second), rest.high / b.high);
}

static inline double
dd_value(DoubleDouble a)
{
	return a.high + a.low;
}

#endif /* DOUBLE_DOUBLE_H */
