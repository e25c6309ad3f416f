/* SPDX-License-Identifier: PostgreSQL */
/*
 * ranked_poverty.h
 *		Poverty measures that need ranks, and measures of ranked rows at any line.
 *
 * A source of gaps has -g in the place of income, g = (z - x)/z for the poor
 * (x < z), and 0 for everybody else: ascending, the poorest come first.
 */
#ifndef RANKED_POVERTY_H
#define RANKED_POVERTY_H

#include "lorenz_walk.h"
#include "quantile.h"

extern bool sen_index_of(RankedSource *gaps, double *result);
extern bool sen_shorrocks_thon_of(RankedSource *gaps, double *result);
extern bool median_gap_of(RankedSource *gaps, double *result);

/* The gaps of a source of incomes at one line, in the same order. */
typedef struct GapSource
{
	RankedSource source;
	RankedSource *incomes;
	double line;
	RankedEntry block[RANKED_BLOCK];
} GapSource;

extern void gap_source_init(GapSource *source, RankedSource *incomes, double line);

/* What is 0 for everybody above the line, and -g for the poor: rows are sorted by it. */
static inline double
negative_gap(double x, double line)
{
	return x < line ? -((line - x) / line) : 0.0;
}

/* Which of the sums are wanted. */
typedef enum LineSum
{
	LINE_POOR,
	LINE_GAP,
	LINE_SEVERITY,
	LINE_WATTS,
	LINE_SHORTFALL,
	LINE_FGT,
	LINE_PROSPERITY
} LineSum;

extern double line_sum(RankedSource *source, LineSum which, double line, double alpha);

#endif /* RANKED_POVERTY_H */
