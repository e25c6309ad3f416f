/* SPDX-License-Identifier: PostgreSQL */
/*
 * exact_total.h
 *		One exact sum of doubles over their whole range, and exact ratios.
 *
 * What ExactSums are for states, an ExactTotal is for a walk over sorted rows:
 * it has all limbs at once, so that nothing grows, and lives on the stack.
 */
#ifndef EXACT_TOTAL_H
#define EXACT_TOTAL_H

#include "exact_sum.h"

/* Digits in base 2^32 of a total of at most EXACT_ROWS_MAX doubles. */
#define EXACT_DIGITS_MAX EXACT_CANONICAL_MAX

/* The most rows that totals count. */
#define EXACT_ROWS_MAX (INT64_C(1) << 43)

/*
 * A total that is not negative as digits in base 2^32, lowest first, without
 * zeros at either end: the sum of digit[i] * 2^(32 (lowest + i) - 1074).
 */
typedef struct ExactDigits
{
	int lowest;
	int count;
	uint32_t digit[EXACT_LIMBS_MAX + 2];
} ExactDigits;

extern void exact_total_init(ExactTotal *total);
extern void exact_total_add_times(ExactTotal *total, double value, int64_t times);
extern void exact_total_add(ExactTotal *total, const ExactTotal *other);
extern double exact_total_value(const ExactTotal *total);
extern ExactDigits exact_total_digits(const ExactTotal *total);
extern void exact_total_add_digits(ExactTotal *total, int lowest, const uint32_t *digit, int count);
extern int exact_ratio_compare(const ExactTotal *part, const ExactTotal *whole, double p);

#endif /* EXACT_TOTAL_H */
