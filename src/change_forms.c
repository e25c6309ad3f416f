/* SPDX-License-Identifier: PostgreSQL */
/*
 * change_forms.c
 *		Room change: the rows of a table of published forms.
 */
#include "poverty_ext.h"

#include "executor/spi.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/typcache.h"

/* The one column that a table of forms may leave out. */
#define OPTIONAL_COLUMN "parent"

/* The columns that a table of forms has, for a hint. */
static char *
column_names(TupleDesc row)
{
	StringInfoData names;

	initStringInfo(&names);
	for (int i = 0; i < row->natts; i++)
		appendStringInfo(&names, "%s%s", i > 0 ? ", " : "",
						 NameStr(TupleDescAttr(row, i)->attname));
	return names.data;
}

/* Adds a column of the table, cast to the type that it has in the row. */
static void
append_column(StringInfo query, Oid table, TupleDesc row, int i)
{
	Form_pg_attribute column = TupleDescAttr(row, i);
	const char *name = NameStr(column->attname);

	if (i > 0)
		appendStringInfoString(query, ", ");
	if (get_attnum(table, name) > 0)
		appendStringInfo(query, "t.%s::%s", quote_identifier(name),
						 format_type_be_qualified(column->atttypid));
	else if (strcmp(name, OPTIONAL_COLUMN) == 0)
		appendStringInfoString(query, "NULL");
	else
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN),
				 errmsg("\"%s\" has no column \"%s\"", get_rel_name(table), name),
				 errhint("The columns are %s; a view gives them these names, and NULL for one that was not published. Only \"%s\" may be missing.",
						 column_names(row), OPTIONAL_COLUMN)));
}

/* The query for the table's rows as an array of the row type. */
static char *
query_of_rows(Oid table, Oid row_type)
{
	TupleDesc row = lookup_rowtype_tupdesc_copy(row_type, -1);
	const char *name = get_rel_name(table);
	StringInfoData query;

	if (name == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE), errmsg("there is no table with OID %u", table),
				 errhint("Give the name of a table or view.")));
	initStringInfo(&query);
	appendStringInfoString(&query, "SELECT pg_catalog.array_agg(ROW(");
	for (int i = 0; i < row->natts; i++)
		append_column(&query, table, row, i);
	appendStringInfo(&query, ")::%s) FROM %s AS t", format_type_be_qualified(row_type),
					 quote_qualified_identifier(get_namespace_name(get_rel_namespace(table)),
												name));
	return query.data;
}

PG_FUNCTION_INFO_V1(published_rows);
Datum
published_rows(PG_FUNCTION_ARGS)
{
	Oid row_type = get_element_type(get_func_rettype(fcinfo->flinfo->fn_oid));
	char *query = query_of_rows(PG_GETARG_OID(0), row_type);
	Datum rows;
	bool isnull;
	int result;

	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	result = SPI_execute(query, true, 0);
	if (result != SPI_OK_SELECT || SPI_processed != 1)
		elog(ERROR, "reading the forms failed: %s", SPI_result_code_string(result));
	rows = SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &isnull);
	if (!isnull)
		rows = SPI_datumTransfer(rows, false, -1);
	if (SPI_finish() != SPI_OK_FINISH)
		elog(ERROR, "SPI_finish failed");
	if (isnull)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(rows);
}
