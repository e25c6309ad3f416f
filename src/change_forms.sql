-- SPDX-License-Identifier: PostgreSQL
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
	RETURN CASE WHEN form_number.number <> ALL ('{NaN,Infinity,-Infinity}'::pg_catalog.numeric[]) THEN pg_catalog.trim_scale(form_number.number)::pg_catalog.text END;

-- Whether a number that was typed is one at all; the others are an error.
CREATE FUNCTION @extschema@.form_number_is_finite(number numeric, item text, area text) RETURNS boolean
	LANGUAGE SQL STABLE PARALLEL SAFE
	RETURN CASE
		WHEN form_number_is_finite.number = ANY ('{NaN,Infinity,-Infinity}'::pg_catalog.numeric[]) THEN @extschema@.area_refuse(
			pg_catalog.format('%s of "%s" must be a finite number, not %s', form_number_is_finite.item, form_number_is_finite.area, form_number_is_finite.number),
			'Give NULL for a number that was not printed.')
		ELSE true
	END;

-- NFKC also makes no-break spaces and wide letters plain; it is for UTF-8 alone.
CREATE FUNCTION @extschema@.form_name(name text) RETURNS text
	LANGUAGE SQL STABLE PARALLEL SAFE
	RETURN pg_catalog.btrim(pg_catalog.regexp_replace(pg_catalog.lower(CASE
		WHEN pg_catalog.getdatabaseencoding() = 'UTF8' THEN pg_catalog.normalize(coalesce(form_name.name, ''), 'NFKC')
		ELSE coalesce(form_name.name, '') END), '[[:space:]]+', ' ', 'g'));

CREATE FUNCTION @extschema@.published_flows(forms regclass) RETURNS @extschema@.published_flow[]
	AS 'MODULE_PATHNAME', 'published_rows' LANGUAGE C STABLE STRICT PARALLEL RESTRICTED;

CREATE FUNCTION @extschema@.published_results(forms regclass) RETURNS @extschema@.published_result[]
	AS 'MODULE_PATHNAME', 'published_rows' LANGUAGE C STABLE STRICT PARALLEL RESTRICTED;

CREATE FUNCTION @extschema@.flow_findings(flows @extschema@.published_flow[]) RETURNS SETOF @extschema@.form_finding
	LANGUAGE SQL STABLE PARALLEL SAFE ROWS 20
BEGIN ATOMIC
	WITH named AS MATERIALIZED (
		SELECT f.*,
			@extschema@.form_name(f.area) AS area_key, @extschema@.form_name(f.parent) AS parent_key, @extschema@.form_name(f.counted_in) AS unit_key, coalesce(f.year, 0) AS year_key,
			pg_catalog.format('%s, %s, flow of the %s in %s', coalesce(nullif(pg_catalog.btrim(f.area), ''), '(no area)'), coalesce(f.year::pg_catalog.text, '(no year)'),
				coalesce(pg_catalog.replace(f.of_status::pg_catalog.text, '_', '-'), '(no status)'), coalesce(nullif(pg_catalog.btrim(f.counted_in), ''), '(no unit)')) AS place,
			pg_catalog.format('flow of the %s', coalesce(pg_catalog.replace(f.of_status::pg_catalog.text, '_', '-'), '(no status)')) AS name
		FROM pg_catalog.unnest(flow_findings.flows) WITH ORDINALITY AS f(area, parent, year, of_status, counted_in,
			start_count, escaped_to_near_poor, escaped_above, other_decrease, fell_from_near_poor, fell_back, fell_new, other_increase, end_count, number)
		WHERE f.of_status IN ('poor', 'near_poor') OR f.of_status IS NULL AND pg_catalog.num_nonnulls(f.start_count, f.escaped_to_near_poor, f.escaped_above,
			f.other_decrease, f.fell_from_near_poor, f.fell_back, f.fell_new, f.other_increase, f.end_count) > 0
	),
	form AS MATERIALIZED (
		SELECT named.*, pg_catalog.row_number() OVER (PARTITION BY named.area_key, named.year_key, named.of_status, named.unit_key ORDER BY named.number) AS copy
		FROM named
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
		WHERE form.of_status IS NOT NULL AND @extschema@.form_number_is_finite(c.printed, c.item, form.area)
	),
	-- each number with what its form lacks, and whether two of its digits swapped back would close the identity
	weighed AS MATERIALIZED (
		SELECT i.*, i.printed - i.sign * i.balance AS expected, i.empty = 0 AND i.balance <> 0
			AND @extschema@.digits_transposed(i.printed::pg_catalog.float8, (i.printed - i.sign * i.balance)::pg_catalog.float8) AS is_swapped
		FROM (
			SELECT item.*, pg_catalog.sum(item.sign * item.printed) OVER of_form AS balance,
				pg_catalog.count(*) FILTER (WHERE item.printed IS NULL) OVER of_form AS empty,
				coalesce(pg_catalog.bool_or(item.printed < 0 OR item.printed <> pg_catalog.trunc(item.printed)) OVER of_form, false) AS has_no_counts
			FROM item
			WINDOW of_form AS (PARTITION BY item.number)
		) AS i
	),
	-- a form; min() reads the one candidate, where there is one
	balance AS MATERIALIZED (
		SELECT w.number, w.balance, w.empty, w.has_no_counts, w.start_count, w.end_count,
			pg_catalog.sum(w.printed) FILTER (WHERE w.sign < 0 AND w.item <> 'end_count') AS exits,
			pg_catalog.count(*) FILTER (WHERE w.is_swapped) AS candidates,
			pg_catalog.min(w.position) FILTER (WHERE w.is_swapped) AS position, pg_catalog.min(w.item) FILTER (WHERE w.is_swapped) AS item,
			pg_catalog.min(w.printed) FILTER (WHERE w.is_swapped) AS printed, pg_catalog.min(w.expected) FILTER (WHERE w.is_swapped) AS expected,
			pg_catalog.string_agg(pg_catalog.format('column %s (%s, printed %s) should be %s', w.position, w.item,
				@extschema@.form_number(w.printed), @extschema@.form_number(w.expected)), ', or ' ORDER BY w.position) FILTER (WHERE w.is_swapped) AS words
		FROM weighed AS w
		GROUP BY w.number, w.balance, w.empty, w.has_no_counts, w.start_count, w.end_count
	),
	-- what the rows of an area's parts add up to, and how many moves between the parts are at most hidden in columns 4 and 8
	part_sum AS MATERIALIZED (
		SELECT whole.number, whole.item, whole.position, whole.sign, whole.printed, whole.area, whole.unit_key, pg_catalog.sum(part.printed) AS total, pg_catalog.count(*) AS parts,
			pg_catalog.bool_or(part.printed IS NULL OR part.printed < 0 OR part.printed <> pg_catalog.trunc(part.printed)) AS unknown
		FROM item AS whole
		JOIN item AS part ON part.parent_key = whole.area_key AND part.area_key <> whole.area_key AND part.year_key = whole.year_key
			AND part.of_status = whole.of_status AND part.unit_key = whole.unit_key AND part.item = whole.item
		WHERE part.parent_key <> ''
		GROUP BY whole.number, whole.item, whole.position, whole.sign, whole.printed, whole.area, whole.unit_key
	),
	sum_of_parts AS (
		SELECT part_sum.*,
			greatest(pg_catalog.max(part_sum.total - part_sum.printed) FILTER (WHERE part_sum.item = 'other_decrease' AND NOT part_sum.unknown) OVER of_form, 0) AS moved_out,
			greatest(pg_catalog.max(part_sum.total - part_sum.printed) FILTER (WHERE part_sum.item = 'other_increase' AND NOT part_sum.unknown) OVER of_form, 0) AS moved_in
		FROM part_sum
		WINDOW of_form AS (PARTITION BY part_sum.number)
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
		SELECT CASE WHEN b.candidates = 1 THEN 'digits_transposed' ELSE 'identity_broken' END, b.number, CASE WHEN b.candidates = 1 THEN b.position ELSE 9 END,
			CASE WHEN b.candidates = 1 THEN b.item ELSE 'end_count' END,
			CASE WHEN b.candidates = 1 THEN b.printed ELSE b.end_count END,
			CASE WHEN b.candidates = 1 THEN b.expected ELSE b.end_count + b.balance END,
			pg_catalog.format('start - exits + entries is %s, the end is printed as %s: the identity misses by %s. ',
				@extschema@.form_number(b.end_count + b.balance), @extschema@.form_number(b.end_count), @extschema@.form_number(- b.balance))
			|| CASE
				WHEN b.candidates = 0 THEN 'Compare every column with the register.'
				ELSE pg_catalog.format('Two digits changed places? Then %s. Compare with the register.', b.words)
			END
		FROM balance AS b
		WHERE b.empty = 0 AND b.balance <> 0 AND NOT b.has_no_counts
		UNION ALL
		SELECT 'exits_exceed_start', b.number, 1, 'start_count', b.start_count, NULL,
			pg_catalog.format('columns 2 to 4, the exits, add up to %s, but only %s were on the list at the start (column 1, start_count). Who came and went between the two reviews is in no column: compare with the register.',
				@extschema@.form_number(b.exits), @extschema@.form_number(b.start_count))
		FROM balance AS b
		WHERE b.exits > b.start_count AND NOT b.has_no_counts
		UNION ALL
		SELECT 'value_missing', w.number, w.position, w.item, NULL, CASE WHEN w.sign * w.balance <= 0 THEN - w.sign * w.balance END,
			CASE WHEN w.sign * w.balance <= 0
				THEN pg_catalog.format('column %s (%s) is empty. The identity holds if it is %s: compare with the register.',
					w.position, w.item, @extschema@.form_number(- w.sign * w.balance))
				ELSE pg_catalog.format('column %s (%s) is empty, and no number can stand there: the identity would want %s, which is below 0. Another column is wrong too: compare every column with the register.',
					w.position, w.item, @extschema@.form_number(- w.sign * w.balance))
			END
		FROM weighed AS w
		WHERE w.empty = 1 AND NOT w.has_no_counts AND w.printed IS NULL
		UNION ALL
		SELECT 'forms_disagree', item.number, item.position, item.item, item.printed, other.printed,
			pg_catalog.format('column %s (%s) is %s, but column %s of the flow of the near-poor says %s of the same %s. Both forms count the same moves: count them again in the register%s.',
				item.position, item.item, @extschema@.form_number(item.printed), CASE item.item WHEN 'escaped_to_near_poor' THEN 5 ELSE 3 END, @extschema@.form_number(other.printed),
				coalesce(item.counted_in, 'households'),
				CASE WHEN @extschema@.digits_transposed(item.printed::pg_catalog.float8, other.printed::pg_catalog.float8) THEN '; two digits changed places in one of them' ELSE '' END)
		FROM (
			SELECT i.*, pg_catalog.array_agg(i.printed) FILTER (WHERE i.of_status = 'near_poor') OVER (PARTITION BY i.area_key, i.year_key, i.unit_key, i.item) AS near_poor
			FROM item AS i
			WHERE i.item IN ('escaped_to_near_poor', 'fell_from_near_poor')
		) AS item
		CROSS JOIN LATERAL pg_catalog.unnest(item.near_poor) AS other(printed)
		WHERE item.of_status = 'poor' AND other.printed <> item.printed
		UNION ALL
		SELECT CASE WHEN @extschema@.digits_transposed(s.printed::pg_catalog.float8, s.total::pg_catalog.float8) THEN 'digits_transposed' ELSE 'total_not_sum' END,
			s.number, s.position, s.item, s.printed, s.total,
			pg_catalog.format('column %s (%s) is %s, but the parts of %s (%s) add up to %s. ', s.position, s.item,
				@extschema@.form_number(s.printed), s.area, s.parts, @extschema@.form_number(s.total))
			|| CASE
				WHEN @extschema@.digits_transposed(s.printed::pg_catalog.float8, s.total::pg_catalog.float8) THEN 'Two digits changed places: type the sum.'
				WHEN s.item IN ('start_count', 'end_count') THEN 'Add the parts again.'
				ELSE 'Moves between the parts do not explain it: add the parts again.'
			END
		FROM sum_of_parts AS s
		WHERE NOT s.unknown AND s.printed >= 0 AND s.printed = pg_catalog.trunc(s.printed) AND NOT CASE
			WHEN s.item IN ('start_count', 'end_count') THEN s.printed = s.total
			-- members change on the way: between parts and whole only the lists themselves must agree
			WHEN s.unit_key NOT IN ('', 'households') THEN true
			WHEN s.item IN ('other_decrease', 'other_increase') THEN s.printed <= s.total
			ELSE s.printed - s.total BETWEEN 0 AND CASE WHEN s.sign < 0 THEN s.moved_out ELSE s.moved_in END
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
		JOIN form AS before ON before.area_key = form.area_key AND before.year = form.year - 1 AND before.of_status = form.of_status
			AND before.unit_key = form.unit_key AND before.end_count <> form.start_count
		UNION ALL
		SELECT 'row_repeated', form.number, 0, NULL, NULL, NULL,
			'the form stands here more than once. Keep one: the checks of this area compare with all of them.'
		FROM form
		WHERE form.copy > 1 AND form.of_status IS NOT NULL
		UNION ALL
		SELECT 'value_missing', form.number, 0, 'of_status', NULL, NULL,
			'of_status is empty, so that nobody knows whose list this is, and no number of the form was checked. Type poor or near_poor.'
		FROM form
		WHERE form.of_status IS NULL
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
	WITH named AS MATERIALIZED (
		SELECT f.*,
			@extschema@.form_name(f.area) AS area_key, @extschema@.form_name(f.parent) AS parent_key, @extschema@.form_name(f.counted_in) AS unit_key, coalesce(f.year, 0) AS year_key,
			pg_catalog.format('%s, %s, result in %s', coalesce(nullif(pg_catalog.btrim(f.area), ''), '(no area)'), coalesce(f.year::pg_catalog.text, '(no year)'), coalesce(nullif(pg_catalog.btrim(f.counted_in), ''), '(no unit)')) AS place
		FROM pg_catalog.unnest(result_findings.results) WITH ORDINALITY AS f(area, parent, year, counted_in, total, poor, poor_percent, near_poor, near_poor_percent, number)
	),
	form AS MATERIALIZED (
		SELECT named.*, pg_catalog.row_number() OVER (PARTITION BY named.area_key, named.year_key, named.unit_key ORDER BY named.number) AS copy
		FROM named
	),
	item AS MATERIALIZED (
		SELECT form.*, c.position, c.item, c.printed
		FROM form
		CROSS JOIN LATERAL (VALUES (1, 'total', form.total), (2, 'poor', form.poor), (4, 'near_poor', form.near_poor)) AS c(position, item, printed)
		WHERE @extschema@.form_number_is_finite(c.printed, c.item, form.area)
	),
	share AS MATERIALIZED (
		SELECT form.*, c.position, c.item, c.amount, c.percentage,
			-- a column that no row has was not published
			pg_catalog.count(c.amount) OVER (PARTITION BY c.position) > 0 AS has_amounts, pg_catalog.count(c.percentage) OVER (PARTITION BY c.position) > 0 AS has_percentages
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
			-- none of nobody is 0 %
			AND NOT coalesce(share.total = 0 AND share.percentage = 0 AND coalesce(share.amount, 0) = 0, false)
		UNION ALL
		SELECT 'missing_denominator', form.number, 1, 'total', form.total, NULL,
			pg_catalog.format('the total is %s, so that no rate can be computed. Type the total of all %s of the area.',
				coalesce(@extschema@.form_number(form.total), 'empty'), coalesce(form.counted_in, 'households'))
		FROM form
		WHERE (form.poor > 0 OR form.near_poor > 0) AND CASE
			-- a share that is printed has been found above, but for 0 % of nobody
			WHEN form.total IS NULL THEN form.poor_percent IS NULL AND form.near_poor_percent IS NULL
			WHEN form.total = 0 THEN (form.poor_percent IS NULL OR form.poor_percent = 0 AND coalesce(form.poor, 0) = 0)
				AND (form.near_poor_percent IS NULL OR form.near_poor_percent = 0 AND coalesce(form.near_poor, 0) = 0)
		END
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
		SELECT 'value_missing', share.number, share.position - 1, share.item, NULL,
			CASE WHEN share.total > 0 AND share.percentage BETWEEN 0 AND 100 THEN pg_catalog.round(share.percentage * share.total / 100) END,
			CASE WHEN share.total > 0 AND share.percentage BETWEEN 0 AND 100
				THEN pg_catalog.format('%s is empty. %s %% of %s is about %s: take the number from the register.', share.item, @extschema@.form_number(share.percentage),
					@extschema@.form_number(share.total), @extschema@.form_number(pg_catalog.round(share.percentage * share.total / 100)))
				ELSE pg_catalog.format('%s is empty, but its percentage is printed. Type the number of %s, 0 if there is none.', share.item, coalesce(share.counted_in, 'households'))
			END
		FROM share
		WHERE share.amount IS NULL AND share.percentage IS NOT NULL
		UNION ALL
		SELECT 'value_missing', share.number, share.position - 1, share.item, NULL, NULL::pg_catalog.numeric,
			pg_catalog.format('%s is empty, and other rows have it. Type the number of %s, 0 if there is none.', share.item, coalesce(share.counted_in, 'households'))
		FROM share
		WHERE share.amount IS NULL AND share.percentage IS NULL AND share.has_amounts
		UNION ALL
		SELECT 'value_missing', share.number, share.position, share.item || '_percent', NULL, pg_catalog.round(100 * share.amount / share.total, 2),
			pg_catalog.format('%s_percent is empty, and other rows have it: %s of %s is %s %%.', share.item, @extschema@.form_number(share.amount), @extschema@.form_number(share.total),
				pg_catalog.round(100 * share.amount / share.total, 2))
		FROM share
		WHERE share.percentage IS NULL AND share.has_percentages AND share.total > 0 AND share.amount BETWEEN 0 AND share.total
			AND share.amount = pg_catalog.trunc(share.amount) AND share.total = pg_catalog.trunc(share.total)
		UNION ALL
		SELECT 'value_missing', form.number, 1, 'total', NULL, NULL::pg_catalog.numeric,
			pg_catalog.format('the total is empty. Type the total of all %s of the area.', coalesce(form.counted_in, 'households'))
		FROM form
		WHERE form.total IS NULL AND form.poor_percent IS NULL AND form.near_poor_percent IS NULL AND NOT coalesce(form.poor > 0, false) AND NOT coalesce(form.near_poor > 0, false)
		UNION ALL
		SELECT 'part_exceeds_whole', form.number, 1, 'total', form.total, NULL,
			pg_catalog.format('poor and near-poor together are %s, more than the total of %s. Correct the larger figure.',
				@extschema@.form_number(coalesce(form.poor, 0) + coalesce(form.near_poor, 0)), @extschema@.form_number(form.total))
		FROM form
		WHERE form.total > 0 AND coalesce(form.poor, 0) + coalesce(form.near_poor, 0) > form.total
		UNION ALL
		SELECT CASE WHEN @extschema@.digits_transposed(s.printed::pg_catalog.float8, s.total::pg_catalog.float8) THEN 'digits_transposed' ELSE 'total_not_sum' END,
			s.number, s.position, s.item, s.printed, s.total,
			pg_catalog.format('%s is %s, but the parts of %s (%s) add up to %s. %s', s.item, @extschema@.form_number(s.printed), s.area, s.parts, @extschema@.form_number(s.total),
				CASE WHEN @extschema@.digits_transposed(s.printed::pg_catalog.float8, s.total::pg_catalog.float8)
					THEN 'Two digits changed places: type the sum.' ELSE 'Add the parts again.' END)
		FROM (
			SELECT whole.number, whole.position, whole.item, whole.printed, whole.area, pg_catalog.sum(part.printed) AS total, pg_catalog.count(*) AS parts
			FROM item AS whole
			JOIN item AS part ON part.parent_key = whole.area_key AND part.area_key <> whole.area_key AND part.year_key = whole.year_key
				AND part.unit_key = whole.unit_key AND part.item = whole.item
			WHERE part.parent_key <> ''
			GROUP BY whole.number, whole.position, whole.item, whole.printed, whole.area
			HAVING pg_catalog.bool_and(part.printed >= 0 AND part.printed = pg_catalog.trunc(part.printed)) AND pg_catalog.count(part.printed) = pg_catalog.count(*)
		) AS s
		WHERE s.total <> s.printed AND s.printed >= 0 AND s.printed = pg_catalog.trunc(s.printed)
		UNION ALL
		SELECT 'row_repeated', form.number, 0, NULL, NULL, NULL,
			'the row stands here more than once. Keep one: the checks of this area compare with all of them.'
		FROM form
		WHERE form.copy > 1
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
		pg_catalog.format('%s, %s, %s in %s: %s is %s, but the result of the review%s says %s. %s', coalesce(nullif(pg_catalog.btrim(flow.area), ''), '(no area)'), coalesce(flow.year::pg_catalog.text, '(no year)'),
			flow.name, coalesce(nullif(pg_catalog.btrim(flow.counted_in), ''), '(no unit)'), flow.item, @extschema@.form_number(flow.listed), ' of ' || result.year, @extschema@.form_number(result.listed),
			CASE WHEN @extschema@.digits_transposed(flow.listed::pg_catalog.float8, result.listed::pg_catalog.float8)
				THEN 'Two digits changed places in one of them.' ELSE 'Both count the same list: correct one of them.' END)
	FROM (
		SELECT f.area, @extschema@.form_name(f.area) AS area_key, f.year, f.of_status, f.counted_in, @extschema@.form_name(f.counted_in) AS unit_key, pg_catalog.format('flow of the %s', pg_catalog.replace(f.of_status::pg_catalog.text, '_', '-')) AS name,
			c.item, c.result_year, c.listed, f.number
		FROM pg_catalog.unnest(form_findings.flows) WITH ORDINALITY AS f(area, parent, year, of_status, counted_in,
			start_count, c2, c3, c4, c5, c6, c7, c8, end_count, number)
		CROSS JOIN LATERAL (VALUES ('start_count', f.year - 1, f.start_count), ('end_count', coalesce(f.year, 0), f.end_count)) AS c(item, result_year, listed)
	) AS flow
	JOIN (
		SELECT @extschema@.form_name(r.area) AS area_key, r.year, coalesce(r.year, 0) AS year_key, @extschema@.form_name(r.counted_in) AS unit_key, c.of_status, c.listed
		FROM pg_catalog.unnest(form_findings.results) AS r
		CROSS JOIN LATERAL (VALUES ('poor'::@extschema@.poverty_status, r.poor), ('near_poor', r.near_poor)) AS c(of_status, listed)
		WHERE c.listed = pg_catalog.trunc(c.listed)
	) AS result ON result.area_key = flow.area_key AND result.year_key = flow.result_year AND result.unit_key = flow.unit_key
		AND result.of_status = flow.of_status AND result.listed <> flow.listed;
END;

COMMENT ON FUNCTION @extschema@.digits_transposed(float8, float8) IS
'Whether one count becomes the other when two neighbouring digits change places, the commonest slip of a typist (417571 for 471571, 96 for 69). false for numbers that are no counts, and for equal ones; NULL gives NULL.';
COMMENT ON TYPE @extschema@.published_flow IS
'A row of a published flow form as it was typed, misprints included: how flow_findings() and form_findings() take it. Make it with ROW(area, parent, year, of_status, counted_in, start_count, ..., end_count)::published_flow.';
COMMENT ON COLUMN @extschema@.published_flow.area IS
'Area: its code or its name, the same in every form but for letter case and blanks.';
COMMENT ON COLUMN @extschema@.published_flow.parent IS
'The area whose row is the sum of this one and its like; NULL for none.';
COMMENT ON COLUMN @extschema@.published_flow.year IS
'Year at whose end the flow ends.';
COMMENT ON COLUMN @extschema@.published_flow.of_status IS
'Whose form: poor or near_poor; rows of another status are not looked at. Where it is NULL, that alone is found.';
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
'Area: its code or its name, the same in every form but for letter case and blanks.';
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
'The kind: identity_broken (start - exits + entries is not the end), digits_transposed (swapping two neighbouring digits back would mend it), percentage_in_count, not_a_count (below 0), value_missing (an empty column: of a flow the only one, which the identity gives; of a result one that other rows have, or whose share or count is printed), exits_exceed_start (more left the list than were on it), forms_disagree (the same moves or the same list in two forms), total_not_sum (not the sum of the area''s parts), start_not_last_end (not what the year before ended with), missing_denominator (no total where there are poor or a share, or a share above 100 %), percentage_disagrees (not the counts'' own share at its printed precision), part_exceeds_whole, row_repeated.';
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
'A number as people read it: without the zeros that end its decimals. NULL, NaN and infinity give NULL (form_number_is_finite() refuses them before a form shows them).';
COMMENT ON FUNCTION @extschema@.form_number_is_finite(numeric, text, text) IS
'Whether a typed number is finite, or NULL; NaN and infinity are an error (22023) that names the item and the area. Called by the functions that check forms.';
COMMENT ON FUNCTION @extschema@.form_name(text) IS
'A name as the checks of forms compare it: letter case, blanks before and after and their number within put aside, in UTF-8 databases in normal form NFKC, so that composed and decomposed Vietnamese letters are the same. NULL gives an empty name.';
COMMENT ON FUNCTION @extschema@.published_flows(regclass) IS
'The rows of a table or view of flow forms, for flow_findings() and form_findings(): SELECT * FROM flow_findings(published_flows(''my_table'')). It takes the columns that have the names of those of type published_flow, wherever they stand, and casts them to its types; parent may be missing. A view gives columns other names. A missing column is an error (42703); privileges are the caller''s. NULL without a row, and for NULL.';
COMMENT ON FUNCTION @extschema@.published_results(regclass) IS
'The rows of a table or view of results of the review, for result_findings() and form_findings(): SELECT * FROM result_findings(published_results(''my_table'')). It takes the columns that have the names of those of type published_result, wherever they stand, and casts them to its types; parent may be missing. A view gives columns other names. A missing column is an error (42703); privileges are the caller''s. NULL without a row, and for NULL.';
COMMENT ON FUNCTION @extschema@.flow_findings(@extschema@.published_flow[]) IS
'Finds the defects of published flow forms, of a table or view by flow_findings(published_flows(''my_table'')), or of rows by flow_findings(array_agg(ROW(area, parent, year, ...)::published_flow)). One row a finding, none for sound forms. Names of areas, parents and units are compared without regard to letter case, as the database''s collation knows it, and to blanks; one that is NULL is the same as others that are. Kinds: identity_broken or digits_transposed, percentage_in_count, not_a_count, value_missing, exits_exceed_start, forms_disagree (what leaves one list for the other must be one number in both forms), total_not_sum or digits_transposed, start_not_last_end, row_repeated. Of an area with parts, start and end must be the sum of theirs; exits and entries may exceed it, and columns 4 and 8 fall short of it, by the moves between the parts. Two or more empty columns are not checked. NULL gives no row; NaN and infinity are an error (22023).';
COMMENT ON FUNCTION @extschema@.result_findings(@extschema@.published_result[]) IS
'Finds the defects of published results of the review, of a table or view by result_findings(published_results(''my_table'')), or of rows by result_findings(array_agg(ROW(area, parent, year, ...)::published_result)). One row a finding, none for sound rows. Names of areas, parents and units are compared without regard to letter case, as the database''s collation knows it, and to blanks; one that is NULL is the same as others that are. A column that is empty in all rows was not published and is not missed; a total of 0 without poor and with 0 % is sound. Kinds: missing_denominator (2040 %), value_missing, percentage_in_count, not_a_count, percentage_disagrees (at the printed precision, half a unit of its last digit), part_exceeds_whole, total_not_sum or digits_transposed, row_repeated. NULL gives no row; NaN and infinity are an error (22023).';
COMMENT ON FUNCTION @extschema@.form_findings(@extschema@.published_flow[], @extschema@.published_result[]) IS
'Finds the defects of a set of published forms, as in form_findings(published_flows(''flows''), published_results(''results'')): those of flow_findings() and of result_findings(), and flow forms whose start or end is not the number of poor or near-poor in the result of that year (forms_disagree or digits_transposed). Either argument may be NULL.';
