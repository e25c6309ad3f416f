/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_alkire_foster.c
 *		Identification against whole numbers over all patterns; sums against the
 *		exact sums of exact_sum.c, whatever the order; the canonical form.
 */
#include "../../src/math/exact_sum.h"
#include "mpi_summary.h"
#include "tap.h"

#include <float.h>

/*
 * Whether all patterns fall on the side of k that whole numbers say: part[j] of
 * `whole` for indicator j, poor from `least` on.
 */
static bool
all_patterns(const double *weight, const int *part, int indicators, double k, int least)
{
	MpiSummary *summary = new_summary(weight, indicators, k, false);
	bool good = true;

	for (uint64_t pattern = 0; pattern < UINT64_C(1) << indicators; pattern++)
	{
		int score = 0;

		for (int j = 0; j < indicators; j++)
			score += (pattern >> j & 1) != 0 ? part[j] : 0;
		good = good && mpi_is_poor(summary, pattern) == (score >= least);
	}
	free(summary);
	return good;
}

static void
test_identification(void)
{
	static const int eighteenths[10] = { 3, 3, 3, 3, 1, 1, 1, 1, 1, 1 };
	static const int bank[6] = { 6, 3, 3, 2, 2, 2 };
	static const int tenths[4] = { 4, 3, 2, 1 };
	static const double decimal[4] = { 0.4, 0.3, 0.2, 0.1 };
	int ones[12];
	double weight[12];

	for (int j = 0; j < 10; j++)
		weight[j] = j < 4 ? 1.0 / 6.0 : 1.0 / 18.0;
	ok(all_patterns(weight, eighteenths, 10, 1.0 / 3.0, 6),
	   "global MPI, sixths and eighteenths: all 1,024 patterns at k = 1/3");
	ok(all_patterns(weight, eighteenths, 10, 0.5, 9) &&
		   all_patterns(weight, eighteenths, 10, 1.0, 18) &&
		   all_patterns(weight, eighteenths, 10, 1.0 / 18.0, 1),
	   "at k = 1/2 (severe), 1 (intersection) and 1/18 (union) too");
	for (int j = 0; j < 10; j++)
		weight[j] = eighteenths[j];
	ok(all_patterns(weight, eighteenths, 10, 1.0 / 3.0, 6), "and with the weights 3 and 1");
	for (int j = 0; j < 10; j++)
		weight[j] = eighteenths[j] * 1e300 / 7.0;
	ok(all_patterns(weight, eighteenths, 10, 1.0 / 3.0, 6), "and with very large weights");
	for (int j = 0; j < 6; j++)
		weight[j] = bank[j] / 18.0;
	ok(all_patterns(weight, bank, 6, 1.0 / 3.0, 6), "World Bank, all 64 patterns at k = 1/3");
	ok(all_patterns(decimal, tenths, 4, 0.5, 5), "0.3 + 0.2 reaches 0.5 of 0.4, 0.3, 0.2, 0.1");
	for (int j = 0; j < 12; j++)
	{
		ones[j] = 1;
		weight[j] = 1.0;
	}
	for (int n = 1; n <= 12; n++)
		if (!all_patterns(weight, ones, 12, n / 12.0, n))
			ok(false, "n of 12");
	ok(all_patterns(weight, ones, 12, 0.25, 3), "3 of 12: all 4,096 patterns");
	for (int j = 0; j < 12; j++)
		weight[j] = 1.0 / 12.0;
	ok(all_patterns(weight, ones, 12, 0.25, 3), "with the weights 1/12");
	for (int j = 0; j < 10; j++)
		weight[j] = 0.1;
	ok(all_patterns(weight, ones, 10, 0.3, 3), "3 of 10 with the weights 0.1");
	ok(all_patterns(weight, ones, 10, 1e-10, 1) && all_patterns(weight, ones, 10, 1e-300, 1),
	   "nobody without deprivations is poor, however small k");
}

/* A weight of a random size: ordinary ones, and some of any size at all. */
static double
random_weight(uint64_t *state)
{
	uint64_t draw = next_random(state);
	double fraction = (double) (next_random(state) >> 11) / 9007199254740992.0;

	switch (draw % 4)
	{
		case 0:
			return (double) (1 + draw / 4 % 100);
		case 1:
			return 0.01 * (double) (1 + draw / 4 % 10000);
		case 2:
			return ldexp(0.5 + fraction / 2, (int) (draw / 4 % 2000) - 1070);
		default:
			return fraction + 1e-3;
	}
}

/* One sum of exact_sum.c over chosen rows. */
static double
reference_sum(const double *value, int count)
{
	static int sign[2000];

	for (int i = 0; i < count; i++)
		sign[i] = 1;
	return exact_sum_of(value, sign, count);
}

#define ROWS 2000

static double row_weight[ROWS];
static uint64_t row_pattern[ROWS];

/* Adds rows first, first + step, ... below ROWS. */
static void
add_rows(MpiSummary **summary, int first, int step)
{
	for (int i = first; i < ROWS; i += step)
		add(summary, row_pattern[i], row_weight[i]);
}

/* Whether every sum is what exact_sum.c makes of its rows. */
static bool
sums_agree(const MpiSummary *summary)
{
	static double value[ROWS];
	bool good = true;

	for (int j = -1; j < summary->indicators; j++)
		for (int poor_only = 0; poor_only < 2; poor_only++)
		{
			MpiSum sum = j < 0 ? (poor_only ? MPI_POOR : MPI_POPULATION) :
								 (poor_only ? MPI_CENSORED : MPI_UNCENSORED);
			int count = 0;

			for (int i = 0; i < ROWS; i++)
				if ((j < 0 || (row_pattern[i] >> j & 1) != 0) &&
					(!poor_only || mpi_is_poor(summary, row_pattern[i])))
					value[count++] = row_weight[i];
			good = good &&
				same_bits(mpi_sum(summary, sum, j < 0 ? 0 : j), reference_sum(value, count));
		}
	return good;
}

static void
test_sums(int indicators, const char *name)
{
	double weight[64];
	uint64_t state = 7;
	MpiSummary *forward;
	MpiSummary *strided;
	MpiSummary *part[3];
	char text[100];

	for (int j = 0; j < indicators; j++)
		weight[j] = 1.0 + j % 3;
	for (int i = 0; i < ROWS; i++)
	{
		row_weight[i] = random_weight(&state);
		row_pattern[i] = next_random(&state) & next_random(&state);
		row_pattern[i] &= UINT64_MAX >> (64 - indicators);
	}
	forward = new_summary(weight, indicators, 0.25, false);
	add_rows(&forward, 0, 1);
	snprintf(text, sizeof(text), "%s: each sum is the exact sum of its rows", name);
	ok(sums_agree(forward), text);
	ok(forward->rows == ROWS, "and all rows are counted");

	strided = new_summary(weight, indicators, 0.25, false);
	for (int first = 6; first >= 0; first--)
		add_rows(&strided, first, 7);
	for (int p = 0; p < 3; p++)
	{
		part[p] = new_summary(weight, indicators, 0.25, false);
		add_rows(&part[p], p, 3);
	}
	merge(&part[2], part[0]);
	merge(&part[2], part[1]);
	mpi_make_canonical(forward);
	mpi_make_canonical(strided);
	ok(mpi_is_plausible(forward), "the canonical form is plausible");
	ok(same_bytes(forward, strided), "another order gives the same bytes");
	ok(mpi_subtract(part[2], part[0]), "a part is taken out of the whole");
	merge(&part[2], part[0]);
	mpi_make_canonical(part[2]);
	ok(same_bytes(forward, part[2]), "and merging gives the same bytes");
	free(forward);
	free(strided);
	for (int p = 0; p < 3; p++)
		free(part[p]);
}

/* Rows that went in and come out again leave nothing behind. */
static void
test_taking_out(void)
{
	static const double weight[2] = { 1.0, 1.0 };
	MpiSummary *summary = new_summary(weight, 2, 0.5, false);
	MpiSummary *kept = new_summary(weight, 2, 0.5, false);

	add(&kept, 1, 0.1);
	add(&summary, 3, 1e300);
	add(&summary, 1, 0.1);
	add(&summary, 2, 5e-324);
	ok(mpi_take_row(summary, 3, mpi_term(1e300)) && mpi_take_row(summary, 2, mpi_term(5e-324)),
	   "rows are taken out");
	mpi_make_canonical(summary);
	mpi_make_canonical(kept);
	ok(same_bytes(summary, kept), "and leave the bytes of the row that stays");
	ok(!mpi_take_row(summary, 1, mpi_term(0.2)), "a larger weight is not in it");
	free(summary);
	summary = new_summary(weight, 2, 0.5, false);
	add(&summary, 1, 1.0);
	ok(!mpi_take_row(summary, 2, mpi_term(1.0)), "nor is another deprivation");
	add(&kept, 3, 7.0);
	ok(!mpi_subtract(summary, kept), "nor are the rows of a larger summary");
	ok(!mpi_is_without_sums(kept), "a summary with rows has sums");
	free(summary);
	free(kept);
}

/* Counts that fill a word, and weights that fill the range of a double. */
static void
test_limits(void)
{
	static const double weight[1] = { 1.0 };
	MpiSummary *summary = new_summary(weight, 1, 1.0, false);
	MpiSummary *other;
	int words;

	add(&summary, 1, 9223372036854775808.0);
	words = summary->nwords;
	add(&summary, 1, 9223372036854775808.0);
	ok(words == 1 && summary->nwords == 2, "2^63 twice needs a second word");
	is_double(mpi_sum(summary, MPI_CENSORED, 0), 18446744073709551616.0, "and makes 2^64");
	add(&summary, 0, 1.0);
	is_double(mpi_sum(summary, MPI_POPULATION, 0), 18446744073709551616.0, "1 more rounds away");
	add(&summary, 0, 2047.0);
	is_double(mpi_sum(summary, MPI_POPULATION, 0), 18446744073709551616.0, "a tie goes to even");
	add(&summary, 0, 5e-324);
	is_double(mpi_sum(summary, MPI_POPULATION, 0), 18446744073709555712.0,
			  "and the smallest double above it breaks the tie");
	free(summary);

	summary = new_summary(weight, 1, 1.0, false);
	add(&summary, 1, DBL_MAX);
	is_double(mpi_sum(summary, MPI_POPULATION, 0), DBL_MAX, "the largest double");
	add(&summary, 1, DBL_MAX);
	ok(isinf(mpi_sum(summary, MPI_POPULATION, 0)), "twice is beyond");
	ok(summary->lowest + summary->nwords <= MPI_WORDS_MAX, "the window stays within its maximum");
	other = new_summary(weight, 1, 1.0, false);
	add(&other, 1, 5e-324);
	is_double(mpi_sum(other, MPI_POPULATION, 0), 5e-324, "the smallest double");
	merge(&summary, other);
	ok(mpi_take_row(summary, 1, mpi_term(DBL_MAX)) && mpi_take_row(summary, 1, mpi_term(DBL_MAX)),
	   "the large ones are taken out again");
	is_double(mpi_sum(summary, MPI_POPULATION, 0), 5e-324, "and the smallest double is left");
	free(summary);
	free(other);

	summary = new_summary(weight, 1, 1.0, false);
	other = new_summary(weight, 1, 1.0, false);
	add(&summary, 1, 18446744073709549568.0);
	add(&other, 1, 4096.0);
	merge(&summary, other);
	is_double(mpi_sum(summary, MPI_CENSORED, 0), 18446744073709553664.0,
			  "a merge may need a word more");
	free(summary);
	free(other);
}

static double
weighted_sum(const MpiSummary *summary, MpiSum sum, uint64_t indicators)
{
	MpiScaled scaled = mpi_weighted_sum(summary, sum, indicators);

	return ldexp(scaled.high, scaled.exponent);
}

/* Two households of weight 2 and 1, gaps 0.5, 0.25 and 0.5, 0: both reach 1/4 of the weights 1 and 3. */
static void
test_gaps(void)
{
	static const double weight[2] = { 1.0, 3.0 };
	MpiSummary *summary = new_summary(weight, 2, 0.25, true);

	add(&summary, 3, 2.0);
	add_part(&summary, MPI_GAP, 0, 1.0);
	add_part(&summary, MPI_SEVERITY, 0, 0.5);
	add_part(&summary, MPI_GAP, 1, 0.5);
	add_part(&summary, MPI_SEVERITY, 1, 0.125);
	add(&summary, 1, 1.0);
	add_part(&summary, MPI_GAP, 0, 0.5);
	add_part(&summary, MPI_SEVERITY, 0, 0.25);
	add_part(&summary, MPI_GAP, 1, 0.0);
	is_double(weighted_sum(summary, MPI_CENSORED, 3), 9.0, "weighted deprivations of the poor");
	is_double(weighted_sum(summary, MPI_GAP, 3), 3.0, "weighted gaps");
	is_double(weighted_sum(summary, MPI_SEVERITY, 3), 1.125, "weighted squares of gaps");
	is_double(weighted_sum(summary, MPI_GAP, 2), 1.5, "of one indicator");
	is_double(weighted_sum(summary, MPI_GAP, 0), 0.0, "of none");
	mpi_make_canonical(summary);
	ok(mpi_is_plausible(summary), "plausible");
	ok(mpi_take_part(summary, MPI_GAP, 1, mpi_term(0.5)) &&
		   !mpi_take_part(summary, MPI_GAP, 1, mpi_term(0.5)),
	   "a gap is taken out once");
	free(summary);
}

/* A decimal weight, which is no double, or one of any size at all. */
static double
random_decimal(uint64_t *state)
{
	uint64_t draw = next_random(state);

	return draw % 8 == 0 ? random_weight(state) : (double) (1 + draw / 8 % 99) / 100.0;
}

/* H of a summary. */
static double
headcount(const MpiSummary *summary)
{
	return mpi_sum(summary, MPI_POOR, 0) / mpi_sum(summary, MPI_POPULATION, 0);
}

/* Whether no measure exceeds what it is a part of, over random weights; some households lack everything. */
static bool
shares_are_shares(uint64_t *state, bool poor_lack_all)
{
	double weight[12];
	int indicators = 1 + (int) (next_random(state) % 12);
	uint64_t all = UINT64_MAX >> (64 - indicators);
	MpiSummary *summary;
	double m0;
	double m1;
	double m2;
	double intensity;
	bool good;

	for (int j = 0; j < indicators; j++)
		weight[j] = random_decimal(state);
	summary = new_summary(weight, indicators, poor_lack_all ? 1.0 : 0.3, true);
	for (int i = 0; i < 6; i++)
	{
		double w = random_decimal(state);
		uint64_t deprived = next_random(state) % 2 == 0 ? all : next_random(state) & all;
		double gap = i % 2 == 0 ? 1.0 : random_decimal(state);

		if (poor_lack_all && deprived != all)
			deprived = 0;
		add(&summary, deprived, w);
		for (int j = 0; j < indicators && mpi_is_poor(summary, deprived); j++)
			if ((deprived >> j & 1) != 0 && gap <= 1.0)
			{
				add_part(&summary, MPI_GAP, j, gap * w);
				add_part(&summary, MPI_SEVERITY, j, gap * w * gap);
			}
	}
	m0 = mpi_mean_score(summary, MPI_CENSORED, MPI_POPULATION);
	m1 = mpi_mean_score(summary, MPI_GAP, MPI_POPULATION);
	m2 = mpi_mean_score(summary, MPI_SEVERITY, MPI_POPULATION);
	good = m0 <= headcount(summary) && m1 <= headcount(summary) && m2 <= headcount(summary) &&
		m2 >= 0.0;
	if (mpi_sum(summary, MPI_POOR, 0) > 0.0)
	{
		intensity = mpi_mean_score(summary, MPI_CENSORED, MPI_POOR);
		good = good && intensity <= 1.0 && (!poor_lack_all || intensity == 1.0);
		good = good && (!poor_lack_all || m0 == headcount(summary));
	}
	free(summary);
	return good;
}

/* Whole weights, whose sums are exact in doubles: the measure is their quotient, rounded once. */
static bool
quotient_is_exact(uint64_t *state)
{
	double weight[12];
	double part = 0.0;
	double total = 0.0;
	double population = 0.0;
	MpiSummary *summary;
	bool good;

	for (int j = 0; j < 12; j++)
		total += weight[j] = (double) (1 + next_random(state) % 1000);
	summary = new_summary(weight, 12, 0.3, false);
	for (int i = 0; i < 20; i++)
	{
		uint64_t deprived = next_random(state) & 4095;
		double w = (double) (1 + next_random(state) % 100000);

		add(&summary, deprived, w);
		population += w;
		if (mpi_is_poor(summary, deprived))
			part += w * mpi_weigh(weight, deprived);
	}
	good = same_bits(mpi_mean_score(summary, MPI_CENSORED, MPI_POPULATION),
					 part / (total * population));
	free(summary);
	return good;
}

static void
test_shares(void)
{
	static const double tiny[2] = { 5e-324, 5e-324 };
	static const double huge[2] = { 1e200, 1e200 };
	static const double uneven[2] = { 1e300, 1e-300 };
	uint64_t state = 11;
	bool exact = true;
	bool mixed = true;
	bool full = true;
	MpiSummary *summary;

	for (int i = 0; i < 20000; i++)
	{
		exact = exact && quotient_is_exact(&state);
		mixed = mixed && shares_are_shares(&state, false);
		full = full && shares_are_shares(&state, true);
	}
	ok(exact, "20,000 sets of whole weights: the mean score is the exact fraction, rounded once");
	ok(mixed, "20,000 random sets: M0, M1 and M2 are at most H, and A at most 1");
	ok(full, "20,000 sets where the poor lack everything: A is 1, and M0 is H");
	summary = new_summary(tiny, 2, 0.5, false);
	add(&summary, 1, 5e-324);
	is_double(mpi_mean_score(summary, MPI_CENSORED, MPI_POPULATION), 0.5,
			  "products of the smallest doubles are none the less there");
	free(summary);
	summary = new_summary(huge, 2, 0.5, false);
	add(&summary, 1, 1e300);
	is_double(mpi_mean_score(summary, MPI_CENSORED, MPI_POPULATION), 0.5,
			  "and products beyond the largest");
	free(summary);
	summary = new_summary(uneven, 2, 1e-10, false);
	add(&summary, 2, 1e-300);
	is_double(mpi_ratio(mpi_weighted_sum(summary, MPI_CENSORED, 2),
						mpi_weighted_sum(summary, MPI_CENSORED, 3)),
			  1.0, "the only contribution is 1, however small");
	free(summary);
}

/* What cannot have come from households. */
static void
test_plausibility(void)
{
	static const double weight[2] = { 1.0, 1.0 };
	static const double zero[2] = { 0.0, -0.0 };
	static const double huge[2] = { 1e308, 1e308 };
	MpiSummary *summary = new_summary(weight, 2, 0.5, false);
	MpiSummary *other = malloc(ROOM);
	uint64_t *word;

	add(&summary, 1, 2.0);
	add(&summary, 0, 3.0);
	word = mpi_words(summary);
	ok(mpi_is_plausible(summary), "two households");
	ok(word[0] == 5 && word[1] == 2 && word[2] == 2 && word[3] == 0 && word[4] == 2 && word[5] == 0,
	   "population, poor, uncensored, censored");
	word[1] = 6;
	ok(!mpi_is_plausible(summary), "more poor than people");
	word[1] = 2;
	word[2] = 1;
	ok(!mpi_is_plausible(summary), "more deprived poor than deprived");
	word[2] = 2;
	word[5] = 1;
	ok(!mpi_is_plausible(summary), "deprived poor without deprived");
	word[5] = 0;
	word[3] = 6;
	ok(!mpi_is_plausible(summary), "more deprived than people");
	word[3] = 0;
	summary->lowest = 0; /* where 1 is 2^-1088, and the smallest double 2^14 of these */
	ok(!mpi_is_plausible(summary), "parts below the smallest double");
	word[0] = 5 << 14;
	word[1] = word[2] = word[4] = 2 << 14;
	ok(mpi_is_plausible(summary), "the smallest doubles");
	word[4]--;
	ok(!mpi_is_plausible(summary), "a part below the smallest double in one sum");
	word[4]++;
	summary->rows = 0;
	ok(!mpi_is_plausible(summary), "people without rows");
	mpi_make_canonical(summary);
	ok(mpi_is_plausible(summary) && summary->indicators == 0, "no rows, no parameters");
	ok(!mpi_set_parameters(other, zero, 2, 0.5, false), "no weight above 0");
	ok(!mpi_set_parameters(other, huge, 2, 0.5, false), "weights beyond the largest double");
	free(summary);
	free(other);
}

int
main(void)
{
	test_identification();
	test_sums(1, "1 indicator");
	test_sums(12, "12 indicators");
	test_sums(64, "64 indicators");
	test_taking_out();
	test_limits();
	test_gaps();
	test_shares();
	test_plausibility();
	return tap_done();
}
