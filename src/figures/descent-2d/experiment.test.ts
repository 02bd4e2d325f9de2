import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { ExpressionError } from '@calculus/expression';
import { curvatureAt, localGeometryAt } from './local-geometry.ts';
import { defaults, describe, run, tables, program, type Params } from './index.ts';
import { golden } from '../shared/golden.test.helper.ts';

interface Case {
  id: string;
  kind: 'descent_2d';
  dtype: string;
  inputs: { start: [number, number]; lr: number; steps: number };
  expected: {
    path: [number, number][];
    rows: { step: number; pos: [number, number]; f: number; grad: [number, number] }[];
    final_line: string;
  };
}

const said = (changes: Partial<Params>) => {
  const params = { ...defaults, ...changes };
  const result = run(params);
  return { ...result, words: describe(params, result) };
};

for (const { id, inputs, expected } of golden<Case>('descent_2d', 'float32'))
  test(`${id} is PyTorch’s descent, bit for bit, and ends where the notebook’s loop ends`, () => {
    const [x, y] = inputs.start;
    const { path, final } = run({ ...defaults, x, y, rate: inputs.lr, steps: inputs.steps });
    expect(path.map((row) => [row.step, row.x, row.y, row.value, row.dx, row.dy])).toEqual(
      expected.rows.map(({ step, pos, f, grad }) => [step, ...pos, f, ...grad]),
    );
    expect([final.x, final.y]).toEqual(expected.path.at(-1));
    expect(expected.final_line).toBe(
      `Final position: (${final.x.toFixed(3)}, ${final.y.toFixed(3)})`,
    );
  });

group('on the notebook’s bowl', () => {
  // x² + y² − 2x − 4y + 5 = (x − 1)² + (y − 2)², so ∇f = 2(x − 1, y − 2) and a step multiplies the
  // distance to (1, 2) by |1 − 2η|, and f, its square, by (1 − 2η)².
  test('the gradient is twice the way from the minimum', () => {
    for (const { x, y, value, dx, dy } of run(defaults).path) {
      expect(dx).toBeCloseTo(2 * (x - 1), 5);
      expect(dy).toBeCloseTo(2 * (y - 2), 5);
      expect(value).toBeCloseTo((x - 1) ** 2 + (y - 2) ** 2, 5);
    }
  });

  test('ten steps at rate 0.1 leave 0.8¹⁰ of the distance', () => {
    const { final, regime } = run(defaults);
    expect(final.x).toBeCloseTo(1 - 0.8 ** 10, 6);
    expect(final.y).toBeCloseTo(2 - 2 * 0.8 ** 10, 6);
    expect(final.value).toBeCloseTo(5 * 0.8 ** 20, 6);
    expect(final.norm).toBeCloseTo(2 * Math.sqrt(5) * 0.8 ** 10, 5);
    expect(regime).toBe('still descending');
  });

  test('every rate multiplies the distance by |1 − 2η|, wherever the descent begins', () => {
    const tenths = fc.integer({ min: -40, max: 60 }).map((tenth) => tenth / 10);
    const rates = fc.integer({ min: 1, max: 110 }).map((hundredth) => hundredth / 100);
    fc.assert(
      fc.property(tenths, tenths, rates, (x, y, rate) => {
        const { path } = run({ ...defaults, x, y, rate, steps: 6 });
        for (const row of path) {
          const before = Math.hypot(row.x - 1, row.y - 2);
          const now = Math.hypot(row.nextX - 1, row.nextY - 2);
          expect(Math.abs(now - Math.abs(1 - 2 * rate) * before)).toBeLessThan(4e-6);
        }
      }),
    );
  });

  test.each([
    [0.1, 'still descending', /^Still descending: after 10 steps it stands at \(0\.8926, 1\.785\)/],
    [0.5, 'arrives at a minimum', /^Arrives at step 1, .* bends upwards in every direction/],
    [0.9, 'zigzags downhill', /^Zigzags/],
    [1, 'bounces forever', /^Bounces forever/],
    [1.05, 'diverges', /^Diverges: f has grown from 5 .* a rate above 2\/2 = 1/],
  ])('at rate %s it %s', (rate, regime, words) => {
    expect(said({ rate })).toMatchObject({ regime, words: expect.stringMatching(words) as string });
  });
});

test('a step has the direction of the gradient and η times its length', () => {
  for (const row of run({ ...defaults, f: 'x^2 y + sin(x*y)/2', rate: 0.05 }).path) {
    expect(row.nextX - row.x).toBeCloseTo(-0.05 * row.dx, 5);
    expect(row.nextY - row.y).toBeCloseTo(-0.05 * row.dy, 5);
  }
});

group('where a gradient is short', () => {
  const saddle = 'x^2-y^2+y^4/4';

  test('a kink comes before what the second derivatives say', () => {
    // The Hessian of x² − y² + y⁴/4 is diag(2, 3y² − 2): (2, −2) at 0, (2, 4) at y = √2.
    expect(curvatureAt(saddle, { x: 0, y: 0 })).toEqual({ low: -2, high: 2 });
    expect(localGeometryAt(saddle, { x: 0, y: Math.SQRT2 })).toBe('minimum');
    expect(localGeometryAt('abs(x-1)+y^2', { x: 1, y: 0 })).toBe('kink');
  });

  test.each([
    ['x^3+y^2', 1, 1],
    ['x^3', 1, 0],
    ['x^4+y^4', 1, 1],
    ['x^2 y^2', 1, 0.5],
    ['x^2', 2, 0],
  ])('on %s descent from (%d, %d) ends where f is nearly level, and claims no more', (f, x, y) => {
    const { regime, words } = said({ f, x, y, steps: 200 });
    expect(regime).toBe('stops where f is nearly level');
    expect(words).toMatch(/f is nearly level, .* no proof of one/);
  });

  test('a start on the line that leads to a saddle stops there, one beside it does not', () => {
    expect(said({ f: saddle, x: 2, steps: 100 })).toMatchObject({
      regime: 'stops at a saddle',
      words: expect.stringMatching(/^Stops at step 27, .* there is a way further down/) as string,
    });
    const beside = said({ f: saddle, x: 2, y: 0.1, steps: 100 });
    expect(beside.regime).toBe('arrives at a minimum');
    expect(beside.final.y).toBeCloseTo(Math.SQRT2, 2);
  });

  test('a plateau ends the notebook’s loop at once, and is no minimum', () => {
    const { regime, words } = said({ f: '1-exp(-((x-1)^2+(y-2)^2)/2)', x: -4, y: -4 });
    expect(regime).toBe('stops where f is nearly level');
    expect(words).toMatch(/^Stops at step 0, .* no proof of one/);
  });

  test('at a kink PyTorch answers 0 and the descent ends', () => {
    expect(said({ f: 'abs(x-1)+abs(y-2)', rate: 0.5, steps: 30 }).regime).toBe('stops at a kink');
  });
});

group('where there is no number', () => {
  test('a start without a value or without a gradient is said, and no step is taken', () => {
    expect(said({ f: 'ln(x)+y' })).toMatchObject({
      regime: 'undefined at the start',
      path: [],
      final: { value: null, norm: null },
      words: 'f is not defined at (0, 0): there is nothing to descend from.',
    });
    expect(said({ f: 'sqrt(x)+y' }).regime).toBe('no gradient at the start');
    expect(said({ f: '1/(x-x)' }).regime).toBe('undefined at the start');
  });

  test('a step out of the domain is named', () => {
    expect(said({ f: 'ln(x)+y', x: 1, y: 1, rate: 1.1 })).toMatchObject({
      regime: 'leaves the domain of f',
      words: expect.stringMatching(
        /^Step 0 led to \(−0\.1000, −0\.1000\), where f is not/,
      ) as string,
    });
  });

  test('a descent that leaves float32 names the step and the cause', () => {
    const { words, regime } = said({ f: '(x-1)^2+10(y-2)^2', rate: 1.1, steps: 200 });
    expect(regime).toBe('diverges');
    expect(words).toMatch(/^Diverged at step 14: .* float32.* a rate above 2\/20 = 0\.1/);
  });

  test('a slope without a bottom is no divergence: f only falls', () => {
    expect(said({ f: 'x^2-y^2', y: 0.1, steps: 100 }).regime).toBe('falls ever faster');
  });
});

test('losses stand on a log scale unless one is negative, and zero has no place there', () => {
  const landed = run({ ...defaults, rate: 0.5 });
  expect(landed.lossScale).toBe('log');
  expect(landed.losses.at(-1)?.loss).toBeNull();
  expect(run({ ...defaults, f: 'sin(x)cos(y)' }).lossScale).toBe('linear');
});

test('the first table is the notebook’s, and the program prints it', () => {
  const table = tables(defaults, run(defaults))[0];
  expect(table?.columns).toEqual(['Step', 'x', 'y', 'f', '∂x', '∂y']);
  expect(table?.rows[0]).toEqual([0, 0, 0, 5, -2, -4]);
  expect(table?.rows).toHaveLength(10);
  expect(program(defaults, run(defaults))).toContain('# final x = 0.8926258, y = 1.785252\n');
});

test('unreadable formulas and numbers are errors in words', () => {
  expect(() => run({ ...defaults, f: 'x^^2' })).toThrow(ExpressionError);
  expect(() => run({ ...defaults, steps: 0 })).toThrow(
    'descent-2d: steps must be 1 to 10000, got 0',
  );
});
