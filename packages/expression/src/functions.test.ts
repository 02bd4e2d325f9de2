import { tensor } from '@calculus/autograd';
import { expect, test } from 'vitest';
import { compileComplex, whyNotAnalytic } from './compile-complex.ts';
import { compile } from './compile.ts';
import { evaluate } from './evaluate.ts';
import { functionNames } from './functions.ts';
import { gradient } from './gradient.ts';
import { parse } from './parse.ts';
import { preciseDerivative } from './precise-derivative.ts';
import type { Expression } from './tree.ts';

const unary = functionNames.filter((name) => name !== 'max' && name !== 'min');
const somewhere = [-2.5, -0.7, -0.3, 0.2, 0.7, 0.9, 1.3, 2.5, 4];
const of = (name: string): Expression => parse(`${name}(x)`);

test.each(unary)('the number, tensor and complex rules of %s agree', (name) => {
  for (const x of somewhere) {
    const value = compile(of(name))({ x });
    if (!Number.isFinite(value)) continue;
    expect(evaluate(of(name), { x: tensor(x, { dtype: 'float64' }) }).item()).toBeCloseTo(
      value,
      13,
    );
    if (whyNotAnalytic(of(name)) !== null) continue;
    expect(compileComplex(of(name))({ x: { re: x, im: 0 } }).re).toBeCloseTo(value, 12);
  }
});

test.each(unary)(
  'the slope of %s is one by autograd, by 31 digits and by the complex step',
  (name) => {
    for (const x of somewhere) {
      const slope = gradient(of(name), { x })['x'] ?? NaN;
      if (!Number.isFinite(slope) || !Number.isFinite(compile(of(name))({ x }))) continue;
      expect(preciseDerivative(of(name), x)).toBeCloseTo(slope, 12);
      if (whyNotAnalytic(of(name)) !== null) continue;
      const step = compileComplex(of(name))({ x: { re: x, im: 1e-100 } }).im / 1e-100;
      expect(step).toBeCloseTo(slope, 12);
    }
  },
);

test.each([
  // asin′ ½ = 1/√(3/4), acos′ = −asin′, atan′ 1 = ½
  ['asin(x)', 0.5, Math.PI / 6, 2 / Math.sqrt(3)],
  ['acos(x)', 0.5, Math.PI / 3, -2 / Math.sqrt(3)],
  ['atan(x)', 1, Math.PI / 4, 0.5],
  // sinh ln 2 = (2 − ½)/2, cosh ln 2 = (2 + ½)/2
  ['sinh(x)', Math.LN2, 0.75, 1.25],
  ['cosh(x)', Math.LN2, 1.25, 0.75],
  ['log2(x)', 8, 3, 1 / (8 * Math.LN2)],
  ['log10(x)', 1000, 3, 1 / (1000 * Math.LN10)],
  // ∛ at −8: −2, and 1/(3·4)
  ['cbrt(x)', -8, -2, 1 / 12],
  // erf 1 = 0.8427007929497149 (published); erf′ 1 = 2/(e√π)
  ['erf(x)', 1, 0.8427007929497149, 2 / (Math.E * Math.sqrt(Math.PI))],
  // Φ(1) = 0.8413447460685429 (published), φ(1) = e^(−½)/√(2π)
  ['gelu(x)', 1, 0.8413447460685429, 0.8413447460685429 + Math.exp(-0.5) / Math.sqrt(2 * Math.PI)],
  ['sign(x)', -3, -1, 0],
  ['floor(x)', -0.5, -1, 0],
])('%s at %d is %d, its slope %d', (formula, x, value, slope) => {
  const expression = parse(formula);
  expect(compile(expression)({ x })).toBeCloseTo(value, 14);
  expect(gradient(expression, { x })['x']).toBeCloseTo(slope, 13);
  expect(preciseDerivative(expression, x)).toBeCloseTo(slope, 14);
});

test.each([
  ['sign(x)', 0, 0],
  ['floor(x)', 2, 0],
  ['cbrt(x)', 0, NaN],
  ['asin(x)', 1, Infinity],
])('where %s has no derivative, at %d, it is what PyTorch answers: %d', (formula, x, slope) => {
  expect(gradient(parse(formula), { x })['x']).toBe(slope);
});
