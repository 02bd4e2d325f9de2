import { expect, test } from 'vitest';
import { stageOf } from './control.ts';

const seed = { label: 'Seed', min: 0, max: 99, step: 1 };

test('the player moves the setting that is a stage, under its name', () => {
  const stage = { label: 'Stage', min: 0, max: 20, step: 1, stage: true } as const;
  expect(stageOf({ seed, stage })).toEqual({ key: 'stage', label: 'Stage' });
});

test('without a stage the player keeps its place to itself', () => {
  expect(stageOf({ seed, f: { label: 'Function', options: [] } })).toBeNull();
});
