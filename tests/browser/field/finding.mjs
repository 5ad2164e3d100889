// Finding an order among many: by words, by how pressing it is, by kind; and what is new since the worker last looked.

import { handOn } from './hand.mjs';

const BRIDGE = { title: 'Rail of the bridge', address: 'Pitkäsilta 1', latitude: 60.1750, longitude: 24.9450 };
const KERB = { title: 'Broken kerb', address: 'Hämeentie 14', latitude: 60.1850, longitude: 24.9600 };
const HOUR = 3_600_000;

export async function finding({ check, assert, desk, worker, until }) {
  const page = () => worker.page;
  const hand = handOn(page, desk);
  const titles = async () => (await page().locator('.order-row-title').allInnerTexts()).sort();
  const onlyThese = (what, wanted) => until(what, async () => (await titles()).join() === [...wanted].sort().join());
  const showsNot = (what, title, other) => until(what, async () => {
    const shown = await titles();
    return shown.includes(title) && !shown.includes(other);
  });
  const filter = (name) => page().getByRole('search').getByRole('button', { name, exact: true });
  const news = (title) => hand.row(title).locator('.tag').filter({ hasText: /^(new|changed by the office)$/ });
  let bridge;
  let kerb;

  await check('what is new is marked until it is opened, and again when the office has changed it', async () => {
    await desk.decides('pothole', { checklist: [], evidence: [] });
    bridge = await desk.orders({ category: 'pothole', ...BRIDGE });
    kerb = await desk.orders({ category: 'pothole', ...KERB });
    await hand.home();
    for (const { title } of [BRIDGE, KERB]) await news(title).getByText('new').waitFor();
    await hand.opens(BRIDGE.title);
    await hand.home();
    await news(BRIDGE.title).waitFor({ state: 'detached' });
    await news(KERB.title).waitFor();
    await page().reload();
    await news(KERB.title).waitFor();
    assert.equal(await news(BRIDGE.title).count(), 0, 'what was seen stays seen');
    await desk.ask('POST', `/api/orders/${bridge}/decisions`, { decision: 'edit', due_at: Date.now() + HOUR, priority: 'urgent' });
    await news(BRIDGE.title).getByText('changed by the office').waitFor();
    await hand.opens(BRIDGE.title);
    await page().getByText('urgent', { exact: true }).waitFor();
    await hand.home();
    await news(BRIDGE.title).waitFor({ state: 'detached' });
  });

  await check('a time that was agreed on stands in the list instead of the due time, and says when it is over', async () => {
    const agree = (from, until) => desk.ask('POST', `/api/orders/${kerb}/decisions`, {
      decision: 'edit', appointment: { from: Date.now() + from, until: Date.now() + until },
    });
    const when = hand.row(KERB.title).locator('.tag').filter({ hasText: /agreed|due/ });
    await agree(-60_000, HOUR);
    await when.filter({ hasText: /agreed for/ }).waitFor();
    assert.equal(await when.count(), 1, 'one time, not two');
    await agree(-2 * HOUR, -HOUR);
    await when.filter({ hasText: /the agreed time was/ }).waitFor();
    await desk.ask('POST', `/api/orders/${kerb}/decisions`, { decision: 'edit', appointment: null });
    await when.filter({ hasText: /due/ }).waitFor();
  });

  await check('an order is found by words of its title, street and kind, however they are written', async () => {
    const search = page().getByRole('searchbox');
    const all = await titles();
    assert.ok(all.length > 2, 'there is something to look through');
    for (const [words, found] of [['HÄMEENTİE', [KERB]], ['kerb 14', [KERB]], ['pitkäsilta', [BRIDGE]], ['silta pothole', [BRIDGE]]]) {
      await search.fill(words);
      await onlyThese(`${words} is found`, found.map(({ title }) => title));
    }
    await search.fill('nowhere at all');
    await onlyThese('nothing is found', []);
    await page().getByRole('button', { name: 'Show all again' }).click();
    await onlyThese('everything is shown', all);
    assert.equal(await search.inputValue(), '');
  });

  await check('filters show what is pressing, new, unsent, or of one kind', async () => {
    const all = await titles();
    await filter('Pressing').click();
    await showsNot('what is urgent is pressing', BRIDGE.title, KERB.title);
    await filter('New and changed').click();
    await showsNot('what was not opened is news', KERB.title, BRIDGE.title);
    await filter('All').click();
    const kinds = page().getByRole('search').getByRole('combobox', { name: 'Kind of problem' });
    await kinds.selectOption('pothole');
    await until('one kind is shown', async () => (await titles()).length < all.length && (await titles()).includes(KERB.title));
    await kinds.selectOption('');
    await onlyThese('every kind is shown', all);
    await worker.losesNetwork();
    await filter('On this phone').click();
    await onlyThese('everything is sent', []);
    await filter('All').click();
    await hand.opens(KERB.title);
    await hand.moves('accept', 'en-route');
    await hand.home();
    await hand.row(KERB.title).getByText('on this phone').waitFor();
    await filter('On this phone').click();
    await onlyThese('what is unsent is shown', [KERB.title]);
    await worker.regainsNetwork();
    await onlyThese('it is sent', []);
    await filter('All').click();
    assert.equal((await desk.order(kerb)).order.visits.length, 1);
  });

  await check('whoever comes back to the list finds it where it was, with what was looked for', async () => {
    const list = page().locator('main');
    const top = () => list.evaluate((element) => element.scrollTop);
    const size = page().viewportSize();
    await page().setViewportSize({ width: 360, height: 480 });
    await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    const left = await until('the list is scrolled', async () => (await top()) > 150 && top());
    await page().locator('.order-row').last().click();
    await page().getByText('What is known').waitFor();
    assert.equal(await top(), 0, 'an order is read from its beginning');
    await page().goBack();
    await until('the list is where it was', async () => Math.abs((await top()) - left) < 2);
    await page().getByRole('searchbox').fill('kerb 14');
    await onlyThese('one is found', [KERB.title]);
    await hand.opens(KERB.title);
    await hand.goes('#/receipts');
    await hand.home();
    await onlyThese('it is still looked for', [KERB.title]);
    assert.equal(await page().getByRole('searchbox').inputValue(), 'kerb 14');
    await page().getByRole('button', { name: 'Show all again' }).click();
    await page().setViewportSize(size);
  });

  await check('the arrow takes the step to an order back: the phone’s own back does not come there again', async () => {
    const shown = () => page().evaluate(() => window.location.hash);
    await hand.goes('#/receipts');
    await hand.home();
    await hand.opens(KERB.title);
    const order = await shown();
    await page().getByRole('button', { name: 'Back', exact: true }).click();
    await until('the list is shown', async () => (await shown()) === '#/');
    await page().goBack();
    await until('what was before the list is shown', async () => (await shown()) === '#/receipts');
    // Whoever came there straight, by a link or after a start, gets to the list all the same.
    await page().evaluate((hash) => window.location.replace(hash), order);
    await page().getByText('What is known').waitFor();
    await page().reload();
    await page().getByRole('button', { name: 'Back', exact: true }).click();
    await until('the list is shown', async () => (await shown()) === '#/');
  });
}
