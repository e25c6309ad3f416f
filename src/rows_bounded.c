/* SPDX-License-Identifier: PostgreSQL */
/*
 * rows_bounded.c
 *		States that keep at most so many points.
 *
 * Rows are collected as in any other state, and made points whenever there are
 * some thousands of them: a bounded state has a set of points and a tail of rows.
 */
#include "rows.h"

#include "utils/memutils.h"

/* The largest number of points of a state, or 0 when it has no bound. */
uint32
rows_max_points(const RowsHead *head)
{
	return head->kind == ROWS_BOUNDED || head->kind == ROWS_MERGED ? (uint32) head->parameter : 0;
}

void
bounded_set_allocate(BoundedSet *set, Size count, int digits)
{
	count = Max(count, 1);
	set->digits = digits;
	set->poll = rows_poll;
	set->point = palloc_extended(mul_size(count, sizeof(BoundedPoint)), MCXT_ALLOC_HUGE);
	set->digit = palloc_extended(mul_size(count, (Size) Max(digits, 1) * sizeof(uint32)),
								 MCXT_ALLOC_HUGE);
}

static void
set_free(BoundedSet *set)
{
	pfree(set->point);
	pfree(set->digit);
}

/* Both sets as one, in the current memory context. */
BoundedSet
bounded_merged(const BoundedSet *a, const BoundedSet *b)
{
	BoundedSet merged = { .max_points = Min(a->max_points, b->max_points) };
	int digits = bounded_digits_for(a, b, &merged.lowest);

	if (bounded_rows(a) > EXACT_ROWS_MAX - bounded_rows(b))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("the distributions have more rows together than can be counted, which is 2^43"),
				 errhint("No table has so many: make the distributions again from their rows.")));
	bounded_set_allocate(&merged, a->count + b->count, digits);
	bounded_join(a, b, &merged);
	bounded_coarsen(&merged);
	return merged;
}

/* The points of rows in order, in the current memory context; made of some thousands at a time. */
BoundedSet
bounded_of_source(RankedSource *source, uint32 max_points)
{
	Size batch_size = Max(4096, 2 * (Size) max_points);
	RankedEntry *batch = palloc_extended(mul_size(batch_size, sizeof(RankedEntry)),
										 MCXT_ALLOC_HUGE);
	BoundedSet all = { .max_points = max_points, .lowest = EXACT_DIGITS_MAX };
	const RankedEntry *entry;
	RankedWalk walk;

	bounded_set_allocate(&all, 0, 0);
	walk_begin(&walk, source);
	do
	{
		EntrySource part;
		size_t count = 0;
		BoundedSet points = { .max_points = max_points, .level = all.level };
		BoundedSet merged;

		while (count < batch_size && (entry = walk_next(&walk)) != NULL)
			batch[count++] = *entry;
		if (count == 0)
			break;
		entry_source_init(&part, batch, count);
		rows_poll();
		bounded_shape_of_rows(&points, &part.source);
		bounded_set_allocate(&points, count, points.digits);
		bounded_from_rows(&points, &part.source);
		merged = bounded_merged(&all, &points);
		set_free(&all);
		set_free(&points);
		all = merged;
	} while (entry != NULL);
	pfree(batch);
	return all;
}

/* Makes points of all rows of a large state. */
void
rows_make_points(LargeRows *large)
{
	MemoryContext old = MemoryContextSwitchTo(large->header.eoh_context);
	Rows rows = { &large->head, large->word, large->capacity, large };

	/* where rows were spilled, others have come into memory since */
	if (large->head.count > 0)
	{
		RankedSource *source = rows_source_of(NULL, &rows);
		BoundedSet points = bounded_of_source(source, rows_max_points(&large->head));

		pfree(source);
		if (large->set.point == NULL)
			large->set = points;
		else
		{
			BoundedSet merged = bounded_merged(&large->set, &points);

			set_free(&large->set);
			set_free(&points);
			large->set = merged;
		}
		rows_forget_spilled(large);
		large->head.count = 0;
		large->head.form = ROWS_UNSORTED;
	}
	MemoryContextSwitchTo(old);
}

/* Adds points to a state, which is bounded from then on. */
void
rows_add_set(FunctionCallInfo fcinfo, Rows *rows, const BoundedSet *set)
{
	LargeRows *large;
	MemoryContext old;
	BoundedSet merged;

	rows_enlarge(fcinfo, rows);
	large = rows->large;
	if (rows_max_points(&large->head) == 0 || set->max_points < rows_max_points(&large->head))
		large->head.parameter = set->max_points;
	if (large->set.point == NULL)
		large->set = (BoundedSet) { .max_points = set->max_points, .lowest = EXACT_DIGITS_MAX };
	old = MemoryContextSwitchTo(large->header.eoh_context);
	merged = bounded_merged(&large->set, set);
	if (large->set.point != NULL)
		set_free(&large->set);
	large->set = merged;
	MemoryContextSwitchTo(old);
	*rows = (Rows) { &large->head, large->word, large->capacity, large };
}

/* All points and rows of a bounded state as points. */
BoundedSet
rows_as_set(FunctionCallInfo fcinfo, Rows *rows)
{
	BoundedSet set;

	if (rows->head->form == ROWS_ENCODED)
	{
		if (!rows_read_set((const FlatRows *) rows->head, &set))
			elog(ERROR, "malformed partial state");
		return set;
	}
	if (rows->large != NULL)
	{
		rows_make_points(rows->large);
		return rows->large->set;
	}
	return bounded_of_source(rows_source_of(fcinfo, rows), rows_max_points(rows->head));
}

/* The points of a state in its encoded form; false when its bytes are not such. */
bool
rows_read_set(const FlatRows *flat, BoundedSet *set)
{
	const uint8 *start = (const uint8 *) flat->word;
	DistributionHeader header;
	bool good;
	uint8 *again;

	if (flat->head.count > VARSIZE(flat) - offsetof(FlatRows, word) ||
		!distribution_header(start, (Size) flat->head.count, &header) || !header.is_bounded ||
		header.entries > flat->head.count || header.max_points != rows_max_points(&flat->head))
		return false;
	bounded_set_allocate(set, (Size) header.entries, header.digits);
	if (!bounded_read(start, (Size) flat->head.count, &header, set) ||
		!bounded_is_valid(set, header.rows) || bounded_size(set) != flat->head.count)
		return false;
	again = palloc((Size) flat->head.count);
	bounded_write(set, again);
	good = memcmp(again, start, (Size) flat->head.count) == 0;
	pfree(again);
	return good;
}
