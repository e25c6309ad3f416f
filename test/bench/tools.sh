# shellcheck shell=bash
# tools.sh (sourced by bench.sh): the headcount ratio of the same data in DuckDB (from PyPI, one thread) and in R's laeken
# (a vector already in memory), each left out where it cannot be had.

run_sql -c "\\copy (SELECT income, line, weight FROM register) TO '$WORK/register.csv' (FORMAT csv, HEADER)"
measure_ours()
{
	timings "SELECT $1(income, line, weight) FROM register" "SELECT 1" | cut -f 1 | median
}
printf '\n| tool | headcount ratio, ms | six measures, ms |\n| --- | ---: | ---: |\n| poverty_ext | %.1f | %.1f |\n' \
	"$(measure_ours headcount_ratio)" "$(measure_ours poverty_summary)" >&3
python3 -m venv "$WORK/venv" || { need_packages python3 python3-venv && python3 -m venv "$WORK/venv"; } || true
if "$WORK/venv/bin/pip" install -q duckdb; then
	"$WORK/venv/bin/python" "$HERE/bench/duckdb_peer.py" "$WORK/register.csv" "$RUNS" >&3
else
	echo "| DuckDB | left out: it could not be installed | |" >&3
fi
if Rscript -e 'library(laeken)' || { need_packages r-base-core r-cran-laeken && Rscript -e 'library(laeken)'; }; then
	Rscript "$HERE/bench/laeken_peer.R" "$WORK/register.csv" "$RUNS" 2>/dev/null >&3
else
	echo "| laeken | left out: it could not be installed | |" >&3
fi
