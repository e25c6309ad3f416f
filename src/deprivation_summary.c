/* SPDX-License-Identifier: PostgreSQL */
/*
 * deprivation_summary.c
 *		Room deprivation: counting households into an mpi_summary, and merging.
 *
 * The one-step measures have the same state, so that they give the same bits
 * as their readers.
 */
#include "deprivation.h"

/* What a function returns that aggregates and people call: the state as it is, or a canonical value. */
static Datum
state_or_value(FunctionCallInfo fcinfo, MpiSummary *summary)
{
	PG_RETURN_POINTER(AggCheckCallContext(fcinfo, NULL) ? summary : mpi_canonical(summary));
}

/* The first argument as a state that may be changed: in place within an aggregate, a copy otherwise. */
static MpiSummary *
state_argument(FunctionCallInfo fcinfo)
{
	MpiSummary *summary;

	if (PG_ARGISNULL(0))
	{
		summary = mpi_allocate(0, false, 0);
		mpi_init(summary);
		return summary;
	}
	summary = PG_GETARG_MPI_SUMMARY(0);
	if (unlikely(!AggCheckCallContext(fcinfo, NULL)))
		summary = mpi_resized(summary, (MpiWindow) { summary->lowest, summary->nwords });
	return summary;
}

/* The parameters are constants of the group. */
pg_noreturn static pg_noinline void
refuse_parameters(const char *what)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s differs between the households of one summary", what),
			 errhint("Make a summary of its own for each set of weights, each k, and for gaps and plain deprivations.")));
}

pg_noreturn static pg_noinline void
refuse_absent(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("an mpi_summary does not hold the households that are to be taken out of it"),
			 errhint("Take out only households that were counted in.")));
}

/* What is left of a summary, as a value: it must be one that households can have made. */
static MpiSummary *
checked_remainder(const MpiSummary *left)
{
	MpiSummary *value;

	if (left->rows == 0 && !mpi_is_without_sums(left))
		refuse_absent();
	value = mpi_canonical(left);
	if (!mpi_is_plausible(value))
		refuse_absent();
	return value;
}

/* What a function returns that takes households out of a state; aggregates take out only what they counted in. */
static Datum
state_or_remainder(FunctionCallInfo fcinfo, MpiSummary *left)
{
	PG_RETURN_POINTER(AggCheckCallContext(fcinfo, NULL) ? left : checked_remainder(left));
}

/* A state without households with the parameters of the row. */
static MpiSummary *
new_state(FunctionCallInfo fcinfo, bool has_gaps)
{
	IndicatorWeights weights;
	MpiSummary *state;
	double k = check_cutoff(PG_GETARG_FLOAT8(3));

	read_weights(PG_GETARG_DATUM(2), &weights);
	state = mpi_allocate(weights.indicators, has_gaps, 0);
	(void) mpi_set_parameters(state, weights.weight, weights.indicators, k, has_gaps);
	return state;
}

/* The row must have the parameters of the state; -0 as a weight makes the quick look fail and is 0 all the same. */
static void
check_parameters(FunctionCallInfo fcinfo, const MpiSummary *state, bool has_gaps)
{
	IndicatorWeights weights;

	if (likely(PG_GETARG_FLOAT8(3) == state->k && state->has_gaps == has_gaps &&
			   weights_are(PG_GETARG_DATUM(2), state->weight, state->indicators)))
		return;
	if (check_cutoff(PG_GETARG_FLOAT8(3)) != state->k)
		refuse_parameters("k");
	if (state->has_gaps != has_gaps)
		refuse_parameters("whether gaps are given");
	read_weights(PG_GETARG_DATUM(2), &weights);
	if (weights.indicators != state->indicators ||
		memcmp(weights.weight, state->weight, (Size) weights.indicators * sizeof(double)) != 0)
		refuse_parameters("the array of weights");
}

/* Adds a gap, or its square, of a poor household. */
static inline void
add_part(MpiSummary **state, MpiSum sum, int indicator, double value)
{
	MpiTerm term = mpi_term(value);

	while (unlikely(!mpi_add_part(*state, sum, indicator, term)))
		*state = mpi_resized(*state, mpi_window_for(*state, term));
}

static void
add_row(MpiSummary **state, const Deprivations *row, double weight)
{
	MpiTerm term = mpi_term(weight);

	while (unlikely(!mpi_add_row(*state, row->deprived, term)))
		*state = mpi_resized(*state, mpi_window_for(*state, term));
	if (!(*state)->has_gaps || !mpi_is_poor(*state, row->deprived))
		return;
	for (uint64_t left = row->deprived; left != 0; left &= left - 1)
	{
		int j = __builtin_ctzll(left);
		double gap = row->gap[j] * weight;

		add_part(state, MPI_GAP, j, gap);
		add_part(state, MPI_SEVERITY, j, gap * row->gap[j]);
	}
}

/* The state has rows. */
static void
take_row(MpiSummary *state, const Deprivations *row, double weight)
{
	bool good = mpi_take_row(state, row->deprived, mpi_term(weight));
	uint64_t left = 0;

	if (state->has_gaps && mpi_is_poor(state, row->deprived))
		left = row->deprived;
	for (; good && left != 0; left &= left - 1)
	{
		int j = __builtin_ctzll(left);
		double gap = row->gap[j] * weight;

		good = mpi_take_part(state, MPI_GAP, j, mpi_term(gap)) &&
			mpi_take_part(state, MPI_SEVERITY, j, mpi_term(gap * row->gap[j]));
	}
	if (!good)
		refuse_absent();
}

/*
 * Counts a household in (direction 1) or out (-1).  Arguments: state,
 * deprivations, weights of the indicators, k, and in some forms a weight.
 */
static Datum
count_row(FunctionCallInfo fcinfo, DeprivationForm form, int direction)
{
	MpiSummary *state = state_argument(fcinfo);
	Deprivations row;
	double weight = 1.0;

	if (PG_ARGISNULL(1) || PG_ARGISNULL(2) || PG_ARGISNULL(3))
		return state_or_value(fcinfo, state);
	if (PG_NARGS() > 4)
	{
		if (PG_ARGISNULL(4))
			return state_or_value(fcinfo, state);
		weight = check_not_negative(PG_GETARG_FLOAT8(4), "weight");
		if (weight == 0.0)
			return state_or_value(fcinfo, state);
	}
	if (unlikely(state->rows == 0))
	{
		if (direction < 0)
			refuse_absent();
		state = new_state(fcinfo, form == FORM_GAPS);
	}
	else
		check_parameters(fcinfo, state, form == FORM_GAPS);
	read_deprivations(PG_GETARG_DATUM(1), form, &row);
	check_indicators(&row, state->indicators);
	check_all_known(&row);
	if (direction < 0)
	{
		take_row(state, &row, weight);
		return state_or_remainder(fcinfo, state);
	}
	add_row(&state, &row, weight);
	return state_or_value(fcinfo, state);
}

/* The transition function of a form, and its inverse for moving windows. */
#define DEFINE_COUNTING(name, form)                         \
	PG_FUNCTION_INFO_V1(mpi_summary_##name##_transition);   \
	Datum mpi_summary_##name##_transition(PG_FUNCTION_ARGS) \
	{                                                       \
		return count_row(fcinfo, form, 1);                  \
	}                                                       \
	PG_FUNCTION_INFO_V1(mpi_summary_##name##_inverse);      \
	Datum mpi_summary_##name##_inverse(PG_FUNCTION_ARGS)    \
	{                                                       \
		return count_row(fcinfo, form, -1);                 \
	}

DEFINE_COUNTING(booleans, FORM_BOOLEANS)
DEFINE_COUNTING(bits, FORM_BITS)
DEFINE_COUNTING(mask, FORM_MASK)
DEFINE_COUNTING(gaps, FORM_GAPS)

/* In which of its parameters one summary differs from another. */
static char *
difference_of(const MpiSummary *a, const MpiSummary *b)
{
	int j = 0;

	if (a->indicators != b->indicators)
		return psprintf("the number of indicators: %d and %d", a->indicators, b->indicators);
	if (a->k != b->k)
		return psprintf("k: %s and %s", float8out_internal(a->k), float8out_internal(b->k));
	if (a->has_gaps != b->has_gaps)
		return psprintf("having gaps: the %s was made of plain deprivations",
						a->has_gaps ? "second" : "first");
	while (a->weight[j] == b->weight[j])
		j++;
	return psprintf("the weight of indicator %d: %s and %s", j + 1,
					float8out_internal(a->weight[j]), float8out_internal(b->weight[j]));
}

/* Two summaries can be joined, or compared, when they agree in their parameters. */
void
check_same_parameters(const MpiSummary *a, const MpiSummary *b)
{
	if (unlikely(!mpi_same_parameters(a, b)))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("two mpi_summaries differ in %s", difference_of(a, b)),
				 errhint("Make both with the same indicators, weights and k, and of gaps both or neither.")));
}

/* Adds the households of the second, in place where the window allows it. */
static MpiSummary *
add_summary(MpiSummary *into, const MpiSummary *from)
{
	MpiWindow window;
	int64 rows;

	if (from->rows == 0)
		return into;
	if (into->rows == 0)
		return mpi_resized(from, (MpiWindow) { from->lowest, from->nwords });
	check_same_parameters(into, from);
	if (__builtin_add_overflow(into->rows, from->rows, &rows))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("mpi_summaries add up to more households than can be counted, which is 2^63 - 1"),
				 errhint("No table has so many: make the summaries again from its households.")));
	window = mpi_window_of_both(into, from);
	if (window.lowest != into->lowest || window.nwords != into->nwords)
		into = mpi_resized(into, window);
	if (!mpi_merge(into, from))
	{
		into = mpi_resized(into, mpi_window_above(into));
		(void) mpi_merge(into, from);
	}
	return into;
}

/* Takes the households of the second away. */
static MpiSummary *
take_summary(MpiSummary *from, const MpiSummary *what)
{
	MpiWindow window;

	if (what->rows == 0)
		return from;
	if (from->rows < what->rows)
		refuse_absent();
	check_same_parameters(from, what);
	window = mpi_window_of_both(from, what);
	if (window.lowest != from->lowest || window.nwords != from->nwords)
		from = mpi_resized(from, window);
	if (!mpi_subtract(from, what))
		refuse_absent();
	return from;
}

PG_FUNCTION_INFO_V1(mpi_summary_add);
Datum
mpi_summary_add(PG_FUNCTION_ARGS)
{
	return state_or_value(fcinfo, add_summary(state_argument(fcinfo), PG_GETARG_MPI_SUMMARY(1)));
}

PG_FUNCTION_INFO_V1(mpi_summary_take_away);
Datum
mpi_summary_take_away(PG_FUNCTION_ARGS)
{
	MpiSummary *state = state_argument(fcinfo);

	return state_or_remainder(fcinfo, take_summary(state, PG_GETARG_MPI_SUMMARY(1)));
}

PG_FUNCTION_INFO_V1(mpi_summary_merge);
Datum
mpi_summary_merge(PG_FUNCTION_ARGS)
{
	MpiSummary *copy = mpi_canonical(PG_GETARG_MPI_SUMMARY(0));

	PG_RETURN_POINTER(mpi_canonical(add_summary(copy, PG_GETARG_MPI_SUMMARY(1))));
}

PG_FUNCTION_INFO_V1(mpi_summary_subtract);
Datum
mpi_summary_subtract(PG_FUNCTION_ARGS)
{
	MpiSummary *copy = mpi_canonical(PG_GETARG_MPI_SUMMARY(0));

	PG_RETURN_POINTER(checked_remainder(take_summary(copy, PG_GETARG_MPI_SUMMARY(1))));
}

/* A state as a value: canonical, and NULL without a household. */
PG_FUNCTION_INFO_V1(mpi_summary_final);
Datum
mpi_summary_final(PG_FUNCTION_ARGS)
{
	const MpiSummary *summary = PG_GETARG_MPI_SUMMARY(0);

	if (summary->rows == 0)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(mpi_canonical(summary));
}
