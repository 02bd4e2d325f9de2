import { type Browser, chromium, type CDPSession, type Page } from 'playwright';
import { findChromium } from './chromium.ts';

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    args: [
      '--disable-gpu',
      '--disable-background-networking',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });

/** A page with the screen of a phone. */
export const openPhone = (browser: Browser): Promise<Page> =>
  browser.newPage({ viewport: { width: 390, height: 780 }, deviceScaleFactor: 2 });

/** A page with the screen of a laptop. */
export const openDesktop = (browser: Browser): Promise<Page> =>
  browser.newPage({ viewport: { width: 1440, height: 900 } });

export async function slowProcessor(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return session;
}

export async function slowNetwork(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (0.75 * 1024 * 1024) / 8,
  });
}

/** Brings a figure near and waits until it answers. */
export async function wake(page: Page, id: string): Promise<void> {
  await page.locator(`figure[data-widget="${id}"]`).scrollIntoViewIfNeeded();
  await page.locator(`[data-island="${id}"][data-awake]`).waitFor({ timeout: 60_000 });
}
