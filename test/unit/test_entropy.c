/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_entropy.c
 *		Entropy and Atkinson indices against their definitions in long double, in
 *		the form with ratios to the mean, and by hand.
 */
#include "../../src/math/entropy.h"
#include "tap.h"

#include <float.h>

#define MOST 400

typedef long double wide;

static double x[MOST];
static double w[MOST];
static int n;

typedef struct Sums
{
	wide weight;
	wide income;
	wide mean;
} Sums;

static Sums
naive_sums(int from, int end)
{
	Sums sums = { 0.0L, 0.0L, 0.0L };

	for (int i = from; i < end; i++)
	{
		sums.weight += w[i];
		sums.income += (wide) w[i] * x[i];
	}
	sums.mean = sums.income / sums.weight;
	return sums;
}

static wide
naive_entropy(int from, int end, wide alpha)
{
	Sums sums = naive_sums(from, end);
	wide sum = 0.0L;

	for (int i = from; i < end; i++)
	{
		wide r = x[i] / sums.mean;

		if (alpha == 0.0L)
			sum -= w[i] * logl(r);
		else if (alpha == 1.0L)
			sum += x[i] == 0.0 ? 0.0L : w[i] * r * logl(r);
		else
			sum += w[i] * (powl(r, alpha) - 1.0L) / (alpha * alpha - alpha);
	}
	return sum / sums.weight;
}

static wide
naive_atkinson(wide epsilon)
{
	Sums sums = naive_sums(0, n);
	wide sum = 0.0L;

	for (int i = 0; i < n; i++)
		sum += w[i] *
			(epsilon == 1.0L ? logl(x[i] / sums.mean) : powl(x[i] / sums.mean, 1.0L - epsilon));
	sum /= sums.weight;
	return 1.0L - (epsilon == 1.0L ? expl(sum) : powl(sum, 1.0L / (1.0L - epsilon)));
}

/* Sums of rounded terms are exact in the extension; long double is nearly that. */
static double
entropy_of(double alpha)
{
	Sums sums = naive_sums(0, n);
	wide terms = 0.0L;

	for (int i = 0; i < n; i++)
		terms += entropy_term(x[i], w[i], alpha);
	return entropy_index((double) sums.weight, (double) sums.income, (double) terms, alpha);
}

static double
atkinson_of(double epsilon)
{
	Sums sums = naive_sums(0, n);
	wide terms = 0.0L;

	for (int i = 0; i < n; i++)
		terms += atkinson_term(x[i], w[i], epsilon);
	return atkinson_index_from((double) sums.weight, (double) sums.income, (double) terms, epsilon);
}

/* The indices are differences of numbers of the size of 1 + |ln mean|. */
static bool
near(double got, wide expected, wide size)
{
	if (fabsl((wide) got - expected) <= 2e-14L * (size + fabsl(expected)))
		return true;
	printf("# got %.17g, expected %.17Lg\n", got, expected);
	return false;
}

static void
fill(int round, uint64_t *random)
{
	n = 2 + (int) (next_random(random) % (MOST - 1));
	for (int i = 0; i < n; i++)
	{
		x[i] = 1.0 + (double) (next_random(random) % 100000) / (round % 3 == 0 ? 1.0 : 1000.0);
		w[i] = round % 2 ? 1.0 : (double) (1 + next_random(random) % 999) / 8.0;
	}
}

static void
test_by_hand(void)
{
	n = 2;
	x[0] = 1.0;
	x[1] = 3.0;
	w[0] = w[1] = 1.0;
	/* mean 2: (ln 2 + ln 2/3)/2; (1/2 ln 1/2 + 3/2 ln 3/2)/2; (1/4 + 9/4)/2 = 5/4, less 1, over 2 */
	ok(near(entropy_of(0.0), logl(4.0L / 3.0L) / 2.0L, 0.0L), "mean log deviation of 1, 3");
	ok(near(entropy_of(1.0), 0.75L * logl(3.0L) - logl(2.0L), 0.0L), "Theil of 1, 3");
	ok(near(entropy_of(2.0), 0.125L, 0.0L), "GE(2) of 1, 3");
	/* GE(-1): (2 + 2/3)/2 = 4/3, less 1, over 2 */
	ok(near(entropy_of(-1.0), 1.0L / 6.0L, 0.0L), "GE(-1) of 1, 3");
	ok(near(atkinson_of(1.0), 1.0L - sqrtl(3.0L) / 2.0L, 0.0L), "Atkinson(1) of 1, 3");
	/* the harmonic mean 3/2 over 2 */
	ok(near(atkinson_of(2.0), 0.25L, 0.0L), "Atkinson(2) of 1, 3");
	ok(same_bits(atkinson_of(0.0), 0.0), "Atkinson(0) is 0");
	/* 0 has no part in Theil; with 0 and 2: mean 1, (2 ln 2)/2 */
	x[0] = 0.0;
	x[1] = 2.0;
	ok(near(entropy_of(1.0), logl(2.0L), 0.0L), "Theil of 0, 2");
	/* GE(1/2): (sqrt 2/2 - 1)/(-1/4); Atkinson(1/2): 1 - (sqrt 2/2)^2 */
	ok(near(entropy_of(0.5), 4.0L - 2.0L * sqrtl(2.0L), 0.0L), "GE(1/2) of 0, 2");
	ok(near(atkinson_of(0.5), 0.5L, 0.0L), "Atkinson(1/2) of 0, 2");
	ok(!isfinite(entropy_term(0.0, 1.0, 0.0)) && !isfinite(entropy_term(0.0, 1.0, -1.0)) &&
		   !isfinite(atkinson_term(0.0, 1.0, 1.0)),
	   "an income of 0 is told by a term that is not finite");
}

static void
test_random(void)
{
	static const double parameters[] = { -2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0 };
	static const double aversions[] = { 0.1, 0.5, 0.75, 1.0, 1.25, 2.0, 3.0 };
	uint64_t random = 7;
	bool entropy = true;
	bool atkinson = true;

	for (int round = 0; round < 300; round++)
	{
		wide size;

		fill(round, &random);
		size = 1.0L + fabsl(logl(naive_sums(0, n).mean));
		for (size_t k = 0; k < sizeof(parameters) / sizeof(parameters[0]); k++)
			entropy = entropy &&
				near(entropy_of(parameters[k]), naive_entropy(0, n, parameters[k]), size);
		for (size_t k = 0; k < sizeof(aversions) / sizeof(aversions[0]); k++)
			atkinson = atkinson &&
				near(atkinson_of(aversions[k]), naive_atkinson(aversions[k]), size);
	}
	ok(entropy, "generalized entropy, alpha -2 to 3");
	ok(atkinson, "Atkinson, epsilon 0.1 to 3");
}

static void
test_all_equal(void)
{
	static const double parameters[] = { -2.0, -1.0, 0.0, 0.5, 1.0, 2.0, 3.0 };
	uint64_t random = 3;
	bool zero = true;

	for (int round = 0; round < 3000; round++)
	{
		double income = exp((double) (next_random(&random) % 400) / 10.0 - 20.0);

		n = 1 + (int) (next_random(&random) % 50);
		for (int i = 0; i < n; i++)
		{
			x[i] = income;
			w[i] = (double) (1 + next_random(&random) % 999) / 7.0;
		}
		for (size_t k = 0; k < sizeof(parameters) / sizeof(parameters[0]); k++)
		{
			double epsilon = fabs(parameters[k]);

			if (!same_bits(entropy_of(parameters[k]), 0.0) || !same_bits(atkinson_of(epsilon), 0.0))
			{
				if (zero)
					printf("# %d rows of %a, %g: %a, %a\n", n, income, parameters[k],
						   entropy_of(parameters[k]), atkinson_of(epsilon));
				zero = false;
			}
		}
	}
	ok(zero, "all equal: every index is 0, exactly");
	ok(same_bits(above_resolution(1e-16, 1e-15), 0.0) &&
		   same_bits(above_resolution(-1e-15, 1e-15), 0.0),
	   "what is below the resolution is 0");
	ok(above_resolution(2e-15, 1e-15) == 2e-15 && above_resolution(-1.0, 1e-15) == -1.0,
	   "and what is above it, or far below 0, is not touched");
	/* means of 1e-320, which has lost digits, and of 1e310 */
	ok(isnan(entropy_index(1.0, 1e-320, 0.0, 1.0)) &&
		   isnan(entropy_index(1e-300, 1e10, 0.0, 0.0)) &&
		   isnan(atkinson_index_from(1e-300, 1e10, 0.0, 1.0)),
	   "nothing is known where the mean cannot be computed with");
}

/* Total, between and within groups of consecutive rows. */
static void
test_parts(void)
{
	uint64_t random = 13;
	bool between_same = true;
	bool within_same = true;
	bool adds_up = true;

	for (int round = 0; round < 200; round++)
		for (int alpha = 0; alpha <= 2; alpha++)
		{
			int groups = 1 + round % 5;
			wide between = 0.0L;
			wide terms = 0.0L;
			wide expected_between = 0.0L;
			wide expected_within = 0.0L;
			EntropyParts parts;
			Sums sums;
			wide size;

			fill(round, &random);
			sums = naive_sums(0, n);
			size = 1.0L + fabsl(logl(sums.mean));
			for (int g = 0; g < groups; g++)
			{
				int from = n * g / groups;
				int end = n * (g + 1) / groups;
				Sums part;
				wide r;
				wide share;

				if (from == end)
					continue;
				part = naive_sums(from, end);
				between += between_term((double) part.weight, (double) part.income, alpha);
				for (int i = from; i < end; i++)
					terms += entropy_term(x[i], w[i], alpha);
				r = part.mean / sums.mean;
				share = part.weight / sums.weight;
				expected_between += share *
					(alpha == 0     ? -logl(r) :
						 alpha == 1 ? r * logl(r) :
									  (r * r - 1.0L) / 2.0L);
				expected_within += share * powl(r, alpha) * naive_entropy(from, end, alpha);
			}
			parts = entropy_parts((double) sums.weight, (double) sums.income, (double) terms,
								  (double) between, alpha);
			between_same = between_same && near(parts.between, expected_between, size);
			within_same = within_same && near(parts.within, expected_within, size);
			adds_up = adds_up && near(parts.between + parts.within, parts.total, 0.0L);
		}
	ok(between_same, "between groups");
	ok(within_same, "within groups");
	ok(adds_up, "between and within are the total");
}

int
main(void)
{
	test_by_hand();
	test_random();
	test_all_equal();
	test_parts();
	return tap_done();
}
