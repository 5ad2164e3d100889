// A town with something to show on every screen, and the way through all of them.

import { fileURLToPath } from 'node:url';

import { desk, phone } from '../story/browsers.mjs';
import { Citizen } from '../story/citizen.mjs';
import { Town } from '../story/town.mjs';
import { citizenScreens, closed, confirmScreens, reported } from './citizen.mjs';
import { consoleScreens, importScreen, logIn, logInScreen } from './console.mjs';
import { fieldScreens, prepare, welcome } from './field.mjs';
import { MOUSE, THUMB } from './measure.mjs';

/** As `Language::ALL`, with what a browser of such a reader asks for. */
export const LOCALES = { en: 'en-GB', fi: 'fi-FI', tr: 'tr-TR', it: 'it-IT', fa: 'fa-IR' };
export const THEMES = ['light', 'dark'];
/** The demo's map data, where it was fetched. */
const EXTRACT = fileURLToPath(new URL('../../../../shared/data/maps/Helsinki.osm.pbf', import.meta.url));
/** Nobody listens: a tour sends no mail. */
const NO_MAIL = 1;
const REPORT = {
  category: 'Street lamp',
  description: 'The lamp opposite the library is dark. چراغ روبه‌روی کتابخانه خاموش است.',
  place: { address: 'Unioninkatu 36, B-rappu', latitude: 60.1702, longitude: 24.9503 },
  phone: '040 123 4567',
  email: 'aino@example.org',
  language: 'fa',
};

export class Tour {
  #browsers = [];

  static async begin() {
    const tour = new Tour();
    tour.town = await Town.found(NO_MAIL);
    tour.town.hasMap = tour.town.map(EXTRACT);
    await tour.town.start();
    return tour;
  }

  async end() {
    for (const browser of this.#browsers) await browser.close();
    await this.town.demolish();
    await this.strict?.demolish();
  }

  #take(browser) {
    this.#browsers.push(browser);
    return browser;
  }

  /** Calls `look(page, { part, screen, language, theme, smallest })` on every screen of some parts that `wanted` names. */
  async visit({ languages, themes, parts = ['citizen', 'field', 'console'], wanted = () => true }, look) {
    const walks = { citizen: [this.#citizen(), this.#confirm()], field: [this.#welcome(languages), this.#field()], console: [this.#logIn(), this.#console(), this.#import()] };
    for (const walk of parts.flatMap((part) => walks[part])) {
      for await (const { page, part, smallest, screens } of walk) {
        for (const language of languages) {
          for (const theme of themes) {
            await page.emulateMedia({ colorScheme: theme });
            for await (const screen of screens(language)) {
              if (wanted(part, screen)) await look(page, { part, screen, language, theme, smallest });
            }
          }
        }
      }
    }
  }

  async *#citizen() {
    const browser = this.#take(phone(this.town.directory, 'citizen'));
    const citizen = new Citizen(browser, this.town);
    this.citizen = citizen;
    const other = { ...REPORT, place: { ...REPORT.place, address: 'Fabianinkatu 24', latitude: 60.1755 } };
    this.town.done = await closed(this.town, (await citizen.reports(other)).replaceAll('-', ''));
    this.town.code = (await citizen.reports(REPORT)).replaceAll('-', '');
    this.town.reported = await reported(citizen.page, this.town);
    yield { page: citizen.page, part: 'citizen', smallest: THUMB, screens: (language) => citizenScreens(citizen.page, this.town, language) };
  }

  /** A town that sends messages for real asks first whose number it is. */
  async *#confirm() {
    this.strict = await Town.found(NO_MAIL, { inbox: false });
    await this.strict.start();
    const browser = this.#take(phone(this.strict.directory, 'citizen'));
    const citizen = new Citizen(browser, this.strict);
    this.strict.code = (await citizen.reports(REPORT)).replaceAll('-', '');
    yield { page: citizen.page, part: 'citizen', smallest: THUMB, screens: (language) => confirmScreens(citizen.page, this.strict, language) };
  }

  /** One phone a language: before it is connected it speaks as its browser does. */
  async *#welcome(languages) {
    for (const language of languages) {
      const browser = this.#take(phone(this.town.directory, `welcome-${language}`, { locale: LOCALES[language] }));
      const page = await browser.open('about:blank');
      const screens = (asked) => (asked === language ? welcome(page, this.town) : []);
      yield { page, part: 'field', smallest: THUMB, screens };
      await browser.close();
    }
  }

  async *#field() {
    const browser = this.#take(phone(this.town.directory, 'worker'));
    const page = await browser.open('about:blank');
    await prepare(page, this.town);
    yield { page, part: 'field', smallest: THUMB, screens: (language) => fieldScreens(page, this.town, language) };
  }

  async *#logIn() {
    const browser = this.#take(desk(this.town.directory, 'stranger'));
    const page = await browser.open('about:blank');
    yield { page, part: 'console', smallest: MOUSE, screens: (language) => logInScreen(page, this.town, language) };
    await browser.close();
  }

  async *#console() {
    const browser = this.#take(desk(this.town.directory, 'office'));
    const page = await browser.open('about:blank');
    await logIn(page, this.town);
    yield { page, part: 'console', smallest: MOUSE, screens: (language) => consoleScreens(page, this.town, language) };
  }

  async *#import() {
    const browser = this.#take(desk(this.town.directory, 'administrator'));
    const page = await browser.open('about:blank');
    await logIn(page, this.town, 'admin');
    yield { page, part: 'console', smallest: MOUSE, screens: (language) => importScreen(page, this.town, language) };
  }
}
