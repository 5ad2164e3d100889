// The console's screens, one after the other.

const CONSOLE = '/console';

/** The log-in, before anybody is logged in. */
export async function* logInScreen(page, { address }, language) {
  await speak(page, address, language);
  await page.locator('#log-in-password').waitFor();
  yield 'log-in';
}

export async function logIn(page, { address }, name = 'dispatcher') {
  await page.goto(`${address}${CONSOLE}/`);
  await page.locator('#log-in-name').fill(name);
  await page.locator('#log-in-password').fill(`demo-${name}`);
  await page.locator('form button[type="submit"]').click();
  await page.locator('.desk-nav').waitFor();
}

/** Shows each screen and yields its name. */
export async function* consoleScreens(page, { address }, language) {
  await speak(page, address, language);
  await page.locator('.rows .row').first().waitFor();
  yield 'requests';
  await page.locator('.rows .row input').first().check({ force: true });
  await page.locator('.selection-bar .button[data-kind="primary"]').click();
  yield* dialog(page, 'make-orders');
  await page.locator('.rows .row').first().dblclick();
  await page.locator('.detail .citizen-words').waitFor();
  yield 'request';
  const open = async (path, landmark) => {
    await page.goto(`${address}${CONSOLE}${path}`);
    await page.locator(landmark).first().waitFor();
  };
  await open('/orders', '.board-card');
  yield 'orders';
  await page.locator('.board-card a').first().click();
  await page.locator('.timeline').first().waitFor();
  yield 'order';
  await page.keyboard.press('e');
  yield* dialog(page, 'order-change');
  await page.keyboard.press('a');
  yield* dialog(page, 'order-assign');
  yield* opened(page, '[data-order="merge"]', 'order-merge');
  yield* opened(page, '[data-order="cancel"]', 'order-cancel');
  await open('/attention', '.desk-body');
  yield 'attention';
  await open('/call', '.call-step');
  yield 'call';
  await open('/notices', '.desk-head');
  yield 'notices';
  yield* opened(page, '[data-notice="edit"]', 'notice-change');
  await open('/calls', '.desk-body :is(.card, .empty)');
  const [words, take] = ['.card .citizen-words', '.card .button[data-kind="primary"]'].map((selector) => page.locator(selector));
  if (await take.count() && !(await words.count())) {
    await take.first().click();
    await words.waitFor();
  }
  yield 'calls';
  await open('/people', '.table');
  yield 'people';
  await page.locator('.table td:last-child').first().locator('.button').last().click();
  await page.locator('dialog .qr').waitFor();
  yield* dialog(page, 'enrol');
  yield* opened(page, '[data-worker="reach"]', 'worker-reach');
  yield* opened(page, '[data-device="revoke"]', 'device-lock');
  yield* opened(page, '[data-device="code"]', 'device-rescue-code');
  yield* opened(page, '[data-rescue="take-in"]', 'rescue');
  await open('/categories', '.pane-choice');
  yield 'categories';
  await page.keyboard.press('?');
  yield* dialog(page, 'shortcuts');
  // Screens of colleagues with another role, to which an address may lead.
  for (const path of ['/import', '/texts']) await open(path, '.desk-main > .empty');
  yield 'not-yours';
}

/** What only an administrator sees. */
export async function* importScreen(page, { address }, language) {
  await speak(page, address, language);
  await page.goto(`${address}${CONSOLE}/import`);
  await page.locator('.drop').waitFor();
  yield 'import';
  await page.goto(`${address}${CONSOLE}/texts`);
  await page.locator('.text-preview').waitFor();
  yield 'texts';
}

/** Opens a dialog by its button, where there is one, yields it and leaves it. */
async function* opened(page, button, name) {
  if (!(await page.locator(button).count())) return;
  await page.locator(button).first().click();
  yield* dialog(page, name);
}

/** Yields an open dialog and leaves it. */
async function* dialog(page, name) {
  await page.locator('dialog[open]').waitFor();
  yield name;
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

/** Chooses the language as the menu does, in the browser's own memory. */
async function speak(page, address, language) {
  await page.goto(`${address}${CONSOLE}/`);
  await page.evaluate((code) => localStorage.setItem('kuitti.language', code), language);
  await page.reload();
  await page.locator(`html[lang="${language}"] #main > *`).first().waitFor();
}
