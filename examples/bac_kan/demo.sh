#!/bin/bash
# SPDX-License-Identifier: PostgreSQL
# demo.sh (make demo): from a machine that may have nothing installed to the Bắc Kạn report.
# KEEP=1 leaves the cluster running and says how to connect to it.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/../../test/steps.sh"
. "$HERE/../../test/need.sh"
. "$HERE/../../test/stage.sh"
. "$HERE/../../test/cluster.sh"

at_exit()
{
	cluster_stop bac_kan
	return "$1"
}

run_sql()
{
	"$PG_BIN/psql" -X -q -v ON_ERROR_STOP=1 -P pager=off -d bac_kan "$@"
}

steps_begin 6

step "finding, or installing, PostgreSQL and a compiler"
need
say "$("$PG_CONFIG" --version)"

step "building poverty_ext"
build_extension

step "starting a private throw-away cluster"
cluster_start

step "CREATE EXTENSION poverty_ext"
"$PG_BIN/createdb" bac_kan
run_sql -c "CREATE EXTENSION poverty_ext"

step "loading the published figures and the synthetic register"
for file in schema data register publish; do
	run_sql -f "$HERE/$file.sql"
done
run_sql -c "ALTER DATABASE bac_kan SET search_path = bac_kan, public"

step "computing the report"
run_sql -f "$HERE/report.sql" -f "$HERE/survey.sql" >"$WORK/report"
unequal=$(run_sql -A -t -c "SELECT count(*) FROM bac_kan.published_against_computed WHERE equal IS NOT TRUE")
steps_end
cat "$WORK/report"
if [ "$unequal" -ne 0 ]; then
	echo "Failed: $unequal published figures differ from the computed ones."
	exit 1
fi
echo "Done: every published figure agrees with the computed one. KEEP=1 make demo leaves the cluster up for your own queries."
