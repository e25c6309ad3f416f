# SPDX-License-Identifier: PostgreSQL
# shellcheck shell=bash
# chroot.sh (sourced): Debian systems in directories under PG_CHROOTS, for matrix.sh and fresh.sh. Root only.

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
