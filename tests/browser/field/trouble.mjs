// What must not lock a worker out: the job can be finished, and the screen says what is wrong and what happens next.

import { readFileSync } from 'node:fs';

import { bundles } from './bundles.mjs';

const NEAR = { latitude: 60.1706, longitude: 24.9511 };
const DAYS = 3 * 24 * 60 * 60 * 1000;

export async function trouble({ check, assert, town, desk, worker, browser, until, see }) {
  const page = () => worker.page;
  const home = () => page().evaluate(() => { window.location.hash = '#/'; });
  const row = (title) => page().locator('a.order-row').filter({ hasText: title });

  /** A new order is on the phone, at work. */
  const begins = async (title) => {
    await desk.decides('pothole', { checklist: [], evidence: [] });
    const id = await desk.orders({ category: 'pothole', address: 'Rauhankatu 2', ...NEAR, title });
    await home();
    await row(title).first().waitFor();
    await row(title).first().click();
    await page().locator('[data-move="start"]').click();
    await page().locator('.act [data-move="finish"]').waitFor();
    return id;
  };
  const finished = async (title) => {
    await worker.finishes();
    await home();
    await row(title).first().waitFor();
  };

  await check('unsent work leaves the phone as a file, comes in once, and is not doubled when the network is back', async () => {
    const id = await begins('Behind the hill');
    await until('the start is at the office', async () => (await desk.order(id)).order.visits.length === 1);
    await worker.losesNetwork();
    await worker.writesNote('Written behind the hill');
    await finished('Behind the hill');
    await worker.goesTo('Receipts');
    const saved = page().waitForEvent('download');
    await page().locator('[data-rescue="write"]').click();
    const download = await saved;
    assert.match(download.suggestedFilename(), /^kuitti-[\d-]+\.kuitti$/);
    await page().getByText('The file is among your downloads').waitFor();
    await see('rescue');
    const file = readFileSync(await download.path());
    assert.equal(file.includes('behind the hill'), false, 'a finder reads nothing');
    const first = await desk.rescues(file);
    assert.deepEqual([first.operations, first.operations_known], [2, 0]);
    const again = await desk.rescues(file);
    assert.deepEqual([again.operations, again.operations_known], [0, 2]);
    const before = (await desk.order(id)).order;
    assert.equal(before.order.status, 'finished');
    await worker.regainsNetwork();
    await until('the phone has handed in', async () => (await worker.counts('on this phone')) === 0);
    const after = (await desk.order(id)).order;
    assert.equal(after.notes.length, 1);
    assert.deepEqual(after.visits, before.visits);
  });

  /** From the next start on, the browser promises to keep what is stored, or does not; it counts how often it was asked. */
  const keeps = async (answer) => {
    await page().evaluate((said) => sessionStorage.setItem('keeps', said), answer);
    await page().reload();
  };
  await page().addInitScript(() => {
    const said = sessionStorage.getItem('keeps');
    if (said === null || !navigator.storage) return;
    window.asked = 0;
    navigator.storage.persist = async () => {
      window.asked += 1;
      return said === 'kept';
    };
  });

  await check('the phone says what takes room, whether the browser keeps it, and how the app is installed', async () => {
    await keeps('kept');
    await home();
    await until('the browser is asked before anybody opens the settings', () => page().evaluate(() => window.asked === 1));
    await worker.goesTo('Settings');
    await page().locator('[data-room="room-sent"]').waitFor();
    await page().getByText(/all photos together take up to 500/).waitFor();
    await page().getByText('safe', { exact: true }).waitFor();
    await keeps('not kept');
    await page().getByText('at risk', { exact: true }).waitFor();
    await page().getByText('Install the app').first().waitFor();
    await see('room');
  });

  /** The office answers so, as often as it is asked, until it is mended. The phone asks when the network has changed. */
  const answers = async (answer) => {
    // An answer that is still being changed then is the office's own.
    await browser.context.unrouteAll({ behavior: 'ignoreErrors' });
    if (answer) await browser.context.route('**/sync/v1', answer);
    await page().evaluate(() => window.dispatchEvent(new Event('online')));
  };
  const says = (code) => page().locator(`[data-problem="${code}"]`).waitFor();

  await check('an office that fails, is busy, is silent or is newer is called what it is, and the work goes on', async () => {
    const title = 'While the office is ill';
    const id = await begins(title);
    const strip = page().locator('#sync-strip');
    await answers((route) => route.fulfill({ status: 500 }));
    await worker.writesNote('Written while the server failed');
    await says('server_failed');
    assert.doesNotMatch(await strip.textContent(), /no network|no answer/);
    await page().locator('[data-problem]').scrollIntoViewIfNeeded();
    await see('server-failed');
    await answers((route) => route.fulfill({ status: 503, headers: { 'Retry-After': '1' } }));
    await says('server_busy');
    await answers((route) => route.abort());
    await strip.getByText('no answer').waitFor();
    await page().locator('[data-problem]').waitFor({ state: 'detached' });
    await answers(async (route) => {
      // Asked for in the form that anybody reads.
      const answer = await route.fetch({ headers: { ...route.request().headers(), accept: 'application/json' } });
      const { headers } = answer;
      delete headers['content-encoding'];
      delete headers['content-length'];
      await route.fulfill({ headers, body: JSON.stringify({ ...(await answer.json()), upgrade: { min: 99, latest: 99 } }) });
    });
    await says('upgrade_needed');
    await answers(null);
    await finished(title);
    await until('the note is at the office', async () => (await desk.order(id)).order.notes.length === 1);
    await page().locator('[data-problem]').waitFor({ state: 'detached' });
  });

  await check('with the server away for days the screen says so, and the work goes on', async () => {
    const title = 'Days without an answer';
    await begins(title);
    await worker.losesNetwork();
    await worker.writesNote('Nobody has heard of this');
    await page().clock.install({ time: Date.now() + DAYS });
    await page().reload();
    await page().getByText(/The office has not answered for .*3/).waitFor();
    await page().locator('[data-storage="at-risk"]').waitFor();
    await see('away');
    await finished(title);
    await worker.regainsNetwork();
    await page().clock.setSystemTime(Date.now());
  });

  /** The office hears nothing while `meanwhile` runs, and answers everything else. */
  const unheard = async (meanwhile) => {
    await browser.context.route('**/sync/v1', (route) => route.abort());
    try {
      await meanwhile();
    } finally {
      await browser.context.unroute('**/sync/v1');
    }
  };
  const connects = async (workerId) => {
    const { url } = await desk.ask('POST', `/api/workers/${workerId}/enrolment`, {});
    await page().evaluate((to) => { window.location.hash = to; }, new URL(url).hash);
    await page().getByText(/This phone works for/).waitFor();
    await page().getByRole('button', { name: 'Connect' }).click();
  };

  await check('a new version of the app waits for a person, says what is unsent, and loses nothing of it', async () => {
    const id = await begins('Made before the update');
    await unheard(async () => {
      await worker.writesNote('Made by the older version');
      bundles.release();
      await page().reload();
      await page().getByText('A new version is ready').waitFor();
      await page().getByText(/not sent yet\. (It is|They are) kept either way/).waitFor();
      await see('update');
      await page().locator('[data-update="app-update-anyway"]').click();
      await page().getByText('A new version is ready').waitFor({ state: 'detached' });
    });
    await page().reload();
    await until('the note is at the office', async () => (await desk.order(id)).order.notes.length === 1);
  });

  await check('a phone that the office has locked says so, the job is finished on it, and a new code hands it in', async () => {
    const title = 'After the lock';
    const id = await begins(title);
    await until('the start is at the office', async () => (await desk.order(id)).order.visits.length === 1);
    const device = await desk.device();
    await desk.ask('DELETE', `/api/devices/${device.id}`);
    await worker.writesNote('Written after the lock');
    await page().getByText('The office no longer accepts this phone').first().waitFor();
    await finished(title);
    await see('locked');
    await connects(desk.worker);
    await page().getByRole('heading', { name: 'Today' }).first().waitFor();
    await until('the office has it', async () => (await desk.order(id)).order.order.status === 'finished');
  });
}
