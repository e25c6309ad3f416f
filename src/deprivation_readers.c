/* SPDX-License-Identifier: PostgreSQL */
/*
 * deprivation_readers.c
 *		Room deprivation: what can be read from an mpi_summary.
 *
 * The readers are the final functions of the aggregates of the same names.
 */
#include "deprivation.h"

#include "common/shortest_dec.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"

/* Σ over the indicators of weight · Σw·g·1(poor): all poverty there is, in units of weight. */
static MpiScaled
poverty_of(const MpiSummary *summary)
{
	check_result(mpi_sum(summary, MPI_POOR, 0), "the poor population");
	return mpi_weighted_sum(summary, MPI_CENSORED, mpi_all_indicators(summary));
}

/* M0 from the censored deprivations, M1 from the gaps, M2 from their squares. */
bool
mpi_measure(const MpiSummary *summary, MpiSum sum, double *result)
{
	if (summary->rows == 0)
		return false;
	check_result(mpi_sum(summary, MPI_POPULATION, 0), "the population");
	*result = mpi_mean_score(summary, sum, MPI_POPULATION);
	return true;
}

/* A sum over the population. */
bool
mpi_population_share(const MpiSummary *summary, MpiSum sum, int indicator, double *result)
{
	double population = check_result(mpi_sum(summary, MPI_POPULATION, 0), "the population");

	if (summary->rows == 0)
		return false;
	*result = mpi_sum(summary, sum, indicator) / population;
	return true;
}

bool
mpi_headcount_ratio(const MpiSummary *summary, double *result)
{
	return mpi_population_share(summary, MPI_POOR, 0, result);
}

/* A; undefined without poor. */
bool
mpi_average_intensity(const MpiSummary *summary, double *result)
{
	double poor = check_result(mpi_sum(summary, MPI_POOR, 0), "the poor population");

	if (summary->rows == 0 || poor <= 0.0)
		return false;
	*result = mpi_mean_score(summary, MPI_CENSORED, MPI_POOR);
	return true;
}

/* The part of some indicators in M0; undefined where M0 is 0. */
bool
mpi_contribution(const MpiSummary *summary, uint64_t indicators, double *result)
{
	MpiScaled whole = poverty_of(summary);

	if (whole.high <= 0.0)
		return false;
	*result = mpi_ratio(mpi_weighted_sum(summary, MPI_CENSORED, indicators), whole);
	return true;
}

static Datum
result_datum(FunctionCallInfo fcinfo, bool known, double result)
{
	if (!known)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(result);
}

PG_FUNCTION_INFO_V1(mpi_read_m0);
Datum
mpi_read_m0(PG_FUNCTION_ARGS)
{
	double result = 0.0;
	bool known = mpi_measure(PG_GETARG_MPI_SUMMARY(0), MPI_CENSORED, &result);

	return result_datum(fcinfo, known, result);
}

PG_FUNCTION_INFO_V1(mpi_read_headcount);
Datum
mpi_read_headcount(PG_FUNCTION_ARGS)
{
	double result = 0.0;
	bool known = mpi_headcount_ratio(PG_GETARG_MPI_SUMMARY(0), &result);

	return result_datum(fcinfo, known, result);
}

PG_FUNCTION_INFO_V1(mpi_read_intensity);
Datum
mpi_read_intensity(PG_FUNCTION_ARGS)
{
	double result = 0.0;
	bool known = mpi_average_intensity(PG_GETARG_MPI_SUMMARY(0), &result);

	return result_datum(fcinfo, known, result);
}

/* M1 or M2, which only gaps give. */
static Datum
read_gap_measure(FunctionCallInfo fcinfo, MpiSum sum)
{
	const MpiSummary *summary = PG_GETARG_MPI_SUMMARY(0);
	double result = 0.0;
	bool known;

	if (summary->rows > 0 && !summary->has_gaps)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("an mpi_summary of plain deprivations holds no gaps"),
				 errhint("Make the summary from normalised gaps: mpi_summary(gaps float8[], weights, k).")));
	known = mpi_measure(summary, sum, &result);
	return result_datum(fcinfo, known, result);
}

PG_FUNCTION_INFO_V1(mpi_read_gap);
Datum
mpi_read_gap(PG_FUNCTION_ARGS)
{
	return read_gap_measure(fcinfo, MPI_GAP);
}

PG_FUNCTION_INFO_V1(mpi_read_severity);
Datum
mpi_read_severity(PG_FUNCTION_ARGS)
{
	return read_gap_measure(fcinfo, MPI_SEVERITY);
}

PG_FUNCTION_INFO_V1(mpi_read_observations);
Datum
mpi_read_observations(PG_FUNCTION_ARGS)
{
	const MpiSummary *summary = PG_GETARG_MPI_SUMMARY(0);

	if (summary->rows == 0)
		PG_RETURN_NULL();
	PG_RETURN_INT64(summary->rows);
}

static Datum
read_sum(FunctionCallInfo fcinfo, MpiSum sum)
{
	const MpiSummary *summary = PG_GETARG_MPI_SUMMARY(0);

	if (summary->rows == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(check_result(mpi_sum(summary, sum, 0), "a sum"));
}

PG_FUNCTION_INFO_V1(mpi_read_population);
Datum
mpi_read_population(PG_FUNCTION_ARGS)
{
	return read_sum(fcinfo, MPI_POPULATION);
}

PG_FUNCTION_INFO_V1(mpi_read_poor_population);
Datum
mpi_read_poor_population(PG_FUNCTION_ARGS)
{
	return read_sum(fcinfo, MPI_POOR);
}

/* What stands for indicator j in one of the arrays. */
typedef enum ArrayOf
{
	ARRAY_UNCENSORED,
	ARRAY_CENSORED,
	ARRAY_CONTRIBUTIONS,
	ARRAY_DEPRIVED
} ArrayOf;

/* Fills one value for each indicator; false where they are undefined. */
static bool
indicator_values(const MpiSummary *summary, ArrayOf what, double *value)
{
	bool known = summary->rows > 0;

	for (int j = 0; known && j < summary->indicators; j++)
	{
		switch (what)
		{
			case ARRAY_UNCENSORED:
				known = mpi_population_share(summary, MPI_UNCENSORED, j, &value[j]);
				break;
			case ARRAY_CENSORED:
				known = mpi_population_share(summary, MPI_CENSORED, j, &value[j]);
				break;
			case ARRAY_CONTRIBUTIONS:
				known = mpi_contribution(summary, UINT64CONST(1) << j, &value[j]);
				break;
			case ARRAY_DEPRIVED:
				value[j] = check_result(mpi_sum(summary, MPI_UNCENSORED, j), "a sum");
				break;
		}
	}
	return known;
}

static Datum
read_array(FunctionCallInfo fcinfo, ArrayOf what)
{
	const MpiSummary *summary = PG_GETARG_MPI_SUMMARY(0);
	double value[MPI_INDICATORS_MAX];

	if (!indicator_values(summary, what, value))
		PG_RETURN_NULL();
	PG_RETURN_POINTER(float8_array(value, summary->indicators));
}

PG_FUNCTION_INFO_V1(mpi_read_uncensored);
Datum
mpi_read_uncensored(PG_FUNCTION_ARGS)
{
	return read_array(fcinfo, ARRAY_UNCENSORED);
}

PG_FUNCTION_INFO_V1(mpi_read_censored);
Datum
mpi_read_censored(PG_FUNCTION_ARGS)
{
	return read_array(fcinfo, ARRAY_CENSORED);
}

PG_FUNCTION_INFO_V1(mpi_read_contributions);
Datum
mpi_read_contributions(PG_FUNCTION_ARGS)
{
	return read_array(fcinfo, ARRAY_CONTRIBUTIONS);
}

PG_FUNCTION_INFO_V1(mpi_read_deprived);
Datum
mpi_read_deprived(PG_FUNCTION_ARGS)
{
	return read_array(fcinfo, ARRAY_DEPRIVED);
}

/* Whether a group can be a part of the whole. */
static bool
is_part(const MpiSummary *group, const MpiSummary *whole)
{
	bool part = group->rows <= whole->rows;

	for (int s = 0; part && s < mpi_sum_count(whole); s++)
		part = mpi_compare_sums(group, s, whole, s) <= 0;
	return part;
}

/* The part of a group in the poverty of the whole: (population · M0) of one over that of the other. */
PG_FUNCTION_INFO_V1(mpi_subgroup_contribution);
Datum
mpi_subgroup_contribution(PG_FUNCTION_ARGS)
{
	const MpiSummary *group = PG_GETARG_MPI_SUMMARY(0);
	const MpiSummary *whole = PG_GETARG_MPI_SUMMARY(1);
	MpiScaled poverty;

	if (group->rows > 0 && whole->rows > 0)
		check_same_parameters(group, whole);
	if (group->rows > 0 && (whole->rows == 0 || !is_part(group, whole)))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the first mpi_summary is of no part of the second"),
				 errhint("Give the summary of a group, and the merged summary of all groups, this one among them.")));
	poverty = poverty_of(whole);
	if (poverty.high <= 0.0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(mpi_ratio(poverty_of(group), poverty));
}

static void
write_number(StringInfo json, double value)
{
	char number[DOUBLE_SHORTEST_DECIMAL_LEN];

	double_to_shortest_decimal_buf(value, number);
	appendStringInfoString(json, number);
}

/* Writes a member of a JSON object, null where it is not known. */
static void
write_member(StringInfo json, const char *name, bool known, double value)
{
	appendStringInfo(json, ", \"%s\": ", name);
	if (known)
		write_number(json, value);
	else
		appendStringInfoString(json, "null");
}

static void
write_values(StringInfo json, const char *name, bool known, const double *value, int count)
{
	appendStringInfo(json, ", \"%s\": ", name);
	if (!known)
	{
		appendStringInfoString(json, "null");
		return;
	}
	for (int i = 0; i < count; i++)
	{
		appendStringInfoString(json, i == 0 ? "[" : ", ");
		write_number(json, value[i]);
	}
	appendStringInfoChar(json, ']');
}

static void
write_array(StringInfo json, const char *name, const MpiSummary *summary, ArrayOf what)
{
	double value[MPI_INDICATORS_MAX] = { 0.0 };
	bool known = indicator_values(summary, what, value);

	write_values(json, name, known, value, summary->indicators);
}

PG_FUNCTION_INFO_V1(mpi_summary_to_jsonb);
Datum
mpi_summary_to_jsonb(PG_FUNCTION_ARGS)
{
	const MpiSummary *summary = PG_GETARG_MPI_SUMMARY(0);
	bool any = summary->rows > 0;
	double value = 0.0;
	bool known;
	StringInfoData json;

	initStringInfo(&json);
	appendStringInfo(&json, "{\"observations\": " INT64_FORMAT, summary->rows);
	write_member(&json, "population", any, any ? mpi_sum(summary, MPI_POPULATION, 0) : 0.0);
	write_member(&json, "poor_population", any, any ? mpi_sum(summary, MPI_POOR, 0) : 0.0);
	write_member(&json, "k", any, summary->k);
	write_values(&json, "weights", any, summary->weight, summary->indicators);
	known = mpi_measure(summary, MPI_CENSORED, &value);
	write_member(&json, "mpi", known, value);
	known = mpi_headcount_ratio(summary, &value);
	write_member(&json, "mpi_headcount", known, value);
	known = mpi_average_intensity(summary, &value);
	write_member(&json, "mpi_intensity", known, value);
	if (summary->has_gaps)
	{
		known = mpi_measure(summary, MPI_GAP, &value);
		write_member(&json, "mpi_gap", known, value);
		known = mpi_measure(summary, MPI_SEVERITY, &value);
		write_member(&json, "mpi_severity", known, value);
	}
	write_array(&json, "mpi_uncensored_headcounts", summary, ARRAY_UNCENSORED);
	write_array(&json, "mpi_censored_headcounts", summary, ARRAY_CENSORED);
	write_array(&json, "mpi_contributions", summary, ARRAY_CONTRIBUTIONS);
	appendStringInfoChar(&json, '}');
	return DirectFunctionCall1(jsonb_in, CStringGetDatum(json.data));
}
