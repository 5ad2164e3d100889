// Work that does not end as planned: it cannot be taken, is handed back, is not done, or something cannot be brought. Each has its
// reason, and the office reads it.

import { handOn } from './hand.mjs';

const PHOTO = { checklist: [], evidence: ['photo_after'] };
const LINE = [{ item: 'voltage', label: { en: 'Voltage' }, kind: { type: 'number', unit: 'V' }, required: true }];

export async function refusals({ check, assert, desk, worker, until, takePicture, see }) {
  const page = () => worker.page;
  const hand = handOn(page, desk);
  const submit = () => hand.sheet().locator('button[type=submit]');
  const at = (id, state) => until(`the office has it as ${state}`, async () => {
    const { order } = await desk.order(id);
    return order.order.status === state && order;
  });
  const goesFromTheList = async (title) => {
    await hand.home();
    await until(`${title} is no longer to do`, async () => (await page().locator('ol').locator(hand.row(title)).count()) === 0);
  };

  await check('an order that cannot be taken goes with its reason, and the office reads it', async () => {
    const title = 'Nobody can take this';
    const id = await hand.gets({ title });
    await page().locator('.act [data-move="decline"]').click();
    assert.equal(await submit().isDisabled(), true, 'not without a reason');
    await hand.sheet().getByRole('button', { name: 'No vehicle' }).click();
    await see('decline');
    await hand.saves('Cannot take it');
    await goesFromTheList(title);
    const { visits } = await at(id, 'declined');
    assert.deepEqual(visits.map(({ state, reason }) => [state, reason]), [['declined', 'No vehicle']]);
  });

  await check('an order is handed back without a network, with words of one’s own', async () => {
    const title = 'To be handed back';
    const id = await hand.begins({ title });
    await at(id, 'in_work');
    await worker.losesNetwork();
    await page().locator('[data-move="hand-back"]').click();
    await hand.sheet().locator('#reason').fill('The pipe is too deep for us');
    await hand.saves('Hand back');
    await goesFromTheList(title);
    assert.equal((await desk.order(id)).order.order.status, 'in_work');
    await worker.regainsNetwork();
    const { visits } = await at(id, 'declined');
    assert.deepEqual(visits.map(({ state, reason }) => [state, reason]), [['handed_back', 'The pipe is too deep for us']]);
  });

  await check('what was not done is saved with why, and needs no photo for that', async () => {
    const id = await hand.begins({ title: 'Behind a locked gate' }, PHOTO);
    await page().locator('.act [data-move="finish"]').click();
    await hand.sheet().locator('[data-outcome="not-done"]').click();
    assert.equal(await submit().isDisabled(), true, 'not without a reason');
    await hand.sheet().getByText('no access', { exact: true }).click();
    await see('not-done');
    await hand.saves('Save as not done');
    const { visits } = await at(id, 'finished');
    assert.deepEqual(visits[0].outcome, { result: 'not_done', reason: 'no_access' });
    assert.equal(await page().getByText('A photo from after the work is still needed').count(), 0, 'nothing is asked for any more');
  });

  await check('what is the same as another order says which', async () => {
    const id = await hand.begins({ title: 'Reported twice' });
    await page().locator('.act [data-move="finish"]').click();
    await hand.sheet().locator('[data-outcome="not-done"]').click();
    await hand.sheet().getByText('same as another order').click();
    assert.equal(await submit().isDisabled(), true, 'not without its number');
    await hand.sheet().locator('#duplicate-of').fill('T-2026-00017');
    await hand.saves('Save as not done');
    const { visits } = await at(id, 'finished');
    assert.deepEqual(visits[0].outcome, { result: 'not_done', reason: { duplicate_of: 'T-2026-00017' } });
  });

  await check('what must be brought and cannot be is left out with a reason, which stands on the phone and at the office', async () => {
    const id = await hand.begins({ title: 'Too dark for a photo' }, { ...PHOTO, checklist: LINE });
    await page().locator('.act [data-move="finish"]').click();
    await hand.sheet().getByText('A photo from after the work is still needed').waitFor();
    await hand.sheet().getByText('1 line of the checklist is still needed').waitFor();
    assert.equal(await submit().isDisabled(), true, 'not without a reason');
    await hand.sheet().locator('#could-not').getByRole('button', { name: 'Too dark' }).click();
    await see('could-not');
    await hand.saves('Save without it');
    await hand.opens('Too dark for a photo');
    for (const what of ['After', 'Voltage']) await page().locator('.brought').getByText(`Not brought, ${what}: Too dark`).waitFor();
    const { exemptions } = await at(id, 'finished');
    assert.deepEqual(exemptions.map(({ reason }) => reason), ['Too dark', 'Too dark']);
  });

  await check('a photo that could be taken after all needs no reason any more', async () => {
    const id = await hand.begins({ title: 'Light enough after all' }, PHOTO);
    await page().locator('.act [data-move="finish"]').click();
    await hand.sheet().locator('#could-not').waitFor();
    await page().keyboard.press('Escape');
    await hand.sheet().waitFor({ state: 'detached' });
    await worker.photographs('after', await takePicture(page(), 'light', '#405060'));
    await worker.finishes();
    const { exemptions = [] } = await at(id, 'finished');
    assert.deepEqual(exemptions, []);
  });
}
