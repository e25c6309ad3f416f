/* SPDX-License-Identifier: PostgreSQL */
/*
 * poverty_fuzz.h
 *		Test only: what the parts of the fuzzing module share.
 *
 * Bytes are made from seeds (fuzz_bytes.c), read as values of a type and given
 * to functions (fuzz_examine.c); the SQL functions of the module and the driver
 * of libFuzzer stand in poverty_fuzz.c.  Which types, seeds, values and
 * functions there are, the module reads from the tables that sql_fuzz.py fills
 * from the catalog.
 */
#ifndef POVERTY_FUZZ_H
#define POVERTY_FUZZ_H

#include "postgres.h"
#include "fmgr.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

#include "lib/stringinfo.h"

#define CHECKSUM_SIZE 4

/* Findings that one call reports; after so many it ends. */
#define FINDINGS_MAX 20

/* Numbers that depend on nothing but where they begin. */
typedef struct Dice
{
	uint64 state;
} Dice;

/* A type, its input and output functions, and what values of it are made from. */
typedef struct FuzzType
{
	Oid type;
	Oid in;
	Oid ioparam;
	Oid recv; /* InvalidOid where it is not called */
	Oid send;
	Oid out;
	bool is_composite;
	int nseeds; /* valid binary forms */
	bytea **seed;
	bool has_checksum; /* all of them end in a checksum */
	int ntexts;        /* values as text */
	char **text;
} FuzzType;

/* A function that is called with values of its arguments' types. */
typedef struct FuzzTarget
{
	Oid function;
	char *name;
	bool is_strict;
	Oid result;
	int nargs;
	Oid *argument;
} FuzzTarget;

/* One call of the module. */
typedef struct Fuzz
{
	MemoryContext whole; /* lives as long as the call */
	MemoryContext input; /* lives as long as one input */
	int ntypes;
	FuzzType *type;
	int ntargets;
	FuzzTarget *target;
	FuzzType *of; /* whose bytes are read, or NULL where functions are called */
	int nown;     /* functions that take a value of it */
	FuzzTarget **own;
	Dice dice;
	int64 inputs;
	int64 accepted;
	int64 calls;
	int nfindings;
	char *finding[FINDINGS_MAX];
	int sqlerrcode; /* of the last attempt that failed */
	char *doing;    /* what the present call is, to be told with a finding */
	bool tells;     /* each call, before it is made */
} Fuzz;

/* fuzz_bytes.c */
extern Dice dice_at(uint64 seed, uint64 round);
extern uint64 dice_below(Dice *dice, uint64 n);
extern bool checksum_is_right(const char *bytes, Size size);
extern void checksum_repair(char *bytes, Size size);
extern bytea *mutated_form(const FuzzType *type, Dice *dice);
extern void mutate_text(char *text, Dice *dice);

/* fuzz_examine.c */
extern FuzzType *find_type(Fuzz *fuzz, Oid type);
extern void examine_form(Fuzz *fuzz, const bytea *form);
extern void examine_text(Fuzz *fuzz, const bytea *form);
extern void examine_damaged(Fuzz *fuzz, const bytea *form);
extern void examine_call(Fuzz *fuzz);

#endif /* POVERTY_FUZZ_H */
