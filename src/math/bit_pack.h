/* SPDX-License-Identifier: PostgreSQL */
/*
 * bit_pack.h
 *		Whole numbers of few bits, bit after bit; little-endian numbers.
 */
#ifndef BIT_PACK_H
#define BIT_PACK_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* How a column of numbers is packed: value >> shift has at most width bits, and no bit is lost. */
typedef struct PackedColumn
{
	uint8_t width;
	uint8_t shift;
} PackedColumn;

static inline uint64_t
get_little(const uint8_t *from, int bytes)
{
	uint64_t value = 0;

	for (int i = bytes - 1; i >= 0; i--)
		value = value << 8 | from[i];
	return value;
}

static inline uint8_t *
put_little(uint8_t *to, uint64_t value, int bytes)
{
	for (int i = 0; i < bytes; i++)
		to[i] = (uint8_t) (value >> (8 * i));
	return to + bytes;
}

/* The best packing of numbers whose bits, or-ed together, are these. */
static inline PackedColumn
packed_column(uint64_t all_bits)
{
	PackedColumn column = { 0, 0 };

	if (all_bits != 0)
	{
		column.shift = (uint8_t) __builtin_ctzll(all_bits);
		column.width = (uint8_t) (64 - __builtin_clzll(all_bits) - column.shift);
	}
	return column;
}

static inline size_t
packed_size(PackedColumn column, size_t n)
{
	return (n * column.width + 7) / 8;
}

/* Numbers being packed. */
typedef struct BitWriter
{
	uint8_t *to;
	PackedColumn column;
	int bits; /* that wait */
	unsigned __int128 waiting;
} BitWriter;

static inline BitWriter
bit_writer(uint8_t *to, PackedColumn column)
{
	BitWriter writer = { to, column, 0, 0 };

	return writer;
}

static inline void
bit_put(BitWriter *writer, uint64_t value)
{
	writer->waiting |= (unsigned __int128) (value >> writer->column.shift) << writer->bits;
	for (writer->bits += writer->column.width; writer->bits >= 8; writer->bits -= 8)
	{
		*writer->to++ = (uint8_t) writer->waiting;
		writer->waiting >>= 8;
	}
}

/* Fills up the last byte, and returns the place behind it. */
static inline uint8_t *
bit_end(BitWriter *writer)
{
	if (writer->bits > 0)
		*writer->to++ = (uint8_t) writer->waiting;
	return writer->to;
}

static inline uint8_t *
pack_column(uint8_t *to, PackedColumn column, const uint64_t *value, size_t n)
{
	BitWriter writer = bit_writer(to, column);

	for (size_t i = 0; i < n; i++)
		bit_put(&writer, value[i]);
	return bit_end(&writer);
}

/* The number that begins at a bit.  Reads up to 8 bytes beyond it. */
static inline uint64_t
unpack_one(const uint8_t *from, PackedColumn column, size_t bit)
{
	uint64_t mask = column.width == 64 ? ~UINT64_C(0) : (UINT64_C(1) << column.width) - 1;
	const uint8_t *at = from + bit / 8;
	unsigned skip = bit % 8;
	uint64_t word;

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	memcpy(&word, at, sizeof(word));
#else
	word = get_little(at, 8);
#endif
	word >>= skip;
	if (column.width + skip > 64)
		word |= (uint64_t) at[8] << (64 - skip);
	return (word & mask) << column.shift;
}

/* Unpacks n numbers, and returns the place behind them. */
static inline const uint8_t *
unpack_column(const uint8_t *from, PackedColumn column, uint64_t *value, size_t n)
{
	for (size_t i = 0; i < n; i++)
		value[i] = unpack_one(from, column, i * column.width);
	return from + packed_size(column, n);
}

#endif /* BIT_PACK_H */
