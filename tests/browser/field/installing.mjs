// The app on the home screen: asked for where the browser offers it, by the menu elsewhere, and before connecting on an iPhone, where
// the installed app keeps data of its own.

import { onPhoneOf } from './other_phone.mjs';
import { IPHONE, as } from './user_agents.mjs';

/** A window without a browser around it, which is what pages of installed apps ask for. */
const installed = (address) => ({ userAgent: IPHONE, isMobile: false, args: ['--no-sandbox', `--app=${address}`] });
const COLLEAGUE = 'Pekka Nieminen';

export async function installing({ check, assert, town, desk, worker, browser, until, see }) {
  const page = () => worker.page;
  const hint = (shown) => shown.getByText('On an iPhone: install first');
  const card = (shown) => shown.getByRole('region', { name: 'Install the app' });
  const shows = async (shown, hash) => {
    await shown.evaluate((to) => { window.location.hash = to; }, hash);
    await shown.locator(hash === '#/settings' ? '#language' : '#enrol').waitFor();
  };

  // Chromium offers it too, sooner or later or never: here the check does.
  await page().addInitScript(() => {
    window.addEventListener('beforeinstallprompt', (event) => { if (event.isTrusted) event.stopImmediatePropagation(); });
  });
  await page().reload();

  await check('an iPhone is told to install the app before it is connected, and no other phone', async () => {
    await shows(page(), '#enrol=');
    assert.equal(await hint(page()).count(), 0);
    await as(IPHONE, browser, async () => {
      await shows(page(), '#enrol=');
      await hint(page()).waitFor();
      await see('install-iphone');
      await shows(page(), '#/settings');
      await card(page()).getByText('Add this page to the home screen').waitFor();
    });
  });

  await check('a browser that offers nothing has a menu, and one that offers it asks at a press', async () => {
    await shows(page(), '#/settings');
    await card(page()).getByText('Open the browser’s menu').waitFor();
    assert.equal(await card(page()).getByRole('button').count(), 0);
    const kept = await page().evaluate(() => {
      const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt: () => { window.offered = true; } });
      window.dispatchEvent(offer);
      return offer.defaultPrevented;
    });
    assert.ok(kept, 'the browser’s own bar does not lie over the buttons');
    await card(page()).getByRole('button', { name: 'Install' }).click();
    await until('the browser asks', () => page().evaluate(() => window.offered));
    await see('install-offer');
  });

  await check('the installed app asks for nothing of it', async () => {
    await onPhoneOf(COLLEAGUE, { town, desk }, installed(`${town.address}/app/`), async ({ page: app }) => {
      await app.getByText('safe', { exact: true }).or(app.getByText('at risk', { exact: true })).waitFor();
      assert.equal(await card(app).count(), 0);
      await shows(app, '#enrol=');
      assert.equal(await hint(app).count(), 0);
    });
  });
}
