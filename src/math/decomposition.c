/* SPDX-License-Identifier: PostgreSQL */
/*
 * decomposition.c
 *		Why a poverty measure, or inequality, changed between two periods.
 *
 * G. Datt and M. Ravallion, "Growth and redistribution components of changes in
 * poverty measures", Journal of Development Economics 38 (1992); A. F. Shorrocks,
 * "Decomposition procedures for distributional analysis: a unified framework
 * based on the Shapley value", Journal of Economic Inequality 11 (2013);
 * M. Ravallion and M. Huppi, "Measuring changes in poverty: a methodological case
 * study of Indonesia during an adjustment period", World Bank Economic Review 5
 * (1991); N. Kakwani, "Poverty and economic growth with application to Cote
 * d'Ivoire", Review of Income and Wealth 39 (1993); D. Mookherjee and A. F.
 * Shorrocks, "A decomposition analysis of the trend in UK income inequality",
 * Economic Journal 92 (1982).
 */
#include "decomposition.h"
#include "exact_sum.h"

#include <math.h>

/*
 * The Shapley value of one of three factors from its effects with the other two
 * as in period 0, one of them and both as in period 1: weights 1/3, 1/6, 1/6, 1/3.
 * It is added up exactly and rounded once before the division.
 */
static double
shapley_value(const double *with, const double *without)
{
	static const int weight[4] = { 2, 1, 1, 2 };
	double value[8];
	int sign[8];

	for (int i = 0; i < 4; i++)
	{
		value[2 * i] = weight[i] * with[i];
		sign[2 * i] = 1;
		value[2 * i + 1] = weight[i] * without[i];
		sign[2 * i + 1] = -1;
	}
	return exact_sum_of(value, sign, 8) / 6.0;
}

/* Growth, redistribution and line by the average over the six orders of changing them. */
static void
shapley_parts(PovertyCube p, PovertyChange *change)
{
	change->growth = shapley_value((double[]) { p[1][0][0], p[1][0][1], p[1][1][0], p[1][1][1] },
								   (double[]) { p[0][0][0], p[0][0][1], p[0][1][0], p[0][1][1] });
	change->redistribution = shapley_value((double[]) { p[0][1][0], p[0][1][1], p[1][1][0],
														p[1][1][1] },
										   (double[]) { p[0][0][0], p[0][0][1], p[1][0][0],
														p[1][0][1] });
	change->line = shapley_value((double[]) { p[0][0][1], p[0][1][1], p[1][0][1], p[1][1][1] },
								 (double[]) { p[0][0][0], p[0][1][0], p[1][0][0], p[1][1][0] });
}

/*
 * With base initial or final, mean and distribution are changed at the line of
 * period 0, the other being that of the base, and the line last.
 */
PovertyChange
change_of_poverty(PovertyCube p, DecompositionBase base)
{
	static const int sign[4] = { 1, -1, -1, -1 };
	PovertyChange change;

	change.total = p[1][1][1] - p[0][0][0];
	if (base == BASE_SHAPLEY)
		shapley_parts(p, &change);
	else
	{
		int r = base == BASE_FINAL;

		change.growth = p[1][r][0] - p[0][r][0];
		change.redistribution = p[r][1][0] - p[r][0][0];
		change.line = p[1][1][1] - p[1][1][0];
	}
	change.residual = exact_sum_of((double[]) { change.total, change.growth, change.redistribution,
												change.line },
								   sign, 4);
	return change;
}

/*
 * A group without population in a period has no poverty then; it is taken to be
 * that of the other period, so that all that it changes is a shift of population.
 */
void
sector_terms(const Sector *sector, double *term)
{
	const double *n = sector->population;
	double poverty0 = sector->poverty[n[0] > 0.0 ? 0 : 1];
	double poverty1 = sector->poverty[n[1] > 0.0 ? 1 : 0];

	term[SECTOR_POPULATION_0] = n[0];
	term[SECTOR_POPULATION_1] = n[1];
	term[SECTOR_POVERTY_00] = n[0] * poverty0;
	term[SECTOR_POVERTY_11] = n[1] * poverty1;
	term[SECTOR_POVERTY_01] = n[0] * poverty1;
	term[SECTOR_POVERTY_10] = n[1] * poverty0;
}

/*
 * With s the population shares, intra = sum of s0 (P1 - P0), shift = sum of
 * (s1 - s0) P0, interaction = sum of (s1 - s0)(P1 - P0).  The sums are those of
 * sector_terms(); intra_sum is that of n0 P1 less that of n0 P0, rounded once.
 * Undefined without population in either period.
 */
bool
change_over_sectors(const double *sum, double intra_sum, SectorChange *result)
{
	static const int sign[3] = { 1, -1, -1 };
	double all0 = sum[SECTOR_POPULATION_0];
	double all1 = sum[SECTOR_POPULATION_1];

	if (!(all0 > 0.0 && all1 > 0.0))
		return false;
	result->total = sum[SECTOR_POVERTY_11] / all1 - sum[SECTOR_POVERTY_00] / all0;
	result->intra = intra_sum / all0;
	result->shift = sum[SECTOR_POVERTY_10] / all1 - sum[SECTOR_POVERTY_00] / all0;
	result->interaction = exact_sum_of((double[]) { result->total, result->intra, result->shift },
									   sign, 3);
	return true;
}

/* alpha (P_alpha - P_(alpha-1)) / P_alpha: of FGT when all incomes grow alike (Kakwani 1993). */
bool
growth_elasticity_of(double alpha, double fgt, double fgt_before, double *result)
{
	if (!(fgt > 0.0))
		return false;
	*result = alpha * (fgt - fgt_before) / fgt;
	return true;
}

/*
 * alpha + alpha (mean - line) P_(alpha-1) / (line P_alpha): of FGT when all
 * incomes move away from the mean in proportion, so that the Gini index grows
 * and the mean stays (Kakwani 1993).
 */
bool
inequality_elasticity_of(double alpha, double fgt, double fgt_before, double mean, double line,
						 double *result)
{
	if (!(fgt > 0.0))
		return false;
	*result = alpha + alpha * ((mean - line) / line) * (fgt_before / fgt);
	return true;
}

/* What all groups together are in one period. */
typedef struct MldTotals
{
	double population;
	double mean;
	double mld;
} MldTotals;

/* v ln(mean / mean_k) is what group k adds to inequality between groups. */
static MldTotals
totals_of(const MldGroup *group, int groups)
{
	MldTotals totals = { 0.0, 0.0, 0.0 };

	for (int k = 0; k < groups; k++)
		totals.population += group[k].population;
	for (int k = 0; k < groups; k++)
		totals.mean += group[k].population / totals.population * group[k].mean;
	for (int k = 0; k < groups; k++)
		totals.mld += group[k].population / totals.population *
			(group[k].mld - log(group[k].mean / totals.mean));
	return totals;
}

/*
 * With v the population share, I the mean log deviation within, lambda the mean
 * over the mean of all, theta = v lambda the income share, a bar for the average
 * of both periods and D for the change, the parts are the sums over groups of
 * vbar D(I), Ibar D(v), (lambdabar - bar of ln lambda) D(v) and (thetabar - vbar)
 * D(ln mean).  The last two are Mookherjee and Shorrocks' approximation of what
 * is between groups, hence a residual.
 */
MldChange
change_of_mld(const MldGroup *before, const MldGroup *after, int groups)
{
	static const int sign[5] = { 1, -1, -1, -1, -1 };
	MldTotals t0 = totals_of(before, groups);
	MldTotals t1 = totals_of(after, groups);
	MldChange change = { t1.mld - t0.mld, 0.0, 0.0, 0.0, 0.0, 0.0 };

	for (int k = 0; k < groups; k++)
	{
		double v0 = before[k].population / t0.population;
		double v1 = after[k].population / t1.population;
		double l0 = before[k].mean / t0.mean;
		double l1 = after[k].mean / t1.mean;

		change.within += (v0 + v1) / 2.0 * (after[k].mld - before[k].mld);
		change.population_within += (before[k].mld + after[k].mld) / 2.0 * (v1 - v0);
		change.population_between += ((l0 + l1) / 2.0 - (log(l0) + log(l1)) / 2.0) * (v1 - v0);
		change.relative_means += ((v0 * l0 + v1 * l1) / 2.0 - (v0 + v1) / 2.0) *
			log(after[k].mean / before[k].mean);
	}
	change.residual = exact_sum_of((double[]) { change.total, change.within,
												change.population_within, change.population_between,
												change.relative_means },
								   sign, 5);
	return change;
}
