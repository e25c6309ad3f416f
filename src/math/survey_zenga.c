/* SPDX-License-Identifier: PostgreSQL */
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

/* A run of equal incomes; what lies above it is added up from the top, so that nothing cancels. */
typedef struct ZengaRun
{
	double x;
	double weight;       /* w */
	double below;        /* C' */
	double amount_below; /* S' */
	double above;        /* weight above */
	double amount_above; /* income above */
} ZengaRun;

/* The integral of a run, and how it changes with what it depends on. */
typedef struct ZengaPart
{
	double integral;
	double by_weight; /* of the run itself */
	double by_below;  /* C' */
	double by_amount; /* S' */
	double by_total;  /* T */
	double by_all;    /* W */
} ZengaPart;

/* The last run: there a + b = T and b = x W, so that φ = T / (x c) - W / c + 1. */
static ZengaPart
last_part(const ZengaRun *run, double all)
{
	ZengaPart part = { 0.0, 0.0, 0.0, 0.0, 0.0, 0.0 };
	double excess = run->amount_below / run->x - run->below; /* T / x - W */
	double log_c;

	/* one income for all: Z is 0 and stays so to first order */
	if (run->below <= 0.0)
	{
		part.integral = all;
		part.by_all = 1.0;
		return part;
	}
	log_c = log1p(run->weight / run->below);
	part.integral = excess * log_c + run->weight;
	part.by_below = -excess / run->below - 1.0;
	part.by_total = log_c / run->x;
	part.by_all = -log_c + excess / all + 1.0;
	return part;
}

/*
 * Any other run.  With d = b - x c, which is the income from c on, partial
 * fractions give φ = 1 + (a W / b) / c - (T e / b) / d, where e is what the
 * incomes above exceed x by; and likewise φ's derivatives.
 */
static ZengaPart
inner_part(const ZengaRun *run, double all, double total)
{
	ZengaPart part = { 0.0, 0.0, 0.0, 0.0, 0.0, 0.0 };
	double x = run->x;
	double w = run->weight;
	double a = run->amount_below - x * run->below;
	double b = total - a;
	double end = run->amount_above;
	double begin = end + x * w;
	double excess = end - x * run->above;
	double log_c = run->below > 0.0 ? log1p(w / run->below) : 0.0; /* a is 0 otherwise */
	double log_d;
	double first;
	double second;

	if (x <= 0.0)
		return part; /* nothing below and nothing here: φ is 0 */
	log_d = log(end / begin);
	part.integral = w + a * all / b * log_c + total * excess / (b * x) * log_d;
	part.by_weight = (run->amount_below + x * w) / (run->below + w) * (run->above / end);
	part.by_all = a / b * log_c - total / b * log_d;
	/* the integrals of (W - c) / (c d²) and (W - c) / d² */
	first = all / (b * b) * (log_c - log_d) - excess / end * (w / (b * begin));
	second = -log_d / (x * x) - excess / end * (w / (x * begin));
	if (run->below > 0.0)
	{
		double before = run->amount_below / run->below * ((run->above + w) / begin);

		part.by_amount = total * first;
		part.by_below = part.by_weight - before - x * part.by_amount;
		part.by_total = -(a * first + x * second);
	}
	else
		part.by_total = -x * second;
	return part;
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
	double *rest = u + rows->n; /* K: added up from the top, so that it does not vanish */
	double sum = 0.0;           /* of the index */
	double second = 0.0;        /* Σ w (T - K) / K */
	double third = 0.0;         /* Σ w (W - C) / (C K) */
	double fourth = 0.0;        /* Σ w (T - K) / (C² K), from the row on in the end */
	double fifth = 0.0;         /* Σ w (W - C) / (C K²), up to the row */
	double running = 0.0;
	double amount = 0.0;

	for (size_t i = rows->n; i-- > 0;)
		rest[i] = w[i] * x[i] + (i + 1 < rows->n ? rest[i + 1] : 0.0);
	for (size_t i = 0; survey_has_row(rows, i); i++)
	{
		double from_here = rest[i];

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
	for (size_t i = 0; survey_has_row(rows, i); i++)
	{
		double from_here = rest[i];

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
		{
			survey_poll_at(rows, k);
			u[k] = mean;
		}
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
	double above = 0.0;   /* Σ of by_below over the runs above */
	double above_x = 0.0; /* Σ of by_amount over the runs above */
	ZengaRun run = { 0.0, 0.0, 0.0, 0.0, 0.0, 0.0 };

	if (all <= 0.0 || total <= 0.0)
		return SURVEY_UNDEFINED;
	/* one income for all: 0 to first order, of which rounding would leave something else */
	if (x[0] == x[rows->n - 1])
	{
		*estimate = 0.0;
		for (size_t i = 0; survey_has_row(rows, i); i++)
			u[i] = 0.0;
		return SURVEY_DEFINED;
	}
	if (convention == CONVENTION_CONVEY)
	{
		linearize_zenga_convey(rows, all, total, estimate, u);
		return SURVEY_DEFINED;
	}
	/* u and by_x hold C' and S' of each run at first, and then its derivatives */
	for (size_t i = 0; survey_has_row(rows, i); i++)
	{
		bool begins = i == 0 || x[i] != x[i - 1];

		u[i] = begins ? run.below : u[i - 1];
		by_x[i] = begins ? run.amount_below : by_x[i - 1];
		run.below += rows->weight[i];
		run.amount_below += rows->weight[i] * x[i];
	}
	for (size_t end = rows->n, i; end > 0; end = i)
	{
		ZengaPart part;

		run.x = x[end - 1];
		run.weight = 0.0;
		run.below = u[end - 1];
		run.amount_below = by_x[end - 1];
		for (i = end; i > 0 && x[i - 1] == run.x; i--)
			run.weight += rows->weight[i - 1];
		part = end == rows->n ? last_part(&run, all) : inner_part(&run, all, total);
		integral += part.integral;
		by_all += part.by_all;
		by_total += part.by_total;
		for (size_t k = i; k < end; k++)
		{
			u[k] = part.by_weight + above;
			by_x[k] = above_x;
		}
		above += part.by_below;
		above_x += part.by_amount;
		run.above += run.weight;
		run.amount_above += run.weight * run.x;
	}
	*estimate = 1.0 - integral / all;
	for (size_t i = 0; survey_has_row(rows, i); i++)
		u[i] = integral / (all * all) - (u[i] + by_all + x[i] * (by_x[i] + by_total)) / all;
	return SURVEY_DEFINED;
}
