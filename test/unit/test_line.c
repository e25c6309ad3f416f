/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_line.c
 *		Categories of households and conversions, by hand.
 */
#include "../../src/math/line.h"
#include "tap.h"

/* Decision 59/2015, rural; Decree 07/2021, rural; a line that is not poor itself. */
static const LineBands vn_2016 = { 700000.0, true, 1000000.0, 1500000.0 };
static const LineBands vn_2022 = { 1500000.0, true, 1500000.0, 2250000.0 };
static const LineBands strict = { 3.0, false, 3.0, 5.0 };

static LineOutcome
by_2016(double income, double deprivations)
{
	return line_classify(LINE_RULE_INCOME_OR_DEPRIVATIONS, &vn_2016, 3.0, income, deprivations);
}

static LineOutcome
by_2022(double income, double deprivations)
{
	return line_classify(LINE_RULE_INCOME_AND_DEPRIVATIONS, &vn_2022, 3.0, income, deprivations);
}

static LineOutcome
by_income(const LineBands *bands, double income)
{
	return line_classify(LINE_RULE_INCOME, bands, NAN, income, NAN);
}

static void
test_categories(void)
{
	LineBands unknown = vn_2016;

	ok(by_2016(-1.0, 0.0) == LINE_POOR, "2016: a negative income is poor");
	ok(by_2016(700000.0, NAN) == LINE_POOR, "2016: at the line poor, whatever the deprivations");
	ok(by_2016(nextafter(700000.0, 1e6), 2.0) == LINE_NEAR_POOR, "2016: above it near-poor");
	ok(by_2016(nextafter(700000.0, 1e6), 3.0) == LINE_POOR, "2016: or poor with 3 deprivations");
	ok(by_2016(1000000.0, NAN) == LINE_WANTS_DEPRIVATIONS, "2016: which must be known there");
	ok(by_2016(nextafter(1e6, 2e6), 10.0) == LINE_AVERAGE, "2016: above the band average");
	ok(by_2016(1500000.0, NAN) == LINE_AVERAGE, "2016: up to the average line");
	ok(by_2016(nextafter(1.5e6, 2e6), NAN) == LINE_BETTER_OFF, "2016: above it better off");

	ok(by_2022(1500000.0, 3.0) == LINE_POOR, "2022: at the line poor with 3 deprivations");
	ok(by_2022(1500000.0, 2.0) == LINE_NEAR_POOR, "2022: near-poor with fewer");
	ok(by_2022(0.0, NAN) == LINE_WANTS_DEPRIVATIONS, "2022: which must be known there");
	ok(by_2022(nextafter(1.5e6, 2e6), NAN) == LINE_AVERAGE, "2022: above it average");
	ok(by_2022(nextafter(2.25e6, 3e6), 12.0) == LINE_BETTER_OFF, "2022: better off");

	ok(by_income(&strict, nextafter(3.0, 0.0)) == LINE_POOR, "strictly below the line is poor");
	ok(by_income(&strict, 3.0) == LINE_NEAR_POOR, "at a strict line is not poor");
	ok(line_classify(LINE_RULE_RELATIVE, &strict, NAN, 2.0, NAN) == LINE_POOR, "a relative line");

	unknown.average_line = NAN;
	ok(by_income(&unknown, 1e6) == LINE_NEAR_POOR, "what is not known need not matter");
	ok(by_income(&unknown, 1.1e6) == LINE_WANTS_AVERAGE_LINE, "the average line is wanting");
	unknown.near_poor_line = NAN;
	ok(by_income(&unknown, 1.1e6) == LINE_WANTS_NEAR_POOR_LINE, "the near-poor line is wanting");
	ok(line_classify(LINE_RULE_INCOME_AND_DEPRIVATIONS, &unknown, 3.0, 1.0, 2.0) ==
		   LINE_WANTS_NEAR_POOR_LINE,
	   "also for the poor by income with few deprivations");
	ok(line_classify(LINE_RULE_INCOME_AND_DEPRIVATIONS, &unknown, 3.0, 1.0, 3.0) == LINE_POOR,
	   "but not with enough");
}

/* The threshold tells the same as the line, and is the smallest that does. */
static void
test_threshold(void)
{
	is_double(line_threshold(3.0, false), 3.0, "a strict line is its threshold");
	is_double(line_threshold(700000.0, true), 0x1.55cc000000001p+19,
			  "the threshold of 700,000 (0x1.55ccp+19) is one unit in the last place above");
	ok(isinf(line_threshold(0x1.fffffffffffffp+1023, true)), "there is none above the largest");
}

static void
test_societal(void)
{
	double line = -99.0;

	ok(line_societal(10.0, 2021.0, &line), "2021 has a societal line");
	is_double(line, 1.3 + 5.0, "1.30 and half of 10");
	ok(line_societal(3.0, 2021.0, &line), "a median of 3");
	is_double(line, 3.0, "gives the floor, since 1.30 and half of 3 are 2.80");
	ok(line_societal(10.0, 2017.0, &line), "2017 too");
	is_double(line, 1.15 + 5.0, "1.15 and half of 10");
	ok(line_societal(0.0, 2011.0, &line), "2011 too");
	is_double(line, 1.9, "with the floor of 1.90");
	line = -99.0;
	ok(!line_societal(10.0, 2020.0, &line), "2020 has none");
	ok(!line_societal(10.0, NAN, &line), "nor has NaN");
	is_double(line, -99.0, "and then nothing is set");
}

static void
test_conversions(void)
{
	static const int days_times_12[LINE_PERIOD_COUNT] = { 12, 84, 365, 1095, 4380 };
	uint64_t seed = 20181231;
	bool same = true;
	bool plain = true;

	is_double(line_to_ppp(3650000.0, 1.25, 8000.0, 365.0), 1.0, "3,650,000 a year are 1 a day");
	is_double(line_to_ppp(0.0, 2.0, 3.0, 4.0), 0.0, "nothing stays nothing");
	ok(isinf(line_to_ppp(1e300, 1e-10, 1.0, 1.0)), "1e310 is out of range");
	is_double(line_to_ppp(0x1p1000, 0x1p900, 0x1p900, 1.0), 0x1p-800, "the product may be");
	for (int i = 0; i < 100000; i++)
	{
		double amount = (double) (int64_t) next_random(&seed) * 0x1p-30;
		double cpi = (double) (next_random(&seed) >> 11) * 0x1p-50;
		double ppp = (double) (next_random(&seed) >> 11) * 0x1p-40;

		if (cpi > 0.0 && ppp > 0.0)
			plain &= same_bits(line_to_ppp(amount, cpi, ppp, 365.0), amount / (cpi * ppp * 365.0));
	}
	ok(plain, "where nothing is out of range, to_ppp is the plain formula to the bit");

	is_double(line_per_period(12.0, LINE_PERIOD_DAY, LINE_PERIOD_MONTH), 365.0, "12 a day");
	is_double(line_per_period(7.0, LINE_PERIOD_WEEK, LINE_PERIOD_DAY), 1.0, "7 a week");
	is_double(line_per_period(0.1, LINE_PERIOD_MONTH, LINE_PERIOD_YEAR), 0.1 * 12.0,
			  "0.1 a month, multiplied once");
	is_double(line_per_period(0.7, LINE_PERIOD_YEAR, LINE_PERIOD_MONTH), 0.7 / 12.0,
			  "0.7 a year, divided once");
	is_double(line_per_period(300.0, LINE_PERIOD_QUARTER, LINE_PERIOD_MONTH), 100.0, "a quarter");
	ok(isfinite(line_per_period(1.7e308, LINE_PERIOD_MONTH, LINE_PERIOD_DAY)), "no early overflow");
	ok(isinf(line_per_period(1e308, LINE_PERIOD_DAY, LINE_PERIOD_YEAR)), "but a late one");
	for (int from = 0; from < LINE_PERIOD_COUNT; from++)
		for (int to = 0; to < LINE_PERIOD_COUNT; to++)
		{
			double amount = line_per_period(1000.0, (LinePeriod) from, (LinePeriod) to);
			double expected = 1000.0 * days_times_12[to] / days_times_12[from];

			same &= fabs(amount / expected - 1.0) < 1e-15;
			if (from == to)
				same &= amount == 1000.0;
		}
	ok(same, "all pairs of periods agree with their lengths in days, times 12");
}

static void
test_scales(void)
{
	is_double(line_equivalence_scale(1.0, 0.0, LINE_SCALE_OECD_MODIFIED), 1.0, "one adult is one");
	is_double(line_equivalence_scale(1.0, 0.0, LINE_SCALE_OECD_OLD), 1.0, "by the old scale too");
	is_double(line_equivalence_scale(2.0, 2.0, LINE_SCALE_OECD_MODIFIED), 2.1, "1 + 0.5 + 0.6");
	is_double(line_equivalence_scale(2.0, 3.0, LINE_SCALE_OECD_MODIFIED), 2.4, "1 + 0.5 + 0.9");
	is_double(line_equivalence_scale(2.0, 2.0, LINE_SCALE_OECD_OLD), 2.7, "1 + 0.7 + 1.0");
	is_double(line_equivalence_scale(4.0, 1.0, LINE_SCALE_OECD_OLD), 3.6, "1 + 2.1 + 0.5");
	is_double(line_equivalence_scale(4.0, 5.0, LINE_SCALE_SQUARE_ROOT), 3.0, "root of 9");
	is_double(line_equivalence_scale(4.0, 5.0, LINE_SCALE_PER_CAPITA), 9.0, "9 heads");
	ok(isnan(line_equivalence_scale(4.0, 5.0, (LineScale) (LINE_SCALE_PER_CAPITA + 1))),
	   "a scale that is none");
}

int
main(void)
{
	test_categories();
	test_threshold();
	test_societal();
	test_conversions();
	test_scales();
	return tap_done();
}
