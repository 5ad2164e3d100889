// The citizens' pages, one after the other.

/** Shows each page in a language and yields its name. */
export async function* citizenScreens(page, { address, code }, language) {
  const open = (path) => page.goto(`${address}${path}?lang=${language}`);
  await open('/');
  yield 'start';
  await open('/report');
  yield 'report';
  await page.locator('form.form button[data-kind="primary"]').click();
  await page.locator('.error-summary').waitFor();
  yield 'report-mistakes';
  await open('/report/sent');
  yield 'receipt';
  await open('/track');
  yield 'track';
  await page.locator('#code').fill('0000-0000');
  await page.locator('.track-form button').click();
  await page.locator('#code-mistake').waitFor();
  yield 'track-mistake';
  await open(`/t/${code}`);
  yield 'case';
  await open('/nowhere');
  yield 'not-found';
  await open('/inbox');
  yield 'inbox';
}

/** What a page is without the browser's help: its source, as it was sent. */
export async function source(page, { address, code }, path, language) {
  const answer = await page.request.get(`${address}${path.replace(':code', code)}?lang=${language}`);
  return answer.text();
}

/** Addresses whose source is checked. */
export const SOURCES = ['/', '/report', '/report/sent', '/track', '/t/:code', '/nowhere', '/inbox'];
