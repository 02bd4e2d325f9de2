import { expect, test } from 'vitest';
import { bounds, handleFor, keyTarget, landing, moveTo, snap } from './move.ts';
import type { Plot } from './plot.ts';
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

/** Ten pixels a unit, from 0 to 10 on both axes. */
const plot: Plot = {
  x: { min: 0, max: 10, getPixelForValue: (x) => 10 * x, getValueForPixel: (x) => x / 10 },
  y: { min: 0, max: 10, getPixelForValue: (y) => 10 * y, getValueForPixel: (y) => y / 10 },
  area: { left: 0, right: 100, top: 0, bottom: 100 },
};

test('a click moves the nearest of the inputs, along x by its distance across alone', () => {
  const direction = handle({ label: 'Direction', role: 'soft', x: 9, y: 9 });
  const start = handle({ x: 1, y: 1 });
  const weight = handle({ label: 'weight', axis: 'x', x: 8, y: 0 });
  expect(handleFor([direction, start], { x: 88, y: 88 }, plot)?.label).toBe('Start');
  expect(handleFor([start, weight], { x: 70, y: 95 }, plot)?.label).toBe('weight');
  expect(handleFor([direction], { x: 10, y: 10 }, plot)?.label).toBe('Direction');
  expect(handleFor([], { x: 10, y: 10 }, plot)).toBeUndefined();
});

test('it lands on the grid of the handle, inside its bounds', () => {
  const moves: number[][] = [];
  const point = handle({ max: 5, onmove: (x, y) => moves.push([x, y]) });
  moveTo(point, { x: 3.14159, y: 7 }, plot);
  expect(moves).toEqual([[3.1, 5]]);
});
