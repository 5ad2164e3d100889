// Every screen of the field app, the console and the citizens' pages: as pictures, or measured.
//
//   node screens.mjs --pictures DIR [--languages tr,fa]    every language, light and dark; the field app as phone, tablet and whole
//   node screens.mjs --parts citizen [...]                 some parts only, of citizen, field and console
//   node screens.mjs [--all]                               axe, targets, double text, valid HTML; in English and Persian, or in all

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { SOURCES, source } from './screens/citizen.mjs';
import { faults } from './screens/measure.mjs';
import { plainly } from './screens/plain.mjs';
import { LOCALES, THEMES, Tour } from './screens/tour.mjs';
import { mistakes } from './screens/validity.mjs';

/** One language of each direction, for the short form. */
const MEASURED = ['en', 'fa'];
/** What the short form looks at: a list, a form, a sheet and a case of each part. */
const SHORT = ['citizen/report-mistakes', 'citizen/case', 'field/today', 'field/order-at-work', 'field/finish', 'field/settings', 'console/requests', 'console/order'];
/** Bytes of a page as it is sent: a page for the slowest phone. */
const MOST_BYTES = 30_000;

const value = (name) => process.argv[process.argv.indexOf(name) + 1];
const has = (name) => process.argv.includes(name);
/** Some parts only: `--parts citizen`. */
const PARTS = has('--parts') ? value('--parts').split(',') : undefined;

let passed = 0;
let failed = 0;

function report(sentence, lines) {
  if (lines.length === 0) passed += 1;
  else failed += 1;
  if (lines.length > 0) console.log(`  FAILED  ${sentence}\n    ${lines.join('\n    ')}`);
}

const name = ({ part, screen, language, theme }) => `${part}/${screen}, ${language}, ${theme}`;

/** So long a map is left alone before it counts as drawn, in milliseconds. */
const STILL = 700;
/** The field app has another arrangement there. */
const TABLET = { width: 1024, height: 768 };

/** Streets are drawn piece by piece: waits until nothing changes any more. */
async function drawn(page) {
  let before;
  for (let now = await page.screenshot(); !before?.equals(now); now = await page.screenshot()) {
    before = now;
    await page.waitForTimeout(STILL);
  }
}

async function pictures(tour, folder, languages) {
  let count = 0;
  await tour.visit({ languages, themes: THEMES, parts: PARTS }, async (page, shown) => {
    const place = join(folder, shown.part, shown.screen);
    mkdirSync(place, { recursive: true });
    await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
    if (await page.locator('.map-canvas').count()) await drawn(page);
    const path = join(place, `${shown.language}-${shown.theme}`);
    await page.screenshot({ path: `${path}.png`, fullPage: shown.part === 'citizen' });
    count += 1;
    if (shown.part !== 'field') return;
    const phone = page.viewportSize();
    await page.setViewportSize(TABLET);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    if (await page.locator('.map-canvas').count()) await drawn(page);
    await page.screenshot({ path: `${path}-tablet.png` });
    const below = await page.evaluate(() => { const main = document.querySelector('main'); return main ? main.scrollHeight - main.clientHeight : 0; });
    await page.setViewportSize({ ...phone, height: phone.height + below });
    await page.screenshot({ path: `${path}-whole.png` });
    await page.setViewportSize(phone);
    count += 2;
  });
  console.log(`${count} pictures in ${folder}`);
}

async function measure(tour, languages, themes, wanted) {
  await tour.visit({ languages, themes, parts: PARTS, wanted }, async (page, shown) => {
    report(name(shown), await faults(page, shown.smallest));
  });
}

/** The citizens' pages in every language as they leave the server: small, and valid. */
async function sources(tour) {
  const { page } = tour.citizen;
  for (const language of Object.keys(LOCALES)) {
    for (const path of SOURCES) {
      const html = await source(page, tour.town, path, language);
      const bytes = Buffer.byteLength(html);
      const large = bytes > MOST_BYTES ? [`${bytes} bytes, more than ${MOST_BYTES}`] : [];
      report(`the source of ${path}, ${language}`, [...large, ...(await mistakes(html))]);
    }
  }
}

/** What needs the citizens' own town. */
async function citizens(tour) {
  if (!tour.citizen) return;
  await sources(tour);
  report('the citizens\' pages without styles and scripts', await plainly(tour.town));
}

const tour = await Tour.begin();
try {
  if (has('--pictures')) {
    await pictures(tour, value('--pictures'), has('--languages') ? value('--languages').split(',') : Object.keys(LOCALES));
  } else if (has('--all')) {
    await measure(tour, Object.keys(LOCALES), THEMES, () => true);
    await citizens(tour);
  } else {
    await measure(tour, MEASURED, ['light'], (part, screen) => SHORT.includes(`${part}/${screen}`));
    await citizens(tour);
  }
} catch (error) {
  failed += 1;
  console.log(`  FAILED  ${error.stack ?? error}`);
} finally {
  await tour.end();
}
if (!has('--pictures')) console.log(`checks: ${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
