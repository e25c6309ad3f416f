/* SPDX-License-Identifier: PostgreSQL */
/*
 * fuzz_bytes.c
 *		Test only: bytes made from valid ones.
 */
#include "poverty_fuzz.h"

#include "port/pg_bswap.h"
#include "port/pg_crc32c.h"

/* Splitmix64 (public domain, S. Vigna): every start is as good as another. */
static uint64
dice_roll(Dice *dice)
{
	uint64 z = (dice->state += UINT64CONST(0x9E3779B97F4A7C15));

	z = (z ^ (z >> 30)) * UINT64CONST(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64CONST(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

Dice
dice_at(uint64 seed, uint64 round)
{
	Dice dice = { seed * UINT64CONST(0xD1342543DE82EF95) + round };

	dice.state = dice_roll(&dice);
	return dice;
}

uint64
dice_below(Dice *dice, uint64 n)
{
	return n == 0 ? 0 : dice_roll(dice) % n;
}

static uint32
checksum_of(const char *bytes, Size size)
{
	pg_crc32c crc;

	INIT_CRC32C(crc);
	COMP_CRC32C(crc, bytes, size);
	FIN_CRC32C(crc);
	return pg_hton32(crc);
}

bool
checksum_is_right(const char *bytes, Size size)
{
	uint32 sum;

	if (size < CHECKSUM_SIZE)
		return false;
	sum = checksum_of(bytes, size - CHECKSUM_SIZE);
	return memcmp(bytes + size - CHECKSUM_SIZE, &sum, CHECKSUM_SIZE) == 0;
}

void
checksum_repair(char *bytes, Size size)
{
	uint32 sum;

	if (size < CHECKSUM_SIZE)
		return;
	sum = checksum_of(bytes, size - CHECKSUM_SIZE);
	memcpy(bytes + size - CHECKSUM_SIZE, &sum, CHECKSUM_SIZE);
}

/* A whole number or the bits of a double that may be on some edge. */
static uint64
edge_word(Dice *dice)
{
	static const uint64 edge[] = {
		0,
		1,
		2,
		UINT64CONST(0x7FFFFFFFFFFFFFFF),
		UINT64CONST(0x8000000000000000),
		UINT64CONST(0xFFFFFFFFFFFFFFFF),
		UINT64CONST(0x7FF0000000000000), /* infinity */
		UINT64CONST(0xFFF0000000000000),
		UINT64CONST(0x7FF8000000000000), /* NaN */
		UINT64CONST(0x7FEFFFFFFFFFFFFF), /* the largest double */
		UINT64CONST(0x0010000000000000), /* the smallest normal one */
		UINT64CONST(0x3FF0000000000000), /* 1.0 */
		UINT64CONST(0x0000080000000000), /* 2^43 */
		UINT64CONST(0x00000000FFFFFFFF),
		UINT64CONST(0x7FFFFFFF7FFFFFFF),
	};

	if (dice_below(dice, 4) == 0)
		return dice_roll(dice);
	return edge[dice_below(dice, lengthof(edge))] + dice_below(dice, 3) - 1;
}

/* Overwrites 1, 2, 4 or 8 bytes, of either order. */
static void
put_edge(StringInfo form, Dice *dice)
{
	Size size = (Size) 1 << dice_below(dice, 4);
	uint64 word = edge_word(dice);
	bool network = dice_below(dice, 2);
	Size at;

	if ((Size) form->len < size)
		return;
	at = dice_below(dice, (uint64) form->len - size + 1);
	for (Size i = 0; i < size; i++)
		form->data[at + i] = (char) (word >> 8 * (network ? size - 1 - i : i));
}

static void
remove_part(StringInfo form, Dice *dice)
{
	int at = (int) dice_below(dice, (uint64) form->len + 1);
	int size = (int) dice_below(dice, Min(form->len - at, 16) + 1);

	memmove(form->data + at, form->data + at + size, (Size) (form->len - at - size));
	form->len -= size;
}

static void
insert_part(StringInfo form, Dice *dice)
{
	int at = (int) dice_below(dice, (uint64) form->len + 1);
	int size = (int) dice_below(dice, 17);

	enlargeStringInfo(form, size);
	memmove(form->data + at + size, form->data + at, (Size) (form->len - at));
	for (int i = 0; i < size; i++)
		form->data[at + i] = (char) dice_roll(dice);
	form->len += size;
}

/* Overwrites a part with one of another seed, at the same place or another. */
static void
splice(StringInfo form, const FuzzType *type, Dice *dice)
{
	const bytea *other = type->seed[dice_below(dice, (uint64) type->nseeds)];
	Size from = dice_below(dice, VARSIZE_ANY_EXHDR(other) + 1);
	Size to = dice_below(dice, 2) ? from : dice_below(dice, (uint64) form->len + 1);
	Size size = dice_below(dice, 33);

	if (to > (Size) form->len)
		return;
	size = Min(size, Min(VARSIZE_ANY_EXHDR(other) - from, (Size) form->len - to));
	memcpy(form->data + to, VARDATA_ANY(other) + from, size);
}

static void
mutate_once(StringInfo form, const FuzzType *type, Dice *dice)
{
	switch (dice_below(dice, 10))
	{
		case 0:
		case 1:
		case 2:
			if (form->len > 0)
				form->data[dice_below(dice, (uint64) form->len)] ^= 1 << dice_below(dice, 8);
			break;
		case 3:
		case 4:
			put_edge(form, dice);
			break;
		case 5:
			form->len = (int) dice_below(dice, (uint64) form->len + 1);
			break;
		case 6:
			remove_part(form, dice);
			break;
		case 7:
			insert_part(form, dice);
			break;
		default:
			splice(form, type, dice);
	}
}

/* A seed with a few changes, or bytes from nowhere; most with a checksum that is right again. */
bytea *
mutated_form(const FuzzType *type, Dice *dice)
{
	const bytea *seed = type->seed[dice_below(dice, (uint64) type->nseeds)];
	StringInfoData form;
	bytea *result;

	initStringInfo(&form);
	if (dice_below(dice, 32) == 0)
	{
		int size = (int) dice_below(dice, 200);

		for (int i = 0; i < size; i++)
			appendStringInfoChar(&form, (char) dice_roll(dice));
	}
	else
	{
		appendBinaryStringInfo(&form, VARDATA_ANY(seed), (int) VARSIZE_ANY_EXHDR(seed));
		for (uint64 n = 1 + dice_below(dice, 4); n > 0; n--)
			mutate_once(&form, type, dice);
	}
	if (type->has_checksum && dice_below(dice, 4) != 0)
		checksum_repair(form.data, (Size) form.len);
	result = palloc(VARHDRSZ + form.len);
	SET_VARSIZE(result, VARHDRSZ + form.len);
	memcpy(VARDATA(result), form.data, (Size) form.len);
	pfree(form.data);
	return result;
}

/* Changes characters of a text, which stays as long or becomes shorter. */
void
mutate_text(char *text, Dice *dice)
{
	Size length = strlen(text);

	for (uint64 n = 1 + dice_below(dice, 3); n > 0 && length > 0; n--)
	{
		Size at = dice_below(dice, length);

		if (dice_below(dice, 8) == 0)
			text[length = at] = '\0';
		else
			text[at] = "0123456789abcdefABCDEF xX-+.\\g\n,"[dice_below(dice, 32)];
	}
}
