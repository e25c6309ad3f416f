/* SPDX-License-Identifier: PostgreSQL */
/*
 * survey_frame.c
 *		Room survey: the rows of a group in their order, and its PSUs by stratum.
 */
#include "survey.h"

#include "math/row_sort.h"

#include "miscadmin.h"

/* Working memory: may be large, and is freed with the context. */
void *
survey_work(Size count, Size size)
{
	return palloc_extended(mul_size(count, size), MCXT_ALLOC_HUGE);
}

/* What is sorted of a row: its value, its weight, its number. */
#define SORTED_WIDTH 3

static void
poll_interrupts(void)
{
	CHECK_FOR_INTERRUPTS();
}

/* The rows of a state in the order of their values, Sen's from the largest down, then of their weights. */
static uint64 *
sort_rows(const SurveySample *state)
{
	Size words = mul_size(state->rows, SORTED_WIDTH);
	uint64 *sorted = survey_work(words, sizeof(uint64));
	uint64 *scratch = survey_work(words, sizeof(uint64));
	double sign = state->index == SURVEY_SEN || state->index == SURVEY_SST ? -1.0 : 1.0;
	const double *row = survey_cells(state);

	for (uint32 i = 0; i < state->rows; i++, row += survey_width(state))
	{
		uint64 *to = sorted + (Size) i * SORTED_WIDTH;

		poll_at(i);
		to[0] = key_of_double(sign * row[0] + 0.0);
		to[1] = key_of_double(row[state->columns - 1]);
		to[2] = i;
	}
	row_sort(sorted, scratch, state->rows, SORTED_WIDTH, 2, poll_interrupts);
	pfree(scratch);
	return sorted;
}

/* The rows of a state, in the order that its index wants; psu is each row's number in the state. */
SurveyRows
survey_gather(const SurveySample *state)
{
	uint32 width = survey_width(state);
	int values = state->columns - 1;
	const double *cell = survey_cells(state);
	uint64 *sorted = NULL;
	SurveyRows rows;

	memset(&rows, 0, sizeof(rows));
	rows.n = state->rows;
	rows.poll = poll_interrupts;
	for (int k = 0; k < values; k++)
		rows.value[k] = survey_work(rows.n, sizeof(double));
	rows.weight = survey_work(rows.n, sizeof(double));
	rows.psu = survey_work(rows.n, sizeof(uint32));
	if (survey_index_is_sorted(state->index))
		sorted = sort_rows(state);
	for (uint32 i = 0; i < rows.n; i++)
	{
		uint32 from = sorted != NULL ? (uint32) sorted[SORTED_WIDTH * (Size) i + 2] : i;
		const double *row = cell + (Size) from * width;

		poll_at(i);
		for (int k = 0; k < values; k++)
			rows.value[k][i] = row[k];
		rows.weight[i] = row[values];
		rows.psu[i] = from;
	}
	if (sorted != NULL)
		pfree(sorted);
	return rows;
}

/* A number to find a PSU by: of its stratum and code. */
static inline uint32
unit_hash(SurveyUnit unit)
{
	uint64 mixed = (unit.id ^ ((uint64) unit.stratum << 40)) * UINT64CONST(0x9E3779B97F4A7C15);

	return (uint32) (mixed >> 32);
}

/*
 * The different PSUs of the rows, in the order in which they came; number[i] is
 * which of them row i has.
 */
static SurveyUnit *
distinct_units(const SurveySample *state, uint32 *number, uint32 *count)
{
	const uint64 *id = survey_row_ids(state);
	const uint32 *stratum = survey_row_strata(state);
	SurveyUnit *unit = survey_work(state->rows, sizeof(SurveyUnit));
	uint32 slots = 16;
	uint32 *slot;

	while (slots < 2 * state->rows)
		slots *= 2;
	slot = palloc_extended(slots * sizeof(uint32), MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO);
	*count = 0;
	for (uint32 i = 0; i < state->rows; i++)
	{
		SurveyUnit own = { stratum[i], id[i] };
		uint32 at = unit_hash(own) & (slots - 1);

		poll_at(i);
		while (slot[at] != 0 &&
			   (unit[slot[at] - 1].id != own.id || unit[slot[at] - 1].stratum != own.stratum))
			at = (at + 1) & (slots - 1);
		if (slot[at] == 0)
		{
			unit[*count] = own;
			slot[at] = ++*count;
		}
		number[i] = slot[at] - 1;
	}
	pfree(slot);
	return unit;
}

/* All PSUs of a state that has those of its design. */
static SurveyUnit *
whole_units(const SurveySample *state, uint32 *number, uint32 *count)
{
	SurveyUnit *unit = survey_work(state->entries, sizeof(SurveyUnit));
	uint32 *which = survey_work(state->entries, sizeof(uint32));

	*count = 0;
	for (uint32 i = 0; i < state->entries; i++)
		if (!survey_is_stratum(state, i))
		{
			unit[*count].stratum = state->entry[i].stratum | SURVEY_INTERNED;
			unit[*count].id = i;
			which[i] = (*count)++;
		}
	for (uint32 i = 0; i < state->rows; i++)
		number[i] = which[survey_row_ids(state)[i]];
	pfree(which);
	return unit;
}

/* The strata of a frame, with their entries; which[i] is the stratum of entry i. */
static void
frame_strata(const SurveySample *state, bool has_design, SurveyFrame *frame, uint32 *which)
{
	for (uint32 i = 0; i < state->entries; i++)
		if (survey_is_stratum(state, i))
		{
			SurveyStratum *stratum = &frame->stratum[frame->strata];

			memset(stratum, 0, sizeof(SurveyStratum));
			stratum->psus = has_design ? state->entry[i].psus : 0;
			stratum->fraction = state->entry[i].value;
			frame->stratum_entry[frame->strata] = i;
			which[i] = frame->strata++;
		}
}

/* Gives the units the places that are theirs by stratum; place[i] is that of unit i. */
static void
frame_units(bool has_design, SurveyFrame *frame, const SurveyUnit *unit, const uint32 *which,
			uint32 *place)
{
	uint32 next = 0;

	for (uint32 i = 0; i < frame->psus; i++)
		frame->stratum[which[unit[i].stratum & ~SURVEY_INTERNED]].present++;
	for (uint32 h = 0; h < frame->strata; h++)
	{
		SurveyStratum *stratum = &frame->stratum[h];

		if (!has_design)
			stratum->psus = stratum->present;
		stratum->first = next;
		next += stratum->present;
		stratum->present = 0;
	}
	for (uint32 i = 0; i < frame->psus; i++)
	{
		SurveyStratum *stratum = &frame->stratum[which[unit[i].stratum & ~SURVEY_INTERNED]];

		place[i] = stratum->first + stratum->present++;
		frame->psu[place[i]] = unit[i];
	}
}

/* Counts the PSUs and strata that have rows, and takes from the frame those that do not count. */
static void
frame_domain(const SurveySample *state, const SurveyRows *rows, SurveyFrame *frame)
{
	bool *has_rows = palloc_extended(Max(frame->psus, 1), MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO);

	for (Size i = 0; i < rows->n; i++)
		has_rows[rows->psu[i]] = true;
	for (uint32 h = 0; h < frame->strata; h++)
	{
		SurveyStratum *stratum = &frame->stratum[h];
		uint32 psus = 0;

		for (uint32 p = 0; p < stratum->present; p++)
			psus += has_rows[stratum->first + p];
		frame->domain_psus += psus;
		frame->domain_strata += psus > 0;
		/* a stratum that was taken in whole and has no row does not vary, nor is it lonely */
		if (psus == 0 && !(state->flags & SURVEY_HAS_LINE))
			stratum->present = 0;
	}
	pfree(has_rows);
}

/* Numbers the PSUs of a group by stratum, and gives the rows these numbers. */
SurveyFrame
survey_frame(const SurveySample *state, SurveyRows *rows)
{
	bool has_design = (state->flags & (SURVEY_HAS_DESIGN | SURVEY_HAS_LINE)) != 0;
	uint32 *which = survey_work(state->entries, sizeof(uint32));
	uint32 *number = survey_work(state->rows, sizeof(uint32));
	uint32 *place;
	SurveyUnit *unit;
	SurveyFrame frame;

	memset(&frame, 0, sizeof(frame));
	frame.stratum = survey_work(state->entries, sizeof(SurveyStratum));
	frame.stratum_entry = survey_work(state->entries, sizeof(uint32));
	frame_strata(state, has_design, &frame, which);
	unit = survey_is_whole(state) ? whole_units(state, number, &frame.psus) :
									distinct_units(state, number, &frame.psus);
	frame.psu = survey_work(frame.psus, sizeof(SurveyUnit));
	place = survey_work(frame.psus, sizeof(uint32));
	frame_units(has_design, &frame, unit, which, place);
	for (Size i = 0; i < rows->n; i++)
	{
		poll_at(i);
		rows->psu[i] = place[number[rows->psu[i]]];
	}
	frame_domain(state, rows, &frame);
	pfree(which);
	pfree(number);
	pfree(unit);
	pfree(place);
	CHECK_FOR_INTERRUPTS();
	return frame;
}
