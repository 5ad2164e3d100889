// A copy of the bundles, so that a newer version of the app can be served. To be imported before the town, which asks the
// environment where its bundles are.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const copy = mkdtempSync(join(tmpdir(), 'kuitti-web-'));
cpSync(process.env.KUITTI_WEB, copy, { recursive: true });
process.env.KUITTI_WEB = copy;

export const bundles = {
  /** The service worker differs: for a browser, that is another version. */
  release() {
    const script = join(copy, 'app', 'sw.js');
    writeFileSync(script, `${readFileSync(script, 'utf8')}\n// newer\n`);
    for (const packed of ['gz', 'br']) rmSync(`${script}.${packed}`, { force: true });
  },
  remove() {
    rmSync(copy, { recursive: true, force: true });
  },
};
