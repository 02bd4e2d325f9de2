import { isContiguous } from '../core/base.ts';
import type { DType } from '../core/dtype.ts';
import { numel } from '../core/shape.ts';
import * as convert from '../ops/convert.ts';
import type { Tensor } from '../tensor.ts';

/** Methods about size, copies and dtypes; each is the function of the same name, where it is described. */
// prettier-ignore
export class BasicMethods {
  /** The number of dimensions: 0 for a single number. */
  dim(this: Tensor): number { return this.shape.length; }
  /** The number of elements. */
  numel(this: Tensor): number { return numel(this.shape); }
  /** Whether the elements lie in memory in row-major order without gaps. */
  isContiguous(this: Tensor): boolean { return isContiguous(this); }
  /** {@link convert.contiguous} */
  contiguous(this: Tensor): Tensor { return convert.contiguous(this); }
  /** {@link convert.clone} */
  clone(this: Tensor): Tensor { return convert.clone(this); }
  /** {@link convert.to} */
  to(this: Tensor, dtype: DType): Tensor { return convert.to(this, dtype); }
  /** As float32: {@link convert.to}. */
  float(this: Tensor): Tensor { return convert.to(this, 'float32'); }
  /** As float64: {@link convert.to}. */
  double(this: Tensor): Tensor { return convert.to(this, 'float64'); }
  /** As int64: {@link convert.to}. */
  long(this: Tensor): Tensor { return convert.to(this, 'int64'); }
  /** As bool: {@link convert.to}. */
  bool(this: Tensor): Tensor { return convert.to(this, 'bool'); }
}
