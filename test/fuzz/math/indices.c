/* SPDX-License-Identifier: PostgreSQL */
/*
 * indices.c
 *		Rows of any incomes and weights: what is written is read back, indices of
 *		incomes that are not negative keep their bounds, a quantile that is
 *		searched for among unsorted rows is that of the sorted ones, and neither
 *		the order of the rows nor a cut into two bounded parts that are joined
 *		changes a bit.
 */
#include "fuzz.h"

#include "math/bounded.h"
#include "math/lorenz.h"
#include "math/quantile.h"
#include "math/ranked_poverty.h"

#define MOST 600
#define POINTS 9

/* Rows as words, sorted. */
typedef struct Rows
{
	size_t n;
	uint64_t word[2 * MOST];
} Rows;

static void
take_rows(Input *input, Rows *rows)
{
	bool negative = take_byte(input) & 1;

	for (rows->n = 0; rows->n < MOST && input->left > 0; rows->n++)
	{
		double x = take_double(input);
		RankedEntry entry = { (negative ? x : fabs(x)) + 0.0, take_weight(input), 0.0, 1 };

		ranked_row(&entry, rows->word + 2 * rows->n);
	}
}

static void
sort_rows(Rows *rows)
{
	static uint64_t scratch[2 * MOST];

	row_sort(rows->word, scratch, rows->n, 2, 2, NULL);
}

static void
check_indices(RankedSource *source, const RankedTotals *totals)
{
	double lower = -INFINITY;
	double result;

	for (int i = 0; i <= 20; i++)
	{
		double quantile = ranked_quantile(source, totals, i / 20.0, QUANTILE_MEAN_AT_TIE);

		DEMAND(quantile >= lower && quantile >= totals->lowest && quantile <= totals->highest);
		lower = quantile;
		quantile = ranked_quantile(source, totals, i / 20.0, QUANTILE_CONTINUOUS);
		DEMAND(quantile >= totals->lowest && quantile <= totals->highest);
	}
	if (totals->lowest < 0.0)
		return;
	if (gini_index(source, &result))
		DEMAND(!(result < 0.0 || result > 1.0));
	if (hoover_index_of(source, &result))
		DEMAND(!(result < 0.0 || result > 1.0 + 1e-9));
	if (zenga_index_of(source, &result))
		DEMAND(!(result < 0.0 || result > 1.0 + 1e-9));
	if (bottom_share_of(source, 0.4, &result))
		DEMAND(!(result < 0.0 || result > 1.0));
	if (top_share_of(source, 0.1, &result))
		DEMAND(!(result < 0.0 || result > 1.0));
}

/* A quantile of rows in no order. */
static double
searched_quantile(const Rows *rows, double p, QuantileRule rule)
{
	static uint64_t candidates[2 * MOST];
	static uint64_t scratch[2 * MOST];
	QuantileSearch search;
	ArraySource source;
	RankedWalk walk;
	size_t count = quantile_candidates(&search, rows->word, rows->n, 2, p, NULL);

	quantile_gather(&search, rows->word, rows->n, 2, candidates);
	row_sort(candidates, scratch, count, 2, 2, NULL);
	array_source_init(&source, candidates, count, 2, ROWS_OF_INCOME);
	walk_begin(&walk, &source.source);
	return quantile_from(&walk, &search.before, &search.whole, search.whole_value, p, rule);
}

static void
check_search(const Rows *unsorted, RankedSource *source, const RankedTotals *totals)
{
	for (int i = 1; i < 8; i++)
	{
		double p = i / 8.0;

		DEMAND(same_double(searched_quantile(unsorted, p, QUANTILE_LOW),
						   ranked_quantile(source, totals, p, QUANTILE_LOW)));
		DEMAND(same_double(searched_quantile(unsorted, p, QUANTILE_MEAN_AT_TIE),
						   ranked_quantile(source, totals, p, QUANTILE_MEAN_AT_TIE)));
	}
}

/* The exact form, and back. */
static void
check_form(RankedSource *source)
{
	DistributionShape shape = distribution_shape(source);
	uint8_t *bytes = fuzz_allocate(shape.size);
	DistributionBytes opened;
	StoredSource stored;
	RankedWalk a;
	RankedWalk b;
	const RankedEntry *entry;

	distribution_write(source, &shape, bytes);
	DEMAND(distribution_open(bytes, shape.size, &opened));
	DEMAND(distribution_check(&opened, NULL) == NULL);
	stored_source_init(&stored, &opened);
	walk_begin(&a, source);
	walk_begin(&b, &stored.source);
	while ((entry = walk_next(&a)) != NULL)
	{
		const RankedEntry *read = walk_next(&b);

		DEMAND(read != NULL && same_double(read->x, entry->x) && same_double(read->w, entry->w) &&
			   read->rows == entry->rows);
	}
	DEMAND(walk_next(&b) == NULL);
	free(bytes);
}

static void
allocate_set(BoundedSet *set, size_t count, int digits)
{
	set->digits = digits;
	set->point = fuzz_allocate(count * sizeof(BoundedPoint));
	set->digit = fuzz_allocate(count * (size_t) digits * sizeof(uint32_t));
}

static void
free_set(BoundedSet *set)
{
	free(set->point);
	free(set->digit);
}

static BoundedSet
set_of(const Rows *rows)
{
	BoundedSet set = { .max_points = POINTS, .lowest = EXACT_DIGITS_MAX };
	ArraySource source;

	array_source_init(&source, rows->word, rows->n, 2, ROWS_OF_INCOME);
	bounded_shape_of_rows(&set, &source.source);
	allocate_set(&set, rows->n, set.digits);
	bounded_from_rows(&set, &source.source);
	bounded_coarsen(&set);
	return set;
}

static BoundedSet
set_joined(const BoundedSet *a, const BoundedSet *b)
{
	BoundedSet set = { .max_points = POINTS };
	int digits = bounded_digits_for(a, b, &set.lowest);

	allocate_set(&set, a->count + b->count, digits);
	bounded_join(a, b, &set);
	bounded_coarsen(&set);
	return set;
}

static bool
same_set(const BoundedSet *a, const BoundedSet *b)
{
	size_t size = bounded_size(a);
	uint8_t *x = fuzz_allocate(size);
	uint8_t *y = fuzz_allocate(bounded_size(b));
	bool same = size == bounded_size(b);

	bounded_write(a, x);
	bounded_write(b, y);
	same = same && memcmp(x, y, size) == 0;
	free(x);
	free(y);
	return same;
}

/* Two parts joined, either way round, are the whole. */
static void
check_parts(const Rows *rows, size_t cut)
{
	static Rows part[2];
	BoundedSet whole = set_of(rows);
	BoundedSet set[2];
	BoundedSet joined;

	DEMAND(bounded_is_valid(&whole, (int64_t) rows->n));
	part[0].n = part[1].n = 0;
	for (size_t i = 0; i < rows->n; i++)
	{
		Rows *to = &part[(i * 7 + cut) % 3 == 0];

		memcpy(to->word + 2 * to->n++, rows->word + 2 * i, 2 * sizeof(uint64_t));
	}
	if (part[0].n > 0 && part[1].n > 0)
	{
		set[0] = set_of(&part[0]);
		set[1] = set_of(&part[1]);
		for (int k = 0; k < 2; k++)
		{
			joined = set_joined(&set[k], &set[1 - k]);
			DEMAND(same_set(&joined, &whole));
			free_set(&joined);
		}
		free_set(&set[0]);
		free_set(&set[1]);
	}
	free_set(&whole);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static Rows rows;
	static Rows unsorted;
	Input input = { data, size };
	size_t cut = take_byte(&input);
	ArraySource source;
	RankedTotals totals;

	take_rows(&input, &rows);
	if (rows.n == 0)
		return 0;
	unsorted = rows;
	sort_rows(&rows);
	array_source_init(&source, rows.word, rows.n, 2, ROWS_OF_INCOME);
	totals = ranked_totals(&source.source);
	DEMAND(totals.rows == (int64_t) rows.n);
	if (isfinite(totals.weight_value))
	{
		check_indices(&source.source, &totals);
		check_search(&unsorted, &source.source, &totals);
	}
	check_form(&source.source);
	check_parts(&rows, cut);
	return 0;
}
