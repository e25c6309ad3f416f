/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_survey_convey.c
 *		The conventions of R's convey, as survey.h and its files define them.
 *
 * Where a linearised variable is the derivative of the estimate it is held
 * against the slope between weights a little smaller and a little larger; the
 * estimates and the other variables against their definitions, by hand or
 * written out row by row.
 */
#include "survey_rows.h"

#define ROWS 7

/* No two are equal: convey's indices go from row to row. */
static const double income[ROWS] = { 1, 2, 3, 4.5, 6, 9, 30 };
static const double gaps[ROWS] = { 0.8, 0.6, 0.4, 0.1, 0, 0, 0 };
static const double weights[ROWS] = { 2, 1, 3, 1.5, 2, 0.5, 1 };

static SurveyCall
call_with(double value, double line)
{
	return (SurveyCall) { .parameters = { value, line, CONVENTION_CONVEY, false } };
}

static double
estimate(SurveyIndex index, const double *weight, SurveyCall *call)
{
	*call = call_with(0.0, 5.0);
	if (survey_call(call, index, ROWS, index == SURVEY_SEN || index == SURVEY_SST ? gaps : income,
					NULL, weight) != SURVEY_DEFINED)
		return NAN;
	return call->result.estimate;
}

static void
test_slopes(void)
{
	static const struct
	{
		SurveyIndex index;
		const char *name;
	} cases[] = { { SURVEY_GINI, "Gini" },
				  { SURVEY_SEN, "Sen" },
				  { SURVEY_SST, "Sen-Shorrocks-Thon" },
				  { SURVEY_ZENGA, "Zenga" } };

	for (size_t c = 0; c < sizeof(cases) / sizeof(cases[0]); c++)
	{
		SurveyCall call;
		SurveyCall other;
		bool good = true;

		(void) estimate(cases[c].index, weights, &call);
		for (int i = 0; i < ROWS; i++)
		{
			const double step = 1e-5;
			double more[ROWS];
			double less[ROWS];
			double slope;

			memcpy(more, weights, sizeof(more));
			memcpy(less, weights, sizeof(less));
			more[i] += step;
			less[i] -= step;
			slope = (estimate(cases[c].index, more, &other) -
					 estimate(cases[c].index, less, &other)) /
				(2 * step);
			good = good && survey_near(call.u[i], slope, 1e-8);
		}
		ok(good, cases[c].name);
	}
}

/* Σ (2 C - 1) w x / (W T) - 1 over the first n rows, C inclusive. */
static double
gini_of_rows(const double *x, const double *w, int n)
{
	double all = 0.0;
	double total = 0.0;
	double sum = 0.0;

	for (int i = 0; i < n; i++)
	{
		all += w[i];
		total += w[i] * x[i];
		sum += (2.0 * all - 1.0) * w[i] * x[i];
	}
	return sum / (all * total) - 1.0;
}

static void
test_estimates(void)
{
	double poor_income[4];
	double shortfall[ROWS];
	double reversed[ROWS];
	double all = 0.0;
	double total = 0.0;
	double poor = 0.0;
	double gap = 0.0;
	double running = 0.0;
	double amount = 0.0;
	double zenga = 1.0;
	double gini;
	SurveyCall call;

	for (int i = 0; i < ROWS; i++)
	{
		all += weights[i];
		total += weights[i] * income[i];
		poor += gaps[i] > 0.0 ? weights[i] : 0.0;
		gap += weights[i] * gaps[i];
		shortfall[i] = gaps[ROWS - 1 - i];
		reversed[i] = weights[ROWS - 1 - i];
		if (gaps[i] > 0.0)
			poor_income[i] = 1.0 - gaps[i];
	}
	for (int i = 0; i < ROWS; i++)
	{
		running += weights[i];
		zenga -= weights[i] * (all - running) * amount / (all * running * (total - amount));
		amount += weights[i] * income[i];
	}
	ok(survey_near(estimate(SURVEY_GINI, weights, &call), gini_of_rows(income, weights, ROWS),
				   1e-14),
	   "Gini goes from row to row");
	gini = gini_of_rows(poor_income, weights, 4);
	ok(survey_near(estimate(SURVEY_SEN, weights, &call),
				   poor / all * gini + gap / all * (1.0 - gini), 1e-14),
	   "Sen is the rate times the Gini of the poor, and the gap times what that lacks of 1");
	gini = gini_of_rows(shortfall, reversed, ROWS);
	ok(survey_near(estimate(SURVEY_SST, weights, &call), poor / all * (gap / poor) * (1.0 + gini),
				   1e-14),
	   "Sen-Shorrocks-Thon is rate times mean gap times 1 and the Gini of the gaps");
	ok(survey_near(estimate(SURVEY_ZENGA, weights, &call), zenga, 1e-14),
	   "Zenga compares what is below each row with what is from it on");
}

/* Rows alike share their variable, so that their order is nothing. */
static void
test_ties(void)
{
	static const double x[] = { 1, 2, 2, 2, 5, 5 };
	static const double w[] = { 1, 1, 1, 2, 1, 1 };
	static const double all_poor[] = { 0.5, 0.5, 0.2 };
	SurveyCall call = call_with(0.0, 0.0);

	ok(survey_call(&call, SURVEY_ZENGA, 6, x, NULL, w) == SURVEY_DEFINED &&
		   call.u[1] == call.u[2] && call.u[4] == call.u[5] && call.u[2] != call.u[3],
	   "Zenga: rows alike in income and weight");
	ok(survey_call(&call, SURVEY_GINI, 6, x, NULL, w) == SURVEY_DEFINED && call.u[1] == call.u[2],
	   "Gini");
	ok(survey_call(&call, SURVEY_SST, 3, all_poor, NULL, w) == SURVEY_DEFINED &&
		   call.u[0] == call.u[1],
	   "Sen-Shorrocks-Thon, all of them poor");
}

/* By hand: 1, 2 and 4; T = 7. */
static void
test_shares(void)
{
	static const double x[] = { 1, 2, 4 };
	static const double w[] = { 1, 1, 1 };
	SurveyCall call = call_with(0.5, 0.0);

	/* half of 3 is reached half way from 1 to 2: q = 1.5, L = (1 + 0.5 * 2) / 7 */
	ok(survey_call(&call, SURVEY_BOTTOM_SHARE, 3, x, NULL, w) == SURVEY_DEFINED &&
		   survey_near(call.result.estimate, 2.0 / 7, 1e-15) &&
		   survey_near(call.u[0], ((1 - 1.5) + 0.75 - 2.0 / 7) / 7, 1e-15) &&
		   survey_near(call.u[1], (0.75 - 4.0 / 7) / 7, 1e-15) &&
		   survey_near(call.u[2], (0.75 - 8.0 / 7) / 7, 1e-15),
	   "the income at a share lies between two rows");
	/* 0.2 of 3 is within the first row: q = 1, L = 0.6 / 7 */
	call.parameters.value = 0.2;
	ok(survey_call(&call, SURVEY_BOTTOM_SHARE, 3, x, NULL, w) == SURVEY_DEFINED &&
		   survey_near(call.result.estimate, 0.6 / 7, 1e-15) &&
		   survey_near(call.u[0], (0.2 - 0.6 / 7) / 7, 1e-15) &&
		   survey_near(call.u[2], (0.2 - 2.4 / 7) / 7, 1e-15),
	   "or in the first of them");
	ok(survey_call(&call, SURVEY_QUANTILE, 3, x, NULL, w) == SURVEY_DEFINED &&
		   call.result.estimate == 1.0,
	   "the quantile at 0.2 is 1");
	call.parameters.value = 2.0 / 3.0;
	ok(survey_call(&call, SURVEY_QUANTILE, 3, x, NULL, w) == SURVEY_DEFINED &&
		   call.result.estimate == 2.0,
	   "and at 2/3 the row that reaches it, with no mean");
}

/*
 * Σ w x 1(x > q') / Σ w x 1(x <= q) at 0.2 and 0.8: 8 / 1, q = 1 and q' = 4 of
 * 1, 2, 3, 4 and 8.  Both densities of a quantile are by the kernel with
 * h = sd / W^(1/5): the income per person there is their ratio.
 */
static void
test_share_ratio(void)
{
	static const double x[] = { 1, 2, 3, 4, 8 };
	static const double w[] = { 1, 1, 1, 1, 1 };
	SurveyCall call = call_with(0.2, 0.0);
	double h = sqrt((6.76 + 2.56 + 0.36 + 0.16 + 19.36) / 5.0) / pow(5.0, 0.2); /* mean 3.6 */
	double ratio[2];
	bool good;

	for (int k = 0; k < 2; k++)
	{
		double at = k == 0 ? 1.0 : 4.0;
		double people = 0.0;
		double amounts = 0.0;

		for (int i = 0; i < 5; i++)
		{
			double kernel = exp(-0.5 * (at - x[i]) * (at - x[i]) / (h * h));

			people += kernel;
			amounts += x[i] * kernel;
		}
		ratio[k] = amounts / people;
	}
	good = survey_call(&call, SURVEY_SHARE_RATIO, 5, x, NULL, w) == SURVEY_DEFINED &&
		call.result.estimate == 8.0;
	for (int i = 0; i < 5; i++)
	{
		double bottom = x[i] * (i < 1) - ratio[0] * ((i < 1) - 0.2);
		double upper = x[i] - (x[i] * (i < 4) - ratio[1] * ((i < 4) - 0.8));

		good = good && survey_near(call.u[i], upper - 8.0 * bottom, 1e-13);
	}
	ok(good, "the share ratio with densities");
}

/* Whose income is the line is poor: 1, 2 and 4 at 2, and at half of the highest. */
static void
test_inclusive(void)
{
	static const double x[] = { 1, 2, 4 };
	static const double w[] = { 1, 1, 2 };
	SurveyCall call = call_with(0.0, 2.0);
	SurveyCall gap = call_with(1.0, 2.0);
	SurveyCall ours = { .parameters = { 0.0, 2.0, CONVENTION_DEFAULT, false } };

	ok(survey_call(&call, SURVEY_WATTS_AT_LINE, 3, x, NULL, w) == SURVEY_DEFINED &&
		   survey_near(call.result.estimate, log(2.0) / 4, 1e-15) &&
		   survey_near(call.result.slope, 0.5 / 2.0, 1e-15),
	   "Watts: half of the population is poor");
	ok(survey_call(&ours, SURVEY_WATTS_AT_LINE, 3, x, NULL, w) == SURVEY_DEFINED &&
		   survey_near(ours.result.slope, 0.25 / 2.0, 1e-15),
	   "of which we count a quarter");
	ok(survey_call(&call, SURVEY_FGT_AT_LINE, 3, x, NULL, w) == SURVEY_DEFINED &&
		   call.result.estimate == 0.5 &&
		   survey_call(&ours, SURVEY_FGT_AT_LINE, 3, x, NULL, w) == SURVEY_DEFINED &&
		   ours.result.estimate == 0.25,
	   "FGT 0 likewise");
	/* E[x / z²] over those below the line: 1 / 4 of a quarter */
	ok(survey_call(&gap, SURVEY_FGT_AT_LINE, 3, x, NULL, w) == SURVEY_DEFINED &&
		   gap.result.estimate == 0.125 && survey_near(gap.result.slope, 0.25 / 4.0, 1e-15),
	   "FGT 1: a gap of 0 adds nothing, nor to the slope");
	call.parameters.value = 0.5;
	ok(survey_call(&call, SURVEY_AT_RISK, 3, x, NULL, (const double[]) { 1, 1, 3 }) ==
			   SURVEY_DEFINED &&
		   survey_near(call.result.estimate, 0.4, 1e-15),
	   "at risk: with 2, half of the median");
}

int
main(void)
{
	test_slopes();
	test_estimates();
	test_ties();
	test_shares();
	test_share_ratio();
	test_inclusive();
	return tap_done();
}
