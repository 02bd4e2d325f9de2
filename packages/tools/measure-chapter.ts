import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright';
import { openPhone, slowNetwork, slowProcessor, wake } from './browser.ts';

/** Bytes of JavaScript so far, as a server that compresses would send them, in kilobytes. */
function countScripts(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js'))
      sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}

/** Everything of one kind that the browser has observed. */
const observed = (page: Page, type: string): Promise<PerformanceEntryJSON[]> =>
  page.evaluate(
    (type) =>
      new Promise<PerformanceEntryJSON[]>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(list.getEntries().map((entry) => entry.toJSON() as PerformanceEntryJSON));
        }).observe({ type, buffered: true });
        setTimeout(resolve, 500, []);
      }),
    type,
  );

interface PerformanceEntryJSON {
  name: string;
  startTime: number;
  duration: number;
  /** Of a layout shift. */
  value?: number;
}

/** Visits a chapter on a phone: paints and blocking before a figure wakes, then all figures awake. */
export async function visitChapter(
  browser: Browser,
  address: string,
): Promise<Record<string, number>> {
  const page = await openPhone(browser);
  await slowNetwork(await slowProcessor(page));
  const scripts = countScripts(page);
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForTimeout(2000);
  const paints = await observed(page, 'paint');
  const largest = await observed(page, 'largest-contentful-paint');
  const tasks = await observed(page, 'longtask');
  const before = await scripts();
  const ids = await page
    .locator('figure[data-widget]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-widget') ?? ''));
  for (const id of ids) await wake(page, id);
  await page.waitForTimeout(3000);
  const shifts = await observed(page, 'layout-shift');
  const awake = await scripts();
  await page.close();
  return {
    firstPaint: paints.find(({ name }) => name === 'first-contentful-paint')?.startTime ?? NaN,
    largestPaint: largest.at(-1)?.startTime ?? NaN,
    blocking: tasks.reduce((sum, { duration }) => sum + duration - 50, 0),
    shift: shifts.reduce((sum, { value = 0 }) => sum + value, 0),
    before,
    awake,
  };
}
