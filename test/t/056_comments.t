# SPDX-License-Identifier: PostgreSQL
# The comment of each function says what it must: what a NULL gives, each error with its SQLSTATE, the unit of a figure,
# the source of a definition. Errors are held against the functions themselves: each is called with arguments that serve,
# of which one is replaced by values that may not, and whatever SQLSTATE comes out must stand in its comment.

use strict;
use warnings;
use PovertyTest;
use Test::More;

my $db = create_database('comments');
query(<<'SQL', dbname => $db);
CREATE EXTENSION poverty_ext;
CREATE SCHEMA reports;
CREATE TABLE form (year int, area_code text, households int, poor int);
INSERT INTO form VALUES (2017, 'a', 100, 10), (2018, 'a', 100, 5);
SELECT create_area_summary('reports');

-- Values of the types that are no literals, each with what may be wrong with it: sums beyond double precision, no rows.
CREATE TABLE held AS SELECT
	(SELECT poverty_summary(1, 2)) AS summary,
	(SELECT poverty_summary(1, 2, 1e308) FROM generate_series(1, 2)) AS summary_huge,
	(SELECT poverty_summary(x, 1) FROM unnest('{-5, 2}'::float8[]) AS x) AS summary_negative,
	(SELECT poverty_summary(1, 2, 0)) AS summary_empty,
	(SELECT income_distribution(1)) AS distribution,
	(SELECT income_distribution(1e308, 1e308) FROM generate_series(1, 2)) AS distribution_huge,
	(SELECT income_distribution(x) FROM unnest('{-1e308, 1e308, 1e308}'::float8[]) AS x) AS distribution_negative,
	(SELECT income_distribution(0)) AS distribution_zero,
	(SELECT income_distribution(x, 1e304, 16) FROM generate_series(1, 100000) AS x) AS distribution_bounded,
	(SELECT income_distribution(1, 0)) AS distribution_empty,
	(SELECT inequality_summary(1)) AS inequality,
	(SELECT inequality_summary(1, 1e308) FROM generate_series(1, 2)) AS inequality_huge,
	(SELECT inequality_summary(0)) AS inequality_zero,
	(SELECT mpi_summary('{t,f}'::boolean[], '{1,1}', 0.5)) AS mpi,
	(SELECT mpi_summary('{t,f}'::boolean[], '{1,1}', 0.5, 1e308) FROM generate_series(1, 2)) AS mpi_huge,
	(SELECT mpi_summary('{t,f,f}'::boolean[], '{1,1,1}', 0.3)) AS mpi_other,
	(SELECT transition_matrix(1, 2, 3)) AS matrix,
	(SELECT transition_matrix(1, 2, 3, 1e308) FROM generate_series(1, 2)) AS matrix_huge,
	(SELECT transition_matrix(1, 1, 1)) AS matrix_other,
	(SELECT survey_design(1, x) FROM generate_series(1, 4) AS x) AS design,
	(SELECT survey_design('a'::text, x, 0.5) FROM generate_series(1, 4) AS x) AS design_other,
	replicate_design('jk1') AS design_replicates,
	(SELECT survey_line(x, 0.6, 1, 1, x) FROM generate_series(1, 9) AS x) AS line,
	(SELECT mean_estimate(x, 1, 1, x) FROM generate_series(1, 9) AS x) AS estimate,
	(SELECT mean_estimate(0, 1, 1, x) FROM generate_series(1, 9) AS x) AS estimate_zero,
	(SELECT poverty_flows('poor', 'near_poor', true, true)) AS flows,
	(SELECT poverty_flow('fell_new')) AS flow;

-- What serves as an argument of a type, or of a type and a name; and what may not, separated by semicolons.
CREATE TABLE value (of_type text, of_name text, good text, bad text);
INSERT INTO value VALUES
	('float8', NULL, '1', $$'NaN';'Infinity';'-Infinity';-1;0;1e308;0.5;1.5$$), ('float8', 'line', '2', NULL), ('float8', 'level', '0.95', NULL), ('float8', 'period', '2018', NULL), ('float8', 'base', '2017', NULL),
	('float8', 'period_before', '2017', NULL), ('float8', 'period_after', '2018', NULL), ('float8', 'start_period', '2017', NULL), ('float8', 'actual_period', '2018', NULL), ('float8', 'target_period', '2020', NULL),
	('float8', 'ppp_year', '2017', NULL), ('float8', 'n', '4', NULL), ('float8', 'p', '0.4', NULL), ('float8', 'share', '0.6', NULL), ('float8', 'rho', 'NULL', NULL), ('float8', 'df', 'NULL', NULL),
	('float8', 'max_points', '20', NULL), ('float8', 'fpc', '0.5', NULL), ('float8', 'scale', 'NULL', NULL), ('float8', 'total', '2', NULL), ('float8', 'classes', '4', NULL), ('float8', 'overlap_in_new_series', '2', NULL),
	('float8[]', NULL, $$'{1,1}'$$, $$'{}';'{NaN,1}';'{NULL,1}';'{-1,1}';'{0,0}';'{{1},{1}}';'{1}';'{1e308,1e308}'$$), ('float8[]', 'rscales', 'NULL', NULL),
	('bigint', NULL, '2', '-1;0;9223372036854775807'), ('int', NULL, '2', '-1;0'), ('oid', NULL, $$'int4'::regtype$$, '0'), ('numeric', NULL, '1.5', $$'NaN';-1$$),
	('boolean', NULL, 'true', 'false'), ('boolean[]', NULL, $$'{t,f}'$$, $$'{}';'{NULL,t}';'{t}';'{{t},{f}}'$$), ('varbit', NULL, $$B'10'$$, $$B'';B'1'$$),
	('date', NULL, $$'2018-12-31'$$, $$'infinity';'2050-01-01';'1900-01-01'$$), ('timestamp', NULL, $$'2018-12-31'$$, $$'infinity'$$), ('timestamptz', NULL, $$'2018-12-31'$$, $$'infinity'$$),
	('text', NULL, $$'a'$$, $$'';'no such'$$), ('text', 'standard', $$'VN-2016'$$, $$'';'no such';'VN-2011';'VN-2027';'EU-AROP'$$), ('text', 'area_type', $$'rural'$$, NULL), ('text', 'period', $$'month'$$, NULL),
	('text', 'scale', $$'oecd_modified'$$, NULL), ('text', 'method', $$'jk1'$$, NULL), ('text', 'lonely', 'NULL', NULL), ('text', 'ci', 'NULL', NULL), ('text', 'df', 'NULL', NULL), ('text', 'convention', 'NULL', NULL),
	('text', 'base', $$'initial'$$, NULL), ('text', 'schema', $$'reports'$$, NULL), ('text', 'view', $$'made'$$, $$'area_summary'$$), ('text', 'kind', $$'number'$$, NULL), ('text', 'query', $$'SELECT 1 AS a'$$, NULL), ('text', 'table_name', $$'one_more'$$, $$'area_summary'$$),
	('text[]', NULL, $$'{a,b}'$$, $$'{}';'{NULL}';'{a}'$$), ('int[]', NULL, $$'{2018}'$$, $$'{}';'{NULL}'$$),
	('survey_code', NULL, '1', $$'a'::text;1.5;'NaN'::float8$$),
	('poverty_status', NULL, $$'poor'$$, $$'near_poor';'average'$$), ('poverty_transition', NULL, $$'fell_new'$$, $$'stayed'$$),
	('regclass', NULL, $$'form'$$, $$'pg_class';'reports.area_summary'$$), ('regclass', 'target', $$'reports.area_summary'$$, $$'form';'pg_class'$$), ('regclass', 'areas', 'NULL', $$'pg_class'$$),
	('jsonb', NULL, $$'{}'$$, $$'[1]';'{"no such": "year"}';'{"year": "no such"}';'{"year": 1}'$$),
	('area_count[]', NULL, $$ARRAY[ROW('a', 1)::area_count]$$, $$'{}'$$), ('group_poverty[]', NULL, $$'{}'$$, ''), ('regtype', NULL, $$'area_rate_row'$$, $$'int4'$$), ('published_flow[]', NULL, $$'{}'$$, ''), ('published_result[]', NULL, $$'{}'$$, '');
-- of a type of ours: what `held` has
INSERT INTO value SELECT of_type, NULL, format('(SELECT %I FROM held)', prefix), (SELECT string_agg(format('(SELECT %I FROM held)', a.attname), ';') FROM pg_attribute AS a WHERE a.attrelid = 'held'::regclass AND a.attnum > 0 AND a.attname LIKE prefix || '\_%')
FROM (VALUES ('poverty_summary', 'summary'), ('income_distribution', 'distribution'), ('inequality_summary', 'inequality'), ('mpi_summary', 'mpi'), ('transition_matrix', 'matrix'), ('survey_design', 'design'),
	('survey_line', 'line'), ('poverty_estimate', 'estimate'), ('poverty_flows', 'flows'), ('poverty_flow', 'flow')) AS ours(of_type, prefix);
INSERT INTO value VALUES ('poverty_summary[]', NULL, '(SELECT ARRAY[summary] FROM held)', '(SELECT ARRAY[summary_huge] FROM held);(SELECT ARRAY[NULL, summary] FROM held)');

CREATE FUNCTION value_of(type regtype, name text) RETURNS value STABLE LANGUAGE sql RETURN (
	SELECT ROW(of_type, of_name, good, coalesce(bad, (SELECT v.bad FROM value AS v WHERE v.of_type = value.of_type AND v.of_name IS NULL)))::value FROM value
	WHERE to_regtype(of_type) = type AND (of_name IS NULL OR of_name = name) ORDER BY of_name NULLS LAST LIMIT 1);

CREATE TABLE called (name text, arguments text, result text, comment text, calls int);
CREATE TABLE raised (name text, arguments text, state text, call text, message text);

DO $$
DECLARE
	f record;
	good text[];
	v value;
	given text;
	call text;
	list text[];
	calls int;
BEGIN
	PERFORM set_config('client_min_messages', 'error', true);
	PERFORM set_config('statement_timeout', '5min', true);
	FOR f IN SELECT p.oid, p.proname, p.prokind, p.pronargs, p.proretset, p.provariadic <> 0 AS variadic, p.proargtypes::oid[] AS types, coalesce(p.proargnames, '{}') AS names, pg_get_function_arguments(p.oid) AS arguments,
			pg_get_function_result(p.oid) AS result, obj_description(p.oid, 'pg_proc') AS comment
		FROM pg_proc p JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e' JOIN pg_extension x ON x.oid = d.refobjid AND x.extname = 'poverty_ext'
		WHERE NOT EXISTS (SELECT FROM pg_aggregate a WHERE p.oid IN (a.aggtransfn, a.aggfinalfn, a.aggcombinefn, a.aggmtransfn, a.aggminvtransfn, a.aggmfinalfn))
			AND NOT EXISTS (SELECT FROM pg_operator o WHERE o.oprcode = p.oid) AND NOT EXISTS (SELECT FROM pg_amproc m WHERE m.amproc = p.oid) AND NOT EXISTS (SELECT FROM pg_cast c WHERE c.castfunc = p.oid)
			AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgfoid = p.oid) AND NOT EXISTS (SELECT FROM pg_type t WHERE p.oid IN (t.typinput, t.typreceive, t.typoutput, t.typsend))
			-- the parts of functions, which only those call
			AND obj_description(p.oid, 'pg_proc') !~ '\yCalled by |^The work of ' AND p.proname !~ '^code_' LOOP
		calls := 0;
		good := '{}';
		FOR i IN 0 .. f.pronargs - 1 LOOP
			v := value_of(f.types[i], f.names[i + 1]);
			good := good || CASE WHEN f.types[i] = '"any"'::regtype THEN '1' ELSE format('%s%s::%s', CASE WHEN f.variadic AND i = f.pronargs - 1 THEN 'VARIADIC ' END, v.good, f.types[i]::regtype) END;
		END LOOP;
		FOR i IN 0 .. f.pronargs - 1 LOOP
			v := value_of(f.types[i], f.names[i + 1]);
			FOREACH given IN ARRAY CASE WHEN f.types[i] = '"any"'::regtype THEN ARRAY['NULL::int', '1.5', '''a''::text'] ELSE 'NULL'::text || string_to_array(v.bad, ';') END LOOP
				list := good;
				list[i + 1] := CASE WHEN f.types[i] = '"any"'::regtype THEN given ELSE format('%s%s::%s', CASE WHEN f.variadic AND i = f.pronargs - 1 THEN 'VARIADIC ' END, given, f.types[i]::regtype) END;
				-- of aggregates and windows alone, and beside a row that serves
				FOREACH call IN ARRAY CASE f.prokind WHEN 'f' THEN ARRAY[format('SELECT %s%I(%s)', CASE WHEN f.proretset THEN 'count(*) FROM ' END, f.proname, array_to_string(list, ', '))]
						ELSE ARRAY[format('SELECT %I(%s)%s', f.proname, array_to_string(list, ', '), CASE f.prokind WHEN 'w' THEN ' OVER ()' END),
							format('SELECT %I(%s)%s FROM (VALUES (%s), (%s)) AS v', f.proname, (SELECT string_agg('column' || n, ', ' ORDER BY n) FROM generate_series(1, f.pronargs) AS n), CASE f.prokind WHEN 'w' THEN ' OVER ()' END,
								array_to_string(good, ', '), array_to_string(list, ', '))] END LOOP
					calls := calls + 1;
					BEGIN
						EXECUTE call;
					EXCEPTION WHEN OTHERS THEN
						-- VALUES has no column of two types
						IF NOT (SQLSTATE = '42804' AND SQLERRM LIKE 'VALUES types %') THEN
							INSERT INTO raised VALUES (f.proname, f.arguments, SQLSTATE, call, SQLERRM);
						END IF;
					END;
				END LOOP;
			END LOOP;
		END LOOP;
		INSERT INTO called VALUES (f.proname, f.arguments, f.result, f.comment, calls);
	END LOOP;
END $$;
SQL

# What the test learned: the errors that came out, with the comments of their functions.
my %comment;
my (@silent, @unsaid, @without_unit, %sourced);
for (split /\n/, query('SELECT name, arguments, result, comment FROM called ORDER BY 1, 2', dbname => $db))
{
	my ($name, $arguments, $result, $comment) = split /\|/, $_, 4;
	$comment{"$name($arguments)"} = $comment;
	push @silent, "$name($arguments)" if $arguments ne '' && $comment !~ /NULL/;
	push @without_unit, "$name($arguments)" if $result =~ /^(?:double precision|numeric)/ && $comment !~ /\bunit\b|fraction|share of|percent|dollars a day|parts of a year|as the weights count/i;
	$name =~ s/_(?:estimate|replicates)$//;
	$sourced{$name} ||= $comment =~ /Sources?: |\((?:[A-Z][a-z]+ )?(?:19|20)\d\d\)|Eurostat|World Bank|\b[A-Z]\. [A-Z][a-z]+, / ? 1 : 0 if $result =~ /^(?:double precision|poverty_estimate)/;
}
is(join("\n", @silent), '', 'every comment says what a NULL gives');
for (split /\n/, query(q{SELECT DISTINCT ON (name, arguments, state) name, arguments, state, call || ': ' || message FROM raised WHERE state <> '22003' ORDER BY 1, 2, 3}, dbname => $db))
{
	my ($name, $arguments, $state, $seen) = split /\|/, $_, 4;
	push @unsaid, "$state of $seen" if index($comment{"$name($arguments)"}, $state) < 0;
}
is(join("\n", @unsaid), '', 'every SQLSTATE that comes out is in the comment');
is(join("\n", @without_unit), '', 'every figure has its unit');

# Figures that are arithmetic, or a rule of this project's own; all others name who defined them.
my %own = map { $_ => 1 } qw(annualised_change annualised_growth change_since yoy_change yoy_relative_change projected_rate required_annual_change target_attainment link_by_difference link_by_ratio
	poverty_rate coverage_rate disbursement_rate difference_from_parent mean mean_income mean_shortfall total total_shortfall ratio population poor_population cdf t_statistic p_value relative_difference
	per_day per_month per_year at_or_below near_poor_line poverty_threshold survey_line_value deprivation_weights coalesce_deprived transition_counts staying_share upward_share downward_share flow_residual disclosable rank_error);
is(join(' ', grep { !$sourced{$_} && !$own{$_} } sort keys %sourced), '', 'every definition has its source');
is(join(' ', grep { !defined $sourced{$_} || $sourced{$_} } sort keys %own), '', 'and the list has no other names');

# That the errors were looked for: those of a few functions, by hand.
for (['percent', '22023'], ['yoy_change', '21000'], ['survey_options', '22023'], ['mpi', '22004'], ['create_area_summary', '42P07'], ['population', '22003'])
{
	my ($name, $state) = @$_;
	is(query("SELECT count(*) > 0 FROM raised WHERE (name, state) = ('$name', '$state')", dbname => $db), 't', "$name raised $state");
}
is(query('SELECT count(*) FROM called WHERE calls = 0 AND arguments <> \'\'', dbname => $db), 0, 'every function was called');

drop_database($db);
done_testing();
