# shellcheck shell=bash
# SPDX-License-Identifier: PostgreSQL
# superset.sh (sourced; wants steps.sh, need.sh, stage.sh and cluster.sh of test/): Superset beside the demo in one
# private cluster, on the loopback address.
#   superset_install   a virtual environment with what requirements.txt names, kept between runs
#   superset_load      the demo's data and views, and the roles that Superset connects as
#   superset_start     Superset's tables, its login, the dashboard, the server; sets SUPERSET_URL and SUPERSET_PASSWORD
#   superset_export    the dashboard as changed in the browser, back into dashboard/
#   superset_stop
# PYTHON picks the Python (3.11 or 3.12); DASHBOARD_PORT the port.

SUPERSET_FILES=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
SUPERSET_HOME=

# What is installed once and kept: the server's user must be able to read it, and root's home is closed to others.
cache_directory()
{
	if [ "$(id -u)" -eq 0 ]; then
		echo /var/cache/poverty_ext
	else
		echo "${XDG_CACHE_HOME:-$HOME/.cache}/poverty_ext"
	fi
}

# A Python that Superset takes and that the server's user can run.
find_python()
{
	local candidate
	for candidate in ${PYTHON:+"$PYTHON"} python3 /usr/bin/python3 python3.11 python3.12; do
		candidate=$(command -v "$candidate") || continue
		if as_server "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 12))' 2>/dev/null; then
			PYTHON=$candidate
			return 0
		fi
	done
	echo "Superset 6.1.0 with the packages of requirements.txt wants Python 3.11 or 3.12 (on 3.13 it does not start, for want of numpy 1), and user $(server_user) can run none here: name one with PYTHON=/path/to/python3.12." >&2
	return 1
}

superset_install()
{
	local cache key
	command -v python3 >/dev/null || need_packages python3 python3-venv
	find_python
	"$PYTHON" -c 'import ensurepip, venv' 2>/dev/null || need_packages python3-venv
	cache=$(cache_directory)
	mkdir -p "$cache"
	key=$({ "$PYTHON" -VV && cat "$SUPERSET_FILES/requirements.txt"; } | sha256sum | cut -c 1-12)
	SUPERSET_ENVIRONMENT=$cache/superset-$key
	# two runs at a time must not install into one directory
	exec 9>"$cache/lock"
	flock 9
	if [ ! -e "$SUPERSET_ENVIRONMENT/complete" ]; then
		say "installing Apache Superset from PyPI into $SUPERSET_ENVIRONMENT (a minute or two, 850 MB; kept for the next run)"
		rm -rf "$SUPERSET_ENVIRONMENT"
		"$PYTHON" -m venv "$SUPERSET_ENVIRONMENT"
		"$SUPERSET_ENVIRONMENT/bin/pip" install --quiet --disable-pip-version-check --no-input --no-deps \
			-r "$SUPERSET_FILES/requirements.txt"
		touch "$SUPERSET_ENVIRONMENT/complete"
	fi
	exec 9>&-
}

superset_load()
{
	local file
	"$PG_BIN/createdb" bac_kan
	for file in schema data register publish; do
		[ "$file" != schema ] || superset_sql -c "CREATE EXTENSION poverty_ext"
		superset_sql -f "$SUPERSET_FILES/../bac_kan/$file.sql"
	done
	superset_sql -f "$SUPERSET_FILES/views.sql" -f "$SUPERSET_FILES/roles.sql"
}

superset_sql()
{
	"$PG_BIN/psql" -X -q -v ON_ERROR_STOP=1 -d bac_kan "$@"
}

random_word()
{
	head -c 256 /dev/urandom | base64 | tr -dc 'A-Za-z0-9' | head -c "$1"
}

# A program of the virtual environment, as the server's user and with nothing of the caller's settings. Databases are
# found through PGHOST and PGPORT, so that no file of the dashboard names a socket. What is secret comes from a file:
# arguments of programs are for every user of the machine to see.
as_superset()
{
	# shellcheck disable=SC2016  # the quoted script expands its own variables
	as_server env -i PATH="$PATH" LC_ALL=C.UTF-8 HOME="$SUPERSET_HOME" SUPERSET_HOME="$SUPERSET_HOME" PGHOST="$PGHOST" PGPORT="$PGPORT" \
		SUPERSET_CONFIG_PATH="$SUPERSET_HOME/files/superset_config.py" SUPERSET_METADATA_URI='postgresql+psycopg2://superset@/superset' \
		PYTHONDONTWRITEBYTECODE=1 sh -c 'set -a; . "$SUPERSET_HOME/secrets"; set +a; exec "$@"' sh "$@"
}

# A directory of the server's user, with the secrets of this run and what Superset reads: the project itself may lie where
# that user cannot go, such as root's home.
superset_home()
{
	SUPERSET_HOME=$WORK/superset
	mkdir -m 700 "$SUPERSET_HOME"
	mkdir "$SUPERSET_HOME/files"
	cp -R "$SUPERSET_FILES"/{superset_config.py,prepare.py,export.py,dashboard} "$SUPERSET_HOME/files"
	(umask 077 && printf 'SUPERSET_SECRET_KEY=%s\nSUPERSET_ADMIN_PASSWORD=%s\n' "$(random_word 48)" "$SUPERSET_PASSWORD" >"$SUPERSET_HOME/secrets")
	[ "$(id -u)" -ne 0 ] || chown -R "$(server_user)" "$SUPERSET_HOME"
}

superset_start()
{
	local port=${DASHBOARD_PORT:-$(free_port)} waited=0
	SUPERSET_PASSWORD=$(random_word 16)
	superset_home
	as_superset "$SUPERSET_ENVIRONMENT/bin/python" "$SUPERSET_HOME/files/prepare.py"
	SUPERSET_URL=http://127.0.0.1:$port
	# a session of its own: Ctrl-C reaches the script, which stops the server before the cluster
	as_superset setsid "$SUPERSET_ENVIRONMENT/bin/gunicorn" --bind "127.0.0.1:$port" --workers 2 --worker-class gthread --threads 4 \
		--timeout 120 --pid "$SUPERSET_HOME/pid" "superset.app:create_app()" >"$WORK/superset.log" 2>&1 3>&- 4>&- </dev/null &
	until "$PYTHON" -c "import urllib.request as r; r.urlopen('$SUPERSET_URL/health', timeout=30).read()" 2>/dev/null; do
		waited=$((waited + 1))
		if [ "$waited" -gt 90 ] || ! superset_runs; then
			tail -n 40 "$WORK/superset.log"
			return 1
		fi
		sleep 1
	done
}

# Writes the dashboard as it is now over the files of dashboard/.
superset_export()
{
	as_superset "$SUPERSET_ENVIRONMENT/bin/python" "$SUPERSET_HOME/files/export.py" "$SUPERSET_HOME/dashboard" >"$WORK/export.log" 2>&1 || {
		tail -n 20 "$WORK/export.log"
		return 1
	}
	rm -rf "$SUPERSET_FILES/dashboard"
	cp -R "$SUPERSET_HOME/dashboard" "$SUPERSET_FILES/dashboard"
	chmod -R u=rwX,go=rX "$SUPERSET_FILES/dashboard"
	echo "The dashboard was written to $SUPERSET_FILES/dashboard."
}

superset_runs()
{
	local pid
	[ -n "$(jobs -rp)" ] || { pid=$(superset_pid) && kill -0 "$pid" 2>/dev/null; }
}

superset_pid()
{
	as_server cat "$SUPERSET_HOME/pid" 2>/dev/null
}

superset_stop()
{
	local pid
	[ -n "$SUPERSET_HOME" ] && pid=$(superset_pid) && [ -n "$pid" ] || return 0
	kill -TERM "$pid" 2>/dev/null || return 0
	for _ in $(seq 100); do
		kill -0 "$pid" 2>/dev/null || return 0
		sleep 0.1
	done
	kill -KILL "$pid" 2>/dev/null || true
}
