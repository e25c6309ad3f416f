/* ---- change: why a rate moved: decompositions, elasticities, pro-poor growth ---- */

CREATE TYPE @extschema@.sector_change AS (
	total float8,
	intra float8,
	population_shift float8,
	interaction float8
);

CREATE FUNCTION @extschema@.ravallion_huppi_transition(@extschema@.exact_sums, @extschema@.poverty_summary, @extschema@.poverty_summary, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'ravallion_huppi_summaries_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.ravallion_huppi_inverse(@extschema@.exact_sums, @extschema@.poverty_summary, @extschema@.poverty_summary, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'ravallion_huppi_summaries_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.ravallion_huppi_transition(@extschema@.exact_sums, float8, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'ravallion_huppi_transition' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.ravallion_huppi_inverse(@extschema@.exact_sums, float8, float8, float8, float8) RETURNS @extschema@.exact_sums
	AS 'MODULE_PATHNAME', 'ravallion_huppi_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION @extschema@.ravallion_huppi_final(@extschema@.exact_sums) RETURNS @extschema@.sector_change
	AS 'MODULE_PATHNAME', 'ravallion_huppi_final' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE AGGREGATE @extschema@.ravallion_huppi(before @extschema@.poverty_summary, after @extschema@.poverty_summary, alpha float8) (
	SFUNC = @extschema@.ravallion_huppi_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 448,
	FINALFUNC = @extschema@.ravallion_huppi_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.ravallion_huppi_transition,
	MINVFUNC = @extschema@.ravallion_huppi_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 448,
	MFINALFUNC = @extschema@.ravallion_huppi_final,
	PARALLEL = SAFE
);

CREATE AGGREGATE @extschema@.ravallion_huppi(poverty_before float8, population_before float8, poverty_after float8, population_after float8) (
	SFUNC = @extschema@.ravallion_huppi_transition,
	STYPE = @extschema@.exact_sums,
	SSPACE = 448,
	FINALFUNC = @extschema@.ravallion_huppi_final,
	COMBINEFUNC = @extschema@.exact_sums_combine,
	MSFUNC = @extschema@.ravallion_huppi_transition,
	MINVFUNC = @extschema@.ravallion_huppi_inverse,
	MSTYPE = @extschema@.exact_sums,
	MSSPACE = 448,
	MFINALFUNC = @extschema@.ravallion_huppi_final,
	PARALLEL = SAFE
);

CREATE TYPE @extschema@.group_poverty AS (
	name text,
	before @extschema@.poverty_summary,
	after @extschema@.poverty_summary
);

CREATE TYPE @extschema@.group_contribution AS (
	name text,
	share_before float8,
	share_after float8,
	poverty_before float8,
	poverty_after float8,
	within float8,
	shift float8,
	contribution float8
);

CREATE FUNCTION @extschema@.shapley_by_group(groups @extschema@.group_poverty[], alpha float8) RETURNS SETOF @extschema@.group_contribution
	LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE ROWS 10
BEGIN ATOMIC
	WITH whole AS MATERIALIZED (
		SELECT @extschema@.population(@extschema@.merge(g.before)) AS before, @extschema@.population(@extschema@.merge(g.after)) AS after
		FROM pg_catalog.unnest(shapley_by_group.groups) AS g
	),
	share AS MATERIALIZED (
		SELECT g.number, g.name,
			coalesce(@extschema@.population(g.before), 0) / whole.before AS share_before, coalesce(@extschema@.population(g.after), 0) / whole.after AS share_after,
			@extschema@.fgt(g.before, shapley_by_group.alpha) AS poverty_before, @extschema@.fgt(g.after, shapley_by_group.alpha) AS poverty_after
		FROM pg_catalog.unnest(shapley_by_group.groups) WITH ORDINALITY AS g(name, before, after, number)
		CROSS JOIN whole
		WHERE whole.before > 0 AND whole.after > 0
	),
	known AS (
		SELECT share.*, coalesce(share.poverty_before, share.poverty_after, 0) AS p0, coalesce(share.poverty_after, share.poverty_before, 0) AS p1
		FROM share
	)
	SELECT known.name, known.share_before, known.share_after, known.poverty_before, known.poverty_after,
		(known.share_before + known.share_after) / 2 * (known.p1 - known.p0),
		(known.p0 + known.p1) / 2 * (known.share_after - known.share_before),
		known.share_after * known.p1 - known.share_before * known.p0
	FROM known
	ORDER BY known.number;
END;

CREATE FUNCTION @extschema@.growth_elasticity(summary @extschema@.poverty_summary, alpha float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'summary_growth_elasticity' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE @extschema@.mld_change AS (
	total float8,
	within float8,
	population_within float8,
	population_between float8,
	relative_means float8,
	residual float8
);

CREATE FUNCTION @extschema@.mld_change(population_before float8[], mean_before float8[], mld_before float8[], population_after float8[], mean_after float8[], mld_after float8[]) RETURNS @extschema@.mld_change
	AS 'MODULE_PATHNAME', 'mld_change' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON TYPE @extschema@.sector_change IS
'Ravallion and Huppis sectoral decomposition of a change in poverty, s population shares and P the poverty of groups: the result of the aggregate ravallion_huppi().';
COMMENT ON COLUMN @extschema@.sector_change.total IS
'Poverty after less poverty before, of all groups together.';
COMMENT ON COLUMN @extschema@.sector_change.intra IS
'Sum over groups of s0 (P1 - P0): what the changes within the groups made, at the population shares before.';
COMMENT ON COLUMN @extschema@.sector_change.population_shift IS
'Sum of (s1 - s0) P0: what the shift of population between the groups made, at their poverty before.';
COMMENT ON COLUMN @extschema@.sector_change.interaction IS
'Sum of (s1 - s0)(P1 - P0); computed as total - intra - population_shift, rounded once, so that the three parts add up to the total.';
COMMENT ON FUNCTION @extschema@.ravallion_huppi_transition(@extschema@.exact_sums, @extschema@.poverty_summary, @extschema@.poverty_summary, float8) IS
'Counts a group into the state of ravallion_huppi(before, after, alpha).';
COMMENT ON FUNCTION @extschema@.ravallion_huppi_inverse(@extschema@.exact_sums, @extschema@.poverty_summary, @extschema@.poverty_summary, float8) IS
'Counts a group out of the state of ravallion_huppi(before, after, alpha), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.ravallion_huppi_transition(@extschema@.exact_sums, float8, float8, float8, float8) IS
'Counts a group into the state of ravallion_huppi(poverty_before, population_before, poverty_after, population_after).';
COMMENT ON FUNCTION @extschema@.ravallion_huppi_inverse(@extschema@.exact_sums, float8, float8, float8, float8) IS
'Counts a group out of the state of ravallion_huppi(poverty_before, population_before, poverty_after, population_after), exactly, for moving windows.';
COMMENT ON FUNCTION @extschema@.ravallion_huppi_final(@extschema@.exact_sums) IS
'The result of ravallion_huppi() from its state; NULL without a row, and when a period has no population.';
COMMENT ON AGGREGATE @extschema@.ravallion_huppi(@extschema@.poverty_summary, @extschema@.poverty_summary, float8) IS
'Why poverty changed, by groups: changes within them, shifts of population between them, and the interaction of both. One row a group (sector, region), with its stored summaries of the two periods; alpha is that of FGT, 0, 1 or 2 (others 22023), the same for all rows. A group that is in one period only has the poverty of the other there, so that all it adds is a shift of population. Both NULL: left out. NULL without a row or without population in one of the periods. Exact sums, rounded once: the same rows give the same bits whatever the plan. M. Ravallion and M. Huppi, Measuring changes in poverty: a methodological case study of Indonesia during an adjustment period, World Bank Economic Review 5 (1991).';
COMMENT ON AGGREGATE @extschema@.ravallion_huppi(float8, float8, float8, float8) IS
'Why a rate changed, by groups: changes within them, shifts of population between them, and the interaction of both. One row a group, with a measure that is a mean over its population (a headcount, an FGT, an MPI) and that population, before and after. A group that is in one period only has the poverty of the other there, so that all it adds is a shift of population. A row with a NULL population, or a NULL measure of a population that is not 0, is left out. Populations: negative, NaN and infinite are errors (22023), and so are NaN and infinite measures. NULL without a row or without population in one of the periods. Exact sums, rounded once: the same rows give the same bits whatever the plan. M. Ravallion and M. Huppi, Measuring changes in poverty: a methodological case study of Indonesia during an adjustment period, World Bank Economic Review 5 (1991).';
COMMENT ON TYPE @extschema@.group_poverty IS
'A group with its stored summaries of two periods, as shapley_by_group() takes it: ROW(region, s2016, s2018)::group_poverty.';
COMMENT ON COLUMN @extschema@.group_poverty.name IS
'Name of the group.';
COMMENT ON COLUMN @extschema@.group_poverty.before IS
'Its summary before; NULL if it was not there.';
COMMENT ON COLUMN @extschema@.group_poverty.after IS
'Its summary after; NULL if it is not there.';
COMMENT ON TYPE @extschema@.group_contribution IS
'What a group adds to a change in poverty: a row of shapley_by_group().';
COMMENT ON COLUMN @extschema@.group_contribution.name IS
'Name of the group.';
COMMENT ON COLUMN @extschema@.group_contribution.share_before IS
'Its share of the population before, a fraction.';
COMMENT ON COLUMN @extschema@.group_contribution.share_after IS
'Its share of the population after.';
COMMENT ON COLUMN @extschema@.group_contribution.poverty_before IS
'Its FGT alpha before; NULL if it was not there.';
COMMENT ON COLUMN @extschema@.group_contribution.poverty_after IS
'Its FGT alpha after; NULL if it is not there.';
COMMENT ON COLUMN @extschema@.group_contribution.within IS
'(share_before + share_after) / 2 * (poverty_after - poverty_before): what the change within the group adds to the change of all.';
COMMENT ON COLUMN @extschema@.group_contribution.shift IS
'(poverty_before + poverty_after) / 2 * (share_after - share_before): what the change of its share adds. Over all groups the shares changes are 0, so that a group with less poverty than the others that grows lowers poverty through theirs.';
COMMENT ON COLUMN @extschema@.group_contribution.contribution IS
'share_after * poverty_after - share_before * poverty_before, which within + shift is but for rounding.';
COMMENT ON FUNCTION @extschema@.shapley_by_group(@extschema@.group_poverty[], float8) IS
'What each group adds to a change in poverty, by the Shapley value of its population share and its poverty (A. F. Shorrocks, Decomposition procedures for distributional analysis, Journal of Economic Inequality 11, 2013; DASPs decomposition of the variation of FGT by groups): the parts within and shift are averages over both orders of changing them, so that no interaction is left. One row a group, in the order given. The contributions of all groups add up to the change of poverty, but for the rounding of each. A group that is in one period only has the poverty of the other there, so that all it adds is a shift of population. alpha is 0, 1 or 2 (others 22023). No row when one of the periods has no population; a NULL argument gives no row.';
COMMENT ON FUNCTION @extschema@.growth_elasticity(@extschema@.poverty_summary, float8) IS
'The growth elasticity of FGT alpha, 1 or 2, from a stored summary: by how many percent it changes when all incomes grow by one percent, alpha (FGT(alpha) - FGT(alpha - 1)) / FGT(alpha) (N. Kakwani, Poverty and economic growth, Review of Income and Wealth 39, 1993; DASPs efgtgr). At most 0 for incomes that are not negative. NULL without a row or when nobody is poor. That of the headcount depends on the density at the line, which a summary does not hold (22023).';
COMMENT ON TYPE @extschema@.mld_change IS
'Mookherjee and Shorrocks decomposition of a change of the mean log deviation: the result of the function of this name.';
COMMENT ON COLUMN @extschema@.mld_change.total IS
'Mean log deviation after less before, of all groups together.';
COMMENT ON COLUMN @extschema@.mld_change.within IS
'Sum over groups of the mean population share times the change of inequality within: pure changes of inequality.';
COMMENT ON COLUMN @extschema@.mld_change.population_within IS
'Sum of the mean inequality within times the change of the population share.';
COMMENT ON COLUMN @extschema@.mld_change.population_between IS
'Sum of (mean relative income - mean of its logarithm) times the change of the population share.';
COMMENT ON COLUMN @extschema@.mld_change.relative_means IS
'Sum of (mean income share - mean population share) times the change of the logarithm of the groups mean.';
COMMENT ON COLUMN @extschema@.mld_change.residual IS
'total less the four parts, rounded once: what Mookherjee and Shorrocks approximation between groups leaves.';
COMMENT ON FUNCTION @extschema@.mld_change(float8[], float8[], float8[], float8[], float8[], float8[]) IS
'Why the mean log deviation changed, by groups, from stored figures: each array has one member for each group, in one order; population, mean income and mean log deviation of the group, before and after. D. Mookherjee and A. F. Shorrocks, A decomposition analysis of the trend in UK income inequality, Economic Journal 92 (1982), as in Rs dineq (mld_change). Populations and means must be positive, mean log deviations not negative (22023); a NULL in an array is an error (22004), and so are arrays of different lengths or of several dimensions (2202E). NULL without a group, and for a NULL argument. Logarithms are those of the C library, whose last bit may differ between its versions.';
