#!/bin/bash
# SPDX-License-Identifier: PostgreSQL
# need.sh: finds what building and testing take, and installs through apt what is missing: a PostgreSQL server with its
# headers, a C compiler, perl. Sourced, it gives need(), which sets PG_CONFIG, and need_tools(); called, it prints the
# pg_config it chose; arguments are tools that are wanted too.
# PG_CONFIG in the environment picks the server; otherwise it is the newest one that is complete, then Debian's default.

# A server is complete when it can be built for and started.
complete_server()
{
	[ -x "$1" ] && [ -f "$("$1" --pgxs)" ] && [ -f "$("$1" --includedir-server)/postgres.h" ] &&
		[ -x "$("$1" --bindir)/initdb" ]
}

find_server()
{
	local candidate
	if [ -n "${PG_CONFIG:-}" ]; then
		candidate=$(command -v "$PG_CONFIG") || return 1
		PG_CONFIG=$candidate
		complete_server "$PG_CONFIG"
		return
	fi
	for candidate in $(printf '%s\n' /usr/lib/postgresql/*/bin/pg_config | sort -Vr) "$(command -v pg_config)"; do
		if complete_server "$candidate"; then
			PG_CONFIG=$candidate
			return 0
		fi
	done
	return 1
}

compiler_works()
{
	local try status=0
	try=$(mktemp -d)
	printf '#include <math.h>\nint main(void) { return 0; }\n' >"$try/try.c"
	"${CC:-cc}" -o "$try/try" "$try/try.c" >/dev/null 2>&1 || status=1
	rm -rf "$try"
	return "$status"
}

as_root()
{
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	elif command -v sudo >/dev/null; then
		sudo "$@"
	else
		echo "Installing needs root: run this as root, or install sudo." >&2
		return 1
	fi
}

# Lists of packages are fetched only when the ones at hand do not lead to the packages.
apt_update()
{
	tell "fetching apt's lists of packages"
	as_root apt-get update -q
}

# Debian's postgresql-common creates and starts a cluster when a server is installed. A file in createcluster.d, there
# only while apt works, tells it not to; nothing of the machine's own configuration is touched.
apt_install()
{
	# shellcheck disable=SC2016  # the quoted script expands its own variables
	as_root env DEBIAN_FRONTEND=noninteractive sh -c '
		directory=/etc/postgresql-common/createcluster.d
		[ -d "$directory" ] || made=yes
		mkdir -p "$directory"
		clean_up()
		{
			rm -f "$directory/poverty_ext.conf"
			[ -z "$made" ] || rmdir "$directory" "${directory%/*}" 2>/dev/null
		}
		trap "exit 130" INT
		trap "exit 143" TERM
		trap clean_up EXIT
		echo "create_main_cluster = false" >"$directory/poverty_ext.conf"
		apt-get install -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"
	' sh "$@" </dev/null
}

# Debian's default major, or the major of a server that is there without its headers.
server_major()
{
	local path
	case ${PG_CONFIG:-} in
	'')
		path=$(printf '%s\n' /usr/lib/postgresql/*/bin/postgres | sort -V | tail -n 1)
		[ -x "$path" ] || path=
		;;
	/usr/lib/postgresql/*/bin/pg_config) path=$PG_CONFIG ;;
	*)
		echo "PG_CONFIG=$PG_CONFIG leads to no server with initdb, headers and PGXS; name another one, or leave PG_CONFIG unset." >&2
		return 1
		;;
	esac
	if [ -n "$path" ]; then
		path=${path#/usr/lib/postgresql/}
		echo "${path%%/*}"
	else
		{ apt-cache depends postgresql 2>/dev/null || true; } | sed -n 's/^ *Depends: postgresql-\([0-9][0-9]*\)$/\1/p'
	fi
}

tell()
{
	if declare -F say >/dev/null; then
		say "$*"
	else
		echo "$*" >&2
	fi
}

# need_tools TOOL…: programs whose Debian package has the same name.
need_tools()
{
	local tool packages=()
	for tool in "$@"; do
		command -v "$tool" >/dev/null || packages+=("$tool")
	done
	[ "${#packages[@]}" -eq 0 ] || need_packages "${packages[@]}"
}

# need_packages PACKAGE…: Debian packages that are missing.
need_packages()
{
	command -v apt-get >/dev/null || {
		echo "Missing: $*; this machine has no apt-get to install them with." >&2
		return 1
	}
	tell "installing with apt: $*"
	apt_install "$@" || { apt_update && apt_install "$@"; }
}

need()
{
	local packages=() reasons=() major updated=
	if ! find_server; then
		command -v apt-get >/dev/null || {
			echo "No PostgreSQL server with initdb, headers and PGXS was found, and this machine has no apt-get: install one and name it with PG_CONFIG=/path/to/pg_config." >&2
			return 1
		}
		major=$(server_major)
		if [ -z "$major" ]; then
			apt_update
			updated=yes
			major=$(server_major)
		fi
		[ -n "$major" ] || {
			echo "apt knows no package postgresql: is Debian's main section among its sources?" >&2
			return 1
		}
		packages+=("postgresql-$major" "postgresql-server-dev-$major")
		reasons+=("PostgreSQL $major and its server headers")
	fi
	if ! compiler_works; then
		[ -z "${CC:-}" ] || {
			echo "CC=$CC compiles no program: name another compiler, or leave CC unset." >&2
			return 1
		}
		packages+=(gcc libc6-dev)
		reasons+=("a C compiler")
	fi
	command -v make >/dev/null || { packages+=(make) && reasons+=("make"); }
	perl -MTest::More -e 1 2>/dev/null || { packages+=(perl) && reasons+=("perl's Test::More"); }

	if [ "${#packages[@]}" -gt 0 ]; then
		command -v apt-get >/dev/null || {
			echo "Missing: ${reasons[*]}; this machine has no apt-get to install them with." >&2
			return 1
		}
		tell "installing with apt (a minute or two): ${packages[*]}"
		if ! apt_install "${packages[@]}"; then
			[ -z "$updated" ] || return 1
			apt_update
			apt_install "${packages[@]}"
		fi
	fi
	find_server || [ -z "${major:-}" ] || PG_CONFIG=/usr/lib/postgresql/$major/bin/pg_config
	complete_server "${PG_CONFIG:-}" || {
		echo "The packages are installed, but ${PG_CONFIG:-no pg_config} still leads to no complete server." >&2
		return 1
	}
	compiler_works || {
		echo "The packages are installed, but ${CC:-cc} still compiles no program." >&2
		return 1
	}
	export PG_CONFIG
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
	set -euo pipefail
	need >&2
	need_tools "$@" >&2
	echo "$PG_CONFIG"
fi
