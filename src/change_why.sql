-- SPDX-License-Identifier: PostgreSQL
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

CREATE TYPE @extschema@.poverty_change AS (
	total float8,
	growth float8,
	redistribution float8,
	line float8,
	residual float8
);

CREATE FUNCTION @extschema@.datt_ravallion(
	before @extschema@.income_distribution,
	after @extschema@.income_distribution,
	line_before float8,
	line_after float8,
	alpha float8,
	base text
) RETURNS @extschema@.poverty_change
	AS 'MODULE_PATHNAME', 'datt_ravallion' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.rate_of_pro_poor_growth(before @extschema@.income_distribution, after @extschema@.income_distribution, line float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'rate_of_pro_poor_growth' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.growth_elasticity(distribution @extschema@.income_distribution, line float8, alpha float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_growth_elasticity' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.inequality_elasticity(distribution @extschema@.income_distribution, line float8, alpha float8) RETURNS float8
	AS 'MODULE_PATHNAME', 'distribution_inequality_elasticity' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE @extschema@.group_inequality AS (
	name text,
	before @extschema@.inequality_summary,
	after @extschema@.inequality_summary
);

CREATE FUNCTION @extschema@.mld_change(groups @extschema@.group_inequality[]) RETURNS @extschema@.mld_change
	LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
	SELECT @extschema@.mld_change(
		pg_catalog.array_agg(@extschema@.population(g.before) ORDER BY g.number),
		pg_catalog.array_agg(@extschema@.mean_income(g.before) ORDER BY g.number),
		pg_catalog.array_agg(@extschema@.mean_log_deviation(g.before) ORDER BY g.number),
		pg_catalog.array_agg(@extschema@.population(g.after) ORDER BY g.number),
		pg_catalog.array_agg(@extschema@.mean_income(g.after) ORDER BY g.number),
		pg_catalog.array_agg(@extschema@.mean_log_deviation(g.after) ORDER BY g.number))
	FROM pg_catalog.unnest(mld_change.groups) WITH ORDINALITY AS g(name, before, after, number);
END;

COMMENT ON TYPE @extschema@.sector_change IS
'Ravallion and Huppi''s sectoral decomposition of a change in poverty, s population shares and P the poverty of groups: the result of the aggregate ravallion_huppi().';
COMMENT ON COLUMN @extschema@.sector_change.total IS
'Poverty after less poverty before, of all groups together.';
COMMENT ON COLUMN @extschema@.sector_change.intra IS
'Sum over groups of s0 (P1 - P0): what the changes within the groups made, at the population shares before.';
COMMENT ON COLUMN @extschema@.sector_change.population_shift IS
'Sum of (s1 - s0) P0: what the shift of population between the groups made, at their poverty before.';
COMMENT ON COLUMN @extschema@.sector_change.interaction IS
'Sum of (s1 - s0)(P1 - P0); computed as total - intra - population_shift and rounded once, so that the three parts add up to the total but for the last bit of this one.';
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
'What each group adds to a change in poverty, by the Shapley value of its population share and its poverty (A. F. Shorrocks, Decomposition procedures for distributional analysis, Journal of Economic Inequality 11, 2013; DASP''s decomposition of the variation of FGT by groups): the parts within and shift are averages over both orders of changing them, so that no interaction is left. One row a group, in the order given. The contributions of all groups add up to the change of poverty, but for the rounding of each. A group that is in one period only has the poverty of the other there, so that all it adds is a shift of population. alpha is 0, 1 or 2 (others 22023). No row when one of the periods has no population; a NULL argument gives no row.';
COMMENT ON FUNCTION @extschema@.growth_elasticity(@extschema@.poverty_summary, float8) IS
'The growth elasticity of FGT alpha, 1 or 2, from a stored summary: by how many percent it changes when all incomes grow by one percent, alpha (FGT(alpha) - FGT(alpha - 1)) / FGT(alpha) (N. Kakwani, Poverty and economic growth, Review of Income and Wealth 39, 1993; DASP''s efgtgr). At most 0 for incomes that are not negative. NULL without a row or when nobody is poor. That of the headcount depends on the density at the line, which a summary does not hold (22023).';
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
'Why the mean log deviation changed, by groups, from stored figures: each array has one member for each group, in one order; population, mean income and mean log deviation of the group, before and after. With v population shares, I inequality within, l relative means, t income shares, m means of the groups, d the change and a bar for the mean of both years: sum of v_bar dI + sum of I_bar dv + sum of (l_bar - (ln l)_bar) dv + sum of (t_bar - v_bar) d ln m + residual. D. Mookherjee and A. F. Shorrocks, A decomposition analysis of the trend in UK income inequality, Economic Journal 92 (1982), as in R''s dineq (mld_change). Populations and means must be positive, mean log deviations not negative (22023); a NULL in an array is an error (22004), and so are arrays of different lengths or of several dimensions (2202E). NULL without a group, and for a NULL argument. Logarithms are those of the C library, whose last bit may differ between its versions.';
COMMENT ON TYPE @extschema@.poverty_change IS
'Why poverty changed between two years: the result of datt_ravallion().';
COMMENT ON COLUMN @extschema@.poverty_change.total IS
'FGT alpha after, at the line after, less FGT alpha before, at the line before.';
COMMENT ON COLUMN @extschema@.poverty_change.growth IS
'What the change of the mean income made, with the distribution and the line held.';
COMMENT ON COLUMN @extschema@.poverty_change.redistribution IS
'What the change of the distribution around its mean made, with the mean and the line held.';
COMMENT ON COLUMN @extschema@.poverty_change.line IS
'What the change of the line made; 0 when it did not change.';
COMMENT ON COLUMN @extschema@.poverty_change.residual IS
'total - growth - redistribution - line, rounded once, so that the four parts add up to the total but for the last bit of this one: what the mean and the distribution made together. In the Shapley form it is rounding alone, of the order of the last bit of the total.';
COMMENT ON FUNCTION @extschema@.datt_ravallion(@extschema@.income_distribution, @extschema@.income_distribution, float8, float8, float8, text) IS
'Why poverty changed between two years, from their stored distributions: growth, redistribution, line and residual. With P(mean, distribution, line) for FGT alpha of incomes that are scaled to that mean: base initial gives growth = P(1, 0, 0) - P(0, 0, 0), redistribution = P(0, 1, 0) - P(0, 0, 0); base final gives growth = P(1, 1, 0) - P(0, 1, 0), redistribution = P(1, 1, 0) - P(1, 0, 0); in both the line comes last, P(1, 1, 1) - P(1, 1, 0). base shapley averages each of the three over the six orders of changing them, and leaves no residual. Incomes and lines must be in real terms, of one year''s prices. Scaled incomes within 1e-12 of the line, relatively, are on it: they count as the actual income of that year that is on it, so that growth of all incomes alike is no redistribution; where there is none, as not poor, but as poor where the line is the next number above one of at most 15 digits, as at_or_below() makes it. The parts add up to the total but for the last bit of each: residual is what is left, rounded once. alpha 0 or more, lines positive, base one of the three (22023). NULL when a mean income is not positive, and for a NULL argument. G. Datt and M. Ravallion, Growth and redistribution components of changes in poverty measures, Journal of Development Economics 38 (1992); A. F. Shorrocks, Decomposition procedures for distributional analysis, Journal of Economic Inequality 11 (2013); dfgtgr of DASP (A. Araar and J.-Y. Duclos, DASP: Distributive Analysis Stata Package, user manual 2.1, Universite Laval, PEP, CIRPEE and World Bank, 2009) and, for base shapley, the World Bank''s drdecomp (J. P. Azevedo, A. Castaneda and V. Sanfelice, 2012).';
COMMENT ON FUNCTION @extschema@.rate_of_pro_poor_growth(@extschema@.income_distribution, @extschema@.income_distribution, float8) IS
'The rate of pro-poor growth: the mean growth of the poor before, 1/H times the integral of y1(p)/y0(p) - 1 for p from 0 to H, their headcount; y is the income at share p of the weight, a step function (type 1), and the integral is exact over its steps. A fraction for the whole time between the two; 0.1 is a tenth more. Compare it with mean_income(after) / mean_income(before) - 1: growth was pro-poor, relatively, where it is higher. The line is that of the first year; positive (22023). NULL when nobody was poor. A poor income that is not above 0 is an error (22023). M. Ravallion and S. Chen, Measuring pro-poor growth, Economics Letters 78 (2003). growth_incidence() gives the curve.';
COMMENT ON FUNCTION @extschema@.growth_elasticity(@extschema@.income_distribution, float8, float8) IS
'The growth elasticity of FGT alpha: by how many percent it changes when all incomes grow by one percent, in the limit. alpha >= 1: alpha (FGT(alpha) - FGT(alpha - 1)) / FGT(alpha); alpha 0: - line f(line) / H. N. Kakwani, Poverty and economic growth with application to Cote d''Ivoire, Review of Income and Wealth 39 (1993); DASP''s efgtgr and efgtineq. alpha is 0 or at least 1 (others 22023); line positive (22023). NULL when nobody is poor, or, for alpha 0, when all incomes are the same. f is a Gaussian kernel estimate of the density, with bandwidth 0.9 min(sd, IQR / 1.349) n^(-1/5), n = (sum w)^2 / (sum w^2); it takes exp() and pow() of the C library, whose last bit may differ between its versions.';
COMMENT ON FUNCTION @extschema@.inequality_elasticity(@extschema@.income_distribution, float8, float8) IS
'The inequality elasticity of FGT alpha: by how many percent it changes when all incomes move away from the mean, x + d (x - mean), so that the Gini index grows by one percent and the mean stays, in the limit. alpha >= 1: alpha + alpha (mean - line) / line * FGT(alpha - 1) / FGT(alpha); alpha 0: (mean - line) f(line) / H. Negative where the mean is below the line and little else. N. Kakwani, Poverty and economic growth with application to Cote d''Ivoire, Review of Income and Wealth 39 (1993); DASP''s efgtgr and efgtineq. alpha is 0 or at least 1 (others 22023); line positive (22023). NULL when nobody is poor, or, for alpha 0, when all incomes are the same. f is a Gaussian kernel estimate of the density, with bandwidth 0.9 min(sd, IQR / 1.349) n^(-1/5), n = (sum w)^2 / (sum w^2); it takes exp() and pow() of the C library, whose last bit may differ between its versions.';
COMMENT ON TYPE @extschema@.group_inequality IS
'A group with its stored inequality summaries of two periods, as mld_change() takes it: ROW(region, s2016, s2018)::group_inequality.';
COMMENT ON COLUMN @extschema@.group_inequality.name IS
'Name of the group.';
COMMENT ON COLUMN @extschema@.group_inequality.before IS
'Its summary before.';
COMMENT ON COLUMN @extschema@.group_inequality.after IS
'Its summary after.';
COMMENT ON FUNCTION @extschema@.mld_change(@extschema@.group_inequality[]) IS
'Why the mean log deviation changed, by groups, from their stored summaries: mld_change() over population(), mean_income() and mean_log_deviation() of each. A group that is not in both periods is an error (22004); so are incomes of zero or below (22023). NULL without a group, and for NULL.';
