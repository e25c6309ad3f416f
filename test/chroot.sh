# SPDX-License-Identifier: PostgreSQL
# shellcheck shell=bash
# chroot.sh (sourced): Debian systems in directories under PG_CHROOTS, for matrix.sh, fresh.sh, package.sh and upgrade.sh. Root
# only.

CHROOTS=${PG_CHROOTS:-/var/tmp/pg-chroots}

# The mirror that apt uses on this machine.
mirror()
{
	{ cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null || true; } |
		sed -nE 's/^URIs: *([^ ]+).*/\1/p; s/^deb (\[[^]]*\] *)?([^ ]+) .*/\2/p' | grep '/debian/*$' | head -n 1
}

need_debootstrap()
{
	[ "$(id -u)" -eq 0 ] || {
		echo "Only root can make chroots." >&2
		return 1
	}
	mkdir -p "$CHROOTS"
	need_tools debootstrap
}

# make_debian SUITE DIRECTORY [--include=package,…]
make_debian()
{
	local log=$2.debootstrap.log
	debootstrap --variant=minbase "${@:3}" "$1" "$2" "$(mirror)" >"$log" 2>&1 || {
		tail -n 20 "$log"
		return 1
	}
	rm "$log"
}

# minimal_system SUITE DIRECTORY: a new minimal system with make, git and sudo, which is made once and kept as an archive.
minimal_system()
{
	local archive=$CHROOTS/fresh-$1.tar
	exec 8>"$archive.lock"
	flock 8
	if [ ! -f "$archive" ]; then
		make_debian "$1" "$2" --include=make,git,sudo
		tar -C "$2" -cf "$archive.part" .
		mv "$archive.part" "$archive"
	else
		mkdir -m 755 "$2"
		tar -C "$2" -xf "$archive"
	fi
	exec 8>&-
	chmod 755 "$2"
}

# Mounts are made where the machine allows it; PostgreSQL does without them.
mount_system()
{
	mountpoint -q "$1/proc" || mount -t proc proc "$1/proc" || echo "(no /proc in $1)"
	[ "${2:-}" != shm ] || mountpoint -q "$1/dev/shm" ||
		{ mkdir -p "$1/dev/shm" && mount -t tmpfs -o mode=1777 tmpfs "$1/dev/shm"; } || echo "(no /dev/shm in $1)"
}

unmount_system()
{
	local mounted
	for mounted in "$1/dev/shm" "$1/proc"; do
		! mountpoint -q "$mounted" || umount "$mounted" || umount -l "$mounted"
	done
}

# in_chroot DIRECTORY USER COMMAND…: with an environment as bare as a first login's; no locale.
in_chroot()
{
	chroot "$1" runuser -u "$2" -- env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
		HOME=/tmp USER="$2" "${@:3}" </dev/null
}

# home_in DIRECTORY USER: of the user there, as seen from there.
home_in() { chroot "$1" getent passwd "$2" | cut -d: -f6; }

# The suite whose PostgreSQL is of this major.
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

# make_ready MAJOR: a system in $SYSTEM, new unless need_major has worked in it before.
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

# The project as it stands, file by file without what was built: another run may be building here at the same time.
copy_project()
{
	git -C "$HERE/.." ls-files -z --cached --others --exclude-standard | tar -C "$HERE/.." --null --no-recursion -T - -cf - | tar -C "$1" -xf -
}

# need_major MAJOR DIRECTORY: what building and testing take, in $SYSTEM, where the project is in that directory.
need_major()
{
	local found
	found=$(in_chroot "$SYSTEM" root bash "$2/test/need.sh")
	[ "$found" = "/usr/lib/postgresql/$1/bin/pg_config" ] || {
		echo "$(suite_of "$1") gives $found, not PostgreSQL $1."
		return 1
	}
	chroot "$SYSTEM" apt-get clean
	touch "$SYSTEM/.ready"
}
