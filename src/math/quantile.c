/* SPDX-License-Identifier: PostgreSQL */
/*
 * quantile.c
 *		Weighted quantiles of ranked rows.
 */
#include "quantile.h"

#include "double_double.h"

#include <math.h>

/* (a + b)/2, which may not overflow. */
static double
mean_of(double a, double b)
{
	double sum = a + b;

	return isfinite(sum) ? sum / 2.0 : a / 2.0 + b / 2.0;
}

/*
 * The quantile from a place in the walk on, before which the weights in
 * `before` were passed, all of them below the quantile.  There is an entry.
 *
 * Far below p a plain sum decides, whose relative error is below 2^-53 an
 * entry; exact ratios are compared near p only.
 */
double
quantile_from(RankedWalk *walk, ExactTotal *before, const ExactTotal *whole, double whole_value,
			  double p, QuantileRule rule)
{
	double clearly_below = isfinite(whole_value) ? p * whole_value * (1.0 - 1e-6) : 0.0;
	double passed = exact_total_value(before);
	double x = 0.0;
	const RankedEntry *entry;

	while ((entry = walk_next(walk)) != NULL)
	{
		int position;

		x = entry->x;
		exact_total_add_times(before, entry->w, entry->rows);
		passed += entry->w * (double) entry->rows;
		if (passed < clearly_below)
			continue;
		position = exact_ratio_compare(before, whole, p);
		if (position < 0)
			continue;
		if (position > 0 || rule == QUANTILE_LOW)
			return x;
		entry = walk_next(walk);
		return entry == NULL ? x : mean_of(x, entry->x);
	}
	return x;
}

/* The number at a share of the way from a to b, whose distance may overflow. */
static double
between(double a, double b, double share)
{
	double distance = b - a;

	return isfinite(distance) ? a + share * distance : (1.0 - share) * a + share * b;
}

/* The continuous rule; totals are those of the source.  Weights whose sum is no double, which callers refuse, reach no
 * knot: then it is the highest income. */
static double
continuous_quantile(RankedSource *source, const RankedTotals *totals, double p)
{
	DoubleDouble passed = { 0.0, 0.0 };
	ExactTotal but_last = totals->weight;
	double scale = scale_to_one(totals->top_weight);
	const RankedEntry *entry;
	double previous = totals->lowest;
	double knot = 0.0;
	double wanted;
	RankedWalk walk;

	exact_total_add_times(&but_last, -totals->last_weight, 1);
	wanted = p * (exact_total_value(&but_last) * scale);
	walk_begin(&walk, source);
	while ((entry = walk_next(&walk)) != NULL)
	{
		/* the first row of the entry stands at the weight passed before it */
		double next_knot = dd_value(passed);
		double w = entry->w * scale;

		if (next_knot > wanted)
			return between(previous, entry->x, (wanted - knot) / (next_knot - knot));
		passed = dd_add(passed, dd_product(w, (double) (entry->rows - 1)));
		knot = dd_value(passed);
		previous = entry->x;
		if (knot >= wanted)
			return entry->x;
		passed = dd_add_double(passed, w);
	}
	return totals->highest;
}

/* The quantile at p in [0, 1] of a source that has an entry. */
double
ranked_quantile(RankedSource *source, const RankedTotals *totals, double p, QuantileRule rule)
{
	ExactTotal before;
	RankedWalk walk;

	if (p <= 0.0)
		return totals->lowest;
	if (p >= 1.0)
		return totals->highest;
	if (rule == QUANTILE_CONTINUOUS)
		return continuous_quantile(source, totals, p);
	exact_total_init(&before);
	walk_begin(&walk, source);
	return quantile_from(&walk, &before, &totals->weight, totals->weight_value, p, rule);
}

/*
 * The quantiles at (i - 1/2)/n, i = 1 ... n, of a source that has an entry, in
 * one walk: each the one that ranked_quantile() finds with the mean at a tie.
 */
void
ranked_mid_quantiles(RankedSource *source, const RankedTotals *totals, int n, double *quantile)
{
	double whole = totals->weight_value;
	ExactTotal reached;
	double passed = 0.0; /* about the same, as quantile_from() sums it */
	double x = totals->lowest;
	const RankedEntry *entry; /* the one that is not reached yet */
	RankedWalk walk;

	exact_total_init(&reached);
	walk_begin(&walk, source);
	entry = walk_next(&walk);
	for (int i = 0; i < n; i++)
	{
		double p = (i + 0.5) / n;
		double clearly_below = isfinite(whole) ? p * whole * (1.0 - 1e-6) : 0.0;
		int position = -1;

		if (source->poll != NULL && i % RANKED_BLOCK == 0)
			source->poll();
		while (entry != NULL &&
			   (passed < clearly_below ||
				(position = exact_ratio_compare(&reached, &totals->weight, p)) < 0))
		{
			x = entry->x;
			exact_total_add_times(&reached, entry->w, entry->rows);
			passed += entry->w * (double) entry->rows;
			entry = walk_next(&walk);
		}
		quantile[i] = position == 0 ? mean_of(x, entry->x) : x;
	}
}
