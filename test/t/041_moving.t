# SPDX-License-Identifier: PostgreSQL
# Stored values that move: through dump and restore in both formats, into a database whose extension is in another
# schema, under a renamed schema, through COPY in binary, by logical replication as text and binary, and through an update
# of the extension. Every type of the extension takes part; after each journey every value has the bits that it had.

use strict;
use warnings;
use EveryType;
use PovertyTest;
use PrivateServer;
use Test::More;

my $db = create_database('moving');
query('CREATE EXTENSION poverty_ext', dbname => $db);
my @base = base_types($db);
my @rows = row_types($db);
my @types = (@base, @rows);
is(join(' ', @base), join(' ', sort keys %EveryType::base), 'every type of the extension that is no row moves');
cmp_ok(scalar(@rows), '>', 20, 'the types that are rows move too');
create_kept($db);
my $bits = kept_bits(@types);
my $kept = query(sprintf($bits, 'kept'), dbname => $db);
is(scalar(split /\n/, $kept), 3, 'three rows are kept');

# Dump and restore. The extension is in public there; and where the target has it in another schema, the data alone.
my $dump = dump_database($db);
create_database('moved');
is((restore_database('moved', $dump))[2], 0, 'a plain dump is restored');
ok(query(sprintf($bits, 'kept'), dbname => 'moved') eq $kept, 'a plain dump: the same bits');
for my $format (['custom', '-Fc'], ['directory', '-Fd', '-j2'])
{
	my ($name, @options) = @$format;
	create_database('moved');
	system('rm', '-rf', "$dump.$name");
	is((program('pg_dump', @options, '-f', "$dump.$name", '-U', 'postgres', $db))[2], 0, "a dump in the $name format");
	is((program('pg_restore', '--exit-on-error', '-j2', '-U', 'postgres', '-d', 'moved', "$dump.$name"))[2], 0, '... is restored by two jobs');
	ok(query(sprintf($bits, 'kept'), dbname => 'moved') eq $kept, '... and has the same bits');
	system('rm', '-rf', "$dump.$name");
}
my $schema = 'CREATE SCHEMA figures; CREATE EXTENSION poverty_ext SCHEMA figures;';
my %path = (dbname => 'moved', set => { search_path => 'public, figures' });
my $table = 'CREATE TABLE public.kept (id int, ' . join(', ', map { "v_$_ figures.$_" } @types) . ')';
create_database('moved');
query("$schema $table", dbname => 'moved');
my $data = dump_database($db, options => [qw(--data-only -t kept)]);
is((restore_database('moved', $data))[2], 0, 'the data of a dump, where the extension is in another schema');
ok(query(sprintf($bits, 'kept'), %path) eq $kept, '... the same bits');

# A schema that is renamed takes the extension with it; its functions, tables and views go on. Those of room report, which
# write SQL, keep to the name that they were installed under: an error until a dump is restored.
query('CREATE VIEW shown AS SELECT id, figures.gini(v_income_distribution) AS g, figures.poverty_line($$VN-2016$$, $$rural$$, date $$2018-12-31$$) AS l FROM kept', dbname => 'moved');
my $shown = query('SELECT * FROM shown ORDER BY id', dbname => 'moved');
like($shown, qr/^1\|0\.\d+\|700000\n/, 'a view over stored values');
query('ALTER SCHEMA figures RENAME TO "Số liệu"', dbname => 'moved');
is(query('SET search_path = pg_catalog; SELECT * FROM public.shown ORDER BY id', dbname => 'moved'), $shown, 'under a renamed schema: the view goes on');
like((psql('SELECT "Số liệu".publish_threshold($$public$$)', dbname => 'moved'))[1], qr/ERROR:  (?:3F000|42P01): [^\n]*figures/, '... and a report says that what it looks for is not there');
my $renamed = dump_database('moved');
create_database('moved_again');
is((restore_database('moved_again', $renamed))[2], 0, 'and its dump is restored');
is(query('SELECT * FROM shown ORDER BY id', dbname => 'moved_again'), $shown, 'to the same view');
ok(query(sprintf($bits, 'kept'), dbname => 'moved_again', set => { search_path => 'public, "Số liệu"' }) eq $kept, '... and bits');
is(query('SELECT "Số liệu".publish_threshold($$public$$)', dbname => 'moved_again'), 'threshold', '... where reports are published again');
drop_database('moved_again');

# COPY in binary, within a database and between two.
query("\\copy kept TO '$dump.copy' (FORMAT binary)\nCREATE TABLE copied (LIKE kept);\n\\copy copied FROM '$dump.copy' (FORMAT binary)\n", dbname => $db);
ok(query(sprintf($bits, 'copied'), dbname => $db) eq $kept, 'COPY BINARY: the same bits');
create_database('moved');
my $values = join(', ', 'id', map { "v_$_" } @types);
query("\\copy (SELECT $values FROM kept) TO '$dump.copy' (FORMAT binary)\n", dbname => $db);
query("$schema $table;\n\\copy public.kept ($values) FROM '$dump.copy' (FORMAT binary)\n", dbname => 'moved');
ok(query(sprintf($bits, 'kept'), %path) eq $kept, 'COPY BINARY to another database and schema: the same bits');
unlink "$dump.copy";

# Logical replication of stored values, with REPLICA IDENTITY FULL: an update or a delete finds its row by all its values,
# so it takes the types that have "="; the states inside of aggregates, and the codes that they are given, have none.
my @without = split /\n/, query(<<'SQL', dbname => $db);
SELECT t.typname FROM pg_type t JOIN pg_depend d ON d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e'
WHERE t.typtype = 'b' AND t.typelem = 0 AND NOT EXISTS (SELECT FROM pg_opclass WHERE opcintype = t.oid AND opcdefault) ORDER BY 1
SQL
is("@without", 'exact_sums ranked_rows survey_code survey_state', 'the types without "=" are states and codes');
my %state = map { $_ => 1 } @without;
my @replicated = grep { !$state{$_} } @types;
my $server = PrivateServer->start('logical', wal_level => 'logical');
my $columns = join(', ', map { "v_$_" } @replicated);
$server->query("CREATE DATABASE $_ TEMPLATE template0") for qw(source as_text as_binary);
$server->query("CREATE EXTENSION poverty_ext; CREATE TABLE kept (id int, " . join(', ', map { "v_$_ $_" } @replicated)
	. '); ALTER TABLE kept REPLICA IDENTITY FULL; CREATE PUBLICATION all_kept FOR TABLE kept', dbname => 'source');
query("\\copy (SELECT id, $columns FROM kept) TO '$dump.copy'\n", dbname => $db);
$server->query("\\copy kept FROM '$dump.copy'\n", dbname => 'source');
unlink "$dump.copy";
my $moved_bits = 'SELECT id, ' . join(', ', map { "v_$_\::text" } @replicated) . ' FROM public.kept ORDER BY id';
sub arrived
{
	my ($target) = @_;
	my $expected = $server->query($moved_bits, dbname => 'source');
	for (1 .. 300)
	{
		return 1 if $server->query($moved_bits, dbname => $target, set => { search_path => 'figures' }) eq $expected;
		select(undef, undef, undef, 0.1);
	}
	return 0;
}
for my $target (['as_text', 'false'], ['as_binary', 'true'])
{
	my ($name, $binary) = @$target;
	$server->query("SELECT pg_create_logical_replication_slot('$name', 'pgoutput')", dbname => 'source');
	# there the extension is in another schema
	$server->query("$schema CREATE TABLE public.kept (id int, " . join(', ', map { "v_$_ figures.$_" } @replicated) . '); '
		. "CREATE SUBSCRIPTION $name CONNECTION 'host=@{[ $server->directory ]} port=$ENV{PGPORT} user=postgres dbname=source' PUBLICATION all_kept "
		. "WITH (create_slot = false, slot_name = '$name', binary = $binary)", dbname => $name);
	ok(arrived($name), "replication $name: the rows that were there");
}
$server->query(<<'SQL', dbname => 'source');
INSERT INTO kept (id, v_poverty_summary, v_income_distribution) SELECT 4, merge(v_poverty_summary), merge(v_income_distribution) FROM kept;
UPDATE kept SET v_poverty_summary = subtract(merge(v_poverty_summary, v_poverty_summary), v_poverty_summary), v_income_distribution = merge(v_income_distribution, v_income_distribution),
	v_mpi_summary = merge(v_mpi_summary, v_mpi_summary) WHERE id = 1;
UPDATE kept SET v_poverty_status = 'better_off' WHERE id = 3;
DELETE FROM kept WHERE id = 2;
SQL
ok(arrived($_), "replication $_: what was inserted, updated and deleted since") for qw(as_text as_binary);
is($server->query('SELECT count(*), min(id), max(id) FROM kept', dbname => 'as_binary'), '3|1|4', 'three rows are there');
# A publication of all tables brings those of standards too: the user's rows, beside what the subscriber's version ships.
my $lines = q{SELECT standard, name FROM poverty_standard WHERE NOT shipped; SELECT standard, line FROM poverty_line WHERE NOT shipped;
	SELECT (SELECT count(*) FROM poverty_standard WHERE shipped), (SELECT count(*) FROM poverty_line WHERE shipped), (SELECT count(*) FROM deprivation_indicator WHERE shipped)};
my $ours = q{INSERT INTO poverty_line (standard, area_type, valid, line, line_is_poor, period, currency, source) VALUES };
$server->query("CREATE DATABASE $_ TEMPLATE template0") for qw(office copy);
$server->query('CREATE EXTENSION poverty_ext', dbname => $_) for qw(office copy);
$server->query("INSERT INTO poverty_standard (standard, name, rule, classifies, source) VALUES ('OURS', 'our standard', 'income', true, 'our council');
	$ours ('OURS', 'all', '[2020-01-01,)', 5000, true, 'month', 'VND', 'our council');
	CREATE PUBLICATION everything FOR ALL TABLES; SELECT pg_create_logical_replication_slot('copy', 'pgoutput')", dbname => 'office');
$server->query("CREATE SUBSCRIPTION copy CONNECTION 'host=@{[ $server->directory ]} port=$ENV{PGPORT} user=postgres dbname=office' PUBLICATION everything "
	. "WITH (create_slot = false, slot_name = 'copy')", dbname => 'copy');
sub same_lines
{
	my $expected = $server->query($lines, dbname => 'office');
	for (1 .. 300)
	{
		return $expected if $server->query($lines, dbname => 'copy') eq $expected;
		select(undef, undef, undef, 0.1);
	}
	return 'they differ';
}
like(same_lines(), qr/^OURS\|our standard\nOURS\|5000\n/, 'a publication of all tables: the rows of the user are there');
# what an update of the extension would do to a shipped row of the publisher
$server->query("UPDATE poverty_standard SET name = 'ours' WHERE NOT shipped; $ours ('VN-2016', 'all', '[2016-01-01,2017-01-01)', 1, true, 'month', 'VND', 'our council');
	ALTER TABLE poverty_standard DISABLE TRIGGER keep_shipped_rows; UPDATE poverty_standard SET name = name WHERE shipped; ALTER TABLE poverty_standard ENABLE ALWAYS TRIGGER keep_shipped_rows;
	DELETE FROM poverty_line WHERE standard = 'OURS'", dbname => 'office');
like(same_lines(), qr/^OURS\|ours\nVN-2016\|1\n/, '... and follow their changes, those of shipped rows are passed over');
unlike($server->slurp_log, qr/ERROR/, 'no worker of the replication failed');
like(($server->psql('SET session_replication_role = replica; DELETE FROM poverty_standard WHERE shipped', dbname => 'copy'))[1], qr/42501/, '... and only there');
is($server->crashes, '', 'and nothing crashed');
$server->query("ALTER SUBSCRIPTION $_ DISABLE; ALTER SUBSCRIPTION $_ SET (slot_name = NONE); DROP SUBSCRIPTION $_", dbname => $_) for qw(as_text as_binary copy);
undef $server;

# ALTER EXTENSION UPDATE, with a script that exists for this test: it adds a function and a line, which the user has added
# before, and mends a comment. Run by an owner who is no superuser.
my ($share) = program('pg_config', '--sharedir');
chomp $share;
my ($installed) = map { m{--([\d.]+)\.sql$} } glob("$share/extension/poverty_ext--[0-9].[0-9].sql");
is($installed, query(q{SELECT default_version FROM pg_available_extensions WHERE name = 'poverty_ext'}), 'the version that is installed by default');
my $script = "$share/extension/poverty_ext--$installed--$installed.1test.sql";
open(my $handle, '>', $script) or die "$script: $!";
print $handle <<'SQL';
CREATE FUNCTION @extschema@.added_later(@extschema@.poverty_summary) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN @extschema@.headcount_ratio($1);
COMMENT ON FUNCTION @extschema@.added_later IS 'Only in a test.';
INSERT INTO @extschema@.poverty_standard (standard, name, rule, classifies, source, shipped) VALUES ('LATER', 'a later standard', 'income', true, 'a later law', true);
INSERT INTO @extschema@.poverty_line (standard, area_type, valid, line, line_is_poor, period, currency, source, shipped)
	VALUES ('LATER', 'all', '[2028-01-01,)', 5000, true, 'month', 'VND', 'a later law', true);
SQL
close $handle or die $!;

query('DROP ROLE IF EXISTS mover; CREATE ROLE mover LOGIN');
create_database('moved', 'mover');
my %mover = (dbname => 'moved', user => 'mover');
my $mine = <<'SQL';
SELECT standard, name, shipped FROM poverty_standard WHERE standard = 'LATER' ORDER BY shipped;
SELECT valid, line, shipped FROM poverty_line WHERE standard = 'LATER' ORDER BY shipped;
SELECT poverty_line('LATER', 'rural', date '2029-01-01'), l FROM shown;
SQL
query("CREATE EXTENSION poverty_ext VERSION '$installed'; CREATE TABLE kept (id int, " . join(', ', map { "v_$_ $_" } @types) . <<'SQL', %mover);
);
INSERT INTO poverty_standard (standard, name, rule, classifies, source) VALUES ('LATER', 'our reading', 'income', true, 'a draft');
INSERT INTO poverty_line (standard, area_type, valid, line, line_is_poor, period, currency, source) VALUES ('LATER', 'all', '[2028-01-01,)', 5100, true, 'month', 'VND', 'a draft');
CREATE VIEW shown AS SELECT poverty_line('LATER', 'rural', date '2029-01-01') AS l;
SQL
is((restore_database('moved', $data, user => 'mover'))[2], 0, 'an owner who is no superuser restores the data');
sql_ok("ALTER EXTENSION poverty_ext UPDATE TO '$installed.1test'", 'the extension is updated by its owner', %mover);
is(query(q{SELECT extversion FROM pg_extension WHERE extname = 'poverty_ext'}, %mover), "$installed.1test", 'and says so');
ok(query(sprintf($bits, 'kept'), %mover) eq $kept, 'stored values: the same bits');
my $after = "LATER|our reading|f\nLATER|a later standard|t\n[2028-01-01,)|5100|f\n[2028-01-01,)|5000|t\n5100|5100";
is(query($mine, %mover), $after, 'the row of the user is there, beside the one that is now shipped, and wins');
is(query('SELECT added_later(v_poverty_summary) = headcount_ratio(v_poverty_summary) FROM kept WHERE id = 1', %mover), 't', 'what was added reads what was stored');

# An updated database has the members of a new one, and what 1.0 dumped goes into the later version.
my $members = <<'SQL';
SELECT pg_describe_object(classid, objid, 0) FROM pg_depend WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'
	AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'poverty_ext') ORDER BY 1
SQL
my $updated = query($members, %mover);
my $later = dump_database('moved', user => 'mover');
create_database('moved', 'mover');
query("CREATE EXTENSION poverty_ext VERSION '$installed.1test'", %mover);
ok(query($members, %mover) eq $updated, 'an updated database has the members of a new one');
is((restore_database('moved', $later, user => 'mover'))[2], 0, 'a dump is restored where the later version is');
is(query($mine, %mover), $after, 'with the row of the user beside the shipped one');
ok(query(sprintf($bits, 'kept'), %mover) eq $kept, '... and the same bits');
drop_database($_) for qw(moved moving);
query('DROP ROLE mover');
done_testing();

END { unlink $script if defined $script; }
