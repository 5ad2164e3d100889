// What a citizen does: reports without JavaScript, follows by code, reads messages.

import assert from 'node:assert/strict';

export class Citizen {
  constructor(browser, town) {
    this.browser = browser;
    this.town = town;
  }

  get page() {
    return this.browser.page;
  }

  /** Fills in the public form and returns the tracking code of the receipt. */
  async reports({ category, description, place, phone, email, language }) {
    if (!this.page) await this.browser.open('about:blank');
    const { page } = this;
    await page.goto(`${this.town.address}/report?lang=en`);
    await page.getByRole('button', { name: 'Send the report' }).click();
    await page.getByRole('alert').getByText('Choose what it is').waitFor();
    await page.getByRole('radio', { name: category }).check();
    await page.getByLabel('What is wrong?').fill(description);
    await page.getByLabel('Address or place').fill(place.address);
    await page.getByText('Coordinates instead of an address').click();
    await page.getByLabel('Latitude').fill(String(place.latitude));
    await page.getByLabel('Longitude').fill(String(place.longitude));
    await page.getByLabel('Mobile number').fill(phone);
    await page.getByLabel('Tell me by text message').check();
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await page.getByLabel('Tell me by e-mail').check();
    await page.getByLabel('Language of the messages').selectOption(language);
    await page.getByRole('button', { name: 'Send the report' }).click();
    const none = page.getByRole('button', { name: 'None of these' });
    await page.locator('#tracking-code').or(none).waitFor();
    if (await none.isVisible()) await none.click();
    const code = (await page.locator('#tracking-code').innerText()).trim();
    assert.match(code, /^[0-9A-Z-]{13,}$/);
    return code;
  }

  /** The tracking page of a code, as text. */
  async follows(code) {
    await this.page.goto(`${this.town.address}/t/${code.replaceAll('-', '')}`);
    return this.page.locator('main').innerText();
  }

  /** The text messages to one number, newest first, from the demo inbox. */
  async textMessages(number) {
    await this.page.goto(`${this.town.address}/inbox`);
    const messages = await this.page.locator('article[data-channel="sms"]').all();
    const texts = await Promise.all(messages.map((message) => message.innerText()));
    return texts.filter((text) => text.includes(number));
  }
}
