# SPDX-License-Identifier: PostgreSQL
# The demo's own files: every published figure is met by the figure computed from the register, and the comparison
# notices when one household is changed.

use strict;
use warnings;
use Test::More;
use PovertyTest;

create_database('demo');
my %demo = (dbname => 'demo');
sql_ok('CREATE EXTENSION poverty_ext', 'the extension installs', %demo);
for my $file (qw(schema data register report survey))
{
	sql_ok(undef, "$file.sql runs", %demo, file => source_file("examples/bac_kan/$file.sql"));
}

my $count = 'SELECT count(*) FROM bac_kan.published_against_computed';
sql_ok(undef, 'check.sql: constraints hold, and each of 44 changes is noticed as worked out by hand', %demo, file => source_file('examples/bac_kan/check.sql'));
cmp_ok(query($count, %demo), '>=', 25, 'at least 25 published figures are compared');
is(query('SELECT * FROM bac_kan.published_against_computed WHERE equal IS NOT TRUE', %demo), '', 'every one is equal');

# The forms: those of the office are sound; of the printed ones the misprint is found; and one more move in one form,
# with an end that balances it, is noticed beside the other form, the city's sum and the result.
my $findings = q{SELECT count(*) FROM bac_kan.filed_flow; SELECT count(*) FROM bac_kan.filed_result;
	SELECT count(*) FROM form_findings(published_flows('bac_kan.filed_flow'), published_results('bac_kan.filed_result'))};
is(query($findings, %demo), "36\n36\n0", 'the filed forms, 9 areas, both lists and both units, have no finding');
is(query(q{SELECT area, defect, item, printed, expected FROM flow_findings(published_flows('bac_kan.printed_flow'))}, %demo),
	'Huyền Tụng|digits_transposed|end_count|96|69', 'and of the printed ones the misprint alone');
is(query(q{BEGIN; UPDATE bac_kan.flow_form SET escaped_to_near_poor = escaped_to_near_poor + 1, end_count = end_count + 1
	WHERE form_of = 'near_poor' AND unit_code = '01846' AND counted_in = 'households';
	SELECT string_agg(defect || ' ' || item, ', ' ORDER BY defect, item) FROM form_findings(published_flows('bac_kan.filed_flow'), published_results('bac_kan.filed_result')); ROLLBACK}, %demo),
	'forms_disagree end_count, forms_disagree escaped_to_near_poor, total_not_sum end_count, total_not_sum escaped_to_near_poor', 'a move that one form alone has is noticed');

# The tables of deprivations, counted again in plain SQL from the communes' own decisions: 2 years, 9 areas, 2 categories
# and 10 indicators; then the same from the table, where each ward's numbers add up to the city's.
is(query(<<'SQL', %demo), '360|0', 'deprivations by area: the counts and percentages of plain SQL');
WITH counted AS (
	SELECT a.code AS area_code, r.review_year, r.category AS status, i.position, count(*) AS households, count(*) FILTER (WHERE r.deprived[i.position]) AS lacking,
		round(100.0 * count(*) FILTER (WHERE r.deprived[i.position]) / count(*), 2) AS percent
	FROM bac_kan.household_review r CROSS JOIN LATERAL (VALUES (r.unit_code), ('058')) a(code) CROSS JOIN generate_series(1, 10) i(position)
	WHERE r.category IN ('poor', 'near_poor')
	GROUP BY 1, 2, 3, 4
)
SELECT count(*), count(*) FILTER (WHERE (c.households, c.households, c.lacking, c.percent) IS DISTINCT FROM (d.households, d.surveyed, d.lacking, percent(d.share)))
FROM counted c FULL JOIN bac_kan.area_deprivation d USING (area_code, review_year, status, position)
SQL
is(query(q{SELECT count(*) FROM (SELECT review_year, status, position, sum(lacking) FILTER (WHERE area_code <> '058') AS wards, sum(lacking) FILTER (WHERE area_code = '058') AS city
	FROM bac_kan.area_deprivation GROUP BY 1, 2, 3) v WHERE wards <> city}, %demo), 0, 'and the wards add up to the city');

# The sample: 100 households of each of 8 wards, of 10 groups; their rates with errors are those of plain SQL, with the
# variance of each ward's 10 totals and the share of its groups that were drawn.
is(query(<<'SQL', %demo), '8|8', 'the sample: rates and errors by ward are those of plain SQL');
WITH ward AS (
	SELECT unit_code, sum(weight * below_standard::int) / sum(weight) AS rate, sum(weight) AS households, max(fraction) AS fraction
	FROM bac_kan.household_sampled WHERE review_year = 2018 GROUP BY 1 HAVING count(*) = 100 AND count(DISTINCT cluster) = 10
), by_hand AS (
	SELECT unit_code, rate, sqrt((1 - fraction) * 10 * var_samp(t)) AS error
	FROM (SELECT unit_code, rate, ward.fraction, cluster, sum(weight * (below_standard::int - rate) / households) AS t
		FROM bac_kan.household_sampled JOIN ward USING (unit_code) WHERE review_year = 2018 GROUP BY 1, 2, 3, cluster) v GROUP BY 1, 2, fraction
), ours AS (
	SELECT unit_code, poverty_rate_estimate(below_standard, weight, unit_code, cluster, (SELECT survey_design(unit_code, cluster, fraction) FROM bac_kan.household_sample)) AS e
	FROM bac_kan.household_sampled WHERE review_year = 2018 GROUP BY 1
)
SELECT count(*), count(*) FILTER (WHERE abs(estimate(e) - rate) < 1e-12 AND abs(std_error(e) - error) < 1e-12) FROM ours JOIN by_hand USING (unit_code)
SQL

# One poor household of 2018 earns enough not to be; then, one that escaped did not.
my %change = (
	'one poor household less' => q{
		UPDATE bac_kan.household_review SET income = income + 5000000 WHERE (household_id, review_year) =
			(SELECT household_id, review_year FROM bac_kan.household_review WHERE review_year = 2018 AND category = 'poor'
			 ORDER BY household_id LIMIT 1)},
	'one poor household more' => q{
		UPDATE bac_kan.household_review SET income = 100000 WHERE (household_id, review_year) =
			(SELECT household_id, review_year FROM bac_kan.household_review WHERE review_year = 2018 AND category <> 'poor'
			 ORDER BY household_id LIMIT 1)},
);
for my $what (sort keys %change)
{
	my $out = query("BEGIN; WITH changed AS ($change{$what} RETURNING 1) SELECT count(*) FROM changed; $count WHERE equal IS NOT TRUE; ROLLBACK", %demo);
	my ($changed, $unequal) = split /\n/, $out;
	is($changed, 1, "$what: one row is changed");
	cmp_ok($unequal, '>', 0, "$what makes a row unequal");
}
is(query("$count WHERE equal IS NOT TRUE", %demo), 0, 'and without the change every row is equal again');

drop_database('demo');
done_testing();
