// What a worker does on the phone.

import { until } from './town.mjs';

export class Worker {
  constructor(browser, town) {
    this.browser = browser;
    this.town = town;
  }

  get page() {
    return this.browser.page;
  }

  /** Follows the QR code's link, first with a code that never was. */
  async enrols(url) {
    const page = await this.browser.open(`${this.town.address}/app/`);
    await page.getByLabel('Enrolment code').fill('WRNG-C0DE');
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByText('The office does not know this code').waitFor();
    await page.goto(url);
    await page.reload();
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByRole('heading', { name: 'Today' }).first().waitFor();
  }

  async opensOrder(place) {
    await this.page.getByRole('link', { name: new RegExp(place) }).first().click();
    await this.page.getByText('What is known').waitFor();
  }

  async presses(move) {
    await this.page.getByRole('button', { name: move, exact: true }).click();
  }

  /** Presses a move and waits for what it leads to: the screen changes only after the commit. */
  async moves(move, next) {
    await this.presses(move);
    await this.page.getByRole('button', { name: next, exact: true }).waitFor();
  }

  /** Ticks every line that can be ticked and measures what is to be measured. */
  async answersChecklist() {
    const lines = this.page.locator('label.check-row');
    for (const line of await lines.all()) {
      const tick = line.getByRole('checkbox');
      if (await tick.count()) {
        await tick.check();
      } else {
        await line.getByRole('textbox').fill('230');
        await line.getByRole('textbox').blur();
      }
    }
    // The time stands beside an answer once it is saved.
    await until('every answer is saved', async () => (await lines.locator('.numeric').count()) === (await lines.count()));
  }

  async photographs(role, picture) {
    const before = await this.page.locator('button.photo').count();
    await this.page.getByRole('button', { name: 'Photo', exact: true }).click();
    await this.page.locator(`input[type=file][data-role="${role}"]`).setInputFiles(picture);
    await until('the photo is saved', async () => (await this.page.locator('button.photo').count()) === before + 1);
  }

  async writesNote(words) {
    await this.page.getByRole('button', { name: 'Note', exact: true }).click();
    await this.page.getByLabel('What should the office know?').fill(words);
    await this.#saves();
    await this.page.getByText(words).waitFor();
  }

  async recordsTime(minutes) {
    await this.page.getByRole('button', { name: 'Time', exact: true }).click();
    await this.page.getByLabel('Minutes').fill(String(minutes));
    await this.#saves();
  }

  async recordsMaterial() {
    await this.page.getByRole('button', { name: 'Material', exact: true }).click();
    await this.page.getByLabel('Article').selectOption({ index: 0 });
    await this.page.getByLabel(/^Quantity/).fill('1.5');
    await this.#saves();
  }

  /** Chooses a file in the camera's place and waits for nothing. */
  async offersAsPhoto(file) {
    await this.page.getByRole('button', { name: 'Photo', exact: true }).click();
    await this.page.locator('input[type=file][data-role="other"]').setInputFiles(file);
  }

  /** Waits for a sentence of the app and puts it away, so that the next one is another. */
  async reads(words, look = async () => {}) {
    const said = this.page.locator('.said').filter({ hasText: words });
    await said.waitFor();
    await look();
    await said.getByRole('button', { name: 'Close' }).click();
    await said.waitFor({ state: 'detached' });
  }

  async #saves() {
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  async finishes() {
    await this.presses('Finish');
    const dialog = this.page.getByRole('dialog');
    await dialog.getByText('Everything that the office asks for is here').waitFor();
    await dialog.getByRole('button', { name: 'Save as done' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  async goesTo(tab) {
    await this.page.getByRole('link', { name: tab }).click();
  }

  /** The number above a heading of the receipts screen. */
  async counts(heading) {
    const figure = this.page.locator('.tally > div').filter({ hasText: heading }).locator('strong');
    return Number.parseInt(await figure.innerText(), 10);
  }

  async losesNetwork() {
    await this.browser.context.setOffline(true);
  }

  async regainsNetwork() {
    await this.browser.context.setOffline(false);
  }
}
