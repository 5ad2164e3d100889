// What was brought by mistake is taken back; pictures come from the gallery too, several at once; copies go only after a question;
// and a phone that is not connected yet speaks the worker's language.

import { phone } from '../story/browsers.mjs';

const NEAR = { latitude: 60.1708, longitude: 24.9513 };
const TITLE = 'Photographed at the wrong pole';
const WRONG = 'Written for another street';
const RIGHT = 'The cover is loose';

export async function mistakes({ check, assert, town, desk, worker, until, takePicture, see }) {
  const page = worker.page;
  const dialog = () => page.locator('dialog[open]');
  const line = (words) => page.locator('.brought > li').filter({ hasText: words });
  const confirms = async () => {
    await page.locator('[data-sure]').click();
    await until('no question is open', async () => (await dialog().count()) === 0);
  };
  const isForAThumb = async (button) => {
    const { width, height } = await button.boundingBox();
    assert.ok(width >= 48 && height >= 48, `${width} × ${height}`);
  };
  await desk.decides('pothole', { checklist: [], evidence: ['photo_after'] });
  const id = await desk.orders({ category: 'pothole', address: 'Vironkatu 9', ...NEAR, title: TITLE });

  await check('several pictures are chosen from the gallery at once, and each is kept', async () => {
    await page.evaluate(() => { window.location.hash = '#/'; });
    await page.locator('a.order-row').filter({ hasText: TITLE }).first().click();
    await page.locator('[data-move="start"]').click();
    await page.locator('.act [data-move="finish"]').waitFor();
    await page.locator('[data-add="add-photo"]').click();
    const gallery = page.locator('input[data-gallery="after"]');
    assert.equal(await gallery.getAttribute('capture'), null);
    await see('photo-sources');
    await gallery.setInputFiles([await takePicture(page, 'one', '#405060'), await takePicture(page, 'two', '#605040')]);
    await until('both are saved', async () => (await page.locator('button.photo').count()) === 2);
    await until('both are at the office', async () => (await desk.order(id)).order.photos.filter((one) => one.arrived).length === 2);
  });

  await check('without a network photos and a note are taken back after a question, and what they were needed for is asked again', async () => {
    await worker.writesNote(RIGHT);
    await worker.writesNote(WRONG);
    await worker.losesNetwork();
    const button = line(WRONG).getByRole('button', { name: 'Take this note back' });
    await isForAThumb(button);
    await see('take-back-lines');
    await button.click();
    await see('take-back');
    await page.keyboard.press('Escape');
    await until('no question is open', async () => (await dialog().count()) === 0);
    assert.equal(await line(WRONG).count(), 1, 'a question that is left changes nothing');
    await button.click();
    await confirms();
    await line(WRONG).waitFor({ state: 'detached' });
    for (const left of [1, 0]) {
      await page.locator('button.photo').first().click();
      const takesBack = dialog().getByRole('button', { name: 'Take this photo back' });
      await isForAThumb(takesBack);
      await see('take-back-viewer');
      await takesBack.click();
      await confirms();
      await until('it is gone', async () => (await page.locator('button.photo').count()) === left);
    }
    await page.getByText('A photo from after the work is still needed.').first().waitFor();
    assert.equal(await line(RIGHT).count(), 1);
  });

  await check('the office hears of what was taken back, and keeps the rest', async () => {
    await worker.regainsNetwork();
    const { notes, photos } = await until('it is hidden at the office', async () => {
      const { order } = await desk.order(id);
      return order.photos.every((one) => one.hidden) && order;
    });
    assert.equal(photos.length, 2);
    assert.deepEqual(notes.map((one) => [one.text, one.hidden]), [[RIGHT, false], [WRONG, true]]);
  });

  await check('copies are dropped only after a question', async () => {
    await page.evaluate(() => { window.location.hash = '#/settings'; });
    const sent = page.locator('[data-room="room-sent"]');
    await sent.waitFor();
    const before = await sent.innerText();
    await page.locator('[data-room="forget"]').click();
    await see('room-forget');
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    assert.equal(await sent.innerText(), before);
    await page.locator('[data-room="forget"]').click();
    await dialog().getByRole('button', { name: 'Drop copies', exact: true }).click();
    await until('they are gone', async () => (await sent.innerText()) !== before);
  });

  await check('a phone that is not connected yet speaks the language that is chosen on it, also after a restart', async () => {
    const fresh = phone(town.directory, 'language');
    try {
      const first = await fresh.open(`${town.address}/app/`);
      await first.getByRole('heading', { name: 'Connect this phone' }).waitFor();
      await see('enrol-language', first);
      for (const [language, direction] of [['tr', 'ltr'], ['fa', 'rtl']]) {
        await first.locator('select#language').selectOption(language);
        await until('it speaks it', () => first.evaluate((wanted) => document.documentElement.lang === wanted, language));
        await first.reload();
        await first.locator('#enrol').waitFor();
        await until('it still speaks it', () => first.evaluate((wanted) => document.documentElement.lang === wanted, language));
        assert.equal(await first.evaluate(() => document.documentElement.dir), direction);
        await see(`enrol-${language}`, first);
      }
    } finally {
      await fresh.close();
    }
  });
}
