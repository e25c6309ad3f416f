/* SPDX-License-Identifier: PostgreSQL */
/*
 * summary.h
 *		What the measures in one step and the stored summaries share.
 */
#ifndef SUMMARY_H
#define SUMMARY_H

#include "sums.h"

/* One row of a measure: weight 1 where the form has none. */
typedef struct PovertyRow
{
	double income;
	double line;
	double weight;
	bool is_poor;
} PovertyRow;

extern bool read_poverty_row(FunctionCallInfo fcinfo, const char *line_name, int weight_arg,
							 PovertyRow *row);
extern double check_term(double term, const PovertyRow *row, const char *line_name);
extern double check_amount(double term, const PovertyRow *row);
extern double check_measure(double value);

#endif /* SUMMARY_H */
