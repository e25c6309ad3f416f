-- SPDX-License-Identifier: PostgreSQL
/* ---- report: thresholds, coverage, money, deprivations, Lorenz curves ---- */

CREATE TYPE @extschema@.threshold_row AS (
	as_of date,
	year integer,
	standard text,
	area_type text,
	line float8,
	near_poor_line float8,
	currency text,
	period text,
	source text
);

CREATE TYPE @extschema@.programme_coverage_row AS (
	as_of date,
	year integer,
	area_code text,
	area_name text,
	level text,
	parent_code text,
	policy text,
	entitled float8,
	covered float8,
	coverage_rate float8,
	covered_in_100 float8
);

CREATE TYPE @extschema@.programme_money_row AS (
	as_of date,
	year integer,
	programme text,
	funding_source text,
	planned float8,
	spent float8,
	disbursement_rate float8
);

CREATE TYPE @extschema@.deprivation_rate_row AS (
	as_of date,
	year integer,
	standard text,
	area_code text,
	area_name text,
	level text,
	parent_code text,
	status text,
	indicator text,
	indicator_name text,
	indicator_name_vi text,
	indicator_position integer,
	households float8,
	deprived float8,
	deprivation_rate float8,
	deprived_in_100 float8
);

CREATE TYPE @extschema@.lorenz_point_row AS (
	as_of date,
	year integer,
	area_code text,
	area_name text,
	level text,
	parent_code text,
	population_share float8,
	income_share float8,
	gini float8
);

-- No table of the caller's: the lines that are in force at the end of each year. A user's own row goes before a shipped one.
CREATE FUNCTION @extschema@.threshold_query(standards text[] DEFAULT NULL, first_year integer DEFAULT 2011, last_year integer DEFAULT NULL) RETURNS text
	LANGUAGE plpgsql STABLE PARALLEL SAFE
	SET search_path = pg_catalog, pg_temp
AS $report$
BEGIN
	IF first_year IS NULL OR first_year NOT BETWEEN 1 AND 9999 OR last_year NOT BETWEEN first_year AND 9999 THEN
		RAISE EXCEPTION 'the years of a threshold report must be from 1 to 9999, the first not after the last, not % to %', first_year, last_year
			USING ERRCODE = 'invalid_parameter_value', HINT = 'last_year NULL goes on to the year of the day on which the view is read.';
	END IF;
	RETURN format($sql$SELECT make_date(y.year, 12, 31) AS as_of, y.year, l.standard::text AS standard, l.area_type::text AS area_type, l.line::float8 AS line, l.near_poor_line::float8 AS near_poor_line,
	l.currency, l.period, l.source
FROM generate_series(%s, %s) AS y(year)
JOIN LATERAL (
	SELECT DISTINCT ON (p.standard, p.area_type) p.standard, p.area_type, p.line, p.near_poor_line, p.currency, p.period, p.source
	FROM $sql$, first_year, coalesce(last_year::text, 'EXTRACT(year FROM CURRENT_DATE)::int4')) || '@extschema@.poverty_line AS p
	WHERE p.valid @> make_date(y.year, 12, 31)' || CASE WHEN standards IS NULL THEN '' ELSE format(' AND p.standard = ANY (%L::text[])', standards) END || '
	ORDER BY p.standard, p.area_type, p.shipped
) AS l ON true';
END;
$report$;

CREATE FUNCTION @extschema@.programme_coverage_query(source regclass, areas regclass DEFAULT NULL, columns jsonb DEFAULT '{}', area_columns jsonb DEFAULT '{}', minimum float8 DEFAULT 3) RETURNS text
	LANGUAGE plpgsql STABLE PARALLEL SAFE
	SET search_path = pg_catalog, pg_temp
AS $report$
DECLARE
	cell text := @extschema@.report_minimum(minimum);
	entitled text := CASE WHEN @extschema@.report_column(source, 'entitled', columns) = '' THEN 'true' ELSE 's.entitled' END;
BEGIN
	RETURN @extschema@.report_areas(areas, area_columns) || ',
counted AS (
	SELECT s.year, s.area_code, s.policy, max(s.as_of) FILTER (WHERE ' || entitled || ') AS as_of, count(*) FILTER (WHERE ' || entitled || ')::float8 AS entitled, count(*) FILTER (WHERE ' || entitled || ' AND s.covered)::float8 AS covered,
		count(*) FILTER (WHERE ' || entitled || ' AND s.status = ''poor'')::float8 AS poor, count(*) FILTER (WHERE ' || entitled || ' AND s.status = ''near_poor'')::float8 AS near_poor
	FROM (' || @extschema@.report_source(source, columns,
			'year year required', 'area_code code required', 'policy code required', 'entitled boolean', 'covered boolean required', 'status status', 'as_of date') || $sql$) AS s
	WHERE s.year IS NOT NULL AND s.area_code IS NOT NULL AND s.policy IS NOT NULL
	GROUP BY s.year, s.area_code, s.policy
),
rolled AS (
	SELECT c.year, c.policy, coalesce(w.area_code, c.area_code) AS area_code, max(c.as_of) AS as_of,
		sum(c.entitled) AS entitled, sum(c.covered) AS covered, sum(c.poor) AS poor, sum(c.near_poor) AS near_poor, @extschema@.poverty_rate(c.covered, c.entitled) AS "coverage_rate"
	FROM counted AS c
	LEFT JOIN within AS w ON w.inside = c.area_code AND (w.year IS NULL OR w.year = c.year)
	GROUP BY c.year, c.policy, coalesce(w.area_code, c.area_code)
),
-- first the poor and the near-poor among the entitled, where their status is known: the number of all of them less that
-- of one list, which area_rate or another policy shows, is that of the other; then who is entitled; then who was served,
-- which where all were is the same number
parts AS (
	SELECT r.*, p.area_name, p.level, p.parent_code, p.above, p.holds, p.is_rest, $sql$
		|| @extschema@.report_withheld('r.poor', 'false', cell) || ' OR '
		|| @extschema@.report_withheld('r.near_poor', 'false', cell) || $sql$ AS part_withheld
	FROM rolled AS r
	LEFT JOIN place AS p ON p.area_code = r.area_code AND (p.year IS NULL OR p.year = r.year)
	WINDOW siblings AS (PARTITION BY r.year, ROW(r.policy, p.parent_code) ORDER BY r.area_code)
),
whole_number AS (
	SELECT p.*, $sql$ || @extschema@.report_withheld('p.entitled', 'p.part_withheld', cell) || $sql$ AS entitled_withheld
	FROM parts AS p
	WINDOW siblings AS (PARTITION BY p.year, ROW(p.policy, p.parent_code) ORDER BY p.area_code)
),
protected AS (
	SELECT p.*, $sql$ || @extschema@.report_withheld('p.covered', 'p.entitled_withheld', cell) || $sql$ AS covered_withheld
	FROM whole_number AS p
	WINDOW siblings AS (PARTITION BY p.year, ROW(p.policy, p.parent_code) ORDER BY p.area_code)
),
-- what is in an area whose figure is withheld is withheld with it
withheld AS (
	SELECT c.*,
		c.entitled_withheld OR coalesce(c.above && array_agg(c.area_code) FILTER (WHERE c.holds AND c.entitled_withheld) OVER whole, false) AS entitled_hidden,
		c.covered_withheld OR coalesce(c.above && array_agg(c.area_code) FILTER (WHERE c.holds AND c.covered_withheld) OVER whole, false) AS covered_hidden
	FROM protected AS c
	WINDOW whole AS (PARTITION BY c.year, ROW(c.policy))
)
SELECT coalesce(CASE WHEN NOT h.entitled_hidden THEN h.as_of END, max(h.as_of) FILTER (WHERE NOT h.entitled_hidden) OVER (PARTITION BY h.year), make_date(h.year, 12, 31)) AS as_of, h.year, h.area_code, h.area_name, h.level, h.parent_code, h.policy,
	CASE WHEN NOT h.entitled_hidden THEN h.entitled END AS entitled, CASE WHEN NOT h.covered_hidden THEN h.covered END AS covered,
	CASE WHEN NOT (h.entitled_hidden OR h.covered_hidden) THEN h.coverage_rate END AS "coverage_rate",
	CASE WHEN NOT (h.entitled_hidden OR h.covered_hidden) THEN 100 * h.covered / nullif(h.entitled, 0) END AS covered_in_100
FROM withheld AS h
WHERE h.is_rest IS NOT TRUE$sql$;
END;
$report$;

-- Money of programmes is of no household, so nothing of it is withheld.
CREATE FUNCTION @extschema@.programme_money_query(source regclass, columns jsonb DEFAULT '{}') RETURNS text
	LANGUAGE plpgsql STABLE PARALLEL SAFE
	SET search_path = pg_catalog, pg_temp
AS $report$
BEGIN
	RETURN 'SELECT coalesce(max(s.as_of), make_date(s.year, 12, 31)) AS as_of, s.year, s.programme, s.funding_source,
	sum(s.planned::numeric)::float8 AS planned, sum(s.spent::numeric)::float8 AS spent, @extschema@.disbursement_rate(coalesce(s.spent, 0), s.planned) AS disbursement_rate
FROM (' || @extschema@.report_source(source, columns,
		'year year required', 'programme text required', 'funding_source text', 'planned number required', 'spent number required', 'as_of date') || ') AS s
WHERE s.year IS NOT NULL AND s.programme IS NOT NULL
GROUP BY s.year, s.programme, s.funding_source';
END;
$report$;

CREATE FUNCTION @extschema@.deprivation_rate_query(source regclass, areas regclass DEFAULT NULL, columns jsonb DEFAULT '{}', area_columns jsonb DEFAULT '{}', minimum float8 DEFAULT 3) RETURNS text
	LANGUAGE plpgsql STABLE PARALLEL SAFE
	SET search_path = pg_catalog, pg_temp
AS $report$
DECLARE
	cell text := @extschema@.report_minimum(minimum);
BEGIN
	RETURN @extschema@.report_areas(areas, area_columns) || ',
counted AS (
	SELECT s.year, coalesce(s.standard, '''') AS standard, s.area_code, s.status, max(s.as_of) AS as_of,
		@extschema@.mpi_summary(s.deprived, array_fill(1::float8, ARRAY[cardinality(s.deprived)]), 1::float8) AS summary
	FROM (' || @extschema@.report_source(source, columns,
			'year year required', 'area_code code required', 'status status required', 'deprived booleans required', 'standard code', 'as_of date') || $sql$) AS s
	WHERE s.year IS NOT NULL AND s.area_code IS NOT NULL AND s.status IN ('poor', 'near_poor') AND s.deprived IS NOT NULL
	GROUP BY s.year, coalesce(s.standard, ''), s.area_code, s.status
),
rolled AS (
	SELECT c.year, c.standard, l.status, coalesce(w.area_code, c.area_code) AS area_code, max(c.as_of) AS as_of, @extschema@.merge(c.summary) AS summary
	FROM counted AS c
	LEFT JOIN within AS w ON w.inside = c.area_code AND (w.year IS NULL OR w.year = c.year)
	CROSS JOIN LATERAL (VALUES (c.status::text), ('all')) AS l(status)
	GROUP BY c.year, c.standard, l.status, coalesce(w.area_code, c.area_code)
),
item AS (
	SELECT r.year, r.standard, r.status, r.area_code, r.as_of, @extschema@.observations(r.summary)::float8 AS households, d.deprived, d.position
	FROM rolled AS r
	CROSS JOIN LATERAL unnest(@extschema@.mpi_deprived_populations(r.summary)) WITH ORDINALITY AS d(deprived, position)
),
-- first by itself; then of the poor and near-poor together what would give one of the two away
apart AS (
	SELECT r.*, p.area_name, p.level, p.parent_code, p.above, p.holds, p.is_rest, $sql$
		|| @extschema@.report_withheld('r.households', 'false', cell) || ' AS households_apart, '
		|| @extschema@.report_withheld('r.deprived', 'false', cell) || $sql$ AS deprived_apart
	FROM item AS r
	LEFT JOIN place AS p ON p.area_code = r.area_code AND (p.year IS NULL OR p.year = r.year)
	WINDOW siblings AS (PARTITION BY r.year, ROW(r.standard, r.status, r.position, p.parent_code) ORDER BY r.area_code)
),
together AS (
	SELECT r.*, r.status = 'all' AND bool_or(r.households_apart) OVER statuses AS households_part, r.status = 'all' AND bool_or(r.deprived_apart) OVER statuses AS deprived_part
	FROM apart AS r
	WINDOW statuses AS (PARTITION BY r.year, ROW(r.standard, r.position, r.area_code))
),
listed AS (
	SELECT p.*, $sql$
		|| @extschema@.report_withheld('p.households', 'p.households_apart OR p.households_part', cell) || $sql$ AS households_withheld
	FROM together AS p
	WINDOW siblings AS (PARTITION BY p.year, ROW(p.standard, p.status, p.position, p.parent_code) ORDER BY p.area_code)
),
-- where all of them lack it, the deprived are as many as the households
protected AS (
	SELECT p.*, $sql$
		|| @extschema@.report_withheld('p.deprived', 'p.deprived_apart OR p.deprived_part OR p.households_withheld', cell) || $sql$ AS deprived_withheld
	FROM listed AS p
	WINDOW siblings AS (PARTITION BY p.year, ROW(p.standard, p.status, p.position, p.parent_code) ORDER BY p.area_code)
),
-- what is in an area whose figure is withheld is withheld with it
withheld AS (
	SELECT c.*,
		c.households_withheld OR coalesce(c.above && array_agg(c.area_code) FILTER (WHERE c.holds AND c.households_withheld) OVER whole, false) AS households_hidden,
		c.deprived_withheld OR coalesce(c.above && array_agg(c.area_code) FILTER (WHERE c.holds AND c.deprived_withheld) OVER whole, false) AS deprived_hidden
	FROM protected AS c
	WINDOW whole AS (PARTITION BY c.year, ROW(c.standard, c.status, c.position))
)
SELECT coalesce(CASE WHEN NOT h.households_hidden THEN h.as_of END, max(h.as_of) FILTER (WHERE NOT h.households_hidden) OVER (PARTITION BY h.year), make_date(h.year, 12, 31)) AS as_of, h.year, nullif(h.standard, '') AS standard, h.area_code, h.area_name, h.level, h.parent_code, h.status,
	coalesce(i.code::text, h.position::text) AS indicator, coalesce(i.name, h.position::text) AS indicator_name, i.name_vi AS indicator_name_vi, h.position::int4 AS indicator_position,
	CASE WHEN NOT h.households_hidden THEN h.households END AS households, CASE WHEN NOT h.deprived_hidden THEN h.deprived END AS deprived,
	CASE WHEN NOT (h.households_hidden OR h.deprived_hidden) THEN h.deprived / nullif(h.households, 0) END AS "deprivation_rate",
	CASE WHEN NOT (h.households_hidden OR h.deprived_hidden) THEN 100 * h.deprived / nullif(h.households, 0) END AS deprived_in_100
FROM withheld AS h
LEFT JOIN LATERAL (
	SELECT d.code, d.name, d.name_vi FROM @extschema@.deprivation_indicator AS d
	WHERE d.standard = h.standard AND d."position" = h.position ORDER BY d.shipped LIMIT 1
) AS i ON true
WHERE h.is_rest IS NOT TRUE$sql$;
END;
$report$;

CREATE FUNCTION @extschema@.lorenz_point_query(source regclass, areas regclass DEFAULT NULL, columns jsonb DEFAULT '{}', area_columns jsonb DEFAULT '{}', minimum float8 DEFAULT 3, groups integer DEFAULT 10) RETURNS text
	LANGUAGE plpgsql STABLE PARALLEL SAFE
	SET search_path = pg_catalog, pg_temp
AS $report$
DECLARE
	income oid := (SELECT @extschema@.report_base_type(a.atttypid) FROM pg_attribute AS a
		WHERE a.attrelid = source AND a.attname = @extschema@.report_column(source, 'income', columns) AND a.attnum > 0 AND NOT a.attisdropped);
	stored boolean := coalesce(income = '@extschema@.income_distribution'::regtype, false);
	weighted boolean := @extschema@.report_column(source, 'weight', columns) <> '';
BEGIN
	IF groups IS NULL OR groups NOT BETWEEN 2 AND 100 THEN
		RAISE EXCEPTION 'a Lorenz curve for a report must be of 2 to 100 groups, not %', groups
			USING ERRCODE = 'invalid_parameter_value', HINT = '10 gives the income shares of the tenths.';
	END IF;
	IF stored AND weighted THEN
		RAISE EXCEPTION 'stored distributions have their weights within'
			USING ERRCODE = 'invalid_parameter_value', HINT = 'Map no column as "weight": {"weight": null}.';
	END IF;
	RETURN @extschema@.report_areas(areas, area_columns) || ',
counted AS (
	SELECT s.year, s.area_code, max(s.as_of) AS as_of, '
		|| CASE WHEN stored THEN '@extschema@.merge(s.income)' WHEN weighted THEN '@extschema@.income_distribution(s.income, s.weight)' ELSE '@extschema@.income_distribution(s.income)' END || ' AS incomes
	FROM (' || @extschema@.report_source(source, columns,
			'year year required', 'area_code code required', 'income income required', 'weight number', 'as_of date') || $sql$) AS s
	WHERE s.year IS NOT NULL AND s.area_code IS NOT NULL
	GROUP BY s.year, s.area_code
),
rolled AS (
	SELECT c.year, coalesce(w.area_code, c.area_code) AS area_code, max(c.as_of) AS as_of, @extschema@.merge(c.incomes) AS incomes
	FROM counted AS c
	LEFT JOIN within AS w ON w.inside = c.area_code AND (w.year IS NULL OR w.year = c.year)
	GROUP BY c.year, coalesce(w.area_code, c.area_code)
),
-- each point rests on a group of households; and the curve of the parent less those of all areas in it but one tells of
-- the households of that one
protected AS (
	SELECT p.*, $sql$ || @extschema@.report_withheld('p.households', 'false', '(' || groups || ' * ' || @extschema@.report_minimum(minimum) || ')') || $sql$ AS withheld
	FROM (
		SELECT r.*, @extschema@.observations(r.incomes)::float8 AS households, a.area_name, a.level, a.parent_code, a.above, a.holds, a.is_rest
		FROM rolled AS r
		LEFT JOIN place AS a ON a.area_code = r.area_code AND (a.year IS NULL OR a.year = r.year)
	) AS p
	WINDOW siblings AS (PARTITION BY p.year, ROW(p.parent_code) ORDER BY p.area_code)
),
curve AS (
	SELECT v.*, CASE WHEN NOT v.hidden THEN @extschema@.lorenz_curve(v.incomes, $sql$ || groups || $sql$) END AS shares, CASE WHEN NOT v.hidden THEN @extschema@.gini(v.incomes) END AS "gini"
	FROM (
		SELECT h.*, h.withheld OR coalesce(h.above && array_agg(h.area_code) FILTER (WHERE h.holds AND h.withheld) OVER (PARTITION BY h.year), false) AS hidden
		FROM protected AS h
	) AS v
)
SELECT coalesce(CASE WHEN NOT c.hidden THEN c.as_of END, max(c.as_of) FILTER (WHERE NOT c.hidden) OVER (PARTITION BY c.year), make_date(c.year, 12, 31)) AS as_of, c.year, c.area_code, c.area_name, c.level, c.parent_code,
	g.step / $sql$ || groups || $sql$::float8 AS population_share, c.shares[g.step + 1] AS income_share, c.gini
FROM curve AS c
CROSS JOIN LATERAL generate_series(0, $sql$ || groups || $sql$) AS g(step)
WHERE c.is_rest IS NOT TRUE$sql$;
END;
$report$;

CREATE FUNCTION @extschema@.threshold(standards text[] DEFAULT NULL, first_year integer DEFAULT 2011, last_year integer DEFAULT NULL) RETURNS SETOF @extschema@.threshold_row
	LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
	SET search_path = pg_catalog, pg_temp
AS $report$
BEGIN
	RETURN QUERY EXECUTE @extschema@.threshold_query(standards, first_year, last_year);
END;
$report$;

CREATE FUNCTION @extschema@.programme_coverage(source regclass, areas regclass DEFAULT NULL, columns jsonb DEFAULT '{}', area_columns jsonb DEFAULT '{}', minimum float8 DEFAULT 3) RETURNS SETOF @extschema@.programme_coverage_row
	LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
	SET search_path = pg_catalog, pg_temp
AS $report$
BEGIN
	RETURN QUERY EXECUTE @extschema@.programme_coverage_query(source, areas, columns, area_columns, minimum);
END;
$report$;

CREATE FUNCTION @extschema@.programme_money(source regclass, columns jsonb DEFAULT '{}') RETURNS SETOF @extschema@.programme_money_row
	LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
	SET search_path = pg_catalog, pg_temp
AS $report$
BEGIN
	RETURN QUERY EXECUTE @extschema@.programme_money_query(source, columns);
END;
$report$;

CREATE FUNCTION @extschema@.deprivation_rate(source regclass, areas regclass DEFAULT NULL, columns jsonb DEFAULT '{}', area_columns jsonb DEFAULT '{}', minimum float8 DEFAULT 3) RETURNS SETOF @extschema@.deprivation_rate_row
	LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
	SET search_path = pg_catalog, pg_temp
AS $report$
BEGIN
	RETURN QUERY EXECUTE @extschema@.deprivation_rate_query(source, areas, columns, area_columns, minimum);
END;
$report$;

CREATE FUNCTION @extschema@.lorenz_point(source regclass, areas regclass DEFAULT NULL, columns jsonb DEFAULT '{}', area_columns jsonb DEFAULT '{}', minimum float8 DEFAULT 3, groups integer DEFAULT 10) RETURNS SETOF @extschema@.lorenz_point_row
	LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
	SET search_path = pg_catalog, pg_temp
AS $report$
BEGIN
	RETURN QUERY EXECUTE @extschema@.lorenz_point_query(source, areas, columns, area_columns, minimum, groups);
END;
$report$;

CREATE FUNCTION @extschema@.publish_threshold(schema text, standards text[] DEFAULT NULL, first_year integer DEFAULT 2011, last_year integer DEFAULT NULL, view text DEFAULT 'threshold') RETURNS regclass
	LANGUAGE SQL VOLATILE
BEGIN ATOMIC
	SELECT @extschema@.report_publish(schema, view, '@extschema@.threshold_row'::pg_catalog.regtype, @extschema@.threshold_query(standards, first_year, last_year));
END;

CREATE FUNCTION @extschema@.publish_programme_coverage(schema text, source regclass, areas regclass DEFAULT NULL, columns jsonb DEFAULT '{}', area_columns jsonb DEFAULT '{}', minimum float8 DEFAULT 3, view text DEFAULT 'programme_coverage') RETURNS regclass
	LANGUAGE SQL VOLATILE
BEGIN ATOMIC
	SELECT @extschema@.report_publish(schema, view, '@extschema@.programme_coverage_row'::pg_catalog.regtype, @extschema@.programme_coverage_query(source, areas, columns, area_columns, minimum));
END;

CREATE FUNCTION @extschema@.publish_programme_money(schema text, source regclass, columns jsonb DEFAULT '{}', view text DEFAULT 'programme_money') RETURNS regclass
	LANGUAGE SQL VOLATILE
BEGIN ATOMIC
	SELECT @extschema@.report_publish(schema, view, '@extschema@.programme_money_row'::pg_catalog.regtype, @extschema@.programme_money_query(source, columns));
END;

CREATE FUNCTION @extschema@.publish_deprivation_rate(schema text, source regclass, areas regclass DEFAULT NULL, columns jsonb DEFAULT '{}', area_columns jsonb DEFAULT '{}', minimum float8 DEFAULT 3, view text DEFAULT 'deprivation_rate') RETURNS regclass
	LANGUAGE SQL VOLATILE
BEGIN ATOMIC
	SELECT @extschema@.report_publish(schema, view, '@extschema@.deprivation_rate_row'::pg_catalog.regtype, @extschema@.deprivation_rate_query(source, areas, columns, area_columns, minimum));
END;

CREATE FUNCTION @extschema@.publish_lorenz_point(schema text, source regclass, areas regclass DEFAULT NULL, columns jsonb DEFAULT '{}', area_columns jsonb DEFAULT '{}', minimum float8 DEFAULT 3, groups integer DEFAULT 10, view text DEFAULT 'lorenz_point') RETURNS regclass
	LANGUAGE SQL VOLATILE
BEGIN ATOMIC
	SELECT @extschema@.report_publish(schema, view, '@extschema@.lorenz_point_row'::pg_catalog.regtype, @extschema@.lorenz_point_query(source, areas, columns, area_columns, minimum, groups));
END;

COMMENT ON TYPE @extschema@.threshold_row IS
'Poverty lines in force at the end of each year, by standard and kind of area: one row for each. From the table poverty_line; a row of the users'' own goes before a shipped one.';
COMMENT ON COLUMN @extschema@.threshold_row.as_of IS
'The last day of the year.';
COMMENT ON COLUMN @extschema@.threshold_row.year IS
'The year.';
COMMENT ON COLUMN @extschema@.threshold_row.standard IS
'The poverty standard.';
COMMENT ON COLUMN @extschema@.threshold_row.area_type IS
'Kind of area: rural, urban or all.';
COMMENT ON COLUMN @extschema@.threshold_row.line IS
'The line, in the currency a period; whether the line itself is poor, the standard says.';
COMMENT ON COLUMN @extschema@.threshold_row.near_poor_line IS
'The upper line of the near-poor; NULL where the standard has none or it is not verified.';
COMMENT ON COLUMN @extschema@.threshold_row.currency IS
'Currency of the lines.';
COMMENT ON COLUMN @extschema@.threshold_row.period IS
'Period of the lines: day, month or year.';
COMMENT ON COLUMN @extschema@.threshold_row.source IS
'The law or publication.';
COMMENT ON FUNCTION @extschema@.threshold_query(text[], integer, integer) IS
'The SQL of threshold() and of the view that publish_threshold() makes, to be read, or run by other means. Changes nothing. standards: which (NULL: all); the years from first_year to last_year (NULL: the year of the day on which the view is read), which must be in order (22023).';
COMMENT ON FUNCTION @extschema@.threshold(text[], integer, integer) IS
'The rows that the view of publish_threshold() has, without a view, with the caller''s rights. standards: which (NULL: all); the years from first_year to last_year (NULL: the year of the day on which the view is read), which must be in order (22023).';
COMMENT ON FUNCTION @extschema@.publish_threshold(text, text[], integer, integer, text) IS
'Makes the view (named threshold if not given) in the schema, or makes it again with another mapping, and returns it. It belongs to the caller (made again, to whom it belonged), reads the tables with its owner''s rights (so that who may read the view needs no right on them), is a security barrier, and has the comments of type threshold_row. The schema must be there (3F000) and the caller''s to create in (42501), and nothing but a view may have the view''s name (42809), and no view of other columns (42P16); it must not be NULL (22004). standards: which (NULL: all); the years from first_year to last_year (NULL: the year of the day on which the view is read), which must be in order (22023).';
COMMENT ON TYPE @extschema@.programme_coverage_row IS
'Coverage of policies by area and year: one row for each area, year and policy. Withheld (NULL): entitled and covered of 1 or more and under the minimum; entitled among whom so few are poor or near-poor, where their status is known, for area_rate and other policies show the rest; covered where entitled is, for where all were served the two are one number; the smallest other count of the same parent where subtraction would give them away; what is in an area whose figure is withheld; the rate where either is. Not covered: how many were entitled and not served, where it is small; where no status is mapped, what area_rate and other policies tell: if all poor and near-poor are entitled, their number less the near-poor is the poor.';
COMMENT ON COLUMN @extschema@.programme_coverage_row.as_of IS
'The day that the figure speaks of: the latest as_of of its rows, or the last day of the year. Where the figure is withheld, the latest of the others of the year: else one household''s day would be read.';
COMMENT ON COLUMN @extschema@.programme_coverage_row.year IS
'The year.';
COMMENT ON COLUMN @extschema@.programme_coverage_row.area_code IS
'Code of the area.';
COMMENT ON COLUMN @extschema@.programme_coverage_row.area_name IS
'Name of the area in that year; NULL for a code that the table of areas does not have, which then counts in no other area.';
COMMENT ON COLUMN @extschema@.programme_coverage_row.level IS
'Level of the area, as the table of areas has it.';
COMMENT ON COLUMN @extschema@.programme_coverage_row.parent_code IS
'Code of the area that this one is in; NULL at the top.';
COMMENT ON COLUMN @extschema@.programme_coverage_row.policy IS
'The policy.';
COMMENT ON COLUMN @extschema@.programme_coverage_row.entitled IS
'Number of entitled households. NULL where it is withheld.';
COMMENT ON COLUMN @extschema@.programme_coverage_row.covered IS
'Number of those that were served; unrecorded counts as not served. NULL where it is withheld.';
COMMENT ON COLUMN @extschema@.programme_coverage_row.coverage_rate IS
'covered / entitled, a fraction; NULL where nobody was entitled or either is withheld.';
COMMENT ON COLUMN @extschema@.programme_coverage_row.covered_in_100 IS
'100 · covered / entitled; NULL where coverage_rate is.';
COMMENT ON FUNCTION @extschema@.programme_coverage_query(regclass, regclass, jsonb, jsonb, float8) IS
'The SQL of programme_coverage() and of the view that publish_programme_coverage() makes, to be read, or run by other means. Changes nothing. source: the office''s table or view; columns maps the names below to its columns, {"year": "review_year"}, where they differ. Names: year, area_code, policy, entitled (boolean; all rows where it is not mapped), covered (boolean), status (poverty_status or text; it protects the few poor or near-poor among the entitled, so map it if the area_rate of the same households is published; {"status": null} where the column of that name is something else), as_of: one row for each household and policy of a year: of preliminary and official rows, which area_rate tells apart, map a view of the ones. Needed: year, area_code, policy and covered. areas (may be NULL: no hierarchy, no names): one row for each area, or, where the units change, for each area and year, with columns area_code, area_name, level, parent_code, year, boundaries (what tells a unit from another that had its code at another time; part of the series), mapped by area_columns in the same way; figures of an area are those of the areas in it and of what stands under its own code. An area that is there twice (21000), and one without a year where others have one (22004), are errors when the view is read. Cells of fewer than minimum households (3 if not given; 1 withholds nothing) are withheld, and others that would give them away: see the comment of the view''s type. Rows with a NULL year, area or other needed column are left out. A timestamp with time zone is read in the time zone of the session that calls this, and the view keeps to it whoever reads it. A column that does not exist, or that none is mapped to where the report needs one, is an error (42703), one of a type that does not serve 42804, a name that is none of these 22023, a NULL minimum 22004.';
COMMENT ON FUNCTION @extschema@.programme_coverage(regclass, regclass, jsonb, jsonb, float8) IS
'The rows that the view of publish_programme_coverage() has, without a view, with the caller''s rights. source: the office''s table or view; columns maps the names below to its columns, {"year": "review_year"}, where they differ. Names: year, area_code, policy, entitled (boolean; all rows where it is not mapped), covered (boolean), status (poverty_status or text; it protects the few poor or near-poor among the entitled, so map it if the area_rate of the same households is published; {"status": null} where the column of that name is something else), as_of: one row for each household and policy of a year: of preliminary and official rows, which area_rate tells apart, map a view of the ones. Needed: year, area_code, policy and covered. areas (may be NULL: no hierarchy, no names): one row for each area, or, where the units change, for each area and year, with columns area_code, area_name, level, parent_code, year, boundaries (what tells a unit from another that had its code at another time; part of the series), mapped by area_columns in the same way; figures of an area are those of the areas in it and of what stands under its own code. An area that is there twice (21000), and one without a year where others have one (22004), are errors when the view is read. Cells of fewer than minimum households (3 if not given; 1 withholds nothing) are withheld, and others that would give them away: see the comment of the view''s type. Rows with a NULL year, area or other needed column are left out. A timestamp with time zone is read in the time zone of the session that calls this, and the view keeps to it whoever reads it. A column that does not exist, or that none is mapped to where the report needs one, is an error (42703), one of a type that does not serve 42804, a name that is none of these 22023, a NULL minimum 22004.';
COMMENT ON FUNCTION @extschema@.publish_programme_coverage(text, regclass, regclass, jsonb, jsonb, float8, text) IS
'Makes the view (named programme_coverage if not given) in the schema, or makes it again with another mapping, and returns it. It belongs to the caller (made again, to whom it belonged), reads the tables with its owner''s rights (so that who may read the view needs no right on them), is a security barrier, and has the comments of type programme_coverage_row. The schema must be there (3F000) and the caller''s to create in (42501), and nothing but a view may have the view''s name (42809), and no view of other columns (42P16); it must not be NULL (22004). source: the office''s table or view; columns maps the names below to its columns, {"year": "review_year"}, where they differ. Names: year, area_code, policy, entitled (boolean; all rows where it is not mapped), covered (boolean), status (poverty_status or text; it protects the few poor or near-poor among the entitled, so map it if the area_rate of the same households is published; {"status": null} where the column of that name is something else), as_of: one row for each household and policy of a year: of preliminary and official rows, which area_rate tells apart, map a view of the ones. Needed: year, area_code, policy and covered. areas (may be NULL: no hierarchy, no names): one row for each area, or, where the units change, for each area and year, with columns area_code, area_name, level, parent_code, year, boundaries (what tells a unit from another that had its code at another time; part of the series), mapped by area_columns in the same way; figures of an area are those of the areas in it and of what stands under its own code. An area that is there twice (21000), and one without a year where others have one (22004), are errors when the view is read. Cells of fewer than minimum households (3 if not given; 1 withholds nothing) are withheld, and others that would give them away: see the comment of the view''s type. Rows with a NULL year, area or other needed column are left out. A timestamp with time zone is read in the time zone of the session that calls this, and the view keeps to it whoever reads it. A column that does not exist, or that none is mapped to where the report needs one, is an error (42703), one of a type that does not serve 42804, a name that is none of these 22023, a NULL minimum 22004.';
COMMENT ON TYPE @extschema@.programme_money_row IS
'Money of programmes by year and source of funds: one row for each. Nothing is withheld: it is money of programmes, not of households.';
COMMENT ON COLUMN @extschema@.programme_money_row.as_of IS
'The day that the figure speaks of: the latest as_of of its rows, or the last day of the year.';
COMMENT ON COLUMN @extschema@.programme_money_row.year IS
'The year.';
COMMENT ON COLUMN @extschema@.programme_money_row.programme IS
'The programme.';
COMMENT ON COLUMN @extschema@.programme_money_row.funding_source IS
'Where the money comes from; NULL where none is mapped.';
COMMENT ON COLUMN @extschema@.programme_money_row.planned IS
'Money planned, in the currency of the table.';
COMMENT ON COLUMN @extschema@.programme_money_row.spent IS
'Money spent, in the same.';
COMMENT ON COLUMN @extschema@.programme_money_row.disbursement_rate IS
'spent / planned, a fraction; may exceed 1; NULL where nothing was planned.';
COMMENT ON FUNCTION @extschema@.programme_money_query(regclass, jsonb) IS
'The SQL of programme_money() and of the view that publish_programme_money() makes, to be read, or run by other means. Changes nothing. source: the office''s table or view; columns maps the names below to its columns, {"year": "review_year"}, where they differ. Names: year, programme, funding_source, planned, spent, as_of. Needed: year, programme, planned, spent. What was paid back counts below 0; NaN and infinite amounts are errors when the view is read (22023). Rows with a NULL year, area or other needed column are left out. A timestamp with time zone is read in the time zone of the session that calls this, and the view keeps to it whoever reads it. A column that does not exist, or that none is mapped to where the report needs one, is an error (42703), one of a type that does not serve 42804, a name that is none of these 22023.';
COMMENT ON FUNCTION @extschema@.programme_money(regclass, jsonb) IS
'The rows that the view of publish_programme_money() has, without a view, with the caller''s rights. source: the office''s table or view; columns maps the names below to its columns, {"year": "review_year"}, where they differ. Names: year, programme, funding_source, planned, spent, as_of. Needed: year, programme, planned, spent. What was paid back counts below 0; NaN and infinite amounts are errors when the view is read (22023). Rows with a NULL year, area or other needed column are left out. A timestamp with time zone is read in the time zone of the session that calls this, and the view keeps to it whoever reads it. A column that does not exist, or that none is mapped to where the report needs one, is an error (42703), one of a type that does not serve 42804, a name that is none of these 22023.';
COMMENT ON FUNCTION @extschema@.publish_programme_money(text, regclass, jsonb, text) IS
'Makes the view (named programme_money if not given) in the schema, or makes it again with another mapping, and returns it. It belongs to the caller (made again, to whom it belonged), reads the tables with its owner''s rights (so that who may read the view needs no right on them), is a security barrier, and has the comments of type programme_money_row. The schema must be there (3F000) and the caller''s to create in (42501), and nothing but a view may have the view''s name (42809), and no view of other columns (42P16); it must not be NULL (22004). source: the office''s table or view; columns maps the names below to its columns, {"year": "review_year"}, where they differ. Names: year, programme, funding_source, planned, spent, as_of. Needed: year, programme, planned, spent. What was paid back counts below 0; NaN and infinite amounts are errors when the view is read (22023). Rows with a NULL year, area or other needed column are left out. A timestamp with time zone is read in the time zone of the session that calls this, and the view keeps to it whoever reads it. A column that does not exist, or that none is mapped to where the report needs one, is an error (42703), one of a type that does not serve 42804, a name that is none of these 22023.';
COMMENT ON TYPE @extschema@.deprivation_rate_row IS
'Deprivations of the poor and the near-poor by area and year: one row for each area, year, standard, list and indicator. Households whose deprivations are not known are left out. Withheld (NULL): numbers of 1 or more and under the minimum; deprived where households is, for where all lack it the two are one number; the smallest other number of the same parent, and that of both lists together, where subtraction would give them away; what is in an area whose figure is withheld; the rate where either of its numbers is. Not covered: that all, or all but a few, lack it; where the deprivations of some are not known, what area_rate tells of all.';
COMMENT ON COLUMN @extschema@.deprivation_rate_row.as_of IS
'The day that the figure speaks of: the latest as_of of its rows, or the last day of the year. Where the figure is withheld, the latest of the others of the year: else one household''s day would be read.';
COMMENT ON COLUMN @extschema@.deprivation_rate_row.year IS
'The year.';
COMMENT ON COLUMN @extschema@.deprivation_rate_row.standard IS
'The poverty standard, whose indicators these are; NULL where none is mapped. Two standards of one year are two sets of rows.';
COMMENT ON COLUMN @extschema@.deprivation_rate_row.area_code IS
'Code of the area.';
COMMENT ON COLUMN @extschema@.deprivation_rate_row.area_name IS
'Name of the area in that year; NULL for a code that the table of areas does not have, which then counts in no other area.';
COMMENT ON COLUMN @extschema@.deprivation_rate_row.level IS
'Level of the area, as the table of areas has it.';
COMMENT ON COLUMN @extschema@.deprivation_rate_row.parent_code IS
'Code of the area that this one is in; NULL at the top.';
COMMENT ON COLUMN @extschema@.deprivation_rate_row.status IS
'Whose deprivations: poor, near_poor, or all (both lists together).';
COMMENT ON COLUMN @extschema@.deprivation_rate_row.indicator IS
'Code of the indicator in the standard, or its number where no standard is mapped.';
COMMENT ON COLUMN @extschema@.deprivation_rate_row.indicator_name IS
'Its name.';
COMMENT ON COLUMN @extschema@.deprivation_rate_row.indicator_name_vi IS
'Its name in Vietnamese.';
COMMENT ON COLUMN @extschema@.deprivation_rate_row.indicator_position IS
'Its number in the standard, for sorting.';
COMMENT ON COLUMN @extschema@.deprivation_rate_row.households IS
'Number of households of the list whose deprivations are known. NULL where it is withheld.';
COMMENT ON COLUMN @extschema@.deprivation_rate_row.deprived IS
'How many of them lack it. NULL where it is withheld.';
COMMENT ON COLUMN @extschema@.deprivation_rate_row.deprivation_rate IS
'deprived / households, a fraction; NULL where either is withheld.';
COMMENT ON COLUMN @extschema@.deprivation_rate_row.deprived_in_100 IS
'100 · deprived / households; NULL where deprivation_rate is.';
COMMENT ON FUNCTION @extschema@.deprivation_rate_query(regclass, regclass, jsonb, jsonb, float8) IS
'The SQL of deprivation_rate() and of the view that publish_deprivation_rate() makes, to be read, or run by other means. Changes nothing. source: the office''s table or view; columns maps the names below to its columns, {"year": "review_year"}, where they differ. Names: year, area_code, status, deprived (boolean[], one element for each indicator, none NULL: 22004 when the view is read), standard, as_of: one row for each household of a year and standard: of preliminary and official rows, which area_rate tells apart, map a view of the ones. Needed: the first four. areas (may be NULL: no hierarchy, no names): one row for each area, or, where the units change, for each area and year, with columns area_code, area_name, level, parent_code, year, boundaries (what tells a unit from another that had its code at another time; part of the series), mapped by area_columns in the same way; figures of an area are those of the areas in it and of what stands under its own code. An area that is there twice (21000), and one without a year where others have one (22004), are errors when the view is read. Cells of fewer than minimum households (3 if not given; 1 withholds nothing) are withheld, and others that would give them away: see the comment of the view''s type. Rows with a NULL year, area or other needed column are left out. A timestamp with time zone is read in the time zone of the session that calls this, and the view keeps to it whoever reads it. A column that does not exist, or that none is mapped to where the report needs one, is an error (42703), one of a type that does not serve 42804, a name that is none of these 22023, a NULL minimum 22004.';
COMMENT ON FUNCTION @extschema@.deprivation_rate(regclass, regclass, jsonb, jsonb, float8) IS
'The rows that the view of publish_deprivation_rate() has, without a view, with the caller''s rights. source: the office''s table or view; columns maps the names below to its columns, {"year": "review_year"}, where they differ. Names: year, area_code, status, deprived (boolean[], one element for each indicator, none NULL: 22004 when the view is read), standard, as_of: one row for each household of a year and standard: of preliminary and official rows, which area_rate tells apart, map a view of the ones. Needed: the first four. areas (may be NULL: no hierarchy, no names): one row for each area, or, where the units change, for each area and year, with columns area_code, area_name, level, parent_code, year, boundaries (what tells a unit from another that had its code at another time; part of the series), mapped by area_columns in the same way; figures of an area are those of the areas in it and of what stands under its own code. An area that is there twice (21000), and one without a year where others have one (22004), are errors when the view is read. Cells of fewer than minimum households (3 if not given; 1 withholds nothing) are withheld, and others that would give them away: see the comment of the view''s type. Rows with a NULL year, area or other needed column are left out. A timestamp with time zone is read in the time zone of the session that calls this, and the view keeps to it whoever reads it. A column that does not exist, or that none is mapped to where the report needs one, is an error (42703), one of a type that does not serve 42804, a name that is none of these 22023, a NULL minimum 22004.';
COMMENT ON FUNCTION @extschema@.publish_deprivation_rate(text, regclass, regclass, jsonb, jsonb, float8, text) IS
'Makes the view (named deprivation_rate if not given) in the schema, or makes it again with another mapping, and returns it. It belongs to the caller (made again, to whom it belonged), reads the tables with its owner''s rights (so that who may read the view needs no right on them), is a security barrier, and has the comments of type deprivation_rate_row. The schema must be there (3F000) and the caller''s to create in (42501), and nothing but a view may have the view''s name (42809), and no view of other columns (42P16); it must not be NULL (22004). source: the office''s table or view; columns maps the names below to its columns, {"year": "review_year"}, where they differ. Names: year, area_code, status, deprived (boolean[], one element for each indicator, none NULL: 22004 when the view is read), standard, as_of: one row for each household of a year and standard: of preliminary and official rows, which area_rate tells apart, map a view of the ones. Needed: the first four. areas (may be NULL: no hierarchy, no names): one row for each area, or, where the units change, for each area and year, with columns area_code, area_name, level, parent_code, year, boundaries (what tells a unit from another that had its code at another time; part of the series), mapped by area_columns in the same way; figures of an area are those of the areas in it and of what stands under its own code. An area that is there twice (21000), and one without a year where others have one (22004), are errors when the view is read. Cells of fewer than minimum households (3 if not given; 1 withholds nothing) are withheld, and others that would give them away: see the comment of the view''s type. Rows with a NULL year, area or other needed column are left out. A timestamp with time zone is read in the time zone of the session that calls this, and the view keeps to it whoever reads it. A column that does not exist, or that none is mapped to where the report needs one, is an error (42703), one of a type that does not serve 42804, a name that is none of these 22023, a NULL minimum 22004.';
COMMENT ON TYPE @extschema@.lorenz_point_row IS
'Lorenz curves of areas by year, and their Gini coefficients: one row for each area, year and point. Withheld (NULL): curves of fewer than the number of groups times the minimum of households, so that of equal weights no group is smaller than the minimum; where only one area of a parent is so, the smallest other, for the curve of the parent less those of the others would tell; what is in an area that is withheld. Not covered: groups of fewer households where weights differ; an income that outweighs the others of its group.';
COMMENT ON COLUMN @extschema@.lorenz_point_row.as_of IS
'The day that the figure speaks of: the latest as_of of its rows, or the last day of the year. Where the figure is withheld, the latest of the others of the year: else one household''s day would be read.';
COMMENT ON COLUMN @extschema@.lorenz_point_row.year IS
'The year.';
COMMENT ON COLUMN @extschema@.lorenz_point_row.area_code IS
'Code of the area.';
COMMENT ON COLUMN @extschema@.lorenz_point_row.area_name IS
'Name of the area in that year; NULL for a code that the table of areas does not have, which then counts in no other area.';
COMMENT ON COLUMN @extschema@.lorenz_point_row.level IS
'Level of the area, as the table of areas has it.';
COMMENT ON COLUMN @extschema@.lorenz_point_row.parent_code IS
'Code of the area that this one is in; NULL at the top.';
COMMENT ON COLUMN @extschema@.lorenz_point_row.population_share IS
'The poorest share of the population, a fraction: 0, 1/groups, 2/groups, … 1.';
COMMENT ON COLUMN @extschema@.lorenz_point_row.income_share IS
'Their share of all income, a fraction. NULL where it is withheld.';
COMMENT ON COLUMN @extschema@.lorenz_point_row.gini IS
'Gini coefficient of the area, the same at each point. NULL where it is withheld.';
COMMENT ON FUNCTION @extschema@.lorenz_point_query(regclass, regclass, jsonb, jsonb, float8, integer) IS
'The SQL of lorenz_point() and of the view that publish_lorenz_point() makes, to be read, or run by other means. Changes nothing. source: the office''s table or view; columns maps the names below to its columns, {"year": "review_year"}, where they differ. Names: year, area_code, income (a number, or income_distribution: stored summaries, which are merged), weight, as_of: one row for each household of a year: of preliminary and official rows, which area_rate tells apart, map a view of the ones. Needed: the first three. groups: 2 to 100 (22023), 10 if not given. areas (may be NULL: no hierarchy, no names): one row for each area, or, where the units change, for each area and year, with columns area_code, area_name, level, parent_code, year, boundaries (what tells a unit from another that had its code at another time; part of the series), mapped by area_columns in the same way; figures of an area are those of the areas in it and of what stands under its own code. An area that is there twice (21000), and one without a year where others have one (22004), are errors when the view is read. Cells of fewer than minimum households (3 if not given; 1 withholds nothing) are withheld, and others that would give them away: see the comment of the view''s type. Rows with a NULL year, area or other needed column are left out. A timestamp with time zone is read in the time zone of the session that calls this, and the view keeps to it whoever reads it. A column that does not exist, or that none is mapped to where the report needs one, is an error (42703), one of a type that does not serve 42804, a name that is none of these 22023, a NULL minimum 22004.';
COMMENT ON FUNCTION @extschema@.lorenz_point(regclass, regclass, jsonb, jsonb, float8, integer) IS
'The rows that the view of publish_lorenz_point() has, without a view, with the caller''s rights. source: the office''s table or view; columns maps the names below to its columns, {"year": "review_year"}, where they differ. Names: year, area_code, income (a number, or income_distribution: stored summaries, which are merged), weight, as_of: one row for each household of a year: of preliminary and official rows, which area_rate tells apart, map a view of the ones. Needed: the first three. groups: 2 to 100 (22023), 10 if not given. areas (may be NULL: no hierarchy, no names): one row for each area, or, where the units change, for each area and year, with columns area_code, area_name, level, parent_code, year, boundaries (what tells a unit from another that had its code at another time; part of the series), mapped by area_columns in the same way; figures of an area are those of the areas in it and of what stands under its own code. An area that is there twice (21000), and one without a year where others have one (22004), are errors when the view is read. Cells of fewer than minimum households (3 if not given; 1 withholds nothing) are withheld, and others that would give them away: see the comment of the view''s type. Rows with a NULL year, area or other needed column are left out. A timestamp with time zone is read in the time zone of the session that calls this, and the view keeps to it whoever reads it. A column that does not exist, or that none is mapped to where the report needs one, is an error (42703), one of a type that does not serve 42804, a name that is none of these 22023, a NULL minimum 22004.';
COMMENT ON FUNCTION @extschema@.publish_lorenz_point(text, regclass, regclass, jsonb, jsonb, float8, integer, text) IS
'Makes the view (named lorenz_point if not given) in the schema, or makes it again with another mapping, and returns it. It belongs to the caller (made again, to whom it belonged), reads the tables with its owner''s rights (so that who may read the view needs no right on them), is a security barrier, and has the comments of type lorenz_point_row. The schema must be there (3F000) and the caller''s to create in (42501), and nothing but a view may have the view''s name (42809), and no view of other columns (42P16); it must not be NULL (22004). source: the office''s table or view; columns maps the names below to its columns, {"year": "review_year"}, where they differ. Names: year, area_code, income (a number, or income_distribution: stored summaries, which are merged), weight, as_of: one row for each household of a year: of preliminary and official rows, which area_rate tells apart, map a view of the ones. Needed: the first three. groups: 2 to 100 (22023), 10 if not given. areas (may be NULL: no hierarchy, no names): one row for each area, or, where the units change, for each area and year, with columns area_code, area_name, level, parent_code, year, boundaries (what tells a unit from another that had its code at another time; part of the series), mapped by area_columns in the same way; figures of an area are those of the areas in it and of what stands under its own code. An area that is there twice (21000), and one without a year where others have one (22004), are errors when the view is read. Cells of fewer than minimum households (3 if not given; 1 withholds nothing) are withheld, and others that would give them away: see the comment of the view''s type. Rows with a NULL year, area or other needed column are left out. A timestamp with time zone is read in the time zone of the session that calls this, and the view keeps to it whoever reads it. A column that does not exist, or that none is mapped to where the report needs one, is an error (42703), one of a type that does not serve 42804, a name that is none of these 22023, a NULL minimum 22004.';
