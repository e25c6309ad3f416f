/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_exact_sum.c
 *		Exact sums against hand calculation, and against a second implementation
 *		that shares nothing with the first: a number of 2,304 binary places, one
 *		byte a place, added bit by bit and rounded by reading its leading places.
 */
#include "exact_sums.h"
#include "tap.h"

#include <float.h>

/* Place i has the weight 2^(i - 1074); two's complement, so the highest is the sign. */
#define PLACES 2304

typedef struct Places
{
	uint8_t bit[PLACES];
} Places;

/* Adds the integer `mantissa` times 2^(first - 1074), or takes it away. */
static void
places_add(Places *sum, uint64_t mantissa, int first, bool negative)
{
	int carry = negative ? 1 : 0;

	for (int i = 0; i < PLACES; i++)
	{
		int own = i >= first && i < first + 64 ? (int) (mantissa >> (i - first)) & 1 : 0;
		int total = sum->bit[i] + (negative ? 1 - own : own) + carry;

		sum->bit[i] = (uint8_t) (total & 1);
		carry = total >> 1;
	}
}

static void
places_add_double(Places *sum, double value)
{
	int exponent;
	double fraction = frexp(fabs(value), &exponent);

	/* 53 bits of the fraction, or fewer where the double is subnormal */
	int bits = exponent + 1074 < 53 ? exponent + 1074 : 53;

	if (value != 0.0)
		places_add(sum, (uint64_t) ldexp(fraction, bits), exponent + 1074 - bits, value < 0.0);
}

static double
places_value(const Places *sum)
{
	Places magnitude = *sum;
	bool negative = sum->bit[PLACES - 1] == 1;
	int top = PLACES - 1;
	int low;
	double result = 0.0;
	bool half;
	bool rest = false;

	if (negative)
	{
		for (int i = 0; i < PLACES; i++)
			magnitude.bit[i] = !sum->bit[i];
		places_add(&magnitude, 1, 0, false);
	}
	while (top >= 0 && !magnitude.bit[top])
		top--;
	if (top < 0)
		return 0.0;
	low = top - 52 > 0 ? top - 52 : 0;
	for (int i = top; i >= low; i--)
		result = result * 2.0 + magnitude.bit[i];
	half = low > 0 && magnitude.bit[low - 1];
	for (int i = 0; i < low - 1; i++)
		rest |= magnitude.bit[i] != 0;
	if (half && (rest || magnitude.bit[low]))
		result += 1.0;
	result = ldexp(result, low - 1074);
	return negative ? -result : result;
}

static double
sum_of(const double *value, int count)
{
	ExactSums *sums = empty(1);
	double result;

	for (int i = 0; i < count; i++)
		sums = add(sums, 0, value[i]);
	result = exact_sums_value(sums, 0);
	free(sums);
	return result;
}

#define SUM(...)                             \
	sum_of((const double[]) { __VA_ARGS__ }, \
		   sizeof((const double[]) { __VA_ARGS__ }) / sizeof(double))

static void
test_by_hand(void)
{
	is_double(SUM(0.0), 0.0, "zero");
	is_double(SUM(1.0, 2.0, 3.0), 6.0, "1 + 2 + 3 = 6");
	is_double(SUM(1e16, 1.0, -1e16), 1.0, "what cancels leaves the rest");
	is_double(SUM(1e300, 1.0, -1e300, 1e-300, -1.0), 1e-300, "across 600 decimal orders");
	/* 2^53 + 1 lies half way between 2^53 and 2^53 + 2: to even */
	is_double(SUM(0x1p53, 1.0), 0x1p53, "a tie goes to even, down");
	is_double(SUM(0x1p53, 3.0), 0x1p53 + 4.0, "a tie goes to even, up");
	is_double(SUM(0x1p53, 1.0, 0x1p-1000), 0x1p53 + 2.0, "the smallest rest makes a tie no tie");
	is_double(SUM(-0x1p53, -1.0, -0x1p-1000), -0x1p53 - 2.0, "the same below zero");
	is_double(SUM(-0x1p53, -1.0, 0x1p-1000), -0x1p53, "and a rest the other way");
	is_double(SUM(DBL_MAX, DBL_MAX), INFINITY, "beyond the largest double is infinite");
	is_double(SUM(DBL_MAX, DBL_MAX, -DBL_MAX), DBL_MAX, "but not on the way");
	is_double(SUM(0x1p-1074, 0x1p-1074), 0x1p-1073, "subnormal numbers add");
	is_double(SUM(0x1p-1022, -0x1p-1074), 0x1p-1022 - 0x1p-1074, "into the subnormal numbers");
	is_double(SUM(0.1, 0.2, 0.3), 0.6, "0.1 + 0.2 + 0.3 rounds once, to 0.6");
	is_double(exact_sum_of((const double[]) { 1e16, 1.0, 1e16 }, (const int[]) { 1, 1, -1 }, 3),
			  1.0, "exact_sum_of");
}

/* 2^(k + 53) + 2^k is half way between two doubles; 2^e more or less decides, wherever in the limbs it lies. */
static bool
tie_is_decided_by(int k, int e)
{
	double even = ldexp(1.0, k + 53);
	double above = even + ldexp(1.0, k + 1);
	double tie[3] = { even, ldexp(1.0, k), ldexp(1.0, e) };
	static const int up[3] = { 1, 1, 1 };
	static const int down[3] = { 1, 1, -1 };
	static const int minus_up[3] = { -1, -1, -1 };
	static const int minus_down[3] = { -1, -1, 1 };

	return same_bits(exact_sum_of(tie, up, 3), above) &&
		same_bits(exact_sum_of(tie, down, 3), even) &&
		same_bits(exact_sum_of(tie, minus_up, 3), -above) &&
		same_bits(exact_sum_of(tie, minus_down, 3), -even);
}

static void
test_ties(void)
{
	bool good = true;
	bool windows = true;

	/* every place of a limb; far below, fewer places */
	for (int k = 0; k < 32; k++)
		for (int e = k - 1; e >= -1074; e -= e < -150 && e > -1060 ? 7 : 1)
			good &= tie_is_decided_by(k, e);
	ok(good, "the last bit of any limb makes a tie no tie");
	for (int e = -1; e >= -1074; e--)
	{
		windows &= same_bits(SUM(0x1p53, 1.0, ldexp(1.0, e)), 0x1p53 + 2.0);
		windows &= same_bits(SUM(-0x1p53, -1.0, ldexp(-1.0, e)), -0x1p53 - 2.0);
		windows &= same_bits(SUM(-0x1p53, -1.0, ldexp(1.0, e)), -0x1p53);
	}
	ok(windows, "in windows that grow, too");
}

static void
test_many_additions(void)
{
	ExactSums *sums = empty(1);

	/* more than one carry interval, of the number that fills limbs fastest */
	for (int i = 0; i < 10 * EXACT_CARRY_INTERVAL; i++)
		sums = add(sums, 0, 0x1.fffffffffffffp33);
	is_double(exact_sums_value(sums, 0), 10.0 * EXACT_CARRY_INTERVAL * 0x1.fffffffffffffp33,
			  "ten carry intervals");
	for (int i = 0; i < 10 * EXACT_CARRY_INTERVAL; i++)
		sums = add(sums, 0, -0x1.fffffffffffffp33);
	is_double(exact_sums_value(sums, 0), 0.0, "and back to zero");
	ok(exact_sums_sign(sums, 0) == 0, "whose sign is zero");
	sums = canonical(sums);
	ok(sums->nlimbs == 0 && sums->lowest == 0, "whose canonical form has no limbs");
	free(sums);
}

/* Values from 1e-300 to 1e300 in magnitude, of which many cancel. */
static double
random_value(uint64_t *state)
{
	double mantissa = ldexp((double) (next_random(state) >> 11), -53) + 0.5;
	int exponent = (int) (next_random(state) % 1990) - 995;

	switch (next_random(state) % 4)
	{
		case 0:
			exponent /= 100;
			break;
		case 1:
			exponent = 0;
			break;
		default:
			break;
	}
	return ldexp(next_random(state) & 1 ? -mantissa : mantissa, exponent);
}

enum
{
	ROWS = 60,
	PARTS = 7
};

/* One round: random rows, shuffled, split into parts, merged in a random order. */
static bool
round_agrees(uint64_t *state, bool *canonical_agrees)
{
	double value[ROWS];
	Places expected = { { 0 } };
	ExactSums *part[PARTS];
	ExactSums *other = empty(2);
	int parts = PARTS;
	bool good;

	for (int i = 0; i < ROWS; i++)
	{
		value[i] = i > 0 && next_random(state) % 3 == 0 ?
			-value[next_random(state) % (uint64_t) i] :
			random_value(state);
		places_add_double(&expected, value[i]);
		other = add(other, 1, value[i]);
	}
	for (int i = ROWS - 1; i > 0; i--)
	{
		int j = (int) (next_random(state) % (uint64_t) (i + 1));
		double swap = value[i];

		value[i] = value[j];
		value[j] = swap;
	}
	for (int p = 0; p < PARTS; p++)
		part[p] = empty(2);
	for (int i = 0; i < ROWS; i++)
	{
		int p = (int) (next_random(state) % PARTS);

		part[p] = add(part[p], 1, value[i]);
	}
	while (parts > 1)
	{
		int a = (int) (next_random(state) % (uint64_t) parts);
		ExactSums *from = part[a];

		part[a] = part[parts - 1];
		parts--;
		a = (int) (next_random(state) % (uint64_t) parts);
		part[a] = merged(part[a], from);
	}
	good = same_bits(exact_sums_value(part[0], 1), places_value(&expected)) &&
		exact_sums_value(part[0], 0) == 0.0;

	part[0] = canonical(part[0]);
	other = canonical(other);
	*canonical_agrees = exact_sums_is_canonical(other) && other->nlimbs == part[0]->nlimbs &&
		memcmp((char *) other + 4, (char *) part[0] + 4, exact_sums_size(2, other->nlimbs) - 4) ==
			0 &&
		same_bits(exact_sums_value(other, 1), places_value(&expected));
	free(part[0]);
	free(other);
	return good;
}

static void
test_property(void)
{
	uint64_t state = 20181231;
	int agree = 0;
	int canonical_agree = 0;
	const int rounds = 2000;

	for (int i = 0; i < rounds; i++)
	{
		bool canonical_agrees;

		agree += round_agrees(&state, &canonical_agrees);
		canonical_agree += canonical_agrees;
	}
	ok(agree == rounds,
	   "shuffled, split and merged at random: the bits of the second implementation");
	ok(canonical_agree == rounds, "and one canonical form for one multiset of rows");
}

static void
test_inverse(void)
{
	uint64_t state = 42;
	double value[500];
	bool good = true;
	ExactSums *sums = empty(1);

	for (int i = 0; i < 500; i++)
	{
		value[i] = random_value(&state);
		sums = add(sums, 0, value[i]);
		if (i >= 10)
		{
			sums = add(sums, 0, -value[i - 10]);
			good &= same_bits(exact_sums_value(sums, 0), sum_of(value + i - 9, 10));
		}
	}
	ok(good, "a moving window equals its direct sum at every step");
	free(sums);
}

/* Sums that are not round, and whose rounded values do not cancel: 0.1 + 0.7 + 0.2 - 0.2 - 0.8. */
static void
test_combination(void)
{
	ExactSums *sums = add(add(add(empty(3), 0, 0.1), 0, 0.7), 0, 0.2);

	sums = add(add(sums, 1, 0.2), 2, 0.1);
	sums = add(sums, 2, 0.7);
	is_double(exact_sums_combination(sums, (const int[]) { 1, -1, -1 }), 0.0,
			  "what is equal exactly cancels exactly");
	is_double(exact_sums_combination(sums, (const int[]) { 1, 0, -1 }), 0.2,
			  "a sign of 0 leaves a sum out");
	is_double(exact_sums_combination(sums, (const int[]) { -1, 1, 1 }), 0.0, "the other way round");
	free(sums);
	sums = empty(3);
	is_double(exact_sums_combination(sums, (const int[]) { 1, 1, 1 }), 0.0,
			  "nothing adds up to zero");
	free(sums);
}

/* Limbs that are as full as they may be, merged: (n - 1) additions in each of 50 values. */
static void
test_full_limbs(void)
{
	const double fullest = 0x1.fffffffffffffp33;
	ExactSums *all = empty(1);

	for (int part = 0; part < 50; part++)
	{
		ExactSums *sums = empty(1);

		for (int i = 0; i < EXACT_CARRY_INTERVAL - 1; i++)
			sums = add(sums, 0, fullest);
		all = merged(all, sums);
		for (int i = 0; i < EXACT_CARRY_INTERVAL - 1; i++)
			all = add(all, 0, fullest);
	}
	is_double(exact_sums_value(all, 0), 100.0 * (EXACT_CARRY_INTERVAL - 1) * fullest,
			  "limbs that are nearly full are merged without loss");
	free(all);
}

/* A value whose one sum has this highest limb, as no test can make it by adding rows. */
static ExactSums *
with_top(int64_t top)
{
	ExactSums *sums = add(empty(1), 0, 1.0);

	memset(sums->limb, 0, (size_t) sums->nlimbs * sizeof(int64_t));
	sums->limb[sums->nlimbs - 1] = top;
	sums->pending = 0;
	return sums;
}

/* The unit of the highest limb of with_top(): the bits of 1.0 lie in limbs 31 and 32, one more is for carries, one to spare. */
#define TOP_UNIT 0x1p14

static double
value_and_free(ExactSums *sums)
{
	double result = exact_sums_value(sums, 0);

	free(sums);
	return result;
}

/* Merges in a row, with nothing between them that would take the carries. */
static void
test_merges_in_a_row(void)
{
	const double fullest = 0x1.fffffffffffffp33;
	ExactSums *all = empty(1);
	ExactSums *wide;
	bool waiting = true;

	for (int part = 0; part < 20; part++)
	{
		ExactSums *sums = empty(1);

		for (int i = 0; i < EXACT_CARRY_INTERVAL - 1; i++)
			sums = add(sums, 0, part < 10 ? fullest : -fullest);
		waiting &= sums->pending == EXACT_CARRY_INTERVAL - 1;
		all = merged(all, sums);
		if (part == 9)
			is_double(exact_sums_value(all, 0), 10.0 * (EXACT_CARRY_INTERVAL - 1) * fullest,
					  "ten of them, merged in a row");
	}
	is_double(exact_sums_value(all, 0), 0.0, "and ten below zero");
	ok(waiting, "of which all had carries that wait");
	free(all);

	is_double(value_and_free(with_top(1)), TOP_UNIT, "the unit of the highest limb");
	is_double(value_and_free(merged(with_top(INT64_C(3) << 61), with_top(INT64_C(3) << 61))),
			  0x1.8p63 * TOP_UNIT, "two crowded limbs carry before they add up");
	is_double(value_and_free(merged(with_top(-(INT64_C(3) << 61)), with_top(-(INT64_C(3) << 61)))),
			  -0x1.8p63 * TOP_UNIT, "below zero, too");

	is_double(value_and_free(merged(with_top(INT64_MAX), with_top((INT64_C(1) << 60) - 1))),
			  0x1.2p63 * TOP_UNIT, "one crowded limb makes room for both");

	/* limbs just below what counts as large, in a window where they are not the highest */
	wide = add(empty(1), 0, 0x1p200);
	for (int i = 0; i < 3 * EXACT_CARRY_INTERVAL; i++)
		wide = merged(wide, with_top((INT64_C(1) << 52) - 1));
	wide = add(wide, 0, -0x1p200);
	is_double(value_and_free(wide), 3.0 * EXACT_CARRY_INTERVAL * (0x1p52 - 1.0) * TOP_UNIT,
			  "thousands of merges of such limbs");
}

/* Highest limbs that have carries to give need limbs above them. */
static void
test_high_carries(void)
{
	ExactSums *sums;

	for (int sign = -1; sign <= 1; sign += 2)
	{
		sums = with_top(sign < 0 ? -(INT64_C(5) << 60) - 7 : (INT64_C(5) << 60) + 7);
		is_double(exact_sums_value(sums, 0), sign * 0x1.4p62 * TOP_UNIT, "read as it is");
		is_double(exact_sums_combination(sums, (const int[]) { 1 }), sign * 0x1.4p62 * TOP_UNIT,
				  "added up with others");
		sums = canonical(sums);
		is_double(exact_sums_value(sums, 0), sign * 0x1.4p62 * TOP_UNIT, "in the canonical form");
		ok(exact_sums_is_canonical(sums) && sums->nlimbs == 2, "which takes one limb more");
		free(sums);
	}
}

/* The highest limb of a window is for carries: a number that reaches it is not added. */
static void
test_window_edge(void)
{
	ExactSums *sums = add(empty(1), 0, 1.0);
	int limbs = sums->lowest + sums->nlimbs;

	ok(exact_sums_add(sums, 0, ldexp(1.0, 32 * (limbs - 3) + 31 + 52 - 1074)),
	   "the largest power of two that leaves the highest limb alone");
	ok(!exact_sums_add(sums, 0, ldexp(1.0, 32 * (limbs - 2) + 52 - 1074)),
	   "the next one is beyond the window");
	ok(!exact_sums_add(sums, 0, ldexp(1.0, 32 * sums->lowest - 1 + 52 - 1074)),
	   "and so is one below the lowest limb");
	free(sums);
}

static void
test_counts(void)
{
	ExactSums *all = add(empty(1), 0, 1.0);
	ExactSums *part = add(empty(1), 0, 1.0);

	all->rows = 7;
	all->marked = 5;
	part->rows = 3;
	part->marked = 1;
	ok(exact_sums_merge(all, part, 1) && all->rows == 10 && all->marked == 6, "counts add");
	ok(exact_sums_merge(all, part, -1) && exact_sums_merge(all, part, -1) && all->rows == 4 &&
		   all->marked == 4,
	   "counts are taken away");
	free(all);
	free(part);
}

static void
test_order(void)
{
	ExactSums *sums = empty(4);

	ok(exact_sums_order(sums, 0, 1) == 0, "no limbs: equal");
	sums = add(add(add(add(sums, 0, 0x1p100), 1, 0x1p100), 1, 0x1p-100), 2, -0x1p100);
	sums = canonical(add(add(sums, 3, -0x1p100), 3, 0x1p-100));
	ok(exact_sums_order(sums, 0, 1) == -1 && exact_sums_order(sums, 1, 0) == 1,
	   "2^100 is less than 2^100 + 2^-100");
	ok(exact_sums_order(sums, 2, 3) == -1 && exact_sums_order(sums, 3, 2) == 1,
	   "-2^100 is less than -2^100 + 2^-100");
	ok(exact_sums_order(sums, 3, 0) == -1 && exact_sums_order(sums, 0, 3) == 1 &&
		   exact_sums_order(sums, 1, 1) == 0,
	   "below zero is less than above");
	free(sums);
}

/* Many merges of canonical values, some taken out again: as stored summaries are merged. */
static void
test_merging(void)
{
	uint64_t state = 99;
	Places expected = { { 0 } };
	ExactSums *all = empty(1);
	bool good = true;

	for (int i = 0; i < 3 * EXACT_CARRY_INTERVAL; i++)
	{
		double a = random_value(&state);
		double b = random_value(&state);
		ExactSums *both = canonical(add(add(empty(1), 0, a), 0, b));
		ExactSums *again = canonical(add(empty(1), 0, b));

		all = merged(all, both);
		all = grown(all, exact_sums_window_of_both(all, again));
		good &= exact_sums_merge(all, again, -1);
		free(again);
		if (i % 100 == 0)
			places_add_double(&expected, a);
		else
		{
			again = canonical(add(empty(1), 0, a));
			all = grown(all, exact_sums_window_of_both(all, again));
			good &= exact_sums_merge(all, again, -1);
			free(again);
		}
	}
	ok(good && same_bits(exact_sums_value(all, 0), places_value(&expected)),
	   "thousands of merges, most of them taken out again");
	free(all);
}

static void
test_canonical_form(void)
{
	ExactSums *sums = canonical(add(add(empty(1), 0, -3.0), 0, 0x1p-40));

	ok(exact_sums_is_canonical(sums), "a made form is canonical");
	sums->limb[0] = -sums->limb[0];
	ok(!exact_sums_is_canonical(sums), "mixed signs are not");
	sums->limb[0] = INT64_C(1) << 32;
	ok(!exact_sums_is_canonical(sums), "nor is a limb of 33 bits");
	free(sums);

	sums = canonical(add(empty(1), 0, 3.0));
	sums->limb[0] = 0;
	ok(!exact_sums_is_canonical(sums), "nor a window with nothing at its end");
	free(sums);

	sums = canonical(add(add(empty(1), 0, 0x1p100), 0, 1.0));
	ok(sums->nlimbs > 2 && exact_sums_is_canonical(sums), "a made form of some limbs is");
	sums->limb[0] = 0;
	ok(!exact_sums_is_canonical(sums), "nor one with nothing at its lower end alone");
	sums->limb[0] = 1;
	sums->limb[sums->nlimbs - 1] = 0;
	ok(!exact_sums_is_canonical(sums), "nor at its upper end alone");
	free(sums);

	sums = empty(1);
	sums->lowest = 5;
	ok(!exact_sums_is_canonical(sums), "nor an empty window that is somewhere");
	free(sums);
}

static void
test_overflow(void)
{
	ExactSums *a = add(empty(1), 0, 1.0);
	ExactSums *b = add(empty(1), 0, 1.0);

	a->limb[a->nlimbs - 1] = INT64_MAX;
	b->limb[b->nlimbs - 1] = INT64_MAX;
	ok(exact_sums_window_of_both(a, b).nlimbs == a->nlimbs + 1,
	   "a crowded top limb gets one above it");
	ok(!exact_sums_merge(a, b, 1), "a top limb that overflows is told");
	free(a);
	a = add(empty(1), 0, 1.0);
	a->rows = INT64_MAX;
	free(b);
	b = add(empty(1), 0, 1.0);
	ok(!exact_sums_merge(a, b, 1), "rows that overflow are told");
	a->rows = 0;
	a->marked = INT64_MAX;
	b->marked = 1;
	ok(!exact_sums_merge(a, b, 1), "marked rows that overflow are told");
	free(a);
	free(b);
}

int
main(void)
{
	test_by_hand();
	test_ties();
	test_many_additions();
	test_property();
	test_inverse();
	test_merging();
	test_combination();
	test_full_limbs();
	test_merges_in_a_row();
	test_high_carries();
	test_window_edge();
	test_counts();
	test_order();
	test_canonical_form();
	test_overflow();
	return tap_done();
}
