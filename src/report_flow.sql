-- SPDX-License-Identifier: PostgreSQL
/* ---- report: flows by area and year ---- */

CREATE TYPE @extschema@.area_flow_wide_row AS (
	as_of date,
	year integer,
	standard text,
	vintage text,
	area_code text,
	area_name text,
	level text,
	parent_code text,
	counted_in text,
	of_status text,
	start_count float8,
	escaped_to_near_poor float8,
	escaped_above float8,
	other_decrease float8,
	fell_from_near_poor float8,
	fell_back float8,
	fell_new float8,
	other_increase float8,
	end_count float8,
	gross_exit float8,
	gross_entry float8,
	net_change float8,
	residual float8
);

CREATE TYPE @extschema@.area_flow_row AS (
	as_of date,
	year integer,
	standard text,
	vintage text,
	area_code text,
	area_name text,
	level text,
	parent_code text,
	counted_in text,
	of_status text,
	step integer,
	step_name text,
	step_name_vi text,
	amount float8,
	is_total boolean
);

-- What became of the households from each review to the next, counted by kind of move between two lowest areas. The
-- change of members is divided by its sign, as poverty_flows() takes it of each household, and households whose members
-- are not known are apart, for it leaves them out.
CREATE FUNCTION @extschema@.area_flow_moves(source regclass, columns jsonb) RETURNS text
	LANGUAGE plpgsql STABLE PARALLEL SAFE
	SET search_path = pg_catalog, pg_temp
AS $report$
BEGIN
	RETURN 'listed AS NOT MATERIALIZED (
	SELECT s.year, s.household_id, s.area_code, s.status, s.members, s.ever_poor_before, s.ever_near_poor_before, coalesce(s.standard, '''') AS standard, coalesce(s.vintage, '''') AS vintage, s.as_of
	FROM (' || @extschema@.report_source(source, columns,
			'year year required', 'household_id any required', 'area_code code required', 'status status required', 'members number',
			'ever_poor_before boolean', 'ever_near_poor_before boolean', 'standard code', 'vintage code', 'as_of date') || $sql$) AS s
	WHERE s.year IS NOT NULL AND s.household_id IS NOT NULL AND s.area_code IS NOT NULL AND s.status IS NOT NULL
),
-- by itself, or its rows would be sorted for the window that follows, which takes five times as long as hashing them
moves AS MATERIALIZED (
	SELECT coalesce(a.year, b.year + 1) AS year, coalesce(a.standard, b.standard) AS standard, coalesce(a.vintage, b.vintage) AS vintage,
		b.area_code AS unit_before, a.area_code AS unit_after, b.status AS before, a.status AS after, a.ever_poor_before, a.ever_near_poor_before,
		sign(a.members - b.members) AS more_members, b.members IS NULL AS unknown_before, a.members IS NULL AS unknown_after, count(*)::float8 AS households, sum(b.members) AS members_before, sum(a.members) AS members_after, max(a.as_of) AS as_of
	FROM listed AS b
	FULL JOIN listed AS a ON a.household_id = b.household_id AND a.year = b.year + 1 AND a.standard = b.standard AND a.vintage = b.vintage
	GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
),
moved AS (
	SELECT m.*, count(m.unit_before) OVER review > 0 AND count(m.unit_after) OVER review > 0 AS between_reviews
	FROM moves AS m
	WINDOW review AS (PARTITION BY m.year, m.standard, m.vintage)
),
-- two reviews of one standard and vintage, with nothing between them but a year
numbered AS MATERIALIZED (
	SELECT row_number() OVER () AS number, m.* FROM moved AS m WHERE m.between_reviews
),
-- each move as every area sees it that was, or is, the household's; its columns go along, for a join with numbered would
-- be reckoned a hundred times too large, and the view compiled for that (JIT) for seconds
seen AS (
	SELECT v.number, v.area_code, v.year, v.standard, v.vintage, v.before, v.after, v.ever_poor_before, v.ever_near_poor_before,
		v.households, v.members_before, v.members_after, v.as_of, bool_or(v.was) AS was, bool_or(v.remains) AS remains
	FROM (
		SELECT n.*, coalesce(w.area_code, n.unit_before) AS area_code, true AS was, false AS remains
		FROM numbered AS n LEFT JOIN within AS w ON w.inside = n.unit_before AND (w.year IS NULL OR w.year = n.year - 1)
		WHERE n.unit_before IS NOT NULL
		UNION ALL
		SELECT n.*, coalesce(w.area_code, n.unit_after), false, true
		FROM numbered AS n LEFT JOIN within AS w ON w.inside = n.unit_after AND (w.year IS NULL OR w.year = n.year)
		WHERE n.unit_after IS NOT NULL
	) AS v
	GROUP BY v.number, v.area_code, v.year, v.standard, v.vintage, v.before, v.after, v.ever_poor_before, v.ever_near_poor_before,
		v.households, v.members_before, v.members_after, v.as_of
),
flows AS (
	SELECT s.year, s.standard, s.vintage, s.area_code, max(s.as_of) AS as_of,
		@extschema@.poverty_flows(CASE WHEN s.was THEN s.before END, CASE WHEN s.remains THEN s.after END, s.ever_poor_before, s.ever_near_poor_before, s.households, s.households) AS households,
		count(s.members_before) + count(s.members_after) > 0 AS has_persons,
		@extschema@.poverty_flows(CASE WHEN s.was THEN s.before END, CASE WHEN s.remains THEN s.after END, s.ever_poor_before, s.ever_near_poor_before,
			CASE WHEN s.was THEN s.members_before ELSE 0 END, CASE WHEN s.remains THEN s.members_after ELSE 0 END) AS persons
	FROM seen AS s
	GROUP BY s.year, s.standard, s.vintage, s.area_code
)$sql$;
END;
$report$;

CREATE FUNCTION @extschema@.area_flow_wide_query(source regclass, areas regclass DEFAULT NULL, columns jsonb DEFAULT '{}', area_columns jsonb DEFAULT '{}', minimum float8 DEFAULT 3) RETURNS text
	LANGUAGE plpgsql STABLE PARALLEL SAFE
	SET search_path = pg_catalog, pg_temp
AS $report$
DECLARE
	cell text := @extschema@.report_minimum(minimum);
BEGIN
	RETURN @extschema@.report_areas(areas, area_columns) || ',
' || @extschema@.area_flow_moves(source, columns) || $sql$,
-- areas that are not what they were, since another, in the table of both years, is in them in one year alone
regrouped AS (
	SELECT DISTINCT coalesce(a.year, b.year + 1) AS year, coalesce(a.area_code, b.area_code) AS area_code
	FROM within AS b
	FULL JOIN within AS a ON a.inside = b.inside AND a.area_code = b.area_code AND a.year = b.year + 1
	WHERE a.year IS NULL AND EXISTS (SELECT FROM area AS u WHERE u.area_code = b.inside AND u.year = b.year + 1)
		OR b.year IS NULL AND EXISTS (SELECT FROM area AS u WHERE u.area_code = a.inside AND u.year = a.year - 1)
),
form AS (
	SELECT f.year, f.standard, f.vintage, f.area_code, f.as_of, h.of_status, h AS households, CASE WHEN f.has_persons THEN p END AS persons,
		CASE h.of_status WHEN 'poor' THEN h.escaped_to_near_poor ELSE h.fell_from_near_poor END + h.escaped_above + h.other_decrease AS gross_exit,
		CASE h.of_status WHEN 'poor' THEN h.fell_from_near_poor ELSE h.escaped_to_near_poor END + h.fell_back + h.fell_new + h.other_increase AS gross_entry,
		least(nullif(h.escaped_to_near_poor, 0), nullif(h.escaped_above, 0), nullif(h.other_decrease, 0), nullif(h.fell_from_near_poor, 0),
			nullif(h.fell_back, 0), nullif(h.fell_new, 0), nullif(h.other_increase, 0)) AS least_step
	FROM flows AS f
	CROSS JOIN LATERAL @extschema@.flow_forms(f.households) AS h
	LEFT JOIN LATERAL @extschema@.flow_forms(f.persons) AS p ON p.of_status = h.of_status
),
-- first what stands on the list at the start and at the end, each beside its sisters of that year, as area_rate has them;
-- then the sums of exits and entries, which with one of those would give the other, each protected in its own column; then
-- the steps, all of an area or none. What an area that is not what it was has of the moves of its parent is not its own
-- flow and not known: it counts as withheld, and as none
begun AS (
	SELECT f.*, p.parent_code AS parent_before, p.above AS above_before, p.holds AS held_before, p.boundaries AS boundaries_before, p.area_code IS NOT NULL AS was_there, $sql$
		|| @extschema@.report_withheld('(f.households).start', 'false', cell) || $sql$ AS start_withheld
	FROM form AS f
	LEFT JOIN place AS p ON p.area_code = f.area_code AND (p.year IS NULL OR p.year = f.year - 1)
	WINDOW siblings AS (PARTITION BY f.year, ROW(f.standard, f.vintage, f.of_status, p.parent_code) ORDER BY f.area_code)
),
ended AS (
	SELECT f.*, p.area_name, p.level, p.parent_code, p.above, p.holds, p.is_rest,
		(p.area_code IS NOT NULL) <> f.was_there OR p.boundaries IS DISTINCT FROM f.boundaries_before OR g.year IS NOT NULL AS is_another, $sql$
		|| @extschema@.report_withheld('(f.households)."end"', 'false', cell) || $sql$ AS end_withheld
	FROM begun AS f
	LEFT JOIN place AS p ON p.area_code = f.area_code AND (p.year IS NULL OR p.year = f.year)
	LEFT JOIN regrouped AS g ON g.area_code = f.area_code AND g.year = f.year
	WINDOW siblings AS (PARTITION BY f.year, ROW(f.standard, f.vintage, f.of_status, p.parent_code) ORDER BY f.area_code)
),
-- what is in an area whose figure is withheld is withheld with it
ends AS (
	SELECT f.*, f.is_another AND f.parent_code IS NOT NULL AND $sql$ || cell || $sql$ > 1 AS is_open,
		f.start_withheld OR coalesce(f.above_before && array_agg(f.area_code) FILTER (WHERE f.held_before AND f.start_withheld) OVER whole, false) AS start_hidden,
		f.end_withheld OR coalesce(f.above && array_agg(f.area_code) FILTER (WHERE f.holds AND f.end_withheld) OVER whole, false) AS end_hidden
	FROM ended AS f
	WINDOW whole AS (PARTITION BY f.year, ROW(f.standard, f.vintage, f.of_status))
),
gross_apart AS (
	SELECT p.*, $sql$
		|| @extschema@.report_withheld('(CASE WHEN p.is_open THEN 0 ELSE p.gross_exit END)', 'p.start_hidden OR p.end_hidden OR p.is_open', cell) || ' OR '
		|| @extschema@.report_withheld('(CASE WHEN p.is_open THEN 0 ELSE p.gross_entry END)', 'p.start_hidden OR p.end_hidden OR p.is_open', cell) || $sql$ AS apart
	FROM ends AS p
	WINDOW siblings AS (PARTITION BY p.year, ROW(p.standard, p.vintage, p.of_status, p.parent_code) ORDER BY p.area_code)
),
gross AS (
	SELECT p.*, $sql$
		|| @extschema@.report_withheld('(CASE WHEN p.is_open THEN 0 ELSE p.gross_exit END)', 'p.apart', cell) || ' OR '
		|| @extschema@.report_withheld('(CASE WHEN p.is_open THEN 0 ELSE p.gross_entry END)', 'p.apart', cell) || $sql$ AS gross_withheld
	FROM gross_apart AS p
	WINDOW siblings AS (PARTITION BY p.year, ROW(p.standard, p.vintage, p.of_status, p.parent_code) ORDER BY p.area_code)
),
-- two of the steps stand in the list of the poor and in that of the near-poor
lists AS (
	SELECT g.*, min(CASE WHEN NOT g.is_open THEN g.least_step END) OVER both_lists AS least_of_both, bool_or(g.gross_withheld) OVER both_lists AS gross_withheld_in_one
	FROM gross AS g
	WINDOW both_lists AS (PARTITION BY g.year, ROW(g.standard, g.vintage, g.area_code))
),
steps AS (
	SELECT p.*, $sql$
		|| @extschema@.report_withheld('coalesce(p.least_of_both, 0)', 'p.gross_withheld_in_one', cell) || $sql$ AS steps_withheld
	FROM lists AS p
	WINDOW siblings AS (PARTITION BY p.year, ROW(p.standard, p.vintage, p.of_status, p.parent_code) ORDER BY p.area_code)
),
withheld AS (
	SELECT s.*,
		s.gross_withheld OR coalesce(s.above && array_agg(s.area_code) FILTER (WHERE s.holds AND s.gross_withheld) OVER whole, false) AS gross_hidden,
		s.steps_withheld OR coalesce(s.above && array_agg(s.area_code) FILTER (WHERE s.holds AND s.steps_withheld) OVER whole, false) AS steps_hidden
	FROM steps AS s
	WINDOW whole AS (PARTITION BY s.year, ROW(s.standard, s.vintage, s.of_status))
)
SELECT coalesce(h.as_of, make_date(h.year, 12, 31)) AS as_of, h.year, nullif(h.standard, '') AS standard, nullif(h.vintage, '') AS vintage, h.area_code, h.area_name, h.level, h.parent_code, u.counted_in, h.of_status::text AS of_status,
	CASE WHEN NOT h.start_hidden THEN (u.form).start END AS start_count,
	CASE WHEN NOT h.steps_hidden THEN (u.form).escaped_to_near_poor END AS escaped_to_near_poor,
	CASE WHEN NOT h.steps_hidden THEN (u.form).escaped_above END AS escaped_above,
	CASE WHEN NOT h.steps_hidden THEN (u.form).other_decrease END AS other_decrease,
	CASE WHEN NOT h.steps_hidden THEN (u.form).fell_from_near_poor END AS fell_from_near_poor,
	CASE WHEN NOT h.steps_hidden THEN (u.form).fell_back END AS fell_back,
	CASE WHEN NOT h.steps_hidden THEN (u.form).fell_new END AS fell_new,
	CASE WHEN NOT h.steps_hidden THEN (u.form).other_increase END AS other_increase,
	CASE WHEN NOT h.end_hidden THEN (u.form)."end" END AS end_count,
	CASE WHEN NOT h.gross_hidden THEN
		CASE h.of_status WHEN 'poor' THEN (u.form).escaped_to_near_poor ELSE (u.form).fell_from_near_poor END + (u.form).escaped_above + (u.form).other_decrease END AS gross_exit,
	CASE WHEN NOT h.gross_hidden THEN
		CASE h.of_status WHEN 'poor' THEN (u.form).fell_from_near_poor ELSE (u.form).escaped_to_near_poor END + (u.form).fell_back + (u.form).fell_new + (u.form).other_increase END AS gross_entry,
	CASE WHEN NOT (h.start_hidden OR h.end_hidden) THEN (u.form)."end" - (u.form).start END AS net_change,
	(u.form).residual AS residual
FROM withheld AS h
CROSS JOIN LATERAL (VALUES ('households', h.households), ('persons', h.persons)) AS u(counted_in, form)
WHERE (u.form).of_status IS NOT NULL AND NOT h.is_another AND h.is_rest IS NOT TRUE$sql$;
END;
$report$;

CREATE FUNCTION @extschema@.area_flow_query(source regclass, areas regclass DEFAULT NULL, columns jsonb DEFAULT '{}', area_columns jsonb DEFAULT '{}', minimum float8 DEFAULT 3) RETURNS text
	LANGUAGE plpgsql STABLE PARALLEL SAFE
	SET search_path = pg_catalog, pg_temp
AS $report$
BEGIN
	RETURN 'SELECT w.as_of, w.year, w.standard, w.vintage, w.area_code, w.area_name, w.level, w.parent_code, w.counted_in, w.of_status, s.step, s.step_name, s.step_name_vi, s.amount, s.step IN (1, 9) AS is_total
FROM (' || @extschema@.area_flow_wide_query(source, areas, columns, area_columns, minimum) || $sql$) AS w
CROSS JOIN LATERAL (
	SELECT v.step, CASE w.of_status WHEN 'poor' THEN v.poor_name ELSE v.near_poor_name END AS step_name, CASE w.of_status WHEN 'poor' THEN v.poor_name_vi ELSE v.near_poor_name_vi END AS step_name_vi,
		CASE w.of_status WHEN 'poor' THEN v.poor_amount ELSE v.near_poor_amount END AS amount
	FROM (VALUES
		(1, 'poor at the start', 'Hộ nghèo đầu kỳ', w.start_count,
			'near-poor at the start', 'Hộ cận nghèo đầu kỳ', w.start_count),
		(2, 'escaped to near-poor', 'Thoát nghèo trở thành hộ cận nghèo', 0 - w.escaped_to_near_poor,
			'escaped above near-poor', 'Thoát cận nghèo', 0 - w.escaped_above),
		(3, 'escaped above near-poor', 'Thoát nghèo vượt qua chuẩn cận nghèo', 0 - w.escaped_above,
			'became poor', 'Hộ cận nghèo trở thành hộ nghèo', 0 - w.fell_from_near_poor),
		(4, 'other decrease', 'Giảm khác', 0 - w.other_decrease,
			'other decrease', 'Giảm khác', 0 - w.other_decrease),
		(5, 'fell from near-poor', 'Hộ cận nghèo trở thành hộ nghèo', w.fell_from_near_poor,
			'from poor to near-poor', 'Hộ nghèo trở thành hộ cận nghèo', w.escaped_to_near_poor),
		(6, 'poor again', 'Tái nghèo', w.fell_back,
			'near-poor again', 'Tái cận nghèo', w.fell_back),
		(7, 'newly poor', 'Phát sinh mới', w.fell_new,
			'newly near-poor', 'Phát sinh mới', w.fell_new),
		(8, 'other increase', 'Tăng khác', w.other_increase,
			'other increase', 'Tăng khác', w.other_increase),
		(9, 'poor at the end', 'Hộ nghèo cuối kỳ', w.end_count,
			'near-poor at the end', 'Hộ cận nghèo cuối kỳ', w.end_count)
	) AS v(step, poor_name, poor_name_vi, poor_amount, near_poor_name, near_poor_name_vi, near_poor_amount)
) AS s$sql$;
END;
$report$;

CREATE FUNCTION @extschema@.area_flow_wide(source regclass, areas regclass DEFAULT NULL, columns jsonb DEFAULT '{}', area_columns jsonb DEFAULT '{}', minimum float8 DEFAULT 3) RETURNS SETOF @extschema@.area_flow_wide_row
	LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
	SET search_path = pg_catalog, pg_temp
AS $report$
BEGIN
	RETURN QUERY EXECUTE @extschema@.area_flow_wide_query(source, areas, columns, area_columns, minimum);
END;
$report$;

CREATE FUNCTION @extschema@.area_flow(source regclass, areas regclass DEFAULT NULL, columns jsonb DEFAULT '{}', area_columns jsonb DEFAULT '{}', minimum float8 DEFAULT 3) RETURNS SETOF @extschema@.area_flow_row
	LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
	SET search_path = pg_catalog, pg_temp
AS $report$
BEGIN
	RETURN QUERY EXECUTE @extschema@.area_flow_query(source, areas, columns, area_columns, minimum);
END;
$report$;

CREATE FUNCTION @extschema@.publish_area_flow_wide(schema text, source regclass, areas regclass DEFAULT NULL, columns jsonb DEFAULT '{}', area_columns jsonb DEFAULT '{}', minimum float8 DEFAULT 3, view text DEFAULT 'area_flow_wide') RETURNS regclass
	LANGUAGE SQL VOLATILE
BEGIN ATOMIC
	SELECT @extschema@.report_publish(schema, view, '@extschema@.area_flow_wide_row'::pg_catalog.regtype, @extschema@.area_flow_wide_query(source, areas, columns, area_columns, minimum));
END;

CREATE FUNCTION @extschema@.publish_area_flow(schema text, source regclass, areas regclass DEFAULT NULL, columns jsonb DEFAULT '{}', area_columns jsonb DEFAULT '{}', minimum float8 DEFAULT 3, view text DEFAULT 'area_flow') RETURNS regclass
	LANGUAGE SQL VOLATILE
BEGIN ATOMIC
	SELECT @extschema@.report_publish(schema, view, '@extschema@.area_flow_row'::pg_catalog.regtype, @extschema@.area_flow_query(source, areas, columns, area_columns, minimum));
END;

COMMENT ON TYPE @extschema@.area_flow_wide_row IS
'The official flow forms by area and year, one row for each area, year, standard, vintage, unit and list, from each review to the next. Withheld (NULL), in households and persons alike by the number of households: the start and the end as in area_rate; gross_exit and gross_entry where one of them is under the minimum or the start or the end is withheld; the steps of both lists, which share two, where one of them is under the minimum or those are withheld in either; with each, one other area of the same parent where only one would be left; exits, entries and steps of what is in an area that has no flow though its parent has. Not covered: what two or more areas together have in a step may be under the minimum; where households of a review stand in it twice or have no household_id, what area_rate tells of them.';
COMMENT ON COLUMN @extschema@.area_flow_wide_row.as_of IS
'The day that the figure speaks of: the latest as_of of its rows, or the last day of the year.';
COMMENT ON COLUMN @extschema@.area_flow_wide_row.year IS
'The year.';
COMMENT ON COLUMN @extschema@.area_flow_wide_row.standard IS
'The poverty standard of both reviews; NULL where none is mapped.';
COMMENT ON COLUMN @extschema@.area_flow_wide_row.vintage IS
'How settled both reviews are, as the table has it: preliminary, official; NULL where none is mapped.';
COMMENT ON COLUMN @extschema@.area_flow_wide_row.area_code IS
'Code of the area.';
COMMENT ON COLUMN @extschema@.area_flow_wide_row.area_name IS
'Name of the area in that year; NULL for a code that the table of areas does not have, which then counts in no other area.';
COMMENT ON COLUMN @extschema@.area_flow_wide_row.level IS
'Level of the area, as the table of areas has it.';
COMMENT ON COLUMN @extschema@.area_flow_wide_row.parent_code IS
'Code of the area that this one is in; NULL at the top.';
COMMENT ON COLUMN @extschema@.area_flow_wide_row.counted_in IS
'households or persons; persons only where members is mapped.';
COMMENT ON COLUMN @extschema@.area_flow_wide_row.of_status IS
'Whose list: poor or near_poor.';
COMMENT ON COLUMN @extschema@.area_flow_wide_row.start_count IS
'On the list at the review of the year before. NULL where it is withheld.';
COMMENT ON COLUMN @extschema@.area_flow_wide_row.escaped_to_near_poor IS
'Poor before, near-poor now: an exit of the poor, an entry of the near-poor. NULL where it is withheld.';
COMMENT ON COLUMN @extschema@.area_flow_wide_row.escaped_above IS
'From this list to above both. NULL where it is withheld.';
COMMENT ON COLUMN @extschema@.area_flow_wide_row.other_decrease IS
'Left the register or the area; of persons also members fewer. NULL where it is withheld.';
COMMENT ON COLUMN @extschema@.area_flow_wide_row.fell_from_near_poor IS
'Near-poor before, poor now: an entry of the poor, an exit of the near-poor. NULL where it is withheld.';
COMMENT ON COLUMN @extschema@.area_flow_wide_row.fell_back IS
'On this list again, from above both. NULL where it is withheld.';
COMMENT ON COLUMN @extschema@.area_flow_wide_row.fell_new IS
'On this list for the first time, from above both. NULL where it is withheld.';
COMMENT ON COLUMN @extschema@.area_flow_wide_row.other_increase IS
'New in the register or the area; of persons also members more. NULL where it is withheld.';
COMMENT ON COLUMN @extschema@.area_flow_wide_row.end_count IS
'On the list at the review of the year. NULL where it is withheld.';
COMMENT ON COLUMN @extschema@.area_flow_wide_row.gross_exit IS
'All exits of this list together. NULL where it is withheld.';
COMMENT ON COLUMN @extschema@.area_flow_wide_row.gross_entry IS
'All entries of this list together. NULL where it is withheld.';
COMMENT ON COLUMN @extschema@.area_flow_wide_row.net_change IS
'end_count - start_count = gross_entry - gross_exit; NULL where the start or the end is withheld.';
COMMENT ON COLUMN @extschema@.area_flow_wide_row.residual IS
'end - (start - exits + entries): 0 when the identity of the form holds.';
COMMENT ON FUNCTION @extschema@.area_flow_moves(regclass, jsonb) IS
'SQL for the flows of every area, of which nothing is withheld yet. Part of the reports area_flow_wide and area_flow. A NULL table or mapping is an error (22023); errors in columns are those of the report (22023, 42703, 42804).';
COMMENT ON FUNCTION @extschema@.area_flow_wide_query(regclass, regclass, jsonb, jsonb, float8) IS
'The SQL of area_flow_wide() and of the view that publish_area_flow_wide() makes, to be read, or run by other means. Changes nothing. source: the office''s table or view; columns maps the names below to its columns, {"year": "review_year"}, where they differ. Names: year, household_id, area_code, status, members, ever_poor_before, ever_near_poor_before (on that list at any review before; NULL counts as never), standard, vintage, as_of: one row for each household and review. Needed: the first four. A household that moved is a departure of one area and an arrival of the other, and neither of the area that both are in. Years without a review of the same standard and vintage a year before have no flow, nor has an area that the table of areas has in one of them alone, whose boundaries are not the same in both, or that another area has joined or left since. areas (may be NULL: no hierarchy, no names): one row for each area, or, where the units change, for each area and year, with columns area_code, area_name, level, parent_code, year, boundaries (what tells a unit from another that had its code at another time; part of the series), mapped by area_columns in the same way; figures of an area are those of the areas in it and of what stands under its own code. An area that is there twice (21000), and one without a year where others have one (22004), are errors when the view is read. Cells of fewer than minimum households (3 if not given; 1 withholds nothing) are withheld, and others that would give them away: see the comment of the view''s type. Rows with a NULL year, area or other needed column are left out. A timestamp with time zone is read in the time zone of the session that calls this, and the view keeps to it whoever reads it. A column that does not exist, or that none is mapped to where the report needs one, is an error (42703), one of a type that does not serve 42804, a name that is none of these 22023, a NULL minimum 22004.';
COMMENT ON FUNCTION @extschema@.area_flow_wide(regclass, regclass, jsonb, jsonb, float8) IS
'The rows that the view of publish_area_flow_wide() has, without a view, with the caller''s rights. source: the office''s table or view; columns maps the names below to its columns, {"year": "review_year"}, where they differ. Names: year, household_id, area_code, status, members, ever_poor_before, ever_near_poor_before (on that list at any review before; NULL counts as never), standard, vintage, as_of: one row for each household and review. Needed: the first four. A household that moved is a departure of one area and an arrival of the other, and neither of the area that both are in. Years without a review of the same standard and vintage a year before have no flow, nor has an area that the table of areas has in one of them alone, whose boundaries are not the same in both, or that another area has joined or left since. areas (may be NULL: no hierarchy, no names): one row for each area, or, where the units change, for each area and year, with columns area_code, area_name, level, parent_code, year, boundaries (what tells a unit from another that had its code at another time; part of the series), mapped by area_columns in the same way; figures of an area are those of the areas in it and of what stands under its own code. An area that is there twice (21000), and one without a year where others have one (22004), are errors when the view is read. Cells of fewer than minimum households (3 if not given; 1 withholds nothing) are withheld, and others that would give them away: see the comment of the view''s type. Rows with a NULL year, area or other needed column are left out. A timestamp with time zone is read in the time zone of the session that calls this, and the view keeps to it whoever reads it. A column that does not exist, or that none is mapped to where the report needs one, is an error (42703), one of a type that does not serve 42804, a name that is none of these 22023, a NULL minimum 22004.';
COMMENT ON FUNCTION @extschema@.publish_area_flow_wide(text, regclass, regclass, jsonb, jsonb, float8, text) IS
'Makes the view (named area_flow_wide if not given) in the schema, or makes it again with another mapping, and returns it. It belongs to the caller (made again, to whom it belonged), reads the tables with its owner''s rights (so that who may read the view needs no right on them), is a security barrier, and has the comments of type area_flow_wide_row. The schema must be there (3F000) and the caller''s to create in (42501), and nothing but a view may have the view''s name (42809), and no view of other columns (42P16); it must not be NULL (22004). source: the office''s table or view; columns maps the names below to its columns, {"year": "review_year"}, where they differ. Names: year, household_id, area_code, status, members, ever_poor_before, ever_near_poor_before (on that list at any review before; NULL counts as never), standard, vintage, as_of: one row for each household and review. Needed: the first four. A household that moved is a departure of one area and an arrival of the other, and neither of the area that both are in. Years without a review of the same standard and vintage a year before have no flow, nor has an area that the table of areas has in one of them alone, whose boundaries are not the same in both, or that another area has joined or left since. areas (may be NULL: no hierarchy, no names): one row for each area, or, where the units change, for each area and year, with columns area_code, area_name, level, parent_code, year, boundaries (what tells a unit from another that had its code at another time; part of the series), mapped by area_columns in the same way; figures of an area are those of the areas in it and of what stands under its own code. An area that is there twice (21000), and one without a year where others have one (22004), are errors when the view is read. Cells of fewer than minimum households (3 if not given; 1 withholds nothing) are withheld, and others that would give them away: see the comment of the view''s type. Rows with a NULL year, area or other needed column are left out. A timestamp with time zone is read in the time zone of the session that calls this, and the view keeps to it whoever reads it. A column that does not exist, or that none is mapped to where the report needs one, is an error (42703), one of a type that does not serve 42804, a name that is none of these 22023, a NULL minimum 22004.';
COMMENT ON TYPE @extschema@.area_flow_row IS
'The official flow forms by area and year in long form, for waterfall charts: one row for each area, year, standard, vintage, unit, list and column of the form, 1 to 9. Withheld (NULL), in households and persons alike by the number of households: the start and the end as in area_rate; gross_exit and gross_entry where one of them is under the minimum or the start or the end is withheld; the steps of both lists, which share two, where one of them is under the minimum or those are withheld in either; with each, one other area of the same parent where only one would be left; exits, entries and steps of what is in an area that has no flow though its parent has. Not covered: what two or more areas together have in a step may be under the minimum; where households of a review stand in it twice or have no household_id, what area_rate tells of them.';
COMMENT ON COLUMN @extschema@.area_flow_row.as_of IS
'The day that the figure speaks of: the latest as_of of its rows, or the last day of the year.';
COMMENT ON COLUMN @extschema@.area_flow_row.year IS
'The year.';
COMMENT ON COLUMN @extschema@.area_flow_row.standard IS
'The poverty standard of both reviews; NULL where none is mapped.';
COMMENT ON COLUMN @extschema@.area_flow_row.vintage IS
'How settled both reviews are, as the table has it: preliminary, official; NULL where none is mapped.';
COMMENT ON COLUMN @extschema@.area_flow_row.area_code IS
'Code of the area.';
COMMENT ON COLUMN @extschema@.area_flow_row.area_name IS
'Name of the area in that year; NULL for a code that the table of areas does not have, which then counts in no other area.';
COMMENT ON COLUMN @extschema@.area_flow_row.level IS
'Level of the area, as the table of areas has it.';
COMMENT ON COLUMN @extschema@.area_flow_row.parent_code IS
'Code of the area that this one is in; NULL at the top.';
COMMENT ON COLUMN @extschema@.area_flow_row.counted_in IS
'households or persons; persons only where members is mapped.';
COMMENT ON COLUMN @extschema@.area_flow_row.of_status IS
'Whose list: poor or near_poor.';
COMMENT ON COLUMN @extschema@.area_flow_row.step IS
'Column of the official form, 1 the start to 9 the end.';
COMMENT ON COLUMN @extschema@.area_flow_row.step_name IS
'What the column counts.';
COMMENT ON COLUMN @extschema@.area_flow_row.step_name_vi IS
'The same in Vietnamese.';
COMMENT ON COLUMN @extschema@.area_flow_row.amount IS
'The number, with its sign: exits below 0, entries, start and end above. Columns 1 to 8 add up to column 9. NULL where it is withheld.';
COMMENT ON COLUMN @extschema@.area_flow_row.is_total IS
'Whether it is a level (start or end), not a move.';
COMMENT ON FUNCTION @extschema@.area_flow_query(regclass, regclass, jsonb, jsonb, float8) IS
'The SQL of area_flow() and of the view that publish_area_flow() makes, to be read, or run by other means. Changes nothing. source: the office''s table or view; columns maps the names below to its columns, {"year": "review_year"}, where they differ. Names: year, household_id, area_code, status, members, ever_poor_before, ever_near_poor_before (on that list at any review before; NULL counts as never), standard, vintage, as_of: one row for each household and review. Needed: the first four. A household that moved is a departure of one area and an arrival of the other, and neither of the area that both are in. Years without a review of the same standard and vintage a year before have no flow, nor has an area that the table of areas has in one of them alone, whose boundaries are not the same in both, or that another area has joined or left since. areas (may be NULL: no hierarchy, no names): one row for each area, or, where the units change, for each area and year, with columns area_code, area_name, level, parent_code, year, boundaries (what tells a unit from another that had its code at another time; part of the series), mapped by area_columns in the same way; figures of an area are those of the areas in it and of what stands under its own code. An area that is there twice (21000), and one without a year where others have one (22004), are errors when the view is read. Cells of fewer than minimum households (3 if not given; 1 withholds nothing) are withheld, and others that would give them away: see the comment of the view''s type. Rows with a NULL year, area or other needed column are left out. A timestamp with time zone is read in the time zone of the session that calls this, and the view keeps to it whoever reads it. A column that does not exist, or that none is mapped to where the report needs one, is an error (42703), one of a type that does not serve 42804, a name that is none of these 22023, a NULL minimum 22004.';
COMMENT ON FUNCTION @extschema@.area_flow(regclass, regclass, jsonb, jsonb, float8) IS
'The rows that the view of publish_area_flow() has, without a view, with the caller''s rights. source: the office''s table or view; columns maps the names below to its columns, {"year": "review_year"}, where they differ. Names: year, household_id, area_code, status, members, ever_poor_before, ever_near_poor_before (on that list at any review before; NULL counts as never), standard, vintage, as_of: one row for each household and review. Needed: the first four. A household that moved is a departure of one area and an arrival of the other, and neither of the area that both are in. Years without a review of the same standard and vintage a year before have no flow, nor has an area that the table of areas has in one of them alone, whose boundaries are not the same in both, or that another area has joined or left since. areas (may be NULL: no hierarchy, no names): one row for each area, or, where the units change, for each area and year, with columns area_code, area_name, level, parent_code, year, boundaries (what tells a unit from another that had its code at another time; part of the series), mapped by area_columns in the same way; figures of an area are those of the areas in it and of what stands under its own code. An area that is there twice (21000), and one without a year where others have one (22004), are errors when the view is read. Cells of fewer than minimum households (3 if not given; 1 withholds nothing) are withheld, and others that would give them away: see the comment of the view''s type. Rows with a NULL year, area or other needed column are left out. A timestamp with time zone is read in the time zone of the session that calls this, and the view keeps to it whoever reads it. A column that does not exist, or that none is mapped to where the report needs one, is an error (42703), one of a type that does not serve 42804, a name that is none of these 22023, a NULL minimum 22004.';
COMMENT ON FUNCTION @extschema@.publish_area_flow(text, regclass, regclass, jsonb, jsonb, float8, text) IS
'Makes the view (named area_flow if not given) in the schema, or makes it again with another mapping, and returns it. It belongs to the caller (made again, to whom it belonged), reads the tables with its owner''s rights (so that who may read the view needs no right on them), is a security barrier, and has the comments of type area_flow_row. The schema must be there (3F000) and the caller''s to create in (42501), and nothing but a view may have the view''s name (42809), and no view of other columns (42P16); it must not be NULL (22004). source: the office''s table or view; columns maps the names below to its columns, {"year": "review_year"}, where they differ. Names: year, household_id, area_code, status, members, ever_poor_before, ever_near_poor_before (on that list at any review before; NULL counts as never), standard, vintage, as_of: one row for each household and review. Needed: the first four. A household that moved is a departure of one area and an arrival of the other, and neither of the area that both are in. Years without a review of the same standard and vintage a year before have no flow, nor has an area that the table of areas has in one of them alone, whose boundaries are not the same in both, or that another area has joined or left since. areas (may be NULL: no hierarchy, no names): one row for each area, or, where the units change, for each area and year, with columns area_code, area_name, level, parent_code, year, boundaries (what tells a unit from another that had its code at another time; part of the series), mapped by area_columns in the same way; figures of an area are those of the areas in it and of what stands under its own code. An area that is there twice (21000), and one without a year where others have one (22004), are errors when the view is read. Cells of fewer than minimum households (3 if not given; 1 withholds nothing) are withheld, and others that would give them away: see the comment of the view''s type. Rows with a NULL year, area or other needed column are left out. A timestamp with time zone is read in the time zone of the session that calls this, and the view keeps to it whoever reads it. A column that does not exist, or that none is mapped to where the report needs one, is an error (42703), one of a type that does not serve 42804, a name that is none of these 22023, a NULL minimum 22004.';
