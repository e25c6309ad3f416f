# SPDX-License-Identifier: PostgreSQL
# Multidimensional poverty against an independent computation: peers/alkire_foster.py works out a made-up data set in
# exact fractions, and every number of it must stand in the expected output of the regression test, digit for digit.

use strict;
use warnings;
use PovertyTest;
use Test::More;

my @measured;
open(my $expected, '<', source_file('expected/deprivation.out')) or die "expected/deprivation.out: $!";
while (my $line = <$expected>)
{
	push @measured, $1 if $line =~ /^ ((?:\d|all) (?:M0|H|A|hd|hdk|pctb) (?:-|\d+) \S+)\s*$/;
}
close $expected;
is(scalar @measured, 132, '3 measures of the whole and 3 of each of 10 indicators, for 3 areas and all');

SKIP:
{
	skip 'no python3 here to compute them again', 1 if system('python3 -c "" >/dev/null 2>&1') != 0;
	my $script = source_file('test/peers/alkire_foster.py');
	my @computed = `python3 '$script'`;
	chomp @computed;
	is_deeply(\@measured, \@computed, 'each is the exact fraction, rounded once');
}

done_testing();
