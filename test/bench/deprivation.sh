# SPDX-License-Identifier: PostgreSQL
# shellcheck shell=bash
# deprivation.sh (sourced by bench.sh): multidimensional poverty, 12 indicators; an array, a bit string and a mask.

mask=0
for ((j = 0; j < 12; j++)); do
	mask+=" + (random() < 0.2)::int * $((1 << j))"
done
gaps="(mask & 1) * g"
for ((j = 1; j < 12; j++)); do
	gaps+=", (mask >> $j & 1) * g"
done
run_sql -c "CREATE TABLE household AS SELECT id, income, area, weight, deprivation_array(mask, 12) AS deprived, mask::bit(12) AS bits, mask::bigint AS mask,
	ARRAY[$gaps]::float8[] AS gaps
	FROM (SELECT id, income, area, weight, random() AS g, $mask AS mask FROM register OFFSET 0) v" -c "VACUUM ANALYZE household"
twelve="'{1,1,1,1,1,1,1,1,1,1,1,1}', 0.25"
avg="SELECT avg(income) FROM household"

table "multidimensional poverty, 12 indicators, beside \`avg(x)\` over the same table"
compare "\`mpi(deprived boolean[], …)\`" "$ROWS" "SELECT mpi(deprived, $twelve) FROM household" "$avg"
compare "\`mpi(bits bit(12), …)\`" "$ROWS" "SELECT mpi(bits, $twelve) FROM household" "$avg"
compare "\`mpi(mask bigint, …)\`" "$ROWS" "SELECT mpi(mask, $twelve) FROM household" "$avg"
compare "\`mpi(deprived boolean[], …, weight)\`" "$ROWS" "SELECT mpi(deprived, $twelve, weight) FROM household" "$avg"
compare "\`mpi(bits bit(12), …, weight)\`" "$ROWS" "SELECT mpi(bits, $twelve, weight) FROM household" "$avg"
compare "\`mpi(mask bigint, …, weight)\`" "$ROWS" "SELECT mpi(mask, $twelve, weight) FROM household" "$avg"
compare "\`mpi_gap(gaps float8[], …)\`" "$ROWS" "SELECT mpi_gap(gaps, $twelve) FROM household" "$avg"
compare "\`mpi_gap(gaps float8[], …, weight)\`" "$ROWS" "SELECT mpi_gap(gaps, $twelve, weight) FROM household" "$avg"
compare "\`mpi_summary(mask bigint, …, weight)\` by 400 areas, beside \`avg(x)\` by area" "$ROWS" \
	"SELECT area, mpi_summary(mask, $twelve, weight) FROM household GROUP BY area" "SELECT area, avg(income) FROM household GROUP BY area"

# the share of the poor and their deprivations, counted in SQL from the array
plain="SELECT sum(c) FILTER (WHERE c >= 3) / 12.0 / count(*), avg((c >= 3)::int) FROM (SELECT d[1]::int + d[2]::int + d[3]::int + d[4]::int + d[5]::int + d[6]::int
	+ d[7]::int + d[8]::int + d[9]::int + d[10]::int + d[11]::int + d[12]::int AS c FROM (SELECT deprived AS d FROM household) v) w"
table "multidimensional poverty, beside plain SQL"
compare "\`mpi\` and \`mpi_headcount\` of a \`boolean[]\`, beside sums of its elements" "$ROWS" \
	"SELECT mpi(s), mpi_headcount(s) FROM (SELECT mpi_summary(deprived, $twelve) AS s FROM household OFFSET 0) v" "$plain"

workers="SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET max_parallel_workers_per_gather"
table "2 workers, beside none"
compare "\`mpi(mask bigint, …, weight)\`" "$ROWS" "$workers = 2;;SELECT mpi(mask, $twelve, weight) FROM household" "$workers = 0;;SELECT mpi(mask, $twelve, weight) FROM household"
{
	printf '\n| state | bytes |\n| --- | ---: |\n'
	printf '| stored mpi_summary, 12 indicators, no weights | %s |\n' "$(run_sql -A -t -c "SELECT pg_column_size(mpi_summary(mask, $twelve)) FROM household")"
	printf '| stored mpi_summary, 12 indicators, weights of two decimals | %s |\n' "$(run_sql -A -t -c "SELECT pg_column_size(mpi_summary(mask, $twelve, weight)) FROM household")"
	printf '| stored mpi_summary, 12 indicators with gaps, weights of two decimals | %s |\n' "$(run_sql -A -t -c "SELECT pg_column_size(mpi_summary(gaps, $twelve, weight)) FROM household")"
	printf '| the largest of 400 areas | %s |\n' "$(run_sql -A -t -c "SELECT max(pg_column_size(s)) FROM (SELECT mpi_summary(mask, $twelve, weight) AS s FROM household GROUP BY area) v")"
} >&3
