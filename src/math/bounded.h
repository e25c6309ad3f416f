/* SPDX-License-Identifier: PostgreSQL */
/*
 * bounded.h
 *		Distributions of at most so many points, and their stored form.
 *
 * The low bits of the key of each income (key_of_double) are dropped, as few as
 * leave no more than max_points different keys; so the level depends on the
 * rows alone, and sets of rows may be joined in any order.  The weight of a
 * point is an exact sum, a whole number of d digits in base 2^32 in the unit
 * 2^(32 lowest - 1074), for the same reason.
 *
 * An income that was dropped into a point lies between the least and the
 * greatest number that have its key; it is read as the number in the middle.
 *
 * Stored form: the header of distribution_code.h with form 1 and no blocks,
 * the weight of all rows, then: width and shift of key differences and of
 * counts (a byte each), the first key (8 bytes), the packed key differences, the
 * packed counts of rows minus 1, the d digits of each weight, and
 * DISTRIBUTION_PADDING zero bytes.
 */
#ifndef BOUNDED_H
#define BOUNDED_H

#include "distribution_code.h"

/* The most points that a set may be asked to have. */
#define BOUNDED_POINTS_MAX 1000000

/* A point, without its weight. */
typedef struct BoundedPoint
{
	uint64_t key; /* shifted right by the level */
	int64_t rows;
} BoundedPoint;

typedef struct BoundedSet
{
	uint32_t max_points;
	int level;
	int lowest; /* digit; EXACT_DIGITS_MAX while there is no point */
	int digits;
	size_t count;
	BoundedPoint *point;
	uint32_t *digit;    /* of weights, `digits` a point */
	void (*poll)(void); /* called now and then, if not NULL; may leave by longjmp() */
} BoundedSet;

/* A bounded distribution in order: each point one row of its weight. */
typedef struct BoundedSource
{
	RankedSource source;
	const BoundedSet *set;
	size_t at;
	RankedEntry block[RANKED_BLOCK];
} BoundedSource;

/* The bounds between which a figure lies. */
typedef struct Bounds
{
	double lower;
	double upper;
} Bounds;

extern void bounded_shape_of_rows(BoundedSet *set, RankedSource *source);
extern void bounded_from_rows(BoundedSet *set, RankedSource *source);
extern int bounded_digits_for(const BoundedSet *a, const BoundedSet *b, int *lowest);
extern void bounded_join(const BoundedSet *a, const BoundedSet *b, BoundedSet *to);
extern void bounded_coarsen(BoundedSet *set);
extern int64_t bounded_rows(const BoundedSet *set);
extern void bounded_total(const BoundedSet *set, ExactTotal *total);
extern void bounded_source_init(BoundedSource *source, const BoundedSet *set);
extern Bounds bounded_income(const BoundedSet *set, size_t point);
extern void bounded_below(const BoundedSet *set, double line, ExactTotal *weight);
extern Bounds bounded_headcount(const BoundedSet *set, double line);
extern Bounds bounded_quantile(const BoundedSet *set, double p);
extern Bounds bounded_gini(const BoundedSet *set, double gini_of_middles);
extern double bounded_rank_error(const BoundedSet *set);
extern size_t bounded_size(const BoundedSet *set);
extern void bounded_write(const BoundedSet *set, uint8_t *to);
extern bool bounded_read(const uint8_t *from, size_t size, const DistributionHeader *header,
						 BoundedSet *set);
extern bool bounded_is_valid(const BoundedSet *set, int64_t rows_said);

#endif /* BOUNDED_H */
