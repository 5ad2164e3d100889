// On a tablet the list stands beside the order, from the first press to the last; and who wants nothing to move sees nothing move.

import { THUMB, faultsAtUsualSize } from '../screens/measure.mjs';
import { handOn } from './hand.mjs';
import { onPhoneOf } from './other_phone.mjs';

const COLLEAGUE = 'Reza Karimi';
const TABLET = { viewport: { width: 1024, height: 768 }, reducedMotion: 'reduce' };
const TITLES = ['Left of the gate', 'Right of the gate'];

/** What moves on the page now, and what would, as long as somebody looks. */
function moving() {
  const running = document.getAnimations().filter(({ playState }) => playState === 'running').map(({ effect }) => effect.target.className);
  const slow = (times) => times.split(',').some((time) => Number.parseFloat(time) > 0);
  const would = [...document.querySelectorAll('*')].filter((element) => {
    const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
    return slow(transitionDuration) || (animationName !== 'none' && slow(animationDuration));
  });
  return [...running, ...would.map((element) => `${element.tagName}.${element.getAttribute('class')}`)];
}

export async function tablet({ check, assert, town, desk, until, takePicture }) {
  await onPhoneOf(COLLEAGUE, { town, desk }, TABLET, async (worker) => {
    const { page } = worker;
    const hand = handOn(() => page, desk);
    const list = page.locator('aside');
    const order = page.locator('aside + div');
    const still = async (where) => assert.deepEqual(await page.evaluate(moving), [], where);
    const readable = async (where) => assert.deepEqual(await faultsAtUsualSize(page, THUMB), [], where);
    let ids;

    await check('on a tablet the list stands beside the order, and says which one is shown', async () => {
      await desk.decides('pothole', { checklist: [], evidence: ['photo_after'] });
      const colleague = await desk.workerNamed(COLLEAGUE);
      ids = [];
      for (const [place, title] of TITLES.entries()) {
        const gate = { address: `Porttikatu ${place}`, latitude: 60.1706, longitude: 24.95 + place / 100 };
        ids.push(await desk.orders({ category: 'pothole', ...gate, worker: colleague, title }));
      }
      await hand.opens(TITLES[0]);
      const [left, right] = [await list.boundingBox(), await order.boundingBox()];
      assert.ok(left.x + left.width <= right.x && left.width > 250 && right.width > left.width, 'beside each other');
      await list.locator('[aria-current="true"]').getByText(TITLES[0]).waitFor();
      await list.locator(hand.row(TITLES[1])).click();
      await order.locator('h2').getByText(TITLES[1]).waitFor();
      await list.locator('[aria-current="true"]').getByText(TITLES[1]).waitFor();
      assert.equal(await list.locator('[aria-current="true"]').count(), 1);
      await readable('both');
    });

    await check('an order is accepted, photographed and finished there, while the list beside it follows', async () => {
      const row = list.locator(hand.row(TITLES[1]));
      await hand.moves('accept', 'en-route');
      await hand.moves('en-route', 'start');
      await hand.moves('start', 'finish');
      await until('the list knows', async () => (await row.getAttribute('data-status')) === 'in_work');
      await worker.photographs('after', await takePicture(page, 'gate', '#405060'));
      await worker.finishes();
      await row.waitFor({ state: 'detached' });
      await list.locator(hand.row(TITLES[0])).waitFor();
      await readable('what is finished');
      await until('the office has it', async () => (await desk.order(ids[1])).order.order.status === 'finished');
    });

    await check('a tablet that is turned upright shows one thing at a time, and both again when it is turned back', async () => {
      await hand.opens(TITLES[0]);
      await page.setViewportSize({ width: 700, height: 1024 });
      await list.waitFor({ state: 'detached' });
      await page.locator('h2').getByText(TITLES[0]).waitFor();
      await page.setViewportSize(TABLET.viewport);
      await list.waitFor();
    });

    await check('where motion is not wanted nothing moves: lists, orders, sheets, a button that works', async () => {
      await still('an order');
      await page.locator('[data-add="add-photo"]').click();
      await hand.sheet().waitFor();
      await still('a sheet');
      await page.keyboard.press('Escape');
      await page.evaluate(() => document.querySelector('.button').setAttribute('aria-busy', 'true'));
      await still('a button that works');
      for (const hash of ['#/', '#/map', '#/receipts', '#/settings', '#/report']) {
        await hand.goes(hash);
        await page.locator('.app-main').waitFor();
        await still(hash);
      }
    });
  });
}
