#!/bin/bash
# SPDX-License-Identifier: PostgreSQL
# upgrade.sh (make upgrade-test): pg_upgrade of a cluster with stored values of every type and rows of the user in the
# config tables, from PostgreSQL 15 to 17 to 18. Each server is built and staged in its own chroot (as matrix.sh makes
# them) and carried, with the libraries that the last one's system lacks, into that one's, where all of them run. The
# last line is "N passed, N failed". Root only.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/need.sh"
. "$HERE/chroot.sh"
. "$HERE/tally.sh"
MAJORS=(15 17 18)
LAST=${MAJORS[-1]}
TREE=/tmp/poverty_ext.$$
SERVERS=$CHROOTS/upgrade.$$
SYSTEM=

leave()
{
	rm -f "$log"
	rm -rf "$SERVERS"
	[ -z "$SYSTEM" ] || leave_system
}

leave_system()
{
	rm -rf "$SYSTEM$TREE"
	unmount_system "$SYSTEM"
	SYSTEM=
}

# Run in a chroot: the extension, and beside it the server's own files and every library that they need.
# shellcheck disable=SC2016  # expanded there
STAGE='
	set -e
	major=$1
	cd "$2"
	pg_config=/usr/lib/postgresql/$major/bin/pg_config
	make -s -j2 with_llvm=no PG_CONFIG=$pg_config all
	for directory in /usr/lib/postgresql/$major/bin /usr/lib/postgresql/$major/lib /usr/share/postgresql/$major; do
		mkdir -p "$2/server$directory"
		cp -RL "$directory/." "$2/server$directory"
	done
	rm -rf "$2/server/usr/lib/postgresql/$major/lib/bitcode" "$2/server/usr/lib/postgresql/$major/lib/pgxs"
	# an installed poverty_ext is not the one to test
	rm -f "$2/server/usr/lib/postgresql/$major/lib"/poverty_ext* "$2/server/usr/share/postgresql/$major/extension"/poverty_ext*
	make -s with_llvm=no PG_CONFIG=$pg_config DESTDIR="$2/server" install
	mkdir "$2/libraries"
	ldd /usr/lib/postgresql/$major/bin/* 2>/dev/null | sed -n "s/.* => \(\/[^ ]*\) .*/\1/p" | sort -u | xargs cp -Lt "$2/libraries"
'

stage_major()
{
	SYSTEM=$CHROOTS/pg$1
	make_ready "$1"
	mount_system "$SYSTEM" shm
	mkdir "$SYSTEM$TREE"
	copy_project "$SYSTEM$TREE"
	need_major "$1" "$TREE"
	in_chroot "$SYSTEM" root sh -c "$STAGE" stage "$1" "$TREE"
}

# The libraries that came with a server and that the last one's system lacks.
keep_missing_libraries()
{
	local library known
	known=$(chroot "$SYSTEM" ldconfig -p)
	for library in "$1"/libraries/*; do
		case $known in
		*"${library##*/} ("*) rm "$library" ;;
		esac
	done
}

need_debootstrap
log=$(mktemp)
trap leave EXIT
trap 'exit 143' INT TERM
for major in "${MAJORS[@]}"; do
	exec 9>"$CHROOTS/pg$major.lock"
	flock 9
	echo "staging PostgreSQL $major"
	stage_major "$major" >"$log" 2>&1 || { tail -n 40 "$log" && exit 1; }
	mkdir -p "$SERVERS"
	mv "$SYSTEM$TREE/server" "$SERVERS/$major"
	mv "$SYSTEM$TREE/libraries" "$SERVERS/$major"
	[ "$major" = "$LAST" ] || leave_system
done
mv "$SERVERS" "$SYSTEM$TREE/servers"
for major in "${MAJORS[@]}"; do
	keep_missing_libraries "$SYSTEM$TREE/servers/$major"
done
chroot "$SYSTEM" chown -R postgres "$TREE"
status=0
in_chroot "$SYSTEM" postgres perl -I "$TREE/test/t" "$TREE/test/upgrade/steps.pl" "$TREE/servers" "${MAJORS[@]}" 2>&1 | tee "$log" || status=$?
tally_tap "pg_upgrade" "$log" "$status" || true
tally_print
