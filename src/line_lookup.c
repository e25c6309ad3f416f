/* SPDX-License-Identifier: PostgreSQL */
/*
 * line_lookup.c
 *		Loads the standards and lines once a call site, and finds them by key.
 *
 * The tables are small and asked for in every row, so the first call reads them
 * whole, in the order of their keys; later calls search in memory.  What was
 * read holds for as long as the snapshot is the same (line_snapshot.c) or sees
 * the same rows (line_version.c), so that a function that adds a line and
 * classifies again sees its own line.
 */
#include "line_lookup.h"

#include "executor/spi.h"
#include "line_errors.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"

static const char *const standards_query =
	"SELECT standard, rule, min_deprivations, deprivation_count, points_per_deprivation,"
	" relative_share::pg_catalog.float8, classifies"
	" FROM ONLY %s.poverty_standard ORDER BY standard, shipped";

enum
{
	STANDARD_NAME = 1,
	STANDARD_RULE,
	STANDARD_MIN_DEPRIVATIONS,
	STANDARD_DEPRIVATION_COUNT,
	STANDARD_POINTS_PER_DEPRIVATION,
	STANDARD_RELATIVE_SHARE,
	STANDARD_CLASSIFIES
};

static const char *const lines_query =
	"SELECT standard, area_type, pg_catalog.lower(valid), pg_catalog.upper(valid),"
	" line::pg_catalog.float8, line_is_poor, near_poor_line::pg_catalog.float8,"
	" average_line::pg_catalog.float8, points_line::pg_catalog.float8, period, currency, shipped"
	" FROM ONLY %s.poverty_line ORDER BY standard, area_type, shipped, pg_catalog.lower(valid) NULLS FIRST";

enum
{
	ROW_STANDARD = 1,
	ROW_AREA_TYPE,
	ROW_BEGIN,
	ROW_END,
	ROW_LINE,
	ROW_LINE_IS_POOR,
	ROW_NEAR_POOR_LINE,
	ROW_AVERAGE_LINE,
	ROW_POINTS_LINE,
	ROW_PERIOD,
	ROW_CURRENCY,
	ROW_SHIPPED
};

/* ---- reading columns of a query's result ---- */

typedef struct LineTuple
{
	HeapTuple tuple;
	TupleDesc columns;
} LineTuple;

static Datum
column(const LineTuple *from, int n, bool *isnull)
{
	return SPI_getbinval(from->tuple, from->columns, n, isnull);
}

/* A column that is never NULL. */
static bool
bool_column(const LineTuple *from, int n)
{
	bool isnull;

	return DatumGetBool(column(from, n, &isnull));
}

static double
float_column(const LineTuple *from, int n)
{
	bool isnull;
	Datum value = column(from, n, &isnull);

	return isnull ? NAN : DatumGetFloat8(value);
}

static double
int_column(const LineTuple *from, int n)
{
	bool isnull;
	Datum value = column(from, n, &isnull);

	return isnull ? NAN : (double) DatumGetInt32(value);
}

static DateADT
date_column(const LineTuple *from, int n, DateADT if_null)
{
	bool isnull;
	Datum value = column(from, n, &isnull);

	return isnull ? if_null : DatumGetDateADT(value);
}

/* A copy of a text column, which is never NULL, in the context. */
static LineKey
text_column(const LineTuple *from, int n, MemoryContext context)
{
	bool isnull;
	text *value = DatumGetTextPP(column(from, n, &isnull));
	LineKey key;

	key.length = VARSIZE_ANY_EXHDR(value);
	key.data = MemoryContextAlloc(context, (Size) key.length + 1);
	memcpy(key.data, VARDATA_ANY(value), key.length);
	key.data[key.length] = '\0';
	return key;
}

/* ---- comparing keys: the order of collation "C" ---- */

static int
compare_bytes(const char *a, int alength, const char *b, int blength)
{
	int order = memcmp(a, b, Min(alength, blength));

	return order != 0 ? order : (alength > blength) - (alength < blength);
}

static int
compare_keys(const LineKey *a, const LineKey *b)
{
	return compare_bytes(a->data, a->length, b->data, b->length);
}

static int
compare_text(const text *a, const LineKey *b)
{
	return compare_bytes(VARDATA_ANY(a), VARSIZE_ANY_EXHDR(a), b->data, b->length);
}

static bool
text_is(const text *a, const LineKey *b)
{
	return (int) VARSIZE_ANY_EXHDR(a) == b->length &&
		memcmp(VARDATA_ANY(a), b->data, b->length) == 0;
}

/* ---- loading ---- */

static LineRule
rule_named(const char *name)
{
	static const char *const names[] = {
		[LINE_RULE_INCOME] = "income",
		[LINE_RULE_INCOME_OR_DEPRIVATIONS] = "income_or_deprivations",
		[LINE_RULE_INCOME_AND_DEPRIVATIONS] = "income_and_deprivations",
		[LINE_RULE_RELATIVE] = "relative",
	};

	for (int rule = 0; rule < (int) lengthof(names); rule++)
		if (strcmp(name, names[rule]) == 0)
			return (LineRule) rule;
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("rule \"%s\" is unknown to this version of poverty_ext", name),
			 errhint("Update the extension's library and its objects together; the rules of this version are income, income_or_deprivations, income_and_deprivations and relative.")));
}

/* An array for as many members as the query has rows, which must fit one allocation. */
static void *
array_for_rows(MemoryContext context, Size member)
{
	if (SPI_processed >= MaxAllocSize / member)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("the tables of poverty lines have too many rows: " UINT64_FORMAT,
						SPI_processed),
				 errhint("Keep lines of standards, area types and times there; a line of each household is an argument of the functions.")));
	return MemoryContextAllocZero(context, ((Size) SPI_processed + 1) * member);
}

static void
run_query(LineLookup *lookup, const char *query)
{
	int result = SPI_execute(psprintf(query, lookup->schema), true, 0);

	if (result != SPI_OK_SELECT)
		elog(ERROR, "reading the poverty lines failed: %s", SPI_result_code_string(result));
}

/* The standards by name; of a user's row and a shipped one of one name, the user's. */
static void
load_standards(LineLookup *lookup)
{
	run_query(lookup, standards_query);
	lookup->standards = array_for_rows(lookup->context, sizeof(LineStandard));
	lookup->nstandards = 0;
	for (uint64 i = 0; i < SPI_processed; i++)
	{
		LineTuple from = { SPI_tuptable->vals[i], SPI_tuptable->tupdesc };
		LineStandard *standard = &lookup->standards[lookup->nstandards];

		CHECK_FOR_INTERRUPTS();
		standard->name = text_column(&from, STANDARD_NAME, lookup->context);
		if (lookup->nstandards > 0 && compare_keys(&standard[-1].name, &standard->name) == 0)
			continue;
		standard->rule = rule_named(text_column(&from, STANDARD_RULE, lookup->context).data);
		standard->min_deprivations = int_column(&from, STANDARD_MIN_DEPRIVATIONS);
		standard->deprivation_count = int_column(&from, STANDARD_DEPRIVATION_COUNT);
		standard->points_per_deprivation = int_column(&from, STANDARD_POINTS_PER_DEPRIVATION);
		standard->relative_share = float_column(&from, STANDARD_RELATIVE_SHARE);
		standard->classifies = bool_column(&from, STANDARD_CLASSIFIES);
		lookup->nstandards++;
	}
}

static void
fill_row(LineRow *row, const LineTuple *from, MemoryContext context)
{
	row->begin = date_column(from, ROW_BEGIN, DATEVAL_NOBEGIN);
	row->end = date_column(from, ROW_END, DATEVAL_NOEND);
	row->bands.line = float_column(from, ROW_LINE);
	row->bands.line_is_poor = bool_column(from, ROW_LINE_IS_POOR);
	row->bands.near_poor_line = float_column(from, ROW_NEAR_POOR_LINE);
	row->bands.average_line = float_column(from, ROW_AVERAGE_LINE);
	row->points_line = float_column(from, ROW_POINTS_LINE);
	row->period = text_column(from, ROW_PERIOD, context).data;
	row->currency = text_column(from, ROW_CURRENCY, context).data;
	row->shipped = bool_column(from, ROW_SHIPPED);
}

/*
 * The group that the row belongs to: the standard's last, or a new one behind
 * it, since rows come in the order of their keys.
 */
static LineGroup *
group_for(LineStandard *standard, LineKey area_type, LineGroup *next_group, LineRow *next_row)
{
	LineGroup *group = next_group;

	if (standard->ngroups > 0)
	{
		group = &standard->groups[standard->ngroups - 1];
		if (compare_keys(&group->area_type, &area_type) == 0)
			return group;
		group++;
	}
	else
		standard->groups = next_group;
	standard->ngroups++;
	group->area_type = area_type;
	group->rows = next_row;
	if (strcmp(area_type.data, "all") == 0)
		standard->all = group;
	return group;
}

/* Of the rows with a points line, the latest counts; a user's row comes before shipped ones. */
static void
note_points(LineGroup *group, const LineRow *row)
{
	if (!isnan(row->points_line) &&
		(group->points == NULL || group->points->shipped == row->shipped))
		group->points = row;
}

/* The lines, each under its standard; lines of no standard are out of reach. */
static void
load_lines(LineLookup *lookup)
{
	LineStandard *standard = lookup->standards;
	LineStandard *beyond = standard + lookup->nstandards;
	LineRow *row;
	LineGroup *next_group;

	run_query(lookup, lines_query);
	row = array_for_rows(lookup->context, sizeof(LineRow));
	next_group = array_for_rows(lookup->context, sizeof(LineGroup));
	for (uint64 i = 0; i < SPI_processed; i++)
	{
		LineTuple from = { SPI_tuptable->vals[i], SPI_tuptable->tupdesc };
		LineKey name = text_column(&from, ROW_STANDARD, lookup->context);
		LineGroup *group;

		CHECK_FOR_INTERRUPTS();
		while (standard < beyond && compare_keys(&standard->name, &name) < 0)
			standard++;
		if (standard == beyond || compare_keys(&standard->name, &name) != 0)
			continue;
		group = group_for(standard, text_column(&from, ROW_AREA_TYPE, lookup->context), next_group,
						  row);
		if (group == next_group)
			next_group++;
		fill_row(row, &from, lookup->context);
		row->area_type = group->area_type.data;
		group->nrows++;
		group->nusers += !row->shipped;
		note_points(group, row);
		row++;
	}
}

static void
keep_snapshot(LineLookup *lookup)
{
	MemoryContextReset(lookup->snapshot_context);
	line_snapshot_keep(&lookup->snapshot, GetActiveSnapshot(), lookup->snapshot_context);
}

static void
load(LineLookup *lookup, FunctionCallInfo fcinfo)
{
	Oid namespace = get_func_namespace(fcinfo->flinfo->fn_oid);
	char *name = get_namespace_name(namespace);

	lookup->loaded = false;
	lookup->last_standard = NULL;
	lookup->last_group = NULL;
	MemoryContextReset(lookup->context);
	if (name == NULL)
		elog(ERROR, "cache lookup failed for schema %u", namespace);
	lookup->schema = MemoryContextStrdup(lookup->context, quote_identifier(name));
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	load_standards(lookup);
	load_lines(lookup);
	if (SPI_finish() != SPI_OK_FINISH)
		elog(ERROR, "SPI_finish failed");
	line_version_keep(&lookup->standards_version, get_relname_relid("poverty_standard", namespace),
					  lookup->context);
	line_version_keep(&lookup->lines_version, get_relname_relid("poverty_line", namespace),
					  lookup->context);
	keep_snapshot(lookup);
	lookup->loaded = true;
}

static LineLookup *
new_lookup(FunctionCallInfo fcinfo)
{
	MemoryContext parent = fcinfo->flinfo->fn_mcxt;
	LineLookup *lookup = MemoryContextAllocZero(parent, sizeof(LineLookup));

	lookup->context = AllocSetContextCreate(parent, "poverty lines", ALLOCSET_SMALL_SIZES);
	lookup->snapshot_context = AllocSetContextCreate(parent, "snapshot of poverty lines",
													 ALLOCSET_SMALL_SIZES);
	lookup->status_type = get_func_rettype(fcinfo->flinfo->fn_oid);
	return lookup;
}

/* What this call site may know now: what it knows already, or loaded anew. */
LineLookup *
line_lookup(FunctionCallInfo fcinfo)
{
	LineLookup *lookup = fcinfo->flinfo->fn_extra;

	if (lookup == NULL)
		lookup = fcinfo->flinfo->fn_extra = new_lookup(fcinfo);
	if (unlikely(!ActiveSnapshotSet()))
		elog(ERROR, "no snapshot is active to read the poverty lines with");
	if (lookup->loaded && line_snapshot_same(&lookup->snapshot, GetActiveSnapshot()))
		return lookup;
	if (lookup->loaded && line_version_same(&lookup->standards_version) &&
		line_version_same(&lookup->lines_version))
		keep_snapshot(lookup);
	else
		load(lookup, fcinfo);
	return lookup;
}

/* ---- finding ---- */

/* The standard of that name; an unknown one is an error. */
const LineStandard *
line_find_standard(LineLookup *lookup, const text *standard)
{
	int low = 0;
	int high = lookup->nstandards;

	if (lookup->last_standard && text_is(standard, &lookup->last_standard->name))
		return lookup->last_standard;
	while (low < high)
	{
		int middle = low + (high - low) / 2;
		int order = compare_text(standard, &lookup->standards[middle].name);

		if (order == 0)
		{
			lookup->last_standard = &lookup->standards[middle];
			lookup->last_group = NULL;
			return lookup->last_standard;
		}
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	line_refuse_standard(lookup, standard);
}

/* The standard's group of that very area type, or NULL. */
static const LineGroup *
find_group(LineLookup *lookup, const LineStandard *standard, const text *area_type)
{
	int low = 0;
	int high = standard->ngroups;

	if (lookup->last_group && text_is(area_type, &lookup->last_group->area_type))
		return lookup->last_group;
	while (low < high)
	{
		int middle = low + (high - low) / 2;
		int order = compare_text(area_type, &standard->groups[middle].area_type);

		if (order == 0)
		{
			lookup->last_group = &standard->groups[middle];
			return lookup->last_group;
		}
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

/* Of rows by time that do not overlap, the one that is valid on the day, or NULL. */
static const LineRow *
find_day(const LineRow *rows, int count, DateADT day)
{
	int low = 0;
	int high = count;

	while (low < high)
	{
		int middle = low + (high - low) / 2;

		if (rows[middle].begin <= day)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 && day < rows[low - 1].end ? &rows[low - 1] : NULL;
}

/* Of the group's rows of users, or of its shipped ones, the row for the day, or NULL. */
static const LineRow *
find_in_group(const LineGroup *group, bool shipped, DateADT day)
{
	if (group == NULL)
		return NULL;
	return shipped ? find_day(group->rows + group->nusers, group->nrows - group->nusers, day) :
					 find_day(group->rows, group->nusers, day);
}

/*
 * The line in force on the day: a user's before shipped ones, and among each the
 * area type's own before that of the area type "all".  None is an error that
 * tells what there is.
 */
const LineRow *
line_find_row(LineLookup *lookup, const LineStandard *standard, const text *area_type,
			  DateADT on_date)
{
	const LineGroup *group = find_group(lookup, standard, area_type);
	const LineRow *row = NULL;

	if (unlikely(DATE_NOT_FINITE(on_date)))
		line_refuse_infinite_date(on_date);
	for (int shipped = 0; shipped <= 1 && row == NULL; shipped++)
	{
		row = find_in_group(group, shipped, on_date);
		if (row == NULL)
			row = find_in_group(standard->all, shipped, on_date);
	}
	if (unlikely(row == NULL))
		line_refuse_lookup(lookup, standard, group, area_type, on_date);
	return row;
}

/* The row whose points line counts, in the same order of precedence; none is an error. */
const LineRow *
line_find_points(LineLookup *lookup, const LineStandard *standard, const text *area_type)
{
	const LineGroup *group = find_group(lookup, standard, area_type);

	if (group == NULL && standard->all == NULL)
		line_refuse_area_type(lookup, standard, area_type);
	if (group && group->points && !group->points->shipped)
		return group->points;
	if (standard->all && standard->all->points && !standard->all->points->shipped)
		return standard->all->points;
	if (group && group->points)
		return group->points;
	if (standard->all && standard->all->points)
		return standard->all->points;
	line_refuse_no_points(lookup, standard, area_type);
}
