import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import {
  type Tensor,
  customFunction,
  detectAnomaly,
  enableGrad,
  grad,
  noGrad,
  ones,
  tensor,
} from '../index.ts';

test('backward through a chain of a million operations does not overflow the stack', () => {
  const x = tensor(1, { requiresGrad: true, dtype: 'float64' });
  let y: Tensor = x;
  for (let i = 0; i < 1_000_000; i++) y = y.add(1);
  y.backward();
  expect(x.grad?.item()).toBe(1);
});

test('100,000 small graphs leave no memory behind', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const x = tensor([1, 2], { requiresGrad: true });
  const work = (count: number): void => {
    for (let i = 0; i < count; i++) {
      x.mul(x).sum().backward();
      x.grad = null;
    }
  };
  work(2000);
  collect();
  const before = process.memoryUsage().heapUsed;
  work(100_000);
  collect();
  expect(process.memoryUsage().heapUsed).toBeLessThan(before * 1.1);
});

test('a gradient that reaches two leaves is not shared between them', () => {
  const x = tensor([1, 2], { requiresGrad: true });
  const y = tensor([3, 4], { requiresGrad: true });
  x.add(y).sum().backward();
  x.grad?.zero_();
  expect(y.grad?.tolist()).toEqual([1, 1]);
});

test('a diamond is traversed once: d(a + a²)/dx for a = x² at 3 is 2·3·(1 + 2·9) = 114', () => {
  const x = tensor(3, { requiresGrad: true });
  const a = x.mul(x);
  a.add(a.mul(a)).backward();
  expect(x.grad?.item()).toBe(114);
});

test('grad only runs what leads to its inputs', () => {
  const x = tensor(2, { requiresGrad: true });
  const z = tensor(3, { requiresGrad: true });
  const freed = z.mul(z);
  freed.backward();
  expect(grad(x.mul(x).add(freed), x)[0]?.item()).toBe(4);
});

test('an anomaly names the operation that made the NaN', () => {
  const x = tensor([0], { requiresGrad: true });
  const y = x.sqrt().mul(0).sum();
  expect(() => {
    detectAnomaly(() => {
      y.backward();
    });
  }).toThrow("Function 'SqrtBackward0' returned nan values in its 0th output.");
});

test('noGrad is undone even when its body throws', () => {
  const x = tensor(1, { requiresGrad: true });
  expect(() =>
    noGrad(() => {
      throw new Error('stop');
    }),
  ).toThrow('stop');
  expect(x.mul(2).requiresGrad).toBe(true);
});

test('hooks see the gradient in order and may replace it', () => {
  const x = tensor(2, { requiresGrad: true });
  const seen: number[] = [];
  const y = x.mul(3);
  const first = y.registerHook((g: Tensor) => {
    seen.push(g.item());
    return g.mul(10);
  });
  y.registerHook((g: Tensor) => {
    seen.push(g.item());
  });
  y.backward({ retainGraph: true });
  expect([seen, x.grad?.item()]).toEqual([[1, 10], 30]);
  first.remove();
  y.backward();
  expect(x.grad?.item()).toBe(33);
});

test('an empty tensor has an empty gradient', () => {
  const x = ones([0, 3], { requiresGrad: true });
  x.mul(2).sum().backward();
  expect(x.grad?.shape).toEqual([0, 3]);
});

// d(5x² + 3x)/dx = 10x + 3 = 23 at 2, and inside it dx²/dx = 4.
test.each([2, [2]])(
  'a hook may go back through a part of the graph that waits, from %j',
  (start) => {
    const x = tensor(start, { requiresGrad: true });
    const square = x.mul(x);
    const rest = x.mul(3);
    let inner = NaN;
    square.registerHook(() => {
      inner = enableGrad(() => grad(x.mul(x).sum(), x)[0] as Tensor).item();
    });
    square.mul(5).add(rest).sum().backward();
    expect([inner, x.grad?.item()]).toEqual([4, 23]);
  },
);

test('so may the backward of a function of one’s own', () => {
  const x = tensor([2], { requiresGrad: true });
  const square = customFunction({
    name: 'Square',
    forward: (_, value: Tensor) => value.mul(value),
    backward: (_, gradient) => enableGrad(() => grad(x.mul(x).sum(), x)[0] as Tensor).mul(gradient),
  });
  const rest = x.mul(3);
  square(x).mul(5).add(rest).sum().backward();
  expect(x.grad?.item()).toBe(23);
});
