/* SPDX-License-Identifier: PostgreSQL */
/*
 * lorenz_walk.h
 *		Ranked rows as the steps of a Lorenz curve, with running sums.
 *
 * Running sums are kept in double-double, so that a difference of them is as
 * good as a sum of its own.  Weights and incomes far from 1 are brought near it
 * by powers of two: the indices do not change with the scale of either.
 */
#ifndef LORENZ_WALK_H
#define LORENZ_WALK_H

#include "double_double.h"
#include "ranked.h"

#include <math.h>

/* The sums behind the curve, of weights and incomes as scaled. */
typedef struct LorenzSums
{
	double weight_scale;
	double income_scale;
	DoubleDouble weight; /* W */
	DoubleDouble income; /* S = Σwx */
	DoubleDouble below;  /* the weight of incomes below 0 */
} LorenzSums;

/*
 * One income and all rows that have it.  Of the pairs of doubles here only the
 * sum has a meaning: the second is the sum of the errors of the first.
 */
typedef struct LorenzStep
{
	double x;        /* scaled */
	double weight;   /* of the step: c1 - c0, rounded */
	DoubleDouble c0; /* weight below it */
	DoubleDouble c1; /* and up to it */
	DoubleDouble s0; /* Σwx below it */
	DoubleDouble s1;
	DoubleDouble y0; /* Σwy below it, for sources that have y */
	DoubleDouble y1;
} LorenzStep;

typedef struct LorenzWalk
{
	RankedWalk walk;
	const RankedEntry *ahead; /* the entry that was read but not stepped over */
	double weight_scale;
	double income_scale;
	double top_weight; /* the largest weight and |income| so far, not scaled */
	double top_income;
	LorenzStep step;
} LorenzWalk;

extern void lorenz_begin(LorenzWalk *walk, RankedSource *source, const LorenzSums *sums);
extern bool lorenz_rescale(const LorenzWalk *walk, LorenzSums *sums);
extern bool lorenz_sums(RankedSource *source, LorenzSums *sums);

/* A running sum of doubles with the errors of its additions (Neumaier 1974). */
static inline void
add_to(DoubleDouble *sum, double term)
{
	DoubleDouble next = dd_sum(sum->high, term);

	sum->high = next.high;
	sum->low += next.low;
}

/* Counts an entry into the step. */
static inline void
lorenz_enter(LorenzWalk *walk, const RankedEntry *entry)
{
	LorenzStep *step = &walk->step;
	double w = entry->w * walk->weight_scale;

	walk->top_weight = entry->w > walk->top_weight ? entry->w : walk->top_weight;
	if (entry->rows == 1)
		add_to(&step->c1, w);
	else
	{
		DoubleDouble product = dd_product(w, (double) entry->rows);

		add_to(&step->c1, product.high);
		step->c1.low += product.low;
		w = product.high;
	}
	step->weight += w;
	if (entry->y != 0.0)
	{
		double y = fabs(entry->y);

		walk->top_income = y > walk->top_income ? y : walk->top_income;
		add_to(&step->y1, w * (entry->y * walk->income_scale));
	}
}

/* The next income, or NULL at the end. */
static inline const LorenzStep *
lorenz_step(LorenzWalk *walk)
{
	LorenzStep *step = &walk->step;
	bool is_alone = true;
	double x;

	if (walk->ahead == NULL)
		return NULL;
	x = walk->ahead->x;
	step->x = x * walk->income_scale;
	step->weight = 0.0;
	step->c0 = step->c1;
	step->s0 = step->s1;
	step->y0 = step->y1;
	lorenz_enter(walk, walk->ahead);
	while ((walk->ahead = walk_next(&walk->walk)) != NULL && walk->ahead->x == x)
	{
		lorenz_enter(walk, walk->ahead);
		is_alone = false;
	}
	if (!is_alone)
		step->weight = dd_value(dd_subtract(step->c1, step->c0));
	walk->top_income = fabs(x) > walk->top_income ? fabs(x) : walk->top_income;
	add_to(&step->s1, step->x * step->weight);
	return step;
}

#endif /* LORENZ_WALK_H */
