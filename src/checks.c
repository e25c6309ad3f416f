/* SPDX-License-Identifier: PostgreSQL */
/*
 * checks.c
 *		The checks of arguments and results that every room shares.
 */
#include "poverty_ext.h"

PG_MODULE_MAGIC;

pg_noreturn static pg_noinline void
refuse(double value, const char *what, const char *demand, const char *hint)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s must be %s, not %s", what, demand, float8out_internal(value)),
			 errhint("%s", hint)));
}

/* Neither NaN nor infinite. */
double
check_finite(double value, const char *what)
{
	if (unlikely(!isfinite(value)))
		refuse(value, what, "a finite number",
			   "Leave such rows out (WHERE, FILTER), or replace the value by NULL with nullif().");
	return value;
}

/* Finite and at least zero: weights, counts. */
double
check_not_negative(double value, const char *what)
{
	if (unlikely(!(value >= 0.0 && value <= DBL_MAX)))
		refuse(value, what, "zero or a positive finite number",
			   "Correct the row, or leave it out (WHERE, FILTER).");
	return value;
}

/* Finite and above zero: lines, price indices, numbers of days. */
double
check_positive(double value, const char *what)
{
	if (unlikely(!(value > 0.0 && value <= DBL_MAX)))
		refuse(value, what, "a positive finite number", "Correct the value, or leave the row out.");
	return value;
}

/* A count of the poor and the count of all that it is a part of. */
void
check_poor_and_total(double poor, double total)
{
	check_not_negative(poor, "poor");
	check_not_negative(total, "total");
	if (unlikely(poor > total))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("poor (%s) exceeds total (%s)",
						float8out_internal(poor), float8out_internal(total)),
				 errhint("Correct the row: both must count the same area, date and unit, households or persons.")));
}

/* A whole number that a double holds exactly: years, counts of members. */
double
check_whole(double value, const char *what)
{
	if (unlikely(!(fabs(value) <= 9007199254740992.0) || value != floor(value)))
		refuse(value, what, "a whole number",
			   "Round it first, for example with round() or floor().");
	return value;
}

/* What we computed: it must be finite, for no NaN and no infinity ever comes out. */
double
check_result(double value, const char *what)
{
	if (unlikely(!isfinite(value)))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("%s is out of range of double precision", what),
				 errhint("Bring amounts and weights nearer to 1: express amounts in another unit, or divide the weights by a constant.")));
	return value;
}
