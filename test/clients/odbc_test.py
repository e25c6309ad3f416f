# SPDX-License-Identifier: PostgreSQL
# ODBC, by pyodbc over psqlODBC: what Excel, Power BI's ODBC source and Tableau's pass-through functions speak.

import glob
import os
from datetime import date
from decimal import Decimal

import pyodbc

from tap import end, equal, ok

connection = pyodbc.connect("DRIVER=%s;Servername=%s;Port=%s;Database=%s;UID=%s" % ("PostgreSQL Unicode", os.environ["PGHOST"], os.environ["PGPORT"], os.environ["PGDATABASE"], os.environ["PGUSER"]), autocommit=True)
print("# pyodbc", pyodbc.version, connection.getinfo(pyodbc.SQL_DRIVER_NAME), connection.getinfo(pyodbc.SQL_DRIVER_VER))
cursor = connection.cursor()


def rows(sql, *parameters):
    return [tuple(row) for row in cursor.execute(sql, *parameters).fetchall()]


def one(sql, *parameters):
    return rows(sql, *parameters)[0][0]


for line in (250, 250.0, Decimal("250.0"), "250"):
    for column in ("income", "income_numeric", "income_int", "income_bigint"):
        equal(one(f"SELECT headcount_ratio({column}, ?, members) FROM household", line), 0.375, f"{type(line).__name__} line, {column}")
for p in (0.5, Decimal("0.5"), "0.5"):
    equal(one("SELECT weighted_quantile(income, ?, members) FROM household", p), 300.0, f"{type(p).__name__} p")
equal(one("SELECT fgt(income, 250, ?, members) FROM household", 1), 0.175, "int alpha")
equal(one("SELECT percent(headcount_ratio(income, ?, members), ?) FROM household", 250, 2), Decimal("37.50"), "percent is a Decimal")
equal(one("SELECT headcount_ratio(income, ?, members) FROM household", None), None, "NULL line: no row, None")
equal(one("SELECT headcount_ratio(income, 250) FROM household WHERE year = ?", 1900), None, "empty group: None")
equal(rows("SELECT yoy_change(rate, year) OVER w, yoy_change(rate, as_of) OVER w FROM ward_rate WINDOW w AS (ORDER BY year)"),
      [(None, None), (-0.25, -0.25), (None, None)], "a missing year is None, for a year and for a date")
equal(one("SELECT mpi(lacking, ?::float8[], ?, members) FROM household", "{1,1,1,1}", 0.5), 0.40625, "an array goes as text")
equal(one("SELECT mpi(lacking, ?, ?, members) FROM household", "{1,1,1,1}", 0.5), 0.40625, "even without a cast")
equal(one("SELECT lorenz_curve(income, 2, members) FROM household"), "{0,0.3181818181818182,1}", "float8[] is a str")
equal(rows("SELECT p FROM unnest((SELECT lorenz_curve(income, 2, members) FROM household)) p"), [(0.0,), (700 / 2200,), (1.0,)], "unnest() makes rows of it")

cursor.execute("TRUNCATE written")
kept = rows("SELECT summary, distribution, deprivation, estimate FROM stored")
ok(all(isinstance(value, str) for row in kept for value in row), "summaries and estimates are str")
cursor.executemany("INSERT INTO written VALUES (?, ?, ?, ?)", kept)
equal(one("SELECT count(*) FROM written w JOIN stored s ON w.summary = s.summary AND w.distribution = s.distribution AND w.deprivation = s.deprivation AND w.estimate = s.estimate"), 2, "and come back the same")
equal(one("SELECT headcount_ratio(merge(?::poverty_summary, summary)) FROM stored WHERE ward = 'B'", kept[0][0]), 0.375, "a summary as a parameter")
# psqlODBC takes a type that it does not know for a varchar of 255, or of what MaxVarcharSize says: pyodbc reads all of it
long = one("SELECT income_distribution(n * 1.37)::text FROM generate_series(1, 3000) n")
equal(one("SELECT income_distribution(n * 1.37) FROM generate_series(1, 3000) n"), long, "a summary of %d characters is not cut" % len(long))

estimate = "mean_estimate(visits, 1, 1, visits)"
ok(one(f"SELECT {estimate} FROM household").startswith("(3,0.7071067"), "a composite is a str")
cursor.execute(f"SELECT (e).* FROM (SELECT {estimate} AS e FROM household) v")
equal([column[0] for column in cursor.description][:3], ["estimate", "std_error", "ci_low"], "(e).* has named columns")
equal(tuple(cursor.fetchone())[:2], (3.0, 0.5 ** 0.5), "of numbers")
equal(rows("SELECT * FROM area_successors(?, ?, ?)", "old 1", date(2020, 1, 1), date(2026, 1, 1)), [("new", 1.0)], "a set of rows has columns")

# the driver leaves the remarks of SQLTables and SQLColumns empty
equal([row.table_type for row in cursor.tables(table="ward_poverty")], ["VIEW"], "the view in the catalog")
equal({row.column_name: row.type_name for row in cursor.columns(table="ward_poverty")}["poverty_rate"], "float8", "type of a view's column in the catalog")
equal(one("SELECT obj_description('ward_poverty'::regclass)"), "Poverty by ward and year", "comment of the view, by obj_description()")
try:
    rows("SELECT date_trunc(?, as_of), headcount_ratio(income, 250) FROM household GROUP BY date_trunc(?, as_of)", "year", "year")
    ok(False, "the same parameter given twice")
except pyodbc.Error as error:
    equal(error.args[0], "42803", "date_trunc(?, …) … GROUP BY date_trunc(?, …): 42803")
try:
    rows("SELECT headcount_ratio(income, 250, ?) FROM household", -1)
    ok(False, "a negative weight is an error")
except pyodbc.Error as error:
    # the driver drops the hint: the message itself has to name the value
    equal((error.args[0], "not -1" in error.args[1]), ("22023", True), "a negative weight: 22023, and the value in the message")
equal(one("SELECT 1"), 1, "and the session goes on")
# the driver leaves a log of one line behind
connection.close()
for log in glob.glob("/tmp/psqlodbc_*%d.log" % os.getpid()):
    os.remove(log)
end()
