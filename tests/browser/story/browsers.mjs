// A phone and a desk: two real browsers with profiles on disk, so that one can be killed and started again.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** In front of the university library, some hundred metres from most of the demo town's orders. */
const STANDPOINT = { latitude: 60.1702, longitude: 24.9505, accuracy: 8 };

const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, geolocation: STANDPOINT, permissions: ['geolocation'] };
/** WebGL without a graphics card, for the street map. */
const WEBGL = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
/** Chromium on a phone says which network it is on, as a flag has it say on a desk too. */
const NETWORK = ['--enable-blink-features=NetInfoDownlinkMax'];
const DESK = { viewport: { width: 1440, height: 900 } };

class Browser {
  constructor(directory, options) {
    this.profile = directory;
    this.options = options;
  }

  async open(address) {
    const common = { executablePath: process.env.KUITTI_CHROMIUM, headless: true, args: ['--no-sandbox', ...WEBGL, ...NETWORK], locale: 'en-GB', timezoneId: 'Europe/Helsinki' };
    this.context = await chromium.launchPersistentContext(this.profile, { ...common, ...this.options });
    this.context.setDefaultTimeout(20_000);
    this.page = this.context.pages()[0] ?? (await this.context.newPage());
    await this.page.goto(address);
    return this.page;
  }

  /** As when the battery dies: the process gets no word. */
  async kill() {
    const ended = new Promise((resolve) => this.context.once('close', resolve));
    process.kill(mainProcess(this.profile), 'SIGKILL');
    await ended;
  }

  async close() {
    await this.context?.close().catch(() => {});
  }
}

export const phone = (directory, name = 'phone', options = {}) => new Browser(join(directory, name), { ...PHONE, ...options });
export const desk = (directory, name, options = {}) => new Browser(join(directory, name), { ...DESK, ...options });

/** The one process of a profile that is no helper of another. */
function mainProcess(profile) {
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const commandLine = read(`/proc/${entry}/cmdline`);
    if (commandLine.includes(`--user-data-dir=${profile}`) && !commandLine.includes('--type=')) return Number(entry);
  }
  throw new Error('the browser is not running');
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process ended while we looked.
    return '';
  }
}

/** A picture as a camera would make it: drawn by the browser, since no photo may be part of the product's sources. */
export async function takePicture(page, words, colour) {
  const base64 = await page.evaluate(
    ([text, fill]) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [1600, 1200];
      const pen = canvas.getContext('2d');
      pen.fillStyle = fill;
      pen.fillRect(0, 0, 1600, 1200);
      pen.fillStyle = 'white';
      pen.font = '120px sans-serif';
      pen.fillText(text, 120, 640);
      return canvas.toDataURL('image/jpeg', 0.9).split(',')[1];
    },
    [words, colour],
  );
  return { name: `${words}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') };
}

/** A photo of twelve megapixels as a camera makes it: many colours, so that it takes its time. Answers its bytes. */
export async function twelveMegapixels(page) {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(4000, 3000);
    const pen = canvas.getContext('2d');
    const picture = pen.createImageData(canvas.width, canvas.height);
    const colours = new Uint32Array(picture.data.buffer);
    // Blocks of two pixels of nearly any colour, the same each time.
    for (let at = 0; at < colours.length; at += 1) colours[at] = 0xff000000 | Math.imul((at >> 1) + 1, 2654435761) >>> 8;
    pen.putImageData(picture, 0, 0);
    const file = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
    const address = await new Promise((read) => {
      const reader = new FileReader();
      reader.onload = () => read(reader.result);
      reader.readAsDataURL(file);
    });
    return address.split(',')[1];
  });
  return Buffer.from(base64, 'base64');
}
