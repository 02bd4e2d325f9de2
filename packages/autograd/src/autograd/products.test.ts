import { expect, test } from 'vitest';
import { RuntimeError } from '../core/errors.ts';
import { ones, tensor } from '../index.ts';
import { stack } from '../ops/join.ts';
import { cos, sin } from '../ops/trigonometry.ts';
import type { Tensor } from '../core/tensor.ts';
import { hvp, jvp, vjp } from './products.ts';

const x = tensor([1, 2]);

/** From two numbers to three. */
const f = (point: Tensor): Tensor => {
  const [a, b] = [point.select(0, 0), point.select(0, 1)];
  return stack([a.pow(2).add(b), a.mul(b), sin(a).add(cos(b))]);
};

// What PyTorch 1.13.1 says, word for word.
test.each([
  [
    () => vjp(f, x, ones([2])),
    'v has invalid size: should be torch.Size([3]) but got torch.Size([2]).',
  ],
  [
    () => jvp(f, x, ones([3])),
    'v has invalid size: should be torch.Size([2]) but got torch.Size([3]).',
  ],
  [
    () => vjp(f, x),
    'The vector v can only be None if the user-provided function returns a single Tensor with a single element.',
  ],
  [
    () => jvp(f, x),
    'The vector v can only be None if the input to the user-provided function is a single Tensor with a single element.',
  ],
  [
    () => hvp((point) => f(point).sum(), x),
    'The vector v can only be None if the input to the user-provided function is a single Tensor with a single element.',
  ],
  [
    () => jvp((a, b) => a.add(b), [x, x], [ones([2]), ones([1])]),
    'Entry 1 in v has invalid size: should be torch.Size([2]) but got torch.Size([1]).',
  ],
  [
    () => jvp((a, b) => a.add(b), [x, x], ones([2])),
    'v is a tuple of invalid length: should be 2 but got 1.',
  ],
  [() => jvp(f, x, [x, x]), 'The given v should contain a single Tensor.'],
])('a vector of the wrong shape is refused in PyTorch’s words', (call, message) => {
  expect(call).toThrow(new RuntimeError(message));
});
