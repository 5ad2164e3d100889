// How fast the field app is in a browser, on the demo's people with a list of 500 orders of one worker. What the screens wait for is
// told by the page itself: a mutation that a person would see, by the page's own clock.
//
//   node bench.mjs [--json FILE]      (started by `cargo xtask bench app`)

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { phone, twelveMegapixels } from './story/browsers.mjs';
import { Town, until } from './story/town.mjs';

const ORDERS = 500;
const TAPS = 200;
const STARTS = 5;
const SCROLLS = 90;
/** Photos of real cameras, which are no part of the repository. */
const PHOTOS = fileURLToPath(new URL('../../../shared/data/photos', import.meta.url));
/** Nobody listens: nothing here sends mail. */
const NO_MAIL = 1;

const figures = {};
const targets = {};

function note(name, value, target = '') {
  figures[name] = Math.round(value * 10) / 10;
  targets[name] = target;
  console.error(`  ${name} ${figures[name]}`);
}

function quantile(samples, share) {
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.round((sorted.length - 1) * share)];
}

/** The office's API, as the console uses it. */
async function office(town) {
  const ask = async (method, path, body, cookie) => {
    const headers = { 'content-type': 'application/json', ...(cookie && { cookie }) };
    const answer = await fetch(`${town.address}${path}`, { method, headers, body: body && JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const session = await ask('POST', '/api/session', { name: 'dispatcher', password: 'demo-dispatcher' });
  const cookie = session.headers.get('set-cookie').split(';')[0];
  return async (method, path, body) => (await ask(method, path, body, cookie)).json();
}

/** Gives one worker 500 orders around the centre; returns the link with which a phone becomes this worker's. */
async function give(town) {
  const ask = await office(town);
  const { workers, categories, centre } = await ask('GET', '/api/town');
  const category = categories.find(({ checklist }) => checklist.some(({ kind }) => kind.type === 'tick'));
  const worker = workers.at(-1);
  const requests = [];
  for (let number = 0; number < ORDERS; number += 1) {
    const place = { address: `Street ${number}`, position: { latitude: centre.latitude + (number % 25) * 4e-4, longitude: centre.longitude + Math.floor(number / 25) * 8e-4 } };
    const { id } = await ask('POST', '/api/requests', { category: category.code, description: 'It is broken.', place, language: 'en' });
    requests.push(id);
  }
  for (let from = 0; from < ORDERS; from += 50) {
    await ask('POST', '/api/orders', { requests: requests.slice(from, from + 50), grouping: 'one_each', assignee: { kind: 'worker', id: worker.id } });
  }
  const { code } = await ask('POST', `/api/workers/${worker.id}/enrolment`, {});
  return `${town.address}/app/#enrol=${code}`;
}

/** Notes in the page when each of `selectors` first matches, since the navigation began. */
function watch(page, selectors) {
  return page.addInitScript((wanted) => {
    window.seenAt = {};
    const look = () => {
      for (const one of wanted) if (!(one in window.seenAt) && document.querySelector(one)) window.seenAt[one] = performance.now();
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
  }, selectors);
}

/** Milliseconds from a new process of the browser until a person sees each of `selectors`. */
async function start(browser, address, ...selectors) {
  await browser.open('about:blank');
  await watch(browser.page, selectors);
  await browser.page.goto(address);
  await browser.page.waitForFunction((count) => Object.keys(window.seenAt).length === count, selectors.length);
  const seenAt = await browser.page.evaluate(() => window.seenAt);
  return selectors.map((one) => seenAt[one]);
}

async function starts(town) {
  const cold = [];
  for (let round = 0; round < STARTS; round += 1) {
    const fresh = phone(town.directory, `cold-${round}`);
    cold.push(...(await start(fresh, `${town.address}/app/`, '.welcome .code-input')));
    await fresh.close();
  }
  note('cold_start_ms', quantile(cold, 0.5));
}

async function warmStarts(town, browser) {
  const [shell, list] = [[], []];
  for (let round = 0; round < STARTS; round += 1) {
    await browser.close();
    const [frame, row] = await start(browser, `${town.address}/app/`, '.tab-bar', 'a.order-row');
    shell.push(frame);
    list.push(row);
  }
  note('warm_start_ms', quantile(shell, 0.5), '< 1,000 ms');
  note('warm_list500_ms', quantile(list, 0.5));
}

/** Scripting of each step through the list, in processor time of the page: what the machine does beside it is not the list's. */
async function list(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const scripting = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration').value * 1000;
  };
  const steps = [];
  // What the start leaves to do is no part of scrolling: to hear from the office, and to learn where one is.
  await page.locator('#sync-strip[data-tone="good"]').waitFor();
  await page.locator('.order-row-way').first().waitFor();
  await page.locator('a.order-row').first().hover();
  for (let step = 0; step < SCROLLS; step += 1) {
    const before = await scripting();
    await page.mouse.wheel(0, 600);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    steps.push((await scripting()) - before);
  }
  note('list500_script_ms', Math.max(...steps), '≤ 8 ms a step');
}

/** From the finger on a tick until the screen says that it is on disk; there and back, again and again. */
async function taps(page) {
  await page.locator('a.order-row').first().click();
  await page.locator('label.check-row input[type=checkbox]').first().waitFor();
  const samples = await page.evaluate(async (count) => {
    const row = () => [...document.querySelectorAll('label.check-row')].find((one) => one.querySelector('input[type=checkbox]'));
    const saved = () => row().querySelector('.numeric')?.textContent ?? '';
    const taken = [];
    for (let tap = 0; tap < count; tap += 1) {
      const before = saved();
      const began = performance.now();
      row().querySelector('input').click();
      while ((saved() === '') === (before === '')) await new Promise((next) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = next; port2.postMessage(null); });
      taken.push(performance.now() - began);
    }
    return taken;
  }, TAPS);
  note('tap_p50_ms', quantile(samples, 0.5));
  note('tap_p99_ms', quantile(samples, 0.99));
}

/** From the chosen file until its picture stands on the order. */
async function photos(page) {
  const taken = {};
  const take = async (name, file) => {
    const before = await page.locator('button.photo').count();
    await page.locator('.add-row .add-button').first().click();
    const began = Date.now();
    await page.locator('input[type=file][data-role="other"]').setInputFiles(file);
    const kept = await until(name, async () => (await page.locator('button.photo').count()) > before, 10).catch(() => false);
    if (kept) taken[name] = Date.now() - began;
    else await page.keyboard.press('Escape');
  };
  await take('12 megapixels', { name: 'large.jpg', mimeType: 'image/jpeg', buffer: await twelveMegapixels(page) });
  if (existsSync(PHOTOS)) {
    const files = readdirSync(PHOTOS).filter((file) => /\.(jpg|HEIC)$/.test(file));
    for (const name of files) await take(name, join(PHOTOS, name));
  } else {
    console.error('  NOT RUN: photo_ms of real photos, because shared/data/photos is not there');
  }
  figures.photo_ms = taken;
  console.error(`  photo_ms ${JSON.stringify(taken)}`);
}

/** What comes over the network before the first screen, and what comes later, packed as browsers take it. */
function bundle() {
  const folder = join(process.env.KUITTI_WEB, 'app');
  const packed = (is) => readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.br') && is(name)).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 1000;
  const isEngine = (name) => name.startsWith('engine') || name.startsWith('worker');
  const isMap = (name) => name.startsWith('map');
  const isWords = (name) => name.startsWith('words');
  // The sentences of one language come with the screens: let it be the largest.
  const languages = readdirSync(folder).filter((name) => isWords(name) && name.endsWith('.br'));
  const words = Math.max(...languages.map((name) => statSync(join(folder, name)).size)) / 1000;
  note('bundle_kb', packed((name) => !isEngine(name) && !isMap(name) && !isWords(name)) + words, '< 500 kB');
  note('engine_kb', packed(isEngine));
  note('map_kb', packed(isMap));
}

/** The engine's own measure: a hundred stops put into order, natively. */
function visits(directory) {
  const file = join(directory, 'visits.json');
  execFileSync(process.env.KUITTI_BENCH, ['--server', process.env.KUITTI_SERVER, '--only', 'visits', '--json', file], { stdio: 'ignore' });
  note('visit_order_100_ms', JSON.parse(readFileSync(file, 'utf8')).visit_order_100_ms, '≤ 50 ms');
}

function table() {
  const rows = Object.entries(figures).filter(([, value]) => typeof value === 'number');
  return ['| figure | measured | target |', '|---|---:|---|', ...rows.map(([name, value]) => `| \`${name}\` | ${value} | ${targets[name]} |`)].join('\n');
}

const town = await Town.found(NO_MAIL);
const browser = phone(town.directory);
try {
  await town.start();
  bundle();
  visits(town.directory);
  await starts(town);
  const link = await give(town);
  const page = await browser.open(link);
  await page.locator('.welcome .button[data-kind="primary"]').click();
  await until('all orders are here', async () => (await page.locator('a.order-row').count()) >= 20, 60);
  await warmStarts(town, browser);
  await list(browser.page);
  await browser.page.evaluate(() => window.scrollTo(0, 0));
  await taps(browser.page);
  await photos(browser.page);
} finally {
  await browser.close();
  await town.demolish();
}
console.log(table());
const at = process.argv.indexOf('--json');
if (at > 0) writeFileSync(process.argv[at + 1], `${JSON.stringify(figures, null, 2)}\n`);
