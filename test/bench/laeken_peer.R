# laeken_peer.R FILE RUNS: the median time of the at-risk-of-poverty rate at a threshold, on a vector in memory.
suppressPackageStartupMessages(library(laeken))
arguments <- commandArgs(trailingOnly = TRUE)
register <- read.csv(arguments[1])
times <- replicate(as.integer(arguments[2]), system.time(
  arpr(register$income, weights = register$weight, threshold = 800000))[["elapsed"]])
cat(sprintf("| laeken %s, one threshold for all, vector in memory | %.1f | - |\n", packageVersion("laeken"), 1000 * median(times)))
