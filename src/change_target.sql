-- SPDX-License-Identifier: PostgreSQL
/* ---- change: targets, gross flows against the net change, anchored lines ---- */

CREATE TYPE @extschema@.target_progress AS (
	start float8,
	actual float8,
	target float8,
	attainment float8,
	time_elapsed float8,
	annual_change float8,
	required_annual_change float8,
	projected float8,
	reached_in float8,
	on_track boolean,
	met boolean,
	assumption text
);

CREATE FUNCTION @extschema@.target_progress(
	start float8,
	start_period float8,
	actual float8,
	actual_period float8,
	target float8,
	target_period float8
) RETURNS @extschema@.target_progress
	AS 'MODULE_PATHNAME', 'target_progress' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE @extschema@.gross_and_net AS (
	gross_exits float8,
	other_exits float8,
	gross_entries float8,
	other_entries float8,
	net_fall float8,
	planned_fall float8,
	gross_attainment float8,
	net_attainment float8,
	met boolean
);

CREATE FUNCTION @extschema@.gross_and_net(flow @extschema@.poverty_flow, target float8) RETURNS @extschema@.gross_and_net
	AS 'MODULE_PATHNAME', 'gross_and_net' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.anchored_line(line float8, price_index_then float8, price_index_now float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'anchored_line' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON TYPE @extschema@.target_progress IS
'How a target stands: attainment to date, the change still needed, and where the present pace leads, with what that assumes. Made by the function of this name.';
COMMENT ON COLUMN @extschema@.target_progress.start IS
'The figure at the start of the plan, a rate or a count.';
COMMENT ON COLUMN @extschema@.target_progress.actual IS
'The figure now.';
COMMENT ON COLUMN @extschema@.target_progress.target IS
'The figure that the plan asks for.';
COMMENT ON COLUMN @extschema@.target_progress.attainment IS
'(start - actual) / (start - target), a fraction: 1 is just met. NULL when start = target.';
COMMENT ON COLUMN @extschema@.target_progress.time_elapsed IS
'The share of the plan''s time that has passed, a fraction.';
COMMENT ON COLUMN @extschema@.target_progress.annual_change IS
'The average change a year so far: (actual - start) / (actual_period - start_period). NULL at the start.';
COMMENT ON COLUMN @extschema@.target_progress.required_annual_change IS
'The change a year from now on that just meets the target: (target - actual) / (target_period - actual_period). NULL at the end.';
COMMENT ON COLUMN @extschema@.target_progress.projected IS
'The figure in the target''s period if annual_change goes on, not below 0. NULL at the start.';
COMMENT ON COLUMN @extschema@.target_progress.reached_in IS
'The period in which a straight line through start and actual crosses the target, in parts of a year; NULL when it leads away from it or nowhere.';
COMMENT ON COLUMN @extschema@.target_progress.on_track IS
'Whether that line reaches the target by its period: attainment >= time_elapsed - 1e-12, so that rounding puts no plan that is just on its line behind it. NULL at the start, or when start = target.';
COMMENT ON COLUMN @extschema@.target_progress.met IS
'Whether actual is the target or better. NULL when start = target.';
COMMENT ON COLUMN @extschema@.target_progress.assumption IS
'What the projection assumes, in words.';
COMMENT ON FUNCTION @extschema@.target_progress(float8, float8, float8, float8, float8, float8) IS
'How a target stands. For rates and counts, falling or rising: better is the direction from start to target. Periods are in years, and may have parts; the present must not be before the start nor after the target''s period, which must be after the start (22023). NULL gives NULL; NaN and infinity are errors (22023). Figures are compared unrounded: at the precision that a plan prints, compare percent(rate, digits).';
COMMENT ON TYPE @extschema@.gross_and_net IS
'What a flow form says of a plan for the number on the list: gross exits, gross entries, the net fall, and the share of the planned fall that each is. Made by the function of this name.';
COMMENT ON COLUMN @extschema@.gross_and_net.gross_exits IS
'Columns 2 and 3 of the form: who left the list for the other list or for above both.';
COMMENT ON COLUMN @extschema@.gross_and_net.other_exits IS
'Column 4: died, moved away, split.';
COMMENT ON COLUMN @extschema@.gross_and_net.gross_entries IS
'Columns 5 to 7: who entered from the other list, again, or for the first time.';
COMMENT ON COLUMN @extschema@.gross_and_net.other_entries IS
'Column 8: moved in, split.';
COMMENT ON COLUMN @extschema@.gross_and_net.net_fall IS
'start - end: exits less entries. Negative for a rise.';
COMMENT ON COLUMN @extschema@.gross_and_net.planned_fall IS
'start - target; 0 or below when no fall is planned.';
COMMENT ON COLUMN @extschema@.gross_and_net.gross_attainment IS
'gross_exits / planned_fall, a fraction: what is claimed when escapes alone are counted. NULL when no fall is planned: target >= start.';
COMMENT ON COLUMN @extschema@.gross_and_net.net_attainment IS
'net_fall / planned_fall, a fraction: the attainment of the target. NULL when no fall is planned: target >= start.';
COMMENT ON COLUMN @extschema@.gross_and_net.met IS
'Whether the list at the end is at most the target.';
COMMENT ON FUNCTION @extschema@.gross_and_net(@extschema@.poverty_flow, float8) IS
'Gross against net: what a flow form, of the poor or of the near-poor, says of a plan for the number at its end. The gross number of escapes is not the fall of the list, which entries work against. target is the planned number on the list at the end, not the planned fall. NULL gives NULL; a flow with a NULL column is an error (22004), and so are a negative, NaN or infinite number, a flow of another status than poor and near_poor, and one that does not add up (start - exits + entries = end, to 1e-12 of the largest column), all 22023.';
COMMENT ON FUNCTION @extschema@.anchored_line(float8, float8, float8) IS
'A line of an earlier period in the prices of a later one: line * (price_index_now / price_index_then). As the line of headcount_ratio(income, anchored_line(...), weight) it gives the anchored rate: poverty against last period''s standard of living, moved by prices alone (Eurostat: at risk of poverty rate anchored at a point in time). All must be positive (22023); NULL gives NULL. Unit: that of line.';
