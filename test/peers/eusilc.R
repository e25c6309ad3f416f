# SPDX-License-Identifier: PostgreSQL
# eusilc.R DIRECTORY: writes laeken's eusilc data (income, weight, sex, region) and what laeken and survey compute from it,
# here and now, in the columns of eusilc.csv and of indices.csv. The data stay with the package they came from.
directory <- commandArgs(trailingOnly = TRUE)[1]
suppressPackageStartupMessages({
  library(laeken)
  library(survey)
})
data(eusilc)
options(digits = 17)
# write.csv() itself would round to 15 digits
exactly <- function(x) format(x, digits = 17, trim = TRUE)
write.csv(data.frame(x = exactly(eusilc$eqIncome), w = exactly(eusilc$rb050), sex = eusilc$rb090, region = eusilc$db040),
          file.path(directory, "eusilc.csv"), row.names = FALSE, quote = FALSE)
lines <- c("0.6 of the median" = arpt("eqIncome", weights = "rb050", data = eusilc, p = 0.6),
           "0.6 of the mean" = 0.6 * weighted.mean(eusilc$eqIncome, eusilc$rb050))
write.csv(data.frame(name = names(lines), line = exactly(lines)), file.path(directory, "lines.csv"), row.names = FALSE)

rows <- NULL
row <- function(measure, line, positive, bottom, value, tool) {
  rows <<- rbind(rows, data.frame(measure, line, line_is_poor = "f", only_positive = positive, bottom_code = bottom,
                                  value = format(value, digits = 17), tool))
}
version <- function(package) paste(package, packageVersion(package), "(live)")
# laeken 0.5.2 takes incomes below the threshold, in percent
for (line in c("10000", names(lines))) {
  z <- if (line %in% names(lines)) lines[[line]] else as.numeric(line)
  row("headcount_ratio", line, "f", "", arpr("eqIncome", weights = "rb050", data = eusilc, threshold = z)$value / 100, version("laeken"))
  for (positive in c("f", "t")) {
    part <- if (positive == "t") eusilc[eusilc$eqIncome > 0, ] else eusilc
    design <- svydesign(ids = ~1, weights = ~rb050, data = part)
    x <- part$eqIncome
    poor <- x < z
    mean_of <- function(term) as.numeric(coef(svymean(term, design)))
    row("headcount_ratio", line, positive, "", mean_of(1 * poor), version("survey"))
    row("poverty_gap", line, positive, "", mean_of(poor * (z - x) / z), version("survey"))
    row("poverty_severity", line, positive, "", mean_of(poor * ((z - x) / z)^2), version("survey"))
    row("total_shortfall", line, positive, "", as.numeric(coef(svytotal(poor * (z - x), design))), version("survey"))
    if (positive == "t") {
      row("watts_index", line, positive, "", mean_of(ifelse(poor, log(z / x), 0)), version("survey"))
      row("prosperity_gap", line, positive, "", mean_of(z / x), version("survey"))
    }
  }
}
write.csv(rows, file.path(directory, "live.csv"), row.names = FALSE, quote = FALSE)

# Indices and quantiles. laeken's are in percent, but for ratios.
rows <- NULL
index_row <- function(index, parameter, of_rows, value, tool) {
  rows <<- rbind(rows, data.frame(index, parameter, rows = of_rows, value = exactly(as.numeric(value)), within = "1e-12", tool))
}
for (of_rows in c("all", "unweighted")) {
  w <- if (of_rows == "all") eusilc$rb050 else NULL
  x <- eusilc$eqIncome
  for (share in c(0.4, 0.5, 0.6, 0.7)) {
    index_row("relative_poverty_line", share, of_rows, arpt(x, weights = w, p = share), version("laeken"))
    index_row("at_risk_of_poverty_rate", share, of_rows, arpr(x, weights = w, p = share)$value / 100, version("laeken"))
  }
  # rmpg() knows no other share
  index_row("relative_median_poverty_gap", 0.6, of_rows, rmpg(x, weights = w)$value / 100, version("laeken"))
  index_row("income_quintile_share_ratio", "", of_rows, qsr(x, weights = w)$value, version("laeken"))
  index_row("gini", "", of_rows, gini(x, weights = w)$value / 100, version("laeken"))
  index_row("weighted_median", "", of_rows, weightedMedian(x, w), version("laeken"))
  for (p in c(0.05, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.75, 0.8, 0.9, 0.95))
    index_row("weighted_quantile", p, of_rows, weightedQuantile(x, w, probs = p), version("laeken"))

  design <- svydesign(ids = ~1, weights = if (of_rows == "all") ~rb050 else ~one, data = transform(eusilc, one = 1))
  for (p in c(0.05, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.75, 0.8, 0.9, 0.95)) {
    quantile_by <- function(rule) coef(svyquantile(~eqIncome, design, p, qrule = rule, ci = FALSE, se = FALSE))
    index_row("weighted_quantile_low", p, of_rows, quantile_by("math"), version("survey"))
    index_row("weighted_quantile", p, of_rows, quantile_by("school"), version("survey"))
    index_row("weighted_quantile_cont", p, of_rows, quantile_by("hf7"), version("survey"))
  }
  index_row("mean_income", "", of_rows, coef(svymean(~eqIncome, design)), version("survey"))
}
index_row("gini", "", "weights of mean 1", gini(eusilc$eqIncome, weights = eusilc$rb050 / mean(eusilc$rb050))$value / 100, version("laeken"))

# Entropy and Atkinson indices, as survey's means of their terms
part <- eusilc[eusilc$eqIncome > 0, ]
design <- svydesign(ids = ~1, weights = ~rb050, data = part)
part_mean <- as.numeric(coef(svymean(~eqIncome, design)))
ratio <- part$eqIncome / part_mean
mean_of <- function(term) as.numeric(coef(svymean(term, design)))
index_row("mean_log_deviation", "", "above 0", mean_of(-log(ratio)), version("survey"))
index_row("theil_index", "", "above 0", mean_of(ratio * log(ratio)), version("survey"))
for (alpha in c(-1, -0.5, 0.5, 2, 3))
  index_row("generalized_entropy", alpha, "above 0", mean_of(ratio^alpha - 1) / (alpha^2 - alpha), version("survey"))
index_row("atkinson_index", 1, "above 0", 1 - exp(mean_of(log(ratio))), version("survey"))
for (epsilon in c(0.25, 0.5, 2, 3))
  index_row("atkinson_index", epsilon, "above 0", 1 - mean_of(ratio^(1 - epsilon))^(1 / (1 - epsilon)), version("survey"))
index_row("hoover_index", "", "above 0", mean_of(abs(ratio - 1)) / 2, version("survey"))
write.csv(rows, file.path(directory, "live_indices.csv"), row.names = FALSE, quote = FALSE)
