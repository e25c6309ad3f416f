#!/usr/bin/env python3
# SPDX-License-Identifier: PostgreSQL
# coverage.py UNIT_DIRECTORY SERVER_DIRECTORY REASONS MATH_PERCENT GLUE_PERCENT: for coverage.sh, the report on gcov's counts.
#
# A branch is left out where the language of PostgreSQL's macros makes it and no test can: an ereport() that does not
# report, an interrupt, a value that is, or is not, stored out of line. REASONS has lines "file:function: reason"; a
# reason stands for the branches of that function that no test takes.

import collections
import glob
import json
import os
import re
import subprocess
import sys

MACROS = re.compile(r"\b(ereport|elog|CHECK_FOR_INTERRUPTS|PG_FREE_IF_COPY|PG_GETARG_\w+|PG_DETOAST\w*|PG_RETURN_\w+|VARSIZE\w*|VARDATA\w*|SET_VARSIZE|Assert|INSTR_TIME\w*|foreach|"
                    r"ReleaseTupleDesc|float8out_internal|pq_\w+|appendStringInfo\w*)\b")


def counts(directory):
    """{(file, line): (function, [times of each branch])} over all objects."""
    found = collections.defaultdict(list)
    functions = {}
    data = glob.glob(os.path.join(directory, "src", "**", "*.gcda"), recursive=True)
    for path in data:
        output = subprocess.run(["gcov", "--json-format", "--stdout", "--branch-probabilities", path], cwd=directory, check=True, capture_output=True).stdout
        for text in output.splitlines():
            for file in json.loads(text)["files"]:
                name = file["file"]
                name = name[name.index("src/"):] if "src/" in name else name
                if not re.match(r"src/(math/)?\w+\.[ch]$", name):
                    continue
                for line in file["lines"]:
                    key = (name, line["line_number"])
                    functions[key] = line.get("function_name", "")
                    if line["branches"]:
                        found[key].append([branch["count"] for branch in line["branches"]])
    # a header's line is counted in every file that includes it
    merged = {}
    for key, lists in found.items():
        width = max(len(times) for times in lists)
        merged[key] = (functions[key], [sum(times[i] for times in lists if i < len(times)) for i in range(width)])
    return merged


def main():
    unit_directory, server_directory, reasons_file, math_least, glue_least = sys.argv[1:]
    unit, server = counts(unit_directory), counts(server_directory)
    reasons = {}
    for line in open(reasons_file, encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            place, reason = re.match(r"([^:]*:[^:]*): (.*)", line.strip()).groups()
            reasons[place] = reason
    used, files, missing = set(), collections.OrderedDict(), []
    for key in sorted(set(unit) | set(server)):
        name, number = key
        source = open(os.path.join(server_directory, name), encoding="utf-8").read().splitlines()
        if MACROS.search(source[number - 1]):
            continue
        function = (server.get(key) or unit.get(key))[0]
        by_unit = unit.get(key, ("", []))[1]
        by_server = server.get(key, ("", []))[1]
        width = max(len(by_unit), len(by_server))
        all_times = [(by_unit[i] if i < len(by_unit) else 0) + (by_server[i] if i < len(by_server) else 0) for i in range(width)]
        total = files.setdefault(name, [0, 0, 0, 0])
        total[0] += width
        total[1] += sum(times > 0 for times in by_unit)
        total[2] += sum(times > 0 for times in all_times)
        if min(all_times) == 0:
            place = "%s:%s" % (name, function)
            total[3] += sum(times == 0 for times in all_times) if place in reasons else 0
            if place in reasons:
                used.add(place)
            missing.append((name, number, function, sum(times == 0 for times in all_times), source[number - 1].strip(), reasons.get(place)))
    print("%-34s %9s %7s %7s %9s" % ("file", "branches", "unit %", "all %", "reasoned"))
    sums = {"math": [0, 0, 0, 0], "glue": [0, 0, 0, 0]}
    for name, total in files.items():
        kind = "math" if name.startswith("src/math/") else "glue"
        sums[kind] = [a + b for a, b in zip(sums[kind], total)]
        print("%-34s %9d %7s %7.1f %9d" % (name, total[0], "%.1f" % (100 * total[1] / total[0]) if kind == "math" else "", 100 * total[2] / total[0], total[3]))
    for kind, total in sums.items():
        print("%-34s %9d %7s %7.1f %9d" % ("all of " + kind, total[0], "%.1f" % (100 * total[1] / total[0]) if kind == "math" else "", 100 * total[2] / total[0], total[3]))
    print("\nbranches that no test takes:")
    for name, number, function, n, text, reason in missing:
        print("%s:%d %s: %d of: %s\n    %s" % (name, number, function, n, text[:110], reason or "no reason is given"))
    share = {kind: 100 * (total[2] + total[3]) / total[0] for kind, total in sums.items()}
    stale = sorted(set(reasons) - used)
    checks = [("src/math: %.1f %% taken or with a reason, at least %s wanted" % (share["math"], math_least), share["math"] >= float(math_least)),
              ("glue: %.1f %% taken or with a reason, at least %s wanted" % (share["glue"], glue_least), share["glue"] >= float(glue_least)),
              ("reasons for what is taken: %s" % (", ".join(stale) or "none"), not stale)]
    print()
    for text, good in checks:
        print("%s %s" % ("ok  " if good else "FAIL", text))
    failed = sum(not good for _, good in checks)
    print("%d passed, %d failed" % (len(checks) - failed, failed))
    sys.exit(failed > 0)


main()
