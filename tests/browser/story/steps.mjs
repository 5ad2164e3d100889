// The story, step by step. Each step stands on the ones before.

import assert from 'node:assert/strict';

import { takePicture } from './browsers.mjs';
import { until } from './town.mjs';

const AINO = { phone: '040 123 4567', international: '+358401234567', email: 'aino@example.org', language: 'fi' };
const LAMP = {
  ...AINO,
  category: 'Street lamp',
  description: 'The lamp <b>flickers</b> & goes out at night',
  place: { address: 'Unioninkatu 32', latitude: 60.1696, longitude: 24.9503 },
};
const TREE = {
  phone: '050 765 4321',
  email: 'veikko@example.org',
  language: 'en',
  category: 'Fallen tree or branch',
  description: 'Blocks the pavement',
  place: { address: 'Kaisaniemenkatu 5', latitude: 60.1708, longitude: 24.9467 },
};
/** Aino reported twice, and got two receipts on each channel. */
const RECEIPTS = 2;
const ON_THE_WAY = 3_000;

export async function play({ report, mail, town, citizen, office, worker }) {
  const step = (sentence, action) => report.step(sentence, action);
  const see = (page, name) => report.picture(page, name);
  const seen = {};

  await step('the town is seeded and served', () => town.start());

  await step('a citizen reports a dark street lamp, without JavaScript, and gets a receipt', async () => {
    seen.code = await citizen.reports(LAMP);
    await see(citizen.page, '01-receipt');
  });
  await step('a code that never was says so and gives nothing away', async () => {
    assert.match(await citizen.follows('0000-0000-0000-0'), /No case has this code|typing mistake/);
  });
  await step('the dispatcher logs in; a wrong password is told from a right one', async () => {
    await office.logsIn('dispatcher', 'demo-dispatcher');
    await see(office.page, '02-requests');
  });
  await step('somebody calls about the same lamp; the operator sees who it is and records it in a minute', async () => {
    const call = await office.takesCall({
      phone: AINO.phone,
      category: LAMP.category,
      address: LAMP.place.address,
      description: 'Same lamp, called because it is dark again',
    });
    assert.ok(call.earlier, 'the earlier request of this number is shown');
    assert.notEqual(call.code, seen.code);
    await see(office.page, '03-call');
  });
  await step('one order is made of both reports, for the lighting crew', async () => {
    const made = await office.makesOrder(LAMP.place.address, 2, 'Katuvalot 1');
    await see(office.page, '04-order-made');
    return made.replaceAll('\n', ' ');
  });
  await step('a fallen tree assigns itself to the crew on shift, and says why', async () => {
    await citizen.reports(TREE);
    await office.opensOrder(TREE);
    await office.sees(/is on shift/);
  });
  await step('a phone is enrolled by the link of the QR code; a wrong code is refused in a sentence', async () => {
    await worker.enrols(await office.enrols('Matti'));
    await see(worker.page, '05-today');
  });
  await step('the worker opens the order and sees how far and in which direction it is', async () => {
    await worker.opensOrder(LAMP.place.address);
    await worker.page.getByText(/\d+\sm$/).first().waitFor();
    const link = worker.page.getByRole('link', { name: /navigation/ });
    assert.match(await link.getAttribute('href'), /^(geo:|https:)/);
    await see(worker.page, '06-order');
    await office.opensOrder(LAMP);
  });
  await step('a time is agreed on with a resident, and the worker reads it', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const dialog = await office.agreesOn(tomorrow, '14:00', '16:00');
    await see(office.page, '06-agreed');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await office.sees(/14:00–16:00/);
    await worker.page.getByText(/Agreed for .*14:00–16:00/).waitFor();
    await see(worker.page, '06-agreed-on-the-phone');
    await office.goesTo('Orders');
    await office.card(LAMP).getByText(/agreed for .*14:00–16:00/).waitFor();
    await see(office.page, '06-agreed-on-the-board');
    await office.opensOrder(LAMP);
  });
  await step('a second tab is told that the app is open elsewhere', async () => {
    const second = await worker.browser.context.newPage();
    await second.goto(`${town.address}/app/`);
    await second.getByText('Kuitti is open in another tab').waitFor();
    await second.close();
  });

  await step('the network goes away, and the server dies', async () => {
    await worker.losesNetwork();
    await town.kill();
  });
  await step('without network the worker accepts, goes and begins', async () => {
    await worker.moves('Accept', 'On my way');
    await worker.moves('On my way', 'Start');
    await worker.moves('Start', 'Finish');
  });
  await step('the checklist is ticked and two photos are taken', async () => {
    await worker.answersChecklist();
    await worker.photographs('before', await takePicture(worker.page, 'dark lamp', '#203040'));
    await worker.photographs('after', await takePicture(worker.page, 'bright lamp', '#b08020'));
    await see(worker.page, '07-evidence');
  });
  await step('an empty file is refused in a sentence; one that cannot be opened is kept as it is, and that is said', async () => {
    const picked = (words) => ({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(words) });
    await worker.offersAsPhoto(picked(''));
    await worker.reads('This file is empty or cannot be read');
    await worker.offersAsPhoto(picked('this is not a photo'));
    await worker.page.locator('.photo[data-file]').waitFor();
    await worker.reads('This picture could not be opened here');
  });
  await step('the browser is killed; everything is still there, still without a network', async () => {
    const order = worker.page.url();
    await worker.browser.kill();
    await worker.browser.open('about:blank');
    await worker.losesNetwork();
    await worker.page.goto(order);
    await until('both photos are back', async () => (await worker.page.locator('button.photo').count()) === 2);
    assert.equal(await worker.page.locator('.photo[data-file]').count(), 1);
  });
  await step('a note, time and material are added, and the order is finished', async () => {
    await worker.writesNote('Ballast replaced <i>and</i> cover closed');
    await worker.recordsTime(25);
    await worker.recordsMaterial();
    await worker.finishes();
    await see(worker.page, '08-finished');
  });
  await step('the receipts screen shows all of it as on this phone', async () => {
    await worker.goesTo('Receipts');
    seen.onPhone = await worker.counts('on this phone');
    assert.ok(seen.onPhone >= 10, `only ${seen.onPhone} things on the phone`);
    await see(worker.page, '09-on-this-phone');
    return `${seen.onPhone} things`;
  });
  await step('the citizen has been told nothing but that the report arrived', async () => {
    await town.start();
    assert.equal(mail.to(AINO.email).length, RECEIPTS);
    assert.equal((await citizen.textMessages(AINO.international)).length, RECEIPTS);
  });
  await step('the network comes back: operations first, photos after, each with its receipt', async () => {
    await office.sees('live');
    seen.back = Date.now();
    await worker.regainsNetwork();
    await until('nothing is only on the phone any more', async () => (await worker.counts('on this phone')) === 0);
    assert.equal(await worker.counts('to be read'), 0);
    await see(worker.page, '10-applied');
  });
  await step('the citizen gets exactly one e-mail and one text message about the completion', async () => {
    const done = await until('the e-mail is handed over', () => mail.to(AINO.email)[RECEIPTS]);
    seen.delay = done.at - seen.back;
    assert.ok(seen.delay < ON_THE_WAY, `it took ${seen.delay} ms from the network's return`);
    const texts = await until('the text message is in the inbox', async () => {
      const all = await citizen.textMessages(AINO.international);
      return all.length > RECEIPTS && all;
    });
    assert.equal(texts.length, RECEIPTS + 1);
    assert.match(done.mail.text, /valmis|korjattu|tehty/i);
    await see(citizen.page, '11-inbox');
    return `${seen.delay} ms after the network came back`;
  });
  await step('the dispatcher’s screen has changed by itself: the photos, and as of when the phone has sent everything', async () => {
    await office.sees('Finished');
    await office.sees(/everything sent, as of/);
    await until('both photos are shown', async () => (await shownPhotos(office.page)) >= 2);
    assert.equal(await office.page.locator('a[download]').count(), 1, 'the file that could not be opened can be fetched');
    await see(office.page, '12-order-done');
  });
  await step('the tracking page shows the stages and the photo taken afterwards', async () => {
    const page = await citizen.follows(seen.code);
    assert.match(page, /Done|The work is done/);
    assert.equal(await citizen.page.locator('figure img').count() > 0, true);
    await see(citizen.page, '13-tracking');
  });
  await step('what people wrote is shown as they wrote it, and is no HTML', async () => {
    await office.sees('Ballast replaced <i>and</i> cover closed');
    assert.equal(await office.page.locator('main i').filter({ hasText: 'and' }).count(), 0);
  });
  await step('after another kill of the server nothing is told again', async () => {
    await town.kill();
    await town.start();
    await worker.page.reload();
    await worker.page.getByText('The office has everything').first().waitFor();
    assert.equal(mail.to(AINO.email).length, RECEIPTS + 1);
    assert.equal((await citizen.textMessages(AINO.international)).length, RECEIPTS + 1);
  });
}

/// Photos of an order that are on the screen, not only in the page.
async function shownPhotos(page) {
  const photos = page.locator('img[src*="/api/photos/"]');
  return photos.evaluateAll((images) => images.filter((image) => image.complete && image.naturalWidth > 0).length);
}
