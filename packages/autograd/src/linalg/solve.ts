import { LinAlgError, RuntimeError } from '../core/errors.ts';
import { elementsAs } from '../core/make.ts';
import { record } from '../core/record.ts';
import type { Tensor } from '../tensor.ts';
import { broadcastShapes } from '../core/shape.ts';
import { cat } from '../ops/join.ts';
import { tensor } from '../create.ts';
import { luDecompose, luDeterminant, luLogDeterminant, luSolve } from './lu.ts';
import { batchShape, mapMatrices, orderOf } from './batches.ts';
import { identity } from './matrix.ts';

/**
 * The inverse of a square matrix, or of each of a batch. d A⁻¹ = −A⁻¹ dA A⁻¹
 *
 * @throws LinAlgError if a matrix is singular.
 * @see https://docs.pytorch.org/docs/stable/generated/torch.linalg.inv.html
 */
export function inv(a: Tensor): Tensor {
  const n = orderOf('linalg.inv', a);
  const output = mapMatrices(a, [n, n], (matrix, batch) => {
    const lu = luDecompose(matrix, n);
    if (lu.singularAt > 0) {
      const where = a.dim() > 2 ? `(Batch element ${batch}): ` : '';
      throw new LinAlgError(
        `linalg.inv: ${where}The diagonal element ${lu.singularAt} is zero, the inversion could not be ` +
          'completed because the input matrix is singular.',
      );
    }
    return luSolve(lu, identity(n), n);
  });
  return record(output, 'LinalgInvExBackward0', [a], (g) => {
    const back = inv(a).mT;
    return back.matmul(g).matmul(back).neg();
  });
}

/** All first minors with their signs: the derivative of the determinant. Works where A is singular. */
function cofactors(a: Tensor, n: number): Tensor {
  if (n === 1) return a.mul(0).add(1);
  const without = (i: number): Tensor =>
    tensor(
      Array.from({ length: n - 1 }, (_, k) => (k < i ? k : k + 1)),
      { dtype: 'int64' },
    );
  const entries: Tensor[] = [];
  for (let i = 0; i < n; i++) {
    const rows = a.at('...', without(i), ':');
    for (let j = 0; j < n; j++) {
      const minor = det(rows.at('...', ':', without(j)));
      entries.push(((i + j) % 2 === 0 ? minor : minor.neg()).unsqueeze(-1));
    }
  }
  return cat(entries, -1).reshape(...batchShape(a), n, n);
}

/** Where every matrix has an inverse: det(A) A⁻ᵀ; else by minors. */
function determinantGradient(a: Tensor, n: number): Tensor {
  try {
    return det(a).unsqueeze(-1).unsqueeze(-1).mul(inv(a).mT);
  } catch (error) {
    if (error instanceof LinAlgError) return cofactors(a, n);
    throw error;
  }
}

/**
 * The determinant of a square matrix, or of each of a batch. d det(A) = tr(adj(A) dA), also where A
 * is singular (PyTorch 1.13 gives 0 there, later versions do not).
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.linalg.det.html
 */
export function det(a: Tensor): Tensor {
  const n = orderOf('linalg.det', a);
  const output = mapMatrices(a, [], (matrix) => [luDeterminant(luDecompose(matrix, n))]);
  return record(output, 'LinalgDetBackward0', [a], (g) =>
    g.unsqueeze(-1).unsqueeze(-1).mul(determinantGradient(a, n)),
  );
}

/**
 * The sign of the determinant and the logarithm of its size; −∞ where A is singular.
 * d log|det(A)| = tr(A⁻¹ dA)
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.linalg.slogdet.html
 */
export function slogdet(a: Tensor): { sign: Tensor; logabsdet: Tensor } {
  const n = orderOf('linalg.slogdet', a);
  const logs = (matrix: Float64Array) => luLogDeterminant(luDecompose(matrix, n));
  const signs = mapMatrices(a, [], (matrix) => [logs(matrix).sign]);
  const sign = record(signs, 'LinalgSlogdetBackward0', [a], () => null);
  const output = mapMatrices(a, [], (matrix) => [logs(matrix).logabsdet]);
  const logabsdet = record(output, 'LinalgSlogdetBackward0', [a], (g) =>
    g.unsqueeze(-1).unsqueeze(-1).mul(inv(a).mT),
  );
  return { sign, logabsdet };
}

function solveMatrices(a: Tensor, b: Tensor, n: number): Tensor {
  const columns = b.shape.at(-1) as number;
  const batch = broadcastShapes(batchShape(a), batchShape(b));
  const left = a.expand(...batch, n, n);
  const right = elementsAs(b.expand(...batch, n, columns), 'float64');
  const step = n * columns;
  return mapMatrices(left, [n, columns], (matrix, i) => {
    const lu = luDecompose(matrix, n);
    if (lu.singularAt > 0) {
      throw new LinAlgError(
        'torch.linalg.solve: The solver failed because the input matrix is singular.',
      );
    }
    return luSolve(lu, right.subarray(i * step, (i + 1) * step), columns);
  });
}

function checkRows(b: Tensor, n: number): void {
  const [rows, columns] = b.shape.slice(-2) as [number, number];
  if (rows === n) return;
  throw new RuntimeError(
    `linalg.solve: Incompatible shapes of A and B for the equation AX = B (${n}x${n} and ${rows}x${columns})`,
  );
}

/**
 * X with A X = B, or X A = B for `left: false`; B is a vector [n] or matrices […, n, k]. dX = A⁻¹ (dB − dA X)
 *
 * @throws LinAlgError if A is singular.
 * @see https://docs.pytorch.org/docs/stable/generated/torch.linalg.solve.html
 */
export function solve(a: Tensor, b: Tensor, { left = true }: { left?: boolean } = {}): Tensor {
  const n = orderOf('linalg.solve', a);
  if (!left) return solve(a.mT, b.mT).mT;
  const isVector = b.dim() === 1 || (b.dim() === a.dim() - 1 && b.shape.at(-1) === n);
  if (isVector) return solve(a, b.unsqueeze(-1)).squeeze(-1);
  checkRows(b, n);
  const output = solveMatrices(a.detach(), b.detach(), n);
  const vjp = (g: Tensor, i: number): Tensor => {
    const toB = solve(a.mT, g);
    return i === 1 ? sumLeading(toB, b) : sumLeading(toB.matmul(solve(a, b).mT).neg(), a);
  };
  return record(output, 'LinalgSolveExBackward0', [a, b], vjp);
}

/** Undoes the broadcast over batches. */
function sumLeading(gradient: Tensor, like: Tensor): Tensor {
  const lead = gradient.dim() - like.dim();
  const dims = gradient.shape.map((_, d) => d);
  const summed = dims.filter((d) => d < lead || like.shape[d - lead] !== gradient.shape[d]);
  return summed.length === 0 ? gradient : gradient.sum(summed).reshape(like.shape);
}
