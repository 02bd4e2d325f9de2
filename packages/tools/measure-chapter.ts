import type { Browser, Page } from 'playwright';
import { openPhone, slowNetwork, slowProcessor, wake } from './browser.ts';

const kinds = { document: 'html', stylesheet: 'css', font: 'fonts', script: 'js' } as const;
type Kind = (typeof kinds)[keyof typeof kinds] | 'other';
type Weights = Record<Kind, number> & { all: number };

/** Bytes that came over the network so far, compressed as they were sent, in kilobytes by kind. */
function weigh(page: Page): () => Promise<Weights> {
  const sizes: Promise<[Kind, number]>[] = [];
  page.on('requestfinished', (request) => {
    const type = request.resourceType();
    const kind = type in kinds ? kinds[type as keyof typeof kinds] : 'other';
    sizes.push(request.sizes().then(({ responseBodySize }) => [kind, responseBodySize / 1000]));
  });
  return async () => {
    const weights = { html: 0, css: 0, fonts: 0, js: 0, other: 0, all: 0 };
    for (const [kind, size] of await Promise.all(sizes)) {
      weights[kind] += size;
      weights.all += size;
    }
    return weights;
  };
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
  /** Of a resource. */
  encodedBodySize?: number;
  responseEnd?: number;
}

/** Kilobytes of fonts that had come before something was painted. */
async function fontsBefore(page: Page, paint: number): Promise<number> {
  const fonts = (await observed(page, 'resource')).filter(
    ({ name, responseEnd = Infinity }) => name.endsWith('.woff2') && responseEnd < paint,
  );
  return fonts.reduce((sum, { encodedBodySize = 0 }) => sum + encodedBodySize, 0) / 1000;
}

/** Visits a chapter on a phone: paints, blocking and weight before a figure wakes, then all figures awake. */
export async function visitChapter(
  browser: Browser,
  address: string,
): Promise<Record<string, number>> {
  const page = await openPhone(browser);
  await slowNetwork(await slowProcessor(page));
  const weights = weigh(page);
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForTimeout(2000);
  const paints = await observed(page, 'paint');
  const largest = await observed(page, 'largest-contentful-paint');
  const tasks = await observed(page, 'longtask');
  const firstPaint = paints.find(({ name }) => name === 'first-contentful-paint')?.startTime ?? NaN;
  const before = await weights();
  const firstFonts = await fontsBefore(page, firstPaint);
  const ids = await page
    .locator('figure[data-widget]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-widget') ?? ''));
  for (const id of ids) await wake(page, id);
  await page.waitForTimeout(3000);
  const shifts = await observed(page, 'layout-shift');
  const awake = await weights();
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  await page.close();
  return {
    firstPaint,
    largestPaint: largest.at(-1)?.startTime ?? NaN,
    blocking: tasks.reduce((sum, { duration }) => sum + duration - 50, 0),
    shift: shifts.reduce((sum, { value = 0 }) => sum + value, 0),
    html: before.html,
    css: before.css,
    firstFonts,
    fonts: awake.fonts,
    scriptsBefore: before.js,
    scriptsAwake: awake.js,
    before: before.all,
    awake: awake.all,
    nodes,
  };
}
