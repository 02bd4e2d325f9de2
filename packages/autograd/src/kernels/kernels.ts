import type { Data, DType } from '../core/dtype.ts';
import * as float32 from './float32.ts';
import * as float64 from './float64.ts';
import { matmul as matmul32 } from './matmul32.ts';
import { matmul as matmul64 } from './matmul64.ts';

// prettier-ignore
type BinaryLoop = (a: Data, i: number, p: number, b: Data, j: number, q: number, out: Data, k: number, n: number) => void;
// prettier-ignore
type CopyLoop = (a: Data, i: number, p: number, out: Data, k: number, r: number, n: number) => void;

// prettier-ignore
type MatmulLoop = (a: Data, i: number, p: number, b: Data, j: number, q: number, out: Data, o: number, m: number, n: number, k: number) => void;

/** The loops for one element type. */
export interface Kernels {
  add: BinaryLoop;
  sub: BinaryLoop;
  mul: BinaryLoop;
  div: BinaryLoop;
  // prettier-ignore
  addProduct: (a: Data, i: number, p: number, b: Data, j: number, q: number, out: Data, k: number, n: number, twice: boolean) => void;
  // prettier-ignore
  zip: (f: (x: number, y: number) => number, a: Data, i: number, p: number, b: Data, j: number, q: number, out: Data, k: number, n: number) => void;
  // prettier-ignore
  map: (f: (x: number) => number, a: Data, i: number, p: number, out: Data, k: number, n: number) => void;
  copy: CopyLoop;
  // prettier-ignore
  accumulate: (a: Data, i: number, p: number, totals: Float64Array, k: number, n: number) => void;
  sum: (a: Data, i: number, p: number, n: number) => number;
}

/** The loops for tensors of `dtype`; int64 lives in float64 arrays and shares theirs. */
export function kernelsFor(dtype: DType): Kernels {
  return (dtype === 'float32' ? float32 : float64) as unknown as Kernels;
}

/** The matrix product for tensors of `dtype`. By itself, so that programs without one need not carry it. */
export function matmulFor(dtype: DType): MatmulLoop {
  return (dtype === 'float32' ? matmul32 : matmul64) as unknown as MatmulLoop;
}
