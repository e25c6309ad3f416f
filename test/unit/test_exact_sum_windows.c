/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_exact_sum_windows.c
 *		Sums with no limb, with limbs at the end of the range, and with limbs that
 *		nothing but a stored value can have.
 */
#include "exact_sums.h"
#include "tap.h"

#include <float.h>

/* Sums to which nothing was added have no limbs, whatever is done with them. */
static void
test_empty(void)
{
	ExactSums *none = empty(3);
	ExactSums *one = add(empty(3), 1, 1.0);

	ok(exact_sums_sign(none, 2) == 0 && exact_sums_is_canonical(none), "no limb is the sum 0");
	none->lowest = 1;
	ok(!exact_sums_is_canonical(none), "and has no place");
	none->lowest = 0;
	ok(exact_sums_window_of_both(one, none).nlimbs == one->nlimbs &&
		   exact_sums_window_of_both(none, one).nlimbs == one->nlimbs,
	   "the window with that of nothing");
	none = canonical(none);
	ok(none->nlimbs == 0 && none->lowest == 0, "the canonical form of nothing is nothing");
	free(none);
	free(one);
}

/* A value with one sum, of limbs that end where the range ends. */
static ExactSums *
at_the_end(int64_t top)
{
	ExactSums *sums = grown(empty(1), (ExactWindow) { EXACT_LIMBS_MAX - 2, 2 });

	sums->limb[0] = 7;
	sums->limb[1] = top;
	return sums;
}

/* A highest limb of 2^60 needs one above it for a merge, where there is one. */
static void
test_crowded(void)
{
	ExactSums *one = add(empty(1), 0, DBL_MAX);
	ExactSums *crowded = add(empty(1), 0, 1.0);
	ExactSums *last = at_the_end(INT64_C(1) << 60);
	ExactWindow window;

	crowded->limb[crowded->nlimbs - 1] = -(INT64_C(1) << 60);
	window = exact_sums_window_of_both(one, one);
	ok(window.lowest + window.nlimbs == one->lowest + one->nlimbs, "no limb more without need");
	window = exact_sums_window_of_both(crowded, crowded);
	ok(window.nlimbs == crowded->nlimbs + 1, "one limb more above a crowded one");
	window = exact_sums_window_of_both(one, crowded);
	ok(window.lowest + window.nlimbs == one->lowest + one->nlimbs + 1,
	   "which may be that of the other value");
	window = exact_sums_window_of_both(last, last);
	ok(window.lowest + window.nlimbs == EXACT_LIMBS_MAX, "but none above the last");
	free(one);
	free(crowded);
	free(last);
}

/* Digits above the range: the largest double stands in limbs 63 and 64, and a window goes on to 66. */
static void
test_end_of_range(void)
{
	ExactSums *sums = add(add(empty(2), 0, DBL_MAX), 1, DBL_MAX / 2.0);

	ok(sums->lowest + sums->nlimbs + 2 > EXACT_LIMBS_MAX, "the window ends next to the range");
	is_double(exact_sums_combination(sums, (const int[]) { 1, -1 }), DBL_MAX / 2.0,
			  "the largest double less its half");
	free(sums);
}

/* What is stored has limbs of one sign that are below 2^32. */
static void
test_limits_of_limbs(void)
{
	ExactSums *sums = grown(empty(1), (ExactWindow) { 30, 2 });

	sums->limb[0] = INT64_C(0xFFFFFFFF);
	sums->limb[1] = INT64_C(0xFFFFFFFF);
	ok(exact_sums_is_canonical(sums), "limbs of 2^32 - 1");
	sums->limb[1]++;
	ok(!exact_sums_is_canonical(sums), "not of 2^32");
	sums->limb[0] = sums->limb[1] = -INT64_C(0xFFFFFFFF);
	ok(exact_sums_is_canonical(sums), "limbs of -(2^32 - 1)");
	sums->limb[1]--;
	ok(!exact_sums_is_canonical(sums), "not of -2^32");
	free(sums);
}

int
main(void)
{
	test_empty();
	test_crowded();
	test_end_of_range();
	test_limits_of_limbs();
	return tap_done();
}
