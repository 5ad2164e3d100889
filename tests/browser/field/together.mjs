// Two workers at one order: both see each other, one says that it is done, and the other confirms or goes on.

import { handOn } from './hand.mjs';
import { onPhoneOf } from './other_phone.mjs';

const COLLEAGUE = 'Elif Kaya';
const TITLE = 'A pole for four hands';
const POOLED = 'Whoever is nearer';
const PLACE = { category: 'pothole', address: 'Rauhankatu 2', latitude: 60.1706, longitude: 24.9511 };

export async function together({ check, assert, town, desk, worker, until, see }) {
  const hand = handOn(() => worker.page, desk);
  const submit = (words) => hand.sheet().locator('button[type=submit]').getByText(words);

  await onPhoneOf(COLLEAGUE, { town, desk }, {}, async (colleague) => {
    const other = handOn(() => colleague.page, desk);
    let id;

    await check('two workers begin the same order, and each sees the other there', async () => {
      await desk.decides('pothole', { workers_take: false });
      id = await hand.begins({ title: TITLE, crew: true });
      await other.opens(TITLE);
      await other.moves('start', 'finish');
      const there = (page, name) => page.getByRole('region', { name: 'Also at this order' }).getByRole('listitem').filter({ hasText: name });
      await there(colleague.page, 'Matti Lehtonen').getByText('on site').waitFor();
      await there(worker.page, COLLEAGUE).getByText('on site').waitFor();
      await see('team');
      assert.equal((await desk.order(id)).order.visits.length, 2);
    });

    await check('one says that all of it is done: it waits, and the other reads who said so', async () => {
      await worker.page.locator('.act [data-move="finish"]').click();
      await hand.sheet().getByText('How much of it?').waitFor();
      await see('extent');
      await submit('Save as done').click();
      await hand.sheet().waitFor({ state: 'detached' });
      await colleague.page.getByText(/Matti Lehtonen reports this done at \d\d:\d\d/).waitFor();
      await colleague.page.getByText('Confirm it, or go on working').waitFor();
      await see('reported-done', colleague.page);
      assert.equal((await desk.order(id)).order.order.status, 'finished_unconfirmed');
      await hand.goes('#/receipts');
      await worker.page.getByText('A colleague is still at work there').first().waitFor();
    });

    await check('the other goes on for a while, confirms, and it is finished with the work of both', async () => {
      await colleague.writesNote('Tightened the last bolt');
      await colleague.page.locator('[data-move="confirm"]').click();
      const { visits, notes } = await until('it is finished', async () => {
        const { order } = await desk.order(id);
        return order.order.status === 'finished' && order;
      });
      assert.deepEqual(notes.map(({ text }) => text), ['Tightened the last bolt']);
      assert.equal(visits.length, 2);
      assert.equal(visits.find(({ worker: one }) => one === desk.worker).standing, 'counts');
      await colleague.page.getByText('reports this done at').waitFor({ state: 'detached' });
      await colleague.page.locator('#timer:not([data-runs])').waitFor();
      for (const one of [hand, other]) {
        await one.home();
        await one.row(TITLE).first().waitFor();
        assert.equal(await one.row(TITLE).getByText('read the answer').count(), 0, 'nothing waits any more');
      }
    });

    await check('what a colleague takes out of the pool is free no more, and nothing is taken without a network', async () => {
      const free = ({ page }) => page.locator('.pool-row').filter({ hasText: POOLED });
      const take = (phone) => free(phone).locator('[data-pool="take"]');
      await desk.decides('pothole', { checklist: [], evidence: [], workers_take: true });
      await desk.orders({ ...PLACE, title: POOLED, crew: true });
      await desk.decides('pothole', { workers_take: false });
      await hand.home();
      await take(worker).waitFor();
      await worker.losesNetwork();
      await worker.page.getByText('Orders are taken with a network only').waitFor();
      assert.equal(await take(worker).isDisabled(), true);
      await worker.regainsNetwork();
      await other.home();
      await take(colleague).click();
      await colleague.page.locator('ol').locator(other.row(POOLED)).waitFor();
      await free(worker).waitFor({ state: 'detached' });
      await worker.page.getByText(/^Taken by colleagues/).click();
      await hand.row(POOLED).waitFor();
    });
  });
}
