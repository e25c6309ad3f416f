/* SPDX-License-Identifier: PostgreSQL */
/*
 * target.c
 *		How a target stands, and what a flow does for it.
 */
#include "target.h"
#include "flow.h"

#include <math.h>

/* Shares this near to each other are equal: rates have no more than 12 digits. */
#define ON_THE_LINE 1e-12

/* Whether a value is as good as the target or better, seen from the start. */
static bool
meets(const TargetCase *c, double value)
{
	return c->target < c->start ? value <= c->target : value >= c->target;
}

/*
 * The projection is a straight line through the start and the present, not below
 * 0, for neither a rate nor a count is.  It meets the target by the target's
 * period exactly when the share attained is at least the share of time elapsed;
 * that comparison is made here, but for the rounding of rates, so that a plan
 * that is just on its line is on track.
 */
TargetProgress
progress_towards(const TargetCase *c)
{
	TargetProgress p = { 0 };
	double elapsed = c->actual_period - c->start_period;
	double left = c->target_period - c->actual_period;

	p.has_direction = c->start != c->target;
	p.has_pace = elapsed > 0.0;
	p.has_time_left = left > 0.0;
	p.time_elapsed = elapsed / (c->target_period - c->start_period);
	p.met = p.has_direction && meets(c, c->actual);
	if (p.has_direction)
		p.attainment = (c->start - c->actual) / (c->start - c->target);
	if (p.has_time_left)
		p.required = (c->target - c->actual) / left;
	if (p.has_pace)
	{
		p.annual_change = (c->actual - c->start) / elapsed;
		p.projected = fmax(c->actual + p.annual_change * left, 0.0);
		p.on_track = p.has_direction && p.attainment >= p.time_elapsed - ON_THE_LINE;
	}
	p.is_reached = p.has_direction && p.has_pace && p.attainment > 0.0;
	if (p.is_reached)
		p.reached_in = c->start_period + elapsed / p.attainment;
	return p;
}

/* The columns are those of a flow form, FLOW_START to FLOW_END. */
GrossAndNet
gross_against_net(bool near_poor_form, const double *column, double target)
{
	double out = column[near_poor_form ? FLOW_FELL_FROM_NEAR_POOR : FLOW_ESCAPED_TO_NEAR_POOR];
	double in = column[near_poor_form ? FLOW_ESCAPED_TO_NEAR_POOR : FLOW_FELL_FROM_NEAR_POOR];

	return (GrossAndNet) {
		.exits = column[FLOW_ESCAPED_ABOVE] + out,
		.other_exits = column[FLOW_OTHER_DECREASE],
		.entries = in + column[FLOW_FELL_BACK] + column[FLOW_FELL_NEW],
		.other_entries = column[FLOW_OTHER_INCREASE],
		.net = column[FLOW_START] - column[FLOW_END],
		.planned = column[FLOW_START] - target,
	};
}
