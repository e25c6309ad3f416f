/* SPDX-License-Identifier: PostgreSQL */
/*
 * deprivation.h
 *		What the files of room deprivation share: reading deprivations, gaps and
 *		weights; mpi_summary as a varlena.
 */
#ifndef DEPRIVATION_H
#define DEPRIVATION_H

#include "math/alkire_foster.h"
#include "poverty_ext.h"

#include "lib/stringinfo.h"

/* In which form a function gets the deprivations of a household. */
typedef enum DeprivationForm
{
	FORM_BOOLEANS, /* boolean[] */
	FORM_BITS,     /* bit varying, the leftmost bit for the first indicator */
	FORM_MASK,     /* bigint, the lowest bit for the first indicator */
	FORM_GAPS      /* float8[] of normalised gaps */
} DeprivationForm;

/* The deprivations of one household. */
typedef struct Deprivations
{
	DeprivationForm form;
	int indicators;    /* how many; -1 for a mask, which does not say */
	int lower_bound;   /* of an array */
	uint64_t deprived; /* bit 0 for the first indicator */
	uint64_t missing;  /* the indicators that are NULL */
	double gap[MPI_INDICATORS_MAX];
} Deprivations;

/* The weights of indicators. */
typedef struct IndicatorWeights
{
	int indicators;
	double weight[MPI_INDICATORS_MAX];
} IndicatorWeights;

#define DatumGetMpiSummary(datum) ((MpiSummary *) PG_DETOAST_DATUM(datum))
#define PG_GETARG_MPI_SUMMARY(n) DatumGetMpiSummary(PG_GETARG_DATUM(n))

/* deprivation_args.c */
extern void read_deprivations(Datum datum, DeprivationForm form, Deprivations *row);
extern void check_all_known(const Deprivations *row);
extern void check_indicators(const Deprivations *row, int indicators);
extern bool weights_are(Datum datum, const double *weight, int indicators);
extern void read_weights(Datum datum, IndicatorWeights *weights);
extern double check_cutoff(double k);
extern struct ArrayType *float8_array(const double *value, int count);

/* deprivation_summary.c */
extern void check_same_parameters(const MpiSummary *a, const MpiSummary *b);

/* deprivation_codec.c */
extern MpiSummary *mpi_allocate(int indicators, bool has_gaps, int nwords);
extern MpiSummary *mpi_resized(const MpiSummary *summary, MpiWindow window);
extern MpiSummary *mpi_canonical(const MpiSummary *summary);

/* deprivation_readers.c: each false where it is undefined */
extern bool mpi_measure(const MpiSummary *summary, MpiSum sum, double *result);
extern bool mpi_headcount_ratio(const MpiSummary *summary, double *result);
extern bool mpi_average_intensity(const MpiSummary *summary, double *result);
extern bool mpi_population_share(const MpiSummary *summary, MpiSum sum, int indicator,
								 double *result);
extern bool mpi_contribution(const MpiSummary *summary, uint64_t indicators, double *result);

#endif /* DEPRIVATION_H */
