/* SPDX-License-Identifier: PostgreSQL */
/*
 * disclosure.h
 *		Which cells of a published table are withheld, so that no figure of few
 *		households can be read or found by subtraction.
 */
#ifndef MATH_DISCLOSURE_H
#define MATH_DISCLOSURE_H

#include <stdbool.h>
#include <stdint.h>

/* The cells that add up to one published total, as they are read. */
typedef struct DisclosureGroup
{
	double minimum;    /* a cell above 0 and under it is small */
	int64_t withheld;  /* cells that are withheld of themselves */
	double sum;        /* what they add up to: the total less the others tells it */
	int64_t least_row; /* the first of the smallest other cells above 0; -1: none */
	double least;      /* its count */
	int64_t zero_row;  /* the first other cell of 0; -1: none */
} DisclosureGroup;

extern bool is_small_cell(double count, double minimum);
extern void disclosure_start(DisclosureGroup *group, double minimum);
extern void disclosure_add(DisclosureGroup *group, int64_t row, double count, bool withheld);
extern int64_t disclosure_complement(const DisclosureGroup *group);

#endif /* MATH_DISCLOSURE_H */
