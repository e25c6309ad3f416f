/* SPDX-License-Identifier: PostgreSQL */
/*
 * report.c
 *		Room report: what may be published of small numbers.
 *
 * The views and the functions that make them are in SQL (report*.sql).
 */
#include "partition.h"

#include "math/disclosure.h"
#include "utils/float.h"

/* What is known of the window's partition, once its first row was answered. */
typedef struct Withholding
{
	bool loaded;
	double minimum;   /* the same in all rows */
	int64 complement; /* the row that protects the others; -1: none */
} Withholding;

/* The arguments of cell_withheld(); the last may be absent. */
enum
{
	CELL_COUNT_ARG,
	CELL_MINIMUM_ARG,
	CELL_ALREADY_ARG
};

/* The fewest households that a published figure may rest on. */
static double
check_minimum_cell(double minimum)
{
	if (unlikely(!(minimum >= 1.0 && minimum <= DBL_MAX)))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the minimum of a cell must be a finite number of 1 or more, not %s",
						float8out_internal(minimum)),
				 errhint("3 withholds cells of 1 and 2; 1 withholds nothing.")));
	return minimum;
}

PG_FUNCTION_INFO_V1(disclosable);
Datum
disclosable(PG_FUNCTION_ARGS)
{
	double rate = check_finite(PG_GETARG_FLOAT8(0), "rate");
	double count = check_not_negative(PG_GETARG_FLOAT8(1), "n");

	if (count < check_minimum_cell(PG_GETARG_FLOAT8(2)))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(rate);
}

/* Whether the call has the argument and it is true in that row. */
static bool
already_withheld(WindowObject window, int nargs, int64 row)
{
	bool isnull;
	bool isout;
	Datum value;

	if (nargs <= CELL_ALREADY_ARG)
		return false;
	value = WinGetFuncArgInPartition(window, CELL_ALREADY_ARG, (int) row, WINDOW_SEEK_HEAD, false,
									 &isnull, &isout);
	return !isnull && DatumGetBool(value);
}

static double
minimum_of_row(WindowObject window, int64 row)
{
	double minimum;

	if (!partition_number(window, row, CELL_MINIMUM_ARG, &minimum))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("the minimum of a cell must not be NULL"),
				 errhint("3 withholds cells of 1 and 2; 1 withholds nothing.")));
	return check_minimum_cell(minimum);
}

static void
load_cells(WindowObject window, int nargs, Withholding *withholding)
{
	int64 rows = partition_rows(window);
	DisclosureGroup group;

	withholding->minimum = minimum_of_row(window, 0);
	disclosure_start(&group, withholding->minimum);
	for (int64 i = 0; i < rows; i++)
	{
		double count;

		CHECK_FOR_INTERRUPTS();
		if (minimum_of_row(window, i) != withholding->minimum)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("the minimum of a cell differs within a group"),
					 errhint("Give the same minimum to all cells of a total, or make it part of PARTITION BY.")));
		if (partition_number(window, i, CELL_COUNT_ARG, &count))
			disclosure_add(&group, i, check_not_negative(count, "n"),
						   already_withheld(window, nargs, i));
	}
	withholding->complement = disclosure_complement(&group);
	withholding->loaded = true;
}

PG_FUNCTION_INFO_V1(cell_withheld);
Datum
cell_withheld(PG_FUNCTION_ARGS)
{
	WindowObject window = PG_WINDOW_OBJECT();
	Withholding *withholding = WinGetPartitionLocalMemory(window, sizeof(Withholding));
	int64 row = WinGetCurrentPosition(window);
	double count;

	if (!withholding->loaded)
		load_cells(window, PG_NARGS(), withholding);
	/* what is before the current row is not read again */
	WinSetMarkPosition(window, row);
	if (!current_number(window, CELL_COUNT_ARG, &count))
		PG_RETURN_NULL();
	PG_RETURN_BOOL(row == withholding->complement || is_small_cell(count, withholding->minimum) ||
				   already_withheld(window, PG_NARGS(), row));
}
