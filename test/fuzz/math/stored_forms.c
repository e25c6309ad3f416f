/* SPDX-License-Identifier: PostgreSQL */
/*
 * stored_forms.c
 *		Bytes that are read as a distribution, exact or bounded, are those that it
 *		is written as, and every reader of it gives a finite number; what is read
 *		by the index, from parts of the bytes, is what all of them say.
 */
#include "fuzz.h"

#include "math/bounded.h"
#include "math/lorenz.h"
#include "math/quantile.h"
#include "math/ranked_poverty.h"

/* Finite or, where an index is undefined or out of range, nothing that anybody would be given. */
static void
read_all(RankedSource *source, double line)
{
	RankedTotals totals = ranked_totals(source);
	double result;

	DEMAND(isfinite(totals.lowest) && isfinite(totals.highest) && totals.lowest <= totals.highest);
	for (int i = 0; i <= 10; i++)
	{
		result = ranked_quantile(source, &totals, i / 10.0, QUANTILE_LOW);
		DEMAND(result >= totals.lowest && result <= totals.highest);
		result = ranked_quantile(source, &totals, i / 10.0, QUANTILE_MEAN_AT_TIE);
		DEMAND(result >= totals.lowest && result <= totals.highest);
	}
	if (gini_index(source, &result) && totals.lowest >= 0.0)
		DEMAND(!(result < 0.0) && !(result > 1.0));
	if (zenga_index_of(source, &result) && totals.lowest >= 0.0)
		DEMAND(!(result < 0.0) && !(result > 1.0 + 1e-9));
	(void) wolfson_index(source, &result);
	(void) hoover_index_of(source, &result);
	(void) palma_ratio_of(source, &result);
	(void) quintile_share_ratio(source, &result);
	(void) line_sum(source, LINE_GAP, line, 1.0);
}

/* One block from a copy of no more bytes than its reader may see. */
static size_t
read_block(const DistributionBytes *bytes, uint32_t block, RankedEntry *entry)
{
	size_t offset = DISTRIBUTION_HEADER + bytes->header.index_size +
		distribution_block_offset(bytes, block);
	size_t size = bytes->size - offset;
	uint8_t *copy;
	size_t n;

	if (size > DISTRIBUTION_BLOCK_MAX)
		size = DISTRIBUTION_BLOCK_MAX;
	copy = fuzz_allocate(size);
	memcpy(copy, bytes->start + offset, size);
	n = distribution_read_block(bytes, block, copy, entry);
	free(copy);
	return n;
}

/* A quantile from the one or two blocks that the index leads to. */
static double
quantile_by_index(const DistributionBytes *bytes, double whole_value, double p, QuantileRule rule)
{
	static RankedEntry entry[2 * RANKED_BLOCK];
	EntrySource source;
	RankedWalk walk;
	ExactTotal whole;
	ExactTotal before;
	uint32_t block;
	size_t n;

	distribution_total(bytes, &whole);
	DEMAND(same_double(exact_total_value(&whole), whole_value));
	block = distribution_block_at(bytes, &whole, p);
	distribution_before(bytes, block, &before);
	n = read_block(bytes, block, entry);
	if (block + 1 < bytes->header.blocks)
		n += read_block(bytes, block + 1, entry + n);
	entry_source_init(&source, entry, n);
	walk_begin(&walk, &source.source);
	return quantile_from(&walk, &before, &whole, whole_value, p, rule);
}

/* The weight of the incomes below a line, by the index. */
static double
below_by_index(const DistributionBytes *bytes, double line)
{
	static RankedEntry entry[RANKED_BLOCK];
	uint32_t block = distribution_block_of(bytes, key_of_double(line));
	size_t n = read_block(bytes, block, entry);
	ExactTotal below;

	distribution_before(bytes, block, &below);
	for (size_t i = 0; i < n && entry[i].x < line; i++)
		exact_total_add_times(&below, entry[i].w, entry[i].rows);
	return exact_total_value(&below);
}

static double
below_by_walk(RankedSource *source, double line)
{
	const RankedEntry *entry;
	RankedWalk walk;
	ExactTotal below;

	exact_total_init(&below);
	walk_begin(&walk, source);
	while ((entry = walk_next(&walk)) != NULL && entry->x < line)
		exact_total_add_times(&below, entry->w, entry->rows);
	return exact_total_value(&below);
}

static void
check_index(const DistributionBytes *bytes, RankedSource *source, double line)
{
	RankedTotals totals = ranked_totals(source);
	double at[] = { line, totals.lowest, totals.highest, INFINITY };

	for (size_t i = 0; i < sizeof(at) / sizeof(at[0]); i++)
		DEMAND(same_double(below_by_index(bytes, at[i]), below_by_walk(source, at[i])));
	if (isinf(totals.weight_value))
		return;
	for (int i = 1; i < 8; i++)
	{
		double p = i / 8.0;

		DEMAND(same_double(quantile_by_index(bytes, totals.weight_value, p, QUANTILE_LOW),
						   ranked_quantile(source, &totals, p, QUANTILE_LOW)));
		DEMAND(same_double(quantile_by_index(bytes, totals.weight_value, p, QUANTILE_MEAN_AT_TIE),
						   ranked_quantile(source, &totals, p, QUANTILE_MEAN_AT_TIE)));
	}
}

static void
read_exact(const uint8_t *data, size_t size, double line)
{
	DistributionBytes bytes;
	DistributionShape shape;
	StoredSource source;
	uint8_t *again;

	if (!distribution_open(data, size, &bytes) || distribution_check(&bytes, NULL) != NULL)
		return;
	stored_source_init(&source, &bytes);
	shape = distribution_shape(&source.source);
	DEMAND(shape.size == size);
	again = fuzz_allocate(size);
	memset(again, 0xA5, size);
	distribution_write(&source.source, &shape, again);
	DEMAND(memcmp(again, data, size) == 0);
	free(again);
	check_index(&bytes, &source.source, line);
	read_all(&source.source, line);
}

static void
read_bounded(const uint8_t *data, size_t size, const DistributionHeader *header, double line)
{
	BoundedSet set = { 0 };
	BoundedSource source;
	uint8_t *again;

	if (header->entries > size)
		return;
	set.point = fuzz_allocate((size_t) header->entries * sizeof(BoundedPoint));
	set.digit = fuzz_allocate((size_t) header->entries * (size_t) header->digits *
							  sizeof(uint32_t));
	if (bounded_read(data, size, header, &set) && bounded_size(&set) == size &&
		bounded_is_valid(&set, header->rows))
	{
		again = fuzz_allocate(size);
		bounded_write(&set, again);
		/* a value is what its own points give, or it is refused */
		if (memcmp(again, data, size) == 0)
		{
			Bounds bounds = bounded_headcount(&set, line);
			double error = bounded_rank_error(&set);
			ExactTotal total;

			/* a share of a weight beyond the largest double is none; its reader says so */
			bounded_total(&set, &total);
			DEMAND(bounds.lower <= bounds.upper || isinf(exact_total_value(&total)));
			DEMAND(!(error < 0.0) && !(error > 1.0));
			bounded_source_init(&source, &set);
			read_all(&source.source, line);
		}
		free(again);
	}
	free(set.point);
	free(set.digit);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	DistributionHeader header;
	uint8_t *copy; /* so that the sanitizer sees a read beyond the end */

	if (size < 1)
		return 0;
	copy = fuzz_allocate(size - 1);
	memcpy(copy, data + 1, size - 1);
	if (distribution_header(copy, size - 1, &header))
	{
		if (header.is_bounded)
			read_bounded(copy, size - 1, &header, data[0] + 0.5);
		else
			read_exact(copy, size - 1, data[0] + 0.5);
	}
	free(copy);
	return 0;
}
