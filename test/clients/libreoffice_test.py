# SPDX-License-Identifier: PostgreSQL
# LibreOffice Base, by its own PostgreSQL driver (SDBC), in an office without a window that this test starts and ends.
# Run with the python3 that has the module uno, and a scratch directory as the argument.

import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.sdbc import SQLException
from com.sun.star.sdbc.DataType import DOUBLE, LONGVARCHAR, STRUCT

from tap import end, equal, ok


def start_office(directory):
    pipe = "poverty_ext_%d" % os.getpid()
    office = subprocess.Popen(["soffice", "--headless", "--norestore", "--nologo", "--nofirststartwizard", "-env:UserInstallation=file://" + directory, "--accept=pipe,name=%s;urp" % pipe])
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return office, resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
        except NoConnectException:
            if office.poll() not in (None, 0, 81):
                break
            time.sleep(0.5)
    office.terminate()
    raise RuntimeError("LibreOffice did not start")


def connect(context):
    manager = context.ServiceManager.createInstanceWithContext("com.sun.star.sdbc.DriverManager", context)
    url = "sdbc:postgresql:host=%s port=%s dbname=%s" % tuple(os.environ[name] for name in ("PGHOST", "PGPORT", "PGDATABASE"))
    return manager.getConnectionWithInfo(url, (PropertyValue("user", 0, os.environ["PGUSER"], 0),))


office, context = start_office(sys.argv[1])
try:
    configuration = context.ServiceManager.createInstanceWithContext("com.sun.star.configuration.ConfigurationProvider", context)
    product = configuration.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", (PropertyValue("nodepath", 0, "/org.openoffice.Setup/Product", 0),))
    print("# LibreOffice", product.getByName("ooSetupVersionAboutBox"))
    connection = connect(context)

    def query(sql, *setters):
        statement = connection.prepareStatement(sql)
        for i, (setter, value) in enumerate(setters, 1):
            getattr(statement, setter)(i, value)
        return statement.executeQuery()

    def number(sql, *setters):
        result = query(sql, *setters)
        result.next()
        value = result.getDouble(1)
        return None if result.wasNull() else value

    def string(sql, *setters):
        result = query(sql, *setters)
        result.next()
        return result.getString(1)

    def state(sql, *setters):
        try:
            query(sql, *setters)
            return "no error"
        except SQLException as error:
            return error

    for setter, line in (("setInt", 250), ("setLong", 250), ("setDouble", 250.0), ("setString", "250")):
        for column in ("income", "income_numeric", "income_int", "income_bigint"):
            equal(number(f"SELECT headcount_ratio({column}, ?, members) FROM household", (setter, line)), 0.375, f"{setter}, {column}")
    equal(number("SELECT weighted_quantile(income, ?, members) FROM household", ("setDouble", 0.5)), 300.0, "a share")
    equal(number("SELECT headcount_ratio(income, ?, members) FROM household", ("setNull", DOUBLE)), None, "NULL line: null")
    equal(number("SELECT headcount_ratio(income, 250) FROM household WHERE year = ?", ("setInt", 1900)), None, "empty group: null")
    equal(number("SELECT percent(headcount_ratio(income, 250, members)) FROM household"), 37.5, "percent as a number")
    equal(string("SELECT percent(headcount_ratio(income, 250, members)) FROM household"), "37.50", "percent as a string")
    equal(number("SELECT yoy_change(rate, as_of) OVER (ORDER BY as_of) FROM ward_rate ORDER BY as_of OFFSET 1"), -0.25, "a change from the year before")
    equal(number("SELECT mpi(lacking, ?, 0.5, members) FROM household", ("setString", "{1,1,1,1}")), 0.40625, "an array goes as a string")

    result = query("SELECT summary, estimate FROM stored ORDER BY ward")
    equal([result.MetaData.getColumnType(i) for i in (1, 2)], [LONGVARCHAR, STRUCT], "a summary is a LONGVARCHAR, a composite a STRUCT")
    result.next()
    ok(result.getString(1).startswith("01") and result.getString(2).startswith("(2,0.577"), "both can be read as strings")
    connection.createStatement().executeUpdate("TRUNCATE written")
    result = query("SELECT summary::text, distribution::text, deprivation::text, estimate::text FROM stored")
    while result.next():
        insert = connection.prepareStatement("INSERT INTO written VALUES (?, ?, ?, ?)")
        for i in range(1, 5):
            insert.setString(i, result.getString(i))
        insert.executeUpdate()
    equal(number("SELECT count(*) FROM written w JOIN stored s ON w.summary = s.summary AND w.distribution = s.distribution AND w.deprivation = s.deprivation AND w.estimate = s.estimate"), 2.0, "summaries and estimates come back the same")
    result = query("SELECT (e).* FROM (SELECT mean_estimate(visits, 1, 1, visits) AS e FROM household) v")
    result.next()
    equal([result.MetaData.getColumnName(i) for i in (1, 2)] + [result.getDouble(i) for i in (1, 2)], ["estimate", "std_error", 3.0, 0.5 ** 0.5], "(e).* has named columns of numbers")
    equal(string("SELECT code FROM area_successors(?, '2020-01-01', '2026-01-01')", ("setString", "old 1")), "new", "a set of rows has columns")

    tables = connection.getMetaData().getTables(None, "public", "ward_poverty", ())
    tables.next()
    equal([tables.getString(4), tables.getString(5)], ["VIEW", "Poverty by ward and year"], "the view in the catalog, and its comment")
    columns = connection.getMetaData().getColumns(None, "public", "ward_poverty", "poverty_rate")
    columns.next()
    equal([columns.getInt(5), columns.getString(12)], [DOUBLE, "Share of persons below the line, a fraction"], "its rate is a DOUBLE with a comment")
    result = query("SELECT * FROM ward_poverty ORDER BY ward")
    rates = []
    while result.next():
        rates.append((result.getString(1), result.getDouble(3)))
    equal(rates, [("A", 0.75), ("B", 0.0)], "the view's rows")
    error = state("SELECT headcount_ratio(income, 250, ?) FROM household", ("setInt", -1))
    ok(isinstance(error, SQLException) and "not -1" in error.Message and "HINT" in error.Message, "a negative weight: the message names the value, and has the hint")
    equal(number("SELECT 1"), 1.0, "and the session goes on")
    connection.close()
finally:
    try:
        context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()
        office.wait(20)
    except Exception:
        office.terminate()
end()
