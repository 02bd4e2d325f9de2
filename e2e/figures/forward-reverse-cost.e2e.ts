/** The number of inputs is dragged by key across the place where both modes cost the same. */
import { expect, numberOf, openFigure, queryOf, readouts, test } from '../site.ts';

const id = 'forward-reverse-cost';

test('the number of inputs moves by arrow keys, and at n = m both modes cost the same', async ({
  quiet: page,
}) => {
  await openFigure(page, id, queryOf(id, { n: 9, m: 10 }));
  const figure = page.locator(`#${id}`);
  const lead = async () =>
    (await numberOf(page, id, 'reverse-operations')) -
    (await numberOf(page, id, 'forward-operations'));
  await expect.poll(lead).toBeGreaterThan(0);
  await figure.getByRole('button', { name: /^Inputs n, at/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(lead).toBe(0);
  await expect(figure.locator('p[role=status]')).toContainText('both the same');
});

test('a deep network says what checkpoints save and what they cost', async ({ quiet: page }) => {
  await openFigure(page, id, queryOf(id, { n: 16, m: 1, depth: 100 }));
  // 100 layers of 16; ten first inputs and nine more inside a segment.
  await expect
    .poll(() => readouts(page, id))
    .toMatchObject({ memory: '1600', 'checkpoint-memory': '304' });
});
