/* SPDX-License-Identifier: PostgreSQL */
/*
 * line_version.h
 *		Which rows of a table a snapshot sees, kept to tell whether a later one
 *		sees the same.
 */
#ifndef LINE_VERSION_H
#define LINE_VERSION_H

#include "postgres.h"

#include "storage/itemptr.h"

/* What tells one version of a row from every other. */
typedef struct LineRowVersion
{
	ItemPointerData place;
	TransactionId inserted_by;
	CommandId inserted_at; /* the number of the command in its transaction */
} LineRowVersion;

/* The rows that were seen. */
typedef struct LineVersion
{
	Oid table;
	Oid file;   /* the table's storage; a rewritten table gets another */
	bool known; /* false: no later look can tell that they are the same */
	int64 count;
	LineRowVersion *tuple; /* in the order of the scan */
} LineVersion;

extern void line_version_keep(LineVersion *kept, Oid table, MemoryContext context);
extern bool line_version_same(const LineVersion *kept);

#endif /* LINE_VERSION_H */
