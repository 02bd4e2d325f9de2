import { RuntimeError } from './errors.ts';

/**
 * Element types. int64 is exact to 2^53, the integers of a JavaScript number.
 *
 * @see https://docs.pytorch.org/docs/stable/tensor_attributes.html
 */
export type DType = 'float32' | 'float64' | 'int64' | 'bool';

/** What elements are kept in: float64 and int64 share an array type, bool is 0 or 1 in a byte. */
export type Data = Float32Array | Float64Array | Uint8Array;

let defaultDtype: DType = 'float32';

/**
 * The dtype of tensors made from numbers: float32 unless changed.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.get_default_dtype.html
 */
export function getDefaultDtype(): DType {
  return defaultDtype;
}

/**
 * Changes the dtype of tensors made from numbers. Throws TypeError for int64 and bool.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.set_default_dtype.html
 */
export function setDefaultDtype(dtype: DType): void {
  if (!isFloating(dtype)) {
    throw new TypeError('only floating-point types are supported as the default type');
  }
  defaultDtype = dtype;
}

/**
 * Whether `dtype` is float32 or float64, the two that have gradients.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.is_floating_point.html
 */
export function isFloating(dtype: DType): boolean {
  return dtype === 'float32' || dtype === 'float64';
}

/** The name that PyTorch's messages use: Float, Double, Long, Bool. */
export function typeName(dtype: DType): string {
  return { float32: 'Float', float64: 'Double', int64: 'Long', bool: 'Bool' }[dtype];
}

/** `value` as `dtype` stores it. */
export function round(dtype: DType, value: number): number {
  if (dtype === 'float32') return Math.fround(value);
  if (dtype === 'float64') return value;
  if (dtype === 'bool') return Number(value !== 0);
  // What int64 does not hold, NaN too, becomes the least; and there is no −0.
  return Math.abs(value) < 2 ** 63 ? Math.trunc(value) + 0 : -(2 ** 63);
}

const rank = { bool: 0, int64: 1, float32: 2, float64: 3 } as const;

/** The wider of two dtypes of equal standing. */
export function wider(a: DType, b: DType): DType {
  return rank[a] >= rank[b] ? a : b;
}

const category = { bool: 0, int64: 1, float32: 2, float64: 2 } as const;

/**
 * The dtype of an operation on `a` and `b`. A tensor with dimensions outranks a 0-dim tensor,
 * which outranks a plain number; the weaker one counts only if its category is higher.
 *
 * @see https://docs.pytorch.org/docs/stable/tensor_attributes.html#type-promotion-doc
 */
export function promote(a: DType, aStrength: number, b: DType, bStrength: number): DType {
  if (a === b) return a;
  if (aStrength === bStrength) return wider(a, b);
  const [strong, weak] = aStrength > bStrength ? [a, b] : [b, a];
  if (category[weak] <= category[strong]) return strong;
  const weakest = Math.min(aStrength, bStrength);
  return weakest === NUMBER && isFloating(weak) ? defaultDtype : weak;
}

/** How much an operand's dtype counts in promotion. */
export const NUMBER = 0;
export const ZERO_DIM = 1;
export const DIMENSIONED = 2;

/** The dtype that PyTorch gives a plain number: whole numbers are int64, others floating. */
export function dtypeOfNumber(value: number): DType {
  return Number.isInteger(value) ? 'int64' : defaultDtype;
}

/** Whether numbers of a dtype may be written over those of another in place. */
export function canCast(from: DType, to: DType): boolean {
  return category[from] <= category[to];
}

/** Throws, as PyTorch's kernel of that name, for bool. */
export function refuseBool(dtype: DType, kernel: string): void {
  if (dtype === 'bool') requireFloating(dtype, kernel);
}

/** Throws, as PyTorch's kernel of that name, unless `dtype` is floating. */
export function requireFloating(dtype: DType, kernel: string): void {
  if (isFloating(dtype)) return;
  throw new RuntimeError(`"${kernel}" not implemented for '${typeName(dtype)}'`);
}
