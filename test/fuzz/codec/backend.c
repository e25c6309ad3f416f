/* SPDX-License-Identifier: PostgreSQL */
/*
 * backend.c
 *		Test only: memory, errors and messages (backend.h), in the least that does
 *		what the server's do. The checksum is the server's own, from libpgport.
 */
#include "backend.h"

#include <setjmp.h>
#include <stdlib.h>

#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/palloc.h"

/* What bytes are given as, and where they are copied to: void since PostgreSQL 16 and 18. */
#if PG_VERSION_NUM >= 160000
#define BYTES void
#else
#define BYTES char
#endif
#if PG_VERSION_NUM >= 180000
#define TARGET void
#else
#define TARGET char
#endif

volatile sig_atomic_t InterruptPending = false;
MemoryContext CurrentMemoryContext = NULL;

/* Memory: in a list, so that what an error leaves behind is freed too. */

typedef struct Piece
{
	struct Piece *next;
	struct Piece *before;
} Piece;

static Piece pieces = { &pieces, &pieces };

static void *
linked(Piece *piece)
{
	if (piece == NULL)
		abort();
	piece->next = pieces.next;
	piece->before = &pieces;
	piece->next->before = piece->before->next = piece;
	return piece + 1;
}

static Piece *
unlinked(void *pointer)
{
	Piece *piece = (Piece *) pointer - 1;

	piece->next->before = piece->before;
	piece->before->next = piece->next;
	return piece;
}

/* What a server refuses, an input of a few kilobytes must not ask for. */
static Size
allowed(Size size)
{
	if (size > MaxAllocSize)
		elog(ERROR, "invalid memory alloc request size %zu", size);
	return sizeof(Piece) + size;
}

void *
palloc(Size size)
{
	return linked(malloc(allowed(size)));
}

void *
palloc0(Size size)
{
	return linked(calloc(1, allowed(size)));
}

void *
palloc_extended(Size size, int flags)
{
	return flags & MCXT_ALLOC_ZERO ? palloc0(size) : palloc(size);
}

void *
repalloc(void *pointer, Size size)
{
	return linked(realloc(unlinked(pointer), allowed(size)));
}

void
pfree(void *pointer)
{
	free(unlinked(pointer));
}

void *
MemoryContextAllocZero(MemoryContext context, Size size)
{
	return palloc0(size);
}

Size
add_size(Size a, Size b)
{
	Size sum;

	if (__builtin_add_overflow(a, b, &sum))
		elog(ERROR, "requested size overflows size_t");
	return sum;
}

Size
mul_size(Size a, Size b)
{
	Size product;

	if (__builtin_mul_overflow(a, b, &product))
		elog(ERROR, "requested size overflows size_t");
	return product;
}

void
backend_reset(void)
{
	while (pieces.next != &pieces)
		pfree(pieces.next + 1);
}

/* Errors: the jump goes to the call, and only the SQLSTATE is kept. */

static sigjmp_buf failed;
static int last_errcode;

bool
errstart(int elevel, const char *domain)
{
	last_errcode = ERRCODE_INTERNAL_ERROR;
	return elevel >= ERROR;
}

bool
errstart_cold(int elevel, const char *domain)
{
	return errstart(elevel, domain);
}

int
errcode(int sqlerrcode)
{
	last_errcode = sqlerrcode;
	return 0;
}

/* Writes the text, so that what it is made of is read. */
static int
say(const char *format, va_list arguments)
{
	char text[1024];

	vsnprintf(text, sizeof(text), format, arguments);
	return 0;
}

#define DEFINE_MESSAGE(name)          \
	int name(const char *format, ...) \
	{                                 \
		va_list arguments;            \
                                      \
		va_start(arguments, format);  \
		say(format, arguments);       \
		va_end(arguments);            \
		return 0;                     \
	}

DEFINE_MESSAGE(errmsg)
DEFINE_MESSAGE(errmsg_internal)
DEFINE_MESSAGE(errdetail)
DEFINE_MESSAGE(errhint)

void
errfinish(const char *filename, int lineno, const char *funcname)
{
	siglongjmp(failed, 1);
}

bool
backend_call(PGFunction function, Datum argument, Datum *result, int *sqlerrcode)
{
	LOCAL_FCINFO(fcinfo, 1);

	InitFunctionCallInfoData(*fcinfo, NULL, 1, InvalidOid, NULL, NULL);
	fcinfo->args[0].value = argument;
	fcinfo->args[0].isnull = false;
	if (sigsetjmp(failed, 0) != 0)
	{
		*sqlerrcode = last_errcode;
		return false;
	}
	*result = function(fcinfo);
	return true;
}

void
ProcessInterrupts(void)
{
}

char *
float8out_internal(double value)
{
	char *text = palloc(32);

	snprintf(text, 32, "%.17g", value);
	return text;
}

/* Values are never compressed or elsewhere. */

struct varlena *
pg_detoast_datum(struct varlena *datum)
{
	return datum;
}

struct varlena *
pg_detoast_datum_packed(struct varlena *datum)
{
	return datum;
}

/* Messages: their memory is never larger than what was asked for. */

void
initStringInfo(StringInfo buffer)
{
	memset(buffer, 0, sizeof(*buffer));
	buffer->data = palloc0(1);
	buffer->maxlen = 1;
}

void
enlargeStringInfo(StringInfo buffer, int needed)
{
	if (needed < 0 || (Size) needed >= MaxAllocSize - (Size) buffer->len)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("out of memory")));
	if (buffer->maxlen > buffer->len + needed)
		return;
	buffer->maxlen = buffer->len + needed + 1;
	buffer->data = repalloc(buffer->data, (Size) buffer->maxlen);
}

void
appendBinaryStringInfo(StringInfo buffer, const BYTES *bytes, int size)
{
	enlargeStringInfo(buffer, size);
	memcpy(buffer->data + buffer->len, bytes, (Size) size);
	buffer->len += size;
	buffer->data[buffer->len] = '\0';
}

void
pq_begintypsend(StringInfo buffer)
{
	initStringInfo(buffer);
	appendBinaryStringInfo(buffer, "\0\0\0\0", VARHDRSZ);
}

bytea *
pq_endtypsend(StringInfo buffer)
{
	bytea *result = (bytea *) buffer->data;

	SET_VARSIZE(result, buffer->len);
	return result;
}

void
pq_sendbytes(StringInfo buffer, const BYTES *bytes, int size)
{
	appendBinaryStringInfo(buffer, bytes, size);
}

void
pq_sendfloat8(StringInfo buffer, float8 value)
{
	uint64 word;

	memcpy(&word, &value, sizeof(word));
	pq_sendint64(buffer, word);
}

const char *
pq_getmsgbytes(StringInfo message, int size)
{
	const char *bytes = message->data + message->cursor;

	if (size < 0 || size > message->len - message->cursor)
		ereport(ERROR, (errcode(ERRCODE_PROTOCOL_VIOLATION),
						errmsg("insufficient data left in message")));
	message->cursor += size;
	return bytes;
}

void
pq_copymsgbytes(StringInfo message, TARGET *to, int size)
{
	memcpy(to, pq_getmsgbytes(message, size), (Size) size);
}

int64
pq_getmsgint64(StringInfo message)
{
	uint64 word;

	pq_copymsgbytes(message, (char *) &word, sizeof(word));
	return (int64) pg_ntoh64(word);
}

unsigned int
pq_getmsgint(StringInfo message, int size)
{
	const uint8 *bytes = (const uint8 *) pq_getmsgbytes(message, size);
	unsigned int number = 0;

	for (int i = 0; i < size; i++)
		number = number << 8 | bytes[i];
	return number;
}

int
pq_getmsgbyte(StringInfo message)
{
	return (int) pq_getmsgint(message, 1);
}

float8
pq_getmsgfloat8(StringInfo message)
{
	uint64 word = (uint64) pq_getmsgint64(message);
	float8 value;

	memcpy(&value, &word, sizeof(value));
	return value;
}

/* Any hash will do (FNV-1a). */

uint64
hash_bytes_extended(const unsigned char *bytes, int size, uint64 seed)
{
	uint64 hash = UINT64CONST(14695981039346656037) ^ seed;

	for (int i = 0; i < size; i++)
		hash = (hash ^ bytes[i]) * UINT64CONST(1099511628211);
	return hash;
}

uint32
hash_bytes(const unsigned char *bytes, int size)
{
	return (uint32) (hash_bytes_extended(bytes, size, 0) >> 16);
}

/* Hexadecimal digits. */

uint64
hex_encode(const char *bytes, size_t size, char *to)
{
	static const char digit[] = "0123456789abcdef";

	for (size_t i = 0; i < size; i++)
	{
		*to++ = digit[(uint8) bytes[i] >> 4];
		*to++ = digit[(uint8) bytes[i] & 15];
	}
	return 2 * size;
}

static uint8
value_of_digit(char digit)
{
	if (digit >= '0' && digit <= '9')
		return (uint8) (digit - '0');
	digit |= 0x20;
	if (digit < 'a' || digit > 'f')
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("invalid hexadecimal digit")));
	return (uint8) (digit - 'a' + 10);
}

uint64
hex_decode(const char *text, size_t size, char *to)
{
	for (size_t i = 0; i < size; i += 2)
		*to++ = (char) (value_of_digit(text[i]) << 4 | value_of_digit(text[i + 1]));
	return size / 2;
}
