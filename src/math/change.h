/* SPDX-License-Identifier: PostgreSQL */
/*
 * change.h
 *		Changes of a figure between two periods, and targets for it.
 *
 * A function whose result can be undefined returns false then and sets nothing.
 */
#ifndef MATH_CHANGE_H
#define MATH_CHANGE_H

#include <stdbool.h>

extern bool relative_change(double value, double earlier, double *result);
extern bool compound_growth(double value, double earlier, double years, double *result);
extern bool attainment(double start, double actual, double target, double *result);
extern double projected_share(double share, double annual_change, double years);

#endif /* MATH_CHANGE_H */
