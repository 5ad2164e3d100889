// A phone whose clock is wrong by hours or years: it says so, the job is finished on it, and the office reads when it really happened.

import { existsSync } from 'node:fs';

import { handOn } from './hand.mjs';
import { onPhoneOf } from './other_phone.mjs';

/** Debian keeps it in the directory of the machine's architecture. */
const LIBRARY = ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketime.so.1`).find(existsSync);
const COLLEAGUE = 'Mehmet Yılmaz';
/** By how many seconds, away from the full hour: what is said is rounded down. */
const LIES = [
  { off: '-34575000', said: '400 d 4 h behind' },
  { off: '+18600', said: '5 h 10 min ahead' },
];
/** Far more than all of it takes, and far less than each lie. */
const NEARLY = 5 * 60_000;

/**
 * A browser in which all programs of pages, workers included, are told a wrong time. What a person can set is the wall clock: the
 * clock that only counts stays right, and so do waits that are measured by it.
 */
const lyingBrowser = (off) => {
  const counting = { FAKETIME_DONT_FAKE_MONOTONIC: 1, DONT_FAKE_MONOTONIC: 1, FAKETIME_FORCE_MONOTONIC_FIX: 0 };
  const variables = { LD_PRELOAD: LIBRARY, FAKETIME: off, NO_FAKE_STAT: 1, ...counting };
  const told = Object.entries(variables).map(([name, value]) => `${name}=${value}`).join(' ');
  return { args: ['--no-sandbox', `--renderer-cmd-prefix=env ${told}`] };
};

export async function clock({ check, assert, town, desk, until, takePicture, see }) {
  if (!LIBRARY) {
    console.log('  not run: phones whose clock is wrong (libfaketime is not installed; Debian: apt-get install faketime)');
    return;
  }

  for (const { off, said } of LIES) {
    await check(`on a phone whose clock is ${said} the job is finished, and the office reads when it was`, async () => {
      await onPhoneOf(COLLEAGUE, { town, desk }, lyingBrowser(off), async (worker) => {
        const hand = handOn(() => worker.page, desk);
        await worker.page.getByText(`This phone’s clock is ${said}`).waitFor();
        await worker.page.getByText('Your work is recorded with the right time all the same').waitFor();
        await see(`clock ${said}`, worker.page);
        const colleague = await desk.workerNamed(COLLEAGUE);
        const id = await hand.gets({ title: `By a clock ${said}`, worker: colleague }, { checklist: [], evidence: ['photo_after'] });
        await worker.losesNetwork();
        await hand.moves('start', 'finish');
        await worker.photographs('after', await takePicture(worker.page, 'done', '#405060'));
        await worker.finishes();
        await worker.regainsNetwork();
        const { visits: [visit], photos } = await until('the office has it', async () => {
          const { order } = await desk.order(id);
          return order.order.status === 'finished' && order.photos.some(({ arrived }) => arrived) && order;
        });
        for (const { at, quality } of [visit.on_site_at, visit.ended_at, photos[0].at]) {
          assert.ok(Math.abs(at - Date.now()) < NEARLY, `${new Date(at).toISOString()}, quality ${quality}`);
        }
      });
    });
  }
}
