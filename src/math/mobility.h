/* SPDX-License-Identifier: PostgreSQL */
/*
 * mobility.h
 *		What a matrix of moves between classes says of mobility.
 *
 * count[i * classes + j] is how many (a weighted count, at least 0) were in class
 * i before and are in class j after; classes are counted from 0, and each is
 * better than the one before it where "up" and "down" are spoken of.  A function
 * whose result can be undefined returns false then and sets nothing.
 */
#ifndef MATH_MOBILITY_H
#define MATH_MOBILITY_H

#include <stdbool.h>

typedef enum MoveDirection
{
	MOVE_DOWN = -1,
	MOVE_NONE,
	MOVE_UP
} MoveDirection;

extern double class_total(const double *count, int classes, int from);
extern bool shorrocks_mobility(const double *count, int classes, double *result);
extern bool share_of_moves(const double *count, int classes, MoveDirection direction,
						   double *result);

#endif /* MATH_MOBILITY_H */
