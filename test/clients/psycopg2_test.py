# SPDX-License-Identifier: PostgreSQL
# psycopg 2 writes parameters into the SQL itself, as literals: a str is an unknown literal, a Decimal a numeric one.

import io
from datetime import date
from decimal import Decimal

import psycopg2
import psycopg2.extras

from tap import end, equal, ok

print("# psycopg2", psycopg2.__version__)
connection = psycopg2.connect("")
connection.autocommit = True
cursor = connection.cursor()


def rows(sql, *parameters):
    cursor.execute(sql, parameters)
    return cursor.fetchall()


def one(sql, *parameters):
    return rows(sql, *parameters)[0][0]


for line in (250, 250.0, Decimal("250.0"), "250"):
    for column in ("income", "income_numeric", "income_int", "income_bigint"):
        equal(one(f"SELECT headcount_ratio({column}, %s, members) FROM household", line), 0.375, f"{type(line).__name__} line, {column}")
for p in (0.5, Decimal("0.5"), "0.5"):
    equal(one("SELECT weighted_quantile(income, %s, members) FROM household", p), 300.0, f"{type(p).__name__} p")
for alpha in (1, 1.0, "1"):
    equal(one("SELECT fgt(income, 250, %s, members) FROM household", alpha), 0.175, f"{type(alpha).__name__} alpha")
equal(one("SELECT percent(headcount_ratio(income, %s, members), %s) FROM household", 250, 2), Decimal("37.50"), "percent is a Decimal")
equal(one("SELECT headcount_ratio(income, %s, members) FROM household", None), None, "NULL line: no row, None")
equal(one("SELECT headcount_ratio(income, 250) FROM household WHERE year = %s", 1900), None, "empty group: None")
equal(rows("SELECT yoy_change(rate, year) OVER w, yoy_change(rate, as_of) OVER w FROM ward_rate WINDOW w AS (ORDER BY year)"),
      [(None, None), (-0.25, -0.25), (None, None)], "a missing year is None, for a year and for a date")
equal(one("SELECT lorenz_curve(income, %s, members) FROM household", 4), [0.0, 200 / 2200, 700 / 2200, 1300 / 2200, 1.0], "float8[] is a list of floats")
equal(one("SELECT mpi(lacking, %s, %s, members) FROM household", [1, 1, 1, 1], 0.5), 0.40625, "a list of int as weights")
equal(one("SELECT mpi(lacking, %s, %s, members) FROM household", [0.5, 0.5, 0.5, 0.5], "0.5"), 0.40625, "a list of floats as weights")
equal(one("SELECT deprivation_score(%s, %s)", [True, False], [1, 3]), 0.25, "a list of bool as deprivations")

# stored summaries: str both ways, and COPY in binary
SAME = "SELECT count(*) FROM written w JOIN stored s ON w.summary = s.summary AND w.distribution = s.distribution AND w.deprivation = s.deprivation AND w.estimate = s.estimate"
cursor.execute("TRUNCATE written")
kept = rows("SELECT summary, distribution, deprivation, estimate FROM stored ORDER BY ward")
ok(all(isinstance(value, str) for row in kept for value in row), "summaries and estimates are str")
psycopg2.extras.execute_values(cursor, "INSERT INTO written VALUES %s", kept,
                               template="(%s::poverty_summary, %s::income_distribution, %s::mpi_summary, %s::poverty_estimate)")
equal(one(SAME), 2, "and come back the same")
equal(one("SELECT headcount_ratio(merge(%s::poverty_summary, summary)) FROM stored WHERE ward = 'B'", kept[0][0]), 0.375, "a summary as a parameter")
cursor.execute("TRUNCATE written")
copied = io.BytesIO()
cursor.copy_expert("COPY (SELECT summary, distribution, deprivation, estimate FROM stored) TO STDOUT (FORMAT binary)", copied)
copied.seek(0)
cursor.copy_expert("COPY written FROM STDIN (FORMAT binary)", copied)
equal(one(SAME), 2, "the same through binary COPY")
equal(one("SELECT summary::jsonb FROM stored WHERE ward = 'A'")["headcount_ratio"], 0.75, "the cast to jsonb is a dict")

# composites: as a str, as columns, by readers, as a class of their own
estimate = "mean_estimate(visits, 1, 1, visits)"
ok(one(f"SELECT {estimate} FROM household").startswith("(3,0.70710678"), "a composite is a str")
cursor.execute(f"SELECT (e).* FROM (SELECT {estimate} AS e FROM household) v")
equal([column.name for column in cursor.description][:3], ["estimate", "std_error", "ci_low"], "(e).* has named columns")
equal(cursor.fetchone()[:2], (3.0, 0.5 ** 0.5), "of numbers")
equal(one(f"SELECT std_error({estimate}) FROM household"), 0.5 ** 0.5, "a reader of the estimate")
psycopg2.extras.register_composite("poverty_estimate", cursor)
equal(one(f"SELECT {estimate} FROM household").std_error, 0.5 ** 0.5, "register_composite: fields by name")
equal(rows("SELECT * FROM area_successors(%s, %s, %s)", "old 1", date(2020, 1, 1), date(2026, 1, 1)), [("new", 1.0)], "a set of rows has columns")
equal(one("SELECT area_successors(%s, %s, %s)", "old 1", "2020-01-01", "2026-01-01"), "(new,1)", "in the select list it is a str")

equal(one("SELECT obj_description('ward_poverty'::regclass)"), "Poverty by ward and year", "comment of a view")
ok(one("SELECT obj_description('headcount_ratio(float8, float8)'::regprocedure)").startswith("Headcount ratio"), "comment of an aggregate")
try:
    rows("SELECT headcount_ratio(income, 250, %s) FROM household", -1)
    ok(False, "a negative weight is an error")
except psycopg2.Error as error:
    equal((error.pgcode, bool(error.diag.message_hint)), ("22023", True), "a negative weight: 22023, with a hint")
equal(one("SELECT 1"), 1, "and the session goes on")
end()
