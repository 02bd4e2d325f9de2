/** How a reader finds the way: contents, links in the text and what they show before they are followed. */
import { expect, test } from './site.ts';

test('the contents are at hand wherever one reads, by keyboard too', async ({ quiet: page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/hessian/#newton');
  const button = page.locator('summary', { hasText: 'Contents' });
  const speed = page.locator('[data-contents] a[href="#speed"]');
  await expect(button).toBeInViewport();
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(speed).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(speed).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await speed.click();
  await expect(page.locator('#speed')).toBeInViewport();
  await expect(speed).toBeHidden();
  await expect
    .poll(() => page.locator('#speed').evaluate((heading) => heading.getBoundingClientRect().top))
    .toBeGreaterThan(44);
});

test('the skip link leads to the text', async ({ quiet: page }) => {
  await page.goto('/hessian/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toBeFocused();
});

test('chapters, terms and sources that the text mentions are links that show where they lead', async ({
  quiet: page,
}) => {
  await page.goto('/hessian/');
  const card = page.locator('#preview');
  const chapter = page.locator('main a[data-preview][href^="/optimization-landscapes/"]').first();
  await expect(async () => {
    await page.mouse.move(0, 0);
    await chapter.hover();
    await expect(card).toContainText('Chapter 8: Optimization landscapes', { timeout: 2000 });
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();

  const term = page.locator('a.term[href="/glossary/#condition-number"]').first();
  await expect(async () => {
    await term.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect(card).toContainText('largest eigenvalue divided by', { timeout: 2000 });
  }).toPass();
  await expect(term).toHaveAccessibleDescription(/condition number/);

  const citation = page.locator('a.citation', { hasText: 'Pearlmutter 1994' });
  // A figure that wakes may move the text from under the pointer.
  await expect(async () => {
    await page.mouse.move(0, 0);
    await citation.hover();
    await expect(card).toContainText('Fast Exact Multiplication by the Hessian', { timeout: 2000 });
  }).toPass();
  await citation.click();
  const source = page.locator('#ref-pearlmutter-1994');
  await expect(source).toBeInViewport();
  await source.getByRole('link', { name: /^Back to where/ }).click();
  await expect(citation).toBeInViewport();

  await page.goto('/glossary/#saddle');
  await page.locator('#saddle').getByRole('link', { name: 'chapter 5' }).click();
  await expect(page.locator('dfn#term-saddle')).toBeInViewport();
});
