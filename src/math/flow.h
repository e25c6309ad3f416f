/* SPDX-License-Identifier: PostgreSQL */
/*
 * flow.h
 *		The official flow forms: how households entered and left a list.
 *
 * Two lists are kept, of the poor and of the near-poor, each with a form whose
 * columns tie its start to its end.  A transition is an event of one household
 * between two reviews, told as the form of one list sees it.  The two events
 * between the lists bear the same name in both forms: what leaves one list by
 * it enters the other.
 */
#ifndef MATH_FLOW_H
#define MATH_FLOW_H

#include <stdbool.h>

/* The order of the labels of enum poverty_transition. */
typedef enum PovertyTransition
{
	STAYED,
	STAYED_OUT,
	ESCAPED_TO_NEAR_POOR,
	ESCAPED_ABOVE,
	FELL_FROM_NEAR_POOR,
	FELL_BACK,
	FELL_NEW,
	ARRIVED,
	DEPARTED
} PovertyTransition;

#define POVERTY_TRANSITION_COUNT 9

/* The columns of a form, in the order of type poverty_flow. */
typedef enum FlowColumn
{
	FLOW_START,
	FLOW_ESCAPED_TO_NEAR_POOR,
	FLOW_ESCAPED_ABOVE,
	FLOW_OTHER_DECREASE,
	FLOW_FELL_FROM_NEAR_POOR,
	FLOW_FELL_BACK,
	FLOW_FELL_NEW,
	FLOW_OTHER_INCREASE,
	FLOW_END
} FlowColumn;

#define FLOW_COLUMN_COUNT 9
#define FLOW_MOST_ENTRIES 5

/* The sums that hold both forms: the moves between the lists are shared. */
#define FLOWS_SUM_COUNT (2 * FLOW_COLUMN_COUNT - 2)

/* One number that a household adds to a column. */
typedef struct FlowEntry
{
	FlowColumn column;
	double amount;
} FlowEntry;

extern PovertyTransition transition_between(bool near_poor_form, int before, int after,
											bool ever_before);
extern bool transition_starts_in(bool near_poor_form, PovertyTransition transition);
extern bool transition_ends_in(bool near_poor_form, PovertyTransition transition);
extern bool transition_is_between_lists(PovertyTransition transition);
extern int flow_entries(bool near_poor_form, PovertyTransition transition, double before,
						double after, FlowEntry *entry);
extern int flows_sum_of_column(bool near_poor_form, FlowColumn column);
extern void flow_identity_signs(bool near_poor_form, int *sign);

#endif /* MATH_FLOW_H */
