#!/bin/bash
# SPDX-License-Identifier: PostgreSQL
# agreement.sh (make agreement): standard errors beside those of R's survey, run here on laeken's eusilc data, and of
# convey (peers/survey.csv, with its versions). Relative differences must be below 1e-11. Writes doc/agreement.md.
# Ends in "N passed, N failed".
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/steps.sh"
. "$HERE/need.sh"
. "$HERE/stage.sh"
. "$HERE/cluster.sh"

at_exit()
{
	cluster_stop postgres
	return "$1"
}

run_sql()
{
	"$PG_BIN/psql" -X -q -v ON_ERROR_STOP=1 -P pager=off -d postgres "$@"
}

# The page: what was compared, and the table.
page()
{
	cat <<-'MARKDOWN'
		# Agreement of standard errors with other tools

		Made by `make agreement`; nothing here is typed in. Data: `eusilc` of the R package laeken (14,827 persons, 6,000 households as
		sampling units in 9 strata), and `ses` of the same package (15,691 employees). convey's figures were computed with the versions named and are kept in `test/peers/survey.csv`;
		survey's are computed when the page is made. Difference: relative.

		Beside convey, options are set to its conventions, `survey_options(convention => 'convey')`, and absolute lines are given as
		`at_or_below(line)`. By default we differ from it on purpose: poor is below the line, not at it; a quantile that falls between two
		incomes is their mean; the Gini coefficient is the trapezoid rule's, which does not change with the scale of the weights, and so for
		Sen and Sen-Shorrocks-Thon; the Zenga index is the integral over the Lorenz curve; the density at a relative line has a bandwidth
		that does not change with the scale of the weights; and the quantile share ratio needs no density at all.

		Parts of convey's decompositions: of FGT the entropy of the gaps of the poor, of Watts the mean log deviation of their incomes, both as
		a domain; and of Watts the distance of their mean from the line, `-ln(1 - income_gap_ratio)`, its error by the derivative. The gender pay
		gap is `-relative_difference(women's mean, men's mean)`.

	MARKDOWN
	run_sql -A -t -F '' <<-'SQL'
		SELECT '| index | arguments | sample | number | ours | theirs | difference | tool |' UNION ALL SELECT '| --- | --- | --- | --- | ---: | ---: | ---: | --- |';
		SELECT format('| `%s` | %s | %s | `%s` | %s | %s | %s | %s |', index || CASE WHEN index ~ 'difference' THEN '' WHEN sample ~ '^replicates' THEN '_replicates' ELSE '_estimate' END,
			arguments, sample, what, ours, value, CASE difference WHEN 0 THEN '0' ELSE to_char(difference, '9.9EEEE') END, tool)
		FROM survey_agreement ORDER BY tool, index, arguments, sample, what;
	SQL
}

steps_begin 5
step "finding, or installing, PostgreSQL and a compiler"
need
say "$("$PG_CONFIG" --version)"
step "finding, or installing, R with laeken and survey"
Rscript -e 'library(laeken); library(survey)' || need_packages r-base-core r-cran-laeken r-cran-survey
say "$(Rscript -e 'cat(R.version.string, "laeken", as.character(packageVersion("laeken")), "survey", as.character(packageVersion("survey")))')"
step "building poverty_ext"
build_extension
step "computing with R"
Rscript "$HERE/peers/survey.R" "$WORK"
step "computing with poverty_ext, and comparing"
cluster_start
run_sql -c "CREATE EXTENSION poverty_ext" -c "CREATE TABLE eusilc (x float8, w float8, stratum text, psu int, sex text, citizenship text, fraction float8)" \
	-c "CREATE TABLE peer (index text, arguments text, sample text, what text, value float8, tool text)"
run_sql -c "\\copy eusilc (x, w, stratum, psu, sex, citizenship) FROM '$WORK/sample.csv' (FORMAT csv, HEADER)"
run_sql -c "CREATE TABLE ses (id int GENERATED ALWAYS AS IDENTITY, earnings float8, w float8, sex text)"
run_sql -c "\\copy ses (earnings, w, sex) FROM '$WORK/ses.csv' (FORMAT csv, HEADER)"
run_sql -c "UPDATE eusilc SET fraction = 0.1 + 0.05 * position FROM (SELECT stratum, row_number() OVER (ORDER BY stratum COLLATE \"C\") AS position FROM eusilc GROUP BY stratum) s WHERE s.stratum = eusilc.stratum"
for file in "$HERE/peers/survey.csv" "$WORK/survey.csv"; do
	run_sql -c "\\copy peer FROM '$file' (FORMAT csv, HEADER, FORCE_NOT_NULL (arguments))"
done
run_sql -f "$HERE/peers/survey.sql"
page >"$WORK/agreement.md"
cp "$WORK/agreement.md" "$HERE/../doc/agreement.md" 2>/dev/null || say "doc/agreement.md cannot be written here"
steps_end
run_sql -c "SELECT index, arguments, sample, what, tool, value, ours, difference FROM survey_agreement WHERE agrees IS NOT TRUE"
run_sql -A -t -F ' ' -c "SELECT format('%s passed, %s failed', count(*) FILTER (WHERE agrees), count(*) FILTER (WHERE agrees IS NOT TRUE)) FROM survey_agreement"
[ "$(run_sql -A -t -c 'SELECT count(*) > 200 AND bool_and(agrees IS TRUE) FROM survey_agreement')" = t ]
