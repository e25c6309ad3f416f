-- SPDX-License-Identifier: PostgreSQL
-- Bắc Kạn city: views over the tables of schema.sql. Each number of the report comes from one of these.
--
-- Read by schema.sql. The register's own column "category" (what the commune decided) is used only to be compared:
-- everything else starts from income, deprivations, area type and day, classified by the extension.

SET search_path = bac_kan, public;

-- ---------------------------------------------------------------------------------------------------------
-- The register, classified
-- ---------------------------------------------------------------------------------------------------------

CREATE VIEW classified_review AS
SELECT r.household_id, r.review_year, r.vintage, r.reviewed_on, r.unit_code, h.parent_code, h.area_type, c.standard,
	r.members, r.children, r.income, d.deprivations, r.ever_poor_before, r.ever_near_poor_before, r.category,
	classify_household(c.standard, h.area_type, r.reviewed_on, r.income, d.deprivations) AS status, r.deprived
FROM household_review AS r
JOIN review_round AS c ON c.review_year = r.review_year
LEFT JOIN administrative_unit_history AS h ON h.code = r.unit_code AND h.valid = r.unit_valid AND h.period @> r.reviewed_on
CROSS JOIN LATERAL (SELECT deprivation_count(r.deprived) AS deprivations) AS d;
COMMENT ON VIEW classified_review IS
	'Reviews of households, classified again by the standard in force, at the area type of the ward on the day of the review; status is computed, category is what the commune decided (synthetic register)';

CREATE VIEW area_review AS
SELECT a.area_code, r.*
FROM classified_review AS r
CROSS JOIN LATERAL (VALUES (r.unit_code), (r.parent_code)) AS a (area_code)
WHERE r.vintage = 'official';
COMMENT ON VIEW area_review IS
	'Official reviews, each twice: for its ward or commune, and for the city (synthetic register)';

CREATE VIEW area_result AS
SELECT area_code, review_year,
	count(*)                                                AS households,
	count(*) FILTER (WHERE status = 'poor')                 AS poor,
	count(*) FILTER (WHERE status = 'near_poor')            AS near_poor,
	poverty_rate(status = 'poor')                           AS poverty_rate,
	poverty_rate(status = 'near_poor')                      AS near_poor_rate,
	poverty_rate(status IN ('poor', 'near_poor'))           AS poor_or_near_poor_rate,
	sum(members)                                            AS persons,
	coalesce(sum(members) FILTER (WHERE status = 'poor'), 0)      AS poor_persons,
	coalesce(sum(members) FILTER (WHERE status = 'near_poor'), 0) AS near_poor_persons,
	poverty_rate(status = 'poor', members)                  AS person_poverty_rate
FROM area_review
GROUP BY area_code, review_year;
COMMENT ON VIEW area_result IS
	'Result of the review by ward and for the city: counts, and rates as fractions of all households (of all persons in person_poverty_rate); synthetic register';

CREATE VIEW area_deprivation AS
WITH standard AS MATERIALIZED (
	SELECT standard, deprivation_weights(standard) AS weights, deprivation_cutoff(standard) AS k
	FROM (SELECT DISTINCT standard FROM review_round) AS c
),
summary AS (
	SELECT r.area_code, r.review_year, r.standard, r.status, count(*) AS households, mpi_summary(r.deprived, s.weights, s.k) AS summary
	FROM area_review AS r
	JOIN standard AS s ON s.standard = r.standard AND s.weights IS NOT NULL AND s.k IS NOT NULL
	WHERE r.status IN ('poor', 'near_poor')
	GROUP BY r.area_code, r.review_year, r.standard, r.status
)
SELECT s.area_code, s.review_year, s.status, s.households, observations(s.summary) AS surveyed,
	d.position, i.name, i.name_vi, d.lacking::bigint AS lacking, d.share
FROM summary AS s
CROSS JOIN LATERAL unnest(mpi_deprived_populations(s.summary), mpi_uncensored_headcounts(s.summary)) WITH ORDINALITY AS d (lacking, share, position)
CROSS JOIN LATERAL (
	SELECT name, name_vi FROM deprivation_indicator WHERE standard = s.standard AND position = d.position ORDER BY shipped LIMIT 1
) AS i;
COMMENT ON VIEW area_deprivation IS
	'Deprivations among the poor and among the near-poor, by ward and for the city: of the households whose deprivations were surveyed, how many lack each indicator of the standard in force, and their share as a fraction (synthetic register)';

-- ---------------------------------------------------------------------------------------------------------
-- Flows
-- ---------------------------------------------------------------------------------------------------------

CREATE VIEW area_transition AS
WITH listed AS MATERIALIZED (
	SELECT * FROM classified_review WHERE vintage = 'official'
),
household_year AS (
	SELECT coalesce(a.household_id, b.household_id) AS household_id, coalesce(a.review_year, b.review_year + 1) AS review_year,
		b.unit_code AS unit_before, b.parent_code AS parent_before, b.status AS status_before, b.members AS members_before,
		a.unit_code AS unit_after,  a.parent_code AS parent_after,  a.status AS status_after,  a.members AS members_after,
		a.ever_poor_before, a.ever_near_poor_before
	FROM listed AS b
	FULL JOIN listed AS a ON a.household_id = b.household_id AND a.review_year = b.review_year + 1
)
SELECT area.unit AS area_code, m.review_year, m.household_id, area.before, area.after,
	CASE WHEN area.before IS NULL THEN 0 ELSE m.members_before END AS members_before,
	CASE WHEN area.after  IS NULL THEN 0 ELSE m.members_after  END AS members_after,
	m.ever_poor_before, m.ever_near_poor_before,
	poverty_transition(area.before, area.after, m.ever_poor_before)                   AS transition,
	poverty_transition(area.before, area.after, m.ever_near_poor_before, 'near_poor') AS near_poor_transition
FROM household_year AS m
JOIN review_round AS later   ON later.review_year   = m.review_year
JOIN review_round AS earlier ON earlier.review_year = m.review_year - 1
CROSS JOIN LATERAL (
	SELECT ward.* FROM panel_places(m.unit_before, m.unit_after, m.status_before, m.status_after) AS ward
	UNION ALL
	SELECT city.* FROM panel_places(m.parent_before, m.parent_after, m.status_before, m.status_after) AS city
) AS area;
COMMENT ON VIEW area_transition IS
	'What became of each household from one review to the next, as the poor form and as the near-poor form tell it; for its ward and for the city, so that a move between two wards is a decrease in one, an increase in the other, and neither in the city. A household absent from one of the two reviews has before or after NULL and no members then (synthetic register)';

CREATE VIEW area_flow AS
SELECT computed.area_code, computed.review_year, computed.counted_in, form.*
FROM (
	SELECT area_code, review_year, 'households'::counted_in AS counted_in,
		poverty_flows(before, after, ever_poor_before, ever_near_poor_before) AS flows
	FROM area_transition
	GROUP BY area_code, review_year
	UNION ALL
	SELECT area_code, review_year, 'persons',
		poverty_flows(before, after, ever_poor_before, ever_near_poor_before, members_before, members_after)
	FROM area_transition
	GROUP BY area_code, review_year
) AS computed
CROSS JOIN LATERAL flow_forms(computed.flows) AS form;
COMMENT ON VIEW area_flow IS
	'The two official flow forms computed from the register, by ward and for the city, in households and in persons; residual is 0 when the identity of the form holds (synthetic register)';

-- ---------------------------------------------------------------------------------------------------------
-- Policies and targets
-- ---------------------------------------------------------------------------------------------------------

CREATE VIEW household_policy AS
SELECT r.household_id, r.review_year, r.unit_code, r.parent_code, r.status, p.policy_code,
	coalesce(c.entitled, true) AS entitled, c.covered, c.persons, c.amount
FROM classified_review AS r
CROSS JOIN policy AS p
LEFT JOIN policy_coverage AS c
	ON c.household_id = r.household_id AND c.review_year = r.review_year AND c.policy_code = p.policy_code
WHERE r.vintage = 'official' AND r.status = ANY (p.entitled_statuses);
COMMENT ON VIEW household_policy IS
	'Entitlement and coverage of every household that the register, classified again, counts in an entitled category; one without a row in policy_coverage is entitled and unrecorded (synthetic register)';

CREATE VIEW policy_result AS
SELECT policy_code, review_year,
	count(*) FILTER (WHERE entitled)               AS entitled,
	count(*) FILTER (WHERE entitled AND covered)   AS covered,
	coverage_unrecorded(covered, entitled)         AS unrecorded,
	coverage_rate(covered, entitled)               AS coverage_rate,
	sum(persons)                                   AS persons,
	sum(amount)                                    AS amount
FROM household_policy
GROUP BY policy_code, review_year;
COMMENT ON VIEW policy_result IS
	'Coverage of each policy by year: households, persons, VND; the rate is a fraction of the entitled, and the unrecorded count as not covered (synthetic register)';

CREATE VIEW target_result AS
SELECT t.unit_code, t.target_year, t.indicator, t.target_value, t.digits, b.actual AS start, a.actual,
	CASE t.indicator
		WHEN 'fewer poor households' THEN target_attainment(b.actual, a.actual, b.actual - t.target_value)
		ELSE target_attainment(b.actual, a.actual, t.target_value / 100) END AS attainment,
	CASE t.indicator
		WHEN 'fewer poor households' THEN b.actual - a.actual >= t.target_value
		ELSE percent(a.actual, t.digits) <= t.target_value END               AS met
FROM target AS t
CROSS JOIN LATERAL (
	SELECT CASE t.indicator WHEN 'fewer poor households' THEN poor ELSE poverty_rate END AS actual
	FROM area_result WHERE area_code = t.unit_code AND review_year = t.target_year
) AS a
LEFT JOIN LATERAL (
	SELECT CASE t.indicator WHEN 'fewer poor households' THEN poor ELSE poverty_rate END AS actual
	FROM area_result WHERE area_code = t.unit_code AND review_year = t.target_year - 1
) AS b ON true;
COMMENT ON VIEW target_result IS
	'Targets against the register: start is the year before, attainment is (start - actual) / (start - target), met compares at the precision with which the plan prints the target (synthetic register)';

-- ---------------------------------------------------------------------------------------------------------
-- Series, and boundaries of another day
-- ---------------------------------------------------------------------------------------------------------

CREATE VIEW poverty_series AS
WITH latest AS (
	SELECT DISTINCT ON (unit_code, figure_year, standard)
		unit_code AS area_code, figure_year, standard, vintage::text AS origin, value::float8 / 100 AS rate
	FROM published_figure AS f
	WHERE series = 'poverty rate'
		AND NOT EXISTS (SELECT FROM area_result AS r WHERE r.area_code = f.unit_code AND r.review_year = f.figure_year)
	ORDER BY unit_code, figure_year, standard, vintage DESC
),
series AS (
	SELECT * FROM latest
	UNION ALL
	SELECT r.area_code, r.review_year, c.standard, 'register', r.poverty_rate
	FROM area_result AS r
	JOIN review_round AS c ON c.review_year = r.review_year
	WHERE r.area_code IN (SELECT area_code FROM latest)
)
SELECT s.area_code, s.figure_year, s.standard, s.origin, s.rate, s.change, s.change_a_year,
	CASE
		WHEN s.change IS NOT NULL
			THEN NULL
		WHEN s.change_a_year IS NOT NULL
			THEN 'no figure for ' || s.figure_year - 1
		ELSE coalesce('break: ' || s.standard_before || ' before', 'first year of the series')
	END AS break
FROM (
	SELECT area_code, figure_year, standard, origin, rate,
		yoy_change(rate, figure_year, standard)        OVER by_year AS change,
		annualised_change(rate, figure_year, standard) OVER by_year AS change_a_year,
		annualised_break(rate, figure_year, standard)  OVER by_year AS standard_before
	FROM series
	WINDOW by_year AS (PARTITION BY area_code ORDER BY figure_year)
) AS s;
COMMENT ON VIEW poverty_series IS
	'Poverty rates of an area over the years, each standard a series of its own: change is the difference of fractions from the year before in the same series, and NULL where there is none; column break says why. Register years are computed, others as published, the latest vintage of each';

CREATE VIEW restated_2025 AS
WITH own AS MATERIALIZED (
	SELECT r.area_code, r.review_year, r.households, r.poor, c.ends_on
	FROM area_result AS r
	JOIN review_round AS c ON c.review_year = r.review_year
	JOIN administrative_unit AS u ON u.code = r.area_code AND u.valid @> c.ends_on AND u.level = 'commune'
),
restated AS (
	SELECT s.code AS area_code, o.review_year, o.ends_on,
		sum(o.households * s.share)                              AS households,
		sum(o.poor * s.share)                                    AS poor,
		poverty_rate(o.poor * s.share, o.households * s.share)   AS poverty_rate
	FROM own AS o
	CROSS JOIN LATERAL area_successors(o.area_code, o.ends_on, '2025-07-01') AS s
	GROUP BY s.code, o.review_year, o.ends_on
),
origin AS (
	SELECT r.area_code, r.review_year,
		string_agg(u.name || ' (' || u.code || ', ' || d.name || ')', '; ' ORDER BY u.code) FILTER (WHERE o.area_code IS NULL) AS not_in_register
	FROM restated AS r
	CROSS JOIN LATERAL area_predecessors(r.area_code, '2025-07-01', r.ends_on) AS p
	JOIN administrative_unit         AS u ON u.code = p.code AND u.valid @> r.ends_on
	JOIN administrative_unit_history AS h ON h.code = u.code AND h.valid = u.valid AND h.period @> r.ends_on
	JOIN administrative_unit         AS d ON d.code = h.parent_code AND d.valid = h.parent_valid
	LEFT JOIN own AS o ON o.area_code = p.code AND o.review_year = r.review_year
	GROUP BY r.area_code, r.review_year
)
SELECT r.area_code, r.review_year, u.name, r.households, r.poor,
	CASE WHEN o.not_in_register IS NULL THEN r.poverty_rate END AS poverty_rate,
	o.not_in_register
FROM restated AS r
JOIN origin AS o ON o.area_code = r.area_code AND o.review_year = r.review_year
JOIN administrative_unit AS u ON u.code = r.area_code AND u.valid @> '2025-07-01'::date;
COMMENT ON VIEW restated_2025 IS
	'Results restated on the boundaries of 2025-07-01 by the crosswalk. Where a unit of 2025 was also made of units that the register does not hold, not_in_register names them, the counts are those of the part that is held, and the rate is NULL (synthetic register)';

-- ---------------------------------------------------------------------------------------------------------
-- Forms, as form_findings() reads them
-- ---------------------------------------------------------------------------------------------------------

CREATE VIEW typed_flow AS
SELECT u.name AS area, p.name AS parent, f.review_year AS year, f.form_of AS of_status, f.counted_in,
	f.start_count, f.escaped_to_near_poor, f.escaped_above, f.other_decrease, f.fell_from_near_poor, f.fell_back, f.fell_new, f.other_increase, f.end_count, f.as_printed
FROM flow_form AS f
JOIN review_round AS c ON c.review_year = f.review_year
JOIN administrative_unit AS u ON u.code = f.unit_code AND u.valid = f.unit_valid
LEFT JOIN administrative_unit_history AS h ON h.code = u.code AND h.valid = u.valid AND h.period @> c.ends_on AND u.level = 'commune'
LEFT JOIN administrative_unit AS p ON p.code = h.parent_code AND p.valid = h.parent_valid;
COMMENT ON VIEW typed_flow IS
	'Flow forms with the columns that published_flows() takes; parent is the city for its wards (the forms are synthetic, but for what the city published of 2018)';

CREATE VIEW filed_flow AS
SELECT * FROM typed_flow WHERE NOT as_printed;
COMMENT ON VIEW filed_flow IS
	'The flow forms that this office filed: form_findings(published_flows(''filed_flow''), published_results(''filed_result'')) checks them (synthetic)';

CREATE VIEW printed_flow AS
SELECT area, year, of_status, counted_in, start_count, escaped_to_near_poor, escaped_above, other_decrease, fell_from_near_poor, fell_back, fell_new, other_increase, end_count
FROM typed_flow WHERE as_printed;
COMMENT ON VIEW printed_flow IS
	'Flow forms as they were printed, misprints included: flow_findings(published_flows(''printed_flow'')) finds them; not of all wards, so that none has a parent to add up to';

CREATE VIEW filed_result AS
SELECT u.name AS area, p.name AS parent, f.review_year AS year, f.counted_in, f.resident AS total, f.poor, f.poor_percent, f.near_poor, f.near_poor_percent
FROM result_form AS f
JOIN review_round AS c ON c.review_year = f.review_year
JOIN administrative_unit AS u ON u.code = f.unit_code AND u.valid = f.unit_valid
LEFT JOIN administrative_unit_history AS h ON h.code = u.code AND h.valid = u.valid AND h.period @> c.ends_on AND u.level = 'commune'
LEFT JOIN administrative_unit AS p ON p.code = h.parent_code AND p.valid = h.parent_valid
WHERE NOT f.as_printed;
COMMENT ON VIEW filed_result IS
	'The results of the review that this office filed, with the columns that published_results() takes (synthetic)';

\ir comparison.sql
