/* SPDX-License-Identifier: PostgreSQL */
/*
 * bounded.c
 *		Distributions of at most so many points, and their stored form.
 */
#include "bounded.h"

#include "bit_pack.h"

#include <float.h>
#include <math.h>

/* Points between two calls of poll. */
#define POLL_MASK 0xFFF

/* Every long loop over points comes here for each that it reads or writes. */
static void
poll_at(const BoundedSet *set, size_t point)
{
	if ((point & POLL_MASK) == 0 && set->poll != NULL)
		set->poll();
}

/* The weight of a point. */
static void
add_weight(const BoundedSet *set, size_t point, ExactTotal *total)
{
	poll_at(set, point);
	exact_total_add_digits(total, set->lowest, set->digit + point * (size_t) set->digits,
						   set->digits);
}

static void
set_weight(BoundedSet *set, size_t point, const ExactTotal *total)
{
	ExactDigits digits = exact_total_digits(total);
	uint32_t *to = set->digit + point * (size_t) set->digits;

	poll_at(set, point);
	memset(to, 0, (size_t) set->digits * sizeof(*to));
	memcpy(to + (digits.lowest - set->lowest), digits.digit, (size_t) digits.count * sizeof(*to));
}

void
bounded_total(const BoundedSet *set, ExactTotal *total)
{
	exact_total_init(total);
	for (size_t i = 0; i < set->count; i++)
		add_weight(set, i, total);
}

int64_t
bounded_rows(const BoundedSet *set)
{
	int64_t rows = 0;

	for (size_t i = 0; i < set->count; i++)
		rows += set->point[i].rows;
	return rows;
}

/* The digits of weights that two sets have room for together, and which is the lowest. */
int
bounded_digits_for(const BoundedSet *a, const BoundedSet *b, int *lowest)
{
	ExactDigits digits;
	ExactTotal total;
	ExactTotal other;

	bounded_total(a, &total);
	bounded_total(b, &other);
	exact_total_add(&total, &other);
	digits = exact_total_digits(&total);
	*lowest = a->lowest < b->lowest ? a->lowest : b->lowest;
	return digits.lowest + digits.count - *lowest;
}

/* Points of rows: ascending entries, at the level and with the digits of the set. */
void
bounded_from_rows(BoundedSet *set, RankedSource *source)
{
	const RankedEntry *entry;
	ExactTotal total;
	RankedWalk walk;

	set->count = 0;
	walk_begin(&walk, source);
	while ((entry = walk_next(&walk)) != NULL)
	{
		uint64_t key = set->level > 63 ? 0 : key_of_double(entry->x) >> set->level;

		if (set->count > 0 && set->point[set->count - 1].key == key)
			set->point[set->count - 1].rows += entry->rows;
		else
		{
			if (set->count > 0)
				set_weight(set, set->count - 1, &total);
			exact_total_init(&total);
			set->point[set->count].key = key;
			set->point[set->count].rows = entry->rows;
			set->count++;
		}
		exact_total_add_times(&total, entry->w, entry->rows);
	}
	if (set->count > 0)
		set_weight(set, set->count - 1, &total);
}

/* The smallest level that rows need, and their digits: what bounded_from_rows() wants. */
void
bounded_shape_of_rows(BoundedSet *set, RankedSource *source)
{
	const RankedEntry *entry;
	ExactDigits digits;
	ExactTotal total;
	RankedWalk walk;

	exact_total_init(&total);
	set->lowest = EXACT_DIGITS_MAX;
	walk_begin(&walk, source);
	while ((entry = walk_next(&walk)) != NULL)
	{
		int lowest = distribution_lowest_digit(entry->w);

		set->lowest = lowest < set->lowest ? lowest : set->lowest;
		exact_total_add_times(&total, entry->w, entry->rows);
	}
	digits = exact_total_digits(&total);
	set->digits = digits.count == 0 ? 0 : digits.lowest + digits.count - set->lowest;
}

static uint64_t
shifted(uint64_t key, int by)
{
	return by > 63 ? 0 : key >> by;
}

/*
 * Joins two sets into a third, which has room for the points of both and their
 * digits (bounded_digits_for), at the coarser level of the two.
 */
void
bounded_join(const BoundedSet *a, const BoundedSet *b, BoundedSet *to)
{
	const BoundedSet *set[2] = { a, b };
	size_t at[2] = { 0, 0 };

	to->level = a->level > b->level ? a->level : b->level;
	to->count = 0;
	while (at[0] < a->count || at[1] < b->count)
	{
		BoundedPoint *point = &to->point[to->count];
		ExactTotal total;

		exact_total_init(&total);
		point->rows = 0;
		point->key = UINT64_MAX;
		for (int k = 0; k < 2; k++)
			if (at[k] < set[k]->count)
			{
				uint64_t key = shifted(set[k]->point[at[k]].key, to->level - set[k]->level);

				point->key = key < point->key ? key : point->key;
			}
		for (int k = 0; k < 2; k++)
			for (; at[k] < set[k]->count &&
				 shifted(set[k]->point[at[k]].key, to->level - set[k]->level) == point->key;
				 at[k]++)
			{
				point->rows += set[k]->point[at[k]].rows;
				add_weight(set[k], at[k], &total);
			}
		set_weight(to, to->count++, &total);
	}
}

/* Drops as few bits as leave no more points than there may be. */
void
bounded_coarsen(BoundedSet *set)
{
	size_t first_bit[65] = { 0 }; /* neighbours whose highest different bit is i - 1 */
	size_t left = set->count;
	size_t count = 0;
	int drop = 0;

	for (size_t i = 1; i < set->count; i++)
		first_bit[64 - __builtin_clzll(set->point[i].key ^ set->point[i - 1].key)]++;
	while (left > set->max_points)
		left -= first_bit[++drop];
	if (drop == 0)
		return;
	for (size_t i = 0; i < set->count;)
	{
		uint64_t key = shifted(set->point[i].key, drop);
		int64_t rows = 0;
		ExactTotal total;

		exact_total_init(&total);
		for (; i < set->count && shifted(set->point[i].key, drop) == key; i++)
		{
			rows += set->point[i].rows;
			add_weight(set, i, &total);
		}
		set->point[count].key = key;
		set->point[count].rows = rows;
		set_weight(set, count++, &total);
	}
	set->count = count;
	set->level += drop;
}

/* Between which incomes those of a point lie. */
Bounds
bounded_income(const BoundedSet *set, size_t point)
{
	uint64_t least = set->level > 63 ? 0 : set->point[point].key << set->level;
	uint64_t rest = set->level > 63 ? UINT64_MAX : (UINT64_C(1) << set->level) - 1;
	uint64_t low = key_of_double(-DBL_MAX);
	uint64_t high = key_of_double(DBL_MAX);
	uint64_t greatest = least + rest;
	Bounds bounds;

	bounds.lower = double_of_key(least < low ? low : least) + 0.0;
	bounds.upper = double_of_key(greatest > high ? high : greatest) + 0.0;
	return bounds;
}

/* The number that stands for a point: the one in the middle of its keys. */
static double
middle_of(const BoundedSet *set, size_t point)
{
	Bounds bounds = bounded_income(set, point);
	uint64_t low = key_of_double(bounds.lower);
	uint64_t high = key_of_double(bounds.upper);

	return double_of_key(low + (high - low) / 2) + 0.0;
}

static size_t
bounded_next(RankedSource *base, const RankedEntry **entries)
{
	BoundedSource *source = (BoundedSource *) base;
	size_t n = 0;

	for (; n < RANKED_BLOCK && source->at < source->set->count; n++, source->at++)
	{
		RankedEntry *entry = &source->block[n];
		ExactTotal weight;

		exact_total_init(&weight);
		add_weight(source->set, source->at, &weight);
		entry->x = middle_of(source->set, source->at);
		entry->w = exact_total_value(&weight);
		entry->y = 0.0;
		entry->rows = 1;
	}
	*entries = source->block;
	return n;
}

static void
bounded_rewind(RankedSource *base)
{
	((BoundedSource *) base)->at = 0;
}

void
bounded_source_init(BoundedSource *source, const BoundedSet *set)
{
	source->source.next = bounded_next;
	source->source.rewind = bounded_rewind;
	source->source.poll = NULL;
	source->set = set;
	source->at = 0;
}

/* The largest share of the weight whose order within a point is not known; 0 when all is. */
double
bounded_rank_error(const BoundedSet *set)
{
	double largest = 0.0;
	ExactTotal total;

	bounded_total(set, &total);
	for (size_t i = 0; i < set->count && set->level > 0; i++)
	{
		ExactTotal weight;

		if (set->point[i].rows == 1)
			continue;
		exact_total_init(&weight);
		add_weight(set, i, &weight);
		if (exact_total_value(&weight) > largest)
			largest = exact_total_value(&weight);
	}
	return largest == 0.0 ? 0.0 : largest / exact_total_value(&total);
}

/* The weight of the points that are read as incomes below a line. */
void
bounded_below(const BoundedSet *set, double line, ExactTotal *weight)
{
	exact_total_init(weight);
	for (size_t i = 0; i < set->count && middle_of(set, i) < line; i++)
		add_weight(set, i, weight);
}

/* Between which shares the weight of incomes below a line lies. */
Bounds
bounded_headcount(const BoundedSet *set, double line)
{
	ExactTotal lower;
	ExactTotal upper;
	ExactTotal total;
	Bounds bounds;

	bounded_total(set, &total);
	exact_total_init(&lower);
	exact_total_init(&upper);
	for (size_t i = 0; i < set->count; i++)
	{
		Bounds income = bounded_income(set, i);

		if (income.upper < line)
			add_weight(set, i, &lower);
		if (income.lower < line)
			add_weight(set, i, &upper);
	}
	bounds.lower = exact_total_value(&lower) / exact_total_value(&total);
	bounds.upper = exact_total_value(&upper) / exact_total_value(&total);
	return bounds;
}

/*
 * Between which incomes the quantile at p lies, by the rule with the mean at a
 * tie: those of the point that reaches p, and of the next too at a tie.
 */
Bounds
bounded_quantile(const BoundedSet *set, double p)
{
	ExactTotal before;
	ExactTotal total;
	Bounds bounds;
	int position = -1;
	size_t i;

	if (p >= 1.0)
		return bounded_income(set, set->count - 1);
	bounded_total(set, &total);
	exact_total_init(&before);
	/* what no other point reaches, the last does */
	for (i = 0; i + 1 < set->count; i++)
	{
		add_weight(set, i, &before);
		position = exact_ratio_compare(&before, &total, p);
		if (position >= 0)
			break;
	}
	bounds = bounded_income(set, i);
	if (position == 0)
	{
		Bounds next = bounded_income(set, i + 1);

		bounds.lower = bounds.lower / 2.0 + next.lower / 2.0;
		bounds.upper = bounds.upper / 2.0 + next.upper / 2.0;
	}
	return bounds;
}

/*
 * Between which numbers the Gini coefficient lies.  It is N/S with N the sum of
 * w v |x - y| over pairs, by W, and S = Σwx; when incomes change by at most
 * D = Σ w |change| together, neither N nor S changes by more than D.  Infinite
 * where nothing can be said, and the figure itself where no income was dropped.
 */
Bounds
bounded_gini(const BoundedSet *set, double gini_of_middles)
{
	double change = 0.0;
	double income = 0.0;
	double magnitude = 0.0;
	Bounds bounds = { -INFINITY, INFINITY };
	ExactTotal total;
	double whole;

	bounded_total(set, &total);
	whole = exact_total_value(&total);
	for (size_t i = 0; i < set->count; i++)
	{
		Bounds between = bounded_income(set, i);
		double middle = middle_of(set, i);
		ExactTotal weight;
		double share;

		exact_total_init(&weight);
		add_weight(set, i, &weight);
		share = exact_total_value(&weight) / whole;
		change += share * fmax(middle - between.lower, between.upper - middle);
		income += share * middle;
		magnitude += share * fabs(middle);
	}
	if (change == 0.0)
	{
		bounds.lower = bounds.upper = gini_of_middles;
		return bounds;
	}
	/* sums in plain doubles: rounded outward by more than their errors */
	change += change * 1e-9 + magnitude * 1e-14;
	if (change < income)
	{
		bounds.lower = (gini_of_middles * income - change) / (income + change);
		bounds.upper = (gini_of_middles * income + change) / (income - change);
		if (bounded_income(set, 0).lower >= 0.0)
		{
			bounds.lower = fmax(bounds.lower, 0.0);
			bounds.upper = fmin(bounds.upper, 1.0);
		}
	}
	return bounds;
}

/* The bits of the columns of a set. */
static void
columns_of(const BoundedSet *set, PackedColumn *key, PackedColumn *rows)
{
	uint64_t key_bits = 0;
	uint64_t row_bits = 0;

	for (size_t i = 0; i < set->count; i++)
	{
		if (i > 0)
			key_bits |= set->point[i].key - set->point[i - 1].key;
		row_bits |= (uint64_t) set->point[i].rows - 1;
	}
	*key = packed_column(key_bits);
	*rows = packed_column(row_bits);
}

/* Two columns and the first key. */
#define COLUMNS_SIZE (2 * 2 + 8)

size_t
bounded_size(const BoundedSet *set)
{
	PackedColumn key;
	PackedColumn rows;

	columns_of(set, &key, &rows);
	return DISTRIBUTION_HEADER + 4 * (size_t) set->digits + COLUMNS_SIZE +
		packed_size(key, set->count - 1) + packed_size(rows, set->count) +
		4 * (size_t) set->digits * set->count + DISTRIBUTION_PADDING;
}

void
bounded_write(const BoundedSet *set, uint8_t *to)
{
	DistributionHeader header = { .is_bounded = true,
								  .level = set->level,
								  .digits = set->digits,
								  .lowest_digit = set->lowest,
								  .max_points = set->max_points,
								  .entries = set->count,
								  .rows = bounded_rows(set) };
	PackedColumn key;
	PackedColumn rows;
	ExactTotal total;
	BitWriter writer;

	columns_of(set, &key, &rows);
	bounded_total(set, &total);
	to = distribution_put_weight(distribution_put_header(to, &header), &header, &total);
	*to++ = key.width;
	*to++ = key.shift;
	*to++ = rows.width;
	*to++ = rows.shift;
	to = put_little(to, set->point[0].key, 8);
	writer = bit_writer(to, key);
	for (size_t i = 1; i < set->count; i++)
		bit_put(&writer, set->point[i].key - set->point[i - 1].key);
	writer = bit_writer(bit_end(&writer), rows);
	for (size_t i = 0; i < set->count; i++)
		bit_put(&writer, (uint64_t) set->point[i].rows - 1);
	to = bit_end(&writer);
	for (size_t i = 0; i < set->count * (size_t) set->digits; i++)
		to = put_little(to, set->digit[i], 4);
	memset(to, 0, DISTRIBUTION_PADDING);
}

/*
 * Reads a bounded distribution into a set that has room for the header's
 * entries and digits; false when the bytes are not those of one.
 */
bool
bounded_read(const uint8_t *from, size_t size, const DistributionHeader *header, BoundedSet *set)
{
	const uint8_t *at = from + DISTRIBUTION_HEADER + 4 * (size_t) header->digits;
	const uint8_t *end = from + size - DISTRIBUTION_PADDING;
	PackedColumn key;
	PackedColumn rows;
	size_t bit = 0;

	set->max_points = header->max_points;
	set->level = header->level;
	set->lowest = header->lowest_digit;
	set->digits = header->digits;
	set->count = header->entries;
	if (set->count < 1 || set->count > header->max_points || header->blocks != 0 ||
		size <
			DISTRIBUTION_HEADER + 4 * (size_t) header->digits + COLUMNS_SIZE + DISTRIBUTION_PADDING)
		return false;
	key.width = at[0];
	key.shift = at[1];
	rows.width = at[2];
	rows.shift = at[3];
	if (key.width + key.shift > 64 || rows.width + rows.shift > 64 || key.shift > 63 ||
		rows.shift > 63 ||
		(size_t) (end - at) !=
			COLUMNS_SIZE + packed_size(key, set->count - 1) + packed_size(rows, set->count) +
				4 * (size_t) set->digits * set->count)
		return false;
	set->point[0].key = get_little(at + 4, 8);
	at += COLUMNS_SIZE;
	for (size_t i = 1; i < set->count; i++, bit += key.width)
		set->point[i].key = set->point[i - 1].key + unpack_one(at, key, bit);
	at += packed_size(key, set->count - 1);
	for (size_t i = 0, row_bit = 0; i < set->count; i++, row_bit += rows.width)
		set->point[i].rows = (int64_t) (unpack_one(at, rows, row_bit) + 1);
	at += packed_size(rows, set->count);
	for (size_t i = 0; i < set->count * (size_t) set->digits; i++, at += 4)
		set->digit[i] = (uint32_t) get_little(at, 4);
	return true;
}

/* Whether a set that was read is one that rows give. */
bool
bounded_is_valid(const BoundedSet *set, int64_t rows_said)
{
	uint64_t least = shifted(key_of_double(-DBL_MAX), set->level);
	uint64_t greatest = shifted(key_of_double(DBL_MAX), set->level);
	int64_t rows = 0;

	if (set->max_points > BOUNDED_POINTS_MAX || set->count > set->max_points)
		return false;
	for (size_t i = 0; i < set->count; i++)
	{
		const BoundedPoint *point = &set->point[i];
		ExactTotal weight;

		exact_total_init(&weight);
		add_weight(set, i, &weight);
		if (point->key < least || point->key > greatest || (i > 0 && point->key <= point[-1].key) ||
			point->rows < 1 || point->rows > rows_said - rows ||
			exact_total_digits(&weight).count == 0)
			return false;
		if (set->level == 0 && point->key == key_of_double(-0.0))
			return false;
		rows += point->rows;
	}
	return rows == rows_said;
}
