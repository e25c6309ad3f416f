/* SPDX-License-Identifier: PostgreSQL */
/*
 * line_snapshot.h
 *		What a snapshot sees, kept to tell whether a later one sees the same.
 */
#ifndef LINE_SNAPSHOT_H
#define LINE_SNAPSHOT_H

#include "postgres.h"

#include "utils/snapshot.h"

typedef struct LineSnapshot
{
	TransactionId xmin;
	TransactionId xmax;
	TransactionId *xip; /* transactions in progress */
	uint32 xcnt;
	TransactionId *subxip; /* subtransactions in progress */
	int32 subxcnt;
	bool suboverflowed;
	bool taken_during_recovery;
	CommandId curcid;                /* our own commands before this one are seen */
	SubTransactionId subtransaction; /* see current_subtransaction() */
} LineSnapshot;

extern void line_snapshot_keep(LineSnapshot *kept, Snapshot snapshot, MemoryContext context);
extern bool line_snapshot_same(const LineSnapshot *kept, Snapshot snapshot);

#endif /* LINE_SNAPSHOT_H */
