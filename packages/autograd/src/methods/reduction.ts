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
  sum(this: Tensor, dim?: reduce.Dims, options?: reduce.KeepdimOptions): Tensor { return reduce.sum(this, dim, options); }
  mean(this: Tensor, dim?: reduce.Dims, options?: reduce.KeepdimOptions): Tensor { return reduce.mean(this, dim, options); }
  any(this: Tensor, dim?: number, options?: reduce.KeepdimOptions): Tensor { return reduce.any(this, dim, options); }
  all(this: Tensor, dim?: number, options?: reduce.KeepdimOptions): Tensor { return reduce.all(this, dim, options); }
  var(this: Tensor, dim?: reduce.Dims, options?: statistics.VarianceOptions): Tensor { return statistics.variance(this, dim, options); }
  std(this: Tensor, dim?: reduce.Dims, options?: statistics.VarianceOptions): Tensor { return statistics.std(this, dim, options); }
  prod(this: Tensor, dim?: number, options?: reduce.KeepdimOptions): Tensor { return statistics.prod(this, dim, options); }
  norm(this: Tensor, p?: number | 'fro', dim?: reduce.Dims, options?: reduce.KeepdimOptions): Tensor { return statistics.norm(this, p, dim, options); }
  max(this: Tensor, other?: Tensor): Tensor;
  max(this: Tensor, dim: number, options?: reduce.KeepdimOptions): extreme.ValuesAndIndices;
  max(this: Tensor, dim?: number | Tensor, options?: reduce.KeepdimOptions): Tensor | extreme.ValuesAndIndices {
    return extreme.max(this, dim as number, options);
  }
  min(this: Tensor, other?: Tensor): Tensor;
  min(this: Tensor, dim: number, options?: reduce.KeepdimOptions): extreme.ValuesAndIndices;
  min(this: Tensor, dim?: number | Tensor, options?: reduce.KeepdimOptions): Tensor | extreme.ValuesAndIndices {
    return extreme.min(this, dim as number, options);
  }
  amax(this: Tensor, dim?: reduce.Dims, options?: reduce.KeepdimOptions): Tensor { return extreme.amax(this, dim, options); }
  amin(this: Tensor, dim?: reduce.Dims, options?: reduce.KeepdimOptions): Tensor { return extreme.amin(this, dim, options); }
  argmax(this: Tensor, dim?: number, options?: reduce.KeepdimOptions): Tensor { return extreme.argmax(this, dim, options); }
  argmin(this: Tensor, dim?: number, options?: reduce.KeepdimOptions): Tensor { return extreme.argmin(this, dim, options); }
  median(this: Tensor): Tensor;
  median(this: Tensor, dim: number, options?: reduce.KeepdimOptions): extreme.ValuesAndIndices;
  median(this: Tensor, dim?: number, options?: reduce.KeepdimOptions): Tensor | extreme.ValuesAndIndices {
    return median(this, dim as number, options);
  }
  cumsum(this: Tensor, dim: number): Tensor { return scan.cumsum(this, dim); }
  cumprod(this: Tensor, dim: number): Tensor { return scan.cumprod(this, dim); }
  sort(this: Tensor, options?: scan.SortOptions): extreme.ValuesAndIndices { return scan.sort(this, options); }
  topk(this: Tensor, k: number, options?: { dim?: number; largest?: boolean }): extreme.ValuesAndIndices { return scan.topk(this, k, options); }
  softmax(this: Tensor, dim: number): Tensor { return soft.softmax(this, dim); }
  logSoftmax(this: Tensor, dim: number): Tensor { return soft.logSoftmax(this, dim); }
  logsumexp(this: Tensor, dim: reduce.Dims, options?: reduce.KeepdimOptions): Tensor { return soft.logsumexp(this, dim, options); }

  gather(this: Tensor, dim: number, index: Tensor): Tensor { return along.gather(this, dim, index); }
  scatterAdd(this: Tensor, dim: number, index: Tensor, source: Tensor): Tensor { return along.scatterAdd(this, dim, index, source); }
  indexSelect(this: Tensor, dim: number, index: Tensor): Tensor { return along.indexSelect(this, dim, index); }

  matmul(this: Tensor, other: Tensor): Tensor { return matmuls.matmul(this, other); }
  mm(this: Tensor, other: Tensor): Tensor { return matmuls.mm(this, other); }
  mv(this: Tensor, vector: Tensor): Tensor { return matmuls.mv(this, vector); }
  bmm(this: Tensor, other: Tensor): Tensor { return matmuls.bmm(this, other); }
  dot(this: Tensor, other: Tensor): Tensor { return matmuls.dot(this, other); }
  outer(this: Tensor, other: Tensor): Tensor { return matmuls.outer(this, other); }
}
