/* SPDX-License-Identifier: PostgreSQL */
/*
 * summary_value.c
 *		Type poverty_summary: the sums behind the poverty measures, to be stored,
 *		merged and read later.
 *
 * Stored values are in the canonical form of math/exact_sum.h, one byte form
 * for one multiset of rows; so equality, hashing and order compare bytes.
 */
#include "math/poverty.h"
#include "summary.h"

#include "common/hashfn.h"
#include "common/shortest_dec.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"

/* Counts a row in (direction 1) or out (-1). */
static Datum
summary_row(FunctionCallInfo fcinfo, int direction)
{
	ExactSums *sums = sums_state(fcinfo, SUMS_POVERTY_SUMMARY);
	double term[POVERTY_SUM_COUNT];
	bool has_logarithm;
	PovertyRow row;

	if (!read_poverty_row(fcinfo, "line", 3, &row))
		return sums_state_or_value(fcinfo, sums);
	has_logarithm = row.income > 0.0;
	term[SUM_POPULATION] = row.weight;
	if (row.is_poor)
	{
		double x = row.income;
		double z = row.line;
		double w = row.weight;

		term[SUM_POOR] = w;
		term[SUM_GAP] = check_term(poverty_gap_term(x, z, w), &row, "line");
		term[SUM_SEVERITY] = check_term(poverty_severity_term(x, z, w), &row, "line");
		term[SUM_WATTS] = has_logarithm ? check_term(watts_term(x, z, w), &row, "line") : 0.0;
		term[SUM_SHORTFALL] = check_amount(shortfall_term(x, z, w), &row);
	}
	sums_add_row(&sums, term, row.is_poor ? POVERTY_SUM_COUNT : 1, direction);
	/* marked: the poor whose income has no logarithm */
	sums_count(sums, direction, row.is_poor && !has_logarithm ? direction : 0);
	return sums_state_or_value(fcinfo, sums);
}

PG_FUNCTION_INFO_V1(poverty_summary_transition);
Datum
poverty_summary_transition(PG_FUNCTION_ARGS)
{
	return summary_row(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(poverty_summary_inverse);
Datum
poverty_summary_inverse(PG_FUNCTION_ARGS)
{
	return summary_row(fcinfo, -1);
}

/* The first summary with the second added to it, in place within an aggregate.
 */
PG_FUNCTION_INFO_V1(poverty_summary_add);
Datum
poverty_summary_add(PG_FUNCTION_ARGS)
{
	ExactSums *sums = sums_state(fcinfo, SUMS_POVERTY_SUMMARY);

	sums_merge(&sums, PG_GETARG_EXACT_SUMS(1), 1);
	return sums_state_or_value(fcinfo, sums);
}

/* The first summary with the second taken away, in place within an aggregate.
 */
PG_FUNCTION_INFO_V1(poverty_summary_take_away);
Datum
poverty_summary_take_away(PG_FUNCTION_ARGS)
{
	ExactSums *sums = sums_state(fcinfo, SUMS_POVERTY_SUMMARY);

	sums_merge(&sums, PG_GETARG_EXACT_SUMS(1), -1);
	return sums_state_or_value(fcinfo, sums);
}

/* A state as a value: canonical, and NULL without a row. */
PG_FUNCTION_INFO_V1(poverty_summary_final);
Datum
poverty_summary_final(PG_FUNCTION_ARGS)
{
	const ExactSums *sums = sums_argument(fcinfo, SUMS_POVERTY_SUMMARY);

	if (sums->rows == 0)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(sums_canonical(sums));
}

PG_FUNCTION_INFO_V1(poverty_summary_merge);
Datum
poverty_summary_merge(PG_FUNCTION_ARGS)
{
	ExactSums *sums = sums_canonical(PG_GETARG_EXACT_SUMS(0));

	sums_merge(&sums, PG_GETARG_EXACT_SUMS(1), 1);
	PG_RETURN_POINTER(sums_canonical(sums));
}

PG_FUNCTION_INFO_V1(poverty_summary_subtract);
Datum
poverty_summary_subtract(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(sums_difference(PG_GETARG_EXACT_SUMS(0), PG_GETARG_EXACT_SUMS(1)));
}

PG_FUNCTION_INFO_V1(poverty_summary_in);
Datum
poverty_summary_in(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(sums_from_text(PG_GETARG_CSTRING(0), SUMS_POVERTY_SUMMARY));
}

PG_FUNCTION_INFO_V1(poverty_summary_recv);
Datum
poverty_summary_recv(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(sums_read((StringInfo) PG_GETARG_POINTER(0), SUMS_POVERTY_SUMMARY));
}

/* Whether the two arguments have the same bytes: values outside an aggregate are canonical. */
static bool
are_equal(FunctionCallInfo fcinfo)
{
	ExactSums *a = PG_GETARG_EXACT_SUMS(0);
	ExactSums *b = PG_GETARG_EXACT_SUMS(1);
	bool equal = VARSIZE(a) == VARSIZE(b) &&
		memcmp(VARDATA(a), VARDATA(b), VARSIZE(a) - VARHDRSZ) == 0;

	PG_FREE_IF_COPY(a, 0);
	PG_FREE_IF_COPY(b, 1);
	return equal;
}

PG_FUNCTION_INFO_V1(poverty_summary_eq);
Datum
poverty_summary_eq(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(are_equal(fcinfo));
}

PG_FUNCTION_INFO_V1(poverty_summary_ne);
Datum
poverty_summary_ne(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(!are_equal(fcinfo));
}

/*
 * An order of the bytes, which means nothing, for what sorts: count(DISTINCT),
 * ORDER BY, merge joins, unique indexes.
 */
static int
compare_bytes(FunctionCallInfo fcinfo)
{
	ExactSums *a = PG_GETARG_EXACT_SUMS(0);
	ExactSums *b = PG_GETARG_EXACT_SUMS(1);
	int order = memcmp(VARDATA(a), VARDATA(b), Min(VARSIZE(a), VARSIZE(b)) - VARHDRSZ);

	if (order == 0)
		order = (VARSIZE(a) > VARSIZE(b)) - (VARSIZE(a) < VARSIZE(b));
	PG_FREE_IF_COPY(a, 0);
	PG_FREE_IF_COPY(b, 1);
	return order;
}

PG_FUNCTION_INFO_V1(poverty_summary_cmp);
Datum
poverty_summary_cmp(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(compare_bytes(fcinfo));
}

PG_FUNCTION_INFO_V1(poverty_summary_lt);
Datum
poverty_summary_lt(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare_bytes(fcinfo) < 0);
}

PG_FUNCTION_INFO_V1(poverty_summary_le);
Datum
poverty_summary_le(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare_bytes(fcinfo) <= 0);
}

PG_FUNCTION_INFO_V1(poverty_summary_gt);
Datum
poverty_summary_gt(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare_bytes(fcinfo) > 0);
}

PG_FUNCTION_INFO_V1(poverty_summary_ge);
Datum
poverty_summary_ge(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare_bytes(fcinfo) >= 0);
}

PG_FUNCTION_INFO_V1(poverty_summary_hash);
Datum
poverty_summary_hash(PG_FUNCTION_ARGS)
{
	ExactSums *sums = PG_GETARG_EXACT_SUMS(0);
	Datum hash = hash_any((unsigned char *) VARDATA(sums), (int) (VARSIZE(sums) - VARHDRSZ));

	PG_FREE_IF_COPY(sums, 0);
	return hash;
}

PG_FUNCTION_INFO_V1(poverty_summary_hash_extended);
Datum
poverty_summary_hash_extended(PG_FUNCTION_ARGS)
{
	ExactSums *sums = PG_GETARG_EXACT_SUMS(0);
	Datum hash = hash_any_extended((unsigned char *) VARDATA(sums),
								   (int) (VARSIZE(sums) - VARHDRSZ), PG_GETARG_INT64(1));

	PG_FREE_IF_COPY(sums, 0);
	return hash;
}

/*
 * The readers.  Each divides the same two sums as the aggregate of its name
 * does, and so gives the same bits.
 */

/* One sum over another; false without a positive denominator, which is so without a row. */
static bool
ratio(const ExactSums *sums, int numerator, int denominator, double *result)
{
	double divisor = sums_value(sums, denominator);

	if (divisor <= 0.0)
		return false;
	*result = check_measure(sums_value(sums, numerator) / divisor);
	return true;
}

static Datum
read_ratio(FunctionCallInfo fcinfo, int numerator, int denominator)
{
	double result;

	if (!ratio(PG_GETARG_EXACT_SUMS(0), numerator, denominator, &result))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(result);
}

static Datum
read_sum(FunctionCallInfo fcinfo, int which)
{
	const ExactSums *sums = PG_GETARG_EXACT_SUMS(0);

	if (sums->rows == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(sums_value(sums, which));
}

PG_FUNCTION_INFO_V1(summary_headcount_ratio);
Datum
summary_headcount_ratio(PG_FUNCTION_ARGS)
{
	return read_ratio(fcinfo, SUM_POOR, SUM_POPULATION);
}

PG_FUNCTION_INFO_V1(summary_poverty_gap);
Datum
summary_poverty_gap(PG_FUNCTION_ARGS)
{
	return read_ratio(fcinfo, SUM_GAP, SUM_POPULATION);
}

PG_FUNCTION_INFO_V1(summary_poverty_severity);
Datum
summary_poverty_severity(PG_FUNCTION_ARGS)
{
	return read_ratio(fcinfo, SUM_SEVERITY, SUM_POPULATION);
}

PG_FUNCTION_INFO_V1(summary_watts_index);
Datum
summary_watts_index(PG_FUNCTION_ARGS)
{
	const ExactSums *sums = PG_GETARG_EXACT_SUMS(0);

	if (sums->marked > 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the Watts index is undefined for a summary of " INT64_FORMAT " poor rows with an income of zero or below",
						sums->marked),
				 errhint("Make the summary with FILTER (WHERE income > 0), or give such rows a bottom code of your choice with greatest(income, floor); its other measures can be read as it is.")));
	return read_ratio(fcinfo, SUM_WATTS, SUM_POPULATION);
}

PG_FUNCTION_INFO_V1(summary_income_gap_ratio);
Datum
summary_income_gap_ratio(PG_FUNCTION_ARGS)
{
	return read_ratio(fcinfo, SUM_GAP, SUM_POOR);
}

PG_FUNCTION_INFO_V1(summary_mean_shortfall);
Datum
summary_mean_shortfall(PG_FUNCTION_ARGS)
{
	return read_ratio(fcinfo, SUM_SHORTFALL, SUM_POOR);
}

PG_FUNCTION_INFO_V1(summary_total_shortfall);
Datum
summary_total_shortfall(PG_FUNCTION_ARGS)
{
	return read_sum(fcinfo, SUM_SHORTFALL);
}

PG_FUNCTION_INFO_V1(summary_poor_population);
Datum
summary_poor_population(PG_FUNCTION_ARGS)
{
	return read_sum(fcinfo, SUM_POOR);
}

PG_FUNCTION_INFO_V1(summary_population);
Datum
summary_population(PG_FUNCTION_ARGS)
{
	return read_sum(fcinfo, SUM_POPULATION);
}

PG_FUNCTION_INFO_V1(summary_observations);
Datum
summary_observations(PG_FUNCTION_ARGS)
{
	const ExactSums *sums = PG_GETARG_EXACT_SUMS(0);

	if (sums->rows == 0)
		PG_RETURN_NULL();
	PG_RETURN_INT64(sums->rows);
}

PG_FUNCTION_INFO_V1(summary_fgt);
Datum
summary_fgt(PG_FUNCTION_ARGS)
{
	double alpha = check_not_negative(PG_GETARG_FLOAT8(1), "alpha");

	if (alpha == 0.0)
		return read_ratio(fcinfo, SUM_POOR, SUM_POPULATION);
	if (alpha == 1.0)
		return read_ratio(fcinfo, SUM_GAP, SUM_POPULATION);
	if (alpha == 2.0)
		return read_ratio(fcinfo, SUM_SEVERITY, SUM_POPULATION);
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("a poverty_summary holds FGT for alpha 0, 1 and 2, not %s",
					float8out_internal(alpha)),
			 errhint("Compute fgt(income, line, alpha) from the rows.")));
}

/* Writes a member of a JSON object: the shortest decimal that is the number, or
 * null. */
static void
write_member(StringInfo json, const char *name, bool known, double value)
{
	char number[DOUBLE_SHORTEST_DECIMAL_LEN];

	if (known)
		double_to_shortest_decimal_buf(value, number);
	appendStringInfo(json, ", \"%s\": %s", name, known ? number : "null");
}

static void
write_ratio(StringInfo json, const char *name, const ExactSums *sums, int numerator,
			int denominator)
{
	double value = 0.0;
	bool known = ratio(sums, numerator, denominator, &value);

	write_member(json, name, known, value);
}

PG_FUNCTION_INFO_V1(poverty_summary_to_jsonb);
Datum
poverty_summary_to_jsonb(PG_FUNCTION_ARGS)
{
	const ExactSums *sums = PG_GETARG_EXACT_SUMS(0);
	bool has_rows = sums->rows > 0;
	double watts = 0.0;
	bool has_watts = sums->marked == 0 && ratio(sums, SUM_WATTS, SUM_POPULATION, &watts);
	StringInfoData json;

	initStringInfo(&json);
	if (has_rows)
		appendStringInfo(&json, "{\"observations\": " INT64_FORMAT, sums->rows);
	else
		appendStringInfoString(&json, "{\"observations\": null");
	write_member(&json, "population", has_rows, sums_value(sums, SUM_POPULATION));
	write_member(&json, "poor_population", has_rows, sums_value(sums, SUM_POOR));
	write_member(&json, "total_shortfall", has_rows, sums_value(sums, SUM_SHORTFALL));
	write_ratio(&json, "headcount_ratio", sums, SUM_POOR, SUM_POPULATION);
	write_ratio(&json, "poverty_gap", sums, SUM_GAP, SUM_POPULATION);
	write_ratio(&json, "poverty_severity", sums, SUM_SEVERITY, SUM_POPULATION);
	write_member(&json, "watts_index", has_watts, watts);
	write_ratio(&json, "income_gap_ratio", sums, SUM_GAP, SUM_POOR);
	write_ratio(&json, "mean_shortfall", sums, SUM_SHORTFALL, SUM_POOR);
	appendStringInfoChar(&json, '}');
	return DirectFunctionCall1(jsonb_in, CStringGetDatum(json.data));
}
