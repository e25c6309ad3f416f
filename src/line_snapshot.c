/* SPDX-License-Identifier: PostgreSQL */
/*
 * line_snapshot.c
 *		What a snapshot sees, kept to tell whether a later one sees the same.
 *
 * What was read from a table under one snapshot holds under another exactly
 * when both see the same rows: rows of transactions below xmax that are not
 * listed as in progress, and of our own transaction's commands before curcid.
 * Addresses of snapshots say nothing, for they are used again.
 */
#include "line_snapshot.h"

#include "access/xact.h"

/*
 * Rolling back to a savepoint takes rows away and need not change any field of
 * the snapshot (under REPEATABLE READ it changes none), so the subtransaction
 * is part of what is compared, once there is anything to roll back.
 */
static SubTransactionId
current_subtransaction(void)
{
	if (!TransactionIdIsValid(GetTopTransactionIdIfAny()))
		return InvalidSubTransactionId;
	return GetCurrentSubTransactionId();
}

/* The size of a list of transactions, whose length shared memory bounds. */
static Size
xids_size(uint32 count)
{
	return (Size) count * sizeof(TransactionId);
}

static TransactionId *
copy_xids(MemoryContext context, const TransactionId *xids, uint32 count)
{
	TransactionId *copy;

	if (count == 0)
		return NULL;
	copy = MemoryContextAlloc(context, xids_size(count));
	memcpy(copy, xids, xids_size(count));
	return copy;
}

static bool
same_xids(const TransactionId *a, const TransactionId *b, uint32 count)
{
	return count == 0 || memcmp(a, b, xids_size(count)) == 0;
}

/* Keep what the snapshot sees; the lists go to the context. */
void
line_snapshot_keep(LineSnapshot *kept, Snapshot snapshot, MemoryContext context)
{
	kept->xmin = snapshot->xmin;
	kept->xmax = snapshot->xmax;
	kept->xcnt = snapshot->xcnt;
	kept->xip = copy_xids(context, snapshot->xip, snapshot->xcnt);
	kept->subxcnt = snapshot->subxcnt;
	kept->subxip = copy_xids(context, snapshot->subxip, (uint32) snapshot->subxcnt);
	kept->suboverflowed = snapshot->suboverflowed;
	kept->taken_during_recovery = snapshot->takenDuringRecovery;
	kept->curcid = snapshot->curcid;
	kept->subtransaction = current_subtransaction();
}

/* Whether the snapshot sees what the kept one saw. */
bool
line_snapshot_same(const LineSnapshot *kept, Snapshot snapshot)
{
	return kept->xmin == snapshot->xmin && kept->xmax == snapshot->xmax &&
		kept->curcid == snapshot->curcid && kept->xcnt == snapshot->xcnt &&
		kept->subxcnt == snapshot->subxcnt && kept->suboverflowed == snapshot->suboverflowed &&
		kept->taken_during_recovery == snapshot->takenDuringRecovery &&
		kept->subtransaction == current_subtransaction() &&
		same_xids(kept->xip, snapshot->xip, snapshot->xcnt) &&
		same_xids(kept->subxip, snapshot->subxip, (uint32) snapshot->subxcnt);
}
