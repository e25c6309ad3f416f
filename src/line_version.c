/* SPDX-License-Identifier: PostgreSQL */
/*
 * line_version.c
 *		Which rows of a table a snapshot sees, kept to tell whether a later one
 *		sees the same.
 *
 * A new snapshot is taken for every statement, also when nothing of the table
 * has changed.  To look at the headers of a few rows takes microseconds where
 * reading them by a query takes a fraction of a millisecond.
 *
 * A version of a row never changes, and its place in a file is used again only
 * when no one can see it any more: by a later transaction, or (after TRUNCATE
 * of a table that is new in its transaction) by a later command of the same
 * one.  So rows at the same places of the same file, inserted by the same
 * transactions and commands, are the same rows.  Nothing is assumed about who
 * changes a table, or whether anybody tells us.
 */
#include "line_version.h"

#include "access/heapam.h"
#include "access/table.h"
#include "access/tableam.h"
#include "catalog/pg_am.h"
#include "miscadmin.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

/* Row-level security shows different rows to different roles, and other storage has headers of its own. */
static bool
can_tell(Relation table)
{
	return table->rd_rel->relam == HEAP_TABLE_AM_OID && !table->rd_rel->relrowsecurity;
}

/* From the first page on, wherever other scans are. */
static TableScanDesc
begin_scan(Relation table)
{
	return table_beginscan_strat(table, GetActiveSnapshot(), 0, NULL, true, false);
}

/* False when the next row cannot be told from others: its command is kept elsewhere. */
static bool
identify(HeapTuple row, LineRowVersion *tuple)
{
	tuple->place = row->t_self;
	tuple->inserted_by = HeapTupleHeaderGetRawXmin(row->t_data);
	tuple->inserted_at = HeapTupleHeaderGetRawCommandId(row->t_data);
	return (row->t_data->t_infomask & HEAP_COMBOCID) == 0;
}

static void
add_tuple(LineVersion *kept, const LineRowVersion *tuple, int64 *room, MemoryContext context)
{
	if (kept->tuple == NULL)
	{
		*room = 64;
		kept->tuple = MemoryContextAlloc(context, (Size) *room * sizeof(LineRowVersion));
	}
	else if (kept->count == *room)
	{
		*room *= 2;
		kept->tuple = repalloc_huge(kept->tuple, (Size) *room * sizeof(LineRowVersion));
	}
	kept->tuple[kept->count++] = *tuple;
}

/* Keep what the active snapshot sees of the table, in the context. */
void
line_version_keep(LineVersion *kept, Oid table, MemoryContext context)
{
	Relation relation = table_open(table, AccessShareLock);
	int64 room = 0;

	kept->table = table;
	kept->file = relation->rd_rel->relfilenode;
	kept->known = can_tell(relation);
	kept->count = 0;
	kept->tuple = NULL;
	if (kept->known)
	{
		TableScanDesc scan = begin_scan(relation);
		LineRowVersion tuple;
		HeapTuple row;

		while (kept->known && (row = heap_getnext(scan, ForwardScanDirection)) != NULL)
		{
			CHECK_FOR_INTERRUPTS();
			kept->known = identify(row, &tuple);
			add_tuple(kept, &tuple, &room, context);
		}
		table_endscan(scan);
	}
	table_close(relation, NoLock);
}

/* Whether the active snapshot sees the rows that were kept, and no others. */
bool
line_version_same(const LineVersion *kept)
{
	Relation relation;
	bool same;

	if (!kept->known)
		return false;
	relation = table_open(kept->table, AccessShareLock);
	same = can_tell(relation) && relation->rd_rel->relfilenode == kept->file;
	if (same)
	{
		TableScanDesc scan = begin_scan(relation);
		int64 seen = 0;
		LineRowVersion tuple;
		HeapTuple row;

		while (same && (row = heap_getnext(scan, ForwardScanDirection)) != NULL)
		{
			CHECK_FOR_INTERRUPTS();
			same = identify(row, &tuple) && seen < kept->count &&
				ItemPointerEquals(&tuple.place, &kept->tuple[seen].place) &&
				tuple.inserted_by == kept->tuple[seen].inserted_by &&
				tuple.inserted_at == kept->tuple[seen].inserted_at;
			seen++;
		}
		same = same && seen == kept->count;
		table_endscan(scan);
	}
	table_close(relation, NoLock);
	return same;
}
