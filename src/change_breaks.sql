-- SPDX-License-Identifier: PostgreSQL
/* ---- change: series that break ---- */

CREATE FUNCTION @extschema@.yoy_change(value float8, period float8, series text) RETURNS float8
	AS 'MODULE_PATHNAME', 'yoy_change_in_series' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.yoy_change(value float8, period date, series text) RETURNS float8
	AS 'MODULE_PATHNAME', 'yoy_change_in_series' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.yoy_change(value float8, period timestamp, series text) RETURNS float8
	AS 'MODULE_PATHNAME', 'yoy_change_in_series' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.yoy_change(value float8, period timestamptz, series text) RETURNS float8
	AS 'MODULE_PATHNAME', 'yoy_change_in_series' LANGUAGE C WINDOW STABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.yoy_relative_change(value float8, period float8, series text) RETURNS float8
	AS 'MODULE_PATHNAME', 'yoy_relative_change_in_series' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.yoy_relative_change(value float8, period date, series text) RETURNS float8
	AS 'MODULE_PATHNAME', 'yoy_relative_change_in_series' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.yoy_relative_change(value float8, period timestamp, series text) RETURNS float8
	AS 'MODULE_PATHNAME', 'yoy_relative_change_in_series' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.yoy_relative_change(value float8, period timestamptz, series text) RETURNS float8
	AS 'MODULE_PATHNAME', 'yoy_relative_change_in_series' LANGUAGE C WINDOW STABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.annualised_change(value float8, period float8, series text) RETURNS float8
	AS 'MODULE_PATHNAME', 'annualised_change_in_series' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.annualised_change(value float8, period date, series text) RETURNS float8
	AS 'MODULE_PATHNAME', 'annualised_change_in_series' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.annualised_change(value float8, period timestamp, series text) RETURNS float8
	AS 'MODULE_PATHNAME', 'annualised_change_in_series' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.annualised_change(value float8, period timestamptz, series text) RETURNS float8
	AS 'MODULE_PATHNAME', 'annualised_change_in_series' LANGUAGE C WINDOW STABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.annualised_growth(value float8, period float8, series text) RETURNS float8
	AS 'MODULE_PATHNAME', 'annualised_growth_in_series' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.annualised_growth(value float8, period date, series text) RETURNS float8
	AS 'MODULE_PATHNAME', 'annualised_growth_in_series' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.annualised_growth(value float8, period timestamp, series text) RETURNS float8
	AS 'MODULE_PATHNAME', 'annualised_growth_in_series' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.annualised_growth(value float8, period timestamptz, series text) RETURNS float8
	AS 'MODULE_PATHNAME', 'annualised_growth_in_series' LANGUAGE C WINDOW STABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.change_since(value float8, period float8, base float8, series text) RETURNS float8
	AS 'MODULE_PATHNAME', 'change_since_in_series' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.change_since(value float8, period date, base date, series text) RETURNS float8
	AS 'MODULE_PATHNAME', 'change_since_in_series' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.change_since(value float8, period timestamp, base timestamp, series text) RETURNS float8
	AS 'MODULE_PATHNAME', 'change_since_in_series' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.change_since(value float8, period timestamptz, base timestamptz, series text) RETURNS float8
	AS 'MODULE_PATHNAME', 'change_since_in_series' LANGUAGE C WINDOW STABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.yoy_break(value float8, period float8, series text) RETURNS text
	AS 'MODULE_PATHNAME', 'yoy_break' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.yoy_break(value float8, period date, series text) RETURNS text
	AS 'MODULE_PATHNAME', 'yoy_break' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.yoy_break(value float8, period timestamp, series text) RETURNS text
	AS 'MODULE_PATHNAME', 'yoy_break' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.yoy_break(value float8, period timestamptz, series text) RETURNS text
	AS 'MODULE_PATHNAME', 'yoy_break' LANGUAGE C WINDOW STABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.annualised_break(value float8, period float8, series text) RETURNS text
	AS 'MODULE_PATHNAME', 'annualised_break' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.annualised_break(value float8, period date, series text) RETURNS text
	AS 'MODULE_PATHNAME', 'annualised_break' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.annualised_break(value float8, period timestamp, series text) RETURNS text
	AS 'MODULE_PATHNAME', 'annualised_break' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.annualised_break(value float8, period timestamptz, series text) RETURNS text
	AS 'MODULE_PATHNAME', 'annualised_break' LANGUAGE C WINDOW STABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.break_since(value float8, period float8, base float8, series text) RETURNS text
	AS 'MODULE_PATHNAME', 'break_since' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.break_since(value float8, period date, base date, series text) RETURNS text
	AS 'MODULE_PATHNAME', 'break_since' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.break_since(value float8, period timestamp, base timestamp, series text) RETURNS text
	AS 'MODULE_PATHNAME', 'break_since' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.break_since(value float8, period timestamptz, base timestamptz, series text) RETURNS text
	AS 'MODULE_PATHNAME', 'break_since' LANGUAGE C WINDOW STABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.link_by_ratio(value float8, overlap_in_old_series float8, overlap_in_new_series float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'link_by_ratio' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.link_by_difference(value float8, overlap_in_old_series float8, overlap_in_new_series float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'link_by_difference' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE @extschema@.area_count AS (
	code text,
	amount float8
);

CREATE TYPE @extschema@.rebased_count AS (
	code text,
	amount float8,
	complete boolean,
	missing text[]
);

-- Shares and amounts are decimals here, so that the sums do not depend on the order of the rows.
CREATE FUNCTION @extschema@.rebase(counts @extschema@.area_count[], on_date date, as_of date) RETURNS SETOF @extschema@.rebased_count
	LANGUAGE SQL STABLE STRICT PARALLEL SAFE ROWS 100
BEGIN ATOMIC
	WITH given AS MATERIALIZED (
		SELECT c.code COLLATE pg_catalog."C" AS code, c.amount
		FROM pg_catalog.unnest(rebase.counts) AS c
		WHERE c.code IS NOT NULL AND c.amount IS NOT NULL
			AND CASE WHEN c.amount = ANY ('{NaN,Infinity,-Infinity}'::pg_catalog.float8[])
				THEN @extschema@.area_refuse(
					pg_catalog.format('the amount of unit "%s" must be a finite number, not %s', c.code, c.amount),
					'Leave the unit out, or correct its amount.')
				ELSE true END
	),
	present AS MATERIALIZED (
		SELECT pg_catalog.array_agg(DISTINCT given.code) AS codes FROM given
	),
	restated AS (
		SELECT way.code COLLATE pg_catalog."C" AS code,
			pg_catalog.sum(given.amount::pg_catalog.numeric * way.share::pg_catalog.numeric)::pg_catalog.float8 AS amount
		FROM given
		CROSS JOIN LATERAL @extschema@.area_successors(given.code, rebase.on_date, rebase.as_of) AS way
		GROUP BY way.code
	)
	SELECT restated.code, restated.amount,
		CASE WHEN EXISTS (SELECT FROM @extschema@.area_crosswalk AS x WHERE x.code = restated.code)
				OR EXISTS (SELECT FROM @extschema@.area_crosswalk AS x WHERE x.successor = restated.code)
			THEN @extschema@.area_is_complete(restated.code, rebase.as_of, rebase.on_date, present.codes) END,
		(SELECT pg_catalog.array_agg(part.code ORDER BY part.code COLLATE pg_catalog."C")
			FROM @extschema@.area_predecessors(restated.code, rebase.as_of, rebase.on_date) AS part
			WHERE part.code <> ALL (present.codes))
	FROM restated CROSS JOIN present
	ORDER BY restated.code;
END;

COMMENT ON FUNCTION @extschema@.yoy_change(float8, float8, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change on the year before within the same series: value - value(one year earlier), in the unit of the value (a rate: a difference of fractions). NULL when the series has no value a year earlier; yoy_break() says whether another series has. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. The period is a whole number, such as a year (22023 otherwise), and a year is 1: for months and quarters give dates, not numbers such as 201812. An untyped literal is taken for a number. Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.yoy_change(float8, date, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change on the year before within the same series: value - value(one year earlier), in the unit of the value (a rate: a difference of fractions). NULL when the series has no value a year earlier; yoy_break() says whether another series has. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. The year before is the same day of the year before; the end of a month goes with the end of that month. A series held on other days each year, as reviews are, mostly has no such day, and the answer is NULL: give its year, extract(year FROM period). Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.yoy_change(float8, timestamp, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change on the year before within the same series: value - value(one year earlier), in the unit of the value (a rate: a difference of fractions). NULL when the series has no value a year earlier; yoy_break() says whether another series has. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. The year before is the same day and time of the year before; the end of a month goes with the end of that month. A series held on other days each year, as reviews are, mostly has no such day, and the answer is NULL: give its year, extract(year FROM period). Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.yoy_change(float8, timestamptz, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change on the year before within the same series: value - value(one year earlier), in the unit of the value (a rate: a difference of fractions). NULL when the series has no value a year earlier; yoy_break() says whether another series has. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. The year before is the same day and time of the year before, in the session''s time zone (two instants that bear one local time, when clocks go back, are one period); the end of a month goes with the end of that month. A series held on other days each year, as reviews are, mostly has no such day, and the answer is NULL: give its year, extract(year FROM period). Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.yoy_relative_change(float8, float8, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Relative change on the year before within the same series: (value - value(one year earlier)) / value(one year earlier), a fraction. NULL when the series has no value a year earlier, or one that is not positive; yoy_break() says whether another series has one. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. The period is a whole number, such as a year (22023 otherwise), and a year is 1: for months and quarters give dates, not numbers such as 201812. An untyped literal is taken for a number. Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.yoy_relative_change(float8, date, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Relative change on the year before within the same series: (value - value(one year earlier)) / value(one year earlier), a fraction. NULL when the series has no value a year earlier, or one that is not positive; yoy_break() says whether another series has one. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. The year before is the same day of the year before; the end of a month goes with the end of that month. A series held on other days each year, as reviews are, mostly has no such day, and the answer is NULL: give its year, extract(year FROM period). Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.yoy_relative_change(float8, timestamp, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Relative change on the year before within the same series: (value - value(one year earlier)) / value(one year earlier), a fraction. NULL when the series has no value a year earlier, or one that is not positive; yoy_break() says whether another series has one. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. The year before is the same day and time of the year before; the end of a month goes with the end of that month. A series held on other days each year, as reviews are, mostly has no such day, and the answer is NULL: give its year, extract(year FROM period). Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.yoy_relative_change(float8, timestamptz, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Relative change on the year before within the same series: (value - value(one year earlier)) / value(one year earlier), a fraction. NULL when the series has no value a year earlier, or one that is not positive; yoy_break() says whether another series has one. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. The year before is the same day and time of the year before, in the session''s time zone (two instants that bear one local time, when clocks go back, are one period); the end of a month goes with the end of that month. A series held on other days each year, as reviews are, mostly has no such day, and the answer is NULL: give its year, extract(year FROM period). Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.annualised_change(float8, float8, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change a year since the last earlier period that has a value in the same series: (value - earlier) / years between, in the unit of the value a year. NULL when there is none; annualised_break() says whether another series has one. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. The period is a whole number, such as a year (22023 otherwise), and a year is 1: for months and quarters give dates, not numbers such as 201812. An untyped literal is taken for a number. Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.annualised_change(float8, date, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change a year since the last earlier period that has a value in the same series: (value - earlier) / years between, in the unit of the value a year. NULL when there is none; annualised_break() says whether another series has one. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. Years between dates: whole months / 12, and the days left over as a part of the month they fall in. Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.annualised_change(float8, timestamp, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change a year since the last earlier period that has a value in the same series: (value - earlier) / years between, in the unit of the value a year. NULL when there is none; annualised_break() says whether another series has one. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. Years between dates: whole months / 12, and the days left over as a part of the month they fall in. Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.annualised_change(float8, timestamptz, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change a year since the last earlier period that has a value in the same series: (value - earlier) / years between, in the unit of the value a year. NULL when there is none; annualised_break() says whether another series has one. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. Years between dates: whole months / 12, and the days left over as a part of the month they fall in. Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.annualised_growth(float8, float8, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Compound growth a year since the last earlier period that has a value in the same series: (value / earlier)^(1 / years between) - 1, a fraction. NULL when there is none, when the earlier value is not positive or the value is negative; annualised_break() says whether another series has one. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. The period is a whole number, such as a year (22023 otherwise), and a year is 1: for months and quarters give dates, not numbers such as 201812. An untyped literal is taken for a number. Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.annualised_growth(float8, date, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Compound growth a year since the last earlier period that has a value in the same series: (value / earlier)^(1 / years between) - 1, a fraction. NULL when there is none, when the earlier value is not positive or the value is negative; annualised_break() says whether another series has one. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. Years between dates: whole months / 12, and the days left over as a part of the month they fall in. Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.annualised_growth(float8, timestamp, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Compound growth a year since the last earlier period that has a value in the same series: (value / earlier)^(1 / years between) - 1, a fraction. NULL when there is none, when the earlier value is not positive or the value is negative; annualised_break() says whether another series has one. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. Years between dates: whole months / 12, and the days left over as a part of the month they fall in. Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.annualised_growth(float8, timestamptz, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Compound growth a year since the last earlier period that has a value in the same series: (value / earlier)^(1 / years between) - 1, a fraction. NULL when there is none, when the earlier value is not positive or the value is negative; annualised_break() says whether another series has one. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. Years between dates: whole months / 12, and the days left over as a part of the month they fall in. Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.change_since(float8, float8, float8, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change since a base period within the same series: value - value(base), in the unit of the value. NULL when the base is NULL or the series has no value then; break_since() says whether another series has. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. The period is a whole number, such as a year (22023 otherwise), and a year is 1: for months and quarters give dates, not numbers such as 201812. An untyped literal is taken for a number. Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.change_since(float8, date, date, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change since a base period within the same series: value - value(base), in the unit of the value. NULL when the base is NULL or the series has no value then; break_since() says whether another series has. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.change_since(float8, timestamp, timestamp, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change since a base period within the same series: value - value(base), in the unit of the value. NULL when the base is NULL or the series has no value then; break_since() says whether another series has. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.change_since(float8, timestamptz, timestamptz, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). Change since a base period within the same series: value - value(base), in the unit of the value. NULL when the base is NULL or the series has no value then; break_since() says whether another series has. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.yoy_break(float8, float8, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). The break that yoy_change(value, period, series) does not cross: the identifier of the other series that has a value a year earlier when the row''s own has none; of several, all, in the order of their bytes, with a comma between. NULL when there is no break: the own series goes on, or nothing is known of the year before. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. The period is a whole number, such as a year (22023 otherwise), and a year is 1: for months and quarters give dates, not numbers such as 201812. An untyped literal is taken for a number. Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.yoy_break(float8, date, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). The break that yoy_change(value, period, series) does not cross: the identifier of the other series that has a value a year earlier when the row''s own has none; of several, all, in the order of their bytes, with a comma between. NULL when there is no break: the own series goes on, or nothing is known of the year before. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. The year before is the same day of the year before; the end of a month goes with the end of that month. Where series are held on other days each year, as reviews are, there mostly is no such day, and neither change nor break is told: give the year, extract(year FROM period). Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.yoy_break(float8, timestamp, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). The break that yoy_change(value, period, series) does not cross: the identifier of the other series that has a value a year earlier when the row''s own has none; of several, all, in the order of their bytes, with a comma between. NULL when there is no break: the own series goes on, or nothing is known of the year before. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. The year before is the same day and time of the year before; the end of a month goes with the end of that month. Where series are held on other days each year, as reviews are, there mostly is no such day, and neither change nor break is told: give the year, extract(year FROM period). Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.yoy_break(float8, timestamptz, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). The break that yoy_change(value, period, series) does not cross: the identifier of the other series that has a value a year earlier when the row''s own has none; of several, all, in the order of their bytes, with a comma between. NULL when there is no break: the own series goes on, or nothing is known of the year before. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. The year before is the same day and time of the year before, in the session''s time zone (two instants that bear one local time, when clocks go back, are one period); the end of a month goes with the end of that month. Where series are held on other days each year, as reviews are, there mostly is no such day, and neither change nor break is told: give the year, extract(year FROM period). Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.annualised_break(float8, float8, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). The break that annualised_change(value, period, series) does not cross: when the row''s own series has no earlier value, the identifier of the other series that has the last earlier one; of several with the same period, all, in the order of their bytes, with a comma between. NULL when there is no break. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. The period is a whole number, such as a year (22023 otherwise), and a year is 1: for months and quarters give dates, not numbers such as 201812. An untyped literal is taken for a number. Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.annualised_break(float8, date, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). The break that annualised_change(value, period, series) does not cross: when the row''s own series has no earlier value, the identifier of the other series that has the last earlier one; of several with the same period, all, in the order of their bytes, with a comma between. NULL when there is no break. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.annualised_break(float8, timestamp, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). The break that annualised_change(value, period, series) does not cross: when the row''s own series has no earlier value, the identifier of the other series that has the last earlier one; of several with the same period, all, in the order of their bytes, with a comma between. NULL when there is no break. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.annualised_break(float8, timestamptz, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). The break that annualised_change(value, period, series) does not cross: when the row''s own series has no earlier value, the identifier of the other series that has the last earlier one; of several with the same period, all, in the order of their bytes, with a comma between. NULL when there is no break. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.break_since(float8, float8, float8, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). The break that change_since(value, period, base, series) does not cross: the identifier of the other series that has a value at the base when the row''s own has none; of several, all, in the order of their bytes, with a comma between. NULL when there is no break. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. The period is a whole number, such as a year (22023 otherwise), and a year is 1: for months and quarters give dates, not numbers such as 201812. An untyped literal is taken for a number. Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.break_since(float8, date, date, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). The break that change_since(value, period, base, series) does not cross: the identifier of the other series that has a value at the base when the row''s own has none; of several, all, in the order of their bytes, with a comma between. NULL when there is no break. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.break_since(float8, timestamp, timestamp, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). The break that change_since(value, period, base, series) does not cross: the identifier of the other series that has a value at the base when the row''s own has none; of several, all, in the order of their bytes, with a comma between. NULL when there is no break. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.break_since(float8, timestamptz, timestamptz, text) IS
'Window function, OVER (PARTITION BY area ORDER BY period). The break that change_since(value, period, base, series) does not cross: the identifier of the other series that has a value at the base when the row''s own has none; of several, all, in the order of their bytes, with a comma between. NULL when there is no break. series names what makes figures comparable, such as the standard, the vintage and the boundaries together (concat_ws('' / '', standard, vintage)); compared byte by byte. Figures are looked up in the row''s own series only, in the whole partition, whatever its order: PARTITION BY area alone, so that a break can be seen. Two rows of one period and one series are an error (21000); a NULL value, period or series gives NULL, a NaN or infinite value is an error (22023). The rows of a partition must fit into work_mem, 40 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.link_by_ratio(float8, float8, float8) IS
'Links a series over an overlap year by its ratio: value * (overlap_in_new_series / overlap_in_old_series), a figure of the old series on the level of the new one. It keeps relative changes and assumes that what the new standard adds stands in one proportion to the old figure at all times: an estimate, to be named as linked, and no measurement by the new standard (17.02 % and 26.93 % in 2021 for one province). The overlap figures must be positive (22023); NULL gives NULL; NaN and infinity are errors (22023). A linked rate may exceed 1. Unit: that of value.';
COMMENT ON FUNCTION @extschema@.link_by_difference(float8, float8, float8) IS
'Links a series over an overlap year by its difference: value + (overlap_in_new_series - overlap_in_old_series), a figure of the old series on the level of the new one. It keeps changes in points and assumes that the new standard adds the same number of points at all times: an estimate, to be named as linked, and no measurement by the new standard. NULL gives NULL; NaN and infinity are errors (22023). A linked rate may leave the range from 0 to 1. Unit: that of value.';
COMMENT ON TYPE @extschema@.area_count IS
'A count of an area, as rebase() takes it: ROW(code, poor)::area_count.';
COMMENT ON COLUMN @extschema@.area_count.code IS
'Code of the area.';
COMMENT ON COLUMN @extschema@.area_count.amount IS
'Its count, or any amount that adds up over areas: households, persons, money. Not a rate.';
COMMENT ON TYPE @extschema@.rebased_count IS
'A count restated on the boundaries of another day: a row of rebase().';
COMMENT ON COLUMN @extschema@.rebased_count.code IS
'Code of the area, on the boundaries of as_of.';
COMMENT ON COLUMN @extschema@.rebased_count.amount IS
'Its count: the sum over the areas that went into it of their count times the share of their households that did.';
COMMENT ON COLUMN @extschema@.rebased_count.complete IS
'Whether all that went into the area is among the counts (area_is_complete()). If false, the amount is that of a part of it, and must be said to be. NULL when area_crosswalk does not hold the code: a unit that never changed, or a code that was mistyped, which only a list of units can tell.';
COMMENT ON COLUMN @extschema@.rebased_count.missing IS
'Codes, at on_date, of the areas that went into it and are not among the counts; NULL when there are none.';
COMMENT ON FUNCTION @extschema@.rebase(@extschema@.area_count[], date, date) IS
'Restates counts of areas of on_date on the boundaries of as_of, a later date, by area_crosswalk: rebase(array_agg(ROW(code, poor)::area_count), date ''2018-12-14'', date ''2025-07-01''). Restate numerator and denominator, and divide afterwards. Assumes that what is counted is spread over an area as its households are. Counts of one code are added up; a NULL code or amount is left out; amounts and shares are read with 15 digits and multiplied and added as decimals, so that the order of rows does not matter. An argument NULL gives no row. Errors (22023): an amount that is NaN or infinite, and those of area_successors(): as_of before on_date, a code that area_crosswalk holds for other days but not for on_date, a unit whose fate it does not say. A code that stands nowhere in area_crosswalk comes back with its count as it is and complete NULL: a unit that never changed, or a mistyped code.';
