/* SPDX-License-Identifier: PostgreSQL */
/*
 * line_errors.h
 *		What the room says when it has no answer, and what to do then.
 */
#ifndef LINE_ERRORS_H
#define LINE_ERRORS_H

#include "line_lookup.h"

pg_noreturn extern void line_refuse_standard(const LineLookup *lookup, const text *name);
pg_noreturn extern void line_refuse_infinite_date(DateADT on_date);
pg_noreturn extern void line_refuse_lookup(const LineLookup *lookup, const LineStandard *standard,
										   const LineGroup *group, const text *area_type,
										   DateADT on_date);
pg_noreturn extern void line_refuse_area_type(const LineLookup *lookup,
											  const LineStandard *standard, const text *area_type);
pg_noreturn extern void line_refuse_no_points(const LineLookup *lookup,
											  const LineStandard *standard, const text *area_type);
pg_noreturn extern void line_refuse_unverified(const LineLookup *lookup,
											   const LineStandard *standard, const LineRow *row,
											   const char *which, const text *area_type,
											   const DateADT *on_date);
pg_noreturn extern void line_refuse_no_categories(const LineLookup *lookup,
												  const LineStandard *standard,
												  const text *area_type, DateADT on_date);
pg_noreturn extern void line_refuse_deprivations(const LineLookup *lookup,
												 const LineStandard *standard, double deprivations);
pg_noreturn extern void line_refuse_deprivation_points(const LineStandard *standard, double points);
pg_noreturn extern void line_refuse_above_points(const LineStandard *standard, const LineRow *row,
												 double points);

#endif /* LINE_ERRORS_H */
