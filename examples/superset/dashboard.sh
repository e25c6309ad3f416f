#!/bin/bash
# SPDX-License-Identifier: PostgreSQL
# dashboard.sh (make dashboard): from a machine that may have nothing installed to the Bắc Kạn dashboard in Apache
# Superset. Ctrl-C stops and removes all of it but what was installed. KEEP=1 leaves Superset and the cluster running and
# says how to stop them. EXPORT=1 writes the dashboard, as it was changed in the browser, back into dashboard/ at the end.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/../../test/steps.sh"
. "$HERE/../../test/need.sh"
. "$HERE/../../test/stage.sh"
. "$HERE/../../test/cluster.sh"
. "$HERE/superset.sh"
SERVING=

at_exit()
{
	[ "${EXPORT:-}" != 1 ] || [ -z "$SERVING" ] || superset_export
	if [ "${KEEP:-}" = 1 ] && [ -n "$SERVING" ]; then
		echo "Superset is still up. To stop it, before the cluster:  kill $(superset_pid)"
	else
		superset_stop
	fi
	cluster_stop bac_kan
	return "$1"
}

# Until Ctrl-C, or until Superset ends by itself.
serve()
{
	echo "Ctrl-C stops Superset and the cluster, and removes both."
	trap 'echo; echo "Stopping."; exit 0' INT
	while superset_runs; do
		sleep 1
	done
	echo "Superset has stopped; the end of its log:"
	tail -n 20 "$WORK/superset.log"
	return 1
}

steps_begin 6
step "finding, or installing, PostgreSQL and a compiler"
need
say "$("$PG_CONFIG" --version)"
step "finding, or installing, Apache Superset"
superset_install
step "building poverty_ext"
build_extension
step "starting a private throw-away cluster"
cluster_start
step "loading the demo, its published views and the roles that read them"
superset_load
step "starting Superset: its tables, a login, the dashboard (half a minute)"
superset_start
steps_end

cat <<END

The dashboard:  $SUPERSET_URL/superset/dashboard/bac-kan/
Login:          admin
Password:       $SUPERSET_PASSWORD

Only this machine can reach it. Everything in the register is synthetic.
END
SERVING=yes
[ "${KEEP:-}" = 1 ] || serve
