import { describe, expect, test } from 'vitest';
import { type Data, ones, tensor, zeros } from '../index.ts';

const double = { dtype: 'float64' } as const;
const int = { dtype: 'int64' } as const;
const leaf = (data: Data) => tensor(data, { ...double, requiresGrad: true });

describe('writing at positions', () => {
  test('of an index replaces those elements, whose old gradient is then 0', () => {
    const x = leaf([1, 2, 3, 4]);
    const values = leaf([10, 20]);
    const y = x.mul(2);
    y.setAt([tensor([3, 0], int)], values);
    expect(y.tolist()).toEqual([20, 4, 6, 10]);
    y.mul(tensor([1, 2, 3, 4], double))
      .sum()
      .backward();
    expect([x.grad?.tolist(), values.grad?.tolist()]).toEqual([[0, 4, 6, 0], [4, 1]]); // prettier-ignore
  });

  test('of a mask, with one number for all', () => {
    const x = zeros([2, 2]);
    x.setAt([tensor([[true, false], [true, true]])], 5); // prettier-ignore
    expect(x.tolist()).toEqual([[5, 0], [5, 5]]); // prettier-ignore
  });

  test('refuses an index that is no whole number', () => {
    expect(() => ones([2]).at(0.5)).toThrow('only integers, slices');
  });
});

describe('a view whose base changes in place', () => {
  test('has the gradient of the change', () => {
    const x = leaf([1, 2, 3, 4]);
    const y = x.mul(1);
    const part = y.at([1, 3]);
    y.mul_(10);
    part
      .mul(tensor([1, 2], double))
      .sum()
      .backward();
    expect(x.grad?.tolist()).toEqual([0, 10, 20, 0]);
  });

  test('also through a view of a transposed view', () => {
    const x = leaf([[1, 2], [3, 4]]); // prettier-ignore
    const y = x.mul(1);
    const column = y.T.at(1);
    y.mul_(3);
    column
      .mul(tensor([5, 7], double))
      .sum()
      .backward();
    expect(x.grad?.tolist()).toEqual([[0, 15], [0, 21]]); // prettier-ignore
  });

  test('changes its base, and with it the base’s gradient', () => {
    const x = leaf([1, 2, 3]);
    const y = x.mul(1);
    y.at([0, 2]).mul_(4);
    y.sum().backward();
    expect(x.grad?.tolist()).toEqual([4, 4, 1]);
  });
});
