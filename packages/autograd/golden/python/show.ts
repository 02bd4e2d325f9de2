import { Tensor, optim } from '../../src/index.ts';
import { type NumberKind, formatNumber } from '../../src/format/number-format.ts';
import { formatComplex } from '../../src/format/complex-format.ts';
import { repr } from '../../src/format/repr.ts';
import { PythonError, type Value, representation } from './values.ts';

/** Real and imaginary parts, where PyTorch would have one complex tensor. */
export interface ComplexTensor {
  real: Tensor;
  imag: Tensor;
}

/** The number in a 0-dim tensor as a Python value. */
export function itemOf(tensor: Tensor): Value {
  const value = tensor.item();
  return tensor.dtype === 'int64' ? BigInt(value) : value;
}

/** The text of the package's own objects. */
export function show(value: object): string | undefined {
  if (value instanceof Tensor || value instanceof optim.Optimizer) return repr(value);
  if ('real' in value && 'imag' in value) {
    const { real, imag } = value as ComplexTensor;
    return formatComplex(real.toArray(), imag.toArray());
  }
  const text = (value as { toString(): string }).toString();
  return text.startsWith('[object ') ? undefined : text;
}

/** `str(value)`, which is `repr(value)` except for strings. */
export function toText(value: Value): string {
  return typeof value === 'string' ? value : representation(value, show);
}

/** `format(value, specification)`: a 0-dim tensor formats as its number. */
export function formatValue(value: Value, specification: string): string {
  if (value instanceof Tensor && value.dim() === 0)
    return formatValue(itemOf(value), specification);
  if (specification === '') return toText(value);
  if (value instanceof Tensor) {
    throw new PythonError('TypeError', 'unsupported format string passed to Tensor.__format__');
  }
  if (typeof value === 'string') return value.padEnd(Number(specification.replace(/\D/g, '')));
  const kind: NumberKind = typeof value === 'number' ? 'float' : 'int';
  return formatNumber(Number(value), specification, kind);
}
