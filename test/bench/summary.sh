# SPDX-License-Identifier: PostgreSQL
# shellcheck shell=bash
# summary.sh (sourced by bench.sh): the measures against a line, in one step and in two.

x="income, line, weight"
poor="FILTER (WHERE income < line)"
gap="weight * ((line - income) / line)"

table "measures against a line"
for measure in headcount_ratio poverty_gap watts_index poverty_summary; do
	compare "\`$measure(x, z, w)\`, beside \`avg(x)\`" "$ROWS" "SELECT $measure($x) FROM register" "SELECT avg(income) FROM register"
done
compare "\`headcount_ratio(x, z)\`, beside \`avg(x)\`" "$ROWS" "SELECT headcount_ratio(income, line) FROM register" "SELECT avg(income) FROM register"
compare "\`headcount_ratio(x, z, w)\`, beside plain SQL" "$ROWS" "SELECT headcount_ratio($x) FROM register" \
	"SELECT sum(weight) $poor / sum(weight) FROM register"
compare "\`poverty_severity(x, z, w)\`, beside plain SQL" "$ROWS" "SELECT poverty_severity($x) FROM register" \
	"SELECT sum($gap * ((line - income) / line)) $poor / sum(weight) FROM register"
six="headcount_ratio(s), poverty_gap(s), poverty_severity(s), watts_index(s), income_gap_ratio(s), mean_shortfall(s)"
plain_six="sum(weight) $poor / sum(weight), sum($gap) $poor / sum(weight), sum($gap * ((line - income) / line)) $poor / sum(weight),
	sum(weight * ln(line / income)) $poor / sum(weight), sum($gap) $poor / sum(weight) $poor, sum(weight * (line - income)) $poor / sum(weight) $poor"
compare "\`poverty_summary\` read 6 ways, beside the 6 in plain SQL" "$ROWS" \
	"SELECT $six FROM (SELECT poverty_summary($x) AS s FROM register OFFSET 0) v" "SELECT $plain_six FROM register"
for groups in 20 10000 1000000; do
	[ "$groups" -le "$ROWS" ] || continue
	compare "\`headcount_ratio(x, z, w)\` in $groups groups, beside \`avg(x)\`" "$ROWS" \
		"SELECT id % $groups, headcount_ratio($x) FROM register GROUP BY 1" "SELECT id % $groups, avg(income) FROM register GROUP BY 1"
	compare "6 measures in $groups groups, beside plain SQL" "$ROWS" \
		"SELECT $six FROM (SELECT id % $groups, poverty_summary($x) AS s FROM register GROUP BY 1 OFFSET 0) v" \
		"SELECT id % $groups, $plain_six FROM register GROUP BY 1"
done
compare "\`headcount_ratio(x, z, w)\` over a moving window of 20 rows, beside \`sum / sum\`" "$ROWS" \
	"SELECT max(h) FROM (SELECT headcount_ratio($x) OVER (ORDER BY id ROWS 19 PRECEDING) AS h FROM register) v" \
	"SELECT max(h) FROM (SELECT sum(weight) $poor OVER w / sum(weight) OVER w AS h FROM register WINDOW w AS (ORDER BY id ROWS 19 PRECEDING)) v"

# Each statement with 2 workers beside itself without, in all and by groups.
workers="SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET max_parallel_workers_per_gather"
table "2 workers, beside none"
for groups in 1 20 10000; do
	[ "$groups" -le "$ROWS" ] || continue
	by=$([ "$groups" -eq 1 ] || echo " GROUP BY id % $groups")
	in=$([ "$groups" -eq 1 ] || echo " in $groups groups")
	for measure in headcount_ratio poverty_summary; do
		statement="SELECT $measure($x) FROM register$by"
		compare "\`$measure(x, z, w)\`$in" "$ROWS" "$(settings "$workers = 2" "$statement")" "$(settings "$workers = 0" "$statement")"
	done
	statement="SELECT avg(income) FROM register$by"
	compare "(\`avg(x)\`$in, for comparison)" "$ROWS" "$(settings "$workers = 2" "$statement")" "$(settings "$workers = 0" "$statement")"
done

# summaries of as many groups as there can be, 10 rows each where there are rows enough
stored_groups=$(at_most_rows 100000)
run_sql -v groups="$stored_groups" <<-'SQL'
	CREATE TABLE stored AS
	SELECT id % 50 AS a, id / 50 % 40 AS b, id / 2000 % 50 AS c, sum(income) AS total, poverty_summary(income, line, weight) AS s
	FROM (SELECT id % :groups AS id, income, line, weight FROM register) v GROUP BY id;
	VACUUM ANALYZE stored;
SQL
table "stored summaries"
compare "\`merge\` of $stored_groups summaries into a cube of 3 dimensions, beside \`sum(float8)\`" "$stored_groups" \
	"SELECT a, b, c, headcount_ratio(merge(s)) FROM stored GROUP BY CUBE (a, b, c)" "SELECT a, b, c, sum(total) FROM stored GROUP BY CUBE (a, b, c)"
compare "\`merge\` of $stored_groups summaries, beside \`sum(float8)\`" "$stored_groups" "SELECT merge(s) FROM stored" "SELECT sum(total) FROM stored"

# memory_of 'SQL': bytes a group of one group a row of the first million rows, or of all, as EXPLAIN tells it.
memory_groups=$(at_most_rows 1000000)
memory_of()
{
	run_sql -A -t -c "SET work_mem = '8GB'; SET hash_mem_multiplier = 2; SET enable_sort = off;
		EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) SELECT id, $1 FROM register WHERE id <= $memory_groups GROUP BY id" |
		sed -n 's/.*Memory Usage: \([0-9]*\)kB.*/\1/p' | awk -v groups="$memory_groups" '{ printf "%.0f", $1 * 1024 / groups }'
}
{
	printf '\n| state | bytes a group |\n| --- | ---: |\n'
	printf '| stored poverty_summary of %s rows, on average | %s |\n' "$(awk -v rows="$ROWS" -v groups="$stored_groups" 'BEGIN { print rows / groups }')" \
		"$(run_sql -A -t -c 'SELECT round(avg(pg_column_size(s))) FROM stored')"
	for aggregate in "headcount_ratio($x)" "poverty_summary($x)" "avg(income)"; do
		printf '| %s, %s groups in one hash table, all of its memory | %s |\n' "$aggregate" "$memory_groups" "$(memory_of "$aggregate")"
	done
} >&3
