/* SPDX-License-Identifier: PostgreSQL */
/*
 * quantile_select.c
 *		Weighted quantiles of rows that are in no order.
 *
 * The rows are counted into buckets by the leading bits of their incomes; only
 * the buckets at the quantile are sorted.  Sums that decide are exact, as in a
 * walk over all rows in order, and so is the answer.
 */
#include "quantile.h"

#include <math.h>

#define BUCKETS 2048

/* Rows between two calls of poll. */
#define POLL_MASK 0xFFFFF

/* How far a plain sum of weights may be off, and more. */
#define SAFETY 1e-6

typedef struct Buckets
{
	uint64_t lowest; /* key */
	int shift;
	double weight[BUCKETS];
	size_t rows[BUCKETS];
} Buckets;

static size_t
bucket_of(const Buckets *buckets, uint64_t key)
{
	return (size_t) ((key - buckets->lowest) >> buckets->shift);
}

static void
poll_at(const QuantileSearch *search, size_t row)
{
	if ((row & POLL_MASK) == 0 && search->poll != NULL)
		search->poll();
}

/* Counts all rows; the whole weight is their exact sum. */
static void
fill_buckets(QuantileSearch *search, Buckets *buckets, const uint64_t *rows, size_t n, int width)
{
	uint64_t highest = rows[0];
	int bits;

	buckets->lowest = rows[0];
	for (size_t i = 0; i < n; i++)
	{
		uint64_t key = rows[i * (size_t) width];

		poll_at(search, i);
		buckets->lowest = key < buckets->lowest ? key : buckets->lowest;
		highest = key > highest ? key : highest;
	}
	bits = highest == buckets->lowest ? 0 : 64 - __builtin_clzll(highest - buckets->lowest);
	buckets->shift = bits > 11 ? bits - 11 : 0;
	memset(buckets->weight, 0, sizeof(buckets->weight));
	memset(buckets->rows, 0, sizeof(buckets->rows));
	exact_total_init(&search->whole);
	for (size_t i = 0; i < n; i++)
	{
		const uint64_t *row = rows + i * (size_t) width;
		size_t bucket = bucket_of(buckets, row[0]);

		poll_at(search, i);
		buckets->rows[bucket]++;
		if (width > 1)
		{
			double weight = weight_of_word(row[1]);

			buckets->weight[bucket] += weight;
			exact_total_add_times(&search->whole, weight, 1);
		}
	}
	if (width == 1)
	{
		exact_total_add_times(&search->whole, 1.0, (int64_t) n);
		for (size_t i = 0; i < BUCKETS; i++)
			buckets->weight[i] = (double) buckets->rows[i];
	}
}

/*
 * The buckets between which the quantile lies: the first that may reach it, and
 * the one behind the first that surely does, for a mean at a tie.  Returns the
 * rows in them.
 */
static size_t
choose_buckets(const Buckets *buckets, double wanted, size_t *first, size_t *last)
{
	double passed = 0.0;
	size_t count = 0;
	bool reached = false;

	*first = BUCKETS;
	for (size_t i = 0; i < BUCKETS; i++)
	{
		bool surely = reached;

		if (buckets->rows[i] == 0)
			continue;
		passed += buckets->weight[i];
		reached = passed > wanted * (1.0 + SAFETY);
		if (*first == BUCKETS && passed >= wanted * (1.0 - SAFETY))
			*first = i;
		if (*first == BUCKETS)
			continue;
		count += buckets->rows[i];
		*last = i;
		if (surely)
			break;
	}
	return count;
}

/*
 * Finds which rows decide about the quantile at p, 0 < p < 1, of n rows of
 * income, or of income and weight; returns how many they are: 0 when the weights
 * add up to more than a double holds.  poll, if not NULL, is called now and then,
 * here and by quantile_gather(); it may leave by longjmp().
 */
size_t
quantile_candidates(QuantileSearch *search, const uint64_t *rows, size_t n, int width, double p,
					void (*poll)(void))
{
	Buckets buckets;
	size_t first;
	size_t last = BUCKETS - 1;
	size_t count;

	search->poll = poll;
	fill_buckets(search, &buckets, rows, n, width);
	search->whole_value = exact_total_value(&search->whole);
	count = choose_buckets(&buckets, p * search->whole_value, &first, &last);
	search->low = buckets.lowest + ((uint64_t) first << buckets.shift);
	search->span = ((uint64_t) (last - first + 1) << buckets.shift) - 1;
	return count;
}

/* Copies these rows, and sums the weight below them. */
void
quantile_gather(QuantileSearch *search, const uint64_t *rows, size_t n, int width, uint64_t *to)
{
	size_t below = 0;

	exact_total_init(&search->before);
	for (size_t i = 0; i < n; i++)
	{
		const uint64_t *row = rows + i * (size_t) width;

		poll_at(search, i);
		if (row[0] < search->low)
		{
			if (width > 1)
				exact_total_add_times(&search->before, weight_of_word(row[1]), 1);
			below++;
		}
		else if (row[0] - search->low <= search->span)
		{
			memcpy(to, row, (size_t) width * sizeof(*to));
			to += width;
		}
	}
	if (width == 1)
		exact_total_add_times(&search->before, 1.0, (int64_t) below);
}
