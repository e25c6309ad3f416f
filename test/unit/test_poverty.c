/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_poverty.c
 *		The terms of the poverty measures, by hand.
 */
#include "../../src/math/poverty.h"
#include "tap.h"

int
main(void)
{
	is_double(poverty_gap_term(50.0, 100.0, 3.0), 1.5, "gap: 3 * (100 - 50) / 100");
	is_double(poverty_gap_term(-50.0, 100.0, 1.0), 1.5, "gap of a negative income: above 1");
	is_double(poverty_severity_term(75.0, 100.0, 2.0), 0.125, "severity: 2 * 0.25^2");
	is_double(shortfall_term(30.0, 60.0, 4.0), 120.0, "shortfall: 4 * 30");
	is_double(prosperity_gap_term(7.0, 28.0, 0.5), 2.0, "prosperity gap: 0.5 * 28 / 7");
	ok(fabs(watts_term(50.0, 100.0, 2.0) - 1.3862943611198906) < 1e-15, "Watts: 2 ln 2");
	ok(fabs(watts_term(1e-300, 1e300, 1.0) - 1381.5510557964274) < 1e-12,
	   "Watts where the ratio is beyond a double: 600 ln 10");

	/* what is beyond a double on the way only; powers of two, so that all is exact */
	is_double(prosperity_gap_term(0x1p-1000, 0x1p1000, 0x1p-1000), 0x1p1000,
			  "prosperity gap: 2^-1000 * 2^2000");
	is_double(prosperity_gap_term(0x1p-1074, 0x1.8p-30, 0x1p-1060), 0x1.8p-16,
			  "prosperity gap of the smallest income");
	is_double(poverty_gap_term(-0x1p1023, 0x1p1023, 3.0), 6.0, "gap: 3 * 2^1024 / 2^1023");
	is_double(poverty_gap_term(-0x1p1000, 0x1p-100, 0x1p-1050), 0x1p50,
			  "gap: 2^-1050 * 2^1000 / 2^-100");
	is_double(poverty_severity_term(-0x1p700, 1.0, 0x1p-1000), 0x1p400,
			  "severity: 2^-1000 * 2^1400");
	is_double(shortfall_term(-0x1.8p1023, 0x1p1023, 0x1p-10), 0x1.4p1014,
			  "shortfall: 2^-10 * (2^1023 + 1.5 * 2^1023)");
	ok(isinf(prosperity_gap_term(0x1p-1000, 0x1p1000, 1.0)) &&
		   isinf(poverty_gap_term(-0x1p1000, 0x1p-100, 1.0)) &&
		   isinf(poverty_severity_term(-0x1p700, 1.0, 1.0)) &&
		   isinf(shortfall_term(-0x1p1023, 0x1p1023, 1.0)),
	   "a term that is itself beyond a double is infinite");

	is_double(fgt_term(100.0, 100.5, 3.0, 0.0), 3.0, "FGT 0 is the weight");
	is_double(fgt_term(30.0, 100.0, 7.0, 1.0), poverty_gap_term(30.0, 100.0, 7.0),
			  "FGT 1 is the gap, to the bit");
	is_double(fgt_term(30.0, 100.0, 7.0, 2.0), poverty_severity_term(30.0, 100.0, 7.0),
			  "FGT 2 is the severity, to the bit");
	ok(fabs(fgt_term(50.0, 100.0, 1.0, 3.0) - 0.125) < 1e-16, "FGT 3 of a gap of a half");
	ok(fabs(fgt_term(75.0, 100.0, 2.0, 0.5) - 1.0) < 1e-15, "FGT 1/2 of a gap of a quarter");
	return tap_done();
}
