/* SPDX-License-Identifier: PostgreSQL */
/*
 * distribution.h
 *		What the files of room distribution share.
 */
#ifndef DISTRIBUTION_H
#define DISTRIBUTION_H

#include "math/bounded.h"
#include "math/lorenz.h"
#include "math/ranked_poverty.h"
#include "rows.h"

/* What is read at a line that is a share of the median. */
typedef enum LineShareMeasure
{
	MEASURE_LINE,
	MEASURE_RATE,
	MEASURE_MEDIAN_GAP
} LineShareMeasure;

/* A value of type income_distribution, opened; whichever form it has. */
typedef struct StoredDistribution
{
	RankedSource *source; /* its entries in order */
	DistributionHeader header;
	DistributionBytes bytes; /* exact form */
	BoundedSet set;          /* bounded form */
	StoredSource stored;
	BoundedSource bounded;
} StoredDistribution;

/* distribution_value.c */
extern StoredDistribution *distribution_argument(FunctionCallInfo fcinfo, int argno);
extern StoredDistribution *distribution_opened(struct varlena *value);
extern struct varlena *distribution_of(RankedSource *source);
extern struct varlena *distribution_of_set(const BoundedSet *set);

/* distribution_merge.c */
extern BoundedSet distribution_as_set(const StoredDistribution *stored, uint32 max_points);

/* distribution.c: what aggregates and readers answer alike */
typedef bool (*RankedIndex)(RankedSource *source, double *result);

extern Datum answer_index(FunctionCallInfo fcinfo, RankedSource *source, RankedIndex index);
extern Datum answer_quantile(FunctionCallInfo fcinfo, RankedSource *source, double p,
							 QuantileRule rule);
extern Datum answer_line_share(FunctionCallInfo fcinfo, RankedSource *source, double share,
							   LineShareMeasure measure);
typedef bool (*PortionIndex)(RankedSource *source, double p, double *result);

extern Datum answer_portion(FunctionCallInfo fcinfo, RankedSource *source, double p,
							PortionIndex index);
extern Datum answer_curve(FunctionCallInfo fcinfo, RankedSource *source, double n);

extern double check_share(double p, const char *what);
extern double check_ordinates(double n);

#endif /* DISTRIBUTION_H */
