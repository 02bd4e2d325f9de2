/** The first page: a figure that moves, a way in, and a way on for those who have been here. */
import { expect, test } from './site.ts';

test('the opening plays once when it is seen, and a reader who wants no motion sees none', async ({
  quiet: page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/');
  const count = page.locator('#gradient-descent .count');
  await expect(page.getByRole('link', { name: 'Start with chapter 1' })).toBeInViewport();
  await expect(page.locator('#gradient-descent [role=img]').first()).toBeInViewport();
  await expect(count).toHaveText(/^[1-9] of 10$/);
  await expect(count).toHaveText('10 of 10');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();

  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.clock.install();
  await page.reload();
  await expect(page.locator('[data-island]')).toHaveAttribute('data-awake', '');
  await page.clock.runFor(3500);
  await expect(count).toHaveText('10 of 10');
});

test('whoever comes back goes on where they were', async ({ quiet: page }) => {
  await page.goto('/hessian/#newton');
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('place')))
    .toContain('/hessian/#newton');
  const on = page.getByRole('link', { name: /^Continue with chapter 5: / });
  // What one page stores reaches the next a moment later where the browser gives it another process.
  await expect(async () => {
    await page.goto('/');
    await expect(on).toBeVisible({ timeout: 2000 });
  }).toPass();
  await on.click();
  await expect(page).toHaveURL(/\/hessian\/#newton$/);
});

test('where storage is blocked the way in is the first chapter', async ({ quiet: page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await page.goto('/hessian/#newton');
  await page.goto('/');
  await page.getByRole('link', { name: 'Start with chapter 1' }).click();
  await expect(page.locator('h1')).toHaveText('Derivatives and gradients');
});
