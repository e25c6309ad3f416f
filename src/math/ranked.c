/* SPDX-License-Identifier: PostgreSQL */
/*
 * ranked.c
 *		Rows in ascending order of income: sorted rows in memory, and totals.
 */
#include "ranked.h"

#include <math.h>

/* The entry of one row. */
RankedEntry
ranked_entry(const uint64_t *row, int width, RowMeaning meaning)
{
	RankedEntry entry = { double_of_key(row[0]), 1.0, 0.0, 1 };

	if (meaning == ROWS_TO_CONCENTRATE)
	{
		entry.y = double_of_key(row[1]);
		entry.w = weight_of_word(row[2]);
		return entry;
	}
	if (width > 1)
		entry.w = weight_of_word(row[1]);
	if (width > 2)
		entry.rows = (int64_t) row[2];
	return entry;
}

/* An entry as a row of income, weight and count. */
void
ranked_row(const RankedEntry *entry, uint64_t *row)
{
	row[0] = key_of_double(entry->x);
	row[1] = word_of_weight(entry->w);
	row[2] = (uint64_t) entry->rows;
}

static size_t
array_next(RankedSource *base, const RankedEntry **entries)
{
	ArraySource *source = (ArraySource *) base;
	int width = source->width;
	const uint64_t *row = source->rows + source->at * (size_t) width;
	const uint64_t *end = source->rows + source->count * (size_t) width;
	size_t n = 0;

	while (n < RANKED_BLOCK && row < end)
	{
		RankedEntry entry = ranked_entry(row, width, source->meaning);
		const uint64_t *first = row;

		row += width;
		if (source->meaning == ROWS_OF_INCOME)
			for (; row < end && row[0] == first[0] && (width == 1 || row[1] == first[1]);
				 row += width)
				entry.rows += width > 2 ? (int64_t) row[2] : 1;
		source->block[n++] = entry;
	}
	source->at = (size_t) (row - source->rows) / (size_t) width;
	*entries = source->block;
	return n;
}

static void
array_rewind(RankedSource *base)
{
	((ArraySource *) base)->at = 0;
}

void
array_source_init(ArraySource *source, const uint64_t *rows, size_t count, int width,
				  RowMeaning meaning)
{
	source->source.next = array_next;
	source->source.rewind = array_rewind;
	source->source.poll = NULL;
	source->rows = rows;
	source->count = count;
	source->width = width;
	source->meaning = meaning;
	source->at = 0;
}

static size_t
entry_next(RankedSource *base, const RankedEntry **entries)
{
	EntrySource *source = (EntrySource *) base;

	if (source->is_read)
		return 0;
	source->is_read = true;
	*entries = source->entry;
	return source->count;
}

static void
entry_rewind(RankedSource *base)
{
	((EntrySource *) base)->is_read = false;
}

void
entry_source_init(EntrySource *source, const RankedEntry *entry, size_t count)
{
	source->source.next = entry_next;
	source->source.rewind = entry_rewind;
	source->source.poll = NULL;
	source->entry = entry;
	source->count = count;
	source->is_read = false;
}

/*
 * Joins sorted rows of income into rows of income, weight and count, and
 * returns how many there are; with joined NULL only that.  joined may be the
 * rows themselves when they are of that width.  poll, if not NULL, is called now
 * and then, and may leave by longjmp().
 */
size_t
rows_join(uint64_t *rows, size_t count, int width, uint64_t *joined, void (*poll)(void))
{
	ArraySource source;
	const RankedEntry *entries;
	size_t total = 0;
	size_t n;

	array_source_init(&source, rows, count, width, ROWS_OF_INCOME);
	while ((n = array_next(&source.source, &entries)) > 0)
	{
		for (size_t i = 0; i < n && joined != NULL; i++)
			ranked_row(&entries[i], joined + (total + i) * ROW_WIDTH_MAX);
		total += n;
		if (poll != NULL)
			poll();
	}
	return total;
}

RankedTotals
ranked_totals(RankedSource *source)
{
	RankedTotals totals = { .rows = 0 };
	const RankedEntry *entry;
	RankedWalk walk;

	exact_total_init(&totals.weight);
	walk_begin(&walk, source);
	while ((entry = walk_next(&walk)) != NULL)
	{
		exact_total_add_times(&totals.weight, entry->w, entry->rows);
		if (totals.entries == 0)
			totals.lowest = entry->x;
		totals.highest = entry->x;
		totals.last_weight = entry->w;
		if (entry->w > totals.top_weight)
			totals.top_weight = entry->w;
		totals.rows += entry->rows;
		totals.entries++;
	}
	totals.weight_value = exact_total_value(&totals.weight);
	return totals;
}

/*
 * A power of two that brings a number above 0 near to 1, so that products of
 * such numbers neither overflow nor lose bits; 1 for numbers that need none.
 */
double
scale_to_one(double largest)
{
	int exponent;

	if (largest > 0x1p-200 && largest < 0x1p200)
		return 1.0;
	(void) frexp(largest, &exponent);
	if (exponent < -1000)
		exponent = -1000;
	return ldexp(1.0, -exponent);
}
