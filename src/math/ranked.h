/* SPDX-License-Identifier: PostgreSQL */
/*
 * ranked.h
 *		Rows in ascending order of income, as the indices that need ranks read them.
 *
 * A source gives its entries in blocks, ascending by income and then by weight,
 * equal pairs joined into one entry with a count, so that the entries depend on
 * the multiset of rows alone.  It can be read again from the start.
 */
#ifndef RANKED_H
#define RANKED_H

#include "exact_total.h"
#include "row_sort.h"

#define RANKED_BLOCK 256

typedef struct RankedEntry
{
	double x;     /* income */
	double w;     /* weight of one row, above 0 */
	double y;     /* what is concentrated, for sources that have it */
	int64_t rows; /* how many rows are alike */
} RankedEntry;

typedef struct RankedSource
{
	/* the number of the next entries, which stay until the next call; 0 at the end */
	size_t (*next)(struct RankedSource *source, const RankedEntry **entries);
	void (*rewind)(struct RankedSource *source);
	void (*poll)(void); /* called before each block, if not NULL; may leave by longjmp() */
} RankedSource;

/* What one pass over all entries tells. */
typedef struct RankedTotals
{
	ExactTotal weight;   /* Σw */
	double weight_value; /* the same, rounded once */
	double lowest;       /* the lowest income */
	double highest;
	double last_weight; /* the weight of the last row */
	double top_weight;  /* the largest weight of a row, or of rows alike */
	int64_t rows;
	int64_t entries;
} RankedTotals;

extern RankedTotals ranked_totals(RankedSource *source);
extern double scale_to_one(double largest);

/* What the words of a row are beside income and weight. */
typedef enum RowMeaning
{
	ROWS_OF_INCOME,     /* income; income, weight; or income, weight, count */
	ROWS_TO_CONCENTRATE /* rank, y, weight */
} RowMeaning;

/* Sorted rows in memory: words as row_sort() takes them. */
typedef struct ArraySource
{
	RankedSource source;
	const uint64_t *rows;
	size_t count;
	int width;
	RowMeaning meaning;
	size_t at; /* the next row to read */
	RankedEntry block[RANKED_BLOCK];
} ArraySource;

extern void array_source_init(ArraySource *source, const uint64_t *rows, size_t count, int width,
							  RowMeaning meaning);
extern RankedEntry ranked_entry(const uint64_t *row, int width, RowMeaning meaning);
extern void ranked_row(const RankedEntry *entry, uint64_t *row);
extern size_t rows_join(uint64_t *rows, size_t count, int width, uint64_t *joined,
						void (*poll)(void));

/* Entries in memory. */
typedef struct EntrySource
{
	RankedSource source;
	const RankedEntry *entry;
	size_t count;
	bool is_read;
} EntrySource;

extern void entry_source_init(EntrySource *source, const RankedEntry *entry, size_t count);

/* A weight as a word: weights are above 0, so that their bits have their order. */
static inline uint64_t
word_of_weight(double weight)
{
	uint64_t word;

	memcpy(&word, &weight, sizeof(word));
	return word;
}

static inline double
weight_of_word(uint64_t word)
{
	double weight;

	memcpy(&weight, &word, sizeof(weight));
	return weight;
}

/* A reader of single entries. */
typedef struct RankedWalk
{
	RankedSource *source;
	const RankedEntry *entry;
	size_t left;
} RankedWalk;

static inline void
walk_begin(RankedWalk *walk, RankedSource *source)
{
	source->rewind(source);
	walk->source = source;
	walk->entry = NULL;
	walk->left = 0;
}

/* The next entry, or NULL at the end. */
static inline const RankedEntry *
walk_next(RankedWalk *walk)
{
	if (walk->left == 0)
	{
		if (walk->source->poll != NULL)
			walk->source->poll();
		walk->left = walk->source->next(walk->source, &walk->entry);
		if (walk->left == 0)
			return NULL;
	}
	walk->left--;
	return walk->entry++;
}

#endif /* RANKED_H */
