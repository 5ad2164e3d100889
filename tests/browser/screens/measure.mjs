// What can be measured of a screen: what axe finds, the size of targets, and whether text of double size still fits.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A thumb in a glove (field app, citizens) and a mouse (console, WCAG 2.2 AA), in CSS pixels; half a pixel is rounding. */
export const THUMB = 47.5;
export const MOUSE = 23.5;

/** Everything that is wrong with the screen as it is now, a line each. */
export async function faults(page, smallest) {
  return [...(await faultsAtUsualSize(page, smallest)), ...(await atDoubleSize(page))];
}

/**
 * The same without text of double size: a tablet whose letters are twice as large has no room for two columns, which the page learns from
 * the browser and no script can tell it.
 */
export async function faultsAtUsualSize(page, smallest) {
  return [...(await violations(page)), ...(await tooSmall(page, smallest)), ...(await tooLarge(page))];
}

/** Colours change smoothly; half-way they have no contrast. From here on everything on the page changes at once. */
const settle = (page) => page.evaluate(() => {
  const still = new CSSStyleSheet();
  still.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important; }');
  document.adoptedStyleSheets = [still];
});

/** What axe finds, best practices and WCAG 2.2's target size included. */
async function violations(page) {
  await settle(page);
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const TARGET_SIZE = 'target-size';
    const look = async (where, options) => (await window.axe.run(where, { ...options, resultTypes: ['violations'] })).violations;
    // What a bar at the screen's edge covers by half is measured again where it can be scrolled to.
    const staysSmall = async ({ target }) => {
      document.querySelector(target[0]).scrollIntoView({ block: 'center', behavior: 'instant' });
      return (await look({ include: [target] }, { runOnly: [TARGET_SIZE] })).length > 0;
    };
    const lines = [];
    for (const { id, nodes } of await look(document, { rules: { [TARGET_SIZE]: { enabled: true } } })) {
      const wrong = [];
      for (const node of nodes) if (id !== TARGET_SIZE || (await staysSmall(node))) wrong.push(node.html.slice(0, 120));
      if (wrong.length > 0) lines.push(`axe ${id}: ${wrong.join(' | ')}`);
    }
    return lines;
  });
}

async function tooSmall(page, smallest) {
  return page.evaluate((smallest) => {
    const lines = 'a, button, select, input.input, textarea, label.check-row, label.choice';
    const targets = [...document.querySelectorAll(lines)].filter((one) => !one.closest('p, dd, .skip-link, .message-bubble, .visually-hidden, [hidden]'));
    const sizes = targets.map((one) => [one, one.getBoundingClientRect()]);
    const small = sizes.filter(([, box]) => box.width > 1 && Math.min(box.width, box.height) < smallest);
    return small.map(([one, box]) => `target ${Math.round(box.width)}×${Math.round(box.height)}: ${one.outerHTML.slice(0, 120)}`);
  }, smallest);
}

/** The screen as a whole must not have to be pushed sideways; one with bars of its own scrolls between them and never as a whole. */
async function tooLarge(page) {
  const [wide, high] = await page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return [scrollWidth - window.innerWidth, document.querySelector('.app, .desk') ? scrollHeight - window.innerHeight : 0];
  });
  return [...(wide > 0 ? [`${wide} px wider than the screen`] : []), ...(high > 0 ? [`${high} px higher than the screen, beside what scrolls in it`] : [])];
}

/** The same with text of double size; words may wrap, but neither stick out nor be cut off. */
async function atDoubleSize(page) {
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  await settle(page);
  const found = [
    ...(await tooLarge(page)),
    ...(await page.evaluate(() => {
      const words = [...document.querySelectorAll('a, button, h1, h2, h3, label, dt, dd, .chip, .tag, .banner')];
      const cut = words.filter((one) => {
        const style = getComputedStyle(one);
        return one.offsetWidth > 1 && style.textOverflow !== 'ellipsis' && style.overflowX !== 'auto' && one.scrollWidth > one.clientWidth + 2 && style.display !== 'inline';
      });
      return cut.map((one) => `cut off: ${one.outerHTML.slice(0, 120)}`);
    })),
  ];
  await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
  await settle(page);
  return found.map((line) => `at 200 %, ${line}`);
}
