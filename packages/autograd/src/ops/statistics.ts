import { RuntimeError } from '../core/errors.ts';
import { elements, wrap } from '../core/make.ts';
import { allocate, isFloating } from '../core/dtype.ts';
import { OUTPUT } from '../core/node.ts';
import { record } from '../core/record.ts';
import { type Shape, numel, reducedShape, wrapDim, wrapDims } from '../core/shape.ts';
import type { Tensor } from '../tensor.ts';
import { zerosLike } from './constant.ts';
import { to } from './convert.ts';
import { forEachLine, linesOf } from './lines.ts';
import { stack } from './join.ts';
import { extremeValue, sharedGradient } from './extreme.ts';
import { type Dims, type KeepdimOptions, mean, spread, sum } from './reduce.ts';
import { where } from './select.ts';

export interface VarianceOptions extends KeepdimOptions {
  /** Divide by n − 1 (the default) or by n. */
  unbiased?: boolean;
  /** What to take from n instead: 1 is unbiased, 0 is not. */
  correction?: number;
}

function spreadOf(
  x: Tensor,
  dim: Dims | undefined,
  { keepdim = false, unbiased = true, correction = unbiased ? 1 : 0 }: VarianceOptions,
) {
  if (!isFloating(x.dtype)) {
    throw new RuntimeError('std and var only support floating point and complex dtypes');
  }
  const dims = wrapDims(dim, x.dim());
  const count = numel(dims.map((d) => x.shape[d] as number)) - correction;
  const centred = (): Tensor => x.sub(mean(x, dims, { keepdim: true }));
  const value = sum(centred().detach().square(), dims, { keepdim }).div(Math.max(count, 0));
  return { dims, count, keepdim, centred, value };
}

/** d var(x) = 2/(n − 1) Σ (x − mean) dx. NaN for one element, as its gradient. */
export function variance(x: Tensor, dim?: Dims, options: VarianceOptions = {}): Tensor {
  const { dims, count, keepdim, centred, value } = spreadOf(x, dim, options);
  const vjp = (g: Tensor): Tensor =>
    spread(g, x.shape, dims, keepdim).mul(centred().mul(2 / count));
  return record(value, 'VarBackward0', [x], vjp, 1);
}

/** d std(x) = d var(x) / (2 std); 0 where std is 0 */
export function std(x: Tensor, dim?: Dims, options: VarianceOptions = {}): Tensor {
  const { dims, count, keepdim, centred, value } = spreadOf(x, dim, options);
  const output = value.sqrt();
  const vjp = (g: Tensor): Tensor => {
    const scaled = where(output.eq(0), zerosLike(g), g.div(output));
    return spread(scaled, x.shape, dims, keepdim).mul(centred().div(count));
  };
  return record(output, 'StdBackward0', [x], vjp, 1 | OUTPUT);
}

/** Products of all the other elements of each line, without dividing. */
function productsOfOthers(x: Tensor, dim: number): Tensor {
  const size = x.shape[dim] as number;
  const factors = Array.from({ length: size }, (_, skip) => {
    const others = Array.from({ length: size }, (_, i) => i).filter((i) => i !== skip);
    const slices = others.map((i) => x.select(dim, i));
    return slices.reduce<Tensor | null>((total, factor) => total?.mul(factor) ?? factor, null);
  });
  const one = x.select(dim, 0).mul(0).add(1);
  return stack(
    factors.map((factor) => factor ?? one),
    dim,
  );
}

/** d Πx = Σ (Π of the others) dx: Πx / x, or without dividing where a factor is 0 */
export function prod(x: Tensor, dim?: number, options: KeepdimOptions = {}): Tensor {
  if (x.dtype === 'bool') return prod(to(x, 'int64'), dim, options);
  const { keepdim = false } = options;
  const flat = dim === undefined;
  const source = flat ? x.reshape(-1) : x;
  const d = wrapDim(dim ?? 0, source.dim());
  const dims = x.dim() === 0 ? [] : [d];
  const shape = reducedShape(source.shape, [d], keepdim && !flat);
  const data = allocate(x.dtype, numel(shape)).fill(1);
  const values = elements(source);
  const lines = linesOf(source.shape, d);
  forEachLine(lines, (start, step, line) => {
    let total = 1;
    for (let k = 0; k < lines.size; k++) total *= values[start + k * step] as number;
    data[line] = total;
  });
  const output = wrap(data, x.dim() === 0 ? [] : shape, x.dtype);
  const vjp = (g: Tensor): Tensor => {
    if (x.dim() === 0) return g;
    if (lines.size === 0) return zerosLike(x);
    const own = flat ? x.reshape(-1) : x;
    const wide = (value: Tensor): Tensor => spread(value, own.shape, dims, keepdim && !flat);
    const others = values.includes(0) ? productsOfOthers(own, d) : wide(output).div(own);
    return wide(g).mul(others).reshape(x.shape);
  };
  return record(output, flat ? 'ProdBackward0' : 'ProdBackward1', [x], vjp, 1 | OUTPUT);
}

/** The p-norm (Σ|x|ᵖ)^(1/p) of all elements or along dimensions; p may be Infinity, 0 or 'fro' (2). */
export function norm(
  x: Tensor,
  p: number | 'fro' = 2,
  dim?: Dims,
  { keepdim = false }: KeepdimOptions = {},
): Tensor {
  const power = p === 'fro' ? 2 : p;
  const dims = wrapDims(dim, x.dim());
  if (p === 'fro' && dim !== undefined && dims.length > 2) {
    throw new RuntimeError(
      `Expected at most 2 dimensions, but got ${dims.length} dimensions instead.`,
    );
  }
  const output = normValue(x.detach(), power, dims, keepdim);
  const vjp = (g: Tensor): Tensor | null =>
    power === 0 ? null : normVjp(g, x, output, power, dims, keepdim);
  return record(output, 'NormBackward1', [x], vjp, 1 | OUTPUT);
}

function normValue(x: Tensor, p: number, dims: Shape, keepdim: boolean): Tensor {
  const options = { keepdim };
  if (x.numel() === 0) return sum(x, dims, options);
  if (p === Infinity) return extremeValue(x.abs(), dims, keepdim, 1);
  if (p === -Infinity) return extremeValue(x.abs(), dims, keepdim, -1);
  if (p === 0) return sum(x.ne(0).to(x.dtype), dims, options);
  if (p === 1) return sum(x.abs(), dims, options);
  if (p === 2) return sum(x.square(), dims, options).sqrt();
  return sum(x.abs().pow(p), dims, options).pow(1 / p);
}

/** d‖x‖ₚ = Σ sign(x) |x|ᵖ⁻¹ dx / ‖x‖ᵖ⁻¹; 0 where the norm is 0 */
function normVjp(
  g: Tensor,
  x: Tensor,
  norm: Tensor,
  p: number,
  dims: Shape,
  keepdim: boolean,
): Tensor {
  const wide = (value: Tensor): Tensor => spread(value, x.shape, dims, keepdim);
  const [up, size] = [wide(g), wide(norm)];
  if (p === 1) return x.sign().mul(up);
  if (p === 2) {
    const unit = where(size.eq(0), zerosLike(x), x.div(size));
    return up.mul(unit);
  }
  if (Math.abs(p) === Infinity) {
    const top = x.detach().abs().eq(size.detach()).logicalOr(x.isnan());
    return x.sign().mul(sharedGradient(top, dims, up));
  }
  if (p < 1) {
    const slope = where(x.eq(0), zerosLike(x), x.abs().pow(p - 1));
    return x
      .sign()
      .mul(slope)
      .mul(up)
      .mul(size.pow(1 - p));
  }
  const ratio = up.div(size.pow(p - 1));
  const scaled = p < 2 ? x.sign().mul(x.abs().pow(p - 1)) : x.mul(x.abs().pow(p - 2));
  return scaled.mul(where(size.eq(0), zerosLike(x), ratio));
}
