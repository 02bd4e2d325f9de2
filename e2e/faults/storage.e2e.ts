/** A storage that is full, and two tabs that share one. */
import type { Page } from 'playwright/test';
import { expect, test } from '../site.ts';

const chapter = '/derivatives-and-gradients/';

async function answer(page: Page, id: string, text: string): Promise<void> {
  const field = page.locator(`#${id} form`).first().getByRole('textbox');
  await field.scrollIntoViewIfNeeded();
  await expect(page.locator(`#${id} [data-answer]`)).toHaveAttribute('data-awake', '');
  await field.fill(text);
  await field.press('Enter');
  await expect(page.locator(`#${id}`).getByRole('status').first()).toContainText('Right.');
}

const stateOf = (page: Page, id: string) => page.locator(`[data-exercise="${id}"] [data-state]`);

test('what one tab answers, another neither misses nor overwrites, and the theme is that of both', async ({
  quiet: page,
  context,
}) => {
  const other = await context.newPage();
  await other.goto('/exercises/');
  await page.goto(chapter);
  await answer(page, 'cube-derivative', '3x^2 - 4');
  await expect(stateOf(other, 'cube-derivative')).toContainText('answered right');
  await other.goto(chapter);
  await answer(other, 'two-steps', '5.75');
  await page.goto('/exercises/');
  await expect(stateOf(page, 'cube-derivative')).toContainText('answered right');
  await expect(stateOf(page, 'two-steps')).toContainText('answered right');

  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(other.getByRole('button', { name: 'Dark theme' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

/** A file as the course writes it. */
const saved = {
  format: 'calculus-for-deep-learning/progress',
  version: 1,
  exercises: { 'two-steps': { '2026-11-30': 'right' } },
};

test('a full storage loses no earlier answer, and what cannot be kept is judged all the same', async ({
  quiet: page,
}) => {
  await page.goto(chapter);
  await answer(page, 'cube-derivative', '3x^2 - 4');
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.reload();
  await answer(page, 'two-steps', '5.75');
  await expect(page.locator('#two-steps').getByRole('status').first()).toContainText(
    'This browser keeps no progress.',
  );
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await page.goto('/exercises/');
  await expect(stateOf(page, 'cube-derivative')).toContainText('answered right');
  await page.getByLabel('File with progress').setInputFiles({
    name: 'progress.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(saved)),
  });
  await expect(page.locator('[data-progress-words]')).toContainText(
    'was not added. This browser has no room for it.',
  );
  await expect(stateOf(page, 'cube-derivative')).toContainText('answered right');
});

test('a device without room keeps nothing by halves; with room both tabs say what is kept', async ({
  page,
  context,
  baseURL,
}) => {
  test.slow();
  const said = (tab: Page) => tab.locator('.offline p');
  const keep = (tab: Page) => tab.getByRole('button', { name: 'Keep the course on this device' });
  const storage = await context.newCDPSession(page);
  const other = await context.newPage();
  for (const tab of [page, other]) await tab.goto('/notation/');

  await storage.send('Storage.overrideQuotaForOrigin', { origin: baseURL ?? '', quotaSize: 9e5 });
  await keep(page).click();
  await expect(said(page)).toContainText('there is no room left for it on this device');
  await expect(keep(page)).toBeVisible();
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);

  await storage.send('Storage.overrideQuotaForOrigin', { origin: baseURL ?? '' });
  await keep(page).click();
  for (const tab of [page, other])
    await expect(said(tab)).toContainText('can be read without a network', { timeout: 60_000 });

  await other.getByRole('button', { name: 'Remove it from this device' }).click();
  await expect(said(other)).toContainText('was removed');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(keep(page)).toBeVisible();
});
