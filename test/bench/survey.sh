# SPDX-License-Identifier: PostgreSQL
# shellcheck shell=bash
# survey.sh (sourced by bench.sh): standard errors by domain, of as many rows as there are in 50,000 sampling units of 100
# strata, in 20 domains. Beside them the same estimates without errors, or the linearised variance in plain SQL.

run_sql <<-'SQL'
	CREATE TABLE sample AS SELECT id, id % 50000 AS psu, id % 50000 / 500 AS stratum, floor(random() * 20)::int AS region,
		exp(random() + random() + random()) AS x, 1 + 99 * random() AS w, ARRAY(SELECT 1 + 99 * random() FROM generate_series(1, CASE WHEN id <= 100000 THEN 80 ELSE 0 END)) AS r
	FROM generate_series(1, (SELECT count(*) FROM register)) id;
	VACUUM ANALYZE sample;
SQL
design="(SELECT survey_design(stratum, psu) FROM sample)"
table "standard errors by domain, beside the estimate alone or plain SQL"
compare "\`fgt_estimate(x, 3, 1, w, stratum, psu)\` by 20 domains, beside \`fgt(x, 3, 1, w)\`" "$ROWS" \
	"SELECT region, fgt_estimate(x, 3, 1, w, stratum, psu) FROM sample GROUP BY region" \
	"SELECT region, fgt(x, 3, 1, w) FROM sample GROUP BY region"
compare "the same with the whole sample's \`survey_design\`" "$ROWS" \
	"SELECT region, fgt_estimate(x, 3, 1, w, stratum, psu, $design) FROM sample GROUP BY region" \
	"SELECT region, fgt(x, 3, 1, w) FROM sample GROUP BY region"
# The variance of a mean gap by domain: totals of the linearised variable by sampling unit, and zeros for the others.
compare "the same, beside the variance in plain SQL" "$ROWS" \
	"SELECT region, fgt_estimate(x, 3, 1, w, stratum, psu, $design) FROM sample GROUP BY region" \
	"WITH u AS (SELECT *, greatest(0, (3 - x) / 3) AS y FROM sample), m AS (SELECT region, sum(w * y) / sum(w) AS m, sum(w) AS ww FROM u GROUP BY region),
		p AS (SELECT region, stratum, psu, sum(w * (y - m) / ww) AS t FROM u JOIN m USING (region) GROUP BY 1, 2, 3),
		n AS (SELECT stratum, count(DISTINCT psu)::float8 AS n FROM sample GROUP BY stratum)
	SELECT region, sqrt(sum(n / (n - 1) * (q - s * s / n))) FROM (SELECT region, stratum, sum(t) AS s, sum(t * t) AS q FROM p GROUP BY 1, 2) v JOIN n USING (stratum) GROUP BY region"
compare "\`gini_estimate(x, w, stratum, psu)\` by 20 domains with the design, beside \`avg(x)\`" "$ROWS" \
	"SELECT region, gini_estimate(x, w, stratum, psu, $design) FROM sample GROUP BY region" \
	"SELECT region, avg(x) FROM sample GROUP BY region"
compare "a rate at a \`survey_line\` of the whole sample by 20 domains, beside \`avg(x)\`" "$ROWS" \
	"SELECT region, headcount_ratio_estimate(x, (SELECT survey_line(x, 0.6, w, stratum, psu) FROM sample), w, stratum, psu) FROM sample GROUP BY region" \
	"SELECT region, avg(x) FROM sample GROUP BY region"
compare "\`survey_design(stratum, psu)\`, beside \`count(DISTINCT psu)\`" "$ROWS" \
	"SELECT survey_design(stratum, psu) FROM sample" "SELECT count(DISTINCT psu) FROM sample"
compare "\`headcount_ratio_replicates\` with 80 weights by 20 domains of 100,000 rows, beside 81 \`headcount_ratio\`" 100000 \
	"SELECT region, headcount_ratio_replicates(x, 3, w, r, replicate_design('acs')) FROM sample WHERE id <= 100000 GROUP BY region" \
	"SELECT region, $(printf 'headcount_ratio(x, 3, r[%d]), ' {1..80}) headcount_ratio(x, 3, w) FROM sample WHERE id <= 100000 GROUP BY region"
compare "\`headcount_ratio_replicates\` at a \`survey_line_replicates\`, 80 weights, by 20 domains of 100,000 rows, beside 81 \`headcount_ratio\` at one line" 100000 \
	"SELECT region, headcount_ratio_replicates(x, (SELECT survey_line_replicates(x, 0.6, w, r, replicate_design('acs')) FROM sample WHERE id <= 100000), w, r) FROM sample WHERE id <= 100000 GROUP BY region" \
	"SELECT region, $(printf 'headcount_ratio(x, 3, r[%d]), ' {1..80}) headcount_ratio(x, 3, w) FROM sample WHERE id <= 100000 GROUP BY region"
