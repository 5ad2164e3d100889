// Time at work: it runs, stands in a pause, and neither a kill nor a start changes what it has counted.

import { handOn } from './hand.mjs';

const TITLE = 'It takes its time';

export async function timer({ check, assert, desk, worker, browser, until, see }) {
  const page = () => worker.page;
  const hand = handOn(page, desk);
  const watch = () => page().locator('#timer');
  const seconds = async () => {
    const parts = (await watch().getByRole('timer').innerText()).split(':').map(Number);
    return parts.reduce((sum, part) => sum * 60 + part);
  };
  const runsPast = (count) => until(`more than ${count} seconds are counted`, async () => (await seconds()) > count);
  const startsAgain = async () => {
    const order = page().url();
    await browser.kill();
    await browser.open(order);
    await watch().waitFor();
  };
  /** The screen believes that so much more time has gone by. */
  const later = async (span, look) => {
    await page().clock.install();
    await page().clock.fastForward(span);
    await look();
    await page().clock.setSystemTime(Date.now());
  };

  await check('time at work runs, stands in a pause, and is the same after a kill', async () => {
    const id = await hand.begins({ title: TITLE });
    await watch().and(page().locator('[data-runs]')).waitFor();
    await runsPast(1);
    await page().locator('.act [data-move="pause"]').click();
    await hand.sheet().getByRole('button', { name: 'Waiting for material' }).click();
    await see('pause');
    await hand.saves('Pause');
    await watch().getByText('Paused').waitFor();
    const counted = await seconds();
    await startsAgain();
    await watch().getByText('Paused').waitFor();
    await later('01:00:00', async () => assert.equal(await seconds(), counted, 'an hour in the pause counts nothing'));
    const [paused] = await until('the office knows the pause', async () => {
      const { visits } = (await desk.order(id)).order;
      return visits[0]?.state === 'paused' && visits;
    });
    assert.equal(paused.reason, 'Waiting for material');
    return `${counted} s`;
  });

  await check('after the pause the time goes on from there, and is written down as it was counted', async () => {
    const counted = await seconds();
    await hand.moves('resume', 'pause');
    await runsPast(counted);
    await startsAgain();
    await watch().and(page().locator('[data-runs]')).waitFor();
    await runsPast(counted + 1);
    await later('00:25:00', async () => {
      await runsPast(25 * 60 + counted);
      await page().locator('[data-add="add-time"]').click();
      await hand.sheet().getByRole('button', { name: 'As the timer counted: 25 min' }).click();
      await hand.saves('Save');
      await page().getByText('Work: 25 min').waitFor();
    });
    await worker.finishes();
    const id = page().url().split('/').at(-1);
    const { order } = await until('the office has it', async () => {
      const found = await desk.order(id);
      return found.order.order.status === 'finished' && found;
    });
    assert.equal(order.times[0].minutes, 25);
    const [visit] = order.visits;
    assert.ok(visit.worked >= counted * 1000 && visit.worked < 25 * 60_000, `${visit.worked} ms at work`);
  });
}
