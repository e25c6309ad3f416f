# SPDX-License-Identifier: PostgreSQL
# psycopg 3 binds on the server: an int goes as int2, int4 or int8 after its size, a float as float8, a Decimal as numeric,
# a str without a type; results come as text or, asked for, in binary.

from datetime import date, datetime, timezone
from decimal import Decimal

import psycopg
from psycopg.types.composite import CompositeInfo, register_composite

from tap import end, equal, ok

print("# psycopg", psycopg.__version__)
connection = psycopg.connect("", autocommit=True)
SAME = "SELECT count(*) FROM written w JOIN stored s ON w.summary = s.summary AND w.distribution = s.distribution AND w.deprivation = s.deprivation AND w.estimate = s.estimate"
ESTIMATE = "mean_estimate(visits, 1, 1, visits)"


def rows(sql, *parameters, binary=False):
    return connection.execute(sql, parameters, binary=binary).fetchall()


def one(sql, *parameters, binary=False):
    return rows(sql, *parameters, binary=binary)[0][0]


for line in (250, 250.0, Decimal("250.0"), "250"):
    for column in ("income", "income_numeric", "income_int", "income_bigint"):
        equal(one(f"SELECT headcount_ratio({column}, %s, members) FROM household", line), 0.375, f"{type(line).__name__} line, {column}")
equal(one("SELECT headcount_ratio(income * 40000000, %s, members) FROM household", 10 ** 10), 0.375, "an int8 line")
equal(one("SELECT headcount_ratio(income, %b, members) FROM household", 250), 0.375, "an int in binary")
for p in (0.5, Decimal("0.5"), "0.5"):
    equal(one("SELECT weighted_quantile(income, %s, members) FROM household", p), 300.0, f"{type(p).__name__} p")
for alpha in (1, 1.0, "1"):
    equal(one("SELECT fgt(income, 250, %s, members) FROM household", alpha), 0.175, f"{type(alpha).__name__} alpha")
equal(one("SELECT percent(headcount_ratio(income, %s, members), %s) FROM household", 250, 2), Decimal("37.50"), "percent is a Decimal")
equal(one("SELECT headcount_ratio(income, %s, members) FROM household", None), None, "NULL line: no row, None")
equal(one("SELECT headcount_ratio(income, 250) FROM household WHERE year = %s", 1900), None, "empty group: None")
equal(rows("SELECT yoy_change(rate, year) OVER w, yoy_change(rate, as_of) OVER w FROM ward_rate WINDOW w AS (ORDER BY year)"),
      [(None, None), (-0.25, -0.25), (None, None)], "a missing year is None, for a year and for a date")
for base in (2015, date(2015, 12, 31), datetime(2015, 12, 31), datetime(2015, 12, 31, tzinfo=timezone.utc)):
    column = {int: "year", date: "as_of"}.get(type(base), "as_of::timestamptz" if getattr(base, "tzinfo", None) else "as_of::timestamp")
    equal(rows(f"SELECT change_since(rate, {column}, %s) OVER (ORDER BY as_of) FROM ward_rate", base)[2][0], -0.375, f"change since {base!r}")
equal(one("SELECT lorenz_curve(income, %s, members) FROM household", 4, binary=True), [0.0, 200 / 2200, 700 / 2200, 1300 / 2200, 1.0], "float8[] is a list of floats, in binary too")
equal(one("SELECT mpi(lacking, %s, %s, members) FROM household", [1, 1, 1, 1], 0.5), 0.40625, "a list of int as weights")
equal(one("SELECT mpi(lacking, %s, %s, members) FROM household", [0.5, 0.5, 0.5, 0.5], Decimal("0.5")), 0.40625, "a list of floats as weights")
equal(one("SELECT deprivation_score(%s, %s)", [True, False], [1, 3]), 0.25, "a list of bool as deprivations")

# Stored summaries: str in text, bytes in binary, and both come back the same.
for binary, kind in ((False, str), (True, bytes)):
    connection.execute("TRUNCATE written")
    kept = rows("SELECT summary, distribution, deprivation, estimate FROM stored", binary=binary)
    ok(all(isinstance(value, kind) for row in kept for value in row[:3]), f"summaries are {kind.__name__}")
    with connection.cursor() as cursor:
        if binary:
            # the bytes are the type's binary form; a bytea would be another type, so they go by COPY
            with cursor.copy("COPY written (summary, distribution, deprivation) FROM STDIN (FORMAT binary)") as copy:
                for row in kept:
                    copy.write_row(row[:3])
            equal(one("SELECT count(*) FROM written w JOIN stored s USING (summary, distribution, deprivation)"), 2, "and come back the same, in binary")
            try:
                rows("SELECT headcount_ratio(%s::poverty_summary)", kept[0][0])
                ok(False, "bytes as a summary")
            except psycopg.Error as error:
                equal(error.sqlstate, "42846", "but bytes are bound as bytea, which is no summary")
        else:
            cursor.executemany("INSERT INTO written VALUES (%s, %s, %s, %s)", kept)
            equal(one(SAME), 2, "and come back the same, in text")
equal(one("SELECT headcount_ratio(merge(%s::poverty_summary, summary)) FROM stored WHERE ward = 'B'", one("SELECT summary FROM stored WHERE ward = 'A'")), 0.375, "a summary as a parameter")
equal(one("SELECT summary::jsonb FROM stored WHERE ward = 'A'")["headcount_ratio"], 0.75, "the cast to jsonb is a dict")

# composites
print("# an unregistered composite is", repr(one(f"SELECT {ESTIMATE} FROM household")))
cursor = connection.execute(f"SELECT (e).* FROM (SELECT {ESTIMATE} AS e FROM household) v")
equal([column.name for column in cursor.description][:3], ["estimate", "std_error", "ci_low"], "(e).* has named columns")
equal(cursor.fetchone()[:2], (3.0, 0.5 ** 0.5), "of numbers")
equal(one(f"SELECT std_error({ESTIMATE}) FROM household"), 0.5 ** 0.5, "a reader of the estimate")
register_composite(CompositeInfo.fetch(connection, "poverty_estimate"), connection)
for binary in (False, True):
    equal(one(f"SELECT {ESTIMATE} FROM household", binary=binary).std_error, 0.5 ** 0.5, f"register_composite: fields by name, binary={binary}")
equal(rows("SELECT * FROM area_successors(%s, %s, %s)", "old 1", date(2020, 1, 1), date(2026, 1, 1)), [("new", 1.0)], "a set of rows has columns")

equal(one("SELECT obj_description('ward_poverty'::regclass)"), "Poverty by ward and year", "comment of a view")
ok(one("SELECT obj_description('headcount_ratio(float8, float8)'::regprocedure)").startswith("Headcount ratio"), "comment of an aggregate")
# Parameters that are two are two: PostgreSQL cannot know that they are equal. A view with a ready period avoids it.
try:
    rows("SELECT date_trunc(%s, as_of), headcount_ratio(income, 250) FROM household GROUP BY date_trunc(%s, as_of)", "year", "year")
    ok(False, "the same parameter given twice")
except psycopg.Error as error:
    equal(error.sqlstate, "42803", "date_trunc(%s, …) … GROUP BY date_trunc(%s, …): 42803")
equal(rows("SELECT date_trunc(%s, as_of), headcount_ratio(income, 250) FROM household GROUP BY 1", "year")[0][1], 0.4, "GROUP BY 1 works")
try:
    rows("SELECT headcount_ratio(income, 250, %s) FROM household", -1)
    ok(False, "a negative weight is an error")
except psycopg.Error as error:
    equal((error.sqlstate, bool(error.diag.message_hint)), ("22023", True), "a negative weight: 22023, with a hint")
equal(one("SELECT 1"), 1, "and the session goes on")
end()
