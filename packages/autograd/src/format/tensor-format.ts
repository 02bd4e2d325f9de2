import { type DType, getDefaultDtype } from '../core/dtype.ts';
import { numel, type Shape } from '../core/shape.ts';
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

class Printer {
  private readonly tensor: Printable;
  private readonly options: PrintOptions;
  private readonly summarise: boolean;
  private readonly format: ElementFormat;

  constructor(tensor: Printable, options: PrintOptions) {
    this.tensor = tensor;
    this.options = options;
    this.summarise = tensor.data.length > options.threshold;
    const values = this.shownValues(0, 0);
    this.format = tensor.dtype.startsWith('float')
      ? floatFormat(values, options)
      : exactFormat(values, tensor.dtype === 'bool');
  }

  private indices(dim: number): number[] {
    const size = this.tensor.shape[dim] ?? 1;
    return shownIndices(size, this.summarise, this.options.edgeitems);
  }

  /** Where item `i` of the part starting at `offset` begins. */
  private itemOffset(dim: number, offset: number, i: number): number {
    return offset + i * numel(this.tensor.shape.slice(dim + 1));
  }

  private shownValues(dim: number, offset: number): number[] {
    const { shape, data } = this.tensor;
    if (dim === shape.length) return [data[offset] as number];
    const shown = this.indices(dim).filter((i) => i !== GAP);
    return shown.flatMap((i) => this.shownValues(dim + 1, this.itemOffset(dim, offset, i)));
  }

  private vector(offset: number, indent: number): string {
    const { data } = this.tensor;
    const items = this.indices(this.tensor.shape.length - 1).map((i) =>
      i === GAP ? ' ...' : this.format.write(data[offset + i] as number),
    );
    const room = (this.options.linewidth - indent) / (this.format.width + 2);
    const perLine = Math.max(1, Math.floor(room));
    const lines: string[] = [];
    for (let i = 0; i < items.length; i += perLine) {
      lines.push(items.slice(i, i + perLine).join(', '));
    }
    return `[${lines.join(`,\n${' '.repeat(indent + 1)}`)}]`;
  }

  /** The part of the tensor at `offset`, from dimension `dim` on. */
  text(dim = 0, offset = 0, indent = PREFIX.length): string {
    const { shape, data } = this.tensor;
    const left = shape.length - dim;
    if (left === 0) return this.format.write(data[offset] as number);
    if (left === 1) return this.vector(offset, indent);
    const parts = this.indices(dim).map((i) =>
      i === GAP ? '...' : this.text(dim + 1, this.itemOffset(dim, offset, i), indent + 1),
    );
    return `[${parts.join(`,${'\n'.repeat(left - 1)}${' '.repeat(indent + 1)}`)}]`;
  }
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
  let text = PREFIX + (tensor.data.length === 0 ? '[]' : new Printer(tensor, options).text());
  let column = text.length - text.lastIndexOf('\n') + 1;
  for (const suffix of suffixes(tensor)) {
    const breaks = column + suffix.length + 2 > options.linewidth;
    text += breaks ? `,\n${' '.repeat(PREFIX.length)}${suffix}` : `, ${suffix}`;
    column = breaks ? PREFIX.length + suffix.length : column + suffix.length + 2;
  }
  return `${text})`;
}
