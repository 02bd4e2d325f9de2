// What is linear here was once quadratic: at these sizes that would take minutes, or all of the stack.
import { expect, test } from 'vitest';
import { cumprod, full, grad, oneHot, ones, stack, tensor } from '../index.ts';

test('the gradient of 100,000 running products is one sum from the other end', () => {
  // All factors are 1: ∂(Σ of the products from i on)/∂xᵢ counts them.
  const x = ones([100_000], { requiresGrad: true });
  cumprod(x, 0).sum().backward();
  expect([x.grad?.at(0).item(), x.grad?.at(-1).item()]).toEqual([100_000, 1]);
});

test('with a zero among 100,000 factors only it and what stands before it has a gradient', () => {
  const x = full([100_000], 1, { dtype: 'float64' });
  x.setAt([10], 0).requiresGrad_();
  cumprod(x, 0).sum().backward();
  // Before it: the products up to it. It itself: all that follow, each 1.
  expect(x.grad?.at([9, 12]).tolist()).toEqual([1, 99_990, 0]);
  expect(grad(x.prod(), x)[0]?.at([9, 12]).tolist()).toEqual([0, 1, 0]);
});

test('the labels of 130,000 items become rows', () => {
  const labels = tensor(
    Array.from({ length: 130_000 }, (_, i) => i % 3),
    { dtype: 'int64' },
  );
  expect(oneHot(labels).at(-1).tolist()).toEqual([1, 0, 0]);
});

test('the gradients of 50,000 parts are added where they belong', () => {
  const x = ones([50_000], { requiresGrad: true });
  stack(x.unbind()).mul(2).sum().backward();
  expect(x.grad?.eq(2).all().item()).toBe(true);
});
