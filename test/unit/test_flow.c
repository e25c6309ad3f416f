/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_flow.c
 *		The flow forms: every transition, written out by hand, and both forms
 *		of random registers against counts made without the library.
 */
#include "../../src/math/exact_sum.h"
#include "../../src/math/flow.h"
#include "tap.h"

enum
{
	ABSENT = -1,
	POOR,
	NEAR_POOR,
	AVERAGE,
	BETTER_OFF
};

/* before, after, then the event in the form of the poor and in that of the near-poor */
typedef struct Case
{
	int before;
	int after;
	PovertyTransition poor_form;
	PovertyTransition near_poor_form;
} Case;

/* for a household that was never before on the list it enters */
static const Case cases[] = {
	{ POOR, POOR, STAYED, STAYED_OUT },
	{ POOR, NEAR_POOR, ESCAPED_TO_NEAR_POOR, ESCAPED_TO_NEAR_POOR },
	{ POOR, AVERAGE, ESCAPED_ABOVE, STAYED_OUT },
	{ POOR, BETTER_OFF, ESCAPED_ABOVE, STAYED_OUT },
	{ POOR, ABSENT, DEPARTED, STAYED_OUT },
	{ NEAR_POOR, POOR, FELL_FROM_NEAR_POOR, FELL_FROM_NEAR_POOR },
	{ NEAR_POOR, NEAR_POOR, STAYED_OUT, STAYED },
	{ NEAR_POOR, AVERAGE, STAYED_OUT, ESCAPED_ABOVE },
	{ NEAR_POOR, BETTER_OFF, STAYED_OUT, ESCAPED_ABOVE },
	{ NEAR_POOR, ABSENT, STAYED_OUT, DEPARTED },
	{ AVERAGE, POOR, FELL_NEW, STAYED_OUT },
	{ AVERAGE, NEAR_POOR, STAYED_OUT, FELL_NEW },
	{ AVERAGE, BETTER_OFF, STAYED_OUT, STAYED_OUT },
	{ BETTER_OFF, POOR, FELL_NEW, STAYED_OUT },
	{ BETTER_OFF, NEAR_POOR, STAYED_OUT, FELL_NEW },
	{ BETTER_OFF, ABSENT, STAYED_OUT, STAYED_OUT },
	{ ABSENT, POOR, ARRIVED, STAYED_OUT },
	{ ABSENT, NEAR_POOR, STAYED_OUT, ARRIVED },
	{ ABSENT, AVERAGE, STAYED_OUT, STAYED_OUT },
};

static void
test_transitions(void)
{
	int good = 0;
	int ever = 0;
	const int count = sizeof(cases) / sizeof(cases[0]);

	for (int i = 0; i < count; i++)
	{
		const Case *c = &cases[i];
		PovertyTransition poor = c->poor_form == FELL_NEW ? FELL_BACK : c->poor_form;
		PovertyTransition near_poor = c->near_poor_form == FELL_NEW ? FELL_BACK : c->near_poor_form;

		good += transition_between(false, c->before, c->after, false) == c->poor_form &&
			transition_between(true, c->before, c->after, false) == c->near_poor_form;
		ever += transition_between(false, c->before, c->after, true) == poor &&
			transition_between(true, c->before, c->after, true) == near_poor;
	}
	ok(good == count, "every pair of statuses, in both forms");
	ok(ever == count, "having been on the list before matters only for a fall from above both");
}

static void
add_up(double *column, bool near_poor_form, PovertyTransition transition, double before,
	   double after)
{
	FlowEntry entry[FLOW_MOST_ENTRIES];
	int n = flow_entries(near_poor_form, transition, before, after, entry);

	for (int i = 0; i < n; i++)
		column[entry[i].column] += entry[i].amount;
}

/* What a form of whole numbers misses its identity by. */
static double
residual_of(bool near_poor_form, const double *column)
{
	int sign[FLOW_COLUMN_COUNT];

	flow_identity_signs(near_poor_form, sign);
	return exact_sum_of(column, sign, FLOW_COLUMN_COUNT);
}

static void
test_members(void)
{
	double column[FLOW_COLUMN_COUNT] = { 0 };

	add_up(column, false, STAYED, 5.0, 4.0);
	add_up(column, false, STAYED, 2.0, 5.0);
	add_up(column, false, ESCAPED_TO_NEAR_POOR, 4.0, 3.0);
	add_up(column, false, FELL_FROM_NEAR_POOR, 6.0, 7.0);
	add_up(column, false, FELL_BACK, 3.0, 2.0);
	add_up(column, false, ARRIVED, 0.0, 1.0);
	add_up(column, false, DEPARTED, 8.0, 0.0);
	add_up(column, false, STAYED_OUT, 9.0, 9.0);
	is_double(column[FLOW_START], 19.0, "start: 5 + 2 + 4 + 8");
	is_double(column[FLOW_ESCAPED_TO_NEAR_POOR], 4.0, "an escape counts the members before");
	is_double(column[FLOW_OTHER_DECREASE], 9.0, "other decrease: 8 departed, 1 member fewer");
	is_double(column[FLOW_FELL_FROM_NEAR_POOR], 6.0,
			  "a fall from near-poor counts the members before");
	is_double(column[FLOW_FELL_BACK], 2.0, "an entry from above counts the members after");
	is_double(column[FLOW_OTHER_INCREASE], 5.0, "other increase: 1 arrived, 3 and 1 members more");
	is_double(column[FLOW_END], 19.0, "end: 4 + 5 + 7 + 2 + 1");
	is_double(residual_of(false, column), 0.0, "the identity holds");
	column[FLOW_END] += 1.0;
	is_double(residual_of(false, column), 1.0, "and tells by how much it is missed");
}

static void
test_published(void)
{
	/* Bac Kan city, 2018, households: 282 - 38 - 23 - 0 + 14 + 7 + 15 + 0 = 257 */
	const double poor[] = { 282, 38, 23, 0, 14, 7, 15, 0, 257 };

	/* near-poor: 301 - 112 - 14 - 0 + 38 + 6 + 17 + 0 = 236; columns as FlowColumn has them */
	const double near_poor[] = { 301, 38, 112, 0, 14, 6, 17, 0, 236 };

	is_double(residual_of(false, poor), 0.0, "the form of the poor");
	is_double(residual_of(true, near_poor), 0.0, "the form of the near-poor");
	is_double(residual_of(false, near_poor), 48.0,
			  "read as the other form it misses by 2 (38 - 14)");
}

/* Random registers: both forms balance and agree on the moves between the lists. */
static void
test_random_registers(void)
{
	uint64_t state = 7;
	bool balanced = true;
	bool agree = true;
	bool starts = true;

	for (int register_number = 0; register_number < 200; register_number++)
	{
		double poor[FLOW_COLUMN_COUNT] = { 0 };
		double near_poor[FLOW_COLUMN_COUNT] = { 0 };
		double start = 0.0;
		double end = 0.0;

		for (int household = 0; household < 300; household++)
		{
			int before = (int) (next_random(&state) % 5) - 1;
			int after = (int) (next_random(&state) % 5) - 1;
			double size_before = (double) (next_random(&state) % 8);
			double size_after = (double) (next_random(&state) % 8);
			bool ever = next_random(&state) & 1;

			if (before == ABSENT && after == ABSENT)
				continue;
			add_up(poor, false, transition_between(false, before, after, ever), size_before,
				   size_after);
			add_up(near_poor, true, transition_between(true, before, after, ever), size_before,
				   size_after);
			start += before == POOR ? size_before : 0.0;
			end += after == NEAR_POOR ? size_after : 0.0;
		}
		balanced &= residual_of(false, poor) == 0.0 && residual_of(true, near_poor) == 0.0;
		agree &= poor[FLOW_ESCAPED_TO_NEAR_POOR] == near_poor[FLOW_ESCAPED_TO_NEAR_POOR] &&
			poor[FLOW_FELL_FROM_NEAR_POOR] == near_poor[FLOW_FELL_FROM_NEAR_POOR];
		starts &= poor[FLOW_START] == start && near_poor[FLOW_END] == end;
	}
	ok(balanced, "200 random registers balance in both forms");
	ok(agree, "and the forms agree on the moves between the lists");
	ok(starts, "and on who was poor before and near-poor after");
}

/* A sum for each column of each form, but for the moves between the lists, which have one in both. */
static void
test_sums(void)
{
	bool used[FLOWS_SUM_COUNT] = { false };
	bool good = true;

	for (FlowColumn column = FLOW_START; column <= FLOW_END; column++)
	{
		int sum = flows_sum_of_column(false, column);

		good = good && sum == (int) column && !used[sum];
		used[sum] = true;
	}
	ok(good, "the columns of the poor form are the first sums");
	good = true;
	for (FlowColumn column = FLOW_START; column <= FLOW_END; column++)
	{
		int sum = flows_sum_of_column(true, column);
		bool shared = column == FLOW_ESCAPED_TO_NEAR_POOR || column == FLOW_FELL_FROM_NEAR_POOR;

		good = good && sum >= 0 && sum < FLOWS_SUM_COUNT && used[sum] == shared &&
			(!shared || sum == (int) column);
		used[sum] = true;
	}
	for (int sum = 0; sum < FLOWS_SUM_COUNT; sum++)
		good = good && used[sum];
	ok(good, "those of the near-poor form are the others, and the moves between the lists");
}

int
main(void)
{
	test_transitions();
	test_members();
	test_published();
	test_random_registers();
	test_sums();
	return tap_done();
}
