/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_quantile.c
 *		Weighted quantiles against hand calculation (the examples of the definition)
 *		and against naive loops over rows of whole weights, where C/W is one division.
 *		Sources of ranked rows and their totals too.
 */
#include "../../src/math/quantile.h"
#include "sample.h"

#include <float.h>

static Sample sample;

static double
quantile(double p, QuantileRule rule)
{
	RankedSource *source = sample_source(&sample);
	RankedTotals totals = ranked_totals(source);

	return ranked_quantile(source, &totals, p, rule);
}

/* By the words of the definition; weights are whole numbers times 2^scale. */
static double
naive_quantile(double p, QuantileRule rule, int scale)
{
	double whole = 0.0;
	double passed = 0.0;

	for (size_t i = 0; i < sample.n; i++)
		whole += ldexp(sample.row[i].w, -scale);
	if (p == 0.0)
		return sample.row[0].x;
	if (p == 1.0)
		return sample.row[sample.n - 1].x;
	for (size_t i = 0; i < sample.n; i++)
	{
		double x = sample.row[i].x;

		passed += ldexp(sample.row[i].w, -scale);
		/* C is inclusive: all rows of this income and weight, and ties of income, first */
		if (i + 1 < sample.n && sample.row[i + 1].x == x)
			continue;
		if (rule == QUANTILE_LOW ? passed / whole >= p : passed / whole > p)
			return x;
		if (rule == QUANTILE_MEAN_AT_TIE && passed / whole == p)
			return i + 1 < sample.n ? x / 2.0 + sample.row[i + 1].x / 2.0 : x;
	}
	return sample.row[sample.n - 1].x;
}

/* Linear between the knots C(k - 1)/C(n - 1) of single rows. */
static double
naive_continuous(double p)
{
	long double but_last = 0.0L;
	long double knot = 0.0L;

	for (size_t i = 0; i + 1 < sample.n; i++)
		but_last += sample.row[i].w;
	for (size_t i = 1; i < sample.n; i++)
	{
		long double next = knot + sample.row[i - 1].w / but_last;

		if (p <= next)
			return (double) (sample.row[i - 1].x +
							 (p - knot) / (next - knot) *
								 ((long double) sample.row[i].x - sample.row[i - 1].x));
		knot = next;
	}
	return sample.row[sample.n - 1].x;
}

static void
test_by_hand(void)
{
	static const double to_ten[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
	static const double tied[] = { 1, 2, 2, 3 };

	sample_of(&sample, 4, to_ten, NULL);
	is_double(quantile(0.5, QUANTILE_MEAN_AT_TIE), 2.5, "1..4 at 0.5");
	is_double(quantile(0.5, QUANTILE_LOW), 2.0, "1..4 at 0.5, low");
	is_double(quantile(0.5, QUANTILE_CONTINUOUS), 2.5, "1..4 at 0.5, continuous");
	is_double(quantile(0.0, QUANTILE_MEAN_AT_TIE), 1.0, "p = 0: the minimum");
	is_double(quantile(1.0, QUANTILE_MEAN_AT_TIE), 4.0, "p = 1: the maximum");
	is_double(quantile(0.0, QUANTILE_CONTINUOUS), 1.0, "p = 0, continuous");
	is_double(quantile(1.0, QUANTILE_CONTINUOUS), 4.0, "p = 1, continuous");
	is_double(quantile(0x1p-1074, QUANTILE_MEAN_AT_TIE), 1.0, "the smallest p");
	is_double(quantile(1.0 - 0x1p-53, QUANTILE_MEAN_AT_TIE), 4.0, "the largest p below 1");
	sample_of(&sample, 5, to_ten, NULL);
	is_double(quantile(0.2, QUANTILE_MEAN_AT_TIE), 1.5,
			  "1..5 at 0.2: 1/5 rounds to the double 0.2");
	sample_of(&sample, 10, to_ten, NULL);
	is_double(quantile(0.1, QUANTILE_MEAN_AT_TIE), 1.5, "1..10 at 0.1");
	is_double(quantile(0.3, QUANTILE_MEAN_AT_TIE), 3.5, "1..10 at 0.3");
	is_double(quantile(0.6, QUANTILE_MEAN_AT_TIE), 6.5, "1..10 at 0.6");
	is_double(quantile(0.9, QUANTILE_MEAN_AT_TIE), 9.5, "1..10 at 0.9");
	is_double(quantile(0.9, QUANTILE_LOW), 9.0, "1..10 at 0.9, low");
	sample_of(&sample, 4, tied, NULL);
	is_double(quantile(0.5, QUANTILE_CONTINUOUS), 2.0, "1, 2, 2, 3 at 0.5, continuous");
	is_double(quantile(0.25, QUANTILE_CONTINUOUS), 1.75, "1, 2, 2, 3 at 0.25, continuous");
	is_double(quantile(0.75, QUANTILE_MEAN_AT_TIE), 2.5, "1, 2, 2, 3 at 0.75");
	sample_of(&sample, 1, tied, NULL);
	is_double(quantile(0.3, QUANTILE_MEAN_AT_TIE), 1.0, "one row");
	is_double(quantile(0.3, QUANTILE_CONTINUOUS), 1.0, "one row, continuous");
}

static void
test_extremes(void)
{
	const double huge[] = { -DBL_MAX, DBL_MAX * 0.75, DBL_MAX };
	const double weights[] = { 1e300, 1e300, 1e300 };
	const double tiny[] = { 1e-300, 1e-300, 1e-300 };
	const double far[] = { 1e-300, 1e300, 1e-300 };

	sample_of(&sample, 2, huge + 1, NULL);
	is_double(quantile(0.5, QUANTILE_MEAN_AT_TIE), DBL_MAX * 0.875,
			  "a mean that does not overflow");
	sample_of(&sample, 3, huge, weights);
	is_double(quantile(0.5, QUANTILE_MEAN_AT_TIE), DBL_MAX * 0.75, "weights of 1e300");
	is_double(quantile(0.5, QUANTILE_CONTINUOUS), DBL_MAX * 0.75, "and continuous");
	sample_of(&sample, 3, huge, tiny);
	is_double(quantile(0.5, QUANTILE_MEAN_AT_TIE), DBL_MAX * 0.75, "weights of 1e-300");
	is_double(quantile(0.5, QUANTILE_CONTINUOUS), DBL_MAX * 0.75, "and continuous");
	sample_of(&sample, 3, huge, far);
	is_double(quantile(1e-9, QUANTILE_MEAN_AT_TIE), DBL_MAX * 0.75, "weights of 1e-300 and 1e300");
	is_double(quantile(0x1p-1074, QUANTILE_LOW), DBL_MAX * 0.75, "and at the smallest p");
	for (int i = 0; i < 3; i++)
		sample.row[i].w = DBL_MAX;
	is_double(quantile(0.5, QUANTILE_MEAN_AT_TIE), DBL_MAX * 0.75,
			  "weights whose sum is no double");
	is_double(quantile(1.0 / 3.0, QUANTILE_LOW), -DBL_MAX, "and a tie among them");
	/* knots 0, 1e-300 and 1e300: half way between the second and the third row */
	sample_of(&sample, 3, huge, far);
	ok(fabs(quantile(0.5, QUANTILE_CONTINUOUS) / DBL_MAX - 0.875) < 1e-15,
	   "weights of 1e-300 and 1e300, continuous");
	sample_of(&sample, 2, huge + 1, NULL);
	sample.row[0].x = -DBL_MAX;
	is_double(quantile(0.5, QUANTILE_CONTINUOUS), 0.0,
			  "continuous between incomes whose distance is no double");
}

static int polls;

static void
count_poll(void)
{
	polls++;
}

/* The rest of what a walk meets: its end, weights beyond a double, interruption. */
static void
test_ends(void)
{
	static const double x[] = { 1, 2, 4 };
	static const double huge[] = { DBL_MAX, DBL_MAX, DBL_MAX };
	/* the plain sum stays at the largest double, the exact one is rounded to infinity */
	static const double lost[] = { DBL_MAX, 0x1p969, 0x1p969, 0x1p969 };
	static const double four[] = { 1, 2, 3, 4 };
	static QuantileSearch search;
	RankedSource *source;
	RankedTotals totals;
	double quantiles[4];
	RankedWalk walk;
	ExactTotal before;

	sample_of(&sample, 3, x, NULL);
	source = sample_source(&sample);
	totals = ranked_totals(source);
	for (int p = 1; p <= 2; p++)
	{
		exact_total_init(&before);
		walk_begin(&walk, source);
		is_double(quantile_from(&walk, &before, &totals.weight, totals.weight_value, p,
								QUANTILE_MEAN_AT_TIE),
				  4.0,
				  p == 1 ? "the whole weight is reached by the last row" :
						   "and more than the whole by none, so that it is the last row too");
	}
	source->poll = count_poll;
	polls = 0;
	ranked_mid_quantiles(source, &totals, 3, quantiles);
	ok(quantiles[0] == 1.0 && quantiles[1] == 2.0 && quantiles[2] == 4.0,
	   "quantiles at 1/6, 1/2 and 5/6 of three rows");
	/* before the first of the quantiles, at the beginning of the rows and at their end */
	ok(polls == 3, "each reading of rows polls, and each thousand of quantiles");
	source->poll = NULL;
	ranked_mid_quantiles(source, &totals, 4, quantiles);
	ok(quantiles[0] == 1.0 && quantiles[1] == 2.0 && quantiles[2] == 2.0 && quantiles[3] == 4.0,
	   "quantiles at 1/8, 3/8, 5/8 and 7/8");
	sample_of(&sample, 3, x, huge);
	source = sample_source(&sample);
	totals = ranked_totals(source);
	ranked_mid_quantiles(source, &totals, 3, quantiles);
	ok(isinf(totals.weight_value) && quantiles[0] == 1.0 && quantiles[1] == 2.0 &&
		   quantiles[2] == 4.0,
	   "and where the weights are too large to be added up");
	is_double(quantile(0.5, QUANTILE_CONTINUOUS), 4.0, "where the continuous rule has no knots");
	sample_of(&sample, 4, four, lost);
	(void) sample_source(&sample);
	ok(quantile_candidates(&search, sample.word, 4, 2, 0.5, NULL) == 0 && isinf(search.whole_value),
	   "no row decides where the sum of the weights is no double");
}

static bool
near(double a, double b)
{
	return fabs(a - b) <= 1e-12 * (1.0 + fabs(b));
}

static void
test_random(void)
{
	static const int scales[] = { 0, -1060, 900 };
	uint64_t random = 17;
	bool same = true;
	bool low = true;
	bool continuous = true;
	bool entries = true;
	bool walk = true;

	for (int round = 0; round < 4000; round++)
	{
		int scale = scales[round % 3];
		int most = round % 5 == 0 ? 900 : 12;
		uint64_t weights = round % 2 ? 1 : 1 + next_random(&random) % 1000;

		sample.n = 1 + (size_t) (next_random(&random) % (uint64_t) most);
		for (size_t i = 0; i < sample.n; i++)
			sample.row[i] = (SampleRow) {
				(double) (next_random(&random) % (round % 3 ? 30 : 100000)) - 5.0,
				ldexp((double) (1 + next_random(&random) % weights), scale)
			};
		sample_sort(&sample);
		for (int k = 0; k <= 20; k++)
		{
			/* twentieths, shares that some C/W is, and their neighbours */
			double p = k / 20.0;

			if (k % 4 == 3)
				p = (double) (next_random(&random) % (sample.n + 1)) / (double) sample.n;
			if (k % 8 == 7 && p < 1.0)
				p = nextafter(p, k < 10 ? 0.0 : 1.0);
			same = same &&
				same_bits(quantile(p, QUANTILE_MEAN_AT_TIE),
						  naive_quantile(p, QUANTILE_MEAN_AT_TIE, scale));
			low = low &&
				same_bits(quantile(p, QUANTILE_LOW), naive_quantile(p, QUANTILE_LOW, scale));
			if (scale != -1060)
				continuous = continuous &&
					near(quantile(p, QUANTILE_CONTINUOUS), naive_continuous(p));
			{
				RankedSource *source = sample_entries(&sample);
				RankedTotals totals = ranked_totals(source);

				for (QuantileRule rule = QUANTILE_MEAN_AT_TIE; rule <= QUANTILE_CONTINUOUS; rule++)
					entries = entries &&
						same_bits(ranked_quantile(source, &totals, p, rule), quantile(p, rule));
			}
		}
		/* few, as many as rows, and more, where some points meet ties */
		for (int k = 0; k < (most == 12 ? 6 : round % 40 ? 3 : 4); k++)
		{
			int n = k < 3 ? 1 + 9 * k : k == 3 ? (int) sample.n : (k - 2) * (int) sample.n + k % 2;
			RankedSource *source = sample_entries(&sample);
			RankedTotals totals = ranked_totals(source);
			double *found = malloc((size_t) n * sizeof(double));

			ranked_mid_quantiles(source, &totals, n, found);
			for (int i = 0; i < n; i++)
				walk = walk &&
					same_bits(found[i], naive_quantile((i + 0.5) / n, QUANTILE_MEAN_AT_TIE, scale));
			free(found);
		}
	}
	ok(walk, "all of n in one walk, as the naive loop");
	ok(same, "the mean at a tie, as the naive loop");
	ok(low, "the low rule, as the naive loop");
	ok(continuous, "the continuous rule, as the naive loop");
	ok(entries, "from joined entries the same bits");
}

/* Rows as words of each width, joined or not, give the same entries. */
static void
test_sources(void)
{
	uint64_t random = 23;
	bool same = true;
	bool joined = true;
	static uint64_t wide[SAMPLE_MAX * ROW_WIDTH_MAX];

	for (int round = 0; round < 200; round++)
	{
		RankedSource *a;
		RankedSource *b;
		RankedTotals totals;
		size_t count;
		int64_t rows = 0;
		double weight = 0.0;

		sample.n = (size_t) (next_random(&random) % 1500);
		for (size_t i = 0; i < sample.n; i++)
			sample.row[i] = (SampleRow) { (double) (next_random(&random) % 300),
										  (double) (1 + next_random(&random) % 3) };
		sample_sort(&sample);
		a = sample_source(&sample);
		b = sample_entries(&sample);
		for (int again = 0; again < 2; again++)
		{
			RankedWalk x;
			RankedWalk y;
			const RankedEntry *p;
			const RankedEntry *q;

			walk_begin(&x, a);
			walk_begin(&y, b);
			do
			{
				p = walk_next(&x);
				q = walk_next(&y);
				same = same && (p == NULL) == (q == NULL) &&
					(p == NULL || (p->x == q->x && p->w == q->w && p->rows == q->rows));
			} while (p != NULL && q != NULL);
		}
		totals = ranked_totals(a);
		for (size_t i = 0; i < sample.n; i++)
		{
			weight += sample.row[i].w;
			rows++;
		}
		same = same && totals.rows == rows && totals.weight_value == weight &&
			totals.entries == (int64_t) sample.entries.count;
		if (sample.n > 0)
			same = same && totals.lowest == sample.row[0].x &&
				totals.highest == sample.row[sample.n - 1].x &&
				totals.last_weight == sample.row[sample.n - 1].w;
		count = rows_join(sample.word, sample.n, 2, NULL, NULL);
		joined = joined && count == sample.entries.count &&
			rows_join(sample.word, sample.n, 2, wide, NULL) == count;
		/* in place, and again: nothing is left to join */
		joined = joined && rows_join(wide, count, 3, wide, NULL) == count;
		for (size_t i = 0; i < count; i++)
		{
			RankedEntry entry = ranked_entry(wide + 3 * i, 3, ROWS_OF_INCOME);

			joined = joined && entry.x == sample.entry[i].x && entry.w == sample.entry[i].w &&
				entry.rows == sample.entry[i].rows;
		}
	}
	ok(same, "a source of rows and one of entries give the same, and can be read again");
	ok(joined, "rows_join(): the entries, and again in place");
	{
		static const uint64_t one[] = { UINT64_C(1) << 63, UINT64_C(1) << 63 };
		ArraySource source;
		RankedTotals totals;

		array_source_init(&source, one, 2, 1, ROWS_OF_INCOME);
		totals = ranked_totals(&source.source);
		ok(totals.entries == 1 && totals.rows == 2 && totals.weight_value == 2.0 &&
			   same_bits(totals.lowest, 0.0),
		   "rows of income alone weigh 1");
	}
	{
		uint64_t rows[6] = { UINT64_C(1) << 63, word_of_weight(2.0), 3,
							 UINT64_C(1) << 63, word_of_weight(2.0), 4 };

		ok(rows_join(rows, 2, 3, rows, NULL) == 1 && rows[2] == 7,
		   "rows of income, weight and count are joined by adding the counts");
	}
	is_double(scale_to_one(1.0), 1.0, "numbers near 1 need no scale");
	is_double(scale_to_one(0x1p300), 0x1p-301, "a large number's scale");
	is_double(scale_to_one(0x1p-300), 0x1p299, "a small number's");
	is_double(scale_to_one(0x1p-1074), 0x1p1000, "the smallest number's is not too large");
}

/* A row of any kind of data: ties, whole and broken numbers, far apart. */
static SampleRow
wild_row(uint64_t *state, int kind)
{
	uint64_t r = next_random(state);
	SampleRow row = { (double) (r % 50), (double) (1 + r / 64 % 5) };

	if (kind % 3 == 1)
		row.x = (double) (int64_t) r / 0x1p60;
	else if (kind % 3 == 2)
		row.x = ldexp((double) (r % 1000) - 300.0, (int) (r / 1024 % 600) - 300);
	if (kind / 3 % 3 == 1)
		row.w = (double) (r >> 40) + 0.5;
	else if (kind / 3 % 3 == 2)
		row.w = ldexp(1.0 + (double) (r % 7), (int) (r / 4096 % 400) - 200);
	return row;
}

/* The answer of the search, of the words of the sample. */
static double
searched(int width, double p, QuantileRule rule)
{
	static uint64_t candidates[SAMPLE_MAX * 2];
	static uint64_t scratch[SAMPLE_MAX * 2];
	static QuantileSearch search;
	static ArraySource source;
	RankedWalk walk;
	size_t n = quantile_candidates(&search, sample.word, sample.n, width, p, NULL);

	quantile_gather(&search, sample.word, sample.n, width, candidates);
	row_sort(candidates, scratch, n, width, width, NULL);
	array_source_init(&source, candidates, n, width, ROWS_OF_INCOME);
	walk_begin(&walk, &source.source);
	return quantile_from(&walk, &search.before, &search.whole, search.whole_value, p, rule);
}

/* Many rows are not searched, nor joined, in one go. */
static void
test_poll(void)
{
	size_t n = 3 << 20;
	uint64_t *rows = malloc(2 * n * sizeof(uint64_t));
	uint64_t *candidates = malloc(2 * n * sizeof(uint64_t));
	static QuantileSearch search;

	if (rows == NULL || candidates == NULL)
		abort();
	for (size_t i = 0; i < n; i++)
	{
		rows[2 * i] = key_of_double((double) (i * 7919 % 1000003));
		rows[2 * i + 1] = word_of_weight(1.0);
	}
	polls = 0;
	(void) quantile_candidates(&search, rows, n, 2, 0.5, count_poll);
	ok(polls >= 6, "the range and the buckets of three million rows: three polls each");
	polls = 0;
	quantile_gather(&search, rows, n, 2, candidates);
	ok(polls >= 3, "... gathering those that decide: three");
	polls = 0;
	(void) rows_join(rows, n, 2, NULL, count_poll);
	ok(polls >= 3, "... joining them: three");
	free(rows);
	free(candidates);
}

/* Rows in no order give what sorted ones give. */
static void
test_search(void)
{
	static const double p[] = { 1e-9, 0.01, 0.1, 0.25, 1.0 / 3.0, 0.5, 0.75, 0.9, 0.999999 };
	static uint64_t sorted[SAMPLE_MAX * 2];
	static uint64_t scratch[SAMPLE_MAX * 2];
	uint64_t state = 20181231;
	bool same = true;

	for (int round = 0; round < 180; round++)
	{
		int width = 1 + round % 2;
		ArraySource source;
		RankedTotals totals;

		sample.n = 1 + next_random(&state) % (round % 5 == 0 ? 5 : SAMPLE_MAX - 1);
		for (size_t i = 0; i < sample.n; i++)
		{
			SampleRow row = wild_row(&state, round % 9);

			sample.word[i * (size_t) width] = key_of_double(row.x + 0.0);
			if (width > 1)
				sample.word[2 * i + 1] = word_of_weight(row.w);
		}
		memcpy(sorted, sample.word, sample.n * (size_t) width * sizeof(uint64_t));
		row_sort(sorted, scratch, sample.n, width, width, NULL);
		array_source_init(&source, sorted, sample.n, width, ROWS_OF_INCOME);
		totals = ranked_totals(&source.source);
		for (size_t k = 0; k < sizeof(p) / sizeof(*p); k++)
			for (QuantileRule rule = QUANTILE_MEAN_AT_TIE; rule <= QUANTILE_LOW; rule++)
				same = same &&
					same_bits(searched(width, p[k], rule),
							  ranked_quantile(&source.source, &totals, p[k], rule));
	}
	ok(same, "quantiles of rows in no order are those of the rows in order, to the bit");
}

int
main(void)
{
	test_search();
	test_poll();
	test_by_hand();
	test_extremes();
	test_ends();
	test_random();
	test_sources();
	return tap_done();
}
