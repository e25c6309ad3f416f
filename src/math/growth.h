/* SPDX-License-Identifier: PostgreSQL */
/*
 * growth.h
 *		What growth did to a distribution: measures of one whose incomes are all
 *		multiplied by a factor, growth among the poor, elasticities of the headcount.
 */
#ifndef MATH_GROWTH_H
#define MATH_GROWTH_H

#include "lorenz.h"
#include "ranked_poverty.h"

/*
 * The entries of a source with every income multiplied by a factor above 0.  What
 * is on a line but for rounding is given as one and the same income there.
 */
typedef struct ScaledSource
{
	RankedSource source;
	RankedSource *incomes;
	double factor;
	double line;
	double at_line; /* the income that stands for those on the line */
	RankedEntry block[RANKED_BLOCK];
} ScaledSource;

extern void scaled_source_init(ScaledSource *scaled, RankedSource *incomes, double factor,
							   double line, double at_line);
extern double income_at_line(RankedSource *actual, double line);
extern bool growth_of_the_poor(RankedSource *before, RankedSource *after, double line,
							   double *result);
extern bool density_at(RankedSource *source, double x, double *result);

#endif /* MATH_GROWTH_H */
