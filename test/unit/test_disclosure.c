/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_disclosure.c
 *		Which cells are withheld, by hand and against every table of three cells.
 */
#include "../../src/math/disclosure.h"
#include "tap.h"

/* The row that protects the others. */
static int64_t
complement_of(const double *count, const bool *withheld, int rows, double minimum)
{
	DisclosureGroup group;

	disclosure_start(&group, minimum);
	for (int i = 0; i < rows; i++)
		disclosure_add(&group, i, count[i], withheld != NULL && withheld[i]);
	return disclosure_complement(&group);
}

/* Whether what is withheld of three cells cannot be told from the total less what is shown. */
static bool
is_safe(const double *count, double minimum)
{
	int64_t complement = complement_of(count, NULL, 3, minimum);
	int hidden = 0;
	bool may_be_none = false;
	double sum = 0.0;

	for (int i = 0; i < 3; i++)
		if (i == complement || is_small_cell(count[i], minimum))
		{
			hidden++;
			sum += count[i];
			may_be_none = may_be_none || count[i] == 0.0;
		}
	return hidden == 0 || (hidden > 1 && (may_be_none || sum > hidden));
}

int
main(void)
{
	const bool second[] = { false, true, false };
	bool safe = true;

	ok(!is_small_cell(0.0, 3.0) && is_small_cell(1.0, 3.0) && is_small_cell(2.0, 3.0) &&
		   !is_small_cell(3.0, 3.0),
	   "small is above 0 and under the minimum");
	ok(complement_of((double[]) { 5.0, 4.0, 3.0 }, NULL, 3, 3.0) == -1,
	   "nothing small, nothing more");
	ok(complement_of((double[]) { 1.0, 9.0, 5.0 }, NULL, 3, 3.0) == 2,
	   "one small cell takes the smallest other");
	ok(complement_of((double[]) { 1.0, 5.0, 5.0 }, NULL, 3, 3.0) == 1, "of equals the first");
	ok(complement_of((double[]) { 2.0, 2.0, 5.0 }, NULL, 3, 3.0) == -1,
	   "two that are enough together protect each other");
	ok(complement_of((double[]) { 1.0, 1.0, 5.0 }, NULL, 3, 3.0) == 2,
	   "two that are small together do not");
	ok(complement_of((double[]) { 1.0, 1.0, 1.0, 7.0 }, NULL, 4, 3.0) == 3, "nor three of 1 each");
	ok(complement_of((double[]) { 1.0, 0.0, 0.0 }, NULL, 3, 3.0) == 1,
	   "beside zeros alone, the first of them");
	ok(complement_of((double[]) { 1.0 }, NULL, 1, 3.0) == -1, "alone there is no other");
	ok(complement_of((double[]) { 9.0, 7.0, 8.0 }, second, 3, 3.0) == 2,
	   "what is withheld already is protected too");
	ok(complement_of(NULL, NULL, 0, 3.0) == -1, "no cell");
	for (int i = 0; i < 1000; i++)
	{
		double count[] = { i / 100, i / 10 % 10, i % 10 };
		double total = count[0] + count[1] + count[2];

		if (!is_small_cell(total, 3.0) && !(count[0] == 1.0 && count[1] == 1.0 && count[2] == 1.0))
			safe = safe && is_safe(count, 3.0);
	}
	ok(safe, "subtraction tells no cell of any table of three, but where all are 1");
	return tap_done();
}
