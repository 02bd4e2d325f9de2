import { allocate } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { elements, wrap } from '../core/make.ts';
import { record } from '../core/record.ts';
import { type Shape, numel } from '../core/shape.ts';
import type { Tensor } from '../tensor.ts';

/** Which flat elements of a tensor an advanced index reads, in row-major order of `shape`. */
export interface Plan {
  shape: Shape;
  positions: Float64Array;
}

/** The elements of `x` at the positions of a plan. The gradient is added back, once for each reading. */
export function take(x: Tensor, plan: Plan, name: string): Tensor {
  const source = elements(x);
  const data = allocate(x.dtype, plan.positions.length);
  plan.positions.forEach((position, k) => (data[k] = source[position] as number));
  return record(wrap(data, plan.shape, x.dtype), name, [x], (g) => putBack(g, plan, x.shape, name));
}

/** Zeros of `shape`, to which `x` is added at the positions of a plan: the transpose of `take`. */
export function putBack(x: Tensor, plan: Plan, shape: Shape, name: string): Tensor {
  const source = elements(x);
  const data = allocate(x.dtype, numel(shape));
  plan.positions.forEach(
    (position, k) => (data[position] = (data[position] as number) + (source[k] as number)),
  );
  return record(wrap(data, shape, x.dtype), name, [x], (g) => take(g, plan, name));
}

/** `x` with `values` at the positions of a plan; each gradient goes where its values are. */
export function indexPut(x: Tensor, plan: Plan, values: Tensor): Tensor {
  if (numel(plan.shape) !== values.numel()) {
    throw new RuntimeError('shape mismatch: value tensor cannot be broadcast to indexing result');
  }
  const data = elements(x).slice();
  const source = elements(values);
  plan.positions.forEach((position, k) => (data[position] = source[k] as number));
  return record(wrap(data, x.shape, x.dtype), 'IndexPutBackward0', [x, values], (g, i) => {
    const inside = take(g, plan, 'IndexBackward0');
    return i === 1 ? inside : indexPut(g, plan, inside.mul(0));
  });
}
