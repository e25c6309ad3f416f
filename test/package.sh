#!/bin/bash
# SPDX-License-Identifier: PostgreSQL
# package.sh [SUITE] (make deb): the Debian package of the last commit's release archive, with debian/ as it stands, built
# and looked at by lintian in a new minimal Debian (trixie unless named), installed there, and tried: CREATE EXTENSION and
# a query in a throw-away cluster, and the regression tests as debian/tests has them. PACKAGES=directory keeps the packages
# there. The last line is "N passed, N failed". Root only.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/need.sh"
. "$HERE/chroot.sh"
. "$HERE/tally.sh"
SUITE=${1:-trixie}
VERSION=$(sed -n 's/^   "version": "\(.*\)",$/\1/p' "$HERE/../META.json")
SYSTEM=$CHROOTS/package-$SUITE
PLACE= # the builder's home

leave()
{
	rm -f "$log"
	unmount_system "$SYSTEM"
	rm -rf --one-file-system "$SYSTEM"
}

# try NAME COMMAND…: one test; what the command said is shown when it fails.
try()
{
	local start=$SECONDS
	if "${@:2}" >"$log" 2>&1; then
		add "$1 ($((SECONDS - start)) s)" 1 0 yes
	else
		add "$1" 0 1 yes || tail -n 60 "$log"
		return 1
	fi
}

prepare()
{
	printf '#!/bin/sh\nexit 101\n' >"$SYSTEM/usr/sbin/policy-rc.d"
	chmod +x "$SYSTEM/usr/sbin/policy-rc.d"
	echo 'Acquire::Check-Valid-Until "false";' >"$SYSTEM/etc/apt/apt.conf.d/99check-valid-until"
	mkdir -p "$SYSTEM/etc/postgresql-common"
	echo 'create_main_cluster = false' >"$SYSTEM/etc/postgresql-common/createcluster.conf"
	in_chroot "$SYSTEM" root sh -c 'apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends -o Dpkg::Options::=--force-unsafe-io \
		build-essential debhelper lintian postgresql postgresql-server-dev-all'
	chroot "$SYSTEM" useradd -m builder
	PLACE=$(home_in "$SYSTEM" builder)
}

# The archive that `make dist` makes, as Debian's upstream archive, with the packaging laid over it.
unpack()
{
	local tree=$SYSTEM$PLACE/poverty-ext-$VERSION
	git -C "$HERE/.." archive --prefix="poverty-ext-$VERSION/" HEAD | gzip -n >"$SYSTEM$PLACE/poverty-ext_$VERSION.orig.tar.gz"
	tar -C "$SYSTEM$PLACE" -xf "$SYSTEM$PLACE/poverty-ext_$VERSION.orig.tar.gz"
	[ ! -e "$tree/debian" ] || { echo "the archive has debian/" && return 1; }
	# not with git archive, which leaves debian/ out
	git -C "$HERE/.." ls-files debian | tar -C "$HERE/.." -cf - -T - | tar -C "$tree" -xf -
	chroot "$SYSTEM" chown -R builder "$PLACE"
}

# as_builder COMMAND: in the source tree.
as_builder() { in_chroot "$SYSTEM" builder sh -c "cd $PLACE/poverty-ext-$VERSION && $1"; }

build()
{
	as_builder 'pg_buildext updatecontrol && dpkg-buildpackage -us -uc'
}

# The names of the packages are those of the servers that the suite has.
same_control()
{
	as_builder 'cat debian/control' | diff "$HERE/../debian/control" -
}

# The first upload to Debian's own archive would close a request for the package; this is none.
check_with_lintian()
{
	in_chroot "$SYSTEM" builder sh -c "cd $PLACE && lintian --fail-on error,warning,info --tag-display-limit 0 --suppress-tags initial-upload-closes-no-bugs -I poverty-ext_$VERSION-1_*.changes"
}

install_package()
{
	in_chroot "$SYSTEM" root sh -c "DEBIAN_FRONTEND=noninteractive apt-get install -q -y $PLACE/postgresql-*-poverty-ext_*.deb"
}

# 1 of 4 is under the line: 0.25.
try_package()
{
	# shellcheck disable=SC2016  # expanded there
	in_chroot "$SYSTEM" postgres sh -c '
		set -e
		cd /tmp
		bin=$(ls -d /usr/lib/postgresql/*/bin)
		trap "$bin/pg_ctl -D /tmp/tried -m immediate -w stop; rm -rf /tmp/tried" EXIT
		$bin/initdb -D /tmp/tried -A trust --no-sync
		$bin/pg_ctl -D /tmp/tried -w -l /tmp/tried/log -o "-k /tmp/tried -c listen_addresses=" start
		psql -h /tmp/tried -X -v ON_ERROR_STOP=1 -c "CREATE EXTENSION poverty_ext" postgres
		answer=$(psql -h /tmp/tried -X -A -t -c "SELECT headcount_ratio(x, 2) FROM generate_series(1, 4) x" postgres)
		[ "$answer" = 0.25 ] || { echo "headcount_ratio is $answer"; exit 1; }
	'
}

run_its_tests()
{
	as_builder 'sh -e debian/tests/installcheck'
}

# Nothing of it stays when it is removed.
remove_package()
{
	in_chroot "$SYSTEM" root sh -c "DEBIAN_FRONTEND=noninteractive apt-get purge -q -y 'postgresql-*-poverty-ext'"
	[ -z "$(find "$SYSTEM/usr" "$SYSTEM/etc" -name '*poverty*ext*')" ]
}

# What fails ends the run only where the rest cannot do without it.
all_of_it()
{
	try "a new Debian $SUITE with what building takes" prepare || return
	try "the release archive and the packaging" unpack || return
	try "the package is built" build || return
	try "lintian has nothing to say" check_with_lintian || true
	[ "$SUITE" != trixie ] || try "debian/control is the one of $SUITE" same_control || true
	[ -z "${PACKAGES:-}" ] || cp "$SYSTEM$PLACE"/*.deb "$PACKAGES"
	try "the package is installed" install_package || return
	try "CREATE EXTENSION and a query" try_package || true
	try "debian/tests/installcheck" run_its_tests || true
	try "nothing stays when it is removed" remove_package
}

need_debootstrap
log=$(mktemp)
exec 9>"$SYSTEM.lock"
flock 9
trap leave EXIT
trap 'exit 143' INT TERM
unmount_system "$SYSTEM"
rm -rf --one-file-system "$SYSTEM"
minimal_system "$SUITE" "$SYSTEM"
mount_system "$SYSTEM" shm

all_of_it || true
echo "whole run: $SECONDS s"
tally_print
