import { type DType, type Data, type Nested, type Tensor, tensor } from '../src/index.ts';
import { decode } from './compare.ts';

/** A tensor in ops and format files. */
export interface StoredTensor {
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly data: readonly (number | string | boolean)[];
}

/** The stored tensor, as one of this package. */
export function toTensor({ shape, dtype, data }: StoredTensor): Tensor {
  const values = decode(data) as number[];
  const flat = tensor(values, { dtype: dtype as DType });
  return flat.reshape([...shape]);
}

/** Nested lists as a tensor of the given dtype. */
export function nested(values: unknown, dtype: DType = 'float64', requiresGrad = false): Tensor {
  return tensor(decode(values) as Data, { dtype, requiresGrad });
}

/** The elements as a stored tensor has them. */
export function toStored(x: Tensor): {
  shape: number[];
  dtype: string;
  data: (number | boolean)[];
} {
  const values = x.toArray();
  const data = x.dtype === 'bool' ? values.map((value) => value !== 0) : values;
  return { shape: [...x.shape], dtype: x.dtype, data };
}

/** The gradient as nested lists; zeros where there is none. */
export function gradientOf(x: Tensor): Nested {
  return (x.grad ?? x.detach().mul(0)).tolist();
}
