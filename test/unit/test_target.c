/* SPDX-License-Identifier: PostgreSQL */
/*
 * test_target.c
 *		Targets, gross against net, slips of typists.  Expected values are worked out by hand.
 */
#include "../../src/math/digits.h"
#include "../../src/math/target.h"
#include "tap.h"

static void
test_progress(void)
{
	TargetProgress p = progress_towards(&(TargetCase) { 10, 2010, 9, 2011, 7, 2013 });

	ok(p.on_track && !p.met && p.attainment == p.time_elapsed, "a third in a third: on track");
	is_double(p.annual_change, -1.0, "pace");
	is_double(p.required, -1.0, "required");
	is_double(p.projected, 7.0, "projected");
	is_double(p.reached_in, 2013.0, "reached in the target's year");
	p = progress_towards(&(TargetCase) { 10, 2010, 9.5, 2011, 7, 2013 });
	ok(!p.on_track && p.is_reached && p.reached_in == 2016.0, "half the pace: three years late");
	p = progress_towards(&(TargetCase) { 10, 2010, 11, 2011, 7, 2013 });
	ok(!p.on_track && !p.is_reached && p.attainment < 0.0, "away from the target");
	p = progress_towards(&(TargetCase) { 2, 2010, 8, 2012, 6, 2014 });
	ok(p.met && p.on_track, "a rising target, met");
	p = progress_towards(&(TargetCase) { 2, 2010, 0.5, 2011, 0, 2013 });
	is_double(p.projected, 0.0, "not below 0");
	p = progress_towards(&(TargetCase) { 2, 2010, 2, 2010, 0, 2013 });
	ok(!p.has_pace && p.has_time_left, "at the start there is no pace");
	p = progress_towards(&(TargetCase) { 2, 2010, 1, 2013, 0, 2013 });
	ok(!p.has_time_left && !p.on_track && p.projected == 1.0, "at the end nothing can follow");
	p = progress_towards(&(TargetCase) { 2, 2010, 1, 2011, 2, 2013 });
	ok(!p.has_direction && !p.met && !p.on_track, "start and target are the same");
}

static void
test_gross(void)
{
	const double poor[] = { 282, 38, 23, 1, 14, 7, 15, 2, 258 };
	const double near_poor[] = { 301, 38, 112, 0, 14, 6, 17, 0, 236 };
	GrossAndNet g = gross_against_net(false, poor, 251);

	ok(g.exits == 61 && g.other_exits == 1 && g.entries == 36 && g.other_entries == 2,
	   "the form of the poor");
	ok(g.net == 24 && g.planned == 31, "net and planned");
	g = gross_against_net(true, near_poor, 240);
	ok(g.exits == 126 && g.entries == 61 && g.net == 65 && g.planned == 61,
	   "the form of the near-poor");
}

static void
test_digits(void)
{
	ok(digits_swapped(417571, 471571) && digits_swapped(471571, 417571), "as published");
	ok(digits_swapped(96, 69) && digits_swapped(201, 210) && digits_swapped(1020, 1002),
	   "at the end, with zeros");
	ok(!digits_swapped(96, 96) && !digits_swapped(11, 22), "equal digits, equal numbers");
	ok(!digits_swapped(21, 13) && !digits_swapped(13, 21),
	   "one digit changed its place, none the other way");
	ok(!digits_swapped(9.6, 69) && !digits_swapped(96, 6.9) && !digits_swapped(96, -69) &&
		   !digits_swapped(1e17, 69),
	   "counts alone have digits");
	ok(!digits_swapped(10, 1) && !digits_swapped(1, 10) && !digits_swapped(100, 10),
	   "a leading zero is no digit");
	ok(!digits_swapped(321, 123) && !digits_swapped(1234, 2143), "two neighbours and no more");
	ok(!digits_swapped(1.2, 2.1) && !digits_swapped(-12, -21) && !digits_swapped(NAN, 1) &&
		   !digits_swapped(1e300, 1),
	   "no counts");
	ok(digits_swapped(9007199254740912.0, 9007199254740921.0), "sixteen digits");
}

/* Rates just on the line of their plan, half of the time gone. */
static void
test_on_the_line(void)
{
	bool on_track = true;
	bool behind = false;

	for (int start = 2; start <= 60; start++)
		for (int fall = 1; 2 * fall <= start; fall++)
		{
			TargetCase c = { .start = start / 100.0,
							 .start_period = 2016,
							 .actual = (start - fall) / 100.0,
							 .actual_period = 2018,
							 .target = (start - 2 * fall) / 100.0,
							 .target_period = 2020 };

			on_track = on_track && progress_towards(&c).on_track;
			c.actual += 1e-6;
			behind = behind || progress_towards(&c).on_track;
		}
	ok(on_track, "on the line is on track, whatever the rounding of the rates");
	ok(!behind, "a millionth behind is not");
}

int
main(void)
{
	test_progress();
	test_on_the_line();
	test_gross();
	test_digits();
	return tap_done();
}
