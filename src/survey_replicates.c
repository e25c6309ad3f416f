/* SPDX-License-Identifier: PostgreSQL */
/*
 * survey_replicates.c
 *		Room survey: estimates and lines whose errors come from replicate weights.
 *
 * An index is computed again with each replicate weight, at a line that is an
 * estimate itself with the replicate's own line; how far the replicates lie
 * apart makes the variance.  They may be kept, so that the variance of a function
 * of two estimates can be had from the same replicates.
 */
#include "survey.h"

#include "miscadmin.h"
#include "utils/memutils.h"

/* What the scale of replicates comes to. */
static double
scale_of(const SurveySample *state)
{
	double replicates = state->replicates;

	switch (state->options.scale_rule)
	{
		case SCALE_BY_COUNT:
			return state->scale / replicates;
		case SCALE_JACKKNIFE:
			return state->scale * ((replicates - 1.0) / replicates);
		case SCALE_BY_FREEDOM:
			return state->scale / (replicates - 1.0);
		default:
			return state->scale;
	}
}

/* The rows of a replicate: those with a weight in it, at the places that some has for them. */
static void
take_weights(const SurveySample *state, const SurveyRows *rows, uint32 replicate, SurveyRows *some)
{
	const double *weight = survey_cells(state) + state->columns + replicate;
	uint32 width = survey_width(state);
	Size n = 0;

	for (Size i = 0; i < rows->n; i++)
	{
		double w = weight[(Size) rows->psu[i] * width];

		if (w == 0.0)
			continue;
		for (int k = 0; k < state->columns - 1; k++)
			some->value[k][n] = rows->value[k][i];
		some->weight[n++] = w;
	}
	some->n = n;
}

/* The index with each replicate weight; false when it is undefined with one. */
static bool
compute_replicates(const SurveySample *state, const SurveyRows *rows, double *replicate,
				   double *scratch)
{
	SurveyParameters parameters = survey_parameters(state, true);
	SurveyRows some = *rows;

	for (int k = 0; k < state->columns - 1; k++)
		some.value[k] = survey_work(rows->n, sizeof(double));
	some.weight = survey_work(rows->n, sizeof(double));
	for (uint32 r = 0; r < state->replicates; r++)
	{
		SurveyEstimate result;

		CHECK_FOR_INTERRUPTS();
		take_weights(state, rows, r, &some);
		if (state->flags & SURVEY_HAS_LINE)
		{
			parameters.line = survey_estimates(state)[r];
			if (parameters.line <= 0.0)
				return false;
		}
		if (survey_linearize(state->index, &some, &parameters, &result, scratch) ==
			SURVEY_UNDEFINED)
			return false;
		replicate[r] = check_result(result.estimate, "a replicate of the measure");
	}
	return true;
}

/* A stored value of replicates: their estimates, and how they make a variance. */
static SurveySample *
store_replicates(const SurveySample *state, const double *replicate, SurveyType type,
				 double estimate)
{
	const uint32 flags = SURVEY_HAS_REPLICATES | SURVEY_USES_CENTRE | SURVEY_KEEPS_TOTALS;
	SurveySample header;
	SurveySample *stored;

	memset(&header, 0, sizeof(header));
	header.version = SURVEY_VERSION;
	header.type = (uint8) type;
	header.index = state->index;
	header.flags = state->flags & flags;
	header.options = state->options;
	header.parameter[0] = state->parameter[0];
	header.estimate = estimate;
	header.scales = state->scales;
	header.estimates = state->replicates;
	/* the rule has done its work: it depends on nothing but how many there are; of a single one it may make nothing */
	header.scale = scale_of(state);
	if (isfinite(header.scale))
		header.options.scale_rule = SCALE_FIXED;
	else
		header.scale = state->scale;
	stored = survey_allocate(&header);
	memcpy(survey_scales(stored), survey_scales(state), header.scales * sizeof(double));
	memcpy(survey_estimates(stored), replicate, header.estimates * sizeof(double));
	survey_seal(stored);
	return stored;
}

/* The variance that kept replicates make; NAN where there is none. */
double
survey_variance_by_replicates(const SurveySample *totals)
{
	return survey_replicate_variance(survey_estimates(totals),
									 totals->scales > 0 ? survey_scales(totals) : NULL,
									 totals->estimates, totals->scale, totals->estimate,
									 (totals->flags & SURVEY_USES_CENTRE) != 0);
}

/* The error of an estimate from its replicates. */
static void
set_error(const SurveySample *state, const double *replicate, PovertyEstimate *estimate)
{
	const double *scales = state->scales > 0 ? survey_scales(state) : NULL;
	double variance = survey_replicate_variance(replicate, scales, state->replicates,
												scale_of(state), estimate->estimate,
												(state->flags & SURVEY_USES_CENTRE) != 0);

	/* a single replicate without a fixed scale has no variance */
	if (isnan(variance))
		return;
	estimate->std_error = sqrt(check_result(variance, "the variance"));
	survey_set_interval(estimate, &state->options, survey_is_proportion(state));
	if (state->flags & SURVEY_KEEPS_TOTALS)
		estimate->totals = store_replicates(state, replicate, SURVEY_TYPE_TOTALS,
											estimate->estimate);
}

/* Everything that is known of an estimate; false when it is undefined. */
static bool
compute_estimate(const SurveySample *state, PovertyEstimate *estimate)
{
	SurveyParameters parameters = survey_parameters(state, true);
	SurveyRows rows = survey_gather(state);
	double *scratch = survey_work(2 * rows.n, sizeof(double));
	double *replicate = survey_work(state->replicates, sizeof(double));
	SurveyEstimate result;

	if (survey_linearize(state->index, &rows, &parameters, &result, scratch) == SURVEY_UNDEFINED)
		return false;
	memset(estimate, 0, sizeof(*estimate));
	estimate->estimate = check_result(result.estimate, "the measure");
	estimate->std_error = estimate->ci_low = estimate->ci_high = estimate->deff = NAN;
	estimate->df = state->options.df > 0.0 ? state->options.df : state->replicates - 1.0;
	estimate->n = survey_count(state, &rows);
	if (compute_replicates(state, &rows, replicate, scratch))
		set_error(state, replicate, estimate);
	return true;
}

PG_FUNCTION_INFO_V1(survey_replicates_final);
Datum
survey_replicates_final(PG_FUNCTION_ARGS)
{
	const SurveySample *state = survey_state_argument(fcinfo, true, false);
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

/* A survey_line with the line of each replicate. */
PG_FUNCTION_INFO_V1(survey_line_replicates_final);
Datum
survey_line_replicates_final(PG_FUNCTION_ARGS)
{
	const SurveySample *state = survey_state_argument(fcinfo, true, true);
	SurveyParameters parameters;
	SurveyOutcome outcome PG_USED_FOR_ASSERTS_ONLY;
	SurveyEstimate result;
	SurveySample *line;
	MemoryContext old;
	MemoryContext context;
	SurveyRows rows;
	double *replicate;
	double *scratch;

	if (state == NULL)
		PG_RETURN_NULL();
	parameters = survey_parameters(state, true);
	context = survey_begin_work(&old);
	rows = survey_gather(state);
	scratch = survey_work(2 * rows.n, sizeof(double));
	replicate = survey_work(state->replicates, sizeof(double));
	outcome = survey_linearize(state->index, &rows, &parameters, &result, scratch);
	Assert(outcome != SURVEY_UNDEFINED); /* rows with a weight have a median and a mean */
	if (!compute_replicates(state, &rows, replicate, scratch))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a replicate without weight has no line"),
				 errhint("Make the line from the whole sample, with the replicate weights as they were published.")));
	MemoryContextSwitchTo(old);
	line = store_replicates(state, replicate, SURVEY_TYPE_LINE,
							check_result(result.estimate, "the line"));
	MemoryContextDelete(context);
	PG_RETURN_POINTER(line);
}
