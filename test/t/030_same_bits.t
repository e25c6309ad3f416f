# SPDX-License-Identifier: PostgreSQL
# The same rows give the same bits, whatever the plan: every aggregate, under every kind of plan, and each plan is
# shown to be the one meant. Weights span 20 decimal orders of magnitude, so that a sum that rounds on the way differs.

use strict;
use warnings;
use EveryAggregate;
use PovertyTest;
use Test::More;

my $db = create_database('same_bits');
# compiled only where that is what is tried
query("ALTER DATABASE $db SET jit = off");
query('CREATE EXTENSION poverty_ext; ' . draw_sql() . sample_sql('flat', 30000) . <<'SQL', dbname => $db);
CREATE TABLE shuffled AS SELECT * FROM flat ORDER BY md5(id::text);
CREATE TABLE reversed AS SELECT * FROM flat ORDER BY w DESC;
CREATE TABLE parts (LIKE flat) PARTITION BY LIST (area);
SELECT format('CREATE TABLE parts_%s PARTITION OF parts FOR VALUES IN (%s)', a, a) FROM generate_series(0, 12) a \gexec
INSERT INTO parts SELECT * FROM shuffled;
ANALYZE;
SQL

# A new aggregate has to be added to EveryAggregate.pm.
is(query(aggregates_sql(), dbname => $db), listed_aggregates(), 'every aggregate of the extension is listed');

# Kinds of plan: the table, the grouping, the settings, and what EXPLAIN must and must not show.
my %parallel = (parallel_setup_cost => 0, parallel_tuple_cost => 0, min_parallel_table_scan_size => 0, jit => 'off');
my %serial = (max_parallel_workers_per_gather => 0, jit => 'off');
my @plans = (
	['hashed, shuffled rows', 'shuffled', 'area', {%serial}, qr/HashAggregate/],
	['sorted', 'flat', 'area', { %serial, enable_hashagg => 'off' }, qr/GroupAggregate/],
	['sorted, rows from large to small', 'reversed', 'area', { %serial, enable_hashagg => 'off' }, qr/GroupAggregate/],
	['partition-wise', 'parts', 'area', { %serial, enable_partitionwise_aggregate => 'on' }, qr/Append\n.*HashAggregate/],
	['1 worker', 'flat', 'area', { %parallel, max_parallel_workers_per_gather => 1 }, qr/Finalize.*Workers Planned: 1.*Partial/s],
	['2 workers', 'shuffled', 'area', { %parallel, max_parallel_workers_per_gather => 2 }, qr/Finalize.*Workers Planned: 2.*Partial/s],
	['4 workers', 'flat', 'area',
		{ %parallel, max_parallel_workers_per_gather => 4, max_parallel_workers => 8, parallel_leader_participation => 'off' },
		qr/Finalize.*Workers Planned: 4.*Partial/s],
	['4 workers over partitions', 'parts', 'area',
		{ %parallel, max_parallel_workers_per_gather => 4, enable_partitionwise_aggregate => 'off' }, qr/Finalize.*Parallel Append.*/s],
	['partial partition-wise', 'parts', 'area % 13', { %serial, enable_partitionwise_aggregate => 'on' }, qr/Finalize.*Append.*Partial/s],
);
query("ALTER TABLE $_ SET (parallel_workers = 4)", dbname => $db) for qw(flat shuffled reversed);

my $list = join(",\n\t", map { "($aggregate{$_})::text" } sort keys %aggregate);

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
	if (my ($planned) = $explained =~ /Workers Planned: (\d+)/)
	{
		like(query('EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) ' . statement($table, $group), dbname => $db, set => $set),
			qr/Workers Launched: $planned\b/, "$name: as many workers as planned did run");
	}
	my $got = query('SELECT * FROM (' . statement($table, $group) . ') v ORDER BY area', dbname => $db, set => $set);
	ok($got eq $expected, "$name: the same bits");
}

# Grouping sets compute all levels in one pass.
my $sets = query('SELECT * FROM (' . statement('shuffled', 'area') =~ s/GROUP BY area/GROUP BY GROUPING SETS ((area), ())/r
	. ') v WHERE area IS NOT NULL ORDER BY area', dbname => $db, set => {%serial});
ok($sets eq $expected, 'grouping sets: the same bits');

# Many groups that do not fit into memory, spilled to disk or sorted.
my $many = "SELECT md5(string_agg(v::text, '' ORDER BY area)) FROM (" . statement('(SELECT * FROM flat WHERE id < 9000) few', 'id / 3') . ') v';
my $spilled = query($many, dbname => $db, set => { %serial, work_mem => '64kB', enable_sort => 'on', enable_hashagg => 'on' });
my $sorted = query($many, dbname => $db, set => { %serial, work_mem => '64MB', enable_hashagg => 'off' });
is($spilled, $sorted, '3,000 groups, spilled or sorted: the same bits');

# Compiled. The server's JIT can take a function of an extension into its own code from the bitcode that `make install` puts beside the
# server's. It takes none whose body, static functions included, has more than 150 instructions: our transition functions check a
# row and add to exact sums and are longer, so compiled code calls them, by name and with no lookup. It takes the small ones: readers.
SKIP:
{
	skip 'this server has no JIT', 6 if query('SELECT pg_jit_available()', dbname => $db) ne 't';
	my %jit = (%serial, jit => 'on', jit_above_cost => 0, jit_inline_above_cost => 0, jit_optimize_above_cost => 0);
	like(query('EXPLAIN ' . statement('flat', 'area'), dbname => $db, set => {%jit}),
		qr/JIT:.*Inlining true/s, 'compiled, with inlining asked for');
	my $got = query('SELECT * FROM (' . statement('flat', 'area') . ') v ORDER BY area', dbname => $db, set => {%jit});
	ok($got eq $expected, 'compiled: the same bits');

	my $bitcode = query('SELECT setting FROM pg_config() WHERE name = $$PKGLIBDIR$$', dbname => $db) . '/bitcode/poverty_ext.index.bc';
	skip "the extension was built without bitcode ($bitcode)", 4 if !-e $bitcode;
	my $names = names_in_bitcode('SELECT headcount_ratio(x, z, w) FROM flat', %jit);
	like($names, qr/pgextern\.\$libdir\/poverty_ext\.headcount_transition/, 'compiled code calls the transition function by its name');
	unlike($names, qr/sums_add_slowly/, '... whose body it does not take in');
	$names = names_in_bitcode('SELECT population(stored) FROM flat', %jit);
	like($names, qr/pgextern\.\$libdir\/poverty_ext\.summary_population/, 'compiled code calls a reader');
	like($names, qr/exact_sums_value/, '... whose body it takes in, which names what it calls in turn');
}

# What stands in the bitcode that the server makes of a statement, before it optimises; names are plain text in it.
sub names_in_bitcode
{
	my ($statement, %set) = @_;
	my $directory = query('SHOW data_directory', dbname => $db);
	unlink glob("$directory/*.bc");
	query($statement, dbname => $db, set => { %set, jit_dump_bitcode => 'on' });
	my $all = '';
	for my $file (grep { !/optimized/ } glob("$directory/*.bc"))
	{
		open(my $handle, '<:raw', $file) or die "$file: $!";
		local $/ = undef;
		$all .= <$handle>;
	}
	unlink glob("$directory/*.bc");
	return $all;
}

# A moving window takes rows out again, exactly.
query('CREATE INDEX ON flat (id); CREATE INDEX ON flat (area)', dbname => $db);
for my $name (sort keys %aggregate)
{
	my $window = 'OVER (ORDER BY id ROWS 20 PRECEDING)';
	my $over = $aggregate{$name} =~ /^\w*send\(/
		? $aggregate{$name} =~ s/\)$/ $window)/r : "$aggregate{$name} $window";
	is(query(<<SQL, dbname => $db), 't', "$name: a moving window equals the direct computation");
SELECT bool_and(moving IS NOT DISTINCT FROM direct)
FROM (SELECT id, $over AS moving FROM flat WHERE id <= 300) m
JOIN LATERAL (SELECT $aggregate{$name} AS direct FROM flat WHERE id BETWEEN m.id - 20 AND m.id) d ON true
SQL
}

# FILTER is the aggregate over the rows that it lets through; in area 7 it lets through none.
for my $name (sort keys %aggregate)
{
	my $condition = 'id % 3 = 0 AND area <> 7';
	my $filter = "FILTER (WHERE $condition)";
	my $filtered = $aggregate{$name} =~ /^\w*send\(/
		? $aggregate{$name} =~ s/\)$/ $filter)/r : "$aggregate{$name} $filter";
	is(query(<<SQL, dbname => $db, set => {%serial}), '13|t', "$name: with FILTER it is the one over the filtered rows");
SELECT count(*), bool_and(f.value IS NOT DISTINCT FROM d.value)
FROM (SELECT area, ($filtered)::text AS value FROM flat GROUP BY area) f
JOIN LATERAL (SELECT ($aggregate{$name})::text AS value FROM flat WHERE area = f.area AND $condition) d ON true
SQL
}

# The functions that are called once a row, over a table whose rows are read in parallel.
my %scalar = (
	'at_or_below' => 'at_or_below(z)',
	'percent' => 'percent(draw)',
	'poverty_line' => 'poverty_line(standard, area_type, day)',
	'poverty_threshold' => 'poverty_threshold(standard, area_type, day)',
	'near_poor_line' => 'near_poor_line(standard, area_type, day)',
	'classify_household' => 'classify_household(standard, area_type, day, income, id % 11)',
	'classify_by_points' => q{classify_by_points('VN-2022', area_type, id % 141, 10 * (id % 13))},
	'societal_poverty_line' => 'societal_poverty_line(x, 2021)',
	'to_ppp' => 'to_ppp(x, 1 + draw, 8000, 365)',
	'per_day' => q{per_day(x, 'month')},
	'per_month' => q{per_month(x, 'year')},
	'per_year' => q{per_year(x, 'week')},
	'equivalence_scale' => q{equivalence_scale(1 + id % 5, id % 4, 'oecd_modified')},
	'poverty_transition' => q{poverty_transition(before, after, is_poor, CASE WHEN id % 2 = 0 THEN 'poor' ELSE 'near_poor' END::poverty_status)},
	'flow_residual' => 'flow_residual(id, id % 2, id % 3, id % 5, id % 7, id % 11, id % 13, id % 17, 3 * id)',
	'target_attainment' => 'target_attainment(x, z, total)',
	'required_annual_change' => 'required_annual_change(x, z, 1 + id % 5)',
	'projected_rate' => 'projected_rate(draw, draw - 0.5, id % 5)',
);

# A new function of these rooms has to be added above; those that work for aggregates, types and triggers, and window
# functions, are not called so.
my %declared;
for my $room (qw(rate line change))
{
	open(my $handle, '<', source_file("src/$room.sql")) or die "src/$room.sql: $!";
	my $text = do { local $/ = undef; <$handle> };
	while ($text =~ /CREATE FUNCTION \@extschema@\.(\w+)\((.*?);/gs)
	{
		my ($function, $rest) = ($1, $2);
		$declared{$function} = 1 unless $rest =~ /\bWINDOW\b|RETURNS trigger|\@extschema@\.exact_sums\b/;
	}
}
is(join(' ', sort keys %declared), join(' ', sort keys %scalar), 'every scalar function of the rooms rate, line, change is tried');

query(<<'SQL', dbname => $db);
CREATE TABLE household AS
SELECT id, x, z, total, is_poor, draw(id, 'd') AS draw, 100000 * (id % 40) AS income, date '2016-01-01' + id % 2192 AS day, 'VN-2016'::text AS standard,
	CASE WHEN id % 3 = 0 THEN 'rural' ELSE 'urban' END AS area_type,
	(enum_range(NULL::poverty_status))[1 + id % 5] AS before, (enum_range(NULL::poverty_status))[1 + id / 5 % 5] AS after
FROM flat;
ALTER TABLE household SET (parallel_workers = 2);
ANALYZE household;
SQL
for my $function (sort keys %scalar)
{
	my $call = "SELECT id, $scalar{$function} AS value FROM household";
	my $plan = query("EXPLAIN (ANALYZE, VERBOSE, COSTS OFF, TIMING OFF, SUMMARY OFF) $call", dbname => $db, set => {%parallel});
	like($plan, qr/^Gather .*\n(?: .*\n)*? +Workers Launched: [1-9]\d*\n(?: .*\n)*? *->  Parallel Seq Scan on public\.household[^\n]*\n +Output: [^\n]*\b$function\(/,
		"$function: workers call it");
	my $digest = "SELECT count(value), md5(string_agg(value::text, ' ' ORDER BY id)) FROM ($call OFFSET 0) v";
	my $serial = query($digest, dbname => $db, set => {%serial});
	like($serial, qr/^[1-9]\d{3,}\|/, "$function: has values");
	is(query($digest, dbname => $db, set => {%parallel}), $serial, "$function: and gives the same in parallel");
}

drop_database($db);
done_testing();
