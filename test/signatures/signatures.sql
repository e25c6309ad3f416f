-- SPDX-License-Identifier: PostgreSQL
-- One line for each thing of the extension that a statement, a view or a dump of a user may name, or that a stored value
-- depends on; the extension's schema is left out. Sorted by their text.
WITH member AS (
	SELECT d.classid, d.objid, quote_ident(n.nspname) || '.' AS home
	FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
	JOIN pg_depend d ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid AND d.deptype = 'e'
	WHERE e.extname = 'poverty_ext'),
line AS (
	SELECT home, CASE p.prokind WHEN 'a' THEN 'aggregate' WHEN 'w' THEN 'window function' WHEN 'p' THEN 'procedure' ELSE 'function' END
		|| format(' %s(%s) returns %s', p.proname, pg_get_function_arguments(p.oid), pg_get_function_result(p.oid))
		|| CASE p.provolatile WHEN 'i' THEN ' immutable' WHEN 's' THEN ' stable' ELSE ' volatile' END
		|| CASE WHEN p.proisstrict THEN ' strict' ELSE '' END || CASE p.proparallel WHEN 's' THEN ' parallel safe' ELSE ' parallel unsafe' END
		|| coalesce(' state ' || a.aggtranstype::regtype, '') AS text
	FROM member m JOIN pg_proc p ON m.classid = 'pg_proc'::regclass AND p.oid = m.objid LEFT JOIN pg_aggregate a ON a.aggfnoid = p.oid
	UNION ALL
	SELECT home, CASE t.typtype WHEN 'e' THEN 'enum ' || t.typname || ' (' || (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid) || ')'
		WHEN 'c' THEN 'row ' || t.typname WHEN 'r' THEN 'range ' || t.typname WHEN 'm' THEN 'multirange ' || t.typname WHEN 'd' THEN 'domain ' || t.typname ELSE 'type ' || t.typname END
		|| coalesce((SELECT ' (' || string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum) || ')'
			FROM pg_attribute a WHERE r.relkind = 'c' AND a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped), '')
	FROM member m JOIN pg_type t ON m.classid = 'pg_type'::regclass AND t.oid = m.objid LEFT JOIN pg_class r ON r.oid = t.typrelid
	WHERE (r.relkind IS NULL OR r.relkind = 'c') AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)
	UNION ALL
	SELECT home, CASE r.relkind WHEN 'v' THEN 'view ' WHEN 'm' THEN 'materialized view ' WHEN 'S' THEN 'sequence ' ELSE 'table ' END || r.relname || ' ('
		|| (SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END, ', ' ORDER BY a.attnum)
			FROM pg_attribute a WHERE a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped) || ')'
	FROM member m JOIN pg_class r ON m.classid = 'pg_class'::regclass AND r.oid = m.objid WHERE r.relkind IN ('r', 'p', 'v', 'm', 'S')
	UNION ALL
	SELECT home, format('cast (%s as %s)', castsource::regtype, casttarget::regtype) || CASE castcontext WHEN 'i' THEN ' implicit' WHEN 'a' THEN ' assignment' ELSE '' END
	FROM member m JOIN pg_cast c ON m.classid = 'pg_cast'::regclass AND c.oid = m.objid
	UNION ALL
	SELECT home, format('operator %s (%s, %s) returns %s', o.oprname, nullif(oprleft, 0)::regtype, nullif(oprright, 0)::regtype, oprresult::regtype)
	FROM member m JOIN pg_operator o ON m.classid = 'pg_operator'::regclass AND o.oid = m.objid
	UNION ALL
	SELECT home, format('operator class %s for type %s using %s', o.opcname, o.opcintype::regtype, a.amname)
	FROM member m JOIN pg_opclass o ON m.classid = 'pg_opclass'::regclass AND o.oid = m.objid JOIN pg_am a ON a.oid = o.opcmethod)
SELECT replace(text, home, '') FROM line ORDER BY replace(text, home, '') COLLATE "C";
