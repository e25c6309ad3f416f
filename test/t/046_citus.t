# SPDX-License-Identifier: PostgreSQL
# On a Citus cluster, where this machine has its library: a coordinator and two workers. Every aggregate is computed in
# parts by the workers (worker_partial_agg) and put together by the coordinator; its bits are those of the same rows in
# one local table, whether parts travel as text or binary, with FILTER, HAVING and joins with reference tables. A worker
# computes parts of an aggregate only if its arguments have the very types that it declares.

use strict;
use warnings;
use EveryAggregate;
use PovertyTest;
use PrivateServer;
use Test::More;

my ($library) = program('pg_config', '--pkglibdir');
chomp $library;
plan skip_all => "Citus is not on this machine ($library/citus.so)" if !-e "$library/citus.so";

# as few digits of a float8 as a client may ask for: states that travel as text have all of them
my %setting = (shared_preload_libraries => 'citus', wal_level => 'logical', max_connections => 60, max_prepared_transactions => 20,
	'citus.shard_count' => 4, 'citus.enable_statistics_collection' => 'off', extra_float_digits => -10);
my ($coordinator, @workers) = map { PrivateServer->start($_, %setting) } qw(coordinator worker1 worker2);
for my $server ($coordinator, @workers)
{
	$server->query('CREATE DATABASE register TEMPLATE template0');
	$server->query('CREATE EXTENSION citus', dbname => 'register');
}

sub on_coordinator { return $coordinator->query($_[0], dbname => 'register', set => { max_parallel_workers_per_gather => 0, @_[1 .. $#_] }); }

on_coordinator("SELECT citus_set_coordinator_host('@{[ $coordinator->directory ]}', $ENV{PGPORT})");
on_coordinator("SELECT citus_add_node('@{[ $_->directory ]}', $ENV{PGPORT})") for @workers;
is(on_coordinator('SELECT count(*) FROM pg_dist_node WHERE shouldhaveshards AND isactive'), '2', 'two workers');
on_coordinator('CREATE EXTENSION poverty_ext; ' . draw_sql() . sample_sql('local_register', 2000) . survey_sample_sql('local_sample', 800) . <<'SQL');
ALTER TABLE local_register ADD area_type text, ADD day date;
UPDATE local_register SET area_type = CASE WHEN id % 3 = 0 THEN 'urban' ELSE 'rural' END, day = date '2016-06-01' + id;
CREATE TABLE register (LIKE local_register);
CREATE TABLE sample (LIKE local_sample);
SELECT create_distributed_table('register', 'id');
SELECT create_distributed_table('sample', 'id', colocate_with => 'register');
INSERT INTO register SELECT * FROM local_register;
INSERT INTO sample SELECT * FROM local_sample;
ANALYZE;
SQL
is($_->query("SELECT count(*) FROM pg_extension WHERE extname = 'poverty_ext'", dbname => 'register'), '1', 'the extension came to a worker') for @workers;
for my $table (qw(register sample))
{
	is(on_coordinator("SELECT count(DISTINCT nodename) FROM citus_shards WHERE table_name = '$table'::regclass AND shard_size > 0"), '2', "$table lies on both workers");
}

sub listed
{
	my (%expression) = @_;
	return join(",\n\t", map { "($expression{$_})::text" } sort keys %expression);
}

# The aggregate with a clause: it is all of the expression, or the one argument of a send function.
sub with_clause
{
	my ($expression, $clause) = @_;
	return $expression =~ /^\w*send\(/ ? $expression =~ s/\)$/ $clause)/r : "$expression $clause";
}

# The statement over a table.
sub over
{
	my ($select, $table) = @_;
	return $select =~ s/FROM %s/FROM $table/r;
}

my %register = (local => 'local_register', distributed => 'register', list => \%aggregate);
my %survey = (%survey_aggregate, %survey_choice);
my %sample = (local => 'local_sample', distributed => 'sample', list => \%survey);
is(on_coordinator(aggregates_sql()), listed_aggregates(), 'every aggregate of the extension is tried');

for my $case (\%register, \%sample)
{
	my %list = %{ $case->{list} };
	my @names = sort keys %list;

	# Each aggregate alone, so that the one that pulls all rows to the coordinator has a name; and each kind of clause.
	my $script = join '', map { my $e = $list{$_}; "SELECT '## ' || \$name\$$_\$name\$;\nEXPLAIN (VERBOSE, COSTS OFF) SELECT area, ($e)::text FROM $case->{distributed} GROUP BY area;\n" } @names;
	my %plan = on_coordinator($script) =~ /^## (.*)\n((?:(?!## ).*\n?)*)/mg;
	is(join("\n", grep { $plan{$_} !~ /worker_partial_agg\('/ || $plan{$_} !~ /Task Count: 4/ } @names), '', "$case->{distributed}: every aggregate is computed in parts");
	is(scalar(keys %plan), scalar(@names), "$case->{distributed}: every aggregate was tried (" . scalar(@names) . ')');

	for my $clause (['grouped', '', ''], ['FILTER', 'FILTER (WHERE id % 3 = 0)', ''], ['HAVING', '', 'HAVING headcount_ratio(x, z, w) > 0.5'])
	{
		my ($name, $filter, $having) = @$clause;
		my $select = 'SELECT area, ' . listed(map { $_ => with_clause($list{$_}, $filter) } @names) . " FROM %s GROUP BY area $having";
		my $plan = on_coordinator('EXPLAIN (VERBOSE, COSTS OFF) ' . over($select, $case->{distributed}));
		cmp_ok(scalar(() = $plan =~ /worker_partial_agg\('/g), '>=', scalar(@names), "$case->{distributed}, $name: the plan has a part of each");
		my $ordered = "SELECT * FROM ($select) v ORDER BY area";
		my $expected = on_coordinator(over($ordered, $case->{local}));
		my $groups = () = $expected =~ /^\d/mg;
		ok($name eq 'HAVING' ? $groups > 0 && $groups < 13 : $groups == 13, "$case->{distributed}, $name: $groups groups");
		for my $binary ('on', 'off')
		{
			# no aggregate needs the rows themselves
			my $got = on_coordinator(over($ordered, $case->{distributed}), 'citus.enable_binary_protocol' => $binary, 'citus.coordinator_aggregation_strategy' => 'disabled');
			ok($got eq $expected, "$case->{distributed}, $name, binary protocol $binary: the same bits");
		}
	}
	my $select = 'SELECT 0, ' . listed(%list) . ' FROM %s';
	ok(on_coordinator(over($select, $case->{distributed})) eq on_coordinator(over($select, $case->{local})), "$case->{distributed}, one group: the same bits");
	$select = 'SELECT id % 50 AS g, ' . listed(%list) . ' FROM %s GROUP BY 1';
	ok(on_coordinator('SELECT md5(string_agg(v::text, $$ $$ ORDER BY g)) FROM (' . over($select, $case->{distributed}) . ') v') eq
		on_coordinator('SELECT md5(string_agg(v::text, $$ $$ ORDER BY g)) FROM (' . over($select, $case->{local}) . ') v'), "$case->{distributed}, 50 groups: the same bits");
}

# Codes of strata and units: what becomes a survey_code by itself, and what is made one.
on_coordinator(<<'SQL');
CREATE TYPE kind AS ENUM ('urban', 'rural');
CREATE DOMAIN unit AS int;
CREATE TABLE local_code AS SELECT id, area, x, w, (ARRAY['urban', 'rural'])[1 + stratum % 2]::kind AS kind, psu::unit AS unit, stratum::smallint AS small, psu::bigint AS big, stratum::real AS real,
	psu::numeric / 4 AS quarter, psu_text::varchar AS various, psu_text::char(9) AS fixed, psu_text::name AS name, stratum < 3 AS low, date '2020-01-01' + psu AS day, md5(psu_text)::uuid AS uuid
FROM local_sample;
CREATE TABLE code (LIKE local_code);
SELECT create_distributed_table('code', 'id');
INSERT INTO code SELECT * FROM local_code;
SQL
my @codes = ('small, big', 'real, quarter', 'low, various', 'kind::text, fixed', 'low, name', 'small, day', 'real, uuid', q{'all', unit}, 'survey_code(kind), survey_code(ARRAY[big])');
my $codes = 'SELECT area, ' . join(', ', map { "mean_estimate(x, w, $_)::text" } @codes) . ' FROM %s GROUP BY area';
like(on_coordinator('EXPLAIN (VERBOSE, COSTS OFF) ' . over($codes, 'code')), qr/^(?!.*Distributed Subplan)(?:.*worker_partial_agg\('){9}/s, 'codes of other types: in parts');
is(on_coordinator('SELECT * FROM (' . over($codes, 'code') . ') v ORDER BY area', 'citus.enable_binary_protocol' => $_), on_coordinator('SELECT * FROM (' . over($codes, 'local_code') . ') v ORDER BY area'),
	"codes of other types, binary protocol $_: the same bits")
	for qw(on off);

# Grouped by the distribution column a worker computes all of a group. It may call only functions that it has: the
# constants are given as literals.
on_coordinator(<<'SQL');
CREATE TABLE sample_by_area (LIKE local_sample);
SELECT create_distributed_table('sample_by_area', 'area', colocate_with => 'none');
INSERT INTO sample_by_area SELECT * FROM local_sample;
SQL
my %constant = map { my ($name, $type) = /(\w+)/g; $name => "'" . on_coordinator("SELECT $name()") . "'::$type" }
	('design survey_design', 'keeping survey_design', 'text_design survey_design', 'line survey_line', 'replicates survey_design', 'line_of_replicates survey_line');
my $estimates = listed(map { $_ => $survey{$_} =~ s/\b(\w+)\(\)/$constant{$1}/gr } keys %survey);
is(on_coordinator("SELECT * FROM (SELECT area, $estimates FROM sample_by_area GROUP BY area) v ORDER BY area", 'citus.enable_binary_protocol' => $_),
	on_coordinator("SELECT area, $estimates FROM local_sample GROUP BY area ORDER BY area"), "grouped by the distribution column, binary protocol $_: the same bits")
	for qw(on off);

# Rows brought together first: what doc/scale.md advises for large designs.
my $together = 'SELECT area, headcount_ratio_estimate(x, z, w, stratum, psu, (SELECT survey_design(stratum, psu, 0.1) FROM %s)) FROM %s GROUP BY area';
my $by_area = 'SELECT * FROM (%s) v ORDER BY area';
my $whole = on_coordinator(sprintf($by_area, sprintf($together, ('local_sample') x 2)));
is(on_coordinator('WITH s AS MATERIALIZED (SELECT * FROM sample) ' . sprintf($by_area, sprintf($together, ('s') x 2))), $whole, 'over materialized rows: the same bits');
# and the design of all rows from a sub-select over the distributed table
is(on_coordinator(sprintf($by_area, sprintf($together, ('sample') x 2))), $whole, 'with the design of a distributed table: the same bits');
like(on_coordinator('EXPLAIN (VERBOSE, COSTS OFF) ' . sprintf($together, ('sample') x 2)), qr/Distributed Subplan.*worker_partial_agg\('.*survey_design.*worker_partial_agg\('.*headcount_ratio_estimate/s, 'both in parts');

# Lines in a reference table, joined with the rows where they are.
on_coordinator(<<'SQL');
CREATE TABLE line AS SELECT * FROM poverty_line;
CREATE TABLE standard AS SELECT * FROM poverty_standard;
SELECT create_reference_table('line');
SELECT create_reference_table('standard');
CREATE TABLE local_line AS SELECT * FROM line;
CREATE TABLE local_standard AS SELECT * FROM standard;
SQL
my $join = <<'SQL';
SELECT area, float8send(headcount_ratio(1e5 * x, l.line, w))::text, float8send(sen_index(1e5 * x, at_or_below(l.line), w))::text, poverty_summary(1e5 * x, l.line, w)::text,
	float8send(headcount_ratio(1e5 * x, poverty_threshold('VN-2016', r.area_type, r.day), w))::text,
	record_send(headcount_ratio_estimate(1e5 * x, l.line, w, r.area_type, r.id))::text, record_send(gini_estimate(x, w, s.standard, r.id))::text, count(DISTINCT s.name)
FROM REGISTER r JOIN LINE l ON l.standard = 'VN-2016' AND l.area_type = r.area_type AND l.valid @> r.day JOIN STANDARD s ON s.standard = l.standard AND s.shipped = l.shipped
GROUP BY area
SQL
sub named { my (%name) = @_; my $sql = $join; $sql =~ s/\b$_\b/$name{$_}/g for keys %name; return $sql; }
my $here = named(REGISTER => 'local_register', LINE => 'local_line', STANDARD => 'local_standard');
my $there = named(REGISTER => 'register', LINE => 'line', STANDARD => 'standard');
my $join_plan = on_coordinator("EXPLAIN (VERBOSE, COSTS OFF) $there");
unlike($join_plan, qr/Distributed Subplan/, 'a join with reference tables needs no subplan');
is(on_coordinator("SELECT * FROM ($there) v ORDER BY area"), on_coordinator("SELECT * FROM ($here) v ORDER BY area"), 'and gives the same bits');
$there =~ s/, count\(DISTINCT s.name\)//;
like(on_coordinator("EXPLAIN (VERBOSE, COSTS OFF) $there"), qr/worker_partial_agg\('.*JOIN public\.line_|worker_partial_agg\('.*public\.line_/s, 'without the DISTINCT, in parts');
$here =~ s/, count\(DISTINCT s.name\)//;
is(on_coordinator("SELECT * FROM ($there) v ORDER BY area"), on_coordinator("SELECT * FROM ($here) v ORDER BY area"), 'and gives the same bits');

# Two steps: summaries in a distributed table, merged.
on_coordinator(<<'SQL');
CREATE TABLE stored (area int, s poverty_summary, d income_distribution, i inequality_summary, m mpi_summary, t transition_matrix);
SELECT create_distributed_table('stored', 'area');
INSERT INTO stored SELECT area, poverty_summary(x, z, w), income_distribution(x, w), inequality_summary(x, w),
	mpi_summary(d, '{1,1,1,2,2,2,1,1,1,3,3,3}', 0.25, w), transition_matrix(class1, class2, 7, w) FROM register GROUP BY area;
SQL
is(on_coordinator('SELECT merge(s), merge(d), merge(i), merge(m), merge(t) FROM stored'), on_coordinator(<<'SQL'), 'stored summaries, merged: those of all rows');
SELECT poverty_summary(x, z, w), income_distribution(x, w), inequality_summary(x, w), mpi_summary(d, '{1,1,1,2,2,2,1,1,1,3,3,3}', 0.25, w),
	transition_matrix(class1, class2, 7, w) FROM local_register
SQL

is($_->crashes, '', 'no crash on ' . $_->directory =~ s{.*/}{}r) for $coordinator, @workers;
undef $coordinator;
@workers = ();
done_testing();
