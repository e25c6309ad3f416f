# SPDX-License-Identifier: PostgreSQL
# steps.pl SERVERS MAJOR MAJOR…: a cluster of the first major, with stored values of every type, rows of the user and
# views, is upgraded to each of the next. upgrade.sh calls it where the servers are staged.

use strict;
use warnings;
use EveryType;
use PovertyTest;
use Test::More;

my ($servers, @majors) = @ARGV;
my $port = 20000 + $$ % 10000;
@ENV{qw(PGHOST PGPORT PGUSER LC_ALL)} = ($servers, $port, 'postgres', 'C.UTF-8');

# the libraries that the system lacks came with the servers
$ENV{LD_LIBRARY_PATH} = join ':', map { "$servers/$_/libraries" } @majors;

# A program of a major; dies when it fails.
sub run
{
	my ($major, $program, @arguments) = @_;
	system("$servers/$major/usr/lib/postgresql/$major/bin/$program", @arguments) == 0 or die "$program of $major failed\n";
	return;
}

my $running;

sub start_server
{
	my ($major) = @_;
	$running = $major;
	run($major, 'pg_ctl', '-D', "$servers/data$major", '-l', "$servers/log$major", '-w', '-s', '-o', "-p $port -k $servers -c listen_addresses='' -c fsync=off -c jit=off", 'start');
	$ENV{PG_BIN} = "$servers/$major/usr/lib/postgresql/$major/bin";
	return;
}

sub stop_server
{
	run($running, 'pg_ctl', '-D', "$servers/data$running", qw(-w -s -m fast stop));
	undef $running;
	return;
}

END { local $?; stop_server() if defined $running; }

for my $major (@majors)
{
	# with checksums everywhere: 18 makes them by default, and an upgrade wants both alike
	my $out = `$servers/$major/usr/lib/postgresql/$major/bin/initdb -D $servers/data$major -U postgres -A trust -E UTF8 --locale=C.UTF-8 -k --no-sync --no-instructions 2>&1`;
	is($?, 0, "a cluster of PostgreSQL $major") or diag($out);
}

# What is kept: values of every type, the user's rows, an index over summaries, a view over functions.
my $first = shift @majors;
start_server($first);
create_database('register');
query('CREATE EXTENSION poverty_ext', dbname => 'register');
create_kept('register');
query(<<'SQL', dbname => 'register');
INSERT INTO poverty_standard (standard, name, rule, classifies, source) VALUES ('OURS', 'our standard', 'income', true, 'our council');
INSERT INTO poverty_line (standard, area_type, valid, line, line_is_poor, period, currency, source)
	VALUES ('OURS', 'all', '[2021-01-01,2026-01-01)', 3000000.1, true, 'month', 'VND', 'our council');
INSERT INTO area_crosswalk (code, valid, successor, successor_valid, share, source)
	VALUES ('01834', '[2015-01-01,2025-07-01)', '01840', '[2025-07-01,)', 1, 'our list');
CREATE INDEX by_summary ON kept (v_poverty_summary);
CREATE INDEX by_distribution ON kept USING hash (v_income_distribution);
CREATE MATERIALIZED VIEW measured AS SELECT id, headcount_ratio(v_poverty_summary) AS h, gini(v_income_distribution) AS g, theil_index(v_inequality_summary) AS t FROM kept;
CREATE VIEW shown AS SELECT poverty_line('OURS', 'urban', date '2021-12-14') AS line, (SELECT poverty_threshold('VN-2016', 'rural', date '2018-12-31')) AS threshold;
SQL
my $bits = sprintf kept_bits(base_types('register'), row_types('register')), 'kept';
my $look = <<'SQL';
SELECT count(*), count(*) FILTER (WHERE NOT shipped) FROM poverty_line;
SELECT * FROM poverty_line WHERE NOT shipped;
SELECT * FROM area_crosswalk;
SELECT * FROM measured ORDER BY id;
SELECT id, headcount_ratio(v_poverty_summary), gini(v_income_distribution), theil_index(v_inequality_summary) FROM kept ORDER BY id;
SELECT * FROM shown;
SELECT extversion FROM pg_extension WHERE extname = 'poverty_ext';
SELECT id FROM kept WHERE v_poverty_summary = (SELECT v_poverty_summary FROM kept WHERE id = 2);
SELECT float8send(headcount_ratio(x, z, w)), float8send(gini(x, w)), merge(stored) FROM register;
SQL
my ($kept, $seen) = (query($bits, dbname => 'register'), query($look, dbname => 'register'));
is(scalar(split /\n/, $kept), 3, 'three rows of values are kept');
like($seen, qr/^\d+\|1\nOURS\|/, 'and a line of the user');

# The columns whose bits are others.
sub differing
{
	my ($now) = @_;
	my ($shown) = $bits =~ /^SELECT (.*) FROM /;
	my @names = split /, (?=md5)/, $shown;
	my @rows = map { [map { [split /\|/, $_, -1] } split /\n/, $_] } $now, $kept;
	return map { my $row = $_; map { "row $row: $names[$_]: $rows[0][$row][$_]\n" } grep { $rows[0][$row][$_] ne $rows[1][$row][$_] } 0 .. $#names } 0 .. 2;
}

my $from = $first;
for my $to (@majors)
{
	stop_server();
	my $b = sub { "$servers/$_[0]/usr/lib/postgresql/$_[0]/bin" };
	chdir "$servers/data$to" or die $!;
	my $out = `@{[ $b->($to) ]}/pg_upgrade -b @{[ $b->($from) ]} -B @{[ $b->($to) ]} -d $servers/data$from -D $servers/data$to -U postgres -s $servers 2>&1`;
	is($?, 0, "pg_upgrade from $from to $to") or diag($out, `tail -n 25 $servers/data$to/pg_upgrade_output.d/*/log/*dump*.log`), last;
	start_server($to);
	like(query('SELECT version()'), qr/^PostgreSQL $to\b/, "PostgreSQL $to runs");
	my $now = query($bits, dbname => 'register');
	ok($now eq $kept, "$from to $to: every value has the same bits") or diag(differing($now));
	is(query($look, dbname => 'register'), $seen, "$from to $to: rows of the user, measures, views and indexes are as they were");
	query("SET enable_seqscan = off; REINDEX TABLE kept", dbname => 'register');
	query('REFRESH MATERIALIZED VIEW measured', dbname => 'register');
	is(query($look, dbname => 'register'), $seen, "... and when they are computed again");
	is((program('pg_dump', '-f', "$servers/dump$to.sql", '-U', 'postgres', 'register'))[2], 0, "PostgreSQL $to dumps what it has");
	$from = $to;
}
stop_server() if defined $running;
done_testing();
