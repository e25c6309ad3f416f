# SPDX-License-Identifier: PostgreSQL
# The plots in examples/plots are what their SQL draws from the demo's register now.

use strict;
use warnings;
use Test::More;
use PovertyTest;

create_database('plots');
my %plots = (dbname => 'plots');
sql_ok('CREATE EXTENSION poverty_ext', 'the extension installs', %plots);
for my $file (qw(schema data register))
{
	sql_ok(undef, "$file.sql runs", %plots, file => source_file("examples/bac_kan/$file.sql"));
}
for my $plot (qw(lorenz growth_incidence))
{
	my $drawn = query(undef, %plots, file => source_file("examples/plots/$plot.sql"));
	open(my $handle, '<', source_file("examples/plots/$plot.svg")) or die "$plot.svg: $!";
	my $kept = do { local $/; <$handle> };
	is("$drawn\n", $kept, "$plot.svg is up to date (make plots draws it again)");
	unlike($drawn, qr/NaN|Infinity|=""/, "$plot.svg has a number in every place");
}

drop_database('plots');
done_testing();
