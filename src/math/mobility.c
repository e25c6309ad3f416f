/* SPDX-License-Identifier: PostgreSQL */
/*
 * mobility.c
 *		What a matrix of moves between classes says of mobility.
 *
 * Totals are added in the order of the classes, so that one matrix gives one
 * number, to the bit.
 */
#include "mobility.h"

/* All that were in a class before. */
double
class_total(const double *count, int classes, int from)
{
	double total = 0.0;

	for (int to = 0; to < classes; to++)
		total += count[from * classes + to];
	return total;
}

/*
 * (n - trace P) / (n - 1), P the transition probabilities: 0 when nobody changes
 * class, 1 when the class after does not depend on the class before.  Undefined
 * for a single class and where a class was empty before, for then it has no
 * probabilities.
 *
 * A. F. Shorrocks, "The measurement of mobility", Econometrica 46 (1978).
 */
bool
shorrocks_mobility(const double *count, int classes, double *result)
{
	double leaving = 0.0;

	if (classes < 2)
		return false;
	for (int i = 0; i < classes; i++)
	{
		double total = class_total(count, classes, i);

		if (!(total > 0.0))
			return false;
		leaving += 1.0 - count[i * classes + i] / total;
	}
	*result = leaving / (classes - 1);
	return true;
}

static MoveDirection
direction_of(int from, int to)
{
	if (to == from)
		return MOVE_NONE;
	return to > from ? MOVE_UP : MOVE_DOWN;
}

/* The share of all that moved in this direction; undefined when there is nobody. */
bool
share_of_moves(const double *count, int classes, MoveDirection direction, double *result)
{
	double all = 0.0;
	double moved = 0.0;

	for (int i = 0; i < classes; i++)
		for (int j = 0; j < classes; j++)
		{
			all += count[i * classes + j];
			if (direction_of(i, j) == direction)
				moved += count[i * classes + j];
		}
	if (!(all > 0.0))
		return false;
	*result = moved / all;
	return true;
}
