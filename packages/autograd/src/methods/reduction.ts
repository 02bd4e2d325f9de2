import * as matmuls from '../ops/matmul.ts';
import * as reduce from '../ops/reduce.ts';
import type { Tensor } from '../tensor.ts';
import { PointwiseMethods } from './pointwise.ts';

/** Methods that reduce or multiply; each is the function of the same name, where it is described. */
// prettier-ignore
export class ReductionMethods extends PointwiseMethods {
  sum(this: Tensor, dim?: reduce.Dims, options?: reduce.KeepdimOptions): Tensor { return reduce.sum(this, dim, options); }
  mean(this: Tensor, dim?: reduce.Dims, options?: reduce.KeepdimOptions): Tensor { return reduce.mean(this, dim, options); }
  any(this: Tensor): Tensor { return reduce.any(this); }
  all(this: Tensor): Tensor { return reduce.all(this); }

  matmul(this: Tensor, other: Tensor): Tensor { return matmuls.matmul(this, other); }
  mm(this: Tensor, other: Tensor): Tensor { return matmuls.mm(this, other); }
  mv(this: Tensor, vector: Tensor): Tensor { return matmuls.mv(this, vector); }
  bmm(this: Tensor, other: Tensor): Tensor { return matmuls.bmm(this, other); }
  dot(this: Tensor, other: Tensor): Tensor { return matmuls.dot(this, other); }
  outer(this: Tensor, other: Tensor): Tensor { return matmuls.outer(this, other); }
}
