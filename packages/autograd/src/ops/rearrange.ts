import { checked } from '../core/check.ts';
import { refuseBool } from '../core/dtype.ts';
import { IndexError, RuntimeError } from '../core/errors.ts';
import { copyElements } from '../core/elements.ts';
import { elements, wrap } from '../core/make.ts';
import { UNCHECKED } from '../core/node.ts';
import { named, record } from '../core/record.ts';
import {
  type Shape,
  broadcastShapes,
  contiguousStrides,
  distinctDims,
  wrapDim,
} from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { gatherStrided, positionsOf, scatterStrided } from './strided.ts';
import { scatterAddAt, take } from './take.ts';
import { at } from './indexing.ts';
import { cat } from './join.ts';
import { sumToSize } from './expand.ts';
import { where } from './where.ts';

/**
 * Reverses the order along `dims`, in a copy; so does the gradient. None reverses nothing.
 * Throws RuntimeError if a dimension stands twice, IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.flip.html
 */
export const flip = checked('flip self:T dims:S', (x: Tensor, dims: Shape): Tensor => {
  const turned = distinctDims(dims, x.dim());
  const packed = contiguousStrides(x.shape);
  const strides = packed.map((stride, d) => (turned.includes(d) ? -stride : stride));
  const last = x.shape.map((size, d) => (turned.includes(d) ? size - 1 : 0));
  const offset = packed.reduce((at, stride, d) => at + stride * (last[d] as number), 0);
  const out = gatherStrided(x.detach(), { shape: x.shape, strides, offset });
  return record(out, 'FlipBackward0', [x], (g) => flip(g, turned));
});

/**
 * Moves elements by `shifts` along `dims`, in a copy; those that fall off return at the other end. Without `dims`
 * by one shift in row-major order, whatever the shape.
 * Throws RuntimeError if shifts and dimensions differ in number, IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.roll.html
 */
export const roll = checked(
  'roll self:T shifts:I dims:I?',
  (x: Tensor, shifts: number | Shape, dims?: number | Shape): Tensor => {
    const moves = [shifts].flat<(number | Shape)[]>();
    const along = [dims ?? []].flat<(number | Shape)[]>();
    if (dims === undefined && moves.length === 1) {
      return roll(x.reshape(-1), shifts, 0).reshape(x.shape);
    }
    if (moves.length !== along.length) {
      throw new RuntimeError(
        `shifts and dimensions must align. shifts: ${moves.length}, dims:${along.length}`,
      );
    }
    const rolled = moves.reduce(
      (moved, shift, i) => rollOne(moved, shift, along[i] as number),
      x.detach(),
    );
    return record(rolled, 'RollBackward0', [x], (g) =>
      roll(
        g,
        moves.map((shift) => -shift),
        along,
      ),
    );
  },
);

function rollOne(x: Tensor, shift: number, dim: number): Tensor {
  const size = x.shape[wrapDim(dim, x.dim())];
  if (size === undefined) {
    throw new IndexError(`Dimension specified as ${dim} but tensor has no dimensions`);
  }
  if (size === 0) return x;
  const cut = ((-shift % size) + size) % size;
  return cat([x.narrow(dim, cut, size - cut), x.narrow(dim, 0, cut)], dim);
}

/**
 * Copies next to each other, `times` along each dimension: [n, m] by [a, b] → [a · n, b · m], by more with new
 * dimensions in front. The gradient sums the copies.
 * Throws RuntimeError if there are fewer counts than dimensions, or one is negative.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.repeat.html
 */
export const repeat = checked('repeat self:T repeats:S', (x: Tensor, times: Shape): Tensor => {
  const lead = times.length - x.dim();
  if (lead < 0) {
    throw new RuntimeError(
      'Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor',
    );
  }
  const shape = [...times.slice(0, lead).map(() => 1), ...x.shape];
  const wide = shape.flatMap((size, d) => [times[d] as number, size]);
  const split = shape.flatMap((size) => [1, size]);
  const copies = x.detach().reshape(split).expand(wide);
  const sizes = shape.map((size, d) => size * (times[d] as number));
  const out = wrap(copyElements(copies, x.dtype), sizes, x.dtype);
  const summed = wide.map((_, d) => d).filter((d) => d % 2 === 0);
  return record(out, 'RepeatBackward0', [x], (g) => g.reshape(wide).sum(summed).reshape(x.shape));
});

/**
 * `repeat`, with counts that are missing in front taken as 1: [n, m] by [b] → [n, b · m].
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.tile.html
 */
export const tile = checked('tile self:T dims:S', (x: Tensor, times: Shape): Tensor => {
  return repeat(x, [...new Array<number>(Math.max(x.dim() - times.length, 0)).fill(1), ...times]);
});

function diagonalGeometry(shape: Shape, shift: number) {
  const [rows = 0, columns = 0] = shape;
  const length = Math.max(
    shift >= 0 ? Math.min(rows, columns - shift) : Math.min(rows + shift, columns),
    0,
  );
  const offset = shift >= 0 ? shift : -shift * columns;
  return { shape: [length], strides: [columns + 1], offset };
}

/**
 * The diagonal of a matrix, `shift` above the main one, or the square matrix with a vector there: [n, n] →
 * [n − |shift|], [n] → [n + |shift|, n + |shift|]. Copies.
 * Throws RuntimeError if x is neither.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.diag.html
 */
export const diag = checked('diag self:T diagonal:i?', (x: Tensor, shift = 0): Tensor => {
  if (x.dim() < 1 || x.dim() > 2) throw new RuntimeError('matrix or a vector expected');
  const isVector = x.dim() === 1;
  const size = (x.shape[0] as number) + Math.abs(shift);
  const matrix = isVector ? [size, size] : x.shape;
  const diagonal = diagonalGeometry(matrix, shift);
  return isVector
    ? scatterAddAt(x, matrix, positionsOf(diagonal), 'DiagBackward0')
    : take(x, diagonal.shape, positionsOf(diagonal), 'DiagBackward0');
});

/**
 * tr X = Σ Xᵢᵢ of a matrix, 0-dim; whole numbers are summed as int64. d tr X = Σ dXᵢᵢ. Throws RuntimeError if x is
 * no matrix.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.trace.html
 */
export const trace = checked('trace self:T', (x: Tensor): Tensor => {
  refuseBool(x.dtype, 'trace');
  if (x.dim() !== 2) {
    throw new RuntimeError(`trace: expected a matrix, but got tensor with dim ${x.dim()}`);
  }
  const geometry = diagonalGeometry(x.shape, 0);
  const out = diag(x.detach()).sum();
  return record(out, 'TraceBackward0', [x], (g) =>
    scatterStrided(g.expand(geometry.shape), x.shape, geometry),
  );
});

/** Keeps what lies on and above (or below) a diagonal and zeroes the rest; so does the gradient. */
function triangle(x: Tensor, diagonal: number, upper: boolean): Tensor {
  if (x.dim() === 0) {
    throw new IndexError('Dimension specified as -2 but tensor has no dimensions');
  }
  wrapDim(-2, x.dim());
  const [rows = 0, columns = 0] = x.shape.slice(-2);
  const data = elements(x).slice();
  for (let k = 0; k < data.length; k++) {
    const above = (k % columns) - (Math.floor(k / columns) % rows) - diagonal;
    if (upper ? above < 0 : above > 0) data[k] = 0;
  }
  const name = upper ? 'TriuBackward0' : 'TrilBackward0';
  return record(wrap(data, x.shape, x.dtype), name, [x], (g) => triangle(g, diagonal, upper));
}

/**
 * A copy of the part of each matrix […, n, m] on and above a diagonal, `diagonal` above the main one, the rest 0;
 * the gradient too.
 * Throws IndexError below two dimensions.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.triu.html
 */
export const triu = checked('triu self:T diagonal:i?', (x: Tensor, diagonal = 0): Tensor => {
  return triangle(x, diagonal, true);
});

/**
 * A copy of the part of each matrix […, n, m] on and below a diagonal, `diagonal` above the main one, the rest 0;
 * the gradient too.
 * Throws IndexError below two dimensions.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.tril.html
 */
export const tril = checked('tril self:T diagonal:i?', (x: Tensor, diagonal = 0): Tensor => {
  return triangle(x, diagonal, false);
});

/**
 * A copy of x with `value`, a number or a 0-dim tensor, where `mask` holds; mask, of bools, and x broadcast. The
 * value takes the dtype of x. No gradient passes there to x: it goes, summed, to the value.
 * Throws RuntimeError if the mask is not bool, the value has dimensions, or the shapes do not broadcast.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.masked_fill.html
 */
export const maskedFill = checked(
  'maskedFill self:T mask:T value:O',
  (x: Tensor, mask: Tensor, value: number | Tensor): Tensor => {
    if (typeof value !== 'number' && value.dim() > 0) {
      throw new RuntimeError(
        `masked_fill_ only supports a 0-dimensional value tensor, but got tensor with ${value.dim()} dimension(s).`,
      );
    }
    const filled = where(mask, value, x.detach()).to(x.dtype);
    const inputs = typeof value === 'number' ? [x] : [x, value];
    const vjp = (g: Tensor, i: number): Tensor => {
      if (i === 0) return sumToSize(maskedFill(g, mask, 0), x.shape);
      return where(mask, g, 0)
        .sum()
        .to((value as Tensor).dtype);
    };
    const name = `MaskedFillBackward${inputs.length - 1}`;
    return record(filled, name, inputs, vjp, UNCHECKED);
  },
);

/**
 * The elements of x where `mask` holds, [count], in row-major order, copied; mask, of bools, and x broadcast.
 * Throws RuntimeError if the mask is not bool or the shapes do not broadcast.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.masked_select.html
 */
export const maskedSelect = checked(
  'maskedSelect self:T mask:T',
  (x: Tensor, mask: Tensor): Tensor => {
    if (mask.dtype !== 'bool') {
      throw new RuntimeError('masked_select: expected BoolTensor or ByteTensor for mask');
    }
    const shape = broadcastShapes(x.shape, mask.shape);
    const picked = at(x.expand(shape), [mask.expand(shape).contiguous()]);
    return named(picked, 'MaskedSelectBackward0');
  },
);
