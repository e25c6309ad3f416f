/* SPDX-License-Identifier: PostgreSQL */
/*
 * digits.c
 *		Slips of those who type numbers.
 */
#include "digits.h"

#include <math.h>

/* Whole numbers up to this are exact in a double. */
#define LARGEST_WHOLE 9007199254740992.0

static bool
is_count(double value)
{
	return value >= 0.0 && value <= LARGEST_WHOLE && value == floor(value);
}

/*
 * Whether one count becomes the other when two neighbouring digits change places
 * (417571 and 471571; 96 and 69).  A leading zero is no digit: 10 does not become 1.
 */
bool
digits_swapped(double printed, double meant)
{
	double unit = 1.0;

	if (!is_count(printed) || !is_count(meant) || printed == meant)
		return false;
	/* the digits below the first that differs are the same */
	while (fmod(floor(printed / unit), 10.0) == fmod(floor(meant / unit), 10.0))
		unit *= 10.0;
	return floor(printed / unit / 100.0) == floor(meant / unit / 100.0) &&
		fmod(floor(printed / unit), 10.0) == fmod(floor(meant / unit / 10.0), 10.0) &&
		fmod(floor(printed / unit / 10.0), 10.0) == fmod(floor(meant / unit), 10.0) &&
		printed >= 10.0 * unit && meant >= 10.0 * unit;
}
