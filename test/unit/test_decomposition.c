/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_decomposition.c
 *		Decompositions of change.  Expected values are worked out by hand.
 */
#include "../../src/math/decomposition.h"
#include "tap.h"

static bool
near(double a, double b)
{
	return fabs(a - b) < 1e-15;
}

static void
test_poverty(void)
{
	/* [mean][distribution][line] in 64ths, which are exact */
	PovertyCube p = { { { 32.0 / 64, 40.0 / 64 }, { 28.0 / 64, 38.0 / 64 } },
					  { { 20.0 / 64, 26.0 / 64 }, { 12.0 / 64, 18.0 / 64 } } };
	PovertyChange c = change_of_poverty(p, BASE_INITIAL);

	is_double(c.total, -14.0 / 64, "total: 18 - 32");
	is_double(c.growth, -12.0 / 64, "initial base: growth 20 - 32");
	is_double(c.redistribution, -4.0 / 64, "initial base: redistribution 28 - 32");
	is_double(c.line, 6.0 / 64, "line, last: 18 - 12");
	is_double(c.residual, -4.0 / 64, "initial base: residual -14 + 12 + 4 - 6");
	c = change_of_poverty(p, BASE_FINAL);
	is_double(c.growth, -16.0 / 64, "final base: growth 12 - 28");
	is_double(c.redistribution, -8.0 / 64, "final base: redistribution 12 - 20");
	is_double(c.residual, 4.0 / 64, "final base: residual -14 + 16 + 8 - 6");
	c = change_of_poverty(p, BASE_SHAPLEY);
	/* growth: (2 (20 - 32) + (26 - 40) + (12 - 28) + 2 (18 - 38)) / 6 */
	ok(near(c.growth, -94.0 / 6 / 64), "Shapley: growth");
	/* redistribution: (2 (28 - 32) + (38 - 40) + (12 - 20) + 2 (18 - 26)) / 6 */
	ok(near(c.redistribution, -34.0 / 6 / 64), "Shapley: redistribution");
	/* line: (2 (40 - 32) + (38 - 28) + (26 - 20) + 2 (18 - 12)) / 6 */
	ok(near(c.line, 44.0 / 6 / 64), "Shapley: line");
	ok(fabs(c.residual) < 1e-16, "Shapley: no residual but rounding");
}

static void
add_sector(double *sum, const Sector *sector)
{
	double term[SECTOR_SUM_COUNT];

	sector_terms(sector, term);
	for (int i = 0; i < SECTOR_SUM_COUNT; i++)
		sum[i] += term[i];
}

static void
test_sectors(void)
{
	double sum[SECTOR_SUM_COUNT] = { 0.0 };
	SectorChange c;

	/* shares 3/4 and 1/4, then 1/2 and 1/2; poverty 1/2 and 1/4, then 1/4 and 1/8 */
	add_sector(sum, &(Sector) { { 30, 20 }, { 0.5, 0.25 } });
	add_sector(sum, &(Sector) { { 10, 20 }, { 0.25, 0.125 } });
	ok(change_over_sectors(sum, sum[SECTOR_POVERTY_01] - sum[SECTOR_POVERTY_00], &c), "sectors");
	is_double(c.total, 3.0 / 16 - 7.0 / 16, "total: 3/16 - 7/16");
	is_double(c.intra, -7.0 / 32, "intra: 3/4 (-1/4) + 1/4 (-1/8)");
	is_double(c.shift, -1.0 / 16, "shift: (-1/4) 1/2 + (1/4) 1/4");
	is_double(c.interaction, 1.0 / 32, "interaction: (-1/4)(-1/4) + (1/4)(-1/8)");
	memset(sum, 0, sizeof(sum));
	add_sector(sum, &(Sector) { { 10, 10 }, { 0.5, 0.5 } });
	add_sector(sum, &(Sector) { { 0, 10 }, { -1.0, 0.25 } });
	ok(change_over_sectors(sum, sum[SECTOR_POVERTY_01] - sum[SECTOR_POVERTY_00], &c) &&
		   c.intra == 0.0 && c.shift == -0.125 && c.interaction == 0.0,
	   "a group that was not there is a shift alone");
	sum[SECTOR_POPULATION_1] = 0.0;
	ok(!change_over_sectors(sum, 0.0, &c), "nobody in the second period: undefined");
	sum[SECTOR_POPULATION_1] = 10.0;
	sum[SECTOR_POPULATION_0] = 0.0;
	ok(!change_over_sectors(sum, 0.0, &c), "nobody in the first: undefined");
}

static void
test_elasticities(void)
{
	double result;

	ok(growth_elasticity_of(2.0, 0.125, 0.25, &result) && result == -2.0, "growth, FGT 2");
	ok(!growth_elasticity_of(1.0, 0.0, 0.0, &result), "growth: nobody poor");
	/* 1 + (15 - 10) / 10 * 0.25 / 0.125 */
	ok(inequality_elasticity_of(1.0, 0.125, 0.25, 15.0, 10.0, &result) && result == 2.0,
	   "inequality, FGT 1");
	ok(!inequality_elasticity_of(1.0, 0.0, 0.0, 1.0, 1.0, &result), "inequality: nobody poor");
}

static void
test_mld(void)
{
	/* nothing between groups: means are equal; shares 1/2, 1/2, then 1/4, 3/4 */
	const MldGroup before[] = { { 10, 5, 0.5 }, { 10, 5, 0.25 } };
	const MldGroup after[] = { { 5, 7, 0.75 }, { 15, 7, 0.25 } };
	MldChange c = change_of_mld(before, after, 2);

	ok(near(c.total, 0.0), "MLD: 0.375 stays 0.375");
	is_double(c.within, 0.375 * 0.25, "MLD: vbar D(I) of the first group");
	is_double(c.population_within, 0.625 * -0.25 + 0.25 * 0.25, "MLD: Ibar D(v)");
	ok(near(c.population_between, 0.0) && near(c.relative_means, 0.0),
	   "MLD: means are equal, all of them grow alike");
	ok(near(c.residual, 0.0), "MLD: exact within groups");
}

int
main(void)
{
	test_poverty();
	test_sectors();
	test_elasticities();
	test_mld();
	return tap_done();
}
