/* SPDX-License-Identifier: PostgreSQL */
/*
 * survey_final.c
 *		Room survey: from the rows of a group to an estimate with its error.
 *
 * The rows are linearised, the linearised variable is added up by PSU, and the
 * totals' variance is that of the design.  What replicate weights give instead
 * stands in survey_replicates.c.
 */
#include "survey.h"

#include "math/student.h"

#include "miscadmin.h"
#include "utils/memutils.h"

pg_noreturn static pg_noinline void
refuse_lonely(const SurveySample *state, const SurveyFrame *frame, uint32 h)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("stratum %s has one sampling unit, from which no variance can be estimated",
					survey_key_text(survey_key_of(state, frame->stratum_entry[h]))),
			 errhint("If the group is part of a sample, give the whole sample's survey_design(stratum, psu); otherwise choose what such strata count as: survey_options(lonely => 'certainty', 'average' or 'adjust').")));
}

/* The variance of Σ w u, with the deviations behind it where they are wanted. */
static double
variance_of(const SurveySample *state, const SurveyFrame *frame, const SurveyRows *rows,
			const double *u, double slope, double *deviation)
{
	uint32 *first = survey_work((Size) frame->psus + 1, sizeof(uint32));
	double *term = survey_work(rows->n, sizeof(double));
	double *total = survey_work(frame->psus, sizeof(double));
	double variance;
	uint32 failed = 0;

	survey_psu_totals(rows, u, frame->psus, first, term, total);
	if (state->flags & SURVEY_HAS_LINE)
		for (uint32 p = 0; p < frame->psus; p++)
			total[p] += slope * state->entry[frame->psu[p].id].value;
	for (uint32 p = 0; p < frame->psus && deviation != NULL; p++)
		deviation[p] = 0.0;
	if (!survey_design_variance(frame->stratum, frame->strata, total, state->options.lonely,
								deviation, &variance, &failed))
		refuse_lonely(state, frame, failed);
	pfree(first);
	pfree(term);
	pfree(total);
	CHECK_FOR_INTERRUPTS();
	return check_result(variance, "the variance");
}

/* Degrees of freedom: PSUs - strata, of the whole sample or of the domain. */
static double
degrees_of_freedom(const SurveySample *state, const SurveyFrame *frame)
{
	if (state->options.df_rule == DF_DOMAIN)
		return (double) frame->domain_psus - frame->domain_strata;
	if (state->flags & (SURVEY_HAS_DESIGN | SURVEY_HAS_LINE))
		return (double) state->design_psus - state->design_strata;
	return (double) frame->psus - frame->strata;
}

SurveyParameters
survey_parameters(const SurveySample *state, bool estimate_only)
{
	SurveyParameters parameters;

	parameters.value = state->parameter[0];
	parameters.line = state->flags & SURVEY_HAS_LINE ? state->estimate : state->parameter[0];
	parameters.convention = state->options.convention;
	parameters.estimate_only = estimate_only;
	return parameters;
}

/* Whether an index is a mean of shares, for the intervals of proportions. */
bool
survey_is_proportion(const SurveySample *state)
{
	if (state->index == SURVEY_FGT || state->index == SURVEY_FGT_AT_LINE)
		return state->parameter[0] == 0.0;
	return survey_index_info(state->index)->is_proportion;
}

/* How many rows count: of a coverage rate, those that are entitled. */
int64
survey_count(const SurveySample *state, const SurveyRows *rows)
{
	int64 count = 0;

	if (state->index != SURVEY_COVERAGE)
		return (int64) rows->n;
	for (Size i = 0; i < rows->n; i++)
		count += rows->value[1][i] > 0.0;
	return count;
}

/* The identity of a PSU of a frame. */
static SurveyKey
unit_key(const SurveySample *state, SurveyUnit unit, char *buffer)
{
	return unit.stratum & SURVEY_INTERNED ? survey_key_of(state, (uint32) unit.id) :
											survey_whole_key(unit.id, buffer);
}

/* A stored value with the strata and PSUs of a frame, each PSU with its number of value. */
static SurveySample *
store_units(const SurveySample *state, const SurveyFrame *frame, const double *value,
			SurveyType type, double estimate)
{
	SurveySample *all = survey_new(SURVEY_TYPE_STATE, state->index, 0);
	char buffer[SURVEY_KEY_SIZE];
	SurveySample *stored;

	all->options = state->options;
	all->estimate = estimate;
	survey_reserve(&all, frame->strata + frame->psus, 0, 0);
	for (uint32 h = 0; h < frame->strata; h++)
	{
		uint32 from = frame->stratum_entry[h];
		uint32 to = survey_add(&all, SURVEY_NO_ENTRY, survey_key_of(state, from));

		all->entry[to].value = state->entry[from].value;
	}
	for (uint32 p = 0; p < frame->psus; p++)
	{
		SurveyKey stratum = survey_key_of(state, frame->psu[p].stratum & ~SURVEY_INTERNED);
		uint32 to = survey_add(&all, survey_find(all, SURVEY_NO_ENTRY, stratum),
							   unit_key(state, frame->psu[p], buffer));

		all->entry[to].value = value[p];
	}
	stored = survey_sorted(all);
	pfree(all);
	stored->type = (uint8) type;
	return stored;
}

/*
 * Woodruff's interval of a quantile: that of the share of values up to the
 * quantile, turned back into values; the error is its width / (2 t).  The
 * deviations are the share's, brought to that error: a value falls as its share
 * rises.
 */
static void
woodruff(const SurveySample *state, const SurveyFrame *frame, const SurveyRows *rows,
		 PovertyEstimate *estimate, double *u, double *deviation)
{
	double population = survey_exact_sum(rows->weight, rows->n);
	PovertyEstimate share = *estimate;
	Size up_to = 0;

	estimate->std_error = NAN;
	estimate->deff = NAN;
	while (up_to < rows->n && rows->value[0][up_to] <= estimate->estimate)
		up_to++;
	share.estimate = survey_exact_sum(rows->weight, up_to) / population;
	for (Size i = 0; i < rows->n; i++)
		u[i] = ((i < up_to ? 1.0 : 0.0) - share.estimate) / population;
	share.std_error = sqrt(variance_of(state, frame, rows, u, 0.0, deviation));
	survey_wald(&share, state->options.level);
	if (isnan(share.ci_low) || share.ci_low < 0.0 || share.ci_high > 1.0)
		return;
	estimate->ci_low = survey_quantile(rows, share.ci_low, state->options.convention);
	estimate->ci_high = survey_quantile(rows, share.ci_high, state->options.convention);
	estimate->std_error = (estimate->ci_high - estimate->ci_low) /
		(2.0 * student_quantile(0.5 + 0.5 * state->options.level, estimate->df));
	for (uint32 p = 0; deviation != NULL && p < frame->psus; p++)
		deviation[p] *= share.std_error > 0.0 ? -estimate->std_error / share.std_error : 0.0;
}

/* Gives an estimate whose error is known the deviations by PSU behind it. */
static void
keep_totals(const SurveySample *state, const SurveyFrame *frame, const double *deviation,
			PovertyEstimate *estimate)
{
	if (deviation == NULL || isnan(estimate->std_error))
		return;
	estimate->totals = store_units(state, frame, deviation, SURVEY_TYPE_TOTALS, estimate->estimate);
	survey_seal(estimate->totals);
}

/* Everything that is known of an estimate; false when it is undefined. */
static bool
compute_estimate(const SurveySample *state, PovertyEstimate *estimate)
{
	SurveyRows rows = survey_gather(state);
	SurveyFrame frame = survey_frame(state, &rows);
	SurveyParameters parameters = survey_parameters(state, false);
	double *u = survey_work(2 * rows.n, sizeof(double));
	double *deviation = NULL;
	SurveyEstimate result;
	SurveyOutcome outcome = survey_linearize(state->index, &rows, &parameters, &result, u);
	double simple;
	double variance;

	if (outcome == SURVEY_UNDEFINED)
		return false;
	estimate->estimate = check_result(result.estimate, "the measure");
	estimate->std_error = estimate->ci_low = estimate->ci_high = estimate->deff = NAN;
	estimate->df = degrees_of_freedom(state, &frame);
	estimate->n = survey_count(state, &rows);
	estimate->totals = NULL;
	if (state->flags & SURVEY_KEEPS_TOTALS)
		deviation = survey_work(frame.psus, sizeof(double));
	if (state->index == SURVEY_QUANTILE && state->options.interval == INTERVAL_WOODRUFF)
	{
		woodruff(state, &frame, &rows, estimate, u, deviation);
		keep_totals(state, &frame, deviation, estimate);
		return true;
	}
	if (outcome == SURVEY_NO_VARIANCE)
		return true;

	variance = variance_of(state, &frame, &rows, u, result.slope, deviation);
	estimate->std_error = sqrt(variance);
	if (rows.n > 1 && !(state->flags & SURVEY_HAS_LINE))
	{
		simple = survey_simple_variance(&rows, u);
		estimate->deff = simple > 0.0 ? variance / simple : NAN;
	}
	keep_totals(state, &frame, deviation, estimate);
	survey_set_interval(estimate, &state->options, survey_is_proportion(state));
	return true;
}

/*
 * A state of the aggregates that a final function belongs to, in an argument
 * that is not NULL; NULL when it has no row.  The states of others have rows of
 * another form.
 */
const SurveySample *
survey_state_argument(FunctionCallInfo fcinfo, bool by_replicates, bool of_line)
{
	const SurveySample *state = PG_GETARG_SURVEY_SAMPLE(0);

	if (state->index == SURVEY_NONE ||
		(of_line && state->index != SURVEY_LINE_OF_MEDIAN && state->index != SURVEY_LINE_OF_MEAN))
		survey_refuse_state();
	if (state->rows == 0)
		return NULL;
	if ((state->replicates > 0) != by_replicates)
		survey_refuse_state();
	return state;
}

/* Computations take much memory beside the result: they have a context of their own. */
MemoryContext
survey_begin_work(MemoryContext *old)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "survey estimate",
												  ALLOCSET_DEFAULT_SIZES);

	*old = MemoryContextSwitchTo(context);
	return context;
}

PG_FUNCTION_INFO_V1(survey_estimate_final);
Datum
survey_estimate_final(PG_FUNCTION_ARGS)
{
	const SurveySample *state = survey_state_argument(fcinfo, false, false);
	PovertyEstimate estimate;
	MemoryContext old;
	MemoryContext context;
	bool known;

	if (state == NULL)
		PG_RETURN_NULL();
	context = survey_begin_work(&old);
	known = compute_estimate(state, &estimate);
	MemoryContextSwitchTo(old);
	if (known && estimate.totals != NULL)
		estimate.totals = survey_copy(estimate.totals);
	MemoryContextDelete(context);
	if (!known)
		PG_RETURN_NULL();
	return survey_estimate_datum(fcinfo, &estimate);
}

/* A survey_line: the line, its sample's design, and its linearised variable by PSU. */
PG_FUNCTION_INFO_V1(survey_line_final);
Datum
survey_line_final(PG_FUNCTION_ARGS)
{
	const SurveySample *state = survey_state_argument(fcinfo, false, true);
	SurveyEstimate result;
	SurveyParameters parameters;
	SurveyOutcome outcome;
	SurveyRows rows;
	SurveySample *line;
	SurveyFrame frame;
	MemoryContext old;
	MemoryContext context;
	uint32 *first;
	double *term;
	double *total;
	double *u;

	if (state == NULL)
		PG_RETURN_NULL();
	parameters = survey_parameters(state, false);
	context = survey_begin_work(&old);
	rows = survey_gather(state);
	frame = survey_frame(state, &rows);
	u = survey_work(2 * rows.n, sizeof(double));
	first = survey_work((Size) frame.psus + 1, sizeof(uint32));
	term = survey_work(rows.n, sizeof(double));
	total = survey_work(frame.psus, sizeof(double));
	outcome = survey_linearize(state->index, &rows, &parameters, &result, u);
	Assert(outcome != SURVEY_UNDEFINED); /* rows with a weight have a median and a mean */
	/* one income for all: the line does not vary to first order */
	if (outcome == SURVEY_NO_VARIANCE)
		memset(u, 0, rows.n * sizeof(double));
	survey_psu_totals(&rows, u, frame.psus, first, term, total);
	for (uint32 p = 0; p < frame.psus; p++)
		check_result(total[p], "the linearised line");
	MemoryContextSwitchTo(old);
	line = store_units(state, &frame, total, SURVEY_TYPE_LINE,
					   check_result(result.estimate, "the line"));
	line->flags = (state->flags & SURVEY_KEEPS_TOTALS) | SURVEY_HAS_DESIGN;
	line->parameter[0] = state->parameter[0];
	survey_seal(line);
	MemoryContextDelete(context);
	PG_RETURN_POINTER(line);
}
