/* SPDX-License-Identifier: PostgreSQL */
/*
 * deprivation_args.c
 *		Room deprivation: reading the deprivations of a household in each of
 *		their forms, and the weights of the indicators.
 *
 * Small arrays lie in a tuple with a header of one byte.  They are read where
 * they lie, for to copy each would cost more than to count it.
 */
#include "deprivation.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/varbit.h"

/* An array of one dimension, read in place: nothing in it need be aligned. */
typedef struct FlatArray
{
	int count;
	int lower_bound;
	const char *nulls; /* the bitmap of the elements that are there, or NULL */
	const char *data;  /* the elements that are there */
} FlatArray;

/* The header of an array of one dimension, behind the length word. */
typedef struct FlatHeader
{
	int32 ndim;
	int32 dataoffset;
	Oid elemtype;
	int32 count;
	int32 lower_bound;
} FlatHeader;

static void
refuse_shape(const char *what, const char *problem)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s must have 1 to %d elements in one dimension, not %s", what,
					MPI_INDICATORS_MAX, problem),
			 errhint("Give one element for each indicator, in the same order everywhere.")));
}

static FlatArray
flat_array(Datum datum, const char *what)
{
	struct varlena *value = PG_DETOAST_DATUM_PACKED(datum);
	const char *start = VARDATA_ANY(value);
	FlatHeader header = { 0 };
	FlatArray array;

	memcpy(&header, start, Min(VARSIZE_ANY_EXHDR(value), sizeof(header)));
	if (header.ndim != 1)
		refuse_shape(what, header.ndim == 0 ? "none" : psprintf("%d dimensions", header.ndim));
	if (header.count > MPI_INDICATORS_MAX)
		refuse_shape(what, psprintf("%d", header.count));
	array.count = header.count;
	array.lower_bound = header.lower_bound;
	array.nulls = header.dataoffset == 0 ? NULL : start + sizeof(header);
	array.data = start - VARHDRSZ +
		(header.dataoffset == 0 ? (int32) ARR_OVERHEAD_NONULLS(1) : header.dataoffset);
	return array;
}

/* Whether element i of an array with NULLs is one. */
static inline bool
element_is_null(const FlatArray *array, int i)
{
	return array->nulls != NULL && (array->nulls[i / 8] & (1 << (i % 8))) == 0;
}

static void
read_booleans(Datum datum, Deprivations *row)
{
	FlatArray array = flat_array(datum, "deprived");
	const char *next = array.data;

	row->indicators = array.count;
	row->lower_bound = array.lower_bound;
	for (int i = 0; i < array.count; i++)
	{
		if (element_is_null(&array, i))
			row->missing |= UINT64CONST(1) << i;
		else
			row->deprived |= (uint64_t) (*next++ != 0) << i;
	}
}

/* The bits of a word in the opposite order. */
static inline uint64_t
reversed(uint64_t bits)
{
	bits = (bits >> 1 & UINT64CONST(0x5555555555555555)) |
		(bits & UINT64CONST(0x5555555555555555)) << 1;
	bits = (bits >> 2 & UINT64CONST(0x3333333333333333)) |
		(bits & UINT64CONST(0x3333333333333333)) << 2;
	bits = (bits >> 4 & UINT64CONST(0x0F0F0F0F0F0F0F0F)) |
		(bits & UINT64CONST(0x0F0F0F0F0F0F0F0F)) << 4;
	return __builtin_bswap64(bits);
}

static void
read_bits(Datum datum, Deprivations *row)
{
	struct varlena *value = PG_DETOAST_DATUM_PACKED(datum);
	const unsigned char *start = (const unsigned char *) VARDATA_ANY(value);
	int32 count;
	uint64_t bits = 0;

	memcpy(&count, start, sizeof(count));
	if (count < 1 || count > MPI_INDICATORS_MAX)
		refuse_shape("deprived", psprintf("%d", count));
	start += sizeof(count);
	for (int i = 0; i < (count + 7) / 8; i++)
		bits |= (uint64_t) start[i] << (56 - 8 * i);
	row->indicators = count;
	row->deprived = reversed(bits);
}

pg_noreturn static pg_noinline void
refuse_gap(const Deprivations *row)
{
	int i = 0;

	while (row->gap[i] >= 0.0 && row->gap[i] <= 1.0)
		i++;
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("a gap must be from 0 to 1, not %s (indicator %d)",
					float8out_internal(row->gap[i]), i + 1),
			 errhint("Give (line - value) / line for the deprived, and 0 for those who are not.")));
}

/* The gaps of an array with NULLs, 0 for these. */
static void
read_known_gaps(const FlatArray *array, Deprivations *row)
{
	const char *next = array->data;

	for (int i = 0; i < array->count; i++)
	{
		row->gap[i] = 0.0;
		if (element_is_null(array, i))
			row->missing |= UINT64CONST(1) << i;
		else
		{
			memcpy(&row->gap[i], next, sizeof(double));
			next += sizeof(double);
		}
	}
}

static void
read_gaps(Datum datum, Deprivations *row)
{
	FlatArray array = flat_array(datum, "gaps");
	bool good = true;

	row->indicators = array.count;
	row->lower_bound = array.lower_bound;
	if (likely(array.nulls == NULL))
		memcpy(row->gap, array.data, (Size) array.count * sizeof(double));
	else
		read_known_gaps(&array, row);
	for (int i = 0; i < array.count; i++)
	{
		good &= row->gap[i] >= 0.0 && row->gap[i] <= 1.0;
		row->deprived |= (uint64_t) (row->gap[i] > 0.0) << i;
	}
	if (unlikely(!good))
		refuse_gap(row);
}

/* Reads the deprivations of a household. */
void
read_deprivations(Datum datum, DeprivationForm form, Deprivations *row)
{
	row->form = form;
	row->indicators = -1;
	row->lower_bound = 1;
	row->deprived = 0;
	row->missing = 0;
	switch (form)
	{
		case FORM_BOOLEANS:
			read_booleans(datum, row);
			break;
		case FORM_BITS:
			read_bits(datum, row);
			break;
		case FORM_MASK:
			row->deprived = (uint64_t) DatumGetInt64(datum);
			break;
		case FORM_GAPS:
			read_gaps(datum, row);
			break;
	}
}

/* No indicator may be NULL, for nobody said what it means. */
void
check_all_known(const Deprivations *row)
{
	if (unlikely(row->missing != 0))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("indicator %d of a household is NULL", __builtin_ctzll(row->missing) + 1),
				 row->form == FORM_GAPS ?
					 errhint("Say what a NULL means: coalesce_deprived(gaps, 0) not deprived, (gaps, 1) wholly deprived, (gaps, NULL) leave the household out.") :
					 errhint("Say what a NULL means: coalesce_deprived(deprived, false) not deprived, (deprived, true) deprived, (deprived, NULL) leave the household out.")));
}

/* As many deprivations as weights; a mask has no bit beyond them. */
void
check_indicators(const Deprivations *row, int indicators)
{
	if (unlikely(row->indicators >= 0 && row->indicators != indicators))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a household's indicators number %d, the weights %d",
						row->indicators, indicators),
				 errhint("Give one element of each for every indicator, in the same order.")));
	if (unlikely(row->indicators < 0 && indicators < MPI_INDICATORS_MAX &&
				 row->deprived >> indicators != 0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("mask " INT64_FORMAT " has a bit for indicator %d, and the indicators number %d",
						(int64) row->deprived, 64 - __builtin_clzll(row->deprived), indicators),
				 errhint("Bit 0 (value 1) stands for the first indicator, bit 1 (value 2) for the second, and so on.")));
}

/* Whether the array holds just these weights; false as well for what read_weights() refuses. */
bool
weights_are(Datum datum, const double *weight, int indicators)
{
	struct varlena *value = PG_DETOAST_DATUM_PACKED(datum);
	const char *start = VARDATA_ANY(value);
	Size bytes = (Size) indicators * sizeof(double);
	FlatHeader header;

	if (VARSIZE_ANY_EXHDR(value) != ARR_OVERHEAD_NONULLS(1) - VARHDRSZ + bytes)
		return false;
	memcpy(&header, start, sizeof(header));
	/* of this size, an array of one dimension without NULL has this count */
	return header.ndim == 1 && header.dataoffset == 0 &&
		memcmp(start - VARHDRSZ + ARR_OVERHEAD_NONULLS(1), weight, bytes) == 0;
}

/* Reads the weights of the indicators: none below 0, at least one above. */
void
read_weights(Datum datum, IndicatorWeights *weights)
{
	FlatArray array = flat_array(datum, "weights");
	bool any = false;

	weights->indicators = array.count;
	for (int i = 0; i < array.count; i++)
	{
		double weight;

		if (array.nulls != NULL)
		{
			if (element_is_null(&array, i))
				ereport(ERROR,
						(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
						 errmsg("the weight of indicator %d is NULL", i + 1),
						 errhint("Give an indicator that is not to count the weight 0.")));
		}
		memcpy(&weight, array.data + (Size) i * sizeof(weight), sizeof(weight));
		if (!(weight >= 0.0 && weight <= DBL_MAX))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("the weight of indicator %d must be zero or a positive finite number, not %s", i + 1, float8out_internal(weight)),
					 errhint("Give an indicator that is not to count the weight 0.")));
		weights->weight[i] = weight + 0.0; /* no zero with a sign */
		any |= weight > 0.0;
	}
	if (!any)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the weights of all %d indicators are 0", array.count),
				 errhint("Give at least one indicator a positive weight.")));
	if (!isfinite(mpi_total_weight(weights->weight, weights->indicators)))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("the sum of the weights of the indicators is out of range of double precision"),
				 errhint("Divide all of them by the same number: only their shares of the whole count.")));
}

/* The poverty cutoff, a share of all weights. */
double
check_cutoff(double k)
{
	if (unlikely(!(k > 0.0 && k <= 1.0)))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("k must be above 0 and at most 1, not %s", float8out_internal(k)),
				 errhint("k is a share of all weights: 3 of 12 equal deprivations are 0.25.")));
	return k;
}

/* An array of doubles. */
ArrayType *
float8_array(const double *value, int count)
{
	Datum element[MPI_INDICATORS_MAX];

	Assert(count <= MPI_INDICATORS_MAX);
	for (int i = 0; i < count; i++)
		element[i] = Float8GetDatum(value[i]);
	return construct_array(element, count, FLOAT8OID, sizeof(float8), FLOAT8PASSBYVAL,
						   TYPALIGN_DOUBLE);
}
