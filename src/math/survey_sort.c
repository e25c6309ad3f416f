/*
 * survey_sort.c
 *		Rows in the order of their values, then of their weights.
 *
 * A bottom-up merge sort: stable, without recursion, and quick on what is in
 * order already.
 */
#include "survey.h"

#define RUN 16

static inline bool
comes_before(const SurveySortItem *a, const SurveySortItem *b)
{
	if (a->key != b->key)
		return a->key < b->key;
	return a->weight < b->weight;
}

static void
insertion_sort(SurveySortItem *item, size_t n)
{
	for (size_t i = 1; i < n; i++)
	{
		SurveySortItem moved = item[i];
		size_t j = i;

		for (; j > 0 && comes_before(&moved, &item[j - 1]); j--)
			item[j] = item[j - 1];
		item[j] = moved;
	}
}

/* Merges from[0, middle) and from[middle, end) into to. */
static void
merge(const SurveySortItem *from, size_t middle, size_t end, SurveySortItem *to)
{
	size_t i = 0;
	size_t j = middle;

	for (size_t k = 0; k < end; k++)
	{
		if (i < middle && (j >= end || !comes_before(&from[j], &from[i])))
			to[k] = from[i++];
		else
			to[k] = from[j++];
	}
}

void
survey_sort(SurveySortItem *item, size_t n, SurveySortItem *scratch)
{
	SurveySortItem *from = item;
	SurveySortItem *to = scratch;

	for (size_t begin = 0; begin < n; begin += RUN)
		insertion_sort(item + begin, n - begin < RUN ? n - begin : RUN);
	for (size_t width = RUN; width < n; width *= 2)
	{
		SurveySortItem *swap = from;

		for (size_t begin = 0; begin < n; begin += 2 * width)
		{
			size_t left = n - begin;

			merge(from + begin, left < width ? left : width, left < 2 * width ? left : 2 * width,
				  to + begin);
		}
		from = to;
		to = swap;
	}
	if (from != item)
		for (size_t i = 0; i < n; i++)
			item[i] = from[i];
}
