#!/usr/bin/env python3
# SPDX-License-Identifier: PostgreSQL
# query_fuzz.py [--seconds N] [--seed N]: queries over all functions, aggregates and window functions of the extension, as
# the catalog has them, made of values on the edges of their types.
#
# Aggregates stand with FILTER, DISTINCT, GROUP BY, grouping sets and over moving frames, with and without parallel
# workers; functions with constants and with columns; reports over a register whose name and columns want quotes, and
# any mapping of its columns. What must hold: no lost server, no internal error (class XX), no syntax error in SQL that
# the extension writes, no NaN or infinity in a result, and a query that runs out of time (5 s) ends within a second of it.
# The last line is "N passed, N failed".

import argparse
import json
import random
import re
import sys
import time

import server

LIMIT = 5.0
DBNAME = "poverty_query_fuzz"

# Tables whose columns are edges; `mild` has ordinary values, so that some queries have a result.
TABLES = {
    "edges": "(VALUES %s) v(g, x, y, b, i, d, t, s)",
    "mild": "(SELECT i % 4 AS g, i * 1.5::float8 AS x, (1 + i % 7)::float8 AS y, i % 3 = 0 AS b, i % 5 AS i, date '2015-01-01' + 365 * (i % 9) AS d, timestamp '2015-01-01' + i * interval '1 year' AS t, chr(97 + i % 3) AS s FROM generate_series(1, 60) i) v",
    "nothing": "(SELECT 1 AS g, 1::float8 AS x, 1::float8 AS y, true AS b, 1 AS i, current_date AS d, now()::timestamp AS t, 'a'::text AS s WHERE false) v",
}
COLUMNS = {"double precision": ["x", "y", "x", "y", "g", "i"], "boolean": ["b", "x > y"], "integer": ["i", "g"], "bigint": ["i", "g"], "date": ["d"],
           "timestamp without time zone": ["t"], "timestamp with time zone": ["t"], "text": ["s"], "survey_code": ["i", "s", "g"], '"any"': ["i", "s", "g"],
           "double precision[]": ["ARRAY[x, y]", "ARRAY[y]"], "boolean[]": ["ARRAY[b, x > y]", "ARRAY[b]"]}
MODERATE = {"double precision": ["0.5", "1", "2", "0.25", "0.6", "3", "10"]}

REGISTER = "it's \"the\" %s register; --"

# What a report asks of a column, a type of it and values for row i.
ROLE_KINDS = {
    "any": ("text", "'s' || i % 3"), "year": ("int", "2018 + i % 4"), "date": ("date", "date '2018-12-31' + i % 4"), "text": ("text", "'%s ''\" ' || i % 5"),
    "code": ("text", "chr(97 + i % 6)"), "number": ("float8", "i % 9 - 0.5 * (i % 2)"), "boolean": ("boolean", "i % 3 = 0"), "booleans": ("boolean[]", "ARRAY[i % 2 = 0, i % 3 = 0]"),
    "status": ("poverty_status", "(enum_range(NULL::poverty_status))[1 + i % 4]"), "income": ("float8", "10.0 * i"),
}


class Maker:
    """Makes queries."""

    def __init__(self, session):
        self.kinds = {row[0]: (row[1], row[2]) for row in session.rows("SELECT oid, format_type(oid, NULL), typtype FROM pg_type")}
        self.session = session
        self.edges = {}
        self.members = {}
        for row in session.rows("SELECT t.oid, a.atttypid FROM pg_type t JOIN pg_attribute a ON a.attrelid = t.typrelid AND a.attnum > 0 WHERE t.typtype = 'c' AND t.typnamespace = 'public'::regnamespace ORDER BY t.oid, a.attnum"):
            self.members.setdefault(row[0], []).append(row[1])
        self.calls = [(name, kind, types.split(), returns_set == "t", variadic == "t") for name, kind, types, returns_set, variadic in session.rows(
            """SELECT p.proname, p.prokind, p.proargtypes, p.proretset, p.provariadic <> 0 FROM pg_proc p, %s AND d.classid = 'pg_proc'::regclass AND d.objid = p.oid
            AND p.prorettype NOT IN ('trigger'::regtype, 'internal'::regtype, 'cstring'::regtype, 'language_handler'::regtype)
            AND NOT p.proargtypes::oid[] && array['cstring'::regtype::oid, 'internal'::regtype::oid] AND p.prorettype <> 'event_trigger'::regtype
            ORDER BY p.oid""" % server.MEMBERS)]
        self.make_register()
        # values of the extension's own types, as text
        self.own = {}
        for expression, table in (("income_distribution(x, y)", "mild"), ("income_distribution(x, y, 5)", "mild"), ("poverty_summary(x, 20, y)", "mild"), ("inequality_summary(x, y)", "mild"),
                                  ("mpi_summary(ARRAY[b, x > 20], '{1,2}', 0.5, y)", "mild"), ("transition_matrix(1 + g, 1 + i % 4, 4, y)", "mild"), ("survey_design(i, g)", "mild"), ("survey_line(x, 0.6, y, g, i)", "mild"),
                                  ("(gini_estimate(x, y, i, g)).totals", "mild"), ("gini_estimate(x, y, i, g)", "mild")):
            rows, error = session.query("SELECT pg_typeof(v)::oid, v FROM (SELECT %s AS v FROM %s) q" % (expression, TABLES[table]))
            if not error and rows and rows[0][1] is not None:
                self.own.setdefault(rows[0][0], []).append(rows[0][1])

    def make_register(self):
        """A table with a column for each role that a report asks for, and one that is none."""
        self.roles = {}
        for role, kind in self.session.rows("""SELECT DISTINCT m[1], m[2] FROM pg_proc p CROSS JOIN regexp_matches(p.prosrc, $$'(\\w+) (%s)( required)?'$$, 'g') m, %s
                AND d.classid = 'pg_proc'::regclass AND d.objid = p.oid ORDER BY 1, 2""" % ("|".join(ROLE_KINDS), server.MEMBERS)):
            self.roles.setdefault(role, kind)
        self.columns = dict(self.roles, **{REGISTER: "text"})
        columns = ['"%s"' % name.replace('"', '""') for name in self.columns]
        self.register = 'fuzz."%s"' % REGISTER.replace('"', '""')
        self.session.rows("CREATE TABLE %s AS SELECT %s FROM generate_series(1, 60) i" % (self.register, ", ".join(
            "(%s)::%s AS %s" % (ROLE_KINDS[kind][1], ROLE_KINDS[kind][0], name) for name, kind in zip(columns, self.columns.values()))))

    def mapping(self):
        """Columns for some roles."""
        chosen = {random.choice(list(self.roles)): random.choice(list(self.columns) + ["no such column", None]) for _ in range(random.choice([0, 0, 1, 1, 2, 4]))}
        return json.dumps(chosen)

    def constant(self, oid, mild):
        name, kind = self.kinds[oid]
        if random.random() < 0.05:
            return "NULL::%s" % name if kind != "p" else "NULL"
        if kind == "p":
            return random.choice(["1", "'a'::text", "2.5::float8", "NULL::int"])
        if mild and name in MODERATE:
            return random.choice(MODERATE[name])
        if oid in self.own:
            return "%s::%s" % (server.literal(random.choice(self.own[oid])), name)
        if kind == "c":
            return "ROW(%s)::%s" % (", ".join(self.constant(member, mild) for member in self.members.get(oid, [])), name)
        if name == "regclass" and random.random() < 0.8:
            return "%s::regclass" % server.literal(self.register)
        if name == "jsonb" and random.random() < 0.8:
            return "%s::jsonb" % server.literal(self.mapping())
        if oid not in self.edges:
            self.edges[oid] = server.edge_values(self.session, name, kind, oid) or []
        if not self.edges[oid]:
            return "NULL::%s" % name
        return "%s::%s" % (server.literal(random.choice(self.edges[oid])), name)

    def argument(self, oid, mild):
        name = self.kinds[oid][0]
        if name in COLUMNS and random.random() < 0.6:
            return "(%s)" % random.choice(COLUMNS[name]) if name == '"any"' else "(%s)::%s" % (random.choice(COLUMNS[name]), name)
        return self.constant(oid, mild)

    def table(self):
        which = random.choice(["mild", "mild", "edges", "nothing"])
        if which != "edges":
            return TABLES[which], which == "mild"
        rows = []
        for _ in range(random.randint(1, 5)):
            rows.append("(%d, %s, %s, %s, %s, %s, %s, %s)" % (random.randint(1, 2), *(
                "%s::%s" % (server.literal(random.choice(server.EDGES[name])), name) if random.random() > 0.1 else "NULL::%s" % name
                for name in ("double precision", "double precision", "boolean", "integer", "date", "timestamp without time zone", "text"))))
        return TABLES["edges"] % ", ".join(rows), False

    def query(self):
        name, kind, types, returns_set, variadic = random.choice(self.calls)
        table, mild = self.table()
        arguments = [self.argument(oid, mild) for oid in types]
        if variadic:
            arguments[-1] = "VARIADIC " + arguments[-1]
        arguments = ", ".join(arguments)
        call = "%s(%s)" % (name, arguments)
        if kind == "w":
            return "SELECT %s OVER (%sORDER BY %s%s) FROM %s" % (call, random.choice(["", "PARTITION BY g "]), random.choice(["d", "x", "i", "t"]), random.choice(["", " DESC", " NULLS FIRST"]), table)
        if kind == "f":
            return ("SELECT * FROM %s, LATERAL %s r LIMIT 50" if returns_set else "SELECT %s FROM %s LIMIT 50") % ((table, call) if returns_set else (call, table))
        if random.random() < 0.1 and len(types) > 0:
            call = "%s(DISTINCT %s)" % (name, arguments)
        if random.random() < 0.25:
            call += " FILTER (WHERE %s)" % random.choice(["b", "x > 1", "false", "NOT b"])
        form = random.randrange(6)
        if form == 0:
            return "SELECT g, %s FROM %s GROUP BY g" % (call, table)
        if form == 1:
            return "SELECT g, b, %s FROM %s GROUP BY %s" % (call, table, random.choice(["ROLLUP (g, b)", "CUBE (g, b)", "GROUPING SETS ((g), (b), ())"]))
        if form == 2 and "DISTINCT" not in call:
            return "SELECT %s OVER (%sORDER BY i ROWS BETWEEN %d PRECEDING AND %d FOLLOWING) FROM %s" % (call, random.choice(["", "PARTITION BY g "]), random.randint(0, 3), random.randint(0, 2), table)
        if form == 3:
            return "SELECT %s FROM %s HAVING count(*) >= 0" % (call, table)
        return "SELECT %s FROM %s" % (call, table)


def judge(sql, rows, error, taken):
    """What is wrong with the answer, or None."""
    if error:
        if error[0].startswith("XX"):
            return "internal error %s: %s" % error
        # report_publish() is given the text of a query
        if error[0] == "42601" and "syntax error" in error[1] and "report_publish(" not in sql:
            return error[1]
        if error[0] == "57014" and taken > LIMIT + 1:
            return "ended %.1f s after the limit of time" % (taken - LIMIT)
    elif taken > LIMIT + 1:
        return "took %.1f s in spite of the limit of time" % taken
    else:
        for row in rows:
            if any(field is not None and re.search(r"NaN|Infinity", field) for field in row):
                return "gave %s" % row
    return None


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--seconds", type=float, default=10)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    random.seed(options.seed)
    session = server.make_database(DBNAME)
    settings = ["SET statement_timeout = '%ds'" % LIMIT, "SET parallel_setup_cost = 0", "SET parallel_tuple_cost = 0", "SET min_parallel_table_scan_size = 0"]
    maker = Maker(server.Session(DBNAME))
    for setting in settings:
        session.rows(setting)
    counts = {"queries": 0, "answers": 0, "errors": 0}
    states, findings, names = {}, {}, set()
    end = time.monotonic() + options.seconds
    while time.monotonic() < end and len(findings) < 100:
        sql = maker.query()
        counts["queries"] += 1
        if counts["queries"] % 200 == 0:
            session.rows("SET force_parallel_mode = %s" % random.choice(["on", "off"]) if int(session.value("SHOW server_version_num")) < 160000 else "SET debug_parallel_query = %s" % random.choice(["on", "off"]))
            session.rows("SET work_mem = '%s'" % random.choice(["64kB", "4MB"]))
        start = time.monotonic()
        try:
            rows, error = session.query(sql)
            wrong = judge(sql, rows, error, time.monotonic() - start)
        except server.ServerLost as lost:
            wrong, error, rows = "ENDS THE SERVER: %s" % str(lost)[:200], ("lost", ""), []
            server.wait_for_server(DBNAME)
            session = server.Session(DBNAME)
            maker.session = server.Session(DBNAME)
            for setting in settings:
                session.rows(setting)
        if error:
            counts["errors"] += 1
            states[error[0]] = states.get(error[0], 0) + 1
        else:
            counts["answers"] += 1
            names.add(re.search(r"(\w+)\(", sql).group(1))
        # a column that a query merely repeats is no result
        if wrong and not (wrong.startswith("gave") and "LATERAL" in sql):
            findings.setdefault(re.sub(r"[\d.e+-]+", "N", wrong)[:80] + re.search(r"(\w+)\(", sql).group(1), (wrong, sql))
    print("seed %d: %d queries, %d answers (of %d names), %d errors: %s" % (options.seed, *(counts[key] for key in ("queries", "answers")), len(names), counts["errors"],
                                                                   ", ".join("%s %d" % item for item in sorted(states.items(), key=lambda item: -item[1]))))
    for wrong, sql in findings.values():
        print("%s\n    %s" % (wrong[:400], sql[:1500]))
    session.close()
    session = server.Session("postgres")
    session.rows("DROP DATABASE %s WITH (FORCE)" % DBNAME)
    print("%d passed, %d failed" % (not findings, len(findings)))
    sys.exit(bool(findings))


main()
