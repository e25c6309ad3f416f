/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_bounded.c
 *		Bounded distributions: whatever the order of joining, the same bytes; bounds
 *		that hold the figures of the rows themselves, which plain loops give; stored
 *		bytes that are changed are refused, or are those of other points.
 */
#include "../../src/math/bounded.h"
#include "../../src/math/lorenz.h"
#include "sample.h"

#include <float.h>

static Sample sample;

static void *
allocate(size_t size)
{
	void *memory = malloc(size == 0 ? 1 : size);

	if (memory == NULL)
		abort();
	return memory;
}

static BoundedSet *
set_allocate(uint32_t max_points, size_t count, int digits)
{
	BoundedSet *set = allocate(sizeof(BoundedSet));

	memset(set, 0, sizeof(*set));
	set->max_points = max_points;
	set->lowest = EXACT_DIGITS_MAX;
	set->digits = digits;
	set->point = allocate(count * sizeof(BoundedPoint));
	set->digit = allocate(count * (size_t) digits * sizeof(uint32_t));
	return set;
}

static void
set_free(BoundedSet *set)
{
	free(set->point);
	free(set->digit);
	free(set);
}

/* The points of some of the sorted rows, begun at a level. */
static BoundedSet *
set_of_rows(uint32_t max_points, size_t from, size_t end, int level)
{
	static Sample part;
	RankedSource *source;
	BoundedSet *set;
	BoundedSet shape = { 0 };

	part.n = end - from;
	memcpy(part.row, sample.row + from, part.n * sizeof(SampleRow));
	source = sample_entries(&part);
	bounded_shape_of_rows(&shape, source);
	set = set_allocate(max_points, part.n, shape.digits);
	set->lowest = shape.lowest;
	set->level = level;
	bounded_from_rows(set, source);
	bounded_coarsen(set);
	return set;
}

/* Both as one; they are freed. */
static BoundedSet *
joined(BoundedSet *a, BoundedSet *b)
{
	int lowest;
	int digits = bounded_digits_for(a, b, &lowest);
	BoundedSet *set = set_allocate(a->max_points < b->max_points ? a->max_points : b->max_points,
								   a->count + b->count, digits);

	set->lowest = lowest;
	bounded_join(a, b, set);
	bounded_coarsen(set);
	set_free(a);
	set_free(b);
	return set;
}

typedef struct Value
{
	uint8_t *bytes;
	size_t size;
} Value;

static Value
value_of(const BoundedSet *set)
{
	Value value = { NULL, bounded_size(set) };

	value.bytes = allocate(value.size);
	memset(value.bytes, 0xA5, value.size);
	bounded_write(set, value.bytes);
	return value;
}

/* Reads bytes as a reader of values does; NULL when they are refused. */
static BoundedSet *
read_value(const uint8_t *bytes, size_t size)
{
	DistributionHeader header;
	BoundedSet *set;

	if (!distribution_header(bytes, size, &header) || !header.is_bounded || header.entries > size)
		return NULL;
	set = set_allocate(header.max_points, (size_t) header.entries, header.digits);
	if (bounded_read(bytes, size, &header, set) && bounded_size(set) == size &&
		bounded_is_valid(set, header.rows))
		return set;
	set_free(set);
	return NULL;
}

static bool
same_value(const BoundedSet *a, const BoundedSet *b)
{
	Value x = value_of(a);
	Value y = value_of(b);
	bool same = x.size == y.size && memcmp(x.bytes, y.bytes, x.size) == 0;

	free(x.bytes);
	free(y.bytes);
	return same;
}

static double
any_weight(int round, uint64_t *random)
{
	switch (round % 4)
	{
		case 0:
			return 1.0;
		case 1:
			return (double) (1 + next_random(random) % 9999) / 100.0;
		case 2:
			return ldexp(1.0 + (double) (next_random(random) % 1000),
						 (int) (next_random(random) % 1800) - 900);
		default:
			return (double) (1 + next_random(random) % 5);
	}
}

static void
fill_sample(int round, size_t n, uint64_t *random)
{
	sample.n = n;
	for (size_t i = 0; i < n; i++)
	{
		double x = (double) (next_random(random) % 1000000) * 100.0;

		if (round % 5 == 1)
			x = exp((double) (next_random(random) % 400000) / 1000.0 - 200.0);
		else if (round % 5 == 2)
			x = ((double) (next_random(random) % 2000) - 300.0) / 8.0;
		else if (round % 5 == 3)
			x = (double) (next_random(random) % 12);
		sample.row[i] = (SampleRow) { x, any_weight(round, random) };
	}
}

/* In a random order, cut into parts, and the parts joined at random. */
static BoundedSet *
set_in_some_order(uint32_t max_points, uint64_t *random)
{
	static SampleRow all[SAMPLE_MAX];
	BoundedSet *set[64];
	size_t n = sample.n;
	size_t parts = 1 + (size_t) (next_random(random) % 40);
	BoundedSet *result;

	memcpy(all, sample.row, n * sizeof(SampleRow));
	for (size_t i = n; i > 1; i--)
	{
		size_t j = (size_t) (next_random(random) % i);
		SampleRow swapped = all[i - 1];

		all[i - 1] = all[j];
		all[j] = swapped;
	}
	for (size_t k = 0; k < parts; k++)
	{
		size_t from = n * k / parts;

		sample.n = n * (k + 1) / parts - from;
		memcpy(sample.row, all + from, sample.n * sizeof(SampleRow));
		sample_sort(&sample);
		set[k] = set_of_rows(max_points, 0, sample.n, 0);
	}
	for (; parts > 1; parts--)
	{
		size_t a = (size_t) (next_random(random) % parts);
		BoundedSet *swapped = set[parts - 1];

		set[parts - 1] = set[a];
		set[a] = swapped;
		a = (size_t) (next_random(random) % (parts - 1));
		set[a] = joined(set[a], set[parts - 1]);
	}
	result = set[0];
	memcpy(sample.row, all, n * sizeof(SampleRow));
	sample.n = n;
	sample_sort(&sample);
	return result;
}

static void
test_order(void)
{
	static const uint32_t points[] = { 1, 2, 3, 10, 100, 1000, 5000 };
	uint64_t random = 61;
	bool same = true;
	bool few = true;
	bool counts = true;
	bool least = true;

	for (int round = 0; round < 210; round++)
	{
		uint32_t max_points = points[round % 7];
		BoundedSet *direct;
		BoundedSet *other;
		BoundedSet *third;
		ExactTotal total;
		ExactTotal expected;

		fill_sample(round, 1 + (size_t) (next_random(&random) % 700), &random);
		sample_sort(&sample);
		direct = set_of_rows(max_points, 0, sample.n, 0);
		other = set_in_some_order(max_points, &random);
		third = set_in_some_order(max_points, &random);
		same = same && same_value(direct, other) && same_value(direct, third);
		few = few && direct->count <= max_points && direct->count > 0;
		exact_total_init(&expected);
		for (size_t i = 0; i < sample.n; i++)
			exact_total_add_times(&expected, sample.row[i].w, 1);
		bounded_total(direct, &total);
		counts = counts && bounded_rows(direct) == (int64_t) sample.n &&
			same_bits(exact_total_value(&total), exact_total_value(&expected));
		if (direct->level > 0)
		{
			/* with one bit less there would be too many points */
			size_t distinct = 1;

			for (size_t i = 1; i < sample.n; i++)
				distinct += key_of_double(sample.row[i].x) >> (direct->level - 1) !=
					key_of_double(sample.row[i - 1].x) >> (direct->level - 1);
			least = least && distinct > max_points;
		}
		set_free(direct);
		set_free(other);
		set_free(third);
	}
	ok(same, "the same bytes, in whatever order rows and parts come");
	ok(few, "no more points than there may be");
	ok(counts, "all rows and all weight");
	ok(least, "and no more bits dropped than that takes");
}

/* A level of more than the keys have: all rows in one point. */
static void
test_one_point(void)
{
	static const double ends[] = { -DBL_MAX, -1.0, 0.0, 1.0, DBL_MAX };
	BoundedSet *set;
	Bounds bounds;

	sample_of(&sample, 5, ends, NULL);
	set = set_of_rows(1, 0, 5, 0);
	bounds = bounded_income(set, 0);
	ok(set->count == 1 && set->level == 64, "from the least to the greatest double in one point");
	ok(bounds.lower == -DBL_MAX && bounds.upper == DBL_MAX, "whose bounds are those doubles");
	is_double(bounded_rank_error(set), 1.0, "and whose rank error is 1");
	bounds = bounded_headcount(set, 0.5);
	ok(bounds.lower == 0.0 && bounds.upper == 1.0, "below 0.5 there may be nobody or everybody");
	bounds = bounded_gini(set, 0.3);
	ok(isinf(bounds.lower) && isinf(bounds.upper), "of Gini nothing can be said");
	{
		BoundedSet *coarse = set_of_rows(1, 0, 5, 64);

		ok(same_value(set, coarse), "rows read at that level from the first give the same");
		set_free(coarse);
	}
	set_free(set);
	set = set_of_rows(5, 0, 5, 0);
	ok(set->count == 5 && set->level == 0,
	   "as many points as there are incomes: nothing is dropped");
	is_double(bounded_rank_error(set), 0.0, "the rank error is 0");
	bounds = bounded_headcount(set, 0.5);
	ok(bounds.lower == 0.6 && bounds.upper == 0.6, "and the headcount is known");
	bounds = bounded_quantile(set, 0.4);
	ok(bounds.lower == -0.5 && bounds.upper == -0.5, "and the quantile at a tie");
	set_free(set);
}

/* The figures of the rows lie within the bounds. */
static void
test_bounds(void)
{
	static const uint32_t points[] = { 2, 5, 20, 100, 400 };
	uint64_t random = 83;
	bool headcount = true;
	bool quantiles = true;
	bool gini = true;
	bool ranks = true;
	bool tight = true;

	for (int round = 0; round < 300; round++)
	{
		RankedTotals totals;
		RankedSource *source;
		BoundedSource middles;
		BoundedSet *set;
		Bounds bounds;
		double exact;
		double of_middles;
		double error;
		long double whole = 0.0L;

		/* weights within some orders of magnitude, so that plain sums will do */
		fill_sample(round % 4 == 2 ? round + 1 : round, 1 + (size_t) (next_random(&random) % 900),
					&random);
		sample_sort(&sample);
		set = set_of_rows(points[round % 5], 0, sample.n, 0);
		error = bounded_rank_error(set);
		for (size_t i = 0; i < sample.n; i++)
			whole += sample.row[i].w;
		for (int k = 0; k < 40; k++)
		{
			double line = sample.row[next_random(&random) % sample.n].x;
			long double below = 0.0L;

			if (k % 3 == 1)
				line = nextafter(line, DBL_MAX);
			if (k % 3 == 2)
				line *= 1.25;
			for (size_t i = 0; i < sample.n && sample.row[i].x < line; i++)
				below += sample.row[i].w;
			bounds = bounded_headcount(set, line);
			headcount = headcount && bounds.lower <= (double) (below / whole) * (1.0 + 1e-15) &&
				bounds.upper >= (double) (below / whole) * (1.0 - 1e-15);
			/* at most one point is in doubt */
			ranks = ranks && (bounds.upper - bounds.lower <= error + 1e-15 || error == 0.0);
		}
		source = sample_source(&sample);
		totals = ranked_totals(source);
		bounded_source_init(&middles, set);
		for (int k = 0; k <= 20; k++)
		{
			double p = k / 20.0;

			exact = ranked_quantile(source, &totals, p, QUANTILE_MEAN_AT_TIE);
			bounds = bounded_quantile(set, p);
			quantiles = quantiles && bounds.lower <= exact && exact <= bounds.upper;
		}
		if (gini_index(source, &exact) && gini_index(&middles.source, &of_middles))
		{
			bounds = bounded_gini(set, of_middles);
			gini = gini && bounds.lower <= exact + 1e-14 && exact <= bounds.upper + 1e-14;
			if (set->level == 0)
				tight = tight && bounds.upper - bounds.lower < 1e-9 + 1e-9 * fabs(exact) &&
					fabs(of_middles - exact) < 1e-12;
		}
		set_free(set);
	}
	ok(headcount, "headcounts lie within their bounds");
	ok(ranks, "which are no wider than the rank error");
	ok(quantiles, "quantiles lie within their bounds");
	ok(gini, "Gini lies within its bounds");
	ok(tight, "which are narrow where no bit was dropped");
}

static void
check_value(const BoundedSet *set, const char *what, uint64_t *random)
{
	Value value = value_of(set);
	BoundedSet *again = read_value(value.bytes, value.size);
	bool refused = true;
	char name[120];

	snprintf(name, sizeof(name), "%s: read back", what);
	ok(again != NULL && same_value(set, again), name);
	if (again != NULL)
		set_free(again);
	for (size_t i = 0; i < value.size; i++)
		for (int change = 0; change < 12; change++)
		{
			uint8_t *bytes = allocate(value.size);

			memcpy(bytes, value.bytes, value.size);
			bytes[i] ^= change < 8 ? (uint8_t) (1 << change) :
									 (uint8_t) (1 + next_random(random) % 255);
			again = read_value(bytes, value.size);
			if (again != NULL)
			{
				/* what a reader compares: the bytes of the set that was read, which are these or not a value */
				Value written = value_of(again);

				refused = refused && written.size == value.size;
				if (written.size == value.size && memcmp(written.bytes, bytes, value.size) == 0)
				{
					/* and it can be used without harm */
					(void) bounded_headcount(again, 1.0);
					(void) bounded_quantile(again, 0.5);
					(void) bounded_rank_error(again);
				}
				free(written.bytes);
				set_free(again);
			}
			free(bytes);
		}
	snprintf(name, sizeof(name), "%s: changed bytes do no harm", what);
	ok(refused, name);
	refused = true;
	for (size_t size = 0; size < value.size; size++)
	{
		uint8_t *bytes = allocate(size);

		memcpy(bytes, value.bytes, size);
		again = read_value(bytes, size);
		refused = refused && again == NULL;
		if (again != NULL)
			set_free(again);
		free(bytes);
	}
	snprintf(name, sizeof(name), "%s: every shorter length is refused", what);
	ok(refused, name);
	free(value.bytes);
}

static void
test_bytes(void)
{
	static const double x[] = { 0.0, 1.0, 2.0, 5.0, 9.0, 1e6 };
	static const double w[] = { 1.0, 0.1, 3.0, 1e-30, 7.0, 2.0 };
	uint64_t random = 5;
	bool same = true;
	BoundedSet *set;

	for (int round = 0; round < 300; round++)
	{
		Value value;
		BoundedSet *again;

		fill_sample(round, 1 + (size_t) (next_random(&random) % 300), &random);
		sample_sort(&sample);
		set = set_of_rows(1 + (uint32_t) (next_random(&random) % 200), 0, sample.n, 0);
		value = value_of(set);
		again = read_value(value.bytes, value.size);
		same = same && again != NULL && same_value(set, again);
		if (again != NULL)
			set_free(again);
		free(value.bytes);
		set_free(set);
	}
	ok(same, "what is written is read back");
	sample_of(&sample, 1, x + 1, NULL);
	set = set_of_rows(10, 0, 1, 0);
	check_value(set, "one row", &random);
	set_free(set);
	sample_of(&sample, 6, x, w);
	set = set_of_rows(10, 0, 6, 0);
	check_value(set, "6 points, no bit dropped", &random);
	set_free(set);
	set = set_of_rows(3, 0, 6, 0);
	check_value(set, "at most 3 points", &random);
	set_free(set);
	set = set_of_rows(1, 0, 6, 0);
	check_value(set, "one point", &random);
	set_free(set);
}

static int polls;

static void
count_poll(void)
{
	polls++;
}

/* 1, 2 and 3 with the weights 1, 2 and 1: 3 of 4 are below 2.5. */
static void
test_below(void)
{
	static const double x[] = { 1.0, 2.0, 3.0 };
	static const double w[] = { 1.0, 2.0, 1.0 };
	ExactTotal weight;
	Bounds bounds;
	BoundedSet *set;

	sample_of(&sample, 3, x, w);
	set = set_of_rows(10, 0, 3, 0);
	bounded_below(set, 2.5, &weight);
	is_double(exact_total_value(&weight), 3.0, "the weight below a line");
	bounded_below(set, 1.0, &weight);
	is_double(exact_total_value(&weight), 0.0, "none is below the lowest income");
	set->poll = count_poll;
	bounded_below(set, 9.0, &weight);
	ok(exact_total_value(&weight) == 4.0 && polls == 1,
	   "all are below a high line; the first point polls");
	/* C / W is 1/4, 3/4 and 1 */
	bounds = bounded_quantile(set, 0.75);
	ok(bounds.lower == 2.5 && bounds.upper == 2.5, "at a tie the mean of two points");
	bounds = bounded_quantile(set, 0.76);
	ok(bounds.lower == 3.0 && bounds.upper == 3.0, "above it the last point");
	set_free(set);
}

/* A header that promises no point. */
static void
test_no_point(void)
{
	static const double x[] = { 1.0 };
	DistributionHeader header;
	BoundedSet *set;
	Value value;

	sample_of(&sample, 1, x, NULL);
	set = set_of_rows(10, 0, 1, 0);
	value = value_of(set);
	ok(distribution_header(value.bytes, value.size, &header) &&
		   bounded_read(value.bytes, value.size, &header, set),
	   "one point is read");
	header.entries = 0;
	ok(!bounded_read(value.bytes, value.size - 4 * (size_t) header.digits, &header, set),
	   "not where the header has none, and the bytes are as many as that takes");
	free(value.bytes);
	set_free(set);
}

/* Points that no rows give. */
static void
test_refused(void)
{
	BoundedPoint point[2] = { { key_of_double(1.0), 1 }, { key_of_double(2.0), 1 } };
	uint32_t digit[2] = { 1, 1 };
	BoundedSet set = { 10, 0, 33, 1, 2, point, digit, NULL };

	ok(bounded_is_valid(&set, 2), "two points are valid");
	ok(!bounded_is_valid(&set, 3) && !bounded_is_valid(&set, 1),
	   "not of more or fewer rows than they have");
	set.max_points = 1;
	ok(!bounded_is_valid(&set, 2), "not more than there may be");
	set.max_points = BOUNDED_POINTS_MAX + 1;
	ok(!bounded_is_valid(&set, 2), "not where more may be than can be asked for");
	set.max_points = 10;
	digit[1] = 0;
	ok(!bounded_is_valid(&set, 2), "not with a weight of 0");
	digit[1] = 1;
	point[1].rows = 0;
	ok(!bounded_is_valid(&set, 1), "not with no row");
	point[1].rows = 1;
	point[1].key = point[0].key;
	ok(!bounded_is_valid(&set, 2), "not with the same key twice");
	point[1].key = UINT64_MAX;
	ok(!bounded_is_valid(&set, 2), "not with the key of no number");
	point[1].key = key_of_double(-0.0);
	point[0].key = key_of_double(-1.0);
	ok(!bounded_is_valid(&set, 2), "not with the key of -0");
	point[1].key++;
	ok(bounded_is_valid(&set, 2), "but with that of 0");
	set.level = 12;
	point[0].key = key_of_double(-DBL_MAX) >> 12;
	point[1].key = key_of_double(DBL_MAX) >> 12;
	ok(bounded_is_valid(&set, 2), "with the least and the greatest key of a level");
	point[0].key--;
	ok(!bounded_is_valid(&set, 2), "not with a key whose numbers are all below the least");
	point[0].key++;
	point[1].key++;
	ok(!bounded_is_valid(&set, 2), "not with one whose numbers are all above the greatest");
	point[1].key = UINT64_MAX;
	ok(!bounded_is_valid(&set, 2), "not with a key beyond the level's");
	set.level = 64;
	set.count = 1;
	ok(!bounded_is_valid(&set, 1), "a level of 64 leaves the key 0");
	point[0].key = 0;
	ok(bounded_is_valid(&set, 1), "which is valid");
}

int
main(void)
{
	test_order();
	test_one_point();
	test_bounds();
	test_bytes();
	test_below();
	test_no_point();
	test_refused();
	return tap_done();
}
