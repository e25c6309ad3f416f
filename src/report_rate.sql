-- SPDX-License-Identifier: PostgreSQL
/* ---- report: rates by area and year ---- */

CREATE TYPE @extschema@.area_rate_row AS (
	as_of date,
	year integer,
	standard text,
	vintage text,
	level text,
	area_code text,
	area_name text,
	parent_code text,
	parent_name text,
	households float8,
	poor float8,
	near_poor float8,
	poverty_rate float8,
	near_poor_rate float8,
	poor_in_100 float8,
	parent_rate float8,
	difference_from_parent_points float8,
	change_points float8,
	relative_change float8,
	series_break boolean,
	break_reason text,
	rank_lowest bigint,
	rank_highest bigint
);

-- Whether the counts are whole numbers, whose plain sums are exact.
CREATE FUNCTION @extschema@.area_rate_is_whole(source regclass, columns jsonb) RETURNS boolean
	LANGUAGE plpgsql STABLE PARALLEL SAFE
	SET search_path = pg_catalog, pg_temp
AS $report$
BEGIN
	IF @extschema@.report_column(source, 'status', columns) <> '' THEN
		RETURN @extschema@.report_column(source, 'weight', columns) = '';
	END IF;
	RETURN NOT EXISTS (
		SELECT FROM pg_attribute AS a
		WHERE a.attrelid = source AND a.attnum > 0 AND NOT a.attisdropped
			AND a.attname IN (@extschema@.report_column(source, 'households', columns), @extschema@.report_column(source, 'poor', columns), @extschema@.report_column(source, 'near_poor', columns))
			AND @extschema@.report_base_type(a.atttypid) <> ALL ('{int2,int4,int8}'::regtype[]));
END;
$report$;

-- Counts by lowest area and year: of rows of households, weighted or not, or of counts that are there already.
CREATE FUNCTION @extschema@.area_rate_counts(source regclass, columns jsonb) RETURNS text
	LANGUAGE plpgsql STABLE PARALLEL SAFE
	SET search_path = pg_catalog, pg_temp
AS $report$
DECLARE
	by_status boolean := @extschema@.report_column(source, 'status', columns) <> '';
	weighted boolean := @extschema@.report_column(source, 'weight', columns) <> '';
	whole boolean := @extschema@.area_rate_is_whole(source, columns);
BEGIN
	RETURN 'SELECT s.year, coalesce(s.standard, '''') AS standard, coalesce(s.vintage, '''') AS vintage, s.area_code, max(s.as_of) AS as_of, '
		|| CASE
			WHEN by_status AND weighted THEN
				@extschema@.report_sum('s.weight', false) || ' AS households, '
				'coalesce(@extschema@.population(0::float8, 1::float8, s.weight) FILTER (WHERE s.status = ''poor''), 0) AS poor, '
				'coalesce(@extschema@.population(0::float8, 1::float8, s.weight) FILTER (WHERE s.status = ''near_poor''), 0) AS near_poor, '
				'count(*) FILTER (WHERE s.status = ''poor'')::float8 AS poor_rows, count(*) FILTER (WHERE s.status = ''near_poor'')::float8 AS near_poor_rows'
			WHEN by_status THEN
				'count(*)::float8 AS households, count(*) FILTER (WHERE s.status = ''poor'')::float8 AS poor, count(*) FILTER (WHERE s.status = ''near_poor'')::float8 AS near_poor'
			ELSE
				@extschema@.report_sum('s.households', whole) || ' AS households, ' || @extschema@.report_sum('s.poor', whole) || ' AS poor, CASE WHEN count(s.near_poor) = count(*) THEN ' || @extschema@.report_sum('s.near_poor', whole) || ' END AS near_poor'
		END
		|| ' FROM (' || CASE
			WHEN by_status THEN @extschema@.report_source(source, columns,
				'year year required', 'area_code code required', 'status status required', 'weight number', 'standard code', 'vintage code', 'as_of date')
			ELSE @extschema@.report_source(source, columns,
				'year year required', 'area_code code required', 'status status', 'households number required', 'poor number required', 'near_poor number', 'standard code', 'vintage code', 'as_of date')
		END
		|| ') AS s WHERE s.year IS NOT NULL AND s.area_code IS NOT NULL'
		|| CASE WHEN by_status AND weighted THEN ' AND s.status IS NOT NULL AND s.weight <> 0'
			WHEN by_status THEN ' AND s.status IS NOT NULL'
			ELSE ' AND s.households IS NOT NULL AND s.poor IS NOT NULL' END
		|| ' GROUP BY s.year, coalesce(s.standard, ''''), coalesce(s.vintage, ''''), s.area_code'
		-- refuses a count below 0, and poor above households
		|| CASE WHEN by_status THEN '' ELSE ' HAVING coalesce(@extschema@.poverty_rate(s.poor, s.households) <= 1, true) AND coalesce(@extschema@.poverty_rate(s.near_poor, s.households) <= 1, true)' END;
END;
$report$;

CREATE FUNCTION @extschema@.area_rate_query(source regclass, areas regclass DEFAULT NULL, columns jsonb DEFAULT '{}', area_columns jsonb DEFAULT '{}', minimum float8 DEFAULT 3) RETURNS text
	LANGUAGE plpgsql STABLE PARALLEL SAFE
	SET search_path = pg_catalog, pg_temp
AS $report$
DECLARE
	cell text := @extschema@.report_minimum(minimum);
	whole boolean := @extschema@.area_rate_is_whole(source, columns);
	weighted boolean := @extschema@.report_column(source, 'status', columns) <> '' AND NOT whole;
BEGIN
	RETURN @extschema@.report_areas(areas, area_columns) || ',
counted AS (' || @extschema@.area_rate_counts(source, columns) || '),
rolled AS (
	SELECT c.year, c.standard, c.vintage, coalesce(w.area_code, c.area_code) AS area_code, max(c.as_of) AS as_of,
		' || @extschema@.report_sum('c.households', whole) || ' AS households, ' || @extschema@.report_sum('c.poor', whole) || ' AS poor, CASE WHEN count(c.near_poor) = count(*) THEN ' || @extschema@.report_sum('c.near_poor', whole) || ' END AS near_poor'
		|| CASE WHEN weighted THEN ', sum(c.poor_rows) AS poor_rows, sum(c.near_poor_rows) AS near_poor_rows' ELSE '' END || '
	FROM counted AS c
	LEFT JOIN within AS w ON w.inside = c.area_code AND (w.year IS NULL OR w.year = c.year)
	GROUP BY c.year, c.standard, c.vintage, coalesce(w.area_code, c.area_code)
),
protected AS (
	SELECT r.*, p.area_name, p.level, p.parent_code, p.boundaries, p.above, p.holds, p.is_rest,
		' || @extschema@.report_withheld(CASE WHEN weighted THEN 'r.poor_rows' ELSE 'r.poor' END, 'false', cell) || ' AS poor_withheld,
		' || @extschema@.report_withheld(CASE WHEN weighted THEN 'r.near_poor_rows' ELSE 'r.near_poor' END, 'false', cell) || $sql$ AS near_poor_withheld
	FROM rolled AS r
	LEFT JOIN place AS p ON p.area_code = r.area_code AND (p.year IS NULL OR p.year = r.year)
	WINDOW siblings AS (PARTITION BY r.year, r.standard, r.vintage, p.parent_code ORDER BY r.area_code)
),
-- what is in an area whose figure is withheld is withheld with it
withheld AS (
	SELECT c.*,
		c.poor_withheld OR coalesce(c.above && array_agg(c.area_code) FILTER (WHERE c.holds AND c.poor_withheld) OVER whole, false) AS poor_hidden,
		c.near_poor_withheld OR coalesce(c.above && array_agg(c.area_code) FILTER (WHERE c.holds AND c.near_poor_withheld) OVER whole, false) AS near_poor_hidden
	FROM protected AS c
	WINDOW whole AS (PARTITION BY c.year, c.standard, c.vintage)
),
shown AS MATERIALIZED (
	SELECT h.year, h.standard, h.vintage, h.area_code, h.area_name, h.level, h.parent_code, h.as_of,
		concat_ws(' / ', nullif(h.standard, ''), nullif(h.vintage, ''), h.boundaries) AS series, h.households,
		CASE WHEN NOT h.poor_hidden THEN h.poor END AS poor, CASE WHEN NOT h.poor_hidden THEN h.poor / nullif(h.households, 0) END AS rate,
		CASE WHEN NOT h.near_poor_hidden THEN h.near_poor END AS near_poor
	FROM withheld AS h
	WHERE h.is_rest IS NOT TRUE
),
compared AS (
	SELECT s.*, parent.area_name AS parent_name, parent.rate AS parent_rate,
		@extschema@.yoy_change(s.rate, s.year, s.series) OVER by_year AS change, @extschema@.yoy_relative_change(s.rate, s.year, s.series) OVER by_year AS relative_change,
		-- of households, so that a rate that is withheld is no break
		@extschema@.yoy_break(s.households, s.year, s.series) OVER by_year AS break_reason,
		@extschema@.area_rank_lowest(s.rate) OVER beside AS rank_lowest, @extschema@.area_rank_highest(s.rate) OVER beside AS rank_highest
	FROM shown AS s
	LEFT JOIN shown AS parent ON parent.area_code = s.parent_code AND parent.year = s.year AND parent.standard = s.standard AND parent.vintage = s.vintage
	WINDOW by_year AS (PARTITION BY s.area_code ORDER BY s.year), beside AS (PARTITION BY s.year, s.standard, s.vintage, s.parent_code)
)
SELECT coalesce(c.as_of, make_date(c.year, 12, 31)) AS as_of, c.year, nullif(c.standard, '') AS standard, nullif(c.vintage, '') AS vintage, c.level, c.area_code, c.area_name, c.parent_code, c.parent_name,
	c.households, c.poor, c.near_poor, c.rate AS "poverty_rate", c.near_poor / nullif(c.households, 0) AS near_poor_rate, 100 * c.poor / nullif(c.households, 0) AS poor_in_100, c.parent_rate,
	@extschema@.percent(c.rate - c.parent_rate)::float8 AS difference_from_parent_points, @extschema@.percent(c.change)::float8 AS change_points, c.relative_change,
	c.break_reason IS NOT NULL AS series_break, c.break_reason, c.rank_lowest, c.rank_highest
FROM compared AS c$sql$;
END;
$report$;

CREATE FUNCTION @extschema@.area_rate(source regclass, areas regclass DEFAULT NULL, columns jsonb DEFAULT '{}', area_columns jsonb DEFAULT '{}', minimum float8 DEFAULT 3) RETURNS SETOF @extschema@.area_rate_row
	LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
	SET search_path = pg_catalog, pg_temp
AS $report$
BEGIN
	RETURN QUERY EXECUTE @extschema@.area_rate_query(source, areas, columns, area_columns, minimum);
END;
$report$;

CREATE FUNCTION @extschema@.publish_area_rate(schema text, source regclass, areas regclass DEFAULT NULL, columns jsonb DEFAULT '{}', area_columns jsonb DEFAULT '{}', minimum float8 DEFAULT 3, view text DEFAULT 'area_rate') RETURNS regclass
	LANGUAGE SQL VOLATILE
BEGIN ATOMIC
	SELECT @extschema@.report_publish(schema, view, '@extschema@.area_rate_row'::pg_catalog.regtype, @extschema@.area_rate_query(source, areas, columns, area_columns, minimum));
END;

COMMENT ON TYPE @extschema@.area_rate_row IS
'Poverty of areas by year: one row for each area, year, standard and vintage. Withheld (NULL): counts of poor or near-poor of 1 or more and under the minimum, with their rates and all that follows from them; the smallest other count of the same parent where the parent''s own figure less the others would give them away; what is in an area whose figure is withheld. 0 is shown, and so are the numbers of all households. Not covered: areas that all have 1; areas in which nearly all are poor or near-poor; figures of other tables; views of other minimums or boundaries; other standards or vintages of the same households; the same view read before and after its table changed.';
COMMENT ON COLUMN @extschema@.area_rate_row.as_of IS
'The day that the figure speaks of: the latest as_of of its rows, or the last day of the year.';
COMMENT ON COLUMN @extschema@.area_rate_row.year IS
'The year.';
COMMENT ON COLUMN @extschema@.area_rate_row.standard IS
'The poverty standard; NULL where none is mapped.';
COMMENT ON COLUMN @extschema@.area_rate_row.vintage IS
'How settled the figure is, as the table has it: preliminary, official; NULL where none is mapped.';
COMMENT ON COLUMN @extschema@.area_rate_row.level IS
'Level of the area, as the table of areas has it.';
COMMENT ON COLUMN @extschema@.area_rate_row.area_code IS
'Code of the area.';
COMMENT ON COLUMN @extschema@.area_rate_row.area_name IS
'Name of the area in that year; NULL for a code that the table of areas does not have, which then counts in no other area.';
COMMENT ON COLUMN @extschema@.area_rate_row.parent_code IS
'Code of the area that this one is in; NULL at the top.';
COMMENT ON COLUMN @extschema@.area_rate_row.parent_name IS
'Name of the parent.';
COMMENT ON COLUMN @extschema@.area_rate_row.households IS
'Number of all households, or sum of the weights: the denominator of the rates.';
COMMENT ON COLUMN @extschema@.area_rate_row.poor IS
'Number of poor households, or sum of their weights: the numerator. NULL where it is withheld.';
COMMENT ON COLUMN @extschema@.area_rate_row.near_poor IS
'Number of near-poor households, or sum of their weights. NULL where it is withheld, or not known of all that the area counts.';
COMMENT ON COLUMN @extschema@.area_rate_row.poverty_rate IS
'poor / households, a fraction; of an area the ratio of sums, never a mean of rates. NULL where it is withheld.';
COMMENT ON COLUMN @extschema@.area_rate_row.near_poor_rate IS
'near_poor / households, a fraction. NULL where near_poor is.';
COMMENT ON COLUMN @extschema@.area_rate_row.poor_in_100 IS
'Poor households in 100 households: 100 · poor / households. NULL where it is withheld.';
COMMENT ON COLUMN @extschema@.area_rate_row.parent_rate IS
'The parent''s poverty_rate, a fraction; NULL at the top or where it is withheld.';
COMMENT ON COLUMN @extschema@.area_rate_row.difference_from_parent_points IS
'poverty_rate - parent_rate, in percentage points, rounded to 2 decimals after the subtraction; NULL where either is.';
COMMENT ON COLUMN @extschema@.area_rate_row.change_points IS
'poverty_rate less that of the year before in the same series (standard, vintage, boundaries), in percentage points, rounded to 2 decimals after the subtraction; NULL where either is withheld or the series has no figure of the year before.';
COMMENT ON COLUMN @extschema@.area_rate_row.relative_change IS
'The same change divided by the rate of the year before, a fraction: -0.2 is a fifth less; NULL where change_points is or the rate of the year before was 0.';
COMMENT ON COLUMN @extschema@.area_rate_row.series_break IS
'Whether the year before is there in another series only: another standard, vintage or boundaries, so that no change is given.';
COMMENT ON COLUMN @extschema@.area_rate_row.break_reason IS
'That other series: its standard, vintage and boundaries; NULL where there is no break.';
COMMENT ON COLUMN @extschema@.area_rate_row.rank_lowest IS
'Rank of poverty_rate among the areas of the same parent, 1 the lowest; equal rates share a rank; areas whose rate is withheld are not ranked.';
COMMENT ON COLUMN @extschema@.area_rate_row.rank_highest IS
'The same, 1 the highest.';
COMMENT ON FUNCTION @extschema@.area_rate_is_whole(regclass, jsonb) IS
'Whether the report area_rate of that table counts whole numbers: rows without weights, or columns of whole numbers. True for a NULL table or mapping, which names no column.';
COMMENT ON FUNCTION @extschema@.area_rate_counts(regclass, jsonb) IS
'SQL for the counts of households by lowest area, year, standard and vintage. Part of the report area_rate. A NULL table or mapping is an error (22023); errors in columns are those of the report (22023, 42703, 42804).';
COMMENT ON FUNCTION @extschema@.area_rate_query(regclass, regclass, jsonb, jsonb, float8) IS
'The SQL of area_rate() and of the view that publish_area_rate() makes, to be read, or run by other means. Changes nothing. source: the office''s table or view; columns maps the names below to its columns, {"year": "review_year"}, where they differ. Names: year (whole number or date), area_code, and either status (poverty_status or text: a row is a household) with weight, or households, poor and near_poor (counts that are there already, to be summed); standard, vintage, as_of. Needed: year, area_code, status or else households and poor. With weights, cells are small by the number of their rows. poor above households is an error when the view is read (22023). areas (may be NULL: no hierarchy, no names): one row for each area, or, where the units change, for each area and year, with columns area_code, area_name, level, parent_code, year, boundaries (what tells a unit from another that had its code at another time; part of the series), mapped by area_columns in the same way; figures of an area are those of the areas in it and of what stands under its own code. An area that is there twice (21000), and one without a year where others have one (22004), are errors when the view is read. Cells of fewer than minimum households (3 if not given; 1 withholds nothing) are withheld, and others that would give them away: see the comment of the view''s type. Rows with a NULL year, area or other needed column are left out. A timestamp with time zone is read in the time zone of the session that calls this, and the view keeps to it whoever reads it. A column that does not exist, or that none is mapped to where the report needs one, is an error (42703), one of a type that does not serve 42804, a name that is none of these 22023, a NULL minimum 22004.';
COMMENT ON FUNCTION @extschema@.area_rate(regclass, regclass, jsonb, jsonb, float8) IS
'The rows that the view of publish_area_rate() has, without a view, with the caller''s rights. source: the office''s table or view; columns maps the names below to its columns, {"year": "review_year"}, where they differ. Names: year (whole number or date), area_code, and either status (poverty_status or text: a row is a household) with weight, or households, poor and near_poor (counts that are there already, to be summed); standard, vintage, as_of. Needed: year, area_code, status or else households and poor. With weights, cells are small by the number of their rows. poor above households is an error when the view is read (22023). areas (may be NULL: no hierarchy, no names): one row for each area, or, where the units change, for each area and year, with columns area_code, area_name, level, parent_code, year, boundaries (what tells a unit from another that had its code at another time; part of the series), mapped by area_columns in the same way; figures of an area are those of the areas in it and of what stands under its own code. An area that is there twice (21000), and one without a year where others have one (22004), are errors when the view is read. Cells of fewer than minimum households (3 if not given; 1 withholds nothing) are withheld, and others that would give them away: see the comment of the view''s type. Rows with a NULL year, area or other needed column are left out. A timestamp with time zone is read in the time zone of the session that calls this, and the view keeps to it whoever reads it. A column that does not exist, or that none is mapped to where the report needs one, is an error (42703), one of a type that does not serve 42804, a name that is none of these 22023, a NULL minimum 22004.';
COMMENT ON FUNCTION @extschema@.publish_area_rate(text, regclass, regclass, jsonb, jsonb, float8, text) IS
'Makes the view (named area_rate if not given) in the schema, or makes it again with another mapping, and returns it. It belongs to the caller (made again, to whom it belonged), reads the tables with its owner''s rights (so that who may read the view needs no right on them), is a security barrier, and has the comments of type area_rate_row. The schema must be there (3F000) and the caller''s to create in (42501), and nothing but a view may have the view''s name (42809), and no view of other columns (42P16); it must not be NULL (22004). source: the office''s table or view; columns maps the names below to its columns, {"year": "review_year"}, where they differ. Names: year (whole number or date), area_code, and either status (poverty_status or text: a row is a household) with weight, or households, poor and near_poor (counts that are there already, to be summed); standard, vintage, as_of. Needed: year, area_code, status or else households and poor. With weights, cells are small by the number of their rows. poor above households is an error when the view is read (22023). areas (may be NULL: no hierarchy, no names): one row for each area, or, where the units change, for each area and year, with columns area_code, area_name, level, parent_code, year, boundaries (what tells a unit from another that had its code at another time; part of the series), mapped by area_columns in the same way; figures of an area are those of the areas in it and of what stands under its own code. An area that is there twice (21000), and one without a year where others have one (22004), are errors when the view is read. Cells of fewer than minimum households (3 if not given; 1 withholds nothing) are withheld, and others that would give them away: see the comment of the view''s type. Rows with a NULL year, area or other needed column are left out. A timestamp with time zone is read in the time zone of the session that calls this, and the view keeps to it whoever reads it. A column that does not exist, or that none is mapped to where the report needs one, is an error (42703), one of a type that does not serve 42804, a name that is none of these 22023, a NULL minimum 22004.';
