// What a browser can do beside typing: speech becomes a note, the picture of a label an answer. Nobody speaks here, and Chromium reads no
// labels on Linux, so that the two interfaces are played; what the app makes of them is real.

import { handOn } from './hand.mjs';

const POLE = [{ item: 'pole', label: { en: 'Label of the pole' }, kind: { type: 'text', as: 'barcode' }, required: true }];
const TITLE = 'Hands full';

/** Installed before the page's own scripts: who speaks and what a label says is decided by the check. */
function senses() {
  window.SpeechRecognition = class {
    start() { window.ear = this; }
    abort() { this.aborted = true; }
  };
  window.BarcodeDetector = class {
    async detect(picture) { return picture.width === 1600 ? [{ rawValue: 'K-4711' }] : []; }
  };
}

export async function speaking({ check, assert, desk, worker, browser, until, takePicture, see }) {
  const page = () => worker.page;
  const hand = handOn(page, desk);
  const speak = () => page().locator('[data-note="speak"]');
  const note = () => page().locator('textarea#note');
  const says = (...words) => page().evaluate((spoken) => {
    const results = spoken.map((transcript) => [{ transcript }]);
    window.ear.onresult({ results, resultIndex: results.length - 1 });
  }, words);
  let id;

  await check('a spoken note is written as it was said, can be mended by hand, and is kept', async () => {
    await page().addInitScript(senses);
    id = await hand.begins({ title: TITLE }, { checklist: POLE, evidence: [] });
    await page().reload();
    await page().locator('[data-add="add-note"]').click();
    await speak().getByText('Speak').click();
    await speak().getByText('Listening').waitFor();
    const { lang, continuous } = await page().evaluate(() => window.ear);
    assert.deepEqual([lang, continuous], ['en', true]);
    await says('The lamp is loose');
    await says('The lamp is loose', ' and the lid is gone ');
    await until('both are written', async () => (await note().inputValue()) === 'The lamp is loose and the lid is gone');
    await see('spoken');
    await page().evaluate(() => window.ear.onend());
    await speak().getByText('Speak').waitFor();
    await note().pressSequentially('!');
    await speak().click();
    await speak().getByText('Listening').click();
    await until('nobody listens any more', () => page().evaluate(() => window.ear.aborted));
    await hand.saves('Save');
    await worker.losesNetwork();
    await page().reload();
    await page().getByText('The lamp is loose and the lid is gone!').waitFor();
    await worker.regainsNetwork();
    await until('the office reads it', async () => (await desk.order(id)).order.notes[0]?.text === 'The lamp is loose and the lid is gone!');
  });

  await check('a label is read with the camera; one that cannot be read is typed', async () => {
    const line = page().locator('[data-item="pole"]');
    const camera = line.locator('input[type=file]');
    const small = await page().evaluate(() => document.createElement('canvas').toDataURL('image/jpeg').split(',')[1]);
    await camera.setInputFiles({ name: 'dark.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(small, 'base64') });
    await line.getByRole('alert').getByText('No code could be read in the picture').waitFor();
    await see('barcode-unread');
    await line.getByRole('button', { name: 'Close' }).click();
    await camera.setInputFiles(await takePicture(page(), 'label', '#ffffff'));
    await line.locator('.numeric').waitFor();
    assert.equal(await line.locator('input:not([type=file])').inputValue(), 'K-4711');
    await page().reload();
    await until('it is kept', async () => (await line.locator('input:not([type=file])').inputValue()) === 'K-4711');
    await worker.finishes();
    await until('the office has it', async () => {
      const { order } = await desk.order(id);
      return order.order.status === 'finished' && order.checklist[0].answer.value.value === 'K-4711';
    });
  });

  await check('a browser that can do neither offers neither', async () => {
    await browser.close();
    await browser.open('about:blank');
    await page().addInitScript(() => {
      for (const sense of ['SpeechRecognition', 'webkitSpeechRecognition', 'BarcodeDetector']) delete window[sense];
    });
    await page().goto(`${worker.town.address}/app/`);
    await hand.begins({ title: 'Typed by hand' }, { checklist: POLE, evidence: [] });
    assert.equal(await page().locator('[data-item="pole"] input[type=file]').count(), 0);
    await page().locator('[data-add="add-note"]').click();
    await note().waitFor();
    assert.equal(await speak().count(), 0);
    await page().keyboard.press('Escape');
    await hand.sheet().waitFor({ state: 'detached' });
    await page().locator('[data-item="pole"] input').fill('K-1');
    await page().locator('[data-item="pole"] input').blur();
    await worker.finishes();
  });
}
