/* SPDX-License-Identifier: PostgreSQL */
/*
 * distribution_code.h
 *		The stored form of a distribution: bytes that are searched without being unpacked.
 *
 * Entries (income, weight, rows) ascending, equal pairs joined, in blocks of
 * RANKED_BLOCK; in front of the blocks an index with what stands before each
 * block, so that the weight below an income is a binary search and one block.
 * All numbers are little-endian, whatever the machine.
 *
 *	offset	bytes
 *	0		1		version, DISTRIBUTION_VERSION
 *	1		1		form: 0 exact, 1 bounded
 *	2		1		level: low bits of the income keys that were dropped; 0 in the exact form
 *	3		1		d, digits of a weight
 *	4		2		lowest digit of weights
 *	6		2		0
 *	8		4		largest number of points; 0 in the exact form
 *	12		4		number of blocks
 *	16		8		number of entries
 *	24		8		number of rows
 *	32		4 d		the weight of all rows
 *	then for each block:
 *			8		key of its first income
 *			8		rows before it
 *			8		offset of the block, counted from the end of the index
 *			4 d		weight before it
 *	then the blocks; then DISTRIBUTION_PADDING zero bytes.
 *
 * A weight here is a whole number of d digits in base 2^32, lowest first, in
 * the unit 2^(32 lowest - 1074).  A key is key_of_double() of an income, in the
 * bounded form shifted right by the level.
 *
 * A block: the width and shift of key differences, of weights, of counts (a
 * byte each); the smallest weight of the block (8 bytes of a double; not in the
 * bounded form); then, as numbers of so many bits, bit after bit, lowest first,
 * and filled up to a byte after each kind: for each entry but the first the
 * difference of its key to the one before; for each entry the bits of its
 * weight minus those of the smallest (in the bounded form the d digits of its
 * weight stand here, as bytes); for each entry its rows minus 1.  Of each kind
 * the common zero bits at the low end are left out (shift), and those at the
 * high end (width): both are the best for the block, so that equal
 * distributions have equal bytes.
 */
#ifndef DISTRIBUTION_CODE_H
#define DISTRIBUTION_CODE_H

#include "ranked.h"

#define DISTRIBUTION_VERSION 1
#define DISTRIBUTION_HEADER 32
#define DISTRIBUTION_PADDING 8

/* The most bytes that a block and the padding behind it take. */
#define DISTRIBUTION_BLOCK_MAX (3 * 2 + 8 + RANKED_BLOCK * 3 * 8 + DISTRIBUTION_PADDING)

/* What the header says. */
typedef struct DistributionHeader
{
	bool is_bounded;
	int level;
	int digits;
	int lowest_digit;
	uint32_t max_points;
	uint32_t blocks;
	uint64_t entries;
	int64_t rows;
	size_t index_size; /* bytes of total weight and index */
} DistributionHeader;

/* What a first pass finds, which the second needs. */
typedef struct DistributionShape
{
	DistributionHeader header;
	ExactTotal weight;
	size_t size; /* of all bytes */
} DistributionShape;

/* Bytes of a stored distribution, or as much of them as was read. */
typedef struct DistributionBytes
{
	const uint8_t *start;
	size_t size;
	DistributionHeader header;
} DistributionBytes;

/* Entries of a stored distribution, in order. */
typedef struct StoredSource
{
	RankedSource source;
	const DistributionBytes *bytes;
	const uint8_t *blocks; /* the blocks' start, or what stands for it when one block was read */
	uint32_t at;           /* the next block */
	RankedEntry block[RANKED_BLOCK];
} StoredSource;

extern int distribution_lowest_digit(double weight);
extern uint8_t *distribution_put_header(uint8_t *to, const DistributionHeader *header);
extern uint8_t *distribution_put_weight(uint8_t *to, const DistributionHeader *header,
										const ExactTotal *weight);
extern DistributionShape distribution_shape(RankedSource *source);
extern void distribution_write(RankedSource *source, const DistributionShape *shape, uint8_t *to);
extern bool distribution_header(const uint8_t *start, size_t size, DistributionHeader *header);
extern bool distribution_open(const uint8_t *start, size_t size, DistributionBytes *bytes);
extern const char *distribution_check(const DistributionBytes *bytes, void (*poll)(void));
extern void distribution_total(const DistributionBytes *bytes, ExactTotal *weight);
extern void stored_source_init(StoredSource *source, const DistributionBytes *bytes);

/* The index, for random access. */
extern uint32_t distribution_block_of(const DistributionBytes *bytes, uint64_t key);
extern uint32_t distribution_block_at(const DistributionBytes *bytes, const ExactTotal *whole,
									  double p);
extern void distribution_before(const DistributionBytes *bytes, uint32_t block, ExactTotal *weight);
extern size_t distribution_read_block(const DistributionBytes *bytes, uint32_t block,
									  const uint8_t *from, RankedEntry *entry);
extern size_t distribution_block_offset(const DistributionBytes *bytes, uint32_t block);
extern size_t distribution_entry_count(const DistributionHeader *header, uint32_t block);

#endif /* DISTRIBUTION_CODE_H */
