// The citizens' way through their pages without a style sheet and without a script: only HTML is left.

import assert from 'node:assert/strict';

import { phone } from '../story/browsers.mjs';

/** Reports, follows, reads the own data and has them deleted; what went wrong, a line each. */
export async function plainly(town) {
  const browser = phone(town.directory, 'plain', { javaScriptEnabled: false });
  try {
    const page = await browser.open('about:blank');
    await browser.context.route('**/*.{css,js}', (route) => route.abort());
    await way(page, town);
    return [];
  } catch (error) {
    return [error.message];
  } finally {
    await browser.close();
  }
}

async function way(page, { address, hasMap, reported }) {
  await page.goto(`${address}/report?lang=en`);
  await page.locator('#description').fill('Dark');
  if (hasMap) await throughTheMap(page);
  // Enter in a field sends the report, and does not press the map.
  await page.locator('#place').press('Enter');
  await page.locator('.error-summary').waitFor();
  await page.locator(`input[name="category"][value="${reported.category}"]`).check();
  await page.locator('#phone').fill('040 765 4321');
  await page.getByRole('button', { name: 'Send the report' }).last().click();
  const none = page.locator('button[name="same"][value="new"]');
  await page.locator('#tracking-code').or(none).first().waitFor();
  if (await none.isVisible()) await none.click();
  const code = (await page.locator('#tracking-code').innerText()).trim().replaceAll('-', '');
  await page.goto(`${address}/track`);
  await page.locator('#code').fill(code);
  await page.locator('.track-form button').click();
  await page.waitForURL(`**/t/${code}`);
  await page.goto(`${address}/t/${code}/data`);
  assert.match(await page.locator('main').innerText(), /\+358407654321/);
  await page.locator('form[action$="/forget"] button').click();
  await page.goto(`${address}/t/${code}/data`);
  assert.doesNotMatch(await page.locator('main').innerText(), /\+358407654321/);
}

async function throughTheMap(page) {
  await page.getByRole('button', { name: 'Nearer' }).click();
  await page.locator('#place').fill('Unioninkatu 36');
  await page.getByRole('button', { name: 'Find the street on the map' }).click();
  await page.locator('input[type="image"]').click({ position: { x: 100, y: 60 } });
  assert.match(await page.locator('#latitude').inputValue(), /^60\.\d{5}$/);
  assert.equal(await page.locator('#description').inputValue(), 'Dark');
}
