import { expect, test } from 'vitest';
import { ones, tensor } from '../index.ts';
import type { Tensor } from '../core/tensor.ts';
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
  expect(() => {
    given([])(x).sum().backward();
  }).toThrow(
    'Function GivenBackward returned an invalid gradient at index 0 - got [] but expected shape compatible with [2]',
  );
});

const product = customFunction({
  name: 'Product',
  forward(context, a: Tensor, b: Tensor) {
    context.saveForBackward(a, b);
    return a.mul(b);
  },
  backward({ savedTensors: [a, b] }, g) {
    calls++;
    return [g.mul(b as Tensor), g.mul(a as Tensor)];
  },
});
let calls = 0;

const leaves = (): [Tensor, Tensor] => [
  tensor([2, 3], { requiresGrad: true }),
  tensor([5, 7], { requiresGrad: true }),
];

test('backward is called once in a run, however many inputs there are', () => {
  const [a, b] = leaves();
  const y = product(a, b);
  calls = 0;
  const gradient = ones([2]);
  y.backward({ gradient, retainGraph: true });
  expect([calls, a.grad?.tolist(), b.grad?.tolist()]).toEqual([1, [5, 7], [2, 3]]);
  y.backward({ gradient });
  expect([calls, a.grad?.tolist()]).toEqual([2, [10, 14]]);
});

test('what is saved is let go of after a run', () => {
  const [a, b] = leaves();
  const y = product(a, b).sum();
  y.backward();
  expect(() => {
    y.backward();
  }).toThrow('Trying to backward through the graph a second time');
  const middle = customFunction({
    name: 'Middle',
    forward(context, x: Tensor) {
      const m = x.mul(2);
      context.saveForBackward(m);
      return m.mul(m);
    },
    backward: ({ savedTensors: [m] }, g) => g.mul(m as Tensor).mul(4),
  });
  const z = middle(a).sum();
  z.backward();
  expect(() => {
    z.backward();
  }).toThrow('Trying to backward through the graph a second time');
});

test('a function that saves nothing can be gone back through again', () => {
  const [a] = leaves();
  const triple = customFunction({
    name: 'Triple',
    forward: (_, x: Tensor) => x.mul(3),
    backward: (_, g) => g.mul(3),
  });
  const y = triple(a).sum();
  y.backward();
  y.backward();
  expect(a.grad?.tolist()).toEqual([6, 6]);
});

test('a saved input or result that was changed in place is refused', () => {
  const [a, b] = leaves();
  const copy = a.clone();
  const y = product(copy, b);
  copy.mul_(2);
  expect(() => {
    y.sum().backward();
  }).toThrow(
    '[torch.FloatTensor [2]], which is output 0 of MulBackward0, is at version 1; expected version 0 instead.',
  );
  const exponential = customFunction({
    name: 'Exp',
    forward(context, x: Tensor) {
      const result = x.exp();
      context.saveForBackward(result);
      return result;
    },
    backward: ({ savedTensors: [result] }, g) => g.mul(result as Tensor),
  });
  const z = exponential(a);
  z.mul_(2);
  expect(() => {
    z.sum().backward();
  }).toThrow(
    '[torch.FloatTensor [2]], which is output 0 of ExpBackward, is at version 1; expected version 0 instead.',
  );
});
