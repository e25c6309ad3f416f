/* SPDX-License-Identifier: PostgreSQL */
/*
 * partition.h
 *		What the window functions that read their whole partition share.
 */
#ifndef PARTITION_H
#define PARTITION_H

#include "poverty_ext.h"

#include "miscadmin.h"
#include "windowapi.h"

extern int64 partition_rows(WindowObject window);
extern bool partition_number(WindowObject window, int64 row, int argno, double *value);
extern bool current_number(WindowObject window, int argno, double *value);
extern void *allocate_for_partition(MemoryContext context, int64 rows, Size member,
									const char *whole, const char *members);

#endif /* PARTITION_H */
