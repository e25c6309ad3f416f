/* SPDX-License-Identifier: PostgreSQL */
/*
 * stored_forms.c
 *		Bytes that are read as a distribution, exact or bounded, are those that it
 *		is written as, and every reader of it gives a finite number.
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
