-- SPDX-License-Identifier: PostgreSQL
/* ---- report: what may be published of small numbers ---- */

CREATE FUNCTION @extschema@.disclosable(rate float8, n float8, minimum float8 DEFAULT 3) RETURNS float8
	AS 'MODULE_PATHNAME', 'disclosable' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.cell_withheld(n float8, minimum float8) RETURNS boolean
	AS 'MODULE_PATHNAME', 'cell_withheld' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.cell_withheld(n float8, minimum float8, already boolean) RETURNS boolean
	AS 'MODULE_PATHNAME', 'cell_withheld' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.disclosable(float8, float8, float8) IS
'The rate, or NULL where it rests on fewer than minimum: n is what it rests on, such as the households or the sample rows that it counts. n = 0 gives NULL too. minimum: 3 if not given, at least 1 (22023). It protects the one figure only: what a total and the other figures give away by subtraction, cell_withheld() finds. A NULL gives NULL; a negative, NaN or infinite n and a NaN or infinite rate are errors (22023). How far a sampled rate may be relied on: reliability(estimate). Unit: that of rate.';
COMMENT ON FUNCTION @extschema@.cell_withheld(float8, float8) IS
'Window function, OVER (PARTITION BY year, parent ORDER BY area). Whether a count must be withheld where it is published beside the others of its partition and their total. A count above 0 and below minimum is withheld; 0 is not. Where that leaves one count withheld, or counts that add up to less than minimum or to 1 each, subtraction from the total would tell: then the smallest other count above 0 is withheld too, of equals the first in the order of the window (where there is none, the first 0). Counts are of households or persons, not weighted. It does not protect counts that all are 1, nor figures linked otherwise than by one total. minimum: at least 1, the same in the whole partition (22023), not NULL (22004); 1 withholds nothing. A NULL count gives NULL and is no cell; a negative, NaN or infinite one is an error (22023). Source: Hundepool et al. (2012), Statistical Disclosure Control, chapter 4.';
COMMENT ON FUNCTION @extschema@.cell_withheld(float8, float8, boolean) IS
'Window function as cell_withheld(n, minimum), for counts some of which are withheld for a reason of their own: those where already is true are withheld too, and protected in the same way. A NULL already counts as false; a NULL n gives NULL, and errors are the same: minimum below 1 or n negative, NaN or infinite (22023), a NULL minimum (22004).';
