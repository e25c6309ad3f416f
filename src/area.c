/* SPDX-License-Identifier: PostgreSQL */
/*
 * area.c
 *		Room area: ranks among the areas of a parent, the difference from the
 *		parent's rate, and the errors of the functions that follow boundary changes.
 *
 * The window functions read their partition once, when its first row is
 * answered, so that neither the window's ORDER BY nor its frame matters.  The
 * functions over area_crosswalk are in SQL (area.sql).
 */
#include "partition.h"
#include "sums.h"

#include "math/area.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

/* The rates of a partition. */
typedef struct Ranking
{
	bool loaded;
	double *rate; /* ascending; NULLs left out */
	int64 count;
} Ranking;

enum
{
	RANK_RATE_ARG
};

/* The rate of the parent: its partition's. */
typedef struct ParentRate
{
	bool loaded;
	double rate; /* 0 when Σtotal is 0: no area of it has a rate to compare */
} ParentRate;

/* The arguments of difference_from_parent(), and the sums of each. */
enum
{
	DIFFERENCE_POOR_ARG,
	DIFFERENCE_TOTAL_ARG
};

static int
compare_rates(const void *a, const void *b)
{
	double left = *(const double *) a;
	double right = *(const double *) b;

	CHECK_FOR_INTERRUPTS();
	return (left > right) - (left < right);
}

static void
load_rates(WindowObject window, Ranking *ranking, MemoryContext context)
{
	int64 rows = partition_rows(window);

	ranking->rate = allocate_for_partition(context, rows, sizeof(double), "a ranking", "rates");
	ranking->count = 0;
	for (int64 i = 0; i < rows; i++)
	{
		double rate;

		CHECK_FOR_INTERRUPTS();
		if (partition_number(window, i, RANK_RATE_ARG, &rate))
			ranking->rate[ranking->count++] = check_finite(rate, "rate");
	}
	/* the server's qsort(): in place, and it may be left */
	qsort(ranking->rate, (size_t) ranking->count, sizeof(double), compare_rates);
	ranking->loaded = true;
}

/* The ranking of the partition that the current row is in. */
static const Ranking *
ranking_of_partition(WindowObject window)
{
	Ranking *ranking = WinGetPartitionLocalMemory(window, sizeof(Ranking));

	if (!ranking->loaded)
		load_rates(window, ranking, GetMemoryChunkContext(ranking));
	/* what is before the current row is not read again */
	WinSetMarkPosition(window, WinGetCurrentPosition(window));
	return ranking;
}

PG_FUNCTION_INFO_V1(area_rank_lowest);
Datum
area_rank_lowest(PG_FUNCTION_ARGS)
{
	WindowObject window = PG_WINDOW_OBJECT();
	const Ranking *ranking = ranking_of_partition(window);
	double rate;

	if (!current_number(window, RANK_RATE_ARG, &rate))
		PG_RETURN_NULL();
	PG_RETURN_INT64(rank_from_lowest(ranking->rate, ranking->count, rate));
}

PG_FUNCTION_INFO_V1(area_rank_highest);
Datum
area_rank_highest(PG_FUNCTION_ARGS)
{
	WindowObject window = PG_WINDOW_OBJECT();
	const Ranking *ranking = ranking_of_partition(window);
	double rate;

	if (!current_number(window, RANK_RATE_ARG, &rate))
		PG_RETURN_NULL();
	PG_RETURN_INT64(rank_from_highest(ranking->rate, ranking->count, rate));
}

/* Σpoor / Σtotal over the rows of the partition that have both. */
static void
load_parent_rate(WindowObject window, ParentRate *parent)
{
	ExactSums *sums = sums_new(SUMS_POVERTY_RATE);
	int64 rows = partition_rows(window);
	double all;

	for (int64 i = 0; i < rows; i++)
	{
		double poor;
		double total;

		CHECK_FOR_INTERRUPTS();
		if (!partition_number(window, i, DIFFERENCE_POOR_ARG, &poor) ||
			!partition_number(window, i, DIFFERENCE_TOTAL_ARG, &total))
			continue;
		check_poor_and_total(poor, total);
		sums_add(&sums, DIFFERENCE_POOR_ARG, poor);
		sums_add(&sums, DIFFERENCE_TOTAL_ARG, total);
	}
	all = sums_value(sums, DIFFERENCE_TOTAL_ARG);
	parent->rate = all > 0.0 ? sums_value(sums, DIFFERENCE_POOR_ARG) / all : 0.0;
	parent->loaded = true;
}

PG_FUNCTION_INFO_V1(difference_from_parent);
Datum
difference_from_parent(PG_FUNCTION_ARGS)
{
	WindowObject window = PG_WINDOW_OBJECT();
	ParentRate *parent = WinGetPartitionLocalMemory(window, sizeof(ParentRate));
	double poor;
	double total;

	if (!parent->loaded)
		load_parent_rate(window, parent);
	WinSetMarkPosition(window, WinGetCurrentPosition(window));
	if (!current_number(window, DIFFERENCE_POOR_ARG, &poor) ||
		!current_number(window, DIFFERENCE_TOTAL_ARG, &total) || total == 0.0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(check_result(poor / total - parent->rate, "the difference from the parent"));
}

/*
 * Raises an error whose words the caller, a function in SQL, has put together.
 * A word that was NULL makes the whole message NULL: that says so, and is no
 * reason to raise nothing.
 */
PG_FUNCTION_INFO_V1(area_refuse);
Datum
area_refuse(PG_FUNCTION_ARGS)
{
	if (PG_ARGISNULL(0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the message of an error must not be NULL"),
				 errhint("Give area_refuse() the words of the error that it raises.")));
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s", text_to_cstring(PG_GETARG_TEXT_PP(0))),
			 PG_ARGISNULL(1) ? 0 : errhint("%s", text_to_cstring(PG_GETARG_TEXT_PP(1)))));
	PG_RETURN_NULL();
}
