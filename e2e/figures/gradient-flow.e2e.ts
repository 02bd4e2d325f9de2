/** What is particular to the figure about gradient flow: its worker, its layers, and how each failure is told. */
import { expect, goWithin, numberOf, openFigure, readouts, test } from '../site.ts';

const id = 'gradient-flow';
const query = (state: Readonly<Record<string, string | number>>): string =>
  `?${Object.entries(state)
    .map(([key, value]) => `${id}.${key}=${String(value)}`)
    .join('&')}`;

test('twenty layers of tanh from PyTorch’s start lose the gradient as theory says', async ({
  quiet: page,
}) => {
  await openFigure(page, id);
  await expect
    .poll(() => readouts(page, id))
    .toMatchObject({ verdict: 'vanishes', ratio: '2.307e-5' });
  const predicted = await numberOf(page, id, 'predicted-factor');
  await expect.poll(() => numberOf(page, id, 'factor')).toBeCloseTo(predicted, 2);
});

test('a gradient that dies, explodes or flows is told in words', async ({ quiet: page }) => {
  await openFigure(page, id);
  for (const [name, state, verdict, words] of [
    [
      'dead relus',
      { activation: 'relu', init: 'negative' },
      'dies',
      /In layer 4 every unit’s relu answers 0/,
    ],
    [
      'weights too large',
      { activation: 'linear', init: 'large', depth: 50 },
      'explodes',
      /explodes: from layer 50 to layer 1/,
    ],
    ['He’s start', { activation: 'relu', init: 'he', depth: 50 }, 'flows', /flows: from layer 50/],
    [
      'a residual connection',
      { activation: 'sigmoid', residual: 'on' },
      'flows',
      /hands the gradient down unchanged/,
    ],
    [
      'batch normalisation',
      { activation: 'relu', init: 'he', norm: 'batch', depth: 50 },
      'explodes',
      /batch normalisation divides/,
    ],
  ] as const)
    await test.step(`${name}: ${verdict}, told in words`, async () => {
      await goWithin(page, id, query(state));
      await expect(page.locator(`#${id} [data-out=verdict]`)).toHaveText(verdict);
      await expect(page.locator(`#${id} [role=status]`)).toContainText(words);
      await expect(page.locator(`#${id}`)).not.toContainText(/NaN|Infinity|undefined/, {
        useInnerText: true,
      });
    });
});

test('choosing another start changes the answer, and the address, without leaving the page', async ({
  quiet: page,
}) => {
  await openFigure(page, id);
  await page.locator(`#${id}`).getByLabel('Initialisation').selectOption('xavier');
  await expect(page.locator(`#${id} [data-out=verdict]`)).toHaveText('flows');
  await expect(page).toHaveURL(/gradient-flow\.init=xavier/);
});

test('the player goes from layer to layer, and the histogram follows', async ({ quiet: page }) => {
  await openFigure(page, id, query({ init: 'large' }));
  const figure = page.locator(`#${id}`);
  await expect(figure.getByText('Histogram of layer 1')).toBeVisible();
  await figure.getByRole('slider', { name: 'Layer' }).press('End');
  await expect(figure.getByText('Histogram of layer 20')).toBeVisible();
  await expect(figure.getByText(/% saturated/)).toBeVisible();
  await figure.getByRole('slider', { name: 'Layer' }).press('Home');
  await expect(figure.getByText('Histogram of the input')).toBeVisible();
});

test('clipping by norm keeps the direction; by value it does not', async ({ quiet: page }) => {
  await openFigure(page, id, query({ activation: 'linear', init: 'large', clip: 'norm' }));
  const out = page.locator(`#${id} [data-out=cosine]`);
  await expect(out).toHaveText('1');
  await page.locator(`#${id}`).getByLabel('Clipping').selectOption('value');
  await expect(out).toHaveText(/^0\.\d+$/);
});
