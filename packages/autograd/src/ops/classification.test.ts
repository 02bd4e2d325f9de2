import { expect, test } from 'vitest';
import {
  type Tensor,
  binaryCrossEntropy,
  crossEntropy,
  gradcheck,
  gradgradcheck,
  linear,
  ones,
  tensor,
} from '../index.ts';
import { dropout } from './activation.ts';

const double = { dtype: 'float64' } as const;
const leaf = { ...double, requiresGrad: true } as const;

test('binary cross-entropy is differentiable in the target too', () => {
  const inputs = [tensor([0.2, 0.7], leaf), tensor([0.4, 0.9], leaf)];
  const f = (x: Tensor, y: Tensor): Tensor => binaryCrossEntropy(x, y);
  expect(gradcheck(f, inputs)).toBe(true);
  expect(gradgradcheck(f, inputs)).toBe(true);
});

test('binary cross-entropy weighs its elements: w · −ln x for a target of 1', () => {
  const x = tensor([0.5, 0.25], double);
  const weight = tensor([2, 3], double);
  const loss = binaryCrossEntropy(x, ones([2], double), { weight, reduction: 'none' });
  expect(loss.toArray()[0]).toBeCloseTo(2 * Math.log(2), 12);
  expect(loss.toArray()[1]).toBeCloseTo(3 * Math.log(4), 12);
});

test('cross-entropy with smoothing s equals that with the smoothed probabilities', () => {
  const x = tensor(
    [
      [0.3, -1.2, 0.8],
      [1.5, 0.1, -0.4],
    ],
    double,
  );
  const target = tensor([2, 0], { dtype: 'int64' });
  // (1 − s) on the class plus s / 3 on each of three classes
  const s = 0.3;
  const soft = tensor(
    [
      [0.1, 0.1, 0.8],
      [0.8, 0.1, 0.1],
    ],
    double,
  );
  const expected = crossEntropy(x, soft).item();
  expect(crossEntropy(x, target, { labelSmoothing: s }).item()).toBeCloseTo(expected, 12);
  const sharp = tensor(
    [
      [0, 0, 1],
      [1, 0, 0],
    ],
    double,
  );
  expect(crossEntropy(x, sharp, { labelSmoothing: s }).item()).toBeCloseTo(expected, 12);
});

test('class weights multiply the terms of soft targets', () => {
  const x = tensor([[0, 0]], double);
  const weight = tensor([2, 4], double);
  // −(2 · ¼ + 4 · ¾) ln ½
  const loss = crossEntropy(x, tensor([[0.25, 0.75]], double), { weight });
  expect(loss.item()).toBeCloseTo(3.5 * Math.log(2), 12);
});

test('a linear layer adds its bias to every row of a stack', () => {
  const y = linear(ones([1, 2, 2]), tensor([[1, 2]]), tensor([10]));
  expect(y.tolist()).toEqual([[[13], [13]]]);
});

test('dropout scales what stays by 1 / (1 − p)', () => {
  const y = dropout(ones([2]), { p: 0.75, keep: () => tensor([1, 0]) });
  expect(y.tolist()).toEqual([4, 0]);
});
