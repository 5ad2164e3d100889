// What the office does at the desk.

import assert from 'node:assert/strict';

import { until } from './town.mjs';

export class Office {
  constructor(browser, town) {
    this.browser = browser;
    this.town = town;
  }

  get page() {
    return this.browser.page;
  }

  /** Logs in, first with a wrong password. */
  async logsIn(name, password) {
    const page = await this.browser.open(`${this.town.address}/console/`);
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('Password').fill('not this one');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByText('Name or password is not right').waitFor();
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('grid', { name: 'Requests' }).waitFor();
  }

  async goesTo(name) {
    await this.page.getByRole('navigation').getByRole('link', { name }).click();
  }

  /** Records a call by keyboard alone; returns the tracking code to read aloud. */
  async takesCall({ phone, category, address, description }) {
    await this.goesTo('New call');
    await this.page.getByLabel('Phone number').fill(phone);
    await this.page.keyboard.press('Tab');
    await this.page.getByText(/has reported|has not called before/).first().waitFor();
    const earlier = await this.page.getByText('Earlier from this number').isVisible();
    await this.#chooses('What is it about?', category);
    await this.page.getByLabel('Where?').fill(address);
    await this.page.keyboard.press('Tab');
    await this.page.getByLabel('What does the caller say?').fill(description);
    await this.page.getByRole('button', { name: /Record the request/ }).click();
    const code = await this.page.locator('#tracking-code').innerText();
    return { code: code.trim(), earlier };
  }

  async #chooses(label, words) {
    const box = this.page.getByLabel(label);
    await box.fill(words);
    await this.page.getByRole('option').filter({ visible: true }).first().waitFor();
    await box.press('ArrowDown');
    await box.press('Enter');
  }

  /** Selects the requests at a place and makes one order of them, for a crew. Returns what the console says. */
  async makesOrder(place, count, crew) {
    await this.goesTo('Requests');
    const rows = this.page.getByRole('grid', { name: 'Requests' }).getByRole('row');
    await this.page.getByPlaceholder('Text, address or number').fill(place);
    await until('only the requests at the place are listed', async () => (await rows.count()) === count);
    for (const row of await rows.all()) await row.getByRole('checkbox').check();
    await this.page.getByRole('button', { name: /Make orders/ }).first().click();
    const dialog = this.page.getByRole('dialog');
    const choice = dialog.locator('option', { hasText: crew }).first();
    await dialog.getByLabel('Give to').selectOption(await choice.getAttribute('value'));
    await dialog.getByRole('button', { name: 'Make orders' }).click();
    await dialog.waitFor({ state: 'detached' });
    return this.page.locator('.toast, [role=status]').filter({ hasText: 'Made' }).first().innerText();
  }

  /** The enrolment link for a worker's phone. */
  async enrols(worker) {
    await this.goesTo('Crews');
    await this.page.getByRole('row', { name: new RegExp(worker) }).getByRole('button', { name: /New device/ }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('img').waitFor();
    const url = await dialog.locator('.enrol-url').innerText();
    await dialog.getByText('Close', { exact: true }).click();
    assert.match(url, /\/app\/#enrol=/);
    return url.trim();
  }

  /** On the board. */
  card({ category, place }) {
    return this.page.getByRole('article').filter({ hasText: place.address }).filter({ hasText: category });
  }

  async opensOrder(problem) {
    await this.goesTo('Orders');
    await this.card(problem).getByRole('link').first().click();
    await this.page.getByText('What happened').waitFor();
  }

  /** Writes down when somebody will be there, on the open order's screen; first as no time at all. */
  async agreesOn(day, from, until) {
    await this.page.getByRole('button', { name: /^Change/ }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Day').fill(day);
    await dialog.getByLabel('From').fill(from);
    await dialog.getByLabel('Until').fill(from);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('a beginning and an end that differ').waitFor();
    await dialog.getByLabel('Until').fill(until);
    await dialog.getByText('a beginning and an end that differ').waitFor({ state: 'detached' });
    return dialog;
  }

  /** What the open order's screen says, without touching it. */
  async sees(text) {
    await this.page.getByText(text).first().waitFor();
  }
}
