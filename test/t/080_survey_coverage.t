# SPDX-License-Identifier: PostgreSQL
# Do intervals of 95 % cover 95 %? A synthetic population of 100,000 in 10 strata of 200 clusters of 50, of which 1,000 samples
# are drawn (8 clusters a stratum, with replacement, and 10 persons of each): the share of samples whose interval holds the
# population's figure must be between 93 and 97 %. Intervals that ignore the clusters must fail that, or the test could not.
# The numbers are drawn by a generator with a seed, so that every run is the same.

use strict;
use warnings;
use PovertyTest;
use Test::More;

my $db = create_database('coverage');
query(<<'SQL', dbname => $db);
CREATE EXTENSION poverty_ext;
SET max_parallel_workers_per_gather = 0;
SELECT setseed(0.2016);
-- Incomes are lognormal, about; what people of a cluster share is a fifth of the variance of the logarithm.
CREATE TABLE cluster AS SELECT id, id / 200 AS stratum, 0.02 * (id / 200) + 0.25 * (random() + random() + random() + random() - 2) * sqrt(3) AS level
FROM generate_series(0, 1999) id;
CREATE TABLE person AS SELECT cluster.id * 50 + k AS id, exp(1 + level + 0.5 * (random() + random() + random() + random() - 2) * sqrt(3)) AS x
FROM cluster, generate_series(0, 49) k;
-- Of 50 persons, 10 from a random start in random steps that have no divisor with 50.
CREATE TABLE drawn AS SELECT sample, stratum, draw, (stratum * 200 + floor(random() * 200)::int) * 50 AS first, floor(random() * 50)::int AS start,
	('{1,3,7,9,11,13,17,19}'::int[])[1 + floor(random() * 8)::int] AS step
FROM generate_series(1, 1000) sample, generate_series(0, 9) stratum, generate_series(1, 8) draw;
CREATE TABLE sampled AS SELECT sample, stratum, draw, first + (start + step * k) % 50 AS id FROM drawn, generate_series(0, 9) k;
ALTER TABLE person ADD PRIMARY KEY (id);
ANALYZE;
CREATE TABLE estimates AS SELECT sample,
	headcount_ratio_estimate(x, 2, 125, stratum, draw) AS rate, poverty_gap_estimate(x, 2, 125, stratum, draw) AS gap,
	gini_estimate(x, 125, stratum, draw) AS gini, at_risk_of_poverty_rate_estimate(x, 0.6, 125, stratum, draw) AS at_risk,
	weighted_median_estimate(x, 125, stratum, draw) AS median, headcount_ratio_estimate(x, 2, 125, 1, s.id + 1e6 * stratum * 10 + draw) AS unclustered
FROM sampled s JOIN person USING (id) GROUP BY sample;
CREATE TABLE truth AS SELECT headcount_ratio(x, 2) AS rate, poverty_gap(x, 2) AS gap, estimate(gini_estimate(x, 1, 1, id)) AS gini,
	estimate(at_risk_of_poverty_rate_estimate(x, 0.6, 1, 1, id)) AS at_risk, estimate(weighted_median_estimate(x, 1, 1, id)) AS median FROM person;
SQL

for my $index (qw(rate gap gini at_risk median))
{
	my $covered = query("SELECT avg((truth.$index BETWEEN ci_low(e.$index) AND ci_high(e.$index))::int) FROM estimates e, truth", dbname => $db);
	ok($covered >= 0.93 && $covered <= 0.97, "$index: intervals of 95 % cover the truth in " . 100 * $covered . ' % of samples');

	# the mean of the variances is the variance of the estimates, within 4 of its own standard errors (sqrt(2/1000))
	my $ratio = query("SELECT avg(std_error($index) ^ 2) / variance(estimate($index)) FROM estimates", dbname => $db);
	ok(abs($ratio - 1) < 0.18, "$index: estimated variances are " . sprintf('%.3f', $ratio) . ' of the variance of the estimates');
}
cmp_ok(query('SELECT avg((truth.rate BETWEEN ci_low(unclustered) AND ci_high(unclustered))::int) FROM estimates, truth', dbname => $db),
	'<', 0.93, 'intervals that ignore strata and clusters cover too seldom');
cmp_ok(query('SELECT avg(deff(rate)) FROM estimates', dbname => $db), '>', 1.2, 'for clusters cost precision: the design effect is above 1');

drop_database($db);
done_testing();
