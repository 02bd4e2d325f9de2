/** What is particular to the second chapter's figures. Numbers are what PyTorch 1.13 printed. */
import type { Page } from 'playwright/test';
import {
  awake,
  closeTo,
  expect,
  expectFinite,
  goWithin,
  openFigure,
  readout,
  readouts,
  test,
  valuesOf,
} from './site.ts';

const chapter = '/partial-derivatives/';

const cutAt = (f: string, x: number, y: number) =>
  `?${new URLSearchParams({ 'partial-slices.f': f, 'partial-slices.x': String(x), 'partial-slices.y': String(y) }).toString()}`;

test('the notebook’s surface at (1, 2) has the partial derivatives 8 and 5', async ({
  quiet: page,
}) => {
  await openFigure(page, 'partial-slices');
  await expect
    .poll(() => readouts(page, 'partial-slices'))
    .toMatchObject({
      value: '6',
      'df-dx': '8',
      'df-dy': '5',
    });
});

test('a point moved along one cut by arrow keys moves the other cut', async ({ quiet: page }) => {
  await openFigure(page, 'partial-slices');
  const figure = page.locator('#partial-slices');
  await figure.getByRole('button', { name: /^Point x, at/ }).focus();
  for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowRight');
  // At (2, 2): 2xy + y² = 12, x² + 2xy = 12.
  await expect
    .poll(() => readouts(page, 'partial-slices'))
    .toMatchObject({ value: '16', 'df-dx': '12', 'df-dy': '12' });
  await expect(figure.getByRole('img', { name: /^f along y with x held at 2/ })).toBeVisible();
});

test('kinks, holes and steep places are answered in words', async ({ quiet: page }) => {
  await openFigure(page, 'partial-slices');
  for (const [f, x, y, words] of [
    ['abs(x)+y^2', 0, 1, /kink \(slope −1 below x, 1 above\).*PyTorch answers 0/],
    ['relu(min(x,y))', 0, 0, /between the axes f has a crease.*not differentiable/],
    ['max(min(x,y),0)', 0, 0, /slope along x is 0, but PyTorch answers 0.25/],
    ['1/(x-y)', 1, 1, /not defined at \(1, 1\)/],
    ['1/(x-x)', 1, 1, /not defined anywhere/],
    ['sqrt(x)+y', 0, 1, /growing without bound/],
  ] as const)
    await test.step(`${f} at (${String(x)}, ${String(y)}) is answered in words`, async () => {
      await goWithin(page, 'partial-slices', cutAt(f, x, y));
      const figure = page.locator('#partial-slices');
      await expect(figure.locator('[role=status]')).toContainText(words);
      await expectFinite(page, 'partial-slices');
    });
});

const gradient = (page: Page, name: string) =>
  page.locator('#linear-layer').getByRole('grid', { name: new RegExp(`^Gradient of ${name}`) });
const entry = (page: Page, name: string, row: number, column: number) =>
  gradient(page, name).locator('tr').nth(row).locator('td').nth(column);
const sum = (page: Page) => page.locator('#linear-layer output').filter({ hasText: 'Σ' });

test('seed 0 gives the notebook’s gradients, in the matrices as in the readouts', async ({
  quiet: page,
}) => {
  await openFigure(page, 'linear-layer');
  await expect
    .poll(() => readouts(page, 'linear-layer'))
    .toMatchObject({
      'w-grad-shape': '[2, 3]',
      'b-grad-shape': '[2]',
      dw00: '2.109',
      db0: '4',
    });
  const row = [2.1094307899475098, -1.1365602016448975, -4.114605903625488];
  await expect
    .poll(() => valuesOf(gradient(page, 'W').locator('tr')))
    .toEqual(closeTo([row, row], 5));
});

test('pointing at ∂loss/∂W[0, 0] writes its sum over the batch, numbers filled in', async ({
  quiet: page,
}) => {
  await openFigure(page, 'linear-layer');
  await entry(page, 'W', 1, 2).hover();
  await expect(sum(page)).toContainText('∂loss/∂W[1, 2]');
  await entry(page, 'W', 0, 0).hover();
  await expect(sum(page)).toContainText('∂loss/∂W[0, 0]');
  await expect(sum(page)).toContainText(
    '1 · 1.541 + 1 · 0.5684 + 1 · 0.4033 + 1 · (−0.4033) = 2.109',
  );
});

/** What is written as the sum's total, less what its terms add up to. */
async function missingInSum(page: Page): Promise<number> {
  const text = ((await sum(page).locator('.numbers').textContent()) ?? '').replaceAll('−', '-');
  const [, terms = '', total = ''] = text.split('=');
  const added = terms
    .split(/\+(?=\s)/)
    .map((term) => term.split('·').map((factor) => Number(factor.replace(/[()\s]/g, ''))))
    .reduce((all, factors) => all + factors.reduce((product, factor) => product * factor, 1), 0);
  return Number(total) - added;
}

test('by keyboard the Tab key reaches the matrix and arrow keys walk through it', async ({
  quiet: page,
}) => {
  await openFigure(page, 'linear-layer', '?linear-layer.loss=mse&linear-layer.seed=3');
  await entry(page, 'W', 0, 0).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(entry(page, 'W', 1, 1)).toBeFocused();
  await expect(entry(page, 'W', 1, 1)).toHaveAttribute('aria-selected', 'true');
  await expect(sum(page)).toContainText('∂loss/∂W[1, 1]');
  // What is written adds up to what stands in the entry.
  await expect.poll(() => missingInSum(page)).toBeCloseTo(0, 2);
  await page.keyboard.press('Tab');
  await expect(entry(page, 'b', 0, 0)).toBeFocused();
  await expect(sum(page)).toContainText('∂loss/∂b[0]');
});

test('an entry that a smaller layer lacks gives way to the nearest', async ({ quiet: page }) => {
  await openFigure(page, 'linear-layer');
  await entry(page, 'W', 1, 2).hover();
  const outputs = page.locator('#linear-layer').getByLabel('Outputs, as a number');
  await outputs.fill('1');
  await outputs.press('Enter');
  await expect(sum(page)).toContainText('∂loss/∂W[0, 2]');
  await expect(gradient(page, 'W').locator('td')).toHaveCount(3);
});

test('at the largest sizes no matrix is cut off on a phone', async ({ quiet: page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openFigure(
    page,
    'linear-layer',
    '?linear-layer.batch=8&linear-layer.in=6&linear-layer.out=6&linear-layer.loss=mse',
  );
  await expect(gradient(page, 'W').locator('td')).toHaveCount(36);
  const tooWide = () =>
    page
      .locator('#linear-layer td:visible')
      .evaluateAll(
        (cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length,
      );
  await expect.poll(tooWide).toBe(0);
});

test('an exercise knows ∂f/∂x from ∂f/∂y', async ({ quiet: page }) => {
  await page.goto(chapter);
  const form = page.locator('#hold-x form');
  await form.scrollIntoViewIfNeeded();
  const field = form.getByRole('textbox', { name: '∂f/∂y =' });
  await expect(field).toBeEnabled();
  await field.fill('3x^2 y^2 - 4y');
  await field.press('Enter');
  await expect(form.getByRole('status')).toContainText('That is ∂f/∂x');
  await field.fill('1 + 2x(x^2 y - 2)');
  await field.press('Enter');
  await expect(form.getByRole('status')).toContainText('Right.');
});

test('both figures of the chapter keep their states in one address', async ({ quiet: page }) => {
  await page.goto(`${chapter}?partial-slices.x=2&linear-layer.batch=8`);
  await awake(page, 'partial-slices');
  await awake(page, 'linear-layer');
  await expect(readout(page, 'partial-slices', 'df-dx')).toHaveText('12');
  await expect(readout(page, 'linear-layer', 'db0')).toHaveText('8');
});

test('the surface is drawn when it is asked for, follows the point and turns by key', async ({
  quiet: page,
}) => {
  await openFigure(page, 'partial-slices');
  const figure = page.locator('#partial-slices');
  const patch = figure.locator('polygon').first();
  await expect(patch).toHaveCount(0);
  const summary = figure.locator('summary', { hasText: 'Show as a surface' });
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(figure.getByRole('img', { name: /^f as a surface/ })).toHaveCount(1);
  const corners = () => patch.getAttribute('points');
  const first = (await corners()) ?? '';
  await figure.getByLabel('Turn').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(corners).not.toBe(first);
  const cut = figure.locator('polyline').first();
  const before = (await cut.getAttribute('points')) ?? '';
  await figure.locator('.side input[type=range]').last().focus();
  await page.keyboard.press('ArrowLeft');
  await expect(cut).not.toHaveAttribute('points', before);
});
