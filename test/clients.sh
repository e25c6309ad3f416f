#!/bin/bash
# SPDX-License-Identifier: PostgreSQL
# clients.sh (make clients): what PostgreSQL's clients see of the extension, each tested in its own idiom (clients/NAME_test.*,
# which print TAP). Installs what is missing through apt and npm. CLIENTS="psycopg2 jdbc" picks some of them.
# Ends in "N passed, N failed". LibreOffice is a big package (about 240 MB on disk): where it cannot be had, it is left out.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/steps.sh"
. "$HERE/need.sh"
. "$HERE/stage.sh"
. "$HERE/cluster.sh"
. "$HERE/tally.sh"
ALL=(psql psycopg2 psycopg3 sqlalchemy odbc node jdbc r libreoffice)
# shellcheck disable=SC2206  # names of clients are words
CLIENTS=(${CLIENTS:-${ALL[@]}})
# the system's own: apt's python3-* packages are for it
PYTHON=/usr/bin/python3
JDBC=/usr/share/java/postgresql.jar
# node-postgres comes from npm where there is one; Debian's npm is hundreds of packages, its node-pg a dozen
DEBIAN_PG=/usr/share/nodejs
export PYTHONDONTWRITEBYTECODE=1

at_exit()
{
	if [ "$1" -ne 0 ] && { [ -n "$STEP" ] || [ "$FAILED" -eq 0 ]; }; then
		FAILED=$((FAILED + 1))
	fi
	cluster_stop clients
	tally_print
}

chosen()
{
	case " ${CLIENTS[*]} " in *" $1 "*) ;; *) false ;; esac
}

for client in "${CLIENTS[@]}"; do
	case " ${ALL[*]} " in
	*" $client "*) ;;
	*)
		echo "CLIENTS: there is no client \"$client\"; there are ${ALL[*]}" >&2
		exit 2
		;;
	esac
done

# works CLIENT: is what its test needs there?  packages CLIENT: the Debian packages it comes with.
works()
{
	case $1 in
	psql) ;;
	psycopg2) "$PYTHON" -c 'import psycopg2' ;;
	psycopg3) "$PYTHON" -c 'import psycopg' ;;
	sqlalchemy) "$PYTHON" -c 'import psycopg2, sqlalchemy' ;;
	odbc) "$PYTHON" -c 'import pyodbc; assert "PostgreSQL Unicode" in pyodbc.drivers()' ;;
	node) node --version && { npm --version || [ -f "$DEBIAN_PG/pg/package.json" ]; } ;;
	jdbc) javac -version && [ -f "$JDBC" ] ;;
	r) Rscript -e 'library(DBI); library(RPostgreSQL)' ;;
	libreoffice) command -v soffice && [ -f /usr/lib/libreoffice/program/libpostgresql-sdbclo.so ] && "$PYTHON" -c 'import uno' ;;
	esac >/dev/null 2>&1
}

packages()
{
	case $1 in
	psycopg2) echo python3-psycopg2 ;;
	psycopg3) echo python3-psycopg ;;
	sqlalchemy) echo python3-sqlalchemy python3-psycopg2 ;;
	odbc) echo odbc-postgresql unixodbc python3-pyodbc ;;
	node) echo nodejs node-pg ;;
	jdbc)
		echo libpostgresql-jdbc-java
		command -v javac >/dev/null || echo default-jdk-headless
		;;
	r) echo r-base-core r-cran-dbi r-cran-rpostgresql ;;
	libreoffice) echo libreoffice-base libreoffice-sdbc-postgresql python3-uno ;;
	esac
}

install_clients()
{
	local client missing=()
	for client in "${CLIENTS[@]}"; do
		if [ "$client" != libreoffice ] && ! works "$client"; then
			# shellcheck disable=SC2207  # names of packages are words
			missing+=($(packages "$client"))
		fi
	done
	[ "${#missing[@]}" -eq 0 ] || need_packages "${missing[@]}"
	if chosen libreoffice && ! works libreoffice; then
		# shellcheck disable=SC2046  # names of packages are words
		need_packages $(packages libreoffice) || say "LibreOffice could not be installed; its test is left out"
	fi
	if chosen node && command -v npm >/dev/null; then
		mkdir "$WORK/node"
		cp "$HERE/clients/package.json" "$HERE/clients/package-lock.json" "$WORK/node"
		(cd "$WORK/node" && npm ci --no-audit --no-fund --loglevel=error)
	fi
	if chosen jdbc; then
		javac -J-XX:-UsePerfData -d "$WORK/java" -cp "$JDBC" "$HERE"/clients/*.java
	fi
}

client_command()
{
	case $1 in
	psql) bash "$HERE/clients/psql_test.sh" ;;
	psycopg2 | psycopg3 | sqlalchemy | odbc) "$PYTHON" "$HERE/clients/$1_test.py" ;;
	node) NODE_PATH=$WORK/node/node_modules:$DEBIAN_PG node "$HERE/clients/node_test.js" ;;
	jdbc) java -XX:-UsePerfData -cp "$WORK/java:$JDBC" JdbcTest ;;
	r) Rscript "$HERE/clients/r_test.R" ;;
	libreoffice) "$PYTHON" "$HERE/clients/libreoffice_test.py" "$WORK/libreoffice" ;;
	esac
}

run_client()
{
	local log=$WORK/$1.log status=0
	# what clients keep at home goes with the work directory
	HOME=$WORK/home XDG_CACHE_HOME='' XDG_CONFIG_HOME='' client_command "$1" >"$log" 2>&1 </dev/null || status=$?
	# what the client said of itself: names and versions
	say "$(sed -n 's/^# //p' "$log" | head -n 1)" || true
	tally_tap "$1" "$log" "$status" >&3 || grep -v '^ok ' "$log" >&3 || true
}

steps_begin 5
step "finding, or installing, PostgreSQL and a compiler"
need
say "$("$PG_CONFIG" --version)"
step "finding, or installing, the clients: ${CLIENTS[*]}"
install_clients
step "building poverty_ext"
build_extension
step "starting a private throw-away cluster, and loading five households"
cluster_start
export PGDATABASE=clients
"$PG_BIN/createdb" clients
"$PG_BIN/psql" -X -q -v ON_ERROR_STOP=1 -f "$HERE/clients/tables.sql"
step "testing what each client sees"
mkdir "$WORK/home"
for client in "${CLIENTS[@]}"; do
	if [ "$client" = libreoffice ] && ! works libreoffice; then
		say "LibreOffice: left out, for it is not there"
	else
		run_client "$client"
	fi
done
steps_end
[ "$FAILED" -eq 0 ]
