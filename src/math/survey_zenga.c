/*
 * survey_zenga.c
 *		The linearised variable of the Zenga index.
 *
 * Z = 1 - (1/W) Σ J over the runs of equal incomes, J the integral over c, from
 * C' to C, of
 *
 *		φ(c) = (a + x c) (W - c) / (c (b - x c)),  a = S' - x C',  b = T - a
 *
 * where C' and S' are the weight and the income below the run, T all income:
 * the ratio of the means below and above c on the Lorenz curve that is linear
 * between incomes.  The linearised variable is the exact derivative of that.
 */
#include "survey.h"

#include <math.h>

/* The integral of one run of equal incomes, and how it changes with what it depends on. */
typedef struct ZengaRun
{
	double integral;
	double by_weight; /* of the run itself */
	double by_below;  /* C' */
	double by_amount; /* S' */
	double by_total;  /* T */
	double by_all;    /* W */
} ZengaRun;

/* φ at c > 0 */
static double
ratio_of_means(double a, double b, double x, double all, double c)
{
	return (a + x * c) * (all - c) / (c * (b - x * c));
}

/* The last run: there a + b = T and b = x W, so that φ = T / (x c) - W / c + 1. */
static ZengaRun
last_run(double below, double x, double all, double total)
{
	ZengaRun run = { 0.0, 0.0, 0.0, 0.0, 0.0, 0.0 };
	double excess = total / x - all;

	/* one income for all: Z is 0 and stays so to first order */
	if (below <= 0.0)
	{
		run.integral = all;
		run.by_all = 1.0;
		return run;
	}
	run.integral = excess * log(all / below) + (all - below);
	run.by_below = -excess / below - 1.0;
	run.by_total = log(all / below) / x;
	run.by_all = -log(all / below) + excess / all + 1.0;
	return run;
}

/* Any other run, of weight w; partial fractions of φ and of its derivatives. */
static ZengaRun
inner_run(double below, double amount, double w, double x, double all, double total)
{
	ZengaRun run = { 0.0, 0.0, 0.0, 0.0, 0.0, 0.0 };
	double a = amount - x * below;
	double b = total - a;
	double begin = b - x * below;
	double end = b - x * (below + w);
	double log_c = below > 0.0 ? log1p(w / below) : 0.0; /* only ever times 0 otherwise */
	double log_d;
	double first;
	double second;

	if (x <= 0.0)
		return run; /* nothing below and nothing here: φ is 0 */
	log_d = log1p(-x * w / begin);
	run.integral = w + a * all / b * log_c - (x * all - total + a * all * x / b) / x * log_d;
	run.by_weight = ratio_of_means(a, b, x, all, below + w);
	/* the integrals of (W - c) / (c d²) and (W - c) / d², where d = b - x c */
	first = all / (b * b) * (log_c - log_d) + (all * x - b) / b * (w / (begin * end));
	second = -log_d / (x * x) + (all - b / x) * (w / (begin * end));
	run.by_all = a / b * log_c - total / b * log_d;
	if (below > 0.0)
	{
		run.by_amount = total * first;
		run.by_below = run.by_weight - ratio_of_means(a, b, x, all, below) - x * run.by_amount;
		run.by_total = -(a * first + x * second);
	}
	else
		run.by_total = -x * second;
	return run;
}

/* Where a run of equal incomes ends. */
static size_t
run_end(const double *x, size_t n, size_t i)
{
	size_t end = i + 1;

	while (end < n && x[end] == x[i])
		end++;
	return end;
}

/*
 * convey's Zenga index, row by row (Barabesi, Diana & Perri, Statistics 50,
 * 2016), with K the income from the row on:
 * 1 - Σ w (W - C) (T - K) / (W C K).
 */
static void
linearize_zenga_convey(const SurveyRows *rows, double all, double total, double *estimate,
					   double *u)
{
	const double *x = rows->value[0];
	const double *w = rows->weight;
	double sum = 0.0;    /* of the index */
	double second = 0.0; /* Σ w (T - K) / K */
	double third = 0.0;  /* Σ w (W - C) / (C K) */
	double fourth = 0.0; /* Σ w (T - K) / (C² K), from the row on in the end */
	double fifth = 0.0;  /* Σ w (W - C) / (C K²), up to the row */
	double running = 0.0;
	double amount = 0.0;

	for (size_t i = 0; i < rows->n; i++)
	{
		double from_here = total - amount;

		running += w[i];
		sum += w[i] * (all - running) * amount / (all * running * from_here);
		second += w[i] * amount / from_here;
		third += w[i] * (all - running) / (running * from_here);
		fourth += w[i] * amount / (running * running * from_here);
		amount += w[i] * x[i];
	}
	*estimate = 1.0 - sum;
	running = 0.0;
	amount = 0.0;
	for (size_t i = 0; i < rows->n; i++)
	{
		double from_here = total - amount;

		running += w[i];
		fifth += w[i] * (all - running) / (running * from_here * from_here);
		u[i] = -(all - running) * amount / (all * running * from_here) - second / (all * all) -
			x[i] / all * third + fourth + total * x[i] / all * fifth;
		fourth -= w[i] * amount / (running * running * from_here);
		amount += w[i] * x[i];
	}
	/* rows alike in income and weight get the mean of what they got, so that their order is nothing */
	for (size_t i = 0, end; i < rows->n; i = end)
	{
		double mean = 0.0;

		for (end = i; end < rows->n && x[end] == x[i] && w[end] == w[i]; end++)
			mean += u[end];
		mean /= (double) (end - i);
		for (size_t k = i; k < end; k++)
			u[k] = mean;
	}
}

SurveyOutcome
survey_linearize_zenga(const SurveyRows *rows, int convention, double *estimate, double *u)
{
	const double *x = rows->value[0];
	double all = survey_exact_sum(rows->weight, rows->n);
	double total = survey_exact_product(rows->weight, x, rows->n);
	double *by_x = u + rows->n;
	double integral = 0.0;
	double by_all = 0.0;
	double by_total = 0.0;
	double below = 0.0;
	double amount = 0.0;
	double above = 0.0;   /* Σ of by_below over the runs above */
	double above_x = 0.0; /* Σ of by_amount over the runs above */

	if (all <= 0.0 || total <= 0.0)
		return SURVEY_UNDEFINED;
	if (convention == CONVENTION_CONVEY)
	{
		linearize_zenga_convey(rows, all, total, estimate, u);
		return SURVEY_DEFINED;
	}
	/* u: by_weight - what of by_below is not above; by_x: the same of by_amount */
	for (size_t i = 0, end; i < rows->n; i = end)
	{
		double w = 0.0;
		ZengaRun run;

		end = run_end(x, rows->n, i);
		for (size_t k = i; k < end; k++)
			w += rows->weight[k];
		run = end == rows->n ? last_run(below, x[i], all, total) :
							   inner_run(below, amount, w, x[i], all, total);
		integral += run.integral;
		by_all += run.by_all;
		by_total += run.by_total;
		above += run.by_below;
		above_x += run.by_amount;
		for (size_t k = i; k < end; k++)
		{
			u[k] = run.by_weight - above;
			by_x[k] = -above_x;
		}
		below += w;
		amount += w * x[i];
	}
	*estimate = 1.0 - integral / all;
	for (size_t i = 0; i < rows->n; i++)
	{
		double change = u[i] + above + by_all + x[i] * (by_x[i] + above_x + by_total);

		u[i] = integral / (all * all) - change / all;
	}
	return SURVEY_DEFINED;
}
