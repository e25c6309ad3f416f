/* SPDX-License-Identifier: PostgreSQL */
/*
 * line_errors.c
 *		What the room says when it has no answer, and what to do then.
 *
 * Hints are made to be acted on: they list what there is, and where a row is
 * wanting they are the statement that adds it.
 */
#include "line_errors.h"

#include "common/shortest_dec.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/datetime.h"

/* A hint names at most so many of the things that it lists. */
#define HINT_LIST_LENGTH 40

/* ---- values in words ---- */

/* A date as ISO 8601, whatever DateStyle says. */
static char *
date_words(DateADT date)
{
	char buffer[MAXDATELEN + 1];
	struct pg_tm tm = { 0 };

	j2date(date + POSTGRES_EPOCH_JDATE, &tm.tm_year, &tm.tm_mon, &tm.tm_mday);
	EncodeDateOnly(&tm, USE_ISO_DATES, buffer);
	return pstrdup(buffer);
}

/* The days on which a row is valid, for people: not all days, for then it would have been found. */
static char *
valid_words(const LineRow *row)
{
	if (row->begin == DATEVAL_NOBEGIN)
		return psprintf("to %s", date_words(row->end - 1));
	if (row->end == DATEVAL_NOEND)
		return psprintf("from %s", date_words(row->begin));
	return psprintf("%s to %s", date_words(row->begin), date_words(row->end - 1));
}

/* The same as a literal of daterange. */
static char *
valid_literal(const LineRow *row)
{
	return psprintf("'%s%s,%s)'", row->begin == DATEVAL_NOBEGIN ? "(" : "[",
					row->begin == DATEVAL_NOBEGIN ? "" : date_words(row->begin),
					row->end == DATEVAL_NOEND ? "" : date_words(row->end));
}

/* A number as SQL, all its digits, whatever extra_float_digits says; a missing one as the word. */
static char *
number_literal(double number, const char *if_missing)
{
	if (isnan(number))
		return pstrdup(if_missing);
	return double_to_shortest_decimal(number);
}

/* Adds the i-th of some items to a list. */
static void
list_item(StringInfo list, int i, const char *item)
{
	if (i < HINT_LIST_LENGTH)
		appendStringInfo(list, "%s%s", i > 0 ? ", " : "", item);
	else if (i == HINT_LIST_LENGTH)
		appendStringInfoString(list, ", ...");
}

static void
list_days(StringInfo list, const LineGroup *group, int *listed)
{
	if (group == NULL)
		return;
	for (int i = 0; i < group->nrows; i++)
		list_item(list, (*listed)++, valid_words(&group->rows[i]));
}

/* ---- nothing found ---- */

void
line_refuse_standard(const LineLookup *lookup, const text *name)
{
	StringInfoData known;

	initStringInfo(&known);
	for (int i = 0; i < lookup->nstandards; i++)
		list_item(&known, i, lookup->standards[i].name.data);
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("standard \"%s\" is unknown", text_to_cstring(name)),
			 errhint("Known standards: %s. One of your own needs a row in %s.poverty_standard and its lines in %s.poverty_line.",
					 known.data, lookup->schema, lookup->schema)));
}

void
line_refuse_infinite_date(DateADT on_date)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("on_date must be a day, not %s", DATE_IS_NOBEGIN(on_date) ? "-infinity" : "infinity"),
			 errhint("Give the day of the review, for example the last day of the year.")));
}

/* A standard that has no line at all; a relative one has none by its nature. */
pg_noreturn static void
refuse_no_lines(const LineLookup *lookup, const LineStandard *standard)
{
	if (standard->rule == LINE_RULE_RELATIVE)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("standard \"%s\" is relative and has no fixed line", standard->name.data),
				 errhint("Its line is %g %% of the national weighted median of the same year: compute that from the data and compare incomes with it, or add it as a row of your own to %s.poverty_line.",
						 100.0 * standard->relative_share, lookup->schema)));
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("standard \"%s\" has no line", standard->name.data),
			 errhint("Add its lines to %s.poverty_line.", lookup->schema)));
}

void
line_refuse_area_type(const LineLookup *lookup, const LineStandard *standard, const text *area_type)
{
	StringInfoData known;

	if (standard->ngroups == 0)
		refuse_no_lines(lookup, standard);
	initStringInfo(&known);
	for (int i = 0; i < standard->ngroups; i++)
		list_item(&known, i, standard->groups[i].area_type.data);
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("standard \"%s\" has no line for area type \"%s\"",
					standard->name.data, text_to_cstring(area_type)),
			 errhint("Its area types: %s. Others need rows of your own in %s.poverty_line.",
					 known.data, lookup->schema)));
}

/* No row of the standard for the area type (its group: NULL when there is none) on the day. */
void
line_refuse_lookup(const LineLookup *lookup, const LineStandard *standard, const LineGroup *group,
				   const text *area_type, DateADT on_date)
{
	StringInfoData valid;
	int listed = 0;

	if (group == NULL && standard->all == NULL)
		line_refuse_area_type(lookup, standard, area_type);
	initStringInfo(&valid);
	list_days(&valid, group, &listed);
	if (group != standard->all)
		list_days(&valid, standard->all, &listed);
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("standard \"%s\" has no line for area type \"%s\" on %s",
					standard->name.data, text_to_cstring(area_type), date_words(on_date)),
			 errhint("Its lines are valid %s. To apply it outside its time, give a date within it; a line for other days needs a row of your own in %s.poverty_line.",
					 valid.data, lookup->schema)));
}

/* ---- a number is wanting ---- */

/* The statement that makes a row whole: a user's is updated, a shipped one is overridden. */
static char *
completing_statement(const LineLookup *lookup, const LineStandard *standard, const LineRow *row)
{
	char *near_poor = number_literal(row->bands.near_poor_line, "NEAR_POOR_LINE");
	char *average = number_literal(row->bands.average_line, "AVERAGE_LINE");
	char *key = quote_literal_cstr(standard->name.data);
	char *area_type = quote_literal_cstr(row->area_type);

	if (!row->shipped)
		return psprintf(
			"UPDATE %s.poverty_line SET near_poor_line = %s, average_line = %s, source = SOURCE"
			" WHERE standard = %s AND area_type = %s AND valid = %s AND NOT shipped;",
			lookup->schema, near_poor, average, key, area_type, valid_literal(row));
	return psprintf("INSERT INTO %s.poverty_line (standard, area_type, valid, line, near_poor_line,"
					" average_line, points_line, line_is_poor, period, currency, source)"
					" VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, SOURCE);",
					lookup->schema, key, area_type, valid_literal(row),
					number_literal(row->bands.line, "NULL"), near_poor, average,
					number_literal(row->points_line, "NULL"),
					row->bands.line_is_poor ? "true" : "false", quote_literal_cstr(row->period),
					quote_literal_cstr(row->currency));
}

/*
 * The row lacks a number (which: "near-poor line", "average line") that no one
 * could verify, or that the user left out.  on_date is NULL where none was
 * asked for.
 */
void
line_refuse_unverified(const LineLookup *lookup, const LineStandard *standard, const LineRow *row,
					   const char *which, const text *area_type, const DateADT *on_date)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("standard \"%s\" has no verified %s for area type \"%s\"%s%s",
					standard->name.data, which, text_to_cstring(area_type),
					on_date ? " on " : "", on_date ? date_words(*on_date) : ""),
			 errhint("Replace the words in capitals by the law's figures (for a category that it does not have, by the line below it) and its title, and run: %s",
					 completing_statement(lookup, standard, row))));
}

void
line_refuse_no_points(const LineLookup *lookup, const LineStandard *standard, const text *area_type)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("standard \"%s\" has no scorecard for area type \"%s\"",
					standard->name.data, text_to_cstring(area_type)),
			 errhint("Classify by income, with classify_household(). A scorecard needs points_per_deprivation in a row of your own in %s.poverty_standard and points_line in one in %s.poverty_line.",
					 lookup->schema, lookup->schema)));
}

/* ---- the standard does not say, or the argument cannot be ---- */

void
line_refuse_no_categories(const LineLookup *lookup, const LineStandard *standard,
						  const text *area_type, DateADT on_date)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("standard \"%s\" has no categories above poor", standard->name.data),
			 errhint("Ask only who is poor: income < %s.poverty_threshold(%s, %s, '%s').",
					 lookup->schema, quote_literal_cstr(standard->name.data),
					 quote_literal_cstr(text_to_cstring(area_type)), date_words(on_date))));
}

void
line_refuse_deprivations(const LineLookup *lookup, const LineStandard *standard,
						 double deprivations)
{
	char *range = isnan(standard->deprivation_count) ?
		pstrdup("from 0 up") :
		psprintf("from 0 to %.0f", standard->deprivation_count);

	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("deprivations must be a whole number %s for standard \"%s\", not %s",
					range, standard->name.data, float8out_internal(deprivations)),
			 errhint("Count the indicators of %s.deprivation_indicator that the household lacks.",
					 lookup->schema)));
}

void
line_refuse_deprivation_points(const LineStandard *standard, double points)
{
	double each = standard->points_per_deprivation;
	char *range = isnan(standard->deprivation_count) ?
		pstrdup("from 0 up") :
		psprintf("from 0 to %.0f", each * standard->deprivation_count);

	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("b must be a whole multiple of %.0f %s for standard \"%s\", not %s",
					each, range, standard->name.data, float8out_internal(points)),
			 errhint("b is %.0f points for each indicator that the household lacks.", each)));
}

void
line_refuse_above_points(const LineStandard *standard, const LineRow *row, double points)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("a of %s is above the points line %s of standard \"%s\", and the points of the categories above it are not verified",
					float8out_internal(points), float8out_internal(row->points_line), standard->name.data),
			 errhint("Classify such households by income, with classify_household().")));
}
