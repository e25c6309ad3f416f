-- SPDX-License-Identifier: PostgreSQL
-- Bắc Kạn city: schema bac_kan_report, the views that dashboards read.
--
-- The mapping is all there is to write: two views name the office's own columns once, and the functions of the extension
-- make the published views from them, with cells under 3 households withheld. People who read the dashboards need
-- GRANT USAGE ON SCHEMA bac_kan_report and GRANT SELECT ON ALL TABLES IN SCHEMA bac_kan_report, and nothing of bac_kan.

\encoding UTF8
SET client_min_messages = warning;
SET search_path = bac_kan, public;

-- ---------------------------------------------------------------------------------------------------------
-- The mapping
-- ---------------------------------------------------------------------------------------------------------

CREATE VIEW report_household AS
SELECT r.*, c.ends_on AS as_of
FROM classified_review AS r
JOIN review_round AS c ON c.review_year = r.review_year
WHERE r.vintage = 'official';
COMMENT ON VIEW report_household IS
	'Official reviews with the day on which the round ended: what the reports of bac_kan_report count (synthetic register)';

-- Above the city there is nothing that the register would add up to: the province is not in it.
CREATE VIEW report_area AS
SELECT c.review_year AS year, u.code AS area_code, u.name AS area_name, u.level, CASE u.level WHEN 'commune' THEN h.parent_code END AS parent_code, u.valid AS boundaries
FROM review_round AS c
JOIN administrative_unit AS u ON u.valid @> c.ends_on
JOIN administrative_unit_history AS h ON h.code = u.code AND h.valid = u.valid AND h.period @> c.ends_on
WHERE u.code = '058' OR h.parent_code = '058';
COMMENT ON VIEW report_area IS
	'The city and its wards and communes at each review; boundaries tells a unit from another that had its code at another time';

CREATE VIEW report_policy AS
SELECT r.review_year, r.unit_code, r.status, p.name AS policy, r.entitled, r.covered, c.ends_on AS as_of
FROM household_policy AS r
JOIN policy AS p ON p.policy_code = r.policy_code
JOIN review_round AS c ON c.review_year = r.review_year;
COMMENT ON VIEW report_policy IS
	'Entitlement and coverage of households with the name of the policy (synthetic register)';

CREATE VIEW report_budget AS
SELECT b.*, p.name AS programme
FROM programme_budget AS b
JOIN programme AS p ON p.programme_code = b.programme_code;
COMMENT ON VIEW report_budget IS
	'Money of the programmes with their names';

-- ---------------------------------------------------------------------------------------------------------
-- The published views
-- ---------------------------------------------------------------------------------------------------------

CREATE SCHEMA bac_kan_report;
COMMENT ON SCHEMA bac_kan_report IS
	'Bắc Kạn city, poverty reviews of 2017 and 2018, for dashboards: figures of areas, no household; cells under 3 households are withheld (synthetic register)';

\o /dev/null
SELECT publish_area_rate('bac_kan_report', 'report_household', 'report_area', '{"year": "review_year", "area_code": "unit_code"}');
SELECT publish_area_flow('bac_kan_report', 'report_household', 'report_area', '{"year": "review_year", "area_code": "unit_code"}');
SELECT publish_area_flow_wide('bac_kan_report', 'report_household', 'report_area', '{"year": "review_year", "area_code": "unit_code"}');
SELECT publish_threshold('bac_kan_report', '{VN-2011,VN-2016,VN-2022}', 2011, 2026);
SELECT publish_programme_coverage('bac_kan_report', 'report_policy', 'report_area', '{"year": "review_year", "area_code": "unit_code"}');
SELECT publish_programme_money('bac_kan_report', 'report_budget', '{"year": "budget_year", "funding_source": "funded_by"}');
SELECT publish_deprivation_rate('bac_kan_report', 'report_household', 'report_area', '{"year": "review_year", "area_code": "unit_code"}');
SELECT publish_lorenz_point('bac_kan_report', 'report_household', 'report_area', '{"year": "review_year", "area_code": "unit_code"}');
\o
