# SPDX-License-Identifier: PostgreSQL
# Every example of the two READMEs: SQL blocks are run in their order, each README in a database of its own, and what
# they print must be the text block that follows. The report's excerpts must stand in the report itself.

use strict;
use warnings;
use Examples;
use PovertyTest;
use Test::More;

my $demo = create_database('readme_demo');
query('CREATE EXTENSION poverty_ext', dbname => $demo);
psql(undef, dbname => $demo, file => source_file("examples/bac_kan/$_.sql")) for qw(schema data register);
my $report = (program('psql', qw(-X -q -P pager=off -d), $demo, '-f', source_file('examples/bac_kan/report.sql')))[0];

my %count;
for my $name ('README.md', 'README.vi.md')
{
	my @blocks = blocks(source_file($name));
	my $database = create_database('readme_test');
	query('CREATE EXTENSION poverty_ext', dbname => $database);
	while (my $block = shift @blocks)
	{
		my ($language, $text, $line) = @$block;
		if ($language eq 'sql')
		{
			next if $text =~ /^CREATE EXTENSION poverty_ext;\s*$/;
			my $expected = @blocks && $blocks[0][0] eq 'text' ? (shift @blocks)->[1] : '';
			is(normalised(printed($database, $text)), normalised($expected), "$name, line $line: prints what it says");
			$count{$name}++;
		}
		elsif ($language eq 'text')
		{
			ok(index(normalised($report), normalised($text)) >= 0, "$name, line $line: stands in the report");
			$count{$name}++;
		}
	}
	drop_database($database);
}
cmp_ok($count{'README.md'}, '>=', 5, 'README.md has examples');
is($count{'README.vi.md'}, $count{'README.md'}, 'and README.vi.md has as many');

drop_database($demo);
done_testing();
