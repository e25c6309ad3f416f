-- SPDX-License-Identifier: PostgreSQL
-- Bắc Kạn city: the report on the poverty review of 2018.
--
-- Run after schema.sql, data.sql and register.sql: psql -X -q -f report.sql. Numbers come from the synthetic register or
-- from published figures (the report's header says which), rates and changes through the functions of poverty_ext;
-- nothing here is typed in.

\set ON_ERROR_STOP on
\encoding UTF8
\pset pager off
\pset format aligned
\pset border 1
\pset linestyle ascii
\pset footer off
\pset null '-'
SET search_path = bac_kan, public;

\echo 'BẮC KẠN CITY: REVIEW OF POOR AND NEAR-POOR HOUSEHOLDS, 2018'
\echo 'Kết quả rà soát hộ nghèo, hộ cận nghèo năm 2018, thành phố Bắc Kạn'
\echo
\echo 'THE REGISTER IS SYNTHETIC. Its households were made by a script (register.sql): one register among many whose'
\echo 'sums are the figures that the city published for 2017 and 2018. No household in it is real. Ward sizes,'
\echo 'incomes, persons and the coverage of most policies were never published: an example, not facts.'
\echo 'Sections 1 to 10, 12, 15 and 17 start from that register; the plans in 8, the province in 3 and the rate of 2019 in 9'
\echo 'are published. 11 starts from a budget table; 13 and 14 from published rates, but for the city in 2017 and 2018;'
\echo '16 says it of each row. Rates, changes, ranks and flows are computed from these by poverty_ext.'
\echo 'Rates are poor households in percent of all households, unless a section says otherwise.'

\echo
\echo '1. The standard in force (Chuẩn nghèo tiếp cận đa chiều), VND a person a month'
SELECT area_type AS "area", standard, count(DISTINCT unit_code) AS units, count(*) AS "households",
	to_char(poverty_line(standard, area_type, '2018-12-14'), 'FM9,999,999')   AS "1st line",
	to_char(near_poor_line(standard, area_type, '2018-12-14'), 'FM9,999,999') AS "2nd line",
	count(*) FILTER (WHERE income = poverty_line(standard, area_type, reviewed_on))   AS "at the 1st",
	count(*) FILTER (WHERE income = near_poor_line(standard, area_type, reviewed_on)) AS "at the 2nd"
FROM classified_review
WHERE review_year = 2018 AND vintage = 'official'
GROUP BY area_type, standard
ORDER BY area_type DESC;
\echo 'Poor: income at or below the 1st line (từ ... trở xuống); or up to the 2nd, and 3 or more of 10 deprivations.'
\echo 'Near-poor: up to the 2nd line, fewer than 3. "At the 1st", "at the 2nd": households whose income is that line.'

\echo
\echo '2. Households by category (Phân loại hộ), computed from income and deprivations'
SELECT review_year AS "year", status AS "category", count(*) AS "households",
	sum(members) AS "persons",
	count(*) FILTER (WHERE income < poverty_threshold(standard, area_type, reviewed_on))  AS "income alone poor",
	count(*) FILTER (WHERE income >= poverty_threshold(standard, area_type, reviewed_on)
		AND income <= near_poor_line(standard, area_type, reviewed_on))                   AS "between the lines",
	count(*) FILTER (WHERE status = category)                                             AS "as the commune decided"
FROM classified_review
WHERE vintage = 'official'
GROUP BY review_year, status
ORDER BY review_year, status;
\echo 'Synthetic register. "Between the lines": poor by 3 or more deprivations, near-poor by fewer.'

\echo
\echo '3. Poverty by ward and commune, end of 2018 (Tỷ lệ hộ nghèo theo phường, xã)'
WITH ward AS (
	SELECT r.*, u.name,
		area_rank_lowest(r.poverty_rate)                 OVER same_city AS lowest,
		area_rank_highest(r.poverty_rate)                OVER same_city AS highest,
		difference_from_parent(r.poor, r.households)     OVER same_city AS from_city
	FROM area_result AS r
	JOIN administrative_unit AS u ON u.code = r.area_code AND u.valid @> '2018-12-14'::date AND u.level = 'commune'
	JOIN administrative_unit_history AS h ON h.code = u.code AND h.valid = u.valid AND h.period @> '2018-12-14'::date
	WHERE r.review_year = 2018
	WINDOW same_city AS (PARTITION BY h.parent_code)
),
province AS (
	SELECT value::float8 / 100 AS rate FROM published_figure WHERE figure_key = 'province_forecast_2018'
)
SELECT name AS "ward, commune", households, poor, percent(poverty_rate) AS "rate, %", lowest, highest,
	percent(from_city) AS "from city", percent(poverty_rate - province.rate, 0) AS "from province"
FROM (
	SELECT 1 AS part, name, households, poor, poverty_rate, lowest, highest, from_city FROM ward
	UNION ALL
	SELECT 2, 'Bắc Kạn city', households, poor, poverty_rate, NULL, NULL, NULL FROM area_result WHERE area_code = '058' AND review_year = 2018
) AS line, province
ORDER BY part, poverty_rate, name;
\echo 'From city, from province: percentage points. The province''s rate is a forecast of about 22 %: no decimals.'
\echo 'The city''s rate is the ratio of sums. Lowest and highest are ranks within the city. Published for 2018: the'
\echo 'rates of the city, Đức Xuân, Nguyễn Thị Minh Khai, Huyền Tụng; other wards and ward sizes are synthetic.'

\echo
\echo '4. From 2017 to 2018 (Biến động 2017 - 2018)'
SELECT name AS "area", poor_2017 AS "poor 2017", poor_2018 AS "poor 2018", fewer AS "change",
	percent(rate_2017) AS "rate 2017", percent(rate_2018) AS "rate 2018",
	percent(points) AS "points", percent(relative, 1) AS "percent"
FROM (
	SELECT r.area_code, u.name, u.level, r.review_year,
		lag(r.poor)         OVER by_year                     AS poor_2017,
		r.poor                                               AS poor_2018,
		lag(r.poverty_rate) OVER by_year                     AS rate_2017,
		r.poverty_rate                                       AS rate_2018,
		yoy_change(r.poverty_rate, r.review_year)          OVER by_year AS points,
		yoy_relative_change(r.poverty_rate, r.review_year) OVER by_year AS relative,
		yoy_change(r.poor, r.review_year)                  OVER by_year AS fewer
	FROM area_result AS r
	JOIN administrative_unit AS u ON u.code = r.area_code AND u.valid @> '2018-12-14'::date
	WINDOW by_year AS (PARTITION BY r.area_code ORDER BY r.review_year)
) AS change
WHERE review_year = 2018
ORDER BY level, points, area_code;
\echo 'Two changes that are easily mixed up: in points of all households, and in percent of the rate a year before.'
\echo 'Points are computed before rounding. Published: the city''s counts and rates. The wards'' figures of 2017 are'
\echo 'synthetic.'

\echo
\echo '5. Flow of poor households in 2018 (Diễn biến hộ nghèo): 9 = 1 - 2 - 3 - 4 + 5 + 6 + 7 + 8'
SELECT u.name AS "area", f.start AS "1 start", f.escaped_to_near_poor AS "2 near", f.escaped_above AS "3 above", f.other_decrease AS "4 out",
	f.fell_from_near_poor AS "5 near", f.fell_back AS "6 back", f.fell_new AS "7 new", f.other_increase AS "8 in", f."end" AS "9 end", f.residual AS "check"
FROM area_flow AS f
JOIN administrative_unit AS u ON u.code = f.area_code AND u.valid @> '2018-12-14'::date
WHERE f.review_year = 2018 AND f.counted_in = 'households' AND f.of_status = 'poor'
ORDER BY u.level, f.start DESC, u.code;
\echo 'Out of the list: 2 to near-poor, 3 above near-poor, 4 other. Into it: 5 from near-poor, 6 tái nghèo (poor'
\echo 'again), 7 phát sinh mới (new), 8 other. Check: the residual of the identity, 0 when it holds. Published for'
\echo 'the city: 1, 9 and the sum of 2 and 3; how that sum divides, columns 5 to 7 and the wards are synthetic.'

\echo
\echo '6. Flow of near-poor households in 2018 (Diễn biến hộ cận nghèo), the same identity'
SELECT u.name AS "area", f.start AS "1 start", f.escaped_above AS "2 above", f.fell_from_near_poor AS "3 poor", f.other_decrease AS "4 out",
	f.escaped_to_near_poor AS "5 poor", f.fell_back AS "6 back", f.fell_new AS "7 new", f.other_increase AS "8 in", f."end" AS "9 end", f.residual AS "check"
FROM area_flow AS f
JOIN administrative_unit AS u ON u.code = f.area_code AND u.valid @> '2018-12-14'::date
WHERE f.review_year = 2018 AND f.counted_in = 'households' AND f.of_status = 'near_poor'
ORDER BY u.level, f.start DESC, u.code;
\echo 'Out: 2 above near-poor, 3 into poor, 4 other. In: 5 from poor, 6 tái cận nghèo (again), 7 new, 8 other.'
\echo 'Published for the city: 9, and that it is 65 fewer than 1. All else is synthetic.'

\echo
\echo '7. The city''s two flows in persons (Nhân khẩu), and a printed form that does not balance'
SELECT f.of_status AS "form", f.start AS "1 start",
	CASE f.of_status WHEN 'poor' THEN f.escaped_to_near_poor ELSE f.escaped_above END       AS "2",
	CASE f.of_status WHEN 'poor' THEN f.escaped_above        ELSE f.fell_from_near_poor END AS "3",
	f.other_decrease AS "4",
	CASE f.of_status WHEN 'poor' THEN f.fell_from_near_poor  ELSE f.escaped_to_near_poor END AS "5",
	f.fell_back AS "6", f.fell_new AS "7", f.other_increase AS "8", f."end" AS "9 end", f.residual AS "check"
FROM area_flow AS f
WHERE f.area_code = '058' AND f.review_year = 2018 AND f.counted_in = 'persons'
ORDER BY f.of_status;
\echo 'Synthetic. In persons, columns 4 and 8 also hold households on the list that lost or gained a member.'
SELECT u.name AS "printed form", f.start_count AS "1 start", f.escaped_to_near_poor AS "2", f.escaped_above AS "3", f.other_decrease AS "4",
	f.fell_from_near_poor AS "5", f.fell_back AS "6", f.fell_new AS "7", f.other_increase AS "8", f.end_count AS "9 end",
	flow_residual(f.start_count, f.escaped_to_near_poor, f.escaped_above, f.other_decrease,
		f.fell_from_near_poor, f.fell_back, f.fell_new, f.other_increase, f.end_count) AS "check",
	f.source
FROM flow_form AS f
JOIN administrative_unit AS u ON u.code = f.unit_code AND u.valid = f.unit_valid
WHERE f.as_printed AND f.form_of = 'poor' AND f.start_count IS NOT NULL AND f.escaped_above IS NOT NULL
ORDER BY u.code;
SELECT area AS "printed form", defect AS "finding", item, printed, expected
FROM flow_findings(published_flows('printed_flow'))
ORDER BY area, item;
SELECT f.forms AS "filed flow forms", r.results AS "filed results",
	(SELECT count(*) FROM form_findings(published_flows('filed_flow'), published_results('filed_result'))) AS "findings"
FROM (SELECT count(*) AS forms FROM filed_flow) AS f, (SELECT count(*) AS results FROM filed_result) AS r;
\echo 'Findings: what form_findings() says of the office''s own forms, wards and city, poor and near-poor, households and'
\echo 'persons: they balance, add up, and agree with each other and with the results of both years. Synthetic.'

\echo
\echo '8. Targets (Chỉ tiêu)'
SELECT target_year AS "year", indicator AS "target",
	CASE indicator WHEN 'poverty rate' THEN target_value || ' %' ELSE to_char(target_value, 'FM999') END AS "planned",
	CASE indicator WHEN 'poverty rate' THEN percent(actual) || ' %' ELSE to_char(start - actual, 'FM999') END AS "computed",
	CASE indicator WHEN 'poverty rate' THEN percent(actual, digits) || ' %' ELSE to_char(start - actual, 'FM999') END AS "as the plan prints it",
	percent(attainment, 1) AS "attained, %",
	CASE WHEN met THEN 'met' ELSE 'missed' END AS "judged as printed"
FROM target_result
ORDER BY target_year, indicator;
\echo 'Attained: (start - computed) / (start - planned), unrounded. Judged at the precision with which the plan'
\echo 'prints the target: a plan for a rate may be met at one decimal and not at two. A plan for a count is another'
\echo 'question, and the gross escapes (section 9) a third.'

\echo
\echo '9. What one figure does not say (Những câu hỏi khác nhau, những con số khác nhau)'
WITH city AS (
	SELECT * FROM area_result WHERE area_code = '058'
),
flow AS (
	SELECT * FROM area_flow WHERE area_code = '058' AND review_year = 2018 AND counted_in = 'households' AND of_status = 'poor'
)
SELECT question, answer
FROM (
	SELECT 1 AS n, 'Households that escaped in 2018 (gross)' AS question, (escaped_to_near_poor + escaped_above)::text AS answer FROM flow
	UNION ALL
	SELECT 2, 'of them to near-poor only, still close to the line', escaped_to_near_poor::text FROM flow
	UNION ALL
	SELECT 3, 'Households that became poor in 2018', (fell_from_near_poor + fell_back + fell_new)::text FROM flow
	UNION ALL
	SELECT 4, 'Fewer poor households at the end (net; the plan asked for this one)', (start - "end")::text FROM flow
	UNION ALL
	SELECT 5, 'The city''s poverty rate, 2018: poor of all wards / households of all wards', percent(poverty_rate) || ' %' FROM city WHERE review_year = 2018
	UNION ALL
	SELECT 6, 'Mean of the eight ward rates: NOT the city''s rate, small wards count too much', percent(avg(poverty_rate)) || ' %'
	FROM area_result WHERE review_year = 2018 AND area_code <> '058'
	UNION ALL
	SELECT 7, 'Persons in poor households, in percent of all persons, 2018', percent(person_poverty_rate) || ' %' FROM city WHERE review_year = 2018
	UNION ALL
	SELECT 8, 'Poor and near-poor households together, 2018', percent(poor_or_near_poor_rate) || ' %' FROM city WHERE review_year = 2018
	UNION ALL
	SELECT 9, 'Rate a year later, if the change of 2018 went on (2019 was published as ' || p.printed || ')',
		percent(projected_rate(s.rate, s.change, 1)) || ' %'
	FROM poverty_series AS s
	JOIN published_figure AS p ON p.figure_key = 'city_rate_2019'
	WHERE s.area_code = '058' AND s.figure_year = 2018
) AS answers
ORDER BY n;

\echo
\echo '10. Support: who was entitled, who received it (Chính sách hỗ trợ)'
PREPARE support_of (integer) AS
SELECT p.name AS "policy", p.name_vi AS "chính sách", r.entitled, r.covered, r.unrecorded AS "no record",
	percent(r.coverage_rate, 1) AS "%", r.persons, round(r.amount / 1000000, 1) AS "M VND"
FROM policy_result AS r
JOIN policy AS p ON p.policy_code = r.policy_code
WHERE r.review_year = $1
ORDER BY p.position;
\echo 'Year 2017'
EXECUTE support_of (2017);
\echo 'Year 2018'
EXECUTE support_of (2018);
\echo 'Households. No record counts as not covered: support that nobody recorded is not known to have arrived.'
\echo 'Published: all health cards and school support; in 2017 the loans, the 442 pupils, the 17 houses; 46,000 VND'
\echo 'of electricity a month. All else in this table is synthetic.'

\echo
\echo '11. Programme 135, Khuổi Pái in Huyền Tụng, 2018 (Chương trình 135), million VND'
SELECT coalesce(funded_by::text, 'all sources') AS "source", round(sum(planned) / 1000000, 1) AS "planned", round(sum(spent) / 1000000, 1) AS "spent",
	percent(disbursement_rate(spent, planned), 1) AS "disbursed, %", CASE WHEN grouping(funded_by) = 1 THEN max(p.completed_in) END AS "completed in"
FROM programme_budget AS b
JOIN programme_project AS p USING (programme_code, project_code)
WHERE b.programme_code = 'P135' AND b.project_code = 'KHUOI-PAI' AND b.budget_year = 2018
GROUP BY ROLLUP (funded_by)
ORDER BY grouping(funded_by), funded_by;
\echo 'Published: over 290 million VND, completed. How it divides and what was planned is synthetic.'

\echo
\echo '12. The end of 2018 on the boundaries of 2025-07-01 (Theo địa giới từ 01/07/2025)'
SELECT area_code AS "code", name AS "unit of 2025", households, poor, percent(poverty_rate) AS "rate, %",
	coalesce('incomplete without ' || not_in_register, 'complete') AS "in the city's register"
FROM restated_2025
WHERE review_year = 2018
ORDER BY area_code;
SELECT r.area_code AS "code", p.code AS "old code", u.name AS "old unit", d.name AS "district", p.share,
	o.households, o.poor, CASE WHEN o.area_code IS NULL THEN 'no' ELSE 'yes' END AS "in the register"
FROM restated_2025 AS r
JOIN review_round AS c ON c.review_year = r.review_year
CROSS JOIN LATERAL area_predecessors(r.area_code, '2025-07-01', c.ends_on) AS p
JOIN administrative_unit         AS u ON u.code = p.code AND u.valid @> c.ends_on
JOIN administrative_unit_history AS h ON h.code = u.code AND h.valid = u.valid AND h.period @> c.ends_on
JOIN administrative_unit         AS d ON d.code = h.parent_code AND d.valid = h.parent_valid
LEFT JOIN area_result            AS o ON o.area_code = p.code AND o.review_year = r.review_year
WHERE r.review_year = 2018
ORDER BY r.area_code, p.code;
\echo 'Codes were reused: until 2025-06-30, 01840 was a smaller Đức Xuân. Where a part lies outside the register, the'
\echo 'counts are those of the part inside, and no rate is given. Which unit went where: one public database says so.'
\echo 'Ward counts are synthetic, and so is what is made of them.'

\echo
\echo '13. Series, and where they break (Chuỗi số liệu và điểm gãy)'
SELECT concat_ws(' ', u.name, h.kind) AS "area", s.figure_year AS "year", s.standard, s.origin AS "figure",
	percent(s.rate) AS "rate, %", percent(s.change) AS "points", percent(s.change_a_year) AS "a year", s.break
FROM poverty_series AS s
JOIN administrative_unit AS u ON u.code = s.area_code AND u.valid @> make_date(s.figure_year, 12, 31)
LEFT JOIN administrative_unit_history AS h ON h.code = u.code AND h.valid = u.valid AND h.period @> make_date(s.figure_year, 12, 31)
WHERE s.area_code IN ('06', '058')
ORDER BY u.level DESC, s.area_code, s.figure_year, s.standard;
\echo 'The two rates of 2021 are one province counted by two standards: a break, not a rise, so no change is given.'
\echo 'Points: from the year before. A year: from the last year that the series has, over the years between.'
\echo 'Town or city: what it was at the end of the year. Figure "register": computed from it; the others as published.'

\echo
\echo '14. The city among the districts of the province, 2019, preliminary (So với các huyện)'
WITH province AS (
	SELECT value::float8 / 100 AS rate FROM published_figure WHERE figure_key = 'province_rate_2019'
)
SELECT area_rank_lowest(s.rate) OVER (PARTITION BY h.parent_code) AS "lowest", u.name AS "district", percent(s.rate) AS "rate, %",
	percent(s.rate - province.rate) AS "from province"
FROM poverty_series AS s
JOIN administrative_unit AS u ON u.code = s.area_code AND u.valid @> make_date(s.figure_year, 12, 31) AND u.level = 'district'
JOIN administrative_unit_history AS h ON h.code = u.code AND h.valid = u.valid AND h.period @> make_date(s.figure_year, 12, 31)
CROSS JOIN province
WHERE s.figure_year = 2019
ORDER BY s.rate, u.code;

\echo
\echo '15. The register in itself (Kiểm tra nội bộ): each must be 0'
SELECT problem, cases FROM register_check ORDER BY number;

\echo
\echo '16. Published figure, computed figure, equal (Số công bố, số tính lại, khớp)'
SELECT number AS "no", figure, published, computed, CASE WHEN equal THEN 'yes' ELSE 'NO' END AS "equal"
FROM published_against_computed
ORDER BY number;
\echo 'Equal: at the precision printed, also after "about"; "over" is at least, "at most" at most, and 100 % exactly.'
\echo '1 to 30 start from the synthetic register, 31 from a synthetic budget table, 32 to 37 from other published'
\echo 'figures. 36: the numbers of households that give both printed rates; the number itself was not published.'
SELECT count(*) FILTER (WHERE equal) || ' of ' || count(*) || ' figures equal' AS result FROM published_against_computed
\gset
\echo :result

\echo
\echo '17. Deprivations of the poor and of the near-poor, end of 2018 (Thiếu hụt các dịch vụ xã hội cơ bản)'
SELECT p.position AS "no", p.name AS "indicator", p.name_vi AS "chỉ số",
	p.lacking AS "poor", percent(p.share, 1) AS "poor, %", n.lacking AS "near-poor", percent(n.share, 1) AS "near-poor, %"
FROM area_deprivation AS p
JOIN area_deprivation AS n ON n.area_code = p.area_code AND n.review_year = p.review_year AND n.position = p.position AND n.status = 'near_poor'
WHERE p.area_code = '058' AND p.review_year = 2018 AND p.status = 'poor'
ORDER BY p.position;
PREPARE deprivations_of (poverty_status) AS
SELECT u.name AS "area", d.households, d.surveyed,
	max(lacking) FILTER (WHERE position = 1) AS "1", max(lacking) FILTER (WHERE position = 2) AS "2", max(lacking) FILTER (WHERE position = 3) AS "3",
	max(lacking) FILTER (WHERE position = 4) AS "4", max(lacking) FILTER (WHERE position = 5) AS "5", max(lacking) FILTER (WHERE position = 6) AS "6",
	max(lacking) FILTER (WHERE position = 7) AS "7", max(lacking) FILTER (WHERE position = 8) AS "8", max(lacking) FILTER (WHERE position = 9) AS "9",
	max(lacking) FILTER (WHERE position = 10) AS "10"
FROM area_deprivation AS d
JOIN administrative_unit AS u ON u.code = d.area_code AND u.valid @> '2018-12-14'::date
WHERE d.review_year = 2018 AND d.status = $1
GROUP BY u.level, u.code, u.name, d.households, d.surveyed
ORDER BY u.level, d.households DESC, u.code;
PREPARE deprivation_percent_of (poverty_status) AS
SELECT u.name AS "area, %",
	percent(max(share) FILTER (WHERE position = 1), 1) AS "1", percent(max(share) FILTER (WHERE position = 2), 1) AS "2", percent(max(share) FILTER (WHERE position = 3), 1) AS "3",
	percent(max(share) FILTER (WHERE position = 4), 1) AS "4", percent(max(share) FILTER (WHERE position = 5), 1) AS "5", percent(max(share) FILTER (WHERE position = 6), 1) AS "6",
	percent(max(share) FILTER (WHERE position = 7), 1) AS "7", percent(max(share) FILTER (WHERE position = 8), 1) AS "8", percent(max(share) FILTER (WHERE position = 9), 1) AS "9",
	percent(max(share) FILTER (WHERE position = 10), 1) AS "10"
FROM area_deprivation AS d
JOIN administrative_unit AS u ON u.code = d.area_code AND u.valid @> '2018-12-14'::date
WHERE d.review_year = 2018 AND d.status = $1
GROUP BY u.level, u.code, u.name, d.households
ORDER BY u.level, d.households DESC, u.code;
\echo 'Poor households (Hộ nghèo): how many lack each indicator, then in percent of the surveyed'
EXECUTE deprivations_of ('poor');
EXECUTE deprivation_percent_of ('poor');
\echo 'Near-poor households (Hộ cận nghèo)'
EXECUTE deprivations_of ('near_poor');
EXECUTE deprivation_percent_of ('near_poor');
\echo 'All of it is synthetic. A household may lack several, so that the columns do not add up to the households.'
