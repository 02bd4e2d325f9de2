import { type DType, getDefaultDtype } from '../core/dtype.ts';
import { contiguousStrides, type Shape } from '../core/shape.ts';
import { type ElementFormat, exactFormat, floatFormat } from './element-format.ts';
import { getPrintOptions, type PrintOptions } from './print-options.ts';

/** Printing also knows dtypes that this package does not compute with. */
export type PrintableDType = DType | 'float16' | 'int32' | 'int16' | 'int8' | 'uint8';

/** What printing needs to know of a tensor. */
export interface Printable {
  readonly shape: Shape;
  readonly dtype: PrintableDType;
  /** Elements in row-major order. */
  readonly data: ArrayLike<number>;
  readonly requiresGrad?: boolean;
  /** Name of the function that made it, such as `AddBackward0`. */
  readonly gradFn?: string | null;
}

const PREFIX = 'tensor(';
/** Stands for the items that a summary leaves out. */
const GAP = -1;

/** Indices to print of a dimension, with `GAP` in place of what is left out. */
function shownIndices(size: number, summarise: boolean, edgeitems: number): number[] {
  const all = Array.from({ length: size }, (_, i) => i);
  if (!summarise || size <= 2 * edgeitems) return all;
  return [...all.slice(0, edgeitems), GAP, ...all.slice(size - edgeitems)];
}

/** The elements of a tensor in brackets. */
function body({ shape, dtype, data }: Printable, options: PrintOptions): string {
  const { threshold, edgeitems, linewidth } = options;
  const shown = shape.map((size) => shownIndices(size, data.length > threshold, edgeitems));
  const strides = contiguousStrides(shape);
  /** The part at `offset`, from dimension `dim` on. */
  const part = ({ width, write }: ElementFormat, dim = 0, offset = 0): string => {
    const left = shape.length - dim;
    if (left === 0) return write(data[offset] as number);
    const items = (shown[dim] as number[]).map((i) => {
      if (i === GAP) return left === 1 ? ' ...' : '...';
      return part({ width, write }, dim + 1, offset + i * (strides[dim] as number));
    });
    const indent = PREFIX.length + dim;
    const room = left === 1 ? (linewidth - indent) / (width + 2) : 1;
    const perLine = Math.max(1, Math.floor(room));
    const lines: string[] = [];
    for (let i = 0; i < items.length; i += perLine) {
      lines.push(items.slice(i, i + perLine).join(', '));
    }
    return `[${lines.join(`,${'\n'.repeat(Math.max(1, left - 1))}${' '.repeat(indent + 1)}`)}]`;
  };
  // Once only to see which values are shown: they decide the format.
  const values: number[] = [];
  part({ width: 0, write: (value) => String(values.push(value)) });
  const floating = dtype.startsWith('float');
  return part(floating ? floatFormat(values, options) : exactFormat(values, dtype === 'bool'));
}

/** A tuple as Python writes it: `()`, `(3,)`, `(2, 3)`. */
export function tupleText(items: readonly (number | string)[]): string {
  return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
}

function suffixes({ shape, dtype, data, gradFn, requiresGrad }: Printable): string[] {
  const empty = data.length === 0;
  const exact = dtype === 'int64' || dtype === 'bool';
  const implied = dtype === getDefaultDtype() || (!empty && exact);
  const found: string[] = [];
  if (empty && shape.length !== 1) found.push(`size=${tupleText(shape)}`);
  if (!implied) found.push(`dtype=torch.${dtype}`);
  if (gradFn) found.push(`grad_fn=<${gradFn}>`);
  else if (requiresGrad === true) found.push('requires_grad=True');
  return found;
}

/**
 * A tensor as `print` shows it in PyTorch, with its dtype where it is not implied, and what made it.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.set_printoptions.html
 */
export function formatTensor(tensor: Printable, options: PrintOptions = getPrintOptions()): string {
  let text = PREFIX + (tensor.data.length === 0 ? '[]' : body(tensor, options));
  let column = text.length - text.lastIndexOf('\n') + 1;
  for (const suffix of suffixes(tensor)) {
    const breaks = column + suffix.length + 2 > options.linewidth;
    text += breaks ? `,\n${' '.repeat(PREFIX.length)}${suffix}` : `, ${suffix}`;
    column = breaks ? PREFIX.length + suffix.length : column + suffix.length + 2;
  }
  return `${text})`;
}
