-- SPDX-License-Identifier: PostgreSQL
/* ---- area: changes of boundaries, ranks within the parent, difference from the parent ---- */

-- No two units of one code overlap in time, but the rows of one unit share its range. So the exclusion constraint asks
-- for ranges that overlap and differ; the core's GiST knows <> for addresses only, hence the bounds written as one:
-- 2^32 times the first day plus the day after the last, counted from 2000-01-01.
CREATE TABLE @extschema@.area_crosswalk (
	code text COLLATE pg_catalog."C" NOT NULL CHECK (code <> ''),
	valid daterange NOT NULL
		CONSTRAINT area_crosswalk_valid_ends
			CHECK (NOT pg_catalog.isempty(valid) AND NOT pg_catalog.upper_inf(valid) AND pg_catalog.isfinite(pg_catalog.upper(valid)))
		CONSTRAINT area_crosswalk_valid_begins
			CHECK (pg_catalog.isfinite(pg_catalog.lower(valid))),
	successor text COLLATE pg_catalog."C" NOT NULL CHECK (successor <> ''),
	successor_valid daterange NOT NULL
		CHECK (pg_catalog.isfinite(pg_catalog.upper(successor_valid))),
	share numeric NOT NULL CHECK (share > 0.0 AND share <= 1.0),
	source text NOT NULL CHECK (source <> ''),
	PRIMARY KEY (code, valid, successor),
	CONSTRAINT area_crosswalk_successor_follows
		CHECK (NOT pg_catalog.isempty(successor_valid) AND NOT pg_catalog.lower_inf(successor_valid)
			AND pg_catalog.lower(successor_valid) = pg_catalog.upper(valid)),
	CONSTRAINT area_crosswalk_no_overlap EXCLUDE USING gist (
		@extschema@.code_range(code, code, '[]'::pg_catalog.text) WITH OPERATOR(pg_catalog.=),
		valid WITH OPERATOR(pg_catalog.&&),
		('8000::'::pg_catalog.inet
			+ ((coalesce(pg_catalog.lower(valid), '4714-11-24 BC'::date) - '2000-01-01'::date) * 4294967296
				+ (pg_catalog.upper(valid) - '2000-01-01'::date))
		) pg_catalog.inet_ops WITH OPERATOR(pg_catalog.<>)
	)
);

CREATE INDEX area_crosswalk_successor_idx ON @extschema@.area_crosswalk (successor);

GRANT SELECT ON @extschema@.area_crosswalk TO PUBLIC;
GRANT INSERT, UPDATE, DELETE ON @extschema@.area_crosswalk TO @extowner@, pg_database_owner;

SELECT pg_catalog.pg_extension_config_dump('@extschema@.area_crosswalk', '');

CREATE TYPE @extschema@.area_share AS (
	code text,
	share float8
);

CREATE FUNCTION @extschema@.area_refuse(message text, hint text) RETURNS boolean
	AS 'MODULE_PATHNAME', 'area_refuse' LANGUAGE C STABLE PARALLEL SAFE;

-- In messages, to_json() writes dates as ISO 8601 whatever DateStyle says; #>> '{}' takes off its quotes.
CREATE FUNCTION @extschema@.area_valid_range(code text, on_date date) RETURNS SETOF daterange
	LANGUAGE SQL STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
	SELECT pg_catalog.daterange(
		pg_catalog.max(bound.day) FILTER (WHERE bound.day <= area_valid_range.on_date),
		pg_catalog.min(bound.day) FILTER (WHERE bound.day > area_valid_range.on_date))
	FROM (
		SELECT x.valid FROM @extschema@.area_crosswalk AS x WHERE x.code = area_valid_range.code
		UNION ALL
		SELECT x.successor_valid FROM @extschema@.area_crosswalk AS x WHERE x.successor = area_valid_range.code
	) AS unit(valid)
	CROSS JOIN LATERAL (VALUES (pg_catalog.lower(unit.valid)), (pg_catalog.upper(unit.valid))) AS bound(day)
	HAVING CASE
		WHEN area_valid_range.code IS NULL OR area_valid_range.on_date IS NULL THEN false
		WHEN pg_catalog.count(*) = 0 THEN true
		WHEN pg_catalog.bool_or(unit.valid OPERATOR(pg_catalog.@>) area_valid_range.on_date) THEN true
		ELSE @extschema@.area_refuse(
			pg_catalog.format('area_crosswalk does not know unit "%s" on %s', area_valid_range.code, pg_catalog.to_json(area_valid_range.on_date) OPERATOR(pg_catalog.#>>) '{}'),
			'The table has this code at other times only. Use the code that was in force on that day, or add the rows that are missing: a unit that gained or lost an area and kept its code needs one from itself to itself.')
	END;
END;

-- area_valid_range() of a unit on the way from on_date to as_of. It is checked here, inside the recursions that follow,
-- where no condition on their result can keep a unit from being checked.
CREATE FUNCTION @extschema@.area_unit(code text, day date, on_date date, as_of date) RETURNS SETOF daterange
	LANGUAGE SQL STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
	SELECT unit.valid
	FROM @extschema@.area_valid_range(area_unit.code, area_unit.day) AS unit(valid)
	CROSS JOIN LATERAL (
		SELECT pg_catalog.sum(x.share) AS total
		FROM @extschema@.area_crosswalk AS x
		WHERE x.code = area_unit.code
			AND pg_catalog.upper(x.valid) = pg_catalog.upper(unit.valid)
			AND pg_catalog.upper(x.valid) <= area_unit.as_of
	) AS shares
	WHERE CASE
		WHEN shares.total > 1.000000001 THEN @extschema@.area_refuse(
			pg_catalog.format('the shares of unit "%s" in the units that took it over on %s add up to %s', area_unit.code, pg_catalog.to_json(pg_catalog.upper(unit.valid)) OPERATOR(pg_catalog.#>>) '{}', shares.total),
			'They must not exceed 1: correct its rows in area_crosswalk. Less than 1 means that part of it went nowhere known.')
		WHEN shares.total IS NULL AND pg_catalog.upper(unit.valid) <= area_unit.as_of THEN @extschema@.area_refuse(
			pg_catalog.format('area_crosswalk does not say what became of unit "%s" on %s', area_unit.code, pg_catalog.to_json(pg_catalog.upper(unit.valid)) OPERATOR(pg_catalog.#>>) '{}'),
			'Add a row for each unit that took over a part of it; one that gained or lost an area and kept its code needs one from itself to itself.')
		WHEN pg_catalog.lower(unit.valid) > area_unit.on_date AND NOT EXISTS (
			SELECT FROM @extschema@.area_crosswalk AS x
			WHERE x.successor = area_unit.code AND pg_catalog.lower(x.successor_valid) = pg_catalog.lower(unit.valid)
		) THEN @extschema@.area_refuse(
			pg_catalog.format('area_crosswalk does not say what unit "%s" was made of on %s', area_unit.code, pg_catalog.to_json(pg_catalog.lower(unit.valid)) OPERATOR(pg_catalog.#>>) '{}'),
			'Add a row for each unit that went into it, or let the valid range of its own rows begin earlier.')
		ELSE true
	END;
END;

-- The work of area_successors() and area_predecessors(). The planner puts these two into the query that calls them,
-- which area_is_complete() needs; those are STRICT and stay whole, so that a query over thousands of areas is not
-- taken for one that is worth compiling.
CREATE FUNCTION @extschema@.area_forward(code text, on_date date, as_of date) RETURNS SETOF @extschema@.area_share
	LANGUAGE SQL STABLE PARALLEL SAFE ROWS 2
BEGIN ATOMIC
	WITH RECURSIVE held AS (
		SELECT area_forward.code COLLATE pg_catalog."C" AS code, unit.valid, 1::pg_catalog.numeric AS share
		FROM @extschema@.area_unit(area_forward.code, area_forward.on_date, area_forward.on_date, area_forward.as_of) AS unit(valid)
		WHERE CASE
			WHEN area_forward.as_of < area_forward.on_date THEN @extschema@.area_refuse(
				pg_catalog.format('as_of %s is before on_date %s', pg_catalog.to_json(area_forward.as_of) OPERATOR(pg_catalog.#>>) '{}', pg_catalog.to_json(area_forward.on_date) OPERATOR(pg_catalog.#>>) '{}'),
				'To go back in time, to the units that a unit was made of, use area_predecessors(code, as_of, on_date); as_of is the later date in both.')
			ELSE true
		END
		UNION ALL
		SELECT x.successor, unit.valid, held.share * x.share
		FROM held
		JOIN @extschema@.area_crosswalk AS x ON x.code = held.code AND pg_catalog.upper(x.valid) = pg_catalog.upper(held.valid)
		CROSS JOIN LATERAL @extschema@.area_unit(x.successor, pg_catalog.upper(held.valid), area_forward.on_date, area_forward.as_of) AS unit(valid)
		WHERE pg_catalog.upper(held.valid) <= area_forward.as_of
	)
	SELECT held.code, pg_catalog.sum(held.share)::pg_catalog.float8
	FROM held
	WHERE held.valid OPERATOR(pg_catalog.@>) area_forward.as_of
	GROUP BY held.code;
END;

CREATE FUNCTION @extschema@.area_back(code text, as_of date, on_date date) RETURNS SETOF @extschema@.area_share
	LANGUAGE SQL STABLE PARALLEL SAFE ROWS 3
BEGIN ATOMIC
	WITH RECURSIVE part AS (
		SELECT area_back.code COLLATE pg_catalog."C" AS code, unit.valid, 1::pg_catalog.numeric AS share
		FROM @extschema@.area_unit(area_back.code, area_back.as_of, area_back.on_date, area_back.as_of) AS unit(valid)
		WHERE CASE
			WHEN area_back.as_of < area_back.on_date THEN @extschema@.area_refuse(
				pg_catalog.format('as_of %s is before on_date %s', pg_catalog.to_json(area_back.as_of) OPERATOR(pg_catalog.#>>) '{}', pg_catalog.to_json(area_back.on_date) OPERATOR(pg_catalog.#>>) '{}'),
				'To go forward in time, to the units that a unit went into, use area_successors(code, on_date, as_of); as_of is the later date in both.')
			ELSE true
		END
		UNION ALL
		SELECT x.code, unit.valid, part.share * x.share
		FROM part
		JOIN @extschema@.area_crosswalk AS x ON x.successor = part.code AND pg_catalog.lower(x.successor_valid) = pg_catalog.lower(part.valid)
		CROSS JOIN LATERAL @extschema@.area_unit(x.code, pg_catalog.lower(part.valid) - 1, area_back.on_date, area_back.as_of) AS unit(valid)
		WHERE pg_catalog.lower(part.valid) > area_back.on_date
	)
	SELECT part.code, pg_catalog.sum(part.share)::pg_catalog.float8
	FROM part
	WHERE part.valid OPERATOR(pg_catalog.@>) area_back.on_date
	GROUP BY part.code;
END;

CREATE FUNCTION @extschema@.area_successors(code text, on_date date, as_of date) RETURNS SETOF @extschema@.area_share
	LANGUAGE SQL STABLE STRICT PARALLEL SAFE ROWS 2
BEGIN ATOMIC
	SELECT way.code, way.share
	FROM @extschema@.area_forward(area_successors.code, area_successors.on_date, area_successors.as_of) AS way;
END;

CREATE FUNCTION @extschema@.area_predecessors(code text, as_of date, on_date date) RETURNS SETOF @extschema@.area_share
	LANGUAGE SQL STABLE STRICT PARALLEL SAFE ROWS 3
BEGIN ATOMIC
	SELECT way.code, way.share
	FROM @extschema@.area_back(area_predecessors.code, area_predecessors.as_of, area_predecessors.on_date) AS way;
END;

CREATE FUNCTION @extschema@.area_is_complete(code text, as_of date, on_date date, present text[]) RETURNS boolean
	LANGUAGE SQL STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
	SELECT coalesce(pg_catalog.bool_and(
		coalesce(part.code = ANY (area_is_complete.present), false)
		AND (SELECT pg_catalog.sum(whole.share)
			FROM @extschema@.area_forward(part.code, area_is_complete.on_date, area_is_complete.as_of) AS whole) > 0.999999999::pg_catalog.float8), false)
	FROM @extschema@.area_back(area_is_complete.code, area_is_complete.as_of, area_is_complete.on_date) AS part;
END;

CREATE FUNCTION @extschema@.area_rank_lowest(rate float8) RETURNS bigint
	AS 'MODULE_PATHNAME', 'area_rank_lowest' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.area_rank_highest(rate float8) RETURNS bigint
	AS 'MODULE_PATHNAME', 'area_rank_highest' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.difference_from_parent(poor float8, total float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'difference_from_parent' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

COMMENT ON TABLE @extschema@.area_crosswalk IS
'Changes of administrative boundaries: one row for each old unit and each unit that took over a part of it. A code alone names nothing, for codes are reused: a unit is its code and the time for which the code was its own. A unit that gained or lost an area is another unit from that day on; if it kept its code, it needs a row from itself to itself. Codes that stand nowhere in the table are taken as unchanged. All rows are users'' own, and pg_dump carries them.';
COMMENT ON COLUMN @extschema@.area_crosswalk.code IS
'Code of the old unit; compared byte by byte.';
COMMENT ON COLUMN @extschema@.area_crosswalk.valid IS
'Days for which the code meant the old unit, the day of the change exclusive: with the code, what identifies it. Its rows, one for each successor, all have the same range; no other range of the code may overlap it (23P01). No lower limit: since before any date of interest.';
COMMENT ON COLUMN @extschema@.area_crosswalk.successor IS
'Code of the unit that took over the old unit or a part of it; may be the same code, reused.';
COMMENT ON COLUMN @extschema@.area_crosswalk.successor_valid IS
'Days for which that code means the successor; begins on the day of the change. An open end may stay open when the successor changes later: its own rows then say when.';
COMMENT ON COLUMN @extschema@.area_crosswalk.share IS
'The part of the old unit''s households that went to the successor: above 0, at most 1. The shares of one old unit must not add up to more than 1, which the functions check; less than 1 means that part of it went nowhere known.';
COMMENT ON COLUMN @extschema@.area_crosswalk.source IS
'The law or publication that says so, and how the share was found where it is not 1.';
COMMENT ON TYPE @extschema@.area_share IS
'A unit and a share: a row of area_successors() and area_predecessors().';
COMMENT ON COLUMN @extschema@.area_share.code IS
'Code of the unit, on the date that the function was asked about.';
COMMENT ON COLUMN @extschema@.area_share.share IS
'The part of the older unit''s households that is in the newer unit, a fraction from 0 to 1.';
COMMENT ON FUNCTION @extschema@.area_refuse(text, text) IS
'Raises an error (22023) with the message, which must not be NULL, and the hint, if there is one. Called by the functions that follow area_crosswalk; never returns.';
COMMENT ON FUNCTION @extschema@.area_valid_range(text, date) IS
'The days for which the code means the unit that it meant on on_date: from the last to the next day on which area_crosswalk says that a unit of this code began or ended, and without a limit where it says nothing. One row; (,) for a code that stands nowhere in the table. A code that stands there, but not on that day, is an error (22023). A NULL gives no row.';
COMMENT ON FUNCTION @extschema@.area_unit(text, date, date, date) IS
'area_valid_range(code, day) for a unit on the way from on_date to as_of. It is an error (22023) when area_crosswalk does not say what a unit that began after on_date was made of, or what became of one that ended by as_of, or gives it shares that add up to more than 1 (by more than 1e-9, which is left for rounding). Called by area_forward() and area_back().';
COMMENT ON FUNCTION @extschema@.area_forward(text, date, date) IS
'The work of area_successors(code, on_date, as_of), with the same rows and errors.';
COMMENT ON FUNCTION @extschema@.area_back(text, date, date) IS
'The work of area_predecessors(code, as_of, on_date), with the same rows and errors.';
COMMENT ON FUNCTION @extschema@.area_successors(text, date, date) IS
'Where the unit that had the code on on_date went: the units of as_of, a later date, that took it over, each with its share, the part of the old unit''s households (0 to 1). Follows area_crosswalk from change to change: shares multiply along the way and add up over ways that meet, in exact decimals. A unit that did not change gives itself with share 1, and so does a code that stands nowhere in the table. Shares that add up to less than 1 mean that part of the unit went nowhere known. A figure restated on the boundaries of as_of: poverty_rate(poor * share, households * share) GROUP BY the successor''s code; area_is_complete() tells whether it is the whole unit''s. A NULL gives no row. Errors (22023): as_of before on_date; the code stands in the table, but not on on_date; the table does not say what became of a unit on the way; its shares exceed 1.';
COMMENT ON FUNCTION @extschema@.area_predecessors(text, date, date) IS
'The units of on_date, an earlier date, that make up the unit that has the code on as_of, each with its share: the part of the predecessor''s households (0 to 1) that went there. Follows area_crosswalk back from change to change: shares multiply along the way and add up over ways that meet, in exact decimals. A unit that did not change gives itself with share 1, and so does a code that stands nowhere in the table. A NULL gives no row. Errors (22023): as_of before on_date; the code stands in the table, but not on as_of; the table does not say what a unit on the way was made of; shares of a predecessor exceed 1.';
COMMENT ON FUNCTION @extschema@.area_is_complete(text, date, date, text[]) IS
'Whether figures of on_date for the codes in present, restated on the boundaries of as_of, make up the whole unit of that code: true when every unit of area_predecessors(code, as_of, on_date) is present and area_crosswalk says where all of each went (shares add up to 1, within 1e-9). False: the restated figure lacks a part. With one row an area: area_is_complete(s.code, as_of, on_date, array_agg(r.code)). A NULL argument gives NULL; a NULL in present stands for nothing. Errors (22023) as of area_predecessors().';
COMMENT ON FUNCTION @extschema@.area_rank_lowest(float8) IS
'Window function, OVER (PARTITION BY parent). Rank of the area''s rate within the partition, 1 the lowest: 1 + the number of lower rates. Equal rates share a rank and leave a gap, as with rank(). A NULL rate has no rank (NULL) and does not count. The window''s ORDER BY and frame do not matter. NaN and infinite rates are errors (22023). The rates of a partition must fit into work_mem, 8 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.area_rank_highest(float8) IS
'Window function, OVER (PARTITION BY parent). Rank of the area''s rate within the partition, 1 the highest: 1 + the number of higher rates. Equal rates share a rank and leave a gap, as with rank(). A NULL rate has no rank (NULL) and does not count. The window''s ORDER BY and frame do not matter. NaN and infinite rates are errors (22023). The rates of a partition must fit into work_mem, 8 bytes each (53400).';
COMMENT ON FUNCTION @extschema@.difference_from_parent(float8, float8) IS
'Window function, OVER (PARTITION BY parent). The area''s rate less the parent''s: poor / total - sum(poor) / sum(total) over the partition, a difference of fractions (0.01 is one percentage point). The parent is the areas of the partition, so all of them must be there. A row with a NULL is left out and gives NULL; so does a total of 0, the row''s or the partition''s. The window''s ORDER BY and frame do not matter. A negative, NaN or infinite count and poor > total are errors (22023); sums beyond double precision too (22003). The partition''s two sums are exact, each rounded once; each of the two rates is then rounded to double precision, and so is their difference: the same rows give the same bits whatever their order.';
