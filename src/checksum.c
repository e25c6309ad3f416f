/* SPDX-License-Identifier: PostgreSQL */
/*
 * checksum.c
 *		The checksum at the end of written forms; long forms as hexadecimal text.
 */
#include "checksum.h"

#include <ctype.h>

#include "libpq/pqformat.h"
#include "miscadmin.h"
#include "port/pg_bswap.h"
#include "port/pg_crc32c.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

/* Bytes that are written or read between two looks at interrupts. */
#define HEX_STEP (1024 * 1024)

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

char *
hex_written(StringInfo buffer)
{
	Size size = (Size) buffer->len;
	char *text;

	if (size > MaxAllocSize / 2 - 1)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a value of %zu MB is too large to be written as text",
						size / (1024 * 1024)),
				 errhint("Copy it in binary form: COPY … WITH (FORMAT binary).")));
	text = palloc(2 * size + 1);
	for (Size at = 0; at < size; at += HEX_STEP)
	{
		CHECK_FOR_INTERRUPTS();
		(void) hex_encode(buffer->data + at, Min(size - at, HEX_STEP), text + 2 * at);
	}
	text[2 * size] = '\0';
	pfree(buffer->data);
	return text;
}

bool
hex_read(const char *text, Size length, char *bytes)
{
	if (length % 2 != 0)
		return false;
	for (Size at = 0; at < length; at += 2 * HEX_STEP)
	{
		Size part = Min(length - at, 2 * HEX_STEP);

		CHECK_FOR_INTERRUPTS();
		for (Size i = at; i < at + part; i++)
			if (!isxdigit((unsigned char) text[i]))
				return false;
		(void) hex_decode(text + at, part, bytes + at / 2);
	}
	return true;
}
