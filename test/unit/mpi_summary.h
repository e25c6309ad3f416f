/* SPDX-License-Identifier: PostgreSQL */
/*
 * mpi_summary.h
 *		Summaries of deprivations for the tests: with room for any window, which they
 *		find as the aggregates do.
 */
#ifndef MPI_SUMMARY_H
#define MPI_SUMMARY_H

#include "../../src/math/alkire_foster.h"

#include <stdlib.h>

#define ROOM 100000 /* bytes, enough for any summary here */

/* A summary with room for any window. */
static inline MpiSummary *
new_summary(const double *weight, int indicators, double k, bool has_gaps)
{
	MpiSummary *summary = malloc(ROOM);

	if (!mpi_set_parameters(summary, weight, indicators, k, has_gaps))
		abort();
	return summary;
}

static inline void
resize(MpiSummary **summary, MpiWindow window)
{
	MpiSummary *copy = malloc(ROOM);

	mpi_copy(copy, *summary, window);
	free(*summary);
	*summary = copy;
}

static inline void
add(MpiSummary **summary, uint64_t deprived, double weight)
{
	MpiTerm term = mpi_term(weight);

	while (!mpi_add_row(*summary, deprived, term))
		resize(summary, mpi_window_for(*summary, term));
}

static inline void
add_part(MpiSummary **summary, MpiSum sum, int indicator, double value)
{
	MpiTerm term = mpi_term(value);

	while (!mpi_add_part(*summary, sum, indicator, term))
		resize(summary, mpi_window_for(*summary, term));
}

static inline void
merge(MpiSummary **into, const MpiSummary *from)
{
	resize(into, mpi_window_of_both(*into, from));
	if (!mpi_merge(*into, from))
	{
		resize(into, mpi_window_above(*into));
		if (!mpi_merge(*into, from))
			abort();
	}
}

/* Equal in all bytes behind the varlena header. */
static inline bool
same_bytes(const MpiSummary *a, const MpiSummary *b)
{
	size_t size = mpi_size(a->indicators, a->has_gaps, a->nwords);

	return a->indicators == b->indicators && a->nwords == b->nwords &&
		memcmp((const char *) a + 4, (const char *) b + 4, size - 4) == 0;
}

#endif /* MPI_SUMMARY_H */
