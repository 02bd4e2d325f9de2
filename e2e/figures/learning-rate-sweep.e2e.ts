/** What is particular to the sweep over learning rates. */
import {
  clickChart,
  expect,
  expectFinite,
  numberOf,
  openFigure,
  readout,
  readouts,
  test,
} from '../site.ts';

const id = 'learning-rate-sweep';

test('the measured edge of stability of a bowl lies beside 2/λ', async ({ quiet: page }) => {
  await openFigure(page, id);
  await expect
    .poll(() => readouts(page, id))
    .toMatchObject({ predicted: '0.2', 'predicted-at-start': '0.2' });
  await expect.poll(() => numberOf(page, id, 'largest-stable-rate')).toBeCloseTo(0.2, 3);
});

test('a click on the sweep looks at that rate', async ({ quiet: page }) => {
  await openFigure(page, id);
  const before = (await readouts(page, id))['final-loss'] ?? '';
  await clickChart(page, id, 0.9, 0.5);
  await expect(readout(page, id, 'final-loss')).not.toHaveText(before);
});

test('another landscape brings its own start, and a schedule moves the edge', async ({
  quiet: page,
}) => {
  await openFigure(page, id);
  const figure = page.locator(`#${id}`);
  await figure.getByLabel('Landscape').selectOption({ label: 'round bowl, λ = 2: x² + y²' });
  await expect(readout(page, id, 'predicted')).toHaveText('1');
  await figure
    .getByLabel('Schedule', { exact: true })
    .selectOption({ label: 'Cosine: down to zero' });
  await expect.poll(() => numberOf(page, id, 'largest-stable-rate')).toBeGreaterThan(1.5);
});

test('a function without a value at the start ends in words', async ({ quiet: page }) => {
  await openFigure(page, id, `?${id}.f=${encodeURIComponent('ln(x)+y^2')}&${id}.x=-1`);
  const figure = page.locator(`#${id}`);
  await expect(figure.locator('[role=status]')).toContainText('no finite value at the start');
  await expectFinite(page, id);
});
