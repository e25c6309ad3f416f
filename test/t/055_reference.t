# SPDX-License-Identifier: PostgreSQL
# doc/reference.md is what doc/reference/page.pl makes of the catalog and the examples; every name has an example; and every
# example prints what it says, those of doc/method.md and doc/scale.md too. The examples' figures are worked out by hand in the sentences above them, or are
# equalities with other functions.

use strict;
use warnings;
use Examples;
use File::Basename qw(basename);
use File::Temp qw(tempfile);
use PovertyTest;
use Test::More;

my $directory = source_file('doc/reference');
my $db = create_database('reference');
query('CREATE EXTENSION poverty_ext', dbname => $db);

my ($handle, $errors) = tempfile(UNLINK => 1);
my $made = `perl '$directory/page.pl' $db 2>'$errors'`;
is($?, 0, 'page.pl works');
my @without = <$handle>;
is(join('', @without), '', 'every name has an example in doc/reference');

open($handle, '<:raw', source_file('doc/reference.md')) or die $!;
my @kept = <$handle>;
close $handle;
my @made = split /^/, $made;
my ($line) = grep { ($kept[$_] // '') ne ($made[$_] // '') } 0 .. ($#made > $#kept ? $#made : $#kept);
is($line, undef, 'doc/reference.md is not stale (make reference)')
	or diag('line ', $line + 1, ' is  ', $kept[$line] // "missing\n", 'and must be  ', $made[$line] // "missing\n");
drop_database($db);

# The examples of a page share their tables, which may be temporary, and so one session.
for my $file ((sort glob "$directory/*.md"), map { source_file("doc/$_.md") } qw(method scale))
{
	my $room = basename($file, '.md');
	next if $room eq 'intro';
	my @blocks = blocks($file);
	my (@sql, @expected);
	while (my $block = shift @blocks)
	{
		next unless $block->[0] eq 'sql';
		push @sql, $block;
		push @expected, @blocks && $blocks[0][0] eq 'text' ? (shift @blocks)->[1] : '';
	}
	my $database = create_database('reference_examples');
	query('CREATE EXTENSION poverty_ext', dbname => $database);
	my $printed = printed($database, join("\\echo next block\n", map { $_->[1] } @sql));
	my @printed = split /^next block\n/m, $printed, -1;
	is(scalar @printed, scalar @sql, "$room: all examples run");
	is(normalised($printed[$_] // ''), normalised($expected[$_]), "$room, line $sql[$_][2]: prints what it says") for 0 .. $#sql;
	drop_database($database);
}
done_testing();
