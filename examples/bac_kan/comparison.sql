-- SPDX-License-Identifier: PostgreSQL
-- Bắc Kạn city: every published figure against what is computed, and what the register must satisfy in itself.
--
-- Read by views.sql.

SET search_path = bac_kan, public;

CREATE VIEW computed_figure AS
WITH result AS MATERIALIZED (
	SELECT r.*, u.name, u.level,
		area_rank_lowest(r.poverty_rate)  OVER rival AS lowest,
		area_rank_highest(r.poverty_rate) OVER rival AS highest
	FROM area_result AS r
	JOIN review_round AS c ON c.review_year = r.review_year
	JOIN administrative_unit AS u ON u.code = r.area_code AND u.valid @> c.ends_on
	WINDOW rival AS (PARTITION BY r.review_year, u.level)
),
city AS (
	SELECT result.*,
		yoy_change(poor, review_year)      OVER (ORDER BY review_year) AS poor_change,
		yoy_change(near_poor, review_year) OVER (ORDER BY review_year) AS near_poor_change
	FROM result
	WHERE area_code = '058'
),
flow AS MATERIALIZED (
	SELECT * FROM area_flow WHERE area_code = '058' AND review_year = 2018 AND counted_in = 'households' AND of_status = 'poor'
),
plan AS (
	SELECT * FROM target_result WHERE unit_code = '058'
),
support AS MATERIALIZED (
	SELECT * FROM household_policy WHERE entitled AND covered
),
printed AS (
	SELECT figure_key, value::float8 AS value FROM published_figure
),
-- Whole numbers of households that give every printed rate, from the counts printed beside them. The candidates reach
-- one last digit of the rate to either side; the extension decides which of them print as it.
pair (figure_key, count_key, rate_key) AS (
	VALUES
	('city_households_2018',     'city_poor_2018',            'city_rate_2018'),
	('province_households_2021', 'province_poor_2021_vn2016', 'province_rate_2021_vn2016'),
	('province_households_2021', 'province_poor_2021_vn2022', 'province_rate_2021_vn2022')
),
fitting AS (
	SELECT pair.figure_key, pair.rate_key, households
	FROM pair
	JOIN published_figure AS n ON n.figure_key = pair.count_key
	JOIN published_figure AS p ON p.figure_key = pair.rate_key
	CROSS JOIN LATERAL generate_series(
		floor(100 * n.value / (p.value + 0.1 ^ p.digits)),
		ceil(100 * n.value / (p.value - 0.1 ^ p.digits))) AS households
	GROUP BY pair.figure_key, pair.rate_key, households, p.value, p.digits
	HAVING percent(poverty_rate(n.value::float8, households::float8), p.digits) = p.value
),
implied AS (
	SELECT figure_key, min(households) AS least, max(households) AS most
	FROM (
		SELECT figure_key, households
		FROM fitting
		GROUP BY figure_key, households
		HAVING count(*) = (SELECT count(*) FROM pair WHERE pair.figure_key = fitting.figure_key)
	) AS allowed
	GROUP BY figure_key
),
number (figure_key, value) AS (
	SELECT 'city_poor_2017', poor::float8              FROM city WHERE review_year = 2017 UNION ALL
	SELECT 'city_rate_2017', poverty_rate              FROM city WHERE review_year = 2017 UNION ALL
	SELECT 'city_target_2017', poverty_rate            FROM city WHERE review_year = 2017 UNION ALL
	SELECT 'city_poor_2018', poor                      FROM city WHERE review_year = 2018 UNION ALL
	SELECT 'city_rate_2018', poverty_rate              FROM city WHERE review_year = 2018 UNION ALL
	SELECT 'city_rate_target_2018', poverty_rate       FROM city WHERE review_year = 2018 UNION ALL
	SELECT 'city_escaped_2018', escaped_to_near_poor + escaped_above                                          FROM flow UNION ALL
	SELECT 'city_inflow_2018', fell_from_near_poor + fell_back + fell_new + other_increase - other_decrease   FROM flow UNION ALL
	SELECT 'city_net_fall_2018', -poor_change          FROM city WHERE review_year = 2018 UNION ALL
	SELECT 'city_near_poor_2018', near_poor            FROM city WHERE review_year = 2018 UNION ALL
	SELECT 'city_near_poor_fall_2018', -near_poor_change    FROM city WHERE review_year = 2018 UNION ALL
	SELECT 'city_near_poor_2017', near_poor            FROM city WHERE review_year = 2017 UNION ALL
	SELECT 'duc_xuan_rate_2018', poverty_rate          FROM result WHERE area_code = '01840' AND review_year = 2018 UNION ALL
	SELECT 'minh_khai_rate_2018', poverty_rate         FROM result WHERE area_code = '01834' AND review_year = 2018 UNION ALL
	SELECT 'huyen_tung_rate_2018', poverty_rate        FROM result WHERE area_code = '01846' AND review_year = 2018 UNION ALL
	SELECT 'health_cards_2018', coverage_rate          FROM policy_result WHERE policy_code = 'health_card'    AND review_year = 2018 UNION ALL
	SELECT 'school_support_2018', coverage_rate        FROM policy_result WHERE policy_code = 'school_support' AND review_year = 2018 UNION ALL
	SELECT 'loans_poor_2017', count(*)                 FROM support WHERE policy_code = 'preferential_loan' AND review_year = 2017 AND status = 'poor' UNION ALL
	SELECT 'loans_poor_sum_2017', sum(amount)          FROM support WHERE policy_code = 'preferential_loan' AND review_year = 2017 AND status = 'poor' UNION ALL
	SELECT 'loans_near_poor_2017', count(*)            FROM support WHERE policy_code = 'preferential_loan' AND review_year = 2017 AND status = 'near_poor' UNION ALL
	SELECT 'loans_near_poor_sum_2017', sum(amount)     FROM support WHERE policy_code = 'preferential_loan' AND review_year = 2017 AND status = 'near_poor' UNION ALL
	SELECT 'pupils_2017', sum(persons)                 FROM support WHERE policy_code = 'school_support' AND review_year = 2017 UNION ALL
	SELECT 'pupils_sum_2017', sum(amount)              FROM support WHERE policy_code = 'school_support' AND review_year = 2017 UNION ALL
	SELECT 'housing_2017', count(*)                    FROM support WHERE policy_code = 'housing_repair' AND review_year = 2017 UNION ALL
	SELECT 'electricity_month', per_month(avg(amount)::float8, 'year') FROM support WHERE policy_code = 'electricity' AND review_year = 2018 UNION ALL
	SELECT 'programme_135_2018', sum(spent)            FROM programme_budget
		WHERE programme_code = 'P135' AND project_code = 'KHUOI-PAI' AND budget_year = 2018 UNION ALL
	SELECT 'province_forecast_2018', value / 100       FROM printed WHERE figure_key = 'province_rate_2018' UNION ALL
	SELECT 'province_rate_2019', poverty_rate(poor.value, resident.value)
		FROM printed AS poor, printed AS resident
		WHERE poor.figure_key = 'province_poor_2019' AND resident.figure_key = 'province_households_2019' UNION ALL
	SELECT 'province_change_2019', max(change)           FROM poverty_series WHERE area_code = '06' AND figure_year = 2019 UNION ALL
	SELECT 'province_near_poor_rate_2019', poverty_rate(near_poor.value, resident.value)
		FROM printed AS near_poor, printed AS resident
		WHERE near_poor.figure_key = 'province_near_poor_2019' AND resident.figure_key = 'province_households_2019'
),
word (figure_key, word) AS (
	SELECT 'lowest_2018',        string_agg(name, ', ' ORDER BY name) FROM result WHERE level = 'commune' AND review_year = 2018 AND lowest = 1 UNION ALL
	SELECT 'second_lowest_2018', string_agg(name, ', ' ORDER BY name) FROM result WHERE level = 'commune' AND review_year = 2018 AND lowest = 2 UNION ALL
	SELECT 'highest_2018',       string_agg(name, ', ' ORDER BY name) FROM result WHERE level = 'commune' AND review_year = 2018 AND highest = 1 UNION ALL
	SELECT 'city_count_target_2018', CASE WHEN met THEN 'met, ' ELSE 'missed, ' END || start - actual || ' of ' || target_value
		FROM plan WHERE target_year = 2018 AND indicator = 'fewer poor households' UNION ALL
	SELECT 'city_households_2018', CASE WHEN c.households BETWEEN i.least AND i.most THEN 'in ' ELSE 'not in ' END
			|| to_char(i.least, 'FM999,999') || '-' || to_char(i.most, 'FM999,999')
		FROM city AS c, implied AS i WHERE c.review_year = 2018 AND i.figure_key = 'city_households_2018' UNION ALL
	SELECT figure_key, to_char(least, 'FM999,999') || '-' || to_char(most, 'FM999,999') || ' households'
		FROM implied WHERE figure_key = 'province_households_2021' UNION ALL
	SELECT 'province_break_2021', CASE
			WHEN s.change IS NOT NULL                                 THEN percent(s.change) || ' points'
			WHEN s.break = 'break: ' || earlier.standard || ' before' THEN 'break, no change'
			ELSE s.break END
		FROM published_figure AS earlier, published_figure AS later
		JOIN poverty_series AS s ON s.area_code = later.unit_code AND s.figure_year = later.figure_year AND s.standard = later.standard
		WHERE earlier.figure_key = 'province_rate_2021_vn2016' AND later.figure_key = 'province_rate_2021_vn2022'
)
SELECT figure_key, value, NULL AS word FROM number
UNION ALL
SELECT figure_key, NULL, word FROM word;
COMMENT ON VIEW computed_figure IS
	'Each figure of published_figure that is no input, computed by the extension from the synthetic register or from other published figures; rates and changes of rates are fractions';

CREATE VIEW published_against_computed AS
SELECT p.position AS number, p.figure, p.printed || CASE WHEN p.is_derived THEN ' (derived)' ELSE '' END AS published,
	CASE
		WHEN c.word IS NOT NULL                                           THEN c.word
		WHEN p.measured_in = 'percent'                                    THEN percent(c.value, shown.digits) || ' %'
		WHEN p.measured_in = 'percentage points'                          THEN percent(c.value, shown.digits) || ' points'
		WHEN p.measured_in = 'VND'                                        THEN to_char(c.value, 'FM999,999,999,990') || ' VND'
		ELSE to_char(c.value, 'FM999,999,999,990')
	END AS computed,
	coalesce(CASE p.comparison
		WHEN 'equal'    THEN CASE WHEN p.value IS NULL THEN c.word = p.printed ELSE held.value = p.value END
		WHEN 'about'    THEN held.value = p.value
		WHEN 'exact'    THEN exact.value = p.value
		WHEN 'at_least' THEN exact.value >= p.value
		WHEN 'at_most'  THEN held.value <= p.value
		WHEN 'possible' THEN c.word IS NOT NULL
	END, false) AS equal,
	p.note
FROM published_figure AS p
LEFT JOIN computed_figure AS c ON c.figure_key = p.figure_key
CROSS JOIN LATERAL (SELECT p.measured_in IN ('percent', 'percentage points') AS a_rate) AS kind
CROSS JOIN LATERAL (SELECT CASE WHEN p.comparison IN ('exact', 'about') THEN p.digits + 2 ELSE p.digits END AS digits) AS shown
CROSS JOIN LATERAL (SELECT CASE WHEN kind.a_rate THEN percent(c.value, p.digits) ELSE round(c.value::numeric, p.digits) END AS value) AS held
CROSS JOIN LATERAL (SELECT CASE WHEN kind.a_rate THEN percent(c.value, 12) ELSE c.value::numeric END AS value) AS exact
WHERE NOT p.is_input;
COMMENT ON VIEW published_against_computed IS
	'Published figure, computed figure, equal or not: at the precision printed; "over" as at least, a target as at most, "100 %" exactly, rates that must fit together as possible. A figure that cannot be computed is not equal';
COMMENT ON COLUMN published_against_computed.number    IS 'Order in the report';
COMMENT ON COLUMN published_against_computed.figure    IS 'What the figure says';
COMMENT ON COLUMN published_against_computed.published IS 'The figure as printed, or as derived from printed ones where the note says so';
COMMENT ON COLUMN published_against_computed.computed  IS 'The figure as computed';
COMMENT ON COLUMN published_against_computed.equal     IS 'The two agree; never NULL';
COMMENT ON COLUMN published_against_computed.note      IS 'What a reader should know about it';

CREATE VIEW register_check AS
WITH result AS MATERIALIZED (SELECT * FROM area_result),
flow AS MATERIALIZED (SELECT * FROM area_flow),
review AS MATERIALIZED (SELECT * FROM classified_review WHERE vintage = 'official'),
-- The communes' own lists, counted without the extension, for the ward and for the city.
listed AS (
	SELECT a.area_code, r.review_year, r.category, c.counted_in, sum(c.weight) AS number
	FROM review AS r
	CROSS JOIN LATERAL (VALUES (r.unit_code), (r.parent_code)) AS a (area_code)
	CROSS JOIN LATERAL (VALUES ('households'::counted_in, 1), ('persons', r.members)) AS c (counted_in, weight)
	GROUP BY a.area_code, r.review_year, r.category, c.counted_in
),
-- What the wards' forms must add up to. Of a flow only the start and the end: a move between two wards is a decrease in
-- one, an increase in the other, and neither in the city.
form_count AS (
	SELECT f.unit_code, f.unit_valid, f.review_year, f.vintage, f.counted_in, f.as_printed, c.item, c.number
	FROM result_form AS f
	CROSS JOIN LATERAL (VALUES
		('resident', f.resident), ('poor', f.poor), ('near_poor', f.near_poor), ('average_farming', f.average_farming)
	) AS c (item, number)
	UNION ALL
	SELECT f.unit_code, f.unit_valid, f.review_year, f.vintage, f.counted_in, f.as_printed, c.item, c.number
	FROM flow_form AS f
	CROSS JOIN LATERAL (VALUES (f.form_of || ', start', f.start_count), (f.form_of || ', end', f.end_count)) AS c (item, number)
),
ward_sum AS (
	SELECT h.parent_code, h.parent_valid, f.review_year, f.vintage, f.counted_in, f.item, sum(f.number) AS number
	FROM form_count AS f
	JOIN review_round AS c ON c.review_year = f.review_year
	JOIN administrative_unit_history AS h ON h.code = f.unit_code AND h.valid = f.unit_valid AND h.period @> c.ends_on
	WHERE NOT f.as_printed
	GROUP BY h.parent_code, h.parent_valid, f.review_year, f.vintage, f.counted_in, f.item
)
SELECT 1 AS number, 'the commune decided otherwise than income and deprivations say' AS problem, count(*) AS cases
FROM review WHERE status IS DISTINCT FROM category
UNION ALL
SELECT 2, 'a household reviewed in one year and not in the other', count(*)
FROM (SELECT household_id FROM review GROUP BY household_id HAVING count(*) <> (SELECT count(*) FROM review_round)) AS once
UNION ALL
SELECT 3, 'poor or near-poor before, but a later review does not know it', count(*)
FROM review AS b
JOIN review AS a ON a.household_id = b.household_id AND a.review_year = b.review_year + 1
WHERE (b.ever_poor_before OR b.status = 'poor') AND NOT a.ever_poor_before
	OR (b.ever_near_poor_before OR b.status = 'near_poor') AND NOT a.ever_near_poor_before
UNION ALL
SELECT 4, 'a computed flow that does not start and end with the communes'' own lists', count(*)
FROM flow AS f
LEFT JOIN listed AS b ON b.area_code = f.area_code AND b.review_year = f.review_year - 1 AND b.counted_in = f.counted_in AND b.category = f.of_status
LEFT JOIN listed AS a ON a.area_code = f.area_code AND a.review_year = f.review_year     AND a.counted_in = f.counted_in AND a.category = f.of_status
WHERE (f.start, f."end") IS DISTINCT FROM (coalesce(b.number, 0), coalesce(a.number, 0))
UNION ALL
SELECT 5, 'a filed result form that the register does not give', count(*)
FROM result_form AS f
LEFT JOIN result AS r ON r.area_code = f.unit_code AND r.review_year = f.review_year
CROSS JOIN LATERAL (VALUES
	('households'::counted_in, r.households, r.poor,         r.near_poor,         r.poverty_rate),
	('persons',                r.persons,    r.poor_persons, r.near_poor_persons, r.person_poverty_rate)
) AS c (counted_in, resident, poor, near_poor, poverty_rate)
WHERE NOT f.as_printed AND c.counted_in = f.counted_in
	AND (f.resident, f.poor, f.near_poor, f.poor_percent) IS DISTINCT FROM (c.resident, c.poor, c.near_poor, percent(c.poverty_rate))
UNION ALL
SELECT 6, 'a filed flow form that the register does not give', count(*)
FROM flow_form AS f
LEFT JOIN flow AS c ON c.area_code = f.unit_code AND c.review_year = f.review_year AND c.counted_in = f.counted_in AND c.of_status = f.form_of
WHERE NOT f.as_printed AND (
		f.start_count, f.escaped_to_near_poor, f.escaped_above, f.other_decrease,
		f.fell_from_near_poor, f.fell_back, f.fell_new, f.other_increase, f.end_count
	) IS DISTINCT FROM (
		c.start, c.escaped_to_near_poor, c.escaped_above, c.other_decrease,
		c.fell_from_near_poor, c.fell_back, c.fell_new, c.other_increase, c."end")
UNION ALL
SELECT 7, 'a count of the city, filed or printed, that the wards'' filed forms do not add up to', count(*)
FROM form_count AS f
JOIN administrative_unit AS u ON u.code = f.unit_code AND u.valid = f.unit_valid AND u.level = 'district'
LEFT JOIN ward_sum AS w
	ON w.parent_code = f.unit_code AND w.parent_valid = f.unit_valid AND w.review_year = f.review_year
		AND w.vintage = f.vintage AND w.counted_in = f.counted_in AND w.item = f.item
WHERE f.number IS NOT NULL AND f.number IS DISTINCT FROM w.number
UNION ALL
-- Columns 2 and 5 of the form of the poor are columns 5 and 3 of the form of the near-poor: the same households.
SELECT 8, 'a move between the two lists that the flow of the poor and that of the near-poor count differently', count(*)
FROM flow_form AS p
JOIN flow_form AS n USING (unit_code, unit_valid, review_year, vintage, counted_in, as_printed)
CROSS JOIN LATERAL (VALUES
	(p.escaped_to_near_poor, n.escaped_to_near_poor),
	(p.fell_from_near_poor,  n.fell_from_near_poor)
) AS c (of_poor, of_near_poor)
WHERE p.form_of = 'poor' AND n.form_of = 'near_poor' AND c.of_poor <> c.of_near_poor
UNION ALL
-- At the decimals printed. A percentage beside a count with no resident to divide by is reported, whatever it is; one
-- printed alone only where it is above 100. (A filed form cannot hold such.)
SELECT 9, 'a printed percentage that is not its count in percent of the residents printed beside it', count(*)
FROM result_form AS f
CROSS JOIN LATERAL (VALUES
	(f.poor,            f.poor_percent),
	(f.near_poor,       f.near_poor_percent),
	(f.average_farming, f.average_farming_percent)
) AS c (number, percent)
WHERE f.as_printed AND (
	c.percent > 100
	OR c.number IS NOT NULL AND c.percent IS NOT NULL
		AND (c.percent = round(100.0 * c.number / nullif(f.resident, 0), scale(c.percent))) IS NOT TRUE);
COMMENT ON VIEW register_check IS
	'What must be 0 in a sound register: households whose computed category differs from the commune''s, flows that do not start and end with the communes'' lists, filed forms (counted in plain SQL) that differ from what the extension computes, forms of the city that are not the sum of its wards, moves between the lists that the two flow forms count differently, printed percentages that are not those of the counts beside them''';
