/* SPDX-License-Identifier: PostgreSQL */
/*
 * alkire_foster.h
 *		Multidimensional poverty by counting deprivations: exact, mergeable sums.
 *
 * Definitions: S. Alkire and J. Foster, "Counting and multidimensional poverty
 * measurement", Journal of Public Economics 95 (2011).  A household has one bit
 * for each indicator, bit 0 for the first; it is poor when the weights of its
 * deprivations reach the share k of all weights.
 *
 * A summary holds, for one multiset of households with weights w:
 *
 *		the population Σw, the poor Σw·1(poor),
 *		for each indicator Σw·g and Σw·g·1(poor), g = 1 for the deprived,
 *		and with gaps Σw·gap·1(poor) and Σw·gap²·1(poor) as well.
 *
 * All else follows from these and the weights of the indicators.  No term is
 * negative, so each sum is an unsigned fixed-point number of 64-bit words, and
 * all of them share one window of words: word number i of the range of a double
 * has the unit 2^(64 i - 1088), so that whole numbers below 2^64 take one word.
 * No sum exceeds the population, which therefore alone is watched for overflow.
 * Nothing is rounded before mpi_sum().
 *
 * In the canonical form the window is as small as it can be, and a summary of
 * no households has no parameters: equal households then have equal bytes.
 *
 * The struct begins with the four bytes of a PostgreSQL varlena header, which
 * this code never touches.
 */
#ifndef ALKIRE_FOSTER_H
#define ALKIRE_FOSTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define MPI_VERSION 1
#define MPI_INDICATORS_MAX 64

/* The words that 2^63 of the largest doubles need. */
#define MPI_WORDS_MAX 34

/* How far the weighted deprivations may stay below k and still count as k, as a share of all weights. */
#define MPI_TOLERANCE 1e-9

typedef struct MpiSummary
{
	int32_t vl_len_;    /* PostgreSQL's varlena header */
	uint8_t version;    /* MPI_VERSION */
	uint8_t indicators; /* how many; 0 before the first household */
	uint8_t has_gaps;   /* 1 when the sums of gaps are kept */
	uint8_t reserved;   /* zero */
	int16_t lowest;     /* number of the lowest word of the window */
	int16_t nwords;     /* words a sum has in the window */
	int32_t padding;    /* zero */
	int64_t rows;       /* households that count */
	double k;           /* the poverty cutoff, a share of all weights */
	double total;       /* the sum of the indicators' weights, rounded once */
	double threshold;   /* mpi_threshold(total, k) */
	double weight[];    /* of each indicator; behind them the words, one sum after the other */
} MpiSummary;

/* The sums of a summary; the last four begin a run with one sum for each indicator. */
typedef enum MpiSum
{
	MPI_POPULATION,
	MPI_POOR,
	MPI_UNCENSORED,
	MPI_CENSORED,
	MPI_GAP,
	MPI_SEVERITY
} MpiSum;

/* A weight, or another term, as two words of a window; low and high are 0 for the term 0. */
typedef struct MpiTerm
{
	int word;      /* the number of the word that low belongs to */
	uint64_t low;  /* what goes into it */
	uint64_t high; /* what goes into the next one */
} MpiTerm;

/* A number >= 0, (high + low) * 2^exponent: high is rounded, low is what it lacks; high >= 1/4 unless all is 0. */
typedef struct MpiScaled
{
	double high;
	double low;
	int exponent;
} MpiScaled;

/* A window of words: the lowest one and how many. */
typedef struct MpiWindow
{
	int lowest;
	int nwords;
} MpiWindow;

extern size_t mpi_size(int indicators, bool has_gaps, int nwords);
extern int mpi_sum_count(const MpiSummary *summary);
extern void mpi_init(MpiSummary *summary);
extern bool mpi_set_parameters(MpiSummary *summary, const double *weight, int indicators, double k,
							   bool has_gaps);
extern bool mpi_same_parameters(const MpiSummary *a, const MpiSummary *b);
extern double mpi_total_weight(const double *weight, int indicators);
extern double mpi_threshold(double total, double k);
extern MpiWindow mpi_window_for(const MpiSummary *summary, MpiTerm term);
extern MpiWindow mpi_window_of_both(const MpiSummary *a, const MpiSummary *b);
extern MpiWindow mpi_window_above(const MpiSummary *summary);
extern void mpi_copy(MpiSummary *to, const MpiSummary *from, MpiWindow window);
extern bool mpi_take_part(MpiSummary *summary, MpiSum sum, int indicator, MpiTerm term);
extern bool mpi_take_row(MpiSummary *summary, uint64_t deprived, MpiTerm weight);
extern bool mpi_merge(MpiSummary *into, const MpiSummary *from);
extern bool mpi_subtract(MpiSummary *from, const MpiSummary *what);
extern void mpi_make_canonical(MpiSummary *summary);
extern bool mpi_is_without_sums(const MpiSummary *summary);
extern bool mpi_is_plausible(const MpiSummary *summary);
extern int mpi_compare_sums(const MpiSummary *a, int which_a, const MpiSummary *b, int which_b);
extern double mpi_sum(const MpiSummary *summary, MpiSum sum, int indicator);
extern MpiScaled mpi_weighted_sum(const MpiSummary *summary, MpiSum sum, uint64_t indicators);
extern double mpi_ratio(MpiScaled part, MpiScaled whole);
extern double mpi_mean_score(const MpiSummary *summary, MpiSum sum, MpiSum over);

/* All indicators of a summary, as bits. */
static inline uint64_t
mpi_all_indicators(const MpiSummary *summary)
{
	return summary->indicators == 0 ? 0 : UINT64_MAX >> (MPI_INDICATORS_MAX - summary->indicators);
}

/* The words of a summary: nwords for each sum, lowest first. */
static inline uint64_t *
mpi_words(MpiSummary *summary)
{
	return (uint64_t *) (summary->weight + summary->indicators);
}

static inline const uint64_t *
mpi_const_words(const MpiSummary *summary)
{
	return (const uint64_t *) (summary->weight + summary->indicators);
}

/* Which sum it is, in the order in which they lie. */
static inline int
mpi_sum_number(const MpiSummary *summary, MpiSum sum, int indicator)
{
	return sum < MPI_UNCENSORED ?
		(int) sum :
		2 + ((int) sum - MPI_UNCENSORED) * summary->indicators + indicator;
}

/* Takes a finite number >= 0 apart; trailing zeros are left off, so that whole numbers take one word. */
static inline MpiTerm
mpi_term(double value)
{
	MpiTerm term = { 0, 0, 0 };
	uint64_t bits;
	uint64_t mantissa;
	int exponent;
	int zeros;
	int shift;

	memcpy(&bits, &value, sizeof(bits));
	mantissa = bits & UINT64_C(0xFFFFFFFFFFFFF);
	exponent = (int) (bits >> 52) & 0x7FF;
	if (exponent != 0)
	{
		mantissa |= UINT64_C(1) << 52;
		exponent--;
	}
	if (mantissa == 0)
		return term;
	zeros = __builtin_ctzll(mantissa);
	mantissa >>= zeros;
	exponent += zeros + 14; /* value = mantissa * 2^(exponent - 1088) */
	shift = exponent & 63;
	term.word = exponent >> 6;
	term.low = mantissa << shift;
	term.high = shift == 0 ? 0 : mantissa >> (64 - shift);
	return term;
}

/* Σ of the weights of the deprivations, in the order of the indicators. */
static inline double
mpi_weigh(const double *weight, uint64_t deprived)
{
	double score = 0.0;

	for (; deprived != 0; deprived &= deprived - 1)
		score += weight[__builtin_ctzll(deprived)];
	return score;
}

static inline bool
mpi_is_poor(const MpiSummary *summary, uint64_t deprived)
{
	return mpi_weigh(summary->weight, deprived) >= summary->threshold;
}

/* Adds a term to words of one sum, from its own on; what does not fit comes back. */
static inline uint64_t
mpi_add_term(uint64_t *word, int nwords, MpiTerm term)
{
	uint64_t carry;

	word[0] += term.low;
	carry = term.high + (word[0] < term.low);
	for (int i = 1; carry != 0 && i < nwords; i++)
	{
		word[i] += carry;
		carry = word[i] < carry;
	}
	return carry;
}

/* Takes a term away again; what was wanting comes back. */
static inline uint64_t
mpi_take_term(uint64_t *word, int nwords, MpiTerm term)
{
	uint64_t borrow = term.high + (word[0] < term.low);

	word[0] -= term.low;
	for (int i = 1; borrow != 0 && i < nwords; i++)
	{
		uint64_t before = word[i];

		word[i] -= borrow;
		borrow = before < borrow;
	}
	return borrow;
}

/*
 * Counts a household in.  False when the window does not cover the weight or
 * the population it leads to, and nothing was done: then make room with
 * mpi_window_for() and mpi_copy(), and add again.
 */
static inline bool
mpi_add_row(MpiSummary *summary, uint64_t deprived, MpiTerm weight)
{
	int at = weight.word - summary->lowest;
	int nwords = summary->nwords;
	int left = nwords - at;
	ptrdiff_t to_censored = (ptrdiff_t) summary->indicators * nwords;
	uint64_t *word;
	uint64_t *uncensored;
	bool is_poor;

	if (at < 0 || at + (weight.high != 0) >= nwords)
		return false;
	word = mpi_words(summary) + at;
	uncensored = word + (ptrdiff_t) 2 * nwords;
	if (mpi_add_term(word, left, weight) != 0)
	{
		(void) mpi_take_term(word, left, weight);
		return false;
	}
	is_poor = mpi_is_poor(summary, deprived);
	if (is_poor)
		(void) mpi_add_term(word + nwords, left, weight);
	for (; deprived != 0; deprived &= deprived - 1)
	{
		uint64_t *own = uncensored + (ptrdiff_t) __builtin_ctzll(deprived) * nwords;

		(void) mpi_add_term(own, left, weight);
		if (is_poor)
			(void) mpi_add_term(own + to_censored, left, weight);
	}
	summary->rows++;
	return true;
}

/* Adds a term to a sum that does not exceed another to which its weight was added; false when the window does not cover it. */
static inline bool
mpi_add_part(MpiSummary *summary, MpiSum sum, int indicator, MpiTerm term)
{
	int at = term.word - summary->lowest;
	ptrdiff_t which = mpi_sum_number(summary, sum, indicator);

	if (term.low == 0)
		return true; /* the term 0 */
	if (at < 0 || at + (term.high != 0) >= summary->nwords)
		return false;
	(void) mpi_add_term(mpi_words(summary) + which * summary->nwords + at, summary->nwords - at,
						term);
	return true;
}

#endif /* ALKIRE_FOSTER_H */
