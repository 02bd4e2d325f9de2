/** What is particular to the race of optimizers. */
import { expect, openFigure, readout, test } from '../site.ts';

const id = 'optimizer-arena';

test('the results are sorted by a click or a key on a head, which says so', async ({
  quiet: page,
}) => {
  await openFigure(page, id);
  const table = page.locator(`#${id} [data-results]`);
  const names = table.locator('tbody th');
  await expect(names.first()).toHaveText('L-BFGS');
  await expect(readout(page, id, 'best')).toHaveText('L-BFGS');
  const head = table.getByRole('columnheader', { name: 'Optimizer' });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(names).toHaveText(['Adam', 'L-BFGS', 'Momentum', 'RMSprop', 'SGD']);
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(names.first()).toHaveText('SGD');
});

test('a box ticked by key brings its optimizer, its rate and its place in the address', async ({
  quiet: page,
}) => {
  await openFigure(page, id);
  const figure = page.locator(`#${id}`);
  await expect(figure.getByLabel('Newton rate', { exact: true })).toHaveCount(0);
  const box = figure.getByRole('group', { name: 'Optimizers' }).getByLabel('Newton');
  await box.focus();
  await page.keyboard.press('Space');
  await expect(figure.getByLabel('Newton rate', { exact: true })).toBeVisible();
  await expect(figure.locator('[data-results] tbody tr')).toHaveCount(6);
  await expect(figure.locator('output[data-out=best]')).toHaveText('Newton');
  await expect
    .poll(() => decodeURIComponent(page.url()))
    .toContain(`${id}.optimizers=sgd,momentum,rmsprop,adam,newton,lbfgs`);
});

test('an optimizer that is none is ignored and said, the others run', async ({ quiet: page }) => {
  await openFigure(page, id, `?${id}.optimizers=sgd,lion`);
  const figure = page.locator(`#${id}`);
  await expect(figure).toContainText('“lion” is not one of the choices');
  await expect(figure.locator('[data-results] tbody th')).toHaveText(['SGD']);
});

test('a landscape brings its start and its rates, and Newton is said to stand at the saddle', async ({
  quiet: page,
}) => {
  await openFigure(page, id, `?${id}.f=x%5E2-y%5E2%2By%5E4%2F4&${id}.optimizers=sgd,newton`);
  const figure = page.locator(`#${id}`);
  await expect(figure.locator(`#${id}-x-number`)).toHaveValue('2');
  await expect(figure.locator(`#${id}-sgd-number`)).toHaveValue('0.2');
  await expect(figure.locator('[role=status]')).toContainText('Newton stands at the saddle');
});

test('the start moves by keys, coarse with Shift', async ({ quiet: page }) => {
  await openFigure(page, id);
  const figure = page.locator(`#${id}`);
  const start = figure.getByRole('button', { name: /Start/ }).first();
  await start.focus();
  await page.keyboard.press('ArrowRight');
  await expect(figure.locator(`#${id}-x-number`)).toHaveValue('-3.4');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(figure.locator(`#${id}-x-number`)).toHaveValue('-2.4');
});

test('without an optimizer the figure says what to do', async ({ quiet: page }) => {
  await openFigure(page, id, `?${id}.optimizers=`);
  const figure = page.locator(`#${id}`);
  await expect(figure.locator('[role=status]')).toContainText('No optimizer is chosen');
  await expect(figure.locator('output[data-out=best]')).toHaveText('none');
});
