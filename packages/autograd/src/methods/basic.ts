import { isContiguous } from '../core/base.ts';
import type { DType } from '../core/dtype.ts';
import { numel } from '../core/shape.ts';
import * as convert from '../ops/convert.ts';
import type { Tensor } from '../tensor.ts';

/** Methods about size, copies and dtypes; each is the function of the same name, where it is described. */
// prettier-ignore
export class BasicMethods {
  /** The number of dimensions. */
  dim(this: Tensor): number { return this.shape.length; }
  /** The number of elements. */
  numel(this: Tensor): number { return numel(this.shape); }
  isContiguous(this: Tensor): boolean { return isContiguous(this); }
  contiguous(this: Tensor): Tensor { return convert.contiguous(this); }
  clone(this: Tensor): Tensor { return convert.clone(this); }
  to(this: Tensor, dtype: DType): Tensor { return convert.to(this, dtype); }
  float(this: Tensor): Tensor { return convert.to(this, 'float32'); }
  double(this: Tensor): Tensor { return convert.to(this, 'float64'); }
  long(this: Tensor): Tensor { return convert.to(this, 'int64'); }
  bool(this: Tensor): Tensor { return convert.to(this, 'bool'); }
}
