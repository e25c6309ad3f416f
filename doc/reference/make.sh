#!/bin/bash
# SPDX-License-Identifier: PostgreSQL
# make.sh (make reference): writes doc/reference.md again, from the comments in the catalog and the examples beside this
# file, in a throw-away cluster. FILE as the only argument is written instead.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/../../test/steps.sh"
. "$HERE/../../test/need.sh"
. "$HERE/../../test/stage.sh"
. "$HERE/../../test/cluster.sh"
FILE=${1:-$HERE/../reference.md}

at_exit()
{
	cluster_stop postgres
	return "$1"
}

steps_begin 4
step "finding, or installing, PostgreSQL, a compiler and perl"
need
step "building poverty_ext"
build_extension
step "starting a private throw-away cluster"
cluster_start
"$PG_BIN/psql" -X -q -d postgres -c 'CREATE EXTENSION poverty_ext'
step "writing the page"
perl "$HERE/page.pl" postgres >"$WORK/reference.md" 2>"$WORK/without"
cp "$WORK/reference.md" "$FILE"
say "$FILE"
if [ -s "$WORK/without" ]; then
	say "names without an example: $(tr '\n' ' ' <"$WORK/without")"
fi
steps_end
