/* SPDX-License-Identifier: PostgreSQL */
/*
 * line.h
 *		Poverty lines: categories of households, amounts by period, purchasing
 *		power, equivalence scales.
 *
 * Plain C.  Arguments are checked by the caller; a number that is not known is
 * NaN where a comment says so.
 */
#ifndef LINE_H
#define LINE_H

#include <stdbool.h>

/* How a standard tells the poor: by income, and by deprivations. */
typedef enum LineRule
{
	LINE_RULE_INCOME,
	LINE_RULE_INCOME_OR_DEPRIVATIONS,
	LINE_RULE_INCOME_AND_DEPRIVATIONS,
	LINE_RULE_RELATIVE
} LineRule;

/*
 * What a household is, or which number is wanting to tell.  The first four are
 * in the order of the labels of enum poverty_status.
 */
typedef enum LineOutcome
{
	LINE_POOR,
	LINE_NEAR_POOR,
	LINE_AVERAGE,
	LINE_BETTER_OFF,
	LINE_WANTS_DEPRIVATIONS,
	LINE_WANTS_NEAR_POOR_LINE,
	LINE_WANTS_AVERAGE_LINE
} LineOutcome;

/* The lines of one standard, area type and time: money a person and period. */
typedef struct LineBands
{
	double line;
	bool line_is_poor;     /* an income equal to the line is poor */
	double near_poor_line; /* NaN: not known */
	double average_line;   /* NaN: not known */
} LineBands;

typedef enum LinePeriod
{
	LINE_PERIOD_DAY,
	LINE_PERIOD_WEEK,
	LINE_PERIOD_MONTH,
	LINE_PERIOD_QUARTER,
	LINE_PERIOD_YEAR
} LinePeriod;

#define LINE_PERIOD_COUNT 5

typedef enum LineScale
{
	LINE_SCALE_OECD_MODIFIED,
	LINE_SCALE_OECD_OLD,
	LINE_SCALE_SQUARE_ROOT,
	LINE_SCALE_PER_CAPITA
} LineScale;

#define LINE_SCALE_COUNT 4

extern bool line_counts_as_poor(double line, bool line_is_poor, double income);
extern LineOutcome line_classify(LineRule rule, const LineBands *bands, double min_deprivations,
								 double income, double deprivations);
extern double line_threshold(double line, bool line_is_poor);
extern bool line_societal(double median, double ppp_year, double *line);
extern double line_to_ppp(double amount, double cpi, double ppp, double days);
extern double line_per_period(double amount, LinePeriod from, LinePeriod to);
extern double line_equivalence_scale(double adults, double children, LineScale scale);

#endif /* LINE_H */
