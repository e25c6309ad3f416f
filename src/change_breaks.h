/* SPDX-License-Identifier: PostgreSQL */
/*
 * change_breaks.h
 *		A window partition that holds several series, told apart by an identifier.
 */
#ifndef CHANGE_BREAKS_H
#define CHANGE_BREAKS_H

#include "change_series.h"

extern const Series *series_of_current(FunctionCallInfo fcinfo, int label_arg,
									   SeriesPoint *current);

#endif /* CHANGE_BREAKS_H */
