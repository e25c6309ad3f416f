/* SPDX-License-Identifier: PostgreSQL */
/*
 * ranked_poverty.c
 *		Poverty measures that need ranks, and measures of ranked rows at any line.
 */
#include "ranked_poverty.h"

#include "poverty.h"

#include <float.h>

/*
 * Σ g m (2 T - C0 - C1) over steps of the poor, m the step's weight between C0
 * and C1: for T the weight of the poor, or of all.
 */
static double
sum_of_ranked_gaps(RankedSource *gaps, const LorenzSums *sums, DoubleDouble top)
{
	DoubleDouble twice = dd_add(top, top);
	DoubleDouble sum = { 0.0, 0.0 };
	const LorenzStep *step;
	LorenzWalk walk;

	lorenz_begin(&walk, gaps, sums);
	while ((step = lorenz_step(&walk)) != NULL && step->x < 0.0)
	{
		double rank = dd_value(dd_subtract(dd_subtract(twice, step->c0), step->c1));

		add_to(&sum, -step->x * step->weight * rank);
	}
	return dd_value(sum) / sums->income_scale;
}

/*
 * Sen: 2 Σ w g (Wp - C + w/2)/(W Wp) over the poor.  Sen, "Poverty: an ordinal
 * approach to measurement", Econometrica 44 (1976), in the form for large numbers.
 */
bool
sen_index_of(RankedSource *gaps, double *result)
{
	LorenzSums sums;
	double divisor;

	if (!lorenz_sums(gaps, &sums))
		return false;
	divisor = dd_value(dd_multiply(sums.weight, sums.below));
	*result = divisor > 0.0 ? sum_of_ranked_gaps(gaps, &sums, sums.below) / divisor : 0.0;
	return true;
}

/*
 * Sen-Shorrocks-Thon: Σ w g (2 W - 2 C + w)/W^2.  Shorrocks, "Revisiting the Sen
 * poverty index", Econometrica 63 (1995).
 */
bool
sen_shorrocks_thon_of(RankedSource *gaps, double *result)
{
	LorenzSums sums;

	if (!lorenz_sums(gaps, &sums))
		return false;
	*result = sum_of_ranked_gaps(gaps, &sums, sums.weight) /
		dd_value(dd_multiply(sums.weight, sums.weight));
	return true;
}

/* Of a source of gaps the entries of the poor. */
typedef struct PoorSource
{
	RankedSource source;
	RankedSource *gaps;
} PoorSource;

static size_t
poor_next(RankedSource *base, const RankedEntry **entries)
{
	RankedSource *gaps = ((PoorSource *) base)->gaps;
	size_t n = gaps->next(gaps, entries);
	size_t poor = 0;

	while (poor < n && (*entries)[poor].x < 0.0)
		poor++;
	return poor;
}

static void
poor_rewind(RankedSource *base)
{
	RankedSource *gaps = ((PoorSource *) base)->gaps;

	gaps->rewind(gaps);
}

/* The median of the gaps of the poor; false when there are none. */
bool
median_gap_of(RankedSource *gaps, double *result)
{
	PoorSource poor = { { poor_next, poor_rewind, gaps->poll }, gaps };
	RankedTotals totals = ranked_totals(&poor.source);

	if (totals.entries == 0)
		return false;
	*result = -ranked_quantile(&poor.source, &totals, 0.5, QUANTILE_MEAN_AT_TIE);
	return true;
}

static size_t
gap_next(RankedSource *base, const RankedEntry **entries)
{
	GapSource *source = (GapSource *) base;
	size_t n = source->incomes->next(source->incomes, entries);

	for (size_t i = 0; i < n; i++)
	{
		source->block[i] = (*entries)[i];
		source->block[i].x = negative_gap(source->block[i].x, source->line);
	}
	*entries = source->block;
	return n;
}

static void
gap_rewind(RankedSource *base)
{
	RankedSource *incomes = ((GapSource *) base)->incomes;

	incomes->rewind(incomes);
}

void
gap_source_init(GapSource *source, RankedSource *incomes, double line)
{
	source->source.next = gap_next;
	source->source.rewind = gap_rewind;
	source->source.poll = incomes->poll;
	source->incomes = incomes;
	source->line = line;
}

/* The term of one row. */
static double
line_term(LineSum which, const RankedEntry *entry, double line, double alpha)
{
	switch (which)
	{
		case LINE_GAP:
			return poverty_gap_term(entry->x, line, entry->w);
		case LINE_SEVERITY:
			return poverty_severity_term(entry->x, line, entry->w);
		case LINE_WATTS:
			return watts_term(entry->x, line, entry->w);
		case LINE_SHORTFALL:
			return shortfall_term(entry->x, line, entry->w);
		case LINE_FGT:
			return fgt_term(entry->x, line, entry->w, alpha);
		case LINE_PROSPERITY:
			return prosperity_gap_term(entry->x, line, entry->w);
		default:
			return entry->w;
	}
}

/*
 * The sum over the poor (over all, for the prosperity gap) of the terms of
 * poverty.h, which are those of the aggregates against a line, exact and
 * rounded once; infinite or NaN when a term was.
 */
double
line_sum(RankedSource *source, LineSum which, double line, double alpha)
{
	const RankedEntry *entry;
	ExactTotal total;
	RankedWalk walk;

	exact_total_init(&total);
	walk_begin(&walk, source);
	while ((entry = walk_next(&walk)) != NULL && (entry->x < line || which == LINE_PROSPERITY))
	{
		double term = line_term(which, entry, line, alpha);

		if (!(term >= -DBL_MAX && term <= DBL_MAX))
			return term;
		exact_total_add_times(&total, term, entry->rows);
	}
	return exact_total_value(&total);
}
