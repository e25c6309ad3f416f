/* SPDX-License-Identifier: PostgreSQL */
/*
 * deprivation_change.c
 *		Room deprivation: tables read from summaries: contributions of dimensions,
 *		and changes between two points in time.
 */
#include "change_series.h"
#include "deprivation.h"

#include "catalog/pg_type.h"
#include "funcapi.h"
#include "math/change.h"
#include "utils/array.h"
#include "utils/builtins.h"

/* The labels of the dimensions, one for each indicator. */
static Datum *
dimension_labels(ArrayType *array, int indicators)
{
	Datum *label;
	bool *isnull;
	int count;

	deconstruct_array(array, TEXTOID, -1, false, TYPALIGN_INT, &label, &isnull, &count);
	if (ARR_NDIM(array) > 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("dimension must be an array of one dimension, not of %d", ARR_NDIM(array)),
				 errhint("Name the dimension of each indicator, in the order of the indicators.")));
	if (count != indicators)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the dimensions number %d, the indicators %d", count, indicators),
				 errhint("Name the dimension of each indicator, in the order of the indicators.")));
	for (int i = 0; i < count; i++)
		if (isnull[i])
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
					 errmsg("the dimension of indicator %d is NULL", i + 1),
					 errhint("Name the dimension of each indicator.")));
	return label;
}

static bool
is_same_text(Datum a, Datum b)
{
	text *x = DatumGetTextPP(a);
	text *y = DatumGetTextPP(b);

	return VARSIZE_ANY_EXHDR(x) == VARSIZE_ANY_EXHDR(y) &&
		memcmp(VARDATA_ANY(x), VARDATA_ANY(y), VARSIZE_ANY_EXHDR(x)) == 0;
}

/* The indicators with the same label as indicator j, or none when an earlier one has it. */
static uint64_t
dimension_of(const Datum *label, int indicators, int j)
{
	uint64_t members = 0;

	for (int i = 0; i < indicators; i++)
		if (is_same_text(label[i], label[j]))
			members |= UINT64CONST(1) << i;
	return __builtin_ctzll(members) == j ? members : 0;
}

/* A row (dimension, contribution) for each dimension, in the order of its first indicator. */
PG_FUNCTION_INFO_V1(mpi_dimension_contributions);
Datum
mpi_dimension_contributions(PG_FUNCTION_ARGS)
{
	const MpiSummary *summary = PG_GETARG_MPI_SUMMARY(0);
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	Datum *label;

	InitMaterializedSRF(fcinfo, 0);
	if (summary->rows == 0)
		return (Datum) 0;
	label = dimension_labels(PG_GETARG_ARRAYTYPE_P(1), summary->indicators);
	for (int j = 0; j < summary->indicators; j++)
	{
		uint64_t members = dimension_of(label, summary->indicators, j);
		Datum value[2] = { label[j], (Datum) 0 };
		bool isnull[2] = { false, false };
		double part = 0.0;

		if (members == 0)
			continue;
		isnull[1] = !mpi_contribution(summary, members, &part);
		value[1] = Float8GetDatum(part);
		tuplestore_putvalues(result->setResult, result->setDesc, value, isnull);
	}
	return (Datum) 0;
}

/* A measure at one point in time; not known where it is undefined. */
typedef struct Reading
{
	bool known;
	double value;
} Reading;

/* One row of mpi_change. */
static void
put_change(ReturnSetInfo *result, const char *measure, int indicator, Reading before, Reading after,
		   double years)
{
	bool both = before.known && after.known;
	double relative = 0.0;
	double growth = 0.0;
	Datum value[8];
	bool isnull[8] = { false };

	value[0] = CStringGetTextDatum(measure);
	value[1] = Int32GetDatum(indicator);
	isnull[1] = indicator == 0;
	value[2] = Float8GetDatum(before.value);
	isnull[2] = !before.known;
	value[3] = Float8GetDatum(after.value);
	isnull[3] = !after.known;
	value[4] = Float8GetDatum(after.value - before.value);
	isnull[4] = !both;
	isnull[5] = !both || !relative_change(after.value, before.value, &relative);
	value[5] = Float8GetDatum(isnull[5] ? 0.0 : check_result(relative, "the relative change"));
	value[6] = Float8GetDatum(
		both ? check_result((after.value - before.value) / years, "the annualised change") : 0.0);
	isnull[6] = !both;
	isnull[7] = !both || !compound_growth(after.value, before.value, years, &growth);
	value[7] = Float8GetDatum(isnull[7] ? 0.0 : check_result(growth, "the annualised growth"));
	tuplestore_putvalues(result->setResult, result->setDesc, value, isnull);
}

static Reading
read_measure(const MpiSummary *summary, MpiSum sum)
{
	Reading reading = { false, 0.0 };

	reading.known = mpi_measure(summary, sum, &reading.value);
	return reading;
}

static Reading
read_share(const MpiSummary *summary, MpiSum sum, int indicator)
{
	Reading reading = { false, 0.0 };

	reading.known = mpi_population_share(summary, sum, indicator, &reading.value);
	return reading;
}

static Reading
read_intensity(const MpiSummary *summary)
{
	Reading reading = { false, 0.0 };

	reading.known = mpi_average_intensity(summary, &reading.value);
	return reading;
}

/* The years from the first to the second. */
static double
years_between(double before, double after)
{
	check_finite(before, "year_before");
	check_finite(after, "year_after");
	if (!(after > before))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("year_after (%s) must be later than year_before (%s)",
						float8out_internal(after), float8out_internal(before)),
				 errhint("Give the earlier summary and its year first; years may have decimals, as 2013.5.")));
	return check_result(after - before, "the number of years");
}

/* The rows of mpi_change: the measures, then the headcounts of each indicator. */
static Datum
changes_over(FunctionCallInfo fcinfo, double years)
{
	const MpiSummary *before = PG_GETARG_MPI_SUMMARY(0);
	const MpiSummary *after = PG_GETARG_MPI_SUMMARY(1);
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;

	InitMaterializedSRF(fcinfo, 0);
	if (before->rows == 0 || after->rows == 0)
		return (Datum) 0;
	check_same_parameters(before, after);
	put_change(result, "mpi", 0, read_measure(before, MPI_CENSORED),
			   read_measure(after, MPI_CENSORED), years);
	put_change(result, "headcount", 0, read_share(before, MPI_POOR, 0),
			   read_share(after, MPI_POOR, 0), years);
	put_change(result, "intensity", 0, read_intensity(before), read_intensity(after), years);
	if (before->has_gaps)
	{
		put_change(result, "gap", 0, read_measure(before, MPI_GAP), read_measure(after, MPI_GAP),
				   years);
		put_change(result, "severity", 0, read_measure(before, MPI_SEVERITY),
				   read_measure(after, MPI_SEVERITY), years);
	}
	for (int j = 0; j < before->indicators; j++)
		put_change(result, "uncensored_headcount", j + 1, read_share(before, MPI_UNCENSORED, j),
				   read_share(after, MPI_UNCENSORED, j), years);
	for (int j = 0; j < before->indicators; j++)
		put_change(result, "censored_headcount", j + 1, read_share(before, MPI_CENSORED, j),
				   read_share(after, MPI_CENSORED, j), years);
	return (Datum) 0;
}

PG_FUNCTION_INFO_V1(mpi_change);
Datum
mpi_change(PG_FUNCTION_ARGS)
{
	return changes_over(fcinfo, years_between(PG_GETARG_FLOAT8(2), PG_GETARG_FLOAT8(3)));
}

/* The same between days or moments, with the years that the functions over series count. */
#define DEFINE_CHANGE(name, type)                                                                \
	PG_FUNCTION_INFO_V1(mpi_change_##name);                                                      \
	Datum mpi_change_##name(PG_FUNCTION_ARGS)                                                    \
	{                                                                                            \
		return changes_over(fcinfo, series_years(type, PG_GETARG_DATUM(2), PG_GETARG_DATUM(3))); \
	}

DEFINE_CHANGE(date, DATEOID)
DEFINE_CHANGE(timestamp, TIMESTAMPOID)
DEFINE_CHANGE(timestamptz, TIMESTAMPTZOID)
