import { argumentsOf, checked, showNumber } from '../core/check.ts';
import { RuntimeError } from '../core/errors.ts';
import { type Shape, reducedShape, wrapDim } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import type { Dims, KeepdimOptions } from '../ops/expand.ts';
import { norm } from '../ops/statistics.ts';
import { mapMatrices, orderOf, requireFloats, requireMatrix } from './batches.ts';
import { eigenvalues } from './eigenvalues.ts';
import { svdvals } from './svd.ts';

/**
 * The eigenvalues of a square matrix, or of each of a batch, as two tensors, their real and imaginary parts, for there
 * is no complex dtype here. Conjugate pairs stand together, the positive imaginary part first. No gradient; `eigvalsh`
 * has one.
 * Shapes: […, n, n] → […, n], both.
 * Throws RuntimeError if `a` is not square or not floating, or if the iteration does not converge.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.linalg.eigvals.html
 */
export const eigvals = checked('eigvals A:T', (a: Tensor): { real: Tensor; imag: Tensor } => {
  const n = orderOf('eigvals', a);
  return {
    real: mapMatrices(a, [n], (matrix) => eigenvalues(matrix, n).real),
    imag: mapMatrices(a, [n], (matrix) => eigenvalues(matrix, n).imag),
  };
});

/** Which norm of a matrix: Frobenius, the sum of singular values, or one of the induced ones: ±1, ±2 or ±Infinity. */
export type MatrixNorm = 'fro' | 'nuc' | number;

const checkMatrixNorm = argumentsOf('matrixNorm A:T ord:?? dim:S? *keepdim:b');
const checkNorm = argumentsOf('norm A:T ord:?? dim:?? *keepdim:b');

/** The norms of no elements that would be the least of nothing. */
function requireIdentity(a: Tensor, order: number, dim: Dims | undefined): void {
  if (order >= 0 && order !== Infinity) return;
  const reason = 'because the operation does not have an identity';
  const start = `linalg.vector_norm cannot compute the ${showNumber(order)} norm on`;
  if (dim === undefined) {
    if (a.numel() === 0) throw new RuntimeError(`${start} an empty tensor ${reason}`);
    return;
  }
  const empty = [dim].flat().find((d) => a.shape[wrapDim(d, a.dim())] === 0);
  if (empty === undefined) return;
  throw new RuntimeError(
    `${start} the dimension ${empty}because this dimension is empty and the operation does not have an identity`,
  );
}

/**
 * A norm of each matrix: `fro` √Σx², `nuc` Σσ, and the greatest (the least if negative) column sum of |x| (±1), row sum
 * (±Infinity) or singular value (±2).
 * Shapes: the two dimensions `dim`, rows and columns, go; with `keepdim` they stay as 1.
 * Throws RuntimeError if `a` has fewer than two dimensions or is not floating, or for another order, IndexError if there is
 * no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.linalg.matrix_norm.html
 */
export function matrixNorm(
  a: Tensor,
  order: MatrixNorm = 'fro',
  dim: Shape = [-2, -1],
  options: KeepdimOptions = {},
): Tensor {
  checkMatrixNorm(a, order, dim, options);
  const { keepdim = false } = options;
  requireMatrix('matrix_norm', a);
  if (dim.length !== 2) {
    throw new RuntimeError(`linalg.matrix_norm: dim must be a 2-tuple. Got ${dim.join(', ')}`);
  }
  const dims = dim.map((d) => wrapDim(d, a.dim()));
  if (dims[0] === dims[1]) {
    throw new RuntimeError(`linalg.matrix_norm: dims must be different. Got (${dim.join(', ')})`);
  }
  const others = a.shape.map((_, d) => d).filter((d) => !dims.includes(d));
  const norms = normOfLast(a.permute([...others, ...dims]), order);
  return keepdim ? norms.reshape(reducedShape(a.shape, dims, true)) : norms;
}

function normOfLast(a: Tensor, order: MatrixNorm): Tensor {
  if (order === 'fro') return norm(a, 2, [-2, -1]);
  if (order === 'nuc') return svdvals(a).sum(-1);
  const size = typeof order === 'number' ? Math.abs(order) : NaN;
  if (![1, 2, Infinity].includes(size)) {
    throw new RuntimeError(`linalg.matrix_norm: Order ${order} not supported.`);
  }
  const values = size === 2 ? svdvals(a) : a.abs().sum(size === 1 ? -2 : -1);
  return order > 0 ? values.amax(-1) : values.amin(-1);
}

/**
 * (Σ|x|ᵖ)^(1/p), p the `order`, of all elements or along `dim`; Infinity gives the greatest |x|, −Infinity the least, 0
 * how many are not 0. d‖x‖ = Σ sign(x) |x|ᵖ⁻¹ dx / ‖x‖ᵖ⁻¹, 0 at 0
 * Shapes: the dimensions `dim`, all unless given, go; with `keepdim` they stay as 1.
 * Throws RuntimeError if `a` is not floating, IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.linalg.vector_norm.html
 */
export const vectorNorm = checked(
  'vectorNorm x:T ord:n? dim:I? *keepdim:b',
  (a: Tensor, order = 2, dim?: Dims, options?: KeepdimOptions): Tensor => {
    requireFloats('vector_norm', a);
    requireIdentity(a, order, dim);
    return norm(a, order, dim, options);
  },
);

/**
 * A norm: √Σx² of all elements or along `dim` if no order is given, else of a matrix or of two dimensions as
 * `matrixNorm`, of a vector or of one dimension as `vectorNorm`.
 * Throws RuntimeError if `a` is not floating, if an order but no `dim` is given for a tensor of neither one nor two
 * dimensions, or for an order that such a norm has not, IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.linalg.norm.html
 */
export function generalNorm(
  a: Tensor,
  order?: MatrixNorm | null,
  dim?: Dims | null,
  options?: KeepdimOptions,
): Tensor {
  checkNorm(a, order, dim, options);
  const dims = dim ?? undefined;
  if (order === undefined || order === null) return vectorNorm(a, 2, dims, options);
  if (dims === undefined && a.dim() !== 1 && a.dim() !== 2) {
    throw new RuntimeError(
      `linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got ${a.dim()}D.`,
    );
  }
  const count = dims === undefined ? a.dim() : [dims].flat().length;
  if (count === 2) return matrixNorm(a, order, dims as Shape | undefined, options);
  if (count > 2) {
    throw new RuntimeError(
      `linalg.norm: If dim is specified, it must be of length 1 or 2. Got [${[dims].flat().join(', ')}]`,
    );
  }
  // A name is that of a norm of matrices, which this is not.
  if (typeof order === 'string') return matrixNorm(a, order, [dims ?? []].flat(), options);
  return vectorNorm(a, order, dims, options);
}

/**
 * The cross product a × b along `dim`, which has size 3. d(a × b) = da × b + a × db
 * Shapes: broadcast, of equally many dimensions. Dtypes: promoted, whole numbers too.
 * Throws RuntimeError if the size along `dim` is not 3 or the shapes do not fit, IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.linalg.cross.html
 */
export const cross = checked(
  'cross input:T other:T *dim:i',
  (a: Tensor, b: Tensor, { dim = -1 }: { dim?: number } = {}): Tensor => {
    if (a.dim() !== b.dim()) {
      throw new RuntimeError('linalg.cross: inputs must have the same number of dimensions.');
    }
    const [ofA, ofB] = [a, b].map(({ shape }) => shape[wrapDim(dim, shape.length)]);
    if (ofA !== 3 || ofB !== 3) {
      throw new RuntimeError(
        `linalg.cross: inputs dimension ${dim} must have length 3. Got ${ofA} and ${ofB}`,
      );
    }
    const next = (x: Tensor) => x.roll(-1, dim);
    const last = (x: Tensor) => x.roll(1, dim);
    return next(a)
      .mul(last(b))
      .sub(last(a).mul(next(b)));
  },
);
