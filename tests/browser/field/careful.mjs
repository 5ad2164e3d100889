// What costs the battery and the network: the receiver runs for screens that tell a way, the office is asked when there is a reason, and
// when nothing changed nothing is sent.

import { documentOf } from '../story/packed.mjs';
import { handOn } from './hand.mjs';

const TITLE = 'Looked at often';
const HERE = { latitude: 60.1702, longitude: 24.9505, accuracy: 8 };
/** Long enough for what would be asked by mistake; the next question without a reason comes after minutes. */
const A_WHILE = 2_000;

export async function careful({ check, assert, desk, worker, browser, until }) {
  const page = () => worker.page;
  const hand = handOn(page, desk);
  const shownOrder = () => page().evaluate(() => window.location.hash.split('/').at(-1));
  /** How many entries went with each question to the office meanwhile. */
  let asked = [];
  const during = async (action) => {
    asked = [];
    const listen = (request) => {
      if (request.url().endsWith('/sync/v1')) asked.push(documentOf(request).ops?.length ?? 0);
    };
    browser.context.on('request', listen);
    try {
      await action();
      return asked;
    } finally {
      browser.context.off('request', listen);
    }
  };
  /** The page as others see it: in front, or behind something else. */
  const looks = (state) => page().evaluate((visibility) => {
    for (const [name, value] of [['visibilityState', visibility], ['hidden', visibility === 'hidden']]) {
      Object.defineProperty(document, name, { configurable: true, get: () => value });
    }
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
  const all = () => page().locator('#sync-strip').getByText('The office has everything').waitFor();

  await check('the receiver is followed while a screen tells a way and somebody looks, and by one watch', async () => {
    await page().addInitScript(() => {
      const { geolocation } = navigator;
      const [watch, clear] = [geolocation.watchPosition.bind(geolocation), geolocation.clearWatch.bind(geolocation)];
      window.watches = new Set();
      geolocation.watchPosition = (...told) => {
        const id = watch(...told);
        window.watches.add(id);
        return id;
      };
      geolocation.clearWatch = (id) => {
        window.watches.delete(id);
        clear(id);
      };
    });
    await hand.home();
    await page().reload();
    const running = (count, where) => until(`${count} receiver ${where}`, async () => (await page().evaluate(() => window.watches.size)) === count);
    await running(1, 'for the list');
    for (const [hash, count] of [['#/settings', 0], ['#/map', 1], ['#/receipts', 0], ['#/report', 1], ['#/', 1]]) {
      await hand.goes(hash);
      await running(count, `at ${hash}`);
    }
    await looks('hidden');
    await running(0, 'behind another app');
    await looks('visible');
    await running(1, 'in front again');
  });

  await check('nothing is asked while nothing changes, however much the worker looks around and walks', async () => {
    const id = await hand.gets({ title: TITLE });
    await all();
    await browser.context.setGeolocation({ ...HERE, latitude: HERE.latitude + 0.002 });
    const heard = await during(async () => {
      for (const hash of ['#/receipts', '#/settings', '#/map', `#/order/${id}`, `#/order/${id}/compass`, '#/']) {
        await hand.goes(hash);
        await page().locator('.app-main').waitFor();
      }
      await browser.context.setGeolocation(HERE);
      await page().waitForTimeout(A_WHILE);
    });
    assert.deepEqual(heard, []);
  });

  await check('a tap is handed in at once, and with it nothing that was handed in before', async () => {
    await hand.opens(TITLE);
    const heard = await during(async () => {
      await hand.moves('accept', 'en-route');
      await until('it is handed in', async () => (await desk.order(await shownOrder())).order.visits.length === 1);
      await all();
    });
    assert.equal(heard.reduce((sum, count) => sum + count, 0), 1);
  });

  await check('behind another app the phone is silent; in front again it asks, and shows what is new', async () => {
    await looks('hidden');
    const title = 'Made while nobody looked';
    const silent = await during(async () => {
      await desk.orders({ category: 'pothole', address: 'Rauhankatu 2', ...HERE, title });
      await page().waitForTimeout(A_WHILE);
    });
    assert.deepEqual(silent, []);
    await hand.home();
    assert.equal(await hand.row(title).count(), 0);
    const heard = await during(async () => {
      await looks('visible');
      await hand.row(title).waitFor();
      await all();
    });
    assert.ok(heard.length > 0 && heard.every((count) => count === 0), `asked ${heard.length} times`);
  });

  await check('when the network is back the office is asked without a tap', async () => {
    await worker.losesNetwork();
    await page().locator('#sync-strip').getByText('no network').waitFor();
    const heard = await during(async () => {
      await worker.regainsNetwork();
      await all();
      await page().locator('#sync-strip').getByText('no network').waitFor({ state: 'detached' });
      await until('it was asked', () => asked.length > 0);
    });
    assert.deepEqual([...new Set(heard)], [0]);
  });
}
