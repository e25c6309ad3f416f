-- SPDX-License-Identifier: PostgreSQL
/* ---- report: the caller's tables, read through a mapping of columns ---- */

-- The base type of a domain, however many domains stand between.
CREATE FUNCTION @extschema@.report_base_type(of_type oid) RETURNS oid
	LANGUAGE SQL STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
	WITH RECURSIVE step AS (
		SELECT t.oid, t.typtype, t.typbasetype FROM pg_catalog.pg_type AS t WHERE t.oid = report_base_type.of_type
		UNION ALL
		SELECT t.oid, t.typtype, t.typbasetype FROM step JOIN pg_catalog.pg_type AS t ON step.typtype = 'd' AND t.oid = step.typbasetype
	)
	SELECT step.oid FROM step WHERE step.typtype <> 'd';
END;

-- What a role's column reads as, given the type of the column; NULL where that type does not serve. Every expression is
-- what it is without a cast where the type is already the wanted one, so that indexes and partitions of the column serve.
-- Codes are compared byte by byte: quicker, and what is withheld then depends on no locale. Nothing depends on a setting
-- of who reads a view: time zones that move households from year to year, or digits that make two areas one, would give
-- away by subtraction what is withheld. An enum is written by its own output function, for its owner may make a cast; it
-- takes no domain.
CREATE FUNCTION @extschema@.report_expression(kind text, quoted text, of_type oid) RETURNS text
	LANGUAGE SQL STABLE STRICT PARALLEL SAFE
	RETURN (
		SELECT CASE report_expression.kind
			WHEN 'any' THEN report_expression.quoted
			WHEN 'year' THEN CASE
				WHEN t.oid = 'pg_catalog.int4'::pg_catalog.regtype THEN report_expression.quoted
				WHEN number.is THEN report_expression.quoted || '::pg_catalog.int4'
				ELSE 'EXTRACT(year FROM ' || moment.local || ')::pg_catalog.int4' END
			WHEN 'date' THEN CASE
				WHEN t.oid = 'pg_catalog.date'::pg_catalog.regtype THEN report_expression.quoted
				ELSE moment.local || '::pg_catalog.date' END
			WHEN 'text' THEN words.written
			WHEN 'code' THEN words.written || ' COLLATE pg_catalog."C"'
			WHEN 'number' THEN CASE
				WHEN t.oid = 'pg_catalog.float8'::pg_catalog.regtype THEN report_expression.quoted
				WHEN number.is THEN report_expression.quoted || '::pg_catalog.float8' END
			WHEN 'boolean' THEN CASE
				WHEN t.oid = 'pg_catalog.bool'::pg_catalog.regtype THEN report_expression.quoted END
			WHEN 'booleans' THEN CASE
				WHEN t.oid = 'pg_catalog._bool'::pg_catalog.regtype THEN report_expression.quoted END
			WHEN 'status' THEN CASE
				WHEN t.oid = '@extschema@.poverty_status'::pg_catalog.regtype THEN report_expression.quoted
				WHEN t.typtype = 'e' OR t.typcategory = 'S' THEN words.written || '::@extschema@.poverty_status' END
			WHEN 'income' THEN CASE
				WHEN t.oid IN ('pg_catalog.float8'::pg_catalog.regtype, '@extschema@.income_distribution'::pg_catalog.regtype) THEN report_expression.quoted
				WHEN number.is THEN report_expression.quoted || '::pg_catalog.float8' END
		END
		FROM pg_catalog.pg_type AS t
		CROSS JOIN LATERAL (SELECT t.oid = ANY (ARRAY['pg_catalog.int2', 'pg_catalog.int4', 'pg_catalog.int8', 'pg_catalog.float4', 'pg_catalog.float8', 'pg_catalog.numeric']::pg_catalog.regtype[]) AS "is") AS number
		CROSS JOIN LATERAL (SELECT CASE
			WHEN t.oid IN ('pg_catalog.date'::pg_catalog.regtype, 'pg_catalog.timestamp'::pg_catalog.regtype) THEN report_expression.quoted
			WHEN t.oid = 'pg_catalog.timestamptz'::pg_catalog.regtype
				THEN '(' || report_expression.quoted || ' AT TIME ZONE ' || pg_catalog.quote_literal(pg_catalog.current_setting('TimeZone')) || ')' END AS local) AS moment
		CROSS JOIN LATERAL (SELECT CASE
			WHEN t.oid = 'pg_catalog.text'::pg_catalog.regtype THEN report_expression.quoted
			WHEN t.typtype = 'e' THEN 'pg_catalog.textin(pg_catalog.enum_out(' || report_expression.quoted || '::' || t.typnamespace::pg_catalog.regnamespace || '.' || pg_catalog.quote_ident(t.typname) || '))'
			WHEN t.oid IN ('pg_catalog.float4'::pg_catalog.regtype, 'pg_catalog.float8'::pg_catalog.regtype)
				THEN report_expression.quoted || '::pg_catalog.float8::pg_catalog.numeric::pg_catalog.text'
			-- 1.0 and 1.00 are one number
			WHEN t.oid = 'pg_catalog.numeric'::pg_catalog.regtype THEN 'pg_catalog.trim_scale(' || report_expression.quoted || ')::pg_catalog.text'
			WHEN number.is OR t.typcategory = 'S' OR t.oid IN ('pg_catalog.daterange'::pg_catalog.regtype, 'pg_catalog.uuid'::pg_catalog.regtype)
				THEN report_expression.quoted || '::pg_catalog.text' END AS written) AS words
		WHERE t.oid = @extschema@.report_base_type(report_expression.of_type)
	);

-- The types that a kind of column may have, for messages.
CREATE FUNCTION @extschema@.report_kind_types(kind text) RETURNS text
	LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
	RETURN CASE report_kind_types.kind
		WHEN 'year' THEN 'a whole number, a date or a timestamp'
		WHEN 'date' THEN 'a date or a timestamp'
		WHEN 'code' THEN 'text, an enum, a number, a uuid or a daterange'
		WHEN 'text' THEN 'text, an enum, a number, a uuid or a daterange'
		WHEN 'number' THEN 'a number'
		WHEN 'boolean' THEN 'boolean'
		WHEN 'booleans' THEN 'boolean[]'
		WHEN 'status' THEN 'poverty_status, or text or an enum with its labels (poor, near_poor, average, better_off)'
		WHEN 'income' THEN 'a number, or income_distribution (stored summaries)'
	END;

-- The column of the relation that plays a role: the one that the mapping names, else the one of the role's own name if
-- there is one; an empty string where no column plays it.
CREATE FUNCTION @extschema@.report_column(relation regclass, role text, columns jsonb) RETURNS text
	LANGUAGE plpgsql STABLE PARALLEL SAFE
	SET search_path = pg_catalog, pg_temp
AS $report$
DECLARE
	wanted text := columns ->> role;
BEGIN
	IF columns ? role THEN
		IF jsonb_typeof(columns -> role) NOT IN ('string', 'null') THEN
			RAISE EXCEPTION 'the column for "%" must be a name, not %', role, columns -> role
				USING ERRCODE = 'invalid_parameter_value', HINT = format('Write it as {"%s": "name of the column"}, or null for none.', role);
		END IF;
		IF wanted IS NOT NULL AND NOT EXISTS (SELECT FROM pg_attribute AS a WHERE a.attrelid = relation AND a.attname = wanted AND a.attnum > 0 AND NOT a.attisdropped) THEN
			RAISE EXCEPTION 'column "%" for "%" does not exist in %', wanted, role, relation
				USING ERRCODE = 'undefined_column',
					HINT = (SELECT format('The columns of %s are: %s.', relation, string_agg(a.attname, ', ' ORDER BY a.attnum))
						FROM pg_attribute AS a WHERE a.attrelid = relation AND a.attnum > 0 AND NOT a.attisdropped);
		END IF;
		RETURN coalesce(wanted, '');
	END IF;
	RETURN coalesce((SELECT a.attname FROM pg_attribute AS a WHERE a.attrelid = relation AND a.attname = role AND a.attnum > 0 AND NOT a.attisdropped), '');
END;
$report$;

-- SELECT of a relation with the roles for its columns' names. A role is written "name kind" or, where the report cannot
-- do without it, "name kind required"; one that no column plays reads as NULL.
CREATE FUNCTION @extschema@.report_source(relation regclass, columns jsonb, VARIADIC roles text[]) RETURNS text
	LANGUAGE plpgsql STABLE PARALLEL SAFE
	SET search_path = pg_catalog, pg_temp
AS $report$
DECLARE
	known text[] := ARRAY(SELECT split_part(r, ' ', 1) FROM unnest(roles) AS r);
	item text;
	role text;
	kind text;
	found_column text;
	column_type oid;
	expression text;
	list text[] := '{}';
BEGIN
	IF relation IS NULL OR columns IS NULL OR jsonb_typeof(columns) <> 'object' THEN
		RAISE EXCEPTION 'a table and a mapping of its columns are needed'
			USING ERRCODE = 'invalid_parameter_value', HINT = 'Give the table or view, and the mapping as a JSON object, such as {"year": "review_year"}; {} where its columns have the names of the roles.';
	END IF;
	SELECT k INTO item FROM jsonb_object_keys(columns) AS k WHERE k <> ALL (known) LIMIT 1;
	IF FOUND THEN
		RAISE EXCEPTION 'there is no "%" to map a column of % to', item, relation
			USING ERRCODE = 'invalid_parameter_value', HINT = format('There are: %s.', array_to_string(known, ', '));
	END IF;
	FOREACH item IN ARRAY roles LOOP
		role := split_part(item, ' ', 1);
		kind := split_part(item, ' ', 2);
		found_column := @extschema@.report_column(relation, role, columns);
		IF found_column = '' THEN
			IF split_part(item, ' ', 3) = 'required' THEN
				RAISE EXCEPTION 'no column of % is "%"', relation, role
					USING ERRCODE = 'undefined_column',
						HINT = (SELECT format('Name it in the mapping: {"%s": "…"}. The columns of %s are: %s.', role, relation, string_agg(a.attname, ', ' ORDER BY a.attnum))
							FROM pg_attribute AS a WHERE a.attrelid = relation AND a.attnum > 0 AND NOT a.attisdropped);
			END IF;
			expression := 'NULL::' || CASE kind
				WHEN 'year' THEN 'pg_catalog.int4' WHEN 'date' THEN 'pg_catalog.date' WHEN 'number' THEN 'pg_catalog.float8' WHEN 'income' THEN 'pg_catalog.float8'
				WHEN 'boolean' THEN 'pg_catalog.bool' WHEN 'booleans' THEN 'pg_catalog._bool' WHEN 'status' THEN '@extschema@.poverty_status'
				WHEN 'code' THEN 'pg_catalog.text COLLATE pg_catalog."C"' ELSE 'pg_catalog.text' END;
		ELSE
			SELECT a.atttypid INTO column_type FROM pg_attribute AS a WHERE a.attrelid = relation AND a.attname = found_column AND a.attnum > 0 AND NOT a.attisdropped;
			expression := @extschema@.report_expression(kind, 'r.' || quote_ident(found_column), column_type);
			IF expression IS NULL THEN
				RAISE EXCEPTION 'column "%" of % is of type %, and "%" must be %', found_column, relation, format_type(column_type, NULL), role, @extschema@.report_kind_types(kind)
					USING ERRCODE = 'datatype_mismatch', HINT = 'Map another column, or make a view of the table with the column cast.';
			END IF;
		END IF;
		list := list || format('%s AS %I', expression, role);
	END LOOP;
	RETURN (
		SELECT format('SELECT %s FROM %I.%I AS r', array_to_string(list, ', '), n.nspname, c.relname)
		FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.oid = relation);
END;
$report$;

-- Of an area whose code stands in more rows of the table of areas than one: its households would count twice, and what is
-- withheld of it would seem to be two figures. And of one without a year beside others with one: it would be in none of them.
CREATE FUNCTION @extschema@.report_area_refused(area_code text, year integer, is_twice boolean) RETURNS text
	LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
	SET search_path = pg_catalog, pg_temp
AS $report$
BEGIN
	IF is_twice THEN
		RAISE EXCEPTION 'area "%" is there twice in the table of areas%', area_code, coalesce(' in ' || year, '')
			USING ERRCODE = 'cardinality_violation', HINT = 'One row for each area, or, with a column mapped as "year", for each area and year.';
	END IF;
	RAISE EXCEPTION 'area "%" has no year in the table of areas, where others have one', area_code
		USING ERRCODE = 'null_value_not_allowed', HINT = 'Give every row a year, or map no column: {"year": null}.';
END;
$report$;

-- WITH RECURSIVE of every view over areas: area, one row a unit (and year, where the mapping has one), and within, every
-- unit with each unit that it is in, itself included. UNION ends it where parents go round in a circle. The households
-- that stand in an area that holds others, and in none of these, are its rest: what the total less the others gives
-- away. So it is a unit beside them (its code ends in a character that no code has), which is protected and never shown.
CREATE FUNCTION @extschema@.report_areas(areas regclass, columns jsonb) RETURNS text
	LANGUAGE plpgsql STABLE PARALLEL SAFE
	SET search_path = pg_catalog, pg_temp
AS $report$
BEGIN
	RETURN 'WITH RECURSIVE area AS MATERIALIZED ('
		|| CASE WHEN areas IS NULL
			THEN 'SELECT NULL::int4 AS year, NULL::text COLLATE "C" AS area_code, NULL::text AS area_name, NULL::text AS level, NULL::text COLLATE "C" AS parent_code, NULL::text AS boundaries WHERE false'
			ELSE @extschema@.report_source(areas, columns,
				'year year', 'area_code code required', 'area_name text', 'level text', 'parent_code code', 'boundaries text') END
		|| $sql$),
unit AS (
	SELECT a.*, count(*) OVER (PARTITION BY a.area_code, a.year) > 1 AS is_twice, a.year IS NULL AND count(a.year) OVER () > 0 AS is_undated, false AS is_rest
	FROM area AS a
	WHERE a.area_code IS NOT NULL
	UNION ALL
	SELECT DISTINCT a.year, a.area_code || chr(1), NULL, NULL, a.area_code, a.boundaries, false, false, true
	FROM area AS a JOIN area AS c ON c.parent_code = a.area_code AND c.year IS NOT DISTINCT FROM a.year
),
within(year, inside, area_code, parent_code) AS (
	SELECT u.year, u.area_code, u.area_code, u.parent_code FROM unit AS u
	UNION
	SELECT u.year, u.parent_code, u.area_code, NULL FROM unit AS u WHERE u.is_rest
	UNION
	SELECT w.year, w.inside, a.area_code, a.parent_code
	FROM within AS w JOIN area AS a ON a.area_code = w.parent_code AND a.year IS NOT DISTINCT FROM w.year
),
-- each area with its name, with all that it is in, and whether others are in it
place AS MATERIALIZED (
	SELECT u.year, CASE WHEN u.is_twice OR u.is_undated THEN @extschema@.report_area_refused(u.area_code, u.year, u.is_twice) ELSE u.area_code END AS area_code, u.area_name, u.level, u.parent_code, u.boundaries, u.is_rest,
		w.above, u.area_code IN (SELECT c.parent_code FROM area AS c WHERE c.parent_code IS NOT NULL) AS holds
	FROM unit AS u
	JOIN (
		SELECT within.year, within.inside, array_agg(within.area_code) FILTER (WHERE within.area_code <> within.inside) AS above
		FROM within GROUP BY within.year, within.inside
	) AS w ON w.inside = u.area_code AND w.year IS NOT DISTINCT FROM u.year
)$sql$;
END;
$report$;

-- Whether a count is withheld, in a view whose window siblings holds what adds up to a total and whose alias p is place.
-- What is in no other area is part of no total that is published.
CREATE FUNCTION @extschema@.report_withheld(count text, already text, minimum text) RETURNS text
	LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
	RETURN 'CASE WHEN p.parent_code IS NULL THEN (' || report_withheld.already || ') OR ' || report_withheld.count || ' > 0 AND ' || report_withheld.count || ' < ' || report_withheld.minimum
		|| ' ELSE @extschema@.cell_withheld(' || report_withheld.count || ', ' || report_withheld.minimum || ', ' || report_withheld.already || ') OVER siblings END';

-- A sum that is exact and rounded once, of counts or weights; NULL where all are NULL. Of whole numbers the plain sum is.
CREATE FUNCTION @extschema@.report_sum(number text, whole boolean) RETURNS text
	LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
	RETURN CASE WHEN report_sum.whole THEN 'sum(' || report_sum.number || ')'
		ELSE 'CASE WHEN count(' || report_sum.number || ') > 0 THEN coalesce(@extschema@.population(0::float8, 1::float8, ' || report_sum.number || '), 0) END' END;

-- The minimum as it stands in the text of a view.
CREATE FUNCTION @extschema@.report_minimum(minimum float8) RETURNS text
	LANGUAGE plpgsql STABLE PARALLEL SAFE
	SET search_path = pg_catalog, pg_temp
AS $report$
BEGIN
	-- asks disclosable() whether it can be one
	PERFORM @extschema@.disclosable(0, minimum, minimum);
	IF minimum IS NULL THEN
		RAISE EXCEPTION 'the minimum of a cell must not be NULL'
			USING ERRCODE = 'null_value_not_allowed', HINT = '3 withholds cells of 1 and 2; 1 withholds nothing.';
	END IF;
	RETURN format('%L::pg_catalog.float8', minimum);
END;
$report$;

-- Makes the view, or makes it again with another mapping, with the comments of the type that its rows have.
CREATE FUNCTION @extschema@.report_publish(schema text, view text, row_type regtype, query text) RETURNS regclass
	LANGUAGE plpgsql VOLATILE
	SET search_path = pg_catalog, pg_temp
AS $report$
DECLARE
	made regclass;
	described record;
BEGIN
	IF schema IS NULL OR view IS NULL OR row_type IS NULL OR query IS NULL THEN
		RAISE EXCEPTION 'a schema, a name for the view, the type of its rows and a query are needed'
			USING ERRCODE = 'null_value_not_allowed', HINT = 'None of the four may be NULL.';
	END IF;
	IF NOT EXISTS (SELECT FROM pg_namespace AS n WHERE n.nspname = schema) THEN
		RAISE EXCEPTION 'schema "%" does not exist', schema
			USING ERRCODE = 'invalid_schema_name', HINT = format('CREATE SCHEMA %I; then GRANT USAGE on it to those who read the reports.', schema);
	END IF;
	-- before PostgreSQL says it with the whole query as context
	IF NOT has_schema_privilege(schema, 'CREATE') THEN
		RAISE EXCEPTION 'permission denied for schema %', schema
			USING ERRCODE = 'insufficient_privilege', HINT = format('GRANT CREATE ON SCHEMA %I TO %I; or publish in a schema of your own.', schema, current_user);
	END IF;
	IF EXISTS (SELECT FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = schema AND c.relname = report_publish.view AND c.relkind <> 'v') THEN
		RAISE EXCEPTION '"%.%" is there already and is not a view', schema, report_publish.view
			USING ERRCODE = 'wrong_object_type', HINT = 'Give the view another name: view => ''…''.';
	END IF;
	EXECUTE format('CREATE OR REPLACE VIEW %I.%I WITH (security_barrier = true) AS %s', schema, view, query);
	made := format('%I.%I', schema, view)::regclass;
	EXECUTE format('COMMENT ON VIEW %s IS %L', made, obj_description(row_type, 'pg_type'));
	FOR described IN
		SELECT a.attname, col_description(t.typrelid, a.attnum) AS words
		FROM pg_type AS t JOIN pg_attribute AS a ON a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
		WHERE t.oid = row_type
	LOOP
		EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', made, described.attname, described.words);
	END LOOP;
	RETURN made;
END;
$report$;

COMMENT ON FUNCTION @extschema@.report_base_type(oid) IS
'The type that a domain is made of, through all domains between; another type is its own. NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.report_expression(text, text, oid) IS
'What a column of that type reads as in a report that wants the kind (year, date, text, code, number, boolean, booleans, status, income, any); quoted: the column as SQL. A timestamp with time zone is read in the time zone of the session that asks. NULL where the type does not serve.';
COMMENT ON FUNCTION @extschema@.report_kind_types(text) IS
'The types that a kind of column may have, in words. NULL for a NULL, and for a word that is none of the kinds.';
COMMENT ON FUNCTION @extschema@.report_column(regclass, text, jsonb) IS
'The column of the relation that plays the role: the one that the mapping names, else the one of the role''s name; an empty string for none, and for a NULL. A name that is no column is an error (42703), one that is no string 22023.';
COMMENT ON FUNCTION @extschema@.report_source(regclass, jsonb, text[]) IS
'SQL that reads the relation with the roles for names of its columns, each name quoted. A role is written "name kind" or "name kind required". Errors: a required role without a column 42703, a type that does not serve 42804, a role that is none of these 22023. A NULL relation or mapping is 22023, a NULL role 22004.';
COMMENT ON FUNCTION @extschema@.report_area_refused(text, integer, boolean) IS
'Error for an area that is there twice in a table of areas (21000), or that has no year where others have one (22004). Called by the reports.';
COMMENT ON FUNCTION @extschema@.report_areas(regclass, jsonb) IS
'The beginning of every report over areas, as SQL: who is in whom. Parents that go round in a circle end where they began; an area that is there twice (21000), and one without a year where others have one (22004), are errors when the report is read. areas NULL: no hierarchy. A NULL mapping of areas that are there is an error (22023), and so are errors in its columns (22023, 42703, 42804).';
COMMENT ON FUNCTION @extschema@.report_withheld(text, text, text) IS
'SQL for whether a count is withheld beside those of its parent. Part of the reports. NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.report_sum(text, boolean) IS
'SQL for an exact sum of counts or weights; whole: of whole numbers. Part of the reports. NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.report_minimum(float8) IS
'The minimum of a cell as SQL; below 1, NaN or infinite is an error (22023), NULL too (22004).';
COMMENT ON FUNCTION @extschema@.report_publish(text, text, regtype, text) IS
'Makes a view of the query with the comments of the type of its rows, as a security barrier, or makes it again; returns it. The schema must be there (3F000) and the caller''s to create in (42501), nothing but a view may have the name (42809), no view of other columns (42P16), no argument may be NULL (22004), and a query that is none is a syntax error (42601). The work of publish_area_rate() and its like.';
