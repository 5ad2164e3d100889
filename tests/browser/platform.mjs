// What only a real browser can show about the field app: it starts without a network, a second tab waits, and its
// screens are readable for everybody.
//
//   node platform.mjs      (started by `cargo xtask test`)

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { Checks, readable } from './checks.mjs';
import { Desk } from './field/desk.mjs';
import { phone } from './story/browsers.mjs';
import { Town, until } from './story/town.mjs';
import { Worker } from './story/worker.mjs';

/** A small extract of OpenStreetMap, which is no part of the repository. */
const EXTRACT = fileURLToPath(new URL('../../../shared/data/maps/Helsinki.osm.pbf', import.meta.url));
/** A photo as an iPhone takes it, which no browser but Safari shows. */
const HEIC = fileURLToPath(new URL('../../../shared/data/photos/IMG_5195.HEIC', import.meta.url));
/** Nobody listens: these checks send no mail. */
const NO_MAIL = 1;
/** Two orders at one place. */
const TOGETHER = ['Left kerb', 'Right kerb'];
const CORNER = { category: 'pothole', address: 'Kasarmikatu 40', latitude: 60.1662, longitude: 24.9487 };

const checks = new Checks();
const { check } = checks;

function equal(found, expected, what) {
  if (found !== expected) throw new Error(`${what}: ${found} instead of ${expected}`);
}

/** The part of the map, in hundredths, that has the colour of streets; of a picture, because WebGL keeps no pixels. */
async function streets(page) {
  const picture = (await page.locator('.map-canvas').screenshot()).toString('base64');
  return page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, image.width, image.height);
    let white = 0;
    for (let at = 0; at < data.length; at += 4) white += data[at] + data[at + 1] + data[at + 2] === 765;
    return (white * 400) / data.length;
  }, picture);
}

const town = await Town.found(NO_MAIL);
const hasMap = town.map(EXTRACT);
await town.start();
const [, link] = town.seed.match(/(https?:\S+#enrol=\S+)/) ?? [];
const browser = phone(town.directory);
try {
  const page = await browser.open(link ?? `${town.address}/app/`);

  await check('the link in the QR code fills in the code, and enrolment leads to the list', async () => {
    await page.getByRole('heading', { name: 'Connect this phone' }).waitFor();
    await readable(page, 'enrolment');
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByRole('heading', { name: 'Today' }).first().waitFor();
  });

  await check('orders at one place are one stop of the list', async () => {
    const desk = new Desk(town);
    await desk.logIn();
    for (const title of TOGETHER) await desk.orders({ ...CORNER, title });
    const stop = page.locator('section.stop').filter({ hasText: TOGETHER[0] });
    await stop.getByText(TOGETHER[1]).waitFor();
  });

  await check('a second tab says that the app is open elsewhere, and goes on when the first is closed', async () => {
    const second = await browser.context.newPage();
    await second.goto(`${town.address}/app/`);
    await second.getByText('Kuitti is open in another tab').waitFor();
    await readable(second, 'open elsewhere');
    await page.goto('about:blank');
    await second.getByRole('heading', { name: 'Today' }).first().waitFor();
    await second.close();
    await page.goto(`${town.address}/app/`);
    await page.getByRole('heading', { name: 'Today' }).first().waitFor();
  });

  for (const colorScheme of ['light', 'dark']) {
    await check(`every screen can be read and pressed, ${colorScheme}`, async () => {
      await page.emulateMedia({ colorScheme });
      for (const [tab, heading] of [['Settings', 'This phone'], ['Receipts', 'No receipts yet'], ['Today', 'Today']]) {
        await page.getByRole('link', { name: tab }).click();
        await page.getByText(heading).first().waitFor();
        await readable(page, tab);
      }
      const order = page.locator('a.order-row').first();
      if (await order.count()) {
        await order.click();
        await page.locator('.steps, .act').first().waitFor();
        await readable(page, 'an order');
        await page.getByRole('button', { name: 'Back', exact: true }).click();
      }
    });
  }

  await check('the language can be changed, and stays', async () => {
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByLabel('Language').selectOption('fi');
    await page.getByRole('heading', { name: 'Asetukset' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Asetukset' }).waitFor();
    equal(await page.evaluate(() => document.documentElement.lang), 'fi', 'the language of the page');
    await page.getByLabel('Kieli').selectOption('en');
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
  });

  if (existsSync(HEIC)) {
    await check('a photo of an iPhone is kept as one that every browser shows', async () => {
      await page.getByRole('link', { name: 'Today' }).click();
      await page.locator('a.order-row').first().click();
      await page.getByText('What is known').waitFor();
      const file = { name: 'IMG_5195.HEIC', mimeType: 'image/heic', buffer: readFileSync(HEIC) };
      await new Worker(browser, town).photographs('other', file);
      const shown = page.locator('button.photo img').first();
      await until('it is shown', () => shown.evaluate((image) => image.complete && image.naturalWidth > 0));
      await page.getByRole('button', { name: 'Back', exact: true }).click();
    });
  } else {
    console.log(`  not run: a photo of an iPhone (there is no ${HEIC})`);
  }

  await check('the app starts while the server is down, and says how old its knowledge is', async () => {
    await page.evaluate(() => navigator.serviceWorker.ready);
    await town.kill();
    await page.goto(`${town.address}/app/`);
    await page.getByRole('heading', { name: 'Today' }).first().waitFor();
    await page.getByText(/no answer, as of/).waitFor();
  });

  await check('the frame of the screens does not wait for the engine, and looks as it did the last time', async () => {
    const theme = () => page.locator('#theme');
    await page.getByRole('link', { name: 'Settings' }).click();
    await theme().selectOption('theme-dark');
    await until('it is dark', () => page.evaluate(() => document.documentElement.dataset.theme === 'dark'));
    const second = await browser.context.newPage();
    await second.addInitScript(() => {
      // An engine that says nothing.
      window.Worker = class extends EventTarget { postMessage() {} };
    });
    await second.goto(`${town.address}/app/`);
    await second.locator('.tab-bar').waitFor();
    await second.getByRole('heading', { name: 'Today' }).waitFor();
    equal(await second.evaluate(() => document.documentElement.dataset.theme), 'dark', 'the theme of the frame');
    await second.close();
    await theme().selectOption('theme-system');
  });

  await check('every language is on the phone, and the one spoken last is spoken at the next start', async () => {
    await page.getByRole('link', { name: 'Settings' }).click();
    for (const [language, title] of [['tr', 'Ayarlar'], ['it', 'Opzioni'], ['fa', 'تنظیمات']]) {
      await page.locator('#language').selectOption(language);
      await page.getByRole('heading', { name: title }).first().waitFor();
    }
    await page.reload();
    await page.getByRole('heading', { name: 'تنظیمات' }).first().waitFor();
    equal(await page.evaluate(() => globalThis.kuitti.language), 'fa', 'the language of the first screen');
    await page.locator('#language').selectOption('en');
    await page.getByRole('heading', { name: 'Settings' }).first().waitFor();
  });

  if (hasMap) {
    await check('the street map is drawn, with the orders on it, while the server is down', async () => {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.getByRole('link', { name: 'Map', exact: true }).click();
      await page.locator('.map-stop').first().waitFor();
      await until('streets are drawn', async () => (await streets(page)) > 2);
      await readable(page, 'map');
    });

    await check('orders at one place stand beside each other on the map', async () => {
      const signs = TOGETHER.map((title) => page.locator(`.map-stop[aria-label*="${title}"]`));
      const [left, right] = await Promise.all(signs.map((sign) => sign.boundingBox()));
      if (left.x + left.width > right.x + 1) throw new Error(`one sign covers the other: ${JSON.stringify([left, right])}`);
      equal(Math.round(left.y), Math.round(right.y), 'their height');
    });

    await check('a press on the map puts a pin where the worker is', async () => {
      await page.getByRole('button', { name: 'Put a pin on the map' }).click();
      await page.getByText('Press the place on the map').waitFor();
      const map = await page.locator('.map-canvas').boundingBox();
      await page.mouse.click(map.x + map.width / 2, map.y + map.height / 4);
      await page.locator('#place-mark').getByText('not by this phone').waitFor();
      const pin = page.locator('.map-here');
      await until('the pin is where the finger was', async () => {
        // The mark above the map has moved it.
        const [now, box] = [await page.locator('.map-canvas').boundingBox(), await pin.boundingBox()];
        return now && box && Math.abs(box.y + box.height / 2 - now.y - map.height / 4) < 40;
      });
      await readable(page, 'map with a pin');
    });
  } else {
    console.log(`  not run: the street map without a network (there is no ${EXTRACT})`);
  }
} finally {
  await browser.close();
  await town.demolish();
}
checks.end();
