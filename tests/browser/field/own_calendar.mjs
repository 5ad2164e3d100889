// Who lives by another calendar chooses days of it; the office gets the same day as everybody else. What Persian days are is asked of
// the browser's own tables, not of ours.

import { handOn } from './hand.mjs';

const INSPECTION = { item: 'again', label: { en: 'Next inspection', fa: 'بازرسی بعدی' }, kind: { type: 'text', as: 'date' }, required: true };
const TITLE = 'When to come again';
const SIXTH_MONTH = 6;
const SEVENTH_MONTH = 7;

const DAY = 24 * 60 * 60 * 1000;
const persian = new Intl.DateTimeFormat('en-u-ca-persian', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' });

/** Year, month and day of the Persian calendar. */
function parts(time) {
  const found = Object.fromEntries(persian.formatToParts(time).map(({ type, value }) => [type, Number.parseInt(value, 10)]));
  return [found.year, found.month, found.day];
}

/** The date, as forms keep it, of a Persian day within two years of now. */
function plain(wanted) {
  for (let time = Date.now() - 730 * DAY; time < Date.now() + 730 * DAY; time += DAY) {
    if (parts(time).join() === wanted.join()) return new Date(time).toISOString().slice(0, 10);
  }
  throw new Error(`there is no ${wanted.join('/')}`);
}

export async function ownCalendar({ check, assert, desk, worker, until, see }) {
  const page = () => worker.page;
  const hand = handOn(page, desk);
  const line = () => page().locator('[data-item="again"]');
  const select = (label) => line().getByLabel(label, { exact: true });

  const speaks = async (language) => {
    await hand.goes('#/settings');
    await page().locator('#language').selectOption(language);
    await until('it speaks it', () => page().evaluate((wanted) => document.documentElement.lang === wanted, language));
  };

  await check('a day is chosen from the worker’s own calendar, and the office has the same day', async () => {
    const id = await hand.begins({ title: TITLE }, { checklist: [INSPECTION], evidence: [] });
    const answered = async () => (await desk.order(id)).order.checklist[0].answer?.value.value;
    assert.equal(await line().locator('input[type=date]').count(), 1, 'others choose as their browser does');
    await speaks('fa');
    await hand.opens(TITLE);
    assert.equal(await line().locator('input').count(), 0);
    const [year] = parts(Date.now());
    await select('روز').selectOption('31');
    await line().scrollIntoViewIfNeeded();
    await see('own-calendar-begun');
    await select('ماه').selectOption({ label: 'شهریور' });
    await until('the day of this year is known', async () => (await answered()) === plain([year, SIXTH_MONTH, 31]));
    await select('سال').selectOption(String(year + 1));
    await until('the year is another', async () => (await answered()) === plain([year + 1, SIXTH_MONTH, 31]));
    await select('ماه').selectOption(String(SEVENTH_MONTH));
    assert.equal(await select('روز').locator('option').count(), 1 + 30, 'that month is shorter');
    await until('the month is another', async () => (await answered()) === plain([year + 1, SEVENTH_MONTH, 30]));
    await line().scrollIntoViewIfNeeded();
    await see('own-calendar');
    await page().reload();
    await until('it stands after a restart', async () => (await select('روز').inputValue()) === '30');
    await speaks('en');
    await hand.opens(TITLE);
    assert.equal(await line().locator('input[type=date]').inputValue(), plain([year + 1, SEVENTH_MONTH, 30]));
    await speaks('fa');
    await hand.opens(TITLE);
    await select('ماه').selectOption('');
    await until('it is not answered any more', async () => (await answered()) === '');
    assert.equal(await select('روز').inputValue(), '');
    await speaks('en');
    await hand.opens(TITLE);
    await line().locator('input[type=date]').fill('2027-01-31');
    await line().locator('input[type=date]').blur();
    await worker.finishes();
  });
}
