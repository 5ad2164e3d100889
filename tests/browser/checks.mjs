// Checks that go on after a failure, and the line that tells how many there were; and what every screen must pass.

import { THUMB, faults } from './screens/measure.mjs';

export class Checks {
  #passed = 0;
  #failed = 0;
  #afterFailure;

  /** `afterFailure` is told how many failures there were. */
  constructor(afterFailure = async () => {}) {
    this.#afterFailure = afterFailure;
  }

  /** One check; what `look` answers is said beside its sentence. */
  check = async (sentence, look) => {
    try {
      const said = await look();
      this.#passed += 1;
      console.log(`  ok  ${sentence}${said ? `: ${said}` : ''}`);
    } catch (error) {
      this.#failed += 1;
      console.log(`  FAILED  ${sentence}\n${error.stack ?? error}`);
      await this.#afterFailure(this.#failed);
    }
  };

  /** The last line, and how the process ends. */
  end() {
    console.log(`checks: ${this.#passed} passed, ${this.#failed} failed`);
    process.exitCode = this.#failed ? 1 : 0;
  }
}

/** Everybody can read and press what the screen shows now: axe, sizes of targets, and text of double size. */
export async function readable(page, name, smallest = THUMB) {
  const lines = await faults(page, smallest);
  if (lines.length > 0) throw new Error(`${name}\n    ${lines.join('\n    ')}`);
}
