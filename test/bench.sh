#!/bin/bash
# SPDX-License-Identifier: PostgreSQL
# bench.sh (make bench): times our functions beside plain SQL for the same answer, and beside other tools, in one run on
# one synthetic table, without JIT and, where nothing else is said, without workers. Prints medians, nanoseconds a row
# and ratios; nothing passes or fails. ROWS (1000000), RUNS (5) and SECTIONS (the files of bench/) may be given; the tables of
# the project's documents take ROWS=1000000 and ROWS=10000000.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/steps.sh"
. "$HERE/need.sh"
. "$HERE/stage.sh"
. "$HERE/cluster.sh"
ROWS=${ROWS:-1000000}
RUNS=${RUNS:-5}
SECTIONS=${SECTIONS:-$(cd "$HERE/bench" && echo [a-z]*.sh | sed 's/\.sh//g')}

at_exit()
{
	cluster_stop postgres
	return "$1"
}

run_sql()
{
	"$PG_BIN/psql" -X -q -v ON_ERROR_STOP=1 -P pager=off -d postgres "$@"
}

# timings 'SQL' 'SQL': runs the two in turn, RUNS times after one run of each that does not count; a line a run, with
# the milliseconds of each. What stands before a ';;' is run with it and not timed.
timings()
{
	local statements="$WORK/statements.sql" i statement
	{
		printf '%s\n' '\o /dev/null' "${1/;;/;};" "${2/;;/;};"
		for ((i = 0; i < RUNS; i++)); do
			for statement in "$1" "$2"; do
				[[ $statement != *';;'* ]] || printf '%s;\n' "${statement%%;;*}"
				printf '%s\n' '\timing on' "${statement#*;;};" '\timing off'
			done
		done
	} >"$statements"
	run_sql -f "$statements" | sed -n 's/^Time: \([0-9.]*\) ms.*/\1/p' | paste - -
}

median()
{
	sort -n | sed -n "$(((RUNS + 1) / 2))p"
}

# compare WHAT ROWS 'our SQL' 'their SQL': a row of the table; the ratio is the median of the ratios of the pairs.
compare()
{
	local times="$WORK/times"
	timings "$3" "$4" >"$times"
	printf '| %s | %.1f | %.0f | %.1f | %.2f |\n' "$1" "$(cut -f 1 "$times" | median)" \
		"$(awk -v rows="$2" '{ print $1 * 1e6 / rows }' "$times" | median)" "$(cut -f 2 "$times" | median)" \
		"$(awk '{ print $1 / $2 }' "$times" | median)" >&3
}

# settings 'SQL' 'STATEMENT': the statement as compare() takes it, with what is run before it and not timed.
settings()
{
	printf '%s;;%s' "$1" "$2"
}

# A number of rows, of which there may be fewer in all.
at_most_rows()
{
	echo $((ROWS < $1 ? ROWS : $1))
}

# table TITLE: the head of a table.
table()
{
	printf '\n| %s | ours, ms | ns a row | theirs, ms | ours / theirs |\n| --- | ---: | ---: | ---: | ---: |\n' "$1" >&3
}

steps_begin 4
step "finding, or installing, PostgreSQL and a compiler"
need
say "$("$PG_CONFIG" --version), $(uname -m), $(nproc) processors, $("$PG_CONFIG" --cc)"
step "building poverty_ext"
build_extension
step "starting a private throw-away cluster"
cluster_start
run_sql <<-'SQL'
	ALTER SYSTEM SET max_parallel_workers_per_gather = 0;
	ALTER SYSTEM SET jit = off;
	ALTER SYSTEM SET work_mem = '256MB';
	ALTER SYSTEM SET shared_buffers = '1GB';
	ALTER SYSTEM SET max_parallel_workers = 8;
	CREATE EXTENSION poverty_ext;
SQL
as_server "$PG_BIN/pg_ctl" -D "$CLUSTER/data" -w -s -m fast restart 3>&- 4>&-
run_sql -v rows="$ROWS" <<-'SQL'
	CREATE TABLE register AS
	SELECT id, 1 + id % 400 AS area, 2001 + id % 20 AS year,
		500000 + 1500000 * random() AS income, CASE WHEN random() < 0.5 THEN 700000 ELSE 900000 END::float8 AS line, floor(random() * 11)::int AS deprivations, random() < 0.1 AS is_poor,
		round((0.01 + random() * 100)::numeric, 2)::float8 AS weight,
		CASE WHEN random() < 0.5 THEN 'rural' ELSE 'urban' END AS area_type,
		date '2016-01-01' + floor(random() * 2000)::int AS reviewed_on,
		(enum_range(NULL::poverty_status))[1 + floor(random() * 4)::int] AS before,
		(enum_range(NULL::poverty_status))[1 + floor(random() * 4)::int] AS after
	FROM generate_series(1, :rows) id;
	CREATE TABLE series AS SELECT 1 + id / 20 AS area, 2001 + id % 20 AS year, random() AS rate FROM generate_series(0, :rows - 1) id;
	CREATE INDEX ON series (area, year);
	VACUUM ANALYZE;
SQL

step "timing, $RUNS runs each, on $ROWS synthetic rows"
for section in $SECTIONS; do
	# shellcheck source=/dev/null
	. "$HERE/bench/$section.sh"
done
steps_end
