/* SPDX-License-Identifier: PostgreSQL */
/*
 * growth.c
 *		What growth did to a distribution.
 */
#include "growth.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Incomes this near to a line, relatively, are on it once they have been multiplied. */
#define ON_THE_LINE 1e-12

static bool
is_on_line(double x, double line)
{
	return fabs(x - line) <= ON_THE_LINE * line;
}

/* Whether a number is what at most 15 decimal digits say. */
static bool
is_short_number(double x)
{
	char text[32];

	snprintf(text, sizeof(text), "%.15g", x);
	return strtod(text, NULL) == x;
}

/*
 * The income that stands for those that come to be on the line when incomes are
 * scaled to the mean of another year: of the actual incomes of that year the one
 * on it, so that growth of all incomes alike is no redistribution.  Where there is
 * none, the line itself, which is not poor; for a line that is the next number
 * above a short one, as that of a law which says "at or below", the short one.
 */
double
income_at_line(RankedSource *actual, double line)
{
	double below = nextafter(line, 0.0);
	const RankedEntry *entry;
	RankedWalk walk;
	double found = !is_short_number(line) && is_short_number(below) ? below : line;

	walk_begin(&walk, actual);
	while ((entry = walk_next(&walk)) != NULL && (entry->x < line || is_on_line(entry->x, line)))
		if (is_on_line(entry->x, line))
			found = entry->x;
	return found;
}

static size_t
scaled_next(RankedSource *base, const RankedEntry **entries)
{
	ScaledSource *scaled = (ScaledSource *) base;
	size_t n = scaled->incomes->next(scaled->incomes, entries);

	for (size_t i = 0; i < n; i++)
	{
		double x = (*entries)[i].x * scaled->factor;

		scaled->block[i] = (*entries)[i];
		scaled->block[i].x = is_on_line(x, scaled->line) ? scaled->at_line : x;
	}
	*entries = scaled->block;
	return n;
}

static void
scaled_rewind(RankedSource *base)
{
	RankedSource *incomes = ((ScaledSource *) base)->incomes;

	incomes->rewind(incomes);
}

void
scaled_source_init(ScaledSource *scaled, RankedSource *incomes, double factor, double line,
				   double at_line)
{
	scaled->source.next = scaled_next;
	scaled->source.rewind = scaled_rewind;
	scaled->source.poll = incomes->poll;
	scaled->incomes = incomes;
	scaled->factor = factor;
	scaled->line = line;
	scaled->at_line = at_line;
}

/* A distribution as steps: the income of the step, and the share of the weight up to its end. */
typedef struct ShareWalk
{
	RankedWalk walk;
	const RankedEntry *entry;
	DoubleDouble below;
	double all;
	double end;
} ShareWalk;

/* The next step, if there is one; after the last, it stays. */
static bool
share_next(ShareWalk *walk)
{
	const RankedEntry *entry = walk_next(&walk->walk);

	if (entry == NULL)
		return false;
	walk->entry = entry;
	add_to(&walk->below, entry->w * (double) entry->rows);
	walk->end = dd_value(walk->below) / walk->all;
	return true;
}

static void
share_begin(ShareWalk *walk, RankedSource *source)
{
	RankedTotals totals = ranked_totals(source);

	walk_begin(&walk->walk, source);
	walk->below = (DoubleDouble) { 0.0, 0.0 };
	walk->all = totals.weight_value;
	(void) share_next(walk);
}

/*
 * The mean over the poor before of the growth of their quantile: the integral of
 * y1(p)/y0(p) - 1 for p from 0 to the headcount, over the headcount, y the income
 * at share p of the weight, a step function.  Undefined when nobody was poor.
 * Incomes of the poor before must be above 0, and the sums of the weights finite.
 *
 * M. Ravallion and S. Chen, "Measuring pro-poor growth", Economics Letters 78 (2003).
 */
bool
growth_of_the_poor(RankedSource *before, RankedSource *after, double line, double *result)
{
	ShareWalk y0;
	ShareWalk y1;
	DoubleDouble sum = { 0.0, 0.0 };
	double at = 0.0;

	share_begin(&y0, before);
	share_begin(&y1, after);
	while (y0.entry->x < line)
	{
		double next = y0.end < y1.end ? y0.end : y1.end;

		add_to(&sum, (next - at) * (y1.entry->x / y0.entry->x - 1.0));
		at = next;
		/* the last step of the second goes on, should it end a rounding before the first; an end that is NaN is passed too */
		if (!(y1.end > at) && !share_next(&y1))
			y1.end = INFINITY;
		if (!(y0.end > at) && !share_next(&y0))
			break;
	}
	if (!(at > 0.0))
		return false;
	*result = dd_value(sum) / at;
	return true;
}

/* The bandwidth of the kernel: 0.9 min(sd, IQR / 1.349) n^(-1/5), n the number of rows
 * of equal weight that would be as good; of two spreads of 0 the other. */
static double
bandwidth(RankedSource *source, const RankedTotals *totals, double mean)
{
	double quartiles = ranked_quantile(source, totals, 0.75, QUANTILE_MEAN_AT_TIE) -
		ranked_quantile(source, totals, 0.25, QUANTILE_MEAN_AT_TIE);
	DoubleDouble squares = { 0.0, 0.0 };
	DoubleDouble weights = { 0.0, 0.0 };
	const RankedEntry *entry;
	RankedWalk walk;
	double deviation;
	double spread;

	walk_begin(&walk, source);
	while ((entry = walk_next(&walk)) != NULL)
	{
		double share = entry->w / totals->weight_value;

		add_to(&squares, share * (double) entry->rows * (entry->x - mean) * (entry->x - mean));
		add_to(&weights, share * share * (double) entry->rows);
	}
	deviation = sqrt(dd_value(squares));
	spread = quartiles > 0.0 ? fmin(deviation, quartiles / 1.349) : deviation;
	return 0.9 * spread * pow(dd_value(weights), 0.2);
}

/* The density at x by a Gaussian kernel; undefined when all incomes are the same. */
bool
density_at(RankedSource *source, double x, double *result)
{
	RankedTotals totals = ranked_totals(source);
	DoubleDouble sum = { 0.0, 0.0 };
	const RankedEntry *entry;
	RankedWalk walk;
	double mean;
	double h;

	if (!mean_of_ranked(source, &mean))
		return false;
	h = bandwidth(source, &totals, mean);
	if (!(h > 0.0))
		return false;
	walk_begin(&walk, source);
	while ((entry = walk_next(&walk)) != NULL)
	{
		double distance = (x - entry->x) / h;

		add_to(&sum,
			   entry->w / totals.weight_value * (double) entry->rows *
				   exp(-0.5 * distance * distance));
	}
	/* 1 / sqrt(2 pi) */
	*result = dd_value(sum) * 0.3989422804014327 / h;
	return true;
}
