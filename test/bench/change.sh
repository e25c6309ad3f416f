# SPDX-License-Identifier: PostgreSQL
# shellcheck shell=bash
# change.sh (sourced by bench.sh): panels of households, spells, chronic poverty, series that break. With ROWS=10000000 the
# panel is 2 times that many households.

run_sql -v rows="$ROWS" <<-'SQL'
	CREATE TABLE review_before AS SELECT id AS household, 1 + id % 400 AS unit, before AS status, 1 + id % 7 AS members FROM register WHERE id % 50 <> 0;
	CREATE TABLE review_after AS SELECT id AS household, 1 + (CASE WHEN id % 40 = 0 THEN id + 1 ELSE id END) % 400 AS unit, after AS status, 1 + (id + id % 3) % 7 AS members,
		id % 11 = 0 AS ever_poor, id % 13 = 0 AS ever_near_poor FROM register WHERE id % 51 <> 0;
	CREATE UNIQUE INDEX ON review_before (household);
	CREATE UNIQUE INDEX ON review_after (household);
	CREATE TABLE history AS SELECT household, array_agg(income) AS incomes, array_agg(income < line) AS poor, max(line) AS line
		FROM (SELECT id / 5 AS household, income, line FROM register) v GROUP BY household;
	VACUUM ANALYZE review_before, review_after, history;
SQL

panel="review_before b FULL JOIN review_after a USING (household)"
counts="count(*) FILTER (WHERE b.status = 'poor'), count(*) FILTER (WHERE b.status = 'poor' AND a.status = 'near_poor'),
	count(*) FILTER (WHERE b.status = 'poor' AND a.status IN ('average', 'better_off')), count(*) FILTER (WHERE b.status = 'poor' AND a.status IS NULL),
	count(*) FILTER (WHERE b.status = 'near_poor' AND a.status = 'poor'), count(*) FILTER (WHERE b.status IN ('average', 'better_off') AND a.status = 'poor' AND ever_poor),
	count(*) FILTER (WHERE b.status IN ('average', 'better_off') AND a.status = 'poor' AND NOT ever_poor), count(*) FILTER (WHERE a.status = 'poor')"
table "flows of a panel of two reviews, rows of both, beside the columns of one form in plain SQL"
compare "both forms by \`poverty_flows\`, over a hash join" $((2 * ROWS)) "SELECT poverty_flows(b.status, a.status, ever_poor, ever_near_poor) FROM $panel" "SELECT $counts FROM $panel"
compare "the same over two indexes (merge join)" $((2 * ROWS)) \
	"SET enable_hashjoin = off;;SELECT poverty_flows(b.status, a.status, ever_poor, ever_near_poor) FROM $panel" "SET enable_hashjoin = off;;SELECT $counts FROM $panel"
compare "in persons, beside \`count(*)\` over the same join" $((2 * ROWS)) \
	"SET enable_hashjoin = on;;SELECT poverty_flows(b.status, a.status, ever_poor, ever_near_poor, b.members, a.members) FROM $panel" "SET enable_hashjoin = on;;SELECT count(*) FROM $panel"
compare "by 400 wards with \`panel_places\`, beside the plain columns by the ward after" $((2 * ROWS)) \
	"SELECT p.unit, poverty_flows(p.before, p.after, ever_poor, ever_near_poor) FROM $panel, panel_places(b.unit::text, a.unit::text, b.status, a.status) p GROUP BY p.unit" \
	"SELECT a.unit, $counts FROM $panel GROUP BY a.unit"
compare "\`transition_matrix(before, after)\`, beside \`count(*) ... GROUP BY before, after\`" "$ROWS" \
	"SELECT shorrocks_mobility(transition_matrix(before, after)) FROM register" "SELECT before, after, count(*) FROM register GROUP BY before, after"

table "windows over series of 20 years, beside \`lag()\`"
lag="SELECT count(c) FROM (SELECT rate - lag(rate) OVER (PARTITION BY area ORDER BY year) AS c FROM series) v"
over="OVER (PARTITION BY area ORDER BY year)"
compare "\`yoy_change(rate, year)\`" "$ROWS" "SELECT count(c) FROM (SELECT yoy_change(rate, year) $over AS c FROM series) v" "$lag"
compare "\`annualised_growth(rate, year)\`" "$ROWS" "SELECT count(c) FROM (SELECT annualised_growth(rate, year) $over AS c FROM series) v" "$lag"
compare "\`yoy_change(rate, year, series)\`" "$ROWS" "SELECT count(c) FROM (SELECT yoy_change(rate, year, CASE WHEN year < 2010 THEN 'VN-2016' ELSE 'VN-2022' END) $over AS c FROM series) v" "$lag"
compare "\`persistent_poor(poor, year)\`" "$ROWS" "SELECT count(c) FROM (SELECT persistent_poor(rate < 0.3, year) $over AS c FROM series) v" "$lag"
compare "\`poverty_spell(poor, year)\`" "$ROWS" "SELECT count(c) FROM (SELECT poverty_spell(rate < 0.3, year) $over AS c FROM series) v" "$lag"

table "chronic poverty of households of 5 reviews each, beside a sub-select for each household"
compare "\`chronic_poverty(incomes, line, 0.5)\`" $((ROWS / 5)) "SELECT chronic_poverty(incomes, line, 0.5) FROM history" \
	"SELECT avg(CASE WHEN share >= 0.5 THEN gap ELSE 0 END), avg((share >= 0.5)::int) FROM history, LATERAL (SELECT avg((x < line)::int) AS share, avg(CASE WHEN x < line THEN (line - x) / line ELSE 0 END) AS gap FROM unnest(incomes) x) p"
compare "\`transient_poverty(incomes, line, 2)\`" $((ROWS / 5)) "SELECT transient_poverty(incomes, line, 2) FROM history" \
	"SELECT avg(total), avg(CASE WHEN mean < line THEN ((line - mean) / line) ^ 2 ELSE 0 END) FROM history, LATERAL (SELECT avg(CASE WHEN x < line THEN ((line - x) / line) ^ 2 ELSE 0 END) AS total, avg(x) AS mean FROM unnest(incomes) x) p"
compare "\`chronic_headcount(poor, 0.5)\`" $((ROWS / 5)) "SELECT chronic_headcount(poor, 0.5) FROM history" \
	"SELECT avg((share >= 0.5)::int) FROM history, LATERAL (SELECT avg(p::int) AS share FROM unnest(poor) p) s"

run_sql <<-'SQL'
	CREATE TABLE years AS SELECT id % 2 AS year, income_distribution(income * CASE WHEN id % 2 = 1 THEN 1.05 ELSE 1 END, weight) AS d FROM register GROUP BY 1;
	CREATE TABLE sectors AS SELECT area, poverty_summary(income, line, weight) FILTER (WHERE id % 2 = 0) AS s0, poverty_summary(income, line, weight) FILTER (WHERE id % 2 = 1) AS s1 FROM register GROUP BY area;
	VACUUM ANALYZE years, sectors;
SQL
both="FROM years a, years b WHERE a.year = 0 AND b.year = 1"
halves="(SELECT id % 2 AS year, income * CASE WHEN id % 2 = 1 THEN 1.05 ELSE 1 END AS x, weight AS w FROM register) v"
gaps="sum(w * ((900000 - x) / 900000) ^ 2) FILTER (WHERE x < 900000)"
table "why poverty changed, from stored distributions of half of the rows each, beside plain SQL over the rows"
compare "\`datt_ravallion(d0, d1, z, z, 2, 'initial')\`" "$ROWS" "SELECT datt_ravallion(a.d, b.d, 900000, 900000, 2, 'initial') $both" \
	"WITH m AS MATERIALIZED (SELECT year, sum(w * x) / sum(w) AS mean FROM $halves GROUP BY year)
	SELECT v.year, $gaps / sum(w), sum(w * ((900000 - x * other.mean / own.mean) / 900000) ^ 2) FILTER (WHERE x * other.mean / own.mean < 900000) / sum(w)
	FROM $halves JOIN m own ON own.year = v.year JOIN m other ON other.year = 1 - v.year GROUP BY v.year"
compare "the same with base shapley and a line that moves" "$ROWS" "SELECT datt_ravallion(a.d, b.d, 900000, 950000, 2, 'shapley') $both" "SELECT sum(w * x) / sum(w) FROM $halves"
compare "\`rate_of_pro_poor_growth(d0, d1, z)\`, beside \`percentile_cont\` of 100 points of each year" "$ROWS" "SELECT rate_of_pro_poor_growth(a.d, b.d, 900000) $both" \
	"SELECT year, percentile_cont((SELECT array_agg(i / 100.0) FROM generate_series(0, 99) i)::float8[]) WITHIN GROUP (ORDER BY x) FROM $halves GROUP BY year"
compare "\`growth_elasticity(d, z, 0)\`, with its density, beside \`avg(income)\`" $((ROWS / 2)) "SELECT growth_elasticity(d, 900000, 0) FROM years WHERE year = 0" "SELECT avg(income) FROM register WHERE id % 2 = 0"
compare "\`ravallion_huppi\` of 400 stored summaries, beside plain SQL over the rows" 400 "SELECT ravallion_huppi(s0, s1, 0) FROM sectors" \
	"SELECT sum(p1 - p0) FROM (SELECT area, sum(w) FILTER (WHERE x < 900000 AND year = 0) / sum(w) FILTER (WHERE year = 0) AS p0, sum(w) FILTER (WHERE x < 900000 AND year = 1) / sum(w) FILTER (WHERE year = 1) AS p1
		FROM (SELECT area, id % 2 AS year, income AS x, weight AS w FROM register) r GROUP BY area) g"
