#!/usr/bin/env python3
# SPDX-License-Identifier: PostgreSQL
# coverage.py PART DIRECTORY REASONS LEAST: for coverage.sh, the report on gcov's counts of one part, math or glue, in a
# copy of the project that was built and run with counters. LEAST percent of its branches must be taken, and the others
# have a reason.
#
# Left out are the branches that PostgreSQL's macros make on a line, and no test can choose: that a report is one, that an
# interrupt is pending, that a value is stored out of line. What REASONS looks like is written in it.

import collections
import glob
import json
import os
import re
import subprocess
import sys

MACROS = re.compile(r"\b(ereport|elog|CHECK_FOR_INTERRUPTS|PG_FREE_IF_COPY|PG_GETARG_\w+|PG_DETOAST\w*|PG_RETURN_\w+|VARSIZE\w*|VARDATA\w*|SET_VARSIZE|Assert|INSTR_TIME\w*|foreach|"
                    r"ReleaseTupleDesc|float8out_internal|pq_\w+|appendStringInfo\w*)\b")
FILES = {"math": re.compile(r"src/math/\w+\.[ch]$"), "glue": re.compile(r"src/\w+\.[ch]$")}


class Reason:
    """A line of REASONS: why branches of a function, or of lines that look so, are not taken."""

    def __init__(self, line):
        found = re.match(r"(\*|[^:\s]+:[^:\s]*)(?: \[(.+?)\])?: (.*)", line)
        self.place, pattern, self.text = found.groups()
        self.pattern = re.compile(pattern) if pattern else None
        self.branches = 0
        self.places = []

    def is_for(self, part):
        return not self.place.startswith("src/") or FILES[part].match(self.place.split(":")[0])

    def fits(self, place, text):
        return self.place in ("*", place) and (self.pattern is None or self.pattern.search(text))


def counts(directory, wanted):
    """{(file, line): (function, [times of each branch])} over all objects."""
    found = collections.defaultdict(list)
    functions = {}
    for path in glob.glob(os.path.join(directory, "**", "*.gcda"), recursive=True):
        output = subprocess.run(["gcov", "--json-format", "--stdout", "--branch-probabilities", path], cwd=directory, check=True, capture_output=True).stdout
        for text in output.splitlines():
            for file in json.loads(text)["files"]:
                name = file["file"]
                name = name[name.index("src/"):] if "src/" in name else name
                if not wanted.match(name):
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


def print_table(files):
    print("%-34s %9s %7s %9s %15s" % ("file", "branches", "taken", "reasoned", "without either"))
    for name, total in files.items():
        print("%-34s %9d %6.1f%% %9d %15d" % (name, total["all"], 100 * total["taken"] / total["all"], total["reasoned"], total["all"] - total["taken"] - total["reasoned"]))


def main():
    part, directory, reasons_file, least = sys.argv[1:]
    with open(reasons_file, encoding="utf-8") as lines:
        reasons = [Reason(line.strip()) for line in lines if line.strip() and not line.startswith("#")]
    reasons = [reason for reason in reasons if reason.is_for(part)]
    files, bare = collections.OrderedDict(), []
    whole = collections.Counter()
    sources = {}
    for (name, number), (function, times) in sorted(counts(directory, FILES[part]).items()):
        if name not in sources:
            with open(os.path.join(directory, name), encoding="utf-8") as source:
                sources[name] = source.read().splitlines()
        text = sources[name][number - 1].strip()
        if MACROS.search(text):
            continue
        missed = sum(count == 0 for count in times)
        reason = next((r for r in reasons if r.fits("%s:%s" % (name, function), text)), None) if missed else None
        added = {"all": len(times), "taken": len(times) - missed, "reasoned": missed if reason else 0}
        files.setdefault(name, collections.Counter()).update(added)
        whole.update(added)
        if reason:
            reason.branches += missed
            reason.places.append("%s:%d" % (name, number))
        elif missed:
            bare.append("%s:%d %s: %d of: %s" % (name, number, function, missed, text[:100]))
    files["all of " + part] = whole
    print_table(files)
    used = [reason for reason in reasons if reason.branches]
    if used:
        print("\nbranches that no test takes, by their reasons:")
    for reason in used:
        print("%3d  %s\n     (%s)" % (reason.branches, reason.text, " ".join(reason.places)))
    print("\nbranches that no test takes, without a reason:%s" % ("" if bare else " none"))
    print("\n".join(bare))
    share = 100 * whole["taken"] / max(whole["all"], 1)
    stale = [reason.place for reason in reasons if not reason.branches]
    checks = [("%s: %.1f %% of the branches are taken, at least %s wanted" % (part, share, least), share >= float(least)),
              ("branches that are not taken, without a reason: %d" % (whole["all"] - whole["taken"] - whole["reasoned"]), not bare),
              ("reasons for what is taken: %s" % (", ".join(stale) or "none"), not stale)]
    for text, good in checks:
        print("%s %s" % ("ok  " if good else "FAIL", text))
    failed = sum(not good for _, good in checks)
    print("%d passed, %d failed" % (len(checks) - failed, failed))
    sys.exit(failed > 0)


main()
