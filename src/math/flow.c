/* SPDX-License-Identifier: PostgreSQL */
/*
 * flow.c
 *		The official flow forms.  flow.h says what they are.
 */
#include "flow.h"

/* Statuses of a household as transition_between() is given them. */
enum
{
	ABSENT = -1,
	POOR = 0,
	NEAR_POOR = 1
};

/*
 * The event between two statuses (positions in enum poverty_status, or -1 for
 * a household that is not in the register), as the form of one list sees it.
 * Both must not be absent.  Who enters from the other list did not fall back
 * and is not new; of the others, those ever on this list before fell back.
 */
PovertyTransition
transition_between(bool near_poor_form, int before, int after, bool ever_before)
{
	int list = near_poor_form ? NEAR_POOR : POOR;
	int other = near_poor_form ? POOR : NEAR_POOR;
	PovertyTransition to_other = near_poor_form ? FELL_FROM_NEAR_POOR : ESCAPED_TO_NEAR_POOR;
	PovertyTransition from_other = near_poor_form ? ESCAPED_TO_NEAR_POOR : FELL_FROM_NEAR_POOR;

	if (before == list)
	{
		if (after == list)
			return STAYED;
		if (after == ABSENT)
			return DEPARTED;
		return after == other ? to_other : ESCAPED_ABOVE;
	}
	if (after == list)
	{
		if (before == ABSENT)
			return ARRIVED;
		if (before == other)
			return from_other;
		return ever_before ? FELL_BACK : FELL_NEW;
	}
	return STAYED_OUT;
}

/* Whether the household was on the list at the start. */
bool
transition_starts_in(bool near_poor_form, PovertyTransition transition)
{
	switch (transition)
	{
		case STAYED:
		case ESCAPED_ABOVE:
		case DEPARTED:
			return true;
		case ESCAPED_TO_NEAR_POOR:
			return !near_poor_form;
		case FELL_FROM_NEAR_POOR:
			return near_poor_form;
		default:
			return false;
	}
}

/* Whether the household is on the list at the end. */
bool
transition_ends_in(bool near_poor_form, PovertyTransition transition)
{
	switch (transition)
	{
		case STAYED:
		case FELL_BACK:
		case FELL_NEW:
		case ARRIVED:
			return true;
		case ESCAPED_TO_NEAR_POOR:
			return near_poor_form;
		case FELL_FROM_NEAR_POOR:
			return !near_poor_form;
		default:
			return false;
	}
}

/* Whether the household moved from one list to the other. */
bool
transition_is_between_lists(PovertyTransition transition)
{
	return transition == ESCAPED_TO_NEAR_POOR || transition == FELL_FROM_NEAR_POOR;
}

/* The column that counts the event; STAYED and STAYED_OUT have none. */
static FlowColumn
column_of(PovertyTransition transition)
{
	static const FlowColumn columns[POVERTY_TRANSITION_COUNT] = {
		[ESCAPED_TO_NEAR_POOR] = FLOW_ESCAPED_TO_NEAR_POOR,
		[ESCAPED_ABOVE] = FLOW_ESCAPED_ABOVE,
		[FELL_FROM_NEAR_POOR] = FLOW_FELL_FROM_NEAR_POOR,
		[FELL_BACK] = FLOW_FELL_BACK,
		[FELL_NEW] = FLOW_FELL_NEW,
		[ARRIVED] = FLOW_OTHER_INCREASE,
		[DEPARTED] = FLOW_OTHER_DECREASE,
	};

	return columns[transition];
}

/*
 * What one household (before = after = 1) or its members before and after add
 * to the columns; returns the number of entries.
 *
 * A move from one list to the other counts the members before it in both
 * forms, so that the two forms agree; a household that ends on the list with more or fewer
 * members than it began or entered with adds the difference to the other
 * increase or the other decrease.  The two parts of a difference are entries
 * of their own, which an exact sum adds without rounding.
 */
int
flow_entries(bool near_poor_form, PovertyTransition transition, double before, double after,
			 FlowEntry *entry)
{
	bool starts = transition_starts_in(near_poor_form, transition);
	bool ends = transition_ends_in(near_poor_form, transition);
	bool moves = transition_is_between_lists(transition);
	int n = 0;

	if (starts)
		entry[n++] = (FlowEntry) { FLOW_START, before };
	if (ends)
		entry[n++] = (FlowEntry) { FLOW_END, after };
	if (starts != ends)
		entry[n++] = (FlowEntry) { column_of(transition), starts || moves ? before : after };
	if (ends && (starts || moves) && before != after)
	{
		FlowColumn column = after > before ? FLOW_OTHER_INCREASE : FLOW_OTHER_DECREASE;
		double sign = after > before ? 1.0 : -1.0;

		entry[n++] = (FlowEntry) { column, sign * after };
		entry[n++] = (FlowEntry) { column, -sign * before };
	}
	return n;
}

/*
 * The sign of each column in end - (start - exits + entries), which is 0 when
 * the form's identity holds.  A move to the other list is an exit, one from it
 * an entry.
 */
void
flow_identity_signs(bool near_poor_form, int *sign)
{
	for (int i = 0; i < FLOW_COLUMN_COUNT; i++)
	{
		bool exit = i == FLOW_ESCAPED_ABOVE || i == FLOW_OTHER_DECREASE ||
			i == (near_poor_form ? FLOW_FELL_FROM_NEAR_POOR : FLOW_ESCAPED_TO_NEAR_POOR);

		sign[i] = exit || i == FLOW_END ? 1 : -1;
	}
}

/*
 * The sum that holds a column of one form, where both are kept together.  What
 * leaves one list for the other is one sum, which both forms show, so that they
 * cannot disagree.
 */
int
flows_sum_of_column(bool near_poor_form, FlowColumn column)
{
	static const int near_poor_sums[FLOW_COLUMN_COUNT] = {
		[FLOW_START] = 9,
		[FLOW_ESCAPED_TO_NEAR_POOR] = FLOW_ESCAPED_TO_NEAR_POOR,
		[FLOW_ESCAPED_ABOVE] = 10,
		[FLOW_OTHER_DECREASE] = 11,
		[FLOW_FELL_FROM_NEAR_POOR] = FLOW_FELL_FROM_NEAR_POOR,
		[FLOW_FELL_BACK] = 12,
		[FLOW_FELL_NEW] = 13,
		[FLOW_OTHER_INCREASE] = 14,
		[FLOW_END] = 15,
	};

	return near_poor_form ? near_poor_sums[column] : (int) column;
}
