/* SPDX-License-Identifier: PostgreSQL */
/*
 * survey_value.c
 *		Room survey: equality and hashing of stored values, and what is read from them.
 *
 * A stored value has one byte form, its entries sorted; so bytes are compared.
 */
#include "survey.h"

#include "common/hashfn.h"

static bool
are_equal(FunctionCallInfo fcinfo)
{
	SurveySample *a = PG_GETARG_SURVEY_SAMPLE(0);
	SurveySample *b = PG_GETARG_SURVEY_SAMPLE(1);
	bool equal = VARSIZE(a) == VARSIZE(b) &&
		memcmp(VARDATA(a), VARDATA(b), VARSIZE(a) - VARHDRSZ) == 0;

	PG_FREE_IF_COPY(a, 0);
	PG_FREE_IF_COPY(b, 1);
	return equal;
}

PG_FUNCTION_INFO_V1(survey_value_eq);
Datum
survey_value_eq(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(are_equal(fcinfo));
}

PG_FUNCTION_INFO_V1(survey_value_ne);
Datum
survey_value_ne(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(!are_equal(fcinfo));
}

/*
 * An order of the bytes, which means nothing, for what sorts: count(DISTINCT),
 * ORDER BY, merge joins, unique indexes.
 */
static int
compare_bytes(FunctionCallInfo fcinfo)
{
	SurveySample *a = PG_GETARG_SURVEY_SAMPLE(0);
	SurveySample *b = PG_GETARG_SURVEY_SAMPLE(1);
	int order = memcmp(VARDATA(a), VARDATA(b), Min(VARSIZE(a), VARSIZE(b)) - VARHDRSZ);

	if (order == 0)
		order = (VARSIZE(a) > VARSIZE(b)) - (VARSIZE(a) < VARSIZE(b));
	PG_FREE_IF_COPY(a, 0);
	PG_FREE_IF_COPY(b, 1);
	return order;
}

PG_FUNCTION_INFO_V1(survey_value_cmp);
Datum
survey_value_cmp(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(compare_bytes(fcinfo));
}

PG_FUNCTION_INFO_V1(survey_value_lt);
Datum
survey_value_lt(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare_bytes(fcinfo) < 0);
}

PG_FUNCTION_INFO_V1(survey_value_le);
Datum
survey_value_le(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare_bytes(fcinfo) <= 0);
}

PG_FUNCTION_INFO_V1(survey_value_gt);
Datum
survey_value_gt(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare_bytes(fcinfo) > 0);
}

PG_FUNCTION_INFO_V1(survey_value_ge);
Datum
survey_value_ge(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare_bytes(fcinfo) >= 0);
}

PG_FUNCTION_INFO_V1(survey_value_hash);
Datum
survey_value_hash(PG_FUNCTION_ARGS)
{
	SurveySample *value = PG_GETARG_SURVEY_SAMPLE(0);
	Datum hash = hash_any((unsigned char *) VARDATA(value), (int) (VARSIZE(value) - VARHDRSZ));

	PG_FREE_IF_COPY(value, 0);
	return hash;
}

PG_FUNCTION_INFO_V1(survey_value_hash_extended);
Datum
survey_value_hash_extended(PG_FUNCTION_ARGS)
{
	SurveySample *value = PG_GETARG_SURVEY_SAMPLE(0);
	Datum hash = hash_any_extended((unsigned char *) VARDATA(value),
								   (int) (VARSIZE(value) - VARHDRSZ), PG_GETARG_INT64(1));

	PG_FREE_IF_COPY(value, 0);
	return hash;
}

/* PSUs and strata of a design. */
PG_FUNCTION_INFO_V1(survey_design_psus);
Datum
survey_design_psus(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(PG_GETARG_SURVEY_SAMPLE(0)->design_psus);
}

PG_FUNCTION_INFO_V1(survey_design_strata);
Datum
survey_design_strata(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(PG_GETARG_SURVEY_SAMPLE(0)->design_strata);
}

/* The line of a survey_line. */
PG_FUNCTION_INFO_V1(survey_line_value);
Datum
survey_line_value(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(PG_GETARG_SURVEY_SAMPLE(0)->estimate);
}
