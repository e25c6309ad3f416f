# SPDX-License-Identifier: PostgreSQL
# shellcheck shell=bash
# rooms.sh (sourced by bench.sh): the rooms rate, line, area and change.

table "rates, lines, flows and changes, beside plain SQL or PostgreSQL's own"
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
