# SPDX-License-Identifier: PostgreSQL
# laeken_distribution.R FILE RUNS: median times of the median, the Gini coefficient and the at-risk-of-poverty rate, on a
# vector in memory.
suppressPackageStartupMessages(library(laeken))
arguments <- commandArgs(trailingOnly = TRUE)
register <- read.csv(arguments[1])
timed <- function(f) 1000 * median(replicate(as.integer(arguments[2]), system.time(f())[["elapsed"]]))
cat(sprintf("| laeken %s, vector in memory | %.1f | %.1f | %.1f |\n", packageVersion("laeken"),
            timed(function() weightedMedian(register$income)), timed(function() gini(register$income, weights = register$weight)),
            timed(function() arpr(register$income, weights = register$weight, p = 0.6))))
