/**
 * What the first chapter costs a reader on a mid-range phone: 4x slower CPU, 1.6 Mbit/s, 150 ms.
 * Reads the built site and prints the numbers beside their goals; exits 1 when one is missed.
 */
import { gzipSync } from 'node:zlib';
import { chromium, type CDPSession, type Page } from 'playwright';
import { findChromium } from './chromium.ts';
import { serveCompressed } from './static.ts';

const chapter = 'derivatives-and-gradients/';

interface Row {
  what: string;
  value: number;
  unit: string;
  goal: number;
}

async function throttle(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (0.75 * 1024 * 1024) / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return session;
}

/** Bytes of JavaScript as a server that compresses would send them. */
function countScripts(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js'))
      sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}

const firstPaint = (page: Page) =>
  page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
  );

const layoutShift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let total = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            total += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => {
          resolve(total);
        }, 500);
      }),
  );

async function wakeAll(page: Page): Promise<void> {
  const ids = await page
    .locator('figure[data-widget]')
    .evaluateAll((all) => all.map((one) => one.id));
  for (const id of ids) {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await page.locator(`[data-island="${id}"][data-awake]`).waitFor({ timeout: 60_000 });
    await page.waitForTimeout(400);
  }
}

/** Frames from a slider's input event to the readout that shows it, the worst of twenty moves. */
const worstMove = (page: Page) =>
  page.evaluate(async () => {
    const figure = document.querySelector('figure[data-widget="gradient-descent"]');
    const slider = figure?.querySelector<HTMLInputElement>('input[type=range]');
    const output = figure?.querySelector('output');
    if (!slider || !output) return Infinity;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    let worst = 0;
    for (let move = 1; move <= 20; move++) {
      const before = figure?.textContent;
      slider.stepUp();
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      let frames = 0;
      do {
        await frame();
        frames += 1;
      } while (figure?.textContent === before && frames < 60);
      worst = Math.max(worst, frames);
    }
    return worst;
  });

const server = await serveCompressed('dist');
const address = `${server.address}/${chapter}`;
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: [
    '--disable-gpu',
    '--disable-background-networking',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
});
const rows: Row[] = [];

const phone = await browser.newPage({
  viewport: { width: 390, height: 780 },
  deviceScaleFactor: 2,
});
const session = await throttle(phone);
const phoneScripts = countScripts(phone);
await phone.goto(address, { waitUntil: 'load' });
await phone.waitForTimeout(2000);
rows.push({
  what: 'first paint with text',
  value: await firstPaint(phone),
  unit: 'ms',
  goal: 1200,
});
rows.push({
  what: 'JavaScript before a figure is near',
  value: await phoneScripts(),
  unit: 'KB gzip',
  goal: 35,
});
await wakeAll(phone);
await phone.waitForTimeout(3000);
rows.push({
  what: 'JavaScript with all figures awake',
  value: await phoneScripts(),
  unit: 'KB gzip',
  goal: 130,
});
rows.push({
  what: 'layout shift of the whole visit',
  value: await layoutShift(phone),
  unit: '',
  goal: 0.02,
});
await session.detach();
await phone.close();

const desktop = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await desktop.goto(address);
await wakeAll(desktop);
rows.push({
  what: 'slider move to screen, worst of 20',
  value: await worstMove(desktop),
  unit: 'frames',
  goal: 2,
});
await browser.close();
server.stop();

for (const { what, value, unit, goal } of rows) {
  const verdict = value <= goal ? 'within' : 'MISSES';
  process.stdout.write(
    `${what.padEnd(38)} ${value.toFixed(value < 1 ? 4 : 1).padStart(9)} ${unit.padEnd(8)} ${verdict} ${String(goal)}\n`,
  );
}
process.exitCode = rows.every(({ value, goal }) => value <= goal) ? 0 : 1;
