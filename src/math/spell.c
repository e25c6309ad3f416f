/* SPDX-License-Identifier: PostgreSQL */
/*
 * spell.c
 *		Spells of poverty in one household's observations, in order of time.
 */
#include "spell.h"

/* The spell that a poor observation belongs to. */
Spell
spell_around(Observe observe, const void *context, int64_t count, int64_t at)
{
	Spell spell = { at, at, true, true };

	while (spell.first > 0 && observe(context, spell.first).follows)
	{
		SpellState before = observe(context, spell.first - 1).state;

		spell.left_censored = before != SPELL_NOT_POOR;
		if (before != SPELL_POOR)
			break;
		spell.first--;
		spell.left_censored = true;
	}
	while (spell.last + 1 < count)
	{
		Observation next = observe(context, spell.last + 1);

		if (!next.follows)
			break;
		spell.right_censored = next.state != SPELL_NOT_POOR;
		if (next.state != SPELL_POOR)
			break;
		spell.last++;
		spell.right_censored = true;
	}
	return spell;
}

/*
 * The first observation that is not poor after one that is: a spell that begins
 * later is a re-entry.  Their number if there is none.
 */
int64_t
first_exit(Observe observe, const void *context, int64_t count)
{
	bool was_poor = false;

	for (int64_t i = 0; i < count; i++)
	{
		SpellState state = observe(context, i).state;

		if (state == SPELL_POOR)
			was_poor = true;
		else if (state == SPELL_NOT_POOR && was_poor)
			return i;
	}
	return count;
}

/*
 * Whether poor now and in at least so many of the earlier observations: 1 yes,
 * 0 no, -1 when what is not known decides.
 */
int
persistent(SpellState now, const SpellState *earlier, int count, int needed)
{
	int poor = 0;
	int unknown = 0;

	for (int i = 0; i < count; i++)
	{
		poor += earlier[i] == SPELL_POOR;
		unknown += earlier[i] == SPELL_UNKNOWN;
	}
	if (now == SPELL_NOT_POOR || poor + unknown < needed)
		return 0;
	return now == SPELL_POOR && poor >= needed ? 1 : -1;
}
