/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_change.c
 *		Changes and targets, by hand.
 */
#include "../../src/math/change.h"
#include "tap.h"

int
main(void)
{
	double result = -99.0;

	ok(relative_change(8.0, 10.0, &result), "a relative change is defined");
	is_double(result, -0.2, "10 to 8 is a fifth less");
	ok(!relative_change(8.0, 0.0, &result), "not from zero");
	ok(!relative_change(8.0, -1.0, &result), "nor from below zero");
	is_double(result, -0.2, "and what is undefined sets nothing");

	ok(compound_growth(121.0, 100.0, 2.0, &result), "growth over two years is defined");
	ok(fabs(result - 0.1) < 1e-15, "100 to 121 in two years is a tenth a year");
	ok(compound_growth(0.3, 0.4, 1.0, &result), "growth over one year is defined");
	is_double(result, (0.3 - 0.4) / 0.4, "and is the relative change, to the bit");
	ok(compound_growth(0.0, 2.0, 3.0, &result), "growth to zero is defined");
	is_double(result, -1.0, "and loses all");
	/* (1e300 / 1e-300)^(1/4) = 1e150; (1e-300 / 1e300)^(1/100) = 1e-6; ratios of 1e600 and 1e-600 are no doubles */
	ok(compound_growth(1e300, 1e-300, 4.0, &result), "growth by a ratio beyond doubles is defined");
	ok(fabs(result / 1e150 - 1.0) < 1e-12, "and is the ratio's root");
	ok(compound_growth(1e-300, 1e300, 100.0, &result), "so is a fall by one");
	ok(fabs(result + 0.999999) < 1e-15, "which is not a fall to zero");
	ok(compound_growth(1e300, 1e-300, 0.5, &result), "over half a year");
	ok(isinf(result), "the growth itself is beyond doubles");
	ok(!compound_growth(-1.0, 2.0, 2.0, &result), "no root of a negative ratio");
	ok(!compound_growth(1.0, 0.0, 2.0, &result), "no growth from zero");

	/* 282 poor, 31 fewer planned, 257 reached: 25 of 31 */
	ok(attainment(282.0, 257.0, 251.0, &result), "attainment is defined");
	is_double(result, 25.0 / 31.0, "25 of 31");
	ok(!attainment(5.0, 4.0, 5.0, &result), "no attainment of a target that is the start");

	ok(fabs(projected_share(0.10, -0.02, 3.0) - 0.04) < 1e-15,
	   "10 % less 2 points for 3 years is 4 %");
	is_double(projected_share(0.10, -0.02, 6.0), 0.0, "no rate below 0");
	is_double(projected_share(0.90, 0.05, 6.0), 1.0, "no rate above 1");
	return tap_done();
}
