/* SPDX-License-Identifier: PostgreSQL */
/*
 * alkire_foster.c
 *		Households of any deprivations and weights: summaries are the same in any
 *		order and parts, what is taken away leaves the rest, and the measures keep
 *		their bounds: 0 <= M0 <= A, H <= 1.
 */
#include "fuzz.h"

#include "math/alkire_foster.h"

#define MOST 60

/* A summary in memory that fits any window. */
static MpiSummary *
new_summary(const double *weight, int indicators, double k)
{
	MpiSummary *summary = fuzz_allocate(mpi_size(MPI_INDICATORS_MAX, true, MPI_WORDS_MAX));

	mpi_init(summary);
	if (!mpi_set_parameters(summary, weight, indicators, k, false))
	{
		free(summary);
		return NULL;
	}
	return summary;
}

static bool
resize(MpiSummary **summary, MpiWindow window)
{
	MpiSummary *copy;

	if (window.lowest + window.nwords > MPI_WORDS_MAX)
		return false;
	copy = fuzz_allocate(mpi_size(MPI_INDICATORS_MAX, true, MPI_WORDS_MAX));
	mpi_copy(copy, *summary, window);
	free(*summary);
	*summary = copy;
	return true;
}

static bool
add(MpiSummary **summary, uint64_t deprived, double weight)
{
	MpiTerm term = mpi_term(weight);

	while (!mpi_add_row(*summary, deprived, term))
		if (!resize(summary, mpi_window_for(*summary, term)))
			return false;
	return true;
}

static bool
merge(MpiSummary **into, const MpiSummary *from)
{
	if (!resize(into, mpi_window_of_both(*into, from)))
		return false;
	while (!mpi_merge(*into, from))
		if (!resize(into, mpi_window_above(*into)))
			return false;
	return true;
}

static bool
same(const MpiSummary *a, const MpiSummary *b)
{
	return a->nwords == b->nwords && a->indicators == b->indicators &&
		memcmp((const char *) a + 4, (const char *) b + 4,
			   mpi_size(a->indicators, a->has_gaps, a->nwords) - 4) == 0;
}

static void
check_measures(const MpiSummary *summary)
{
	uint64_t all = mpi_all_indicators(summary);
	double population = mpi_sum(summary, MPI_POPULATION, 0);
	double poor = mpi_sum(summary, MPI_POOR, 0);
	double m0;

	DEMAND(mpi_is_plausible(summary));
	DEMAND(poor >= 0.0 && poor <= population && population > 0.0);
	if (isinf(population))
		return;
	m0 = mpi_mean_score(summary, MPI_CENSORED, MPI_POPULATION);
	DEMAND(m0 >= 0.0 && m0 <= 1.0);
	DEMAND(m0 <= poor / population * (1.0 + 1e-9) || poor < 1e-290);
	DEMAND(mpi_ratio(mpi_weighted_sum(summary, MPI_CENSORED, all),
					 mpi_weighted_sum(summary, MPI_UNCENSORED, all)) <= 1.0 ||
		   mpi_weighted_sum(summary, MPI_UNCENSORED, all).high == 0.0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Input input = { data, size };
	int indicators = take_byte(&input) % MPI_INDICATORS_MAX + 1;
	double weight[MPI_INDICATORS_MAX];
	double k = (take_byte(&input) + 1) / 256.0;
	bool fits = true;
	MpiSummary *part[2];
	MpiSummary *whole;
	MpiSummary *other;

	for (int j = 0; j < indicators; j++)
		weight[j] = fabs(take_double(&input));
	whole = new_summary(weight, indicators, k);
	if (whole == NULL)
		return 0;
	part[0] = new_summary(weight, indicators, k);
	part[1] = new_summary(weight, indicators, k);
	for (int i = 0; i < MOST && input.left > 0 && fits; i++)
	{
		uint64_t deprived = take_word(&input) & mpi_all_indicators(whole);
		double w = take_weight(&input);

		fits = add(&whole, deprived, w) && add(&part[i % 2], deprived, w);
	}
	if (fits && whole->rows > 0 && part[1]->rows > 0)
	{
		other = new_summary(weight, indicators, k);
		DEMAND(merge(&other, part[1]) && merge(&other, part[0]));
		mpi_make_canonical(whole);
		mpi_make_canonical(other);
		DEMAND(same(whole, other));
		check_measures(whole);
		mpi_make_canonical(part[0]);
		mpi_make_canonical(part[1]);
		DEMAND(resize(&other, mpi_window_of_both(other, part[0])));
		DEMAND(mpi_subtract(other, part[0]));
		mpi_make_canonical(other);
		DEMAND(same(other, part[1]));
		free(other);
	}
	free(whole);
	free(part[0]);
	free(part[1]);
	return 0;
}
