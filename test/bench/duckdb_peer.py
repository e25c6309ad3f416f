"""duckdb_peer.py FILE RUNS: the median times of the headcount ratio and of six measures in DuckDB, one thread, in memory."""
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
HEADCOUNT = f"SELECT sum(weight) {POOR} / sum(weight) FROM register"
SIX = f"""SELECT sum(weight) {POOR} / sum(weight), sum({GAP}) {POOR} / sum(weight),
    sum({GAP} * ((line - income) / line)) {POOR} / sum(weight), sum(weight * ln(line / income)) {POOR} / sum(weight),
    sum({GAP}) {POOR} / sum(weight) {POOR}, sum(weight * (line - income)) {POOR} / sum(weight) {POOR} FROM register"""


def median(statement):
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        database.execute(statement).fetchall()
        times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times[1:])


print(f"| DuckDB {duckdb.__version__}, 1 thread | {median(HEADCOUNT):.1f} | {median(SIX):.1f} |")
