/** A figure in the hand: on phones and tablets, under a finger. One visit for each figure. */
import type { CDPSession, Locator, Page } from 'playwright/test';
import { awake, expect, figures, openFigure, readouts, settled, test } from './site.ts';

test.use({ hasTouch: true });

const sizes = [
  { width: 360, height: 740 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 768, height: 1024 },
];

/** The figure's sliders that cannot be brought on screen together with what they change. */
const blindSliders = (page: Page, id: string): Promise<string[]> =>
  page.evaluate((figure) => {
    const find = (selector: string): Element => {
      const found = document.querySelector(`#${figure} ${selector}`);
      if (!found) throw new Error(`${figure} has no ${selector}`);
      return found;
    };
    const isSeen = (element: Element): boolean => {
      const { top, bottom, left, right } = element.getBoundingClientRect();
      if (top < -1 || bottom > innerHeight + 1) return false;
      const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return element.contains(there) || (there?.contains(element) ?? false);
    };
    const shown = [find('.stage > .picture'), find('output[data-out]')];
    const sliders = document.querySelectorAll(`#${figure} .side input[type=range]`);
    return [...sliders].flatMap((slider) => {
      const top = slider.getBoundingClientRect().top + scrollY;
      const together = [0.9, 0.8, 0.7, 0.55, 0.4, 0.2, 0.05].some((share) => {
        scrollTo(0, top - share * innerHeight);
        return [slider, ...shown].every(isSeen);
      });
      return together ? [] : [`${slider.id} at ${String(innerWidth)}`];
    });
  }, id);

/** A finger that goes from one place to another, in steps as a screen reports them. */
async function swipe(
  session: CDPSession,
  from: { x: number; y: number },
  by: { x: number; y: number },
): Promise<void> {
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd' ? [] : [{ x: from.x + share * by.x, y: from.y + share * by.y }],
    });
  await touch('touchStart', 0);
  for (let step = 1; step <= 8; step++) await touch('touchMove', step / 8);
  await touch('touchEnd', 1);
}

async function placeOn(slider: Locator, share: number): Promise<{ x: number; y: number }> {
  const box = await slider.boundingBox();
  if (!box) throw new Error('the slider is not shown');
  return { x: box.x + share * box.width, y: box.y + box.height / 2 };
}

for (const id of figures)
  test(`${id}: a slider, its picture and its main readout are seen together, and only a finger that goes sideways moves it`, async ({
    quiet: page,
    context,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`/widgets/${id}/`);
    await awake(page, id);

    for (const size of sizes) {
      await page.setViewportSize(size);
      await expect.poll(() => blindSliders(page, id)).toEqual([]);
    }

    await page.setViewportSize({ width: 390, height: 844 });
    const session = await context.newCDPSession(page);
    const slider = page.locator(`#${id} .side input[type=range]`).first();
    await slider.scrollIntoViewIfNeeded();
    const before = await slider.inputValue();
    const away = Number(before) > (await middleOf(slider)) ? 0.08 : 0.92;
    const top = () => page.evaluate(() => scrollY);

    await test.step('a finger that scrolls the page leaves it', async () => {
      const start = await top();
      // Let go in the middle of a movement, the page goes on for a while.
      const rest = page.evaluate(
        () =>
          new Promise((resolve) => {
            document.addEventListener('scrollend', resolve, { once: true });
          }),
      );
      await swipe(session, await placeOn(slider, away), { x: 4, y: -90 });
      await rest;
      expect(await top()).not.toBe(start);
      await expect(slider).toHaveValue(before);
      await slider.evaluate((one) => {
        one.scrollIntoView({ block: 'nearest' });
      });
    });
    await test.step('so does one that taps beside its thumb', async () => {
      const { x, y } = await placeOn(slider, away);
      await page.touchscreen.tap(x, y);
      await expect(slider).toHaveValue(before);
    });
    await test.step('one that goes sideways moves it', async () => {
      await swipe(session, await placeOn(slider, away), { x: away > 0.5 ? -20 : 20, y: 3 });
      await expect(slider).not.toHaveValue(before);
    });
    await test.step('the player stays under the finger, wherever it goes', async () => {
      const step = page.locator(`#${id}-step`);
      if ((await step.count()) === 0) return;
      await step.focus();
      const place = () => step.evaluate((one) => Math.round(one.getBoundingClientRect().top));
      const start = await place();
      for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'PageUp', 'PageUp', 'End']) {
        await page.keyboard.press(key);
        await settled(page, id);
        expect(Math.abs((await place()) - start)).toBeLessThanOrEqual(1);
      }
    });
    await test.step('a step button that comes to the end keeps the focus', async () => {
      const step = page.locator(`#${id}-step`);
      if ((await step.count()) === 0) return;
      for (const [name, end] of [
        ['Step forward', 'End'],
        ['Step back', 'Home'],
      ] as const) {
        const button = page.locator(`#${id}`).getByRole('button', { name });
        await step.press(end);
        await step.press(end === 'End' ? 'ArrowLeft' : 'ArrowRight');
        await settled(page, id);
        for (const disabled of ['false', 'true']) {
          await expect(button).toHaveAttribute('aria-disabled', disabled);
          await button.press('Enter');
          await expect(button).toBeFocused();
        }
      }
    });
  });

test('where copying is not allowed the link is shown to copy, and what is said goes again', async ({
  quiet: page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await openFigure(page, 'gradient-descent');
  const figure = page.locator('#gradient-descent');
  const title = page.locator('#gradient-descent-title');
  const width = (await title.boundingBox())?.width;
  const share = figure.getByRole('button', { name: 'Share' });
  const said = figure.getByRole('status').getByText('does not allow copying');
  await share.click();
  await expect(said).toBeVisible();
  const byHand = figure.getByRole('textbox', { name: 'Link, to copy by hand' });
  await expect(byHand).toBeFocused();
  expect(
    await byHand.evaluate(
      (field: HTMLTextAreaElement) => field.selectionEnd - field.selectionStart,
    ),
  ).toBe((await byHand.inputValue()).length);
  expect((await title.boundingBox())?.width).toBe(width);
  await figure.getByRole('button', { name: 'Done' }).click();
  await expect(share).toBeFocused();
  await expect(said).toHaveCount(0);
});

const middleOf = (slider: Locator): Promise<number> =>
  slider.evaluate(({ min, max }: HTMLInputElement) => (Number(min) + Number(max)) / 2);

test('a tap on the picture puts the point there; that it can be moved is said until then', async ({
  quiet: page,
}) => {
  await openFigure(page, 'gradient-vector');
  const figure = page.locator('#gradient-vector');
  const hint = figure.getByText('Drag the point');
  await expect(hint).toHaveCount(1);
  const before = await readouts(page, 'gradient-vector');
  const box = await figure.locator('canvas').first().boundingBox();
  if (!box) throw new Error('the picture is not shown');
  await page.touchscreen.tap(box.x + 0.4 * box.width, box.y + 0.4 * box.height);
  await expect.poll(() => readouts(page, 'gradient-vector')).not.toEqual(before);
  await expect(hint).toHaveCount(0);
  await page.reload();
  await awake(page, 'gradient-vector');
  await expect(figure.getByRole('button', { name: /^Point, at/ })).toHaveCount(1);
  await expect(hint).toHaveCount(0);
});

test('every matrix is a table with a name, as the browser tells it', async ({
  quiet: page,
  context,
}) => {
  await openFigure(page, 'linear-layer');
  const session = await context.newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const said = nodes.map(({ role, name }) => `${String(role?.value)} ${String(name?.value)}`);
  expect(said).toEqual(
    expect.arrayContaining(['table X, 4 by 3', 'table b, 2 entries', 'grid Y, 4 by 2']),
  );
  expect(said.filter((node) => node.startsWith('LayoutTable'))).toEqual([]);
});

test('a figure fills the screen, or the window where there is no full screen; arrows step it and Escape leaves', async ({
  quiet: page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openFigure(page, 'gradient-descent');
  const figure = page.locator('#gradient-descent');
  const enter = figure.getByRole('button', { name: 'Full screen', exact: true });
  const leave = figure.getByRole('button', { name: 'Leave full screen' });
  await enter.click();
  await expect(leave).toBeFocused();
  await expect
    .poll(() => page.evaluate(() => document.fullscreenElement?.id))
    .toBe('gradient-descent');
  await leave.click();
  await expect(enter).toBeFocused();

  await page.evaluate(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused'));
  });
  const sides = () =>
    figure.evaluate((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return [left, top, width, height].map(Math.round);
    });
  await page.setViewportSize({ width: 768, height: 1024 });
  const before = await sides();
  await enter.click();
  await expect.poll(sides).toEqual([0, 0, 768, 1024]);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('PageUp');
  await expect(figure.locator('[role=status]')).toContainText('Step 8 of 10: x is');
  await test.step('Tab goes round in it, past nothing of the page behind', async () => {
    const focused = () =>
      figure.evaluate((one) => {
        const { activeElement, body } = document;
        if (activeElement === body) return 'nothing';
        return one.contains(activeElement) ? (activeElement?.id ?? '') : 'behind';
      });
    const met = [];
    for (let press = 0; press < 24; press++) {
      await page.keyboard.press('Tab');
      met.push(await focused());
    }
    expect(met).toContain('gradient-descent-rate-range');
    expect(met).not.toContain('behind');
  });
  await page.keyboard.press('Escape');
  await expect(enter).toBeFocused();
  await expect.poll(sides).toEqual(before);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(enter).toBeFocused();
});

test('a figure that shows the answer is held back until a prediction is checked, then and ever after shown', async ({
  quiet: page,
}) => {
  await page.goto('/chain-rule/');
  const island = page.locator('[data-island=chain-composition]');
  await expect(island).toHaveAttribute('data-held', '');
  await expect(island.locator('.lab > .stage > .picture')).toHaveAttribute('inert');
  const prediction = page.locator('[data-holds=chain-composition]');
  await prediction.scrollIntoViewIfNeeded();
  await expect(prediction.locator('[data-answer]')).toHaveAttribute('data-awake', '');
  const check = prediction.getByRole('button', { name: 'Check' });
  await prediction.getByLabel('df/dx').fill('what?');
  await check.click();
  await expect(prediction.locator('.verdict')).not.toBeEmpty();
  await expect(island).toHaveAttribute('data-held', '');
  await prediction.getByLabel('df/dx').fill('80');
  await check.click();
  await expect(island).not.toHaveAttribute('data-held');
  await expect(island.locator('.lab > .stage > .picture')).not.toHaveAttribute('inert');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-scripts', '');
  await expect(island).not.toHaveAttribute('data-held');

  await page.evaluate(() => {
    localStorage.clear();
  });
  await page.reload();
  await expect(island).toHaveAttribute('data-held', '');
  await island.locator('input[type=range]').first().press('ArrowRight');
  await expect(island).not.toHaveAttribute('data-held');
});
