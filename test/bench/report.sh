# SPDX-License-Identifier: PostgreSQL
# shellcheck shell=bash
# report.sh (sourced by bench.sh): the questions of a dashboard over a register of ROWS reviews (10 years, 1000 wards in 50
# districts), asked of the table of summaries and of the rows; and what keeping that table up to date costs.

run_sql <<-'SQL'
	CREATE TABLE unit AS
	SELECT 'w' || w AS area_code, 'Ward ' || w AS area_name, 'commune' AS level, 'd' || w % 50 AS parent_code FROM generate_series(0, 999) w
	UNION ALL SELECT 'd' || d, 'District ' || d, 'district', 'p' FROM generate_series(0, 49) d
	UNION ALL SELECT 'p', 'Province', 'province', NULL;
	CREATE TABLE review AS
	SELECT id / 10 AS household_id, 2009 + id % 10 AS year, 'w' || id / 10 % 1000 AS area_code, round(income) AS income, line,
		CASE WHEN income < line THEN 'poor' WHEN income < 1.2 * line THEN 'near_poor' ELSE 'average' END::poverty_status AS status
	FROM register;
	VACUUM ANALYZE review;
	CREATE INDEX ON review (year);
	CREATE SCHEMA office;
	SELECT create_area_summary('office');
	SELECT publish_area_rate('office', 'review', 'unit', view => 'rate_of_rows');
	SELECT publish_area_rate('office', 'office.area_summary', 'unit', view => 'rate_of_summaries');
	SELECT publish_lorenz_point('office', 'review', 'unit', view => 'lorenz_of_rows');
	SELECT publish_lorenz_point('office', 'office.area_summary', 'unit', '{"income": "incomes"}', view => 'lorenz_of_summaries');
SQL

# beside the plain count of the same rows; the table is emptied before the first, and its rows are there for the others
counts="SELECT year, area_code, count(*) FROM review"
table "the table of summaries, 10 years of 1000 wards, beside \`count(*)\` of the same rows"
compare "first refresh, all" "$ROWS" "$(settings "TRUNCATE office.area_summary" "SELECT refresh_area_summary('office.area_summary', 'review')")" "$counts GROUP BY 1, 2"
compare "refresh of one year" "$ROWS" "SELECT refresh_area_summary('office.area_summary', 'review', years => '{2018}')" "$counts WHERE year = 2018 GROUP BY 1, 2"
compare "refresh of one ward of one year" "$ROWS" "SELECT refresh_area_summary('office.area_summary', 'review', years => '{2018}', area_codes => '{w7}')" "$counts WHERE year = 2018 AND area_code = 'w7' GROUP BY 1, 2"
run_sql -c "VACUUM ANALYZE office.area_summary"
# what a dashboard that is opened all day reads
run_sql <<-'SQL'
	CREATE MATERIALIZED VIEW office.rate_kept AS TABLE office.rate_of_summaries;
	CREATE MATERIALIZED VIEW office.lorenz_kept AS TABLE office.lorenz_of_summaries;
	CREATE INDEX ON office.rate_kept (year);
	CREATE INDEX ON office.lorenz_kept (year, area_code);
	ANALYZE office.rate_kept, office.lorenz_kept;
SQL
compare "refresh of the kept rates of all years and areas, beside \`count(*)\` of the rows of one year" "$ROWS" "REFRESH MATERIALIZED VIEW office.rate_kept" "SELECT count(*) FROM review WHERE year = 2018"

table "a dashboard's questions: of the summaries, beside the same of the rows"
compare "rates of a year, every ward, with rank, change and what is withheld" "$ROWS" "SELECT * FROM office.rate_of_summaries WHERE year = 2018" "SELECT * FROM office.rate_of_rows WHERE year = 2018"
compare "the province over the years" "$ROWS" "SELECT * FROM office.rate_of_summaries WHERE area_code = 'p'" "SELECT * FROM office.rate_of_rows WHERE area_code = 'p'"
compare "rates of a year, kept in a materialized view" "$ROWS" "SELECT * FROM office.rate_kept WHERE year = 2018" "SELECT * FROM office.rate_of_rows WHERE year = 2018"
compare "gap and severity by year" "$ROWS" "SELECT year, poverty_gap(s), poverty_severity(s) FROM (SELECT year, merge(summary) AS s FROM office.area_summary GROUP BY year OFFSET 0) v" \
	"SELECT year, poverty_gap(s), poverty_severity(s) FROM (SELECT year, poverty_summary(income, line) AS s FROM review GROUP BY year OFFSET 0) v"
compare "gap by district, one year" "$ROWS" "SELECT parent_code, poverty_gap(merge(summary)) FROM office.area_summary JOIN unit USING (area_code) WHERE year = 2018 GROUP BY 1" \
	"SELECT parent_code, poverty_gap(income, line) FROM review JOIN unit USING (area_code) WHERE year = 2018 GROUP BY 1"
compare "Gini by district, one year" "$ROWS" "SELECT parent_code, gini(merge(incomes)) FROM office.area_summary JOIN unit USING (area_code) WHERE year = 2018 GROUP BY 1" \
	"SELECT parent_code, gini(income) FROM review JOIN unit USING (area_code) WHERE year = 2018 GROUP BY 1"
compare "median income and Gini of the province, one year" "$ROWS" "SELECT weighted_median(d), gini(d) FROM (SELECT merge(incomes) AS d FROM office.area_summary WHERE year = 2018 OFFSET 0) v" \
	"SELECT weighted_median(income), gini(income) FROM review WHERE year = 2018"
compare "Lorenz curve of the province, one year" "$ROWS" "SELECT * FROM office.lorenz_of_summaries WHERE year = 2018 AND area_code = 'p'" "SELECT * FROM office.lorenz_of_rows WHERE year = 2018 AND area_code = 'p'"
compare "the same, kept in a materialized view" "$ROWS" "SELECT * FROM office.lorenz_kept WHERE year = 2018 AND area_code = 'p'" "SELECT * FROM office.lorenz_of_rows WHERE year = 2018 AND area_code = 'p'"
run_sql -A -t -c "SELECT '| the register is ' || pg_size_pretty(pg_table_size('review')) || ', the table of ' || count(*) || ' summaries ' || pg_size_pretty(pg_table_size('office.area_summary')) || ' | | | | |' FROM office.area_summary" >&3
