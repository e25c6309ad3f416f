/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_alkire_foster_windows.c
 *		Summaries whose windows of words differ, or hold nothing, and rows that a
 *		summary does not hold.  A word has 64 bits: 2^70 stands in the word above
 *		that of 1.
 */
#include "mpi_summary.h"
#include "tap.h"

#define TWO_70 0x1p70
#define TWO_200 0x1p200

static const double weight[2] = { 1.0, 1.0 };

static void
test_parameters(void)
{
	static const double other_weight[2] = { 1.0, 2.0 };
	MpiSummary *summary = new_summary(weight, 2, 0.5, false);
	MpiSummary *like = new_summary(weight, 2, 0.5, false);
	MpiSummary *fewer = new_summary(weight, 1, 0.5, false);
	MpiSummary *with_gaps = new_summary(weight, 2, 0.5, true);
	MpiSummary *other_k = new_summary(weight, 2, 0.25, false);
	MpiSummary *weighted = new_summary(other_weight, 2, 0.5, false);

	ok(mpi_same_parameters(summary, like), "the same parameters");
	ok(!mpi_same_parameters(summary, fewer), "not with another number of indicators");
	ok(!mpi_same_parameters(summary, with_gaps), "nor with gaps");
	ok(!mpi_same_parameters(summary, other_k), "nor with another k");
	ok(!mpi_same_parameters(summary, weighted), "nor with other weights");
	/* the header and 2 weights; population, poor, and 2 or 4 sums for each indicator, of 3 words of 8 bytes */
	ok(mpi_size(2, false, 3) == offsetof(MpiSummary, weight) + 16 + 6 * 3 * 8 &&
		   mpi_size(2, true, 3) == offsetof(MpiSummary, weight) + 16 + 10 * 3 * 8,
	   "sizes");
	mpi_init(like);
	ok(mpi_all_indicators(summary) == 3 && mpi_all_indicators(like) == 0,
	   "all indicators, of 2 and of none");
	free(summary);
	free(like);
	free(fewer);
	free(with_gaps);
	free(other_k);
	free(weighted);
}

/* What the window of a summary does not cover is not in it. */
static void
test_absent(void)
{
	MpiSummary *summary = new_summary(weight, 2, 0.5, true);

	ok(!mpi_take_row(summary, 0, mpi_term(1.0)), "no row comes out of an empty summary");
	mpi_set_parameters(summary, weight, 2, 0.5, true);
	add(&summary, 1, 2.0);
	add_part(&summary, MPI_GAP, 0, 2.0);
	ok(mpi_take_part(summary, MPI_GAP, 1, mpi_term(0.0)), "0 is in each sum");
	ok(!mpi_take_part(summary, MPI_GAP, 0, mpi_term(0x1p-70)), "a term below the window is not");
	ok(!mpi_take_part(summary, MPI_GAP, 0, mpi_term(TWO_70)), "nor is one above it");
	ok(!mpi_take_part(summary, MPI_GAP, 0, mpi_term(0x1.8p64)),
	   "nor one that reaches above its highest word");
	ok(!mpi_add_part(summary, MPI_GAP, 0, mpi_term(0x1p-70)) &&
		   !mpi_add_part(summary, MPI_GAP, 0, mpi_term(TWO_70)),
	   "nor is there room to add these");
	is_double(mpi_sum(summary, MPI_GAP, 0), 2.0, "and the sum is what it was");
	free(summary);
}

/* A row of another kind than those that are there: the sum that lacks it tells. */
static void
test_other_rows(void)
{
	MpiSummary *summary = new_summary(weight, 2, 0.5, false);

	add(&summary, 0, 5.0);
	ok(!mpi_take_row(summary, 1, mpi_term(1.0)), "no poor household to take out");
	mpi_set_parameters(summary, weight, 2, 1.0, false);
	add(&summary, 1, 4.0);
	add(&summary, 3, 2.0);
	ok(!mpi_take_row(summary, 2, mpi_term(3.0)), "too few that are deprived so");
	mpi_set_parameters(summary, weight, 2, 1.0, false);
	add(&summary, 1, 4.0);
	ok(mpi_take_row(summary, 1, mpi_term(4.0)) && mpi_is_without_sums(summary),
	   "one who is deprived and not poor is taken out");
	mpi_set_parameters(summary, weight, 2, 1.0, false);
	add(&summary, 3, 2.0);
	add(&summary, 1, 1.0);
	mpi_words(summary)[4] = 1; /* the deprived poor, of whom there are 2 */
	ok(!mpi_take_row(summary, 3, mpi_term(2.0)), "too few poor that are deprived so");
	free(summary);
}

/* Taking 10 from 2^64 + 4, of 2 words, borrows from the second; from 2^128 + 4, of 3, from the third. */
static void
test_borrowing(void)
{
	MpiSummary *from = new_summary(weight, 2, 0.5, false);
	MpiSummary *what = new_summary(weight, 2, 0.5, false);
	MpiSummary *nothing = new_summary(weight, 2, 0.5, false);

	add(&what, 0, 10.0);
	add(&from, 0, 0x1p64);
	add(&from, 0, 4.0);
	ok(mpi_subtract(from, what), "10 out of 2^64 + 4");
	ok(mpi_words(from)[0] == UINT64_MAX - 5 && mpi_words(from)[1] == 0, "is 2^64 - 6");
	mpi_set_parameters(from, weight, 2, 0.5, false);
	add(&from, 0, 0x1p128);
	add(&from, 0, 4.0);
	ok(mpi_subtract(from, what) && mpi_words(from)[0] == UINT64_MAX - 5 &&
		   mpi_words(from)[1] == UINT64_MAX && mpi_words(from)[2] == 0,
	   "10 out of 2^128 + 4 borrows over two words");
	ok(mpi_merge(from, nothing) && mpi_subtract(from, nothing) && from->rows == 1 &&
		   mpi_words(from)[1] == UINT64_MAX,
	   "nothing is added, and nothing taken");
	ok(mpi_window_of_both(from, nothing).nwords == from->nwords &&
		   mpi_window_of_both(nothing, from).nwords == from->nwords,
	   "the window with that of nothing");
	free(from);
	free(what);
	free(nothing);
}

/* The highest word is full, and what breaks the tie to 2^127 + 2^75 stands in the one below. */
static void
test_full_word(void)
{
	MpiSummary *summary = new_summary(weight, 2, 0.5, false);

	add(&summary, 0, 0x1p127);
	add(&summary, 0, 0x1p74);
	is_double(mpi_sum(summary, MPI_POPULATION, 0), 0x1p127, "a tie goes to even");
	add(&summary, 0, 1.0);
	is_double(mpi_sum(summary, MPI_POPULATION, 0), 0x1p127 + 0x1p75, "1 more is no tie");
	free(summary);
}

/* Rows whose sums are all gone, as a wrong row that is taken out leaves them: 5 + 5 - 10. */
static void
test_nothing_left(void)
{
	MpiSummary *summary = new_summary(weight, 2, 0.5, false);

	add(&summary, 0, 5.0);
	ok(!mpi_is_without_sums(summary), "one row has sums");
	add(&summary, 0, 5.0);
	ok(mpi_take_row(summary, 0, mpi_term(10.0)) && summary->rows == 1 &&
		   mpi_is_without_sums(summary),
	   "one row is left, and no weight");
	mpi_make_canonical(summary);
	ok(summary->nwords == 0 && !mpi_is_plausible(summary), "which no household can have made");
	free(summary);
}

/* Words below and above the ones with anything in them. */
static void
test_idle_words(void)
{
	MpiSummary *summary = new_summary(weight, 2, 0.5, false);
	MpiSummary *large = new_summary(weight, 2, 0.5, false);
	int lowest;

	add(&summary, 1, 3.0);
	add(&large, 1, TWO_200);
	lowest = summary->lowest;
	ok(mpi_compare_sums(summary, MPI_POOR, large, MPI_POOR) < 0 &&
		   mpi_compare_sums(large, MPI_POOR, summary, MPI_POOR) > 0 &&
		   mpi_compare_sums(large, MPI_POOR, large, MPI_POPULATION) == 0,
	   "3 and 2^200 in windows that do not meet");
	/* the second indicator, which nobody lacks */
	ok(mpi_compare_sums(summary, mpi_sum_number(summary, MPI_UNCENSORED, 1), large,
						mpi_sum_number(large, MPI_UNCENSORED, 1)) == 0,
	   "and 0 in both");
	resize(&summary, mpi_window_of_both(summary, large));
	ok(summary->nwords == 4 && !mpi_is_plausible(summary), "idle words on top are not canonical");
	summary->lowest -= 3;
	memmove(mpi_words(summary) + 3, mpi_words(summary), (6 * 4 - 3) * sizeof(uint64_t));
	memset(mpi_words(summary), 0, 3 * sizeof(uint64_t));
	ok(mpi_sum(summary, MPI_CENSORED, 0) == 3.0 && !mpi_is_plausible(summary),
	   "nor are idle words below");
	mpi_make_canonical(summary);
	ok(summary->lowest == lowest && summary->nwords == 1 && mpi_is_plausible(summary),
	   "the canonical form has neither");
	free(summary);
	free(large);
}

/* Each part of a stored summary that no households can have made. */
static void
test_implausible(void)
{
	MpiSummary *summary = new_summary(weight, 1, 0.5, true);
	uint64_t *word;

	add(&summary, 1, 8.0);
	add_part(&summary, MPI_GAP, 0, 4.0);
	add_part(&summary, MPI_SEVERITY, 0, 2.0);
	word = mpi_words(summary);
	ok(mpi_is_plausible(summary) && word[4] == 4 && word[5] == 2, "a gap of a half");
	word[4] = 9;
	ok(!mpi_is_plausible(summary), "a gap above 1");
	word[4] = 1;
	ok(!mpi_is_plausible(summary), "a square above its gap");
	word[4] = 4;
	word[0] = 9;
	word[2] = word[3] = 9;
	ok(!mpi_is_plausible(summary), "more poor that are deprived than poor");
	word[0] = word[2] = word[3] = 8;
	ok(mpi_is_plausible(summary), "as it was");
	summary->rows = -1;
	ok(!mpi_is_plausible(summary), "fewer rows than none");
	word[1] = 9;
	summary->rows = 1;
	ok(!mpi_is_plausible(summary), "more poor than people, whatever the gaps");
	mpi_init(summary);
	ok(mpi_is_plausible(summary), "nothing");
	summary->lowest = 1;
	ok(!mpi_is_plausible(summary), "nothing with a place");
	summary->lowest = 0;
	summary->nwords = 1;
	ok(!mpi_is_plausible(summary), "nothing with words");
	free(summary);
}

int
main(void)
{
	test_parameters();
	test_absent();
	test_other_rows();
	test_borrowing();
	test_full_word();
	test_nothing_left();
	test_idle_words();
	test_implausible();
	return tap_done();
}
