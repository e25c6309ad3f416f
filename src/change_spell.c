/* SPDX-License-Identifier: PostgreSQL */
/*
 * change_spell.c
 *		Room change: spells of poverty and persistent poverty, as window functions
 *		over one household's reviews.
 */
#include "change_series.h"
#include "composite.h"
#include "math/spell.h"

#include "access/htup_details.h"
#include "funcapi.h"
#include "utils/memutils.h"

/* Persistent: poor now and in at least 2 of the 3 years before (Eurostat). */
#define PERSISTENT_YEARS 3
#define PERSISTENT_NEEDED 2

/* The columns of type poverty_spell and its kin. */
enum
{
	SPELL_START,
	SPELL_LATEST,
	SPELL_LENGTH,
	SPELL_ELAPSED,
	SPELL_LEFT_CENSORED,
	SPELL_RIGHT_CENSORED,
	SPELL_RE_ENTRY,
	SPELL_COLUMN_COUNT
};

/* What is kept of a partition between its rows. */
typedef struct SpellMemory
{
	int64 exit; /* the first observation not poor after a poor one */
	bool has_spell;
	Spell spell; /* the one last asked for: its neighbours ask for it again */
} SpellMemory;

static SpellState
state_of(const SeriesPoint *point)
{
	if (point == NULL || isnan(point->value))
		return SPELL_UNKNOWN;
	return point->value != 0.0 ? SPELL_POOR : SPELL_NOT_POOR;
}

/* An Observe function. */
static Observation
observe_series(const void *context, int64_t i)
{
	const Series *series = context;
	Observation result = { state_of(&series->point[i]), false };

	if (i > 0)
		result.follows = series_follows(series, series->point[i - 1].period,
										series->point[i].period);
	return result;
}

static SpellMemory *
memory_of(Series *series)
{
	SpellMemory *memory = series->kept;

	if (memory == NULL)
	{
		memory = MemoryContextAllocZero(GetMemoryChunkContext(series), sizeof(SpellMemory));
		memory->exit = first_exit(observe_series, series, series->count);
		series->kept = memory;
	}
	return memory;
}

/* The type of the result, which is looked up once for all rows. */
static TupleDesc
spell_descriptor(FunctionCallInfo fcinfo)
{
	FmgrInfo *function = fcinfo->flinfo;

	if (function->fn_extra == NULL)
	{
		MemoryContext old = MemoryContextSwitchTo(function->fn_mcxt);

		function->fn_extra = composite_descriptor(fcinfo, SPELL_COLUMN_COUNT);
		MemoryContextSwitchTo(old);
	}
	return function->fn_extra;
}

PG_FUNCTION_INFO_V1(poverty_spell);
Datum
poverty_spell(PG_FUNCTION_ARGS)
{
	Series *series = series_of_partition(fcinfo);
	SpellMemory *memory = memory_of(series);
	Spell *spell = &memory->spell;
	Datum value[SPELL_COLUMN_COUNT];
	bool isnull[SPELL_COLUMN_COUNT] = { false };
	int64 at;

	if (!series_current_number(fcinfo, series, &at) || state_of(&series->point[at]) != SPELL_POOR)
		PG_RETURN_NULL();
	if (!memory->has_spell || at < spell->first || at > spell->last)
		*spell = spell_around(observe_series, series, series->count, at);
	memory->has_spell = true;

	value[SPELL_START] = series_period_datum(series, series->point[spell->first].period);
	value[SPELL_LATEST] = series_period_datum(series, series->point[spell->last].period);
	value[SPELL_LENGTH] = Int64GetDatum(spell->last - spell->first + 1);
	value[SPELL_ELAPSED] = Int64GetDatum(at - spell->first + 1);
	value[SPELL_LEFT_CENSORED] = BoolGetDatum(spell->left_censored);
	value[SPELL_RIGHT_CENSORED] = BoolGetDatum(spell->right_censored);
	value[SPELL_RE_ENTRY] = BoolGetDatum(memory->exit < spell->first);
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(spell_descriptor(fcinfo), value, isnull)));
}

PG_FUNCTION_INFO_V1(persistent_poor);
Datum
persistent_poor(PG_FUNCTION_ARGS)
{
	Series *series = series_of_partition(fcinfo);
	SpellState earlier[PERSISTENT_YEARS];
	int64 at;
	int result;

	if (!series_current_number(fcinfo, series, &at))
		PG_RETURN_NULL();
	for (int i = 0; i < PERSISTENT_YEARS; i++)
		earlier[i] = state_of(series_review_years_earlier(series, series->point[at].period, i + 1));
	result = persistent(state_of(&series->point[at]), earlier, PERSISTENT_YEARS, PERSISTENT_NEEDED);
	if (result < 0)
		PG_RETURN_NULL();
	PG_RETURN_BOOL(result > 0);
}
