import { expect, test } from 'vitest';
import { ones, tensor } from '../index.ts';
import type { Tensor } from '../tensor.ts';
import { customFunction } from './function.ts';

test('a tensor given twice to a function of one’s own gets both gradients: 2 + 3', () => {
  const weighted = customFunction({
    name: 'Weighted',
    forward: (_, a: Tensor, factor: number, b: Tensor) => a.mul(2).add(b.mul(factor)),
    backward: (_, g) => [g.mul(2), null, g.mul(3)],
  });
  const x = tensor(1, { requiresGrad: true });
  weighted(x, 3, x).backward();
  expect(x.grad?.item()).toBe(5);
});

test('a gradient is summed to the shape of its input, or refused', () => {
  const given = (shape: number[]) =>
    customFunction({
      name: 'Given',
      forward: (_, a: Tensor) => a.clone(),
      backward: () => ones(shape),
    });
  const x = tensor([1, 2], { requiresGrad: true });
  given([3, 2])(x).sum().backward();
  expect(x.grad?.tolist()).toEqual([3, 3]);
  expect(() => given([])(x).sum().backward()).toThrow(
    'Function GivenBackward returned an invalid gradient at index 0 - got [] but expected shape compatible with [2]',
  );
});
