# SPDX-License-Identifier: PostgreSQL
# What a reader of all published views of one register can work out by subtraction: property/differencing.py draws registers
# of two districts and six wards, one of which may go to the other district, and of households of no ward, and from what the views show of them, year over year, parent less children, list less
# list, policy less policy, steps less sums, it narrows what is withheld until nothing moves.

use strict;
use warnings;
use File::Temp qw(tempdir);
use PovertyTest;
use Test::More;

my $script = source_file('test/property/differencing.py');
if (system('python3 -c "" >/dev/null 2>&1') != 0)
{
	plan skip_all => 'no python3 here';
}
my $directory = tempdir(CLEANUP => 1);
system("python3 '$script' rows >$directory/rows") == 0 or die "$script rows failed";
my $db = create_database('differencing');
# each policy is for those on its lists; area_flow has the figures of area_flow_wide
query(<<"SQL", dbname => $db);
CREATE EXTENSION poverty_ext;
CREATE TABLE household (household_id int, year int, area_code text, status poverty_status, deprived boolean[], served boolean[]);
\\copy household FROM '$directory/rows'
CREATE TABLE area AS
SELECT y AS year, a.code AS area_code, CASE WHEN a.code = 'c' AND y % 12 = 1 THEN 'E' ELSE a.parent END AS parent_code
FROM generate_series(1, 200) AS trial, LATERAL (VALUES (3 * trial), (3 * trial + 1)) AS v(y),
	(VALUES ('P', NULL), ('D', 'P'), ('E', 'P'), ('f', 'P'), ('a', 'D'), ('b', 'D'), ('c', 'D'), ('d', 'E'), ('e', 'E')) AS a(code, parent);
CREATE VIEW policy AS
SELECT h.year, h.area_code, h.status, p.policy, h.served[p.number] AS covered
FROM household AS h JOIN (VALUES ('both', 1, '{poor,near_poor}'::poverty_status[]), ('ofpoor', 2, '{poor}'), ('ofnear', 3, '{near_poor}')) AS p(policy, number, lists) ON h.status = ANY (p.lists)
WHERE h.served IS NOT NULL;
CREATE SCHEMA report;
SELECT publish_area_rate('report', 'household', 'area'), publish_area_flow_wide('report', 'household', 'area'), publish_deprivation_rate('report', 'household', 'area'),
	publish_programme_coverage('report', 'policy', 'area'), publish_programme_coverage('report', 'policy', 'area', '{"status": null}', view => 'coverage_without_status');
SQL

# The figures as year|area|figure|number; number is empty where it is withheld.
my $area_rate = q{SELECT year, area_code, year % 3 || ' ' || v.figure, v.number FROM report.area_rate, LATERAL (VALUES ('households', households), ('poor', poor), ('near', near_poor)) AS v(figure, number);};
my $flow = q{SELECT year, area_code, v.figure, v.number FROM report.area_flow_wide, LATERAL (SELECT replace(of_status, '_poor', '')) AS l(s),
	LATERAL (VALUES ('0 ' || s, start_count), ('1 ' || s, end_count), ('exit ' || s, gross_exit), ('entry ' || s, gross_entry), ('flow poor near', escaped_to_near_poor),
		('flow near poor', fell_from_near_poor), ('flow ' || s || ' rest', escaped_above), ('flow rest ' || s, fell_new)) AS v(figure, number) WHERE counted_in = 'households' AND year % 3 = 1;};
my $deprivation = q{SELECT year, area_code, v.figure, v.number FROM report.deprivation_rate, LATERAL (SELECT replace(status, '_poor', '')) AS l(s),
	LATERAL (VALUES ('listed ' || s, households), ('deprived ' || s || ' ' || indicator, deprived)) AS v(figure, number);};
my $coverage = q{SELECT year, area_code, v.figure, v.number FROM report.programme_coverage, LATERAL (VALUES ('entitled ' || policy, entitled), ('covered ' || policy, covered)) AS v(figure, number);};

# What is known, each as "trial area figure number"; trials, withheld figures of 1 or 2, and how many of these are known.
sub known
{
	open(my $shown, '>', "$directory/shown") or die $!;
	print $shown query($_, dbname => $db), "\n" for @_;
	close $shown or die $!;
	my @lines = split /\n/, `python3 '$script' infer <$directory/shown`;
	die "$script infer failed" if $? != 0;
	return (\@lines, split / /, pop @lines);
}

my ($known, $trials, $withheld, $number) = known($area_rate, $flow, $deprivation, $coverage);
is($trials, 200, '200 registers of two years');
cmp_ok($withheld, '>', 10000, 'more than 10,000 figures of 1 or 2 are withheld');
# of steps the views promise less: of one that is 0 in the whole province each area's is known
is(join("\n", grep { !/ flow / } @$known), '', 'none of a rate, a sum of flows, a deprivation or a policy can be worked out');
cmp_ok(scalar(grep { / flow / } @$known), '<=', $withheld / 10000, 'and of steps 1 in 10,000 at most');

# So it would be if the coverage view did not know who is poor: entitled less near-poor are the poor.
my ($more) = known($area_rate, $flow, $deprivation, $coverage =~ s/programme_coverage/coverage_without_status/r);
cmp_ok(scalar(grep { / 1 poor \d$/ } @$more), '>', 50, 'without the status of the entitled, more than 50 numbers of poor can be');

drop_database($db);
done_testing();
