/* SPDX-License-Identifier: PostgreSQL */
/*
 * poverty_ext.h
 *		What every room's glue shares: the checks of arguments and of results.
 *
 * Each check has a name that says what it demands; each error names the
 * offending value, carries the SQLSTATE that a client expects and hints at
 * what to do.
 */
#ifndef POVERTY_EXT_H
#define POVERTY_EXT_H

#include "postgres.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "utils/float.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

#include <float.h>
#include <math.h>

/* PostgreSQL 18 has this, in the place of pg_attribute_noreturn(). */
#ifndef pg_noreturn
#define pg_noreturn pg_attribute_noreturn()
#endif

/* The order of the labels of enum poverty_status. */
typedef enum PovertyStatus
{
	STATUS_POOR,
	STATUS_NEAR_POOR,
	STATUS_AVERAGE,
	STATUS_BETTER_OFF
} PovertyStatus;

#define POVERTY_STATUS_COUNT 4

/* checks.c: each returns its argument, if it has one, when all is as demanded */
extern double check_finite(double value, const char *what);
extern double check_not_negative(double value, const char *what);
extern double check_positive(double value, const char *what);
extern double check_whole(double value, const char *what);
extern double check_result(double value, const char *what);
extern void check_poor_and_total(double poor, double total);

/* Answers an interrupt now and then, in a loop over many things, of which this is the i-th. */
static inline void
poll_at(uint64 i)
{
	if ((i & 0xFFFFF) == 0)
		CHECK_FOR_INTERRUPTS();
}

/*
 * enums.c: values of our enums by the position of their label.  The cache holds
 * what one call site has met; it starts zeroed, in memory that lives as long as
 * the call site's FmgrInfo.
 */
#define ENUM_CACHE_SIZE 16 /* at least as many as any of our enums has labels */

typedef struct EnumCache
{
	int count;
	Oid value[ENUM_CACHE_SIZE];
	int position[ENUM_CACHE_SIZE];
} EnumCache;

typedef const char *const EnumLabel;

extern int enum_position(EnumCache *cache, Oid value, EnumLabel *labels, int nlabels);
extern Oid enum_value(EnumCache *cache, Oid enumtype, EnumLabel *labels, int position);

extern EnumLabel poverty_status_labels[POVERTY_STATUS_COUNT];

#endif /* POVERTY_EXT_H */
