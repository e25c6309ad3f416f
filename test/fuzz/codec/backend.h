/* SPDX-License-Identifier: PostgreSQL */
/*
 * backend.h
 *		Test only: as much of a server as reading and writing a value needs.
 *
 * The functions of a type run here without a server, so that libFuzzer tries
 * many more inputs than in one, and so that every piece of memory is malloc()'s
 * and ASan sees its ends. What a type's functions do not use is not here: a
 * call of it would end the program.
 */
#ifndef BACKEND_H
#define BACKEND_H

#include "postgres.h"
#include "fmgr.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

#include "lib/stringinfo.h"

/* Calls a function of one argument; false where it is an error, of this SQLSTATE. */
extern bool backend_call(PGFunction function, Datum argument, Datum *result, int *sqlerrcode);

/* Frees all that was allocated. */
extern void backend_reset(void);

#endif /* BACKEND_H */
