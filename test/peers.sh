#!/bin/bash
# SPDX-License-Identifier: PostgreSQL
# peers.sh (make peers): holds our measures and indices against R's laeken and survey, run here on laeken's eusilc data, and
# against what convey, wbpip and dineq gave for the same data (peers/eusilc.csv and indices.csv, with their versions).
# Relative differences must be below 1e-12, but where compare_indices.sql says why they cannot; convey counts incomes equal
# to the line as poor, which at_or_below() does here. Ends in "N passed, N failed".
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/steps.sh"
. "$HERE/need.sh"
. "$HERE/stage.sh"
. "$HERE/cluster.sh"

at_exit()
{
	cluster_stop postgres
	return "$1"
}

run_sql()
{
	"$PG_BIN/psql" -X -q -v ON_ERROR_STOP=1 -P pager=off -d postgres "$@"
}

steps_begin 5
step "finding, or installing, PostgreSQL and a compiler"
need
say "$("$PG_CONFIG" --version)"
step "finding, or installing, R with laeken and survey"
Rscript -e 'library(laeken); library(survey)' || need_packages r-base-core r-cran-laeken r-cran-survey
say "$(Rscript -e 'cat(R.version.string, "laeken", as.character(packageVersion("laeken")), "survey", as.character(packageVersion("survey")))')"
step "building poverty_ext"
build_extension
step "computing with R"
Rscript "$HERE/peers/eusilc.R" "$WORK"
step "computing with poverty_ext, and comparing"
cluster_start
run_sql -c "CREATE EXTENSION poverty_ext" -c "CREATE TABLE eusilc (x float8, w float8, sex text, region text)" \
	-c "CREATE TABLE line (name text, line float8)" \
	-c "CREATE TABLE peer (measure text, line text, line_is_poor boolean, only_positive boolean, bottom_code float8, value float8, tool text)" \
	-c "CREATE TABLE index_peer (index text, parameter float8, rows text, value float8, within float8, tool text)"
run_sql -c "\\copy eusilc FROM '$WORK/eusilc.csv' (FORMAT csv, HEADER)"
run_sql -c "\\copy line FROM '$WORK/lines.csv' (FORMAT csv, HEADER)"
for file in "$HERE/peers/eusilc.csv" "$WORK/live.csv"; do
	run_sql -c "\\copy peer FROM '$file' (FORMAT csv, HEADER)"
done
for file in "$HERE/peers/indices.csv" "$WORK/live_indices.csv"; do
	run_sql -c "\\copy index_peer FROM '$file' (FORMAT csv, HEADER)"
done
run_sql -f "$HERE/peers/compare.sql" -f "$HERE/peers/compare_indices.sql" >"$WORK/agreement"
steps_end
cat "$WORK/agreement"
run_sql -A -t -c "SELECT format('%s passed, %s failed', count(*) FILTER (WHERE agrees), count(*) FILTER (WHERE agrees IS NOT TRUE))
	FROM (SELECT agrees FROM agreement UNION ALL SELECT agrees FROM index_agreement) v"
[ "$(run_sql -A -t -c 'SELECT (SELECT count(*) > 30 AND bool_and(agrees IS TRUE) FROM agreement) AND (SELECT count(*) > 150 AND bool_and(agrees IS TRUE) FROM index_agreement)')" = t ]
