// Another phone, of another worker, beside the one of the other checks.

import { phone } from '../story/browsers.mjs';
import { Worker } from '../story/worker.mjs';

/** A phone that comes later is another one, also that of the same colleague. */
let phones = 0;

/** Runs `look(worker)` with a connected phone of the colleague named so, and puts it away afterwards. */
export async function onPhoneOf(name, { town, desk }, options, look) {
  phones += 1;
  const browser = phone(town.directory, `colleague-${phones}`, options);
  try {
    const { url } = await desk.ask('POST', `/api/workers/${await desk.workerNamed(name)}/enrolment`, {});
    const page = await browser.open(url);
    await page.locator('#enrol button[type=submit]').click();
    await page.locator('.tab-bar').waitFor();
    // Not every colleague of the demo town speaks English.
    await page.evaluate(() => { window.location.hash = '#/settings'; });
    await page.locator('#language').selectOption('en');
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await look(new Worker(browser, town));
  } finally {
    await browser.close();
  }
}
