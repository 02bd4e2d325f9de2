import { expect, test } from 'vitest';
import { type Operand, type Tensor, ones, tensor } from '../index.ts';

const double = { dtype: 'float64' } as const;
const matrix = (dtype: 'float32' | 'float64' = 'float64') => tensor([[1, 2], [3, 4]], { dtype }); // prettier-ignore
const factor = () => ones([2, 2], { ...double, requiresGrad: true });
const product = (b: Operand) => factor().mul(b);

interface Case {
  output?: Tensor;
  total?: Tensor;
  gradient?: Tensor;
  input?: 0 | 1;
  twice?: boolean;
}

/** What becomes of `total` when the gradient for an input is added in place; null where that is not done. */
function added({
  output = product(matrix()),
  total = matrix(),
  gradient = matrix(),
  input = 0,
  twice = false,
}: Case) {
  // prettier-ignore
  const node = output.gradFn;
  const { version } = total;
  const done = node?.rule.addTo?.(total, node, gradient, input, twice) ?? false;
  expect(total.version).toBe(version + Number(done));
  return done ? total.tolist() : null;
}

const ten = tensor([[10]], double).expand(2, 2);

test.each<[string, Case, number[][]]>([
  ['all in row-major order', {}, [[2, 6], [12, 20]]], // prettier-ignore
  ['twice, for a square', { twice: true }, [[3, 10], [21, 36]]], // prettier-ignore
  ['one number as gradient of all', { gradient: ten }, [[11, 22], [33, 44]]], // prettier-ignore
  ['one number as the other factor', { output: product(ten) }, [[11, 22], [33, 44]]], // prettier-ignore
  ['for the second factor', { output: ten.mul(factor()), input: 1 }, [[11, 22], [33, 44]]], // prettier-ignore
])('the gradient of a product is added in place: %s', (_, given, expected) => {
  expect(added(given)).toEqual(expected);
});

test.each<[string, Case]>([
  ['another operation', { output: factor().add(matrix()) }],
  ['a plain number as the other factor', { output: product(3) }],
  ['another factor that was broadcast', { output: product(tensor([1, 2], double)) }],
  ['another factor of another dtype', { output: product(matrix('float32')) }],
  ['another factor in another order', { output: product(matrix().t()) }],
  ['a gradient in another order', { gradient: matrix().t() }],
  ['a gradient of another dtype', { gradient: matrix('float32') }],
  ['a sum in another order', { total: matrix().t() }],
  ['a sum that is one number', { total: tensor([[1]], double).expand(2, 2) }],
  ['numbers', { output: tensor(3, { ...double, requiresGrad: true }).mul(tensor(2, double)), total: tensor(1, double), gradient: tensor(1, double) }], // prettier-ignore
])('it is left to the rule: %s', (_, given) => {
  expect(added(given)).toBeNull();
});
