/* SPDX-License-Identifier: PostgreSQL */
/*
 * area.c
 *		Ranks among the areas of a parent: standard competition ranking, as SQL's
 *		rank() has it.  Equal rates share a rank, and the next rank leaves the gap.
 */
#include "area.h"

#include <stdbool.h>

/* How many of the sorted rates are below the given one, or below or equal to it. */
static int64_t
count_up_to(const double *sorted, int64_t count, double rate, bool or_equal)
{
	int64_t low = 0;
	int64_t high = count;

	while (low < high)
	{
		int64_t middle = low + (high - low) / 2;

		if (sorted[middle] < rate || (or_equal && sorted[middle] <= rate))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* 1 + the number of rates below. */
int64_t
rank_from_lowest(const double *sorted, int64_t count, double rate)
{
	return 1 + count_up_to(sorted, count, rate, false);
}

/* 1 + the number of rates above. */
int64_t
rank_from_highest(const double *sorted, int64_t count, double rate)
{
	return 1 + count - count_up_to(sorted, count, rate, true);
}
