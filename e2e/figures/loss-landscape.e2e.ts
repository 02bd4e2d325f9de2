/** What is particular to the slice of a network's loss. */
import { drag, expect, openFigure, readouts, test } from '../site.ts';

const id = 'loss-landscape';

test('another plane through the same network keeps its loss and sharpness', async ({
  quiet: page,
}) => {
  await openFigure(page, id);
  const before = await readouts(page, id);
  expect(before['shown']).toMatch(/^9\d/);
  await page.locator(`#${id}-direction`).selectOption('random');
  await expect(page.locator(`#${id} output[data-out=shown]`)).not.toHaveText(before['shown'] ?? '');
  const { 'centre-loss': centreLoss, sharpness } = before;
  await expect
    .poll(() => readouts(page, id))
    .toMatchObject({ 'centre-loss': centreLoss, sharpness });
});

test('the surface turns by key and by drag', async ({ quiet: page }) => {
  await openFigure(page, id);
  const patch = page.locator(`#${id} svg polygon`).first();
  const turn = page.locator(`#${id}-view-turn`);
  const points = () => patch.getAttribute('points');
  const first = await points();
  await turn.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(points).not.toBe(first);
  const second = await points();
  await drag(page, page.locator(`#${id} svg:has(polygon)`), 40, 10);
  await expect.poll(points).not.toBe(second);
});

test('while the worker trains, the page goes on and shows how far it is', async ({
  quiet: page,
}) => {
  await openFigure(page, id);
  const output = page.locator(`#${id} output[data-out=centre-loss]`);
  const before = (await output.textContent()) ?? '';
  await page.evaluate((figure) => {
    const shares: number[] = [];
    Object.assign(window, { shares });
    const note = () => {
      const share = document.querySelector<HTMLProgressElement>(`#${figure} progress`)?.value ?? 0;
      if (share > 0 && share < 1) shares.push(share);
    };
    new MutationObserver(note).observe(document.getElementById(figure) ?? document.body, {
      subtree: true,
      childList: true,
      attributeFilter: ['value'],
    });
  }, id);
  await page.locator(`#${id}-data`).selectOption('xor');
  await expect(output).not.toHaveText(before);
  const shares = await page.evaluate(() => (window as unknown as { shares: number[] }).shares);
  // Trained on the page itself in one go, the network would leave it nothing to show in between.
  expect(shares.length).toBeGreaterThan(2);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});
