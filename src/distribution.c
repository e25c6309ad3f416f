/* SPDX-License-Identifier: PostgreSQL */
/*
 * distribution.c
 *		Room distribution: thresholds and inequality from the data, in one step.
 *
 * Aggregates over the same arguments have the same transition function, so that
 * PostgreSQL collects and sorts the rows of several of them in one query once.
 */
#include "distribution.h"

#include "catalog/pg_type.h"
#include "utils/array.h"

#define WEIGHT(argno) (PG_NARGS() > (argno) ? PG_GETARG_FLOAT8(argno) : 1.0)

/* A share of the weight. */
double
check_share(double p, const char *what)
{
	if (unlikely(!(p >= 0.0 && p <= 1.0)))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be between 0 and 1, not %s", what, float8out_internal(p)),
				 errhint("Shares are fractions: 0.2 is 20 %%.")));
	return p + 0.0;
}

/* A number of ordinates. */
double
check_ordinates(double n)
{
	if (unlikely(!(n >= 1.0 && n <= ROWS_ORDINATES_MAX) || n != floor(n)))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("n must be a whole number from 1 to %d, not %s", ROWS_ORDINATES_MAX,
						float8out_internal(n)),
				 errhint("10 gives deciles, 100 percentiles.")));
	return n;
}

/* Whether one of the arguments of a row is NULL. */
static bool
has_null(FunctionCallInfo fcinfo)
{
	for (int i = 1; i < PG_NARGS(); i++)
		if (PG_ARGISNULL(i))
			return true;
	return false;
}

/* The state as it is, of a row that is left out. */
static Datum
left_out(FunctionCallInfo fcinfo)
{
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	PG_RETURN_DATUM(PG_GETARG_DATUM(0));
}

/* Appends a row of income and weight; width 1 for forms without weight. */
static Datum
append_row(FunctionCallInfo fcinfo, RowsKind kind, double parameter, double key, double weight,
		   bool weighted)
{
	Rows rows = rows_state(fcinfo, kind, weighted ? 2 : 1, parameter);
	uint64 row[ROW_WIDTH_MAX] = { key_of_double(key + 0.0), word_of_weight(weight), 1 };

	rows_append(fcinfo, &rows, row);
	return rows_datum(&rows);
}

PG_FUNCTION_INFO_V1(distribution_transition);
Datum
distribution_transition(PG_FUNCTION_ARGS)
{
	bool weighted = PG_NARGS() > 2;
	double weight;

	if (PG_ARGISNULL(1) || (weighted && PG_ARGISNULL(2)))
		return left_out(fcinfo);
	weight = weighted ? check_not_negative(PG_GETARG_FLOAT8(2), "weight") : 1.0;
	if (weight == 0.0)
		return left_out(fcinfo);
	return append_row(fcinfo, ROWS_DISTRIBUTION, 0.0, check_finite(PG_GETARG_FLOAT8(1), "income"),
					  weight, weighted);
}

/* A row of an aggregate with a parameter: income, parameter, weight. */
static Datum
parameter_row(FunctionCallInfo fcinfo, RowsKind kind, double parameter)
{
	double weight = check_not_negative(WEIGHT(3), "weight");

	if (weight == 0.0)
		return left_out(fcinfo);
	return append_row(fcinfo, kind, parameter, check_finite(PG_GETARG_FLOAT8(1), "income"), weight,
					  PG_NARGS() > 3);
}

PG_FUNCTION_INFO_V1(distribution_at_share_transition);
Datum
distribution_at_share_transition(PG_FUNCTION_ARGS)
{
	if (has_null(fcinfo))
		return left_out(fcinfo);
	return parameter_row(fcinfo, ROWS_AT_SHARE, check_share(PG_GETARG_FLOAT8(2), "p"));
}

PG_FUNCTION_INFO_V1(distribution_line_share_transition);
Datum
distribution_line_share_transition(PG_FUNCTION_ARGS)
{
	if (has_null(fcinfo))
		return left_out(fcinfo);
	return parameter_row(fcinfo, ROWS_AT_LINE_SHARE, check_positive(PG_GETARG_FLOAT8(2), "share"));
}

PG_FUNCTION_INFO_V1(distribution_ordinates_transition);
Datum
distribution_ordinates_transition(PG_FUNCTION_ARGS)
{
	if (has_null(fcinfo))
		return left_out(fcinfo);
	return parameter_row(fcinfo, ROWS_ORDINATES, check_ordinates(PG_GETARG_FLOAT8(2)));
}

/* Income, line, weight: the relative gap of the poor is what rows are ordered by. */
PG_FUNCTION_INFO_V1(distribution_gaps_transition);
Datum
distribution_gaps_transition(PG_FUNCTION_ARGS)
{
	double weight;
	double income;
	double line;

	if (has_null(fcinfo))
		return left_out(fcinfo);
	weight = check_not_negative(WEIGHT(3), "weight");
	if (weight == 0.0)
		return left_out(fcinfo);
	income = check_finite(PG_GETARG_FLOAT8(1), "income");
	line = check_positive(PG_GETARG_FLOAT8(2), "line");
	return append_row(fcinfo, ROWS_GAPS, 0.0,
					  check_result(negative_gap(income, line), "the relative gap of an income"),
					  weight, PG_NARGS() > 3);
}

/* What is concentrated, what it is ranked by, weight. */
PG_FUNCTION_INFO_V1(distribution_concentration_transition);
Datum
distribution_concentration_transition(PG_FUNCTION_ARGS)
{
	uint64 row[ROW_WIDTH_MAX];
	double weight;
	Rows rows;

	if (has_null(fcinfo))
		return left_out(fcinfo);
	weight = check_not_negative(WEIGHT(3), "weight");
	if (weight == 0.0)
		return left_out(fcinfo);
	row[0] = key_of_double(check_finite(PG_GETARG_FLOAT8(2), "rank_by") + 0.0);
	row[1] = key_of_double(check_finite(PG_GETARG_FLOAT8(1), "y") + 0.0);
	row[2] = word_of_weight(weight);
	rows = rows_state(fcinfo, ROWS_CONCENTRATION, ROW_WIDTH_MAX, 0.0);
	rows_append(fcinfo, &rows, row);
	return rows_datum(&rows);
}

/* What a kernel says of a source: NULL where the index is undefined. */
Datum
answer_index(FunctionCallInfo fcinfo, RankedSource *source, RankedIndex index)
{
	double result;

	if (!index(source, &result))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(check_result(result, "the index"));
}

/* Totals of a source that has rows, whose weights have a sum. */
static RankedTotals
checked_totals(RankedSource *source)
{
	RankedTotals totals = ranked_totals(source);

	(void) check_result(totals.weight_value, "the sum of the weights");
	return totals;
}

Datum
answer_quantile(FunctionCallInfo fcinfo, RankedSource *source, double p, QuantileRule rule)
{
	RankedTotals totals = checked_totals(source);

	if (totals.entries == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(check_result(ranked_quantile(source, &totals, p, rule), "the quantile"));
}

/* The line that is a share of the median, the rate below it, or the median gap of the poor. */
Datum
answer_line_share(FunctionCallInfo fcinfo, RankedSource *source, double share,
				  LineShareMeasure measure)
{
	RankedTotals totals = checked_totals(source);
	GapSource gaps;
	double line;
	double result;

	if (totals.entries == 0)
		PG_RETURN_NULL();
	line = share * ranked_quantile(source, &totals, 0.5, QUANTILE_MEAN_AT_TIE);
	check_result(line, "the line");
	if (measure == MEASURE_LINE)
		PG_RETURN_FLOAT8(line);
	if (line <= 0.0)
		PG_RETURN_NULL();
	if (measure == MEASURE_RATE)
		PG_RETURN_FLOAT8(line_sum(source, LINE_POOR, line, 0.0) / totals.weight_value);
	gap_source_init(&gaps, source, line);
	if (!median_gap_of(&gaps.source, &result))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(check_result(result, "the gap"));
}

/* L(0), L(1/n), …, L(1). */
Datum
answer_curve(FunctionCallInfo fcinfo, RankedSource *source, double n)
{
	int count = (int) n + 1;
	double *p = palloc((Size) count * sizeof(double));
	double *ordinate = palloc((Size) count * sizeof(double));
	DoubleDouble *income = palloc((Size) count * sizeof(DoubleDouble));
	Datum *datum = palloc((Size) count * sizeof(Datum));

	for (int i = 0; i < count; i++)
		p[i] = i / n;
	if (!lorenz_ordinates(source, p, (size_t) count, ordinate, income))
		PG_RETURN_NULL();
	for (int i = 0; i < count; i++)
		datum[i] = Float8GetDatum(check_result(ordinate[i], "an ordinate"));
	PG_RETURN_ARRAYTYPE_P(
		construct_array(datum, count, FLOAT8OID, sizeof(float8), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE));
}

/* Final functions of the indices that need no more than the rows. */
#define DEFINE_INDEX_FINAL(name, kind, index)                                \
	PG_FUNCTION_INFO_V1(name);                                               \
	Datum name(PG_FUNCTION_ARGS)                                             \
	{                                                                        \
		return answer_index(fcinfo, rows_source(fcinfo, kind, NULL), index); \
	}

DEFINE_INDEX_FINAL(gini_final, ROWS_DISTRIBUTION, gini_index)
DEFINE_INDEX_FINAL(income_quintile_share_ratio_final, ROWS_DISTRIBUTION, quintile_share_ratio)
DEFINE_INDEX_FINAL(palma_ratio_final, ROWS_DISTRIBUTION, palma_ratio_of)
DEFINE_INDEX_FINAL(hoover_index_final, ROWS_DISTRIBUTION, hoover_index_of)
DEFINE_INDEX_FINAL(zenga_index_final, ROWS_DISTRIBUTION, zenga_index_of)
DEFINE_INDEX_FINAL(wolfson_polarization_final, ROWS_DISTRIBUTION, wolfson_index)
DEFINE_INDEX_FINAL(sen_index_final, ROWS_GAPS, sen_index_of)
DEFINE_INDEX_FINAL(sen_shorrocks_thon_index_final, ROWS_GAPS, sen_shorrocks_thon_of)
DEFINE_INDEX_FINAL(median_poverty_gap_final, ROWS_GAPS, median_gap_of)
DEFINE_INDEX_FINAL(concentration_index_final, ROWS_CONCENTRATION, concentration_index_of)

/* A share of income of a share p of the weight. */
Datum
answer_portion(FunctionCallInfo fcinfo, RankedSource *source, double p, PortionIndex index)
{
	double result;

	if (!index(source, p, &result))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(check_result(result, "the share"));
}

PG_FUNCTION_INFO_V1(bottom_share_final);
Datum
bottom_share_final(PG_FUNCTION_ARGS)
{
	double p;
	RankedSource *source = rows_source(fcinfo, ROWS_AT_SHARE, &p);

	return answer_portion(fcinfo, source, p, bottom_share_of);
}

PG_FUNCTION_INFO_V1(top_share_final);
Datum
top_share_final(PG_FUNCTION_ARGS)
{
	double p;
	RankedSource *source = rows_source(fcinfo, ROWS_AT_SHARE, &p);

	return answer_portion(fcinfo, source, p, top_share_of);
}

PG_FUNCTION_INFO_V1(lorenz_curve_final);
Datum
lorenz_curve_final(PG_FUNCTION_ARGS)
{
	double n;
	RankedSource *source = rows_source(fcinfo, ROWS_ORDINATES, &n);

	return answer_curve(fcinfo, source, n);
}
