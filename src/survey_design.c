/* SPDX-License-Identifier: PostgreSQL */
/*
 * survey_design.c
 *		Type survey_design: the strata and PSUs of a whole sample, with options.
 *
 * A design is a value by itself, so that it can be given to every group of a
 * query: PSUs without a member in the group then count, with a total of zero.
 */
#include "survey.h"

#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"

static const char *const lonely_names[] = { "fail", "certainty", "average", "adjust" };
static const char *const interval_names[] = { "wald", "logit", "korn_graubard", "woodruff" };
static const char *const df_names[] = { "design", "domain" };
static const char *const convention_names[] = { "default", "convey" };
static const char *const method_names[] = {
	"brr", "fay", "jk1", "jkn", "bootstrap", "acs", "other"
};

/* The order of method_names. */
enum
{
	METHOD_BRR,
	METHOD_FAY,
	METHOD_JK1,
	METHOD_JKN,
	METHOD_BOOTSTRAP,
	METHOD_ACS,
	METHOD_OTHER
};

SurveyOptions
survey_default_options(void)
{
	SurveyOptions options;

	memset(&options, 0, sizeof(options));
	options.lonely = LONELY_FAIL;
	options.interval = INTERVAL_WALD;
	options.df_rule = DF_DESIGN;
	options.convention = CONVENTION_DEFAULT;
	options.scale_rule = SCALE_FIXED;
	options.level = 0.95;
	return options;
}

void
survey_refuse_state(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("a partial state of another aggregate of room survey was given"),
			 errhint("Combine only partial states that the same aggregate has made.")));
}

/*
 * The state of an aggregate that may be changed: in place when called by an
 * aggregate, a copy otherwise, a new one in place of NULL.
 */
SurveySample *
survey_state(FunctionCallInfo fcinfo, SurveyIndex index, int columns)
{
	SurveySample *state;

	if (PG_ARGISNULL(0))
		return survey_new(SURVEY_TYPE_STATE, index, columns);
	state = PG_GETARG_SURVEY_SAMPLE(0);
	if (state->index != index)
		survey_refuse_state();
	return AggCheckCallContext(fcinfo, NULL) ? state : survey_copy(state);
}

/*
 * Whether a state has all PSUs of its design as entries, with the design's
 * numbers: where each has a total, of a line or to be kept.
 */
bool
survey_is_whole(const SurveySample *state)
{
	bool keeps = (state->flags & SURVEY_KEEPS_TOTALS) != 0 ||
		state->index == SURVEY_LINE_OF_MEDIAN || state->index == SURVEY_LINE_OF_MEAN;

	return (state->flags & SURVEY_HAS_LINE) != 0 ||
		((state->flags & SURVEY_HAS_DESIGN) != 0 && keeps);
}

/* Copies the entries of a design into a state that has none. */
static void
take_entries(SurveySample **state, const SurveySample *design)
{
	SurveySample *s;

	survey_reserve(state, design->entries, design->bytes, 0);
	s = *state;
	memcpy(s->entry, design->entry, design->entries * sizeof(SurveyEntry));
	memcpy(survey_bytes(s), survey_bytes(design), design->bytes);
	s->entries = design->entries;
	s->bytes = design->bytes;
}

/*
 * Gives a state without rows what it needs of a design or line: its options, how
 * large it is; all its PSUs where they are needed, which is for a line's totals
 * and for an estimate that keeps its own.  (These are not looked up in the
 * state, but in the design.)
 */
void
survey_take_design(SurveySample **state, const SurveySample *design)
{
	const uint32 flags = SURVEY_HAS_DESIGN | SURVEY_KEEPS_TOTALS | SURVEY_USES_CENTRE |
		SURVEY_HAS_REPLICATES;
	SurveySample *s = *state;

	s->options = design->options;
	s->flags |= design->flags & flags;
	if (design->type == SURVEY_TYPE_LINE)
	{
		s->flags |= SURVEY_HAS_LINE;
		s->estimate = design->estimate;
	}
	s->scale = design->scale;
	s->digest = design->digest;
	s->design_psus = design->design_psus;
	s->design_strata = design->design_strata;
	if (survey_is_whole(s))
		take_entries(state, design);
}

/* Whether a value's strata, or PSUs, have codes of this one's kind: texts are no numbers. */
static bool
has_codes_like(const SurveySample *sample, SurveyKey key, bool strata)
{
	for (uint32 i = 0; i < sample->entries; i++)
		if (survey_is_stratum(sample, i) == strata)
			return survey_keys_are_alike(survey_key_of(sample, i), key);
	return true;
}

/* Whose codes are of different kinds in two values, so that none can be equal: "stratum", "psu" or NULL. */
const char *
survey_unlike_codes(const SurveySample *a, const SurveySample *b)
{
	bool seen[2] = { false, false };

	/* no PSU stands before its stratum */
	for (uint32 i = 0; i < b->entries && !seen[false]; i++)
	{
		bool strata = survey_is_stratum(b, i);

		if (!seen[strata] && !has_codes_like(a, survey_key_of(b, i), strata))
			return strata ? "stratum" : "psu";
		seen[strata] = true;
	}
	return NULL;
}

pg_noreturn static pg_noinline void
refuse_psu(const SurveySample *design, SurveyKey stratum, SurveyKey psu)
{
	const char *other = !has_codes_like(design, stratum, true) ? "stratum" :
		!has_codes_like(design, psu, false)                    ? "psu" :
																 NULL;

	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("the survey design has no sampling unit %s in stratum %s", survey_key_text(psu),
					survey_key_text(stratum)),
			 other == NULL ?
				 errhint("Make the design from all rows of the sample: survey_design(stratum, psu).") :
				 errhint("In the design, %s is of another type than here: a text is not the number that it spells. Cast one of them.",
						 other)));
}

/*
 * Where a row's PSU is in the state, which gets what it does not have yet.
 * design, hashed, is the one that the state has taken in, or NULL; if it knows
 * its PSUs, the row's must be one of them.
 */
SurveyUnit
survey_enter(SurveySample **state, const SurveySample *design, SurveyKey stratum, SurveyKey psu,
			 SurveyHints *hints)
{
	uint32 designed_stratum = SURVEY_NO_ENTRY;
	uint32 designed = SURVEY_NO_ENTRY;
	uint32 found;
	SurveyUnit unit;

	if (design != NULL && (design->flags & SURVEY_HAS_DESIGN))
	{
		designed_stratum = survey_find_near(design, SURVEY_NO_ENTRY, stratum,
											&hints->designed_stratum);
		if (designed_stratum != SURVEY_NO_ENTRY)
			designed = survey_find_near(design, designed_stratum, psu, &hints->designed_psu);
		if (designed == SURVEY_NO_ENTRY)
			refuse_psu(design, stratum, psu);
		if (survey_is_whole(*state))
		{
			/* a state that somebody wrote may have the design's digest and not its PSUs */
			if (unlikely((*state)->entries != design->entries ||
						 (*state)->entry[designed].stratum != designed_stratum))
				survey_refuse_state();
			return (SurveyUnit) { designed_stratum | SURVEY_INTERNED, designed };
		}
	}
	unit.stratum = survey_find_near(*state, SURVEY_NO_ENTRY, stratum, &hints->stratum);
	if (unit.stratum == SURVEY_NO_ENTRY)
	{
		unit.stratum = survey_add(state, SURVEY_NO_ENTRY, stratum);
		if (designed != SURVEY_NO_ENTRY)
		{
			(*state)->entry[unit.stratum].psus = design->entry[designed_stratum].psus;
			(*state)->entry[unit.stratum].value = design->entry[designed_stratum].value;
		}
	}
	if (survey_key_is_whole(psu, &unit.id))
		return unit;
	found = survey_find_near(*state, unit.stratum, psu, &hints->psu);
	unit.id = found == SURVEY_NO_ENTRY ? survey_add(state, unit.stratum, psu) : found;
	unit.stratum |= SURVEY_INTERNED;
	return unit;
}

/* ---- the aggregates survey_design and merge ---- */

pg_noreturn static pg_noinline void
refuse_fractions(SurveyKey stratum, double a, double b)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("the sampling fraction differs within stratum %s: %s and %s",
					survey_key_text(stratum), float8out_internal(a), float8out_internal(b)),
			 errhint("fpc is the share of a stratum's sampling units that were drawn, one number a stratum.")));
}

/* Adds a PSU of a stratum with its fraction to a state of survey_design. */
static void
add_psu(SurveySample **state, SurveyKey stratum, SurveyKey psu, double fraction, SurveyHints *hints)
{
	uint32 h = survey_find_near(*state, SURVEY_NO_ENTRY, stratum, &hints->stratum);

	if (h == SURVEY_NO_ENTRY)
	{
		h = survey_add(state, SURVEY_NO_ENTRY, stratum);
		(*state)->entry[h].value = fraction;
	}
	else if ((*state)->entry[h].value != fraction)
		refuse_fractions(stratum, (*state)->entry[h].value, fraction);
	if (survey_find_near(*state, h, psu, &hints->psu) == SURVEY_NO_ENTRY)
		(void) survey_add(state, h, psu);
}

PG_FUNCTION_INFO_V1(survey_design_transition);
Datum
survey_design_transition(PG_FUNCTION_ARGS)
{
	SurveySample *state = survey_state(fcinfo, SURVEY_NONE, 0);
	double fraction = 0.0;

	for (int i = 1; i < PG_NARGS(); i++)
		if (PG_ARGISNULL(i))
			PG_RETURN_POINTER(state);
	if (PG_NARGS() > 3)
	{
		fraction = PG_GETARG_FLOAT8(3);
		if (!(fraction >= 0.0 && fraction <= 1.0))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("fpc must be between 0 and 1, not %s", float8out_internal(fraction)),
					 errhint("fpc is the share of a stratum's sampling units that were drawn: their number divided by all there are.")));
		fraction += 0.0;
	}
	add_psu(&state, survey_key_argument(fcinfo, 1), survey_key_argument(fcinfo, 2), fraction,
			&survey_call(fcinfo)->hints);
	PG_RETURN_POINTER(state);
}

/* Adds what another state or a design has. */
static void
add_all(SurveySample **state, const SurveySample *other)
{
	const char *unlike = survey_unlike_codes(*state, other);
	SurveyHints hints = { 0 };

	if (unlike != NULL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("designs in which %s is of different types cannot be merged", unlike),
				 errhint("A text is not the number that it spells, so no sampling unit could be in both: cast one of them.")));
	for (uint32 i = 0; i < other->entries; i++)
	{
		uint32 h = other->entry[i].stratum;

		CHECK_FOR_INTERRUPTS();
		if (h != i)
			add_psu(state, survey_key_of(other, h), survey_key_of(other, i), other->entry[h].value,
					&hints);
	}
}

static bool
same_options(const SurveyOptions *a, const SurveyOptions *b)
{
	/* the others are of designs of replicate weights */
	return a->lonely == b->lonely && a->interval == b->interval && a->df_rule == b->df_rule &&
		a->convention == b->convention && a->level == b->level;
}

/* Options of a state of merge() are those of the first design, or state; others must agree. */
static void
take_options(SurveySample *state, const SurveySample *design)
{
	uint32 flags = design->flags & SURVEY_KEEPS_TOTALS;

	if (design->flags & SURVEY_HAS_REPLICATES)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a design of replicate weights cannot be merged"),
				 errhint("It is the same for all parts of a sample: use it as it is.")));
	if (!(state->flags & SURVEY_HAS_PARAMETERS))
	{
		state->options = design->options;
		state->flags = flags | SURVEY_HAS_PARAMETERS;
	}
	else if (!same_options(&state->options, &design->options) ||
			 (state->flags & SURVEY_KEEPS_TOTALS) != flags)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("designs with different options cannot be merged"),
				 errhint("Merge them without options, and give these to the result with survey_options().")));
}

/* States of merge() have options, those of survey_design() have none. */
PG_FUNCTION_INFO_V1(survey_design_combine);
Datum
survey_design_combine(PG_FUNCTION_ARGS)
{
	SurveySample *state = survey_state(fcinfo, SURVEY_NONE, 0);
	const SurveySample *other = PG_GETARG_SURVEY_SAMPLE(1);

	if (other->index != SURVEY_NONE)
		survey_refuse_state();
	if (other->flags & SURVEY_HAS_PARAMETERS)
		take_options(state, other);
	add_all(&state, other);
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(survey_design_add);
Datum
survey_design_add(PG_FUNCTION_ARGS)
{
	SurveySample *state = survey_state(fcinfo, SURVEY_NONE, 0);
	const SurveySample *design;

	if (PG_ARGISNULL(1))
		PG_RETURN_POINTER(state);
	design = PG_GETARG_SURVEY_SAMPLE(1);
	take_options(state, design);
	add_all(&state, design);
	PG_RETURN_POINTER(state);
}

/* A state as a design. */
static SurveySample *
design_of(const SurveySample *state)
{
	SurveySample *design = survey_sorted(state);

	design->type = SURVEY_TYPE_DESIGN;
	design->flags = state->flags & SURVEY_KEEPS_TOTALS;
	/* designs of options alone make another of options */
	if (design->entries > 0)
		design->flags |= SURVEY_HAS_DESIGN;
	/* only a state that somebody wrote has a stratum and none of its PSUs */
	for (uint32 i = 0; i < design->entries; i++)
		if (unlikely(survey_is_stratum(design, i) && design->entry[i].psus == 0))
			survey_refuse_state();
	survey_seal(design);
	return design;
}

PG_FUNCTION_INFO_V1(survey_design_final);
Datum
survey_design_final(PG_FUNCTION_ARGS)
{
	const SurveySample *state = PG_GETARG_SURVEY_SAMPLE(0);

	if (state->index != SURVEY_NONE)
		survey_refuse_state();
	if (state->entries == 0)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(design_of(state));
}

PG_FUNCTION_INFO_V1(survey_design_merge);
Datum
survey_design_merge(PG_FUNCTION_ARGS)
{
	SurveySample *state = survey_new(SURVEY_TYPE_STATE, SURVEY_NONE, 0);

	for (int i = 0; i < 2; i++)
	{
		take_options(state, PG_GETARG_SURVEY_SAMPLE(i));
		add_all(&state, PG_GETARG_SURVEY_SAMPLE(i));
	}
	PG_RETURN_POINTER(design_of(state));
}

/* ---- options ---- */

/* The number of an option's name in the argument. */
static int
option_argument(FunctionCallInfo fcinfo, int argument, const char *what, const char *const *names,
				int count)
{
	char *given = text_to_cstring(PG_GETARG_TEXT_PP(argument));
	StringInfoData list;

	for (int i = 0; i < count; i++)
		if (strcmp(given, names[i]) == 0)
			return i;
	initStringInfo(&list);
	for (int i = 0; i < count; i++)
		appendStringInfo(&list, "%s\"%s\"", i == 0 ? "" : ", ", names[i]);
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("there is no option \"%s\" of %s", given, what),
			 errhint("It is one of %s.", list.data)));
}

/* survey_options(lonely, ci, level, df, convention, keep_totals, design) */
PG_FUNCTION_INFO_V1(survey_options);
Datum
survey_options(PG_FUNCTION_ARGS)
{
	SurveySample *design = PG_ARGISNULL(6) ? survey_new(SURVEY_TYPE_DESIGN, SURVEY_NONE, 0) :
											 survey_copy(PG_GETARG_SURVEY_SAMPLE(6));

	if (!PG_ARGISNULL(0))
		design->options.lonely = (uint8) option_argument(fcinfo, 0, "lonely", lonely_names,
														 lengthof(lonely_names));
	if (!PG_ARGISNULL(1))
		design->options.interval = (uint8) option_argument(fcinfo, 1, "ci", interval_names,
														   lengthof(interval_names));
	if (!PG_ARGISNULL(2))
	{
		design->options.level = PG_GETARG_FLOAT8(2);
		if (!(design->options.level > 0.0 && design->options.level < 1.0))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("level must be between 0 and 1, not %s",
							float8out_internal(design->options.level)),
					 errhint("For intervals of 95 %%, give 0.95.")));
	}
	if (!PG_ARGISNULL(3))
		design->options.df_rule = (uint8) option_argument(fcinfo, 3, "df", df_names,
														  lengthof(df_names));
	if (!PG_ARGISNULL(4))
		design->options.convention = (uint8) option_argument(fcinfo, 4, "convention",
															 convention_names,
															 lengthof(convention_names));
	if (!PG_ARGISNULL(5))
		design->flags = (design->flags & ~(uint32) SURVEY_KEEPS_TOTALS) |
			(PG_GETARG_BOOL(5) ? SURVEY_KEEPS_TOTALS : 0);
	survey_seal(design);
	PG_RETURN_POINTER(design);
}

/* ---- replicate weights ---- */

/* An array of numbers, one at least; what names it in messages. */
static double *
float8_array(ArrayType *array, const char *what, int *count)
{
	if (ARR_NDIM(array) != 1 || array_contains_nulls(array))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be an array of one dimension without NULL, and not empty", what),
				 errhint("Give one number for each replicate weight.")));
	*count = ARR_DIMS(array)[0];
	return (double *) ARR_DATA_PTR(array);
}

/* What a preset is: the scale and what it is multiplied with, by method. */
static void
take_method(FunctionCallInfo fcinfo, int method, SurveySample *design)
{
	static const uint8 rule[] = { SCALE_BY_COUNT,   SCALE_BY_COUNT, SCALE_JACKKNIFE, SCALE_FIXED,
								  SCALE_BY_FREEDOM, SCALE_BY_COUNT, SCALE_FIXED };
	double rho;

	design->options.scale_rule = rule[method];
	design->scale = method == METHOD_ACS ? 4.0 : 1.0;
	if (method == METHOD_ACS)
		design->flags |= SURVEY_USES_CENTRE;
	if ((method == METHOD_FAY) == PG_ARGISNULL(1))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg(method == METHOD_FAY ? "Fay's method needs rho" : "rho belongs to Fay's method"),
				 errhint("rho, from 0 to below 1, is what the weights of a dropped half are multiplied with.")));
	if (method == METHOD_FAY)
	{
		rho = PG_GETARG_FLOAT8(1);
		if (!(rho >= 0.0 && rho < 1.0))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("rho must be at least 0 and below 1, not %s", float8out_internal(rho)),
					 errhint("rho is what the weights of a dropped half are multiplied with: 0.5, say.")));
		design->scale = 1.0 / ((1.0 - rho) * (1.0 - rho));
	}
	if (method == METHOD_JKN && PG_ARGISNULL(3))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("method \"jkn\" needs rscales"),
				 errhint("rscales holds (n - 1) / n for each replicate, n the sampling units of the stratum in which one is left out.")));
	if (method == METHOD_OTHER && PG_ARGISNULL(2))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("method \"other\" needs scale"),
				 errhint("The variance is scale times the sum of the squares of the replicates' deviations.")));
}

/* A factor of the variance, which may be 0. */
static double
check_scale(double value, const char *what)
{
	if (!(value >= 0.0 && value <= DBL_MAX))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be zero or a positive finite number, not %s", what,
						float8out_internal(value)),
				 errhint("The variance is scale times the sum of rscales times the squares of the replicates' deviations.")));
	return value + 0.0;
}

static double
check_df(double value)
{
	if (!(value > 0.0 && value <= DBL_MAX))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("df must be a positive finite number, not %s", float8out_internal(value)),
				 errhint("Leave df out for the number of replicates less 1.")));
	return value;
}

/* replicate_design(method, rho, scale, rscales, mse, df) */
PG_FUNCTION_INFO_V1(replicate_design);
Datum
replicate_design(PG_FUNCTION_ARGS)
{
	SurveySample header;
	SurveySample *design;
	double *scales = NULL;
	int count = 0;
	int method;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (!PG_ARGISNULL(3))
		scales = float8_array(PG_GETARG_ARRAYTYPE_P(3), "rscales", &count);
	memset(&header, 0, sizeof(header));
	header.version = SURVEY_VERSION;
	header.type = SURVEY_TYPE_DESIGN;
	header.options = survey_default_options();
	header.flags = SURVEY_HAS_REPLICATES;
	header.scales = (uint32) count;
	design = survey_allocate(&header);
	for (int i = 0; i < count; i++)
		survey_scales(design)[i] = check_scale(scales[i], "an element of rscales");

	method = option_argument(fcinfo, 0, "method", method_names, lengthof(method_names));
	take_method(fcinfo, method, design);
	if (!PG_ARGISNULL(2))
	{
		design->scale = check_scale(PG_GETARG_FLOAT8(2), "scale");
		design->options.scale_rule = SCALE_FIXED;
	}
	if (!PG_ARGISNULL(4))
		design->flags = (design->flags & ~(uint32) SURVEY_USES_CENTRE) |
			(PG_GETARG_BOOL(4) ? SURVEY_USES_CENTRE : 0);
	if (!PG_ARGISNULL(5))
		design->options.df = check_df(PG_GETARG_FLOAT8(5));
	survey_seal(design);
	PG_RETURN_POINTER(design);
}
