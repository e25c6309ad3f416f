# SPDX-License-Identifier: PostgreSQL
"""duckdb_peer.py FILE RUNS: the median times of the headcount ratio and of six measures in DuckDB, in all and by area, one thread, in memory."""
import platform
import statistics
import sys
import time

import duckdb

path, runs = sys.argv[1], int(sys.argv[2])
database = duckdb.connect()
database.execute("SET threads = 1")
database.execute(f"CREATE TABLE register AS SELECT * FROM read_csv('{path}')")
POOR = "FILTER (WHERE income < line)"
GAP = "weight * ((line - income) / line)"
HEADCOUNT = f"sum(weight) {POOR} / sum(weight)"
SIX = f"""sum(weight) {POOR} / sum(weight), sum({GAP}) {POOR} / sum(weight),
    sum({GAP} * ((line - income) / line)) {POOR} / sum(weight), sum(weight * ln(line / income)) {POOR} / sum(weight),
    sum({GAP}) {POOR} / sum(weight) {POOR}, sum(weight * (line - income)) {POOR} / sum(weight) {POOR}"""


def median(statement):
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        database.execute(statement).fetchall()
        times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times[1:])


def cells(columns):
    return " | ".join(f"{median(f'SELECT {columns} FROM register{by}'):.1f}" for by in ("", " GROUP BY area"))


print(f"| DuckDB {duckdb.__version__} (Python {platform.python_version()}), 1 thread | {cells(HEADCOUNT)} | {cells(SIX)} |")
