import { chapters, expect, figures, test } from './site.ts';

test.use({ javaScriptEnabled: false });

for (const address of chapters)
  test(`${address} can be read without JavaScript`, async ({ page }) => {
    await page.goto(address);
    const words = ((await page.locator('main').textContent()) ?? '').split(/\s+/);
    expect(words.length).toBeGreaterThan(1500);
    const last = page.locator('main nav[aria-label="Chapters"]');
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport();
    expect(await page.locator('.katex math').count()).toBeGreaterThan(10);
  });

for (const id of figures)
  test(`${id} is there without JavaScript: picture, readouts, table`, async ({ page }) => {
    await page.goto(`/widgets/${id}/`);
    const figure = page.locator(`#${id}`);
    await expect(figure.getByRole('heading')).toBeVisible();
    expect(await figure.locator('output[data-out]').count()).toBeGreaterThan(0);
    await figure.locator('summary', { hasText: 'Data' }).click();
    await expect(figure.locator('table').first()).toBeVisible();
    const pictures = figure.locator(':is(.stage, .more)');
    // A vector is a low picture; the tallest of a figure is one to be looked at.
    const heights = await pictures
      .locator('[role=img]:visible, table:visible')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.max(...heights)).toBeGreaterThan(100);
    // Without scripts one cannot ask an image; its file must at least be served.
    for (const image of await pictures.locator('img:visible').all()) {
      const source = await image.evaluate((one) => (one as HTMLImageElement).currentSrc);
      expect((await page.request.get(source)).status()).toBe(200);
    }
  });
