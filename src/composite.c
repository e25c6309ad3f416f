/* SPDX-License-Identifier: PostgreSQL */
/*
 * composite.c
 *		Results of named composite types.
 */
#include "composite.h"

#include "access/htup_details.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/typcache.h"

/* A type of the extension must have as many columns as this library writes. */
void
composite_check(TupleDesc descriptor, int count)
{
	if (descriptor->natts != count)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("type %s has %d columns where %d are expected",
						format_type_be(descriptor->tdtypeid), descriptor->natts, count),
				 errhint("Drop the extension and create it again: its type was changed by hand.")));
}

/* A copy of the descriptor of the type that the called function returns, for many rows of it. */
TupleDesc
composite_descriptor(FunctionCallInfo fcinfo, int count)
{
	Oid type = get_func_rettype(fcinfo->flinfo->fn_oid);
	TupleDesc descriptor = lookup_rowtype_tupdesc_copy(type, -1);

	composite_check(descriptor, count);
	return descriptor;
}

/* A row of the type that the called function returns, which has this many columns. */
Datum
composite_result(FunctionCallInfo fcinfo, Datum *value, bool *isnull, int count)
{
	Oid type = get_func_rettype(fcinfo->flinfo->fn_oid);
	TupleDesc descriptor = lookup_rowtype_tupdesc(type, -1);
	Datum result;

	composite_check(descriptor, count);
	result = HeapTupleGetDatum(heap_form_tuple(descriptor, value, isnull));
	ReleaseTupleDesc(descriptor);
	fcinfo->isnull = false;
	return result;
}
