/** What is particular to the third chapter's figures and exercises. Numbers of the network are what PyTorch 1.13 computed. */
import {
  awake,
  closeTo,
  drag,
  expect,
  goWithin,
  numberOf,
  openFigure,
  readout,
  readouts,
  test,
  valuesOf,
} from './site.ts';

const chapter = '/chain-rule/';

test('x is moved along its number line by arrow keys, and every slope follows', async ({
  quiet: page,
}) => {
  await openFigure(page, 'chain-composition');
  await expect
    .poll(() => readouts(page, 'chain-composition'))
    .toMatchObject({
      h: '4',
      g: '5',
      f: '125',
      'dh-dx': '4',
      'dg-dh': '1',
      'df-dg': '75',
      derivative: '300',
      'by-hand': '300',
    });
  const handle = page
    .locator('#chain-composition')
    .getByRole('button', { name: /^Input x, at x? ?2/ });
  await handle.focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(readout(page, 'chain-composition', 'derivative')).toHaveText('24');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(readout(page, 'chain-composition', 'derivative')).toHaveText('0');
  await expect(page.locator('#chain-composition [role=status]')).toContainText(
    'At x = 0 the first local derivative is 0',
  );
});

test('x is dragged along its number line', async ({ quiet: page }) => {
  await openFigure(page, 'chain-composition');
  const handle = page.locator('#chain-composition').getByRole('button', { name: /^Input x, at/ });
  await drag(page, handle, -60, 0);
  await expect.poll(() => numberOf(page, 'chain-composition', 'derivative')).toBeLessThan(200);
});

/** Gradients of the 13 parameters with seed 4: layer 1's weights row by row, its biases, layer 2. */
const seedFour = [
  0.16877543926239014, -0.6907909512519836, -0.0644264668226242, 0.2636948823928833,
  -0.10145687311887741, 0.4152587950229645, 0.7466117739677429, -0.28500330448150635,
  -0.4488146901130676, 0.8706789612770081, 1.1354726552963257, 0.8360684514045715,
  1.362985372543335,
];

test('a seed gives the gradients that PyTorch gives for it', async ({ quiet: page }) => {
  await openFigure(page, 'simple-net', '?simple-net.seed=4');
  await expect
    .poll(() => readouts(page, 'simple-net'))
    .toMatchObject({ output: '0.4659', loss: '0.4644' });
  const rows = page.locator('#simple-net table').first().locator('tbody tr');
  await expect
    .poll(async () => (await valuesOf(rows)).map((row) => row.at(-1)))
    .toEqual(closeTo([seedFour], 5)[0]);
});

test('the network is walked forward and backward in time, and back again', async ({
  quiet: page,
}) => {
  await openFigure(page, 'simple-net', '?simple-net.stage=4');
  const figure = page.locator('#simple-net');
  const working = figure.locator('.working');
  await expect(working).toContainText('relu of unit 1');
  const loss = figure.locator('[data-out=loss]');
  await expect(loss).toHaveText('not yet');
  await figure.getByRole('button', { name: 'Step forward' }).click();
  await expect(working).toContainText('Unit 2 is dead for this input');
  const stage = figure.getByRole('slider', { name: 'Stage' });
  await expect(stage).toHaveValue('5');
  await stage.focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight');
  await expect(working).toContainText('∂L/∂ŷ = 2(ŷ − t)');
  await expect(loss).toHaveText('3.258');
  await figure.getByRole('button', { name: 'Step back' }).click();
  await expect(working).toContainText('L = (ŷ − t)²');
  for (const left of [7, 6, 5, 4, 3, 2, 1, 0]) {
    await figure.getByRole('button', { name: 'Step back' }).click();
    await expect(stage).toHaveValue(String(left));
  }
  await expect(working).toContainText('Drawn from the seed');
  await expect(figure.getByRole('button', { name: 'Step back' })).toBeDisabled();
});

test('the address holds the stage', async ({ quiet: page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openFigure(page, 'simple-net', '?simple-net.seed=3');
  await expect(page.locator('#simple-net [role=status]')).toContainText(
    'All three units are dead for this input',
  );
  await page.locator('#simple-net').getByRole('button', { name: 'Step back' }).click();
  await page.locator('#simple-net').getByRole('button', { name: 'Share' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('simple-net.seed=3&simple-net.stage=17');
});

test('each fault is shown beside the truth, with its symptom', async ({ quiet: page }) => {
  await openFigure(page, 'break-backprop');
  for (const [fault, error, words] of [
    ['wrong order', '112', /before r has sent its part.*passes a million/],
    ['overwrite instead of add', '84', /keeps the last contribution, 28/],
    ['no zero_grad', '140', /280 instead of 140.*does not settle/],
    ['detached branch', '56', /42 instead of 70.*climbs back/],
  ] as const)
    await test.step(`the fault “${fault}” is shown beside the truth, with its symptom`, async () => {
      await goWithin(page, 'break-backprop', '');
      const figure = page.locator('#break-backprop');
      await expect(readout(page, 'break-backprop', 'max-error')).toHaveText('0');
      await figure.getByLabel('Fault').selectOption(fault);
      await expect(readout(page, 'break-backprop', 'max-error')).toHaveText(error);
      await expect(figure.locator('[role=status]')).toContainText(words);
      await expect(figure.locator('.diagram')).toContainText('✗');
    });
});

test('steps are put in order with the keyboard, and a wrong order is told why', async ({
  quiet: page,
}) => {
  await page.goto(chapter);
  const form = page.locator('#order-steps form');
  await form.scrollIntoViewIfNeeded();
  await expect(form.getByRole('button', { name: 'Check' })).toBeEnabled();
  await form.getByRole('button', { name: 'Check' }).click();
  await expect(form.locator('.verdict')).toContainText('comes too early');
  const order = [
    'Compute z',
    'Compute the loss',
    'Find the derivative',
    'Give the weights of layer 2',
    'Carry the gradient',
    'Multiply by',
    'Give the weights of layer 1',
    'Update',
  ];
  for (const [place, text] of order.entries()) {
    const items = form.locator('li');
    const up = form.getByRole('button', { name: `Move up: ${text}` });
    await up.focus();
    const found = (await items.allTextContents()).findIndex((item) => item.includes(text));
    for (let above = found - 1; above >= place; above--) {
      await page.keyboard.press('Enter');
      await expect(items.nth(above)).toContainText(text);
      await expect(form.locator(':focus')).toHaveAccessibleName(new RegExp(`Move up: ${text}`));
    }
  }
  await expect(form.locator('.verdict')).toBeEmpty();
  await form.getByRole('button', { name: 'Check' }).click();
  await expect(form.locator('.verdict')).toContainText('Right.');
});

test('the faulty line is found, and an innocent one defended', async ({ quiet: page }) => {
  await page.goto(chapter);
  const form = page.locator('#find-the-bug form');
  await form.scrollIntoViewIfNeeded();
  await expect(form.getByRole('button', { name: 'Check' })).toBeEnabled();
  await form.getByRole('radio', { name: 'input.grad += contribution' }).check();
  await form.getByRole('button', { name: 'Check' }).click();
  await expect(form.locator('.verdict')).toContainText('several uses');
  await form.getByRole('radio', { name: 'for node in in_order:' }).last().check();
  await form.getByRole('button', { name: 'Check' }).click();
  await expect(form.locator('.verdict')).toContainText('Right.');
});

test('on paper the steps and the program of an exercise stay, its buttons go', async ({ page }) => {
  await page.goto(chapter);
  await awake(page, 'simple-net');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#order-steps li').first()).toBeVisible();
  await expect(page.locator('#find-the-bug code').first()).toBeVisible();
  await expect(page.locator('#order-steps button').first()).toBeHidden();
  await expect(page.locator('#simple-net .diagram')).toBeVisible();
});
