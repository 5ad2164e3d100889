// The real server on a data directory of its own: it can be killed and comes back at the same address.

import { spawn, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { KUITTI_SERVER: program, KUITTI_WEB: web, KUITTI_CHROMIUM: _browser, KUITTI_BENCH: _bench, ...env } = process.env;

/** A port that was free a moment ago. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Asks `condition` again until it answers something true. */
export async function until(what, condition, seconds = 20) {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await condition();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`gave up waiting for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

export class Town {
  #process = null;
  #log = [];

  /** Seeds the demo town; the server is not started yet. */
  static async found(mailPort, { inbox = true } = {}) {
    const town = new Town();
    town.directory = mkdtempSync(join(tmpdir(), 'kuitti-story-'));
    town.port = await freePort();
    town.address = `http://localhost:${town.port}`;
    town.data = join(town.directory, 'data');
    town.configuration = join(town.directory, 'kuitti.toml');
    writeFileSync(town.configuration, configuration(town.address, mailPort, inbox));
    town.seed = execFileSync(program, ['demo-seed', '--data', town.data, '--config', town.configuration], { encoding: 'utf8', env });
    return town;
  }

  /** Gives the town a street map, when the extract is there. */
  map(extract) {
    if (!existsSync(extract)) return false;
    execFileSync(program, ['map', extract, '--data', this.data], { env });
    return true;
  }

  async start() {
    const options = ['serve', '--data', this.data, '--listen', `127.0.0.1:${this.port}`, '--web', web, '--config', this.configuration];
    this.#process = spawn(program, options, { stdio: ['ignore', 'pipe', 'pipe'], env });
    for (const stream of [this.#process.stdout, this.#process.stderr]) stream.on('data', (text) => this.#log.push(text));
    await until('the server answers', () => fetch(`${this.address}/healthz`).then((answer) => answer.ok, () => false));
  }

  /** Starts anew; from now on a completion can be taken back for so long. */
  async grantsUndo(seconds) {
    await this.kill();
    const settings = readFileSync(this.configuration, 'utf8');
    writeFileSync(this.configuration, settings.replace(/undo_window_seconds = \d+/, `undo_window_seconds = ${seconds}`));
    await this.start();
  }

  /** As a power cut would: nothing is told, nothing is closed. */
  async kill() {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGKILL');
    await ended;
    this.#process = null;
  }

  async demolish() {
    if (this.#process) await this.kill();
    rmSync(this.directory, { recursive: true, force: true });
  }

  log() {
    return this.#log.join('');
  }
}

function configuration(address, mailPort, inbox) {
  return `public_url = "${address}"
demo_inbox = ${inbox}
undo_window_seconds = 0

[quiet_hours]
enabled = false

[calls]
enabled = true

[limits]
reports_an_hour = 1000

[smtp]
host = "127.0.0.1"
port = ${mailPort}
tls = "none"
from = "Helsinki demo <kuitti@town.example>"
`;
}
