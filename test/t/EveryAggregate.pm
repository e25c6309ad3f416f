# SPDX-License-Identifier: PostgreSQL
package EveryAggregate;

# Every aggregate of the extension, one line a form, over a table that has the columns they take. The tests that hold one
# plan against another (030, 070), one server against three (045) and one node against a cluster (046) share them, and
# test that the lists are complete: that aggregates_sql() finds what listed_aggregates() gives.

use strict;
use warnings;
use Exporter 'import';

our @EXPORT = qw(draw_sql sample_sql survey_sample_sql aggregates_sql listed_aggregates %aggregate %survey_aggregate %survey_choice);

# The functions that draw the numbers of both samples.
sub draw_sql
{
	return <<'SQL';
-- a synthetic register: numbers drawn by a hash of the row's number
CREATE FUNCTION draw(id int, what text) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE
	RETURN ('x' || substr(md5(id::text || what), 1, 8))::bit(32)::bigint / 4294967296.0::float8;
CREATE FUNCTION weight(id int, what text) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE
	RETURN (draw(id, what) + 0.1) * 10.0::float8 ^ floor(draw(id, what || 'e') * 20 - 10);
SQL
}

# sample_sql('table', $rows): a register for the aggregates of all rooms but survey.
sub sample_sql
{
	my ($table, $rows) = @_;
	return <<"SQL";
CREATE TABLE $table AS
SELECT id, id % 13 AS area,
	total * draw(id, 'poor') AS poor, total, draw(id, 'is') < 0.2 AS is_poor, weight(id, 'w') AS w,
	CASE WHEN draw(id, 'c') < 0.9 THEN draw(id, 'c') < 0.5 END AS covered, draw(id, 'e') < 0.7 AS entitled,
	weight(id, 's') - 1 AS spent, weight(id, 'p') AS planned,
	CASE WHEN id % 50 <> 0 THEN (enum_range(NULL::poverty_transition))[1 + floor(draw(id, 't') * 9)::int] END AS event,
	weight(id, 'b') AS w_before, weight(id, 'a') AS w_after,
	(enum_range(NULL::poverty_status))[1 + floor(draw(id, 'sb') * 5)::int] AS s_before, (enum_range(NULL::poverty_status))[1 + floor(draw(id, 'sa') * 5)::int] AS s_after,
	draw(id, 'e1') < 0.3 AS ever1, draw(id, 'e2') < 0.3 AS ever2, 1 + floor(draw(id, 'c1') * 7) AS class1, 1 + floor(draw(id, 'c2') * 7) AS class2,
	ARRAY[x, x * draw(id, 'x2'), x * 3 * draw(id, 'x3')] AS xs, ARRAY[draw(id, 'p1') < 0.5, draw(id, 'p2') < 0.5, draw(id, 'p3') < 0.5] AS poors,
	transition_matrix_final(transition_matrix_transition(NULL, 1 + floor(draw(id, 'c1') * 7), 2, 7, weight(id, 'w'))) AS moves,
	x, x * (0.2 + 1.6 * draw(id, 'z')) AS z, poverty_summary_final(poverty_summary_transition(NULL, x, x * 1.1, weight(id, 'w'))) AS stored,
	deprivation_array(m, 12) AS d, translate(deprivation_array(m, 12)::text, 'tf{},', '10')::bit(12) AS b, m, ARRAY(SELECT draw(id, 'g' || j) * (m >> j & 1) FROM generate_series(0, 11) j) AS g,
	ARRAY[NULLIF(draw(id, 'g'), 0), CASE WHEN draw(id, 'h') < 0.9 THEN draw(id, 'i') END] AS ng,
	ARRAY[NULLIF(draw(id, 'g') < 0.5, draw(id, 'h') < 0.1)] AS n, draw(id, 'r') < 0.2 AS r, draw(id, 's') < 0.2 AS s, CASE WHEN draw(id, 'l') < 0.8 THEN draw(id, 'l') < 0.2 END AS l,
	mpi_summary_transition(NULL, m, array_fill(1, ARRAY[12]), 0.25, weight(id, 'w')) AS stored_mpi,
	income_distribution_final(distribution_transition(NULL, x, weight(id, 'w'))) AS stored_distribution,
	inequality_summary_final(inequality_summary_transition(NULL, x, weight(id, 'w'))) AS stored_inequality
FROM generate_series(1, $rows) id, LATERAL (SELECT weight(id, 'total') AS total, weight(id, 'x') AS x, floor(draw(id, 'm') * 4096)::bigint AS m) t;
SQL
}

# survey_sample_sql('table', $rows): a sample for those of room survey; and design(), line() and the like, constants of
# every plan: immutable, so that each is computed once.
sub survey_sample_sql
{
	my ($table, $rows) = @_;
	return <<"SQL";
CREATE TABLE $table AS
SELECT id, id % 13 AS area, x, x * (0.2 + 1.6 * draw(id, 'z')) AS z, weight(id, 'w') AS w, draw(id, 'p') < 0.2 AS p,
	ARRAY[draw(id, 'a') < 0.3, draw(id, 'b') < 0.3, draw(id, 'c') < 0.3] AS d,
	ARRAY[weight(id, 'r1'), 0, weight(id, 'r3')] AS r, id % 211 AS psu, (id % 211) % 7 AS stratum,
	'u' || (id % 211) AS psu_text, ((id % 211) % 7)::numeric AS stratum_numeric,
	survey_design_final(survey_design_transition(NULL, (id % 211) % 7, id % 211)) AS stored
FROM generate_series(1, $rows) id, LATERAL (SELECT round((10 * (1 + draw(id, 'x')) ^ 3)::numeric, 1)::float8 AS x) t;
CREATE FUNCTION design() RETURNS survey_design LANGUAGE sql IMMUTABLE PARALLEL SAFE
	RETURN (SELECT survey_design(stratum, psu, 0.1) FROM $table);
CREATE FUNCTION keeping() RETURNS survey_design LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN survey_options(keep_totals => true, convention => 'convey', design => design());
CREATE FUNCTION text_design() RETURNS survey_design LANGUAGE sql IMMUTABLE PARALLEL SAFE
	RETURN (SELECT survey_options(ci => 'woodruff', design => survey_design(stratum_numeric, psu_text)) FROM $table);
CREATE FUNCTION line() RETURNS survey_line LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (SELECT survey_line(x, 0.6, w, stratum, psu) FROM $table);
CREATE FUNCTION replicates() RETURNS survey_design LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN replicate_design('brr');
CREATE FUNCTION line_of_replicates() RETURNS survey_line LANGUAGE sql IMMUTABLE PARALLEL SAFE
	RETURN (SELECT survey_line_replicates(x, 0.6, w, ARRAY[r[1], w, r[3]], survey_options(keep_totals => true, design => replicate_design('jk1'))) FROM $table);
SQL
}

# Every aggregate that the extension declares, by the names of its arguments.
sub aggregates_sql
{
	return <<'SQL';
SELECT signature FROM (SELECT format('%s(%s)', p.proname, array_to_string(p.proargnames, ', ')) FROM pg_proc p
	JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e' JOIN pg_extension e ON e.oid = d.refobjid AND e.extname = 'poverty_ext'
	WHERE p.prokind = 'a') v(signature) ORDER BY signature COLLATE "C"
SQL
}

# One line per aggregate: its name and an expression that shows the bits of its result.
our %aggregate = (
	'poverty_rate(poor, total)' => 'float8send(poverty_rate(poor, total))',
	'poverty_rate(is_poor)' => 'float8send(poverty_rate(is_poor))',
	'poverty_rate(is_poor, weight)' => 'float8send(poverty_rate(is_poor, w))',
	'coverage_rate(covered, entitled)' => 'float8send(coverage_rate(covered, entitled))',
	'coverage_rate(covered, entitled, weight)' => 'float8send(coverage_rate(covered, entitled, w))',
	'coverage_unrecorded(covered, entitled)' => 'coverage_unrecorded(covered, entitled)',
	'coverage_unrecorded(covered, entitled, weight)' => 'coverage_unrecorded(covered, entitled, w)',
	'disbursement_rate(spent, planned)' => 'float8send(disbursement_rate(spent, planned))',
	'poverty_summary(income, line)' => 'poverty_summary(x, z)',
	'poverty_summary(income, line, weight)' => 'poverty_summary(x, z, w)',
	'merge(summary)' => 'merge(stored)',
	'fgt(income, line, alpha)' => 'float8send(fgt(x, z, 1.5))',
	'fgt(income, line, alpha, weight)' => 'float8send(fgt(x, z, 1.5, w))',
	'prosperity_gap(income, prosperity_standard)' => 'float8send(prosperity_gap(x, z))',
	'prosperity_gap(income, prosperity_standard, weight)' => 'float8send(prosperity_gap(x, z, w))',
	'poverty_flow(transition)' => 'record_send(poverty_flow(event))',
	'poverty_flow(transition, of_status)' => q{record_send(poverty_flow(event, 'near_poor'))},
	'poverty_flow(transition, weight_before, weight_after)' => 'record_send(poverty_flow(event, w_before, w_after))',
	'poverty_flow(transition, weight_before, weight_after, of_status)' =>
		q{record_send(poverty_flow(event, w_before, w_after, 'near_poor'))},
	'poverty_flows(before, after, ever_poor_before, ever_near_poor_before)' => 'record_send(poverty_flows(s_before, s_after, ever1, ever2))',
	'poverty_flows(before, after, ever_poor_before, ever_near_poor_before, weight_before, weight_after)' =>
		'record_send(poverty_flows(s_before, s_after, ever1, ever2, w_before, w_after))',
	'transition_matrix(before_class, after_class, classes)' => 'transition_matrix(class1, class2, 7)',
	'transition_matrix(before_class, after_class, classes, weight)' => 'transition_matrix(class1, class2, 7, w)',
	'transition_matrix(before, after)' => 'transition_matrix(s_before, s_after)',
	'transition_matrix(before, after, weight)' => 'transition_matrix(s_before, s_after, w)',
	'merge(matrix)' => 'merge(moves)',
	'chronic_headcount(poor, duration_cutoff)' => 'float8send(chronic_headcount(poors, 0.5))',
	'chronic_headcount(poor, duration_cutoff, weight)' => 'float8send(chronic_headcount(poors, 0.5, w))',
	'chronic_poverty(incomes, line, duration_cutoff)' => 'record_send(chronic_poverty(xs, z, 0.6))',
	'chronic_poverty(incomes, line, duration_cutoff, weight)' => 'record_send(chronic_poverty(xs, z, 0.6, w))',
	'transient_poverty(incomes, line, alpha)' => 'record_send(transient_poverty(xs, z, 2))',
	'transient_poverty(incomes, line, alpha, weight)' => 'record_send(transient_poverty(xs, z, 1.5, w))',
	'ravallion_huppi(before, after, alpha)' => 'record_send(ravallion_huppi(stored, merge(stored, stored), 1))',
	'ravallion_huppi(poverty_before, population_before, poverty_after, population_after)' => 'record_send(ravallion_huppi(spent, w_before, planned, w_after))',
);

for my $measure (qw(headcount_ratio poverty_gap poverty_severity watts_index income_gap_ratio mean_shortfall total_shortfall
	poor_population population observations))
{
	my $send = $measure eq 'observations' ? 'int8send' : 'float8send';
	$aggregate{"$measure(income, line)"} = "$send($measure(x, z))";
	$aggregate{"$measure(income, line, weight)"} = "$send($measure(x, z, w))";
}

# Multidimensional poverty: each measure over each form of the deprivations.
my $twelve = "'{1,1,1,2,2,2,1,1,1,3,3,3}', 0.25";
my %deprivations = (deprived => ['d', $twelve], bits => ['b', $twelve], mask => ['m', $twelve], gaps => ['g', $twelve]);
for my $form (keys %deprivations)
{
	my ($column, $parameters) = @{ $deprivations{$form} };
	for my $measure (qw(mpi_summary mpi mpi_headcount mpi_intensity), $form eq 'gaps' ? qw(mpi_gap mpi_severity) : ())
	{
		my ($send, $end) = $measure eq 'mpi_summary' ? ('', '') : ('float8send(', ')');
		$aggregate{"$measure($form, weights, k)"} = "$send$measure($column, $parameters)$end";
		$aggregate{"$measure($form, weights, k, weight)"} = "$send$measure($column, $parameters, w)$end";
	}
}
$aggregate{'merge(mpi_summary)'} = 'merge(stored_mpi)';
$aggregate{'arope_summary(at_risk, deprived, low_work)'} = 'record_send(arope_summary(r, s, l))';
$aggregate{'arope_summary(at_risk, deprived, low_work, weight)'} = 'record_send(arope_summary(r, s, l, w))';
$aggregate{'missing_deprivations(gaps)'} = 'record_send(missing_deprivations(ng))';
$aggregate{'missing_deprivations(deprived)'} = 'record_send(missing_deprivations(n))';

# Rows in order, and entropy: the name, and the parameter where there is one.
for (qw(weighted_median gini income_quintile_share_ratio palma_ratio zenga_index wolfson_polarization hoover_index theil_index mean_log_deviation),
	[weighted_quantile => p => 0.3], [weighted_quantile_low => p => 0.3], [weighted_quantile_cont => p => 0.3], [bottom_share => p => 0.4], [top_share => p => 0.1],
	[relative_poverty_line => share => 0.6], [at_risk_of_poverty_rate => share => 0.6], [relative_median_poverty_gap => share => 0.6],
	[median_poverty_gap => line => 'z'], [sen_index => line => 'z'], [sen_shorrocks_thon_index => line => 'z'],
	[lorenz_curve => n => 10], [generalized_entropy => alpha => 1.5], [atkinson_index => epsilon => 0.5])
{
	my ($index, $parameter, $value) = ref $_ ? @$_ : $_;
	my $send = $index eq 'lorenz_curve' ? 'array_send' : 'float8send';
	my ($name, $call) = defined $parameter ? ("income, $parameter", "x, $value") : ('income', 'x');
	$aggregate{"$index($name)"} = "$send($index($call))";
	$aggregate{"$index($name, weight)"} = "$send($index($call, w))";
}
%aggregate = (%aggregate,
	'concentration_index(y, rank_by)' => 'float8send(concentration_index(spent, planned))',
	'concentration_index(y, rank_by, weight)' => 'float8send(concentration_index(spent, planned, w))',
	'income_distribution(income)' => 'income_distribution(x)',
	'income_distribution(income, weight)' => 'income_distribution(x, w)',
	'income_distribution(income, weight, max_points)' => 'income_distribution(x, w, 100)',
	'merge(distribution)' => 'merge(stored_distribution)',
	'inequality_summary(income)' => 'inequality_summary(x)',
	'inequality_summary(income, weight)' => 'inequality_summary(x, w)',
	'merge(inequality_summary)' => 'merge(stored_inequality)',
	'inequality_decomposition(summary, alpha)' => 'record_send(inequality_decomposition(stored_inequality, 1))',
);

# Room survey.
# The arguments of each index, as they are called and as they are given.
my %index = (
	(map { $_ => ['income', 'x'] } qw(weighted_median income_quintile_share_ratio gini theil_index mean_log_deviation zenga_index
		palma_ratio hoover_index wolfson_polarization)),
	(map { $_ => ['value', 'x'] } qw(mean total)),
	(map { $_ => ['income, line', 'x, z'] } qw(headcount_ratio poverty_gap poverty_severity watts_index income_gap_ratio mean_shortfall
		sen_index sen_shorrocks_thon_index total_shortfall poor_population population)),
	(map { $_ => ['income, share', 'x, 0.6'] } qw(relative_poverty_line at_risk_of_poverty_rate relative_median_poverty_gap poor_median)),
	(map { $_ => ['income, p', 'x, 0.3'] } qw(weighted_quantile quantile_share_ratio bottom_share top_share)),
	(map { $_ => ['deprived, weights, k', "d, '{1,2,3}', 0.4"] } qw(mpi mpi_headcount mpi_intensity)),
	(map { $_ => ['deprived, weights, k, indicator', "d, '{1,2,3}', 0.4, 2"] } qw(mpi_censored_headcount mpi_uncensored_headcount mpi_contribution)),
	median_poverty_gap => ['income, line', 'x, 20'],
	ratio => ['numerator, denominator', 'x, z'],
	poverty_rate => ['is_poor', 'p'],
	coverage_rate => ['covered, entitled', 'p, d[1]'],
	prosperity_gap => ['income, prosperity_standard', 'x, 28'],
	concentration_index => ['y, rank_by', 'z, x'],
	entropy_within => ['income, alpha, subgroup', 'x, 2, psu_text'],
	entropy_between => ['income, alpha, subgroup', 'x, 1, stratum'],
	fgt => ['income, line, alpha', 'x, z, 1.5'],
	generalized_entropy => ['income, alpha', 'x, 2'],
	atkinson_index => ['income, epsilon', 'x, 0.5'],
);
our %survey_aggregate = (
	'survey_design(stratum, psu)' => 'survey_design(area, psu_text)',
	'survey_design(stratum, psu, fpc)' => 'survey_design(stratum, psu, 0.25)',
	'merge(design)' => 'merge(stored)',
);
# Each form without a design takes its group for the whole sample: one stratum, a unit a row.
for my $name (keys %index)
{
	my ($called, $given) = @{ $index{$name} };
	$survey_aggregate{"${name}_estimate($called, weight, stratum, psu)"} = "record_send(${name}_estimate($given, w, 'all', id))";
	$survey_aggregate{"${name}_estimate($called, weight, stratum, psu, design)"} = "record_send(${name}_estimate($given, w, stratum, psu, design()))";
	$survey_aggregate{"${name}_replicates($called, weight, replicate_weights, design)"} = "record_send(${name}_replicates($given, w, r, replicates()))";
}
for my $name (qw(headcount_ratio poverty_gap poverty_severity watts_index median_poverty_gap fgt))
{
	my ($called, $given) = $name eq 'fgt' ? (', alpha', ', 1.5') : ('', '');
	$survey_aggregate{"${name}_estimate(income, estimated_line$called, weight, stratum, psu)"} =
		"record_send(${name}_estimate(x, line()$given, w, stratum, psu))";
	$survey_aggregate{"${name}_replicates(income, estimated_line$called, weight, replicate_weights)"} =
		"record_send(${name}_replicates(x, line_of_replicates()$given, w, r))";
}
for my $name (qw(survey_line survey_line_of_mean))
{
	$survey_aggregate{"$name(income, share, weight, stratum, psu)"} = "$name(x, 0.5, w, stratum, psu_text)";
	$survey_aggregate{"${name}_replicates(income, share, weight, replicate_weights, design)"} = "${name}_replicates(x, 0.5, w, ARRAY[r[1], w, r[3]], replicates())";
	$survey_aggregate{"$name(income, share, weight, stratum, psu, design)"} = "$name(x, 0.5, w, stratum, psu, design())";
}
# What options change: totals that are kept, the conventions of convey, codes that are text, Woodruff's intervals.
our %survey_choice = (
	(map { ("$_, totals" => "record_send(${_}_estimate($index{$_}[1], w, stratum, psu, keeping()))") }
		qw(mean gini zenga_index palma_ratio concentration_index entropy_within sen_index sen_shorrocks_thon_index relative_median_poverty_gap income_quintile_share_ratio bottom_share)),
	'totals of replicates' => "record_send(gini_replicates(x, w, r, survey_options(keep_totals => true, design => replicate_design('acs'))))",
	'Woodruff, text' => 'record_send(weighted_quantile_estimate(x, 0.3, w, stratum_numeric, psu_text, text_design()))',
);

# What aggregates_sql() must give.
sub listed_aggregates { return join "\n", sort keys %aggregate, keys %survey_aggregate; }

1;
