# SPDX-License-Identifier: PostgreSQL
# Dump and restore: the users' rows of the config tables, stored partial states and views over the extension survive,
# also for a database owner who is no superuser, and a user's row of the same key as a shipped one hurts nothing.

use strict;
use warnings;
use PovertyTest;
use Test::More;

query(q{DROP ROLE IF EXISTS office; CREATE ROLE office LOGIN});

# What a user adds: a standard and lines of their own, an override of a shipped line, an indicator, a boundary change,
# a table with a stored state, and a view over the functions.
my $user_rows = <<'SQL';
INSERT INTO poverty_standard (standard, name, rule, classifies, source)
	VALUES ('OURS', 'our standard', 'income', true, 'our council');
INSERT INTO poverty_line (standard, area_type, valid, line, near_poor_line, average_line, line_is_poor, period, currency, source)
	VALUES ('OURS', 'all', '[2021-01-01,2026-01-01)', 3000000.1, 3833000, 5000000, true, 'month', 'VND', 'our council'),
		('VN-2011', 'rural', '[2011-01-01,2016-01-01)', 400000, 520000, 700000, true, 'month', 'VND', 'our reading of the law');
INSERT INTO deprivation_indicator (standard, position, code, dimension, name, source)
	VALUES ('OURS', 1, 'water', 'services', 'no safe water', 'our council');
INSERT INTO area_crosswalk (code, valid, successor, successor_valid, share, source)
	VALUES ('01834', '[2015-01-01,2025-07-01)', '01840', '[2025-07-01,)', 1, 'our list');
CREATE TABLE kept AS SELECT poverty_rate_transition(poverty_rate_transition(NULL, 0.1, 1e300), 1e-300, 0.3) AS state;
CREATE TABLE kept_mpi AS SELECT mpi_summary_transition(mpi_summary_transition(NULL, 5, '{1,2,0.3}', 0.5, 0.1), 2, '{1,2,0.3}', 0.5, 1e300) AS s
	UNION ALL SELECT mpi_summary_transition(NULL, '{0.3,0,1}'::float8[], '{1,2,0.3}', 0.25, 3);
CREATE VIEW shown AS SELECT poverty_line('OURS', 'urban', date '2021-12-14') AS line,
	classify_household('VN-2011', 'rural', date '2012-01-01', 500000, NULL) AS status;
SQL

my $look = <<'SQL';
SELECT standard, shipped FROM poverty_standard WHERE NOT shipped;
SELECT standard, area_type, valid, line, near_poor_line, average_line, source FROM poverty_line WHERE NOT shipped ORDER BY 1;
SELECT standard, code FROM deprivation_indicator WHERE NOT shipped;
SELECT code, valid, successor, successor_valid, share FROM area_crosswalk;
SELECT encode(exact_sums_send(state), 'hex') FROM kept;
SELECT s, mpi(s) FROM kept_mpi ORDER BY 2;
SELECT * FROM shown;
SELECT count(*) FROM poverty_line WHERE shipped;
SQL

for my $owner ('office', 'postgres')
{
	my $from = create_database('restore_from', $owner);
	my $to = create_database('restore_to', $owner);
	my %as = (user => $owner);

	query('CREATE EXTENSION poverty_ext', dbname => $from, %as);
	sql_ok($user_rows, "$owner: adds rows of their own", dbname => $from, %as);
	my $before = query($look, dbname => $from, %as);
	like($before, qr/OURS\|f\n/, "$owner: and sees them");

	my $dump = dump_database($from, %as);
	my (undef, $err, $status) = restore_database($to, $dump, %as);
	is($status, 0, "$owner: a plain dump is restored without an error") or diag($err);
	is(query($look, dbname => $to, %as), $before, "$owner: and everything is as it was");

	# again, from the restored database, in the custom format and in one transaction
	my $again = create_database('restore_again', $owner);
	my $custom = "$dump.custom";
	is((program('pg_dump', '-Fc', '-f', $custom, '-U', $owner, $to))[2], 0, "$owner: a custom dump of what was restored");
	(undef, $err, $status) = program('pg_restore', '--exit-on-error', '--single-transaction', '-U', $owner, '-d', $again, $custom);
	is($status, 0, "$owner: is restored in one transaction") or diag($err);
	is(query($look, dbname => $again, %as), $before, "$owner: and everything is as it was");
	unlink $custom;
}

# A superuser restores the office's database: the office goes on.
create_database('restore_from', 'office');
query("CREATE EXTENSION poverty_ext; $user_rows", dbname => 'restore_from', user => 'office');
create_database('restore_to', 'office');
is((restore_database('restore_to', dump_database('restore_from')))[2], 0, 'a superuser restores the dump of an office');
sql_ok("UPDATE poverty_line SET source = 'our council, 2022' WHERE standard = 'OURS'", '... whose rows the office changes as before', dbname => 'restore_to', user => 'office');

# Dropped and made again: the rows of the office, written down before as doc/versions.md says.
my ($options) = do { open(my $handle, '<', source_file('doc/versions.md')) or die $!; local $/ = undef; <$handle> } =~ /`pg_dump (--data-only[^`]*) -f rows\.sql`/;
query('DROP VIEW shown; DROP TABLE kept, kept_mpi', dbname => 'restore_to', user => 'office');
my $own_rows = q{SELECT p::text FROM poverty_standard p WHERE NOT shipped UNION ALL SELECT p::text FROM poverty_line p WHERE NOT shipped
	UNION ALL SELECT p::text FROM deprivation_indicator p WHERE NOT shipped UNION ALL SELECT p::text FROM area_crosswalk p ORDER BY 1};
my $own = query($own_rows, dbname => 'restore_to');
is(scalar(split /\n/, $own), 5, 'the office has five rows of its own');
my $written = dump_database('restore_to', options => [split ' ', $options]);
query('DROP EXTENSION poverty_ext; CREATE EXTENSION poverty_ext', dbname => 'restore_to');
is(query($own_rows, dbname => 'restore_to'), '', 'they go with the extension');
is((restore_database('restore_to', $written, user => 'office'))[2], 0, '... are restored by the office');
is(query($own_rows, dbname => 'restore_to'), $own, '... and are there again');

# Into another schema, from which no search path is needed.
my $elsewhere = create_database('restore_elsewhere');
query('CREATE SCHEMA stats; CREATE EXTENSION poverty_ext SCHEMA stats', dbname => $elsewhere);
query('SET search_path = stats; ' . $user_rows, dbname => $elsewhere);
my $seen = query('SET search_path = stats; ' . $look, dbname => $elsewhere);
my $dump = dump_database($elsewhere);
my $moved = create_database('restore_moved');
is((restore_database($moved, $dump))[2], 0, 'another schema: restored');
is(query('SET search_path = stats; ' . $look, dbname => $moved), $seen, 'another schema: everything is as it was');
is(query('SET search_path = pg_catalog; SELECT * FROM stats.shown', dbname => $moved), '3000000.1|near_poor',
	'another schema: a view works under search_path = pg_catalog');

# COPY in binary keeps the bits of a state; bytes that were tampered with are refused.
my $file = "$dump.bin";
query(qq{SET search_path = stats; \\copy (SELECT state FROM kept) TO '$file' (FORMAT binary)\n}
	. qq{CREATE TABLE copied (LIKE kept); \\copy copied FROM '$file' (FORMAT binary)\n}, dbname => $moved);
is(query('SET search_path = stats; SELECT bool_and(encode(exact_sums_send(c.state), $$hex$$) = encode(exact_sums_send(k.state), $$hex$$)) FROM copied c, kept k',
	dbname => $moved), 't', 'COPY BINARY keeps the bits');
open(my $in, '<:raw', $file) or die "$file: $!";
my $bytes = do { local $/ = undef; <$in> };
close $in;
my $refused = 0;
my $header = 11 + 4 + 4 + 2 + 4;    # signature, flags, extension, number of fields, length of the field
for my $version (0, 2, 255)
{
	my $bad = $bytes;
	substr($bad, $header, 1) = chr($version);
	open(my $out, '>:raw', $file) or die "$file: $!";
	print $out $bad;
	close $out or die $!;
	my (undef, $err, $status) = psql(qq{SET search_path = stats; \\copy copied FROM '$file' (FORMAT binary)\n}, dbname => $moved);
	$refused++ if $status != 0 && $err =~ /22P03/;
}
is($refused, 3, 'a binary state of another version is refused');
unlink $file;

# Rows that are shipped cannot be changed by hand, and a role without rights can read but not write.
like((psql(q{UPDATE poverty_line SET line = 1 WHERE shipped}, dbname => 'restore_from'))[1], qr/42501/,
	'a shipped row is not changed, even by a superuser');
query('DROP ROLE IF EXISTS reader; CREATE ROLE reader LOGIN');
is(query(q{SELECT poverty_line('OURS', 'rural', date '2022-01-01'), count(*) > 0 FROM poverty_standard}, dbname => 'restore_from', user => 'reader'),
	'3000000.1|t', 'any role reads the tables and uses the functions');
like((psql(q{DELETE FROM poverty_standard}, dbname => 'restore_from', user => 'reader'))[1], qr/42501/, 'but writes nothing');

drop_database($_) for qw(restore_from restore_to restore_again restore_elsewhere restore_moved);
query('DROP ROLE office; DROP ROLE reader');
done_testing();
