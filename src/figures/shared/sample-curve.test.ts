import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { decades, niceRange } from './nice-range.ts';
import { kinkAt } from './one-sided.ts';
import { heights, jumps, lineInside, sampleCurve } from './sample-curve.ts';

const window = { x: { min: -2, max: 2 }, y: { min: -3, max: 3 } };

group('ranges', () => {
  test.each([
    [0.3, 9.7, 0, 10],
    [-1.25, 41, -10, 50],
    [0, 1, 0, 1],
    [0.11, 0.29, 0.1, 0.3],
  ])('%d to %d needs the round range from %d to %d', (min, max, low, high) => {
    expect(niceRange(min, max)).toEqual({ min: low, max: high });
  });

  test('a nice range holds its numbers, has room, and wastes less than half of itself', () => {
    const numbers = fc
      .double({ min: -1e6, max: 1e6, noNaN: true })
      .filter((x) => Math.abs(x) > 1e-6);
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const { min, max } = niceRange(low, high);
        expect(max).toBeGreaterThan(min);
        expect(min).toBeLessThanOrEqual(low + 1e-9 * Math.abs(low));
        expect(max).toBeGreaterThanOrEqual(high - 1e-9 * Math.abs(high));
        fc.pre(high - low > 1e-6 * Math.max(Math.abs(low), Math.abs(high)));
        expect(high - low).toBeGreaterThanOrEqual((max - min) / 2);
      }),
    );
  });

  test('decades are powers of ten around what can be drawn', () => {
    expect(decades([0.02, 3, 0])).toEqual({ min: 0.01, max: 10 });
    expect(decades([0, 0])).toEqual({ min: 0.1, max: 1 });
  });

  test('heights leave out the steep sides of a pole but not a named point', () => {
    const { min, max } = heights((x) => 1 / x, window.x, [40]);
    expect(min).toBeGreaterThan(-100);
    expect(max).toBeGreaterThanOrEqual(40);
    expect(heights((x) => x * x, window.x)).toEqual({ min: 0, max: 4 });
  });
});

group('curves', () => {
  test('a pole and a step are jumps, a steep slope is none', () => {
    expect(jumps((x) => 1 / x, -0.1, 0.2)).toBe(true);
    expect(jumps(Math.sign, -0.1, 0.2)).toBe(true);
    expect(jumps((x) => Math.tanh(1e4 * x), -0.1, 0.2)).toBe(false);
    expect(jumps((x) => x, 0, 1)).toBe(false);
  });

  test('end on the edge of the window', () => {
    const ys = sampleCurve((x) => 4 * x, window).map(({ y }) => y);
    expect(ys.find((y) => y !== null)).toBeCloseTo(-3, 12);
    expect(ys.findLast((y) => y !== null)).toBeCloseTo(3, 12);
  });

  test('leave a gap where the function is undefined', () => {
    const undefinedLeft = sampleCurve(Math.sqrt, window).filter(({ x }) => x < 0);
    expect(undefinedLeft.every(({ y }) => y === null)).toBe(true);
  });

  test('a line is cut by the window, and an undefined one is empty', () => {
    expect(lineInside({ x: 0, y: 0 }, 3, window)).toEqual([
      { x: -1, y: -3 },
      { x: 1, y: 3 },
    ]);
    expect(lineInside({ x: 0, y: 1 }, 0, window).map(({ y }) => y)).toEqual([1, 1]);
    expect(lineInside({ x: 0, y: 0 }, NaN, window)).toEqual([]);
  });
});

group('kinks', () => {
  test('relu at 0 has slope 0 on the left and 1 on the right', () => {
    expect(kinkAt((x) => Math.max(0, x), 0)).toEqual({ left: 0, right: 1 });
  });

  test('a root has only a right side, a cusp two that grow', () => {
    expect(kinkAt(Math.sqrt, 0)).toEqual({ left: null, right: Infinity });
    expect(kinkAt((x) => Math.sqrt(Math.abs(x)), 0)).toEqual({ left: -Infinity, right: Infinity });
  });

  test('a vertical tangent is no kink', () => {
    expect(kinkAt(Math.cbrt, 0)).toBeNull();
  });
});
