/* SPDX-License-Identifier: PostgreSQL */
/*
 * spell.h
 *		Spells of poverty in one household's observations, in order of time.
 */
#ifndef MATH_SPELL_H
#define MATH_SPELL_H

#include <stdbool.h>
#include <stdint.h>

/* What is known of a household at one observation. */
typedef enum SpellState
{
	SPELL_UNKNOWN = -1,
	SPELL_NOT_POOR,
	SPELL_POOR
} SpellState;

/* One observation. */
typedef struct Observation
{
	SpellState state;
	bool follows; /* no observation is missing between the one before and this one */
} Observation;

/* A run of poor observations with none missing in it; numbers of observations, from 0. */
typedef struct Spell
{
	int64_t first;
	int64_t last;
	bool left_censored;  /* what was before is not known: it may have begun earlier */
	bool right_censored; /* what came after is not known: it may have gone on */
} Spell;

/* Gives observation i; the context is the caller's. */
typedef Observation (*Observe)(const void *context, int64_t i);

extern Spell spell_around(Observe observe, const void *context, int64_t count, int64_t at);
extern int64_t first_exit(Observe observe, const void *context, int64_t count);
extern int persistent(SpellState now, const SpellState *earlier, int count, int needed);

#endif /* MATH_SPELL_H */
