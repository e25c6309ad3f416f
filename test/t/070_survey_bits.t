# SPDX-License-Identifier: PostgreSQL
# The same rows give the same bits, whatever the plan: every aggregate of room survey, as 030_same_bits.t does it for the
# others. Weights span 20 decimal orders of magnitude, equal incomes lie in different sampling units.

use strict;
use warnings;
use EveryAggregate;
use PovertyTest;
use Test::More;

my $db = create_database('survey_bits');
query("ALTER DATABASE $db SET jit = off");
query('CREATE EXTENSION poverty_ext; ' . draw_sql() . survey_sample_sql('flat', 4000) . <<'SQL', dbname => $db);
CREATE TABLE shuffled AS SELECT * FROM flat ORDER BY md5(id::text);
CREATE TABLE reversed AS SELECT * FROM flat ORDER BY w DESC;
CREATE TABLE parts (LIKE flat) PARTITION BY LIST (area);
SELECT format('CREATE TABLE parts_%s PARTITION OF parts FOR VALUES IN (%s)', a, a) FROM generate_series(0, 12) a \gexec
INSERT INTO parts SELECT * FROM shuffled;
CREATE INDEX ON flat (id);
ANALYZE;
SQL

my %parallel = (parallel_setup_cost => 0, parallel_tuple_cost => 0, min_parallel_table_scan_size => 0, jit => 'off');
my %serial = (max_parallel_workers_per_gather => 0, jit => 'off');
my @plans = (
	['hashed, shuffled rows', 'shuffled', 'area', {%serial}, qr/HashAggregate/],
	['sorted, rows from large to small', 'reversed', 'area', { %serial, enable_hashagg => 'off' }, qr/GroupAggregate/],
	['partition-wise', 'parts', 'area', { %serial, enable_partitionwise_aggregate => 'on' }, qr/Append\n.*HashAggregate/],
	['1 worker', 'flat', 'area', { %parallel, max_parallel_workers_per_gather => 1 }, qr/Finalize.*Workers Planned: 1.*Partial/s],
	['4 workers', 'shuffled', 'area',
		{ %parallel, max_parallel_workers_per_gather => 4, max_parallel_workers => 8, parallel_leader_participation => 'off' },
		qr/Finalize.*Workers Planned: 4.*Partial/s],
	['partial partition-wise', 'parts', 'area % 13', { %serial, enable_partitionwise_aggregate => 'on' }, qr/Finalize.*Append.*Partial/s],
);
query("ALTER TABLE $_ SET (parallel_workers = 4)", dbname => $db) for qw(flat shuffled reversed);

my %all = (%survey_aggregate, %survey_choice);
my $list = join(",\n\t", map { "($all{$_})::text" } sort keys %all);

sub statement
{
	my ($table, $group) = @_;
	return "SELECT $group AS area,\n\t$list\nFROM $table GROUP BY $group";
}

my $expected = query('SELECT * FROM (' . statement('flat', 'area') . ') v ORDER BY area', dbname => $db, set => {%serial});
is(scalar(split /\n/, $expected), 13, 'the reference has a row for each of 13 areas');
for my $plan (@plans)
{
	my ($name, $table, $group, $set, $shape) = @$plan;
	my $explained = query('EXPLAIN (COSTS OFF) ' . statement($table, $group), dbname => $db, set => $set);
	like($explained, $shape, "$name: the plan is the one meant");
	my $got = query('SELECT * FROM (' . statement($table, $group) . ') v ORDER BY area', dbname => $db, set => $set);
	ok($got eq $expected, "$name: the same bits") or which($expected, $got);
}

# Names the aggregates whose bits differ.
sub which
{
	my @lines = map { [map { [split /\|/] } split /\n/, $_] } @_;
	my @names = sort keys %all;
	for my $column (1 .. @names)
	{
		diag($names[$column - 1]) if grep { $lines[0][$_][$column] ne $lines[1][$_][$column] } 0 .. 12;
	}
	return;
}

my $sets = query('SELECT * FROM (' . statement('shuffled', 'area') =~ s/GROUP BY area/GROUP BY GROUPING SETS ((area), ())/r
	. ') v WHERE area IS NOT NULL ORDER BY area', dbname => $db, set => {%serial});
ok($sets eq $expected, 'grouping sets: the same bits');

# Many groups that do not fit into memory, spilled to disk or sorted.
my $many = "SELECT md5(string_agg(v::text, '' ORDER BY area)) FROM (" . statement('(SELECT * FROM flat WHERE id < 1500) f', 'id / 3') . ') v';
my $spilled = query($many, dbname => $db, set => { %serial, work_mem => '64kB', enable_sort => 'on', enable_hashagg => 'on' });
is($spilled, query($many, dbname => $db, set => { %serial, work_mem => '64MB', enable_hashagg => 'off' }), '500 groups, spilled or sorted: the same bits');

# A moving window; its first frame has two rows, for one unit has no variance.
for my $name (sort keys %all)
{
	my $window = 'OVER (ORDER BY id ROWS BETWEEN 20 PRECEDING AND 1 FOLLOWING)';
	my $over = $all{$name} =~ /^\w*send\(/ ? $all{$name} =~ s/\)$/ $window)/r : "$all{$name} $window";
	is(query(<<SQL, dbname => $db), 't', "$name: a moving window equals the direct computation");
SELECT bool_and(moving IS NOT DISTINCT FROM direct)
FROM (SELECT id, $over AS moving FROM flat WHERE id <= 60) m
JOIN LATERAL (SELECT $all{$name} AS direct FROM flat WHERE id BETWEEN m.id - 20 AND m.id + 1 AND id <= 60) d ON true
SQL
}

# Parallel workers have the encoding of the database, a session that of its client: labels must be the same codes in both.
query(<<'SQL', dbname => $db);
CREATE TYPE kind AS ENUM ('é', 'b');
CREATE TABLE labelled AS SELECT id, (enum_range(NULL::kind))[1 + id % 2] AS stratum, (ARRAY['à', 'é', 'c'])[1 + id % 3] AS village FROM flat;
ALTER TABLE labelled SET (parallel_workers = 2);
ANALYZE;
SQL
my $labelled = "SET client_encoding = 'LATIN1'; SELECT survey_design(survey_code(stratum), survey_code(ARRAY[village])) FROM labelled";
my %workers_alone = (%parallel, parallel_leader_participation => 'off');
like(query($labelled =~ s/SELECT/EXPLAIN (COSTS OFF) SELECT/r, dbname => $db, set => {%workers_alone}), qr/Gather/, 'labels, workers: the plan is the one meant');
my $design = query($labelled, dbname => $db, set => {%serial});
is(query("SELECT survey_strata('$design'), survey_psus('$design')", dbname => $db), '2|6', 'labels: 2 strata with 3 sampling units each');
ok(query($labelled, dbname => $db, set => {%workers_alone}) eq $design, 'labels: the same bits');

# Stored values go through dump and restore as text, and through COPY as binary.
is(query(<<'SQL', dbname => $db), 't|t|t', 'stored values are read back from their text');
SELECT design() = design()::text::survey_design, line() = line()::text::survey_line, t = t::text::survey_totals
FROM (SELECT totals(mean_estimate(x, w, stratum, psu, keeping())) AS t FROM flat) v
SQL
is(query(<<'SQL', dbname => $db), 't|t|t', 'and from their binary form');
CREATE TEMP TABLE kept AS SELECT design() AS d, line() AS l, totals(mean_estimate(x, w, stratum, psu, keeping())) AS t FROM flat;
CREATE TEMP TABLE read (LIKE kept);
SELECT current_setting('data_directory') || '/survey_bits.copy' AS file \gset
COPY kept TO :'file' (FORMAT binary);
COPY read FROM :'file' (FORMAT binary);
SELECT kept.d = read.d, kept.l = read.l, kept.t = read.t FROM kept, read;
SQL

drop_database($db);
done_testing();
