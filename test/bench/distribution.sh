# SPDX-License-Identifier: PostgreSQL
# shellcheck shell=bash
# distribution.sh (sourced by bench.sh): quantiles, Lorenz, Gini and entropy indices, and stored distributions.
# Where memory matters, work_mem is set in the statement and named in the row.

x="income, weight"
large="SET work_mem = '2GB'"
gini_sql="SELECT sum((2 * c - weight) * weight * income) / (max(c) * sum(weight * income)) - 1
	FROM (SELECT income, weight, sum(weight) OVER (ORDER BY income, weight ROWS UNBOUNDED PRECEDING) AS c FROM register) v"

table "quantiles and indices that need ranks, work_mem 2 GB"
for measure in "gini($x)" "weighted_median($x)" "at_risk_of_poverty_rate(income, 0.6, weight)" "gini(income)"; do
	compare "\`$measure\`, beside \`avg(income)\`" "$ROWS" "$large;;SELECT $measure FROM register" "SELECT avg(income) FROM register"
done
compare "\`gini($x)\`, beside a window function's running sum" "$ROWS" "$large;;SELECT gini($x) FROM register" "$large;;$gini_sql"
compare "\`weighted_median(income)\`, beside \`percentile_cont(0.5)\`" "$ROWS" "$large;;SELECT weighted_median(income) FROM register" \
	"$large;;SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY income) FROM register"
compare "\`weighted_quantile_cont(income, 0.5)\`, beside \`percentile_cont(0.5)\`" "$ROWS" "$large;;SELECT weighted_quantile_cont(income, 0.5) FROM register" \
	"$large;;SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY income) FROM register"
compare "6 indices of the same arguments, beside \`gini($x)\` alone" "$ROWS" \
	"$large;;SELECT gini($x), weighted_median($x), palma_ratio($x), hoover_index($x), zenga_index($x), income_quintile_share_ratio($x) FROM register" \
	"$large;;SELECT gini($x) FROM register"
compare "\`gini($x)\` in 10,000 groups, beside one group" "$ROWS" \
	"$large;;SELECT id % 10000, gini($x) FROM register GROUP BY 1" "$large;;SELECT gini($x) FROM register"
compare "\`gini($x)\` in 10,000 groups, beside \`avg(income)\` in them" "$ROWS" \
	"$large;;SELECT id % 10000, gini($x) FROM register GROUP BY 1" "SELECT id % 10000, avg(income) FROM register GROUP BY 1"
compare "\`gini($x)\` with work_mem 4 MB (temporary files), beside 2 GB" "$ROWS" \
	"SET work_mem = '4MB';;SELECT gini($x) FROM register" "$large;;SELECT gini($x) FROM register"

workers="SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET max_parallel_workers_per_gather"
table "2 workers, beside none, work_mem 2 GB"
for measure in "gini($x)" "weighted_median($x)" "theil_index($x)"; do
	compare "\`$measure\`" "$ROWS" "$large; $workers = 2;;SELECT $measure FROM register" "$large; $workers = 0;;SELECT $measure FROM register"
done
compare "\`gini($x)\` in 10,000 groups" "$ROWS" "$large; $workers = 2;;SELECT id % 10000, gini($x) FROM register GROUP BY 1" \
	"$large; $workers = 0;;SELECT id % 10000, gini($x) FROM register GROUP BY 1"

table "entropy and Atkinson indices"
mean="(SELECT sum(weight * income) / sum(weight) AS mean FROM register)"
compare "\`theil_index($x)\`, beside plain SQL" "$ROWS" "SELECT theil_index($x) FROM register" \
	"SELECT sum(weight * income * ln(income)) / sum(weight * income) - ln(sum(weight * income) / sum(weight)) FROM register"
compare "\`mean_log_deviation($x)\`, beside plain SQL" "$ROWS" "SELECT mean_log_deviation($x) FROM register" \
	"SELECT ln(sum(weight * income) / sum(weight)) - sum(weight * ln(income)) / sum(weight) FROM register"
compare "\`atkinson_index(income, 0.5, weight)\`, beside plain SQL" "$ROWS" "SELECT atkinson_index(income, 0.5, weight) FROM register" \
	"SELECT 1 - power(sum(weight * sqrt(income)) / sum(weight), 2) / (sum(weight * income) / sum(weight)) FROM register"
compare "\`generalized_entropy(income, 2, weight)\`, beside plain SQL with the mean first" "$ROWS" "SELECT generalized_entropy(income, 2, weight) FROM register" \
	"SELECT (sum(weight * (income / mean) ^ 2) / sum(weight) - 1) / 2 FROM register, $mean m"
compare "\`theil_index($x)\` in 10,000 groups, beside \`avg(income)\`" "$ROWS" "SELECT id % 10000, theil_index($x) FROM register GROUP BY 1" \
	"SELECT id % 10000, avg(income) FROM register GROUP BY 1"

# One value of every row (stored out of line), and 10,000 of a group each.
run_sql <<-'SQL'
	SET work_mem = '2GB';
	CREATE TABLE whole AS SELECT income_distribution(income, weight) AS d FROM register;
	CREATE TABLE whole_plain AS SELECT income_distribution(floor(income / 1000) * 1000, 1) AS d FROM register;
	CREATE TABLE stored_distribution AS SELECT id % 10000 AS area, income_distribution(income, weight) AS d, avg(income) AS mean FROM register GROUP BY 1;
	VACUUM ANALYZE whole, stored_distribution;
SQL
table "stored distributions ($ROWS rows in one value, stored out of line; 10,000 values), work_mem 2 GB"
compare "\`headcount_ratio(d, z)\` of the one value, beside \`headcount_ratio(income, z, weight)\` over the rows" "$ROWS" \
	"SELECT headcount_ratio(d, 1100000) FROM whole" "SELECT headcount_ratio(income, 1100000, weight) FROM register"
compare "\`weighted_median(d)\` of the one value, beside \`weighted_median($x)\` over the rows" "$ROWS" \
	"SELECT weighted_median(d) FROM whole" "$large;;SELECT weighted_median($x) FROM register"
compare "\`gini(d)\` of the one value, beside \`gini($x)\` over the rows" "$ROWS" "SELECT gini(d) FROM whole" "$large;;SELECT gini($x) FROM register"
compare "\`headcount_ratio(d, z)\` of each of 10,000 values, beside the same over the rows" "$ROWS" \
	"SELECT area, headcount_ratio(d, 1100000) FROM stored_distribution" "SELECT id % 10000, headcount_ratio(income, 1100000, weight) FROM register GROUP BY 1"
compare "\`gini(merge(d))\` of 10,000 values, beside \`gini($x)\` over the rows" "$ROWS" \
	"$large;;SELECT gini(merge(d)) FROM stored_distribution" "$large;;SELECT gini($x) FROM register"
compare "\`merge(d)\` of 10,000 values, beside \`income_distribution($x)\` over the rows" "$ROWS" \
	"$large;;SELECT observations(merge(d)) FROM stored_distribution" "$large;;SELECT observations(income_distribution($x)) FROM register"

# bytes_of 'SQL of a distribution' 'table': bytes a distinct row of the stored value.
bytes_of()
{
	run_sql -A -t -c "SELECT round((pg_column_size($1) / (SELECT count(DISTINCT $3) FROM register)::numeric), 1) FROM $2"
}
# peak_of 'SQL': MB that the backend's peak of memory grew by while it ran the statement on the first million rows.
peak_of()
{
	run_sql -A -t <<-SQL
		SET work_mem = '2GB';
		CREATE TEMPORARY TABLE first_rows AS SELECT income, weight FROM register WHERE id <= 1000000;
		SELECT avg(income) FROM first_rows \g /dev/null
		SELECT 'before', substring(pg_read_file('/proc/' || pg_backend_pid() || '/status') FROM 'VmHWM:\s+(\d+)');
		$1 \g /dev/null
		SELECT 'after', substring(pg_read_file('/proc/' || pg_backend_pid() || '/status') FROM 'VmHWM:\s+(\d+)'), count(*) FROM first_rows;
	SQL
}
growth_of()
{
	peak_of "$1" | awk -F '|' '$1 == "before" { before = $2 } $1 == "after" { printf "%.1f", ($2 - before) * 1024 / $3 }'
}
{
	printf '\n| size | bytes a row |\n| --- | ---: |\n'
	printf '| stored, incomes and weights of two decimals, all different: a distinct row | %s |\n' "$(bytes_of d whole '(income, weight)')"
	printf '| stored, incomes in whole thousands, no weights: a distinct row | %s |\n' "$(bytes_of d whole_plain 'floor(income / 1000)')"
	for aggregate in "gini(income, weight)" "gini(income)" "weighted_median(income, weight)" "income_distribution(income, weight)"; do
		printf '| %s of up to a million rows, work_mem 2 GB: growth of the peak of memory of the backend | %s |\n' "$aggregate" \
			"$(growth_of "SELECT $aggregate IS NULL FROM first_rows")"
	done
	for aggregate in "gini(income, weight)" "theil_index(income, weight)"; do
		printf '| %s, 10,000 groups in one hash table: bytes a row | %s |\n' "$aggregate" "$(run_sql -A -t -c "SET work_mem = '4GB'; SET enable_sort = off;
			EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) SELECT id % 10000, $aggregate FROM register GROUP BY 1" |
			sed -n 's/.*Memory Usage: \([0-9]*\)kB.*/\1/p' | awk -v rows="$ROWS" '{ printf "%.1f", $1 * 1024 / rows }')"
	done
} >&3

# The bounded form beside tdigest, where Debian has its package for this server: installed into the staged server alone.
# accuracy 'expression' TABLE GROUPS: the largest distance, over p = 0.01 to 0.99, between p and the shares of the rows that lie
# below and up to the quantile which the expression reads from digest d.
accuracy()
{
	run_sql -A -t -c "SELECT round(max(greatest(v.p - headcount_ratio(u.d, at_or_below(v.q)), headcount_ratio(u.d, v.q) - v.p, 0))::numeric, 6)
		FROM (SELECT p / 100.0::float8 AS p, $1 AS q FROM $2, generate_series(1, 99) p GROUP BY $3) v, unweighted u"
}
get_tdigest()
{
	local major package
	major=$("$PG_CONFIG" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
	package=postgresql-$major-tdigest
	mkdir -p "$WORK/tdigest"
	(cd "$WORK/tdigest" && { apt-get download "$package" || { apt_update && apt-get download "$package"; }; } && dpkg-deb -x ./*.deb .) || return 1
	cp "$WORK/tdigest$("$PG_CONFIG" --pkglibdir)/tdigest.so" "$STAGE$("$PG_CONFIG" --pkglibdir)/" &&
		cp "$WORK/tdigest$("$PG_CONFIG" --sharedir)"/extension/tdigest* "$STAGE$("$PG_CONFIG" --sharedir)/extension/" &&
		run_sql -c "CREATE EXTENSION tdigest"
}
run_sql <<-'SQL'
	SET work_mem = '2GB';
	CREATE TABLE unweighted AS SELECT income_distribution(income) AS d FROM register;
	CREATE TABLE bounded AS SELECT income_distribution(income, 1, 1000) AS d FROM register;
SQL
if get_tdigest; then
	run_sql -c "CREATE TABLE digest AS SELECT tdigest(income, 1000) AS d FROM register"
	table "the bounded form beside tdigest"
	compare "\`income_distribution(income, 1, 1000)\`, beside \`tdigest(income, 1000)\`" "$ROWS" \
		"SELECT income_distribution(income, 1, 1000) FROM register" "SELECT tdigest(income, 1000) FROM register"
	compare "\`merge\` of 10,000 bounded distributions, beside \`tdigest(d)\` of 10,000 digests" 10000 \
		"CREATE TEMPORARY TABLE IF NOT EXISTS b AS SELECT income_distribution(income, 1, 1000) AS d FROM register GROUP BY id % 10000;;SELECT observations(merge(d)) FROM b" \
		"CREATE TEMPORARY TABLE IF NOT EXISTS t AS SELECT tdigest(income, 1000) AS d FROM register GROUP BY id % 10000;;SELECT tdigest_count(tdigest(d)) FROM t"
	{
		printf '\n| 1,000 points | bytes | largest rank error of 99 percentiles | rank error it says | rank error times bytes |\n| --- | ---: | ---: | ---: | ---: |\n'
		for kind in bounded digest; do
			bytes=$(run_sql -A -t -c "SELECT pg_column_size(d) FROM $kind")
			case $kind in
			bounded) error=$(accuracy "weighted_quantile(d, p / 100.0::float8)" bounded "p, d") said=$(run_sql -A -t -c "SELECT round(rank_error(d)::numeric, 6) FROM bounded") ;;
			digest) error=$(accuracy "tdigest_percentile(d, p / 100.0::float8)" digest p) said=- ;;
			esac
			printf '| %s | %s | %s | %s | %.2f |\n' "$kind" "$bytes" "$error" "$said" "$(awk -v e="$error" -v b="$bytes" 'BEGIN { print e * b }')"
		done
	} >&3
else
	printf '\nBeside tdigest: left out, its package could not be had.\n' >&3
fi

# Other tools on the same vector: DuckDB (from PyPI, one thread) and R's laeken (a vector already in memory).
run_sql -c "\\copy (SELECT income, weight FROM register) TO '$WORK/vector.csv' (FORMAT csv, HEADER)"
ours()
{
	timings "$large;;SELECT $1 FROM register" "SELECT 1" | cut -f 1 | median
}
printf '\n| tool | median, ms | Gini, ms | at-risk-of-poverty rate, ms |\n| --- | ---: | ---: | ---: |\n| poverty_ext, work_mem 2 GB | %.1f | %.1f | %.1f |\n' \
	"$(ours 'weighted_median(income)')" "$(ours "gini($x)")" "$(ours 'at_risk_of_poverty_rate(income, 0.6, weight)')" >&3
[ -x "$WORK/venv/bin/pip" ] || python3 -m venv "$WORK/venv" || { need_packages python3 python3-venv && python3 -m venv "$WORK/venv"; } || true
if "$WORK/venv/bin/pip" install -q duckdb; then
	"$WORK/venv/bin/python" "$HERE/bench/duckdb_distribution.py" "$WORK/vector.csv" "$RUNS" >&3
else
	echo "| DuckDB | left out: it could not be installed | | |" >&3
fi
if Rscript -e 'library(laeken)' || { need_packages r-base-core r-cran-laeken && Rscript -e 'library(laeken)'; }; then
	Rscript "$HERE/bench/laeken_distribution.R" "$WORK/vector.csv" "$RUNS" 2>/dev/null >&3
else
	echo "| laeken | left out: it could not be installed | | |" >&3
fi
