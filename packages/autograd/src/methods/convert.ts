import type { Tensor } from '../core/tensor.ts';
import { to } from '../ops/convert.ts';

/** As float32: {@link to}. */
export function float(x: Tensor): Tensor {
  return to(x, 'float32');
}

/** As float64: {@link to}. */
export function double(x: Tensor): Tensor {
  return to(x, 'float64');
}

/** As int64: {@link to}. */
export function long(x: Tensor): Tensor {
  return to(x, 'int64');
}

/** As bool: {@link to}. */
export function bool(x: Tensor): Tensor {
  return to(x, 'bool');
}
