/* SPDX-License-Identifier: PostgreSQL */
/*
 * checksum.c
 *		The checksum at the end of written forms.
 */
#include "checksum.h"

#include "libpq/pqformat.h"
#include "port/pg_bswap.h"
#include "port/pg_crc32c.h"

static uint32
checksum(const char *bytes, Size length)
{
	pg_crc32c crc;

	INIT_CRC32C(crc);
	COMP_CRC32C(crc, bytes, length);
	FIN_CRC32C(crc);
	return crc;
}

void
checksum_append(StringInfo buffer, int start)
{
	pq_sendint32(buffer, checksum(buffer->data + start, (Size) (buffer->len - start)));
}

bool
checksum_matches(const char *bytes, Size length)
{
	uint32 written;

	if (length < CHECKSUM_SIZE)
		return false;
	memcpy(&written, bytes + length - CHECKSUM_SIZE, sizeof(written));
	return pg_ntoh32(written) == checksum(bytes, length - CHECKSUM_SIZE);
}
