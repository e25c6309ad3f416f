# SPDX-License-Identifier: PostgreSQL
# survey.R DIRECTORY: writes laeken's eusilc data and what R's survey computes from it, here and now, in the columns of
# survey.csv: domains, sampling fractions, lonely units, intervals, design effects, Woodruff's quantiles, replicates.
directory <- commandArgs(trailingOnly = TRUE)[1]
suppressPackageStartupMessages({
  library(laeken)
  library(survey)
})
data(eusilc)
data(ses)
options(digits = 17)
d <- data.frame(x = eusilc$eqIncome, w = eusilc$rb050, stratum = as.character(eusilc$db040), psu = eusilc$db030,
                sex = as.character(eusilc$rb090), citizenship = as.character(eusilc$pb220a))
write.csv(d, file.path(directory, "sample.csv"), row.names = FALSE, na = "")
write.csv(ses[c("earningsHour", "weights", "sex")], file.path(directory, "ses.csv"), row.names = FALSE)
d$poor <- 1 * (d$x < 10000)
d$gap <- d$poor * (1 - d$x / 10000)
d$fraction <- 0.1 + 0.05 * match(d$stratum, sort(unique(d$stratum), method = "radix"))

rows <- NULL
row <- function(index, arguments, sample, what, value) {
  rows <<- rbind(rows, data.frame(index, arguments, sample, what, value = format(as.numeric(value)[1], digits = 17),
                                  tool = paste("survey", packageVersion("survey"), "(live)")))
}
design_of <- function(data, ...) svydesign(ids = ~psu, strata = ~stratum, weights = ~w, data = data, ...)
full <- design_of(d)
for (by in c("sex", "stratum")) {
  table <- svyby(~poor, as.formula(paste0("~", by)), full, svymean, deff = "replace")
  for (i in seq_len(nrow(table))) {
    row("headcount_ratio", "10000", table[i, 1], "estimate", table$poor[i])
    row("headcount_ratio", "10000", table[i, 1], "std_error", table[i, 3])
    row("headcount_ratio", "10000", table[i, 1], "deff", table[i, 4])
  }
  table <- svyby(~gap, as.formula(paste0("~", by)), full, svymean)
  for (i in seq_len(nrow(table))) row("poverty_gap", "10000", table[i, 1], "std_error", table$se[i])
}
other <- subset(full, citizenship == "Other")
for (method in c("mean", "logit", "beta")) {
  # beta takes the domain's degrees of freedom, whatever it is told
  df <- if (method == "beta") degf(other) else degf(full)
  ci <- attr(svyciprop(~poor, other, method = method, df = df), "ci")
  name <- c(mean = "wald", logit = "logit", beta = "korn_graubard")[[method]]
  row("headcount_ratio", "10000", paste("Other,", name), "ci_low", ci[1])
  row("headcount_ratio", "10000", paste("Other,", name), "ci_high", ci[2])
}
row("headcount_ratio", "10000", "Other, korn_graubard", "df", degf(other))
ratio <- svyratio(~gap, ~poor, other)
row("income_gap_ratio", "10000", "Other, wald", "estimate", coef(ratio))
row("income_gap_ratio", "10000", "Other, wald", "std_error", SE(ratio))
total <- svytotal(~poor, full, deff = "replace")
row("total", "poor", "all", "std_error", SE(total))
row("total", "poor", "all", "deff", deff(total))
fractions <- design_of(d, fpc = ~fraction)
row("headcount_ratio", "10000", "all, fpc", "std_error", SE(svymean(~poor, fractions)))
row("headcount_ratio", "10000", "Other, fpc", "std_error", SE(svymean(~poor, subset(fractions, citizenship == "Other"))))
# of two strata, one PSU each is kept
first <- function(stratum) min(d$psu[d$stratum == stratum])
kept <- d[!(d$stratum %in% c("Vienna", "Tyrol")) | d$psu %in% c(first("Vienna"), first("Tyrol")), ]
for (lonely in c("certainty", "average", "adjust")) {
  options(survey.lonely.psu = lonely)
  row("headcount_ratio", "10000", paste("lonely,", lonely), "std_error", SE(svymean(~poor, design_of(kept))))
  row("headcount_ratio", "10000", paste("lonely, fpc,", lonely), "std_error", SE(svymean(~poor, design_of(kept, fpc = ~fraction))))
  row("headcount_ratio", "10000", paste("lonely, female,", lonely), "std_error",
      SE(svymean(~poor, subset(design_of(kept), sex == "female"))))
}
options(survey.lonely.psu = "fail")
for (p in c(0.1, 0.5, 0.9)) {
  q <- svyquantile(~x, full, p, ci = TRUE, interval.type = "mean", qrule = "school", df = degf(full))$x
  for (i in 1:4) row("weighted_quantile", as.character(p), "all, woodruff", c("estimate", "ci_low", "ci_high", "std_error")[i], q[i])
}
# 16 replicates that double the weight of about half of the PSUs and drop the others
half <- sapply(1:16, function(r) 2 * ((d$psu * (7 * r + 3) + r * r) %% 17 < 8))
for (method in c("brr", "fay", "jk1", "jkn", "bootstrap", "acs")) {
  setup <- switch(method,
    brr = list(type = "BRR"), fay = list(type = "Fay", rho = 0.5), jk1 = list(type = "JK1", scale = 15 / 16),
    jkn = list(type = "other", scale = 1, rscales = (1:16) / 16), bootstrap = list(type = "bootstrap", scale = 1 / 15),
    acs = list(type = "other", scale = 4 / 16, rscales = rep(1, 16), mse = TRUE))
  weights <- d$w * (if (method == "fay") 0.5 + 0.5 * half else half)
  replicates <- do.call(svrepdesign, c(list(weights = ~w, repweights = weights, data = d, combined.weights = TRUE), setup))
  row("headcount_ratio", "10000", paste("replicates,", method), "std_error", SE(svymean(~poor, replicates)))
  row("income_gap_ratio", "10000", paste("replicates,", method), "std_error", SE(svyratio(~gap, ~poor, replicates)))
  # a national line that each replicate draws anew, a region's rate and gap at it; two domains of the same replicates
  line <- function(w) {
    o <- order(d$x)
    reached <- cumsum(w[o]) / sum(w)
    0.6 * (d$x[o][which(reached >= 0.5)[1]] + d$x[o][which(reached > 0.5)[1]]) / 2
  }
  at_line <- function(power) withReplicates(replicates, function(w, data) {
    z <- line(w)
    i <- data$stratum == "Tyrol"
    sum(w[i] * pmax(0, (z - data$x[i]) / z)^power * (data$x[i] < z)) / sum(w[i])
  })
  for (power in 0:1) {
    result <- at_line(power)
    row("fgt", paste0("survey_line_replicates 0.6, ", power), paste("replicates, Tyrol,", method), "estimate", coef(result))
    row("fgt", paste0("survey_line_replicates 0.6, ", power), paste("replicates, Tyrol,", method), "std_error", SE(result))
  }
  rates <- function(w, data) sapply(c("female", "male"), function(s) sum(w * (data$poor * (data$sex == s))) / sum(w * (data$sex == s)))
  row("difference", "headcount_ratio 10000, female and male", paste("replicates,", method), "std_error",
      SE(withReplicates(replicates, function(w, data) -diff(rates(w, data)))))
  row("relative_difference", "headcount_ratio 10000, female and male", paste("replicates,", method), "std_error",
      SE(withReplicates(replicates, function(w, data) { r <- rates(w, data); r[1] / r[2] - 1 })))
}
write.csv(rows, file.path(directory, "survey.csv"), row.names = FALSE)
