-- SPDX-License-Identifier: PostgreSQL
-- Our estimates for those of survey.csv (convey) and survey.R (survey), and how far apart they are.
CREATE TABLE ours (index text, arguments text, sample text, e poverty_estimate);

-- Samples: all, those with an income, and domains of the whole sample's design, by convey's conventions.
CREATE TABLE designs AS SELECT survey_design(stratum, psu) AS plain, survey_options(convention => 'convey', design => survey_design(stratum, psu)) AS convey,
	survey_design(stratum, psu, fraction) AS fpc FROM eusilc;
CREATE TABLE lines AS SELECT survey_line(x, 0.6, w, stratum, psu, survey_options(convention => 'convey')) AS median,
	survey_line_of_mean(x, 0.6, w, stratum, psu, survey_options(convention => 'convey')) AS mean,
	survey_line_of_mean(x, 0.5, w, stratum, psu, survey_options(convention => 'convey')) AS half_mean FROM eusilc;
CREATE VIEW part AS SELECT s.sample, e.* FROM eusilc e, LATERAL (VALUES ('all', true), ('above 0', x > 0), (sex || ' above 0', x > 0), (sex, true), (stratum, true)) s(sample, member) WHERE member;
CREATE FUNCTION convey() RETURNS survey_design LANGUAGE sql IMMUTABLE RETURN (SELECT convey FROM designs);
CREATE FUNCTION plain() RETURNS survey_design LANGUAGE sql IMMUTABLE RETURN (SELECT plain FROM designs);
CREATE FUNCTION fpc() RETURNS survey_design LANGUAGE sql IMMUTABLE RETURN (SELECT fpc FROM designs);
CREATE FUNCTION line_of(name text) RETURNS survey_line LANGUAGE sql IMMUTABLE
	RETURN (SELECT CASE name WHEN 'survey_line 0.6' THEN median WHEN 'survey_line_of_mean 0.6' THEN mean ELSE half_mean END FROM lines);
CREATE VIEW wanted AS SELECT DISTINCT index, arguments, sample, NULLIF(regexp_replace(arguments, '[^0-9.-]', '', 'g'), '')::float8 AS p FROM peer WHERE arguments !~ ',' AND tool LIKE 'convey%' OR index = 'mean';

INSERT INTO ours SELECT index, arguments, sample, relative_poverty_line_estimate(x, p, w, stratum, psu, convey()) FROM part JOIN wanted USING (sample) WHERE index = 'relative_poverty_line' GROUP BY 1, 2, 3;
INSERT INTO ours SELECT index, arguments, sample, at_risk_of_poverty_rate_estimate(x, p, w, stratum, psu, convey()) FROM part JOIN wanted USING (sample) WHERE index = 'at_risk_of_poverty_rate' GROUP BY 1, 2, 3;
INSERT INTO ours SELECT index, arguments, sample, relative_median_poverty_gap_estimate(x, p, w, stratum, psu, convey()) FROM part JOIN wanted USING (sample) WHERE index = 'relative_median_poverty_gap' GROUP BY 1, 2, 3;
INSERT INTO ours SELECT index, arguments, sample, quantile_share_ratio_estimate(x, p, w, stratum, psu, convey()) FROM part JOIN wanted USING (sample) WHERE index = 'quantile_share_ratio' GROUP BY 1, 2, 3;
INSERT INTO ours SELECT index, arguments, sample, gini_estimate(x, CASE arguments WHEN '' THEN w ELSE w / (SELECT avg(w) FROM eusilc) END, stratum, psu, convey()) FROM part JOIN wanted USING (sample) WHERE index = 'gini' GROUP BY 1, 2, 3;
INSERT INTO ours SELECT index, arguments, sample, zenga_index_estimate(x, w, stratum, psu, convey()) FROM part JOIN wanted USING (sample) WHERE index = 'zenga_index' GROUP BY 1, 2, 3;
INSERT INTO ours SELECT index, arguments, sample, bottom_share_estimate(x, p, w, stratum, psu, convey()) FROM part JOIN wanted USING (sample) WHERE index = 'bottom_share' GROUP BY 1, 2, 3;
INSERT INTO ours SELECT index, arguments, sample, generalized_entropy_estimate(x, p, w, stratum, psu, convey()) FROM part JOIN wanted USING (sample) WHERE index = 'generalized_entropy' GROUP BY 1, 2, 3;
INSERT INTO ours SELECT index, arguments, sample, atkinson_index_estimate(x, p, w, stratum, psu, convey()) FROM part JOIN wanted USING (sample) WHERE index = 'atkinson_index' GROUP BY 1, 2, 3;
INSERT INTO ours SELECT index, arguments, sample, mean_estimate(x, w, stratum, psu, convey()) FROM part JOIN wanted USING (sample) WHERE index = 'mean' GROUP BY 1, 2, 3;
INSERT INTO ours SELECT index, arguments, sample, sen_index_estimate(x, at_or_below(p), w, stratum, psu, convey()) FROM part JOIN wanted USING (sample) WHERE index = 'sen_index' GROUP BY 1, 2, 3;
INSERT INTO ours SELECT index, arguments, sample, sen_shorrocks_thon_index_estimate(x, at_or_below(p), w, stratum, psu, convey()) FROM part JOIN wanted USING (sample) WHERE index = 'sen_shorrocks_thon_index' GROUP BY 1, 2, 3;
INSERT INTO ours SELECT index, arguments, sample, income_gap_ratio_estimate(x, at_or_below(p), w, stratum, psu, convey()) FROM part JOIN wanted USING (sample) WHERE index = 'income_gap_ratio' GROUP BY 1, 2, 3;
INSERT INTO ours SELECT index, arguments, sample, watts_index_estimate(x, at_or_below(p), w, stratum, psu, convey()) FROM part JOIN wanted USING (sample) WHERE index = 'watts_index' AND arguments !~ 'line' GROUP BY 1, 2, 3;
-- At an estimated line the design is that of the line.
INSERT INTO ours SELECT index, arguments, sample, watts_index_estimate(x, line_of(arguments), w, stratum, psu) FROM part JOIN wanted USING (sample) WHERE index = 'watts_index' AND arguments ~ 'line' GROUP BY 1, 2, 3;
INSERT INTO ours SELECT index, arguments, sample, headcount_ratio_estimate(x, line_of(arguments), w, stratum, psu) FROM part JOIN wanted USING (sample) WHERE index = 'headcount_ratio' AND arguments ~ 'line' GROUP BY 1, 2, 3;
INSERT INTO ours SELECT index, arguments, sample, median_poverty_gap_estimate(x, line_of(arguments), w, stratum, psu) FROM part JOIN wanted USING (sample) WHERE index = 'median_poverty_gap' GROUP BY 1, 2, 3;
INSERT INTO ours SELECT index, arguments, sample, fgt_estimate(x, line_of(line), alpha, w, stratum, psu) FROM part JOIN
	(SELECT DISTINCT index, arguments, sample, split_part(arguments, ', ', 1) AS line, split_part(arguments, ', ', 2)::float8 AS alpha FROM peer WHERE index = 'fgt' AND arguments ~ 'line') v USING (sample) GROUP BY 1, 2, 3;
INSERT INTO ours SELECT index, arguments, sample, fgt_estimate(x, at_or_below(10000), alpha, w, stratum, psu, convey()) FROM part JOIN
	(SELECT DISTINCT index, arguments, sample, split_part(arguments, ', ', 2)::float8 AS alpha FROM peer WHERE index = 'fgt' AND arguments !~ 'line') v USING (sample) GROUP BY 1, 2, 3;

INSERT INTO ours SELECT index, arguments, sample, poor_median_estimate(x, p, w, stratum, psu, convey()) FROM part JOIN wanted USING (sample) WHERE index = 'poor_median' GROUP BY 1, 2, 3;
INSERT INTO ours SELECT index, arguments, sample, CASE index WHEN 'entropy_within' THEN entropy_within_estimate(x, alpha, CASE subgroup WHEN 'sex' THEN sex ELSE stratum END, w, stratum, psu, convey())
	ELSE entropy_between_estimate(x, alpha, CASE subgroup WHEN 'sex' THEN sex ELSE stratum END, w, stratum, psu, convey()) END FROM part JOIN
	(SELECT DISTINCT index, arguments, sample, split_part(arguments, ', ', 1)::float8 AS alpha, split_part(arguments, ', ', 2) AS subgroup FROM peer WHERE index ~ '^entropy_') v USING (sample) GROUP BY 1, 2, 3;
-- convey's decompositions: of FGT 2 the entropy of the gaps of the poor; of Watts the distance of their mean from the line, whose
-- error is that of the income gap ratio by the derivative, and the mean log deviation of their incomes.
INSERT INTO ours SELECT 'generalized_entropy', '2, of gaps', 'poor', generalized_entropy_estimate((10000 - x) / 10000, 2, w, stratum, psu, convey()) FROM eusilc WHERE x <= 10000;
INSERT INTO ours SELECT 'income_gap_ratio', '10000, as -ln(1 - ratio)', 'above 0', ROW(-ln(1 - estimate(e)), std_error(e) / (1 - estimate(e)), NULL, NULL, NULL, NULL, NULL, NULL, NULL)::poverty_estimate
FROM (SELECT income_gap_ratio_estimate(x, at_or_below(10000), w, stratum, psu, convey()) AS e FROM eusilc WHERE x > 0) v;
INSERT INTO ours SELECT 'mean_log_deviation', 'of the poor', 'above 0', mean_log_deviation_estimate(x, w, stratum, psu, convey()) FROM eusilc WHERE x > 0 AND x <= 10000;
-- The gender pay gap is 1 - women's mean / men's mean, of a sample of persons.
INSERT INTO ours SELECT 'relative_difference', 'mean earnings of women and men', 'ses', ROW(-estimate(e), std_error(e), NULL, NULL, NULL, NULL, NULL, NULL, NULL)::poverty_estimate
FROM (SELECT relative_difference(mean_estimate(earnings, w, 1, id, d) FILTER (WHERE sex = 'female'), mean_estimate(earnings, w, 1, id, d) FILTER (WHERE sex = 'male')) AS e
	FROM ses, (SELECT survey_options(keep_totals => true, design => survey_design(1, id)) AS d FROM ses) v) v;

-- survey's: poor is below the line.
INSERT INTO ours SELECT 'headcount_ratio', '10000', sample, headcount_ratio_estimate(x, 10000, w, stratum, psu, plain()) FROM part GROUP BY sample;
INSERT INTO ours SELECT 'poverty_gap', '10000', sample, poverty_gap_estimate(x, 10000, w, stratum, psu, plain()) FROM part GROUP BY sample;
INSERT INTO ours SELECT 'headcount_ratio', '10000', 'Other, ' || ci, headcount_ratio_estimate(x, 10000, w, stratum, psu, d) FROM eusilc,
	(SELECT ci, survey_options(ci => ci, df => df, design => plain()) AS d FROM (VALUES ('wald', 'design'), ('logit', 'design'), ('korn_graubard', 'domain')) v(ci, df)) v WHERE citizenship = 'Other' GROUP BY ci;
INSERT INTO ours SELECT 'income_gap_ratio', '10000', 'Other, wald', income_gap_ratio_estimate(x, 10000, w, stratum, psu, plain()) FROM eusilc WHERE citizenship = 'Other';
INSERT INTO ours SELECT 'total', 'poor', 'all', total_estimate((x < 10000)::int, w, stratum, psu) FROM eusilc;
INSERT INTO ours SELECT 'headcount_ratio', '10000', 'all, fpc', headcount_ratio_estimate(x, 10000, w, stratum, psu, fpc()) FROM eusilc;
INSERT INTO ours SELECT 'headcount_ratio', '10000', 'Other, fpc', headcount_ratio_estimate(x, 10000, w, stratum, psu, fpc()) FROM eusilc WHERE citizenship = 'Other';
CREATE TABLE kept AS SELECT * FROM eusilc WHERE stratum NOT IN ('Vienna', 'Tyrol') OR psu IN (SELECT min(psu) FROM eusilc WHERE stratum IN ('Vienna', 'Tyrol') GROUP BY stratum);
INSERT INTO ours SELECT 'headcount_ratio', '10000', o.sample, CASE WHEN o.sample ~ 'female' THEN headcount_ratio_estimate(x, 10000, w, stratum, psu, d) FILTER (WHERE sex = 'female')
	ELSE headcount_ratio_estimate(x, 10000, w, stratum, psu, d) END
FROM kept, (SELECT name || lonely AS sample, survey_options(lonely => lonely, design => CASE name WHEN 'lonely, fpc, ' THEN fpc ELSE plain END) AS d
	FROM unnest(ARRAY['certainty', 'average', 'adjust']) lonely, unnest(ARRAY['lonely, ', 'lonely, fpc, ', 'lonely, female, ']) name,
		(SELECT survey_design(stratum, psu) AS plain, survey_design(stratum, psu, fraction) AS fpc FROM kept) k) o GROUP BY o.sample;
INSERT INTO ours SELECT 'weighted_quantile', p::text, 'all, woodruff', weighted_quantile_estimate(x, p, w, stratum, psu, (SELECT survey_options(ci => 'woodruff', design => plain()))) FROM eusilc, unnest(ARRAY[0.1, 0.5, 0.9]) p GROUP BY p;
CREATE TABLE replicated AS SELECT x, w, sex, stratum, array_agg(half ORDER BY r) AS half, array_agg(0.5 * w + 0.5 * half ORDER BY r) AS fay
FROM (SELECT ctid, x, w, sex, stratum, r, w * 2 * ((psu * (7 * r + 3) + r * r) % 17 < 8)::int AS half FROM eusilc, generate_series(1, 16) r) v GROUP BY ctid, x, w, sex, stratum;
INSERT INTO ours SELECT index, '10000', 'replicates, ' || method, CASE index WHEN 'headcount_ratio' THEN headcount_ratio_replicates(x, 10000, w, CASE method WHEN 'fay' THEN fay ELSE half END, d)
	ELSE income_gap_ratio_replicates(x, 10000, w, CASE method WHEN 'fay' THEN fay ELSE half END, d) END
FROM replicated, (VALUES ('headcount_ratio'), ('income_gap_ratio')) i(index), (SELECT method, replicate_design(method, rho => CASE method WHEN 'fay' THEN 0.5 END,
	rscales => CASE method WHEN 'jkn' THEN (SELECT array_agg(i / 16.0::float8) FROM generate_series(1, 16) i) END) AS d
	FROM unnest(ARRAY['brr', 'fay', 'jk1', 'jkn', 'bootstrap', 'acs']) method) m GROUP BY index, method;

CREATE TABLE methods AS SELECT method, survey_options(keep_totals => true, design => replicate_design(method, rho => CASE method WHEN 'fay' THEN 0.5 END,
	rscales => CASE method WHEN 'jkn' THEN (SELECT array_agg(i / 16.0::float8) FROM generate_series(1, 16) i) END)) AS d FROM unnest(ARRAY['brr', 'fay', 'jk1', 'jkn', 'bootstrap', 'acs']) method;
CREATE TABLE replicate_lines AS SELECT method, survey_line_replicates(x, 0.6, w, CASE method WHEN 'fay' THEN fay ELSE half END, d) AS line FROM replicated, methods GROUP BY method;
INSERT INTO ours SELECT 'fgt', 'survey_line_replicates 0.6, ' || alpha, 'replicates, ' || stratum || ', ' || method, fgt_replicates(x, line, alpha, w, CASE method WHEN 'fay' THEN fay ELSE half END)
FROM replicated, replicate_lines, generate_series(0, 1) alpha WHERE stratum = 'Tyrol' GROUP BY stratum, method, alpha;
INSERT INTO ours SELECT index, 'headcount_ratio 10000, female and male', 'replicates, ' || method, CASE index WHEN 'difference' THEN difference(a, b) ELSE relative_difference(a, b) END
FROM (VALUES ('difference'), ('relative_difference')) i(index), (SELECT method, headcount_ratio_replicates(x, 10000, w, CASE method WHEN 'fay' THEN fay ELSE half END, d) FILTER (WHERE sex = 'female') AS a,
	headcount_ratio_replicates(x, 10000, w, CASE method WHEN 'fay' THEN fay ELSE half END, d) FILTER (WHERE sex = 'male') AS b FROM replicated, methods GROUP BY method) v;

CREATE VIEW survey_agreement AS
SELECT p.*, v.ours, CASE WHEN v.ours = p.value THEN 0 ELSE abs(v.ours / p.value - 1) END AS difference, abs(v.ours - p.value) <= 1e-11 * abs(p.value) AS agrees
FROM peer p LEFT JOIN ours o USING (index, arguments, sample)
LEFT JOIN LATERAL (VALUES ('estimate', (o.e).estimate), ('std_error', (o.e).std_error), ('ci_low', (o.e).ci_low), ('ci_high', (o.e).ci_high), ('deff', (o.e).deff), ('df', (o.e).df)) v(what, ours) ON v.what = p.what;
