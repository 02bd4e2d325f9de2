import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { expect, layoutShift, test } from './site.ts';

const chapter = '/derivatives-and-gradients/';

async function answer(page: Page, id: string, text: string): Promise<void> {
  const form = page.locator(`#${id} form`).first();
  await form.scrollIntoViewIfNeeded();
  await expect(page.locator(`#${id} [data-answer]`)).toHaveAttribute('data-awake', '');
  await form.getByRole('textbox').fill(text);
  await form.getByRole('textbox').press('Enter');
  await expect(form.getByRole('status')).not.toBeEmpty();
}

const stateOf = (page: Page, id: string) => page.locator(`[data-exercise="${id}"] [data-state]`);

test('progress is listed, falls due, survives a reload, and comes back from a file after it was forgotten', async ({
  quiet: page,
}) => {
  await page.clock.setFixedTime(new Date('2026-12-01T12:00:00Z'));
  await page.goto(chapter);
  await answer(page, 'cube-derivative', '3x^2 - 4');
  await answer(page, 'two-steps', '5');
  await page.goto('/exercises/');
  await expect(stateOf(page, 'cube-derivative')).toContainText('right, due on December 4, 2026');
  await expect(stateOf(page, 'two-steps')).toContainText('not right yet, due on December 2, 2026');
  await expect(page.locator('[data-mastery]').first()).toHaveText(/1 of 5 right, 1 tried/);

  await page.clock.setFixedTime(new Date('2026-12-02T12:00:00Z'));
  await page.reload();
  const due = page.locator('[data-due]');
  await expect(due).toContainText('One exercise is due again.');
  await expect(page.locator('#all')).toBeVisible();
  expect(await layoutShift(page)).toBeLessThan(0.02);
  await expect(due.getByRole('link')).toHaveAttribute('href', `${chapter}#two-steps`);

  await page.goto('/');
  await page.getByRole('link', { name: 'One exercise is due today' }).click();
  await expect(due).toContainText('One exercise is due again.');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save to a file' }).click();
  const file = await (await download).path();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    version: 1,
    exercises: { 'two-steps': { '2026-12-01': 'wrong' } },
  });

  await page.getByRole('button', { name: 'Forget all' }).click();
  await page.getByRole('button', { name: 'Yes, forget all of it' }).click();
  await expect(stateOf(page, 'two-steps')).toBeEmpty();
  await expect(due).toContainText('You have not answered an exercise here yet.');

  const input = page.getByLabel('File with progress');
  const words = page.locator('[data-progress-words]');
  await input.setInputFiles({
    name: 'bad.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"__proto__":{"polluted":1}}'),
  });
  await expect(words).toContainText('was not added. It was not written by this course.');
  await input.setInputFiles(file);
  await expect(words).toContainText('Added 2 exercises');
  await expect(stateOf(page, 'two-steps')).toContainText('due today');
});

test('where storage is blocked the page says so, and an answer is judged all the same', async ({
  quiet: page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto('/exercises/');
  await expect(page.locator('[data-due]')).toContainText('This browser keeps nothing');
  await expect(page.locator('.tools[data-progress-tools]')).toBeHidden();
  await expect(page.locator('[data-progress-words]')).toContainText('no progress to carry');
  await page.goto(chapter);
  await answer(page, 'cube-derivative', '3x^2 - 4');
  const status = page.locator('#cube-derivative').getByRole('status').first();
  await expect(status).toContainText('Right.');
  await expect(status).toContainText('This browser keeps no progress.');
});

test('an exercise is practised with other numbers, which are judged like its own', async ({
  quiet: page,
}) => {
  await page.clock.setFixedTime(new Date('2026-12-01T12:00:00Z'));
  await page.goto(chapter);
  await answer(page, 'cube-derivative', '3x^2');
  await expect(page.getByRole('button', { name: 'Practise with other numbers' })).toHaveCount(0);
  await answer(page, 'cube-derivative', '3x^2 - 4');
  const practice = page.locator('#cube-derivative .practice');
  await practice.getByRole('button', { name: 'Practise with other numbers' }).click();
  const formula = /= x\^(\d) - (\d)x \+ \d with/.exec(
    (await practice.locator('p').first().textContent()) ?? '',
  );
  const [, n = '', a = ''] = formula ?? [];
  await practice.getByRole('textbox').fill(`${n}x^(${n} - 1) - ${a}`);
  await practice.getByRole('textbox').press('Enter');
  await expect(practice.getByRole('status')).toContainText('Right.');
  await practice.getByText('step 1 of 2').click();
  await practice.getByText('step 2 of 2').click();
  await expect(practice).toContainText(`So f′(x) = ${n}x^${String(Number(n) - 1)} - ${a}.`);
});
