/* SPDX-License-Identifier: PostgreSQL */
/*
 * sample.h
 *		Rows of income and weight for the tests of what needs ranks, and sources of them.
 */
#ifndef SAMPLE_H
#define SAMPLE_H

#include "../../src/math/ranked.h"
#include "tap.h"

#define SAMPLE_MAX 2000

typedef struct SampleRow
{
	double x;
	double w;
} SampleRow;

/* Rows, and room for a source of them. */
typedef struct Sample
{
	size_t n;
	SampleRow row[SAMPLE_MAX];
	uint64_t word[SAMPLE_MAX * ROW_WIDTH_MAX];
	RankedEntry entry[SAMPLE_MAX];
	ArraySource array;
	EntrySource entries;
} Sample;

static int
compare_sample_rows(const void *a, const void *b)
{
	const SampleRow *p = a;
	const SampleRow *q = b;

	if (p->x != q->x)
		return p->x < q->x ? -1 : 1;
	return p->w < q->w ? -1 : p->w > q->w;
}

/* Sorts the rows, as all naive formulas want them, by the C library. */
static inline void
sample_sort(Sample *sample)
{
	qsort(sample->row, sample->n, sizeof(SampleRow), compare_sample_rows);
}

/* A source of sorted rows, as words of income and weight. */
static inline RankedSource *
sample_source(Sample *sample)
{
	for (size_t i = 0; i < sample->n; i++)
	{
		sample->word[2 * i] = key_of_double(sample->row[i].x);
		sample->word[2 * i + 1] = word_of_weight(sample->row[i].w);
	}
	array_source_init(&sample->array, sample->word, sample->n, 2, ROWS_OF_INCOME);
	return &sample->array.source;
}

/* The same as joined entries, counted here. */
static inline RankedSource *
sample_entries(Sample *sample)
{
	size_t count = 0;

	for (size_t i = 0; i < sample->n; i++)
		if (count > 0 && sample->entry[count - 1].x == sample->row[i].x &&
			sample->entry[count - 1].w == sample->row[i].w)
			sample->entry[count - 1].rows++;
		else
			sample->entry[count++] = (RankedEntry) { sample->row[i].x, sample->row[i].w, 0.0, 1 };
	entry_source_init(&sample->entries, sample->entry, count);
	return &sample->entries.source;
}

static inline void
sample_of(Sample *sample, size_t n, const double *x, const double *w)
{
	sample->n = n;
	for (size_t i = 0; i < n; i++)
		sample->row[i] = (SampleRow) { x[i], w == NULL ? 1.0 : w[i] };
	sample_sort(sample);
}

#endif /* SAMPLE_H */
