import { describe, expect, test } from 'vitest';
import {
  type Tensor,
  arange,
  full,
  getDefaultDtype,
  linspace,
  noGrad,
  ones,
  setDefaultDtype,
  tensor,
  zeros,
} from '../index.ts';

const int = { dtype: 'int64' } as const;
const double = { dtype: 'float64' } as const;

describe('dtypes', () => {
  test('a tensor with dimensions decides, a 0-dim one or a number only by a higher category', () => {
    expect(ones([1]).add(ones([1], double)).dtype).toBe('float64');
    expect(tensor(1, double).mul(ones([1])).dtype).toBe('float32');
    expect(tensor([1], int).mul(2.5).dtype).toBe('float32');
    expect(tensor([1], int).add(2).dtype).toBe('int64');
    expect(
      tensor([1], int)
        .div(tensor([2], int))
        .tolist(),
    ).toEqual([0.5]);
    expect(tensor([true]).add(1).dtype).toBe('int64');
  });

  test('float32 rounds after every operation: 0.1 · 3 is 0.30000001192092896', () => {
    expect(tensor(0.1).mul(3).item()).toBe(0.30000001192092896);
  });

  test('the gradient of a cast has the dtype of what was cast', () => {
    const x = ones([2], { requiresGrad: true });
    x.double().mul(2).sum().backward();
    expect([x.grad?.dtype, x.grad?.tolist()]).toEqual(['float32', [2, 2]]);
  });

  test('the default dtype can be changed, to a floating one only', () => {
    expect(() => {
      setDefaultDtype('int64');
    }).toThrow('only floating-point types are supported');
    setDefaultDtype('float64');
    const made = tensor(1).dtype;
    setDefaultDtype('float32');
    expect([made, getDefaultDtype()]).toEqual(['float64', 'float32']);
  });
});

describe('views', () => {
  test('share memory with their base, in both directions', () => {
    const x = zeros([2, 2]);
    const v = x.view(4);
    v.setAt([0], 5);
    x.setAt([1, 1], 7);
    expect([x.tolist(), v.tolist()]).toEqual([
      [
        [5, 0],
        [0, 7],
      ],
      [5, 0, 0, 7],
    ]);
    expect(v.version).toBe(2);
  });

  test('a detached scalar shares memory too', () => {
    const p = tensor(1, { requiresGrad: true });
    const [alias, copy] = [p.detach(), p.detach().clone()];
    noGrad(() => p.add_(1));
    expect([p.item(), alias.item(), copy.item()]).toEqual([2, 2, 1]);
  });

  test('a reshape of a transpose copies, because no strides can express it', () => {
    const x = arange(6).reshape(2, 3);
    const y = x.T.reshape(6);
    y.zero_();
    expect(x.tolist()).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
  });

  test('a change in place through one view reaches the gradient of another', () => {
    const x = tensor([1, 2, 3], { requiresGrad: true });
    const y = x.mul(1);
    const [head, tail] = [y.at([null, 2]), y.at([1, null])];
    head.mul_(10);
    // y = (10 x₀, 10 x₁, x₂); the second view sees it: tail = (10 x₁, x₂).
    tail.sum().backward();
    expect([tail.tolist(), x.grad?.tolist()]).toEqual([
      [20, 3],
      [0, 10, 1],
    ]);
  });
});

describe('indexing', () => {
  const x = arange(24).reshape(2, 3, 4);

  test.each([
    ['x[1, -1, 0]', x.at(1, -1, 0).tolist(), 20],
    [
      'x[..., 1]',
      x.at('...', 1).tolist(),
      [
        [1, 5, 9],
        [13, 17, 21],
      ],
    ],
    ['x[:, None].shape', x.at(':', null).shape, [2, 1, 3, 4]],
    ['x[0, 5:9]', x.at(0, [5, 9]).shape, [0, 4]],
    [
      'x[:, [0, 2], 1]',
      x.at(':', tensor([0, 2], int), 1).tolist(),
      [
        [1, 9],
        [13, 21],
      ],
    ],
    [
      'x[[0, 1], :, [0, 1]]',
      x.at(tensor([0, 1], int), ':', tensor([0, 1], int)).tolist(),
      [
        [0, 4, 8],
        [13, 17, 21],
      ],
    ],
    ['x[x > 21]', x.at(x.gt(21)).tolist(), [22, 23]],
  ])('%s', (_, got, expected) => {
    expect(got).toEqual(expected);
  });

  test('repeated indices add up their gradients', () => {
    const w = ones([3], { requiresGrad: true });
    w.at(tensor([0, 0, 2], int))
      .sum()
      .backward();
    expect(w.grad?.tolist()).toEqual([2, 0, 1]);
  });

  test('setting by a mask replaces only there, and takes the gradient of what it set', () => {
    const value = tensor(5, { requiresGrad: true });
    const y = tensor([1, -2, -3]);
    y.setAt([y.lt(0)], value);
    y.sum().backward();
    expect([y.tolist(), value.grad?.item()]).toEqual([[1, 5, 5], 2]);
  });
});

describe('edges', () => {
  test('reductions of nothing: sum 0, product 1, mean and variance NaN', () => {
    const x = zeros([0]);
    expect([x.sum().item(), x.prod().item(), x.mean().item(), x.var().item()]).toEqual([
      0,
      1,
      NaN,
      NaN,
    ]);
    expect(zeros([2, 0]).sum(1).tolist()).toEqual([0, 0]);
  });

  test('NaN wins every maximum, and stays through relu, clamp and sort', () => {
    const x = tensor([1, NaN, 3]);
    expect([x.max().item(), x.max(0).indices.item(), x.amin().item()]).toEqual([NaN, 1, NaN]);
    expect(x.relu().at(1).item()).toBe(NaN);
    expect(x.clamp({ min: 0, max: 1 }).tolist()).toEqual([1, NaN, 1]);
    expect(x.sort().indices.tolist()).toEqual([0, 2, 1]);
  });

  test('ties of max share the gradient, those of max along a dimension do not', () => {
    const x = tensor([1, 1], { requiresGrad: true });
    x.max().backward();
    expect(x.grad?.tolist()).toEqual([0.5, 0.5]);
    x.grad = null as Tensor | null;
    x.max(0).values.backward();
    expect(x.grad?.tolist()).toEqual([1, 0]);
  });

  test('kinks: relu′(0) = 0, |x|′(0) = 0, √x′(0) = ∞, ‖0‖′ = 0', () => {
    const slope = (f: (x: ReturnType<typeof zeros>) => ReturnType<typeof zeros>) => {
      const x = zeros([1], { requiresGrad: true });
      f(x).sum().backward();
      return x.grad?.item();
    };
    expect([
      slope((x) => x.relu()),
      slope((x) => x.abs()),
      slope((x) => x.sqrt()),
      slope((x) => x.norm()),
    ]).toEqual([0, 0, Infinity, 0]);
  });

  test('softmax is safe against overflow', () => {
    expect(tensor([1000, 1000]).softmax(0).tolist()).toEqual([0.5, 0.5]);
    expect(full([2], -Infinity).logsumexp(0).item()).toBe(-Infinity);
  });

  test('a size that is no number leaves the memory of other tensors alone', () => {
    expect(() => zeros([NaN])).toThrow('must be tuple of ints');
    const [x, y] = [full([2], 3), full([2], 4)];
    expect([x.tolist(), y.tolist()]).toEqual([[3, 3], [4, 4]]); // prettier-ignore
  });

  test.each([
    { list: [true, 2], dtype: 'float32', values: [1, 2] },
    { list: [2.5, true], dtype: 'float32', values: [2.5, 1] },
    { list: [true, false], dtype: 'bool', values: [true, false] },
    { list: [tensor(1.5, { dtype: 'float64' }), 2], dtype: 'float64', values: [1.5, 2] },
    { list: [tensor(true), tensor(3, { dtype: 'int64' })], dtype: 'int64', values: [1, 3] },
  ])('a list has the widest dtype of its items: $dtype', ({ list, dtype, values }) => {
    const made = tensor(list);
    expect([made.dtype, made.tolist()]).toEqual([dtype, values]);
  });

  test('linspace meets both ends', () => {
    expect(linspace(0, 1, 5).tolist()).toEqual([0, 0.25, 0.5, 0.75, 1]);
  });
});
