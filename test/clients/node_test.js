// SPDX-License-Identifier: PostgreSQL
// node-postgres: numbers go as text without a type, Buffers in binary; results come as text.
'use strict';
const { Client } = require('pg');

let points = 0;
let failed = 0;
function equal(got, expected, name) {
	points++;
	const good = JSON.stringify(got) === JSON.stringify(expected);
	if (!good) failed++;
	console.log(`${good ? 'ok' : 'not ok'} ${points} - ${name}`);
	if (!good) console.log(`#   got ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`);
}

const same = 'SELECT count(*)::int FROM written w JOIN stored s ON w.summary = s.summary AND w.distribution = s.distribution AND w.deprivation = s.deprivation';
const estimate = 'mean_estimate(visits, 1, 1, visits)';

async function main() {
	console.log(`# node ${process.version}, pg ${require('pg/package.json').version}`);
	const client = new Client();
	await client.connect();
	const rows = async (text, values, more) => (await client.query({ text, values, rowMode: 'array', ...more })).rows;
	const one = async (...query) => (await rows(...query))[0][0];

	for (const [kind, line] of [['int', 250], ['float', 250.5], ['string', '250'], ['numeric string', '250.0']])
		for (const column of ['income', 'income_numeric', 'income_int', 'income_bigint'])
			equal(await one(`SELECT headcount_ratio(${column}, $1, members) FROM household`, [line]), 0.375, `${kind} line, ${column}`);
	equal(await one('SELECT headcount_ratio(income, $1::numeric, members) FROM household', ['250']), 0.375, 'a line cast to numeric');
	equal(await one('SELECT headcount_ratio(income, $1::int, $2::bigint) FROM household', [250, 1]), 0.4, 'a line cast to int, a weight to bigint');
	equal(await one('SELECT weighted_quantile(income, $1, members) FROM household', [0.5]), 300, 'a share');
	equal(await one('SELECT fgt(income, 250, $1, members) FROM household', [1]), 0.175, 'alpha');
	equal(await one('SELECT percent(headcount_ratio(income, $1, members), $2) FROM household', [250, 2]), '37.50', 'percent is a string, as every numeric is');
	equal(await one('SELECT headcount_ratio(income, $1, members) FROM household', [null]), null, 'NULL line: null');
	equal(await one('SELECT headcount_ratio(income, 250) FROM household WHERE year = $1', [1900]), null, 'empty group: null');
	equal(await rows('SELECT yoy_change(rate, year) OVER w, yoy_change(rate, as_of) OVER w FROM ward_rate WINDOW w AS (ORDER BY year)'),
		[[null, null], [-0.25, -0.25], [null, null]], 'a missing year is null');
	equal(await rows('SELECT change_since(rate, as_of, $1) OVER (ORDER BY as_of) FROM ward_rate', ['2015-12-31']), [[0], [-0.25], [-0.375]], 'a period without a type, beside a date');
	equal(await one('SELECT mpi(lacking, $1, $2, members) FROM household', [[1, 1, 1, 1], 0.5]), 0.40625, 'an array of numbers as weights');
	equal(await one('SELECT deprivation_score($1::boolean[], $2)', [[true, false], [1, 3]]), 0.25, 'an array of booleans, with a cast');
	equal(await one('SELECT lorenz_curve(income, 2, members) FROM household'), [0, 700 / 2200, 1], 'float8[] is an array');

	// Stored summaries: strings, which go back as they came. A result in binary is no way: version 8.23 reads every value
	// as if it were UTF-8, even a float8. The send functions give a bytea, hence a Buffer; a Buffer goes back in binary.
	for (const [kind, columns, good] of [
		['strings', 'summary, distribution, deprivation', (value) => typeof value === 'string'],
		['Buffers', 'poverty_summary_send(summary), income_distribution_send(distribution), mpi_summary_send(deprivation)', Buffer.isBuffer]]) {
		await client.query('TRUNCATE written');
		const kept = await rows(`SELECT ${columns} FROM stored`);
		equal(kept.flat().map(good), Array(6).fill(true), `summaries are ${kind}`);
		for (const row of kept) await client.query('INSERT INTO written VALUES ($1, $2, $3)', row);
		equal(await one(same), 2, 'and come back the same');
		equal(await one("SELECT headcount_ratio(merge($1::poverty_summary, summary)) FROM stored WHERE ward = 'B'", [kept[0][0]]), 0.375, 'a summary as a parameter');
	}
	const text = await one(`SELECT ${estimate} FROM household`);
	equal(await one('SELECT std_error($1::poverty_estimate)', [text]), 0.7071067811865476, 'a composite is a string, which goes back');
	equal((await client.query('SELECT summary::jsonb AS s FROM stored WHERE ward = $1', ['A'])).rows[0].s.headcount_ratio, 0.75, 'the cast to jsonb is an object');
	const expanded = await client.query(`SELECT (e).* FROM (SELECT ${estimate} AS e FROM household) v`);
	equal(expanded.fields.slice(0, 3).map((field) => field.name), ['estimate', 'std_error', 'ci_low'], '(e).* has named columns');
	equal([expanded.rows[0].estimate, expanded.rows[0].n], [3, '5'], 'of numbers, but that n, a bigint, is a string');
	equal((await client.query('SELECT * FROM area_successors($1, $2, $3)', ['old 1', '2020-01-01', '2026-01-01'])).rows, [{ code: 'new', share: 1 }], 'a set of rows has columns');
	equal(await one("SELECT area_successors($1, $2, $3)", ['old 1', '2020-01-01', '2026-01-01']), '(new,1)', 'in the select list it is a string');
	equal(await one("SELECT obj_description('ward_poverty'::regclass)"), 'Poverty by ward and year', 'comment of a view');
	equal(await one("SELECT obj_description('poverty_summary(float8, float8)'::regprocedure) IS NOT NULL"), true, 'comment of an aggregate');
	const failure = await client.query('SELECT headcount_ratio(income, 250, $1) FROM household', [-1]).catch((error) => error);
	equal([failure.code, typeof failure.hint], ['22023', 'string'], 'a negative weight: 22023, with a hint');
	equal(await one('SELECT 1'), 1, 'and the session goes on');
	await client.end();
	console.log(`1..${points}`);
	process.exitCode = failed ? 1 : 0;
}

main().catch((error) => { console.error(error); process.exit(1); });
