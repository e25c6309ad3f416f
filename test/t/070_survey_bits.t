# The same rows give the same bits, whatever the plan: every aggregate of room survey, as 030_same_bits.t does it for the
# others. Weights span 20 decimal orders of magnitude, equal incomes lie in different sampling units.

use strict;
use warnings;
use PovertyTest;
use Test::More;

my $db = create_database('survey_bits');
query(<<'SQL', dbname => $db);
CREATE EXTENSION poverty_ext;

-- a synthetic sample: numbers drawn by a hash of the row's number
CREATE FUNCTION draw(id int, what text) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE
	RETURN ('x' || substr(md5(id::text || what), 1, 8))::bit(32)::bigint / 4294967296.0::float8;
CREATE FUNCTION weight(id int, what text) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE
	RETURN (draw(id, what) + 0.1) * 10.0::float8 ^ floor(draw(id, what || 'e') * 20 - 10);
CREATE TABLE flat AS
SELECT id, id % 13 AS area, x, x * (0.2 + 1.6 * draw(id, 'z')) AS z, weight(id, 'w') AS w, draw(id, 'p') < 0.2 AS p,
	ARRAY[draw(id, 'a') < 0.3, draw(id, 'b') < 0.3, draw(id, 'c') < 0.3] AS d,
	ARRAY[weight(id, 'r1'), 0, weight(id, 'r3')] AS r, id % 211 AS psu, (id % 211) % 7 AS stratum,
	'u' || (id % 211) AS psu_text, ((id % 211) % 7)::numeric AS stratum_numeric,
	survey_design_final(survey_design_transition(NULL, (id % 211) % 7, id % 211)) AS stored
FROM generate_series(1, 4000) id, LATERAL (SELECT round((10 * (1 + draw(id, 'x')) ^ 3)::numeric, 1)::float8 AS x) t;
CREATE TABLE shuffled AS SELECT * FROM flat ORDER BY md5(id::text);
CREATE TABLE reversed AS SELECT * FROM flat ORDER BY w DESC;
CREATE TABLE parts (LIKE flat) PARTITION BY LIST (area);
SELECT format('CREATE TABLE parts_%s PARTITION OF parts FOR VALUES IN (%s)', a, a) FROM generate_series(0, 12) a \gexec
INSERT INTO parts SELECT * FROM shuffled;
CREATE INDEX ON flat (id);

-- Constants of every plan: immutable, so that each is computed once.
CREATE FUNCTION design() RETURNS survey_design LANGUAGE sql IMMUTABLE PARALLEL SAFE
	RETURN (SELECT survey_design(stratum, psu, 0.1) FROM flat);
CREATE FUNCTION keeping() RETURNS survey_design LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN survey_options(keep_totals => true, convention => 'convey', design => design());
CREATE FUNCTION text_design() RETURNS survey_design LANGUAGE sql IMMUTABLE PARALLEL SAFE
	RETURN (SELECT survey_options(ci => 'woodruff', design => survey_design(stratum_numeric, psu_text)) FROM flat);
CREATE FUNCTION line() RETURNS survey_line LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (SELECT survey_line(x, 0.6, w, stratum, psu) FROM flat);
CREATE FUNCTION replicates() RETURNS survey_design LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN replicate_design('brr');
ANALYZE;
SQL

# The arguments of each index, as they are called and as they are given.
my %index = (
	(map { $_ => ['income', 'x'] } qw(weighted_median income_quintile_share_ratio gini theil_index mean_log_deviation zenga_index)),
	(map { $_ => ['value', 'x'] } qw(mean total)),
	(map { $_ => ['income, line', 'x, z'] } qw(headcount_ratio poverty_gap poverty_severity watts_index income_gap_ratio mean_shortfall
		sen_index sen_shorrocks_thon_index)),
	(map { $_ => ['income, share', 'x, 0.6'] } qw(relative_poverty_line at_risk_of_poverty_rate relative_median_poverty_gap)),
	(map { $_ => ['income, p', 'x, 0.3'] } qw(weighted_quantile quantile_share_ratio bottom_share top_share)),
	(map { $_ => ['deprived, weights, k', "d, '{1,2,3}', 0.4"] } qw(mpi mpi_headcount mpi_intensity)),
	(map { $_ => ['deprived, weights, k, indicator', "d, '{1,2,3}', 0.4, 2"] } qw(mpi_censored_headcount mpi_contribution)),
	median_poverty_gap => ['income, line', 'x, 20'],
	ratio => ['numerator, denominator', 'x, z'],
	poverty_rate => ['is_poor', 'p'],
	fgt => ['income, line, alpha', 'x, z, 1.5'],
	generalized_entropy => ['income, alpha', 'x, 2'],
	atkinson_index => ['income, epsilon', 'x, 0.5'],
);
my %aggregate = (
	'survey_design(stratum, psu)' => 'survey_design(area, psu_text)',
	'survey_design(stratum, psu, fpc)' => 'survey_design(stratum, psu, 0.25)',
	'merge(design)' => 'merge(stored)',
);
# Each form without a design takes its group for the whole sample: one stratum, a unit a row.
for my $name (keys %index)
{
	my ($called, $given) = @{ $index{$name} };
	$aggregate{"${name}_estimate($called, weight, stratum, psu)"} = "record_send(${name}_estimate($given, w, 'all', id))";
	$aggregate{"${name}_estimate($called, weight, stratum, psu, design)"} = "record_send(${name}_estimate($given, w, stratum, psu, design()))";
	$aggregate{"${name}_replicates($called, weight, replicate_weights, design)"} = "record_send(${name}_replicates($given, w, r, replicates()))";
}
for my $name (qw(headcount_ratio poverty_gap poverty_severity watts_index median_poverty_gap fgt))
{
	my ($called, $given) = $name eq 'fgt' ? (', alpha', ', 1.5') : ('', '');
	$aggregate{"${name}_estimate(income, estimated_line$called, weight, stratum, psu)"} =
		"record_send(${name}_estimate(x, line()$given, w, stratum, psu))";
}
for my $name (qw(survey_line survey_line_of_mean))
{
	$aggregate{"$name(income, share, weight, stratum, psu)"} = "$name(x, 0.5, w, stratum, psu_text)";
	$aggregate{"$name(income, share, weight, stratum, psu, design)"} = "$name(x, 0.5, w, stratum, psu, design())";
}
# What options change: totals that are kept, the conventions of convey, codes that are text, Woodruff's intervals.
my %more = (
	(map { ("$_, totals" => "record_send(${_}_estimate($index{$_}[1], w, stratum, psu, keeping()))") }
		qw(mean gini zenga_index sen_index sen_shorrocks_thon_index relative_median_poverty_gap income_quintile_share_ratio bottom_share)),
	'Woodruff, text' => 'record_send(weighted_quantile_estimate(x, 0.3, w, stratum_numeric, psu_text, text_design()))',
);

is(query(<<'SQL', dbname => $db),
SELECT string_agg(p.proname || '(' || (SELECT string_agg(a, ', ' ORDER BY n) FROM unnest(p.proargnames) WITH ORDINALITY u(a, n)) || ')', '; ')
FROM (SELECT p.* FROM pg_proc p JOIN pg_aggregate a ON a.aggfnoid = p.oid WHERE a.aggtranstype = 'survey_state'::regtype
	ORDER BY p.proname || (p.proargnames)::text COLLATE "C") p
SQL
	join('; ', sort { key($a) cmp key($b) } keys %aggregate), 'every aggregate of the room is tried');

# sorts signatures the way the query does
sub key
{
	my ($name, $arguments) = $_[0] =~ /^(\w+)\((.*)\)$/;
	return $name . '{' . join(',', split /, /, $arguments) . '}';
}

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

my %all = (%aggregate, %more);
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
