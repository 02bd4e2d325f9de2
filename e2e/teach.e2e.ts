import { expect, numberOf, openFigure, readout, test } from './site.ts';

const id = 'gradient-descent';

test('a prepared figure hides and locks what its address says, and keeps it when reset and shared', async ({
  quiet: page,
}) => {
  await openFigure(page, id, `?${id}.rate=0.9&${id}.hide=steps,speed&${id}.lock=rate`);
  const figure = page.locator(`#${id}`);
  await expect(figure.getByRole('slider', { name: 'Learning rate' })).toBeDisabled();
  await expect(figure.getByRole('slider', { name: 'Start x' })).toBeEnabled();
  await expect(figure.getByRole('slider', { name: 'Steps' })).toHaveCount(0);
  await expect(figure).toContainText('no setting “speed” to hide or lock');

  const start = figure.getByRole('textbox', { name: 'Start x' });
  await start.fill('8');
  await start.press('Enter');
  // 5 + 3 · (1 − 2 · 0.9)¹⁰ = 5.3221
  await expect.poll(() => numberOf(page, id, 'final-x')).toBeCloseTo(5.322, 3);
  await expect(page).toHaveURL(/lock=rate.*start=8/);
  await figure.getByRole('button', { name: 'Reset' }).click();
  await expect(figure.getByRole('slider', { name: 'Learning rate' })).toHaveValue(/./);
  // The start is 0 again, the rate is not: 5 − 5 · 0.8¹⁰ = 4.463 for both rates, so the regime tells.
  await expect(readout(page, id, 'regime')).toHaveText('oscillates');
  await expect(page).toHaveURL(/rate=0.9/);
});
