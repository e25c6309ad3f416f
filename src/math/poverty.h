/* SPDX-License-Identifier: PostgreSQL */
/*
 * poverty.h
 *		The terms that one row adds to the sums behind poverty measures.
 *
 * x income, z line, w weight; the row is poor when x < z.  Each term is rounded
 * where it stands, in the order that is written here, and the sums of terms
 * are exact: so a measure is the same number however its rows are divided.  A
 * term is infinite only when it is itself beyond the largest double (FGT of
 * other powers than 0, 1 and 2 also when its gap is).
 *
 * Foster, Greer & Thorbecke, "A class of decomposable poverty measures",
 * Econometrica 52 (1984); Watts, "An economic definition of poverty" (1968).
 */
#ifndef MATH_POVERTY_H
#define MATH_POVERTY_H

#include <math.h>

/*
 * A number as fraction * 2^exponent, so that a product or a quotient that a
 * double holds is not lost where a part of it is beyond the largest double.
 */
typedef struct ScaledNumber
{
	double fraction;
	int exponent;
} ScaledNumber;

static inline ScaledNumber
scaled(double value)
{
	ScaledNumber number;

	number.fraction = frexp(value, &number.exponent);
	return number;
}

static inline ScaledNumber
scaled_product(ScaledNumber a, ScaledNumber b)
{
	return (ScaledNumber) { a.fraction * b.fraction, a.exponent + b.exponent };
}

static inline ScaledNumber
scaled_ratio(ScaledNumber a, ScaledNumber b)
{
	return (ScaledNumber) { a.fraction / b.fraction, a.exponent - b.exponent };
}

/* z - x, of which the halves are exact where it is beyond the largest double. */
static inline ScaledNumber
scaled_shortfall(double x, double z)
{
	ScaledNumber half = scaled(z / 2.0 - x / 2.0);

	half.exponent++;
	return half;
}

static inline double
scaled_value(ScaledNumber number)
{
	return ldexp(number.fraction, number.exponent);
}

/* w ((z - x) / z)^power for power 1 or 2, where a part of it is beyond the largest double. */
static inline double
large_gap_term(double x, double z, double w, int power)
{
	ScaledNumber gap = scaled_ratio(scaled_shortfall(x, z), scaled(z));

	return scaled_value(scaled_product(scaled(w), power == 2 ? scaled_product(gap, gap) : gap));
}

/* w (z - x) / z: the poverty gap, FGT 1 */
static inline double
poverty_gap_term(double x, double z, double w)
{
	double term = w * ((z - x) / z);

	return isfinite(term) ? term : large_gap_term(x, z, w, 1);
}

/* w ((z - x) / z)^2: poverty severity, FGT 2 */
static inline double
poverty_severity_term(double x, double z, double w)
{
	double gap = (z - x) / z;
	double term = w * (gap * gap);

	return isfinite(term) ? term : large_gap_term(x, z, w, 2);
}

/* w ((z - x) / z)^alpha for alpha >= 0, where 0^0 = 1 */
static inline double
fgt_term(double x, double z, double w, double alpha)
{
	if (alpha == 0.0)
		return w;
	if (alpha == 1.0)
		return poverty_gap_term(x, z, w);
	if (alpha == 2.0)
		return poverty_severity_term(x, z, w);
	return w * pow((z - x) / z, alpha);
}

/* w ln(z / x), for x > 0: the Watts index; as ln z - ln x where z / x is beyond
 * the largest double */
static inline double
watts_term(double x, double z, double w)
{
	double ratio = z / x;

	return w * (isinf(ratio) ? log(z) - log(x) : log(ratio));
}

/* w (z - x), in the unit of income: what lifts the row to its line */
static inline double
shortfall_term(double x, double z, double w)
{
	double term = w * (z - x);

	return isfinite(term) ? term : scaled_value(scaled_product(scaled(w), scaled_shortfall(x, z)));
}

/* w standard / x, for x > 0: the prosperity gap (World Bank, 2024) */
static inline double
prosperity_gap_term(double x, double standard, double w)
{
	double term = w * (standard / x);

	return isfinite(term) ?
		term :
		scaled_value(scaled_product(scaled(w), scaled_ratio(scaled(standard), scaled(x))));
}

#endif /* MATH_POVERTY_H */
