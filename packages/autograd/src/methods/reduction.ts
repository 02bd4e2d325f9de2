import * as matmuls from '../ops/matmul.ts';
import * as along from '../ops/along.ts';
import * as extreme from '../ops/extreme.ts';
import { median } from '../ops/median.ts';
import * as reduce from '../ops/reduce.ts';
import * as scan from '../ops/scan.ts';
import * as soft from '../ops/softmax.ts';
import * as statistics from '../ops/statistics.ts';
import type { Tensor } from '../tensor.ts';

/** Methods that reduce or multiply; each is the function of the same name, where it is described. */
// prettier-ignore
export class ReductionMethods {
  /** {@link reduce.sum} */
  sum(this: Tensor, dim?: reduce.Dims, options?: reduce.KeepdimOptions): Tensor { return reduce.sum(this, dim, options); }
  /** {@link reduce.mean} */
  mean(this: Tensor, dim?: reduce.Dims, options?: reduce.KeepdimOptions): Tensor { return reduce.mean(this, dim, options); }
  /** {@link reduce.any} */
  any(this: Tensor, dim?: number, options?: reduce.KeepdimOptions): Tensor { return reduce.any(this, dim, options); }
  /** {@link reduce.all} */
  all(this: Tensor, dim?: number, options?: reduce.KeepdimOptions): Tensor { return reduce.all(this, dim, options); }
  /** {@link statistics.variance} */
  var(this: Tensor, dim?: reduce.Dims, options?: statistics.VarianceOptions): Tensor { return statistics.variance(this, dim, options); }
  /** {@link statistics.std} */
  std(this: Tensor, dim?: reduce.Dims, options?: statistics.VarianceOptions): Tensor { return statistics.std(this, dim, options); }
  /** {@link statistics.prod} */
  prod(this: Tensor, dim?: number, options?: reduce.KeepdimOptions): Tensor { return statistics.prod(this, dim, options); }
  /** {@link statistics.norm} */
  norm(this: Tensor, p?: number | 'fro', dim?: reduce.Dims, options?: reduce.KeepdimOptions): Tensor { return statistics.norm(this, p, dim, options); }
  /** {@link extreme.max} */
  max(this: Tensor, other?: Tensor): Tensor;
  /** {@link extreme.max} */
  max(this: Tensor, dim: number, options?: reduce.KeepdimOptions): extreme.ValuesAndIndices;
  max(this: Tensor, dim?: number | Tensor, options?: reduce.KeepdimOptions): Tensor | extreme.ValuesAndIndices {
    return extreme.max(this, dim as number, options);
  }
  /** {@link extreme.min} */
  min(this: Tensor, other?: Tensor): Tensor;
  /** {@link extreme.min} */
  min(this: Tensor, dim: number, options?: reduce.KeepdimOptions): extreme.ValuesAndIndices;
  min(this: Tensor, dim?: number | Tensor, options?: reduce.KeepdimOptions): Tensor | extreme.ValuesAndIndices {
    return extreme.min(this, dim as number, options);
  }
  /** {@link extreme.amax} */
  amax(this: Tensor, dim?: reduce.Dims, options?: reduce.KeepdimOptions): Tensor { return extreme.amax(this, dim, options); }
  /** {@link extreme.amin} */
  amin(this: Tensor, dim?: reduce.Dims, options?: reduce.KeepdimOptions): Tensor { return extreme.amin(this, dim, options); }
  /** {@link extreme.argmax} */
  argmax(this: Tensor, dim?: number, options?: reduce.KeepdimOptions): Tensor { return extreme.argmax(this, dim, options); }
  /** {@link extreme.argmin} */
  argmin(this: Tensor, dim?: number, options?: reduce.KeepdimOptions): Tensor { return extreme.argmin(this, dim, options); }
  /** {@link median} */
  median(this: Tensor): Tensor;
  /** {@link median} */
  median(this: Tensor, dim: number, options?: reduce.KeepdimOptions): extreme.ValuesAndIndices;
  median(this: Tensor, dim?: number, options?: reduce.KeepdimOptions): Tensor | extreme.ValuesAndIndices {
    return median(this, dim as number, options);
  }
  /** {@link scan.cumsum} */
  cumsum(this: Tensor, dim: number): Tensor { return scan.cumsum(this, dim); }
  /** {@link scan.cumprod} */
  cumprod(this: Tensor, dim: number): Tensor { return scan.cumprod(this, dim); }
  /** {@link scan.sort} */
  sort(this: Tensor, options?: scan.SortOptions): extreme.ValuesAndIndices { return scan.sort(this, options); }
  /** {@link scan.topk} */
  topk(this: Tensor, k: number, options?: { dim?: number; largest?: boolean }): extreme.ValuesAndIndices { return scan.topk(this, k, options); }
  /** {@link soft.softmax} */
  softmax(this: Tensor, dim: number): Tensor { return soft.softmax(this, dim); }
  /** {@link soft.logSoftmax} */
  logSoftmax(this: Tensor, dim: number): Tensor { return soft.logSoftmax(this, dim); }
  /** {@link soft.logsumexp} */
  logsumexp(this: Tensor, dim: reduce.Dims, options?: reduce.KeepdimOptions): Tensor { return soft.logsumexp(this, dim, options); }

  /** {@link along.gather} */
  gather(this: Tensor, dim: number, index: Tensor): Tensor { return along.gather(this, dim, index); }
  /** {@link along.scatterAdd} */
  scatterAdd(this: Tensor, dim: number, index: Tensor, source: Tensor): Tensor { return along.scatterAdd(this, dim, index, source); }
  /** {@link along.indexSelect} */
  indexSelect(this: Tensor, dim: number, index: Tensor): Tensor { return along.indexSelect(this, dim, index); }

  /** {@link matmuls.matmul} */
  matmul(this: Tensor, other: Tensor): Tensor { return matmuls.matmul(this, other); }
  /** {@link matmuls.mm} */
  mm(this: Tensor, other: Tensor): Tensor { return matmuls.mm(this, other); }
  /** {@link matmuls.mv} */
  mv(this: Tensor, vector: Tensor): Tensor { return matmuls.mv(this, vector); }
  /** {@link matmuls.bmm} */
  bmm(this: Tensor, other: Tensor): Tensor { return matmuls.bmm(this, other); }
  /** {@link matmuls.dot} */
  dot(this: Tensor, other: Tensor): Tensor { return matmuls.dot(this, other); }
  /** {@link matmuls.outer} */
  outer(this: Tensor, other: Tensor): Tensor { return matmuls.outer(this, other); }
}
