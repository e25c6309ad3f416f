/* SPDX-License-Identifier: PostgreSQL */
/*
 * change_flow.h
 *		What the aggregates over flows share: the enums of a call site, and rows of
 *		type poverty_flow.
 */
#ifndef CHANGE_FLOW_H
#define CHANGE_FLOW_H

#include "sums.h"
#include "math/flow.h"

#include "access/tupdesc.h"

/* What a call site remembers of the enums. */
typedef struct FlowEnums
{
	EnumCache status;
	EnumCache transition;
	Oid transition_type;
} FlowEnums;

extern FlowEnums *flow_enums(FunctionCallInfo fcinfo);
extern int status_or_absent(FunctionCallInfo fcinfo, FlowEnums *enums, int n);
extern Datum flow_datum(TupleDesc descriptor, bool near_poor_form, const double *column,
						double residual);

#endif /* CHANGE_FLOW_H */
