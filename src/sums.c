/* SPDX-License-Identifier: PostgreSQL */
/*
 * sums.c
 *		Exact sums as the state of aggregates, and as stored values.
 *
 * The state is a flat varlena, so that partial states travel between parallel
 * workers and servers as values of a type.  While rows are added it is changed
 * in place.
 */
#include "sums.h"

#include "common/int.h"

/* What is known of a kind, or NULL when there is no such kind. */
const SumsKindInfo *
sums_kind_info(int kind)
{
	static const SumsKindInfo kinds[] = {
		[SUMS_POVERTY_RATE] = { "poverty_rate", 2, false, false, false },
		[SUMS_COVERAGE_RATE] = { "coverage_rate", 2, false, false, false },
		[SUMS_DISBURSEMENT_RATE] = { "disbursement_rate", 2, true, false, false },
		[SUMS_POVERTY_FLOW] = { "poverty_flow of the poor", 9, false, false, false },
		[SUMS_NEAR_POVERTY_FLOW] = { "poverty_flow of the near-poor", 9, false, false, false },
		[SUMS_POVERTY_SUMMARY] = { "poverty_summary", POVERTY_SUM_COUNT, false, true, false },
		[SUMS_HEADCOUNT] = { "headcount_ratio", 2, false, false, false },
		[SUMS_POVERTY_GAP] = { "poverty_gap", 2, false, false, false },
		[SUMS_POVERTY_SEVERITY] = { "poverty_severity", 2, false, false, false },
		[SUMS_WATTS] = { "watts_index", 2, false, false, false },
		[SUMS_INCOME_GAP] = { "income_gap_ratio", 2, false, false, false },
		[SUMS_SHORTFALL] = { "mean_shortfall and total_shortfall", 2, false, false, false },
		[SUMS_FGT] = { "fgt", 2, false, false, true },
		[SUMS_PROSPERITY_GAP] = { "prosperity_gap", 2, false, false, false },
		[SUMS_ENTROPY] = { "generalized_entropy", 3, true, false, true },
		[SUMS_ATKINSON] = { "atkinson_index", 3, true, false, true },
		[SUMS_INEQUALITY_SUMMARY] = { "inequality_summary", INEQUALITY_SUM_COUNT, true, true,
									  false },
		[SUMS_INEQUALITY_DECOMPOSITION] = { "inequality_decomposition",
											INEQUALITY_DECOMPOSITION_SUM_COUNT, true, false, true },
		[SUMS_AROPE] = { "arope_summary", 9, false, false, false },
		[SUMS_MISSING_DEPRIVATIONS] = { "missing_deprivations", 1, false, false, false },
		[SUMS_POVERTY_FLOWS] = { "poverty_flows", 16, false, false, false },
		[SUMS_TRANSITION_MATRIX] = { "transition_matrix", SUMS_SQUARE_OF_PARAMETER, false, true,
									 true },
		[SUMS_CHRONIC_HEADCOUNT] = { "chronic_headcount", 2, false, false, true },
		[SUMS_CHRONIC_POVERTY] = { "chronic_poverty", 5, false, false, true },
		[SUMS_TRANSIENT_POVERTY] = { "transient_poverty", 3, false, false, true },
		[SUMS_SECTORS_OF_SUMMARIES] = { "ravallion_huppi of summaries", 6, false, false, true },
		[SUMS_SECTORS] = { "ravallion_huppi", 6, true, false, false },
	};

	/* numbers that are left free have no aggregate */
	return kind >= 1 && kind < (int) lengthof(kinds) && kinds[kind].aggregate != NULL ?
		&kinds[kind] :
		NULL;
}

/* How many sums a state of a known kind has that has this parameter; -1 when no state has it. */
int
sums_count_of(SumsKind kind, double parameter)
{
	int nsums = sums_kind_info(kind)->nsums;

	if (nsums != SUMS_SQUARE_OF_PARAMETER)
		return nsums;
	if (!(parameter >= 0.0 && parameter <= TRANSITION_CLASSES_MAX) || parameter != floor(parameter))
		return -1;
	return (int) parameter * (int) parameter;
}

/* Memory for a value with these dimensions, in the current memory context. */
ExactSums *
sums_allocate(int nsums, int nlimbs)
{
	Size size = exact_sums_size(nsums, nlimbs);
	ExactSums *sums = palloc(size);

	SET_VARSIZE(sums, size);
	return sums;
}

/* A copy with another window, in the current memory context. */
static ExactSums *
copy_with_window(const ExactSums *sums, ExactWindow window)
{
	ExactSums *copy = sums_allocate(sums->nsums, window.nlimbs);

	exact_sums_copy(copy, sums, window);
	return copy;
}

/* A copy in the canonical form. */
ExactSums *
sums_canonical(const ExactSums *sums)
{
	ExactSums *copy = copy_with_window(sums, exact_sums_window_canonical(sums));

	exact_sums_make_canonical(copy);
	SET_VARSIZE(copy, exact_sums_size(copy->nsums, copy->nlimbs));
	return copy;
}

static void
check_kind(const ExactSums *sums, SumsKind kind)
{
	if (unlikely(sums->kind != kind))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a partial state of %s was given where one of %s is needed",
						sums_kind_info(sums->kind)->aggregate, sums_kind_info(kind)->aggregate),
				 errhint("Combine only partial states that the same aggregate, with the same parameters, has made.")));
}

/* A state without rows, in the current memory context. */
ExactSums *
sums_new(SumsKind kind)
{
	int nsums = sums_count_of(kind, 0.0);
	ExactSums *sums = sums_allocate(nsums, 0);

	exact_sums_init(sums, kind, nsums);
	return sums;
}

/*
 * The first argument of a transition function, as a state that may be changed:
 * in place when called by an aggregate, a copy otherwise, and a new one in
 * place of NULL.  A state that is new or has grown is allocated in the current
 * memory context; the executor moves it to where it belongs.
 */
ExactSums *
sums_state(FunctionCallInfo fcinfo, SumsKind kind)
{
	ExactSums *sums;

	if (PG_ARGISNULL(0))
		return sums_new(kind);
	sums = PG_GETARG_EXACT_SUMS(0);
	check_kind(sums, kind);
	if (unlikely(!AggCheckCallContext(fcinfo, NULL)))
		sums = copy_with_window(sums, (ExactWindow) { sums->lowest, sums->nlimbs });
	return sums;
}

/* The first argument of a final function: a state that is only read. */
const ExactSums *
sums_argument(FunctionCallInfo fcinfo, SumsKind kind)
{
	const ExactSums *sums = PG_GETARG_EXACT_SUMS(0);

	check_kind(sums, kind);
	return sums;
}

/* Gives the state a larger window. */
void
sums_grow(ExactSums **sums, ExactWindow window)
{
	if (window.lowest != (*sums)->lowest || window.nlimbs != (*sums)->nlimbs)
		*sums = copy_with_window(*sums, window);
}

/*
 * Gives a state that is still empty a window for all values of its first row,
 * value[i] for sum i, so that it grows once and not sum by sum.
 */
void
sums_reserve(ExactSums **sums, const double *value, int count)
{
	ExactSums widest = **sums;

	for (int i = 0; i < count; i++)
	{
		ExactWindow window;

		if (value[i] == 0.0)
			continue;
		window = exact_sums_window_for(&widest, value[i]);
		widest.lowest = (int16) window.lowest;
		widest.nlimbs = (int16) window.nlimbs;
	}
	sums_grow(sums, (ExactWindow) { widest.lowest, widest.nlimbs });
}

/* sums_add() where the window does not cover the value yet. */
void
sums_add_slowly(ExactSums **sums, int which, double value)
{
	sums_grow(sums, exact_sums_window_for(*sums, value));
	if (!exact_sums_add(*sums, which, value))
		elog(ERROR, "window of exact sums does not cover %g", value);
}

pg_noreturn static pg_noinline void
refuse_removal(const ExactSums *sums)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("a state of %s does not hold the rows that are to be taken out of it",
					sums_kind_info(sums->kind)->aggregate),
			 errhint("Take out only rows that were counted in.")));
}

pg_noreturn static pg_noinline void
refuse_count(const ExactSums *sums)
{
	ereport(ERROR,
			(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
			 errmsg("rows of %s add up to more than can be counted, which is 2^63 - 1",
					sums_kind_info(sums->kind)->aggregate),
			 errhint("No table has so many rows: make the states or summaries again from theirs.")));
}

/*
 * Counts rows in; the inverse transition counts them out with -1.  What is
 * taken out must have been counted in.
 */
void
sums_count(ExactSums *sums, int64 rows, int64 marked)
{
	if (unlikely(pg_add_s64_overflow(sums->rows, rows, &sums->rows) ||
				 pg_add_s64_overflow(sums->marked, marked, &sums->marked)))
		refuse_count(sums);
	if (unlikely(sums->rows < 0 || sums->marked < 0))
		refuse_removal(sums);
}

/*
 * What a function returns that aggregates and people call: within an aggregate
 * the state as it is, and otherwise a value that is canonical and, however rows
 * were taken out of it, possible.
 */
Datum
sums_state_or_value(FunctionCallInfo fcinfo, ExactSums *sums)
{
	if (AggCheckCallContext(fcinfo, NULL))
		PG_RETURN_POINTER(sums);
	sums = sums_canonical(sums);
	if (!sums_are_plausible(sums))
		refuse_removal(sums);
	PG_RETURN_POINTER(sums);
}

/* One of the sums, rounded once. */
double
sums_value(const ExactSums *sums, int which)
{
	return check_result(exact_sums_value(sums, which), "a sum");
}

/*
 * Adds (sign 1) or takes away (sign -1) a value of the same kind and parameter,
 * in place where the window allows it.
 */
void
sums_merge(ExactSums **sums, const ExactSums *other, int sign)
{
	check_kind(other, (*sums)->kind);
	if ((*sums)->parameter != other->parameter)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("partial states of %s differ in their parameter: %s and %s",
						sums_kind_info(other->kind)->aggregate, float8out_internal((*sums)->parameter),
						float8out_internal(other->parameter)),
				 errhint("The parameter must be the same for all rows of a group.")));
	sums_grow(sums, exact_sums_window_of_both(*sums, other));
	if (!exact_sums_merge(*sums, other, sign))
		refuse_count(*sums);
	if (unlikely((*sums)->rows < 0 || (*sums)->marked < 0))
		refuse_removal(*sums);
}

/* The rows of the first value that are not in the second, which must all be in the first: a canonical value. */
ExactSums *
sums_difference(const ExactSums *all, const ExactSums *part)
{
	ExactSums *sums = sums_canonical(all);

	/* a value without rows may not know its parameter */
	if (part->rows > 0)
		sums_merge(&sums, part, -1);
	sums = sums_canonical(sums);
	if (!sums_are_plausible(sums))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the second summary holds rows that the first does not"),
				 errhint("Subtract only a summary of rows that were counted into the first.")));
	return sums;
}

PG_FUNCTION_INFO_V1(exact_sums_combine);
Datum
exact_sums_combine(PG_FUNCTION_ARGS)
{
	const ExactSums *other = PG_GETARG_EXACT_SUMS(1);
	ExactSums *sums;

	/* a state that met no row yet may not know which kind it will be */
	if (other->rows == 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	if (PG_GETARG_EXACT_SUMS(0)->rows == 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(1));

	sums = sums_state(fcinfo, other->kind);
	sums_merge(&sums, other, 1);
	PG_RETURN_POINTER(sums);
}
