/* SPDX-License-Identifier: PostgreSQL */
/*
 * survey.c
 *		Estimates of every index from rows that it can be asked for: the same with
 *		and without linearised variables, and finite, as are they, where incomes
 *		and weights are of ordinary size.
 */
#include "fuzz.h"

#include "math/survey.h"

#define MOST 80

/* A row with its values in the order in which rows are sorted. */
typedef struct Row
{
	double x;
	double y;
	double weight;
} Row;

static int
compare(const void *a, const void *b)
{
	const Row *p = a;
	const Row *q = b;

	if (p->x != q->x)
		return p->x < q->x ? -1 : 1;
	return (p->weight > q->weight) - (p->weight < q->weight);
}

static int
compare_falling(const void *a, const void *b)
{
	const Row *p = a;
	const Row *q = b;

	return p->x != q->x ? (p->x > q->x ? -1 : 1) : compare(a, b);
}

/* What the aggregates pass on: incomes above 0, gaps from 0 to 1, numbers of groups. */
static void
fit_row(SurveyIndex index, Row *row)
{
	row->x = fabs(row->x);
	if (index == SURVEY_SEN || index == SURVEY_SST)
		row->x = row->x / (1.0 + row->x);
	else if (index == SURVEY_ENTROPY_WITHIN || index == SURVEY_ENTROPY_BETWEEN)
		row->x = floor(fmod(row->x, 5.0));
	else if (row->x == 0.0)
		row->x = 1.0;
	if (index != SURVEY_CONCENTRATION)
		row->y = row->y == 0.0 ? 1.0 : fabs(row->y);
}

static size_t
take_rows(Input *input, SurveyIndex index, Row *row, bool *is_ordinary)
{
	size_t n = 0;

	*is_ordinary = true;
	for (; n < MOST && input->left > 0; n++)
	{
		row[n].x = take_double(input);
		row[n].y = take_double(input);
		row[n].weight = take_weight(input);
		fit_row(index, &row[n]);
		*is_ordinary = *is_ordinary && row[n].x <= 1e9 && (row[n].x >= 1e-6 || row[n].x == 0.0) &&
			fabs(row[n].y) <= 1e9 && (fabs(row[n].y) >= 1e-6 || row[n].y == 0.0) &&
			row[n].weight >= 1e-6 && row[n].weight <= 1e9;
	}
	if (survey_index_is_sorted(index))
		qsort(row, n, sizeof(Row), index == SURVEY_SEN ? compare_falling : compare);
	return n;
}

static double
parameter_of(SurveyIndex index, uint8_t byte)
{
	switch (index)
	{
		case SURVEY_FGT_AT_LINE:
			return byte / 64.0;
		case SURVEY_ENTROPY:
		case SURVEY_ENTROPY_WITHIN:
		case SURVEY_ENTROPY_BETWEEN:
			return (byte - 64) / 32.0;
		case SURVEY_ATKINSON:
			return (byte + 1) / 64.0;
		default:
			return (byte + 1) / 257.0;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Input input = { data, size };
	SurveyIndex index = take_byte(&input) % SURVEY_INDEX_COUNT;
	uint8_t convention = take_byte(&input) % 2;
	SurveyParameters parameters = { parameter_of(index, take_byte(&input)), take_byte(&input) + 0.5,
									convention ? CONVENTION_CONVEY : CONVENTION_DEFAULT, false };
	Row row[MOST];
	bool is_ordinary;
	size_t n = take_rows(&input, index, row, &is_ordinary);
	double *column = fuzz_allocate(5 * n * sizeof(double));
	uint32_t *psu = fuzz_allocate(n * sizeof(uint32_t));
	SurveyRows rows = { n, { column, column + n }, column + 2 * n, psu, NULL };
	double *u = column + 3 * n;
	SurveyEstimate result;
	SurveyEstimate again;
	SurveyOutcome outcome;

	for (size_t i = 0; i < n; i++)
	{
		rows.value[0][i] = row[i].x;
		rows.value[1][i] = row[i].y;
		rows.weight[i] = row[i].weight;
		psu[i] = 0;
	}
	outcome = survey_linearize(index, &rows, &parameters, &result, u);
	if (outcome != SURVEY_UNDEFINED && is_ordinary)
		DEMAND(isfinite(result.estimate) && isfinite(result.slope));
	for (size_t i = 0; outcome == SURVEY_DEFINED && is_ordinary && i < n; i++)
		DEMAND(isfinite(u[i]));
	parameters.estimate_only = true;
	DEMAND((survey_linearize(index, &rows, &parameters, &again, u) == SURVEY_UNDEFINED) ==
		   (outcome == SURVEY_UNDEFINED));
	DEMAND(outcome == SURVEY_UNDEFINED || !is_ordinary ||
		   same_double(again.estimate, result.estimate));
	free(column);
	free(psu);
	return 0;
}
