/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_panel.c
 *		What is computed of a panel of households: mobility, spells, chronic poverty.
 *		Expected values are worked out by hand.
 */
#include "../../src/math/chronic.h"
#include "../../src/math/mobility.h"
#include "../../src/math/spell.h"
#include "tap.h"

static void
test_mobility(void)
{
	const double matrix[] = { 1, 2, 1, 3 };
	const double still[] = { 5, 0, 0, 0, 7, 0, 0, 0, 1 };
	const double round[] = { 0, 2, 0, 0, 0, 3, 4, 0, 0 };
	const double empty[] = { 1, 1, 0, 0 };
	double result = -1.0;

	ok(shorrocks_mobility(matrix, 2, &result) && fabs(result - 11.0 / 12.0) < 1e-15,
	   "mobility: 2/3 + 1/4");
	ok(shorrocks_mobility(still, 3, &result) && result == 0.0, "mobility: nobody moves");
	ok(shorrocks_mobility(round, 3, &result) && result == 1.5, "mobility: all move, n / (n - 1)");
	ok(!shorrocks_mobility(empty, 2, &result), "mobility: an empty class leaves it undefined");
	ok(!shorrocks_mobility(matrix, 1, &result), "mobility: one class leaves it undefined");
	is_double(class_total(matrix, 2, 1), 4.0, "total of a class");
	ok(share_of_moves(round, 3, MOVE_UP, &result) && result == 5.0 / 9.0, "share: 2 + 3 of 9 up");
	ok(share_of_moves(round, 3, MOVE_DOWN, &result) && result == 4.0 / 9.0, "share: 4 of 9 down");
	ok(share_of_moves(still, 3, MOVE_NONE, &result) && result == 1.0, "share: all stay");
	ok(!share_of_moves((double[]) { 0.0 }, 1, MOVE_NONE, &result), "share: of nobody");
}

/* Observations as letters: P poor, n not poor, ? unknown; - before one: something is missing. */
static Observation
observe_letters(const void *context, int64_t i)
{
	const char *letters = context;
	char state = letters[2 * i + 1];

	return (Observation) { state == 'P'     ? SPELL_POOR :
							   state == 'n' ? SPELL_NOT_POOR :
											  SPELL_UNKNOWN,
						   letters[2 * i] != '-' };
}

static void
is_spell(const char *letters, int at, int first, int last, bool left, bool right, const char *name)
{
	Spell spell = spell_around(observe_letters, letters, (int64_t) strlen(letters) / 2, at);

	if (!ok(spell.first == first && spell.last == last && spell.left_censored == left &&
				spell.right_censored == right,
			name))
		printf("# %d to %d, %d %d\n", (int) spell.first, (int) spell.last, spell.left_censored,
			   spell.right_censored);
}

static void
test_spells(void)
{
	is_spell(" P", 0, 0, 0, true, true, "one observation: both ends open");
	is_spell(" n P P n", 1, 1, 2, false, false, "a whole spell, from its first");
	is_spell(" n P P n", 2, 1, 2, false, false, "the same from its last");
	is_spell(" P P n", 0, 0, 1, true, false, "at the start of the register");
	is_spell(" n P P", 2, 1, 2, false, true, "at its end");
	is_spell(" ? P ?", 1, 1, 1, true, true, "between unknown states");
	is_spell(" n-P-n", 1, 1, 1, true, true, "between gaps, beyond which nobody is poor");
	is_spell(" P-P P-P", 1, 1, 2, true, true, "gaps divide what is poor on both sides");
	ok(first_exit(observe_letters, " n P ? n P", 5) == 3, "first exit: after poor, not before");
	ok(first_exit(observe_letters, " n P P", 3) == 3, "first exit: none");
	ok(first_exit(observe_letters, "", 0) == 0, "first exit: of nothing");
}

static void
test_persistent(void)
{
	const SpellState p = SPELL_POOR;
	const SpellState n = SPELL_NOT_POOR;
	const SpellState u = SPELL_UNKNOWN;
	const SpellState two[] = { p, n, p };
	const SpellState one[] = { n, n, p };
	const SpellState open[] = { u, n, p };
	const SpellState decided[] = { p, p, u };

	ok(persistent(p, two, 3, 2) == 1, "persistent: now and two of three");
	ok(persistent(p, one, 3, 2) == 0, "persistent: one of three is not enough");
	ok(persistent(n, two, 3, 2) == 0, "persistent: not poor now");
	ok(persistent(p, open, 3, 2) == -1, "persistent: the unknown year decides");
	ok(persistent(p, decided, 3, 2) == 1, "persistent: the known years decide");
	ok(persistent(u, two, 3, 2) == -1, "persistent: unknown now");
	ok(persistent(u, one, 3, 2) == 0, "persistent: unknown now, and no matter");
}

static void
test_chronic(void)
{
	const double x[] = { 5.0, 12.0, 8.0, 20.0 };
	Duration duration = duration_of(x, 4, 10.0);

	ok(poor_periods_of(x, 4, 10.0) == 2, "periods in poverty");
	ok(poor_periods_of(x, 4, 5.0) == 0, "at the line is not poor");
	is_double(duration.share, 0.5, "duration: 2 of 4 periods");
	ok(fabs(duration.gap - 0.7 / 4.0) < 1e-15, "duration: gaps 0.5 and 0.2 over 4 periods");
	ok(fabs(duration.severity - 0.29 / 4.0) < 1e-15, "duration: squared gaps 0.25 and 0.04");
	ok(is_chronic(2, 3, 0.666666667) && is_chronic(2, 4, 0.5) && !is_chronic(1, 3, 0.5),
	   "chronic at the cutoff, and when it was rounded up");
	ok(fabs(mean_poverty(x, 4, 10.0, 2.0) - duration.severity) < 1e-15, "mean of FGT 2");
	is_double(mean_poverty(x, 4, 10.0, 0.0), 0.5, "mean of FGT 0");
	is_double(poverty_of_mean(x, 4, 15.0, 1.0), 0.25, "FGT 1 of the mean, 11.25 of 15");
	is_double(poverty_of_mean(x, 4, 11.25, 0.0), 0.0, "a mean at the line is not poor");
	is_double(poverty_of_mean((double[]) { -1e308, -1e308 }, 2, 1e308, 0.0), 1.0,
			  "the mean of incomes whose sum is out of range");
}

int
main(void)
{
	test_mobility();
	test_spells();
	test_persistent();
	test_chronic();
	return tap_done();
}
