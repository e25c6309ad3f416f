// SPDX-License-Identifier: PostgreSQL
// The dashboard of examples/superset, in a browser. Prints TAP. Wants the password on the standard input, and in
// the environment: SUPERSET_URL, CHROMIUM (the browser), NODE_MODULES (where playwright-core is), SCREENSHOTS (a directory).
//
// The figures that are expected come from what the city published (5.55 % and 1.01 %, 257 and 282 poor households, 61
// that escaped, 236 near-poor) and from the register's counts that are printed in the README (77 of 1,243 households of
// Huyền Tụng in 2017), divided by hand.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SUPERSET_PASSWORD = readFileSync(0, 'utf8').trim();
const { SUPERSET_URL, CHROMIUM, NODE_MODULES, SCREENSHOTS } = process.env;
const { chromium } = createRequire(NODE_MODULES + '/')('playwright-core');
const WAIT = 180000;
const start = Date.now();
const TALL = { width: 1600, height: 3600 };

let points = 0;
let failures = 0;
function ok(condition, name, found) {
  points += 1;
  console.log(`${condition ? 'ok' : 'not ok'} ${points} - ${name}`);
  if (!condition) {
    failures += 1;
    if (found !== undefined) console.log(`# found: ${typeof found === 'string' ? found : JSON.stringify(found)}`);
  }
}
const is = (found, wanted, name) => ok(JSON.stringify(found) === JSON.stringify(wanted), name, found);
const percent = rate => Math.round(rate * 10000) / 100;

// ---------------------------------------------------------------------------------------------------------
// What the browser asks for, and what it gets
// ---------------------------------------------------------------------------------------------------------

const outside = { asked: [], left: [] };
const errors = [];
let answers = {};

// Answers to charts' queries, by the chart's number; each has the chart's queries with their SQL and rows.
async function keepAnswer(response) {
  const url = new URL(response.url());
  if (url.pathname !== '/api/v1/chart/data') return;
  const form = JSON.parse(url.searchParams.get('form_data') ?? '{}');
  const body = await response.json().catch(() => ({}));
  const key = form.slice_id ?? 'filter';
  (answers[key] ??= []).push({ status: response.status(), queries: body.result ?? [], message: body.message });
}

function watch(page) {
  const own = new URL(SUPERSET_URL).host;
  const isOutside = request => /^(https?|wss?):/.test(request.url()) && new URL(request.url()).host !== own;
  page.on('request', request => isOutside(request) && outside.asked.push(request.url()));
  // a request that the page's own policy refused has never left the browser
  page.on('requestfailed', request => {
    if (isOutside(request) && !/csp/i.test(request.failure()?.errorText ?? '')) outside.left.push(request.url());
  });
  page.on('response', response => isOutside(response.request()) && outside.left.push(response.url()));
  page.on('response', response => keepAnswer(response).catch(error => errors.push(`answer: ${error}`)));
  page.on('pageerror', error => errors.push(`page: ${error}`));
}

// Waits until every chart has an answer after the last action and none is being drawn.
async function settle(page, wanted) {
  await page.waitForFunction(() => !document.querySelector('.loading, [data-test="loading-indicator"]'), null, { timeout: WAIT });
  for (const end = Date.now() + WAIT; Date.now() < end; await page.waitForTimeout(200)) {
    if (wanted.every(number => answers[number]) && (await page.locator('.loading, [data-test="loading-indicator"]').count()) === 0) break;
  }
  await page.waitForTimeout(1500);
}

// Rows of a chart's first query, once it has been answered.
const rows = number => answers[number]?.at(-1)?.queries[0]?.data ?? [];
const byArea = (number, column, measure) => Object.fromEntries(rows(number).map(row => [row[column], row[measure]]));

// ---------------------------------------------------------------------------------------------------------
// The steps of a reader
// ---------------------------------------------------------------------------------------------------------

// The page of the login reports what it shows a second later, and Superset answers that with a cookie of nobody: should
// it come after the login's own cookie, the reader is at the login again.
async function logIn(page) {
  const reported = page.waitForResponse(response => new URL(response.url()).pathname.startsWith('/superset/log/'), { timeout: WAIT });
  await page.goto(`${SUPERSET_URL}/login/`, { timeout: WAIT });
  await page.locator('#username').fill('admin', { timeout: WAIT });
  await page.locator('#password').fill(SUPERSET_PASSWORD);
  await reported;
  await page.keyboard.press('Enter');
  await page.waitForURL(url => !url.pathname.startsWith('/login'), { timeout: WAIT });
}

// Chooses a value in a filter of the bar on the left, and applies it. What is chosen already lies over the field.
async function filter(page, name, value, wanted) {
  answers = {};
  await page.locator(`#NATIVE_FILTER-${name}`).click({ force: true });
  await page.keyboard.type(value);
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: value }).first().click({ timeout: WAIT });
  await page.keyboard.press('Escape');
  await page.locator('[data-test="filter-bar__apply-button"]').click({ timeout: WAIT });
  await settle(page, wanted);
}

// Asks Superset for a metric that a user types, as the chart builder does.
async function askMetric(page, dataset, expression, groupBy) {
  return page.evaluate(async ([dataset, expression, groupBy]) => {
    const token = (await (await fetch('/api/v1/security/csrf_token/')).json()).result;
    const metric = { expressionType: 'SQL', sqlExpression: expression, label: 'answer', hasCustomLabel: true, optionName: 'metric_answer' };
    const query = { columns: [groupBy], metrics: [metric], filters: [{ col: 'year', op: '==', val: 2018 }], row_limit: 100, orderby: [] };
    const response = await fetch('/api/v1/chart/data', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-CSRFToken': token },
      body: JSON.stringify({ datasource: { id: dataset, type: 'table' }, queries: [query], result_format: 'json', result_type: 'full' }),
    });
    const body = await response.json();
    return { status: response.status, message: body.message, sql: body.result?.[0]?.query, rows: body.result?.[0]?.data ?? [] };
  }, [dataset, expression, groupBy]);
}

async function get(page, path) {
  return page.evaluate(async path => (await fetch(path)).json(), path);
}

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage'], timeout: WAIT });
try {
  const page = await browser.newPage({ viewport: TALL, locale: 'vi-VN' });
  page.setDefaultTimeout(WAIT);
  watch(page);

  await logIn(page);
  ok(true, 'the login that was printed works');

  const charts = (await get(page, '/api/v1/dashboard/bac-kan/charts')).result;
  const number = title => charts.find(chart => chart.slice_name.endsWith(`· ${title}`))?.id;
  const all = charts.map(chart => chart.id);
  const ward = number('Poverty rate by ward');
  const household = number('Computed from households');
  is(charts.length, 16, 'the dashboard has its charts');

  const metrics = charts.flatMap(chart => [chart.form_data.metrics, chart.form_data.metrics_b, chart.form_data.metric].flat()).filter(Boolean);
  ok(metrics.length > 16 && metrics.every(metric => typeof metric === 'string'), 'every metric is saved in a dataset, none is typed into a chart', metrics);

  await page.goto(`${SUPERSET_URL}/superset/dashboard/bac-kan/`, { timeout: WAIT });
  await settle(page, all);
  is(await page.title(), 'Hộ nghèo thành phố Bắc Kạn · Poverty in Bắc Kạn city', 'the dashboard is open');
  await page.screenshot({ path: `${SCREENSHOTS}/dashboard-2018.png` });
  console.log(`# open and drawn after ${Math.round((Date.now() - start) / 1000)} s`);

  is(all.filter(chart => !answers[chart]), [], 'every chart asked for its data');
  is(Object.entries(answers).filter(([, list]) => list.some(answer => answer.status !== 200)).map(([chart, list]) => [chart, list.find(answer => answer.status !== 200).message]), [], 'every answer is 200 OK');
  is(await page.locator('.ant-alert-error, [data-test="error-alert"]').or(page.getByText(/^(Data error|Unexpected error|Network error)$/)).allInnerTexts(), [], 'no chart shows an error');
  is(all.filter(chart => answers[chart]?.at(-1)?.queries.every(query => query.data.length === 0)), [], 'no chart is empty');

  const rates = Object.fromEntries(rows(ward).map(row => [row.ward_by_rank.replace(/^\d+\. /, ''), percent(row.poverty_rate_of_areas)]));
  is(rates['Huyền Tụng'], 5.55, 'ward chart: Huyền Tụng 5.55 %');
  is(rates['Đức Xuân'], 1.01, 'ward chart: Đức Xuân 1.01 %');
  is(rows(ward).map(row => row.ward_by_rank.replace(/^\d+\. /, '')), ['Huyền Tụng', 'Nông Thượng', 'Xuất Hóa', 'Dương Quang', 'Phùng Chí Kiên', 'Sông Cầu', 'Nguyễn Thị Minh Khai', 'Đức Xuân'], 'ward chart: from the highest to the lowest');
  is(percent(answers[ward].at(-1).queries[1].data[0].province_rate_shown), 21.88, 'ward chart: the line of the province, 21.88 %');
  const sql = answers[ward].at(-1).queries[0].query;
  ok(/public\.poverty_rate\(poor, households\)/i.test(sql) && /GROUP BY/.test(sql), "ward chart: Superset writes the GROUP BY around the extension's aggregate", sql);

  const tiles = await page.locator('.tile-map .tile').allInnerTexts();
  ok(tiles.includes('Huyền Tụng\n5,55 %'), 'tile map, on the page: Huyền Tụng 5,55 %', tiles);
  ok(tiles.includes('Đức Xuân\n1,01 %'), 'tile map, on the page: Đức Xuân 1,01 %', tiles);
  const places = await page.locator('.tile-map .tile').evaluateAll(list => list.map(tile => { const box = tile.getBoundingClientRect(); return [tile.querySelector('b').innerText, Math.round(box.x), Math.round(box.y)]; }));
  const place = Object.fromEntries(places.map(([name, x, y]) => [name, { x, y }]));
  ok(place['Dương Quang'].x < place['Huyền Tụng'].x && place['Huyền Tụng'].y < place['Xuất Hóa'].y, 'tile map: west is left and north is up', places);
  const lines = await page.locator('table tbody tr').allInnerTexts();
  ok(lines.some(line => /^Huyền Tụng\s[\s\S]*5,55%/.test(line)), 'table, on the page: Huyền Tụng 5,55%', lines);
  ok(lines.some(line => /^Đức Xuân\s[\s\S]*1,01%/.test(line)), 'table, on the page: Đức Xuân 1,01%', lines);
  const numbers = await page.locator('.superset-legacy-chart-big-number .header-line, .header-line').allInnerTexts();
  is(numbers.map(text => text.trim()), ['2,24%', '257', '236', '61'], 'big numbers, on the page: as published');

  const counted = byArea(household, 'area', 'official_rate');
  is([percent(counted['Huyền Tụng']), percent(counted['Đức Xuân'])], [5.55, 1.01], 'the same two rates computed from households');
  ok(rows(household).length === 8 && rows(household).every(row => row.gini > 0 && row.gini < 1 && row.below_line > 0), 'headcount_ratio() and gini() as metrics on the household table', rows(household));
  is(rows(number('Poor households: gross and net flows')).map(row => row.amount_shown), [282, -38, -23, 0, 14, 7, 15, 0], 'flows: 282 - 38 - 23 + 14 + 7 + 15 = 257');
  ok(!(await page.locator('body').innerText()).includes('NaN'), 'NaN is nowhere on the page');

  // a metric that a user types into the chart builder
  const dataset = Number((charts.find(chart => chart.id === household).form_data ?? {}).datasource?.split('__')[0]);
  const typed = await askMetric(page, dataset, 'public.headcount_ratio(income, line, weight)', 'area');
  is([typed.status, typed.rows.length], [200, 8], 'a typed metric with an aggregate of the extension is taken');
  is(typed.rows.find(row => row.area === 'Huyền Tụng')?.answer, byArea(household, 'area', 'below_line')['Huyền Tụng'], 'and is the same number as the saved metric');
  const beside = await askMetric(page, dataset, 'CASE WHEN count(*) > 0 THEN public.headcount_ratio(income, line, weight) END', 'area');
  is(beside.rows, typed.rows, 'and the same beside an aggregate that Superset knows');
  const inHundred = await askMetric(page, dataset, 'public.percent(public.headcount_ratio(income, line, weight))', 'area');
  is(inHundred.status, 200, 'public.percent(...) around it is taken');
  const unqualified = await askMetric(page, dataset, 'headcount_ratio(income, line, weight)', 'area');
  ok(unqualified.status !== 200 && /headcount_ratio/i.test(unqualified.message ?? ''), 'without the schema it is not found, as examples/superset/README.md says', unqualified);

  // a filter changes the numbers: 77 of 1,243 is 6.19 %; 282 poor households
  await filter(page, 'year', '2017', [ward, number('Poor'), household]);
  is(rows(ward).map(row => [row.ward_by_rank, percent(row.poverty_rate_of_areas)])[0], ['01. Huyền Tụng', 6.19], 'filter year = 2017: Huyền Tụng 6.19 %');
  is((await page.locator('.header-line').allInnerTexts())[1]?.trim(), '282', 'filter year = 2017, on the page: 282 poor households');
  await page.screenshot({ path: `${SCREENSHOTS}/dashboard-2017.png` });

  await filter(page, 'area', 'Đức Xuân', [ward, household]);
  is(rows(ward).map(row => row.ward_by_rank.replace(/^\d+\. /, '')), ['Đức Xuân'], 'filter ward = Đức Xuân: one bar');
  is(rows(household).map(row => row.area), ['Đức Xuân'], 'filter ward = Đức Xuân: one row of those computed from households');
  is((await page.locator('.header-line').allInnerTexts())[1]?.trim(), '282', 'and the figures of the whole city stay');
  await page.screenshot({ path: `${SCREENSHOTS}/dashboard-one-ward.png` });

  is(outside.left, [], 'nothing left the browser for another host');
  is([...new Set(outside.asked.map(url => new URL(url).host))].filter(host => !/scarf\.sh$/.test(host)), [], "nothing was even asked for but Superset's own counting pixel, which the page's policy refused");
  is(errors, [], 'no script failed');
} catch (error) {
  ok(false, 'the browser came to the end', String(error.stack ?? error));
  const page = browser.contexts()[0]?.pages()[0];
  await page?.screenshot({ path: `${SCREENSHOTS}/failed.png` }).catch(() => {});
} finally {
  await browser.close();
}
console.log(`# browser: ${Math.round((Date.now() - start) / 1000)} s`);
console.log(`1..${points}`);
process.exit(failures ? 1 : 0);
