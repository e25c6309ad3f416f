/* SPDX-License-Identifier: PostgreSQL */
/*
 * composite.h
 *		Results of named composite types.
 */
#ifndef COMPOSITE_H
#define COMPOSITE_H

#include "poverty_ext.h"

#include "access/tupdesc.h"

extern void composite_check(TupleDesc descriptor, int count);
extern TupleDesc composite_descriptor(FunctionCallInfo fcinfo, int count);
extern Datum composite_result(FunctionCallInfo fcinfo, Datum *value, bool *isnull, int count);

#endif /* COMPOSITE_H */
