import { allocate } from '../core/dtype.ts';
import { IndexError, RuntimeError } from '../core/errors.ts';
import { elements, wrap } from '../core/make.ts';
import { OUTPUT } from '../core/node.ts';
import { record } from '../core/record.ts';
import { type Shape, numel, reducedShape, wrapDim, wrapDims } from '../core/shape.ts';
import type { Tensor } from '../tensor.ts';
import { putAlong, gather } from './along.ts';
import { forEachLine, linesOf } from './lines.ts';
import { type Dims, type KeepdimOptions, spread, sum } from './reduce.ts';

/** The largest of each line, or the smallest for sign −1, and where it stands: the first of equals, or a NaN. */
export interface ValuesAndIndices {
  values: Tensor;
  indices: Tensor;
}

/** The index of the best of `size` elements; NaN beats everything. */
function bestIndex(
  data: ArrayLike<number>,
  start: number,
  step: number,
  size: number,
  sign: 1 | -1,
): number {
  let best = 0;
  for (let k = 1; k < size; k++) {
    const value = data[start + k * step] as number;
    const held = data[start + best * step] as number;
    if (Number.isNaN(held)) break;
    if (Number.isNaN(value) || sign * value > sign * held) best = k;
  }
  return best;
}

function noElements(name: string): string {
  return `${name}(): Expected reduction dim to be specified for input.numel() == 0.`;
}

/** Where the best of each line stands; of all elements if `dim` is not given. */
function argBest(
  x: Tensor,
  dim: number | undefined,
  keepdim: boolean,
  sign: 1 | -1,
  name: string,
): Tensor {
  if (dim === undefined && x.numel() === 0) throw new IndexError(noElements(name));
  const source = dim === undefined ? x.detach().reshape(-1) : x;
  const d = wrapDim(dim ?? 0, source.dim());
  const data = elements(source);
  const lines = linesOf(source.shape, d);
  if (lines.size === 0) {
    throw new IndexError(`${name}(): Expected reduction dim ${d} to have non-zero size.`);
  }
  const out = new Float64Array(lines.outer * lines.inner);
  forEachLine(lines, (start, step, line) => {
    out[line] = bestIndex(data, start, step, lines.size, sign);
  });
  if (dim === undefined) return wrap(out, keepdim ? x.shape.map(() => 1) : [], 'int64');
  return wrap(out, x.dim() === 0 ? [] : reducedShape(source.shape, [d], keepdim), 'int64');
}

/** The index of the largest element, or along `dim`. */
export function argmax(x: Tensor, dim?: number, { keepdim = false }: KeepdimOptions = {}): Tensor {
  return argBest(x, dim, keepdim, 1, 'argmax');
}

/** The index of the smallest element, or along `dim`. */
export function argmin(x: Tensor, dim?: number, { keepdim = false }: KeepdimOptions = {}): Tensor {
  return argBest(x, dim, keepdim, -1, 'argmin');
}

/** The largest (sign 1) or smallest over several dimensions; not recorded. */
export function extremeValue(x: Tensor, dims: Shape, keepdim: boolean, sign: 1 | -1): Tensor {
  const kept = x.shape.map((_, d) => d).filter((d) => !dims.includes(d));
  const shape = reducedShape(x.shape, dims, keepdim);
  const data = elements(x.detach().permute([...kept, ...dims]));
  const out = allocate(x.dtype, numel(shape));
  if (data.length === 0) return wrap(out.fill(-sign * Infinity), shape, x.dtype);
  const size = data.length / out.length;
  for (let k = 0; k < out.length; k++) {
    out[k] = data[k * size + bestIndex(data, k * size, 1, size, sign)] as number;
  }
  return wrap(out, shape, x.dtype);
}

/** d amax(x) = the mean of dx over the elements that are largest: ties share it */
function shared(
  x: Tensor,
  dim: Dims | undefined,
  keepdim: boolean,
  sign: 1 | -1,
  name: string,
): Tensor {
  const dims = wrapDims(dim, x.dim());
  const output = extremeValue(x, dims, keepdim, sign);
  return record(
    output,
    name,
    [x],
    (g) => {
      const best = spread(output.detach(), x.shape, dims, keepdim);
      const hit = x
        .detach()
        .eq(best)
        .logicalOr(x.detach().isnan().logicalAnd(best.isnan()))
        .to(g.dtype);
      const ties = sum(hit, dims, { keepdim: true }).expand(x.shape);
      return spread(g, x.shape, dims, keepdim).mul(hit.div(ties));
    },
    1 | OUTPUT,
  );
}

/** The largest over dimensions; ties share the gradient. */
export function amax(x: Tensor, dim?: Dims, { keepdim = false }: KeepdimOptions = {}): Tensor {
  return shared(x, dim, keepdim, 1, 'AmaxBackward0');
}

/** The smallest over dimensions; ties share the gradient. */
export function amin(x: Tensor, dim?: Dims, { keepdim = false }: KeepdimOptions = {}): Tensor {
  return shared(x, dim, keepdim, -1, 'AminBackward0');
}

/** d max(x) along a dimension = dx at the index that is returned */
function along(
  x: Tensor,
  dim: number,
  keepdim: boolean,
  sign: 1 | -1,
  name: string,
): ValuesAndIndices {
  const kept = argBest(x, dim, true, sign, name.toLowerCase());
  const reduce = (made: Tensor): Tensor => (keepdim || x.dim() === 0 ? made : made.squeeze(dim));
  const values = reduce(gather(x.detach(), dim, kept));
  record(values, `${name}Backward0`, [x], (g) => {
    const wide = keepdim || x.dim() === 0 ? g : g.unsqueeze(dim);
    return putAlong(wide, dim, kept, x.shape);
  });
  return { values, indices: reduce(kept) };
}

/** The largest element, ties sharing the gradient; or along `dim` the values and their indices. */
export function max(x: Tensor): Tensor;
export function max(x: Tensor, dim: number, options?: KeepdimOptions): ValuesAndIndices;
export function max(
  x: Tensor,
  dim?: number,
  { keepdim = false }: KeepdimOptions = {},
): Tensor | ValuesAndIndices {
  if (dim === undefined && x.numel() === 0)
    throw new RuntimeError(
      `${noElements('max')} Specify the reduction dim with the 'dim' argument.`,
    );
  return dim === undefined
    ? shared(x, undefined, false, 1, 'MaxBackward1')
    : along(x, dim, keepdim, 1, 'Max');
}

/** The smallest element, ties sharing the gradient; or along `dim` the values and their indices. */
export function min(x: Tensor): Tensor;
export function min(x: Tensor, dim: number, options?: KeepdimOptions): ValuesAndIndices;
export function min(
  x: Tensor,
  dim?: number,
  { keepdim = false }: KeepdimOptions = {},
): Tensor | ValuesAndIndices {
  if (dim === undefined && x.numel() === 0)
    throw new RuntimeError(
      `${noElements('min')} Specify the reduction dim with the 'dim' argument.`,
    );
  return dim === undefined
    ? shared(x, undefined, false, -1, 'MinBackward1')
    : along(x, dim, keepdim, -1, 'Min');
}
