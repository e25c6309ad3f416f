/* SPDX-License-Identifier: PostgreSQL */
/*
 * row_sort.c
 *		Rows of any words come out as qsort() leaves them; two sorted parts merge
 *		to the same; keys of doubles have their order.
 */
#include "fuzz.h"

#include "math/row_sort.h"

static int order_keys;

static int
compare(const void *a, const void *b)
{
	const uint64_t *x = a;
	const uint64_t *y = b;

	for (int i = 0; i < order_keys; i++)
		if (x[i] != y[i])
			return x[i] < y[i] ? -1 : 1;
	return 0;
}

/* Words, or doubles as words, or few different ones. */
static uint64_t
next_word(Input *input, int kind)
{
	switch (kind)
	{
		case 0:
			return take_word(input);
		case 1:
			return key_of_double(take_double(input));
		default:
			return (uint64_t) take_byte(input) << (kind * 7 % 57);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Input input = { data, size };
	int width = take_byte(&input) % ROW_WIDTH_MAX + 1;
	int nkeys = take_byte(&input) % width + 1;
	int kind = take_byte(&input) % 10;
	size_t copies = (size_t) take_byte(&input) % 40 +
		1; /* so that there are rows enough for every way of sorting */
	size_t n = 0;
	size_t most = (size + 1) * copies;
	size_t middle;
	size_t bytes = most * (size_t) width * sizeof(uint64_t);
	uint64_t *rows = fuzz_allocate(bytes);
	uint64_t *expected = fuzz_allocate(bytes);
	uint64_t *scratch = fuzz_allocate(bytes);
	uint64_t odd = 1;

	while (input.left > 0 && n + copies <= most)
	{
		uint64_t row[ROW_WIDTH_MAX];

		for (int k = 0; k < width; k++)
			row[k] = next_word(&input, kind);
		for (size_t i = 0; i < copies; i++, n++)
			for (int k = 0; k < width; k++)
				rows[n * (size_t) width + (size_t) k] = row[k] ^
					(i == 0 ? 0 : (odd = odd * UINT64_C(6364136223846793005) + 1) >> (kind * 6));
	}
	/* rows that are equal in their keys are in no particular order: all words are keys where bytes are compared */
	order_keys = nkeys;
	memcpy(expected, rows, n * (size_t) width * sizeof(uint64_t));
	qsort(expected, n, (size_t) width * sizeof(uint64_t), compare);
	row_sort(rows, scratch, n, width, nkeys, NULL);
	for (size_t i = 0; i < n; i++)
		DEMAND(compare(rows + i * (size_t) width, expected + i * (size_t) width) == 0);
	row_sort(rows, scratch, n, width, width, NULL);
	order_keys = width;
	qsort(expected, n, (size_t) width * sizeof(uint64_t), compare);
	DEMAND(memcmp(rows, expected, n * (size_t) width * sizeof(uint64_t)) == 0);

	middle = n == 0 ? 0 : (size_t) take_byte(&input) % (n + 1);
	for (size_t i = 0; i < middle; i++)
		memcpy(rows + i * (size_t) width, expected + (n - 1 - i) * (size_t) width,
			   (size_t) width * sizeof(uint64_t));
	for (size_t i = middle; i < n; i++)
		memcpy(rows + i * (size_t) width, expected + (i - middle) * (size_t) width,
			   (size_t) width * sizeof(uint64_t));
	row_sort(rows, scratch, middle, width, width, NULL);
	row_merge(rows, scratch, middle, n, width, width, NULL);
	DEMAND(n == 0 || memcmp(rows, expected, n * (size_t) width * sizeof(uint64_t)) == 0);
	free(rows);
	free(expected);
	free(scratch);
	return 0;
}
