// The main job, played with real clicks: a street lamp is repaired where there is no network, the browser and the server
// are killed on the way, and the citizen gets one message that is true.
//
//   node story.mjs [--pictures DIR]      (started by `cargo xtask story`)

import { desk, phone } from './story/browsers.mjs';
import { Citizen } from './story/citizen.mjs';
import { MailSink } from './story/mail.mjs';
import { Office } from './story/office.mjs';
import { Report } from './story/report.mjs';
import { Town } from './story/town.mjs';
import { Worker } from './story/worker.mjs';
import { play } from './story/steps.mjs';

const flag = process.argv.indexOf('--pictures');
const report = new Report(flag > 0 ? process.argv[flag + 1] : null);

const mail = await MailSink.open();
const town = await Town.found(mail.port);
const citizen = new Citizen(desk(town.directory, 'citizen', { javaScriptEnabled: false }), town);
const office = new Office(desk(town.directory, 'office'), town);
const worker = new Worker(phone(town.directory), town);

let failed = 0;
try {
  await play({ report, mail, town, citizen, office, worker });
} catch {
  failed = 1;
  await report.picture(citizen.page, 'failed-citizen');
  await report.picture(office.page, 'failed-office');
  await report.picture(worker.page, 'failed-worker');
  console.log(`\nThe server said last:\n${town.log().split('\n').slice(-30).join('\n')}`);
} finally {
  for (const browser of [citizen.browser, office.browser, worker.browser]) await browser.close();
  await town.demolish();
  await mail.close();
}
report.close(failed);
process.exitCode = failed;
