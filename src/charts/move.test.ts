import { expect, test } from 'vitest';
import { bounds, keyTarget, landing, snap } from './move.ts';
import type { Handle } from './types.ts';

const axes = { min: { x: -5, y: 0 }, max: { x: 5, y: 50 } };
const handle = (changes: Partial<Handle> = {}): Handle => ({
  label: 'Start',
  x: 1,
  y: 2,
  role: 'input',
  axis: 'both',
  step: 0.1,
  onmove: () => undefined,
  ...changes,
});
const key = (name: string, shiftKey = false, altKey = false) => ({ key: name, shiftKey, altKey });

test('an arrow key moves by a step, Shift by ten, Alt by a tenth', () => {
  expect(keyTarget(handle(), key('ArrowRight'))).toEqual({ x: 1.1, y: 2 });
  expect(keyTarget(handle(), key('ArrowUp', true))).toEqual({ x: 1, y: 3 });
  expect(keyTarget(handle(), key('ArrowLeft', false, true))).toEqual({ x: 0.99, y: 2 });
});

test('on a single axis the upright arrows move too', () => {
  expect(keyTarget(handle({ axis: 'x' }), key('ArrowUp'))?.x).toBe(1.1);
  expect(keyTarget(handle({ axis: 'y' }), key('ArrowLeft'))?.y).toBe(1.9);
});

test('other keys move nothing', () => {
  expect(keyTarget(handle(), key('Tab'))).toBeNull();
});

test('each axis may have its own step', () => {
  const moved = keyTarget(handle({ step: { x: 1, y: 5 } }), key('ArrowDown'));
  expect(moved).toEqual({ x: 1, y: -3 });
});

test('a handle lands inside its bounds and only along its axis', () => {
  const limits = bounds(handle({ max: { x: 3 } }), axes);
  expect(landing(handle(), { x: 9, y: -4 }, limits)).toEqual({ x: 3, y: 0 });
  expect(landing(handle({ axis: 'x' }), { x: 9, y: -4 }, limits)).toEqual({ x: 3, y: 2 });
});

test('a bare bound holds for the axis that moves', () => {
  expect(bounds(handle({ axis: 'x', min: -1, max: 1 }), axes)).toEqual({
    min: { x: -1, y: 0 },
    max: { x: 1, y: 50 },
  });
});

test('a dragged value stands on a multiple of the step', () => {
  expect(snap(0.3333, 0.1)).toBe(0.3);
  expect(snap(0.3333, 0)).toBe(0.3333);
});
