import { checked } from './core/check.ts';
import { elements } from './core/make.ts';
import { broadcastShapes, sameShape } from './core/shape.ts';
import type { Tensor } from './core/tensor.ts';

/** Options of `allclose`: how close is close. */
export interface CloseOptions {
  /** Relative to |b|: the allowed difference is atol + rtol · |b|. 1e-5 by default. */
  rtol?: number;
  /** The part of it that does not depend on b, 1e-8 by default. */
  atol?: number;
  /** Whether NaN counts as close to NaN, which it does not by default. */
  equalNan?: boolean;
}

/**
 * Whether two tensors have the same shape and the same elements; NaN equals nothing. Dtypes may differ.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.equal.html
 */
export const equal = checked('equal self:T other:T', (a: Tensor, b: Tensor): boolean => {
  const y = elements(b);
  return sameShape(a.shape, b.shape) && elements(a).every((value, i) => value === y[i]);
});

/** Whether |a − b| ≤ atol + rtol · |b|, or both are the same. */
export function isClose(
  a: number,
  b: number,
  rtol: number,
  atol: number,
  equalNan: boolean,
): boolean {
  if (Number.isNaN(a) && Number.isNaN(b)) return equalNan;
  return a === b || Math.abs(a - b) <= atol + rtol * Math.abs(b);
}

/**
 * Whether |a − b| ≤ atol + rtol · |b| for all pairs of elements, which holds for equal infinities.
 * Shapes: broadcast. Dtypes may differ. Throws RuntimeError if the shapes do not broadcast.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.allclose.html
 */
export const allclose = checked(
  'allclose self:T other:T *rtol:n *atol:n *equalNan:b',
  (
    a: Tensor,
    b: Tensor,
    { rtol = 1e-5, atol = 1e-8, equalNan = false }: CloseOptions = {},
  ): boolean => {
    const shape = broadcastShapes(a.shape, b.shape);
    const values = (x: Tensor): number[] =>
      x
        .detach()
        .expand(...shape)
        .toArray();
    const others = values(b);
    return values(a).every((value, i) => isClose(value, others[i] as number, rtol, atol, equalNan));
  },
);
