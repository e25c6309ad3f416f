# SPDX-License-Identifier: PostgreSQL
# shellcheck shell=bash
# tally.sh (sourced): counts tests. Every suite here ends in the line "N passed, N failed"; these functions read such
# lines, TAP and pg_regress's output, add them up in PASSED and FAILED, and print that line. A suite that dies, or that
# runs no test, is one failure.

PASSED=0
FAILED=0

count()
{
	grep -cE -- "$1" "$2" || true
}

# add NAME PASSED FAILED WORKED [SKIPPED]: adds one suite's counts and prints them; WORKED is yes when it ran to its end.
add()
{
	local failed=$3 skipped=${5:-0}
	if [ "$failed" -eq 0 ] && { [ "$4" != yes ] || [ $(($2 + skipped)) -eq 0 ]; }; then
		failed=1
	fi
	PASSED=$((PASSED + $2))
	FAILED=$((FAILED + failed))
	echo "$1: $2 passed, $failed failed$([ "$skipped" -eq 0 ] || echo ", $skipped skipped")$([ "$4" = yes ] || echo ' (it did not run to its end)')"
	[ "$failed" -eq 0 ]
}

# tally_tap NAME LOG STATUS: skipped points are counted neither way, and told; a file that is skipped as a whole is one.
tally_tap()
{
	local points failed skipped plan worked=yes
	points=$(count '^(not )?ok( |$)' "$2")
	failed=$(count '^not ok( |$)' "$2")
	skipped=$(count '^ok .*# *[Ss][Kk][Ii][Pp]' "$2")
	! grep -qE '^1\.\.0 *# *[Ss][Kk][Ii][Pp]' "$2" || skipped=1
	plan=$(sed -n 's/^1\.\.\([0-9]*\).*/\1/p' "$2")
	if [ "$3" -ne 0 ] && [ "$failed" -eq 0 ]; then
		worked=no
	elif [ -n "$plan" ] && [ "$plan" != "$points" ]; then
		worked=no
	fi
	if [ "$points" -eq 0 ] && [ "$skipped" -eq 1 ]; then
		points=1
	fi
	add "$1" $((points - failed - skipped)) "$failed" "$worked" "$skipped"
}

# tally_regress LOG STATUS EXPECTED: PostgreSQL 15 prints "test NAME ... ok", later ones print TAP.
tally_regress()
{
	local passed failed worked=yes
	passed=$(count '^(test .*\.\.\. ok |ok [0-9]+ )' "$1")
	failed=$(count '^(test .*\.\.\. FAILED|not ok [0-9]+ )' "$1")
	if [ $((passed + failed)) -ne "$3" ] || { [ "$2" -ne 0 ] && [ "$failed" -eq 0 ]; }; then
		worked=no
	fi
	add regress "$passed" "$failed" "$worked"
}

# tally_suite NAME LOG STATUS: a suite that ended in its own "N passed, N failed" (make may have had a last word);
# without that line, the suite is one test, decided by STATUS.
tally_suite()
{
	local line worked=yes
	line=$(tail -n 4 "$2" | { grep -E '^[0-9]+ passed, [0-9]+ failed$' || true; } | tail -n 1)
	if [ -z "$line" ]; then
		if [ "$3" -eq 0 ]; then line='1 passed, 0 failed'; else line='0 passed, 1 failed'; fi
	fi
	# shellcheck disable=SC2086  # four words on purpose
	set -- "$1" "$3" $line
	[ "$2" -eq 0 ] || [ "$5" -ne 0 ] || worked=no
	add "$1" "$3" "$5" "$worked"
}

tally_print()
{
	echo "$PASSED passed, $FAILED failed"
	[ "$FAILED" -eq 0 ] && [ "$PASSED" -gt 0 ]
}
