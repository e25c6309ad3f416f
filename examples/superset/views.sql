-- SPDX-License-Identifier: PostgreSQL
-- What the dashboard shows beside the views that publish.sql makes: figures that were published, and names and places
-- that are nobody's secret. No household is counted here, so nothing is withheld.

\encoding UTF8
SET client_min_messages = warning;
SET search_path = bac_kan, public;

CREATE VIEW bac_kan_report.published_rate WITH (security_barrier) AS
SELECT make_date(s.figure_year, 12, 31) AS as_of, s.figure_year AS year, s.standard, s.origin, u.level, s.area_code, u.name AS area_name,
	s.rate AS poverty_rate, 100 * s.change AS change_points, s.break AS break_reason
FROM poverty_series AS s
JOIN administrative_unit AS u ON u.code = s.area_code AND u.valid @> make_date(s.figure_year, 12, 31);
COMMENT ON VIEW   bac_kan_report.published_rate               IS 'Poverty rates of the province, its districts and the city by year and standard, as published, those of 2017 and 2018 of the city as counted from the synthetic register; one row for each area, year and standard';
COMMENT ON COLUMN bac_kan_report.published_rate.as_of         IS 'Last day of the year';
COMMENT ON COLUMN bac_kan_report.published_rate.year          IS 'Year, whose end the rate describes';
COMMENT ON COLUMN bac_kan_report.published_rate.standard      IS 'Poverty standard; two standards are two series';
COMMENT ON COLUMN bac_kan_report.published_rate.origin        IS 'register, or the vintage of the published figure';
COMMENT ON COLUMN bac_kan_report.published_rate.level         IS 'province or district (a city of the province is one)';
COMMENT ON COLUMN bac_kan_report.published_rate.area_code     IS 'Code of the area';
COMMENT ON COLUMN bac_kan_report.published_rate.area_name     IS 'Name of the area; the province and its city have the same';
COMMENT ON COLUMN bac_kan_report.published_rate.poverty_rate  IS 'Poor households / all households, a fraction';
COMMENT ON COLUMN bac_kan_report.published_rate.change_points IS 'Change from the year before by the same standard, percentage points; NULL where that year has no figure';
COMMENT ON COLUMN bac_kan_report.published_rate.break_reason  IS 'Why there is no change to give, or none that may be compared; NULL where there is one';

-- A tile map wants no boundaries: each ward is a square near where it lies. Of the wards of 2018 no boundaries were found
-- under a licence that lets them be given away.
CREATE VIEW bac_kan_report.ward_tile WITH (security_barrier) AS
SELECT t.area_code, t.tile_row, t.tile_column
FROM (VALUES
	('01849', 1, 1), ('01834', 1, 2), ('01846', 1, 3),
	('01837', 2, 1), ('01843', 2, 2), ('01840', 2, 3),
	('01852', 3, 1), ('01855', 3, 2)) AS t (area_code, tile_row, tile_column);
COMMENT ON VIEW   bac_kan_report.ward_tile             IS 'Where a ward or commune of the city stands in the tile map: drawn up for the picture, no survey';
COMMENT ON COLUMN bac_kan_report.ward_tile.area_code   IS 'Code of the ward or commune';
COMMENT ON COLUMN bac_kan_report.ward_tile.tile_row    IS 'Row of the square, from the north, from 1';
COMMENT ON COLUMN bac_kan_report.ward_tile.tile_column IS 'Column of the square, from the west, from 1';

CREATE VIEW bac_kan_report.policy_name WITH (security_barrier) AS
SELECT name AS policy, name_vi AS policy_vi FROM policy;
COMMENT ON VIEW   bac_kan_report.policy_name           IS 'Names of the policies in Vietnamese';
COMMENT ON COLUMN bac_kan_report.policy_name.policy    IS 'Name in English, as in programme_coverage';
COMMENT ON COLUMN bac_kan_report.policy_name.policy_vi IS 'Name in Vietnamese';
