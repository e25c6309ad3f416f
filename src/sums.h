/*
 * sums.h
 *		The state of the aggregates that add: exact sums and counts of rows.
 */
#ifndef SUMS_H
#define SUMS_H

#include "poverty_ext.h"
#include "math/exact_sum.h"

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
	SUMS_NEAR_POVERTY_FLOW
} SumsKind;

#define DatumGetExactSums(datum) ((ExactSums *) PG_DETOAST_DATUM(datum))
#define PG_GETARG_EXACT_SUMS(n) DatumGetExactSums(PG_GETARG_DATUM(n))

extern ExactSums *sums_new(SumsKind kind);
extern ExactSums *sums_state(FunctionCallInfo fcinfo, SumsKind kind);
extern const ExactSums *sums_argument(FunctionCallInfo fcinfo, SumsKind kind);
extern void sums_grow(ExactSums **sums, ExactWindow window);
extern void sums_add_slowly(ExactSums **sums, int which, double value);
extern void sums_count(ExactSums *sums, int64 rows, int64 unrecorded);
extern double sums_value(const ExactSums *sums, int which);

/* Adds a finite value to one of the sums, which may move the state. */
static inline void
sums_add(ExactSums **sums, int which, double value)
{
	if (unlikely(!exact_sums_add(*sums, which, value)))
		sums_add_slowly(sums, which, value);
}

#endif /* SUMS_H */
