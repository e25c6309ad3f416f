/* SPDX-License-Identifier: PostgreSQL */
/*
 * quantile.h
 *		Weighted quantiles of ranked rows, in three conventions.
 *
 * C is the running sum of weights over incomes ascending, inclusive; W the sum
 * of all; sums are exact, and C/W is the exact ratio rounded once.
 */
#ifndef QUANTILE_H
#define QUANTILE_H

#include "ranked.h"

typedef enum QuantileRule
{
	/*
	 * The smallest x with C/W > p, or, where some C/W equals p, the mean of that
	 * x and the next: Eurostat, SAS (type 2 of Hyndman & Fan, "Sample quantiles
	 * in statistical packages", The American Statistician 50, 1996).
	 */
	QUANTILE_MEAN_AT_TIE,
	/* The smallest x with C/W >= p: the inverse of the distribution function (type 1). */
	QUANTILE_LOW,
	/*
	 * Linear between the rows at the knots C(k-1)/C(n-1), rows being counted one
	 * by one: type 7 for equal weights, the rule of R's survey for others.
	 */
	QUANTILE_CONTINUOUS
} QuantileRule;

extern double ranked_quantile(RankedSource *source, const RankedTotals *totals, double p,
							  QuantileRule rule);
extern void ranked_mid_quantiles(RankedSource *source, const RankedTotals *totals, int n,
								 double *quantile);
extern double quantile_from(RankedWalk *walk, ExactTotal *before, const ExactTotal *whole,
							double whole_value, double p, QuantileRule rule);

/*
 * The search for a quantile among rows that are in no order (quantile_select.c):
 * the rows that decide are gathered, sorted, and walked through by
 * quantile_from() with what the search knows.
 */
typedef struct QuantileSearch
{
	ExactTotal whole;   /* weight of all rows */
	ExactTotal before;  /* weight of the rows below those that decide */
	double whole_value; /* the first, rounded */
	uint64_t low;       /* keys of the rows that decide are from here */
	uint64_t span;      /* to low + span */
	void (*poll)(void); /* called now and then, if not NULL; may leave by longjmp() */
} QuantileSearch;

extern size_t quantile_candidates(QuantileSearch *search, const uint64_t *rows, size_t n, int width,
								  double p, void (*poll)(void));
extern void quantile_gather(QuantileSearch *search, const uint64_t *rows, size_t n, int width,
							uint64_t *to);

#endif /* QUANTILE_H */
