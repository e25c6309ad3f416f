/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_survey.c
 *		Unit tests of design-based variances.
 *
 * A linearised variable is the derivative of the estimate with respect to a
 * weight: here it is held against the slope between weights a little smaller
 * and a little larger, of an estimate that is itself held against its
 * definition.  Values of Student's t and of the beta distribution are those of
 * R 4.2's qt, pt, qbeta and pbeta.
 */
#include "math/student.h"
#include "math/survey.h"
#include "tap.h"

#include <float.h>
#include <string.h>

#define ROWS 12

/* Sorted by income, ties among them; the poor have incomes below 5. */
static const double income[ROWS] = { 1, 2, 2, 3, 4.5, 5, 6, 6, 6, 9, 12, 30 };
static const double weights[ROWS] = { 2, 1, 3, 1.5, 2, 1, 0.5, 1, 4, 2, 1.25, 0.75 };

static const double benefit[ROWS] = { 3, -1, 4, 2, 5, 9, 2, 6, 5, 3, 5, 8 };

static bool
near(double a, double b, double tolerance)
{
	return fabs(a - b) <= tolerance * (1.0 + fabs(b));
}

/* The estimate and, in u, the linearised variable, with given weights. */
static double
estimate(SurveyIndex index, double value, const double *weight, double *u)
{
	double x[ROWS];
	double second[ROWS];
	double w[ROWS];
	uint32_t psu[ROWS] = { 0 };
	SurveyRows rows = { ROWS, { x, second }, w, psu, NULL };
	SurveyParameters parameters = { value, 5.0, CONVENTION_DEFAULT, false };
	SurveyEstimate result;

	for (int i = 0; i < ROWS; i++)
	{
		x[i] = index == SURVEY_SEN || index == SURVEY_SST ? fmax(0.0, (5.0 - income[i]) / 5.0) :
															income[i];
		second[i] = index == SURVEY_RATIO ? 1.0 + i % 3 : 5.0;
		if (index == SURVEY_CONCENTRATION)
			second[i] = benefit[i];
		/* three subgroups of four */
		if (index == SURVEY_ENTROPY_WITHIN || index == SURVEY_ENTROPY_BETWEEN)
		{
			x[i] = i / 4;
			second[i] = income[5 * i % ROWS];
		}
		w[i] = weight[i];
		/* the curve has a corner at 0.9 of 20, and none at 0.9 of 20.5 */
		if (index == SURVEY_PALMA && i == 0)
			w[i] += 0.5;
	}
	if (survey_linearize(index, &rows, &parameters, &result, u) != SURVEY_DEFINED)
		return NAN;
	return result.estimate;
}

/* The largest difference between the linearised variable and the slope. */
static double
worst_slope(SurveyIndex index, double value)
{
	double u[2 * ROWS];
	double scratch[2 * ROWS];
	double worst = 0.0;

	(void) estimate(index, value, weights, u);
	for (int i = 0; i < ROWS; i++)
	{
		const double step = 1e-4;
		double more[ROWS];
		double less[ROWS];
		double slope;

		memcpy(more, weights, sizeof(more));
		memcpy(less, weights, sizeof(less));
		more[i] += step;
		less[i] -= step;
		slope = (estimate(index, value, more, scratch) - estimate(index, value, less, scratch)) /
			(2 * step);
		worst = fmax(worst, fabs(slope - u[i]) / (1.0 + fabs(slope)));
	}
	return worst;
}

static void
test_slopes(void)
{
	static const struct
	{
		SurveyIndex index;
		double value;
		const char *name;
	} cases[] = {
		{ SURVEY_MEAN, 0, "mean" },
		{ SURVEY_TOTAL, 0, "total" },
		{ SURVEY_RATIO, 0, "ratio" },
		{ SURVEY_FGT_AT_LINE, 1, "poverty gap at a line" },
		{ SURVEY_FGT_AT_LINE, 2.5, "FGT 2.5 at a line" },
		{ SURVEY_WATTS_AT_LINE, 0, "Watts at a line" },
		{ SURVEY_GINI, 0, "Gini" },
		{ SURVEY_BOTTOM_SHARE, 0.4, "share of the poorest 0.4" },
		{ SURVEY_TOP_SHARE, 0.15, "share of the richest 0.15" },
		{ SURVEY_ENTROPY, -1, "entropy -1" },
		{ SURVEY_ENTROPY, 0, "mean log deviation" },
		{ SURVEY_ENTROPY, 0.5, "entropy 0.5" },
		{ SURVEY_ENTROPY, 1, "Theil" },
		{ SURVEY_ENTROPY, 2, "entropy 2" },
		{ SURVEY_ATKINSON, 0.5, "Atkinson 0.5" },
		{ SURVEY_ATKINSON, 1, "Atkinson 1" },
		{ SURVEY_ATKINSON, 2, "Atkinson 2" },
		{ SURVEY_SEN, 0, "Sen" },
		{ SURVEY_SST, 0, "Sen-Shorrocks-Thon" },
		{ SURVEY_ZENGA, 0, "Zenga" },
		{ SURVEY_PALMA, 0, "Palma" },
		{ SURVEY_HOOVER, 0, "Hoover" },
		{ SURVEY_CONCENTRATION, 0, "concentration" },
		{ SURVEY_ENTROPY_WITHIN, -1, "entropy -1 within subgroups" },
		{ SURVEY_ENTROPY_WITHIN, 0, "mean log deviation within" },
		{ SURVEY_ENTROPY_WITHIN, 1, "Theil within" },
		{ SURVEY_ENTROPY_WITHIN, 2, "entropy 2 within" },
		{ SURVEY_ENTROPY_BETWEEN, -1, "entropy -1 between subgroups" },
		{ SURVEY_ENTROPY_BETWEEN, 0, "mean log deviation between" },
		{ SURVEY_ENTROPY_BETWEEN, 0.5, "entropy 0.5 between" },
		{ SURVEY_ENTROPY_BETWEEN, 1, "Theil between" },
		{ SURVEY_ENTROPY_BETWEEN, 2, "entropy 2 between" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (!ok(worst_slope(cases[i].index, cases[i].value) < 1e-7, cases[i].name))
			printf("# differs by %g\n", worst_slope(cases[i].index, cases[i].value));
}

/* The Zenga index by adding up small steps of its integral. */
static double
zenga_by_steps(void)
{
	const int steps = 2000000;
	double all = 0.0;
	double total = 0.0;
	double sum = 0.0;
	double below = 0.0;
	double amount = 0.0;
	int row = 0;

	for (int i = 0; i < ROWS; i++)
	{
		all += weights[i];
		total += weights[i] * income[i];
	}
	for (int k = 0; k < steps; k++)
	{
		double p = (k + 0.5) / steps;
		double lorenz;

		while (below + weights[row] < p * all)
		{
			below += weights[row];
			amount += weights[row] * income[row];
			row++;
		}
		lorenz = (amount + (p * all - below) * income[row]) / total;
		sum += lorenz * (1.0 - p) / (p * (1.0 - lorenz)) / steps;
	}
	return 1.0 - sum;
}

/* Estimates by their definitions, written out. */
static void
test_estimates(void)
{
	double u[2 * ROWS];
	double all = 0.0;
	double total = 0.0;
	double poor = 0.0;
	double differences = 0.0;
	double sst = 0.0;
	double sen = 0.0;

	for (int i = 0; i < ROWS; i++)
	{
		all += weights[i];
		total += weights[i] * income[i];
		poor += income[i] < 5 ? weights[i] : 0.0;
		for (int j = 0; j < ROWS; j++)
		{
			double gap_i = fmax(0.0, (5 - income[i]) / 5);
			double gap_j = fmax(0.0, (5 - income[j]) / 5);

			differences += weights[i] * weights[j] * fabs(income[i] - income[j]);
			/* E max of two gaps; of two poor */
			sst += weights[i] * weights[j] * fmax(gap_i, gap_j);
			if (income[i] < 5 && income[j] < 5)
				sen += weights[i] * weights[j] * fmax(gap_i, gap_j);
		}
	}
	ok(near(estimate(SURVEY_GINI, 0, weights, u), differences / (2 * all * total), 1e-14),
	   "Gini is half the relative mean difference");
	ok(near(estimate(SURVEY_SST, 0, weights, u), sst / (all * all), 1e-14),
	   "Sen-Shorrocks-Thon is the mean of the larger of two gaps");
	ok(near(estimate(SURVEY_SEN, 0, weights, u), sen / (all * poor), 1e-14),
	   "Sen is H times the mean of the larger of two gaps of the poor");
	ok(near(estimate(SURVEY_ZENGA, 0, weights, u), zenga_by_steps(), 1e-6),
	   "Zenga is its integral");
	/* W = 20: C reaches 8 within the row of 4.5, whose C is 9.5, after 7.5 with Σ w x = 14.5 */
	ok(near(estimate(SURVEY_BOTTOM_SHARE, 0.4, weights, u), (14.5 + 0.5 * 4.5) / total, 1e-14),
	   "the share of the poorest 0.4 is interpolated");
	ok(estimate(SURVEY_QUANTILE, 0.475, weights, u) == 4.75,
	   "C / W equal to p: the mean of two incomes");
	ok(estimate(SURVEY_QUANTILE, 0.48, weights, u) == 5.0,
	   "the smallest income with C / W above p");
	ok(estimate(SURVEY_SHARE_RATIO, 0.2, weights, u) ==
		   (2 * 9 + 1.25 * 12 + 0.75 * 30) / (2 * 1 + 4 * 2.0),
	   "the share ratio is of the incomes above and up to the quantiles");
}

/* More of them: W = 20, the incomes add up to 117, their mean is 5.85. */
static void
test_more_estimates(void)
{
	double u[2 * ROWS];
	double distance = 0.0;
	double covariance = 0.0;
	double total = 0.0;
	double group_weight[3] = { 0, 0, 0 };
	double group_income[3] = { 0, 0, 0 };
	double whole = 0.0;
	double theil = 0.0;
	double mean;

	for (int i = 0; i < ROWS; i++)
	{
		double rank = 0.0;

		for (int j = 0; j < ROWS; j++)
			rank += weights[j] *
				(income[j] < income[i]      ? 1.0 :
					 income[j] == income[i] ? 0.5 :
											  0.0) /
				20.0;
		distance += weights[i] * fabs(income[i] - 5.85);
		covariance += weights[i] * benefit[i] * (rank - 0.5) / 20.0;
		total += weights[i] * benefit[i];
		group_weight[i / 4] += weights[i];
		group_income[i / 4] += weights[i] * income[5 * i % ROWS];
	}
	ok(near(estimate(SURVEY_HOOVER, 0, weights, u), distance / (2 * 117), 1e-14),
	   "Hoover is half the relative mean deviation");
	ok(near(estimate(SURVEY_CONCENTRATION, 0, weights, u), 2 * covariance / (total / 20), 1e-14),
	   "concentration is twice the covariance with the mean rank over the mean");
	/* the poorest 8.2 of 20.5: 15 of the first 8, and 0.2 of 4.5; the richest 2.05: the last two, and 0.05 of 9 */
	ok(near(estimate(SURVEY_PALMA, 0, weights, u),
			(0.05 * 9 + 1.25 * 12 + 0.75 * 30) / (15 + 0.2 * 4.5), 1e-14),
	   "Palma is the richest tenth's income over the poorest four tenths'");
	mean = (group_income[0] + group_income[1] + group_income[2]) / 20;
	for (int g = 0; g < 3; g++)
	{
		double s = group_income[g] / group_weight[g] / mean;

		theil += group_weight[g] / 20 * s * log(s);
	}
	for (int i = 0; i < ROWS; i++)
	{
		double r = income[5 * i % ROWS] / mean;

		whole += weights[i] / 20 * r * log(r);
	}
	ok(near(estimate(SURVEY_ENTROPY_BETWEEN, 1, weights, u), theil, 1e-13),
	   "Theil between subgroups is that of their means");
	ok(near(estimate(SURVEY_ENTROPY_WITHIN, 1, weights, u), whole - theil, 1e-13),
	   "within and between add up to the whole");
}

/* One income, and one subgroup, leave no trace of rounding. */
static void
test_exact_zeros(void)
{
	double x[3] = { 0.1, 0.1, 0.1 };
	double code[3] = { 7, 7, 7 };
	double incomes[3] = { 0.1, 0.3, 0.7 };
	double w[3] = { 0.3, 1.7, 0.9 };
	uint32_t psu[3] = { 0 };
	double u[6];
	SurveyRows rows = { 3, { x, NULL }, w, psu, NULL };
	SurveyRows grouped = { 3, { code, incomes }, w, psu, NULL };
	SurveyParameters parameters = { 0.5, 1.0, CONVENTION_DEFAULT, false };
	SurveyEstimate result;

	ok(survey_linearize(SURVEY_ZENGA, &rows, &parameters, &result, u) == SURVEY_DEFINED &&
		   result.estimate == 0.0 && u[0] == 0.0 && u[1] == 0.0 && u[2] == 0.0,
	   "Zenga of one income is 0 and does not vary");
	ok(survey_linearize(SURVEY_ENTROPY_BETWEEN, &grouped, &parameters, &result, u) ==
			   SURVEY_DEFINED &&
		   result.estimate == 0.0 && u[0] == 0.0 && u[1] == 0.0 && u[2] == 0.0,
	   "nothing lies between one subgroup");
}

/* Two strata of 3 and 2 PSUs; PSU totals are 1, 2, 6 and 5, 9. */
static void
test_design(void)
{
	const double total[] = { 1, 2, 6, 5, 9 };
	SurveyStratum stratum[] = { { 3, 3, 0, 0 }, { 2, 2, 3, 0 } };
	double deviation[5];
	double variance;
	double sum = 0.0;
	uint32_t failed;

	ok(survey_design_variance(stratum, 2, total, LONELY_FAIL, deviation, &variance, &failed) &&
		   near(variance, 1.5 * (4 + 1 + 9) + 2.0 * (4 + 4), 1e-14),
	   "variance of two strata");
	for (int i = 0; i < 5; i++)
		sum += deviation[i] * deviation[i];
	ok(near(sum, variance, 1e-14), "the deviations' squares add up to it");
	stratum[0].fraction = 0.25;
	stratum[1].psus = 4; /* two more that are absent: the mean is 14 / 4 */
	ok(survey_design_variance(stratum, 2, total, LONELY_FAIL, NULL, &variance, &failed) &&
		   near(variance, 0.75 * 21 + 4.0 / 3.0 * (1.5 * 1.5 + 5.5 * 5.5 + 2 * 3.5 * 3.5), 1e-14),
	   "a sampling fraction, and PSUs without a total");

	stratum[0].fraction = 0.0;
	stratum[1] = (SurveyStratum) { 1, 1, 3, 0 };
	ok(!survey_design_variance(stratum, 2, total, LONELY_FAIL, NULL, &variance, &failed) &&
		   failed == 1,
	   "a lonely PSU fails");
	ok(survey_design_variance(stratum, 2, total, LONELY_CERTAINTY, NULL, &variance, &failed) &&
		   near(variance, 21.0, 1e-14),
	   "a lonely PSU is certain");
	ok(survey_design_variance(stratum, 2, total, LONELY_AVERAGE, NULL, &variance, &failed) &&
		   near(variance, 42.0, 1e-14),
	   "a lonely PSU has the average variance");
	ok(survey_design_variance(stratum, 2, total, LONELY_ADJUST, NULL, &variance, &failed) &&
		   near(variance, 21.0 + 25.0, 1e-14),
	   "a lonely PSU deviates from 0");
	stratum[1].fraction = 1.0;
	ok(survey_design_variance(stratum, 2, total, LONELY_FAIL, NULL, &variance, &failed) &&
		   near(variance, 21.0, 1e-14),
	   "a stratum drawn whole does not vary");
	ok(!survey_design_variance(stratum + 1, 0, total, LONELY_AVERAGE, NULL, &variance, &failed) ||
		   variance == 0.0,
	   "no stratum: nothing varies");
}

/* The same strata with deviations, and with PSUs that are not there; 21 is 1.5 (4 + 1 + 9). */
static void
test_deviations(void)
{
	const double total[] = { 1, 2, 6, 5 };
	SurveyStratum stratum[] = { { 3, 3, 0, 0 }, { 1, 1, 3, 0 }, { 1, 0, 4, 0 }, { 4, 0, 4, 0 } };
	double deviation[4];
	double variance;
	double sum = 0.0;
	uint32_t failed;

	ok(survey_design_variance(stratum, 4, total, LONELY_AVERAGE, deviation, &variance, &failed) &&
		   near(variance, 42.0, 1e-14),
	   "strata without totals are none of those that are averaged");
	for (int i = 0; i < 4; i++)
		sum += deviation[i] * deviation[i];
	ok(near(sum, 42.0, 1e-14) && deviation[3] == 0.0, "the deviations carry the average");
	ok(survey_design_variance(stratum, 2, total, LONELY_ADJUST, deviation, &variance, &failed) &&
		   near(variance, 21.0 + 25.0, 1e-14) && deviation[3] == 5.0,
	   "a lonely PSU's deviation from 0");
	stratum[1].fraction = 1.0;
	deviation[3] = 9.0;
	ok(survey_design_variance(stratum, 2, total, LONELY_FAIL, deviation, &variance, &failed) &&
		   near(variance, 21.0, 1e-14) && deviation[3] == 0.0,
	   "a PSU that was certain does not deviate");
	stratum[1].fraction = 0.0;
	ok(!survey_design_variance(stratum + 1, 1, total, LONELY_AVERAGE, NULL, &variance, &failed) &&
		   failed == 0,
	   "there is no average of lonely PSUs alone");
}

/* What is not finite is in no exact sum, and makes the sum not finite. */
static void
test_not_finite(void)
{
	const double value[] = { 1.0, INFINITY, 2.0 };
	const double one[] = { 1.0, 1.0, 1.0 };

	ok(survey_exact_sum(value, 0) == 0.0 && survey_exact_sum(value, 1) == 1.0 &&
		   isinf(survey_exact_sum(value, 2)) && isinf(survey_exact_sum(value, 3)),
	   "sums of 0 to 3 numbers");
	ok(isinf(survey_exact_product(value, one, 3)) && survey_exact_product(one, one, 3) == 3.0,
	   "sums of products");
}

/* PSU totals do not depend on the order of the rows. */
static void
test_totals(void)
{
	double x[4] = { 1e17, 1.0, -1e17, 3.0 };
	double w[4] = { 1, 1, 1, 1 };
	uint32_t psu[4] = { 1, 1, 1, 0 };
	SurveyRows rows = { 4, { x, NULL }, w, psu, NULL };
	double total[2];
	double term[4];
	uint32_t first[3];

	survey_psu_totals(&rows, x, 2, first, term, total);
	ok(total[0] == 3.0 && total[1] == 1.0, "totals are exact");
	ok(near(survey_simple_variance(&rows, w), 0.0, 1e-15), "what does not vary has no variance");
}

/* Mean 2, and about 3 by choice; scales 1, 2, 1. */
static void
test_replicates(void)
{
	const double replicate[] = { 1, 2, 3 };
	const double scales[] = { 1, 2, 1 };

	ok(survey_replicate_variance(replicate, NULL, 3, 0.5, 3.0, false) == 1.0,
	   "replicates about their mean");
	ok(survey_replicate_variance(replicate, NULL, 3, 0.5, 3.0, true) == 2.5,
	   "replicates about the estimate");
	ok(survey_replicate_variance(replicate, scales, 3, 1.0, 3.0, true) == 6.0,
	   "replicates with scales");
	/* those that count are 1 and 2: 2 (1 - 1.5)^2 + 2 (2 - 1.5)^2 */
	ok(survey_replicate_variance(replicate, (const double[]) { 2, 2, 0 }, 3, 1.0, 3.0, false) ==
		   1.0,
	   "a replicate of scale 0 is not in the mean");
}

static void
test_student(void)
{
	ok(near(student_quantile(0.975, 5), 2.5705818356363146, 1e-13), "t, 5 degrees of freedom");
	ok(near(student_quantile(0.95, 1), 6.3137515146750376, 1e-13), "t, 1 degree of freedom");
	ok(near(student_quantile(0.975, 49900), 1.9600115261792206, 1e-13),
	   "t, 49,900 degrees of freedom");
	ok(student_quantile(0.5, 3) == 0.0 || student_quantile(0.5, 3) < 1e-15, "t at its middle");
	ok(near(student_two_sided(2.3, 12), 0.040197573713460548, 1e-12), "P(|T| > 2.3)");
	/* by the incomplete beta function in 60 digits; the last is the normal distribution's */
	ok(near(student_two_sided(2.3, 3000), 0.021516554217802591, 1e-14) &&
		   near(student_two_sided(2.3, 1e7), 0.021448240533717341, 1e-14) &&
		   near(student_two_sided(2.3, 1e308), 0.021448220043351621, 1e-14),
	   "P(|T| > 2.3), 3,000 to 1e308 degrees of freedom");
	ok(near(student_two_sided(8, 1001), 3.4233343442331886e-15, 2e-14), "P(|T| > 8)");
	ok(near(beta_quantile(0.025, 3.2, 77.7), 0.0089285942422054187, 1e-12), "a beta quantile");
	/* I_x(1, b) = 1 - (1 - x)^b and I_x(a, 1) = x^a */
	ok(near(beta_quantile(0.25, 1, 3), 1.0 - cbrt(0.75), 1e-14) &&
		   near(beta_quantile(0.7, 2, 1), sqrt(0.7), 1e-14) &&
		   near(beta_quantile(0.125, 3, 1), 0.5, 1e-14) &&
		   near(beta_quantile(0.3, 1, 1), 0.3, 1e-14),
	   "beta quantiles by their formulas");
	/* of more rows than there can be; by symmetry 0.5, but for the digits of ln Γ */
	ok(fabs(beta_probability(0.5, 1e12, 1e12) - 0.5) < 0.02, "a fraction that does not converge");
	ok(isfinite(beta_probability(0.5, 1e18, 1e18)), "a denominator that has lost its digits");
	ok(student_two_sided(1e200, 5) == 0.0 && student_two_sided(-1e200, 5) == 0.0,
	   "t whose square is beyond a double");
	/* P(|T| > t) is about t^-0.01, so that t were 1e1600 */
	ok(near(student_quantile(1.0 - 0x1p-53, 0.01), sqrt(DBL_MAX), 1e-12),
	   "t beyond what can be squared");
	ok(beta_quantile(0, 2, 3) == 0.0 && beta_quantile(1, 2, 3) == 1.0, "beta's ends");
	ok(beta_probability(0, 2, 3) == 0.0 && beta_probability(1, 2, 3) == 1.0 &&
		   near(beta_probability(0.5, 2, 3), 0.6875, 1e-14),
	   "beta probabilities");
}

static int polls;

static void
count_poll(void)
{
	polls++;
}

/* Every index goes over three million rows with a poll for each million. */
static void
test_poll(void)
{
	static const struct
	{
		SurveyIndex index;
		double value;
		const char *name;
	} indices[] = {
		{ SURVEY_MEAN, 0.0, "polls in mean" },
		{ SURVEY_FGT, 1.5, "polls in FGT" },
		{ SURVEY_ENTROPY, 2.0, "polls in generalised entropy" },
		{ SURVEY_QUANTILE, 0.5, "polls in quantile" },
		{ SURVEY_AT_RISK, 0.6, "polls in at-risk-of-poverty rate" },
		{ SURVEY_BOTTOM_SHARE, 0.4, "polls in bottom share" },
		{ SURVEY_GINI, 0.0, "polls in Gini" },
		{ SURVEY_ZENGA, 0.0, "polls in Zenga" },
		{ SURVEY_HOOVER, 0.0, "polls in Hoover" },
		{ SURVEY_CONCENTRATION, 0.0, "polls in concentration" },
		{ SURVEY_ENTROPY_WITHIN, 1.0, "polls in entropy within" },
	};
	size_t n = 3 << 20;
	double *x = malloc(n * sizeof(double));
	double *second = malloc(n * sizeof(double));
	double *w = malloc(n * sizeof(double));
	double *u = malloc(2 * n * sizeof(double));
	uint32_t *psu = malloc(n * sizeof(uint32_t));
	SurveyRows rows = { n, { x, second }, w, psu, count_poll };
	SurveyEstimate result;

	if (x == NULL || second == NULL || w == NULL || u == NULL || psu == NULL)
		abort();
	for (size_t i = 0; i < n; i++)
	{
		x[i] = 1.0 + (double) (i / 3);
		second[i] = 5e5 + (double) (i % 7);
		w[i] = 1.0 + (double) (i % 5);
		psu[i] = (uint32_t) (i % 100);
	}
	for (size_t i = 0; i < sizeof(indices) / sizeof(indices[0]); i++)
	{
		SurveyParameters parameters = { indices[i].value, 5e5, CONVENTION_DEFAULT, false };

		polls = 0;
		(void) survey_linearize(indices[i].index, &rows, &parameters, &result, u);
		ok(polls >= 3, indices[i].name);
	}
	polls = 0;
	{
		uint32_t first[101];
		double total[100];

		survey_psu_totals(&rows, u, 100, first, second, total);
	}
	ok(polls >= 6, "polls in totals by sampling unit");
	free(x);
	free(second);
	free(w);
	free(u);
	free(psu);
}

int
main(void)
{
	test_slopes();
	test_estimates();
	test_more_estimates();
	test_exact_zeros();
	test_design();
	test_deviations();
	test_not_finite();
	test_totals();
	test_replicates();
	test_student();
	test_poll();
	return tap_done();
}
