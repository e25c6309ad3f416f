/* SPDX-License-Identifier: PostgreSQL */
/*
 * change_matrix.c
 *		Room change: type transition_matrix, moves between classes.
 *
 * The state of the aggregate and the stored value are one exact sum for each
 * pair of a class before and a class after; the number of classes is the
 * parameter of the sums.  Stored values are canonical, so that equality and
 * hashing compare bytes.
 */
#include "sums.h"
#include "math/mobility.h"

#include "catalog/pg_type.h"
#include "common/shortest_dec.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"

/* One row of the aggregate: classes counted from 0. */
typedef struct Move
{
	int classes;
	int from;
	int to;
	double weight;
} Move;

static int
read_classes(FunctionCallInfo fcinfo, int n)
{
	double classes = check_whole(PG_GETARG_FLOAT8(n), "classes");

	if (classes < 1.0 || classes > TRANSITION_CLASSES_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("classes must be from 1 to %d, not %s", TRANSITION_CLASSES_MAX,
						float8out_internal(classes)),
				 errhint("Give the number of classes that a household can be in.")));
	return (int) classes;
}

static int
read_class(FunctionCallInfo fcinfo, int n, int classes, const char *what)
{
	double class = check_whole(PG_GETARG_FLOAT8(n), what);

	if (class < 1.0 || class > classes)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be from 1 to %d, not %s", what, classes,
						float8out_internal(class)),
				 errhint("Classes are numbered from 1 to the number of classes; give NULL where the class is not known.")));
	return (int) class - 1;
}

/* A status as a class; what a call site knows of the enum is kept. */
static int
read_status(FunctionCallInfo fcinfo, int n)
{
	if (fcinfo->flinfo->fn_extra == NULL)
		fcinfo->flinfo->fn_extra = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt,
														  sizeof(EnumCache));
	return enum_position(fcinfo->flinfo->fn_extra, PG_GETARG_OID(n), poverty_status_labels,
						 POVERTY_STATUS_COUNT);
}

/* Reads a row; false when it is to be left out: of one of weight 0 nothing else is looked at. */
static bool
read_move(FunctionCallInfo fcinfo, bool by_status, Move *move)
{
	int weight_arg = by_status ? 3 : 4;

	for (int i = 1; i < PG_NARGS(); i++)
		if (PG_ARGISNULL(i))
			return false;
	move->classes = by_status ? POVERTY_STATUS_COUNT : read_classes(fcinfo, 3);
	move->weight = PG_NARGS() > weight_arg ?
		check_not_negative(PG_GETARG_FLOAT8(weight_arg), "weight") :
		1.0;
	if (move->weight == 0.0)
		return false;
	move->from = by_status ? read_status(fcinfo, 1) :
							 read_class(fcinfo, 1, move->classes, "before_class");
	move->to = by_status ? read_status(fcinfo, 2) :
						   read_class(fcinfo, 2, move->classes, "after_class");
	return true;
}

/* A state without rows for so many classes. */
static ExactSums *
matrix_new(int classes)
{
	ExactSums *sums = sums_allocate(classes * classes, 0);

	exact_sums_init(sums, SUMS_TRANSITION_MATRIX, classes * classes);
	sums->parameter = classes;
	return sums;
}

/* The state, which must be one of as many classes as the row says. */
static ExactSums *
matrix_state(FunctionCallInfo fcinfo, int classes)
{
	ExactSums *sums = sums_state(fcinfo, SUMS_TRANSITION_MATRIX);

	if (sums->rows == 0)
		return matrix_new(classes);
	if (sums->parameter != classes)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("classes differs between the rows of one group: %s and %d",
						float8out_internal(sums->parameter), classes),
				 errhint("Use one call of transition_matrix() for each number of classes.")));
	return sums;
}

static Datum
matrix_row(FunctionCallInfo fcinfo, bool by_status, int direction)
{
	ExactSums *sums;
	Move move;

	if (!read_move(fcinfo, by_status, &move))
		return sums_state_or_value(fcinfo, sums_state(fcinfo, SUMS_TRANSITION_MATRIX));
	sums = matrix_state(fcinfo, move.classes);
	sums_add(&sums, move.from * move.classes + move.to, direction * move.weight);
	sums_count(sums, direction, 0);
	return sums_state_or_value(fcinfo, sums);
}

PG_FUNCTION_INFO_V1(transition_matrix_transition);
Datum
transition_matrix_transition(PG_FUNCTION_ARGS)
{
	return matrix_row(fcinfo, false, 1);
}

PG_FUNCTION_INFO_V1(transition_matrix_inverse);
Datum
transition_matrix_inverse(PG_FUNCTION_ARGS)
{
	return matrix_row(fcinfo, false, -1);
}

PG_FUNCTION_INFO_V1(transition_matrix_status_transition);
Datum
transition_matrix_status_transition(PG_FUNCTION_ARGS)
{
	return matrix_row(fcinfo, true, 1);
}

PG_FUNCTION_INFO_V1(transition_matrix_status_inverse);
Datum
transition_matrix_status_inverse(PG_FUNCTION_ARGS)
{
	return matrix_row(fcinfo, true, -1);
}

/* The first matrix with the second added to it, in place within an aggregate. */
PG_FUNCTION_INFO_V1(transition_matrix_add);
Datum
transition_matrix_add(PG_FUNCTION_ARGS)
{
	const ExactSums *other = PG_GETARG_EXACT_SUMS(1);
	ExactSums *sums = sums_state(fcinfo, SUMS_TRANSITION_MATRIX);

	if (other->rows == 0)
		return sums_state_or_value(fcinfo, sums);
	if (sums->rows == 0)
		sums = matrix_new((int) other->parameter);
	sums_merge(&sums, other, 1);
	return sums_state_or_value(fcinfo, sums);
}

/* The first matrix with the second taken away, in place within an aggregate. */
PG_FUNCTION_INFO_V1(transition_matrix_take_away);
Datum
transition_matrix_take_away(PG_FUNCTION_ARGS)
{
	const ExactSums *other = PG_GETARG_EXACT_SUMS(1);
	ExactSums *sums = sums_state(fcinfo, SUMS_TRANSITION_MATRIX);

	if (other->rows > 0)
		sums_merge(&sums, other, -1);
	return sums_state_or_value(fcinfo, sums);
}

PG_FUNCTION_INFO_V1(transition_matrix_subtract);
Datum
transition_matrix_subtract(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(sums_difference(PG_GETARG_EXACT_SUMS(0), PG_GETARG_EXACT_SUMS(1)));
}

/* A state as a value: canonical, and NULL without a row. */
PG_FUNCTION_INFO_V1(transition_matrix_final);
Datum
transition_matrix_final(PG_FUNCTION_ARGS)
{
	const ExactSums *sums = sums_argument(fcinfo, SUMS_TRANSITION_MATRIX);

	if (sums->rows == 0)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(sums_canonical(sums));
}

PG_FUNCTION_INFO_V1(transition_matrix_in);
Datum
transition_matrix_in(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(sums_from_text(PG_GETARG_CSTRING(0), SUMS_TRANSITION_MATRIX));
}

PG_FUNCTION_INFO_V1(transition_matrix_recv);
Datum
transition_matrix_recv(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(sums_read((StringInfo) PG_GETARG_POINTER(0), SUMS_TRANSITION_MATRIX));
}

/*
 * The readers.  Each count is rounded once; what is made of them is computed
 * from the rounded counts.
 */

/* A matrix as rounded counts, for mobility.h; count is NULL without a row. */
typedef struct Counts
{
	int classes;
	double *count;
} Counts;

static Counts
rounded_counts(const ExactSums *sums)
{
	Counts counts = { (int) sums->parameter, NULL };

	if (sums->rows == 0)
		return counts;
	counts.count = palloc(sums->nsums * sizeof(double));
	for (int i = 0; i < sums->nsums; i++)
		counts.count[i] = sums_value(sums, i);
	return counts;
}

static Datum
square_array(const Counts *counts, Datum *value, bool *isnull)
{
	int dimension[2] = { counts->classes, counts->classes };
	int lower_bound[2] = { 1, 1 };

	PG_RETURN_ARRAYTYPE_P(construct_md_array(value, isnull, 2, dimension, lower_bound, FLOAT8OID,
											 sizeof(float8), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE));
}

PG_FUNCTION_INFO_V1(transition_counts);
Datum
transition_counts(PG_FUNCTION_ARGS)
{
	Counts counts = rounded_counts(PG_GETARG_EXACT_SUMS(0));
	int cells = counts.classes * counts.classes;
	Datum *value;

	if (counts.count == NULL)
		PG_RETURN_NULL();
	value = palloc(cells * sizeof(Datum));
	for (int i = 0; i < cells; i++)
		value[i] = Float8GetDatum(counts.count[i]);
	return square_array(&counts, value, NULL);
}

/* Each count over the total of its class before; NULL in the row of an empty class. */
PG_FUNCTION_INFO_V1(transition_probabilities);
Datum
transition_probabilities(PG_FUNCTION_ARGS)
{
	Counts counts = rounded_counts(PG_GETARG_EXACT_SUMS(0));
	int n = counts.classes;
	Datum *value;
	bool *isnull;

	if (counts.count == NULL)
		PG_RETURN_NULL();
	value = palloc0(n * n * sizeof(Datum));
	isnull = palloc(n * n * sizeof(bool));
	for (int i = 0; i < n; i++)
	{
		double total = check_result(class_total(counts.count, n, i), "a class's total");

		for (int j = i * n; j < (i + 1) * n; j++)
		{
			isnull[j] = !(total > 0.0);
			if (total > 0.0)
				value[j] = Float8GetDatum(counts.count[j] / total);
		}
	}
	return square_array(&counts, value, isnull);
}

PG_FUNCTION_INFO_V1(transition_matrix_mobility);
Datum
transition_matrix_mobility(PG_FUNCTION_ARGS)
{
	Counts counts = rounded_counts(PG_GETARG_EXACT_SUMS(0));
	double result;

	if (counts.count == NULL || !shorrocks_mobility(counts.count, counts.classes, &result))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(check_result(result, "the mobility"));
}

static Datum
read_share(FunctionCallInfo fcinfo, MoveDirection direction)
{
	Counts counts = rounded_counts(PG_GETARG_EXACT_SUMS(0));
	double result;

	if (counts.count == NULL || !share_of_moves(counts.count, counts.classes, direction, &result))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(check_result(result, "the share"));
}

PG_FUNCTION_INFO_V1(transition_matrix_staying);
Datum
transition_matrix_staying(PG_FUNCTION_ARGS)
{
	return read_share(fcinfo, MOVE_NONE);
}

PG_FUNCTION_INFO_V1(transition_matrix_upward);
Datum
transition_matrix_upward(PG_FUNCTION_ARGS)
{
	return read_share(fcinfo, MOVE_UP);
}

PG_FUNCTION_INFO_V1(transition_matrix_downward);
Datum
transition_matrix_downward(PG_FUNCTION_ARGS)
{
	return read_share(fcinfo, MOVE_DOWN);
}

PG_FUNCTION_INFO_V1(transition_matrix_classes);
Datum
transition_matrix_classes(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32((int32) PG_GETARG_EXACT_SUMS(0)->parameter);
}

/* All of them, exactly added and rounded once. */
PG_FUNCTION_INFO_V1(transition_matrix_population);
Datum
transition_matrix_population(PG_FUNCTION_ARGS)
{
	const ExactSums *sums = PG_GETARG_EXACT_SUMS(0);
	int *sign;

	if (sums->rows == 0)
		PG_RETURN_NULL();
	sign = palloc(sums->nsums * sizeof(int));
	for (int i = 0; i < sums->nsums; i++)
		sign[i] = 1;
	PG_RETURN_FLOAT8(check_result(exact_sums_combination(sums, sign), "the population"));
}

PG_FUNCTION_INFO_V1(transition_matrix_to_jsonb);
Datum
transition_matrix_to_jsonb(PG_FUNCTION_ARGS)
{
	const ExactSums *sums = PG_GETARG_EXACT_SUMS(0);
	Counts counts = rounded_counts(sums);
	int n = counts.count == NULL ? 0 : counts.classes;
	char number[DOUBLE_SHORTEST_DECIMAL_LEN];
	StringInfoData json;
	double mobility;

	initStringInfo(&json);
	appendStringInfo(&json, "{\"observations\": " INT64_FORMAT ", \"classes\": %d, \"counts\": [",
					 sums->rows, counts.classes);
	for (int i = 0; i < n * n; i++)
	{
		double_to_shortest_decimal_buf(counts.count[i], number);
		appendStringInfo(&json, "%s%s%s%s", i % n == 0 && i > 0 ? ", " : "",
						 i % n == 0 ? "[" : ", ", number, i % n == n - 1 ? "]" : "");
	}
	if (n > 0 && shorrocks_mobility(counts.count, n, &mobility))
		double_to_shortest_decimal_buf(mobility, number);
	else
		strcpy(number, "null");
	appendStringInfo(&json, "], \"shorrocks_mobility\": %s}", number);
	return DirectFunctionCall1(jsonb_in, CStringGetDatum(json.data));
}
