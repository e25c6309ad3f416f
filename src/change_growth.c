/* SPDX-License-Identifier: PostgreSQL */
/*
 * change_growth.c
 *		Room change: why poverty changed, from the stored distributions of two years.
 *
 * No row is read: a distribution with its incomes scaled to the mean of another
 * year is the same entries, multiplied on the way.
 */
#include "composite.h"
#include "distribution.h"
#include "math/decomposition.h"
#include "math/growth.h"

#include "utils/builtins.h"

/* The base of the decomposition by its name. */
static DecompositionBase
read_base(FunctionCallInfo fcinfo, int n)
{
	static const char *const names[] = { "initial", "final", "shapley" };
	char *name = text_to_cstring(PG_GETARG_TEXT_PP(n));

	for (int i = 0; i < (int) lengthof(names); i++)
		if (strcmp(name, names[i]) == 0)
			return (DecompositionBase) i;
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("there is no base \"%s\"", name),
			 errhint("Give \"initial\", \"final\" or \"shapley\".")));
}

/* FGT alpha of a source, as the reader fgt() gives it. */
static double
fgt_of(RankedSource *source, double line, double alpha)
{
	RankedTotals totals = ranked_totals(source);
	double population = check_result(totals.weight_value, "the sum of the weights");
	double sum = check_result(line_sum(source, LINE_FGT, line, alpha), "a sum");

	return check_result(sum / population, "the measure");
}

/* The mean of a stored distribution; false where it is not positive. */
static bool
positive_mean(StoredDistribution *stored, double *mean)
{
	return mean_of_ranked(stored->source, mean) && check_result(*mean, "the mean income") > 0.0;
}

/* FGT of the distribution of year d with the mean of year m. */
static double
fgt_at_mean(StoredDistribution *const *stored, const double *mean, int m, int d, double line,
			double alpha)
{
	ScaledSource *scaled;
	double result;

	if (m == d)
		return fgt_of(stored[d]->source, line, alpha);
	scaled = palloc(sizeof(ScaledSource));
	scaled_source_init(scaled, stored[d]->source,
					   check_result(mean[m] / mean[d], "the ratio of the means"), line,
					   income_at_line(stored[m]->source, line));
	result = fgt_of(&scaled->source, line, alpha);
	pfree(scaled);
	return result;
}

/* FGT under every choice of mean, distribution and line from the two periods. */
static void
fill_cube(StoredDistribution *const *stored, const double *mean, const double *line, double alpha,
		  PovertyCube p)
{
	for (int m = 0; m < 2; m++)
		for (int d = 0; d < 2; d++)
			for (int z = 0; z < 2; z++)
				p[m][d][z] = z == 1 && line[1] == line[0] ?
					p[m][d][0] :
					fgt_at_mean(stored, mean, m, d, line[z], alpha);
}

PG_FUNCTION_INFO_V1(datt_ravallion);
Datum
datt_ravallion(PG_FUNCTION_ARGS)
{
	StoredDistribution *stored[2] = { distribution_argument(fcinfo, 0),
									  distribution_argument(fcinfo, 1) };
	double line[2] = { check_positive(PG_GETARG_FLOAT8(2), "line_before"),
					   check_positive(PG_GETARG_FLOAT8(3), "line_after") };
	double alpha = check_not_negative(PG_GETARG_FLOAT8(4), "alpha");
	DecompositionBase base = read_base(fcinfo, 5);
	PovertyCube p;
	PovertyChange change;
	double mean[2];
	Datum value[5];
	bool isnull[5] = { false };

	if (!positive_mean(stored[0], &mean[0]) || !positive_mean(stored[1], &mean[1]))
		PG_RETURN_NULL();
	fill_cube(stored, mean, line, alpha, p);
	change = change_of_poverty(p, base);
	value[0] = Float8GetDatum(change.total);
	value[1] = Float8GetDatum(change.growth);
	value[2] = Float8GetDatum(change.redistribution);
	value[3] = Float8GetDatum(change.line);
	value[4] = Float8GetDatum(change.residual);
	for (int i = 0; i < (int) lengthof(value); i++)
		check_result(DatumGetFloat8(value[i]), "a part of the change");
	return composite_result(fcinfo, value, isnull, lengthof(value));
}

/* Growth has no meaning from an income that is not above 0, and is below every line. */
static void
check_poor_incomes(const RankedTotals *totals)
{
	if (totals->lowest <= 0.0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the growth of an income of %s is undefined", float8out_internal(totals->lowest)),
				 errhint("Leave such rows out with FILTER (WHERE income > 0) when the distribution is made, or give them a bottom code of your choice with greatest(income, floor).")));
}

PG_FUNCTION_INFO_V1(rate_of_pro_poor_growth);
Datum
rate_of_pro_poor_growth(PG_FUNCTION_ARGS)
{
	StoredDistribution *before = distribution_argument(fcinfo, 0);
	StoredDistribution *after = distribution_argument(fcinfo, 1);
	double line = check_positive(PG_GETARG_FLOAT8(2), "line");
	RankedTotals totals[2] = { ranked_totals(before->source), ranked_totals(after->source) };
	double result;

	/* shares of a sum that is infinite would be none */
	for (int i = 0; i < 2; i++)
		(void) check_result(totals[i].weight_value, "the sum of the weights");
	check_poor_incomes(&totals[0]);
	if (!growth_of_the_poor(before->source, after->source, line, &result))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(check_result(result, "the rate of growth"));
}

/* What an elasticity is read from. */
typedef struct ElasticityCase
{
	RankedSource *source;
	double line;
	double alpha;
	double fgt;
	double fgt_before; /* of alpha - 1; for alpha = 0 the density at the line */
	bool defined;
} ElasticityCase;

static ElasticityCase
read_elasticity(FunctionCallInfo fcinfo)
{
	ElasticityCase e;

	e.source = distribution_argument(fcinfo, 0)->source;
	e.line = check_positive(PG_GETARG_FLOAT8(1), "line");
	e.alpha = check_not_negative(PG_GETARG_FLOAT8(2), "alpha");
	e.fgt = fgt_of(e.source, e.line, e.alpha);
	e.defined = e.fgt > 0.0;
	if (e.alpha == 0.0)
		e.defined = e.defined && density_at(e.source, e.line, &e.fgt_before);
	else if (e.alpha >= 1.0)
		e.fgt_before = fgt_of(e.source, e.line, e.alpha - 1.0);
	else
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the elasticity of FGT is defined for alpha 0 and from 1 on, not for %s",
						float8out_internal(e.alpha)),
				 errhint("Give 0 for the headcount, 1 for the gap or 2 for the severity.")));
	return e;
}

PG_FUNCTION_INFO_V1(distribution_growth_elasticity);
Datum
distribution_growth_elasticity(PG_FUNCTION_ARGS)
{
	ElasticityCase e = read_elasticity(fcinfo);
	double result;

	if (!e.defined)
		PG_RETURN_NULL();
	if (e.alpha == 0.0)
		result = -e.line * e.fgt_before / e.fgt;
	else
		(void) growth_elasticity_of(e.alpha, e.fgt, e.fgt_before, &result);
	PG_RETURN_FLOAT8(check_result(result, "the elasticity"));
}

PG_FUNCTION_INFO_V1(distribution_inequality_elasticity);
Datum
distribution_inequality_elasticity(PG_FUNCTION_ARGS)
{
	ElasticityCase e = read_elasticity(fcinfo);
	double result;
	double mean;

	if (!e.defined || !mean_of_ranked(e.source, &mean))
		PG_RETURN_NULL();
	if (e.alpha == 0.0)
		result = (mean - e.line) * e.fgt_before / e.fgt;
	else
		(void) inequality_elasticity_of(e.alpha, e.fgt, e.fgt_before, mean, e.line, &result);
	PG_RETURN_FLOAT8(check_result(result, "the elasticity"));
}
