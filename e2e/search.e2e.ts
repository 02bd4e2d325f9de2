/** Search and the list of keys: opened, used and closed by keyboard alone. */
import { violations } from './accessibility.ts';
import { expect, test } from './site.ts';

test('search finds "chain rule" and goes there by keyboard', async ({ quiet: page }) => {
  await page.goto('/hessian/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  // The keys are heard once the page's script has come.
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(dialog).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('chain rule');
  await expect(dialog.getByRole('status')).toHaveText(/^\d+ results$/);
  await expect(dialog.getByRole('link').first()).toContainText('The chain rule');
  for (const kind of ['Chapter', 'Term', 'Exercise', 'Section'])
    await expect(dialog.locator('.kind', { hasText: kind }).first()).toBeAttached();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('link').nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/chain-rule\/$/);
});

test('the button and Ctrl K open search, Escape leads back, and a field keeps its keys', async ({
  quiet: page,
}) => {
  await page.goto('/glossary/');
  const button = page.getByRole('button', { name: 'Search' });
  const dialog = page.getByRole('dialog', { name: 'Search' });
  const field = dialog.getByRole('searchbox');
  await button.click();
  await expect(field).toBeFocused();
  await page.keyboard.type('a/b?');
  await expect(field).toHaveValue('a/b?');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('∂f/∂x');
  await expect(dialog.getByRole('link').first()).toBeVisible();
  await field.fill('back-prop');
  await expect(dialog.getByRole('link').first()).toContainText(/backpropagation/i);
  await field.fill('');
  await page.keyboard.type('no such word anywhere');
  await expect(dialog.getByRole('status')).toHaveText('Nothing found.');
});

test('? lists the keys, and single keys can be switched off', async ({ quiet: page }) => {
  await page.goto('/glossary/');
  const dialog = page.getByRole('dialog', { name: 'Keyboard' });
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(dialog).toBeVisible({ timeout: 1000 });
  }).toPass();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('?');
  await page.keyboard.press('/');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toHaveAccessibleName('Search');
});
