/* SPDX-License-Identifier: PostgreSQL */
/*
 * distribution_code.c
 *		The stored form of a distribution; distribution_code.h says what it is.
 */
#include "distribution_code.h"

#include "bit_pack.h"

#include <math.h>

/* Widths and shifts of three columns, and the smallest weight. */
#define BLOCK_HEADER (3 * 2 + 8)

/* What an entry of the index has before its digits. */
#define INDEX_FIXED 24

/* The three columns of a block, ready to be packed. */
typedef struct Block
{
	PackedColumn key;
	PackedColumn weight;
	PackedColumn rows;
	uint64_t smallest_weight;
	uint64_t first_key;
	size_t count;
	uint64_t key_step[RANKED_BLOCK]; /* one less than there are entries */
	uint64_t weight_above[RANKED_BLOCK];
	uint64_t further_rows[RANKED_BLOCK];
} Block;

static void
block_fill(Block *block, const RankedEntry *entry, size_t count)
{
	uint64_t key_bits = 0;
	uint64_t weight_bits = 0;
	uint64_t row_bits = 0;
	uint64_t key = key_of_double(entry[0].x);

	block->count = count;
	block->first_key = key;
	block->smallest_weight = word_of_weight(entry[0].w);
	for (size_t i = 1; i < count; i++)
	{
		uint64_t weight = word_of_weight(entry[i].w);
		uint64_t next = key_of_double(entry[i].x);

		if (weight < block->smallest_weight)
			block->smallest_weight = weight;
		block->key_step[i - 1] = next - key;
		key_bits |= next - key;
		key = next;
	}
	for (size_t i = 0; i < count; i++)
	{
		block->weight_above[i] = word_of_weight(entry[i].w) - block->smallest_weight;
		block->further_rows[i] = (uint64_t) entry[i].rows - 1;
		weight_bits |= block->weight_above[i];
		row_bits |= block->further_rows[i];
	}
	block->key = packed_column(key_bits);
	block->weight = packed_column(weight_bits);
	block->rows = packed_column(row_bits);
}

static size_t
block_size(const Block *block)
{
	return BLOCK_HEADER + packed_size(block->key, block->count - 1) +
		packed_size(block->weight, block->count) + packed_size(block->rows, block->count);
}

static uint8_t *
block_write(const Block *block, uint8_t *to)
{
	const PackedColumn *column[] = { &block->key, &block->weight, &block->rows };

	for (int i = 0; i < 3; i++)
	{
		*to++ = column[i]->width;
		*to++ = column[i]->shift;
	}
	to = put_little(to, block->smallest_weight, 8);
	to = pack_column(to, block->key, block->key_step, block->count - 1);
	to = pack_column(to, block->weight, block->weight_above, block->count);
	return pack_column(to, block->rows, block->further_rows, block->count);
}

/* Reads the columns' widths and shifts; false when no block has such. */
static bool
block_columns(const uint8_t *from, PackedColumn *column)
{
	for (int i = 0; i < 3; i++)
	{
		column[i].width = from[2 * i];
		column[i].shift = from[2 * i + 1];
		if (column[i].width + column[i].shift > 64 || column[i].shift > 63)
			return false;
	}
	return true;
}

static void
block_read(const uint8_t *from, uint64_t key, size_t count, RankedEntry *entry)
{
	uint64_t value[RANKED_BLOCK];
	PackedColumn column[3];
	uint64_t smallest;

	(void) block_columns(from, column);
	smallest = get_little(from + 6, 8);
	from = unpack_column(from + BLOCK_HEADER, column[0], value, count - 1);
	entry[0].x = double_of_key(key);
	for (size_t i = 1; i < count; i++)
		entry[i].x = double_of_key(key += value[i - 1]);
	from = unpack_column(from, column[1], value, count);
	for (size_t i = 0; i < count; i++)
	{
		entry[i].w = weight_of_word(smallest + value[i]);
		entry[i].y = 0.0;
	}
	(void) unpack_column(from, column[2], value, count);
	for (size_t i = 0; i < count; i++)
		entry[i].rows = (int64_t) (value[i] + 1);
}

/* Full blocks from a source, whatever the size of its own. */
static size_t
gather(RankedWalk *walk, RankedEntry *entry)
{
	const RankedEntry *next;
	size_t n = 0;

	while (n < RANKED_BLOCK && (next = walk_next(walk)) != NULL)
		entry[n++] = *next;
	return n;
}

/* The number of the digit that has the lowest bit of a weight. */
int
distribution_lowest_digit(double weight)
{
	uint64_t bits = word_of_weight(weight);
	int exponent = (int) (bits >> 52);
	uint64_t mantissa = bits & UINT64_C(0xFFFFFFFFFFFFF);

	if (exponent > 0)
		mantissa |= UINT64_C(1) << 52;
	return ((exponent > 0 ? exponent - 1 : 0) + __builtin_ctzll(mantissa)) / 32;
}

/* Sizes up a source that has an entry. */
DistributionShape
distribution_shape(RankedSource *source)
{
	DistributionShape shape = { .size = 0 };
	DistributionHeader *header = &shape.header;
	RankedEntry entry[RANKED_BLOCK];
	ExactDigits digits;
	RankedWalk walk;
	Block block;
	size_t n;

	exact_total_init(&shape.weight);
	header->lowest_digit = EXACT_DIGITS_MAX;
	walk_begin(&walk, source);
	while ((n = gather(&walk, entry)) > 0)
	{
		block_fill(&block, entry, n);
		shape.size += block_size(&block);
		header->blocks++;
		header->entries += n;
		for (size_t i = 0; i < n; i++)
		{
			int lowest = distribution_lowest_digit(entry[i].w);

			if (lowest < header->lowest_digit)
				header->lowest_digit = lowest;
			header->rows += entry[i].rows;
			exact_total_add_times(&shape.weight, entry[i].w, entry[i].rows);
		}
	}
	digits = exact_total_digits(&shape.weight);
	header->digits = digits.lowest + digits.count - header->lowest_digit;
	header->index_size = 4 * (size_t) header->digits +
		header->blocks * (INDEX_FIXED + 4 * (size_t) header->digits);
	shape.size += DISTRIBUTION_HEADER + header->index_size + DISTRIBUTION_PADDING;
	return shape;
}

/* Writes a total as the header's digits. */
uint8_t *
distribution_put_weight(uint8_t *to, const DistributionHeader *header, const ExactTotal *weight)
{
	ExactDigits digits = exact_total_digits(weight);

	memset(to, 0, 4 * (size_t) header->digits);
	for (int i = 0; i < digits.count; i++)
		(void) put_little(to + 4 * (digits.lowest - header->lowest_digit + i), digits.digit[i], 4);
	return to + 4 * header->digits;
}

static void
get_weight(const uint8_t *from, const DistributionHeader *header, ExactTotal *weight)
{
	uint32_t digit[EXACT_DIGITS_MAX];

	for (int i = 0; i < header->digits; i++)
		digit[i] = (uint32_t) get_little(from + 4 * (size_t) i, 4);
	exact_total_init(weight);
	exact_total_add_digits(weight, header->lowest_digit, digit, header->digits);
}

uint8_t *
distribution_put_header(uint8_t *to, const DistributionHeader *header)
{
	*to++ = DISTRIBUTION_VERSION;
	*to++ = header->is_bounded;
	*to++ = (uint8_t) header->level;
	*to++ = (uint8_t) header->digits;
	to = put_little(to, (uint64_t) header->lowest_digit, 2);
	to = put_little(to, 0, 2);
	to = put_little(to, header->max_points, 4);
	to = put_little(to, header->blocks, 4);
	to = put_little(to, header->entries, 8);
	return put_little(to, (uint64_t) header->rows, 8);
}

/* Writes the source that the shape was made of; there is room for shape->size bytes. */
void
distribution_write(RankedSource *source, const DistributionShape *shape, uint8_t *to)
{
	const DistributionHeader *header = &shape->header;
	RankedEntry entry[RANKED_BLOCK];
	ExactTotal weight;
	RankedWalk walk;
	Block block;
	uint8_t *index = distribution_put_weight(distribution_put_header(to, header), header,
											 &shape->weight);
	uint8_t *blocks = to + DISTRIBUTION_HEADER + header->index_size;
	uint8_t *at = blocks;
	int64_t rows = 0;
	size_t n;

	exact_total_init(&weight);
	walk_begin(&walk, source);
	while ((n = gather(&walk, entry)) > 0)
	{
		block_fill(&block, entry, n);
		index = put_little(index, block.first_key, 8);
		index = put_little(index, (uint64_t) rows, 8);
		index = put_little(index, (uint64_t) (at - blocks), 8);
		index = distribution_put_weight(index, header, &weight);
		at = block_write(&block, at);
		for (size_t i = 0; i < n; i++)
		{
			rows += entry[i].rows;
			exact_total_add_times(&weight, entry[i].w, entry[i].rows);
		}
	}
	memset(at, 0, DISTRIBUTION_PADDING);
}

/* Reads the header, and checks what it says of sizes; the rest may not be there yet. */
bool
distribution_header(const uint8_t *start, size_t size, DistributionHeader *header)
{
	if (size < DISTRIBUTION_HEADER || start[0] != DISTRIBUTION_VERSION || start[1] > 1)
		return false;
	header->is_bounded = start[1];
	header->level = start[2];
	header->digits = start[3];
	header->lowest_digit = (int) get_little(start + 4, 2);
	header->max_points = (uint32_t) get_little(start + 8, 4);
	header->blocks = (uint32_t) get_little(start + 12, 4);
	header->entries = get_little(start + 16, 8);
	header->rows = (int64_t) get_little(start + 24, 8);
	header->index_size = 4 * (size_t) header->digits +
		header->blocks * (INDEX_FIXED + 4 * (size_t) header->digits);
	return get_little(start + 6, 2) == 0 && header->digits >= 1 &&
		header->lowest_digit + header->digits <= EXACT_DIGITS_MAX && header->entries >= 1 &&
		header->entries <= (uint64_t) EXACT_ROWS_MAX && header->rows >= 1 &&
		header->rows <= EXACT_ROWS_MAX && header->level <= 64;
}

/* Reads what the header says of a whole exact distribution; false when it is none. */
bool
distribution_open(const uint8_t *start, size_t size, DistributionBytes *bytes)
{
	bytes->start = start;
	bytes->size = size;
	if (!distribution_header(start, size, &bytes->header) || bytes->header.is_bounded)
		return false;
	return bytes->header.blocks == (bytes->header.entries + RANKED_BLOCK - 1) / RANKED_BLOCK &&
		bytes->header.index_size <= size - DISTRIBUTION_HEADER;
}

void
distribution_total(const DistributionBytes *bytes, ExactTotal *weight)
{
	get_weight(bytes->start + DISTRIBUTION_HEADER, &bytes->header, weight);
}

/* The index entry of a block. */
static const uint8_t *
index_of(const DistributionBytes *bytes, uint32_t block)
{
	size_t digits = 4 * (size_t) bytes->header.digits;

	return bytes->start + DISTRIBUTION_HEADER + digits + block * (INDEX_FIXED + digits);
}

/* The weight before a block. */
void
distribution_before(const DistributionBytes *bytes, uint32_t block, ExactTotal *weight)
{
	get_weight(index_of(bytes, block) + INDEX_FIXED, &bytes->header, weight);
}

/* Where a block begins, from the end of the index; for the number of blocks, where it would. */
size_t
distribution_block_offset(const DistributionBytes *bytes, uint32_t block)
{
	return (size_t) get_little(index_of(bytes, block) + 16, 8);
}

size_t
distribution_entry_count(const DistributionHeader *header, uint32_t block)
{
	return block + 1 < header->blocks ?
		RANKED_BLOCK :
		(size_t) (header->entries - (uint64_t) block * RANKED_BLOCK);
}

/* The last block whose first key is below a key, or the first block. */
uint32_t
distribution_block_of(const DistributionBytes *bytes, uint64_t key)
{
	uint32_t low = 0;
	uint32_t high = bytes->header.blocks;

	while (high - low > 1)
	{
		uint32_t middle = low + (high - low) / 2;

		if (get_little(index_of(bytes, middle), 8) < key)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* The last block before which less than p of the whole weight stands, or the first block. */
uint32_t
distribution_block_at(const DistributionBytes *bytes, const ExactTotal *whole, double p)
{
	uint32_t low = 0;
	uint32_t high = bytes->header.blocks;

	while (high - low > 1)
	{
		uint32_t middle = low + (high - low) / 2;
		ExactTotal before;

		distribution_before(bytes, middle, &before);
		if (exact_ratio_compare(&before, whole, p) < 0)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* The entries of one block, whose bytes begin at `from`; returns how many there are. */
size_t
distribution_read_block(const DistributionBytes *bytes, uint32_t block, const uint8_t *from,
						RankedEntry *entry)
{
	size_t count = distribution_entry_count(&bytes->header, block);

	block_read(from, get_little(index_of(bytes, block), 8), count, entry);
	return count;
}

static size_t
stored_next(RankedSource *base, const RankedEntry **entries)
{
	StoredSource *source = (StoredSource *) base;
	const DistributionBytes *bytes = source->bytes;
	uint32_t block = source->at;
	size_t count;

	if (block >= bytes->header.blocks)
		return 0;
	count = distribution_read_block(bytes, block,
									source->blocks + distribution_block_offset(bytes, block),
									source->block);
	source->at++;
	*entries = source->block;
	return count;
}

static void
stored_rewind(RankedSource *base)
{
	((StoredSource *) base)->at = 0;
}

/* The entries of a distribution that is all there. */
void
stored_source_init(StoredSource *source, const DistributionBytes *bytes)
{
	source->source.next = stored_next;
	source->source.rewind = stored_rewind;
	source->source.poll = NULL;
	source->bytes = bytes;
	source->blocks = bytes->start + DISTRIBUTION_HEADER + bytes->header.index_size;
	source->at = 0;
}

/* Whether every block lies within the bytes, one behind the other. */
static bool
blocks_fit(const DistributionBytes *bytes)
{
	const uint8_t *blocks = bytes->start + DISTRIBUTION_HEADER + bytes->header.index_size;
	size_t left = bytes->size - DISTRIBUTION_HEADER - bytes->header.index_size;
	size_t offset = 0;

	for (uint32_t block = 0; block < bytes->header.blocks; block++)
	{
		size_t count = distribution_entry_count(&bytes->header, block);
		PackedColumn column[3];

		if (distribution_block_offset(bytes, block) != offset || left - offset < BLOCK_HEADER ||
			!block_columns(blocks + offset, column))
			return false;
		offset += BLOCK_HEADER + packed_size(column[0], count - 1) + packed_size(column[1], count) +
			packed_size(column[2], count);
		if (offset > left)
			return false;
	}
	return left - offset == DISTRIBUTION_PADDING;
}

/* Whether the entries are such as rows give, in order. */
static bool
entries_are_valid(RankedSource *source, int64_t rows_said)
{
	const RankedEntry *entry;
	RankedEntry last = { -INFINITY, 0.0, 0.0, 0 };
	int64_t rows = 0;
	RankedWalk walk;

	walk_begin(&walk, source);
	while ((entry = walk_next(&walk)) != NULL)
	{
		if (!isfinite(entry->x) || (entry->x == 0.0 && signbit(entry->x)) || !isfinite(entry->w) ||
			!(entry->w > 0.0))
			return false;
		if (entry->rows < 1 || entry->rows > rows_said - rows)
			return false;
		if (!(entry->x > last.x || (entry->x == last.x && entry->w > last.w)))
			return false;
		rows += entry->rows;
		last = *entry;
	}
	return rows == rows_said;
}

/* Whether the bytes are those that distribution_write() makes of their entries. */
static bool
bytes_are_canonical(const DistributionBytes *bytes, void (*poll)(void))
{
	uint8_t expected[DISTRIBUTION_BLOCK_MAX > INDEX_FIXED + 4 * EXACT_DIGITS_MAX ?
						 DISTRIBUTION_BLOCK_MAX :
						 INDEX_FIXED + 4 * EXACT_DIGITS_MAX];
	const DistributionHeader *header = &bytes->header;
	const RankedEntry *entries;
	DistributionShape shape;
	StoredSource source;
	ExactTotal weight;
	Block block;
	int64_t rows = 0;
	size_t n;

	stored_source_init(&source, bytes);
	source.source.poll = poll;
	shape = distribution_shape(&source.source);
	if (shape.size != bytes->size || shape.header.lowest_digit != header->lowest_digit ||
		shape.header.digits != header->digits || header->level != 0 || header->max_points != 0)
		return false;
	(void) distribution_put_weight(expected, header, &shape.weight);
	if (memcmp(expected, bytes->start + DISTRIBUTION_HEADER, 4 * (size_t) header->digits) != 0)
		return false;
	exact_total_init(&weight);
	source.source.rewind(&source.source);
	for (uint32_t b = 0; (n = source.source.next(&source.source, &entries)) > 0; b++)
	{
		if (poll != NULL)
			poll();
		block_fill(&block, entries, n);
		(void) block_write(&block, expected);
		if (memcmp(expected, source.blocks + distribution_block_offset(bytes, b),
				   block_size(&block)) != 0)
			return false;
		(void) distribution_put_weight(expected, header, &weight);
		if (memcmp(expected, index_of(bytes, b) + INDEX_FIXED, 4 * (size_t) header->digits) != 0 ||
			get_little(index_of(bytes, b) + 8, 8) != (uint64_t) rows)
			return false;
		for (size_t i = 0; i < n; i++)
		{
			rows += entries[i].rows;
			exact_total_add_times(&weight, entries[i].w, entries[i].rows);
		}
	}
	return get_little(bytes->start + bytes->size - DISTRIBUTION_PADDING, DISTRIBUTION_PADDING) == 0;
}

/* What is wrong with bytes that distribution_open() took, or NULL; poll is called now and then, if not NULL. */
const char *
distribution_check(const DistributionBytes *bytes, void (*poll)(void))
{
	StoredSource source;

	if (!blocks_fit(bytes))
		return "its blocks do not fit its length";
	stored_source_init(&source, bytes);
	source.source.poll = poll;
	if (!entries_are_valid(&source.source, bytes->header.rows))
		return "its entries are not those of rows in order";
	if (!bytes_are_canonical(bytes, poll))
		return "it is not in the canonical form";
	return NULL;
}
