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

suite_of()
{
	case $1 in
	15) echo bookworm ;;
	17) echo trixie ;;
	18) echo sid ;;
	*)
		echo "PostgreSQL $1 is in none of the Debian suites that this script knows." >&2
		return 1
		;;
	esac
}

# A chroot counts as ready once need.sh has worked in it.
make_ready()
{
	[ ! -f "$SYSTEM/.ready" ] || return 0
	unmount_system "$SYSTEM"
	rm -rf --one-file-system "$SYSTEM"
	make_debian "$(suite_of "$1")" "$SYSTEM"
	printf '#!/bin/sh\nexit 101\n' >"$SYSTEM/usr/sbin/policy-rc.d"
	chmod +x "$SYSTEM/usr/sbin/policy-rc.d"
	# testing and unstable expire, and the mirror may be a copy that stands still
	echo 'Acquire::Check-Valid-Until "false";' >"$SYSTEM/etc/apt/apt.conf.d/99check-valid-until"
}

leave()
{
	rm -rf "$SYSTEM$TREE"
	unmount_system "$SYSTEM"
}

run_major()
{
	local found
	SYSTEM=$CHROOTS/pg$1
	TREE=/tmp/poverty_ext.$$
	exec 9>"$SYSTEM.lock"
	flock 9
	trap leave EXIT
	make_ready "$1"
	mount_system "$SYSTEM" shm
	mkdir "$SYSTEM$TREE"
	tar -C "$HERE/.." -cf - --exclude='*.o' --exclude='*.bc' --exclude='*.so' --exclude=.git . | tar -C "$SYSTEM$TREE" -xf -
	found=$(in_chroot "$SYSTEM" root bash "$TREE/test/need.sh")
	[ "$found" = "/usr/lib/postgresql/$1/bin/pg_config" ] || {
		echo "$(suite_of "$1") gives $found, not PostgreSQL $1."
		return 1
	}
	chroot "$SYSTEM" apt-get clean
	touch "$SYSTEM/.ready"
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
