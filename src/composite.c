/* SPDX-License-Identifier: PostgreSQL */
/*
 * composite.c
 *		Results of named composite types.
 */
#include "composite.h"

#include "access/htup_details.h"
#include "funcapi.h"
#include "utils/lsyscache.h"
#include "utils/typcache.h"

/* A copy of the descriptor of the type that the called function returns, for many rows of it. */
TupleDesc
composite_descriptor(FunctionCallInfo fcinfo, int count)
{
	Oid type = get_func_rettype(fcinfo->flinfo->fn_oid);
	TupleDesc descriptor = lookup_rowtype_tupdesc_copy(type, -1);

	if (descriptor->natts != count)
		elog(ERROR, "type %u has %d columns where %d are expected", type, descriptor->natts, count);
	return descriptor;
}

/* A row of the type that the called function returns, which has this many columns. */
Datum
composite_result(FunctionCallInfo fcinfo, Datum *value, bool *isnull, int count)
{
	Oid type = get_func_rettype(fcinfo->flinfo->fn_oid);
	TupleDesc descriptor = lookup_rowtype_tupdesc(type, -1);
	Datum result;

	if (descriptor->natts != count)
		elog(ERROR, "type %u has %d columns where %d are expected", type, descriptor->natts, count);
	result = HeapTupleGetDatum(heap_form_tuple(descriptor, value, isnull));
	ReleaseTupleDesc(descriptor);
	fcinfo->isnull = false;
	return result;
}
