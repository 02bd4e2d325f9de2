import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { basedRoot } from './ports.ts';
import { expect, pages, test } from './site.ts';

/** The page's words, without formulas and code. */
const prose = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const node of copy.querySelectorAll('.katex, script, style, pre, code')) node.remove();
    return copy.textContent;
  });

const violations = async (axe: AxeBuilder): Promise<string[]> =>
  (await axe.analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`,
  );

for (const address of pages)
  test(`${address} opens quietly, is accessible in light and dark, and fits 320 px`, async ({
    quiet: page,
  }) => {
    // A chapter has some ten thousand elements, and each is looked at twice.
    test.slow();
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
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
    await test.step('no accessibility violation in light', async () => {
      expect(await violations(new AxeBuilder({ page }))).toEqual([]);
    });
    await test.step('nor in dark, where only colours differ', async () => {
      await page.emulateMedia({ colorScheme: 'dark' });
      const axe = new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']);
      expect(await violations(axe)).toEqual([]);
    });
    await test.step('does not scroll sideways at 320 px', async () => {
      await page.setViewportSize({ width: 320, height: 640 });
      // What stands on a chart follows a new width in the next frame.
      const overflow = () =>
        page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
      await expect.poll(overflow).toBeLessThanOrEqual(0);
    });
    await test.step('and what scrolls by itself there can be scrolled by keyboard', async () => {
      const axe = new AxeBuilder({ page }).withRules(['scrollable-region-focusable']);
      expect(await violations(axe)).toEqual([]);
    });
    await test.step('holds no raw TeX and no unprintable value', async () => {
      await page.evaluate(() => {
        scrollTo(0, document.body.scrollHeight);
      });
      await page.waitForTimeout(300);
      expect(await prose(page)).not.toMatch(
        /\$[^$\n]*\\|\\(frac|partial|nabla|eta)\b|NaN|undefined|\[object/,
      );
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
    await page.evaluate(() => {
      scrollTo(0, document.body.scrollHeight);
    });
    await page.waitForTimeout(500);
  }
  expect(failed).toEqual([]);
});
