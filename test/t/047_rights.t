# SPDX-License-Identifier: PostgreSQL
# What the extension takes from where it runs: nothing of the session's search_path, whatever an attacker puts there; no
# file, network or environment. (That a database owner who is no superuser installs it, and what the rights on its tables
# are, is in 010_install.t.)

use strict;
use warnings;
use PovertyTest;
use Test::More;

# Calls of every function that looks something up at run time by a name or an operator: those in SQL, and those in C that
# query the config tables. Statements of names with their schema and literals: they use no operator of their own.
my $data = <<'SQL';
INSERT INTO HERE.area_crosswalk VALUES ('A', '[2000-01-01,2010-01-01)', 'B', '[2010-01-01,)', 0.6, 's'), ('A', '[2000-01-01,2010-01-01)', 'C', '[2010-01-01,)', 0.4, 's');
CREATE TABLE public.given AS SELECT
	ARRAY[ROW('x', NULL, 2018, 'poor', 'households', 282, 38, 23, 5, 14, 7, 15, 5, 275)::HERE.published_flow,
		ROW('y', 'x', 2018, 'poor', 'households', 1, 0, 0, -3, 0, 0, 0, 0, 5)::HERE.published_flow] AS flows,
	ARRAY[ROW('x', NULL, 2018, 'households', 11473, 275, 22.4, 236, 2.06)::HERE.published_result] AS results,
	ARRAY[ROW('A', 10.5)::HERE.area_count, ROW('Z', 3)::HERE.area_count] AS counts,
	(SELECT array_agg(ROW(g, before, after)::HERE.group_poverty ORDER BY g) FROM (SELECT (i % 3)::text AS g, HERE.poverty_summary(i, 20) AS before, HERE.poverty_summary(i * 1.1, 20) AS after
		FROM generate_series(1, 40) i GROUP BY 1) v) AS poor,
	(SELECT array_agg(ROW(g, before, after)::HERE.group_inequality ORDER BY g) FROM (SELECT (i % 3)::text AS g, HERE.inequality_summary(i) AS before, HERE.inequality_summary(i * i) AS after
		FROM generate_series(1, 40) i GROUP BY 1) v) AS unequal,
	(SELECT HERE.mean_estimate(i, 1 + i % 2, i % 2, i) FROM generate_series(1, 40) i) AS estimate,
	(SELECT HERE.poverty_flows(b, a, false, true) FROM unnest(enum_range(NULL::HERE.poverty_status)) b, unnest(enum_range(NULL::HERE.poverty_status)) a) AS moved;
CREATE SCHEMA published;
CREATE TABLE public.ward (area_code text, parent_code text);
INSERT INTO public.ward VALUES ('P', NULL), ('a', 'P'), ('b', 'P');
CREATE TABLE public.form (year int, area_code text, households int, poor int);
INSERT INTO public.form VALUES (2017, 'a', 100, 9), (2018, 'a', 110, 8), (2018, 'b', 120, 30);
CREATE TABLE public.review AS SELECT y AS year, i AS household_id, CASE WHEN i % 2 = 0 THEN 'a' ELSE 'b' END AS area_code, (enum_range(NULL::HERE.poverty_status))[1 + (i * y) % 4] AS status,
	i % 3 = 0 AS ever_poor_before, i % 5 = 0 AS ever_near_poor_before, 'card'::text AS policy, true AS entitled, i % 7 > 0 AS covered, ARRAY[i % 2 = 0, i % 3 = 0] AS deprived, i * 10.0 AS income
	FROM generate_series(1, 80) i, generate_series(2017, 2018) y;
CREATE TABLE public.budget AS SELECT 2018 AS year, '135'::text AS programme, 'central'::text AS funding_source, 400 AS planned, 300 AS spent;
SQL
my %call = (
	deprivation_weights => q{SELECT HERE.deprivation_weights('VN-2022')},
	deprivation_dimensions => q{SELECT HERE.deprivation_dimensions('VN-2022')},
	deprivation_cutoff => q{SELECT HERE.deprivation_cutoff('VN-2022')},
	area_valid_range => q{SELECT HERE.area_valid_range('A', '2005-06-30')},
	area_unit => q{SELECT HERE.area_unit('A', '2005-06-30', '2005-06-30', '2015-06-30')},
	area_forward => q{SELECT HERE.area_forward('A', '2005-06-30', '2015-06-30')},
	area_back => q{SELECT HERE.area_back('B', '2015-06-30', '2005-06-30')},
	area_successors => q{SELECT HERE.area_successors('A', '2005-06-30', '2015-06-30')},
	area_predecessors => q{SELECT HERE.area_predecessors('B', '2015-06-30', '2005-06-30')},
	area_is_complete => q{SELECT HERE.area_is_complete('B', '2015-06-30', '2005-06-30', '{A}'), HERE.area_is_complete('B', '2015-06-30', '2005-06-30', '{Z}')},
	flow_forms => q{SELECT HERE.flow_forms(moved) FROM public.given},
	panel_places => q{SELECT HERE.panel_places('a', 'b', 'poor', 'near_poor')},
	form_name => q{SELECT HERE.form_name('  Xã  A ')},
	report_base_type => q{SELECT HERE.report_base_type('pg_catalog.int4'::pg_catalog.regtype)},
	report_expression => join('; ', map { "SELECT HERE.report_expression('$_', 'c', 'pg_catalog.int4'::pg_catalog.regtype)" } qw(year number code text boolean)),
	report_kind_types => q{SELECT HERE.report_kind_types('year')},
	report_withheld => q{SELECT pg_catalog.replace(HERE.report_withheld('n', 'false', '3'), 'HERE.', '')},
	report_sum => q{SELECT pg_catalog.replace(HERE.report_sum('n', true), 'HERE.', ''), pg_catalog.replace(HERE.report_sum('n', false), 'HERE.', '')},
	publish_area_rate => published('area_rate', q{'public.form', 'public.ward'}),
	publish_area_flow => published('area_flow', q{'public.review', 'public.ward'}),
	publish_area_flow_wide => published('area_flow_wide', q{'public.review', 'public.ward'}),
	publish_programme_coverage => published('programme_coverage', q{'public.review', 'public.ward'}),
	publish_programme_money => published('programme_money', q{'public.budget'}),
	publish_deprivation_rate => published('deprivation_rate', q{'public.review', 'public.ward'}),
	publish_lorenz_point => published('lorenz_point', q{'public.review', 'public.ward'}),
	publish_threshold => q{SELECT HERE.publish_threshold('published') IS NULL; SELECT v FROM published.threshold v ORDER BY pg_catalog.md5(v::pg_catalog.text) USING OPERATOR(pg_catalog.<)},
	form_number => q{SELECT HERE.form_number(1234567.50)},
	form_number_is_finite => q{SELECT HERE.form_number_is_finite(1, 'a', 'b')},
	flow_findings => q{SELECT HERE.flow_findings(flows) FROM public.given},
	result_findings => q{SELECT HERE.result_findings(results) FROM public.given},
	form_findings => q{SELECT HERE.form_findings(flows, results) FROM public.given},
	rebase => q{SELECT HERE.rebase(counts, '2005-06-30', '2015-06-30') FROM public.given},
	shapley_by_group => q{SELECT HERE.shapley_by_group(poor, 1) FROM public.given},
	mld_change => q{SELECT HERE.mld_change(unequal) FROM public.given},
	reliability => q{SELECT HERE.reliability(estimate, 0.2), HERE.reliability(estimate, 0.01) FROM public.given},
	poverty_line => q{SELECT HERE.poverty_line('VN-2016', 'rural', '2018-12-31')},
	poverty_threshold => q{SELECT HERE.poverty_threshold('VN-2016', 'urban', '2018-12-31')},
	near_poor_line => q{SELECT HERE.near_poor_line('VN-2016', 'rural', '2018-12-31')},
	classify_household => q{SELECT HERE.classify_household('VN-2016', 'rural', '2018-12-31', 900000, 3)},
	classify_by_points => q{SELECT HERE.classify_by_points('VN-2022', 'rural', 120, 30)},
);

# Makes the view of room report and reads it; the function of the same name gives the same rows without a view.
sub published
{
	my ($view, $arguments) = @_;
	my $order = 'ORDER BY pg_catalog.md5(v::pg_catalog.text) USING OPERATOR(pg_catalog.<)';
	return "SELECT HERE.publish_$view('published', $arguments) IS NULL; SELECT v FROM published.$view v $order; SELECT v FROM HERE.$view($arguments) v $order";
}

# The attacker's schema: every function of pg_catalog and of the extension, aggregates too, and every operator, with the
# same arguments, all of which raise an error; types and tables of the same names. What cannot be made is left out.
my $attack = <<'SQL';
CREATE TEMP VIEW target AS SELECT p.oid, p.proname, p.prorettype, p.proargtypes, p.pronamespace FROM pg_proc p
WHERE p.prokind IN ('f', 'a') AND (p.pronamespace = 'pg_catalog'::regnamespace OR p.oid IN (SELECT objid FROM pg_depend WHERE classid = 'pg_proc'::regclass AND deptype = 'e'))
	AND p.prorettype NOT IN ('internal'::regtype, 'trigger'::regtype, 'event_trigger'::regtype, 'cstring'::regtype, 'index_am_handler'::regtype, 'table_am_handler'::regtype, 'language_handler'::regtype)
	AND NOT p.proargtypes::oid[] && ARRAY['internal'::regtype, 'cstring'::regtype]::oid[];
DO $do$
DECLARE
	t record;
	made int = 0;
BEGIN
	FOR t IN SELECT DISTINCT ON (proname, proargtypes::text) * FROM target ORDER BY proname, proargtypes::text, prorettype LOOP
		BEGIN
			EXECUTE pg_catalog.format('CREATE FUNCTION EVIL.%I(%s) RETURNS %s LANGUAGE plpgsql AS $f$BEGIN RAISE EXCEPTION ''attacked''; END$f$',
				t.proname, (SELECT pg_catalog.string_agg(pg_catalog.format_type(a, NULL), ', ' ORDER BY n) FROM pg_catalog.unnest(t.proargtypes::oid[]) WITH ORDINALITY u(a, n)),
				pg_catalog.format_type(t.prorettype, NULL));
			made = made + 1;
		EXCEPTION WHEN OTHERS THEN NULL;
		END;
	END LOOP;
	FOR t IN SELECT o.oprname, o.oprleft, o.oprright, p.proname FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_proc p ON p.oid = o.oprcode WHERE o.oprnamespace = 'pg_catalog'::regnamespace OR o.oid >= 16384 LOOP
		BEGIN
			EXECUTE pg_catalog.format('CREATE OPERATOR EVIL.%s (%s RIGHTARG = %s, FUNCTION = EVIL.%I)', t.oprname,
				CASE WHEN t.oprleft <> 0 THEN 'LEFTARG = ' || pg_catalog.format_type(t.oprleft, NULL) || ',' ELSE '' END, pg_catalog.format_type(t.oprright, NULL), t.proname);
			made = made + 1;
		EXCEPTION WHEN OTHERS THEN NULL;
		END;
	END LOOP;
	RAISE NOTICE 'made %', made;
END
$do$;
SQL
my $shadows = <<'SQL';
DO $do$
DECLARE
	t record;
BEGIN
	FOR t IN SELECT pg_catalog.unnest(ARRAY['text', 'date', 'numeric', 'float8', 'int4', 'int8', 'bool', 'daterange', 'jsonb', 'poverty_status', 'published_flow', 'area_count', 'poverty_summary']) AS name LOOP
		EXECUTE pg_catalog.format('CREATE DOMAIN EVIL.%I AS pg_catalog.bytea', t.name);
	END LOOP;
	FOR t IN SELECT pg_catalog.unnest(ARRAY['poverty_standard', 'poverty_line', 'deprivation_indicator', 'area_crosswalk', 'given']) AS name LOOP
		EXECUTE pg_catalog.format('CREATE TABLE EVIL.%I (standard pg_catalog.text)', t.name);
		EXECUTE pg_catalog.format('CREATE TEMP TABLE %I (standard pg_catalog.text)', t.name);
	END LOOP;
END
$do$;
SQL

# The answers, each under the name of its function; errors are answers too.
sub answers
{
	my ($db, $home, $path, $before) = @_;
	my $script = ($before // '') . "SET search_path = $path;\n" . join '', map { "\\echo ## $_\n$call{$_};\n" } sort keys %call;
	my ($out, $err) = psql("\\set ON_ERROR_STOP 0\n" . ($script =~ s/\bHERE\b/$home/gr), dbname => $db);
	my %answer = map { /^(\w+)\n(.*)/s ? ($1 => $2) : () } split /^## /m, $out;
	return (\%answer, $err);
}

my $db = create_database('rights');
query('CREATE EXTENSION poverty_ext;' . ($data =~ s/\bHERE\b/public/gr), dbname => $db);
my %in_sql = map { $_ => 1 } split /\n/, query(<<'SQL', dbname => $db);
SELECT DISTINCT p.proname FROM pg_proc p JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e' WHERE p.prolang = (SELECT oid FROM pg_language WHERE lanname = 'sql')
SQL
is(join(' ', grep { !$call{$_} } sort keys %in_sql), '', 'every function in SQL is called');
my ($expected, $error) = answers($db, 'public', 'pg_catalog');
is($error, '', 'under search_path = pg_catalog all of them answer');
is(join(' ', grep { ($expected->{$_} // '') eq '' } sort keys %call), '', '... with something');
# QĐ 59/2015: 700,000 and 900,000; 900,000 and 3 deprivations: poor.
is($expected->{poverty_line} . $expected->{classify_household}, "700000\npoor\n", '... and right');

my ($notice) = (psql("CREATE SCHEMA evil;" . ($attack =~ s/EVIL/evil/gr) . ($shadows =~ s/EVIL/evil/gr), dbname => $db))[1];
cmp_ok(($notice =~ /made (\d+)/)[0] // 0, '>', 2500, 'an attacker makes thousands of functions and operators') or diag($notice);
for my $bent (q{SELECT lower('X'::pg_catalog.text)}, q{SELECT 1 = 1}, q{SELECT sum(x) FROM (VALUES (1)) v(x)}, q{SELECT pg_catalog.date '2018-12-31' OPERATOR(evil.>=) pg_catalog.date '2018-12-31'},
	q{SELECT pg_catalog.daterange(NULL, NULL) @> pg_catalog.date '2018-12-31'}, q{SELECT poverty_line('VN-2016', 'rural', pg_catalog.date '2018-12-31')})
{
	like((psql("SET search_path = evil, pg_catalog; $bent", dbname => $db))[1], qr/attacked|evil\./, "under their search_path this is bent: $bent");
}
for my $path ('evil, pg_catalog, public', 'evil, public')
{
	my ($answer, $message) = answers($db, 'public', $path, "SET search_path = evil, pg_catalog;\n" . join('', map { "CREATE TEMP TABLE $_ (standard pg_catalog.text);\n" } qw(poverty_standard poverty_line deprivation_indicator area_crosswalk)));
	is($message, '', "search_path = $path: no error");
	is(join(' ', grep { ($answer->{$_} // '') ne $expected->{$_} } sort keys %call), '', "search_path = $path: every function gives the same answer");
}

# Installed into the attacker's schema, where they made what they could before.
create_database($db);
query("CREATE SCHEMA evil;" . ($attack =~ s/EVIL/evil/gr), dbname => $db);
query('CREATE EXTENSION poverty_ext SCHEMA evil', dbname => $db);
query(($data =~ s/\bHERE\b/evil/gr), dbname => $db);
for my $path ('pg_catalog', 'evil, pg_catalog')
{
	my ($answer, $message) = answers($db, 'evil', $path);
	is($message, '', "in the attacker's schema, search_path = $path: no error");
	is(join(' ', grep { ($answer->{$_} // '') ne $expected->{$_} } sort keys %call), '', "in the attacker's schema, search_path = $path: every function gives the same answer");
}

# What the script would take over if it were there already (CVE-2022-2625), it never asks for.
my ($share) = program('pg_config', '--sharedir');
chomp $share;
my ($file) = glob("$share/extension/poverty_ext--[0-9].[0-9].sql");
open(my $handle, '<', $file) or die "$file: $!";
my $script = do { local $/ = undef; <$handle> };
close $handle;
is(join("\n", $script =~ /^(?:CREATE OR REPLACE|CREATE .*IF NOT EXISTS|DO\b).*/mg), '', 'the script creates nothing that may exist, and runs no DO');

# No file, network or environment: what the library takes from the C library is on this list, and what it takes from the
# server opens nothing but temporary files, which the server names, counts and removes.
my ($library) = program('pg_config', '--pkglibdir');
chomp $library;
my $undefined = `nm -D --undefined-only "$library/poverty_ext.so" 2>/dev/null`;
my $exported = `nm -D --defined-only "$ENV{PG_BIN}/postgres" 2>/dev/null`;
SKIP:
{
	skip 'nm is not on this machine', 3 if $undefined eq '' || $exported eq '';
	my %server = map { /(\S+)$/ ? ($1 => 1) : () } split /\n/, $exported;
	# newer C libraries have the functions of the newer standard under names of their own
	my @taken = map { /(\S+)$/ ? $1 =~ s/\@.*//r =~ s/^__isoc\d+_//r : () } split /\n/, $undefined;
	my %allowed = map { $_ => 1 } qw(_ITM_deregisterTMCloneTable _ITM_registerTMCloneTable __cxa_finalize __gmon_start__ __stack_chk_fail __errno_location
		memcmp memcpy memmove memset memchr __memcpy_chk __memset_chk __memmove_chk strcmp strncmp strlen strspn strcspn strchr strnlen strtoll strtol strtoull strtod snprintf __snprintf_chk __ctype_b_loc qsort bsearch abs labs
		exp exp2 expm1 log log2 log10 log1p pow sqrt cbrt fma fmax fmin fmod frexp ldexp lgamma lgamma_r tgamma nextafter floor ceil round trunc rint nearbyint modf hypot erf erfc sin cos tan atan atan2
		__isnan __isinf __finite __fpclassify __signbit __sigsetjmp siglongjmp _setjmp);
	is(join(' ', grep { !$server{$_} && !$allowed{$_} } @taken), '', 'the C library: arithmetic, memory and strings only');
	my $outside = qr/file|open|^(?:get|set|put)env|environ|socket|sock|dir(?:ectory)?$|fd_?|pipe|exec|system|dlopen|load_external|guc|setconfig|(?-i:^PQ)|libpq|latch|signal|worker|backend|elog_node|DataDir|LogicalTape/i;
	my %temporary = map { $_ => 1 } qw(BufFileCreateTemp BufFileClose BufFileRead BufFileReadExact BufFileReadMaybeEOF BufFileSeek BufFileTell BufFileWrite BufFileSize errcode_for_file_access
		IsLogicalWorker table_open table_close index_open index_close relation_open relation_close SPI_execute SPI_execute_with_args SPI_execute_plan DirectFunctionCall1Coll DirectFunctionCall2Coll DirectFunctionCall3Coll);
	is(join(' ', grep { $server{$_} && /$outside/ && !$temporary{$_} } @taken), '', 'the server: no file but temporary ones, no network, no environment, no setting');
	cmp_ok(scalar(grep { $server{$_} } @taken), '>', 50, '... of what was looked through');
}

drop_database($db);
done_testing();
