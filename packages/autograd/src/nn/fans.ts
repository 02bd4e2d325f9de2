import { ValueError } from '../core/errors.ts';
import { numel } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';

/**
 * How many inputs and outputs meet in one unit of a weight [out, in, …kernel]: each times the kernel's size.
 * Throws ValueError below two dimensions.
 */
export function fans(weight: Tensor): { fanIn: number; fanOut: number } {
  const [out, inputs, ...kernel] = weight.shape;
  if (out === undefined || inputs === undefined) {
    throw new ValueError(
      'Fan in and fan out can not be computed for tensor with fewer than 2 dimensions',
    );
  }
  const field = numel(kernel);
  return { fanIn: inputs * field, fanOut: out * field };
}
