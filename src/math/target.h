/* SPDX-License-Identifier: PostgreSQL */
/*
 * target.h
 *		How a target stands, and what a flow does for it.
 */
#ifndef MATH_TARGET_H
#define MATH_TARGET_H

#include <stdbool.h>

/* A plan: from the start to the target, and where it is now.  Periods are in years. */
typedef struct TargetCase
{
	double start;
	double start_period;
	double actual;
	double actual_period;
	double target;
	double target_period;
} TargetCase;

typedef struct TargetProgress
{
	bool has_direction; /* start and target differ */
	bool has_pace;      /* time has passed since the start */
	bool has_time_left; /* until the target's period */
	bool is_reached;    /* at this pace, or already */
	bool on_track;      /* the projection meets the target */
	bool met;           /* already now */
	double attainment;
	double time_elapsed; /* share of the time */
	double annual_change;
	double required;   /* change a year from now on */
	double projected;  /* in the target's period */
	double reached_in; /* period */
} TargetProgress;

/* A flow against a planned number on the list at its end. */
typedef struct GrossAndNet
{
	double exits; /* columns 2 and 3 of the form: to the other list, and above */
	double other_exits;
	double entries; /* from the other list, again, or new */
	double other_entries;
	double net;     /* start - end */
	double planned; /* start - target */
} GrossAndNet;

extern TargetProgress progress_towards(const TargetCase *c);
extern GrossAndNet gross_against_net(bool near_poor_form, const double *column, double target);

#endif /* MATH_TARGET_H */
