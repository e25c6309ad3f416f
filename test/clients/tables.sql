-- SPDX-License-Identifier: PostgreSQL
-- What every client's test reads: five households of which all that is asked for can be computed by hand.
-- Line 250, weights members: poor are the two of ward A with 100 (weight 2) and 200 (weight 1).
--   headcount ratio: all 3/8 = 0.375, A 3/4 = 0.75, B 0/4 = 0
--   poverty gap: (2*150 + 1*50) / 250 / 8 = 0.175
--   weighted median: 300, the smallest income with more than half of the weight (5/8 > 1/2)
--   income times members: 200 + 200 + 400 + 900 + 500 = 2200; mean 275
-- Deprivations of weight 1/4 each, k = 0.5, weights members: poor are {t,t,f,f} (2) and {t,t,t,f} (3): H = 5/8,
-- M0 = (2*0.5 + 3*0.75) / 8 = 0.40625.
-- mean_estimate of visits, one stratum, one household a sampling unit, weight 1: (1+2+3+4+5)/5 = 3; u = (x - 3)/5,
-- variance 5/4 * (4+1+0+1+4)/25 = 0.5, so the standard error is sqrt(0.5) = 0.70710678118654757.
CREATE EXTENSION poverty_ext;
CREATE TABLE household (
	ward text NOT NULL, year int NOT NULL, as_of date NOT NULL, income float8, income_numeric numeric, income_int int, income_bigint bigint,
	members int, visits int, lacking boolean[], transition poverty_transition);
INSERT INTO household VALUES
	('A', 2018, '2018-12-31', 100, 100, 100, 100, 2, 1, '{t,t,f,f}', 'stayed'),
	('A', 2018, '2018-12-31', 200, 200, 200, 200, 1, 2, '{t,f,f,f}', 'escaped_above'),
	('A', 2018, '2018-12-31', 400, 400, 400, 400, 1, 3, '{f,f,f,f}', 'stayed'),
	('B', 2018, '2018-12-31', 300, 300, 300, 300, 3, 4, '{t,t,t,f}', 'fell_new'),
	('B', 2018, '2018-12-31', 500, 500, 500, 500, 1, 5, '{f,f,f,f}', 'stayed_out');
COMMENT ON TABLE household IS 'Five households';
-- rates of three years, 2017 missing
CREATE TABLE ward_rate (ward text, year int, as_of date, rate float8);
INSERT INTO ward_rate VALUES ('A', 2015, '2015-12-31', 0.5), ('A', 2016, '2016-12-31', 0.25), ('A', 2018, '2018-12-31', 0.125);
-- what a dashboard reads, and a table of stored summaries
CREATE VIEW ward_poverty AS
SELECT ward, year, headcount_ratio(income, 250, members) AS poverty_rate, poor_population(income, 250, members) AS poor, population(income, 250, members) AS persons
FROM household GROUP BY ward, year;
COMMENT ON VIEW ward_poverty IS 'Poverty by ward and year';
COMMENT ON COLUMN ward_poverty.poverty_rate IS 'Share of persons below the line, a fraction';
CREATE TABLE stored AS
SELECT ward, year, poverty_summary(income, 250, members) AS summary, income_distribution(income, members) AS distribution,
	mpi_summary(lacking, '{1,1,1,1}'::float8[], 0.5, members) AS deprivation, mean_estimate(visits, 1, 1, visits) AS estimate
FROM household GROUP BY ward, year;
CREATE TABLE written (summary poverty_summary, distribution income_distribution, deprivation mpi_summary, estimate poverty_estimate);
-- units that were merged in the middle of 2025
INSERT INTO area_crosswalk (code, valid, successor, successor_valid, share, source) VALUES
	('old 1', '[2015-01-01,2025-07-01)', 'new', '[2025-07-01,)', 1, 'made up'), ('old 2', '[2015-01-01,2025-07-01)', 'new', '[2025-07-01,)', 1, 'made up');
