-- SPDX-License-Identifier: PostgreSQL
-- sorting: every stored type has an order, of its bytes and without meaning, so that count(DISTINCT), ORDER BY, row
-- comparisons, merge joins and unique indexes work, as tools and drivers write them. Expected: by counting.
SELECT t.oid::regtype AS type, string_agg(m.amname, ', ' ORDER BY m.amname) AS classes
FROM pg_type t JOIN pg_depend d ON d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e' JOIN pg_opclass c ON c.opcintype = t.oid AND c.opcdefault JOIN pg_am m ON m.oid = c.opcmethod
WHERE t.typtype = 'b' GROUP BY t.oid ORDER BY t.oid::regtype::text COLLATE "C";

-- 16 groups, each twice, so 16 values of each type; but where all incomes are from 9 up (g from 8 on) nobody is poor, and
-- poverty_summary is the same: 8 + 1.
CREATE TABLE sorted AS
SELECT g, income_distribution(x) AS distribution, inequality_summary(x) AS inequality, mpi_summary(g, '{1,1,1,1}', 0.5) AS deprivation, poverty_summary(x, 9) AS poverty,
	survey_design(1 + g % 4, x) AS design, survey_line(x, 0.6, 1, 1, x) AS line, mean_estimate(x, 1, 1, x) AS estimate, transition_matrix(1 + g % 4, 1 + g / 4, 4) AS matrix
FROM generate_series(0, 15) g, LATERAL (VALUES (g + 1), (g + 3), (g + 8)) v(x), generate_series(1, 2) twice GROUP BY g, twice;
SELECT count(*), count(DISTINCT distribution) AS distributions, count(DISTINCT inequality) AS inequalities, count(DISTINCT deprivation) AS deprivations, count(DISTINCT poverty) AS poverties,
	count(DISTINCT line) AS lines, count(DISTINCT estimate) AS estimates, count(DISTINCT matrix) AS matrices FROM sorted;
SELECT count(DISTINCT design) AS designs, count(DISTINCT s) AS rows FROM sorted s;

-- Every pair of the 32, of each type that was new to it: the five operators and the function agree on one order.
CREATE FUNCTION is_order(type text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
	result boolean;
BEGIN
	EXECUTE format('SELECT bool_and((a.v < b.v) = (b.v > a.v) AND (a.v <= b.v) = (NOT a.v > b.v) AND (a.v >= b.v) = (NOT a.v < b.v)
		AND (a.v = b.v) = (a.v <= b.v AND a.v >= b.v) AND sign(%1$s_cmp(a.v, b.v)) = (a.v > b.v)::int - (a.v < b.v)::int) FROM sorted_%1$s a, sorted_%1$s b', type) INTO result;
	RETURN result;
END $$;
CREATE TEMP VIEW sorted_mpi_summary AS SELECT deprivation AS v FROM sorted;
CREATE TEMP VIEW sorted_survey_design AS SELECT design AS v FROM sorted;
CREATE TEMP VIEW sorted_survey_line AS SELECT line AS v FROM sorted;
SELECT type, is_order(type) FROM unnest('{mpi_summary,survey_design,survey_line}'::text[]) type;
SELECT bool_and(deprivation >= before) AS in_order FROM (SELECT deprivation, coalesce(lag(deprivation) OVER (ORDER BY deprivation), deprivation) AS before FROM sorted) v;
-- Rows compared as rows: 16 kinds, 2 · 2 pairs each.
SELECT count(*) FROM sorted a JOIN sorted b ON (a.poverty, a.distribution, a.deprivation, a.estimate) = (b.poverty, b.distribution, b.deprivation, b.estimate);

SET enable_hashjoin = off;
SET enable_nestloop = off;
EXPLAIN (COSTS OFF) SELECT count(*) FROM sorted a JOIN sorted b USING (deprivation);
SELECT count(*) FROM sorted a JOIN sorted b USING (deprivation);
RESET enable_hashjoin;
RESET enable_nestloop;
CREATE TABLE kind AS SELECT DISTINCT deprivation FROM sorted;
CREATE UNIQUE INDEX ON kind (deprivation);
\set VERBOSITY terse
INSERT INTO kind SELECT deprivation FROM sorted LIMIT 1;
\echo :LAST_ERROR_SQLSTATE
\set VERBOSITY default
DROP TABLE kind;
DROP VIEW sorted_mpi_summary, sorted_survey_design, sorted_survey_line;
DROP TABLE sorted;
DROP FUNCTION is_order;
