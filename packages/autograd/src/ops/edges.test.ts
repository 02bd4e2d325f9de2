import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as autograd from '../index.ts';
import { arange, noGrad, ones, tensor } from '../index.ts';
import { dropout } from './activation.ts';
import * as special from './special.ts';

const double = { dtype: 'float64' } as const;
const int = { dtype: 'int64' } as const;
const leaf = (data: autograd.Data) => tensor(data, { ...double, requiresGrad: true });

describe('functions of one number keep their relative precision', () => {
  const close = (got: number, expected: number) =>
    Math.abs(got - expected) <= 4e-16 * 4 * Math.abs(expected);

  test('tanh, next to 0 and everywhere', () => {
    fc.assert(
      fc.property(fc.double({ min: -25, max: 25, noNaN: true }), (x) =>
        close(special.tanh(x), Math.tanh(x)),
      ),
    );
    for (const x of [1e-300, 1e-9, -1e-9, 0.3, -0.3]) expect(special.tanh(x)).toBe(Math.tanh(x));
  });

  test('σ(−x) is e^(−x) for large x, and σ(x) + σ(−x) = 1', () => {
    expect(close(special.sigmoid(-300), Math.exp(-300))).toBe(true);
    expect(special.sigmoid(-800)).toBe(0);
    fc.assert(
      fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (x) =>
        close(special.sigmoid(x) + special.sigmoid(-x), 1),
      ),
    );
  });

  test('erf is odd, 2x/√π next to 0, and of one value where its two formulas meet', () => {
    expect(special.erf(1e-12)).toBeCloseTo(2e-12 / Math.sqrt(Math.PI), 27);
    expect(close(special.erf(1e-5), 1.1283791670579e-5)).toBe(true);
    expect(special.erf(-2)).toBe(-special.erf(2));
    // erfc(3) = 2.209049699858544e-5 and erfc(5) = 1.5374597944280e-12 (tables)
    expect(1 - special.erf(3 - 1e-13)).toBeCloseTo(2.209049699858544e-5, 15);
    expect(1 - special.erf(3)).toBeCloseTo(2.209049699858544e-5, 15);
    expect(1 - special.erf(5)).toBeCloseTo(1.537459794428e-12, 15);
    expect([special.erf(7), special.erf(-7), special.erf(NaN)]).toEqual([1, -1, NaN]);
  });
});

describe('dropout', () => {
  test('keeps with the probability 1 − p and scales what it keeps by 1 / (1 − p)', () => {
    const asked: number[] = [];
    const keep = (x: autograd.Tensor, probability: number) => {
      asked.push(probability);
      return tensor([1, 0, 1], double).reshape([...x.shape]);
    };
    const x = leaf([3, 5, 7]);
    const y = dropout(x, { p: 0.75, keep });
    y.sum().backward();
    expect([asked, y.tolist(), x.grad?.tolist()]).toEqual([[0.25], [12, 0, 28], [4, 0, 4]]);
  });

  test('is the identity with p = 0 or in evaluation, nothing with p = 1', () => {
    const x = leaf([3, 5]);
    expect(dropout(x, { p: 0 }).tolist()).toEqual([3, 5]);
    expect(dropout(x, { p: 0.5, training: false })).toBe(x);
    expect(dropout(x, { p: 1 }).tolist()).toEqual([0, 0]);
  });

  test.each([-0.1, 1.1, NaN])('refuses a probability of %d', (p) => {
    expect(() => dropout(ones([1]), { p })).toThrow(
      `dropout probability has to be between 0 and 1, but got ${p}`,
    );
  });

  test('says that it needs something to draw the mask', () => {
    expect(() => dropout(ones([1]))).toThrow('dropout: needs keep, a function that draws the mask');
  });
});

test('attention is softmax(Q Kᵀ / √d) V, and with a causal mask the first row sees only itself', () => {
  const [q, k, v] = [0, 1, 2].map((seed) => arange(6, double).add(seed).sin().reshape(3, 2)) as [
    autograd.Tensor,
    autograd.Tensor,
    autograd.Tensor,
  ];
  const scores = q.matmul(k.t()).div(Math.SQRT2);
  const plain = autograd.softmax(scores, -1).matmul(v);
  expect(autograd.allclose(autograd.attention(q, k, v), plain)).toBe(true);
  const causal = autograd.attention(q, k, v, { causal: true });
  expect(autograd.allclose(causal.at(0), v.at(0))).toBe(true);
  expect(autograd.allclose(causal.at(2), plain.at(2))).toBe(true);
  const [qs, ks, vs] = [q.unsqueeze(0), k.unsqueeze(0), v.unsqueeze(0)];
  expect(autograd.allclose(autograd.attention(qs, ks, vs).at(0), plain)).toBe(true);
  expect(autograd.allclose(autograd.attention(qs, ks, vs, { causal: true }).at(0), causal)).toBe(true); // prettier-ignore
});

test('running statistics move a part of the way from where they were', () => {
  const x = tensor([[1, 10], [3, 30]], double); // prettier-ignore
  const [mean, variance] = [tensor([4, 8], double), tensor([2, 6], double)];
  autograd.batchNorm(x, mean, variance, { training: true, momentum: 0.25 });
  // Means 2 and 20, unbiased variances 2 and 200: 0.75 · old + 0.25 · new
  expect([mean.tolist(), variance.tolist()]).toEqual([[3.5, 11], [2, 54.5]]); // prettier-ignore
});

describe('a number on the left', () => {
  test('does not decide between floating dtypes', () => {
    expect(autograd.sub(2.5, ones([1], double)).dtype).toBe('float64');
    expect(autograd.pow(2, ones([1])).dtype).toBe('float32');
    autograd.setDefaultDtype('float64');
    const made = [autograd.sub(2.5, ones([1], { dtype: 'float32' })).dtype, autograd.sub(2.5, tensor([1], int)).dtype]; // prettier-ignore
    autograd.setDefaultDtype('float32');
    expect(made).toEqual(['float32', 'float64']);
  });
});

test('sums of float32 rows are rounded once, to float32', () => {
  const x = tensor([[0.1, 1e8], [0.2, 1], [0.3, 1]]); // prettier-ignore
  const [first] = x.sum(0).tolist() as number[];
  expect(first).toBe(Math.fround(Math.fround(0.1) + Math.fround(0.2) + Math.fround(0.3)));
  expect(x.sum(0).dtype).toBe('float32');
  expect(x.sum(1, { keepdim: true }).shape).toEqual([3, 1]);
});

test('cubes of float32 are rounded after each product, as PyTorch rounds them', () => {
  const x = tensor([0.1, 1.1, 2.3]);
  const cubes = x.toArray().map((a) => Math.fround(Math.fround(a * a) * a));
  expect(x.pow(3).toArray()).toEqual(cubes);
  expect(tensor(1.1).pow(3).item()).toBe(cubes[1]);
});

test.each([
  [0.3, -2, 11.11111111111111],
  [0.5, -0.5, 1.414213562373095],
  [-Infinity, 0.5, NaN],
])(
  '%d to the power %d is rounded once for each product, root and quotient: %d',
  (x, y, expected) => {
    expect(tensor([x], double).pow(y).toArray()).toEqual([expected]);
  },
);

test('a whole number is rounded to float32 before it is added to one', () => {
  expect(
    ones([1])
      .add(tensor([2 ** 24 + 1], int))
      .toArray(),
  ).toEqual([2 ** 24]);
});

test('a reshape is recorded as a view, as in PyTorch 2', () => {
  expect(leaf([1, 2]).reshape(2, 1).gradFn?.name).toBe('ViewBackward0');
});

test('a dimension of size 1 gets the step that PyTorch gives it', () => {
  expect(ones([3, 2]).t().view(2, 1, 3).strides).toEqual([1, 6, 2]);
});

test('padding refuses PyTorch’s other modes', () => {
  expect(() => autograd.pad(ones([2]), [1, 1], { mode: 'reflect' as never })).toThrow(
    'no mode reflect',
  );
});

test('−0 stays −0 where a tensor is filled with it', () => {
  expect(autograd.full([2], -0).toArray()).toEqual([-0, -0]);
  expect(autograd.full([], -0).item()).toBe(-0);
});

test('a matrix product reads matrices whose rows are apart or turned', () => {
  const wide = arange(12, double).reshape(3, 4);
  const part = wide.at(':', [1, 3]);
  expect(part.matmul(part.t()).tolist()).toEqual(part.contiguous().matmul(part.t().contiguous()).tolist()); // prettier-ignore
  expect(wide.t().at([1, 3]).matmul(part).tolist()).toEqual(part.t().contiguous().matmul(part.contiguous()).tolist()); // prettier-ignore
});

test('nothing is recorded for an operation inside noGrad', () => {
  const x = leaf([1]);
  expect(noGrad(() => autograd.sort(x).values.requiresGrad)).toBe(false);
});

test('a number put into a float64 tensor keeps all its digits', () => {
  const x = tensor([1, 2], double);
  const first = tensor([true, false], { dtype: 'bool' });
  expect(x.clone().fill_(0.1).toArray()).toEqual([0.1, 0.1]);
  expect(x.maskedFill(first, 0.1).toArray()).toEqual([0.1, 2]);
  expect(x.where(first, 0.1).toArray()).toEqual([1, 0.1]);
});

test('a sum of masks is a mask, where either holds', () => {
  const sum = tensor([true, true, false]).add(tensor([true, false, false]));
  expect([sum.dtype, sum.toArray(), sum.sum().item()]).toEqual(['bool', [1, 1, 0], 2]);
});

test('the hypotenuse of whole numbers is refused, as in PyTorch', () => {
  expect(() => autograd.hypot(tensor([1, 3], int), tensor([1, 4], int))).toThrow(
    '"hypot_cpu" not implemented for \'Long\'',
  );
});
