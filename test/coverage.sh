#!/bin/bash
# SPDX-License-Identifier: PostgreSQL
# coverage.sh (make coverage): which branches the tests take, as gcov counts them: of src/math under the unit tests, of
# the glue (src/*.c) under pg_regress and the TAP files that TAP names (those that go where pg_regress cannot, in the time
# that a report may take). Prints a table by file and every branch that no test takes, with its reason from
# test/coverage.reasons; PARTS="math glue" picks. The last line is "N passed, N failed": at least MATH_LEAST and
# GLUE_LEAST percent of the branches are taken, the others have a reason, and no reason stands for what is taken.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/steps.sh"
. "$HERE/need.sh"
. "$HERE/stage.sh"
. "$HERE/cluster.sh"
. "$HERE/tally.sh"
PARTS=${PARTS:-math glue}
TAP=${TAP-061_large_states 060_distribution 070_lines}
MATH_LEAST=${MATH_LEAST:-100}
GLUE_LEAST=${GLUE_LEAST:-97}

at_exit()
{
	if [ "$1" -ne 0 ] && { [ -n "$STEP" ] || [ "$FAILED" -eq 0 ]; }; then
		FAILED=$((FAILED + 1))
	fi
	cluster_stop postgres
	tally_print
}

# The unit tests, each with the objects of src/math, which add their counts to the same files.
run_math()
{
	local file name
	local flags=(-std=c11 -O0 -ffp-contract=off -Isrc --coverage)
	mkdir "$WORK/math"
	cp -R "$SOURCE/src" "$SOURCE/test" "$WORK/math"
	find "$WORK/math" -name '*.o' -delete
	cd "$WORK/math"
	for file in src/math/*.c; do
		gcc "${flags[@]}" -c -o "${file%.c}.o" "$file"
	done
	for file in test/unit/test_*.c; do
		name=$(basename "$file" .c)
		gcc "${flags[@]}" -o "$name" "$file" src/math/*.o -lm
		"./$name" >"$WORK/$name.log" || { cat "$WORK/$name.log" && return 1; }
	done
	cd "$SOURCE"
}

# The extension with counters in the glue. Its processes, of another user, add theirs when they end.
build_glue()
{
	BUILD=$WORK/glue
	mkdir "$BUILD"
	cp -R "$SOURCE"/{Makefile,poverty_ext.control,src,sql,expected} "$BUILD"
	find "$BUILD" -name '*.o' -delete -o -name '*.bc' -delete -o -name '*.so' -delete
	cat >"$WORK/cc" <<-'CC'
		#!/bin/sh
		case " $* " in
		*" src/math/"*".c "*) exec gcc "$@" ;;
		*) exec gcc "$@" -O0 --coverage ;;
		esac
	CC
	chmod +x "$WORK/cc"
	make_glue -j2 all
	stage_server
	make_glue DESTDIR="$STAGE" install
	chmod -R a+rwX "$BUILD/src"
}

make_glue()
{
	make -s -C "$BUILD" PG_CONFIG="$PG_CONFIG" CC="$WORK/cc" with_llvm=no "$@"
}

run_glue()
{
	local name
	step "building with counters"
	build_glue
	step "starting a private throw-away cluster"
	cluster_start
	step "the glue under pg_regress and TAP"
	mkdir "$WORK/regress"
	make_glue EXTRA_REGRESS_OPTS="--outputdir=$WORK/regress" installcheck
	for name in $TAP; do
		say "$name"
		perl -I "$HERE/t" "$HERE/t/$name.t" >"$WORK/$name.log" 2>&1 || { cat "$WORK/$name.log" && return 1; }
	done
	as_server "$PG_BIN/pg_ctl" -D "$CLUSTER/data" -w -s -m fast stop
}

# read_counters PART LEAST: the report on one part.
read_counters()
{
	local status=0
	python3 "$HERE/coverage.py" "$1" "$WORK/$1" "$HERE/coverage.reasons" "$2" >"$WORK/report" || status=$?
	sed '$d' "$WORK/report" >&3
	tally_suite "coverage of $1" "$WORK/report" "$status" >&3 || true
}

steps_begin 6
step "finding, or installing, PostgreSQL, gcc, perl and python"
need
need_tools gcc python3
for part in $PARTS; do
	case $part in
	math)
		step "src/math under the unit tests"
		run_math
		read_counters math "$MATH_LEAST"
		;;
	glue)
		run_glue
		step "reading the counters"
		read_counters glue "$GLUE_LEAST"
		;;
	*)
		echo "PARTS: there is no part \"$part\"; there are math and glue"
		exit 2
		;;
	esac
done
steps_end
[ "$FAILED" -eq 0 ]
