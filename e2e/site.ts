/** What the built site holds, read from the folder that is served: a new page is tested the day it is written. */
import { existsSync, readdirSync } from 'node:fs';
import { test as base, expect, type Page } from 'playwright/test';

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

/** Fails the test on any console error, page error, policy violation or request to another host. */
export const test = base.extend<{ quiet: Page }>({
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

/** Waits until what was set has been drawn, and computed where that takes a worker. */
export async function settled(page: Page, id: string): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
  await expect(page.locator(`#${id} progress`)).toHaveCount(0, { timeout: 30_000 });
}

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
