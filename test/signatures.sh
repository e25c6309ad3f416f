#!/bin/bash
# SPDX-License-Identifier: PostgreSQL
# signatures.sh (make signatures): writes down every SQL signature of the version that is being made, in
# test/signatures/VERSION.txt, from a throw-away cluster. The list of a version that was released is never made again.
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

version=$(sed -n "s/^default_version *= *'\(.*\)'/\1/p" "$HERE/../poverty_ext.control")
list=$HERE/signatures/$version.txt
if git -C "$HERE" rev-parse -q --verify "refs/tags/v$version.0" >/dev/null 2>&1; then
	echo "Version $version is released: its signatures stay as they are. A change of them belongs to the next version." >&2
	exit 1
fi
steps_begin 3
step "finding, or installing, PostgreSQL and a compiler"
need
step "building poverty_ext"
build_extension
step "listing its signatures"
cluster_start
as_server "$PG_BIN/psql" -X -q -c "CREATE EXTENSION poverty_ext" postgres
as_server "$PG_BIN/psql" -X -q -A -t -v ON_ERROR_STOP=1 postgres <"$HERE/signatures/signatures.sql" >"$WORK/list"
cp "$WORK/list" "$list"
steps_end
echo "$(wc -l <"$list") signatures in $list"
