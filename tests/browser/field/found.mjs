// Something else that is broken, found on the way where there is no network.

import { colours } from './pixels.mjs';

const WORDS = 'A bench lies in the fountain';

export async function found({ check, assert, desk, worker, browser, until, takePicture, see }) {
  const page = () => worker.page;
  const reports = async () => (await desk.ask('GET', `/api/requests?text=${encodeURIComponent(WORDS)}`)).rows;

  await check('a new problem is reported without a network, outlives a kill, and comes once, with its photo', async () => {
    await page().evaluate(() => { window.location.hash = '#/'; });
    await page().evaluate(() => navigator.serviceWorker.ready);
    await page().locator('#report').click();
    await worker.losesNetwork();
    const save = page().getByRole('button', { name: 'Save the report' });
    assert.equal(await save.isDisabled(), true, 'nothing is known yet');
    await page().locator('#report-category').selectOption('pothole');
    await page().locator('#report-description').fill(WORDS);
    await page().locator('#report-address').fill('Kaisaniemenpuisto');
    await page().getByText('This phone’s position goes with it').waitFor();
    await page().locator('input[data-role="report"]').setInputFiles(await takePicture(page(), 'bench', '#20a040'));
    await page().getByText('Photo taken').waitFor();
    await see('report-ready');
    await save.click();
    await page().getByRole('heading', { name: 'Today' }).first().waitFor();
    await browser.kill();
    await browser.open('about:blank');
    await worker.losesNetwork();
    await page().goto(`${worker.town.address}/app/#/receipts`);
    const slip = page().locator('.receipt').filter({ hasText: 'New problems reported' });
    await slip.waitFor();
    await until('report and photo are on this phone', async () => (await worker.counts('on this phone')) === 2);
    await see('report-receipt');
    assert.deepEqual(await reports(), [], 'the office cannot know yet');

    await worker.regainsNetwork();
    await until('the phone has handed in', async () => (await worker.counts('on this phone')) === 0);
    const [row, ...doubles] = await until('the office has it', async () => {
      const rows = await reports();
      return rows.length > 0 && rows;
    });
    assert.deepEqual(doubles, []);
    assert.equal(row.place.address, 'Kaisaniemenpuisto');
    assert.ok(Math.abs(row.place.position.latitude - 60.1702) < 0.0001, 'where the phone was');
    const { photos } = await until('its photo is there', async () => {
      const request = await desk.ask('GET', `/api/requests/${row.id}`);
      return request.photos.length > 0 && request;
    });
    assert.equal(photos.length, 1);
    const [[red, green, blue]] = await colours(page(), await desk.photoOfRequest(row.id, photos[0]), [[0.9, 0.1]]);
    assert.ok(green > red + 60 && green > blue + 60, `the bench is green: ${[red, green, blue]}`);

    await page().reload();
    await page().getByText('The office has everything').first().waitFor();
    assert.equal((await reports()).length, 1);
  });
}
