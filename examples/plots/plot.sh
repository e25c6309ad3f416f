#!/bin/bash
# SPDX-License-Identifier: PostgreSQL
# plot.sh (make plots): draws lorenz.svg and growth_incidence.svg from the demo's synthetic register, by SQL alone, in a
# throw-away cluster. DIRECTORY as the only argument puts them there instead of beside this script.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/../../test/steps.sh"
. "$HERE/../../test/need.sh"
. "$HERE/../../test/stage.sh"
. "$HERE/../../test/cluster.sh"
DIRECTORY=$(cd "${1:-$HERE}" && pwd)

at_exit()
{
	cluster_stop bac_kan
	return "$1"
}

run_sql()
{
	"$PG_BIN/psql" -X -q -A -t -v ON_ERROR_STOP=1 -d bac_kan "$@"
}

steps_begin 4
step "finding, or installing, PostgreSQL and a compiler"
need
step "building poverty_ext"
build_extension
step "making the demo's register in a private throw-away cluster"
cluster_start
"$PG_BIN/createdb" bac_kan
run_sql -c "CREATE EXTENSION poverty_ext"
for file in schema data register; do
	run_sql -f "$HERE/../bac_kan/$file.sql"
done
step "drawing"
for plot in lorenz growth_incidence; do
	run_sql -f "$HERE/$plot.sql" >"$WORK/$plot.svg"
	cp "$WORK/$plot.svg" "$DIRECTORY/$plot.svg"
	say "$DIRECTORY/$plot.svg"
done
steps_end
