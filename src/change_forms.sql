/* ---- change: checking published forms ---- */

CREATE FUNCTION @extschema@.digits_transposed(printed float8, meant float8) RETURNS boolean
	AS 'MODULE_PATHNAME', 'digits_transposed' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE @extschema@.published_flow AS (
	area text,
	parent text,
	year integer,
	of_status @extschema@.poverty_status,
	counted_in text,
	start_count numeric,
	escaped_to_near_poor numeric,
	escaped_above numeric,
	other_decrease numeric,
	fell_from_near_poor numeric,
	fell_back numeric,
	fell_new numeric,
	other_increase numeric,
	end_count numeric
);

CREATE TYPE @extschema@.published_result AS (
	area text,
	parent text,
	year integer,
	counted_in text,
	total numeric,
	poor numeric,
	poor_percent numeric,
	near_poor numeric,
	near_poor_percent numeric
);

CREATE TYPE @extschema@.form_finding AS (
	defect text,
	area text,
	year integer,
	form text,
	counted_in text,
	item text,
	printed numeric,
	expected numeric,
	sentence text
);

-- A number as people read it, without the zeros that end its decimals.
CREATE FUNCTION @extschema@.form_number(number numeric) RETURNS text
	LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
	RETURN pg_catalog.trim_scale(form_number.number)::pg_catalog.text;

-- Whether a number that was typed is one at all; the others are an error.
CREATE FUNCTION @extschema@.form_number_is_finite(number numeric, item text, area text) RETURNS boolean
	LANGUAGE SQL STABLE PARALLEL SAFE
	RETURN CASE
		WHEN form_number_is_finite.number = ANY ('{NaN,Infinity,-Infinity}'::pg_catalog.numeric[]) THEN @extschema@.area_refuse(
			pg_catalog.format('%s of "%s" must be a finite number, not %s', form_number_is_finite.item, form_number_is_finite.area, form_number_is_finite.number),
			'Give NULL for a number that was not printed.')
		ELSE true
	END;

CREATE FUNCTION @extschema@.flow_findings(flows @extschema@.published_flow[]) RETURNS SETOF @extschema@.form_finding
	LANGUAGE SQL STABLE PARALLEL SAFE ROWS 20
BEGIN ATOMIC
	WITH form AS MATERIALIZED (
		SELECT f.*, pg_catalog.format('%s, %s, flow of the %s in %s', coalesce(f.area, '(no area)'), coalesce(f.year::pg_catalog.text, '(no year)'),
				pg_catalog.replace(f.of_status::pg_catalog.text, '_', '-'), coalesce(f.counted_in, '(no unit)')) AS place,
			pg_catalog.format('flow of the %s', pg_catalog.replace(f.of_status::pg_catalog.text, '_', '-')) AS name
		FROM pg_catalog.unnest(flow_findings.flows) WITH ORDINALITY AS f(area, parent, year, of_status, counted_in,
			start_count, escaped_to_near_poor, escaped_above, other_decrease, fell_from_near_poor, fell_back, fell_new, other_increase, end_count, number)
		WHERE f.of_status IN ('poor', 'near_poor')
	),
	-- each number with its official column and its sign in: start - exits + entries - end = 0
	item AS MATERIALIZED (
		SELECT form.*, c.item, c.printed, c.sign,
			CASE WHEN form.of_status = 'poor' THEN c.poor_column ELSE c.near_poor_column END AS position
		FROM form
		CROSS JOIN LATERAL (VALUES
			('start_count', 1, 1, form.start_count, 1),
			('escaped_to_near_poor', 2, 5, form.escaped_to_near_poor, CASE WHEN form.of_status = 'poor' THEN -1 ELSE 1 END),
			('escaped_above', 3, 2, form.escaped_above, -1),
			('other_decrease', 4, 4, form.other_decrease, -1),
			('fell_from_near_poor', 5, 3, form.fell_from_near_poor, CASE WHEN form.of_status = 'poor' THEN 1 ELSE -1 END),
			('fell_back', 6, 6, form.fell_back, 1),
			('fell_new', 7, 7, form.fell_new, 1),
			('other_increase', 8, 8, form.other_increase, 1),
			('end_count', 9, 9, form.end_count, -1)
		) AS c(item, poor_column, near_poor_column, printed, sign)
		WHERE @extschema@.form_number_is_finite(c.printed, c.item, form.area)
	),
	balance AS MATERIALIZED (
		SELECT item.number, pg_catalog.sum(item.sign * item.printed) AS balance,
			pg_catalog.count(*) FILTER (WHERE item.printed IS NULL) AS empty,
			coalesce(pg_catalog.bool_or(item.printed < 0 OR item.printed <> pg_catalog.trunc(item.printed)), false) AS has_no_counts
		FROM item
		GROUP BY item.number
	),
	-- the one number whose digits, two of them swapped back, would close the identity
	swapped AS MATERIALIZED (
		SELECT item.number, pg_catalog.min(item.position) AS position, pg_catalog.count(*) AS candidates,
			pg_catalog.string_agg(pg_catalog.format('column %s (%s, printed %s) should be %s', item.position, item.item,
				@extschema@.form_number(item.printed), @extschema@.form_number(item.printed - item.sign * balance.balance)), ', or ' ORDER BY item.position) AS words
		FROM item
		JOIN balance ON balance.number = item.number AND balance.empty = 0 AND balance.balance <> 0
		WHERE @extschema@.digits_transposed(item.printed::pg_catalog.float8, (item.printed - item.sign * balance.balance)::pg_catalog.float8)
		GROUP BY item.number
	),
	-- what the rows of an area's parts add up to, and how many moves between the parts are at most hidden in columns 4 and 8
	part_sum AS MATERIALIZED (
		SELECT whole.number, whole.item, pg_catalog.sum(part.printed) AS total, pg_catalog.count(*) AS parts,
			pg_catalog.bool_or(part.printed IS NULL OR part.printed < 0 OR part.printed <> pg_catalog.trunc(part.printed)) AS unknown
		FROM item AS whole
		JOIN item AS part ON part.parent = whole.area AND part.area <> whole.area AND part.year = whole.year
			AND part.of_status = whole.of_status AND part.counted_in = whole.counted_in AND part.item = whole.item
		GROUP BY whole.number, whole.item
	),
	moved AS MATERIALIZED (
		SELECT item.number,
			coalesce(pg_catalog.max(part_sum.total - item.printed) FILTER (WHERE item.item = 'other_decrease' AND NOT part_sum.unknown), 0) AS out,
			coalesce(pg_catalog.max(part_sum.total - item.printed) FILTER (WHERE item.item = 'other_increase' AND NOT part_sum.unknown), 0) AS into
		FROM item
		JOIN part_sum ON part_sum.number = item.number AND part_sum.item = item.item
		GROUP BY item.number
	),
	finding(defect, number, position, item, printed, expected, words) AS (
		SELECT CASE WHEN item.printed < 0 THEN 'not_a_count' ELSE 'percentage_in_count' END, item.number, item.position, item.item, item.printed, NULL::pg_catalog.numeric,
			CASE WHEN item.printed < 0
				THEN pg_catalog.format('column %s (%s) is %s; a count is not below 0. Type the number of %s.',
					item.position, item.item, @extschema@.form_number(item.printed), coalesce(item.counted_in, 'households'))
				ELSE pg_catalog.format('column %s (%s) is %s, which is no whole number: a percentage in a count column? Type the number of %s.',
					item.position, item.item, @extschema@.form_number(item.printed), coalesce(item.counted_in, 'households'))
			END
		FROM item
		WHERE item.printed < 0 OR item.printed <> pg_catalog.trunc(item.printed)
		UNION ALL
		SELECT CASE WHEN swapped.candidates = 1 THEN 'digits_transposed' ELSE 'identity_broken' END, form.number, CASE WHEN swapped.candidates = 1 THEN swapped.position ELSE 9 END,
			CASE WHEN swapped.candidates = 1 THEN suspect.item ELSE 'end_count' END,
			CASE WHEN swapped.candidates = 1 THEN suspect.printed ELSE form.end_count END,
			CASE WHEN swapped.candidates = 1 THEN suspect.printed - suspect.sign * balance.balance ELSE form.end_count + balance.balance END,
			pg_catalog.format('start - exits + entries is %s, the end is printed as %s: the identity misses by %s. ',
				@extschema@.form_number(form.end_count + balance.balance), @extschema@.form_number(form.end_count), @extschema@.form_number(- balance.balance))
			|| CASE
				WHEN swapped.candidates IS NULL THEN 'Compare every column with the register.'
				ELSE pg_catalog.format('Two digits changed places? Then %s. Compare with the register.', swapped.words)
			END
		FROM form
		JOIN balance ON balance.number = form.number AND balance.empty = 0 AND balance.balance <> 0 AND NOT balance.has_no_counts
		LEFT JOIN swapped ON swapped.number = form.number
		LEFT JOIN item AS suspect ON suspect.number = form.number AND suspect.position = swapped.position
		UNION ALL
		SELECT 'value_missing', item.number, item.position, item.item, NULL, - item.sign * balance.balance,
			pg_catalog.format('column %s (%s) is empty. The identity holds if it is %s: compare with the register.',
				item.position, item.item, @extschema@.form_number(- item.sign * balance.balance))
		FROM item
		JOIN balance ON balance.number = item.number AND balance.empty = 1 AND NOT balance.has_no_counts
		WHERE item.printed IS NULL
		UNION ALL
		SELECT 'forms_disagree', item.number, item.position, item.item, item.printed, other.printed,
			pg_catalog.format('column %s (%s) is %s, but column %s of the %s says %s of the same %s. Both forms count the same moves: count them again in the register%s.',
				item.position, item.item, @extschema@.form_number(item.printed), other.position, other.name, @extschema@.form_number(other.printed),
				coalesce(item.counted_in, 'households'),
				CASE WHEN @extschema@.digits_transposed(item.printed::pg_catalog.float8, other.printed::pg_catalog.float8) THEN '; two digits changed places in one of them' ELSE '' END)
		FROM item
		JOIN item AS other ON other.area = item.area AND other.year = item.year AND other.counted_in = item.counted_in
			AND other.of_status = 'near_poor' AND other.item = item.item AND other.printed <> item.printed
		WHERE item.of_status = 'poor' AND item.item IN ('escaped_to_near_poor', 'fell_from_near_poor')
		UNION ALL
		SELECT CASE WHEN @extschema@.digits_transposed(item.printed::pg_catalog.float8, part_sum.total::pg_catalog.float8) THEN 'digits_transposed' ELSE 'total_not_sum' END,
			item.number, item.position, item.item, item.printed, part_sum.total,
			pg_catalog.format('column %s (%s) is %s, but the parts of %s (%s) add up to %s. ', item.position, item.item,
				@extschema@.form_number(item.printed), item.area, part_sum.parts, @extschema@.form_number(part_sum.total))
			|| CASE
				WHEN @extschema@.digits_transposed(item.printed::pg_catalog.float8, part_sum.total::pg_catalog.float8) THEN 'Two digits changed places: type the sum.'
				WHEN item.item IN ('start_count', 'end_count') THEN 'Add the parts again.'
				ELSE 'Moves between the parts do not explain it: add the parts again.'
			END
		FROM item
		JOIN part_sum ON part_sum.number = item.number AND part_sum.item = item.item AND NOT part_sum.unknown
		JOIN moved ON moved.number = item.number
		JOIN form AS of_item ON of_item.number = item.number
		WHERE item.printed >= 0 AND item.printed = pg_catalog.trunc(item.printed) AND NOT CASE
			WHEN item.item IN ('start_count', 'end_count') THEN item.printed = part_sum.total
			-- members change on the way: between parts and whole only the lists themselves must agree
			WHEN of_item.counted_in <> 'households' THEN true
			WHEN item.item IN ('other_decrease', 'other_increase') THEN item.printed <= part_sum.total
			ELSE item.printed - part_sum.total BETWEEN 0 AND greatest(CASE WHEN item.sign < 0 THEN moved.out ELSE moved.into END, 0)
		END
		UNION ALL
		SELECT CASE WHEN @extschema@.digits_transposed(form.start_count::pg_catalog.float8, before.end_count::pg_catalog.float8) THEN 'digits_transposed' ELSE 'start_not_last_end' END,
			form.number, 1, 'start_count', form.start_count, before.end_count,
			pg_catalog.format('column 1 (start_count) is %s, but the form of %s ended with %s. %s', @extschema@.form_number(form.start_count), before.year,
				@extschema@.form_number(before.end_count),
				CASE WHEN @extschema@.digits_transposed(form.start_count::pg_catalog.float8, before.end_count::pg_catalog.float8)
					THEN 'Two digits changed places in one of them.'
					ELSE 'Unless boundaries or the standard changed between them, a list starts as it ended: correct one of them.' END)
		FROM form
		JOIN form AS before ON before.area = form.area AND before.year = form.year - 1 AND before.of_status = form.of_status
			AND before.counted_in = form.counted_in AND before.end_count <> form.start_count
		UNION ALL
		SELECT 'row_repeated', form.number, 0, NULL, NULL, NULL,
			'the form stands here more than once. Keep one: the checks of this area compare with all of them.'
		FROM form
		WHERE form.number > (
			SELECT pg_catalog.min(twin.number) FROM form AS twin
			WHERE twin.area = form.area AND twin.year = form.year AND twin.of_status = form.of_status AND twin.counted_in = form.counted_in)
	)
	SELECT finding.defect, form.area, form.year, form.name, form.counted_in, finding.item, finding.printed, finding.expected,
		form.place || ': ' || finding.words
	FROM finding
	JOIN form ON form.number = finding.number
	ORDER BY finding.number, finding.position, finding.defect;
END;

CREATE FUNCTION @extschema@.result_findings(results @extschema@.published_result[]) RETURNS SETOF @extschema@.form_finding
	LANGUAGE SQL STABLE PARALLEL SAFE ROWS 20
BEGIN ATOMIC
	WITH form AS MATERIALIZED (
		SELECT f.*, pg_catalog.format('%s, %s, result in %s', coalesce(f.area, '(no area)'), coalesce(f.year::pg_catalog.text, '(no year)'), coalesce(f.counted_in, '(no unit)')) AS place
		FROM pg_catalog.unnest(result_findings.results) WITH ORDINALITY AS f(area, parent, year, counted_in, total, poor, poor_percent, near_poor, near_poor_percent, number)
	),
	item AS MATERIALIZED (
		SELECT form.*, c.position, c.item, c.printed
		FROM form
		CROSS JOIN LATERAL (VALUES (1, 'total', form.total), (2, 'poor', form.poor), (4, 'near_poor', form.near_poor)) AS c(position, item, printed)
		WHERE @extschema@.form_number_is_finite(c.printed, c.item, form.area)
	),
	share AS MATERIALIZED (
		SELECT form.*, c.position, c.item, c.amount, c.percentage
		FROM form
		CROSS JOIN LATERAL (VALUES (3, 'poor', form.poor, form.poor_percent), (5, 'near_poor', form.near_poor, form.near_poor_percent)) AS c(position, item, amount, percentage)
		WHERE @extschema@.form_number_is_finite(c.percentage, c.item || '_percent', form.area)
	),
	finding(defect, number, position, item, printed, expected, words) AS (
		SELECT CASE WHEN item.printed < 0 THEN 'not_a_count' ELSE 'percentage_in_count' END, item.number, item.position, item.item, item.printed, NULL::pg_catalog.numeric,
			CASE WHEN item.printed < 0
				THEN pg_catalog.format('%s is %s; a count is not below 0. Type the number of %s.', item.item, @extschema@.form_number(item.printed), coalesce(item.counted_in, 'households'))
				ELSE pg_catalog.format('%s is %s, which is no whole number: a percentage in a count column? Type the number of %s.', item.item,
					@extschema@.form_number(item.printed), coalesce(item.counted_in, 'households'))
			END
		FROM item
		WHERE item.printed < 0 OR item.printed <> pg_catalog.trunc(item.printed)
		UNION ALL
		-- a whole percentage in a count column: it is the printed percentage, and not the count that this stands for
		SELECT 'percentage_in_count', share.number, share.position, share.item, share.amount, pg_catalog.round(share.percentage * share.total / 100),
			pg_catalog.format('%s is %s, the percentage printed beside it: a percentage in a count column? %s %% of %s would be about %s.', share.item,
				@extschema@.form_number(share.amount), @extschema@.form_number(share.percentage), @extschema@.form_number(share.total),
				@extschema@.form_number(pg_catalog.round(share.percentage * share.total / 100)))
		FROM share
		WHERE share.amount = share.percentage AND share.amount > 0 AND share.amount = pg_catalog.trunc(share.amount) AND share.total > 0
			AND pg_catalog.round(100 * share.amount / share.total, pg_catalog.scale(share.percentage)) <> share.percentage
		UNION ALL
		SELECT 'missing_denominator', share.number, share.position, share.item || '_percent', share.percentage, NULL,
			pg_catalog.format('%s_percent is %s, but the total is %s: there is nothing to take a share of. Type the total of all %s of the area.', share.item,
				@extschema@.form_number(share.percentage), coalesce(@extschema@.form_number(share.total), 'empty'), coalesce(share.counted_in, 'households'))
		FROM share
		WHERE (share.total IS NULL OR share.total = 0) AND share.percentage IS NOT NULL
		UNION ALL
		SELECT 'missing_denominator', form.number, 1, 'total', form.total, NULL,
			pg_catalog.format('the total is %s, so that no rate can be computed. Type the total of all %s of the area.',
				coalesce(@extschema@.form_number(form.total), 'empty'), coalesce(form.counted_in, 'households'))
		FROM form
		WHERE (form.total IS NULL OR form.total = 0) AND form.poor_percent IS NULL AND form.near_poor_percent IS NULL AND (form.poor > 0 OR form.near_poor > 0)
		UNION ALL
		SELECT 'missing_denominator', share.number, share.position, share.item || '_percent', share.percentage,
			CASE WHEN share.amount <= share.total AND share.amount = pg_catalog.trunc(share.amount) THEN pg_catalog.round(100 * share.amount / share.total, 2) END,
			pg_catalog.format('%s_percent is %s; a share of a whole is at most 100 %%. It was computed without its denominator%s.', share.item,
				@extschema@.form_number(share.percentage),
				CASE WHEN share.amount <= share.total AND share.amount = pg_catalog.trunc(share.amount)
					THEN pg_catalog.format(': %s of %s is %s %%', @extschema@.form_number(share.amount), @extschema@.form_number(share.total),
						pg_catalog.round(100 * share.amount / share.total, 2))
					ELSE '' END)
		FROM share
		WHERE share.total > 0 AND share.percentage > 100
		UNION ALL
		SELECT 'percentage_disagrees', share.number, share.position, share.item || '_percent', share.percentage,
			pg_catalog.round(100 * share.amount / share.total, pg_catalog.scale(share.percentage)),
			pg_catalog.format('%s_percent is printed as %s, but %s of %s is %s. Compute it again, or correct the counts.', share.item, share.percentage,
				@extschema@.form_number(share.amount), @extschema@.form_number(share.total),
				pg_catalog.round(100 * share.amount / share.total, pg_catalog.scale(share.percentage)))
		FROM share
		WHERE share.total > 0 AND share.amount BETWEEN 0 AND share.total AND share.percentage <= 100 AND share.amount <> share.percentage
			AND share.amount = pg_catalog.trunc(share.amount) AND share.total = pg_catalog.trunc(share.total)
			AND pg_catalog.abs(100 * share.amount / share.total - share.percentage) > 0.5 * 10::pg_catalog.numeric ^ (- pg_catalog.scale(share.percentage))
		UNION ALL
		SELECT 'part_exceeds_whole', form.number, 1, 'total', form.total, NULL,
			pg_catalog.format('poor and near-poor together are %s, more than the total of %s. Correct the larger figure.',
				@extschema@.form_number(coalesce(form.poor, 0) + coalesce(form.near_poor, 0)), @extschema@.form_number(form.total))
		FROM form
		WHERE form.total > 0 AND coalesce(form.poor, 0) + coalesce(form.near_poor, 0) > form.total
		UNION ALL
		SELECT CASE WHEN @extschema@.digits_transposed(item.printed::pg_catalog.float8, part_sum.total::pg_catalog.float8) THEN 'digits_transposed' ELSE 'total_not_sum' END,
			item.number, item.position, item.item, item.printed, part_sum.total,
			pg_catalog.format('%s is %s, but the parts of %s (%s) add up to %s. %s', item.item, @extschema@.form_number(item.printed), item.area, part_sum.parts,
				@extschema@.form_number(part_sum.total),
				CASE WHEN @extschema@.digits_transposed(item.printed::pg_catalog.float8, part_sum.total::pg_catalog.float8)
					THEN 'Two digits changed places: type the sum.' ELSE 'Add the parts again.' END)
		FROM item
		JOIN (
			SELECT whole.number, whole.item, pg_catalog.sum(part.printed) AS total, pg_catalog.count(*) AS parts
			FROM item AS whole
			JOIN item AS part ON part.parent = whole.area AND part.area <> whole.area AND part.year = whole.year
				AND part.counted_in = whole.counted_in AND part.item = whole.item
			GROUP BY whole.number, whole.item
			HAVING pg_catalog.bool_and(part.printed >= 0 AND part.printed = pg_catalog.trunc(part.printed)) AND pg_catalog.count(part.printed) = pg_catalog.count(*)
		) AS part_sum ON part_sum.number = item.number AND part_sum.item = item.item AND part_sum.total <> item.printed
		WHERE item.printed >= 0 AND item.printed = pg_catalog.trunc(item.printed)
		UNION ALL
		SELECT 'row_repeated', form.number, 0, NULL, NULL, NULL,
			'the row stands here more than once. Keep one: the checks of this area compare with all of them.'
		FROM form
		WHERE form.number > (
			SELECT pg_catalog.min(twin.number) FROM form AS twin
			WHERE twin.area = form.area AND twin.year = form.year AND twin.counted_in = form.counted_in)
	)
	SELECT finding.defect, form.area, form.year, 'result', form.counted_in, finding.item, finding.printed, finding.expected,
		form.place || ': ' || finding.words
	FROM finding
	JOIN form ON form.number = finding.number
	ORDER BY finding.number, finding.position, finding.defect;
END;

CREATE FUNCTION @extschema@.form_findings(flows @extschema@.published_flow[], results @extschema@.published_result[]) RETURNS SETOF @extschema@.form_finding
	LANGUAGE SQL STABLE PARALLEL SAFE ROWS 20
BEGIN ATOMIC
	SELECT f.* FROM @extschema@.flow_findings(form_findings.flows) AS f
	UNION ALL
	SELECT r.* FROM @extschema@.result_findings(form_findings.results) AS r
	UNION ALL
	SELECT CASE WHEN @extschema@.digits_transposed(flow.listed::pg_catalog.float8, result.listed::pg_catalog.float8) THEN 'digits_transposed' ELSE 'forms_disagree' END,
		flow.area, flow.year, flow.name, flow.counted_in, flow.item, flow.listed, result.listed,
		pg_catalog.format('%s, %s, %s in %s: %s is %s, but the result of the review of %s says %s. %s', flow.area, flow.year, flow.name, flow.counted_in, flow.item,
			@extschema@.form_number(flow.listed), result.year, @extschema@.form_number(result.listed),
			CASE WHEN @extschema@.digits_transposed(flow.listed::pg_catalog.float8, result.listed::pg_catalog.float8)
				THEN 'Two digits changed places in one of them.' ELSE 'Both count the same list: correct one of them.' END)
	FROM (
		SELECT f.area, f.year, f.of_status, f.counted_in, pg_catalog.format('flow of the %s', pg_catalog.replace(f.of_status::pg_catalog.text, '_', '-')) AS name,
			c.item, c.result_year, c.listed, f.number
		FROM pg_catalog.unnest(form_findings.flows) WITH ORDINALITY AS f(area, parent, year, of_status, counted_in,
			start_count, c2, c3, c4, c5, c6, c7, c8, end_count, number)
		CROSS JOIN LATERAL (VALUES ('start_count', f.year - 1, f.start_count), ('end_count', f.year, f.end_count)) AS c(item, result_year, listed)
	) AS flow
	JOIN (
		SELECT r.area, r.year, r.counted_in, c.of_status, c.listed
		FROM pg_catalog.unnest(form_findings.results) AS r
		CROSS JOIN LATERAL (VALUES ('poor'::@extschema@.poverty_status, r.poor), ('near_poor', r.near_poor)) AS c(of_status, listed)
		WHERE c.listed = pg_catalog.trunc(c.listed)
	) AS result ON result.area = flow.area AND result.year = flow.result_year AND result.counted_in = flow.counted_in
		AND result.of_status = flow.of_status AND result.listed <> flow.listed;
END;

COMMENT ON FUNCTION @extschema@.digits_transposed(float8, float8) IS
'Whether one count becomes the other when two neighbouring digits change places, the commonest slip of a typist (417571 for 471571, 96 for 69). false for numbers that are no counts, and for equal ones; NULL gives NULL.';
COMMENT ON TYPE @extschema@.published_flow IS
'A row of a published flow form as it was typed, misprints included: how flow_findings() and form_findings() take it. Make it with ROW(area, parent, year, of_status, counted_in, start_count, ..., end_count)::published_flow.';
COMMENT ON COLUMN @extschema@.published_flow.area IS
'Area: its code or its name, the same in every form.';
COMMENT ON COLUMN @extschema@.published_flow.parent IS
'The area whose row is the sum of this one and its like; NULL for none.';
COMMENT ON COLUMN @extschema@.published_flow.year IS
'Year at whose end the flow ends.';
COMMENT ON COLUMN @extschema@.published_flow.of_status IS
'Whose form: poor or near_poor; rows of another status are not looked at.';
COMMENT ON COLUMN @extschema@.published_flow.counted_in IS
'What is counted: households, persons.';
COMMENT ON COLUMN @extschema@.published_flow.start_count IS
'Column 1 of both forms: on the list at the start.';
COMMENT ON COLUMN @extschema@.published_flow.escaped_to_near_poor IS
'Column 2 of the poor form, column 5 of the near-poor form.';
COMMENT ON COLUMN @extschema@.published_flow.escaped_above IS
'Column 3 of the poor form, column 2 of the near-poor form.';
COMMENT ON COLUMN @extschema@.published_flow.other_decrease IS
'Column 4 of both forms.';
COMMENT ON COLUMN @extschema@.published_flow.fell_from_near_poor IS
'Column 5 of the poor form, column 3 of the near-poor form.';
COMMENT ON COLUMN @extschema@.published_flow.fell_back IS
'Column 6 of both forms.';
COMMENT ON COLUMN @extschema@.published_flow.fell_new IS
'Column 7 of both forms.';
COMMENT ON COLUMN @extschema@.published_flow.other_increase IS
'Column 8 of both forms.';
COMMENT ON COLUMN @extschema@.published_flow.end_count IS
'Column 9 of both forms: on the list at the end.';
COMMENT ON TYPE @extschema@.published_result IS
'A row of a published result of the review as it was typed, misprints included: how result_findings() and form_findings() take it. Make it with ROW(area, parent, year, counted_in, total, poor, poor_percent, near_poor, near_poor_percent)::published_result.';
COMMENT ON COLUMN @extschema@.published_result.area IS
'Area: its code or its name, the same in every form.';
COMMENT ON COLUMN @extschema@.published_result.parent IS
'The area whose row is the sum of this one and its like; NULL for none.';
COMMENT ON COLUMN @extschema@.published_result.year IS
'Year of the review.';
COMMENT ON COLUMN @extschema@.published_result.counted_in IS
'What is counted: households, persons.';
COMMENT ON COLUMN @extschema@.published_result.total IS
'All households, or persons, of the area: the denominator.';
COMMENT ON COLUMN @extschema@.published_result.poor IS
'The poor.';
COMMENT ON COLUMN @extschema@.published_result.poor_percent IS
'The poor in percent of the total, with the decimals that were printed.';
COMMENT ON COLUMN @extschema@.published_result.near_poor IS
'The near-poor.';
COMMENT ON COLUMN @extschema@.published_result.near_poor_percent IS
'The near-poor in percent of the total, with the decimals that were printed.';
COMMENT ON TYPE @extschema@.form_finding IS
'A defect found in a published form: a row of flow_findings(), result_findings() and form_findings().';
COMMENT ON COLUMN @extschema@.form_finding.defect IS
'The kind: identity_broken (start - exits + entries is not the end), digits_transposed (swapping two neighbouring digits back would mend it), percentage_in_count, not_a_count (below 0), value_missing (one column empty, which the identity gives), forms_disagree (the same moves or the same list in two forms), total_not_sum (not the sum of the area''s parts), start_not_last_end (not what the year before ended with), missing_denominator (no total, or a share above 100 %), percentage_disagrees (not the counts'' own share at its printed precision), part_exceeds_whole, row_repeated.';
COMMENT ON COLUMN @extschema@.form_finding.area IS
'Area of the row.';
COMMENT ON COLUMN @extschema@.form_finding.year IS
'Year of the row.';
COMMENT ON COLUMN @extschema@.form_finding.form IS
'Which form: result, flow of the poor, flow of the near-poor.';
COMMENT ON COLUMN @extschema@.form_finding.counted_in IS
'What it counts.';
COMMENT ON COLUMN @extschema@.form_finding.item IS
'Column in question.';
COMMENT ON COLUMN @extschema@.form_finding.printed IS
'What is printed there.';
COMMENT ON COLUMN @extschema@.form_finding.expected IS
'What the other figures say, where they do; which of them is wrong only the register can tell.';
COMMENT ON COLUMN @extschema@.form_finding.sentence IS
'The finding for people: where it is, what it is, what to do.';
COMMENT ON FUNCTION @extschema@.form_number(numeric) IS
'A number as people read it: without the zeros that end its decimals. NULL gives NULL.';
COMMENT ON FUNCTION @extschema@.form_number_is_finite(numeric, text, text) IS
'Whether a typed number is finite, or NULL; NaN and infinity are an error (22023) that names the item and the area. Called by the functions that check forms.';
COMMENT ON FUNCTION @extschema@.flow_findings(@extschema@.published_flow[]) IS
'Finds the defects of published flow forms: flow_findings(array_agg(ROW(area, parent, year, ...)::published_flow)). One row a finding, none for sound forms. Kinds: identity_broken or digits_transposed, percentage_in_count, not_a_count, value_missing, forms_disagree (what leaves one list for the other must be one number in both forms), total_not_sum or digits_transposed, start_not_last_end, row_repeated. Of an area with parts, start and end must be the sum of theirs; exits and entries may exceed it, and columns 4 and 8 fall short of it, by the moves between the parts. Two or more empty columns are not checked. NULL gives no row; NaN and infinity are an error (22023).';
COMMENT ON FUNCTION @extschema@.result_findings(@extschema@.published_result[]) IS
'Finds the defects of published results of the review: result_findings(array_agg(ROW(area, parent, year, ...)::published_result)). One row a finding, none for sound rows. Kinds: missing_denominator (2040 %), percentage_in_count, not_a_count, percentage_disagrees (at the printed precision, half a unit of its last digit), part_exceeds_whole, total_not_sum or digits_transposed, row_repeated. NULL gives no row; NaN and infinity are an error (22023).';
COMMENT ON FUNCTION @extschema@.form_findings(@extschema@.published_flow[], @extschema@.published_result[]) IS
'Finds the defects of a set of published forms: those of flow_findings() and of result_findings(), and flow forms whose start or end is not the number of poor or near-poor in the result of that year (forms_disagree or digits_transposed). Either argument may be NULL.';
