/** Pages with everything opened: dialogs, menus, previews, what is folded away, what went wrong. */
import type { Page } from 'playwright/test';
import { ofColour, violations } from './accessibility.ts';
import { awake, expect, openData, openFigure, test } from './site.ts';

const expectClean = async (page: Page): Promise<void> => {
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page, ofColour)).toEqual([]);
};

/** Presses a key until the dialog that it opens is there: keys are heard once the page's script has come. */
const pressFor = async (page: Page, key: string, name: string): Promise<void> =>
  expect(async () => {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog', { name })).toBeVisible({ timeout: 1000 });
  }).toPass();

test('a chapter with everything opened is accessible in light and dark', async ({
  quiet: page,
}) => {
  test.slow();
  await page.goto('/computational-graphs/');
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
  const id = 'how-many-segments';
  await page.locator(`#${id}`).scrollIntoViewIfNeeded();
  await expect(page.locator(`#${id} [data-answer]`)).toHaveAttribute('data-awake', '');
  await page.locator(`#${id}`).getByRole('button', { name: 'Practise' }).click();
  await page.locator(`#${id}`).getByText('step 1 of 2').click();
  await page.locator(`#${id} form`).first().getByRole('textbox').fill('wrong(');
  await page.locator(`#${id} form`).first().getByRole('button', { name: 'Check' }).click();
  await expect(page.locator(`#${id}`).getByRole('status').first()).not.toBeEmpty();
  const term = page.locator('main a[data-preview]').first();
  await expect(async () => {
    await term.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect(page.locator('#preview')).toBeVisible({ timeout: 2000 });
  }).toPass();
  expect(await violations(page)).toEqual([]);

  // What is wrong with these dialogs in light is asked where they are tested.
  await page.emulateMedia({ colorScheme: 'dark' });
  await pressFor(page, '/', 'Search');
  await page.keyboard.type('gradient');
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
  expect(await violations(page, ofColour)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await pressFor(page, '?', 'Keyboard');
  expect(await violations(page, ofColour, 'dialog[open]')).toEqual([]);
});

test('a figure alone with its program, its data, a failure and the whole screen is accessible', async ({
  quiet: page,
}) => {
  const id = 'descent-2d';
  await openFigure(page, id);
  const figure = page.locator(`#${id}`);
  await openData(page, id);
  await figure.getByText('Show as a surface').click();
  await expect(figure.getByRole('slider', { name: 'Turn' })).toBeVisible();
  await figure.getByRole('button', { name: 'Full screen' }).click();
  await expect(figure.getByRole('button', { name: 'Leave full screen' })).toBeVisible();
  await figure.getByRole('button', { name: 'PyTorch' }).click();
  await expect(page.getByRole('dialog')).toContainText('import torch');
  await expectClean(page);
  await page.keyboard.press('Escape');
  await figure.getByRole('combobox', { name: 'Function' }).selectOption('Own formula …');
  await figure.getByRole('textbox', { name: /^Own formula/ }).fill('x +');
  await expect(figure.locator('.message')).toContainText(/\w/);
  expect(await violations(page)).toEqual([]);
});

test('home with its contents open, and the exercises after a file that was refused, are accessible', async ({
  quiet: page,
}) => {
  await page.goto('/');
  await awake(page, 'gradient-descent');
  await page.locator('header summary', { hasText: 'Contents' }).click();
  await expectClean(page);

  await page.addInitScript(() => {
    localStorage.setItem('exercise:two-steps', '2026-02-01 wrong');
  });
  await page.goto('/exercises/');
  await expect(page.locator('[data-due]')).toContainText('One exercise is due again.');
  await page.getByLabel('File with progress').setInputFiles({
    name: 'bad.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{}'),
  });
  await expect(page.locator('[data-progress-words]')).toContainText('was not added');
  await page.getByRole('button', { name: 'Forget all' }).click();
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
  await expectClean(page);
});
