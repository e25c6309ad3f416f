-- SPDX-License-Identifier: PostgreSQL
-- Our figure for each figure of a peer, and how far apart they are.
CREATE VIEW agreement AS
SELECT p.measure, p.line, p.line_is_poor AS "line is poor", coalesce('at least ' || p.bottom_code, CASE WHEN p.only_positive THEN 'above 0' ELSE 'all' END) AS incomes,
	p.tool, p.value AS peer, ours.value AS ours, abs(ours.value / p.value - 1) AS difference, abs(ours.value / p.value - 1) < 1e-12 AS agrees
FROM peer p
LEFT JOIN line l ON l.name = p.line
CROSS JOIN LATERAL (SELECT CASE WHEN p.line_is_poor THEN at_or_below(z) ELSE z END AS z
	FROM (SELECT coalesce(l.line, CASE WHEN l.name IS NULL THEN p.line::float8 END) AS z) v) z
CROSS JOIN LATERAL (
	SELECT CASE p.measure
		WHEN 'headcount_ratio' THEN headcount_ratio(x, z.z, w)
		WHEN 'poverty_gap' THEN poverty_gap(x, z.z, w)
		WHEN 'poverty_severity' THEN poverty_severity(x, z.z, w)
		WHEN 'income_gap_ratio' THEN income_gap_ratio(x, z.z, w)
		WHEN 'total_shortfall' THEN total_shortfall(x, z.z, w)
		WHEN 'watts_index' THEN watts_index(x, z.z, w) FILTER (WHERE p.measure = 'watts_index')
		WHEN 'prosperity_gap' THEN prosperity_gap(x, z.z, w) FILTER (WHERE p.measure = 'prosperity_gap')
	END AS value
	FROM (SELECT greatest(x, p.bottom_code) AS x, w FROM eusilc WHERE x > 0 OR NOT p.only_positive) e
) ours;

\pset footer off
SELECT measure, line, "line is poor", incomes, tool, peer, ours, difference::numeric(20, 17)::text::float8 AS difference, agrees FROM agreement
ORDER BY measure, line, 3, 4, 5;
