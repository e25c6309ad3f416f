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
extern double check_term(double term, double weight);

#endif /* SUMMARY_H */
