import { allocate } from '../core/allocate.ts';
import { isFloating, typeName } from '../core/dtype.ts';
import { LinAlgError, RuntimeError } from '../core/errors.ts';
import { elementsAs, wrap } from '../core/make.ts';
import { numel, type Shape } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';

/** Refuses whole numbers. */
export function requireFloats(name: string, a: Tensor): void {
  if (isFloating(a.dtype)) return;
  throw new RuntimeError(
    `linalg.${name}: Expected a floating point or complex tensor as input. Got ${typeName(a.dtype)}`,
  );
}

/** Refuses a tensor that is no matrix, and whole numbers. */
export function requireMatrix(name: string, a: Tensor): void {
  if (a.dim() < 2) {
    throw new RuntimeError(`linalg.${name}: The input tensor A must have at least 2 dimensions.`);
  }
  requireFloats(name, a);
}

/** Refuses one matrix of a batch. */
export function refuseMatrix(name: string, a: Tensor, batch: number, why: string): never {
  const where = a.dim() > 2 ? `(Batch element ${batch}): ` : '';
  throw new LinAlgError(`linalg.${name}: ${where}${why}`);
}

/** The order n of a batch of n×n matrices, or PyTorch's complaint. */
export function orderOf(name: string, a: Tensor): number {
  requireMatrix(name, a);
  const [rows, columns] = a.shape.slice(-2) as [number, number];
  if (rows !== columns) {
    throw new RuntimeError(
      `linalg.${name}: A must be batches of square matrices, but they are ${rows} by ${columns} matrices`,
    );
  }
  return rows;
}

/** Sizes before the matrix itself. */
export function batchShape(a: Tensor): Shape {
  return a.shape.slice(0, -2);
}

/**
 * A tensor made matrix by matrix: `kernel` maps the elements of each matrix of `a` (in double
 * precision) to `shape`'s worth of numbers.
 */
export function mapMatrices(
  a: Tensor,
  shape: Shape,
  kernel: (matrix: Float64Array, batch: number) => ArrayLike<number>,
): Tensor {
  const source = elementsAs(a, 'float64') as Float64Array;
  const batches = numel(batchShape(a));
  const step = numel(a.shape.slice(-2));
  const size = numel(shape);
  const out = allocate(a.dtype, batches * size);
  for (let b = 0; b < batches; b++) {
    out.set(kernel(source.subarray(b * step, (b + 1) * step), b), b * size);
  }
  return wrap(out, [...batchShape(a), ...shape], a.dtype);
}
