-- SPDX-License-Identifier: PostgreSQL
-- change: targets, gross against net, anchored lines.

\x on
-- The city: 2.5 % at the end of 2017, 2.24 % a year later; for a target of 2.0 % in 2020 half the fall is made (0.26 of 0.5 points = 0.52) in a
-- third of the time; 0.12 points a year remain to be made; the pace leads to 2.24 - 2 * 0.26 = 1.72 and crosses 2.0 at 2017 + 1 / 0.52.
SELECT round(start::numeric, 4) AS start, round(attainment::numeric, 10) AS attainment, round(time_elapsed::numeric, 10) AS time_elapsed, round(annual_change::numeric, 10) AS annual_change,
	round(required_annual_change::numeric, 10) AS required, round(projected::numeric, 10) AS projected, round(reached_in::numeric, 6) AS reached_in, on_track, met, assumption
FROM target_progress(0.025, 2017, 0.0224, 2018, 0.02, 2020);
-- A count, at the end: 25 of 31 fewer: missed; nothing can be required any more.
SELECT * FROM target_progress(282, 2017, 257, 2018, 251, 2018);
-- Rising, met early; away from the target; at the start; not below 0; nothing to do; just on the line (a third of the way in a third of the time).
SELECT * FROM target_progress(0, 2010, 9, 2012, 8, 2014);
SELECT * FROM target_progress(10, 2010, 12, 2012, 8, 2014);
SELECT * FROM target_progress(10, 2010, 10, 2010, 8, 2014);
SELECT projected, on_track, reached_in FROM target_progress(10, 2010, 2, 2011, 1, 2014);
SELECT attainment, on_track, met, projected FROM target_progress(10, 2010, 9, 2012, 10, 2014);
SELECT attainment = time_elapsed AS even, on_track FROM target_progress(10, 2010, 9, 2011, 7, 2013);
\x off
SELECT target_progress(NULL, 2010, 1, 2011, 1, 2013) IS NULL AS unknown;
SELECT target_progress(1, 2010, 1, 2009, 1, 2013);
\echo :LAST_ERROR_SQLSTATE
SELECT target_progress(1, 2010, 1, 2014, 1, 2013);
\echo :LAST_ERROR_SQLSTATE
SELECT target_progress(1, 2010, 1, 2010, 1, 2010);
\echo :LAST_ERROR_SQLSTATE
SELECT target_progress('NaN', 2010, 1, 2011, 1, 2013);
\echo :LAST_ERROR_SQLSTATE
SELECT target_progress(-1e308, 2010, 1e308, 2011, 0, 2013);
\echo :LAST_ERROR_SQLSTATE

-- Gross against net, the city's form of 2018 for 251: 61 escaped, 36 entered, 25 fewer of 31 planned; gross 61/31, net 25/31.
\x on
SELECT *, gross_attainment = 61::float8 / 31 AS gross_by_hand, net_attainment = 25::float8 / 31 AS net_by_hand FROM gross_and_net(ROW('poor', 282, 38, 23, 0, 14, 7, 15, 0, 257, 0)::poverty_flow, 251);
-- The near-poor: exits 112 above and 14 into poverty, entries 38, 6, 17; 301 - 236 = 65.
SELECT * FROM gross_and_net(ROW('near_poor', 301, 38, 112, 0, 14, 6, 17, 0, 236, 0)::poverty_flow, 240);
-- No fall was planned: the number may stay, or rise to 7.
SELECT planned_fall, gross_attainment, net_attainment, met FROM gross_and_net(ROW('poor', 5, 1, 0, 0, 0, 0, 0, 0, 4, 0)::poverty_flow, 5);
SELECT planned_fall, gross_attainment, net_attainment, met FROM gross_and_net(ROW('poor', 5, 1, 0, 0, 0, 0, 0, 0, 4, 0)::poverty_flow, 7);
-- Weighted numbers are rounded one by one: 0.3 - 0.1 is not 0.2 to the bit, and adds up all the same.
SELECT gross_exits, net_fall FROM gross_and_net(ROW('poor', 0.3, 0.1, 0, 0, 0, 0, 0, 0, 0.2, 0)::poverty_flow, 0.1);
\x off
SELECT gross_and_net(poverty_flow('escaped_above'::poverty_transition), 0) AS from_the_aggregate;
SELECT gross_and_net(NULL, 5) IS NULL AS unknown, gross_and_net(poverty_flow('stayed'::poverty_transition), NULL) IS NULL AS no_target;
SELECT gross_and_net(ROW('poor', 5, NULL, 0, 0, 0, 0, 0, 0, 4, 0)::poverty_flow, 5);
\echo :LAST_ERROR_SQLSTATE
SELECT gross_and_net(ROW('poor', 5, -1, 0, 0, 0, 0, 0, 0, 4, 0)::poverty_flow, 5);
\echo :LAST_ERROR_SQLSTATE
SELECT gross_and_net(ROW('poor', 5, 1, 0, 0, 0, 0, 0, 0, 4, 0)::poverty_flow, 'Infinity');
\echo :LAST_ERROR_SQLSTATE
SELECT gross_and_net(ROW('average', 5, 1, 0, 0, 0, 0, 0, 0, 4, 0)::poverty_flow, 3);
\echo :LAST_ERROR_SQLSTATE
SELECT gross_and_net(ROW(NULL, 5, 1, 0, 0, 0, 0, 0, 0, 4, 0)::poverty_flow, 3);
\echo :LAST_ERROR_SQLSTATE
-- 64 - 12 + 3 is 55; of the near-poor, column 2 of the poor comes in: 5 + 1 is 6.
SELECT gross_and_net(ROW('poor', 64, 10, 2, 0, 0, 0, 3, 0, 54, 1)::poverty_flow, 50);
\echo :LAST_ERROR_SQLSTATE
SELECT gross_and_net(ROW('near_poor', 5, 1, 0, 0, 0, 0, 0, 0, 4, 0)::poverty_flow, 3);
\echo :LAST_ERROR_SQLSTATE

-- Anchored: 900,000 in prices a quarter higher; the rate at that line.
SELECT anchored_line(900000, 100, 125) AS line, anchored_line(1, NULL, 1) IS NULL AS unknown, headcount_ratio(x, anchored_line(900000, 100, 125)) AS anchored_rate FROM (VALUES (1000000), (1125000), (2000000), (900000)) v(x);
SELECT anchored_line(0, 100, 125);
\echo :LAST_ERROR_SQLSTATE
SELECT anchored_line(1, 100, -1);
\echo :LAST_ERROR_SQLSTATE
SELECT anchored_line(1e300, 1e-300, 1);
\echo :LAST_ERROR_SQLSTATE
SELECT anchored_line(1e-300, 1e300, 1);
\echo :LAST_ERROR_SQLSTATE
