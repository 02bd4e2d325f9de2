import AxeBuilder from '@axe-core/playwright';
import { basedRoot } from './ports.ts';
import { expect, pages, test } from './site.ts';

for (const address of pages) {
  test(`${address} opens with one h1, no error and no request to another host`, async ({
    quiet: page,
  }) => {
    const response = await page.goto(address);
    expect(response?.status()).toBe(200);
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page.locator('meta[http-equiv="content-security-policy"]')).toHaveCount(1);
    await page.evaluate(() => {
      scrollTo(0, document.body.scrollHeight);
    });
    await page.waitForTimeout(300);
    const prose = await page.evaluate(() => {
      const copy = document.body.cloneNode(true) as HTMLElement;
      for (const node of copy.querySelectorAll('.katex, script, style, pre, code')) node.remove();
      return copy.textContent;
    });
    expect(prose).not.toMatch(/\$[^$\n]*\\|\\(frac|partial|nabla|eta)\b|NaN|undefined|\[object/);
  });

  test(`${address} does not scroll sideways at 320 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(address);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });

  for (const colorScheme of ['light', 'dark'] as const)
    test(`${address} has no accessibility violation in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(address);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join('\n')}`),
      ).toEqual([]);
    });
}

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

test('under a base path every link of the course leads somewhere', async ({ page }) => {
  const failed: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(response.url());
  });
  const seen = new Set<string>();
  const queue = [basedRoot];
  while (queue.length) {
    const address = queue.pop() ?? basedRoot;
    if (seen.has(address)) continue;
    seen.add(address);
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(200);
    const links = await page
      .locator('a[href]')
      .evaluateAll((anchors) =>
        anchors.map((anchor) => (anchor as HTMLAnchorElement).href.split('#')[0] ?? ''),
      );
    for (const link of links.filter((href) => href.startsWith(new URL(basedRoot).origin))) {
      expect(link.startsWith(basedRoot), link).toBe(true);
      queue.push(link);
    }
  }
  expect(seen.size).toBeGreaterThan(5);
  expect(failed).toEqual([]);
});
