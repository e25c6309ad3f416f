/* SPDX-License-Identifier: PostgreSQL */
/*
 * deprivation_counts.c
 *		Room deprivation: at risk of poverty or social exclusion, and how many
 *		indicators are missing.
 */
#include "composite.h"
#include "deprivation.h"
#include "sums.h"

/* The three parts, as bits of the number of a cell of their Venn diagram. */
enum
{
	AT_RISK = 1,
	DEPRIVED = 2,
	LOW_WORK = 4,
	AROPE_CELLS = 8
};

/* The sums of SUMS_AROPE: the cells, and the population whose work intensity is known. */
#define AROPE_KNOWN_WORK AROPE_CELLS
#define AROPE_SUMS (AROPE_CELLS + 1)

/* Which cell a person is in; arguments n to n + 2 are the parts. */
static int
arope_cell(FunctionCallInfo fcinfo, int n)
{
	if (PG_ARGISNULL(n) || PG_ARGISNULL(n + 1))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("%s is NULL", PG_ARGISNULL(n) ? "at_risk" : "deprived"),
				 errhint("Leave such persons out (WHERE, FILTER), or say with coalesce() what NULL means; only low_work may be NULL.")));
	return (PG_GETARG_BOOL(n) ? AT_RISK : 0) | (PG_GETARG_BOOL(n + 1) ? DEPRIVED : 0) |
		(!PG_ARGISNULL(n + 2) && PG_GETARG_BOOL(n + 2) ? LOW_WORK : 0);
}

PG_FUNCTION_INFO_V1(arope);
Datum
arope(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(arope_cell(fcinfo, 0) != 0);
}

/* Counts a person in (direction 1) or out (-1). */
static Datum
arope_row(FunctionCallInfo fcinfo, int direction)
{
	ExactSums *sums = sums_state(fcinfo, SUMS_AROPE);
	double weight = 1.0;

	if (PG_NARGS() > 4)
	{
		if (PG_ARGISNULL(4))
			PG_RETURN_POINTER(sums);
		weight = check_not_negative(PG_GETARG_FLOAT8(4), "weight");
		if (weight == 0.0)
			PG_RETURN_POINTER(sums);
	}
	sums_add(&sums, arope_cell(fcinfo, 1), direction * weight);
	if (!PG_ARGISNULL(3))
		sums_add(&sums, AROPE_KNOWN_WORK, direction * weight);
	/* marked: those whose work intensity is not defined */
	sums_count(sums, direction, PG_ARGISNULL(3) ? direction : 0);
	PG_RETURN_POINTER(sums);
}

PG_FUNCTION_INFO_V1(arope_transition);
Datum
arope_transition(PG_FUNCTION_ARGS)
{
	return arope_row(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(arope_inverse);
Datum
arope_inverse(PG_FUNCTION_ARGS)
{
	return arope_row(fcinfo, -1);
}

/* The cells that meet one of the parts, added up and rounded once. */
static double
population_in(const ExactSums *sums, int parts)
{
	int sign[AROPE_SUMS] = { 0 };

	for (int cell = 0; cell < AROPE_CELLS; cell++)
		sign[cell] = (cell & parts) != 0;
	return check_result(exact_sums_combination(sums, sign), "a sum");
}

static double
whole_population(const ExactSums *sums)
{
	static const int sign[AROPE_SUMS] = { 1, 1, 1, 1, 1, 1, 1, 1, 0 };

	return check_result(exact_sums_combination(sums, sign), "the population");
}

PG_FUNCTION_INFO_V1(arope_final);
Datum
arope_final(PG_FUNCTION_ARGS)
{
	static const int cells[] = { AT_RISK,
								 DEPRIVED,
								 LOW_WORK,
								 AT_RISK | DEPRIVED,
								 AT_RISK | LOW_WORK,
								 DEPRIVED | LOW_WORK,
								 AT_RISK | DEPRIVED | LOW_WORK };
	static const int parts[] = { AT_RISK | DEPRIVED | LOW_WORK, AT_RISK, DEPRIVED, LOW_WORK };
	const ExactSums *sums = sums_argument(fcinfo, SUMS_AROPE);
	Datum value[3 + 2 * lengthof(parts) + lengthof(cells)];
	bool isnull[lengthof(value)] = { false };
	double population;
	double known;
	int n = 0;

	if (sums->rows == 0)
		PG_RETURN_NULL();
	population = whole_population(sums);
	known = sums_value(sums, AROPE_KNOWN_WORK);
	value[n++] = Int64GetDatum(sums->rows);
	value[n++] = Int64GetDatum(sums->marked);
	value[n++] = Float8GetDatum(population);
	for (int i = 0; i < (int) lengthof(parts); i++)
		value[n++] = Float8GetDatum(population_in(sums, parts[i]));
	for (int i = 0; i < (int) lengthof(cells); i++)
		value[n++] = Float8GetDatum(sums_value(sums, cells[i]));
	for (int i = 0; i < (int) lengthof(parts); i++)
	{
		double whole = parts[i] == LOW_WORK ? known : population;

		isnull[n] = whole <= 0.0;
		value[n++] = Float8GetDatum(whole > 0.0 ? Min(population_in(sums, parts[i]) / whole, 1.0) :
												  0.0);
	}
	return composite_result(fcinfo, value, isnull, n);
}

/* Counts a household and its missing indicators in or out. */
static Datum
missing_row(FunctionCallInfo fcinfo, DeprivationForm form, int direction)
{
	ExactSums *sums = sums_state(fcinfo, SUMS_MISSING_DEPRIVATIONS);
	Deprivations row;

	if (PG_ARGISNULL(1))
		PG_RETURN_POINTER(sums);
	read_deprivations(PG_GETARG_DATUM(1), form, &row);
	sums_add(&sums, 0, direction * __builtin_popcountll(row.missing));
	/* marked: the households in which an indicator is missing */
	sums_count(sums, direction, row.missing != 0 ? direction : 0);
	PG_RETURN_POINTER(sums);
}

PG_FUNCTION_INFO_V1(missing_deprivations_transition);
Datum
missing_deprivations_transition(PG_FUNCTION_ARGS)
{
	return missing_row(fcinfo, FORM_BOOLEANS, 1);
}

PG_FUNCTION_INFO_V1(missing_deprivations_inverse);
Datum
missing_deprivations_inverse(PG_FUNCTION_ARGS)
{
	return missing_row(fcinfo, FORM_BOOLEANS, -1);
}

PG_FUNCTION_INFO_V1(missing_deprivations_gaps_transition);
Datum
missing_deprivations_gaps_transition(PG_FUNCTION_ARGS)
{
	return missing_row(fcinfo, FORM_GAPS, 1);
}

PG_FUNCTION_INFO_V1(missing_deprivations_gaps_inverse);
Datum
missing_deprivations_gaps_inverse(PG_FUNCTION_ARGS)
{
	return missing_row(fcinfo, FORM_GAPS, -1);
}

PG_FUNCTION_INFO_V1(missing_deprivations_final);
Datum
missing_deprivations_final(PG_FUNCTION_ARGS)
{
	const ExactSums *sums = sums_argument(fcinfo, SUMS_MISSING_DEPRIVATIONS);
	Datum value[3];
	bool isnull[3] = { false };

	if (sums->rows == 0)
		PG_RETURN_NULL();
	value[0] = Int64GetDatum(sums->rows);
	value[1] = Int64GetDatum(sums->marked);
	value[2] = Int64GetDatum((int64) sums_value(sums, 0));
	return composite_result(fcinfo, value, isnull, 3);
}
