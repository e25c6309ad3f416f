/*
 * poverty.h
 *		The terms that one row adds to the sums behind poverty measures.
 *
 * x income, z line, w weight; the row is poor when x < z.  Each term is rounded
 * where it stands, in the order that is written here, and the sums of terms
 * are exact: so a measure is the same number however its rows are divided.
 *
 * Foster, Greer & Thorbecke, "A class of decomposable poverty measures",
 * Econometrica 52 (1984); Watts, "An economic definition of poverty" (1968).
 */
#ifndef MATH_POVERTY_H
#define MATH_POVERTY_H

#include <math.h>

/* w (z - x) / z: the poverty gap, FGT 1 */
static inline double
poverty_gap_term(double x, double z, double w)
{
	return w * ((z - x) / z);
}

/* w ((z - x) / z)^2: poverty severity, FGT 2 */
static inline double
poverty_severity_term(double x, double z, double w)
{
	double gap = (z - x) / z;

	return w * (gap * gap);
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
	return w * (z - x);
}

/* w standard / x, for x > 0: the prosperity gap (World Bank, 2024) */
static inline double
prosperity_gap_term(double x, double standard, double w)
{
	return w * (standard / x);
}

#endif /* MATH_POVERTY_H */
