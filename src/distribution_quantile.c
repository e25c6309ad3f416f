/* SPDX-License-Identifier: PostgreSQL */
/*
 * distribution_quantile.c
 *		Room distribution: quantiles and lines that follow from them, in one step.
 *
 * Where the rows of a group are in memory and in no order yet, a quantile is
 * found without sorting all of them; it is the same to the bit.
 */
#include "distribution.h"

/* Fewer rows are sorted. */
#define LEAST_SEARCHED 256

/* Whether the state is such that a quantile is searched for. */
static bool
can_search(const Rows *rows)
{
	return rows->head->form == ROWS_UNSORTED && rows->head->width <= 2 &&
		rows->head->count >= LEAST_SEARCHED && (rows->large == NULL || rows->large->file == NULL);
}

/* The quantile at p, 0 < p < 1, of rows in no order. */
static double
searched_quantile(const Rows *rows, double p, QuantileRule rule, double *whole)
{
	QuantileSearch *search = palloc(sizeof(QuantileSearch));
	size_t n = (size_t) rows->head->count;
	int width = rows->head->width;
	ArraySource *source = palloc(sizeof(ArraySource));
	Size words;
	uint64 *candidates;
	uint64 *scratch;
	RankedWalk walk;
	size_t count;

	count = quantile_candidates(search, rows->word, n, width, p, rows_poll);
	*whole = check_result(search->whole_value, "the sum of the weights");
	words = mul_size(Max(count, 1), (Size) width * sizeof(uint64));
	candidates = palloc_extended(words, MCXT_ALLOC_HUGE);
	scratch = palloc_extended(words, MCXT_ALLOC_HUGE);
	quantile_gather(search, rows->word, n, width, candidates);
	row_sort(candidates, scratch, count, width, width, rows_poll);
	array_source_init(source, candidates, count, width, ROWS_OF_INCOME);
	walk_begin(&walk, &source->source);
	return check_result(quantile_from(&walk, &search->before, &search->whole, *whole, p, rule),
						"the quantile");
}

/* The rows of the state in the first argument, which must be of this kind. */
static Rows
rows_of_kind(FunctionCallInfo fcinfo, RowsKind kind)
{
	Rows rows = rows_argument(fcinfo, 0);

	if (rows.head->kind != kind)
		(void) rows_source(fcinfo, kind, NULL); /* says so */
	return rows;
}

static Datum
final_quantile(FunctionCallInfo fcinfo, RowsKind kind, QuantileRule rule)
{
	Rows rows = rows_of_kind(fcinfo, kind);
	double p = kind == ROWS_AT_SHARE ? rows.head->parameter : 0.5;
	double whole;

	if (can_search(&rows) && p > 0.0 && p < 1.0 && rule != QUANTILE_CONTINUOUS)
		PG_RETURN_FLOAT8(searched_quantile(&rows, p, rule, &whole));
	return answer_quantile(fcinfo, rows_source_of(fcinfo, &rows), p, rule);
}

/* The weight of the incomes below a line, exact and rounded once. */
static double
weight_below(const Rows *rows, double line)
{
	uint64 key = key_of_double(line);
	size_t width = rows->head->width;
	ExactTotal total;
	int64 count = 0;

	exact_total_init(&total);
	for (uint64 i = 0; i < rows->head->count; i++)
	{
		const uint64 *row = rows->word + i * width;

		poll_at(i);
		if (row[0] >= key)
			continue;
		count++;
		if (width > 1)
			exact_total_add_times(&total, weight_of_word(row[1]), 1);
	}
	return width > 1 ? exact_total_value(&total) : (double) count;
}

static Datum
final_line_share(FunctionCallInfo fcinfo, LineShareMeasure measure)
{
	Rows rows = rows_of_kind(fcinfo, ROWS_AT_LINE_SHARE);
	double share = rows.head->parameter;
	double whole;
	double line;

	if (!can_search(&rows) || measure == MEASURE_MEDIAN_GAP)
		return answer_line_share(fcinfo, rows_source_of(fcinfo, &rows), share, measure);
	line = check_result(share * searched_quantile(&rows, 0.5, QUANTILE_MEAN_AT_TIE, &whole),
						"the line");
	if (measure == MEASURE_LINE)
		PG_RETURN_FLOAT8(line);
	if (line <= 0.0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(weight_below(&rows, line) / whole);
}

PG_FUNCTION_INFO_V1(weighted_median_final);
Datum
weighted_median_final(PG_FUNCTION_ARGS)
{
	return final_quantile(fcinfo, ROWS_DISTRIBUTION, QUANTILE_MEAN_AT_TIE);
}

PG_FUNCTION_INFO_V1(weighted_quantile_final);
Datum
weighted_quantile_final(PG_FUNCTION_ARGS)
{
	return final_quantile(fcinfo, ROWS_AT_SHARE, QUANTILE_MEAN_AT_TIE);
}

PG_FUNCTION_INFO_V1(weighted_quantile_low_final);
Datum
weighted_quantile_low_final(PG_FUNCTION_ARGS)
{
	return final_quantile(fcinfo, ROWS_AT_SHARE, QUANTILE_LOW);
}

PG_FUNCTION_INFO_V1(weighted_quantile_cont_final);
Datum
weighted_quantile_cont_final(PG_FUNCTION_ARGS)
{
	return final_quantile(fcinfo, ROWS_AT_SHARE, QUANTILE_CONTINUOUS);
}

PG_FUNCTION_INFO_V1(relative_poverty_line_final);
Datum
relative_poverty_line_final(PG_FUNCTION_ARGS)
{
	return final_line_share(fcinfo, MEASURE_LINE);
}

PG_FUNCTION_INFO_V1(at_risk_of_poverty_rate_final);
Datum
at_risk_of_poverty_rate_final(PG_FUNCTION_ARGS)
{
	return final_line_share(fcinfo, MEASURE_RATE);
}

PG_FUNCTION_INFO_V1(relative_median_poverty_gap_final);
Datum
relative_median_poverty_gap_final(PG_FUNCTION_ARGS)
{
	return final_line_share(fcinfo, MEASURE_MEDIAN_GAP);
}
