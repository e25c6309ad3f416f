-- SPDX-License-Identifier: PostgreSQL
-- Our figure for each index that a peer computed. Where a peer's index is defined otherwise, `index` says how, and our figure
-- is turned into theirs by a relation that is exact:
--   (2C - 1): convey ranks a row by its own C, inclusive, and takes 2C - 1 where the trapezoid has 2C - w. So its Gini is
--     ours + (sum(w w x)/sum(w x) - 1)/sum(w), and changes when all weights are multiplied. Its Sen index H G + FGT1 (1 - G) has
--     that Gini of the poor incomes, its Sen-Shorrocks-Thon index FGT1 (1 + G) that of the gaps.
--   wbpip sets incomes up to 0 to 1 in the logarithm, but not in the mean.
--   dineq's polarization has the share of those up to the median, whatever their share in the population.
-- dineq's Gini coefficient is 1.4e-12 away from that of laeken and wbpip, and its polarization inherits that; so much is
-- allowed there. A part between groups is a small difference of large numbers: 1e-12 is of the total there.
-- Left out, because they are other indices: wbpip's decile shares and polarization, which are read from 100 bins; convey's
-- Zenga index, which changes when rows are replicated (0.5913 there; ours, on the straight lines of the curve, 0.5910).
CREATE TABLE our_index (index text PRIMARY KEY, expression text NOT NULL);
INSERT INTO our_index VALUES
	('relative_poverty_line', 'relative_poverty_line(x, $1, w)'),
	('at_risk_of_poverty_rate', 'at_risk_of_poverty_rate(x, $1, w)'),
	('relative_median_poverty_gap', 'relative_median_poverty_gap(x, $1, w)'),
	('median of the poor', 'weighted_median(x, w) FILTER (WHERE x < (SELECT relative_poverty_line(x, $1, w) FROM eusilc))'),
	('income_quintile_share_ratio', 'income_quintile_share_ratio(x, w)'),
	('S90/S10', 'sum(w * x) FILTER (WHERE x > (SELECT weighted_quantile(x, 0.9, w) FROM eusilc)) / sum(w * x) FILTER (WHERE x <= (SELECT weighted_quantile(x, 0.1, w) FROM eusilc))'),
	('gini', 'gini(x, w)'),
	('gini (2C - 1)', 'gini(x, w) + (sum(w * w * x) / sum(w * x) - 1) / sum(w)'),
	('weighted_median', 'weighted_median(x, w)'),
	('weighted_quantile', 'weighted_quantile(x, $1, w)'),
	('weighted_quantile_low', 'weighted_quantile_low(x, $1, w)'),
	('weighted_quantile_cont', 'weighted_quantile_cont(x, $1, w)'),
	('bottom_share', 'bottom_share(x, $1, w)'),
	('hoover_index', 'hoover_index(x, w)'),
	('mean_income', 'mean_income(income_distribution(x, w))'),
	('mean_log_deviation', 'mean_log_deviation(x, w)'),
	('mean_log_deviation of the poor', 'mean_log_deviation(x, w) FILTER (WHERE x <= $1)'),
	('mean_log_deviation with 1 for incomes up to 0', 'mean_log_deviation(greatest(x, 1), w) - ln(sum(w * greatest(x, 1)) / sum(w * x))'),
	('theil_index', 'theil_index(x, w)'),
	('generalized_entropy', 'generalized_entropy(x, $1, w)'),
	('generalized_entropy(2) of the gaps', 'generalized_entropy(($1 - x) / $1, 2, w) FILTER (WHERE x <= $1)'),
	('atkinson_index', 'atkinson_index(x, $1, w)'),
	('wolfson_polarization up to the median', '2 * (2 * (0.5 - sum(w * x) FILTER (WHERE x <= (SELECT weighted_median(x, w) FROM eusilc)) / sum(w * x)) - gini(x, w))
		* (sum(w * x) / sum(w)) / weighted_median(x, w)'),
	('sen_index (2C - 1)', 'sen_index(x, at_or_below($1), w) + (headcount_ratio(x, at_or_below($1), w) - poverty_gap(x, $1, w))
		* (sum(w * w * x) FILTER (WHERE x <= $1) / sum(w * x) FILTER (WHERE x <= $1) - 1) / sum(w) FILTER (WHERE x <= $1)'),
	('sen_shorrocks_thon_index (2C - 1)', 'sen_shorrocks_thon_index(x, at_or_below($1), w)
		+ poverty_gap(x, $1, w) * (sum(w * w * ($1 - x)) FILTER (WHERE x <= $1) / sum(w * ($1 - x)) FILTER (WHERE x <= $1) - 1) / sum(w)');
INSERT INTO our_index
SELECT format('inequality_decomposition by %s %s', grouping, part),
	format('(SELECT (inequality_decomposition(s, $1)).%s FROM (SELECT inequality_summary(x, w) AS s FROM eusilc WHERE x > 0 GROUP BY %I) v)', member, grouping)
FROM unnest(ARRAY['sex', 'region']) AS grouping,
	(VALUES ('total', 'total'), ('between', 'between_groups'), ('within', 'within_groups')) AS p (part, member);

CREATE FUNCTION our_value(expression text, of_rows text, parameter float8) RETURNS float8 LANGUAGE plpgsql AS $$
DECLARE
	result float8;
BEGIN
	EXECUTE format('SELECT %s FROM (%s) e', expression, CASE of_rows
		WHEN 'all' THEN 'SELECT x, w FROM eusilc'
		WHEN 'above 0' THEN 'SELECT x, w FROM eusilc WHERE x > 0'
		WHEN 'unweighted' THEN 'SELECT x, 1::float8 AS w FROM eusilc'
		WHEN 'weights of mean 1' THEN 'SELECT x, w / (SELECT avg(w) FROM eusilc) AS w FROM eusilc' END)
	INTO result USING parameter;
	RETURN result;
END $$;

CREATE TABLE index_agreement AS
SELECT p.index, p.parameter, p.rows, p.tool, p.value AS peer, o.value AS ours, d.difference, d.difference < p.within AS agrees
FROM index_peer p
LEFT JOIN our_index i USING (index)
CROSS JOIN LATERAL (SELECT our_value(i.expression, p.rows, p.parameter) AS value) o
CROSS JOIN LATERAL (SELECT abs(o.value - p.value) / CASE WHEN p.index LIKE '% between'
	THEN (SELECT t.value FROM index_peer t WHERE t.index = replace(p.index, 'between', 'total') AND t.parameter = p.parameter)
	ELSE abs(p.value) END AS difference) d;

\pset footer off
SELECT index, parameter, rows, tool, peer, ours, difference::numeric(20, 17)::text::float8 AS difference, agrees FROM index_agreement ORDER BY index, parameter, rows, tool;
