// What was finished too quickly can be taken back for a while, with a network and without, and not any longer.

const NEAR = { latitude: 60.1706, longitude: 24.9511 };
/** Time enough for a slow machine, and short enough to be waited for. */
const LONG = 120;
const SHORT = 8;

export async function undo({ check, assert, town, desk, worker, until, see }) {
  const page = () => worker.page;
  const row = (title) => page().locator('a.order-row').filter({ hasText: title });
  const countdown = () => page().locator('.act').filter({ hasText: 'You can take this back' });
  const seconds = async () => {
    const [, minutes, rest] = (await countdown().innerText()).match(/(\d+):(\d\d)/);
    return Number(minutes) * 60 + Number(rest);
  };
  const status = async (id) => (await desk.order(id)).order.order.status;

  /** An order is finished, and its screen is open. */
  const finished = async (title) => {
    await desk.decides('pothole', { checklist: [], evidence: [] });
    const id = await desk.orders({ category: 'pothole', address: 'Rauhankatu 4', ...NEAR, title });
    await page().evaluate(() => { window.location.hash = '#/'; });
    await row(title).first().waitFor();
    await row(title).first().click();
    await page().locator('[data-move="start"]').click();
    await worker.finishes();
    if ((await page().evaluate(() => window.location.hash)) === '#/') await row(title).first().click();
    return id;
  };
  const takenBack = async () => {
    await countdown().getByRole('button').click();
    await page().locator('.act [data-move="finish"]').waitFor();
    await countdown().waitFor({ state: 'detached' });
  };

  await check('a completion is taken back while its time runs, and the work goes on', async () => {
    await town.grantsUndo(LONG);
    await page().reload();
    const id = await finished('Finished too soon');
    await countdown().waitFor();
    const before = await seconds();
    assert.ok(await countdown().isVisible() && (await countdown().boundingBox()).y < page().viewportSize().height, 'it is in sight');
    await see('undo');
    await until('the time runs', async () => (await seconds()) < before);
    assert.ok(before <= LONG, 'not longer than the town grants');
    await until('the office knows the completion', async () => (await status(id)) === 'finished');
    await takenBack();
    await until('the office knows better', async () => (await status(id)) === 'in_work');
    await worker.finishes();
    await until('it is finished after all', async () => (await status(id)) === 'finished');
    await page().evaluate(() => { window.location.hash = '#/'; });
    await countdown().filter({ hasText: 'Finished too soon' }).waitFor();
    await see('undo-one');
  });

  await check('what was finished together is taken back together, on the list', async () => {
    const place = { category: 'pothole', address: 'Liisankatu 15', latitude: 60.1748, longitude: 24.9551 };
    const ids = [];
    for (const title of ['First hole', 'Second hole', 'Third hole', 'Fourth hole', 'Fifth hole']) ids.push(await desk.orders({ ...place, title }));
    await page().evaluate(() => { window.location.hash = '#/'; });
    const stop = page().locator('section.stop').filter({ hasText: place.address });
    const finishesAll = async () => {
      await stop.locator('[data-stop="finish"]').click();
      await page().locator('dialog button').filter({ hasText: 'Save all as done' }).click();
      for (const id of ids) await until('all are finished', async () => (await status(id)) === 'finished');
    };
    await finishesAll();
    await countdown().waitFor();
    await see('undo-together');
    await countdown().getByRole('button', { name: 'Take back all 5' }).click();
    await stop.waitFor();
    await countdown().waitFor({ state: 'detached' });
    for (const id of ids) await until('none is finished', async () => (await status(id)) !== 'finished');
    await finishesAll();
  });

  await check('without a network a completion is taken back too, and the office hears of work that goes on', async () => {
    const title = 'Taken back in the cellar';
    const id = await finished(title);
    await takenBack();
    await worker.losesNetwork();
    await worker.finishes();
    if ((await page().evaluate(() => window.location.hash)) === '#/') await row(title).first().click();
    await countdown().waitFor();
    await takenBack();
    await worker.regainsNetwork();
    await page().locator('#sync-strip').getByText('The office has everything').waitFor();
    assert.equal(await status(id), 'in_work');
    assert.equal((await desk.order(id)).order.visits.length, 1);
  });

  await check('when its time is over a completion stays', async () => {
    await town.grantsUndo(SHORT);
    await page().reload();
    const id = await finished('Finished for good');
    await countdown().waitFor();
    await countdown().waitFor({ state: 'detached' });
    await until('the office knows the completion', async () => (await status(id)) === 'finished');
    assert.equal(await page().locator('#undo').count(), 0);
  });
}
