/* SPDX-License-Identifier: PostgreSQL */
/*
 * deprivation.c
 *		Room deprivation: functions of the deprivations of one household.
 */
#include "deprivation.h"

#include "catalog/pg_type.h"
#include "utils/array.h"

/* Material and social deprivation (Eurostat): severe from 7 of 13 items on. */
#define SMSD_ITEMS 13
#define SMSD_SEVERE 7

/* Reads the deprivations in argument 0; no indicator may be NULL. */
static void
known_deprivations(FunctionCallInfo fcinfo, DeprivationForm form, Deprivations *row)
{
	read_deprivations(PG_GETARG_DATUM(0), form, row);
	check_all_known(row);
}

/* Σ weight·g over Σ weight, each sum rounded once. */
static Datum
score(FunctionCallInfo fcinfo, DeprivationForm form)
{
	Deprivations row;
	IndicatorWeights weights;
	double lacking[MPI_INDICATORS_MAX];
	int count = 0;

	known_deprivations(fcinfo, form, &row);
	read_weights(PG_GETARG_DATUM(1), &weights);
	check_indicators(&row, weights.indicators);
	for (int j = 0; j < weights.indicators; j++)
		if (row.deprived >> j & 1)
			lacking[count++] = weights.weight[j];
	PG_RETURN_FLOAT8(mpi_total_weight(lacking, count) /
					 mpi_total_weight(weights.weight, weights.indicators));
}

/* Whether Σ weight·g reaches k of all weights. */
static Datum
is_poor(FunctionCallInfo fcinfo, DeprivationForm form)
{
	Deprivations row;
	IndicatorWeights weights;
	double k = check_cutoff(PG_GETARG_FLOAT8(2));
	double total;

	known_deprivations(fcinfo, form, &row);
	read_weights(PG_GETARG_DATUM(1), &weights);
	check_indicators(&row, weights.indicators);
	total = mpi_total_weight(weights.weight, weights.indicators);
	PG_RETURN_BOOL(mpi_weigh(weights.weight, row.deprived) >= mpi_threshold(total, k));
}

static Datum
count_of(FunctionCallInfo fcinfo, DeprivationForm form)
{
	Deprivations row;

	known_deprivations(fcinfo, form, &row);
	PG_RETURN_INT32(__builtin_popcountll(row.deprived));
}

/* A function in each of its three forms. */
#define DEFINE_FORMS(name, function)            \
	PG_FUNCTION_INFO_V1(name##_booleans);       \
	Datum name##_booleans(PG_FUNCTION_ARGS)     \
	{                                           \
		return function(fcinfo, FORM_BOOLEANS); \
	}                                           \
	PG_FUNCTION_INFO_V1(name##_bits);           \
	Datum name##_bits(PG_FUNCTION_ARGS)         \
	{                                           \
		return function(fcinfo, FORM_BITS);     \
	}                                           \
	PG_FUNCTION_INFO_V1(name##_mask);           \
	Datum name##_mask(PG_FUNCTION_ARGS)         \
	{                                           \
		return function(fcinfo, FORM_MASK);     \
	}

DEFINE_FORMS(deprivation_score, score)
DEFINE_FORMS(mpi_poor, is_poor)
DEFINE_FORMS(deprivation_count, count_of)

PG_FUNCTION_INFO_V1(deprivation_mask_booleans);
Datum
deprivation_mask_booleans(PG_FUNCTION_ARGS)
{
	Deprivations row;

	known_deprivations(fcinfo, FORM_BOOLEANS, &row);
	PG_RETURN_INT64((int64) row.deprived);
}

PG_FUNCTION_INFO_V1(deprivation_mask_bits);
Datum
deprivation_mask_bits(PG_FUNCTION_ARGS)
{
	Deprivations row;

	known_deprivations(fcinfo, FORM_BITS, &row);
	PG_RETURN_INT64((int64) row.deprived);
}

/* An array of booleans, one for each indicator. */
static ArrayType *
boolean_array(uint64_t deprived, int indicators, int lower_bound)
{
	Datum element[MPI_INDICATORS_MAX];

	for (int i = 0; i < indicators; i++)
		element[i] = BoolGetDatum((deprived >> i & 1) != 0);
	return construct_md_array(element, NULL, 1, &indicators, &lower_bound, BOOLOID, 1, true,
							  TYPALIGN_CHAR);
}

PG_FUNCTION_INFO_V1(deprivation_array);
Datum
deprivation_array(PG_FUNCTION_ARGS)
{
	Deprivations row;
	double indicators = check_whole(PG_GETARG_FLOAT8(1), "indicators");

	if (indicators < 1.0 || indicators > MPI_INDICATORS_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("indicators must be from 1 to %d, not %s", MPI_INDICATORS_MAX,
						float8out_internal(indicators)),
				 errhint("Give the number of indicators that the mask is made of.")));
	read_deprivations(PG_GETARG_DATUM(0), FORM_MASK, &row);
	check_indicators(&row, (int) indicators);
	PG_RETURN_POINTER(boolean_array(row.deprived, (int) indicators, 1));
}

/*
 * Replaces the indicators that are NULL by the second argument; where that is
 * NULL, so is the result for a household with such an indicator.
 */
PG_FUNCTION_INFO_V1(coalesce_deprived);
Datum
coalesce_deprived(PG_FUNCTION_ARGS)
{
	Deprivations row;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	read_deprivations(PG_GETARG_DATUM(0), FORM_BOOLEANS, &row);
	if (row.missing == 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	if (PG_ARGISNULL(1))
		PG_RETURN_NULL();
	PG_RETURN_POINTER(boolean_array(row.deprived | (PG_GETARG_BOOL(1) ? row.missing : 0),
									row.indicators, row.lower_bound));
}

/* The same for gaps, of which the second argument is one. */
PG_FUNCTION_INFO_V1(coalesce_deprived_gaps);
Datum
coalesce_deprived_gaps(PG_FUNCTION_ARGS)
{
	Deprivations row;
	Datum element[MPI_INDICATORS_MAX];
	double when_missing = PG_ARGISNULL(1) ? 0.0 : PG_GETARG_FLOAT8(1);

	if (!(when_missing >= 0.0 && when_missing <= 1.0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("when_missing must be a gap from 0 to 1, not %s",
						float8out_internal(when_missing)),
				 errhint("0 stands for not deprived, 1 for wholly deprived, NULL leaves the household out.")));
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	read_deprivations(PG_GETARG_DATUM(0), FORM_GAPS, &row);
	if (row.missing == 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	if (PG_ARGISNULL(1))
		PG_RETURN_NULL();
	for (int i = 0; i < row.indicators; i++)
		element[i] = Float8GetDatum((row.missing >> i & 1) != 0 ? when_missing : row.gap[i]);
	PG_RETURN_POINTER(construct_md_array(element, NULL, 1, &row.indicators, &row.lower_bound,
										 FLOAT8OID, sizeof(float8), FLOAT8PASSBYVAL,
										 TYPALIGN_DOUBLE));
}

PG_FUNCTION_INFO_V1(severe_deprivation);
Datum
severe_deprivation(PG_FUNCTION_ARGS)
{
	Deprivations row;

	known_deprivations(fcinfo, FORM_BOOLEANS, &row);
	if (row.indicators != SMSD_ITEMS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("severe material and social deprivation has %d items, not %d", SMSD_ITEMS,
						row.indicators),
				 errhint("Give the 13 items of the list, true where the person lacks the item.")));
	PG_RETURN_BOOL(__builtin_popcountll(row.deprived) >= SMSD_SEVERE);
}
