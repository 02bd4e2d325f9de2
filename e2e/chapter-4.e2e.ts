/** What is particular to the fourth chapter's figures. Numbers are what PyTorch 1.13 printed. */
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

const chapter = '/gradient/';
const rows = (id: string) => `#${id} table >> nth=0 >> tbody tr`;

test('the descent prints the notebook’s ten steps and says that it has not arrived', async ({
  quiet: page,
}) => {
  await page.goto(chapter);
  await awake(page, 'descent-2d');
  await expect(page.locator(rows('descent-2d'))).toHaveCount(10);
  await expect
    .poll(() => valuesOf(page.locator(rows('descent-2d')).last()))
    .toEqual([
      [
        9, 0.8657822608947754, 1.7315645217895508, 0.0900721549987793, -0.2684354782104492,
        -0.5368709564208984,
      ],
    ]);
  await expect
    .poll(() => readouts(page, 'descent-2d'))
    .toMatchObject({
      'final-x': '0.8926',
      'final-y': '1.785',
      regime: 'still descending',
    });
});

test('the start moves by arrow keys, one tenth a press and one with Shift', async ({
  quiet: page,
}) => {
  await openFigure(page, 'descent-2d', '?descent-2d.steps=1');
  await page
    .locator('#descent-2d')
    .getByRole('button', { name: /^Start, at/ })
    .focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowUp');
  const figure = page.locator('#descent-2d');
  await expect(figure.getByLabel('Start x, as a number')).toHaveValue('1');
  await expect(figure.getByLabel('Start y, as a number')).toHaveValue('0.1');
});

test('every end of a descent is told in words', async ({ quiet: page }) => {
  await openFigure(page, 'descent-2d');
  for (const [query, regime, words] of [
    ['rate=1.05', 'diverges', /a rate above 2\/2 = 1/],
    ['f=x^2-y^2%2By^4/4&descent-2d.x=2&descent-2d.steps=100', 'stops at a saddle', /further down/],
    ['f=ln(x)', 'undefined at the start', /not defined at \(0, 0\)/],
    ['f=1/(x-x)', 'undefined at the start', /not defined/],
    [
      'f=(x-1)^2%2B10(y-2)^2&descent-2d.rate=1.1&descent-2d.steps=200',
      'diverges',
      /Diverged at step 14/,
    ],
  ] as const)
    await test.step(`a descent with ${query} ends in words: ${regime}`, async () => {
      await goWithin(page, 'descent-2d', `?descent-2d.${query}`);
      await expect(readout(page, 'descent-2d', 'regime')).toHaveText(regime);
      await expect(page.locator('#descent-2d [role=status]')).toContainText(words);
      await expectFinite(page, 'descent-2d');
    });
});

test('another seed draws PyTorch’s inputs, and one that was moved stays', async ({
  quiet: page,
}) => {
  await openFigure(page, 'feature-importance', '?feature-importance.seed=1');
  const printed = [0.7657, 0.6559, 0.2881, 0.6975, 1.399];
  const sizes = async () =>
    (await valuesOf(page.locator(rows('feature-importance')))).map((row) => row[3]);
  await expect.poll(sizes).toEqual(closeTo([printed], 4)[0]);
  await expect(readout(page, 'feature-importance', 'most-important')).toHaveText(
    'Input 5 (index 4)',
  );
  const figure = page.locator('#feature-importance');
  const second = figure.getByLabel('Input 2, as a number');
  await second.fill('0.5');
  await second.press('Enter');
  const seed = figure.getByLabel('Seed, as a number');
  await seed.fill('0');
  await seed.press('Enter');
  await expect(second).toHaveValue('0.5');
  await expect(figure.getByLabel('Input 1, as a number')).toHaveValue('1.26');
});

test('a saturated unit and two copies are named where the gradient misleads', async ({
  quiet: page,
}) => {
  await openFigure(page, 'feature-importance');
  const figure = page.locator('#feature-importance');
  const status = figure.locator('[role=status]');
  await figure.getByLabel('Case').selectOption('saturated');
  await expect(status).toContainText('saturated: its gradient is only');
  await expect
    .poll(() => readouts(page, 'feature-importance'))
    .toMatchObject({
      'most-important': 'Input 2 (index 1)',
      'most-replaced': 'Input 1 (index 0)',
      'most-integrated': 'Input 1 (index 0)',
    });
  await figure.getByLabel('Case').selectOption('copies');
  await expect(status).toContainText('together 2');
  await expect(figure.getByLabel('Input 2, as a number')).toHaveValue('1.26');
});
