import { IndexError, RuntimeError } from './errors.ts';

/** Sizes of the dimensions, outermost first; [] is a scalar. */
export type Shape = readonly number[];

/** The one shape of all 0-dim tensors. */
export const SCALAR: Shape = [];

export function numel(shape: Shape): number {
  let count = 1;
  for (const size of shape) count *= size;
  return count;
}

/** The size of dimension `d`; 1 where there is none, as a number and what is broadcast have along any other. */
export function sizeAt(shape: Shape, d: number): number {
  return shape[d] ?? 1;
}

/** The stride along dimension `d`; 0 where there is none, since nothing is stepped over. */
export function strideAt(strides: Shape, d: number): number {
  return strides[d] ?? 0;
}

/** The shape itself, of a tensor to be made; throws for negative sizes. */
export function requireSizes(shape: Shape): Shape {
  const bad = shape.find((size) => size < 0);
  if (bad === undefined) return shape;
  throw new RuntimeError(
    `Trying to create tensor with negative dimension ${bad}: ${showShape(shape)}`,
  );
}

export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let d = 0; d < a.length; d++) if (a[d] !== b[d]) return false;
  return true;
}

/** The dimensions of a tensor: 0, 1, … rank − 1. */
export function dimensions({ shape }: { shape: Shape }): number[] {
  return shape.map((_, d) => d);
}

/** Row-major strides, in elements. */
export function contiguousStrides(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let d = shape.length - 1; d >= 0; d--) {
    strides[d] = step;
    step *= Math.max(shape[d] as number, 1);
  }
  return strides;
}

/** `[2, 3]`, as PyTorch writes sizes in messages. */
export function showShape(shape: Shape): string {
  return `[${shape.join(', ')}]`;
}

/** `torch.Size([2, 3])`, as PyTorch prints a shape. */
export function showSize(shape: Shape): string {
  return `torch.Size(${showShape(shape)})`;
}

/** The shape of an elementwise operation, or PyTorch's complaint. */
export function broadcastShapes(a: Shape, b: Shape): Shape {
  if (sameShape(a, b)) return a;
  const rank = Math.max(a.length, b.length);
  const out = new Array<number>(rank);
  for (let d = rank - 1; d >= 0; d--) {
    const x = sizeAt(a, d - rank + a.length);
    const y = sizeAt(b, d - rank + b.length);
    if (x !== y && x !== 1 && y !== 1) {
      throw new RuntimeError(
        `The size of tensor a (${x}) must match the size of tensor b (${y}) at non-singleton dimension ${d}`,
      );
    }
    out[d] = x === 1 ? y : x;
  }
  return out;
}

/** Strides that read a tensor of `shape` as if it had the larger shape `target`. */
export function broadcastStrides(shape: Shape, strides: Shape, target: Shape): number[] {
  const lead = target.length - shape.length;
  return target.map((_, d) => (shape[d - lead] === 1 ? 0 : strideAt(strides, d - lead)));
}

/** A dimension counted from either end, as a number from 0 to rank − 1. */
export function wrapDim(dim: number, rank: number): number {
  const span = Math.max(rank, 1);
  if (!(dim >= -span && dim < span)) {
    throw new IndexError(
      `Dimension out of range (expected to be in range of [${-span}, ${span - 1}], but got ${dim})`,
    );
  }
  return dim < 0 ? dim + span : dim;
}

/** Several dimensions, wrapped, none twice. `undefined` and [] mean all of them. */
export function wrapDims(dims: number | Shape | undefined, rank: number): number[] {
  const list = typeof dims === 'number' ? [dims] : (dims ?? []);
  if (list.length === 0) return Array.from({ length: rank }, (_, d) => d);
  const wrapped = distinctDims(list, rank);
  return rank === 0 ? [] : wrapped;
}

/** Several dimensions, wrapped, none twice. */
export function distinctDims(dims: Shape, rank: number): number[] {
  const wrapped = dims.map((dim) => wrapDim(dim, rank));
  const twice = wrapped.find((dim, i) => wrapped.indexOf(dim) !== i);
  if (twice === undefined) return wrapped;
  throw new RuntimeError(`dim ${twice} appears multiple times in the list of dims`);
}

/** `shape` with a −1 replaced by what `count` elements leave for it. */
export function inferShape(shape: Shape, count: number): number[] {
  const holes = shape.filter((size) => size === -1).length;
  if (holes > 1) throw new RuntimeError('only one dimension can be inferred');
  if (holes === 1 && count === 0 && shape.includes(0)) {
    throw new RuntimeError(
      `cannot reshape tensor of 0 elements into shape ${showShape(shape)} because the unspecified dimension ` +
        'size -1 can be any value and is ambiguous',
    );
  }
  const bad = shape.find((size) => size < -1);
  if (bad !== undefined) throw new RuntimeError(`invalid shape dimension ${bad}`);
  const known = shape.reduce((product, size) => (size === -1 ? product : product * size), 1);
  const fits = holes === 0 ? known === count : known > 0 && count % known === 0;
  if (!fits) {
    throw new RuntimeError(`shape '${showShape(shape)}' is invalid for input of size ${count}`);
  }
  return shape.map((size) => (size === -1 ? count / known : size));
}

/** The shape after reducing `dims`, which stay as 1 if `keepdim`. */
export function reducedShape(shape: Shape, dims: Shape, keepdim: boolean): number[] {
  if (keepdim) return shape.map((size, d) => (dims.includes(d) ? 1 : size));
  return shape.filter((_, d) => !dims.includes(d));
}
