/* SPDX-License-Identifier: PostgreSQL */
/*
 * checksum.h
 *		The checksum at the end of written forms: CRC-32C, 4 bytes in network order;
 *		and long forms as hexadecimal text.
 *
 * A digit mistyped or a bit lost would often still be a possible value, and a
 * wrong one.  The checksum finds every such error within 32 bits, and others but
 * for one in 2^32.  What a table holds has none; PostgreSQL has its own for pages.
 */
#ifndef CHECKSUM_H
#define CHECKSUM_H

#include "postgres.h"

#include "lib/stringinfo.h"

#define CHECKSUM_SIZE 4

/* Appends the checksum of what stands in the buffer from `start` on. */
extern void checksum_append(StringInfo buffer, int start);

/* Whether the last CHECKSUM_SIZE of the bytes are the checksum of those before. */
extern bool checksum_matches(const char *bytes, Size length);

/* The bytes of a buffer, which is freed, as hexadecimal digits. */
extern char *hex_written(StringInfo buffer);

/* Reads hexadecimal digits; false where there are others, or an odd number. */
extern bool hex_read(const char *text, Size length, char *bytes);

#endif /* CHECKSUM_H */
