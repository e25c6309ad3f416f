/* SPDX-License-Identifier: PostgreSQL */
/*
 * chronic.h
 *		Poverty of one household over several periods.
 *
 * x[0 .. periods - 1] are its incomes in the periods in which it was observed, at
 * least one, each against the same line z (incomes in real terms).
 */
#ifndef MATH_CHRONIC_H
#define MATH_CHRONIC_H

#include <stdbool.h>

/* Means over the periods: the share of periods in poverty, the gap and the
 * squared gap, which are 0 in the others. */
typedef struct Duration
{
	double share;
	double gap;
	double severity;
} Duration;

extern bool is_chronic(int poor_periods, int periods, double cutoff);
extern int poor_periods_of(const double *x, int periods, double z);
extern Duration duration_of(const double *x, int periods, double z);
extern double mean_poverty(const double *x, int periods, double z, double alpha);
extern double poverty_of_mean(const double *x, int periods, double z, double alpha);

#endif /* MATH_CHRONIC_H */
