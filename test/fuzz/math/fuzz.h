/* SPDX-License-Identifier: PostgreSQL */
/*
 * fuzz.h
 *		What the targets of libFuzzer share: demands, and numbers taken from the input.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What must hold for every input. */
#define DEMAND(condition)                                                           \
	do                                                                              \
	{                                                                               \
		if (!(condition))                                                           \
		{                                                                           \
			fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
			abort();                                                                \
		}                                                                           \
	} while (0)

extern int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What is left of an input. */
typedef struct Input
{
	const uint8_t *data;
	size_t left;
} Input;

static inline void *
fuzz_allocate(size_t size)
{
	void *memory = malloc(size == 0 ? 1 : size);

	if (memory == NULL)
		abort();
	return memory;
}

/* The next bytes; zeros behind the end. */
static inline void
take(Input *input, void *to, size_t size)
{
	size_t part = size < input->left ? size : input->left;

	memset(to, 0, size);
	memcpy(to, input->data, part);
	input->data += part;
	input->left -= part;
}

static inline uint8_t
take_byte(Input *input)
{
	uint8_t byte;

	take(input, &byte, 1);
	return byte;
}

static inline uint64_t
take_word(Input *input)
{
	uint64_t word;

	take(input, &word, sizeof(word));
	return word;
}

/* A finite double: a small number, or any bits whatever. */
static inline double
take_double(Input *input)
{
	uint8_t kind = take_byte(input);
	uint64_t word;
	double value;

	if (kind < 128)
		return (double) (int8_t) take_byte(input) / (kind % 4 + 1);
	word = take_word(input);
	memcpy(&value, &word, sizeof(value));
	return isfinite(value) ? value + 0.0 : 0.0;
}

/* A finite double above 0. */
static inline double
take_weight(Input *input)
{
	double value = fabs(take_double(input));

	return value > 0.0 ? value : 1.0;
}

static inline bool
same_double(double a, double b)
{
	return memcmp(&a, &b, sizeof(a)) == 0;
}

#endif /* FUZZ_H */
