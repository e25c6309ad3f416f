/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_row_sort.c
 *		Sorting and merging of rows against the C library's qsort().
 */
#include "../../src/math/row_sort.h"
#include "tap.h"

#include <float.h>

#define MOST 100000

static int compared_columns;

static int
compare_rows(const void *a, const void *b)
{
	const uint64_t *x = a;
	const uint64_t *y = b;

	for (int i = 0; i < compared_columns; i++)
		if (x[i] != y[i])
			return x[i] < y[i] ? -1 : 1;
	return 0;
}

/* The kinds of data that a column is filled with. */
typedef enum Fill
{
	ALL_EQUAL,
	TWO_VALUES,
	FEW_VALUES,
	ANY_BITS,
	INCOMES,      /* whole numbers as keys of doubles */
	WILD_DOUBLES, /* any finite double, either sign */
	SORTED,
	REVERSED,
	SAW,          /* sorted runs one after the other */
	CLUSTERS,     /* numbers that differ at one of several levels of bits only */
	ONE_FAR_AWAY, /* a cluster and one number at the other end of the range */
	NESTED,       /* half in the lowest bucket at every level */
	EXTREMES,     /* 0 and the largest number */
	FILLS
} Fill;

static const char *const fill_name[] = { "all equal",   "two values",   "few values",   "any bits",
										 "incomes",     "wild doubles", "sorted",       "reversed",
										 "sorted runs", "clusters",     "one far away", "nested",
										 "extremes" };

static uint64_t
fill_one(Fill fill, size_t i, size_t n, uint64_t *random)
{
	uint64_t r = next_random(random);
	double x;

	switch (fill)
	{
		case ALL_EQUAL:
			return UINT64_C(0xC0FFEE) << 20;
		case TWO_VALUES:
			return r & 1 ? UINT64_C(1) << 63 : 7;
		case FEW_VALUES:
			return (r % 17) << 50;
		case ANY_BITS:
			return r;
		case INCOMES:
			return key_of_double((double) (r % 100000));
		case WILD_DOUBLES:
			memcpy(&x, &r, sizeof(x));
			return key_of_double(isfinite(x) ? x + 0.0 : 0.0);
		case SORTED:
			return (uint64_t) i * 977;
		case REVERSED:
			return (uint64_t) (n - i) << 13;
		case SAW:
			return (uint64_t) (i % 100);
		case CLUSTERS:
			return (r & 7) << (8 * (r >> 8 & 7));
		case ONE_FAR_AWAY:
			return i == n / 2 ? UINT64_MAX : r & 0xFFFF;
		case NESTED:
			return r >> (next_random(random) % 64);
		default:
			return r & 1 ? 0 : UINT64_MAX;
	}
}

/* Rows of one kind of data; every second column beyond the first of another kind. */
static void
fill_rows(uint64_t *rows, size_t n, int width, Fill first, Fill second, uint64_t *random)
{
	for (size_t i = 0; i < n; i++)
		for (int c = 0; c < width; c++)
			rows[i * (size_t) width + (size_t) c] = fill_one(c == 0 ? first : second, i, n, random);
}

static int polls;

static void
count_poll(void)
{
	polls++;
}

/* One sort against qsort(), whose order of whole rows is the only one when all columns are keys. */
static bool
sorts_as_qsort(size_t n, int width, Fill first, Fill second, uint64_t *random, uint64_t *rows,
			   uint64_t *scratch, uint64_t *expected)
{
	size_t size = (size_t) width * sizeof(uint64_t);

	fill_rows(rows, n, width, first, second, random);
	memcpy(expected, rows, n * size);
	compared_columns = width;
	qsort(expected, n, size, compare_rows);
	row_sort(rows, scratch, n, width, width, n % 2 ? count_poll : NULL);
	return memcmp(rows, expected, n * size) == 0;
}

/*
 * A sort by fewer columns than a row has: in the order of the keys, and the
 * same rows, as sorting both by all columns shows.
 */
static bool
sorts_by_keys(size_t n, int width, int nkeys, Fill first, Fill second, uint64_t *random,
			  uint64_t *rows, uint64_t *scratch, uint64_t *expected)
{
	size_t size = (size_t) width * sizeof(uint64_t);

	fill_rows(rows, n, width, first, second, random);
	memcpy(expected, rows, n * size);
	row_sort(rows, scratch, n, width, nkeys, NULL);
	compared_columns = nkeys;
	for (size_t i = 1; i < n; i++)
		if (compare_rows(rows + (i - 1) * (size_t) width, rows + i * (size_t) width) > 0)
			return false;
	compared_columns = width;
	qsort(expected, n, size, compare_rows);
	qsort(rows, n, size, compare_rows);
	return memcmp(rows, expected, n * size) == 0;
}

static void
test_sort(uint64_t *rows, uint64_t *scratch, uint64_t *expected)
{
	static const size_t sizes[] = { 0,   1,   2,   3,    11,   12,   13,   14,   31,  64,
									100, 255, 256, 1000, 2047, 2048, 2049, 4999, 5000 };
	uint64_t random = 1;
	char name[100];

	for (Fill first = 0; first < FILLS; first++)
	{
		bool same = true;
		bool same_keys = true;

		for (int width = 1; width <= ROW_WIDTH_MAX; width++)
			for (size_t s = 0; s < sizeof(sizes) / sizeof(sizes[0]); s++)
			{
				Fill second = (Fill) ((unsigned) next_random(&random) % FILLS);

				same = same &&
					sorts_as_qsort(sizes[s], width, first, second, &random, rows, scratch,
								   expected);
				for (int nkeys = 1; nkeys < width; nkeys++)
					same_keys = same_keys &&
						sorts_by_keys(sizes[s], width, nkeys, first, second, &random, rows, scratch,
									  expected);
			}
		snprintf(name, sizeof(name), "%s: as qsort(), all widths and sizes to 5000",
				 fill_name[first]);
		ok(same, name);
		snprintf(name, sizeof(name), "%s: by fewer keys than columns, no row is lost",
				 fill_name[first]);
		ok(same_keys, name);
		same = true;
		for (int width = 1; width <= ROW_WIDTH_MAX; width++)
			same = same &&
				sorts_as_qsort(MOST, width, first, ANY_BITS, &random, rows, scratch, expected) &&
				sorts_as_qsort(MOST - 1, width, first, TWO_VALUES, &random, rows, scratch,
							   expected);
		snprintf(name, sizeof(name), "%s: as qsort(), 100,000 rows", fill_name[first]);
		ok(same, name);
	}
	{
		bool same = true;

		for (size_t n = 0; n <= 400; n++)
			same = same &&
				sorts_as_qsort(n, 1 + (int) (n % 3), (Fill) (n % FILLS), FEW_VALUES, &random, rows,
							   scratch, expected);
		ok(same, "every size from 0 to 400");
	}
}

/* What is seen of a sort while it polls: how many rows of its scratch it has not written to. */
#define UNTOUCHED UINT64_C(0xDEADBEEFDEADBEEF)

static struct
{
	const uint64_t *scratch;
	size_t n;
	size_t untouched;
	size_t most_moved; /* between two polls */
	int before_moving; /* polls */
} watched;

static void
watch_poll(void)
{
	size_t untouched = 0;

	for (size_t i = 0; i < watched.n; i++)
		untouched += watched.scratch[i] == UNTOUCHED;
	if (watched.untouched - untouched > watched.most_moved)
		watched.most_moved = watched.untouched - untouched;
	watched.before_moving += untouched == watched.n;
	watched.untouched = untouched;
	polls++;
}

static bool
is_sorted(const uint64_t *rows, size_t n, int width)
{
	for (size_t i = 1; i < n; i++)
		for (int column = 0; column < width; column++)
		{
			uint64_t before = rows[(i - 1) * (size_t) width + (size_t) column];
			uint64_t here = rows[i * (size_t) width + (size_t) column];

			if (before > here)
				return false;
			if (before < here)
				break;
		}
	return true;
}

/* Many rows whose caller has no poll, and merged halves of them, with one and without. */
static void
test_many(uint64_t *rows, uint64_t *scratch, size_t n)
{
	uint64_t random = 7;
	bool sorted = true;
	bool enough = true;

	for (int width = 1; width <= ROW_WIDTH_MAX; width++)
	{
		fill_rows(rows, n, width, ANY_BITS, ANY_BITS, &random);
		row_sort(rows, scratch, n, width, width, NULL);
		sorted = sorted && is_sorted(rows, n, width);
		row_merge(rows, scratch, n / 2, n, width, width, NULL);
		polls = 0;
		row_merge(rows, scratch, n / 2, n, width, width, count_poll);
		sorted = sorted && is_sorted(rows, n, width);
		enough = enough && polls >= 1;
	}
	ok(sorted, "three million rows of any width are sorted and merged without polls too");
	ok(enough, "... and merging two halves of them polls");
}

/* poll is called about once a million rows, in each pass over them, and not for few. */
static void
test_poll(void)
{
	size_t n = 3 << 20;
	uint64_t *rows = malloc(n * ROW_WIDTH_MAX * sizeof(uint64_t));
	uint64_t *scratch = malloc(n * ROW_WIDTH_MAX * sizeof(uint64_t));
	uint64_t random = 5;
	bool enough = true;

	if (rows == NULL || scratch == NULL)
		abort();
	fill_rows(rows, n, 1, ANY_BITS, ANY_BITS, &random);
	polls = 0;
	row_sort(rows, scratch, 1000, 1, 1, count_poll);
	ok(polls == 0, "a small sort does not poll");
	for (int width = 1; width <= ROW_WIDTH_MAX; width++)
	{
		fill_rows(rows, n, width, ANY_BITS, ANY_BITS, &random);
		polls = 0;
		row_sort(rows, scratch, n, width, width, count_poll);
		enough = enough && polls >= 3;
	}
	ok(enough, "a sort of three million rows of any width polls at least three times");
	fill_rows(rows, n, 1, ANY_BITS, ANY_BITS, &random);
	for (size_t i = 0; i < n; i++)
		scratch[i] = UNTOUCHED;
	watched.scratch = scratch;
	watched.n = watched.untouched = n;
	row_sort(rows, scratch, n, 1, 1, watch_poll);
	ok(watched.before_moving >= 6, "... three times each while it finds their range and counts");
	ok(watched.untouched == 0 && watched.most_moved <= 1 << 20, "... and while it moves them");
	test_many(rows, scratch, n);
	free(rows);
	free(scratch);
}

static void
test_merge(uint64_t *rows, uint64_t *scratch, uint64_t *expected)
{
	uint64_t random = 9;
	bool same = true;
	bool fits = true;

	for (int i = 0; i < 2000; i++)
	{
		int width = 1 + i % 3;
		size_t size = (size_t) width * sizeof(uint64_t);
		size_t n = (size_t) (next_random(&random) % (i % 50 == 0 ? 5000 : 60));
		size_t middle = n == 0 ? 0 : (size_t) (next_random(&random) % (n + 1));

		if (i % 11 == 0)
			middle = i % 2 ? 0 : n;
		fill_rows(rows, n, width, (Fill) (i % FILLS), (Fill) (i / 13 % FILLS), &random);
		compared_columns = width;
		qsort(rows, middle, size, compare_rows);
		qsort(rows + middle * (size_t) width, n - middle, size, compare_rows);
		memcpy(expected, rows, n * size);
		qsort(expected, n, size, compare_rows);
		scratch[middle * (size_t) width] = UINT64_C(0xDEADBEEF);
		row_merge(rows, scratch, middle, n, width, width, NULL);
		fits = fits && scratch[middle * (size_t) width] == UINT64_C(0xDEADBEEF);
		same = same && memcmp(rows, expected, n * size) == 0;
	}
	ok(same, "row_merge(): as qsort() of both parts, either of which may be empty");
	ok(fits, "row_merge(): the scratch holds the first part and no more");

	/* equal keys: the first part's rows come first */
	for (size_t i = 0; i < 6; i++)
	{
		rows[2 * i] = i % 3 / 2;
		rows[2 * i + 1] = i;
	}
	row_merge(rows, scratch, 3, 6, 2, 1, NULL);
	ok(rows[1] == 0 && rows[3] == 1 && rows[5] == 3 && rows[7] == 4 && rows[9] == 2 &&
		   rows[11] == 5,
	   "row_merge(): rows of equal keys stay in their order");
}

static void
test_keys(void)
{
	static const double ascending[] = { -DBL_MAX,  -1e300,  -2.0, -1.0, -DBL_MIN, -0x1p-1074, 0.0,
										0x1p-1074, DBL_MIN, 0.5,  1.0,  1e300,    DBL_MAX };
	uint64_t random = 3;
	bool ordered = true;
	bool back = true;

	for (size_t i = 0; i < sizeof(ascending) / sizeof(ascending[0]); i++)
	{
		back = back && same_bits(double_of_key(key_of_double(ascending[i])), ascending[i]);
		ordered = ordered &&
			(i == 0 || key_of_double(ascending[i - 1]) < key_of_double(ascending[i]));
	}
	for (int i = 0; i < 100000; i++)
	{
		uint64_t a = next_random(&random);
		uint64_t b = next_random(&random);
		double x;
		double y;

		memcpy(&x, &a, sizeof(x));
		memcpy(&y, &b, sizeof(y));
		if (!isfinite(x) || !isfinite(y))
			continue;
		back = back && same_bits(double_of_key(key_of_double(x)), x);
		ordered = ordered && (x < y) == (key_of_double(x) < key_of_double(y));
	}
	ok(back, "double_of_key() undoes key_of_double()");
	ok(ordered, "keys have the order of the doubles");
}

int
main(void)
{
	size_t size = (size_t) MOST * ROW_WIDTH_MAX * sizeof(uint64_t);
	uint64_t *rows = malloc(size);
	uint64_t *scratch = malloc(size);
	uint64_t *expected = malloc(size);

	if (rows == NULL || scratch == NULL || expected == NULL)
		abort();
	test_keys();
	test_sort(rows, scratch, expected);
	test_poll();
	test_merge(rows, scratch, expected);
	free(rows);
	free(scratch);
	free(expected);
	return tap_done();
}
