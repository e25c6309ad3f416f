-- SPDX-License-Identifier: PostgreSQL
-- The Lorenz curve of income per person in the demo's register at the end of 2018, as an SVG. Each household counts with its
-- members. Run by plot.sh with psql -X -q -A -t, in a database that has the demo's schema, data and register.
\encoding UTF8
SET search_path = bac_kan, public;

-- Shares of persons and of income, 0 to 1, as places in the picture.
CREATE FUNCTION pg_temp.across(share float8) RETURNS text LANGUAGE sql AS $$ SELECT round((90 + 480 * share)::numeric, 1)::text $$;
CREATE FUNCTION pg_temp.up(share float8) RETURNS text LANGUAGE sql AS $$ SELECT round((590 - 480 * share)::numeric, 1)::text $$;

WITH register AS (
	SELECT income_distribution(income, members) AS d FROM household_review WHERE review_year = 2018
),
curve AS (
	SELECT i, (i - 1) / 20.0::float8 AS persons, share FROM register, unnest(lorenz_curve(d, 20)) WITH ORDINALITY AS l (share, i)
),
part (place, line) AS (
	SELECT 1, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 700" font-family="DejaVu Sans, Noto Sans, Arial, sans-serif" font-size="12" fill="#333333">
<rect width="640" height="700" fill="#ffffff"/>
<text x="30" y="34" font-size="17" font-weight="bold" fill="#111111">Lorenz curve of income per person, Bắc Kạn city, 2018</text>
<text x="30" y="56" font-size="13" fill="#555555">Đường cong Lorenz của thu nhập bình quân đầu người, thành phố Bắc Kạn, 2018</text>
<text x="30" y="84" fill="#b02a1a">Synthetic data: no household is real. · Dữ liệu giả lập: không có hộ nào là thật.</text>'
	UNION ALL
	SELECT 2, format('<path d="M%s %sV%s" stroke="#e3e3e3"/><path d="M%s %sH%s" stroke="#e3e3e3"/><text x="%s" y="609" text-anchor="middle">%s</text><text x="82" y="%s" text-anchor="end">%s</text>',
		pg_temp.across(t), pg_temp.up(0), pg_temp.up(1), pg_temp.across(0), pg_temp.up(t), pg_temp.across(1),
		pg_temp.across(t), round(100 * t), round(pg_temp.up(t)::numeric + 4, 1), round(100 * t))
	FROM (SELECT i / 5.0::float8 AS t FROM generate_series(0, 5) i) v
	UNION ALL
	SELECT 3, format('<path d="M%s %s L%s Z" fill="#cfe0f1"/>', pg_temp.across(1), pg_temp.up(1),
		string_agg(pg_temp.across(persons) || ' ' || pg_temp.up(share), ' ' ORDER BY i)) FROM curve
	UNION ALL
	SELECT 4, format('<path d="M%s %sL%s %s" stroke="#888888" stroke-width="1.5" stroke-dasharray="6 4"/>', pg_temp.across(0), pg_temp.up(0), pg_temp.across(1), pg_temp.up(1))
	UNION ALL
	SELECT 5, format('<polyline points="%s" fill="none" stroke="#1f5fa8" stroke-width="2.5" stroke-linejoin="round"/>',
		string_agg(pg_temp.across(persons) || ',' || pg_temp.up(share), ' ' ORDER BY i)) FROM curve
	UNION ALL
	SELECT 6, format('<circle cx="%s" cy="%s" r="4" fill="#1f5fa8"/><text x="%s" y="%s" fill="#1f5fa8">%s %%</text>',
		pg_temp.across(persons), pg_temp.up(share), round(pg_temp.across(persons)::numeric + 8, 1), round(pg_temp.up(share)::numeric + 14, 1), percent(share, 1))
	FROM curve WHERE i IN (5, 9, 13, 17)
	UNION ALL
	SELECT 7, format('<text transform="translate(%s %s) rotate(-45)" text-anchor="middle" fill="#666666">equal incomes · thu nhập bằng nhau</text>',
		round(pg_temp.across(0.42)::numeric - 8, 1), round(pg_temp.up(0.42)::numeric - 8, 1))
	UNION ALL
	SELECT 8, format('<text x="106" y="136" font-size="15" font-weight="bold" fill="#1f5fa8">Gini %s</text>
<text x="106" y="156">twice the shaded area</text>
<text x="106" y="173" fill="#555555">hai lần diện tích tô màu</text>', round(gini(d)::numeric, 3)) FROM register
	UNION ALL
	SELECT 9, '<path d="M90 590H570M90 590V110" stroke="#333333" fill="none"/>
<text x="330" y="636" text-anchor="middle">Persons, poorest first, cumulative %</text>
<text x="330" y="654" text-anchor="middle" fill="#555555">Nhân khẩu, từ nghèo nhất, % cộng dồn</text>
<text transform="translate(34 350) rotate(-90)" text-anchor="middle">Income, cumulative %</text>
<text transform="translate(52 350) rotate(-90)" text-anchor="middle" fill="#555555">Thu nhập, % cộng dồn</text>
<text x="30" y="686" font-size="11" fill="#777777">lorenz_curve(income, 20, members), gini(income, members) of poverty_ext</text>
</svg>'
)
SELECT line FROM part ORDER BY place, line;
