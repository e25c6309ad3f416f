/* SPDX-License-Identifier: PostgreSQL */
/*
 * fuzz_examine.c
 *		Test only: reads bytes as values, calls functions with values, and judges what comes of it.
 *
 * Bytes that are accepted must be written again as they were read, in the text
 * form too; no checksum may be wrong; what is refused has SQLSTATE 22P03.
 * Errors of calls must be of the classes that a client can do something about.
 * No result may hold a NaN or an infinity, and one of a type of the extension
 * must survive its own binary form.  What a call did to the database is rolled
 * back.
 */
#include "poverty_fuzz.h"

#include "access/xact.h"
#include "catalog/pg_collation.h"
#include "catalog/pg_type.h"
#include "common/string.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "nodes/makefuncs.h"
#include "portability/instr_time.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/resowner.h"
#include "utils/typcache.h"

/* Longer than this a call may not take, on so little data. */
#define SLOW_MS 20000.0

static void
finding(Fuzz *fuzz, const char *format, const char *detail)
{
	MemoryContext old = MemoryContextSwitchTo(fuzz->whole);

	if (fuzz->nfindings < FINDINGS_MAX)
		fuzz->finding[fuzz->nfindings++] = psprintf("%s: %s%s", fuzz->doing, format, detail);
	MemoryContextSwitchTo(old);
}

FuzzType *
find_type(Fuzz *fuzz, Oid type)
{
	for (int i = 0; i < fuzz->ntypes; i++)
		if (fuzz->type[i].type == type)
			return &fuzz->type[i];
	return NULL;
}

/*
 * Whether an error tells a caller what was wrong with what they gave.  The
 * module calls functions as no query could, so that types may be wrong too.
 */
static bool
is_proper_error(int sqlerrcode)
{
	switch (ERRCODE_TO_CATEGORY(sqlerrcode))
	{
		case MAKE_SQLSTATE('0', '8', '0', '0', '0'):
		case MAKE_SQLSTATE('0', 'A', '0', '0', '0'):
		case MAKE_SQLSTATE('2', '1', '0', '0', '0'):
		case MAKE_SQLSTATE('2', '2', '0', '0', '0'):
		case MAKE_SQLSTATE('2', '3', '0', '0', '0'):
		case MAKE_SQLSTATE('3', 'F', '0', '0', '0'):
		case MAKE_SQLSTATE('4', '2', '0', '0', '0'):
		case MAKE_SQLSTATE('5', '4', '0', '0', '0'):
		case MAKE_SQLSTATE('5', '5', '0', '0', '0'):
			return true;
		case MAKE_SQLSTATE('P', '0', '0', '0', '0'):
			return sqlerrcode != ERRCODE_ASSERT_FAILURE;
		default:
			return false;
	}
}

/* Runs one step in a subtransaction; false when it failed, which is judged. */
static bool
attempt(Fuzz *fuzz, void (*step)(Fuzz *, void *), void *argument)
{
	MemoryContext context = CurrentMemoryContext;
	ResourceOwner owner = CurrentResourceOwner;
	volatile bool worked = true;
	instr_time start;
	instr_time taken;

	if (fuzz->tells)
		ereport(NOTICE, (errmsg_internal("%s", fuzz->doing)));
	INSTR_TIME_SET_CURRENT(start);
	BeginInternalSubTransaction(NULL);
	MemoryContextSwitchTo(fuzz->input);
	PG_TRY();
	{
		step(fuzz, argument);
		RollbackAndReleaseCurrentSubTransaction();
	}
	PG_CATCH();
	{
		ErrorData *error;

		MemoryContextSwitchTo(fuzz->input);
		error = CopyErrorData();
		FlushErrorState();
		RollbackAndReleaseCurrentSubTransaction();
		if (error->sqlerrcode == ERRCODE_QUERY_CANCELED ||
			error->sqlerrcode == ERRCODE_ADMIN_SHUTDOWN)
		{
			MemoryContextSwitchTo(context);
			CurrentResourceOwner = owner;
			ReThrowError(error);
		}
		fuzz->sqlerrcode = error->sqlerrcode;
		if (!is_proper_error(error->sqlerrcode))
			finding(fuzz, psprintf("error %s: ", unpack_sql_state(error->sqlerrcode)),
					error->message);
		worked = false;
	}
	PG_END_TRY();
	MemoryContextSwitchTo(context);
	CurrentResourceOwner = owner;
	INSTR_TIME_SET_CURRENT(taken);
	INSTR_TIME_SUBTRACT(taken, start);
	if (INSTR_TIME_GET_MILLISEC(taken) > SLOW_MS)
		finding(fuzz, "took ", psprintf("%.0f ms", INSTR_TIME_GET_MILLISEC(taken)));
	return worked;
}

static Datum
receive(const FuzzType *type, const bytea *form)
{
	StringInfoData buffer;
	Datum value;

	initStringInfo(&buffer);
	appendBinaryStringInfo(&buffer, VARDATA_ANY(form), (int) VARSIZE_ANY_EXHDR(form));
	value = OidReceiveFunctionCall(type->recv, &buffer, type->ioparam, -1);
	if (buffer.cursor != buffer.len)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION), errmsg("bytes are left over")));
	return value;
}

static bool
same_bytes(const bytea *a, const bytea *b)
{
	return VARSIZE_ANY_EXHDR(a) == VARSIZE_ANY_EXHDR(b) &&
		memcmp(VARDATA_ANY(a), VARDATA_ANY(b), VARSIZE_ANY_EXHDR(a)) == 0;
}

static bool
has_not_a_number(const char *text)
{
	return strstr(text, "NaN") != NULL || strstr(text, "Infinity") != NULL;
}

/* A value of a type of ours is written and read without loss. */
static void
check_round_trip(Fuzz *fuzz, const FuzzType *type, Datum value)
{
	bytea *sent = OidSendFunctionCall(type->send, value);
	char *text = OidOutputFunctionCall(type->out, value);
	Datum again = receive(type, sent);

	if (!same_bytes(sent, OidSendFunctionCall(type->send, again)))
		finding(fuzz, "another value after send and recv: ", text);
	again = OidInputFunctionCall(type->in, text, type->ioparam, -1);
	if (!same_bytes(sent, OidSendFunctionCall(type->send, again)))
		finding(fuzz, "another value after out and in: ", text);
}

/* What a call is made with. */
typedef struct Call
{
	const FuzzTarget *target;
	Oid type[FUNC_MAX_ARGS]; /* what stands for "any" */
	Datum value[FUNC_MAX_ARGS];
	bool isnull[FUNC_MAX_ARGS];
} Call;

/* A value and its type. */
typedef struct Made
{
	const FuzzType *type;
	Datum value;
} Made;

static void
round_trip(Fuzz *fuzz, void *argument)
{
	Made *made = argument;

	check_round_trip(fuzz, made->type, made->value);
}

/* An inverse transition function alone takes away what was never added, so that what is left may be impossible. */
static bool
may_be_impossible(const FuzzTarget *target)
{
	return strstr(target->name, "_inverse") != NULL;
}

static void
check_result(Fuzz *fuzz, const FuzzTarget *target, Datum value)
{
	Oid result = target->result;
	const FuzzType *type = find_type(fuzz, result);
	Oid out;
	bool is_varlena;
	char *text;

	if (result == VOIDOID)
		return;
	if (type != NULL && OidIsValid(type->recv))
	{
		Made made = { type, value };

		if (!attempt(fuzz, round_trip, &made) && !may_be_impossible(target))
			finding(fuzz, "gave what cannot be read again: ", unpack_sql_state(fuzz->sqlerrcode));
		return;
	}
	getTypeOutputInfo(result, &out, &is_varlena);
	text = OidOutputFunctionCall(out, value);
	if (has_not_a_number(text))
		finding(fuzz, "gave ", text);
}

static void
make_call(Fuzz *fuzz, void *argument)
{
	Call *call = argument;
	const FuzzTarget *target = call->target;
	LOCAL_FCINFO(fcinfo, FUNC_MAX_ARGS);
	FmgrInfo function;
	List *expressions = NIL;
	Datum result;

	for (int i = 0; i < target->nargs; i++)
	{
		if (call->isnull[i] && target->is_strict)
			return;
		expressions = lappend(expressions, makeNullConst(call->type[i], -1, InvalidOid));
	}
	fmgr_info(target->function, &function);
	fmgr_info_set_expr((Node *) makeFuncExpr(target->function, target->result, expressions,
											 InvalidOid, DEFAULT_COLLATION_OID,
											 COERCE_EXPLICIT_CALL),
					   &function);
	InitFunctionCallInfoData(*fcinfo, &function, target->nargs, DEFAULT_COLLATION_OID, NULL, NULL);
	for (int i = 0; i < target->nargs; i++)
	{
		fcinfo->args[i].value = call->value[i];
		fcinfo->args[i].isnull = call->isnull[i];
	}
	fuzz->calls++;
	result = FunctionCallInvoke(fcinfo);
	if (!fcinfo->isnull)
		check_result(fuzz, target, result);
}

static Datum draw_value(Fuzz *fuzz, Oid argtype, Oid *type, bool *isnull);

/* A composite value of drawn members. */
static Datum
draw_composite(Fuzz *fuzz, Oid type)
{
	TupleDesc descriptor = lookup_rowtype_tupdesc_copy(type, -1);
	Datum *value = palloc0((Size) descriptor->natts * sizeof(Datum));
	bool *isnull = palloc((Size) descriptor->natts * sizeof(bool));
	Oid ignored;

	for (int i = 0; i < descriptor->natts; i++)
		value[i] = draw_value(fuzz, TupleDescAttr(descriptor, i)->atttypid, &ignored, &isnull[i]);
	return HeapTupleGetDatum(heap_form_tuple(descriptor, value, isnull));
}

/* A value of an argument's type. */
static Datum
draw_value(Fuzz *fuzz, Oid argtype, Oid *type, bool *isnull)
{
	static const Oid anything[] = { INT4OID, TEXTOID, FLOAT8OID, BOOLOID };
	Dice *dice = &fuzz->dice;
	const FuzzType *of;
	char *text;

	*type = argtype == ANYOID ? anything[dice_below(dice, lengthof(anything))] : argtype;
	of = find_type(fuzz, *type);
	*isnull = of == NULL || dice_below(dice, 14) == 0;
	if (*isnull)
		return (Datum) 0;
	if (of->is_composite)
		return draw_composite(fuzz, *type);
	if (of->nseeds > 0)
		return receive(of,
					   dice_below(dice, 4) == 0 ? mutated_form(of, dice) :
												  of->seed[dice_below(dice, (uint64) of->nseeds)]);
	*isnull = of->ntexts == 0;
	if (*isnull)
		return (Datum) 0;
	text = pstrdup(of->text[dice_below(dice, (uint64) of->ntexts)]);
	/* a server's texts are valid in its encoding */
	if (dice_below(dice, 6) == 0 && pg_is_ascii(text))
		mutate_text(text, dice);
	return OidInputFunctionCall(of->in, text, of->ioparam, -1);
}

/* The call as SQL, which says it again. */
static char *
call_as_text(const Call *call)
{
	StringInfoData text;

	initStringInfo(&text);
	appendStringInfo(&text, "%s(", call->target->name);
	for (int i = 0; i < call->target->nargs; i++)
	{
		Oid out;
		bool is_varlena;

		getTypeOutputInfo(call->type[i], &out, &is_varlena);
		appendStringInfo(&text, "%s%s::%s", i > 0 ? ", " : "",
						 call->isnull[i] ?
							 "NULL" :
							 quote_literal_cstr(OidOutputFunctionCall(out, call->value[i])),
						 format_type_be(call->type[i]));
	}
	appendStringInfoChar(&text, ')');
	return text.data;
}

static void
draw_arguments(Fuzz *fuzz, void *argument)
{
	Call *call = argument;

	for (int i = 0; i < call->target->nargs; i++)
		call->value[i] = draw_value(fuzz, call->target->argument[i], &call->type[i],
									&call->isnull[i]);
}

/* Draws arguments, but for those that are there already, and calls. */
static void
call_target(Fuzz *fuzz, const FuzzTarget *target, Datum given, Oid given_type)
{
	char *doing = fuzz->doing;
	Call call = { .target = target };

	/* values of other types may be refused; then there is no call */
	if (!attempt(fuzz, draw_arguments, &call))
		return;
	for (int i = 0; OidIsValid(given_type) && i < target->nargs; i++)
		if (target->argument[i] == given_type)
		{
			call.value[i] = given;
			call.isnull[i] = false;
			break;
		}
	fuzz->doing = call_as_text(&call);
	(void) attempt(fuzz, make_call, &call);
	fuzz->doing = doing;
}

/* Bytes and what they are read as. */
typedef struct Reading
{
	const bytea *form;
	char *text;
	Datum value;
} Reading;

static void
read_form(Fuzz *fuzz, void *argument)
{
	Reading *reading = argument;

	reading->value = receive(fuzz->of, reading->form);
	if (!same_bytes(reading->form, OidSendFunctionCall(fuzz->of->send, reading->value)))
		finding(fuzz, "not written as it was read", "");
	check_round_trip(fuzz, fuzz->of, reading->value);
}

/* A type without a checksum is one of texts, and may be refused as they are. */
static bool
is_text_error(const Fuzz *fuzz)
{
	return !fuzz->of->has_checksum &&
		(fuzz->sqlerrcode == ERRCODE_INVALID_TEXT_REPRESENTATION ||
		 fuzz->sqlerrcode == ERRCODE_CHARACTER_NOT_IN_REPERTOIRE);
}

/* Reads; false when it was refused. */
static bool
is_accepted(Fuzz *fuzz, void (*read)(Fuzz *, void *), Reading *reading)
{
	fuzz->inputs++;
	if (attempt(fuzz, read, reading))
	{
		fuzz->accepted++;
		return true;
	}
	if (fuzz->sqlerrcode != ERRCODE_INVALID_BINARY_REPRESENTATION && !is_text_error(fuzz))
		finding(fuzz, "refused with SQLSTATE ", unpack_sql_state(fuzz->sqlerrcode));
	return false;
}

/* Bytes, as they come from a client or another server. */
void
examine_form(Fuzz *fuzz, const bytea *form)
{
	Reading reading = { .form = form };

	if (!is_accepted(fuzz, read_form, &reading))
		return;
	if (fuzz->of->has_checksum && !checksum_is_right(VARDATA_ANY(form), VARSIZE_ANY_EXHDR(form)))
		finding(fuzz, "accepted with a checksum that is wrong", "");
	for (int i = 0; i < 4 && fuzz->nown > 0; i++)
		call_target(fuzz, fuzz->own[dice_below(&fuzz->dice, (uint64) fuzz->nown)], reading.value,
					fuzz->of->type);
}

static void
read_text(Fuzz *fuzz, void *argument)
{
	Reading *reading = argument;

	reading->value = OidInputFunctionCall(fuzz->of->in, reading->text, fuzz->of->ioparam, -1);
	check_round_trip(fuzz, fuzz->of, reading->value);
	/* capital digits mean the same */
	if (pg_strcasecmp(reading->text, OidOutputFunctionCall(fuzz->of->out, reading->value)) != 0)
		finding(fuzz, "not written as it was read", "");
}

/* The same bytes as hexadecimal text, of which some characters are changed. */
void
examine_text(Fuzz *fuzz, const bytea *form)
{
	static const char digit[] = "0123456789abcdef";
	Size size = VARSIZE_ANY_EXHDR(form);
	Reading reading = { .text = palloc(2 * size + 1) };

	for (Size i = 0; i < size; i++)
	{
		uint8 byte = (uint8) VARDATA_ANY(form)[i];

		reading.text[2 * i] = digit[byte >> 4];
		reading.text[2 * i + 1] = digit[byte & 15];
	}
	reading.text[2 * size] = '\0';
	if (dice_below(&fuzz->dice, 2))
		mutate_text(reading.text, &fuzz->dice);
	fuzz->doing = psprintf("%s_in('%s')", format_type_be(fuzz->of->type), reading.text);
	(void) is_accepted(fuzz, read_text, &reading);
}

static void
receive_form(Fuzz *fuzz, void *argument)
{
	Reading *reading = argument;

	reading->value = receive(fuzz->of, reading->form);
}

/*
 * A valid form, and then everything that comes of it when one bit is another, or
 * when it ends earlier or later: the checksum finds it, or what stands before.
 */
void
examine_damaged(Fuzz *fuzz, const bytea *form)
{
	Size size = VARSIZE_ANY_EXHDR(form);
	bytea *damaged = palloc0(VARHDRSZ + size + 1);
	Reading reading = { .form = damaged };
	MemoryContext old = MemoryContextSwitchTo(fuzz->input);

	memcpy(VARDATA(damaged), VARDATA_ANY(form), size);
	for (Size i = 0; i < 8 * size; i++)
	{
		SET_VARSIZE(damaged, VARHDRSZ + size);
		VARDATA(damaged)[i / 8] ^= 1 << i % 8;
		fuzz->doing = psprintf("%s with bit %zu of a form of %zu bytes changed",
							   format_type_be(fuzz->of->type), i, size);
		if (is_accepted(fuzz, receive_form, &reading))
			finding(fuzz, "accepted", "");
		VARDATA(damaged)[i / 8] ^= 1 << i % 8;
		MemoryContextReset(fuzz->input);
	}
	for (Size i = 0; i <= size + 1; i++)
	{
		SET_VARSIZE(damaged, VARHDRSZ + i);
		fuzz->doing = psprintf("%s, %zu bytes of a form of %zu", format_type_be(fuzz->of->type), i,
							   size);
		if (is_accepted(fuzz, receive_form, &reading) != (i == size))
			finding(fuzz, i == size ? "refused" : "accepted", "");
		MemoryContextReset(fuzz->input);
	}
	MemoryContextSwitchTo(old);
}

/* Any function with any values. */
void
examine_call(Fuzz *fuzz)
{
	const FuzzTarget *target = &fuzz->target[dice_below(&fuzz->dice, (uint64) fuzz->ntargets)];

	fuzz->inputs++;
	fuzz->doing = target->name;
	call_target(fuzz, target, (Datum) 0, InvalidOid);
}
