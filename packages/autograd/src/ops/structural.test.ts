import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as autograd from '../index.ts';
import { type Tensor, gradcheck, gradgradcheck, linalg, tensor } from '../index.ts';

type Function = (...inputs: Tensor[]) => Tensor;

/** Operations on shapes, layers and matrices, each at inputs of the sizes that `n` and `m` give. */
interface Case {
  f: Function;
  shapes: (n: number, m: number) => number[][];
}

const vector: Case['shapes'] = (n, m) => [[n, m + 1]];
const index = (...values: number[]): Tensor => tensor(values, { dtype: 'int64' });
const square: Case['shapes'] = (n) => [[2, n, n]];

/** A matrix that is well-conditioned, whatever the numbers. */
const regular = (a: Tensor): Tensor =>
  a.mul(0.3).add(autograd.eye(a.size(-1), a.size(-1), { dtype: 'float64' }).mul(2));
/** The same with eigenvalues apart. */
const apart = (a: Tensor): Tensor =>
  a
    .add(a.mT)
    .mul(0.1)
    .add(autograd.arange(1, a.size(-1) + 1, 1, { dtype: 'float64' }).diag());

const cases: Record<string, Case> = {
  std: { f: (x) => x.std(1), shapes: (n, m) => [[n, m + 2]] },
  'var with a correction': { f: (x) => x.var(1, { correction: 0.5 }), shapes: vector },
  min: { f: (x) => x.min().add(x.min(1).values.sum()), shapes: vector },
  amin: { f: (x) => x.amin([0, 1]), shapes: vector },
  'median along': { f: (x) => x.median(1).values, shapes: vector },
  topk: { f: (x) => x.topk(2).values, shapes: vector },
  'norm 1': { f: (x) => x.add(3).norm(1, 1), shapes: vector },
  'norm ½': { f: (x) => x.add(3).norm(0.5, 1), shapes: vector },
  'norm ∞': { f: (x) => x.norm(Infinity, 1), shapes: vector },
  'prod of all': { f: (x) => x.add(2).prod(), shapes: vector },
  permute: { f: (x) => x.permute(1, 0).mul(x.T), shapes: vector },
  expand: { f: (x) => x.unsqueeze(1).expand(-1, 3, -1).pow(2), shapes: vector },
  tile: { f: (x) => x.tile(2, 2).pow(2), shapes: vector },
  narrow: { f: (x) => x.narrow(1, 1, 1).pow(3), shapes: vector },
  split: { f: (x) => (x.split([1, x.size(1) - 1], 1)[1] as Tensor).pow(3), shapes: vector },
  chunk: { f: (x) => (x.chunk(2, 1)[0] as Tensor).pow(3), shapes: vector },
  gather: { f: (x) => x.gather(0, index(0, 0).reshape(1, 2)).pow(2), shapes: vector },
  'scatter add': {
    f: (x, y) => x.scatterAdd(0, index(0, 0).reshape(1, 2), y).pow(2),
    shapes: (n, m) => [[n, m + 1], [1, 2]], // prettier-ignore
  },
  'index select': { f: (x) => x.indexSelect(1, index(1, 0, 1)).pow(2), shapes: vector },
  'advanced index': { f: (x) => x.at(index(0, 0), index(1, 0)).pow(2), shapes: vector },
  'masked fill': { f: (x) => x.maskedFill(x.detach().gt(0), 2).pow(2), shapes: vector },
  'masked select': { f: (x) => x.maskedSelect(x.detach().gt(-1)).pow(2), shapes: vector },
  trace: { f: (x) => x.matmul(x).trace(), shapes: (n) => [[n, n]] },
  triu: { f: (x) => x.triu(1).mul(x), shapes: square },
  tril: { f: (x) => x.tril().mul(x), shapes: square },
  pad: { f: (x) => autograd.pad(x, [1, 2, 0, 1], { value: 3 }).pow(2), shapes: vector },
  crop: { f: (x) => autograd.pad(x, [-1, 1]).pow(2), shapes: vector },
  addmm: {
    f: (c, a, b) => autograd.addmm(c, a, b, { beta: 0.5, alpha: 2 }),
    shapes: (n, m) => [[m], [n, 2], [2, m]],
  },
  bmm: { f: (a, b) => autograd.bmm(a, b), shapes: (n, m) => [[2, n, m], [2, m, 3]] }, // prettier-ignore
  outer: { f: (a, b) => autograd.outer(a, b), shapes: (n, m) => [[n], [m]] },
  einsum: {
    f: (a, b, c) => autograd.einsum('bij,jk,i->bk', a, b, c),
    shapes: (n, m) => [[2, n, m], [m, 2], [n]], // prettier-ignore
  },
  linear: {
    f: (x, w, b) => autograd.linear(x, w, b),
    shapes: (n, m) => [[2, n, m], [3, m], [3]], // prettier-ignore
  },
  'batch norm': {
    f: (x, w, b) =>
      autograd.batchNorm(x.mul(3), null, null, { weight: w, bias: b, training: true }),
    shapes: (n, m) => [[m + 2, n], [n], [n]],
  },
  embedding: { f: (w) => autograd.embedding(index(0, 1, 0), w).pow(2), shapes: (n, m) => [[n + 1, m]] }, // prettier-ignore
  conv2d: {
    f: (x, w) => autograd.conv2d(x, w, { padding: [1, 0], stride: [1, 2], groups: 2 }),
    shapes: (n, m) => [[1, 2, n + 1, m + 2], [2, 1, 2, 2]], // prettier-ignore
  },
  'max pool': { f: (x) => autograd.maxPool1d(x, 2, { stride: 1 }).pow(2), shapes: (n, m) => [[n, 1, m + 2]] }, // prettier-ignore
  'average pool': {
    f: (x) => autograd.avgPool1d(x, 2, { padding: 1, countIncludePad: false }).pow(2),
    shapes: (n, m) => [[n, 1, m + 2]],
  },
  attention: {
    f: (q, k, v) => autograd.attention(q, k, v, { causal: true }),
    shapes: (n, m) => [[n, m], [n, m], [n, 2]], // prettier-ignore
  },
  'cosine similarity': {
    f: (a, b) => autograd.cosineSimilarity(a.add(2), b, { dim: 1 }),
    shapes: (n, m) => [[n, m + 1], [n, m + 1]], // prettier-ignore
  },
  normalize: { f: (x) => autograd.normalize(x.add(2), { p: 3, dim: 1 }), shapes: vector },
  'smooth L1 loss': {
    f: (a, b) => autograd.smoothL1Loss(a, b.add(5), { reduction: 'sum', beta: 0.5 }),
    shapes: (n, m) => [[n, m], [m]], // prettier-ignore
  },
  'L1 loss': { f: (a, b) => autograd.l1Loss(a, b.add(5)), shapes: (n, m) => [[n, m], [n, 1]] }, // prettier-ignore
  'cross-entropy of probabilities': {
    f: (a, b) => autograd.binaryCrossEntropy(a.mul(0.3).add(0.5), b.mul(0.3).add(0.5)),
    shapes: (n, m) => [[n, m], [n, m]], // prettier-ignore
  },
  'cross-entropy of classes': {
    f: (x) => {
      const weight = autograd.arange(1, x.size(1) + 1, 1, { dtype: 'float64' });
      return autograd.crossEntropy(x, index(0, 1), { weight, labelSmoothing: 0.2 });
    },
    shapes: (n) => [[2, n + 1]],
  },
  'negative log likelihood': { f: (x) => autograd.nllLoss(x.pow(2), index(1, 0)), shapes: (n) => [[2, n + 1]] }, // prettier-ignore
  'Kullback–Leibler divergence': {
    f: (x, y) => autograd.klDiv(x, y.mul(0.3).add(0.5)),
    shapes: (n, m) => [[n, m], [m]], // prettier-ignore
  },
  det: { f: (a) => linalg.det(regular(a)), shapes: square },
  slogdet: { f: (a) => linalg.slogdet(regular(a)).logabsdet, shapes: square },
  inverse: { f: (a) => linalg.inv(regular(a)), shapes: square },
  solve: { f: (a, b) => linalg.solve(regular(a), b), shapes: (n, m) => [[n, n], [n, m]] }, // prettier-ignore
  cholesky: { f: (a) => linalg.cholesky(apart(a)), shapes: square },
  eigvalsh: { f: (a) => linalg.eigvalsh(apart(a)), shapes: square },
  'nuclear norm': { f: (a) => linalg.matrixNorm(apart(a), 'nuc'), shapes: square },
  cross: { f: (a, b) => linalg.cross(a, b), shapes: (n) => [[n, 3], [n, 3]] }, // prettier-ignore
};

/** Distinct numbers in (−1, 1), in an order that `seed` gives. */
function make(shape: readonly number[], seed: number): Tensor {
  const count = shape.reduce((a, b) => a * b, 1);
  const order = Array.from({ length: count }, (_, k) => k).sort(
    (a, b) => Math.sin(seed + a * 7.7) - Math.sin(seed + b * 7.7),
  );
  const values = order.map((k) => -1 + (2 * (k + 1)) / (count + 1) + 0.01 * Math.sin(seed * k));
  return tensor(values, { dtype: 'float64' }).reshape([...shape]).clone().detach().requiresGrad_(); // prettier-ignore
}

const size = fc.integer({ min: 1, max: 3 });

describe.each(Object.entries(cases))('%s', (_, { f, shapes }) => {
  test('has both gradients of central differences at random sizes', () => {
    fc.assert(
      fc.property(size, size, fc.integer({ min: 1, max: 99 }), (n, m, seed) => {
        const inputs = shapes(n, m).map((shape, i) => make(shape, seed + i / 3));
        expect(gradcheck(f, inputs)).toBe(true);
        expect(gradgradcheck(f, inputs)).toBe(true);
      }),
      { numRuns: 3, seed: 1 },
    );
  });
});

test('a wrong gradient is noticed', () => {
  const wrong = autograd.customFunction({
    name: 'Wrong',
    forward: (_, x: Tensor) => x.pow(2),
    backward: (_, g) => g,
  });
  expect(() => gradcheck(wrong, [make([2], 1)])).toThrow();
});
