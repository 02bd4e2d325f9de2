/** What is particular to the first chapter's figures. Numbers of a descent are what PyTorch 1.13 printed. */
import {
  awake,
  expect,
  expectFinite,
  goWithin,
  numberOf,
  openFigure,
  readout,
  test,
  valuesOf,
} from './site.ts';

const chapter = '/derivatives-and-gradients/';

const rateOfThreeTenths = `
0 8 9 6 6.199999809265137
1 6.199999809265137 1.4399995803833008 2.3999996185302734 5.480000019073486
2 5.480000019073486 0.23040001094341278 0.9600000381469727 5.191999912261963
3 5.191999912261963 0.03686396777629852 0.3839998245239258 5.0767998695373535
4 5.0767998695373535 0.005898219998925924 0.15359973907470703 5.030719757080078
5 5.030719757080078 0.0009437034605070949 0.06143951416015625 5.0122880935668945
6 5.0122880935668945 0.00015099724987521768 0.024576187133789062 5.004915237426758
7 5.004915237426758 2.4159558961400762e-5 0.009830474853515625 5.0019659996032715
8 5.0019659996032715 3.8651542126899585e-6 0.003931999206542969 5.000786304473877
9 5.000786304473877 6.182747256389121e-7 0.0015726089477539062 5.000314712524414
`
  .trim()
  .split('\n')
  .map((line) => line.split(' ').map(Number));

test('a link to a descent shows the table that PyTorch gives for it, row by row', async ({
  quiet: page,
}) => {
  await page.goto(`${chapter}?gradient-descent.rate=0.3&gradient-descent.start=8#gradient-descent`);
  await awake(page, 'gradient-descent');
  const rows = page.locator('#gradient-descent table').first().locator('tbody tr');
  await expect
    .poll(async () => (await valuesOf(rows)).map((row) => row.slice(-4)))
    .toEqual(rateOfThreeTenths.map((row) => row.slice(1)));
});

test('what a learning rate makes of the descent is said, and why', async ({ quiet: page }) => {
  await openFigure(page, 'gradient-descent');
  for (const [rate, regime, words] of [
    ['1.05', 'diverges', /Diverges.*rate is above 1/],
    ['1', 'bounces forever', /Bounces forever/],
    ['0.75', 'oscillates', /Oscillates and converges/],
  ] as const)
    await test.step(`at rate ${rate} the descent ${regime} and says why`, async () => {
      await goWithin(
        page,
        'gradient-descent',
        `?gradient-descent.rate=${rate}&gradient-descent.steps=100`,
      );
      await expect(readout(page, 'gradient-descent', 'regime')).toHaveText(regime);
      await expect(page.locator('#gradient-descent [role=status]')).toContainText(words);
      await expectFinite(page, 'gradient-descent');
    });
});

test('the player steps back and forth through the path, and Play reaches its end', async ({
  quiet: page,
}) => {
  await page.clock.install();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openFigure(page, 'gradient-descent');
  const figure = page.locator('#gradient-descent');
  const step = figure.getByLabel('Step', { exact: true });
  await expect(step).toHaveValue('10');
  await figure.getByRole('button', { name: 'Step back' }).click();
  await expect(step).toHaveValue('9');
  await figure.getByRole('button', { name: 'Step forward' }).click();
  await expect(step).toHaveValue('10');
  await figure.getByRole('button', { name: 'Play' }).click();
  await page.setViewportSize({ width: 500, height: 700 });
  await expect(step).not.toHaveValue('10');
  await page.clock.runFor(12_000);
  await expect(step).toHaveValue('10');
});

test('a typed number is clamped and said; what is no number changes nothing', async ({
  quiet: page,
}) => {
  await openFigure(page, 'gradient-descent');
  const field = page.locator('#gradient-descent').getByLabel('Learning rate, as a number');
  await field.fill('7');
  await field.press('Enter');
  await expect(field).toHaveValue('1.1');
  await field.fill('fast');
  await field.press('Enter');
  await expect(page.locator('#gradient-descent')).toContainText('“fast” is not a number');
  await expect(readout(page, 'gradient-descent', 'regime')).toHaveText('diverges');
});

const own = (f: string, x = 1, y = 2) =>
  `?${new URLSearchParams({ 'gradient-vector.f': f, 'gradient-vector.x': String(x), 'gradient-vector.y': String(y) }).toString()}`;

test('a typed formula gives the gradient of central differences', async ({ quiet: page }) => {
  await openFigure(page, 'gradient-vector', own('x^2 y + sin(x*y)/2', 0.7, -1.3));
  const f = (x: number, y: number) => x * x * y + Math.sin(x * y) / 2;
  const h = 1e-5;
  const shown = (name: string) => expect.poll(() => numberOf(page, 'gradient-vector', name));
  await shown('df-dx').toBeCloseTo((f(0.7 + h, -1.3) - f(0.7 - h, -1.3)) / (2 * h), 3);
  await shown('df-dy').toBeCloseTo((f(0.7, -1.3 + h) - f(0.7, -1.3 - h)) / (2 * h), 3);
});

test('a formula that cannot be used is answered in words, and the figure lives', async ({
  quiet: page,
}) => {
  await openFigure(page, 'gradient-vector');
  const figure = page.locator('#gradient-vector');
  await figure.getByLabel('Function').selectOption('own');
  const field = figure.getByLabel(/^Own formula/);
  for (const [formula, words] of [
    ['constructor', /constructor/],
    ['x^^2', /\^/],
    ['('.repeat(300), /./],
  ] as const)
    await test.step(`the formula ${formula.slice(0, 12)} is answered in words and the figure lives`, async () => {
      await field.fill(formula);
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(field).toHaveAccessibleDescription(words);
      await field.fill('x y');
      await expect(field).toHaveAttribute('aria-invalid', 'false');
      await expect(readout(page, 'gradient-vector', 'df-dx')).toHaveText('2');
    });
});

test('1/(x-x) has no value anywhere, which is said instead of shown as NaN', async ({
  quiet: page,
}) => {
  await openFigure(page, 'gradient-vector', own('1/(x-x)'));
  await expect(page.locator('#gradient-vector [role=status]')).toContainText(
    'f is not defined anywhere',
  );
  await expectFinite(page, 'gradient-vector');
  await page.locator('#gradient-vector').getByRole('button', { name: 'Reset' }).click();
  await expect(readout(page, 'gradient-vector', 'norm')).toHaveText('9.434');
});

test('a point on the contour moves by arrow keys', async ({ quiet: page }) => {
  await openFigure(page, 'gradient-vector');
  await expect(readout(page, 'gradient-vector', 'value')).toHaveText('8');
  await page
    .locator('#gradient-vector')
    .getByRole('button', { name: /^Point, at/ })
    .first()
    .focus();
  await page.keyboard.press('ArrowLeft');
  await expect(readout(page, 'gradient-vector', 'value')).not.toHaveText('8');
});

test('two figures keep their states apart, and the back button takes a state back', async ({
  quiet: page,
}) => {
  await page.goto(`${chapter}?gradient-descent.rate=0.3&parameter-update.rate=0.5`);
  await awake(page, 'gradient-descent');
  await awake(page, 'parameter-update');
  await expect(readout(page, 'gradient-descent', 'contraction')).toHaveText('0.4');
  await expect(readout(page, 'parameter-update', 'loss-after')).toHaveText('0');
  await page.goto(`${chapter}?gradient-descent.rate=0.2`);
  await page.goBack();
  await awake(page, 'gradient-descent');
  await expect(readout(page, 'gradient-descent', 'contraction')).toHaveText('0.4');
});

test('with storage blocked the chapter, its theme and its exercises work', async ({
  quiet: page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await page.goto(chapter);
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', /dark|light/);
  await awake(page, 'secant-to-tangent');
});

test('an answer with the sign lost is told so, the right one is accepted', async ({
  quiet: page,
}) => {
  await page.goto(chapter);
  const form = page.locator('form').filter({ has: page.getByRole('textbox', { name: /^f/ }) });
  const field = form.first().getByRole('textbox');
  const verdict = form.first().getByRole('status');
  await field.scrollIntoViewIfNeeded();
  await expect(field).toBeEnabled();
  await field.fill('4 - 3x^2');
  await field.press('Enter');
  await expect(verdict).toContainText('the sign is not');
  await field.fill('3x^2 - 4');
  await field.press('Enter');
  await expect(verdict).toContainText('Right.');
});

test('printed, the chapter keeps its pictures, numbers and tables and drops its controls', async ({
  page,
}) => {
  await page.goto(chapter);
  await awake(page, 'gradient-descent');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#gradient-descent input[type=range]').first()).toBeHidden();
  await expect(page.locator('#gradient-descent output').first()).toBeVisible();
  await expect(page.locator('header nav')).toBeHidden();
});
