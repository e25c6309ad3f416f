/* SPDX-License-Identifier: PostgreSQL */
/*
 * line_guard.c
 *		Room line: the trigger that keeps the shipped rows as they were shipped.
 */
#include "poverty_ext.h"

#include "catalog/pg_type.h"
#include "commands/extension.h"
#include "commands/trigger.h"
#include "executor/spi.h"
#include "replication/logicalworker.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

static void
refuse_change(Relation relation)
{
	char *table = quote_qualified_identifier(get_namespace_name(RelationGetNamespace(relation)),
											 RelationGetRelationName(relation));

	ereport(ERROR,
			(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
			 errmsg("shipped rows of table %s stay as they are", table),
			 errhint("Add a row with shipped = false: it wins at look-up. DELETE ... WHERE NOT shipped takes yours away again.")));
}

/* It was put where it does not belong. */
static void
refuse_trigger(const char *problem)
{
	ereport(ERROR,
			(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
			 errmsg("keep_shipped_rows() %s", problem),
			 errhint("The tables of poverty_ext have it as they need it; drop the trigger that calls it elsewhere.")));
}

static bool
is_shipped(HeapTuple tuple, TupleDesc columns)
{
	int column = SPI_fnumber(columns, "shipped");
	bool isnull;
	Datum shipped;

	if (column <= 0 || SPI_gettypeid(columns, column) != BOOLOID)
		refuse_trigger("is for tables with a boolean column \"shipped\"");
	shipped = SPI_getbinval(tuple, columns, column, &isnull);
	return !isnull && DatumGetBool(shipped);
}

/*
 * Before each INSERT, UPDATE or DELETE of a row, and before TRUNCATE: refuses
 * what would add, change or remove a shipped row, but lets the extension's own
 * scripts do it.  Logical replication of all tables brings the publisher's
 * shipped rows, beside those of the subscriber's own version: they are passed
 * over, for one that is refused stops the replication of its table for good.
 */
PG_FUNCTION_INFO_V1(keep_shipped_rows);
Datum
keep_shipped_rows(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = (TriggerData *) fcinfo->context;
	TriggerEvent event;
	HeapTuple result;
	TupleDesc columns;

	if (!CALLED_AS_TRIGGER(fcinfo))
		refuse_trigger("must be called as a trigger");
	event = trigger->tg_event;
	if (!TRIGGER_FIRED_BEFORE(event))
		refuse_trigger("must be called before the event");
	if (TRIGGER_FIRED_BY_TRUNCATE(event))
	{
		if (!creating_extension)
			refuse_change(trigger->tg_relation);
		PG_RETURN_POINTER(NULL);
	}
	if (!TRIGGER_FIRED_FOR_ROW(event))
		refuse_trigger("must be called for each row");
	columns = RelationGetDescr(trigger->tg_relation);
	result = TRIGGER_FIRED_BY_UPDATE(event) ? trigger->tg_newtuple : trigger->tg_trigtuple;
	if (!creating_extension &&
		(is_shipped(trigger->tg_trigtuple, columns) || is_shipped(result, columns)))
	{
		if (IsLogicalWorker())
			PG_RETURN_POINTER(NULL);
		refuse_change(trigger->tg_relation);
	}
	PG_RETURN_POINTER(result);
}
