// One line a step, a picture of it where somebody wants to look, and a sum at the end.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

export class Report {
  #steps = 0;
  #pictures;

  constructor(pictures) {
    this.#pictures = pictures;
    if (pictures) mkdirSync(pictures, { recursive: true });
  }

  /** Plays a step. The first one that fails ends the story: the others stand on it. */
  async step(sentence, play) {
    this.#steps += 1;
    try {
      const note = await play();
      console.log(`  ok ${String(this.#steps).padStart(2)}  ${sentence}${note ? ` (${note})` : ''}`);
    } catch (error) {
      console.log(`  FAILED ${this.#steps}  ${sentence}\n${error.stack ?? error}`);
      throw error;
    }
  }

  async picture(page, name) {
    if (this.#pictures && page && !page.isClosed()) await page.screenshot({ path: join(this.#pictures, `${name}.png`) });
  }

  /** The last line, by which the story is judged. */
  close(failed) {
    console.log(`story: ${this.#steps} steps, ${failed} failed`);
  }
}
