# SPDX-License-Identifier: PostgreSQL
"""differencing.py rows|infer: what a reader of all published views together can work out; nothing of poverty_ext is used.

`rows` prints random registers, tab-separated: household, year, area, status, deprived, covered. Each trial is two reviews of the same
households, in the years 3 t and 3 t + 1; in each fourth a ward goes to another district between them, and in each third some households
stand in a district and in no ward of it. `infer` reads what the views show of them, lines of `year|area|figure|number` with an empty
number where it is withheld, writes them down as linear equations between numbers of households, none of them negative, and narrows
these until nothing moves. It prints each withheld figure of 1 or 2 that is then known, and a last line with the numbers of trials,
of withheld figures of 1 or 2, and of those that are known.
"""
import random
import sys
from collections import defaultdict

SEED = 2018
TRIALS = 200
# what stands in D and in none of its wards is no view's figure, but D's less those of its wards
REST = '(D)'
WARDS = {'a': 'D', 'b': 'D', 'c': 'D', 'd': 'E', 'e': 'E', 'f': 'P', REST: 'D'}
PARENT = {**WARDS, 'D': 'P', 'E': 'P'}
STATUS = {'poor': 'poor', 'near': 'near_poor', 'rest': 'average'}
LISTS = ('poor', 'near')
POLICY = {'both': LISTS, 'ofpoor': ('poor',), 'ofnear': ('near',)}
INDICATORS = (1, 2, 3)


def moved(trial):
    """Whether ward c goes from D to E."""
    return trial % 4 == 0


def parent(trial, figure, area):
    """What the area is in at the review that the figure is of; exits and entries are of the second."""
    return 'E' if area == 'c' and moved(trial) and not figure.startswith('0 ') else PARENT.get(area)


def register():
    """Trial, ward, status before and after, deprived, covered."""
    draw = random.Random(SEED)
    for trial in range(1, TRIALS + 1):
        # in one trial of three nearly all lack the first indicator and are served, as happens
        often = draw.choice([0.2, 0.6, 1.0])
        for ward in WARDS:
            small = draw.random() < 0.4 or ward == REST
            if ward == REST and trial % 3 > 0:
                continue
            for before in STATUS:
                for after in STATUS:
                    most = 20 if before == after == 'rest' else 1 if small else 4 if before == after else 2
                    for _ in range(draw.randint(10 if most == 20 else 0, most)):
                        yield (trial, ward, before, after, [draw.random() < often] + [draw.random() < 0.5 for _ in INDICATORS[1:]],
                               {p: draw.random() < often for p in POLICY})


def rows():
    for n, (trial, ward, before, after, deprived, covered) in enumerate(register()):
        ward = ward.strip('()')
        print(n, 3 * trial, ward, STATUS[before], r'\N', r'\N', sep='\t')
        print(n, 3 * trial + 1, ward, STATUS[after], '{' + ','.join('t' if d else 'f' for d in deprived) + '}',
              '{' + ','.join('t' if covered[p] else 'f' for p in POLICY) + '}', sep='\t')


def pieces(trial, ward, before, after, deprived, covered):
    """The figures that count the household. A figure with a plus is no view's: the rest of one that is."""
    yield f'0 {before}'
    yield f'1 {after}'
    yield f'flow {before} {after}'
    for name, lists in POLICY.items():
        if after in lists:
            yield f'entitled {name}'
            yield f'covered {name}' if covered[name] else f'+not covered {name}'
    if after in LISTS:
        for i, lacks in zip(INDICATORS, deprived):
            yield f'deprived {after} {i}' if lacks else f'+not deprived {after} {i}'


# A figure as the sum of others: of each area these hold.
SUMS = []
for s in STATUS:
    SUMS.append((f'0 {s}', [f'flow {s} {t}' for t in STATUS]))
    SUMS.append((f'1 {s}', [f'flow {t} {s}' for t in STATUS]))
for year in '01':
    SUMS.append((f'{year} households', [f'{year} {s}' for s in STATUS]))
for policy_name, policy_lists in POLICY.items():
    SUMS.append((f'entitled {policy_name}', [f'1 {s}' for s in policy_lists]))
    SUMS.append((f'entitled {policy_name}', [f'covered {policy_name}', f'+not covered {policy_name}']))
for s in LISTS:
    SUMS.append((f'listed {s}', [f'1 {s}']))
    other = 'near' if s == 'poor' else 'poor'
    SUMS.append((f'exit {s}', [f'flow {s} {t}' for t in STATUS if t != s]))
    SUMS.append((f'entry {s}', [f'flow {t} {s}' for t in STATUS if t != s]))
    for i in INDICATORS:
        SUMS.append((f'1 {s}', [f'deprived {s} {i}', f'+not deprived {s} {i}']))
SUMS.append(('listed all', [f'listed {s}' for s in LISTS]))
for i in INDICATORS:
    SUMS.append((f'deprived all {i}', [f'deprived {s} {i}' for s in LISTS]))
FIGURES = sorted({f for whole, parts in SUMS for f in [whole] + parts})


def sums(trial, area):
    """Of two districts that are not what they were the start is not the sum of the flows."""
    return [(w, p) for w, p in SUMS if not (moved(trial) and area in 'DE' and w.startswith('0 ') and p[0].startswith('flow '))]


def truth():
    """Every figure of every trial and area."""
    count = defaultdict(int)
    for household in register():
        trial = household[0]
        for figure in pieces(*household):
            area = household[1]
            while area:
                count[trial, area, figure] += 1
                area = parent(trial, figure, area)
    for trial in range(1, TRIALS + 1):
        for area in {**PARENT, 'P': None}:
            for whole, parts in sums(trial, area):
                count[trial, area, whole] = sum(count[trial, area, p] for p in parts)
    return count


def narrow(bounds, equations):
    """Bounds of whole numbers, until no equation whole = sum of parts makes one tighter."""
    moved = True
    while moved:
        moved = False
        for whole, parts in equations:
            lows, highs = sum(bounds[p][0] for p in parts), sum(bounds[p][1] for p in parts)
            limits = [(whole, lows, highs)] + [(p, bounds[whole][0] - highs + bounds[p][1], bounds[whole][1] - lows + bounds[p][0]) for p in parts]
            for cell, low, high in limits:
                tight = max(bounds[cell][0], low), min(bounds[cell][1], high)
                if tight != bounds[cell]:
                    if tight[0] > tight[1]:
                        raise ValueError(f'{cell} cannot be: the figures contradict one another')
                    bounds[cell] = tight
                    moved = True


def infer():
    shown, published = {}, set()
    for line in sys.stdin:
        year, area, figure, number = line.rstrip('\n').split('|')
        cell = int(year) // 3, area, figure
        published.add(cell)
        if number != '':
            shown[cell] = int(float(number))
    true = truth()
    for cell, number in shown.items():
        if true[cell] != number:
            raise ValueError(f'{cell} is {true[cell]}, not {number}')
    areas = list(PARENT) + ['P']
    withheld = known = 0
    for trial in range(1, TRIALS + 1):
        equations = [((a, whole), [(a, p) for p in parts]) for a in areas for whole, parts in sums(trial, a)]
        equations += [((a, f), [(c, f) for c in PARENT if parent(trial, f, c) == a]) for a in 'DEP' for f in FIGURES]
        bounds = {(a, f): (shown[trial, a, f],) * 2 if (trial, a, f) in shown else (0, 10 ** 6) for a in areas for f in FIGURES}
        # 0 is shown, and where another area beside has some nothing of 0 is withheld to protect: so what is withheld is 1 or more
        for year in '01':
            for s in LISTS:
                figure = f'{year} {s}'
                for a in (a for a in PARENT if a != REST):
                    above = parent(trial, figure, a)
                    beside = [shown.get((trial, b, figure), 0) for b in PARENT if parent(trial, figure, b) == above]
                    if (trial, a, figure) not in shown and (trial, above, figure) in shown and max(beside) > 0:
                        bounds[a, figure] = 1, 10 ** 6
        narrow(bounds, equations)
        for a in areas:
            for f in FIGURES:
                if ((trial, a, f) in published or a == REST and f[0] != '+') and (trial, a, f) not in shown and 0 < true[trial, a, f] < 3:
                    withheld += 1
                    if bounds[a, f][0] == bounds[a, f][1]:
                        known += 1
                        print(trial, a, f, true[trial, a, f])
    print(TRIALS, withheld, known)


if __name__ == '__main__':
    {'rows': rows, 'infer': infer}[sys.argv[1]]()
