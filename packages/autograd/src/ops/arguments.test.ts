import { describe, expect, test } from 'vitest';
import {
  addmm,
  arange,
  avgPool1d,
  conv1d,
  crossEntropy,
  eye,
  full,
  huberLoss,
  linspace,
  maxPool1d,
  narrow,
  ones,
  pad,
  slice,
  smoothL1Loss,
  tensor,
  zeros,
} from '../index.ts';

const int = { dtype: 'int64' } as const;

describe('what PyTorch refuses is refused with its words', () => {
  const table = arange(6).reshape(2, 3);

  test.each([
    [() => table.size(2), 'Dimension out of range (expected to be in range of [-2, 1], but got 2)'],
    [() => tensor(1).size(0), 'Dimension specified as 0 but tensor has no dimensions'],
    [() => slice(tensor(1), 0, 0, 1), 'slice() cannot be applied to a 0-dim tensor.'],
    [() => slice(table, 0, 0, 1, 0), 'slice step must be positive'],
    [() => narrow(tensor(1), 0, 0, 1), 'narrow() cannot be applied to a 0-dim tensor.'],
    [
      () => arange(5).split([-1, 6]),
      'split_with_sizes expects split_sizes have only non-negative entries, but got split_sizes=[-1, 6]',
    ],
    [() => table.view(-2, -3), 'invalid shape dimension -2'],
    [() => table.roll(1, [0, 1]), 'shifts and dimensions must align. shifts: 1, dims:2'],
    [() => table.roll([1, 2]), 'shifts and dimensions must align. shifts: 2, dims:0'],
    [
      () => table.maskedFill(table.gt(1), arange(3)),
      'masked_fill_ only supports a 0-dimensional value tensor, but got tensor with 1 dimension(s).',
    ],
    [() => table.maskedSelect(table), 'masked_select: expected BoolTensor or ByteTensor for mask'],
    [() => arange(NaN), 'unsupported range: 0 -> nan'],
    [() => eye(-1), 'negative dimension -1'],
    [
      () => zeros([2]).setAt([arange(2)], ones([2, 2])),
      'value tensor of shape [2, 2] cannot be broadcast to indexing result of shape [2]',
    ],
  ])('%s', (call, message) => {
    expect(call).toThrow(message);
  });
});

describe('what PyTorch takes', () => {
  test('lists of a tensor without elements, as deep as its dimensions', () => {
    const lists = [[2, 0], [0, 2], [1, 2, 0]].map((shape) => zeros(shape).tolist()); // prettier-ignore
    expect(lists).toEqual([[[], []], [], [[[], []]]]);
  });

  test('shifts and dimensions of a roll in pairs', () => {
    expect(arange(4).reshape(2, 2).roll([1, 1], [0, 1]).tolist()).toEqual([[3, 2], [1, 0]]); // prettier-ignore
  });

  test('a running product of truths counts them', () => {
    const product = tensor([true, true, false]).cumprod(0);
    expect([product.dtype, product.tolist()]).toEqual(['int64', [1, 1, 0]]);
  });

  test('whole numbers between whole ends, and a border of whole numbers', () => {
    expect(linspace(0, 5, 4, int).tolist()).toEqual([0, 1, 3, 5]);
    expect(linspace(-1.5, 5, 4, int).tolist()).toEqual([-1, 1, 3, 5]);
    expect(pad(arange(2), [1, 0], { value: 1.5 }).tolist()).toEqual([1, 0, 1]);
  });

  test('beta 0 leaves out what is added to a product, even NaN', () => {
    const product = addmm(full([2], NaN), ones([2, 2]), ones([2, 2]), { beta: 0 });
    expect(product.tolist()).toEqual([[2, 2], [2, 2]]); // prettier-ignore
  });

  test('a value with more dimensions of size 1 in front than the place it is put', () => {
    const x = zeros([2, 3]);
    x.setAt([0], tensor([[1, 2, 3]]));
    x.setAt([1, tensor([0, 2], int)], tensor([[4, 5]]));
    expect(x.tolist()).toEqual([[1, 2, 3], [4, 0, 5]]); // prettier-ignore
  });
});

describe('layers and losses refuse what would give numbers without meaning', () => {
  const [line, filters, logits] = [ones([1, 4, 5]), ones([3, 2, 2]), ones([2, 3])];
  const classes = tensor([1, 2], int);
  const wide = 'should be at most half of kernel size, but got pad';

  test.each([
    [
      () => conv1d(line, filters, { groups: 2 }),
      'expected weight to be divisible by 2 at dimension 0, but got weight of size [[3, 2, 2]] instead',
    ],
    [() => conv1d(line, ones([3, 4, 2]), { padding: -1 }), 'negative padding is not supported'],
    [() => maxPool1d(line, 3, { padding: 2 }), wide],
    [() => avgPool1d(line, 3, { padding: 2 }), wide],
    [
      () => crossEntropy(logits, classes, { labelSmoothing: 1.5 }),
      'label_smoothing must be between 0.0 and 1.0. Got: 1.5',
    ],
    [() => crossEntropy(logits, ones([2, 1])), 'multi-target not supported'],
    [() => crossEntropy(logits, ones([2])), 'expected scalar type Long but found Float'],
    [
      () => huberLoss(logits, logits, { delta: 0 }),
      'does not support non-positive values for delta',
    ],
    [() => smoothL1Loss(logits, logits, { beta: -1 }), 'does not support negative values for beta'],
  ])('%#', (call, message) => {
    expect(call).toThrow(message);
  });

  test('but not their limits', () => {
    expect(maxPool1d(line, 2, { padding: 1 }).shape).toEqual([1, 4, 3]);
    expect(crossEntropy(logits, classes, { labelSmoothing: 1 }).item()).toBeCloseTo(Math.log(3), 6);
    expect(smoothL1Loss(tensor(3), tensor(1), { beta: 0 }).item()).toBe(2);
  });
});
