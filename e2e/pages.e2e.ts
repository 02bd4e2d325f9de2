import type { Locator, Page } from 'playwright/test';
import { ofColour, violations } from './accessibility.ts';
import { basedRoot } from './ports.ts';
import { outOfReach, overflow } from './reach.ts';
import { awake, chapters, drawn, expect, layoutShift, pages, test } from './site.ts';

/** The page's words, without formulas and code. */
const prose = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const node of copy.querySelectorAll('.katex, script, style, pre, code')) node.remove();
    return copy.textContent;
  });

/** The figures of a page that live on it; a card of the gallery does not. */
const figuresOf = (page: Page): Promise<string[]> =>
  page.locator('figure[data-widget]').evaluateAll((all) => all.map(({ id }) => id));

for (const address of pages)
  test(`${address} opens quietly, is accessible in light and dark, wakes without a jump, and fits 320 px`, async ({
    quiet: page,
  }) => {
    // A chapter has some ten thousand elements, and each is looked at twice.
    test.slow();
    await page.emulateMedia({ colorScheme: 'light' });
    const response = await page.goto(address);
    expect(response?.status()).toBe(200);
    const isFigureAlone = /^\/widgets\/.+/.test(address);
    const headers = response?.headers() ?? {};
    expect(headers['content-security-policy']).toBe(
      `frame-ancestors ${isFigureAlone ? '*' : "'self'"}`,
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page.locator('meta[http-equiv="content-security-policy"]')).toHaveCount(1);
    const [, figure] = /^\/widgets\/(.+)\/$/.exec(address) ?? [];
    if (figure !== undefined) await awake(page, figure);
    await test.step('no accessibility violation in light', async () => {
      expect(await violations(page)).toEqual([]);
    });
    await test.step('nor in dark, where only colours differ', async () => {
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(page, ofColour)).toEqual([]);
    });
    await test.step('every figure wakes when it comes near, and nothing jumps', async () => {
      const ids = await figuresOf(page);
      expect(ids.length).toBeGreaterThanOrEqual(chapters.includes(address) ? 1 : 0);
      for (const id of ids) await drawn(page, id);
      expect(await layoutShift(page)).toBeLessThan(0.02);
    });
    await test.step('holds no raw TeX and no unprintable value', async () => {
      expect(await prose(page)).not.toMatch(
        /\$[^$\n]*\\|\\(frac|partial|nabla|eta)\b|NaN|undefined|\[object/,
      );
    });
    await test.step('does not scroll sideways at 320 px', async () => {
      await page.setViewportSize({ width: 320, height: 640 });
      // What stands on a chart follows a new width in the next frame.
      await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0);
    });
    await test.step('what takes the focus is seen in a window as low as one enlarged four times', async () => {
      await page.setViewportSize({ width: 320, height: 256 });
      await expect.poll(() => outOfReach(page)).toEqual([]);
    });
    await test.step('and what scrolls by itself there can be scrolled by keyboard', async () => {
      expect(await violations(page, ['scrollable-region-focusable'])).toEqual([]);
    });
  });

test('an unknown address says so and leads back', async ({ page }) => {
  const response = await page.goto('/no-such-page/');
  expect(response?.status()).toBe(404);
  await expect(page.locator('main a[href="/#contents"]')).toBeVisible();
});

test('the theme is remembered and set before the first paint', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

/** Everything of the course that a page names: links, scripts, styles, pictures. */
const addressesIn = (html: string, page: string): string[] =>
  [...html.matchAll(/\s(?:href|src|srcset)="([^"#]+)/g)]
    .flatMap(([, value = '']) => value.split(',').map((one) => one.trim().split(' ')[0] ?? ''))
    .filter((value) => value !== '')
    .map((value) => new URL(value.replaceAll('&amp;', '&'), page))
    .filter(({ origin }) => origin === new URL(basedRoot).origin)
    .map(({ href }) => href);

test('under a base path every link, script, style and picture is there', async ({ request }) => {
  const found = new Set([basedRoot]);
  // A set hands out what is added while it is read.
  for (const address of found) {
    expect(address.startsWith(basedRoot), address).toBe(true);
    const response = await request.get(address);
    expect(response.status(), address).toBe(200);
    if (!response.headers()['content-type']?.includes('text/html')) continue;
    for (const next of addressesIn(await response.text(), address)) found.add(next);
  }
  const visited = [...found].filter((address) => address.endsWith('/'));
  expect(visited.length).toBeGreaterThan(5);
});

test('under a base path a page opens without a failed request', async ({ page }) => {
  const failed: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(response.url());
  });
  for (const address of pages.slice(0, 2)) {
    await page.goto(new URL(address.slice(1), basedRoot).href);
    for (const id of await figuresOf(page)) await drawn(page, id);
  }
  expect(failed).toEqual([]);
});

test('every page says its version, and an issue about a figure takes its state along', async ({
  page,
}) => {
  await page.goto(new URL('derivatives-and-gradients/?gradient-descent.rate=0.3', basedRoot).href);
  await expect(page.locator('footer')).toContainText(/Version \d+\.\d+\.\d+/);
  await page.locator('footer summary').click();
  await expect(page.locator('footer pre')).toContainText('title = {Derivatives and gradients}');
  const body = async (link: Locator): Promise<string> => {
    const href = (await link.getAttribute('href')) ?? '';
    expect(href).toMatch(/^https:\/\/example\.org\/course\/issues\/new\?/);
    return new URL(href).searchParams.get('body') ?? '';
  };
  expect(await body(page.getByRole('link', { name: 'Report an error on this page' }))).toMatch(
    /Where: .*\/course\/derivatives-and-gradients\/\nVersion: \d/,
  );
  const report = page.locator('[data-island="gradient-descent"] + .report [data-report]');
  await report.focus();
  expect(await body(report)).toContain(
    '/derivatives-and-gradients/?gradient-descent.rate=0.3#gradient-descent\nVersion: ',
  );
});
