/* SPDX-License-Identifier: PostgreSQL */
/*
 * row_sort.c
 *		Sorting rows of one to three 64-bit words.
 *
 * A radix sort from the most significant digit down, whose digits adapt to the
 * data: each part of the rows is spread over up to 2048 buckets that divide the
 * range its keys really have, and each bucket is sorted in the same way, in the
 * other of two buffers, until it is small enough for insertion.  Incomes share
 * their leading bits and often have no trailing ones, so that two passes over
 * memory are usual for ten million rows, where a radix sort from the least
 * significant digit takes six.
 */
#include "row_sort.h"

#define MAX_DIGIT_BITS 11
#define MAX_BUCKETS (1 << MAX_DIGIT_BITS)
#define INSERTION_ROWS 12

/* Rows between two calls of poll. */
#define POLL_ROWS (1u << 20)

#define always_inline inline __attribute__((always_inline))

typedef struct Sorter
{
	int nkeys;
	void (*poll)(void);
	size_t since_poll; /* rows sorted since poll was called */
} Sorter;

typedef void (*SortFunction)(Sorter *sorter, uint64_t *rows, uint64_t *other, uint32_t n,
							 int column, bool into_other);

static always_inline void
copy_row(uint64_t *to, const uint64_t *from, const int width)
{
	memcpy(to, from, (size_t) width * sizeof(uint64_t));
}

static always_inline bool
row_is_less(const uint64_t *a, const uint64_t *b, int column, int nkeys)
{
	for (; column < nkeys; column++)
		if (a[column] != b[column])
			return a[column] < b[column];
	return false;
}

static always_inline void
insertion_sort(uint64_t *rows, uint32_t n, int column, int nkeys, const int width)
{
	for (uint32_t i = 1; i < n; i++)
	{
		uint64_t row[ROW_WIDTH_MAX];
		uint64_t *place = rows + (size_t) i * width;

		if (!row_is_less(place, place - width, column, nkeys))
			continue;
		copy_row(row, place, width);
		do
		{
			copy_row(place, place - width, width);
			place -= width;
		} while (place > rows && row_is_less(row, place - width, column, nkeys));
		copy_row(place, row, width);
	}
}

/*
 * The end of the rows from `from` on that are gone through at once; polls where
 * there are more than that.
 */
static always_inline uint32_t
stretch_end(const Sorter *sorter, uint32_t from, uint32_t n)
{
	if (n <= POLL_ROWS)
		return n;
	if (sorter->poll != NULL)
		sorter->poll();
	return n - from > POLL_ROWS ? from + POLL_ROWS : n;
}

/* How a part of the rows is spread over buckets. */
typedef struct Digit
{
	uint64_t lowest;
	int shift;
	uint32_t buckets;
} Digit;

/*
 * The digit of a column that divides its range into about as many buckets as
 * there are rows; no bucket when all rows have one value.
 */
static always_inline Digit
choose_digit(const Sorter *sorter, const uint64_t *rows, uint32_t n, int column, const int width)
{
	Digit digit = { 0, 0, 0 };
	uint64_t lowest = rows[column];
	uint64_t highest = lowest;
	int bits = 31 - __builtin_clz(n);
	int range_bits;

	for (uint32_t i = 0; i < n;)
		for (uint32_t end = stretch_end(sorter, i, n); i < end; i++)
		{
			uint64_t key = rows[(size_t) i * width + column];

			lowest = key < lowest ? key : lowest;
			highest = key > highest ? key : highest;
		}
	if (lowest == highest)
		return digit;
	if (bits > MAX_DIGIT_BITS)
		bits = MAX_DIGIT_BITS;
	range_bits = 64 - __builtin_clzll(highest - lowest);
	digit.lowest = lowest;
	digit.shift = range_bits > bits ? range_bits - bits : 0;
	digit.buckets = (uint32_t) ((highest - lowest) >> digit.shift) + 1;
	return digit;
}

/* Spreads the rows over their buckets; end[i] becomes the end of bucket i. */
static always_inline void
spread(const Sorter *sorter, const uint64_t *rows, uint64_t *to, uint32_t n, int column,
	   Digit digit, uint32_t *end, const int width)
{
	uint32_t sum = 0;

	memset(end, 0, digit.buckets * sizeof(*end));
	for (uint32_t i = 0; i < n;)
		for (uint32_t stretch = stretch_end(sorter, i, n); i < stretch; i++)
			end[(rows[(size_t) i * width + column] - digit.lowest) >> digit.shift]++;
	for (uint32_t i = 0; i < digit.buckets; i++)
	{
		uint32_t count = end[i];

		end[i] = sum;
		sum += count;
	}
	for (uint32_t i = 0; i < n;)
		for (uint32_t stretch = stretch_end(sorter, i, n); i < stretch; i++)
		{
			const uint64_t *row = rows + (size_t) i * width;
			uint32_t bucket = (uint32_t) ((row[column] - digit.lowest) >> digit.shift);

			copy_row(to + (size_t) end[bucket]++ * width, row, width);
		}
}

/* Sorts n rows by their columns from `column` on; they end up in rows or in other. */
static always_inline void
sort_part(Sorter *sorter, uint64_t *rows, uint64_t *other, uint32_t n, int column, bool into_other,
		  const int width, const SortFunction self)
{
	uint32_t end[MAX_BUCKETS];
	uint32_t begin = 0;
	Digit digit = { 0, 0, 0 };

	if (n <= INSERTION_ROWS)
		insertion_sort(rows, n, column, sorter->nkeys, width);
	else
		while (column < sorter->nkeys &&
			   (digit = choose_digit(sorter, rows, n, column, width)).buckets == 0)
			column++;
	if (digit.buckets == 0)
	{
		if (into_other)
			memcpy(other, rows, (size_t) n * width * sizeof(uint64_t));
		return;
	}

	spread(sorter, rows, other, n, column, digit, end, width);
	for (uint32_t i = 0; i < digit.buckets; i++)
	{
		size_t at = (size_t) begin * width;
		uint32_t count = end[i] - begin;

		if (count == 1 && !into_other)
			copy_row(rows + at, other + at, width);
		else if (count > 1)
			self(sorter, other + at, rows + at, count, digit.shift == 0 ? column + 1 : column,
				 !into_other);
		begin = end[i];
		if (sorter->poll != NULL && (sorter->since_poll += count) >= POLL_ROWS)
		{
			sorter->since_poll = 0;
			sorter->poll();
		}
	}
}

static void
sort_1(Sorter *sorter, uint64_t *rows, uint64_t *other, uint32_t n, int column, bool into_other)
{
	sort_part(sorter, rows, other, n, column, into_other, 1, sort_1);
}

static void
sort_2(Sorter *sorter, uint64_t *rows, uint64_t *other, uint32_t n, int column, bool into_other)
{
	sort_part(sorter, rows, other, n, column, into_other, 2, sort_2);
}

static void
sort_3(Sorter *sorter, uint64_t *rows, uint64_t *other, uint32_t n, int column, bool into_other)
{
	sort_part(sorter, rows, other, n, column, into_other, 3, sort_3);
}

void
row_sort(uint64_t *rows, uint64_t *scratch, size_t n, int width, int nkeys, void (*poll)(void))
{
	static const SortFunction sort[] = { sort_1, sort_2, sort_3 };
	Sorter sorter = { nkeys, poll, 0 };

	if (n > 1)
		sort[width - 1](&sorter, rows, scratch, (uint32_t) n, 0, false);
}

static always_inline void
merge_rows(uint64_t *rows, uint64_t *scratch, size_t middle, size_t n, int nkeys,
		   void (*poll)(void), const int width)
{
	const uint64_t *a = scratch;
	const uint64_t *a_end = scratch + middle * width;
	const uint64_t *b = rows + middle * width;
	const uint64_t *b_end = rows + n * width;
	uint64_t *to = rows;
	size_t since_poll = 0;

	memcpy(scratch, rows, middle * width * sizeof(uint64_t));
	while (a < a_end && b < b_end)
	{
		/* the choice is not to be foreseen, so it is computed and not jumped to */
		bool second = row_is_less(b, a, 0, nkeys);
		const uint64_t *from = second ? b : a;

		copy_row(to, from, width);
		to += width;
		b += second ? width : 0;
		a += second ? 0 : width;
		if (++since_poll == POLL_ROWS)
		{
			since_poll = 0;
			if (poll != NULL)
				poll();
		}
	}
	memcpy(to, a, (size_t) (a_end - a) * sizeof(uint64_t));
}

void
row_merge(uint64_t *rows, uint64_t *scratch, size_t middle, size_t n, int width, int nkeys,
		  void (*poll)(void))
{
	if (width == 1)
		merge_rows(rows, scratch, middle, n, nkeys, poll, 1);
	else if (width == 2)
		merge_rows(rows, scratch, middle, n, nkeys, poll, 2);
	else
		merge_rows(rows, scratch, middle, n, nkeys, poll, 3);
}
