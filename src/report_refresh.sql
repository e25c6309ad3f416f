-- SPDX-License-Identifier: PostgreSQL
/* ---- report: large registers, by a table of summaries ---- */

CREATE FUNCTION @extschema@.create_area_summary(schema text, table_name text DEFAULT 'area_summary') RETURNS regclass
	LANGUAGE plpgsql VOLATILE
	SET search_path = pg_catalog, pg_temp
AS $report$
DECLARE
	made regclass;
	described record;
BEGIN
	IF schema IS NULL OR table_name IS NULL THEN
		RAISE EXCEPTION 'a schema and a name for the table are needed'
			USING ERRCODE = 'null_value_not_allowed', HINT = 'Neither may be NULL; create_area_summary(''reports'') makes reports.area_summary.';
	END IF;
	IF NOT EXISTS (SELECT FROM pg_namespace AS n WHERE n.nspname = schema) THEN
		RAISE EXCEPTION 'schema "%" does not exist', schema
			USING ERRCODE = 'invalid_schema_name', HINT = format('CREATE SCHEMA %I;', schema);
	END IF;
	EXECUTE format('CREATE TABLE %I.%I', schema, table_name) || ' (
		year integer NOT NULL,
		area_code text NOT NULL,
		standard text NOT NULL DEFAULT '''',
		vintage text NOT NULL DEFAULT '''',
		as_of date,
		households bigint NOT NULL,
		poor bigint NOT NULL,
		near_poor bigint NOT NULL,
		summary @extschema@.poverty_summary,
		incomes @extschema@.income_distribution,
		PRIMARY KEY (year, area_code, standard, vintage)
	)';
	made := format('%I.%I', schema, table_name)::regclass;
	EXECUTE format('COMMENT ON TABLE %s IS %L', made, 'Summaries of a register by area and year: refresh_area_summary() fills it; publish_area_rate(), publish_lorenz_point() and merge() read it');
	FOR described IN
		SELECT * FROM (VALUES
			('year', 'The year'),
			('area_code', 'Code of the lowest area'),
			('standard', 'The poverty standard; empty: none is mapped'),
			('vintage', 'How settled the rows are; empty: none is mapped'),
			('as_of', 'The latest day that the rows speak of'),
			('households', 'Number of households'),
			('poor', 'Number of poor households'),
			('near_poor', 'Number of near-poor households'),
			('summary', 'poverty_summary(income, line, weight): every measure against the line; NULL where no line is mapped'),
			('incomes', 'income_distribution(income, weight, max_points): quantiles, inequality, the rate at any line; NULL where no income is mapped')
		) AS v(name, words)
	LOOP
		EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', made, described.name, described.words);
	END LOOP;
	RETURN made;
END;
$report$;

-- What the table holds of the years and areas, as SQL.
CREATE FUNCTION @extschema@.area_summary_query(source regclass, columns jsonb DEFAULT '{}', years integer[] DEFAULT NULL, area_codes text[] DEFAULT NULL, max_points float8 DEFAULT 200) RETURNS text
	LANGUAGE plpgsql STABLE PARALLEL SAFE
	SET search_path = pg_catalog, pg_temp
AS $report$
DECLARE
	has_income boolean := @extschema@.report_column(source, 'income', columns) <> '';
	has_line boolean := @extschema@.report_column(source, 'line', columns) <> '';
	weight text := CASE WHEN @extschema@.report_column(source, 'weight', columns) <> '' THEN 's.weight' ELSE '1::float8' END;
BEGIN
	RETURN 'SELECT s.year, s.area_code, coalesce(s.standard, '''') AS standard, coalesce(s.vintage, '''') AS vintage, max(s.as_of) AS as_of,
	count(*) AS households, count(*) FILTER (WHERE s.status = ''poor'') AS poor, count(*) FILTER (WHERE s.status = ''near_poor'') AS near_poor,
	' || CASE WHEN has_income AND has_line THEN '@extschema@.poverty_summary(s.income, s.line, ' || weight || ')' ELSE 'NULL::@extschema@.poverty_summary' END || ' AS summary,
	' || CASE
		WHEN NOT has_income THEN 'NULL::@extschema@.income_distribution'
		WHEN max_points IS NULL THEN '@extschema@.income_distribution(s.income, ' || weight || ')'
		ELSE '@extschema@.income_distribution(s.income, ' || weight || format(', %L::float8)', max_points) END || ' AS incomes
FROM (' || @extschema@.report_source(source, columns,
		'year year required', 'area_code code required', 'status status required', 'income number', 'line number', 'weight number', 'standard code', 'vintage code', 'as_of date') || ') AS s
WHERE s.year IS NOT NULL AND s.area_code IS NOT NULL AND s.status IS NOT NULL'
		|| CASE WHEN years IS NULL THEN '' ELSE format(' AND s.year = ANY (%L::int4[])', years) END
		|| CASE WHEN area_codes IS NULL THEN '' ELSE format(' AND s.area_code = ANY (%L::text[])', area_codes) END || '
GROUP BY s.year, s.area_code, coalesce(s.standard, ''''), coalesce(s.vintage, '''')';
END;
$report$;

-- The new rows are computed before the table is touched: CREATE TABLE AS may use parallel workers, INSERT may not.
CREATE FUNCTION @extschema@.refresh_area_summary(target regclass, source regclass, columns jsonb DEFAULT '{}', years integer[] DEFAULT NULL, area_codes text[] DEFAULT NULL, max_points float8 DEFAULT 200) RETURNS bigint
	LANGUAGE plpgsql VOLATILE
	SET search_path = pg_catalog, pg_temp
AS $report$
DECLARE
	changed bigint;
	removed bigint;
	reach text := ' WHERE ($1 IS NULL OR t.year = ANY ($1)) AND ($2 IS NULL OR t.area_code = ANY ($2))';
BEGIN
	IF target IS NULL THEN
		RAISE EXCEPTION 'a table of summaries is needed'
			USING ERRCODE = 'null_value_not_allowed', HINT = 'Give the table that create_area_summary() made.';
	END IF;
	-- a regclass may be 0 or a table that is no more, which has no name to lock
	IF NOT EXISTS (SELECT FROM pg_class AS c WHERE c.oid = target) THEN
		RAISE EXCEPTION 'there is no table % to refresh', target::oid
			USING ERRCODE = 'undefined_table', HINT = 'Give the table that create_area_summary() returned.';
	END IF;
	EXECUTE format('LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE', target);
	EXECUTE 'CREATE TEMPORARY TABLE refresh_area_summary ON COMMIT DROP AS ' || @extschema@.area_summary_query(source, columns, years, area_codes, max_points);
	EXECUTE format('DELETE FROM %s AS t', target) || reach || ' AND NOT EXISTS (
		SELECT FROM pg_temp.refresh_area_summary AS n
		WHERE n.year = t.year AND n.area_code = t.area_code AND n.standard = t.standard AND n.vintage = t.vintage)'
		USING years, area_codes;
	GET DIAGNOSTICS removed = ROW_COUNT;
	EXECUTE format('INSERT INTO %s AS t (year, area_code, standard, vintage, as_of, households, poor, near_poor, summary, incomes)
	SELECT n.year, n.area_code, n.standard, n.vintage, n.as_of, n.households, n.poor, n.near_poor, n.summary, n.incomes FROM pg_temp.refresh_area_summary AS n
	ON CONFLICT (year, area_code, standard, vintage) DO UPDATE
	SET as_of = excluded.as_of, households = excluded.households, poor = excluded.poor, near_poor = excluded.near_poor, summary = excluded.summary, incomes = excluded.incomes
	WHERE (t.as_of, t.households, t.poor, t.near_poor) IS DISTINCT FROM (excluded.as_of, excluded.households, excluded.poor, excluded.near_poor)
		OR t.summary::text IS DISTINCT FROM excluded.summary::text OR t.incomes::text IS DISTINCT FROM excluded.incomes::text', target);
	GET DIAGNOSTICS changed = ROW_COUNT;
	DROP TABLE pg_temp.refresh_area_summary;
	RETURN changed + removed;
END;
$report$;

COMMENT ON FUNCTION @extschema@.create_area_summary(text, text) IS
'Makes a table of summaries of a register by area and year, empty, and returns it: columns year, area_code, standard, vintage, as_of, households, poor, near_poor, summary (poverty_summary) and incomes (income_distribution), the first four its key. It belongs to the caller. The schema must be there (3F000), the table must not (42P07), and neither name may be NULL (22004).';
COMMENT ON FUNCTION @extschema@.area_summary_query(regclass, jsonb, integer[], text[], float8) IS
'The SQL by which refresh_area_summary() reads the register, to be read, or run by other means. Changes nothing. NULL years, area_codes or max_points as in refresh_area_summary(). A NULL table or mapping, and a name that is none of its, are errors (22023), a column that does not exist or is missing 42703, one of a type that does not serve 42804.';
COMMENT ON FUNCTION @extschema@.refresh_area_summary(regclass, regclass, jsonb, integer[], text[], float8) IS
'Brings a table of create_area_summary() up to date with the register: the rows of the given years and areas (NULL: all) are computed again, those that changed are written, those of which no household is left are removed; returns how many. What it leaves is what a refresh of everything would, to the bit, if those years and areas are all that changed. source: the register, a row for each household and year; columns maps to its columns, where their names differ: year, area_code, status (needed), income and line (for summary), income (for incomes), weight, standard, vintage, as_of. max_points bounds each distribution (200 if not given; NULL: exact): fewer points make it smaller and quicker to merge, and its quantiles coarser, which rank_error(incomes) tells; the measures against the line, in summary, are exact. Counts are of households, not weighted. Rows with a NULL year, area or status are left out. It locks the table against other writers until the transaction ends. A NULL target is an error (22004), one that is no table (any more) 42P01, a NULL source or mapping, or a name that is none of its, 22023, a column that does not exist or is missing 42703, one of a type that does not serve 42804.';
