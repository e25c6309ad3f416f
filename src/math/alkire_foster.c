/* SPDX-License-Identifier: PostgreSQL */
/*
 * alkire_foster.c
 *		Multidimensional poverty by counting deprivations.  alkire_foster.h says
 *		what a summary is.
 */
#include "alkire_foster.h"

#include <float.h>
#include <math.h>

#include "exact_sum.h"

#define WORD_BITS 64

/* The bytes of a summary; callers keep the arguments within their maxima. */
size_t
mpi_size(int indicators, bool has_gaps, int nwords)
{
	size_t sums = 2 + (size_t) indicators * (has_gaps ? 4 : 2);

	return offsetof(MpiSummary, weight) + (size_t) indicators * sizeof(double) +
		sums * (size_t) nwords * sizeof(uint64_t);
}

int
mpi_sum_count(const MpiSummary *summary)
{
	return 2 + summary->indicators * (summary->has_gaps ? 4 : 2);
}

/* Sets all but the varlena header: no households, no parameters, an empty window. */
void
mpi_init(MpiSummary *summary)
{
	memset((char *) summary + sizeof(summary->vl_len_), 0,
		   offsetof(MpiSummary, weight) - sizeof(summary->vl_len_));
	summary->version = MPI_VERSION;
}

/* The sum of the weights, rounded once. */
double
mpi_total_weight(const double *weight, int indicators)
{
	int sign[MPI_INDICATORS_MAX];

	for (int j = 0; j < indicators; j++)
		sign[j] = 1;
	return exact_sum_of(weight, sign, indicators);
}

/* From which sum of weights on a household is poor: above 0, so that nobody without deprivations is, however small k. */
double
mpi_threshold(double total, double k)
{
	double threshold = (k - MPI_TOLERANCE) * total;

	return threshold > 0.0 ? threshold : DBL_TRUE_MIN;
}

/*
 * Gives a summary without households its parameters: weights >= 0 of 1 to 64
 * indicators, and k in (0, 1].  False when all weights are 0, or too large to
 * be added up.
 */
bool
mpi_set_parameters(MpiSummary *summary, const double *weight, int indicators, double k,
				   bool has_gaps)
{
	mpi_init(summary);
	summary->indicators = (uint8_t) indicators;
	summary->has_gaps = has_gaps;
	summary->k = k;
	for (int j = 0; j < indicators; j++)
		summary->weight[j] = weight[j] + 0.0; /* no zero with a sign */
	summary->total = mpi_total_weight(summary->weight, indicators);
	summary->threshold = mpi_threshold(summary->total, k);
	return summary->total > 0.0 && isfinite(summary->total);
}

bool
mpi_same_parameters(const MpiSummary *a, const MpiSummary *b)
{
	return a->indicators == b->indicators && a->has_gaps == b->has_gaps && a->k == b->k &&
		memcmp(a->weight, b->weight, a->indicators * sizeof(double)) == 0;
}

/* The smallest window that covers both. */
static MpiWindow
union_of(MpiWindow a, MpiWindow b)
{
	MpiWindow both;
	int end;

	if (a.nwords == 0)
		return b;
	if (b.nwords == 0)
		return a;
	both.lowest = a.lowest < b.lowest ? a.lowest : b.lowest;
	end = a.lowest + a.nwords;
	if (b.lowest + b.nwords > end)
		end = b.lowest + b.nwords;
	both.nwords = end - both.lowest;
	return both;
}

static MpiWindow
window_of(const MpiSummary *summary)
{
	return (MpiWindow) { summary->lowest, summary->nwords };
}

/* The window with one word more on top. */
MpiWindow
mpi_window_above(const MpiSummary *summary)
{
	return (MpiWindow) { summary->lowest, summary->nwords + 1 };
}

/* The window in which the term can be added: where it is covered already, one word more. */
MpiWindow
mpi_window_for(const MpiSummary *summary, MpiTerm term)
{
	MpiWindow own = window_of(summary);
	MpiWindow window = { term.word, term.high != 0 ? 2 : 1 };

	window = union_of(own, window);
	if (window.lowest == own.lowest && window.nwords == own.nwords)
		window.nwords++;
	return window;
}

/* The window that covers the sums of both. */
MpiWindow
mpi_window_of_both(const MpiSummary *a, const MpiSummary *b)
{
	return union_of(window_of(a), window_of(b));
}

/* Copies all but the varlena header into a summary with another window, which covers that of the first. */
void
mpi_copy(MpiSummary *to, const MpiSummary *from, MpiWindow window)
{
	const uint64_t *old = mpi_const_words(from);
	size_t header = offsetof(MpiSummary, weight) + from->indicators * sizeof(double);
	int below = from->lowest - window.lowest;

	memcpy((char *) to + sizeof(to->vl_len_), (const char *) from + sizeof(from->vl_len_),
		   header - sizeof(from->vl_len_));
	to->lowest = (int16_t) window.lowest;
	to->nwords = (int16_t) window.nwords;
	memset(mpi_words(to), 0,
		   (size_t) mpi_sum_count(to) * (size_t) window.nwords * sizeof(uint64_t));
	for (int s = 0; s < mpi_sum_count(to) && from->nwords > 0; s++)
		memcpy(mpi_words(to) + (size_t) s * (size_t) window.nwords + below,
			   old + (size_t) s * (size_t) from->nwords, (size_t) from->nwords * sizeof(uint64_t));
}

/* Where in its sum a term goes; -1 where the window does not cover it. */
static int
place_of(const MpiSummary *summary, MpiTerm term)
{
	int at = term.word - summary->lowest;

	return at >= 0 && at + (term.high != 0) < summary->nwords ? at : -1;
}

/* The words of one sum from place `at` on. */
static uint64_t *
words_at(MpiSummary *summary, MpiSum sum, int indicator, int at)
{
	return mpi_words(summary) +
		(size_t) mpi_sum_number(summary, sum, indicator) * (size_t) summary->nwords + at;
}

/* Takes a term away from a sum; false when the sum does not hold it, and is then not to be used. */
bool
mpi_take_part(MpiSummary *summary, MpiSum sum, int indicator, MpiTerm term)
{
	int at = place_of(summary, term);

	if (term.low == 0)
		return true;
	return at >= 0 &&
		mpi_take_term(words_at(summary, sum, indicator, at), summary->nwords - at, term) == 0;
}

/* Counts a household out; false when the summary does not hold it, and is then not to be used. */
bool
mpi_take_row(MpiSummary *summary, uint64_t deprived, MpiTerm weight)
{
	bool is_poor = mpi_is_poor(summary, deprived);
	bool good = summary->rows > 0 && mpi_take_part(summary, MPI_POPULATION, 0, weight);

	if (good && is_poor)
		good = mpi_take_part(summary, MPI_POOR, 0, weight);
	for (; good && deprived != 0; deprived &= deprived - 1)
	{
		int j = __builtin_ctzll(deprived);

		good = mpi_take_part(summary, MPI_UNCENSORED, j, weight) &&
			(!is_poor || mpi_take_part(summary, MPI_CENSORED, j, weight));
	}
	summary->rows--;
	return good;
}

/* Adds words of one number to those of another, which has as many or more; the carry comes back. */
static uint64_t
add_words(uint64_t *word, int nwords, const uint64_t *other, int nother)
{
	uint64_t carry = 0;

	for (int i = 0; i < nwords && (i < nother || carry != 0); i++)
	{
		uint64_t addend = i < nother ? other[i] : 0;
		uint64_t sum = word[i] + addend;

		word[i] = sum + carry;
		carry = (uint64_t) (sum < addend) + (word[i] < sum);
	}
	return carry;
}

static uint64_t
subtract_words(uint64_t *word, int nwords, const uint64_t *other, int nother)
{
	uint64_t borrow = 0;

	for (int i = 0; i < nwords && (i < nother || borrow != 0); i++)
	{
		uint64_t taken = i < nother ? other[i] : 0;
		uint64_t before = word[i];
		uint64_t difference = before - taken;

		word[i] = difference - borrow;
		borrow = (uint64_t) (before < taken) + (difference < borrow);
	}
	return borrow;
}

/*
 * Adds the households of another summary with the same parameters, whose
 * window this one's covers.  False when the population does not fit the window
 * or the rows cannot be counted, and nothing was done.
 */
bool
mpi_merge(MpiSummary *into, const MpiSummary *from)
{
	int below = from->lowest - into->lowest;
	int left = into->nwords - below;

	for (int s = 0; s < mpi_sum_count(into) && from->nwords > 0; s++)
	{
		uint64_t *word = mpi_words(into) + (size_t) s * (size_t) into->nwords + below;
		const uint64_t *other = mpi_const_words(from) + (size_t) s * (size_t) from->nwords;

		/* the first sum is the population, which no other one exceeds */
		if (add_words(word, left, other, from->nwords) != 0)
		{
			(void) subtract_words(word, left, other, from->nwords);
			return false;
		}
	}
	into->rows += from->rows;
	return true;
}

/*
 * Takes the households of another summary with the same parameters away, whose
 * window this one's covers.  False when this one does not hold them; it is then
 * not to be used.
 */
bool
mpi_subtract(MpiSummary *from, const MpiSummary *what)
{
	int below = what->lowest - from->lowest;
	int left = from->nwords - below;
	bool good = from->rows >= what->rows;

	for (int s = 0; s < mpi_sum_count(from) && what->nwords > 0; s++)
		good &= subtract_words(mpi_words(from) + (size_t) s * (size_t) from->nwords + below, left,
							   mpi_const_words(what) + (size_t) s * (size_t) what->nwords,
							   what->nwords) == 0;
	from->rows -= what->rows;
	return good;
}

/* Whether word i is zero in all sums. */
static bool
is_idle(const MpiSummary *summary, int i)
{
	uint64_t any = 0;

	for (int s = 0; s < mpi_sum_count(summary); s++)
		any |= mpi_const_words(summary)[(size_t) s * (size_t) summary->nwords + (size_t) i];
	return any == 0;
}

/* Whether all sums are 0, as they must be without households. */
bool
mpi_is_without_sums(const MpiSummary *summary)
{
	for (int i = 0; i < summary->nwords; i++)
		if (!is_idle(summary, i))
			return false;
	return true;
}

/* Brings the summary into the canonical form; its size shrinks. */
void
mpi_make_canonical(MpiSummary *summary)
{
	uint64_t *word = mpi_words(summary);
	int first = 0;
	int end = summary->nwords;

	if (summary->rows == 0)
	{
		mpi_init(summary);
		return;
	}
	while (end > 0 && is_idle(summary, end - 1))
		end--;
	while (first < end && is_idle(summary, first))
		first++;
	for (int s = 0; s < mpi_sum_count(summary); s++)
		memmove(word + (size_t) s * (size_t) (end - first),
				word + (size_t) s * (size_t) summary->nwords + first,
				(size_t) (end - first) * sizeof(uint64_t));
	summary->lowest = (int16_t) (summary->lowest + first);
	summary->nwords = (int16_t) (end - first);
}

/* Word i of one sum, counted from the bottom of the range of a double. */
static uint64_t
word_of(const MpiSummary *summary, int which, int i)
{
	i -= summary->lowest;
	return i >= 0 && i < summary->nwords ?
		mpi_const_words(summary)[(size_t) which * (size_t) summary->nwords + (size_t) i] :
		0;
}

/* Which of two sums is the larger: -1, 0 or 1, by their numbers of mpi_sum_number(). */
int
mpi_compare_sums(const MpiSummary *a, int which_a, const MpiSummary *b, int which_b)
{
	MpiWindow window = mpi_window_of_both(a, b);

	for (int i = window.lowest + window.nwords - 1; i >= window.lowest; i--)
	{
		uint64_t x = word_of(a, which_a, i);
		uint64_t y = word_of(b, which_b, i);

		if (x != y)
			return x < y ? -1 : 1;
	}
	return 0;
}

static bool
is_at_most(const MpiSummary *summary, int which, int limit)
{
	return mpi_compare_sums(summary, which, summary, limit) <= 0;
}

/* Whether no sum has a part below the smallest double, 2^-1074, which no term can have; words begin at 2^-1088. */
static bool
is_of_doubles(const MpiSummary *summary)
{
	uint64_t below = 0;

	if (summary->lowest > 0)
		return true;
	for (int s = 0; s < mpi_sum_count(summary); s++)
		below |= mpi_const_words(summary)[(size_t) s * (size_t) summary->nwords];
	return (below & ((UINT64_C(1) << 14) - 1)) == 0;
}

/* Whether a canonical summary from outside is one that households can have made. */
bool
mpi_is_plausible(const MpiSummary *summary)
{
	bool good = true;

	if (summary->rows == 0)
		return summary->indicators == 0 && summary->nwords == 0 && summary->lowest == 0;
	if (summary->rows < 0 || summary->nwords == 0 || is_idle(summary, 0) ||
		is_idle(summary, summary->nwords - 1) || !is_of_doubles(summary))
		return false;
	good = is_at_most(summary, MPI_POOR, MPI_POPULATION);
	for (int j = 0; j < summary->indicators; j++)
	{
		int uncensored = mpi_sum_number(summary, MPI_UNCENSORED, j);
		int censored = mpi_sum_number(summary, MPI_CENSORED, j);

		good = good && is_at_most(summary, uncensored, MPI_POPULATION) &&
			is_at_most(summary, censored, MPI_POOR) && is_at_most(summary, censored, uncensored);
		if (summary->has_gaps)
			good = good && is_at_most(summary, mpi_sum_number(summary, MPI_GAP, j), censored) &&
				is_at_most(summary, mpi_sum_number(summary, MPI_SEVERITY, j),
						   mpi_sum_number(summary, MPI_GAP, j));
	}
	return good;
}

/* A sum, rounded once, to the nearest double and to even at a tie; infinite beyond the largest double. */
double
mpi_sum(const MpiSummary *summary, MpiSum sum, int indicator)
{
	const uint64_t *word = mpi_const_words(summary) +
		(size_t) mpi_sum_number(summary, sum, indicator) * (size_t) summary->nwords;
	int high = summary->nwords - 1;
	uint64_t leading;
	bool rest = false;
	int zeros;

	while (high >= 0 && word[high] == 0)
		high--;
	if (high < 0)
		return 0.0;
	zeros = __builtin_clzll(word[high]);
	leading = word[high] << zeros;
	if (high > 0 && zeros > 0)
	{
		leading |= word[high - 1] >> (WORD_BITS - zeros);
		rest = (word[high - 1] << zeros) != 0;
	}
	else if (high > 0)
		rest = word[high - 1] != 0;
	for (int i = 0; i < high - 1 && !rest; i++)
		rest = word[i] != 0;

	/* The conversion rounds to even; what lies below makes a tie no tie. */
	return ldexp((double) (leading | (rest ? 1 : 0)),
				 WORD_BITS * (summary->lowest + high) - zeros - 1088);
}

/*
 * Σ of a[i] * b[i], numbers >= 0: products without rounding, of the fractions
 * alone, so that none underflows or overflows; added exactly, at the scale of
 * the largest.
 */
static MpiScaled
sum_of_products(const double *a, const double *b, int count)
{
	MpiScaled sum = { 0.0, 0.0, 0 };
	double part[2 * MPI_INDICATORS_MAX + 1];
	int sign[2 * MPI_INDICATORS_MAX + 1];
	int exponent[MPI_INDICATORS_MAX];
	bool any = false;

	for (int i = 0; i < count; i++)
	{
		int exponent_a = 0;
		int exponent_b = 0;
		double x = frexp(a[i], &exponent_a);
		double y = frexp(b[i], &exponent_b);

		part[2 * i] = x * y;
		part[2 * i + 1] = fma(x, y, -part[2 * i]);
		sign[2 * i] = sign[2 * i + 1] = 1;
		exponent[i] = exponent_a + exponent_b;
		if (part[2 * i] > 0.0 && (!any || exponent[i] > sum.exponent))
		{
			sum.exponent = exponent[i];
			any = true;
		}
	}
	if (!any)
		return sum;
	for (int i = 0; i < 2 * count; i++)
		part[i] = ldexp(part[i], exponent[i / 2] - sum.exponent);
	sum.high = exact_sum_of(part, sign, 2 * count);
	part[2 * count] = sum.high;
	sign[2 * count] = -1;
	sum.low = exact_sum_of(part, sign, 2 * count + 1);
	return sum;
}

/* Σ over some indicators of weight * sum; the sums must be finite. */
MpiScaled
mpi_weighted_sum(const MpiSummary *summary, MpiSum sum, uint64_t indicators)
{
	double weight[MPI_INDICATORS_MAX];
	double factor[MPI_INDICATORS_MAX];
	int count = 0;

	for (; indicators != 0; indicators &= indicators - 1)
	{
		int j = __builtin_ctzll(indicators);

		weight[count] = summary->weight[j];
		factor[count++] = mpi_sum(summary, sum, j);
	}
	return sum_of_products(weight, factor, count);
}

/* part / whole, which is above 0: the quotient of the rounded numbers, and what it lacks. */
double
mpi_ratio(MpiScaled part, MpiScaled whole)
{
	double quotient = part.high / whole.high;
	double rest = fma(-quotient, whole.high, part.high) + (part.low - quotient * whole.low);

	return ldexp(quotient + rest / whole.high, part.exponent - whole.exponent);
}

/*
 * Σ weight * sum over (all weights * the population, or the poor population):
 * M0, M1, M2, or the intensity.  It is at most the share of the poor in what
 * it is taken over, and that share itself where the poor lack everything; the
 * bound holds whichever way the two were rounded.
 */
double
mpi_mean_score(const MpiSummary *summary, MpiSum sum, MpiSum over)
{
	double units = mpi_sum(summary, over, 0);
	double bound = mpi_sum(summary, MPI_POOR, 0) / units;
	double factor[MPI_INDICATORS_MAX];
	double score;

	for (int j = 0; j < summary->indicators; j++)
		factor[j] = units;
	score = mpi_ratio(mpi_weighted_sum(summary, sum, mpi_all_indicators(summary)),
					  sum_of_products(summary->weight, factor, summary->indicators));
	return score < bound ? score : bound;
}
