#!/bin/bash
# SPDX-License-Identifier: PostgreSQL
# psql ($PG_BIN/psql): what a person types and sees.
set -euo pipefail

POINTS=0
FAILED=0

ok()
{
	POINTS=$((POINTS + 1))
	if [ "$1" = yes ]; then
		echo "ok $POINTS - $2"
	else
		FAILED=$((FAILED + 1))
		echo "not ok $POINTS - $2"
	fi
}

# equal GOT EXPECTED NAME; has GOT PART NAME
equal()
{
	if [ "$1" = "$2" ]; then
		ok yes "$3"
	else
		ok no "$3"
		printf 'got:\n%s\nexpected:\n%s\n' "$1" "$2" | sed 's/^/#   /'
	fi
}

has()
{
	case $1 in
	*"$2"*) ok yes "$3" ;;
	*)
		ok no "$3"
		printf '%s\n' "$1" | sed 's/^/#   /'
		;;
	esac
}

# run OPTION…: psql reads standard input
run()
{
	"$PG_BIN/psql" -X -q -P pager=off "$@" 2>&1
}

echo "# $("$PG_BIN/psql" --version)"

equal "$(run <<'SQL'
SELECT ward, year, percent(headcount_ratio(income, 250, members)) FROM household GROUP BY ward, year ORDER BY ward \crosstabview
SQL
)" ' ward | 2018  
------+-------
 A    | 75.00
 B    |  0.00
(2 rows)' '\crosstabview'
equal "$(run -A -t <<'SQL'
SELECT ward, year, yoy_change(rate, year) OVER (PARTITION BY ward ORDER BY year) FROM ward_rate ORDER BY year \crosstabview
SQL
)" 'A||-0.25|' '\crosstabview of a change: years without the one before stay empty'
equal "$(run --html -c 'SELECT ward AS "Phường", headcount_ratio(income, 250, members) AS "Tỷ lệ nghèo" FROM household GROUP BY ward ORDER BY ward')" '<table border="1">
  <tr>
    <th align="center">Phường</th>
    <th align="center">Tỷ lệ nghèo</th>
  </tr>
  <tr valign="top">
    <td align="left">A</td>
    <td align="right">0.75</td>
  </tr>
  <tr valign="top">
    <td align="left">B</td>
    <td align="right">0</td>
  </tr>
</table>
<p>(2 rows)<br />
</p>' '--html: numbers to the right'
equal "$(run --csv -c 'SELECT ward, lorenz_curve(income, 2, members) AS curve FROM household GROUP BY ward ORDER BY ward')" 'ward,curve
A,"{0,0.25,1}"
B,"{0,0.42857142857142855,1}"' '--csv quotes an array'
equal "$(run -A -t -P 'null=(null)' -c 'SELECT headcount_ratio(income, NULL) FROM household')" '(null)' 'NULL line: NULL'

# variables: as a number, and as a literal without a type
equal "$(run -A -t -v line=250 <<'SQL'
SELECT headcount_ratio(income, :line, members), headcount_ratio(income_numeric, :'line', members), headcount_ratio(income_int, :'line', members) FROM household;
SQL
)" '0.375|0.375|0.375' "a variable as :line and as :'line'"
equal "$(run -A -t <<'SQL'
PREPARE untyped AS SELECT headcount_ratio(income_bigint, $1, $2), weighted_quantile(income_numeric, $3, $2), fgt(income_int, $1, $4) FROM household;
EXECUTE untyped (250, 1, 0.5, 0);
SELECT parameter_types FROM pg_prepared_statements;
SQL
)" '0.4|300|0.4
{"double precision","double precision","double precision","double precision"}' 'PREPARE finds the types of parameters'
if [ "$("$PG_BIN/psql" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')" -ge 16 ]; then
	equal "$(run -A -t <<'SQL'
SELECT headcount_ratio(income_bigint, $1, members) FROM household \bind 250 \g
SQL
)" '0.375' '\bind'
else
	ok yes '\bind # SKIP it came with psql 16'
fi
equal "$(run -A -t <<'SQL'
SELECT std_error(mean_estimate(visits, 1, 1, visits)) AS error, estimate(mean_estimate(visits, 1, 1, visits)) FROM household \gset
\echo :error :estimate
SQL
)" '0.7071067811865476 3' '\gset'
equal "$(run -A -t <<'SQL'
SELECT headcount_ratio(income, 250), percent(0.5), poverty_summary(income, 250), mean_estimate(visits, 1, 1, visits), observations(income, 250) FROM household \gdesc
SQL
)" 'headcount_ratio|double precision
percent|numeric
poverty_summary|poverty_summary
mean_estimate|poverty_estimate
observations|bigint' '\gdesc'
equal "$(run -x -A -t -c 'SELECT (e).estimate, (e).std_error, (e).n FROM (SELECT mean_estimate(visits, 1, 1, visits) AS e FROM household) v')" 'estimate|3
std_error|0.7071067811865476
n|5' 'fields of a composite, \x'
equal "$(run -A -t -c "SELECT * FROM area_successors('old 1', '2020-01-01', '2026-01-01')" -c "SELECT area_successors('old 1', '2020-01-01', '2026-01-01')")" 'new|1
(new,1)' 'a set of rows, in FROM and in the select list'

# summaries through files, text and binary
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
for format in text binary csv; do
	equal "$(run -A -t -v file="$directory/stored" <<SQL
TRUNCATE written;
\\copy (SELECT summary, distribution, deprivation, estimate FROM stored) TO '$directory/stored' (FORMAT $format)
\\copy written FROM '$directory/stored' (FORMAT $format)
SELECT count(*), headcount_ratio(merge(w.summary)) FROM written w JOIN stored s ON w.summary = s.summary AND w.distribution = s.distribution AND w.deprivation = s.deprivation AND w.estimate = s.estimate;
SQL
)" '2|0.375' "\\copy in $format"
done

# the catalog, as people read it
has "$(run -c '\df+ percent')" 'half away from zero' '\df+ shows the comment of a function'
has "$(run -c '\da headcount_ratio')" 'Headcount ratio, FGT 0' '\da shows the comment of an aggregate'
has "$(run -c '\dT+ poverty_summary')" 'summary' '\dT+ shows the comment of a type'
has "$(run -c '\dx poverty_ext')" 'poverty' '\dx shows the extension'
has "$(run -c '\d+ poverty_line')" 'currency' '\d+ shows the columns of a table'
has "$(run -c '\dd poverty_line')$(run -c '\dt+ poverty_line')" 'line' '\dt+ shows the comment of a table'
has "$(run -c '\d+ ward_poverty')" 'headcount_ratio(household.income' "\\d+ shows a view's query"
result=$(run <<'SQL'
SELECT headcount_ratio(income, 250, -1) FROM household;
\errverbose
SELECT 'goes on' AS session;
SQL
)
has "$result" '22023' '\errverbose shows the SQLSTATE'
has "$result" 'HINT:' 'and the hint'
has "$result" 'goes on' 'and the session goes on'

echo "1..$POINTS"
[ "$FAILED" -eq 0 ]
