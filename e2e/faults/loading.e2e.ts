/** Scripts, styles and a network that come late or not at all. */
import type { Page } from 'playwright/test';
import { awake, drawn, expect, figures, openFigure, readout, readouts, test } from '../site.ts';

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

test('an answer whose script does not come says so, and keeps what was typed until it does', async ({
  page,
}) => {
  const answerScripts = /_astro\/answers\.[^/]*\.js$/;
  await page.clock.install();
  await page.route(answerScripts, (route) => route.abort());
  await page.goto('/derivatives-and-gradients/#cube-derivative');
  const form = page.locator('#cube-derivative [data-answer]').first();
  await form.getByRole('textbox').fill('3x^2 - 4');
  const failure = page.locator('#cube-derivative .wake-failure').first();
  await expect(async () => {
    await page.clock.runFor(16_000);
    await expect(failure).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await page.unroute(answerScripts);
  await page.clock.resume();
  await failure.getByRole('button', { name: 'Try again' }).click();
  await expect(form).toHaveAttribute('data-awake', '');
  await form.getByRole('button', { name: 'Check' }).click();
  await expect(form.getByRole('status')).toContainText('Right.');
});

test('a picture whose engine does not come stands still and says so, and lives when it is tried again', async ({
  page,
}) => {
  const engine = /_astro\/live\.[^/]*\.js$/;
  await page.route(engine, (route) => route.abort());
  await openFigure(page, 'gradient-descent');
  const chart = page.locator('#gradient-descent .chart').first();
  await expect(chart).toContainText('This picture stands still');
  await expect(chart.locator('img:visible')).toHaveCount(1);
  const before = await readouts(page, 'gradient-descent');
  await page.locator('#gradient-descent-rate-range').press('ArrowRight');
  await expect.poll(() => readouts(page, 'gradient-descent')).not.toEqual(before);
  await page.unroute(engine);
  await chart.getByRole('button', { name: 'Try again' }).click();
  await drawn(page, 'gradient-descent');
  await expect(chart).not.toContainText('This picture stands still');
});

test('search whose script does not come says so, and opens when it is asked for again', async ({
  page,
}) => {
  const search = /_astro\/SearchDialog\.[^/]*\.js$/;
  await page.route(search, (route) => route.abort());
  await page.goto('/notation/');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  await page.unroute(search);
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('without its stylesheet a chapter can be read to its end, and its figures move', async ({
  page,
}) => {
  await page.route(/\.css$/, (route) => route.abort());
  await page.goto('/gradient/');
  await expect(page.locator('h1')).toBeVisible();
  const id = (await page.locator('[data-island]').first().getAttribute('data-island')) ?? '';
  await awake(page, id);
  const before = await readouts(page, id);
  await page.locator(`#${id} input[type=range]`).first().press('ArrowRight');
  await expect.poll(() => readouts(page, id)).not.toEqual(before);
  await page.locator('main nav[aria-label="Chapters"]').scrollIntoViewIfNeeded();
  await expect(page.locator('main nav[aria-label="Chapters"]')).toBeInViewport();
});

test('on a slow line the text comes first, a figure says that it wakes, and what is set early is kept', async ({
  quiet: page,
  context,
}) => {
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  // 400 kbit a second, and 400 ms there and back.
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  });
  await page.goto('/widgets/gradient-descent/#gradient-descent', { waitUntil: 'commit' });
  const island = page.locator('[data-island]');
  await expect(page.locator('figcaption')).toBeVisible();
  await expect(island).not.toHaveAttribute('data-awake');
  await expect(island).toHaveAttribute('aria-busy', 'true');
  const says = await island.evaluate((one) => getComputedStyle(one, '::after').content);
  expect(says).toBe('"waking…"');
  const rate = page.locator('#gradient-descent-rate-range');
  await rate.press('ArrowRight');
  const set = await rate.inputValue();
  await awake(page, 'gradient-descent');
  await expect(rate).toHaveValue(set);
  await expect(page).toHaveURL(new RegExp(`gradient-descent\\.rate=${set}`));
  await expect(readout(page, 'gradient-descent', 'final-x')).not.toHaveText('4.463');
});

test('without module scripts a chapter is laid out to its end, and its figures say that they cannot be moved', async ({
  page,
}) => {
  await page.route(/\.js$/, (route) => route.abort());
  await page.goto('/gradient/');
  await expect(page.locator('html')).toHaveAttribute('data-laid-out');
  // What is said after a quarter of a minute is said now.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
  });
  await expect(page.locator('[data-island] .needs-script').first()).toBeVisible();
});
