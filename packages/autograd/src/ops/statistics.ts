import { checked } from '../core/check.ts';
import { RuntimeError } from '../core/errors.ts';
import { elements, wrap } from '../core/make.ts';
import { allocate } from '../core/allocate.ts';
import { isFloating, typeName } from '../core/dtype.ts';
import { OUTPUT } from '../core/node.ts';
import { record } from '../core/record.ts';
import { type Shape, numel, reducedShape, wrapDim, wrapDims } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { zerosLike } from '../core/constant.ts';
import { to } from './convert.ts';
import { combineLines } from './lines.ts';
import { extremeValue, sharedGradient } from './extreme.ts';
import { productsOfOthers } from './scan.ts';
import { type Dims, type KeepdimOptions, spread, sum } from './expand.ts';
import { mean } from './reduce.ts';
import { where } from './where.ts';

/** The options of {@link variance} and {@link std}. */
export interface VarianceOptions extends KeepdimOptions {
  /** Divide by n − 1 (the default) or by n. */
  unbiased?: boolean;
  /** What to take from n instead: 1 is unbiased, 0 is not. It decides if both are given. */
  correction?: number;
}

/** The variance, not recorded, and its gradient for x: 2/(n − 1) Σ (x − mean) dx. */
function moments(
  x: Tensor,
  dim: Dims | undefined,
  { keepdim = false, unbiased = true, correction = unbiased ? 1 : 0 }: VarianceOptions,
): [value: Tensor, vjp: (g: Tensor) => Tensor] {
  if (!isFloating(x.dtype)) {
    throw new RuntimeError('std and var only support floating point and complex dtypes');
  }
  const dims = wrapDims(dim, x.dim());
  const count = numel(dims.map((d) => x.shape[d] as number)) - correction;
  const centred = (): Tensor => x.sub(mean(x, dims, { keepdim: true }));
  const squares = centred().detach().square();
  return [
    sum(squares, dims, { keepdim }).div(Math.max(count, 0)),
    (g) => spread(g, x.shape, dims, keepdim).mul(centred().mul(2 / count)),
  ];
}

/**
 * `x.var`: Σ (x − mean)² / (n − 1) over `dim`, one or several, which go or stay as 1; of all elements without it
 * or for []. NaN for one element, as its gradient, and for none. d var(x) = 2/(n − 1) Σ (x − mean) dx.
 * Throws RuntimeError for whole numbers or a dimension twice, IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.var.html
 */
export const variance = checked(
  'variance self:T dim:I? *unbiased:b *keepdim:b *correction:n',
  (x: Tensor, dim?: Dims, options: VarianceOptions = {}): Tensor => {
    const [value, vjp] = moments(x, dim, options);
    return record(value, 'VarBackward0', [x], vjp, 1);
  },
);

/**
 * √var over `dim`, one or several, which go or stay as 1; of all elements without it or for []; NaN for one
 * element. d std(x) = d var(x) / (2 std); 0 where std is 0.
 * Throws RuntimeError for whole numbers or a dimension twice, IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.std.html
 */
export const std = checked(
  'std self:T dim:I? *unbiased:b *keepdim:b *correction:n',
  (x: Tensor, dim?: Dims, options: VarianceOptions = {}): Tensor => {
    const [value, vjp] = moments(x, dim, options);
    const output = value.sqrt();
    const toVariance = (g: Tensor): Tensor =>
      where(output.eq(0), zerosLike(g), g.div(output.mul(2)));
    return record(output, 'StdBackward0', [x], (g) => vjp(toVariance(g)), 1 | OUTPUT);
  },
);

/**
 * Πx of all elements or along `dim`, which goes or stays as 1; bool becomes int64, no elements give 1. d Πx = Σ (Π
 * of the others) dx: Πx / x, or without dividing where a factor is 0.
 * Throws IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.prod.html
 */
export const prod = checked(
  'prod self:T dim:i? *keepdim:b',
  (x: Tensor, dim?: number, { keepdim = false }: KeepdimOptions = {}): Tensor => {
    if (x.dtype === 'bool') return prod(to(x, 'int64'), dim, { keepdim });
    const stays = keepdim && dim !== undefined;
    const line = (): Tensor => (dim === undefined ? x.reshape(-1) : x);
    const source = line().detach();
    const d = wrapDim(dim ?? 0, source.dim());
    const values = elements(source);
    const shape = reducedShape(x.shape, wrapDims(dim, x.dim()), stays);
    const data = allocate(x.dtype, numel(shape));
    combineLines(source.shape, d, data, (start, step, size) => {
      let total = 1;
      for (let k = 0; k < size; k++) total *= values[start + k * step] as number;
      return total;
    });
    const output = wrap(data, shape, x.dtype);
    const vjp = (g: Tensor): Tensor => {
      if (x.dim() === 0) return g;
      const wide = (value: Tensor): Tensor => spread(value, source.shape, [d], stays);
      if (!values.includes(0)) return wide(g).mul(wide(output).div(line())).reshape(x.shape);
      const others = productsOfOthers(line(), d);
      const flat = dim === undefined && values.indexOf(0) !== values.lastIndexOf(0);
      const kept = flat ? others.maskedFill(others.isnan(), 0) : others;
      return wide(g).mul(kept).reshape(x.shape);
    };
    const name = dim === undefined ? 'ProdBackward0' : 'ProdBackward1';
    return record(output, name, [x], vjp, 1 | OUTPUT);
  },
);

/**
 * ‖x‖ₚ = (Σ|x|ᵖ)^(1/p) over `dim`, one or several, which go or stay as 1; of all elements without it or for []. p
 * may be ±Infinity, the largest or smallest |x|; 0, how many are not 0; or 'fro', 2 over at most two dimensions.
 * d‖x‖ₚ = Σ sign(x) |x|ᵖ⁻¹ dx / ‖x‖ᵖ⁻¹; 0 where the norm is 0, and for p = 0.
 * Throws RuntimeError if 'fro' has more, IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.norm.html
 */
export const norm = checked(
  'norm self:T p:?? dim:I? *keepdim:b',
  (
    x: Tensor,
    p: number | 'fro' = 2,
    dim?: Dims,
    { keepdim = false }: KeepdimOptions = {},
  ): Tensor => {
    if (typeof p === 'string' && (p as string) !== 'fro') {
      throw new RuntimeError(`only valid string values are 'fro' and 'nuc', found ${p as string}`);
    }
    if (!isFloating(x.dtype)) {
      throw new RuntimeError(
        `norm(): input dtype should be either floating point or complex. Got ${typeName(x.dtype)} instead.`,
      );
    }
    const power = p === 'fro' ? 2 : p;
    const dims = wrapDims(dim, x.dim());
    if (p === 'fro' && dim !== undefined && dims.length > 2) {
      throw new RuntimeError(
        `Expected at most 2 dimensions, but got ${dims.length} dimensions instead.`,
      );
    }
    const output = normValue(x.detach(), power, dims, keepdim);
    const wide = (value: Tensor): Tensor => spread(value, x.shape, dims, keepdim);
    const vjp = (g: Tensor): Tensor | null =>
      power === 0 ? null : normVjp(x, power, dims, wide(g), wide(output));
    return record(output, 'NormBackward1', [x], vjp, 1 | OUTPUT);
  },
);

function normValue(x: Tensor, p: number, dims: Shape, keepdim: boolean): Tensor {
  const options = { keepdim };
  if (x.numel() === 0) return sum(x, dims, options);
  if (Math.abs(p) === Infinity) return extremeValue(x.abs(), dims, keepdim, p > 0 ? 1 : -1);
  if (p === 0) return sum(x.ne(0).to(x.dtype), dims, options);
  if (p === 1) return sum(x.abs(), dims, options);
  if (p === 2) return sum(x.square(), dims, options).sqrt();
  return sum(x.abs().pow(p), dims, options).pow(1 / p);
}

/** d‖x‖ₚ = Σ sign(x) |x|ᵖ⁻¹ dx / ‖x‖ᵖ⁻¹; 0 where the norm is 0. Gradient and norm come spread over x. */
function normVjp(x: Tensor, p: number, dims: Shape, up: Tensor, size: Tensor): Tensor {
  const unlessZero = (test: Tensor, value: Tensor): Tensor =>
    where(test.eq(0), zerosLike(x), value);
  if (p === 1) return x.sign().mul(up);
  if (p === 2) return up.mul(unlessZero(size, x.div(size)));
  if (Math.abs(p) === Infinity) {
    const top = x.detach().abs().eq(size.detach()).logicalOr(x.isnan());
    return x.sign().mul(sharedGradient(top, dims, up));
  }
  if (p < 1) {
    const slope = x.sign().mul(unlessZero(x, x.abs().pow(p - 1)));
    return slope.mul(up).mul(size.pow(1 - p));
  }
  const scaled = p < 2 ? x.sign().mul(x.abs().pow(p - 1)) : x.mul(x.abs().pow(p - 2));
  return scaled.mul(unlessZero(size, up.div(size.pow(p - 1))));
}
