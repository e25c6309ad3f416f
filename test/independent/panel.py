#!/usr/bin/env python3
# SPDX-License-Identifier: PostgreSQL
"""What room change computes of a panel of households, computed a second time.

An implementation of its own, from the definitions, in exact fractions and with the standard library alone; it shares
no code with the extension.  `panel.py data` writes SQL that makes the panel; `panel.py expect` writes what the queries
of test/t/060_change.t must answer: a line "== name", then a line a row, fields separated by |.
"""
import random
import sys
from fractions import Fraction

POOR, NEAR = 'poor', 'near_poor'
STATUSES = [POOR, NEAR, 'average', 'better_off']
YEARS = range(2014, 2022)
LINE = 1000


def make():
    """Reviews: {household: {year: (ward, status or None, members, income, standard)}}; drawn, always the same."""
    draw = random.Random(20181214)
    panel = {}
    for household in range(400):
        ward = draw.choice('abcde')
        members = draw.randint(1, 8)
        status = draw.choice(STATUSES)
        reviews = {}
        for year in YEARS:
            if draw.random() < 0.06:
                ward = draw.choice('abcde')
            if draw.random() < 0.3:
                members = max(1, members + draw.choice((-1, 1)))
            if draw.random() < 0.45:
                status = draw.choice(STATUSES)
            if draw.random() < 0.9:
                known = status if draw.random() < 0.95 else None
                reviews[year] = (ward, known, members, draw.randint(200, 1900), 'VN-2016' if year < 2019 else 'VN-2022')
        panel[household] = reviews
    return panel


def cell(value):
    if value is None:
        return ''
    if isinstance(value, bool):
        return 't' if value else 'f'
    if isinstance(value, Fraction):
        return repr(float(value))
    return str(value)


def show(name, rows):
    print('==', name)
    for row in rows:
        print('|'.join(cell(value) for value in row))


def data(panel):
    print('CREATE TABLE review (household int, year int, ward text, status poverty_status, members int, income int, standard text);')
    print('COPY review FROM stdin;')
    for household, reviews in panel.items():
        for year, review in reviews.items():
            print('\t'.join([str(household), str(year)] + ['\\N' if value is None else str(value) for value in review]))
    print('\\.')


# ---- flows: which column of which form each household of a place is in ----

def places(before, after):
    """The household as each ward sees it, and as the whole does: (place, status before, status after)."""
    seen = [('all', before and before[1], after and after[1])]
    if before and after and before[0] == after[0]:
        seen.append((before[0], before[1], after[1]))
    else:
        if before:
            seen.append((before[0], before[1], None))
        if after:
            seen.append((after[0], None, after[1]))
    return seen


def flow_of(form, households):
    """Columns 1 to 9 of one form, by the events of definitions: start, to near, above, other out, from near, back, new, other in, end."""
    column = [Fraction(0)] * 9
    other = NEAR if form == POOR else POOR
    for status_before, status_after, ever, before, after in households:
        if status_before == form:
            column[0] += before
        if status_after == form:
            column[8] += after
        crossing = {status_before, status_after} == {POOR, NEAR}
        if crossing:
            column[1 if status_before == POOR else 4] += before
        if status_before == form and status_after is None:
            column[3] += before
        elif status_before == form and status_after not in (form, other):
            column[2] += before
        if status_after == form:
            if status_before is None:
                column[7] += after
            elif status_before not in (form, other):
                column[5 if ever else 6] += after
            elif after > before:
                column[7] += after - before
            else:
                column[3] += before - after
    return column


def flows(panel, year, persons):
    listed = {}
    for reviews in panel.values():
        before, after = reviews.get(year - 1), reviews.get(year)
        ever = {form: any(y < year and r[1] == form for y, r in reviews.items()) for form in (POOR, NEAR)}
        for place, b, a in places(before, after):
            if b or a:
                listed.setdefault(place, []).append((b, a, ever, before[2] if persons and before else 1, after[2] if persons and after else 1))
    for place in sorted(listed):
        for form in (POOR, NEAR):
            yield [place, form] + flow_of(form, [(b, a, ever[form], wb, wa) for b, a, ever, wb, wa in listed[place]]) + [0]


# ---- transition matrices ----

def matrices(panel):
    for year in YEARS[1:]:
        count = [[Fraction(0)] * 4 for _ in range(4)]
        for reviews in panel.values():
            before, after = reviews.get(year - 1), reviews.get(year)
            if before and after and before[1] and after[1]:
                count[STATUSES.index(before[1])][STATUSES.index(after[1])] += after[2]
        total = sum(map(sum, count))
        trace = sum(count[i][i] / sum(count[i]) for i in range(4))
        up = sum(count[i][j] for i in range(4) for j in range(4) if j > i)
        down = sum(count[i][j] for i in range(4) for j in range(4) if j < i)
        yield [year, (4 - trace) / 3, sum(count[i][i] for i in range(4)) / total, up / total, down / total, total]


# ---- spells ----

def spells(panel):
    for household, reviews in panel.items():
        state = {year: None if review[1] is None else review[1] == POOR for year, review in reviews.items()}
        for year in sorted(state):
            if not state[year]:
                continue
            first = last = year
            while state.get(first - 1):
                first -= 1
            while state.get(last + 1):
                last += 1
            earlier = [y for y in state if y < first and state[y]]
            again = any(state[y] is False for y in state if earlier and min(earlier) < y < first)
            yield [household, year, first, last, last - first + 1, year - first + 1, state.get(first - 1) is not False,
                   state.get(last + 1) is not False, again]


def persistent(panel):
    for household, reviews in panel.items():
        state = {year: None if review[1] is None else review[1] == POOR for year, review in reviews.items()}
        for year in sorted(state):
            # true or false only if it is so for whatever the unknown years may be
            possible = set()
            years = [state[year]] + [state.get(year - i) for i in (1, 2, 3)]
            for guess in range(16):
                filled = [value if value is not None else bool(guess >> i & 1) for i, value in enumerate(years)]
                possible.add(filled[0] and sum(filled[1:]) >= 2)
            yield [household, year, possible.pop() if len(possible) == 1 else None]


# ---- chronic and transient poverty ----

def gap(income, alpha):
    return Fraction(LINE - income, LINE) ** alpha if income < LINE else Fraction(0)


def chronic(panel, weighted):
    for cutoff in (Fraction(1, 4), Fraction(1, 2), Fraction(3, 4), Fraction(1)):
        population = heads = Fraction(0)
        k = [Fraction(0)] * 3
        for household, reviews in panel.items():
            incomes = [reviews[year][3] for year in sorted(reviews)]
            weight = household % 7 if weighted else 1
            if not incomes:
                continue
            population += weight
            share = Fraction(sum(x < LINE for x in incomes), len(incomes))
            if share >= cutoff:
                heads += weight
                for alpha in range(3):
                    k[alpha] += weight * sum((gap(x, alpha) for x in incomes), Fraction(0)) / len(incomes)
        yield [float(cutoff), heads / population, k[0] / heads if heads else None] + [value / population for value in k]


def transient(panel):
    for alpha in (0, 1, 2, 3):
        population = total = constant = Fraction(0)
        for reviews in panel.values():
            incomes = [reviews[year][3] for year in sorted(reviews)]
            if incomes:
                population += 1
                total += sum((gap(x, alpha) for x in incomes), Fraction(0)) / len(incomes)
                constant += gap(Fraction(sum(incomes), len(incomes)), alpha)
        yield [alpha, total / population, constant / population, (total - constant) / population]


# ---- series that break ----

def breaks(panel):
    rate = {}
    for ward in 'abcde':
        for year in YEARS:
            here = [r for reviews in panel.values() for y, r in reviews.items() if y == year and r[0] == ward and r[1]]
            rate[ward, year, 'VN-2016' if year < 2019 else 'VN-2022'] = Fraction(sum(r[1] == POOR for r in here), len(here))
    # the overlap year, by both standards
    for ward in 'abcde':
        rate[ward, 2018, 'VN-2022'] = rate[ward, 2018, 'VN-2016'] * 3 / 2
    for ward, year, standard in sorted(rate):
        value = rate[ward, year, standard]
        before = rate.get((ward, year - 1, standard))
        others = [s for w, y, s in rate if (w, y) == (ward, year - 1) and s != standard]
        yield [ward, year, standard, value - before if before is not None else None,
               (value - before) / before if before else None, ', '.join(sorted(others)) or None if before is None else None]


def expect(panel):
    for year in (2015, 2018, 2021):
        show(f'flows in households {year}', flows(panel, year, False))
        show(f'flows in persons {year}', flows(panel, year, True))
    show('transition matrices', matrices(panel))
    show('spells', spells(panel))
    show('persistent', persistent(panel))
    show('chronic', chronic(panel, False))
    show('chronic, weighted', chronic(panel, True))
    show('transient', transient(panel))
    show('breaks', breaks(panel))


if __name__ == '__main__':
    {'data': data, 'expect': expect}[sys.argv[1]](make())
