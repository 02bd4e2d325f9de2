/** What the built site holds, read from the folder that is served: a new page is tested the day it is written. */
import { existsSync, readdirSync } from 'node:fs';
import { test as base, expect, type Locator, type Page } from 'playwright/test';

const dist = new URL('../dist/', import.meta.url);

export const pages: string[] = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('index.html') && !file.startsWith('.'))
  .map((file) => `/${file.replace(/index\.html$/, '')}`)
  .sort();

export const figures: string[] = pages
  .map((page) => /^\/widgets\/(.+)\/$/.exec(page)?.[1])
  .filter((id) => id !== undefined);

export const chapters: string[] = readdirSync(new URL('../content/chapters/', import.meta.url))
  .map((folder) => `/${folder.replace(/^\d+-/, '')}/`)
  .sort();

/**
 * Fails a test on anything that the pages' policy refuses; with `quiet` also on any console error, page
 * error or request to another host.
 */
export const test = base.extend<{ quiet: Page }>({
  page: async ({ page }, use) => {
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text());
    });
    await use(page);
    expect(refused).toEqual([]);
  },
  quiet: async ({ page, baseURL }, use) => {
    const trouble: string[] = [];
    const host = new URL(baseURL ?? '').hostname;
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) trouble.push(message.text());
    });
    page.on('pageerror', (error) => trouble.push(String(error)));
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== host)
        trouble.push(`request ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400 && !response.url().endsWith('/no-such-page/'))
        trouble.push(`${String(response.status())} ${response.url()}`);
    });
    await use(page);
    expect(trouble).toEqual([]);
  },
});

/** Opens a figure alone and waits until it is awake. */
export async function openFigure(page: Page, id: string, query = ''): Promise<void> {
  await page.goto(`/widgets/${id}/${query}#${id}`);
  await awake(page, id);
}

export async function awake(page: Page, id: string): Promise<void> {
  await page.locator(`#${id}`).scrollIntoViewIfNeeded();
  await expect(page.locator(`[data-island="${id}"]`)).toHaveAttribute('data-awake', '');
  await settled(page, id);
}

/** Wakes a figure and every chart of it. */
export async function drawn(page: Page, id: string): Promise<void> {
  await awake(page, id);
  for (const chart of await page.locator(`#${id} .chart:visible`).all()) {
    await chart.scrollIntoViewIfNeeded();
    await expect(chart.locator('.awake canvas')).toHaveCount(1);
  }
  await settled(page, id);
}

/** Goes to another address of the figure's page, as the back button does. */
export async function goWithin(page: Page, id: string, query: string): Promise<void> {
  await page.evaluate((address) => {
    history.replaceState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/widgets/${id}/${query}#${id}`);
  await settled(page, id);
}

/** Waits until what was set has been drawn, and computed where that takes a worker. */
export async function settled(page: Page, id: string): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
  const busy = page.locator(`#${id}[aria-busy=true]`);
  await expect(busy).toHaveCount(0, { timeout: 30_000 });
}

/** One readout of a figure. */
export const readout = (page: Page, id: string, name: string): Locator =>
  page.locator(`#${id} output[data-out="${name}"]`);

/** The number that a readout shows, to be polled. */
export const numberOf = async (page: Page, id: string, name: string): Promise<number> =>
  Number((await readout(page, id, name).textContent())?.replaceAll('−', '-'));

/** Full numbers of each row's cells, to be polled: what lies closed is filled a moment after it is opened. */
export const valuesOf = (rows: Locator): Promise<number[][]> =>
  rows.evaluateAll((all) =>
    all.map((row) =>
      [...row.querySelectorAll<HTMLElement>('[data-value]')].map((cell) =>
        Number(cell.dataset['value']),
      ),
    ),
  );

/** Matches rows of numbers, each as `toBeCloseTo` would. */
export const closeTo = (rows: readonly (readonly number[])[], digits: number): unknown[] =>
  rows.map((row) => row.map((value) => expect.closeTo(value, digits) as unknown));

/** Nothing that the figure shows reads NaN or Infinity. */
export const expectFinite = (page: Page, id: string): Promise<void> =>
  expect(page.locator(`#${id}`)).not.toContainText(/NaN|Infinity/, { useInnerText: true });

/** Clicks a figure's first chart, once it is drawn, at a share of its width and of its height. */
export async function clickChart(page: Page, id: string, x: number, y: number): Promise<void> {
  const canvas = page.locator(`#${id} .awake canvas`).first();
  const box = await boxOf(canvas);
  await canvas.click({ position: { x: x * box.width, y: y * box.height } });
}

/** Takes something by its middle, once it stands still, and drags it so many pixels. */
export async function drag(page: Page, what: Locator, right: number, down: number): Promise<void> {
  await what.hover();
  const box = await boxOf(what);
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  await page.mouse.down();
  await page.mouse.move(x + right, y + down, { steps: 5 });
  await page.mouse.up();
}

async function boxOf(what: Locator) {
  const box = await what.boundingBox();
  if (!box) throw new Error(`${String(what)} is not shown`);
  return box;
}

/** Opens a figure's data, and waits until the figure knows it. */
export const openData = (page: Page, id: string): Promise<void> =>
  page.locator(`#${id} details`, { has: page.locator('table') }).evaluate(
    (details) =>
      new Promise((resolve) => {
        details.addEventListener(
          'toggle',
          () => {
            resolve();
          },
          { once: true },
        );
        details.querySelector('summary')?.click();
      }),
  );

/** All readouts of a figure once it is settled: name to text. */
export async function readouts(page: Page, id: string): Promise<Record<string, string>> {
  await settled(page, id);
  return page
    .locator(`#${id} output[data-out]`)
    .evaluateAll((outputs) =>
      Object.fromEntries(
        outputs.map((output) => [output.getAttribute('data-out') ?? '', output.textContent.trim()]),
      ),
    );
}

/** By how much the page has jumped so far without being touched. */
export const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ type: 'layout-shift', buffered: true });
    const shifts = observer.takeRecords() as unknown as {
      value: number;
      hadRecentInput: boolean;
    }[];
    return shifts.reduce(
      (total, { value, hadRecentInput }) => total + (hadRecentInput ? 0 : value),
      0,
    );
  });

type State = Readonly<Record<string, number | string>>;

const folder = new URL('../src/figures/', import.meta.url);

/** What audits and tests visit of each figure that names its states, as changes of its defaults. */
export const states = new Map<string, readonly State[]>();
for (const id of figures) {
  const file = new URL(`${id}/states.ts`, folder);
  if (!existsSync(file)) continue;
  const module = (await import(file.href)) as { states: readonly State[] };
  states.set(id, module.states);
}

export function queryOf(id: string, state: State): string {
  const pairs = Object.entries(state).map(
    ([key, value]) => `${id}.${key}=${encodeURIComponent(value)}`,
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** RFC 4180: lines end with CRLF, quotes inside quoted cells are doubled. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

export { expect };
