/**
 * Linear algebra on dense floating matrices, as `torch.linalg`; leading dimensions are batches.
 *
 * @see https://docs.pytorch.org/docs/stable/linalg.html
 */
export {
  type MatrixNorm,
  cross,
  eigvals,
  generalNorm as norm,
  matrixNorm,
  vectorNorm,
} from './general.ts';
export { det, inv, slogdet, solve } from './solve.ts';
export { type Eigh, type Triangle, cholesky, eigh, eigvalsh } from './symmetric.ts';
export { svdvals } from './svd.ts';
