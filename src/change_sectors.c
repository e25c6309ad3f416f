/* SPDX-License-Identifier: PostgreSQL */
/*
 * change_sectors.c
 *		Room change: a change divided over groups, and elasticities, from stored figures.
 *
 * Ravallion and Huppi's parts are ratios of six sums over groups, so that the
 * decomposition is an aggregate like any other: a row is a group.
 */
#include "composite.h"
#include "sums.h"
#include "math/decomposition.h"

#include "catalog/pg_type.h"
#include "utils/array.h"

/* FGT alpha as one of the sums of a poverty_summary, which holds 0, 1 and 2. */
static int
sum_of_alpha(double alpha)
{
	check_not_negative(alpha, "alpha");
	if (alpha != 0.0 && alpha != 1.0 && alpha != 2.0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a poverty_summary holds FGT for alpha 0, 1 and 2, not %s",
						float8out_internal(alpha)),
				 errhint("Give 0 for the headcount, 1 for the gap or 2 for the severity.")));
	return SUM_POOR + (int) alpha;
}

/* One period of a group from its summary: population and the sum of its terms. */
static void
read_summary(const ExactSums *summary, int which, double *population, double *sum)
{
	*population = summary->rows == 0 ? 0.0 : sums_value(summary, SUM_POPULATION);
	*sum = *population > 0.0 ? sums_value(summary, which) : 0.0;
}

/* Adds a group's terms; all that are not finite are refused. */
static void
add_terms(ExactSums **sums, const double *term, int direction)
{
	for (int i = 0; i < SECTOR_SUM_COUNT; i++)
		check_result(term[i], "a group's population times its poverty");
	sums_add_row(sums, term, SECTOR_SUM_COUNT, direction);
	sums_count(*sums, direction, 0);
}

static void
set_alpha(ExactSums *sums, double alpha)
{
	if (sums->rows == 0)
		sums->parameter = alpha + 0.0;
	else if (sums->parameter != alpha)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("alpha differs between the rows of one group: %s and %s",
						float8out_internal(sums->parameter), float8out_internal(alpha)),
				 errhint("Use one call of ravallion_huppi() for each alpha.")));
}

static Datum
summaries_row(FunctionCallInfo fcinfo, int direction)
{
	ExactSums *sums = sums_state(fcinfo, SUMS_SECTORS_OF_SUMMARIES);
	Sector sector = { { 0.0, 0.0 }, { 0.0, 0.0 } };
	double of_poor[2] = { 0.0, 0.0 };
	double term[SECTOR_SUM_COUNT];
	int which;

	if (PG_ARGISNULL(3) || (PG_ARGISNULL(1) && PG_ARGISNULL(2)))
		PG_RETURN_POINTER(sums);
	which = sum_of_alpha(PG_GETARG_FLOAT8(3));
	for (int i = 0; i < 2; i++)
	{
		if (PG_ARGISNULL(1 + i))
			continue;
		read_summary(PG_GETARG_EXACT_SUMS(1 + i), which, &sector.population[i], &of_poor[i]);
		if (sector.population[i] > 0.0)
			sector.poverty[i] = check_result(of_poor[i] / sector.population[i], "the measure");
	}
	set_alpha(sums, PG_GETARG_FLOAT8(3));
	sector_terms(&sector, term);
	/* what the summary holds itself was not rounded in between */
	term[SECTOR_POVERTY_00] = of_poor[0];
	term[SECTOR_POVERTY_11] = of_poor[1];
	add_terms(&sums, term, direction);
	PG_RETURN_POINTER(sums);
}

PG_FUNCTION_INFO_V1(ravallion_huppi_summaries_transition);
Datum
ravallion_huppi_summaries_transition(PG_FUNCTION_ARGS)
{
	return summaries_row(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(ravallion_huppi_summaries_inverse);
Datum
ravallion_huppi_summaries_inverse(PG_FUNCTION_ARGS)
{
	return summaries_row(fcinfo, -1);
}

/* Population and poverty of one period; false when the row is to be left out. */
static bool
read_period(FunctionCallInfo fcinfo, int n, const char *population_name, const char *poverty_name,
			double *population, double *poverty)
{
	*poverty = 0.0;
	if (PG_ARGISNULL(n + 1))
		return false;
	*population = check_not_negative(PG_GETARG_FLOAT8(n + 1), population_name);
	if (*population == 0.0)
		return true;
	if (PG_ARGISNULL(n))
		return false;
	*poverty = check_finite(PG_GETARG_FLOAT8(n), poverty_name);
	return true;
}

static Datum
sectors_row(FunctionCallInfo fcinfo, int direction)
{
	ExactSums *sums = sums_state(fcinfo, SUMS_SECTORS);
	double term[SECTOR_SUM_COUNT];
	Sector sector;

	if (!read_period(fcinfo, 1, "population_before", "poverty_before", &sector.population[0],
					 &sector.poverty[0]) ||
		!read_period(fcinfo, 3, "population_after", "poverty_after", &sector.population[1],
					 &sector.poverty[1]))
		PG_RETURN_POINTER(sums);
	if (sector.population[0] == 0.0 && sector.population[1] == 0.0)
		PG_RETURN_POINTER(sums);
	sector_terms(&sector, term);
	add_terms(&sums, term, direction);
	PG_RETURN_POINTER(sums);
}

PG_FUNCTION_INFO_V1(ravallion_huppi_transition);
Datum
ravallion_huppi_transition(PG_FUNCTION_ARGS)
{
	return sectors_row(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(ravallion_huppi_inverse);
Datum
ravallion_huppi_inverse(PG_FUNCTION_ARGS)
{
	return sectors_row(fcinfo, -1);
}

/* Type sector_change. */
PG_FUNCTION_INFO_V1(ravallion_huppi_final);
Datum
ravallion_huppi_final(PG_FUNCTION_ARGS)
{
	static const int intra_sign[SECTOR_SUM_COUNT] = {
		[SECTOR_POVERTY_01] = 1, [SECTOR_POVERTY_00] = -1
	};
	const ExactSums *sums = PG_GETARG_EXACT_SUMS(0);
	double sum[SECTOR_SUM_COUNT];
	SectorChange change;
	Datum value[4];
	bool isnull[4] = { false };

	if (sums->kind != SUMS_SECTORS)
		sums = sums_argument(fcinfo, SUMS_SECTORS_OF_SUMMARIES);
	if (sums->rows == 0)
		PG_RETURN_NULL();
	for (int i = 0; i < SECTOR_SUM_COUNT; i++)
		sum[i] = sums_value(sums, i);
	if (!change_over_sectors(sum, exact_sums_combination(sums, intra_sign), &change))
		PG_RETURN_NULL();
	value[0] = Float8GetDatum(check_result(change.total, "the change"));
	value[1] = Float8GetDatum(check_result(change.intra, "a part of the change"));
	value[2] = Float8GetDatum(check_result(change.shift, "a part of the change"));
	value[3] = Float8GetDatum(check_result(change.interaction, "a part of the change"));
	return composite_result(fcinfo, value, isnull, lengthof(value));
}

/* The growth elasticity of FGT 1 or 2 of a stored summary. */
PG_FUNCTION_INFO_V1(summary_growth_elasticity);
Datum
summary_growth_elasticity(PG_FUNCTION_ARGS)
{
	const ExactSums *summary = PG_GETARG_EXACT_SUMS(0);
	double alpha = PG_GETARG_FLOAT8(1);
	int which = sum_of_alpha(alpha);
	double result;

	if (which == SUM_POOR)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the growth elasticity of the headcount cannot be read from a poverty_summary"),
				 errhint("It depends on how many are near the line: read it from an income_distribution.")));
	if (summary->rows == 0 ||
		!growth_elasticity_of(alpha, sums_value(summary, which), sums_value(summary, which - 1),
							  &result))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(check_result(result, "the elasticity"));
}

/* Reads one of six arrays, all of one length and without NULL. */
static double *
read_array(FunctionCallInfo fcinfo, int n, const char *name, int *count)
{
	ArrayType *array = PG_GETARG_ARRAYTYPE_P(n);
	Datum *member;
	double *value;
	int length;

	if (ARR_NDIM(array) > 1 || array_contains_nulls(array))
		ereport(ERROR,
				(errcode(array_contains_nulls(array) ? ERRCODE_NULL_VALUE_NOT_ALLOWED : ERRCODE_ARRAY_SUBSCRIPT_ERROR),
				 errmsg("%s must be an array of one dimension without NULL", name),
				 errhint("Leave out the groups that are not known in both periods, the same in all arrays.")));
	deconstruct_array(array, FLOAT8OID, sizeof(float8), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE, &member,
					  NULL, &length);
	if (*count >= 0 && length != *count)
		ereport(ERROR,
				(errcode(ERRCODE_ARRAY_SUBSCRIPT_ERROR),
				 errmsg("%s has %d members where the arrays before it have %d", name, length, *count),
				 errhint("Give one member for each group in all arrays, in the same order.")));
	*count = length;
	value = palloc(Max(length, 1) * sizeof(double));
	for (int i = 0; i < length; i++)
		value[i] = DatumGetFloat8(member[i]);
	return value;
}

/* The groups of one period; returns how many there are. */
static MldGroup *
read_groups(FunctionCallInfo fcinfo, int n, const char *const *name, int *count)
{
	double *population = read_array(fcinfo, n, name[0], count);
	double *mean = read_array(fcinfo, n + 1, name[1], count);
	double *mld = read_array(fcinfo, n + 2, name[2], count);
	MldGroup *group = palloc(Max(*count, 1) * sizeof(MldGroup));

	for (int i = 0; i < *count; i++)
		group[i] = (MldGroup) { check_positive(population[i], name[0]),
								check_positive(mean[i], name[1]),
								check_not_negative(mld[i], name[2]) };
	return group;
}

PG_FUNCTION_INFO_V1(mld_change);
Datum
mld_change(PG_FUNCTION_ARGS)
{
	static const char *const name[] = { "population_before", "mean_before", "mld_before",
										"population_after",  "mean_after",  "mld_after" };
	int count = -1;
	MldGroup *before = read_groups(fcinfo, 0, name, &count);
	MldGroup *after = read_groups(fcinfo, 3, name + 3, &count);
	MldChange change;
	double part[6];
	Datum value[6];
	bool isnull[6] = { false };

	if (count == 0)
		PG_RETURN_NULL();
	change = change_of_mld(before, after, count);
	part[0] = change.total;
	part[1] = change.within;
	part[2] = change.population_within;
	part[3] = change.population_between;
	part[4] = change.relative_means;
	part[5] = change.residual;
	for (int i = 0; i < (int) lengthof(part); i++)
		value[i] = Float8GetDatum(check_result(part[i], "a part of the change"));
	return composite_result(fcinfo, value, isnull, lengthof(value));
}
