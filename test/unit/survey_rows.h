/* SPDX-License-Identifier: PostgreSQL */
/*
 * survey_rows.h
 *		Calls of survey_linearize() with constant arrays.
 */
#ifndef SURVEY_ROWS_H
#define SURVEY_ROWS_H

#include "math/survey.h"
#include "tap.h"

#define SURVEY_ROWS_MOST 16

/* What an index was called with, but for its rows, and what it gave. */
typedef struct SurveyCall
{
	SurveyParameters parameters;
	SurveyOutcome outcome;
	SurveyEstimate result;
	double u[2 * SURVEY_ROWS_MOST];
} SurveyCall;

/* y may be NULL where the index has one value a row. */
static inline SurveyOutcome
survey_call(SurveyCall *call, SurveyIndex index, size_t n, const double *x, const double *y,
			const double *w)
{
	double value[2][SURVEY_ROWS_MOST] = { { 0.0 }, { 0.0 } };
	double weight[SURVEY_ROWS_MOST] = { 0.0 };
	uint32_t psu[SURVEY_ROWS_MOST] = { 0 };
	SurveyRows rows = { n, { value[0], value[1] }, weight, psu, NULL };

	memcpy(value[0], x, n * sizeof(double));
	memcpy(value[1], y == NULL ? x : y, n * sizeof(double));
	memcpy(weight, w, n * sizeof(double));
	memset(call->u, 0, sizeof(call->u));
	call->outcome = survey_linearize(index, &rows, &call->parameters, &call->result, call->u);
	return call->outcome;
}

static inline bool
survey_near(double a, double b, double tolerance)
{
	if (fabs(a - b) <= tolerance * (1.0 + fabs(b)))
		return true;
	printf("# got %.17g, expected %.17g\n", a, b);
	return false;
}

#endif /* SURVEY_ROWS_H */
