# SPDX-License-Identifier: PostgreSQL
# Room report as its users meet it: the demo's published views against its own and against the printed figures; an office
# that is no superuser; a reader of the views who tries to reach a household or a withheld figure; dump and restore.

use strict;
use warnings;
use PovertyTest;
use Test::More;

# ---- the demo ----

create_database('report_demo');
my %demo = (dbname => 'report_demo');
query('CREATE EXTENSION poverty_ext', %demo);
sql_ok(undef, "$_.sql runs", %demo, file => source_file("examples/bac_kan/$_.sql")) for qw(schema data register publish);

# As the city published them: Huyền Tụng 5.55 %, Đức Xuân 1.01 %, Nguyễn Thị Minh Khai 1.06 %, the city 2.24 % of 257.
is(query(q{SELECT area_name, poor, percent(poverty_rate), round(poor_in_100::numeric, 2) FROM bac_kan_report.area_rate
	WHERE year = 2018 AND area_code IN ('01846', '01840', '01834', '058') ORDER BY area_code}, %demo),
	"Nguyễn Thị Minh Khai|20|1.06|1.06\nĐức Xuân|19|1.01|1.01\nHuyền Tụng|69|5.55|5.55\nBắc Kạn|257|2.24|2.24", 'the published rates of 2018');
is(query(q{SELECT start_count, gross_exit, gross_entry, end_count, residual FROM bac_kan_report.area_flow_wide
	WHERE year = 2018 AND area_code = '058' AND counted_in = 'households' AND of_status = 'poor'}, %demo), '282|61|36|257|0', 'and the published flow');

# The demo's own views count in other ways (panel_places, LATERAL VALUES of ward and city).
my $mapping = q{'{"year": "review_year", "area_code": "unit_code"}'};
is(query(q{SELECT count(*), count(*) FILTER (WHERE (r.households, r.poor, r.near_poor, r.poverty_rate, r.near_poor_rate)
		IS NOT DISTINCT FROM (p.households, p.poor, p.near_poor, p.poverty_rate, p.near_poor_rate))
	FROM bac_kan.area_result AS r FULL JOIN bac_kan_report.area_rate AS p ON p.area_code = r.area_code AND p.year = r.review_year}, %demo), '18|18', 'rates of every area and year are those of the demo');
is(query(qq{SELECT count(*), count(*) FILTER (WHERE (f.start, f.escaped_to_near_poor, f.escaped_above, f.other_decrease, f.fell_from_near_poor, f.fell_back, f.fell_new, f.other_increase, f."end", f.residual)
		IS NOT DISTINCT FROM (p.start_count, p.escaped_to_near_poor, p.escaped_above, p.other_decrease, p.fell_from_near_poor, p.fell_back, p.fell_new, p.other_increase, p.end_count, p.residual))
	FROM bac_kan.area_flow AS f
	FULL JOIN area_flow_wide('bac_kan.report_household', 'bac_kan.report_area', $mapping, minimum => 1) AS p
		ON p.area_code = f.area_code AND p.year = f.review_year AND p.counted_in = f.counted_in::text AND p.of_status = f.of_status::text}, %demo), '36|36', 'and so are the flows, with nothing withheld');
is(query(qq{SELECT count(*), count(*) FILTER (WHERE (d.households, d.lacking, d.share) IS NOT DISTINCT FROM (p.households, p.deprived, p.deprivation_rate))
	FROM bac_kan.area_deprivation AS d
	FULL JOIN (SELECT * FROM deprivation_rate('bac_kan.report_household', 'bac_kan.report_area', $mapping, minimum => 1) WHERE status <> 'all') AS p
		ON p.area_code = d.area_code AND p.year = d.review_year AND p.status = d.status::text AND p.indicator_position = d.position}, %demo), '360|360', 'and the deprivations');
is(query(q{SELECT count(*), count(*) FILTER (WHERE (r.entitled, r.covered, r.coverage_rate) IS NOT DISTINCT FROM (p.entitled, p.covered, p.coverage_rate))
	FROM bac_kan.policy_result AS r JOIN bac_kan.policy AS y USING (policy_code)
	FULL JOIN (SELECT * FROM bac_kan_report.programme_coverage WHERE area_code = '058') AS p ON p.policy = y.name AND p.year = r.review_year}, %demo),
	query('SELECT count(*), count(*) FROM bac_kan.policy_result', %demo), 'and the coverage of the city');
is(query(q{SELECT DISTINCT percent(p.gini, 4) = percent(g.gini, 4) FROM bac_kan_report.lorenz_point AS p JOIN (SELECT review_year, gini(income) FROM bac_kan.household_review GROUP BY 1) AS g ON review_year = year WHERE area_code = '058'}, %demo), 't', 'and the Gini');

# What is published: no view shows a count of 1 or 2, each column is plain, has a comment and no name that misleads.
my $views = q{FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 WHERE c.relnamespace = 'bac_kan_report'::regnamespace};
is(query("SELECT string_agg(DISTINCT c.relname, ' ' ORDER BY c.relname) $views", %demo),
	'area_flow area_flow_wide area_rate deprivation_rate lorenz_point programme_coverage programme_money threshold', 'eight views');
is(query("SELECT c.relname, a.attname $views AND (col_description(c.oid, a.attnum) IS NULL OR a.atttypid NOT IN ('int4'::regtype, 'int8'::regtype, 'float8'::regtype, 'text'::regtype, 'bool'::regtype, 'date'::regtype)
	OR a.attname ~ 'pct|percent' OR NOT 'security_barrier=true' = ANY (c.reloptions))", %demo), '', 'of plain, commented columns, each a security barrier');
for my $cell (['area_rate', 'poor'], ['area_rate', 'near_poor'], ['programme_coverage', 'entitled'], ['programme_coverage', 'covered'], ['deprivation_rate', 'households'], ['deprivation_rate', 'deprived'],
	['area_flow', 'abs(amount)'], map { ['area_flow_wide', $_] } qw(start_count escaped_to_near_poor escaped_above other_decrease fell_from_near_poor fell_back fell_new other_increase end_count gross_exit gross_entry))
{
	is(query("SELECT count(*) FROM bac_kan_report.$cell->[0] WHERE $cell->[1] IN (1, 2)", %demo), 0, "no $cell->[1] of 1 or 2 in $cell->[0]");
}
cmp_ok(query('SELECT count(*) FROM bac_kan_report.deprivation_rate WHERE deprived IS NULL', %demo), '>', 0, 'for such are withheld');
# One withheld alone, beside sisters whose sum is known, would be none.
is(query(q{SELECT count(*) FROM (SELECT year, status, indicator FROM bac_kan_report.deprivation_rate WHERE parent_code = '058' GROUP BY 1, 2, 3
	HAVING count(*) FILTER (WHERE deprived IS NULL) = 1) AS v}, %demo), 0, 'never one alone beside its sisters');
is(query(q{SELECT count(*) FROM (SELECT year, area_code, indicator FROM bac_kan_report.deprivation_rate GROUP BY 1, 2, 3
	HAVING count(*) FILTER (WHERE deprived IS NULL) = 1) AS v}, %demo), 0, 'nor beside the other list and both together');

# ---- a reader of the views ----

drop_database('report_office');
query(q{DROP ROLE IF EXISTS report_owner, report_reader; CREATE ROLE report_owner LOGIN; CREATE ROLE report_reader LOGIN});
create_database('report_office', 'report_owner');
my %owner = (dbname => 'report_office', user => 'report_owner');
my %reader = (dbname => 'report_office', user => 'report_reader');
# The reader may make functions of their own, which is what a leak takes. Ward a has 2 poor of 40, b 5 of 60, c 40 of 900.
sql_ok(<<'SQL', 'an owner of a database who is no superuser publishes', %owner);
CREATE EXTENSION poverty_ext;
CREATE SCHEMA office;
CREATE TABLE office.register AS
SELECT w.code || i AS household_id, 2018 AS year, w.code AS area_code, CASE WHEN i <= w.poor THEN 'poor' ELSE 'average' END::poverty_status AS status, 100000 + i AS income, CASE WHEN i <= w.poor THEN '{t,f}' END::boolean[] AS deprived,
	'card' AS policy, i <= w.poor AS entitled, true AS covered
FROM (VALUES ('a', 40, 2), ('b', 60, 5), ('c', 900, 40)) AS w(code, households, poor), generate_series(1, w.households) AS i;
INSERT INTO office.register SELECT household_id, 2017, area_code, status, income, deprived, policy, entitled, covered FROM office.register;
CREATE TABLE office.area (area_code text, parent_code text);
INSERT INTO office.area VALUES ('p', NULL), ('a', 'p'), ('b', 'p'), ('c', 'p');
CREATE INDEX ON office.register (area_code, status);
ANALYZE;
CREATE SCHEMA report;
SELECT publish_area_rate('report', 'office.register', 'office.area');
SELECT publish_area_flow_wide('report', 'office.register', 'office.area');
SELECT publish_area_flow('report', 'office.register', 'office.area');
SELECT publish_deprivation_rate('report', 'office.register', 'office.area');
SELECT publish_programme_coverage('report', 'office.register', 'office.area');
SELECT publish_lorenz_point('report', 'office.register', 'office.area');
GRANT USAGE ON SCHEMA report TO report_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA report TO report_reader;
GRANT CREATE ON SCHEMA public TO report_reader;
SQL
is(query('SELECT area_code, households, poor, poverty_rate FROM report.area_rate WHERE year = 2018 ORDER BY area_code', %reader), "a|40||\nb|60||\nc|900|40|0.0444444444444444\np|1000|47|0.047"
	=~ s/0\.0444444444444444\b/query('SELECT 40 \/ 900::float8', %reader)/er, 'a reader sees areas, but not the 2 of a, nor the 5 of b that would tell them');
for my $statement ('SELECT * FROM office.register', 'SELECT count(*) FROM office.register', 'TABLE office.area', 'COPY office.register TO STDOUT',
	q{SELECT * FROM area_rate('office.register', 'office.area', minimum => 1)}, q{SELECT publish_area_rate('public', 'office.register', 'office.area', minimum => 1, view => 'mine'); SELECT * FROM public.mine})
{
	my (undef, $err, $status) = psql($statement, %reader);
	ok($status != 0 && $err =~ /42501/ && $err !~ /100001|a1\b/, "refused: $statement") or diag($err);
}

# A function that tells all it is given, so cheap that the planner would ask it first.
query(q{CREATE FUNCTION leak(anyelement) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS $$ BEGIN RAISE NOTICE 'leak %', $1; RETURN true; END $$;
	CREATE FUNCTION leak_text(text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS $$ BEGIN RAISE NOTICE 'leak %', $1; RETURN true; END $$}, %reader);
for my $view (qw(area_rate area_flow_wide area_flow deprivation_rate programme_coverage lorenz_point))
{
	my ($out, $err, $status) = psql("SELECT leak(v) FROM report.$view AS v WHERE leak(v)", %reader);
	my $seen = () = $err =~ /leak \(/g;
	is($seen, 2 * query("SELECT count(*) FROM report.$view", %reader), "$view: a leaky function is shown the rows of the view and no others");
	for my $column (split /\n/, query("SELECT attname FROM pg_attribute WHERE attrelid = 'report.$view'::regclass AND attnum > 0", %reader))
	{
		(undef, $err) = psql("SELECT 1 FROM report.$view WHERE leak_text($column\::text)", %reader);
		my $rows = () = $err =~ /leak /g;
		fail("$view: $column leaks") if $rows > query("SELECT count(*) FROM report.$view", %reader) || $err =~ /leak (?:1000\d\d|[abc]\d)/;
	}
	# A division that fails for what the reader looks for shows only what is in the view: NULL where a figure is withheld.
	my $figure = { area_rate => 'poor', deprivation_rate => 'deprived', programme_coverage => 'covered', area_flow => 'amount', area_flow_wide => 'end_count', lorenz_point => 'gini' }->{$view};
	(undef, $err, $status) = psql("SELECT 1 / ($figure - 2)::numeric FROM report.$view WHERE area_code = 'a' AND 1 / ($figure - 2)::numeric > 0", %reader);
	is($status, 0, "$view: nor does an error tell a figure that is withheld") or diag($err);
	# How many rows each step of the plan met, whatever the reader asks for: what differs between two questions is of the view.
	my ($plan_a, $plan_c) = map { query("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) SELECT * FROM report.$view WHERE area_code = '$_'"
		. ($view =~ /^(area_flow|deprivation)/ ? ($view =~ /flow/ ? " AND of_status = 'poor'" : " AND status = 'poor'") : ''), %reader) } qw(a c);
	my @scan = map { join ',', sort /Scan (?:using \S+ )?on register.*\(actual rows=(\S+)/g } $plan_a, $plan_c;
	is($scan[0], $scan[1], "$view: EXPLAIN ANALYZE shows the same rows of the register, whichever ward is asked for");
	unlike($plan_a, qr/Scan.* on register[^\n]*rows=(?:2|4|5|10)(?:\.0+)? /, "$view: and none of few");
	unlike(query("EXPLAIN (VERBOSE) SELECT * FROM report.$view WHERE area_code = 'a'", %reader), qr/Filter: [^\n]*register[^\n]*'a'/, "$view: no condition of the reader's reaches the register");
}
# With the year, which is no household's, it does, so that one year of many is read alone.
like(query("EXPLAIN SELECT * FROM report.deprivation_rate WHERE year = 2018", %reader), qr/register r[^\n]*\n(?:\s*Recheck Cond: [^\n]*\n)?\s*Filter: [^\n]*year = 2018/, 'a condition on the year does');

# No setting of the reader's changes a figure. Reviews of the last day of 2018 are minutes apart: in another time zone some
# fell into another year, and the figures of before and after would differ by one household. Of areas whose codes are
# doubles, fewer digits would make one: 7 in 149 and 151 together less the 5 of 151.
query(<<'SQL', %owner);
CREATE TABLE office.stamped AS SELECT *, timestamptz '2018-12-31 12:00+07' + make_interval(mins => row_number() OVER (ORDER BY household_id)::int) AS reviewed,
	CASE area_code WHEN 'a' THEN 149 WHEN 'b' THEN 151 ELSE 949 END::float8 AS code FROM office.register WHERE year = 2018;
CREATE TABLE office.unit (code float8, parent float8);
INSERT INTO office.unit VALUES (149, 9), (151, 9), (949, 9), (9, NULL);
SET timezone = 'Asia/Ho_Chi_Minh';
SELECT publish_area_rate('report', 'office.stamped', 'office.unit', '{"year": "reviewed", "area_code": "code", "as_of": "reviewed"}', '{"area_code": "code", "parent_code": "parent"}', view => 'stamped');
GRANT SELECT ON report.stamped TO report_reader;
SQL
my $stamped = 'SELECT as_of, year, area_code, parent_code, households, poor FROM report.stamped ORDER BY year, area_code';
# 1000 households, a minute after another from noon on: 719 by midnight, with all the poor among them
my $seen = query("SELECT sum(households) FILTER (WHERE year = 2018), sum(households) FILTER (WHERE year = 2019), sum(poor) FROM report.stamped WHERE area_code = '9'", %reader);
is($seen, '719|281|47', 'reviews are counted in the year of the office, not of the reader');
my @views = qw(stamped area_rate area_flow_wide deprivation_rate programme_coverage lorenz_point);
my $write = join ' ', map { "SELECT to_jsonb(v) FROM pg_temp.seen_$_ AS v ORDER BY 1;" } @views;
my $default;
for my $setting ('', q{timezone = 'UTC'}, q{timezone = '<x>-11:57'}, 'extra_float_digits = -15', q{datestyle = 'SQL, DMY'},
	'transform_null_equals = on; SET row_security = off',
	'enable_hashagg = off; SET enable_nestloop = off; SET work_mem = 64', 'enable_sort = off; SET enable_hashjoin = off; SET jit = off')
{
	# read under the setting, written out without it
	my $rows = query(($setting ne '' ? "SET $setting; " : '') . join(' ', map { "CREATE TEMP TABLE seen_$_ AS SELECT * FROM report.$_;" } @views) . " RESET ALL; $write", %reader);
	$default //= $rows;
	ok($rows eq $default, "SET $setting changes nothing that a reader sees") if $setting ne '';
}

# The owner of a table makes a cast from an enum of their own. Who else publishes the table, and reads what they published,
# does not run it.
query(<<'SQL', %owner);
CREATE TYPE office.kind AS ENUM ('urban', 'rural');
CREATE FUNCTION office.taken(office.kind) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE 'taken from %', current_user; RETURN 'x'; END $$;
CREATE CAST (office.kind AS text) WITH FUNCTION office.taken(office.kind);
CREATE TABLE office.kinds AS SELECT 2018 AS year, 'rural'::office.kind AS area_code, 50 AS households, 10 AS poor;
SQL
my ($codes, $notices) = psql(q{SELECT publish_area_rate('report', 'office.kinds', view => 'kinds'); SELECT area_code, poor FROM report.kinds}, dbname => 'report_office');
is($codes, "report.kinds\nrural|10", 'a superuser publishes a table of the owner, and reads it');
unlike($notices, qr/taken/, '... without running a function of the owner');
query('DROP VIEW report.kinds', dbname => 'report_office');

# ---- dump and restore; an extension schema with a name of its own ----

create_database('report_restored');
my $look = 'SELECT * FROM report.area_rate ORDER BY year, area_code; SELECT * FROM report.area_flow ORDER BY area_code, of_status, counted_in, step; SELECT * FROM report.deprivation_rate ORDER BY year, area_code, status, indicator; SELECT * FROM report.lorenz_point ORDER BY year, area_code, population_share';
my (undef, $err, $status) = restore_database('report_restored', dump_database('report_office'));
is($status, 0, 'the views are dumped and restored') or diag($err);
is(query($look, dbname => 'report_restored'), query($look, dbname => 'report_office'), 'and show the same');

create_database('report_elsewhere');
my %elsewhere = (dbname => 'report_elsewhere');
query('CREATE SCHEMA "Our 100% tools"; CREATE EXTENSION poverty_ext SCHEMA "Our 100% tools"', %elsewhere);
sql_ok(q{CREATE SCHEMA report; CREATE TABLE form AS SELECT 2018 AS year, 'a' AS area_code, 50 AS households, 10 AS poor;
	SET search_path = pg_catalog; SELECT "Our 100% tools".publish_area_rate('report', 'public.form');
	SELECT "Our 100% tools".create_area_summary('report')}, 'with the extension in a schema of another name', %elsewhere);
is(query('SET search_path = pg_catalog; SELECT poverty_rate FROM report.area_rate', %elsewhere), '0.2', 'the view works, whatever the search_path');

drop_database($_) for qw(report_demo report_office report_restored report_elsewhere);
query('DROP ROLE report_owner, report_reader');
done_testing();
