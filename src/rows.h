/* SPDX-License-Identifier: PostgreSQL */
/*
 * rows.h
 *		Rows kept by aggregates that need them in order: the state type ranked_rows.
 *
 * A state is a flat value while it is small, and an expanded object, in a memory
 * context of its own, once it is larger than ROWS_FLAT_MAX: a context for every
 * small group would cost more than the rows.  Rows are words as
 * math/row_sort.h sorts them: 8 bytes without weights, 16 with them.
 */
#ifndef ROWS_H
#define ROWS_H

#include "math/bounded.h"
#include "poverty_ext.h"

#include "storage/buffile.h"
#include "utils/expandeddatum.h"

#define ROWS_VERSION 1

/*
 * What the rows of a state are, and what its parameter means.  The numbers are
 * sent between servers: new ones are added at the end.
 */
typedef enum RowsKind
{
	ROWS_DISTRIBUTION = 1, /* income, weight; no parameter */
	ROWS_AT_SHARE,         /* income, weight; a share of the weight, 0 to 1 */
	ROWS_AT_LINE_SHARE,    /* income, weight; a line as a share of the median */
	ROWS_ORDINATES,        /* income, weight; a number of ordinates */
	ROWS_GAPS,             /* negative relative gap or 0, weight; no parameter */
	ROWS_CONCENTRATION,    /* rank, y, weight; no parameter */
	ROWS_BOUNDED,          /* income, weight; the largest number of points */
	ROWS_MERGED            /* distributions; the largest number of points, or 0 for any */
} RowsKind;

/* What the words of a flat state are. */
typedef enum RowsForm
{
	ROWS_UNSORTED,
	ROWS_SORTED,
	ROWS_ENCODED /* the bytes of a bounded distribution; count is their number */
} RowsForm;

/* What is known of the rows of a state. */
typedef struct RowsHead
{
	int32 vl_len_;    /* varlena header of the flat form */
	uint8 version;    /* ROWS_VERSION */
	uint8 kind;       /* RowsKind */
	uint8 width;      /* words of a row; of incomes: 3 when the third is a count */
	uint8 form;       /* RowsForm */
	double parameter; /* of the kind, or 0 */
	uint64 count;     /* rows that are there */
} RowsHead;

/* A state as it is small, or on its way between processes; its length says how many rows have room. */
typedef struct FlatRows
{
	RowsHead head;
	uint64 word[];
} FlatRows;

/* The same while it is large. */
typedef struct LargeRows
{
	ExpandedObjectHeader header;
	RowsHead head; /* all but the rows; form is that of those in memory */
	uint64 *word;  /* the rows in memory */
	Size capacity; /* rows that have room */
	BufFile *file; /* sorted runs that had no room, or NULL */
	struct SpilledRun *run;
	int runs;
	uint64 spilled; /* rows in the file, none wider than those in memory */
	BoundedSet set; /* rows that were made points, of kinds that may be bounded */
} LargeRows;

/* Rows in the file. */
typedef struct SpilledRun
{
	int file_number;
	off_t offset;
	int end_file;
	off_t end_offset;
	uint64 count;
	int width;
} SpilledRun;

/* A state, wherever it is. */
typedef struct Rows
{
	RowsHead *head;
	uint64 *word;
	Size capacity;
	LargeRows *large; /* NULL while it is flat */
} Rows;

/* The most ordinates of a curve. */
#define ROWS_ORDINATES_MAX 1000000

/* The most points of a bounded distribution. */
#define ROWS_POINTS_MAX BOUNDED_POINTS_MAX

/* Above this many bytes a state is an expanded object. */
#define ROWS_FLAT_MAX (64 * 1024)

/* rows.c */
extern Rows rows_state(FunctionCallInfo fcinfo, RowsKind kind, int width, double parameter);
extern void rows_grow(FunctionCallInfo fcinfo, Rows *rows);
extern void rows_enlarge(FunctionCallInfo fcinfo, Rows *rows);
extern void rows_append_many(FunctionCallInfo fcinfo, Rows *rows, const uint64 *word, Size count,
							 int width, bool is_sorted);
extern void rows_sort_in_place(Rows *rows);
extern Datum rows_datum(const Rows *rows);
extern Rows rows_argument(FunctionCallInfo fcinfo, int argno);
extern RowMeaning rows_meaning(int kind);
extern int rows_key_count(int kind, int width);
extern void rows_copy_wider(const uint64 *from, Size count, int width, uint64 *to);
extern void rows_poll(void);

/* rows_spill.c */
extern void rows_spill(FunctionCallInfo fcinfo, LargeRows *large);
extern void rows_forget_spilled(LargeRows *large);
extern void rows_read_spilled(LargeRows *large, uint64 *word, int width);
extern RankedSource *rows_merge_source(LargeRows *large);

/* rows_bounded.c */
extern uint32 rows_max_points(const RowsHead *head);
extern void rows_make_points(LargeRows *large);
extern void rows_add_set(FunctionCallInfo fcinfo, Rows *rows, const BoundedSet *set);
extern BoundedSet rows_as_set(FunctionCallInfo fcinfo, Rows *rows);
extern void bounded_set_allocate(BoundedSet *set, Size count, int digits);
extern BoundedSet bounded_of_source(RankedSource *source, uint32 max_points);
extern BoundedSet bounded_merged(const BoundedSet *a, const BoundedSet *b);
extern bool rows_read_set(const FlatRows *flat, BoundedSet *set);

/* rows_source.c */
extern RankedSource *rows_source_of(FunctionCallInfo fcinfo, Rows *rows);
extern RankedSource *rows_source(FunctionCallInfo fcinfo, RowsKind kind, double *parameter);

/* Adds a row of the state's width. */
static inline void
rows_append(FunctionCallInfo fcinfo, Rows *rows, const uint64 *row)
{
	uint64 *to;

	if (unlikely(rows->head->count >= rows->capacity))
		rows_grow(fcinfo, rows);
	to = rows->word + rows->head->count * rows->head->width;
	to[0] = row[0];
	if (rows->head->width > 1)
		to[1] = row[1];
	if (rows->head->width > 2)
		to[2] = row[2];
	rows->head->count++;
	rows->head->form = ROWS_UNSORTED;
}

#endif /* ROWS_H */
