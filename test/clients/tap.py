# SPDX-License-Identifier: PostgreSQL
# tap.py: what the clients' tests in Python share: points of TAP, numbers compared to 15 digits.

import math
import sys

POINTS = 0
FAILED = 0


def ok(good, name):
    global POINTS, FAILED
    POINTS += 1
    if not good:
        FAILED += 1
    print(("ok" if good else "not ok"), POINTS, "-", name)
    return good


def same(got, expected):
    if isinstance(expected, float) and got is not None and not isinstance(got, str):
        return math.isclose(float(got), expected, rel_tol=1e-15, abs_tol=0)
    if isinstance(expected, (list, tuple)) and isinstance(got, (list, tuple)):
        return len(got) == len(expected) and all(same(g, e) for g, e in zip(got, expected))
    return got == expected and isinstance(got, bool) == isinstance(expected, bool)


def equal(got, expected, name):
    if not ok(same(got, expected), name):
        print("#   got %r (%s), expected %r" % (got, type(got).__name__, expected))


def end():
    print("1..%d" % POINTS)
    sys.exit(1 if FAILED else 0)
