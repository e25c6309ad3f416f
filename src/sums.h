/* SPDX-License-Identifier: PostgreSQL */
/*
 * sums.h
 *		Exact sums as the state of aggregates, and as stored values.
 */
#ifndef SUMS_H
#define SUMS_H

#include "math/exact_sum.h"
#include "poverty_ext.h"

#include "lib/stringinfo.h"

/*
 * Which aggregate a state belongs to.  The numbers are stored: new ones are
 * added at the end, none is given a new meaning.
 */
typedef enum SumsKind
{
	SUMS_POVERTY_RATE = 1,
	SUMS_COVERAGE_RATE,
	SUMS_DISBURSEMENT_RATE,
	SUMS_POVERTY_FLOW,
	SUMS_NEAR_POVERTY_FLOW,
	SUMS_POVERTY_SUMMARY,
	SUMS_HEADCOUNT,
	SUMS_POVERTY_GAP,
	SUMS_POVERTY_SEVERITY,
	SUMS_WATTS,
	SUMS_INCOME_GAP,
	SUMS_SHORTFALL,
	SUMS_FGT,
	SUMS_PROSPERITY_GAP,
	SUMS_ENTROPY = 20,
	SUMS_ATKINSON,
	SUMS_INEQUALITY_SUMMARY,
	SUMS_INEQUALITY_DECOMPOSITION,
	SUMS_AROPE = 40,
	SUMS_MISSING_DEPRIVATIONS = 41,
	SUMS_POVERTY_FLOWS = 50,
	SUMS_TRANSITION_MATRIX,
	SUMS_CHRONIC_HEADCOUNT,
	SUMS_CHRONIC_POVERTY,
	SUMS_TRANSIENT_POVERTY,
	SUMS_SECTORS_OF_SUMMARIES,
	SUMS_SECTORS
} SumsKind;

/* The kind of what is read as exact_sums: any that is no value. */
#define SUMS_ANY_STATE 0

/* The sums of a transition_matrix are as many as the square of the number of its classes, its parameter. */
#define SUMS_SQUARE_OF_PARAMETER (-1)
#define TRANSITION_CLASSES_MAX 255

/* The sums of a poverty_summary. */
enum
{
	SUM_POPULATION,
	SUM_POOR,
	SUM_GAP,
	SUM_SEVERITY,
	SUM_WATTS,
	SUM_SHORTFALL,
	POVERTY_SUM_COUNT
};

/* The sums of an inequality_summary; a decomposition has one more. */
enum
{
	SUM_WEIGHT,
	SUM_INCOME,
	SUM_LOG,
	SUM_INCOME_LOG,
	SUM_SQUARE,
	INEQUALITY_SUM_COUNT,
	SUM_BETWEEN = INEQUALITY_SUM_COUNT,
	INEQUALITY_DECOMPOSITION_SUM_COUNT
};

/* What is known of a kind: its aggregate, its sums (or SUMS_SQUARE_OF_PARAMETER),
 * whether they can be negative. */
typedef struct SumsKindInfo
{
	const char *aggregate;
	int nsums;
	bool can_be_negative;
	bool is_value; /* whether values of the kind have a type of their own, and are stored */
	bool has_parameter;
} SumsKindInfo;

#define DatumGetExactSums(datum) ((ExactSums *) PG_DETOAST_DATUM(datum))
#define PG_GETARG_EXACT_SUMS(n) DatumGetExactSums(PG_GETARG_DATUM(n))

extern const SumsKindInfo *sums_kind_info(int kind);
extern int sums_count_of(SumsKind kind, double parameter);
extern ExactSums *sums_allocate(int nsums, int nlimbs);
extern ExactSums *sums_canonical(const ExactSums *sums);
extern ExactSums *sums_new(SumsKind kind);
extern ExactSums *sums_state(FunctionCallInfo fcinfo, SumsKind kind);
extern const ExactSums *sums_argument(FunctionCallInfo fcinfo, SumsKind kind);
extern void sums_grow(ExactSums **sums, ExactWindow window);
extern void sums_reserve(ExactSums **sums, const double *value, int count);
extern void sums_add_slowly(ExactSums **sums, int which, double value);
extern void sums_count(ExactSums *sums, int64 rows, int64 marked);
extern Datum sums_state_or_value(FunctionCallInfo fcinfo, ExactSums *sums);
extern void sums_merge(ExactSums **sums, const ExactSums *other, int sign);
extern ExactSums *sums_difference(const ExactSums *all, const ExactSums *part);
extern double sums_value(const ExactSums *sums, int which);

/* sums_plausible.c */
extern bool sums_are_plausible(const ExactSums *sums);

/* sums_codec.c: the binary and the text form, of the type of a kind, or of exact_sums (no kind) */
extern void sums_write(StringInfo buffer, const ExactSums *sums);
extern ExactSums *sums_read(StringInfo buffer, int kind);
extern void sums_write_number(StringInfo json, const char *name, double value);
extern char *sums_to_text(const ExactSums *sums);
extern ExactSums *sums_from_text(const char *text, int kind);

/* Adds a finite value to one of the sums, which may move the state. */
static inline void
sums_add(ExactSums **sums, int which, double value)
{
	if (unlikely(!exact_sums_add(*sums, which, value)))
		sums_add_slowly(sums, which, value);
}

/* Adds the terms of a row, each to its sum (direction 1), or takes them away (-1). */
static inline void
sums_add_row(ExactSums **sums, const double *term, int count, int direction)
{
	if ((*sums)->nlimbs == 0)
		sums_reserve(sums, term, count);
	for (int i = 0; i < count; i++)
		sums_add(sums, i, direction * term[i]);
}

#endif /* SUMS_H */
