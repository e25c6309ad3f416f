/* SPDX-License-Identifier: PostgreSQL */
/*
 * change.c
 *		Changes of a figure between two periods, and targets for it.
 */
#include "change.h"

#include <math.h>

/* (v - v0) / v0, a fraction; undefined for v0 <= 0. */
bool
relative_change(double value, double earlier, double *result)
{
	if (!(earlier > 0.0))
		return false;
	*result = (value - earlier) / earlier;
	return true;
}

/*
 * The root of a ratio of positive numbers.  The root may be a double where the
 * ratio is none, or one that lacks digits: then the roots are divided.
 */
static double
ratio_root(double value, double earlier, double years)
{
	double ratio = value / earlier;

	if (years > 1.0 && value > 0.0 && !isnormal(ratio))
		return pow(value, 1.0 / years) / pow(earlier, 1.0 / years);
	return pow(ratio, 1.0 / years);
}

/* (v / v0)^(1 / years) - 1, a fraction a year; undefined for v0 <= 0 and v < 0. */
bool
compound_growth(double value, double earlier, double years, double *result)
{
	if (!(earlier > 0.0) || value < 0.0)
		return false;
	*result = years == 1.0 ? (value - earlier) / earlier : ratio_root(value, earlier, years) - 1.0;
	return true;
}

/* (start - actual) / (start - target): 1 is a target just met; undefined for start = target. */
bool
attainment(double start, double actual, double target, double *result)
{
	if (start == target)
		return false;
	*result = (start - actual) / (start - target);
	return true;
}

/* share + years * change a year, kept within [0, 1]. */
double
projected_share(double share, double annual_change, double years)
{
	return fmin(fmax(share + annual_change * years, 0.0), 1.0);
}
