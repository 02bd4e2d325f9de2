/** What is particular to the sixth chapter's figures. */
import {
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

const state = (id: string, settings: Record<string, string>) =>
  `?${new URLSearchParams(Object.entries(settings).map(([key, value]) => [`${id}.${key}`, value])).toString()}`;

/** By hand: z² at (1, 2), polar coordinates at r = 0, a mirror. */
test('a map has the Jacobian that one finds by hand, and is described', async ({ quiet: page }) => {
  await openFigure(page, 'jacobian-map');
  for (const [f, x, y, jacobian, det, words] of [
    [
      'x^2-y^2, 2x*y',
      '1',
      '2',
      '[[2, -4], [4, 2]]',
      '20',
      /areas are multiplied by 20.*not turned over/,
    ],
    ['x*cos(y), x*sin(y)', '0', '0', '[[1, 0], [0, 0]]', '0', /flattens the square to a line/],
    ['y, x', '1', '2', '[[0, 1], [1, 0]]', '-1', /turned over, as in a mirror/],
  ] as const)
    await test.step(`the map ${f} at (${x}, ${y}) has the Jacobian ${jacobian} and is described`, async () => {
      await goWithin(page, 'jacobian-map', state('jacobian-map', { f, x, y }));
      await expect.poll(() => readouts(page, 'jacobian-map')).toMatchObject({ jacobian, det });
      await expect(page.locator('#jacobian-map [role=status]')).toContainText(words);
    });
});

test('the point moves by arrow keys, and a smaller square comes closer to the determinant', async ({
  quiet: page,
}) => {
  await openFigure(
    page,
    'jacobian-map',
    state('jacobian-map', { f: 'x^2-y^2, 2x*y', x: '0', y: '0' }),
  );
  const figure = page.locator('#jacobian-map');
  await figure.getByRole('button', { name: /^Point, at/ }).focus();
  for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowRight');
  await expect(readout(page, 'jacobian-map', 'det')).toHaveText('4');
  // The mean of 4(x² + y²) over a square of side 1 around (1, 0) is 4 + 2/3.
  await expect(readout(page, 'jacobian-map', 'area-factor')).toHaveText('4.667');
  const side = figure.getByLabel('Side of the square, as a number');
  await side.fill('0.1');
  await side.press('Enter');
  await expect(readout(page, 'jacobian-map', 'area-factor')).toHaveText('4.007');
});

test('a second map is composed with the first, and its Jacobian is the product', async ({
  quiet: page,
}) => {
  await openFigure(page, 'jacobian-map', state('jacobian-map', { f: '2x, y/2' }));
  const figure = page.locator('#jacobian-map');
  await figure.getByLabel('Then').selectOption('mirror');
  await expect
    .poll(async () => (await readouts(page, 'jacobian-map'))['product'])
    .toBe('[[0, 1], [1, 0]] · [[2, 0], [0, 0.5]]');
  await expect(readout(page, 'jacobian-map', 'jacobian')).toHaveText('[[0, 0.5], [2, 0]]');
  await expect(figure.getByText('After f')).toBeVisible();
});

test('the table holds the notebook’s function of three components at the point', async ({
  quiet: page,
}) => {
  await openFigure(page, 'jacobian-map');
  await page.locator('#jacobian-map summary', { hasText: 'Data' }).click();
  const rows = page.locator('#jacobian-map table').nth(1).locator('tbody tr');
  const byHand = [
    [3, 2, 1],
    [2, 2, 1],
    [Math.sin(1) + Math.cos(2), Math.cos(1), -Math.sin(2)],
  ];
  await expect
    .poll(async () => (await valuesOf(rows)).map((row) => row.slice(1)))
    .toEqual(closeTo(byHand, 6));
});

test('a pair that cannot be used is answered in words, and the figure lives', async ({
  quiet: page,
}) => {
  await openFigure(page, 'jacobian-map');
  const figure = page.locator('#jacobian-map');
  await figure.getByLabel('Map').selectOption('own');
  const field = figure.getByLabel(/^Own formulas in x and y/);
  for (const [formula, words] of [
    ['x y', /That is one formula/],
    ['x, y, 1', /A third formula begins after the comma at position 5/],
    ['x, y^^2', /Two powers in a row at position 6/],
    ['constructor, y', /constructor/],
  ] as const)
    await test.step(`the pair “${formula}” is answered in words, and the figure lives`, async () => {
      await field.fill(formula);
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(field).toHaveAccessibleDescription(words);
      await field.fill('(3x, x + 2y)');
      await expect(field).toHaveAttribute('aria-invalid', 'false');
      await expect(readout(page, 'jacobian-map', 'det')).toHaveText('6');
    });
});

test('a hole and a kink are said, never shown as NaN', async ({ quiet: page }) => {
  await openFigure(page, 'jacobian-map', state('jacobian-map', { f: '1/(x-x), y' }));
  await expect(page.locator('#jacobian-map [role=status]')).toContainText('not defined anywhere');
  await expectFinite(page, 'jacobian-map');
  await openFigure(page, 'jacobian-map', state('jacobian-map', { f: 'abs(x), y', x: '0' }));
  await expect(page.locator('#jacobian-map [role=status]')).toContainText('has a kink');
});

test('v and u give the products that PyTorch gives, and unit vectors pick rows and columns', async ({
  quiet: page,
}) => {
  await openFigure(page, 'vector-jacobian');
  await expect
    .poll(() => readouts(page, 'vector-jacobian'))
    .toMatchObject({
      vjp: '(-1.73, -1.455)',
      jvp: '(-1, -1, 1.499)',
      'layer-jacobian-shape': '[1, 2, 1, 3]',
    });
  await page.goto('about:blank');
  const settings = { v1: '0', v2: '1', v3: '0', u1: '0', u2: '1', n: '1000', m: '1' };
  await openFigure(page, 'vector-jacobian', state('vector-jacobian', settings));
  await expect
    .poll(() => readouts(page, 'vector-jacobian'))
    .toMatchObject({
      vjp: '(2, 1)',
      jvp: '(1, 1, -0.9093)',
      'forward-passes': '1000',
      'reverse-passes': '1',
      'layer-jacobian-shape': '[1, 1, 1, 1000]',
    });
});

test('PyTorch’s errors are there word for word', async ({ quiet: page }) => {
  await openFigure(page, 'vector-jacobian');
  for (const message of [
    'grad can be implicitly created only for scalar outputs',
    'Mismatch in shape: grad_output[0] has a shape of torch.Size([2]) and output[0] has a shape of torch.Size([3]).',
  ])
    await expect(page.locator('#vector-jacobian')).toContainText(message, { useInnerText: true });
});

test('an entry of a product shows its sum when pointed at, and arrow keys walk on', async ({
  quiet: page,
}) => {
  await openFigure(page, 'vector-jacobian');
  const figure = page.locator('#vector-jacobian');
  const cells = figure.getByRole('grid', { name: /^v transposed/ }).getByRole('gridcell');
  await cells.first().focus();
  await expect(figure).toContainText('v₁ J₁₁ + v₂ J₂₁ + v₃ J₃₁');
  await page.keyboard.press('ArrowRight');
  await expect(figure).toContainText('1 · 1 + (−2) · 1 + 0.5 · (−0.9093)');
  await figure.getByRole('grid', { name: /^Ju/ }).getByRole('gridcell').nth(2).hover();
  await expect(figure).toContainText('u₁ J₃₁ + u₂ J₃₂');
});

test('the slider of whole numbers moves with every press', async ({ quiet: page }) => {
  await openFigure(page, 'vector-jacobian');
  const slider = page.locator('#vector-jacobian').getByLabel('Inputs n', { exact: true });
  await slider.focus();
  for (const wanted of ['4', '5', '6']) {
    await page.keyboard.press('ArrowRight');
    await expect(readout(page, 'vector-jacobian', 'forward-passes')).toHaveText(wanted);
  }
});
