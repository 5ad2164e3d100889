// What a worker picks as a photo and nobody can open: it is kept, told about, and sent as it is; the office fetches it.

const TITLE = 'A picture that is damaged';
const NEAR = { latitude: 60.1745, longitude: 24.9502 };
const TOLD = 'This picture could not be opened here';

export async function unopened({ check, assert, desk, worker, until, takePicture, see }) {
  const page = worker.page;
  const picks = async (name, buffer) => {
    await page.locator('[data-add="add-photo"]').click();
    await page.locator('input[type=file][data-role="after"]').setInputFiles({ name, mimeType: 'image/jpeg', buffer });
  };

  await check('a damaged photo is kept, told about, and reaches the office as it is', async () => {
    await desk.decides('pothole', { checklist: [], evidence: ['photo_after'] });
    const id = await desk.orders({ category: 'pothole', address: 'Vironkatu 7', ...NEAR, title: TITLE });
    await page.evaluate(() => { window.location.hash = '#/'; });
    await page.locator('a.order-row').filter({ hasText: TITLE }).first().click();
    await page.locator('[data-move="start"]').click();
    await page.locator('.act [data-move="finish"]').waitFor();

    await picks('empty.jpg', Buffer.alloc(0));
    await worker.reads('This file is empty or cannot be read');
    assert.equal(await page.locator('.photo').count(), 0, 'nothing is kept of nothing');

    const whole = await takePicture(page, 'whole', '#806040');
    const damaged = Buffer.concat([whole.buffer.subarray(0, 200), Buffer.from('60.1699 24.9384')]);
    await picks('damaged.jpg', damaged);
    await page.getByText(TOLD).waitFor();
    const tile = page.locator('.photo[data-file]');
    await tile.waitFor();
    assert.equal(await page.locator('.photo img').count(), 0, 'no broken picture');
    await see('photo-unopened');

    const [record] = await until('the file is at the office', async () => {
      const { order } = await desk.order(id);
      return order.photos.every((one) => one.arrived) && order.photos.length === 1 && order.photos;
    });
    assert.equal(record.width, 0);
    const { headers, bytes } = await desk.fetchesPhoto(record.photo);
    assert.ok(bytes.equals(damaged), 'what the office fetches is what was picked');
    assert.equal(headers.get('content-type'), 'application/octet-stream');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.match(headers.get('content-disposition'), /^attachment; filename="photo-[0-9a-f]{12}\.jpg"$/);

    // It counts as brought: nothing is asked for again.
    await worker.reads(TOLD);
    await worker.finishes();
    await until('the office has it', async () => (await desk.order(id)).order.order.status === 'finished');
    return `${bytes.length} bytes`;
  });
}
