# SPDX-License-Identifier: PostgreSQL
# What a call site knows of the lines while another session changes them: a statement that begins after the change sees
# it, also at a call site that has read the lines before and whose own transaction writes elsewhere.

use strict;
use warnings;
use IO::Handle;
use PovertyTest;
use Test::More;

create_database('lines');
query(<<'SQL', dbname => 'lines');
CREATE EXTENSION poverty_ext;
CREATE TABLE log (line float8);
CREATE FUNCTION line_now() RETURNS float8 LANGUAGE plpgsql AS $$
BEGIN
	RETURN poverty_line('VN-2016', 'rural', '2018-12-31');
END $$;

-- One transaction: asks for the line and writes, again and again, until the line is another, for at most ten seconds.
CREATE FUNCTION watch() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	before float8 := line_now();
	asked int := 0;
BEGIN
	PERFORM pg_advisory_xact_lock(1);
	WHILE line_now() = before AND asked < 2000 LOOP
		INSERT INTO log VALUES (before);
		PERFORM pg_sleep(0.005);
		asked := asked + 1;
	END LOOP;
	RETURN concat_ws(' ', before, line_now(), asked > 0);
END $$;
SQL

# Each change is made by this session while the other watches.
my @change = (
	[q{INSERT INTO poverty_line (standard, area_type, valid, line, line_is_poor, period, currency, source)
		VALUES ('VN-2016', 'rural', '[2018-01-01,2019-01-01)', 800000, true, 'month', 'VND', 'a test')}, '700000 800000 t'],
	[q{UPDATE poverty_line SET line = 810000 WHERE NOT shipped}, '800000 810000 t'],
	[q{BEGIN; UPDATE poverty_line SET line = 5 WHERE NOT shipped; ROLLBACK; VACUUM poverty_line;
		UPDATE poverty_line SET line = 820000 WHERE NOT shipped}, '810000 820000 t'],
	[q{DELETE FROM poverty_line WHERE NOT shipped}, '820000 700000 t'],
);
for my $step (@change)
{
	my ($change, $expected) = @$step;
	open(my $watcher, '-|', "$ENV{PG_BIN}/psql", qw(-X -q -A -t -d lines -c), 'SELECT watch()') or die "psql: $!";
	my $polls = 0;
	while (query(q{SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'}, dbname => 'lines') == 0 && $polls++ < 500)
	{
		select undef, undef, undef, 0.01;
	}
	query($change, dbname => 'lines');
	my $seen = <$watcher> // '';
	close $watcher;
	chomp $seen;
	is($seen, $expected, "the line before, the line after: $expected");
}

# A transaction that ends while an older one goes on, and later ones have ended before: which of them were in progress is all in which two snapshots
# of one watcher, who writes nothing himself, differ. The line is added by a transaction within the transaction.
sub session
{
	open(my $handle, '|-', "$ENV{PG_BIN}/psql", qw(-X -q -A -t -d lines)) or die "psql: $!";
	$handle->autoflush(1);
	return $handle;
}

sub wait_until
{
	my ($condition) = @_;
	my $polls = 0;
	while (query("SELECT $condition", dbname => 'lines') ne 't' && $polls++ < 500)
	{
		select undef, undef, undef, 0.01;
	}
	return;
}

query(<<'SQL', dbname => 'lines');
CREATE FUNCTION watch_only() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	before float8 := line_now();
	asked int := 0;
BEGIN
	PERFORM pg_advisory_xact_lock(2);
	WHILE line_now() = before AND asked < 2000 LOOP
		PERFORM pg_sleep(0.005);
		asked := asked + 1;
	END LOOP;
	RETURN concat_ws(' ', before, line_now(), asked > 0);
END $$;
SQL
my $older = session();
print $older "BEGIN; INSERT INTO log VALUES (0);\n";
wait_until(q{count(*) = 1 FROM pg_stat_activity WHERE state = 'idle in transaction' AND backend_xid IS NOT NULL});
my $writer = session();
print $writer "BEGIN; SAVEPOINT s; INSERT INTO poverty_line (standard, area_type, valid, line, line_is_poor, period, currency, source)"
	. " VALUES ('VN-2016', 'rural', '[2018-01-01,2019-01-01)', 830000, true, 'month', 'VND', 'a test');\n";
wait_until(q{count(*) = 2 FROM pg_stat_activity WHERE state = 'idle in transaction' AND backend_xid IS NOT NULL});
query('INSERT INTO log VALUES (1)', dbname => 'lines');
open(my $watcher, '-|', "$ENV{PG_BIN}/psql", qw(-X -q -A -t -d lines -c), 'SELECT watch_only()') or die "psql: $!";
wait_until(q{count(*) = 1 FROM pg_locks WHERE locktype = 'advisory'});
print $writer "COMMIT;\n";
close $writer;
my $seen = <$watcher> // '';
close $watcher;
close $older;
chomp $seen;
is($seen, '700000 830000 t', 'a line of a transaction that was in progress is seen when it ends');

# Another row at the very place of one that was read before, in the same transaction, which holds no snapshot in between: only who inserted it differs.
query('CREATE TABLE seen (line float8)', dbname => 'lines');
my $place = q{SELECT ctid FROM poverty_line WHERE NOT shipped};
# in the first place of its page that is free, whatever was there
sub replace_line
{
	my ($line) = @_;
	query($_, dbname => 'lines') for ('DELETE FROM poverty_line WHERE NOT shipped', 'VACUUM poverty_line', "INSERT INTO poverty_line (standard, area_type, valid, line, line_is_poor, period, currency, source)
		VALUES ('VN-2016', 'rural', '[2018-01-01,2019-01-01)', $line, true, 'month', 'VND', 'a test')");
	return query($place, dbname => 'lines');
}
my $before = replace_line(840000);
my $reader = session();
print $reader "BEGIN; SELECT line_now() AS before \\gset\n";
wait_until(q{count(*) = 1 FROM pg_stat_activity WHERE state = 'idle in transaction' AND query LIKE 'SELECT line_now()%'});
is(replace_line(850000), $before, 'the row is where the other was');
print $reader "INSERT INTO seen VALUES (:before), (line_now()); COMMIT;\n";
close $reader;
is(query(q{SELECT string_agg(line::text, ' ' ORDER BY line) FROM seen}, dbname => 'lines'), '840000 850000', 'another row at the same place is another row');

drop_database('lines');
done_testing();
