# The same rows give the same bits, whatever the plan: every aggregate, under every kind of plan, and each plan is
# shown to be the one meant. Weights span 20 decimal orders of magnitude, so that a sum that rounds on the way differs.

use strict;
use warnings;
use PovertyTest;
use Test::More;

my $db = create_database('same_bits');
query(<<'SQL', dbname => $db);
CREATE EXTENSION poverty_ext;

-- a synthetic register: numbers drawn by a hash of the row's number
CREATE FUNCTION draw(id int, what text) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE
	RETURN ('x' || substr(md5(id::text || what), 1, 8))::bit(32)::bigint / 4294967296.0::float8;
CREATE FUNCTION weight(id int, what text) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE
	RETURN (draw(id, what) + 0.1) * 10.0::float8 ^ floor(draw(id, what || 'e') * 20 - 10);

CREATE TABLE flat AS
SELECT id, id % 13 AS area,
	total * draw(id, 'poor') AS poor, total, draw(id, 'is') < 0.2 AS is_poor, weight(id, 'w') AS w,
	CASE WHEN draw(id, 'c') < 0.9 THEN draw(id, 'c') < 0.5 END AS covered, draw(id, 'e') < 0.7 AS entitled,
	weight(id, 's') - 1 AS spent, weight(id, 'p') AS planned,
	CASE WHEN id % 50 <> 0 THEN (enum_range(NULL::poverty_transition))[1 + floor(draw(id, 't') * 9)::int] END AS event,
	weight(id, 'b') AS w_before, weight(id, 'a') AS w_after,
	(enum_range(NULL::poverty_status))[1 + floor(draw(id, 'sb') * 5)::int] AS s_before, (enum_range(NULL::poverty_status))[1 + floor(draw(id, 'sa') * 5)::int] AS s_after,
	draw(id, 'e1') < 0.3 AS ever1, draw(id, 'e2') < 0.3 AS ever2, 1 + floor(draw(id, 'c1') * 7) AS class1, 1 + floor(draw(id, 'c2') * 7) AS class2,
	ARRAY[x, x * draw(id, 'x2'), x * 3 * draw(id, 'x3')] AS xs, ARRAY[draw(id, 'p1') < 0.5, draw(id, 'p2') < 0.5, draw(id, 'p3') < 0.5] AS poors,
	transition_matrix_final(transition_matrix_transition(NULL, 1 + floor(draw(id, 'c1') * 7), 2, 7, weight(id, 'w'))) AS moves,
	x, x * (0.2 + 1.6 * draw(id, 'z')) AS z, poverty_summary_final(poverty_summary_transition(NULL, x, x * 1.1, weight(id, 'w'))) AS stored,
	deprivation_array(m, 12) AS d, translate(deprivation_array(m, 12)::text, 'tf{},', '10')::bit(12) AS b, m, ARRAY(SELECT draw(id, 'g' || j) * (m >> j & 1) FROM generate_series(0, 11) j) AS g,
	ARRAY[NULLIF(draw(id, 'g'), 0), CASE WHEN draw(id, 'h') < 0.9 THEN draw(id, 'i') END] AS ng,
	ARRAY[NULLIF(draw(id, 'g') < 0.5, draw(id, 'h') < 0.1)] AS n, draw(id, 'r') < 0.2 AS r, draw(id, 's') < 0.2 AS s, CASE WHEN draw(id, 'l') < 0.8 THEN draw(id, 'l') < 0.2 END AS l,
	mpi_summary_transition(NULL, m, array_fill(1, ARRAY[12]), 0.25, weight(id, 'w')) AS stored_mpi,
	income_distribution_final(distribution_transition(NULL, x, weight(id, 'w'))) AS stored_distribution,
	inequality_summary_final(inequality_summary_transition(NULL, x, weight(id, 'w'))) AS stored_inequality
FROM generate_series(1, 30000) id, LATERAL (SELECT weight(id, 'total') AS total, weight(id, 'x') AS x, floor(draw(id, 'm') * 4096)::bigint AS m) t;
CREATE TABLE shuffled AS SELECT * FROM flat ORDER BY md5(id::text);
CREATE TABLE reversed AS SELECT * FROM flat ORDER BY w DESC;
CREATE TABLE parts (LIKE flat) PARTITION BY LIST (area);
SELECT format('CREATE TABLE parts_%s PARTITION OF parts FOR VALUES IN (%s)', a, a) FROM generate_series(0, 12) a \gexec
INSERT INTO parts SELECT * FROM shuffled;
ANALYZE;
SQL

# One line per aggregate: its name and an expression that shows the bits of its result.
my %aggregate = (
	'poverty_rate(poor, total)' => 'float8send(poverty_rate(poor, total))',
	'poverty_rate(is_poor)' => 'float8send(poverty_rate(is_poor))',
	'poverty_rate(is_poor, weight)' => 'float8send(poverty_rate(is_poor, w))',
	'coverage_rate(covered, entitled)' => 'float8send(coverage_rate(covered, entitled))',
	'coverage_rate(covered, entitled, weight)' => 'float8send(coverage_rate(covered, entitled, w))',
	'coverage_unrecorded(covered, entitled)' => 'coverage_unrecorded(covered, entitled)',
	'coverage_unrecorded(covered, entitled, weight)' => 'coverage_unrecorded(covered, entitled, w)',
	'disbursement_rate(spent, planned)' => 'float8send(disbursement_rate(spent, planned))',
	'poverty_summary(income, line)' => 'poverty_summary(x, z)',
	'poverty_summary(income, line, weight)' => 'poverty_summary(x, z, w)',
	'merge(summary)' => 'merge(stored)',
	'fgt(income, line, alpha)' => 'float8send(fgt(x, z, 1.5))',
	'fgt(income, line, alpha, weight)' => 'float8send(fgt(x, z, 1.5, w))',
	'prosperity_gap(income, prosperity_standard)' => 'float8send(prosperity_gap(x, z))',
	'prosperity_gap(income, prosperity_standard, weight)' => 'float8send(prosperity_gap(x, z, w))',
	'poverty_flow(transition)' => 'record_send(poverty_flow(event))',
	'poverty_flow(transition, of_status)' => q{record_send(poverty_flow(event, 'near_poor'))},
	'poverty_flow(transition, weight_before, weight_after)' => 'record_send(poverty_flow(event, w_before, w_after))',
	'poverty_flow(transition, weight_before, weight_after, of_status)' =>
		q{record_send(poverty_flow(event, w_before, w_after, 'near_poor'))},
	'poverty_flows(before, after, ever_poor_before, ever_near_poor_before)' => 'record_send(poverty_flows(s_before, s_after, ever1, ever2))',
	'poverty_flows(before, after, ever_poor_before, ever_near_poor_before, weight_before, weight_after)' =>
		'record_send(poverty_flows(s_before, s_after, ever1, ever2, w_before, w_after))',
	'transition_matrix(before_class, after_class, classes)' => 'transition_matrix(class1, class2, 7)',
	'transition_matrix(before_class, after_class, classes, weight)' => 'transition_matrix(class1, class2, 7, w)',
	'transition_matrix(before, after)' => 'transition_matrix(s_before, s_after)',
	'transition_matrix(before, after, weight)' => 'transition_matrix(s_before, s_after, w)',
	'merge(matrix)' => 'merge(moves)',
	'chronic_headcount(poor, duration_cutoff)' => 'float8send(chronic_headcount(poors, 0.5))',
	'chronic_headcount(poor, duration_cutoff, weight)' => 'float8send(chronic_headcount(poors, 0.5, w))',
	'chronic_poverty(incomes, line, duration_cutoff)' => 'record_send(chronic_poverty(xs, z, 0.6))',
	'chronic_poverty(incomes, line, duration_cutoff, weight)' => 'record_send(chronic_poverty(xs, z, 0.6, w))',
	'transient_poverty(incomes, line, alpha)' => 'record_send(transient_poverty(xs, z, 2))',
	'transient_poverty(incomes, line, alpha, weight)' => 'record_send(transient_poverty(xs, z, 1.5, w))',
	'ravallion_huppi(before, after, alpha)' => 'record_send(ravallion_huppi(stored, merge(stored, stored), 1))',
	'ravallion_huppi(poverty_before, population_before, poverty_after, population_after)' => 'record_send(ravallion_huppi(spent, w_before, planned, w_after))',
);

for my $measure (qw(headcount_ratio poverty_gap poverty_severity watts_index income_gap_ratio mean_shortfall total_shortfall
	poor_population population observations))
{
	my $send = $measure eq 'observations' ? 'int8send' : 'float8send';
	$aggregate{"$measure(income, line)"} = "$send($measure(x, z))";
	$aggregate{"$measure(income, line, weight)"} = "$send($measure(x, z, w))";
}

# Multidimensional poverty: each measure over each form of the deprivations.
my $twelve = "'{1,1,1,2,2,2,1,1,1,3,3,3}', 0.25";
my %deprivations = (deprived => ['d', $twelve], bits => ['b', $twelve], mask => ['m', $twelve], gaps => ['g', $twelve]);
for my $form (keys %deprivations)
{
	my ($column, $parameters) = @{ $deprivations{$form} };
	for my $measure (qw(mpi_summary mpi mpi_headcount mpi_intensity), $form eq 'gaps' ? qw(mpi_gap mpi_severity) : ())
	{
		my ($send, $end) = $measure eq 'mpi_summary' ? ('', '') : ('float8send(', ')');
		$aggregate{"$measure($form, weights, k)"} = "$send$measure($column, $parameters)$end";
		$aggregate{"$measure($form, weights, k, weight)"} = "$send$measure($column, $parameters, w)$end";
	}
}
$aggregate{'merge(mpi_summary)'} = 'merge(stored_mpi)';
$aggregate{'arope_summary(at_risk, deprived, low_work)'} = 'record_send(arope_summary(r, s, l))';
$aggregate{'arope_summary(at_risk, deprived, low_work, weight)'} = 'record_send(arope_summary(r, s, l, w))';
$aggregate{'missing_deprivations(gaps)'} = 'record_send(missing_deprivations(ng))';
$aggregate{'missing_deprivations(deprived)'} = 'record_send(missing_deprivations(n))';

# Rows in order, and entropy: the name, and the parameter where there is one.
for (qw(weighted_median gini income_quintile_share_ratio palma_ratio zenga_index wolfson_polarization hoover_index theil_index mean_log_deviation),
	[weighted_quantile => p => 0.3], [weighted_quantile_low => p => 0.3], [weighted_quantile_cont => p => 0.3], [bottom_share => p => 0.4], [top_share => p => 0.1],
	[relative_poverty_line => share => 0.6], [at_risk_of_poverty_rate => share => 0.6], [relative_median_poverty_gap => share => 0.6],
	[median_poverty_gap => line => 'z'], [sen_index => line => 'z'], [sen_shorrocks_thon_index => line => 'z'],
	[lorenz_curve => n => 10], [generalized_entropy => alpha => 1.5], [atkinson_index => epsilon => 0.5])
{
	my ($index, $parameter, $value) = ref $_ ? @$_ : $_;
	my $send = $index eq 'lorenz_curve' ? 'array_send' : 'float8send';
	my ($name, $call) = defined $parameter ? ("income, $parameter", "x, $value") : ('income', 'x');
	$aggregate{"$index($name)"} = "$send($index($call))";
	$aggregate{"$index($name, weight)"} = "$send($index($call, w))";
}
%aggregate = (%aggregate,
	'concentration_index(y, rank_by)' => 'float8send(concentration_index(spent, planned))',
	'concentration_index(y, rank_by, weight)' => 'float8send(concentration_index(spent, planned, w))',
	'income_distribution(income)' => 'income_distribution(x)',
	'income_distribution(income, weight)' => 'income_distribution(x, w)',
	'income_distribution(income, weight, max_points)' => 'income_distribution(x, w, 100)',
	'merge(distribution)' => 'merge(stored_distribution)',
	'inequality_summary(income)' => 'inequality_summary(x)',
	'inequality_summary(income, weight)' => 'inequality_summary(x, w)',
	'merge(inequality_summary)' => 'merge(stored_inequality)',
	'inequality_decomposition(summary, alpha)' => 'record_send(inequality_decomposition(stored_inequality, 1))',
);

# A new aggregate has to be added above; those of room survey to 070_survey_bits.t.
is( query(<<'SQL', dbname => $db),
SELECT string_agg(p.proname || '(' || (SELECT string_agg(a, ', ' ORDER BY n) FROM unnest(p.proargnames) WITH ORDINALITY u(a, n)) || ')',
	'; ' ORDER BY p.oid::regprocedure::text COLLATE "C")
FROM pg_proc p JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
WHERE p.prokind = 'a' AND NOT EXISTS (SELECT FROM pg_aggregate a WHERE a.aggfnoid = p.oid AND a.aggtranstype = 'survey_state'::regtype)
SQL
	join('; ', sort { signature_key($a) cmp signature_key($b) } keys %aggregate),
	'every aggregate of the extension is tried');

# sorts names the way the query does: by the types of the arguments
sub signature_key
{
	my %type = (poor => 'double precision', total => 'double precision', is_poor => 'boolean', weight => 'double precision',
		covered => 'boolean', entitled => 'boolean', spent => 'double precision', planned => 'double precision',
		transition => 'poverty_transition', of_status => 'poverty_status', weight_before => 'double precision',
		weight_after => 'double precision', income => 'double precision', line => 'double precision',
		alpha => 'double precision', prosperity_standard => 'double precision', summary => 'poverty_summary', mpi_summary => 'mpi_summary', deprived => 'boolean[]',
		bits => 'bit varying', mask => 'bigint', gaps => 'double precision[]', weights => 'double precision[]', k => 'double precision',
		at_risk => 'boolean', low_work => 'boolean', p => 'double precision', share => 'double precision', n => 'double precision', epsilon => 'double precision',
		y => 'double precision', rank_by => 'double precision', max_points => 'double precision', distribution => 'income_distribution', inequality_summary => 'inequality_summary');
	$type{summary} = 'inequality_summary' if $_[0] =~ /^inequality_decomposition/;
	%type = (%type, before => 'poverty_status', after => 'poverty_status', ever_poor_before => 'boolean', ever_near_poor_before => 'boolean',
		before_class => 'double precision', after_class => 'double precision', classes => 'double precision', matrix => 'transition_matrix',
		duration_cutoff => 'double precision', incomes => 'double precision[]', poverty_before => 'double precision',
		population_before => 'double precision', poverty_after => 'double precision', population_after => 'double precision');
	$type{poor} = 'boolean[]' if $_[0] =~ /^chronic_headcount/;
	$type{before} = $type{after} = 'poverty_summary' if $_[0] =~ /^ravallion_huppi/;
	my ($name, $arguments) = $_[0] =~ /^(\w+)\((.*)\)$/;
	return "$name(" . join(',', map { $type{$_} } split /, /, $arguments) . ')';
}

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
my $many = "SELECT md5(string_agg(v::text, '' ORDER BY area)) FROM (" . statement('flat', 'id / 3') . ') v';
my $spilled = query($many, dbname => $db, set => { %serial, work_mem => '64kB', enable_sort => 'on', enable_hashagg => 'on' });
my $sorted = query($many, dbname => $db, set => { %serial, work_mem => '64MB', enable_hashagg => 'off' });
is($spilled, $sorted, '10,001 groups, spilled or sorted: the same bits');

# Compiled. The server's JIT can take a function of an extension into its own code from the bitcode that `make install` puts beside the
# server's. It takes none whose body, static functions included, has more than 150 instructions: our transition functions check a
# row and add to exact sums and are longer, so compiled code calls them, by name and with no lookup. It takes the small ones: readers.
SKIP:
{
	skip 'this server has no JIT', 6 if query('SELECT pg_jit_available()', dbname => $db) ne 't';
	my %jit = (%serial, jit => 'on', jit_above_cost => 0, jit_inline_above_cost => 0, jit_optimize_above_cost => 0);
	like(query('EXPLAIN (ANALYZE, TIMING OFF) ' . statement('flat', 'area'), dbname => $db, set => {%jit}),
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
query('CREATE INDEX ON flat (id)', dbname => $db);
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
