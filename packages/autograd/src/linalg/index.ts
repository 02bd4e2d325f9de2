/** Linear algebra on dense matrices, as `torch.linalg`; leading dimensions are batches. */
export { type MatrixNorm, cross, eigvals, matrixNorm } from './general.ts';
export { det, inv, slogdet, solve } from './solve.ts';
export { type Eigh, cholesky, eigh, eigvalsh } from './symmetric.ts';
export { svdvals } from './svd.ts';
export { norm } from '../ops/statistics.ts';
