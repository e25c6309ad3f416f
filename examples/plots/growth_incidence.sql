-- SPDX-License-Identifier: PostgreSQL
-- The growth incidence curve of income per person between the demo's registers of 2017 and 2018, as an SVG. Each household
-- counts with its members; incomes are in money of their year. Run by plot.sh with psql -X -q -A -t, in a database that has
-- the demo's schema, data and register.
\encoding UTF8
SET search_path = bac_kan, public;

WITH distribution AS (
	SELECT income_distribution(income, members) FILTER (WHERE review_year = 2017) AS before,
		income_distribution(income, members) FILTER (WHERE review_year = 2018) AS after
	FROM household_review
),
curve AS (
	SELECT i, 5 * i - 2.5 AS percentile, 100 * growth AS growth FROM distribution, unnest(growth_incidence(before, after, 20)) WITH ORDINALITY AS g (growth, i)
	WHERE growth IS NOT NULL
),
average AS (
	SELECT 100 * (mean_income(after) / mean_income(before) - 1) AS growth FROM distribution
),
-- Whole percents that hold the curve and 0.
range AS (
	SELECT floor(least(min(growth), 0)) AS lowest, ceil(greatest(max(growth), 1)) AS highest FROM curve
),
placed AS (
	SELECT i, growth, round((90 + 5.6 * percentile)::numeric, 1) AS across, round((470 - 320 * (growth - lowest) / (highest - lowest))::numeric, 1) AS up FROM curve, range
),
tick AS (
	SELECT t, round((470 - 320 * (t - lowest) / (highest - lowest))::numeric, 1) AS up
	FROM range, generate_series(lowest::int, highest::int, greatest(1, ceil((highest - lowest) / 8)::int)) t
),
part (place, line) AS (
	SELECT 1, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 580" font-family="DejaVu Sans, Noto Sans, Arial, sans-serif" font-size="12" fill="#333333">
<rect width="720" height="580" fill="#ffffff"/>
<text x="30" y="34" font-size="17" font-weight="bold" fill="#111111">Growth incidence curve, Bắc Kạn city, 2017 to 2018</text>
<text x="30" y="56" font-size="13" fill="#555555">Đường tăng trưởng theo phân vị thu nhập, thành phố Bắc Kạn, 2017–2018</text>
<text x="30" y="84" fill="#b02a1a">Synthetic data: no household is real. · Dữ liệu giả lập: không có hộ nào là thật.</text>'
	UNION ALL
	SELECT 2, format('<path d="M90 %1$sH650" stroke="%2$s"/><text x="82" y="%3$s" text-anchor="end">%4$s %%</text>',
		up, CASE WHEN t = 0 THEN '#333333' ELSE '#e3e3e3' END, up + 4, t) FROM tick
	UNION ALL
	SELECT 3, format('<path d="M%1$s 470V476" stroke="#333333"/><text x="%1$s" y="492" text-anchor="middle">%2$s</text>', 90 + 56 * i, 10 * i) FROM generate_series(0, 10) i
	UNION ALL
	SELECT 4, format('<path d="M90 %1$sH650M392 113h34" stroke="#888888" stroke-width="1.5" stroke-dasharray="6 4"/>
<text x="434" y="117">growth of the mean: %2$s %%</text>
<text x="434" y="134" fill="#555555">mức tăng của bình quân</text>',
		round((470 - 320 * (a.growth - lowest) / (highest - lowest))::numeric, 1), round(a.growth::numeric, 1)) FROM average a, range
	UNION ALL
	SELECT 5, format('<polyline points="%s" fill="none" stroke="#1f5fa8" stroke-width="2.5" stroke-linejoin="round"/>', string_agg(across || ',' || up, ' ' ORDER BY i)) FROM placed
	UNION ALL
	SELECT 6, format('<circle cx="%s" cy="%s" r="3.5" fill="#1f5fa8"/>', across, up) FROM placed
	UNION ALL
	SELECT 7, format('<text x="%s" y="%s" fill="#1f5fa8">%s %%</text>', across + 8, up + 3, round(growth::numeric, 1)) FROM placed WHERE growth = (SELECT max(growth) FROM placed)
	UNION ALL
	SELECT 8, '<path d="M90 470V150" stroke="#333333"/>
<text x="370" y="516" text-anchor="middle">Percentile of persons by income, poorest first</text>
<text x="370" y="534" text-anchor="middle" fill="#555555">Phân vị nhân khẩu theo thu nhập, từ nghèo nhất</text>
<text x="90" y="117">Growth of income per person, nominal</text>
<text x="90" y="134" fill="#555555">Mức tăng thu nhập, theo giá hiện hành</text>
<text x="30" y="566" font-size="11" fill="#777777">growth_incidence(before, after, 20) of two income_distribution(income, members), poverty_ext</text>
</svg>'
)
SELECT line FROM part ORDER BY place, line;
