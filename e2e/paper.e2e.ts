/** A printed chapter: what is folded on the screen is there, and nothing is given away beside its question. */
import { expect, test } from './site.ts';

test('printed, proofs are open, solutions stand at the end, and the page folds up again', async ({
  quiet: page,
}) => {
  await page.goto('/derivatives-and-gradients/');
  const proof = page.locator('.page > details').first();
  const solutions = page.locator('.solutions');
  await expect(proof).not.toHaveAttribute('open');
  await page.emulateMedia({ media: 'print' });
  // The page listens once its script has come.
  await expect(async () => {
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(proof).toHaveAttribute('open');
  }).toPass();
  await expect(solutions.getByRole('heading', { level: 3 }).first()).toContainText('1. ');
  await expect(solutions.locator('p').first()).toBeVisible();
  await expect(page.locator('.exercise > details').first()).toBeHidden();
  await expect(page.locator('figure details').first()).toBeHidden();
  const source = page.locator('.references a[href^=http]').first();
  const printed = await source.evaluate((link) => getComputedStyle(link, '::after').content);
  expect(printed).toBe(`" ${(await source.getAttribute('href')) ?? ''}"`);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(proof).not.toHaveAttribute('open');
  await expect(solutions).toHaveCount(0);
});
