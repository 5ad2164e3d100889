// A phone without room: nothing is said to be saved that is not, nothing that was said to be saved is lost, and with room again the
// job is finished. The browser is told how much it grants; what is refused then is refused by its own storage.

import { phone } from '../story/browsers.mjs';

const NEAR = { latitude: 60.1709, longitude: 24.9516 };
const TITLE = 'No room on the phone';
const FULL = 'The phone’s storage is full: this was not saved';
/** Less than the app has already. */
const NO_ROOM = 1;
const FORM = [{ item: 'safe', label: { en: 'Made safe' }, kind: { type: 'tick' }, required: false }];

export async function full({ check, assert, town, desk, worker, browser, until, takePicture, see }) {
  const { page } = worker;
  const quota = await quotaOf(browser, page, town);
  const refused = (look) => worker.reads(FULL, look);
  const opens = async () => {
    await page.evaluate(() => { window.location.hash = '#/'; });
    await page.locator('a.order-row').filter({ hasText: TITLE }).first().click();
    await page.getByText('What is known').waitFor();
  };
  const note = async (words) => {
    await page.locator('[data-add="add-note"]').click();
    await page.locator('textarea#note').fill(words);
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  };
  const leaves = async () => {
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await refused();
  };

  await desk.decides('pothole', { checklist: FORM, evidence: [] });
  const id = await desk.orders({ category: 'pothole', address: 'Vironkatu 5', ...NEAR, title: TITLE });
  const picture = await takePicture(page, 'hole', '#506070');

  try {
    await check('on a full phone a tap, a note, a photo and the end each say that they were not saved', async () => {
      await page.evaluate(() => { window.location.hash = '#/'; });
      await page.locator('a.order-row').filter({ hasText: TITLE }).first().waitFor();
      await opens();
      await page.locator('[data-move="start"]').click();
      await page.locator('.act [data-move="finish"]').waitFor();
      await note('Written while there was room');
      await page.getByText('Written while there was room').waitFor();
      // What the browser has granted to open files stays theirs: the phone is full from the next start on.
      await quota.set(NO_ROOM);
      await page.reload();
      await page.getByText('Written while there was room').waitFor();
      await note('Written without room');
      await page.getByRole('dialog').getByText(FULL).waitFor();
      assert.equal(await page.locator('textarea#note').inputValue(), 'Written without room', 'what was typed stays');
      await see('full-note');
      await leaves();
      await page.locator('[data-item="safe"] input').click();
      await page.locator('[data-item="safe"] input:not(:checked)').waitFor();
      assert.equal(await page.locator('[data-item="safe"] .numeric').count(), 0, 'no time of an answer that is not kept');
      await refused(() => see('full-tap'));
      await worker.offersAsPhoto(picture);
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
      await refused();
      assert.equal(await page.locator('button.photo').count(), 0, 'no photo is shown that is not kept');
      await page.locator('.act [data-move="finish"]').click();
      await page.getByRole('dialog').getByRole('button', { name: 'Save as done' }).click();
      await page.getByRole('dialog').getByText(FULL).waitFor();
      await leaves();
      await page.locator('.act [data-move="finish"]').waitFor();
    });

    await check('a full phone can be started anew, and has what was saved', async () => {
      await page.reload();
      await page.getByText('Written while there was room').waitFor();
      assert.equal(await page.getByText('Written without room').count(), 0);
      await page.locator('.act [data-move="finish"]').waitFor();
    });

    await check('with room again the same job is finished, and the office has all of it once', async () => {
      await quota.lift();
      await note('Written with room again');
      await page.getByText('Written with room again').waitFor();
      await worker.photographs('other', picture);
      await worker.finishes();
      const found = await until('the office has it', async () => {
        const { order } = await desk.order(id);
        return order.order.status === 'finished' && order.photos.some((one) => one.arrived) && order;
      });
      assert.deepEqual(found.notes.map((one) => one.text), ['Written while there was room', 'Written with room again']);
      assert.equal(found.photos.length, 1);
      assert.equal(found.visits.length, 1);
    });
  } finally {
    await quota.lift();
  }

  await check('a phone that is full at the first start says so, and starts when there is room', async () => {
    const fresh = phone(town.directory, 'full');
    try {
      const first = await fresh.open('about:blank');
      const granted = await quotaOf(fresh, first, town);
      await granted.set(NO_ROOM);
      await first.goto(`${town.address}/app/`);
      await first.getByRole('heading', { name: 'The phone’s storage is full' }).waitFor();
      await see('full-start', first);
      await granted.lift();
      await first.getByRole('button', { name: 'Start again' }).click();
      await first.getByRole('heading', { name: 'Connect this phone' }).waitFor();
    } finally {
      await fresh.close();
    }
  });
}

/** How much the browser grants the town's pages; what is set holds as long as this session. */
async function quotaOf(browser, page, town) {
  const session = await browser.context.newCDPSession(page);
  const say = (change) => session.send('Storage.overrideQuotaForOrigin', { origin: town.address, ...change });
  return { set: (quotaSize) => say({ quotaSize }), lift: () => say({}) };
}
