/** Numbers that PyTorch 1.13 gives. */
import { describe, expect, test } from 'vitest';
import { type Tensor, arange, grad, tensor } from '../index.ts';

type Change = (a: Tensor, w: Tensor) => unknown;

describe('the gradient of a change in place', () => {
  const changes: { name: string; change: Change; toX: number[]; toW: number[] | undefined }[] = [
    { name: 'mul_', change: (a, w) => a.mul_(w), toX: [1, 2], toW: [3, 4] },
    { name: 'div_', change: (a, w) => a.div_(w), toX: [1, 0.5], toW: [-3, -1] },
    { name: 'sub_', change: (a, w) => a.sub_(w), toX: [1, 1], toW: [-1, -1] },
    { name: 'copy_', change: (a, w) => a.copy_(w), toX: [0, 0], toW: [1, 1] },
    { name: 'pow_', change: (a) => a.pow_(2), toX: [6, 8], toW: undefined },
    { name: 'clamp_', change: (a) => a.clamp_({ min: 3.5 }), toX: [0, 1], toW: undefined },
    { name: 'neg_', change: (a) => a.neg_(), toX: [-1, -1], toW: undefined },
  ];

  test.each(changes)('$name uses the value before', ({ change, toX, toW }) => {
    const x = tensor([3, 4], { requiresGrad: true });
    const w = tensor([1, 2], { requiresGrad: true });
    const a = x.mul(1);
    change(a, w);
    a.sum().backward();
    expect([x.grad?.tolist(), w.grad?.tolist()]).toEqual([toX, toW]);
  });

  test('also of a number, and of one that needs no gradient itself', () => {
    const w = tensor(3, { requiresGrad: true });
    const a = tensor(2).mul_(w);
    a.pow_(3).backward();
    expect(w.grad?.item()).toBe(216);
  });

  test('can be differentiated again', () => {
    const x = tensor(2, { requiresGrad: true });
    const a = x.mul(1).pow_(3);
    const [first] = grad(a, x, { createGraph: true }) as [Tensor];
    const [second] = grad(first, x) as [Tensor];
    expect([first.item(), second.item()]).toEqual([12, 12]);
  });

  test('that keeps its result is refused after another change', () => {
    const a = tensor([3, 4], { requiresGrad: true }).mul(1);
    a.relu_();
    a.clamp_({ min: 3.5 });
    expect(() => {
      a.sum().backward();
    }).toThrow('which is output 0 of ReluBackward0, is at version 2; expected version 1 instead');
  });

  test('is refused where the tensor is its own other operand', () => {
    const a = tensor([3, 4], { requiresGrad: true }).mul(1);
    a.mul_(a);
    expect(() => {
      a.sum().backward();
    }).toThrow('is at version 1; expected version 0 instead');
  });
});

test('a part of what is not in row-major order itself can be changed in place', () => {
  const base = arange(24, { dtype: 'float32' }).reshape([2, 3, 4]).permute([2, 0, 1]).detach();
  const w = tensor([1, 2, 3], { requiresGrad: true });
  base.at([1, 3], 1).mul_(w);
  base
    .mul(arange(24).reshape([4, 2, 3]))
    .sum()
    .backward();
  expect(w.grad?.tolist()).toEqual([327, 458, 605]);
});

test('a value that does not fit is refused with the words of copying and of filling', () => {
  const x = tensor([1, 2]);
  expect(() => x.copy_(tensor([[1, 2]]))).toThrow(
    "output with shape [2] doesn't match the broadcast shape [1, 2]",
  );
  expect(() => x.copy_(tensor([1, 2, 3]))).toThrow('The size of tensor a (2) must match');
  expect(() => x.fill_(tensor([1]))).toThrow(
    'fill_ only supports 0-dimension value tensor but got tensor with 1 dimensions.',
  );
});

test('filling by a number and by a tensor have names of their own', () => {
  const x = tensor([1, 2], { requiresGrad: true });
  const names = [2, tensor(2)].map((value) => x.mul(1).fill_(value).gradFn?.name);
  expect(names).toEqual(['FillBackward2', 'FillBackward3']);
  const mask = tensor([true, false]);
  expect(x.maskedFill(mask, 0).gradFn?.name).toBe('MaskedFillBackward0');
  expect(x.maskedFill(mask, tensor(0)).gradFn?.name).toBe('MaskedFillBackward1');
});
