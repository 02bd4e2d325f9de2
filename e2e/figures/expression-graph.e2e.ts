/** The graph is moved through, changed in place, and says what it is. */
import { expect, openFigure, queryOf, readouts, test } from '../site.ts';

const id = 'expression-graph';

test('a node is pressed by key: the player goes to what happens there', async ({ quiet: page }) => {
  await openFigure(page, id, queryOf(id, { stage: 0 }));
  const figure = page.locator(`#${id}`);
  const product = figure.getByRole('button', { name: /^x · y MulBackward0/ });
  await expect(product).toHaveAccessibleDescription(/Not computed yet/);
  await product.focus();
  await page.keyboard.press('Enter');
  await expect(product).toHaveAccessibleDescription(/w = 2 · 3 = 6/);
  await page.keyboard.press('Enter');
  await expect(product).toHaveAccessibleDescription(/to u = 13.82 · 3 = 41.46/);
  await expect(figure.locator('.working')).toContainText('∂f/∂w · v');
  await expect(page).toHaveURL(/expression-graph\.stage=10/);
});

test('a leaf is changed in the graph, and no node moves', async ({ quiet: page }) => {
  await openFigure(page, id);
  const figure = page.locator(`#${id}`);
  const places = () =>
    figure.locator('.card').evaluateAll((cards) => cards.map((card) => card.getAttribute('style')));
  const before = await places();
  await figure.getByLabel('x, in the graph').fill('0');
  // (0·3 + sin 0)² = 0, with the gradient 2 · 0.
  await expect.poll(() => readouts(page, id)).toMatchObject({ value: '0', 'df-dx': '0' });
  await expect.poll(places).toEqual(before);
  await figure.getByLabel('x, in the graph').fill('99');
  await figure.getByLabel('y, in the graph').focus();
  await expect(figure.getByLabel('x, in the graph')).toHaveValue('0');
});

test('a second backward is refused in the words of PyTorch, and nodes are shown as freed', async ({
  quiet: page,
}) => {
  await openFigure(page, id, queryOf(id, { mode: 'second backward' }));
  const figure = page.locator(`#${id}`);
  await expect(figure.locator('.refused')).toContainText(
    'Trying to backward through the graph a second time',
  );
  await expect(figure.locator('.card', { hasText: 'MulBackward0' })).toContainText('freed u, v');
});

test('detach cuts an edge and the readouts follow the graph that is left', async ({
  quiet: page,
}) => {
  await openFigure(page, id, queryOf(id, { mode: 'detach' }));
  await expect(page.locator(`#${id} .card.cut`)).toContainText('detached');
  await expect.poll(() => readouts(page, id)).toMatchObject({ 'df-dx': '41.46', nodes: '5' });
});

test('a formula without a variable, and one that is too large, end in words', async ({
  quiet: page,
}) => {
  await openFigure(page, id, queryOf(id, { f: '2*pi' }));
  await expect(page.locator(`#${id}`)).toContainText('there is no graph to draw');
  const large = Array.from({ length: 14 }, () => 'sin(x)').join('+');
  await openFigure(page, id, queryOf(id, { f: large }));
  await expect(page.locator(`#${id}`)).toContainText('the picture has room for 24');
});

test('a wide graph scrolls inside its frame and the page does not', async ({ quiet: page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await openFigure(page, id, queryOf(id, { f: 'cbrt(x)*max(y, 1) + floor(x)' }));
  const overflowOf = (selector: string) => () =>
    page.locator(selector).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  await expect.poll(overflowOf('html')).toBe(0);
  await expect.poll(overflowOf(`#${id} .scroll >> nth=0`)).toBeGreaterThan(0);
});
