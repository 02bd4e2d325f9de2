import { expect, test } from 'vitest';
import { arrowShape, cutOff } from './arrow.ts';

test('the head ends at the tip, and the shaft inside the head', () => {
  const shape = arrowShape({ x: 0, y: 0 }, { x: 100, y: 0 }, 0);
  expect(shape?.head?.[0]).toEqual({ x: 100, y: 0 });
  expect(shape?.end.x).toBe(92);
});

test('a gap keeps the head off the point that the arrow leads to', () => {
  expect(arrowShape({ x: 0, y: 0 }, { x: 0, y: 50 }, 6)?.head?.[0]).toEqual({ x: 0, y: 44 });
});

test('a short arrow has a small head, a shorter one none, the shortest is not drawn', () => {
  const to = (x: number) => arrowShape({ x: 0, y: 0 }, { x, y: 0 }, 0);
  const [tip, corner] = to(10)?.head ?? [];
  expect((tip?.x ?? 0) - (corner?.x ?? 0)).toBe(6);
  expect(to(4)?.head).toBeNull();
  expect(to(1)).toBeNull();
});

test('an arrow from or to nowhere is not drawn', () => {
  expect(arrowShape({ x: 0, y: 0 }, { x: NaN, y: 0 }, 0)).toBeNull();
  expect(arrowShape({ x: 0, y: 0 }, { x: 1e300, y: 0 }, 0)).toBeNull();
  expect(arrowShape({ x: -Infinity, y: 0 }, { x: 0, y: 0 }, 0)).toBeNull();
});

test('an arrow that leaves the plot is cut where it crosses the edge', () => {
  const area = { left: 0, right: 100, top: 0, bottom: 100 };
  expect(cutOff({ x: 50, y: 50 }, { x: 150, y: 70 }, area)).toEqual({ x: 100, y: 60 });
  expect(cutOff({ x: 50, y: 50 }, { x: 50, y: -150 }, area)).toEqual({ x: 50, y: 0 });
  expect(cutOff({ x: 50, y: 50 }, { x: 90, y: 90 }, area)).toBeNull();
  expect(cutOff({ x: -50, y: 50 }, { x: 150, y: 50 }, area)).toBeNull();
});
