/* SPDX-License-Identifier: PostgreSQL */
/*
 * student.h
 *		Quantiles and probabilities of Student's t and of the beta distribution.
 */
#ifndef MATH_STUDENT_H
#define MATH_STUDENT_H

extern double beta_probability(double x, double a, double b);
extern double beta_quantile(double p, double a, double b);
extern double student_quantile(double p, double df);
extern double student_two_sided(double t, double df);

#endif /* MATH_STUDENT_H */
