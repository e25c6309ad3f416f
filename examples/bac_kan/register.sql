-- SPDX-License-Identifier: PostgreSQL
-- Bắc Kạn city: the SYNTHETIC register of households, reviews of 2017 and 2018, made here and nowhere else.
--
-- No ward's household count was published, and no household of the city is in any public source. This script makes
-- 11,473 households in the 8 wards and communes whose sums are the published figures: 282 and 257 poor households,
-- 61 escaped, 236 near-poor (65 fewer), Đức Xuân 1.01 %, Nguyễn Thị Minh Khai 1.06 %, Huyền Tụng 5.55 %, city 2.24 %.
-- It is one register among many that would fit. No household moves in or out; there are no names.
--
-- How: section 1 says how many households of each ward make which movement between the categories; section 2 gives
-- every household a movement; section 3 draws incomes and deprivations within the limits that QĐ 59/2015/QĐ-TTg sets
-- for its category. Those limits are written out here and not asked of the extension, so that the report can find the
-- two disagreeing.
--
-- The draws are hashes of a fixed seed, the household's number, a year and a word, so that every server, plan and
-- version of PostgreSQL makes the same register.

\encoding UTF8
SET search_path = bac_kan, public;

CREATE FUNCTION synthetic_draw(household_id integer, draw_year integer, what text) RETURNS float8
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ('x' || left(encode(sha256(convert_to('Bac Kan 2018:' || household_id || ':' || draw_year || ':' || what, 'UTF8')), 'hex'), 13))::bit(52)::bigint
	/ 4503599627370496.0::float8;
COMMENT ON FUNCTION synthetic_draw(integer, integer, text) IS
	'Number in [0, 1) for the synthetic register: the first 52 bits of the SHA-256 of a fixed seed, the household, a year (0: the same in every year) and a word, over 2^52';

-- ---------------------------------------------------------------------------------------------------------
-- 1. How many households of each ward make which movement from 2017 to 2018
-- ---------------------------------------------------------------------------------------------------------

CREATE TEMPORARY TABLE ward_plan (
	unit_code                text PRIMARY KEY,
	position                 integer,
	households               integer,
	poor_2017                integer,
	poor_to_near_poor        integer,
	poor_to_above            integer,
	near_poor_to_poor        integer,
	above_to_poor_again      integer,
	above_to_poor_new        integer,
	near_poor_2017           integer,
	near_poor_to_above       integer,
	above_to_near_poor_again integer,
	above_to_near_poor_new   integer
);

--   households | poor: 2017, to near-poor, to above; into poor: from near-poor, again, new
--              | near-poor: 2017, to above; into near-poor: again, new
INSERT INTO ward_plan VALUES
	('01840', 1, 1881,   22,  3, 2,   1, 0, 1,   20,  8,   0, 1),   -- Đức Xuân
	('01834', 2, 1887,   23,  3, 2,   1, 0, 1,   21,  8,   0, 1),   -- Nguyễn Thị Minh Khai
	('01846', 3, 1243,   77, 10, 6,   3, 2, 3,   75, 28,   2, 4),   -- Huyền Tụng
	('01837', 4, 2600,   43,  6, 3,   2, 1, 3,   50, 18,   1, 3),   -- Sông Cầu
	('01843', 5, 1300,   25,  4, 2,   1, 1, 1,   30, 11,   1, 2),   -- Phùng Chí Kiên
	('01855', 6,  900,   33,  5, 3,   2, 1, 3,   38, 14,   1, 2),   -- Xuất Hóa
	('01852', 7,  860,   32,  4, 3,   2, 1, 2,   37, 14,   1, 2),   -- Nông Thượng
	('01849', 8,  802,   27,  3, 2,   2, 1, 1,   30, 11,   0, 2);   -- Dương Quang

-- One row a ward and movement. was_poor, was_near_poor: on such a list at any time before the review of 2017
-- (NULL: left to the draw); "again" and "new" depend on it.
CREATE TEMPORARY TABLE ward_movement AS
SELECT p.unit_code, m.movement, m.before, m.after, m.was_poor, m.was_near_poor, m.households,
	sum(m.households) OVER (PARTITION BY p.unit_code ORDER BY m.movement) - m.households AS first_rank,
	sum(m.households) OVER (PARTITION BY p.unit_code ORDER BY m.movement)                AS last_rank
FROM ward_plan AS p
CROSS JOIN LATERAL (VALUES
	( 1, 'poor',      'poor',      NULL::boolean, NULL::boolean, poor_2017 - poor_to_near_poor - poor_to_above),
	( 2, 'poor',      'near_poor', NULL,          NULL,          poor_to_near_poor),
	( 3, 'poor',      'above',     NULL,          NULL,          poor_to_above),
	( 4, 'near_poor', 'poor',      NULL,          NULL,          near_poor_to_poor),
	( 5, 'above',     'poor',      true,          NULL,          above_to_poor_again),
	( 6, 'above',     'poor',      false,         NULL,          above_to_poor_new),
	( 7, 'near_poor', 'near_poor', NULL,          NULL,          near_poor_2017 - near_poor_to_above - near_poor_to_poor),
	( 8, 'near_poor', 'above',     NULL,          NULL,          near_poor_to_above),
	( 9, 'above',     'near_poor', NULL,          true,          above_to_near_poor_again),
	(10, 'above',     'near_poor', NULL,          false,         above_to_near_poor_new),
	(11, 'above',     'above',     NULL,          NULL,          households - poor_2017 - near_poor_2017
		- above_to_poor_again - above_to_poor_new - above_to_near_poor_again - above_to_near_poor_new)
) AS m (movement, before, after, was_poor, was_near_poor, households);

-- ---------------------------------------------------------------------------------------------------------
-- 2. The households, and each one's movement
-- ---------------------------------------------------------------------------------------------------------

CREATE TEMPORARY TABLE drawn_household AS
WITH numbered AS (
	SELECT (row_number() OVER (ORDER BY p.position, n))::integer AS household_id, p.unit_code
	FROM ward_plan AS p
	CROSS JOIN LATERAL generate_series(1, p.households) AS n
),
ranked AS (
	SELECT household_id, unit_code,
		row_number() OVER (PARTITION BY unit_code ORDER BY synthetic_draw(household_id, 0, 'movement'), household_id) AS rank
	FROM numbered
)
SELECT r.household_id, r.unit_code, m.movement, m.before, m.after,
	coalesce(m.was_poor, synthetic_draw(r.household_id, 0, 'was poor')
		< CASE m.before WHEN 'poor' THEN 0.85 WHEN 'near_poor' THEN 0.55 ELSE 0.08 END)      AS was_poor,
	coalesce(m.was_near_poor, synthetic_draw(r.household_id, 0, 'was near-poor')
		< CASE m.before WHEN 'poor' THEN 0.50 WHEN 'near_poor' THEN 0.70 ELSE 0.10 END)      AS was_near_poor,
	-- Households above near-poor: about an eighth have an average living standard (mức sống trung bình).
	CASE WHEN m.before <> 'above' THEN m.before
		WHEN m.after  <> 'above' OR synthetic_draw(r.household_id, 0, 'level') < 0.13 THEN 'average'
		ELSE 'better_off' END::poverty_status                                                AS category_2017,
	CASE WHEN m.after <> 'above' THEN m.after
		WHEN m.before <> 'above' OR synthetic_draw(r.household_id, 0, 'level') < 0.12 THEN 'average'
		ELSE 'better_off' END::poverty_status                                                AS category_2018
FROM ranked AS r
JOIN ward_movement AS m ON m.unit_code = r.unit_code AND r.rank > m.first_rank AND r.rank <= m.last_rank;

INSERT INTO household (household_id, is_synthetic, ethnic_minority, merit_family, farming)
SELECT d.household_id, true,
	synthetic_draw(d.household_id, 0, 'ethnic minority') < CASE WHEN d.category_2017 IN ('poor', 'near_poor') THEN 0.90 ELSE 0.65 END,
	synthetic_draw(d.household_id, 0, 'merit family') < 0.03,
	synthetic_draw(d.household_id, 0, 'farming')
		< CASE WHEN d.unit_code IN ('01849', '01852') THEN 0.80 WHEN d.unit_code IN ('01846', '01855') THEN 0.55 ELSE 0.12 END
FROM drawn_household AS d;

-- Pupils: 442 in the poor and near-poor households of 2017 (published: 442 pupils supported), by rank:
-- 275 households with none, 192 with one, 98 with two, 18 with three; 192 + 2 * 98 + 3 * 18 = 442. Others: by the draw.
CREATE TEMPORARY TABLE drawn_size AS
WITH ranked AS (
	SELECT household_id, category_2017 IN ('poor', 'near_poor') AS listed_2017,
		row_number() OVER (PARTITION BY category_2017 IN ('poor', 'near_poor') ORDER BY synthetic_draw(household_id, 0, 'pupils'), household_id) AS rank
	FROM drawn_household
),
with_pupils AS (
	SELECT household_id,
		CASE WHEN listed_2017
			THEN CASE WHEN rank <= 275 THEN 0 WHEN rank <= 467 THEN 1 WHEN rank <= 565 THEN 2 ELSE 3 END
			ELSE floor(2.6 * synthetic_draw(household_id, 0, 'pupils of others'))::integer
		END AS pupils
	FROM ranked
),
with_children AS (
	SELECT household_id, pupils,
		pupils + CASE WHEN synthetic_draw(household_id, 0, 'below school age') < 0.30 THEN 1 ELSE 0 END AS children,
		1 + floor(3.2 * synthetic_draw(household_id, 0, 'adults'))::integer                             AS adults
	FROM with_pupils
)
SELECT household_id, pupils, children, children + adults AS members_2017,
	-- About one household in twelve has an adult more or less a year later; who is alone stays.
	children + adults + CASE
		WHEN synthetic_draw(household_id, 2018, 'size') < 0.05                THEN 1
		WHEN synthetic_draw(household_id, 2018, 'size') < 0.09 AND adults > 1 THEN -1
		ELSE 0 END AS members_2018
FROM with_children;

-- ---------------------------------------------------------------------------------------------------------
-- 3. The reviews: income and deprivations within the limits of the category
-- ---------------------------------------------------------------------------------------------------------

-- QĐ 59/2015/QĐ-TTg, VND a person a month: poor line, near-poor line, upper limit of the average living standard.
CREATE TEMPORARY TABLE law_limit (area_type text PRIMARY KEY, poor numeric, near_poor numeric, average numeric);
INSERT INTO law_limit VALUES
	('rural', 700000, 1000000, 1500000),
	('urban', 900000, 1300000, 1950000);

CREATE TEMPORARY TABLE drawn_review AS
WITH review AS (
	SELECT d.household_id, d.unit_code, y.review_year, y.category, y.ever_poor_before, y.ever_near_poor_before, y.members,
		s.children, s.pupils, l.poor, l.near_poor, l.average,
		-- Poor: six in ten by the income alone, the others by an income up to the near-poor line and 3 or more deprivations.
		y.category = 'poor' AND synthetic_draw(d.household_id, 0, 'way into poverty') < 0.60            AS by_income,
		synthetic_draw(d.household_id, y.review_year, 'at the line') < 0.04                              AS at_line,
		0.8 * synthetic_draw(d.household_id, 0, 'income') + 0.2 * synthetic_draw(d.household_id, y.review_year, 'income') AS place,
		synthetic_draw(d.household_id, y.review_year, 'deprivations')                                    AS deprivations_draw
	FROM drawn_household AS d
	JOIN drawn_size AS s ON s.household_id = d.household_id
	-- Dương Quang and Nông Thượng are rural communes; the other six have been wards throughout 2017 and 2018.
	JOIN law_limit AS l ON l.area_type = CASE WHEN d.unit_code IN ('01849', '01852') THEN 'rural' ELSE 'urban' END
	CROSS JOIN LATERAL (VALUES
		(2017, d.category_2017, d.was_poor,                              d.was_near_poor,                                   s.members_2017),
		(2018, d.category_2018, d.was_poor OR d.category_2017 = 'poor',  d.was_near_poor OR d.category_2017 = 'near_poor',  s.members_2018)
	) AS y (review_year, category, ever_poor_before, ever_near_poor_before, members)
),
band AS (
	-- Incomes of a category lie above lower_limit and at or below upper_limit ("từ ... trở xuống").
	SELECT r.*,
		CASE WHEN by_income              THEN 0.4 * poor
			WHEN category = 'poor'       THEN poor
			WHEN category = 'near_poor'  THEN poor
			WHEN category = 'average'    THEN near_poor
			ELSE average END AS lower_limit,
		CASE WHEN by_income              THEN poor
			WHEN category = 'poor'       THEN near_poor
			WHEN category = 'near_poor'  THEN near_poor
			WHEN category = 'average'    THEN average END AS upper_limit
	FROM review AS r
)
SELECT household_id, review_year, unit_code, category, ever_poor_before, ever_near_poor_before, members, children, pupils,
	-- Whole thousands; a few exactly at the upper limit. Better-off: a long tail, half of them below 2.5 to 3 million.
	CASE
		WHEN upper_limit IS NULL THEN average     + 1000 * (1 + floor(1100 * place / (1.06 - place))::numeric)
		WHEN at_line             THEN upper_limit
		ELSE                          lower_limit + 1000 * (1 + floor(((upper_limit - lower_limit) / 1000)::float8 * place)::numeric)
	END AS income,
	-- How many deprivations; NULL where nobody asked, because the income is above the average living standard.
	CASE
		WHEN category = 'better_off' THEN NULL
		WHEN category = 'average'    THEN floor(3 * deprivations_draw)
		WHEN category = 'near_poor'  THEN floor(3 * deprivations_draw)
		WHEN by_income               THEN 1 + floor(6 * deprivations_draw)
		ELSE                              3 + floor(4 * deprivations_draw)
	END::integer AS deprivations
FROM band;

-- Which deprivations: the households' own order of the indicators, the likelier ones first. Health insurance (2) is never
-- lacking, since all of the listed hold cards; children's schooling (4) only where there are children.
CREATE TEMPORARY TABLE drawn_deprivation AS
WITH indicator_order AS (
	SELECT h.household_id, i.indicator,
		row_number() OVER (PARTITION BY h.household_id ORDER BY
			CASE WHEN i.indicator = 2 OR (i.indicator = 4 AND h.children = 0) THEN 2
				ELSE synthetic_draw(h.household_id, 0, 'indicator ' || i.indicator) * i.rarity END, i.indicator) AS rank
	FROM (SELECT DISTINCT household_id, children FROM drawn_review WHERE deprivations > 0) AS h
	CROSS JOIN (VALUES (1, 1.0), (2, 1.0), (3, 0.7), (4, 1.0), (5, 0.5), (6, 0.6), (7, 0.7), (8, 0.4), (9, 0.6), (10, 0.7)) AS i (indicator, rarity)
)
SELECT r.household_id, r.review_year, array_agg(o.rank <= r.deprivations ORDER BY o.indicator) AS deprived
FROM drawn_review AS r
JOIN indicator_order AS o ON o.household_id = r.household_id
WHERE r.deprivations > 0
GROUP BY r.household_id, r.review_year;

INSERT INTO household_review (
	household_id, review_year, vintage, reviewed_on, unit_code, unit_valid, members, children, has_labour_capacity,
	income, deprived, ever_poor_before, ever_near_poor_before, category)
SELECT r.household_id, r.review_year, 'official',
	rr.starts_on + floor((rr.ends_on - rr.starts_on + 1) * synthetic_draw(r.household_id, r.review_year, 'day'))::integer,
	r.unit_code, '(,2025-07-01)', r.members, r.children,
	synthetic_draw(r.household_id, 0, 'labour') >= CASE WHEN r.category = 'poor' THEN 0.12 ELSE 0.03 END,
	r.income,
	CASE WHEN r.deprivations = 0 THEN array_fill(false, ARRAY[10]) ELSE d.deprived END,
	r.ever_poor_before, r.ever_near_poor_before, r.category
FROM drawn_review AS r
JOIN review_round AS rr ON rr.review_year = r.review_year
LEFT JOIN drawn_deprivation AS d ON d.household_id = r.household_id AND d.review_year = r.review_year
ORDER BY r.review_year, r.household_id;

-- ---------------------------------------------------------------------------------------------------------
-- 4. Policies: entitlement and coverage of the poor and near-poor households
-- ---------------------------------------------------------------------------------------------------------

-- Published, and met exactly: all listed households hold health cards, all with pupils are supported; in 2017, 442 pupils,
-- over 81 million VND, 42 loans of 1.7 billion, 41 loans of 1.6 billion, 17 houses; electricity 46,000 VND a month.
-- Everything else (2018's numbers, legal aid, training, production support, what nobody recorded) is made up.
CREATE TEMPORARY TABLE drawn_entitlement AS
SELECT r.household_id, r.review_year, r.category, p.policy_code,
	CASE p.policy_code
		WHEN 'school_support'      THEN d.pupils > 0
		WHEN 'housing_repair'      THEN coalesce(r.deprived[5], false)
		WHEN 'legal_aid'           THEN synthetic_draw(r.household_id, r.review_year, 'asked for legal aid') < 0.20
		WHEN 'preferential_loan'   THEN r.has_labour_capacity AND synthetic_draw(r.household_id, r.review_year, 'asked for a loan') < 0.35
		WHEN 'vocational_training' THEN r.has_labour_capacity AND synthetic_draw(r.household_id, r.review_year, 'asked for training') < 0.15
		WHEN 'production_support'  THEN r.has_labour_capacity AND h.farming
		ELSE true
	END AS entitled,
	r.members, d.pupils
FROM household_review AS r
JOIN household    AS h ON h.household_id = r.household_id
JOIN drawn_review AS d ON d.household_id = r.household_id AND d.review_year = r.review_year
JOIN policy       AS p ON r.category = ANY (p.entitled_statuses);

-- Of the entitled, in the order of a draw: the first are covered, the next unrecorded, the rest not covered.
-- A NULL number of covered: all of them but the unrecorded.
INSERT INTO policy_coverage (household_id, review_year, policy_code, entitled, covered, persons, amount)
WITH quota (policy_code, review_year, category, covered, unrecorded) AS (VALUES
	('health_card',         2017, 'poor',      NULL,  0), ('health_card',         2018, 'poor',      NULL,  0),
	('health_card',         2017, 'near_poor', NULL,  0), ('health_card',         2018, 'near_poor', NULL,  0),
	('school_support',      2017, 'poor',      NULL,  0), ('school_support',      2018, 'poor',      NULL,  0),
	('school_support',      2017, 'near_poor', NULL,  0), ('school_support',      2018, 'near_poor', NULL,  0),
	('housing_repair',      2017, 'poor',        17,  4), ('housing_repair',      2018, 'poor',        14,  3),
	('electricity',         2017, 'poor',      NULL,  5), ('electricity',         2018, 'poor',      NULL,  2),
	('legal_aid',           2017, 'poor',        31,  6), ('legal_aid',           2018, 'poor',        36,  4),
	('legal_aid',           2017, 'near_poor',   28,  9), ('legal_aid',           2018, 'near_poor',   25,  5),
	('preferential_loan',   2017, 'poor',        42,  3), ('preferential_loan',   2018, 'poor',        47,  2),
	('preferential_loan',   2017, 'near_poor',   41,  5), ('preferential_loan',   2018, 'near_poor',   44,  1),
	('vocational_training', 2017, 'poor',        15,  2), ('vocational_training', 2018, 'poor',        18,  1),
	('vocational_training', 2017, 'near_poor',   17,  3), ('vocational_training', 2018, 'near_poor',   14,  3),
	('production_support',  2017, 'poor',        58, 11), ('production_support',  2018, 'poor',        61,  7),
	('production_support',  2017, 'near_poor',   49, 13), ('production_support',  2018, 'near_poor',   52,  8)
),
ranked AS (
	SELECT e.*, q.covered AS quota_covered, q.unrecorded,
		row_number() OVER entitled_in_order AS rank,
		count(*)     OVER (PARTITION BY e.policy_code, e.review_year, e.category, e.entitled) AS households
	FROM drawn_entitlement AS e
	JOIN quota AS q ON q.policy_code = e.policy_code AND q.review_year = e.review_year AND q.category = e.category::text
	WINDOW entitled_in_order AS (
		PARTITION BY e.policy_code, e.review_year, e.category, e.entitled
		ORDER BY synthetic_draw(e.household_id, e.review_year, e.policy_code), e.household_id)
),
outcome AS (
	SELECT r.*,
		CASE WHEN NOT entitled                                                           THEN false
			WHEN rank <= coalesce(quota_covered, households - unrecorded)                THEN true
			WHEN rank <= coalesce(quota_covered, households - unrecorded) + unrecorded   THEN NULL
			ELSE false END AS covered
	FROM ranked AS r
)
SELECT household_id, review_year, policy_code, entitled, covered,
	CASE WHEN covered THEN CASE policy_code
		WHEN 'health_card'         THEN members
		WHEN 'school_support'      THEN pupils
		WHEN 'legal_aid'           THEN 1
		WHEN 'vocational_training' THEN 1 END END,
	CASE WHEN covered THEN CASE policy_code
		WHEN 'school_support'      THEN 183500 * pupils                                       -- 442 * 183,500 = 81,107,000
		WHEN 'electricity'         THEN 12 * 46000                                            -- 30 kWh at tier 1, twelve months
		WHEN 'preferential_loan'   THEN CASE
			-- 42 poor:      13 * 30 + 14 * 40 + 15 * 50 million = 1,700 million
			-- 41 near-poor: 16 * 30 + 13 * 40 + 12 * 50 million = 1,600 million
			WHEN rank <= CASE category WHEN 'poor' THEN 13 ELSE 16 END THEN 30000000
			WHEN rank <= CASE category WHEN 'poor' THEN 27 ELSE 29 END THEN 40000000
			ELSE 50000000 END
		WHEN 'housing_repair'      THEN 25000000
		WHEN 'production_support'  THEN 5000000 END END
FROM outcome
ORDER BY review_year, policy_code, household_id;

-- ---------------------------------------------------------------------------------------------------------
-- 5. The forms this office would file: counted in plain SQL from the communes' own decisions, without the extension.
--    Their constraints check the identities; view register_check compares them with what the extension computes.
-- ---------------------------------------------------------------------------------------------------------

-- Each review twice: for its ward, and for the city.
CREATE TEMPORARY TABLE filed_review AS
SELECT a.unit_code, r.review_year, r.household_id, r.members, r.category, r.ever_poor_before, r.ever_near_poor_before, h.farming
FROM household_review AS r
JOIN household AS h ON h.household_id = r.household_id
CROSS JOIN LATERAL (VALUES (r.unit_code), ('058')) AS a (unit_code);

INSERT INTO result_form (
	unit_code, unit_valid, review_year, vintage, counted_in,
	resident, poor, poor_percent, near_poor, near_poor_percent, average_farming, average_farming_percent, source)
SELECT unit_code, '(,2025-07-01)', review_year, 'official', counted_in,
	resident, poor, round(100.0 * poor / resident, 2), near_poor, round(100.0 * near_poor / resident, 2),
	average_farming, round(100.0 * average_farming / resident, 2), 'synthetic register'
FROM (
	SELECT f.unit_code, f.review_year, c.counted_in,
		sum(c.weight)                                                            AS resident,
		coalesce(sum(c.weight) FILTER (WHERE category = 'poor'), 0)                AS poor,
		coalesce(sum(c.weight) FILTER (WHERE category = 'near_poor'), 0)           AS near_poor,
		coalesce(sum(c.weight) FILTER (WHERE category = 'average' AND farming), 0) AS average_farming
	FROM filed_review AS f
	CROSS JOIN LATERAL (VALUES ('households'::counted_in, 1), ('persons', f.members)) AS c (counted_in, weight)
	GROUP BY f.unit_code, f.review_year, c.counted_in
) AS counted;

-- In persons: who goes out, or from one list to the other, counts with the members at the start; who comes in from neither
-- list, with the members at the end. A change of size of those who stay, or come from the other list, goes to columns 4 and 8
-- of the list where they end.
INSERT INTO flow_form (
	form_of, unit_code, unit_valid, review_year, vintage, counted_in,
	start_count, escaped_to_near_poor, escaped_above, other_decrease, fell_from_near_poor, fell_back, fell_new, other_increase, end_count, source)
SELECT form_of, unit_code, '(,2025-07-01)', 2018, 'official', counted_in,
	sum(w_before) FILTER (WHERE before = form_of),
	coalesce(sum(w_before) FILTER (WHERE before = 'poor'      AND after = 'near_poor'), 0),
	coalesce(sum(w_before) FILTER (WHERE before = form_of     AND after IN ('average', 'better_off')), 0),
	coalesce(sum(w_before - w_after) FILTER (WHERE before IN ('poor', 'near_poor') AND after = form_of AND w_after < w_before), 0),
	coalesce(sum(w_before) FILTER (WHERE before = 'near_poor' AND after = 'poor'), 0),
	coalesce(sum(w_after)  FILTER (WHERE before IN ('average', 'better_off') AND after = form_of AND listed_before), 0),
	coalesce(sum(w_after)  FILTER (WHERE before IN ('average', 'better_off') AND after = form_of AND NOT listed_before), 0),
	coalesce(sum(w_after - w_before) FILTER (WHERE before IN ('poor', 'near_poor') AND after = form_of AND w_after > w_before), 0),
	sum(w_after) FILTER (WHERE after = form_of),
	'synthetic register'
FROM (
	SELECT f.form_of, a.unit_code, c.counted_in, c.w_before, c.w_after, b.category AS before, a.category AS after,
		CASE f.form_of WHEN 'poor' THEN a.ever_poor_before ELSE a.ever_near_poor_before END AS listed_before
	FROM filed_review AS b
	JOIN filed_review AS a ON a.household_id = b.household_id AND a.unit_code = b.unit_code AND a.review_year = 2018
	CROSS JOIN (VALUES ('poor'::poverty_status), ('near_poor')) AS f (form_of)
	CROSS JOIN LATERAL (VALUES ('households'::counted_in, 1, 1), ('persons', b.members, a.members)) AS c (counted_in, w_before, w_after)
	WHERE b.review_year = 2017
) AS moved
GROUP BY form_of, unit_code, counted_in;

DROP TABLE ward_plan, ward_movement, drawn_household, drawn_size, law_limit, drawn_review, drawn_deprivation, drawn_entitlement, filed_review;

ANALYZE household, household_review, policy_coverage, policy, programme_budget, review_round, administrative_unit, administrative_unit_history, published_figure;
