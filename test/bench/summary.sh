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
	compare "\`headcount_ratio(x, z, w)\` in $groups groups, beside \`avg(x)\`" "$ROWS" \
		"SELECT id % $groups, headcount_ratio($x) FROM register GROUP BY 1" "SELECT id % $groups, avg(income) FROM register GROUP BY 1"
	compare "6 measures in $groups groups, beside plain SQL" "$ROWS" \
		"SELECT $six FROM (SELECT id % $groups, poverty_summary($x) AS s FROM register GROUP BY 1 OFFSET 0) v" \
		"SELECT id % $groups, $plain_six FROM register GROUP BY 1"
done
compare "\`headcount_ratio(x, z, w)\` over a moving window of 20 rows, beside \`sum / sum\`" "$ROWS" \
	"SELECT max(h) FROM (SELECT headcount_ratio($x) OVER (ORDER BY id ROWS 19 PRECEDING) AS h FROM register) v" \
	"SELECT max(h) FROM (SELECT sum(weight) $poor OVER w / sum(weight) OVER w AS h FROM register WINDOW w AS (ORDER BY id ROWS 19 PRECEDING)) v"

workers="SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET max_parallel_workers_per_gather"
table "2 workers, beside none"
compare "\`headcount_ratio(x, z, w)\`" "$ROWS" "$workers = 2;;SELECT headcount_ratio($x) FROM register" "$workers = 0;;SELECT headcount_ratio($x) FROM register"
compare "\`poverty_summary(x, z, w)\`" "$ROWS" "$workers = 2;;SELECT poverty_summary($x) FROM register" "$workers = 0;;SELECT poverty_summary($x) FROM register"
compare "(\`avg(x)\`, for comparison)" "$ROWS" "$workers = 2;;SELECT avg(income) FROM register" "$workers = 0;;SELECT avg(income) FROM register"

run_sql <<-'SQL'
	CREATE TABLE stored AS
	SELECT id % 50 AS a, id / 50 % 40 AS b, id / 2000 % 50 AS c, sum(income) AS total, poverty_summary(income, line, weight) AS s
	FROM (SELECT id % 100000 AS id, income, line, weight FROM register) v GROUP BY id;
	VACUUM ANALYZE stored;
SQL
table "stored summaries"
compare "\`merge\` of 100,000 summaries into a cube of 3 dimensions, beside \`sum(float8)\`" 100000 \
	"SELECT a, b, c, headcount_ratio(merge(s)) FROM stored GROUP BY CUBE (a, b, c)" "SELECT a, b, c, sum(total) FROM stored GROUP BY CUBE (a, b, c)"
compare "\`merge\` of 100,000 summaries, beside \`sum(float8)\`" 100000 "SELECT merge(s) FROM stored" "SELECT sum(total) FROM stored"

# memory_of 'SQL': bytes a group of one group a row of the first million rows, as EXPLAIN tells it.
memory_of()
{
	run_sql -A -t -c "SET work_mem = '8GB'; SET hash_mem_multiplier = 2; SET enable_sort = off;
		EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) SELECT id, $1 FROM register WHERE id <= 1000000 GROUP BY id" |
		sed -n 's/.*Memory Usage: \([0-9]*\)kB.*/\1/p' | awk '{ printf "%.0f", $1 * 1024 / 1e6 }'
}
{
	printf '\n| state | bytes a group |\n| --- | ---: |\n'
	printf '| stored poverty_summary of 10 rows, on average | %s |\n' "$(run_sql -A -t -c 'SELECT round(avg(pg_column_size(s))) FROM stored')"
	for aggregate in "headcount_ratio($x)" "poverty_summary($x)" "avg(income)"; do
		printf '| %s, 1,000,000 groups in one hash table, all of its memory | %s |\n' "$aggregate" "$(memory_of "$aggregate")"
	done
} >&3
