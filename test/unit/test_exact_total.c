/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_exact_total.c
 *		Exact totals against repeated addition and 128-bit integers, and the
 *		comparison of an exact ratio with a double against cases made so that the
 *		answer is known: whole-number ratios, midpoints of neighbouring doubles,
 *		powers of two, subnormal numbers, 0 and 1.
 */
#include "../../src/math/exact_total.h"
#include "tap.h"

#include <float.h>

typedef unsigned __int128 uint128;

static ExactTotal
total_of(double value, int64_t times)
{
	ExactTotal total;

	exact_total_init(&total);
	exact_total_add_times(&total, value, times);
	return total;
}

static bool
same_digits(const ExactTotal *a, const ExactTotal *b)
{
	ExactDigits x = exact_total_digits(a);
	ExactDigits y = exact_total_digits(b);

	return x.lowest == y.lowest && x.count == y.count &&
		memcmp(x.digit, y.digit, (size_t) x.count * sizeof(*x.digit)) == 0;
}

/* A double of any exponent, above 0. */
static double
any_positive(uint64_t *random)
{
	for (;;)
	{
		uint64_t bits = next_random(random) >> 1;
		double x;

		memcpy(&x, &bits, sizeof(x));
		if (isfinite(x) && x > 0.0)
			return x;
	}
}

static void
test_add_times(void)
{
	static const double values[] = { 0x1p-1074, 0x1.8p-1073, DBL_MIN, 0x1.fffffffffffffp-1022,
									 0.1,       1.0,         3.0,     0x1.fffffffffffffp31,
									 1e22,      1e300,       DBL_MAX };
	uint64_t random = 11;
	bool same = true;
	bool back = true;

	for (size_t v = 0; v < sizeof(values) / sizeof(values[0]); v++)
		for (int64_t times = 0; times <= 40; times++)
		{
			ExactTotal product = total_of(values[v], times);
			ExactTotal sum;

			exact_total_init(&sum);
			for (int64_t i = 0; i < times; i++)
				exact_total_add_times(&sum, values[v], 1);
			same = same && same_digits(&product, &sum);
			exact_total_add_times(&product, -values[v], times);
			back = back && exact_total_digits(&product).count == 0 &&
				same_bits(exact_total_value(&product), 0.0);
		}
	for (int i = 0; i < 300; i++)
	{
		double x = any_positive(&random);
		int64_t times = (int64_t) (next_random(&random) % 3000);
		ExactTotal product = total_of(x, times);
		ExactTotal sum;

		exact_total_init(&sum);
		for (int64_t k = 0; k < times; k++)
			exact_total_add_times(&sum, x, 1);
		same = same && same_digits(&product, &sum);
	}
	ok(same, "a value so many times is that many additions of it");
	ok(back, "and the same with the other sign takes it away");

	/* more times than can be repeated: doubling */
	same = true;
	for (int i = 0; i < 200; i++)
	{
		double x = any_positive(&random);
		int64_t times = (int64_t) (next_random(&random) % (uint64_t) (EXACT_ROWS_MAX / 2));
		ExactTotal once = total_of(x, times);
		ExactTotal twice = total_of(x, 2 * times);

		exact_total_add(&once, &once);
		same = same && same_digits(&once, &twice);
	}
	ok(same, "twice the times is the total added to itself, up to the most rows");
	{
		ExactTotal total = total_of(DBL_MAX, EXACT_ROWS_MAX);
		ExactDigits digits = exact_total_digits(&total);

		ok(digits.lowest + digits.count <= EXACT_DIGITS_MAX,
		   "the largest total fits the digits that are stored");
		ok(isinf(exact_total_value(&total)), "and its value is beyond a double");
		exact_total_add_times(&total, -DBL_MAX, EXACT_ROWS_MAX - 1);
		is_double(exact_total_value(&total), DBL_MAX, "which taking away mends");
	}
	/* carries wait, and are taken in time */
	same = true;
	{
		ExactTotal sum;
		ExactTotal wanted = total_of(0x1.fffffffffffffp31, 5000000);

		exact_total_init(&sum);
		for (int i = 0; i < 5000000; i++)
			exact_total_add_times(&sum, 0x1.fffffffffffffp31, 1);
		same = same_digits(&sum, &wanted);
	}
	ok(same, "five million additions to the same limbs");
	same = true;
	{
		ExactTotal sum;
		ExactTotal part = total_of(0x1.fffffffffffffp31, INT64_C(4000000000));
		ExactTotal wanted = total_of(0x1.fffffffffffffp31, INT64_C(4000000000) * 2000);

		exact_total_init(&sum);
		for (int i = 0; i < 2000; i++)
			exact_total_add(&sum, &part);
		same = same_digits(&sum, &wanted);
	}
	ok(same, "two thousand additions of totals");
}

/* Values are the same as those of the exact sums that test_exact_sum.c holds against bits. */
static void
test_value(void)
{
	uint64_t random = 21;
	bool same = true;

	for (int i = 0; i < 500; i++)
	{
		double value[40];
		int sign[40];
		ExactTotal total;
		int n = 1 + (int) (next_random(&random) % 40);

		exact_total_init(&total);
		for (int k = 0; k < n; k++)
		{
			value[k] = any_positive(&random) / 64.0;
			sign[k] = next_random(&random) & 1 ? 1 : -1;
			exact_total_add_times(&total, sign[k] * value[k], 1);
		}
		same = same && same_bits(exact_total_value(&total), exact_sum_of(value, sign, n));
	}
	ok(same, "values are those of exact_sum_of()");
}

static void
test_digits(void)
{
	uint64_t random = 31;
	bool same = true;
	bool tight = true;
	ExactTotal nothing;
	ExactDigits digits;

	exact_total_init(&nothing);
	digits = exact_total_digits(&nothing);
	ok(digits.count == 0 && digits.lowest == 0, "nothing has no digits");
	for (int i = 0; i < 3000; i++)
	{
		ExactTotal total;
		ExactTotal again;
		int n = 1 + (int) (next_random(&random) % 4);

		exact_total_init(&total);
		for (int k = 0; k < n; k++)
			exact_total_add_times(&total, any_positive(&random),
								  (int64_t) (1 + next_random(&random) % 1000));
		digits = exact_total_digits(&total);
		tight = tight && digits.count > 0 && digits.digit[0] != 0 &&
			digits.digit[digits.count - 1] != 0;
		exact_total_init(&again);
		exact_total_add_digits(&again, digits.lowest, digits.digit, digits.count);
		same = same && same_digits(&total, &again) &&
			same_bits(exact_total_value(&total), exact_total_value(&again));
	}
	ok(same, "digits make the total that they came from");
	ok(tight, "and have no zero at either end");
	{
		ExactTotal one = total_of(1.0, 1);

		/* 1 = 2^1074 units, and 1074 = 33 * 32 + 18 */
		digits = exact_total_digits(&one);
		ok(digits.lowest == 33 && digits.count == 1 && digits.digit[0] == UINT32_C(1) << 18,
		   "the digit of 1, by hand");
	}
}

/* The correctly rounded ratio a/b of whole numbers, b > 0, a < 2^64, by long division of integers. */
static double
rounded_ratio(uint64_t a, uint64_t b)
{
	int exponent = 0;
	uint128 numerator = a;
	uint128 quotient;
	bool rest;

	if (a == 0)
		return 0.0;
	while (numerator / b < UINT64_C(1) << 54)
	{
		if (numerator >> 120 != 0)
			abort();
		numerator <<= 1;
		exponent--;
	}
	quotient = numerator / b;
	rest = numerator % b != 0;
	while (quotient >> 54 != 0)
	{
		rest = rest || (quotient & 1);
		quotient >>= 1;
		exponent++;
	}
	/* 54 bits: the last is the half */
	if ((quotient & 1) && (rest || (quotient & 2)))
		quotient += 2;
	return ldexp((double) (uint64_t) (quotient >> 1), exponent + 1);
}

static int
sign_of(double ratio, double p)
{
	return ratio < p ? -1 : ratio > p;
}

/* part/whole against a double, for whole numbers; scaled by a power of two, which changes nothing. */
static bool
compares(uint64_t a, uint64_t b, double p, int scale, int expected)
{
	/* numbers of more than 53 bits in two parts */
	ExactTotal part;
	ExactTotal whole;

	exact_total_init(&part);
	exact_total_init(&whole);
	exact_total_add_times(&part, ldexp((double) (a >> 32), 32 + scale), 1);
	exact_total_add_times(&part, ldexp((double) (a & UINT32_MAX), scale), 1);
	exact_total_add_times(&whole, ldexp((double) (b >> 32), 32 + scale), 1);
	exact_total_add_times(&whole, ldexp((double) (b & UINT32_MAX), scale), 1);
	return exact_ratio_compare(&part, &whole, p) == expected;
}

static void
test_ratio_of_integers(void)
{
	static const int scales[] = { 0, -1074, 900, -500 };
	uint64_t random = 41;
	bool small = true;
	bool large = true;
	bool neighbours = true;

	ok(same_bits(rounded_ratio(1, 3), 1.0 / 3.0) && same_bits(rounded_ratio(1, 10), 0.1) &&
		   same_bits(rounded_ratio(UINT64_C(1) << 53, (UINT64_C(1) << 53) + 1),
					 ldexp(1.0 - 0x1p-53, 0)),
	   "the long division that the next tests trust");
	for (uint64_t b = 1; b <= 60; b++)
		for (uint64_t a = 0; a <= b; a++)
		{
			double ratio = (double) a / (double) b;
			int scale = scales[(a + b) % 4];

			small = small && compares(a, b, ratio, scale, 0);
			for (int k = 0; k <= 20; k++)
				small = small && compares(a, b, k / 20.0, scale, sign_of(ratio, k / 20.0));
			if (a > 0)
				neighbours = neighbours && compares(a, b, nextafter(ratio, 0.0), scale, 1);
			if (a > 0 && a < b)
				neighbours = neighbours && compares(a, b, nextafter(ratio, 1.0), scale, -1);
		}
	ok(small, "ratios of numbers to 60 against their own double and twentieths");
	ok(neighbours, "and against the neighbours of their double");
	for (int i = 0; i < 20000; i++)
	{
		uint64_t b = (next_random(&random) >> (1 + next_random(&random) % 62)) + 1;
		uint64_t a = next_random(&random) % (b + 1);
		double ratio = rounded_ratio(a, b);
		int scale = scales[i % 4];

		if (a == 0)
			continue;
		large = large && compares(a, b, ratio, scale, 0) &&
			compares(a, b, nextafter(ratio, 0.0), scale, 1) &&
			(ratio >= 1.0 || compares(a, b, nextafter(ratio, 1.0), scale, -1));
	}
	ok(large, "ratios of numbers to 2^63 against long division");
}

/*
 * Ratios that lie exactly between two doubles, and next to there: m 2^e + 2^(e - 1)
 * over 1.  The double with the even mantissa is the ratio's.
 */
static void
test_midpoints(void)
{
	static const double starts[] = { 0.1,
									 0.5,
									 0.25,
									 0.3,
									 0.7,
									 0.9,
									 0x1p-20,
									 0x1.fffffffffffffp-2,
									 0x1.fffffffffffffp-30,
									 1.0 - 0x1p-53,
									 0x1p-1022,
									 0x1.8p-1000,
									 0x1p-1074,
									 0x3p-1074,
									 0x1.fffffffffffffp-1023,
									 0x1p-1060 };
	bool ties = true;
	bool above = true;
	bool below = true;

	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
		for (int side = 0; side < 2; side++)
		{
			double p = starts[i];
			double q = nextafter(p, side == 0 ? 0.0 : 1.0);
			double low = p < q ? p : q;
			double high = p < q ? q : p;
			uint64_t bits;
			/* (low + high)/2 is 2^40 (low + high) over 2^41: room for a little more or less */
			ExactTotal part;
			ExactTotal whole = total_of(0x1p41, 1);
			bool low_is_even;

			if (low == 0.0) /* test_ends() */
				continue;
			memcpy(&bits, &low, sizeof(bits));
			low_is_even = (bits & 1) == 0;
			exact_total_init(&part);
			exact_total_add_times(&part, low, INT64_C(1) << 40);
			exact_total_add_times(&part, high, INT64_C(1) << 40);
			ties = ties && exact_ratio_compare(&part, &whole, low) == (low_is_even ? 0 : 1) &&
				exact_ratio_compare(&part, &whole, high) == (low_is_even ? -1 : 0);
			exact_total_add_times(&part, 0x1p-1074, 1);
			above = above && exact_ratio_compare(&part, &whole, low) == 1 &&
				exact_ratio_compare(&part, &whole, high) == 0;
			exact_total_add_times(&part, -0x1p-1074, 2);
			below = below && exact_ratio_compare(&part, &whole, low) == 0 &&
				exact_ratio_compare(&part, &whole, high) == -1;
		}
	ok(ties, "midpoints belong to the even neighbour");
	ok(above, "a little above a midpoint is the upper neighbour's");
	ok(below, "a little below is the lower one's");
}

static void
test_ends(void)
{
	ExactTotal nothing;
	ExactTotal smallest = total_of(0x1p-1074, 1);
	ExactTotal one = total_of(1.0, 1);
	ExactTotal huge = total_of(DBL_MAX, EXACT_ROWS_MAX);
	ExactTotal almost = total_of(DBL_MAX, EXACT_ROWS_MAX);

	exact_total_init(&nothing);
	exact_total_add_times(&almost, -0x1p-1074, 1);
	ok(exact_ratio_compare(&nothing, &one, 0.0) == 0, "0 of 1 is 0");
	ok(exact_ratio_compare(&nothing, &one, 0x1p-1074) == -1, "and below any other number");
	ok(exact_ratio_compare(&smallest, &one, 0.0) == 1, "the smallest number of 1 is above 0");
	ok(exact_ratio_compare(&smallest, &one, 0x1p-1074) == 0, "and itself");
	ok(exact_ratio_compare(&one, &one, 1.0) == 0, "1 of 1 is 1");
	ok(exact_ratio_compare(&one, &one, 1.0 - 0x1p-53) == 1, "and above the double before");
	ok(exact_ratio_compare(&huge, &huge, 1.0) == 0, "the largest total of itself is 1");
	ok(exact_ratio_compare(&almost, &huge, 1.0) == 0,
	   "less the smallest number it still rounds to 1");
	/*
	 * A ratio above 0 of 2^-1074 to the largest total rounds to 0 as a double, but
	 * what was passed is more than nothing: it is not at 0.
	 */
	ok(exact_ratio_compare(&smallest, &huge, 0.0) == 1,
	   "a ratio too small for a double is still above 0");
	ok(exact_ratio_compare(&smallest, &huge, 0x1p-1074) == -1, "and below the smallest double");
	{
		/* 1/2 of the smallest double: a tie between 0 and it, 0 being even; 3/2 goes to 2 */
		ExactTotal half = total_of(0x1p-1074, 1);
		ExactTotal three = total_of(0x1p-1074, 3);
		ExactTotal two = total_of(2.0, 1);

		ok(exact_ratio_compare(&half, &two, 0x1p-1074) == -1,
		   "half the smallest double rounds down");
		ok(exact_ratio_compare(&three, &two, 0x1p-1074) == 1 &&
			   exact_ratio_compare(&three, &two, 0x1p-1073) == 0,
		   "one and a half of it rounds up to the even one");
	}
}

int
main(void)
{
	test_add_times();
	test_value();
	test_digits();
	test_ratio_of_integers();
	test_midpoints();
	test_ends();
	return tap_done();
}
