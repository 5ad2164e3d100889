// The field app's screens, one after the other.

import { takePicture } from '../story/browsers.mjs';
import { until } from '../story/town.mjs';

/** The welcome, on a phone that knows nobody: it speaks as the browser does. */
export async function* welcome(page, { address }) {
  await page.goto(`${address}/app/`);
  await page.locator('.welcome .code-input').waitFor();
  yield 'enrol';
}

/** Connects the phone and works on its first order, so that the screens have something to show. */
export async function prepare(page, { address, seed }) {
  const [, link] = seed.match(/(https?:\S+#enrol=\S+)/) ?? [];
  await page.goto(link ?? `${address}/app/`);
  await page.locator('.welcome .button[data-kind="primary"]').click();
  await page.locator('a.order-row').nth(1).waitFor();
  await page.locator('a.order-row').first().click();
  for (const move of ['accept', 'en-route', 'start']) await page.locator(`.act [data-move="${move}"]`).click();
  await page.locator('.act [data-move="finish"]').waitFor();
  await page.locator('.add-row .add-button').first().click();
  const picture = await takePicture(page, 'lamp', '#203040');
  await page.locator('input[type=file][data-role="before"]').setInputFiles(picture);
  await until('the photo is saved', async () => (await page.locator('button.photo').count()) === 1);
}

/** Shows each screen in a language and yields its name. */
export async function* fieldScreens(page, { address }, language) {
  const show = (fragment) => page.evaluate((to) => { window.location.hash = to; }, fragment);
  if (!page.url().startsWith(`${address}/app/`)) await page.goto(`${address}/app/`);
  await show('#/settings');
  await page.locator('#language').selectOption(language);
  await page.locator(`html[lang="${language}"]`).waitFor();
  yield 'settings';
  await show('#/');
  await page.locator('a.order-row').nth(1).waitFor();
  yield 'today';
  await page.locator('a.order-row').nth(1).click();
  await page.locator('.act [data-move="accept"]').waitFor();
  yield 'order-new';
  await page.locator('.act [data-move="decline"]').click();
  yield* sheet(page, 'reason');
  await show('#/');
  await page.locator('a.order-row[data-status="in_work"]').first().click();
  await page.locator('.act [data-move="finish"]').waitFor();
  yield 'order-at-work';
  const order = await page.evaluate(() => window.location.hash);
  await show(`${order}/compass`);
  await page.locator('.compass-distance').waitFor();
  yield 'compass';
  await show(order);
  await page.locator('button.photo').first().click();
  await page.locator('dialog img').first().waitFor();
  yield* sheet(page, 'photo');
  for (const [place, name] of ['add-photo', 'add-note', 'add-time', 'add-material'].entries()) {
    await page.locator('.add-row .add-button').nth(place).click();
    yield* sheet(page, name);
  }
  await page.locator('.act [data-move="finish"]').click();
  yield* sheet(page, 'finish');
  await show('#/map');
  await page.locator('.map, .map-canvas').first().waitFor();
  yield 'map';
  await show('#/report');
  await page.locator('textarea').first().waitFor();
  yield 'report';
  await show('#/receipts');
  await page.locator('.tally').waitFor();
  yield 'receipts';
  await show('#/settings');
  await page.locator('[data-log="open"]').click();
  await page.locator('pre.log').waitFor();
  yield* sheet(page, 'log');
}

/** Yields an open sheet and leaves it. */
async function* sheet(page, name) {
  await page.locator('dialog[open]').waitFor();
  yield name;
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}
