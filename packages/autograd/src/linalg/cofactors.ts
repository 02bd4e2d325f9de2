import { gradEnabled } from '../core/grad-mode.ts';
import { FIRST } from '../core/node.ts';
import { record } from '../core/record.ts';
import type { Tensor } from '../core/tensor.ts';
import { elementsAs } from '../core/make.ts';
import { eye } from '../create.ts';
import { where } from '../ops/where.ts';
import { mapMatrices } from './batches.ts';
import { eliminate } from './elimination.ts';
import type { Matrix } from './matrix.ts';
import { singularValues } from './singular-values.ts';

/*
 * Without dividing, and so exact also where A is singular or nearly: with A = U Σ Vᵀ the cofactors of A are those of Σ
 * between U and Vᵀ, times det(U) det(V).
 */

function determinant(a: Matrix, n: number): number {
  const { pivots, sign } = eliminate(a, n);
  return pivots.reduce((all, x) => all * x, sign);
}

/** left · inner · rightᵀ */
function between(left: Matrix, inner: Matrix, right: Matrix, n: number): Matrix {
  const product = (x: Matrix, y: (k: number, j: number) => number): Matrix =>
    x.map((_, at) => {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += (x[at - (at % n) + k] as number) * y(k, at % n);
      return sum;
    });
  const first = product(left, (k, j) => inner[k * n + j] as number);
  return product(first, (k, j) => right[j * n + k] as number);
}

function transposed(a: Matrix, n: number): Matrix {
  return a.map((_, at) => a[(at % n) * n + Math.floor(at / n)] as number);
}

/** U M Vᵀ det(U) det(V), where `inner` gives M from the values, U and V. */
function inSingularBasis(
  a: Matrix,
  n: number,
  inner: (without: (i: number, j?: number) => number, left: Matrix, right: Matrix) => Matrix,
): Matrix {
  const { values, left, right } = singularValues(a, n, n);
  const sign = Math.sign(determinant(left, n) * determinant(right, n));
  const without = (i: number, j = i): number =>
    values.reduce((all, value, k) => (k === i || k === j ? all : all * value), sign);
  return between(left, inner(without, left, right), right, n);
}

/** At (i, i) Π_{k ≠ i} σₖ. */
function cofactorsOf(a: Matrix, n: number): Matrix {
  return inSingularBasis(a, n, (without) =>
    Float64Array.from(a, (_, at) => (at % (n + 1) === 0 ? without(at % n) : 0)),
  );
}

/**
 * What the cofactors change by where A changes by H: with K = Uᵀ H V, at (i, j) −Kⱼᵢ Π_{k ≠ i, j} σₖ, and at (i, i)
 * Σ_{l ≠ i} Kₗₗ Π_{k ≠ i, l} σₖ.
 */
function changeOf(a: Matrix, h: Matrix, n: number): Matrix {
  return inSingularBasis(a, n, (without, left, right) => {
    const k = between(transposed(left, n), h, transposed(right, n), n);
    return k.map((_, at) => {
      const i = Math.floor(at / n);
      const j = at % n;
      if (i !== j) return -(k[j * n + i] as number) * without(i, j);
      let sum = 0;
      for (let l = 0; l < n; l++) if (l !== i) sum += (k[l * n + l] as number) * without(i, l);
      return sum;
    });
  });
}

/**
 * The same for a graph: Σ gᵢⱼ times the cofactors of A with row i replaced by eⱼ, whose determinant is the cofactor at
 * (i, j) and does not depend on that row.
 */
function changeByMinors(a: Tensor, g: Tensor, n: number): Tensor {
  const row = eye(n, n, { dtype: 'bool' }).reshape(n, 1, n, 1);
  const replaced = where(
    row,
    eye(n, n, { dtype: a.dtype }).unsqueeze(-2),
    a.unsqueeze(-3).unsqueeze(-3),
  );
  const seconds = cofactors(replaced, n).maskedFill(row, 0);
  return seconds.mul(g.unsqueeze(-1).unsqueeze(-1)).sum([-4, -3]);
}

/** All first minors with their signs, […, n, n]: the derivative of the determinant of A, […, n, n]. */
export function cofactors(a: Tensor, n: number): Tensor {
  const output = mapMatrices(a, [n, n], (matrix) => cofactorsOf(matrix, n));
  const vjp = (g: Tensor): Tensor => {
    if (gradEnabled) return changeByMinors(a, g, n);
    const changes = elementsAs(g, 'float64') as Float64Array;
    const size = n * n;
    return mapMatrices(a, [n, n], (matrix, i) =>
      changeOf(matrix, changes.subarray(i * size, (i + 1) * size), n),
    );
  };
  return record(output, 'LinalgDetBackward0', [a], vjp, FIRST);
}
