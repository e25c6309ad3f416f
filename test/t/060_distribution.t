# SPDX-License-Identifier: PostgreSQL
# Distributions and inequality against an implementation of their definitions that shares nothing with ours
# (test/reference/ranked.py, in exact rationals), on random samples: ties, rows twice, one row, all equal, all zero,
# negative and zero incomes, weights from 1 to those 600 decimal orders of magnitude apart. Each index in one step, in
# two, and from parts merged in any order. SEED and SAMPLES pick other samples.

use strict;
use warnings;
use PovertyTest;
use Test::More;

my $db = create_database('distribution');
my $seed = $ENV{SEED} // 1;
my $samples = $ENV{SAMPLES} // 48;
my $sql = qx(python3 "${\source_file('test/reference/distribution_cases.py')}" $seed $samples);
die 'the reference implementation failed' if $? != 0;
query("CREATE EXTENSION poverty_ext;\n$sql", dbname => $db);
query(<<'SQL', dbname => $db);
CREATE AGGREGATE merged_by_pairs(income_distribution) (SFUNC = merge, STYPE = income_distribution);

CREATE FUNCTION evaluated(expression text, source text, OUT value float8, OUT error text) LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE 'SELECT ' || expression || ' FROM ' || source INTO value;
EXCEPTION WHEN OTHERS THEN
	error := SQLSTATE;
END $$;

CREATE TABLE whole AS SELECT sample, income_distribution(x, w) AS d, inequality_summary(x, w) FILTER (WHERE w = 0 OR positive) AS s
FROM (SELECT *, min(x) OVER (PARTITION BY sample) > 0 AS positive FROM sample) v GROUP BY sample;
CREATE TABLE parts AS SELECT sample, part, income_distribution(x, w) AS d, inequality_summary(x, w) FILTER (WHERE w = 0 OR positive) AS s
FROM (SELECT *, min(x) OVER (PARTITION BY sample) > 0 AS positive FROM sample) v GROUP BY sample, part;
CREATE TABLE merged AS SELECT sample, merge(d ORDER BY md5(part::text)) AS d FROM parts GROUP BY sample;

CREATE TABLE got AS SELECT wanted.*, one.value AS one, one.error AS one_error, two.value AS two, two.error AS two_error
FROM wanted, evaluated(one_step, 'sample WHERE sample = ' || sample) AS one, evaluated(coalesce(stored, 'NULL'), 'merged WHERE sample = ' || sample) AS two;
SQL

# The definitions.
my @indices = split /\n/, query('SELECT DISTINCT index FROM wanted ORDER BY 1', dbname => $db);
cmp_ok(scalar @indices, '>', 30, 'the reference tells of more than 30 indices');
for my $index (@indices)
{
	is(query(<<SQL, dbname => $db), '', "$index: what its definition gives");
SELECT sample, one_step, coalesce(one_error, one::text) AS got, coalesce(error, value::text) AS wanted FROM got
WHERE index = '$index' AND NOT CASE WHEN error IS NULL AND one_error IS NULL AND value IS NOT NULL AND one IS NOT NULL
		THEN abs(one - value) <= greatest(tolerance * abs(value), absolute)
	ELSE one_error IS NOT DISTINCT FROM error AND one IS NOT DISTINCT FROM value END LIMIT 5
SQL
}
is(query(<<'SQL', dbname => $db), '', 'from merged parts: the same bits as in one step');
SELECT sample, one_step, stored, one, two, one_error, two_error FROM got
WHERE stored IS NOT NULL AND (float8send(one) IS DISTINCT FROM float8send(two) OR one_error IS DISTINCT FROM two_error) LIMIT 5
SQL
is(query('SELECT count(*) > 2000 AND count(value) > 1000 AND count(error) > 20 FROM got WHERE stored IS NOT NULL', dbname => $db), 't', 'there was something to compare');

# One multiset of rows has one value.
is(query(<<'SQL', dbname => $db), '', 'distributions: the same bytes whatever the order and the parts');
SELECT w.sample FROM whole w LEFT JOIN merged m USING (sample)
	LEFT JOIN (SELECT sample, merge(d) AS reversed, merged_by_pairs(d) AS pairs FROM (SELECT * FROM parts ORDER BY part DESC) v GROUP BY sample) r USING (sample)
	LEFT JOIN (SELECT sample, income_distribution(x, w ORDER BY x DESC, w) AS sorted, income_distribution(x, w ORDER BY md5(x::text || w)) AS shuffled FROM sample GROUP BY sample) o USING (sample)
WHERE (w.d::text, w.d::text, w.d::text, w.d::text, w.d::text) IS DISTINCT FROM (m.d::text, reversed::text, pairs::text, sorted::text, shuffled::text)
SQL
is(query(<<'SQL', dbname => $db), '', 'summaries: the same bytes from rows, parts and distributions');
SELECT w.sample FROM whole w JOIN (SELECT sample, merge(s) AS merged FROM parts GROUP BY sample) p USING (sample)
WHERE s::text IS DISTINCT FROM merged::text OR (s IS NOT NULL AND s::text IS DISTINCT FROM inequality_summary(d)::text)
SQL
is(query(<<'SQL', dbname => $db), '', 'summaries: the same bits as in one step');
SELECT sample FROM whole w JOIN (SELECT sample, theil_index(x, w) AS t, mean_log_deviation(x, w) AS m, generalized_entropy(x, 2, w) AS g
	FROM sample WHERE kinds ~ 'usual|ties|ordered|spread' AND kinds !~ 'wild' GROUP BY sample) v USING (sample)
WHERE (float8send(theil_index(s)), float8send(mean_log_deviation(s)), float8send(generalized_entropy(s, 2))) IS DISTINCT FROM (float8send(t), float8send(m), float8send(g))
SQL

# The bounded form: one value for any order, parts and mixture, and bounds that hold.
query(<<'SQL', dbname => $db);
INSERT INTO sample (sample, kinds, part, x, w)
SELECT s, 'many', 1 + i % 7, CASE s WHEN 1001 THEN 20 * i % 7919 - 40 WHEN 1002 THEN exp(20 * u - 10) ELSE round((1000 * u)::numeric, 1) END, CASE s WHEN 1002 THEN 10 ^ (i % 17 - 8) ELSE 1 + i % 3 END
FROM generate_series(1001, 1003) s, generate_series(1, 4000) i, LATERAL (SELECT ('x' || substr(md5(s || ' ' || i), 1, 8))::bit(32)::bigint / 4294967296.0::float8) r(u);
INSERT INTO whole SELECT sample, income_distribution(x, w) FROM sample WHERE kinds = 'many' GROUP BY sample;
INSERT INTO parts SELECT sample, part, income_distribution(x, w) FROM sample WHERE kinds = 'many' GROUP BY sample, part;
CREATE TABLE bounded AS SELECT sample, m, income_distribution(x, w, m) AS b, count(DISTINCT x) FILTER (WHERE w > 0) AS incomes
FROM sample, unnest('{1, 2, 10, 100, 1000}'::float8[]) m GROUP BY sample, m HAVING sum(w) > 0;
CREATE TABLE bounded_parts AS SELECT sample, m, part, income_distribution(x, w, m) AS b FROM sample, unnest('{1, 2, 10, 100, 1000}'::float8[]) m GROUP BY sample, m, part HAVING sum(w) > 0;
SQL
is(query(<<'SQL', dbname => $db), '', 'bounded: the same bytes from parts in any order, from mixtures with exact parts and with larger bounds');
SELECT o.sample, o.m FROM bounded o JOIN (
	SELECT b.sample, b.m, merge(b.b ORDER BY part) AS up, merge(b.b ORDER BY part DESC) AS down, merged_by_pairs(b.b ORDER BY md5(part::text)) AS pairs,
		merge(CASE WHEN part % 2 = 0 AND NOT is_first THEN p.d ELSE b.b END ORDER BY part) AS mixed,
		merge(CASE WHEN part % 2 = 0 AND NOT is_first THEN p.d ELSE b.b END ORDER BY part DESC) AS mixed_down,
		merged_by_pairs(CASE WHEN part % 2 = 0 AND NOT is_first THEN p.d ELSE b.b END ORDER BY md5(part::text)) AS mixed_pairs,
		merge(CASE WHEN is_first THEN b.b ELSE l.b END ORDER BY md5(part::text)) AS larger
	FROM (SELECT *, part = min(part) OVER (PARTITION BY sample, m) AS is_first FROM bounded_parts) b JOIN parts p USING (sample, part) JOIN bounded_parts l USING (sample, part) WHERE l.m = 1000 GROUP BY b.sample, b.m) v USING (sample, m)
WHERE (o.b::text, o.b::text, o.b::text, o.b::text, o.b::text, o.b::text, o.b::text) IS DISTINCT FROM (up::text, down::text, pairs::text, mixed::text, mixed_down::text, mixed_pairs::text, larger::text)
SQL
is(query(<<'SQL', dbname => $db), '', 'bounded: at most max_points points, and all weight and rows');
SELECT sample, m FROM bounded JOIN whole USING (sample) WHERE (b::jsonb ->> 'points')::int > m OR population(b) <> population(d) OR observations(b) <> observations(d)
SQL
is(query(<<'SQL', dbname => $db), '', 'bounded: nothing is lost up to max_points different incomes');
SELECT sample, m, incomes, rank_error(b) FROM bounded JOIN whole USING (sample) WHERE incomes <= m AND (rank_error(b) <> 0 OR abs(gini(b) - gini(d)) > 2e-15
	OR gini_bounds(b) IS DISTINCT FROM CASE WHEN gini(b) IS NOT NULL THEN (gini(b), gini(b))::indicator_bounds END OR headcount_ratio(b, 100) <> headcount_ratio(d, 100) OR cdf(b, 1) <> cdf(d, 1) OR EXISTS (SELECT FROM unnest('{0, 0.1, 0.25, 0.5, 0.7, 0.9, 1}'::float8[]) p WHERE weighted_quantile(b, p) <> weighted_quantile(d, p)))
SQL
is(query(<<'SQL', dbname => $db), '', 'bounded: the bounds of the headcount ratio hold');
SELECT sample, m, line, headcount_ratio(d, line), headcount_ratio(b, line), headcount_ratio_bounds(b, line) AS h, rank_error(b) FROM bounded JOIN whole USING (sample),
	LATERAL (SELECT x AS line FROM sample s WHERE s.sample = bounded.sample AND x > 0 ORDER BY md5(x::text) LIMIT 20) l
WHERE headcount_ratio(d, line) < (headcount_ratio_bounds(b, line)).lower OR headcount_ratio(d, line) > (headcount_ratio_bounds(b, line)).upper
	OR headcount_ratio(b, line) < (headcount_ratio_bounds(b, line)).lower OR headcount_ratio(b, line) > (headcount_ratio_bounds(b, line)).upper LIMIT 5
SQL
is(query(<<'SQL', dbname => $db), '', 'bounded: the bounds of quantiles hold, and a quantile is one at a share within the rank error');
SELECT sample, m, p, weighted_quantile(d, p), weighted_quantile(b, p), q FROM bounded JOIN whole USING (sample), unnest('{0, 0.01, 0.2, 0.25, 0.3, 0.5, 0.6, 0.9, 0.99, 1}'::float8[]) p, weighted_quantile_bounds(b, p) q
WHERE NOT (q.lower <= q.upper AND weighted_quantile(d, p) BETWEEN q.lower AND q.upper AND weighted_quantile(b, p) BETWEEN q.lower AND q.upper)
	OR cdf(d, q.upper) < p - rank_error(b) - 1e-15 OR (q.lower > 0 AND headcount_ratio(d, q.lower) > p + rank_error(b) + 1e-15) LIMIT 5
SQL
is(query(<<'SQL', dbname => $db), '', 'bounded: the bounds of Gini hold');
SELECT sample, m, gini(d), gini(b), gini_bounds(b) AS g FROM bounded JOIN whole USING (sample)
WHERE gini(d) < (gini_bounds(b)).lower - 2e-15 OR gini(d) > (gini_bounds(b)).upper + 2e-15 OR (gini_bounds(b)).lower > (gini_bounds(b)).upper
	OR gini(b) < (gini_bounds(b)).lower OR gini(b) > (gini_bounds(b)).upper LIMIT 5
SQL
is(query(<<'SQL', dbname => $db), 't', 'bounded: more points, smaller error');
SELECT bool_and(e <= previous) AND min(e) = 0 AND max(e) = 1 FROM (SELECT rank_error(b) AS e, coalesce(lag(rank_error(b)) OVER (PARTITION BY sample ORDER BY m), 1) AS previous FROM bounded) v
SQL

drop_database($db);
done_testing();
