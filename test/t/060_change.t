# SPDX-License-Identifier: PostgreSQL
# Room change against independent programs: test/independent/*.py make data and say what must be answered, from the
# definitions and in exact fractions where there are no powers; the extension must agree.

use strict;
use warnings;
use File::Temp qw(tempfile);
use PovertyTest;
use Test::More;

# Numbers agree to 12 digits: exact sums are rounded once, but what is made of them is rounded again.
my $tolerance = 1e-12;

sub python
{
	my ($script, $what) = @_;
	open(my $pipe, '-|', 'python3', source_file("test/independent/$script"), $what) or die "python3: $!";
	my $text = do { local $/ = undef; <$pipe> };
	close $pipe or die "$script $what: exit status $?";
	return $text;
}

# What a script expects, by name: a list of rows, each a list of fields.
sub expected
{
	my ($script) = @_;
	my (%answer, $name);
	for my $line (split /\n/, python($script, 'expect'))
	{
		if ($line =~ /^== (.*)/)
		{
			$name = $1;
			$answer{$name} = [];
			next;
		}
		push @{ $answer{$name} }, [split /\|/, $line, -1];
	}
	return %answer;
}

sub field_equals
{
	my ($got, $wanted) = @_;
	return 1 if $got eq $wanted;
	my $number = qr/^-?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/;
	return 0 unless $got =~ $number && $wanted =~ $number;
	my $scale = abs($wanted) > 1 ? abs($wanted) : 1;
	return abs($got - $wanted) <= $tolerance * $scale;
}

# Compares all rows; says the first that differs.
sub rows_are
{
	my ($database, $sql, $wanted, $name) = @_;
	my @got = map { [split /\|/, $_, -1] } split /\n/, query($sql, dbname => $database);
	my $fault = @got == @$wanted ? '' : scalar(@got) . ' rows where ' . scalar(@$wanted) . ' are expected';
	$fault = 'nothing was compared' if !$fault && !@got;
	for my $i ($fault ? () : 0 .. $#got)
	{
		my ($row, $other) = ($got[$i], $wanted->[$i]);
		next if @$row == @$other && !grep { !field_equals($row->[$_], $other->[$_]) } 0 .. $#$row;
		$fault = 'row ' . ($i + 1) . ': ' . join('|', @$row) . ' where ' . join('|', @$other) . ' is expected';
		last;
	}
	ok($fault eq '', "$name (" . scalar(@got) . ' rows)') or diag($fault);
}

sub load
{
	my ($database, $script) = @_;
	my ($handle, $file) = tempfile(UNLINK => 1);
	print $handle python($script, 'data');
	close $handle or die $!;
	sql_ok(undef, "$script: its data load", dbname => $database, file => $file);
}

my $db = create_database('change');
query('CREATE EXTENSION poverty_ext', dbname => $db);

# ---- the panel ----

load($db, 'panel.py');
my %panel = expected('panel.py');
for my $year (2015, 2018, 2021)
{
	for my $unit ('households', 'persons')
	{
		my $weights = $unit eq 'persons' ? ', members_before, members_after' : '';
		rows_are($db, <<SQL, $panel{"flows in $unit $year"}, "poverty_flows: $unit, $year, by ward and whole");
WITH both_reviews AS (
	SELECT b.ward AS unit_before, a.ward AS unit_after, b.status AS before, a.status AS after, b.members AS members_before, a.members AS members_after,
		coalesce(e.poor, false) AS ever_poor, coalesce(e.near_poor, false) AS ever_near_poor
	FROM (SELECT * FROM review WHERE year = $year - 1) b
	FULL JOIN (SELECT * FROM review WHERE year = $year) a USING (household)
	LEFT JOIN (SELECT household, bool_or(status = 'poor') AS poor, bool_or(status = 'near_poor') AS near_poor FROM review WHERE year < $year GROUP BY household) e USING (household)
), forms AS (
	SELECT p.unit, poverty_flows(p.before, p.after, ever_poor, ever_near_poor$weights) AS v
	FROM both_reviews, panel_places(unit_before, unit_after, before, after) p GROUP BY p.unit
	UNION ALL
	SELECT 'all', poverty_flows(before, after, ever_poor, ever_near_poor$weights) FROM both_reviews
)
SELECT unit, f.* FROM forms, flow_forms(v) f WHERE v IS NOT NULL ORDER BY unit, of_status
SQL
	}
}

rows_are($db, <<'SQL', $panel{'transition matrices'}, 'transition_matrix: Shorrocks, shares, population');
SELECT a.year, shorrocks_mobility(m), staying_share(m), upward_share(m), downward_share(m), population(m)
FROM (SELECT a.year, transition_matrix(b.status, a.status, a.members) AS m
	FROM review b JOIN review a ON a.household = b.household AND a.year = b.year + 1 GROUP BY a.year) a ORDER BY 1
SQL
rows_are($db, <<'SQL', $panel{spells}, 'poverty_spell');
SELECT household, year, (s).* FROM (SELECT household, year, poverty_spell(status, year) OVER (PARTITION BY household ORDER BY year) AS s FROM review) v
WHERE s IS NOT NULL ORDER BY household, year
SQL
rows_are($db, <<'SQL', $panel{persistent}, 'persistent_poor');
SELECT household, year, persistent_poor(status = 'poor', make_date(year, 12, 14)) OVER (PARTITION BY household) FROM review ORDER BY household, year
SQL
for my $weight ('', ', household % 7')
{
	my $name = $weight ? 'chronic, weighted' : 'chronic';
	rows_are($db, <<SQL, $panel{$name}, "chronic_poverty: $name");
SELECT cutoff, (c).* FROM (
	SELECT cutoff, chronic_poverty(incomes, 1000, cutoff$weight) AS c
	FROM (SELECT household, array_agg(income ORDER BY year) AS incomes FROM review GROUP BY household) h, unnest('{0.25,0.5,0.75,1}'::float8[]) cutoff
	GROUP BY cutoff) v ORDER BY cutoff
SQL
}
is(query(<<'SQL', dbname => $db), 't', 'chronic_headcount is the headcount of chronic_poverty');
SELECT chronic_headcount(poor, 0.5) = (chronic_poverty(incomes, 1000, 0.5)).chronic_headcount
FROM (SELECT array_agg(income ORDER BY year) AS incomes, array_agg(income < 1000 ORDER BY year) AS poor FROM review GROUP BY household) h
SQL
rows_are($db, <<'SQL', $panel{transient}, 'transient_poverty');
SELECT alpha, (t).* FROM (
	SELECT alpha, transient_poverty(incomes, 1000, alpha) AS t
	FROM (SELECT household, array_agg(income ORDER BY year) AS incomes FROM review GROUP BY household) h, generate_series(0, 3) alpha
	GROUP BY alpha) v ORDER BY alpha
SQL
rows_are($db, <<'SQL', $panel{breaks}, 'yoy_change, yoy_relative_change and yoy_break across a change of standard');
WITH rate AS (
	SELECT ward, year, standard, poverty_rate(status = 'poor') AS rate FROM review WHERE status IS NOT NULL GROUP BY ward, year, standard
), series AS (
	SELECT * FROM rate UNION ALL SELECT ward, year, 'VN-2022', rate * 1.5 FROM rate WHERE year = 2018
)
SELECT ward, year, standard, yoy_change(rate, year, standard) OVER w, yoy_relative_change(rate, year, standard) OVER w, yoy_break(rate, year, standard) OVER w
FROM series WINDOW w AS (PARTITION BY ward) ORDER BY ward, year, standard
SQL

# ---- why poverty changed ----

load($db, 'decomposition.py');
my %why = expected('decomposition.py');
query(<<'SQL', dbname => $db);
CREATE TABLE kept AS SELECT area, poverty_summary(income, 1000, weight) FILTER (WHERE year = 0) AS s0, poverty_summary(income, 1000, weight) FILTER (WHERE year = 1) AS s1
FROM survey GROUP BY area;
CREATE TABLE year AS SELECT year, income_distribution(income, weight) AS d FROM survey GROUP BY year;
CREATE TABLE kept_mean AS SELECT area, year, sum(weight) AS population, sum(weight * income) / sum(weight) AS mean FROM survey GROUP BY area, year;
SQL
rows_are($db, <<'SQL', $why{ravallion_huppi}, 'ravallion_huppi over stored summaries');
SELECT alpha, (r).* FROM (SELECT alpha, ravallion_huppi(s0, s1, alpha) AS r FROM kept, generate_series(0, 2) alpha GROUP BY alpha) v ORDER BY alpha
SQL
rows_are($db, <<'SQL', $why{ravallion_huppi}, 'ravallion_huppi over rates and populations');
SELECT alpha, (r).* FROM (SELECT alpha, ravallion_huppi(fgt(s0, alpha), coalesce(population(s0), 0), fgt(s1, alpha), population(s1)) AS r
	FROM kept, generate_series(0, 2) alpha GROUP BY alpha) v ORDER BY alpha
SQL
rows_are($db, <<'SQL', $why{shapley_by_group}, 'shapley_by_group');
SELECT alpha, g.* FROM generate_series(0, 2) alpha,
	(SELECT array_agg(ROW(area, s0, s1)::group_poverty ORDER BY array_position('{north,south,coast,hills,new}', area)) AS groups FROM kept) k,
	LATERAL (SELECT * FROM shapley_by_group(groups, alpha)) g ORDER BY alpha, array_position('{north,south,coast,hills,new}', name)
SQL
rows_are($db, <<'SQL', $why{datt_ravallion}, 'datt_ravallion: three bases, alpha 0 to 2');
SELECT alpha, base, (c).* FROM (
	SELECT alpha, base, datt_ravallion(a.d, b.d, 1000, 1130, alpha, base) AS c
	FROM year a, year b, generate_series(0, 2) alpha, unnest('{initial,final,shapley}'::text[]) base WHERE a.year = 0 AND b.year = 1) v
ORDER BY alpha, array_position('{initial,final,shapley}', base)
SQL
# Incomes are the decimals nearest to the products, or the products of doubles: whatever the rounding, what is on the line
# is on it. (A line that moves by a product of doubles is no decimal that an income of the first year could be on.)
my @stays = grep { $_->[2] eq 'f' } @{ $why{pure_growth} };
for my $case (['decimals', 'after', '{f,t}', $why{pure_growth}], ['products', 'before * factor', '{f}', \@stays])
{
	my ($name, $grown, $moves, $wanted) = @$case;
	rows_are($db, <<SQL, $wanted, "datt_ravallion: growth alone, with ties at the line, in $name");
SELECT factor, inclusive, moves, base, (c).total, (c).growth, (c).redistribution, (c).line FROM (
	SELECT g.*, inclusive, moves, base, datt_ravallion(d0, d1, CASE WHEN inclusive THEN at_or_below(700000) ELSE 700000 END,
		CASE WHEN inclusive THEN at_or_below(line) ELSE line END, 0, base) AS c
	FROM (SELECT factor, income_distribution(before, weight) AS d0, income_distribution($grown, weight) AS d1 FROM growing GROUP BY factor) g,
		unnest('{f,t}'::boolean[]) inclusive, unnest('$moves'::boolean[]) moves, unnest('{initial,final,shapley}'::text[]) base,
		LATERAL (SELECT (700000 * CASE WHEN moves THEN factor::numeric ELSE 1 END)::float8 AS line) l) v
ORDER BY array_position('{1.1,1.07,0.9,1.25,0.8,1.0000001}', factor), inclusive, moves, array_position('{initial,final,shapley}', base)
SQL
}
is(query(<<'SQL', dbname => $db), 't', 'and what is redistributed is exactly 0');
SELECT bool_and((c).redistribution = 0 AND (c).residual = 0) FROM (
	SELECT datt_ravallion(income_distribution(before, weight), income_distribution(before * factor, weight), at_or_below(700000), at_or_below(700000), 0, base) AS c
	FROM growing, unnest('{initial,final}'::text[]) base GROUP BY factor, base) v
SQL
rows_are($db, <<'SQL', $why{pro_poor_growth}, 'rate_of_pro_poor_growth, beside the growth of the mean');
SELECT line, rate_of_pro_poor_growth(a.d, b.d, line), mean_income(b.d) / mean_income(a.d) - 1
FROM year a, year b, unnest('{400,800,1000,1200}'::float8[]) line WHERE a.year = 0 AND b.year = 1 ORDER BY line
SQL
rows_are($db, <<'SQL', $why{elasticities}, 'growth_elasticity and inequality_elasticity: the formulas are the derivatives');
SELECT alpha, growth_elasticity(d, 1000, alpha), inequality_elasticity(d, 1000, alpha) FROM year, generate_series(0, 2) alpha WHERE year = 0 ORDER BY alpha
SQL
is(query(<<'SQL', dbname => $db), 't', 'growth_elasticity of a stored summary is that of the distribution');
SELECT bool_and(abs(growth_elasticity(s, alpha) / growth_elasticity(d, 1000, alpha) - 1) < 1e-14)
FROM year, (SELECT merge(s0) AS s FROM kept) k, generate_series(1, 2) alpha WHERE year = 0
SQL
rows_are($db, <<'SQL', $why{mld_change}, 'mld_change');
SELECT (c).* FROM (
	SELECT mld_change(array_agg(n0 ORDER BY area), array_agg(m0 ORDER BY area), array_agg(l0 ORDER BY area), array_agg(n1 ORDER BY area), array_agg(m1 ORDER BY area), array_agg(l1 ORDER BY area)) AS c
	FROM (SELECT area, max(population) FILTER (WHERE year = 0) AS n0, max(mean) FILTER (WHERE year = 0) AS m0, max(mld) FILTER (WHERE year = 0) AS l0,
			max(population) FILTER (WHERE year = 1) AS n1, max(mean) FILTER (WHERE year = 1) AS m1, max(mld) FILTER (WHERE year = 1) AS l1
		FROM (SELECT area, year, population, mean, sum(weight * ln(mean / income)) / population AS mld FROM survey JOIN kept_mean USING (area, year) GROUP BY area, year, population, mean) g
		WHERE area <> 'new' GROUP BY area) w) v
SQL
rows_are($db, <<'SQL', $why{mld_change}, 'mld_change over stored summaries');
SELECT (c).* FROM (
	SELECT mld_change(array_agg(ROW(area, s0, s1)::group_inequality)) AS c
	FROM (SELECT area, inequality_summary(income, weight) FILTER (WHERE year = 0) AS s0, inequality_summary(income, weight) FILTER (WHERE year = 1) AS s1
		FROM survey WHERE area <> 'new' GROUP BY area) g) v
SQL

# A comparison that cannot fail would be none: one answer is spoilt.
{
	my @spoilt = map { [@$_] } @{ $panel{transient} };
	$spoilt[0][1] *= 1 + 1e-9;
	ok(!field_equals($panel{transient}[0][1], $spoilt[0][1]), 'a difference of 1e-9 is one');
}

drop_database($db);
done_testing();
