// What a worker brought to an order by mistake is taken back, without a network too.

const NEAR = { latitude: 60.1704, longitude: 24.9509 };

export async function takingBack({ check, assert, desk, worker, until, takePicture, see }) {
  const page = () => worker.page;
  const sure = async () => {
    await page().locator('[data-sure]').click();
    await page().locator('[data-sure]').waitFor({ state: 'detached' });
  };

  await check('an own note and an own photo are taken back, and the office does not show them', async () => {
    await desk.decides('pothole', { checklist: [], evidence: [] });
    const title = 'The wrong order';
    const id = await desk.orders({ category: 'pothole', address: 'Vuorikatu 8', ...NEAR, title });
    await page().evaluate(() => { window.location.hash = '#/'; });
    await page().locator('a.order-row').filter({ hasText: title }).first().click();
    await page().locator('[data-move="start"]').click();
    await page().locator('.act [data-move="finish"]').waitFor();
    await worker.losesNetwork();
    await worker.writesNote('Belongs elsewhere');
    await worker.photographs('other', await takePicture(page(), 'elsewhere', '#553311'));

    await page().locator('.brought li').filter({ hasText: 'Belongs elsewhere' }).locator('[data-take-back]').click();
    await page().getByText('It disappears from the order').waitFor();
    await see('take-back');
    await sure();
    await page().getByText('Belongs elsewhere').waitFor({ state: 'detached' });

    await page().locator('button.photo').click();
    await page().locator('.photo-viewer [data-take-back]').click();
    await sure();
    await page().locator('.photo-viewer').waitFor({ state: 'detached' });
    await until('the photo is gone from the order', async () => (await page().locator('button.photo').count()) === 0);

    await worker.regainsNetwork();
    const order = async () => (await desk.order(id)).order;
    await until('the office hides both', async () => {
      const { notes, photos } = await order();
      return notes.length === 1 && photos.length === 1 && notes[0].hidden && photos[0].hidden;
    });
    assert.equal((await order()).notes[0].text, 'Belongs elsewhere', 'that it was there stays on record');
  });
}
