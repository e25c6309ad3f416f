# SPDX-License-Identifier: PostgreSQL
# States that need more than memory has: expanded objects, sorted runs in temporary files, equal rows that are joined
# instead, large parts from workers, many groups in a hash table, windows. Each plan is shown to be the one meant, and
# gives the bits that the rows give in ample memory without workers.

use strict;
use warnings;
use PovertyTest;
use Test::More;

my $db = create_database('large_states');
query(<<'SQL', dbname => $db);
CREATE EXTENSION poverty_ext;
-- 60,000 rows: x and w all different, y of 50 values with 4 weights; 3 groups of 20,000
CREATE TABLE many AS SELECT i AS id, i % 3 AS area, exp(8 * u) AS x, 1 + 10 * v AS w, floor(50 * u) AS y, 1 + floor(4 * v) AS k
FROM generate_series(1, 60000) i, LATERAL (SELECT ('x' || substr(md5('u' || i), 1, 8))::bit(32)::bigint / 4294967296.0::float8 AS u,
	('x' || substr(md5('v' || i), 1, 8))::bit(32)::bigint / 4294967296.0::float8 AS v) r;
CREATE TABLE stored AS SELECT area, id % 7 AS part, income_distribution(x, w) AS d, income_distribution(x, w, 100) AS b FROM many GROUP BY 1, 2;
ALTER TABLE many SET (parallel_workers = 4);
-- parts of 2,857 rows a group: sorted, not joined yet, and too many for 64 kB together
CREATE TABLE divided (LIKE many) PARTITION BY HASH (id);
SELECT format('CREATE TABLE divided_%s PARTITION OF divided FOR VALUES WITH (MODULUS 7, REMAINDER %s)', r, r) FROM generate_series(0, 6) r \gexec
INSERT INTO divided SELECT * FROM many;
VACUUM ANALYZE;
SQL

my %serial = (max_parallel_workers_per_gather => 0, jit => 'off', work_mem => '64MB');
my %little = (%serial, work_mem => '64kB', hash_mem_multiplier => 1);
my %parallel = (%serial, parallel_setup_cost => 0, parallel_tuple_cost => 0, min_parallel_table_scan_size => 0, max_parallel_workers => 8);

my %state = (
	different => 'float8send(gini(x, w))::text || float8send(weighted_quantile(x, 0.3, w)) || float8send(zenga_index(x)) || md5(income_distribution(x, w)::text)',
	parameters => 'float8send(at_risk_of_poverty_rate(x, 0.6, w))::text || array_send(lorenz_curve(x, 10, w)) || float8send(sen_index(x, 100 + w, w)) || float8send(weighted_quantile_cont(x, 0.4))',
	equal => 'float8send(gini(y, k))::text || float8send(weighted_quantile_cont(y, 0.37, k)) || md5(income_distribution(y, k)::text)',
	concentration => 'float8send(concentration_index(w, x, k))::text',
	bounded => 'md5(income_distribution(x, w, 100)::text) || md5(income_distribution(x, w, 1)::text) || md5(income_distribution(y, k, 1000)::text)',
);

# The result of a statement whose temporary files are counted when it ends.
sub with_temporary_files
{
	my ($sql, $set) = @_;
	my $out = query("$sql;\nSELECT pg_stat_force_next_flush();", dbname => $db, set => $set);
	$out =~ s/\n\s*\z//;
	return $out;
}

sub temporary_bytes
{
	return query('SELECT pg_stat_clear_snapshot(); SELECT temp_bytes FROM pg_stat_database WHERE datname = current_database()', dbname => $db) =~ s/\s//gr;
}

for my $name (sort keys %state)
{
	my $groups = "SELECT area, $state{$name} FROM many GROUP BY area ORDER BY area";
	my $whole = "SELECT $state{$name} FROM many";
	my %expected = map { $_ => query($_, dbname => $db, set => {%serial}) } $groups, $whole;

	my $before = temporary_bytes();
	ok(with_temporary_files($whole, {%little}) eq $expected{$whole}, "$name: 64 kB of memory: the same bits");
	my $taken = temporary_bytes() - $before;
	if ($name eq 'equal' || $name eq 'bounded')
	{
		is($taken, 0, "$name: equal rows were joined, and no file was needed");
	}
	else
	{
		cmp_ok($taken, '>', 400_000, "$name: rows went to temporary files");
	}
	for my $workers (0, 2, 4)
	{
		for my $memory ('64kB', '64MB')
		{
			my %set = (%parallel, work_mem => $memory, hash_mem_multiplier => 1, max_parallel_workers_per_gather => $workers, parallel_leader_participation => $workers == 4 ? 'off' : 'on');
			like(query("EXPLAIN (COSTS OFF) $whole", dbname => $db, set => {%set}), qr/Workers Planned: $workers.*Partial/s, "$name, $workers workers: the plan is the one meant") if $workers && $memory eq '64kB';
			ok(query($whole, dbname => $db, set => {%set}) eq $expected{$whole}, "$name, $workers workers, $memory: the same bits");
			ok(query($groups, dbname => $db, set => {%set}) eq $expected{$groups}, "$name, $workers workers, $memory, groups: the same bits");
		}
	}
	for my $hashed ('on', 'off')
	{
		my %set = (%little, enable_hashagg => $hashed, enable_sort => $hashed eq 'on' ? 'off' : 'on');
		ok(query($groups, dbname => $db, set => {%set}) eq $expected{$groups}, "$name, 64 kB, hash aggregation $hashed: the same bits");
	}
	my $parts = $groups =~ s/FROM many/FROM divided/r;
	my %parts = (%little, enable_partitionwise_aggregate => 'on');
	like(query("EXPLAIN (COSTS OFF) $parts", dbname => $db, set => {%parts}), qr/Finalize.*Append.*Partial/s, "$name, parts: the plan is the one meant");
	ok(query($parts, dbname => $db, set => {%parts}) eq $expected{$groups}, "$name, parts joined in 64 kB: the same bits");
	my $many = "SELECT md5(string_agg(v, '' ORDER BY g)) FROM (SELECT id / 3 AS g, $state{$name} AS v FROM many GROUP BY 1) v";
	my %many = (%little, enable_sort => 'on');
	is(query($many, dbname => $db, set => { %many, enable_hashagg => 'on' }), query($many, dbname => $db, set => { %serial, enable_hashagg => 'off' }), "$name: 20,001 groups, hashed in 64 kB: the same bits");
}

# Stored values.
my $merged = 'SELECT md5(merge(d)::text), md5(merge(b)::text), md5(merge(CASE WHEN part < 6 THEN d ELSE b END)::text) FROM stored';
my $expected = query('SELECT md5(income_distribution(x, w)::text), md5(income_distribution(x, w, 100)::text), md5(income_distribution(x, w, 100)::text) FROM many', dbname => $db, set => {%serial});
is(query($merged, dbname => $db, set => {%serial}), $expected, 'merged: the bytes of all rows');
is(query($merged, dbname => $db, set => {%little}), $expected, 'merged in 64 kB: the bytes of all rows');
query('ALTER TABLE stored SET (parallel_workers = 2)', dbname => $db);
is(query($merged, dbname => $db, set => { %parallel, work_mem => '64kB', max_parallel_workers_per_gather => 2 }), $expected, 'merged by workers in 64 kB: the bytes of all rows');

# Windows: a state that grows is read at every row; one that would need a file is refused, and says what to set.
my $window = 'SELECT count(*), bool_and(g = h) FROM (SELECT gini(x, w) OVER (ORDER BY id) AS g, id FROM many WHERE id <= 6000) a JOIN (SELECT 6000 AS id, gini(x, w) AS h FROM many WHERE id <= 6000) b USING (id)';
is(query($window, dbname => $db, set => {%serial}), '1|t', 'a frame that grows beyond 64 kB: the last row has all');
my (undef, $error, $status) = psql('SELECT max(g) FROM (SELECT gini(x, w) OVER (ORDER BY area) AS g FROM many) v', dbname => $db, set => {%little});
isnt($status, 0, 'a window whose state would need a file is refused');
like($error, qr/ERROR:  54000: .*HINT:  .*work_mem/s, '... with 54000, and the hint names work_mem');
is(query('SELECT DISTINCT md5((income_distribution(x, w, 100) OVER ())::text) FROM many', dbname => $db, set => {%little}), query('SELECT md5(income_distribution(x, w, 100)::text) FROM many', dbname => $db, set => {%serial}), 'a window of the bounded form in 64 kB: the same bytes');

# More than 32 MB in memory, where it grows by half: 1 to 4,300,000, of 16 bytes each; the Gini of 1 to n is (n - 1)/3n.
is(query('SELECT abs(gini(x, 1) / (4299999 / 12900000.0) - 1) < 1e-12 FROM generate_series(1, 4300000) x', dbname => $db, set => { work_mem => '128MB' }), 't', 'a state of more than 32 MB');

# Temporary files are gone when a query ends, also by an error.
psql('SELECT gini(x, w), 1 / (count(*) - 60000) FROM many', dbname => $db, set => {%little});
is(query(q{SELECT count(*) FROM pg_ls_tmpdir()}, dbname => $db), '0', 'no temporary file is left');

drop_database($db);
done_testing();
