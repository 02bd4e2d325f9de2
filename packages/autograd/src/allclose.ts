import { elements } from './core/make.ts';
import { broadcastShapes, sameShape } from './core/shape.ts';
import type { Tensor } from './tensor.ts';

export interface CloseOptions {
  /** The allowed difference: atol + rtol · |b|. */
  rtol?: number;
  atol?: number;
  /** Whether NaN counts as close to NaN. */
  equalNan?: boolean;
}

/** Whether two tensors have the same shape and the same elements; NaN equals nothing. https://docs.pytorch.org/docs/stable/generated/torch.equal.html */
export function equal(a: Tensor, b: Tensor): boolean {
  if (!sameShape(a.shape, b.shape)) return false;
  const [x, y] = [elements(a), elements(b)];
  return x.every((value, i) => value === y[i]);
}

/** Whether |a − b| ≤ atol + rtol · |b| everywhere, broadcast. https://docs.pytorch.org/docs/stable/generated/torch.allclose.html */
export function allclose(
  a: Tensor,
  b: Tensor,
  { rtol = 1e-5, atol = 1e-8, equalNan = false }: CloseOptions = {},
): boolean {
  const shape = broadcastShapes(a.shape, b.shape);
  const [x, y] = [a, b].map((side) => elements(side.detach().expand(...shape)));
  return Array.from(x ?? []).every((value, i) => {
    const other = y?.[i] as number;
    if (value === other) return true;
    if (Number.isNaN(value) && Number.isNaN(other)) return equalNan;
    return Math.abs(value - other) <= atol + rtol * Math.abs(other);
  });
}
