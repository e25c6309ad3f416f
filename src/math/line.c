/* SPDX-License-Identifier: PostgreSQL */
/*
 * line.c
 *		Poverty lines: categories of households, amounts by period, purchasing
 *		power, equivalence scales.
 */
#include "line.h"

#include <math.h>
#include <stddef.h>

/* Whether an income is poor against the line: below it, or at it where the law says "from ... down". */
bool
line_counts_as_poor(double line, bool line_is_poor, double income)
{
	return line_is_poor ? income <= line : income < line;
}

/* What the deprivations decide between poor and near-poor; NaN: not known. */
static LineOutcome
poor_if_deprived(double min_deprivations, double deprivations)
{
	if (isnan(deprivations))
		return LINE_WANTS_DEPRIVATIONS;
	return deprivations >= min_deprivations ? LINE_POOR : LINE_NEAR_POOR;
}

/* The category of a household that is not poor. */
static LineOutcome
band_above(const LineBands *bands, double income)
{
	if (isnan(bands->near_poor_line))
		return LINE_WANTS_NEAR_POOR_LINE;
	if (income <= bands->near_poor_line)
		return LINE_NEAR_POOR;
	if (isnan(bands->average_line))
		return LINE_WANTS_AVERAGE_LINE;
	return income <= bands->average_line ? LINE_AVERAGE : LINE_BETTER_OFF;
}

/*
 * The category of a household with this income and so many deprivations (NaN:
 * not known, which matters only where the rule asks).  Bands go up to and
 * including their line:
 *
 *	by income				 income <= line: poor
 *	income or deprivations	 income <= line, or <= near-poor line with enough
 *							 deprivations: poor (QĐ 59/2015/QĐ-TTg)
 *	income and deprivations	 income <= line with enough deprivations: poor
 *							 (NĐ 07/2021/NĐ-CP, NĐ 351/2025/NĐ-CP)
 *
 * and otherwise near-poor up to the near-poor line, average up to the average
 * line, better off above it.  A relative line tells the poor by income.
 */
LineOutcome
line_classify(LineRule rule, const LineBands *bands, double min_deprivations, double income,
			  double deprivations)
{
	bool poor_by_income = line_counts_as_poor(bands->line, bands->line_is_poor, income);
	LineOutcome outcome;

	if (poor_by_income && rule != LINE_RULE_INCOME_AND_DEPRIVATIONS)
		return LINE_POOR;
	if (poor_by_income)
	{
		outcome = poor_if_deprived(min_deprivations, deprivations);
		if (outcome != LINE_NEAR_POOR)
			return outcome;
	}
	outcome = band_above(bands, income);
	if (outcome == LINE_NEAR_POOR && rule == LINE_RULE_INCOME_OR_DEPRIVATIONS)
		return poor_if_deprived(min_deprivations, deprivations);
	return outcome;
}

/*
 * The line for "poor means strictly below": the next double above a line that
 * is itself poor.  Infinite when there is none.
 */
double
line_threshold(double line, bool line_is_poor)
{
	return line_is_poor ? nextafter(line, INFINITY) : line;
}

/*
 * The World Bank's societal poverty line, PPP dollars a day:
 *
 *		max(floor, base + median / 2)
 *
 * with floor and base by the year of the purchasing power parities.  False
 * when there is no such line for the year.  Source: Jolliffe and Prydz (2021),
 * World Bank Economic Review 35(1); World Bank, Poverty and Inequality Platform.
 */
bool
line_societal(double median, double ppp_year, double *line)
{
	static const struct
	{
		double ppp_year;
		double floor;
		double base;
	} societal[] = { { 2011, 1.90, 1.00 }, { 2017, 2.15, 1.15 }, { 2021, 3.00, 1.30 } };

	for (size_t i = 0; i < sizeof(societal) / sizeof(societal[0]); i++)
	{
		if (societal[i].ppp_year == ppp_year)
		{
			*line = fmax(societal[i].floor, societal[i].base + 0.5 * median);
			return true;
		}
	}
	return false;
}

/*
 * numerator / (a * b * c) for positive a, b, c, in which no intermediate step
 * overflows or underflows: the powers of two are counted apart, which changes
 * no bit of a result that the plain formula can reach.
 */
static double
divide_by_product(double numerator, double a, double b, double c)
{
	int exponent;
	int exponents[3];
	double product = frexp(a, &exponents[0]) * frexp(b, &exponents[1]) * frexp(c, &exponents[2]);
	double quotient = frexp(numerator, &exponent) / product;

	return ldexp(quotient, exponent - exponents[0] - exponents[1] - exponents[2]);
}

/*
 * An amount in local money over a number of days, as PPP dollars a day:
 *
 *		amount / (cpi * ppp * days)
 *
 * cpi: prices of the year of the amount, as a multiple of those of the PPP's
 * year; ppp: local money for one international dollar.  Source: World Bank,
 * Poverty and Inequality Platform, methodology handbook.
 */
double
line_to_ppp(double amount, double cpi, double ppp, double days)
{
	return divide_by_product(amount, cpi, ppp, days);
}

static int
greatest_common_divisor(int a, int b)
{
	while (b != 0)
	{
		int rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

/*
 * An amount per period, as an amount per another period: amount times the
 * quotient of their lengths, where 12 months = 365 days = 1 year, a quarter is
 * 3 months and a week 7 days.  Lengths are whole in units of 1/4380 year, and
 * their quotient is in lowest terms, so that month to year is amount * 12.
 */
double
line_per_period(double amount, LinePeriod from, LinePeriod to)
{
	static const int length[LINE_PERIOD_COUNT] = { 12, 84, 365, 1095, 4380 };
	int divisor = greatest_common_divisor(length[from], length[to]);
	int multiply_by = length[to] / divisor;
	int divide_by = length[from] / divisor;
	int exponent;
	double mantissa = frexp(amount, &exponent);

	return ldexp(mantissa * multiply_by / divide_by, exponent);
}

/*
 * How many single adults a household is worth: of adults (14 and over, at
 * least one) and children (under 14)
 *
 *		OECD-modified	1 + 0.5 (adults - 1) + 0.3 children
 *		old OECD		1 + 0.7 (adults - 1) + 0.5 children
 *		square root		sqrt(adults + children)
 *		per capita		adults + children
 *
 * counted in tenths, so that 2 adults and 3 children are 2.4 and not one bit
 * beside.  Source: OECD, "What are equivalence scales?".
 */
double
line_equivalence_scale(double adults, double children, LineScale scale)
{
	switch (scale)
	{
		case LINE_SCALE_OECD_MODIFIED:
			return (10.0 + 5.0 * (adults - 1.0) + 3.0 * children) / 10.0;
		case LINE_SCALE_OECD_OLD:
			return (10.0 + 7.0 * (adults - 1.0) + 5.0 * children) / 10.0;
		case LINE_SCALE_SQUARE_ROOT:
			return sqrt(adults + children);
		case LINE_SCALE_PER_CAPITA:
			return adults + children;
	}
	return NAN;
}
