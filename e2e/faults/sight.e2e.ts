/** Readers who force their own colours upon pages, and readers who enlarge them four times. */
import type { Page } from 'playwright/test';
import { drawn, expect, openFigure, test } from '../site.ts';
import { outOfReach, overflow } from '../reach.ts';

/**
 * Of what is drawn on a figure's first canvas: the share that stands out from the page as a graphic must (3 to 1),
 * and how many colours there are, a sixteenth of each channel counting as one.
 */
const seen = (page: Page, id: string): Promise<{ share: number; colours: number }> =>
  page.evaluate((figure) => {
    const canvas = document.querySelector<HTMLCanvasElement>(`#${figure} canvas`);
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    const luminance = ([red, green, blue]: readonly [number, number, number]): number => {
      const linear = (value: number) =>
        value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    };
    const [red = 0, green = 0, blue = 0] = (
      getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g) ?? []
    ).map(Number);
    const paper = luminance([red, green, blue]);
    const colours = new Set<number>();
    let [standing, all] = [0, 0];
    for (let at = 0; pixels && at < pixels.length; at += 4) {
      const [r = 0, g = 0, b = 0, alpha = 0] = pixels.subarray(at, at + 4);
      all += 1;
      if (alpha < 255) continue;
      const bright = luminance([r, g, b]);
      const contrast = (Math.max(bright, paper) + 0.05) / (Math.min(bright, paper) + 0.05);
      if (contrast >= 3) standing += 1;
      colours.add((r >> 4) * 256 + (g >> 4) * 16 + (b >> 4));
    }
    return { share: standing / all, colours: colours.size };
  }, id);

/** Buttons of a figure that nothing but their colour would mark as such. */
const bareButtons = (page: Page, id: string): Promise<string[]> =>
  page.locator(`#${id} button:visible`).evaluateAll((buttons) =>
    buttons.flatMap((button) => {
      const { borderTopStyle, outlineStyle } = getComputedStyle(button);
      return [borderTopStyle, outlineStyle].every((style) => style === 'none')
        ? [button.textContent]
        : [];
    }),
  );

test('in forced colours axes, curves and contours stand out, buttons have a border, and the theme is the reader’s', async ({
  quiet: page,
}) => {
  await page.addInitScript(() => {
    localStorage.setItem('theme', 'light');
  });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    for (const id of ['gradient-vector', 'gradient-descent']) {
      await openFigure(page, id);
      await drawn(page, id);
      const { share, colours } = await seen(page, id);
      // Lines and letters cover some thousandths of a picture or hundredths; a picture in one colour, all of it.
      expect(share, `${id}, ${colorScheme}`).toBeGreaterThan(0.003);
      expect(share, `${id}, ${colorScheme}`).toBeLessThan(0.4);
      expect(colours, `${id}, ${colorScheme}`).toBeGreaterThan(6);
      expect(await bareButtons(page, id)).toEqual([]);
    }
    await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  }
  await page.setViewportSize({ width: 1600, height: 900 });
  await page.goto('/hessian/#newton');
  await expect(page.locator('[data-theme-toggle]')).toBeHidden();
  const here = page.locator('.toc a[aria-current]');
  await expect(here).toHaveCount(1);
  const edge = (link: Element) => getComputedStyle(link).borderLeftColor;
  const other = await page.locator('.toc a:not([aria-current])').first().evaluate(edge);
  expect(await here.evaluate(edge)).not.toBe(other);
});

test.describe('enlarged four times, a window of 1280 by 1024 shows 320 by 256', () => {
  test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });

  for (const address of ['/hessian/', '/widgets/train-net/', '/widgets/gradient-vector/'])
    test(`${address} does not scroll sideways, and what takes the focus is seen`, async ({
      quiet: page,
    }) => {
      await page.goto(address);
      const [, id] = /^\/widgets\/(.+)\/$/.exec(address) ?? [];
      if (id !== undefined) await drawn(page, id);
      await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0);
      expect(await outOfReach(page)).toEqual([]);
    });
});
