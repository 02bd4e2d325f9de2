import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaults, describe, program, run, tables, type Params } from './index.ts';
import { present } from '../shared/present.ts';
import { readoutsOf } from './describe.ts';

const said = (changes: Partial<Params>) => {
  const params = { ...defaults, ...changes };
  return describe(params, run(params));
};

test('∂f/∂v is the unit times ∂f/∂y', () => {
  // f = (x − 1)² + 10(y − 2)² at (0, 1.5): 2(x − 1) = −2 and 20(y − 2) = −10.
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 2, noNaN: true }), (unit) => {
      const { x, y, v } = run({ ...defaults, unit }).slopes;
      expect(x.exact).toBe(-2);
      expect(y.exact).toBeCloseTo(-10, 12);
      expect(v.exact).toBeCloseTo(-10 * unit, 12);
    }),
  );
});

test('the direction on the map is that of (∂f/∂x, c² ∂f/∂y), and has turned from c = 1', () => {
  const degrees = (y: number, x: number) => (Math.atan2(y, x) * 180) / Math.PI;
  const { direction, turn } = run({ ...defaults, unit: 0.5 });
  expect(direction).toBeCloseTo(degrees(0.25 * 10, 2), 10);
  expect(turn).toBeCloseTo(degrees(10, 2) - degrees(2.5, 2), 10);
  expect(run(defaults).turn).toBe(0);
});

test('in the unit that makes the ravine round, the way down leads straight to the minimum', () => {
  // y − 2 = v/√10 turns 10(y − 2)² into v², so from (0, 1.5) it is along (1, 0.5).
  const { direction } = run({ ...defaults, unit: Math.sqrt(0.1) });
  expect(direction).toBeCloseTo((Math.atan2(0.5, 1) * 180) / Math.PI, 10);
});

test('no step of equal length lowers f more than the chosen one', () => {
  for (const unit of [0.1, 0.4, 1, 2]) {
    const { steps, chosen } = run({ ...defaults, unit });
    const { x, y } = present(chosen);
    const fall = -2 * (x - defaults.x) - 10 * (y - defaults.y);
    for (const { change } of steps) expect(change).toBeGreaterThanOrEqual(fall - 1e-9);
    // It leads onto the ellipse: x²/0.8² + y²/(0.8c)² = 1 around the point.
    expect(((x - defaults.x) / 0.8) ** 2 + ((y - defaults.y) / (0.8 * unit)) ** 2).toBeCloseTo(
      1,
      12,
    );
  }
});

test('the lens shows f with y counted in units, around the point', () => {
  const { lens, v } = run({ ...defaults, f: 'y', unit: 0.5 });
  expect(v).toBe(3);
  expect(lens.window).toEqual({ x: { min: -1.5, max: 1.5 }, y: { min: 1.5, max: 4.5 } });
  // From below, y = 0.5 · 1.5 up to 0.5 · 4.5.
  expect([lens.field.values.at(0), lens.field.values.at(-1)]).toEqual([0.75, 2.25]);
});

test.each([
  [{}, /^With y in the unit of the map .* from \(0, 1\.5\) is towards 79°, at a right angle/],
  [{ unit: 0.5 }, /∂f\/∂v is 0\.5 times ∂f\/∂y, that is −5\. .* turned by 27°, and f is the same/],
  [{ f: 'ln(x)+y' }, /^f is not defined at \(0, 1\.5\)/],
  [{ f: 'sqrt(x)+y' }, /not differentiable there, .* PyTorch answers \(infinity, 1\)/],
  [{ f: 'abs(x)+y' }, /not differentiable there, .* in any unit; PyTorch answers \(0, 1\)/],
  [{ f: '7' }, /the gradient is zero, in every unit/],
])('with %o the words are %s', (changes, words) => {
  expect(said(changes)).toMatch(words);
});

test('the readouts state no convention as a fact', () => {
  expect(readoutsOf(run({ ...defaults, f: 'abs(x)+y' }))).toEqual({
    dfdx: 'none (PyTorch: 0)',
    dfdy: 1,
    dfdv: 1,
    direction: 'none',
    turn: 'none',
  });
  expect(readoutsOf(run({ ...defaults, unit: 0.5 }))).toMatchObject({ dfdv: -5, turn: '27.3°' });
});

test('the table holds the readouts, and the program prints the step', () => {
  const result = run(defaults);
  expect(tables(defaults, result)[0]?.rows).toEqual([[3.5, -2, -10, 1, -10, result.direction, 0]]);
  // (2, 10)/√104
  expect(program(defaults)).toContain(
    '# a step of length 1 changes (x, y) by (0.196116, 0.980581)',
  );
});
