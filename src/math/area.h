/* SPDX-License-Identifier: PostgreSQL */
/*
 * area.h
 *		Ranks among the areas of a parent.
 */
#ifndef MATH_AREA_H
#define MATH_AREA_H

#include <stddef.h>
#include <stdint.h>

extern void sort_rates(double *rate, size_t count);
extern int64_t rank_from_lowest(const double *sorted, int64_t count, double rate);
extern int64_t rank_from_highest(const double *sorted, int64_t count, double rate);

#endif /* MATH_AREA_H */
