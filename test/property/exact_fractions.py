# SPDX-License-Identifier: PostgreSQL
"""exact_fractions.py rows|results: sums and measures in exact fractions; nothing of poverty_ext is used.

`rows` prints random rows, tab-separated: group, two numbers that say how the group is divided (part, and part of a part),
income, line, weight, spent, planned. `results` prints for each group what must come of them, separated by |: the group,
observations, then the bits of a double in hexadecimal digits, or nothing for NULL: population, poor population, total shortfall,
headcount ratio, poverty gap, poverty severity, income gap ratio, mean shortfall, disbursement rate. Watts terms are left out:
logarithms are no fractions.

Magnitudes run from 1e-300 to 1e300; incomes may be negative; amounts spent cancel one another, all or all but a trace. A term is what
a double makes of it, in the order of the definitions; sums are fractions, and each is rounded once before it is divided.
"""
import random
import struct
import sys
from fractions import Fraction

SEED = 2018
GROUPS = 120


def magnitude(draw, kind):
    """A positive number: of one order, of a few, of 200 or of 600 orders of magnitude, or from either end."""
    exponent = {0: lambda: 0, 1: lambda: draw.uniform(-4, 4), 2: lambda: draw.uniform(-100, 100),
                3: lambda: draw.uniform(-300, 299), 4: lambda: draw.choice([-300, -1, 0, 299])}[kind]()
    return draw.uniform(1, 10) * 10.0 ** exponent


def income(draw, line, kind):
    choice = draw.random()
    if choice < 0.1:
        return 0.0
    if choice < 0.2:
        return line
    if choice < 0.4:
        return -magnitude(draw, kind)
    if choice < 0.5:
        return magnitude(draw, kind)
    return line * draw.uniform(0, 2)


def spending(draw, rows, kind):
    """Amounts that cancel, but for a trace in half the groups."""
    amounts = []
    while len(amounts) + 2 < rows:
        amount = magnitude(draw, kind)
        amounts += [amount, -amount]
    amounts += [magnitude(draw, 3) * 1e-10 if draw.random() < 0.5 else 0.0] * (rows - len(amounts))
    draw.shuffle(amounts)
    return amounts[:rows]


def terms(x, z, w):
    gap = (z - x) / z
    return w * gap, w * (gap * gap), w * (z - x)


def draw_group(draw, number):
    """The rows of a group in which no term and no result is beyond a double."""
    kind = number % 5
    while True:
        rows = []
        count = draw.choice([1, 2, 3, 10, 100, 300])
        for spent in spending(draw, count, kind):
            line = magnitude(draw, kind)
            while True:
                row = (draw.randrange(8), draw.randrange(4), income(draw, line, kind), line,
                       0.0 if draw.random() < 0.05 else magnitude(draw, kind), spent, magnitude(draw, kind))
                if all(abs(term) <= sys.float_info.max for term in terms(*row[2:5])):
                    break
                line = magnitude(draw, kind)
            if draw.random() < 0.05:
                row = row[:2] + (None,) + row[3:]
            rows.append(row)
        try:
            results(rows)
            return rows
        except OverflowError:
            pass


def ratio(numerator, denominator):
    """Each rounded once, then divided; None where that is undefined."""
    if float(denominator) <= 0.0:
        return None
    quotient = float(numerator) / float(denominator)
    if abs(quotient) > sys.float_info.max:
        raise OverflowError
    return quotient


def results(rows):
    population = poor = gaps = squares = shortfalls = spent = planned = Fraction(0)
    observations = 0
    for _, _, x, z, w, row_spent, row_planned in rows:
        spent += Fraction(row_spent)
        planned += Fraction(row_planned)
        if x is None or w == 0.0:
            continue
        observations += 1
        population += Fraction(w)
        if x < z:
            gap, square, shortfall = terms(x, z, w)
            poor += Fraction(w)
            gaps += Fraction(gap)
            squares += Fraction(square)
            shortfalls += Fraction(shortfall)
    rate = ratio(spent, planned)
    if observations == 0:
        return [None] * 9 + [rate]
    return [observations, float(population), float(poor), float(shortfalls), ratio(poor, population), ratio(gaps, population),
            ratio(squares, population), ratio(gaps, poor), ratio(shortfalls, poor), rate]


def text(value):
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else "\\x" + struct.pack(">d", value).hex()


def main():
    draw = random.Random(SEED)
    for group in range(GROUPS):
        rows = draw_group(draw, group)
        if sys.argv[1] == "rows":
            for row in rows:
                print("\t".join(["%d" % group] + ["\\N" if value is None else repr(value) for value in row]))
        else:
            print("|".join(text(value) for value in [group] + results(rows)))


main()
