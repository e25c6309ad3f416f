/*
 * composite.h
 *		Results of named composite types.
 */
#ifndef COMPOSITE_H
#define COMPOSITE_H

#include "poverty_ext.h"

extern Datum composite_result(FunctionCallInfo fcinfo, Datum *value, bool *isnull, int count);

#endif /* COMPOSITE_H */
