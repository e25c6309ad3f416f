# SPDX-License-Identifier: PostgreSQL
# run.sh itself: a name that is no suite must not pass for a run without failures.

use strict;
use warnings;
use PovertyTest;
use Test::More;

for my $suites ('tapp', 'unit tapp', 'unit,regress', 'Unit', ' ')
{
	local $ENV{SUITES} = $suites;
	my $said = qx(bash @{[source_file('test/run.sh')]} 2>&1);
	is($? >> 8, 2, "SUITES=\"$suites\" is an error");
	like($said, qr/^SUITES: .*there are unit, regress and tap$/, 'which says what there is');
}

done_testing();
