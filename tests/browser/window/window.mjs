// The app's window, as a process: it writes what is drawn, read back from its page.

import { execFileSync, spawn } from 'node:child_process';

import { until } from '../story/town.mjs';

const { FIELD_WINDOW: program } = process.env;

/** The first window after a build reads a hundred megabytes of program, on a machine that may be busy. */
const PATIENCE_SECONDS = 60;

export class Window {
  #process;
  #display;
  #said = '';
  #errors = '';

  /** Everything of a home lies in its directory; nothing of the one that started the tests is touched. */
  static open(display, data, { link, authority, language = 'en_GB.UTF-8' }) {
    const window = new Window();
    const options = ['--data', data, '--report', ...(link ? ['--enrol', link] : [])];
    const env = {
      PATH: process.env.PATH,
      HOME: data,
      DISPLAY: display.name,
      LANG: language,
      GDK_BACKEND: 'x11',
      // There is no session's bus and no graphics card.
      GSETTINGS_BACKEND: 'memory',
      NO_AT_BRIDGE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      ...(authority ? { SSL_CERT_FILE: authority } : {}),
    };
    window.#display = display.name;
    window.#process = spawn(program, options, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    window.#process.stdout.on('data', (text) => (window.#said += text));
    window.#process.stderr.on('data', (text) => (window.#errors += text));
    return window;
  }

  /** Waits until these words stand on the screen; answers all that stand there. */
  async shows(words) {
    try {
      return await until(words, () => this.#words().includes(words) && this.#words(), PATIENCE_SECONDS);
    } catch (error) {
      throw new Error(`${error.message}\nthe screen: ${this.#words()}\nerrors: ${this.#errors}`);
    }
  }

  /** Waits for a heading that is none of these, and answers it. */
  async isHeaded(...others) {
    const heading = () => this.#last().title;
    return until(`another heading than ${others}`, () => heading() && !others.includes(heading()) && heading(), PATIENCE_SECONDS);
  }

  /** A press, by the screen's own mouse. */
  press(x, y) {
    execFileSync('xdotool', ['mousemove', x, y, 'click', '1'].map(String), { env: { PATH: process.env.PATH, DISPLAY: this.#display } });
  }

  /** Waits until it complains so. */
  async complains(words) {
    await until(words, () => this.#errors.includes(words), PATIENCE_SECONDS);
  }

  /** What can be read on the screen now. */
  #words() {
    return this.#last().words;
  }

  #last() {
    const lines = this.#said.split('\n').slice(0, -1);
    return lines.length ? JSON.parse(lines.at(-1)) : { title: '', words: '' };
  }

  async kill() {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGKILL');
    await ended;
  }
}
