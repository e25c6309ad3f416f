#!/bin/bash
# SPDX-License-Identifier: PostgreSQL
# fresh.sh SUITE [user|root]: the README's two commands on a machine that has nothing: a new minimal Debian with only
# make, git and sudo, no locale, no /dev/shm, into which the last commit is cloned by a user who may use sudo (or by
# root). Checks too that nothing stays behind but packages. SUITES and TAP pick some of run.sh's tests. The last
# line is "N passed, N failed". Root only.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/need.sh"
. "$HERE/chroot.sh"
. "$HERE/tally.sh"
SUITE=${1:?which Debian suite?}
WHO=${2:-user}
case $WHO in
user) visitor=visitor ;;
root) visitor=root ;;
*) echo "user or root, not $WHO" >&2 && exit 2 ;;
esac

need_debootstrap
SYSTEM=$CHROOTS/fresh-$SUITE-$WHO
log=$(mktemp)
clear_system()
{
	unmount_system "$SYSTEM"
	rm -rf --one-file-system "$SYSTEM"
}
leave()
{
	rm -f "$log"
	clear_system
}
exec 9>"$SYSTEM.lock"
flock 9
trap leave EXIT
trap 'exit 143' INT TERM
clear_system

minimal_system "$SUITE" "$SYSTEM"
mount_system "$SYSTEM"

if [ "$WHO" = user ]; then
	chroot "$SYSTEM" useradd -m -s /bin/bash "$visitor"
	echo "$visitor ALL=(ALL) NOPASSWD: ALL" >"$SYSTEM/etc/sudoers.d/$visitor"
fi
place=$(home_in "$SYSTEM" "$visitor")
git -C "$HERE/.." bundle create -q "$SYSTEM/project.bundle" HEAD
in_chroot "$SYSTEM" "$visitor" git -c advice.detachedHead=false -c init.defaultBranch=main clone -q /project.bundle "$place/project"

for target in demo test; do
	echo "--- $SUITE, as $visitor: make $target"
	set +e
	in_chroot "$SYSTEM" "$visitor" make -C "$place/project" --no-print-directory ${SUITES:+"SUITES=$SUITES"} \
		${TAP:+"TAP=$TAP"} "$target" 2>&1 | tee "$log"
	status=${PIPESTATUS[0]}
	set -e
	tally_suite "$SUITE make $target" "$log" "$status" || true
done

# nothing_from NAME COMMAND…: one test, which passes when the command prints nothing.
nothing_from()
{
	local out
	out=$("${@:2}" 2>/dev/null || true)
	if [ -z "$out" ]; then
		add "$SUITE $1" 1 0 yes
	else
		add "$SUITE $1" 0 1 yes || echo "$out" | head -n 20
	fi
}
running_in() { find /proc/[0-9]*/root -maxdepth 0 -lname "$SYSTEM" 2>/dev/null; }
nothing_from "no cluster was made" find "$SYSTEM/etc/postgresql" "$SYSTEM/var/lib/postgresql" -name postgresql.conf
nothing_from "no configuration was left" find "$SYSTEM/etc" -name '*poverty_ext*' -o -name createcluster.d
nothing_from "the server's own files are as packaged" find "$SYSTEM/usr/lib/postgresql" "$SYSTEM/usr/share/postgresql" -name '*poverty_ext*'
nothing_from "no file was left in /tmp" find "$SYSTEM/tmp" "$SYSTEM/var/tmp" -mindepth 1
nothing_from "no process was left" running_in
tally_print
