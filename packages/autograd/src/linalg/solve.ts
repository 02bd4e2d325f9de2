import { checked } from '../core/check.ts';
import { LinAlgError, RuntimeError } from '../core/errors.ts';
import { elementsAs } from '../core/make.ts';
import { typeName } from '../core/dtype.ts';
import { FIRST, OUTPUT } from '../core/node.ts';
import { record } from '../core/record.ts';
import { broadcastShapes, sameShape } from '../core/shape.ts';
import { sumToSize } from '../ops/expand.ts';
import type { Tensor } from '../core/tensor.ts';
import { batchShape, mapMatrices, orderOf, refuseMatrix } from './batches.ts';
import { cofactors } from './cofactors.ts';
import { eliminate, solveColumns } from './elimination.ts';
import { identity } from './matrix.ts';

/**
 * The inverse of a square matrix, or of each of a batch. d A⁻¹ = −A⁻¹ dA A⁻¹
 * Shapes: […, n, n] → […, n, n].
 * Throws RuntimeError if `a` is not square or not floating, LinAlgError if a matrix is singular.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.linalg.inv.html
 */
export const inv = checked('inv A:T', (a: Tensor): Tensor => {
  const n = orderOf('inv', a);
  const output = mapMatrices(a, [n, n], (matrix, batch) =>
    solveColumns(matrix, n, identity(n), n, (pivot) =>
      refuseMatrix(
        'inv',
        a,
        batch,
        `The diagonal element ${pivot} is zero, the inversion could not be completed because the ` +
          'input matrix is singular.',
      ),
    ),
  );
  const vjp = (g: Tensor): Tensor => output.mT.matmul(g).matmul(output.mT).neg();
  return record(output, 'LinalgInvExBackward0', [a], vjp, OUTPUT);
});

/** Numbers, one for each matrix, as tensors of one element each. */
function asMatrices(x: Tensor): Tensor {
  return x.unsqueeze(-1).unsqueeze(-1);
}

/** A number for each matrix, from its pivots and the sign of their order. */
function fromPivots(
  a: Tensor,
  n: number,
  number: (pivots: readonly number[], sign: number) => number,
): Tensor {
  return mapMatrices(a, [], (matrix) => {
    const { pivots, sign } = eliminate(matrix, n);
    return [number(pivots, sign)];
  });
}

/**
 * The determinant of a square matrix, or of each of a batch. d det(A) = tr(adj(A) dA), also where A
 * is singular (PyTorch 1.13 gives 0 there, later versions do not).
 * Shapes: […, n, n] → […].
 * Throws RuntimeError if `a` is not square or not floating.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.linalg.det.html
 */
export const det = checked('det A:T', (a: Tensor): Tensor => {
  const n = orderOf('det', a);
  const output = fromPivots(a, n, (pivots, sign) => pivots.reduce((all, x) => all * x, sign));
  const vjp = (g: Tensor): Tensor => asMatrices(g).mul(cofactors(a, n));
  return record(output, 'LinalgDetBackward0', [a], vjp, FIRST);
});

/**
 * The sign of the determinant and the logarithm of its size: 0 and −∞ where A is singular.
 * d log|det(A)| = tr(A⁻¹ dA); the backward pass throws LinAlgError where A is singular.
 * Shapes: […, n, n] → […], both.
 * Throws RuntimeError if `a` is not square or not floating.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.linalg.slogdet.html
 */
export const slogdet = checked('slogdet A:T', (a: Tensor): { sign: Tensor; logabsdet: Tensor } => {
  const n = orderOf('slogdet', a);
  const signs = fromPivots(a, n, (pivots, sign) =>
    pivots.reduce((all, x) => all * Math.sign(x), sign),
  );
  const logs = fromPivots(a, n, (pivots) =>
    pivots.reduce((sum, x) => sum + Math.log(Math.abs(x)), 0),
  );
  const name = 'LinalgSlogdetBackward0';
  return {
    sign: record(signs, name, [a], () => null, FIRST),
    logabsdet: record(logs, name, [a], (g) => asMatrices(g).mul(inv(a).mT), FIRST),
  };
});

function solveMatrices(a: Tensor, b: Tensor, n: number): Tensor {
  const [rows, columns] = b.shape.slice(-2) as [number, number];
  if (rows !== n) {
    throw new RuntimeError(
      `linalg.solve: Incompatible shapes of A and B for the equation AX = B (${n}x${n} and ${rows}x${columns})`,
    );
  }
  const batch = broadcastShapes(batchShape(a), batchShape(b));
  const left = a.expand(...batch, n, n);
  const right = elementsAs(b.expand(...batch, n, columns), 'float64') as Float64Array;
  const step = n * columns;
  return mapMatrices(left, [n, columns], (matrix, i) =>
    solveColumns(matrix, n, right.subarray(i * step, (i + 1) * step), columns, () => {
      throw new LinAlgError(
        'torch.linalg.solve: The solver failed because the input matrix is singular.',
      );
    }),
  );
}

/**
 * X with A X = B, or X A = B for `left: false`. dX = A⁻¹ (dB − dA X)
 * Shapes: […, n, n] and […, n, k] → […, n, k], batches broadcast; also [n] → [n], or for a batch of A a batch […, n] of
 * vectors as long. For `left: false` […, k, n] → […, k, n].
 * Throws RuntimeError if `a` is not square or not floating, if the rows of B are not n, or if the dtypes
 * differ; LinAlgError if A is singular.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.linalg.solve.html
 */
export const solve = checked(
  'solve A:T B:T *left:b',
  (a: Tensor, b: Tensor, { left = true }: { left?: boolean } = {}): Tensor => {
    const n = orderOf('solve', a);
    if (a.dtype !== b.dtype) {
      throw new RuntimeError(
        `linalg.solve: Expected A and B to have the same dtype, but found A of type ${typeName(a.dtype)} and B of type ${typeName(b.dtype)} instead`,
      );
    }
    if (!left) return solve(a.mT, b.mT).mT;
    const isVector = b.dim() === 1 || sameShape(b.shape, a.shape.slice(0, -1));
    if (isVector) return solve(a, b.unsqueeze(-1)).squeeze(-1);
    const output = solveMatrices(a.detach(), b.detach(), n);
    const vjp = (g: Tensor, i: number): Tensor => {
      const toB = solve(a.mT, g);
      const gradient = i === 1 ? toB : toB.matmul(output.mT).neg();
      return sumToSize(gradient, i === 1 ? b.shape : a.shape);
    };
    return record(output, 'LinalgSolveExBackward0', [a, b], vjp, FIRST | OUTPUT);
  },
);
