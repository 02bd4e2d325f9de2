import { elements } from '../core/make.ts';
import { tensor } from '../create.ts';
import { zerosLike } from '../core/constant.ts';
import type { Tensor } from '../core/tensor.ts';

/** Parameters or gradients of all tensors, end to end. */
export type Vector = number[];

export function positionOf(params: readonly Tensor[]): Vector {
  return params.flatMap((param) => [...elements(param)]);
}

export function gradientOf(params: readonly Tensor[]): Vector {
  return positionOf(params.map((param) => param.grad ?? zerosLike(param)));
}

export function moveTo(params: readonly Tensor[], position: Vector): void {
  let offset = 0;
  for (const param of params) {
    const part = position.slice(offset, (offset += param.numel()));
    param.copy_(tensor(part, { dtype: param.dtype }).reshape(param.shape));
  }
}

export function dot(a: Vector, b: Vector): number {
  return a.reduce((total, x, i) => total + x * (b[i] as number), 0);
}

/** a + factor · b */
export function add(a: Vector, b: Vector, factor: number): Vector {
  return a.map((x, i) => x + factor * (b[i] as number));
}

export function scale(a: Vector, factor: number): Vector {
  return a.map((x) => factor * x);
}

/** The largest absolute value; NaN if there is one. */
export function largest(a: Vector): number {
  return a.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
}
