#!/bin/bash
# bench.sh (make bench): times our functions beside plain SQL for the same answer, in one run on one synthetic table,
# without workers and without JIT. Prints medians, nanoseconds a row and ratios; nothing passes or fails.
# ROWS (1000000) and RUNS (5) may be given.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/steps.sh"
. "$HERE/need.sh"
. "$HERE/stage.sh"
. "$HERE/cluster.sh"
ROWS=${ROWS:-1000000}
RUNS=${RUNS:-5}

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
# the milliseconds of each.
timings()
{
	local statements="$WORK/statements.sql" i
	{
		printf '%s\n' '\o /dev/null' "$1;" "$2;" '\timing on'
		for ((i = 0; i < RUNS; i++)); do
			printf '%s;\n%s;\n' "$1" "$2"
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

steps_begin 4
step "finding, or installing, PostgreSQL and a compiler"
need
say "$("$PG_CONFIG" --version), $(uname -m), $(nproc) processors, $("$PG_CONFIG" --cc)"
step "building poverty_ext"
build_extension
step "starting a private throw-away cluster"
cluster_start
run_sql -v rows="$ROWS" <<-'SQL'
	ALTER SYSTEM SET max_parallel_workers_per_gather = 0;
	ALTER SYSTEM SET jit = off;
	ALTER SYSTEM SET work_mem = '256MB';
	ALTER SYSTEM SET shared_buffers = '1GB';
	CREATE EXTENSION poverty_ext;
SQL
as_server "$PG_BIN/pg_ctl" -D "$CLUSTER/data" -w -s -m fast restart 3>&- 4>&-
run_sql -v rows="$ROWS" <<-'SQL'
	CREATE TABLE register AS
	SELECT id, 1 + id % 400 AS area, 2001 + id % 20 AS year,
		500000 + 1500000 * random() AS income, floor(random() * 11)::int AS deprivations, random() < 0.1 AS is_poor,
		round((random() * 100)::numeric, 2)::float8 AS weight,
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
{
	echo
	echo "| ours, beside plain SQL or PostgreSQL's own | ours, ms | ns a row | theirs, ms | ours / theirs |"
	echo "| --- | ---: | ---: | ---: | ---: |"
} >&3
compare "\`poverty_rate(is_poor)\`, beside \`avg(income)\`" "$ROWS" \
	"SELECT poverty_rate(is_poor) FROM register" "SELECT avg(income) FROM register"
compare "\`poverty_rate(is_poor, weight)\`, beside \`avg(income)\`" "$ROWS" \
	"SELECT poverty_rate(is_poor, weight) FROM register" "SELECT avg(income) FROM register"
compare "the same, beside \`sum(weight) FILTER (WHERE is_poor) / sum(weight)\`" "$ROWS" \
	"SELECT poverty_rate(is_poor, weight) FROM register" "SELECT sum(weight) FILTER (WHERE is_poor) / sum(weight) FROM register"
compare "the same in 400 groups" "$ROWS" \
	"SELECT area, poverty_rate(is_poor, weight) FROM register GROUP BY area" \
	"SELECT area, sum(weight) FILTER (WHERE is_poor) / sum(weight) FROM register GROUP BY area"
compare "\`classify_household('VN-2016', ...)\`, beside a \`CASE\` with the lines written in" "$ROWS" \
	"SELECT count(classify_household('VN-2016', area_type, reviewed_on, income, deprivations)) FROM register WHERE reviewed_on <= '2021-12-31'" \
	"SELECT count(CASE WHEN income <= CASE area_type WHEN 'rural' THEN 700000 ELSE 900000 END THEN 'poor'
		WHEN income <= CASE area_type WHEN 'rural' THEN 1000000 ELSE 1300000 END THEN CASE WHEN deprivations >= 3 THEN 'poor' ELSE 'near_poor' END
		WHEN income <= CASE area_type WHEN 'rural' THEN 1500000 ELSE 1950000 END THEN 'average' ELSE 'better_off' END)
	FROM register WHERE reviewed_on <= '2021-12-31'"
compare "\`poverty_threshold('VN-2016', ...)\`, beside a join with \`poverty_line\`" "$ROWS" \
	"SELECT avg(poverty_threshold('VN-2016', area_type, reviewed_on)) FROM register WHERE reviewed_on <= '2021-12-31'" \
	"SELECT avg(l.line::float8) FROM register r JOIN poverty_line l ON l.standard = 'VN-2016' AND l.area_type = r.area_type AND l.valid @> r.reviewed_on"
compare "\`poverty_flow(poverty_transition(before, after, false))\`, beside 7 \`count(*) FILTER\`" "$ROWS" \
	"SELECT poverty_flow(poverty_transition(before, after, false)) FROM register" \
	"SELECT count(*) FILTER (WHERE before = 'poor'), count(*) FILTER (WHERE before = 'poor' AND after = 'near_poor'),
		count(*) FILTER (WHERE before = 'poor' AND after IN ('average', 'better_off')), count(*) FILTER (WHERE before = 'poor' AND after IS NULL),
		count(*) FILTER (WHERE before = 'near_poor' AND after = 'poor'), count(*) FILTER (WHERE before IN ('average', 'better_off') AND after = 'poor'),
		count(*) FILTER (WHERE after = 'poor') FROM register"
compare "\`yoy_change(rate, year)\`, beside \`rate - lag(rate)\`" "$ROWS" \
	"SELECT sum(c) FROM (SELECT yoy_change(rate, year) OVER (PARTITION BY area ORDER BY year) AS c FROM series) v" \
	"SELECT sum(c) FROM (SELECT rate - lag(rate) OVER (PARTITION BY area ORDER BY year) AS c FROM series) v"
compare "\`area_rank_lowest(rate)\`, beside \`rank()\`" "$ROWS" \
	"SELECT sum(r) FROM (SELECT area_rank_lowest(rate) OVER (PARTITION BY area) AS r FROM series) v" \
	"SELECT sum(r) FROM (SELECT rank() OVER (PARTITION BY area ORDER BY rate) AS r FROM series) v"
compare "moving \`poverty_rate(rate, 1)\` over 20 rows, beside \`sum(rate) / count(*)\`" "$ROWS" \
	"SELECT max(r) FROM (SELECT poverty_rate(rate, 1) OVER (ORDER BY area, year ROWS 19 PRECEDING) AS r FROM series) v" \
	"SELECT max(r) FROM (SELECT sum(rate) OVER w / count(*) OVER w AS r FROM series WINDOW w AS (ORDER BY area, year ROWS 19 PRECEDING)) v"
steps_end
