import { expect, test } from 'vitest';
import * as autograd from '../index.ts';
import { type Tensor, noGrad, tensor } from '../index.ts';

type Pair = (a: Tensor, b: Tensor) => Tensor;
type Noticed = [first: boolean, second: boolean, output: boolean];

/** Whether PyTorch 1.13 notices that the first operand, the second or the result was changed in place. */
const pairs: Record<string, [Pair, Noticed]> = {
  add: [autograd.add, [false, false, false]],
  sub: [autograd.sub, [false, false, false]],
  mul: [autograd.mul, [true, true, false]],
  div: [autograd.div, [true, true, false]],
  pow: [autograd.pow, [true, true, true]],
  'power 0': [(a) => a.pow(0), [true, false, false]],
  atan2: [autograd.atan2, [true, true, false]],
  maximum: [autograd.maximum, [true, true, false]],
  minimum: [autograd.minimum, [true, true, false]],
  remainder: [autograd.remainder, [true, true, false]],
  fmod: [autograd.fmod, [true, true, false]],
  hypot: [autograd.hypot, [true, true, true]],
  matmul: [autograd.matmul, [true, true, false]],
  mseLoss: [(a, b) => autograd.mseLoss(a, b), [true, true, false]],
};

/** The same for functions of one tensor: its input, its result. */
const single: Record<string, readonly string[]> = {
  neither: ['neg', 'floor', 'sign'],
  input: [
    ...['abs', 'log', 'log2', 'log10', 'log1p', 'sin', 'cos', 'atan', 'sinh', 'cosh', 'asinh'],
    ...['erf', 'square'],
  ],
  output: ['exp', 'exp2', 'expm1', 'sqrt', 'rsqrt', 'reciprocal', 'tan', 'tanh', 'sigmoid', 'relu'],
};

function made(): Tensor {
  return tensor([[1.5, 2.5], [3.5, 1.25]], { requiresGrad: true }).mul(1); // prettier-ignore
}

/** Whether the backward pass complains after `changed` was changed behind its back. */
function notices(output: Tensor, changed: Tensor): boolean {
  noGrad(() => changed.add_(0.25));
  try {
    output.sum().backward();
    return false;
  } catch (error) {
    expect((error as Error).message).toContain('modified by an inplace operation');
    return true;
  }
}

test.each(Object.entries(pairs))(
  '%s keeps watch over what its gradients need',
  (_, [f, stored]) => {
    const noticed = [0, 1, 2].map((which) => {
      const [a, b] = [made(), made()];
      const output = f(a, b);
      return notices(output, [a, b, output][which] as Tensor);
    });
    expect(noticed).toEqual(stored);
  },
);

const functions = Object.entries(single).flatMap(([kept, names]) =>
  names.map((name) => [name, kept] as const),
);

test.each(functions)('%s keeps its %s', (name, kept) => {
  const f = (autograd as unknown as Record<string, (x: Tensor) => Tensor>)[name] as (x: Tensor) => Tensor; // prettier-ignore
  const noticed = (['input', 'output'] as const).map((which) => {
    const x = made();
    const y = f(x);
    return notices(y, which === 'input' ? x : y);
  });
  expect(noticed).toEqual([kept === 'input', kept === 'output']);
});

/** Functions that keep something else than operands and results: a mask, an index, an order. */
const saving: Record<string, (x: Tensor) => Tensor> = {
  where: (x) => autograd.where(x.gt(2), x, 0),
  maskedFill: (x) => x.maskedFill(x.gt(2), 0),
  maskedSelect: (x) => x.maskedSelect(x.gt(2)),
  gather: (x) => x.gather(1, tensor([[0], [1]], { dtype: 'int64' })),
  indexSelect: (x) => x.indexSelect(0, tensor([1], { dtype: 'int64' })),
  at: (x) => x.at(tensor([1, 0], { dtype: 'int64' })),
  max: (x) => x.max(1).values,
  sort: (x) => x.sort().values,
  topk: (x) => x.topk(1).values,
  inv: autograd.linalg.inv,
  det: autograd.linalg.det,
  solve: (x) => autograd.linalg.solve(x, tensor([1, 2])),
};

test.each(Object.entries(saving))('%s lets go of what it kept after a run', (_, f) => {
  const y = f(tensor([[1.5, 2.5], [3.5, 1.25]], { requiresGrad: true })).sum(); // prettier-ignore
  y.backward();
  expect(() => {
    y.backward();
  }).toThrow('Trying to backward through the graph a second time');
});

test('a matrix may be changed after its inverse was taken, and not after its determinant', () => {
  const after = (f: (a: Tensor) => Tensor): Tensor => {
    const x = tensor([[1.5, 2.5], [3.5, 1.25]], { requiresGrad: true }); // prettier-ignore
    const a = x.mul(1);
    const y = f(a);
    a.zero_();
    y.sum().backward();
    return x.grad as Tensor;
  };
  const x = tensor([[1.5, 2.5], [3.5, 1.25]], { requiresGrad: true }); // prettier-ignore
  autograd.linalg.inv(x).sum().backward();
  expect(after(autograd.linalg.inv).tolist()).toEqual(x.grad?.tolist());
  expect(() => after(autograd.linalg.det)).toThrow('is at version 1; expected version 0');
});
