// A worker's day in a real browser: few taps, stops finished together, forms, a calendar of one's own, the pool, the shift's end; a
// pin and a track; the way there; two at one order; what is refused, not done or cannot be brought; a phone of another shape, with
// ears, without WebGL, with a wrong clock; what was finished too soon or brought by mistake; a phone that two workers share; and what
// must not stop it: a damaged photo, a full phone, no network for days, a locked phone, a new version of the app.
//
//   node field.mjs [--pictures DIR]      (started by `cargo xtask test`)

import assert from 'node:assert/strict';

import { Checks, readable } from './checks.mjs';
import { bundles } from './field/bundles.mjs';
import { phone, takePicture } from './story/browsers.mjs';
import { Report } from './story/report.mjs';
import { Town, until } from './story/town.mjs';
import { Worker } from './story/worker.mjs';
import { Desk } from './field/desk.mjs';
import { careful } from './field/careful.mjs';
import { clock } from './field/clock.mjs';
import { day } from './field/day.mjs';
import { finding } from './field/finding.mjs';
import { found } from './field/found.mjs';
import { full } from './field/full.mjs';
import { going } from './field/going.mjs';
import { installing } from './field/installing.mjs';
import { largePhoto } from './field/large_photo.mjs';
import { mistakes } from './field/mistakes.mjs';
import { ownCalendar } from './field/own_calendar.mjs';
import { place } from './field/place.mjs';
import { plainMap } from './field/plain_map.mjs';
import { refusals } from './field/refusals.mjs';
import { shared } from './field/shared.mjs';
import { speaking } from './field/speaking.mjs';
import { tablet } from './field/tablet.mjs';
import { timer } from './field/timer.mjs';
import { together } from './field/together.mjs';
import { trouble } from './field/trouble.mjs';
import { undo } from './field/undo.mjs';
import { unopened } from './field/unopened.mjs';
import { wifi } from './field/wifi.mjs';

/** One after the other on the same phone, which the last of them locks. */
const PARTS = [
  ...[day, ownCalendar, unopened, place, full, finding, going, plainMap, found, timer, largePhoto, wifi],
  ...[refusals, together, speaking, installing, tablet, clock, careful, undo, mistakes, shared, trouble],
];
/** Nobody listens: these checks send no mail. */
const NO_MAIL = 1;

const flag = process.argv.indexOf('--pictures');
const pictures = new Report(flag > 0 ? process.argv[flag + 1] : null);

const checks = new Checks((failures) => pictures.picture(worker.page, `failed-${failures}`));
const { check } = checks;

const town = await Town.found(NO_MAIL);
await town.start();
const desk = new Desk(town);
const browser = phone(town.directory);
const worker = new Worker(browser, town);
try {
  await desk.logIn();
  const [, link] = town.seed.match(/(https?:\S+#enrol=\S+)/) ?? [];
  const page = await browser.open(link);
  await page.getByRole('button', { name: 'Connect' }).click();
  await page.getByRole('heading', { name: 'Today' }).first().waitFor();
  /** What is worth a picture has to be readable too: sheets, cards and banners that no tour of the screens comes by. */
  const see = async (name, page = worker.page) => {
    await pictures.picture(page, name);
    await readable(page, name);
  };
  const stage = { check, assert, town, desk, worker, browser, until, takePicture, see };
  for (const part of PARTS) await part(stage);
} finally {
  await browser.close();
  await town.demolish();
  bundles.remove();
}
checks.end();
