/** A reader's own colours: what is told by colour, by tint or by a mark over a letter can still be read. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Locator } from 'playwright/test';
import { drawn, expect, openFigure, test } from './site.ts';

/** Colours of a chart that cover more than a few pixels, coarsely. */
const coloursOf = (canvas: Locator): Promise<number> =>
  canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element;
    const pixels = element.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    const counts = new Map<string, number>();
    for (let at = 0; at < pixels.length; at += 4) {
      const colour = [0, 1, 2].map((channel) => (pixels[at + channel] ?? 0) >> 6).join();
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return [...counts.values()].filter((count) => count > 40).length;
  });

/** Whether anything but its ground is seen in the lower half of an element. */
async function hasInkBelow(element: Locator): Promise<boolean> {
  const picture = await loadImage(await element.screenshot());
  const context = createCanvas(picture.width, picture.height).getContext('2d');
  context.drawImage(picture, 0, 0);
  const half = Math.ceil(picture.height / 2);
  const { data } = context.getImageData(0, half, picture.width, picture.height - half);
  return data.some((value, at) => at % 4 < 3 && Math.abs(value - (data[at % 4] ?? 0)) > 64);
}

const groundAndText = (element: Locator): Promise<string[]> =>
  element.evaluate((one) => {
    const { backgroundColor, color } = getComputedStyle(one);
    return [backgroundColor, color];
  });

test('in forced colours pictures keep theirs, and no letter is erased', async ({ quiet: page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });

  await openFigure(page, 'train-net');
  await drawn(page, 'train-net');
  // Ground, points of two classes, and the boundary between them.
  const canvas = page.locator('#train-net canvas').first();
  await expect.poll(() => coloursOf(canvas)).toBeGreaterThanOrEqual(4);
  const [ground, word] = await groundAndText(page.getByRole('button', { name: 'Play' }));
  expect(word).not.toBe(ground);

  await openFigure(page, 'linear-layer');
  const negative = page.locator('#linear-layer td.negative').first();
  await expect(negative).toHaveCSS('background-image', /repeating-linear-gradient/);

  await page.goto('/chain-rule/');
  const letterWithHat = page.locator('.exercise .katex-accent').first();
  await expect.poll(() => hasInkBelow(letterWithHat)).toBe(true);
});
