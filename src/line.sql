-- SPDX-License-Identifier: PostgreSQL
/* ---- line: standards, poverty lines, the category of a household, conversions ---- */

CREATE TYPE @extschema@.poverty_status AS ENUM ('poor', 'near_poor', 'average', 'better_off');

-- Lets the core's GiST compare codes in exclusion constraints.
CREATE TYPE @extschema@.code_range AS RANGE (
	subtype = pg_catalog.text,
	collation = pg_catalog."C",
	multirange_type_name = @extschema@.code_multirange
);

CREATE TABLE @extschema@.poverty_standard (
	standard text COLLATE pg_catalog."C" NOT NULL CHECK (standard <> ''),
	shipped boolean NOT NULL DEFAULT false,
	name text NOT NULL,
	name_vi text,
	rule text NOT NULL
		CHECK (rule IN ('income', 'income_or_deprivations', 'income_and_deprivations', 'relative')),
	min_deprivations integer CHECK (min_deprivations >= 1),
	deprivation_count integer CHECK (deprivation_count >= 1),
	points_per_deprivation integer CHECK (points_per_deprivation >= 1),
	relative_share numeric CHECK (relative_share > 0.0 AND relative_share <= 1.0),
	classifies boolean NOT NULL,
	source text NOT NULL CHECK (source <> ''),
	PRIMARY KEY (standard, shipped),
	CONSTRAINT poverty_standard_deprivations_fit_rule
		CHECK ((min_deprivations IS NOT NULL) = (rule IN ('income_or_deprivations', 'income_and_deprivations'))),
	CONSTRAINT poverty_standard_deprivations_fit_count
		CHECK (min_deprivations <= deprivation_count),
	CONSTRAINT poverty_standard_points_fit_rule
		CHECK (points_per_deprivation IS NULL OR min_deprivations IS NOT NULL),
	CONSTRAINT poverty_standard_share_fits_rule
		CHECK ((relative_share IS NOT NULL) = (rule = 'relative')),
	CONSTRAINT poverty_standard_categories_fit_rule
		CHECK (CASE WHEN classifies THEN rule <> 'relative' ELSE rule IN ('income', 'relative') END)
);

-- The casts to float8 in the checks refuse what a double cannot hold.
CREATE TABLE @extschema@.poverty_line (
	standard text COLLATE pg_catalog."C" NOT NULL CHECK (standard <> ''),
	area_type text COLLATE pg_catalog."C" NOT NULL CHECK (area_type <> ''),
	valid daterange NOT NULL
		CONSTRAINT poverty_line_valid_has_a_day CHECK (NOT pg_catalog.isempty(valid))
		CONSTRAINT poverty_line_valid_begins_on_a_day CHECK (pg_catalog.isfinite(pg_catalog.lower(valid)))
		CONSTRAINT poverty_line_valid_ends_on_a_day CHECK (pg_catalog.isfinite(pg_catalog.upper(valid))),
	line numeric NOT NULL CHECK (line > 0.0 AND line::pg_catalog.float8 < 'Infinity'),
	near_poor_line numeric CHECK (near_poor_line::pg_catalog.float8 < 'Infinity'),
	average_line numeric CHECK (average_line::pg_catalog.float8 < 'Infinity'),
	points_line numeric CHECK (points_line > 0.0 AND points_line::pg_catalog.float8 < 'Infinity'),
	line_is_poor boolean NOT NULL,
	period text NOT NULL CHECK (period IN ('day', 'month', 'year')),
	currency text NOT NULL CHECK (currency <> ''),
	source text NOT NULL CHECK (source <> ''),
	shipped boolean NOT NULL DEFAULT false,
	PRIMARY KEY (standard, area_type, valid, shipped),
	CONSTRAINT poverty_line_bands_in_order
		CHECK (near_poor_line >= line AND average_line >= line AND average_line >= near_poor_line),
	CONSTRAINT poverty_line_shipped_no_overlap EXCLUDE USING gist (
		@extschema@.code_range(standard, standard, '[]'::pg_catalog.text) WITH OPERATOR(pg_catalog.=),
		@extschema@.code_range(area_type, area_type, '[]'::pg_catalog.text) WITH OPERATOR(pg_catalog.=),
		valid WITH OPERATOR(pg_catalog.&&)
	) WHERE (shipped),
	CONSTRAINT poverty_line_no_overlap EXCLUDE USING gist (
		@extschema@.code_range(standard, standard, '[]'::pg_catalog.text) WITH OPERATOR(pg_catalog.=),
		@extschema@.code_range(area_type, area_type, '[]'::pg_catalog.text) WITH OPERATOR(pg_catalog.=),
		valid WITH OPERATOR(pg_catalog.&&)
	) WHERE (NOT shipped)
);

CREATE TABLE @extschema@.deprivation_indicator (
	standard text COLLATE pg_catalog."C" NOT NULL CHECK (standard <> ''),
	"position" integer NOT NULL CHECK ("position" >= 1),
	code text COLLATE pg_catalog."C" NOT NULL CHECK (code <> ''),
	dimension text NOT NULL,
	dimension_vi text,
	name text NOT NULL,
	name_vi text,
	weight numeric NOT NULL DEFAULT 1 CHECK (weight >= 0.0 AND weight::pg_catalog.float8 < 'Infinity'),
	source text NOT NULL CHECK (source <> ''),
	shipped boolean NOT NULL DEFAULT false,
	PRIMARY KEY (standard, "position", shipped),
	UNIQUE (standard, code, shipped)
);

INSERT INTO @extschema@.poverty_standard
	(standard, shipped, name, name_vi, rule, min_deprivations, deprivation_count,
	 points_per_deprivation, relative_share, classifies, source)
VALUES
	('VN-2011', true, 'Viet Nam, poor and near-poor households 2011-2015',
	 'Chuẩn hộ nghèo, hộ cận nghèo theo Quyết định 09/2011/QĐ-TTg',
	 'income', NULL, NULL, NULL, NULL, true, 'QĐ 09/2011/QĐ-TTg (vietnamnet)'),
	('VN-2016', true, 'Viet Nam, multidimensional poverty standard 2016-2021',
	 'Chuẩn nghèo tiếp cận đa chiều theo Quyết định 59/2015/QĐ-TTg',
	 'income_or_deprivations', 3, 10, NULL, NULL, true, 'QĐ 59/2015/QĐ-TTg (thuvienphapluat, vietnamnet)'),
	('VN-2022', true, 'Viet Nam, multidimensional poverty standard 2022-2026',
	 'Chuẩn nghèo đa chiều theo Nghị định 07/2021/NĐ-CP',
	 'income_and_deprivations', 3, 12, 10, NULL, true,
	 'NĐ 07/2021/NĐ-CP (luatvietnam, lawnet); scorecard: TT 07/2021/TT-BLĐTBXH'),
	('VN-2027', true, 'Viet Nam, multidimensional poverty standard from 2027',
	 'Chuẩn nghèo đa chiều theo Nghị định 351/2025/NĐ-CP',
	 'income_and_deprivations', 3, NULL, NULL, NULL, true, 'NĐ 351/2025/NĐ-CP (vietnamnet)'),
	('WB-2017-2.15', true, 'World Bank, 2.15 dollars a day (2017 PPP)',
	 'Ngân hàng Thế giới, 2,15 đô la một ngày (PPP 2017)',
	 'income', NULL, NULL, NULL, NULL, false, 'World Bank, global poverty lines in 2017 PPP'),
	('WB-2017-3.65', true, 'World Bank, 3.65 dollars a day (2017 PPP)',
	 'Ngân hàng Thế giới, 3,65 đô la một ngày (PPP 2017)',
	 'income', NULL, NULL, NULL, NULL, false, 'World Bank, global poverty lines in 2017 PPP'),
	('WB-2017-6.85', true, 'World Bank, 6.85 dollars a day (2017 PPP)',
	 'Ngân hàng Thế giới, 6,85 đô la một ngày (PPP 2017)',
	 'income', NULL, NULL, NULL, NULL, false, 'World Bank, global poverty lines in 2017 PPP'),
	('WB-2021-3.00', true, 'World Bank, 3.00 dollars a day (2021 PPP)',
	 'Ngân hàng Thế giới, 3,00 đô la một ngày (PPP 2021)',
	 'income', NULL, NULL, NULL, NULL, false, 'World Bank, global poverty lines in 2021 PPP'),
	('WB-2021-4.20', true, 'World Bank, 4.20 dollars a day (2021 PPP)',
	 'Ngân hàng Thế giới, 4,20 đô la một ngày (PPP 2021)',
	 'income', NULL, NULL, NULL, NULL, false, 'World Bank, global poverty lines in 2021 PPP'),
	('WB-2021-8.30', true, 'World Bank, 8.30 dollars a day (2021 PPP)',
	 'Ngân hàng Thế giới, 8,30 đô la một ngày (PPP 2021)',
	 'income', NULL, NULL, NULL, NULL, false, 'World Bank, global poverty lines in 2021 PPP'),
	('EU-AROP', true, 'European Union, at risk of poverty',
	 'Liên minh châu Âu, nguy cơ nghèo',
	 'relative', NULL, NULL, NULL, 0.6, false,
	 'Eurostat, at-risk-of-poverty threshold: 60 % of the national weighted median equivalised income');

-- World Bank lines are in force by use, not by date: they are valid on any day.
INSERT INTO @extschema@.poverty_line
	(standard, area_type, valid, line, near_poor_line, average_line, points_line,
	 line_is_poor, period, currency, source, shipped)
VALUES
	('VN-2011', 'rural', '[2011-01-01,2016-01-01)', 400000, NULL, NULL, NULL,
	 true, 'month', 'VND', 'QĐ 09/2011/QĐ-TTg (vietnamnet)', true),
	('VN-2011', 'urban', '[2011-01-01,2016-01-01)', 500000, NULL, NULL, NULL,
	 true, 'month', 'VND', 'QĐ 09/2011/QĐ-TTg (vietnamnet)', true),
	('VN-2016', 'rural', '[2016-01-01,2022-01-01)', 700000, 1000000, 1500000, NULL,
	 true, 'month', 'VND', 'QĐ 59/2015/QĐ-TTg (thuvienphapluat, vietnamnet)', true),
	('VN-2016', 'urban', '[2016-01-01,2022-01-01)', 900000, 1300000, 1950000, NULL,
	 true, 'month', 'VND', 'QĐ 59/2015/QĐ-TTg (thuvienphapluat, vietnamnet)', true),
	('VN-2022', 'rural', '[2022-01-01,2027-01-01)', 1500000, 1500000, 2250000, 140,
	 true, 'month', 'VND', 'NĐ 07/2021/NĐ-CP (luatvietnam, lawnet); points: TT 07/2021/TT-BLĐTBXH', true),
	('VN-2022', 'urban', '[2022-01-01,2027-01-01)', 2000000, 2000000, 3000000, 175,
	 true, 'month', 'VND', 'NĐ 07/2021/NĐ-CP (luatvietnam, lawnet); points: TT 07/2021/TT-BLĐTBXH', true),
	('VN-2027', 'rural', '[2027-01-01,)', 2200000, NULL, NULL, NULL,
	 true, 'month', 'VND', 'NĐ 351/2025/NĐ-CP (vietnamnet)', true),
	('VN-2027', 'urban', '[2027-01-01,)', 2800000, NULL, NULL, NULL,
	 true, 'month', 'VND', 'NĐ 351/2025/NĐ-CP (vietnamnet)', true),
	('WB-2017-2.15', 'all', '(,)', 2.15, NULL, NULL, NULL,
	 false, 'day', 'USD PPP 2017', 'World Bank, global poverty lines in 2017 PPP', true),
	('WB-2017-3.65', 'all', '(,)', 3.65, NULL, NULL, NULL,
	 false, 'day', 'USD PPP 2017', 'World Bank, global poverty lines in 2017 PPP', true),
	('WB-2017-6.85', 'all', '(,)', 6.85, NULL, NULL, NULL,
	 false, 'day', 'USD PPP 2017', 'World Bank, global poverty lines in 2017 PPP', true),
	('WB-2021-3.00', 'all', '(,)', 3.00, NULL, NULL, NULL,
	 false, 'day', 'USD PPP 2021', 'World Bank, global poverty lines in 2021 PPP', true),
	('WB-2021-4.20', 'all', '(,)', 4.20, NULL, NULL, NULL,
	 false, 'day', 'USD PPP 2021', 'World Bank, global poverty lines in 2021 PPP', true),
	('WB-2021-8.30', 'all', '(,)', 8.30, NULL, NULL, NULL,
	 false, 'day', 'USD PPP 2021', 'World Bank, global poverty lines in 2021 PPP', true);

INSERT INTO @extschema@.deprivation_indicator
	(standard, "position", code, dimension, dimension_vi, name, name_vi, weight, source, shipped)
VALUES
	('VN-2016', 1, 'health_services', 'health', 'y tế',
	 'access to health services', 'tiếp cận các dịch vụ y tế', 1, 'QĐ 59/2015/QĐ-TTg', true),
	('VN-2016', 2, 'health_insurance', 'health', 'y tế',
	 'health insurance', 'bảo hiểm y tế', 1, 'QĐ 59/2015/QĐ-TTg', true),
	('VN-2016', 3, 'adult_education', 'education', 'giáo dục',
	 'education of adults', 'trình độ giáo dục của người lớn', 1, 'QĐ 59/2015/QĐ-TTg', true),
	('VN-2016', 4, 'school_attendance', 'education', 'giáo dục',
	 'school attendance of children', 'tình trạng đi học của trẻ em', 1, 'QĐ 59/2015/QĐ-TTg', true),
	('VN-2016', 5, 'housing_quality', 'housing', 'nhà ở',
	 'quality of housing', 'chất lượng nhà ở', 1, 'QĐ 59/2015/QĐ-TTg', true),
	('VN-2016', 6, 'housing_area', 'housing', 'nhà ở',
	 'housing area per person', 'diện tích nhà ở bình quân đầu người', 1, 'QĐ 59/2015/QĐ-TTg', true),
	('VN-2016', 7, 'water', 'water and sanitation', 'nước sạch và vệ sinh',
	 'source of domestic water', 'nguồn nước sinh hoạt', 1, 'QĐ 59/2015/QĐ-TTg', true),
	('VN-2016', 8, 'sanitation', 'water and sanitation', 'nước sạch và vệ sinh',
	 'hygienic toilet', 'hố xí/nhà tiêu hợp vệ sinh', 1, 'QĐ 59/2015/QĐ-TTg', true),
	('VN-2016', 9, 'telecommunications', 'information', 'thông tin',
	 'use of telecommunications', 'sử dụng dịch vụ viễn thông', 1, 'QĐ 59/2015/QĐ-TTg', true),
	('VN-2016', 10, 'information_means', 'information', 'thông tin',
	 'assets for access to information', 'tài sản phục vụ tiếp cận thông tin', 1, 'QĐ 59/2015/QĐ-TTg', true),
	('VN-2022', 1, 'employment', 'employment', 'việc làm',
	 'employment', 'việc làm', 1, 'NĐ 07/2021/NĐ-CP', true),
	('VN-2022', 2, 'dependants', 'employment', 'việc làm',
	 'dependants in the household', 'người phụ thuộc trong hộ gia đình', 1, 'NĐ 07/2021/NĐ-CP', true),
	('VN-2022', 3, 'nutrition', 'health', 'y tế',
	 'nutrition', 'dinh dưỡng', 1, 'NĐ 07/2021/NĐ-CP', true),
	('VN-2022', 4, 'health_insurance', 'health', 'y tế',
	 'health insurance', 'bảo hiểm y tế', 1, 'NĐ 07/2021/NĐ-CP', true),
	('VN-2022', 5, 'adult_education', 'education', 'giáo dục',
	 'education of adults', 'trình độ giáo dục của người lớn', 1, 'NĐ 07/2021/NĐ-CP', true),
	('VN-2022', 6, 'school_attendance', 'education', 'giáo dục',
	 'school attendance of children', 'tình trạng đi học của trẻ em', 1, 'NĐ 07/2021/NĐ-CP', true),
	('VN-2022', 7, 'housing_quality', 'housing', 'nhà ở',
	 'quality of housing', 'chất lượng nhà ở', 1, 'NĐ 07/2021/NĐ-CP', true),
	('VN-2022', 8, 'housing_area', 'housing', 'nhà ở',
	 'housing area per person', 'diện tích nhà ở bình quân đầu người', 1, 'NĐ 07/2021/NĐ-CP', true),
	('VN-2022', 9, 'water', 'water and sanitation', 'nước sinh hoạt và vệ sinh',
	 'source of domestic water', 'nguồn nước sinh hoạt', 1, 'NĐ 07/2021/NĐ-CP', true),
	('VN-2022', 10, 'sanitation', 'water and sanitation', 'nước sinh hoạt và vệ sinh',
	 'hygienic toilet', 'nhà tiêu hợp vệ sinh', 1, 'NĐ 07/2021/NĐ-CP', true),
	('VN-2022', 11, 'telecommunications', 'information', 'thông tin',
	 'use of telecommunications', 'sử dụng dịch vụ viễn thông', 1, 'NĐ 07/2021/NĐ-CP', true),
	('VN-2022', 12, 'information_means', 'information', 'thông tin',
	 'means of access to information', 'phương tiện phục vụ tiếp cận thông tin', 1, 'NĐ 07/2021/NĐ-CP', true),
	-- Sixths, ninths and eighteenths as whole eighteenths, which are exact; k = 1/3 of all, 6 of 18. The Vietnamese
	-- names of these two are translations.
	('GLOBAL-MPI', 1, 'nutrition', 'health', 'y tế',
	 'nutrition', 'dinh dưỡng', 3, 'OPHI and UNDP, Global Multidimensional Poverty Index', true),
	('GLOBAL-MPI', 2, 'child_mortality', 'health', 'y tế',
	 'child mortality', 'tử vong trẻ em', 3, 'OPHI and UNDP, Global Multidimensional Poverty Index', true),
	('GLOBAL-MPI', 3, 'years_of_schooling', 'education', 'giáo dục',
	 'years of schooling', 'số năm đi học', 3, 'OPHI and UNDP, Global Multidimensional Poverty Index', true),
	('GLOBAL-MPI', 4, 'school_attendance', 'education', 'giáo dục',
	 'school attendance of children', 'tình trạng đi học của trẻ em', 3, 'OPHI and UNDP, Global Multidimensional Poverty Index', true),
	('GLOBAL-MPI', 5, 'cooking_fuel', 'living standards', 'mức sống',
	 'cooking fuel', 'nhiên liệu đun nấu', 1, 'OPHI and UNDP, Global Multidimensional Poverty Index', true),
	('GLOBAL-MPI', 6, 'sanitation', 'living standards', 'mức sống',
	 'sanitation', 'nhà tiêu hợp vệ sinh', 1, 'OPHI and UNDP, Global Multidimensional Poverty Index', true),
	('GLOBAL-MPI', 7, 'drinking_water', 'living standards', 'mức sống',
	 'drinking water', 'nước uống', 1, 'OPHI and UNDP, Global Multidimensional Poverty Index', true),
	('GLOBAL-MPI', 8, 'electricity', 'living standards', 'mức sống',
	 'electricity', 'điện', 1, 'OPHI and UNDP, Global Multidimensional Poverty Index', true),
	('GLOBAL-MPI', 9, 'housing', 'living standards', 'mức sống',
	 'housing', 'nhà ở', 1, 'OPHI and UNDP, Global Multidimensional Poverty Index', true),
	('GLOBAL-MPI', 10, 'assets', 'living standards', 'mức sống',
	 'assets', 'tài sản', 1, 'OPHI and UNDP, Global Multidimensional Poverty Index', true),
	('WB-MPM', 1, 'monetary', 'monetary poverty', 'nghèo về tiền tệ',
	 'consumption or income below the international line', 'chi tiêu hoặc thu nhập dưới chuẩn quốc tế', 6, 'World Bank, Multidimensional Poverty Measure', true),
	('WB-MPM', 2, 'school_enrolment', 'education', 'giáo dục',
	 'school enrolment of children', 'tình trạng đi học của trẻ em', 3, 'World Bank, Multidimensional Poverty Measure', true),
	('WB-MPM', 3, 'primary_completion', 'education', 'giáo dục',
	 'primary completion of adults', 'người lớn học xong tiểu học', 3, 'World Bank, Multidimensional Poverty Measure', true),
	('WB-MPM', 4, 'drinking_water', 'basic infrastructure', 'hạ tầng cơ bản',
	 'drinking water', 'nước uống', 2, 'World Bank, Multidimensional Poverty Measure', true),
	('WB-MPM', 5, 'sanitation', 'basic infrastructure', 'hạ tầng cơ bản',
	 'sanitation', 'nhà tiêu hợp vệ sinh', 2, 'World Bank, Multidimensional Poverty Measure', true),
	('WB-MPM', 6, 'electricity', 'basic infrastructure', 'hạ tầng cơ bản',
	 'electricity', 'điện', 2, 'World Bank, Multidimensional Poverty Measure', true);

-- Shipped rows stay as they are; users add rows of their own, which dumps carry.
CREATE FUNCTION @extschema@.keep_shipped_rows() RETURNS trigger
	AS 'MODULE_PATHNAME', 'keep_shipped_rows' LANGUAGE C PARALLEL SAFE;

CREATE TRIGGER keep_shipped_rows BEFORE INSERT OR UPDATE OR DELETE ON @extschema@.poverty_standard
	FOR EACH ROW EXECUTE FUNCTION @extschema@.keep_shipped_rows();
CREATE TRIGGER keep_shipped_rows BEFORE INSERT OR UPDATE OR DELETE ON @extschema@.poverty_line
	FOR EACH ROW EXECUTE FUNCTION @extschema@.keep_shipped_rows();
CREATE TRIGGER keep_shipped_rows BEFORE INSERT OR UPDATE OR DELETE ON @extschema@.deprivation_indicator
	FOR EACH ROW EXECUTE FUNCTION @extschema@.keep_shipped_rows();
-- In sessions that replicate too.
ALTER TABLE @extschema@.poverty_standard ENABLE ALWAYS TRIGGER keep_shipped_rows;
ALTER TABLE @extschema@.poverty_line ENABLE ALWAYS TRIGGER keep_shipped_rows;
ALTER TABLE @extschema@.deprivation_indicator ENABLE ALWAYS TRIGGER keep_shipped_rows;
CREATE TRIGGER keep_table BEFORE TRUNCATE ON @extschema@.poverty_standard
	FOR EACH STATEMENT EXECUTE FUNCTION @extschema@.keep_shipped_rows();
CREATE TRIGGER keep_table BEFORE TRUNCATE ON @extschema@.poverty_line
	FOR EACH STATEMENT EXECUTE FUNCTION @extschema@.keep_shipped_rows();
CREATE TRIGGER keep_table BEFORE TRUNCATE ON @extschema@.deprivation_indicator
	FOR EACH STATEMENT EXECUTE FUNCTION @extschema@.keep_shipped_rows();

-- The owner of the database writes here whoever made the extension: a dump that a superuser restores makes it theirs, and
-- has no rights of its tables.
GRANT SELECT ON @extschema@.poverty_standard, @extschema@.poverty_line, @extschema@.deprivation_indicator
	TO PUBLIC;
GRANT INSERT, UPDATE, DELETE ON @extschema@.poverty_standard, @extschema@.poverty_line, @extschema@.deprivation_indicator
	TO @extowner@, pg_database_owner;

SELECT pg_catalog.pg_extension_config_dump('@extschema@.poverty_standard', 'WHERE NOT shipped');
SELECT pg_catalog.pg_extension_config_dump('@extschema@.poverty_line', 'WHERE NOT shipped');
SELECT pg_catalog.pg_extension_config_dump('@extschema@.deprivation_indicator', 'WHERE NOT shipped');

CREATE FUNCTION @extschema@.poverty_line(standard text, area_type text, on_date date) RETURNS float8
	AS 'MODULE_PATHNAME', 'poverty_line' LANGUAGE C STABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_threshold(standard text, area_type text, on_date date) RETURNS float8
	AS 'MODULE_PATHNAME', 'poverty_threshold' LANGUAGE C STABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.near_poor_line(standard text, area_type text, on_date date) RETURNS float8
	AS 'MODULE_PATHNAME', 'near_poor_line' LANGUAGE C STABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.classify_household(standard text, area_type text, on_date date,
											   income float8, deprivations float8)
	RETURNS @extschema@.poverty_status
	AS 'MODULE_PATHNAME', 'classify_household' LANGUAGE C STABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.classify_by_points(standard text, area_type text, a float8, b float8)
	RETURNS @extschema@.poverty_status
	AS 'MODULE_PATHNAME', 'classify_by_points' LANGUAGE C STABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.societal_poverty_line(median float8, ppp_year float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'societal_poverty_line' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.to_ppp(income float8, cpi float8, ppp float8, days float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'to_ppp' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.per_day(amount float8, period text) RETURNS float8
	AS 'MODULE_PATHNAME', 'per_day' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.per_month(amount float8, period text) RETURNS float8
	AS 'MODULE_PATHNAME', 'per_month' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.per_year(amount float8, period text) RETURNS float8
	AS 'MODULE_PATHNAME', 'per_year' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.equivalence_scale(adults float8, children float8, scale text) RETURNS float8
	AS 'MODULE_PATHNAME', 'equivalence_scale' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON TYPE @extschema@.poverty_status IS
'Category of a household under a poverty standard, in ascending order of living standard: poor, near_poor, average, better_off. See classify_household().';
COMMENT ON TYPE @extschema@.code_range IS
'A range of codes under collation "C". Exclusion constraints hold code_range(code, code, ''[]'') to be equal, so that no two rows of one code overlap in time.';
COMMENT ON TYPE @extschema@.code_multirange IS
'Several ranges of codes. PostgreSQL makes one for every range type; nothing here uses it.';
COMMENT ON FUNCTION @extschema@.code_range(text, text) IS
'The codes from the first (included) to the second (not included), under collation "C". NULL: no limit on that side. A first code behind the second is an error (22000).';
COMMENT ON FUNCTION @extschema@.code_range(text, text, text) IS
'The codes between two, under collation "C"; the third argument tells which ends belong to it: (), (], [) or []. NULL code: no limit on that side. A first code behind the second is an error (22000), as is a NULL third argument.';
COMMENT ON FUNCTION @extschema@.code_multirange() IS
'No codes: the empty multirange.';
COMMENT ON FUNCTION @extschema@.code_multirange(@extschema@.code_range) IS
'The multirange of one range of codes. NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.code_multirange(@extschema@.code_range[]) IS
'The multirange of several ranges of codes. A NULL among them is an error (22004).';
COMMENT ON CAST (@extschema@.code_range AS @extschema@.code_multirange) IS
'A range of codes as the multirange of that range.';

COMMENT ON TABLE @extschema@.poverty_standard IS
'Poverty standards: by which rule a household counts as poor. Shipped rows stay as they are; a row of your own (shipped = false) wins over the shipped one of the same standard, and is what pg_dump carries.';
COMMENT ON COLUMN @extschema@.poverty_standard.standard IS
'Code of the standard, as the functions take it, for example VN-2016.';
COMMENT ON COLUMN @extschema@.poverty_standard.shipped IS
'Whether the row came with the extension. Your own rows have false.';
COMMENT ON COLUMN @extschema@.poverty_standard.name IS
'Name in English.';
COMMENT ON COLUMN @extschema@.poverty_standard.name_vi IS
'Name in Vietnamese.';
COMMENT ON COLUMN @extschema@.poverty_standard.rule IS
'Who is poor. income: up to the line. income_or_deprivations: up to the line, or up to the near-poor line with at least min_deprivations (QĐ 59/2015/QĐ-TTg). income_and_deprivations: up to the line with at least min_deprivations (NĐ 07/2021/NĐ-CP). relative: below relative_share of the national median.';
COMMENT ON COLUMN @extschema@.poverty_standard.min_deprivations IS
'With how many deprivations the rule makes a household poor; NULL for rules that ask for none.';
COMMENT ON COLUMN @extschema@.poverty_standard.deprivation_count IS
'How many indicators of deprivation the standard has: the most that a household can lack. NULL: none, or not verified.';
COMMENT ON COLUMN @extschema@.poverty_standard.points_per_deprivation IS
'Points of one deprivation (B) in the scorecard of classify_by_points(); NULL where there is no scorecard.';
COMMENT ON COLUMN @extschema@.poverty_standard.relative_share IS
'The line of a relative standard as a share of the national weighted median, a fraction (0.6); NULL for the others.';
COMMENT ON COLUMN @extschema@.poverty_standard.classifies IS
'Whether the standard has categories above poor. Standards that ask for deprivations always have. Where it has none, classify_household() of a household that is not poor is an error, and near_poor_line() is NULL.';
COMMENT ON COLUMN @extschema@.poverty_standard.source IS
'The law or publication, and where it was read.';

COMMENT ON TABLE @extschema@.poverty_line IS
'Poverty lines by standard, area type and time, as the law writes them. No two of one standard and area type overlap in time among shipped rows, nor among yours. Shipped rows stay as they are; a row of your own (shipped = false) wins over a shipped one on the days that it is valid, one of area type all over the shipped ones of every area type, and is what pg_dump carries. A figure that no one could verify is NULL, and what depends on it is an error that tells which row to add.';
COMMENT ON COLUMN @extschema@.poverty_line.standard IS
'Code of the standard, as in poverty_standard.';
COMMENT ON COLUMN @extschema@.poverty_line.area_type IS
'Area type as the standard tells them apart: rural, urban, or any word of yours. The rows of all answer for every area type that has no row of its own on the day; your rows of all come before shipped rows of an area type.';
COMMENT ON COLUMN @extschema@.poverty_line.valid IS
'The days on which the line is in force. Without a limit on both sides for World Bank lines, which are in use rather than in force.';
COMMENT ON COLUMN @extschema@.poverty_line.line IS
'The poverty line as written in the law: money (currency) a person and period.';
COMMENT ON COLUMN @extschema@.poverty_line.near_poor_line IS
'Up to this income, included, a household that is not poor is near-poor. The poverty line itself where the categories differ by deprivations (VN-2022). Unit as for line. NULL: not verified, or no such category.';
COMMENT ON COLUMN @extschema@.poverty_line.average_line IS
'Up to this income, included, a household above near-poor has an average living standard; above it, it is better off. Unit as for line. NULL: not verified, or no such category. To classify by a law without this category, repeat the near-poor line.';
COMMENT ON COLUMN @extschema@.poverty_line.points_line IS
'The points (A) of the scorecard that stand for the poverty line; NULL where there is no scorecard.';
COMMENT ON COLUMN @extschema@.poverty_line.line_is_poor IS
'Whether an income equal to the line is poor: true where the law says "from ... down", false where poor means strictly below.';
COMMENT ON COLUMN @extschema@.poverty_line.period IS
'Period of the amounts: day, month or year. See per_day(), per_month(), per_year().';
COMMENT ON COLUMN @extschema@.poverty_line.currency IS
'Currency of the amounts: an ISO 4217 code, or USD PPP and the year of the purchasing power parities.';
COMMENT ON COLUMN @extschema@.poverty_line.source IS
'The law or publication, and where it was read.';
COMMENT ON COLUMN @extschema@.poverty_line.shipped IS
'Whether the row came with the extension. Your own rows have false.';

COMMENT ON TABLE @extschema@.deprivation_indicator IS
'Indicators of deprivation by standard. Shipped rows stay as they are; rows of your own have shipped = false, win over the shipped one of the same position in deprivation_weights() and deprivation_dimensions(), and are what pg_dump carries.';
COMMENT ON COLUMN @extschema@.deprivation_indicator.standard IS
'Code of the standard, as in poverty_standard; GLOBAL-MPI (OPHI and UNDP) and WB-MPM (World Bank) have indicators only, and k = 1/3.';
COMMENT ON COLUMN @extschema@.deprivation_indicator."position" IS
'Place of the indicator in the standard, from 1: its place in an array of deprivations.';
COMMENT ON COLUMN @extschema@.deprivation_indicator.code IS
'Code of the indicator, unique within the standard.';
COMMENT ON COLUMN @extschema@.deprivation_indicator.dimension IS
'The basic social service, or dimension, that it belongs to, in English; mpi_dimension_contributions() takes these.';
COMMENT ON COLUMN @extschema@.deprivation_indicator.dimension_vi IS
'The basic social service, or dimension, that it belongs to, in Vietnamese.';
COMMENT ON COLUMN @extschema@.deprivation_indicator.name IS
'What a household lacks, in English.';
COMMENT ON COLUMN @extschema@.deprivation_indicator.name_vi IS
'What a household lacks, in Vietnamese, as in the law; for international standards a translation.';
COMMENT ON COLUMN @extschema@.deprivation_indicator.weight IS
'What the indicator counts: 1 each where the standard counts deprivations; GLOBAL-MPI and WB-MPM in eighteenths of the whole (1/6 is 3), which are exact. Not negative. As weights of mpi(): deprivation_weights(standard).';
COMMENT ON COLUMN @extschema@.deprivation_indicator.source IS
'The law or publication.';
COMMENT ON COLUMN @extschema@.deprivation_indicator.shipped IS
'Whether the row came with the extension. Your own rows have false.';

COMMENT ON TRIGGER keep_shipped_rows ON @extschema@.poverty_standard IS 'Refuses changes to shipped rows (42501).';
COMMENT ON TRIGGER keep_shipped_rows ON @extschema@.poverty_line IS 'Refuses changes to shipped rows (42501).';
COMMENT ON TRIGGER keep_shipped_rows ON @extschema@.deprivation_indicator IS 'Refuses changes to shipped rows (42501).';
COMMENT ON TRIGGER keep_table ON @extschema@.poverty_standard IS 'Refuses TRUNCATE (42501).';
COMMENT ON TRIGGER keep_table ON @extschema@.poverty_line IS 'Refuses TRUNCATE (42501).';
COMMENT ON TRIGGER keep_table ON @extschema@.deprivation_indicator IS 'Refuses TRUNCATE (42501).';
COMMENT ON FUNCTION @extschema@.keep_shipped_rows() IS
'Trigger of the tables with a column shipped: INSERT, UPDATE and DELETE of shipped rows, and TRUNCATE, are errors (42501) outside the extension''s own scripts.';

COMMENT ON FUNCTION @extschema@.poverty_line(text, text, date) IS
'The poverty line of a standard for an area type on a day, the number in the law: money a person and period, as poverty_line.currency and .period say. A row of your own wins over every shipped one, also yours of all over the shipped one of the area type; among each, the area type''s own wins over that of all. NULL gives NULL; a standard, area type or day without a line is an error (22023) that lists those that have one. Source: the row''s column source. Unit: that of the row, its currency and period.';
COMMENT ON FUNCTION @extschema@.poverty_threshold(text, text, date) IS
'The poverty line for "poor means strictly below": the number in the law, or the next float8 above it where an income equal to the line is poor (line_is_poor), so that income < poverty_threshold(...) is the law''s test. Unit as for poverty_line(). NULL gives NULL; a standard, area type or day without a line is an error (22023) that lists those that have one.';
COMMENT ON FUNCTION @extschema@.near_poor_line(text, text, date) IS
'The income up to which, included, a household that is not poor is near-poor; under VN-2022 the poverty line itself, since the categories differ by deprivations. Unit as for poverty_line(). NULL gives NULL, and so does a standard without the category. A line that is not verified (VN-2011, VN-2027) is an error (22023) that gives the statement to add it, and so is a standard, area type or day without a line.';
COMMENT ON FUNCTION @extschema@.classify_household(text, text, date, float8, float8) IS
'Category of a household by the standard''s own rule (poverty_standard.rule), from its income a person (in the currency and period of the line) and its number of deprivations. Poor by rule; else near_poor up to the near-poor line, average up to the average line, better_off above. NULL standard, area type, date or income gives NULL; NULL deprivations only where the rule asks for them. Errors (22023): income NaN or infinite; deprivations that are no whole number from 0 to the standard''s number of indicators; a standard, area type or day without a line; a line that is not verified (with the statement to add it); not poor under a standard without categories above poor. The tables are read at the first call, and again only after a row of them changed. Source: QĐ 59/2015/QĐ-TTg, NĐ 07/2021/NĐ-CP, NĐ 351/2025/NĐ-CP.';
COMMENT ON FUNCTION @extschema@.classify_by_points(text, text, float8, float8) IS
'Category of a household by the scorecard that estimates its income: a against points_line in the place of income against the poverty line, and b / points_per_deprivation as the number of deprivations. Of several points lines of an area type the latest in time counts; yours come before every shipped one, and among each the area type''s own before that of all. NULL standard, area type or a gives NULL; NULL b only where the rule asks for it. Errors (22023): a above the points line (the points of the categories there are not verified); b that is no whole multiple of the points of a deprivation, or too large; a standard without a scorecard. Source: TT 07/2021/TT-BLĐTBXH (A up to 140 rural, 175 urban; B from 30: poor).';
COMMENT ON FUNCTION @extschema@.societal_poverty_line(float8, float8) IS
'World Bank societal poverty line in PPP dollars a day, from the national median in the same unit: max(3.00, 1.30 + median/2) in 2021 PPP, max(2.15, 1.15 + median/2) in 2017 PPP, max(1.90, 1.00 + median/2) in 2011 PPP. NULL gives NULL; a NaN or infinite median and another ppp_year are errors (22023). Source: World Bank, Poverty and Inequality Platform.';
COMMENT ON FUNCTION @extschema@.to_ppp(float8, float8, float8, float8) IS
'An amount in local money over a number of days as PPP dollars a day: income / (cpi · ppp · days); cpi: prices of the income''s year as a multiple of those of the PPP''s year; ppp: local money for one international dollar. NULL gives NULL; income NaN or infinite, and cpi, ppp or days that are not positive and finite are errors (22023), a result beyond float8 too (22003). Source: World Bank, Poverty and Inequality Platform.';
COMMENT ON FUNCTION @extschema@.per_day(float8, text) IS
'An amount per period (day, week, month, quarter, year) as an amount a day: 365 days = 12 months = 4 quarters = 1 year, 7 days = 1 week. NULL gives NULL; an unknown period and a NaN or infinite amount are errors (22023), a result beyond float8 too (22003). Unit: that of amount.';
COMMENT ON FUNCTION @extschema@.per_month(float8, text) IS
'An amount per period (day, week, month, quarter, year) as an amount a month: 365 days = 12 months = 4 quarters = 1 year, 7 days = 1 week. NULL gives NULL; an unknown period and a NaN or infinite amount are errors (22023), a result beyond float8 too (22003). Unit: that of amount.';
COMMENT ON FUNCTION @extschema@.per_year(float8, text) IS
'An amount per period (day, week, month, quarter, year) as an amount a year: 365 days = 12 months = 4 quarters = 1 year, 7 days = 1 week. NULL gives NULL; an unknown period and a NaN or infinite amount are errors (22023), a result beyond float8 too (22003). Unit: that of amount.';
COMMENT ON FUNCTION @extschema@.equivalence_scale(float8, float8, text) IS
'How many single adults a household is worth, of adults (members of 14 and over) and children: oecd_modified 1 + 0.5·(adults − 1) + 0.3·children; oecd_old 1 + 0.7·(adults − 1) + 0.5·children; square_root √(adults + children); per_capita adults + children. NULL gives NULL; counts that are negative or not whole, no adult, and another scale are errors (22023). Source: OECD, What are equivalence scales? Unit: none.';
