/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_survey_undefined.c
 *		Rows for which an index has no estimate, or no variance; estimates alone;
 *		the ends of shares and quantiles.  Weights below zero are those of replicates.
 */
#include "survey_rows.h"

#include <float.h>

static const double ones[] = { 1, 1, 1, 1, 1, 1, 1, 1 };

/* Calls with parameters 0, a line of 5 and the default convention, but for what is given. */
static SurveyOutcome
outcome(SurveyIndex index, double value, size_t n, const double *x, const double *y,
		const double *w)
{
	SurveyCall call = { .parameters = { value, 5.0, CONVENTION_DEFAULT, false } };

	return survey_call(&call, index, n, x, y, w);
}

static void
test_kinds(void)
{
	ok(survey_index_is_sorted(SURVEY_GINI) && survey_index_is_sorted(SURVEY_ENTROPY_BETWEEN),
	   "ranks want sorted rows");
	ok(!survey_index_is_sorted(SURVEY_MEAN) && !survey_index_is_sorted(SURVEY_HOOVER),
	   "sums do not");
	ok(outcome(SURVEY_NONE, 0, 2, ones, NULL, ones) == SURVEY_UNDEFINED, "no index, no estimate");
}

/* Weights that add up to 0, or to less. */
static void
test_no_population(void)
{
	static const SurveyIndex index[] = {
		SURVEY_MEAN,     SURVEY_LINE_OF_MEAN, SURVEY_WATTS_AT_LINE, SURVEY_ENTROPY,
		SURVEY_ATKINSON, SURVEY_HOOVER,       SURVEY_GINI,          SURVEY_SEN,
		SURVEY_SST,      SURVEY_ZENGA,        SURVEY_CONCENTRATION, SURVEY_ENTROPY_WITHIN,
		SURVEY_RATIO
	};
	static const double x[] = { 1, 2, 3 };
	static const double w[] = { 1, 1, -2 };
	bool undefined = true;
	bool empty = true;

	for (size_t i = 0; i < sizeof(index) / sizeof(index[0]); i++)
	{
		undefined = undefined && outcome(index[i], 0.5, 3, x, ones, w) == SURVEY_UNDEFINED;
		empty = empty && outcome(index[i], 0.5, 0, x, ones, w) == SURVEY_UNDEFINED;
	}
	ok(undefined, "no weight, no estimate");
	ok(empty, "no rows, no estimate");
	ok(outcome(SURVEY_ENTROPY_WITHIN, 1.0, 3, (const double[]) { 1, 2, 2 }, x,
			   (const double[]) { 5, 1, -1 }) == SURVEY_UNDEFINED,
	   "a subgroup without weight");
}

/* Weights that add up to more than 0, of incomes that do not. */
static void
test_no_income(void)
{
	static const SurveyIndex index[] = { SURVEY_ENTROPY,     SURVEY_ATKINSON,     SURVEY_HOOVER,
										 SURVEY_GINI,        SURVEY_BOTTOM_SHARE, SURVEY_PALMA,
										 SURVEY_SHARE_RATIO, SURVEY_WOLFSON,      SURVEY_ZENGA };
	static const double none[] = { 0, 0, 0, 0 };
	static const double less[] = { -100, 1, 2, 3 };
	static const double half[] = { 0, 0, 0, 9 };
	bool undefined = true;

	for (size_t i = 0; i < sizeof(index) / sizeof(index[0]); i++)
		undefined = undefined && outcome(index[i], 0.5, 4, none, NULL, ones) == SURVEY_UNDEFINED &&
			outcome(index[i], 0.5, 4, less, NULL, ones) == SURVEY_UNDEFINED;
	ok(undefined, "no income, no estimate");
	ok(outcome(SURVEY_CONCENTRATION, 0, 4, less, none, ones) == SURVEY_UNDEFINED,
	   "nothing that could be concentrated");
	ok(outcome(SURVEY_PALMA, 0, 4, half, NULL, ones) == SURVEY_UNDEFINED,
	   "no income of the poorest four tenths");
	ok(outcome(SURVEY_ENTROPY_BETWEEN, 1, 4, ones, none, ones) == SURVEY_UNDEFINED,
	   "no income in any subgroup");
	ok(outcome(SURVEY_ENTROPY_BETWEEN, 1, 4, (const double[]) { 1, 1, 2, 2 },
			   (const double[]) { -2, 1, 4, 4 }, ones) == SURVEY_UNDEFINED,
	   "a subgroup with less than no income");
}

/* Nobody below the line, or no line to be below. */
static void
test_nobody_poor(void)
{
	static const double x[] = { 4, 5, 6, 7 };
	SurveyCall call = { .parameters = { 0.1, 1.0, CONVENTION_DEFAULT, false } };

	ok(survey_call(&call, SURVEY_MEDIAN_GAP_AT_LINE, 4, x, NULL, ones) == SURVEY_UNDEFINED,
	   "no median of nobody");
	ok(survey_call(&call, SURVEY_MEDIAN_GAP, 4, x, NULL, ones) == SURVEY_UNDEFINED &&
		   survey_call(&call, SURVEY_POOR_MEDIAN, 4, x, NULL, ones) == SURVEY_UNDEFINED,
	   "nor at a line of the median");
	call.parameters.line = -1.0;
	ok(survey_call(&call, SURVEY_MEDIAN_GAP_AT_LINE, 4, (const double[]) { -3, -2, 1, 2 }, NULL,
				   ones) == SURVEY_UNDEFINED,
	   "nor a share of a line below 0");
	for (int convention = CONVENTION_DEFAULT; convention <= CONVENTION_CONVEY; convention++)
	{
		static const double none[] = { 0, 0, 0 };

		call.parameters.convention = convention;
		ok(survey_call(&call, SURVEY_SEN, 3, none, NULL, ones) == SURVEY_DEFINED &&
			   call.result.estimate == 0.0 && call.u[0] == 0.0 && call.u[2] == 0.0 &&
			   survey_call(&call, SURVEY_SST, 3, none, NULL, ones) == SURVEY_DEFINED &&
			   call.result.estimate == 0.0 && call.u[0] == 0.0 && call.u[2] == 0.0,
		   convention == CONVENTION_DEFAULT ? "nobody poor: Sen's indices are 0" :
											  "by convey's convention too");
	}
	ok(survey_call(&call, SURVEY_SEN, 2, (const double[]) { 1.0, 1.0 }, NULL, ones) ==
		   SURVEY_UNDEFINED,
	   "convey's Sen: the poor have no income whose Gini coefficient there were");
	ok(survey_call(&call, SURVEY_SST, 2, (const double[]) { 0.5, 0.0 }, NULL,
				   (const double[]) { -1, 2 }) == SURVEY_UNDEFINED,
	   "convey's Sen-Shorrocks-Thon: gaps that add up to less than 0");
}

/* Where the density is 0, so that a quantile's variable would be infinite. */
static void
test_no_density(void)
{
	static const SurveyIndex index[] = { SURVEY_QUANTILE, SURVEY_LINE_OF_MEDIAN, SURVEY_AT_RISK,
										 SURVEY_WOLFSON };
	static const double same[] = { 2, 2, 2, 2 };
	/* one income far below two that are near to each other, of next to no weight */
	static const double far[] = { 1.0, 1e32, 1.02e32 };
	static const double far_weight[] = { 1e-300, 5e9, 5e9 };
	SurveyCall call = { .parameters = { 0.5, 5.0, CONVENTION_DEFAULT, false } };
	bool none = true;

	for (size_t i = 0; i < sizeof(index) / sizeof(index[0]); i++)
		none = none && survey_call(&call, index[i], 4, same, NULL, ones) == SURVEY_NO_VARIANCE;
	ok(none, "one income has no density");
	ok(survey_call(&call, SURVEY_MEDIAN_GAP_AT_LINE, 4, same, NULL, ones) == SURVEY_NO_VARIANCE &&
		   call.result.estimate == 0.6,
	   "the median gap of one income is (5 - 2) / 5, without variance");
	call.parameters.value = 1.5;
	ok(survey_call(&call, SURVEY_MEDIAN_GAP, 4, same, NULL, ones) == SURVEY_NO_VARIANCE &&
		   survey_call(&call, SURVEY_POOR_MEDIAN, 4, same, NULL, ones) == SURVEY_NO_VARIANCE &&
		   call.result.estimate == 2.0,
	   "nor have they at a line of the median");
	call.parameters.convention = CONVENTION_CONVEY;
	call.parameters.value = 0.2;
	ok(survey_call(&call, SURVEY_SHARE_RATIO, 4, same, NULL, ones) == SURVEY_NO_VARIANCE &&
		   call.result.estimate == 0.0,
	   "convey's share ratio of one income");
	call.parameters.value = 1e-311;
	ok(survey_call(&call, SURVEY_SHARE_RATIO, 3, far, NULL, far_weight) == SURVEY_NO_VARIANCE,
	   "or where there is a density at one of its two quantiles alone");
}

/*
 * Weights that become ever smaller, and with them what they give at a point: it
 * vanishes between the two halves of these incomes, where the median is, before
 * it does so within the lower half.  The median is 20e250, that of the poor 10e250.
 */
static void
test_vanishing_density(void)
{
	static const SurveyIndex index[] = { SURVEY_MEDIAN_GAP, SURVEY_POOR_MEDIAN };
	SurveyCall call = { .parameters = { 0.9, 0.0, CONVENTION_DEFAULT, false } };

	for (size_t k = 0; k < 2; k++)
	{
		SurveyOutcome last = SURVEY_DEFINED;
		SurveyOutcome first;
		bool good = true;

		for (double weight = 1e-70; weight > 1e-75; weight *= 0.95)
		{
			double x[16];
			double w[16];

			for (int i = 0; i < 16; i++)
			{
				x[i] = i < 8 ? 10e250 : 30e250;
				w[i] = weight;
			}
			survey_call(&call, index[k], 16, x, NULL, w);
			if (weight == 1e-70)
				first = call.outcome;
			good = good && call.outcome <= last && call.outcome != SURVEY_UNDEFINED &&
				survey_near(call.result.estimate, k == 0 ? 1.0 - 10.0 / 18.0 : 10e250, 1e-15);
			last = call.outcome;
		}
		ok(good && first == SURVEY_DEFINED && last == SURVEY_NO_VARIANCE,
		   k == 0 ? "a median gap keeps its estimate when its density vanishes" :
					"and so does a median of the poor");
	}
}

/* The least and the largest p. */
static void
test_ends(void)
{
	static const double x[] = { 1, 2, 4 };
	SurveyCall call = { .parameters = { 0.0, 5.0, CONVENTION_DEFAULT, false } };

	ok(survey_call(&call, SURVEY_QUANTILE, 3, x, NULL, ones) == SURVEY_NO_VARIANCE &&
		   call.result.estimate == 1.0,
	   "the quantile at 0 is the lowest income");
	ok(survey_call(&call, SURVEY_BOTTOM_SHARE, 3, x, NULL, ones) == SURVEY_DEFINED &&
		   call.result.estimate == 0.0 && call.u[0] == 0.0 && call.u[2] == 0.0,
	   "the poorest 0 have 0, and always do");
	call.parameters.value = 1.0;
	ok(survey_call(&call, SURVEY_QUANTILE, 3, x, NULL, ones) == SURVEY_NO_VARIANCE &&
		   call.result.estimate == 4.0,
	   "the quantile at 1 is the highest income");
	ok(survey_call(&call, SURVEY_BOTTOM_SHARE, 3, x, NULL, ones) == SURVEY_DEFINED &&
		   call.result.estimate == 1.0 && call.u[0] == 0.0 && call.u[2] == 0.0,
	   "all have all, and always do");
	call.parameters.convention = CONVENTION_CONVEY;
	call.parameters.value = 1.5;
	ok(survey_call(&call, SURVEY_QUANTILE, 3, x, NULL, ones) == SURVEY_NO_VARIANCE &&
		   call.result.estimate == 4.0,
	   "what no share of the weight reaches is the highest income");
}

/* Replicates want estimates alone: they are those that come with a variable. */
static void
test_estimates_alone(void)
{
	static const struct
	{
		SurveyIndex index;
		double value;
	} cases[] = {
		{ SURVEY_MEAN, 0 },           { SURVEY_TOTAL, 0 },         { SURVEY_RATIO, 0 },
		{ SURVEY_LINE_OF_MEAN, 0.5 }, { SURVEY_WATTS_AT_LINE, 0 }, { SURVEY_FGT_AT_LINE, 1 },
		{ SURVEY_QUANTILE, 0.3 },     { SURVEY_AT_RISK, 0.6 },     { SURVEY_MEDIAN_GAP_AT_LINE, 0 },
		{ SURVEY_MEDIAN_GAP, 0.6 },   { SURVEY_POOR_MEDIAN, 0.6 }, { SURVEY_SHARE_RATIO, 0.2 },
		{ SURVEY_BOTTOM_SHARE, 0.3 }, { SURVEY_TOP_SHARE, 0.3 },   { SURVEY_PALMA, 0 },
		{ SURVEY_WOLFSON, 0 },
	};
	static const double x[] = { 1, 2, 3, 4, 6, 7, 9, 11 };
	static const double y[] = { 2, 1, 2, 3, 2, 5, 2, 1 };
	static const double w[] = { 1, 2, 1, 1, 1.5, 1, 2, 1 };
	bool same = true;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		SurveyCall whole = { .parameters = { cases[i].value, 5.0, CONVENTION_DEFAULT, false } };
		SurveyCall alone = { .parameters = { cases[i].value, 5.0, CONVENTION_DEFAULT, true } };

		same = same && survey_call(&whole, cases[i].index, 8, x, y, w) == SURVEY_DEFINED &&
			survey_call(&alone, cases[i].index, 8, x, y, w) == SURVEY_DEFINED &&
			same_bits(whole.result.estimate, alone.result.estimate);
	}
	ok(same, "estimates without a variable are the same");
}

/* Incomes that differ in their last bits: Hoover's index is 0, or next to it, but not below. */
static void
test_next_to_equal(void)
{
	static const double below[] = { -1, 3, -0.5 };
	SurveyCall call = { .parameters = { 0.0, 0.0, CONVENTION_DEFAULT, false } };
	uint64_t state = 3;
	bool small = true;

	for (int round = 0; round < 2000; round++)
	{
		double x[4];
		double w[4];

		for (int i = 0; i < 4; i++)
		{
			x[i] = 0.1 + (double) (next_random(&state) % 3) * 0x1p-56;
			w[i] = 0.1 + (double) (next_random(&state) % 100) / 7.0;
		}
		small = small && survey_call(&call, SURVEY_HOOVER, 4, x, NULL, w) == SURVEY_DEFINED &&
			call.result.estimate >= 0.0 && call.result.estimate < 1e-15;
	}
	ok(small, "Hoover of incomes that are next to equal");
	/* W = 1.5, T = 4, the mean 8/3: 2 of 1.5 and 6 of 4 are below it */
	ok(survey_call(&call, SURVEY_HOOVER, 3, (const double[]) { 0, 2, 4 }, NULL, below) ==
			   SURVEY_DEFINED &&
		   survey_near(call.result.estimate, 2 / 1.5 - 6.0 / 4, 1e-15),
	   "what weights below zero make of it stands");
}

int
main(void)
{
	test_kinds();
	test_no_population();
	test_no_income();
	test_nobody_poor();
	test_no_density();
	test_vanishing_density();
	test_ends();
	test_estimates_alone();
	test_next_to_equal();
	return tap_done();
}
