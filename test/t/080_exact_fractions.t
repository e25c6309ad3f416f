# SPDX-License-Identifier: PostgreSQL
# Exact sums against exact fractions: property/exact_fractions.py draws rows and works out in fractions what must come of
# them; here the same rows, shuffled, are summed in one step, by moving windows, and by summaries of random parts that are merged
# in random trees, and every bit is compared.

use strict;
use warnings;
use File::Temp qw(tempdir);
use PovertyTest;
use Test::More;

my $script = source_file('test/property/exact_fractions.py');
if (system('python3 -c "" >/dev/null 2>&1') != 0)
{
	plan skip_all => 'no python3 here';
}
my $directory = tempdir(CLEANUP => 1);
system("python3 '$script' rows >$directory/rows") == 0 or die "$script rows failed";
my $expected = `python3 '$script' results`;
chomp $expected;
is(scalar(split /\n/, $expected), 120, 'python worked out 120 groups');

my $db = create_database('exact_fractions');
query(<<"SQL", dbname => $db);
CREATE EXTENSION poverty_ext;
CREATE TABLE drawn (g int, part int, subpart int, x float8, z float8, w float8, spent float8, planned float8);
\\copy drawn FROM '$directory/rows'
SQL

my $rate = 'float8send(disbursement_rate(spent, planned))';

# what a summary is read as
sub readings
{
	my ($summary) = @_;
	return join(', ', "observations($summary)", map { "float8send($_($summary))" }
		qw(population poor_population total_shortfall headcount_ratio poverty_gap poverty_severity income_gap_ratio mean_shortfall));
}

for my $seed (1 .. 5)
{
	my $shuffled = "SELECT setseed(0.$seed); CREATE TEMP TABLE shuffled AS SELECT * FROM drawn ORDER BY random();";
	my $got = query($shuffled . 'SELECT g, ' . readings('x, z, w') . ", $rate FROM shuffled GROUP BY g ORDER BY g", dbname => $db);
	is($got =~ s/^\n//r, $expected, "shuffle $seed: in one step");

	# leaves are random parts, merged in random order into parts, those into groups
	my $merged = query($shuffled . <<"SQL", dbname => $db);
SELECT g, @{[ readings('s') ]}, rate
FROM (SELECT g, merge(s) AS s FROM (SELECT g, merge(s) AS s FROM (
		SELECT g, (part + floor(random() * 3)::int) % 8 AS part, poverty_summary(x, z, w) AS s FROM shuffled GROUP BY g, 2, subpart ORDER BY random()) leaves
	GROUP BY g, part ORDER BY random()) parts GROUP BY g) groups
JOIN (SELECT g, $rate AS rate FROM shuffled GROUP BY g) rates USING (g) ORDER BY g
SQL
	is($merged =~ s/^\n//r, $expected, "shuffle $seed: summaries of random parts, merged as a random tree");
}

# A chain of merges of two, and what subtract() leaves when each part is taken out of the whole.
is(query(<<"SQL", dbname => $db), 't|t', 'merge(a, b) in a chain, and subtract(a, b), are the same values');
WITH parts AS (SELECT g, part, poverty_summary(x, z, w) AS s FROM drawn GROUP BY g, part),
whole AS (SELECT g, poverty_summary(x, z, w) AS s FROM drawn GROUP BY g),
rest AS (SELECT p.g, p.part, poverty_summary(x, z, w) AS s FROM parts p JOIN drawn d ON d.g = p.g AND d.part <> p.part WHERE p.s IS NOT NULL GROUP BY p.g, p.part)
SELECT bool_and(merge(p.s, r.s) = w.s), bool_and(subtract(w.s, p.s) = r.s AND subtract(w.s, r.s)::text::poverty_summary = p.s)
FROM parts p JOIN rest r USING (g, part) JOIN whole w USING (g) WHERE r.s IS NOT NULL AND p.s IS NOT NULL
SQL

# All rows of all groups pass through one moving window, in and out.
is(query(<<"SQL", dbname => $db), 't|t', 'a moving window over two groups that held all earlier ones before');
SELECT bool_and(moving IS NOT DISTINCT FROM direct), count(*) = (SELECT count(DISTINCT g) FROM drawn)
FROM (SELECT DISTINCT ON (g) g, poverty_summary(x, z, w) OVER (ORDER BY g RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) AS moving FROM drawn) m
JOIN LATERAL (SELECT poverty_summary(x, z, w) AS direct FROM drawn d WHERE d.g IN (m.g - 1, m.g)) d ON true
SQL

drop_database($db);
done_testing();
