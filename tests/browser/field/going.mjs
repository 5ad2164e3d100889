// Going there: the way as an arrow, the hand-over to what the phone has for it, and the call to whoever reported it.

import { handOn } from './hand.mjs';
import { ANDROID, IPHONE, as } from './user_agents.mjs';

/** A kilometre north of where the phone stands at first. */
const THERE = { latitude: 60.1802, longitude: 24.9505 };
const FIRST = { latitude: 60.1702, longitude: 24.9505, accuracy: 8 };
/** As far in the west. */
const WEST = { latitude: 60.1802, longitude: 24.9304, accuracy: 8 };
const TITLE = 'A kilometre in the north';
const CALLER = { name: 'Aino', phone: '+358401234567' };

export async function going({ check, assert, desk, worker, browser, until, see }) {
  const page = () => worker.page;
  const hand = handOn(page, desk);
  const arrow = async () => Number((await page().locator('.compass-arrow').getAttribute('style')).match(/rotate: (-?\d+)deg/)[1]);
  /** The phone points to so many degrees from north; browsers count against the clock. */
  const points = (degrees) => page().evaluate((alpha) => {
    window.dispatchEvent(Object.assign(new Event('deviceorientationabsolute'), { alpha }));
  }, 360 - degrees);

  await check('the compass tells distance and direction, follows the worker, and turns with the phone', async () => {
    await browser.context.setGeolocation(FIRST);
    await hand.gets({ title: TITLE, ...THERE, contact: CALLER });
    const way = page().locator('.way');
    await way.getByText('1.1 km').waitFor();
    await way.getByText('north, straight line').waitFor();
    await way.getByText('±8 m').waitFor();
    await page().getByRole('link', { name: 'Compass' }).click();
    await page().locator('.compass-distance').getByText('1.1 km').waitFor();
    assert.equal(await arrow(), 0);
    await page().getByText('the arrow points as on a map').waitFor();
    await see('compass');
    await browser.context.setGeolocation(WEST);
    await page().locator('.compass').getByText('east, straight line').waitFor();
    assert.equal(await arrow(), 90);
    await points(30);
    await page().getByText('The arrow turns with the phone').waitFor();
    assert.equal(await arrow(), 60);
    await points(100);
    await until('the arrow points to the left', async () => (await arrow()) === 350);
    await browser.context.setGeolocation({ ...THERE, accuracy: 8 });
    await page().locator('.compass-distance').getByText('0 m', { exact: true }).waitFor();
    await browser.context.setGeolocation(FIRST);
  });

  await check('the place goes to the phone’s own navigation, as each phone understands it, and the number to its dialler', async () => {
    const link = () => page().getByRole('link', { name: 'Open in the phone’s navigation' }).getAttribute('href');
    const both = async () => {
      await hand.opens(TITLE);
      const ofOrder = await link();
      await page().getByRole('link', { name: 'Compass' }).click();
      await page().locator('.compass').waitFor();
      assert.equal(await link(), ofOrder);
      return ofOrder;
    };
    await as(ANDROID, browser, async () => assert.equal(await both(), 'geo:60.1802,24.9505?q=60.1802,24.9505'));
    await as(IPHONE, browser, async () => assert.equal(await both(), 'https://maps.apple.com/?daddr=60.1802,24.9505'));
    assert.match(await both(), /^https:\/\/www\.openstreetmap\.org\/directions\?to=60\.1802,24\.9505/);
    await hand.opens(TITLE);
    assert.equal(await page().getByRole('link', { name: 'Call Aino' }).getAttribute('href'), `tel:${CALLER.phone}`);
  });
}
