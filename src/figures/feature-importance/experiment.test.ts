import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { golden } from '../shared/golden.test.helper.ts';
import { inputsOf } from './experiment.ts';
import { type Params, defaults, describe, follow, program, run, tables } from './index.ts';
import { saturating, truth } from './models.ts';

interface Case {
  id: string;
  kind: 'feature_importance';
  dtype: string;
  inputs: { seed: number; x: number[][] };
  expected: { loss: number; importance: number[]; argmax: number };
}

const settled = (changes: Partial<Params>): Params => {
  const params = { ...defaults, ...changes };
  return { ...params, ...follow(params), ...changes };
};
const seeds = fc.integer({ min: 0, max: 99 });
const hundredths = fc.integer({ min: -400, max: 400 }).map((hundredth) => hundredth / 100);
const moved = fc.record({
  x1: hundredths,
  x2: hundredths,
  x3: hundredths,
  x4: hundredths,
  x5: hundredths,
});

for (const { id, inputs, expected } of golden<Case>('feature_importance', 'float32'))
  test(`${id} is what PyTorch draws and answers`, () => {
    const params = settled({ seed: inputs.seed });
    const result = run(params);
    expect([inputsOf(params)]).toEqual(inputs.x);
    expect(result.value).toBeCloseTo(expected.loss, 6);
    expect(result.importance).toHaveLength(5);
    result.importance.forEach((size, i) => {
      expect(size).toBeCloseTo(expected.importance[i] ?? NaN, 6);
    });
    expect(result.mostImportant).toBe(expected.argmax);
  });

test('the inputs of every seed lie on their sliders', () => {
  for (let seed = 0; seed < 100; seed++)
    for (const x of inputsOf(settled({ seed }))) expect(Math.abs(x)).toBeLessThan(4);
});

test('through a linear layer the order of the bars does not depend on the inputs', () => {
  // loss = (w·x + b − t)², so ∂loss/∂xᵢ = 2(w·x + b − t) wᵢ: one factor, times the weight.
  const before = run(defaults).gradient;
  fc.assert(
    fc.property(moved, (inputs) => {
      const { gradient } = run({ ...defaults, ...inputs });
      const factor = gradient[2] / before[2];
      gradient.forEach((slope, i) => {
        expect(slope).toBeCloseTo(factor * (before[i] ?? NaN), 4);
      });
    }),
  );
});

group.each(['layer', 'saturated', 'copies'] as const)('integrated gradients, case %s', (chosen) => {
  test('add up to the difference from the baseline', () => {
    fc.assert(
      fc.property(seeds, moved, (seed, inputs) => {
        const { integrated, value, baseline } = run({ ...inputs, seed, case: chosen });
        const sum = integrated.reduce((total, part) => total + part, 0);
        expect(Math.abs(sum - (value - baseline))).toBeLessThan(
          1e-4 * Math.max(1, Math.abs(value)),
        );
      }),
      { numRuns: 40 },
    );
  });
});

group('a saturated unit', () => {
  const params = settled({ case: 'saturated' });

  test('has almost no gradient and decides the output', () => {
    // ∂/∂x₁ of 2 tanh(4x₁) is 8(1 − tanh²(4x₁)); without x₁ the output lacks 2 tanh(4x₁).
    const { gradient, replaced, integrated, mostImportant, mostReplaced } = run(params);
    const unit = Math.tanh(saturating.gain * params.x1);
    expect(gradient[0]).toBeCloseTo(8 * (1 - unit ** 2), 5);
    expect(replaced[0]).toBeCloseTo(2 * unit, 5);
    expect(integrated[0]).toBeCloseTo(2 * unit, 5);
    expect(gradient.slice(1).map((slope) => Number(slope.toFixed(6)))).toEqual(saturating.rest);
    expect([mostImportant, mostReplaced]).toEqual([1, 0]);
    expect(describe(params, run(params))).toContain('Input 2 (index 1) seems to matter most');
  });

  test('is told from one that still responds', () => {
    expect(describe(params, run(params))).toMatch(/saturated: its gradient is only 0\.0012/);
    const awake = { ...params, x1: 0.1 };
    expect(describe(awake, run(awake))).toMatch(/where it still responds/);
  });
});

group('two copies of one signal', () => {
  test('share its weight: training fixes their sum and leaves their difference as it was drawn', () => {
    // Both columns are equal, so both weights get the same gradient: w₁ − w₂ never changes.
    fc.assert(
      fc.property(seeds, (seed) => {
        const { copies, importance } = run(settled({ seed, case: 'copies' }));
        const [w1 = NaN, w2 = NaN, ...rest] = copies?.weights ?? [];
        expect(w1 + w2).toBeCloseTo(2, 5);
        rest.forEach((weight, i) => {
          expect(weight).toBeCloseTo(truth[i + 2] ?? NaN, 5);
        });
        expect(importance[5]).toBeCloseTo(2, 5);
        expect(Math.max(w1, w2)).toBeLessThan(1.5);
        expect(copies?.alone).toBeCloseTo(2, 5);
        expect(Math.max(copies?.loss ?? 1, copies?.lossWithout ?? 1)).toBeLessThan(1e-9);
      }),
      { numRuns: 30 },
    );
  });

  test('keep the difference that seed 0 drew', () => {
    const [w1 = NaN, w2 = NaN] = run(settled({ case: 'copies' })).copies?.weights ?? [];
    expect(w1 - w2).toBeCloseTo(-0.003348207799717784 - 0.23990486562252045, 5);
  });

  test('Input 2 follows Input 1 until it is moved', () => {
    expect(follow({ ...defaults, case: 'copies', x1: 0.5 }).x2).toBe(0.5);
    expect(follow({ ...defaults, x1: 0.5 }).x2).toBe(defaults.x2);
  });
});

test('the first table is input and gradient, and the program prints the notebook’s index', () => {
  const [table] = tables(defaults, run(defaults));
  expect(table?.columns).toEqual(['Input', 'Value', 'Gradient', '|Gradient|']);
  expect(table?.rows).toHaveLength(5);
  expect(program(defaults, run(defaults))).toContain('# most important feature: 2\n');
  const moved = { ...defaults, x2: 0.5 };
  expect(program(moved, run(moved))).toContain('x[0, 1] = 0.5\n');
});
