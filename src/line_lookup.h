/* SPDX-License-Identifier: PostgreSQL */
/*
 * line_lookup.h
 *		The tables of standards and lines as a statement sees them, in memory.
 */
#ifndef LINE_LOOKUP_H
#define LINE_LOOKUP_H

#include "poverty_ext.h"

#include "line_snapshot.h"
#include "line_version.h"
#include "math/line.h"
#include "utils/date.h"

/* A key: bytes under collation "C", and a NUL behind them. */
typedef struct LineKey
{
	char *data;
	int length;
} LineKey;

/* A row of poverty_line.  Numbers that are NULL there are NaN here. */
typedef struct LineRow
{
	const char *area_type;
	DateADT begin; /* first day, or DATEVAL_NOBEGIN */
	DateADT end;   /* the day after the last, or DATEVAL_NOEND */
	LineBands bands;
	double points_line;
	const char *period;
	const char *currency;
	bool shipped;
} LineRow;

/* The rows of one standard and area type: the users' first, each part by time. */
typedef struct LineGroup
{
	LineKey area_type;
	LineRow *rows;
	int nrows;
	int nusers;            /* how many of them are users' */
	const LineRow *points; /* the row whose points line counts, or NULL */
} LineGroup;

/* A row of poverty_standard (the user's, if there are two), with its lines. */
typedef struct LineStandard
{
	LineKey name;
	LineRule rule;
	double min_deprivations;       /* NaN: the rule asks for none */
	double deprivation_count;      /* NaN: not known */
	double points_per_deprivation; /* NaN: no scorecard */
	double relative_share;         /* NaN: not relative */
	bool classifies;
	LineGroup *groups;
	int ngroups;
	const LineGroup *all; /* the group that answers for any area type, or NULL */
} LineStandard;

/* What one call site knows; lives in its fn_extra. */
typedef struct LineLookup
{
	MemoryContext context; /* holds all that was loaded */
	bool loaded;
	LineVersion standards_version; /* the rows that were loaded */
	LineVersion lines_version;
	MemoryContext snapshot_context; /* holds the lists of the snapshot */
	LineSnapshot snapshot;          /* the last one known to see these rows */
	LineStandard *standards;
	int nstandards;
	const LineStandard *last_standard; /* what the last row asked for */
	const LineGroup *last_group;
	char *schema; /* the extension's, ready for SQL */
	EnumCache statuses;
	Oid status_type;
} LineLookup;

extern LineLookup *line_lookup(FunctionCallInfo fcinfo);
extern const LineStandard *line_find_standard(LineLookup *lookup, const text *standard);
extern const LineRow *line_find_row(LineLookup *lookup, const LineStandard *standard,
									const text *area_type, DateADT on_date);
extern const LineRow *line_find_points(LineLookup *lookup, const LineStandard *standard,
									   const text *area_type);

#endif /* LINE_LOOKUP_H */
