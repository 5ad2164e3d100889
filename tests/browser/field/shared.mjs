// A phone that two workers share: each has their own orders and their own unsent work, and all of it reaches the office.

const NEAR = { latitude: 60.1699, longitude: 24.9507 };
const OTHER = 'Elif Kaya';

export async function shared({ check, assert, town, desk, worker, browser, until, see }) {
  const page = () => worker.page;
  const row = (title) => page().locator('a.order-row').filter({ hasText: title });
  const home = () => page().evaluate(() => { window.location.hash = '#/'; });
  const other = (name) => page().locator(`[data-worker="${name}"]`);
  const isShown = (name) => page().locator('.worker-mark').filter({ hasText: name }).waitFor();
  const { workers } = await desk.ask('GET', '/api/town');
  const elif = workers.find((one) => one.name === OTHER);
  const matti = workers.find((one) => one.id === desk.worker);

  const ordersFor = async (who, title) => {
    const place = { address: 'Unioninkatu 30', position: NEAR, detail: '' };
    const request = await desk.ask('POST', '/api/requests', { category: 'pothole', description: title, place, language: 'en' });
    const assignee = { kind: 'worker', id: who.id };
    const made = await desk.ask('POST', '/api/orders', { requests: [request.id], grouping: 'one_each', title, priority: 'normal', assignee });
    return made.orders[0].id;
  };
  const notes = async (id) => (await desk.order(id)).order.notes;
  const comes = async (who) => {
    const { url } = await desk.ask('POST', `/api/workers/${who.id}/enrolment`, {});
    await page().evaluate((to) => { window.location.hash = to; }, new URL(url).hash);
    await page().getByText(/This phone works for/).waitFor();
    await page().getByRole('button', { name: 'Connect' }).click();
  };
  const switchesTo = async (who) => {
    await worker.goesTo('Settings');
    await other(who.name).locator('[data-show]').click();
    await isShown(who.name);
  };
  const writes = async (title, words) => {
    await home();
    await row(title).first().click();
    const start = page().locator('[data-move="start"]');
    const finish = page().locator('.act [data-move="finish"]');
    await start.or(finish).first().waitFor();
    if (await start.count()) await start.click();
    await finish.waitFor();
    await worker.writesNote(words);
  };

  await desk.decides('pothole', { checklist: [], evidence: [] });
  const [mattis, elifs] = [await ordersFor(matti, 'Only Matti sees this'), await ordersFor(elif, 'Only Elif sees this')];

  await check('another worker’s code puts a second worker beside the first, whose unsent work stays', async () => {
    await home();
    await row('Only Matti sees this').first().waitFor();
    await browser.context.route('**/sync/v1', (route) => route.abort());
    await writes('Only Matti sees this', 'Matti was here');
    await comes(elif);
    await isShown(OTHER);
    // She speaks Finnish until she chooses otherwise.
    await page().getByRole('link', { name: 'Asetukset' }).click();
    await page().locator('#language').selectOption('en');
    await home();
    await page().getByRole('heading', { name: 'Today' }).first().waitFor();
    assert.equal(await row('Only Matti sees this').count(), 0);
    await worker.goesTo('Settings');
    await other(matti.name).getByText('2 things are only on this phone').waitFor();
    assert.equal(await other(matti.name).getByRole('button', { name: /^Remove/ }).count(), 0, 'who has unsent work stays');
    await see('shared');
  });

  await check('what the first one wrote goes while the second is shown, as the first one’s', async () => {
    await browser.context.unroute('**/sync/v1');
    await page().evaluate(() => window.dispatchEvent(new Event('online')));
    await until('Matti’s note is at the office', async () => (await notes(mattis)).length === 1);
    assert.equal((await notes(mattis))[0].worker, matti.id);
    await other(matti.name).getByText('Everything is at the office').waitFor();
    await home();
    await row('Only Elif sees this').first().waitFor();
  });

  await check('two workers’ unsent work outlives a kill, and each finds their own', async () => {
    await worker.losesNetwork();
    await writes('Only Elif sees this', 'Elif was here');
    await switchesTo(matti);
    await row('Only Matti sees this').first().waitFor();
    assert.equal(await row('Only Elif sees this').count(), 0);
    await writes('Only Matti sees this', 'Matti came back');
    await browser.kill();
    await browser.open(`${town.address}/app/`);
    await isShown(matti.name);
    await until('both notes are at the office', async () => (await notes(elifs)).length === 1 && (await notes(mattis)).length === 2);
    assert.equal((await notes(elifs))[0].worker, elif.id);
    await switchesTo(elif);
    await row('Only Elif sees this').first().click();
    await page().getByText('Elif was here').waitFor();
  });

  await check('a worker leaves the phone once the office has everything, and nothing of the other’s goes along', async () => {
    await switchesTo(matti);
    await worker.goesTo('Settings');
    await other(OTHER).getByRole('button', { name: /^Remove/ }).click();
    await page().getByRole('dialog').getByText('The office has all of this work').waitFor();
    await see('shared-remove');
    await page().locator('[data-remove]').click();
    await other(OTHER).waitFor({ state: 'detached' });
    assert.equal(await page().locator('.worker-mark').count(), 0, 'nobody shares it now');
    await home();
    await row('Only Matti sees this').first().waitFor();
    await page().reload();
    await row('Only Matti sees this').first().waitFor();
    await worker.goesTo('Settings');
    await page().getByText('Several people can share this phone').waitFor();
    assert.equal(await page().locator('[data-worker]').count(), 0);
  });
}
