/* SPDX-License-Identifier: PostgreSQL */
/*
 * area.h
 *		Ranks among the areas of a parent.
 */
#ifndef MATH_AREA_H
#define MATH_AREA_H

#include <stdint.h>

extern int64_t rank_from_lowest(const double *sorted, int64_t count, double rate);
extern int64_t rank_from_highest(const double *sorted, int64_t count, double rate);

#endif /* MATH_AREA_H */
