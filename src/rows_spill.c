/* SPDX-License-Identifier: PostgreSQL */
/*
 * rows_spill.c
 *		Rows that had no room in memory: sorted runs in a temporary file.
 */
#include "rows.h"

#include "lib/binaryheap.h"
#include "miscadmin.h"
#include "utils/memutils.h"

/* Rows that are read from a run at a time, at least. */
#define LEAST_BUFFER_ROWS 64

/* At the end of the query the file goes; after an error its resource owner sees to it. */
static void
close_file(Datum argument)
{
	LargeRows *large = (LargeRows *) DatumGetPointer(argument);

	if (large->file != NULL)
		BufFileClose(large->file);
	large->file = NULL;
}

static void
seek(BufFile *file, int file_number, off_t offset)
{
	if (BufFileSeek(file, file_number, offset, SEEK_SET) != 0)
		ereport(ERROR,
				(errcode_for_file_access(), errmsg("could not seek in a temporary file: %m")));
}

/* Writes the sorted rows in memory to the file, and forgets them. */
void
rows_spill(FunctionCallInfo fcinfo, LargeRows *large)
{
	MemoryContext old = MemoryContextSwitchTo(large->header.eoh_context);
	SpilledRun run = { .count = large->head.count, .width = large->head.width };
	const uint64 *word = large->word;
	Size left = (Size) run.count * (Size) run.width;

	if (large->file == NULL)
	{
		if (AggCheckCallContext(fcinfo, NULL) != AGG_CONTEXT_AGGREGATE)
			ereport(ERROR,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("the rows of a window frame need more than the %zu kB that work_mem and hash_mem_multiplier allow",
							get_hash_memory_limit() / 1024),
					 errhint("Raise work_mem, or compute the measure with GROUP BY, which may use temporary files.")));
		/* once a state: one whose file is forgotten has points from then on, and gets no other */
		large->file = BufFileCreateTemp(false);
		AggRegisterCallback(fcinfo, close_file, PointerGetDatum(large));
		large->run = palloc(sizeof(SpilledRun));
	}
	else
	{
		/* a reader may have left the file's position elsewhere */
		SpilledRun *last = &large->run[large->runs - 1];

		seek(large->file, last->end_file, last->end_offset);
		large->run = repalloc_huge(large->run,
								   mul_size((Size) large->runs + 1, sizeof(SpilledRun)));
	}
	BufFileTell(large->file, &run.file_number, &run.offset);
	while (left > 0)
	{
		Size part = Min(left, 128 * 1024);

		BufFileWrite(large->file, (void *) word, part * sizeof(uint64));
		word += part;
		left -= part;
		CHECK_FOR_INTERRUPTS();
	}
	BufFileTell(large->file, &run.end_file, &run.end_offset);
	large->run[large->runs++] = run;
	large->spilled += run.count;
	large->head.count = 0;
	large->head.form = ROWS_UNSORTED;
	MemoryContextSwitchTo(old);
}

/* Forgets the rows in the file. */
void
rows_forget_spilled(LargeRows *large)
{
	close_file(PointerGetDatum(large));
	large->runs = 0;
	large->spilled = 0;
}

static void
read_words(BufFile *file, uint64 *to, Size words)
{
	if (BufFileRead(file, to, words * sizeof(uint64)) != words * sizeof(uint64))
		ereport(ERROR,
				(errcode_for_file_access(), errmsg("could not read from a temporary file: %m")));
}

/* Reads all rows in the file, run after run, as rows of a width that none exceeds. */
void
rows_read_spilled(LargeRows *large, uint64 *word, int width)
{
	for (int i = 0; i < large->runs; i++)
	{
		const SpilledRun *run = &large->run[i];

		seek(large->file, run->file_number, run->offset);
		for (uint64 row = 0; row < run->count; row++)
		{
			uint64 narrow[ROW_WIDTH_MAX];

			poll_at(row);
			read_words(large->file, run->width == width ? word : narrow, (Size) run->width);
			if (run->width != width)
				rows_copy_wider(narrow, 1, run->width, word);
			word += width;
		}
	}
}

/* A run, or the rows in memory, being read. */
typedef struct RunReader
{
	const SpilledRun *run; /* NULL for the rows in memory */
	int width;
	const uint64 *row; /* the row to be read next */
	uint64 buffered;   /* rows in the buffer from there on */
	uint64 unread;     /* rows that are still in the file */
	int file_number;   /* where they begin */
	off_t offset;
	uint64 *buffer;
} RunReader;

/* All rows of a state that has a file, merged; equal ones joined. */
typedef struct MergeSource
{
	RankedSource source;
	LargeRows *large;
	RowMeaning meaning;
	int readers;
	RunReader *reader;
	Size buffer_rows;
	binaryheap *heap;
	RankedEntry block[RANKED_BLOCK];
	RankedEntry pending; /* the entry that may be joined with more */
	bool has_pending;
} MergeSource;

/* Fills the buffer again; false at the end of the run. */
static bool
reader_fill(MergeSource *source, RunReader *reader)
{
	Size rows = (Size) Min(reader->unread, (uint64) source->buffer_rows);

	if (rows == 0)
		return false;
	seek(source->large->file, reader->file_number, reader->offset);
	read_words(source->large->file, reader->buffer, rows * (Size) reader->width);
	BufFileTell(source->large->file, &reader->file_number, &reader->offset);
	reader->row = reader->buffer;
	reader->buffered = rows;
	reader->unread -= rows;
	return true;
}

/* Order of a heap that has the least row on top. */
static int
compare_readers(Datum a, Datum b, void *arg)
{
	const MergeSource *source = arg;
	const RunReader *left = &source->reader[DatumGetInt32(a)];
	const RunReader *right = &source->reader[DatumGetInt32(b)];
	int nkeys = source->meaning == ROWS_TO_CONCENTRATE ? 3 : 2;

	for (int i = 0; i < nkeys; i++)
	{
		/* rows without weights have weight 1 */
		uint64 x = i < left->width ? left->row[i] : word_of_weight(1.0);
		uint64 y = i < right->width ? right->row[i] : word_of_weight(1.0);

		if (x != y)
			return x < y ? 1 : -1;
	}
	return 0;
}

static void
merge_rewind(RankedSource *base)
{
	MergeSource *source = (MergeSource *) base;

	source->has_pending = false;
	binaryheap_reset(source->heap);
	for (int i = 0; i < source->readers; i++)
	{
		RunReader *reader = &source->reader[i];

		if (reader->run == NULL)
		{
			reader->row = source->large->word;
			reader->buffered = source->large->head.count;
			reader->unread = 0;
		}
		else
		{
			reader->unread = reader->run->count;
			reader->file_number = reader->run->file_number;
			reader->offset = reader->run->offset;
			reader->buffered = 0;
			(void) reader_fill(source, reader);
		}
		if (reader->buffered > 0)
			binaryheap_add_unordered(source->heap, Int32GetDatum(i));
	}
	binaryheap_build(source->heap);
}

/* Takes the least row of all readers; false at the end. */
static bool
merge_take(MergeSource *source, RankedEntry *entry)
{
	RunReader *reader;
	Datum top;

	if (binaryheap_empty(source->heap))
		return false;
	top = binaryheap_first(source->heap);
	reader = &source->reader[DatumGetInt32(top)];
	*entry = ranked_entry(reader->row, reader->width, source->meaning);
	reader->row += reader->width;
	reader->buffered--;
	if (reader->buffered > 0 || reader_fill(source, reader))
		binaryheap_replace_first(source->heap, top);
	else
		(void) binaryheap_remove_first(source->heap);
	return true;
}

static size_t
merge_next(RankedSource *base, const RankedEntry **entries)
{
	MergeSource *source = (MergeSource *) base;
	RankedEntry entry;
	size_t n = 0;

	while (n < RANKED_BLOCK && merge_take(source, &entry))
	{
		if (source->has_pending && source->meaning == ROWS_OF_INCOME &&
			source->pending.x == entry.x && source->pending.w == entry.w)
		{
			source->pending.rows += entry.rows;
			continue;
		}
		if (source->has_pending)
			source->block[n++] = source->pending;
		source->pending = entry;
		source->has_pending = true;
	}
	if (n < RANKED_BLOCK && source->has_pending)
	{
		source->block[n++] = source->pending;
		source->has_pending = false;
	}
	*entries = source->block;
	return n;
}

/* A source, in the current memory context, of a state that has a file. */
RankedSource *
rows_merge_source(LargeRows *large)
{
	MergeSource *source = palloc0(sizeof(MergeSource));
	Size memory = get_hash_memory_limit() / 4;

	source->source.next = merge_next;
	source->source.rewind = merge_rewind;
	source->source.poll = rows_poll;
	source->large = large;
	source->meaning = rows_meaning(large->head.kind);
	source->readers = large->runs + 1;
	source->reader = palloc0(mul_size((Size) source->readers, sizeof(RunReader)));
	source->heap = binaryheap_allocate(source->readers, compare_readers, source);
	source->buffer_rows = Max(LEAST_BUFFER_ROWS,
							  memory / (Size) source->readers / (ROW_WIDTH_MAX * sizeof(uint64)));
	for (int i = 0; i < source->readers; i++)
	{
		RunReader *reader = &source->reader[i];

		reader->run = i < large->runs ? &large->run[i] : NULL;
		reader->width = i < large->runs ? large->run[i].width : large->head.width;
		if (i < large->runs)
			reader->buffer = palloc_extended(mul_size(source->buffer_rows,
													  (Size) reader->width * sizeof(uint64)),
											 MCXT_ALLOC_HUGE);
	}
	return &source->source;
}
