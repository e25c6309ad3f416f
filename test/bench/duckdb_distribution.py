# SPDX-License-Identifier: PostgreSQL
"""duckdb_distribution.py FILE RUNS: the median times of the median and of the Gini coefficient in DuckDB, one thread, in memory."""
import statistics
import sys
import time

import duckdb

path, runs = sys.argv[1], int(sys.argv[2])
database = duckdb.connect()
database.execute("SET threads = 1")
database.execute(f"CREATE TABLE register AS SELECT * FROM read_csv('{path}')")
MEDIAN = "SELECT quantile_cont(income, 0.5) FROM register"
GINI = """SELECT sum((2 * c - weight) * weight * income) / (max(c) * sum(weight * income)) - 1
    FROM (SELECT income, weight, sum(weight) OVER (ORDER BY income, weight ROWS UNBOUNDED PRECEDING) AS c FROM register)"""


def median(statement):
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        database.execute(statement).fetchall()
        times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times[1:])


print(f"| DuckDB {duckdb.__version__}, 1 thread (`quantile_cont`; a window function) | {median(MEDIAN):.1f} | {median(GINI):.1f} | - |")
