/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_lorenz.c
 *		Indices that need ranks, by hand on small data, and against the formulas of
 *		their definitions written out in long double over single sorted rows: no
 *		joined ties, no compensated sums, no running differences.  The Zenga
 *		integral is taken numerically there.
 */
#include "../../src/math/lorenz.h"
#include "../../src/math/poverty.h"
#include "../../src/math/ranked_poverty.h"
#include "sample.h"

#include <float.h>

typedef long double wide;

static Sample sample;

/* W, Σwx, and the mean. */
typedef struct Sums
{
	wide weight;
	wide income;
	wide mean;
} Sums;

static Sums
naive_sums(void)
{
	Sums sums = { 0.0L, 0.0L, 0.0L };

	for (size_t i = 0; i < sample.n; i++)
	{
		sums.weight += sample.row[i].w;
		sums.income += (wide) sample.row[i].w * sample.row[i].x;
	}
	sums.mean = sums.income / sums.weight;
	return sums;
}

/* Σ(2C - w) w x/(W Σwx) - 1 */
static wide
naive_gini(void)
{
	Sums sums = naive_sums();
	wide c = 0.0L;
	wide sum = 0.0L;

	for (size_t i = 0; i < sample.n; i++)
	{
		wide w = sample.row[i].w;

		c += w;
		sum += (2.0L * c - w) * w * sample.row[i].x;
	}
	return sum / sums.weight / sums.income - 1.0L;
}

/* L at a weight, on the straight lines through (C, Σwx), over Σwx */
static wide
naive_lorenz_at(wide weight)
{
	Sums sums = naive_sums();
	wide c = 0.0L;
	wide s = 0.0L;

	for (size_t i = 0; i < sample.n; i++)
	{
		wide w = sample.row[i].w;

		if (weight <= c + w)
			return (s + (weight - c) * sample.row[i].x) / sums.income;
		c += w;
		s += w * sample.row[i].x;
	}
	return 1.0L;
}

static wide
naive_lorenz(wide p)
{
	return naive_lorenz_at(p * naive_sums().weight);
}

/* The quantile with the mean at a tie, for whole weights. */
static double
naive_quantile(double p, double scale)
{
	double whole = 0.0;
	double c = 0.0;

	for (size_t i = 0; i < sample.n; i++)
		whole += sample.row[i].w / scale;
	for (size_t i = 0; i < sample.n; i++)
	{
		c += sample.row[i].w / scale;
		if (i + 1 < sample.n && sample.row[i + 1].x == sample.row[i].x)
			continue;
		if (c / whole > p)
			return sample.row[i].x;
		if (c / whole == p)
			return i + 1 < sample.n ? (sample.row[i].x + sample.row[i + 1].x) / 2.0 :
									  sample.row[i].x;
	}
	return sample.row[sample.n - 1].x;
}

static wide
naive_quintile_ratio(void)
{
	double low = naive_quantile(0.2, 1.0);
	double high = naive_quantile(0.8, 1.0);
	wide top = 0.0L;
	wide bottom = 0.0L;

	for (size_t i = 0; i < sample.n; i++)
	{
		if (sample.row[i].x > high)
			top += (wide) sample.row[i].w * sample.row[i].x;
		if (sample.row[i].x <= low)
			bottom += (wide) sample.row[i].w * sample.row[i].x;
	}
	return top / bottom;
}

static wide
naive_hoover(void)
{
	Sums sums = naive_sums();
	wide sum = 0.0L;

	for (size_t i = 0; i < sample.n; i++)
		sum += sample.row[i].w * fabsl(sample.row[i].x - sums.mean);
	return sum / (2.0L * sums.weight * sums.mean);
}

/* Gauss and Legendre's five points on pieces of each straight part, ever smaller towards its ends. */
static wide
naive_zenga(void)
{
	static const wide at[] = { -0.906179845938663992797626878299392965L,
							   -0.538469310105683091036314420700208805L, 0.0L,
							   0.538469310105683091036314420700208805L,
							   0.906179845938663992797626878299392965L };
	static const wide weight[] = { 0.236926885056189087514264040719917363L,
								   0.478628670499366468041291514835638193L,
								   0.568888888888888888888888888888888889L,
								   0.478628670499366468041291514835638193L,
								   0.236926885056189087514264040719917363L };
	const int halvings = 30;
	const int parts = 4;
	Sums sums = naive_sums();
	wide integral = 0.0L;
	wide c = 0.0L;
	wide s = 0.0L;

	for (size_t i = 0; i < sample.n; i++)
	{
		wide w = sample.row[i].w;

		for (int k = 0; k < 2 * halvings; k++)
			for (int part = 0; part < parts; part++)
			{
				/* from the end to 2^-halvings, then in doubling steps to the middle */
				int step = k % halvings;
				wide width = step == 0 ? ldexpl(1.0L, -halvings) :
										 ldexpl(1.0L, step - 1 - halvings);
				wide from = (step == 0 ? 0.0L : width) + width * part / parts;

				for (int j = 0; j < 5; j++)
				{
					wide passed = w * (from + width * (0.5L + at[j] / 2.0L) / parts);
					wide p;
					wide l;

					if (k >= halvings)
						passed = w - passed;
					p = (c + passed) / sums.weight;
					l = (s + passed * sample.row[i].x) / sums.income;
					integral += weight[j] / 2.0L * width / parts * w / sums.weight *
						(l * (1.0L - p) / (p * (1.0L - l)));
				}
			}
		c += w;
		s += w * sample.row[i].x;
	}
	return 1.0L - integral;
}

static wide
naive_wolfson(void)
{
	return 2.0L * (2.0L * (0.5L - naive_lorenz(0.5L)) - naive_gini()) * naive_sums().mean /
		naive_quantile(0.5, 1.0);
}

typedef bool (*Index)(RankedSource *source, double *result);

static double
value_of(Index index)
{
	double result = -12345.0;

	return index(sample_source(&sample), &result) ? result : NAN;
}

static bool
near(double got, wide expected)
{
	wide difference = fabsl((wide) got - expected);

	if (difference <= 1e-15L + 1e-13L * fabsl(expected))
		return true;
	printf("# got %.17g, expected %.17Lg\n", got, expected);
	return false;
}

static bool
is_near(double got, wide expected, const char *name)
{
	return ok(near(got, expected), name);
}

/* Written beside each figure: how it is worked out by hand. */
static void
test_by_hand(void)
{
	static const double five[] = { 1, 2, 3, 4, 10 };
	static const double weights[] = { 1, 1, 1, 2 };
	double result;

	/* Σ(2i - 1)x = 1 + 6 + 15 + 28 + 90 = 140; 140/(5 * 20) - 1 */
	sample_of(&sample, 5, five, NULL);
	is_near(value_of(gini_index), 0.4L, "Gini of 1, 2, 3, 4, 10");
	/* |x - 4|: 3 + 2 + 1 + 0 + 6 = 12 over 2 * 20 */
	is_near(value_of(hoover_index_of), 0.3L, "Hoover of 1, 2, 3, 4, 10");
	/* L(.4) = 3/20; L(.9) = (10 + 5)/20; (1 - .75)/.15 */
	is_near(value_of(palma_ratio_of), 5.0L / 3.0L, "Palma of 1, 2, 3, 4, 10");
	/* q.2 = 1.5, q.8 = 7: 10/1 */
	is_near(value_of(quintile_share_ratio), 10.0L, "S80/S20 of 1, 2, 3, 4, 10");
	/* L(.5) = (3 + 1.5)/20 = 0.225; 2 (2 * 0.275 - 0.4) * 4/3 */
	is_near(value_of(wolfson_index), 0.4L, "Wolfson of 1, 2, 3, 4, 10");
	(void) bottom_share_of(sample_source(&sample), 0.5, &result);
	is_near(result, 0.225L, "bottom half's share of 1, 2, 3, 4, 10");
	(void) top_share_of(sample_source(&sample), 0.1, &result);
	is_near(result, 0.25L, "top tenth's share of 1, 2, 3, 4, 10");
	(void) top_share_of(sample_source(&sample), 0.0, &result);
	is_double(result, 0.0, "the top 0 has 0");
	(void) top_share_of(sample_source(&sample), -0.5, &result);
	is_double(result, 0.0, "and so has a top below 0");
	(void) top_share_of(sample_source(&sample), 1.0, &result);
	is_double(result, 1.0, "the top 1 has all");
	(void) bottom_share_of(sample_source(&sample), 0.0, &result);
	is_double(result, 0.0, "the bottom 0 has 0");
	(void) bottom_share_of(sample_source(&sample), 1.0, &result);
	is_double(result, 1.0, "the bottom 1 has all");
	(void) mean_of_ranked(sample_source(&sample), &result);
	is_double(result, 4.0, "the mean of 1, 2, 3, 4, 10");

	/*
	 * 0 and 1: L = 0 to 1/2, then 2p - 1.  1 - ∫ (2p - 1)(1 - p)/(p 2 (1 - p))
	 * = 1 - [p - ln(p)/2] from 1/2 to 1 = 1/2 + ln(2)/2
	 */
	{
		static const double two[] = { 0, 1 };

		sample_of(&sample, 2, two, NULL);
		is_near(value_of(zenga_index_of), 0.5L + logl(2.0L) / 2.0L, "Zenga of 0, 1");
		is_near(value_of(gini_index), 0.5L, "Gini of 0, 1");
		ok(isnan(value_of(palma_ratio_of)), "Palma of 0, 1: the poorest have nothing");
		ok(isnan(value_of(quintile_share_ratio)), "S80/S20 of 0, 1 is undefined");
	}
	/* weights 1, 1, 1, 2: 1, 2, 3, 4, 4 in single rows: (1 + 6 + 15 + 28 + 36)/(5 * 14) - 1 */
	sample_of(&sample, 4, five, weights);
	is_near(value_of(gini_index), 86.0L / 70.0L - 1.0L, "Gini with weights");
	sample_of(&sample, 1, five, NULL);
	is_double(value_of(gini_index), 0.0, "Gini of one row");
	is_double(value_of(hoover_index_of), 0.0, "Hoover of one row");
	is_near(value_of(zenga_index_of), 0.0L, "Zenga of one row");
	is_near(value_of(wolfson_index), 0.0L, "Wolfson of one row");
}

static void
test_undefined(void)
{
	static const double zeros[] = { 0, 0, 0 };
	static const double negative[] = { -5, 1, 2 };
	static const double below[] = { -5, -1, 20 };
	static const double nothing_and_all[] = { 0, 86.0 / 3.0 };
	static const double nearly_all[] = { 7.0 / 3.0, 1.1857575500189917e-321 };
	static const Index all[] = { gini_index,           hoover_index_of, palma_ratio_of,
								 quintile_share_ratio, zenga_index_of,  wolfson_index };
	const double p[] = { 0.0, 0.5, 1.0 };
	double ordinate[3];
	DoubleDouble room[3];
	bool undefined = true;
	double result;

	sample.n = 0;
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		undefined = undefined && isnan(value_of(all[i]));
	ok(undefined && !mean_of_ranked(sample_source(&sample), &result) &&
		   !concentration_index_of(sample_source(&sample), &result) &&
		   !sen_index_of(sample_source(&sample), &result) &&
		   !sen_shorrocks_thon_of(sample_source(&sample), &result) &&
		   !median_gap_of(sample_source(&sample), &result) &&
		   !top_share_of(sample_source(&sample), 0.5, &result),
	   "no row: every index is undefined");
	sample_of(&sample, 3, zeros, NULL);
	undefined = true;
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		undefined = undefined && isnan(value_of(all[i]));
	ok(undefined && !bottom_share_of(sample_source(&sample), 0.5, &result) &&
		   !lorenz_ordinates(sample_source(&sample), p, 3, ordinate, room),
	   "all incomes 0: every index is undefined");
	ok(mean_of_ranked(sample_source(&sample), &result) && same_bits(result, 0.0),
	   "but their mean is 0");
	sample_of(&sample, 3, negative, NULL);
	undefined = true;
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		undefined = undefined && isnan(value_of(all[i]));
	ok(undefined, "incomes that add up to less than 0: undefined");
	sample_of(&sample, 3, below, NULL);
	ok(isnan(value_of(wolfson_index)) && isnan(value_of(palma_ratio_of)) &&
		   isnan(value_of(quintile_share_ratio)),
	   "a median or a bottom share of at most 0: undefined");
	/* (-5) + 3 (-1) + 5 (20) = 92; 92/(3 * 14) - 1 */
	is_near(value_of(gini_index), 92.0L / 42.0L - 1.0L, "Gini with negative incomes leaves [0, 1]");
	/* all that there is belongs to next to nobody: 1 - 1.2e-321/2.3 */
	sample_of(&sample, 2, nothing_and_all, nearly_all);
	is_double(value_of(gini_index), 1.0, "Gini of incomes not below 0 is not above 1");
	sample_of(&sample, 3, below, NULL);
	/* mean 14/3; 29/3 + 17/3 + 46/3 = 92/3 over 28 */
	is_near(value_of(hoover_index_of), 92.0L / 84.0L, "Hoover with negative incomes");
}

static void
test_all_equal(void)
{
	static const double incomes[] = { 0.1, 1.0 / 3.0, 1e300, 1e-300, 7e15 + 1 };
	uint64_t random = 77;
	bool zero = true;
	bool near_zero = true;

	for (size_t k = 0; k < sizeof(incomes) / sizeof(incomes[0]); k++)
		for (int round = 0; round < 40; round++)
		{
			double result;

			sample.n = 1 + (size_t) (next_random(&random) % 300);
			for (size_t i = 0; i < sample.n; i++)
				sample.row[i] = (SampleRow) { incomes[k],
											  (double) (1 + next_random(&random) % 100000) / 7.0 };
			sample_sort(&sample);
			zero = zero && same_bits(value_of(gini_index), 0.0) && value_of(hoover_index_of) >= 0.0;
			near_zero = near_zero && near(value_of(hoover_index_of), 0.0L) &&
				near(value_of(zenga_index_of), 0.0L) && near(value_of(wolfson_index), 0.0L) &&
				near(value_of(palma_ratio_of), 0.25L);
			(void) bottom_share_of(sample_source(&sample), 0.3, &result);
			near_zero = near_zero && near(result, 0.3L);
		}
	ok(zero, "all equal: Gini is 0, exactly; Hoover is not below 0");
	ok(near_zero, "all equal: Hoover, Zenga, Wolfson are 0, shares are p");
}

/* Rows of whole weights; many ties in every second round, some zeros and, if wanted, negative incomes. */
static void
fill_sample(int round, bool negative, uint64_t *random)
{
	sample.n = 2 + (size_t) (next_random(random) % (round % 20 == 0 ? 1500 : 20));
	for (size_t i = 0; i < sample.n; i++)
	{
		double x = round % 2 ? (double) (next_random(random) % 10) :
							   (double) (next_random(random) % 1000000) / 64.0;

		if (round % 7 == 3)
			x = exp((double) (next_random(random) % 20000) / 1000.0);
		if (negative && next_random(random) % 5 == 0)
			x = -x / 16.0;
		sample.row[i] = (SampleRow) { x + 0.0,
									  round % 3 ? (double) (1 + next_random(random) % 500) : 1.0 };
	}
	sample.row[sample.n - 1].x = 500.0;
	sample_sort(&sample);
}

static void
test_random(void)
{
	uint64_t random = 99;
	bool gini = true;
	bool hoover = true;
	bool shares = true;
	bool palma = true;
	bool quintiles = true;
	bool zenga = true;
	bool wolfson = true;
	bool mean = true;

	for (int round = 0; round < 600; round++)
	{
		double p[11];
		double ordinate[11];
		DoubleDouble room[11];
		double result;
		bool negative = round % 4 == 1;

		fill_sample(round, negative, &random);
		if (naive_sums().income <= 0.0L)
			continue;
		gini = gini && near(value_of(gini_index), naive_gini());
		hoover = hoover && near(value_of(hoover_index_of), naive_hoover());
		mean = mean && mean_of_ranked(sample_source(&sample), &result) &&
			near(result, naive_sums().mean);
		for (int k = 0; k <= 10; k++)
			p[k] = k / 10.0;
		shares = shares && lorenz_ordinates(sample_source(&sample), p, 11, ordinate, room);
		for (int k = 0; k <= 10; k++)
		{
			shares = shares && near(ordinate[k], naive_lorenz(p[k]));
			shares = shares && bottom_share_of(sample_source(&sample), p[k], &result) &&
				same_bits(result, ordinate[k]);
			shares = shares && top_share_of(sample_source(&sample), p[k], &result) &&
				near(result, 1.0L - naive_lorenz(1.0L - p[k]));
		}
		if (naive_lorenz(0.4L) > 0.0L)
			palma = palma &&
				near(value_of(palma_ratio_of), (1.0L - naive_lorenz(0.9L)) / naive_lorenz(0.4L));
		if (naive_quintile_ratio() > 0.0L && isfinite((double) naive_quintile_ratio()))
			quintiles = quintiles && near(value_of(quintile_share_ratio), naive_quintile_ratio());
		if (naive_quantile(0.5, 1.0) > 0.0)
			wolfson = wolfson && near(value_of(wolfson_index), naive_wolfson());
		if (!negative && round % 20 != 0)
			zenga = zenga && near(value_of(zenga_index_of), naive_zenga());
	}
	ok(gini, "Gini");
	ok(hoover, "Hoover");
	ok(shares, "Lorenz ordinates, bottom and top shares");
	ok(palma, "Palma");
	ok(quintiles, "S80/S20");
	ok(zenga, "Zenga");
	ok(wolfson, "Wolfson");
	ok(mean, "mean");
}

/* Powers of two as factors of incomes or weights change nothing; replicating rows changes little. */
static void
test_scales(void)
{
	static const Index all[] = { gini_index,           hoover_index_of, palma_ratio_of,
								 quintile_share_ratio, zenga_index_of,  wolfson_index };
	static const int scales[] = { -990, -700, -201, 199, 650, 990 };
	uint64_t random = 123;
	bool incomes = true;
	bool weights = true;
	bool replicas = true;

	for (int round = 0; round < 120; round++)
	{
		double before[6];
		size_t n;

		fill_sample(round | 1, false, &random);
		if (sample.n > SAMPLE_MAX / 2)
			continue;
		for (int k = 0; k < 6; k++)
			before[k] = value_of(all[k]);
		for (int s = 0; s < 6; s++)
		{
			for (size_t i = 0; i < sample.n; i++)
				sample.row[i].x = ldexp(sample.row[i].x, scales[s]);
			for (int k = 0; k < 6; k++)
				incomes = incomes &&
					(same_bits(value_of(all[k]), before[k]) ||
					 (isnan(before[k]) && isnan(value_of(all[k]))));
			for (size_t i = 0; i < sample.n; i++)
				sample.row[i] = (SampleRow) { ldexp(sample.row[i].x, -scales[s]),
											  ldexp(sample.row[i].w, scales[s]) };
			for (int k = 0; k < 6; k++)
				weights = weights &&
					(same_bits(value_of(all[k]), before[k]) ||
					 (isnan(before[k]) && isnan(value_of(all[k]))));
			for (size_t i = 0; i < sample.n; i++)
				sample.row[i].w = ldexp(sample.row[i].w, -scales[s]);
		}
		n = sample.n;
		memcpy(sample.row + n, sample.row, n * sizeof(SampleRow));
		sample.n = 2 * n;
		sample_sort(&sample);
		for (int k = 0; k < 6; k++)
			replicas = replicas &&
				(isnan(before[k]) ? isnan(value_of(all[k])) : near(value_of(all[k]), before[k]));
	}
	ok(incomes, "incomes times 2^-990 to 2^990: the same bits");
	ok(weights, "weights times 2^-990 to 2^990: the same bits");
	ok(replicas, "each row twice: the same index");
	{
		static const double x[] = { 1e300, 2e300, 3e300, 4e300, 1e301 };
		static const double w[] = { 1e300, 1e300, 1e300, 1e300, 1e300 };
		static const double little[] = { 1e-300, 2e-300, 3e-300, 4e-300, 1e-299 };
		double mean;

		sample_of(&sample, 5, x, w);
		is_near(value_of(gini_index), 0.4L, "Gini, incomes and weights of 1e300");
		is_near(value_of(zenga_index_of), naive_zenga(), "Zenga, incomes and weights of 1e300");
		(void) mean_of_ranked(sample_source(&sample), &mean);
		is_near(mean / 4e300, 1.0L, "mean, incomes and weights of 1e300");
		sample_of(&sample, 5, x, w);
		sample.row[1].w = 1e-300;
		is_near(value_of(zenga_index_of), naive_zenga(),
				"Zenga, with a weight that is nothing beside the others");
		sample_of(&sample, 5, little, little);
		is_near(value_of(gini_index), naive_gini(), "Gini, incomes and weights of 1e-300");
	}
}

/*
 * Twice the covariance of y and the mean fractional rank of x, over the mean of
 * y.  Rows as words of rank, y and weight.
 */
static void
test_concentration(void)
{
	uint64_t random = 55;
	bool same = true;
	bool gini = true;
	static double y[SAMPLE_MAX];

	for (int round = 0; round < 400; round++)
	{
		ArraySource source;
		wide mean_y = 0.0L;
		wide mean_rank = 0.0L;
		wide covariance = 0.0L;
		Sums sums;
		double result;

		fill_sample(round, false, &random);
		sums = naive_sums();
		for (size_t i = 0; i < sample.n; i++)
		{
			y[i] = (double) (next_random(&random) % 1000) + 1.0;
			if (round % 5 == 0)
				y[i] = sample.row[i].x;
			sample.word[3 * i] = key_of_double(sample.row[i].x);
			sample.word[3 * i + 1] = key_of_double(y[i]);
			sample.word[3 * i + 2] = word_of_weight(sample.row[i].w);
		}
		row_sort(sample.word, (uint64_t *) sample.entry, sample.n, 3, 3, NULL);
		array_source_init(&source, sample.word, sample.n, 3, ROWS_TO_CONCENTRATE);
		for (int pass = 0; pass < 2; pass++)
		{
			wide before = 0.0L;

			for (size_t i = 0; i < sample.n;)
			{
				wide tied = 0.0L;
				size_t end = i;

				for (; end < sample.n && sample.row[end].x == sample.row[i].x; end++)
					tied += sample.row[end].w;
				for (; i < end; i++)
				{
					wide rank = (before + tied / 2.0L) / sums.weight;
					wide w = sample.row[i].w / sums.weight;

					if (pass == 0)
					{
						mean_rank += w * rank;
						mean_y += w * y[i];
					}
					else
						covariance += w * (y[i] - mean_y) * (rank - mean_rank);
				}
				before += tied;
			}
		}
		same = same && concentration_index_of(&source.source, &result) &&
			near(result, 2.0L * covariance / mean_y);
		if (round % 5 == 0)
			gini = gini && near(result, naive_gini());
	}
	ok(same, "concentration, as twice a covariance");
	ok(gini, "concentration of income over its own ranks is Gini");
	{
		static const uint64_t zero_key = UINT64_C(1) << 63;
		uint64_t row[3] = { zero_key, zero_key, 0 };
		ArraySource source;
		double result;

		row[2] = word_of_weight(1.0);
		array_source_init(&source, row, 1, 3, ROWS_TO_CONCENTRATE);
		ok(!concentration_index_of(&source.source, &result),
		   "concentration of nothing is undefined");
	}
}

/* Sen: 2 Σ w g (Wp - C + w/2)/(W Wp); SST: Σ w g (2W - 2C + w)/W^2; the median of the poor's gaps. */
static void
test_poverty(void)
{
	uint64_t random = 31;
	bool sen = true;
	bool thon = true;
	bool median = true;
	bool sums_same = true;

	for (int round = 0; round < 400; round++)
	{
		double line = round % 2 ? 5.0 : 4000.0;
		GapSource gaps;
		Sums sums;
		wide poor = 0.0L;
		wide c = 0.0L;
		wide sum_sen = 0.0L;
		wide sum_thon = 0.0L;
		wide term[7] = { 0 };
		double result;
		size_t n;

		fill_sample(round, round % 3 == 0, &random);
		if (round % 10 == 9)
			line = 0x1p-30;
		sums = naive_sums();
		for (size_t i = 0; i < sample.n && sample.row[i].x < line; i++)
			poor += sample.row[i].w;
		for (size_t i = 0; i < sample.n && sample.row[i].x < line; i++)
		{
			wide w = sample.row[i].w;
			wide g = ((wide) line - sample.row[i].x) / line;

			c += w;
			sum_sen += w * g * (poor - c + w / 2.0L);
			sum_thon += w * g * (2.0L * sums.weight - 2.0L * c + w);
			term[LINE_POOR] += w;
			term[LINE_GAP] += w * g;
			term[LINE_SEVERITY] += w * g * g;
			term[LINE_SHORTFALL] += w * (line - sample.row[i].x);
			term[LINE_FGT] += w * powl(g, 1.5L);
		}
		gap_source_init(&gaps, sample_source(&sample), line);
		sen = sen && sen_index_of(&gaps.source, &result) &&
			near(result, poor == 0.0L ? 0.0L : 2.0L * sum_sen / (sums.weight * poor));
		thon = thon && sen_shorrocks_thon_of(&gaps.source, &result) &&
			near(result, sum_thon / sums.weight / sums.weight);
		for (LineSum which = LINE_POOR; which <= LINE_FGT; which++)
			if (which != LINE_WATTS)
				sums_same = sums_same &&
					near(line_sum(sample_source(&sample), which, line, 1.5), term[which]);
		gap_source_init(&gaps, sample_source(&sample), line);
		if (poor == 0.0L)
			median = median && !median_gap_of(&gaps.source, &result);
		else
		{
			median = median && median_gap_of(&gaps.source, &result);
			for (n = 0; n < sample.n && sample.row[n].x < line; n++)
				;
			sample.n = n;
			median = median && near(result, ((wide) line - naive_quantile(0.5, 1.0)) / line);
		}
	}
	ok(sen, "Sen");
	ok(thon, "Sen-Shorrocks-Thon");
	ok(median, "median gap of the poor");
	ok(sums_same, "sums against a line");
	{
		static const double x[] = { 1, 2, 4, 8 };
		GapSource gaps;
		double result;

		/* Watts at 4: ln 4 + ln 2; the prosperity gap counts all: 4 + 2 + 1 + 1/2 */
		sample_of(&sample, 4, x, NULL);
		is_near(line_sum(sample_source(&sample), LINE_WATTS, 4.0, 0.0), 3.0L * logl(2.0L),
				"Watts of 1, 2, 4, 8 at 4");
		is_double(line_sum(sample_source(&sample), LINE_PROSPERITY, 4.0, 0.0), 7.5,
				  "the prosperity gap of 1, 2, 4, 8 at 4");
		/* gaps 3/4, 1/2; Wp = 2: 2 (3/4 * 3/2 + 1/2 * 1/2)/(4 * 2); (3/4 * 7 + 1/2 * 5)/16 */
		gap_source_init(&gaps, sample_source(&sample), 4.0);
		(void) sen_index_of(&gaps.source, &result);
		is_double(result, 0.34375, "Sen of 1, 2, 4, 8 at 4");
		(void) sen_shorrocks_thon_of(&gaps.source, &result);
		is_double(result, 0.484375, "Sen-Shorrocks-Thon of 1, 2, 4, 8 at 4");
		sample.row[0].x = 0.0;
		ok(!isfinite(line_sum(sample_source(&sample), LINE_WATTS, 4.0, 0.0)),
		   "Watts of a poor income of 0 is told by a sum that is not finite");
	}
}

int
main(void)
{
	test_by_hand();
	test_undefined();
	test_all_equal();
	test_random();
	test_scales();
	test_concentration();
	test_poverty();
	return tap_done();
}
