#!/usr/bin/env python3
# SPDX-License-Identifier: PostgreSQL
"""Writes SQL: random samples, and what ranked.py says that each index of them is.

    distribution_cases.py SEED SAMPLES | psql

Table sample has the rows, in random order and divided into random parts; table wanted has, for each sample and index,
the one-step form, the form over a stored distribution d (NULL: there is none), and the value, undefined where NULL; or
the SQLSTATE of the error. tolerance is relative; 0 means the same bits.
"""

import random
import sys

import ranked
from ranked import Undefined, rounded

TOLERANCE = 1e-12
# What is a difference of nearly equal numbers has digits of the larger one: these may differ by so much of 1.
ABSOLUTE = {'gini': 4e-16, 'zenga': 1e-14, 'wolfson': 1e-14, 'concentration': 1e-14, 'hoover': 4e-16, 'entropy': 1e-14,
            'theil': 1e-14, 'mean_log_deviation': 1e-14, 'atkinson': 1e-14, 'lorenz': 4e-16, 'bottom_share': 4e-16,
            'top_share': 4e-16, 'quintile_ratio': 1e-25,
            'sen': 1e-150}  # of the widest weights, whose products leave the range of a double
SHARES = (0.0, 0.1, 0.2, 0.25, 0.3, 0.5, 0.6, 0.75, 0.9, 1.0)


def incomes(draw, kind, count):
    if kind == 'equal':
        x = draw.choice((1.0, 0.1, 1234.56, 7e5))
        return [x] * count
    if kind == 'zero':
        return [0.0] * count
    if kind == 'ties':
        return [float(draw.randint(1, 1 + count // 4)) for _ in range(count)]
    if kind == 'negative':
        return [draw.choice((-5.0, 0.0, round(draw.gauss(100, 80), 1), draw.uniform(-50, 300))) for _ in range(count)]
    if kind == 'zeros':
        return [draw.choice((0.0, draw.lognormvariate(7, 1))) for _ in range(count)]
    if kind == 'ordered':
        return [float(i + 1) for i in range(count)]
    if kind == 'spread':
        return [10.0 ** draw.uniform(-2, 9) for _ in range(count)]
    return [draw.lognormvariate(9, 0.8) for _ in range(count)]


def weights(draw, kind, count, reach):
    if kind == 'one':
        return [1.0] * count
    if kind == 'whole':
        return [float(draw.choice((0, 1, 1, 2, 3, 5, 1000))) for _ in range(count)]
    if kind == 'thousand':
        return [1000.0] * count
    if kind == 'wild':
        return [draw.uniform(1, 10) * 10.0 ** draw.randint(-reach, reach - 1) for _ in range(count)]
    if kind == 'uneven':
        return [draw.uniform(1, 10) * 10.0 ** draw.randint(-9, 9) for _ in range(count)]
    return [draw.uniform(0.01, 30) for _ in range(count)]


INCOMES = ('usual', 'ties', 'equal', 'zero', 'negative', 'zeros', 'ordered', 'spread')
WEIGHTS = ('one', 'whole', 'real', 'wild', 'uneven', 'thousand')


def sample(draw, number):
    kinds = (INCOMES[number % len(INCOMES)], WEIGHTS[number // len(INCOMES) % len(WEIGHTS)])
    count = draw.choice((1, 2, 3, 5, 10, 40, 120))
    # with zeros, all income may be one row's, and its share of the sum must be a double
    x, w = incomes(draw, kinds[0], count), weights(draw, kinds[1], count, 140 if kinds[0] in ('zeros', 'negative') else 300)
    if draw.random() < 0.3 and count > 2:  # whole rows twice
        x, w = x + x[:count // 2], w + w[:count // 2]
    rows = []
    for i, (income, weight) in enumerate(zip(x, w)):
        line = draw.choice((100.0, 50.0, draw.uniform(0.5, 1.5) * (abs(income) + 1)))
        rows.append((income, line, draw.choice((1.0, 0.0, draw.uniform(-1, 4))), draw.choice((income, 1.0, 2.0)), weight))
    return kinds, rows


def number(value):
    return '\\N' if value is None else repr(value)


class Writer:
    def __init__(self):
        self.lines = []

    def case(self, name, one_step, stored, reference, exact=False):
        """reference: a function that gives a rational, None, or raises Undefined."""
        value, error = None, None
        try:
            value = rounded(reference())
        except Undefined:
            error = '22023'
        self.lines.append('\t'.join((name, one_step, stored or '\\N', number(value), error or '\\N',
                                     '0' if exact else repr(TOLERANCE), repr(ABSOLUTE.get(name, 0.0)))))


def decompositions(sample_number, rows, parts):
    """Between and within the parts of a sample."""
    out = Writer()
    groups = [[(row[0], row[4]) for row, part in zip(rows, parts) if part == wanted] for wanted in sorted(set(parts))]
    summaries = f'(SELECT inequality_summary(x, w) AS s FROM sample WHERE sample = {sample_number} GROUP BY part) v'
    for alpha in (0.0, 1.0, 2.0):
        for i, member in enumerate(('total', 'between_groups', 'within_groups')):
            def reference():
                result = ranked.decomposition(groups, alpha)
                return None if result is None else result[i]
            out.case('entropy', f'(SELECT (inequality_decomposition(s, {alpha})).{member} FROM {summaries})', None, reference)
    return out.lines


def cases(rows, weighted, whole, wild):
    """All indices of one sample; weighted: with the argument weight; whole, wild: what the weights are."""
    out = Writer()
    xw = [(x, w) for x, _, _, _, w in rows]
    xzw = [(x, z, w) for x, z, _, _, w in rows]
    yrw = [(y, r, w) for _, _, y, r, w in rows]
    w = ', w' if weighted else ''
    for p in SHARES:
        out.case('quantile', f'weighted_quantile(x, {p}{w})', f'weighted_quantile(d, {p})', lambda: ranked.quantile(xw, p), True)
        out.case('quantile_low', f'weighted_quantile_low(x, {p}{w})', f'weighted_quantile_low(d, {p})', lambda: ranked.quantile_low(xw, p), True)
        out.case('quantile_cont', f'weighted_quantile_cont(x, {p}{w})', f'weighted_quantile_cont(d, {p})', lambda: ranked.quantile_cont(xw, p))
        out.case('bottom_share', f'bottom_share(x, {p}{w})', f'bottom_share(d, {p})', lambda: ranked.bottom_share(xw, p))
        out.case('top_share', f'top_share(x, {p}{w})', f'top_share(d, {p})', lambda: ranked.top_share(xw, p))
    out.case('median', f'weighted_median(x{w})', 'weighted_median(d)', lambda: ranked.median(xw), True)
    for share in (0.5, 0.6, 1.0):
        out.case('relative_line', f'relative_poverty_line(x, {share}{w})', f'relative_poverty_line(d, {share})', lambda: ranked.relative_line(xw, share), True)
        out.case('relative_rate', f'at_risk_of_poverty_rate(x, {share}{w})', f'at_risk_of_poverty_rate(d, {share})', lambda: ranked.relative_rate(xw, share), whole)
        out.case('relative_gap', f'relative_median_poverty_gap(x, {share}{w})', f'relative_median_poverty_gap(d, {share})', lambda: ranked.relative_gap(xw, share))
    out.case('median_gap', f'median_poverty_gap(x, z{w})', None, lambda: ranked.median_gap(xzw))
    out.case('sen', f'sen_index(x, z{w})', None, lambda: ranked.sen(xzw))
    out.case('sen_shorrocks_thon', f'sen_shorrocks_thon_index(x, z{w})', None, lambda: ranked.sen_shorrocks_thon(xzw))
    out.case('concentration', f'concentration_index(y, r{w})', None, lambda: ranked.concentration(yrw))
    middle = sorted(x for x, _ in xw)[len(xw) // 2]
    for line in {100.0, middle if middle > 0 else 1.0, 1e5}:
        at = [(x, line, weight) for x, weight in xw]
        gone = all(weight == 0 for _, weight in xw)
        pairs = (('median_gap', 'median_poverty_gap', lambda: ranked.median_gap(at)), ('sen', 'sen_index', lambda: ranked.sen(at)),
                 ('sen_shorrocks_thon', 'sen_shorrocks_thon_index', lambda: ranked.sen_shorrocks_thon(at)),
                 ('watts', 'watts_index', lambda: ranked.watts(xw, line)), ('shortfall', 'total_shortfall', lambda: ranked.shortfall(xw, line)),
                 ('mean_shortfall', 'mean_shortfall', lambda: ranked.mean_shortfall(xw, line)),
                 ('income_gap', 'income_gap_ratio', lambda: ranked.income_gap(xw, line)),
                 ('gap', 'poverty_gap', lambda: ranked.fgt(xw, line, 1)), ('severity', 'poverty_severity', lambda: ranked.fgt(xw, line, 2)),
                 ('poor', 'poor_population', lambda: ranked.poor_weight(xw, line)))
        for name, function, reference in pairs:
            out.case(name, f'{function}(x, {line!r}{w})', f'{function}(d, {line!r})', reference if not gone else lambda: None)
        out.case('headcount', f'headcount_ratio(x, {line!r}{w})', f'headcount_ratio(d, {line!r})', lambda: ranked.headcount(xw, line), whole)
        for alpha in (0.0, 0.5, 3.0):
            out.case('fgt', f'fgt(x, {line!r}, {alpha}{w})', f'fgt(d, {line!r}, {alpha})', (lambda: ranked.fgt(xw, line, alpha)) if not gone else lambda: None)
        out.case('prosperity', f'prosperity_gap(x, {line!r}{w})', f'prosperity_gap(d, {line!r})', (lambda: ranked.prosperity(xw, line)) if not gone else lambda: None)
        out.case('cdf', f'headcount_ratio(x, at_or_below({line!r}){w})', f'cdf(d, {line!r})', lambda: ranked.cdf(xw, line), whole)
    for name, function in (('gini', 'gini'), ('palma', 'palma_ratio'), ('quintile_ratio', 'income_quintile_share_ratio'), ('hoover', 'hoover_index'),
                           ('zenga', 'zenga_index'), ('wolfson', 'wolfson_polarization'), ('theil', 'theil_index'),
                           ('mean_log_deviation', 'mean_log_deviation')):
        out.case(name, f'{function}(x{w})', f'{function}(d)', lambda: ranked.INDEX[name](xw) if any(v for _, v in xw) else None)
    # terms w x^alpha of the widest weights are out of range (22003) where the index is not
    for alpha in (0.0, 0.5, 1.0) if wild else (-1.0, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0):
        out.case('entropy', f'generalized_entropy(x, {alpha}{w})', f'generalized_entropy(d, {alpha})', lambda: ranked.entropy(xw, alpha))
    for epsilon in (0.0, 0.25, 0.5, 1.0, 2.0):
        out.case('atkinson', f'atkinson_index(x, {epsilon}{w})', f'atkinson_index(d, {epsilon})', lambda: ranked.atkinson(xw, epsilon))
    curve = ranked.lorenz(xw, 7)
    for i in range(8):
        out.case('lorenz', f'(lorenz_curve(x, 7{w}))[{i + 1}]', f'(lorenz_curve(d, 7))[{i + 1}]', lambda: curve[i] if curve else None)
    return out.lines


def main(seed, samples):
    draw = random.Random(seed)
    print('CREATE TABLE sample (sample int, kinds text, part int, x float8, z float8, y float8, r float8, w float8);')
    print('CREATE TABLE wanted (sample int, index text, one_step text, stored text, value float8, error text, tolerance float8, absolute float8);')
    rows_out, wanted = [], []
    for i in range(samples):
        kinds, rows = sample(draw, i)
        draw.shuffle(rows)
        most = draw.randint(1, 5)
        parts = [draw.randint(1, most) for _ in rows]
        for row, part in zip(rows, parts):
            rows_out.append('\t'.join([str(i), ' '.join(kinds), str(part)] + [repr(v) for v in row]))
        whole = kinds[1] in ('one', 'whole', 'thousand')
        if kinds[1] != 'wild':
            wanted += [f'{i}\t{line}' for line in decompositions(i, rows, parts)]
        for weighted in (False, True) if kinds[1] == 'one' else (True,):
            wanted += [f'{i}\t{line}' for line in cases(rows, weighted, whole, kinds[1] == 'wild')]
    for table, lines in (('sample', rows_out), ('wanted', wanted)):
        print(f'COPY {table} FROM stdin;')
        print('\n'.join(lines))
        print('\\.')


if __name__ == '__main__':
    main(int(sys.argv[1]), int(sys.argv[2]))
