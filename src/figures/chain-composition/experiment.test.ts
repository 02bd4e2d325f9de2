import fc from 'fast-check';
import { expect, test } from 'vitest';
import { golden } from '../shared/golden.test.helper.ts';
import { defaults, describe as say, run } from './index.ts';

interface Case {
  id: string;
  kind: 'composition';
  dtype: string;
  inputs: { x: number };
  expected: { h: number; g: number; f: number; dfdx: number; manual: number };
}

test.each(golden<Case>('composition', 'float32'))(
  '$id is PyTorch’s, bit for bit',
  ({ inputs, expected }) => {
    const { h, g, f, derivative, byHand } = run({ ...defaults, x: inputs.x });
    expect({ h, g, f, dfdx: derivative, manual: byHand }).toEqual(expected);
  },
);

test('at x = 2 the slopes 4, 1 and 75 multiply to the notebook’s 300', () => {
  // dh/dx = 2x = 4, dg/dh = 1, df/dg = 3g² = 3·25 = 75, and 4·1·75 = 300 = 6·2·(2² + 1)².
  const { dhdx, dgdh, dfdg, derivative, byHand } = run(defaults);
  expect([dhdx, dgdh, dfdg, derivative, byHand]).toEqual([4, 1, 75, 300, 300]);
});

test('two paths from x to x²(x + 1) add up to 3x² + 2x', () => {
  // At 2: through u = x² the slopes are q = 3 and 2x = 4, through q = x + 1 they are u = 4 and 1.
  const { through, sum, derivative } = run(defaults).paths;
  expect(through.map(({ slopes, product }) => [...slopes, product])).toEqual([
    [3, 4, 12],
    [4, 1, 4],
  ]);
  expect([sum, derivative]).toEqual([16, 16]);
});

test('for any x the product of the slopes, the derivative and the formula by hand agree', () => {
  fc.assert(
    fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (x) => {
      const { dhdx, dgdh, dfdg, derivative, byHand, paths } = run({ ...defaults, x });
      const close = 1e-5 * Math.max(1, Math.abs(byHand));
      expect(Math.abs(dhdx * dgdh * dfdg - derivative)).toBeLessThan(close);
      expect(Math.abs(byHand - derivative)).toBeLessThan(close);
      expect(Math.abs(paths.sum - paths.derivative)).toBeLessThan(1e-4);
    }),
  );
});

test('the error of the slopes’ prediction shrinks with the square of the nudge', () => {
  const error = (nudge: number) => {
    const { change, predicted } = run({ x: 2, nudge }).lines[3];
    return Math.abs(change - predicted);
  };
  // f″ = 6(x² + 1)² + 24x²(x² + 1) is 630 at 2, so the error is about 315 Δx².
  expect(error(0.001) / 0.001 ** 2).toBeCloseTo(315, -1);
  expect(error(0.01) / error(0.001)).toBeGreaterThan(95);
});

test('every value and every nudged value lies on its line, at both ends of every slider', () => {
  for (const x of [-3, -2, -1, 0, 1, 2, 3])
    for (const nudge of [0.001, 0.5])
      for (const { value, nudged, min, max } of run({ x, nudge }).lines)
        for (const position of [value, nudged]) {
          expect(position).toBeGreaterThanOrEqual(min);
          expect(position).toBeLessThanOrEqual(max);
        }
});

test('at x = 0 the words say which link stops the nudge', () => {
  const params = { ...defaults, x: 0 };
  expect(say(params, run(params))).toMatch(
    /^At x = 0 the first local derivative is 0, and so is the product/,
  );
});

test('at a negative x the words have true minus signs', () => {
  const params = { x: -1, nudge: 0.001 };
  // 2x = −2, 1 and 3g² = 12 multiply to −24.
  expect(say(params, run(params))).toMatch(
    /^At x = −1 the local derivatives −2, 1 and 12 multiply to −24\./,
  );
});
