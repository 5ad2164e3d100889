// Where the worker is: by the phone, by a pin, or by a recorded track; and that nobody takes one for the other.

/** North of the others, so that who stands there goes there first. */
const FAR = { latitude: 60.1931, longitude: 24.9507 };

const gpx = (points) => ({
  name: 'round.gpx',
  mimeType: 'application/gpx+xml',
  buffer: Buffer.from(`<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>${points}</trkseg></trk></gpx>`),
});
const point = (seconds, latitude) => `<trkpt lat="${latitude}" lon="${FAR.longitude}"><time>2026-05-04T08:00:0${seconds}Z</time></trkpt>`;

export async function place({ check, assert, desk, worker, until, see }) {
  const { page } = worker;
  const go = (hash) => page.evaluate((to) => { window.location.hash = to; }, hash);
  const mark = page.locator('#place-mark');
  const metres = async (title) => (await page.locator('a.order-row').filter({ hasText: title }).locator('.order-row-way').innerText()).replaceAll(/\s+/g, ' ');

  await check('a pin tells where the worker is, is marked on every screen, and is not told to the office', async () => {
    await desk.decides('pothole', { checklist: [], evidence: [] });
    const id = await desk.orders({ category: 'pothole', address: 'Pinnatie 1', ...FAR, title: 'Far away' });
    await go('#/');
    await page.locator('a.order-row').filter({ hasText: 'Far away' }).waitFor();
    assert.equal(await mark.count(), 0);
    await go('#/settings');
    await page.locator('#place-order').selectOption({ label: 'Pinnatie 1' });
    await mark.getByText('not by this phone').waitFor();
    await see('place-settings');
    await go('#/');
    await until('the list counts from the pin', async () => /^0 m/.test(await metres('Far away')));
    await mark.waitFor();
    await page.locator('a.order-row').filter({ hasText: 'Far away' }).click();
    await page.locator('[data-move="start"]').click();
    await mark.waitFor();
    const { order } = await until('the office has the start', async () => {
      const found = await desk.order(id);
      return found.order.visits.length > 0 && found;
    });
    assert.equal(JSON.stringify(order.visits).includes('60.1931'), false, 'no position that nobody measured');
  });

  await check('a recorded track is played by its own clock, and a file that is none says so', async () => {
    await go('#/settings');
    await page.locator('#track').setInputFiles({ ...gpx(''), buffer: Buffer.from('a song') });
    await page.getByText('This file is no recorded track').waitFor();
    await page.locator('#track').setInputFiles(gpx(`<trkpt lat="60.17" lon="24.95"/>`));
    await page.getByText('This track does not say when').waitFor();
    await page.locator('#track').setInputFiles(gpx(point(0, 60.1801) + point(4, FAR.latitude)));
    await mark.getByText('recorded track').waitFor();
    await go('#/');
    await until('the list counts from the end of the track', async () => /^0 m/.test(await metres('Far away')));
    await see('place-track');
  });

  await check('the phone\'s own position is back at a press', async () => {
    await mark.locator('[data-place="phone"]').click();
    await mark.waitFor({ state: 'detached' });
    await until('the list counts from the phone', async () => /km/.test(await metres('Far away')));
  });
}
