-- SPDX-License-Identifier: PostgreSQL
-- Bắc Kạn city: the tables that a labour office keeps for its yearly review of poor and near-poor households.
--
-- Needs the extension poverty_ext; everything made here stands in schema bac_kan.
-- Nothing in these tables names a person. Laws cited: QĐ 59/2015/QĐ-TTg (the standard of 2016-2020, in force
-- to the end of 2021), QĐ 1722/QĐ-TTg (the programme of 2016-2020), NQ 892/NQ-UBTVQH13 (the city and its wards).

\encoding UTF8
SET client_min_messages = warning;

CREATE SCHEMA bac_kan;
COMMENT ON SCHEMA bac_kan IS
	'Bắc Kạn city, poverty reviews of 2017 and 2018: published figures, and a synthetic register that adds up to them';

SET search_path = bac_kan, public;

-- ---------------------------------------------------------------------------------------------------------
-- Types
-- ---------------------------------------------------------------------------------------------------------

CREATE TYPE vintage AS ENUM ('forecast', 'preliminary', 'official', 'published');
COMMENT ON TYPE vintage IS
	'How settled a figure is: forecast; preliminary (sơ bộ, before 15 November); official (chính thức, before 20 December); published by the ministry later';

CREATE TYPE funding_source AS ENUM ('central', 'local', 'other');
COMMENT ON TYPE funding_source IS
	'Where money comes from: central budget, local budget, other (enterprises, the community)';

CREATE TYPE counted_in AS ENUM ('households', 'persons');
COMMENT ON TYPE counted_in IS
	'What a form counts: households (hộ) or persons (nhân khẩu)';

CREATE TYPE figure_comparison AS ENUM ('equal', 'exact', 'at_least', 'at_most', 'about', 'possible');
COMMENT ON TYPE figure_comparison IS
	'How a computed value is held against a printed one: equal = the same when rounded to the printed digits; exact = the same with no rounding ("100 %" means nobody is left out); at_least = "over"; at_most = a ceiling; about = the same when rounded to the printed digits, of a number printed as approximate; possible = something that was not printed can be computed so that all the printed figures hold';

-- ---------------------------------------------------------------------------------------------------------
-- Administrative units
-- ---------------------------------------------------------------------------------------------------------

CREATE TABLE administrative_unit (
	code      text      NOT NULL CHECK (code ~ '^([0-9]{2}|[0-9]{3}|[0-9]{5})$'),
	valid     daterange NOT NULL CHECK (NOT isempty(valid)),
	level     text      NOT NULL CHECK (level IN ('province', 'district', 'commune')),
	name      text      NOT NULL CHECK (name <> ''),
	name_en   text      NOT NULL CHECK (name_en <> ''),
	source    text      NOT NULL,
	PRIMARY KEY (code, valid),
	CHECK (length(code) = CASE level WHEN 'province' THEN 2 WHEN 'district' THEN 3 ELSE 5 END),
	CONSTRAINT administrative_unit_code_once_at_a_time
		EXCLUDE USING gist (code_range(code, code, '[]') WITH =, valid WITH &&)
);
COMMENT ON TABLE  administrative_unit         IS 'Administrative units. A code alone names nothing: codes are reused (01840 is one ward until 2025-06-30, and another, larger one after), so a unit is its code together with the time the code was its own';
COMMENT ON COLUMN administrative_unit.code    IS 'Code of the statistics office: 2 digits province, 3 district, 5 commune; text, since leading zeros count';
COMMENT ON COLUMN administrative_unit.valid   IS 'Days on which the code meant this unit, last day exclusive; an open beginning means that the first day is not recorded here';
COMMENT ON COLUMN administrative_unit.level   IS 'province (tỉnh); district (huyện, thị xã, thành phố thuộc tỉnh); commune (xã, phường, thị trấn)';
COMMENT ON COLUMN administrative_unit.name    IS 'Name in Vietnamese, without the word for its kind; names repeat, so never a key';
COMMENT ON COLUMN administrative_unit.name_en IS 'Name in Latin letters without marks, for systems that cannot show them';
COMMENT ON COLUMN administrative_unit.source  IS 'Where the code and the name were read';

CREATE TABLE administrative_unit_history (
	code         text      NOT NULL,
	valid        daterange NOT NULL,
	period       daterange NOT NULL CHECK (NOT isempty(period)),
	kind         text      NOT NULL CHECK (kind IN ('province', 'rural district', 'town', 'city', 'ward', 'township', 'commune')),
	area_type    text      CHECK (area_type IN ('rural', 'urban')),
	parent_code  text,
	parent_valid daterange,
	source       text      NOT NULL,
	PRIMARY KEY (code, valid, period),
	FOREIGN KEY (code, valid) REFERENCES administrative_unit,
	FOREIGN KEY (parent_code, parent_valid) REFERENCES administrative_unit MATCH FULL,
	CHECK (period <@ valid),
	CHECK (period <@ parent_valid),
	CHECK ((parent_code IS NULL) = (kind = 'province')),
	CHECK (area_type IS NOT DISTINCT FROM CASE WHEN kind IN ('ward', 'township') THEN 'urban' WHEN kind = 'commune' THEN 'rural' END),
	CONSTRAINT administrative_unit_history_one_state_at_a_time
		EXCLUDE USING gist (code_range(code, code, '[]') WITH =, period WITH &&)
);
COMMENT ON TABLE  administrative_unit_history              IS 'What a unit was, and what it belonged to, over time. The area type decides which poverty line holds, and it changes: Huyền Tụng and Xuất Hóa were rural communes until they became wards on 2015-03-11';
COMMENT ON COLUMN administrative_unit_history.code         IS 'Code of the unit';
COMMENT ON COLUMN administrative_unit_history.valid        IS 'Days on which the code meant this unit (with the code, the key of administrative_unit)';
COMMENT ON COLUMN administrative_unit_history.period       IS 'Days for which this row holds, last day exclusive; within valid';
COMMENT ON COLUMN administrative_unit_history.kind         IS 'province (tỉnh), rural district (huyện), town (thị xã), city (thành phố), ward (phường), township (thị trấn), commune (xã)';
COMMENT ON COLUMN administrative_unit_history.area_type    IS 'urban for wards and townships, rural for communes: the column of the poverty standard that holds here; NULL above the commune';
COMMENT ON COLUMN administrative_unit_history.parent_code  IS 'Code of the unit it belonged to; NULL for a province';
COMMENT ON COLUMN administrative_unit_history.parent_valid IS 'Days on which the parent''s code meant that parent';
COMMENT ON COLUMN administrative_unit_history.source       IS 'Resolution or list that says so';

-- ---------------------------------------------------------------------------------------------------------
-- The register
-- ---------------------------------------------------------------------------------------------------------

CREATE TABLE review_round (
	review_year integer PRIMARY KEY CHECK (review_year BETWEEN 1993 AND 2100),
	starts_on   date    NOT NULL,
	ends_on     date    NOT NULL CHECK (ends_on >= starts_on),
	standard    text    NOT NULL,
	source      text    NOT NULL,
	CHECK (extract(year FROM starts_on) = review_year AND extract(year FROM ends_on) = review_year)
);
COMMENT ON TABLE  review_round             IS 'The yearly review (rà soát hộ nghèo, hộ cận nghèo): its days and the standard in force';
COMMENT ON COLUMN review_round.review_year IS 'Calendar year of the review; its result is the figure "end of that year"';
COMMENT ON COLUMN review_round.starts_on   IS 'First day on which households are reviewed';
COMMENT ON COLUMN review_round.ends_on     IS 'Last day on which households are reviewed';
COMMENT ON COLUMN review_round.standard    IS 'Code of the poverty standard in force, as poverty_ext names it in table poverty_standard';
COMMENT ON COLUMN review_round.source      IS 'Decision that put the standard in force';

CREATE TABLE household (
	household_id    integer PRIMARY KEY CHECK (household_id > 0),
	is_synthetic    boolean NOT NULL,
	ethnic_minority boolean NOT NULL,
	merit_family    boolean NOT NULL,
	farming         boolean NOT NULL
);
COMMENT ON TABLE  household                 IS 'Households (hộ) of the city: what does not change from one review to the next. Every row in this demo is SYNTHETIC: made by register.sql, no real household';
COMMENT ON COLUMN household.household_id    IS 'Number of the household in the register; no name and no address is kept here';
COMMENT ON COLUMN household.is_synthetic    IS 'true: made up by a script, true of every row of the demo';
COMMENT ON COLUMN household.ethnic_minority IS 'Household of an ethnic minority (hộ dân tộc thiểu số)';
COMMENT ON COLUMN household.merit_family    IS 'Household with a person of merit to the revolution (hộ có thành viên là người có công)';
COMMENT ON COLUMN household.farming         IS 'Household that lives mainly on farming, forestry or fishing (hộ làm nông, lâm, ngư nghiệp)';

CREATE TABLE household_review (
	household_id          integer        NOT NULL REFERENCES household,
	review_year           integer        NOT NULL REFERENCES review_round,
	vintage               vintage        NOT NULL,
	reviewed_on           date           NOT NULL,
	unit_code             text           NOT NULL,
	unit_valid            daterange      NOT NULL,
	members               integer        NOT NULL CHECK (members > 0),
	children              integer        NOT NULL CHECK (children >= 0),
	has_labour_capacity   boolean        NOT NULL,
	income                numeric(12, 0) NOT NULL CHECK (income BETWEEN 0 AND 999999999),
	deprived              boolean[]      CHECK (array_ndims(deprived) = 1 AND cardinality(deprived) = 10 AND array_position(deprived, NULL) IS NULL),
	ever_poor_before      boolean        NOT NULL,
	ever_near_poor_before boolean        NOT NULL,
	category              poverty_status NOT NULL,
	PRIMARY KEY (household_id, review_year, vintage),
	FOREIGN KEY (unit_code, unit_valid) REFERENCES administrative_unit,
	CHECK (children <= members),
	CHECK (reviewed_on <@ unit_valid),
	CHECK (extract(year FROM reviewed_on) = review_year)
);
CREATE INDEX household_review_unit ON household_review (unit_code, unit_valid, review_year);
COMMENT ON TABLE  household_review                       IS 'One household in one yearly review. Every row in this demo is SYNTHETIC: drawn by register.sql so that the wards and the city add up to the published figures';
COMMENT ON COLUMN household_review.household_id          IS 'The household';
COMMENT ON COLUMN household_review.review_year           IS 'Year of the review';
COMMENT ON COLUMN household_review.vintage               IS 'Stage of the review that this row belongs to; the demo holds the official one';
COMMENT ON COLUMN household_review.reviewed_on           IS 'Day of the visit; the area type and the line are those of this day';
COMMENT ON COLUMN household_review.unit_code             IS 'Ward or commune where the household lived on that day: code';
COMMENT ON COLUMN household_review.unit_valid            IS 'Ward or commune where the household lived on that day: days on which the code meant it';
COMMENT ON COLUMN household_review.members               IS 'Persons in the household (nhân khẩu)';
COMMENT ON COLUMN household_review.children              IS 'Of them under 16';
COMMENT ON COLUMN household_review.has_labour_capacity   IS 'At least one member is able to work; false: household without labour capacity (hộ không có khả năng lao động)';
COMMENT ON COLUMN household_review.income                IS 'Income in VND a person a month';
COMMENT ON COLUMN household_review.deprived              IS 'The 10 deprivations of QĐ 59/2015/QĐ-TTg, in order: access to health services, health insurance, adult education, children''s schooling, housing quality, housing area, water source, hygienic latrine, telecommunication services, information assets. NULL: not surveyed, because the income alone decided';
COMMENT ON COLUMN household_review.ever_poor_before      IS 'The household was on a list of poor households at any review before this one; tells tái nghèo (poor again) from phát sinh mới (new)';
COMMENT ON COLUMN household_review.ever_near_poor_before IS 'The household was on a list of near-poor households at any review before this one; tells tái cận nghèo (near-poor again) from new';
COMMENT ON COLUMN household_review.category              IS 'What the commune decided: the report classifies the household again from income and deprivations, and compares';

-- ---------------------------------------------------------------------------------------------------------
-- The forms that go up to the district and the province. A CHECK passes where it is NULL, as arithmetic on a missing
-- number and division by no resident are: so what a filed form must satisfy IS TRUE.
-- ---------------------------------------------------------------------------------------------------------

CREATE TABLE result_form (
	unit_code               text           NOT NULL,
	unit_valid              daterange      NOT NULL,
	review_year             integer        NOT NULL,
	vintage                 vintage        NOT NULL,
	counted_in              counted_in     NOT NULL,
	as_printed              boolean        NOT NULL DEFAULT false,
	resident                integer        CHECK (resident >= 0),
	poor                    integer        CHECK (poor >= 0),
	poor_percent            numeric        CHECK (poor_percent >= 0 AND poor_percent < 'Infinity'),
	near_poor               integer        CHECK (near_poor >= 0),
	near_poor_percent       numeric        CHECK (near_poor_percent >= 0 AND near_poor_percent < 'Infinity'),
	average_farming         integer        CHECK (average_farming >= 0),
	average_farming_percent numeric        CHECK (average_farming_percent >= 0 AND average_farming_percent < 'Infinity'),
	source                  text           NOT NULL,
	PRIMARY KEY (unit_code, unit_valid, review_year, vintage, counted_in, as_printed),
	FOREIGN KEY (unit_code, unit_valid) REFERENCES administrative_unit,
	CONSTRAINT result_form_complete CHECK (as_printed OR num_nulls(resident, poor, poor_percent, near_poor, near_poor_percent, average_farming, average_farming_percent) = 0),
	CONSTRAINT result_form_parts_within_whole CHECK (as_printed OR (poor + near_poor + average_farming <= resident) IS TRUE),
	CONSTRAINT result_form_percent_of_resident CHECK (
		as_printed
		OR (    poor_percent            = round(100.0 * poor            / nullif(resident, 0), 2)
			AND near_poor_percent       = round(100.0 * near_poor       / nullif(resident, 0), 2)
			AND average_farming_percent = round(100.0 * average_farming / nullif(resident, 0), 2)) IS TRUE)
);
COMMENT ON TABLE  result_form                         IS 'Result of the review by area (tổng hợp kết quả rà soát). A form filed by this office must satisfy its identities; a form copied as it was printed (as_printed) is kept even when it does not, for view register_check to test. Every filed row in this demo is SYNTHETIC: counted from the synthetic register';
COMMENT ON COLUMN result_form.unit_code               IS 'Area: code';
COMMENT ON COLUMN result_form.unit_valid              IS 'Area: days on which the code meant it';
COMMENT ON COLUMN result_form.review_year             IS 'Year of the review';
COMMENT ON COLUMN result_form.vintage                 IS 'Stage of the review';
COMMENT ON COLUMN result_form.counted_in              IS 'Households or persons';
COMMENT ON COLUMN result_form.as_printed              IS 'true: typed from a printed form as it stands, gaps and misprints included, exempt from the identities; false: filed by this office, identities enforced';
COMMENT ON COLUMN result_form.resident                IS 'All resident households (persons): the denominator of every percentage';
COMMENT ON COLUMN result_form.poor                    IS 'Poor (hộ nghèo)';
COMMENT ON COLUMN result_form.poor_percent            IS 'Poor in percent of resident, two decimals';
COMMENT ON COLUMN result_form.near_poor               IS 'Near-poor (hộ cận nghèo)';
COMMENT ON COLUMN result_form.near_poor_percent       IS 'Near-poor in percent of resident, two decimals';
COMMENT ON COLUMN result_form.average_farming         IS 'Average living standard and living on farming (hộ làm nông, lâm, ngư nghiệp có mức sống trung bình)';
COMMENT ON COLUMN result_form.average_farming_percent IS 'The same in percent of resident, two decimals';
COMMENT ON COLUMN result_form.source                  IS 'Where the row comes from; says "synthetic" where it does';

CREATE TABLE flow_form (
	form_of              poverty_status NOT NULL CHECK (form_of IN ('poor', 'near_poor')),
	unit_code            text           NOT NULL,
	unit_valid           daterange      NOT NULL,
	review_year          integer        NOT NULL,
	vintage              vintage        NOT NULL,
	counted_in           counted_in     NOT NULL,
	as_printed           boolean        NOT NULL DEFAULT false,
	start_count          integer        CHECK (start_count >= 0),
	escaped_to_near_poor integer        CHECK (escaped_to_near_poor >= 0),
	escaped_above        integer        CHECK (escaped_above >= 0),
	other_decrease       integer        CHECK (other_decrease >= 0),
	fell_from_near_poor  integer        CHECK (fell_from_near_poor >= 0),
	fell_back            integer        CHECK (fell_back >= 0),
	fell_new             integer        CHECK (fell_new >= 0),
	other_increase       integer        CHECK (other_increase >= 0),
	end_count            integer        CHECK (end_count >= 0),
	source               text           NOT NULL,
	PRIMARY KEY (form_of, unit_code, unit_valid, review_year, vintage, counted_in, as_printed),
	FOREIGN KEY (unit_code, unit_valid) REFERENCES administrative_unit,
	CONSTRAINT flow_form_complete CHECK (
		as_printed
		OR num_nulls(start_count, escaped_to_near_poor, escaped_above, other_decrease, fell_from_near_poor, fell_back, fell_new, other_increase, end_count) = 0),
	CONSTRAINT flow_form_identity CHECK (
		as_printed
		OR (end_count = CASE form_of
			WHEN 'poor'
			THEN start_count - escaped_to_near_poor - escaped_above - other_decrease
							 + fell_from_near_poor + fell_back + fell_new + other_increase
			ELSE start_count - escaped_above - fell_from_near_poor - other_decrease
							 + escaped_to_near_poor + fell_back + fell_new + other_increase
			END) IS TRUE)
);
COMMENT ON TABLE  flow_form                      IS 'Flow of poor and of near-poor households by area over one year (diễn biến hộ nghèo, diễn biến hộ cận nghèo). The columns name events, so the two forms share them. Identity, column numbers of the official form: 9 = 1 - 2 - 3 - 4 + 5 + 6 + 7 + 8, enforced on filed forms; a form copied as printed is kept as it stands, for flow_residual to test. Every row in this demo is SYNTHETIC, counted from the synthetic register or made up as a misprint, but for the printed start and end of the city (column source says which)';
COMMENT ON COLUMN flow_form.form_of              IS 'poor: flow of poor households; near_poor: flow of near-poor households';
COMMENT ON COLUMN flow_form.unit_code            IS 'Area: code';
COMMENT ON COLUMN flow_form.unit_valid           IS 'Area: days on which the code meant it';
COMMENT ON COLUMN flow_form.review_year          IS 'Year at whose end the flow ends; it starts at the end of the year before';
COMMENT ON COLUMN flow_form.vintage              IS 'Stage of the review';
COMMENT ON COLUMN flow_form.counted_in           IS 'Households or persons';
COMMENT ON COLUMN flow_form.as_printed           IS 'true: typed from a printed form as it stands, gaps and misprints included, exempt from the identity; false: filed by this office, identity enforced';
COMMENT ON COLUMN flow_form.start_count          IS 'Column 1 of both forms: on the list at the start';
COMMENT ON COLUMN flow_form.escaped_to_near_poor IS 'From poor to near-poor: column 2 of the poor form (a way out), column 5 of the near-poor form (a way in)';
COMMENT ON COLUMN flow_form.escaped_above        IS 'Above near-poor: column 3 of the poor form, column 2 of the near-poor form';
COMMENT ON COLUMN flow_form.other_decrease       IS 'Column 4 of both forms: died, moved away, split; in persons also fewer members';
COMMENT ON COLUMN flow_form.fell_from_near_poor  IS 'From near-poor to poor: column 5 of the poor form (a way in), column 3 of the near-poor form (a way out)';
COMMENT ON COLUMN flow_form.fell_back            IS 'Column 6 of both forms: on the list again after time off it (tái nghèo; tái cận nghèo)';
COMMENT ON COLUMN flow_form.fell_new             IS 'Column 7 of both forms: on the list for the first time (phát sinh mới)';
COMMENT ON COLUMN flow_form.other_increase       IS 'Column 8 of both forms: moved in, split; in persons also more members';
COMMENT ON COLUMN flow_form.end_count            IS 'Column 9 of both forms: on the list at the end';
COMMENT ON COLUMN flow_form.source               IS 'Where the row comes from; says "synthetic" where it does';

-- ---------------------------------------------------------------------------------------------------------
-- Targets, programmes, policies
-- ---------------------------------------------------------------------------------------------------------

CREATE TABLE target (
	unit_code    text      NOT NULL,
	unit_valid   daterange NOT NULL,
	target_year  integer   NOT NULL,
	indicator    text      NOT NULL CHECK (indicator IN ('fewer poor households', 'poverty rate')),
	target_value numeric   NOT NULL CHECK (target_value >= 0 AND target_value < 'Infinity'),
	digits       integer   NOT NULL CHECK (digits BETWEEN 0 AND 6),
	source       text      NOT NULL,
	PRIMARY KEY (unit_code, unit_valid, target_year, indicator),
	FOREIGN KEY (unit_code, unit_valid) REFERENCES administrative_unit
);
COMMENT ON TABLE  target              IS 'What a plan promised (chỉ tiêu kế hoạch) for the end of a year';
COMMENT ON COLUMN target.unit_code    IS 'Area: code';
COMMENT ON COLUMN target.unit_valid   IS 'Area: days on which the code meant it';
COMMENT ON COLUMN target.target_year  IS 'Year at whose end the target is judged';
COMMENT ON COLUMN target.indicator    IS 'fewer poor households: net fall within the year; poverty rate: rate at its end';
COMMENT ON COLUMN target.target_value IS 'The promised value: households, or percent of households';
COMMENT ON COLUMN target.digits       IS 'Decimals with which the plan prints it: the precision at which it is judged';
COMMENT ON COLUMN target.source       IS 'Where the target was read';

CREATE TABLE programme (
	programme_code text PRIMARY KEY,
	name           text NOT NULL,
	name_vi        text NOT NULL,
	source         text NOT NULL
);
COMMENT ON TABLE  programme                IS 'Programmes that bring money for poverty reduction';
COMMENT ON COLUMN programme.programme_code IS 'Short code';
COMMENT ON COLUMN programme.name           IS 'Name in English';
COMMENT ON COLUMN programme.name_vi        IS 'Name in Vietnamese';
COMMENT ON COLUMN programme.source         IS 'Decision that set it up';

CREATE TABLE programme_project (
	programme_code text      NOT NULL REFERENCES programme,
	project_code   text      NOT NULL,
	unit_code      text      NOT NULL,
	unit_valid     daterange NOT NULL,
	place          text      NOT NULL,
	completed_in   integer,
	source         text      NOT NULL,
	PRIMARY KEY (programme_code, project_code),
	FOREIGN KEY (unit_code, unit_valid) REFERENCES administrative_unit
);
COMMENT ON TABLE  programme_project                IS 'Projects of a programme, each at one place';
COMMENT ON COLUMN programme_project.programme_code IS 'The programme';
COMMENT ON COLUMN programme_project.project_code   IS 'Short code of the project within the programme';
COMMENT ON COLUMN programme_project.unit_code      IS 'Ward or commune: code';
COMMENT ON COLUMN programme_project.unit_valid     IS 'Ward or commune: days on which the code meant it';
COMMENT ON COLUMN programme_project.place          IS 'Village or residential group (thôn, tổ)';
COMMENT ON COLUMN programme_project.completed_in   IS 'Year in which the work was completed; NULL: not completed';
COMMENT ON COLUMN programme_project.source         IS 'Where the project was read';

CREATE TABLE programme_budget (
	programme_code text           NOT NULL,
	project_code   text           NOT NULL,
	budget_year    integer        NOT NULL,
	funded_by      funding_source NOT NULL,
	planned        numeric(15, 0) NOT NULL CHECK (planned BETWEEN 0 AND 999999999999999),
	spent          numeric(15, 0) CHECK (spent BETWEEN 0 AND 999999999999999),
	is_synthetic   boolean        NOT NULL,
	source         text           NOT NULL,
	PRIMARY KEY (programme_code, project_code, budget_year, funded_by),
	FOREIGN KEY (programme_code, project_code) REFERENCES programme_project
);
COMMENT ON TABLE  programme_budget                IS 'Money of a project by year and source: planned and spent (vốn kế hoạch, vốn giải ngân). Every row in this demo is SYNTHETIC: of programme 135 only "over 290 million VND in 2018" was published; how it divides by source, and what was planned, is made up';
COMMENT ON COLUMN programme_budget.programme_code IS 'The programme';
COMMENT ON COLUMN programme_budget.project_code   IS 'The project';
COMMENT ON COLUMN programme_budget.budget_year    IS 'Budget year';
COMMENT ON COLUMN programme_budget.funded_by      IS 'Central budget, local budget or other';
COMMENT ON COLUMN programme_budget.planned        IS 'Allocated for the year, VND';
COMMENT ON COLUMN programme_budget.spent          IS 'Disbursed in the year, VND; may exceed the plan; NULL: not reported';
COMMENT ON COLUMN programme_budget.is_synthetic   IS 'true: the amounts are made up, near a published total';
COMMENT ON COLUMN programme_budget.source         IS 'Where the amounts come from';

CREATE TABLE policy (
	policy_code       text             PRIMARY KEY,
	name              text             NOT NULL UNIQUE,
	name_vi           text             NOT NULL UNIQUE,
	entitled_statuses poverty_status[] NOT NULL CHECK (cardinality(entitled_statuses) > 0),
	entitled_if       text             NOT NULL,
	counts            text             NOT NULL,
	position          integer          NOT NULL UNIQUE
);
COMMENT ON TABLE  policy                   IS 'Support that a household may be entitled to (chính sách hỗ trợ)';
COMMENT ON COLUMN policy.policy_code       IS 'Short code';
COMMENT ON COLUMN policy.name              IS 'Name in English';
COMMENT ON COLUMN policy.name_vi           IS 'Name in Vietnamese';
COMMENT ON COLUMN policy.entitled_statuses IS 'Categories of household that may be entitled';
COMMENT ON COLUMN policy.entitled_if       IS 'What else is asked of a household of those categories, in words; policy_coverage.entitled holds the answer for each';
COMMENT ON COLUMN policy.counts            IS 'What policy_coverage.persons counts for this policy';
COMMENT ON COLUMN policy.position          IS 'Order in the report';

CREATE TABLE policy_coverage (
	household_id integer        NOT NULL REFERENCES household,
	review_year  integer        NOT NULL REFERENCES review_round,
	policy_code  text           NOT NULL REFERENCES policy,
	entitled     boolean        NOT NULL,
	covered      boolean,
	persons      integer        CHECK (persons >= 0),
	amount       numeric(15, 0) CHECK (amount BETWEEN 0 AND 999999999999999),
	PRIMARY KEY (household_id, review_year, policy_code),
	CHECK (covered IS TRUE OR num_nonnulls(persons, amount) = 0)
);
COMMENT ON TABLE  policy_coverage              IS 'Entitlement and coverage by household, year and policy. Every row in this demo is SYNTHETIC: drawn by register.sql so that the sums are the published ones where a figure was published';
COMMENT ON COLUMN policy_coverage.household_id IS 'The household';
COMMENT ON COLUMN policy_coverage.review_year  IS 'Year of support; held against the list at the end of the same year';
COMMENT ON COLUMN policy_coverage.policy_code  IS 'The policy';
COMMENT ON COLUMN policy_coverage.entitled     IS 'The household meets the policy''s conditions; a household of an entitled category with no row at all counts as entitled and unrecorded';
COMMENT ON COLUMN policy_coverage.covered      IS 'The household received it; NULL: nobody recorded whether it did, which counts as not covered';
COMMENT ON COLUMN policy_coverage.persons      IS 'Persons who received it, where the policy counts persons; only for covered households';
COMMENT ON COLUMN policy_coverage.amount       IS 'VND in the year, where the policy pays or lends; only for covered households';

-- ---------------------------------------------------------------------------------------------------------
-- Published figures
-- ---------------------------------------------------------------------------------------------------------

CREATE TABLE published_figure (
	figure_key  text              PRIMARY KEY,
	position    integer           NOT NULL UNIQUE,
	figure      text              NOT NULL,
	unit_code   text              NOT NULL,
	unit_valid  daterange         NOT NULL,
	figure_year integer           NOT NULL,
	vintage     vintage           NOT NULL,
	standard    text,
	series      text,
	printed     text              NOT NULL CHECK (printed <> ''),
	value       numeric           CHECK (value > '-Infinity' AND value < 'Infinity'),
	digits      integer           CHECK (digits BETWEEN -12 AND 6),
	comparison  figure_comparison NOT NULL,
	measured_in text              NOT NULL CHECK (measured_in IN ('households', 'persons', 'percent', 'percentage points', 'VND', 'name', 'verdict')),
	is_input    boolean           NOT NULL,
	is_derived  boolean           NOT NULL,
	source      text              NOT NULL,
	note        text,
	FOREIGN KEY (unit_code, unit_valid) REFERENCES administrative_unit,
	CHECK ((value IS NULL) = (measured_in IN ('name', 'verdict'))),
	CHECK (num_nulls(value, digits) IN (0, 2))
);
COMMENT ON TABLE  published_figure             IS 'Figures as they were printed, one a row. The report''s last table holds each against what is computed; those marked is_input only serve to compute others, since a figure held against itself would prove nothing';
COMMENT ON COLUMN published_figure.figure_key  IS 'Short key, used by view computed_figure';
COMMENT ON COLUMN published_figure.position    IS 'Order in the report';
COMMENT ON COLUMN published_figure.figure      IS 'What the figure says';
COMMENT ON COLUMN published_figure.unit_code   IS 'Area: code';
COMMENT ON COLUMN published_figure.unit_valid  IS 'Area: days on which the code meant it';
COMMENT ON COLUMN published_figure.figure_year IS 'Year at whose end, or in which, it holds';
COMMENT ON COLUMN published_figure.vintage     IS 'How settled it was when printed; several vintages of one figure may stand side by side';
COMMENT ON COLUMN published_figure.standard    IS 'Poverty standard it was counted by; NULL where none is involved. Figures of two standards are two series';
COMMENT ON COLUMN published_figure.series      IS 'Yearly series that the figure belongs to; NULL: none';
COMMENT ON COLUMN published_figure.printed     IS 'The figure as printed';
COMMENT ON COLUMN published_figure.value       IS 'Its numeric value in the unit of measured_in; NULL for a name or a verdict';
COMMENT ON COLUMN published_figure.digits      IS 'Decimals printed; negative: digits left of the point that the print rounds away (1.7 billion VND: -8)';
COMMENT ON COLUMN published_figure.comparison  IS 'How the computed value is held against it';
COMMENT ON COLUMN published_figure.measured_in IS 'Unit: households, persons, percent, percentage points, VND; or name, verdict';
COMMENT ON COLUMN published_figure.is_input    IS 'true: only an input of computations, with no row in the report''s last table';
COMMENT ON COLUMN published_figure.is_derived  IS 'true: follows from published figures but was not itself printed';
COMMENT ON COLUMN published_figure.source      IS 'Where it was read';
COMMENT ON COLUMN published_figure.note        IS 'What a reader should know about it';

\ir views.sql
