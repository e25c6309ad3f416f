#!/usr/bin/env python3
# SPDX-License-Identifier: PostgreSQL
"""Why poverty changed, computed a second time.

An implementation of its own, from the definitions, in exact fractions where there are no powers and logarithms, with
the standard library alone; it shares no code with the extension.  Elasticities are numerical derivatives here, and
the formulas there.  `decomposition.py data` writes SQL that makes two years of incomes; `decomposition.py expect`
writes what the queries of test/t/060_change.t must answer: a line "== name", then a line a row, fields separated by |.
"""
import itertools
import math
import random
import sys
from fractions import Fraction

GROUPS = ['north', 'south', 'coast', 'hills', 'new']
LINES = (Fraction(1000), Fraction(1130))


def make():
    """Two years of (group, income, weight); the last group is there in the second year only."""
    draw = random.Random(20210101)
    years = []
    for year in (0, 1):
        rows = []
        for group, level in zip(GROUPS, (700, 1100, 1500, 900, 1300)):
            if group == 'new' and year == 0:
                continue
            for _ in range(draw.randint(30, 70)):
                income = round(level * (1.07 if year else 1) * draw.lognormvariate(0, 0.5 + 0.1 * year), 2)
                rows.append((group, Fraction(str(income)), Fraction(draw.randint(1, 40), 4)))
        years.append(rows)
    return years


def data(years):
    print('CREATE TABLE survey (year int, area text, income float8, weight float8);')
    print('COPY survey FROM stdin;')
    for year, rows in enumerate(years):
        for group, income, weight in rows:
            print('\t'.join([str(year), group, repr(float(income)), repr(float(weight))]))
    print('\\.')
    print('CREATE TABLE growing (factor float8, before float8, after float8, weight float8);')
    print('COPY growing FROM stdin;')
    for factor in TIE_FACTORS:
        for (_, before, weight), (_, after, _) in zip(tie_rows(), grown(tie_rows(), factor)):
            print('\t'.join([factor] + [repr(float(number)) for number in (before, after, weight)]))
    print('\\.')


def cell(value):
    if value is None:
        return ''
    if isinstance(value, bool):
        return 't' if value else 'f'
    return repr(float(value)) if isinstance(value, (Fraction, float)) else str(value)


def show(name, rows):
    print('==', name)
    for row in rows:
        print('|'.join(cell(value) for value in row))


def population(rows):
    return sum(w for _, _, w in rows)


def mean(rows):
    return sum(x * w for _, x, w in rows) / population(rows)


def fgt(rows, line, alpha, change=lambda x: x):
    """FGT of incomes after a change that is done to each."""
    total = Fraction(0)
    for _, x, w in rows:
        y = change(x)
        if y < line:
            total += w * ((line - y) / line) ** alpha
    return total / population(rows)


# ---- Datt and Ravallion: every order of changing mean, distribution and line ----

def measure(years, state, alpha):
    """P with the mean, the distribution and the line of the year that the state has for each."""
    m, d, z = state
    factor = mean(years[m]) / mean(years[d])
    return fgt(years[d], LINES[z], alpha, lambda x: x * factor)


def datt_ravallion(years):
    for alpha in (0, 1, 2):
        def p(*state):
            return measure(years, state, alpha)
        total = p(1, 1, 1) - p(0, 0, 0)
        for base in ('initial', 'final'):
            r = 0 if base == 'initial' else 1
            # the other of the two is that of the reference year, the line that of the first
            growth = p(1, r, 0) - p(0, r, 0)
            redistribution = p(r, 1, 0) - p(r, 0, 0)
            line = p(1, 1, 1) - p(1, 1, 0)
            yield [alpha, base, total, growth, redistribution, line, total - growth - redistribution - line]
        part = [Fraction(0)] * 3
        for order in itertools.permutations(range(3)):
            state = [0, 0, 0]
            for factor in order:
                before = p(*state)
                state[factor] = 1
                part[factor] += (p(*state) - before) / 6
        yield [alpha, 'shapley', total] + part + [0]


# ---- growth of all incomes alike, which brings many just onto the line ----

TIE_INCOMES = ['400000', '560000', '700000', '700000', '770000', '875000', '123456.78', '900000', '1000000.1']
TIE_FACTORS = ['1.1', '1.07', '0.9', '1.25', '0.8', '1.0000001']


def poor_share(rows, line, inclusive, factor=Fraction(1)):
    """The headcount, of those below the line or at or below it, of incomes times a factor."""
    poor = sum(w for _, x, w in rows if x * factor < line or (inclusive and x * factor == line))
    return poor / population(rows)


def grown(rows, factor):
    return [(g, x * Fraction(factor), w) for g, x, w in rows]


def tie_rows():
    return [('all', Fraction(x), Fraction(i % 3 + 1, 2)) for i, x in enumerate(TIE_INCOMES)]


def pure_growth():
    """Growth alone: headcounts at a line that stays and at one that grows as incomes do; nothing is redistributed."""
    for factor in TIE_FACTORS:
        years = [tie_rows(), grown(tie_rows(), factor)]
        for inclusive in (False, True):
            for moves in (False, True):
                lines = [Fraction(700000), Fraction(700000) * (Fraction(factor) if moves else 1)]
                before, scaled, moved = (poor_share(years[0], lines[0], inclusive), poor_share(years[1], lines[0], inclusive),
                                         poor_share(years[1], lines[1], inclusive))
                # the distribution is the same up to its mean, so that p(m, d, z) is p(m, m, z)
                at = {(m, z): poor_share(years[m], lines[z], inclusive) for m in (0, 1) for z in (0, 1)}
                shapley_growth = (at[1, 0] - at[0, 0] + at[1, 1] - at[0, 1]) / 2
                shapley_line = (at[0, 1] - at[0, 0] + at[1, 1] - at[1, 0]) / 2
                for base, growth, line in (('initial', scaled - before, moved - scaled), ('final', scaled - before, moved - scaled),
                                           ('shapley', shapley_growth, shapley_line)):
                    yield [factor, inclusive, moves, base, moved - before, growth, 0, line]


# ---- groups ----

def of_group(rows, group):
    return [row for row in rows if row[0] == group]


def sectors(years):
    """(group, share before and after, poverty before and after); a group that is missing has the other year's poverty."""
    for alpha in (0, 1, 2):
        rows = []
        for group in GROUPS:
            part = [of_group(year, group) for year in years]
            share = [population(part[y]) / population(years[y]) for y in (0, 1)]
            poverty = [fgt(part[y], LINES[0], alpha) if part[y] else None for y in (0, 1)]
            filled = [poverty[y] if poverty[y] is not None else poverty[1 - y] for y in (0, 1)]
            rows.append((group, share, poverty, filled))
        yield alpha, rows


def ravallion_huppi(years):
    for alpha, rows in sectors(years):
        intra = sum(s[0] * (p[1] - p[0]) for _, s, _, p in rows)
        shift = sum((s[1] - s[0]) * p[0] for _, s, _, p in rows)
        interaction = sum((s[1] - s[0]) * (p[1] - p[0]) for _, s, _, p in rows)
        yield [alpha, fgt(years[1], LINES[0], alpha) - fgt(years[0], LINES[0], alpha), intra, shift, interaction]


def shapley_by_group(years):
    """The average over both orders of changing share and poverty."""
    for alpha, rows in sectors(years):
        for group, s, poverty, p in rows:
            within = ((p[1] - p[0]) * s[0] + (p[1] - p[0]) * s[1]) / 2
            shift = ((s[1] - s[0]) * p[0] + (s[1] - s[0]) * p[1]) / 2
            yield [alpha, group, s[0], s[1], poverty[0], poverty[1], within, shift, s[1] * p[1] - s[0] * p[0]]


# ---- pro-poor growth and elasticities ----

def quantile_steps(rows):
    end = Fraction(0)
    for _, x, w in sorted(rows, key=lambda row: row[1]):
        end += w / population(rows)
        yield end, x


def pro_poor_growth(years):
    for line in (400, 800, 1000, 1200):
        steps = [list(quantile_steps(year)) for year in years]
        poor = fgt(years[0], line, 0)
        # between two neighbouring ends of steps of either year both quantiles are constant
        ends = sorted({end for year in steps for end, _ in year if end < poor} | {poor})
        total, at = Fraction(0), Fraction(0)
        for end in ends:
            middle = (at + end) / 2
            y = [next(x for stop, x in year if stop > middle) for year in steps]
            total += (end - at) * (y[1] / y[0] - 1)
            at = end
        yield [line, total / poor, mean(years[1]) / mean(years[0]) - 1]


def derivative(rows, alpha, line, change):
    """d ln FGT: the symmetric difference is exact for polynomials of the second degree, as long as nobody crosses the line."""
    step = Fraction(1, 10 ** 9)
    up, down = (fgt(rows, line, alpha, lambda x: change(x, s)) for s in (step, -step))
    return (up - down) / (2 * step) / fgt(rows, line, alpha)


def quantile(rows, p):
    ordered = sorted(rows, key=lambda row: row[1])
    end = Fraction(0)
    for i, (_, x, w) in enumerate(ordered):
        end += w
        if end / population(rows) == p:
            return (x + ordered[i + 1][1]) / 2
        if end / population(rows) > p:
            return x
    raise ValueError(p)


def density(rows, at):
    mu = mean(rows)
    total = population(rows)
    deviation = math.sqrt(sum(w * (x - mu) ** 2 for _, x, w in rows) / total)
    quartiles = float(quantile(rows, Fraction(3, 4)) - quantile(rows, Fraction(1, 4)))
    rows_alike = total ** 2 / sum(w ** 2 for _, _, w in rows)
    h = 0.9 * min(deviation, quartiles / 1.349) * float(rows_alike) ** -0.2
    return math.fsum(float(w / total) * math.exp(-(float(at - x) / h) ** 2 / 2) for _, x, w in rows) / h / math.sqrt(2 * math.pi)


def elasticities(years):
    rows, line, mu = years[0], LINES[0], mean(years[0])
    heads = float(fgt(rows, line, 0))
    f = density(rows, line)
    yield [0, -float(line) * f / heads, float(mu - line) * f / heads]
    for alpha in (1, 2):
        yield [alpha, derivative(rows, alpha, line, lambda x, s: x * (1 + s)), derivative(rows, alpha, line, lambda x, s: x + s * (x - mu))]


# ---- the mean log deviation ----

def mld_of(rows):
    mu = mean(rows)
    return math.fsum(float(w / population(rows)) * math.log(float(mu / x)) for _, x, w in rows)


def mld_change(years):
    kept = [[row for row in year if row[0] != 'new'] for year in years]
    total = mld_of(kept[1]) - mld_of(kept[0])
    part = [0.0] * 4
    for group in GROUPS[:4]:
        rows = [of_group(year, group) for year in kept]
        v = [float(population(rows[y]) / population(kept[y])) for y in (0, 1)]
        i = [mld_of(rows[y]) for y in (0, 1)]
        l = [float(mean(rows[y]) / mean(kept[y])) for y in (0, 1)]
        theta = [v[y] * l[y] for y in (0, 1)]
        part[0] += sum(v) / 2 * (i[1] - i[0])
        part[1] += sum(i) / 2 * (v[1] - v[0])
        part[2] += (sum(l) / 2 - (math.log(l[0]) + math.log(l[1])) / 2) * (v[1] - v[0])
        part[3] += (sum(theta) / 2 - sum(v) / 2) * (math.log(mean(rows[1])) - math.log(mean(rows[0])))
    yield [total] + part + [total - sum(part)]


def expect(years):
    show('datt_ravallion', datt_ravallion(years))
    show('pure_growth', pure_growth())
    show('ravallion_huppi', ravallion_huppi(years))
    show('shapley_by_group', shapley_by_group(years))
    show('pro_poor_growth', pro_poor_growth(years))
    show('elasticities', elasticities(years))
    show('mld_change', mld_change(years))


if __name__ == '__main__':
    {'data': data, 'expect': expect}[sys.argv[1]](make())
