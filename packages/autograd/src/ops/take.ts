import { allocate } from '../core/allocate.ts';
import type { Data } from '../core/dtype.ts';
import { elements, wrap } from '../core/make.ts';
import { record } from '../core/record.ts';
import { type Shape, numel } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';

/** Which flat elements of a row-major tensor are read, one after another: `visit(at, k)` for the k-th. */
export interface Positions {
  forEach(visit: (at: number, k: number) => void): void;
}

/** The elements of `x` at `positions`, as `shape`. The gradient is added back, once for each reading. */
export function take(
  x: Tensor,
  shape: Shape,
  positions: Positions,
  name: string,
  transposed = name,
): Tensor {
  const source = elements(x);
  const data = allocate(x.dtype, numel(shape));
  positions.forEach((at, k) => (data[k] = source[at] as number));
  const vjp = (g: Tensor): Tensor => scatterAddAt(g, x.shape, positions, transposed, name);
  return record(wrap(data, shape, x.dtype), name, [x], vjp);
}

/** Zeros of `shape`, to which `x` is added at `positions`: the transpose of `take`. */
export function scatterAddAt(
  x: Tensor,
  shape: Shape,
  positions: Positions,
  name: string,
  transposed = name,
): Tensor {
  const source = elements(x);
  const data = allocate(x.dtype, numel(shape));
  positions.forEach((at, k) => (data[at] = (data[at] as number) + (source[k] as number)));
  const vjp = (g: Tensor): Tensor => take(g, x.shape, positions, transposed, name);
  return record(wrap(data, shape, x.dtype), name, [x], vjp);
}

/** `x` with zeros at `positions`, chosen and not computed: what is infinite there goes too. So does the gradient. */
export function zeroAt(x: Tensor, positions: Positions, name: string): Tensor {
  const data = elements(x).slice();
  positions.forEach((at) => (data[at] = 0));
  return record(wrap(data, x.shape, x.dtype), name, [x], (g) => zeroAt(g, positions, name));
}

/** `x` with `values` at `positions`; each gradient goes where its values are. */
export function indexPut(x: Tensor, positions: Data, values: Tensor): Tensor {
  const data = elements(x).slice();
  const source = elements(values);
  positions.forEach((at, k) => (data[at] = source[k] as number));
  return record(wrap(data, x.shape, x.dtype), 'IndexPutBackward0', [x, values], (g, i) => {
    if (i === 0) return zeroAt(g, positions, 'IndexPutBackward0');
    return take(g, values.shape, positions, 'IndexBackward0');
  });
}
