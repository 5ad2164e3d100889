// A screen that nobody looks at: Xvfb, with what is on it in a file.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { until } from '../story/town.mjs';

/** What the top of every screen is painted with, by theme: blue, green, red. A button has as many pixels; an empty screen has none. */
const MASTHEAD = { colours: [[0x5a, 0x4f, 0x0b], [0x36, 0x2f, 0x0a]], enough: 5_000 };
/** Houses on the street map: only tiles bring them. A quarter of a town's middle is houses. */
export const HOUSES = { colours: [[0xda, 0xe3, 0xe6], [0x2b, 0x2c, 0x1f]], enough: 50_000 };

export class Display {
  #process;
  #picture;

  static async open(directory) {
    const display = new Display();
    display.#picture = join(directory, 'Xvfb_screen0');
    // It would begin anew when its last window is gone, and refuse the next one meanwhile.
    const options = ['-displayfd', '1', '-screen', '0', '1280x900x24', '-fbdir', directory, '-nolisten', 'tcp', '-noreset'];
    display.#process = spawn('Xvfb', options, { stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    display.#process.stdout.on('data', (text) => (said += text));
    await until('a screen', () => said.includes('\n'));
    display.name = `:${said.trim()}`;
    return display;
  }

  /** Waits until something of ours is on it; answers how many pixels. */
  async isPainted({ colours, enough } = MASTHEAD) {
    const painted = () => {
      const count = this.#count(colours);
      return count > enough && count;
    };
    return until(`${enough} pixels of ${JSON.stringify(colours)} on the screen`, painted);
  }

  #count(colours) {
    const picture = readFileSync(this.#picture);
    // An XWD file: its head says how long the head is, and how many colours follow it, of 12 bytes each.
    const pixels = picture.subarray(picture.readUInt32BE(0) + picture.readUInt32BE(76) * 12);
    let count = 0;
    for (let at = 0; at + 3 < pixels.length; at += 4) {
      if (colours.some((colour) => colour.every((part, place) => pixels[at + place] === part))) count += 1;
    }
    return count;
  }

  async close() {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill();
    await ended;
  }
}
