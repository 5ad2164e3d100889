// Photos wait for Wi-Fi if the worker wants that, what was done does not; and a phone that does not say which network it is on waits
// for the worker's word.

import { handOn } from './hand.mjs';

/** Chrome on a phone says which network it is on; Chromium on a desk does so with a flag, and its network is played. */
async function networkOf(browser, page) {
  const session = await browser.context.newCDPSession(page);
  await session.send('Network.enable');
  // Without limits the browser plays nothing at all.
  const fast = { offline: false, latency: 1, downloadThroughput: 1e8, uploadThroughput: 1e8 };
  return {
    is: (connectionType) => session.send('Network.emulateNetworkConditions', { ...fast, connectionType }),
    // What is played is played until then, also against whoever takes the network away.
    end: () => session.detach(),
  };
}

export async function wifi({ check, assert, desk, worker, browser, until, takePicture, see }) {
  const page = () => worker.page;
  const hand = handOn(page, desk);
  const choose = async (over) => {
    await hand.goes('#/settings');
    await page().locator('select#large-over').selectOption(over);
  };
  const strip = (words) => page().locator('#sync-strip').filter({ hasText: words });
  const arrived = (id) => async () => (await desk.order(id)).order.photos.some((photo) => photo.arrived);
  const noted = (id, words) => async () => (await desk.order(id)).order.notes.some((note) => note.text === words);
  const photographed = async (title) => {
    const id = await hand.begins({ title });
    await worker.offersAsPhoto(await takePicture(page(), 'wifi', '#507050'));
    await page().locator('button.photo').waitFor();
    return id;
  };

  const network = await networkOf(browser, page());

  await check('photos wait for Wi-Fi when the worker wants that, and go when it is there', async () => {
    await network.is('cellular4g');
    assert.equal(await page().evaluate(() => navigator.connection.type), 'cellular', 'the network is played');
    await choose('large-over-wifi');
    await see('wifi-setting');
    const id = await photographed('Photographed on mobile data');
    await worker.writesNote('Written on mobile data');
    await until('the note is at the office', noted(id, 'Written on mobile data'));
    await strip('1 photo waits for Wi-Fi').waitFor();
    await hand.goes('#/receipts');
    await page().locator('[data-held="receipts-held-for-wifi"]').waitFor();
    await see('wifi-receipts');
    assert.equal(await arrived(id)(), false, 'nothing went over mobile data');
    await network.is('wifi');
    await hand.goes('#/settings');
    await page().getByRole('button', { name: 'Ask the office now' }).click();
    await until('the photo is at the office', arrived(id));
    await strip('The office has everything').waitFor();
  });

  await check('a phone that does not say which network it is on sends photos at the worker’s word', async () => {
    await network.is('other');
    const id = await photographed('Photographed on who knows what');
    await strip('1 photo waits for you to send it').waitFor();
    await hand.goes('#/receipts');
    await page().locator('[data-held="receipts-held-for-word"]').waitFor();
    assert.equal(await page().getByRole('button', { name: 'Send now' }).count(), 0, 'nothing else waits');
    await page().getByRole('button', { name: 'Ask the office' }).click();
    await page().getByText('Your photos wait, as you chose').waitFor();
    await see('wifi-word');
    await page().getByRole('button', { name: 'Send photos now' }).click();
    await until('the photo is at the office', arrived(id));
    await network.is('wifi');
    await choose('large-over-any');
  });

  await network.end();
}
