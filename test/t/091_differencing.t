# SPDX-License-Identifier: PostgreSQL
# What a reader of all published views of one register can work out by subtraction: property/differencing.py draws registers
# of two districts and six wards, one of which may go to the other district, and of households of no ward, and from what the
# views show of them, year over year, parent less children, list less list, policy less policy, steps
# less sums, it narrows what is withheld until nothing moves.

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
query(<<"SQL", dbname => $db);
CREATE EXTENSION poverty_ext;
CREATE TABLE household (household_id int, year int, area_code text, status poverty_status, deprived boolean[], served boolean[]);
\\copy household FROM '$directory/rows'
CREATE TABLE area (area_code text, parent_code text);
INSERT INTO area VALUES ('P', NULL), ('D', 'P'), ('E', 'P'), ('f', 'P'), ('a', 'D'), ('b', 'D'), ('c', 'D'), ('d', 'E'), ('e', 'E');
-- in each fourth register c goes to E: these have a table of areas by year, and views of their own
CREATE TABLE area_by_year AS
SELECT y AS year, area_code, CASE WHEN area_code = 'c' AND y % 12 = 1 THEN 'E' ELSE parent_code END AS parent_code FROM area, (SELECT DISTINCT year FROM household WHERE year / 3 % 4 = 0) AS v(y);
CREATE TABLE moved AS SELECT * FROM household WHERE year / 3 % 4 = 0;
DELETE FROM household WHERE year / 3 % 4 = 0;
SQL
# each policy is for those on its lists; area_flow has the figures of area_flow_wide
for (['report', 'household', 'area'], ['report_moved', 'moved', 'area_by_year'])
{
	my ($schema, $rows, $areas) = @$_;
	query(<<"SQL", dbname => $db);
CREATE SCHEMA $schema;
CREATE VIEW $schema.policy AS
SELECT h.year, h.area_code, h.status, p.policy, h.served[p.number] AS covered
FROM $rows AS h JOIN (VALUES ('both', 1, '{poor,near_poor}'::poverty_status[]), ('ofpoor', 2, '{poor}'), ('ofnear', 3, '{near_poor}')) AS p(policy, number, lists) ON h.status = ANY (p.lists)
WHERE h.served IS NOT NULL;
SELECT publish_area_rate('$schema', '$rows', '$areas'), publish_area_flow_wide('$schema', '$rows', '$areas'), publish_deprivation_rate('$schema', '$rows', '$areas'),
	publish_programme_coverage('$schema', '$schema.policy', '$areas'), publish_programme_coverage('$schema', '$schema.policy', '$areas', '{"status": null}', view => 'coverage_without_status');
SQL
}

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
	print $shown query($_, dbname => $db), "\n" for map { ($_, s/report\./report_moved./r) } @_;
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
