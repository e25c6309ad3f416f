-- SPDX-License-Identifier: PostgreSQL
-- Bắc Kạn city: what is published, row by row with its source, and the units and their boundaries.
--
-- The synthetic register is not here: register.sql makes it.
-- A row that follows from published figures but was not itself printed is marked is_derived.

\encoding UTF8
SET search_path = bac_kan, public;

-- ---------------------------------------------------------------------------------------------------------
-- Units. Codes: the statistics office's list. The first day of the old codes is not recorded here, hence the
-- open beginning; all of them ended, or changed their meaning, with the merger of 2025-07-01.
-- ---------------------------------------------------------------------------------------------------------

INSERT INTO administrative_unit (code, valid, level, name, name_en, source)
SELECT u.code, '(,2025-07-01)'::daterange, u.level, u.name, u.name_en, 'code list of the statistics office, before 2025-07-01'
FROM (VALUES
	('06',    'province', 'Bắc Kạn',              'Bac Kan'),
	('058',   'district', 'Bắc Kạn',              'Bac Kan'),
	('060',   'district', 'Pác Nặm',              'Pac Nam'),
	('061',   'district', 'Ba Bể',                'Ba Be'),
	('062',   'district', 'Ngân Sơn',             'Ngan Son'),
	('063',   'district', 'Bạch Thông',           'Bach Thong'),
	('064',   'district', 'Chợ Đồn',              'Cho Don'),
	('065',   'district', 'Chợ Mới',              'Cho Moi'),
	('066',   'district', 'Na Rì',                'Na Ri'),
	('01834', 'commune',  'Nguyễn Thị Minh Khai', 'Nguyen Thi Minh Khai'),
	('01837', 'commune',  'Sông Cầu',             'Song Cau'),
	('01840', 'commune',  'Đức Xuân',             'Duc Xuan'),
	('01843', 'commune',  'Phùng Chí Kiên',       'Phung Chi Kien'),
	('01846', 'commune',  'Huyền Tụng',           'Huyen Tung'),
	('01849', 'commune',  'Dương Quang',          'Duong Quang'),
	('01852', 'commune',  'Nông Thượng',          'Nong Thuong'),
	('01855', 'commune',  'Xuất Hóa',             'Xuat Hoa'),
	('01984', 'commune',  'Đôn Phong',            'Don Phong')
) AS u (code, level, name, name_en);

INSERT INTO administrative_unit (code, valid, level, name, name_en, source)
SELECT u.code, '[2025-07-01,)'::daterange, u.level, u.name, u.name_en,
	'QĐ 19/2025/QĐ-TTg, as listed by the public database thanglequoc/vietnamese-provinces-database'
FROM (VALUES
	('19',    'province', 'Thái Nguyên', 'Thai Nguyen'),
	('01840', 'commune',  'Đức Xuân',    'Duc Xuan'),
	('01843', 'commune',  'Bắc Kạn',     'Bac Kan'),
	('01849', 'commune',  'Phong Quang', 'Phong Quang')
) AS u (code, level, name, name_en);

-- What each unit was over time, recorded from 2011-01-01, when the oldest standard shipped with poverty_ext began.
INSERT INTO administrative_unit_history (code, valid, period, kind, area_type, parent_code, parent_valid, source)
SELECT h.code, '(,2025-07-01)'::daterange, h.period::daterange, h.kind, h.area_type,
	h.parent_code, CASE WHEN h.parent_code IS NOT NULL THEN '(,2025-07-01)'::daterange END, h.source
FROM (VALUES
	('06',    '[2011-01-01,2025-07-01)', 'province',       NULL,    NULL,  'code list of the statistics office, before 2025-07-01'),
	('060',   '[2011-01-01,2025-07-01)', 'rural district', NULL,    '06',  'code list of the statistics office, before 2025-07-01'),
	('061',   '[2011-01-01,2025-07-01)', 'rural district', NULL,    '06',  'code list of the statistics office, before 2025-07-01'),
	('062',   '[2011-01-01,2025-07-01)', 'rural district', NULL,    '06',  'code list of the statistics office, before 2025-07-01'),
	('063',   '[2011-01-01,2025-07-01)', 'rural district', NULL,    '06',  'code list of the statistics office, before 2025-07-01'),
	('064',   '[2011-01-01,2025-07-01)', 'rural district', NULL,    '06',  'code list of the statistics office, before 2025-07-01'),
	('065',   '[2011-01-01,2025-07-01)', 'rural district', NULL,    '06',  'code list of the statistics office, before 2025-07-01'),
	('066',   '[2011-01-01,2025-07-01)', 'rural district', NULL,    '06',  'code list of the statistics office, before 2025-07-01'),
	('058',   '[2011-01-01,2015-03-11)', 'town',           NULL,    '06',  'NQ 892/NQ-UBTVQH13 of 2015-03-11 (what it was before)'),
	('058',   '[2015-03-11,2025-07-01)', 'city',           NULL,    '06',  'NQ 892/NQ-UBTVQH13 of 2015-03-11'),
	('01834', '[2011-01-01,2025-07-01)', 'ward',           'urban', '058', 'code list of the statistics office, before 2025-07-01'),
	('01837', '[2011-01-01,2025-07-01)', 'ward',           'urban', '058', 'code list of the statistics office, before 2025-07-01'),
	('01840', '[2011-01-01,2025-07-01)', 'ward',           'urban', '058', 'code list of the statistics office, before 2025-07-01'),
	('01843', '[2011-01-01,2025-07-01)', 'ward',           'urban', '058', 'code list of the statistics office, before 2025-07-01'),
	('01846', '[2011-01-01,2015-03-11)', 'commune',        'rural', '058', 'NQ 892/NQ-UBTVQH13 of 2015-03-11 (what it was before)'),
	('01846', '[2015-03-11,2025-07-01)', 'ward',           'urban', '058', 'NQ 892/NQ-UBTVQH13 of 2015-03-11'),
	('01849', '[2011-01-01,2025-07-01)', 'commune',        'rural', '058', 'code list of the statistics office, before 2025-07-01'),
	('01852', '[2011-01-01,2025-07-01)', 'commune',        'rural', '058', 'code list of the statistics office, before 2025-07-01'),
	('01855', '[2011-01-01,2015-03-11)', 'commune',        'rural', '058', 'NQ 892/NQ-UBTVQH13 of 2015-03-11 (what it was before)'),
	('01855', '[2015-03-11,2025-07-01)', 'ward',           'urban', '058', 'NQ 892/NQ-UBTVQH13 of 2015-03-11'),
	('01984', '[2011-01-01,2025-07-01)', 'commune',        'rural', '063', 'code list of the statistics office, before 2025-07-01')
) AS h (code, period, kind, area_type, parent_code, source);

INSERT INTO administrative_unit_history (code, valid, period, kind, area_type, parent_code, parent_valid, source)
SELECT h.code, '[2025-07-01,)'::daterange, '[2025-07-01,)'::daterange, h.kind, h.area_type,
	h.parent_code, CASE WHEN h.parent_code IS NOT NULL THEN '[2025-07-01,)'::daterange END,
	'QĐ 19/2025/QĐ-TTg, as listed by the public database thanglequoc/vietnamese-provinces-database'
FROM (VALUES
	('19',    'province', NULL,    NULL),
	('01840', 'ward',     'urban', '19'),
	('01843', 'ward',     'urban', '19'),
	('01849', 'commune',  'rural', '19')
) AS h (code, kind, area_type, parent_code);

-- Which old unit went into which new one, in the extension's own table. One public database says so; no second was found.
INSERT INTO area_crosswalk (code, valid, successor, successor_valid, share, source)
SELECT c.code, '(,2025-07-01)'::daterange, c.successor, '[2025-07-01,)'::daterange, 1,
	'public database thanglequoc/vietnamese-provinces-database (one source, not confirmed by a second)'
FROM (VALUES
	('01834', '01840'),   -- Nguyễn Thị Minh Khai -> Đức Xuân (new)
	('01846', '01840'),   -- Huyền Tụng           -> Đức Xuân (new)
	('01840', '01840'),   -- Đức Xuân (old)       -> Đức Xuân (new): the same code and name, another unit
	('01837', '01843'),   -- Sông Cầu             -> Bắc Kạn
	('01843', '01843'),   -- Phùng Chí Kiên       -> Bắc Kạn: the same code, another unit
	('01855', '01843'),   -- Xuất Hóa             -> Bắc Kạn
	('01852', '01843'),   -- Nông Thượng          -> Bắc Kạn
	('01849', '01849'),   -- Dương Quang          -> Phong Quang: the same code, another unit
	('01984', '01849')    -- Đôn Phong            -> Phong Quang; was in district Bạch Thông, outside the city
) AS c (code, successor);

-- ---------------------------------------------------------------------------------------------------------
-- Review rounds, targets
-- ---------------------------------------------------------------------------------------------------------

INSERT INTO review_round (review_year, starts_on, ends_on, standard, source) VALUES
	(2017, '2017-09-01', '2017-12-14', 'VN-2016', 'QĐ 59/2015/QĐ-TTg; periodic review 1 September to 14 December'),
	(2018, '2018-09-01', '2018-12-14', 'VN-2016', 'QĐ 59/2015/QĐ-TTg; periodic review 1 September to 14 December');

INSERT INTO target (unit_code, unit_valid, target_year, indicator, target_value, digits, source) VALUES
	('058', '(,2025-07-01)', 2017, 'poverty rate',          2.66, 2, 'published by the city, 2018'),
	('058', '(,2025-07-01)', 2018, 'fewer poor households', 31,   0, 'published by the city, 2018'),
	('058', '(,2025-07-01)', 2018, 'poverty rate',          2.2,  1, 'published by the city, 2018');

-- ---------------------------------------------------------------------------------------------------------
-- Programmes and policies
-- ---------------------------------------------------------------------------------------------------------

INSERT INTO programme (programme_code, name, name_vi, source) VALUES
	('P135', 'Programme 135, part of the national target programme on sustainable poverty reduction 2016-2020', 'Chương trình 135', 'QĐ 1722/QĐ-TTg');

INSERT INTO programme_project (programme_code, project_code, unit_code, unit_valid, place, completed_in, source) VALUES
	('P135', 'KHUOI-PAI', '01846', '(,2025-07-01)', 'Khuổi Pái', 2018, 'published by the city, 2018');

-- Published: over 290 million VND in 2018, work completed. How it divides, and what was planned, is SYNTHETIC.
INSERT INTO programme_budget (programme_code, project_code, budget_year, funded_by, planned, spent, is_synthetic, source) VALUES
	('P135', 'KHUOI-PAI', 2018, 'central', 280000000, 278400000, true, 'synthetic: adds up to "over 290 million VND", published by the city, 2018'),
	('P135', 'KHUOI-PAI', 2018, 'local',    14000000,  13100000, true, 'synthetic: adds up to "over 290 million VND", published by the city, 2018'),
	('P135', 'KHUOI-PAI', 2018, 'other',     2000000,   2000000, true, 'synthetic: adds up to "over 290 million VND", published by the city, 2018');

INSERT INTO policy (position, policy_code, name, name_vi, entitled_statuses, entitled_if, counts) VALUES
	(1, 'health_card',        'Health cards',            'Thẻ bảo hiểm y tế',          '{poor,near_poor}', 'every household',                               'members with a card'),
	(2, 'school_support',     'School support',          'Hỗ trợ chi phí học tập',     '{poor,near_poor}', 'households with pupils',                        'pupils supported'),
	(3, 'housing_repair',     'Housing repair',          'Hỗ trợ sửa chữa nhà ở',      '{poor}',           'households deprived in housing quality',        'not counted'),
	(4, 'electricity',        'Electricity support',     'Hỗ trợ tiền điện',           '{poor}',           'every household',                               'not counted'),
	(5, 'legal_aid',          'Legal aid',               'Trợ giúp pháp lý',           '{poor,near_poor}', 'households that asked for it',                  'persons advised'),
	(6, 'preferential_loan',  'Preferential loans',      'Vay vốn ưu đãi',             '{poor,near_poor}', 'households with labour capacity that applied',  'not counted'),
	(7, 'vocational_training', 'Vocational training',    'Đào tạo nghề',               '{poor,near_poor}', 'households with labour capacity that applied',  'persons trained'),
	(8, 'production_support', 'Production support',      'Hỗ trợ phát triển sản xuất', '{poor,near_poor}', 'farming households with labour capacity',       'not counted');

-- ---------------------------------------------------------------------------------------------------------
-- Published figures, in the order of the report's last table
-- ---------------------------------------------------------------------------------------------------------

-- The city. 100 % is held exactly, since it says that nobody was left out; "over" as at least; the target of 2017 as at most.
INSERT INTO published_figure (
	position, figure_key, figure, unit_code, unit_valid, figure_year, vintage, standard, series,
	printed, value, digits, comparison, measured_in, is_input, is_derived, source, note)
SELECT f.position, f.figure_key, f.figure, f.unit_code, '(,2025-07-01)'::daterange, f.figure_year, 'official', f.standard, f.series,
	f.printed, f.value, f.digits, f.comparison::figure_comparison, f.measured_in, false, f.is_derived, 'published by the city, 2018', f.note
FROM (VALUES
	( 1, 'city_poor_2017',           'Poor households, end of 2017',                '058',   2017, 'VN-2016', NULL,           '282',               282,              0, 'equal',    'households', false, NULL),
	( 2, 'city_rate_2017',           'Poverty rate, end of 2017',                   '058',   2017, 'VN-2016', 'poverty rate', '2.5 %',             2.5,              1, 'equal',    'percent',    false, NULL),
	( 3, 'city_target_2017',         'Target: rate at most, end of 2017',           '058',   2017, 'VN-2016', NULL,           '2.66 %',            2.66,             2, 'at_most',  'percent',    false, 'met when the rate is at most this'),
	( 4, 'city_poor_2018',           'Poor households, end of 2018',                '058',   2018, 'VN-2016', NULL,           '257',               257,              0, 'equal',    'households', false, NULL),
	( 5, 'city_rate_2018',           'Poverty rate, end of 2018',                   '058',   2018, 'VN-2016', 'poverty rate', '2.24 %',            2.24,             2, 'equal',    'percent',    false, NULL),
	( 6, 'city_escaped_2018',        'Households that escaped, 2018',               '058',   2018, 'VN-2016', NULL,           '61',                61,               0, 'equal',    'households', false, 'gross'),
	( 7, 'city_inflow_2018',         'Net inflow with other moves, 2018',           '058',   2018, 'VN-2016', NULL,           '36',                36,               0, 'equal',    'households', true,  'derived: 257 - 282 + 61'),
	( 8, 'city_net_fall_2018',       'Net fall of poor households, 2018',           '058',   2018, 'VN-2016', NULL,           '25',                25,               0, 'equal',    'households', true,  'derived: 282 - 257'),
	( 9, 'city_count_target_2018',   'Plan of 31 fewer, 2018',                      '058',   2018, 'VN-2016', NULL,           'missed, 25 of 31',  NULL,          NULL, 'equal',    'verdict',    true,  'derived: the plan was printed, the verdict was not'),
	(10, 'city_rate_target_2018',    'Plan for the rate, one decimal, end of 2018', '058',   2018, 'VN-2016', NULL,           '2.2 %',             2.2,              1, 'equal',    'percent',    false, 'met at its own precision'),
	(11, 'city_near_poor_2018',      'Near-poor households, end of 2018',           '058',   2018, 'VN-2016', NULL,           '236',               236,              0, 'equal',    'households', false, NULL),
	(12, 'city_near_poor_fall_2018', 'Near-poor households fewer, 2018',            '058',   2018, 'VN-2016', NULL,           '65',                65,               0, 'equal',    'households', false, NULL),
	(13, 'city_near_poor_2017',      'Near-poor households, end of 2017',           '058',   2017, 'VN-2016', NULL,           '301',               301,              0, 'equal',    'households', true,  'derived: 236 + 65'),
	(14, 'duc_xuan_rate_2018',       'Poverty rate of Đức Xuân, 2018',              '01840', 2018, 'VN-2016', 'poverty rate', '1.01 %',            1.01,             2, 'equal',    'percent',    false, NULL),
	(15, 'minh_khai_rate_2018',      'Poverty rate of Nguyễn Thị Minh Khai, 2018',  '01834', 2018, 'VN-2016', 'poverty rate', '1.06 %',            1.06,             2, 'equal',    'percent',    false, NULL),
	(16, 'huyen_tung_rate_2018',     'Poverty rate of Huyền Tụng, 2018',            '01846', 2018, 'VN-2016', 'poverty rate', '5.55 %',            5.55,             2, 'equal',    'percent',    false, NULL),
	(17, 'lowest_2018',              'Lowest rate, 2018',                           '058',   2018, 'VN-2016', NULL,           'Đức Xuân',          NULL,          NULL, 'equal',    'name',       false, NULL),
	(18, 'second_lowest_2018',       'Second lowest rate, 2018',                    '058',   2018, 'VN-2016', NULL,           'Nguyễn Thị Minh Khai', NULL,       NULL, 'equal',    'name',       false, NULL),
	(19, 'highest_2018',             'Highest rate, 2018',                          '058',   2018, 'VN-2016', NULL,           'Huyền Tụng',        NULL,          NULL, 'equal',    'name',       false, NULL),
	(20, 'city_households_2018',     'Households that 257 and 2.24 % imply',        '058',   2018, 'VN-2016', NULL,           'in 11,448-11,498',  NULL,          NULL, 'equal',    'verdict',    true,  'derived: 257 / 2.245 % to 257 / 2.235 %; the register is synthetic'),
	(21, 'health_cards_2018',        'Health cards, poor and near-poor, 2018',      '058',   2018, NULL,      NULL,           '100 %',             100,              0, 'exact',    'percent',    false, 'nobody left out'),
	(22, 'school_support_2018',      'School support, poor and near-poor, 2018',    '058',   2018, NULL,      NULL,           '100 %',             100,              0, 'exact',    'percent',    false, 'nobody left out'),
	(23, 'loans_poor_2017',          'Poor households with a loan, 2017',           '058',   2017, NULL,      NULL,           '42',                42,               0, 'equal',    'households', false, NULL),
	(24, 'loans_poor_sum_2017',      'Lent to poor households, 2017',               '058',   2017, NULL,      NULL,           '1.7 bn VND',        1700000000,      -8, 'equal',    'VND',        false, NULL),
	(25, 'loans_near_poor_2017',     'Near-poor households with a loan, 2017',      '058',   2017, NULL,      NULL,           '41',                41,               0, 'equal',    'households', false, NULL),
	(26, 'loans_near_poor_sum_2017', 'Lent to near-poor households, 2017',          '058',   2017, NULL,      NULL,           '1.6 bn VND',        1600000000,      -8, 'equal',    'VND',        false, NULL),
	(27, 'pupils_2017',              'Pupils supported, 2017',                      '058',   2017, NULL,      NULL,           '442',               442,              0, 'equal',    'persons',    false, NULL),
	(28, 'pupils_sum_2017',          'School support, 2017',                        '058',   2017, NULL,      NULL,           'over 81 M VND',     81000000,         0, 'at_least', 'VND',        false, NULL),
	(29, 'housing_2017',             'Households whose house was repaired, 2017',   '058',   2017, NULL,      NULL,           '17',                17,               0, 'equal',    'households', false, NULL),
	(30, 'electricity_month',        'Electricity support a household a month',     '058',   2018, NULL,      NULL,           '46,000 VND',        46000,            0, 'equal',    'VND',        false, '30 kWh at tier 1'),
	(31, 'programme_135_2018',       'Programme 135 in Khuổi Pái, 2018',            '01846', 2018, NULL,      NULL,           'over 290 M VND',    290000000,        0, 'at_least', 'VND',        false, 'its parts by source are synthetic')
) AS f (position, figure_key, figure, unit_code, figure_year, standard, series, printed, value, digits, comparison, measured_in, is_derived, note);

-- The province, and the city in other years. Inputs (101 and on) are what others are computed from: no row in the last table.
INSERT INTO published_figure (
	position, figure_key, figure, unit_code, unit_valid, figure_year, vintage, standard, series,
	printed, value, digits, comparison, measured_in, is_input, is_derived, source, note)
SELECT f.position, f.figure_key, f.figure, f.unit_code, '(,2025-07-01)'::daterange, f.figure_year, f.vintage::vintage, f.standard, f.series,
	f.printed, f.value, f.digits, f.comparison::figure_comparison, f.measured_in, f.position > 100, f.is_derived,
	CASE f.vintage
		WHEN 'forecast'    THEN 'published by the city, 2018, as a forecast'
		WHEN 'preliminary' THEN 'published for the province, ' || f.figure_year || ', preliminary'
		ELSE 'published for ' || f.figure_year
	END, f.note
FROM (VALUES
	( 32, 'province_forecast_2018',        'Poverty rate of the province, 2018',       '06',  2018, 'forecast',    'VN-2016', 'poverty rate', 'about 22 %',   22,     0, 'about', 'percent',           false, 'held against 21.88 %, published later'),
	( 33, 'province_rate_2019',            'Poverty rate of the province, 2019',       '06',  2019, 'preliminary', 'VN-2016', 'poverty rate', '19.93 %',      19.93,  2, 'equal', 'percent',           false, '16,003 of 80,276 households'),
	( 34, 'province_change_2019',          'Change of the province''s rate, 2019',     '06',  2019, 'preliminary', 'VN-2016', NULL,           '-1.95 points', -1.95,  2, 'equal', 'percentage points', false, 'printed "(1.95 %)", which is points, from 21.88 %'),
	( 35, 'province_near_poor_rate_2019',  'Near-poor rate of the province, 2019',     '06',  2019, 'preliminary', 'VN-2016', NULL,           '10.80 %',      10.80,  2, 'equal', 'percent',           false, '8,668 of 80,276 households'),
	( 36, 'province_households_2021',      'Households that both rates of 2021 imply',  '06',  2021, 'published',   NULL,      NULL,           '17.02 % and 26.93 %', NULL, NULL, 'possible', 'verdict',     false, '13,867 poor by VN-2016, 21,946 by VN-2022; the number of households was not published'),
	( 37, 'province_break_2021',           'Change 2021, VN-2016 to VN-2022',          '06',  2021, 'published',   NULL,      NULL,           'break, no change',    NULL, NULL, 'equal', 'verdict',        true,  'derived: two standards are two series'),
	(101, 'province_rate_2018',            'Poverty rate of the province, 2018',       '06',  2018, 'published',   'VN-2016', 'poverty rate', '21.88 %',      21.88,  2, 'equal', 'percent',           false, 'the rate from which the fall of 2019 was counted'),
	(102, 'province_poor_2019',            'Poor households of the province, 2019',    '06',  2019, 'preliminary', 'VN-2016', NULL,           '16,003',       16003,  0, 'equal', 'households',        false, NULL),
	(103, 'province_households_2019',      'Households of the province, 2019',         '06',  2019, 'preliminary', NULL,      NULL,           '80,276',       80276,  0, 'equal', 'households',        false, NULL),
	(104, 'province_near_poor_2019',       'Near-poor households of the province, 2019', '06', 2019, 'preliminary', 'VN-2016', NULL,          '8,668',        8668,   0, 'equal', 'households',        false, NULL),
	(105, 'province_poor_2021_vn2016',     'Poor households, 2021, standard VN-2016',  '06',  2021, 'published',   'VN-2016', NULL,           '13,867',       13867,  0, 'equal', 'households',        false, NULL),
	(106, 'province_rate_2021_vn2016',     'Poverty rate, 2021, standard VN-2016',     '06',  2021, 'published',   'VN-2016', 'poverty rate', '17.02 %',      17.02,  2, 'equal', 'percent',           false, NULL),
	(107, 'province_poor_2021_vn2022',     'Poor households, 2021, standard VN-2022',  '06',  2021, 'published',   'VN-2022', NULL,           '21,946',       21946,  0, 'equal', 'households',        false, 'counted by the standard in force from 2022-01-01'),
	(108, 'province_rate_2021_vn2022',     'Poverty rate, 2021, standard VN-2022',     '06',  2021, 'published',   'VN-2022', 'poverty rate', '26.93 %',      26.93,  2, 'equal', 'percent',           false, 'counted by the standard in force from 2022-01-01'),
	(109, 'town_rate_2014',                'Poverty rate of the town, 2014',           '058', 2014, 'published',   'VN-2011', 'poverty rate', 'about 2.43 %', 2.43,   2, 'about', 'percent',           false, NULL),
	(110, 'city_rate_2019',                'Poverty rate of the city, 2019',           '058', 2019, 'published',   'VN-2016', 'poverty rate', '1.93 %',       1.93,   2, 'equal', 'percent',           false, NULL)
) AS f (position, figure_key, figure, unit_code, figure_year, vintage, standard, series, printed, value, digits, comparison, measured_in, is_derived, note);

INSERT INTO published_figure (
	position, figure_key, figure, unit_code, unit_valid, figure_year, vintage, standard, series,
	printed, value, digits, comparison, measured_in, is_input, is_derived, source)
SELECT f.position, 'district_rate_2019_' || u.code, 'Poverty rate of ' || u.name || ', 2019', u.code, u.valid, 2019, 'preliminary', 'VN-2016', 'poverty rate',
	f.value || ' %', f.value, scale(f.value), 'equal', 'percent', true, false, 'published for the province, 2019, preliminary'
FROM (VALUES
	(111, '060', 35.22),   -- Pác Nặm
	(112, '062', 34.41),   -- Ngân Sơn
	(113, '066', 25.11),   -- Na Rì
	(114, '061', 23.8),    -- Ba Bể
	(115, '063', 17.46),   -- Bạch Thông
	(116, '065', 16.85),   -- Chợ Mới
	(117, '064', 15.86)    -- Chợ Đồn
) AS f (position, code, value)
JOIN administrative_unit AS u ON u.code = f.code;

-- The printed part of the city's flow of 2018. The 61 escapes were printed without the split that columns 2 and 3 ask for.
INSERT INTO flow_form (form_of, unit_code, unit_valid, review_year, vintage, counted_in, as_printed, start_count, end_count, source) VALUES
	('poor', '058', '(,2025-07-01)', 2018, 'official', 'households', true, 282, 257, 'published by the city, 2018; other columns were not printed');

-- Printed forms carry misprints: a digit transposed, a percentage in a count row. SYNTHETIC example, kept as printed so
-- that its residual shows it: Huyền Tụng's 69 typed as 96.
INSERT INTO flow_form (
	form_of, unit_code, unit_valid, review_year, vintage, counted_in, as_printed,
	start_count, escaped_to_near_poor, escaped_above, other_decrease, fell_from_near_poor, fell_back, fell_new, other_increase, end_count, source) VALUES
	('poor', '01846', '(,2025-07-01)', 2018, 'preliminary', 'households', true, 77, 10, 6, 0, 3, 2, 3, 0, 96, 'synthetic misprint: 69 typed as 96');
