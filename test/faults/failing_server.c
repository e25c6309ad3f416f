/* SPDX-License-Identifier: PostgreSQL */
/*
 * failing_server.c
 *		Test only: the functions of the server that the extension calls and that
 *		allocate, each of which can be told to fail as where memory runs out.
 *
 *		fail_from(n bigint) returns void
 *			From the n-th call of any of them on, all fail; n = 0: none does, no
 *			malloc() either.
 *		fail_malloc_at(n bigint) returns void
 *			The n-th malloc() or realloc() of the process fails; only where the
 *			server has preloaded failing_malloc.so.
 *		failed() returns text
 *			What failed since the last call of either with n > 0, or NULL.
 *
 * The linker sends the extension's calls of name() to __wrap_name().
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "fmgr.h"
#include "lib/binaryheap.h"
#include "lib/stringinfo.h"
#include "nodes/execnodes.h"
#include "storage/buffile.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/relcache.h"
#include "windowapi.h"

extern void failing_malloc_at(long n) __attribute__((weak));
extern long failing_malloc_failed(void) __attribute__((weak));

static int64 calls;
static int64 fails_from; /* 0: never */
static const char *failed_last;

static void
may_fail(const char *name)
{
	if (fails_from == 0 || ++calls < fails_from)
		return;
	failed_last = name;
	ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY), errmsg("out of memory"),
					errdetail("Told to fail: call %lld, of %s().", (long long) calls, name)));
}

PG_FUNCTION_INFO_V1(fail_from);
Datum
fail_from(PG_FUNCTION_ARGS)
{
	fails_from = PG_GETARG_INT64(0);
	calls = 0;
	if (fails_from > 0)
		failed_last = NULL;
	else if (failing_malloc_at != NULL)
	{
		if (failing_malloc_failed())
			failed_last = "malloc";
		failing_malloc_at(0);
	}
	PG_RETURN_VOID();
}

PG_FUNCTION_INFO_V1(fail_malloc_at);
Datum
fail_malloc_at(PG_FUNCTION_ARGS)
{
	if (failing_malloc_at == NULL)
		elog(ERROR, "failing_malloc.so is not preloaded");
	failed_last = NULL;
	failing_malloc_at((long) PG_GETARG_INT64(0));
	PG_RETURN_VOID();
}

PG_FUNCTION_INFO_V1(failed);
Datum
failed(PG_FUNCTION_ARGS)
{
	if (failed_last == NULL)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(failed_last));
}

/* weak: not every version of the server has them all */
/* clang-format off */
#define WRAP(result, name, parameters, arguments) \
	extern result __real_##name parameters __attribute__((weak)); \
	extern result __wrap_##name parameters; \
	result __wrap_##name parameters { may_fail(#name); return __real_##name arguments; }
#define WRAP0(result, name) WRAP(result, name, (void), ())
#define WRAP1(result, name, A) WRAP(result, name, (A a), (a))
#define WRAP2(result, name, A, B) WRAP(result, name, (A a, B b), (a, b))
#define WRAP3(result, name, A, B, C) WRAP(result, name, (A a, B b, C c), (a, b, c))
#define WRAP4(result, name, A, B, C, D) WRAP(result, name, (A a, B b, C c, D d), (a, b, c, d))
#define WRAP5(result, name, A, B, C, D, E) WRAP(result, name, (A a, B b, C c, D d, E e), (a, b, c, d, e))
#define WRAP6(result, name, A, B, C, D, E, F) WRAP(result, name, (A a, B b, C c, D d, E e, F f), (a, b, c, d, e, f))
#define WRAP7(result, name, A, B, C, D, E, F, G) WRAP(result, name, (A a, B b, C c, D d, E e, F f, G g), (a, b, c, d, e, f, g))
#define WRAP9(result, name, A, B, C, D, E, F, G, H, I) WRAP(result, name, (A a, B b, C c, D d, E e, F f, G g, H h, I i), (a, b, c, d, e, f, g, h, i))

/* memory */
WRAP1(void *, palloc, Size)
WRAP1(void *, palloc0, Size)
WRAP2(void *, palloc_extended, Size, int)
WRAP2(void *, repalloc, void *, Size)
WRAP2(void *, repalloc_huge, void *, Size)
WRAP2(void *, MemoryContextAlloc, MemoryContext, Size)
WRAP2(void *, MemoryContextAllocZero, MemoryContext, Size)
WRAP2(void *, MemoryContextAllocHuge, MemoryContext, Size)
WRAP2(char *, MemoryContextStrdup, MemoryContext, const char *)
WRAP1(char *, pstrdup, const char *)
WRAP2(char *, pnstrdup, const char *, Size)
WRAP5(MemoryContext, AllocSetContextCreateInternal, MemoryContext, const char *, Size, Size, Size)

/* values */
WRAP1(struct varlena *, pg_detoast_datum, struct varlena *)
WRAP1(struct varlena *, pg_detoast_datum_copy, struct varlena *)
WRAP1(struct varlena *, pg_detoast_datum_packed, struct varlena *)
WRAP3(struct varlena *, pg_detoast_datum_slice, struct varlena *, int32, int32)
WRAP3(struct varlena *, detoast_attr_slice, struct varlena *, int32, int32)
WRAP1(HeapTupleHeader, DatumGetHeapTupleHeader, Datum)
WRAP1(Datum, HeapTupleHeaderGetDatum, HeapTupleHeader)
WRAP3(HeapTuple, heap_form_tuple, TupleDesc, const Datum *, const bool *)
WRAP3(Datum, GetAttributeByNum, HeapTupleHeader, AttrNumber, bool *)
WRAP5(ArrayType *, construct_array, Datum *, int, Oid, int, char)
WRAP9(ArrayType *, construct_md_array, Datum *, bool *, int, int *, int *, Oid, int, bool, char)
WRAP(void, deconstruct_array, (ArrayType *a, Oid b, int c, bool d, char e, Datum **f, bool **g, int *h), (a, b, c, d, e, f, g, h))
WRAP3(ArrayType *, construct_array_builtin, Datum *, int, Oid)
WRAP5(void, deconstruct_array_builtin, ArrayType *, Oid, Datum **, bool **, int *)
WRAP1(text *, cstring_to_text, const char *)
WRAP2(text *, cstring_to_text_with_len, const char *, int)
WRAP1(char *, text_to_cstring, const text *)
WRAP1(char *, double_to_shortest_decimal, double)
WRAP1(char *, float8out_internal, double)
WRAP1(struct NumericData *, int64_to_numeric, int64)
WRAP1(char *, numeric_normalize, struct NumericData *)
WRAP1(Datum, float8_numeric, FunctionCallInfo)
WRAP1(Datum, jsonb_in, FunctionCallInfo)
WRAP3(Datum, DirectFunctionCall1Coll, PGFunction, Oid, Datum)
WRAP4(Datum, DirectFunctionCall2Coll, PGFunction, Oid, Datum, Datum)
WRAP5(Datum, DirectFunctionCall3Coll, PGFunction, Oid, Datum, Datum, Datum)
WRAP2(bytea *, SendFunctionCall, FmgrInfo *, Datum)

/* buffers */
WRAP1(void, initStringInfo, StringInfo)
WRAP2(void, enlargeStringInfo, StringInfo, int)
WRAP2(void, appendStringInfoChar, StringInfo, char)
WRAP2(void, appendStringInfoString, StringInfo, const char *)
WRAP3(void, appendBinaryStringInfo, StringInfo, const void *, int)
WRAP1(void, pq_begintypsend, StringInfo)
WRAP1(bytea *, pq_endtypsend, StringInfo)
WRAP3(void, pq_sendbytes, StringInfo, const void *, int)
WRAP2(void, pq_sendfloat8, StringInfo, double)
WRAP3(void, pq_sendtext, StringInfo, const char *, int)
WRAP3(char *, pq_getmsgtext, StringInfo, int, int *)
WRAP1(const char *, quote_identifier, const char *)
WRAP1(char *, quote_literal_cstr, const char *)
WRAP2(char *, quote_qualified_identifier, const char *, const char *)

/* files, rows and heaps */
WRAP1(BufFile *, BufFileCreateTemp, bool)
WRAP3(void, BufFileWrite, BufFile *, const void *, size_t)
WRAP4(void, tuplestore_putvalues, struct Tuplestorestate *, TupleDesc, const Datum *, const bool *)
WRAP2(void, InitMaterializedSRF, FunctionCallInfo, uint32)
WRAP3(binaryheap *, binaryheap_allocate, int, binaryheap_comparator, void *)

/* the aggregate and the window around a call */
WRAP3(void, AggRegisterCallback, FunctionCallInfo, ExprContextCallbackFunction, Datum)
WRAP2(void *, WinGetPartitionLocalMemory, WindowObject, Size)
WRAP1(int64, WinGetPartitionRowCount, WindowObject)
WRAP3(Datum, WinGetFuncArgCurrent, WindowObject, int, bool *)
WRAP7(Datum, WinGetFuncArgInPartition, WindowObject, int, int, int, bool, bool *, bool *)

/* the catalog, and queries */
WRAP2(HeapTuple, SearchSysCache1, int, Datum)
WRAP6(Oid, GetSysCacheOid, int, int, Datum, Datum, Datum, Datum)
WRAP2(Relation, table_open, Oid, int)
WRAP1(TupleDesc, BlessTupleDesc, TupleDesc)
WRAP2(TupleDesc, lookup_rowtype_tupdesc, Oid, int32)
WRAP2(TupleDesc, lookup_rowtype_tupdesc_copy, Oid, int32)
WRAP3(int, get_call_result_type, FunctionCallInfo, Oid *, TupleDesc *)
WRAP2(Oid, get_fn_expr_argtype, FmgrInfo *, int)
WRAP1(char *, format_type_be, Oid)
WRAP1(char *, format_type_be_qualified, Oid)
WRAP3(void, fmgr_info_cxt, Oid, FmgrInfo *, MemoryContext)
WRAP1(Oid, getBaseType, Oid)
WRAP1(Oid, get_element_type, Oid)
WRAP3(void, getTypeBinaryOutputInfo, Oid, Oid *, bool *)
WRAP4(void, get_typlenbyvalalign, Oid, int16 *, bool *, char *)
WRAP2(AttrNumber, get_attnum, Oid, const char *)
WRAP1(Oid, get_func_namespace, Oid)
WRAP1(Oid, get_func_rettype, Oid)
WRAP1(char *, get_namespace_name, Oid)
WRAP1(char *, get_rel_name, Oid)
WRAP1(Oid, get_rel_namespace, Oid)
WRAP2(Oid, get_relname_relid, const char *, Oid)
WRAP0(int, SPI_connect)
WRAP3(int, SPI_execute, const char *, bool, long)
WRAP3(Datum, SPI_datumTransfer, Datum, bool, int)
/* clang-format on */

/* What takes any number of arguments cannot hand them on. */
extern char *__wrap_psprintf(const char *format, ...) pg_attribute_printf(1, 2);
extern void __wrap_appendStringInfo(StringInfo to, const char *format, ...)
	pg_attribute_printf(2, 3);

char *
__wrap_psprintf(const char *format, ...)
{
	Size room = 128;

	may_fail("psprintf");
	for (;;)
	{
		char *text = palloc(room);
		va_list arguments;
		Size needed;

		va_start(arguments, format);
		needed = pvsnprintf(text, room, format, arguments);
		va_end(arguments);
		if (needed < room)
			return text;
		pfree(text);
		room = needed;
	}
}

void
__wrap_appendStringInfo(StringInfo to, const char *format, ...)
{
	may_fail("appendStringInfo");
	for (;;)
	{
		int more;
		va_list arguments;

		va_start(arguments, format);
		more = appendStringInfoVA(to, format, arguments);
		va_end(arguments);
		if (more == 0)
			return;
		enlargeStringInfo(to, more);
	}
}
