/* SPDX-License-Identifier: PostgreSQL */
/*
 * survey.h
 *		Design-based variances: the indices, their linearised variables, and the
 *		variance of a total under strata and clusters.
 *
 * An index is a function of the weights.  Its linearised variable u_i is the
 * index's derivative with respect to the weight of row i, so that to first order
 * the index varies as the total Σ w_i u_i does (Taylor linearization: Deville,
 * "Variance estimation for complex statistics and estimators", Survey
 * Methodology 25, 1999; Osier, Survey Research Methods 3, 2009; Langel & Tillé,
 * JRSS A 176, 2013).  The total's variance is that of the totals of the primary
 * sampling units (PSUs) within strata.
 *
 * Nothing here depends on the order in which rows came: what is summed in no
 * order of its own is summed exactly (exact_sum.h), and the rest in the order of
 * the sorted values; rows with equal values get equal linearised variables.
 */
#ifndef MATH_SURVEY_H
#define MATH_SURVEY_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The most values that a row of an index has beside its weight. */
#define SURVEY_VALUES_MAX 2

/*
 * The indices.  The numbers are stored: new ones are added at the end, none is
 * given a new meaning.
 */
typedef enum SurveyIndex
{
	SURVEY_NONE = 0, /* no index: the state of survey_design */
	SURVEY_MEAN,
	SURVEY_TOTAL,
	SURVEY_RATIO,
	SURVEY_POVERTY_RATE,
	SURVEY_HEADCOUNT,
	SURVEY_GAP,
	SURVEY_SEVERITY,
	SURVEY_FGT,
	SURVEY_WATTS,
	SURVEY_INCOME_GAP,
	SURVEY_SHORTFALL,
	SURVEY_FGT_AT_LINE,
	SURVEY_WATTS_AT_LINE,
	SURVEY_QUANTILE,
	SURVEY_LINE_OF_MEDIAN,
	SURVEY_LINE_OF_MEAN,
	SURVEY_AT_RISK,
	SURVEY_MEDIAN_GAP,
	SURVEY_SHARE_RATIO,
	SURVEY_GINI,
	SURVEY_BOTTOM_SHARE,
	SURVEY_TOP_SHARE,
	SURVEY_ENTROPY,
	SURVEY_ATKINSON,
	SURVEY_SEN,
	SURVEY_SST,
	SURVEY_ZENGA,
	SURVEY_MPI,
	SURVEY_MPI_HEADCOUNT,
	SURVEY_MPI_INTENSITY,
	SURVEY_MPI_CENSORED,
	SURVEY_MPI_CONTRIBUTION,
	SURVEY_MEDIAN_GAP_AT_LINE,
	SURVEY_TOTAL_SHORTFALL,
	SURVEY_POOR_POPULATION,
	SURVEY_POPULATION,
	SURVEY_COVERAGE,
	SURVEY_PROSPERITY_GAP,
	SURVEY_MPI_UNCENSORED,
	SURVEY_POOR_MEDIAN,
	SURVEY_PALMA,
	SURVEY_HOOVER,
	SURVEY_WOLFSON,
	SURVEY_CONCENTRATION,
	SURVEY_ENTROPY_WITHIN,
	SURVEY_ENTROPY_BETWEEN,
	SURVEY_INDEX_COUNT
} SurveyIndex;

/* Whose conventions where peers differ: ours, or those of R's convey. */
typedef enum SurveyConvention
{
	CONVENTION_DEFAULT,
	CONVENTION_CONVEY
} SurveyConvention;

/* What to do with a stratum that has one PSU; the names are those of R's survey. */
typedef enum SurveyLonely
{
	LONELY_FAIL,
	LONELY_CERTAINTY,
	LONELY_AVERAGE,
	LONELY_ADJUST
} SurveyLonely;

/* Rows of one group, as arrays; weights are above zero, or at least not zero. */
typedef struct SurveyRows
{
	size_t n;
	double *value[SURVEY_VALUES_MAX];
	double *weight;
	uint32_t *psu;      /* number of each row's PSU */
	void (*poll)(void); /* called now and then, if not NULL; may leave by longjmp() */
} SurveyRows;

/* Rows between two calls of poll. */
#define SURVEY_POLL_MASK 0xFFFFF

static inline void
survey_poll_at(const SurveyRows *rows, size_t i)
{
	if ((i & SURVEY_POLL_MASK) == 0 && rows->poll != NULL)
		rows->poll();
}

/* Whether there is an i-th row, for loops over all, which poll. */
static inline bool
survey_has_row(const SurveyRows *rows, size_t i)
{
	survey_poll_at(rows, i);
	return i < rows->n;
}

/* What an index takes beside its rows. */
typedef struct SurveyParameters
{
	double value;       /* alpha, epsilon, p or share */
	double line;        /* of the indices at a line that is the same for all rows */
	int convention;     /* a SurveyConvention */
	bool estimate_only; /* no linearised variable is wanted: for replicates */
} SurveyParameters;

/* How far an index is defined for the rows. */
typedef enum SurveyOutcome
{
	SURVEY_UNDEFINED,   /* there is no estimate */
	SURVEY_NO_VARIANCE, /* an estimate, but no linearised variable */
	SURVEY_DEFINED
} SurveyOutcome;

/* The estimate, and how it moves with a line that is an estimate itself. */
typedef struct SurveyEstimate
{
	double estimate;
	double slope; /* d estimate / d line, for the indices at a survey_line */
} SurveyEstimate;

/*
 * The estimate of an index and the linearised variable of each row.  u has two
 * doubles a row; the first of them are the variable, the others scratch.
 * survey_index_is_sorted() says which indices want their rows sorted by value[0],
 * from the largest down for Sen's, and then by weight.
 */
extern bool survey_index_is_sorted(SurveyIndex index);
extern SurveyOutcome survey_linearize(SurveyIndex index, const SurveyRows *rows,
									  const SurveyParameters *parameters, SurveyEstimate *result,
									  double *u);

/*
 * A running sum that keeps what its additions round off (Neumaier, ZAMM 54,
 * 1974), for sums over sorted rows, whose order is fixed.
 */
typedef struct SurveySum
{
	double sum;
	double rest;
} SurveySum;

static inline void
survey_add_to(SurveySum *to, double value)
{
	double sum = to->sum + value;

	to->rest += fabs(to->sum) >= fabs(value) ? (to->sum - sum) + value : (value - sum) + to->sum;
	to->sum = sum;
}

static inline double
survey_sum(SurveySum sum)
{
	return sum.sum + sum.rest;
}

/* survey_rank.c: the indices of sorted rows */
extern double survey_quantile(const SurveyRows *rows, double p, int convention);
extern double survey_density(const SurveyRows *rows, double at, int convention);
extern bool survey_quantile_variable(const SurveyRows *rows, double p, double q, double factor,
									 int convention, double *u);
extern SurveyOutcome survey_linearize_bottom_share(const SurveyRows *rows, double p, int convention,
												   bool only, double *estimate, double *u);
extern SurveyOutcome survey_linearize_sorted(SurveyIndex index, const SurveyRows *rows,
											 const SurveyParameters *parameters,
											 SurveyEstimate *result, double *u);

/* survey_gini.c: Gini, Sen, Sen-Shorrocks-Thon; survey_zenga.c: Zenga */
extern SurveyOutcome survey_linearize_gini(const SurveyRows *rows, int convention, double *estimate,
										   double *u);
extern SurveyOutcome survey_linearize_sen(const SurveyRows *rows, int convention, double *estimate,
										  double *u);
extern SurveyOutcome survey_linearize_sst(const SurveyRows *rows, int convention, double *estimate,
										  double *u);
extern SurveyOutcome survey_linearize_zenga(const SurveyRows *rows, int convention,
											double *estimate, double *u);

/* survey_lorenz.c: Palma, Hoover, Wolfson, concentration */
extern SurveyOutcome survey_linearize_palma(const SurveyRows *rows, int convention, bool only,
											double *estimate, double *u);
extern SurveyOutcome survey_linearize_hoover(const SurveyRows *rows, double *estimate, double *u);
extern SurveyOutcome survey_linearize_wolfson(const SurveyRows *rows, int convention, bool only,
											  double *estimate, double *u);
extern SurveyOutcome survey_linearize_concentration(const SurveyRows *rows, double *estimate,
													double *u);

/* survey_groups.c: generalised entropy within and between subgroups */
extern SurveyOutcome survey_linearize_groups(const SurveyRows *rows, double alpha, bool within,
											 double *estimate, double *u);

/* survey_variance.c */
typedef struct SurveyStratum
{
	uint32_t psus;    /* in the sample's design */
	uint32_t present; /* of those, the ones that have a total */
	uint32_t first;   /* where its totals begin */
	double fraction;  /* of the population's PSUs that are in the sample */
} SurveyStratum;

extern double survey_exact_sum(const double *value, size_t n);
extern double survey_exact_product(const double *a, const double *b, size_t n);
extern void survey_psu_totals(const SurveyRows *rows, const double *u, uint32_t psus,
							  uint32_t *first, double *term, double *total);
extern bool survey_design_variance(const SurveyStratum *stratum, uint32_t strata,
								   const double *total, SurveyLonely lonely, double *deviation,
								   double *variance, uint32_t *failed);
extern double survey_simple_variance(const SurveyRows *rows, const double *u);
extern double survey_replicate_variance(const double *replicate, const double *scales,
										uint32_t count, double scale, double centre,
										bool use_centre);

#endif /* MATH_SURVEY_H */
