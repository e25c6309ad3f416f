/* SPDX-License-Identifier: PostgreSQL */
/*
 * tap.h
 *		The few words of the Test Anything Protocol that the unit tests speak.
 *
 * A test program calls ok() or is_double() for each claim and returns
 * tap_done().
 */
#ifndef TAP_H
#define TAP_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int tap_count;
static int tap_failures;

static inline bool
ok(bool claim, const char *name)
{
	tap_count++;
	if (!claim)
		tap_failures++;
	printf("%sok %d - %s\n", claim ? "" : "not ", tap_count, name);
	return claim;
}

/* Equal to the bit. */
static inline bool
same_bits(double a, double b)
{
	return memcmp(&a, &b, sizeof(a)) == 0;
}

static inline bool
is_double(double got, double expected, const char *name)
{
	if (ok(same_bits(got, expected), name))
		return true;
	printf("# got %a, expected %a\n", got, expected);
	return false;
}

static inline int
tap_done(void)
{
	printf("1..%d\n", tap_count);
	return tap_failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* A small generator of pseudo-random numbers (Marsaglia's xorshift64*), so that every run is the same. */
static inline uint64_t
next_random(uint64_t *state)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return *state * UINT64_C(2685821657736338717);
}

#endif /* TAP_H */
