# SPDX-License-Identifier: PostgreSQL
# shellcheck shell=bash
# cluster.sh (sourced; wants steps.sh's WORK and stage.sh's PG_BIN): a private, throw-away cluster, reached only through
# a socket in a directory of its own. Root runs it as user postgres (or nobody), everybody else as themselves; its
# superuser is always postgres. cluster_start sets PGHOST, PGPORT, PGUSER.

CLUSTER=

# No two clusters share a socket directory, so the port only names the socket; one that nothing listens on all the same.
free_port()
{
	local port
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		port=$((20000 + (RANDOM * 32768 + RANDOM) % 40000))
		if ! (: <>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
			break
		fi
	done
	echo "$port"
}

cluster_start()
{
	CLUSTER=$WORK/cluster
	mkdir -m 700 "$CLUSTER"
	[ "$(id -u)" -ne 0 ] || chown "$(server_user)" "$CLUSTER"
	PGPORT=$(free_port)
	as_server "$PG_BIN/initdb" -D "$CLUSTER/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync --no-instructions
	as_server tee -a "$CLUSTER/data/postgresql.conf" >/dev/null <<-CONF
		listen_addresses = ''
		unix_socket_directories = '$CLUSTER'
		unix_socket_permissions = 0700
		port = $PGPORT
		fsync = off
		synchronous_commit = off
		full_page_writes = off
		max_connections = 20
		shared_buffers = 64MB
	CONF
	export PGHOST=$CLUSTER PGPORT PGUSER=postgres
	# the server must not hold the caller's output open
	if ! as_server "$PG_BIN/pg_ctl" -D "$CLUSTER/data" -l "$CLUSTER/log" -w -t 60 -s start 3>&- 4>&-; then
		cat "$CLUSTER/log"
		return 1
	fi
}

# cluster_stop DATABASE: stops the cluster, or, with KEEP=1, says how to go on with it in that database.
cluster_stop()
{
	[ -n "$CLUSTER" ] && [ -f "$CLUSTER/data/postmaster.pid" ] || return 0
	if [ "${KEEP:-}" = 1 ]; then
		# shellcheck disable=SC2034  # read by steps.sh
		KEEP_WORK=1
		echo "The cluster is still up. To go on:  $PG_BIN/psql -h $PGHOST -p $PGPORT -U $PGUSER $1"
		echo "To stop and remove it:  $(stop_command) && rm -rf $WORK"
	else
		as_server "$PG_BIN/pg_ctl" -D "$CLUSTER/data" -w -s -m fast stop
	fi
}

stop_command()
{
	[ "$(id -u)" -ne 0 ] || printf 'cd / && runuser -u %s -- ' "$(server_user)"
	printf '%s' "$PG_BIN/pg_ctl -D $CLUSTER/data -m fast stop"
}
