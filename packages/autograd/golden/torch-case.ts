import { type DType, formatNumber, type Tensor } from '../src/index.ts';

/** A case of torch_*.json. */
export interface TorchCase {
  id: string;
  kind: string;
  dtype: DType;
  inputs: never;
  expected: Record<string, unknown>;
}

export type Numbers = number | readonly Numbers[];

/** A leaf of the case's dtype. */
export type Make = (data: Numbers) => Tensor;

export function slope(x: Tensor): Tensor {
  if (!x.grad) throw new Error('checkTorch: no gradient arrived');
  return x.grad;
}

/** Python's f"{value:.{digits}f}". */
export const fixed = (value: number, digits: number): string =>
  formatNumber(value, `.${String(digits)}f`);
