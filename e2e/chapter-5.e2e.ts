/** What is particular to the figures about curvature. Numbers of the default state are the notebook's. */
import {
  awake,
  expect,
  expectFinite,
  goWithin,
  openFigure,
  readout,
  readouts,
  test,
} from './site.ts';

const chapter = '/hessian/';

test('the notebook’s Hessian, its condition number and Newton’s step are there at first', async ({
  quiet: page,
}) => {
  await page.goto(chapter);
  await awake(page, 'curvature');
  await expect
    .poll(() => readouts(page, 'curvature'))
    .toMatchObject({
      loss: '5.5',
      gradient: '(2, 4.5)',
      hessian: '[[1, 0.5], [0.5, 2]]',
      condition: '2.784',
      verdict: 'minimum',
      'newton-step': '(-1, -2)',
    });
});

const quadratic = (a: number, b: number, c: number) =>
  `?curvature.a=${String(a)}&curvature.b=${String(b)}&curvature.c=${String(c)}`;

test('every kind of Hessian is told in words, without NaN or Infinity', async ({ quiet: page }) => {
  await openFigure(page, 'curvature');
  for (const [name, query, shown, words] of [
    [
      'a singular Hessian',
      quadratic(1, 1, 2),
      { verdict: 'flat', condition: /^infinite/, 'newton-step': /singular/ },
      /a trough: every place on a line is a minimum/,
    ],
    [
      'a singular Hessian that float32 rounds',
      quadratic(0.4, 2.5, 2),
      { verdict: 'flat', condition: /^infinite/, 'newton-step': /singular/ },
      /a trough/,
    ],
    [
      'no curvature',
      quadratic(0, 0, 0),
      { verdict: 'flat', condition: /^not defined/, 'newton-step': /singular/ },
      /H is zero/,
    ],
    [
      'a saddle',
      quadratic(1, -1, 0),
      { verdict: 'saddle', condition: /^1$/, 'newton-step': /^\(-1, -2\)$/ },
      /walks to the saddle point.*is negative: −1\./,
    ],
    [
      'a maximum',
      quadratic(-1, -2, 0),
      { verdict: 'maximum', condition: /^2$/, 'newton-step': /^\(-1, -2\)$/ },
      /walks up to it/,
    ],
  ] as const)
    await test.step(`${name} is told in words, without NaN or Infinity`, async () => {
      await goWithin(page, 'curvature', query);
      for (const [name, value] of Object.entries(shown))
        await expect(readout(page, 'curvature', name)).toHaveText(value);
      const figure = page.locator('#curvature');
      await expect(figure.locator('[role=status]')).toContainText(words);
      await expectFinite(page, 'curvature');
    });
});

test('the point moves by arrow keys, and Newton’s step follows it', async ({ quiet: page }) => {
  await openFigure(page, 'curvature');
  const point = page.locator('#curvature').getByRole('button', { name: /^Point, at/ });
  await point.first().focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(readout(page, 'curvature', 'newton-step')).toHaveText('(-0.9, -1)');
});

test('u turned to an eigenvector by its slider is said to be one', async ({ quiet: page }) => {
  await openFigure(page, 'curvature', '?curvature.angle=67');
  await page
    .locator('#curvature')
    .getByRole('slider', { name: /^Direction/ })
    .focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#curvature [role=status]')).toContainText(
    'the curvature uᵀHu is 2.207, and Hu lies along u: u is an eigenvector.',
  );
});

test('b typed as a fraction below c²/4a makes a saddle of the bowl', async ({ quiet: page }) => {
  await openFigure(page, 'curvature');
  const field = page.locator('#curvature').getByLabel('b, as a number');
  await field.fill('1/5');
  await field.press('Enter');
  await expect(readout(page, 'curvature', 'verdict')).toHaveText('saddle');
});

test('at condition number 10 each method has its rate measured and its steps counted', async ({
  quiet: page,
}) => {
  await openFigure(page, 'condition-race');
  for (const [method, predicted, measured, steps] of [
    ['gradient', '0.8182', '0.8182', '69'],
    ['momentum', '0.5195', '0.5365', '26'],
    ['Newton', '0', '0', '1'],
  ] as const)
    await test.step(`${method} at condition number 10 has its rate measured and its steps counted: ${steps}`, async () => {
      await goWithin(page, 'condition-race', `?condition-race.method=${method}`);
      await expect
        .poll(() => readouts(page, 'condition-race'))
        .toMatchObject({
          'predicted-rate': predicted,
          'measured-rate': measured,
          'steps-to-1e-6': steps,
        });
      await expect(page.locator('#condition-race').getByLabel('Step', { exact: true })).toHaveValue(
        steps,
      );
    });
});

test('half the best rate leaves the pace to the flat eigenvector, and twice the best diverges', async ({
  quiet: page,
}) => {
  await openFigure(page, 'condition-race', '?condition-race.rate=0.5');
  await expect
    .poll(() => readouts(page, 'condition-race'))
    .toMatchObject({
      'predicted-rate': '0.9091',
      'steps-to-1e-6': '145',
      pace: 'flat, λ = 1',
    });
  const field = page.locator('#condition-race').getByLabel('Learning rate ÷ best, as a number');
  await field.fill('2');
  await field.press('Enter');
  await expect
    .poll(async () => (await readouts(page, 'condition-race'))['steps-to-1e-6'])
    .toBe('never');
  await expect(page.locator('#condition-race [role=status]')).toContainText('diverges');
});

test('both ends of the condition number are raced, and the player steps back', async ({
  quiet: page,
}) => {
  await openFigure(page, 'condition-race', '?condition-race.kappa=200');
  const figure = page.locator('#condition-race');
  await expect(readout(page, 'condition-race', 'steps-to-1e-6')).toHaveText('1382');
  await figure.getByRole('button', { name: 'Step back' }).click();
  await expect(figure.getByLabel('Step', { exact: true })).toHaveValue('149');
  await figure.locator('input[type=range]').first().focus();
  await page.keyboard.press('Home');
  await expect(readout(page, 'condition-race', 'predicted-rate')).toHaveText('0');
  await expect(figure.locator('[role=status]')).toContainText('the bowl is round');
  await expectFinite(page, 'condition-race');
});

test('the faulty line is found by its reason, and another is met with a question', async ({
  quiet: page,
}) => {
  await page.goto(chapter);
  const exercise = page.locator('#forgotten-graph');
  await exercise.scrollIntoViewIfNeeded();
  const line = (text: string) => exercise.getByRole('radio', { name: text });
  await expect(line('gradient @ v')).toBeEnabled();
  await line('gradient @ v').check();
  await exercise.getByRole('button', { name: 'Check' }).click();
  await expect(exercise.getByRole('status')).toContainText('What has been lost before?');
  await line('grad(loss, x)').check();
  await exercise.getByRole('button', { name: 'Check' }).click();
  await expect(exercise.getByRole('status')).toContainText('create_graph=True');
});
