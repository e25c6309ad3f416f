/* SPDX-License-Identifier: PostgreSQL */
/*
 * exact_sums.c
 *		Sums are the same in any order and in any parts; what is added and taken
 *		away again leaves nothing; canonical forms are equal byte for byte.
 */
#include "fuzz.h"

#include "math/exact_sum.h"
#include "math/exact_total.h"

#define SUMS 2
#define MOST 200

static ExactSums *
with_window(ExactSums *sums, ExactWindow window)
{
	ExactSums *larger = fuzz_allocate(exact_sums_size(sums->nsums, window.nlimbs));

	exact_sums_copy(larger, sums, window);
	free(sums);
	return larger;
}

static ExactSums *
new_sums(void)
{
	ExactSums *sums = fuzz_allocate(exact_sums_size(SUMS, 0));

	exact_sums_init(sums, 1, SUMS);
	return sums;
}

static void
add(ExactSums **sums, int which, double value)
{
	while (!exact_sums_add(*sums, which, value))
		*sums = with_window(*sums, exact_sums_window_for(*sums, value));
}

/* Adds or takes away; false where the sums have no room for what comes of it. */
static bool
merge(ExactSums **into, const ExactSums *from, int sign)
{
	*into = with_window(*into, exact_sums_window_of_both(*into, from));
	return exact_sums_merge(*into, from, sign);
}

static void
make_canonical(ExactSums **sums)
{
	exact_sums_make_canonical(*sums);
	DEMAND(exact_sums_is_canonical(*sums));
}

static bool
same(const ExactSums *a, const ExactSums *b)
{
	size_t head = sizeof(int32_t);
	size_t size = exact_sums_size(a->nsums, a->nlimbs);

	return a->nlimbs == b->nlimbs &&
		memcmp((const char *) a + head, (const char *) b + head, size - head) == 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Input input = { data, size };
	double value[MOST];
	int sign[MOST];
	int n = 0;
	int cut = take_byte(&input);
	ExactSums *forward = new_sums();
	ExactSums *backward = new_sums();
	ExactSums *first = new_sums();
	ExactSums *second = new_sums();

	for (; n < MOST && input.left > 0; n++)
	{
		value[n] = take_double(&input);
		sign[n] = 1;
		add(&forward, n % SUMS, value[n]);
		add(n < cut ? &first : &second, n % SUMS, value[n]);
	}
	for (int i = n - 1; i >= 0; i--)
		add(&backward, i % SUMS, value[i]);
	make_canonical(&forward);
	make_canonical(&backward);
	DEMAND(same(forward, backward));
	if (merge(&first, second, 1))
	{
		make_canonical(&first);
		DEMAND(same(forward, first));
		DEMAND(merge(&first, forward, -1));
		make_canonical(&first);
		DEMAND(exact_sums_sign(first, 0) == 0 && exact_sums_sign(first, 1) == 0);
		DEMAND(exact_sums_value(first, 0) == 0.0);
	}
	/* both sums in one are the sum of all, by the function that has no state */
	if (n > 0)
	{
		int both[SUMS] = { 1, 1 };

		DEMAND(same_double(exact_sums_combination(forward, both) + 0.0,
						   exact_sum_of(value, sign, n) + 0.0));
	}
	DEMAND((exact_sums_value(forward, 0) > 0.0) >= (exact_sums_sign(forward, 0) > 0));
	free(forward);
	free(backward);
	free(first);
	free(second);
	return 0;
}
