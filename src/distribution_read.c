/* SPDX-License-Identifier: PostgreSQL */
/*
 * distribution_read.c
 *		The readers of income_distribution: any index, at any line, from a stored value.
 *
 * Each reader takes the way of the aggregate of its name over the same entries,
 * and gives the same bits.  What only asks for the weight below an income reads
 * the index of the value and one block, also of a value that is stored out of
 * line.
 */
#include "composite.h"
#include "distribution.h"

#include "access/detoast.h"
#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/memutils.h"

/* An exact value of which only the index is at hand. */
typedef struct DistributionIndex
{
	DistributionBytes bytes;
	struct varlena *value; /* the whole value, if it is at hand */
	struct varlena *stored;
	RankedEntry entry[2 * RANKED_BLOCK];
} DistributionIndex;

/* Opens the index of an argument; false for the bounded form. */
static bool
open_index(FunctionCallInfo fcinfo, int argno, DistributionIndex *index)
{
	struct varlena *value = (struct varlena *) DatumGetPointer(PG_GETARG_DATUM(argno));
	struct varlena *part;
	DistributionHeader header;

	index->stored = value;
	index->value = NULL;
	if (!VARATT_IS_EXTERNAL_ONDISK(value))
	{
		index->value = pg_detoast_datum_packed(value);
		part = index->value;
	}
	else
		part = detoast_attr_slice(value, 0, DISTRIBUTION_HEADER);
	if (!distribution_header((uint8 *) VARDATA_ANY(part), VARSIZE_ANY_EXHDR(part), &header))
		(void) distribution_opened(part); /* says what is wrong */
	if (header.is_bounded)
		return false;
	if (index->value == NULL)
		part = detoast_attr_slice(value, 0, (int32) (DISTRIBUTION_HEADER + header.index_size));
	if (!distribution_open((uint8 *) VARDATA_ANY(part), VARSIZE_ANY_EXHDR(part), &index->bytes))
		elog(ERROR, "the index of an income_distribution is not whole");
	return true;
}

/* Reads a block into the entries, from a place in them on; returns how many there are. */
static size_t
read_block(DistributionIndex *index, uint32 block, size_t place)
{
	Size offset = DISTRIBUTION_HEADER + index->bytes.header.index_size +
		distribution_block_offset(&index->bytes, block);
	const uint8 *from;

	if (index->value != NULL)
		from = (const uint8 *) VARDATA_ANY(index->value) + offset;
	else
	{
		/* room for what unpacking may read beyond */
		uint8 *copy = palloc0(DISTRIBUTION_BLOCK_MAX + DISTRIBUTION_PADDING);
		struct varlena *part = detoast_attr_slice(index->stored, (int32) offset,
												  DISTRIBUTION_BLOCK_MAX);

		memcpy(copy, VARDATA_ANY(part), VARSIZE_ANY_EXHDR(part));
		from = copy;
	}
	return distribution_read_block(&index->bytes, block, from, index->entry + place);
}

/* The weight below a line, and of all, each exact and rounded once. */
static void
weights_at(FunctionCallInfo fcinfo, double line, double *below, double *all)
{
	DistributionIndex *index = palloc(sizeof(DistributionIndex));
	StoredDistribution *stored;
	ExactTotal total;
	ExactTotal poor;

	if (open_index(fcinfo, 0, index))
	{
		uint32 block = distribution_block_of(&index->bytes, key_of_double(line + 0.0));
		size_t n = read_block(index, block, 0);

		distribution_total(&index->bytes, &total);
		distribution_before(&index->bytes, block, &poor);
		for (size_t i = 0; i < n && index->entry[i].x < line; i++)
			exact_total_add_times(&poor, index->entry[i].w, index->entry[i].rows);
	}
	else
	{
		stored = distribution_argument(fcinfo, 0);
		bounded_total(&stored->set, &total);
		bounded_below(&stored->set, line, &poor);
	}
	*below = exact_total_value(&poor);
	*all = check_result(exact_total_value(&total), "the sum of the weights");
}

PG_FUNCTION_INFO_V1(distribution_headcount_ratio);
Datum
distribution_headcount_ratio(PG_FUNCTION_ARGS)
{
	double below;
	double all;

	weights_at(fcinfo, check_positive(PG_GETARG_FLOAT8(1), "line"), &below, &all);
	PG_RETURN_FLOAT8(below / all);
}

PG_FUNCTION_INFO_V1(distribution_poor_population);
Datum
distribution_poor_population(PG_FUNCTION_ARGS)
{
	double below;
	double all;

	weights_at(fcinfo, check_positive(PG_GETARG_FLOAT8(1), "line"), &below, &all);
	PG_RETURN_FLOAT8(below);
}

/* The share of the weight with an income up to x. */
PG_FUNCTION_INFO_V1(distribution_cdf);
Datum
distribution_cdf(PG_FUNCTION_ARGS)
{
	double x = check_finite(PG_GETARG_FLOAT8(1), "x");
	double below;
	double all;

	weights_at(fcinfo, nextafter(x, INFINITY), &below, &all);
	PG_RETURN_FLOAT8(below / all);
}

PG_FUNCTION_INFO_V1(distribution_population);
Datum
distribution_population(PG_FUNCTION_ARGS)
{
	double below;
	double all;

	weights_at(fcinfo, DBL_MAX, &below, &all);
	PG_RETURN_FLOAT8(all);
}

PG_FUNCTION_INFO_V1(distribution_observations);
Datum
distribution_observations(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(distribution_argument(fcinfo, 0)->header.rows);
}

/* A quantile of a value: of an exact one by its index, where the rule allows. */
static double
quantile_of(FunctionCallInfo fcinfo, int argno, double p, QuantileRule rule)
{
	DistributionIndex *index = palloc(sizeof(DistributionIndex));
	StoredDistribution *stored;
	RankedTotals totals;

	if (p > 0.0 && p < 1.0 && rule != QUANTILE_CONTINUOUS && open_index(fcinfo, argno, index))
	{
		EntrySource source;
		ExactTotal whole;
		ExactTotal before;
		RankedWalk walk;
		uint32 block;
		size_t n;
		double all;

		distribution_total(&index->bytes, &whole);
		all = check_result(exact_total_value(&whole), "the sum of the weights");
		block = distribution_block_at(&index->bytes, &whole, p);
		distribution_before(&index->bytes, block, &before);
		n = read_block(index, block, 0);
		if (block + 1 < index->bytes.header.blocks)
			n += read_block(index, block + 1, n);
		entry_source_init(&source, index->entry, n);
		walk_begin(&walk, &source.source);
		return quantile_from(&walk, &before, &whole, all, p, rule);
	}
	stored = distribution_argument(fcinfo, argno);
	totals = ranked_totals(stored->source);
	(void) check_result(totals.weight_value, "the sum of the weights");
	return ranked_quantile(stored->source, &totals, p, rule);
}

static Datum
read_quantile(FunctionCallInfo fcinfo, QuantileRule rule)
{
	double p = check_share(PG_GETARG_FLOAT8(1), "p");

	PG_RETURN_FLOAT8(check_result(quantile_of(fcinfo, 0, p, rule), "the quantile"));
}

PG_FUNCTION_INFO_V1(distribution_weighted_quantile);
Datum
distribution_weighted_quantile(PG_FUNCTION_ARGS)
{
	return read_quantile(fcinfo, QUANTILE_MEAN_AT_TIE);
}

PG_FUNCTION_INFO_V1(distribution_weighted_quantile_low);
Datum
distribution_weighted_quantile_low(PG_FUNCTION_ARGS)
{
	return read_quantile(fcinfo, QUANTILE_LOW);
}

PG_FUNCTION_INFO_V1(distribution_weighted_quantile_cont);
Datum
distribution_weighted_quantile_cont(PG_FUNCTION_ARGS)
{
	return read_quantile(fcinfo, QUANTILE_CONTINUOUS);
}

PG_FUNCTION_INFO_V1(distribution_weighted_median);
Datum
distribution_weighted_median(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(check_result(quantile_of(fcinfo, 0, 0.5, QUANTILE_MEAN_AT_TIE), "the median"));
}

/* Readers of indices that need no more than the entries. */
#define DEFINE_INDEX_READER(name, index)                                              \
	PG_FUNCTION_INFO_V1(name);                                                        \
	Datum name(PG_FUNCTION_ARGS)                                                      \
	{                                                                                 \
		return answer_index(fcinfo, distribution_argument(fcinfo, 0)->source, index); \
	}

DEFINE_INDEX_READER(distribution_gini, gini_index)
DEFINE_INDEX_READER(distribution_income_quintile_share_ratio, quintile_share_ratio)
DEFINE_INDEX_READER(distribution_palma_ratio, palma_ratio_of)
DEFINE_INDEX_READER(distribution_hoover_index, hoover_index_of)
DEFINE_INDEX_READER(distribution_zenga_index, zenga_index_of)
DEFINE_INDEX_READER(distribution_wolfson_polarization, wolfson_index)
DEFINE_INDEX_READER(distribution_mean_income, mean_of_ranked)

PG_FUNCTION_INFO_V1(distribution_bottom_share);
Datum
distribution_bottom_share(PG_FUNCTION_ARGS)
{
	double p = check_share(PG_GETARG_FLOAT8(1), "p");

	return answer_portion(fcinfo, distribution_argument(fcinfo, 0)->source, p, bottom_share_of);
}

PG_FUNCTION_INFO_V1(distribution_top_share);
Datum
distribution_top_share(PG_FUNCTION_ARGS)
{
	double p = check_share(PG_GETARG_FLOAT8(1), "p");

	return answer_portion(fcinfo, distribution_argument(fcinfo, 0)->source, p, top_share_of);
}

PG_FUNCTION_INFO_V1(distribution_lorenz_curve);
Datum
distribution_lorenz_curve(PG_FUNCTION_ARGS)
{
	double n = check_ordinates(PG_GETARG_FLOAT8(1));

	return answer_curve(fcinfo, distribution_argument(fcinfo, 0)->source, n);
}

static Datum
read_line_share(FunctionCallInfo fcinfo, LineShareMeasure measure)
{
	double share = check_positive(PG_GETARG_FLOAT8(1), "share");

	return answer_line_share(fcinfo, distribution_argument(fcinfo, 0)->source, share, measure);
}

PG_FUNCTION_INFO_V1(distribution_relative_poverty_line);
Datum
distribution_relative_poverty_line(PG_FUNCTION_ARGS)
{
	return read_line_share(fcinfo, MEASURE_LINE);
}

PG_FUNCTION_INFO_V1(distribution_at_risk_of_poverty_rate);
Datum
distribution_at_risk_of_poverty_rate(PG_FUNCTION_ARGS)
{
	return read_line_share(fcinfo, MEASURE_RATE);
}

PG_FUNCTION_INFO_V1(distribution_relative_median_poverty_gap);
Datum
distribution_relative_median_poverty_gap(PG_FUNCTION_ARGS)
{
	return read_line_share(fcinfo, MEASURE_MEDIAN_GAP);
}

/* Readers of indices over the gaps at a line. */
static Datum
read_gaps(FunctionCallInfo fcinfo, RankedIndex index)
{
	double line = check_positive(PG_GETARG_FLOAT8(1), "line");
	GapSource *gaps = palloc(sizeof(GapSource));

	gap_source_init(gaps, distribution_argument(fcinfo, 0)->source, line);
	return answer_index(fcinfo, &gaps->source, index);
}

PG_FUNCTION_INFO_V1(distribution_sen_index);
Datum
distribution_sen_index(PG_FUNCTION_ARGS)
{
	return read_gaps(fcinfo, sen_index_of);
}

PG_FUNCTION_INFO_V1(distribution_sen_shorrocks_thon_index);
Datum
distribution_sen_shorrocks_thon_index(PG_FUNCTION_ARGS)
{
	return read_gaps(fcinfo, sen_shorrocks_thon_of);
}

PG_FUNCTION_INFO_V1(distribution_median_poverty_gap);
Datum
distribution_median_poverty_gap(PG_FUNCTION_ARGS)
{
	return read_gaps(fcinfo, median_gap_of);
}

/* What a measure divides by. */
typedef enum Divisor
{
	BY_NOTHING,
	BY_POPULATION,
	BY_POOR
} Divisor;

/* Measures that take logarithms or reciprocals have none of an income that is not positive. */
static void
check_incomes(RankedSource *source, LineSum which)
{
	RankedWalk walk;
	const RankedEntry *entry;

	if (which != LINE_WATTS && which != LINE_PROSPERITY)
		return;
	walk_begin(&walk, source);
	entry = walk_next(&walk);
	/* which is below every line */
	if (entry->x <= 0.0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s is undefined for an income of %s",
						which == LINE_WATTS ? "the Watts index" : "the prosperity gap",
						float8out_internal(entry->x)),
				 errhint("Leave such rows out with FILTER (WHERE income > 0) when the distribution is made, or give them a bottom code of your choice with greatest(income, floor).")));
}

/* A sum over the rows at a line, by a divisor. */
static Datum
read_at_line(FunctionCallInfo fcinfo, LineSum which, double alpha, Divisor divisor)
{
	double line = check_positive(PG_GETARG_FLOAT8(1),
								 which == LINE_PROSPERITY ? "prosperity_standard" : "line");
	RankedSource *source = distribution_argument(fcinfo, 0)->source;
	double below;
	double all;
	double sum;

	check_incomes(source, which);
	sum = check_result(line_sum(source, which, line, alpha), "a sum");
	if (divisor == BY_NOTHING)
		PG_RETURN_FLOAT8(sum);
	weights_at(fcinfo, line, &below, &all);
	if (divisor == BY_POOR && below <= 0.0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(check_result(sum / (divisor == BY_POOR ? below : all), "the measure"));
}

PG_FUNCTION_INFO_V1(distribution_poverty_gap);
Datum
distribution_poverty_gap(PG_FUNCTION_ARGS)
{
	return read_at_line(fcinfo, LINE_GAP, 0.0, BY_POPULATION);
}

PG_FUNCTION_INFO_V1(distribution_poverty_severity);
Datum
distribution_poverty_severity(PG_FUNCTION_ARGS)
{
	return read_at_line(fcinfo, LINE_SEVERITY, 0.0, BY_POPULATION);
}

PG_FUNCTION_INFO_V1(distribution_watts_index);
Datum
distribution_watts_index(PG_FUNCTION_ARGS)
{
	return read_at_line(fcinfo, LINE_WATTS, 0.0, BY_POPULATION);
}

PG_FUNCTION_INFO_V1(distribution_income_gap_ratio);
Datum
distribution_income_gap_ratio(PG_FUNCTION_ARGS)
{
	return read_at_line(fcinfo, LINE_GAP, 0.0, BY_POOR);
}

PG_FUNCTION_INFO_V1(distribution_mean_shortfall);
Datum
distribution_mean_shortfall(PG_FUNCTION_ARGS)
{
	return read_at_line(fcinfo, LINE_SHORTFALL, 0.0, BY_POOR);
}

PG_FUNCTION_INFO_V1(distribution_total_shortfall);
Datum
distribution_total_shortfall(PG_FUNCTION_ARGS)
{
	return read_at_line(fcinfo, LINE_SHORTFALL, 0.0, BY_NOTHING);
}

PG_FUNCTION_INFO_V1(distribution_fgt);
Datum
distribution_fgt(PG_FUNCTION_ARGS)
{
	return read_at_line(fcinfo, LINE_FGT, check_not_negative(PG_GETARG_FLOAT8(2), "alpha"),
						BY_POPULATION);
}

PG_FUNCTION_INFO_V1(distribution_prosperity_gap);
Datum
distribution_prosperity_gap(PG_FUNCTION_ARGS)
{
	return read_at_line(fcinfo, LINE_PROSPERITY, 0.0, BY_POPULATION);
}

/* About how many blocks are walked through in the time of a look-up by the index. */
#define BLOCKS_A_LOOK_UP 2

/* The quantiles at (i - 1/2)/n of an argument: each looked up, or all in one walk where that is shorter. */
static double *
mid_quantiles(FunctionCallInfo fcinfo, int argno, int n)
{
	double *quantile = palloc((Size) n * sizeof(double));
	DistributionIndex *index = palloc(sizeof(DistributionIndex));

	if (open_index(fcinfo, argno, index) &&
		n < (int64) index->bytes.header.blocks / BLOCKS_A_LOOK_UP)
	{
		MemoryContext work = AllocSetContextCreate(CurrentMemoryContext, "poverty_ext quantiles",
												   ALLOCSET_DEFAULT_SIZES);
		MemoryContext old = MemoryContextSwitchTo(work);

		for (int i = 0; i < n; i++)
		{
			CHECK_FOR_INTERRUPTS();
			quantile[i] = quantile_of(fcinfo, argno, (i + 0.5) / n, QUANTILE_MEAN_AT_TIE);
			MemoryContextReset(work);
		}
		MemoryContextSwitchTo(old);
		MemoryContextDelete(work);
	}
	else
	{
		StoredDistribution *stored = distribution_argument(fcinfo, argno);
		RankedTotals totals = ranked_totals(stored->source);

		(void) check_result(totals.weight_value, "the sum of the weights");
		ranked_mid_quantiles(stored->source, &totals, n, quantile);
	}
	return quantile;
}

/* Growth of the quantile at (i - 1/2)/n, i = 1 … n; NULL where the first is not positive. */
PG_FUNCTION_INFO_V1(distribution_growth_incidence);
Datum
distribution_growth_incidence(PG_FUNCTION_ARGS)
{
	int n = (int) check_ordinates(PG_GETARG_FLOAT8(2));
	Datum *growth = palloc((Size) n * sizeof(Datum));
	bool *is_null = palloc((Size) n * sizeof(bool));
	double *before = mid_quantiles(fcinfo, 0, n);
	double *after = mid_quantiles(fcinfo, 1, n);
	int lower_bound = 1;

	for (int i = 0; i < n; i++)
	{
		is_null[i] = before[i] <= 0.0;
		growth[i] = is_null[i] ?
			(Datum) 0 :
			Float8GetDatum(check_result(after[i] / before[i] - 1.0, "the growth"));
	}
	PG_RETURN_ARRAYTYPE_P(construct_md_array(growth, is_null, 1, &n, &lower_bound, FLOAT8OID,
											 sizeof(float8), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE));
}

/* A composite of two bounds, either of which may be unknown. */
static Datum
return_bounds(FunctionCallInfo fcinfo, Bounds bounds)
{
	Datum values[2] = { Float8GetDatum(bounds.lower), Float8GetDatum(bounds.upper) };
	bool nulls[2] = { !isfinite(bounds.lower), !isfinite(bounds.upper) };

	return composite_result(fcinfo, values, nulls, lengthof(values));
}

PG_FUNCTION_INFO_V1(distribution_headcount_ratio_bounds);
Datum
distribution_headcount_ratio_bounds(PG_FUNCTION_ARGS)
{
	double line = check_positive(PG_GETARG_FLOAT8(1), "line");
	StoredDistribution *stored = distribution_argument(fcinfo, 0);
	Bounds bounds;

	if (stored->header.is_bounded)
		bounds = bounded_headcount(&stored->set, line);
	else
	{
		double below;
		double all;

		weights_at(fcinfo, line, &below, &all);
		bounds.lower = bounds.upper = below / all;
	}
	return return_bounds(fcinfo, bounds);
}

PG_FUNCTION_INFO_V1(distribution_weighted_quantile_bounds);
Datum
distribution_weighted_quantile_bounds(PG_FUNCTION_ARGS)
{
	double p = check_share(PG_GETARG_FLOAT8(1), "p");
	StoredDistribution *stored = distribution_argument(fcinfo, 0);
	Bounds bounds;

	if (stored->header.is_bounded)
		bounds = bounded_quantile(&stored->set, p);
	else
		bounds.lower = bounds.upper = quantile_of(fcinfo, 0, p, QUANTILE_MEAN_AT_TIE);
	return return_bounds(fcinfo, bounds);
}

PG_FUNCTION_INFO_V1(distribution_gini_bounds);
Datum
distribution_gini_bounds(PG_FUNCTION_ARGS)
{
	StoredDistribution *stored = distribution_argument(fcinfo, 0);
	Bounds bounds;
	double gini;

	if (!gini_index(stored->source, &gini))
		PG_RETURN_NULL();
	bounds.lower = bounds.upper = gini;
	if (stored->header.is_bounded)
		bounds = bounded_gini(&stored->set, gini);
	return return_bounds(fcinfo, bounds);
}
