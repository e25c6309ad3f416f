#!/usr/bin/env python3
# SPDX-License-Identifier: PostgreSQL
# sql_fuzz.py [--seconds N] [--seed N] [--coverage]: bytes and calls against the extension in a running server, through
# the module in module/ (test/fuzz.sh builds both and starts the server).
#
# From the catalog: every base type of the extension that has a binary form, every aggregate (as one without its final
# function, whose result is the partial state), every function that SQL can call. Valid forms are made by these
# themselves. Then, N seconds each:
#   a type:         random bytes, truncations, bit flips, parts of other forms; with the checksum repaired and not; in
#                   binary and as text. What is accepted goes to functions that take the type.
#   damage to it:   valid forms with every single bit changed and every length but their own: all are refused.
#   all functions:  called with values on the edges of their types, some of their texts with characters changed.
# --coverage lets libFuzzer make the bytes. What reads bytes or text and is none of these is a finding too.
# The last line is "N passed, N failed".

import argparse
import os
import random
import re
import sys
import time

import server

BATCH = 500
SEEDS_OF_ONE = 3
SEEDS_MAX = 120
TRIES = 30
SEED_BYTES_MAX = 6000
# What is a name and no number: nothing tells a changed one from another.
WITHOUT_CHECKSUM = {"survey_code"}

# Expressions over row number i that most aggregates can do with, by type.
BENIGN = {
    "double precision": ["i", "i", "i * 1.5", "sqrt(i)", "1", "2", "3", "0.5", "0.6", "0.25", "i % 5", "1 + i % 3", "100", "1e9 * i", "-i", "2020 + i % 4"],
    "boolean": ["i % 2 = 0", "true", "i % 3 = 0", "false"],
    "boolean[]": ["array[i % 2 = 0, i % 3 = 0, true]", "array[i % 2 = 0]", "array[true, false, i % 2 = 1]"],
    "double precision[]": ["array[1, 2, 3]::float8[]", "array[0.2, 0.3, 0.5]::float8[]", "array[1]::float8[]", "array[i, 1, i % 3]::float8[]",
                           "array[0.5, i % 2, 0]::float8[]", "array[2, 1]::float8[]"],
    "text": ["'a'", "chr(97 + i % 3)", "'adjust'", "'wald'", "'logit'", "'korn_graubard'", "'convey'", "'jk1'", "'brr'"],
    '"any"': ["i % 3", "i / 4", "(i % 2)::text", "i * 0.7", "i / 7::float8", "date '2020-01-01' + i", "ARRAY[i]"],
    "survey_code": ["i % 3", "i / 4", "(i % 2)::text"],
    "bigint": ["i % 8", "5", "1"],
    "integer": ["i % 8", "3", "1"],
    "bit varying": ["(i % 8)::bit(3)::varbit", "B'101'::varbit"],
    "date": ["date '2020-01-01' + i"],
}

# By the argument's name, mostly; NULL leaves an option as it is.
USUAL = {
    "weight": ["1", "1 + i % 3", "0.1 * i"], "line": ["5", "3"], "p": ["0.25", "0.5"], "share": ["0.6", "0.5"], "k": ["0.5", "0.3"], "alpha": ["1", "2", "0.5"],
    "stratum": ["i % 2", "'s' || i % 2"], "psu": ["i / 3", "'p' || i"], "level": ["0.9"], "keep_totals": ["true"], "mse": ["true", "NULL"], "lonely": ["NULL", "'adjust'"],
    "ci": ["NULL"], "df": ["NULL"], "convention": ["NULL"], "indicator_weights": ["array[1, 1, 2]::float8[]"], "deprived": ["array[i % 2 = 0, i % 3 = 0, true]"],
}


def state(name):
    return "fuzz.%s" % name


def expression(seeds, name, type_name, kind, oid):
    """A benign value of an argument."""
    if name in USUAL and random.random() < 0.8:
        value = random.choice(USUAL[name])
        if kind == "p" or value == "NULL":
            return value
        return "(%s)::%s" % (value, type_name)
    if oid in seeds and seeds[oid]:
        return "'%s'::%s" % (random.choice(seeds[oid])[1], type_name)
    if type_name in BENIGN:
        return random.choice(BENIGN[type_name])
    if kind == "e":
        return "(enum_range(NULL::%s))[1 + i %% %d]" % (type_name, random.randint(1, 4))
    return "NULL::%s" % type_name


def own_types(session):
    return session.rows("""SELECT t.oid, t.oid::regtype, t.typsend::regproc FROM pg_type t, %s AND d.classid = 'pg_type'::regclass AND d.objid = t.oid
        AND t.typtype = 'b' AND t.typreceive <> 0 AND t.typelem = 0 ORDER BY 2""" % server.MEMBERS)


def left_out(session, types):
    """What the extension has that reads bytes or text, and that nothing here would call."""
    found = ["type %s has no binary form" % row[0] for row in session.rows("""SELECT t.oid::regtype FROM pg_type t, %s AND d.classid = 'pg_type'::regclass AND d.objid = t.oid
        AND t.typtype = 'b' AND t.typreceive = 0 AND t.typelem = 0""" % server.MEMBERS)]
    found += ["function %s reads what no type is read from" % row[0] for row in session.rows("""SELECT p.oid::regprocedure FROM pg_proc p, %s AND d.classid = 'pg_proc'::regclass AND d.objid = p.oid
        AND p.proargtypes::oid[] && array['cstring'::regtype::oid, 'internal'::regtype::oid]
        AND p.prokind = 'f' AND NOT EXISTS (SELECT FROM pg_type t WHERE p.oid IN (t.typinput, t.typreceive))""" % server.MEMBERS)]
    found += ["aggregate %s has states that are written in a form of their own" % row[0] for row in session.rows("""SELECT a.aggfnoid::regprocedure FROM pg_aggregate a, %s
        AND d.classid = 'pg_proc'::regclass AND d.objid = a.aggfnoid AND (a.aggserialfn <> 0 OR a.aggdeserialfn <> 0 OR 'internal'::regtype IN (a.aggtranstype, a.aggmtranstype))""" % server.MEMBERS)]
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "codec", "state_codecs.c"), encoding="utf-8") as source:
        listed = source.read()
    return found + ["type %s is not in codec/state_codecs.c" % name for _, name, _ in types if name not in WITHOUT_CHECKSUM and "X(%s," % name not in listed]


def named(types, names):
    """Pairs of type and name of arguments."""
    types, names = types.split(), names.strip("{}").split(",")
    return [(oid, names[n] if n < len(names) else "") for n, oid in enumerate(types)]


def makers(session):
    """What makes values of the extension's types: (expression with %s for the arguments, result's oid, argument types)."""
    aggregates = session.rows("""SELECT a.aggfnoid::oid, a.aggtransfn::oid::regproc, a.aggtranstype, a.aggtranstype::regtype, coalesce(quote_literal(a.agginitval), ''),
        pg_get_function_identity_arguments(a.aggfnoid), p.proargtypes, p.prorettype, p.proname, coalesce(p.proargnames::text, '{}')
        FROM pg_aggregate a JOIN pg_proc p ON p.oid = a.aggfnoid, %s AND d.classid = 'pg_proc'::regclass AND d.objid = p.oid
        AND a.aggkind = 'n' ORDER BY p.oid""" % server.MEMBERS)
    found = []
    for oid, transition, type_oid, type_name, initial, _, arguments, result, name, names in aggregates:
        types = named(arguments, names)
        signature = session.value("SELECT coalesce(string_agg(format_type(t, NULL), ', ' ORDER BY n), '') FROM unnest('%s'::oidvector::oid[]) WITH ORDINALITY AS a(t, n)" % arguments)
        session.rows("CREATE AGGREGATE %s(%s) (SFUNC = %s, STYPE = %s%s)" % (
            state("state_" + oid), signature, transition, type_name, ", INITCOND = " + initial if initial else ""))
        found.append((state("state_" + oid) + "(%s)", type_oid, types))
        found.append((name + "(%s)", result, types))
    functions = session.rows("""SELECT p.proname, p.prorettype, p.proargtypes, coalesce(p.proargnames::text, '{}') FROM pg_proc p, %s AND d.classid = 'pg_proc'::regclass AND d.objid = p.oid
        AND p.prokind = 'f' AND NOT p.proretset AND NOT p.proargtypes::oid[] && array['cstring'::regtype::oid, 'internal'::regtype::oid]""" % server.MEMBERS)
    for name, result, arguments, names in functions:
        found.append((name + "(%s)", result, named(arguments, names)))
    # members of composite results are values too
    members = {}
    for result, member, oid in session.rows("SELECT t.oid, quote_ident(a.attname), a.atttypid FROM pg_type t JOIN pg_attribute a ON a.attrelid = t.typrelid AND a.attnum > 0 WHERE t.typtype = 'c'"):
        members.setdefault(result, []).append((member, oid))
    for call, result, arguments in list(found):
        found += [("(%s).%s" % (call, member), oid, arguments) for member, oid in members.get(result, [])]
    return found


def make_seeds(session, types):
    """Valid binary forms of each type, as {oid: [(binary, text)]}, and what makes forms that are not."""
    seeds = {oid: [] for oid, _, _ in types}
    invalid = []
    name_of = {oid: name for oid, name, _ in types}
    send = {oid: function for oid, _, function in types}
    kinds = {row[0]: (row[1], row[2]) for row in session.rows("SELECT oid, format_type(oid, NULL), typtype FROM pg_type")}
    candidates = [maker for maker in makers(session) if maker[1] in seeds]
    for tries in (TRIES, TRIES, 10 * TRIES):
        random.shuffle(candidates)
        # the last time for what nothing was found for alone
        wanted = [maker for maker in candidates if tries == TRIES or not seeds[maker[1]]]
        for call, result, arguments in wanted:
            got = 0
            for _ in range(tries):
                if len(seeds[result]) >= SEEDS_MAX or got == SEEDS_OF_ONE:
                    break
                values = ", ".join(expression(seeds, name, *kinds[oid], oid) for oid, name in arguments)
                value = call % values
                rows = random.choice([1, 2, 5, 40])
                found, error = session.query("SELECT encode(%s(v), 'hex'), v FROM (SELECT %s AS v FROM generate_series(1, %d) i LIMIT 1) s WHERE v IS NOT NULL" % (send[result], value, rows))
                if error or not found or len(found[0][0]) > 2 * SEED_BYTES_MAX:
                    continue
                _, error = session.query("SELECT '%s'::%s" % (found[0][1], name_of[result]))
                if error:
                    # alone, an inverse transition function takes away what was never added
                    if "_inverse(" not in call:
                        invalid.append("gave what cannot be read again: " + value)
                    continue
                if tuple(found[0]) not in seeds[result]:
                    seeds[result].append(tuple(found[0]))
                    got += 1
    return seeds, invalid


def load_tables(session, types, seeds):
    """Fills the tables that the module reads; returns the types for which there are no values."""
    session.rows("CREATE TABLE fuzz.value (type oid, form bytea, text text)")
    for oid, forms in seeds.items():
        for form, _ in forms:
            session.rows("INSERT INTO fuzz.value VALUES (%s, '\\x%s')" % (oid, form))
    session.rows("""CREATE TABLE fuzz.target AS SELECT p.oid AS function, p.oid::regprocedure::text AS name FROM pg_proc p, %s AND d.classid = 'pg_proc'::regclass AND d.objid = p.oid
        AND p.prokind = 'f' AND NOT p.proretset AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype, 'internal'::regtype, 'cstring'::regtype, 'language_handler'::regtype)
        AND NOT p.proargtypes::oid[] && array['cstring'::regtype::oid, 'internal'::regtype::oid]
        AND NOT EXISTS (SELECT FROM pg_language l WHERE l.lanvalidator = p.oid OR l.laninline = p.oid)""" % server.MEMBERS)
    # the types of arguments, and of the members of composites among them
    used = session.rows("""WITH RECURSIVE used(type) AS (
            SELECT t FROM fuzz.target f JOIN pg_proc p ON p.oid = f.function, unnest(p.proargtypes::oid[]) t
            UNION SELECT a.atttypid FROM used u JOIN pg_type t ON t.oid = u.type JOIN pg_attribute a ON a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped)
        SELECT t.oid, format_type(t.oid, NULL), t.typtype FROM used u JOIN pg_type t ON t.oid = u.type""")
    missing = []
    for oid, name, kind in used:
        if kind == "p" or oid in seeds:
            continue
        if kind == "c":
            session.rows("INSERT INTO fuzz.value VALUES (%s)" % oid)
            continue
        values = server.edge_values(session, name, kind, oid)
        if values is None:
            missing.append(name)
            continue
        for value in values:
            session.rows("INSERT INTO fuzz.value VALUES (%s, NULL, %s)" % (oid, server.literal(value)))
    session.rows("ANALYZE fuzz.value")
    return missing


class Report:
    """Counts of a part, and what was found, each kind once."""

    def __init__(self):
        self.passed = self.failed = 0

    def part(self, name, counts, findings):
        kinds = {}
        for text in findings:
            kinds.setdefault(re.sub(r"\d+", "N", re.sub(r"'[^']*'|\"[^\"]*\"|\{[^}]*\}", "''", text)), text)
        print("%s: %d inputs, %d accepted, %d calls, %d findings" % (name, *counts, len(kinds)), flush=True)
        for text in kinds.values():
            print("    " + (text if len(text) < 3000 else text[:1500] + " … " + text[-1500:]), flush=True)
        if kinds:
            self.failed += 1
        else:
            self.passed += 1


def rounds(session, dbname, oid, seed, start, stop):
    """The result of some rounds; when the server is lost in them, the one it is lost in is looked for."""
    try:
        row, error = session.query("SELECT unnest(fuzz_rounds(%s, %d, %d, %d))" % (oid, seed, start, stop))
        if error:
            return [str(stop - start), "0", "0", "rounds %d to %d of seed %d: %s %s" % (start, stop, seed, *error)], session
        return [field[0] for field in row], session
    except server.ServerLost as lost:
        server.wait_for_server(dbname)
        session = server.Session(dbname, statement_timeout="60s")
        if stop - start == 1:
            notices = [part.split("\n")[0] for part in str(lost).split("NOTICE:  ")[1:]]
            return ["1", "0", "0", "round %d of seed %d ENDS THE SERVER: %s" % (start, seed, notices[-1] if notices else "")], session
        middle = (start + stop) // 2
        first, session = rounds(session, dbname, oid, seed, start, middle)
        second, session = rounds(session, dbname, oid, seed, middle, stop)
        return [str(int(first[i]) + int(second[i])) for i in range(3)] + first[3:] + second[3:], session


def fuzz(session, dbname, oid, seed, seconds, coverage):
    if coverage and oid != "NULL":
        session.close()
        session = server.Session(dbname)
        try:
            row, error = session.query("SELECT unnest(fuzz_coverage(%s, %d, %d))" % (oid, seed, seconds))
        except server.ServerLost:
            server.wait_for_server(dbname)
            row, error = [], ("", "ENDS THE SERVER: the input is crash-* in its data directory")
        parts = [field[0] for field in row] if not error else ["0", "0", "0", "%s %s" % error]
        session.close()
        return [int(n) for n in parts[:3]], parts[3:], server.Session(dbname, statement_timeout="60s")
    counts, findings, start, end = [0, 0, 0], [], 0, time.monotonic() + seconds
    while time.monotonic() < end and len(findings) < 200:
        part, session = rounds(session, dbname, oid, seed, start, start + BATCH)
        counts = [counts[i] + int(part[i]) for i in range(3)]
        findings += part[3:]
        start += BATCH
    return counts, findings, session


def damage(session, dbname, oid, seconds):
    """Every small damage to one valid form after another, as long as there is time."""
    counts, findings, number, end = [0, 0, 0], [], 0, time.monotonic() + seconds
    while time.monotonic() < end and len(findings) < 200:
        try:
            row, error = session.query("SELECT unnest(fuzz_damage(%s, %d))" % (oid, number))
        except server.ServerLost:
            server.wait_for_server(dbname)
            session = server.Session(dbname, statement_timeout="60s")
            row, error = [], ("", "ENDS THE SERVER: damage to form %d" % number)
        if error:
            findings.append("%s %s" % error)
        elif not row:
            break
        else:
            counts = [counts[i] + int(row[i][0]) for i in range(3)]
            findings += [field[0] for field in row[3:]]
        number += 1
    return counts, findings, session, number


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--seconds", type=float, default=10, help="for each type, and for all functions together")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--coverage", action="store_true")
    arguments.add_argument("--only", help="a regular expression that the names of the parts match")
    options = arguments.parse_args()
    random.seed(options.seed)
    dbname = "poverty_sql_fuzz"
    session = server.make_database(dbname)
    for signature in ("fuzz_rounds(oid, bigint, bigint, bigint) RETURNS text[]", "fuzz_damage(oid, bigint) RETURNS text[]", "fuzz_form(oid, bigint, bigint) RETURNS bytea") + (
            ("fuzz_coverage(oid, bigint, bigint) RETURNS text[]",) if options.coverage else ()):
        session.rows("CREATE FUNCTION %s LANGUAGE c AS 'poverty_fuzz'" % signature)
    types = own_types(session)
    seeds, invalid = make_seeds(session, types)
    missing = load_tables(session, types, seeds)
    session.rows("SET statement_timeout = '60s'")
    report = Report()
    print("seed %d; functions that are called: %s" % (options.seed, session.value("SELECT count(*) FROM fuzz.target")))
    report.part("what there is", [0, 0, 0], left_out(session, types) + ["no values of type %s: add some to server.py" % name for name in missing] + invalid)
    for oid, name, _ in types + [["NULL", "all functions", ""]]:
        if options.only and not re.search(options.only, name):
            continue
        if oid != "NULL" and not seeds[oid]:
            report.part(name, [0, 0, 0], ["nothing made a value of this type"])
            continue
        forms = len(seeds[oid]) if oid != "NULL" else 0
        counts, findings, session = fuzz(session, dbname, oid, options.seed, options.seconds, options.coverage)
        report.part("%s (%d valid forms)" % (name, forms) if forms else name, counts, findings)
        if oid != "NULL" and name not in WITHOUT_CHECKSUM and not options.coverage:
            counts, findings, session, forms = damage(session, dbname, oid, options.seconds)
            report.part("damage to %s (%d valid forms)" % (name, forms), counts, findings)
    session.close()
    session = server.Session("postgres")
    session.rows("DROP DATABASE %s" % dbname)
    print("%d passed, %d failed" % (report.passed, report.failed))
    sys.exit(report.failed > 0)


main()
