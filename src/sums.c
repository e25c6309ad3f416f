/*
 * sums.c
 *		Type exact_sums: the state of the aggregates that add.
 *
 * The state is a flat varlena, so that partial states travel between parallel
 * workers and servers as values of a type.  While rows are added it is changed
 * in place; its text and binary forms are the canonical form of
 * math/exact_sum.h, so that equal rows give equal bytes.
 *
 * Binary form, all integers in network order: version (1 byte), kind (1),
 * number of sums (1), rows (8), unrecorded rows (8), lowest limb (2), limbs a
 * sum (2); then for each sum a byte 0, or 1 when it is negative, and its limbs
 * as magnitudes (4 bytes each), lowest first.  The text form is the binary form in
 * hexadecimal digits.
 */
#include "sums.h"

#include "libpq/pqformat.h"
#include "utils/builtins.h"

/* What is known of a kind: its aggregate, its sums, whether they can be negative. */
typedef struct SumsKindInfo
{
	const char *aggregate;
	int nsums;
	bool can_be_negative;
} SumsKindInfo;

static const SumsKindInfo *
kind_info(int kind)
{
	static const SumsKindInfo kinds[] = {
		[SUMS_POVERTY_RATE] = { "poverty_rate", 2, false },
		[SUMS_COVERAGE_RATE] = { "coverage_rate", 2, false },
		[SUMS_DISBURSEMENT_RATE] = { "disbursement_rate", 2, true },
		[SUMS_POVERTY_FLOW] = { "poverty_flow of the poor", 9, false },
		[SUMS_NEAR_POVERTY_FLOW] = { "poverty_flow of the near-poor", 9, false },
	};

	return kind >= 1 && kind < (int) lengthof(kinds) ? &kinds[kind] : NULL;
}

static ExactSums *
allocate(int nsums, int nlimbs)
{
	Size size = exact_sums_size(nsums, nlimbs);
	ExactSums *sums = palloc(size);

	SET_VARSIZE(sums, size);
	return sums;
}

/* A copy with another window, in the current memory context. */
static ExactSums *
copy_with_window(const ExactSums *sums, ExactWindow window)
{
	ExactSums *copy = allocate(sums->nsums, window.nlimbs);

	exact_sums_copy(copy, sums, window);
	return copy;
}

static ExactSums *
canonical(const ExactSums *sums)
{
	ExactSums *copy = copy_with_window(sums, exact_sums_window_canonical(sums));

	exact_sums_make_canonical(copy);
	SET_VARSIZE(copy, exact_sums_size(copy->nsums, copy->nlimbs));
	return copy;
}

static void
check_kind(const ExactSums *sums, SumsKind kind)
{
	if (unlikely(sums->kind != kind))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a partial state of %s was given where one of %s is needed",
						kind_info(sums->kind)->aggregate, kind_info(kind)->aggregate),
				 errhint("Combine only partial states that the same aggregate, with the same parameters, has made.")));
}

/* A state without rows, in the current memory context. */
ExactSums *
sums_new(SumsKind kind)
{
	ExactSums *sums = allocate(kind_info(kind)->nsums, 0);

	exact_sums_init(sums, kind, kind_info(kind)->nsums);
	return sums;
}

/*
 * The first argument of a transition function, as a state that may be changed:
 * in place when called by an aggregate, a copy otherwise, and a new one in
 * place of NULL.  A state that is new or has grown is allocated in the current
 * memory context; the executor moves it to where it belongs.
 */
ExactSums *
sums_state(FunctionCallInfo fcinfo, SumsKind kind)
{
	ExactSums *sums;

	if (PG_ARGISNULL(0))
		return sums_new(kind);
	sums = PG_GETARG_EXACT_SUMS(0);
	check_kind(sums, kind);
	if (unlikely(!AggCheckCallContext(fcinfo, NULL)))
		sums = copy_with_window(sums, (ExactWindow) { sums->lowest, sums->nlimbs });
	return sums;
}

/* The first argument of a final function: a state that is only read. */
const ExactSums *
sums_argument(FunctionCallInfo fcinfo, SumsKind kind)
{
	const ExactSums *sums = PG_GETARG_EXACT_SUMS(0);

	check_kind(sums, kind);
	return sums;
}

/* Gives the state a larger window. */
void
sums_grow(ExactSums **sums, ExactWindow window)
{
	if (window.lowest != (*sums)->lowest || window.nlimbs != (*sums)->nlimbs)
		*sums = copy_with_window(*sums, window);
}

/* sums_add() where the window does not cover the value yet. */
void
sums_add_slowly(ExactSums **sums, int which, double value)
{
	sums_grow(sums, exact_sums_window_for(*sums, value));
	if (!exact_sums_add(*sums, which, value))
		elog(ERROR, "window of exact sums does not cover %g", value);
}

/* Counts rows in; the inverse transition counts them out with -1. */
void
sums_count(ExactSums *sums, int64 rows, int64 unrecorded)
{
	sums->rows += rows;
	sums->unrecorded += unrecorded;
}

/* One of the sums, rounded once. */
double
sums_value(const ExactSums *sums, int which)
{
	return check_result(exact_sums_value(sums, which), "a sum");
}

PG_FUNCTION_INFO_V1(exact_sums_combine);
Datum
exact_sums_combine(PG_FUNCTION_ARGS)
{
	const ExactSums *other = PG_GETARG_EXACT_SUMS(1);
	ExactSums *sums;

	/* a state that met no row yet may not know which kind it will be */
	if (other->rows == 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	if (PG_GETARG_EXACT_SUMS(0)->rows == 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(1));

	sums = sums_state(fcinfo, other->kind);
	sums_grow(&sums, exact_sums_window_of_both(sums, other));
	if (!exact_sums_merge(sums, other))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("partial states of %s add up to more than can be counted",
						kind_info(other->kind)->aggregate)));
	PG_RETURN_POINTER(sums);
}

static void
write_binary(StringInfo buffer, const ExactSums *state)
{
	ExactSums *sums = canonical(state);

	pq_sendint8(buffer, sums->version);
	pq_sendint8(buffer, sums->kind);
	pq_sendint8(buffer, sums->nsums);
	pq_sendint64(buffer, sums->rows);
	pq_sendint64(buffer, sums->unrecorded);
	pq_sendint16(buffer, sums->lowest);
	pq_sendint16(buffer, sums->nlimbs);
	for (int k = 0; k < sums->nsums; k++)
	{
		const int64_t *limb = sums->limb + (size_t) k * (size_t) sums->nlimbs;
		bool negative = false;

		for (int i = 0; i < sums->nlimbs; i++)
			negative |= limb[i] < 0;
		pq_sendint8(buffer, negative);
		for (int i = 0; i < sums->nlimbs; i++)
			pq_sendint32(buffer, (uint32) (negative ? -limb[i] : limb[i]));
	}
	pfree(sums);
}

static void
check_bytes(bool good, const char *detail)
{
	if (!good)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid value of type exact_sums: %s", detail),
				 errhint("A partial state is made by an aggregate of poverty_ext and is read back only as it was written.")));
}

/* Whether the counts and the signs are such as the kind's aggregate makes. */
static bool
is_plausible(const ExactSums *sums)
{
	if (sums->rows < 0 || sums->unrecorded < 0 || sums->unrecorded > sums->rows)
		return false;
	if (sums->rows == 0 && sums->nlimbs > 0)
		return false;
	for (int k = 0; k < sums->nsums; k++)
		if (!kind_info(sums->kind)->can_be_negative && exact_sums_sign(sums, k) < 0)
			return false;
	return true;
}

/* The bytes of the binary form before the sums. */
#define BINARY_HEADER_SIZE (3 + 2 * sizeof(int64) + 2 * sizeof(int16))

static ExactSums *
read_binary(StringInfo buffer)
{
	ExactSums header;
	ExactSums *sums;
	Size left = (Size) (buffer->len - buffer->cursor);

	check_bytes(left >= BINARY_HEADER_SIZE, "wrong length");
	check_bytes(pq_getmsgbyte(buffer) == EXACT_SUMS_VERSION, "unknown version");
	exact_sums_init(&header, pq_getmsgbyte(buffer), 0);
	check_bytes(kind_info(header.kind) != NULL, "unknown kind of state");
	header.nsums = (uint8) pq_getmsgbyte(buffer);
	check_bytes(header.nsums == kind_info(header.kind)->nsums, "wrong number of sums");
	header.rows = pq_getmsgint64(buffer);
	header.unrecorded = pq_getmsgint64(buffer);
	header.lowest = (int16) pq_getmsgint(buffer, 2);
	header.nlimbs = (int16) pq_getmsgint(buffer, 2);
	check_bytes(header.lowest >= 0 && header.nlimbs >= 0 &&
					header.lowest + header.nlimbs <= EXACT_CANONICAL_MAX,
				"limbs out of range");
	check_bytes(left ==
					BINARY_HEADER_SIZE + header.nsums * (1 + sizeof(uint32) * (Size) header.nlimbs),
				"wrong length");

	sums = allocate(header.nsums, header.nlimbs);
	memcpy((char *) sums + VARHDRSZ, (char *) &header + VARHDRSZ,
		   offsetof(ExactSums, limb) - VARHDRSZ);
	for (int k = 0; k < sums->nsums; k++)
	{
		int64_t *limb = sums->limb + (size_t) k * (size_t) sums->nlimbs;
		int negative = pq_getmsgbyte(buffer);

		check_bytes(negative == 0 || negative == 1, "a sign is neither 0 nor 1");
		for (int i = 0; i < sums->nlimbs; i++)
			limb[i] = (negative ? -1 : 1) * (int64_t) (uint32) pq_getmsgint(buffer, 4);
		check_bytes(!negative || exact_sums_sign(sums, k) < 0, "a zero with a sign");
	}
	check_bytes(exact_sums_is_canonical(sums), "limbs are not in the canonical form");
	check_bytes(is_plausible(sums), "its counts or signs contradict each other");
	return sums;
}

PG_FUNCTION_INFO_V1(exact_sums_send);
Datum
exact_sums_send(PG_FUNCTION_ARGS)
{
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	write_binary(&buffer, PG_GETARG_EXACT_SUMS(0));
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

PG_FUNCTION_INFO_V1(exact_sums_recv);
Datum
exact_sums_recv(PG_FUNCTION_ARGS)
{
	StringInfo buffer = (StringInfo) PG_GETARG_POINTER(0);

	PG_RETURN_POINTER(read_binary(buffer));
}

PG_FUNCTION_INFO_V1(exact_sums_out);
Datum
exact_sums_out(PG_FUNCTION_ARGS)
{
	StringInfoData buffer;
	char *text;

	initStringInfo(&buffer);
	write_binary(&buffer, PG_GETARG_EXACT_SUMS(0));
	text = palloc(2 * (Size) buffer.len + 1);
	text[hex_encode(buffer.data, buffer.len, text)] = '\0';
	PG_RETURN_CSTRING(text);
}

PG_FUNCTION_INFO_V1(exact_sums_in);
Datum
exact_sums_in(PG_FUNCTION_ARGS)
{
	const char *text = PG_GETARG_CSTRING(0);
	size_t length = strlen(text);
	StringInfoData buffer;

	check_bytes(length % 2 == 0 && strspn(text, "0123456789abcdefABCDEF") == length,
				"not an even number of hexadecimal digits");
	initStringInfo(&buffer);
	enlargeStringInfo(&buffer, length / 2);
	buffer.len = (int) hex_decode(text, length, buffer.data);
	PG_RETURN_POINTER(read_binary(&buffer));
}
