/* SPDX-License-Identifier: PostgreSQL */
/*
 * exact_total.c
 *		One exact sum of doubles over their whole range, and exact ratios.
 */
#include "exact_total.h"

#include <math.h>

#define DIGIT_BITS 32

/* A total of nothing. */
void
exact_total_init(ExactTotal *total)
{
	memset(total, 0, sizeof(*total));
}

static void
count_addition(ExactTotal *total)
{
	if (++total->pending >= EXACT_CARRY_INTERVAL)
	{
		exact_limbs_carry(total->limb, EXACT_LIMBS_MAX);
		total->pending = 0;
	}
}

/* Adds a finite value so many times, 0 to EXACT_ROWS_MAX. */
void
exact_total_add_times(ExactTotal *total, double value, int64_t times)
{
	unsigned __int128 product;
	int64_t *limb;
	uint64_t bits;
	uint64_t mantissa;
	int position;

	if (times == 1)
	{
		(void) exact_limbs_add(total->limb, 0, EXACT_LIMBS_MAX, value);
		count_addition(total);
		return;
	}
	memcpy(&bits, &value, sizeof(bits));
	mantissa = bits & UINT64_C(0xFFFFFFFFFFFFF);
	position = (int) (bits >> 52) & 0x7FF;
	if (position > 0)
	{
		mantissa |= UINT64_C(1) << 52;
		position--;
	}

	/* 53 + 43 + 31 bits */
	product = ((unsigned __int128) mantissa * (uint64_t) times) << (position % DIGIT_BITS);
	limb = total->limb + position / DIGIT_BITS;
	for (int i = 0; i < 4; i++)
	{
		int64_t digit = (int64_t) (uint32_t) (product >> (DIGIT_BITS * i));

		limb[i] += bits >> 63 ? -digit : digit;
	}
	count_addition(total);
}

void
exact_total_add(ExactTotal *total, const ExactTotal *other)
{
	ExactTotal carried = *other;

	exact_limbs_carry(carried.limb, EXACT_LIMBS_MAX);
	for (int i = 0; i < EXACT_LIMBS_MAX; i++)
		total->limb[i] += carried.limb[i];
	count_addition(total);
}

/* The total, rounded once. */
double
exact_total_value(const ExactTotal *total)
{
	return exact_limbs_value(total->limb, EXACT_LIMBS_MAX, 0);
}

ExactDigits
exact_total_digits(const ExactTotal *total)
{
	ExactDigits digits;
	ExactTotal carried = *total;
	int first = 0;
	int end = EXACT_LIMBS_MAX;

	exact_limbs_carry(carried.limb, EXACT_LIMBS_MAX);
	while (end > 0 && carried.limb[end - 1] == 0)
		end--;
	while (first < end && carried.limb[first] == 0)
		first++;
	digits.lowest = end == 0 ? 0 : first;
	digits.count = end - first;
	for (int i = 0; i < digits.count; i++)
		digits.digit[i] = (uint32_t) carried.limb[first + i];
	return digits;
}

/* Adds digits as those of exact_total_digits(); lowest + count is at most EXACT_DIGITS_MAX. */
void
exact_total_add_digits(ExactTotal *total, int lowest, const uint32_t *digit, int count)
{
	for (int i = 0; i < count; i++)
		total->limb[lowest + i] += digit[i];
	count_addition(total);
}

/* A whole number in base 2^32, lowest digit first. */
#define WIDE_DIGITS (EXACT_LIMBS_MAX + 2 + 40)

typedef struct WideNumber
{
	uint32_t digit[WIDE_DIGITS];
} WideNumber;

/* total * factor * 2^shift, in the unit of a total; factor below 2^56, shift 0 to 1100. */
static WideNumber
wide_product(const ExactDigits *total, uint64_t factor, int shift)
{
	WideNumber result = { { 0 } };
	uint32_t *to = result.digit + total->lowest + shift / DIGIT_BITS;
	unsigned __int128 carry = 0;
	int i;

	for (i = 0; i < total->count; i++)
	{
		carry += (unsigned __int128) total->digit[i] * factor << (shift % DIGIT_BITS);
		to[i] = (uint32_t) carry;
		carry >>= DIGIT_BITS;
	}
	for (; carry != 0; i++, carry >>= DIGIT_BITS)
		to[i] = (uint32_t) carry;
	return result;
}

/* The sign of part - whole * factor * 2^exponent, for exponent <= 0. */
static int
compare_to_multiple(const ExactDigits *part, const ExactDigits *whole, uint64_t factor,
					int exponent)
{
	WideNumber a = wide_product(part, 1, -exponent);
	WideNumber b = wide_product(whole, factor, 0);

	for (int i = WIDE_DIGITS - 1; i >= 0; i--)
		if (a.digit[i] != b.digit[i])
			return a.digit[i] < b.digit[i] ? -1 : 1;
	return 0;
}

/*
 * -1, 0 or 1 as part/whole, an exact ratio that is rounded once to a double, is
 * below, equal to or above p; 0 <= part <= whole, whole > 0, 0 <= p <= 1.
 *
 * The ratio rounds to p = m 2^e when it lies between the midpoints to p's
 * neighbours, and at a midpoint when m is even.
 */
int
exact_ratio_compare(const ExactTotal *part, const ExactTotal *whole, double p)
{
	ExactDigits a = exact_total_digits(part);
	ExactDigits b = exact_total_digits(whole);
	uint64_t mantissa;
	int exponent;
	int sign;
	bool is_odd;
	bool is_power;

	if (p <= 0.0 || a.count == 0)
		return a.count == 0 ? (p > 0.0 ? -1 : 0) : 1;
	mantissa = (uint64_t) ldexp(frexp(p, &exponent), 53);
	exponent -= 53;
	while (exponent < -1074) /* a subnormal number has fewer bits */
	{
		mantissa >>= 1;
		exponent++;
	}
	is_odd = mantissa & 1;
	/* below a power of two doubles are twice as close, unless they are subnormal there */
	is_power = mantissa == UINT64_C(1) << 52 && exponent > -1074;

	sign = compare_to_multiple(&a, &b, 2 * mantissa + 1, exponent - 1);
	if (sign > 0 || (sign == 0 && is_odd))
		return 1;
	if (is_power)
		sign = compare_to_multiple(&a, &b, 4 * mantissa - 1, exponent - 2);
	else
		sign = compare_to_multiple(&a, &b, 2 * mantissa - 1, exponent - 1);
	return sign < 0 || (sign == 0 && is_odd) ? -1 : 0;
}
