// The field app as a program: does its window come up with an empty directory, with the screens drawn and its own engine
// answering; does it connect to a real office, and still know the day's orders, and the streets around them, when it was killed
// and the office is gone?
//
//   node window.mjs      (started by `cargo xtask test`)

import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Checks } from './checks.mjs';
import { Desk } from './field/desk.mjs';
import { Town } from './story/town.mjs';
import { Display, HOUSES } from './window/display.mjs';
import { Lock } from './window/lock.mjs';
import { Window } from './window/window.mjs';

/** A small extract of OpenStreetMap, which is no part of the repository. */
const EXTRACT = fileURLToPath(new URL('../../../shared/data/maps/Helsinki.osm.pbf', import.meta.url));
/** Nobody listens: these checks send no mail. */
const NO_MAIL = 1;
const FIRST_SCREEN = 'Connect this phone';
/** In a window of 1024 by 768, in the corner of the screen. */
const FIRST_ROW = [560, 360];
const SECOND_ROW_BESIDE = [280, 370];
const MAP_TAB = [43, 222];
const PIN_BUTTON = [974, 252];
const SOMEWHERE_ON_THE_MAP = [330, 520];

const opened = [];
const closeAll = async () => {
  for (const window of opened) await window.kill();
};
// A window that is left open would keep its store from the next one.
const checks = new Checks(closeAll);
const { check } = checks;

const town = await Town.found(NO_MAIL);
const hasMap = town.map(EXTRACT);
await town.start();
const desk = new Desk(town);
await desk.logIn();
const lock = await Lock.before(town);
const display = await Display.open(town.directory);
const open = (name, options = {}) => {
  const data = join(town.directory, name);
  mkdirSync(data, { recursive: true });
  const window = Window.open(display, data, options);
  opened.push(window);
  return window;
};

try {
  await check('a window comes up with an empty directory, drawn', async () => {
    const start = Date.now();
    const window = open('empty');
    await window.shows(FIRST_SCREEN);
    const took = Date.now() - start;
    assert.ok(existsSync(join(town.directory, 'empty', 'kuitti.db')), 'its engine made a store');
    await display.isPainted();
    await window.kill();
    return `${took} ms`;
  });

  await check('a second window waits for the store, and goes on when the first is gone', async () => {
    const first = open('shared');
    await first.shows(FIRST_SCREEN);
    const second = open('shared');
    await second.shows('Kuitti is open in another');
    await first.kill();
    await second.shows(FIRST_SCREEN);
    await second.kill();
  });

  await check('it speaks the language of the system', async () => {
    const window = open('finnish', { language: 'fi_FI.UTF-8' });
    await window.shows('Liitä tämä puhelin');
    await window.kill();
  });

  const [, link] = town.seed.match(/(https?:\S+#enrol=\S+)/);
  await check('it does not speak with an office whose certificate nobody knows', async () => {
    const window = open('unknown', { link: link.replace(town.address, lock.address) });
    await window.complains('this device was not connected');
    await window.shows(FIRST_SCREEN);
    await window.kill();
  });

  await check('it connects to an office behind TLS by a link and shows the orders of the day', async () => {
    const window = open('enrolled', { link: link.replace(town.address, lock.address), authority: lock.authority });
    const words = await window.shows('orders to do');
    assert.match(words, /Street lamp/);
    const device = await desk.device();
    assert.match(JSON.stringify(device), /Linux, Kuitti/, 'the office knows what it is');
    await window.kill();
    return words.match(/\d+ orders to do/)[0];
  });

  const streets = async (window) => {
    await window.shows('orders to do');
    window.press(...MAP_TAB);
    await window.shows('OpenStreetMap');
    return display.isPainted(HOUSES);
  };
  if (hasMap) {
    await check('the street map comes from the office and is drawn', async () => {
      const window = open('enrolled', { authority: lock.authority });
      const pixels = await streets(window);
      await window.kill();
      return `${pixels} pixels of houses`;
    });
  }

  await check('killed, and without the office, it still has them', async () => {
    await town.kill();
    const window = open('enrolled');
    const words = await window.shows('orders to do');
    assert.match(words, /Street lamp/);
    await window.shows('no answer');
    await window.kill();
  });

  await check('a press opens an order, and a press on the list beside it the next one', async () => {
    const window = open('enrolled');
    await window.shows('orders to do');
    window.press(...FIRST_ROW);
    const first = await window.isHeaded('Today', 'Work order');
    window.press(...SECOND_ROW_BESIDE);
    const second = await window.isHeaded(first, 'Today', 'Work order');
    await window.kill();
    return `${first}, then ${second}`;
  });

  if (hasMap) {
    await check('the streets are there without the office, and a press on them puts a pin where the worker is', async () => {
      const window = open('enrolled');
      await streets(window);
      window.press(...PIN_BUTTON);
      await window.shows('Press the place on the map');
      window.press(...SOMEWHERE_ON_THE_MAP);
      await window.shows('not by this phone');
      await window.kill();
    });
  } else {
    console.log(`  not run: the street map in the window (there is no ${EXTRACT})`);
  }
} finally {
  await closeAll();
  await display.close();
  await lock.close();
  await town.demolish();
}
checks.end();
