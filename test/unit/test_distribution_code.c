/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_distribution_code.c
 *		The stored form of distributions: what is written is read back, the index
 *		finds what plain loops find, and bytes that are changed are refused unless
 *		they are those of other entries.  Values lie in memory of just their size,
 *		so that the address sanitizer sees a read beyond them.
 */
#include "../../src/math/bit_pack.h"
#include "../../src/math/distribution_code.h"
#include "../../src/math/quantile.h"
#include "tap.h"

#include <float.h>

#define MOST 2000

static RankedEntry entry[MOST];

/* Bytes in memory of their own. */
typedef struct Value
{
	uint8_t *bytes;
	size_t size;
} Value;

static Value
value_of(RankedSource *source)
{
	DistributionShape shape = distribution_shape(source);
	Value value = { malloc(shape.size), shape.size };

	if (value.bytes == NULL)
		abort();
	memset(value.bytes, 0xA5, value.size);
	distribution_write(source, &shape, value.bytes);
	return value;
}

static Value
value_of_entries(size_t n)
{
	EntrySource source;

	entry_source_init(&source, entry, n);
	return value_of(&source.source);
}

/* A copy of some of the bytes, with room for no more. */
static Value
copy_of(const Value *value, size_t size)
{
	Value copy = { malloc(size == 0 ? 1 : size), size };

	if (copy.bytes == NULL)
		abort();
	memcpy(copy.bytes, value->bytes, size);
	return copy;
}

/* Whether bytes are taken as a distribution; what was wrong is of no concern here. */
static bool
accepted(const Value *value, DistributionBytes *bytes)
{
	return distribution_open(value->bytes, value->size, bytes) &&
		distribution_check(bytes, NULL) == NULL;
}

/* Whether bytes that are accepted are those that their own entries give. */
static bool
is_canonical(const DistributionBytes *bytes, const Value *value)
{
	StoredSource source;
	Value again;
	bool same;

	stored_source_init(&source, bytes);
	again = value_of(&source.source);
	same = again.size == value->size && memcmp(again.bytes, value->bytes, value->size) == 0;
	free(again.bytes);
	return same;
}

static bool
has_entries(const DistributionBytes *bytes, size_t n)
{
	StoredSource source;
	RankedWalk walk;
	const RankedEntry *next;

	stored_source_init(&source, bytes);
	for (int again = 0; again < 2; again++)
	{
		walk_begin(&walk, &source.source);
		for (size_t i = 0; i < n; i++)
		{
			next = walk_next(&walk);
			if (next == NULL || !same_bits(next->x, entry[i].x) ||
				!same_bits(next->w, entry[i].w) || next->rows != entry[i].rows)
				return false;
		}
		if (walk_next(&walk) != NULL)
			return false;
	}
	return true;
}

/* The kinds of entries. */
typedef enum Fill
{
	COUNTS_OF_WHOLE, /* whole incomes, weight 1 */
	PRICES,          /* hundredths, weights of hundredths */
	TIES,            /* few incomes with many weights */
	WILD,            /* any income, any weight */
	MANY_ROWS,       /* large counts */
	ROUND,           /* incomes with many low bits 0, some negative */
	ONE_INCOME,      /* weights alone differ */
	FILLS
} Fill;

static const char *const fill_name[] = {
	"whole incomes", "hundredths",      "ties",
	"any doubles",   "many rows alike", "round and negative incomes",
	"one income"
};

static double
any_double(uint64_t *random, bool positive)
{
	for (;;)
	{
		uint64_t bits = next_random(random) >> (positive ? 1 : 0);
		double x;

		memcpy(&x, &bits, sizeof(x));
		if (isfinite(x) && (positive ? x > 0.0 : true))
			return x + 0.0;
	}
}

static int
compare_entries(const void *a, const void *b)
{
	const RankedEntry *p = a;
	const RankedEntry *q = b;

	if (p->x != q->x)
		return p->x < q->x ? -1 : 1;
	return p->w < q->w ? -1 : p->w > q->w;
}

/* About n entries, ascending and different; returns how many there are. */
static size_t
fill_entries(Fill fill, size_t n, uint64_t *random)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
	{
		RankedEntry *e = &entry[i];

		*e = (RankedEntry) { (double) (next_random(random) % 10000000), 1.0, 0.0, 1 };
		if (fill == PRICES)
			*e = (RankedEntry) { (double) (next_random(random) % 10000000) / 100.0,
								 (double) (1 + next_random(random) % 9999) / 100.0, 0.0, 1 };
		else if (fill == TIES)
			*e = (RankedEntry) { (double) (next_random(random) % 40),
								 (double) (1 + next_random(random) % 1000), 0.0,
								 1 + (int64_t) (next_random(random) % 3) };
		else if (fill == WILD)
			*e = (RankedEntry) { any_double(random, false), any_double(random, true), 0.0, 1 };
		else if (fill == MANY_ROWS)
			e->rows = 1 + (int64_t) (next_random(random) >> (32 + next_random(random) % 32));
		else if (fill == ROUND)
			e->x = ((double) (next_random(random) % 20000) - 5000.0) * 100000.0;
		else if (fill == ONE_INCOME)
			*e = (RankedEntry) { 7.5, (double) (1 + i), 0.0, 1 };
	}
	qsort(entry, n, sizeof(RankedEntry), compare_entries);
	for (size_t i = 0; i < n; i++)
		if (count == 0 || compare_entries(&entry[count - 1], &entry[i]) != 0)
			entry[count++] = entry[i];
	return count;
}

/* The weight of incomes below a line, through the index and one block. */
static double
weight_below(const DistributionBytes *bytes, double line)
{
	uint32_t block = distribution_block_of(bytes, key_of_double(line));
	RankedEntry read[RANKED_BLOCK];
	ExactTotal total;
	size_t n;

	distribution_before(bytes, block, &total);
	n = distribution_read_block(bytes, block,
								bytes->start + DISTRIBUTION_HEADER + bytes->header.index_size +
									distribution_block_offset(bytes, block),
								read);
	for (size_t i = 0; i < n && read[i].x < line; i++)
		exact_total_add_times(&total, read[i].w, read[i].rows);
	return exact_total_value(&total);
}

static double
plain_weight_below(size_t n, double line)
{
	ExactTotal total;

	exact_total_init(&total);
	for (size_t i = 0; i < n; i++)
		if (entry[i].x < line)
			exact_total_add_times(&total, entry[i].w, entry[i].rows);
	return exact_total_value(&total);
}

/* The quantile from the block that the index names, against that of all entries from the first. */
static bool
same_quantile(const DistributionBytes *bytes, size_t n, double p)
{
	EntrySource all;
	StoredSource source;
	RankedTotals totals;
	ExactTotal before;
	ExactTotal whole;
	RankedWalk walk;
	double expected;

	entry_source_init(&all, entry, n);
	totals = ranked_totals(&all.source);
	expected = ranked_quantile(&all.source, &totals, p, QUANTILE_MEAN_AT_TIE);
	distribution_total(bytes, &whole);
	stored_source_init(&source, bytes);
	walk_begin(&walk, &source.source);
	source.at = distribution_block_at(bytes, &whole, p);
	distribution_before(bytes, source.at, &before);
	return same_bits(quantile_from(&walk, &before, &whole, totals.weight_value, p,
								   QUANTILE_MEAN_AT_TIE),
					 expected);
}

static bool
indexed_reads_agree(const DistributionBytes *bytes, size_t n, uint64_t *random)
{
	bool same = weight_below(bytes, -DBL_MAX) == 0.0 &&
		same_bits(weight_below(bytes, DBL_MAX), plain_weight_below(n, DBL_MAX));

	for (int k = 0; k < 30; k++)
	{
		size_t i = k == 0                                ? 0 :
			k == 1                                       ? n - 1 :
			k < 6 && (size_t) (k - 1) * RANKED_BLOCK < n ? (size_t) (k - 1) * RANKED_BLOCK :
														   (size_t) (next_random(random) % n);
		double x = entry[i].x;

		same = same && same_bits(weight_below(bytes, x), plain_weight_below(n, x));
		same = same &&
			same_bits(weight_below(bytes, nextafter(x, DBL_MAX)),
					  plain_weight_below(n, nextafter(x, DBL_MAX)));
		same = same &&
			same_bits(weight_below(bytes, nextafter(x, -DBL_MAX)),
					  plain_weight_below(n, nextafter(x, -DBL_MAX)));
	}
	for (int k = 1; k < 20; k++)
		same = same && same_quantile(bytes, n, k / 20.0);
	return same;
}

static void
test_round_trip(void)
{
	static const size_t sizes[] = { 1, 2, 3, 255, 256, 257, 511, 512, 513, 1000, 1900 };
	uint64_t random = 41;
	char name[120];

	for (Fill fill = 0; fill < FILLS; fill++)
	{
		bool same = true;
		bool indexed = true;
		bool totals = true;

		for (size_t s = 0; s < sizeof(sizes) / sizeof(sizes[0]); s++)
		{
			size_t n = fill_entries(fill, sizes[s], &random);
			Value value = value_of_entries(n);
			DistributionBytes bytes;
			ExactTotal whole;

			same = same && accepted(&value, &bytes) && bytes.header.entries == n &&
				has_entries(&bytes, n) && is_canonical(&bytes, &value);
			indexed = indexed && indexed_reads_agree(&bytes, n, &random);
			distribution_total(&bytes, &whole);
			totals = totals &&
				same_bits(exact_total_value(&whole), plain_weight_below(n, INFINITY));
			free(value.bytes);
		}
		snprintf(name, sizeof(name), "%s: read back, block borders too", fill_name[fill]);
		ok(same, name);
		snprintf(name, sizeof(name),
				 "%s: weights below an income and quantiles through the index, as by loops",
				 fill_name[fill]);
		ok(indexed, name);
		snprintf(name, sizeof(name), "%s: the total", fill_name[fill]);
		ok(totals, name);
	}
}

/* Two and three entries whose differences take every number of bits. */
static void
test_widths(void)
{
	bool same = true;

	for (int bits = 0; bits <= 63; bits++)
		for (int low = 0; low < 2; low++)
		{
			uint64_t step = (UINT64_C(1) << bits) | (uint64_t) low;
			uint64_t key = key_of_double(-DBL_MAX);
			uint64_t weight = step > word_of_weight(DBL_MAX) - 1 ? word_of_weight(DBL_MAX) :
																   step + 1;
			size_t n = 2;
			Value value;
			DistributionBytes bytes;

			entry[0] = (RankedEntry) { double_of_key(key), weight_of_word(1), 0.0, 1 };
			entry[1] = (RankedEntry) { double_of_key(key + step), weight_of_word(weight), 0.0,
									   1 + (int64_t) (step & ((UINT64_C(1) << 42) - 1)) };
			if (key + step + 3 < key_of_double(DBL_MAX))
				entry[n++] = (RankedEntry) { double_of_key(key + step + 3), weight_of_word(1), 0.0,
											 2 };
			if (entry[1].x == 0.0)
				entry[1].x = 0.0;
			value = value_of_entries(n);
			same = same && accepted(&value, &bytes) && has_entries(&bytes, n) &&
				is_canonical(&bytes, &value);
			free(value.bytes);
		}
	ok(same, "differences of 1 to 64 bits");

	/* columns alone: every width and shift, more numbers than a byte or a word holds */
	same = true;
	for (int width = 0; width <= 64; width++)
		for (int shift = 0; width + shift <= 64; shift++)
		{
			PackedColumn column = { (uint8_t) width, (uint8_t) (shift > 63 ? 63 : shift) };
			uint64_t number[19];
			uint64_t back[19];
			uint64_t random = (uint64_t) (width * 64 + shift + 1);
			uint8_t *packed = calloc(packed_size(column, 19) + 8, 1);

			if (packed == NULL)
				abort();
			for (int i = 0; i < 19; i++)
				number[i] = width == 0 ? 0 : next_random(&random) >> (64 - width) << column.shift;
			same = same &&
				pack_column(packed, column, number, 19) == packed + packed_size(column, 19);
			same = same &&
				unpack_column(packed, column, back, 19) == packed + packed_size(column, 19);
			same = same && memcmp(number, back, sizeof(number)) == 0;
			free(packed);
		}
	ok(same, "columns of every width and shift");
	{
		PackedColumn none = packed_column(0);
		PackedColumn all = packed_column(UINT64_MAX);
		PackedColumn some = packed_column(UINT64_C(0x0FF0));

		ok(none.width == 0 && none.shift == 0 && all.width == 64 && all.shift == 0 &&
			   some.width == 8 && some.shift == 4,
		   "the best packing, by hand");
	}
}

/* The same entries in blocks of another source, or from rows that are not joined, give the same bytes. */
static void
test_one_form(void)
{
	static uint64_t word[MOST * 3];
	uint64_t random = 71;
	bool same = true;

	for (int round = 0; round < 50; round++)
	{
		size_t n = fill_entries((Fill) (round % 2 ? TIES : COUNTS_OF_WHOLE), 600, &random);
		Value value = value_of_entries(n);
		size_t rows = 0;
		ArraySource array;
		Value again;

		for (size_t i = 0; i < n; i++)
			for (int64_t k = 0; k < entry[i].rows; k++, rows++)
			{
				word[2 * rows] = key_of_double(entry[i].x);
				word[2 * rows + 1] = word_of_weight(entry[i].w);
			}
		array_source_init(&array, word, rows, 2, ROWS_OF_INCOME);
		again = value_of(&array.source);
		same = same && again.size == value.size &&
			memcmp(again.bytes, value.bytes, value.size) == 0;
		free(value.bytes);
		free(again.bytes);
	}
	ok(same, "rows that are not joined give the same bytes as entries");
}

/* By hand: one row of income 1 and weight 1. */
static void
test_by_hand(void)
{
	static const uint8_t expected[] = { 1, 0, 0, 1, 33, 0, 0,    0,    0, 0, 0, 0, 1, 0, 0, 0, 1,
										0, 0, 0, 0, 0,  0, 0,    1,    0, 0, 0, 0, 0, 0, 0, 0, 0,
										4, 0, /* 2^1074 = 2^18 (2^32)^33 */
										0, 0, 0, 0, 0,  0, 0xF0, 0xBF, 0, 0, 0, 0, 0, 0, 0, 0, 0,
										0, 0, 0, 0, 0,  0, 0,    0,    0, 0, 0, 0, 0, 0, 0, 0, 0,
										0, 0, 0, 0, 0,  0, 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0 };
	Value value;

	entry[0] = (RankedEntry) { 1.0, 1.0, 0.0, 1 };
	value = value_of_entries(1);
	ok(value.size == sizeof(expected) && memcmp(value.bytes, expected, sizeof(expected)) == 0,
	   "the bytes of one row, by hand");
	free(value.bytes);
	ok(distribution_lowest_digit(1.0) == 33, "1 is bit 1074 of the range, in digit 33");
	ok(distribution_lowest_digit(0x1p-1074) == 0 && distribution_lowest_digit(DBL_MAX) == 63,
	   "the lowest digits of the smallest and the largest double");
}

/* Every bit turned over, one at a time, and every byte set to some others. */
static void
check_changes(size_t n, const char *what, uint64_t *random)
{
	Value value = value_of_entries(n);
	bool refused = true;
	int taken = 0;
	char name[120];

	for (size_t i = 0; i < value.size; i++)
		for (int change = 0; change < 12; change++)
		{
			Value changed = copy_of(&value, value.size);
			DistributionBytes bytes;

			changed.bytes[i] ^= change < 8 ? (uint8_t) (1 << change) :
											 (uint8_t) (1 + next_random(random) % 255);
			if (accepted(&changed, &bytes))
			{
				taken++;
				refused = refused && is_canonical(&bytes, &changed);
			}
			free(changed.bytes);
		}
	snprintf(name, sizeof(name), "%s: changed bytes are refused, or are those of other entries",
			 what);
	if (!ok(refused, name))
		printf("# %d changes were taken\n", taken);
	refused = true;
	for (size_t size = 0; size < value.size; size++)
	{
		Value part = copy_of(&value, size);
		DistributionBytes bytes;

		refused = refused && !accepted(&part, &bytes);
		free(part.bytes);
	}
	snprintf(name, sizeof(name), "%s: every shorter length is refused", what);
	ok(refused, name);
	{
		Value longer = { calloc(value.size + 8, 1), value.size + 8 };
		DistributionBytes bytes;

		if (longer.bytes == NULL)
			abort();
		memcpy(longer.bytes, value.bytes, value.size);
		snprintf(name, sizeof(name), "%s: bytes too many are refused", what);
		ok(!accepted(&longer, &bytes), name);
		free(longer.bytes);
	}
	free(value.bytes);
}

static void
test_changes(void)
{
	uint64_t random = 91;
	bool refused = true;

	check_changes(fill_entries(COUNTS_OF_WHOLE, 1, &random), "one row", &random);
	check_changes(fill_entries(PRICES, 6, &random), "6 entries", &random);
	check_changes(fill_entries(TIES, 9, &random), "9 entries with ties", &random);
	check_changes(fill_entries(WILD, 4, &random), "4 entries of any doubles", &random);
	check_changes(fill_entries(MANY_ROWS, 5, &random), "5 entries of many rows", &random);
	check_changes(fill_entries(COUNTS_OF_WHOLE, 258, &random), "two blocks", &random);

	/* many changes at once */
	for (int round = 0; round < 30000; round++)
	{
		size_t n = fill_entries((Fill) (round % FILLS), 1 + round % 7, &random);
		Value value = value_of_entries(n);
		Value changed = copy_of(&value,
								round % 3 ? value.size :
											(size_t) (next_random(&random) % (value.size + 1)));
		DistributionBytes bytes;

		for (int k = 0; k <= round % 4 && changed.size > 0; k++)
			changed.bytes[next_random(&random) % changed.size] = (uint8_t) next_random(&random);
		if (accepted(&changed, &bytes))
			refused = refused && is_canonical(&bytes, &changed);
		free(value.bytes);
		free(changed.bytes);
	}
	ok(refused, "values with several bytes changed, or cut, are refused or canonical");
}

/* Headers and entries that no rows give, each made on purpose. */
static void
test_refused(void)
{
	static const double bad[] = { -0.0, INFINITY, NAN };
	DistributionBytes bytes;
	Value value;
	bool refused = true;

	for (int i = 0; i < 3; i++)
	{
		entry[0] = (RankedEntry) { bad[i], 1.0, 0.0, 1 };
		value = value_of_entries(1);
		refused = refused && !accepted(&value, &bytes);
		free(value.bytes);
	}
	ok(refused, "-0, infinite and NaN incomes are refused");
	entry[0] = (RankedEntry) { 1.0, 1.0, 0.0, 1 };
	entry[1] = entry[0];
	value = value_of_entries(2);
	ok(!accepted(&value, &bytes), "equal pairs that are not joined are refused");
	free(value.bytes);
	entry[0].x = 2.0;
	value = value_of_entries(2);
	ok(!accepted(&value, &bytes), "entries out of order are refused");
	free(value.bytes);
	entry[0] = (RankedEntry) { 1.0, 2.0, 0.0, 1 };
	value = value_of_entries(2);
	ok(!accepted(&value, &bytes), "weights out of order are refused");
	free(value.bytes);
}

/* A count of 2 written as 2^63 + 1, by the shift of its column: as a signed number it is below 0. */
static void
test_large_count(void)
{
	DistributionBytes bytes;
	Value value;

	entry[0] = (RankedEntry) { 1.0, 1.0, 0.0, 2 };
	value = value_of_entries(1);
	ok(accepted(&value, &bytes), "a count of 2");
	value.bytes[DISTRIBUTION_HEADER + bytes.header.index_size + 5] = 63;
	ok(!accepted(&value, &bytes), "is refused as one of 2^63 + 1");
	free(value.bytes);
}

/*
 * 8 entries of weight 2^14 + 1, which takes two digits: written with the lower
 * one alone, and with a byte of zeros for each count in place of the 8 bytes
 * that this saves.
 */
static void
test_missing_digit(void)
{
	const size_t blocks = DISTRIBUTION_HEADER + 8 + 24 + 8;
	DistributionBytes bytes;
	Value value;
	Value forged;
	uint8_t *to;

	for (int i = 0; i < 8; i++)
		entry[i] = (RankedEntry) { i, 0x1p14 + 1.0, 0.0, 1 };
	value = value_of_entries(8);
	ok(accepted(&value, &bytes) && bytes.header.digits == 2, "weights of two digits");
	forged = copy_of(&value, value.size);
	to = forged.bytes;
	to[3] = 1;
	/* the index, after one digit of the whole weight; no weight before the block */
	memcpy(to + DISTRIBUTION_HEADER + 4, value.bytes + DISTRIBUTION_HEADER + 8, 24 + 4);
	memcpy(to + blocks - 8, value.bytes + blocks, value.size - blocks - DISTRIBUTION_PADDING);
	to[blocks - 8 + 4] = 8; /* bits of a count */
	memset(to + forged.size - 8 - DISTRIBUTION_PADDING, 0, 8 + DISTRIBUTION_PADDING);
	ok(distribution_open(to, forged.size, &bytes) && bytes.header.digits == 1,
	   "the header of one digit");
	ok(strcmp(distribution_check(&bytes, NULL), "it is not in the canonical form") == 0,
	   "is not that of its entries");
	free(value.bytes);
	free(forged.bytes);
}

static int polls;

static void
count_poll(void)
{
	polls++;
}

/* Three blocks: checking reads them three times, and polls for each at least once. */
static void
test_poll(void)
{
	uint64_t random = 17;
	Value value = value_of_entries(fill_entries(COUNTS_OF_WHOLE, 2 * RANKED_BLOCK + 1, &random));
	DistributionBytes bytes;

	ok(distribution_open(value.bytes, value.size, &bytes) && bytes.header.blocks == 3 &&
		   distribution_check(&bytes, count_poll) == NULL && polls >= 3,
	   "a check of many entries can be interrupted");
	free(value.bytes);
}

int
main(void)
{
	test_by_hand();
	test_widths();
	test_round_trip();
	test_one_form();
	test_changes();
	test_refused();
	test_large_count();
	test_missing_digit();
	test_poll();
	return tap_done();
}
