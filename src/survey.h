/* SPDX-License-Identifier: PostgreSQL */
/*
 * survey.h
 *		Room survey: the values that travel between its functions.
 *
 * One flat struct serves the partial states of the aggregates and the three
 * stored types: survey_design (a sample's strata and PSUs, and options),
 * survey_line (a relative line with its linearised variable by PSU) and
 * survey_totals (an estimate's scaled deviations by PSU, or its replicates).
 */
#ifndef SURVEY_ROOM_H
#define SURVEY_ROOM_H

#include "math/survey.h"
#include "poverty_ext.h"

#include "lib/stringinfo.h"

#define SURVEY_VERSION 1
#define SURVEY_NO_ENTRY UINT32_MAX

/* Which SQL type a value is of.  The numbers are stored. */
typedef enum SurveyType
{
	SURVEY_TYPE_STATE = 1,
	SURVEY_TYPE_DESIGN,
	SURVEY_TYPE_LINE,
	SURVEY_TYPE_TOTALS
} SurveyType;

/* How confidence intervals are made; the numbers are stored, as those below. */
typedef enum SurveyInterval
{
	INTERVAL_WALD,
	INTERVAL_LOGIT,
	INTERVAL_KORN_GRAUBARD,
	INTERVAL_WOODRUFF
} SurveyInterval;

/* Whose PSUs and strata make the degrees of freedom. */
typedef enum SurveyDf
{
	DF_DESIGN,
	DF_DOMAIN
} SurveyDf;

/* What the scale of replicates is to be multiplied with, R being how many they are. */
typedef enum SurveyScaleRule
{
	SCALE_FIXED,     /* 1 */
	SCALE_BY_COUNT,  /* 1 / R */
	SCALE_JACKKNIFE, /* (R - 1) / R */
	SCALE_BY_FREEDOM /* 1 / (R - 1) */
} SurveyScaleRule;

/* Flags of a value. */
#define SURVEY_HAS_DESIGN 0x01     /* the PSUs of the whole sample are known */
#define SURVEY_HAS_REPLICATES 0x02 /* how replicates make a variance is known */
#define SURVEY_USES_CENTRE 0x04    /* replicates: deviations from the estimate (mse) */
#define SURVEY_KEEPS_TOTALS 0x08   /* estimates carry their totals */
#define SURVEY_HAS_LINE 0x10       /* a state whose PSUs have a line's totals */
#define SURVEY_HAS_PARAMETERS 0x20 /* a state that knows its parameters */
#define SURVEY_ALL_FLAGS 0x3F

/* A stratum, or a PSU within one. */
typedef struct SurveyEntry
{
	uint32 stratum; /* number of the stratum's entry; its own for a stratum */
	uint32 key;     /* where its identity begins among the bytes */
	uint32 length;  /* of its identity */
	uint32 hash;    /* of its identity and stratum */
	uint32 psus;    /* a stratum's: its PSUs in the design */
	uint32 unused;  /* zero */
	double value;   /* a stratum's sampling fraction; a PSU's total */
} SurveyEntry;

/*
 * What survey_code.c makes of a stratum or a PSU: bytes that are equal when the
 * values are.
 */
typedef struct SurveyKey
{
	const char *bytes;
	uint32 length;
} SurveyKey;

/* How a value came to be read; all of it is stored. */
typedef struct SurveyOptions
{
	uint8 lonely;     /* a SurveyLonely */
	uint8 interval;   /* a SurveyInterval */
	uint8 df_rule;    /* a SurveyDf */
	uint8 convention; /* a SurveyConvention */
	uint8 scale_rule; /* a SurveyScaleRule */
	uint8 unused[3];  /* zero */
	double level;     /* of confidence intervals */
	double df;        /* degrees of freedom that the user gave, or 0 */
} SurveyOptions;

typedef struct SurveySample
{
	int32 vl_len_;     /* varlena header */
	uint8 version;     /* SURVEY_VERSION */
	uint8 type;        /* a SurveyType */
	uint8 index;       /* a SurveyIndex: of a state, a line or totals */
	uint8 columns;     /* doubles that a row has, its weight included */
	uint32 flags;      /* SURVEY_... */
	uint32 replicates; /* replicate weights that a row has */
	SurveyOptions options;
	double scale;         /* of replicates */
	double parameter[2];  /* alpha, epsilon, p, share, or k; then an indicator's number or 0 */
	double estimate;      /* the line's; that of the totals */
	uint64 digest;        /* of a design or line; in a state, of the one that it takes in */
	uint64 check;         /* digest of array parameters, or 0 */
	uint32 design_psus;   /* PSUs in the whole sample */
	uint32 design_strata; /* strata in the whole sample */
	uint32 entries;
	uint32 max_entries;
	uint32 scales; /* scales of single replicates; 0 when all are 1 */
	uint32 rows;
	uint32 max_rows;
	uint32 slots; /* a power of 2, or 0 in stored values, whose entries are sorted */
	uint32 bytes;
	uint32 max_bytes;
	uint32 estimates; /* by replicate: of a line, of totals; in a state, of the line taken in */
	uint32 unused;    /* zero */
	/*
	 * Then: entries, scales, estimates by replicate, the rows' doubles, identities of the rows' PSUs
	 * (uint64), slots (uint32), the rows' strata (uint32), bytes.
	 */
	SurveyEntry entry[FLEXIBLE_ARRAY_MEMBER];
} SurveySample;

/*
 * Where a row's PSU is: the number of its stratum's entry, and the whole number
 * that is its code; or, with SURVEY_INTERNED added to the first, the number of
 * its own entry.  Codes are not looked up row by row: the tables of many groups
 * would not stay in the processor's cache.
 */
#define SURVEY_INTERNED UINT32_C(0x80000000)

typedef struct SurveyUnit
{
	uint32 stratum;
	uint64 id;
} SurveyUnit;

#define DatumGetSurveySample(datum) ((SurveySample *) PG_DETOAST_DATUM(datum))
#define PG_GETARG_SURVEY_SAMPLE(n) DatumGetSurveySample(PG_GETARG_DATUM(n))

/* How many doubles a row takes. */
static inline uint32
survey_width(const SurveySample *sample)
{
	return sample->columns + sample->replicates;
}

static inline double *
survey_scales(const SurveySample *sample)
{
	return (double *) (sample->entry + sample->max_entries);
}

/* Estimates by replicate. */
static inline double *
survey_estimates(const SurveySample *sample)
{
	return survey_scales(sample) + sample->scales;
}

static inline double *
survey_cells(const SurveySample *sample)
{
	return survey_estimates(sample) + sample->estimates;
}

/* How many rows have room for a PSU: none with replicates. */
static inline uint32
survey_max_units(const SurveySample *sample)
{
	return sample->replicates > 0 ? 0 : sample->max_rows;
}

static inline uint64 *
survey_row_ids(const SurveySample *sample)
{
	return (uint64 *) (survey_cells(sample) + (Size) sample->max_rows * survey_width(sample));
}

static inline uint32 *
survey_slots(const SurveySample *sample)
{
	return (uint32 *) (survey_row_ids(sample) + survey_max_units(sample));
}

static inline uint32 *
survey_row_strata(const SurveySample *sample)
{
	return survey_slots(sample) + sample->slots;
}

static inline char *
survey_bytes(const SurveySample *sample)
{
	return (char *) (survey_row_strata(sample) + survey_max_units(sample));
}

static inline bool
survey_is_stratum(const SurveySample *sample, uint32 i)
{
	return sample->entry[i].stratum == i;
}

/* Where a call site found the entries of its last row; any numbers are good to begin with. */
typedef struct SurveyHints
{
	uint32 stratum;          /* in the state */
	uint32 psu;              /* in the state */
	uint32 designed_stratum; /* in the design */
	uint32 designed_psu;     /* in the design */
} SurveyHints;

/* survey_sample.c: the struct and its dictionary of PSUs */
extern SurveySample *survey_new(SurveyType type, SurveyIndex index, int columns);
extern SurveySample *survey_copy(const SurveySample *sample);
extern SurveySample *survey_allocate(const SurveySample *header);
extern Size survey_size(const SurveySample *header);
extern void survey_reserve(SurveySample **sample, uint32 entries, uint32 bytes, uint32 rows);
extern uint32 survey_find(const SurveySample *sample, uint32 stratum, SurveyKey key);
extern uint32 survey_find_near(const SurveySample *sample, uint32 stratum, SurveyKey key,
							   uint32 *hint);
extern uint32 survey_add(SurveySample **sample, uint32 stratum, SurveyKey key);
extern SurveyKey survey_key_of(const SurveySample *sample, uint32 i);
extern SurveySample *survey_sorted(const SurveySample *sample);
extern SurveySample *survey_hashed(const SurveySample *sample);
extern void survey_seal(SurveySample *sample);
extern bool survey_counts_fit(const SurveySample *state);
extern int survey_compare_entries(const SurveySample *sample, uint32 i, uint32 j);
extern uint64 survey_digest_bytes(const void *bytes, Size length, uint64 seed);
extern char *survey_key_text(SurveyKey key);

/* survey_code.c: identities of strata, PSUs and subgroups of any type */
#define SURVEY_KEY_SIZE 9 /* of a whole number's identity */

extern bool survey_key_is_whole(SurveyKey key, uint64 *id);
extern bool survey_keys_are_alike(SurveyKey a, SurveyKey b);
extern SurveyKey survey_whole_key(uint64 id, char *buffer);
extern SurveyKey survey_key_argument(FunctionCallInfo fcinfo, int argument);

/* survey_design.c */
extern SurveyOptions survey_default_options(void);
pg_noreturn extern void survey_refuse_state(void);
extern SurveySample *survey_state(FunctionCallInfo fcinfo, SurveyIndex index, int columns);
extern const char *survey_unlike_codes(const SurveySample *a, const SurveySample *b);
extern bool survey_is_whole(const SurveySample *state);
extern void survey_take_design(SurveySample **state, const SurveySample *design);
extern SurveyUnit survey_enter(SurveySample **state, const SurveySample *design, SurveyKey stratum,
							   SurveyKey psu, SurveyHints *hints);

/* survey_args.c: what is known of an index */
typedef struct SurveyIndexInfo
{
	const char *name;   /* of its aggregates, without their ending */
	int shape;          /* how its arguments are read */
	uint8 values;       /* doubles that a row has beside its weight */
	bool is_proportion; /* between 0 and 1, a mean of shares */
} SurveyIndexInfo;

/*
 * What a call site remembers, to be quicker: where it found the last row's
 * entries, and the design or line that it was last given, hashed.
 */
typedef struct SurveyCall
{
	SurveyHints hints;
	SurveySample *design;
} SurveyCall;

/* One row as it is read. */
typedef struct SurveyRow
{
	double value[SURVEY_VALUES_MAX];
	double weight;
	double parameter[2];
	uint64 check;               /* digest of array parameters */
	const SurveySample *design; /* or NULL */
} SurveyRow;

extern const SurveyIndexInfo *survey_index_info(int index);
extern SurveyCall *survey_call(FunctionCallInfo fcinfo);
extern const SurveySample *survey_design_argument(FunctionCallInfo fcinfo, int argument);
extern int survey_arguments(SurveyIndex index, double fixed);
extern bool survey_lacks_argument(FunctionCallInfo fcinfo, SurveyIndex index);
extern void survey_read_values(FunctionCallInfo fcinfo, SurveyIndex index, double fixed,
							   SurveyRow *row);

/* An estimate with its error, as members of type poverty_estimate; NAN where a member is NULL. */
typedef struct PovertyEstimate
{
	double estimate;
	double std_error;
	double ci_low;
	double ci_high;
	double deff;
	double df;
	int64 n;
	SurveySample *totals; /* or NULL */
} PovertyEstimate;

/* survey_estimate.c */
extern void survey_wald(PovertyEstimate *estimate, double level);
extern void survey_set_interval(PovertyEstimate *estimate, const SurveyOptions *options,
								bool is_proportion);
extern PovertyEstimate survey_estimate_argument(FunctionCallInfo fcinfo, int argument);
extern Datum survey_estimate_datum(FunctionCallInfo fcinfo, const PovertyEstimate *estimate);

/* survey_final.c */
extern const SurveySample *survey_state_argument(FunctionCallInfo fcinfo, bool by_replicates,
												 bool of_line);
extern SurveyParameters survey_parameters(const SurveySample *state, bool estimate_only);
extern bool survey_is_proportion(const SurveySample *state);
extern int64 survey_count(const SurveySample *state, const SurveyRows *rows);
extern MemoryContext survey_begin_work(MemoryContext *old);

/* survey_replicates.c */
extern double survey_variance_by_replicates(const SurveySample *totals);

/* survey_frame.c */
/* The PSUs of a group, numbered so that those of a stratum stand together. */
typedef struct SurveyFrame
{
	uint32 strata;
	uint32 psus;
	SurveyStratum *stratum;
	uint32 *stratum_entry; /* the entry of each stratum */
	SurveyUnit *psu;       /* where each PSU is in the state */
	uint32 domain_psus;    /* that have rows */
	uint32 domain_strata;
} SurveyFrame;

extern void *survey_work(Size count, Size size);
extern SurveyRows survey_gather(const SurveySample *state);
extern SurveyFrame survey_frame(const SurveySample *state, SurveyRows *rows);

#endif /* SURVEY_ROOM_H */
