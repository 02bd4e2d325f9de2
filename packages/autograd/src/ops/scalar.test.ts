import { expect, test } from 'vitest';
import * as autograd from '../index.ts';
import { type DType, type Tensor, noGrad, tensor, zeros } from '../index.ts';

const double = { dtype: 'float64' } as const;
const leaf = (value: number) => tensor(value, { ...double, requiresGrad: true });

const slopes: [string, (a: Tensor, b: Tensor) => Tensor, number[]][] = [
  ['a + b', (a, b) => a.add(b), [7, 1, 1]],
  ['a − b', (a, b) => a.sub(b), [-1, 1, -1]],
  ['a · b', (a, b) => a.mul(b), [12, 4, 3]],
  ['a / b', (a, b) => a.div(b), [0.75, 0.25, -0.1875]],
  ['√(a² + b²)', (a, b) => a.hypot(b), [5, 0.6, 0.8]],
  ['max(a, b)', (a, b) => a.maximum(b), [4, 0, 1]],
  ['−a + b²', (a, b) => a.neg().add(b.square()), [13, -1, 8]],
  ['2 − a', (a) => autograd.sub(2, a), [-1, -1, 0]],
];

test.each(slopes)(
  '%s of numbers has both slopes, or the one asked for',
  (_, f, [value, toA, toB]) => {
    const wanted = [[true, true], [true, false], [false, true]] as const; // prettier-ignore
    for (const [left, right] of wanted) {
      const [a, b] = [leaf(3).requiresGrad_(left), leaf(4).requiresGrad_(right)];
      // The other one times 0, so that there is something to go back through.
      const output = f(a, b).add(a.mul(0)).add(b.mul(0));
      output.mul(2).backward();
      expect(output.item()).toBe(value);
      expect([a.grad?.item(), b.grad?.item()]).toEqual([
        left ? 2 * (toA as number) : undefined,
        right ? 2 * (toB as number) : undefined,
      ]);
    }
  },
);

test.each<[string, () => Tensor, DType]>([
  ['float32 + float64', () => tensor(1).add(tensor(1, double)), 'float64'],
  [
    'int64 / int64',
    () => tensor(1, { dtype: 'int64' }).div(tensor(2, { dtype: 'int64' })),
    'float32',
  ],
  ['e to an int64', () => tensor(1, { dtype: 'int64' }).exp(), 'float32'],
  ['int64 + 1', () => tensor(1, { dtype: 'int64' }).add(1), 'int64'],
])('%s has the dtype that PyTorch gives it', (_, f, dtype) => {
  expect(f().dtype).toBe(dtype);
});

test('what was changed before counts as it is, what is changed after is noticed on either side', () => {
  const x = leaf(3);
  const c = tensor(4, double);
  c.add_(1);
  x.mul(c).add(c.mul(x)).backward();
  expect(x.grad?.item()).toBe(10);
  for (const product of [x.mul(c), c.mul(x)]) {
    noGrad(() => c.add_(1));
    expect(() => {
      product.backward();
    }).toThrow('modified by an inplace operation');
  }
});

test('a result is kept only where the gradient needs it', () => {
  const [product, power] = [leaf(3).mul(2), leaf(3).exp()];
  expect(product.gradFn?.output).toBeNull();
  expect(power.gradFn?.output).toBe(power);
});

test('a number that comes of a vector takes the gradient there', () => {
  const [x, v] = [leaf(3), tensor([1, 2], { ...double, requiresGrad: true })];
  x.mul(v.sum()).backward();
  expect([x.grad?.item(), v.grad?.tolist()]).toEqual([3, [3, 3]]);
});

test.each<[string, () => Tensor]>([
  ['filled', () => zeros([])],
  ['copied', () => tensor(2).clone()],
  ['cast', () => tensor(2).to('float64')],
  ['mapped', () => tensor([2]).at(0).exp()],
  [
    'combined',
    () =>
      tensor([2])
        .at(0)
        .add(tensor([3]).at(0)),
  ],
  ['combined with a plain one', () => tensor([2]).at(0).mul(3)],
  ['added up', () => tensor([2, 3]).sum()],
])('a 0-dim tensor that is %s is only a number', (_, f) => {
  expect(f().memory).toBeNull();
});

test('plain numbers make a number', () => {
  const { add, sub, mul, div, pow } = autograd;
  expect([add, sub, mul, div, pow].map((f) => f(6, 3).item())).toEqual([9, 3, 18, 2, 216]);
});
