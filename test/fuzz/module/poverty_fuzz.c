/* SPDX-License-Identifier: PostgreSQL */
/*
 * poverty_fuzz.c
 *		Test only: the SQL functions of the fuzzing module.
 *
 *		fuzz_rounds(type, seed, from, to) returns text[]
 *			Rounds [from, to) of bytes for a type, or of calls of any function
 *			where the type is NULL: inputs, accepted, calls, then the findings.
 *			Every round depends on its seed and number alone; where it is only one,
 *			notices say what it does.
 *		fuzz_damage(type, number) returns text[]
 *			The same of every small damage to the valid form of this number;
 *			NULL where there is none.
 *		fuzz_form(type, seed, round) returns bytea
 *			The bytes of a round.
 *		fuzz_coverage(type, seed, seconds) returns text[]
 *			The same result as fuzz_rounds(), with bytes that libFuzzer makes;
 *			once a session.  Only where the module was built with it.
 *
 * Tables of schema fuzz say what there is: value (type, form, text), target
 * (function, name).
 */
#include "poverty_fuzz.h"

#include <unistd.h>

#include "access/htup_details.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "storage/ipc.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/syscache.h"
#include "utils/timestamp.h"

PG_MODULE_MAGIC;

static Datum
spi_value(uint64 row, int column, bool *isnull)
{
	return SPI_getbinval(SPI_tuptable->vals[row], SPI_tuptable->tupdesc, column, isnull);
}

/* The forms and texts of a type. */
static void
load_values(Fuzz *fuzz, FuzzType *type)
{
	MemoryContext old;
	bool isnull;

	if (SPI_execute(
			psprintf("SELECT form, text FROM fuzz.value WHERE type = %u ORDER BY form, text",
					 type->type),
			true, 0) != SPI_OK_SELECT)
		elog(ERROR, "no table fuzz.value");
	old = MemoryContextSwitchTo(fuzz->whole);
	type->seed = palloc0((SPI_processed + 1) * sizeof(bytea *));
	type->text = palloc0((SPI_processed + 1) * sizeof(char *));
	type->has_checksum = true;
	for (uint64 i = 0; i < SPI_processed; i++)
	{
		Datum value = spi_value(i, 1, &isnull);

		if (!isnull)
		{
			bytea *form = DatumGetByteaPCopy(value);

			type->seed[type->nseeds++] = form;
			type->has_checksum &= checksum_is_right(VARDATA_ANY(form), VARSIZE_ANY_EXHDR(form));
			continue;
		}
		value = spi_value(i, 2, &isnull);
		if (!isnull)
			type->text[type->ntexts++] = TextDatumGetCString(value);
	}
	MemoryContextSwitchTo(old);
}

static void
load_types(Fuzz *fuzz)
{
	uint64 n;

	if (SPI_execute("SELECT DISTINCT type FROM fuzz.value ORDER BY 1", true, 0) != SPI_OK_SELECT)
		elog(ERROR, "no table fuzz.value");
	n = SPI_processed;
	fuzz->type = MemoryContextAllocZero(fuzz->whole, (n + 1) * sizeof(FuzzType));
	for (uint64 i = 0; i < n; i++)
	{
		bool isnull;

		fuzz->type[fuzz->ntypes++].type = DatumGetObjectId(spi_value(i, 1, &isnull));
	}
	for (int i = 0; i < fuzz->ntypes; i++)
	{
		FuzzType *type = &fuzz->type[i];
		bool is_varlena;
		Oid ioparam;

		type->is_composite = get_typtype(type->type) == TYPTYPE_COMPOSITE;
		getTypeInputInfo(type->type, &type->in, &type->ioparam);
		getTypeOutputInfo(type->type, &type->out, &is_varlena);
		load_values(fuzz, type);
		if (type->nseeds > 0)
		{
			getTypeBinaryInputInfo(type->type, &type->recv, &ioparam);
			getTypeBinaryOutputInfo(type->type, &type->send, &is_varlena);
		}
	}
}

static void
load_target(FuzzTarget *target, Oid function)
{
	HeapTuple tuple = SearchSysCache1(PROCOID, ObjectIdGetDatum(function));
	Form_pg_proc row;

	if (!HeapTupleIsValid(tuple))
		elog(ERROR, "no function %u", function);
	row = (Form_pg_proc) GETSTRUCT(tuple);
	target->function = function;
	target->is_strict = row->proisstrict;
	target->result = row->prorettype;
	target->nargs = row->pronargs;
	target->argument = palloc((Size) (row->pronargs + 1) * sizeof(Oid));
	memcpy(target->argument, row->proargtypes.values, (Size) row->pronargs * sizeof(Oid));
	target->name = pstrdup(NameStr(row->proname));
	ReleaseSysCache(tuple);
}

static void
load_targets(Fuzz *fuzz)
{
	MemoryContext old;

	if (SPI_execute("SELECT function FROM fuzz.target ORDER BY name", true, 0) != SPI_OK_SELECT)
		elog(ERROR, "no table fuzz.target");
	old = MemoryContextSwitchTo(fuzz->whole);
	fuzz->target = palloc0((SPI_processed + 1) * sizeof(FuzzTarget));
	fuzz->own = palloc0((SPI_processed + 1) * sizeof(FuzzTarget *));
	for (uint64 i = 0; i < SPI_processed; i++)
	{
		FuzzTarget *target = &fuzz->target[fuzz->ntargets++];
		bool takes_it = false;
		bool isnull;

		load_target(target, DatumGetObjectId(spi_value(i, 1, &isnull)));
		for (int k = 0; k < target->nargs; k++)
			takes_it |= fuzz->of != NULL && target->argument[k] == fuzz->of->type;
		if (takes_it)
			fuzz->own[fuzz->nown++] = target;
	}
	MemoryContextSwitchTo(old);
}

/* Everything that a call needs, of the type in the first argument. */
static Fuzz *
fuzz_begin(FunctionCallInfo fcinfo)
{
	Fuzz *fuzz = palloc0(sizeof(Fuzz));

	fuzz->whole = CurrentMemoryContext;
	fuzz->input = AllocSetContextCreate(fuzz->whole, "one input", ALLOCSET_DEFAULT_SIZES);
	fuzz->doing = "";
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "no SPI");
	load_types(fuzz);
	if (!PG_ARGISNULL(0))
	{
		fuzz->of = find_type(fuzz, PG_GETARG_OID(0));
		if (fuzz->of == NULL || fuzz->of->nseeds == 0)
			elog(ERROR, "there are no seeds of type %s", format_type_be(PG_GETARG_OID(0)));
	}
	load_targets(fuzz);
	SPI_finish();
	return fuzz;
}

static Datum
fuzz_result(const Fuzz *fuzz)
{
	Datum part[3 + FINDINGS_MAX];
	int n = 0;

	part[n++] = CStringGetTextDatum(psprintf(INT64_FORMAT, fuzz->inputs));
	part[n++] = CStringGetTextDatum(psprintf(INT64_FORMAT, fuzz->accepted));
	part[n++] = CStringGetTextDatum(psprintf(INT64_FORMAT, fuzz->calls));
	for (int i = 0; i < fuzz->nfindings; i++)
		part[n++] = CStringGetTextDatum(fuzz->finding[i]);
	return PointerGetDatum(construct_array(part, n, TEXTOID, -1, false, TYPALIGN_INT));
}

static char *
form_as_text(const bytea *form)
{
	Size size = VARSIZE_ANY_EXHDR(form);
	char *text = palloc(2 * size + 1);

	text[hex_encode(VARDATA_ANY(form), size, text)] = '\0';
	return text;
}

/* One input, of bytes that are there or that the round makes. */
static void
one_input(Fuzz *fuzz, const bytea *form, bool as_text)
{
	if (as_text)
		examine_text(fuzz, form);
	else
	{
		fuzz->doing = psprintf("%s_recv('\\x%s')", format_type_be(fuzz->of->type),
							   form_as_text(form));
		examine_form(fuzz, form);
	}
}

PG_FUNCTION_INFO_V1(fuzz_rounds);
Datum
fuzz_rounds(PG_FUNCTION_ARGS)
{
	Fuzz *fuzz = fuzz_begin(fcinfo);
	int64 to = PG_GETARG_INT64(3);

	fuzz->tells = to - PG_GETARG_INT64(2) == 1;
	for (int64 round = PG_GETARG_INT64(2); round < to && fuzz->nfindings < FINDINGS_MAX; round++)
	{
		CHECK_FOR_INTERRUPTS();
		MemoryContextSwitchTo(fuzz->input);
		fuzz->dice = dice_at((uint64) PG_GETARG_INT64(1), (uint64) round);
		if (fuzz->of == NULL)
			examine_call(fuzz);
		else
			one_input(fuzz, mutated_form(fuzz->of, &fuzz->dice), round % 4 == 0);
		MemoryContextSwitchTo(fuzz->whole);
		MemoryContextReset(fuzz->input);
	}
	return fuzz_result(fuzz);
}

PG_FUNCTION_INFO_V1(fuzz_damage);
Datum
fuzz_damage(PG_FUNCTION_ARGS)
{
	Fuzz *fuzz = fuzz_begin(fcinfo);
	int64 number = PG_GETARG_INT64(1);

	if (number < 0 || number >= fuzz->of->nseeds)
		PG_RETURN_NULL();
	examine_damaged(fuzz, fuzz->of->seed[number]);
	return fuzz_result(fuzz);
}

PG_FUNCTION_INFO_V1(fuzz_form);
Datum
fuzz_form(PG_FUNCTION_ARGS)
{
	Fuzz *fuzz = fuzz_begin(fcinfo);
	Dice dice = dice_at((uint64) PG_GETARG_INT64(1), (uint64) PG_GETARG_INT64(2));

	PG_RETURN_POINTER(mutated_form(fuzz->of, &dice));
}

#ifdef WITH_LIBFUZZER

/* libFuzzer has no argument for what its callbacks work on. */
static Fuzz *fuzzing;
static TimestampTz end;

extern int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8 *, size_t));
extern size_t LLVMFuzzerMutate(uint8 *data, size_t size, size_t max_size);
extern size_t LLVMFuzzerCustomMutator(uint8 *data, size_t size, size_t max_size, unsigned int seed);

/* libFuzzer's own changes and ours, with a checksum that is right. */
size_t
LLVMFuzzerCustomMutator(uint8 *data, size_t size, size_t max_size, unsigned int seed)
{
	Dice dice = dice_at(seed, size);
	MemoryContext old;

	if (fuzzing == NULL || fuzzing->of == NULL)
		return size;
	if (size < CHECKSUM_SIZE + 1 || dice_below(&dice, 64) == 0)
	{
		bytea *form;

		old = MemoryContextSwitchTo(fuzzing->input);
		form = mutated_form(fuzzing->of, &dice);
		size = Min(VARSIZE_ANY_EXHDR(form), max_size);
		memcpy(data, VARDATA_ANY(form), size);
		MemoryContextSwitchTo(old);
		MemoryContextReset(fuzzing->input);
	}
	else
		size = LLVMFuzzerMutate(data, size, max_size);
	if (fuzzing->of->has_checksum)
		checksum_repair((char *) data, size);
	return size;
}

/* One input; the way out of libFuzzer is an error. */
static int
one_covered_input(const uint8 *data, size_t size)
{
	MemoryContext old = MemoryContextSwitchTo(fuzzing->input);
	bytea *form = palloc(VARHDRSZ + size);

	CHECK_FOR_INTERRUPTS();
	if (fuzzing->nfindings == FINDINGS_MAX || GetCurrentTimestamp() > end)
		ereport(ERROR, (errcode(ERRCODE_SUCCESSFUL_COMPLETION), errmsg("the end")));
	SET_VARSIZE(form, VARHDRSZ + size);
	memcpy(VARDATA(form), data, size);
	fuzzing->dice = dice_at((uint64) fuzzing->inputs, size);
	one_input(fuzzing, form, false);
	MemoryContextSwitchTo(old);
	MemoryContextReset(fuzzing->input);
	return 0;
}

/* libFuzzer takes an exit for a fault of what it fuzzes, since nobody told it that its run is over. */
static void
leave_without_libfuzzer(int code, Datum argument)
{
	_exit(code);
}

PG_FUNCTION_INFO_V1(fuzz_coverage);
Datum
fuzz_coverage(PG_FUNCTION_ARGS)
{
	MemoryContext context = CurrentMemoryContext;
	char *arguments[] = { "fuzz",
						  psprintf("-seed=%u", (uint32) PG_GETARG_INT64(1) | 1),
						  "-max_len=2048",
						  "-timeout=0",
						  "-rss_limit_mb=0",
						  "-handle_int=0",
						  "-handle_term=0",
						  "-handle_usr1=0",
						  "-handle_usr2=0",
						  "-handle_xfsz=0",
						  "-detect_leaks=0",
						  NULL };
	int count = (int) lengthof(arguments) - 1;
	char **argument = arguments;
	FmgrInfo recv;

	on_proc_exit(leave_without_libfuzzer, (Datum) 0);
	fuzzing = fuzz_begin(fcinfo);
	/* libFuzzer counts in the libraries that are loaded by now */
	fmgr_info(fuzzing->of->recv, &recv);
	end = GetCurrentTimestamp() + PG_GETARG_INT64(2) * USECS_PER_SEC;
	PG_TRY();
	{
		(void) LLVMFuzzerRunDriver(&count, &argument, one_covered_input);
	}
	PG_CATCH();
	{
		ErrorData *error;

		MemoryContextSwitchTo(context);
		error = CopyErrorData();
		FlushErrorState();
		if (error->sqlerrcode != ERRCODE_SUCCESSFUL_COMPLETION)
			ReThrowError(error);
	}
	PG_END_TRY();
	return fuzz_result(fuzzing);
}

#endif
