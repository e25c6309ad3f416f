/* SPDX-License-Identifier: PostgreSQL */
/*
 * row_sort.h
 *		Sorting rows of one to three 64-bit words, and doubles as such words.
 */
#ifndef ROW_SORT_H
#define ROW_SORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define ROW_WIDTH_MAX 3

/* The most rows that one sort takes. */
#define ROW_COUNT_MAX UINT32_MAX

/*
 * A finite double as an unsigned integer in the order of the doubles: the bits,
 * with the sign bit turned over, and all bits of a negative one.  -0 is to be
 * made 0 by the caller (x + 0.0).
 */
static inline uint64_t
key_of_double(double x)
{
	uint64_t bits;

	memcpy(&bits, &x, sizeof(bits));
	return bits ^ ((uint64_t) ((int64_t) bits >> 63) | UINT64_C(1) << 63);
}

static inline double
double_of_key(uint64_t key)
{
	uint64_t bits = key ^ ((key >> 63) ? UINT64_C(1) << 63 : ~UINT64_C(0));
	double x;

	memcpy(&x, &bits, sizeof(x));
	return x;
}

/*
 * Sorts n rows of `width` words in the lexicographic order of their first
 * `nkeys` words; rows that are equal in these are in no particular order.
 * scratch has room for as many rows.  poll, if not NULL, is called now and
 * then, and may leave by longjmp().
 */
extern void row_sort(uint64_t *rows, uint64_t *scratch, size_t n, int width, int nkeys,
					 void (*poll)(void));

/*
 * Merges two sorted neighbours, rows [0, middle) and [middle, n), through a
 * scratch with room for the first of them; poll as for row_sort().
 */
extern void row_merge(uint64_t *rows, uint64_t *scratch, size_t middle, size_t n, int width,
					  int nkeys, void (*poll)(void));

#endif /* ROW_SORT_H */
