/* SPDX-License-Identifier: PostgreSQL */
/*
 * survey.c
 *		Room survey: the rows of X_estimate, X_replicates and survey_line.
 *
 * All these aggregates share one state, which collects rows: the values that the
 * index needs, the weight, and the number of the row's PSU or its replicate
 * weights.  What is computed from them stands in survey_final.c.
 */
#include "survey.h"

#include "catalog/pg_type.h"
#include "utils/array.h"

/* Parameters are taken from the first row and must be the same in all. */
static void
take_parameters(SurveySample **state, SurveyIndex index, const SurveyRow *row)
{
	SurveySample *s = *state;

	if (!(s->flags & SURVEY_HAS_PARAMETERS))
	{
		s->parameter[0] = row->parameter[0];
		s->parameter[1] = row->parameter[1];
		s->check = row->check;
		s->flags |= SURVEY_HAS_PARAMETERS;
		if (row->design != NULL)
			survey_take_design(state, row->design);
		return;
	}
	if (s->parameter[0] != row->parameter[0] || s->parameter[1] != row->parameter[1] ||
		s->check != row->check)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a parameter of %s differs between the rows of one group",
						survey_index_info(index)->name),
				 s->parameter[0] == row->parameter[0] ?
					 0 :
					 errdetail("It was %s, and then %s.", float8out_internal(s->parameter[0]),
							   float8out_internal(row->parameter[0])),
				 errhint("Use one call for each value of p, share, alpha, epsilon, k, the indicators' weights and the indicator.")));
	if (s->digest != (row->design == NULL ? 0 : row->design->digest))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the survey design or line differs between the rows of one group"),
				 errhint("Give one design to all rows, as (SELECT survey_design(stratum, psu) FROM ...).")));
}

/* Makes room for a row and gives its doubles. */
static double *
append_row(SurveySample **state, const SurveyRow *row, int values)
{
	double *cell;

	survey_reserve(state, 0, 0, 1);
	cell = survey_cells(*state) + (Size) (*state)->rows * survey_width(*state);
	/* a gap to a line near 0 may be beyond the largest double */
	for (int i = 0; i < values; i++)
		cell[i] = check_result(row->value[i], survey_index_info((*state)->index)->name);
	cell[values] = row->weight;
	return cell + values + 1;
}

/* (..., weight, stratum, psu [, design]) */
static Datum
estimate_row(FunctionCallInfo fcinfo, SurveyIndex index, double fixed)
{
	const SurveyIndexInfo *info = survey_index_info(index);
	SurveySample *state = survey_state(fcinfo, index, info->values + 1);
	int weight = survey_arguments(index, fixed) + 1;
	SurveyRow row = { 0 };
	SurveyUnit unit;

	if (survey_lacks_argument(fcinfo, index))
		PG_RETURN_POINTER(state);
	row.weight = check_not_negative(PG_GETARG_FLOAT8(weight), "weight");
	if (row.weight == 0.0)
		PG_RETURN_POINTER(state);
	survey_read_values(fcinfo, index, fixed, &row);
	if (PG_NARGS() > weight + 3)
		row.design = survey_design_argument(fcinfo, weight + 3);
	if (row.design != NULL && (row.design->flags & SURVEY_HAS_REPLICATES))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a %s of replicate weights was given where strata and sampling units are",
						row.design->type == SURVEY_TYPE_LINE ? "line" : "design"),
				 errhint("Give it to the function that ends in _replicates, or make it with survey_%s() for this.",
						 row.design->type == SURVEY_TYPE_LINE ? "line" : "design")));
	take_parameters(&state, index, &row);
	unit = survey_enter(&state, row.design, survey_key_argument(fcinfo, weight + 1),
						survey_key_argument(fcinfo, weight + 2), &survey_call(fcinfo)->hints);
	(void) append_row(&state, &row, info->values);
	survey_row_ids(state)[state->rows] = unit.id;
	survey_row_strata(state)[state->rows] = unit.stratum;
	state->rows++;
	PG_RETURN_POINTER(state);
}

/* A row's replicate weights, as many as the first row had. */
static double *
replicate_weights(FunctionCallInfo fcinfo, int argument, int *count)
{
	ArrayType *array = PG_GETARG_ARRAYTYPE_P(argument);

	if (ARR_NDIM(array) != 1 || array_contains_nulls(array))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("replicate_weights must be an array of one dimension without NULL"),
				 errhint("Give each row's replicate weights in the same order: array[repwt1, repwt2, ...].")));
	*count = ARR_DIMS(array)[0];
	return (double *) ARR_DATA_PTR(array);
}

/* The design, or line that brings one, must say what so many replicates are good for. */
static void
check_replicates(const SurveySample *design, int count)
{
	if (design->type == SURVEY_TYPE_LINE &&
		(!(design->flags & SURVEY_HAS_REPLICATES) || design->estimates != (uint32) count))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 design->flags & SURVEY_HAS_REPLICATES ?
					 errmsg("the line has %u replicates where a row has %d replicate weights",
							design->estimates, count) :
					 errmsg("the line has no replicates"),
				 errhint("Make it with survey_line_replicates(income, share, weight, replicate_weights, design), from the whole sample and with the same replicate weights.")));
	if (!(design->flags & SURVEY_HAS_REPLICATES))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the design does not say how replicate weights make a variance"),
				 errhint("Make it with replicate_design(), for example replicate_design('brr').")));
	if (design->scales > 0 && design->scales != (uint32) count)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("rscales has %u elements where replicate_weights has %d", design->scales,
						count),
				 errhint("Give one element of rscales for each replicate weight.")));
}

/* Gives a state without rows room for its replicates, and what the design has by replicate. */
static void
take_replicates(SurveySample **state, const SurveySample *design, int count)
{
	SurveySample header = **state;

	header.replicates = (uint32) count;
	header.scales = design->scales;
	header.estimates = design->estimates;
	*state = survey_allocate(&header);
	memcpy(survey_scales(*state), survey_scales(design),
		   ((Size) header.scales + header.estimates) * sizeof(double));
}

/* (..., weight, replicate_weights, design), or, at a line, without design */
static Datum
replicates_row(FunctionCallInfo fcinfo, SurveyIndex index, double fixed)
{
	const SurveyIndexInfo *info = survey_index_info(index);
	SurveySample *state = survey_state(fcinfo, index, info->values + 1);
	int weight = survey_arguments(index, fixed) + 1;
	SurveyRow row = { 0 };
	double *replicate;
	double *cell;
	int count;

	if (survey_lacks_argument(fcinfo, index))
		PG_RETURN_POINTER(state);
	row.weight = check_not_negative(PG_GETARG_FLOAT8(weight), "weight");
	if (row.weight == 0.0)
		PG_RETURN_POINTER(state);
	survey_read_values(fcinfo, index, fixed, &row);
	replicate = replicate_weights(fcinfo, weight + 1, &count);
	if (row.design == NULL)
		row.design = survey_design_argument(fcinfo, weight + 2);
	check_replicates(row.design, count);
	if (!(state->flags & SURVEY_HAS_PARAMETERS))
		take_replicates(&state, row.design, count);
	take_parameters(&state, index, &row);
	if (state->replicates != (uint32) count)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("replicate_weights has length %d in one row and %u in another", count,
						state->replicates),
				 errhint("Give every row all replicate weights, 0 where it is not in a replicate.")));
	cell = append_row(&state, &row, info->values);
	for (int i = 0; i < count; i++)
		cell[i] = check_finite(replicate[i], "a replicate weight");
	state->rows++;
	PG_RETURN_POINTER(state);
}

#define DEFINE_INDEX(name, index, fixed)                 \
	PG_FUNCTION_INFO_V1(name##_estimate_transition);     \
	Datum name##_estimate_transition(PG_FUNCTION_ARGS)   \
	{                                                    \
		return estimate_row(fcinfo, index, fixed);       \
	}                                                    \
	PG_FUNCTION_INFO_V1(name##_replicates_transition);   \
	Datum name##_replicates_transition(PG_FUNCTION_ARGS) \
	{                                                    \
		return replicates_row(fcinfo, index, fixed);     \
	}

/* NAN: the parameter, if there is one, is an argument */
DEFINE_INDEX(mean, SURVEY_MEAN, NAN)
DEFINE_INDEX(total, SURVEY_TOTAL, NAN)
DEFINE_INDEX(ratio, SURVEY_RATIO, NAN)
DEFINE_INDEX(poverty_rate, SURVEY_POVERTY_RATE, NAN)
DEFINE_INDEX(headcount_ratio, SURVEY_HEADCOUNT, NAN)
DEFINE_INDEX(poverty_gap, SURVEY_GAP, NAN)
DEFINE_INDEX(poverty_severity, SURVEY_SEVERITY, NAN)
DEFINE_INDEX(fgt, SURVEY_FGT, NAN)
DEFINE_INDEX(watts_index, SURVEY_WATTS, NAN)
DEFINE_INDEX(income_gap_ratio, SURVEY_INCOME_GAP, NAN)
DEFINE_INDEX(mean_shortfall, SURVEY_SHORTFALL, NAN)
DEFINE_INDEX(weighted_quantile, SURVEY_QUANTILE, NAN)
DEFINE_INDEX(weighted_median, SURVEY_QUANTILE, 0.5)
DEFINE_INDEX(relative_poverty_line, SURVEY_LINE_OF_MEDIAN, NAN)
DEFINE_INDEX(at_risk_of_poverty_rate, SURVEY_AT_RISK, NAN)
DEFINE_INDEX(relative_median_poverty_gap, SURVEY_MEDIAN_GAP, NAN)
DEFINE_INDEX(median_poverty_gap, SURVEY_MEDIAN_GAP_AT_LINE, NAN)
DEFINE_INDEX(quantile_share_ratio, SURVEY_SHARE_RATIO, NAN)
DEFINE_INDEX(income_quintile_share_ratio, SURVEY_SHARE_RATIO, 0.2)
DEFINE_INDEX(gini, SURVEY_GINI, NAN)
DEFINE_INDEX(bottom_share, SURVEY_BOTTOM_SHARE, NAN)
DEFINE_INDEX(top_share, SURVEY_TOP_SHARE, NAN)
DEFINE_INDEX(generalized_entropy, SURVEY_ENTROPY, NAN)
DEFINE_INDEX(theil_index, SURVEY_ENTROPY, 1.0)
DEFINE_INDEX(mean_log_deviation, SURVEY_ENTROPY, 0.0)
DEFINE_INDEX(atkinson_index, SURVEY_ATKINSON, NAN)
DEFINE_INDEX(sen_index, SURVEY_SEN, NAN)
DEFINE_INDEX(sen_shorrocks_thon_index, SURVEY_SST, NAN)
DEFINE_INDEX(zenga_index, SURVEY_ZENGA, NAN)
DEFINE_INDEX(mpi, SURVEY_MPI, NAN)
DEFINE_INDEX(mpi_headcount, SURVEY_MPI_HEADCOUNT, NAN)
DEFINE_INDEX(mpi_intensity, SURVEY_MPI_INTENSITY, NAN)
DEFINE_INDEX(mpi_censored_headcount, SURVEY_MPI_CENSORED, NAN)
DEFINE_INDEX(mpi_contribution, SURVEY_MPI_CONTRIBUTION, NAN)
DEFINE_INDEX(total_shortfall, SURVEY_TOTAL_SHORTFALL, NAN)
DEFINE_INDEX(poor_population, SURVEY_POOR_POPULATION, NAN)
DEFINE_INDEX(population, SURVEY_POPULATION, NAN)
DEFINE_INDEX(coverage_rate, SURVEY_COVERAGE, NAN)
DEFINE_INDEX(prosperity_gap, SURVEY_PROSPERITY_GAP, NAN)
DEFINE_INDEX(mpi_uncensored_headcount, SURVEY_MPI_UNCENSORED, NAN)
DEFINE_INDEX(poor_median, SURVEY_POOR_MEDIAN, NAN)
DEFINE_INDEX(palma_ratio, SURVEY_PALMA, NAN)
DEFINE_INDEX(hoover_index, SURVEY_HOOVER, NAN)
DEFINE_INDEX(wolfson_polarization, SURVEY_WOLFSON, NAN)
DEFINE_INDEX(concentration_index, SURVEY_CONCENTRATION, NAN)
DEFINE_INDEX(entropy_within, SURVEY_ENTROPY_WITHIN, NAN)
DEFINE_INDEX(entropy_between, SURVEY_ENTROPY_BETWEEN, NAN)
DEFINE_INDEX(headcount_ratio_at_line, SURVEY_FGT_AT_LINE, 0.0)
DEFINE_INDEX(poverty_gap_at_line, SURVEY_FGT_AT_LINE, 1.0)
DEFINE_INDEX(poverty_severity_at_line, SURVEY_FGT_AT_LINE, 2.0)
DEFINE_INDEX(fgt_at_line, SURVEY_FGT_AT_LINE, NAN)
DEFINE_INDEX(median_poverty_gap_at_line, SURVEY_MEDIAN_GAP_AT_LINE, 0.0)
DEFINE_INDEX(watts_index_at_line, SURVEY_WATTS_AT_LINE, NAN)
DEFINE_INDEX(survey_line_of_mean, SURVEY_LINE_OF_MEAN, NAN)

/* ---- combining ---- */

static pg_noinline void
refuse_other(const SurveySample *other)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("partial states of %s differ in their index, parameters or design",
					survey_index_info(other->index)->name),
			 errhint("Parameters and the design must be the same for all rows of a group.")));
}

/* Two states of one index must agree in what they hold beside rows; with all PSUs of one design they have the same entries. */
static void
check_same(const SurveySample *a, const SurveySample *b)
{
	if (a->index != b->index || a->parameter[0] != b->parameter[0] ||
		a->parameter[1] != b->parameter[1] || a->check != b->check || a->digest != b->digest ||
		a->replicates != b->replicates || a->flags != b->flags || a->scales != b->scales ||
		(survey_is_whole(b) && a->entries != b->entries))
		refuse_other(b);
}

/*
 * Adds the other's strata and PSUs; number[i] is what its entry i is called here.
 * States that have all of one design have the same entries.
 */
static uint32 *
combine_entries(SurveySample **state, const SurveySample *other)
{
	uint32 *number = palloc(Max(other->entries, 1) * sizeof(uint32));
	bool is_whole = survey_is_whole(other);

	survey_reserve(state, is_whole ? 0 : other->entries, is_whole ? 0 : other->bytes, other->rows);
	for (uint32 i = 0; i < other->entries; i++)
	{
		uint32 stratum = survey_is_stratum(other, i) ? SURVEY_NO_ENTRY :
													   number[other->entry[i].stratum];
		SurveyKey key = survey_key_of(other, i);

		number[i] = is_whole ? i : survey_find(*state, stratum, key);
		if (number[i] == SURVEY_NO_ENTRY)
		{
			number[i] = survey_add(state, stratum, key);
			(*state)->entry[number[i]].psus = other->entry[i].psus;
			(*state)->entry[number[i]].value = other->entry[i].value;
		}
	}
	return number;
}

/* Adds the other's rows, for which there is room. */
static void
combine_rows(SurveySample *state, const SurveySample *other, const uint32 *number)
{
	uint32 width = survey_width(other);

	memcpy(survey_cells(state) + (Size) state->rows * width, survey_cells(other),
		   (Size) other->rows * width * sizeof(double));
	for (uint32 i = 0; other->replicates == 0 && i < other->rows; i++)
	{
		uint32 stratum = survey_row_strata(other)[i];
		uint64 id = survey_row_ids(other)[i];
		bool is_interned = (stratum & SURVEY_INTERNED) != 0;

		survey_row_ids(state)[state->rows + i] = is_interned ? number[id] : id;
		survey_row_strata(state)[state->rows + i] = number[stratum & ~SURVEY_INTERNED] |
			(stratum & SURVEY_INTERNED);
	}
	state->rows += other->rows;
}

PG_FUNCTION_INFO_V1(survey_state_combine);
Datum
survey_state_combine(PG_FUNCTION_ARGS)
{
	const SurveySample *other = PG_GETARG_SURVEY_SAMPLE(1);
	const SurveySample *first = PG_GETARG_SURVEY_SAMPLE(0);
	SurveySample *state;
	uint32 *number;

	if (other->index == SURVEY_NONE || first->index == SURVEY_NONE)
		survey_refuse_state();
	/* a state that met no row yet knows no parameters */
	if (!(other->flags & SURVEY_HAS_PARAMETERS))
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	if (!(first->flags & SURVEY_HAS_PARAMETERS))
		PG_RETURN_DATUM(PG_GETARG_DATUM(1));
	check_same(first, other);
	state = survey_state(fcinfo, other->index, other->columns);
	number = combine_entries(&state, other);
	/* such that say they are of one design, and have more of it than it has */
	if (!survey_is_whole(other) && !survey_counts_fit(state))
		refuse_other(other);
	combine_rows(state, other, number);
	pfree(number);
	PG_RETURN_POINTER(state);
}
