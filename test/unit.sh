#!/bin/bash
# SPDX-License-Identifier: PostgreSQL
# unit.sh (make unit): compiles each test/unit/test_*.c against src/math as plain C11, with no PostgreSQL, and runs it.
# SANITIZE=address,undefined adds the sanitizers; CC picks the compiler.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/tally.sh"
cd "$HERE/.."

flags=(-std=c11 -O2 -g -Wall -Wextra -Wshadow -Wvla -Werror -ffp-contract=off -Isrc)
if [ -n "${SANITIZE:-}" ]; then
	flags+=("-fsanitize=$SANITIZE" -fno-sanitize-recover=all -fno-omit-frame-pointer)
	case $SANITIZE in
	*undefined*) flags+=(-fsanitize=float-cast-overflow) ;;
	esac
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

objects=()
for file in src/math/*.c; do
	objects+=("$work/$(basename "$file" .c).o")
	"${CC:-cc}" "${flags[@]}" -c -o "${objects[-1]}" "$file"
done
for file in test/unit/test_*.c; do
	name=$(basename "$file" .c)
	status=0
	: >"$work/log"
	if "${CC:-cc}" "${flags[@]}" -o "$work/$name" "$file" "${objects[@]}" -lm; then
		"$work/$name" >"$work/log" 2>&1 || status=$?
	else
		status=1
	fi
	tally_tap "unit $name" "$work/log" "$status" || grep -v '^ok ' "$work/log" || true
done
tally_print
