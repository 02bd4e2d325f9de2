import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as autograd from '../index.ts';
import { type Tensor, gradcheck, gradgradcheck, tensor } from '../index.ts';

type Function = (...inputs: Tensor[]) => Tensor;

/** What an op is tried on: its function, and how to bring numbers from (−1, 1) into its domain. */
interface Case {
  f: Function;
  domain?: (x: number) => number;
}

const positive = (x: number): number => 1.2 + x;
const inner = (x: number): number => 0.8 * x;
const aboveOne = (x: number): number => 2.5 + x;
const apart = (x: number): number => (x < 0 ? x - 0.1 : x + 0.1);

const one: Record<string, Case> = {
  neg: { f: (x) => x.neg() },
  abs: { f: (x) => x.abs(), domain: apart },
  exp: { f: (x) => x.exp() },
  exp2: { f: (x) => x.exp2() },
  expm1: { f: (x) => x.expm1() },
  log: { f: (x) => x.log(), domain: positive },
  log2: { f: (x) => x.log2(), domain: positive },
  log10: { f: (x) => x.log10(), domain: positive },
  log1p: { f: (x) => x.log1p(), domain: positive },
  sqrt: { f: (x) => x.sqrt(), domain: positive },
  rsqrt: { f: (x) => x.rsqrt(), domain: positive },
  square: { f: (x) => x.square() },
  reciprocal: { f: (x) => x.reciprocal(), domain: apart },
  sin: { f: (x) => x.sin() },
  cos: { f: (x) => x.cos() },
  tan: { f: (x) => x.tan() },
  asin: { f: (x) => x.asin(), domain: inner },
  acos: { f: (x) => x.acos(), domain: inner },
  atan: { f: (x) => x.atan() },
  sinh: { f: (x) => x.sinh() },
  cosh: { f: (x) => x.cosh() },
  tanh: { f: (x) => x.tanh() },
  asinh: { f: (x) => x.asinh() },
  acosh: { f: (x) => x.acosh(), domain: aboveOne },
  atanh: { f: (x) => x.atanh(), domain: inner },
  erf: { f: (x) => x.erf() },
  sigmoid: { f: (x) => x.sigmoid() },
  logsigmoid: { f: (x) => autograd.logsigmoid(x) },
  relu: { f: (x) => x.relu(), domain: apart },
  leakyRelu: { f: (x) => autograd.leakyRelu(x, 0.2), domain: apart },
  elu: { f: (x) => autograd.elu(x, 1.3), domain: apart },
  selu: { f: (x) => autograd.selu(x), domain: apart },
  gelu: { f: (x) => autograd.gelu(x) },
  'gelu by tanh': { f: (x) => autograd.gelu(x, { approximate: 'tanh' }) },
  silu: { f: (x) => autograd.silu(x) },
  mish: { f: (x) => autograd.mish(x) },
  softplus: { f: (x) => autograd.softplus(x, { beta: 2 }) },
  softsign: { f: (x) => autograd.softsign(x), domain: apart },
  hardtanh: { f: (x) => autograd.hardtanh(x, -0.05, 0.05), domain: apart },
  clamp: { f: (x) => x.clamp({ min: -0.05 }), domain: apart },
  'pow 3': { f: (x) => x.pow(3) },
  'pow 2.5': { f: (x) => x.pow(2.5), domain: positive },
  'pow -2': { f: (x) => x.pow(-2), domain: apart },
  'two to the x': { f: (x) => autograd.pow(2, x) },
  sum: { f: (x) => x.sum(0, { keepdim: true }) },
  mean: { f: (x) => x.mean(-1) },
  var: { f: (x) => x.reshape(-1).var(0, { unbiased: false }) },
  prod: { f: (x) => x.prod(0) },
  amax: { f: (x) => x.amax(0) },
  'max along': { f: (x) => x.max(-1).values },
  logsumexp: { f: (x) => x.logsumexp(0) },
  softmax: { f: (x) => x.softmax(-1) },
  logSoftmax: { f: (x) => x.logSoftmax(-1) },
  cumsum: { f: (x) => x.cumsum(0) },
  cumprod: { f: (x) => x.cumprod(-1) },
  'norm 2': { f: (x) => x.norm(2, 0), domain: apart },
  'norm 3': { f: (x) => x.norm(3), domain: apart },
  sort: { f: (x) => x.sort({ dim: 0 }).values },
  median: { f: (x) => x.median() },
  transpose: { f: (x) => x.transpose(0, -1).mul(x.transpose(0, -1)) },
  'reshape of a transpose': { f: (x) => x.T.reshape(-1).pow(2) },
  flip: { f: (x) => x.flip(0).mul(x) },
  roll: { f: (x) => x.roll(1, 0).mul(x) },
  repeat: { f: (x) => x.reshape(-1).repeat(3).pow(2) },
  slice: { f: (x) => x.at([null, null, 2]).pow(3) },
  unbind: { f: (x) => x.unbind(0).reduce((a, b) => a.mul(b)) },
  cat: { f: (x) => autograd.cat([x, x.mul(2), x.sin()], -1) },
  stack: { f: (x) => autograd.stack([x, x.exp()], 1) },
  diag: { f: (x) => x.reshape(-1).diag().pow(2) },
  'layer norm': {
    f: (x) => autograd.layerNorm(autograd.cat([x, x.exp()], -1), [2 * (x.shape.at(-1) ?? 1)]),
  },
};

const two: Record<string, Case> = {
  add: { f: (a, b) => a.add(b, { alpha: 1.5 }) },
  sub: { f: (a, b) => a.sub(b) },
  mul: { f: (a, b) => a.mul(b) },
  div: { f: (a, b) => a.div(b), domain: apart },
  pow: { f: (a, b) => a.pow(b), domain: positive },
  atan2: { f: (a, b) => a.atan2(b), domain: apart },
  hypot: { f: (a, b) => a.hypot(b), domain: apart },
  lerp: { f: (a, b) => a.lerp(b, 0.3) },
  where: { f: (a, b) => autograd.where(a.detach().gt(0), a.mul(b), b), domain: apart },
  'mse loss': { f: (a, b) => autograd.mseLoss(a, b) },
  'huber loss': { f: (a, b) => autograd.huberLoss(a, b, { delta: 5 }) },
  'cross-entropy with logits': {
    f: (a, b) => autograd.binaryCrossEntropyWithLogits(a.add(b.mul(0)), b.add(a.mul(0))),
  },
};

/** Distinct numbers in (−1, 1), far enough apart that no central difference crosses a tie. */
function numbers(length: number, seed: number): number[] {
  const step = 2 / (length + 1);
  const order = Array.from({ length }, (_, k) => k).sort(
    (a, b) => Math.sin(seed + a * 12.9) - Math.sin(seed + b * 12.9),
  );
  return order.map((k) => -1 + step * (k + 1) + 0.1 * step * Math.sin(seed * k));
}

function make(shape: readonly number[], seed: number, domain = (x: number): number => x): Tensor {
  const count = shape.reduce((a, b) => a * b, 1);
  return tensor(numbers(count, seed).map(domain), { dtype: 'float64' })
    .reshape([...shape])
    .clone()
    .detach()
    .requiresGrad_();
}

const shapes = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 });
const settings = { numRuns: 4, seed: 1 };

describe.each(Object.entries(one))('%s', (_, { f, domain }) => {
  test('has the gradient and second gradient of central differences at random shapes', () => {
    fc.assert(
      fc.property(shapes, fc.integer({ min: 1, max: 99 }), (shape, seed) => {
        const x = make(shape, seed, domain);
        expect(gradcheck(f, [x])).toBe(true);
        expect(gradgradcheck(f, [x])).toBe(true);
      }),
      settings,
    );
  });
});

/** Two shapes that broadcast: sizes set to 1 or dropped at random on either side. */
const pairs = fc
  .tuple(
    shapes,
    fc.array(fc.constantFrom('both', 'left', 'right'), { minLength: 3, maxLength: 3 }),
    fc.boolean(),
  )
  .map(([shape, which, drop]): [number[], number[]] => {
    const left = shape.map((size, d) => (which[d] === 'right' ? 1 : size));
    const right = shape.map((size, d) => (which[d] === 'left' ? 1 : size));
    return [left, drop ? right.slice(1) : right];
  });

describe.each(Object.entries(two))('%s', (_, { f, domain }) => {
  test('has both gradients of central differences at random broadcast shapes', () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 99 }), ([left, right], seed) => {
        const inputs = [make(left, seed, domain), make(right, seed + 0.5, domain)];
        expect(gradcheck(f, inputs)).toBe(true);
        expect(gradgradcheck(f, inputs)).toBe(true);
      }),
      settings,
    );
  });
});

test('matrix products of every rank have both gradients of central differences', () => {
  const ranks: [number[], number[]][] = [
    [[3], [3]],
    [[2, 3], [3]],
    [[3], [3, 2]],
    [
      [2, 3],
      [3, 2],
    ],
    [
      [2, 2, 3],
      [3, 2],
    ],
    [
      [2, 1, 2, 3],
      [2, 3, 2],
    ],
  ];
  for (const [left, right] of ranks) {
    const inputs = [make(left, 3), make(right, 5)];
    expect(gradcheck((a, b) => a.matmul(b), inputs)).toBe(true);
    expect(gradgradcheck((a, b) => a.matmul(b), inputs)).toBe(true);
  }
});

test('convolutions have the gradients of central differences', () => {
  const inputs = [make([2, 2, 5], 3), make([3, 2, 2], 5), make([3], 7)];
  const f: Function = (x, weight, bias) =>
    autograd.conv1d(x, weight, { bias: bias, stride: 2, padding: 1 });
  expect(gradcheck(f, inputs)).toBe(true);
  expect(gradgradcheck(f, inputs)).toBe(true);
});
