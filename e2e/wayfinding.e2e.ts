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
