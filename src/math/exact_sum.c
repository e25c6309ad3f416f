/* SPDX-License-Identifier: PostgreSQL */
/*
 * exact_sum.c
 *		Exact sums of doubles.  exact_sum.h says what they are.
 */
#include "exact_sum.h"

#include <math.h>

#define LIMB_BITS 32
#define LIMB_MASK INT64_C(0xFFFFFFFF)

/* Room on either side of what is needed at first, to grow less often. */
#define SPARE_LIMBS 1

/* The bytes of a value with this many sums and limbs; callers keep both within their maxima. */
size_t
exact_sums_size(int nsums, int nlimbs)
{
	return offsetof(ExactSums, limb) + (size_t) nsums * (size_t) nlimbs * sizeof(int64_t);
}

/* Sets all but the varlena header: no rows, an empty window. */
void
exact_sums_init(ExactSums *sums, int kind, int nsums)
{
	sums->version = EXACT_SUMS_VERSION;
	sums->kind = (uint8_t) kind;
	sums->nsums = (uint16_t) nsums;
	sums->lowest = 0;
	sums->nlimbs = 0;
	sums->pending = 0;
	sums->rows = 0;
	sums->marked = 0;
	sums->parameter = 0.0;
}

static ExactWindow
window_of(const ExactSums *sums)
{
	ExactWindow window = { sums->lowest, sums->nlimbs };

	return window;
}

/* The smallest window that covers both. */
static ExactWindow
union_of(ExactWindow a, ExactWindow b)
{
	ExactWindow both;
	int end;

	if (a.nlimbs == 0)
		return b;
	if (b.nlimbs == 0)
		return a;
	both.lowest = a.lowest < b.lowest ? a.lowest : b.lowest;
	end = a.lowest + a.nlimbs;
	if (b.lowest + b.nlimbs > end)
		end = b.lowest + b.nlimbs;
	both.nlimbs = end - both.lowest;
	return both;
}

/* The largest double begins at bit 2045 of the range: a window for it ends where the range does, or before. */
_Static_assert(2045 / LIMB_BITS + 3 + SPARE_LIMBS <= EXACT_LIMBS_MAX, "no window is too large");

/*
 * The window that covers what is there and a finite value: its two limbs, one
 * above them for carries (enough for 2^43 additions), and some to spare.
 */
ExactWindow
exact_sums_window_for(const ExactSums *sums, double value)
{
	ExactWindow window;
	int exponent = 0;
	int position;
	int lowest;

	(void) frexp(value, &exponent);
	position = exponent - 53 + 1074;
	if (position < 0)
		position = 0;
	lowest = position / LIMB_BITS;
	window.lowest = lowest > SPARE_LIMBS ? lowest - SPARE_LIMBS : 0;
	window.nlimbs = lowest + 3 + SPARE_LIMBS - window.lowest;
	return union_of(window_of(sums), window);
}

/* The limbs of one sum, lowest first. */
static int64_t *
limbs_of(ExactSums *sums, int which)
{
	return sums->limb + (size_t) which * (size_t) sums->nlimbs;
}

static const int64_t *
const_limbs_of(const ExactSums *sums, int which)
{
	return sums->limb + (size_t) which * (size_t) sums->nlimbs;
}

/* Limits of a highest limb: beyond them it needs a limb above it, or counts as
 * more than one addition. */
#define CROWDED_LIMB (INT64_C(1) << 60)
#define LARGE_LIMB (INT64_C(1) << 52)

static bool
top_reaches(const ExactSums *sums, int64_t limit)
{
	for (int k = 0; k < sums->nsums && sums->nlimbs > 0; k++)
	{
		int64_t top = const_limbs_of(sums, k)[sums->nlimbs - 1];

		if (top >= limit || top <= -limit)
			return true;
	}
	return false;
}

/* The window in which the two can be merged. */
ExactWindow
exact_sums_window_of_both(const ExactSums *a, const ExactSums *b)
{
	ExactWindow window = union_of(window_of(a), window_of(b));

	if ((top_reaches(a, CROWDED_LIMB) || top_reaches(b, CROWDED_LIMB)) &&
		window.lowest + window.nlimbs < EXACT_LIMBS_MAX)
		window.nlimbs++;
	return window;
}

/* The window in which exact_sums_make_canonical() has room for the last carries. */
ExactWindow
exact_sums_window_canonical(const ExactSums *sums)
{
	ExactWindow window = window_of(sums);

	if (window.nlimbs > 0)
		window.nlimbs += 2;
	return window;
}

/*
 * Copies all but the varlena header into a value with another window, which
 * covers the window of the first.
 */
void
exact_sums_copy(ExactSums *to, const ExactSums *from, ExactWindow window)
{
	memcpy((char *) to + offsetof(ExactSums, version),
		   (const char *) from + offsetof(ExactSums, version),
		   offsetof(ExactSums, limb) - offsetof(ExactSums, version));
	to->lowest = (int16_t) window.lowest;
	to->nlimbs = (int16_t) window.nlimbs;
	for (int k = 0; k < to->nsums && window.nlimbs > 0; k++)
	{
		memset(limbs_of(to, k), 0, (size_t) window.nlimbs * sizeof(int64_t));
		if (from->nlimbs > 0)
			memcpy(limbs_of(to, k) + (from->lowest - window.lowest), const_limbs_of(from, k),
				   (size_t) from->nlimbs * sizeof(int64_t));
	}
}

/* Leaves all limbs but the highest in [0, 2^32). */
void
exact_limbs_carry(int64_t *limb, int nlimbs)
{
	for (int i = 0; i + 1 < nlimbs; i++)
	{
		int64_t digit = limb[i] & LIMB_MASK;

		/* limb - digit is a multiple of 2^32, so that the division is exact */
		limb[i + 1] += (limb[i] - digit) / (LIMB_MASK + 1);
		limb[i] = digit;
	}
}

/* Takes the carries of all sums. */
void
exact_sums_carry(ExactSums *sums)
{
	for (int k = 0; k < sums->nsums; k++)
		exact_limbs_carry(limbs_of(sums, k), sums->nlimbs);
	sums->pending = 0;
}

/* Adds limbs of one value to those of another, or takes them away. */
static bool
merge_limbs(int64_t *limb, const int64_t *other, int nlimbs, int sign)
{
	bool overflow = false;

	for (int i = 0; i < nlimbs; i++)
		overflow |= sign > 0 ? __builtin_add_overflow(limb[i], other[i], &limb[i]) :
							   __builtin_sub_overflow(limb[i], other[i], &limb[i]);
	return !overflow;
}

/*
 * Adds (sign 1) the sums and counts of one value to another, whose window
 * covers it (exact_sums_window_of_both), or takes them away (sign -1).  False
 * when a number overflowed, which takes more rows than there can be: the result
 * is then not to be used.
 *
 * A value whose carries are taken changes a limb by no more than an addition
 * does, and so counts as one.
 */
bool
exact_sums_merge(ExactSums *into, const ExactSums *from, int sign)
{
	int offset = from->lowest - into->lowest;
	bool carried = from->pending == 0 && !top_reaches(from, LARGE_LIMB);
	bool good = true;

	if (!carried || into->pending + 1 >= EXACT_CARRY_INTERVAL)
		exact_sums_carry(into);
	for (int k = 0; k < into->nsums; k++)
		good &= merge_limbs(limbs_of(into, k) + offset, const_limbs_of(from, k), from->nlimbs,
							sign);
	if (carried)
		into->pending++;
	else
		exact_sums_carry(into);
	return good && !__builtin_add_overflow(into->rows, sign * from->rows, &into->rows) &&
		!__builtin_add_overflow(into->marked, sign * from->marked, &into->marked);
}

/* Whether the limbs are digits of a magnitude as they stand, as those of canonical sums above zero are. */
static bool
are_digits(const int64_t *limb, int nlimbs)
{
	uint64_t bits = 0;

	for (int i = 0; i < nlimbs; i++)
		bits |= (uint64_t) limb[i];
	return bits <= LIMB_MASK;
}

/*
 * Writes one sum as a magnitude in 32-bit digits, lowest first, and returns its
 * sign.  There must be room for nlimbs + 2 digits.
 */
static int
magnitude_of(const int64_t *limb, int nlimbs, int64_t *digit)
{
	int sign = 0;

	memcpy(digit, limb, (size_t) nlimbs * sizeof(int64_t));
	digit[nlimbs] = 0;
	digit[nlimbs + 1] = 0;
	exact_limbs_carry(digit, nlimbs + 2);
	if (digit[nlimbs + 1] < 0)
	{
		for (int i = 0; i < nlimbs + 2; i++)
			digit[i] = -digit[i];
		exact_limbs_carry(digit, nlimbs + 2);
		return -1;
	}
	for (int i = 0; i < nlimbs + 2; i++)
		if (digit[i] != 0)
			sign = 1;
	return sign;
}

/* -1, 0 or 1. */
int
exact_sums_sign(const ExactSums *sums, int which)
{
	int64_t digit[EXACT_LIMBS_MAX + 4];

	return sums->nlimbs == 0 ? 0 : magnitude_of(const_limbs_of(sums, which), sums->nlimbs, digit);
}

static void
negate_limbs(int64_t *limb, int nlimbs)
{
	for (int i = 0; i < nlimbs; i++)
		limb[i] = -limb[i];
}

/* Gives all limbs of a sum its sign and fewer than 33 bits; the last carry must find room. */
static void
settle_limbs(int64_t *limb, int nlimbs)
{
	exact_limbs_carry(limb, nlimbs);
	if (limb[nlimbs - 1] < 0)
	{
		negate_limbs(limb, nlimbs);
		exact_limbs_carry(limb, nlimbs);
		negate_limbs(limb, nlimbs);
	}
}

/*
 * Brings the value, which must have been copied into the window that
 * exact_sums_window_canonical() gives, into the canonical form.
 */
void
exact_sums_make_canonical(ExactSums *sums)
{
	int first = sums->nlimbs;
	int end = 0;

	for (int k = 0; k < sums->nsums && sums->nlimbs > 0; k++)
	{
		int64_t *limb = limbs_of(sums, k);

		settle_limbs(limb, sums->nlimbs);
		for (int i = 0; i < first; i++)
			if (limb[i] != 0)
				first = i;
		for (int i = sums->nlimbs - 1; i >= end; i--)
			if (limb[i] != 0)
				end = i + 1;
	}
	if (end == 0)
		first = 0;
	for (int k = 0; k < sums->nsums; k++)
		memmove(sums->limb + (size_t) k * (size_t) (end - first), limbs_of(sums, k) + first,
				(size_t) (end - first) * sizeof(int64_t));
	sums->lowest = (int16_t) (end == 0 ? 0 : sums->lowest + first);
	sums->nlimbs = (int16_t) (end - first);
	sums->pending = 0;
}

/* Whether the value is in the canonical form, as a value from outside must be. */
bool
exact_sums_is_canonical(const ExactSums *sums)
{
	bool bottom = false;
	bool top = false;

	if (sums->nlimbs == 0)
		return sums->lowest == 0;
	for (int k = 0; k < sums->nsums; k++)
	{
		const int64_t *limb = const_limbs_of(sums, k);
		bool positive = false;
		bool negative = false;

		for (int i = 0; i < sums->nlimbs; i++)
		{
			if (limb[i] > LIMB_MASK || limb[i] < -LIMB_MASK)
				return false;
			positive |= limb[i] > 0;
			negative |= limb[i] < 0;
		}
		if (positive && negative)
			return false;
		bottom |= limb[0] != 0;
		top |= limb[sums->nlimbs - 1] != 0;
	}
	return bottom && top;
}

/* How two sums of a canonical value compare: -1, 0 or 1 when a is less, equal, greater. */
int
exact_sums_order(const ExactSums *sums, int a, int b)
{
	const int64_t *first = const_limbs_of(sums, a);
	const int64_t *second = const_limbs_of(sums, b);

	/* all limbs of a sum have one sign: the highest that differ decide */
	for (int i = sums->nlimbs - 1; i >= 0; i--)
		if (first[i] != second[i])
			return first[i] < second[i] ? -1 : 1;
	return 0;
}

/*
 * Limbs of one sum, the first of which has number `lowest`, rounded once, to the
 * nearest double and to even at a tie; infinite when the sum is beyond the
 * largest double.  There are at most EXACT_LIMBS_MAX.
 */
double
exact_limbs_value(const int64_t *limb, int nlimbs, int lowest)
{
	int64_t buffer[EXACT_LIMBS_MAX + 4];
	const int64_t *digit = limb;
	uint64_t leading;
	uint64_t second;
	uint64_t third;
	bool rest = false;
	double magnitude;
	int sign = 1;
	int high = nlimbs - 1;
	int zeros;

	if (!are_digits(limb, nlimbs))
	{
		sign = magnitude_of(limb, nlimbs, buffer);
		digit = buffer;
		high = nlimbs + 1;
	}
	while (high >= 0 && digit[high] == 0)
		high--;
	if (high < 0)
		return 0.0;

	/* the 64 leading bits, and whether any bit below them is set */
	zeros = __builtin_clz((unsigned) digit[high]);
	second = high >= 1 ? (uint64_t) digit[high - 1] : 0;
	third = high >= 2 ? (uint64_t) digit[high - 2] : 0;
	leading = (uint64_t) digit[high] << (32 + zeros) | second << zeros | third >> (32 - zeros);
	rest = (third << (32 + zeros)) != 0;
	for (int i = 0; i < high - 2 && !rest; i++)
		rest = digit[i] != 0;

	/*
	 * The conversion rounds to even; what lies below makes a tie no tie.  Sums
	 * are multiples of the smallest double, so that scaling rounds nothing.
	 */
	magnitude = ldexp((double) (leading | (rest ? 1 : 0)), 32 * (lowest + high - 1) - zeros - 1074);
	return sign < 0 ? -magnitude : magnitude;
}

/* One of the sums, rounded once. */
double
exact_sums_value(const ExactSums *sums, int which)
{
	return exact_limbs_value(const_limbs_of(sums, which), sums->nlimbs, sums->lowest);
}

/* The sums added up, each with its sign (1, -1, or 0 to leave it out), and rounded once. */
double
exact_sums_combination(const ExactSums *sums, const int *sign)
{
	ExactTotal all = { .pending = 0 };

	for (int k = 0; k < sums->nsums && sums->nlimbs > 0; k++)
	{
		int64_t digit[EXACT_LIMBS_MAX + 4];
		int own_sign = magnitude_of(const_limbs_of(sums, k), sums->nlimbs, digit);

		for (int i = 0; i < sums->nlimbs + 2 && sums->lowest + i < EXACT_LIMBS_MAX; i++)
			all.limb[sums->lowest + i] += sign[k] * own_sign * digit[i];
	}
	return exact_limbs_value(all.limb, EXACT_LIMBS_MAX, 0);
}

/* A few finite numbers added up, each with its sign, and rounded once. */
double
exact_sum_of(const double *value, const int *sign, int count)
{
	ExactTotal all = { .pending = 0 };

	for (int i = 0; i < count; i++)
		(void) exact_limbs_add(all.limb, 0, EXACT_LIMBS_MAX, sign[i] * value[i]);
	return exact_limbs_value(all.limb, EXACT_LIMBS_MAX, 0);
}
