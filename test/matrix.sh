#!/bin/bash
# SPDX-License-Identifier: PostgreSQL
# matrix.sh [MAJOR...]: the whole of run.sh under PostgreSQL 15, 17 and 18 (Debian bookworm, trixie and sid), each in a
# chroot under PG_CHROOTS that is made once and used again. The last line is "N passed, N failed". Root only.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/need.sh"
. "$HERE/chroot.sh"
. "$HERE/tally.sh"

leave()
{
	rm -rf "$SYSTEM$TREE"
	unmount_system "$SYSTEM"
}

run_major()
{
	SYSTEM=$CHROOTS/pg$1
	TREE=/tmp/poverty_ext.$$
	exec 9>"$SYSTEM.lock"
	flock 9
	trap leave EXIT
	make_ready "$1"
	mount_system "$SYSTEM" shm
	mkdir "$SYSTEM$TREE"
	copy_project "$SYSTEM$TREE"
	need_major "$1" "$TREE"
	chroot "$SYSTEM" chown -R postgres "$TREE"
	in_chroot "$SYSTEM" postgres bash "$TREE/test/run.sh"
}

need_debootstrap
log=$(mktemp)
trap 'rm -f "$log"' EXIT
[ $# -gt 0 ] || set -- 15 17 18
for major in "$@"; do
	suite_of "$major" >/dev/null
	set +e
	(
		set -e
		run_major "$major"
	) 2>&1 | tee "$log"
	status=${PIPESTATUS[0]}
	set -e
	tally_suite "PostgreSQL $major" "$log" "$status" || true
done
tally_print
