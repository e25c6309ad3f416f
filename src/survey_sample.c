/* SPDX-License-Identifier: PostgreSQL */
/*
 * survey_sample.c
 *		The flat struct of room survey and its dictionary of strata and PSUs.
 *
 * A state is a varlena whose sections double when they are full, so that the
 * executor can copy it and workers can send it.  Entries are found through a
 * hash table of their numbers; a stored value has none and is sorted instead.
 */
#include "survey.h"

#include "common/hashfn.h"
#include "utils/memutils.h"

#define FIRST_ENTRIES 8
#define FIRST_ROWS 8
#define FIRST_BYTES 64

Size
survey_size(const SurveySample *header)
{
	Size rows = header->max_rows;
	Size cells = mul_size(rows, survey_width(header));
	Size size = offsetof(SurveySample, entry);

	size = add_size(size, mul_size(header->max_entries, sizeof(SurveyEntry)));
	size = add_size(size,
					mul_size(add_size((Size) header->scales + header->estimates, cells),
							 sizeof(double)));
	size = add_size(size, mul_size(header->slots, sizeof(uint32)));
	size = add_size(size, mul_size(survey_max_units(header), sizeof(uint64) + sizeof(uint32)));
	size = add_size(size, header->max_bytes);
	return MAXALIGN(size);
}

/* Zeroed memory for a value with the dimensions of the header, which is copied into it. */
SurveySample *
survey_allocate(const SurveySample *header)
{
	Size size = survey_size(header);
	SurveySample *sample;

	if (!AllocSizeIsValid(size))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a group of %u rows and %u sampling units does not fit into the gigabyte that a value can have",
						header->rows, header->entries),
				 errhint("Compute smaller groups, or fewer replicates at a time.")));
	sample = palloc0(size);
	memcpy(sample, header, offsetof(SurveySample, entry));
	SET_VARSIZE(sample, size);
	return sample;
}

/* A value without rows or PSUs, in the current memory context. */
SurveySample *
survey_new(SurveyType type, SurveyIndex index, int columns)
{
	SurveySample header;

	memset(&header, 0, sizeof(header));
	header.version = SURVEY_VERSION;
	header.type = (uint8) type;
	header.index = (uint8) index;
	header.columns = (uint8) columns;
	header.options = survey_default_options();
	return survey_allocate(&header);
}

SurveySample *
survey_copy(const SurveySample *sample)
{
	SurveySample *copy = palloc(VARSIZE(sample));

	memcpy(copy, sample, VARSIZE(sample));
	return copy;
}

/* Copies all sections into a value that has room for them. */
static void
copy_sections(SurveySample *to, const SurveySample *from)
{
	memcpy(to->entry, from->entry, from->entries * sizeof(SurveyEntry));
	memcpy(survey_scales(to), survey_scales(from),
		   ((Size) from->scales + from->estimates) * sizeof(double));
	memcpy(survey_cells(to), survey_cells(from),
		   (Size) from->rows * survey_width(from) * sizeof(double));
	if (from->replicates == 0)
	{
		memcpy(survey_row_ids(to), survey_row_ids(from), from->rows * sizeof(uint64));
		memcpy(survey_row_strata(to), survey_row_strata(from), from->rows * sizeof(uint32));
	}
	memcpy(survey_bytes(to), survey_bytes(from), from->bytes);
}

static void
fill_slots(SurveySample *sample)
{
	uint32 *slot = survey_slots(sample);
	uint32 mask = sample->slots - 1;

	for (uint32 i = 0; i < sample->entries; i++)
	{
		uint32 at = sample->entry[i].hash & mask;

		while (slot[at] != 0)
			at = (at + 1) & mask;
		slot[at] = i + 1;
	}
}

/*
 * What a section should hold: at least what is asked for, and twice what it did.
 * No value, nor what is added to one, is larger than a gigabyte, so that 32 bits
 * are enough.
 */
static uint32
grown(uint32 have, uint32 used, uint32 more, uint32 least)
{
	uint64 need = (uint64) used + more;
	uint64 size = have;

	if (need <= have)
		return have;
	size = Max(Max(need, 2 * size), least);
	return (uint32) size;
}

/* Makes room for that many more entries, bytes of their keys, and rows. */
void
survey_reserve(SurveySample **sample, uint32 entries, uint32 bytes, uint32 rows)
{
	SurveySample *old = *sample;
	SurveySample header = *old;
	/* a value without slots has no room for another entry */
	bool more_entries = old->entries + entries > old->max_entries;

	if (!more_entries && old->bytes + bytes <= old->max_bytes && old->rows + rows <= old->max_rows)
		return;
	header.max_entries = grown(old->max_entries, old->entries, entries, FIRST_ENTRIES);
	header.max_bytes = grown(old->max_bytes, old->bytes, bytes, FIRST_BYTES);
	header.max_rows = grown(old->max_rows, old->rows, rows, FIRST_ROWS);
	if (more_entries)
	{
		header.slots = 2 * FIRST_ENTRIES;
		while (header.slots < 2 * header.max_entries)
			header.slots *= 2;
	}
	/* a large state takes time to clear, to copy, and to be copied once more by the executor */
	*sample = survey_allocate(&header);
	CHECK_FOR_INTERRUPTS();
	copy_sections(*sample, old);
	CHECK_FOR_INTERRUPTS();
	if (more_entries)
		fill_slots(*sample);
	else
		memcpy(survey_slots(*sample), survey_slots(old), old->slots * sizeof(uint32));
}

static uint32
hash_key(uint32 stratum, SurveyKey key)
{
	return hash_combine(hash_bytes((const unsigned char *) key.bytes, (int) key.length),
						murmurhash32(stratum));
}

static uint32
find_hashed(const SurveySample *sample, uint32 stratum, SurveyKey key, uint32 hash)
{
	const uint32 *slot = survey_slots(sample);
	const char *bytes = survey_bytes(sample);
	uint32 mask = sample->slots - 1;

	for (uint32 at = hash & mask; slot[at] != 0; at = (at + 1) & mask)
	{
		uint32 i = slot[at] - 1;
		const SurveyEntry *entry = &sample->entry[i];

		if (entry->hash == hash && entry->length == key.length &&
			(stratum == SURVEY_NO_ENTRY ? entry->stratum == i :
										  entry->stratum == stratum && i != stratum) &&
			memcmp(bytes + entry->key, key.bytes, key.length) == 0)
			return i;
	}
	return SURVEY_NO_ENTRY;
}

SurveyKey
survey_key_of(const SurveySample *sample, uint32 i)
{
	return (SurveyKey) { survey_bytes(sample) + sample->entry[i].key, sample->entry[i].length };
}

static int
compare_keys(SurveyKey a, SurveyKey b)
{
	int order = memcmp(a.bytes, b.bytes, Min(a.length, b.length));

	if (order != 0)
		return order;
	return a.length < b.length ? -1 : a.length > b.length;
}

/* find_hashed() in a stored value: by halves, from stratum to stratum or among the PSUs of one. */
static uint32
find_sorted(const SurveySample *sample, uint32 stratum, SurveyKey key)
{
	bool find_stratum = stratum == SURVEY_NO_ENTRY;
	uint32 low = find_stratum ? 0 : stratum + 1;
	uint32 high = find_stratum ? sample->entries : low + sample->entry[stratum].psus;

	while (low < high)
	{
		uint32 i = low + (high - low) / 2;
		int order;

		if (find_stratum)
			i = sample->entry[i].stratum;
		order = compare_keys(key, survey_key_of(sample, i));
		if (order == 0)
			return i;
		if (order < 0)
			high = i;
		else
			low = i + 1 + (find_stratum ? sample->entry[i].psus : 0);
	}
	return SURVEY_NO_ENTRY;
}

/*
 * The number of a PSU of a stratum, or of a stratum (SURVEY_NO_ENTRY in its
 * place); SURVEY_NO_ENTRY when it is not there.
 */
uint32
survey_find(const SurveySample *sample, uint32 stratum, SurveyKey key)
{
	return sample->slots > 0 ? find_hashed(sample, stratum, key, hash_key(stratum, key)) :
							   find_sorted(sample, stratum, key);
}

static inline bool
is_entry(const SurveySample *sample, uint32 i, uint32 stratum, SurveyKey key)
{
	const SurveyEntry *entry = &sample->entry[i];

	return i < sample->entries && entry->length == key.length &&
		(stratum == SURVEY_NO_ENTRY ? entry->stratum == i :
									  entry->stratum == stratum && i != stratum) &&
		memcmp(survey_bytes(sample) + entry->key, key.bytes, key.length) == 0;
}

/*
 * survey_find(), which looks first where the last row's was found, and at the
 * next entry: rows often come by sampling unit.
 */
uint32
survey_find_near(const SurveySample *sample, uint32 stratum, SurveyKey key, uint32 *hint)
{
	uint32 found = *hint;

	if (!is_entry(sample, found, stratum, key))
	{
		found++;
		if (!is_entry(sample, found, stratum, key))
			found = survey_find(sample, stratum, key);
	}
	if (found != SURVEY_NO_ENTRY)
		*hint = found;
	return found;
}

/* Adds what survey_find() did not find; the state may move. */
uint32
survey_add(SurveySample **sample, uint32 stratum, SurveyKey key)
{
	SurveyEntry *entry;
	uint32 i;
	uint32 at;
	uint32 mask;
	uint32 *slot;

	survey_reserve(sample, 1, key.length, 0);
	i = (*sample)->entries++;
	entry = &(*sample)->entry[i];
	entry->stratum = stratum == SURVEY_NO_ENTRY ? i : stratum;
	entry->key = (*sample)->bytes;
	entry->length = key.length;
	entry->hash = hash_key(stratum, key);
	memcpy(survey_bytes(*sample) + entry->key, key.bytes, key.length);
	(*sample)->bytes += key.length;

	slot = survey_slots(*sample);
	mask = (*sample)->slots - 1;
	for (at = entry->hash & mask; slot[at] != 0;)
		at = (at + 1) & mask;
	slot[at] = i + 1;
	return i;
}

/* The order of entries: a stratum, its PSUs, the next stratum. */
int
survey_compare_entries(const SurveySample *sample, uint32 i, uint32 j)
{
	uint32 stratum_i = sample->entry[i].stratum;
	uint32 stratum_j = sample->entry[j].stratum;

	if (stratum_i != stratum_j)
		return compare_keys(survey_key_of(sample, stratum_i), survey_key_of(sample, stratum_j));
	if (i == stratum_i || j == stratum_j)
		return (i != stratum_i) - (j != stratum_j);
	return compare_keys(survey_key_of(sample, i), survey_key_of(sample, j));
}

static int
compare_for_qsort(const void *a, const void *b, void *sample)
{
	CHECK_FOR_INTERRUPTS();
	return survey_compare_entries(sample, *(const uint32 *) a, *(const uint32 *) b);
}

/* A copy of a stored value in which survey_find() takes no longer with more entries. */
SurveySample *
survey_hashed(const SurveySample *sample)
{
	SurveySample header = *sample;
	SurveySample *hashed;

	header.slots = 2 * FIRST_ENTRIES;
	while (header.slots < 2 * header.max_entries)
		header.slots *= 2;
	hashed = survey_allocate(&header);
	copy_sections(hashed, sample);
	for (uint32 i = 0; i < hashed->entries; i++)
		hashed->entry[i].hash = hash_key(survey_is_stratum(hashed, i) ? SURVEY_NO_ENTRY :
																		hashed->entry[i].stratum,
										 survey_key_of(hashed, i));
	fill_slots(hashed);
	return hashed;
}

/* A copy without rows, its entries in their order, each stratum with the number of its PSUs. */
SurveySample *
survey_sorted(const SurveySample *sample)
{
	SurveySample header = *sample;
	uint32 *order = palloc(Max(sample->entries, 1) * sizeof(uint32));
	uint32 stratum = 0;
	SurveySample *sorted;

	for (uint32 i = 0; i < sample->entries; i++)
		order[i] = i;
	qsort_arg(order, sample->entries, sizeof(uint32), compare_for_qsort,
			  unconstify(SurveySample *, sample));
	header.max_entries = sample->entries;
	header.max_bytes = sample->bytes;
	header.columns = 0;
	header.rows = 0;
	header.max_rows = 0;
	header.slots = 0;
	header.bytes = 0;
	header.design_psus = 0;
	header.design_strata = 0;
	sorted = survey_allocate(&header);
	memcpy(survey_scales(sorted), survey_scales(sample),
		   ((Size) sample->scales + sample->estimates) * sizeof(double));
	for (uint32 i = 0; i < sample->entries; i++)
	{
		SurveyEntry *entry = &sorted->entry[i];

		*entry = sample->entry[order[i]];
		entry->key = sorted->bytes;
		memcpy(survey_bytes(sorted) + entry->key,
			   survey_bytes(sample) + sample->entry[order[i]].key, entry->length);
		sorted->bytes += entry->length;
		if (survey_is_stratum(sample, order[i]))
		{
			stratum = i;
			entry->psus = 0;
			sorted->design_strata++;
		}
		else
		{
			sorted->entry[stratum].psus++;
			sorted->design_psus++;
		}
		entry->stratum = stratum;
		entry->hash = 0;
	}
	pfree(order);
	return sorted;
}

uint64
survey_digest_bytes(const void *bytes, Size length, uint64 seed)
{
	return hash_bytes_extended(bytes, (int) length, seed);
}

/* Gives a stored value the digest of its own bytes, by which it is known again. */
void
survey_seal(SurveySample *sample)
{
	sample->digest = 0;
	sample->digest = survey_digest_bytes(VARDATA(sample), VARSIZE(sample) - VARHDRSZ,
										 sample->type) |
		1;
}

/* Whether a state's counts of its design leave room for what it has met of it. */
bool
survey_counts_fit(const SurveySample *state)
{
	uint32 *met;
	uint32 strata = 0;
	bool fit;

	if (!(state->flags & (SURVEY_HAS_DESIGN | SURVEY_HAS_LINE)))
		return true;
	met = palloc0(Max(state->entries, 1) * sizeof(uint32));
	for (uint32 i = 0; i < state->entries; i++)
		if (survey_is_stratum(state, i))
			strata++;
		else
			met[state->entry[i].stratum]++;
	fit = strata <= state->design_strata && state->entries - strata <= state->design_psus &&
		(!survey_is_whole(state) || state->entries == state->design_psus + state->design_strata);
	for (uint32 i = 0; fit && i < state->entries; i++)
		fit = met[i] <= state->entry[i].psus;
	pfree(met);
	return fit;
}
