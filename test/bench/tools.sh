# SPDX-License-Identifier: PostgreSQL
# shellcheck shell=bash
# tools.sh (sourced by bench.sh): the same measures of the same data in DuckDB (from PyPI, one thread), in R's laeken and in
# plain R (vectors already in memory), in all and by 20 groups; each left out where it cannot be had.

run_sql -c "\\copy (SELECT id % 20 AS area, income, line, weight FROM register) TO '$WORK/register.csv' (FORMAT csv, HEADER)"
measure_ours()
{
	timings "SELECT $1(income, line, weight) FROM register$2" "SELECT 1" | cut -f 1 | median
}
printf '\n| tool, %s rows | headcount ratio, ms | in 20 groups | six measures, ms | in 20 groups |\n| --- | ---: | ---: | ---: | ---: |\n' "$ROWS" >&3
printf '| poverty_ext on %s, no workers | %.1f | %.1f | %.1f | %.1f |\n' "$(run_sql -A -t -c 'SHOW server_version' | cut -d ' ' -f 1)" \
	"$(measure_ours headcount_ratio '')" "$(measure_ours headcount_ratio ' GROUP BY id % 20')" \
	"$(measure_ours poverty_summary '')" "$(measure_ours poverty_summary ' GROUP BY id % 20')" >&3
python3 -m venv "$WORK/venv" || { need_packages python3 python3-venv && python3 -m venv "$WORK/venv"; } || true
if "$WORK/venv/bin/pip" install -q duckdb; then
	"$WORK/venv/bin/python" "$HERE/bench/duckdb_peer.py" "$WORK/register.csv" "$RUNS" >&3
else
	echo "| DuckDB | left out: it could not be installed | | | |" >&3
fi
if Rscript -e 'library(laeken)' || { need_packages r-base-core r-cran-laeken && Rscript -e 'library(laeken)'; }; then
	Rscript "$HERE/bench/laeken_peer.R" "$WORK/register.csv" "$RUNS" 2>/dev/null >&3
else
	echo "| laeken | left out: it could not be installed | | | |" >&3
fi
