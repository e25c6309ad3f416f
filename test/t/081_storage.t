# SPDX-License-Identifier: PostgreSQL
# Stored values are what doc/storage.md says: test/independent/stored_values.py, which uses nothing of poverty_ext, reads the
# demo's values from binary and from text forms and finds the figures that SQL reads from them.

use strict;
use warnings;
use File::Temp qw(tempdir);
use PovertyTest;
use Test::More;

if (system('python3 -c "import sys; sys.exit(sys.version_info < (3, 8))" >/dev/null 2>&1') != 0)
{
	plan skip_all => 'no python3 (3.8) here';
}
my $directory = tempdir(CLEANUP => 1);
my $db = create_database('storage');
query('CREATE EXTENSION poverty_ext', dbname => $db);
psql(undef, dbname => $db, file => source_file("examples/bac_kan/$_.sql")) for qw(schema data register);

# A value of each type for each ward and year, and others with weights and incomes that take all of the format.
query(<<'SQL', dbname => $db);
SET search_path = public, bac_kan;
CREATE TABLE made AS SELECT i % 3 AS g, i % 24 AS psu, 1 + i % 4 AS before, 1 + (i / 4) % 4 AS after, (i % 7 = 0)::int * -1e5 + exp(i % 41 - 15) AS x, exp(i % 13 - 5) AS w,
	ARRAY[i % 2 = 0, i % 3 = 0, i % 5 = 0] AS deprived FROM generate_series(1, 3000) i;
CREATE TABLE stored AS
SELECT unit_code || ' ' || review_year AS key, poverty_summary(income, 700000, members) AS poverty_summary, income_distribution(income, members) AS income_distribution,
	income_distribution(income, members, 50) AS bounded, inequality_summary(income, members) AS inequality_summary, NULL::mpi_summary AS mpi_summary,
	NULL::transition_matrix AS transition_matrix, NULL::survey_design AS survey_design, NULL::survey_line AS survey_line, NULL::poverty_estimate AS line_estimate,
	NULL::poverty_estimate AS estimate, NULL::poverty_estimate AS replicated FROM household_review GROUP BY unit_code, review_year
UNION ALL
SELECT 'made ' || g, poverty_summary(x, 3, w), income_distribution(x, w), income_distribution(x, w, 20), inequality_summary(greatest(x, 0), w),
	mpi_summary(deprived, '{0.5,0.25,0.3}', 0.4, w), transition_matrix(before, after, 4, w),
	survey_design(before, psu || ' là mã', 0.1 * before), survey_line(x, 0.6, w, before, psu), relative_poverty_line_estimate(x, 0.6, w, before, psu),
	mean_estimate(x, w, before, psu, (SELECT survey_options(keep_totals => true, design => survey_design(before, psu, 0.1 * before)) FROM made)),
	mean_replicates(x, w, ARRAY[w * (psu % 2), w * (1 + psu % 4), w], survey_options(keep_totals => true, design => replicate_design('jkn', rscales => '{0.5,0.25,2}', mse => g = 0)))
FROM made GROUP BY g
UNION ALL SELECT 'negative', poverty_summary(-1, 3), income_distribution(-1.5), income_distribution(-1.5, 1, 1), NULL, mpi_summary('{t}'::boolean[], '{1}', 1), transition_matrix(1, 2, 2), NULL, NULL, NULL, NULL, NULL;
SQL

# The same figures by SQL, as doubles in their shortest form.
my %figures = (
	poverty_summary => 'observations(v), population(v), headcount_ratio(v), poverty_gap(v), poverty_severity(v), total_shortfall(v)',
	income_distribution => "observations(v), (v::jsonb->>'points'), gini(v)",
	inequality_summary => 'observations(v), NULL, mean_income(v), generalized_entropy(v, 2)',
	mpi_summary => 'observations(v), NULL, mpi_headcount(v), mpi(v)',
	transition_matrix => "observations(v), transition_classes(v), array_to_string(transition_counts(v), '|')",
	bounded => "observations(v), (v::jsonb->>'points'), (weighted_quantile_bounds(v, 0)).lower, (weighted_quantile_bounds(v, 1)).upper",
	survey_design => 'survey_psus(v), survey_strata(v)', survey_line => 'survey_line_value(v), std_error(line_estimate)', estimate => 'estimate(v), std_error(v)', replicated => 'estimate(v), std_error(v)');
# What is read of a column, where that is not a value of the type that gives it its name.
my %read = (bounded => ['income_distribution', 'v'], estimate => ['survey_totals', 'totals(v)'], replicated => ['survey_totals', 'totals(v)']);

sub close_enough
{
	my ($got, $expected) = @_;
	return $got eq $expected || $expected eq '' || ($got =~ /^-?[0-9]/ && $expected =~ /^-?[0-9]/ && abs($got - $expected) <= 4e-15 * abs($expected) + 1e-15);
}

for my $column (sort keys %figures)
{
	my ($type, $v) = @{ $read{$column} // [$column, 'v'] };
	my $from = "FROM (SELECT *, $column AS v FROM stored WHERE NOT $column IS NULL) s ORDER BY key COLLATE \"C\"";
	for my $form ('binary', 'text')
	{
		my ($name, $value) = $form eq 'binary' ? ("'$type'", $v) : ("'text of $type'", "$v\:\:text");
		my $copied = "$directory/$column.$form";
		psql(<<"SQL", dbname => $db);
\\copy (SELECT key, $name, $value $from) TO '$copied' (FORMAT binary)
SQL
		my $script = source_file('test/independent/stored_values.py');
		my @read = split /\n/, `python3 '$script' '$copied'`;
		is($?, 0, "$column, $form form: every byte is where the specification says");
		my @expected = split /\n/, query(<<"SQL", dbname => $db);
SELECT key, $name, $figures{$column} $from
SQL
		cmp_ok(scalar @read, '>', 0, 'there are values');
		my @wrong;
		for my $i (0 .. ($#read > $#expected ? $#read : $#expected))
		{
			my @got = split /\|/, $read[$i] // '', -1;
			my @expected_of_row = split /\|/, $expected[$i] // '', -1;
			push @wrong, "$read[$i] and $expected[$i]"
				if @got != @expected_of_row || grep { !close_enough($got[$_], $expected_of_row[$_]) } 0 .. $#got;
		}
		is(join("\n", @wrong[0 .. ($#wrong > 4 ? 4 : $#wrong)]), '', "$column, $form form: " . @read . ' values give the figures that SQL reads');
	}
}

# The example of the specification.
my $specification = do { open(my $handle, '<', source_file('doc/storage.md')) or die $!; local $/; <$handle> };
my ($example) = $specification =~ /```text\n(01 06 .*?)```/s;
is(query('SELECT poverty_summary(1, 2, 1)', dbname => $db), $example =~ s/\s//gr, 'the example of doc/storage.md');

# One digit changed is not read.
my $text = query("SELECT poverty_summary FROM stored ORDER BY key LIMIT 1", dbname => $db);
substr($text, 60, 1) = substr($text, 60, 1) eq '0' ? '1' : '0';
my (undef, $error) = psql("SELECT '$text'::poverty_summary", dbname => $db);
like($error, qr/22P03/, 'a changed digit is an error');

drop_database($db);
done_testing();
