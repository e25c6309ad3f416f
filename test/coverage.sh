#!/bin/bash
# SPDX-License-Identifier: PostgreSQL
# coverage.sh (make coverage): which branches the tests take. src/math is measured under the unit tests, and all of src
# under these, pg_regress and the TAP files that TAP names (those that go where pg_regress cannot, in the time that a
# report may take). Prints a table by file and every branch that no test takes, with its reason from
# test/coverage.reasons, where it has one. The last line is "N passed, N failed": of the branches of src/math at least
# MATH_LEAST percent are taken or have a reason, of the glue's at least GLUE_LEAST; and no reason stands for what is taken.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/steps.sh"
. "$HERE/need.sh"
. "$HERE/stage.sh"
. "$HERE/cluster.sh"
. "$HERE/tally.sh"
TAP=${TAP-061_large_states 060_distribution}
MATH_LEAST=${MATH_LEAST:-90}
GLUE_LEAST=${GLUE_LEAST:-85}

at_exit()
{
	if [ "$1" -ne 0 ] && { [ -n "$STEP" ] || [ "$FAILED" -eq 0 ]; }; then
		FAILED=$((FAILED + 1))
	fi
	cluster_stop postgres
	tally_print
}

# The unit tests, each with the objects of src/math, which add their counts to the same files.
run_unit()
{
	local file name
	local flags=(-std=c11 -O0 -ffp-contract=off -Isrc --coverage)
	mkdir "$WORK/unit"
	cp -R "$SOURCE/src" "$SOURCE/test" "$WORK/unit"
	find "$WORK/unit" -name '*.o' -delete
	cd "$WORK/unit"
	for file in src/math/*.c; do
		gcc "${flags[@]}" -c -o "${file%.c}.o" "$file"
	done
	for file in test/unit/test_*.c; do
		name=$(basename "$file" .c)
		gcc "${flags[@]}" -o "$WORK/unit/$name" "$file" src/math/*.o -lm
		"$WORK/unit/$name" >"$WORK/$name.log"
	done
	cd "$SOURCE"
}

# The extension with counters. Its processes, of another user, add theirs when they end.
build_for_coverage()
{
	local flags=(PG_CONFIG="$PG_CONFIG" CC=gcc with_llvm=no COPT="-O0 --coverage" SHLIB_LINK=--coverage)
	BUILD=$WORK/source
	mkdir "$BUILD"
	cp -R "$SOURCE"/{Makefile,poverty_ext.control,src,sql,expected} "$BUILD"
	find "$BUILD" -name '*.o' -delete -o -name '*.bc' -delete -o -name '*.so' -delete
	make -s -C "$BUILD" -j2 "${flags[@]}" all
	stage_server
	make -s -C "$BUILD" "${flags[@]}" DESTDIR="$STAGE" install
	chmod -R a+rwX "$BUILD/src"
}

run_server_tests()
{
	local name
	mkdir "$WORK/regress"
	make -s -C "$BUILD" PG_CONFIG="$PG_CONFIG" CC=gcc with_llvm=no COPT="-O0 --coverage" SHLIB_LINK=--coverage \
		EXTRA_REGRESS_OPTS="--outputdir=$WORK/regress" installcheck
	for name in $TAP; do
		say "$name"
		perl -I "$HERE/t" "$HERE/t/$name.t" >"$WORK/$name.log" 2>&1 || { cat "$WORK/$name.log" && return 1; }
	done
	as_server "$PG_BIN/pg_ctl" -D "$CLUSTER/data" -w -s -m fast stop
}

steps_begin 6
step "finding, or installing, PostgreSQL, gcc, perl and python"
need
need_tools gcc python3
step "src/math under the unit tests"
run_unit
step "building with counters"
build_for_coverage
step "starting a private throw-away cluster"
cluster_start
step "all of src under pg_regress and TAP"
run_server_tests
step "reading the counters"
status=0
python3 "$HERE/coverage.py" "$WORK/unit" "$BUILD" "$HERE/coverage.reasons" "$MATH_LEAST" "$GLUE_LEAST" >"$WORK/report" || status=$?
steps_end
sed '$d' "$WORK/report"
tally_suite coverage "$WORK/report" "$status" || true
[ "$FAILED" -eq 0 ]
