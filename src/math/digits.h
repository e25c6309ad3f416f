/* SPDX-License-Identifier: PostgreSQL */
/*
 * digits.h
 *		Slips of those who type numbers.
 */
#ifndef MATH_DIGITS_H
#define MATH_DIGITS_H

#include <stdbool.h>

extern bool digits_swapped(double printed, double meant);

#endif /* MATH_DIGITS_H */
