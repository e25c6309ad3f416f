/* SPDX-License-Identifier: PostgreSQL */
/*
 * survey_args.c
 *		Room survey: what is known of each index, and how its arguments are read.
 */
#include "survey.h"

#include "deprivation.h"
#include "math/poverty.h"

/* How an index reads its own arguments, and how many they are. */
enum
{
	SHAPE_VALUE,           /* x */
	SHAPE_VALUE_NUMBER,    /* x and p, share, alpha or epsilon */
	SHAPE_LINE,            /* x, z */
	SHAPE_LINE_NUMBER,     /* x, z, alpha */
	SHAPE_ONE_LINE,        /* x, z the same for all rows */
	SHAPE_AT_LINE,         /* x, survey_line */
	SHAPE_AT_LINE_NUMBER,  /* x, survey_line, alpha */
	SHAPE_BOOLEAN,         /* is_poor */
	SHAPE_RATIO,           /* numerator, denominator */
	SHAPE_DEPRIVED,        /* deprived[], weights[], k */
	SHAPE_DEPRIVED_NUMBER, /* deprived[], weights[], k, indicator */
	SHAPE_COVERAGE,        /* covered, entitled */
	SHAPE_RANKED,          /* y, rank_by */
	SHAPE_SUBGROUP         /* x, alpha, subgroup */
};

static const int shape_arguments[] = { 1, 2, 2, 3, 2, 2, 3, 1, 2, 3, 4, 2, 2, 3 };

/* What is known of an index, or NULL when there is no such index. */
const SurveyIndexInfo *
survey_index_info(int index)
{
	static const SurveyIndexInfo infos[SURVEY_INDEX_COUNT] = {
		[SURVEY_MEAN] = { "mean", SHAPE_VALUE, 1, false },
		[SURVEY_TOTAL] = { "total", SHAPE_VALUE, 1, false },
		[SURVEY_RATIO] = { "ratio", SHAPE_RATIO, 2, false },
		[SURVEY_POVERTY_RATE] = { "poverty_rate", SHAPE_BOOLEAN, 1, true },
		[SURVEY_HEADCOUNT] = { "headcount_ratio", SHAPE_LINE, 1, true },
		[SURVEY_GAP] = { "poverty_gap", SHAPE_LINE, 1, false },
		[SURVEY_SEVERITY] = { "poverty_severity", SHAPE_LINE, 1, false },
		[SURVEY_FGT] = { "fgt", SHAPE_LINE_NUMBER, 1, false },
		[SURVEY_WATTS] = { "watts_index", SHAPE_LINE, 1, false },
		[SURVEY_INCOME_GAP] = { "income_gap_ratio", SHAPE_LINE, 2, false },
		[SURVEY_SHORTFALL] = { "mean_shortfall", SHAPE_LINE, 2, false },
		[SURVEY_FGT_AT_LINE] = { "fgt", SHAPE_AT_LINE_NUMBER, 1, false },
		[SURVEY_WATTS_AT_LINE] = { "watts_index", SHAPE_AT_LINE, 1, false },
		[SURVEY_QUANTILE] = { "weighted_quantile", SHAPE_VALUE_NUMBER, 1, false },
		[SURVEY_LINE_OF_MEDIAN] = { "relative_poverty_line", SHAPE_VALUE_NUMBER, 1, false },
		[SURVEY_LINE_OF_MEAN] = { "survey_line_of_mean", SHAPE_VALUE_NUMBER, 1, false },
		[SURVEY_AT_RISK] = { "at_risk_of_poverty_rate", SHAPE_VALUE_NUMBER, 1, true },
		[SURVEY_MEDIAN_GAP] = { "relative_median_poverty_gap", SHAPE_VALUE_NUMBER, 1, false },
		[SURVEY_SHARE_RATIO] = { "quantile_share_ratio", SHAPE_VALUE_NUMBER, 1, false },
		[SURVEY_GINI] = { "gini", SHAPE_VALUE, 1, false },
		[SURVEY_BOTTOM_SHARE] = { "bottom_share", SHAPE_VALUE_NUMBER, 1, false },
		[SURVEY_TOP_SHARE] = { "top_share", SHAPE_VALUE_NUMBER, 1, false },
		[SURVEY_ENTROPY] = { "generalized_entropy", SHAPE_VALUE_NUMBER, 1, false },
		[SURVEY_ATKINSON] = { "atkinson_index", SHAPE_VALUE_NUMBER, 1, false },
		[SURVEY_SEN] = { "sen_index", SHAPE_LINE, 1, false },
		[SURVEY_SST] = { "sen_shorrocks_thon_index", SHAPE_LINE, 1, false },
		[SURVEY_ZENGA] = { "zenga_index", SHAPE_VALUE, 1, false },
		[SURVEY_MPI] = { "mpi", SHAPE_DEPRIVED, 1, false },
		[SURVEY_MPI_HEADCOUNT] = { "mpi_headcount", SHAPE_DEPRIVED, 1, true },
		[SURVEY_MPI_INTENSITY] = { "mpi_intensity", SHAPE_DEPRIVED, 2, false },
		[SURVEY_MPI_CENSORED] = { "mpi_censored_headcount", SHAPE_DEPRIVED_NUMBER, 1, true },
		[SURVEY_MEDIAN_GAP_AT_LINE] = { "median_poverty_gap", SHAPE_ONE_LINE, 1, false },
		[SURVEY_MPI_CONTRIBUTION] = { "mpi_contribution", SHAPE_DEPRIVED_NUMBER, 2, false },
		[SURVEY_MPI_UNCENSORED] = { "mpi_uncensored_headcount", SHAPE_DEPRIVED_NUMBER, 1, true },
		[SURVEY_TOTAL_SHORTFALL] = { "total_shortfall", SHAPE_LINE, 1, false },
		[SURVEY_POOR_POPULATION] = { "poor_population", SHAPE_LINE, 1, false },
		[SURVEY_POPULATION] = { "population", SHAPE_LINE, 1, false },
		[SURVEY_COVERAGE] = { "coverage_rate", SHAPE_COVERAGE, 2, true },
		[SURVEY_PROSPERITY_GAP] = { "prosperity_gap", SHAPE_LINE, 1, false },
		[SURVEY_POOR_MEDIAN] = { "poor_median", SHAPE_VALUE_NUMBER, 1, false },
		[SURVEY_PALMA] = { "palma_ratio", SHAPE_VALUE, 1, false },
		[SURVEY_HOOVER] = { "hoover_index", SHAPE_VALUE, 1, false },
		[SURVEY_WOLFSON] = { "wolfson_polarization", SHAPE_VALUE, 1, false },
		[SURVEY_CONCENTRATION] = { "concentration_index", SHAPE_RANKED, 2, false },
		[SURVEY_ENTROPY_WITHIN] = { "entropy_within", SHAPE_SUBGROUP, 2, false },
		[SURVEY_ENTROPY_BETWEEN] = { "entropy_between", SHAPE_SUBGROUP, 2, false },
	};

	return &infos[index];
}

SurveyCall *
survey_call(FunctionCallInfo fcinfo)
{
	if (fcinfo->flinfo->fn_extra == NULL)
		fcinfo->flinfo->fn_extra = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt,
														  sizeof(SurveyCall));
	return fcinfo->flinfo->fn_extra;
}

/*
 * A design or line that is given with every row, hashed.  It is known again by
 * its digest, which stands in its head; one that comes from a table may be
 * compressed, and is not unpacked for that.
 *
 * Citus makes every row's call anew, so that nothing is remembered: there the
 * state knows that this is not the first row, and the design stays as it is
 * stored, in order, for hashing it takes longer than all the rest.
 */
const SurveySample *
survey_design_argument(FunctionCallInfo fcinfo, int argument)
{
	SurveyCall *call = survey_call(fcinfo);
	struct varlena *raw = (struct varlena *) PG_GETARG_POINTER(argument);
	const SurveySample *head = (const SurveySample *) raw;
	MemoryContext old;

	if (VARATT_IS_EXTENDED(raw))
		head = (const SurveySample *) PG_DETOAST_DATUM_SLICE(PointerGetDatum(raw), 0,
															 offsetof(SurveySample, entry) -
																 VARHDRSZ);
	if (call->design != NULL && call->design->digest == head->digest)
		return call->design;
	if (call->design == NULL && !PG_ARGISNULL(0) &&
		PG_GETARG_SURVEY_SAMPLE(0)->digest == head->digest)
		return PG_GETARG_SURVEY_SAMPLE(argument);
	if (call->design != NULL)
		pfree(call->design);
	call->design = NULL;
	head = PG_GETARG_SURVEY_SAMPLE(argument);
	old = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);
	call->design = survey_hashed(head);
	MemoryContextSwitchTo(old);
	return call->design;
}

/* A survey_line, which is the argument after the income. */
static const SurveySample *
line_argument(FunctionCallInfo fcinfo)
{
	const SurveySample *line = survey_design_argument(fcinfo, 2);

	check_positive(line->estimate, "line");
	return line;
}

pg_noreturn static pg_noinline void
refuse_income(const char *measure, double income)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s is undefined for an income of %s", measure, float8out_internal(income)),
			 errhint("Leave such rows out with FILTER (WHERE income > 0), or give them a bottom code of your choice with greatest(income, floor).")));
}

/* A share of the population, a fraction, that must lie in a range. */
static double
check_range(double value, const char *what, double low, double high, bool open)
{
	if (!(open ? value > low && value < high : value >= low && value <= high))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be %s %s and %s, not %s", what, open ? "strictly between" : "between",
						float8out_internal(low), float8out_internal(high),
						float8out_internal(value)),
				 errhint("%s is a fraction of the population: for a fifth, give 0.2.", what)));
	return value + 0.0;
}

/* alpha, epsilon, p or share: what each index takes */
static double
check_number(SurveyIndex index, double value)
{
	switch (index)
	{
		case SURVEY_QUANTILE:
		case SURVEY_BOTTOM_SHARE:
		case SURVEY_TOP_SHARE:
			return check_range(value, "p", 0.0, 1.0, false);
		case SURVEY_SHARE_RATIO:
			return check_range(value, "p", 0.0, 0.5, true);
		case SURVEY_LINE_OF_MEDIAN:
		case SURVEY_LINE_OF_MEAN:
		case SURVEY_AT_RISK:
		case SURVEY_MEDIAN_GAP:
		case SURVEY_POOR_MEDIAN:
			return check_positive(value, "share");
		case SURVEY_ATKINSON:
			return check_positive(value, "epsilon");
		case SURVEY_ENTROPY:
		case SURVEY_ENTROPY_WITHIN:
		case SURVEY_ENTROPY_BETWEEN:
			return check_finite(value, "alpha") + 0.0;
		default:
			return check_not_negative(value, "alpha") + 0.0;
	}
}

/* Incomes for which an index is not defined are errors (definitions.md: never a silent drop). */
static void
check_income(SurveyIndex index, double x, double number)
{
	if ((index == SURVEY_ENTROPY || index == SURVEY_ENTROPY_WITHIN ||
		 index == SURVEY_ENTROPY_BETWEEN) &&
		(x < 0.0 || (x == 0.0 && number <= 0.0)))
		refuse_income(number == 0.0 ? "the mean log deviation" : "generalized entropy", x);
	if (index == SURVEY_ATKINSON && (x < 0.0 || (x == 0.0 && number >= 1.0)))
		refuse_income("the Atkinson index", x);
	if (index == SURVEY_ZENGA && x < 0.0)
		refuse_income("the Zenga index", x);
}

/* The values of a row of an index against a line. */
static void
read_against_line(SurveyIndex index, SurveyRow *row, double x, double z)
{
	bool is_poor = x < z;
	double *value = row->value;

	switch (index)
	{
		case SURVEY_GAP:
		case SURVEY_SEN:
		case SURVEY_SST:
			value[0] = is_poor ? poverty_gap_term(x, z, 1.0) : 0.0;
			break;
		case SURVEY_SEVERITY:
			value[0] = is_poor ? poverty_severity_term(x, z, 1.0) : 0.0;
			break;
		case SURVEY_FGT:
			value[0] = is_poor ? fgt_term(x, z, 1.0, row->parameter[0]) : 0.0;
			break;
		case SURVEY_WATTS:
			if (is_poor && x <= 0.0)
				refuse_income("the Watts index", x);
			value[0] = is_poor ? watts_term(x, z, 1.0) : 0.0;
			break;
		case SURVEY_INCOME_GAP:
			value[0] = is_poor ? poverty_gap_term(x, z, 1.0) : 0.0;
			value[1] = is_poor ? 1.0 : 0.0;
			break;
		case SURVEY_SHORTFALL:
			value[0] = is_poor ? shortfall_term(x, z, 1.0) : 0.0;
			value[1] = is_poor ? 1.0 : 0.0;
			break;
		case SURVEY_TOTAL_SHORTFALL:
			value[0] = is_poor ? shortfall_term(x, z, 1.0) : 0.0;
			break;
		case SURVEY_POPULATION:
			value[0] = 1.0;
			break;
		case SURVEY_PROSPERITY_GAP:
			if (x <= 0.0)
				refuse_income("the prosperity gap", x);
			value[0] = check_result(prosperity_gap_term(x, z, 1.0), "prosperity_standard/income");
			break;
		default:
			value[0] = is_poor ? 1.0 : 0.0;
	}
}

/*
 * Alkire-Foster, by the rules of room deprivation: what a household adds to an
 * index of those who are poor by k.
 */
static void
read_deprived(FunctionCallInfo fcinfo, SurveyIndex index, SurveyRow *row)
{
	Deprivations household;
	IndicatorWeights weights;
	double all;
	double score;
	bool is_poor;
	bool is_deprived = false;
	double own = 0.0;

	read_deprivations(PG_GETARG_DATUM(1), FORM_BOOLEANS, &household);
	check_all_known(&household);
	read_weights(PG_GETARG_DATUM(2), &weights);
	check_indicators(&household, weights.indicators);
	row->parameter[0] = check_cutoff(PG_GETARG_FLOAT8(3));
	row->check = survey_digest_bytes(weights.weight, (Size) weights.indicators * sizeof(double),
									 (uint64) weights.indicators);
	if (survey_index_info(index)->shape == SHAPE_DEPRIVED_NUMBER)
	{
		double number = check_whole(PG_GETARG_FLOAT8(4), "indicator");

		if (!(number >= 1.0 && number <= weights.indicators))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("there is no indicator %s among %d", float8out_internal(number),
							weights.indicators),
					 errhint("Indicators are counted from 1.")));
		row->parameter[1] = number;
		is_deprived = (household.deprived >> ((int) number - 1) & 1) != 0;
		own = weights.weight[(int) number - 1];
	}
	all = mpi_total_weight(weights.weight, weights.indicators);
	score = mpi_weigh(weights.weight, household.deprived);
	is_poor = score >= mpi_threshold(all, row->parameter[0]);
	switch (index)
	{
		case SURVEY_MPI:
			row->value[0] = is_poor ? score / all : 0.0;
			break;
		case SURVEY_MPI_INTENSITY:
			row->value[0] = is_poor ? score / all : 0.0;
			row->value[1] = is_poor ? 1.0 : 0.0;
			break;
		case SURVEY_MPI_CENSORED:
			row->value[0] = is_poor && is_deprived ? 1.0 : 0.0;
			break;
		case SURVEY_MPI_UNCENSORED:
			row->value[0] = is_deprived ? 1.0 : 0.0;
			break;
		case SURVEY_MPI_CONTRIBUTION:
			row->value[0] = is_poor && is_deprived ? own / all : 0.0;
			row->value[1] = is_poor ? score / all : 0.0;
			break;
		default:
			row->value[0] = is_poor ? 1.0 : 0.0;
	}
}

/*
 * A subgroup's code as a number: that of a whole number is itself, any other's is
 * made of a digest of its identity, above all of these.
 */
static double
read_subgroup(FunctionCallInfo fcinfo, int argument)
{
	const uint64 first = UINT64CONST(0x4340000000000000); /* 2^53 */
	const uint64 end = UINT64CONST(0x7FF0000000000000);   /* infinity */
	SurveyKey key = survey_key_argument(fcinfo, argument);
	uint64 id;
	double code;

	if (survey_key_is_whole(key, &id))
	{
		code = (double) (int64) (id ^ (UINT64CONST(1) << 63));
		if (fabs(code) < 9007199254740992.0)
			return code;
	}
	id = first + survey_digest_bytes(key.bytes, key.length, key.length) % (end - first);
	memcpy(&code, &id, sizeof(code));
	return code;
}

/* covered and entitled; what is not recorded is not covered. */
static void
read_coverage(FunctionCallInfo fcinfo, SurveyRow *row)
{
	bool is_entitled = PG_GETARG_BOOL(2);

	row->value[0] = is_entitled && !PG_ARGISNULL(1) && PG_GETARG_BOOL(1) ? 1.0 : 0.0;
	row->value[1] = is_entitled ? 1.0 : 0.0;
}

/* Whether a row has a NULL for which it is left out. */
bool
survey_lacks_argument(FunctionCallInfo fcinfo, SurveyIndex index)
{
	bool may_be_null = survey_index_info(index)->shape == SHAPE_COVERAGE;

	for (int i = may_be_null ? 2 : 1; i < PG_NARGS(); i++)
		if (PG_ARGISNULL(i))
			return true;
	return false;
}

/* The index's own arguments; fixed is the parameter of an aggregate that takes none. */
void
survey_read_values(FunctionCallInfo fcinfo, SurveyIndex index, double fixed, SurveyRow *row)
{
	const SurveyIndexInfo *info = survey_index_info(index);
	double x;

	switch (info->shape)
	{
		case SHAPE_BOOLEAN:
			row->value[0] = PG_GETARG_BOOL(1) ? 1.0 : 0.0;
			return;
		case SHAPE_RATIO:
			row->value[0] = check_finite(PG_GETARG_FLOAT8(1), "numerator");
			row->value[1] = check_finite(PG_GETARG_FLOAT8(2), "denominator");
			return;
		case SHAPE_DEPRIVED:
		case SHAPE_DEPRIVED_NUMBER:
			read_deprived(fcinfo, index, row);
			return;
		case SHAPE_COVERAGE:
			read_coverage(fcinfo, row);
			return;
		case SHAPE_RANKED:
			row->value[0] = check_finite(PG_GETARG_FLOAT8(2), "rank_by") + 0.0;
			row->value[1] = check_finite(PG_GETARG_FLOAT8(1), "y");
			return;
		default:
			break;
	}
	/* zero has one sign, so that equal incomes are the same bits */
	x = check_finite(PG_GETARG_FLOAT8(1), "income") + 0.0;
	row->value[0] = x;
	switch (info->shape)
	{
		case SHAPE_VALUE_NUMBER:
			/* the aggregate of a fixed parameter has one argument less */
			row->parameter[0] = isnan(fixed) ? check_number(index, PG_GETARG_FLOAT8(2)) : fixed;
			check_income(index, x, row->parameter[0]);
			break;
		case SHAPE_LINE_NUMBER:
			row->parameter[0] = check_number(index, PG_GETARG_FLOAT8(3));
			/* FALLTHROUGH */
		case SHAPE_LINE:
			read_against_line(index, row, x,
							  check_positive(PG_GETARG_FLOAT8(2),
											 index == SURVEY_PROSPERITY_GAP ?
												 "prosperity_standard" :
												 "line"));
			break;
		case SHAPE_SUBGROUP:
			row->parameter[0] = check_number(index, PG_GETARG_FLOAT8(2));
			check_income(index, x, row->parameter[0]);
			row->value[0] = read_subgroup(fcinfo, 3);
			row->value[1] = x;
			break;
		case SHAPE_ONE_LINE:
			/* fixed is not NAN where the line is a survey_line */
			if (isnan(fixed))
				row->parameter[0] = check_positive(PG_GETARG_FLOAT8(2), "line");
			else
				row->design = line_argument(fcinfo);
			break;
		case SHAPE_AT_LINE_NUMBER:
			row->parameter[0] = isnan(fixed) ? check_number(index, PG_GETARG_FLOAT8(3)) : fixed;
			/* FALLTHROUGH */
		case SHAPE_AT_LINE:
			row->design = line_argument(fcinfo);
			/* which is below the line, as all that is not above 0 */
			if (index == SURVEY_WATTS_AT_LINE && x <= 0.0)
				refuse_income("the Watts index", x);
			break;
		default:
			check_income(index, x, 0.0);
			break;
	}
}

/* The arguments that an index has before the weight. */
int
survey_arguments(SurveyIndex index, double fixed)
{
	const SurveyIndexInfo *info = survey_index_info(index);
	bool has_number = info->shape == SHAPE_VALUE_NUMBER || info->shape == SHAPE_AT_LINE_NUMBER;

	return shape_arguments[info->shape] - (has_number && !isnan(fixed) ? 1 : 0);
}
