/* SPDX-License-Identifier: PostgreSQL */
/*
 * survey_codec.c
 *		The binary and the text form of the types of room survey.
 *
 * Binary form, integers in network order: version, type, index, doubles a row
 * (1 byte each), flags, replicates a row (4 each), the options (5 bytes and 2
 * doubles), scale, two parameters, the estimate (doubles), the digest of what
 * was taken in and of array parameters (8 each; 0 in stored types), PSUs and
 * strata of the design, entries, scales, estimates by replicate, rows (4 each).  Then the entries: stratum (4), PSUs (4),
 * value (double), length of the identity (4) and its bytes; the scales; the estimates; and the rows: doubles,
 * then, where there are no replicates, the stratum's number (4) and the PSU (8).  Last comes a
 * checksum of all that (4).  The text form is the binary form in hexadecimal digits.
 *
 * What comes from outside is checked byte by byte and built up like a value that
 * is new.
 */
#include "survey.h"

#include "checksum.h"

#include "libpq/pqformat.h"
#include "utils/builtins.h"

#define MOST_REPLICATES 100000

/* The bytes before the entries, and the fewest of an entry. */
#define HEADER_SIZE (4 + 2 * 4 + 5 + 2 * 8 + 4 * 8 + 2 * 8 + 6 * 4)
#define ENTRY_SIZE (2 * 4 + 8 + 4)

static void
write_sample(StringInfo buffer, const SurveySample *sample)
{
	const double *cell = survey_cells(sample);
	bool stored = sample->type != SURVEY_TYPE_STATE;
	int start = buffer->len;

	pq_sendint8(buffer, sample->version);
	pq_sendint8(buffer, sample->type);
	pq_sendint8(buffer, sample->index);
	pq_sendint8(buffer, sample->columns);
	pq_sendint32(buffer, sample->flags);
	pq_sendint32(buffer, sample->replicates);
	pq_sendint8(buffer, sample->options.lonely);
	pq_sendint8(buffer, sample->options.interval);
	pq_sendint8(buffer, sample->options.df_rule);
	pq_sendint8(buffer, sample->options.convention);
	pq_sendint8(buffer, sample->options.scale_rule);
	pq_sendfloat8(buffer, sample->options.level);
	pq_sendfloat8(buffer, sample->options.df);
	pq_sendfloat8(buffer, sample->scale);
	pq_sendfloat8(buffer, sample->parameter[0]);
	pq_sendfloat8(buffer, sample->parameter[1]);
	pq_sendfloat8(buffer, sample->estimate);
	pq_sendint64(buffer, stored ? 0 : sample->digest);
	pq_sendint64(buffer, sample->check);
	pq_sendint32(buffer, sample->design_psus);
	pq_sendint32(buffer, sample->design_strata);
	pq_sendint32(buffer, sample->entries);
	pq_sendint32(buffer, sample->scales);
	pq_sendint32(buffer, sample->estimates);
	pq_sendint32(buffer, sample->rows);
	for (uint32 i = 0; i < sample->entries; i++)
	{
		SurveyKey key = survey_key_of(sample, i);

		pq_sendint32(buffer, sample->entry[i].stratum);
		pq_sendint32(buffer, sample->entry[i].psus);
		pq_sendfloat8(buffer, sample->entry[i].value);
		pq_sendint32(buffer, key.length);
		pq_sendbytes(buffer, key.bytes, (int) key.length);
	}
	for (uint32 i = 0; i < sample->scales; i++)
		pq_sendfloat8(buffer, survey_scales(sample)[i]);
	for (uint32 i = 0; i < sample->estimates; i++)
		pq_sendfloat8(buffer, survey_estimates(sample)[i]);
	for (uint32 i = 0; i < sample->rows; i++)
	{
		CHECK_FOR_INTERRUPTS();
		for (uint32 k = 0; k < survey_width(sample); k++)
			pq_sendfloat8(buffer, *cell++);
		if (sample->replicates == 0)
		{
			pq_sendint32(buffer, survey_row_strata(sample)[i]);
			pq_sendint64(buffer, survey_row_ids(sample)[i]);
		}
	}
	checksum_append(buffer, start);
}

static void
check(bool good, const char *detail)
{
	if (!good)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid stored survey value: %s", detail),
				 errhint("Designs, lines, totals and partial states are made by the functions of poverty_ext and are read back only as they were written.")));
}

/* What is left must have so many bytes. */
static void
need(StringInfo buffer, Size bytes)
{
	check((Size) (buffer->len - buffer->cursor) >= bytes, "wrong length");
}

static double
read_finite(StringInfo buffer)
{
	double value = pq_getmsgfloat8(buffer);

	check(isfinite(value), "a number is not finite");
	return value;
}

/* A count of things that take at least so many bytes each in what is left. */
static uint32
read_count(StringInfo buffer, Size bytes_each)
{
	uint32 count = (uint32) pq_getmsgint(buffer, 4);

	check(count <= (Size) (buffer->len - buffer->cursor) / bytes_each, "wrong length");
	return count;
}

static void
read_options(StringInfo buffer, SurveyOptions *options)
{
	options->lonely = (uint8) pq_getmsgbyte(buffer);
	options->interval = (uint8) pq_getmsgbyte(buffer);
	options->df_rule = (uint8) pq_getmsgbyte(buffer);
	options->convention = (uint8) pq_getmsgbyte(buffer);
	options->scale_rule = (uint8) pq_getmsgbyte(buffer);
	check(options->lonely <= LONELY_ADJUST && options->interval <= INTERVAL_WOODRUFF &&
			  options->df_rule <= DF_DOMAIN && options->convention <= CONVENTION_CONVEY &&
			  options->scale_rule <= SCALE_BY_FREEDOM,
		  "unknown option");
	options->level = read_finite(buffer);
	options->df = read_finite(buffer);
	check(options->level > 0.0 && options->level < 1.0 && options->df >= 0.0,
		  "option out of range");
}

/*
 * A state takes its flags, its parameters apart, from a design, whose digest it
 * then has; that of survey_design() has taken in none.  What goes with
 * replicates: no strata and PSUs, and one scale each, or none; estimates of all
 * of them where there is a line.
 */
static bool
is_state_plausible(const SurveySample *sample)
{
	uint32 count = sample->replicates;

	if (sample->index == SURVEY_NONE)
	{
		if ((sample->flags & ~(uint32) (SURVEY_KEEPS_TOTALS | SURVEY_HAS_PARAMETERS)) != 0 ||
			sample->digest != 0)
			return false;
	}
	else if (!(sample->flags & SURVEY_HAS_PARAMETERS) || sample->digest == 0)
	{
		if ((sample->flags & ~(uint32) SURVEY_HAS_PARAMETERS) != 0 || sample->digest != 0)
			return false;
	}
	if (!(sample->flags & SURVEY_HAS_REPLICATES) || count == 0)
		return count == 0 && sample->estimates == 0;
	return sample->entries == 0 && !(sample->flags & SURVEY_HAS_DESIGN) &&
		(sample->scales == 0 || sample->scales == count) &&
		sample->estimates == (sample->flags & SURVEY_HAS_LINE ? count : 0);
}

/*
 * A stored type comes of strata and PSUs, which it has, or of replicates; a
 * design of options alone has neither.  Scales are those of replicates; lines and
 * totals have their estimates.
 */
static bool
is_stored_plausible(const SurveySample *sample)
{
	const uint32 flags = SURVEY_HAS_DESIGN | SURVEY_HAS_REPLICATES | SURVEY_USES_CENTRE |
		SURVEY_KEEPS_TOTALS;
	bool is_design = sample->type == SURVEY_TYPE_DESIGN;
	bool has_design = (sample->flags & SURVEY_HAS_DESIGN) != 0;

	if (sample->columns != 0 || sample->replicates != 0 || sample->rows != 0 ||
		sample->digest != 0 || (sample->flags & ~flags) != 0 ||
		(is_design && sample->index != SURVEY_NONE))
		return false;
	if (sample->flags & SURVEY_HAS_REPLICATES)
	{
		if (sample->entries > 0 || has_design)
			return false;
		if (is_design)
			return sample->estimates == 0;
		return sample->estimates > 0 &&
			(sample->scales == 0 || sample->scales == sample->estimates);
	}
	return sample->scales == 0 && sample->estimates == 0 && !(sample->flags & SURVEY_USES_CENTRE) &&
		(sample->entries > 0 || is_design) &&
		has_design == (sample->entries > 0 && sample->type != SURVEY_TYPE_TOTALS);
}

/* What the flags, index and columns of each type may be. */
static bool
is_plausible(const SurveySample *sample)
{
	if ((sample->flags & ~(uint32) SURVEY_ALL_FLAGS) != 0 || sample->scale < 0.0)
		return false;
	if (sample->index >= SURVEY_INDEX_COUNT || sample->replicates > MOST_REPLICATES ||
		sample->estimates > MOST_REPLICATES)
		return false;
	if (sample->type != SURVEY_TYPE_STATE)
		return is_stored_plausible(sample);
	if (!is_state_plausible(sample))
		return false;
	if (sample->index == SURVEY_NONE)
		return sample->columns == 0 && sample->rows == 0;
	/* a state that has rows knows their parameters */
	return sample->columns == survey_index_info(sample->index)->values + 1 &&
		(sample->rows == 0 || (sample->flags & SURVEY_HAS_PARAMETERS) != 0);
}

static void
read_entry(StringInfo buffer, SurveySample **sample)
{
	uint32 i = (*sample)->entries;
	uint32 stratum;
	uint32 psus;
	double value;
	SurveyKey key;

	need(buffer, ENTRY_SIZE);
	stratum = (uint32) pq_getmsgint(buffer, 4);
	psus = (uint32) pq_getmsgint(buffer, 4);
	value = read_finite(buffer);
	key.length = read_count(buffer, 1);
	check(key.length > 0, "an identity is empty");
	key.bytes = pq_getmsgbytes(buffer, (int) key.length);
	check(stratum == i || (stratum < i && survey_is_stratum(*sample, stratum)),
		  "a PSU without a stratum");
	if (stratum == i)
		stratum = SURVEY_NO_ENTRY;
	check(survey_find(*sample, stratum, key) == SURVEY_NO_ENTRY, "two entries are the same");
	check(stratum != SURVEY_NO_ENTRY || (value >= 0.0 && value <= 1.0),
		  "a sampling fraction out of range");
	(void) survey_add(sample, stratum, key);
	(*sample)->entry[i].psus = psus;
	(*sample)->entry[i].value = value;
}

static void
read_row(StringInfo buffer, SurveySample *sample)
{
	double *cell = survey_cells(sample) + (Size) sample->rows * survey_width(sample);
	uint32 stratum;
	uint64 id;

	for (uint32 k = 0; k < survey_width(sample); k++)
		cell[k] = read_finite(buffer);
	check(cell[sample->columns - 1] > 0.0, "a weight is not positive");
	if (sample->replicates == 0)
	{
		stratum = (uint32) pq_getmsgint(buffer, 4);
		id = (uint64) pq_getmsgint64(buffer);
		survey_row_strata(sample)[sample->rows] = stratum;
		survey_row_ids(sample)[sample->rows] = id;
		check(survey_is_whole(sample) <= ((stratum & SURVEY_INTERNED) != 0), "a row without a PSU");
		if (stratum & SURVEY_INTERNED)
		{
			stratum &= ~SURVEY_INTERNED;
			check(id < sample->entries && id != stratum && sample->entry[id].stratum == stratum,
				  "a row without a PSU");
		}
		check(stratum < sample->entries && survey_is_stratum(sample, stratum),
			  "a row without a stratum");
	}
	sample->rows++;
}

/* A stored type's entries must be in their order and count right; the copy is compact. */
static SurveySample *
check_stored(const SurveySample *sample)
{
	SurveySample *stored = survey_sorted(sample);

	for (uint32 i = 1; i < sample->entries; i++)
		check(survey_compare_entries(sample, i - 1, i) < 0, "entries are not in order");
	for (uint32 i = 0; i < sample->entries; i++)
		check(sample->entry[i].psus == stored->entry[i].psus &&
				  (sample->type != SURVEY_TYPE_DESIGN || !survey_is_stratum(sample, i) ||
				   sample->entry[i].psus > 0),
			  "wrong number of PSUs");
	check(stored->design_psus == sample->design_psus &&
			  stored->design_strata == sample->design_strata,
		  "wrong number of PSUs");
	survey_seal(stored);
	return stored;
}

/* Reads what stands before the checksum. */
static SurveySample *
read_content(StringInfo buffer, SurveyType type)
{
	SurveySample header;
	SurveySample *sample;
	uint32 entries;
	uint32 rows;

	need(buffer, HEADER_SIZE);
	memset(&header, 0, sizeof(header));
	header.version = (uint8) pq_getmsgbyte(buffer);
	check(header.version == SURVEY_VERSION, "unknown version");
	header.type = (uint8) pq_getmsgbyte(buffer);
	check(header.type == type, "a value of another type");
	header.index = (uint8) pq_getmsgbyte(buffer);
	header.columns = (uint8) pq_getmsgbyte(buffer);
	header.flags = (uint32) pq_getmsgint(buffer, 4);
	header.replicates = (uint32) pq_getmsgint(buffer, 4);
	read_options(buffer, &header.options);
	header.scale = read_finite(buffer);
	header.parameter[0] = read_finite(buffer);
	header.parameter[1] = read_finite(buffer);
	header.estimate = read_finite(buffer);
	header.digest = (uint64) pq_getmsgint64(buffer);
	header.check = (uint64) pq_getmsgint64(buffer);
	header.design_psus = (uint32) pq_getmsgint(buffer, 4);
	header.design_strata = (uint32) pq_getmsgint(buffer, 4);
	entries = read_count(buffer, ENTRY_SIZE);
	header.scales = read_count(buffer, sizeof(double));
	header.estimates = read_count(buffer, sizeof(double));
	rows = read_count(buffer, sizeof(double));
	header.rows = rows;
	header.entries = entries;
	check(is_plausible(&header), "its parts contradict each other");
	header.rows = 0;
	header.entries = 0;
	sample = survey_allocate(&header);

	for (uint32 i = 0; i < entries; i++)
	{
		CHECK_FOR_INTERRUPTS();
		read_entry(buffer, &sample);
	}
	need(buffer, ((Size) sample->scales + sample->estimates) * sizeof(double));
	for (uint32 i = 0; i < sample->scales; i++)
	{
		survey_scales(sample)[i] = read_finite(buffer);
		check(survey_scales(sample)[i] >= 0.0, "a scale is negative");
	}
	for (uint32 i = 0; i < sample->estimates; i++)
		survey_estimates(sample)[i] = read_finite(buffer);
	need(buffer,
		 rows * (survey_width(sample) * sizeof(double) + (sample->replicates > 0 ? 0 : 12)));
	survey_reserve(&sample, 0, 0, rows);
	for (uint32 i = 0; i < rows; i++)
	{
		CHECK_FOR_INTERRUPTS();
		read_row(buffer, sample);
	}
	if (type != SURVEY_TYPE_STATE)
		return check_stored(sample);
	check(survey_counts_fit(sample), "wrong number of PSUs");
	return sample;
}

/* The checksum comes last: what is wrong beside it says more. */
static SurveySample *
read_sample(StringInfo buffer, SurveyType type)
{
	const char *start = buffer->data + buffer->cursor;
	Size size = (Size) (buffer->len - buffer->cursor);
	SurveySample *sample;

	need(buffer, CHECKSUM_SIZE);
	buffer->len -= CHECKSUM_SIZE;
	sample = read_content(buffer, type);
	check(buffer->cursor == buffer->len, "wrong length");
	check(checksum_matches(start, size), "the checksum differs");
	buffer->len += CHECKSUM_SIZE;
	buffer->cursor = buffer->len;
	return sample;
}

/* The four functions of a type that PostgreSQL reads and writes values with. */
static Datum
sample_in(FunctionCallInfo fcinfo, SurveyType type)
{
	const char *text = PG_GETARG_CSTRING(0);
	size_t length = strlen(text);
	StringInfoData buffer;

	initStringInfo(&buffer);
	enlargeStringInfo(&buffer, (int) (length / 2));
	check(hex_read(text, length, buffer.data), "not an even number of hexadecimal digits");
	buffer.len = (int) (length / 2);
	PG_RETURN_POINTER(read_sample(&buffer, type));
}

PG_FUNCTION_INFO_V1(survey_value_out);
Datum
survey_value_out(PG_FUNCTION_ARGS)
{
	StringInfoData buffer;

	initStringInfo(&buffer);
	write_sample(&buffer, PG_GETARG_SURVEY_SAMPLE(0));
	PG_RETURN_CSTRING(hex_written(&buffer));
}

PG_FUNCTION_INFO_V1(survey_value_send);
Datum
survey_value_send(PG_FUNCTION_ARGS)
{
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	write_sample(&buffer, PG_GETARG_SURVEY_SAMPLE(0));
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

#define DEFINE_TYPE_INPUT(name, type)                                            \
	PG_FUNCTION_INFO_V1(name##_in);                                              \
	Datum name##_in(PG_FUNCTION_ARGS)                                            \
	{                                                                            \
		return sample_in(fcinfo, type);                                          \
	}                                                                            \
	PG_FUNCTION_INFO_V1(name##_recv);                                            \
	Datum name##_recv(PG_FUNCTION_ARGS)                                          \
	{                                                                            \
		PG_RETURN_POINTER(read_sample((StringInfo) PG_GETARG_POINTER(0), type)); \
	}

DEFINE_TYPE_INPUT(survey_state, SURVEY_TYPE_STATE)
DEFINE_TYPE_INPUT(survey_design, SURVEY_TYPE_DESIGN)
DEFINE_TYPE_INPUT(survey_line, SURVEY_TYPE_LINE)
DEFINE_TYPE_INPUT(survey_totals, SURVEY_TYPE_TOTALS)
