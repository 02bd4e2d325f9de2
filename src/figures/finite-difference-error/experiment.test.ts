import { describe as group, expect, test } from 'vitest';
import { ExpressionError } from '@calculus/expression';
import { type Params, defaults, describe, run, tables, program } from './index.ts';

const of = (change: Partial<Params>) => run({ ...defaults, ...change });
const near = (result: ReturnType<typeof run>, h: number) =>
  result.errors.find((row) => row.h === h) ?? { forward: NaN, central: NaN, complexStep: NaN };

group('truncation, from the right end of the picture', () => {
  test('for x³ at 1 the errors are 3h + h², h² and h²', () => {
    // ((1+h)³ − 1)/h = 3 + 3h + h²; ((1+h)³ − (1−h)³)/2h = 3 + h²; Im (1+ih)³/h = 3 − h².
    const result = run(defaults);
    for (const h of [1, 0.5, 0.1, 0.01]) {
      expect(near(result, h).forward).toBeCloseTo(3 * h + h * h, 10);
      expect(near(result, h).central).toBeCloseTo(h * h, 10);
      expect(near(result, h).complexStep).toBeCloseTo(h * h, 10);
    }
  });

  test('the central difference of a parabola is exact where rounding is', () => {
    // ((x+h)² − (x−h)²)/2h = 2x
    expect(near(of({ f: 'x^2', x: 2 }), 0.5).central).toBe(0);
  });
});

group('rounding, from the left end', () => {
  test('a step below half of epsilon is lost in 1 + h, and so is the slope', () => {
    // 1 + 1e-16 rounds to 1: the difference is 0, its distance from the slope 3 is 3.
    expect(near(run(defaults), 1e-16).forward).toBe(3);
    expect(near(of({ dtype: 'float32' }), 1e-8).forward).toBe(3);
  });

  test('the best steps are within a factor of 20 of √ε and ∛ε', () => {
    for (const dtype of ['float32', 'float64'] as const)
      for (const f of ['x^3', 'exp(x)*sin(x)', 'sin(x)']) {
        const { bestH, central, predicted } = of({ f, dtype });
        const ratio = (h: number | undefined | null, ideal: number) =>
          Math.abs(Math.log((h ?? NaN) / ideal));
        expect(ratio(bestH, predicted.forward)).toBeLessThan(Math.log(20));
        expect(ratio(central?.h, predicted.central)).toBeLessThan(Math.log(20));
      }
  });

  test('complex step and autograd stay within a few roundings of the derivative', () => {
    for (const f of ['x^3', 'exp(x)*sin(x)', 'sigmoid(x)', 'sqrt(x)', '1/x', 'x^2.5'])
      for (const x of [0.3, 1, 2.5])
        for (const dtype of ['float32', 'float64'] as const) {
          const { exact, autogradError, complexStepError, epsilon } = of({ f, x, dtype });
          const few = 8 * epsilon * Math.max(1, Math.abs(exact ?? NaN));
          expect(autogradError, `${f} ${String(x)} ${dtype}`).toBeLessThanOrEqual(few);
          expect(complexStepError, `${f} ${String(x)} ${dtype}`).toBeLessThanOrEqual(few);
        }
  });
});

test('the forward errors of x³ at 1 are those that PyTorch printed in the notebook', () => {
  // The first chapter's cells/06-differences.out computes x·x·x in the same order of operations.
  const printed = (change: Partial<Params>, h: number) => near(of(change), h).forward ?? NaN;
  expect(printed({}, 1e-8).toExponential(1)).toBe('4.0e-9');
  expect(printed({}, 1e-12).toExponential(1)).toBe('2.7e-4');
  expect(printed({ dtype: 'float32' }, 1e-3).toExponential(1)).toBe('3.1e-3');
  expect(printed({ dtype: 'float32' }, 1e-6).toExponential(1)).toBe('1.4e-1');
});

group('where there is nothing to measure', () => {
  const words = (change: Partial<Params>) => describe({ ...defaults, ...change }, of(change));

  test('a kink has no derivative, and no complex step', () => {
    const result = of({ f: 'abs(x)', x: 0 });
    expect(result.analytic).toBe(false);
    expect(result.errors.every((row) => row.complexStep === null)).toBe(true);
    expect(result).toMatchObject({ exact: null, autogradError: null, bestH: null, central: null });
    expect(result.answer).toEqual({ exact: null, pytorch: 0, kink: { left: -1, right: 1 } });
    expect(words({ f: 'abs(x)', x: 0 })).toBe(
      'abs(x) has no derivative at x = 0, so no method has an error there. The curves show distances from 0, which PyTorch answers.',
    );
    const params = { ...defaults, f: 'abs(x)', x: 0 };
    expect(program(params, result)).toContain('# no derivative, PyTorch answers 0\n');
    expect(tables(params, result)[0]?.caption).toContain('distance of each method from PyTorch');
    expect(words({ f: 'abs(x)', x: 1 })).toContain(
      'There is no complex step: abs has no derivative in the complex plane.',
    );
  });

  test('where conventions do not add up, the error of autograd is measured from the derivative', () => {
    // relu(x) − relu(−x) is x.
    expect(of({ f: 'relu(x) - relu(-x)', x: 0 })).toMatchObject({ exact: 1, autogradError: 1 });
  });

  test('an undefined or infinite derivative is said, and nothing is NaN', () => {
    for (const [f, x] of [
      ['1/x', 0],
      ['sqrt(x)', 0],
      ['ln(x)', -1],
    ] as const) {
      expect(of({ f, x })).toMatchObject({ exact: null, autogradError: null, bestH: null });
      expect(words({ f, x })).toContain('does not exist');
    }
  });

  test('unreadable parameters are errors in words', () => {
    expect(() => of({ f: 'x^^2' })).toThrow(ExpressionError);
    expect(() => of({ x: NaN })).toThrow('finite-difference-error: x must be finite, got NaN');
    expect(() => of({ dtype: 'float16' as 'float32' })).toThrow('float32 or float64, got float16');
  });
});

test('the table keeps errors of zero, the range of the log axis holds all others', () => {
  const result = run(defaults);
  expect(tables(defaults, result)[0]?.rows[0]?.[3]).toBe(0);
  for (const { forward, central, complexStep } of result.errors)
    for (const error of [forward, central, complexStep])
      if (error !== null && error > 0) {
        expect(error).toBeGreaterThanOrEqual(result.errorRange.min);
        expect(error).toBeLessThanOrEqual(result.errorRange.max);
      }
});

test('the program prints the readouts', () => {
  expect(program(defaults, run(defaults))).toContain('# best h, forward = 1e-08, error = 4.0e-09');
  const single = { ...defaults, dtype: 'float32' } as const;
  expect(program(single, run(single))).toContain('dtype=torch.float32');
});
