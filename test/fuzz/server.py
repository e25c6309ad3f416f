# SPDX-License-Identifier: PostgreSQL
# server.py: what the SQL fuzzers share: sessions of psql that tell an error from a lost server, values on the edges of
# their types, and what the extension has, from the catalog. Standard library and psql alone; the server is the one that
# PGHOST, PGPORT and PGUSER lead to.

import os
import subprocess
import threading
import time

MARK = "--\x02end\x02--"
FIELD, RECORD, NULL = "\x1f", "\x1e", "\x1d"


class ServerLost(Exception):
    """The session ended while a statement ran."""


class Session:
    """One psql that takes statements and gives rows back."""

    def __init__(self, dbname, **settings):
        environment = dict(os.environ, PGDATABASE=dbname, PGCONNECT_TIMEOUT="10")
        environment["PGOPTIONS"] = " ".join("-c %s=%s" % item for item in settings.items())
        program = os.path.join(os.environ["PG_BIN"], "psql") if "PG_BIN" in os.environ else "psql"
        self.process = subprocess.Popen(
            [program, "-X", "-q", "-A", "-t", "-F", FIELD, "-R", RECORD, "-P", "null=" + NULL,
             "-v", "VERBOSITY=verbose", "-v", "ON_ERROR_STOP=0"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
            encoding="utf-8", errors="replace", bufsize=1)

    def query(self, sql):
        """Rows, and the error as (SQLSTATE, message) or None."""
        errors = []
        reader = threading.Thread(target=self._read_errors, args=(errors,))
        reader.start()
        try:
            self.process.stdin.write("%s\n;\n\\echo '%s'\n\\warn '%s'\n" % (sql, MARK, MARK))
            self.process.stdin.flush()
        except BrokenPipeError:
            pass
        lines = []
        while True:
            line = self.process.stdout.readline()
            if line == "":
                reader.join()
                self.process.wait()
                raise ServerLost("".join(errors))
            if MARK in line:
                lines.append(line[:line.index(MARK)])
                break
            lines.append(line)
        reader.join()
        text = "".join(lines)
        if text.endswith("\n"):
            text = text[:-1]
        rows = [[None if field == NULL else field for field in record.split(FIELD)]
                for record in text.split(RECORD)] if text else []
        return rows, error_of(errors)

    def _read_errors(self, errors):
        for line in self.process.stderr:
            if MARK in line:
                return
            errors.append(line)

    def rows(self, sql):
        """The rows of a statement that must work."""
        rows, error = self.query(sql)
        if error:
            raise RuntimeError("%s\nfailed: %s %s" % (sql, *error))
        return rows

    def value(self, sql):
        return self.rows(sql)[0][0]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def error_of(lines):
    for line in lines:
        _, found, rest = line.partition("ERROR:  ")
        if not found:
            _, found, rest = line.partition("FATAL:  ")
        if found:
            state, _, message = rest.partition(": ")
            return state, message.rstrip("\n")
    return None


def wait_for_server(dbname, seconds=60):
    """Waits until the server takes sessions again."""
    for _ in range(seconds * 2):
        time.sleep(0.5)
        session = Session(dbname)
        try:
            session.rows("SELECT 1")
            session.close()
            return
        except (ServerLost, RuntimeError):
            pass
    raise RuntimeError("the server does not come back")


def literal(text):
    return "NULL" if text is None else "E'%s'" % text.replace("\\", "\\\\").replace("'", "''").replace("\n", "\\n")


FLOATS = ("0 -0 1 -1 2 3 0.5 0.6 0.1 0.2 0.25 0.95 100 1000 5000 2147483648 9007199254740993 2021 2022 1e-9 1e308 -1e308 1e-308 5e-324 "
          "-5e-324 2.2250738585072014e-308 1.7976931348623157e308 NaN Infinity -Infinity 0.3333333333333333 12 60 10").split()

# Values of types that are not the extension's own; a type that is not here, and is used, is an error.
EDGES = {
    "double precision": FLOATS,
    "real": FLOATS[:14] + ["NaN", "Infinity", "1e38"],
    "numeric": FLOATS[:24] + ["NaN", "Infinity", "-Infinity", "1e1000", "123456789012345678901234567890.123456789"],
    "integer": "0 1 -1 2 3 10 100 2147483647 -2147483648".split(),
    "bigint": "0 1 -1 2 7 100 9223372036854775807 -9223372036854775808 4095".split(),
    "smallint": "0 1 -1 2 32767 -32768".split(),
    "boolean": ["t", "f"],
    "text": ["", "a", "fuzz", "rural", "urban", "all", "VN-2016", "VN-2022", "VN-2027", "WB-2021", "EU", "wald", "logit", "jk1", "fay", "brr", "mse",
             "oecd_modified", "square_root", "shapley", "initial", "final", "poor", "near_poor", "month", "year", "x" * 300, "\u1ea5p", "%s%n"],
    "date": ["2021-12-31", "2016-02-29", "2015-02-28", "0001-01-01", "5874897-12-31", "4713-01-01 BC", "infinity", "-infinity", "2022-01-01"],
    "timestamp without time zone": ["2021-12-31 23:59:59.999999", "294276-12-31", "4713-01-01 BC", "infinity", "-infinity", "2016-02-29"],
    "timestamp with time zone": ["2021-12-31 23:59:59.999999+07", "294276-12-31+00", "4713-01-01 00:00+00 BC", "infinity", "-infinity", "2016-02-29+07"],
    "interval": ["1 day", "1 year", "-178000000 years", "0", "1 month -1 day"],
    "bit varying": ["", "1", "0", "101", "1" * 64, "1" * 65, "0" * 200],
    "bit": ["1", "0", "101"],
    "bytea": ["\\x", "\\x00", "\\x01ff", "\\x" + "00" * 100],
    "survey_code": ["", "a", "5", "\\x698000000000000005", "\\x643fe0000000000000", "\\x6e302e35", "\\x745c61", "\\x7301", "\\x", "\\a"],
    "jsonb": ["{}", "[]", "null", '{"a": 1}'],
    "double precision[]": ["{}", "{1}", "{1,2,3}", "{0,0,0}", "{NULL}", "{1,NULL,3}", "{NaN}", "{1,Infinity}", "{{1,2},{3,4}}", "{1e308,1e308}",
                           "{-1,2}", "{5e-324,5e-324}", "[0:1]={1,2}", "{0.2,0.3,0.5}", "{%s}" % ",".join(["1"] * 65), "{%s}" % ",".join(["0.5"] * 300)],
    "boolean[]": ["{}", "{t}", "{t,f,t}", "{f,f,f}", "{NULL}", "{t,NULL,f}", "{{t,f},{f,t}}", "[5:6]={t,f}", "{%s}" % ",".join("t" * 65), "{t,f}"],
    "text[]": ["{}", "{a}", "{a,b,c}", "{NULL}", "{a,a}", "{{a,b},{c,d}}"],
    "bigint[]": ["{}", "{1}", "{1,2}", "{NULL}", "{9223372036854775807}"],
    "integer[]": ["{}", "{1}", "{1,2,3}", "{NULL}", "{2147483647}", "{-1,0}", "{{1},{2}}"],
    "numeric[]": ["{}", "{1}", "{NaN}", "{1e1000}"],
    "date[]": ["{}", "{2021-01-01}", "{infinity}"],
    "daterange": ["empty", "(,)", "[2021-01-01,2022-01-01)", "[,2020-01-01)", "[-infinity,infinity]"],
    "regtype": ["int4"], "regclass": ["pg_class", "pg_am", "0"], "oid": ["0"], "name": ["a"], "record": [],
}

# The extension's own members.
MEMBERS = """pg_depend d WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
    AND d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'poverty_ext')"""


def make_database(name):
    """A new database with the extension, and a session in it."""
    session = Session("postgres")
    session.rows("DROP DATABASE IF EXISTS %s" % name)
    session.rows("CREATE DATABASE %s TEMPLATE template0" % name)
    session.close()
    session = Session(name)
    session.rows("CREATE EXTENSION poverty_ext")
    session.rows("CREATE SCHEMA fuzz")
    return session


def edge_values(session, type_name, kind, oid):
    """Values of a type as text; None where there are none for it."""
    if type_name in EDGES:
        return EDGES[type_name]
    if kind == "e":
        return [row[0] for row in session.rows("SELECT enumlabel FROM pg_enum WHERE enumtypid = %s ORDER BY enumsortorder" % oid)]
    if kind == "r":
        return ["empty", "(,)", "[a@2021-01-01,a@2022-01-01)", '["",)']
    if type_name.endswith("[]"):
        element = session.rows("SELECT t.typtype, t.oid, format_type(t.oid, NULL), (SELECT count(*) FROM pg_attribute WHERE attrelid = t.typrelid AND attnum > 0) FROM pg_type t WHERE t.typarray = %s" % oid)
        if element and element[0][0] == "c":
            row = "(%s)" % ",".join([""] * int(element[0][3]))
            return ["{}", "{NULL}", '{"%s"}' % row]
        values = edge_values(session, element[0][2], element[0][0], element[0][1]) if element else None
        return None if values is None else ["{}", "{NULL}", '{"%s"}' % values[0], '{"%s","%s"}' % (values[0], values[-1])]
    return None
