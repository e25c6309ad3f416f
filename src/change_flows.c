/* SPDX-License-Identifier: PostgreSQL */
/*
 * change_flows.c
 *		Room change: both official flow forms of a panel in one aggregate.
 *
 * A row is one household between two reviews.  It is read once and counted into
 * both forms, or into none; and what leaves one list for the other is one sum,
 * which both forms show.  So the two forms cannot disagree.
 */
#include "change_flow.h"
#include "composite.h"

#include "access/htup_details.h"
#include "funcapi.h"
#include "utils/lsyscache.h"
#include "utils/typcache.h"

/* The arguments, by their number. */
enum
{
	FLOWS_BEFORE_ARG = 1,
	FLOWS_AFTER_ARG,
	FLOWS_EVER_POOR_ARG,
	FLOWS_EVER_NEAR_POOR_ARG,
	FLOWS_WEIGHT_BEFORE_ARG,
	FLOWS_WEIGHT_AFTER_ARG
};

/* A household between two reviews. */
typedef struct PanelRow
{
	int before; /* position in enum poverty_status, or -1: not in the register */
	int after;
	bool ever_poor;
	bool ever_near_poor;
	double weight_before;
	double weight_after;
} PanelRow;

/* The weight of a household that is on a list then; false when it is NULL. */
static bool
read_listed_weight(FunctionCallInfo fcinfo, int n, int status, const char *what, double *weight)
{
	bool listed = status == STATUS_POOR || status == STATUS_NEAR_POOR;

	*weight = listed ? 1.0 : 0.0;
	if (!listed || PG_NARGS() <= n)
		return true;
	if (PG_ARGISNULL(n))
		return false;
	*weight = check_not_negative(PG_GETARG_FLOAT8(n), what);
	return true;
}

/* Reads a row; false when it is to be left out. */
static bool
read_panel_row(FunctionCallInfo fcinfo, PanelRow *row)
{
	FlowEnums *enums = flow_enums(fcinfo);

	row->before = status_or_absent(fcinfo, enums, FLOWS_BEFORE_ARG);
	row->after = status_or_absent(fcinfo, enums, FLOWS_AFTER_ARG);
	row->ever_poor = !PG_ARGISNULL(FLOWS_EVER_POOR_ARG) && PG_GETARG_BOOL(FLOWS_EVER_POOR_ARG);
	row->ever_near_poor = !PG_ARGISNULL(FLOWS_EVER_NEAR_POOR_ARG) &&
		PG_GETARG_BOOL(FLOWS_EVER_NEAR_POOR_ARG);
	if (row->before < 0 && row->after < 0)
		return false;
	return read_listed_weight(fcinfo, FLOWS_WEIGHT_BEFORE_ARG, row->before, "weight_before",
							  &row->weight_before) &&
		read_listed_weight(fcinfo, FLOWS_WEIGHT_AFTER_ARG, row->after, "weight_after",
						   &row->weight_after);
}

/* Counts the row into one form; a column that both share is left to the form of the poor. */
static void
add_to_form(ExactSums **sums, bool near_poor_form, const PanelRow *row, int direction)
{
	FlowEntry entry[FLOW_MOST_ENTRIES];
	PovertyTransition transition = transition_between(near_poor_form, row->before, row->after,
													  near_poor_form ? row->ever_near_poor :
																	   row->ever_poor);
	int entries = flow_entries(near_poor_form, transition, row->weight_before, row->weight_after,
							   entry);

	for (int i = 0; i < entries; i++)
	{
		FlowColumn column = entry[i].column;

		if (near_poor_form &&
			(column == FLOW_ESCAPED_TO_NEAR_POOR || column == FLOW_FELL_FROM_NEAR_POOR))
			continue;
		sums_add(sums, flows_sum_of_column(near_poor_form, column), direction * entry[i].amount);
	}
}

static Datum
flows_row(FunctionCallInfo fcinfo, int direction)
{
	ExactSums *sums = sums_state(fcinfo, SUMS_POVERTY_FLOWS);
	PanelRow row;

	if (!read_panel_row(fcinfo, &row))
		PG_RETURN_POINTER(sums);
	add_to_form(&sums, false, &row, direction);
	add_to_form(&sums, true, &row, direction);
	sums_count(sums, direction, 0);
	PG_RETURN_POINTER(sums);
}

PG_FUNCTION_INFO_V1(poverty_flows_transition);
Datum
poverty_flows_transition(PG_FUNCTION_ARGS)
{
	return flows_row(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(poverty_flows_inverse);
Datum
poverty_flows_inverse(PG_FUNCTION_ARGS)
{
	return flows_row(fcinfo, -1);
}

/* One of the two forms as a row of type poverty_flow, given the type's oid. */
static Datum
form_datum(const ExactSums *sums, bool near_poor_form, Oid flow_type)
{
	double column[FLOW_COLUMN_COUNT];
	int form_sign[FLOW_COLUMN_COUNT];
	int sign[FLOWS_SUM_COUNT] = { 0 };
	TupleDesc descriptor = lookup_rowtype_tupdesc(flow_type, -1);
	Datum flow;

	flow_identity_signs(near_poor_form, form_sign);
	for (int i = 0; i < FLOW_COLUMN_COUNT; i++)
	{
		column[i] = sums_value(sums, flows_sum_of_column(near_poor_form, i));
		sign[flows_sum_of_column(near_poor_form, i)] = form_sign[i];
	}
	flow = flow_datum(descriptor, near_poor_form, column, exact_sums_combination(sums, sign));
	ReleaseTupleDesc(descriptor);
	return flow;
}

/* Type poverty_flows: the form of the poor and that of the near-poor. */
PG_FUNCTION_INFO_V1(poverty_flows_final);
Datum
poverty_flows_final(PG_FUNCTION_ARGS)
{
	const ExactSums *sums = sums_argument(fcinfo, SUMS_POVERTY_FLOWS);
	TupleDesc descriptor;
	Datum form[2];
	bool isnull[2] = { false, false };
	Datum flows;

	if (sums->rows == 0)
		PG_RETURN_NULL();
	descriptor = lookup_rowtype_tupdesc(get_func_rettype(fcinfo->flinfo->fn_oid), -1);
	composite_check(descriptor, lengthof(form));
	for (int i = 0; i < 2; i++)
		form[i] = form_datum(sums, i == 1, TupleDescAttr(descriptor, i)->atttypid);
	flows = HeapTupleGetDatum(heap_form_tuple(descriptor, form, isnull));
	ReleaseTupleDesc(descriptor);
	return flows;
}
