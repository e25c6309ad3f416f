/* SPDX-License-Identifier: PostgreSQL */
/*
 * sums_plausible.c
 *		Whether sums can be those of an aggregate: what is read from outside, and
 *		what is left after rows were taken out, must not contradict itself.
 *
 * All comparisons are exact.  They cannot find every forgery, nor a change of a
 * digit that leaves a possible value; the checksum of the written forms is for
 * that (sums_codec.c).
 */
#include "math/flow.h"
#include "sums.h"

/* The two sums of the rates, and of the measures against a line. */
enum
{
	RATE_PART,
	RATE_WHOLE
};

enum
{
	MEASURE_BASE,
	MEASURE_TERM
};

/* Whether sum a is at most sum b. */
static bool
at_most(const ExactSums *sums, int a, int b)
{
	return exact_sums_order(sums, a, b) <= 0;
}

static bool
is_zero(const ExactSums *sums, int which)
{
	return exact_sums_sign(sums, which) == 0;
}

/* Whether the parameter is one that the kind's aggregate takes; without rows it may not be known yet. */
static bool
is_parameter(const ExactSums *sums)
{
	double parameter = sums->parameter;

	if (!isfinite(parameter) || (parameter == 0.0 && signbit(parameter)))
		return false;
	if (!sums_kind_info(sums->kind)->has_parameter)
		return parameter == 0.0;
	switch ((SumsKind) sums->kind)
	{
		case SUMS_INEQUALITY_DECOMPOSITION:
		case SUMS_SECTORS_OF_SUMMARIES:
			return parameter == 0.0 || parameter == 1.0 || parameter == 2.0;
		case SUMS_ENTROPY:
			return true;
		case SUMS_CHRONIC_HEADCOUNT:
		case SUMS_CHRONIC_POVERTY:
			return (parameter > 0.0 || (parameter == 0.0 && sums->rows == 0)) && parameter <= 1.0;
		case SUMS_TRANSITION_MATRIX:
			/* sums_count_of() knows no other than 0 and whole numbers above */
			return parameter > 0.0 || sums->rows == 0;
		default:
			return parameter >= 0.0;
	}
}

/*
 * marked: the poor whose income is zero or below.  All others have a gap of at
 * most the line, so that severity, gap and headcount follow each other.
 */
static bool
is_summary(const ExactSums *sums)
{
	bool all_marked = sums->marked == sums->rows;

	if (is_zero(sums, SUM_POPULATION) || !at_most(sums, SUM_POOR, SUM_POPULATION))
		return false;
	if (is_zero(sums, SUM_POOR))
		return sums->marked == 0 && is_zero(sums, SUM_GAP) && is_zero(sums, SUM_SEVERITY) &&
			is_zero(sums, SUM_WATTS) && is_zero(sums, SUM_SHORTFALL);
	if (sums->marked == 0)
		return at_most(sums, SUM_SEVERITY, SUM_GAP) && at_most(sums, SUM_GAP, SUM_POOR);
	return !all_marked ||
		(is_zero(sums, SUM_WATTS) && exact_sums_order(sums, SUM_POOR, SUM_POPULATION) == 0);
}

/* marked: the rows where nothing is recorded, which are not covered. */
static bool
is_coverage(const ExactSums *sums)
{
	int order = exact_sums_order(sums, RATE_PART, RATE_WHOLE);

	if (is_zero(sums, RATE_WHOLE) || order > 0)
		return false;
	return sums->marked == 0 || (sums->marked < sums->rows ? order < 0 : is_zero(sums, RATE_PART));
}

/* The form's identity: start - exits + entries = end. */
static bool
is_flow(const ExactSums *sums)
{
	int sign[FLOW_COLUMN_COUNT];

	flow_identity_signs(sums->kind == SUMS_NEAR_POVERTY_FLOW, sign);
	return exact_sums_combination(sums, sign) == 0.0;
}

/* The identities of both forms, which share the sums of the moves between the lists. */
static bool
is_flows(const ExactSums *sums)
{
	for (int form = 0; form < 2; form++)
	{
		int form_sign[FLOW_COLUMN_COUNT];
		int sign[FLOWS_SUM_COUNT] = { 0 };

		flow_identity_signs(form == 1, form_sign);
		for (int i = 0; i < FLOW_COLUMN_COUNT; i++)
			sign[flows_sum_of_column(form == 1, (FlowColumn) i)] = form_sign[i];
		if (exact_sums_combination(sums, sign) != 0.0)
			return false;
	}
	return true;
}

/* Rows that count have a weight, so that one cell at least has one. */
static bool
is_matrix(const ExactSums *sums)
{
	for (int k = 0; k < sums->nsums; k++)
		if (!is_zero(sums, k))
			return true;
	return false;
}

/*
 * Population, the chronically poor, and for chronic_poverty their shares of
 * periods in poverty, which are at most 1, their gaps and squares.
 */
static bool
is_chronic_state(const ExactSums *sums)
{
	bool nobody = is_zero(sums, MEASURE_TERM);

	if (is_zero(sums, MEASURE_BASE) || !at_most(sums, MEASURE_TERM, MEASURE_BASE))
		return false;
	for (int k = MEASURE_TERM + 1; k < sums->nsums; k++)
		if (nobody && !is_zero(sums, k))
			return false;
	return sums->nsums == MEASURE_TERM + 1 || at_most(sums, MEASURE_TERM + 1, MEASURE_TERM);
}

/*
 * The population in 8 cells, of which the upper 4 have low work intensity, and
 * that whose work intensity is known; marked: the rows where it is not known.
 */
static bool
is_arope(const ExactSums *sums)
{
	static const int all_but_known[] = { 1, 1, 1, 1, 1, 1, 1, 1, -1 };
	static const int known_but_low[] = { 0, 0, 0, 0, -1, -1, -1, -1, 1 };
	double unknown = exact_sums_combination(sums, all_but_known);
	bool none_known = is_zero(sums, lengthof(all_but_known) - 1);

	if (unknown < 0.0 || exact_sums_combination(sums, known_but_low) < 0.0)
		return false;
	return (unknown > 0.0) == (sums->marked > 0) && none_known == (sums->marked == sums->rows);
}

/*
 * The indices of inequality: incomes are not negative, and all of them are zero
 * only where every row is marked as such, in kinds that mark them.
 */
static bool
has_incomes(const ExactSums *sums, bool all_zero)
{
	return exact_sums_sign(sums, SUM_WEIGHT) > 0 && exact_sums_sign(sums, SUM_INCOME) >= 0 &&
		(!all_zero || is_zero(sums, SUM_INCOME));
}

/* What only this kind demands of sums that have rows. */
static bool
is_of_kind(const ExactSums *sums)
{
	switch ((SumsKind) sums->kind)
	{
		case SUMS_POVERTY_SUMMARY:
			return is_summary(sums);
		case SUMS_COVERAGE_RATE:
			return is_coverage(sums);
		case SUMS_POVERTY_RATE:
			return sums->marked == 0 && at_most(sums, RATE_PART, RATE_WHOLE);
		case SUMS_DISBURSEMENT_RATE:
			return sums->marked == 0;
		case SUMS_POVERTY_FLOW:
		case SUMS_NEAR_POVERTY_FLOW:
			return sums->marked == 0 && is_flow(sums);
		case SUMS_HEADCOUNT:
			return sums->marked == 0 && !is_zero(sums, MEASURE_BASE) &&
				at_most(sums, MEASURE_TERM, MEASURE_BASE);
		case SUMS_POVERTY_GAP:
		case SUMS_POVERTY_SEVERITY:
		case SUMS_WATTS:
		case SUMS_PROSPERITY_GAP:
			return sums->marked == 0 && !is_zero(sums, MEASURE_BASE);
		case SUMS_FGT:
			return sums->marked == 0 && !is_zero(sums, MEASURE_BASE) &&
				(sums->parameter > 0.0 || at_most(sums, MEASURE_TERM, MEASURE_BASE));
		case SUMS_INCOME_GAP:
		case SUMS_SHORTFALL:
			/* the base is the poor: none of them, no gap */
			return sums->marked == 0 &&
				(!is_zero(sums, MEASURE_BASE) || is_zero(sums, MEASURE_TERM));
		case SUMS_AROPE:
			return is_arope(sums);
		case SUMS_MISSING_DEPRIVATIONS:
			/* marked: the households where something is missing, so one indicator at least */
			return exact_sums_value(sums, 0) >= (double) sums->marked &&
				is_zero(sums, 0) == (sums->marked == 0);
		case SUMS_ENTROPY:
		case SUMS_ATKINSON:
			return sums->marked == 0 && has_incomes(sums, false);
		case SUMS_INEQUALITY_SUMMARY:
		case SUMS_INEQUALITY_DECOMPOSITION:
			return has_incomes(sums, sums->marked == sums->rows);
		case SUMS_POVERTY_FLOWS:
			return sums->marked == 0 && is_flows(sums);
		case SUMS_TRANSITION_MATRIX:
			return sums->marked == 0 && is_matrix(sums);
		case SUMS_CHRONIC_HEADCOUNT:
		case SUMS_CHRONIC_POVERTY:
			return sums->marked == 0 && is_chronic_state(sums);
		case SUMS_TRANSIENT_POVERTY:
			return sums->marked == 0 && !is_zero(sums, MEASURE_BASE);
		case SUMS_SECTORS_OF_SUMMARIES:
		case SUMS_SECTORS:
			return sums->marked == 0;
	}
	return true;
}

/* Whether counts, parameter and sums of a canonical value are such as the kind's aggregate makes. */
bool
sums_are_plausible(const ExactSums *sums)
{
	if (!is_parameter(sums) || sums->rows < 0 || sums->marked < 0 || sums->marked > sums->rows)
		return false;
	if (sums->rows == 0)
		return sums->nlimbs == 0;
	for (int k = 0; k < sums->nsums; k++)
		if (!sums_kind_info(sums->kind)->can_be_negative && exact_sums_sign(sums, k) < 0)
			return false;
	return is_of_kind(sums);
}
