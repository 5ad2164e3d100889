// The citizens' pages, one after the other.

import assert from 'node:assert/strict';

/** A dispatcher of the demo town. */
const LOG_IN = { name: 'dispatcher', password: 'demo-dispatcher' };

/** Shows each page in a language and yields its name. */
export async function* citizenScreens(page, town, language) {
  const { address, code, done } = town;
  const open = (path) => page.goto(`${address}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
  await open('/');
  yield 'start';
  await open('/report');
  yield 'report';
  await page.locator('form.form button[data-kind="primary"]').click();
  await page.locator('.error-summary').waitFor();
  yield 'report-mistakes';
  if (town.hasMap) {
    await open('/report');
    await page.locator('.place-map').click({ position: { x: 120, y: 90 } });
    await page.waitForURL('**/report/place**');
    yield 'report-place';
  }
  await open('/report');
  await describe(page, town.reported);
  await page.locator('form.form button[data-kind="primary"]').click();
  await page.locator('button[name="same"]').first().waitFor();
  yield 'near';
  await open('/report/sent');
  yield 'receipt';
  await open('/problems');
  yield 'problems';
  await open('/track');
  yield 'track';
  await page.locator('#code').fill('0000-0000');
  await page.locator('.track-form button').click();
  await page.locator('#code-mistake').waitFor();
  yield 'track-mistake';
  await open(`/t/${code}`);
  yield 'case';
  await open(`/t/${code}/data`);
  yield 'own';
  await open(`/t/${code}/quiet?channel=email`);
  yield 'unsubscribe';
  await open(`/t/${done}`);
  for (const summary of await page.locator('summary').all()) await summary.click();
  yield 'case-done';
  await open('/nowhere');
  yield 'not-found';
  await open('/inbox');
  yield 'inbox';
}

/** The pages of a town that asks whose number it is. */
export async function* confirmScreens(page, { address, code }, language) {
  await page.goto(`${address}/t/${code}?lang=${language}`);
  await page.locator('input[autocomplete="one-time-code"]').first().waitFor();
  yield 'case-to-confirm';
}

async function describe(page, { category, description, place }) {
  await page.locator(`input[name="category"][value="${category}"]`).check();
  await page.locator('#description').fill(description);
  await page.locator('#place').fill(place.address);
}

/** What the town keeps about the case of `code`, as its citizen gets it. */
export async function reported(page, { address, code }) {
  const answer = await page.request.get(`${address}/t/${code}/data.json`);
  return answer.json();
}

/** The office makes an order of the case of `code` and is done with it: its citizen has a word, and wants to be called. */
export async function closed({ address }, code) {
  const call = async (path, body, cookie = '') => {
    const headers = { 'content-type': 'application/json', cookie };
    const answer = await fetch(`${address}${path}`, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers });
    assert.ok(answer.ok, `${path}: ${answer.status}`);
    return answer;
  };
  const wishes = new URLSearchParams([['channel', 'sms'], ['channel', 'call'], ['fallback', 'email']]);
  await fetch(`${address}/t/${code}/wishes`, { method: 'POST', body: wishes });
  const { number } = await (await call(`/t/${code}/data.json`)).json();
  const cookie = (await call('/api/session', LOG_IN)).headers.get('set-cookie').split(';')[0];
  const { rows } = await (await call(`/api/requests?text=${number}`, undefined, cookie)).json();
  const { orders } = await (await call('/api/orders', { requests: [rows[0].id], grouping: 'one_each' }, cookie)).json();
  await call(`/api/orders/${orders[0].id}/decisions`, { decision: 'close' }, cookie);
  return code;
}

/** What a page is without the browser's help: its source, as it was sent. */
export async function source(page, { address, code, done, reported: known }, path, language) {
  const [place, part] = path.replace('POST ', '').replace(':code', code).replace(':done', done).split('#');
  const url = `${address}${place}?lang=${language}`;
  if (!path.startsWith('POST ')) return (await page.request.get(url)).text();
  const fields = { category: known.category, description: known.description, place: known.place.address, language };
  const multipart = part === 'mistakes' ? { language } : { ...fields, step: 'in' };
  const answer = await page.request.post(url, { multipart });
  return answer.text();
}

/** Addresses whose source is checked. */
export const SOURCES = [
  '/', '/report', '/report/sent', '/problems', '/track', '/t/:code', '/t/:code/data', '/t/:done', '/nowhere', '/inbox',
  'POST /report', 'POST /report#mistakes', 'POST /report/place',
];
