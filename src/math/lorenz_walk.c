/* SPDX-License-Identifier: PostgreSQL */
/*
 * lorenz_walk.c
 *		Ranked rows as the steps of a Lorenz curve, with running sums.
 */
#include "lorenz_walk.h"

#include <math.h>

static const DoubleDouble zero = { 0.0, 0.0 };

void
lorenz_begin(LorenzWalk *walk, RankedSource *source, const LorenzSums *sums)
{
	walk_begin(&walk->walk, source);
	walk->ahead = walk_next(&walk->walk);
	walk->weight_scale = sums->weight_scale;
	walk->income_scale = sums->income_scale;
	walk->top_weight = 0.0;
	walk->top_income = 0.0;
	walk->step.c1 = zero;
	walk->step.s1 = zero;
	walk->step.y1 = zero;
}

/*
 * Takes the sums of a walk that has come to its end; true when the scales are
 * not right yet, and the walk is to be made again with those that it has set.
 */
bool
lorenz_rescale(const LorenzWalk *walk, LorenzSums *sums)
{
	double weight_scale = scale_to_one(walk->top_weight);
	double income_scale = walk->top_income > 0.0 ? scale_to_one(walk->top_income) : 1.0;
	bool again = weight_scale != sums->weight_scale || income_scale != sums->income_scale;

	sums->weight_scale = weight_scale;
	sums->income_scale = income_scale;
	sums->weight = dd_normal(walk->step.c1.high, walk->step.c1.low);
	sums->income = dd_normal(walk->step.s1.high, walk->step.s1.low);
	return again;
}

/* The sums of a source; false without a row. */
bool
lorenz_sums(RankedSource *source, LorenzSums *sums)
{
	const LorenzStep *step;
	LorenzWalk walk;

	sums->weight_scale = 1.0;
	sums->income_scale = 1.0;
	do
	{
		DoubleDouble below = zero;

		lorenz_begin(&walk, source, sums);
		while ((step = lorenz_step(&walk)) != NULL)
			if (step->x < 0.0)
				below = step->c1;
		if (walk.top_weight == 0.0)
			return false;
		sums->below = dd_normal(below.high, below.low);
	} while (lorenz_rescale(&walk, sums));
	return true;
}
