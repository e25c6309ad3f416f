#!/bin/bash
# SPDX-License-Identifier: PostgreSQL
# lint.sh (make lint): what can be said about the code without running it. Each check is one test; the last line is
# "N passed, N failed". CHECKS="gcc clang …" picks some. PG_CONFIG: as in need.sh.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/need.sh"
. "$HERE/tally.sh"
CHECKS=${CHECKS:-gcc clang tidy format shell spdx}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

need >"$work/apt" 2>&1 || { cat "$work/apt" && exit 1; }
need_tools gcc clang clang-tidy clang-format shellcheck >"$work/apt" 2>&1 || { cat "$work/apt" && exit 1; }

cd "$HERE/.."
mapfile -t c_files < <(find src test -name '*.[ch]' | LC_ALL=C sort)
mapfile -t shell_files < <(find test examples doc .ci -name '*.sh' -o -path '.ci/run' | LC_ALL=C sort)

# The whole extension, every warning an error.
check_compiler()
{
	local tree=$work/$1
	mkdir "$tree"
	cp -R Makefile poverty_ext.control src "$tree"
	make -s -C "$tree" PG_CONFIG="$PG_CONFIG" CC="$1" WERROR=1 with_llvm=no clean all
}

check_gcc() { check_compiler gcc; }
check_clang() { check_compiler clang; }

# Likely bugs, not taste. Left out: what PostgreSQL's own macros set off, and demands for another C library.
check_tidy()
{
	local checks='-*,clang-analyzer-*,bugprone-*,misc-redundant-expression,misc-unused-alias-decls'
	checks+=',-clang-analyzer-security.insecureAPI.*,-clang-analyzer-valist.Uninitialized'
	checks+=',-bugprone-easily-swappable-parameters,-bugprone-reserved-identifier,-bugprone-macro-parentheses'
	checks+=',-bugprone-narrowing-conversions,-bugprone-implicit-widening-of-multiplication-result'
	checks+=',-bugprone-assignment-in-if-condition,-bugprone-suspicious-include'
	clang-tidy --quiet --warnings-as-errors='*' --checks="$checks" src/*.c src/math/*.c -- \
		-std=gnu11 -Wno-unused-parameter -D_GNU_SOURCE -Isrc -isystem "$("$PG_CONFIG" --includedir-server)"
}

# Versions of clang-format differ in what they print.
check_format()
{
	if ! clang-format --version | grep -q 'version 14\.'; then
		echo "left out: clang-format is $(clang-format --version), the layout is version 14's" >&3
		return 0
	fi
	local file status=0
	for file in "${c_files[@]}"; do
		clang-format "$file" | diff -q "$file" - >/dev/null || { echo "layout: run clang-format -i $file" && status=1; }
	done
	return "$status"
}

check_shell() { shellcheck -x "${shell_files[@]}"; }

# Every source file says its licence near its top.
check_spdx()
{
	local file files status=0
	mapfile -t files < <(find src test examples doc sql .ci Makefile -name node_modules -prune -o -type f \
		\( -name '*.[ch]' -o -name '*.sql' -o -name '*.sh' -o -name '*.t' -o -name '*.p[lmy]' -o -name '*.R' -o -name '*.js' -o -name '*.java' -o -path '.ci/run' -o -name Makefile \) -print | LC_ALL=C sort)
	for file in "${files[@]}"; do
		head -n 3 "$file" | grep -q 'SPDX-License-Identifier: PostgreSQL$\|SPDX-License-Identifier: PostgreSQL \*/$' || { echo "no licence: $file (its first or second line is SPDX-License-Identifier: PostgreSQL, as a comment)" && status=1; }
	done
	return "$status"
}

exec 3>&1
for check in $CHECKS; do
	status=0
	"check_$check" >"$work/log" 2>&1 || status=$?
	if [ "$status" -eq 0 ]; then
		add "lint $check" 1 0 yes
	else
		add "lint $check" 0 1 yes || true
		grep -vE '^[0-9]+ warnings? (generated|treated)|^Suppressed|^Use -' "$work/log" | head -n 60 || true
	fi
done
tally_print
