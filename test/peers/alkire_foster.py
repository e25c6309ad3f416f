# SPDX-License-Identifier: PostgreSQL
"""Multidimensional poverty by the definitions, in exact fractions; nothing of poverty_ext is used.

A made-up data set: 600 households in 3 areas, 10 indicators with equal weights, k = 0.5, survey weights in quarters. For
each area and for all: the measures that the R package mpitbR has (M0, H, A, hd, hdk, pctb; its rule is score >= k),
written from their definitions: a household's score is its share of deprivations; it is poor when the score reaches k;
H is the share of the poor, A their mean score, M0 the mean score with that of the others set to 0; hd is the share
deprived in an indicator, hdk the share poor and deprived in it, pctb = hdk / 10 / M0.

Prints a line for each: area, measure, indicator (- for none), value rounded once to a double and in the fewest
digits that are that double.
"""
from fractions import Fraction

INDICATORS = 10
K = Fraction(1, 2)


def households():
    """(area, weight, deprived), drawn by remainders; sql/deprivation.sql writes the same formulas in SQL."""
    for i in range(1, 601):
        deprived = [(i * i * 31 + i * 17 * j + 7919 * j * j) % 101 < 5 + 4 * j + i % 37 for j in range(1, INDICATORS + 1)]
        yield i % 3, Fraction(1 + i % 7, 4), deprived


def measures(rows):
    """The measures of a list of households, as (measure, indicator, value)."""
    population = sum(weight for _, weight, _ in rows)
    scored = [(weight, deprived, Fraction(sum(deprived), INDICATORS)) for _, weight, deprived in rows]
    poor = [row for row in scored if row[2] >= K]
    poor_weight = sum(weight for weight, _, _ in poor)
    m0 = sum(weight * score for weight, _, score in poor) / population
    yield "M0", "-", m0
    yield "H", "-", poor_weight / population
    yield "A", "-", sum(weight * score for weight, _, score in poor) / poor_weight
    for j in range(INDICATORS):
        hdk = sum(weight for weight, deprived, _ in poor if deprived[j]) / population
        yield "hd", j + 1, sum(weight for weight, deprived, _ in scored if deprived[j]) / population
        yield "hdk", j + 1, hdk
        yield "pctb", j + 1, hdk / INDICATORS / m0


def main():
    rows = list(households())
    for area in ("0", "1", "2", "all"):
        for measure, indicator, value in measures([row for row in rows if area in ("all", str(row[0]))]):
            print(area, measure, indicator, repr(float(value)))


if __name__ == "__main__":
    main()
