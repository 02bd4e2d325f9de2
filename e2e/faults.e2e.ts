import type { Page } from 'playwright/test';
import { awake, expect, figures, test } from './site.ts';

const id = figures[0] ?? '';
/** The scripts of figures, without those that the page itself names. */
const figureScripts = /_astro\/[A-Z](?!.*\.astro_)[^/]*\.js$/;

/** Lets the time pass in which scripts that did not come are asked for again. */
async function failToWake(page: Page): Promise<void> {
  await page.clock.install();
  await page.route(figureScripts, (route) => route.abort());
  await page.goto(`/widgets/${id}/`);
  await expect(async () => {
    await page.clock.runFor(16_000);
    await expect(page.locator('.wake-failure')).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
}

test('a figure whose script does not come says so, and wakes when it is tried again', async ({
  page,
}) => {
  await failToWake(page);
  await expect(page.locator('.wake-failure')).toContainText('could not be loaded');
  await page.unroute(figureScripts);
  await page.clock.resume();
  await page.getByRole('button', { name: 'Try again' }).click();
  await awake(page, id);
});

test('a figure whose page was replaced in the meantime offers the new one', async ({ page }) => {
  let isReplaced = false;
  await page.route(`/widgets/${id}/`, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const body = isReplaced ? html.replaceAll(/_lang\.[\w-]+\.js/g, '_lang.other.js') : html;
    isReplaced = true;
    await route.fulfill({ response, body });
  });
  await failToWake(page);
  await expect(page.locator('.wake-failure')).toContainText('A new version of the course is there');
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
});

test('without module scripts a chapter is laid out to its end', async ({ page }) => {
  await page.route(/\.js$/, (route) => route.abort());
  await page.goto('/gradient/');
  await expect(page.locator('html')).toHaveAttribute('data-laid-out');
});
