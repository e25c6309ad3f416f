/* SPDX-License-Identifier: PostgreSQL */
/*
 * change_flow.c
 *		Room change: transitions of households and the official flow forms.
 */
#include "change_flow.h"
#include "composite.h"

#include "access/htup_details.h"
#include "funcapi.h"
#include "utils/lsyscache.h"
#include "utils/typcache.h"

static EnumLabel transition_labels[POVERTY_TRANSITION_COUNT] = { "stayed",
																 "stayed_out",
																 "escaped_to_near_poor",
																 "escaped_above",
																 "fell_from_near_poor",
																 "fell_back",
																 "fell_new",
																 "arrived",
																 "departed" };

FlowEnums *
flow_enums(FunctionCallInfo fcinfo)
{
	if (fcinfo->flinfo->fn_extra == NULL)
		fcinfo->flinfo->fn_extra = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt,
														  sizeof(FlowEnums));
	return fcinfo->flinfo->fn_extra;
}

/* Whose form the status argument asks for: false the poor's, true the near-poor's. */
static bool
is_near_poor_form(FlowEnums *enums, Oid of_status)
{
	int status = enum_position(&enums->status, of_status, poverty_status_labels,
							   POVERTY_STATUS_COUNT);

	if (status != STATUS_POOR && status != STATUS_NEAR_POOR)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("there is no flow form of status \"%s\"", poverty_status_labels[status]),
				 errhint("Give \"poor\" or \"near_poor\" as of_status.")));
	return status == STATUS_NEAR_POOR;
}

/* The status in argument n, or -1 for NULL: the household is not in the register. */
int
status_or_absent(FunctionCallInfo fcinfo, FlowEnums *enums, int n)
{
	return PG_ARGISNULL(n) ? -1 :
							 enum_position(&enums->status, PG_GETARG_OID(n), poverty_status_labels,
										   POVERTY_STATUS_COUNT);
}

PG_FUNCTION_INFO_V1(poverty_transition);
Datum
poverty_transition(PG_FUNCTION_ARGS)
{
	FlowEnums *enums = flow_enums(fcinfo);
	int before = status_or_absent(fcinfo, enums, 0);
	int after = status_or_absent(fcinfo, enums, 1);
	bool ever_before = !PG_ARGISNULL(2) && PG_GETARG_BOOL(2);
	PovertyTransition transition;

	if (PG_ARGISNULL(3) || (before < 0 && after < 0))
		PG_RETURN_NULL();
	transition = transition_between(is_near_poor_form(enums, PG_GETARG_OID(3)), before, after,
									ever_before);
	if (!OidIsValid(enums->transition_type))
		enums->transition_type = get_func_rettype(fcinfo->flinfo->fn_oid);
	PG_RETURN_OID(
		enum_value(&enums->transition, enums->transition_type, transition_labels, transition));
}

/* The arguments of one row of poverty_flow(), whatever its form. */
typedef struct FlowRow
{
	bool near_poor_form;
	PovertyTransition transition;
	double before;
	double after;
} FlowRow;

/*
 * A weight that the transition needs; false when it is NULL.  The others are
 * not looked at, for a household that was absent has none.
 */
static bool
read_weight(FunctionCallInfo fcinfo, int n, bool needed, const char *what, double *weight)
{
	*weight = 0.0;
	if (!needed)
		return true;
	if (PG_ARGISNULL(n))
		return false;
	*weight = check_not_negative(PG_GETARG_FLOAT8(n), what);
	return true;
}

/* Reads a row; false when it is to be left out. */
static bool
read_row(FunctionCallInfo fcinfo, bool weighted, FlowRow *row)
{
	FlowEnums *enums = flow_enums(fcinfo);
	int status_arg = weighted ? 4 : 2;
	bool starts;
	bool ends;

	row->near_poor_form = false;
	if (PG_ARGISNULL(1))
		return false;
	if (PG_NARGS() > status_arg)
	{
		if (PG_ARGISNULL(status_arg))
			return false;
		row->near_poor_form = is_near_poor_form(enums, PG_GETARG_OID(status_arg));
	}
	row->transition = enum_position(&enums->transition, PG_GETARG_OID(1), transition_labels,
									POVERTY_TRANSITION_COUNT);
	row->before = 1.0;
	row->after = 1.0;
	if (!weighted)
		return true;
	starts = transition_starts_in(row->near_poor_form, row->transition) ||
		transition_is_between_lists(row->transition);
	ends = transition_ends_in(row->near_poor_form, row->transition);
	return read_weight(fcinfo, 2, starts, "weight_before", &row->before) &&
		read_weight(fcinfo, 3, ends, "weight_after", &row->after);
}

/* The state, which must speak of the form that the row speaks of. */
static ExactSums *
flow_state(FunctionCallInfo fcinfo, const FlowRow *row)
{
	SumsKind kind = row->near_poor_form ? SUMS_NEAR_POVERTY_FLOW : SUMS_POVERTY_FLOW;
	const ExactSums *before = PG_ARGISNULL(0) ? NULL : PG_GETARG_EXACT_SUMS(0);

	if (before != NULL && before->rows == 0)
		return sums_new(kind);
	if (before != NULL && before->kind != kind)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("of_status differs between the rows of one group"),
				 errhint("Use one call of poverty_flow() for each of the two forms.")));
	return sums_state(fcinfo, kind);
}

static Datum
flow_row(FunctionCallInfo fcinfo, bool weighted, int direction)
{
	FlowRow row;
	FlowEntry entry[FLOW_MOST_ENTRIES];
	ExactSums *sums;
	int entries;

	if (!read_row(fcinfo, weighted, &row))
		return PG_ARGISNULL(0) ? PointerGetDatum(sums_new(SUMS_POVERTY_FLOW)) : PG_GETARG_DATUM(0);
	sums = flow_state(fcinfo, &row);
	entries = flow_entries(row.near_poor_form, row.transition, row.before, row.after, entry);
	for (int i = 0; i < entries; i++)
		sums_add(&sums, entry[i].column, direction * entry[i].amount);
	sums_count(sums, direction, 0);
	PG_RETURN_POINTER(sums);
}

PG_FUNCTION_INFO_V1(poverty_flow_transition);
Datum
poverty_flow_transition(PG_FUNCTION_ARGS)
{
	return flow_row(fcinfo, false, 1);
}

PG_FUNCTION_INFO_V1(poverty_flow_inverse);
Datum
poverty_flow_inverse(PG_FUNCTION_ARGS)
{
	return flow_row(fcinfo, false, -1);
}

PG_FUNCTION_INFO_V1(poverty_flow_weighted_transition);
Datum
poverty_flow_weighted_transition(PG_FUNCTION_ARGS)
{
	return flow_row(fcinfo, true, 1);
}

PG_FUNCTION_INFO_V1(poverty_flow_weighted_inverse);
Datum
poverty_flow_weighted_inverse(PG_FUNCTION_ARGS)
{
	return flow_row(fcinfo, true, -1);
}

/* A row of type poverty_flow: the status, the columns, what the identity misses by. */
Datum
flow_datum(TupleDesc descriptor, bool near_poor_form, const double *column, double residual)
{
	EnumCache status = { 0 };
	Datum value[FLOW_COLUMN_COUNT + 2];
	bool isnull[FLOW_COLUMN_COUNT + 2] = { false };

	composite_check(descriptor, lengthof(value));
	value[0] = ObjectIdGetDatum(enum_value(&status, TupleDescAttr(descriptor, 0)->atttypid,
										   poverty_status_labels,
										   near_poor_form ? STATUS_NEAR_POOR : STATUS_POOR));
	for (int i = 0; i < FLOW_COLUMN_COUNT; i++)
		value[i + 1] = Float8GetDatum(column[i]);
	value[FLOW_COLUMN_COUNT + 1] = Float8GetDatum(residual);
	return HeapTupleGetDatum(heap_form_tuple(descriptor, value, isnull));
}

PG_FUNCTION_INFO_V1(poverty_flow_final);
Datum
poverty_flow_final(PG_FUNCTION_ARGS)
{
	const ExactSums *sums = PG_GETARG_EXACT_SUMS(0);
	bool near_poor_form = sums->kind == SUMS_NEAR_POVERTY_FLOW;
	TupleDesc descriptor;
	int sign[FLOW_COLUMN_COUNT];
	double column[FLOW_COLUMN_COUNT];
	Datum flow;

	if (!near_poor_form)
		sums = sums_argument(fcinfo, SUMS_POVERTY_FLOW);
	if (sums->rows == 0)
		PG_RETURN_NULL();

	for (int i = 0; i < FLOW_COLUMN_COUNT; i++)
		column[i] = sums_value(sums, i);
	flow_identity_signs(near_poor_form, sign);
	descriptor = lookup_rowtype_tupdesc(get_func_rettype(fcinfo->flinfo->fn_oid), -1);
	flow = flow_datum(descriptor, near_poor_form, column, exact_sums_combination(sums, sign));
	ReleaseTupleDesc(descriptor);
	fcinfo->isnull = false;
	return flow;
}

/* The columns of a published form, 1 to 9 in its own order. */
PG_FUNCTION_INFO_V1(flow_residual);
Datum
flow_residual(PG_FUNCTION_ARGS)
{
	static const char *const names[FLOW_COLUMN_COUNT] = { "start_count", "out_1", "out_2",
														  "out_3",       "in_1",  "in_2",
														  "in_3",        "in_4",  "end_count" };
	double column[FLOW_COLUMN_COUNT];
	int sign[FLOW_COLUMN_COUNT];

	for (int i = 0; i < FLOW_COLUMN_COUNT; i++)
		column[i] = check_not_negative(PG_GETARG_FLOAT8(i), names[i]);
	flow_identity_signs(false, sign);
	PG_RETURN_FLOAT8(check_result(exact_sum_of(column, sign, FLOW_COLUMN_COUNT), "the residual"));
}
