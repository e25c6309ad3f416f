/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_area.c
 *		Ranks, by hand and against counting.
 */
#include "../../src/math/area.h"
#include "tap.h"

/* 1 + how many are lower, or higher. */
static int64_t
counted_rank(const double *rate, int count, double of, bool from_highest)
{
	int64_t rank = 1;

	for (int i = 0; i < count; i++)
		rank += from_highest ? rate[i] > of : rate[i] < of;
	return rank;
}

static int
compare_rates(const void *a, const void *b)
{
	double left = *(const double *) a;
	double right = *(const double *) b;

	return (left > right) - (left < right);
}

int
main(void)
{
	double rate[] = { -0.0, 0.0, 0.1, 0.2, 0.2, 0.4 };
	double many[1000];
	uint64_t state = 5;
	bool same = true;

	ok(rank_from_lowest(rate, 6, 0.0) == 1 && rank_from_lowest(rate, 6, -0.0) == 1,
	   "zeros of both signs are first");
	ok(rank_from_lowest(rate, 6, 0.1) == 3, "behind two that are equal there is a gap");
	ok(rank_from_lowest(rate, 6, 0.2) == 4 && rank_from_lowest(rate, 6, 0.4) == 6,
	   "the highest is last");
	ok(rank_from_highest(rate, 6, 0.4) == 1 && rank_from_highest(rate, 6, 0.2) == 2,
	   "from the highest it is first");
	ok(rank_from_highest(rate, 6, 0.1) == 4 && rank_from_highest(rate, 6, 0.0) == 5,
	   "with the gap on the other side");
	ok(rank_from_lowest(rate, 1, 0.0) == 1 && rank_from_highest(rate, 1, 0.0) == 1,
	   "one rate is both");

	for (int i = 0; i < 1000; i++)
		many[i] = (double) (next_random(&state) % 300) / 300.0;
	qsort(many, 1000, sizeof(double), compare_rates);
	for (int i = 0; i < 1000; i++)
		same = same &&
			rank_from_lowest(many, 1000, many[i]) == counted_rank(many, 1000, many[i], false) &&
			rank_from_highest(many, 1000, many[i]) == counted_rank(many, 1000, many[i], true);
	ok(same, "1000 rates with many ties rank as counted");
	return tap_done();
}
