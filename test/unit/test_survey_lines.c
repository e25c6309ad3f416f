/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_survey_lines.c
 *		Indices at lines that are estimates, whose variables rest on densities, by
 *		the chain rule from those of a quantile and of a share below; incomes of 0.
 */
#include "survey_rows.h"

#include <float.h>

#define ROWS 8

/* W is 10; half of it is reached by the fourth row, so that the median is 5. */
static const double income[ROWS] = { 1, 2, 3, 4, 6, 7, 9, 11 };
static const double weights[ROWS] = { 1, 2, 1, 1, 1.5, 0.5, 2, 1 };

#define WHOLE 10.0
#define MEDIAN 5.0

/* 0.9 min(sd, IQR / 1.349) (W² / Σ w²)^(-1/5); the quartiles are 2 and 9. */
static double
bandwidth(void)
{
	double mean = 0.0;
	double squares = 0.0;
	double weight_squares = 0.0;

	for (int i = 0; i < ROWS; i++)
		mean += weights[i] * income[i] / WHOLE;
	for (int i = 0; i < ROWS; i++)
	{
		squares += weights[i] * (income[i] - mean) * (income[i] - mean) / WHOLE;
		weight_squares += weights[i] * weights[i];
	}
	return 0.9 * fmin(sqrt(squares), 7 / 1.349) * pow(WHOLE * WHOLE / weight_squares, -0.2);
}

static double
density(double at)
{
	double h = bandwidth();
	double sum = 0.0;

	for (int i = 0; i < ROWS; i++)
		sum += weights[i] * exp(-0.5 * (at - income[i]) * (at - income[i]) / (h * h));
	return sum / (h * WHOLE * sqrt(2.0 * acos(-1.0)));
}

/* The variable of a point at which F is p by definition, where F of a line may vary too. */
static double
of_point(int i, double point, double p, double of_p)
{
	return (of_p - ((income[i] <= point ? 1.0 : 0.0) - p) / WHOLE) / density(point);
}

/* That of the share below a line, which has a variable itself. */
static double
of_share(int i, double line, double share, double of_line)
{
	return ((income[i] < line ? 1.0 : 0.0) - share) / WHOLE + density(line) * of_line;
}

static bool
call_is_defined(SurveyCall *call, SurveyIndex index)
{
	return survey_call(call, index, ROWS, income, NULL, weights) == SURVEY_DEFINED;
}

static void
test_variables(void)
{
	/* 0.7 of the median: 1, 2 and 3 are poor, of weight 4; the median of these is 2 */
	const double line = 3.5;
	const double poor = 0.4;
	const double poor_median = 2.0;
	SurveyCall quantile = { .parameters = { 0.5, 0.0, CONVENTION_DEFAULT, false } };
	SurveyCall of_median = { .parameters = { 0.7, 0.0, CONVENTION_DEFAULT, false } };
	SurveyCall at_risk = of_median;
	SurveyCall gap = of_median;
	SurveyCall gap_at_line = { .parameters = { 0.0, 3.5, CONVENTION_DEFAULT, false } };
	SurveyCall median = of_median;
	bool good[6] = { call_is_defined(&quantile, SURVEY_QUANTILE),
					 call_is_defined(&of_median, SURVEY_LINE_OF_MEDIAN),
					 call_is_defined(&at_risk, SURVEY_AT_RISK),
					 call_is_defined(&gap, SURVEY_MEDIAN_GAP),
					 call_is_defined(&gap_at_line, SURVEY_MEDIAN_GAP_AT_LINE),
					 call_is_defined(&median, SURVEY_POOR_MEDIAN) };

	for (int i = 0; i < ROWS; i++)
	{
		double u_median = of_point(i, MEDIAN, 0.5, 0.0);
		double u_line = 0.7 * u_median;
		double u_share = of_share(i, line, poor, u_line);
		/* F(m) is half of F(z), at a line that varies and at one that does not */
		double u_poor = of_point(i, poor_median, 0.5 * poor, 0.5 * u_share);
		double u_fixed = of_point(i, poor_median, 0.5 * poor, 0.5 * of_share(i, line, poor, 0.0));

		good[0] = good[0] && survey_near(quantile.u[i], u_median, 1e-13);
		good[1] = good[1] && survey_near(of_median.u[i], u_line, 1e-13);
		good[2] = good[2] && survey_near(at_risk.u[i], u_share, 1e-13);
		good[3] = good[3] &&
			survey_near(gap.u[i], -u_poor / line + poor_median / line / line * u_line, 1e-13);
		good[4] = good[4] && survey_near(gap_at_line.u[i], -u_fixed / line, 1e-13);
		good[5] = good[5] && survey_near(median.u[i], u_poor, 1e-13);
	}
	ok(good[0] && quantile.result.estimate == MEDIAN, "the median");
	ok(good[1] && of_median.result.estimate == line, "a line of the median");
	ok(good[2] && at_risk.result.estimate == poor, "at risk: those below it");
	ok(good[3] && survey_near(gap.result.estimate, 1.5 / 3.5, 1e-15), "the median gap");
	ok(good[4] && survey_near(gap_at_line.result.estimate, 1.5 / 3.5, 1e-15), "at a line as it is");
	/* d/dz of 1 - m(z) / z with F(m(z)) = F(z) / 2 */
	ok(survey_near(gap_at_line.result.slope,
				   poor_median / (line * line) - 0.5 * density(line) / density(poor_median) / line,
				   1e-13),
	   "and how it moves with it");
	ok(good[5] && median.result.estimate == poor_median, "the median of the poor");
}

/* θ = 2 (1 - 2 L(.5) - G) μ / m, from the parts, of which G, L and the median are tested alone. */
static void
test_wolfson(void)
{
	SurveyCall wolfson = { .parameters = { 0.0, 0.0, CONVENTION_DEFAULT, false } };
	SurveyCall gini = wolfson;
	SurveyCall half = { .parameters = { 0.5, 0.0, CONVENTION_DEFAULT, false } };
	const double mean = 53.5 / WHOLE; /* 1 + 4 + 3 + 4 + 9 + 3.5 + 18 + 11 */
	double inner;
	bool good = call_is_defined(&wolfson, SURVEY_WOLFSON) && call_is_defined(&gini, SURVEY_GINI) &&
		call_is_defined(&half, SURVEY_BOTTOM_SHARE);

	inner = 2.0 * (1.0 - 2.0 * half.result.estimate - gini.result.estimate);
	good = good && survey_near(wolfson.result.estimate, inner * mean / MEDIAN, 1e-14);
	for (int i = 0; i < ROWS; i++)
	{
		double of_inner = -2.0 * (2.0 * half.u[i] + gini.u[i]);
		double of_mean = (income[i] - mean) / WHOLE;
		double of_median = of_point(i, MEDIAN, 0.5, 0.0);

		good = good &&
			survey_near(wolfson.u[i],
						of_inner * mean / MEDIAN + inner * of_mean / MEDIAN -
							inner * mean / (MEDIAN * MEDIAN) * of_median,
						1e-13);
	}
	ok(good, "Wolfson by the product rule");
}

/* The density of 0, 0, 0, 0 and 10: the quartiles are both 0, so that h rests on the deviation, 4. */
static void
test_density_without_quartiles(void)
{
	static const double ones[] = { 1, 1, 1, 1, 1 };
	static const double x[] = { 0, 0, 0, 0, 10 };
	double h = 0.9 * 4 * pow(5.0, -0.2);
	SurveyCall fgt = { .parameters = { 0.0, 1.0, CONVENTION_DEFAULT, false } };

	ok(survey_call(&fgt, SURVEY_FGT_AT_LINE, 5, x, NULL, ones) == SURVEY_DEFINED &&
		   fgt.result.estimate == 0.8 &&
		   survey_near(fgt.result.slope,
					   (4 * exp(-0.5 / (h * h)) + exp(-0.5 * 81 / (h * h))) /
						   (5 * h * sqrt(2.0 * acos(-1.0))),
					   1e-14),
	   "the rate at a line moves with it as the density there");
}

/* A line of 5 and incomes of 1, 3 and 9: gaps of 0.8 and 0.4, of weight 1 of 4 each. */
static void
test_at_line(void)
{
	static const double x[] = { 1, 3, 9 };
	static const double w[] = { 1, 1, 2 };
	SurveyCall fgt = { .parameters = { 2.0, 5.0, CONVENTION_DEFAULT, false } };
	SurveyCall watts = { .parameters = { 0.0, 1e300, CONVENTION_DEFAULT, false } };

	/* the slope is E[2 gap x / z²] */
	ok(survey_call(&fgt, SURVEY_FGT_AT_LINE, 3, x, NULL, w) == SURVEY_DEFINED &&
		   survey_near(fgt.result.estimate, 0.2, 1e-15) &&
		   survey_near(fgt.result.slope, (1.6 / 25 + 2.4 / 25) / 4, 1e-15) &&
		   survey_near(fgt.u[0], (0.64 - 0.2) / 4, 1e-15) && survey_near(fgt.u[2], -0.2 / 4, 1e-15),
	   "FGT 2 at a line");
	ok(survey_call(&watts, SURVEY_WATTS_AT_LINE, 1, (const double[]) { 1e-300 }, NULL, w) ==
			   SURVEY_DEFINED &&
		   survey_near(watts.result.estimate, 600 * log(10.0), 1e-14),
	   "Watts where z / x is beyond a double");
	watts.parameters.value = 0.5;
	ok(survey_call(&watts, SURVEY_LINE_OF_MEAN, 3, x, NULL, w) == SURVEY_DEFINED &&
		   watts.result.estimate == 0.5 * 22 / 4 && watts.u[2] == 0.5 * (9 - 5.5) / 4,
	   "half of the mean");
}

/* Incomes of 0, 1 and 3, of weights 1, 2 and 1: the mean is 5/4, the ratios to it 0, 0.8 and 2.4. */
static void
test_zero_income(void)
{
	static const double x[] = { 0, 1, 3 };
	static const double w[] = { 1, 2, 1 };
	static const double code[] = { 1, 1, 2 };
	SurveyCall call = { .parameters = { 1.0, 0.0, CONVENTION_DEFAULT, false } };
	double theil = (2 * 0.8 * log(0.8) + 2.4 * log(2.4)) / 4;
	double zenga = 0.0;

	ok(survey_call(&call, SURVEY_ENTROPY, 3, x, NULL, w) == SURVEY_DEFINED &&
		   survey_near(call.result.estimate, theil, 1e-14) &&
		   survey_near(call.u[0], (0 - theil + 1 + theil) / 4, 1e-14),
	   "Theil: 0 ln 0 is 0");
	/* the first subgroup's mean is 2/3, which is 8/15 of all */
	ok(survey_call(&call, SURVEY_ENTROPY_WITHIN, 3, code, x, w) == SURVEY_DEFINED &&
		   survey_near(call.result.estimate,
					   theil - (3 * 8 / 15.0 * log(8 / 15.0) + 2.4 * log(2.4)) / 4, 1e-14),
	   "and so is it within subgroups");
	/* entropy 1/2 between: (E[√s] - 1) / (-1/4); the row of 0 has u W = (√s - B) / 2 / (-1/4) */
	call.parameters.value = 0.5;
	{
		double mean_root = (3 * sqrt(8 / 15.0) + sqrt(2.4)) / 4;

		ok(survey_call(&call, SURVEY_ENTROPY_BETWEEN, 3, code, x, w) == SURVEY_DEFINED &&
			   survey_near(call.result.estimate, -4 * (mean_root - 1), 1e-14) &&
			   survey_near(call.u[0], -2 * (sqrt(8 / 15.0) - mean_root) / 4, 1e-14),
		   "entropy 1/2 between subgroups");
	}
	/* L is 0 to 1/4, then (c - 1) / 5 to 2/5 at c = 3 of 4, then 2/5 + 3 (c - 3) / 5 */
	for (int k = 0; k < 2000000; k++)
	{
		double c = 4 * (k + 0.5) / 2000000;
		double lorenz = c < 1 ? 0.0 : c < 3 ? (c - 1) / 5 : 0.4 + 0.6 * (c - 3);

		zenga += (1.0 - lorenz * (1.0 - c / 4) / (c / 4 * (1.0 - lorenz))) / 2000000;
	}
	ok(survey_call(&call, SURVEY_ZENGA, 3, x, NULL, w) == SURVEY_DEFINED &&
		   survey_near(call.result.estimate, zenga, 1e-9),
	   "Zenga is its integral, also over those who have nothing");
	/* Σ w u is 0 for what does not change with the unit of the weights */
	ok(survey_near(call.u[0] + 2 * call.u[1] + call.u[2], 0.0, 1e-14),
	   "and its variable adds up to 0");
	ok(survey_call(&call, SURVEY_ZENGA, 2, x + 1, NULL, (const double[]) { -1, 3 }) ==
			   SURVEY_DEFINED &&
		   isfinite(call.result.estimate),
	   "a replicate's weight below 0 at the bottom leaves it a number");
}

int
main(void)
{
	test_variables();
	test_wolfson();
	test_density_without_quartiles();
	test_at_line();
	test_zero_income();
	return tap_done();
}
