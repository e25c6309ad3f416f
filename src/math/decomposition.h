/* SPDX-License-Identifier: PostgreSQL */
/*
 * decomposition.h
 *		Why a poverty measure, or inequality, changed between two periods.
 *
 * The kernels take figures that were computed before: a poverty measure under
 * the mean, the distribution and the line of either period, or figures of groups.
 */
#ifndef MATH_DECOMPOSITION_H
#define MATH_DECOMPOSITION_H

#include <stdbool.h>

/*
 * A poverty measure P(mean, distribution, line), each of period 0 or 1: at
 * [1][0][0] that of the incomes of period 0, scaled to the mean of period 1.
 */
typedef double PovertyCube[2][2][2];

typedef enum DecompositionBase
{
	BASE_INITIAL,
	BASE_FINAL,
	BASE_SHAPLEY
} DecompositionBase;

/* Parts of a change; the residual is total - growth - redistribution - line, rounded once. */
typedef struct PovertyChange
{
	double total;
	double growth;
	double redistribution;
	double line;
	double residual;
} PovertyChange;

extern PovertyChange change_of_poverty(PovertyCube p, DecompositionBase base);

/* One group in two periods: its population and a poverty measure that is a mean over it. */
typedef struct Sector
{
	double population[2];
	double poverty[2];
} Sector;

/* What a group adds to the sums behind the sectoral decomposition; populations are beside them. */
typedef enum SectorSum
{
	SECTOR_POPULATION_0,
	SECTOR_POPULATION_1,
	SECTOR_POVERTY_00, /* n0 P0 */
	SECTOR_POVERTY_11, /* n1 P1 */
	SECTOR_POVERTY_01, /* n0 P1: population before, poverty after */
	SECTOR_POVERTY_10, /* n1 P0 */
	SECTOR_SUM_COUNT
} SectorSum;

/* Parts of a change over groups; the interaction is total - intra - shift, rounded once. */
typedef struct SectorChange
{
	double total;
	double intra;
	double shift;
	double interaction;
} SectorChange;

extern void sector_terms(const Sector *sector, double *term);
extern bool change_over_sectors(const double *sum, double intra_sum, SectorChange *result);

/* Elasticities of FGT alpha >= 1, given FGT alpha and FGT alpha - 1. */
extern bool growth_elasticity_of(double alpha, double fgt, double fgt_before, double *result);
extern bool inequality_elasticity_of(double alpha, double fgt, double fgt_before, double mean,
									 double line, double *result);

/* A group in one period, for the change of the mean log deviation. */
typedef struct MldGroup
{
	double population;
	double mean;
	double mld;
} MldGroup;

/* Parts of the change; the residual is what they do not add up to, rounded once. */
typedef struct MldChange
{
	double total;
	double within;
	double population_within;
	double population_between;
	double relative_means;
	double residual;
} MldChange;

extern MldChange change_of_mld(const MldGroup *before, const MldGroup *after, int groups);

#endif /* MATH_DECOMPOSITION_H */
