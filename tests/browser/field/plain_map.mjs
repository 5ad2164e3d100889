// A phone that cannot draw streets: the day’s orders stand on a plain map and in a list, and both lead to them.

import { fileURLToPath } from 'node:url';

import { onPhoneOf } from './other_phone.mjs';

/** A small extract of OpenStreetMap, which is no part of the repository. */
const EXTRACT = fileURLToPath(new URL('../../../../shared/data/maps/Helsinki.osm.pbf', import.meta.url));
const COLLEAGUE = 'Timo Virtanen';
const ORDERS = [
  { title: 'In the west', latitude: 60.1702, longitude: 24.9305 },
  { title: 'In the east', latitude: 60.1702, longitude: 24.9705 },
];
/** Neither streets nor anything else is drawn by WebGL. */
const WITHOUT_WEBGL = { args: ['--no-sandbox', '--disable-3d-apis'] };

export async function plainMap({ check, assert, town, desk, until, see }) {
  if (!town.map(EXTRACT)) {
    console.log(`  not run: a phone without WebGL (there is no ${EXTRACT})`);
    return;
  }

  await check('a phone without WebGL shows the orders on a plain map and in a list, and opens them', async () => {
    await desk.decides('pothole', { checklist: [], evidence: [] });
    const colleague = await desk.workerNamed(COLLEAGUE);
    for (const order of ORDERS) await desk.orders({ category: 'pothole', address: 'Rauhankatu 2', worker: colleague, ...order });
    await onPhoneOf(COLLEAGUE, { town, desk }, WITHOUT_WEBGL, async ({ page }) => {
      const go = (hash) => page.evaluate((to) => { window.location.hash = to; }, hash);
      const title = (words) => page.locator('h2').filter({ hasText: words });
      assert.equal(await page.evaluate(() => document.createElement('canvas').getContext('webgl2')), null);
      await go('#/map');
      await until('the streets are on the phone', () => page.evaluate(() => document.querySelector('.map') && !document.querySelector('main [role=status]')));
      await page.locator('.map > svg').waitFor();
      assert.equal(await page.locator('.map-canvas').count(), 0);
      await see('map-plain', page);
      const mark = page.locator('.map-point').filter({ hasText: ORDERS[0].title });
      await mark.waitFor();
      const [west, east] = await Promise.all(ORDERS.map(({ title: words }) => page.locator('.map-point').filter({ hasText: words }).boundingBox()));
      assert.ok(west.x < east.x, 'west is on the left');
      await mark.click();
      await title(ORDERS[0].title).waitFor();
      await go('#/map');
      const entry = page.getByRole('list').getByRole('button', { name: ORDERS[1].title });
      await entry.press('Enter');
      await title(ORDERS[1].title).waitFor();
    });
  });
}
