// Phones that a browser can pass itself off as.

export const ANDROID = 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36';
export const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1';

/** The page of `browser` is loaded anew as one of these, and as itself afterwards. */
export async function as(userAgent, browser, look) {
  const { page } = browser;
  const session = await browser.context.newCDPSession(page);
  const own = await page.evaluate(() => navigator.userAgent);
  try {
    await session.send('Emulation.setUserAgentOverride', { userAgent });
    await page.reload();
    await look();
  } finally {
    await session.send('Emulation.setUserAgentOverride', { userAgent: own });
    await session.detach();
    await page.reload();
  }
}
