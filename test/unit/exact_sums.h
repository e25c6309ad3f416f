/* SPDX-License-Identifier: PostgreSQL */
/*
 * exact_sums.h
 *		Exact sums for the tests, as an aggregate uses them: with a window that grows.
 */
#ifndef TEST_EXACT_SUMS_H
#define TEST_EXACT_SUMS_H

#include "../../src/math/exact_sum.h"

#include <stdlib.h>

static inline ExactSums *
grown(ExactSums *sums, ExactWindow window)
{
	ExactSums *larger = malloc(exact_sums_size(sums->nsums, window.nlimbs));

	exact_sums_copy(larger, sums, window);
	free(sums);
	return larger;
}

static inline ExactSums *
empty(int nsums)
{
	ExactSums *sums = malloc(exact_sums_size(nsums, 0));

	exact_sums_init(sums, 1, nsums);
	return sums;
}

static inline ExactSums *
add(ExactSums *sums, int which, double value)
{
	if (!exact_sums_add(sums, which, value))
	{
		sums = grown(sums, exact_sums_window_for(sums, value));
		if (!exact_sums_add(sums, which, value))
			abort();
	}
	sums->rows++;
	return sums;
}

static inline ExactSums *
merged(ExactSums *into, ExactSums *from)
{
	into = grown(into, exact_sums_window_of_both(into, from));
	if (!exact_sums_merge(into, from, 1))
		abort();
	free(from);
	return into;
}

static inline ExactSums *
canonical(ExactSums *sums)
{
	sums = grown(sums, exact_sums_window_canonical(sums));
	exact_sums_make_canonical(sums);
	return sums;
}

#endif /* TEST_EXACT_SUMS_H */
