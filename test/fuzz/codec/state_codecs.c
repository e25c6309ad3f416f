/* SPDX-License-Identifier: PostgreSQL */
/*
 * state_codecs.c
 *		The binary and text forms of every type. Bytes are a value, which is
 *		written as it was read, or an error of SQLSTATE 22P03. What is accepted is
 *		refused after any small damage: a bit, a digit, a byte too few or too many.
 *
 * The first byte of an input says the type, and whether the rest is its binary
 * form, to which the mutator gives a checksum that is right, most times, or text.
 */
#include "../math/fuzz.h"

#include "backend.h"

#include "port/pg_bswap.h"
#include "port/pg_crc32c.h"

#define CHECKSUM_SIZE 4

extern size_t LLVMFuzzerMutate(uint8 *data, size_t size, size_t max_size);
extern size_t LLVMFuzzerCustomMutator(uint8 *data, size_t size, size_t max_size, unsigned int seed);

/* Every type of the extension that has functions of its own to be read and written. */
#define ALL_TYPES(X)                            \
	X(exact_sums, exact_sums)                   \
	X(poverty_summary, exact_sums)              \
	X(inequality_summary, exact_sums)           \
	X(transition_matrix, exact_sums)            \
	X(mpi_summary, mpi_summary)                 \
	X(ranked_rows, ranked_rows)                 \
	X(income_distribution, income_distribution) \
	X(survey_state, survey_value)               \
	X(survey_design, survey_value)              \
	X(survey_line, survey_value)                \
	X(survey_totals, survey_value)

#define DECLARE(name, writer)                    \
	extern Datum name##_in(PG_FUNCTION_ARGS);    \
	extern Datum name##_recv(PG_FUNCTION_ARGS);  \
	extern Datum writer##_out(PG_FUNCTION_ARGS); \
	extern Datum writer##_send(PG_FUNCTION_ARGS);

ALL_TYPES(DECLARE)

typedef struct Type
{
	const char *name;
	PGFunction in;
	PGFunction recv;
	PGFunction out;
	PGFunction send;
} Type;

#define DESCRIBE(name, writer) { #name, name##_in, name##_recv, writer##_out, writer##_send },

static const Type type_of[] = { ALL_TYPES(DESCRIBE) };

static uint32
checksum(const uint8 *bytes, size_t size)
{
	pg_crc32c crc;

	INIT_CRC32C(crc);
	COMP_CRC32C(crc, bytes, size);
	FIN_CRC32C(crc);
	return pg_hton32(crc);
}

size_t
LLVMFuzzerCustomMutator(uint8 *data, size_t size, size_t max_size, unsigned int seed)
{
	uint32 sum;

	size = LLVMFuzzerMutate(data, size, max_size);
	if (seed % 8 == 0 || size < 1 + CHECKSUM_SIZE || data[0] & 128)
		return size;
	sum = checksum(data + 1, size - 1 - CHECKSUM_SIZE);
	memcpy(data + size - CHECKSUM_SIZE, &sum, CHECKSUM_SIZE);
	return size;
}

/* Reads bytes; they are a copy with nothing behind it, and so every step beyond their end is seen. */
static bool
receive(const Type *type, const uint8 *bytes, size_t size, Datum *value)
{
	uint8 *copy = fuzz_allocate(size);
	StringInfoData message = { .data = (char *) copy, .len = (int) size, .maxlen = (int) size };
	int sqlerrcode = 0;
	bool accepted;

	memcpy(copy, bytes, size);
	accepted = backend_call(type->recv, PointerGetDatum(&message), value, &sqlerrcode);
	DEMAND(accepted || sqlerrcode == ERRCODE_INVALID_BINARY_REPRESENTATION);
	DEMAND(!accepted || message.cursor == message.len);
	free(copy);
	return accepted;
}

static bool
read_text(const Type *type, const char *text, Datum *value)
{
	int sqlerrcode = 0;
	bool accepted = backend_call(type->in, CStringGetDatum(text), value, &sqlerrcode);

	DEMAND(accepted || sqlerrcode == ERRCODE_INVALID_BINARY_REPRESENTATION);
	return accepted;
}

/* The value has this binary form. */
static void
check_written(const Type *type, Datum value, const uint8 *bytes, size_t size)
{
	int sqlerrcode;
	Datum sent;
	bytea *form;

	DEMAND(backend_call(type->send, value, &sent, &sqlerrcode));
	form = (bytea *) DatumGetPointer(sent);
	DEMAND(VARSIZE(form) == VARHDRSZ + size && memcmp(VARDATA(form), bytes, size) == 0);
}

/* A digit of the text as another one. */
static char
other_digit(char digit, size_t dice)
{
	int was = digit <= '9' ? digit - '0' : digit - 'a' + 10;

	return "0123456789abcdef"[(was + 1 + (int) (dice % 15)) % 16];
}

static void
check_damaged(const Type *type, const uint8 *bytes, size_t size, char *text)
{
	uint8 *damaged = fuzz_allocate(size + 1);
	size_t dice = checksum(bytes, size);
	size_t bit = dice % (8 * size);
	size_t digit = dice / 7 % (2 * size);
	Datum ignored;

	memcpy(damaged, bytes, size);
	damaged[size] = (uint8) (dice >> 8);
	DEMAND(!receive(type, damaged, size + 1, &ignored));
	DEMAND(!receive(type, damaged, size - 1, &ignored));
	DEMAND(!receive(type, damaged, dice % size, &ignored));
	damaged[bit / 8] ^= (uint8) (1 << bit % 8);
	DEMAND(!receive(type, damaged, size, &ignored));
	free(damaged);

	text[digit] = other_digit(text[digit], dice / 11);
	DEMAND(!read_text(type, text, &ignored));
	text[digit] = '\0';
	DEMAND(!read_text(type, text, &ignored));
}

/* Any bytes as text; digits may be capital ones. */
static void
examine_text(const Type *type, const uint8 *bytes, size_t size)
{
	char *text = fuzz_allocate(size + 1);
	int sqlerrcode;
	Datum value;
	Datum written;

	memcpy(text, bytes, size);
	text[size] = '\0';
	if (read_text(type, text, &value))
	{
		DEMAND(backend_call(type->out, value, &written, &sqlerrcode));
		DEMAND(pg_strcasecmp(text, DatumGetCString(written)) == 0);
	}
	free(text);
}

static void
examine_form(const Type *type, const uint8 *bytes, size_t size)
{
	uint32 sum;
	int sqlerrcode;
	Datum value;
	Datum text;

	if (!receive(type, bytes, size, &value))
		return;
	sum = checksum(bytes, size - CHECKSUM_SIZE);
	DEMAND(memcmp(bytes + size - CHECKSUM_SIZE, &sum, CHECKSUM_SIZE) == 0);
	check_written(type, value, bytes, size);
	DEMAND(backend_call(type->out, value, &text, &sqlerrcode));
	DEMAND(strlen(DatumGetCString(text)) == 2 * size);
	DEMAND(read_text(type, DatumGetCString(text), &value));
	check_written(type, value, bytes, size);
	check_damaged(type, bytes, size, DatumGetCString(text));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const Type *type;

	if (size < 1)
		return 0;
	type = &type_of[(data[0] & 127) % lengthof(type_of)];
	if (data[0] & 128)
		examine_text(type, data + 1, size - 1);
	else
		examine_form(type, data + 1, size - 1);
	backend_reset();
	return 0;
}
