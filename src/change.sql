-- SPDX-License-Identifier: PostgreSQL
/* ---- change: year over year, flows of households, targets ---- */

CREATE FUNCTION @extschema@.yoy_change(value float8, period float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'yoy_change' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.yoy_change(value float8, period date) RETURNS float8
	AS 'MODULE_PATHNAME', 'yoy_change' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.yoy_change(value float8, period timestamp) RETURNS float8
	AS 'MODULE_PATHNAME', 'yoy_change' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.yoy_change(value float8, period timestamptz) RETURNS float8
	AS 'MODULE_PATHNAME', 'yoy_change' LANGUAGE C WINDOW STABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.yoy_relative_change(value float8, period float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'yoy_relative_change' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.yoy_relative_change(value float8, period date) RETURNS float8
	AS 'MODULE_PATHNAME', 'yoy_relative_change' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.yoy_relative_change(value float8, period timestamp) RETURNS float8
	AS 'MODULE_PATHNAME', 'yoy_relative_change' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.yoy_relative_change(value float8, period timestamptz) RETURNS float8
	AS 'MODULE_PATHNAME', 'yoy_relative_change' LANGUAGE C WINDOW STABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.annualised_change(value float8, period float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'annualised_change' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.annualised_change(value float8, period date) RETURNS float8
	AS 'MODULE_PATHNAME', 'annualised_change' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.annualised_change(value float8, period timestamp) RETURNS float8
	AS 'MODULE_PATHNAME', 'annualised_change' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.annualised_change(value float8, period timestamptz) RETURNS float8
	AS 'MODULE_PATHNAME', 'annualised_change' LANGUAGE C WINDOW STABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.annualised_growth(value float8, period float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'annualised_growth' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.annualised_growth(value float8, period date) RETURNS float8
	AS 'MODULE_PATHNAME', 'annualised_growth' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.annualised_growth(value float8, period timestamp) RETURNS float8
	AS 'MODULE_PATHNAME', 'annualised_growth' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.annualised_growth(value float8, period timestamptz) RETURNS float8
	AS 'MODULE_PATHNAME', 'annualised_growth' LANGUAGE C WINDOW STABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.change_since(value float8, period float8, base float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'change_since' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.change_since(value float8, period date, base date) RETURNS float8
	AS 'MODULE_PATHNAME', 'change_since' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.change_since(value float8, period timestamp, base timestamp) RETURNS float8
	AS 'MODULE_PATHNAME', 'change_since' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.change_since(value float8, period timestamptz, base timestamptz) RETURNS float8
	AS 'MODULE_PATHNAME', 'change_since' LANGUAGE C WINDOW STABLE PARALLEL SAFE;

CREATE TYPE @extschema@.poverty_transition AS ENUM (
	'stayed',
	'stayed_out',
	'escaped_to_near_poor',
	'escaped_above',
	'fell_from_near_poor',
	'fell_back',
	'fell_new',
	'arrived',
	'departed'
);

CREATE FUNCTION @extschema@.poverty_transition(
	before @extschema@.poverty_status,
	after @extschema@.poverty_status,
	ever_poor_before boolean,
	of_status @extschema@.poverty_status DEFAULT 'poor'
) RETURNS @extschema@.poverty_transition
	AS 'MODULE_PATHNAME', 'poverty_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE TYPE @extschema@.poverty_flow AS (
	of_status @extschema@.poverty_status,
	start float8,
	escaped_to_near_poor float8,
	escaped_above float8,
	other_decrease float8,
	fell_from_near_poor float8,
	fell_back float8,
	fell_new float8,
	other_increase float8,
	"end" float8,
	residual float8
);

CREATE FUNCTION @extschema@.poverty_flow_transition(@extschema@.exact_sums, @extschema@.poverty_transition) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_flow_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_flow_inverse(@extschema@.exact_sums, @extschema@.poverty_transition) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_flow_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_flow_transition(@extschema@.exact_sums, @extschema@.poverty_transition, @extschema@.poverty_status) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_flow_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_flow_inverse(@extschema@.exact_sums, @extschema@.poverty_transition, @extschema@.poverty_status) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_flow_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_flow_weighted_transition(@extschema@.exact_sums, @extschema@.poverty_transition, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_flow_weighted_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_flow_weighted_inverse(@extschema@.exact_sums, @extschema@.poverty_transition, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_flow_weighted_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_flow_weighted_transition(@extschema@.exact_sums, @extschema@.poverty_transition, float8, float8, @extschema@.poverty_status) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_flow_weighted_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_flow_weighted_inverse(@extschema@.exact_sums, @extschema@.poverty_transition, float8, float8, @extschema@.poverty_status) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'poverty_flow_weighted_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.poverty_flow_final(@extschema@.exact_sums) RETURNS @extschema@.poverty_flow
	AS 'MODULE_PATHNAME', 'poverty_flow_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.poverty_flow(transition @extschema@.poverty_transition) (
	SFUNC = @extschema@.poverty_flow_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 384,
	FINALFUNC = @extschema@.poverty_flow_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.poverty_flow_transition,
	MINVFUNC = @extschema@.poverty_flow_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 384,
	MFINALFUNC = @extschema@.poverty_flow_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.poverty_flow(transition @extschema@.poverty_transition, of_status @extschema@.poverty_status) (
	SFUNC = @extschema@.poverty_flow_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 384,
	FINALFUNC = @extschema@.poverty_flow_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.poverty_flow_transition,
	MINVFUNC = @extschema@.poverty_flow_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 384,
	MFINALFUNC = @extschema@.poverty_flow_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.poverty_flow(transition @extschema@.poverty_transition, weight_before float8, weight_after float8) (
	SFUNC = @extschema@.poverty_flow_weighted_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 384,
	FINALFUNC = @extschema@.poverty_flow_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.poverty_flow_weighted_transition,
	MINVFUNC = @extschema@.poverty_flow_weighted_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 384,
	MFINALFUNC = @extschema@.poverty_flow_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.poverty_flow(transition @extschema@.poverty_transition, weight_before float8, weight_after float8, of_status @extschema@.poverty_status) (
	SFUNC = @extschema@.poverty_flow_weighted_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 384,
	FINALFUNC = @extschema@.poverty_flow_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.poverty_flow_weighted_transition,
	MINVFUNC = @extschema@.poverty_flow_weighted_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 384,
	MFINALFUNC = @extschema@.poverty_flow_final,
	PARALLEL = SAFE
);

CREATE FUNCTION @extschema@.flow_residual(
	start_count float8,
	out_1 float8,
	out_2 float8,
	out_3 float8,
	in_1 float8,
	in_2 float8,
	in_3 float8,
	in_4 float8,
	end_count float8
) RETURNS float8
	AS 'MODULE_PATHNAME', 'flow_residual' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.target_attainment(start float8, actual float8, target float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'target_attainment' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.required_annual_change(actual float8, target float8, years float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'required_annual_change' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.projected_rate(rate float8, annual_change float8, years float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'projected_rate' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.yoy_change(float8, float8) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change on the year before: value - value(one year earlier), in the unit of the value (a rate: a difference of fractions, 0.01 is one percentage point). NULL when the year before is missing. The period is a whole number, such as a year (22023 otherwise), and a year is 1: for months and quarters give dates, not numbers such as 201812. An untyped literal is taken for a number. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000); a NULL value or period gives NULL, a NaN or infinite one is an error (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.yoy_change(float8, date) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change on the year before: value - value(one year earlier), in the unit of the value (a rate: a difference of fractions, 0.01 is one percentage point). NULL when the year before is missing. The year before is the same day of the year before; the end of a month goes with the end of that month. A series held on other days each year, as reviews are, mostly has no such day, and the answer is NULL: give its year, extract(year FROM period). Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000); a NULL value or period gives NULL, a NaN or infinite one is an error (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.yoy_change(float8, timestamp) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change on the year before: value - value(one year earlier), in the unit of the value (a rate: a difference of fractions, 0.01 is one percentage point). NULL when the year before is missing. The year before is the same day and time of the year before; the end of a month goes with the end of that month. A series held on other days each year, as reviews are, mostly has no such day, and the answer is NULL: give its year, extract(year FROM period). Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000); a NULL value or period gives NULL, a NaN or infinite one is an error (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.yoy_change(float8, timestamptz) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change on the year before: value - value(one year earlier), in the unit of the value (a rate: a difference of fractions, 0.01 is one percentage point). NULL when the year before is missing. The year before is the same day and time of the year before, in the session''s time zone (two instants that bear one local time, when clocks go back, are one period); the end of a month goes with the end of that month. A series held on other days each year, as reviews are, mostly has no such day, and the answer is NULL: give its year, extract(year FROM period). Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000); a NULL value or period gives NULL, a NaN or infinite one is an error (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.yoy_relative_change(float8, float8) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Relative change on the year before: (value - value(one year earlier)) / value(one year earlier), a fraction: -0.2 is a fifth less. NULL when the year before is missing or its value is not positive. The period is a whole number, such as a year (22023 otherwise), and a year is 1: for months and quarters give dates, not numbers such as 201812. An untyped literal is taken for a number. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000); a NULL value or period gives NULL, a NaN or infinite one is an error (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.yoy_relative_change(float8, date) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Relative change on the year before: (value - value(one year earlier)) / value(one year earlier), a fraction: -0.2 is a fifth less. NULL when the year before is missing or its value is not positive. The year before is the same day of the year before; the end of a month goes with the end of that month. A series held on other days each year, as reviews are, mostly has no such day, and the answer is NULL: give its year, extract(year FROM period). Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000); a NULL value or period gives NULL, a NaN or infinite one is an error (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.yoy_relative_change(float8, timestamp) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Relative change on the year before: (value - value(one year earlier)) / value(one year earlier), a fraction: -0.2 is a fifth less. NULL when the year before is missing or its value is not positive. The year before is the same day and time of the year before; the end of a month goes with the end of that month. A series held on other days each year, as reviews are, mostly has no such day, and the answer is NULL: give its year, extract(year FROM period). Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000); a NULL value or period gives NULL, a NaN or infinite one is an error (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.yoy_relative_change(float8, timestamptz) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Relative change on the year before: (value - value(one year earlier)) / value(one year earlier), a fraction: -0.2 is a fifth less. NULL when the year before is missing or its value is not positive. The year before is the same day and time of the year before, in the session''s time zone (two instants that bear one local time, when clocks go back, are one period); the end of a month goes with the end of that month. A series held on other days each year, as reviews are, mostly has no such day, and the answer is NULL: give its year, extract(year FROM period). Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000); a NULL value or period gives NULL, a NaN or infinite one is an error (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.annualised_change(float8, float8) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change a year since the last earlier period that has a value: (value - earlier) / years between, in the unit of the value a year. NULL when there is none. The period is a whole number, such as a year (22023 otherwise), and a year is 1: for months and quarters give dates, not numbers such as 201812. An untyped literal is taken for a number. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000); a NULL value or period gives NULL, a NaN or infinite one is an error (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.annualised_change(float8, date) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change a year since the last earlier period that has a value: (value - earlier) / years between, in the unit of the value a year. NULL when there is none. Years between dates: whole months / 12, and the days left over as a part of the month they fall in. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000); a NULL value or period gives NULL, a NaN or infinite one is an error (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.annualised_change(float8, timestamp) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change a year since the last earlier period that has a value: (value - earlier) / years between, in the unit of the value a year. NULL when there is none. Years between dates: whole months / 12, and the days left over as a part of the month they fall in. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000); a NULL value or period gives NULL, a NaN or infinite one is an error (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.annualised_change(float8, timestamptz) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change a year since the last earlier period that has a value: (value - earlier) / years between, in the unit of the value a year. NULL when there is none. Years between dates: whole months / 12, and the days left over as a part of the month they fall in. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000); a NULL value or period gives NULL, a NaN or infinite one is an error (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.annualised_growth(float8, float8) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Compound growth a year since the last earlier period that has a value: (value / earlier)^(1 / years between) - 1, a fraction. NULL when there is none, when the earlier value is not positive or the value is negative. The period is a whole number, such as a year (22023 otherwise), and a year is 1: for months and quarters give dates, not numbers such as 201812. An untyped literal is taken for a number. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000); a NULL value or period gives NULL, a NaN or infinite one is an error (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.annualised_growth(float8, date) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Compound growth a year since the last earlier period that has a value: (value / earlier)^(1 / years between) - 1, a fraction. NULL when there is none, when the earlier value is not positive or the value is negative. Years between dates: whole months / 12, and the days left over as a part of the month they fall in. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000); a NULL value or period gives NULL, a NaN or infinite one is an error (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.annualised_growth(float8, timestamp) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Compound growth a year since the last earlier period that has a value: (value / earlier)^(1 / years between) - 1, a fraction. NULL when there is none, when the earlier value is not positive or the value is negative. Years between dates: whole months / 12, and the days left over as a part of the month they fall in. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000); a NULL value or period gives NULL, a NaN or infinite one is an error (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.annualised_growth(float8, timestamptz) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Compound growth a year since the last earlier period that has a value: (value / earlier)^(1 / years between) - 1, a fraction. NULL when there is none, when the earlier value is not positive or the value is negative. Years between dates: whole months / 12, and the days left over as a part of the month they fall in. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000); a NULL value or period gives NULL, a NaN or infinite one is an error (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.change_since(float8, float8, float8) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change since a base period: value - value(base), in the unit of the value. NULL when the base is NULL or missing. The period is a whole number, such as a year (22023 otherwise), and a year is 1: for months and quarters give dates, not numbers such as 201812. An untyped literal is taken for a number. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000); a NULL value or period gives NULL, a NaN or infinite one is an error (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.change_since(float8, date, date) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change since a base period: value - value(base), in the unit of the value. NULL when the base is NULL or missing. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000); a NULL value or period gives NULL, a NaN or infinite one is an error (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.change_since(float8, timestamp, timestamp) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change since a base period: value - value(base), in the unit of the value. NULL when the base is NULL or missing. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000); a NULL value or period gives NULL, a NaN or infinite one is an error (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.change_since(float8, timestamptz, timestamptz) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change since a base period: value - value(base), in the unit of the value. NULL when the base is NULL or missing. Periods are looked up in the whole partition, whatever its order. Two rows of one period are an error (21000); a NULL value or period gives NULL, a NaN or infinite one is an error (22023). The periods of a partition must fit into work_mem, 16 bytes each (53400).';
COMMENT ON TYPE @extschema@.poverty_transition IS
'What happened to a household between two reviews, as the flow form of one list (of the poor, or of the near-poor) sees it: stayed on it, stayed out of it, escaped_to_near_poor (poor before, near-poor now), escaped_above (from this list to above both), fell_from_near_poor (near-poor before, poor now), fell_back (on this list again: tái nghèo, tái cận nghèo), fell_new (on it for the first time: phát sinh mới), arrived (not in the register before), departed (not in it now). The two moves between the lists have the same name in both forms.';
COMMENT ON FUNCTION @extschema@.poverty_transition(@extschema@.poverty_status, @extschema@.poverty_status, boolean, @extschema@.poverty_status) IS
'The event between two reviews of a household as the flow form of of_status (poor, the default, or near_poor; others are an error, 22023; NULL gives NULL) sees it. before or after NULL: not in the register then (arrived, departed); both NULL: NULL. ever_poor_before: whether the household was on this list at any review before (for the near-poor form: ever near-poor); only a fall from above both lists asks for it, and NULL counts as never. An entry is, in this order: from the other list, again (fell_back), new (fell_new).';
COMMENT ON TYPE @extschema@.poverty_flow IS
'An official flow form: the list at the start, its exits and entries by kind, the list at the end, in households or in persons, and residual: what the identity misses by (0: it holds). Form of the poor: end = start - escaped_to_near_poor - escaped_above - other_decrease + fell_from_near_poor + fell_back + fell_new + other_increase. Form of the near-poor: end = start - escaped_above - fell_from_near_poor - other_decrease + escaped_to_near_poor + fell_back + fell_new + other_increase.';
COMMENT ON COLUMN @extschema@.poverty_flow.of_status IS
'Whose list: poor or near_poor.';
COMMENT ON COLUMN @extschema@.poverty_flow.start IS
'On the list at the start.';
COMMENT ON COLUMN @extschema@.poverty_flow.escaped_to_near_poor IS
'Poor before, near-poor now: an exit of the poor form, an entry of the near-poor form.';
COMMENT ON COLUMN @extschema@.poverty_flow.escaped_above IS
'From this list to above both lists.';
COMMENT ON COLUMN @extschema@.poverty_flow.other_decrease IS
'Left the register, and members fewer than before.';
COMMENT ON COLUMN @extschema@.poverty_flow.fell_from_near_poor IS
'Near-poor before, poor now: an entry of the poor form, an exit of the near-poor form.';
COMMENT ON COLUMN @extschema@.poverty_flow.fell_back IS
'On this list again, from above both lists.';
COMMENT ON COLUMN @extschema@.poverty_flow.fell_new IS
'On this list for the first time, from above both lists.';
COMMENT ON COLUMN @extschema@.poverty_flow.other_increase IS
'New in the register, and members more than before.';
COMMENT ON COLUMN @extschema@.poverty_flow."end" IS
'On the list at the end.';
COMMENT ON COLUMN @extschema@.poverty_flow.residual IS
'end - (start - exits + entries): 0 when the identity holds.';
COMMENT ON AGGREGATE @extschema@.poverty_flow(@extschema@.poverty_transition) IS
'Counts transitions into the official flow form of households. Form of the poor; transitions of the near-poor form need of_status = near_poor here too, or their columns are read as the other form''s. NULL transitions are left out; no row gives NULL. Exact sums, rounded once: the same rows give the same bits whatever the plan.';
COMMENT ON AGGREGATE @extschema@.poverty_flow(@extschema@.poverty_transition, @extschema@.poverty_status) IS
'Counts transitions into the official flow form of households. of_status says which form, poor or near_poor, the transitions speak of: the same for all rows of a group (22023), and the one given to poverty_transition(). NULL transitions are left out; no row gives NULL. Exact sums, rounded once: the same rows give the same bits whatever the plan.';
COMMENT ON AGGREGATE @extschema@.poverty_flow(@extschema@.poverty_transition, float8, float8) IS
'Counts transitions into the official flow form of persons (or of weighted households): a household counts with its weight before where it leaves and where it moves between the two lists, so that both forms agree, and with its weight after where it enters from outside; the change of a household that ends on the list goes to other_decrease or other_increase. A weight that a transition needs must not be NULL, or the row is left out; the other is not looked at. Weights: negative, NaN and infinite are errors (22023). Form of the poor; transitions of the near-poor form need of_status = near_poor here too, or their columns are read as the other form''s. NULL transitions are left out; no row gives NULL. Exact sums, rounded once: the same rows give the same bits whatever the plan.';
COMMENT ON AGGREGATE @extschema@.poverty_flow(@extschema@.poverty_transition, float8, float8, @extschema@.poverty_status) IS
'Counts transitions into the official flow form of persons (or of weighted households): a household counts with its weight before where it leaves and where it moves between the two lists, so that both forms agree, and with its weight after where it enters from outside; the change of a household that ends on the list goes to other_decrease or other_increase. A weight that a transition needs must not be NULL, or the row is left out; the other is not looked at. Weights: negative, NaN and infinite are errors (22023). of_status says which form, poor or near_poor, the transitions speak of: the same for all rows of a group (22023), and the one given to poverty_transition(). NULL transitions are left out; no row gives NULL. Exact sums, rounded once: the same rows give the same bits whatever the plan.';
COMMENT ON FUNCTION @extschema@.poverty_flow_transition(@extschema@.exact_sums, @extschema@.poverty_transition) IS
'Counts a row into the state of poverty_flow(transition).';
COMMENT ON FUNCTION @extschema@.poverty_flow_inverse(@extschema@.exact_sums, @extschema@.poverty_transition) IS
'Counts a row out of the state of poverty_flow(transition), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.poverty_flow_transition(@extschema@.exact_sums, @extschema@.poverty_transition, @extschema@.poverty_status) IS
'Counts a row into the state of poverty_flow(transition, of_status).';
COMMENT ON FUNCTION @extschema@.poverty_flow_inverse(@extschema@.exact_sums, @extschema@.poverty_transition, @extschema@.poverty_status) IS
'Counts a row out of the state of poverty_flow(transition, of_status), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.poverty_flow_weighted_transition(@extschema@.exact_sums, @extschema@.poverty_transition, float8, float8) IS
'Counts a row into the state of poverty_flow(transition, weight_before, weight_after).';
COMMENT ON FUNCTION @extschema@.poverty_flow_weighted_inverse(@extschema@.exact_sums, @extschema@.poverty_transition, float8, float8) IS
'Counts a row out of the state of poverty_flow(transition, weight_before, weight_after), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.poverty_flow_weighted_transition(@extschema@.exact_sums, @extschema@.poverty_transition, float8, float8, @extschema@.poverty_status) IS
'Counts a row into the state of poverty_flow(transition, weight_before, weight_after, of_status).';
COMMENT ON FUNCTION @extschema@.poverty_flow_weighted_inverse(@extschema@.exact_sums, @extschema@.poverty_transition, float8, float8, @extschema@.poverty_status) IS
'Counts a row out of the state of poverty_flow(transition, weight_before, weight_after, of_status), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.poverty_flow_final(@extschema@.exact_sums) IS
'The result of poverty_flow() from its state; NULL without a row.';
COMMENT ON FUNCTION @extschema@.flow_residual(float8, float8, float8, float8, float8, float8, float8, float8, float8) IS
'Checks a published flow form: end - (start - out_1 - out_2 - out_3 + in_1 + in_2 + in_3 + in_4), 0 when the identity holds. Arguments are columns 1 to 9 of the official form, of the poor or of the near-poor, in households or persons. NULL gives NULL; a negative, NaN or infinite count is an error (22023). Exact, rounded once. Unit: that of the counts.';
COMMENT ON FUNCTION @extschema@.target_attainment(float8, float8, float8) IS
'How far a target is met: (start - actual) / (start - target), a fraction; 1 is just met, more is better than the target, below 0 is away from it. For counts and rates, falling or rising. start = target or a NULL gives NULL; NaN and infinity are errors (22023).';
COMMENT ON FUNCTION @extschema@.required_annual_change(float8, float8, float8) IS
'The change a year that leads from actual to target: (target - actual) / years, in their unit; negative for a fall. years must be positive (22023). NULL gives NULL; NaN and infinity are errors (22023).';
COMMENT ON FUNCTION @extschema@.projected_rate(float8, float8, float8) IS
'A rate projected in a straight line: rate + annual_change * years, kept within [0, 1]. A fraction; rate outside [0, 1] and years < 0 are errors (22023). NULL gives NULL; NaN and infinity are errors (22023).';
