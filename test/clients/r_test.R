# SPDX-License-Identifier: PostgreSQL
# R's DBI, by RPostgreSQL (RPostgres is on CRAN only). Parameters by $1 go as text without a type; sqlInterpolate() writes
# them into the SQL, quoted when they are strings.

suppressMessages({
	library(DBI)
	library(RPostgreSQL)
})
cat("#", R.version.string, "DBI", as.character(packageVersion("DBI")), "RPostgreSQL", as.character(packageVersion("RPostgreSQL")), "\n")

points <- 0
failed <- 0
equal <- function(got, expected, name) {
	points <<- points + 1
	good <- isTRUE(all.equal(got, expected, tolerance = 1e-15))
	if (!good) failed <<- failed + 1
	cat(if (good) "ok" else "not ok", points, "-", name, "\n")
	if (!good) cat("#   got", deparse(got), "expected", deparse(expected), "\n")
}

connection <- dbConnect(PostgreSQL(), host = Sys.getenv("PGHOST"), port = Sys.getenv("PGPORT"), user = Sys.getenv("PGUSER"), dbname = Sys.getenv("PGDATABASE"))
# a type that RPostgreSQL does not know is a string, with a warning
rows <- function(sql, ...) suppressWarnings(dbGetQuery(connection, sqlInterpolate(connection, sql, ...)))
one <- function(sql, ...) rows(sql, ...)[1, 1]

for (line in list(250L, 250, "250"))
	for (column in c("income", "income_numeric", "income_int", "income_bigint")) {
		equal(one(sprintf("SELECT headcount_ratio(%s, ?line, members) FROM household", column), line = line), 0.375, paste(class(line), "line in the SQL,", column))
		equal(dbGetQuery(connection, sprintf("SELECT headcount_ratio(%s, $1, members) FROM household", column), line)[1, 1], 0.375, paste(class(line), "line as $1,", column))
	}
equal(one("SELECT weighted_quantile(income, ?p, members) FROM household", p = 0.5), 300, "a share")
equal(one("SELECT fgt(income, 250, ?alpha, members) FROM household", alpha = 1), 0.175, "alpha")
equal(one("SELECT percent(headcount_ratio(income, ?line, members)) FROM household", line = 250), 37.5, "percent, a numeric, is a number")
equal(one("SELECT headcount_ratio(income, ?line, members) FROM household", line = NA), NA_real_, "NA is NULL: no row, NA")
equal(one("SELECT headcount_ratio(income, 250) FROM household WHERE year = ?year", year = 1900L), NA_real_, "empty group: NA")
equal(rows("SELECT yoy_change(rate, year) OVER w AS y, yoy_change(rate, as_of) OVER w AS d FROM ward_rate WINDOW w AS (ORDER BY year)"),
	data.frame(y = c(NA, -0.25, NA), d = c(NA, -0.25, NA)), "a missing year is NA")
equal(rows("SELECT ward, headcount_ratio(income, 250, members) AS \"Tỷ lệ nghèo\" FROM household GROUP BY ward ORDER BY ward"),
	data.frame(ward = c("A", "B"), "Tỷ lệ nghèo" = c(0.75, 0), check.names = FALSE), "a data frame by ward, with a name in Vietnamese")
equal(one("SELECT mpi(lacking, ?weights, 0.5, members) FROM household", weights = "{1,1,1,1}"), 0.40625, "an array goes as a string")
equal(rows("SELECT p FROM unnest((SELECT lorenz_curve(income, 2, members) FROM household)) p")$p, c(0, 700 / 2200, 1), "unnest() makes a column of an array")
equal(one("SELECT lorenz_curve(income, 2, members) FROM household"), "{0,0.3181818181818182,1}", "the array itself is a string")

warned <- FALSE
kept <- withCallingHandlers(dbGetQuery(connection, "SELECT summary, distribution, deprivation, estimate FROM stored"),
	warning = function(w) { warned <<- TRUE; invokeRestart("muffleWarning") })
equal(warned, TRUE, "RPostgreSQL warns of types that it does not know")
equal(unname(sapply(kept, class)), rep("character", 4), "summaries and estimates are strings")
invisible(dbExecute(connection, "TRUNCATE written"))
for (i in seq_len(nrow(kept)))
	invisible(dbExecute(connection, sqlInterpolate(connection, "INSERT INTO written VALUES (?v1, ?v2, ?v3, ?v4)", v1 = kept[i, 1], v2 = kept[i, 2], v3 = kept[i, 3], v4 = kept[i, 4])))
equal(as.numeric(one("SELECT count(*) FROM written w JOIN stored s ON w.summary = s.summary AND w.distribution = s.distribution AND w.deprivation = s.deprivation AND w.estimate = s.estimate")), 2, "and come back the same")
equal(one("SELECT headcount_ratio(merge(?a::poverty_summary, summary)) FROM stored WHERE ward = 'B'", a = kept[1, 1]), 0.375, "a summary as a parameter")
invisible(suppressWarnings(dbWriteTable(connection, "from_r", kept["summary"], row.names = FALSE)))
equal(one("SELECT headcount_ratio(merge(summary::poverty_summary)) FROM from_r"), 0.375, "dbWriteTable writes text, which a cast reads")
invisible(dbRemoveTable(connection, "from_r"))

estimate <- rows("SELECT (e).* FROM (SELECT mean_estimate(visits, 1, 1, visits) AS e FROM household) v")
equal(names(estimate)[1:3], c("estimate", "std_error", "ci_low"), "(e).* has named columns")
equal(c(estimate$estimate, estimate$std_error), c(3, sqrt(0.5)), "of numbers")
equal(rows("SELECT * FROM area_successors(?code, ?day, '2026-01-01')", code = "old 1", day = "2020-01-01"), data.frame(code = "new", share = 1), "a set of rows is a data frame")
equal(one("SELECT obj_description('ward_poverty'::regclass)"), "Poverty by ward and year", "comment of a view")
equal(one("SELECT left(obj_description('headcount_ratio(float8, float8)'::regprocedure), 15)"), "Headcount ratio", "comment of an aggregate")
failure <- tryCatch({ dbSendQuery(connection, "SELECT headcount_ratio(income, 250, -1) FROM household"); "" }, error = conditionMessage)
equal(grepl("not -1", failure) && grepl("HINT", failure), TRUE, "a negative weight: the message names the value, and has the hint")
equal(as.numeric(one("SELECT 1")), 1, "and the session goes on")
invisible(dbDisconnect(connection))
cat(sprintf("1..%d\n", points))
quit(status = if (failed > 0) 1 else 0)
