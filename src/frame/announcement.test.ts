import { expect, test } from 'vitest';
import { announcementOf } from './announcement.ts';

/** Halves x at every step. */
const halving = {
  controls: { x: { label: 'Start', min: 0, max: 8 } },
  describe: () => 'Every step leaves a half.',
  describeStep: ({ path }: { path: number[] }, step: number) => `x is ${String(path[step])}.`,
};
const shown = { params: { x: 8 }, result: { path: [8, 4, 2] } };
const place = { step: 1, steps: 3, label: 'Step', playing: false };

test('before the end of a path, what stands at the step is said first, then what the whole run did', () => {
  expect(announcementOf(halving, shown, place)).toBe(
    'Step 1 of 3: x is 4. The whole run: Every step leaves a half.',
  );
});

test('at the end only the whole run is described', () => {
  expect(announcementOf(halving, shown, { ...place, step: 3 })).toBe('Every step leaves a half.');
});

test('while it plays no step is named, for the picture leaves it', () => {
  expect(announcementOf(halving, shown, { ...place, playing: true })).toBe(
    'Playing. The whole run: Every step leaves a half.',
  );
});

const staged = {
  ...halving,
  controls: { x: { label: 'Stage', min: 0, max: 8, stage: true } as const },
};

test('a figure whose step is a setting describes that step, and nothing while it plays', () => {
  expect(announcementOf(staged, shown, place)).toBe('Every step leaves a half.');
  expect(announcementOf(staged, shown, { ...place, playing: true })).toBe('Playing.');
});

test('a figure without a path is described as a whole, also while a session plays', () => {
  const still = { ...place, step: 0, steps: 0, playing: true };
  expect(announcementOf(halving, shown, still)).toBe('Every step leaves a half.');
});
