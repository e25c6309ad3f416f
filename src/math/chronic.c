/* SPDX-License-Identifier: PostgreSQL */
/*
 * chronic.c
 *		Poverty of one household over several periods.
 *
 * J. E. Foster, "A class of chronic poverty measures", in Addison, Hulme and
 * Kanbur (eds.), Poverty Dynamics (2009): whoever is poor in at least a share tau
 * of the periods is chronically poor; gaps count over all periods, of the
 * chronically poor only.
 *
 * J. Jalan and M. Ravallion, "Transient poverty in postreform rural China",
 * Journal of Comparative Economics 26 (1998): chronic poverty is the poverty of
 * the mean income over time, transient poverty what the mean poverty over time
 * has beyond it.
 */
#include "chronic.h"
#include "poverty.h"

/* The share of periods reaches the cutoff; 1e-9 is left for how the cutoff was
 * rounded, as it is with the cutoff of a deprivation score. */
bool
is_chronic(int poor_periods, int periods, double cutoff)
{
	return poor_periods >= (cutoff - 1e-9) * periods;
}

int
poor_periods_of(const double *x, int periods, double z)
{
	int poor = 0;

	for (int t = 0; t < periods; t++)
		poor += x[t] < z;
	return poor;
}

Duration
duration_of(const double *x, int periods, double z)
{
	Duration sum = { 0.0, 0.0, 0.0 };

	for (int t = 0; t < periods; t++)
	{
		if (!(x[t] < z))
			continue;
		sum.share += 1.0;
		sum.gap += poverty_gap_term(x[t], z, 1.0);
		sum.severity += poverty_severity_term(x[t], z, 1.0);
	}
	return (Duration) { sum.share / periods, sum.gap / periods, sum.severity / periods };
}

/* FGT alpha, averaged over the periods. */
double
mean_poverty(const double *x, int periods, double z, double alpha)
{
	double sum = 0.0;

	for (int t = 0; t < periods; t++)
		if (x[t] < z)
			sum += fgt_term(x[t], z, 1.0, alpha);
	return sum / periods;
}

/* FGT alpha of the income averaged over the periods. */
double
poverty_of_mean(const double *x, int periods, double z, double alpha)
{
	double mean = 0.0;

	/* divided first: a sum of incomes may be out of range where their mean is not */
	for (int t = 0; t < periods; t++)
		mean += x[t] / periods;
	return mean < z ? fgt_term(mean, z, 1.0, alpha) : 0.0;
}
