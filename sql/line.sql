-- SPDX-License-Identifier: PostgreSQL
-- Room line: standards, poverty lines, the category of a household, conversions.

-- What a refused statement says: its SQLSTATE and message, the constraint that refused it, its hint.
CREATE FUNCTION refusal(statement text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
	state text;
	message text;
	refused_by text;
	hint text;
BEGIN
	EXECUTE statement;
	RETURN NEXT 'not refused: ' || statement;
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT,
		refused_by = CONSTRAINT_NAME, hint = PG_EXCEPTION_HINT;
	RETURN NEXT state || ': ' || CASE WHEN refused_by = '' THEN left(message, 200) ELSE refused_by END;
	IF hint <> '' THEN
		RETURN NEXT '  ' || hint;
	END IF;
END $$;

-- ---- what is shipped (figures: the laws and publications in column source) ----
SELECT standard, rule, min_deprivations AS min, deprivation_count AS count,
	points_per_deprivation AS points, relative_share AS share, classifies
FROM poverty_standard WHERE shipped ORDER BY standard;
SELECT standard, area_type, valid, line, near_poor_line AS near_poor, average_line AS average,
	points_line AS points, line_is_poor, period, currency
FROM poverty_line WHERE shipped ORDER BY standard, area_type, valid;
-- Decision 59/2015 has 10 indicators of 5 services, Decree 07/2021 has 12 of 6, two of each service.
SELECT standard, dimension, string_agg(code, ', ' ORDER BY "position") AS codes
FROM deprivation_indicator WHERE shipped AND standard LIKE 'VN-%' GROUP BY standard, dimension ORDER BY standard, min("position");
SELECT s.standard, s.deprivation_count, count(i.code), count(DISTINCT i.name_vi), min(i."position"), max(i."position"), sum(i.weight)
FROM poverty_standard s JOIN deprivation_indicator i USING (standard)
GROUP BY s.standard, s.deprivation_count ORDER BY s.standard;
-- No row lacks its source, and every column has its comment (3 tables: 11, 12 and 10 columns).
SELECT count(*) FROM (SELECT source FROM poverty_standard UNION ALL SELECT source FROM poverty_line
	UNION ALL SELECT source FROM deprivation_indicator) s WHERE coalesce(source, '') = '';
SELECT attrelid::regclass, count(*), count(col_description(attrelid, attnum)) AS commented
FROM pg_attribute
WHERE attrelid IN ('poverty_standard'::regclass, 'poverty_line'::regclass, 'deprivation_indicator'::regclass) AND attnum > 0
GROUP BY attrelid ORDER BY attrelid::regclass::text;

-- ---- the lines ----
-- On the first and the last day of each. poverty_threshold() is the next float8 above a line that is itself poor: a
-- float8 in [2^k, 2^(k+1)) and the next one are 2^(k-52) apart. 2^18 = 262,144; 2^19 = 524,288; 2^20 = 1,048,576; 2^21 = 2,097,152.
-- So 400,000 and 500,000: 2^-34; 700,000 and 900,000: 2^-33; 1,500,000 and 2,000,000: 2^-32; 2,200,000 and 2,800,000: 2^-31.
SELECT standard, area_type, poverty_line(standard, area_type, first) AS line,
	poverty_line(standard, area_type, last) = poverty_line(standard, area_type, first) AS same_on_last_day,
	poverty_threshold(standard, area_type, last) - poverty_line(standard, area_type, last) = 2::float8 ^ up AS threshold_is_next
FROM (VALUES
	('VN-2011', 'rural', date '2011-01-01', date '2015-12-31', -34),
	('VN-2011', 'urban', '2011-01-01', '2015-12-31', -34),
	('VN-2016', 'rural', '2016-01-01', '2021-12-31', -33),
	('VN-2016', 'urban', '2016-01-01', '2021-12-31', -33),
	('VN-2022', 'rural', '2022-01-01', '2026-12-31', -32),
	('VN-2022', 'urban', '2022-01-01', '2026-12-31', -32),
	('VN-2027', 'rural', '2027-01-01', '5874897-12-31', -31),
	('VN-2027', 'urban', '2027-01-01', '5874897-12-31', -31)
) v(standard, area_type, first, last, up);
-- World Bank lines: poor means strictly below, on any day, in any area.
SELECT standard, poverty_line(standard, 'rural', '1990-01-01') AS line,
	poverty_threshold(standard, 'Xuất Hóa', '2030-01-01') = poverty_line(standard, 'all', '4713-01-01 BC') AS threshold_is_line,
	near_poor_line(standard, 'all', '2021-01-01') AS near_poor
FROM poverty_standard WHERE standard LIKE 'WB%' ORDER BY standard;
SELECT near_poor_line('VN-2016', 'rural', '2018-12-31') AS rural_2016, near_poor_line('VN-2016', 'urban', '2018-12-31') AS urban_2016,
	near_poor_line('VN-2022', 'rural', '2024-12-31') AS rural_2022, near_poor_line('VN-2022', 'urban', '2024-12-31') AS urban_2022,
	near_poor_line('EU-AROP', 'all', '2024-12-31') AS no_such_category;

-- ---- categories at their borders ----
-- income is base, or base + 2^up, the next float8 above it (see above; 1,000,000: 2^-33;
-- 1,300,000 and 1,950,000: 2^-32; 2,250,000 and 3,000,000: 2^-31).
CREATE TABLE border (standard text, area_type text, on_date date, base float8, up int, deprivations float8, expected poverty_status);
INSERT INTO border VALUES
-- Decision 59/2015: up to the line, or up to the near-poor line with 3 deprivations: poor.
	('VN-2016', 'rural', '2018-12-31',     -100, NULL,  0, 'poor'),
	('VN-2016', 'rural', '2018-12-31',        0, NULL,  0, 'poor'),
	('VN-2016', 'rural', '2018-12-31',   700000, NULL,  0, 'poor'),
	('VN-2016', 'rural', '2018-12-31',   700000, NULL, NULL, 'poor'),
	('VN-2016', 'rural', '2018-12-31',   700000,  -33,  2, 'near_poor'),
	('VN-2016', 'rural', '2018-12-31',   700000,  -33,  3, 'poor'),
	('VN-2016', 'rural', '2018-12-31',   700000,  -33, NULL, NULL),
	('VN-2016', 'rural', '2018-12-31',  1000000, NULL,  2, 'near_poor'),
	('VN-2016', 'rural', '2018-12-31',  1000000, NULL,  3, 'poor'),
	('VN-2016', 'rural', '2018-12-31',  1000000, NULL, 10, 'poor'),
	('VN-2016', 'rural', '2018-12-31',  1000000, NULL, NULL, NULL),
	('VN-2016', 'rural', '2018-12-31',  1000000,  -33,  3, 'average'),
	('VN-2016', 'rural', '2018-12-31',  1000000,  -33, NULL, 'average'),
	('VN-2016', 'rural', '2018-12-31',  1500000, NULL, 10, 'average'),
	('VN-2016', 'rural', '2018-12-31',  1500000,  -32, 10, 'better_off'),
	('VN-2016', 'rural', '2018-12-31',  1500000,  -32, NULL, 'better_off'),
	('VN-2016', 'urban', '2018-12-31',   900000, NULL,  0, 'poor'),
	('VN-2016', 'urban', '2018-12-31',   900000,  -33,  2, 'near_poor'),
	('VN-2016', 'urban', '2018-12-31',   900000,  -33,  3, 'poor'),
	('VN-2016', 'urban', '2018-12-31',  1300000, NULL,  2, 'near_poor'),
	('VN-2016', 'urban', '2018-12-31',  1300000, NULL,  3, 'poor'),
	('VN-2016', 'urban', '2018-12-31',  1300000,  -32,  3, 'average'),
	('VN-2016', 'urban', '2018-12-31',  1950000, NULL, 10, 'average'),
	('VN-2016', 'urban', '2018-12-31',  1950000,  -32, 10, 'better_off'),
-- Decree 07/2021: up to the line, with 3 deprivations poor, with fewer near-poor.
	('VN-2022', 'rural', '2022-01-01',  1500000, NULL,  3, 'poor'),
	('VN-2022', 'rural', '2022-01-01',  1500000, NULL, 12, 'poor'),
	('VN-2022', 'rural', '2022-01-01',  1500000, NULL,  2, 'near_poor'),
	('VN-2022', 'rural', '2022-01-01',        0, NULL,  0, 'near_poor'),
	('VN-2022', 'rural', '2022-01-01',  1500000, NULL, NULL, NULL),
	('VN-2022', 'rural', '2022-01-01',  1500000,  -32,  3, 'average'),
	('VN-2022', 'rural', '2022-01-01',  1500000,  -32, NULL, 'average'),
	('VN-2022', 'rural', '2022-01-01',  2250000, NULL, 12, 'average'),
	('VN-2022', 'rural', '2022-01-01',  2250000,  -31, 12, 'better_off'),
	('VN-2022', 'urban', '2026-12-31',  2000000, NULL,  3, 'poor'),
	('VN-2022', 'urban', '2026-12-31',  2000000, NULL,  2, 'near_poor'),
	('VN-2022', 'urban', '2026-12-31',  2000000,  -32,  3, 'average'),
	('VN-2022', 'urban', '2026-12-31',  3000000, NULL, 12, 'average'),
	('VN-2022', 'urban', '2026-12-31',  3000000,  -31, 12, 'better_off'),
-- What does not depend on a figure that is not verified.
	('VN-2011', 'rural', '2015-12-31',   400000, NULL, NULL, 'poor'),
	('VN-2011', 'urban', '2015-12-31',   500000, NULL, NULL, 'poor'),
	('VN-2027', 'rural', '2027-01-01',  2200000, NULL,  3, 'poor'),
	('VN-2027', 'rural', '2027-01-01',  2200000, NULL, 99, 'poor'),
	('VN-2027', 'rural', '2027-01-01',  2200000, NULL, NULL, NULL),
	('VN-2027', 'urban', '2030-01-01',  2800000, NULL,  3, 'poor'),
-- World Bank: strictly below; in [2, 4) a float8 and the one before it are 2^-51 apart, here taken away as a sum.
	('WB-2021-3.00', 'all', '2021-01-01', 3.00 - 2::float8 ^ -51, NULL, NULL, 'poor'),
	('WB-2017-2.15', 'all', '2017-01-01', 2.15 - 2::float8 ^ -51, NULL, NULL, 'poor');
CREATE VIEW border_found AS
	SELECT *, classify_household(standard, area_type, on_date, base + coalesce(2::float8 ^ up, 0), deprivations) AS found
	FROM border;
SELECT standard, area_type, base, up, deprivations, found, found IS NOT DISTINCT FROM expected AS as_expected
FROM border_found ORDER BY standard, area_type, base, up NULLS FIRST, deprivations;

-- ---- NULLs: any key or the income gives NULL, even beside what would be an error ----
SELECT poverty_line(NULL, 'rural', '2018-12-31') IS NULL AND poverty_line('VN-2016', NULL, '2018-12-31') IS NULL
	AND poverty_line('VN-2016', 'rural', NULL) IS NULL AS poverty_line,
	poverty_threshold(NULL, 'rural', '2018-12-31') IS NULL AND poverty_threshold('VN-2016', NULL, '2018-12-31') IS NULL
	AND poverty_threshold('VN-2016', 'rural', NULL) IS NULL AS poverty_threshold,
	near_poor_line(NULL, 'rural', '2018-12-31') IS NULL AND near_poor_line('VN-2016', NULL, '2018-12-31') IS NULL
	AND near_poor_line('VN-2016', 'rural', NULL) IS NULL AS near_poor_line,
	classify_household(NULL, 'rural', '2018-12-31', 1, 0) IS NULL AND classify_household('VN-2016', NULL, '2018-12-31', 1, 0) IS NULL
	AND classify_household('VN-2016', 'rural', NULL, 1, 0) IS NULL
	AND classify_household('VN-2016', 'rural', '2018-12-31', NULL, 99) IS NULL AS classify_household,
	classify_by_points(NULL, 'rural', 1, 0) IS NULL AND classify_by_points('VN-2022', NULL, 1, 0) IS NULL
	AND classify_by_points('VN-2022', 'rural', NULL, 0) IS NULL AND classify_by_points('VN-2022', 'rural', 140, NULL) IS NULL AS classify_by_points;
SELECT societal_poverty_line(NULL, 2021) IS NULL AND societal_poverty_line(1, NULL) IS NULL AS societal_poverty_line,
	to_ppp(NULL, 1, 1, 1) IS NULL AND to_ppp(1, NULL, 1, 1) IS NULL AND to_ppp(1, 1, NULL, 1) IS NULL AND to_ppp(1, 1, 1, NULL) IS NULL AS to_ppp,
	per_day(NULL, 'day') IS NULL AND per_day(1, NULL) IS NULL AND per_month(NULL, 'day') IS NULL AND per_month(1, NULL) IS NULL
	AND per_year(NULL, 'day') IS NULL AND per_year(1, NULL) IS NULL AS per_period,
	equivalence_scale(NULL, 0, 'oecd_old') IS NULL AND equivalence_scale(1, NULL, 'oecd_old') IS NULL
	AND equivalence_scale(1, 0, NULL) IS NULL AS equivalence_scale;

-- ---- arguments as clients send them: the near-poor of 2018 (750,000 a month, rural, 2 deprivations) ----
SELECT classify_household('VN-2016', 'rural', '2018-12-31', '750000', '2') AS unknown,
	classify_household('VN-2016'::varchar, 'rural'::varchar, date '2018-12-31', 750000, 2::smallint) AS int,
	classify_household('VN-2016', 'rural', '2018-12-31', 750000::bigint, 2::bigint) AS bigint,
	classify_household('VN-2016', 'rural', '2018-12-31', 750000.00, 2.0) AS numeric,
	classify_household('VN-2016', 'rural', '2018-12-31', 750000::real, 2::real) AS real;
PREPARE untyped AS SELECT classify_household($1, $2, $3, $4, $5), poverty_line($1, $2, $3), classify_by_points('VN-2022', $2, $6, $7);
EXECUTE untyped('VN-2016', 'rural', '2018-12-31', 750000, 2, 140, 30);
DEALLOCATE untyped;

-- ---- what cannot be ----
\pset format unaligned
\pset tuples_only on
SELECT refusal($$ SELECT poverty_line('VN-2020', 'rural', '2018-12-31') $$);
SELECT refusal($$ SELECT poverty_line('VN-2016', 'Rural', '2018-12-31') $$);
SELECT refusal($$ SELECT poverty_line('VN-2016', 'rural', '2015-12-31') $$);
SELECT refusal($$ SELECT poverty_line('VN-2016', 'rural', '2022-01-01') $$);
SELECT refusal($$ SELECT poverty_threshold('VN-2027', 'urban', '2026-12-31') $$);
SELECT refusal($$ SELECT poverty_line('WB-2021-3.00', 'all', 'infinity') $$);
SELECT refusal($$ SELECT poverty_line('WB-2021-3.00', 'all', '-infinity') $$);
SELECT refusal($$ SELECT poverty_line('EU-AROP', 'all', '2024-12-31') $$);
SELECT refusal($$ SELECT classify_household('EU-AROP', 'all', '2024-12-31', 1, 0) $$);
SELECT refusal($$ SELECT classify_household('WB-2021-3.00', 'rural', '2024-12-31', 3.00, 0) $$);
SELECT refusal($$ SELECT classify_household('VN-2016', 'rural', '2018-12-31', 'NaN', 0) $$);
SELECT refusal($$ SELECT classify_household('VN-2016', 'rural', '2018-12-31', '-Infinity', 0) $$);
SELECT refusal($$ SELECT classify_household('VN-2016', 'rural', '2018-12-31', 1, 11) $$);
SELECT refusal($$ SELECT classify_household('VN-2016', 'rural', '2018-12-31', 1, -1) $$);
SELECT refusal($$ SELECT classify_household('VN-2016', 'rural', '2018-12-31', 1, 2.5) $$);
SELECT refusal($$ SELECT classify_household('VN-2016', 'rural', '2018-12-31', 1, 'NaN') $$);
SELECT refusal($$ SELECT classify_household('VN-2027', 'rural', '2027-12-31', 1, 'Infinity') $$);
SELECT refusal($$ SELECT classify_household('VN-2022', 'rural', '2024-12-31', 1, 13) $$);
SELECT refusal($$ SELECT classify_household('VN-2027', 'rural', '2027-12-31', 2200000, 2) $$);
SELECT refusal($$ SELECT near_poor_line('VN-2027', 'urban', '2027-12-31') $$);

-- ---- points: Circular 07/2021 ----
SELECT refusal($$ SELECT classify_by_points('VN-2022', 'rural', 140.5, 30) $$);
SELECT refusal($$ SELECT classify_by_points('VN-2022', 'urban', 175, 35) $$);
SELECT refusal($$ SELECT classify_by_points('VN-2022', 'urban', 175, 130) $$);
SELECT refusal($$ SELECT classify_by_points('VN-2022', 'urban', 175, -10) $$);
SELECT refusal($$ SELECT classify_by_points('VN-2022', 'urban', 175, 'Infinity') $$);
SELECT refusal($$ SELECT classify_by_points('VN-2022', 'urban', 'NaN', 30) $$);
SELECT refusal($$ SELECT classify_by_points('VN-2022', 'city', 175, 30) $$);
SELECT refusal($$ SELECT classify_by_points('VN-2016', 'urban', 175, 30) $$);
\pset format aligned
\pset tuples_only off
-- Every score up to the line (a from 0, 141 rural and 176 urban values) with every number of deprivations (0 to 12) gives what
-- the income that it stands for gives: poor with 3 and more, 141·10 and 176·10; near-poor with 0 to 2, 141·3 and 176·3.
SELECT area_type, classify_by_points('VN-2022', area_type, a, 10 * d) AS by_points, count(*),
	count(*) FILTER (WHERE classify_by_points('VN-2022', area_type, a, 10 * d)
		IS DISTINCT FROM classify_household('VN-2022', area_type, '2024-12-31', line * a / points, d)) AS disagree
FROM (VALUES ('rural', 140, 1500000.0), ('urban', 175, 2000000.0)) v(area_type, points, line),
	generate_series(0, points) a, generate_series(0, 12) d
GROUP BY 1, 2 ORDER BY 1, 2;

-- ---- rows of one's own ----
-- A line of one's own for the first half of 2018 (800,000): it wins there over the shipped 700,000, and nowhere else.
INSERT INTO poverty_line (standard, area_type, valid, line, near_poor_line, average_line, line_is_poor, period, currency, source)
VALUES ('VN-2016', 'rural', '[2018-01-01,2018-07-01)', 800000, 1100000, 1500000, true, 'month', 'VND', 'a test');
SELECT d, poverty_line('VN-2016', 'rural', d), near_poor_line('VN-2016', 'rural', d), classify_household('VN-2016', 'rural', d, 750000, 0)
FROM unnest('{2017-12-31,2018-01-01,2018-06-30,2018-07-01}'::date[]) d;
-- No second line of one's own on the same days, but before and after, for another area type, or for another standard.
\pset format unaligned
\pset tuples_only on
SELECT refusal($$ INSERT INTO poverty_line (standard, area_type, valid, line, line_is_poor, period, currency, source)
	VALUES ('VN-2016', 'rural', '[2018-06-30,2018-08-01)', 1, true, 'month', 'VND', 'a test') $$);
SELECT refusal($$ INSERT INTO poverty_line (standard, area_type, valid, line, line_is_poor, period, currency, source)
	VALUES ('VN-2016', 'rural', '(,)', 1, true, 'month', 'VND', 'a test') $$);
\pset format aligned
\pset tuples_only off
BEGIN;
INSERT INTO poverty_line (standard, area_type, valid, line, line_is_poor, period, currency, source)
VALUES ('VN-2016', 'rural', '[2018-07-01,2018-08-01)', 1, true, 'month', 'VND', 'a test'),
	('VN-2016', 'rural', '(,2018-01-01)', 2, true, 'month', 'VND', 'a test'),
	('VN-2016', 'rura', '[2018-01-01,2018-07-01)', 3, true, 'month', 'VND', 'a test'),
	('VN-2022', 'rural', '[2018-01-01,2018-07-01)', 4, true, 'month', 'VND', 'a test');
SELECT poverty_line('VN-2016', 'rural', '2017-12-31'), poverty_line('VN-2016', 'rural', '2018-06-30'), poverty_line('VN-2016', 'rural', '2018-07-31'),
	poverty_line('VN-2016', 'rural', '2018-08-01'), poverty_line('VN-2016', 'rura', '2018-06-30'), poverty_line('VN-2022', 'rural', '2018-06-30');
ROLLBACK;
DELETE FROM poverty_line WHERE NOT shipped;
SELECT poverty_line('VN-2016', 'rural', '2018-06-30');
-- A line of one's own for all area types wins over the shipped ones of each; one's own rural line wins over both.
BEGIN;
INSERT INTO poverty_line (standard, area_type, valid, line, near_poor_line, average_line, points_line, line_is_poor, period, currency, source)
VALUES ('VN-2016', 'all', '[2018-01-01,2018-07-01)', 820000, 1100000, 1500000, NULL, true, 'month', 'VND', 'a test'),
	('VN-2016', 'rural', '[2018-06-01,2018-07-01)', 810000, 1100000, 1500000, NULL, true, 'month', 'VND', 'a test');
SELECT d, poverty_line('VN-2016', 'rural', d) AS rural, poverty_line('VN-2016', 'urban', d) AS urban, near_poor_line('VN-2016', 'urban', d) AS near_poor_urban,
	poverty_threshold('VN-2016', 'rural', d) > poverty_line('VN-2016', 'rural', d) AS above, classify_household('VN-2016', 'rural', d, 815000, 0) AS rural_815
FROM unnest('{2017-12-31,2018-01-01,2018-05-31,2018-06-01,2018-06-30,2018-07-01}'::date[]) d;
SELECT poverty_line('VN-2016', 'highland', '2018-03-01') AS another_type;
-- So does its points line: 150 for all, where the shipped ones are 140 rural and 175 urban; then 145 rural of one's own.
INSERT INTO poverty_line (standard, area_type, valid, line, near_poor_line, average_line, points_line, line_is_poor, period, currency, source)
VALUES ('VN-2022', 'all', '[2025-01-01,2026-01-01)', 1600000, 1600000, 2250000, 150, true, 'month', 'VND', 'a test');
SELECT classify_by_points('VN-2022', 'rural', 150, 30) AS rural, classify_by_points('VN-2022', 'urban', 150, 20) AS urban;
SAVEPOINT points;
SELECT classify_by_points('VN-2022', 'urban', 155, 20);
ROLLBACK TO points;
INSERT INTO poverty_line (standard, area_type, valid, line, near_poor_line, average_line, points_line, line_is_poor, period, currency, source)
VALUES ('VN-2022', 'rural', '[2023-01-01,2024-01-01)', 1600000, 1600000, 2250000, 145, true, 'month', 'VND', 'a test');
SELECT classify_by_points('VN-2022', 'urban', 150, 20) AS urban;
SELECT classify_by_points('VN-2022', 'rural', 150, 20);
ROLLBACK;

-- A standard of one's own: 36 million a year and near-poor to 46 million in any area, no category above, and a
-- higher line (40 million) for rural areas in 2022 alone. The law includes the line.
INSERT INTO poverty_standard (standard, name, rule, classifies, source) VALUES ('CITY-2021', 'a city', 'income', true, 'a test');
\pset format unaligned
\pset tuples_only on
SELECT refusal($$ SELECT poverty_line('CITY-2021', 'rural', '2021-06-30') $$);
\pset format aligned
\pset tuples_only off
INSERT INTO poverty_line (standard, area_type, valid, line, near_poor_line, average_line, line_is_poor, period, currency, source)
VALUES ('CITY-2021', 'all', '[2021-01-01,2024-10-01)', 36000000, 46000000, 46000000, true, 'year', 'VND', 'a test'),
	('CITY-2021', 'rural', '[2022-01-01,2023-01-01)', 40000000, 46000000, 46000000, true, 'year', 'VND', 'a test');
SELECT area_type, d, poverty_line('CITY-2021', area_type, d), per_month(poverty_line('CITY-2021', area_type, d), 'year'),
	classify_household('CITY-2021', area_type, d, 38000000, NULL)
FROM unnest('{rural,urban,all}'::text[]) area_type, unnest('{2021-01-01,2022-01-01,2022-12-31,2023-01-01,2024-09-30}'::date[]) d
ORDER BY area_type, d;
SELECT classify_household('CITY-2021', 'all', '2021-06-30', 36000000, NULL) AS at_line, classify_household('CITY-2021', 'all', '2021-06-30', 46000000, NULL) AS at_near_poor,
	classify_household('CITY-2021', 'all', '2021-06-30', 46000001, NULL) AS above;
\pset format unaligned
\pset tuples_only on
SELECT refusal($$ SELECT poverty_line('CITY-2021', 'rural', '2024-10-01') $$);
SELECT refusal($$ SELECT poverty_line('CITY-2021', 'urban', '2024-10-01') $$);
\pset format aligned
\pset tuples_only off
-- Poor strictly below: at the line near-poor.
UPDATE poverty_line SET line_is_poor = false WHERE standard = 'CITY-2021';
SELECT poverty_threshold('CITY-2021', 'all', '2021-06-30'), classify_household('CITY-2021', 'all', '2021-06-30', 36000000, NULL) AS at_line,
	classify_household('CITY-2021', 'all', '2021-06-30', 35999999, NULL) AS below;
DELETE FROM poverty_line WHERE NOT shipped;
DELETE FROM poverty_standard WHERE NOT shipped;

-- One's own rule for a shipped standard: 4 deprivations instead of 3.
INSERT INTO poverty_standard (standard, name, rule, min_deprivations, deprivation_count, classifies, source)
VALUES ('VN-2016', 'stricter', 'income_or_deprivations', 4, 10, true, 'a test');
SELECT classify_household('VN-2016', 'rural', '2018-12-31', 750000, 3) AS three, classify_household('VN-2016', 'rural', '2018-12-31', 750000, 4) AS four;
DELETE FROM poverty_standard WHERE NOT shipped;
SELECT classify_household('VN-2016', 'rural', '2018-12-31', 750000, 3) AS three;

-- A relative standard answers from a line of one's own (1,200 a month in 2024, poor strictly below).
INSERT INTO poverty_line (standard, area_type, valid, line, line_is_poor, period, currency, source)
VALUES ('EU-AROP', 'all', '[2024-01-01,2025-01-01)', 1200, false, 'month', 'EUR', 'a test');
SELECT poverty_threshold('EU-AROP', 'all', '2024-06-30'), classify_household('EU-AROP', 'all', '2024-06-30', 1199.99, NULL),
	near_poor_line('EU-AROP', 'all', '2024-06-30');
\pset format unaligned
\pset tuples_only on
SELECT refusal($$ SELECT classify_household('EU-AROP', 'all', '2024-06-30', 1200, NULL) $$);
\pset format aligned
\pset tuples_only off
DELETE FROM poverty_line WHERE NOT shipped;

-- Several points lines: the latest counts (150 of 2025), the user's before the shipped 140.
INSERT INTO poverty_line (standard, area_type, valid, line, near_poor_line, average_line, points_line, line_is_poor, period, currency, source)
VALUES ('VN-2022', 'rural', '[2025-01-01,2026-01-01)', 1600000, 1600000, 2250000, 150, true, 'month', 'VND', 'a test'),
	('VN-2022', 'rural', '[2024-01-01,2025-01-01)', 1550000, 1550000, 2250000, 145, true, 'month', 'VND', 'a test'),
	('VN-2022', 'rural', '[2026-01-01,2027-01-01)', 1600000, 1600000, 2250000, NULL, true, 'month', 'VND', 'a test');
SELECT classify_by_points('VN-2022', 'rural', 150, 30);
DELETE FROM poverty_line WHERE NOT shipped;

-- A scorecard of one's own, of 10 points for each of any number of deprivations: which points line counts. None; one of its area types without
-- points; 'all' without them; 'all' with 150, for itself and for the area type without; what it lacks beside them.
BEGIN;
INSERT INTO poverty_standard (standard, name, rule, min_deprivations, points_per_deprivation, classifies, source) VALUES ('PTS', 'points', 'income_and_deprivations', 3, 10, true, 'a test');
\pset format unaligned
\pset tuples_only on
SELECT refusal($$ SELECT classify_by_points('PTS', 'rural', 100, 30) $$);
INSERT INTO poverty_line (standard, area_type, valid, line, line_is_poor, period, currency, source) VALUES ('PTS', 'urban', '[2020-01-01,)', 100, true, 'month', 'VND', 'a test');
SELECT refusal($$ SELECT classify_by_points('PTS', 'rural', 100, 30) $$);
SELECT refusal($$ SELECT classify_by_points('PTS', 'urban', 100, 30) $$);
INSERT INTO poverty_line (standard, area_type, valid, line, line_is_poor, period, currency, source) VALUES ('PTS', 'all', '(,2020-01-01)', 100, true, 'month', 'VND', 'a test');
SELECT refusal($$ SELECT classify_by_points('PTS', 'rural', 100, 30) $$);
UPDATE poverty_line SET points_line = 150 WHERE standard = 'PTS' AND area_type = 'all';
SELECT classify_by_points('PTS', 'rural', 150, 30) AS rural, classify_by_points('PTS', 'urban', 150, 30) AS urban, classify_by_points('PTS', 'all', 150, 1000) AS "all";
SELECT refusal($$ SELECT classify_by_points('PTS', 'rural', 150, 35) $$);
SELECT refusal($$ SELECT classify_by_points('PTS', 'rural', 150, 20) $$);
-- The line that ended is named by its last day, also in the statement that completes it, of its own area type.
SELECT refusal($$ SELECT poverty_line('PTS', 'all', '2024-01-01') $$);
SELECT refusal($$ SELECT classify_household('PTS', 'all', '2019-01-01', 100, 0) $$);
-- One's own line for all, 150, before shipped ones, of which the area type's own, 155, comes before that for all, 160 (as the extension's own scripts ship them).
ALTER TABLE poverty_line DISABLE TRIGGER USER;
INSERT INTO poverty_line (standard, area_type, shipped, valid, line, points_line, line_is_poor, period, currency, source)
VALUES ('PTS', 'urban', true, '[2020-01-01,)', 100, 155, true, 'month', 'VND', 'a test'), ('PTS', 'all', true, '[2020-01-01,)', 100, 160, true, 'month', 'VND', 'a test');
SELECT refusal($$ SELECT classify_by_points('PTS', 'urban', 1000, 30) $$);
DELETE FROM poverty_line WHERE standard = 'PTS' AND area_type = 'all' AND NOT shipped;
SELECT refusal($$ SELECT classify_by_points('PTS', 'urban', 1000, 30) $$);
SELECT refusal($$ SELECT classify_by_points('PTS', 'rural', 1000, 30) $$);
ROLLBACK;
-- Lines of no standard, before and after all others, are out of reach and in nobody's way. Of 62 standards 40 are listed, X10 to X38 after the 11 that are shipped.
BEGIN;
INSERT INTO poverty_line (standard, area_type, valid, line, line_is_poor, period, currency, source) VALUES ('A', 'all', '(,)', 1, true, 'month', 'VND', 'a test'), ('ZZ', 'all', '(,)', 1, true, 'month', 'VND', 'a test');
INSERT INTO poverty_standard (standard, name, rule, classifies, source) SELECT 'X' || i, 'x', 'income', true, 'a test' FROM generate_series(10, 60) i;
SELECT poverty_line('VN-2016', 'rural', '2018-12-31');
SELECT refusal($$ SELECT poverty_line('ZZ', 'all', '2018-12-31') $$);
-- A rule that nobody knows gets past no constraint; if there is none, it is an error.
ALTER TABLE poverty_standard DROP CONSTRAINT poverty_standard_rule_check;
UPDATE poverty_standard SET rule = 'guess' WHERE standard = 'X10';
SELECT refusal($$ SELECT poverty_line('VN-2016', 'rural', '2018-12-31') $$);
ROLLBACK;
\pset format aligned
\pset tuples_only off

-- ---- a figure that is not verified: the hint's own statement cures it ----
CREATE FUNCTION cure(statement text, near_poor text, average text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	hint text;
	answer text;
BEGIN
	EXECUTE statement INTO answer;
	RETURN 'no need of a cure: ' || answer;
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS hint = PG_EXCEPTION_HINT;
	EXECUTE replace(replace(replace(substring(hint FROM '(?:INSERT INTO|UPDATE) .*;$'),
		'NEAR_POOR_LINE', near_poor), 'AVERAGE_LINE', average), 'SOURCE', quote_literal('a test'));
	EXECUTE statement INTO answer;
	RETURN answer;
END $$;
\pset format unaligned
\pset tuples_only on
SELECT refusal($$ SELECT classify_household('VN-2011', 'rural', '2014-12-31', 450000, 0) $$);
SELECT refusal($$ SELECT classify_household('VN-2027', 'rural', '2027-12-31', 2200001, 5) $$);
\pset format aligned
\pset tuples_only off
-- With a near-poor line of 520,000 repeated as the average line: 520,000 is near-poor, one more better off.
SELECT cure($$ SELECT classify_household('VN-2011', 'rural', '2014-12-31', 520000, 0) $$, '520000', '520000');
SELECT classify_household('VN-2011', 'rural', '2011-01-01', 520001, 0) AS above, classify_household('VN-2011', 'rural', '2015-12-31', 400000, 0) AS at_line,
	near_poor_line('VN-2011', 'rural', '2013-01-01');
-- With the near-poor line alone, the next error is about one's own row and gives an UPDATE.
SELECT cure($$ SELECT near_poor_line('VN-2027', 'rural', '2027-12-31') $$, '2200000', 'NULL');
SELECT classify_household('VN-2027', 'rural', '2027-12-31', 2200000, 2);
\pset format unaligned
\pset tuples_only on
SELECT refusal($$ SELECT classify_household('VN-2027', 'rural', '2027-12-31', 2200001, 5) $$);
\pset format aligned
\pset tuples_only off
SELECT cure($$ SELECT classify_household('VN-2027', 'rural', '2027-12-31', 2200001, 5) $$, '2200000', '3300000');
SELECT standard, area_type, valid, line, near_poor_line, average_line, points_line, line_is_poor, period, currency, source
FROM poverty_line WHERE NOT shipped ORDER BY standard;
DELETE FROM poverty_line WHERE NOT shipped;

-- ---- shipped rows stay as they are ----
\pset format unaligned
\pset tuples_only on
SELECT refusal($$ UPDATE poverty_line SET line = 1 WHERE standard = 'VN-2016' $$);
SELECT refusal($$ DELETE FROM poverty_standard WHERE standard = 'VN-2016' $$);
SELECT refusal($$ UPDATE deprivation_indicator SET shipped = false $$);
SELECT refusal($$ INSERT INTO poverty_standard (standard, shipped, name, rule, classifies, source) VALUES ('MINE', true, 'mine', 'income', true, 'a test') $$);
SELECT refusal($$ INSERT INTO poverty_standard (standard, name, rule, classifies, source) VALUES ('MINE', 'mine', 'income', true, 'a test');
	UPDATE poverty_standard SET shipped = true WHERE standard = 'MINE' $$);
SELECT refusal($$ TRUNCATE poverty_line $$);
SELECT refusal($$ TRUNCATE poverty_standard $$);
SELECT refusal($$ TRUNCATE deprivation_indicator $$);
SELECT refusal($$ SELECT keep_shipped_rows() $$);
-- Nor does it take other tables for its own, whoever puts it there.
CREATE TEMP TABLE elsewhere (shipped boolean);
CREATE TRIGGER misplaced BEFORE INSERT OR UPDATE OR DELETE ON elsewhere FOR EACH STATEMENT EXECUTE FUNCTION keep_shipped_rows();
SELECT refusal('DELETE FROM elsewhere');
SELECT refusal('INSERT INTO elsewhere VALUES (true)');
SELECT refusal('UPDATE elsewhere SET shipped = false');
DROP TABLE elsewhere;
CREATE TEMP TABLE elsewhere (shipped text);
CREATE TRIGGER misplaced BEFORE INSERT ON elsewhere FOR EACH ROW EXECUTE FUNCTION keep_shipped_rows();
SELECT refusal('INSERT INTO elsewhere VALUES (1)');
DROP TABLE elsewhere;
CREATE TEMP TABLE elsewhere (kept boolean);
CREATE TRIGGER misplaced BEFORE INSERT ON elsewhere FOR EACH ROW EXECUTE FUNCTION keep_shipped_rows();
SELECT refusal('INSERT INTO elsewhere VALUES (true)');
DROP TABLE elsewhere;
CREATE TABLE elsewhere (shipped boolean);
CREATE TRIGGER misplaced AFTER INSERT ON elsewhere FOR EACH ROW EXECUTE FUNCTION keep_shipped_rows();
SELECT refusal('INSERT INTO elsewhere VALUES (false)');
DROP TRIGGER misplaced ON elsewhere;
CREATE TRIGGER misplaced BEFORE INSERT ON elsewhere FOR EACH ROW EXECUTE FUNCTION keep_shipped_rows();
SELECT refusal('INSERT INTO elsewhere VALUES (NULL), (false)');
SELECT refusal('INSERT INTO elsewhere VALUES (true)');
DROP TABLE elsewhere;
SELECT count(*) FROM poverty_line WHERE shipped AND line > 1;

-- ---- rows that contradict themselves ----
CREATE FUNCTION bad_line(valid text, line text, near_poor text DEFAULT 'NULL', average text DEFAULT 'NULL', points text DEFAULT 'NULL', period text DEFAULT 'day')
RETURNS SETOF text LANGUAGE sql AS $$
	SELECT refusal(format($f$ INSERT INTO poverty_line (standard, area_type, valid, line, near_poor_line, average_line, points_line, line_is_poor, period, currency, source)
		VALUES ('BAD', 'all', %L, %L, %s, %s, %s, true, %L, 'VND', 'a test') $f$, valid, line, near_poor, average, points, period)) $$;
SELECT bad_line('empty', '1');
SELECT bad_line('[2020-01-01,infinity)', '1');
SELECT bad_line('[-infinity,2020-01-01)', '1');
SELECT bad_line('(,)', '0');
SELECT bad_line('(,)', '-1');
SELECT bad_line('(,)', 'NaN');
SELECT bad_line('(,)', 'Infinity');
SELECT bad_line('(,)', '1e400');
SELECT bad_line('(,)', '1e-400');
SELECT bad_line('(,)', '2', '1');
SELECT bad_line('(,)', '2', 'NULL', '1');
SELECT bad_line('(,)', '2', '4', '3');
SELECT bad_line('(,)', '2', $$'NaN'$$);
SELECT bad_line('(,)', '2', 'NULL', $$'Infinity'$$);
SELECT bad_line('(,)', '2', 'NULL', 'NULL', '0');
SELECT bad_line('(,)', '2', 'NULL', 'NULL', 'NULL', 'week');
CREATE FUNCTION bad_standard(rule text, min int, count int, points int, share numeric, classifies boolean) RETURNS SETOF text LANGUAGE sql AS $$
	SELECT refusal(format($f$ INSERT INTO poverty_standard (standard, name, rule, min_deprivations, deprivation_count, points_per_deprivation, relative_share, classifies, source)
		VALUES ('BAD', 'bad', %L, %L, %L, %L, %L, %L, 'a test') $f$, rule, min, count, points, share, classifies)) $$;
SELECT bad_standard('guess', NULL, NULL, NULL, NULL, true);
SELECT bad_standard('income', 3, 10, NULL, NULL, true);
SELECT bad_standard('income_or_deprivations', NULL, 10, NULL, NULL, true);
SELECT bad_standard('income_and_deprivations', 11, 10, NULL, NULL, true);
SELECT bad_standard('income_and_deprivations', 0, 10, NULL, NULL, true);
SELECT bad_standard('income', NULL, NULL, 10, NULL, true);
SELECT bad_standard('income', NULL, NULL, NULL, 0.6, true);
SELECT bad_standard('relative', NULL, NULL, NULL, NULL, false);
SELECT bad_standard('relative', NULL, NULL, NULL, 'NaN', false);
SELECT bad_standard('relative', NULL, NULL, NULL, 0, false);
SELECT bad_standard('relative', NULL, NULL, NULL, 0.6, true);
SELECT bad_standard('income_and_deprivations', 3, 10, NULL, NULL, false);
\pset format aligned
\pset tuples_only off

-- ---- what a statement knows is what its snapshot sees ----
-- One call site: before, with one's own line (800,000 makes 750,000 poor), and without it again.
DO $$
DECLARE
	status poverty_status;
BEGIN
	FOR step IN 1..4 LOOP
		IF step = 2 THEN
			INSERT INTO poverty_line (standard, area_type, valid, line, near_poor_line, average_line, line_is_poor, period, currency, source)
			VALUES ('VN-2016', 'rural', '[2018-01-01,2019-01-01)', 800000, 1000000, 1500000, true, 'month', 'VND', 'a test');
		ELSIF step = 3 THEN
			UPDATE poverty_line SET line = 740000 WHERE NOT shipped;
		ELSIF step = 4 THEN
			DELETE FROM poverty_line WHERE NOT shipped;
		END IF;
		status := classify_household('VN-2016', 'rural', '2018-12-31', 750000, 0);
		RAISE NOTICE 'step %: %, line %', step, status, poverty_line('VN-2016', 'rural', '2018-12-31');
	END LOOP;
END $$;
-- Rolling back to a savepoint takes the line away again, at the same call site, in either isolation level.
CREATE FUNCTION line_now() RETURNS float8 LANGUAGE plpgsql AS $$
BEGIN
	RETURN poverty_line('VN-2016', 'rural', '2018-12-31');
END $$;
CREATE FUNCTION line_through_savepoint() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	before float8 := line_now();
	inside float8;
BEGIN
	BEGIN
		INSERT INTO poverty_line (standard, area_type, valid, line, line_is_poor, period, currency, source)
		VALUES ('VN-2016', 'rural', '[2018-01-01,2019-01-01)', 800000, true, 'month', 'VND', 'a test');
		inside := line_now();
		RAISE division_by_zero;
	EXCEPTION WHEN division_by_zero THEN
		NULL;
	END;
	RETURN concat_ws(', ', before, inside, line_now());
END $$;
SELECT line_through_savepoint();
BEGIN ISOLATION LEVEL REPEATABLE READ;
SELECT line_through_savepoint();
COMMIT;
-- Rows that did not change are not read again, though each INSERT brings a new snapshot: who reads them first may, and
-- who comes after, who may not, gets the same answer. A line that is added is read, by who may not in vain.
CREATE ROLE regress_poverty_reader;
CREATE TABLE log (i int);
BEGIN;
REVOKE SELECT ON poverty_line FROM PUBLIC;
GRANT INSERT ON poverty_line, log TO regress_poverty_reader;
DO $$
BEGIN
	FOR step IN 1..5 LOOP
		RAISE NOTICE 'step %: line %', step, line_now();
		SET LOCAL ROLE regress_poverty_reader;
		INSERT INTO log VALUES (step);
		IF step = 4 THEN
			INSERT INTO poverty_line (standard, area_type, valid, line, line_is_poor, period, currency, source)
			VALUES ('VN-2016', 'rural', '[2018-01-01,2019-01-01)', 800000, true, 'month', 'VND', 'a test');
		END IF;
	END LOOP;
EXCEPTION WHEN insufficient_privilege THEN
	RAISE NOTICE '%', SQLERRM;
END $$;
ROLLBACK;
-- The same row in other versions and places: taken out and put in again, updated to the same, the table written anew,
-- the change undone. And a table that inherits from the lines is not theirs.
CREATE TABLE inheriting () INHERITS (poverty_line);
DO $$
BEGIN
	FOR step IN 1..8 LOOP
		CASE step
			WHEN 1, 4 THEN
				INSERT INTO poverty_line (standard, area_type, valid, line, line_is_poor, period, currency, source)
				VALUES ('VN-2016', 'rural', '[2018-01-01,2019-01-01)', 800000 + step, true, 'month', 'VND', 'a test');
			WHEN 2 THEN
				UPDATE poverty_line SET line = line WHERE NOT shipped;
			WHEN 3 THEN
				DELETE FROM poverty_line WHERE NOT shipped;
			WHEN 5 THEN
				EXECUTE 'CLUSTER poverty_line USING poverty_line_pkey';
			WHEN 6 THEN
				BEGIN
					UPDATE poverty_line SET line = 6 WHERE NOT shipped;
					RAISE NOTICE 'in step %: %', step, line_now();
					RAISE division_by_zero;
				EXCEPTION WHEN division_by_zero THEN
					NULL;
				END;
			WHEN 7 THEN
				UPDATE poverty_line SET line = 7 WHERE NOT shipped;
			ELSE
				DELETE FROM poverty_line WHERE NOT shipped;
				INSERT INTO inheriting (standard, area_type, valid, line, line_is_poor, period, currency, source)
				VALUES ('VN-2016', 'rural', '[2018-01-01,2019-01-01)', 800000 + step, true, 'month', 'VND', 'a test');
		END CASE;
		RAISE NOTICE 'after step %: %', step, line_now();
	END LOOP;
END $$;
DROP TABLE inheriting, log;
DROP ROLE regress_poverty_reader;
-- A standard of one's own, at the same call site: 4 deprivations instead of 3. More lines than are expected (64). Row-level security, which shows each
-- role its own rows, before the call site has read them, and after.
BEGIN;
DO $$
BEGIN
	FOR step IN 1..2 LOOP
		RAISE NOTICE 'step %: %', step, classify_household('VN-2016', 'rural', '2018-12-31', 750000, 3);
		INSERT INTO poverty_standard (standard, name, rule, min_deprivations, deprivation_count, classifies, source)
		SELECT 'VN-2016', 'stricter', 'income_or_deprivations', 4, 10, true, 'a test' WHERE step = 1;
	END LOOP;
END $$;
INSERT INTO poverty_line (standard, area_type, valid, line, line_is_poor, period, currency, source) SELECT 'VN-2016', 'ward ' || i, '(,)', i, true, 'month', 'VND', 'a test' FROM generate_series(1, 100) i;
DO $$
BEGIN
	FOR step IN 1..5 LOOP
		CASE step
			WHEN 2, 4 THEN
				INSERT INTO poverty_line (standard, area_type, valid, line, line_is_poor, period, currency, source)
				VALUES ('VN-2016', 'rural', '[2018-01-01,2019-01-01)', 800000 + step, true, 'month', 'VND', 'a test');
			WHEN 3 THEN
				EXECUTE 'ALTER TABLE poverty_line ENABLE ROW LEVEL SECURITY';
				DELETE FROM poverty_line WHERE area_type = 'rural' AND NOT shipped;
			WHEN 5 THEN
				DELETE FROM poverty_line WHERE NOT shipped;
			ELSE
		END CASE;
		RAISE NOTICE 'after step %: %', step, line_now();
	END LOOP;
END $$;
ROLLBACK;
-- A statement does not see the line that it adds; the next one does.
WITH added AS (
	INSERT INTO poverty_line (standard, area_type, valid, line, line_is_poor, period, currency, source)
	VALUES ('VN-2016', 'rural', '[2018-01-01,2019-01-01)', 800000, true, 'month', 'VND', 'a test') RETURNING 1)
SELECT poverty_line('VN-2016', 'rural', '2018-12-31') FROM added;
SELECT poverty_line('VN-2016', 'rural', '2018-12-31');
DELETE FROM poverty_line WHERE NOT shipped;

-- ---- many rows, in parallel, in views, by anyone ----
-- 40 incomes (0 to 1,950,000 by 50,000) x 11 numbers of deprivations x 2 area types, 50 households of each.
-- Rural, of 440 kinds: up to 700,000: 15·11 = 165 poor; to 1,000,000: 6 incomes, 6·8 = 48 poor and 6·3 = 18 near-poor; to 1,500,000:
-- 10·11 = 110 average; above: 9·11 = 99 better off. Urban: 19·11 = 209 and 8·8 = 64 poor, 8·3 = 24 near-poor, 13·11 = 143 average, none better off.
-- Times 50: rural 10,650, 900, 5,500, 4,950; urban 13,650, 1,200, 7,150, 0; together 24,300, 2,100, 12,650, 4,950.
CREATE TABLE household AS
	SELECT 50000 * (i % 40) AS income, (i / 40) % 11 AS deprivations, CASE (i / 440) % 2 WHEN 0 THEN 'rural' ELSE 'urban' END AS area_type,
		date '2016-01-01' + i % 2192 AS reviewed
	FROM generate_series(0, 43999) i;
ANALYZE household;
CREATE VIEW classified AS SELECT *, classify_household('VN-2016', area_type, reviewed, income, deprivations) AS status FROM household;
CREATE VIEW classified_by_reader WITH (security_invoker) AS SELECT * FROM classified;
SELECT area_type, count(*) FILTER (WHERE status = 'poor') AS poor, count(*) FILTER (WHERE status = 'near_poor') AS near_poor,
	count(*) FILTER (WHERE status = 'average') AS average, count(*) FILTER (WHERE status = 'better_off') AS better_off
FROM classified GROUP BY GROUPING SETS ((area_type), ()) ORDER BY area_type;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) SELECT status, count(*), sum(poverty_line('VN-2016', area_type, reviewed)) FROM classified GROUP BY status ORDER BY status;
-- The sum of the lines by status: 10,650·700,000 + 13,650·900,000 = 19,740,000,000; 900·700,000 + 1,200·900,000 = 1,710,000,000;
-- 5,500·700,000 + 7,150·900,000 = 10,285,000,000; 4,950·700,000 = 3,465,000,000.
SELECT status, count(*), sum(poverty_line('VN-2016', area_type, reviewed)) FROM classified GROUP BY status ORDER BY status;
RESET parallel_setup_cost;
RESET parallel_tuple_cost;
RESET min_parallel_table_scan_size;
RESET max_parallel_workers_per_gather;
-- A call that knows nothing of the call before it (a function that is not inlined) answers the same.
CREATE FUNCTION line_for(area_type text) RETURNS float8 LANGUAGE sql STABLE SET work_mem = '4MB' AS
	$$ SELECT poverty_line('VN-2016', area_type, '2018-12-31') $$;
SELECT line_for(CASE i % 2 WHEN 0 THEN 'rural' ELSE 'urban' END) AS line, count(*) FROM generate_series(1, 100) i GROUP BY 1 ORDER BY 1;
-- Any role reads, through whatever search_path, also in a view with its own rights; only the owner of the extension writes.
CREATE ROLE regress_poverty_reader;
GRANT SELECT ON household, classified, classified_by_reader TO regress_poverty_reader;
SET ROLE regress_poverty_reader;
SET search_path = pg_catalog;
SELECT status, count(*) FROM public.classified_by_reader GROUP BY status ORDER BY status;
RESET search_path;
\pset format unaligned
\pset tuples_only on
SELECT refusal($$ INSERT INTO poverty_standard (standard, name, rule, classifies, source) VALUES ('MINE', 'mine', 'income', true, 'a test') $$);
SELECT refusal($$ DELETE FROM poverty_line $$);
SELECT refusal($$ TRUNCATE poverty_line $$);
\pset format aligned
\pset tuples_only off
RESET ROLE;

-- ---- conversions ----
-- 2021: 1.30 + 10/2 = 6.30; the floor 3.00 up to a median of 3.40; 2017: 1.15 + 5 = 6.15, floor 2.15 up to 2.00; 2011: 1.00 + 5 = 6.00, floor 1.90 up to 1.80.
SELECT ppp_year, median, societal_poverty_line(median, ppp_year)::numeric AS line
FROM (VALUES (2021, 10.0), (2021, 3.4), (2021, 3.5), (2021, 0), (2021, -5), (2017, 10), (2017, 2), (2017, 2.1), (2011, 10), (2011, 1.8), (2011, 2)) v(ppp_year, median);
-- 3,650,000 VND a year at prices 1.25 times and 8,000 VND a dollar: 3,650,000 / (1.25 · 8,000 · 365) = 1; 600,000 in 30 days: 600,000 / 300,000 = 2.
SELECT to_ppp(3650000, 1.25, 8000, 365) AS year, to_ppp(600000, 1.25, 8000, 30) AS days, to_ppp(-600000, 1.25, 8000, 30) AS negative, to_ppp(0, 1, 1, 1) AS nothing;
-- 1e300 / (1e200 · 1e200) = 1e-100, though 1e400 is beyond float8; likewise 1e-300 / (1e-200 · 1e-200) = 1e100.
SELECT abs(to_ppp(1e300, 1e200, 1e200, 1) / 1e-100 - 1) < 1e-15 AS small, abs(to_ppp(1e-300, 1e-200, 1e-200, 1) / 1e100 - 1) < 1e-15 AS large;
-- By hand from 12 months = 365 days = 1 year: 12 a day are 12·365/12 = 365 a month; 7 a week are 1 a day and 365 a year; 300 a quarter are 100 a month and 1,200 a year.
SELECT period, amount, per_day(amount, period)::numeric AS per_day, per_month(amount, period)::numeric AS per_month, per_year(amount, period)::numeric AS per_year
FROM (VALUES ('day', 12), ('week', 7), ('month', 365), ('quarter', 300), ('year', 4380), ('month', -365), ('day', 0)) v(period, amount);
-- An amount near the limit of float8 converts as long as its result fits: 1.7e308·12/365 = 5.589...e306.
SELECT per_day(1.7e308, 'month') / 1e306 BETWEEN 55.89 / 10 AND 55.90 / 10 AS fits, per_year(1.7e308, 'year') = 1.7e308 AS same;
-- 1 + 0.5·1 + 0.3·2 = 2.1; 1 + 0.7·1 + 0.5·2 = 2.7; √4 = 2; 4. 1 + 0.5·1 + 0.3·3 = 2.4; 1 + 0.7 + 1.5 = 3.2; √5; 5. 1 + 0.5·2 + 0.3 = 2.3; 1 + 1.4 + 0.5 = 2.9; 2; 4.
SELECT adults, children, equivalence_scale(adults, children, 'oecd_modified') AS oecd_modified, equivalence_scale(adults, children, 'oecd_old') AS oecd_old,
	equivalence_scale(adults, children, 'square_root') AS square_root, equivalence_scale(adults, children, 'per_capita') AS per_capita
FROM (VALUES (1, 0), (2, 2), (2, 3), (3, 1)) v(adults, children);
\pset format unaligned
\pset tuples_only on
SELECT refusal($$ SELECT societal_poverty_line(10, 2020) $$);
SELECT refusal($$ SELECT societal_poverty_line(10, 'NaN') $$);
SELECT refusal($$ SELECT societal_poverty_line('NaN', 2021) $$);
SELECT refusal($$ SELECT to_ppp('Infinity', 1, 1, 1) $$);
SELECT refusal($$ SELECT to_ppp(1, 0, 1, 1) $$);
SELECT refusal($$ SELECT to_ppp(1, 1, -1, 1) $$);
SELECT refusal($$ SELECT to_ppp(1, 1, 1, 'NaN') $$);
SELECT refusal($$ SELECT to_ppp(1e300, 1e-10, 1, 1) $$);
SELECT refusal($$ SELECT per_day(1, 'fortnight') $$);
SELECT refusal($$ SELECT per_month(1, 'Month') $$);
SELECT refusal($$ SELECT per_year(1, '') $$);
SELECT refusal($$ SELECT per_year('NaN', 'day') $$);
SELECT refusal($$ SELECT per_year(1e308, 'day') $$);
SELECT refusal($$ SELECT equivalence_scale(0, 3, 'per_capita') $$);
SELECT refusal($$ SELECT equivalence_scale(0, 3, 'oecd_modified') $$);
SELECT refusal($$ SELECT equivalence_scale(1.5, 3, 'oecd_modified') $$);
SELECT refusal($$ SELECT equivalence_scale(1, -1, 'oecd_old') $$);
SELECT refusal($$ SELECT equivalence_scale(1, 'NaN', 'oecd_old') $$);
SELECT refusal($$ SELECT equivalence_scale('Infinity', 0, 'square_root') $$);
SELECT refusal($$ SELECT equivalence_scale(1, 0, 'oecd') $$);
\pset format aligned
\pset tuples_only off
SELECT societal_poverty_line('10', '2021') AS unknown, per_day('365', 'year') AS unknown, equivalence_scale('2', '2', 'per_capita') AS unknown, to_ppp('6', '1', '2', '3') AS unknown;

-- What is asked with bare SQLSTATEs, as a client's driver meets it.
\set VERBOSITY sqlstate
SELECT poverty_line('VN-2020', 'rural', '2018-12-31');
SELECT classify_household('VN-2016', 'rural', '2018-12-31', 'Infinity', 0);
UPDATE poverty_line SET line = 1;
INSERT INTO poverty_line (standard, area_type, valid, line, line_is_poor, period, currency, source) VALUES ('BAD', 'all', '(,)', 'NaN', true, 'day', 'VND', 'a test');
SELECT per_year(1e308, 'day');
\set VERBOSITY default

-- Nothing of the test stays.
SELECT (SELECT count(*) FROM poverty_standard WHERE NOT shipped) AS standards, (SELECT count(*) FROM poverty_line WHERE NOT shipped) AS lines;
DROP VIEW classified_by_reader, classified, border_found;
DROP TABLE household, border;
DROP FUNCTION refusal, cure, bad_line, bad_standard, line_now, line_through_savepoint, line_for;
DROP ROLE regress_poverty_reader;
