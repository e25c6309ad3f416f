# SPDX-License-Identifier: PostgreSQL
# The SQL that dashboards write: Superset, Metabase, Grafana and Tableau wrap a metric in sub-selects, LIMIT, date_trunc,
# quoted aliases, DISTINCT, FILTER, ROLLUP and OVER. Wherever PostgreSQL aggregates in parallel and in parts for a plain
# avg(), it must do so for ours: each query's plan is held against the plan of the same query with avg(income), under the
# server's default settings, and its rows against those of a plan without workers.
# The shapes: Superset, superset/models/helpers.py ("virtual_table", "mme_inner__", "series_limit"); Grafana, the tests of
# its PostgreSQL macros ($__timeGroupAlias, $__timeFilter); Metabase and Tableau, SQL that people published from their logs.

use strict;
use warnings;
use PovertyTest;
use Test::More;

my $db = create_database('bi_sql');
query(<<'SQL', dbname => $db);
CREATE EXTENSION poverty_ext;

-- 300,000 households in 40 wards over 3 years: big enough for workers under default settings
CREATE TABLE register AS
SELECT id, 'w' || id % 40 AS ward, 2016 + id % 3 AS year, make_date(2016 + id % 3, 12, 31) AS as_of,
	make_timestamptz(2016 + id % 3, 1 + id % 12, 15, 10, 0, 0, 'UTC') AS seen, id % 5 < 2 AS urban,
	400000.0::float8 + (id * 7919::bigint % 2000003) AS income, CASE WHEN id % 5 < 2 THEN 900000 ELSE 700000 END AS line, 1 + id % 7 AS members,
	id * 31::bigint % 4096 AS lacking
FROM generate_series(1, 300000) id;
CREATE TABLE area AS SELECT 'w' || n AS code, 'Phường ' || n AS "Tên phường" FROM generate_series(0, 39) n;
CREATE TABLE parts (LIKE register) PARTITION BY LIST (year);
SELECT format('CREATE TABLE parts_%1$s PARTITION OF parts FOR VALUES IN (%1$s)', y) FROM generate_series(2016, 2018) y \gexec
INSERT INTO parts SELECT * FROM register;

-- one column for each type that an argument of an aggregate can have; of codes, which are made of other types, there is one
CREATE TABLE every AS SELECT id, ward FROM register;
SELECT format('ALTER TABLE every ADD COLUMN %I %s', 'a_' || t::oid, t::oid::regtype)
FROM (SELECT DISTINCT unnest(p.proargtypes) AS t FROM pg_proc p JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e' WHERE p.prokind = 'a') v
WHERE t <> 'survey_code'::regtype \gexec
ANALYZE;

-- The nodes of a plan that tell how it aggregates: partial and final steps, gathering, parallel scans, workers, windows.
CREATE FUNCTION shape(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	plan json;
BEGIN
	EXECUTE 'EXPLAIN (FORMAT JSON) ' || query INTO plan;
	RETURN (WITH RECURSIVE node(n) AS (
			SELECT plan #> '{0,Plan}'
			UNION ALL
			SELECT child FROM node, json_array_elements(n -> 'Plans') child)
		SELECT string_agg(format('%s x %s', what, times), ', ' ORDER BY what)
		FROM (SELECT CASE
					WHEN n ->> 'Node Type' = 'Aggregate' THEN (n ->> 'Partial Mode') || ' Aggregate'
					WHEN n ->> 'Node Type' LIKE 'Gather%' THEN format('Gather %s', n ->> 'Workers Planned')
					WHEN n ->> 'Node Type' = 'WindowAgg' THEN 'Window'
					WHEN n ->> 'Node Type' LIKE '%Scan' THEN CASE WHEN (n ->> 'Parallel Aware')::boolean THEN 'Parallel Scan' ELSE 'Scan' END
				END AS what, count(*) AS times
			FROM node GROUP BY what) v
		WHERE what IS NOT NULL);
END $$;
SQL

# Every aggregate of the extension, in the plainest query there is.
my $plain = query('SELECT shape($q$SELECT ward, avg(id) FROM every GROUP BY ward$q$)', dbname => $db);
like($plain, qr/^Finalize Aggregate x 1, Gather \d x 1, Parallel Scan x 1, Partial Aggregate x 1$/, 'avg() is parallel and partial');
my ($count, @other) = split /\n/, query(<<"SQL", dbname => $db);
WITH aggregate AS (
	SELECT p.oid::regprocedure AS name, format('%I(%s)', p.proname, (SELECT string_agg(CASE WHEN t = 'survey_code'::regtype THEN 'ward' ELSE format('%I', 'a_' || t::oid) END, ', ' ORDER BY n)
		FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS u(t, n))) AS call
	FROM pg_proc p JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e' WHERE p.prokind = 'a')
SELECT count(*)::text AS line FROM aggregate
UNION ALL
SELECT * FROM (SELECT format('%s: %s', name, shape(format('SELECT ward, %s FROM every GROUP BY ward', call))) FROM aggregate) v(line)
WHERE line NOT LIKE '%: $plain'
SQL
cmp_ok($count, '>', 200, 'there are aggregates to look at');
is_deeply(\@other, [], "each of the $count aggregates is planned as avg() is");

# What stands for METRIC: sums, rows in order, deprivations, an aggregate inside functions, a reader of a summary, a reader
# of an estimate. The fourth is as Superset rewrites it: names in capitals, percent with its schema (it is a keyword there).
my @metrics = (
	'headcount_ratio(income, line, members)',
	'gini(income, members)',
	q{mpi(lacking, '{1,1,1,1,1,1,1,1,1,1,1,1}', 0.25, members)},
	'public.percent(POVERTY_RATE(income < line, members), 1)::float8',
	'headcount_ratio(poverty_summary(income, line, members))',
);
my $estimate = 'estimate(headcount_ratio_estimate(income, line, members, year, ward))';
my @queries = (
	['Superset: a table', <<'SQL'],
SELECT ward AS ward, METRIC AS "Tỷ lệ nghèo (%)" FROM public.register WHERE as_of >= TO_DATE('2016-01-01', 'YYYY-MM-DD') AND as_of < TO_DATE('2019-01-01', 'YYYY-MM-DD')
GROUP BY ward ORDER BY "Tỷ lệ nghèo (%)" DESC, ward LIMIT 1000
SQL
	['Superset: a virtual dataset and a time grain', <<'SQL'],
SELECT DATE_TRUNC('year', seen) AS seen, ward AS ward, METRIC AS "metric" FROM (SELECT * FROM register
) AS virtual_table WHERE seen >= TO_TIMESTAMP('2016-01-01 00:00:00.000000', 'YYYY-MM-DD HH24:MI:SS.US') AND urban = true
GROUP BY DATE_TRUNC('year', seen), ward ORDER BY "metric" DESC, 1, 2 LIMIT 50000
SQL
	['Superset: a series limit', <<'SQL'],
SELECT DATE_TRUNC('year', as_of) AS as_of, ward AS ward, METRIC AS "metric" FROM register
JOIN (SELECT ward AS ward__, METRIC AS mme_inner__ FROM register GROUP BY ward ORDER BY mme_inner__ DESC LIMIT 5) AS series_limit ON ward = ward__
GROUP BY DATE_TRUNC('year', as_of), ward ORDER BY "metric" DESC, 1, 2 LIMIT 10000
SQL
	['Superset: the number of rows of a result', <<'SQL'],
SELECT COUNT(*) AS rowcount FROM (SELECT ward AS ward, METRIC AS "metric" FROM register GROUP BY ward HAVING METRIC > 0.01 LIMIT 50000) AS rowcount_qry
SQL
	['Superset: a big number', 'SELECT METRIC AS "metric" FROM register LIMIT 50000'],
	['Metabase: a question', <<'SQL'],
SELECT "public"."register"."ward" AS "ward", METRIC AS "Tỷ lệ" FROM "public"."register" GROUP BY "public"."register"."ward" ORDER BY "public"."register"."ward" ASC
SQL
	['Metabase: a nested question with a join and a truncated date', <<'SQL'],
SELECT "source"."Area__Tên phường" AS "Area__Tên phường", DATE_TRUNC('year', CAST("source"."as_of" AS timestamp)) AS "as_of", METRIC AS "metric"
FROM (SELECT "public"."register"."ward" AS "ward", "public"."register"."year" AS "year", "public"."register"."as_of" AS "as_of", "public"."register"."income" AS "income", "public"."register"."line" AS "line",
	"public"."register"."members" AS "members", "public"."register"."lacking" AS "lacking", "Area"."Tên phường" AS "Area__Tên phường"
	FROM "public"."register" LEFT JOIN "public"."area" AS "Area" ON "public"."register"."ward" = "Area"."code") AS "source"
GROUP BY "source"."Area__Tên phường", DATE_TRUNC('year', CAST("source"."as_of" AS timestamp))
ORDER BY "source"."Area__Tên phường" ASC, DATE_TRUNC('year', CAST("source"."as_of" AS timestamp)) ASC LIMIT 2000
SQL
	['Metabase: a native question, filtered again', <<'SQL'],
SELECT "source"."ward" AS "ward", "source"."metric" AS "metric" FROM (SELECT ward, METRIC AS metric FROM register GROUP BY ward) AS "source" WHERE "source"."metric" > 0 ORDER BY "source"."ward" ASC LIMIT 1048575
SQL
	['Grafana: a time series', <<'SQL'],
SELECT floor(extract(epoch from seen)/31536000)*31536000 AS "time", ward AS metric, METRIC AS "value" FROM register
WHERE seen BETWEEN '2016-01-01T00:00:00Z' AND '2018-12-31T23:59:59.999Z' GROUP BY 1, 2 ORDER BY 1, 2
SQL
	['Tableau: a calculation', <<'SQL'],
SELECT "register"."ward" AS "ward", (METRIC) AS "usr:Calculation_1:ok" FROM "public"."register" "register" GROUP BY 1
SQL
	['Tableau: a level of detail', <<'SQL'],
SELECT AVG("t0"."__measure__0") AS "usr:Calculation_2:ok" FROM (SELECT "register"."ward" AS "ward", METRIC AS "__measure__0" FROM "public"."register" "register" GROUP BY 1) "t0" HAVING (COUNT(1) > 0)
SQL
	['DISTINCT', 'SELECT DISTINCT METRIC > 0.2 AS high, ward FROM register GROUP BY ward, year'],
	['FILTER', 'SELECT year, METRIC FILTER (WHERE urban) AS "đô thị", METRIC FILTER (WHERE NOT urban) AS "nông thôn" FROM register GROUP BY year'],
	['ROLLUP', 'SELECT ward, year, METRIC FROM register GROUP BY ROLLUP (ward, year)'],
	['count(DISTINCT) beside it', 'SELECT urban, METRIC, count(DISTINCT ward) FROM register GROUP BY urban'],
	['a window over groups', 'SELECT ward, year, METRIC AS m, rank() OVER (PARTITION BY year ORDER BY METRIC) FROM register GROUP BY ward, year'],
	['OVER', 'SELECT DISTINCT ward, METRIC OVER (PARTITION BY ward) FROM register WHERE id <= 3000'],
	['empty input', 'SELECT METRIC FROM register WHERE year = 1900'],
	['empty groups', 'SELECT ward, METRIC FROM register WHERE year = 1900 GROUP BY ward'],
	['WITH, and a union', q{WITH one AS (SELECT ward, METRIC AS m FROM register GROUP BY ward) SELECT ward, m FROM one UNION ALL SELECT 'all', METRIC FROM register}],
	['partition by partition', 'SELECT year, METRIC FROM parts GROUP BY year', { enable_partitionwise_aggregate => 'on' }],
	['partition by partition, in parts', 'SELECT ward, METRIC FROM parts GROUP BY ward', { enable_partitionwise_aggregate => 'on' }],
);

# The plan of avg(), the plan of each metric; then the rows with workers and without.
my %partial;
for (@queries)
{
	my ($name, $template, $set) = @$_;
	$template =~ s/[;\s]+\z//;
	# a window or FILTER takes an aggregate, not an expression around one
	my @fitting = grep { $template !~ /METRIC (?:OVER|FILTER)/ || /^(?:headcount_ratio\(income|gini|mpi)/ } @metrics, $name =~ /OVER|empty/ ? () : $estimate;
	my ($out, $err) = psql(join(";\n", map { 'SELECT shape($q$' . $template =~ s/METRIC/$_/gr . '$q$)' } 'avg(income)', @fitting), dbname => $db, set => $set);
	# whether all partitions are aggregated at once or one by one is a matter of rounding in the costs
	$out =~ s/ x \d+//g if $name =~ /in parts/;
	my ($shape, @shapes) = split /\n/, $out;
	$partial{$name} = $shape =~ /Partial/ ? 1 : 0;
	is($shapes[$_], $shape, "$name: $fitting[$_]") || diag($err) for 0 .. $#fitting;
	my $sql = $template =~ s/METRIC/$metrics[0]/gr;
	my $rows = "SELECT md5(string_agg(v::text, E'\\n' ORDER BY v::text)) || ' ' || count(*) FROM ($sql) v;\n";
	my ($with, $without) = split /\n/, query($rows . "SET max_parallel_workers_per_gather = 0;\n" . $rows, dbname => $db, set => $set);
	is($with, $without, "$name: the same rows without workers");
}
# else the comparison would show nothing; PostgreSQL never does it for ROLLUP, OVER and count(DISTINCT)
cmp_ok(scalar(grep { $_ } values %partial), '>=', 15, 'avg() itself is partial in most of the queries');

# A view keeps its functions whatever the search path is: it gives the same rows, by the same plan.
query(<<'SQL', dbname => $db);
CREATE SCHEMA report;
CREATE VIEW report.ward_rate AS SELECT ward, year, headcount_ratio(income, line, members) AS poverty_rate, gini(income, members) AS gini FROM register GROUP BY ward, year;
SQL
my $view = q{SELECT md5(string_agg(v::text, ',' ORDER BY v::text)) FROM report.ward_rate v};
is(query("SET search_path = pg_catalog;\n$view", dbname => $db), query($view, dbname => $db), 'search_path = pg_catalog around a view: the same rows');
like(query("SET search_path = pg_catalog;\nSELECT public.shape('SELECT * FROM report.ward_rate')", dbname => $db), qr/Partial Aggregate/, 'and partial aggregation');
my ($out, $err, $status) = psql("SET search_path = pg_catalog;\nSELECT headcount_ratio(income, line) FROM public.register", dbname => $db);
like($err, qr/42883/, 'without a view, the name has to be qualified');

drop_database($db);
done_testing();
