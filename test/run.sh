#!/bin/bash
# SPDX-License-Identifier: PostgreSQL
# run.sh (make test): everything that decides whether the project works, on a throw-away cluster. The last line is
# "N passed, N failed". SUITES="unit regress tap" picks some of them, TAP='0[67]*' some of the TAP files; SANITIZE and
# VALGRIND: see stage.sh and unit.sh; KEEP=1: see cluster.sh.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/steps.sh"
. "$HERE/need.sh"
. "$HERE/stage.sh"
. "$HERE/cluster.sh"
. "$HERE/tally.sh"
SUITES=${SUITES:-unit regress tap}
# shellcheck disable=SC2086  # names of suites are words
SUITES=$(printf '%s ' $SUITES)
for suite in $SUITES; do
	case $suite in
	unit | regress | tap) ;;
	*)
		echo "SUITES: there is no suite \"$suite\"; there are unit, regress and tap" >&2
		exit 2
		;;
	esac
done
if [ "$SUITES" = ' ' ]; then
	echo "SUITES: no suite is named; there are unit, regress and tap" >&2
	exit 2
fi

at_exit()
{
	# a step that fails ends the run: nothing else has counted it
	if [ "$1" -ne 0 ] && { [ -n "$STEP" ] || [ "$FAILED" -eq 0 ]; }; then
		FAILED=$((FAILED + 1))
	fi
	cluster_stop postgres
	tally_print
}

run_unit()
{
	local status=0
	bash "$HERE/unit.sh" || status=$?
	tally_suite unit "$STEP_LOG" "$status" >&3 || grep -v ', 0 failed$' "$STEP_LOG" >&3
}

run_regress()
{
	local status=0 tests
	mkdir "$WORK/regress"
	# shellcheck disable=SC2207  # names of tests are words
	tests=($(make -s -C "$BUILD" PG_CONFIG="$PG_CONFIG" list-regress))
	make -s -C "$BUILD" PG_CONFIG="$PG_CONFIG" EXTRA_REGRESS_OPTS="--outputdir=$WORK/regress" installcheck || status=$?
	if ! tally_regress "$STEP_LOG" "$status" "${#tests[@]}" >&3; then
		tail -n 40 "$STEP_LOG" >&3
		[ ! -s "$WORK/regress/regression.diffs" ] || tail -n 200 "$WORK/regress/regression.diffs" >&3
	fi
}

run_tap()
{
	local file name log status start
	for file in "$HERE"/t/${TAP:-*}.t; do
		name=$(basename "$file" .t)
		log=$WORK/$name.log
		status=0
		start=$SECONDS
		perl -I "$HERE/t" "$file" >"$log" 2>&1 || status=$?
		tally_tap "tap $name ($((SECONDS - start)) s)" "$log" "$status" >&3 || grep -vE '^ok ' "$log" >&3 || true
	done
}

# A test that crashes a backend may still look right to its client. Lines of ASan and valgrind begin with ==PID==.
check_server_log()
{
	if as_server grep -E 'terminated by signal|server process .* exited with exit code|PANIC:|TRAP:|runtime error:|^==[0-9]+==' "$CLUSTER/log" >"$WORK/crashes"; then
		head -n 20 "$WORK/crashes" >&3
		add "server log" 0 1 yes >&3 || true
	else
		add "server log" 1 0 yes >&3
	fi
}

steps_begin 7
step "finding, or installing, PostgreSQL, a compiler, perl and python"
need
# the tests against independent implementations
need_tools python3
say "$("$PG_CONFIG" --version)"
step "building poverty_ext"
build_extension
step "starting a private throw-away cluster"
cluster_start
for suite in unit regress tap; do
	step "tests: $suite"
	case " $SUITES " in
	*" $suite "*) "run_$suite" ;;
	*) say "left out" ;;
	esac
done
step "server log: no crash"
check_server_log
steps_end
[ "$FAILED" -eq 0 ]
