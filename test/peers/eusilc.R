# eusilc.R DIRECTORY: writes laeken's eusilc data (income, weight) and what laeken and survey compute from it, here and
# now, in the columns of eusilc.csv. The data stay with the package they came from.
directory <- commandArgs(trailingOnly = TRUE)[1]
suppressPackageStartupMessages({
  library(laeken)
  library(survey)
})
data(eusilc)
options(digits = 17)
write.csv(data.frame(x = eusilc$eqIncome, w = eusilc$rb050), file.path(directory, "eusilc.csv"), row.names = FALSE)
lines <- c("0.6 of the median" = arpt("eqIncome", weights = "rb050", data = eusilc, p = 0.6),
           "0.6 of the mean" = 0.6 * weighted.mean(eusilc$eqIncome, eusilc$rb050))
write.csv(data.frame(name = names(lines), line = lines), file.path(directory, "lines.csv"), row.names = FALSE)

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
