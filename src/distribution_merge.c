/* SPDX-License-Identifier: PostgreSQL */
/*
 * distribution_merge.c
 *		Distributions joined with others, and the bounded form.
 */
#include "distribution.h"

#include "miscadmin.h"

static double
check_max_points(double max_points)
{
	if (unlikely(!(max_points >= 1.0 && max_points <= ROWS_POINTS_MAX) ||
				 max_points != floor(max_points)))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("max_points must be a whole number from 1 to %d, not %s", ROWS_POINTS_MAX,
						float8out_internal(max_points)),
				 errhint("1000 points keep the rank error of ordinary incomes near a hundredth; rank_error() tells it.")));
	return max_points;
}

/* income_distribution(income, weight, max_points) */
PG_FUNCTION_INFO_V1(distribution_bounded_transition);
Datum
distribution_bounded_transition(PG_FUNCTION_ARGS)
{
	uint64 row[ROW_WIDTH_MAX] = { 0, 0, 1 };
	double max_points;
	double weight;
	Rows rows;

	if (PG_ARGISNULL(1) || PG_ARGISNULL(2) || PG_ARGISNULL(3) ||
		(weight = check_not_negative(PG_GETARG_FLOAT8(2), "weight")) == 0.0)
	{
		if (PG_ARGISNULL(0))
			PG_RETURN_NULL();
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	}
	row[0] = key_of_double(check_finite(PG_GETARG_FLOAT8(1), "income") + 0.0);
	row[1] = word_of_weight(weight);
	max_points = check_max_points(PG_GETARG_FLOAT8(3));
	rows = rows_state(fcinfo, ROWS_BOUNDED, 2, max_points);
	rows_append(fcinfo, &rows, row);
	return rows_datum(&rows);
}

/* A value of either form as points. */
BoundedSet
distribution_as_set(const StoredDistribution *stored, uint32 max_points)
{
	if (stored->header.is_bounded)
		return stored->set;
	return bounded_of_source(stored->source, max_points);
}

/* merge(distribution), the aggregate */
PG_FUNCTION_INFO_V1(distribution_merge_transition);
Datum
distribution_merge_transition(PG_FUNCTION_ARGS)
{
	StoredDistribution *stored;
	const RankedEntry *entry;
	RankedWalk walk;
	Rows rows;

	if (PG_ARGISNULL(1))
	{
		if (PG_ARGISNULL(0))
			PG_RETURN_NULL();
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	}
	stored = distribution_argument(fcinfo, 1);
	rows = rows_state(fcinfo, ROWS_MERGED, ROW_WIDTH_MAX, 0.0);
	if (stored->header.is_bounded)
		rows_add_set(fcinfo, &rows, &stored->set);
	else
	{
		walk_begin(&walk, stored->source);
		while ((entry = walk_next(&walk)) != NULL)
		{
			uint64 row[ROW_WIDTH_MAX];

			ranked_row(entry, row);
			rows_append(fcinfo, &rows, row);
		}
	}
	return rows_datum(&rows);
}

/* Writes the entries of a value as rows of three words. */
static uint64 *
write_rows(RankedSource *source, uint64 *to)
{
	const RankedEntry *entry;
	RankedWalk walk;

	walk_begin(&walk, source);
	while ((entry = walk_next(&walk)) != NULL)
	{
		ranked_row(entry, to);
		to += ROW_WIDTH_MAX;
	}
	return to;
}

/* merge(a, b) */
PG_FUNCTION_INFO_V1(income_distribution_merge);
Datum
income_distribution_merge(PG_FUNCTION_ARGS)
{
	StoredDistribution *a = distribution_argument(fcinfo, 0);
	StoredDistribution *b = distribution_argument(fcinfo, 1);
	Size count_a = (Size) a->header.entries;
	Size count = add_size(count_a, (Size) b->header.entries);
	ArraySource source;
	uint64 *scratch;
	uint64 *rows;

	if (a->header.is_bounded || b->header.is_bounded)
	{
		uint32 max_points = Min(a->header.is_bounded ? a->header.max_points : PG_UINT32_MAX,
								b->header.is_bounded ? b->header.max_points : PG_UINT32_MAX);
		BoundedSet set_a = distribution_as_set(a, max_points);
		BoundedSet set_b = distribution_as_set(b, max_points);
		BoundedSet merged = bounded_merged(&set_a, &set_b);

		PG_RETURN_POINTER(distribution_of_set(&merged));
	}
	if (a->header.rows > EXACT_ROWS_MAX - b->header.rows)
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("the distributions have more rows together than can be counted, which is 2^43"),
				 errhint("No table has so many: make the distributions again from their rows.")));
	rows = palloc_extended(mul_size(count, ROW_WIDTH_MAX * sizeof(uint64)), MCXT_ALLOC_HUGE);
	scratch = palloc_extended(mul_size(count_a, ROW_WIDTH_MAX * sizeof(uint64)), MCXT_ALLOC_HUGE);
	(void) write_rows(b->source, write_rows(a->source, rows));
	row_merge(rows, scratch, count_a, count, ROW_WIDTH_MAX, 2, rows_poll);
	array_source_init(&source, rows, count, ROW_WIDTH_MAX, ROWS_OF_INCOME);
	source.source.poll = rows_poll;
	PG_RETURN_POINTER(distribution_of(&source.source));
}

/* rank_error(distribution): 0 in the exact form */
PG_FUNCTION_INFO_V1(distribution_rank_error);
Datum
distribution_rank_error(PG_FUNCTION_ARGS)
{
	StoredDistribution *stored = distribution_argument(fcinfo, 0);

	PG_RETURN_FLOAT8(stored->header.is_bounded ?
						 check_result(bounded_rank_error(&stored->set), "the rank error") :
						 0.0);
}
