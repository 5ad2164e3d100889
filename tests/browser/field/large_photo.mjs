// A photo of twelve megapixels is made smaller beside the work: what is tapped meanwhile is saved first, and a kill loses neither.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { twelveMegapixels } from '../story/browsers.mjs';
import { handOn } from './hand.mjs';

const FORM = [{ item: 'safe', label: { en: 'Made safe' }, kind: { type: 'tick' }, required: true }];
const TITLE = 'Twelve megapixels';

/** Its row follows the file within a commit, while the photo takes seconds. */
const A_COMMIT = 300;

/** Runs in the page: the bytes of a file that the camera made and nobody has developed. */
async function undeveloped() {
  const root = await navigator.storage.getDirectory();
  const photos = await root.getDirectoryHandle('kuitti-photos');
  for await (const [name, file] of photos) if (name.endsWith('.taken')) return (await file.getFile()).size;
  return 0;
}

/** Runs in a page without the app: what a browser loses whose storage fails. */
async function lose() {
  const root = await navigator.storage.getDirectory();
  const photos = await root.getDirectoryHandle('kuitti-photos');
  for await (const name of photos.keys()) if (name.endsWith('.taken')) await photos.removeEntry(name);
}

export async function largePhoto({ check, assert, town, desk, worker, browser, until, see }) {
  const page = () => worker.page;
  const hand = handOn(page, desk);
  const line = () => page().locator('[data-item="safe"]');
  const saving = () => page().getByText('Saving 1 photo');
  const photos = () => page().locator('button.photo').count();

  /** Takes a photo, and is killed while it is made smaller. */
  const isKilledWithPhotoInHand = async (title) => {
    const id = await hand.begins({ title });
    const file = join(town.directory, 'killed.jpg');
    const picture = await twelveMegapixels(page());
    writeFileSync(file, picture);
    await worker.offersAsPhoto(file);
    await until('what the camera made is on disk', async () => (await page().evaluate(undeveloped)) === picture.length, 60);
    await page().waitForTimeout(A_COMMIT);
    assert.equal(await photos(), 0, 'nothing was made of it yet');
    await browser.kill();
    return id;
  };

  await check('a tap is saved while a photo of twelve megapixels is still made smaller, and arrives before it', async () => {
    const id = await hand.begins({ title: TITLE }, { checklist: FORM, evidence: [] });
    await until('the start is at the office', async () => (await desk.order(id)).order.visits.length === 1);
    await worker.losesNetwork();
    const picture = await twelveMegapixels(page());
    const file = join(town.directory, 'large.jpg');
    writeFileSync(file, picture);
    await worker.offersAsPhoto(file);
    await saving().waitFor();
    await line().locator('input').click();
    await line().locator('.numeric').waitFor();
    assert.deepEqual([await photos(), await saving().isVisible()], [0, true], 'the photo is not saved yet');
    await until('the photo is saved', photos);
    await worker.regainsNetwork();
    await worker.finishes();
    const { operations, aggregate } = await until('the office has it', async () => {
      const detail = await desk.ask('GET', `/api/orders/${id}`);
      return detail.aggregate.order.status === 'finished' && detail.aggregate.photos.at(-1).arrived && detail;
    });
    const kinds = operations.map(({ kind }) => kind.split('@')[0]).filter((kind) => ['check', 'photo'].includes(kind));
    assert.deepEqual(kinds, ['check', 'photo']);
    const { width, height, size } = aggregate.photos.at(-1);
    assert.ok(Math.max(width, height) < 4000 && size < picture.length, 'it was made smaller');
    return `${(picture.length / 1e6).toFixed(1)} MB to ${(size / 1e3).toFixed(0)} kB`;
  });

  await check('a phone that is killed while it makes a photo smaller has the photo after its next start', async () => {
    const id = await isKilledWithPhotoInHand('Killed with the photo in hand');
    await browser.open(`${town.address}/app/#/order/${id}`);
    await until('the photo is there', photos);
    await until('the office has it', async () => (await desk.order(id)).order.photos.some((photo) => photo.arrived));
    assert.equal(await page().evaluate(undeveloped), 0);
    await worker.finishes();
  });

  await check('a photo whose file is lost is told to the worker until it is removed', async () => {
    const id = await isKilledWithPhotoInHand('Killed and robbed');
    await browser.open(`${town.address}/track`);
    await page().evaluate(lose);
    await page().goto(`${town.address}/app/#/receipts`);
    const slip = page().locator('.receipt').filter({ hasText: 'Killed and robbed' }).locator('.slip[data-state="attention"]');
    await slip.getByText('is damaged').waitFor();
    await slip.scrollIntoViewIfNeeded();
    await see('given-up');
    await slip.getByRole('button', { name: 'Remove' }).click();
    await slip.waitFor({ state: 'detached' });
    await page().getByText('The office has everything').first().waitFor();
    await page().goto(`${town.address}/app/#/order/${id}`);
    await until('the order has no photo', async () => (await photos()) === 0);
    await worker.finishes();
  });
}
