/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_growth.c
 *		Scaled distributions, growth of the poor, densities.  Expected values are worked out by hand.
 */
#include "../../src/math/growth.h"
#include "tap.h"

static const RankedEntry before[] = {
	{ 6.0, 1.0, 0.0, 1 }, { 9.0, 1.0, 0.0, 1 }, { 12.0, 1.0, 0.0, 1 }, { 21.0, 1.0, 0.0, 1 }
};
static const RankedEntry after[] = {
	{ 10.0, 3.0, 0.0, 1 }, { 12.0, 3.0, 0.0, 1 }, { 20.0, 1.5, 0.0, 2 }, { 54.0, 3.0, 0.0, 1 }
};

static bool
near(double a, double b)
{
	return fabs(a - b) < 1e-15;
}

static void
test_scaled(void)
{
	EntrySource entries;
	ScaledSource scaled;
	double mean;

	entry_source_init(&entries, before, 4);
	scaled_source_init(&scaled, &entries.source, 2.0, 20.0, 20.0);
	ok(mean_of_ranked(&scaled.source, &mean) && mean == 24.0, "scaled: the mean is scaled");
	is_double(line_sum(&scaled.source, LINE_FGT, 20.0, 0.0), 2.0, "scaled: 12 and 18 below 20");
	is_double(line_sum(&scaled.source, LINE_FGT, 20.0, 1.0), 0.5, "scaled: gaps 0.4 and 0.1");
	ok(mean_of_ranked(&entries.source, &mean) && mean == 12.0, "what it scales is as it was");
}

/* What is on a line after scaling, from the actual incomes of the other year and from the line. */
static void
test_line(void)
{
	static const RankedEntry tenths[] = { { 0.3, 1.0, 0.0, 1 },
										  { 0.7, 1.0, 0.0, 1 },
										  { 0.9, 1.0, 0.0, 1 } };
	static const RankedEntry thirds[] = { { 0.3, 1.0, 0.0, 1 },
										  { 0.6, 1.0, 0.0, 1 },
										  { 0.9, 1.0, 0.0, 1 } };
	static const RankedEntry seventh[] = { { 1.0 / 7.0, 1.0, 0.0, 1 } };
	double inclusive = nextafter(0.7, 1.0);
	EntrySource actual;
	EntrySource other;
	ScaledSource scaled;

	entry_source_init(&actual, tenths, 3);
	entry_source_init(&other, before, 4);
	is_double(income_at_line(&actual.source, 0.7), 0.7, "on the line: the income that is there");
	is_double(income_at_line(&actual.source, inclusive), 0.7, "and of a line that includes it");
	is_double(income_at_line(&other.source, 0.7), 0.7, "none there: the line");
	is_double(income_at_line(&other.source, inclusive), 0.7,
			  "a line that includes: what it includes");
	is_double(income_at_line(&other.source, 1.0 / 7.0), 1.0 / 7.0,
			  "a line with many digits: the line");
	entry_source_init(&actual, seventh, 1);
	is_double(income_at_line(&actual.source, nextafter(1.0 / 7.0, 1.0)), 1.0 / 7.0,
			  "and with an income just below it, that");
	is_double(income_at_line(&actual.source, (1.0 / 7.0) * (1.0 + 3e-12)),
			  (1.0 / 7.0) * (1.0 + 3e-12), "3e-12 away is not on the line");

	entry_source_init(&actual, thirds, 3);
	ok(0.6 * (0.9 / 0.6) < 0.9, "0.6 is scaled to a rounding below 0.9");
	scaled_source_init(&scaled, &actual.source, 0.9 / 0.6, 0.9, 0.9);
	is_double(line_sum(&scaled.source, LINE_POOR, 0.9, 0.0), 1.0, "which is not poor");
	scaled_source_init(&scaled, &actual.source, 0.9 / 0.6, nextafter(0.9, 1.0), 0.9);
	is_double(line_sum(&scaled.source, LINE_POOR, nextafter(0.9, 1.0), 0.0), 2.0,
			  "unless the line includes it");
}

static void
test_growth(void)
{
	static const RankedEntry two[] = { { 10.0, 7.0, 0.0, 1 }, { 20.0, 7.0, 0.0, 1 } };
	static const RankedEntry thirds[] = { { 1.0, 0.1, 0.0, 3 }, { 2.0, 0.1, 0.0, 7 } };
	static const RankedEntry same[] = { { 2.0, 1.0, 0.0, 3 }, { 4.0, 1.0, 0.0, 7 } };
	static const RankedEntry beyond[] = { { 1.0, 1e308, 0.0, 2 }, { 2.0, 1e308, 0.0, 2 } };
	EntrySource y0;
	EntrySource y1;
	double result;

	entry_source_init(&y0, before, 4);
	entry_source_init(&y1, after, 4);
	ok(growth_of_the_poor(&y0.source, &y1.source, 10.0, &result) && near(result, 0.5),
	   "growth: 6 to 10 and 9 to 12");
	ok(growth_of_the_poor(&y0.source, &y1.source, 1000.0, &result) && near(result, 68.0 / 84.0),
	   "growth: of all, (2/3 + 1/3 + 2/3 + 11/7) / 4");
	ok(!growth_of_the_poor(&y0.source, &y1.source, 6.0, &result), "growth: nobody is below 6");
	entry_source_init(&y1, two, 2);
	ok(growth_of_the_poor(&y0.source, &y1.source, 10.0, &result) && near(result, 7.0 / 18.0),
	   "growth: a wide step");
	ok(growth_of_the_poor(&y1.source, &y0.source, 15.0, &result) && near(result, -0.25),
	   "growth: of a wide step, (6 + 9) / 2 / 10 - 1");
	entry_source_init(&y0, thirds, 2);
	entry_source_init(&y1, same, 2);
	ok(growth_of_the_poor(&y0.source, &y1.source, 3.0, &result) && fabs(result - 1.0) < 1e-14,
	   "growth: all double, whatever the weights round to");
	/* the shares are no numbers then, and nor is the figure; but it comes to an end */
	entry_source_init(&y0, beyond, 2);
	(void) growth_of_the_poor(&y0.source, &y1.source, 9.0, &result);
	(void) growth_of_the_poor(&y1.source, &y0.source, 9.0, &result);
	ok(true, "growth: weights beyond doubles");
}

/* The logarithm of an income below 0, which the callers refuse. */
static void
test_term_without_value(void)
{
	static const RankedEntry negative[] = { { -1.0, 1.0, 0.0, 1 }, { 1.0, 1.0, 0.0, 1 } };
	EntrySource source;

	entry_source_init(&source, negative, 2);
	ok(isnan(line_sum(&source.source, LINE_WATTS, 2.0, 0.0)),
	   "a term that is no number is the sum");
}

static void
test_density(void)
{
	static const RankedEntry one[] = { { 5.0, 2.0, 0.0, 9 } };
	static const RankedEntry pair[] = { { -1.0, 1.0, 0.0, 1 }, { 1.0, 1.0, 0.0, 1 } };
	EntrySource source;
	double result;
	double h;

	entry_source_init(&source, one, 1);
	ok(!density_at(&source.source, 5.0, &result), "density: of one income it is undefined");
	entry_source_init(&source, one, 0);
	ok(!density_at(&source.source, 5.0, &result), "density: of no income too");
	/* deviation 1, quartiles -1 and 1: the spread is 1; two rows */
	entry_source_init(&source, pair, 2);
	h = 0.9 * pow(2.0, -0.2);
	ok(density_at(&source.source, 0.0, &result) &&
		   fabs(result - exp(-0.5 / (h * h)) / h / sqrt(2.0 * acos(-1.0))) < 1e-14,
	   "density: between two incomes");
	ok(density_at(&source.source, 1e6, &result) && result == 0.0, "density: far away");
}

int
main(void)
{
	test_scaled();
	test_line();
	test_growth();
	test_term_without_value();
	test_density();
	return tap_done();
}
