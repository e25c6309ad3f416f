#!/bin/bash
# SPDX-License-Identifier: PostgreSQL
# fuzz.sh (make fuzz): inputs that nobody means well, against src/math, and against the extension in a throw-away server
# (built with clang, UBSan and libFuzzer's counters). Each target is one test; the last line is "N passed, N failed".
# SECONDS=N (60) is how long each runs, SEED=N (1) where its numbers begin. PARTS picks some of
#   math      libFuzzer on the plain library, under ASan and UBSan: test/fuzz/math/*.c; test/fuzz/corpus is what it begins with
#   codec     the same on the functions that read and write the types, without a server: test/fuzz/codec
#   sql       bytes for every type and calls of every function, through SQL
#   coverage  the same bytes made by libFuzzer within a backend
#   query     queries over all functions and aggregates, with values on the edges of their types
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
seconds=$(printenv SECONDS || echo 60)
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/steps.sh"
. "$HERE/need.sh"
. "$HERE/stage.sh"
. "$HERE/cluster.sh"
. "$HERE/tally.sh"
SEED=${SEED:-1}
PARTS=" ${PARTS:-math codec sql coverage query} "

wants() { [[ $PARTS == *" $1 "* ]]; }

at_exit()
{
	if [ "$1" -ne 0 ] && { [ -n "$STEP" ] || [ "$FAILED" -eq 0 ]; }; then
		FAILED=$((FAILED + 1))
	fi
	cluster_stop postgres
	tally_print
}

# The library of libFuzzer without its main function, of the clang that is here.
find_libfuzzer()
{
	local name file
	for name in "libclang_rt.fuzzer_no_main-$(uname -m).a" libclang_rt.fuzzer_no_main.a; do
		for file in "$(clang -print-file-name="$name")" "$(clang --print-runtime-dir)/$name" \
			"$(clang --print-resource-dir)/lib/linux/$name"; do
			if [ -f "$file" ]; then
				echo "$file"
				return 0
			fi
		done
	done
	return 1
}

need_clang()
{
	need_tools clang make python3
	if ! find_libfuzzer >/dev/null; then
		need_packages "libclang-rt-$(clang -dumpversion | cut -d. -f1)-dev"
	fi
	LIBFUZZER=$(find_libfuzzer)
}

# The extension and the module of test/fuzz/module, in a staged copy of the server.
build_for_fuzzing()
{
	local flags=(PG_CONFIG="$PG_CONFIG" CC=clang with_llvm=no)
	local sanitize="-fsanitize=fuzzer-no-link,undefined,float-cast-overflow -fsanitize-trap=undefined,float-cast-overflow"
	sanitize+=" -fno-sanitize=alignment,function -fno-wrapv"
	BUILD=$WORK/source
	mkdir "$BUILD"
	cp -R "$SOURCE"/{Makefile,poverty_ext.control,src,sql,expected,test/fuzz/module} "$BUILD"
	find "$BUILD" -name '*.o' -delete -o -name '*.bc' -delete -o -name '*.so' -delete
	stage_server
	make -s -C "$BUILD" -j2 "${flags[@]}" COPT="$sanitize" all
	make -s -C "$BUILD" "${flags[@]}" COPT="$sanitize" DESTDIR="$STAGE" install
	make -s -C "$BUILD/module" "${flags[@]}" LIBFUZZER="$LIBFUZZER" all
	make -s -C "$BUILD/module" "${flags[@]}" LIBFUZZER="$LIBFUZZER" DESTDIR="$STAGE" install
}

# The module defines what the extension's counters need, so that it must be there first.
start_for_fuzzing()
{
	cluster_start
	as_server tee -a "$CLUSTER/data/postgresql.conf" <<<"session_preload_libraries = 'poverty_fuzz'" >/dev/null
	as_server "$PG_BIN/pg_ctl" -D "$CLUSTER/data" -s reload
}

# The flags for files that libFuzzer is to see the inside of; FLAGS has the others.
SANITIZE_FLAGS=(-fno-sanitize-recover=all -fno-sanitize=alignment -fno-sanitize=function)
SANITIZERS=address,undefined,float-cast-overflow

# compile DIRECTORY FILE…
compile()
{
	local file
	mkdir "$1"
	for file in "${@:2}"; do
		clang "${FLAGS[@]}" "-fsanitize=fuzzer-no-link,$SANITIZERS" "${SANITIZE_FLAGS[@]}" -c -o "$1/$(basename "$file" .c).o" "$file"
	done
}

# run_target PART NAME FILE OR FLAG…: links a target, and runs it.
run_target()
{
	local part=$1 name=$2 status=0 file
	mkdir -p "$WORK/corpus/$name"
	: >"$WORK/$name.log"
	clang "${FLAGS[@]}" "-fsanitize=fuzzer,$SANITIZERS" "${SANITIZE_FLAGS[@]}" -o "$WORK/$name" "${@:3}" -lm &&
		"$WORK/$name" -seed="$SEED" -max_total_time="$seconds" -print_final_stats=1 -timeout=20 \
			-artifact_prefix="$WORK/$name-" "$WORK/corpus/$name" "$HERE/fuzz/corpus/$name" \
			>"$WORK/$name.log" 2>&1 || status=$?
	say "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$WORK/$name.log") inputs"
	if [ "$status" -eq 0 ]; then
		add "fuzz $part $name" 1 0 yes >&3
	else
		add "fuzz $part $name" 0 1 yes >&3 || true
		grep -vE '^#|^INFO' "$WORK/$name.log" | head -n 60 >&3 || true
		for file in "$WORK/$name"-*; do
			[ ! -f "$file" ] || base64 "$file" >&3
		done
	fi
}

compile_math()
{
	FLAGS=(-std=c11 -O1 -g -ffp-contract=off -fno-omit-frame-pointer -I"$SOURCE/src")
	[ -d "$WORK/math" ] || compile "$WORK/math" "$SOURCE"/src/math/*.c
}

run_math()
{
	local file
	compile_math
	for file in "$HERE"/fuzz/math/*.c; do
		run_target math "$(basename "$file" .c)" "$file" "$WORK"/math/*.o
	done
}

# What backend.c has nothing for, since no type's functions use it, stays unresolved.
run_codec()
{
	compile_math
	FLAGS=(-std=gnu11 -D_GNU_SOURCE "${FLAGS[@]:1}" -isystem "$("$PG_CONFIG" --includedir-server)")
	compile "$WORK/glue" "$SOURCE"/src/*.c
	ar rc "$WORK/extension.a" "$WORK"/glue/*.o "$WORK"/math/*.o
	run_target codec state_codecs "$HERE"/fuzz/codec/*.c "$WORK/extension.a" \
		-no-pie -Wl,--unresolved-symbols=ignore-all -L"$("$PG_CONFIG" --pkglibdir)" -L"$("$PG_CONFIG" --libdir)" -lpgport
}

# run_python NAME SCRIPT ARGUMENT…
run_python()
{
	local status=0
	python3 "$HERE/fuzz/$2" --seconds "$seconds" --seed "$SEED" "${@:3}" >"$WORK/$1.log" 2>&1 || status=$?
	sed '$d; s/^/      /' "$WORK/$1.log" >&3
	tally_suite "fuzz $1" "$WORK/$1.log" "$status" >&3 || true
}

check_server_log()
{
	local file
	if as_server grep -E 'terminated by signal|server process .* exited with exit code|PANIC:|TRAP:|runtime error:' "$CLUSTER/log" >"$WORK/crashes"; then
		head -n 20 "$WORK/crashes" >&3
		for file in "$CLUSTER"/data/crash-*; do
			[ ! -f "$file" ] || base64 "$file" >&3
		done
		add "server log" 0 1 yes >&3 || true
	else
		add "server log" 1 0 yes >&3
	fi
}

steps_begin 8
step "finding, or installing, PostgreSQL, clang, libFuzzer and python"
need
need_clang
step "math: libFuzzer on the plain library"
if wants math; then run_math; else say "left out"; fi
step "codec: libFuzzer on what reads and writes the types"
if wants codec; then run_codec; else say "left out"; fi
if wants sql || wants coverage || wants query; then
	step "building for fuzzing, and starting a private throw-away cluster"
	build_for_fuzzing
	start_for_fuzzing
	step "sql: bytes and calls"
	if wants sql; then run_python sql sql_fuzz.py; else say "left out"; fi
	step "coverage: bytes that libFuzzer makes, within a backend"
	if wants coverage; then run_python coverage sql_fuzz.py --coverage; else say "left out"; fi
	step "query: queries over all functions and aggregates"
	if wants query; then run_python query query_fuzz.py; else say "left out"; fi
	step "server log: no crash"
	check_server_log
fi
steps_end
[ "$FAILED" -eq 0 ]
