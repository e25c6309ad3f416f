/* SPDX-License-Identifier: PostgreSQL */
/*
 * lorenz.h
 *		Indices of inequality that are read from the Lorenz curve.
 *
 * x ascending, w weights, W = Σw, S = Σwx, mean = S/W; the Lorenz curve L joins
 * (C/W, Σwx up to there / S) by straight lines, equal incomes being one step.
 * Every function returns false where its index is undefined: S <= 0, or no row.
 * Incomes below 0 are data; indices may leave [0, 1] then.
 */
#ifndef LORENZ_H
#define LORENZ_H

#include "lorenz_walk.h"
#include "quantile.h"

extern bool gini_index(RankedSource *source, double *result);
extern bool concentration_index_of(RankedSource *source, double *result);
extern bool lorenz_ordinates(RankedSource *source, const double *p, size_t n, double *ordinate,
							 DoubleDouble *income);
extern bool bottom_share_of(RankedSource *source, double p, double *result);
extern bool top_share_of(RankedSource *source, double p, double *result);
extern bool quintile_share_ratio(RankedSource *source, double *result);
extern bool palma_ratio_of(RankedSource *source, double *result);
extern bool hoover_index_of(RankedSource *source, double *result);
extern bool zenga_index_of(RankedSource *source, double *result);
extern bool wolfson_index(RankedSource *source, double *result);
extern bool mean_of_ranked(RankedSource *source, double *result);

#endif /* LORENZ_H */
