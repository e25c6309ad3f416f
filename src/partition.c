/* SPDX-License-Identifier: PostgreSQL */
/*
 * partition.c
 *		What the window functions that read their whole partition share.
 */
#include "partition.h"

#include "utils/memutils.h"

/* How many rows the partition has, of those that can be reached by number. */
int64
partition_rows(WindowObject window)
{
	int64 rows = WinGetPartitionRowCount(window);

	if (rows > PG_INT32_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a partition of " INT64_FORMAT " rows is too long", rows),
				 errhint("Divide the rows by PARTITION BY, for example by area.")));
	return rows;
}

/* An argument of a row of the partition, counted from 0; false when it is NULL. */
bool
partition_number(WindowObject window, int64 row, int argno, double *value)
{
	bool isnull;
	bool isout;
	Datum datum = WinGetFuncArgInPartition(window, argno, (int) row, WINDOW_SEEK_HEAD, false,
										   &isnull, &isout);

	if (!isnull)
		*value = DatumGetFloat8(datum);
	return !isnull;
}

/* An argument of the current row; false when it is NULL. */
bool
current_number(WindowObject window, int argno, double *value)
{
	bool isnull;
	Datum datum = WinGetFuncArgCurrent(window, argno, &isnull);

	if (!isnull)
		*value = DatumGetFloat8(datum);
	return !isnull;
}

/*
 * The memory for a member of each row of a window partition, if work_mem allows
 * it.  The names of the whole and of its members are for the message.
 */
void *
allocate_for_partition(MemoryContext context, int64 rows, Size member, const char *whole,
					   const char *members)
{
	Size limit = (Size) work_mem * 1024;

	if ((uint64) rows > limit / member)
		ereport(ERROR,
				(errcode(ERRCODE_CONFIGURATION_LIMIT_EXCEEDED),
				 errmsg("%s of " INT64_FORMAT " %s does not fit into work_mem", whole, rows, members),
				 errhint("Divide the rows by PARTITION BY, for example by area, or set work_mem to more than %zu kB.",
						 (Size) rows * member / 1024)));
	return MemoryContextAllocHuge(context, (Size) Max(rows, 1) * member);
}
