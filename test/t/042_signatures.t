# SPDX-License-Identifier: PostgreSQL
# Every SQL signature is written down by version, in test/signatures/VERSION.txt. The list of the version that is being
# made must be the one of the code: before its release, `make signatures` writes it again, and the difference is looked
# at. The lists of released versions are frozen, and what they have stays: a later version adds to them.

use strict;
use warnings;
use PovertyTest;
use Test::More;

my $db = create_database('signatures');
query('CREATE EXTENSION poverty_ext', dbname => $db);
my ($now, $error, $status) = psql(undef, dbname => $db, file => source_file('test/signatures/signatures.sql'));
is($status, 0, 'the signatures are listed') or diag($error);
my %now = map { $_ => 1 } split /\n/, $now;
cmp_ok(scalar(keys %now), '>', 500, 'there are hundreds of them');
is(scalar(keys %now), scalar(split /\n/, $now), 'no two are alike');

# In another schema they are the same.
create_database($db);
query('CREATE SCHEMA "An other"; CREATE EXTENSION poverty_ext SCHEMA "An other"', dbname => $db);
my ($elsewhere) = psql(undef, dbname => $db, file => source_file('test/signatures/signatures.sql'));
ok($elsewhere eq $now, 'in another schema they are the same');

my $version = query("SELECT extversion FROM pg_extension WHERE extname = 'poverty_ext'", dbname => $db);
my %listed;
for my $file (glob(source_file('test/signatures/*.txt')))
{
	my ($of) = $file =~ m{([^/]+)\.txt$};
	open(my $handle, '<', $file) or die "$file: $!";
	chomp(my @lines = <$handle>);
	$listed{$of} = { map { $_ => 1 } @lines };
	my @gone = grep { !$now{$_} } @lines;
	is(join("\n", @gone), '', $of eq $version ? "what is listed for $of is there (make signatures lists again)" : "what version $of had is there");
}
ok(exists $listed{$version}, "there is a list for $version");
is(join("\n", grep { !$listed{$version}{$_} } sort keys %now), '', "what is there is listed for $version (make signatures lists again)");

# A signature that changes in any of its parts is another line.
query(<<'SQL', dbname => $db);
SET search_path = "An other";
ALTER FUNCTION at_or_below(float8) VOLATILE;
ALTER TYPE poverty_status ADD VALUE 'other';
ALTER TABLE area_crosswalk ADD remark text;
ALTER TYPE poverty_flow ADD ATTRIBUTE remark text;
SQL
my ($changed) = psql(undef, dbname => $db, file => source_file('test/signatures/signatures.sql'));
is(join(' ', map { s/^(\w+(?: \w+)?).*/$1/r } grep { !$now{$_} } split /\n/, $changed), 'enum poverty_status function at_or_below row poverty_flow table area_crosswalk',
	'a change of a function, an enum, a row type or a table would be found');

drop_database($db);
done_testing();
