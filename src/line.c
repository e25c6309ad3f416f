/* SPDX-License-Identifier: PostgreSQL */
/*
 * line.c
 *		Room line: poverty lines, and the category of a household by them.
 */
#include "poverty_ext.h"

#include "line_errors.h"
#include "line_lookup.h"
#include "math/line.h"

/* A category as SQL's value; NULL where only deprivations are wanting; an error where a line is. */
static Datum
outcome_datum(FunctionCallInfo fcinfo, LineLookup *lookup, const LineStandard *standard,
			  const LineRow *row, LineOutcome outcome, const DateADT *on_date)
{
	if (outcome == LINE_WANTS_DEPRIVATIONS)
		PG_RETURN_NULL();
	if (outcome == LINE_WANTS_NEAR_POOR_LINE)
		line_refuse_unverified(lookup, standard, row, "near-poor line", PG_GETARG_TEXT_PP(1),
							   on_date);
	if (outcome == LINE_WANTS_AVERAGE_LINE)
		line_refuse_unverified(lookup, standard, row, "average line", PG_GETARG_TEXT_PP(1),
							   on_date);
	PG_RETURN_OID(
		enum_value(&lookup->statuses, lookup->status_type, poverty_status_labels, (int) outcome));
}

/* The row for arguments 0 to 2: standard, area type, date. */
static const LineRow *
row_for_arguments(FunctionCallInfo fcinfo)
{
	LineLookup *lookup = line_lookup(fcinfo);
	const LineStandard *standard = line_find_standard(lookup, PG_GETARG_TEXT_PP(0));

	return line_find_row(lookup, standard, PG_GETARG_TEXT_PP(1), PG_GETARG_DATEADT(2));
}

PG_FUNCTION_INFO_V1(poverty_line);
Datum
poverty_line(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(row_for_arguments(fcinfo)->bands.line);
}

PG_FUNCTION_INFO_V1(poverty_threshold);
Datum
poverty_threshold(PG_FUNCTION_ARGS)
{
	const LineBands *bands = &row_for_arguments(fcinfo)->bands;

	PG_RETURN_FLOAT8(
		check_result(line_threshold(bands->line, bands->line_is_poor), "poverty_threshold"));
}

PG_FUNCTION_INFO_V1(near_poor_line);
Datum
near_poor_line(PG_FUNCTION_ARGS)
{
	LineLookup *lookup = line_lookup(fcinfo);
	const LineStandard *standard = line_find_standard(lookup, PG_GETARG_TEXT_PP(0));
	text *area_type = PG_GETARG_TEXT_PP(1);
	DateADT on_date = PG_GETARG_DATEADT(2);
	const LineRow *row;

	if (!standard->classifies)
		PG_RETURN_NULL();
	row = line_find_row(lookup, standard, area_type, on_date);
	if (isnan(row->bands.near_poor_line))
		line_refuse_unverified(lookup, standard, row, "near-poor line", area_type, &on_date);
	PG_RETURN_FLOAT8(row->bands.near_poor_line);
}

/* The deprivations in argument n, NaN for NULL; they must be possible under the standard. */
static double
deprivations_argument(FunctionCallInfo fcinfo, int n, const LineLookup *lookup,
					  const LineStandard *standard)
{
	double deprivations;

	if (PG_ARGISNULL(n))
		return NAN;
	deprivations = PG_GETARG_FLOAT8(n);
	if (unlikely(!isfinite(deprivations) || deprivations < 0.0 ||
				 deprivations != floor(deprivations) || deprivations > standard->deprivation_count))
		line_refuse_deprivations(lookup, standard, deprivations);
	return deprivations;
}

PG_FUNCTION_INFO_V1(classify_household);
Datum
classify_household(PG_FUNCTION_ARGS)
{
	LineLookup *lookup;
	const LineStandard *standard;
	const LineRow *row;
	text *area_type;
	DateADT on_date;
	double income;
	double deprivations;
	LineOutcome outcome;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2) || PG_ARGISNULL(3))
		PG_RETURN_NULL();
	area_type = PG_GETARG_TEXT_PP(1);
	on_date = PG_GETARG_DATEADT(2);
	income = check_finite(PG_GETARG_FLOAT8(3), "income");
	lookup = line_lookup(fcinfo);
	standard = line_find_standard(lookup, PG_GETARG_TEXT_PP(0));
	row = line_find_row(lookup, standard, area_type, on_date);
	deprivations = deprivations_argument(fcinfo, 4, lookup, standard);

	if (!standard->classifies &&
		!line_counts_as_poor(row->bands.line, row->bands.line_is_poor, income))
		line_refuse_no_categories(lookup, standard, area_type, on_date);
	outcome = line_classify(standard->rule, &row->bands, standard->min_deprivations, income,
							deprivations);
	return outcome_datum(fcinfo, lookup, standard, row, outcome, &on_date);
}

/* The deprivations that the points in argument n stand for, NaN for NULL. */
static double
deprivations_by_points(FunctionCallInfo fcinfo, int n, const LineStandard *standard)
{
	double each = standard->points_per_deprivation;
	double points;

	if (PG_ARGISNULL(n))
		return NAN;
	points = PG_GETARG_FLOAT8(n);
	if (unlikely(!isfinite(points) || points < 0.0 || fmod(points, each) != 0.0 ||
				 points / each > standard->deprivation_count))
		line_refuse_deprivation_points(standard, points);
	return points / each;
}

/*
 * The points line stands for the poverty line, and the near-poor line for
 * itself where it is the poverty line (NĐ 07/2021/NĐ-CP); what lies above in
 * points is not known.
 */
PG_FUNCTION_INFO_V1(classify_by_points);
Datum
classify_by_points(PG_FUNCTION_ARGS)
{
	LineLookup *lookup;
	const LineStandard *standard;
	const LineRow *row;
	text *area_type;
	double a;
	double deprivations;
	LineBands points;
	LineOutcome outcome;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2))
		PG_RETURN_NULL();
	area_type = PG_GETARG_TEXT_PP(1);
	a = check_finite(PG_GETARG_FLOAT8(2), "a");
	lookup = line_lookup(fcinfo);
	standard = line_find_standard(lookup, PG_GETARG_TEXT_PP(0));
	if (isnan(standard->points_per_deprivation))
		line_refuse_no_points(lookup, standard, area_type);
	row = line_find_points(lookup, standard, area_type);
	deprivations = deprivations_by_points(fcinfo, 3, standard);

	points.line = row->points_line;
	points.line_is_poor = row->bands.line_is_poor;
	points.near_poor_line = isnan(row->bands.near_poor_line) ? NAN : row->points_line;
	points.average_line = NAN;
	if (a > points.line)
		line_refuse_above_points(standard, row, a);
	outcome = line_classify(standard->rule, &points, standard->min_deprivations, a, deprivations);
	return outcome_datum(fcinfo, lookup, standard, row, outcome, NULL);
}
