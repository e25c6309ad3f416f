# SPDX-License-Identifier: PostgreSQL
# laeken_peer.R FILE RUNS: median times on vectors in memory: laeken's at-risk-of-poverty rate at a threshold, and the same ratio
# and the six measures in plain R, in all and by area.
suppressPackageStartupMessages(library(laeken))
arguments <- commandArgs(trailingOnly = TRUE)
register <- read.csv(arguments[1])
runs <- as.integer(arguments[2])
timed <- function(f) 1000 * median(replicate(runs, system.time(f())[["elapsed"]]))
by_area <- function(f) lapply(split(seq_len(nrow(register)), register$area), f)
headcount <- function(i = TRUE) with(register[i, ], sum(weight[income < line]) / sum(weight))
six <- function(i = TRUE) {
  r <- register[i, ]
  p <- r[r$income < r$line, ]
  gap <- (p$line - p$income) / p$line
  c(sum(p$weight), sum(p$weight * gap), sum(p$weight * gap^2), sum(p$weight * log(p$line / p$income)),
    c(sum(p$weight * gap), sum(p$weight * (p$line - p$income))) / sum(p$weight) * sum(r$weight)) / sum(r$weight)
}
cat(sprintf("| laeken %s (R %s), one threshold for all, vectors in memory | %.1f | %.1f | - | - |\n",
  packageVersion("laeken"), getRversion(),
  timed(function() arpr(register$income, weights = register$weight, threshold = 800000)),
  timed(function() arpr(register$income, weights = register$weight, breakdown = register$area, threshold = 800000))))
cat(sprintf("| plain R %s, vectors in memory | %.1f | %.1f | %.1f | %.1f |\n", getRversion(),
  timed(function() headcount()), timed(function() by_area(headcount)), timed(function() six()), timed(function() by_area(six))))
