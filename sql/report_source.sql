-- SPDX-License-Identifier: PostgreSQL
-- report: the caller's tables, read through a mapping of columns.
\set SHOW_CONTEXT never
CREATE SCHEMA "Báo cáo";
CREATE TYPE kind AS ENUM ('rural', 'urban');
CREATE DOMAIN code AS varchar(5) CHECK (value <> '');
CREATE DOMAIN ward_code AS code;

-- Names that would do harm unquoted: a table, its columns and the view made of it. 2 of 8 households are poor, by hand.
CREATE TABLE y (n int);
CREATE TABLE "x; DROP TABLE y" ("We""ird Col" int, "'; DROP TABLE y; --" ward_code, "status" text, gone int, "đơn vị %s %I" smallint);
INSERT INTO "x; DROP TABLE y" SELECT 2018, 'A', CASE WHEN i <= 2 THEN 'poor' ELSE 'average' END, i, 1 FROM generate_series(1, 8) AS i;
ALTER TABLE "x; DROP TABLE y" DROP COLUMN gone;
SELECT publish_area_rate('Báo cáo', '"x; DROP TABLE y"', NULL, '{"year": "We\"ird Col", "area_code": "''; DROP TABLE y; --", "weight": "đơn vị %s %I"}', minimum => 1, view => 'v"; DROP TABLE y; --');
SELECT year, area_code, households, poor, poverty_rate FROM "Báo cáo"."v""; DROP TABLE y; --";
SELECT count(*) AS still_there FROM y;
SELECT report_source('"x; DROP TABLE y"', '{"a": "We\"ird Col", "b": null}', 'a year required', 'b text', 'status status');
-- The mapping is data: what it holds is looked up as a name and nothing else.
SELECT area_rate_query('y', NULL, '{"year": "n) FROM y; DROP TABLE y; --"}');
\echo :LAST_ERROR_SQLSTATE
SELECT publish_area_rate('Báo cáo"; DROP TABLE y; --', 'y');
\echo :LAST_ERROR_SQLSTATE

-- Types: each row is the same household, written in another type. Years of dates, timestamps, numerics and floats; codes of
-- text, an enum, a number; a status of text, and of a domain over an enum that has some of the labels.
CREATE TYPE list AS ENUM ('average', 'poor');
CREATE DOMAIN listed AS list;
CREATE TABLE typed (l listed, d date, t timestamp, tz timestamptz, i2 smallint, i8 bigint, n numeric, f float8, e kind, c char(4), s varchar, st poverty_status, u uuid, b boolean, a boolean[], j jsonb);
INSERT INTO typed VALUES ('poor', '2018-12-31', '2018-06-01', '2018-06-01 12:00+00', 2018, 2018, 2018, 2018, 'rural', 'AB', 'poor', 'poor', '00000000-0000-0000-0000-000000000001', true, '{t,f}', '1');
SELECT role, found.year, found.area_code, found.poor
FROM (VALUES ('d', 'e', 's'), ('t', 'c', 'st'), ('tz', 's', 's'), ('i2', 'i8', 'st'), ('i8', 'n', 's'), ('n', 'u', 's'), ('f', 's', 'st'), ('d', 'l', 'l')) AS v(role, code, status)
CROSS JOIN LATERAL area_rate('typed', NULL, jsonb_build_object('year', role, 'area_code', code, 'status', status), minimum => 1) AS found ORDER BY role, status;
-- A column that has the wanted type is read as it is, so that its index and its partitions serve.
SELECT report_source('typed', '{"x": "st", "y": "d", "z": "f", "k": "i8"}', 'x status', 'y date', 'z number', 'k number', 'none booleans', 'j any');

-- A code is one number however many zeros are written after its point: 10 and 20 poor, in the area 1 of the table of areas.
CREATE TABLE numbered (year int, area_code numeric, households int, poor int);
INSERT INTO numbered VALUES (2018, 1.0, 100, 10), (2018, 1.00, 100, 20);
CREATE TABLE numbered_area AS SELECT 1::bigint AS area_code, 9::smallint AS parent_code;
SELECT area_code, parent_code, households, poor FROM area_rate('numbered', 'numbered_area');

-- Errors, each with the remedy.
SELECT area_rate_query('typed', NULL, '{"year": "jahr"}');
\echo :LAST_ERROR_SQLSTATE
SELECT area_rate_query('typed', NULL, '{"area_code": "s", "status": "st"}');
\echo :LAST_ERROR_SQLSTATE
SELECT area_rate_query('typed', NULL, '{"year": null, "area_code": "s", "status": "st"}');
\echo :LAST_ERROR_SQLSTATE
SELECT area_rate_query('typed', NULL, '{"year": "i2", "area_code": "s", "status": "st", "jahr": "d"}');
\echo :LAST_ERROR_SQLSTATE
SELECT area_rate_query('typed', NULL, '{"year": "i2", "area_code": "s", "status": 7}');
\echo :LAST_ERROR_SQLSTATE
SELECT area_rate_query('typed', NULL, '["year"]');
\echo :LAST_ERROR_SQLSTATE
SELECT area_rate_query(NULL);
\echo :LAST_ERROR_SQLSTATE
SELECT area_rate_query('typed', 'typed', '{"year": "i2", "area_code": "s", "status": "st"}');
\echo :LAST_ERROR_SQLSTATE
-- one column of a wrong type for each kind
SELECT report_source('typed', '{"year": "b"}', 'year year');
\echo :LAST_ERROR_SQLSTATE
SELECT report_source('typed', '{"as_of": "i2"}', 'as_of date');
\echo :LAST_ERROR_SQLSTATE
SELECT report_source('typed', '{"area_code": "a"}', 'area_code text');
\echo :LAST_ERROR_SQLSTATE
SELECT report_source('typed', '{"weight": "s"}', 'weight number');
\echo :LAST_ERROR_SQLSTATE
SELECT report_source('typed', '{"covered": "i2"}', 'covered boolean');
\echo :LAST_ERROR_SQLSTATE
SELECT report_source('typed', '{"deprived": "b"}', 'deprived booleans');
\echo :LAST_ERROR_SQLSTATE
SELECT report_source('typed', '{"status": "b"}', 'status status');
\echo :LAST_ERROR_SQLSTATE
SELECT report_source('typed', '{"income": "s"}', 'income income');
\echo :LAST_ERROR_SQLSTATE
SELECT area_rate_query('typed', NULL, '{"year": "i2", "area_code": "s", "status": "st"}', minimum => 0);
\echo :LAST_ERROR_SQLSTATE
SELECT area_rate_query('typed', NULL, '{"year": "i2", "area_code": "s", "status": "st"}', minimum => NULL);
\echo :LAST_ERROR_SQLSTATE
SELECT publish_area_rate('nowhere', 'typed', NULL, '{"year": "i2", "area_code": "s", "status": "st"}');
\echo :LAST_ERROR_SQLSTATE
SELECT publish_area_rate(NULL, 'typed', NULL, '{"year": "i2", "area_code": "s", "status": "st"}', minimum => 1);
\echo :LAST_ERROR_SQLSTATE
SELECT publish_area_rate('Báo cáo', 'typed', NULL, '{"year": "i2", "area_code": "s", "status": "st"}', minimum => 1, view => NULL);
\echo :LAST_ERROR_SQLSTATE
-- A label that poverty_status does not have is an error when it is read.
UPDATE typed SET s = 'poorish';
SELECT * FROM area_rate('typed', NULL, '{"year": "i2", "area_code": "e", "status": "s"}');
\echo :LAST_ERROR_SQLSTATE

-- Functions, operators and types of the caller's search_path are not those of the view.
CREATE SCHEMA evil;
CREATE FUNCTION evil.poverty_rate(float8, float8) RETURNS float8 LANGUAGE sql RETURN 0.5;
CREATE FUNCTION evil.make_date(int, int, int) RETURNS date LANGUAGE sql RETURN '1999-01-01'::date;
CREATE FUNCTION evil.same(text, text) RETURNS boolean LANGUAGE sql RETURN true;
CREATE OPERATOR evil.= (FUNCTION = evil.same, LEFTARG = text, RIGHTARG = text);
CREATE DOMAIN evil.float8 AS int;
SET search_path = evil, pg_catalog, public;
SELECT publish_area_rate('Báo cáo', 'public.typed', NULL, '{"year": "i2", "area_code": "e", "status": "st"}', minimum => 1);
SET search_path = pg_catalog;
SELECT as_of, year, poverty_rate FROM "Báo cáo".area_rate;
SELECT count(*) AS evil FROM pg_depend AS d JOIN pg_rewrite AS r ON r.oid = d.objid AND r.ev_class = '"Báo cáo".area_rate'::regclass
WHERE d.refclassid = 'pg_proc'::regclass AND d.refobjid IN (SELECT p.oid FROM pg_proc AS p WHERE p.pronamespace = 'evil'::regnamespace);
RESET search_path;

-- The view has the comments of its type, each column one, and is a security barrier.
SELECT reloptions, obj_description(oid, 'pg_class') LIKE 'Poverty of areas by year:%' AS described,
	(SELECT count(*) FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0) AS columns,
	(SELECT count(col_description(attrelid, attnum)) FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0) AS described_columns
FROM pg_class AS c WHERE oid = '"Báo cáo".area_rate'::regclass;
-- It can be made again with another mapping: grants stay.
GRANT SELECT ON "Báo cáo".area_rate TO PUBLIC;
SELECT publish_area_rate('Báo cáo', 'typed', NULL, '{"year": "d", "area_code": "c", "status": "st"}', minimum => 1);
SELECT area_code, has_table_privilege('public', '"Báo cáo".area_rate', 'SELECT') AS granted FROM "Báo cáo".area_rate;

SET client_min_messages = warning;
DROP SCHEMA "Báo cáo", evil CASCADE;
DROP TABLE y, typed, numbered, numbered_area, "x; DROP TABLE y";
DROP DOMAIN ward_code, code, listed;
DROP TYPE kind, list;
