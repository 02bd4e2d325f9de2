import { expect, test } from 'vitest';
import { tensor } from '../index.ts';
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
