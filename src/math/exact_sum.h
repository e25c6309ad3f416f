/* SPDX-License-Identifier: PostgreSQL */
/*
 * exact_sum.h
 *		Exact sums of doubles: the same numbers give the same bits, in any order.
 *
 * Several sums are kept side by side as fixed-point numbers in 32-bit limbs, each limb
 * in an int64 so that carries can wait (a superaccumulator: R. M. Neal, "Fast
 * exact summation using small and large superaccumulators", arXiv 1505.05571;
 * U. Kulisch, "Computer Arithmetic and Validity", 2nd ed., 2013).  The sums
 * share one window of limbs, which covers the exponents seen so far and grows
 * when it must; nothing is rounded before exact_sums_value().
 *
 * Limb number i, counted from 0 at the bottom of the range of a double, has
 * the unit 2^(32 i - 1074).  A sum is the signed number
 *
 *		sum over j of limb[j] * 2^(32 (lowest + j) - 1074)
 *
 * While rows are added, limbs hold whatever the additions left there.  In the
 * canonical form, which is what is stored and sent, all limbs of a sum have
 * one sign and are below 2^32 in magnitude, and the window is as small as it
 * can be: equal sums then have equal bytes.
 *
 * The struct begins with the four bytes of a PostgreSQL varlena header, which
 * this code never touches, so that a value needs no unpacking.
 */
#ifndef EXACT_SUM_H
#define EXACT_SUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define EXACT_SUMS_VERSION 1

/*
 * The most sums in one value; the limbs that a window can have; and those in
 * the canonical form of any sum that may come from outside, which is as many as
 * 2^43 of the largest doubles need.
 */
#define EXACT_SUMS_MAX 65535
#define EXACT_LIMBS_MAX 68
#define EXACT_CANONICAL_MAX 67

/*
 * An addition changes a limb by less than 2^52 + 2^32, and carries leave a limb
 * below 2^32, so that no limb overflows when carries are taken this often:
 * 1000 * (2^52 + 2^32) + 2^32 < 2^62.  (Merging adds two such limbs.)
 */
#define EXACT_CARRY_INTERVAL 1000

typedef struct ExactSums
{
	int32_t vl_len_; /* PostgreSQL's varlena header */
	uint8_t version; /* EXACT_SUMS_VERSION */
	uint8_t kind;    /* which aggregate's sums these are */
	uint16_t nsums;
	int16_t lowest;   /* number of the lowest limb of the window */
	int16_t nlimbs;   /* limbs a sum has in the window; 0 at first */
	int32_t pending;  /* additions since carries were last taken */
	int64_t rows;     /* rows that count */
	int64_t marked;   /* rows among them that the kind has a word for */
	double parameter; /* the parameter of the kind, or 0 */
	int64_t limb[];   /* nsums * nlimbs, one sum after the other */
} ExactSums;

/* One sum with as many limbs as any can need, so that nothing grows: for the stack. */
typedef struct ExactTotal
{
	int64_t limb[EXACT_LIMBS_MAX];
	int pending; /* additions since carries were last taken */
} ExactTotal;

/* A window of limbs: the lowest one and how many. */
typedef struct ExactWindow
{
	int lowest;
	int nlimbs;
} ExactWindow;

extern size_t exact_sums_size(int nsums, int nlimbs);
extern void exact_sums_init(ExactSums *sums, int kind, int nsums);
extern ExactWindow exact_sums_window_for(const ExactSums *sums, double value);
extern ExactWindow exact_sums_window_of_both(const ExactSums *a, const ExactSums *b);
extern ExactWindow exact_sums_window_canonical(const ExactSums *sums);
extern void exact_sums_copy(ExactSums *to, const ExactSums *from, ExactWindow window);
extern void exact_sums_carry(ExactSums *sums);
extern bool exact_sums_merge(ExactSums *into, const ExactSums *from, int sign);
extern void exact_sums_make_canonical(ExactSums *sums);
extern bool exact_sums_is_canonical(const ExactSums *sums);
extern int exact_sums_sign(const ExactSums *sums, int which);
extern int exact_sums_order(const ExactSums *sums, int a, int b);
extern double exact_sums_value(const ExactSums *sums, int which);
extern double exact_sums_combination(const ExactSums *sums, const int *sign);
extern void exact_limbs_carry(int64_t *limb, int nlimbs);
extern double exact_limbs_value(const int64_t *limb, int nlimbs, int lowest);
extern double exact_sum_of(const double *value, const int *sign, int count);

/*
 * Adds a finite value to the limbs of one sum, of which the first has number
 * `lowest`; false when they do not cover it and nothing was done.
 */
static inline bool
exact_limbs_add(int64_t *limb, int lowest, int nlimbs, double value)
{
	uint64_t bits;
	uint64_t mantissa;
	int64_t low;
	int64_t high;
	int exponent;
	int position;
	int shift;
	int i;

	memcpy(&bits, &value, sizeof(bits));
	mantissa = bits & UINT64_C(0xFFFFFFFFFFFFF);
	exponent = (int) (bits >> 52) & 0x7FF;
	if (exponent != 0)
	{
		mantissa |= UINT64_C(1) << 52;
		position = exponent - 1;
	}
	else if (mantissa == 0)
		return true;
	else
		position = 0;

	/* value = mantissa * 2^(position - 1074), spread over two limbs */
	i = (position >> 5) - lowest;
	if (i < 0 || i + 2 >= nlimbs)
		return false;
	shift = position & 31;
	low = (int64_t) ((mantissa << shift) & UINT64_C(0xFFFFFFFF));
	high = (int64_t) (mantissa >> (32 - shift));
	if (bits >> 63)
	{
		limb[i] -= low;
		limb[i + 1] -= high;
	}
	else
	{
		limb[i] += low;
		limb[i + 1] += high;
	}
	return true;
}

/*
 * Adds a finite value to one of the sums; false when the window does not cover
 * it and nothing was done: then make room with exact_sums_window_for() and
 * exact_sums_copy(), and add again.
 */
static inline bool
exact_sums_add(ExactSums *sums, int which, double value)
{
	if (!exact_limbs_add(sums->limb + (size_t) which * (size_t) sums->nlimbs, sums->lowest,
						 sums->nlimbs, value))
		return false;
	if (++sums->pending >= EXACT_CARRY_INTERVAL)
		exact_sums_carry(sums);
	return true;
}

#endif /* EXACT_SUM_H */
