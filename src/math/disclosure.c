/* SPDX-License-Identifier: PostgreSQL */
/*
 * disclosure.c
 *		Which cells of a published table are withheld.
 *
 * Hundepool et al. (2012), Statistical Disclosure Control, chapter 4: small cells
 * are withheld (primary suppression), and where the published total would give
 * them away, one cell more (secondary suppression).
 */
#include "disclosure.h"

bool
is_small_cell(double count, double minimum)
{
	return count > 0.0 && count < minimum;
}

void
disclosure_start(DisclosureGroup *group, double minimum)
{
	group->minimum = minimum;
	group->withheld = 0;
	group->sum = 0.0;
	group->least_row = -1;
	group->least = 0.0;
	group->zero_row = -1;
}

/* A cell; withheld: it is withheld for a reason of its own, small or not. */
void
disclosure_add(DisclosureGroup *group, int64_t row, double count, bool withheld)
{
	if (withheld || is_small_cell(count, group->minimum))
	{
		group->withheld++;
		group->sum += count;
	}
	else if (count > 0.0)
	{
		if (group->least_row < 0 || count < group->least)
		{
			group->least_row = row;
			group->least = count;
		}
	}
	else if (group->zero_row < 0)
		group->zero_row = row;
}

/*
 * The row that is withheld to protect the others, or -1.  The total less the
 * cells that are shown gives the sum of those that are not: it must not be that
 * of one cell, nor small itself, nor so small that each of them is 1.
 */
int64_t
disclosure_complement(const DisclosureGroup *group)
{
	if (group->withheld == 0 ||
		(group->withheld > 1 && group->sum >= group->minimum &&
		 group->sum > (double) group->withheld))
		return -1;
	return group->least_row >= 0 ? group->least_row : group->zero_row;
}
