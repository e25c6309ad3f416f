/* SPDX-License-Identifier: PostgreSQL */
/*
 * change_target.c
 *		Room change: how a target stands, gross flows against the net change,
 *		linking of series, anchored lines.
 */
#include "composite.h"
#include "math/digits.h"
#include "math/exact_sum.h"
#include "math/flow.h"
#include "math/target.h"

#include "access/htup_details.h"
#include "executor/executor.h"
#include "utils/builtins.h"

/* A column of a result; NULL where it is undefined. */
static void
set_number(Datum *value, bool *isnull, bool defined, double number, const char *what)
{
	*isnull = !defined;
	*value = defined ? Float8GetDatum(check_result(number, what)) : (Datum) 0;
}

/* Columns of type target_progress. */
enum
{
	PROGRESS_START,
	PROGRESS_ACTUAL,
	PROGRESS_TARGET,
	PROGRESS_ATTAINMENT,
	PROGRESS_TIME_ELAPSED,
	PROGRESS_ANNUAL_CHANGE,
	PROGRESS_REQUIRED,
	PROGRESS_PROJECTED,
	PROGRESS_REACHED_IN,
	PROGRESS_ON_TRACK,
	PROGRESS_MET,
	PROGRESS_ASSUMPTION,
	PROGRESS_COLUMN_COUNT
};

static text *
assumption_text(const TargetCase *c, const TargetProgress *progress)
{
	if (!progress->has_pace)
		return cstring_to_text(
			"no time has passed since the start: there is no pace to go on with");
	return cstring_to_text(psprintf(
		"a straight line: the average change of %.6g a year from %.10g to %.10g goes on until %.10g, not below 0",
		progress->annual_change, c->start_period, c->actual_period, c->target_period));
}

static void
check_order(const TargetCase *c)
{
	if (c->actual_period < c->start_period || c->target_period < c->actual_period ||
		c->target_period == c->start_period)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the periods %s, %s and %s are not start, present and end of a plan",
						float8out_internal(c->start_period), float8out_internal(c->actual_period),
						float8out_internal(c->target_period)),
				 errhint("The present must not be before the start nor after the target's period, and the target's period must be after the start.")));
}

PG_FUNCTION_INFO_V1(target_progress);
Datum
target_progress(PG_FUNCTION_ARGS)
{
	TargetCase c = { check_finite(PG_GETARG_FLOAT8(0), "start"),
					 check_finite(PG_GETARG_FLOAT8(1), "start_period"),
					 check_finite(PG_GETARG_FLOAT8(2), "actual"),
					 check_finite(PG_GETARG_FLOAT8(3), "actual_period"),
					 check_finite(PG_GETARG_FLOAT8(4), "target"),
					 check_finite(PG_GETARG_FLOAT8(5), "target_period") };
	TargetProgress p;
	Datum value[PROGRESS_COLUMN_COUNT];
	bool isnull[PROGRESS_COLUMN_COUNT] = { false };

	check_order(&c);
	p = progress_towards(&c);
	value[PROGRESS_START] = Float8GetDatum(c.start);
	value[PROGRESS_ACTUAL] = Float8GetDatum(c.actual);
	value[PROGRESS_TARGET] = Float8GetDatum(c.target);
	set_number(&value[PROGRESS_ATTAINMENT], &isnull[PROGRESS_ATTAINMENT], p.has_direction,
			   p.attainment, "the attainment");
	set_number(&value[PROGRESS_TIME_ELAPSED], &isnull[PROGRESS_TIME_ELAPSED], true, p.time_elapsed,
			   "the time elapsed");
	set_number(&value[PROGRESS_ANNUAL_CHANGE], &isnull[PROGRESS_ANNUAL_CHANGE], p.has_pace,
			   p.annual_change, "the annual change");
	set_number(&value[PROGRESS_REQUIRED], &isnull[PROGRESS_REQUIRED], p.has_time_left, p.required,
			   "the required change");
	set_number(&value[PROGRESS_PROJECTED], &isnull[PROGRESS_PROJECTED], p.has_pace, p.projected,
			   "the projection");
	set_number(&value[PROGRESS_REACHED_IN], &isnull[PROGRESS_REACHED_IN], p.is_reached,
			   p.reached_in, "the period in which the target is reached");
	isnull[PROGRESS_ON_TRACK] = !p.has_pace || !p.has_direction;
	value[PROGRESS_ON_TRACK] = BoolGetDatum(p.on_track);
	isnull[PROGRESS_MET] = !p.has_direction;
	value[PROGRESS_MET] = BoolGetDatum(p.met);
	value[PROGRESS_ASSUMPTION] = PointerGetDatum(assumption_text(&c, &p));
	return composite_result(fcinfo, value, isnull, PROGRESS_COLUMN_COUNT);
}

/* Columns of a flow are rounded one by one: their identity holds to this part of the largest. */
#define IDENTITY_TOLERANCE 1e-12

/* Columns of type gross_and_net. */
enum
{
	GROSS_EXITS,
	GROSS_OTHER_EXITS,
	GROSS_ENTRIES,
	GROSS_OTHER_ENTRIES,
	GROSS_NET,
	GROSS_PLANNED,
	GROSS_ATTAINMENT,
	GROSS_NET_ATTAINMENT,
	GROSS_NET_MET,
	GROSS_COLUMN_COUNT
};

/* Whether a form is that of the near-poor; others than it and that of the poor there are not. */
static bool
is_near_poor_form(Oid status)
{
	EnumCache cache = { 0 };
	int position = enum_position(&cache, status, poverty_status_labels, POVERTY_STATUS_COUNT);

	if (position != STATUS_POOR && position != STATUS_NEAR_POOR)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("there is no flow form of status \"%s\"", poverty_status_labels[position]),
				 errhint("Give the flow of \"poor\" or of \"near_poor\" households.")));
	return position == STATUS_NEAR_POOR;
}

/* Refuses a form whose end is not what its other columns make, but for the rounding of each. */
static void
check_identity(bool near_poor_form, const double *column)
{
	int sign[FLOW_COLUMN_COUNT];
	double size = 0.0;
	double residual;

	flow_identity_signs(near_poor_form, sign);
	residual = exact_sum_of(column, sign, FLOW_COLUMN_COUNT);
	for (int i = 0; i < FLOW_COLUMN_COUNT; i++)
		size = Max(size, column[i]);
	if (!(fabs(residual) <= IDENTITY_TOLERANCE * size))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the flow does not add up: start - exits + entries is %s, not the end, %s",
						float8out_internal(column[FLOW_END] - residual),
						float8out_internal(column[FLOW_END])),
				 errhint("Correct the form; flow_findings() says where it may be wrong.")));
}

/* The columns of a poverty_flow, which must not be NULL; returns whether it is the near-poor's. */
static bool
read_flow(HeapTupleHeader flow, double *column)
{
	static const char *const name[FLOW_COLUMN_COUNT] = {
		"start",          "escaped_to_near_poor", "escaped_above",
		"other_decrease", "fell_from_near_poor",  "fell_back",
		"fell_new",       "other_increase",       "end"
	};
	bool isnull;
	Datum status = GetAttributeByNum(flow, 1, &isnull);
	bool missing = isnull;
	bool near_poor_form;

	for (int i = 0; i < FLOW_COLUMN_COUNT && !missing; i++)
	{
		Datum value = GetAttributeByNum(flow, (AttrNumber) (i + 2), &isnull);

		missing = isnull;
		if (!missing)
			column[i] = check_not_negative(DatumGetFloat8(value), name[i]);
	}
	if (missing)
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("a column of the flow is NULL"),
				 errhint("Give a poverty_flow as the aggregate of that name returns it.")));
	near_poor_form = is_near_poor_form(DatumGetObjectId(status));
	check_identity(near_poor_form, column);
	return near_poor_form;
}

PG_FUNCTION_INFO_V1(gross_and_net);
Datum
gross_and_net(PG_FUNCTION_ARGS)
{
	double target = check_not_negative(PG_GETARG_FLOAT8(1), "target");
	double column[FLOW_COLUMN_COUNT];
	bool near_poor_form = read_flow(PG_GETARG_HEAPTUPLEHEADER(0), column);
	GrossAndNet g = gross_against_net(near_poor_form, column, target);
	bool planned = g.planned > 0.0;
	Datum value[GROSS_COLUMN_COUNT];
	bool isnull[GROSS_COLUMN_COUNT] = { false };

	set_number(&value[GROSS_EXITS], &isnull[GROSS_EXITS], true, g.exits, "a sum");
	set_number(&value[GROSS_OTHER_EXITS], &isnull[GROSS_OTHER_EXITS], true, g.other_exits, "a sum");
	set_number(&value[GROSS_ENTRIES], &isnull[GROSS_ENTRIES], true, g.entries, "a sum");
	set_number(&value[GROSS_OTHER_ENTRIES], &isnull[GROSS_OTHER_ENTRIES], true, g.other_entries,
			   "a sum");
	set_number(&value[GROSS_NET], &isnull[GROSS_NET], true, g.net, "the net fall");
	set_number(&value[GROSS_PLANNED], &isnull[GROSS_PLANNED], true, g.planned, "the planned fall");
	set_number(&value[GROSS_ATTAINMENT], &isnull[GROSS_ATTAINMENT], planned, g.exits / g.planned,
			   "the attainment");
	set_number(&value[GROSS_NET_ATTAINMENT], &isnull[GROSS_NET_ATTAINMENT], planned,
			   g.net / g.planned, "the attainment");
	value[GROSS_NET_MET] = BoolGetDatum(column[FLOW_END] <= target);
	return composite_result(fcinfo, value, isnull, GROSS_COLUMN_COUNT);
}

/* value * (new / old): a figure of the old series on the level of the new one. */
PG_FUNCTION_INFO_V1(link_by_ratio);
Datum
link_by_ratio(PG_FUNCTION_ARGS)
{
	double value = check_finite(PG_GETARG_FLOAT8(0), "value");
	double old = check_positive(PG_GETARG_FLOAT8(1), "overlap_in_old_series");
	double new = check_positive(PG_GETARG_FLOAT8(2), "overlap_in_new_series");

	PG_RETURN_FLOAT8(check_result(value * (new / old), "the linked value"));
}

/* value + (new - old): the same with differences kept instead of ratios. */
PG_FUNCTION_INFO_V1(link_by_difference);
Datum
link_by_difference(PG_FUNCTION_ARGS)
{
	double value = check_finite(PG_GETARG_FLOAT8(0), "value");
	double old = check_finite(PG_GETARG_FLOAT8(1), "overlap_in_old_series");
	double new = check_finite(PG_GETARG_FLOAT8(2), "overlap_in_new_series");

	PG_RETURN_FLOAT8(check_result(value + (new - old), "the linked value"));
}

/* line * (now / then). */
PG_FUNCTION_INFO_V1(anchored_line);
Datum
anchored_line(PG_FUNCTION_ARGS)
{
	double line = check_positive(PG_GETARG_FLOAT8(0), "line");
	double then = check_positive(PG_GETARG_FLOAT8(1), "price_index_then");
	double now = check_positive(PG_GETARG_FLOAT8(2), "price_index_now");
	double anchored = check_result(line * (now / then), "the anchored line");

	PG_RETURN_FLOAT8(check_positive(anchored, "the anchored line"));
}

PG_FUNCTION_INFO_V1(digits_transposed);
Datum
digits_transposed(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(digits_swapped(PG_GETARG_FLOAT8(0), PG_GETARG_FLOAT8(1)));
}
