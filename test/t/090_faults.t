# SPDX-License-Identifier: PostgreSQL
# Faults: a statement that runs out of time is ended soon, wherever it is; memory or temporary files that run out are an
# error after which the session goes on; and what is stored outlives a worker, or a server, that is killed.
#
# The last two, and the limit of memory, are tried on a cluster of their own, since they end it.

use strict;
use warnings;
use Cwd qw(abs_path);
use File::Temp qw(tempdir);
use PovertyTest;
use Test::More;
use Time::HiRes qw(sleep time);

my $rows = 150_000;
my $db = create_database('faults');

# a SQL script that makes the rows and the stored values that the tests read; the number of rows comes first
sub make_data
{
	my ($n) = @_;
	return <<"SQL";
CREATE EXTENSION poverty_ext;
SET work_mem = '256MB';
CREATE TABLE many AS SELECT i, exp(8 * u) AS x, 1 + 10 * v AS w, i % 4 AS stratum, i / 20 AS psu
FROM generate_series(1, $n) i, LATERAL (SELECT (i * 7919::bigint % 1000003) / 1000003.0::float8 AS u, (i * 104729::bigint % 999983) / 999983.0::float8 AS v) r;
CREATE TABLE stored AS SELECT income_distribution(x, w) AS d, income_distribution(2 * x, w) AS e, income_distribution(x, w, 200000) AS b, poverty_summary(x, 100, w) AS s FROM many;
VACUUM ANALYZE;
SQL
}
query(make_data($rows), dbname => $db);

my %serial = (max_parallel_workers_per_gather => 0, jit => 'off', work_mem => '256MB');

# Everything that takes long: sorting, reading what is sorted, merging, making points, writing and reading a value.
my @long = (
	'gini(x, w) FROM many', 'zenga_index(x, w) FROM many', 'sen_index(x, 100, w) FROM many', 'concentration_index(x, w, w) FROM many',
	'length(income_distribution_send(income_distribution(x, w))) FROM many', 'length(income_distribution_send(income_distribution(x, w, 200000))) FROM many', 'theil_index(x, w) FROM many', 'poverty_summary(x, 100, w) FROM many',
	'array_length(lorenz_curve(x, 1000000, w), 1) FROM many', 'zenga_index(d), gini(d), wolfson_polarization(d) FROM stored', 'd::text::income_distribution = d FROM stored', 'b::text::income_distribution = b FROM stored',
	'merge(d, e) = d FROM stored', 'merge(d, b) = d FROM stored', 'merge(v) IS NULL FROM stored, unnest(ARRAY[d, e, b]) v', 'gini_bounds(b), rank_error(b), weighted_quantile_bounds(b, 0.9) FROM stored', 'd::jsonb, b::jsonb FROM stored',
	'(zenga_index_estimate(x, w, stratum, psu)).estimate FROM many', '(gini_replicates(x, w, ARRAY[w, w, 2 * w, w], replicate_design(\'jkn\', rscales => \'{1,1,1,1}\'))).estimate FROM many WHERE i <= 100000',
	'yoy_change(x, i) OVER (ORDER BY i) FROM many',
);

# The seconds that a statement takes, and its errors.
sub timed
{
	my ($sql, %set) = @_;
	my $start = time;
	my (undef, $error, $status) = psql("SET statement_timeout = $set{statement_timeout}; SELECT $sql", dbname => $db, set => {%serial});
	return (time - $start, $error, $status);
}

for my $call (@long)
{
	my ($whole, $error, $status) = timed($call, statement_timeout => 0);
	my ($worst, $ended) = (0, 0);
	is($status, 0, "$call: works without a limit") || diag($error);
	for my $part (0.3, 0.7, 0)
	{
		next if $part == 0 && $ended > 0;
		my $limit = int(2 + 1000 * $whole * $part);
		my ($taken, $what) = timed($call, statement_timeout => $limit);
		$worst = $taken - $limit / 1000 if $taken - $limit / 1000 > $worst;
		$ended++ if $what =~ /ERROR:  57014: canceling statement due to statement timeout/;
	}
	cmp_ok($ended, '>', 0, "... a limit of time ends it");
	cmp_ok($worst, '<', 1, '... within a second of the limit');
}

# A session that is told to end, by another.
sub in_background
{
	my ($sql, %option) = @_;
	my $pid = fork() // die "fork: $!";
	return $pid if $pid;
	my (undef, $error) = psql($sql, %option);
	open(my $file, '>', $option{result}) or die $!;
	print $file $error;
	close $file or die $!;
	require POSIX;
	POSIX::_exit(0);
}

sub slurp
{
	my ($name) = @_;
	open(my $file, '<', $name) or return '';
	local $/ = undef;
	return <$file> // '';
}

# Waits until a query gives something; returns that.
sub wait_for
{
	my ($sql, %option) = @_;
	for (1 .. 200)
	{
		my ($out) = psql($sql, %option);
		return $out if $out ne '';
		sleep 0.05;
	}
	return '';
}

my $scratch = tempdir(CLEANUP => 1);
my $endless = 'SELECT gini(x + j, w) FROM many, generate_series(1, 1000) j';
my $pid = in_background("SET application_name = 'endless'; $endless", dbname => $db, set => {%serial}, result => "$scratch/cancel");
my $backend = wait_for(q{SELECT pid FROM pg_stat_activity WHERE application_name = 'endless' AND query LIKE '%gini%' AND state = 'active'});
sleep 0.5;
my $start = time;
query("SELECT pg_cancel_backend($backend)");
waitpid($pid, 0);
cmp_ok(time - $start, '<', 1, 'a query that is cancelled ends within a second');
like(slurp("$scratch/cancel"), qr/ERROR:  57014/, '... and says so');

# Temporary files.  The limit is the superuser's to set; the session goes on.
my $expected = query('SELECT float8send(gini(x, w)) FROM many', dbname => $db, set => {%serial});
my ($out, $error) = program('psql', qw(-X -q -A -t -v VERBOSITY=verbose), '-d', $db, '-U', 'postgres',
	'-c', "SET max_parallel_workers_per_gather = 0; SET work_mem = '64kB'; SET hash_mem_multiplier = 1; SET temp_file_limit = '1MB'",
	'-c', 'SELECT gini(x, w) FROM many',
	'-c', 'SELECT income_distribution(x, w) FROM many',
	'-c', 'RESET temp_file_limit',
	'-c', 'SELECT float8send(gini(x, w)) FROM many');
is(scalar(() = $error =~ /ERROR:  53400: temporary file size exceeds "?temp_file_limit/g), 2, 'more temporary files than allowed: an error that names the setting');
is($out =~ s/\s//gr, $expected, '... after which the same session computes the same bits');
is(query('SELECT count(*) FROM pg_ls_tmpdir()', dbname => $db), '0', '... and no temporary file is left');

# A parallel worker that is told to stop: an error, and the server goes on.
my %parallel = (parallel_setup_cost => 0, parallel_tuple_cost => 0, min_parallel_table_scan_size => 0, max_parallel_workers_per_gather => 2, parallel_leader_participation => 'off');
query('ALTER TABLE many SET (parallel_workers = 2)', dbname => $db);
$pid = in_background("SET application_name = 'led'; SELECT gini(x + j, w) FROM many, (SELECT j FROM generate_series(1, 1000) j OFFSET 0) j", dbname => $db, set => {%parallel}, result => "$scratch/term");
my $worker = wait_for(q{SELECT pid FROM pg_stat_activity WHERE backend_type = 'parallel worker' LIMIT 1});
SKIP:
{
	skip 'no parallel worker was started', 2 if $worker eq '';
	sleep 0.3;
	query("SELECT pg_terminate_backend($worker)");
	waitpid($pid, 0);
	like(slurp("$scratch/term"), qr/(ERROR|FATAL):  57P01/, 'a parallel worker is told to stop: the query says so');
	is(query('SELECT float8send(gini(x, w)) FROM many', dbname => $db, set => {%parallel}), $expected, '... and the next one has the same bits');
}
drop_database($db);

# A cluster of its own: as run.sh makes one, with little memory for a process.
my $base = tempdir('poverty_faults.XXXXXX', TMPDIR => 1, CLEANUP => 1);
my $user = $> == 0 ? (defined getpwnam('postgres') ? 'postgres' : 'nobody') : '';
chmod 0755, $base;
chown((getpwnam($user))[2], -1, $base) if $user ne '';

# A shell command, as the user that may run a server.
sub as_server
{
	my ($command) = @_;
	my @run = $user eq '' ? ('bash', '-c', $command) : ('runuser', '-u', $user, '--', 'bash', '-c', $command);
	my $status = system(@run);
	return $status == 0;
}

sub start_cluster
{
	my ($limits) = @_;
	return as_server("cd '$base' && $limits exec '$ENV{PG_BIN}/pg_ctl' -D '$base/data' -l '$base/log' -w -s start >/dev/null 2>&1");
}

as_server("cd '$base' && '$ENV{PG_BIN}/initdb' -D '$base/data' -U postgres -A trust --locale=C.UTF-8 -E UTF8 >/dev/null") or die 'initdb failed';
open(my $conf, '>>', "$base/data/postgresql.conf") or die $!;
print $conf "listen_addresses = ''\nunix_socket_directories = '$base'\nport = $ENV{PGPORT}\nshared_buffers = 16MB\nmax_connections = 10\nrestart_after_crash = on\nautovacuum = off\n";
close $conf or die $!;
{
	local $ENV{PGHOST} = $base;
	ok(start_cluster(''), 'a cluster of its own starts');
	query('CREATE DATABASE kept');
	query(make_data(100_000), dbname => 'kept');
	query(<<'SQL', dbname => 'kept');
CREATE TABLE register AS SELECT 2017 + i % 2 AS year, 'W' || i % 50 AS area_code, i AS household_id, CASE WHEN x < 100 THEN 'poor' ELSE 'average' END AS status, x AS income, 100 AS line, w AS weight FROM many;
CREATE VIEW slow AS SELECT register.* FROM register, generate_series(1, 1000);
CREATE SCHEMA report;
SELECT create_area_summary('report');
SELECT refresh_area_summary('report.area_summary', 'register', years => '{2017}');
ALTER TABLE many SET (parallel_workers = 2);
SQL
	my $summaries = 'SELECT count(*), md5(string_agg(a::text, \' \' ORDER BY year, area_code)) FROM report.%s a';
	my $look = 'SELECT md5(d::text), md5(b::text), md5(s::text), gini(d), headcount_ratio(s), v.* FROM stored, (' . sprintf($summaries, 'area_summary') . ') v';
	my $before = query($look, dbname => 'kept');
	like($before, qr/\|25\|\w+$/, 'summaries of 25 wards are there');
	my $computed = query('SELECT float8send(gini(x, w)) FROM many', dbname => 'kept', set => {%serial});

	# A worker that is killed: the server restarts by itself, as it does for any process.
	$pid = in_background("SELECT gini(x + j, w) FROM many, (SELECT j FROM generate_series(1, 1000) j OFFSET 0) j", dbname => 'kept', set => {%parallel}, result => "$scratch/kill");
	$worker = wait_for(q{SELECT pid FROM pg_stat_activity WHERE backend_type = 'parallel worker' LIMIT 1});
	SKIP:
	{
		skip 'no parallel worker was started', 4 if $worker eq '';
		sleep 0.3;
		kill 'KILL', $worker;
		waitpid($pid, 0);
		like(slurp("$scratch/kill"), qr/crash of another server process.*HINT: .*repeat your command/s, 'a worker is killed: the session is told what to do');
		is(wait_for('SELECT 1', dbname => 'kept'), '1', '... the server comes back');
		is(query($look, dbname => 'kept'), $before, '... what is stored is what it was');
		is(query('SELECT float8send(gini(x, w)) FROM many', dbname => 'kept', set => {%parallel}), $computed, '... and the query that was repeated has the same bits');
	}

	# The server is killed after one refresh of a table of summaries, in the next.
	$pid = in_background(q{SELECT refresh_area_summary('report.area_summary', 'slow')}, dbname => 'kept', set => {%serial}, result => "$scratch/crash");
	like(wait_for(q{SELECT pid FROM pg_stat_activity WHERE query LIKE '%refresh_area_summary%' AND state = 'active' AND pid <> pg_backend_pid()}), qr/^\d+$/, 'a refresh goes on');
	sleep 0.3;
	open(my $pidfile, '<', "$base/data/postmaster.pid") or die $!;
	chomp(my $postmaster = <$pidfile>);
	close $pidfile;
	my @processes = split /\n/, query('SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()', dbname => 'kept');
	kill 'KILL', $postmaster, @processes;
	waitpid($pid, 0);
	for (1 .. 100)
	{
		last if start_cluster('');
		sleep 0.2;
	}
	is(query($look, dbname => 'kept'), $before, '... the server is killed: what is stored is what the last refresh left');
	query($_, dbname => 'kept') for q{SELECT refresh_area_summary('report.area_summary', 'register')}, q{SELECT create_area_summary('report', 'anew')}, q{SELECT refresh_area_summary('report.anew', 'register')};
	my $refreshed = query(sprintf($summaries, 'area_summary'), dbname => 'kept');
	like($refreshed, qr/^50\|/, '... the next one has both years');
	is($refreshed, query(sprintf($summaries, 'anew'), dbname => 'kept'), '... with the bits of a table that was never in such trouble');
	$before = query($look, dbname => 'kept');

	# Little memory: an error, and the session goes on.
	as_server("'$ENV{PG_BIN}/pg_ctl' -D '$base/data' -m fast -w -s stop");
	my @greedy = ('SELECT gini(x, w) FROM many, generate_series(1, 100)', 'SELECT income_distribution(x + j, w) FROM many, generate_series(1, 100) j', 'SELECT income_distribution(x + j, w, 1000000) FROM many, generate_series(1, 100) j',
		'SELECT concentration_index(x + j, w, w) FROM many, generate_series(1, 100) j', 'SELECT (gini_estimate(x + j, w, stratum, psu)).estimate FROM many, generate_series(1, 100) j', 'SELECT lorenz_curve(d, 1000000), lorenz_curve(e, 1000000), d::text || d::text || d::text FROM stored, generate_series(1, 100)');
	ok(start_cluster('ulimit -v 300000;'), 'with 300 MB for each process, the server starts');
	($out, $error) = program('psql', qw(-X -q -A -t -v VERBOSITY=verbose), '-d', 'kept', '-U', 'postgres', map({ ('-c', $_) } "SET max_parallel_workers_per_gather = 0; SET jit = off; SET work_mem = '2GB'; SET statement_timeout = '20s'", @greedy, 'SET work_mem = \'4MB\'', $look));
	cmp_ok(scalar(() = $error =~ /ERROR:  53200: out of memory/g), '>=', 4, 'memory runs out: errors that say so') || diag($error);
	unlike($error, qr/connection|terminated|XX\d\d\d/, '... and nothing worse');
	is((split /\n/, $out)[-1], $before, '... after which the same session reads what is stored');
	like($error, qr/HINT|DETAIL/, '... with what was asked for');
	as_server("'$ENV{PG_BIN}/pg_ctl' -D '$base/data' -m fast -w -s stop");
	unlike(slurp("$base/log"), qr/signal 11|signal 6|PANIC|TRAP/, 'nothing but what was killed ended in a crash');
}
done_testing();
