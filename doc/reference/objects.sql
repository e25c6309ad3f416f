-- SPDX-License-Identifier: PostgreSQL
-- objects.sql: what poverty_ext has in this database, for page.pl: a line an object, fields separated by tabs.
--   function  name  kind  arguments  result  cost  comment
--   type      name  kind  comment
--   member    type  name  type of it, or nothing for the label of an enum  comment
--   cast      type  target
--   operator  type  its operators
--   table     name  comment            column  table  name  type  comment
-- What only PostgreSQL calls (the parts of aggregates, types, operators, casts, indexes, triggers) is left out; what an implicit
-- cast calls is for people too, where there is no cast.
\pset format unaligned
\pset fieldsep '\t'
\pset tuples_only on
\pset footer off
SET search_path = public, pg_catalog;

CREATE TEMPORARY VIEW ours AS
SELECT classid, objid FROM pg_depend
WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e' AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'poverty_ext');

CREATE TEMPORARY VIEW inner_function AS
SELECT unnest(ARRAY[aggtransfn, aggfinalfn, aggcombinefn, aggmtransfn, aggminvtransfn, aggmfinalfn]::oid[]) AS oid FROM pg_aggregate
UNION SELECT unnest(ARRAY[typinput, typoutput, typreceive, typsend]::oid[]) FROM pg_type
UNION SELECT oprcode::oid FROM pg_operator UNION SELECT amproc::oid FROM pg_amproc UNION SELECT castfunc FROM pg_cast WHERE castcontext <> 'i' UNION SELECT tgfoid FROM pg_trigger;

-- What it takes, by what it keeps.
CREATE TEMPORARY VIEW cost AS
SELECT p.oid, CASE
	WHEN p.proname = 'cell_withheld' THEN 'reads its partition once'
	WHEN p.prokind = 'w' THEN 'reads its partition once and keeps it in memory; looks a period up by halving'
	WHEN a.aggtranstype::regtype::text = 'ranked_rows' THEN 'keeps the rows, 8 to 24 bytes each, and sorts them once a group; past work_mem they go to temporary files'
	WHEN a.aggtranstype::regtype::text = 'survey_state' THEN 'keeps the rows, about 28 bytes each or 16 and 8 for each replicate weight, and sorts them at most once a group'
	WHEN a.aggminvtransfn::oid <> 0 THEN 'one pass; a state whose size does not grow with the rows; moving windows in linear time'
	WHEN p.prokind = 'a' THEN 'one pass; a state whose size does not grow with the rows'
	WHEN p.proname = 'merge' AND 'income_distribution'::regtype = ANY (p.proargtypes) THEN 'one pass over the stored entries of both'
	WHEN 'income_distribution'::regtype = ANY (p.proargtypes) AND p.proname IN ('headcount_ratio', 'poor_population', 'cdf', 'weighted_median', 'relative_poverty_line',
		'at_risk_of_poverty_rate', 'weighted_quantile', 'weighted_quantile_low', 'population', 'observations')
		THEN 'halving in the index of the value, and one block (in the bounded form, one pass over its points)'
	WHEN 'income_distribution'::regtype = ANY (p.proargtypes) THEN 'one pass over the stored entries, or a few'
	WHEN 'transition_matrix'::regtype = ANY (p.proargtypes) AND p.prokind = 'f' AND p.proname NOT IN ('observations', 'transition_classes') THEN 'one step for each pair of classes'
	WHEN 'survey_design'::regtype = ANY (p.proargtypes) AND p.proname IN ('survey_psus', 'survey_strata') THEN 'one pass over the sampling units that the value holds, if it holds any'
	WHEN p.prorettype = 'survey_design'::regtype OR 'poverty_estimate'::regtype = ANY (p.proargtypes) THEN 'one pass over the sampling units that the value holds, if it holds any'
	WHEN p.proretset AND p.prolang = (SELECT l.oid FROM pg_language l WHERE l.lanname = 'plpgsql') THEN 'one pass over the table that it is given (over two reviews for flows), in parallel where the table allows it, and sorts of the areas'
	WHEN p.proname = 'refresh_area_summary' THEN 'one pass over the rows of the years and areas, in parallel where the table allows it'
	WHEN p.proname ~ '^(publish_|report_|create_area_summary$)' OR p.prolang = (SELECT l.oid FROM pg_language l WHERE l.lanname = 'plpgsql') THEN 'reads the catalog; no row of a table of yours'
	WHEN p.provolatile = 's' AND p.prolang <> (SELECT oid FROM pg_language WHERE lanname = 'c') THEN 'a query on tables of the extension at each call'
	WHEN p.provolatile = 's' AND 'timestamptz'::regtype <> ALL (p.proargtypes) THEN 'reads tables of the extension, at most once a statement for each place that calls it where nothing changed'
	WHEN EXISTS (SELECT FROM pg_type t WHERE t.oid = ANY (p.proargtypes) AND t.typcategory = 'A') THEN 'linear in the length of the arrays'
	WHEN 'mpi_summary'::regtype = ANY (p.proargtypes) THEN 'one step for each indicator'
	ELSE 'a fixed number of steps'
	END AS cost
FROM pg_proc p LEFT JOIN pg_aggregate a ON a.aggfnoid = p.oid;

CREATE TEMPORARY VIEW line(number, line) AS
SELECT 1, concat_ws(E'\t', 'function', p.proname, p.prokind, pg_get_function_arguments(p.oid), pg_get_function_result(p.oid), c.cost, obj_description(p.oid, 'pg_proc'))
FROM pg_proc p JOIN ours ON classid = 'pg_proc'::regclass AND objid = p.oid JOIN cost c ON c.oid = p.oid
WHERE p.oid NOT IN (SELECT oid FROM inner_function WHERE oid IS NOT NULL)
UNION ALL
SELECT 2, concat_ws(E'\t', 'type', t.typname, t.typtype, obj_description(t.oid, 'pg_type'))
FROM pg_type t JOIN ours ON classid = 'pg_type'::regclass AND objid = t.oid
WHERE t.typcategory <> 'A' AND NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind <> 'c')
UNION ALL
SELECT 3, concat_ws(E'\t', 'member', t.typname, lpad(a.attnum::text, 3, '0') || ' ' || a.attname, format_type(a.atttypid, a.atttypmod), coalesce(col_description(a.attrelid, a.attnum), ''))
FROM pg_type t JOIN ours ON classid = 'pg_type'::regclass AND objid = t.oid JOIN pg_class c ON c.oid = t.typrelid AND c.relkind = 'c' JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
UNION ALL
SELECT 3, concat_ws(E'\t', 'member', t.typname, lpad(row_number() OVER (PARTITION BY t.oid ORDER BY e.enumsortorder)::text, 3, '0') || ' ' || e.enumlabel, '', '')
FROM pg_type t JOIN ours ON classid = 'pg_type'::regclass AND objid = t.oid JOIN pg_enum e ON e.enumtypid = t.oid
UNION ALL
SELECT 4, concat_ws(E'\t', 'cast', format_type(c.castsource, NULL), format_type(c.casttarget, NULL))
FROM pg_cast c JOIN ours ON classid = 'pg_cast'::regclass AND objid = c.oid
UNION ALL
SELECT 5, concat_ws(E'\t', 'operator', format_type(o.oprleft, NULL), string_agg(o.oprname, ' ' ORDER BY o.oprname COLLATE "C"))
FROM pg_operator o JOIN ours ON classid = 'pg_operator'::regclass AND objid = o.oid GROUP BY o.oprleft
UNION ALL
SELECT 6, concat_ws(E'\t', 'table', c.relname, obj_description(c.oid, 'pg_class'))
FROM pg_class c JOIN ours ON classid = 'pg_class'::regclass AND objid = c.oid WHERE c.relkind IN ('r', 'v', 'm', 'p')
UNION ALL
SELECT 7, concat_ws(E'\t', 'column', c.relname, lpad(a.attnum::text, 3, '0') || ' ' || a.attname, format_type(a.atttypid, a.atttypmod), coalesce(col_description(a.attrelid, a.attnum), ''))
FROM pg_class c JOIN ours ON classid = 'pg_class'::regclass AND objid = c.oid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'v', 'm', 'p');

SELECT line FROM line ORDER BY number, line COLLATE "C";
