#!/usr/bin/env python3
# SPDX-License-Identifier: PostgreSQL
"""Reference values of the rooms distribution and inequality, from their definitions.

Nothing here is shared with the extension: rows are Python lists of (income, weight), incomes and weights are taken as
the exact rationals that doubles are, and every figure is computed in rationals; logarithms and powers in decimals of
60 digits. A figure is rounded once, at the end. Slow, and meant to be.

None: undefined. Undefined: what the definition calls an error (an income that an index refuses).

    ranked.py INDEX [PARAMETER...] <rows     a row a line: income weight (rank_by: y rank weight; gaps: income line weight)
"""

import sys
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from functools import lru_cache

DIGITS = 60


class Undefined(Exception):
    """An income for which an index does not exist: an error, and not a missing figure."""


def exact(number):
    return Fraction(number)


@lru_cache(maxsize=64)
def ordered_once(rows):
    return [(exact(x), exact(w)) for x, w in sorted(rows) if w != 0]


def ordered(rows):
    """The rows that exist, as rationals, by income and weight."""
    return list(ordered_once(tuple(map(tuple, rows))))


def total_weight(rows):
    return sum((w for _, w in rows), Fraction(0))


def total_income(rows):
    return sum((w * x for x, w in rows), Fraction(0))


def rounded(ratio):
    """A rational as the nearest double; None stays None."""
    if ratio is None:
        return None
    try:
        return ratio.numerator / ratio.denominator  # Python divides whole numbers with one rounding
    except OverflowError:
        return float('inf') if ratio > 0 else float('-inf')


def by_income(rows):
    """Rows with equal incomes as one."""
    joined = []
    for x, w in ordered(rows):
        if joined and joined[-1][0] == x:
            joined[-1][1] += w
        else:
            joined.append([x, w])
    return joined


# ---- quantiles ----

def mean_of_doubles(a, b):
    return exact(rounded((a + b) / 2))


def quantile(rows, p):
    """Smallest x with C/W > p; where C/W rounded to a double is p, the mean of x and the next row's."""
    rows = ordered(rows)
    if not rows:
        return None
    if p <= 0:
        return rows[0][0]
    if p >= 1:
        return rows[-1][0]
    whole = total_weight(rows)
    running = Fraction(0)
    for i, (x, w) in enumerate(rows):
        running += w
        share = rounded(running / whole)
        if share == p:
            return mean_of_doubles(x, rows[i + 1][0]) if i + 1 < len(rows) else x
        if share > p:
            return x
    return rows[-1][0]


def quantile_low(rows, p):
    rows = ordered(rows)
    if not rows:
        return None
    if p <= 0:
        return rows[0][0]
    if p >= 1:
        return rows[-1][0]
    whole = total_weight(rows)
    running = Fraction(0)
    for x, w in rows:
        running += w
        if rounded(running / whole) >= p:
            return x
    return rows[-1][0]


def quantile_cont(rows, p):
    """Linear between the knots C(k-1)/C(n-1)."""
    rows = ordered(rows)
    if not rows:
        return None
    if len(rows) == 1:
        return rows[0][0]
    p = exact(p)
    last = total_weight(rows[:-1])
    knots = [Fraction(0)]
    for _, w in rows[:-1]:
        knots.append(knots[-1] + w / last)
    for i in range(1, len(rows)):
        if knots[i] >= p:
            share = (p - knots[i - 1]) / (knots[i] - knots[i - 1])
            return rows[i - 1][0] + share * (rows[i][0] - rows[i - 1][0])
    return rows[-1][0]


def median(rows):
    return quantile(rows, 0.5)


def relative_line(rows, share):
    m = median(rows)
    return None if m is None else exact(share) * m


def line_as_double(rows, share):
    line = relative_line(rows, share)
    return None if line is None else rounded(line)


def relative_rate(rows, share):
    line = line_as_double(rows, share)
    return None if line is None or line <= 0 else headcount(rows, line)


def relative_gap(rows, share):
    line = line_as_double(rows, share)
    return None if line is None or line <= 0 else median_gap([(x, line, w) for x, w in rows])


# ---- poverty; rows of income, line, weight ----

def poor_gaps(rows):
    """(gap, weight) of the poor, the poorest first, and the weight of all."""
    gaps = [((exact(z) - exact(x)) / exact(z), exact(w)) for x, z, w in rows if w != 0 and x < z]
    gaps.sort(key=lambda row: (-row[0], row[1]))
    return gaps, sum((exact(w) for _, _, w in rows), Fraction(0))


def median_gap(rows):
    gaps, _ = poor_gaps(rows)
    if not gaps:
        return None
    whole = total_weight(gaps)
    running = Fraction(0)
    for i, (g, w) in enumerate(gaps):
        running += w
        share = rounded(running / whole)
        if share == 0.5 and i + 1 < len(gaps):
            return (g + gaps[i + 1][0]) / 2
        if share >= 0.5:
            return g
    return gaps[-1][0]


def sen(rows):
    gaps, whole = poor_gaps(rows)
    if whole == 0:
        return None
    poor = total_weight(gaps)
    running = sum_ = Fraction(0)
    for g, w in gaps:
        running += w
        sum_ += w * g * (poor - running + w / 2)
    return 2 * sum_ / (whole * poor) if gaps else Fraction(0)


def sen_shorrocks_thon(rows):
    gaps, whole = poor_gaps(rows)
    if whole == 0:
        return None
    running = sum_ = Fraction(0)
    for g, w in gaps:
        running += w
        sum_ += w * g * (2 * whole - 2 * running + w)
    return sum_ / whole ** 2


def headcount(rows, line):
    rows = ordered(rows)
    return total_weight([r for r in rows if r[0] < exact(line)]) / total_weight(rows) if rows else None


def cdf(rows, x):
    rows = ordered(rows)
    return total_weight([r for r in rows if r[0] <= exact(x)]) / total_weight(rows) if rows else None


def fgt(rows, line, alpha):
    rows, z = ordered(rows), exact(line)
    poor = [((z - x) / z, w) for x, w in rows if x < z]
    if alpha == int(alpha):
        terms = [w * g ** int(alpha) for g, w in poor]
    else:
        terms = [w * power(g, alpha) for g, w in poor]
    return sum(terms, Fraction(0)) / total_weight(rows)


def watts(rows, line):
    rows, z = ordered(rows), exact(line)
    if any(x <= 0 for x, _ in rows if x < z):
        raise Undefined
    return sum((w * logarithm(z / x) for x, w in rows if x < z), Fraction(0)) / total_weight(rows)


def shortfall(rows, line):
    z = exact(line)
    return sum((w * (z - x) for x, w in ordered(rows) if x < z), Fraction(0))


def poor_weight(rows, line):
    return total_weight([r for r in ordered(rows) if r[0] < exact(line)])


def mean_shortfall(rows, line):
    poor = poor_weight(rows, line)
    return shortfall(rows, line) / poor if poor else None


def income_gap(rows, line):
    h = headcount(rows, line)
    return fgt(rows, line, 1) / h if h else None


def prosperity(rows, standard):
    rows = ordered(rows)
    if any(x <= 0 for x, _ in rows):
        raise Undefined
    return sum((w * exact(standard) / x for x, w in rows), Fraction(0)) / total_weight(rows)


# ---- the Lorenz curve ----

def lorenz_points(rows):
    """(C/W, share of income up to there), or None where the total is not above 0."""
    return lorenz_points_once(tuple(map(tuple, rows)))


@lru_cache(maxsize=64)
def lorenz_points_once(rows):
    rows = by_income(rows)
    whole, income = total_weight(rows), total_income(rows)
    if income <= 0:
        return None
    points = [(Fraction(0), Fraction(0))]
    for x, w in rows:
        points.append((points[-1][0] + w / whole, points[-1][1] + w * x / income))
    return points


def lorenz_at(points, p):
    p = exact(p)
    for (p0, l0), (p1, l1) in zip(points, points[1:]):
        if p <= p1:
            return l0 + (l1 - l0) * (p - p0) / (p1 - p0)
    return Fraction(1)


def lorenz(rows, n):
    points = lorenz_points(rows)
    return None if points is None else [lorenz_at(points, Fraction(i, int(n))) for i in range(int(n) + 1)]


def bottom_share(rows, p):
    points = lorenz_points(rows)
    return None if points is None else lorenz_at(points, p)


def top_share(rows, p):
    points = lorenz_points(rows)
    return None if points is None else 1 - lorenz_at(points, 1 - exact(p))


def gini(rows):
    rows = ordered(rows)
    whole, income = total_weight(rows), total_income(rows)
    if income <= 0:
        return None
    running = sum_ = Fraction(0)
    for x, w in rows:
        running += w
        sum_ += (2 * running - w) * w * x
    return sum_ / (whole * income) - 1


def palma(rows):
    bottom, top = bottom_share(rows, Fraction(4, 10)), top_share(rows, Fraction(1, 10))
    return None if bottom is None or bottom <= 0 or top <= 0 else top / bottom


def quintile_ratio(rows):
    low, high = quantile(rows, 0.2), quantile(rows, 0.8)
    if low is None or total_income(ordered(rows)) <= 0:
        return None
    top = total_income([r for r in ordered(rows) if r[0] > high])
    bottom = total_income([r for r in ordered(rows) if r[0] <= low])
    return top / bottom if bottom > 0 else None


def hoover(rows):
    rows = ordered(rows)
    whole, income = total_weight(rows), total_income(rows)
    if income <= 0:
        return None
    mean = income / whole
    return sum((w * abs(x - mean) for x, w in rows), Fraction(0)) / (2 * income)


def zenga(rows):
    """On a segment L = a + b p the integrand is 1 + A/p + B/(c - b p), c = 1 - a, A = a/c, B = b - 1 + a b/c."""
    points = lorenz_points(rows)
    if points is None:
        return None
    integral = Fraction(0)
    for (p0, l0), (p1, l1) in zip(points, points[1:]):
        b = (l1 - l0) / (p1 - p0)
        a = l0 - b * p0
        c = 1 - a
        integral += p1 - p0
        if a != 0:
            integral += a / c * logarithm(p1 / p0)
        rest = b - 1 + a * b / c
        if rest != 0:
            integral += rest / c * (p1 - p0) if b == 0 else -rest / b * logarithm((c - b * p1) / (c - b * p0))
    return 1 - integral


def wolfson(rows):
    points, middle = lorenz_points(rows), median(rows)
    if points is None or middle <= 0:
        return None
    mean = total_income(ordered(rows)) / total_weight(ordered(rows))
    return 2 * (2 * (Fraction(1, 2) - lorenz_at(points, Fraction(1, 2))) - gini(rows)) * mean / middle


def concentration(rows):
    """Rows of y, rank_by, weight: 2 cov(y, r)/mean(y), r the mean fractional rank of those with an equal rank_by."""
    rows = sorted((exact(r), exact(y), exact(w)) for y, r, w in rows if w != 0)
    whole = sum((w for _, _, w in rows), Fraction(0))
    income = sum((w * y for _, y, w in rows), Fraction(0))
    if income <= 0:
        return None
    at = {}
    for r, _, w in rows:
        at[r] = at.get(r, Fraction(0)) + w
    rank, running = {}, Fraction(0)
    for r in sorted(at):
        rank[r] = (running + at[r] / 2) / whole
        running += at[r]
    mean = income / whole
    mean_rank = sum((w * rank[r] for r, _, w in rows), Fraction(0)) / whole
    covariance = sum((w * (y - mean) * (rank[r] - mean_rank) for r, y, w in rows), Fraction(0)) / whole
    return 2 * covariance / mean


# ---- logarithms and powers ----

def decimal_of(ratio):
    return Decimal(ratio.numerator) / Decimal(ratio.denominator)


def wide_context():
    return localcontext(Context(prec=DIGITS, Emax=999999, Emin=-999999))


def logarithm(ratio):
    """ln to 60 digits, also close to 1, by the part above 1 where it is small."""
    with wide_context() as context:
        above = ratio - 1
        if above != 0 and abs(above) < Fraction(1, 10 ** 20):
            # the series of ln(1 + t); four terms leave less than t^5
            return above - above ** 2 / 2 + above ** 3 / 3 - above ** 4 / 4
        context.prec = DIGITS + 25
        return Fraction(decimal_of(ratio).ln())


def power(base, exponent):
    if base == 0:
        return Fraction(1 if exponent == 0 else 0)
    with wide_context():
        return Fraction((decimal_of(base).ln() * decimal_of(exact(exponent))).exp())


# ---- entropy ----

def entropy_rows(rows, zero_allowed):
    rows = by_income(rows)
    if any(x < 0 or (x == 0 and not zero_allowed) for x, _ in rows):
        raise Undefined
    return rows, total_weight(rows), total_income(rows)


def entropy(rows, alpha):
    rows, whole, income = entropy_rows(rows, alpha > 0)
    if income == 0:
        return None
    mean = income / whole
    if alpha == 0:
        return sum((w * logarithm(mean / x) for x, w in rows if x != mean), Fraction(0)) / whole
    if alpha == 1:
        return sum((w * x / mean * logarithm(x / mean) for x, w in rows if x not in (0, mean)), Fraction(0)) / whole
    alpha = exact(alpha)
    terms = sum((w * (power(x / mean, alpha) - 1) for x, w in rows if x != mean), Fraction(0))
    return terms / whole / (alpha * alpha - alpha)


def theil(rows):
    return entropy(rows, 1)


def mean_log_deviation(rows):
    return entropy(rows, 0)


def atkinson(rows, epsilon):
    rows, whole, income = entropy_rows(rows, epsilon < 1)
    if income == 0:
        return None
    mean = income / whole
    if epsilon == 0 or all(x == mean for x, _ in rows):
        return Fraction(0)
    if epsilon == 1:
        logs = sum((w * logarithm(x / mean) for x, w in rows if x != mean), Fraction(0)) / whole
        with wide_context():
            return 1 - Fraction(decimal_of(logs).exp())
    e = 1 - exact(epsilon)
    terms = sum((w * power(x / mean, e) for x, w in rows), Fraction(0)) / whole
    return 1 - power(terms, 1 / e)


def decomposition(groups, alpha):
    """Total, between, within; groups: lists of rows."""
    means = []
    for rows in groups:
        whole, income = total_weight(ordered(rows)), total_income(ordered(rows))
        if whole:
            means.append((income / whole, whole))
    total, between = entropy([r for rows in groups for r in rows], alpha), entropy(means, alpha)
    return None if total is None else (total, between, total - between)


def growth(before, after, n):
    """after/before - 1 of the quantiles at (i - 0.5)/n."""
    result = []
    for i in range(1, int(n) + 1):
        p = (i - 0.5) / n
        b, a = quantile(before, p), quantile(after, p)
        result.append(a / b - 1 if b > 0 else None)
    return result


INDEX = {f.__name__: f for f in (
    quantile, quantile_low, quantile_cont, median, relative_line, relative_rate, relative_gap, median_gap, sen,
    sen_shorrocks_thon, headcount, cdf, fgt, watts, shortfall, mean_shortfall, income_gap, prosperity, lorenz,
    bottom_share, top_share, gini, palma, quintile_ratio, hoover, zenga, wolfson, concentration, entropy, theil,
    mean_log_deviation, atkinson)}


def main(arguments):
    if not arguments or arguments[0] not in INDEX:
        sys.exit(__doc__ + '\nINDEX: ' + ' '.join(sorted(INDEX)))
    rows = [tuple(float(field) for field in line.split()) for line in sys.stdin if line.strip()]
    if any(len(row) == 1 for row in rows):
        rows = [row + (1.0,) for row in rows]
    result = INDEX[arguments[0]](rows, *(float(p) for p in arguments[1:]))
    for value in result if isinstance(result, list) else [result]:
        print('NULL' if value is None else repr(rounded(value)))


if __name__ == '__main__':
    main(sys.argv[1:])
