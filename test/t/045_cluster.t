# SPDX-License-Identifier: PostgreSQL
# One table in many pieces: 100 partitions, with and without workers, and three servers joined by postgres_fdw. Every
# aggregate gives the bits that the rows give in one table on one server, and every plan is shown to be the one meant.

use strict;
use warnings;
use EveryAggregate;
use PovertyTest;
use PrivateServer;
use Test::More;

my $db = create_database('one_of_three');
my ($north, $south) = map { PrivateServer->start($_) } qw(north south);

# register and sample lie here whole, as what everything is compared with; by_district and sampled_by_district have their
# rows in 100 partitions.
my $create = 'CREATE EXTENSION poverty_ext; ' . draw_sql() . sample_sql('register', 2600) . survey_sample_sql('sample', 2000);
my $columns = 'ALTER TABLE register ADD district int, ADD server int; UPDATE register SET district = id % 100, server = area % 3; '
	. 'ALTER TABLE sample ADD district int, ADD server int; UPDATE sample SET district = id % 100, server = area % 3;';
query("$create $columns" . <<'SQL', dbname => $db);
CREATE TABLE by_district (LIKE register) PARTITION BY LIST (district);
SELECT format('CREATE TABLE district_%s PARTITION OF by_district FOR VALUES IN (%1$s)', d) FROM generate_series(0, 99) d \gexec
INSERT INTO by_district SELECT * FROM register;
CREATE TABLE sampled_by_district (LIKE sample) PARTITION BY LIST (district);
SELECT format('CREATE TABLE sampled_%s PARTITION OF sampled_by_district FOR VALUES IN (%1$s)', d) FROM generate_series(0, 99) d \gexec
INSERT INTO sampled_by_district SELECT * FROM sample;
SELECT format('ALTER TABLE %s_%s SET (parallel_workers = 2)', t, d) FROM generate_series(0, 99) d, unnest(ARRAY['district', 'sampled']) t \gexec
VACUUM (FREEZE, ANALYZE);
SQL

is(query(aggregates_sql(), dbname => $db), listed_aggregates(), 'every aggregate of the extension is tried');

# Expressions of a list, in the order of their names.
sub listed
{
	my (%expression) = @_;
	return join(",\n\t", map { "($expression{$_})::text" } sort keys %expression);
}

# The statement over a table.
sub over
{
	my ($select, $table) = @_;
	return $select =~ s/FROM %s/FROM $table/r;
}

# Each row of the first result that differs from the second's, by the names of its columns.
sub same
{
	my ($got, $expected, $test, %expression) = @_;
	return pass($test) if $got eq $expected;
	my @rows = map { [map { [split /\|/, $_, -1] } split /\n/, $_] } $got, $expected;
	my @names = ('group', sort keys %expression);
	my %differ;
	for my $row (0 .. $#{ $rows[1] })
	{
		$differ{$_} = 1 for grep { ($rows[0][$row][$_] // '') ne ($rows[1][$row][$_] // '') } 0 .. $#names;
	}
	fail($test);
	diag("differs: $names[$_]") for sort keys %differ;
	return;
}

my %serial = (max_parallel_workers_per_gather => 0, jit => 'off');
my %workers = (max_parallel_workers_per_gather => 2, parallel_setup_cost => 0, parallel_tuple_cost => 0, min_parallel_table_scan_size => 0, jit => 'off');
my %pieces = (enable_partitionwise_aggregate => 'on');
# few rows a partition: what it costs to hand them on, and to sort them, decides for parts
my %costly = (cpu_tuple_cost => 10, enable_sort => 'off');

# 100 partitions. The shape of a plan, the group, the settings.
for my $case (
	['each partition whole', 'district', { %serial, %pieces }, sub { (() = $_[0] =~ /HashAggregate/g) == 100 && $_[0] =~ /^Append/ }],
	['each partition whole, by workers', 'district', { %workers, %pieces }, sub { (() = $_[0] =~ /Aggregate/g) >= 100 && $_[0] =~ /Gather.*Parallel Append/s }],
	['parts of every partition', 'id > 0', { %serial, %pieces, %costly }, sub { (() = $_[0] =~ /Partial \w*Aggregate/g) == 100 && $_[0] =~ /Finalize/ }],
	['parts of every partition, by workers', 'id > 0', { %workers, %pieces, %costly },
		sub { (() = $_[0] =~ /Partial \w*Aggregate/g) == 100 && $_[0] =~ /Finalize.*Gather.*Parallel Append/s }],
	['rows of all partitions, by workers', 'server', {%workers}, sub { (() = $_[0] =~ /Partial \w*Aggregate/g) == 1 && $_[0] =~ /Finalize.*Gather.*Parallel Append/s }])
{
	my ($name, $group, $set, $shape) = @$case;
	for my $table (['by_district', 'register', \%aggregate], ['sampled_by_district', 'sample', { %survey_aggregate, %survey_choice }])
	{
		my ($pieces, $whole, $expression) = @$table;
		my $select = "SELECT $group AS g,\n\t" . listed(%$expression) . ' FROM %s GROUP BY 1';
		my $plan = query('EXPLAIN (COSTS OFF) ' . over($select, $pieces), dbname => $db, set => $set);
		ok($shape->($plan), "$whole in 100 partitions, $name: the plan is the one meant") or diag($plan =~ s/^((?:.*\n){20}).*/$1/sr);
		my $ordered = 'SELECT * FROM (' . $select . ') v ORDER BY g';
		same(query(over($ordered, $pieces), dbname => $db, set => $set), query(over($ordered, $whole), dbname => $db, set => {%serial}),
			"$whole in 100 partitions, $name: the same bits", %$expression);
	}
}

# Three servers: country has the rows of north and south as foreign partitions, and its own.
for my $server ([$north, 1], [$south, 2])
{
	my ($there, $number) = @$server;
	$there->query("$create $columns" . <<SQL);
DELETE FROM register WHERE server <> $number;
DELETE FROM sample WHERE server <> $number;
CREATE TABLE stored AS
SELECT area, poverty_summary(x, z, w) AS s, income_distribution(x, w) AS d, income_distribution(x, w, 50) AS b, inequality_summary(x, w) AS i,
	mpi_summary(d, '{1,1,1,2,2,2,1,1,1,3,3,3}', 0.25, w) AS m, transition_matrix(class1, class2, 7, w) AS t
FROM register GROUP BY area;
ANALYZE;
SQL
}
my $options = sub { my ($server, $user) = @_; "OPTIONS (host '" . $server->directory . "', port '$ENV{PGPORT}', dbname 'postgres', extensions 'poverty_ext')" };
query(<<SQL, dbname => $db);
CREATE EXTENSION postgres_fdw;
CREATE SERVER north FOREIGN DATA WRAPPER postgres_fdw @{[ $options->($north) ]};
CREATE SERVER south FOREIGN DATA WRAPPER postgres_fdw @{[ $options->($south) ]};
CREATE USER MAPPING FOR postgres SERVER north OPTIONS (user 'postgres');
CREATE USER MAPPING FOR postgres SERVER south OPTIONS (user 'postgres');

CREATE TABLE country (LIKE register) PARTITION BY LIST (area);
CREATE TABLE country_here PARTITION OF country FOR VALUES IN (0, 3, 6, 9, 12);
CREATE FOREIGN TABLE country_north PARTITION OF country FOR VALUES IN (1, 4, 7, 10) SERVER north OPTIONS (table_name 'register');
CREATE FOREIGN TABLE country_south PARTITION OF country FOR VALUES IN (2, 5, 8, 11) SERVER south OPTIONS (table_name 'register');
INSERT INTO country_here SELECT * FROM register WHERE server = 0;

CREATE TABLE nation (LIKE sample) PARTITION BY LIST (area);
CREATE TABLE nation_here PARTITION OF nation FOR VALUES IN (0, 3, 6, 9, 12);
CREATE FOREIGN TABLE nation_north PARTITION OF nation FOR VALUES IN (1, 4, 7, 10) SERVER north OPTIONS (table_name 'sample');
CREATE FOREIGN TABLE nation_south PARTITION OF nation FOR VALUES IN (2, 5, 8, 11) SERVER south OPTIONS (table_name 'sample');
INSERT INTO nation_here SELECT * FROM sample WHERE server = 0;

CREATE TABLE summaries (area int, s poverty_summary, d income_distribution, b income_distribution, i inequality_summary, m mpi_summary, t transition_matrix)
	PARTITION BY LIST (area);
CREATE TABLE summaries_here PARTITION OF summaries FOR VALUES IN (0, 3, 6, 9, 12);
CREATE FOREIGN TABLE summaries_north PARTITION OF summaries FOR VALUES IN (1, 4, 7, 10) SERVER north OPTIONS (table_name 'stored');
CREATE FOREIGN TABLE summaries_south PARTITION OF summaries FOR VALUES IN (2, 5, 8, 11) SERVER south OPTIONS (table_name 'stored');
INSERT INTO summaries
SELECT area, poverty_summary(x, z, w) AS s, income_distribution(x, w) AS d, income_distribution(x, w, 50) AS b, inequality_summary(x, w) AS i,
	mpi_summary(d, '{1,1,1,2,2,2,1,1,1,3,3,3}', 0.25, w) AS m, transition_matrix(class1, class2, 7, w) AS t
FROM register WHERE server = 0 GROUP BY area;
-- a foreign table is analyzed when it is named; without that the planner takes 200 groups for granted and fetches rows
ANALYZE country;
ANALYZE nation;
ANALYZE country_north;
ANALYZE country_south;
ANALYZE nation_north;
ANALYZE nation_south;
SQL

# Whole aggregates are computed where the rows are: two foreign scans of groups, one aggregation here, and each remote
# query has every aggregate.
for my $case (['country', 'register', \%aggregate], ['nation', 'sample', { %survey_aggregate, %survey_choice }])
{
	my ($table, $whole, $expression) = @$case;
	for my $clause (['', ''], ['FILTER', 'FILTER (WHERE id % 3 = 0)'], ['HAVING', 'HAVING headcount_ratio(x, z, w) > 0.3'])
	{
		my ($name, $sql) = @$clause;
		my %list = %$expression;
		if ($name eq 'FILTER')
		{
			# the aggregate is all of the expression, or the one argument of a send function
			$_ = /^\w*send\(/ ? s/\)$/ $sql)/r : "$_ $sql" for values %list;
		}
		if ($name eq 'HAVING' && $table eq 'nation')
		{
			%list = map { $_ => $list{$_} } grep { /^gini/ } keys %list;
		}
		my $select = "SELECT area AS g,\n\t" . listed(%list) . ' FROM %s GROUP BY 1 ' . ($name eq 'HAVING' ? $sql : '');
		my $test = "$table over three servers" . ($name eq '' ? '' : ", $name");
		my $plan = query('EXPLAIN (VERBOSE, COSTS OFF) ' . over($select, $table), dbname => $db, set => { %serial, %pieces });
		my @remote = $plan =~ /Remote SQL: (.*)/g;
		is((() = $plan =~ /Relations: Aggregate on/g), 2, "$test: two servers aggregate") or diag($plan);
		is((() = $plan =~ /(?:Hash|Group)Aggregate/g), 1, "$test: one aggregation is left here");
		my %called = map { $_ => 1 } map { $list{$_} =~ /^(?:\w*send\()?(\w+)\(/ } keys %list;
		is(join(' ', grep { my $called = $_; grep { !/public\.$called\(/ } @remote } sort keys %called), '', "$test: the remote queries have all the aggregates");
		like($_, qr/FILTER \(WHERE .*\).* GROUP BY 1/, "$test: it is in the remote query") for $name eq 'FILTER' ? @remote : ();
		like($_, qr/GROUP BY 1 HAVING .*headcount_ratio/, "$test: it is in the remote query") for $name eq 'HAVING' ? @remote : ();
		my $ordered = 'SELECT * FROM (' . $select . ') v ORDER BY g';
		same(query(over($ordered, $table), dbname => $db, set => { %serial, %pieces }), query(over($ordered, $whole), dbname => $db, set => {%serial}),
			"$test: the same bits", %list);
	}

	# over all servers in one group rows travel, and their bits with them
	my $select = 'SELECT 0 AS g, ' . listed(%$expression) . ' FROM %s';
	unlike(query('EXPLAIN (VERBOSE, COSTS OFF) ' . over($select, $table), dbname => $db, set => { %serial, %pieces }), qr/Relations: Aggregate on/,
		"$table over three servers, one group: rows travel");
	same(query(over($select, $table), dbname => $db, set => { %serial, %pieces }), query(over($select, $whole), dbname => $db, set => {%serial}),
		"$table over three servers, one group: the same bits", %$expression);
}

# A line that is looked up is STABLE and stays here; as a sub-select it is a number that is sent.
for my $case (["poverty_threshold('VN-2016', 'rural', '2018-12-31')", 0], ["(SELECT poverty_threshold('VN-2016', 'rural', '2018-12-31'))", 2])
{
	my ($line, $servers) = @$case;
	my $select = "SELECT area, float8send(headcount_ratio(x * 1e6, $line, w)) FROM %s GROUP BY 1 ORDER BY 1";
	is((() = query('EXPLAIN (VERBOSE, COSTS OFF) ' . over($select, 'country'), dbname => $db, set => { %serial, %pieces }) =~ /Remote SQL: [^\n]*headcount_ratio/g), $servers, "$line: $servers servers aggregate");
	is(query(over($select, 'country'), dbname => $db, set => { %serial, %pieces }), query(over($select, 'register'), dbname => $db, set => {%serial}), '... the same bits');
}

# Without the option `extensions` a server gives rows only.
query("ALTER SERVER north OPTIONS (DROP extensions)", dbname => $db);
is((() = query('EXPLAIN (VERBOSE, COSTS OFF) SELECT area, gini(x, w) FROM country GROUP BY area', dbname => $db, set => { %serial, %pieces }) =~ /Relations: Aggregate on/g),
	1, 'a server without the option aggregates nothing');
query("ALTER SERVER north OPTIONS (ADD extensions 'poverty_ext')", dbname => $db);

# Two steps: each server keeps its summaries, and they are merged here.
my %merged = (
	'merge(s)' => ['merge(s)', 'poverty_summary(x, z, w)'],
	'merge(d)' => ['merge(d)', 'income_distribution(x, w)'],
	'merge(b)' => ['merge(b)', 'income_distribution(x, w, 50)'],
	'merge(i)' => ['merge(i)', 'inequality_summary(x, w)'],
	'merge(m)' => ['merge(m)', q{mpi_summary(d, '{1,1,1,2,2,2,1,1,1,3,3,3}', 0.25, w)}],
	'merge(t)' => ['merge(t)', 'transition_matrix(class1, class2, 7, w)'],
	'headcount_ratio' => ['float8send(headcount_ratio(merge(s)))', 'float8send(headcount_ratio(x, z, w))'],
	'gini' => ['float8send(gini(merge(d)))', 'float8send(gini(x, w))'],
	'theil_index' => ['float8send(theil_index(merge(i)))', 'float8send(theil_index(x, w))'],
	'mpi' => ['float8send(mpi(merge(m)))', q{float8send(mpi(d, '{1,1,1,2,2,2,1,1,1,3,3,3}', 0.25, w))}],
);
same(query('SELECT 0, ' . listed(map { $_ => $merged{$_}[0] } keys %merged) . ' FROM summaries', dbname => $db, set => {%serial}),
	query('SELECT 0, ' . listed(map { $_ => $merged{$_}[1] } keys %merged) . ' FROM register', dbname => $db, set => {%serial}),
	'summaries of three servers, merged: the same bits', %merged);
my $designs = 'SELECT merge(design) = (SELECT survey_design(stratum, psu, 0.1) FROM sample) FROM (SELECT survey_design(stratum, psu, 0.1) AS design FROM nation GROUP BY area) v';
is(query($designs, dbname => $db, set => { %serial, %pieces }), 't', 'designs of three servers, merged: the one of the whole sample');

is($_->crashes, '', 'no crash on ' . $_->directory =~ s{.*/}{}r) for $north, $south;
undef $north;
undef $south;
drop_database($db);
done_testing();
