/** No page is wider than its window, at any width from a split screen to a large one. */
import type { Page } from 'playwright/test';
import { chapters, expect, test } from './site.ts';

const widths = Array.from({ length: 67 }, (_, index) => 280 + 20 * index);

/** By how much the page is wider than its window, once its charts have followed. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          resolve(scrollWidth - clientWidth);
        });
      }),
  );

for (const address of ['/', '/widgets/', ...chapters.filter((_, index) => index % 4 === 0)])
  test(`${address} never scrolls sideways from 280 to 1,600 px`, async ({ quiet: page }) => {
    test.slow();
    await page.goto(address);
    await page.locator('html[data-laid-out]').waitFor();
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await expect
        .poll(() => overflow(page), { message: `at ${String(width)} px` })
        .toBeLessThanOrEqual(0);
    }
  });

test('what is cut off is a tab stop, and what is not is none', async ({ quiet: page }) => {
  const stops = page.locator(':is(.equation, .cell pre)[tabindex]');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/hessian/');
  await expect(stops).toHaveCount(0);
  await page.setViewportSize({ width: 320, height: 640 });
  await expect.poll(() => stops.count()).toBeGreaterThan(3);
  await stops.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => stops.first().evaluate(({ scrollLeft }) => scrollLeft))
    .toBeGreaterThan(0);
});
