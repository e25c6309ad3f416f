/* SPDX-License-Identifier: PostgreSQL */
/*
 * enums.c
 *		From a value of one of our enums to the position of its label, and back.
 *
 * Labels are looked up by name in the system cache, so that an enum whose OIDs
 * are not in the order of its labels (as after a binary upgrade) is read right.
 */
#include "poverty_ext.h"

#include "access/htup_details.h"
#include "catalog/pg_enum.h"
#include "utils/builtins.h"
#include "utils/syscache.h"

EnumLabel poverty_status_labels[POVERTY_STATUS_COUNT] = { "poor", "near_poor", "average",
														  "better_off" };

static void
remember(EnumCache *cache, Oid value, int position)
{
	if (cache->count == ENUM_CACHE_SIZE)
		cache->count = 0;
	cache->value[cache->count] = value;
	cache->position[cache->count] = position;
	cache->count++;
}

/* The position of the value's label in labels[]. */
int
enum_position(EnumCache *cache, Oid value, EnumLabel *labels, int nlabels)
{
	HeapTuple tuple;
	const char *label;
	int position;

	for (int i = 0; i < cache->count; i++)
		if (cache->value[i] == value)
			return cache->position[i];

	tuple = SearchSysCache1(ENUMOID, ObjectIdGetDatum(value));
	if (!HeapTupleIsValid(tuple))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("%u is no value of an enum", value)));
	label = NameStr(((Form_pg_enum) GETSTRUCT(tuple))->enumlabel);
	for (position = 0; position < nlabels; position++)
		if (strcmp(label, labels[position]) == 0)
			break;
	if (position == nlabels)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("label \"%s\" is unknown to this version of poverty_ext", label),
				 errhint("The enums of poverty_ext are fixed; add categories of your own in a column beside them.")));
	ReleaseSysCache(tuple);
	remember(cache, value, position);
	return position;
}

/* The value of the enum type whose label is labels[position]. */
Oid
enum_value(EnumCache *cache, Oid enumtype, EnumLabel *labels, int position)
{
	Oid value;

	for (int i = 0; i < cache->count; i++)
		if (cache->position[i] == position)
			return cache->value[i];

	value = GetSysCacheOid2(ENUMTYPOIDNAME, Anum_pg_enum_oid, ObjectIdGetDatum(enumtype),
							CStringGetDatum(labels[position]));
	if (!OidIsValid(value))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("type %s has no label \"%s\"", format_type_be(enumtype), labels[position]),
				 errhint("Drop the extension and create it again: its enum was changed by hand.")));
	remember(cache, value, position);
	return value;
}
